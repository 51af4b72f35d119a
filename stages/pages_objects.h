/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The objects of a PDF file as far as they say how its pages are painted, which Poppler does not tell. */
#ifndef PAGES_OBJECTS_H
#define PAGES_OBJECTS_H

#include <gio/gio.h>
#include <stdbool.h>

/* A value in the syntax of PDF begins at `at`; what holds it ends at `end`. `at` is NULL for none. */
typedef struct {
    const char *at, *end;
} PdfValue;

/* A page with what it inherits from the nodes above it. */
typedef struct {
    PdfValue dictionary, resources;
    PdfValue media, crop; /* its boxes */
    int rotation;         /* degrees clockwise */
} PdfPage;

typedef struct PdfObjects PdfObjects;

/* The objects of a file; NULL where its bytes do not show them: it is encrypted, or has files in it. Free
 * with pdf_objects_free(); values point into it. */
PdfObjects *pdf_objects_new(GBytes *pdf);
void pdf_objects_free(PdfObjects *objects); /* NULL is fine */

/* The pages in their order, of PdfPage; the caller unreferences the array. At most `most` of them. */
GArray *pdf_pages(PdfObjects *objects, guint most);

/* The value of `key`, without its "/", in a dictionary, or of its stream; references are followed. */
PdfValue pdf_entry(PdfObjects *objects, PdfValue dictionary, const char *key);
/* Takes the next value off `array`, which begins as one; false at its end. References are followed. */
bool pdf_next(PdfObjects *objects, PdfValue *array, PdfValue *value);
/* Whether the value is the name. */
bool pdf_is_name(PdfValue value, const char *name);
/* Reads so many numbers of an array. */
bool pdf_numbers(PdfObjects *objects, PdfValue array, double *numbers, guint n);
/* Whether a picture, or what sets how things are painted (gs), lets nothing through of what is under it;
 * false where there is none. */
bool pdf_is_opaque(PdfObjects *objects, PdfValue dictionary);
/* The bytes of a stream as they are before compression; NULL where it is none, or is kept in another way. The
 * caller unreferences them. */
GBytes *pdf_stream(PdfObjects *objects, PdfValue stream);

/* Names of the fonts in the file whose programs cannot be read whole, without the letters of a subset; the
 * caller unreferences them. */
GHashTable *pdf_broken_fonts(PdfObjects *objects);

/* The end of the lexeme that begins at `at`, which is no blank: a name, number, string, "[", "<<", an
 * operator.
 */
const char *pdf_lexeme(const char *at, const char *end);
/* The end of the bytes of a picture that stands among commands, which begin at `at`: "EI" between blanks. */
const char *pdf_picture_end(const char *at, const char *end);
/* What follows blanks and comments. */
const char *pdf_blanks(const char *at, const char *end);
/* Reads a number; the end of it, or NULL where there is none. */
const char *pdf_number(const char *at, const char *end, double *number);

#endif
