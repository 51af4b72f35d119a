/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rendering: an XML document through a stylesheet, to bytes. */
#ifndef RENDER_H
#define RENDER_H

#include "base/xml.h"

/* A compiled stylesheet, to be used for many documents. */
typedef struct Stylesheet Stylesheet;

/* Compiles the XSLT 1.0 stylesheet at `path` together with what it imports: files beside it by their name
 * alone, then those of the folder `library`; NULL: it is a stylesheet of the installation itself. What leads
 * to any other place is an error, and so is what exceeds the limits of base/xml_limits.h where there is a
 * library. Returns a stylesheet to be freed with
 * stylesheet_free(), or NULL with XML_ERROR_SCHEMA. */
Stylesheet *stylesheet_from_file(const char *path, const char *library, GError **error);
void stylesheet_free(Stylesheet *stylesheet); /* NULL is fine */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Stylesheet, stylesheet_free)

/* Applies `stylesheet` to `doc`, which stays as it is. `parameters` is NULL or name, value, name,
 * value, …, NULL: strings, not XPath. While it runs a stylesheet can reach no file, no folder and
 * no network, and it ends: what it may do is counted. Returns the bytes `xsltproc` gives for the same
 * stylesheet, document and
 * `--stringparam`s, to be freed with g_free(), or NULL with XML_ERROR_SCHEMA. */
char *render(const Stylesheet *stylesheet, xmlDoc *doc, const char *const *parameters, gsize *length,
             GError **error);

/* The same bytes into a sink, which gets none of them on failure. */
bool render_to(const Stylesheet *stylesheet, xmlDoc *doc, const char *const *parameters, const XmlSink *sink,
               GError **error);

#endif
