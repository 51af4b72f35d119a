/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts of the summary stage: what summary_*.c offer each other and nobody else. */
#ifndef SUMMARY_PARTS_H
#define SUMMARY_PARTS_H

#include "summary.h"

/* "Sammanfattning från hälso- och sjukvårdsnämnden den 20–21 mars 2025"; what the meeting does not
 * state is left out. In `chunk`. */
const char *summary_title(const Meeting *meeting, GStringChunk *chunk);

/* The sentences before the first item: what this is and where the whole stands. In `chunk`. */
const char *summary_introduction(const Meeting *meeting, GStringChunk *chunk);

/* `damaged` holds the pages whose text cannot be trusted (meeting_damaged_pages()). */

/* The first page of `item` whose text cannot be trusted (summary_damage.c); 0: none. */
int summary_damaged_page(const GArray *damaged, const Item *item);
/* Takes out of `blocks`, which may be NULL, what stands on such pages. True when something did. */
bool summary_drop_damaged(const GArray *damaged, GArray *blocks);
/* True when the fact stands on such a page. */
bool summary_fact_damaged(const GArray *damaged, const Fact *fact);

#endif
