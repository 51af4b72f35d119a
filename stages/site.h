/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Site: an index of many meetings: their bodies, items and cases, and where each stands on a site. */
#ifndef SITE_H
#define SITE_H

#include "meeting.h"

#define SITE_NAMESPACE "urn:sammandrag:webbplats:1"

/* Addresses are relative to the front page and end in "/", see base/address.h. */

/* A register number as printed and where its case is followed. */
typedef struct {
    const char *address; /* NULL: it cannot be told from others */
    const char *words;
} SiteNumber;

/* What stands on a vote in an overview; who voted how stands with the item. */
typedef struct {
    const char *id;
    int yes, no, abstain, absent; /* as printed; -1: not printed */
    const char *yes_means, *no_means;
    bool closed;
    DecidedBy decided_by;
} SiteVote;

/* A day after the meeting that an item speaks of. */
typedef struct {
    const char *date; /* YYYY-MM-DD */
    int page;
    SectionKind section;
    const char *to;    /* who is to do something, in the same sentence; NULL: not said */
    const char *words; /* the sentence, verbatim */
} SiteDate;

typedef struct {
    const char *address;
    const char *id;     /* in the XML of the meeting */
    const char *number; /* § */
    int page;
    OutcomeKind outcome;
    const char *to; /* who got the matter; NULL: not said */
    bool adjusted_at_once;
    bool reserved;     /* somebody has a reservation */
    const char *title; /* NULL: none was found */
    GArray *numbers;   /* of SiteNumber */
    GArray *votes;     /* of SiteVote */
    GArray *dates;     /* of SiteDate */
    GArray
        *decision; /* of Block, verbatim; ids are those of the meeting; NULL where the index is to be short */
} SiteItem;

/* What differs between two versions of the minutes of a meeting, quoted. */
typedef enum {
    CHANGE_ITEM_ADDED,
    CHANGE_ITEM_REMOVED,
    CHANGE_TITLE,
    CHANGE_DECISION,
    CHANGE_OUTCOME,
    CHANGE_VOTE
} SiteChangeKind;
typedef struct {
    SiteChangeKind kind;
    const char *number, *title; /* of the item */
    const char *before, *after; /* NULL: nothing */
} SiteChange;

/* A version of the minutes that another one stands for. */
typedef struct {
    const char *file, *sha256, *adjusted;
    bool preliminary;
    GArray *changes;    /* of SiteChange: what the other one says otherwise; NULL in an index */
    const char *record; /* as that of a meeting */
} SiteVersion;

typedef struct {
    const char *address;
    DocumentKind kind;
    const char *file, *sha256; /* of the PDF */
    int pages;
    const char *pdf;              /* URL; NULL: not known */
    const char *adjusted;         /* YYYY-MM-DD; NULL: not stated */
    bool preliminary;             /* minutes that state neither a day of adjustment nor signatures */
    const char *posted, *removed; /* the notice of adjustment: YYYY-MM-DD */
    int masked;
    const char *previous, *next; /* addresses: of the same body; NULL: none */
    const char *principal, *body, *body_address;
    GArray *days; /* of const char *, YYYY-MM-DD */
    const char *starts, *ends, *place;
    const char *title;  /* of a document that is no minutes */
    GArray *replaced;   /* of SiteVersion */
    GArray *items;      /* of SiteItem */
    const char *record; /* the caller's name for what it was read from; in no XML */
} SiteMeeting;

typedef struct {
    const char *address;
    int year, meetings; /* how many are of that year */
} SiteYear;

typedef struct {
    const char *address, *principal, *name;
    int meetings;
    const char *latest; /* YYYY-MM-DD; NULL: no meeting is dated */
    GArray *years;      /* of SiteYear, latest first; meetings without a date are of none */
} SiteBody;

/* One item of one meeting in which a case was treated. */
typedef struct {
    const char *date, *body, *body_address;
    const char *meeting;  /* address */
    const char *item;     /* address */
    const char *adjusted; /* the minutes: YYYY-MM-DD; NULL: not stated */
    bool preliminary;
    const SiteItem *itself; /* of the same site; in no XML */
    GArray *items;          /* of SiteItem: the same, for a page; NULL in an index */
} SiteEvent;

typedef struct {
    const char *address;
    const char *number; /* as it was printed last */
    const char *principal, *title;
    GArray *events; /* of SiteEvent, in order of date */
} SiteCase;

typedef struct {
    GStringChunk *chunk;
    GPtrArray *taken; /* of GStringChunk: those of the sites that were taken */
    const char *program;
    const char *title, *base; /* base: URL of the front page, NULL: not known */
    GArray *bodies;           /* of SiteBody, by address */
    GArray *meetings;         /* of SiteMeeting: by body, then by date; those that are not replaced */
    GArray *cases;            /* of SiteCase, by address */
} Site;

/* What is kept of a meeting: a site of it alone, without addresses. `pdf` is the URL of its PDF, or NULL.
 * Never fails. The result is the caller's. */
Site *site_from_meeting(const Meeting *meeting, const char *pdf);

/* True for minutes that state neither a day of adjustment nor signatures. */
bool site_is_preliminary(const Meeting *meeting);

/* An empty site; the result is the caller's. */
Site *site_new(const char *title, const char *base);
/* Moves the meetings of `one`, which is freed, into the site; `record` is the caller's name for them. */
void site_take(Site *site, Site *one, const char *record);
/* When all are taken: sorts them, gives addresses, and ties meetings, versions and cases together. */
void site_index(Site *site);

extern const ModelType site_type;
xmlDoc *site_to_xml(const Site *site);
/* Reads a document that is valid by schema/site.xsd; else an error in XML_DOMAIN. */
Site *site_from_xml(xmlDoc *doc, GError **error);
void site_free(Site *site); /* NULL is fine */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Site, site_free)

#endif
