/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of personal*.c share: a text that is searched, and the searches. */
#ifndef PERSONAL_PARTS_H
#define PERSONAL_PARTS_H

#include "personal.h"

/* A text in which blanks, dashes and digits of every kind are " ", "-" and "0" to "9", and nothing is that is
 * not seen; NFC as before. */
typedef struct {
    const char *s; /* the text itself where it is so already; else `made` */
    char *made;
    GArray *from; /* of gsize: where each byte of `s` and its end came from; NULL: there */
} PlainText;

/* `s` must live as long; clear with plain_text_clear(). */
void plain_text_read(PlainText *plain, const char *s);
/* Where byte `at` of the plain text stands in the text. */
gsize plain_text_from(const PlainText *plain, gsize at);
void plain_text_clear(PlainText *plain);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(PlainText, plain_text_clear)

/* What a walk over the meeting is for. */
typedef enum {
    SEARCH_MOVERS, /* who moved what, before anything is found */
    SEARCH_DATA,
    SEARCH_ALONE,   /* names of one word, once the whole names of the item are known */
    SEARCH_DECIDED, /* words of a reviewer's own */
} SearchPass;

/* A text that is being searched. */
typedef struct {
    Personal *personal;
    const Profile *profile;
    GHashTable *by_id;        /* id -> index of the finding plus one */
    GPtrArray *roles;         /* of char *: the names of all who have a role or an assignment */
    GPtrArray *named;         /* of char *: parts of the names that were found in the item */
    GHashTable *unreadable;   /* numbers of pages whose letters cannot be trusted */
    const GPtrArray *decided; /* of PersonalFinding: the reviewer's, for SEARCH_DECIDED */
    SearchPass pass;
    int year;      /* of the meeting; 0: unknown */
    const char *s; /* the text, as it is searched */
    int page;      /* … and where it stands */
    const char *block, *item;
    guint scope;     /* the item, counted from one; 0: of none */
    bool individual; /* it is part of a matter about an individual */
    bool numbered;   /* an identity number was found in it, or in its row */
    gsize name_end;  /* where the last name that was found in it ends; 0: none was */
} PersonalSearch;

/* Adds what stands in `length` bytes from `start` of the text. */
void personal_found(PersonalSearch *search, PersonalKind kind, PersonalRule rule, gsize start, gsize length);

void personal_search_numbers(PersonalSearch *search);
void personal_search_births(PersonalSearch *search);     /* where it is of an individual */
void personal_search_properties(PersonalSearch *search); /* likewise */
void personal_search_phones(PersonalSearch *search);
void personal_search_emails(PersonalSearch *search);
void personal_search_addresses(PersonalSearch *search);
void personal_search_names(PersonalSearch *search);
/* Names of one word. */
void personal_search_alone(PersonalSearch *search);
/* Adds to the roles who the text says moved a motion: elected members, whether or not they are there. */
void personal_collect_movers(PersonalSearch *search);

/* The meaning in WORDS_PERSONAL of the last words that stand shortly before byte `start` with no digit
 * between; NULL: none. */
const char *personal_label(const PersonalSearch *search, gsize start);
/* Whether words of WORDS_PERSONAL with that meaning stand in `s`. */
bool personal_says(const Profile *profile, const char *meaning, const char *s);
/* Whether the word before byte `start`, blanks, commas and colons between, has the meaning or ends with one
 * that has: "socialsekreterare". */
bool personal_follows(const PersonalSearch *search, gsize start, const char *meaning);
/* Whether `word` has the meaning. */
bool personal_means(const PersonalSearch *search, const char *word, gsize length, const char *meaning);
/* Whether a sentence begins at byte `at`. */
bool personal_begins_sentence(const char *s, gsize at);
/* Whether the word in bytes `start` to `end` is no part of a longer name, nor of somebody with a party or
 * role behind. */
bool personal_stands_alone(const char *s, gsize start, gsize end);
/* Whether a letter or digit ends just before byte `at`, or begins there. */
bool personal_touches_before(const char *s, gsize at);
bool personal_touches_after(const char *s, gsize at);
/* The names of all who are there, move, vote, sign or answer for an item: elected or in office. The caller
 * unreferences the array; the names are the meeting's. */
GPtrArray *personal_roles(const Meeting *meeting);
/* Whether somebody with a role has this name. */
bool personal_has_role(const PersonalSearch *search, const char *name);

#endif
