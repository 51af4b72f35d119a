/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The command batch: a folder tree or a list of PDF files to a tree of outputs. */
#ifndef BATCH_H
#define BATCH_H

#include "session.h"

/* Returns the exit status: the highest of all files, STATUS_UNFINISHED where it was interrupted. */
Status batch(Session *session);

#endif
