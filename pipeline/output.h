/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Output: files that are either whole or not there, and a standard output that is checked. */
#ifndef OUTPUT_H
#define OUTPUT_H

#include <glib.h>
#include <stdio.h>

typedef enum {
    OUTPUT_ERROR_FOLDER, /* the folder cannot be made or written to */
    OUTPUT_ERROR_WRITE,
} OutputErrorCode;
#define OUTPUT_DOMAIN output_domain_quark()
GQuark output_domain_quark(void);

/* Files of one folder that appear together: first each is written under a temporary name and
 * synced, then all are renamed. */
typedef struct Outputs Outputs;

/* Makes the folder, with its parents, where it is missing. Free with outputs_free(). */
Outputs *outputs_new(const char *folder, GError **error);
/* Writes `bytes` to a temporary file that is to become `name`. */
gboolean outputs_add(Outputs *outputs, const char *name, GBytes *bytes, GError **error);
/* Gives every file its name; a file of that name that was there is replaced. */
gboolean outputs_commit(Outputs *outputs, GError **error);
/* Takes away every temporary file that did not get its name. NULL is fine. */
void outputs_free(Outputs *outputs);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Outputs, outputs_free)

/* Writes `bytes` to `out` and flushes it; an error when not all of it went through. */
gboolean output_stream(FILE *out, GBytes *bytes, GError **error);

#endif
