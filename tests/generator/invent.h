/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Invent: a meeting that never took place, with all its facts known. */
#ifndef GENERATOR_INVENT_H
#define GENERATOR_INVENT_H

#include "house.h"

/* Invents a meeting written in the way of `house`; the same `seed` gives the same meeting. The
 * result is the caller's, to be freed with invent_free(). */
Meeting *invent_meeting(guint32 seed, const House *house);
void invent_free(Meeting *meeting);

#endif
