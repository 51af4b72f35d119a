/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The profile that a document is read with, where none is given: the one that recognises it. */
#include "chosen.h"

#include <string.h>

enum { FIRST_PAGES = 2 }; /* whose body it is stands here, and in running heads that are here too */

static void add(GString *text, int page, const char *s)
{
    if (page <= FIRST_PAGES && s)
        g_string_append_printf(text, "%s ", s);
}

static void add_pages(GString *text, const Pages *pages)
{
    for (guint i = 0; pages->pages && i < pages->pages->len; i++) {
        const Page *page = &g_array_index(pages->pages, Page, i);
        for (guint j = 0; page->runs && j < page->runs->len; j++)
            add(text, page->number, g_array_index(page->runs, Run, j).text);
    }
}

static void add_lines(GString *text, const Lines *lines)
{
    for (guint i = 0; lines->lines && i < lines->lines->len; i++) {
        const Line *line = &g_array_index(lines->lines, Line, i);
        for (guint j = 0; line->parts && j < line->parts->len; j++)
            add(text, line->page, g_array_index(line->parts, Part, j).text.s);
    }
}

static void add_blocks(GString *text, const Blocks *blocks)
{
    for (guint i = 0; blocks->dropped && i < blocks->dropped->len; i++) {
        const Dropped *dropped = &g_array_index(blocks->dropped, Dropped, i);
        if (dropped->reason != DROP_HIDDEN)
            add(text, dropped->page, dropped->text);
    }
    for (guint i = 0; blocks->blocks && i < blocks->blocks->len; i++) {
        const Block *block = &g_array_index(blocks->blocks, Block, i);
        g_autofree char *plain = block->page <= FIRST_PAGES ? block_plain(block) : NULL;
        add(text, block->page, plain);
    }
}

const Profile *chosen_profile(Session *session, const Document *document, GError **error)
{
    g_autoptr(GString) text = g_string_new(NULL);
    switch (document->format) {
    case FORMAT_PAGES:
        add_pages(text, document->pages);
        break;
    case FORMAT_LINES:
        add_lines(text, document->lines);
        break;
    case FORMAT_BLOCKS:
        add_blocks(text, document->blocks);
        break;
    case FORMAT_MEETING: /* says which it was; one that is not installed cannot be had again */
        if (document->meeting->profile && !strpbrk(document->meeting->profile, "/.")) {
            const Profile *same = resources_profile(session->resources, document->meeting->profile, NULL);
            if (same)
                return same;
        }
        return resources_profile(session->resources, NULL, error);
    default:
        return resources_profile(session->resources, NULL, error);
    }
    return resources_profile_for(session->resources, text->str, error);
}
