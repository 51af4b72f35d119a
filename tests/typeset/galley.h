/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Galley: blocks set as a pile of strips, each to be put on one page undivided. */
#ifndef GALLEY_H
#define GALLEY_H

#include "paragraph.h"

typedef enum { INK_LINE, INK_RULE, INK_FRAME, INK_PICTURE } InkKind;

/* Something drawn; the place is relative to the strip's top left. */
typedef struct {
    InkKind kind;
    double x, y, w, h; /* INK_LINE: y is the baseline */
    Paragraph *paragraph;
    int line; /* of the paragraph */
    guint color;
} Ink;

typedef struct Galley Galley;

typedef struct {
    double height;
    double before; /* space above, lost at the top of a page */
    bool keep;     /* must be on the page of the next strip */
    bool new_page;
    GArray *ink;      /* of Ink */
    GPtrArray *notes; /* of Galley: footnotes marked in it; may be NULL */
    Galley *repeat;   /* table header to be set again when a page begins with this strip; may be NULL */
} Strip;

struct Galley {
    GArray *strips; /* of Strip */
    double after;   /* space still due below the last strip */
};

/* What stays the same while a document is set. */
typedef struct {
    PangoContext *context;
    const Styles *styles;
    double width; /* of the text area, for footnotes */
    int notes;    /* footnotes so far */
} Setting;

/* Sets the blocks inside `parent` on lines that begin at `x` and are `width` wide. Returns NULL with
 * an error for an element that is neither a block nor the name of a style. The result is the caller's. */
Galley *galley_from_blocks(Setting *setting, const xmlNode *parent, double x, double width, GError **error);
Galley *galley_ref(Galley *galley);
void galley_free(Galley *galley);
double galley_height(const Galley *galley);

#endif
