/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Page documents: what one page of a site is made from. */
#ifndef SITE_PAGE_H
#define SITE_PAGE_H

#include "site.h"

#define SITE_PAGE_NAMESPACE "urn:sammandrag:sida:1"

/* Each kind of page, and what tells one of a kind from the others. */
typedef enum {
    PAGE_FRONT,
    PAGE_BODY,          /* the body numbered `first` */
    PAGE_YEAR,          /* … and its year numbered `second` */
    PAGE_MEETING,       /* the meeting numbered `first`: its summary */
    PAGE_MINUTES,       /* … the whole minutes */
    PAGE_ITEM,          /* … its item numbered `second` */
    PAGE_CASE,          /* the case numbered `first` */
    PAGE_WORD,          /* the watched word numbered `first` */
    PAGE_ACCESSIBILITY, /* the accessibility statement */
    PAGE__MAX
} SitePageKind;

typedef struct {
    SitePageKind kind;
    guint first, second;
} SitePageKey;

/* How the owner of a site wants it; NULL: not said. */
typedef struct {
    const char *logo;           /* name of the file on the site */
    const char *colour, *other; /* "#rrggbb" */
    char *const *words;         /* watched words; ends with NULL, may be NULL */
} SiteSettings;

/* Appends what `after` says otherwise than `before`, item by item, to `changes`, an array of SiteChange whose
 * strings are put into `chunk`. */
void site_changes(GArray *changes, const Meeting *before, const Meeting *after, GStringChunk *chunk);

/* What a file of a page is made from: the document of the page, the meeting, or the index: of the body on its
 * page, else of the site. */
typedef enum { SOURCE_PAGE, SOURCE_MEETING, SOURCE_SITE } SiteSource;

/* The files of pages: each page has those of its kind. */
typedef struct {
    SitePageKind kind;
    SiteSource source;
    const char *name;       /* below the address of the page */
    const char *type;       /* media type */
    const char *title;      /* as links call it; NULL: the page itself */
    const char *stylesheet; /* xslt/NAME.xsl; NULL: the XML itself */
    bool absolute;          /* it takes the URL of the site */
} SiteFile;
extern const SiteFile site_files[];
extern const gsize site_files_count;

/* All pages of the site, an array of SitePageKey; the caller's. */
GArray *site_pages(const Site *site, const SiteSettings *settings);

/* The address of a page; the caller frees it. */
char *site_page_address(const Site *site, const SiteSettings *settings, SitePageKey key);

/* The document of a page, to be freed with xml_free(). `model` is the document that the page shows beside
 * its part of the site: the root is copied into it, or of site_item_to_xml() what is below. `changes` has for
 * each version that the meeting replaced an array of SiteChange. Both may be NULL. */
xmlDoc *site_page_to_xml(const Site *site, const SiteSettings *settings, SitePageKey key, xmlDoc *model,
                         const GPtrArray *changes);

/* The index without the words of decisions, to be freed with xml_free(): of all, or of the body alone. */
xmlDoc *site_index_to_xml(const Site *site, const SiteBody *body);

/* The item numbered `item` of the meeting and the notes on it: a meeting without all else, to be freed with
 * xml_free(). */
xmlDoc *site_item_to_xml(const Meeting *meeting, guint item);

/* For site_page_xml.c: the frame of a page. */
typedef struct {
    const char *address, *title, *date, *number, *type;
} SiteLink;
typedef struct {
    int kind; /* SitePageKind */
    const char *address, *root, *base, *language, *program, *title, *logo, *colour, *other, *word;
    GArray *crumbs, *previous, *next, *files; /* of SiteLink; one at most of the second and third */
    GArray *words;                            /* of SiteLink: the pages of watched words, on the front page */
} SitePage;
extern const ModelType site_page_type;

#endif
