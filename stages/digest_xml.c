/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The digest as XML: which field of the model is which Swedish element or attribute. */
#include "digest_parts.h"

#include "base/notes.h"

static const char *const document_names[] = {"okand", "protokoll",          "sammanfattning",
                                             "plan",  "foredragningslista", NULL};
static const char *const decided_names[] = {"", "utslagsrost", "lottning", NULL};
static const char *const quote_names[] = {"beslut",      "belopp",  "framat", "bevakat",
                                          "reservation", "yrkande", NULL};
static const char *const reason_names[] = {"annan-handling", "odaterad", "ersatt", NULL};

static const ModelField counted_fields[] = {
    {FIELD_ENUM, "typ", offsetof(DigestSignal, kind), .names = signal_names},
    {FIELD_INT, "poang", offsetof(DigestSignal, points), .always = true},
    {FIELD_INT, "antal", offsetof(DigestSignal, count), .absent = 1},
    {FIELD_CONTENT, NULL, offsetof(DigestSignal, text)},
    FIELD_END,
};
static const ModelType counted_type = {
    .name = "signal", .size = sizeof(DigestSignal), .fields = counted_fields};

static const ModelField quote_fields[] = {
    {FIELD_ENUM, "typ", offsetof(DigestQuote, kind), .names = quote_names},
    {FIELD_INT, "sida", offsetof(DigestQuote, page)},
    {FIELD_STRING, "block", offsetof(DigestQuote, block)},
    {FIELD_STRING, "kronor", offsetof(DigestQuote, kronor)},
    {FIELD_STRING, "belopp", offsetof(DigestQuote, amount)},
    {FIELD_STRING, "datum", offsetof(DigestQuote, date)},
    {FIELD_STRING, "till", offsetof(DigestQuote, who)},
    {FIELD_STRING, "bevakat", offsetof(DigestQuote, watched)},
    {FIELD_FLAG, "forslag", offsetof(DigestQuote, proposal)},
    {FIELD_FLAG, "efter-votering", offsetof(DigestQuote, voted)},
    {FIELD_FLAG, "borjan-utelamnad", offsetof(DigestQuote, begun)},
    {FIELD_FLAG, "fortsattning-utelamnad", offsetof(DigestQuote, goes_on)},
    {FIELD_FLAG, "ledtext-sist", offsetof(DigestQuote, lead_last)},
    {FIELD_INT, "ordantal", offsetof(DigestQuote, length)},
    {FIELD_ELEMENT, "ledtext", offsetof(DigestQuote, lead)},
    {FIELD_ELEMENT, "ord", offsetof(DigestQuote, words)},
    FIELD_END,
};
static const ModelType quote_type = {.name = "citat", .size = sizeof(DigestQuote), .fields = quote_fields};

static const ModelField party_fields[] = {
    {FIELD_STRING, "namn", offsetof(DigestParty, name)},
    {FIELD_INT, "ja", offsetof(DigestParty, yes)},
    {FIELD_INT, "nej", offsetof(DigestParty, no)},
    {FIELD_INT, "avstar", offsetof(DigestParty, abstain)},
    {FIELD_INT, "franvarande", offsetof(DigestParty, absent)},
    FIELD_END,
};
static const ModelType party_type = {.name = "parti", .size = sizeof(DigestParty), .fields = party_fields};

static const ModelField vote_fields[] = {
    {FIELD_INT, "ja", offsetof(DigestVote, yes), .absent = -1},
    {FIELD_INT, "nej", offsetof(DigestVote, no), .absent = -1},
    {FIELD_INT, "avstar", offsetof(DigestVote, abstain), .absent = -1},
    {FIELD_INT, "franvarande", offsetof(DigestVote, absent), .absent = -1},
    {FIELD_FLAG, "sluten", offsetof(DigestVote, closed)},
    {FIELD_ENUM, "avgorande", offsetof(DigestVote, decided_by), .names = decided_names},
    {FIELD_STRING, "ja-betyder", offsetof(DigestVote, yes_means)},
    {FIELD_STRING, "nej-betyder", offsetof(DigestVote, no_means)},
    {FIELD_STRING, "ja-galler", offsetof(DigestVote, yes_for)},
    {FIELD_STRING, "nej-galler", offsetof(DigestVote, no_for)},
    {FIELD_FLAG, "kontrollerad", offsetof(DigestVote, checked)},
    {FIELD_INT, "namngivna", offsetof(DigestVote, named)},
    {FIELD_INT, "sida", offsetof(DigestVote, source) + offsetof(Source, page)},
    {FIELD_STRING, "block", offsetof(DigestVote, source) + offsetof(Source, block)},
    {FIELD_MANY, "parti", offsetof(DigestVote, parties), .type = &party_type},
    FIELD_END,
};
const ModelType digest_vote_type = {.name = "votering", .size = sizeof(DigestVote), .fields = vote_fields};

