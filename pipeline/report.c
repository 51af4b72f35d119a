/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the program says on standard error: errors, notes and, on a terminal, progress. */
#include "report.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include "base/notes.h"

#define ERASE_REST "\033[K"
#define ERASE_LINE "\r" ERASE_REST

static guint terminal_columns(FILE *stream);

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

/* "[####    ] 120 of 1000, 3 failed, 41.2 pages/s, 0:25 left", the bar taking what the words leave. */
void report_rate(Report *report, const ReportRate *rate)
{
    enum { PAUSE = 100000, BAR_MAX = 40, BAR_MIN = 8, SEEN = 2 };
    gint64 now = g_get_monotonic_time();
    if (!report->terminal || report->quiet || (rate->done < rate->total && now - report->drawn < PAUSE))
        return;
    report->drawn = now;
    char number[G_ASCII_DTOSTR_BUF_SIZE];
    g_autoptr(GString) words = g_string_new(NULL);
    g_string_append_printf(words, " %u of %u", rate->done, rate->total);
    if (rate->failed > 0)
        g_string_append_printf(words, ", %u failed", rate->failed);
    if (rate->seconds > SEEN) { /* seconds; what is said before is a guess */
        g_string_append_printf(words, ", %s files/s",
                               g_ascii_formatd(number, sizeof number, "%.1f", rate->done / rate->seconds));
        g_string_append_printf(words, ", %s pages/s",
                               g_ascii_formatd(number, sizeof number, "%.0f", rate->pages / rate->seconds));
        if (rate->fraction > 0) {
            guint left = (guint)MIN(rate->seconds * (1 - rate->fraction) / rate->fraction, 359999);
            g_string_append(words, ", ");
            if (left >= 3600)
                g_string_append_printf(words, "%u:%02u", left / 3600, left / 60 % 60);
            else
                g_string_append_printf(words, "%u", left / 60);
            g_string_append_printf(words, ":%02u left", left % 60);
        }
    }
    guint columns = terminal_columns(report->stream);
    g_string_truncate(words, MIN(words->len, columns));
    guint room = MIN(columns - (guint)words->len, BAR_MAX + 2);
    g_autoptr(GString) line = g_string_new("\r");
    if (room >= BAR_MIN + 2) {
        guint filled = (guint)(CLAMP(rate->fraction, 0, 1) * (room - 2));
        g_string_append_c(line, '[');
        for (guint i = 0; i < room - 2; i++)
            g_string_append_c(line, i < filled ? '#' : ' ');
        g_string_append_c(line, ']');
    }
    g_string_append(line, words->str);
    g_string_append(line, ERASE_REST); /* last, so that nothing is seen to go away */
    fputs(line->str, report->stream);
    fflush(report->stream);
    report->showing = TRUE;
}

void report_line(Report *report, const char *message)
{
    if (!report->quiet && !report->terminal)
        report_error(report, message);
}

void report_done(Report *report)
{
    if (report->showing)
        fputs(ERASE_LINE, report->stream);
    report->showing = FALSE;
}

/* As it is now: windows are resized. The last column is left free, where some terminals break the line. */
static guint terminal_columns(FILE *stream)
{
    struct winsize size = {0};
    if (ioctl(fileno(stream), TIOCGWINSZ, &size) != 0 || size.ws_col < 2)
        size.ws_col = 80;
    return size.ws_col - 1u;
}
