/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Digest: what was decided at many meetings, for a reader in a hurry: what was contested, what it costs, what
 * happens next, and all the rest by body. Nothing is rephrased; each item says why it stands where it does.
 */
#ifndef DIGEST_H
#define DIGEST_H

#include "base/profile.h"
#include "digest_signals.h"
#include "meeting.h"

#define DIGEST_NAMESPACE "urn:sammandrag:oversikt:1"

/* What a digest is to be about. Strings are borrowed; NULL: no such bound. */
typedef struct {
    const char *from, *to; /* YYYY-MM-DD: the first and last day of meetings */
    char *const *bodies;   /* names, letter case aside */
    char *const *words;    /* that are watched, as for text_find_word() */
    char *const *parties;  /* only items where one of them moved, was outvoted or reserved itself */
    const char *base;      /* address of the site of these meetings, ending in "/"; items are linked to it */
    const char *source;    /* where the tree of PDFs is published; items are linked to their pages */
} DigestOptions;

/* What counts for an item. */
typedef struct {
    SignalKind kind;
    int points, count;
    const char *text;
} DigestSignal;

/* What a quotation is there for. */
typedef enum {
    QUOTE_DECISION,
    QUOTE_AMOUNT,
    QUOTE_AHEAD,
    QUOTE_WATCHED,
    QUOTE_RESERVATION,
    QUOTE_MOTION
} QuoteKind;

/* A sentence of the minutes, verbatim. */
typedef struct {
    QuoteKind kind;
    int page;
    const char *block;   /* id in the meeting's XML */
    const char *kronor;  /* of QUOTE_AMOUNT, as the mark says it: "1200000" */
    const char *amount;  /* … as printed: "1,2 miljoner kronor" */
    const char *date;    /* of QUOTE_AHEAD: the first day to come, YYYY-MM-DD; may be NULL */
    const char *who;     /* … who is to do something; may be NULL */
    const char *watched; /* of QUOTE_WATCHED: the word */
    bool proposal;       /* what it says is put to another body to decide */
    const char *lead;    /* the words that lead in to it ("Nämnden föreslår fullmäktige:"), where it says
                            something else without them; else NULL */
    const char *words;
    bool voted;          /* of several points: one that names what won the vote */
    bool begun, goes_on; /* what stands before and after it in its paragraph is left out */
    bool lead_last;      /* with its lead it is too long where the item leads, and nothing turns without */
    int length;          /* words, when it is too long to stand where the item leads; else 0 */
    SignalKind signal;   /* of QUOTE_AHEAD: what the day is; not in the XML */
} DigestQuote;

/* How the ballots of one party fell. */
typedef struct {
    const char *name; /* NULL: the minutes do not say which party */
    int yes, no, abstain, absent;
} DigestParty;

typedef struct {
    Source source;
    int yes, no, abstain, absent;     /* as printed; -1: not printed */
    const char *yes_means, *no_means; /* words of the minutes; may be NULL */
    const char *yes_for, *no_for;     /* what the motion asked for that these speak of; may be NULL */
    bool closed;
    DecidedBy decided_by;
    bool checked;    /* printed numbers and counted names agree */
    int named;       /* how many ballots have a name; 0: how parties voted is not known */
    GArray *parties; /* of DigestParty, the largest first */
    const Vote *of;  /* what it was made of, while its item is looked at; not in the XML */
} DigestVote;

/* Those of one party who reserved themselves. */
typedef struct {
    const char *name; /* NULL: as above */
    int count;
} DigestReserved;

typedef struct {
    const char *meeting; /* id of the DigestMeeting */
    const char *id;      /* the same for an item in every part: "m1-p45" */
    const char *number;  /* § */
    const char *address; /* relative, of facts alone: the same on every run (base/address.h) */
    int page;
    const char *link; /* on the site, or to the page of the PDF */
    int outcome;      /* an OutcomeKind, as the meeting derived it */
    const char *outcome_to;
    bool proposal;                   /* what is decided is what another body is to decide */
    int points;                      /* sum of its signals */
    int decisions;                   /* how many points the decision has */
    const char *date;                /* of DIGEST_AHEAD: the first day to come */
    const char *title, *short_title; /* short: the beginning, where the title is long */
    GArray *case_numbers;            /* of const char * */
    GArray *signals;                 /* of DigestSignal */
    GArray *quotes;                  /* of DigestQuote */
    GArray *votes;                   /* of DigestVote, the closest first */
    GArray *reserved;                /* of DigestReserved */
    GArray *notes;                   /* of Note: what is doubtful about it */
    guint of;                        /* index of its meeting while the digest is made; not in the XML */
    guint order;                     /* … of the item in it */
    double kronor;                   /* … of DIGEST_MONEY */
    bool formal;                     /* … of mere form */
    bool listed;                     /* … a published summary only lists: a site has no page for it */
} DigestEntry;

typedef struct {
    DigestPartKind kind;
    int candidates;  /* entries there are */
    int left;        /* … of which so many are among the rest instead */
    GArray *entries; /* of DigestEntry: those that are shown */
} DigestPart;

typedef struct {
    const char *id; /* "m1" */
    DocumentKind kind;
    const char *principal, *body, *date, *last_date; /* last_date NULL: one day */
    const char *file, *sha256;                       /* of the PDF */
    const char *adjusted_on;
    const char *address; /* relative, as that of an item */
    const char *link;    /* to the site or the PDF */
    int items, formal;   /* how many it has, and how many of mere form */
    int masked;
    GArray *notes; /* of Note: what is doubtful about its body and day */
} DigestMeeting;

/* A document that is left out, and why. */
typedef enum { LEFT_OUT_OTHER_KIND, LEFT_OUT_UNDATED, LEFT_OUT_REPLACED } LeftOutReason;
typedef struct {
    LeftOutReason reason;
    const char *file;
    const char *by; /* of LEFT_OUT_REPLACED: the file that counts */
} DigestLeftOut;

typedef struct {
    GStringChunk *chunk;
    const char *program;
    const char *title;
    const char *address;   /* relative: the same for the same choice */
    const char *from, *to; /* the days it is about */
    const char *base, *source;
    GArray *bodies, *words, *parties; /* of const char *: what was asked for */
    int masked;                       /* places where personal data was taken out */
    bool public;                      /* it was taken out */
    GArray *meetings;                 /* of DigestMeeting, by body and day */
    GArray *parts;                    /* of DigestPart */
    GArray *left_out;                 /* of DigestLeftOut */
    const char *rules;                /* name of the signals */
    int most_words, most_quoted;      /* the bounds of Signals */
    GArray *signals;                  /* of Signal: all that could count */
} Digest;

typedef struct DigestMaker DigestMaker;

/* A digest of meetings that are given one by one. `options` and `signals` are borrowed until it ends. */
DigestMaker *digest_begin(const DigestOptions *options, const Signals *signals);
/* Takes what a digest may tell of the meeting. `folder` is where its PDF lies below the source: "" or ending
 * in
 * "/". Never fails. */
void digest_add(DigestMaker *maker, const Meeting *meeting, const Profile *profile, const char *folder);
/* The digest, which is the caller's; the maker is freed. Without meetings when none was asked for. */
Digest *digest_end(DigestMaker *maker);

extern const ModelType digest_type;
xmlDoc *digest_to_xml(const Digest *digest);
/* Reads a document that is valid by schema/digest.xsd; else an error in XML_DOMAIN. */
Digest *digest_from_xml(xmlDoc *doc, GError **error);
void digest_free(Digest *digest); /* NULL is fine */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Digest, digest_free)

#endif
