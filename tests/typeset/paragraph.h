/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Paragraph: an element with inline text as a Pango layout, with its links and footnotes. */
#ifndef PARAGRAPH_H
#define PARAGRAPH_H

#include <glib.h>
#include <libxml/tree.h>
#include <pango/pangocairo.h>

#include "style.h"

typedef struct {
    guint start, end; /* bytes of the layout's text */
    char *target;     /* URL */
} ParagraphLink;

typedef struct {
    guint at; /* byte of the layout's text: its mark */
    int number;
    const xmlNode *node; /* the <fn> */
} ParagraphNote;

typedef struct {
    PangoLayout *layout;
    GArray *links; /* of ParagraphLink */
    GArray *notes; /* of ParagraphNote */
} Paragraph;

/* What stands for {page} and {pages} in running heads; NULL elsewhere. */
typedef struct {
    int page, pages;
} PageNumbers;

/* Sets the inline content of `node` in `style` on lines of `width` points (negative: one line).
 * `prefix` (may be NULL) is put before it; its footnotes are numbered after `notes`. Free with
 * paragraph_free(). */
Paragraph *paragraph_from_node(PangoContext *context, const xmlNode *node, const char *prefix,
                               const Style *style, double width, const PageNumbers *numbers, int notes);
Paragraph *paragraph_ref(Paragraph *paragraph);
void paragraph_free(Paragraph *paragraph); /* drops one reference; NULL is fine */

#endif
