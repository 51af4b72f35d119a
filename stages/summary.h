/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Summary: which items and which of their own words go into a published summary, in what order. */
#ifndef SUMMARY_H
#define SUMMARY_H

#include "meeting.h"

#define SUMMARY_NAMESPACE "urn:sammandrag:sammanfattning:1"

typedef struct {
    int background;     /* words of background per item at most; it ends at a sentence */
    const char *source; /* URL of the published PDF, or NULL: the file's name */
} SummaryOptions;

typedef struct {
    const char *number; /* § */
    const char *title;
    int page;
    const char *link;     /* to the page of the PDF */
    GArray *decision;     /* of Block, verbatim */
    GArray *background;   /* of Block, verbatim, cut after a sentence */
    bool cut;             /* there is more background in the minutes */
    GArray *disagreement; /* of Block, verbatim: motions, votes, reservations */
    GArray *case_numbers; /* of const char * */
} SummaryItem;

typedef struct {
    const char *number, *title;
    int page;
    const char *link;
} SummaryEntry;

typedef struct {
    GStringChunk *chunk;
    const char *file, *source;
    DocumentKind kind;
    const char *principal, *body;
    GArray *dates;     /* of const char * */
    const char *title; /* "Sammanfattning från … den …" */
    GArray *text;      /* of Block: the whole text of a document that is no minutes */
    GArray *items;     /* of SummaryItem */
    GArray *further;   /* of SummaryEntry */
    GArray *notes;     /* of Note */
} Summary;

/* Never fails. The result is the caller's. */
Summary *summary_from_meeting(const Meeting *meeting, const SummaryOptions *options);

extern const ModelType summary_type;
xmlDoc *summary_to_xml(const Summary *summary);
Summary *summary_from_xml(xmlDoc *doc, GError **error);
void summary_free(Summary *summary);

#endif
