/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Limits: how much one input may take, as --limit NAME=VALUE sets it. */
#ifndef INPUT_LIMITS_H
#define INPUT_LIMITS_H

#include <glib.h>

typedef struct {
    guint memory; /* MiB allocated while it is read and rendered */
    guint time;   /* seconds of CPU; by the clock it may take LIMITS_CLOCK times as many */
    guint output; /* MiB of all that is made of it */
    guint pages;  /* of a PDF */
} Limits;
enum { LIMITS_CLOCK = 4 };

/* Sets `*limits` to what holds where nothing is said, and then by `given`, an array of NAME=VALUE ended by
 * NULL (may be NULL itself). Returns false with an error in G_OPTION_ERROR. */
gboolean limits_parse(Limits *limits, char *const *given, GError **error);

#endif
