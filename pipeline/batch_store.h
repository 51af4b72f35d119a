/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The store of a batch: what it keeps in the folder of its outputs beside them, under .sammandrag. */
#ifndef BATCH_STORE_H
#define BATCH_STORE_H

#include <glib.h>

#include "shard.h"

typedef struct BatchStore BatchStore;

/* Makes the folder `out` where it is missing, and what belongs to `shard` in it. As long as the store is
 * open, in this process or one forked from it, no other run of the same shard, nor one of the whole, gets it.
 * Returns NULL with an error in OUTPUT_DOMAIN. Close with batch_store_close(). */
BatchStore *batch_store_open(const char *out, Shard shard, GError **error);
void batch_store_close(BatchStore *store); /* NULL is fine */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(BatchStore, batch_store_close)

/* The folder of outputs. */
const char *batch_store_out(const BatchStore *store);

/* A folder of the same file system for files that have no name yet. */
const char *batch_store_temporaries(const BatchStore *store);

/* Where the record of the file called `place` is; the caller frees it. */
char *batch_store_record(const BatchStore *store, const char *place);

/* The places of all files that have a record, sorted by bytes; the caller unreferences the array. */
GPtrArray *batch_store_places(const BatchStore *store);

#endif
