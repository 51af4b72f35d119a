/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an XML document may ask of who reads it: told from its bytes, before a parser sees them. */
#include "base/xml_limits.h"

#include <string.h>

#include "base/text.h"
#include "base/xml.h"

/* A place in the bytes, and what was counted up to it. */
typedef struct {
    const char *at, *end;
    guint depth, nodes, namespaces;
} Scan;

static gunichar numbered(const char *digits, const char *end);
static const char *first_fault(Scan *scan);
static const char *tag_fault(Scan *scan);
static bool skip(Scan *scan, const char *begin, const char *close);
static bool declares_other_encoding(const char *bytes, gsize length);
static long line_of(const char *bytes, const char *at);

gboolean xml_within_limits(const char *bytes, gsize length, const char *name, GError **error)
{
    Scan scan = {.at = bytes, .end = bytes + length};
    const char *fault = NULL;
    if (length > XML_BYTES_MAX)
        fault = "is longer than 64 MiB";
    else if (!g_utf8_validate_len(bytes, length, &scan.at))
        fault = "is not UTF-8";
    else {
        scan.at = bytes;
        fault = declares_other_encoding(bytes, length)
                    ? "declares another encoding than UTF-8, the only one that is read"
                    : first_fault(&scan);
    }
    if (fault)
        g_set_error(error, XML_DOMAIN, XML_ERROR_SYNTAX, "%s: line %ld: %s", name, line_of(bytes, scan.at),
                    fault);
    return !fault;
}

gboolean xml_hides_nothing(const char *bytes, gsize length, const char *name, GError **error)
{
    const char *end = bytes + length;
    const char *p = length >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0 ? bytes + 3 : bytes;
    for (; p < end; p = g_utf8_next_char(p)) {
        gunichar c = (guchar)*p < 0x80 ? (guchar)*p : g_utf8_get_char(p);
        if (c == '&' && end - p > 3 && p[1] == '#')
            c = numbered(p + 2, end);
        if (text_is_hidden(c)) {
            g_set_error(error, XML_DOMAIN, XML_ERROR_INVALID,
                        "%s: line %ld: U+%04X is not seen and can change what is: take it out", name,
                        line_of(bytes, p), c);
            return FALSE;
        }
    }
    return TRUE;
}

/* The character that a reference names by its number, from after "&#"; a blank where it names none. */
static gunichar numbered(const char *digits, const char *end)
{
    int base = *digits == 'x' ? 16 : 10;
    gunichar c = 0;
    for (const char *p = digits + (base == 16); p < end && g_ascii_isxdigit(*p) && c < 0x110000; p++)
        c = c * (gunichar)base + (gunichar)g_ascii_xdigit_value(*p);
    return c ? c : ' ';
}

/* What does not end is left to the parser, which says it better. */
static const char *first_fault(Scan *scan)
{
    static const struct {
        const char *begin, *close;
    } skipped[] = {{"<!--", "-->"}, {"<![CDATA[", "]]>"}, {"<?", "?>"}};

    for (const char *text = scan->at; (scan->at = memchr(text, '<', (gsize)(scan->end - text)));
         text = scan->at) {
        if (scan->at - text > XML_TEXT_MAX)
            return "a text is longer than 10,000,000 bytes";
        bool passed = false;
        for (gsize i = 0; !passed && i < G_N_ELEMENTS(skipped); i++)
            passed = skip(scan, skipped[i].begin, skipped[i].close);
        if (passed)
            continue;
        if (scan->end - scan->at > 1 && scan->at[1] == '!')
            return "a document type declaration is not accepted";
        const char *fault = tag_fault(scan);
        if (fault)
            return fault;
    }
    scan->at = scan->end;
    return NULL;
}

/* Passes a tag. In one, "=" stands for an attribute where it is not quoted. */
static const char *tag_fault(Scan *scan)
{
    const char *start = scan->at;
    bool closing = scan->end - start > 1 && start[1] == '/';
    guint attributes = 0;
    for (; scan->at < scan->end && *scan->at != '>'; scan->at++) {
        if (*scan->at == '"' || *scan->at == '\'') {
            const char *quote = memchr(scan->at + 1, *scan->at, (gsize)(scan->end - scan->at - 1));
            scan->at = quote ? quote : scan->end - 1;
        }
        attributes += *scan->at == '=';
        scan->namespaces +=
            g_ascii_isspace(*scan->at) && scan->end - scan->at > 6 && !memcmp(scan->at + 1, "xmlns", 5);
    }
    bool empty = scan->at > start && scan->at[-1] == '/';
    scan->at += scan->at < scan->end; /* the text begins behind it */
    scan->nodes += 1 + attributes;
    if (closing)
        scan->depth -= scan->depth > 0;
    else if (!empty)
        scan->depth++;

    if (attributes > XML_ATTRIBUTES_MAX)
        return "an element has more than 64 attributes";
    if (scan->namespaces > XML_NAMESPACES_MAX)
        return "namespaces are declared more than 64 times";
    if (scan->depth > XML_DEPTH_MAX)
        return "elements are nested more than 64 deep";
    if (scan->nodes > XML_NODES_MAX)
        return "there are more than 4,000,000 elements and attributes";
    return NULL;
}

/* Passes what begins with `begin`, and ends with `close`, or with the bytes. */
static bool skip(Scan *scan, const char *begin, const char *close)
{
    gsize length = strlen(begin), left = (gsize)(scan->end - scan->at);
    if (left < length || memcmp(scan->at, begin, length) != 0)
        return false;
    const char *end = g_strstr_len(scan->at + length, (gssize)(left - length), close);
    scan->at = end ? end + strlen(close) : scan->end;
    return true;
}

/* An encoding that is declared and not used, such as UTF-7, would be read differently by others. */
static bool declares_other_encoding(const char *bytes, gsize length)
{
    gsize mark = length >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
    const char *end = g_strstr_len(bytes, (gssize)length, "?>");
    if (!end || !g_str_has_prefix(bytes + mark, "<?xml"))
        return false;
    g_autofree char *declaration = g_strndup(bytes + mark, (gsize)(end - bytes) - mark);
    const char *encoding = strstr(declaration, "encoding");
    const char *quote = encoding ? strpbrk(encoding, "\"'") : NULL;
    return quote && (g_ascii_strncasecmp(quote + 1, "UTF-8", 5) != 0 || quote[6] != *quote);
}

static long line_of(const char *bytes, const char *at)
{
    long line = 1;
    for (const char *p = bytes; (p = memchr(p, '\n', (gsize)(at - p))); p++)
        line++;
    return line;
}
