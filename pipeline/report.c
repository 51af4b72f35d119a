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

GPtrArray *report_lines(const char *file, const GArray *notes, guint first)
{
    static const char *const levels[] = {
        [LEVEL_INFO] = "information", [LEVEL_WARNING] = "warning", [LEVEL_ERROR] = "error"};
    GPtrArray *lines = g_ptr_array_new_with_free_func(g_free);
    for (guint i = first; notes && i < notes->len; i++) {
        const Note *note = &g_array_index(notes, Note, i);
        NoteLevel level = note_level(note->kind);
        if (level == LEVEL_INFO)
            continue;
        g_autoptr(GString) line = g_string_new(file);
        if (note->page > 0)
            g_string_append_printf(line, ": page %d", note->page);
        g_string_append_printf(line, ": %s: %s", levels[level], note_text(note->kind));
        if (note->words && *note->words)
            g_string_append_printf(line, ": %s", note->words);
        g_ptr_array_add(lines, g_string_free(g_steal_pointer(&line), FALSE));
    }
    return lines;
}

void report_all(Report *report, const GPtrArray *lines)
{
    for (guint i = 0; !report->quiet && i < lines->len; i++)
        report_error(report, g_ptr_array_index(lines, i));
}

void report_notes(Report *report, const char *file, const GArray *notes, guint first)
{
    g_autoptr(GPtrArray) lines = report_lines(file, notes, first);
    report_all(report, lines);
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
