/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The meetings of a site: which have changed, and what is kept of each. */
#include "website_parts.h"

#include <glib/gstdio.h>
#include <string.h>

#include "chosen.h"
#include "converted.h"
#include "output.h"
#include "personal.h"
#include "reviewed.h"

typedef struct {
    const Website *website;
    const CollectionFile *file;
} EntryRequest;

static void name_site(Site *site);
static void tell_key(Website *website, guint number);
static gboolean name_entries(const Website *website, const GArray *pieces, GError **error);
static char *key_of(const Website *website, const CollectionFile *file, const Input *input);
static char *pdf_of(const Website *website, const CollectionFile *file, const Meeting *meeting);
static GBytes *work(guint piece, PoolWorker *worker, gpointer data);
static void answered(guint piece, GBytes *bytes, int signal, gpointer data);
static gboolean make_entry(Session *session, const Input *input, gconstpointer request, Converted *converted,
                           GError **error);
static Site *kept_site(const Website *website, xmlSchema *schema, const char *key, GError **error);
static gint by_bytes(gconstpointer a, gconstpointer b);

void website_meetings_tell(Website *website)
{
    for (guint i = 0; i < website->files->files->len; i++)
        tell_key(website, i);
}

gboolean website_meetings_keep(Website *website, GError **error)
{
    g_autoptr(GArray) pieces = g_array_new(FALSE, FALSE, sizeof(guint));
    g_autoptr(GHashTable) known = g_hash_table_new(g_str_hash, g_str_equal);
    if (!session_load(website->session, FORMAT_MEETING, OUTPUT_XML, error))
        return FALSE;
    for (guint i = 0; i < website->sources->len; i++) {
        const WebsiteSource *source = &g_array_index(website->sources, WebsiteSource, i);
        if (!source->key || source->message || !g_hash_table_add(known, source->key))
            continue;
        g_autofree char *record = batch_store_record(website->store, source->key);
        if (!g_file_test(record, G_FILE_TEST_IS_REGULAR))
            g_array_append_val(pieces, i);
    }
    gboolean whole = website_work(website, pieces, work, answered, error);
    return name_entries(website, pieces, whole ? error : NULL) && whole;
}

/* Of those that are whole. */
static gboolean name_entries(const Website *website, const GArray *pieces, GError **error)
{
    gboolean good = pieces->len == 0 || output_sync(batch_store_out(website->store), error);
    for (guint i = 0; good && i < pieces->len; i++) {
        guint number = g_array_index(pieces, guint, i);
        const WebsiteSource *source = &g_array_index(website->sources, WebsiteSource, number);
        g_autofree char *record = batch_store_record(website->store, source->key);
        good = !source->staged ||
               output_name_staged(batch_store_temporaries(website->store), number, record, error);
    }
    return good;
}

gboolean website_meetings_index(Website *website, GError **error)
{
    xmlSchema *schema = resources_schema_named(website->session->resources, "site", error);
    if (!schema)
        return FALSE;
    const Options *o = &website->session->options;
    gboolean whole = TRUE;
    site_free(website->site);
    website->site = site_new(o->title, o->base);
    g_autoptr(GPtrArray) keys = website_meetings_keys(website);
    for (guint i = 0; i < keys->len; i++) {
        const char *key = g_ptr_array_index(keys, i);
        Site *one = kept_site(website, schema, key, whole ? error : NULL);
        whole = whole && one;
        if (one)
            site_take(website->site, one, key);
    }
    site_index(website->site);
    name_site(website->site);
    return whole;
}

/* After whose meetings it has, unless it has a title. */
static void name_site(Site *site)
{
    const char *principal = site->bodies->len ? g_array_index(site->bodies, SiteBody, 0).principal : NULL;
    for (guint i = 1; i < site->bodies->len; i++)
        if (g_strcmp0(g_array_index(site->bodies, SiteBody, i).principal, principal) != 0)
            principal = NULL;
    g_autofree char *title =
        principal ? g_strconcat("Protokoll från ", principal, NULL) : g_strdup("Protokoll");
    if (!site->title)
        site->title = g_string_chunk_insert(site->chunk, title);
}

GPtrArray *website_meetings_keys(const Website *website)
{
    g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
    GPtrArray *keys = g_ptr_array_new();
    for (guint i = 0; i < website->sources->len; i++) {
        const WebsiteSource *source = &g_array_index(website->sources, WebsiteSource, i);
        if (source->key && !source->message && g_hash_table_add(seen, source->key))
            g_ptr_array_add(keys, source->key);
    }
    g_ptr_array_sort(keys, by_bytes);
    return keys;
}

gboolean website_meeting_open(const Website *website, const char *key, Input *input, GError **error)
{
    guint i = 0;
    while (g_strcmp0(g_array_index(website->sources, WebsiteSource, i).key, key) != 0)
        i++;
    const CollectionFile *file = &g_array_index(website->files->files, CollectionFile, i);
    if (!session_open(website->session, file->path, input, error))
        return FALSE;
    g_autofree char *now = key_of(website, file, input);
    if (strcmp(now, key) == 0)
        return TRUE;
    g_set_error(error, INPUT_DOMAIN, INPUT_ERROR_UNREADABLE,
                "%s: has been changed since the program began: run it again", input->label);
    return FALSE;
}

