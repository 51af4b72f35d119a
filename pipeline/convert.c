/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The command convert: PDF files to all outputs in a folder, or one to one output. */
#include "convert.h"

#include <string.h>

#include "base/notes.h"
#include "converted.h"
#include "input.h"
#include "output.h"

/* The one output of --to. */
typedef struct {
    Output output;
    Format edition;
} Wanted;

static Status convert_to_stream(Session *session);
static gboolean make_one(Session *session, const Input *input, gconstpointer request, Converted *converted,
                         GError **error);
static Status convert_to_folder(Session *session);
static Status convert_file(Session *session, const char *path);
static gboolean names_differ(char *const *paths, GError **error);
static gboolean tell_wanted(const Options *options, Wanted *wanted, GError **error);

Status convert(Session *session)
{
    const Options *o = &session->options;
    const char *fault = NULL;
    if (!o->files)
        fault = "convert: name the PDF file to convert, or - for standard input";
    else if (o->folder && (o->to || o->edition || o->xslt))
        fault = "convert: -o writes every format and edition: leave out --to, --xslt and --edition";
    else if (!o->folder && !o->to && !o->xslt)
        fault = "convert: say where to: -o DIR for all outputs, or --to FORMAT for one";
    else if (!o->folder && o->files[1])
        fault = "convert: --to takes one file: use -o DIR for several";
    if (fault)
        return session_fail(session, g_error_new_literal(SESSION_DOMAIN, SESSION_ERROR_USAGE, fault));
    return o->folder ? convert_to_folder(session) : convert_to_stream(session);
}

static Status convert_to_stream(Session *session)
{
    Wanted wanted = {0};
    g_auto(Input) input = {0};
    GError *error = NULL;
    if (!tell_wanted(&session->options, &wanted, &error) ||
        !session_open(session, session->options.files[0], &input, &error) ||
        !session_load(session, wanted.edition, wanted.output, &error))
        return session_fail(session, error);
    g_autoptr(Converted) converted = converted_in_cage(session, &input, make_one, &wanted, 1);
    return converted_print(converted, session);
}

static gboolean make_one(Session *session, const Input *input, gconstpointer request, Converted *converted,
                         GError **error)
{
    const Wanted *wanted = request;
    Document document = {0};
    xmlDoc *doc = NULL;
    if (session_read_pdf(session, input, &document, error))
        doc = session_advance(session, input, &document, wanted->edition, error);
    GBytes *bytes = doc ? session_render(session, doc, wanted->edition, wanted->output, error) : NULL;
    xml_free(doc);
    if (bytes) {
        converted_add(converted, bytes);
        converted_tell(converted, input, &document, 0);
    }
    document_clear(&document);
    return bytes != NULL;
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
static gboolean tell_wanted(const Options *options, Wanted *wanted, GError **error)
{
    /* What a stylesheet of one's own makes of either edition stands where the HTML does. */
    wanted->output = options->xslt ? OUTPUT_HTML : output_named(options->to);
    if (wanted->output == OUTPUT__MAX) {
        g_set_error(error, SESSION_DOMAIN, SESSION_ERROR_USAGE,
                    "--to %s: there are xml, html, md, txt and json", options->to);
        return FALSE;
    }
    if (!options->edition)
        wanted->edition =
            wanted->output == OUTPUT_XML || wanted->output == OUTPUT_JSON ? EDITION_MINUTES : EDITION_SUMMARY;
    else if (strcmp(options->edition, "protokoll") == 0)
        wanted->edition = EDITION_MINUTES;
    else if (strcmp(options->edition, "sammanfattning") == 0)
        wanted->edition = EDITION_SUMMARY;
    else {
        g_set_error(error, SESSION_DOMAIN, SESSION_ERROR_USAGE,
                    "--edition %s: there are sammanfattning and protokoll", options->edition);
        return FALSE;
    }
    if (wanted->output == OUTPUT_JSON && wanted->edition == EDITION_SUMMARY) {
        g_set_error(error, SESSION_DOMAIN, SESSION_ERROR_USAGE,
                    "--to json: there is no edition sammanfattning of it, leave out --edition");
        return FALSE;
    }
    return TRUE;
}
