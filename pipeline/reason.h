/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reasons: why an input was not converted, as a closed list. */
#ifndef REASON_H
#define REASON_H

#include <glib.h>

/* Constant, name in reports, whether the same input would fail so again, what a reader is told. */
#define REASONS(X)                                                                                           \
    X(REASON_NONE, "", TRUE, "")                                                                             \
    X(REASON_MISSING, "missing", FALSE, "there is no such file")                                             \
    X(REASON_UNREADABLE, "unreadable", FALSE, "cannot be opened and read")                                   \
    X(REASON_NAME, "name", FALSE, "its outputs would have the names of another file's")                      \
    X(REASON_NOT_PDF, "not-pdf", TRUE, "not a PDF")                                                          \
    X(REASON_ENCRYPTED, "encrypted", TRUE, "needs a password")                                               \
    X(REASON_DAMAGED, "damaged", TRUE, "damaged beyond repair")                                              \
    X(REASON_SCAN, "scan", TRUE, "pictures of text only")                                                    \
    X(REASON_EMPTY, "empty", TRUE, "is empty")                                                               \
    X(REASON_CORRECTIONS, "corrections", TRUE, "its file of corrections cannot be used")                     \
    X(REASON_LIMIT, "limit", FALSE, "needs more time, memory or pages than it may")                          \
    X(REASON_CRASH, "crash", FALSE, "the process that read it broke down")                                   \
    X(REASON_KILLED, "killed", FALSE, "its worker was killed from outside")                                  \
    X(REASON_OUTPUT, "output", FALSE, "its outputs cannot be written")                                       \
    X(REASON_INSTALLATION, "installation", FALSE, "a schema, stylesheet or profile is missing or broken")    \
    X(REASON_PROGRAM, "program", TRUE, "a fault of the program: please report it")

typedef enum {
#define X(constant, name, lasting, text) constant,
    REASONS(X)
#undef X
        REASON__MAX
} Reason;

extern const char *const reason_names[]; /* by Reason, ends with NULL */

/* The reason that an error of reading, converting or writing one input stands for. */
Reason reason_from_error(const GError *error);

/* True when the same input would fail for this reason again, so that it need not be tried. */
gboolean reason_lasts(Reason reason);

#endif
