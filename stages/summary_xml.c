/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The summary as XML: which field of the model is which Swedish element or attribute. */
#include "summary.h"

#include "base/notes.h"

static const char *const document_names[] = {"okand", "protokoll", "sammanfattning", "plan", "foredragningslista", NULL};

static const ModelField item_fields[] = {
    {FIELD_STRING, "nr", offsetof(SummaryItem, number)},
    {FIELD_INT, "sida", offsetof(SummaryItem, page)},
    {FIELD_STRING, "lank", offsetof(SummaryItem, link)},
    {FIELD_FLAG, "avkortad", offsetof(SummaryItem, cut)},
    {FIELD_INT, "olaslig", offsetof(SummaryItem, unreadable)},
    {FIELD_ENUM, "utfall", offsetof(SummaryItem, outcome), .names = meeting_outcome_names},
    {FIELD_ELEMENT, "arenderubrik", offsetof(SummaryItem, title)},
    {FIELD_STRINGS, "diarienummer", offsetof(SummaryItem, case_numbers)},
    {FIELD_GROUP, "beslut", offsetof(SummaryItem, decision), .type = &block_type_sv},
    {FIELD_GROUP, "bakgrund", offsetof(SummaryItem, background), .type = &block_type_sv},
    {FIELD_GROUP, "oenighet", offsetof(SummaryItem, disagreement), .type = &block_type_sv},
    {FIELD_GROUP, "fotnoter", offsetof(SummaryItem, footnotes), .type = &block_type_sv},
    FIELD_END,
};
static const ModelType item_type = {.name = "arende", .size = sizeof(SummaryItem), .fields = item_fields};

static const ModelField entry_fields[] = {
    {FIELD_STRING, "nr", offsetof(SummaryEntry, number)},
    {FIELD_INT, "sida", offsetof(SummaryEntry, page)},
    {FIELD_STRING, "lank", offsetof(SummaryEntry, link)},
    {FIELD_ELEMENT, "arenderubrik", offsetof(SummaryEntry, title)},
    FIELD_END,
};
static const ModelType entry_type = {.name = "arende", .size = sizeof(SummaryEntry), .fields = entry_fields};

static const ModelField summary_fields[] = {
    {FIELD_ENUM, "dokumenttyp", offsetof(Summary, kind), .names = document_names},
    {FIELD_STRING, "program", offsetof(Summary, program)},
    {FIELD_INT, "maskerat", offsetof(Summary, masked)},
    {FIELD_STRING, "fil", offsetof(Summary, file)},
    {FIELD_STRING, "kalla", offsetof(Summary, source)},
    {FIELD_ELEMENT, "titel", offsetof(Summary, title)},
    {FIELD_ELEMENT, "huvudman", offsetof(Summary, principal)},
    {FIELD_ELEMENT, "organ", offsetof(Summary, body)},
    {FIELD_STRINGS, "datum", offsetof(Summary, dates)},
    {FIELD_ELEMENT, "ingress", offsetof(Summary, introduction)},
    {FIELD_GROUP, "text", offsetof(Summary, text), .type = &block_type_sv},
    {FIELD_MANY, "arende", offsetof(Summary, items), .type = &item_type},
    {FIELD_GROUP, "fler-arenden", offsetof(Summary, further), .type = &entry_type},
    {FIELD_GROUP, "anmarkningar", offsetof(Summary, notes), .type = &note_type_sv},
    FIELD_END,
};
const ModelType summary_type = {.name = "sammanfattning", .size = sizeof(Summary), .fields = summary_fields};

xmlDoc *summary_to_xml(const Summary *summary)
{
    return model_to_xml(&summary_type, SUMMARY_NAMESPACE, summary);
}

Summary *summary_from_xml(xmlDoc *doc, GError **error)
{
    Summary *summary = g_new0(Summary, 1);
    summary->chunk = g_string_chunk_new(4096);
    if (!model_from_xml(&summary_type, SUMMARY_NAMESPACE, doc, summary, summary->chunk, error))
        g_clear_pointer(&summary, summary_free);
    return summary;
}

void summary_free(Summary *summary)
{
    if (!summary)
        return;
    model_clear(&summary_type, summary);
    g_string_chunk_free(summary->chunk);
    g_free(summary);
}
