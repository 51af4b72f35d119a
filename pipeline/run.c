/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A run: what a batch did with each of its files, and what that comes to. */
#include "run.h"

#include <string.h>

static void add_to_sums(RunSums *sums, const RunFile *file);
static const BatchRun *later(const BatchRun *a, const BatchRun *b);
static void take_part(BatchRun *merged, const BatchRun *run);
static void note_missing(BatchRun *merged);
static void note_repeated(BatchRun *merged);
static void note_differing(BatchRun *merged, const BatchRun *run);
static gint by_path(gconstpointer a, gconstpointer b);
static gint by_number(gconstpointer a, gconstpointer b);
static gint by_words(gconstpointer a, gconstpointer b);

BatchRun *run_new(void)
{
    BatchRun *run = g_new0(BatchRun, 1);
    run->chunk = g_string_chunk_new(4096);
    run->reasons = g_array_new(FALSE, TRUE, sizeof(RunCount));
    run->parts = g_array_new(FALSE, TRUE, sizeof(RunShard));
    run->files = g_array_new(FALSE, TRUE, sizeof(RunFile));
    run->differing = g_array_new(FALSE, TRUE, sizeof(const char *));
    run->repeated = g_array_new(FALSE, TRUE, sizeof(const char *));
    run->orphans = g_array_new(FALSE, TRUE, sizeof(const char *));
    return run;
}

char *run_time(GDateTime *time)
{
    return g_date_time_format(time, "%Y-%m-%dT%H:%M:%SZ");
}

void run_sum(BatchRun *run)
{
    int reasons[REASON__MAX] = {0};
    run->sums = (RunSums){0};
    run->status = run->state == RUN_FINISHED ? STATUS_OK : STATUS_UNFINISHED;
    g_array_sort(run->files, by_path);
    for (guint i = 0; i < run->files->len; i++) {
        const RunFile *file = &g_array_index(run->files, RunFile, i);
        add_to_sums(&run->sums, file);
        reasons[file->reason]++;
        run->status = MAX(run->status, file->verdict == VERDICT_PENDING ? STATUS_UNFINISHED : file->status);
    }
    if (run->seconds > 0)
        run->sums.rate = model_number(run->sums.pages / run->seconds);
    g_array_set_size(run->reasons, 0);
    for (int i = REASON_NONE + 1; i < REASON__MAX; i++) {
        RunCount count = {i, reasons[i]};
        if (count.files > 0)
            g_array_append_val(run->reasons, count);
    }
}

BatchRun *run_from_shards(const GPtrArray *runs)
{
    BatchRun *merged = run_new();
    merged->state = RUN_FINISHED;
    for (guint i = 0; i < runs->len; i++) {
        const BatchRun *run = g_ptr_array_index(runs, i);
        gboolean counts = TRUE;
        for (guint j = 0; j < runs->len; j++)
            counts = counts && (i == j || later(run, g_ptr_array_index(runs, j)) == run);
        if (counts)
            take_part(merged, run);
    }
    note_missing(merged);
    g_array_sort(merged->orphans, by_words);
    g_autoptr(GTimeZone) utc = g_time_zone_new_utc();
    g_autoptr(GDateTime) from = merged->started ? g_date_time_new_from_iso8601(merged->started, utc) : NULL;
    g_autoptr(GDateTime) to = merged->ended ? g_date_time_new_from_iso8601(merged->ended, utc) : NULL;
    if (from && to) /* the clock of several machines; that of one measures a short run better */
        merged->seconds =
            MAX(merged->seconds, (double)g_date_time_difference(to, from) / (double)G_TIME_SPAN_SECOND);
    run_sum(merged);
    note_repeated(merged);
    return merged;
}

/* A report that somebody wrote may count more pages than there are: the sum stays within its schema. */
static void add_pages(int *sum, int pages)
{
    enum { MOST = 1000000000 };
    *sum = pages < MOST - *sum ? *sum + pages : MOST;
}

static void add_to_sums(RunSums *sums, const RunFile *file)
{
    int *const counts[VERDICT__MAX] = {[VERDICT_DONE] = &sums->done,
                                       [VERDICT_UNCHANGED] = &sums->unchanged,
                                       [VERDICT_FAILED] = &sums->failed,
                                       [VERDICT_PENDING] = &sums->pending};
    sums->files++;
    ++*counts[file->verdict];
    sums->with_errors += file->errors > 0;
    sums->with_warnings += file->warnings > 0;
    add_pages(&sums->pages, file->verdict == VERDICT_DONE ? file->pages : 0);
    add_pages(&sums->all_pages, file->pages);
}

