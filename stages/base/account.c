/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Accounts: minutes of one meeting may come twice, before they are adjusted and after, or of some items
 * alone. */
#include "base/account.h"

#include <string.h>

static gint by_rank(gconstpointer a, gconstpointer b, gpointer most);
static bool is_same_meeting(const Account *a, const Account *b);

void accounts_settle(Account *accounts, guint count)
{
    guint most = 0;
    for (guint i = 0; i < count; i++)
        most = MAX(most, accounts[i].items);
    g_qsort_with_data(accounts, (gint)count, sizeof *accounts, by_rank, &most);
    for (guint i = 1; i < count; i++)
        for (guint j = 0; j < i && !accounts[i].by; j++)
            if (!accounts[j].by && is_same_meeting(&accounts[j], &accounts[i]))
                accounts[i].by = &accounts[j];
}

static gint by_text(const char *a, const char *b)
{
    return a && b ? strcmp(a, b) : (a == NULL) - (b == NULL); /* what is not known comes last */
}

/* Minutes before a summary; those of some items alone last; what is adjusted before what is not, the latest
 * first; those with most items. */
static gint by_rank(gconstpointer a, gconstpointer b, gpointer most)
{
    const Account *first = a, *second = b;
    guint whole = *(const guint *)most;
    const gint orders[] = {
        second->minutes - first->minutes,         (first->items * 2 < whole) - (second->items * 2 < whole),
        first->preliminary - second->preliminary, -g_strcmp0(first->adjusted, second->adjusted),
        (gint)second->items - (gint)first->items, by_text(first->sha256, second->sha256),
        by_text(first->name, second->name),
    };
    for (gsize i = 0; i < G_N_ELEMENTS(orders); i++)
        if (orders[i] != 0)
            return orders[i];
    return 0;
}

/* Two meetings may be on one day: then their items have other numbers. A published summary has none. */
static bool is_same_meeting(const Account *a, const Account *b)
{
    if (a->sha256 && g_strcmp0(a->sha256, b->sha256) == 0)
        return true;
    if (a->alone || b->alone)
        return false;
    if (!a->minutes || !b->minutes)
        return true;
    for (guint i = 0; i < a->numbers->len; i++)
        for (guint j = 0; j < b->numbers->len; j++)
            if (strcmp(g_ptr_array_index(a->numbers, i), g_ptr_array_index(b->numbers, j)) == 0)
                return true;
    return false;
}
