/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The command digest: what many meetings decided, in one page, a feed, a message or an item for a news desk.
 */
#ifndef DIGEST_FILES_H
#define DIGEST_FILES_H

#include "session.h"

Status digest_files(Session *session);

#endif
