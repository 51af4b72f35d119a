/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rulings: what the words of a decision do with what, for meeting_points.c and meeting_outcome.c alone. */
#ifndef MEETING_RULINGS_H
#define MEETING_RULINGS_H

#include "meeting_parts.h"

/* What a ruling is about. */
typedef enum {
    OBJECT_NONE,     /* no noun that the tables know */
    OBJECT_MATTER,   /* "ärendet" */
    OBJECT_PETITION, /* "motionen", "medborgarförslaget", "interpellationen", "hemställan" */
    OBJECT_PROPOSAL, /* somebody's proposal: "kommunstyrelsens förslag", "Anna Bergs yrkande" */
} RulingObject;

typedef struct {
    OutcomeKind kind;
    RulingObject object;
    gsize start, end;  /* of the verb, bytes in the sentence */
    bool after;        /* what is decided on stands after the verb */
    bool negated;      /* "bifalls inte" */
    bool accessory;    /* goes with another decision: an assignment */
    bool partial;      /* only a part is decided on */
    bool doubtful;     /* denied from afar, on a condition, or within a proposal that is not followed */
    const char *owner; /* of a proposal: the words before and with it */
    const char *to;    /* who gets it; NULL: not said */
} Ruling;

/* False for sentences among the points that decide nothing: reservations, adjustment, conditions. */
bool ruling_decides(const Draft *draft, const char *sentence);
/* The rulings of a sentence in order; free the array. `*followed` is the words up to the proposal that it
 * says to decide by, "Enligt kommunstyrelsens förslag"; NULL: none. */
GArray *rulings_in(const Draft *draft, const char *sentence, const char **followed);

#endif
