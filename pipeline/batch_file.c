/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One file of a batch: looked up in its record, converted where that is needed, written. */
#include "batch_file.h"

#include <string.h>

#include "converted.h"
#include "input.h"
#include "output.h"
#include "pathname.h"

static char *digest(GBytes *bytes);
static char *published(const char *source, const char *place);
static gboolean outputs_are_whole(const Record *record, const char *stem);
static gboolean has_outputs(const char *stem);
static Record record_of(const Converted *converted, RecordKey key, GStringChunk *chunk);
static gboolean write_record(const BatchSetting *setting, const char *place, const Record *record,
                             GError **error);
static gboolean write_outputs(const BatchSetting *setting, const Converted *converted, const char *stem,
                              GError **error);
static RunFile report(RunVerdict verdict, const Record *record);
static RunFile failed(const BatchEntry *entry, GError *error, char **message);
static char *without_name(const char *message, const char *path);

RunFile batch_file(const BatchSetting *setting, const BatchEntry *entry, char **message)
{
    GError *error = NULL;
    *message = NULL;
    g_auto(Input) input = {0};
    if (!session_open(setting->session, entry->path, &input, &error))
        return failed(entry, error, message);
    g_autofree char *sha256 = digest(input.bytes), *corrections = digest(input.corrections),
                    *decisions = digest(input.decisions);
    g_autofree char *source = published(setting->source, entry->place);
    RecordKey key = *setting->key;
    key.input = sha256;
    key.corrections = corrections;
    key.decisions = decisions;
    key.source = source;

    g_autofree char *name = pathname_stem(entry->place);
    g_autofree char *stem = g_build_filename(batch_store_out(setting->store), name, NULL);
    g_autofree char *record_path = batch_store_record(setting->store, entry->place);
    g_autoptr(Record) before = record_from_file(record_path);
    gboolean locked = before && before->reason == REASON_ENCRYPTED && setting->session->options.password;
    if (before && record_key_equal(&before->key, &key) && !locked && outputs_are_whole(before, stem)) {
        RunFile file = report(before->reason ? VERDICT_FAILED : VERDICT_UNCHANGED, before);
        file.known = before->reason != REASON_NONE;
        file.outdated = file.known && has_outputs(stem);
        *message = g_strdup(before->message);
        return file;
    }

    char *given = setting->session->options.source;
    setting->session->options.source = source;
    g_autoptr(Converted) converted = converted_from_input(setting->session, &input);
    setting->session->options.source = given;
    g_autoptr(GStringChunk) chunk = g_string_chunk_new(1024);
    Record record = record_of(converted, key, chunk);
    setting->computed(setting->told);

    *message = converted->message ? without_name(converted->message, entry->path) : NULL;
    record.message = *message;
    RunFile file = report(converted->message ? VERDICT_FAILED : VERDICT_DONE, &record);
    gboolean written = converted->message || write_outputs(setting, converted, stem, &error);
    if (written && reason_lasts(converted->reason))
        written = write_record(setting, entry->place, &record, &error);
    if (!written) {
        g_free(*message);
        file = failed(entry, error, message);
    }
    file.outdated = file.verdict == VERDICT_FAILED && has_outputs(stem);
    g_array_unref(record.outputs);
    return file;
}

/* The SHA-256; NULL of nothing. */
static char *digest(GBytes *bytes)
{
    return bytes ? g_compute_checksum_for_bytes(G_CHECKSUM_SHA256, bytes) : NULL;
}

/* The address of one file where the tree is published at `source`. */
static char *published(const char *source, const char *place)
{
    if (!source)
        return NULL;
    g_autofree char *escaped = g_uri_escape_bytes((const guint8 *)place, strlen(place), "/");
    return g_strconcat(source, g_str_has_suffix(source, "/") ? "" : "/", escaped, NULL);
}

