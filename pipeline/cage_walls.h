/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The walls of the cage: what a process takes away from itself before it touches hostile bytes. */
#ifndef CAGE_WALLS_H
#define CAGE_WALLS_H

#include <glib.h>

#include "input_limits.h"

/* How a caged process ends of itself. */
enum {
    CAGE_EXIT_ANSWERED = 0,
    CAGE_EXIT_EXHAUSTED = 101, /* an allocation failed */
    CAGE_EXIT_OPEN = 102,      /* a wall could not be raised: nothing was done */
    CAGE_EXIT_UNHEARD = 103,   /* the answer could not be sent */
};

/* The one file a caged process has: the pipe that takes its answer. */
enum { CAGE_FILE = 3 };

/* True where the address sanitizer is built in: it needs more memory and more calls than a cage gives. */
#if defined __SANITIZE_ADDRESS__
#define CAGE_SANITIZED 1
#elif defined __has_feature
#if __has_feature(address_sanitizer)
#define CAGE_SANITIZED 1
#endif
#endif
#ifndef CAGE_SANITIZED
#define CAGE_SANITIZED 0
#endif

/* The filter of system calls, compiled once for all processes: an array of struct sock_filter that the caller
 * unreferences; NULL where the kernel has no such filters or cannot end a process by one. */
GArray *walls_filter(void);

/* Take effect in the calling process, which must have one thread, and cannot be undone. The first closes
 * every file but `file`, which becomes CAGE_FILE, and sets the limits; the second takes all rights away. Each
 * returns false when the process is not confined. */
gboolean walls_limit(const Limits *limits, int file);
gboolean walls_confine(const GArray *filter);

#endif
