/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Corrections of an input: the file that --corrections names, or the one that lies beside the PDF. */
#ifndef CORRECTED_H
#define CORRECTED_H

#include "session.h"

/* Corrects the meeting that was read from `session->path`. Returns false with an error when the file of
 * corrections is missing, although it was asked for, or is not valid by its schema. */
gboolean corrected(Session *session, Meeting *meeting, GError **error);

#endif
