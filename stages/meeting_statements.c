/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The statements of a section: its paragraphs as whole texts, and their sentences. */
#include "meeting_parts.h"

#include <string.h>

/* Paragraphs are put together up to so many bytes: more than any has in minutes. */
enum { LONGEST_STATEMENT = 8000 };

static bool runs_on(const Block *block, const Block *next);

bool tells_of_meeting(const Section *section)
{
    static const char *const words[] = {"sammanträdet", "dagens sammanträde", "mötet",
                                        "diskussion",   "överläggning",       "överläggningar"};

    for (gsize i = 0; section->heading != NULL && i < G_N_ELEMENTS(words); i++)
        if (text_has_word(section->heading, words[i]))
            return true;
    const char *rest; /* in Finland the heading is one word */
    return section->heading != NULL && text_begins(section->heading, "behandling", &rest) &&
           rest[strspn(rest, " :")] == '\0';
}

GArray *statements_from_section(const Draft *draft, const Section *section)
{
    GArray *statements = g_array_new(FALSE, FALSE, sizeof(Statement));
    guint count = section->blocks ? section->blocks->len : 0;

    for (guint i = 0; i < count; i++) {
        const Block *block = &g_array_index(section->blocks, Block, i);
        Statement statement = {.block = block};
        if (block->kind == BLOCK_TABLE || block->kind == BLOCK_ROW) {
            g_array_append_val(statements, statement);
            continue;
        }
        if ((block->kind != BLOCK_PARAGRAPH && block->kind != BLOCK_ITEM) || block->quoted ||
            block->text.s == NULL)
            continue;
        guint first = i;
        g_autoptr(GString) text = g_string_new(block->text.s);
        while (i + 1 < count && runs_on(block, &g_array_index(section->blocks, Block, i + 1))) {
            if (text->len >= LONGEST_STATEMENT) {
                draft_note_overlong(draft, block, block->text.s);
                break;
            }
            block = &g_array_index(section->blocks, Block, ++i);
            g_string_append_printf(text, " %s", block->text.s);
        }
        statement.text = i > first ? draft_string(draft, text->str, -1) : block->text.s;
        g_array_append_val(statements, statement);
    }
    return statements;
}

const char *sentence_next(const Draft *draft, const char **at)
{
    if (**at == '\0')
        return NULL;
    gsize length = text_sentence(*at);
    bool last = (*at)[length] == '\0';
    const char *sentence = last ? *at : draft_string(draft, *at, (gssize)length);
    *at += length;
    *at += strspn(*at, " ");
    return sentence;
}

/* A paragraph whose last line was short by chance goes on in the next block: it ends in the middle of
 * a sentence. A list of voters, one on each line, does not. */
static bool runs_on(const Block *block, const Block *next)
{
    static const char *const ends[] = {".", ":", "!", "?", "\"", "”", ")", ";"};
    static const char *const votes[] = {" ja", " nej", " avstår", " avst"};

    if (block->kind != BLOCK_PARAGRAPH || next->kind != BLOCK_PARAGRAPH || next->quoted ||
        next->text.s == NULL || (!next->follows && next->page == block->page))
        return false;
    g_autofree char *folded = g_utf8_strdown(block->text.s, -1);
    for (gsize i = 0; i < G_N_ELEMENTS(ends); i++)
        if (g_str_has_suffix(folded, ends[i]))
            return false;
    for (gsize i = 0; i < G_N_ELEMENTS(votes); i++)
        if (g_str_has_suffix(folded, votes[i]))
            return false;
    return true;
}
