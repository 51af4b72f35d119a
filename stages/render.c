/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rendering: the only file that knows libxslt. */
#include "render.h"

#include <libexslt/exslt.h>
#include <libxml/parser.h>
#include <libxml/uri.h>
#include <libxslt/documents.h>
#include <libxslt/security.h>
#include <libxslt/transform.h>
#include <libxslt/variables.h>
#include <libxslt/xsltInternals.h>
#include <libxslt/xsltutils.h>
#include <string.h>

struct Stylesheet {
    xsltStylesheet *compiled;
    xsltSecurityPrefs *nothing; /* forbids every access while the stylesheet runs */
    char *path;
};

static xmlDoc *read_stylesheet(const char *path, xmlDict *dict);
static xmlDoc *load_stylesheet(const xmlChar *uri, xmlDict *dict, int options, void *context,
                               xsltLoadType type);
static void collect_message(void *messages, const char *format, ...) G_GNUC_PRINTF(2, 3);
static void set_error(GError **error, const char *path, const GString *messages);
static xsltSecurityPrefs *forbid_everything(void);

/* Imports are resolved here, before any security preference exists: those guard what runs, and
 * what is compiled are files named by files of ours. */
Stylesheet *stylesheet_from_file(const char *path, GError **error)
{
    exsltCommonRegister();
    exsltStrRegister();
    g_autoptr(GString) messages = g_string_new(NULL);
    xsltSetGenericErrorFunc(messages, collect_message);
    xsltSetLoaderFunc(load_stylesheet);

    xmlDoc *doc = read_stylesheet(path, NULL);
    xsltStylesheet *compiled = doc ? xsltParseStylesheetDoc(doc) : NULL;
    if (doc && !compiled)
        xmlFreeDoc(doc);

    xsltSetGenericErrorFunc(NULL, collect_message);
    if (!compiled || compiled->errors) {
        set_error(error, path, messages);
        xsltFreeStylesheet(compiled);
        return NULL;
    }
    Stylesheet *stylesheet = g_new(Stylesheet, 1);
    *stylesheet = (Stylesheet){compiled, forbid_everything(), g_strdup(path)};
    return stylesheet;
}

void stylesheet_free(Stylesheet *stylesheet)
{
    if (!stylesheet)
        return;
    xsltFreeStylesheet(stylesheet->compiled);
    xsltFreeSecurityPrefs(stylesheet->nothing);
    g_free(stylesheet->path);
    g_free(stylesheet);
}

char *render(const Stylesheet *stylesheet, xmlDoc *doc, const char *const *parameters, gsize *length,
             GError **error)
{
    g_autoptr(GString) messages = g_string_new(NULL);
    xsltTransformContext *context = xsltNewTransformContext(stylesheet->compiled, doc);
    xsltSetTransformErrorFunc(context, messages, collect_message);
    xsltSetCtxtSecurityPrefs(stylesheet->nothing, context);
    if (parameters)
        xsltQuoteUserParams(context, (const char **)(gpointer)parameters);

    xmlDoc *result = xsltApplyStylesheetUser(stylesheet->compiled, doc, NULL, NULL, NULL, context);
    xmlChar *bytes = NULL;
    int size = 0;
    bool done = result && context->state == XSLT_STATE_OK &&
                xsltSaveResultToString(&bytes, &size, result, stylesheet->compiled) == 0;
    if (!done)
        set_error(error, stylesheet->path, messages);
    char *copy = done ? g_strndup(bytes ? (const char *)bytes : "", (gsize)size) : NULL;
    *length = done ? (gsize)size : 0;
    xmlFree(bytes);
    xmlFreeDoc(result);
    xsltFreeTransformContext(context);
    return copy;
}

/* Reads by itself, since base/xml.c takes the entity loader away from libxml2; without the blanks between
 * instructions, which libxslt would only look for and take away. The document's URL is
 * escaped: libxml2 resolves what it imports against it. */
static xmlDoc *read_stylesheet(const char *path, xmlDict *dict)
{
    g_autofree char *bytes = NULL;
    gsize length = 0;
    if (!g_file_get_contents(path, &bytes, &length, NULL) || length > G_MAXINT)
        return NULL;
    xmlParserCtxt *parser = xmlNewParserCtxt();
    if (dict) { /* an imported stylesheet shares the names of the one that imports it */
        xmlDictFree(parser->dict);
        parser->dict = dict;
        xmlDictReference(dict);
    }
    xmlChar *url = xmlPathToURI((const xmlChar *)path);
    xmlDoc *doc = xmlCtxtReadMemory(parser, bytes, (int)length, (const char *)url, "UTF-8",
                                    XML_PARSE_NONET | XML_PARSE_NOCDATA | XML_PARSE_NOBLANKS |
                                        XML_PARSE_COMPACT | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
    xmlFree(url);
    xmlFreeParserCtxt(parser);
    return doc;
}

/* Stands in for libxslt's loader: stylesheets from files, and never a document. */
static xmlDoc *load_stylesheet(const xmlChar *uri, xmlDict *dict, int options, void *context,
                               xsltLoadType type)
{
    (void)options;
    (void)context;
    if (type != XSLT_LOAD_STYLESHEET)
        return NULL;
    g_autofree char *path = g_uri_unescape_string((const char *)uri, NULL);
    return path ? read_stylesheet(path, dict) : NULL;
}

/* Also installed with NULL, as the silent default: a library prints nothing. */
static void collect_message(void *messages, const char *format, ...)
{
    if (!messages)
        return;
    va_list arguments;
    va_start(arguments, format);
    g_string_append_vprintf(messages, format, arguments);
    va_end(arguments);
}

static void set_error(GError **error, const char *path, const GString *messages)
{
    g_autofree char *text = g_strdelimit(g_strdup(messages->str), "\n", ' ');
    g_strstrip(text);
    g_set_error(error, XML_DOMAIN, XML_ERROR_SCHEMA, "%s: %s", path,
                *text ? text : "cannot be read or applied");
}

static xsltSecurityPrefs *forbid_everything(void)
{
    static const xsltSecurityOption accesses[] = {
        XSLT_SECPREF_READ_FILE,    XSLT_SECPREF_WRITE_FILE,    XSLT_SECPREF_CREATE_DIRECTORY,
        XSLT_SECPREF_READ_NETWORK, XSLT_SECPREF_WRITE_NETWORK,
    };
    xsltSecurityPrefs *preferences = xsltNewSecurityPrefs();
    for (gsize i = 0; i < G_N_ELEMENTS(accesses); i++)
        xsltSetSecurityPrefs(preferences, accesses[i], xsltSecurityForbid);
    return preferences;
}
