/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts of pages_from_pdf(): each fills one array of a Page. */
#ifndef PAGES_PARTS_H
#define PAGES_PARTS_H

#include <poppler.h>

#include "pages.h"

/* Fills `page->runs` from the text of `source`; notes what could not be read. */
void pages_add_runs(Pages *pages, Page *page, PopplerPage *source);
/* Fills the rules of every page that looks tabular by drawing it from `document`. */
void pages_add_rules(Pages *pages, PopplerDocument *document);

#endif
