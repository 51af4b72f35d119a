/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fuzz target: bytes as the record of a file, that an earlier batch is to have left. */
#define _GNU_SOURCE
#include <stdio.h>
#include <sys/mman.h>
#include <unistd.h>

#include "fuzz.h"
#include "record.h"

/* Reads it by the path of a file that is in memory alone. */
static Record *from_bytes(const void *bytes, gsize size)
{
    int file = memfd_create("record", 0);
    g_autofree char *path = g_strdup_printf("/proc/self/fd/%d", file);
    g_assert_true(file >= 0 && write(file, bytes, size) == (gssize)size);
    Record *record = record_from_file(path);
    close(file);
    return record;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    xml_begin();
    g_autoptr(Record) record = from_bytes(data, size);
    if (!record)
        return 0;
    g_autoptr(GBytes) written = record_to_bytes(record);
    gsize length;
    const void *bytes = g_bytes_get_data(written, &length);
    g_autoptr(Record) again = from_bytes(bytes, length);
    g_assert_nonnull(again);
    g_assert_true(record_key_equal(&record->key, &again->key));
    g_autoptr(GBytes) rewritten = record_to_bytes(again);
    g_assert_true(g_bytes_equal(written, rewritten));
    return 0;
}
