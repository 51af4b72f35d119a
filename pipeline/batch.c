/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The command batch: a folder tree or a list of PDF files to a tree of outputs. */
#include "batch.h"

#include <string.h>

#include "batch_file.h"
#include "batch_list.h"
#include "batch_pool.h"
#include "batch_store.h"
#include "converted.h"
#include "input.h"
#include "pathname.h"
#include "run_report.h"

/* What the process with the list knows, and its workers when they are forked. */
typedef struct {
    Session *session;
    BatchStore *store;
    const BatchList *list;
    RecordKey key;
    BatchRun *run;
    GArray *pieces; /* of guint: entries to be done, largest first, which evens out their ends */
    gboolean *seen; /* by entry: it is in the report */
    gint64 began;   /* microseconds */
    guint64 bytes, bytes_done;
    ReportRate rate;
} Batch;

/* What a worker answers: this, and the message behind it. */
typedef struct {
    RunFile file;
} Answer;

static gboolean ready(Session *session, Shard *shard, GError **error);
static Status batch_shard(Session *session, const BatchList *list, Shard shard);
static gboolean describe(Batch *batch, Shard shard, GError **error);
static void take_share(Batch *batch, Shard shard);
static gint by_size(gconstpointer a, gconstpointer b, gpointer entries);
static GBytes *work(guint piece, PoolWorker *worker, gpointer data);
static void computed(gpointer worker);
static void answered(guint piece, GBytes *bytes, int signal, gpointer data);
static void passed(gpointer data);
static void add_file(Batch *batch, guint piece, RunFile file, const char *message);
static void say_verdict(Batch *batch, const RunFile *file);
static void finish(Batch *batch, gboolean whole, Shard shard);
static void add_orphans(Batch *batch, Shard shard);
static void say_sums(Batch *batch, const char *name);
static gboolean prepare(Session *session, GError **error);
static double seconds_since(gint64 began);

/* A file that is wanted again costs its share of reading and writing, however small it is. */
enum { WEIGHT = 20000 };

Status batch(Session *session)
{
    const Options *o = &session->options;
    GError *error = NULL;
    Shard shard;
    if (!ready(session, &shard, &error))
        return session_fail(session, error);
    g_autoptr(BatchList) list = batch_list_new(o->files[0], session->in, o->folder, &error);
    return list ? batch_shard(session, list, shard) : session_fail(session, error);
}

static gboolean ready(Session *session, Shard *shard, GError **error)
{
    const Options *o = &session->options;
    const char *fault = NULL;
    if (!o->files || o->files[1])
        fault = "batch: name one folder, or one list of files; - is the list on standard input";
    else if (!o->folder)
        fault = "batch: say where to: -o DIR";
    else if (o->jobs < 0)
        fault = "batch: --jobs takes a number of processes";
    else if (!shard_from_text(shard, o->shard))
        fault = "batch: --shard takes I/N, the number of a share and how many there are, such as 1/4";
    if (fault)
        g_set_error_literal(error, SESSION_DOMAIN, SESSION_ERROR_USAGE, fault);
    return !fault;
}

static Status batch_shard(Session *session, const BatchList *list, Shard shard)
{
    GError *error = NULL;
    g_autoptr(BatchStore) store = batch_store_open(session->options.folder, shard, &error);
    g_autoptr(BatchRun) run = run_new();
    g_autoptr(GArray) pieces = g_array_new(FALSE, FALSE, sizeof(guint));
    g_autofree char *name = shard_name(shard, "run");
    g_autofree gboolean *seen = g_new0(gboolean, list->entries->len + 1);
    Batch batch = {.session = session,
                   .store = store,
                   .list = list,
                   .run = run,
                   .pieces = pieces,
                   .seen = seen,
                   .began = g_get_monotonic_time()};
    /* Until the run is over its report says that it is not. */
    if (!store || !describe(&batch, shard, &error) || !prepare(session, &error) ||
        !run_report_write(session, run, session->options.folder, batch_store_temporaries(store), name,
                          &error))
        return session_fail(session, error);

    take_share(&batch, shard);
    const Pool pool = {
        .jobs = session->options.jobs > 0 ? (guint)session->options.jobs : pool_processors(),
        .pieces = (const guint *)(gconstpointer)pieces->data,
        .count = pieces->len,
        .data = &batch,
        .work = work,
        .answered = answered,
        .passed = passed,
    };
    gboolean whole = pool_run(&pool, &error);
    if (error) {
        report_error(&session->report, error->message);
        g_clear_error(&error);
    }
    finish(&batch, whole, shard);
    if (!run_report_write(session, run, session->options.folder, batch_store_temporaries(store), name,
                          &error)) {
        Status status = session_fail(session, error);
        return MAX(status, (Status)run->status);
    }
    say_sums(&batch, name);
    return (Status)run->status;
}

/* What every worker needs is read and compiled before there is one: they share it. */
static gboolean prepare(Session *session, GError **error)
{
    session->reader = pages_reader_new();
    return converted_prepare(session, error) && resources_corrections_schema(session->resources, error) &&
           (!session->options.public || resources_schema(session->resources, FORMAT_PERSONAL, error));
}

