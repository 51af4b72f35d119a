/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of personal*.c share: a text that is searched, and the searches. */
#ifndef PERSONAL_PARTS_H
#define PERSONAL_PARTS_H

#include "personal.h"

/* A text that is being searched. */
typedef struct {
    Personal *personal;
    const Profile *profile;
    GHashTable *by_id; /* id -> index of the finding plus one */
    GPtrArray *roles;  /* of char *: the names of all who have a role or an assignment */
    bool collecting;   /* who moved what is under way, before anything is found */
    int year;          /* of the meeting; 0: unknown */
    const char *s;     /* the text */
    int page;          /* … and where it stands */
    const char *block, *item;
    bool individual; /* it is part of a matter about an individual */
    bool numbered;   /* an identity number was found in it */
} PersonalSearch;

/* Adds what stands in `length` bytes from `start` of the text. */
void personal_found(PersonalSearch *search, PersonalKind kind, PersonalRule rule, gsize start, gsize length);

void personal_search_numbers(PersonalSearch *search);
void personal_search_births(PersonalSearch *search); /* where it is of an individual */
void personal_search_phones(PersonalSearch *search);
void personal_search_emails(PersonalSearch *search);
void personal_search_addresses(PersonalSearch *search);
void personal_search_names(PersonalSearch *search);
/* Adds to the roles who the text says moved a motion: elected members, whether or not they are there. */
void personal_collect_movers(PersonalSearch *search);

/* The meaning in WORDS_PERSONAL of the last words that stand shortly before byte `start` with no digit
 * between; NULL: none. */
const char *personal_label(const PersonalSearch *search, gsize start);
/* Whether words of WORDS_PERSONAL with that meaning stand in `s`. */
bool personal_says(const Profile *profile, const char *meaning, const char *s);
/* Whether a letter or digit ends just before byte `at`, or begins there. */
bool personal_touches_before(const char *s, gsize at);
bool personal_touches_after(const char *s, gsize at);
/* Whether somebody with a role has this name. */
bool personal_has_role(const PersonalSearch *search, const char *name);

#endif
