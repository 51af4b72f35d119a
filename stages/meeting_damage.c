/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Damaged pages: what the meeting says from a page whose text is wrong carries a note. */
#include "meeting_parts.h"

#include <string.h>

/* A word this long is still told from every other when one letter of it is wrong: "beslui". */
enum { TOLD_BYTES = 6 };

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

/* True when `word` is `key` but for one letter, which is another. */
static bool is_nearly(const char *word, const char *key)
{
    guint wrong = 0;

    if (strlen(key) < TOLD_BYTES)
        return false;
    for (; *word && *key; word = g_utf8_next_char(word), key = g_utf8_next_char(key))
        wrong += g_utf8_get_char(word) != g_utf8_get_char(key);
    return *word == '\0' && *key == '\0' && wrong <= 1;
}

const char *heading_of_damaged(const Draft *draft, const Block *block)
{
    const GArray *words = profile_words(draft->profile, WORDS_SECTION), *damaged = draft->blocks->damaged;
    bool there = false;

    for (guint i = 0; damaged && i < damaged->len; i++)
        there = there || g_array_index(damaged, DamagedPage, i).page == block->page;
    if (!there)
        return NULL;
    g_autofree char *key = text_key(block->text.s);
    const char *last = strrchr(key, ' ');
    if (last == NULL || last == key || last[-1] != 's') /* only behind whose it is: "nämndens beslui" */
        return NULL;
    for (guint i = 0; i < words->len; i++) {
        const Word *word = &g_array_index(words, Word, i);
        if (strchr(word->key, ' ') == NULL && is_nearly(last + 1, word->key))
            return word->text;
    }
    return NULL;
}

int meeting_damaged_page(const Meeting *meeting, int first, int last)
{
    int found = 0;

    for (guint i = 0; meeting->notes && i < meeting->notes->len; i++) {
        const Note *note = &g_array_index(meeting->notes, Note, i);
        if (note->kind == NOTE_PAGE_UNREADABLE && note->page >= first && note->page <= last &&
            (found == 0 || note->page < found))
            found = note->page;
    }
    return found;
}
