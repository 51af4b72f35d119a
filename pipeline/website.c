/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The command site: many meetings to the pages of a web site. */
#include "website.h"

#include <glib/gstdio.h>
#include <string.h>

#include "converted.h"
#include "output.h"
#include "tree.h"
#include "website_parts.h"

static gboolean ready(Session *session, GError **error);
static gboolean is_among(const char *folder, char *const *operands);
static gboolean begin(Website *website, GError **error);
static gboolean read_logo(Website *website, GError **error);
static gboolean build(Website *website, GError **error);
static gboolean index_meetings(Website *website, GError **error);
static void say_sums(const Website *website, guint meetings, const WebsiteRecord *record);
static gboolean put_logo(Website *website, WebsiteRecord *record, GError **error);
static char *digest_of_all(const Website *website, const GPtrArray *keys);
static void add_line(GChecksum *sum, const char *line);
static void drop_entries(const Website *website, const GPtrArray *keys);
static void passed(gpointer data);
static gboolean has_bytes(const char *path, GBytes *bytes);
static void source_clear(void *source);

Status website(Session *session)
{
    GError *error = NULL;
    if (!ready(session, &error))
        return session_fail(session, error);
    g_autoptr(Collection) files = collection_new(session->options.files, session->options.folder, &error);
    g_autoptr(BatchStore) store =
        files ? batch_store_open(session->options.folder, (Shard){0}, &error) : NULL;
    if (!store)
        return session_fail(session, error);

    Website website = {.session = session,
                       .store = store,
                       .files = files,
                       .sources = g_array_new(FALSE, TRUE, sizeof(WebsiteSource)),
                       .messages = g_ptr_array_new_with_free_func(g_free)};
    g_array_set_clear_func(website.sources, source_clear);
    g_array_set_size(website.sources, files->files->len);
    gboolean whole = begin(&website, &error) && build(&website, &error);
    report_done(&session->report);
    Status status = website.status;
    for (guint i = 0; i < website.sources->len; i++) {
        const WebsiteSource *source = &g_array_index(website.sources, WebsiteSource, i);
        if (source->message)
            report_error(&session->report, source->message);
        status = MAX(status, source->status);
    }
    for (guint i = 0; i < website.messages->len; i++)
        report_error(&session->report, g_ptr_array_index(website.messages, i));
    if (error) {
        Status failed = session_fail(session, error);
        status = MAX(status, failed);
    } else if (!whole) {
        report_error(&session->report, "interrupted: run it again to go on");
        status = STATUS_UNFINISHED;
    }
    site_free(website.site);
    g_array_unref(website.sources);
    g_ptr_array_unref(website.messages);
    g_strfreev(website.colours);
    g_free(website.made_with);
    g_free(website.logo);
    if (website.logo_bytes)
        g_bytes_unref(website.logo_bytes);
    return status;
}

static gboolean ready(Session *session, GError **error)
{
    const Options *o = &session->options;
    const char *fault = NULL;
    if (!o->files)
        fault = "site: name the XML of meetings, or folders of them";
    else if (!o->folder)
        fault = "site: say where to: -o WWW";
    else if (o->jobs < 0)
        fault = "site: --jobs takes a number of processes";
    else if (is_among(o->folder, o->files))
        fault = "site: -o names a folder of the meetings: take one of its own, which may lie below";
    if (fault)
        g_set_error_literal(error, SESSION_DOMAIN, SESSION_ERROR_USAGE, fault);
    return !fault;
}

/* Meetings of a site that lie beside those it is made of would be taken for more of them. */
static gboolean is_among(const char *folder, char *const *operands)
{
    g_autofree char *out = g_canonicalize_filename(folder, NULL);
    gboolean found = FALSE;
    for (char *const *operand = operands; !found && *operand; operand++) {
        g_autofree char *path = g_canonicalize_filename(*operand, NULL);
        found = strcmp(path, out) == 0;
    }
    return found;
}

