/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pages of a site: which are to be made anew, made in the cage and written. */
#include "website_parts.h"

#include <string.h>

#include "chosen.h"
#include "converted.h"
#include "output.h"

enum { TOGETHER = 32 }; /* pages that are of no meeting and share a process */

/* Pages that one process makes: of one meeting, or of none. */
typedef struct {
    guint first, count; /* in `pages` */
    gboolean made;      /* all their files are staged */
} Piece;

struct WebsiteMaking {
    Website *website;
    WebsiteRecord *record;
    GArray *pages;   /* of SitePageKey: those to be made; pages of a meeting stand together */
    GPtrArray *made; /* of char *: what each is made of */
    GArray *pieces;  /* of Piece */
};
typedef struct WebsiteMaking Making;

/* What the cage is given. */
typedef struct {
    const Website *website;
    const SitePageKey *pages;
    guint count;
    GArray *replaced; /* of Input: versions of the meeting that it replaced */
} PagesRequest;

/* The meeting that pages are of, and what they share. */
typedef struct {
    Document document;
    xmlDoc *minutes, *summary;
    GPtrArray *changes; /* of GArray of SiteChange */
    GStringChunk *chunk;
} Shown;

static gboolean is_made_of_meeting(SitePageKind kind);
static gboolean file_is_made(const Website *website, const SiteFile *file, SitePageKind kind);
static GHashTable *find_stale(Making *making);
static void mark(const Making *making, SitePageKey key, const char *made_of);
static char *digest_of_page(const Website *website, SitePageKey key);
static gboolean has_index(SitePageKind kind);
static xmlDoc *index_of(const Site *site, SitePageKey key);
static void add_xml(GChecksum *sum, xmlDoc *doc);
static void divide(Making *making);
static GBytes *work(guint piece, PoolWorker *worker, gpointer data);
static void answered(guint piece, GBytes *bytes, int signal, gpointer data);
static gboolean open_inputs(const Website *website, const SitePageKey *pages, guint count, Input *input,
                            GArray *replaced, GError **error);
static gboolean make_pages(Session *session, const Input *input, gconstpointer request, Converted *converted,
                           GError **error);
static gboolean show(Shown *shown, Session *session, const Input *input, const PagesRequest *request,
                     GError **error);
static void shown_clear(Shown *shown);
static gboolean make_page(Session *session, const Website *website, SitePageKey key, const Shown *shown,
                          Converted *converted, GError **error);
static GBytes *made_of(Session *session, xmlDoc *doc, const char *name, GError **error);
static const Stylesheet *stylesheet_named(Session *session, const char *name, GError **error);
static gboolean stage_pages(const Making *making, const Piece *of, const Converted *converted,
                            GError **error);
static gboolean name_pages(const Making *making, GError **error);
static gboolean name_page(const Making *making, guint page, GError **error);
static char *path_of(const Website *website, const char *address, const SiteFile *file);
static guint number_of(guint page, gsize file);

gboolean website_pages_make(Website *website, WebsiteRecord *record, GError **error)
{
    g_autoptr(GArray) pages = g_array_new(FALSE, FALSE, sizeof(SitePageKey));
    g_autoptr(GPtrArray) made = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GArray) pieces = g_array_new(FALSE, FALSE, sizeof(Piece));
    Making making = {.website = website, .record = record, .pages = pages, .made = made, .pieces = pieces};
    for (gsize i = 0; i < site_files_count; i++)
        if (site_files[i].stylesheet && !stylesheet_named(website->session, site_files[i].stylesheet, error))
            return FALSE;
    g_autoptr(GHashTable) gone = find_stale(&making);
    divide(&making);
    if (pages->len == 0 && g_hash_table_size(gone) == 0)
        return TRUE;

    /* What is being made is in the record before it is there, so that no run forgets a file. */
    g_free(record->made_of);
    record->made_of = g_strdup("");
    if (!website_record_write(website, record, error))
        return FALSE;
    g_autoptr(GArray) numbers = g_array_new(FALSE, FALSE, sizeof(guint));
    for (guint i = 0; i < pieces->len; i++)
        g_array_append_val(numbers, i);
    website->making = &making;
    gboolean whole = website_work(website, numbers, work, answered, error);
    website->making = NULL;
    whole = name_pages(&making, whole ? error : NULL) && whole;
    GHashTableIter iter;
    gpointer path;
    g_hash_table_iter_init(&iter, gone);
    while (whole && g_hash_table_iter_next(&iter, &path, NULL)) {
        website_record_remove(website, path);
        g_hash_table_remove(record->files, path);
        website->removed++;
    }
    return whole;
}

static gboolean is_made_of_meeting(SitePageKind kind)
{
    return kind == PAGE_MEETING || kind == PAGE_MINUTES || kind == PAGE_ITEM;
}

