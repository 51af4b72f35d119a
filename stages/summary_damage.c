/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pages whose text cannot be trusted: nothing that stands on them is published. */
#include "summary.h"

#include "summary_parts.h"

static guint length_of(const GArray *array)
{
    return array ? array->len : 0;
}

static int damaged_in(const GArray *damaged, const GArray *blocks)
{
    for (guint i = 0; i < length_of(blocks); i++) {
        const Block *block = &g_array_index(blocks, Block, i);
        int page = damaged_page_within(damaged, block->page, MAX(block->page, block->last_page));
        if (page)
            return page;
    }
    return 0;
}

int summary_damaged_page(const GArray *damaged, const Item *item)
{
    int page = damaged_in(damaged, item->head);

    for (guint i = 0; !page && i < length_of(item->sections); i++)
        page = damaged_in(damaged, g_array_index(item->sections, Section, i).blocks);
    return page;
}

bool summary_drop_damaged(const GArray *damaged, GArray *blocks)
{
    guint kept = 0, had = length_of(blocks);

    for (guint i = 0; i < had; i++) {
        Block *block = &g_array_index(blocks, Block, i);
        if (damaged_page_within(damaged, block->page, MAX(block->page, block->last_page)))
            model_clear(&block_type_sv, block);
        else
            g_array_index(blocks, Block, kept++) = *block;
    }
    if (kept < had)
        g_array_set_size(blocks, kept);
    return kept < had;
}

bool summary_fact_damaged(const GArray *damaged, const Fact *fact)
{
    return damaged_page_within(damaged, fact->source.page, fact->source.page) != 0;
}
