/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Corrections of an input: the file that --corrections names, or the one that lies beside the PDF. */
#ifndef CORRECTED_H
#define CORRECTED_H

#include "session.h"

/* Reads the corrections that go with `input`, if there are any: those of --corrections, else those that lie
 * beside a PDF. Returns false with an error that
 * names their file when it cannot be read. */
gboolean corrected_open(Session *session, Input *input, GError **error);

/* Corrects the meeting that was made of `input`. Returns false with an error when the corrections are not
 * valid by their schema. */
gboolean corrected(Session *session, const Input *input, Meeting *meeting, GError **error);

#endif
