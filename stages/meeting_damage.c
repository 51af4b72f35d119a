/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Damaged pages: what the meeting says from a page whose text is wrong carries a note. */
#include "meeting_parts.h"

static bool has_note(const Meeting *meeting, NoteKind kind, int page);
static void note_blocks(const Draft *draft, const GArray *blocks, const Item *item, int *noted);

/* Which pages are damaged was found out from their letters; here each fact of such a page gets its note:
 * one for every item and page, and one for every page with facts of the meeting itself. */
void damage_of_meeting(const Draft *draft)
{
    const Blocks *blocks = draft->blocks;
    const Meeting *meeting = draft->meeting;

    for (guint i = 0; blocks->damaged && i < blocks->damaged->len; i++) {
        int page = g_array_index(blocks->damaged, DamagedPage, i).page;
        if (!has_note(meeting, NOTE_PAGE_UNREADABLE, page))
            draft_note(draft, NOTE_PAGE_UNREADABLE, page, NULL, NULL);
    }
    int noted = 0;
    note_blocks(draft, meeting->front, NULL, &noted);
    for (guint i = 0; meeting->items && i < meeting->items->len; i++) {
        const Item *item = &g_array_index(meeting->items, Item, i);
        noted = 0;
        note_blocks(draft, item->head, item, &noted);
        for (guint j = 0; item->sections && j < item->sections->len; j++)
            note_blocks(draft, g_array_index(item->sections, Section, j).blocks, item, &noted);
        note_blocks(draft, item->footnotes, item, &noted);
    }
    noted = 0;
    note_blocks(draft, meeting->closing, NULL, &noted);
}

static bool has_note(const Meeting *meeting, NoteKind kind, int page)
{
    for (guint i = 0; meeting->notes && i < meeting->notes->len; i++) {
        const Note *note = &g_array_index(meeting->notes, Note, i);
        if (note->kind == kind && note->page == page)
            return true;
    }
    return false;
}

/* Notes each damaged page of `blocks` after `*noted`, the last one that was. Pages come in order. */
static void note_blocks(const Draft *draft, const GArray *blocks, const Item *item, int *noted)
{
    const GArray *damaged = draft->blocks->damaged;
    g_autofree char *where = item && item->number ? g_strdup_printf("§ %s", item->number) : NULL;

    for (guint i = 0; blocks && i < blocks->len; i++) {
        const Block *block = &g_array_index(blocks, Block, i);
        for (guint j = 0; damaged && j < damaged->len; j++) {
            int page = g_array_index(damaged, DamagedPage, j).page;
            if (page <= *noted || page < block->page || page > MAX(block->page, block->last_page))
                continue;
            draft_note(draft, NOTE_FACTS_UNREADABLE, page, where, NULL);
            *noted = page;
        }
    }
}
