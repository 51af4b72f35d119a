/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A pool of worker processes: pieces of work, each done by one of them, while one that dies costs its piece
 * alone. */
#ifndef BATCH_POOL_H
#define BATCH_POOL_H

#include <glib.h>

/* The way from a worker back to the pool. */
typedef struct PoolWorker PoolWorker;

typedef struct {
    guint jobs;          /* how many compute at a time; 1: one piece after the other, in one process */
    const guint *pieces; /* numbers of the pieces of work, in the order in which they are begun */
    guint count;
    gpointer data; /* for the functions */

    /* In a worker: does the piece and returns the answer, of at most POOL_ANSWER_MAX bytes. */
    GBytes *(*work)(guint piece, PoolWorker *worker, gpointer data);
    /* In the pool's process: takes the answer, or NULL with the signal that ended two workers over the
     * piece one after the other; 0 where they ended by themselves. */
    void (*answered)(guint piece, GBytes *answer, int signal, gpointer data);
    /* In the pool's process: something has happened, or a moment has passed. */
    void (*passed)(gpointer data);
} Pool;

enum { POOL_ANSWER_MAX = 1 << 14 };

/* Tells the pool that what follows is waiting for the disk: where there are several, another worker may
 * compute meanwhile. */
void pool_computed(PoolWorker *worker);

/* Does all the pieces. Returns true when each has been answered. At SIGINT, SIGTERM or SIGHUP the pieces that
 * are being computed are dropped and those that are being written finished; then it returns false without an
 * error. A second signal ends the program. Returns false with an error when no process can be made. */
gboolean pool_run(const Pool *pool, GError **error);

/* How many processors this process may use, by affinity and control group; at least 1. */
guint pool_processors(void);

#endif
