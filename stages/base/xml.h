/* SPDX-License-Identifier: GPL-3.0-or-later */
/* XML documents at the edges: parsed without network or entities, validated, serialised. */
#ifndef BASE_XML_H
#define BASE_XML_H

#include <gio/gio.h>
#include <glib.h>
#include <libxml/tree.h>
#include <libxml/xmlschemas.h>
#include <stdbool.h>

typedef enum {
    XML_ERROR_SYNTAX,  /* not well-formed */
    XML_ERROR_INVALID, /* well-formed, but not what the schema says */
    XML_ERROR_SCHEMA,  /* a schema or stylesheet of the installation is missing or broken */
} XmlErrorCode;
#define XML_DOMAIN xml_domain_quark()
GQuark xml_domain_quark(void);

/* Sets libxml2 up for this process: no network, no external entities, no output of its own.
 * Call once before any other function here. */
void xml_begin(void);

/* Parses `length` bytes, UTF-8 without a document type, within the limits of xml_limits.h; `name` is for
 * messages. What a document says of where else to look (schemas, stylesheets, inclusions) is not followed.
 * Returns a document the caller frees with xml_free(), or NULL with an error that holds the line. */
xmlDoc *xml_read(const char *bytes, gsize length, const char *name, GError **error);

/* Frees any document, NULL too. In those of model_to_xml() attributes of one value have one text node, which
 * has no parent and belongs to the document: xmlFreeDoc() would free it with each of them. */
void xml_free(xmlDoc *doc);
/* Makes `text`, which has no parent, such a node of `doc`. */
void xml_share(xmlDoc *doc, xmlNode *text);

/* Serialises: UTF-8, two-space indentation, final newline; same document, same bytes.
 * The caller frees the result with g_free(). */
char *xml_write(xmlDoc *doc, gsize *length);

/* Where bytes go as they are made, some thousands at a time, so that they need not be kept. */
typedef struct {
    void (*take)(gpointer data, const char *bytes, gsize length);
    gpointer data;
} XmlSink;

/* The same bytes into a sink. */
void xml_write_to(xmlDoc *doc, const XmlSink *sink);

/* For a sink: appends to the GString that is its data. */
void xml_append(gpointer string, const char *bytes, gsize length);
/* For libxml2: writes into the XmlSink that is its context. */
int xml_sink(void *sink, const char *bytes, int length);

/* A compiled schema, to be used for many documents; free with xmlSchemaFree(). */
xmlSchema *xml_schema(const char *path, GError **error);

/* Reads `bytes` as xml_read() does, and holds what it reads against `schema`. */
xmlDoc *xml_read_valid(GBytes *bytes, xmlSchema *schema, const char *name, GError **error);

/* True when `doc` is valid; else an error that names line and fault. */
bool xml_validate(xmlSchema *schema, xmlDoc *doc, const char *name, GError **error);

#endif
