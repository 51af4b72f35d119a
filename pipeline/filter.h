/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The commands that are filters: one stage each, or one rendering, from a file or standard input. */
#ifndef FILTER_H
#define FILTER_H

#include "session.h"

/* Reads the format before `made`, writes `made` to standard output; returns the exit status. */
Status filter_stage(Session *session, Format made);

/* Reads a meeting or a summary and writes the output that --to names. */
Status filter_render(Session *session);

#endif
