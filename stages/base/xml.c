/* SPDX-License-Identifier: GPL-3.0-or-later */
/* XML documents at the edges: parsed without network or entities, validated, serialised. */
#include "base/xml.h"

#include <libxml/parser.h>
#include <libxml/xmlsave.h>
#include <libxml/xmlschemastypes.h>
#include <string.h>

#include "base/xml_limits.h"

G_DEFINE_QUARK(sammandrag - xml, xml_domain)

/* A document that declares a type is refused before it is parsed, so that there are no entities and no DTDs.
 */
enum { PARSE_OPTIONS = XML_PARSE_NONET | XML_PARSE_BIG_LINES | XML_PARSE_NOCDATA };

enum { MESSAGE_BYTES = 400 }; /* of a message of libxml2, which may quote a long value */

static void ignore_message(void *context, const char *message, ...) G_GNUC_PRINTF(2, 3);
static void ignore_message(void *context, const char *message, ...)
{
    (void)context;
    (void)message;
}

static xmlParserInput *refuse_entity(const char *url, const char *id, xmlParserCtxt *context)
{
    (void)url;
    (void)id;
    (void)context;
    return NULL;
}

void xml_begin(void)
{
    xmlInitParser();
    xmlSetGenericErrorFunc(NULL, ignore_message);
    xmlSetExternalEntityLoader(refuse_entity);
}

/* libxml2 ends its messages with a newline and may break them into lines. */
static void set_error(GError **error, XmlErrorCode code, const char *name, long line, const char *message)
{
    g_autofree char *begin = g_strndup(message ? message : "unknown fault", MESSAGE_BYTES);
    g_autofree char *text = g_strdelimit(g_utf8_make_valid(begin, -1), "\n\r\t", ' ');
    g_set_error(error, XML_DOMAIN, (int)code, "%s: line %ld: %s", name, line, g_strstrip(text));
}

xmlDoc *xml_read(const char *bytes, gsize length, const char *name, GError **error)
{
    if (!xml_within_limits(bytes, length, name, error) || !xml_hides_nothing(bytes, length, name, error))
        return NULL;
    xmlParserCtxt *context = xmlNewParserCtxt();
    context->sax->error = NULL; /* messages are kept in lastError; nothing is printed */
    context->sax->warning = NULL;
    xmlDoc *doc = xmlCtxtReadMemory(context, bytes, (int)length, NULL, "UTF-8",
                                    PARSE_OPTIONS | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
    if (!doc)
        set_error(error, XML_ERROR_SYNTAX, name, context->lastError.line, context->lastError.message);
    xmlFreeParserCtxt(context);
    return doc;
}

/* They are a list, by the field that libxml2 leaves to its users. */
void xml_share(xmlDoc *doc, xmlNode *text)
{
    text->doc = doc;
    text->_private = doc->_private;
    doc->_private = text;
}

/* The node after this one in the order of the document; NULL after the last. */
static xmlNode *next_node(xmlNode *node)
{
    if (node->type == XML_ELEMENT_NODE && node->children)
        return node->children;
    while (node && !node->next)
        node = node->parent;
    return node ? node->next : NULL;
}

void xml_free(xmlDoc *doc)
{
    xmlNode *shared = doc ? doc->_private : NULL;
    for (xmlNode *node = shared ? doc->children : NULL; node; node = next_node(node)) {
        xmlAttr *attribute = node->type == XML_ELEMENT_NODE ? node->properties : NULL;
        for (; attribute; attribute = attribute->next)
            if (attribute->children && !attribute->children->parent)
                attribute->children = attribute->last = NULL;
    }
    xmlFreeDoc(doc);
    while (shared) {
        xmlNode *text = shared;
        shared = text->_private;
        text->doc = NULL; /* with its dictionary */
        xmlFreeNode(text);
    }
}

char *xml_write(xmlDoc *doc, gsize *length)
{
    GString *bytes = g_string_new(NULL);
    const XmlSink sink = {xml_append, bytes};
    xml_write_to(doc, &sink);
    *length = bytes->len;
    return g_string_free(bytes, FALSE);
}

void xml_write_to(xmlDoc *doc, const XmlSink *sink)
{
    xmlSaveCtxt *save = xmlSaveToIO(xml_sink, NULL, (gpointer)sink, "UTF-8", XML_SAVE_FORMAT);
    xmlSaveDoc(save, doc);
    xmlSaveClose(save);
}

int xml_sink(void *sink, const char *bytes, int length)
{
    const XmlSink *to = sink;
    to->take(to->data, bytes, (gsize)length);
    return length;
}

void xml_append(gpointer string, const char *bytes, gsize length)
{
    g_string_append_len(string, bytes, (gssize)length);
}

/* Keeps the first fault of a validation: later ones often follow from it. */
typedef struct {
    long line;
    char *message;
} Fault;

static void keep_fault(void *data, xmlError *fault)
{
    Fault *first = data;
    if (first->message)
        return;
    first->line = fault->node ? xmlGetLineNo(fault->node) : fault->line;
    first->message = g_strdup(fault->message);
}

xmlSchema *xml_schema(const char *path, GError **error)
{
    g_autofree char *bytes = NULL;
    gsize length = 0;
    if (!g_file_get_contents(path, &bytes, &length, error))
        return NULL;
    Fault fault = {0};
    /* By path, so that xs:include finds its neighbour; the entity loader is lifted for that long. */
    xmlSetExternalEntityLoader(xmlNoNetExternalEntityLoader);
    xmlSchemaParserCtxt *context = xmlSchemaNewParserCtxt(path);
    xmlSchemaSetParserStructuredErrors(context, keep_fault, &fault);
    xmlSchema *schema = xmlSchemaParse(context);
    xmlSchemaFreeParserCtxt(context);
    xmlSetExternalEntityLoader(refuse_entity);
    if (!schema)
        set_error(error, XML_ERROR_SCHEMA, path, fault.line, fault.message);
    g_free(fault.message);
    return schema;
}

bool xml_validate(xmlSchema *schema, xmlDoc *doc, const char *name, GError **error)
{
    Fault fault = {0};
    xmlSchemaValidCtxt *context = xmlSchemaNewValidCtxt(schema);
    xmlSchemaSetValidStructuredErrors(context, keep_fault, &fault);
    bool valid = xmlSchemaValidateDoc(context, doc) == 0;
    xmlSchemaFreeValidCtxt(context);
    if (!valid)
        set_error(error, XML_ERROR_INVALID, name, fault.line, fault.message);
    g_free(fault.message);
    return valid;
}

xmlDoc *xml_read_valid(GBytes *bytes, xmlSchema *schema, const char *name, GError **error)
{
    gsize length = 0;
    const char *data = g_bytes_get_data(bytes, &length);
    xmlDoc *doc = xml_read(data, length, name, error);
    if (doc && !xml_validate(schema, doc, name, error))
        g_clear_pointer(&doc, xml_free);
    return doc;
}
