/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Small meetings for tests, written as lines: "# " heading of an item, "#+ " its second line, "## " of a
 * section, "* " item of a list, "| " label and value parted by "|", "= " top of a new page, anything else a
 * paragraph. */
#ifndef MEETING_FIXTURE_H
#define MEETING_FIXTURE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <string.h>

#include "base/xml.h"
#include "meeting_parts.h"

/* The built-in profile; the caller frees it. */
static inline Profile *fixture_profile(void)
{
    g_autofree char *bytes = NULL;
    gsize length;

    xml_begin();
    assert_true(g_file_get_contents("profiles/allmant.xml", &bytes, &length, NULL));
    xmlDoc *doc = xml_read(bytes, length, "allmant.xml", NULL);
    assert_non_null(doc);
    Profile *profile = profile_from_xml(doc, NULL, NULL);
    assert_non_null(profile);
    xml_free(doc);
    return profile;
}

static inline void fixture_cell(Blocks *blocks, GArray *cells, const char *text)
{
    Cell cell = {.text = {text_collapsed(text, -1, blocks->chunk), NULL}};
    g_array_append_val(cells, cell);
}

/* The blocks that the lines stand for; the caller frees them with blocks_free(). */
static inline Blocks *fixture_blocks(const char *lines)
{
    Blocks *blocks = g_new0(Blocks, 1);
    g_auto(GStrv) all = g_strsplit(lines, "\n", -1);
    int page = 1;

    blocks->chunk = g_string_chunk_new(1024);
    blocks->blocks = g_array_new(FALSE, TRUE, sizeof(Block));
    for (guint i = 0; all[i]; i++) {
        const char *line = all[i], *text;
        g_autofree char *id = g_strdup_printf("b%u", i + 1);
        Block block = {.kind = BLOCK_PARAGRAPH, .size = 10};
        if (*line == '\0')
            continue;
        if (text_begins(line, "= ", &line))
            page++;
        if (text_begins(line, "## ", &text) || text_begins(line, "#+ ", &text) ||
            text_begins(line, "# ", &text)) {
            block.follows = line[1] == '+';
            block.kind = BLOCK_HEADING;
            block.bold = true;
            block.level = line[1] == '#' ? 2 : 1;
            block.size = line[1] == '#' ? 12 : 14;
        } else if (text_begins(line, "* ", &text)) {
            block.kind = BLOCK_ITEM;
            block.level = 1;
            block.marker = "•";
        } else if (text_begins(line, "| ", &text)) {
            g_auto(GStrv) cells = g_strsplit(text, "|", -1);
            Row row = {page, g_array_new(FALSE, TRUE, sizeof(Cell))};
            for (char **cell = cells; *cell; cell++)
                fixture_cell(blocks, row.cells, *cell);
            block.kind = BLOCK_ROW;
            block.rows = g_array_new(FALSE, TRUE, sizeof(Row));
            g_array_append_val(block.rows, row);
            text = NULL;
        } else {
            text = line;
        }
        block.id = g_string_chunk_insert(blocks->chunk, id);
        block.page = page;
        block.text.s = text ? g_string_chunk_insert(blocks->chunk, text) : NULL;
        g_array_append_val(blocks->blocks, block);
    }
    blocks->pages = page;
    return blocks;
}

/* The meeting that the lines stand for; the caller frees it with meeting_free(). */
static inline Meeting *fixture_meeting(const char *lines)
{
    Profile *profile = fixture_profile();
    Blocks *blocks = fixture_blocks(lines);
    Meeting *meeting = meeting_from_blocks(blocks, profile);

    blocks_free(blocks);
    profile_free(profile);
    return meeting;
}

static inline const Item *fixture_item(const Meeting *meeting, guint index)
{
    assert_non_null(meeting->items);
    assert_true(index < meeting->items->len);
    return &g_array_index(meeting->items, Item, index);
}

static inline bool fixture_has_note(const Meeting *meeting, NoteKind kind)
{
    for (guint i = 0; meeting->notes && i < meeting->notes->len; i++)
        if (g_array_index(meeting->notes, Note, i).kind == kind)
            return true;
    return false;
}

/* The minutes around a front: §§ 11–13, the first with `item` in it. */
static inline Meeting *fixture_meeting_with(const char *front, const char *item)
{
    g_autofree char *lines =
        g_strdup_printf("# Protokoll\n%s\n# § 11 Taxa\n%s\n## Beslut\nNämnden beslutar att godkänna.\n"
                        "# § 12 Val\n## Beslut\nNämnden beslutar att godkänna.\n"
                        "# § 13 Slut\n## Beslut\nNämnden beslutar att godkänna.",
                        front, item ? item : "Text.");
    return fixture_meeting(lines);
}

/* Names, a comma between them; the caller frees it. */
static inline char *fixture_names(const GArray *persons)
{
    GString *names = g_string_new(NULL);

    for (guint i = 0; persons && i < persons->len; i++) {
        const Person *person = &g_array_index(persons, Person, i);
        g_string_append_printf(names, "%s%s", i ? ", " : "", person->name);
    }
    return g_string_free(names, FALSE);
}

#endif