static const ModelField reserved_fields[] = {
    {FIELD_STRING, "parti", offsetof(DigestReserved, name)},
    {FIELD_INT, "antal", offsetof(DigestReserved, count)},
    FIELD_END,
};
static const ModelType reserved_type = {
    .name = "reservation", .size = sizeof(DigestReserved), .fields = reserved_fields};

static const ModelField entry_fields[] = {
    {FIELD_STRING, "sammantrade", offsetof(DigestEntry, meeting)},
    {FIELD_STRING, "id", offsetof(DigestEntry, id)},
    {FIELD_STRING, "nr", offsetof(DigestEntry, number)},
    {FIELD_STRING, "adress", offsetof(DigestEntry, address)},
    {FIELD_INT, "sida", offsetof(DigestEntry, page)},
    {FIELD_STRING, "lank", offsetof(DigestEntry, link)},
    {FIELD_ENUM, "utfall", offsetof(DigestEntry, outcome), .names = meeting_outcome_names},
    {FIELD_STRING, "till", offsetof(DigestEntry, outcome_to)},
    {FIELD_FLAG, "forslag", offsetof(DigestEntry, proposal)},
    {FIELD_INT, "poang", offsetof(DigestEntry, points)},
    {FIELD_INT, "beslutspunkter", offsetof(DigestEntry, decisions)},
    {FIELD_STRING, "datum", offsetof(DigestEntry, date)},
    {FIELD_STRING, "kort", offsetof(DigestEntry, short_title)},
    {FIELD_ELEMENT, "arenderubrik", offsetof(DigestEntry, title)},
    {FIELD_STRINGS, "diarienummer", offsetof(DigestEntry, case_numbers)},
    {FIELD_MANY, "citat", offsetof(DigestEntry, quotes), .type = &quote_type},
    {FIELD_MANY, "votering", offsetof(DigestEntry, votes), .type = &digest_vote_type},
    {FIELD_MANY, "reservation", offsetof(DigestEntry, reserved), .type = &reserved_type},
    {FIELD_MANY, "signal", offsetof(DigestEntry, signals), .type = &counted_type},
    {FIELD_GROUP, "anmarkningar", offsetof(DigestEntry, notes), .type = &note_type_sv},
    FIELD_END,
};
const ModelType digest_entry_type = {.name = "arende", .size = sizeof(DigestEntry), .fields = entry_fields};

static const ModelField part_fields[] = {
    {FIELD_ENUM, "typ", offsetof(DigestPart, kind), .names = digest_part_names},
    {FIELD_INT, "av", offsetof(DigestPart, candidates), .always = true},
    {FIELD_INT, "kvar", offsetof(DigestPart, left)},
    {FIELD_MANY, "arende", offsetof(DigestPart, entries), .type = &digest_entry_type},
    FIELD_END,
};
static const ModelType part_type = {.name = "del", .size = sizeof(DigestPart), .fields = part_fields};

