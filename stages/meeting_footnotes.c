/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Footnotes to the item whose text asks for them: at the foot of a page another item may have begun. */
#include <string.h>

#include "meeting_parts.h"

/* True when `text` holds the mark `marker`. */
static bool text_asks(const Text *text, const char *marker)
{
    for (guint m = 0; text->marks && m < text->marks->len; m++) {
        const Mark *mark = &g_array_index(text->marks, Mark, m);
        if (mark->kind == MARK_FOOTNOTE && g_strcmp0(mark->value, marker) == 0)
            return true;
    }
    return false;
}

/* True when a block that stands, in part at least, on `page` holds the mark. */
static bool block_asks(const Block *block, const char *marker, int page)
{
    if (page < block->page || page > MAX(block->page, block->last_page))
        return false;
    bool asks = text_asks(&block->text, marker);
    for (guint r = 0; !asks && block->rows && r < block->rows->len; r++) {
        const GArray *cells = g_array_index(block->rows, Row, r).cells;
        for (guint c = 0; !asks && c < cells->len; c++)
            asks = text_asks(&g_array_index(cells, Cell, c).text, marker);
    }
    return asks;
}

static bool blocks_ask(const GArray *blocks, const char *marker, int page)
{
    for (guint i = 0; blocks && i < blocks->len; i++)
        if (block_asks(&g_array_index(blocks, Block, i), marker, page))
            return true;
    return false;
}

static bool item_asks(const Item *item, const Block *footnote)
{
    if (blocks_ask(item->head, footnote->marker, footnote->page))
        return true;
    for (guint s = 0; item->sections && s < item->sections->len; s++)
        if (blocks_ask(g_array_index(item->sections, Section, s).blocks, footnote->marker, footnote->page))
            return true;
    return false;
}

/* The item nearest before number `i` that asks for `footnote`, or NULL. */
static Item *item_before(const Meeting *meeting, guint i, const Block *footnote)
{
    while (i-- > 0) {
        Item *item = &g_array_index(meeting->items, Item, i);
        if (item_asks(item, footnote))
            return item;
    }
    return NULL;
}

/* Moves what others of `blocks` than those of item number `i` ask for; `i` is the number of items for blocks
 * after the last one. */
static void move_footnotes(const Meeting *meeting, GArray *blocks, guint i)
{
    const Item *item = i < meeting->items->len ? &g_array_index(meeting->items, Item, i) : NULL;
    for (guint f = 0; blocks && f < blocks->len;) {
        Block block = g_array_index(blocks, Block, f);
        bool stays = block.kind != BLOCK_FOOTNOTE || (item && item_asks(item, &block));
        Item *owner = stays ? NULL : item_before(meeting, i, &block);
        if (!owner) {
            f++;
            continue;
        }
        g_array_remove_index(blocks, f);
        draft_append(&owner->footnotes, sizeof block, &block); /* its arrays go along */
    }
}

void footnotes_to_items(const Draft *draft)
{
    const Meeting *meeting = draft->meeting;
    if (!meeting->items)
        return;
    for (guint i = 0; i < meeting->items->len; i++)
        move_footnotes(meeting, g_array_index(meeting->items, Item, i).footnotes, i);
    move_footnotes(meeting, meeting->closing,
                   meeting->items->len); /* at the foot of the page with the signatures */
}
