/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the inventors of meetings and of items share. */
#ifndef GENERATOR_INVENT_PARTS_H
#define GENERATOR_INVENT_PARTS_H

#include "invent.h"
#include "words.h"

/* What an invented item is about: each makes its own sections. */
typedef enum {
    PLAN_ADJUSTERS,
    PLAN_AGENDA,
    PLAN_DECISION,
    PLAN_MOTION,
    PLAN_VOTE,
    PLAN_VOTE_TWICE,
    PLAN_REFERRAL,
    PLAN_TABLE,
    PLAN_NOTED
} Plan;

typedef struct {
    GRand *rand;
    const House *house;
    const WordsBody *body;
    Meeting *meeting;
    GHashTable *names; /* given away so far */
    guint paragraphs;  /* more than an item has otherwise */
    int number;        /* of the next item */
    char letter;       /* of the last item; 'a' - 1: it has none */
} Invention;

void invent_item(Invention *in, Plan plan);

/* Takes `s`, returns it in the meeting's chunk. */
const char *invent_keep(Invention *in, char *s);
/* Appends a copy of `*element`; makes the array when it is NULL. */
void invent_append(GArray **array, gsize size, const void *element);

#endif
