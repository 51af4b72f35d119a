/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The command convert: PDF files to all outputs in a folder, or one to one output. */
#include "convert.h"

#include <string.h>

#include "base/notes.h"
#include "converted.h"
#include "input.h"
#include "output.h"

static Status convert_to_stream(Session *session);
static Status convert_to_folder(Session *session);
static Status convert_file(Session *session, const char *path);
static gboolean names_differ(char *const *paths, GError **error);
static gboolean wanted(const Options *options, Output *output, Format *edition, GError **error);
static Status status_from_notes(const GArray *notes);

Status convert(Session *session)
{
    const Options *o = &session->options;
    const char *fault = NULL;
    if (!o->files)
        fault = "convert: name the PDF file to convert, or - for standard input";
    else if (o->folder && (o->to || o->edition))
        fault = "convert: -o writes every format and edition: leave out --to and --edition";
    else if (!o->folder && !o->to)
        fault = "convert: say where to: -o DIR for all outputs, or --to FORMAT for one";
    else if (!o->folder && o->files[1])
        fault = "convert: --to takes one file: use -o DIR for several";
    if (fault)
        return session_fail(session, g_error_new_literal(SESSION_DOMAIN, SESSION_ERROR_USAGE, fault));
    return o->folder ? convert_to_folder(session) : convert_to_stream(session);
}

static Status convert_to_stream(Session *session)
{
    const char *path = session->options.files[0];
    g_autofree char *label = input_label(path);
    GError *error = NULL;
    Output output = OUTPUT__MAX;
    Format edition = FORMAT__MAX;
    if (!wanted(&session->options, &output, &edition, &error))
        return session_fail(session, error);

    Document document = {0};
    if (!session_read_pdf(session, path, &document, &error))
        return session_fail(session, error);
    /* Through the meeting, so that it is validated whatever the edition. */
    xmlDoc *doc = session_advance(session, &document, FORMAT_MEETING, label, &error);
    if (doc && edition == EDITION_SUMMARY) {
        xmlFreeDoc(doc);
        doc = session_advance(session, &document, FORMAT_SUMMARY, label, &error);
    }
    g_autoptr(GBytes) bytes = doc ? session_render(session, doc, edition, output, &error) : NULL;
    xmlFreeDoc(doc);
    Status status = STATUS_OK;
    if (!bytes || !output_stream(session->out, bytes, &error)) {
        status = session_fail(session, error);
    } else {
        report_notes(&session->report, label, document_notes(&document), 0);
        status = status_from_notes(document_notes(&document));
    }
    document_clear(&document);
    return status;
}

static Status convert_to_folder(Session *session)
{
    char *const *paths = session->options.files;
    GError *error = NULL;
    if (!names_differ(paths, &error))
        return session_fail(session, error);

    outputs_sweep(session->options.folder);
    Status worst = STATUS_OK;
    guint total = g_strv_length((char **)paths);
    gboolean is_long = total > 1 || input_is_large(paths[0]);
    for (guint i = 0; i < total; i++) {
        g_autofree char *label = input_label(paths[i]);
        if (is_long)
            report_progress(&session->report, label, i + 1, total);
        Status status = convert_file(session, paths[i]);
        worst = MAX(worst, status);
    }
    report_done(&session->report);
    return worst;
}

/* Writes all outputs of one input, or none. */
static Status convert_file(Session *session, const char *path)
{
    g_autofree char *stem = converted_stem(path);
    g_autoptr(Converted) converted = converted_from_file(session, path);
    GError *error = NULL;
    if (converted->message)
        report_error(&session->report, converted->message);
    else if (!converted_write(converted, session->options.folder, NULL, stem, &error))
        return session_fail(session, error);
    report_all(&session->report, converted->lines);
    return converted->status;
}

/* Two inputs of one name would write over each other's outputs; so would minutes.pdf's whole
 * edition and minutes.protokoll.pdf's summary. */
static gboolean names_differ(char *const *paths, GError **error)
{
    g_autoptr(GHashTable) owners = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (char *const *path = paths; *path; path++) {
        g_autofree char *stem = converted_stem(*path);
        for (gsize i = 0; converted_ending(i); i++) {
            char *file = g_strconcat(stem, converted_ending(i), NULL);
            const char *owner = g_hash_table_lookup(owners, file);
            if (owner) {
                g_autofree char *first = input_label(owner), *second = input_label(*path),
                                *both = input_label(file);
                g_set_error(error, SESSION_DOMAIN, SESSION_ERROR_USAGE,
                            "%s and %s would both be written to %s: convert them into folders of their own",
                            first, second, both);
                g_free(file);
                return FALSE;
            }
            g_hash_table_insert(owners, file, *path);
        }
    }
    return TRUE;
}

/* What --to and --edition ask for: the summary, where a format has both editions and none is named. */
static gboolean wanted(const Options *options, Output *output, Format *edition, GError **error)
{
    *output = output_named(options->to);
    if (*output == OUTPUT__MAX) {
        g_set_error(error, SESSION_DOMAIN, SESSION_ERROR_USAGE,
                    "--to %s: there are xml, html, md, txt and json", options->to);
        return FALSE;
    }
    if (!options->edition)
        *edition = *output == OUTPUT_XML || *output == OUTPUT_JSON ? EDITION_MINUTES : EDITION_SUMMARY;
    else if (strcmp(options->edition, "protokoll") == 0)
        *edition = EDITION_MINUTES;
    else if (strcmp(options->edition, "sammanfattning") == 0)
        *edition = EDITION_SUMMARY;
    else {
        g_set_error(error, SESSION_DOMAIN, SESSION_ERROR_USAGE,
                    "--edition %s: there are sammanfattning and protokoll", options->edition);
        return FALSE;
    }
    if (*output == OUTPUT_JSON && *edition == EDITION_SUMMARY) {
        g_set_error(error, SESSION_DOMAIN, SESSION_ERROR_USAGE,
                    "--to json: there is no edition sammanfattning of it, leave out --edition");
        return FALSE;
    }
    return TRUE;
}

static Status status_from_notes(const GArray *notes)
{
    return notes_worst(notes) == LEVEL_ERROR ? STATUS_NOTES : STATUS_OK;
}
