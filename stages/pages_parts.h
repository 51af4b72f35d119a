/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts of pages_from_pdf(): each fills one array of a Page. */
#ifndef PAGES_PARTS_H
#define PAGES_PARTS_H

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

/* Fills `page->runs` from the text of `source`; notes what could not be read. */
void pages_add_runs(Pages *pages, Page *page, PopplerPage *source, FontTrust *trust);
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
