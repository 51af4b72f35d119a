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

/* To be called once, before anything is opened: takes the numbers of standard streams that are closed, so
 * that no file gets them and with it what is printed, and makes a limit on file sizes an error. */
void output_begin(void);

/* Makes the folder with its parents where it is missing, for good: each is synced into the one it is in. */
gboolean output_folder(const char *path, GError **error);

/* Files of one folder that appear together. Each is written and synced without a name where the file
 * system can do that, else under a temporary one; then all get their names, and the folder is synced.
 * SIGINT, SIGTERM and SIGHUP wait as long as there are Outputs, so keep them for the writing alone. */
typedef struct Outputs Outputs;

/* Makes the folder, with its parents, where it is missing. Temporary names, ".sammandrag." and eight hex
 * digits, are made in `temporaries`, a folder of the same file system; NULL: in the folder itself. Free with
 * outputs_free(). */
Outputs *outputs_new(const char *folder, const char *temporaries, GError **error);
/* Writes `bytes` to the disk; they are to become the file `name`. */
gboolean outputs_add(Outputs *outputs, const char *name, GBytes *bytes, GError **error);
/* Gives every file its name; a file, or a link, of that name that was there is replaced. After an error
 * names that are new are taken away again. */
gboolean outputs_commit(Outputs *outputs, GError **error);
/* Drops every file that did not get its name. NULL is fine. */
void outputs_free(Outputs *outputs);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Outputs, outputs_free)

/* Very many files are synced together: each is written, in any process, under a number of its own into
 * `temporaries`; then all that has been written is synced; then each gets its name. */
gboolean output_stage(const char *temporaries, guint number, GBytes *bytes, GError **error);
/* Syncs the file system of the folder. */
gboolean output_sync(const char *folder, GError **error);
/* Makes the folders of `path`, unsynced, and gives the file its name; one that was there is replaced. Where
 * no file has the number nothing is done. */
gboolean output_name_staged(const char *temporaries, guint number, const char *path, GError **error);

/* Takes away temporary files in the folder, which need not exist, whose writers were killed. */
void outputs_sweep(const char *folder);

/* Writes `bytes` to `out` and flushes it; an error when not all of it went through. */
gboolean output_stream(FILE *out, GBytes *bytes, GError **error);

#endif
