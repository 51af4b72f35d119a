/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts of the check: what check_*.c offer each other and nobody else. */
#ifndef CHECK_PARTS_H
#define CHECK_PARTS_H

#include "check.h"

/* Arrays of the meeting that were never filled are NULL. */
static inline guint length_of(const GArray *array)
{
    return array ? array->len : 0;
}

/* A check under way. */
typedef struct {
    const Meeting *meeting;
    const Profile *profile;
    Check *check;
    GHashTable *damaged; /* set of pages whose text cannot be trusted */
    GHashTable *items;   /* id of a block or item -> the Item it belongs to */
} Examination;

/* Where something stands. */
typedef struct {
    const Item *item; /* NULL: the meeting */
    int page;
    const char *block;
} Place;

/* Counts one more case that the check of `kind` looked at. */
void examination_case(const Examination *e, CheckKind kind);
/* Adds a finding. `words` may be NULL; so may `format`, which makes the detail. The finding is the caller's
 * to amend until the next one is added. */
Finding *examination_find(const Examination *e, CheckKind kind, Place place, const char *words,
                          const char *format, ...) __attribute__((format(printf, 5, 6)));
/* A case and, where `fault` is true, a finding without detail. */
void examination_ask(const Examination *e, CheckKind kind, bool fault, Place place, const char *words);
bool examination_damaged(const Examination *e, int page);
Place place_of_item(const Item *item);

/* Each goes through the whole meeting for one matter. */
void check_numbers(const Examination *e); /* of items: their sequence */
void check_facts(const Examination *e);   /* what kommunallagen asks of the whole */
void check_items(const Examination *e);   /* and of each item */
void check_votes(const Examination *e);   /* numbers and names of votes */
void check_persons(const Examination *e); /* who is named, against the attendance list */
void check_sums(const Examination *e);    /* rows of tables that state sums */

/* Whether an item has a section of a kind, and whether its text has these words, given in small letters. */
bool item_has_section(const Item *item, SectionKind kind);
bool item_says(const Item *item, const char *words);

/* True when two names are of one person: same words, in any order, or all words of the shorter one. */
bool names_agree(const char *a, const char *b);
/* Letters to change, add, take away or swap to make one name of the other, letter case and the order of
 * first name and surname aside; more than 2 is given as 3. */
int names_apart(const char *a, const char *b);

/* The number that is all of `s`, in thousandths: "1 234,5", "–7,4", "12 kr". False when it is none, and when
 * a period may part thousands or decimals. `*decimals` is how many it is printed with. */
bool amount_from_text(const char *s, gint64 *thousandths, int *decimals);

#endif