/* What is known before any meeting is looked at. */
static gboolean begin(Website *website, GError **error)
{
    const Options *o = &website->session->options;
    Resources *resources = website->session->resources;
    g_autofree char *installation = resources_digest(resources, error);
    g_autofree char *profiles =
        installation && o->profile ? resources_profiles_digest(resources, error) : NULL;
    gboolean own = o->xslt && resources_own_stylesheet(resources, o->xslt, error);
    g_autofree char *look = own ? resources_own_digest(o->xslt, error) : NULL;
    if (!installation || (o->profile && !profiles) || (o->xslt && !look))
        return FALSE;
    website->made_with = g_strdup_printf("%s\n%s\n%s\n%d\n%s\n%s", "sammandrag " SAMMANDRAG_VERSION,
                                         installation, profiles ? profiles : "", o->background,
                                         o->public ? "public" : "archive", look ? look : "");
    website->colours = o->colours ? g_strsplit(o->colours, ",", 2) : g_new0(char *, 1);
    website->settings = (SiteSettings){.words = o->words, .colour = website->colours[0]};
    website->settings.other = website->colours[0] ? website->colours[1] : NULL;
    return !o->logo || read_logo(website, error);
}

static gboolean read_logo(Website *website, GError **error)
{
    static const char *const endings[] = {".svg", ".png", ".jpg", ".jpeg", ".webp", ".gif"};
    const char *path = website->session->options.logo;
    g_autofree char *label = input_label(path);
    for (gsize i = 0; i < G_N_ELEMENTS(endings); i++)
        if (tree_ends(path, endings[i]))
            website->logo = g_strconcat("logotyp", endings[i], NULL);
    if (!website->logo) {
        g_set_error(error, SESSION_DOMAIN, SESSION_ERROR_USAGE,
                    "%s: a logo is a file of type svg, png, jpg, webp or gif", label);
        return FALSE;
    }
    website->settings.logo = website->logo;
    website->logo_bytes = input_read(path, NULL, error);
    if (!website->logo_bytes)
        g_prefix_error(error, "%s: ", label);
    return website->logo_bytes != NULL;
}

static gboolean build(Website *website, GError **error)
{
    website_meetings_tell(website);
    if (!website_meetings_keep(website, error))
        return FALSE;
    g_autoptr(GPtrArray) keys = website_meetings_keys(website);
    if (keys->len == 0) {
        g_set_error(
            error, INPUT_DOMAIN, INPUT_ERROR_MISSING,
            "no meeting to make a site of: %s is left as it is; name the XML of meetings, which convert "
            "and batch write, or folders that hold it",
            website->session->options.folder);
        return FALSE;
    }
    g_autoptr(WebsiteRecord) record = website_record_read(website);
    g_autofree char *all = digest_of_all(website, keys);
    if (strcmp(record->made_of, all) == 0 && website_record_is_whole(website, record)) {
        say_sums(website, keys->len, record);
        return TRUE;
    }
    if (!index_meetings(website, error) || !put_logo(website, record, error))
        return FALSE;
    gboolean whole = website_pages_make(website, record, error);
    if (whole && website->status == STATUS_OK) {
        g_free(record->made_of);
        record->made_of = g_strdup(all);
        drop_entries(website, keys);
    }
    if (!output_sync(website->session->options.folder, whole ? error : NULL) ||
        !website_record_write(website, record, whole ? error : NULL))
        return FALSE;
    say_sums(website, website->site->meetings->len, record);
    return whole;
}

/* What turns out to be damaged is made once more. */
static gboolean index_meetings(Website *website, GError **error)
{
    return website_meetings_index(website, NULL) ||
           (website_meetings_keep(website, error) && website_meetings_index(website, error));
}

static void say_sums(const Website *website, guint meetings, const WebsiteRecord *record)
{
    g_autofree char *line = g_strdup_printf(
        "%u meeting%s, %u files: %u page%s made, %u files taken away", meetings, meetings == 1 ? "" : "s",
        g_hash_table_size(record->files), website->made, website->made == 1 ? "" : "s", website->removed);
    report_done(&website->session->report);
    if (!website->session->options.quiet)
        report_error(&website->session->report, line);
}

static gboolean put_logo(Website *website, WebsiteRecord *record, GError **error)
{
    if (!website->logo)
        return TRUE;
    g_autofree char *path = g_build_filename(batch_store_out(website->store), website->logo, NULL);
    g_hash_table_insert(record->files, g_strdup(website->logo),
                        g_compute_checksum_for_bytes(G_CHECKSUM_SHA256, website->logo_bytes));
    if (has_bytes(path, website->logo_bytes))
        return TRUE;
    g_autoptr(Outputs) files =
        outputs_new(batch_store_out(website->store), batch_store_temporaries(website->store), error);
    return files && outputs_add(files, website->logo, website->logo_bytes, error) &&
           outputs_commit(files, error);
}

