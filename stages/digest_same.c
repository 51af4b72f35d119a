/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The same meeting told of twice: which account counts. */
#include "digest_parts.h"

#include <string.h>

#include "base/account.h"

static gint by_key(gconstpointer a, gconstpointer b);

void digest_drop_replaced(DigestMaker *maker)
{
    g_autoptr(GArray) accounts = g_array_new(FALSE, FALSE, sizeof(Account));
    g_autoptr(GPtrArray) known = g_ptr_array_new();
    for (guint i = 0; i < maker->meetings->len; i++)
        if (g_array_index(maker->meetings, MakerMeeting, i).key)
            g_ptr_array_add(known, &g_array_index(maker->meetings, MakerMeeting, i));
    g_ptr_array_sort(known, by_key);
    for (guint i = 0; i < known->len; i++) {
        const MakerMeeting *meeting = g_ptr_array_index(known, i);
        Account account = {.of = i,
                           .minutes = meeting->said.kind == DOCUMENT_MINUTES,
                           .preliminary = !meeting->adjusted,
                           .adjusted = meeting->said.adjusted_on,
                           .sha256 = meeting->said.sha256,
                           .name = meeting->said.file,
                           .items = (guint)meeting->said.items,
                           .numbers = meeting->numbers};
        g_array_append_val(accounts, account);
    }
    for (guint i = 0, end; i < known->len; i = end) {
        for (end = i + 1; end < known->len; end++)
            if (by_key(&g_ptr_array_index(known, i), &g_ptr_array_index(known, end)) != 0)
                break;
        accounts_settle(&g_array_index(accounts, Account, i), end - i);
    }
    for (guint i = 0; i < accounts->len; i++) {
        const Account *account = &g_array_index(accounts, Account, i);
        if (!account->by)
            continue;
        MakerMeeting *worse = g_ptr_array_index(known, account->of);
        const MakerMeeting *better = g_ptr_array_index(known, account->by->of);
        worse->dropped = true;
        DigestLeftOut left = {LEFT_OUT_REPLACED, worse->said.file, better->said.file};
        maker->digest->left_out = digest_appended(maker->digest->left_out, sizeof left, &left);
    }
}

static gint by_key(gconstpointer a, gconstpointer b)
{
    return strcmp((*(MakerMeeting *const *)a)->key, (*(MakerMeeting *const *)b)->key);
}
