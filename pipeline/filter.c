/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The commands that are filters: one stage each, or one rendering, from a file or standard input. */
#include "filter.h"

#include "base/notes.h"
#include "input.h"
#include "output.h"

static const char *input_of(Session *session, GError **error);
static gboolean read_document(Session *session, const char *path, Format format, Document *document,
                              GError **error);

Status filter_stage(Session *session, Format made)
{
    GError *error = NULL;
    Document document = {0};
    const char *path = input_of(session, &error);
    if (!path || !read_document(session, path, format_before(made), &document, &error)) {
        document_clear(&document);
        return session_fail(session, error);
    }

    /* Notes that came with the input were printed by the stage that left them. */
    const GArray *given = document.format == made ? NULL : document_notes(&document);
    guint known = given ? given->len : 0;
    g_autofree char *label = input_label(path);
    xmlDoc *doc = session_advance(session, &document, made, label, &error);
    g_autoptr(GBytes) bytes = doc ? session_render(session, doc, made, OUTPUT_XML, &error) : NULL;
    xmlFreeDoc(doc);

    Status status = STATUS_OK;
    if (!bytes || !output_stream(session->out, bytes, &error)) {
        status = session_fail(session, error);
    } else {
        report_notes(&session->report, label, document_notes(&document), known);
        status = notes_worst(document_notes(&document)) == LEVEL_ERROR ? STATUS_NOTES : STATUS_OK;
    }
    document_clear(&document);
    return status;
}

Status filter_render(Session *session)
{
    GError *error = NULL;
    const char *path = input_of(session, &error);
    Output output = session->options.to ? output_named(session->options.to) : OUTPUT__MAX;
    if (path && output == OUTPUT__MAX) {
        g_set_error_literal(&error, SESSION_DOMAIN, SESSION_ERROR_USAGE,
                            "render: say --to xml, html, md, txt or json");
        path = NULL;
    }
    if (!path)
        return session_fail(session, error);

    Format format = FORMAT_PDF; /* whatever can be rendered */
    xmlDoc *doc = session_read_xml(session, path, &format, &error);
    if (doc && !format_has_output(format, output)) {
        g_set_error(&error, SESSION_DOMAIN, SESSION_ERROR_USAGE, "render: %s is not made from a %s",
                    output_name(output), format_name(format));
        g_clear_pointer(&doc, xmlFreeDoc);
    }
    g_autoptr(GBytes) bytes = doc ? session_render(session, doc, format, output, &error) : NULL;
    xmlFreeDoc(doc);
    return bytes && output_stream(session->out, bytes, &error) ? STATUS_OK : session_fail(session, error);
}

/* The one input of a filter: the file that is named, else standard input. */
static const char *input_of(Session *session, GError **error)
{
    char *const *files = session->options.files;
    if (!files)
        return "-";
    if (!files[1])
        return files[0];
    g_set_error_literal(error, SESSION_DOMAIN, SESSION_ERROR_USAGE,
                        "a filter takes one file, or standard input");
    return NULL;
}

static gboolean read_document(Session *session, const char *path, Format format, Document *document,
                              GError **error)
{
    if (format == FORMAT_PDF)
        return session_read_pdf(session, path, document, error);
    xmlDoc *doc = session_read_xml(session, path, &format, error);
    gboolean good = doc && document_from_xml(document, format, doc, error);
    xmlFreeDoc(doc);
    return good;
}
