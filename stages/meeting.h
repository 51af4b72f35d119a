/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Meeting: the sammantrade: body, dates, attendance, items (§), decisions, motions and votes. */
#ifndef MEETING_H
#define MEETING_H

#include "blocks.h"

#define MEETING_NAMESPACE "urn:sammandrag:sammantrade:1"

typedef enum {
    DOCUMENT_UNKNOWN,
    DOCUMENT_MINUTES,
    DOCUMENT_SUMMARY,
    DOCUMENT_PLAN,
    DOCUMENT_AGENDA
} DocumentKind;

/* Whether the document says it, or the program worked it out from what the document says. */
typedef enum { BASIS_STATED, BASIS_DERIVED } Basis;

/* Where a fact stands. Every fact has one. */
typedef struct {
    int page;
    const char *block; /* id of the block or dropped line that says it; NULL: the running head */
    Basis basis;
} Source;

typedef struct {
    Source source;
    const char *value; /* NULL: not stated */
} Fact;

typedef struct {
    Source source;
    const char *name, *party; /* party NULL: none printed */
} Person;

typedef enum {
    GROUP_NONE,
    GROUP_MEMBER,             /* ledamot */
    GROUP_SERVING_SUBSTITUTE, /* tjanstgorande_ersattare */
    GROUP_SUBSTITUTE,         /* ersattare */
    GROUP_OFFICIAL,           /* tjansteperson */
    GROUP_OTHER,              /* ovrig */
} AttendanceGroup;

typedef struct {
    Person person;
    AttendanceGroup group;
    const char *role;       /* "Ordförande" */
    const char *stands_for; /* name of the member replaced */
    const char *remark;     /* "ej 21/3", "§§ 26-31" */
} Attendee;

typedef enum {
    SECTION_OTHER,           /* under its own heading; no rule knows it */
    SECTION_DECISION,        /* beslut */
    SECTION_PROPOSAL,        /* forslag: the draft decision */
    SECTION_SUMMARY,         /* sammanfattning, arendebeskrivning */
    SECTION_BACKGROUND,      /* bakgrund */
    SECTION_ASSESSMENT,      /* forvaltningens bedomning */
    SECTION_BASIS,           /* beslutsunderlag, handlingar */
    SECTION_MOTIONS,         /* yrkanden, forslag till beslut vid sammantradet */
    SECTION_PROCEDURE,       /* propositionsordning, beslutsgang */
    SECTION_VOTE,            /* omrostning, votering */
    SECTION_RESERVATION,     /* reservationer */
    SECTION_NOT_TAKING_PART, /* deltar ej i beslutet */
    SECTION_CONFLICT,        /* jav */
    SECTION_STATEMENT,       /* protokollsanteckningar, sarskilda yttranden */
    SECTION_PREPARATION,     /* beredning, tidigare behandling */
    SECTION_RECIPIENTS,      /* delges, expedieras till, protokollsutdrag skickas till */
    SECTION_ATTACHMENTS,     /* bilagor */
    SECTION_ADJUSTMENT,      /* justering (of the item) */
    SECTION_REASONS,         /* motivering */
} SectionKind;

typedef struct {
    SectionKind kind;
    const char *heading; /* as printed without final colon; NULL: the section has none of its own */
    int page;
    GArray *blocks; /* of Block; the heading, where there is one, is the first */
} Section;

typedef enum {
    MOTION_APPROVAL,
    MOTION_REJECTION,
    MOTION_ADDITION,
    MOTION_CHANGE,
    MOTION_REFERRAL,
    MOTION_TABLING
} MotionKind;

/* One yrkande of one person and kind. */
typedef struct {
    Person person;
    MotionKind kind;
    const char *object; /* what it is for or against, verbatim; may be NULL */
    const char *id;     /* "p26-yrkande1" */
    const char *words;  /* the sentence that states it, verbatim */
} Motion;

/* A motion that another fact is about, by its id. */
typedef struct {
    const char *motion;
} MotionRef;

/* What a reservation is for; derived. */
typedef struct {
    Person person;
    const char *motion; /* id of the motion that lost; NULL: not settled */
    const char *vote;   /* id of the vote; NULL: none that the person lost */
} ReservationTie;