/* True when all outputs of the record are there with the bytes that were written; a failure has none. */
static gboolean outputs_are_whole(const Record *record, const char *stem)
{
    gsize count = 0;
    while (converted_ending(count))
        count++;
    gboolean whole = record->outputs->len == (record->reason ? 0 : count);
    for (guint i = 0; whole && i < record->outputs->len; i++) {
        const RecordOutput *output = &g_array_index(record->outputs, RecordOutput, i);
        g_autofree char *path = g_strconcat(stem, output->ending, NULL);
        g_autoptr(GBytes) bytes = input_read(path, NULL, NULL);
        g_autofree char *found = digest(bytes);
        whole = g_strcmp0(found, output->sha256) == 0;
    }
    return whole;
}

static gboolean has_outputs(const char *stem)
{
    g_autofree char *path = g_strconcat(stem, converted_ending(0), NULL);
    return g_file_test(path, G_FILE_TEST_EXISTS);
}

static Record record_of(const Converted *converted, RecordKey key, GStringChunk *chunk)
{
    Record record = {
        .key = key,
        .reason = (int)converted->reason,
        .status = (int)converted->status,
        .pages = (int)converted->pages,
        .items = (int)converted->items,
        .errors = (int)converted->notes[LEVEL_ERROR],
        .warnings = (int)converted->notes[LEVEL_WARNING],
        .remarks = (int)converted->notes[LEVEL_INFO],
        .outputs = g_array_new(FALSE, FALSE, sizeof(RecordOutput)),
    };
    for (guint i = 0; i < converted->outputs->len; i++) {
        const ConvertedOutput *output = &g_array_index(converted->outputs, ConvertedOutput, i);
        g_autofree char *sha256 = g_compute_checksum_for_bytes(G_CHECKSUM_SHA256, output->bytes);
        RecordOutput row = {.ending = output->ending, .sha256 = g_string_chunk_insert(chunk, sha256)};
        g_array_append_val(record.outputs, row);
    }
    return record;
}

/* After the outputs: where it is, they are whole. */
static gboolean write_record(const BatchSetting *setting, const char *place, const Record *record,
                             GError **error)
{
    g_autofree char *path = batch_store_record(setting->store, place);
    g_autofree char *folder = g_path_get_dirname(path);
    g_autofree char *name = g_path_get_basename(path);
    g_autoptr(GBytes) bytes = record_to_bytes(record);
    g_autoptr(Outputs) files = outputs_new(folder, batch_store_temporaries(setting->store), error);
    return files && outputs_add(files, name, bytes, error) && outputs_commit(files, error);
}

static gboolean write_outputs(const BatchSetting *setting, const Converted *converted, const char *stem,
                              GError **error)
{
    g_autofree char *folder = g_path_get_dirname(stem);
    g_autofree char *name = g_path_get_basename(stem);
    return converted_write(converted, folder, batch_store_temporaries(setting->store), name, error);
}

static RunFile report(RunVerdict verdict, const Record *record)
{
    return (RunFile){
        .verdict = (int)verdict,
        .reason = record->reason,
        .status = record->status,
        .pages = record->pages,
        .items = record->items,
        .errors = record->errors,
        .warnings = record->warnings,
        .remarks = record->remarks,
    };
}

/* Frees the error. */
static RunFile failed(const BatchEntry *entry, GError *error, char **message)
{
    RunFile file = {.verdict = VERDICT_FAILED,
                    .reason = (int)reason_from_error(error),
                    .status = (int)session_status(error)};
    *message = without_name(error->message, entry->path);
    g_error_free(error);
    return file;
}

/* Messages begin with the name of the input, which a report has beside them. */
static char *without_name(const char *message, const char *path)
{
    g_autofree char *label = input_label(path);
    g_autofree char *name = g_strconcat(label, ": ", NULL);
    char *rest = g_strdup(g_str_has_prefix(message, name) ? message + strlen(name) : message);
    return g_strdelimit(rest, "\n\r\t", ' ');
}
