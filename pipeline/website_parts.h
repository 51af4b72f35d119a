/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the command site share. */
#ifndef WEBSITE_PARTS_H
#define WEBSITE_PARTS_H

#include "batch_pool.h"
#include "batch_store.h"
#include "collection.h"
#include "site_page.h"

/* One file of the collection. */
typedef struct {
    char *key; /* digest of all that is kept of it depends on; NULL: it is no meeting, or cannot be read */
    gboolean staged; /* what is to be kept of it has been written */
    char *message;   /* why it is not on the site; NULL: it is, or it is no meeting */
    Status status;
} WebsiteSource;

typedef struct {
    Session *session;
    BatchStore *store;
    const Collection *files;
    GArray *sources; /* of WebsiteSource, for each file of the collection */
    char *made_with; /* digest of all that every page depends on besides the meetings */
    SiteSettings settings;
    Site *site; /* NULL: the meetings have not been read */
    char **colours;
    GBytes *logo_bytes;
    char *logo;                   /* path of the logo on the site; NULL: there is none */
    struct WebsiteMaking *making; /* while pages are made */
    GPtrArray *messages;          /* of char *, besides those of sources */
    Status status;                /* the gravest of pages */
    guint done, total;            /* pieces of work */
    guint made, removed;          /* pages; files */
} Website;

/* ---- website.c ---- */

/* Does the pieces of work, an array of guint, in as many processes as were asked for. Returns false at a
 * signal, or with an error. */
gboolean website_work(Website *website, const GArray *pieces,
                      GBytes *(*work)(guint piece, PoolWorker *worker, gpointer website),
                      void (*answered)(guint piece, GBytes *answer, int signal, gpointer website),
                      GError **error);
/* What a worker answers: what became of its piece, or the error, which is freed. */
GBytes *website_answer(const Converted *converted, GError *error);
/* The status in an answer, and the message in it, the caller's; NULL: there is none. */
Status website_answered(GBytes *answer, int signal, char **message);

/* In a worker: stages the file, see output_stage(), unless it has these bytes already. */
gboolean website_stage(const Website *website, guint number, const char *path, GBytes *bytes, GError **error);

/* ---- website_meetings.c ---- */

/* Tells of every file what its meeting depends on; what cannot be read has a message. */
void website_meetings_tell(Website *website);

/* Has the store keep what it does not of the meetings; what is no valid meeting has a message. Returns false
 * at a signal, or with an error. */
gboolean website_meetings_keep(Website *website, GError **error);

/* Makes the site of what the store keeps of the meetings. False with an error when some of it is damaged,
 * which the store then keeps no more. */
gboolean website_meetings_index(Website *website, GError **error);

/* The digests of the meetings that can be read, each once, sorted; borrowed in an array of the caller's. */
GPtrArray *website_meetings_keys(const Website *website);

/* Outside the cage: reads the meeting that has the key again; an error when it has changed since. */
gboolean website_meeting_open(const Website *website, const char *key, Input *input, GError **error);

/* In the cage: the meeting, its personal data masked unless that is to stay. */
gboolean website_meeting_take(Session *session, const Input *input, Document *document, GError **error);

/* ---- website_pages.c ---- */

/* What a run made: the digests of what its files were made from. */
typedef struct {
    char *made_of;     /* digest of all; "" until all is made */
    GHashTable *files; /* path below the folder of the site -> digest; "-": to be made */
} WebsiteRecord;

/* Makes the pages that are not as the record says, takes away what is on no page any more, and brings the
 * record up to date. Returns false at a signal, or with an error. */
gboolean website_pages_make(Website *website, WebsiteRecord *record, GError **error);

/* ---- website_record.c ---- */

/* The record of the last run; an empty one where there is none. Free with website_record_free(). */
WebsiteRecord *website_record_read(const Website *website);
gboolean website_record_write(const Website *website, const WebsiteRecord *record, GError **error);
void website_record_free(WebsiteRecord *record);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(WebsiteRecord, website_record_free)
/* Whether all files of the record are there. */
gboolean website_record_is_whole(const Website *website, const WebsiteRecord *record);
/* Takes the file away, and the folders that are empty then. */
void website_record_remove(const Website *website, const char *path);

#endif
