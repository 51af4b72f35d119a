/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Corrections: what a person says is right where a meeting was read wrongly, applied on every run. */
#ifndef MEETING_CORRECTIONS_H
#define MEETING_CORRECTIONS_H

#include "meeting.h"

#define CORRECTIONS_NAMESPACE "urn:sammandrag:rattelser:1"

typedef struct {
    GStringChunk *chunk;
    GArray *corrections; /* of Correction */
} Corrections;

/* Reads a document that is valid by schema/corrections.xsd; else an error in XML_DOMAIN. */
Corrections *corrections_from_xml(xmlDoc *doc, GError **error);
void corrections_free(Corrections *corrections); /* NULL is fine */

/* Puts each right value in the place of the wrong one and records it in the meeting, with the number of
 * places. One that finds no such value changes nothing and leaves a note. */
void corrections_apply(const Corrections *corrections, Meeting *meeting);

/* How a correction is written, in its file and in the meeting. */
extern const ModelType correction_type;

#endif
