/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A session: what one call of the program holds, and the steps that its commands share. */
#include "session.h"

#include <string.h>

#include "chosen.h"
#include "corrected.h"
#include "output.h"
#include "reviewed.h"

G_DEFINE_QUARK(sammandrag_session, session_domain)

static const Stylesheet *stylesheet_for(const Session *session, Format format, Output output, GError **error);
static gboolean validated(Session *session, const Input *input, const Document *document, gboolean made,
                          xmlDoc *doc, GError **error);

gboolean session_open(Session *session, const char *path, Input *input, GError **error)
{
    *input = (Input){.path = path, .label = input_label(path), .name = input_name(path)};
    input->bytes = input_read(path, session->in, error);
    if (!input->bytes) {
        g_prefix_error(error, "%s: ", input->label);
        return FALSE;
    }
    if (!input_is_xml(input) && !session->reader)
        session->reader = pages_reader_new();
    return corrected_open(session, input, error) && reviewed_open(session, input, error);
}

gboolean session_load(Session *session, Format format, Output output, GError **error)
{
    Resources *resources = session->resources;
    if (format == FORMAT_PDF)
        return TRUE;
    gboolean through_meeting = format >= FORMAT_MEETING;
    return (session->options.profile || resources_load_profiles(resources, error)) &&
           (!through_meeting || resources_schema(resources, FORMAT_MEETING, error)) &&
           (format <= FORMAT_SUMMARY || resources_schema(resources, format, error)) &&
           (output == OUTPUT_XML || stylesheet_for(session, format, output, error));
}

/* That of --xslt, where there is one. */
static const Stylesheet *stylesheet_for(const Session *session, Format format, Output output, GError **error)
{
    return session->options.xslt ? resources_own_stylesheet(session->resources, session->options.xslt, error)
                                 : resources_stylesheet(session->resources, format, output, error);
}

gboolean session_read_pdf(Session *session, const Input *input, Document *document, GError **error)
{
    if (document_from_pdf(document, input->bytes, input->name, session->options.password,
                          session->options.limits.pages, error))
        return TRUE;
    g_prefix_error(error, "%s: ", input->label);
    return FALSE;
}

gboolean session_read_minutes(Session *session, const Input *input, Document *document, GError **error)
{
    if (!input_is_xml(input))
        return session_read_pdf(session, input, document, error);
    xmlDoc *doc = session_read_xml(session, input, FORMAT_MEETING, error);
    gboolean good = doc && document_from_xml(document, FORMAT_MEETING, doc, error);
    xml_free(doc);
    return good;
}

xmlDoc *session_read_xml(Session *session, const Input *input, Format format, GError **error)
{
    xmlSchema *schema = resources_schema(session->resources, format, error);
    return schema ? xml_read_valid(input->bytes, schema, input->label, error) : NULL;
}

xmlDoc *session_read_file(const Session *session, const char *path, const char *schema, GError **error)
{
    g_autofree char *label = input_label(path);
    g_autofree char *schema_path = resources_path(session->resources, "schema", schema);
    g_autoptr(GBytes) bytes = input_read(path, session->in, error);
    if (!bytes) {
        g_prefix_error(error, "%s: ", label);
        return NULL;
    }
    xmlSchema *compiled = xml_schema(schema_path, error);
    xmlDoc *doc = compiled ? xml_read_valid(bytes, compiled, label, error) : NULL;
    xmlSchemaFree(compiled);
    return doc;
}

/* That of --profile, else the one that recognises the document or that it says it was read with. */
static const Profile *profile_for(Session *session, const Document *document, GError **error)
{
    return session->options.profile ? session->profile : chosen_profile(session, document, error);
}

static SummaryOptions summary_options(const Session *session)
{
    return (SummaryOptions){.background = session->options.background, .source = session->options.source};
}

gboolean session_remodel(Session *session, Document *document, Format format, GError **error)
{
    const SummaryOptions options = summary_options(session);
    const Profile *profile = profile_for(session, document, error);
    if (profile)
        document_advance(document, format, profile, &options);
    return profile != NULL;
}

/* The decisions are about words of the meeting, which is not kept. */
static gboolean review_meeting(Session *session, const Input *input, Document *document, GError **error)
{
    const Profile *profile = profile_for(session, document, error);
    Personal *personal = profile ? reviewed(session, input, profile, document->meeting, error) : NULL;
    if (!personal)
        return FALSE;
    document_clear(document);
    *document = (Document){.format = FORMAT_PERSONAL, .personal = personal};
    return TRUE;
}

gboolean session_summarise(Session *session, const Document *meeting, Document *summary, GError **error)
{
    const SummaryOptions options = summary_options(session);
    const Profile *profile = profile_for(session, meeting, error);
    if (profile)
        *summary = document_summary(meeting, profile, &options);
    return profile != NULL;
}

