/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the setters of blocks share: appending strips and paragraphs to a galley, and tables. */
#ifndef GALLEY_TABLE_H
#define GALLEY_TABLE_H

#include "galley.h"

Galley *galley_new(void);
/* Appends a strip; the pointer is good until the next one is appended. */
Strip *galley_append(Galley *g, double height);
/* Leaves at least `space` before the next strip. */
void galley_space(Galley *g, double space);
bool galley_paragraph(Galley *g, Setting *setting, const xmlNode *node, const char *prefix,
                      const Style *style, double x, double width, GError **error);
/* The style a node's `style` names, else the one called `otherwise`, else "p". */
const Style *galley_style(const Setting *setting, const xmlNode *node, const char *otherwise);
/* Adds a copy of `ink`, with a reference to its paragraph. */
void strip_ink(Strip *strip, const Ink *ink);
/* Draws all of `from` in the strip, from its top; returns the height. */
double strip_take(Strip *strip, const Galley *from);
void strip_note(Strip *strip, Galley *note);

/* <table columns="120 60 60" border="all|rows|none" pad="3"> of <tr> of <th> and <td> with colspan,
 * rowspan and align. Rows of only <th> at its top are repeated on every page. */
bool galley_set_table(Galley *g, Setting *setting, const xmlNode *node, double x, double width,
                      GError **error);

#endif
