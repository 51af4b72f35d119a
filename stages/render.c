/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rendering: the only file that knows libxslt. */
#include "render.h"

#include <libexslt/exslt.h>
#include <libxml/parser.h>
#include <libxml/uri.h>
#include <libxslt/documents.h>
#include <libxslt/imports.h>
#include <libxslt/security.h>
#include <libxslt/transform.h>
#include <libxslt/variables.h>
#include <libxslt/xsltInternals.h>
#include <libxslt/xsltutils.h>
#include <string.h>

#include "base/text.h"
#include "base/xml_limits.h"

/* The stylesheets of the installation begin some 700 sequences of instructions for a page, and take 8,000
 * steps of XPath: more than ten times what a thousand pages need is allowed. */
enum {
    FILES_MAX = 64,            /* imported by one stylesheet, each time counted */
    TEMPLATE_STEPS = 20000000, /* sequences of instructions a run may begin */
    XPATH_STEPS = 800000000,   /* steps the expressions of a run may take */
    MESSAGE_BYTES = 4096,      /* of what libxslt and xsl:message say, that are kept */
    MESSAGE_SHOWN = 400,
};

struct Stylesheet {
    xsltStylesheet *compiled;
    xsltSecurityPrefs *nothing; /* forbids every access while the stylesheet runs */
    char *path;
};

/* What a stylesheet and those it imports are compiled with. */
typedef struct {
    char *folder;        /* of the stylesheet itself, absolute */
    const char *library; /* NULL: it is of the installation */
    GString *messages;
    int files;
} Compilation;

static void save_result(xmlDoc *result, xsltStylesheet *stylesheet, const XmlSink *sink);
static xmlDoc *read_stylesheet(const char *path, xmlDict *dict, const Compilation *compilation);
static xmlDoc *load_stylesheet(const xmlChar *uri, xmlDict *dict, int options, void *context,
                               xsltLoadType type);
static void collect_message(void *messages, const char *format, ...) G_GNUC_PRINTF(2, 3);
static void set_error(GError **error, const char *path, const GString *messages);
static xsltSecurityPrefs *forbid_everything(void);

/* Imports are resolved here, before any security preference exists: those guard what runs. What is compiled
 * is guarded by load_stylesheet(). */
