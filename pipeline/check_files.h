/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The command check: a report on each file of minutes. */
#ifndef CHECK_FILES_H
#define CHECK_FILES_H

#include "session.h"

/* Reads PDFs or meetings and writes what check_from_meeting() finds in them; returns the exit status. */
Status check_files(Session *session);

#endif