static gboolean file_is_made(const Website *website, const SiteFile *file, SitePageKind kind)
{
    return file->kind == kind && (!file->absolute || website->site->base);
}

/* Fills in the pages that are to be made, and returns the paths of the record that no page has any more. */
static GHashTable *find_stale(Making *making)
{
    const Website *website = making->website;
    GHashTable *files = making->record->files;
    GHashTable *gone = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_autoptr(GArray) keys = site_pages(website->site, &website->settings);
    GHashTableIter iter;
    gpointer path;
    g_hash_table_iter_init(&iter, files);
    while (g_hash_table_iter_next(&iter, &path, NULL))
        if (!website->logo || strcmp(path, website->logo) != 0)
            g_hash_table_add(gone, g_strdup(path));

    for (guint i = 0; i < keys->len; i++) {
        SitePageKey key = g_array_index(keys, SitePageKey, i);
        g_autofree char *address = site_page_address(website->site, &website->settings, key);
        g_autofree char *made_of = digest_of_page(website, key);
        gboolean stale = FALSE;
        for (gsize j = 0; j < site_files_count; j++) {
            if (!file_is_made(website, &site_files[j], key.kind))
                continue;
            char *file = g_strconcat(address, site_files[j].name, NULL);
            g_autofree char *there = g_build_filename(batch_store_out(website->store), file, NULL);
            g_hash_table_remove(gone, file);
            stale = stale || g_strcmp0(g_hash_table_lookup(files, file), made_of) != 0 ||
                    !g_file_test(there, G_FILE_TEST_IS_REGULAR);
            g_hash_table_insert(files, file, g_strdup(made_of));
        }
        if (stale) {
            mark(making, key, "-");
            g_array_append_val(making->pages, key);
            g_ptr_array_add(making->made, g_steal_pointer(&made_of));
        }
    }
    return gone;
}

/* Enters the files of the page in the record. */
static void mark(const Making *making, SitePageKey key, const char *made_of)
{
    const Website *website = making->website;
    g_autofree char *address = site_page_address(website->site, &website->settings, key);
    for (gsize i = 0; i < site_files_count; i++)
        if (file_is_made(website, &site_files[i], key.kind))
            g_hash_table_insert(making->record->files, g_strconcat(address, site_files[i].name, NULL),
                                g_strdup(made_of));
}

/* Of its document but for the meeting in it, the digests that stand for the meeting, and what all is made
 * with.
 */
static char *digest_of_page(const Website *website, SitePageKey key)
{
    GChecksum *sum = g_checksum_new(G_CHECKSUM_SHA256);
    xmlDoc *doc = site_page_to_xml(website->site, &website->settings, key, NULL, NULL);
    add_xml(sum, doc);
    if (has_index(key.kind))
        add_xml(sum, index_of(website->site, key));
    g_checksum_update(sum, (const guchar *)website->made_with, -1);
    if (is_made_of_meeting(key.kind)) {
        const SiteMeeting *meeting = &g_array_index(website->site->meetings, SiteMeeting, key.first);
        g_checksum_update(sum, (const guchar *)meeting->record, -1);
        for (guint i = 0; key.kind == PAGE_MEETING && meeting->replaced && i < meeting->replaced->len; i++)
            g_checksum_update(sum, (const guchar *)g_array_index(meeting->replaced, SiteVersion, i).record,
                              -1);
    }
    char *digest = g_strdup(g_checksum_get_string(sum));
    g_checksum_free(sum);
    return digest;
}

static gboolean has_index(SitePageKind kind)
{
    gboolean has = FALSE;
    for (gsize i = 0; i < site_files_count; i++)
        has = has || (site_files[i].kind == kind && site_files[i].source == SOURCE_SITE);
    return has;
}

static xmlDoc *index_of(const Site *site, SitePageKey key)
{
    return site_index_to_xml(site, key.kind == PAGE_BODY ? &g_array_index(site->bodies, SiteBody, key.first)
                                                         : NULL);
}

/* Frees the document. */
static void add_xml(GChecksum *sum, xmlDoc *doc)
{
    gsize length = 0;
    g_autofree char *bytes = xml_write(doc, &length);
    g_checksum_update(sum, (const guchar *)bytes, (gssize)length);
    xml_free(doc);
}

static void divide(Making *making)
{
    for (guint i = 0; i < making->pages->len; i++) {
        const SitePageKey *key = &g_array_index(making->pages, SitePageKey, i);
        Piece *last =
            making->pieces->len ? &g_array_index(making->pieces, Piece, making->pieces->len - 1) : NULL;
        gboolean same =
            last && is_made_of_meeting(key->kind) == is_made_of_meeting(key[-1].kind) &&
            (is_made_of_meeting(key->kind) ? key->first == key[-1].first : last->count < TOGETHER);
        const Piece fresh = {.first = i, .count = 1};
        if (same)
            last->count++;
        else
            g_array_append_val(making->pieces, fresh);
    }
}