static const ModelField digest_meeting_fields[] = {
    {FIELD_STRING, "id", offsetof(DigestMeeting, id)},
    {FIELD_ENUM, "dokumenttyp", offsetof(DigestMeeting, kind), .names = document_names},
    {FIELD_STRING, "huvudman", offsetof(DigestMeeting, principal)},
    {FIELD_STRING, "organ", offsetof(DigestMeeting, body)},
    {FIELD_STRING, "datum", offsetof(DigestMeeting, date)},
    {FIELD_STRING, "slutdatum", offsetof(DigestMeeting, last_date)},
    {FIELD_STRING, "fil", offsetof(DigestMeeting, file)},
    {FIELD_STRING, "sha256", offsetof(DigestMeeting, sha256)},
    {FIELD_STRING, "justerat", offsetof(DigestMeeting, adjusted_on)},
    {FIELD_STRING, "adress", offsetof(DigestMeeting, address)},
    {FIELD_STRING, "lank", offsetof(DigestMeeting, link)},
    {FIELD_INT, "arenden", offsetof(DigestMeeting, items), .always = true},
    {FIELD_INT, "formella", offsetof(DigestMeeting, formal), .always = true},
    {FIELD_INT, "maskerat", offsetof(DigestMeeting, masked)},
    {FIELD_GROUP, "anmarkningar", offsetof(DigestMeeting, notes), .type = &note_type_sv},
    FIELD_END,
};
static const ModelType digest_meeting_type = {
    .name = "sammantrade", .size = sizeof(DigestMeeting), .fields = digest_meeting_fields};

static const ModelField left_out_fields[] = {
    {FIELD_ENUM, "skal", offsetof(DigestLeftOut, reason), .names = reason_names},
    {FIELD_STRING, "fil", offsetof(DigestLeftOut, file)},
    {FIELD_STRING, "av", offsetof(DigestLeftOut, by)},
    FIELD_END,
};
static const ModelType left_out_type = {
    .name = "utelamnad", .size = sizeof(DigestLeftOut), .fields = left_out_fields};

static const ModelField digest_fields[] = {
    {FIELD_STRING, "program", offsetof(Digest, program)},
    {FIELD_STRING, "adress", offsetof(Digest, address)},
    {FIELD_STRING, "from", offsetof(Digest, from)},
    {FIELD_STRING, "tom", offsetof(Digest, to)},
    {FIELD_STRING, "bas", offsetof(Digest, base)},
    {FIELD_STRING, "kalla", offsetof(Digest, source)},
    {FIELD_STRING, "signaler", offsetof(Digest, rules)},
    {FIELD_INT, "ordgrans", offsetof(Digest, most_words)},
    {FIELD_INT, "citatgrans", offsetof(Digest, most_quoted)},
    {FIELD_FLAG, "offentlig", offsetof(Digest, public)},
    {FIELD_INT, "maskerat", offsetof(Digest, masked)},
    {FIELD_ELEMENT, "titel", offsetof(Digest, title)},
    {FIELD_STRINGS, "valt-organ", offsetof(Digest, bodies)},
    {FIELD_STRINGS, "valt-parti", offsetof(Digest, parties)},
    {FIELD_STRINGS, "bevakat-ord", offsetof(Digest, words)},
    {FIELD_MANY, "sammantrade", offsetof(Digest, meetings), .type = &digest_meeting_type},
    {FIELD_MANY, "del", offsetof(Digest, parts), .type = &part_type},
    {FIELD_MANY, "utelamnad", offsetof(Digest, left_out), .type = &left_out_type},
    {FIELD_MANY, "signal", offsetof(Digest, signals), .type = &signal_type},
    FIELD_END,
};
const ModelType digest_type = {.name = "oversikt", .size = sizeof(Digest), .fields = digest_fields};

xmlDoc *digest_to_xml(const Digest *digest)
{
    return model_to_xml(&digest_type, DIGEST_NAMESPACE, digest);
}

Digest *digest_from_xml(xmlDoc *doc, GError **error)
{
    Digest *digest = g_new0(Digest, 1);
    digest->chunk = g_string_chunk_new(4096);
    if (!model_from_xml(&digest_type, DIGEST_NAMESPACE, doc, digest, digest->chunk, error))
        g_clear_pointer(&digest, digest_free);
    return digest;
}

void digest_free(Digest *digest)
{
    if (!digest)
        return;
    model_clear(&digest_type, digest);
    g_string_chunk_free(digest->chunk);
    g_free(digest);
}
