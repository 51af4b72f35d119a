/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of a batch: which files a folder tree or a list names, and where below the outputs each belongs.
 */
#ifndef BATCH_LIST_H
#define BATCH_LIST_H

#include <stdio.h>

#include "run.h"

typedef struct {
    const char *path;  /* to open it by */
    const char *place; /* below the folder of the outputs: "2024/minutes.pdf" */
    guint64 size;      /* bytes; 0 where that cannot be told */
    Reason reason;     /* why it cannot be converted, known before it is opened; REASON_NONE: it can */
    const char *fault; /* the same in words; NULL: it can */
} BatchEntry;

typedef struct {
    GStringChunk *chunk; /* owns every string */
    GArray *entries;     /* of BatchEntry, by the bytes of their places */
} BatchList;

/* The files of `operand`: those called *.pdf (in any case) in the tree below a folder, or those that a list
 * names, "-" being the one on `in`. The folder `out` is left out, and so is what begins with a period.
 * Two files whose outputs would have the same name both get a fault. Returns NULL with an error in
 * INPUT_DOMAIN or SESSION_DOMAIN that names the operand. */
BatchList *batch_list_new(const char *operand, FILE *in, const char *out, GError **error);
void batch_list_free(BatchList *list); /* NULL is fine */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(BatchList, batch_list_free)

#endif
