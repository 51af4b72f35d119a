/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Nesting: how deep headings lie among those of their part, and which items of lists are of one list. */
#include "meeting_parts.h"

/* A heading or an item that others may lie below. */
typedef struct {
    int level;
    const char *list; /* an item's: the id of the first one of its list */
} Above;

static void nest_items(const GArray *items);
static bool leave(GArray *stack, int level, Above *last);

/* A level counts only beside others: documents skip them, and begin with any. */
void blocks_nest(GArray *blocks, guint first)
{
    g_autoptr(GArray) headings = g_array_new(FALSE, FALSE, sizeof(Above));
    g_autoptr(GArray) items = g_array_new(FALSE, FALSE, sizeof(Above));

    for (guint i = first; blocks && i < blocks->len; i++) {
        Block *block = &g_array_index(blocks, Block, i);
        Above last = {MAX(block->level, 1), NULL};
        block->depth = 0;
        block->list = NULL;
        if (block->kind == BLOCK_HEADING && block->level > 0) {
            leave(headings, block->level, &last);
            block->depth = (int)headings->len;
            g_array_append_val(headings, last);
        }
        if (block->kind != BLOCK_ITEM) {
            g_array_set_size(items, 0);
            continue;
        }
        if (!leave(items, last.level, &last))
            last.list = block->id;
        block->list = last.list;
        g_array_append_val(items, last);
    }
}

void nesting_of_meeting(Meeting *meeting)
{
    const GArray *front = meeting->front;
    bool titled = meeting->kind != DOCUMENT_MINUTES && front && front->len > 0 &&
                  g_array_index(front, Block, 0).kind == BLOCK_HEADING &&
                  g_array_index(front, Block, 0).number == NULL;

    blocks_nest(meeting->front, titled ? 1 : 0);
    nest_items(meeting->items);
    nest_items(meeting->further);
    blocks_nest(meeting->closing, 0);
    for (guint i = 0; meeting->attachments && i < meeting->attachments->len; i++)
        blocks_nest(g_array_index(meeting->attachments, Attachment, i).blocks, 0);
}

static void nest_items(const GArray *items)
{
    for (guint i = 0; items && i < items->len; i++) {
        const Item *item = &g_array_index(items, Item, i);
        blocks_nest(item->head, 0);
        blocks_nest(item->footnotes, 0);
        for (guint s = 0; item->sections && s < item->sections->len; s++)
            blocks_nest(g_array_index(item->sections, Section, s).blocks, 0);
    }
}

/* Takes away what nothing of `level` lies below; the list of the last of them goes to `last`. False when
 * there was nothing to take. */
static bool leave(GArray *stack, int level, Above *last)
{
    guint was = stack->len;

    while (stack->len > 0 && g_array_index(stack, Above, stack->len - 1).level >= level) {
        last->list = g_array_index(stack, Above, stack->len - 1).list;
        g_array_set_size(stack, stack->len - 1);
    }
    return stack->len < was;
}
