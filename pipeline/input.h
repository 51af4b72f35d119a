/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Input: the bytes of a file or of standard input, and what to call it. */
#ifndef INPUT_H
#define INPUT_H

#include <glib.h>
#include <stdio.h>

typedef enum {
    INPUT_ERROR_MISSING,
    INPUT_ERROR_FOLDER,
    INPUT_ERROR_UNREADABLE,
} InputErrorCode;
#define INPUT_DOMAIN input_domain_quark()
GQuark input_domain_quark(void);

/* An input that was read; nothing in it was looked at. */
typedef struct {
    const char *path;    /* as it was named; borrowed */
    char *label, *name;  /* input_label(), input_name() */
    GBytes *bytes;       /* NULL until it is read */
    GBytes *corrections; /* the file that goes with it; NULL where there is none */
    char *corrections_label;
    GBytes *decisions; /* the review that goes with it; NULL where there is none */
    char *decisions_label;
} Input;
void input_clear(Input *input);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Input, input_clear)

/* True when the first thing that is no blank, after a byte order mark, is "<". */
gboolean input_is_xml(const Input *input);

/* Reads the file `path`, or `in` when `path` is "-". Returns its bytes, which the caller
 * unreferences, or NULL with an error in INPUT_DOMAIN that does not repeat the name. */
GBytes *input_read(const char *path, FILE *in, GError **error);

/* True for a file so large that converting it takes a while. */
gboolean input_is_large(const char *path);

/* The name of `path` without folders, as valid UTF-8 without control characters, for XML;
 * "stdin.pdf" for "-". The caller frees it. */
char *input_name(const char *path);

/* `path` for a message of one line: as input_name(), but with folders; "stdin" for "-". */
char *input_label(const char *path);

#endif
