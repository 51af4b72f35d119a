/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The command review: the personal data of each file of minutes, for a reviewer to decide about. */
#include "review.h"

#include "collection.h"
#include "converted.h"
#include "output.h"

static Status review_file(Session *session, const CollectionFile *file, Output output, gboolean *first);
static gboolean make_review(Session *session, const Input *input, gconstpointer request, Converted *converted,
                            GError **error);
static gboolean wanted(const Options *options, Output *output, GError **error);

Status review(Session *session)
{
    static char standard_input[] = "-";
    char *alone[] = {standard_input, NULL};
    GError *error = NULL;
    Output output = OUTPUT__MAX;
    session->review = TRUE;
    if (!wanted(&session->options, &output, &error))
        return session_fail(session, error);
    g_autoptr(Collection) files =
        collection_new(session->options.files ? session->options.files : alone, NULL, &error);
    if (!files)
        return session_fail(session, error);
    if (files->files->len > 1 && output != OUTPUT_TEXT && output != OUTPUT_JSON)
        return session_fail(session, g_error_new(SESSION_DOMAIN, SESSION_ERROR_USAGE,
                                                 "review: --to %s takes one file", output_name(output)));

    Status gravest = STATUS_OK;
    gboolean first = TRUE;
    for (guint i = 0; i < files->files->len; i++) {
        const CollectionFile *file = &g_array_index(files->files, CollectionFile, i);
        g_autofree char *label = input_label(file->path);
        report_progress(&session->report, label, i + 1, files->files->len);
        Status status = review_file(session, file, output, &first);
        gravest = MAX(gravest, status);
    }
    report_done(&session->report);
    return gravest;
}

/* Reviews follow each other, in text after an empty line. XML that is found and is no meeting is passed over.
 */
static Status review_file(Session *session, const CollectionFile *file, Output output, gboolean *first)
{
    GError *error = NULL;
    g_auto(Input) input = {0};
    if (file->fault) {
        report_error(&session->report, file->fault);
        return STATUS_INPUT;
    }
    if (!session_open(session, file->path, &input, &error) ||
        !session_load(session, FORMAT_PERSONAL, output, &error))
        return session_fail(session, error);
    if (!file->named && !collection_is_meeting(&input))
        return STATUS_OK;
    g_autoptr(Converted) converted = converted_in_cage(session, &input, make_review, &output, 1);
    report_done(&session->report);
    g_autoptr(GBytes) gap = g_bytes_new_static("\n", 1);
    if (!converted->message && !*first && output == OUTPUT_TEXT && !output_stream(session->out, gap, &error))
        return session_fail(session, error);
    *first = *first && converted->message;
    return converted_print(converted, session);
}

static gboolean make_review(Session *session, const Input *input, gconstpointer request, Converted *converted,
                            GError **error)
{
    Document document = {0};
    xmlDoc *doc = NULL;
    if (session_read_minutes(session, input, &document, error))
        doc = session_advance(session, input, &document, FORMAT_PERSONAL, error);
    GBytes *bytes =
        doc ? session_render(session, doc, FORMAT_PERSONAL, *(const Output *)request, error) : NULL;
    xml_free(doc);
    if (bytes)
        converted_add(converted, bytes);
    document_clear(&document);
    return bytes != NULL;
}

/* What --to asks for: text, when nothing does. */
static gboolean wanted(const Options *options, Output *output, GError **error)
{
    *output = options->to ? output_named(options->to) : OUTPUT_TEXT;
    if (*output != OUTPUT__MAX && format_has_output(FORMAT_PERSONAL, *output))
        return TRUE;
    g_set_error(error, SESSION_DOMAIN, SESSION_ERROR_USAGE,
                "review: --to %s: there are txt, html, json and xml", options->to);
    return FALSE;
}
