/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words of models, counted, so that none is lost or added from one stage to the next. */
#ifndef WORDS_H
#define WORDS_H

#include "meeting.h"

/* Each compares the words (runs of letters and digits) of what a stage was given with those of
 * what it made, dropped lines among them, and notes there what is lost or added. A word may be
 * joined of several or split into several: stages mend words broken at line ends. */
void words_kept_in_lines(const Pages *pages, Lines *lines);
void words_kept_in_blocks(const Lines *lines, Blocks *blocks);
void words_kept_in_meeting(const Blocks *blocks, Meeting *meeting);

#endif
