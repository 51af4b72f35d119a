/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What kommunallagen 5 kap. 66 and 67 §§ ask of each item: title, decision and, where there was disagreement,
 * motions and procedure. */
#include <string.h>

#include "check_parts.h"

bool item_has_section(const Item *item, SectionKind kind)
{
    for (guint i = 0; i < length_of(item->sections); i++)
        if (g_array_index(item->sections, Section, i).kind == kind)
            return true;
    return false;
}

bool item_says(const Item *item, const char *words)
{
    for (guint i = 0; i < length_of(item->sections); i++) {
        const Section *section = &g_array_index(item->sections, Section, i);
        for (guint j = 0; j < length_of(section->blocks); j++) {
            g_autofree char *plain = block_plain(&g_array_index(section->blocks, Block, j));
            g_autofree char *lower = g_utf8_strdown(plain, -1);
            if (strstr(lower, words))
                return true;
        }
    }
    return false;
}

/* An item in which something was to be decided: minutes also number talks, hours of questions and the like,
 * which need no decision. */
static bool is_to_be_decided(const Item *item)
{
    return item_has_section(item, SECTION_PROPOSAL) || item_has_section(item, SECTION_MOTIONS) ||
           length_of(item->motions) || length_of(item->votes) || length_of(item->reservations);
}

void check_items(const Examination *e)
{
    for (guint i = 0; i < length_of(e->meeting->items); i++) {
        const Item *item = &g_array_index(e->meeting->items, Item, i);
        const Place place = place_of_item(item);
        const char *title = item->title.value;
        bool decided = item_has_section(item, SECTION_DECISION);

        examination_ask(e, CHECK_TITLE_MISSING, !title, place, NULL);
        examination_ask(e, CHECK_DECISION_MISSING, !decided && is_to_be_decided(item), place, title);
        examination_ask(e, CHECK_DECISION_NONE,
                        !decided && !is_to_be_decided(item) && item->question.kind == QUESTION_NONE, place,
                        title);
        if (length_of(item->votes) || length_of(item->reservations)) {
            bool moved = length_of(item->motions) || item_has_section(item, SECTION_MOTIONS) ||
                         item_says(item, "yrka");
            examination_ask(e, CHECK_MOTION_MISSING, !moved, place, title);
        }
        if (length_of(item->votes)) {
            bool put = item_has_section(item, SECTION_PROCEDURE) || item_says(item, "proposition") ||
                       item_says(item, "ställer") || item_says(item, "följande ordning");
            examination_ask(e, CHECK_PROCEDURE_MISSING, !put, place, title);
        }
    }
}
