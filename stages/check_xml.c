/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The check as XML: which field of the model is which Swedish element or attribute. */
#include "check.h"

#include "base/notes.h"

static const char *const kind_names[] = {
#define X(constant, code, level, text, basis, needs) code,
    CHECK_KINDS(X)
#undef X
        NULL,
};
static const char *const document_names[] = {"okand", "protokoll",          "sammanfattning",
                                             "plan",  "foredragningslista", NULL};
static const char *const level_names[] = {"upplysning", "varning", "fel", NULL};
static const char *const fault_names[] = {"", "handlingen", "lasningen", NULL};

static const ModelField finding_fields[] = {
    {FIELD_ENUM, "typ", offsetof(Finding, kind), .names = kind_names},
    {FIELD_ENUM, "niva", offsetof(Finding, level), .names = level_names},
    {FIELD_INT, "sida", offsetof(Finding, page)},
    {FIELD_STRING, "arende", offsetof(Finding, item)},
    {FIELD_STRING, "block", offsetof(Finding, block)},
    {FIELD_ENUM, "fel-i", offsetof(Finding, fault), .names = fault_names},
    {FIELD_STRING, "text", offsetof(Finding, text)},
    {FIELD_STRING, "stod", offsetof(Finding, basis)},
    {FIELD_STRING, "jamforelse", offsetof(Finding, detail)},
    {FIELD_CONTENT, NULL, offsetof(Finding, words)},
    FIELD_END,
};
static const ModelType finding_type = {"fynd", sizeof(Finding), finding_fields, NULL, 0, NULL};

static const ModelField coverage_fields[] = {
    {FIELD_ENUM, "typ", offsetof(Coverage, kind), .names = kind_names},
    {FIELD_INT, "fall", offsetof(Coverage, cases), .always = true},
    {FIELD_INT, "fynd", offsetof(Coverage, findings), .always = true},
    {FIELD_STRING, "text", offsetof(Coverage, text)},
    {FIELD_STRING, "behover", offsetof(Coverage, needs)},
    FIELD_END,
};
static const ModelType coverage_type = {"kontroll", sizeof(Coverage), coverage_fields, NULL, 0, NULL};

static const ModelField check_fields[] = {
    {FIELD_ENUM, "dokumenttyp", offsetof(Check, kind), .names = document_names},
    {FIELD_STRING, "program", offsetof(Check, program)},
    {FIELD_STRING, "fil", offsetof(Check, file)},
    {FIELD_STRING, "sha256", offsetof(Check, sha256)},
    {FIELD_INT, "sidor", offsetof(Check, pages)},
    {FIELD_INT, "fel", offsetof(Check, errors), .always = true},
    {FIELD_INT, "varningar", offsetof(Check, warnings), .always = true},
    {FIELD_INT, "upplysningar", offsetof(Check, remarks), .always = true},
    {FIELD_ELEMENT, "huvudman", offsetof(Check, principal)},
    {FIELD_ELEMENT, "organ", offsetof(Check, body)},
    {FIELD_STRINGS, "datum", offsetof(Check, dates)},
    {FIELD_MANY, "fynd", offsetof(Check, findings), .type = &finding_type},
    {FIELD_GROUP, "anmarkningar", offsetof(Check, notes), .type = &note_type_sv},
    {FIELD_GROUP, "kontroller", offsetof(Check, coverage), .type = &coverage_type},
    FIELD_END,
};
const ModelType check_type = {"granskning", sizeof(Check), check_fields, NULL, 0, NULL};

xmlDoc *check_to_xml(const Check *check)
{
    return model_to_xml(&check_type, CHECK_NAMESPACE, check);
}

Check *check_from_xml(xmlDoc *doc, GError **error)
{
    Check *check = g_new0(Check, 1);
    check->chunk = g_string_chunk_new(1024);
    if (!model_from_xml(&check_type, CHECK_NAMESPACE, doc, check, check->chunk, error))
        g_clear_pointer(&check, check_free);
    return check;
}

void check_free(Check *check)
{
    if (!check)
        return;
    model_clear(&check_type, check);
    g_string_chunk_free(check->chunk);
    g_free(check);
}