/* In a worker. */
static GBytes *work(guint piece, PoolWorker *worker, gpointer data)
{
    Website *website = data;
    const Making *making = website->making;
    const Piece *of = &g_array_index(making->pieces, Piece, piece);
    const SitePageKey *pages = &g_array_index(making->pages, SitePageKey, of->first);
    GError *error = NULL;
    g_auto(Input) input = {.label = g_strdup(website->session->options.folder)};
    g_autoptr(GArray) replaced = g_array_new(FALSE, TRUE, sizeof(Input));
    g_array_set_clear_func(replaced, (GDestroyNotify)input_clear);
    if (is_made_of_meeting(pages->kind) && !open_inputs(website, pages, of->count, &input, replaced, &error))
        return website_answer(NULL, error);
    const PagesRequest request = {website, pages, of->count, replaced};
    guint files = 0;
    for (guint i = 0; i < of->count; i++)
        for (gsize j = 0; j < site_files_count; j++)
            files += (guint)file_is_made(website, &site_files[j], pages[i].kind);
    g_autoptr(Converted) converted = converted_in_cage(website->session, &input, make_pages, &request, files);
    pool_computed(worker);
    if (!converted->message)
        stage_pages(making, of, converted, &error);
    return website_answer(converted, error);
}

static void answered(guint piece, GBytes *bytes, int signal, gpointer data)
{
    Website *website = data;
    const Making *making = website->making;
    Piece *of = &g_array_index(making->pieces, Piece, piece);
    char *message = NULL;
    Status status = website_answered(bytes, signal, &message);
    website->status = MAX(website->status, status);
    website->done++;
    website->made += message ? 0 : of->count;
    if (message)
        g_ptr_array_add(website->messages, message);
    of->made = !message;
}

/* The meeting, and where its own page is made the versions that it replaced. */
static gboolean open_inputs(const Website *website, const SitePageKey *pages, guint count, Input *input,
                            GArray *replaced, GError **error)
{
    const SiteMeeting *meeting = &g_array_index(website->site->meetings, SiteMeeting, pages->first);
    gboolean compared = FALSE;
    for (guint i = 0; i < count; i++)
        compared = compared || pages[i].kind == PAGE_MEETING;
    input_clear(input);
    if (!website_meeting_open(website, meeting->record, input, error))
        return FALSE;
    for (guint i = 0; compared && meeting->replaced && i < meeting->replaced->len; i++) {
        g_array_set_size(replaced, i + 1);
        if (!website_meeting_open(website, g_array_index(meeting->replaced, SiteVersion, i).record,
                                  &g_array_index(replaced, Input, i), error))
            return FALSE;
    }
    return TRUE;
}

/* ---- in the cage ---- */

static gboolean make_pages(Session *session, const Input *input, gconstpointer request, Converted *converted,
                           GError **error)
{
    const PagesRequest *wanted = request;
    Shown shown = {.chunk = g_string_chunk_new(1024)};
    gboolean good = !is_made_of_meeting(wanted->pages->kind) || show(&shown, session, input, wanted, error);
    for (guint i = 0; good && i < wanted->count; i++)
        good = make_page(session, wanted->website, wanted->pages[i], &shown, converted, error);
    shown_clear(&shown);
    return good;
}

static gboolean show(Shown *shown, Session *session, const Input *input, const PagesRequest *request,
                     GError **error)
{
    const SummaryOptions options = {.background = session->options.background};
    if (!website_meeting_take(session, input, &shown->document, error))
        return FALSE;
    const Meeting *meeting = shown->document.meeting;
    const Profile *profile =
        session->options.profile ? session->profile : chosen_profile(session, &shown->document, error);
    xmlSchema *schema = resources_schema(session->resources, FORMAT_MEETING, error);
    shown->minutes = meeting_to_xml(meeting);
    if (!profile || !schema || !xml_validate(schema, shown->minutes, input->label, error))
        return FALSE;
    Summary *summary = summary_from_meeting(meeting, profile, &options);
    shown->summary = summary_to_xml(summary);
    summary_free(summary);
    shown->changes = g_ptr_array_new_with_free_func((GDestroyNotify)g_array_unref);
    for (guint i = 0; i < request->replaced->len; i++) {
        Document before = {0};
        GArray *changes = g_array_new(FALSE, FALSE, sizeof(SiteChange));
        g_ptr_array_add(shown->changes, changes);
        if (website_meeting_take(session, &g_array_index(request->replaced, Input, i), &before, error))
            site_changes(changes, before.meeting, meeting, shown->chunk);
        gboolean good = before.format == FORMAT_MEETING;
        document_clear(&before);
        if (!good)
            return FALSE;
    }
    return TRUE;
}

