/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Labels broken over the lines of their cell: "Ej tjänstgörande" beside one name and "ersättare" beside the
 * next are one label. */
#include "meeting_parts.h"

#include <string.h>

/* A label stands on no more lines. */
enum { LABEL_LINES = 4 };

/* The cells of a row with a label. */
enum { LABEL, VALUE };

static Text *cell_of(const Block *block, guint cell);
static void join(const Draft *draft, GArray *blocks, guint first, guint lines, guint cell);
static bool value_flows(const Draft *draft, const char *label);
static guint lines_of_label(const Draft *draft, const GArray *blocks, guint first);

void labels_join(const Draft *draft, GArray *blocks)
{
    for (guint i = 0; blocks && i < blocks->len; i++) {
        guint lines = lines_of_label(draft, blocks, i);
        if (lines < 2)
            continue;
        join(draft, blocks, i, lines, LABEL);
        if (value_flows(draft, cell_of(&g_array_index(blocks, Block, i), LABEL)->s))
            join(draft, blocks, i, lines, VALUE);
        i += lines - 1;
    }
}

/* Puts the texts of a cell of `lines` rows into that of the first. */
static void join(const Draft *draft, GArray *blocks, guint first, guint lines, guint cell)
{
    TextBuilder whole;

    text_builder_begin(&whole);
    for (guint k = 0; k < lines; k++) {
        Text *part = cell_of(&g_array_index(blocks, Block, first + k), cell);
        bool hyphen = cell == LABEL && whole.s->len > 0 && whole.s->str[whole.s->len - 1] == '-';
        if (part->s == NULL)
            continue;
        if (hyphen)
            text_builder_truncate(&whole, whole.s->len - 1);
        else if (whole.s->len > 0)
            text_builder_append_string(&whole, " ");
        text_builder_append(&whole, part);
        text_clear(part);
        *part = (Text){0};
    }
    *cell_of(&g_array_index(blocks, Block, first), cell) = text_builder_end(&whole, draft->meeting->chunk);
}

/* The text in a cell of a row of two, or NULL. */
static Text *cell_of(const Block *block, guint cell)
{
    const Row *row =
        block->kind == BLOCK_ROW && block->rows->len == 1 ? &g_array_index(block->rows, Row, 0) : NULL;

    return row != NULL && row->cells != NULL && row->cells->len == 2
               ? &g_array_index(row->cells, Cell, cell).text
               : NULL;
}

/* Places and days run on from line to line; names stand one on each. */
static bool value_flows(const Draft *draft, const char *label)
{
    static const char *const flowing[] = {"plats",           "plats_tid",      "justering",
                                          "forvaringsplats", "anslag_uppsatt", "anslag_nedtas"};
    const char *meaning = profile_meaning(draft->profile, WORDS_LABEL, label);

    for (gsize i = 0; i < G_N_ELEMENTS(flowing); i++)
        if (g_strcmp0(meaning, flowing[i]) == 0)
            return true;
    return false;
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
    const Text *label = cell_of(&g_array_index(blocks, Block, first), LABEL);
    guint found = 1;

    if (label == NULL || label->s == NULL || *label->s == '\0' || g_str_has_suffix(label->s, ":"))
        return 1;
    g_autoptr(GString) whole = g_string_new(label->s);
    for (guint i = first + 1; i < MIN(blocks->len, first + LABEL_LINES); i++) {
        label = cell_of(&g_array_index(blocks, Block, i), LABEL);
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
