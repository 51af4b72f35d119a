/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Damaged pages: what the meeting says from a page whose text is wrong carries a note. */
#include "meeting_parts.h"

#include <string.h>

/* A word this long is still told from every other when one letter of it is wrong: "beslui". */
enum { TOLD_BYTES = 6 };

static void note_blocks(const Draft *draft, const GArray *blocks, const Item *item, int *noted);

/* Which pages are damaged was found out from their letters; here each fact of such a page gets its note:
 * one for every item and page, and one for every page with facts of the meeting itself. */
void damage_of_meeting(const Draft *draft)
{
    const Meeting *meeting = draft->meeting;
    g_autoptr(GArray) noted_pages = meeting_damaged_pages(meeting);

    for (guint i = 0; i < draft->damaged->len; i++) {
        int page = g_array_index(draft->damaged, int, i);
        if (!damaged_page_within(noted_pages, page, page))
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

/* Notes each damaged page of `blocks` after `*noted`, the last one that was. Pages come in order. */
static void note_blocks(const Draft *draft, const GArray *blocks, const Item *item, int *noted)
{
    g_autofree char *where = item && item->number ? g_strdup_printf("§ %s", item->number) : NULL;

    for (guint i = 0; blocks && i < blocks->len; i++) {
        const Block *block = &g_array_index(blocks, Block, i);
        int last = MAX(block->page, block->last_page), page;
        while ((page = damaged_page_within(draft->damaged, MAX(block->page, *noted + 1), last)) > 0) {
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
    const GArray *words = profile_words(draft->profile, WORDS_SECTION);

    if (!damaged_page_within(draft->damaged, block->page, block->page))
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

static int by_page(gconstpointer a, gconstpointer b)
{
    int x = *(const int *)a, y = *(const int *)b;
    return x < y ? -1 : x > y;
}

GArray *damaged_pages_of_blocks(const Blocks *blocks)
{
    GArray *pages = g_array_new(FALSE, FALSE, sizeof(int));

    for (guint i = 0; blocks->damaged && i < blocks->damaged->len; i++)
        g_array_append_val(pages, g_array_index(blocks->damaged, DamagedPage, i).page);
    g_array_sort(pages, by_page);
    return pages;
}

GArray *meeting_damaged_pages(const Meeting *meeting)
{
    GArray *pages = g_array_new(FALSE, FALSE, sizeof(int));

    for (guint i = 0; meeting->notes && i < meeting->notes->len; i++) {
        const Note *note = &g_array_index(meeting->notes, Note, i);
        if (note->kind == NOTE_PAGE_UNREADABLE)
            g_array_append_val(pages, note->page);
    }
    g_array_sort(pages, by_page);
    return pages;
}

int damaged_page_within(const GArray *pages, int first, int last)
{
    guint from = 0, end = pages->len;

    while (from < end) {
        guint middle = (from + end) / 2;
        if (g_array_index(pages, int, middle) < first)
            from = middle + 1;
        else
            end = middle;
    }
    return from < pages->len && g_array_index(pages, int, from) <= last ? g_array_index(pages, int, from) : 0;
}

int meeting_damaged_page(const Meeting *meeting, int first, int last)
{
    g_autoptr(GArray) pages = meeting_damaged_pages(meeting);

    return damaged_page_within(pages, first, last);
}