static void shown_clear(Shown *shown)
{
    xml_free(shown->minutes);
    xml_free(shown->summary);
    document_clear(&shown->document);
    if (shown->changes)
        g_ptr_array_unref(shown->changes);
    g_string_chunk_free(shown->chunk);
}

/* Adds all files of the page. */
static gboolean make_page(Session *session, const Website *website, SitePageKey key, const Shown *shown,
                          Converted *converted, GError **error)
{
    xmlDoc *item = key.kind == PAGE_ITEM ? site_item_to_xml(shown->document.meeting, key.second) : NULL;
    xmlDoc *model = key.kind == PAGE_MEETING   ? shown->summary
                    : key.kind == PAGE_MINUTES ? shown->minutes
                                               : item;
    xmlDoc *page = site_page_to_xml(website->site, &website->settings, key, model, shown->changes);
    gboolean good = TRUE;
    for (gsize i = 0; good && i < site_files_count; i++) {
        const SiteFile *file = &site_files[i];
        if (!file_is_made(website, file, key.kind))
            continue;
        xmlDoc *index = file->source == SOURCE_SITE ? index_of(website->site, key) : NULL;
        xmlDoc *doc = index ? index : file->source == SOURCE_MEETING ? shown->minutes : page;
        GBytes *bytes = made_of(session, doc, file->stylesheet, error);
        xml_free(index);
        good = bytes != NULL;
        if (good)
            converted_add(converted, bytes);
    }
    xml_free(item);
    xml_free(page);
    return good;
}

static GBytes *made_of(Session *session, xmlDoc *doc, const char *name, GError **error)
{
    gsize length = 0;
    const Stylesheet *stylesheet = name ? stylesheet_named(session, name, error) : NULL;
    char *bytes = stylesheet ? render(stylesheet, doc, NULL, &length, error)
                  : name     ? NULL
                             : xml_write(doc, &length);
    return bytes ? g_bytes_new_take(bytes, length) : NULL;
}

/* That of --xslt takes the place of the one that makes the pages. */
static const Stylesheet *stylesheet_named(Session *session, const char *name, GError **error)
{
    const char *own = session->options.xslt;
    return own && strcmp(name, "site-page") == 0
               ? resources_own_stylesheet(session->resources, own, error)
               : resources_stylesheet_named(session->resources, name, error);
}

/* ---- outside it ---- */

/* What is there with the same bytes stays as it is, for those who copy a site by what has changed. */
static gboolean stage_pages(const Making *making, const Piece *of, const Converted *converted, GError **error)
{
    const Website *website = making->website;
    guint output = 0;
    for (guint i = of->first; i < of->first + of->count; i++) {
        SitePageKey key = g_array_index(making->pages, SitePageKey, i);
        g_autofree char *address = site_page_address(website->site, &website->settings, key);
        for (gsize j = 0; j < site_files_count; j++) {
            if (!file_is_made(website, &site_files[j], key.kind))
                continue;
            GBytes *bytes = g_array_index(converted->outputs, ConvertedOutput, output++).bytes;
            g_autofree char *path = path_of(website, address, &site_files[j]);
            if (!website_stage(website, number_of(i, j), path, bytes, error))
                return FALSE;
        }
    }
    return TRUE;
}

/* When the bytes of all are on the disk, the pages that are whole get their names, and are in the record. */
static gboolean name_pages(const Making *making, GError **error)
{
    if (!output_sync(batch_store_out(making->website->store), error))
        return FALSE;
    for (guint i = 0; i < making->pieces->len; i++) {
        const Piece *of = &g_array_index(making->pieces, Piece, i);
        for (guint page = of->first; of->made && page < of->first + of->count; page++) {
            if (!name_page(making, page, error))
                return FALSE;
            mark(making, g_array_index(making->pages, SitePageKey, page),
                 g_ptr_array_index(making->made, page));
        }
    }
    return TRUE;
}

static gboolean name_page(const Making *making, guint page, GError **error)
{
    const Website *website = making->website;
    SitePageKey key = g_array_index(making->pages, SitePageKey, page);
    g_autofree char *address = site_page_address(website->site, &website->settings, key);
    for (gsize i = 0; i < site_files_count; i++) {
        g_autofree char *path = path_of(website, address, &site_files[i]);
        if (file_is_made(website, &site_files[i], key.kind) &&
            !output_name_staged(batch_store_temporaries(website->store), number_of(page, i), path, error))
            return FALSE;
    }
    return TRUE;
}

static char *path_of(const Website *website, const char *address, const SiteFile *file)
{
    return g_build_filename(batch_store_out(website->store), address, file->name, NULL);
}

/* By which the file of a page is staged. */
static guint number_of(guint page, gsize file)
{
    return page * (guint)site_files_count + (guint)file;
}
