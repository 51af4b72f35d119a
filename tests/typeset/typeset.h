/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Typeset: makes a PDF from a small XML source, for samples and generated minutes. The form of the
 * source is described in tests/typeset/README.md. */
#ifndef TYPESET_H
#define TYPESET_H

#include <glib.h>
#include <libxml/tree.h>

typedef enum {
    TYPESET_ERROR_SOURCE, /* the source says something the typesetter does not know */
    TYPESET_ERROR_OUTPUT, /* cairo could not write the PDF */
} TypesetErrorCode;
#define TYPESET_DOMAIN typeset_domain_quark()
GQuark typeset_domain_quark(void);

/* Returns the PDF as bytes that the caller owns, or NULL with an error that names the line of the
 * source. The same source and fonts give the same bytes. */
GBytes *typeset_pdf(xmlDoc *source, GError **error);

#endif