/* What can be said of the run before it begins. */
static gboolean describe(Batch *batch, Shard shard, GError **error)
{
    const Options *o = &batch->session->options;
    BatchRun *run = batch->run;
    g_autoptr(GDateTime) now = g_date_time_new_now_utc();
    g_autofree char *started = run_time(now), *input = pathname_text(o->files[0]);
    g_autofree char *installation = resources_digest(batch->session->resources, error);
    g_autofree char *profiles =
        o->profile && installation ? resources_profiles_digest(batch->session->resources, error) : NULL;
    if (!installation || (o->profile && !profiles))
        return FALSE;
    run->program = "sammandrag " SAMMANDRAG_VERSION;
    run->state = RUN_RUNNING;
    run->started = g_string_chunk_insert(run->chunk, started);
    run->jobs = o->jobs > 0 ? o->jobs : (int)pool_processors();
    run->input = g_string_chunk_insert(run->chunk, input);
    run->source = o->source;
    run->profile = profiles ? g_string_chunk_insert(run->chunk, profiles) : NULL;
    run->background = o->background;
    run->shards = (int)shard.count;
    RunShard part = {.number = (int)shard.number, .state = RUN_RUNNING, .started = run->started};
    if (shard.count > 0)
        g_array_append_val(run->parts, part);
    run_sum(run);
    batch->key = (RecordKey){.program = run->program,
                             .poppler = pages_reader_version(),
                             .installation = g_string_chunk_insert(run->chunk, installation),
                             .profile = run->profile,
                             .background = o->background,
                             .public = o->public};
    return TRUE;
}

static void take_share(Batch *batch, Shard shard)
{
    for (guint i = 0; i < batch->list->entries->len; i++) {
        const BatchEntry *entry = &g_array_index(batch->list->entries, BatchEntry, i);
        RunFile file = {.verdict = VERDICT_FAILED, .reason = (int)entry->reason, .status = STATUS_INPUT};
        if (!shard_has(shard, entry->place))
            continue;
        batch->bytes += entry->size + WEIGHT;
        batch->rate.total++;
        if (entry->fault)
            add_file(batch, i, file, entry->fault);
        else
            g_array_append_val(batch->pieces, i);
    }
    g_array_sort_with_data(batch->pieces, by_size, batch->list->entries);
}

static gint by_size(gconstpointer a, gconstpointer b, gpointer entries)
{
    guint i = *(const guint *)a, j = *(const guint *)b;
    guint64 x = g_array_index((GArray *)entries, BatchEntry, i).size;
    guint64 y = g_array_index((GArray *)entries, BatchEntry, j).size;
    return x != y ? (x < y ? 1 : -1) : (i > j) - (i < j);
}

/* In a worker. */
static GBytes *work(guint piece, PoolWorker *worker, gpointer data)
{
    const Batch *batch = data;
    const BatchSetting setting = {.session = batch->session,
                                  .store = batch->store,
                                  .key = &batch->key,
                                  .source = batch->session->options.source,
                                  .computed = computed,
                                  .told = worker};
    g_autofree char *message = NULL;
    gint64 began = g_get_monotonic_time();
    Answer answer = {batch_file(&setting, &g_array_index(batch->list->entries, BatchEntry, piece), &message)};
    answer.file.seconds = model_number((double)(g_get_monotonic_time() - began) / G_USEC_PER_SEC);
    GByteArray *bytes = g_byte_array_new();
    g_byte_array_append(bytes, (const guint8 *)&answer, sizeof answer);
    if (message)
        g_byte_array_append(bytes, (const guint8 *)message,
                            (guint)MIN(strlen(message), POOL_ANSWER_MAX - sizeof answer));
    return g_byte_array_free_to_bytes(bytes);
}

static void computed(gpointer worker)
{
    pool_computed(worker);
}

static void answered(guint piece, GBytes *bytes, int signal, gpointer data)
{
    Batch *batch = data;
    Answer answer = {{.verdict = VERDICT_FAILED, .reason = REASON_KILLED, .status = STATUS_PROGRAM}};
    g_autofree char *message = NULL;
    if (bytes) {
        gsize length = 0;
        const char *text = g_bytes_get_data(bytes, &length);
        memcpy(&answer, text, sizeof answer);
        g_autofree char *words = g_strndup(text + sizeof answer, length - sizeof answer);
        message = *words ? g_utf8_make_valid(words, -1) : NULL;
    } else if (signal) {
        message = g_strdup_printf("its worker was killed, twice, by signal %d: try it alone", signal);
    } else {
        message = g_strdup("its worker ended, twice: try it alone");
    }
    add_file(batch, piece, answer.file, message);
}

static void passed(gpointer data)
{
    Batch *batch = data;
    batch->rate.seconds = seconds_since(batch->began);
    report_rate(&batch->session->report, &batch->rate);
}

