/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lines: the text in reading order, with what repeats on every page set aside and its facts kept. */
#ifndef LINES_H
#define LINES_H

#include "base/profile.h"
#include "base/text.h"
#include "pages.h"

#define LINES_NAMESPACE "urn:sammandrag:lines:1"

/* Why a line is no part of the text. */
typedef enum {
    DROP_NONE,
    DROP_HEAD,        /* running head */
    DROP_FOOT,        /* running foot */
    DROP_PAGE_NUMBER, /* "3", "3 (12)", "Sida 3" */
    DROP_SIGNATURE,   /* boxes for signatures: "Justerandes sign" */
    DROP_OVERLAY,     /* a signing service's stamp */
    DROP_CONTENTS,    /* a line of a table of contents */
    DROP_FIGURE,      /* words inside a picture */
    DROP_TABLE_HEAD,  /* a table's header row, repeated on a further page */
    DROP_HIDDEN,      /* cannot be seen on the page: never published */
} DropReason;

/* How a part runs on into the one below it of its paragraph or cell. */
typedef enum {
    RUN_ON_SPACE,  /* with a space */
    RUN_ON_JOIN,   /* without: a hyphen that belongs to the word stays, or a URL is cut */
    RUN_ON_HYPHEN, /* without, and the hyphen at the end goes: the word was broken */
} RunOn;

/* A stretch of a line between wide gaps: the whole line, or a cell. */
typedef struct {
    double x0, x1;     /* points */
    double size;       /* points, of most of its characters */
    bool bold, italic; /* all of it */
    int color;
    RunOn run_on;
    Text text; /* with links and raised footnote marks */
} Part;

typedef struct {
    int page;
    Box box;
    double baseline; /* points from the top */
    bool vertical;   /* set on its side; such lines come after the others of their page */
    int column;      /* 0, or 1, 2, … where the page is set in columns */
    DropReason drop;
    GArray *parts; /* of Part, left to right */
} Line;

/* What Blocks needs to know of a page besides its lines. */
typedef struct {
    int number;
    const char *label;
    double width, height;
    double left, right; /* of the body text, points */
    bool damaged;
    GArray *images; /* of Image */
    GArray *rules;  /* of Rule */
} Sheet;

/* Facts that running heads and feet state, as printed. */
typedef struct {
    const char *kind; /* "organ", "datum", "diarienummer", "sidor", "dokument", "signatur", "huvudman" */
    int page;
    const char *text;
} Furniture;

typedef struct {
    GStringChunk *chunk;
    const char *file, *sha256, *producer, *title;
    bool tagged;
    GArray *sheets;    /* of Sheet */
    GArray *furniture; /* of Furniture, each once */
    GArray *lines;     /* of Line, dropped ones in place */
    GArray *notes;     /* of Note */
} Lines;

/* Never fails. The result is the caller's. */
Lines *lines_from_pages(const Pages *pages, const Profile *profile);

/* The sheet with a number, or an empty one when there is none; borrowed. */
const Sheet *lines_sheet(const Lines *lines, int page);

/* All text of a line, its parts separated by one blank; the caller frees it. */
char *line_text(const Line *line);

extern const ModelType lines_type, furniture_type;
extern const ModelMark text_marks[]; /* the inline elements of the English formats */
xmlDoc *lines_to_xml(const Lines *lines);
Lines *lines_from_xml(xmlDoc *doc, GError **error);
void lines_free(Lines *lines);

#endif
