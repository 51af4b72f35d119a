/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Blocks: headings, paragraphs, lists, tables and footnotes, whole over lines and pages. */
#ifndef BLOCKS_H
#define BLOCKS_H

#include "lines.h"

#define BLOCKS_NAMESPACE "urn:sammandrag:blocks:1"

typedef enum {
    BLOCK_HEADING, /* level, number */
    BLOCK_PARAGRAPH,
    BLOCK_ITEM,     /* of a list: marker, level from 1 */
    BLOCK_ROW,      /* label and value, side by side: cells holds both */
    BLOCK_TABLE,    /* rows */
    BLOCK_FOOTNOTE, /* marker: its mark */
    BLOCK_FIGURE,   /* a picture, no text */
} BlockKind;

typedef struct {
    int columns, rows; /* spans; 0 means 1 */
    bool header;
    Text text;
} Cell;

typedef struct {
    int page;
    GArray *cells; /* of Cell; a place covered by a span has no cell */
} Row;

typedef struct {
    const char *id; /* "b1", "b2", …: unique, in reading order */
    BlockKind kind;
    int page, last_page; /* last_page 0: the same page */
    Box box;             /* on `page` */
    int level;           /* of a heading or a list item, from 1; 0 for others */
    int depth;           /* of a heading among those of its part of a meeting, from 0 (blocks_nest()) */
    const char *list;    /* the same of a list item: id of the first item of its list, or sub-list */
    const char *marker;  /* of a list item or footnote, as printed: "•", "1.", "a)" */
    const char *number;  /* of a heading, as printed: "2.1" */
    double size;         /* points */
    bool bold, italic;   /* all of it */
    bool quoted;         /* inside a quotation that may span paragraphs */
    bool follows;        /* a new line of the block before it, without the space between paragraphs */
    double indent;       /* points from the left edge of the body text */
    Text text;           /* without marker; a heading's number stays in */
    GArray *rows;        /* of Row; a table's, and the one of a BLOCK_ROW */
} Block;

/* A line that is no part of the text, kept so that every word is accounted for. */
typedef struct {
    const char *id; /* "d1", … */
    DropReason reason;
    int page;
    bool repeated; /* stands above already, in a meeting (dropped_find_repeats()) */
    const char *text;
} Dropped;

/* A page whose text cannot be trusted. */
typedef struct {
    int page;
} DamagedPage;

typedef struct {
    GStringChunk *chunk;
    const char *file, *sha256, *producer, *title;
    bool tagged;
    int pages;
    GArray *damaged;   /* of DamagedPage */
    GArray *furniture; /* of Furniture */
    GArray *blocks;    /* of Block */
    GArray *dropped;   /* of Dropped */
    GArray *notes;     /* of Note */
} Blocks;

/* Never fails. The result is the caller's. */
Blocks *blocks_from_lines(const Lines *lines, const Profile *profile);

/* The text of a block as one line: marker, text; a table's rows are joined by newlines, its
 * cells by TAB. The caller frees it. */
char *block_plain(const Block *block);

extern const ModelType blocks_type, damaged_page_type;
/* For the meeting, which holds blocks under Swedish names. */
Block block_copy(const Block *block, GStringChunk *chunk);
xmlDoc *blocks_to_xml(const Blocks *blocks);
Blocks *blocks_from_xml(xmlDoc *doc, GError **error);
void blocks_free(Blocks *blocks);

#endif
