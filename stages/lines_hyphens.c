/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Hyphens at line ends: whether the word was broken there, or the hyphen belongs to it. */
#include <string.h>

#include "lines_parts.h"

/* Words after which a hyphen stands for a part left out: "hälso- och sjukvård", "in- eller utskrivning". */
static const char *const conjunctions[] = {"och",  "eller",  "samt", "respektive", "resp",
                                           "till", "kontra", "/",    "&"};

/* Where this share of all lines and more ends in a hyphen, the document was hyphenated by machine, and an
 * unknown word is taken for broken; else hyphens at line ends belong to their words. */
static const double HYPHENATED_SHARE = 0.02;

#define SOFT_HYPHEN "\xC2\xAD"

/* The word that ends at byte `end` of `s`, lower-cased; the caller frees it. */
static char *word_before(const char *s, gsize end)
{
    gsize start = end;
    while (start) {
        const char *p = g_utf8_find_prev_char(s, s + start);
        if (!p || !(g_unichar_isalnum(g_utf8_get_char(p)) || *p == '-'))
            break;
        start = (gsize)(p - s);
    }
    return g_utf8_strdown(s + start, (gssize)(end - start));
}

static char *word_after(const char *s)
{
    const char *p = s;
    while (*p && (g_unichar_isalnum(g_utf8_get_char(p)) || *p == '-'))
        p = g_utf8_next_char(p);
    return g_utf8_strdown(s, p - s);
}

/* The part below `part` that its text may run on into: on one of the next lines, overlapping sideways. */
static const Part *part_below(const Lines *lines, guint i, const Part *part)
{
    const Line *line = &g_array_index(lines->lines, Line, i);
    bool alone = line->parts->len == 1;
    for (guint j = i + 1, seen = 0; j < lines->lines->len && seen < 4; j++) {
        const Line *next = &g_array_index(lines->lines, Line, j);
        if (next->drop)
            continue;
        if (next->column != line->column && next->page == line->page && next->column)
            return NULL;
        seen++;
        for (guint p = 0; p < next->parts->len; p++) {
            const Part *below = &g_array_index(next->parts, Part, p);
            if (alone || next->page != line->page || (below->x0 < part->x1 && below->x1 > part->x0))
                return below;
        }
    }
    return NULL;
}

static bool ends_in_hyphen(const char *s, gsize length)
{
    return length > 1 && s[length - 1] == '-' && s[length - 2] != ' ' && s[length - 2] != '-';
}

typedef struct {
    GHashTable *words; /* every word of the text but those at a hyphen, lower-cased */
    bool hyphenated;   /* the document was hyphenated by machine */
} Vocabulary;

/* Whether the word is known in one piece, with its hyphen, or neither. */
static RunOn judged(const Vocabulary *vocabulary, const char *before, const char *after)
{
    g_autofree char *stem = g_strndup(before, strlen(before) - 1);
    g_autofree char *broken = g_strconcat(stem, after, NULL);
    g_autofree char *kept = g_strconcat(before, after, NULL);
    if (g_hash_table_contains(vocabulary->words, broken))
        return RUN_ON_HYPHEN;
    if (g_hash_table_contains(vocabulary->words, kept))
        return RUN_ON_JOIN;
    return vocabulary->hyphenated ? RUN_ON_HYPHEN : RUN_ON_JOIN;
}

static RunOn run_on_of(const Vocabulary *vocabulary, const Part *part, const Part *below)
{
    const char *s = part->text.s;
    gsize length = strlen(s);
    g_autofree char *after = word_after(below->text.s);
    bool soft = g_str_has_suffix(s, SOFT_HYPHEN);
    for (gsize i = 0; (soft || ends_in_hyphen(s, length)) && i < G_N_ELEMENTS(conjunctions); i++)
        if (strcmp(after, conjunctions[i]) == 0)
            return RUN_ON_SPACE;
    if (soft)
        return RUN_ON_HYPHEN;
    const char *word = strrchr(s, ' ');
    word = word ? word + 1 : s;
    if ((g_str_has_prefix(word, "http") || g_str_has_prefix(word, "www.")) && strchr("/-_=?&", s[length - 1]))
        return RUN_ON_JOIN;
    if (length > 3 && g_str_has_suffix(s, "–") && g_ascii_isdigit(s[length - strlen("–") - 1]) &&
        g_ascii_isdigit(below->text.s[0]))
        return RUN_ON_JOIN; /* "12–" / "29" */
    if (!ends_in_hyphen(s, length))
        return RUN_ON_SPACE;
    /* Only letters are broken: "2024-" runs on as it stands, and so does a name or an abbreviation. */
    gunichar first = g_utf8_get_char(below->text.s);
    gunichar last = g_utf8_get_char(g_utf8_find_prev_char(s, s + length - 1));
    if (!g_unichar_isalnum(first))
        return RUN_ON_SPACE;
    if (!g_unichar_islower(first) || !g_unichar_islower(last))
        return RUN_ON_JOIN;
    g_autofree char *before = word_before(s, length);
    return judged(vocabulary, before, after);
}

static void learn(Vocabulary *vocabulary, const char *s)
{
    while (*s) {
        while (*s && !g_unichar_isalnum(g_utf8_get_char(s)))
            s = g_utf8_next_char(s);
        g_autofree char *word = word_after(s);
        gsize length = strlen(word);
        s += length;
        if (length && word[length - 1] != '-')
            g_hash_table_add(vocabulary->words, g_steal_pointer(&word));
    }
}

void lines_mark_hyphens(Lines *lines)
{
    Vocabulary vocabulary = {.words = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL)};
    guint hyphens = 0, all = 0;
    for (guint i = 0; i < lines->lines->len; i++) {
        const Line *line = &g_array_index(lines->lines, Line, i);
        for (guint p = 0; !line->drop && p < line->parts->len; p++, all++) {
            const Part *part = &g_array_index(line->parts, Part, p);
            hyphens += ends_in_hyphen(part->text.s, strlen(part->text.s));
            learn(&vocabulary, part->text.s);
        }
    }
    vocabulary.hyphenated = hyphens > HYPHENATED_SHARE * all;
    for (guint i = 0; i < lines->lines->len; i++) {
        const Line *line = &g_array_index(lines->lines, Line, i);
        for (guint p = 0; !line->drop && p < line->parts->len; p++) {
            Part *part = &g_array_index(line->parts, Part, p);
            gsize length = strlen(part->text.s);
            if (!length || !strchr("-_/=?&\xAD\x93", part->text.s[length - 1]))
                continue;
            const Part *below = part_below(lines, i, part);
            part->run_on = below ? run_on_of(&vocabulary, part, below) : RUN_ON_SPACE;
            if (part->run_on != RUN_ON_HYPHEN && g_str_has_suffix(part->text.s, SOFT_HYPHEN)) {
                g_autofree char *hard =
                    g_strdup_printf("%.*s-", (int)(length - strlen(SOFT_HYPHEN)), part->text.s);
                part->text.s = g_string_chunk_insert(lines->chunk, hard); /* a font that maps its hyphen so */
            }
        }
    }
    g_hash_table_unref(vocabulary.words);
}
