/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Compare: the facts of two meetings as multisets, field by field, and which differences carry no note. */
#ifndef GENERATOR_COMPARE_H
#define GENERATOR_COMPARE_H

#include <libxml/tree.h>

#include "meeting.h"

/* The fields compared, in the order they are printed. */
#define COMPARED_FIELDS(X)                                                                                   \
    X(FIELD_DOCUMENT, "dokumenttyp")                                                                         \
    X(FIELD_PRINCIPAL, "huvudman")                                                                           \
    X(FIELD_BODY, "organ")                                                                                   \
    X(FIELD_DATE, "datum")                                                                                   \
    X(FIELD_TIME, "tid")                                                                                     \
    X(FIELD_PLACE, "plats")                                                                                  \
    X(FIELD_OFFICES, "ordforande, sekreterare, justerare")                                                   \
    X(FIELD_ATTENDANCE, "narvaro")                                                                           \
    X(FIELD_ATTENDANCE_MORE, "narvaro: roll, ersatter, anmarkning")                                          \
    X(FIELD_ITEM, "paragraf")                                                                                \
    X(FIELD_TITLE, "rubrik")                                                                                 \
    X(FIELD_CASE, "diarienummer")                                                                            \
    X(FIELD_RESPONSIBLE, "arendeansvarig")                                                                   \
    X(FIELD_SECTIONS, "avsnitt")                                                                             \
    X(FIELD_DECISION, "beslut")                                                                              \
    X(FIELD_PROPOSAL, "forslag")                                                                             \
    X(FIELD_SUMMARY, "sammanfattning")                                                                       \
    X(FIELD_BASIS, "beslutsunderlag")                                                                        \
    X(FIELD_RECIPIENTS, "delges")                                                                            \
    X(FIELD_MOTIONS, "yrkanden")                                                                             \
    X(FIELD_VOTES, "voteringar")                                                                             \
    X(FIELD_MEANINGS, "ja_betyder, nej_betyder")                                                             \
    X(FIELD_BALLOTS, "roster")                                                                               \
    X(FIELD_RESERVATIONS, "reservationer")                                                                   \
    X(FIELD_NOT_TAKING_PART, "deltar_ej")                                                                    \
    X(FIELD_OUTCOME, "utfall")                                                                               \
    X(FIELD_AT_ONCE, "omedelbart_justerad")                                                                  \
    X(FIELD_TABLES, "tabellrader")                                                                           \
    X(FIELD_FOOTNOTES, "fotnoter")                                                                           \
    X(FIELD_WORDS, "ord i brodtexten")

typedef enum {
#define X(constant, name) constant,
    COMPARED_FIELDS(X)
#undef X
        FIELD__MAX
} ComparedField;

typedef struct {
    guint right, wrong, missing; /* values in both, in the found meeting only, in the truth only */
    guint silent;                /* wrong or missing ones without a note at their item */
} Score;

/* Adds to `scores` (FIELD__MAX of them) how the meeting found compares with the truth; `source` is
 * what was typeset, for its words. Each difference is appended to `report`, one a line. */
void compare_meetings(const Meeting *truth, const Meeting *found, xmlDoc *source, Score *scores,
                      GString *report);
const char *compared_field_name(ComparedField field);

#endif
