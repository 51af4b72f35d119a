/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Personal: the personal data of a meeting, each with its places and a reason, for the reviewer and the mask.
 */
#ifndef PERSONAL_H
#define PERSONAL_H

#include "meeting.h"

#define PERSONAL_NAMESPACE "urn:sammandrag:personuppgifter:1"

/* What stands in a public edition instead of what was masked, and of lines that the pages hide. */
#define PERSONAL_MASK   "[personuppgift borttagen]"
#define PERSONAL_HIDDEN "[dold text borttagen]"

typedef enum {
    PERSONAL_IDENTITY_NUMBER,     /* personnummer */
    PERSONAL_COORDINATION_NUMBER, /* samordningsnummer */
    PERSONAL_PHONE,
    PERSONAL_EMAIL,
    PERSONAL_ADDRESS,
    PERSONAL_NAME,
    PERSONAL_OTHER, /* words that a reviewer adds */
    PERSONAL__MAX
} PersonalKind;

/* LOOK: masked until a reviewer has decided. */
typedef enum { PERSONAL_PROPOSE_MASK, PERSONAL_PROPOSE_KEEP, PERSONAL_PROPOSE_LOOK } PersonalProposal;

typedef enum { PERSONAL_UNDECIDED, PERSONAL_DECIDED_MASK, PERSONAL_DECIDED_KEEP } PersonalDecision;

/* Why something is taken for personal data: constant, code, what is proposed, the reason in Swedish. */
#define PERSONAL_RULES(X)                                                                                    \
    X(PERSONAL_RULE_CHECK_DIGIT, "kontrollsiffra", MASK, "datum och kontrollsiffra stämmer")                 \
    X(PERSONAL_RULE_LABEL, "ord-framfor", MASK,                                                              \
      "orden framför säger att det är ett personnummer; kontrollsiffran stämmer inte")                       \
    X(PERSONAL_RULE_INTERIM, "tillfalligt-nummer", MASK,                                                     \
      "ett tillfälligt nummer: datum, bokstav och tre siffror")                                              \
    X(PERSONAL_RULE_PARTIAL, "ofullstandigt-nummer", MASK, "ett personnummer utan de sista siffrorna")       \
    X(PERSONAL_RULE_BIRTH, "fodelsetid", MASK, "födelsetid i ett ärende om en enskild")                      \
    X(PERSONAL_RULE_DAY, "dag-vid-namn", LOOK,                                                               \
      "siffror som kan vara en födelsetid, vid den som ärendet gäller")                                      \
    X(PERSONAL_RULE_SOLE_TRADER, "enskild-firma", MASK,                                                      \
      "ett organisationsnummer som är ett personnummer: enskild firma")                                      \
    X(PERSONAL_RULE_SHAPE, "form", LOOK, "skrivet som ett personnummer; kontrollsiffran stämmer inte")       \
    X(PERSONAL_RULE_PHONE, "telefonnummer", MASK, "riktnummer och antal siffror är ett telefonnummers")      \
    X(PERSONAL_RULE_SERVICE_PHONE, "servicenummer", KEEP, "numret till en växel eller tjänst")               \
    X(PERSONAL_RULE_EMAIL, "epostadress", MASK, "en e-postadress som inte är en funktions")                  \
    X(PERSONAL_RULE_FUNCTION_EMAIL, "funktionsadress", KEEP, "en funktions e-postadress")                    \
    X(PERSONAL_RULE_EMAIL_IN_ROLE, "i-roll", KEEP, "e-postadressen till någon som nämns i sin roll")         \
    X(PERSONAL_RULE_ADDRESS, "postadress", MASK, "gata, nummer och postnummer")                              \
    X(PERSONAL_RULE_PUBLIC_ADDRESS, "offentlig-adress", KEEP,                                                \
      "orden framför säger att det är en myndighets adress")                                                 \
    X(PERSONAL_RULE_STREET, "gatuadress", LOOK, "gata och nummer i ett ärende om en enskild")                \
    X(PERSONAL_RULE_DWELLING, "bostad", LOOK,                                                                \
      "orden framför säger att någon bor där, i ett ärende om en enskild")                                   \
    X(PERSONAL_RULE_POSTCODE, "postort", LOOK, "postnummer och ort i ett ärende om en enskild")              \
    X(PERSONAL_RULE_PROPERTY, "fastighet", KEEP,                                                             \
      "fastighetens beteckning i ett ärende om en enskild: vem som äger den är offentligt")                  \
    X(PERSONAL_RULE_NAME, "namn-i-enskilt-arende", MASK,                                                     \
      "ett namn utan roll eller uppdrag i ett ärende om en enskild")                                         \
    X(PERSONAL_RULE_NAME_BESIDE, "namn-vid-nummer", MASK,                                                    \
      "ett namn utan roll eller uppdrag intill ett personnummer")                                            \
    X(PERSONAL_RULE_NAME_LIKE, "namnlikt", LOOK, "ser ut som ett namn, i ett ärende om en enskild")          \
    X(PERSONAL_RULE_NAME_ALONE, "namn-ensamt", LOOK, "ett ensamt namn i ett ärende om en enskild")           \
    X(PERSONAL_RULE_INITIALS, "initialer", LOOK, "initialer i ett ärende om en enskild")                     \
    X(PERSONAL_RULE_UNREADABLE, "olaslig-sida", LOOK,                                                        \
      "som en adress, på en sida vars tecken inte kan läsas säkert")                                         \
    X(PERSONAL_RULE_REVIEWER, "granskaren", MASK, "tillagt av granskaren")                                   \
    X(PERSONAL_RULE_GONE, "borta", MASK,                                                                     \
      "granskaren har beslutat om orden; de står inte längre i protokollet")

