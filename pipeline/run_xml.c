/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The report of a run as XML: which field of the model is which element or attribute. */
#include "run.h"

static const char *const verdict_names[] = {"done", "unchanged", "failed", "pending", NULL};
static const char *const state_names[] = {"running", "finished", "interrupted", "missing", NULL};

static const ModelField file_fields[] = {
    {FIELD_STRING, "path", offsetof(RunFile, path)},
    {FIELD_ENUM, "verdict", offsetof(RunFile, verdict), .names = verdict_names},
    {FIELD_ENUM, "reason", offsetof(RunFile, reason), .names = reason_names},
    {FIELD_FLAG, "known", offsetof(RunFile, known)},
    {FIELD_FLAG, "outdated", offsetof(RunFile, outdated)},
    {FIELD_INT, "status", offsetof(RunFile, status)},
    {FIELD_INT, "pages", offsetof(RunFile, pages)},
    {FIELD_INT, "items", offsetof(RunFile, items)},
    {FIELD_INT, "errors", offsetof(RunFile, errors)},
    {FIELD_INT, "warnings", offsetof(RunFile, warnings)},
    {FIELD_INT, "remarks", offsetof(RunFile, remarks)},
    {FIELD_NUMBER, "seconds", offsetof(RunFile, seconds)},
    {FIELD_CONTENT, NULL, offsetof(RunFile, message)},
    FIELD_END,
};
static const ModelType file_type = {.name = "file", .size = sizeof(RunFile), .fields = file_fields};

static const ModelField shard_fields[] = {
    {FIELD_INT, "number", offsetof(RunShard, number)},
    {FIELD_ENUM, "state", offsetof(RunShard, state), .names = state_names},
    {FIELD_STRING, "started", offsetof(RunShard, started)},
    {FIELD_STRING, "ended", offsetof(RunShard, ended)},
    {FIELD_INT, "files", offsetof(RunShard, files), .always = true},
    FIELD_END,
};
static const ModelType shard_type = {.name = "shard", .size = sizeof(RunShard), .fields = shard_fields};

static const ModelField count_fields[] = {
    {FIELD_ENUM, "reason", offsetof(RunCount, reason), .names = reason_names},
    {FIELD_INT, "files", offsetof(RunCount, files), .always = true},
    FIELD_END,
};
static const ModelType count_type = {.name = "failed", .size = sizeof(RunCount), .fields = count_fields};

static const ModelField sums_fields[] = {
    {FIELD_INT, "files", offsetof(RunSums, files), .always = true},
    {FIELD_INT, "done", offsetof(RunSums, done), .always = true},
    {FIELD_INT, "unchanged", offsetof(RunSums, unchanged), .always = true},
    {FIELD_INT, "failed", offsetof(RunSums, failed), .always = true},
    {FIELD_INT, "pending", offsetof(RunSums, pending), .always = true},
    {FIELD_INT, "with-errors", offsetof(RunSums, with_errors), .always = true},
    {FIELD_INT, "with-warnings", offsetof(RunSums, with_warnings), .always = true},
    {FIELD_INT, "pages", offsetof(RunSums, pages), .always = true},
    {FIELD_INT, "all-pages", offsetof(RunSums, all_pages), .always = true},
    {FIELD_NUMBER, "pages-per-second", offsetof(RunSums, rate)},
    FIELD_END,
};
static const ModelType sums_type = {.name = "sums", .size = sizeof(RunSums), .fields = sums_fields};

static const ModelField run_fields[] = {
    {FIELD_STRING, "program", offsetof(BatchRun, program)},
    {FIELD_ENUM, "state", offsetof(BatchRun, state), .names = state_names},
    {FIELD_STRING, "started", offsetof(BatchRun, started)},
    {FIELD_STRING, "ended", offsetof(BatchRun, ended)},
    {FIELD_NUMBER, "seconds", offsetof(BatchRun, seconds), .always = true},
    {FIELD_INT, "status", offsetof(BatchRun, status), .always = true},
    {FIELD_INT, "shards", offsetof(BatchRun, shards)},
    {FIELD_INT, "jobs", offsetof(BatchRun, jobs)},
    {FIELD_STRING, "input", offsetof(BatchRun, input)},
    {FIELD_STRING, "source", offsetof(BatchRun, source)},
    {FIELD_STRING, "profile", offsetof(BatchRun, profile)},
    {FIELD_INT, "background", offsetof(BatchRun, background), .always = true},
    {FIELD_ONE, "sums", offsetof(BatchRun, sums), .type = &sums_type},
    {FIELD_GROUP, "reasons", offsetof(BatchRun, reasons), .type = &count_type},
    {FIELD_GROUP, "parts", offsetof(BatchRun, parts), .type = &shard_type},
    {FIELD_STRINGS, "differing", offsetof(BatchRun, differing)},
    {FIELD_GROUP, "files", offsetof(BatchRun, files), .type = &file_type},
    {FIELD_STRINGS, "repeated", offsetof(BatchRun, repeated)},
    {FIELD_STRINGS, "orphan", offsetof(BatchRun, orphans)},
    FIELD_END,
};
const ModelType run_type = {.name = "run", .size = sizeof(BatchRun), .fields = run_fields};

xmlDoc *run_to_xml(const BatchRun *run)
{
    return model_to_xml(&run_type, RUN_NAMESPACE, run);
}

BatchRun *run_from_xml(xmlDoc *doc, GError **error)
{
    BatchRun *run = g_new0(BatchRun, 1);
    run->chunk = g_string_chunk_new(4096);
    if (!model_from_xml(&run_type, RUN_NAMESPACE, doc, run, run->chunk, error))
        g_clear_pointer(&run, run_free);
    return run;
}

void run_free(BatchRun *run)
{
    if (!run)
        return;
    model_clear(&run_type, run);
    g_string_chunk_free(run->chunk);
    g_free(run);
}
