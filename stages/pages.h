/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pages: what stands where on each page of a PDF, and nothing about what it means. */
#ifndef PAGES_H
#define PAGES_H

#include <gio/gio.h>
#include <glib.h>
#include <stdbool.h>

#include "base/model.h"

#define PAGES_NAMESPACE "urn:sammandrag:pages:1"

/* Points, origin at the top left of the page as it is shown (rotation applied), y downwards. */
typedef struct {
    double x0, y0, x1, y1;
} Box;

/* A stretch of one line in one font, without wide gaps in it. */
typedef struct {
    Box box;
    double size; /* points */
    bool bold, italic;
    bool joined;   /* no space between this run and the one before it on its line */
    bool vertical; /* set on its side */
    bool hidden;   /* it cannot be seen on the page */
    int color;     /* 0xRRGGBB */
    const char *text;
} Run;

typedef struct {
    Box box;
    const char *target; /* http:, https:, mailto: or #page=N */
} Link;

/* A picture. Looked for on the first pages and on those whose text leaves room for one: finding
 * them costs nearly as much as the text. */
typedef struct {
    Box box;
} Image;

/* A ruled line, horizontal (y0 == y1) or vertical (x0 == x1). Known only for pages whose
 * text looks tabular: they are found by drawing the page, which costs more than its text. */
typedef struct {
    Box box;
} Rule;

typedef struct {
    int number; /* 1-based */
    const char *label;
    double width, height; /* points, as shown */
    bool damaged;         /* the text of this page cannot be trusted */
    GArray *runs;         /* of Run, in Poppler's reading order */
    GArray *links;        /* of Link */
    GArray *images;       /* of Image */
    GArray *rules;        /* of Rule */
} Page;

typedef struct {
    GStringChunk *chunk; /* owns every string of the model */
    const char *file;    /* name of the input without folders */
    const char *sha256;  /* of the input's bytes, hexadecimal */
    const char *producer, *title;
    bool tagged;
    GArray *pages; /* of Page */
    GArray *notes; /* of Note */
} Pages;

typedef enum {
    PAGES_ERROR_NOT_PDF,
    PAGES_ERROR_ENCRYPTED, /* needs a password */
    PAGES_ERROR_DAMAGED,   /* beyond what Poppler repairs */
    PAGES_ERROR_NO_TEXT,   /* a scan: pictures of text */
    PAGES_ERROR_EMPTY,
    PAGES_ERROR_TOO_MANY, /* pages */
} PagesErrorCode;
#define PAGES_DOMAIN pages_domain_quark()
GQuark pages_domain_quark(void);

/* Reads a PDF of at most `most` pages from memory; `name` is its file name, for messages and as `file`.
 * Returns a model to be freed with pages_free(), or NULL with an error in PAGES_DOMAIN. `password` may be
 * NULL. */
Pages *pages_from_pdf(GBytes *pdf, const char *name, const char *password, guint most, GError **error);

/* What reading a first PDF takes from files: Poppler's tables and converters of characters. As long as there
 * is a reader, pages_from_pdf() opens none of them, nor, from then on, any font of the machine. Free with
 * pages_reader_free(). */
typedef struct PagesReader PagesReader;
PagesReader *pages_reader_new(void);
void pages_reader_free(PagesReader *reader); /* NULL is fine */
/* The version of Poppler, on which hangs what is read. */
const char *pages_reader_version(void);

Box box_from_corners(double x0, double y0, double x1, double y1); /* rounded to what XML keeps */

extern const ModelType pages_type, image_type, rule_type;
xmlDoc *pages_to_xml(const Pages *pages);
Pages *pages_from_xml(xmlDoc *doc, GError **error);
void pages_free(Pages *pages); /* NULL is fine */

#endif