#define PERSONAL_RULE_CONSTANT(constant, code, proposal, text) constant,
typedef enum { PERSONAL_RULES(PERSONAL_RULE_CONSTANT) PERSONAL_RULE__MAX } PersonalRule;
#undef PERSONAL_RULE_CONSTANT

/* Where the words stand. */
typedef struct {
    int page;            /* 0: of the file as a whole */
    const char *block;   /* id; NULL: of the file as a whole */
    const char *item;    /* "§ 12"; NULL: of none */
    const char *context; /* the words around, for the reviewer */
    guint scope;         /* the item, counted from one; 0: of none; not in the XML */
} PersonalPlace;

typedef struct {
    const char *id; /* the same on every run: a digest of kind and words */
    PersonalKind kind;
    PersonalProposal proposal;
    PersonalDecision decision;
    PersonalRule rule;
    const char *reason; /* the rule in Swedish */
    const char *words;
    GArray *places; /* of PersonalPlace, in the order of the text */
} PersonalFinding;

typedef struct {
    GStringChunk *chunk;
    const char *file, *sha256; /* of the PDF */
    GArray *findings;          /* of PersonalFinding: each words once, in the order of the text */
} Personal;

/* Never fails. The result is the caller's. */
Personal *personal_from_meeting(const Meeting *meeting, const Profile *profile);

/* Takes over what `decisions`, a review that was edited, decides about the same words, and adds what it masks
 * and no rule found, with the places in the meeting; what stands nowhere in that any more is said to be so.
 */
void personal_decide(Personal *personal, const Meeting *meeting, const Profile *profile,
                     const Personal *decisions);

/* Whether a public edition leaves the words out. */
bool personal_is_masked(const PersonalFinding *finding);

/* Whether the mask leaves the words out only in the items, or outside of all items, where they were found,
 * and only where they stand alone: a name of one word is another's elsewhere. */
bool personal_is_local(const PersonalFinding *finding);

/* Puts PERSONAL_MASK for the words that are masked in every text of the meeting, the names of its file and
 * links among them, and PERSONAL_HIDDEN for each line that its page hides; ids and references stay. Counts
 * the places that were masked in `meeting->masked`. */
void personal_mask(const Personal *personal, Meeting *meeting);

extern const ModelType personal_type;
xmlDoc *personal_to_xml(const Personal *personal);
Personal *personal_from_xml(xmlDoc *doc, GError **error);
void personal_free(Personal *personal);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Personal, personal_free)

#endif
