/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The cage: a function run in a process of its own that has no rights, and the bytes it answers. */
#ifndef CAGE_H
#define CAGE_H

#include <glib.h>

#include "input_limits.h"

typedef enum {
    CAGE_ERROR_NONE,     /* the system gives no cage */
    CAGE_ERROR_PROCESS,  /* the system gives no process or pipe now */
    CAGE_ERROR_MEMORY,   /* a limit was reached */
    CAGE_ERROR_TIME,     /* … */
    CAGE_ERROR_OUTPUT,   /* … */
    CAGE_ERROR_CRASH,    /* it ended without its answer */
    CAGE_ERROR_TRESPASS, /* it tried what it has no right to */
} CageErrorCode;
#define CAGE_DOMAIN cage_domain_quark()
GQuark cage_domain_quark(void);

typedef struct Cage Cage;

/* A cage to run any number of functions in. Where `open` they run in a process of their own and within the
 * limits, but with all rights. Returns NULL with CAGE_ERROR_NONE where the kernel cannot take the rights
 * away. Free with cage_free(). */
Cage *cage_new(const Limits *limits, gboolean open, GError **error);
void cage_free(Cage *cage); /* NULL is fine */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Cage, cage_free)

/* Runs in the cage: has a copy of all memory, no file, and nothing it changes is seen outside but its answer:
 * the parts it sends, and one more that it returns. */
typedef GBytes *(*CageWork)(gpointer data);

/* For work that runs in a cage: sends these bytes of the part under way, so that they need not be kept, and
 * ends the part where they are its `last`. */
void cage_send(gconstpointer bytes, gsize length, gboolean last);

/* Runs `work` and returns the parts of its answer, an array of GBytes which the caller unreferences, at least
 * one; NULL with an error in CAGE_DOMAIN that names no file. Whoever broke the work chose the bytes: they are
 * to be judged like any input. */
GPtrArray *cage_run(const Cage *cage, CageWork work, gpointer data, GError **error);

#endif
