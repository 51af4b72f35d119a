/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers: what became of an input, as the bytes in which it leaves the cage. */
#ifndef ANSWER_H
#define ANSWER_H

#include "converted.h"

/* All but the outputs: the last part of an answer, behind them. The caller unreferences it. */
GBytes *answer_from_converted(const Converted *converted);

/* Reads what a cage answered, an array of GBytes, and trusts none of it: numbers and texts are held against
 * what an answer of `outputs` outputs, or of a message, can have. Outputs before a message, which were made
 * before something failed, are dropped. Returns false where it is no such answer. The endings of the outputs
 * are left NULL. */
gboolean converted_from_answer(Converted *converted, const GPtrArray *answer, guint outputs);

#endif
