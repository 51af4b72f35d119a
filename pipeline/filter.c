/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The commands that are filters: one stage each, or one rendering, from a file or standard input. */
#include "filter.h"

#include "converted.h"

/* What render makes of what. */
typedef struct {
    Format format;
    Output output;
} Rendering;

static const char *input_of(Session *session, GError **error);
static gboolean make_stage(Session *session, const Input *input, gconstpointer request, Converted *converted,
                           GError **error);
static gboolean make_rendering(Session *session, const Input *input, gconstpointer request,
                               Converted *converted, GError **error);
static xmlDoc *public_edition(Session *session, const Input *input, xmlDoc *doc, GError **error);
static Format claimed_format(const Input *input);
static gboolean refuse_unknown(const Input *input, GError **error);

Status filter_stage(Session *session, Format made)
{
    GError *error = NULL;
    g_auto(Input) input = {0};
    Format given = format_before(made);
    const char *path = input_of(session, &error);
    if (!path || !session_open(session, path, &input, &error) ||
        (given != FORMAT_PDF && !resources_schema(session->resources, given, &error)) ||
        !session_load(session, made, OUTPUT_XML, &error))
        return session_fail(session, error);
    g_autoptr(Converted) converted = converted_in_cage(session, &input, make_stage, &made, 1);
    return converted_print(converted, session);
}

Status filter_render(Session *session)
{
    GError *error = NULL;
    g_auto(Input) input = {0};
    Rendering rendering = {.output = OUTPUT__MAX};
    if (session->options.xslt) /* what it makes stands where the HTML does */
        rendering.output = OUTPUT_HTML;
    else if (session->options.to)
        rendering.output = output_named(session->options.to);
    if (rendering.output == OUTPUT__MAX)
        return session_fail(session,
                            g_error_new(SESSION_DOMAIN, SESSION_ERROR_USAGE,
                                        "render: say --to xml, html, md, txt or json, or --xslt FILE"));
    const char *path = input_of(session, &error);
    if (!path || !session_open(session, path, &input, &error))
        return session_fail(session, error);
    rendering.format = claimed_format(&input);
    if (!format_has_output(rendering.format, rendering.output))
        return session_fail(
            session, g_error_new(SESSION_DOMAIN, SESSION_ERROR_USAGE, "render: %s is not made from a %s",
                                 output_name(rendering.output), format_name(rendering.format)));
    if (session->options.public && rendering.format != FORMAT_MEETING && rendering.format != FORMAT_PDF)
        return session_fail(session, g_error_new(SESSION_DOMAIN, SESSION_ERROR_USAGE,
                                                 "render: --public takes a meeting, not a %s: what stands "
                                                 "there of persons is told by the whole minutes alone",
                                                 format_name(rendering.format)));
    if (rendering.format != FORMAT_PDF && !resources_schema(session->resources, rendering.format, &error))
        return session_fail(session, error);
    if (!session_load(session, rendering.format, rendering.output, &error))
        return session_fail(session, error);
    g_autoptr(Converted) converted = converted_in_cage(session, &input, make_rendering, &rendering, 1);
    return converted_print(converted, session);
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

static gboolean make_stage(Session *session, const Input *input, gconstpointer request, Converted *converted,
                           GError **error)
{
    const Format made = *(const Format *)request, given = format_before(made);
    Document document = {0};
    xmlDoc *doc = given == FORMAT_PDF ? NULL : session_read_xml(session, input, given, error);
    gboolean good = given == FORMAT_PDF ? session_read_pdf(session, input, &document, error)
                                        : doc && document_from_xml(&document, given, doc, error);
    xml_free(doc);
    /* Notes that came with the input were printed by the stage that left them. */
    const GArray *notes = good && given != FORMAT_PDF ? document_notes(&document) : NULL;
    guint known = notes ? notes->len : 0;
    doc = good ? session_advance(session, input, &document, made, error) : NULL;
    GBytes *bytes = doc ? session_render(session, doc, made, OUTPUT_XML, error) : NULL;
    xml_free(doc);
    if (bytes) {
        converted_add(converted, bytes);
        converted_tell(converted, input, &document, known);
    }
    document_clear(&document);
    return bytes != NULL;
}

static gboolean make_rendering(Session *session, const Input *input, gconstpointer request,
                               Converted *converted, GError **error)
{
    const Rendering *rendering = request;
    if (rendering->format == FORMAT_PDF)
        return refuse_unknown(input, error);
    xmlDoc *doc = session_read_xml(session, input, rendering->format, error);
    if (doc && session->options.public)
        doc = public_edition(session, input, doc, error);
    GBytes *bytes = doc ? session_render(session, doc, rendering->format, rendering->output, error) : NULL;
    xml_free(doc);
    if (bytes)
        converted_add(converted, bytes);
    return bytes != NULL;
}

/* The meeting in `doc`, which is freed, with its personal data masked. */
static xmlDoc *public_edition(Session *session, const Input *input, xmlDoc *doc, GError **error)
{
    Document document = {0};
    gboolean good = document_from_xml(&document, FORMAT_MEETING, doc, error);
    xml_free(doc);
    doc = good ? session_advance(session, input, &document, FORMAT_MEETING, error) : NULL;
    document_clear(&document);
    return doc;
}

/* What the input says that it is, by the first namespace in it, so that what it takes can be loaded;
 * FORMAT_PDF for none. It is validated as that in the cage. */
static Format claimed_format(const Input *input)
{
    enum { BEGINNING = 4096 };
    static const struct {
        const char *namespace;
        Format format;
    } rendered[] = {
        {MEETING_NAMESPACE, FORMAT_MEETING},
        {SUMMARY_NAMESPACE, FORMAT_SUMMARY},
        {CHECK_NAMESPACE, FORMAT_CHECK},
        {PERSONAL_NAMESPACE, FORMAT_PERSONAL},
    };
    Format format = FORMAT_PDF;
    gsize length = 0;
    const char *data = g_bytes_get_data(input->bytes, &length), *first = NULL;
    for (gsize i = 0; data && i < G_N_ELEMENTS(rendered); i++) {
        const char *found = g_strstr_len(data, (gssize)MIN(length, BEGINNING), rendered[i].namespace);
        if (found && (!first || found < first)) {
            first = found;
            format = rendered[i].format;
        }
    }
    return format;
}

static gboolean refuse_unknown(const Input *input, GError **error)
{
    gsize length = 0;
    const char *data = g_bytes_get_data(input->bytes, &length);
    xmlDoc *doc = xml_read(data, length, input->label, error);
    if (doc)
        g_set_error(error, XML_DOMAIN, XML_ERROR_INVALID,
                    "%s: neither a meeting nor a summary nor a check nor a review, by its root "
                    "element",
                    input->label);
    xml_free(doc);
    return FALSE;
}
