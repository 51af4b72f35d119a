/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Corrections as XML: which field is which attribute. */
#include "meeting_corrections.h"

static const ModelField correction_fields[] = {
    {FIELD_STRING, "paragraf", offsetof(Correction, item)},
    {FIELD_STRING, "uppgift", offsetof(Correction, fact)},
    {FIELD_STRING, "fran", offsetof(Correction, from)},
    {FIELD_STRING, "till", offsetof(Correction, to)},
    {FIELD_STRING, "av", offsetof(Correction, by)},
    {FIELD_STRING, "datum", offsetof(Correction, date)},
    {FIELD_INT, "antal", offsetof(Correction, places)},
    {FIELD_CONTENT, NULL, offsetof(Correction, why)},
    FIELD_END,
};
const ModelType correction_type = {
    .name = "rattelse", .size = sizeof(Correction), .fields = correction_fields};

static const ModelField corrections_fields[] = {
    {FIELD_MANY, "rattelse", offsetof(Corrections, corrections), .type = &correction_type},
    FIELD_END,
};
static const ModelType corrections_type = {
    .name = "rattelser", .size = sizeof(Corrections), .fields = corrections_fields};

Corrections *corrections_from_xml(xmlDoc *doc, GError **error)
{
    Corrections *corrections = g_new0(Corrections, 1);

    corrections->chunk = g_string_chunk_new(1024);
    if (!model_from_xml(&corrections_type, CORRECTIONS_NAMESPACE, doc, corrections, corrections->chunk,
                        error))
        g_clear_pointer(&corrections, corrections_free);
    return corrections;
}

void corrections_free(Corrections *corrections)
{
    if (corrections == NULL)
        return;
    model_clear(&corrections_type, corrections);
    g_string_chunk_free(corrections->chunk);
    g_free(corrections);
}
