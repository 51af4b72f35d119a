/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Style: how a paragraph is set; named styles are read from the source and inherit from each other. */
#ifndef STYLE_H
#define STYLE_H

#include <glib.h>
#include <libxml/tree.h>
#include <stdbool.h>

typedef enum { ALIGN_LEFT, ALIGN_RIGHT, ALIGN_CENTER, ALIGN_JUSTIFY } Align;

/* Lengths in points. Strings belong to the source document or are constants. */
typedef struct {
    char *font; /* family */
    double size;
    bool bold, italic;
    bool hyphenate; /* soft hyphens are put into long words */
    bool keep;      /* stays on the page of what follows */
    guint color;    /* 0xRRGGBB */
    Align align;
    double left, right;   /* indents of the paragraph */
    double first;         /* further indent of its first line; negative: hanging */
    double before, after; /* space; the larger of two that meet is kept */
    double leading;       /* distance of lines as a multiple of the font's own */
    double spacing;       /* extra space between letters */
} Style;

typedef struct Styles Styles;

/* Reads the <style> children of `root`. A style is based on the one named by its `as`, else on "p".
 * Returns NULL with an error for an unknown attribute or base. The result is the caller's. */
Styles *styles_from_source(const xmlNode *root, GError **error);
void styles_free(Styles *styles);

/* The style called `name`, or NULL; borrowed. */
const Style *style_lookup(const Styles *styles, const char *name);

/* An attribute of the source as a number of points, or `otherwise` when absent. */
double style_number(const xmlNode *node, const char *attribute, double otherwise);
bool style_flag(const xmlNode *node, const char *attribute);
/* An attribute, or `otherwise`; the caller frees it. */
char *style_string(const xmlNode *node, const char *attribute, const char *otherwise);
/* A list of numbers divided by blanks: an array of double, the caller's. */
GArray *style_numbers(const xmlNode *node, const char *attribute);

#endif