typedef enum { BALLOT_YES, BALLOT_NO, BALLOT_ABSTAIN, BALLOT_ABSENT } BallotChoice;

typedef struct {
    Person person;
    BallotChoice choice;
} Ballot;

/* What decides where the numbers do not. */
typedef enum { DECIDED_BY_MAJORITY, DECIDED_BY_CASTING_VOTE, DECIDED_BY_LOT } DecidedBy;

typedef struct {
    Source source;
    const char *id;                   /* "p26-votering1" */
    int yes, no, abstain, absent;     /* as printed; -1: not printed */
    const char *yes_means, *no_means; /* words of the approved proposition; may be NULL */
    bool closed;                      /* sluten omrostning */
    DecidedBy decided_by;
    bool checked;                     /* printed numbers and counted names agree */
    GArray *yes_motions, *no_motions; /* of MotionRef: those that Ja and Nej stood for; derived */
    GArray *ballots;                  /* of Ballot */
} Vote;

/* An interpellation or question put to a member, and what became of it: only fullmaktige have them. */
typedef enum { QUESTION_NONE, QUESTION_INTERPELLATION, QUESTION_QUESTION } QuestionKind;
typedef enum { QUESTION_UNSETTLED, QUESTION_ASKED, QUESTION_ANSWERED } QuestionStatus;

typedef struct {
    Source source;
    QuestionKind kind; /* QUESTION_NONE: the item is none */
    QuestionStatus status;
} Question;

/* What became of the matter an item is about. */
typedef enum {
    OUTCOME_NONE,                   /* the words do not settle it */
    OUTCOME_APPROVED,               /* bifall */
    OUTCOME_REJECTED,               /* avslag */
    OUTCOME_PARTLY_APPROVED,        /* delvis bifall */
    OUTCOME_ANSWERED,               /* besvarad */
    OUTCOME_REFERRED_BACK,          /* aterremiss */
    OUTCOME_TABLED,                 /* bordlaggning */
    OUTCOME_WITHDRAWN,              /* utgar */
    OUTCOME_NOTED,                  /* noterat */
    OUTCOME_ACCEPTED,               /* godkant */
    OUTCOME_ADOPTED,                /* antaget */
    OUTCOME_ELECTION,               /* val */
    OUTCOME_PASSED_ON,              /* overlamnat */
    OUTCOME_STATEMENT,              /* yttrande */
    OUTCOME_DISCHARGED,             /* entledigande */
    OUTCOME_DISCHARGE_OF_LIABILITY, /* ansvarsfrihet */
    OUTCOME_OTHER,                  /* annat: decided, and none of these */
    OUTCOME__MAX
} OutcomeKind;

/* Names of OutcomeKind in XML; ends with NULL. */
extern const char *const meeting_outcome_names[];
/* Names of SectionKind in XML and in profiles; ends with NULL. */
extern const char *const meeting_section_names[];

/* Always derived. For a motion or the like it says what became of it, not of a proposal about it. */
typedef struct {
    Source source;
    OutcomeKind kind;
    const char *rule;  /* the rule that settled it; schema/outcome.xsd explains each */
    const char *to;    /* who got the matter; NULL: not said */
    const char *words; /* the sentence that settles it, verbatim */
} Outcome;

typedef struct {
    const char *id;     /* "p26" */
    const char *number; /* "26", "3 a"; NULL for an item of a published summary */
    int page;
    Fact title;
    GArray *case_numbers;     /* of Fact: diarienummer */
    GArray *responsible;      /* of Fact: arendeansvarig */
    GArray *officers;         /* of Fact: handlaggare */
    Fact adjusted_at_once;    /* value: the words that say so */
    Outcome outcome;          /* utfall */
    GArray *motions;          /* of Motion */
    GArray *votes;            /* of Vote */
    GArray *reservations;     /* of Person */
    GArray *reservation_ties; /* of ReservationTie */
    GArray *not_taking_part;  /* of Person; those with a conflict of interest are here too */
    GArray *conflicts;        /* of Person: jav */
    GArray *record_notes;     /* of Person: protokollsanteckningar */
    GArray *statements;       /* of Person: sarskilda yttranden */
    Question question;
    GArray *adjournments;      /* of Fact, "HH:MM–HH:MM" */
    GArray *attachment_labels; /* of Fact: "1", "A", as the text names them */
    GArray *participants;      /* of Person, derived: who took part in deciding; NULL: not settled */
    GArray *head;              /* of Block: number, title, register number, responsible */
    GArray *sections;          /* of Section */
    GArray *footnotes;         /* of Block */
} Item;

