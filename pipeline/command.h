/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The command line: what the program does when it is called. */
#ifndef COMMAND_H
#define COMMAND_H

#include <stdio.h>

/* Exit statuses, as sammandrag(1) lists them. With several inputs the highest one counts. */
typedef enum {
    STATUS_OK = 0,
    STATUS_NOTES = 1,        /* all is written, but a note of level error says what not to trust */
    STATUS_USAGE = 2,        /* the command line is wrong; nothing was done */
    STATUS_INPUT = 3,        /* an input is missing, unreadable, encrypted, a scan or invalid XML */
    STATUS_OUTPUT = 4,       /* an output could not be written; none of that input's is left half-written */
    STATUS_INSTALLATION = 5, /* a schema, stylesheet or profile is missing or broken */
    STATUS_PROGRAM = 6,     /* the program made what its own schema refuses; nothing was written: report it */
    STATUS_WARNINGS = 7,    /* check: the gravest finding is a warning; lower than all others but STATUS_OK */
    STATUS_LIMIT = 8,       /* an input takes more memory, time, output or pages than it may */
    STATUS_CRASH = 9,       /* an input broke its reader, or the reader tried what the sandbox forbids */
    STATUS_UNFINISHED = 10, /* batch was interrupted, or a report is of such a run: run it again */
    STATUS__LAST = STATUS_UNFINISHED
} Status;

/* Runs the program with the arguments `argv`, the streams being its standard ones. Returns the
 * exit status. Writes to no other stream, and to files only below the folder of -o. */
int command(int argc, char **argv, FILE *in, FILE *out, FILE *err);

#endif
