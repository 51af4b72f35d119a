/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts of pages_from_pdf(): each fills one array of a Page. */
#ifndef PAGES_PARTS_H
#define PAGES_PARTS_H

#include <cairo.h>
#include <poppler.h>

#include "pages.h"

/* What the words set in each font of a document look like: whether its letters can be trusted. */
typedef struct FontTrust FontTrust;
FontTrust *font_trust_new(void);
void font_trust_free(FontTrust *trust);
/* Takes in the words of a run of `page` (1-based) set in the font `name`. */
void font_trust_read(FontTrust *trust, const char *name, int page, const char *text);
/* Marks and notes the pages that hold text in a font whose letters are wrong. */
void font_trust_judge(const FontTrust *trust, Pages *pages);

/* No colour: a picture, a pattern, or one that was not read. */
#define PAINT_UNKNOWN (-1)

/* What a page paints that is no text, as a box around it. */
typedef struct {
    Box box;
    int color;      /* 0xRRGGBB; PAINT_UNKNOWN */
    bool over_text; /* text began in these lines before */
    bool picture;
    bool covers; /* nothing of what it is over is seen: whole pictures, and what is marked to be taken out */
} PaintedArea;

typedef struct {
    bool unknown;   /* the commands of the page were not all read: it may paint anything */
    bool invisible; /* text is shown without ink, or where nothing is painted; and not over a scan */
    bool outside;   /* text is shown beside the page, which Poppler leaves out */
    GArray *areas;  /* of PaintedArea */
} PagePaint;

/* Reads from the bytes of a file what its pages paint. Free with paint_reader_free(). */
typedef struct PaintReader PaintReader;
PaintReader *paint_reader_new(GBytes *pdf, guint pages);
void paint_reader_free(PaintReader *reader);
/* Names of fonts that are in the file and broken; the caller unreferences them. */
GHashTable *paint_broken_fonts(PaintReader *reader);
/* Free with page_paint_free(). */
PagePaint *page_paint_new(PaintReader *reader, const Page *page);
void page_paint_free(PagePaint *paint); /* NULL is fine */

/* Finds the text of pages that cannot be seen on them. Free with hidden_finder_free() before `document`. */
typedef struct HiddenFinder HiddenFinder;
HiddenFinder *hidden_finder_new(PopplerDocument *document, GBytes *pdf);
void hidden_finder_free(HiddenFinder *finder);
/* For each of the `n` characters of the page's text, with their boxes and fonts as Poppler gives them,
 * whether it is hidden; NULL where none is. The caller frees. Notes the page that has such text. */
guint8 *hidden_characters(HiddenFinder *finder, Pages *pages, const Page *page, PopplerPage *source,
                          const char *text, const PopplerRectangle *boxes, guint n, GList *fonts);

/* Draws a page on white paper of so many pixels; the caller destroys the surface. */
cairo_surface_t *page_draw(PopplerPage *source, double scale, int width, int height);

/* Fills `page->runs` from the text of `source`; notes what could not be read. */
void pages_add_runs(Pages *pages, Page *page, PopplerPage *source, FontTrust *trust, HiddenFinder *finder);
/* How often `name`, as "/Image", stands as a whole name in the bytes of the file that are not compressed. */
guint pages_count_name(GBytes *pdf, const char *name);
/* How many pictures the file holds, at most. */
guint pages_count_pictures(GBytes *pdf);
/* Fills `page->images`, after its runs: those of the first pages, and of pages with room for a picture that
 * may be another than the logo of `pages`, those before it. */
void pages_add_images(Page *page, PopplerPage *source, const Pages *pages, guint pictures);
/* Fills the rules of every page that looks tabular by drawing it from `document`. */
void pages_add_rules(Pages *pages, PopplerDocument *document);

#endif
