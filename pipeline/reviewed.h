/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Decisions of a reviewer about the personal data of an input: the file that --decisions names, or the one
 * that lies beside it. */
#ifndef REVIEWED_H
#define REVIEWED_H

#include "session.h"

/* Outside the cage: reads the decisions that go with the input, where what is asked for heeds them. The error
 * names their file. */
gboolean reviewed_open(Session *session, Input *input, GError **error);

/* In the cage: what was decided, in the review. */
gboolean reviewed(Session *session, const Input *input, Personal *personal, GError **error);

/* In the cage: takes the personal data out of the meeting but for what was decided to be kept. */
gboolean reviewed_mask(Session *session, const Input *input, const Profile *profile, Meeting *meeting,
                       GError **error);

#endif
