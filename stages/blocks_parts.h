/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts of blocks_from_lines(): measures, the flow of paragraphs, rows, tables, footnotes, headings. */
#ifndef BLOCKS_PARTS_H
#define BLOCKS_PARTS_H

#include "blocks.h"

/* What the document as a whole looks like: the ground on which a line stands out. */
typedef struct {
    double body_size;     /* points, of most characters */
    double body_left;     /* left edge of most lines of that size, points */
    GHashTable *leadings; /* size in tenths of a point -> distance of baselines in hundredths */
    GArray *edges;        /* of Edge, by left edge */
    bool
        full_ends_run_on; /* a full line that ends a sentence goes on more often than it ends its paragraph */
} Measures;

/* Lines that begin at `left` and where they end. */
typedef struct {
    double left, right;
    guint lines, full; /* `full`: lines that end near `right` */
} Edge;

/* A stretch of a line that is read by itself: the line, or one part of it. */
typedef struct {
    const Line *line;
    const Part *part; /* its text, edges and font */
} Stretch;

/* Where a column of a table begins and ends sideways, points. */
typedef struct {
    double x0, x1;
} Span;

typedef struct {
    const Lines *lines;
    const Profile *profile;
    Blocks *blocks;
    Measures measures;
    GPtrArray *made;   /* of Part: those that no line holds, kept until the end */
    GArray *columns;   /* of Span: those of the last table without ruled lines; NULL before the first */
    int grid_page;     /* the page that `grids` are of; 0: none */
    GArray *grids;     /* of Grid */
    GArray *footnotes; /* of Block: set aside until the block under way is closed */
    /* The block under way. */
    bool open;
    Block block;
    TextBuilder text;
    Stretch last;    /* the last stretch it took */
    double hang;     /* where its further lines begin, points; negative: not known yet */
    guint stretches; /* how many it took */
    double above;    /* distance to the line before it on its page, in leadings; 0 at the top */
} Builder;

/* ---- blocks_measures.c ---- */
void measures_init(Measures *measures, const Lines *lines);
void measures_clear(Measures *measures);
/* The usual distance of baselines of lines set in `size`, points. */
double measures_leading(const Measures *measures, double size);
/* Where lines that begin at `left` end when they are full, points. */
double measures_right(const Measures *measures, const Sheet *sheet, double left);
/* True when the first word (or date, or number with its unit) of `next` would have had room on the line of
 * `last`: then whoever wrote it began a new line on purpose. */
bool measures_had_room(const Measures *measures, const Sheet *sheet, const Stretch *last,
                       const Stretch *next);

/* What the first word (or date …) of `next` takes up after `last`, with the blank before it, points. */
double measures_first_word(const Part *last, const Part *next);
/* True when the line of `last` ends so early that nobody wrapped it there, whatever follows. */
bool measures_is_short(const Measures *measures, const Sheet *sheet, const Stretch *last);

/* ---- blocks_flow.c ---- */
/* Takes a stretch into the block under way or begins a new one with it. */
void flow_take(Builder *builder, Stretch stretch);
/* Begins a list item with the marker `marker` and takes `stretch` as its first line. */
void flow_begin_item(Builder *builder, Stretch stretch, const char *marker, double marker_left);
/* Closes the block under way, if any, and delivers the footnotes set aside. */
void flow_close(Builder *builder);
/* Appends a finished block; gives it its id. */
void flow_deliver(Builder *builder, Block *block);
/* Keeps a part that no line holds until the blocks are done; its text is freed with it. */
const Part *flow_keep_part(Builder *builder, Part part);
/* Appends a part's text to `text`, with what its end asks for before the next one. */
void flow_append(TextBuilder *text, const Text *more, RunOn run_on_before);
/* Marks that what is appended next begins a line on purpose. */
void flow_break_line(TextBuilder *text);

/* ---- blocks_lists.c ---- */
/* The marker at the start of `text` ("•", "-", "1.", "a)"), its length in bytes, or 0. */
gsize list_marker(const char *text);
/* True when `text` is a marker and nothing else. */
bool list_is_marker(const char *text);
/* Gives list items their levels from where their markers stand. */
void lists_set_levels(Blocks *blocks);

/* ---- blocks_rows.c ---- */
/* Takes line `i`, which has several parts, and those after it that belong with it; returns the index after.
 */
guint rows_take(Builder *builder, guint i);

/* ---- blocks_tables.c ---- */
/* Takes the ruled table that line `i` lies in; returns the index of the line after, or `i` if there is none.
 */
guint tables_take_ruled(Builder *builder, guint i);
/* Delivers a table, or adds its rows to the table before it when it goes on from the page before. */
void tables_deliver(Builder *builder, Block *table);

/* ---- blocks_footnotes.c ---- */
/* The number of lines from `i` on that are the footnotes of its page; 0 when `i` begins none. */
guint footnotes_at(const Builder *builder, guint i);
void footnotes_take(Builder *builder, guint i, guint n);
/* Takes away marks that no footnote answers, and notes footnotes that no mark asks for. */
void footnotes_match(Blocks *blocks);

/* ---- blocks_quotes.c ---- */
/* Marks the paragraphs of quotations, from the one that opens to the one that closes. */
void quotes_find(Blocks *blocks);

/* ---- blocks_headings.c ---- */
/* Tells which blocks are headings, and of what level. */
void headings_find(Builder *builder);

/* ---- shared ---- */
void blocks_drop(Builder *builder, const Line *line, DropReason reason, const char *text);

#endif
