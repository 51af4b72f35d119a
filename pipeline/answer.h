/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers: what became of an input, as the bytes in which it leaves the cage. */
#ifndef ANSWER_H
#define ANSWER_H

#include "converted.h"

/* An array of GBytes, to be sent one after the other; the caller unreferences it. */
GPtrArray *answer_from_converted(const Converted *converted);

/* Reads what a cage answered and trusts none of it: lengths, numbers and texts are held against what an
 * answer of `outputs` outputs, or of a message, can have. Returns false where it is no such answer. The
 * endings of the outputs are left NULL. */
gboolean converted_from_answer(Converted *converted, GBytes *answer, guint outputs);

#endif
