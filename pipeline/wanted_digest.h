/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the options of digest ask for: days, words and parties in the forms in which they are compared. */
#ifndef WANTED_DIGEST_H
#define WANTED_DIGEST_H

#include "digest.h"
#include "options.h"

typedef struct {
    DigestOptions options; /* its strings are borrowed from what follows and from the Options */
    const char *output;    /* "html", …; borrowed */
    char **words;
} WantedDigest;

/* Returns false with an error in SESSION_DOMAIN for what is no day, no word or no address. */
gboolean wanted_digest(const Options *options, WantedDigest *wanted, GError **error);
void wanted_digest_clear(WantedDigest *wanted);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(WantedDigest, wanted_digest_clear)

#endif
