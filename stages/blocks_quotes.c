/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Quotations: paragraphs from one that opens with a quotation mark to the one that closes it. */
#include <string.h>

#include "blocks_parts.h"

/* A quotation that is not closed within so many blocks was never one. */
enum { LONGEST = 40 };

static bool is_quote(gunichar c)
{
    return c == '"' || c == 0x201C || c == 0x201D || c == 0x201E || c == 0x00BB || c == 0x00AB;
}

/* Swedish opens and closes with the same mark, so an odd count leaves a quotation open. */
static bool is_odd(const char *s)
{
    bool odd = false;
    for (; *s; s = g_utf8_next_char(s))
        odd ^= is_quote(g_utf8_get_char(s));
    return odd;
}

static bool opens(const char *s)
{
    return is_quote(g_utf8_get_char(s));
}

static bool closes(const char *s)
{
    const char *end = s + strlen(s);
    while (end > s && strchr(".,;) ", end[-1]))
        end--;
    const char *last = end > s ? g_utf8_find_prev_char(s, end) : NULL;
    return last && is_quote(g_utf8_get_char(last));
}

static bool is_prose(const Block *block)
{
    return (block->kind == BLOCK_PARAGRAPH || block->kind == BLOCK_ITEM) && block->text.s;
}

void quotes_find(Blocks *blocks)
{
    for (guint i = 0; i < blocks->blocks->len; i++) {
        Block *first = &g_array_index(blocks->blocks, Block, i);
        if (!is_prose(first) || !opens(first->text.s))
            continue;
        guint end = i;
        if (is_odd(first->text.s)) {
            do {
                end++;
            } while (end < blocks->blocks->len && end - i <= LONGEST &&
                     !(is_prose(&g_array_index(blocks->blocks, Block, end)) &&
                       is_odd(g_array_index(blocks->blocks, Block, end).text.s)));
            if (end == blocks->blocks->len || end - i > LONGEST ||
                !closes(g_array_index(blocks->blocks, Block, end).text.s))
                continue;
        } else if (!closes(first->text.s)) {
            continue;
        }
        for (; i <= end; i++)
            g_array_index(blocks->blocks, Block, i).quoted = true;
        i = end;
    }
}
