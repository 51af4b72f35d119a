/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shards: the share of a list of files that one of several runs takes, without any word between them. */
#ifndef SHARD_H
#define SHARD_H

#include <glib.h>

/* Number `number` of `count`, from 1. A count of 0 stands for the whole: no shard was asked for. */
typedef struct {
    guint number, count;
} Shard;

enum { SHARDS_MAX = 100000 };

/* Reads "I/N"; NULL is the whole. Returns false when it is no such thing. */
gboolean shard_from_text(Shard *shard, const char *text);

/* True when the file called `path` below the folder of the outputs is in the shard. Which one it is in
 * depends on these bytes and the number of shards alone: another file that comes or goes moves none. */
gboolean shard_has(Shard shard, const char *path);

/* `name` with "-I-of-N" behind it, as it is for the whole. The caller frees it. */
char *shard_name(Shard shard, const char *name);

#endif
