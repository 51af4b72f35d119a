/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Agendas: a file that is one is no minutes; of a file that holds both, only the minutes' part is. */
#include "meeting_parts.h"

#include <string.h>

/* What a page is stands in its running head or in its first blocks, by itself or before a day or a body. */
enum { TOP_BLOCKS = 3, TITLE_BYTES = 90 };

static bool page_is(const Draft *draft, int page, const char *meaning);
static bool share_a_day(const Draft *draft, int first, int second);

static bool begins_as(const Draft *draft, const char *text, const char *meaning)
{
    const Word *word = text && strlen(text) < TITLE_BYTES
                           ? profile_prefix(draft->profile, WORDS_DOCUMENT, text, NULL)
                           : NULL;

    return word != NULL && g_strcmp0(word->meaning, meaning) == 0;
}

/* A pack of papers sent before a meeting can hold minutes of other meetings; those of this one are of the
 * same day. */
bool agenda_of_file(const Draft *draft, guint *minutes)
{
    const GArray *blocks = draft->blocks->blocks;
    int page = 0;

    *minutes = 0;
    if (blocks == NULL || blocks->len == 0)
        return false;
    int first = g_array_index(blocks, Block, 0).page;
    if (!page_is(draft, first, "foredragningslista") || page_is(draft, first, "protokoll"))
        return false;
    for (guint i = 1; i < blocks->len; i++) {
        const Block *block = &g_array_index(blocks, Block, i);
        if (block->page == first || block->page == page)
            continue;
        page = block->page;
        if (page_is(draft, page, "protokoll") && share_a_day(draft, first, page)) {
            *minutes = i;
            return false;
        }
    }
    return true;
}

void attach_agenda(const Draft *draft, guint minutes)
{
    const GArray *blocks = draft->blocks->blocks;
    Attachment agenda = {.label = "Föredragningslista"}; /* unless it calls itself otherwise */
    bool named = false;

    if (minutes == 0)
        return;
    for (guint i = 0; i < minutes; i++) {
        const Block *block = &g_array_index(blocks, Block, i);
        if (i < TOP_BLOCKS && !named && begins_as(draft, block->text.s, "foredragningslista")) {
            agenda.label = block->text.s;
            named = true;
        }
        draft_append_block(draft, &agenda.blocks, block);
    }
    agenda.label = draft_string(draft, agenda.label, -1);
    agenda.page = g_array_index(blocks, Block, 0).page;
    draft_append(&draft->meeting->attachments, sizeof agenda, &agenda);
}

static bool page_is(const Draft *draft, int page, const char *meaning)
{
    const Blocks *blocks = draft->blocks;
    guint seen = 0;

    for (guint i = 0; blocks->dropped && i < blocks->dropped->len; i++) {
        const Dropped *dropped = &g_array_index(blocks->dropped, Dropped, i);
        if (dropped->page == page && dropped->reason == DROP_HEAD && begins_as(draft, dropped->text, meaning))
            return true;
    }
    for (guint i = 0; blocks->blocks && i < blocks->blocks->len && seen < TOP_BLOCKS; i++) {
        const Block *block = &g_array_index(blocks->blocks, Block, i);
        if (block->page != page)
            continue;
        seen++;
        bool title = block->kind == BLOCK_HEADING || block->bold || block->size > draft->body_size + 0.5;
        if (title && begins_as(draft, block->text.s, meaning))
            return true;
        for (guint cell = 0; draft_cell(block, cell) != NULL; cell++)
            if (begins_as(draft, draft_cell(block, cell), meaning))
                return true;
    }
    return false;
}

/* The days that the blocks and running heads of a page name. */
static GArray *days_of_page(const Draft *draft, int page)
{
    const Blocks *blocks = draft->blocks;
    GArray *days = g_array_new(FALSE, FALSE, sizeof(const char *));
    g_autoptr(GString) all = g_string_new(NULL);

    for (guint i = 0; blocks->dropped && i < blocks->dropped->len; i++) {
        const Dropped *dropped = &g_array_index(blocks->dropped, Dropped, i);
        if (dropped->page == page && dropped->text && dropped->reason != DROP_HIDDEN)
            g_string_append_printf(all, "%s\n", dropped->text);
    }
    for (guint i = 0; blocks->blocks && i < blocks->blocks->len; i++) {
        const Block *block = &g_array_index(blocks->blocks, Block, i);
        g_autofree char *line = block->page == page ? draft_line(block) : NULL;
        if (line)
            g_string_append_printf(all, "%s\n", line);
    }
    dates_in(draft, all->str, days);
    return days;
}

static bool share_a_day(const Draft *draft, int first, int second)
{
    g_autoptr(GArray) ours = days_of_page(draft, first), theirs = days_of_page(draft, second);

    for (guint i = 0; i < ours->len; i++)
        for (guint j = 0; j < theirs->len; j++)
            if (strcmp(g_array_index(ours, const char *, i), g_array_index(theirs, const char *, j)) == 0)
                return true;
    return false;
}
