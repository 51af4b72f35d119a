/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The record of a file as XML: which field is which element or attribute. */
#include "record.h"

#include "base/xml.h"
#include "run.h"

static const ModelField key_fields[] = {
    {FIELD_STRING, "input", offsetof(RecordKey, input)},
    {FIELD_STRING, "corrections", offsetof(RecordKey, corrections)},
    {FIELD_STRING, "decisions", offsetof(RecordKey, decisions)},
    {FIELD_STRING, "installation", offsetof(RecordKey, installation)},
    {FIELD_STRING, "profile", offsetof(RecordKey, profile)},
    {FIELD_STRING, "program", offsetof(RecordKey, program)},
    {FIELD_STRING, "poppler", offsetof(RecordKey, poppler)},
    {FIELD_STRING, "source", offsetof(RecordKey, source)},
    {FIELD_INT, "background", offsetof(RecordKey, background), .always = true},
    {FIELD_FLAG, "public", offsetof(RecordKey, public)},
    FIELD_END,
};
static const ModelType key_type = {.name = "key", .size = sizeof(RecordKey), .fields = key_fields};

static const ModelField output_fields[] = {
    {FIELD_STRING, "ending", offsetof(RecordOutput, ending)},
    {FIELD_STRING, "sha256", offsetof(RecordOutput, sha256)},
    FIELD_END,
};
static const ModelType output_type = {
    .name = "output", .size = sizeof(RecordOutput), .fields = output_fields};

static const ModelField record_fields[] = {
    {FIELD_ENUM, "reason", offsetof(Record, reason), .names = reason_names},
    {FIELD_INT, "status", offsetof(Record, status)},
    {FIELD_INT, "pages", offsetof(Record, pages)},
    {FIELD_INT, "items", offsetof(Record, items)},
    {FIELD_INT, "errors", offsetof(Record, errors)},
    {FIELD_INT, "warnings", offsetof(Record, warnings)},
    {FIELD_INT, "remarks", offsetof(Record, remarks)},
    {FIELD_ONE, "key", offsetof(Record, key), .type = &key_type},
    {FIELD_ELEMENT, "message", offsetof(Record, message)},
    {FIELD_MANY, "output", offsetof(Record, outputs), .type = &output_type},
    FIELD_END,
};
static const ModelType record_type = {.name = "record", .size = sizeof(Record), .fields = record_fields};

GBytes *record_to_bytes(const Record *record)
{
    xmlDoc *doc = model_to_xml(&record_type, RECORD_NAMESPACE, record);
    gsize length = 0;
    char *bytes = xml_write(doc, &length);
    xml_free(doc);
    return g_bytes_new_take(bytes, length);
}

Record *record_from_file(const char *path)
{
    g_autofree char *bytes = NULL;
    gsize length = 0;
    if (!g_file_get_contents(path, &bytes, &length, NULL))
        return NULL;
    xmlDoc *doc = xml_read(bytes, length, "record", NULL);
    Record *record = g_new0(Record, 1);
    record->chunk = g_string_chunk_new(1024);
    if (!doc || !model_from_xml(&record_type, RECORD_NAMESPACE, doc, record, record->chunk, NULL))
        g_clear_pointer(&record, record_free);
    xml_free(doc);
    return record;
}

void record_free(Record *record)
{
    if (!record)
        return;
    model_clear(&record_type, record);
    g_string_chunk_free(record->chunk);
    g_free(record);
}

gboolean record_key_equal(const RecordKey *a, const RecordKey *b)
{
    gboolean equal = a->background == b->background && a->public == b->public;
    for (const ModelField *field = key_fields; equal && field->name; field++)
        if (field->kind == FIELD_STRING) {
            const char *x = *(const char *const *)(const void *)((const char *)a + field->offset);
            const char *y = *(const char *const *)(const void *)((const char *)b + field->offset);
            equal = g_strcmp0(x, y) == 0;
        }
    return equal;
}
