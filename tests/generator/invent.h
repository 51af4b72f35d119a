/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Invent: a meeting that never took place, with all its facts known. */
#ifndef GENERATOR_INVENT_H
#define GENERATOR_INVENT_H

#include "house.h"

/* Invents a meeting written in the way of `house`, with `items` items besides the two of form; 0: as many
 * as the seed has it. Each has so many `paragraphs` more of background than the seed has it. The same `seed`
 * gives the same meeting. The result is the caller's, to be freed with invent_free(). */
Meeting *invent_meeting(guint32 seed, const House *house, guint items, guint paragraphs);
void invent_free(Meeting *meeting);

#endif
