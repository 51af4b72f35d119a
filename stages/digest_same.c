/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The same meeting told of twice: which account counts. */
#include "digest_parts.h"

#include <string.h>

static bool same_meeting(const MakerMeeting *a, const MakerMeeting *b);
static bool is_better(const MakerMeeting *a, const MakerMeeting *b);

void digest_drop_replaced(DigestMaker *maker)
{
    for (guint i = 0; i < maker->meetings->len; i++)
        for (guint j = i + 1; j < maker->meetings->len; j++) {
            MakerMeeting *a = &g_array_index(maker->meetings, MakerMeeting, i);
            MakerMeeting *b = &g_array_index(maker->meetings, MakerMeeting, j);
            if (a->dropped || b->dropped || !same_meeting(a, b))
                continue;
            MakerMeeting *worse = is_better(b, a) ? a : b, *better = worse == a ? b : a;
            worse->dropped = true;
            DigestLeftOut left = {LEFT_OUT_REPLACED, worse->said.file, better->said.file};
            maker->digest->left_out = digest_appended(maker->digest->left_out, sizeof left, &left);
        }
}

/* Two meetings of a body may be on one day: then their items have other numbers. A published summary has
 * none. */
static bool same_meeting(const MakerMeeting *a, const MakerMeeting *b)
{
    if (a->said.sha256 && g_strcmp0(a->said.sha256, b->said.sha256) == 0)
        return true;
    if (!a->key || g_strcmp0(a->key, b->key) != 0)
        return false;
    if (a->numbers->len == 0 || b->numbers->len == 0)
        return true;
    for (guint i = 0; i < a->numbers->len; i++)
        for (guint j = 0; j < b->numbers->len; j++)
            if (strcmp(g_ptr_array_index(a->numbers, i), g_ptr_array_index(b->numbers, j)) == 0)
                return true;
    return false;
}

/* Minutes rather than a summary; all of them rather than an extract; then what is adjusted, and later. */
static bool is_better(const MakerMeeting *a, const MakerMeeting *b)
{
    const DigestMeeting *first = &a->said, *second = &b->said;
    if ((first->kind == DOCUMENT_MINUTES) != (second->kind == DOCUMENT_MINUTES))
        return first->kind == DOCUMENT_MINUTES;
    if ((first->items < second->items / 2) != (second->items < first->items / 2))
        return second->items < first->items / 2;
    if (a->adjusted != b->adjusted)
        return a->adjusted;
    int later = g_strcmp0(first->adjusted_on, second->adjusted_on); /* NULL is before every day */
    if (later != 0)
        return later > 0;
    if (first->items != second->items)
        return first->items > second->items;
    return g_strcmp0(first->sha256, second->sha256) < 0;
}
