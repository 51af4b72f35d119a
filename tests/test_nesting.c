/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of nesting: how deep headings lie, and which items are of one list. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "meeting_parts.h"

static const char *const ids[] = {"a", "b", "c", "d", "e", "f", "g", "h"};

/* Blocks as "h2" for a heading of level 2, "i1" for an item and "p" for a paragraph. */
static GArray *blocks_of(const char *shape)
{
    GArray *blocks = g_array_new(FALSE, TRUE, sizeof(Block));
    g_auto(GStrv) all = g_strsplit(shape, " ", -1);
    for (guint i = 0; all[i]; i++) {
        Block block = {.id = ids[i],
                       .kind = *all[i] == 'h'   ? BLOCK_HEADING
                               : *all[i] == 'i' ? BLOCK_ITEM
                                                : BLOCK_PARAGRAPH,
                       .level = (int)g_ascii_strtoll(all[i] + 1, NULL, 10)};
        g_array_append_val(blocks, block);
    }
    return blocks;
}

static void depths_and_lists_are_those_of_the_part(void **state)
{
    (void)state;
    static const struct {
        const char *shape;
        guint first;
        const char *nested; /* depth of each heading, list of each item */
    } rows[] = {
        {"h1 h2 h2 p h1", 0, "0 1 1 - 0"}, {"h2 h5 h3 h1 h9", 0, "0 1 1 0 1"}, /* levels are skipped */
        {"h1 h0 h2 h0", 0, "0 0 1 0"}, /* without a level it is nobody's */
        {"h1 h2 h3", 1, "0 0 1"},      /* the document's own title is above all */
        {"i1 i1 p i1", 0, "a a - d"},      {"i1 i2 i3 i2 i1 i2", 0, "a b c b a f"},
        {"i3 i2 i1", 0, "a a a"}, /* begins too deep */
        {"i1 i3 i2", 0, "a b b"}, /* skips a level on the way down */
        {"i0 i1 i0 i2", 0, "a a a d"},     {"i1 i2 h1 i2 i1", 0, "a b 0 d d"},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autoptr(GArray) blocks = blocks_of(rows[i].shape);
        g_autoptr(GString) nested = g_string_new(NULL);
        blocks_nest(blocks, rows[i].first);
        for (guint b = 0; b < blocks->len; b++) {
            const Block *block = &g_array_index(blocks, Block, b);
            g_string_append(nested, b > 0 ? " " : "");
            if (block->kind == BLOCK_HEADING)
                g_string_append_printf(nested, "%d", block->depth);
            else
                g_string_append(nested, block->list ? block->list : "-");
        }
        assert_string_equal(nested->str, rows[i].nested);
    }
    blocks_nest(NULL, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(depths_and_lists_are_those_of_the_part),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