gboolean session_model(Session *session, const Input *input, Document *document, Format format,
                       GError **error)
{
    gboolean made = document->format < FORMAT_MEETING;
    if (format == FORMAT_PERSONAL ? !review_meeting(session, input, document, error)
                                  : !session_remodel(session, document, format, error))
        return FALSE;
    if (format == FORMAT_MEETING && made && !corrected(session, input, document->meeting, error))
        return FALSE;
    if (format != FORMAT_MEETING || !session->options.public)
        return TRUE;
    const Profile *profile = profile_for(session, document, error);
    return profile && reviewed_mask(session, input, profile, document->meeting, error);
}

xmlDoc *session_to_xml(Session *session, const Input *input, Document *document, gboolean made,
                       GError **error)
{
    xmlDoc *doc = document_to_xml(document);
    Format format = document->format;
    if (format < FORMAT_MEETING || format == FORMAT_SUMMARY ||
        validated(session, input, document, made, doc, error))
        return doc;
    xml_free(doc);
    return NULL;
}

xmlDoc *session_advance(Session *session, const Input *input, Document *document, Format format,
                        GError **error)
{
    gboolean made = document->format < FORMAT_MEETING;
    if (made && format > FORMAT_MEETING) {
        xmlDoc *meeting = session_advance(session, input, document, FORMAT_MEETING, error);
        if (!meeting)
            return NULL;
        xml_free(meeting);
    }
    return session_model(session, input, document, format, error)
               ? session_to_xml(session, input, document, made, error)
               : NULL;
}

GBytes *session_render(Session *session, xmlDoc *doc, Format format, Output output, GError **error)
{
    GString *bytes = g_string_new(NULL);
    const XmlSink sink = {xml_append, bytes};
    if (session_render_to(session, doc, format, output, &sink, error))
        return g_string_free_to_bytes(bytes);
    g_string_free(bytes, TRUE);
    return NULL;
}

gboolean session_render_to(Session *session, xmlDoc *doc, Format format, Output output, const XmlSink *sink,
                           GError **error)
{
    if (output == OUTPUT_XML) {
        xml_write_to(doc, sink);
        return TRUE;
    }
    const Stylesheet *stylesheet = stylesheet_for(session, format, output, error);
    const char *const parameters[] = {session->options.source ? "source" : NULL, session->options.source,
                                      NULL};
    return stylesheet && render_to(stylesheet, doc, parameters, sink, error);
}

Status session_status(const GError *error)
{
    const struct {
        GQuark domain;
        int code; /* -1: any */
        Status status;
    } meanings[] = {
        {G_OPTION_ERROR, -1, STATUS_USAGE},
        {SESSION_DOMAIN, SESSION_ERROR_USAGE, STATUS_USAGE},
        {SESSION_DOMAIN, SESSION_ERROR_OWN_XML, STATUS_PROGRAM},
        {OUTPUT_DOMAIN, -1, STATUS_OUTPUT},
        {PAGES_DOMAIN, PAGES_ERROR_TOO_MANY, STATUS_LIMIT},
        {CAGE_DOMAIN, CAGE_ERROR_NONE, STATUS_INSTALLATION},
        {CAGE_DOMAIN, CAGE_ERROR_PROCESS, STATUS_LIMIT},
        {CAGE_DOMAIN, CAGE_ERROR_MEMORY, STATUS_LIMIT},
        {CAGE_DOMAIN, CAGE_ERROR_TIME, STATUS_LIMIT},
        {CAGE_DOMAIN, CAGE_ERROR_OUTPUT, STATUS_LIMIT},
        {CAGE_DOMAIN, CAGE_ERROR_CRASH, STATUS_CRASH},
        {CAGE_DOMAIN, CAGE_ERROR_TRESPASS, STATUS_CRASH},
        {XML_DOMAIN, XML_ERROR_SCHEMA, STATUS_INSTALLATION},
        {G_FILE_ERROR, -1,
         STATUS_INSTALLATION}, /* a schema that is not there: inputs have a domain of their own */
    };
    Status status = STATUS_INPUT;
    for (gsize i = 0; i < G_N_ELEMENTS(meanings); i++)
        if (error->domain == meanings[i].domain && (meanings[i].code < 0 || error->code == meanings[i].code))
            status = meanings[i].status;
    return status;
}

Status session_fail(Session *session, GError *error)
{
    Status status = session_status(error);
    report_error(&session->report, error->message);
    g_error_free(error);
    return status;
}

/* Holds what the program made against its own schema. */
static gboolean validated(Session *session, const Input *input, const Document *document, gboolean made,
                          xmlDoc *doc, GError **error)
{
    Format format = document->format;
    xmlSchema *schema = resources_schema(session->resources, format, error);
    g_autoptr(GError) fault = NULL;
    if (!schema || xml_validate(schema, doc, input->label, &fault))
        return schema != NULL;
    if (format == FORMAT_MEETING && made && document->meeting->corrections)
        g_set_error(error, XML_DOMAIN, XML_ERROR_INVALID, "%s, as it is corrected", fault->message);
    else /* not the input's fault, and not the user's */
        g_set_error(error, SESSION_DOMAIN, SESSION_ERROR_OWN_XML,
                    "%s, in the XML made of it: a fault of the program, please report it", fault->message);
    return FALSE;
}