gboolean website_meeting_take(Session *session, const Input *input, Document *document, GError **error)
{
    if (!session_read_minutes(session, input, document, error))
        return FALSE;
    if (!session->options.public)
        return TRUE;
    const Profile *profile =
        session->options.profile ? session->profile : chosen_profile(session, document, error);
    return profile && reviewed_mask(session, input, profile, document->meeting, error);
}

/* What is found in a folder and is no meeting is none of the site's. */
static void tell_key(Website *website, guint number)
{
    const CollectionFile *file = &g_array_index(website->files->files, CollectionFile, number);
    WebsiteSource *source = &g_array_index(website->sources, WebsiteSource, number);
    g_autoptr(GError) error = NULL;
    g_auto(Input) input = {0};
    if (file->fault) {
        source->message = g_strdup(file->fault);
        source->status = STATUS_INPUT;
    } else if (!session_open(website->session, file->path, &input, &error)) {
        source->message = g_strdup(error->message);
        source->status = session_status(error);
    } else if (file->named || collection_is_meeting(&input)) {
        source->key = key_of(website, file, &input);
    }
}

/* Of the bytes, the decisions about them, where the PDF is, and what every page is made with. */
static char *key_of(const Website *website, const CollectionFile *file, const Input *input)
{
    g_autofree char *sha256 = g_compute_checksum_for_bytes(G_CHECKSUM_SHA256, input->bytes);
    g_autofree char *decisions =
        input->decisions ? g_compute_checksum_for_bytes(G_CHECKSUM_SHA256, input->decisions) : NULL;
    g_autofree char *pdf = pdf_of(website, file, NULL);
    g_autofree char *all =
        g_strjoin("\n", website->made_with, sha256, decisions ? decisions : "", pdf ? pdf : "", NULL);
    return g_compute_checksum_for_string(G_CHECKSUM_SHA256, all, -1);
}

/* Where the PDF of a meeting is published: in the tree at --source, at the place of its XML, by the name that
 * the meeting gives it, unless that is masked. Without a meeting, its folder. NULL where that is not known.
 */
static char *pdf_of(const Website *website, const CollectionFile *file, const Meeting *meeting)
{
    const char *source = website->session->options.source;
    if (!source || (meeting && (!meeting->file || strstr(meeting->file, PERSONAL_MASK))))
        return NULL;
    g_autofree char *folder = g_path_get_dirname(file->place);
    g_autofree char *place =
        g_build_filename(strcmp(folder, ".") == 0 ? "" : folder, meeting ? meeting->file : "", NULL);
    g_autofree char *escaped = g_uri_escape_bytes((const guint8 *)place, strlen(place), "/");
    return g_strconcat(source, g_str_has_suffix(source, "/") ? "" : "/", escaped, NULL);
}

/* In a worker. */
static GBytes *work(guint piece, PoolWorker *worker, gpointer data)
{
    Website *website = data;
    const EntryRequest request = {website, &g_array_index(website->files->files, CollectionFile, piece)};
    const char *key = g_array_index(website->sources, WebsiteSource, piece).key;
    g_auto(Input) input = {0};
    GError *error = NULL;
    if (!website_meeting_open(website, key, &input, &error))
        return website_answer(NULL, error);
    g_autoptr(Converted) converted = converted_in_cage(website->session, &input, make_entry, &request, 1);
    pool_computed(worker);
    g_autofree char *record = batch_store_record(website->store, key);
    if (!converted->message)
        website_stage(website, piece, record, g_array_index(converted->outputs, ConvertedOutput, 0).bytes,
                      &error);
    return website_answer(converted, error);
}

static void answered(guint piece, GBytes *bytes, int signal, gpointer data)
{
    Website *website = data;
    WebsiteSource *source = &g_array_index(website->sources, WebsiteSource, piece);
    source->status = website_answered(bytes, signal, &source->message);
    source->staged = !source->message;
    website->done++;
}

static gboolean make_entry(Session *session, const Input *input, gconstpointer request, Converted *converted,
                           GError **error)
{
    const EntryRequest *wanted = request;
    Document document = {0};
    if (!website_meeting_take(session, input, &document, error)) {
        document_clear(&document);
        return FALSE;
    }
    g_autofree char *pdf = pdf_of(wanted->website, wanted->file, document.meeting);
    g_autoptr(Site) site = site_from_meeting(document.meeting, pdf);
    xmlDoc *doc = site_to_xml(site);
    gsize length = 0;
    char *bytes = xml_write(doc, &length);
    converted_add(converted, g_bytes_new_take(bytes, length));
    xml_free(doc);
    document_clear(&document);
    return TRUE;
}

/* What a cage made is read as what a stranger made. What is not whole, since the power went, is taken away.
 */
static Site *kept_site(const Website *website, xmlSchema *schema, const char *key, GError **error)
{
    g_autofree char *path = batch_store_record(website->store, key), *label = input_label(path);
    g_autoptr(GBytes) bytes = input_read(path, NULL, error);
    xmlDoc *doc = bytes ? xml_read_valid(bytes, schema, label, error) : NULL;
    Site *site = doc ? site_from_xml(doc, error) : NULL;
    xml_free(doc);
    if (!site)
        g_unlink(path);
    return site;
}

static gint by_bytes(gconstpointer a, gconstpointer b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}
