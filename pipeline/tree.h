/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Trees: all that lies in a folder and the folders below it, each once, in the order of its bytes. */
#ifndef TREE_H
#define TREE_H

#include <glib.h>

/* Called for what is no folder, and for a folder that cannot be read to its end: then `fault` says why.
 * `place` is the path below the folder that is walked, "" for itself. Both are borrowed. */
typedef void (*TreeVisit)(const char *path, const char *place, const char *fault, gpointer data);

/* Visits the tree below `folder`. What begins with a period, and the folder `without` (NULL: none), is left
 * out. Links to folders are followed after all that is in the tree itself, so that what is reached both ways
 * has its place in the tree. Returns FALSE with an error in INPUT_DOMAIN, which names it, for a folder that
 * cannot be read. */
gboolean tree_walk(const char *folder, const char *without, TreeVisit visit, gpointer data, GError **error);

/* True when `name` ends with `ending`, in any case, and begins with something else. */
gboolean tree_ends(const char *name, const char *ending);

#endif
