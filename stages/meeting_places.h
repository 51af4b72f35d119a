/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where in a text the forms of marks can begin, for meeting_marks.c alone. */
#ifndef MEETING_PLACES_H
#define MEETING_PLACES_H

#include "meeting_parts.h"

/* What stands where a form can begin. */
typedef enum {
    PLACE_DAY,         /* a date with its year */
    PLACE_DATE,        /* the same, and "senast" or "den" before it */
    PLACE_SIGN,        /* "§" */
    PLACE_PARAGRAPH,   /* a number, in a text with "§" */
    PLACE_STATUTE,     /* the name of a statute */
    PLACE_SERIES,      /* "SFS" and its kin */
    PLACE_INQUIRY,     /* "SOU", "prop." and their kin */
    PLACE_CASE_LABEL,  /* "dnr" */
    PLACE_CASE,        /* letters before a year */
    PLACE_MONEY,       /* a number before a unit */
    PLACE_ATTACHMENT,  /* "bilaga" */
    PLACE_ATTACHMENTS, /* "bilagor" */
    PLACE_ASSIGNS,     /* "uppdra" */
    PLACE_GIVES,       /* "ger", and "i uppdrag" in the same clause */
    PLACE_CLAUSE,      /* the text itself, a stop or "att", and "i uppdrag" in the clause after it */
    PLACE__MAX
} PlaceKind;

typedef struct {
    const Phrases *words, *assignments;
    GArray *of[PLACE__MAX]; /* of guint: bytes into the text, rising */
} Places;

void places_begin(Places *places, const Draft *draft);
/* Finds the places of `text`, in place of those of another. */
void places_find(Places *places, const char *text);
void places_end(Places *places);

#endif
