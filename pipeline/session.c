/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A session: what one call of the program holds, and the steps that its commands share. */
#include "session.h"

#include <string.h>

#include "input.h"
#include "output.h"

G_DEFINE_QUARK(sammandrag_session, session_domain)

static GBytes *read_bytes(Session *session, const char *path, const char *label, GError **error);
static gboolean tell_format(xmlDoc *doc, const char *label, Format *format, GError **error);

gboolean session_read_pdf(Session *session, const char *path, Document *document, GError **error)
{
    g_autofree char *label = input_label(path);
    g_autofree char *name = input_name(path);
    g_autoptr(GBytes) pdf = read_bytes(session, path, label, error);
    if (!pdf)
        return FALSE;
    if (document_from_pdf(document, pdf, name, session->options.password, error))
        return TRUE;
    g_prefix_error(error, "%s: ", label);
    return FALSE;
}

xmlDoc *session_read_xml(Session *session, const char *path, Format *format, GError **error)
{
    g_autofree char *label = input_label(path);
    g_autoptr(GBytes) bytes = read_bytes(session, path, label, error);
    if (!bytes)
        return NULL;
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

xmlDoc *session_advance(Session *session, Document *document, Format format, const char *label,
                        GError **error)
{
    const SummaryOptions options = {.background = session->options.background,
                                    .source = session->options.source};
    document_advance(document, format, session->profile, &options);
    xmlDoc *doc = document_to_xml(document);
    if (format != FORMAT_MEETING)
        return doc;

    g_autoptr(GError) fault = NULL;
    xmlSchema *schema = resources_schema(session->resources, format, &fault);
    if (schema && xml_validate(schema, doc, label, &fault))
        return doc;
    if (schema) /* not the input's fault, and not the user's */
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

Status session_fail(Session *session, GError *error)
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
    report_error(&session->report, error->message);
    g_error_free(error);
    return status;
}

static GBytes *read_bytes(Session *session, const char *path, const char *label, GError **error)
{
    GBytes *bytes = input_read(path, session->in, error);
    if (!bytes)
        g_prefix_error(error, "%s: ", label);
    return bytes;
}

/* Settles FORMAT_PDF, that is "a meeting or a summary", by the namespace of the root. */
static gboolean tell_format(xmlDoc *doc, const char *label, Format *format, GError **error)
{
    if (*format != FORMAT_PDF)
        return TRUE;
    const xmlNode *root = xmlDocGetRootElement(doc);
    const char *namespace = root && root->ns ? (const char *)root->ns->href : NULL;
    if (g_strcmp0(namespace, MEETING_NAMESPACE) == 0)
        *format = FORMAT_MEETING;
    else if (g_strcmp0(namespace, SUMMARY_NAMESPACE) == 0)
        *format = FORMAT_SUMMARY;
    else {
        g_set_error(error, XML_DOMAIN, XML_ERROR_INVALID,
                    "%s: neither a meeting nor a summary, by its root element", label);
        return FALSE;
    }
    return TRUE;
}
