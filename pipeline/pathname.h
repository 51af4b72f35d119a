/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pathnames as text: file names are bytes, what XML and people read is UTF-8 on one line. */
#ifndef PATHNAME_H
#define PATHNAME_H

/* `path` as text: bytes that are no UTF-8, characters that cannot be seen, blanks at an end or after a blank,
 * and "%" itself stand as %XX. Two paths never have the same text. The caller frees it. */
char *pathname_text(const char *path);

/* `path` without empty and "." parts, ".." resolved by its words alone. One that is absolute, or leads out of
 * where it starts, becomes the absolute path without its first slash: so every path has a place below a
 * folder, and none a place outside. The caller frees it. */
char *pathname_below(const char *path);

/* `path` without ".pdf", in any case: what the names of its outputs begin with. The caller frees it. */
char *pathname_stem(const char *path);

#endif
