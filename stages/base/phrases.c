/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Phrases: many words or phrases looked for at once, letter case aside, in one pass over a text. */
#include "base/phrases.h"

#include "base/text.h"

enum { ROOTS = 128 };

/* One more letter of the phrases that begin alike; indexes are into the nodes, 0 is none. */
typedef struct {
    gunichar letter;
    guint row; /* the phrase that ends here, or PHRASES_NONE */
    guint child, sibling;
} Node;

struct Phrases {
    GArray *nodes;      /* of Node; the first is not used */
    guint roots[ROOTS]; /* by the lowest bits of the first letter */
};

static guint node_of(const Phrases *phrases, guint first, gunichar letter)
{
    while (first && g_array_index(phrases->nodes, Node, first).letter != letter)
        first = g_array_index(phrases->nodes, Node, first).sibling;
    return first;
}

static void add(Phrases *phrases, const char *phrase, guint row)
{
    guint parent = 0;
    g_assert(text_is_letter_or_digit(g_utf8_get_char(phrase)));
    while (*phrase) {
        gunichar letter = text_next_lower(&phrase);
        guint *first =
            parent ? &g_array_index(phrases->nodes, Node, parent).child : &phrases->roots[letter % ROOTS];
        guint node = node_of(phrases, *first, letter);
        if (!node) {
            Node made = {letter, PHRASES_NONE, 0, *first};
            node = *first = phrases->nodes->len;
            g_array_append_val(phrases->nodes, made);
        }
        parent = node;
    }
    Node *last = &g_array_index(phrases->nodes, Node, parent);
    last->row = MIN(last->row, row);
}

Phrases *phrases_new(const void *rows, gsize size, gsize count)
{
    Phrases *phrases = g_new0(Phrases, 1);
    phrases->nodes = g_array_sized_new(FALSE, TRUE, sizeof(Node), (guint)count * 8);
    g_array_set_size(phrases->nodes, 1);
    for (gsize i = 0; i < count; i++)
        add(phrases, *(const char *const *)((const char *)rows + i * size), (guint)i);
    return phrases;
}

void phrases_free(Phrases *phrases)
{
    if (phrases)
        g_array_unref(phrases->nodes);
    g_free(phrases);
}

guint phrases_at(const Phrases *phrases, const char *at, const char **end)
{
    guint row = PHRASES_NONE;
    const char *next = at;
    gunichar letter = text_next_lower(&next);
    for (guint node = node_of(phrases, phrases->roots[letter % ROOTS], letter); node;) {
        const Node *here = &g_array_index(phrases->nodes, Node, node);
        if (here->row != PHRASES_NONE && !text_is_letter_or_digit(g_utf8_get_char(next))) {
            row = here->row;
            if (end)
                *end = next;
        }
        if (!*next)
            break;
        letter = text_next_lower(&next);
        node = node_of(phrases, here->child, letter);
    }
    return row;
}

const char *phrases_find(const Phrases *phrases, const char *s, const char *from, guint *row,
                         const char **end)
{
    bool inside = from > s && text_is_letter_or_digit(g_utf8_get_char(g_utf8_prev_char(from)));
    for (const char *at = from; *at; at = g_utf8_next_char(at)) {
        bool was_inside = inside;
        inside = (guchar)*at < 0x80 ? g_ascii_isalnum(*at) || *at == '_'
                                    : text_is_letter_or_digit(g_utf8_get_char(at));
        if (was_inside || !inside)
            continue;
        guint found = phrases_at(phrases, at, end);
        if (found == PHRASES_NONE)
            continue;
        if (row)
            *row = found;
        return at;
    }
    return NULL;
}

bool phrases_within(const Phrases *phrases, const char *s)
{
    return phrases_find(phrases, s, s, NULL, NULL) != NULL;
}