Stylesheet *stylesheet_from_file(const char *path, const char *library, GError **error)
{
    exsltCommonRegister();
    exsltStrRegister();
    g_autoptr(GString) messages = g_string_new(NULL);
    xsltSetGenericErrorFunc(messages, collect_message);
    xsltSetLoaderFunc(load_stylesheet);

    g_autofree char *whole = g_canonicalize_filename(path, NULL);
    g_autofree char *folder = g_path_get_dirname(whole);
    Compilation compilation = {.folder = folder, .library = library, .messages = messages};
    xmlDoc *doc = read_stylesheet(whole, NULL, &compilation);
    xsltStylesheet *compiled = doc ? xsltNewStylesheet() : NULL;
    bool good = false;
    if (compiled) {
        compiled->_private = &compilation;
        good = xsltParseStylesheetUser(compiled, doc) == 0 && !compiled->errors;
        compiled->_private = NULL;
    }
    xsltSetGenericErrorFunc(NULL, collect_message);
    if (!good) {
        set_error(error, path, messages);
        if (compiled && !compiled->doc)
            xmlFreeDoc(doc);
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
    GString *bytes = g_string_new(NULL);
    const XmlSink sink = {xml_append, bytes};
    bool done = render_to(stylesheet, doc, parameters, &sink, error);
    *length = bytes->len;
    return g_string_free(bytes, !done);
}

bool render_to(const Stylesheet *stylesheet, xmlDoc *doc, const char *const *parameters, const XmlSink *sink,
               GError **error)
{
    g_autoptr(GString) messages = g_string_new(NULL);
    xsltTransformContext *context = xsltNewTransformContext(stylesheet->compiled, doc);
    xsltSetTransformErrorFunc(context, messages, collect_message);
    xsltSetCtxtSecurityPrefs(stylesheet->nothing, context);
    context->opLimit = TEMPLATE_STEPS;
    context->xpathCtxt->opLimit = XPATH_STEPS;
    if (parameters)
        xsltQuoteUserParams(context, (const char **)(gpointer)parameters);

    xmlDoc *result = xsltApplyStylesheetUser(stylesheet->compiled, doc, NULL, NULL, NULL, context);
    bool done = result && context->state == XSLT_STATE_OK;
    xsltFreeTransformContext(context);
    if (done)
        save_result(result, stylesheet->compiled, sink);
    else
        set_error(error, stylesheet->path, messages);
    xmlFreeDoc(result);
    return done;
}

/* As xsltSaveResultToString() does, but for the string. */
static void save_result(xmlDoc *result, xsltStylesheet *stylesheet, const XmlSink *sink)
{
    const xmlChar *encoding;
    XSLT_GET_IMPORT_PTR(encoding, stylesheet, encoding)
    bool utf8 = !encoding || xmlStrcasecmp(encoding, (const xmlChar *)"UTF-8") == 0;
    xmlCharEncodingHandler *encoder = utf8 ? NULL : xmlFindCharEncodingHandler((const char *)encoding);
    xmlOutputBuffer *buffer = xmlOutputBufferCreateIO(xml_sink, NULL, (gpointer)sink, encoder);
    xsltSaveResultTo(buffer, result, stylesheet);
    xmlOutputBufferClose(buffer);
}

/* Reads by itself, since base/xml.c takes the entity loader away from libxml2; without the blanks between
 * instructions, which libxslt would only look for and take away. The document's URL is
 * escaped: libxml2 resolves what it imports against it. */
static xmlDoc *read_stylesheet(const char *path, xmlDict *dict, const Compilation *compilation)
{
    g_autofree char *bytes = NULL;
    g_autofree char *name = g_path_get_basename(path);
    g_autoptr(GError) fault = NULL;
    gsize length = 0;
    if (!g_file_get_contents(path, &bytes, &length, &fault) ||
        (compilation->library && !xml_within_limits(bytes, length, name, &fault))) {
        collect_message(compilation->messages, "%s; ", fault->message);
        return NULL;
    }
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

/* Stands in for libxslt's loader: files of two folders as stylesheets, and never a document. `context` is the
 * stylesheet that imports, `uri` what it names, resolved against its own place. */
static xmlDoc *load_stylesheet(const xmlChar *uri, xmlDict *dict, int options, void *context,
                               xsltLoadType type)
{
    (void)options;
    if (type != XSLT_LOAD_STYLESHEET)
        return NULL;
    const xsltStylesheet *importing = context;
    while (importing->parent)
        importing = importing->parent;
    Compilation *compilation = importing->_private;

    g_autofree char *named = g_uri_unescape_string((const char *)uri, NULL);
    g_autofree char *path = named ? g_canonicalize_filename(named, "/") : NULL;
    g_autofree char *folder = path ? g_path_get_dirname(path) : NULL;
    g_autofree char *name = path ? g_path_get_basename(path) : NULL;
    bool beside = g_strcmp0(folder, compilation->folder) == 0;
    if (compilation->files++ >= FILES_MAX) {
        collect_message(compilation->messages, "imports more than %d files; ", FILES_MAX);
        return NULL;
    }
    if (!beside && (!folder || g_strcmp0(folder, compilation->library) != 0)) {
        collect_message(compilation->messages,
                        "%s: only files beside the stylesheet and those of the program can be imported; ",
                        (const char *)uri);
        return NULL;
    }
    g_autofree char *own = compilation->library ? g_build_filename(compilation->library, name, NULL) : NULL;
    bool theirs = beside && own && !g_file_test(path, G_FILE_TEST_EXISTS);
    return read_stylesheet(theirs ? own : path, dict, compilation);
}

/* Also installed with NULL, as the silent default: a library prints nothing. */
static void collect_message(void *messages, const char *format, ...)
{
    if (!messages || ((GString *)messages)->len > MESSAGE_BYTES)
        return;
    va_list arguments;
    va_start(arguments, format);
    g_string_append_vprintf(messages, format, arguments);
    va_end(arguments);
}

static void set_error(GError **error, const char *path, const GString *messages)
{
    g_autofree char *begin = g_strndup(messages->str, MIN(messages->len, MESSAGE_SHOWN));
    g_strstrip(g_strdelimit(begin, "\n\r\t", ' '));
    g_autofree char *text = text_printable(begin);
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