static void add_file(Batch *batch, guint piece, RunFile file, const char *message)
{
    const BatchEntry *entry = &g_array_index(batch->list->entries, BatchEntry, piece);
    BatchRun *run = batch->run;
    g_autofree char *path = pathname_text(entry->place);
    file.path = g_string_chunk_insert(run->chunk, path);
    file.message = message ? g_string_chunk_insert(run->chunk, message) : NULL;
    g_array_append_val(run->files, file);
    batch->seen[piece] = TRUE;
    batch->bytes_done += entry->size + WEIGHT;
    batch->rate.done++;
    batch->rate.failed += file.verdict == VERDICT_FAILED;
    batch->rate.pages += file.verdict == VERDICT_DONE ? (guint)file.pages : 0;
    batch->rate.fraction = (double)batch->bytes_done / (double)batch->bytes;
    say_verdict(batch, &file);
}

/* Failures are errors, and so are notes of that level; what went well is told where nobody sees a bar, and
 * what is as it was is not told at all. */
static void say_verdict(Batch *batch, const RunFile *file)
{
    Report *report = &batch->session->report;
    g_autoptr(GString) line = g_string_new(file->path);
    if (file->verdict == VERDICT_FAILED) {
        g_string_append_printf(line, ": %s%s", file->message,
                               file->outdated ? "; its outputs are those of an earlier run" : "");
        report_error(report, line->str);
    } else if (file->verdict == VERDICT_DONE) {
        g_string_append_printf(line, ": done: %d page%s", file->pages, file->pages == 1 ? "" : "s");
        if (file->warnings > 0)
            g_string_append_printf(line, ", %d warning%s", file->warnings, file->warnings == 1 ? "" : "s");
        if (file->errors > 0)
            g_string_append_printf(line, ", %d error%s", file->errors, file->errors == 1 ? "" : "s");
        report_line(report, line->str);
    }
}

static void finish(Batch *batch, gboolean whole, Shard shard)
{
    BatchRun *run = batch->run;
    report_done(&batch->session->report);
    for (guint i = 0; i < batch->pieces->len; i++) {
        guint piece = g_array_index(batch->pieces, guint, i);
        RunFile file = {.verdict = VERDICT_PENDING};
        if (!batch->seen[piece])
            add_file(batch, piece, file, NULL);
    }
    add_orphans(batch, shard);
    g_autoptr(GDateTime) now = g_date_time_new_now_utc();
    g_autofree char *ended = run_time(now);
    run->state = whole ? RUN_FINISHED : RUN_INTERRUPTED;
    run->ended = g_string_chunk_insert(run->chunk, ended);
    run->seconds = model_number(seconds_since(batch->began));
    run_sum(run);
    if (shard.count > 0) {
        RunShard *part = &g_array_index(run->parts, RunShard, 0);
        part->state = run->state;
        part->ended = run->ended;
        part->files = run->sums.files;
    }
}

/* Files that have a record and are not in the list any more. */
static void add_orphans(Batch *batch, Shard shard)
{
    g_autoptr(GHashTable) listed = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < batch->list->entries->len; i++)
        g_hash_table_add(listed, (gpointer)g_array_index(batch->list->entries, BatchEntry, i).place);
    g_autoptr(GPtrArray) places = batch_store_places(batch->store);
    for (guint i = 0; i < places->len; i++) {
        const char *place = g_ptr_array_index(places, i);
        if (g_hash_table_contains(listed, place) || !shard_has(shard, place))
            continue;
        g_autofree char *path = pathname_text(place);
        const char *orphan = g_string_chunk_insert(batch->run->chunk, path);
        g_array_append_val(batch->run->orphans, orphan);
    }
}

static void say_sums(Batch *batch, const char *name)
{
    const BatchRun *run = batch->run;
    const RunSums *sums = &run->sums;
    char seconds[G_ASCII_DTOSTR_BUF_SIZE], pages[G_ASCII_DTOSTR_BUF_SIZE];
    g_ascii_formatd(seconds, sizeof seconds, "%.1f", run->seconds);
    g_ascii_formatd(pages, sizeof pages, "%.0f", sums->rate);
    g_autofree char *path = g_strdup_printf("%s/%s.txt", batch->session->options.folder, name);
    g_autofree char *label = input_label(path);
    g_autoptr(GString) line = g_string_new(run->state == RUN_INTERRUPTED ? "interrupted: " : "");
    g_string_append_printf(line, "%d files: %d done, %d unchanged, %d failed", sums->files, sums->done,
                           sums->unchanged, sums->failed);
    if (sums->pending > 0)
        g_string_append_printf(line, ", %d not done: run it again to go on", sums->pending);
    g_string_append_printf(line, "; %d pages in %s s, %s pages/s; see %s", sums->pages, seconds, pages,
                           label);
    if (!batch->session->options.quiet)
        report_error(&batch->session->report, line->str);
}

static double seconds_since(gint64 began)
{
    return (double)(g_get_monotonic_time() - began) / G_USEC_PER_SEC;
}
