/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the program says on standard error: errors, notes and, on a terminal, progress. */
#include "report.h"

#include <unistd.h>

#include "base/notes.h"

#define ERASE_LINE "\r\033[K"

void report_begin(Report *report, FILE *stream)
{
    int file = fileno(stream); /* a stream in memory has none */
    *report = (Report){.stream = stream, .terminal = file >= 0 && isatty(file)};
}

void report_error(Report *report, const char *message)
{
    report_done(report);
    g_autofree char *line = g_strdelimit(g_strdup(message), "\n\r", ' ');
    fprintf(report->stream, "sammandrag: %s\n", line);
}

void report_notes(Report *report, const char *file, const GArray *notes, guint first)
{
    static const char *const levels[] = {
        [LEVEL_INFO] = "information", [LEVEL_WARNING] = "warning", [LEVEL_ERROR] = "error"};
    if (report->quiet)
        return;
    for (guint i = first; notes && i < notes->len; i++) {
        const Note *note = &g_array_index(notes, Note, i);
        NoteLevel level = note_level(note->kind);
        if (level == LEVEL_INFO)
            continue;
        g_autoptr(GString) message = g_string_new(file);
        if (note->page > 0)
            g_string_append_printf(message, ": page %d", note->page);
        g_string_append_printf(message, ": %s: %s", levels[level], note_text(note->kind));
        if (note->words && *note->words)
            g_string_append_printf(message, ": %s", note->words);
        report_error(report, message->str);
    }
}

void report_progress(Report *report, const char *file, guint number, guint total)
{
    if (!report->terminal || report->quiet)
        return;
    fprintf(report->stream, ERASE_LINE "sammandrag: %u of %u: %s", number, total, file);
    fflush(report->stream);
    report->showing = TRUE;
}

void report_done(Report *report)
{
    if (report->showing)
        fputs(ERASE_LINE, report->stream);
    report->showing = FALSE;
}
