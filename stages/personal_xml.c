/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Personal data as XML, for the reviewer to decide in: which field of the model is which Swedish element. */
#include "personal.h"

#include "base/model.h"

static const char *const kind_names[] = {
    "personnummer", "samordningsnummer", "telefon", "epost", "adress", "namn", "annat", NULL};
static const char *const proposal_names[] = {"maskera", "behall", "granska", NULL};
static const char *const decision_names[] = {"", "maskera", "behall", NULL};
static const char *const rule_names[] = {
#define RULE_CODE(constant, code, proposal, text) [constant] = code,
    PERSONAL_RULES(RULE_CODE)
#undef RULE_CODE
        NULL,
};

static const ModelField place_fields[] = {
    {FIELD_INT, "sida", offsetof(PersonalPlace, page)},
    {FIELD_STRING, "arende", offsetof(PersonalPlace, item)},
    {FIELD_STRING, "block", offsetof(PersonalPlace, block)},
    {FIELD_CONTENT, NULL, offsetof(PersonalPlace, context)},
    FIELD_END,
};
static const ModelType place_type = {.name = "plats", .size = sizeof(PersonalPlace), .fields = place_fields};

static const ModelField finding_fields[] = {
    {FIELD_STRING, "id", offsetof(PersonalFinding, id)},
    {FIELD_ENUM, "typ", offsetof(PersonalFinding, kind), .names = kind_names},
    {FIELD_ENUM, "forslag", offsetof(PersonalFinding, proposal), .names = proposal_names},
    {FIELD_ENUM, "beslut", offsetof(PersonalFinding, decision), .names = decision_names},
    {FIELD_ENUM, "regel", offsetof(PersonalFinding, rule), .names = rule_names},
    {FIELD_STRING, "skal", offsetof(PersonalFinding, reason)},
    {FIELD_ELEMENT, "ord", offsetof(PersonalFinding, words)},
    {FIELD_MANY, "plats", offsetof(PersonalFinding, places), .type = &place_type},
    FIELD_END,
};
static const ModelType finding_type = {
    .name = "personuppgift", .size = sizeof(PersonalFinding), .fields = finding_fields};

static const ModelField personal_fields[] = {
    {FIELD_STRING, "fil", offsetof(Personal, file)},
    {FIELD_STRING, "sha256", offsetof(Personal, sha256)},
    {FIELD_MANY, "personuppgift", offsetof(Personal, findings), .type = &finding_type},
    FIELD_END,
};
const ModelType personal_type = {
    .name = "personuppgifter", .size = sizeof(Personal), .fields = personal_fields};

xmlDoc *personal_to_xml(const Personal *personal)
{
    return model_to_xml(&personal_type, PERSONAL_NAMESPACE, personal);
}

Personal *personal_from_xml(xmlDoc *doc, GError **error)
{
    Personal *personal = g_new0(Personal, 1);
    personal->chunk = g_string_chunk_new(1024);
    if (!model_from_xml(&personal_type, PERSONAL_NAMESPACE, doc, personal, personal->chunk, error))
        g_clear_pointer(&personal, personal_free);
    return personal;
}

void personal_free(Personal *personal)
{
    if (!personal)
        return;
    model_clear(&personal_type, personal);
    g_string_chunk_free(personal->chunk);
    g_free(personal);
}
