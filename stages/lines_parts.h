/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts of lines_from_pages(), in the order in which they run. */
#ifndef LINES_PARTS_H
#define LINES_PARTS_H

#include "lines.h"

/* Appends the lines of `page` to `lines->lines`, from top to bottom, and its sheet. */
void lines_add_page(Lines *lines, const Page *page);
/* Puts the lines that cannot be seen after the others of their page, dropped: they are no neighbours of what
 * can be seen. Comes last. */
void lines_add_hidden(Lines *lines, const Pages *pages);
/* Marks what repeats over the pages as dropped, with its reason, and keeps its facts. */
void lines_drop_furniture(Lines *lines, const Profile *profile);
/* Marks the lines of tables of contents as dropped. */
void lines_drop_contents(Lines *lines);
/* Puts lines set in columns side by side one column after the other. */
void lines_order_columns(Lines *lines, const Profile *profile);
/* Says how each part runs on into the one below: with a blank, a hyphen kept or a hyphen gone. */
void lines_mark_hyphens(Lines *lines);
/* Finds the edges of the body text of every sheet. */
void lines_measure_sheets(Lines *lines);

#endif
