/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The numbers of items: whether they follow each other, and are those that the minutes say they hold. */
#include "check_parts.h"

/* "26" and "3 b" as one number that keeps their order; 0 where there is none. */
static int key_of(const Item *item)
{
    char *rest = NULL;
    if (!item->number)
        return 0;
    gint64 number = g_ascii_strtoll(item->number, &rest, 10);
    if (number <= 0 || number > 100000)
        return 0;
    while (*rest == ' ')
        rest++;
    int letter = g_ascii_isalpha(*rest) ? g_ascii_tolower(*rest) - 'a' + 1 : 0;
    return (int)number * 32 + letter;
}

static int number_of(int key)
{
    return key / 32;
}

static void find_missing(const Examination *e, const Item *before, int first, int last)
{
    Place place = place_of_item(before);
    if (first == last)
        examination_find(e, CHECK_NUMBER_MISSING, place, NULL, "§ %d saknas", first);
    else
        examination_find(e, CHECK_NUMBER_MISSING, place, NULL, "§§ %d–%d saknas", first, last);
}

/* Which items the minutes say they hold, against the first and last they have. */
static void compare_stated(const Examination *e)
{
    const GArray *items = e->meeting->items;
    const Fact *first = &e->meeting->first_number, *last = &e->meeting->last_number;
    if (!first->value || !last->value || !length_of(items))
        return;
    const char *begins = g_array_index(items, Item, 0).number;
    const char *ends = g_array_index(items, Item, items->len - 1).number;
    const Place place = {NULL, first->source.page, first->source.block};
    examination_case(e, CHECK_NUMBER_STATED);
    if (g_strcmp0(begins, first->value) != 0 || g_strcmp0(ends, last->value) != 0)
        examination_find(e, CHECK_NUMBER_STATED, place, NULL, "anger §§ %s–%s, har §§ %s–%s", first->value,
                         last->value, begins ? begins : "?", ends ? ends : "?");
}

void check_numbers(const Examination *e)
{
    g_autoptr(GHashTable) seen = g_hash_table_new(NULL, NULL);    /* keys */
    g_autoptr(GHashTable) numbers = g_hash_table_new(NULL, NULL); /* without letters */
    const GArray *items = e->meeting->items;
    for (guint i = 0; i < length_of(items); i++) {
        int key = key_of(&g_array_index(items, Item, i));
        g_hash_table_add(numbers, GINT_TO_POINTER(number_of(key)));
    }

    int highest = 0; /* key so far */
    for (guint i = 0; i < length_of(items); i++) {
        const Item *item = &g_array_index(items, Item, i);
        int key = key_of(item);
        if (!key)
            continue;
        examination_case(e, CHECK_NUMBER_MISSING);
        examination_ask(e, CHECK_NUMBER_ORDER, key < highest, place_of_item(item), item->title.value);
        examination_ask(e, CHECK_NUMBER_REPEATED, !g_hash_table_add(seen, GINT_TO_POINTER(key)),
                        place_of_item(item), item->title.value);
        int first = number_of(highest) + 1, last = number_of(key) - 1;
        while (highest && first <= last && g_hash_table_contains(numbers, GINT_TO_POINTER(first)))
            first++;
        while (highest && first <= last && g_hash_table_contains(numbers, GINT_TO_POINTER(last)))
            last--;
        if (highest && first <= last)
            find_missing(e, item, first, last);
        highest = MAX(highest, key);
    }
    compare_stated(e);
}
