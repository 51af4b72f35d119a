/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Decisions of a reviewer about the personal data of an input: the file that --decisions names, or the one
 * that lies beside it. */
#ifndef REVIEWED_H
#define REVIEWED_H

#include "personal.h"
#include "session.h"

/* Outside the cage: reads the decisions that go with the input, where what is asked for heeds them. The error
 * names their file. */
gboolean reviewed_open(Session *session, Input *input, GError **error);

/* In the cage: the personal data of the meeting with what was decided about it. The caller frees it. */
Personal *reviewed(Session *session, const Input *input, const Profile *profile, const Meeting *meeting,
                   GError **error);

/* In the cage: takes the personal data out of the meeting but for what was decided to be kept. */
gboolean reviewed_mask(Session *session, const Input *input, const Profile *profile, Meeting *meeting,
                       GError **error);

#endif
