/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fuzz target: bytes as the list of a batch. Every file of it has a place of its own below the outputs. */
#define _GNU_SOURCE
#include <stdio.h>
#include <string.h>

#include "batch_list.h"
#include "fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size == 0)
        return 0;
    FILE *in = fmemopen((void *)(gpointer)data, size, "r");
    g_autoptr(BatchList) list = batch_list_new("-", in, "out", NULL);
    fclose(in);
    for (guint i = 0; list && i < list->entries->len; i++) {
        const BatchEntry *entry = &g_array_index(list->entries, BatchEntry, i);
        g_assert_true(*entry->place && *entry->place != '/' && strcmp(entry->place, "..") != 0);
        g_assert_true(!g_str_has_prefix(entry->place, "../") && !strstr(entry->place, "/../") &&
                      !g_str_has_suffix(entry->place, "/.."));
        g_assert_true(i == 0 || strcmp(entry[-1].place, entry->place) < 0 || entry->fault);
        g_assert_true((entry->fault != NULL) == (entry->reason != REASON_NONE));
    }
    return 0;
}
