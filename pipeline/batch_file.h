/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One file of a batch: looked up in its record, converted where that is needed, written. */
#ifndef BATCH_FILE_H
#define BATCH_FILE_H

#include "batch_list.h"
#include "batch_store.h"
#include "record.h"
#include "session.h"

/* What is the same for every file of a batch; all borrowed. */
typedef struct {
    Session *session;
    const BatchStore *store;
    const RecordKey *key;       /* without what the file itself has in it */
    const char *source;         /* where the tree is published; may be NULL */
    void (*computed)(gpointer); /* called with `told` when all that is left is to write */
    gpointer told;
} BatchSetting;

/* Converts the file and writes its outputs and its record, unless they are there already. Returns what there
 * is to report, but for path and time; `*message`, which the caller frees, is why it failed, or NULL. */
RunFile batch_file(const BatchSetting *setting, const BatchEntry *entry, char **message);

#endif
