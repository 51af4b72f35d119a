/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A session: what one call of the program holds, and the steps that its commands share. */
#include "session.h"

#include <string.h>

#include "chosen.h"
#include "corrected.h"
#include "input.h"
#include "output.h"

G_DEFINE_QUARK(sammandrag_session, session_domain)

static gboolean document_from_bytes(Session *session, GBytes *pdf, const char *path, Document *document,
                                    GError **error);
static xmlDoc *xml_from_bytes(Session *session, GBytes *bytes, const char *label, Format *format,
                              GError **error);
static gboolean looks_like_xml(GBytes *bytes);
static GBytes *read_bytes(Session *session, const char *path, const char *label, GError **error);
static gboolean tell_format(xmlDoc *doc, const char *label, Format *format, GError **error);

gboolean session_read_pdf(Session *session, const char *path, Document *document, GError **error)
{
    g_autofree char *label = input_label(path);
    session->path = path;
    g_autoptr(GBytes) pdf = read_bytes(session, path, label, error);
    return pdf && document_from_bytes(session, pdf, path, document, error);
}

xmlDoc *session_read_xml(Session *session, const char *path, Format *format, GError **error)
{
    g_autofree char *label = input_label(path);
    g_autoptr(GBytes) bytes = read_bytes(session, path, label, error);
    return bytes ? xml_from_bytes(session, bytes, label, format, error) : NULL;
}

gboolean session_read_minutes(Session *session, const char *path, Document *document, GError **error)
{
    g_autofree char *label = input_label(path);
    session->path = path;
    g_autoptr(GBytes) bytes = read_bytes(session, path, label, error);
    if (!bytes)
        return FALSE;
    if (!looks_like_xml(bytes))
        return document_from_bytes(session, bytes, path, document, error);
    Format format = FORMAT_MEETING;
    xmlDoc *doc = xml_from_bytes(session, bytes, label, &format, error);
    gboolean good = doc && document_from_xml(document, format, doc, error);
    xmlFreeDoc(doc);
    return good;
}

xmlDoc *session_advance(Session *session, Document *document, Format format, const char *label,
                        GError **error)
{
    const SummaryOptions options = {.background = session->options.background,
                                    .source = session->options.source};
    gboolean made = document->format < FORMAT_MEETING;
    const Profile *profile =
        session->options.profile ? session->profile : chosen_profile(session, document, error);
    if (!profile)
        return NULL;
    document_advance(document, format, profile, &options);
    if (format == FORMAT_MEETING && made && !corrected(session, document->meeting, error))
        return NULL;
    xmlDoc *doc = document_to_xml(document);
    if (format != FORMAT_MEETING && format != FORMAT_CHECK)
        return doc;

    g_autoptr(GError) fault = NULL;
    xmlSchema *schema = resources_schema(session->resources, format, &fault);
    if (schema && xml_validate(schema, doc, label, &fault))
        return doc;
    if (schema && format == FORMAT_MEETING && made && document->meeting->corrections)
        g_set_error(error, XML_DOMAIN, XML_ERROR_INVALID, "%s, as it is corrected", fault->message);
    else if (schema) /* not the input's fault, and not the user's */
        g_set_error(error, SESSION_DOMAIN, SESSION_ERROR_OWN_XML,
                    "%s, in the XML made of it: a fault of the program, please report it", fault->message);
    else
        g_propagate_error(error, g_steal_pointer(&fault));
    xmlFreeDoc(doc);
    return NULL;
}

GBytes *session_render(Session *session, xmlDoc *doc, Format format, Output output, GError **error)
{
    gsize length = 0;
    char *bytes = NULL;
    if (output == OUTPUT_XML) {
        bytes = xml_write(doc, &length);
    } else {
        const Stylesheet *stylesheet = resources_stylesheet(session->resources, format, output, error);
        const char *const parameters[] = {session->options.source ? "source" : NULL, session->options.source,
                                          NULL};
        bytes = stylesheet ? render(stylesheet, doc, parameters, &length, error) : NULL;
    }
    return bytes ? g_bytes_new_take(bytes, length) : NULL;
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

/* True when the first thing that is no blank, after a byte order mark, is "<". */
static gboolean looks_like_xml(GBytes *bytes)
{
    gsize length = 0, i = 0;
    const char *data = g_bytes_get_data(bytes, &length);
    if (length >= 3 && memcmp(data, "\xEF\xBB\xBF", 3) == 0)
        i = 3;
    while (i < length && g_ascii_isspace(data[i]))
        i++;
    return i < length && data[i] == '<';
}

static gboolean document_from_bytes(Session *session, GBytes *pdf, const char *path, Document *document,
                                    GError **error)
{
    g_autofree char *label = input_label(path);
    g_autofree char *name = input_name(path);
    if (document_from_pdf(document, pdf, name, session->options.password, error))
        return TRUE;
    g_prefix_error(error, "%s: ", label);
    return FALSE;
}

static xmlDoc *xml_from_bytes(Session *session, GBytes *bytes, const char *label, Format *format,
                              GError **error)
{
    gsize length = 0;
    const char *data = g_bytes_get_data(bytes, &length);
    xmlDoc *doc = xml_read(data, length, label, error);
    xmlSchema *schema = NULL;
    if (doc && tell_format(doc, label, format, error))
        schema = resources_schema(session->resources, *format, error);
    if (schema && xml_validate(schema, doc, label, error))
        return doc;
    xmlFreeDoc(doc);
    return NULL;
}

static GBytes *read_bytes(Session *session, const char *path, const char *label, GError **error)
{
    GBytes *bytes = input_read(path, session->in, error);
    if (!bytes)
        g_prefix_error(error, "%s: ", label);
    return bytes;
}

/* Settles FORMAT_PDF, that is a format that can be rendered, by the namespace of the root. */
static gboolean tell_format(xmlDoc *doc, const char *label, Format *format, GError **error)
{
    static const struct {
        const char *namespace;
        Format format;
    } rendered[] = {
        {MEETING_NAMESPACE, FORMAT_MEETING},
        {SUMMARY_NAMESPACE, FORMAT_SUMMARY},
        {CHECK_NAMESPACE, FORMAT_CHECK},
    };
    if (*format != FORMAT_PDF)
        return TRUE;
    const xmlNode *root = xmlDocGetRootElement(doc);
    const char *namespace = root && root->ns ? (const char *)root->ns->href : NULL;
    for (gsize i = 0; i < G_N_ELEMENTS(rendered); i++) {
        if (g_strcmp0(namespace, rendered[i].namespace) == 0) {
            *format = rendered[i].format;
            return TRUE;
        }
    }
    g_set_error(error, XML_DOMAIN, XML_ERROR_INVALID,
                "%s: neither a meeting nor a summary nor a check, by its root element", label);
    return FALSE;
}
