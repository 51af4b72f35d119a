/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The command check: a report on each file of minutes. */
#include "check_files.h"

#include "converted.h"
#include "output.h"

static Status check_file(Session *session, const char *path, Output output, gboolean first);
static gboolean make_report(Session *session, const Input *input, gconstpointer request, Converted *converted,
                            GError **error);
static Status graver(Status a, Status b);
static gboolean wanted(const Options *options, Output *output, GError **error);

Status check_files(Session *session)
{
    static char standard_input[] = "-";
    char *alone[] = {standard_input, NULL};
    char **paths = session->options.files ? session->options.files : alone;
    GError *error = NULL;
    Output output = OUTPUT__MAX;
    if (!wanted(&session->options, &output, &error))
        return session_fail(session, error);

    Status gravest = STATUS_OK;
    guint total = g_strv_length(paths);
    for (guint i = 0; i < total; i++) {
        g_autofree char *label = input_label(paths[i]);
        report_progress(&session->report, label, i + 1, total);
        gravest = graver(gravest, check_file(session, paths[i], output, i == 0));
    }
    report_done(&session->report);
    return gravest;
}

/* Reports follow each other, in text after an empty line. The notes are part of them, so they are not
 * printed. */
static Status check_file(Session *session, const char *path, Output output, gboolean first)
{
    GError *error = NULL;
    g_auto(Input) input = {0};
    if (!session_open(session, path, &input, &error) || !session_load(session, FORMAT_CHECK, output, &error))
        return session_fail(session, error);
    g_autoptr(Converted) converted = converted_in_cage(session, &input, make_report, &output, 1);
    report_done(&session->report);
    g_autoptr(GBytes) gap = g_bytes_new_static("\n", 1);
    if (!converted->message && !first && output == OUTPUT_TEXT && !output_stream(session->out, gap, &error))
        return session_fail(session, error);
    return converted_print(converted, session);
}

static gboolean make_report(Session *session, const Input *input, gconstpointer request, Converted *converted,
                            GError **error)
{
    static const Status statuses[] = {
        [LEVEL_INFO] = STATUS_OK, [LEVEL_WARNING] = STATUS_WARNINGS, [LEVEL_ERROR] = STATUS_NOTES};
    Document document = {0};
    xmlDoc *doc = NULL;
    if (session_read_minutes(session, input, &document, error))
        doc = session_advance(session, input, &document, FORMAT_CHECK, error);
    GBytes *bytes = doc ? session_render(session, doc, FORMAT_CHECK, *(const Output *)request, error) : NULL;
    xml_free(doc);
    if (bytes) {
        converted_add(converted, bytes);
        converted->status = statuses[check_worst(document.check)];
    }
    document_clear(&document);
    return bytes != NULL;
}

/* Warnings have the highest number and count less than all that went wrong. */
static Status graver(Status a, Status b)
{
    if (a == STATUS_WARNINGS || a == STATUS_OK)
        return b == STATUS_OK ? a : b;
    return b == STATUS_WARNINGS ? a : MAX(a, b);
}

/* What --to asks for: text, when nothing does. Only text and JSON can hold more than one report. */
static gboolean wanted(const Options *options, Output *output, GError **error)
{
    *output = options->to ? output_named(options->to) : OUTPUT_TEXT;
    if (*output == OUTPUT__MAX || !format_has_output(FORMAT_CHECK, *output)) {
        g_set_error(error, SESSION_DOMAIN, SESSION_ERROR_USAGE,
                    "check: --to %s: there are txt, html, json and xml", options->to);
        return FALSE;
    }
    gboolean many = options->files && options->files[0] && options->files[1];
    if (many && *output != OUTPUT_TEXT && *output != OUTPUT_JSON) {
        g_set_error(error, SESSION_DOMAIN, SESSION_ERROR_USAGE, "check: --to %s takes one file", options->to);
        return FALSE;
    }
    return TRUE;
}
