/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The command convert: PDF files to all outputs in a folder, or one to one output. */
#include "convert.h"

#include <string.h>

#include "base/notes.h"
#include "input.h"
#include "output.h"

/* An edition is the model that is rendered: the meeting holds the whole minutes. */
#define EDITION_MINUTES FORMAT_MEETING
#define EDITION_SUMMARY FORMAT_SUMMARY

/* What -o writes, by edition in the order of the chain. */
static const struct {
    Format edition;
    Output output;
    const char *ending;
} outputs[] = {
    {EDITION_MINUTES, OUTPUT_XML, ".xml"},
    {EDITION_MINUTES, OUTPUT_HTML, ".protokoll.html"},
    {EDITION_MINUTES, OUTPUT_MARKDOWN, ".protokoll.md"},
    {EDITION_MINUTES, OUTPUT_TEXT, ".protokoll.txt"},
    {EDITION_MINUTES, OUTPUT_JSON, ".json"},
    {EDITION_SUMMARY, OUTPUT_HTML, ".html"},
    {EDITION_SUMMARY, OUTPUT_MARKDOWN, ".md"},
    {EDITION_SUMMARY, OUTPUT_TEXT, ".txt"},
};

static Status convert_to_stream(Session *session);
static Status convert_to_folder(Session *session);
static gboolean write_outputs(Session *session, const char *path, Document *document, GError **error);
static gboolean names_differ(char *const *paths, GError **error);
static gboolean wanted(const Options *options, Output *output, Format *edition, GError **error);
static char *stem(const char *path);
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

    Status worst = STATUS_OK;
    guint total = g_strv_length((char **)paths);
    gboolean is_long = total > 1 || input_is_large(paths[0]);
    for (guint i = 0; i < total; i++) {
        g_autofree char *label = input_label(paths[i]);
        if (is_long)
            report_progress(&session->report, label, i + 1, total);
        Document document = {0};
        Status status = STATUS_OK;
        if (session_read_pdf(session, paths[i], &document, &error) &&
            write_outputs(session, paths[i], &document, &error)) {
            report_notes(&session->report, label, document_notes(&document), 0);
            status = status_from_notes(document_notes(&document));
        } else {
            status = session_fail(session, g_steal_pointer(&error));
        }
        document_clear(&document);
        worst = MAX(worst, status);
    }
    report_done(&session->report);
    return worst;
}

/* Writes all outputs of one input, or none. */
static gboolean write_outputs(Session *session, const char *path, Document *document, GError **error)
{
    g_autofree char *label = input_label(path);
    g_autofree char *name = stem(path);
    g_autoptr(Outputs) files = NULL;
    xmlDoc *doc = NULL;
    gboolean good = TRUE;
    for (gsize i = 0; good && i < G_N_ELEMENTS(outputs); i++) {
        if (document->format != outputs[i].edition) {
            g_clear_pointer(&doc, xmlFreeDoc);
            doc = session_advance(session, document, outputs[i].edition, label, error);
        }
        /* The folder is made when there is something to put into it. */
        if (doc && !files)
            files = outputs_new(session->options.folder, error);
        g_autoptr(GBytes) bytes =
            doc && files ? session_render(session, doc, outputs[i].edition, outputs[i].output, error) : NULL;
        g_autofree char *file = g_strconcat(name, outputs[i].ending, NULL);
        good = bytes && outputs_add(files, file, bytes, error);
    }
    xmlFreeDoc(doc);
    return good && outputs_commit(files, error);
}

/* Two inputs of one name would write over each other's outputs; so would minutes.pdf's whole
 * edition and minutes.protokoll.pdf's summary. */
static gboolean names_differ(char *const *paths, GError **error)
{
    g_autoptr(GHashTable) owners = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (char *const *path = paths; *path; path++) {
        g_autofree char *name = stem(*path);
        for (gsize i = 0; i < G_N_ELEMENTS(outputs); i++) {
            char *file = g_strconcat(name, outputs[i].ending, NULL);
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

/* The name of an input without folders and without ".pdf", in bytes. */
static char *stem(const char *path)
{
    if (strcmp(path, "-") == 0)
        return g_strdup("stdin");
    char *name = g_path_get_basename(path);
    gsize length = strlen(name);
    if (length > 4 && g_ascii_strcasecmp(name + length - 4, ".pdf") == 0)
        name[length - 4] = '\0';
    return name;
}

static Status status_from_notes(const GArray *notes)
{
    return notes_worst(notes) == LEVEL_ERROR ? STATUS_NOTES : STATUS_OK;
}
