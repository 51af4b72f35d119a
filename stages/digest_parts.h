/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts of the digest stage: what digest_*.c offer each other and nobody else. */
#ifndef DIGEST_PARTS_H
#define DIGEST_PARTS_H

#include "digest.h"

struct DigestMaker {
    const DigestOptions *options;
    const Signals *signals;
    Digest *digest;
    GArray *meetings;                     /* of MakerMeeting, in the order they were given */
    GArray *candidates[DIGEST_PART__MAX]; /* of DigestEntry */
};

/* A meeting, and what tells whether another is the same. */
typedef struct {
    DigestMeeting said;
    char *key;          /* principal, body and day; the PDF's sha256 where one is not known; may be NULL */
    GPtrArray *numbers; /* of const char *: those of its items */
    bool adjusted;      /* a day or a signature says so */
    bool dropped;       /* another is the same and counts */
} MakerMeeting;

/* An item that is looked at. */
typedef struct {
    DigestMaker *maker;
    const Meeting *meeting;
    const Profile *profile;
    const Item *item;
    const Vote *vote;   /* that is told of first; NULL: none */
    DigestEntry common; /* what its entries in every part have alike; its arrays are NULL */
} ItemView;

extern const ModelType digest_entry_type, digest_vote_type;

/* ---- digest.c ---- */

/* The digest's own: the same address for the same characters; NULL for NULL and "". */
const char *digest_string(DigestMaker *maker, const char *s);
/* Appends to `array`, which is made when it gets its first member. */
GArray *digest_appended(GArray *array, gsize size, const void *member);
/* Counts a signal `count` times in the points of the entry, where the signals have it. */
void digest_count(DigestMaker *maker, DigestEntry *entry, SignalKind kind, int count);

/* ---- digest_entries.c ---- */

/* Adds the entries of the item to the candidates of each part; none where it is not what was asked for. */
void digest_look_at(ItemView *view);

/* ---- digest_quotes.c ---- */

/* Called for each text in the sections of an item, with the block (numbered in the section) that it is of. */
typedef void (*TextVisit)(ItemView *view, const Section *section, guint block, const Text *text,
                          gpointer data);
void digest_each_text(ItemView *view, TextVisit visit, gpointer data);

/* The sentence around byte `at` of a text; false where its page cannot be trusted. */
bool digest_quote(ItemView *view, const Section *section, guint block, const Text *text, gsize at,
                  QuoteKind kind, DigestQuote *quote);
/* The sentence that settles the item; else a point of its decision that names what won the vote that is told
 * of, the first that is not too long, or the first. False when there is none. */
bool digest_quote_decision(ItemView *view, DigestQuote *quote);
/* The first sentence of the first section of `kind`. */
bool digest_quote_section(ItemView *view, SectionKind kind, QuoteKind as, DigestQuote *quote);
/* The start of the sentence around byte `at` of `s`; `*end` is where it ends. */
gsize digest_sentence(const char *s, gsize at, gsize *end);
/* How many points the decisions of the item have. */
int digest_decisions(const Item *item);

/* ---- digest_votes.c ---- */

/* The votes of the item with the ballots counted by party, the closest first. */
GArray *digest_votes(ItemView *view);
bool digest_is_divided(const DigestVote *vote);
/* True when more of the party's ballots fell on the side that lost than on the other. */
bool digest_voted_against(const DigestVote *vote, const char *party);
/* The same parties against each other: none that voted in both left the others; without names, the same
 * numbers. */
bool digest_votes_are_alike(const DigestVote *a, const DigestVote *b);
/* Who reserved themselves, by party. */
GArray *digest_reserved(ItemView *view);

/* ---- digest_same.c ---- */

/* Drops each meeting of which a better account was given: the minutes rather than a summary, the adjusted
 * ones rather than those that are not, or not yet. */
void digest_drop_replaced(DigestMaker *maker);

/* ---- digest_budget.c ---- */

/* How many of the candidates of each part lead, best first: parts take turns as long as there is room for
 * more words. */
void digest_share(const DigestMaker *maker, guint shown[DIGEST_REST]);

/* ---- digest_choice.c ---- */

/* Makes the parts of the digest from the candidates. */
void digest_choose(DigestMaker *maker);

#endif
