/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What every output must be, whatever the text in it: UTF-8; JSON a JSON parser takes; HTML of the elements
 * that the stylesheets write, without script and with links that lead to http, https, mailto or the page
 * itself. */
#ifndef FUZZ_OUTPUT_H
#define FUZZ_OUTPUT_H

#include <libxml/HTMLparser.h>
#include <string.h>

#include "fuzz.h"

static inline const char *json_value(const char *s, int depth);

static inline const char *json_blanks(const char *s)
{
    return s + strspn(s, " \t\r\n");
}

/* Each returns what follows, or stops. */
static inline const char *json_string(const char *s)
{
    g_assert_true(*s == '"');
    for (s++; *s != '"'; s++) {
        g_assert_true((guchar)*s >= 0x20);
        if (*s != '\\')
            continue;
        s++;
        g_assert_true(*s && strchr("\"\\/bfnrtu", *s));
        for (int i = 0; *s == 'u' && i < 4; i++)
            g_assert_true(g_ascii_isxdigit(s[1 + i]));
    }
    return s + 1;
}

static inline const char *json_members(const char *s, char end, int depth)
{
    s = json_blanks(s + 1);
    while (*s != end) {
        if (end == '}') {
            s = json_blanks(json_string(s));
            g_assert_true(*s == ':');
            s++;
        }
        s = json_blanks(json_value(s, depth + 1));
        g_assert_true(*s == end || *s == ',');
        if (*s == ',') {
            s = json_blanks(s + 1);
            g_assert_true(*s != end);
        }
    }
    return s + 1;
}

static inline const char *json_value(const char *s, int depth)
{
    static const char *const names[] = {"true", "false", "null"};
    s = json_blanks(s);
    g_assert_true(depth < 100);
    if (*s == '{')
        return json_members(s, '}', depth);
    if (*s == '[')
        return json_members(s, ']', depth);
    if (*s == '"')
        return json_string(s);
    for (gsize i = 0; i < G_N_ELEMENTS(names); i++)
        if (g_str_has_prefix(s, names[i]))
            return s + strlen(names[i]);
    char *end;
    g_ascii_strtod(s, &end);
    g_assert_true(end != s && (*s == '-' || g_ascii_isdigit(*s)));
    return end;
}

static inline void html_attribute(const xmlNode *node, const xmlAttr *attribute)
{
    static const char *const schemes[] = {"http:", "https:", "mailto:"};
    const char *name = (const char *)attribute->name;
    if (g_ascii_strncasecmp(name, "on", 2) == 0 || g_ascii_strcasecmp(name, "src") == 0 ||
        g_ascii_strcasecmp(name, "style") == 0 || g_ascii_strcasecmp(name, "srcdoc") == 0)
        g_error("<%s> has %s", (const char *)node->name, name);
    if (strcmp(name, "href") != 0)
        return;
    xmlChar *value = xmlNodeGetContent((xmlNode *)attribute);
    /* Without a scheme it leads to the PDF beside the page, or to a place in the page. */
    bool good = strcspn((const char *)value, ":") >= strcspn((const char *)value, "/?#") &&
                !g_str_has_prefix((const char *)value, "//");
    for (gsize i = 0; i < G_N_ELEMENTS(schemes); i++)
        good = good || g_ascii_strncasecmp((const char *)value, schemes[i], strlen(schemes[i])) == 0;
    if (!good)
        g_error("link to %s", (const char *)value);
    xmlFree(value);
}

static inline void html_element(const xmlNode *node)
{
    static const char *const refused[] = {"script", "iframe", "object", "embed", "form", "img",
                                          "svg",    "base",   "link",   "video", "math"};
    for (gsize i = 0; i < G_N_ELEMENTS(refused); i++)
        if (g_ascii_strcasecmp((const char *)node->name, refused[i]) == 0)
            g_error("there is <%s>", refused[i]);
    for (const xmlAttr *a = node->properties; a; a = a->next)
        html_attribute(node, a);
    for (xmlNode *child = xmlFirstElementChild((xmlNode *)node); child; child = xmlNextElementSibling(child))
        html_element(child);
}

static inline void fuzz_output(Output output, const char *bytes, gsize length)
{
    g_assert_true(g_utf8_validate_len(bytes, length, NULL));
    if (output == OUTPUT_JSON) {
        g_assert_true(*json_blanks(json_value(bytes, 0)) == '\0');
    } else if (output == OUTPUT_HTML) {
        htmlDocPtr doc =
            htmlReadMemory(bytes, (int)length, NULL, "UTF-8",
                           HTML_PARSE_NONET | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_RECOVER);
        html_element(xmlDocGetRootElement(doc));
        xml_free(doc);
    }
}

/* Every output of a document that is valid by the schema of `format`. */
static inline void fuzz_render(Format format, xmlDoc *doc)
{
    for (int output = 0; output < OUTPUT__MAX; output++) {
        if (output == OUTPUT_XML || !format_has_output(format, (Output)output))
            continue;
        g_autoptr(GError) error = NULL;
        const Stylesheet *stylesheet = resources_stylesheet(fuzz_resources(), format, (Output)output, &error);
        g_assert_no_error(error);
        gsize length = 0;
        g_autofree char *bytes = render(stylesheet, doc, NULL, &length, &error);
        g_assert_no_error(error);
        fuzz_output((Output)output, bytes, length);
    }
}

#endif
