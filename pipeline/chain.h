/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The chain: a document taken from any of its formats to any later one. */
#ifndef CHAIN_H
#define CHAIN_H

#include <glib.h>

#include "check.h"
#include "format.h"
#include "pages.h"
#include "personal.h"
#include "resources.h"
#include "summary.h"

/* A document at one place of the chain: the model of its format. */
typedef struct {
    Format format; /* FORMAT_PDF: there is none */
    union {
        Pages *pages;
        Lines *lines;
        Blocks *blocks;
        Meeting *meeting;
        Summary *summary;
        Check *check;
        Personal *personal;
    };
} Document;

/* Reads a PDF of at most `most` pages. `name` is its file name for XML. Returns false with an error in
 * PAGES_DOMAIN. */
gboolean document_from_pdf(Document *document, GBytes *pdf, const char *name, const char *password,
                           guint most, GError **error);

/* Reads the XML of a model that is valid by its schema. Returns false with an error in XML_DOMAIN. */
gboolean document_from_xml(Document *document, Format format, xmlDoc *doc, GError **error);

/* Takes the document on to `format`, which is its own or made from it. Stages cannot fail. Each leaves
 * a note where a word of what it was given is not in what it made. */
void document_advance(Document *document, Format format, const Profile *profile,
                      const SummaryOptions *options);

/* The summary of a meeting, which stays; free with document_clear(). */
Document document_summary(const Document *meeting, const Profile *profile, const SummaryOptions *options);

/* The document as XML; the caller frees it with xml_free(). */
xmlDoc *document_to_xml(const Document *document);

/* Its notes, an array of Note; borrowed. */
const GArray *document_notes(const Document *document);

void document_clear(Document *document);

#endif