/* An attachment in the same file: its pages are no part of the minutes' own text. */
typedef struct {
    const char *label; /* "Bilaga 2" */
    int page;
    GArray *blocks;
} Attachment;

/* A signature at the end of the minutes, or one that a signing service lists. */
typedef struct {
    Person person;
    const char *role; /* "Sekreterare"; NULL: not printed */
    const char *date; /* YYYY-MM-DD; NULL: not printed */
} Signature;

/* A value that a person has put right (meeting_corrections.h). */
typedef struct {
    const char *item; /* number of the item; NULL: anywhere in the meeting */
    const char *fact; /* its name or the end of its path in the meeting's XML: "arenderubrik", "rost/namn" */
    const char *from, *to; /* the value expected and the right one; NULL: none */
    const char *by, *date, *why;
    int places; /* where it was applied; 0 in a file of corrections */
} Correction;

typedef struct {
    GStringChunk *chunk;
    const char *program; /* name and version that made it */
    const char *profile;
    const char *file, *sha256, *producer, *title;
    int pages;
    int masked; /* places where personal data was taken out; 0: none */
    DocumentKind kind;
    Fact principal;    /* huvudman */
    Fact body;         /* organ */
    GArray *dates;     /* of Fact, YYYY-MM-DD */
    Fact starts, ends; /* HH:MM */
    Fact place, chair, secretary;
    GArray *adjusters;                /* of Fact */
    Fact first_number, last_number;   /* the items' numbers as the minutes say: "Paragrafer 41–48" */
    GArray *adjournments;             /* of Fact, "HH:MM–HH:MM": those told apart from the items */
    Fact adjusted_on, adjusted_at;    /* YYYY-MM-DD; place */
    Fact posted, taken_down, kept_at; /* YYYY-MM-DD, YYYY-MM-DD; place: the notice of adjustment */
    GArray *signatures;               /* of Signature */
    GArray *signing_references;       /* of Fact: what a signing service printed, as printed */
    GArray *attendance;               /* of Attendee */
    GArray *front;       /* of Block: all before the first item; all of a plan or unknown document */
    GArray *items;       /* of Item */
    GArray *further;     /* of Item: those a published summary only lists by number and title */
    GArray *closing;     /* of Block: all after the last item that is none of its text */
    GArray *attachments; /* of Attachment */
    GArray *dropped;     /* of Dropped */
    GArray *notes;       /* of Note */
    GArray *corrections; /* of Correction: those that were asked for, with how often they fitted */
} Meeting;

/* Never fails. The result is the caller's. */
Meeting *meeting_from_blocks(const Blocks *blocks, const Profile *profile);

/* The pages that the meeting's notes call unreadable: of int, ascending. Free it. */
GArray *meeting_damaged_pages(const Meeting *meeting);
/* The first of such pages from `first` to `last`; 0: none. */
int damaged_page_within(const GArray *pages, int first, int last);
/* The same for who asks once. */
int meeting_damaged_page(const Meeting *meeting, int first, int last);
/* Sets depth and list of the blocks from `first` on, which are one part of a document and are shown together.
 */
void blocks_nest(GArray *blocks, guint first);

/* Tells the lines of `dropped` that stand above already, dropped for the same reason; all page numbers count
 * as one.
 */
void dropped_find_repeats(GArray *dropped);

/* A block under its Swedish names, as the meeting and what is made from it hold it. */
extern const ModelType block_type_sv;
extern const ModelType meeting_type;
extern const ModelType meeting_item_type; /* of an Item in it */
xmlDoc *meeting_to_xml(const Meeting *meeting);
Meeting *meeting_from_xml(xmlDoc *doc, GError **error);
void meeting_free(Meeting *meeting);

#endif
