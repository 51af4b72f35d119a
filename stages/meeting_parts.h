/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts of the meeting stage: what meeting_*.c offer each other and nobody else. */
#ifndef MEETING_PARTS_H
#define MEETING_PARTS_H

#include "meeting.h"

/* Names of SectionKind in XML and in profiles; ends with NULL. */
extern const char *const meeting_section_names[];

/* An empty meeting with its chunk; arrays are made where they are filled. */
Meeting *meeting_new(void);

#endif
