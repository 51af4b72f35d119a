/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Phrases: many words or phrases looked for at once, letter case aside, in one pass over a text. */
#ifndef BASE_PHRASES_H
#define BASE_PHRASES_H

#include <glib.h>
#include <stdbool.h>

typedef struct Phrases Phrases;

#define PHRASES_NONE G_MAXUINT

/* Makes them of the `count` rows of `size` bytes at `rows`, each of which begins with a const char *: a
 * phrase that begins with a letter or digit. Nothing of the rows is kept. The result is the caller's. */
Phrases *phrases_new(const void *rows, gsize size, gsize count);
void phrases_free(Phrases *phrases);

/* The row of the longest phrase that stands at `at` and does not end inside a word, or PHRASES_NONE; `*end`
 * (may be NULL) is then where it ends. */
guint phrases_at(const Phrases *phrases, const char *at, const char **end);

/* Where the first phrase stands in `s` from `from` on, which lies in it, as a word or words of its own; NULL
 * when there is none. `*row` and `*end` (each may be NULL) are as above. */
const char *phrases_find(const Phrases *phrases, const char *s, const char *from, guint *row,
                         const char **end);
/* True when one of them stands anywhere in `s`. */
bool phrases_within(const Phrases *phrases, const char *s);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Phrases, phrases_free)

#endif
