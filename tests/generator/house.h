/* SPDX-License-Identifier: GPL-3.0-or-later */
/* House: how one invented office writes its minutes: wording, order, forms, fonts. */
#ifndef GENERATOR_HOUSE_H
#define GENERATOR_HOUSE_H

#include <glib.h>
#include <stdbool.h>

#include "meeting.h"

typedef enum {
    HEADING_CASE_RIGHT, /* "KS § 12" and the register number at the right; the title below */
    HEADING_LABELS,     /* "§ 12 Title"; "Diarienummer: …" below */
    HEADING_CASE_LINE,  /* "§ 12 Ärendenummer …"; the title below */
    HEADING_PLAIN,      /* "§ 12 Title"; the register number alone below */
    HEADING_CASE_CELL,  /* "§ 12", a gap, "Dnr …"; the title below */
    HEADING_SIGN_LAST,  /* the register number right-aligned above "12 § Title" */
    HEADING_CASE_LAST,  /* "§ 12 Title (KS/2025:3)" */
    HEADING_CASE_ABOVE, /* "Dnr …" above "§ 12 Title" */
    HEADING_PERIOD,     /* "§ 12." a gap, the title; "Dnr: …" below it */
} HeadingForm;

typedef enum {
    SECTIONS_ABOVE,
    SECTIONS_CAPITALS,
    SECTIONS_SIDE,
    SECTIONS_COLON,
    SECTIONS_ITALIC
} SectionForm;
typedef enum {
    ATTENDANCE_LABELS,
    ATTENDANCE_HEADINGS,
    ATTENDANCE_COLUMNS,
    ATTENDANCE_SENTENCES,
    ATTENDANCE_FORM /* a ruled form: labels at the left, names in the cell beside */
} AttendanceForm;
typedef enum { VOTE_SENTENCES, VOTE_LISTS, VOTE_ROWS, VOTE_TABLE, VOTE_TOTALS } VoteForm;
typedef enum { FURNITURE_RULED, FURNITURE_STACKED, FURNITURE_FOOT, FURNITURE_BOXES } FurnitureForm;

typedef struct {
    const char *name;
    const char *font, *heading_font;
    double size;
    bool justify, hyphenate;
    const char *paper, *margins;
    const char *sign; /* before the number: "§", "Ks §" */
    HeadingForm heading;
    SectionForm section;
    AttendanceForm attendance;
    VoteForm vote;
    FurnitureForm furniture;
    bool decision_last, new_page, clauses;     /* clauses: "att …"; else numbered points */
    const char *page_number;                   /* with {page} and {pages} */
    const char *stands_for;                    /* between substitute and member */
    const char *role_before;                   /* between name and role */
    const char *sections[SECTION_REASONS + 1]; /* headings by kind; NULL: no such section is written */
    const char *groups[GROUP_OTHER + 1];
} House;

extern const House houses[];
extern const guint houses_count;

#endif
