/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The command site: many meetings to the pages of a web site. */
#ifndef WEBSITE_H
#define WEBSITE_H

#include "session.h"

/* Returns the exit status. */
Status website(Session *session);

#endif
