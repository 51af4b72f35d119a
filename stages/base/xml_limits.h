/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an XML document may ask of who reads it: told from its bytes, before a parser sees them. */
#ifndef BASE_XML_LIMITS_H
#define BASE_XML_LIMITS_H

#include <glib.h>

/* True when the `length` bytes are UTF-8, declare no document type, and stay within the limits of size, depth
 * and number below. Otherwise false with XML_ERROR_SYNTAX: `name`, line and fault. Says nothing of whether
 * they are well-formed. Takes one pass over the bytes and no memory. */
gboolean xml_within_limits(const char *bytes, gsize length, const char *name, GError **error);

/* True when no character of the bytes, which are UTF-8, hides or turns around what is shown, be it written as
 * itself or by its number; see text_is_hidden(). Otherwise false with XML_ERROR_INVALID. */
gboolean xml_hides_nothing(const char *bytes, gsize length, const char *name, GError **error);

/* Minutes of a thousand pages have, as XML of any format, some 5 MB and 300,000 elements and attributes, at
 * most 12 deep and 12 to an element. Elements and attributes count together: each is a node to the parser,
 * which compares the attributes of an element with each other. */
enum {
    XML_BYTES_MAX = 64 << 20,
    XML_NODES_MAX = 4000000,
    XML_DEPTH_MAX = 64,
    XML_ATTRIBUTES_MAX = 64,
    XML_NAMESPACES_MAX = 64, /* each prefix is looked for among those in scope */
    XML_TEXT_MAX = 10000000, /* between two tags: what libxml2 takes */
};

#endif