/* Of all that any page is made from. */
static char *digest_of_all(const Website *website, const GPtrArray *keys)
{
    const Options *o = &website->session->options;
    const char *const settings[] = {website->made_with, o->title, o->base, o->colours, website->logo};
    GChecksum *sum = g_checksum_new(G_CHECKSUM_SHA256);
    for (gsize i = 0; i < G_N_ELEMENTS(settings); i++)
        add_line(sum, settings[i]);
    for (char *const *word = o->words; word && *word; word++)
        add_line(sum, *word);
    g_autofree char *logo =
        website->logo ? g_compute_checksum_for_bytes(G_CHECKSUM_SHA256, website->logo_bytes) : NULL;
    add_line(sum, logo);
    for (guint i = 0; i < keys->len; i++)
        add_line(sum, g_ptr_array_index(keys, i));
    char *digest = g_strdup(g_checksum_get_string(sum));
    g_checksum_free(sum);
    return digest;
}

static void add_line(GChecksum *sum, const char *line)
{
    g_checksum_update(sum, (const guchar *)(line ? line : ""), -1);
    g_checksum_update(sum, (const guchar *)"\n", 1);
}

/* What is kept of meetings that are not on the site any more. */
static void drop_entries(const Website *website, const GPtrArray *keys)
{
    enum { DIGITS = 64 };
    g_autoptr(GHashTable) used = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(GPtrArray) places = batch_store_places(website->store);
    for (guint i = 0; i < keys->len; i++)
        g_hash_table_add(used, g_ptr_array_index(keys, i));
    for (guint i = 0; i < places->len; i++) {
        const char *place = g_ptr_array_index(places, i);
        g_autofree char *path = batch_store_record(website->store, place);
        if (strspn(place, "0123456789abcdef") == DIGITS && !place[DIGITS] &&
            !g_hash_table_contains(used, place))
            g_unlink(path);
    }
}

gboolean website_work(Website *website, const GArray *pieces,
                      GBytes *(*work)(guint piece, PoolWorker *worker, gpointer website),
                      void (*answered)(guint piece, GBytes *answer, int signal, gpointer website),
                      GError **error)
{
    const Options *o = &website->session->options;
    const Pool pool = {
        .jobs = o->jobs > 0 ? (guint)o->jobs : pool_processors(),
        .pieces = (const guint *)(gconstpointer)pieces->data,
        .count = pieces->len,
        .data = website,
        .work = work,
        .answered = answered,
        .passed = passed,
    };
    website->done = 0;
    website->total = pieces->len;
    return pieces->len == 0 || pool_run(&pool, error);
}

static void passed(gpointer data)
{
    const Website *website = data;
    report_progress(&website->session->report, website->session->options.folder, website->done,
                    website->total);
}

GBytes *website_answer(const Converted *converted, GError *error)
{
    Status status = error ? session_status(error) : converted->status;
    const char *message = error ? error->message : converted->message ? converted->message : "";
    GByteArray *bytes = g_byte_array_new();
    g_byte_array_append(bytes, (const guint8 *)&status, sizeof status);
    g_byte_array_append(bytes, (const guint8 *)message,
                        (guint)MIN(strlen(message), POOL_ANSWER_MAX - sizeof status));
    g_clear_error(&error);
    return g_byte_array_free_to_bytes(bytes);
}

Status website_answered(GBytes *answer, int signal, char **message)
{
    Status status = STATUS_PROGRAM;
    gsize length = 0;
    const char *data = answer ? g_bytes_get_data(answer, &length) : NULL;
    if (!data) {
        *message = g_strdup_printf("a worker was killed, twice, by signal %d: run it again", signal);
        return status;
    }
    memcpy(&status, data, sizeof status);
    g_autofree char *words = g_strndup(data + sizeof status, length - sizeof status);
    *message = *words ? g_utf8_make_valid(words, -1) : NULL;
    return status;
}

gboolean website_stage(const Website *website, guint number, const char *path, GBytes *bytes, GError **error)
{
    return has_bytes(path, bytes) ||
           output_stage(batch_store_temporaries(website->store), number, bytes, error);
}

static gboolean has_bytes(const char *path, GBytes *bytes)
{
    g_autoptr(GBytes) there = input_read(path, NULL, NULL);
    return there && g_bytes_equal(there, bytes);
}

static void source_clear(void *source)
{
    WebsiteSource *itself = source;
    g_free(itself->key);
    g_free(itself->message);
}
