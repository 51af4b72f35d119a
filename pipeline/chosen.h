/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The profile that a document is read with, where none is given: the one that recognises it. */
#ifndef CHOSEN_H
#define CHOSEN_H

#include "session.h"

/* The profile for `document`; borrowed, NULL with an error when a profile of the installation is broken.
 * Every format of a document gives the same one, since its words are those of the pages. */
const Profile *chosen_profile(Session *session, const Document *document, GError **error);

#endif
