/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Labels broken over the lines of their cell: "Ej tjänstgörande" beside one name and "ersättare" beside the
 * next are one label. */
#include "meeting_parts.h"

#include <string.h>

/* A label stands on no more lines. */
enum { LABEL_LINES = 4 };

static Text *label_of(const Block *block);
static guint lines_of_label(const Draft *draft, const GArray *blocks, guint first);

void labels_join(const Draft *draft, GArray *blocks)
{
    for (guint i = 0; blocks && i < blocks->len; i++) {
        guint lines = lines_of_label(draft, blocks, i);
        if (lines < 2)
            continue;
        TextBuilder whole;
        text_builder_begin(&whole);
        for (guint k = 0; k < lines; k++) {
            Text *part = label_of(&g_array_index(blocks, Block, i + k));
            bool hyphen = whole.s->len > 0 && whole.s->str[whole.s->len - 1] == '-';
            if (hyphen)
                text_builder_truncate(&whole, whole.s->len - 1);
            else if (k > 0)
                text_builder_append_string(&whole, " ");
            text_builder_append(&whole, part);
            text_clear(part);
            *part = (Text){0};
        }
        *label_of(&g_array_index(blocks, Block, i)) = text_builder_end(&whole, draft->meeting->chunk);
        i += lines - 1;
    }
}

/* The text in the first cell of a row of two, or NULL. */
static Text *label_of(const Block *block)
{
    const Row *row =
        block->kind == BLOCK_ROW && block->rows->len == 1 ? &g_array_index(block->rows, Row, 0) : NULL;

    return row != NULL && row->cells != NULL && row->cells->len == 2
               ? &g_array_index(row->cells, Cell, 0).text
               : NULL;
}

static bool is_known(const Draft *draft, const char *label)
{
    return profile_meaning(draft->profile, WORDS_ATTENDANCE, label) != NULL ||
           profile_meaning(draft->profile, WORDS_LABEL, label) != NULL;
}

/* How many rows from `first` on hold the lines of one label: the longest run of lines that begin with a small
 * letter and are, put together, a label that the profile knows. */
static guint lines_of_label(const Draft *draft, const GArray *blocks, guint first)
{
    const Text *label = label_of(&g_array_index(blocks, Block, first));
    guint found = 1;

    if (label == NULL || label->s == NULL || *label->s == '\0' || g_str_has_suffix(label->s, ":"))
        return 1;
    g_autoptr(GString) whole = g_string_new(label->s);
    for (guint i = first + 1; i < MIN(blocks->len, first + LABEL_LINES); i++) {
        label = label_of(&g_array_index(blocks, Block, i));
        if (label == NULL || label->s == NULL || !g_unichar_islower(g_utf8_get_char(label->s)))
            break;
        if (g_str_has_suffix(whole->str, "-"))
            g_string_truncate(whole, whole->len - 1);
        else
            g_string_append_c(whole, ' ');
        g_string_append(whole, label->s);
        if (is_known(draft, whole->str))
            found = i + 1 - first;
    }
    return found;
}
