/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The command convert: PDF files to all outputs in a folder, or one to one output. */
#ifndef CONVERT_H
#define CONVERT_H

#include "session.h"

/* Runs the command by the options of the session; returns the exit status. */
Status convert(Session *session);

#endif
