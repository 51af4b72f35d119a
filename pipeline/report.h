/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the program says on standard error: errors, notes and, on a terminal, progress. */
#ifndef REPORT_H
#define REPORT_H

#include <glib.h>
#include <stdio.h>

typedef struct {
    FILE *stream;
    gboolean quiet;   /* errors only */
    gboolean showing; /* a line of progress is on the terminal */
    gboolean terminal;
    gint64 drawn; /* when the rate was last shown, in microseconds; 0: never */
} Report;

void report_begin(Report *report, FILE *stream);

/* One line "sammandrag: MESSAGE". */
void report_error(Report *report, const char *message);

/* "FILE: page N: LEVEL: TEXT: WORDS" for each warning and error among `notes` (of Note), from the one
 * numbered `first`: an array of strings that the caller unreferences. */
GPtrArray *report_lines(const char *file, const GArray *notes, guint first);
/* Prints each of `lines`, unless quiet, as report_error() does. */
void report_all(Report *report, const GPtrArray *lines);
/* Both in one. */
void report_notes(Report *report, const char *file, const GArray *notes, guint first);

/* Shows on a terminal which input is being worked on. report_done() takes it away. */
void report_progress(Report *report, const char *file, guint number, guint total);
void report_done(Report *report);

/* How far many inputs have got. */
typedef struct {
    guint done, total, failed; /* inputs */
    guint pages;
    double seconds;  /* since it began */
    double fraction; /* of the work that is done, from 0 to 1 */
} ReportRate;

/* Shows the rate on a terminal: a bar as wide as that is now, with the time that is left. It is drawn a few
 * times a second at most; report_done() takes it away. */
void report_rate(Report *report, const ReportRate *rate);

/* One line "sammandrag: MESSAGE", unless quiet; on a terminal, where the rate is shown, none either. */
void report_line(Report *report, const char *message);

#endif
