/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Signals: what makes an item stand where it does in a digest, and how much each counts, as data read from
 * signals/NAME.xml. */
#ifndef DIGEST_SIGNALS_H
#define DIGEST_SIGNALS_H

#include <glib.h>

#include "base/model.h"

#define SIGNALS_NAMESPACE "urn:sammandrag:signaler:1"

/* The parts of a digest, in its order. */
typedef enum {
    DIGEST_WATCHED,   /* bevakat: items with a word that somebody watches */
    DIGEST_CONTESTED, /* omstritt */
    DIGEST_MONEY,     /* pengar */
    DIGEST_AHEAD,     /* framat: days to come and assignments */
    DIGEST_REST,      /* ovrigt: every other item */
    DIGEST_PART__MAX
} DigestPartKind;

/* Names of DigestPartKind in XML; ends with NULL. */
extern const char *const digest_part_names[];

/* The facts that count, by constant and code; schema/signals.xsd says what each of them is. */
#define SIGNAL_KINDS(X)                                                                                      \
    X(SIGNAL_VOTE, "votering")                                                                               \
    X(SIGNAL_CLOSE, "knapp")                                                                                 \
    X(SIGNAL_CASTING_VOTE, "utslagsrost")                                                                    \
    X(SIGNAL_LOT, "lottning")                                                                                \
    X(SIGNAL_MORE_VOTES, "fler-voteringar")                                                                  \
    X(SIGNAL_SPLIT_PARTY, "delat-parti")                                                                     \
    X(SIGNAL_REFERRED_BACK, "aterremiss")                                                                    \
    X(SIGNAL_TABLED, "bordlaggning")                                                                         \
    X(SIGNAL_RESERVATION, "reservation")                                                                     \
    X(SIGNAL_MORE_RESERVED, "fler-reserverade")                                                              \
    X(SIGNAL_NOT_TAKING_PART, "deltar-ej")                                                                   \
    X(SIGNAL_OPPOSED_MOTIONS, "motsatta-yrkanden")                                                           \
    X(SIGNAL_OPINION, "yttrande")                                                                            \
    X(SIGNAL_STATEMENT, "anteckning")                                                                        \
    X(SIGNAL_ALIKE, "lika-votering")                                                                         \
    X(SIGNAL_BODY, "organ")                                                                                  \
    X(SIGNAL_PROPOSAL, "forslag")                                                                            \
    X(SIGNAL_AMOUNT, "belopp")                                                                               \
    X(SIGNAL_DEADLINE, "frist")                                                                              \
    X(SIGNAL_REPLY, "remissvar")                                                                             \
    X(SIGNAL_NEXT_MEETING, "nasta-behandling")                                                               \
    X(SIGNAL_IN_FORCE, "borjar-galla")                                                                       \
    X(SIGNAL_END, "slutar-galla")                                                                            \
    X(SIGNAL_DAY, "dag")                                                                                     \
    X(SIGNAL_ASSIGNMENT, "uppdrag")                                                                          \
    X(SIGNAL_TURN, "vandning")                                                                               \
    X(SIGNAL_WORD_IN_TITLE, "ord-i-rubrik")                                                                  \
    X(SIGNAL_WORD_IN_DECISION, "ord-i-beslut")                                                               \
    X(SIGNAL_WORD_IN_TEXT, "ord-i-text")                                                                     \
    X(SIGNAL_PARTY_MOVED, "parti-yrkade")                                                                    \
    X(SIGNAL_PARTY_AGAINST, "parti-emot")                                                                    \
    X(SIGNAL_PARTY_RESERVED, "parti-reserverade")

typedef enum {
#define X(constant, code) constant,
    SIGNAL_KINDS(X)
#undef X
        SIGNAL__MAX
} SignalKind;

/* Names of SignalKind in XML; ends with NULL. */
extern const char *const signal_names[];

/* How much one fact counts. */
typedef struct {
    SignalKind kind;
    int weight;       /* points for each */
    int most;         /* points at most, however many there are; 0: no such bound */
    int margin;       /* of SIGNAL_CLOSE: the most votes by which it is won */
    const char *text; /* what readers are told */
    GArray *words;    /* of const char *: those that tell of it, where words do; as for text_find_word() */
} Signal;

/* How long one part is. */
typedef struct {
    DigestPartKind kind;
    int shown; /* items at most */
    int turn;  /* so many of them before the next part has its turn */
    int least; /* of DIGEST_CONTESTED: points that it takes to be a candidate, body and proposal aside */
} SignalPart;

typedef struct {
    GStringChunk *chunk;
    const char *name;
    int most_words;  /* what leads may have together: some two minutes of reading; 0: no such bound */
    int most_quoted; /* a quotation of more is shown at the end, not where the item leads; 0: no bound */
    GArray *parts;   /* of SignalPart */
    GArray *signals; /* of Signal */
} Signals;

extern const ModelType signals_type, signal_type;
/* Reads a document that is valid by schema/signals.xsd; else an error in XML_DOMAIN. */
Signals *signals_from_xml(xmlDoc *doc, GError **error);
void signals_free(Signals *signals); /* NULL is fine */

/* Borrowed; NULL where the signal is left out: it counts nothing and nobody is told of it. */
const Signal *signals_find(const Signals *signals, SignalKind kind);
/* A part that is left out shows nothing. */
SignalPart signals_part(const Signals *signals, DigestPartKind kind);
/* The first of the words of `kind` that stands in `text`, or NULL. */
const char *signals_word(const Signals *signals, SignalKind kind, const char *text);

#endif
