/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Points of a decision or proposal, for meeting_outcome.c alone. */
#ifndef MEETING_POINTS_H
#define MEETING_POINTS_H

#include "meeting_rulings.h"

/* A ruling among the points, with the sentence it stands in. */
typedef struct {
    Ruling ruling;
    const char *sentence;
    const Block *block;
    bool related; /* shares a word with the title */
} Point;

/* What the points of a decision, or of a proposal, come to. */
typedef struct {
    GArray *points;       /* of Point */
    guint unclassified;   /* sentences that no rule knows */
    bool doubtful;        /* something is denied, or rejected by a sentence within it */
    const char *followed; /* the proposal that the decision follows, or NULL */
    const Block *block;   /* the first of the points */
} Points;

/* Adds the points of a section, or of a sentence, to `points`, whose array is the caller's. */
void points_from_section(const Draft *draft, const Item *item, const Section *section, Points *points);
void points_from_sentence(const Draft *draft, const Item *item, const Block *block, const char *sentence,
                          Points *points);

#endif
