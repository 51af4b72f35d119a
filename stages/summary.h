/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Summary: which items and which of their own words go into a published summary, in what order. */
#ifndef SUMMARY_H
#define SUMMARY_H

#include "base/profile.h"
#include "meeting.h"

#define SUMMARY_NAMESPACE "urn:sammandrag:sammanfattning:1"

typedef struct {
    int background;     /* words of background per item at most; it ends at a sentence */
    const char *source; /* URL of the published PDF, or NULL: the file's name */
} SummaryOptions;

/* An item of substance. Its blocks are the minutes' own words; each array may be NULL. */
typedef struct {
    const char *number; /* § */
    int page;
    const char *link; /* to the page of the PDF */
    bool cut;         /* there is more background, or a statement, in the minutes */
    int unreadable;   /* the first page whose text cannot be trusted and is left out; 0: none */
    const char *title;
    int outcome;          /* an OutcomeKind, as the meeting derived it */
    GArray *case_numbers; /* of const char * */
    GArray *decision;     /* of Block, verbatim, with the section's heading where it has one */
    GArray *background;   /* of Block, verbatim, cut after a sentence */
    GArray *disagreement; /* of Block, verbatim: motions, votes, reservations, with their headings */
    GArray *footnotes;    /* of Block: those whose marks stand in the blocks above */
} SummaryItem;

/* An item that is only listed: of mere form, or without a decision of substance. */
typedef struct {
    const char *number, *title;
    int page;
    const char *link;
} SummaryEntry;

typedef struct {
    GStringChunk *chunk;
    int masked; /* places of the minutes where personal data was taken out */
    const char *program;
    const char *file, *source; /* source: where the PDF is published, or its name as a relative URL */
    DocumentKind kind;
    const char *principal, *body;
    GArray *dates;            /* of const char * */
    const char *title;        /* "Sammanfattning från … den …" */
    const char *introduction; /* what this is; NULL where the document carries its own text */
    GArray *text;             /* of Block: the whole text of a document that is no minutes */
    GArray *items;            /* of SummaryItem */
    GArray *further;          /* of SummaryEntry */
    GArray *notes;            /* of Note: those of the meeting */
} Summary;

/* Never fails. `profile` says which items and decisions are of mere form. The result is the caller's. */
Summary *summary_from_meeting(const Meeting *meeting, const Profile *profile, const SummaryOptions *options);

extern const ModelType summary_type;
xmlDoc *summary_to_xml(const Summary *summary);
/* Reads a document that is valid by schema/summary.xsd; else an error in XML_DOMAIN. */
Summary *summary_from_xml(xmlDoc *doc, GError **error);
void summary_free(Summary *summary); /* NULL is fine */

#endif