/* Of two reports of one shard the one that counts; the first where they are of different ones. */
static const BatchRun *later(const BatchRun *a, const BatchRun *b)
{
    if (a->shards == 0 || a->shards != b->shards || a->parts->len != 1 || b->parts->len != 1)
        return a;
    const RunShard *x = &g_array_index(a->parts, RunShard, 0), *y = &g_array_index(b->parts, RunShard, 0);
    if (x->number != y->number)
        return a;
    int order = g_strcmp0(x->started, y->started);
    return order > 0 || (order == 0 && a > b) ? a : b;
}

static const char *copied(BatchRun *run, const char *s)
{
    return s ? g_string_chunk_insert(run->chunk, s) : NULL;
}

static void take_part(BatchRun *merged, const BatchRun *run)
{
    if (!merged->program) {
        merged->program = copied(merged, run->program);
        merged->input = copied(merged, run->input);
        merged->source = copied(merged, run->source);
        merged->profile = copied(merged, run->profile);
        merged->background = run->background;
        merged->shards = run->shards;
    }
    note_differing(merged, run);
    if (!merged->started || g_strcmp0(run->started, merged->started) < 0)
        merged->started = copied(merged, run->started);
    if (run->ended && g_strcmp0(run->ended, merged->ended) > 0)
        merged->ended = copied(merged, run->ended);
    merged->seconds = MAX(merged->seconds, run->seconds);
    merged->jobs += run->jobs;
    if (run->state != RUN_FINISHED && merged->state != RUN_RUNNING)
        merged->state = run->state;

    RunShard whole = {0, run->state, run->started, run->ended, run->sums.files};
    for (guint i = 0; i < MAX(run->parts->len, 1); i++) {
        RunShard part = run->parts->len > 0 ? g_array_index(run->parts, RunShard, i) : whole;
        part.started = copied(merged, part.started);
        part.ended = copied(merged, part.ended);
        g_array_append_val(merged->parts, part);
    }
    for (guint i = 0; i < run->files->len; i++) {
        RunFile file = g_array_index(run->files, RunFile, i);
        file.path = copied(merged, file.path);
        file.message = copied(merged, file.message);
        g_array_append_val(merged->files, file);
    }
    for (guint i = 0; i < run->orphans->len; i++) {
        const char *orphan = copied(merged, g_array_index(run->orphans, const char *, i));
        g_array_append_val(merged->orphans, orphan);
    }
}

/* A shard of which there is no report. */
static void note_missing(BatchRun *merged)
{
    g_array_sort(merged->parts, by_number);
    guint there = merged->parts->len;
    for (int number = 1; number <= merged->shards; number++) {
        gboolean found = FALSE;
        for (guint i = 0; i < there && !found; i++)
            found = g_array_index(merged->parts, RunShard, i).number == number;
        RunShard missing = {.number = number, .state = RUN_MISSING};
        if (!found) {
            g_array_append_val(merged->parts, missing);
            if (merged->state == RUN_FINISHED)
                merged->state = RUN_INTERRUPTED;
        }
    }
    g_array_sort(merged->parts, by_number);
}

static void note_repeated(BatchRun *merged)
{
    for (guint i = 1; i < merged->files->len; i++) {
        const char *path = g_array_index(merged->files, RunFile, i).path;
        if (strcmp(path, g_array_index(merged->files, RunFile, i - 1).path) == 0 &&
            (i < 2 || strcmp(path, g_array_index(merged->files, RunFile, i - 2).path) != 0))
            g_array_append_val(merged->repeated, path);
    }
}

static void note_differing(BatchRun *merged, const BatchRun *run)
{
    const struct {
        const char *name;
        gboolean differs;
    } settings[] = {
        {"program", g_strcmp0(merged->program, run->program) != 0},
        {"input", g_strcmp0(merged->input, run->input) != 0},
        {"source", g_strcmp0(merged->source, run->source) != 0},
        {"profile", g_strcmp0(merged->profile, run->profile) != 0},
        {"background", merged->background != run->background},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(settings); i++) {
        gboolean known = !settings[i].differs;
        for (guint j = 0; j < merged->differing->len && !known; j++)
            known = strcmp(g_array_index(merged->differing, const char *, j), settings[i].name) == 0;
        if (!known)
            g_array_append_val(merged->differing, settings[i].name);
    }
}

static gint by_path(gconstpointer a, gconstpointer b)
{
    return strcmp(((const RunFile *)a)->path, ((const RunFile *)b)->path);
}

static gint by_number(gconstpointer a, gconstpointer b)
{
    return ((const RunShard *)a)->number - ((const RunShard *)b)->number;
}

static gint by_words(gconstpointer a, gconstpointer b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}
