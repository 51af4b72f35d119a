/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The command profile: proposes a profile from a board's documents. */
#ifndef PROPOSE_H
#define PROPOSE_H

#include "session.h"

/* Reads the PDFs and writes a profile with the headings, labels and parties that no rule knows, how often and
 * where they stand; returns the exit status. */
Status propose(Session *session);

#endif
