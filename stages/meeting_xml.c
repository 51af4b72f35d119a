/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The meeting as XML: which field of the model is which Swedish element or attribute. */
#include "meeting.h"

#include "base/notes.h"
#include "meeting_corrections.h"
#include "meeting_parts.h"

static const char *const document_names[] = {"okand", "protokoll",          "sammanfattning",
                                             "plan",  "foredragningslista", NULL};
static const char *const basis_names[] = {"", "harledd", NULL};
static const char *const motion_names[] = {"bifall",     "avslag",       "tillagg", "andring",
                                           "aterremiss", "bordlaggning", NULL};
const char *const meeting_outcome_names[] = {
    [OUTCOME_NONE] = "",
    [OUTCOME_APPROVED] = "bifall",
    [OUTCOME_REJECTED] = "avslag",
    [OUTCOME_PARTLY_APPROVED] = "delvis-bifall",
    [OUTCOME_ANSWERED] = "besvarad",
    [OUTCOME_REFERRED_BACK] = "aterremiss",
    [OUTCOME_TABLED] = "bordlaggning",
    [OUTCOME_WITHDRAWN] = "utgar",
    [OUTCOME_NOTED] = "noterat",
    [OUTCOME_ACCEPTED] = "godkant",
    [OUTCOME_ADOPTED] = "antaget",
    [OUTCOME_ELECTION] = "val",
    [OUTCOME_PASSED_ON] = "overlamnat",
    [OUTCOME_STATEMENT] = "yttrande",
    [OUTCOME_DISCHARGED] = "entledigande",
    [OUTCOME_DISCHARGE_OF_LIABILITY] = "ansvarsfrihet",
    [OUTCOME_OTHER] = "annat",
    NULL,
};
static const char *const ballot_names[] = {"ja", "nej", "avstar", "franvarande", NULL};
static const char *const question_names[] = {"", "interpellation", "fraga", NULL};
static const char *const question_status_names[] = {"", "stalld", "besvarad", NULL};
static const char *const decided_names[] = {"", "utslagsrost", "lottning", NULL};
static const char *const reason_names[] = {"",        "sidhuvud", "sidfot", "sidnummer",   "signaturruta",
                                           "stampel", "innehall", "bild",   "tabellhuvud", "dold",
                                           NULL};
static const char *const block_tags[] = {"rubrik", "stycke", "punkt", "uppgift",
                                         "tabell", "fotnot", "figur", NULL};

const char *const meeting_group_names[] = {
    [GROUP_NONE] = "",
    [GROUP_MEMBER] = "ledamot",
    [GROUP_SERVING_SUBSTITUTE] = "tjanstgorande_ersattare",
    [GROUP_SUBSTITUTE] = "ersattare",
    [GROUP_OFFICIAL] = "tjansteperson",
    [GROUP_OTHER] = "ovrig",
    NULL,
};

const char *const meeting_section_names[] = {
    [SECTION_OTHER] = "annat",
    [SECTION_DECISION] = "beslut",
    [SECTION_PROPOSAL] = "forslag",
    [SECTION_SUMMARY] = "sammanfattning",
    [SECTION_BACKGROUND] = "bakgrund",
    [SECTION_ASSESSMENT] = "bedomning",
    [SECTION_BASIS] = "beslutsunderlag",
    [SECTION_MOTIONS] = "yrkanden",
    [SECTION_PROCEDURE] = "propositionsordning",
    [SECTION_VOTE] = "votering",
    [SECTION_RESERVATION] = "reservationer",
    [SECTION_NOT_TAKING_PART] = "deltar_ej",
    [SECTION_CONFLICT] = "jav",
    [SECTION_STATEMENT] = "anteckningar",
    [SECTION_PREPARATION] = "beredning",
    [SECTION_RECIPIENTS] = "delges",
    [SECTION_ATTACHMENTS] = "bilagor",
    [SECTION_ADJUSTMENT] = "justering",
    [SECTION_REASONS] = "motivering",
    NULL,
};

/* Indexed by MarkKind. */
static const ModelMark marks[] = {
    [MARK_LINK] = {"lank", "till"},
    [MARK_FOOTNOTE] = {"notmarke", "nr"},
    [MARK_PAGE] = {"sidbyte", "sida"},
    [MARK_LINE] = {"radbyte", "varde"},
    [MARK_MONEY] = {"belopp", "varde"},
    [MARK_DATE] = {"datum", "varde"},
    [MARK_ASSIGNMENT] = {"uppdrag", "till"},
    [MARK_CASE] = {"diarienr", "varde"},
    [MARK_DECISION] = {"beslutsref", "varde"},
    [MARK_ATTACHMENT] = {"bilageref", "varde"},
    [MARK_STATUTE] = {"lagrum", "varde"},
    [MARK_INQUIRY] = {"utredning", "varde"},
    {NULL, NULL},
};

/* Blocks: what the reader of minutes sees. Sizes and places on the page stay with the blocks. */

static const ModelField cell_fields[] = {
    {FIELD_INT, "kolumner", offsetof(Cell, columns), NULL, NULL, 0, false},
    {FIELD_INT, "rader", offsetof(Cell, rows), NULL, NULL, 0, false},
    {FIELD_FLAG, "rubrik", offsetof(Cell, header), NULL, NULL, 0, false},
    {FIELD_RICH, NULL, offsetof(Cell, text), NULL, NULL, 0, false},
    FIELD_END,
};
static const ModelType cell_type = {"cell", sizeof(Cell), cell_fields, NULL, 0, marks};

static const ModelField row_fields[] = {
    {FIELD_INT, "sida", offsetof(Row, page), NULL, NULL, 0, false},
    {FIELD_MANY, "cell", offsetof(Row, cells), &cell_type, NULL, 0, false},
    FIELD_END,
};
static const ModelType row_type = {"rad", sizeof(Row), row_fields, NULL, 0, NULL};

static const ModelField block_fields[] = {
    {FIELD_STRING, "id", offsetof(Block, id), NULL, NULL, 0, false},
    {FIELD_INT, "sida", offsetof(Block, page), NULL, NULL, 0, false},
    {FIELD_INT, "slutsida", offsetof(Block, last_page), NULL, NULL, 0, false},
    {FIELD_INT, "niva", offsetof(Block, level), NULL, NULL, 0, false},
    {FIELD_INT, "djup", offsetof(Block, depth), NULL, NULL, 0, false},
    {FIELD_STRING, "lista", offsetof(Block, list), NULL, NULL, 0, false},
    {FIELD_STRING, "markor", offsetof(Block, marker), NULL, NULL, 0, false},
    {FIELD_STRING, "nummer", offsetof(Block, number), NULL, NULL, 0, false},
    {FIELD_FLAG, "fet", offsetof(Block, bold), NULL, NULL, 0, false},
    {FIELD_FLAG, "kursiv", offsetof(Block, italic), NULL, NULL, 0, false},
    {FIELD_FLAG, "citat", offsetof(Block, quoted), NULL, NULL, 0, false},
    {FIELD_FLAG, "fortsatt", offsetof(Block, follows), NULL, NULL, 0, false},
    {FIELD_RICH, NULL, offsetof(Block, text), NULL, NULL, 0, false},
    {FIELD_MANY, "rad", offsetof(Block, rows), &row_type, NULL, 0, false},
    FIELD_END,
};
const ModelType block_type_sv = {"block",    sizeof(Block),         block_fields,
                                 block_tags, offsetof(Block, kind), marks};

/* Facts and persons, each with its source. */

#define SOURCE_FIELDS(at)                                                                                    \
    {FIELD_INT, "sida", (at) + offsetof(Source, page), NULL, NULL, 0, false},                                \
        {FIELD_STRING, "block", (at) + offsetof(Source, block), NULL, NULL, 0, false},                       \
    {                                                                                                        \
        FIELD_ENUM, "grund", (at) + offsetof(Source, basis), NULL, basis_names, 0, false                     \
    }
#define PERSON_FIELDS(at)                                                                                    \
    {FIELD_STRING, "namn", (at) + offsetof(Person, name), NULL, NULL, 0, false},                             \
    {                                                                                                        \
        FIELD_STRING, "parti", (at) + offsetof(Person, party), NULL, NULL, 0, false                          \
    }

static const ModelField fact_fields[] = {
    SOURCE_FIELDS(offsetof(Fact, source)),
    {FIELD_CONTENT, NULL, offsetof(Fact, value), NULL, NULL, 0, false},
    FIELD_END,
};
static const ModelType fact_type = {"fakta", sizeof(Fact), fact_fields, NULL, 0, NULL};

static const ModelField person_fields[] = {
    PERSON_FIELDS(0),
    SOURCE_FIELDS(offsetof(Person, source)),
    FIELD_END,
};
static const ModelType person_type = {"person", sizeof(Person), person_fields, NULL, 0, NULL};

static const ModelField attendee_fields[] = {
    PERSON_FIELDS(offsetof(Attendee, person)),
    {FIELD_ENUM, "grupp", offsetof(Attendee, group), NULL, meeting_group_names, 0, false},
    {FIELD_STRING, "roll", offsetof(Attendee, role), NULL, NULL, 0, false},
    {FIELD_STRING, "ersatter", offsetof(Attendee, stands_for), NULL, NULL, 0, false},
    {FIELD_STRING, "anmarkning", offsetof(Attendee, remark), NULL, NULL, 0, false},
    SOURCE_FIELDS(offsetof(Attendee, person) + offsetof(Person, source)),
    FIELD_END,
};
static const ModelType attendee_type = {"person", sizeof(Attendee), attendee_fields, NULL, 0, NULL};

static const ModelField outcome_fields[] = {
    {FIELD_ENUM, "typ", offsetof(Outcome, kind), NULL, meeting_outcome_names, 0, false},
    {FIELD_STRING, "regel", offsetof(Outcome, rule), NULL, NULL, 0, false},
    {FIELD_STRING, "till", offsetof(Outcome, to), NULL, NULL, 0, false},
    SOURCE_FIELDS(offsetof(Outcome, source)),
    {FIELD_CONTENT, NULL, offsetof(Outcome, words), NULL, NULL, 0, false},
    FIELD_END,
};
static const ModelType outcome_type = {"utfall", sizeof(Outcome), outcome_fields, NULL, 0, NULL};

static const ModelField motion_ref_fields[] = {
    {FIELD_STRING, "yrkande", offsetof(MotionRef, motion), NULL, NULL, 0, false},
    FIELD_END,
};
static const ModelType motion_ref_type = {"avser", sizeof(MotionRef), motion_ref_fields, NULL, 0, NULL};

static const ModelField reservation_tie_fields[] = {
    PERSON_FIELDS(offsetof(ReservationTie, person)),
    {FIELD_STRING, "yrkande", offsetof(ReservationTie, motion), NULL, NULL, 0, false},
    {FIELD_STRING, "votering", offsetof(ReservationTie, vote), NULL, NULL, 0, false},
    SOURCE_FIELDS(offsetof(ReservationTie, person) + offsetof(Person, source)),
    FIELD_END,
};
static const ModelType reservation_tie_type = {
    "reservation-avser", sizeof(ReservationTie), reservation_tie_fields, NULL, 0, NULL};

static const ModelField motion_fields[] = {
    {FIELD_STRING, "id", offsetof(Motion, id), NULL, NULL, 0, false},
    PERSON_FIELDS(offsetof(Motion, person)),
    {FIELD_ENUM, "typ", offsetof(Motion, kind), NULL, motion_names, 0, false},
    {FIELD_STRING, "ordalydelse", offsetof(Motion, words), NULL, NULL, 0, false},
    SOURCE_FIELDS(offsetof(Motion, person) + offsetof(Person, source)),
    {FIELD_CONTENT, NULL, offsetof(Motion, object), NULL, NULL, 0, false},
    FIELD_END,
};
static const ModelType motion_type = {"yrkande", sizeof(Motion), motion_fields, NULL, 0, NULL};

static const ModelField ballot_fields[] = {
    PERSON_FIELDS(offsetof(Ballot, person)),
    {FIELD_ENUM, "val", offsetof(Ballot, choice), NULL, ballot_names, 0, false},
    SOURCE_FIELDS(offsetof(Ballot, person) + offsetof(Person, source)),
    FIELD_END,
};
static const ModelType ballot_type = {"rost", sizeof(Ballot), ballot_fields, NULL, 0, NULL};

static const ModelField vote_fields[] = {
    {FIELD_STRING, "id", offsetof(Vote, id), NULL, NULL, 0, false},
    {FIELD_INT, "ja", offsetof(Vote, yes), NULL, NULL, -1, false},
    {FIELD_INT, "nej", offsetof(Vote, no), NULL, NULL, -1, false},
    {FIELD_INT, "avstar", offsetof(Vote, abstain), NULL, NULL, -1, false},
    {FIELD_INT, "franvarande", offsetof(Vote, absent), NULL, NULL, -1, false},
    {FIELD_FLAG, "sluten", offsetof(Vote, closed), NULL, NULL, 0, false},
    {FIELD_ENUM, "avgorande", offsetof(Vote, decided_by), NULL, decided_names, 0, false},
    {FIELD_STRING, "ja-betyder", offsetof(Vote, yes_means), NULL, NULL, 0, false},
    {FIELD_STRING, "nej-betyder", offsetof(Vote, no_means), NULL, NULL, 0, false},
    {FIELD_FLAG, "kontrollerad", offsetof(Vote, checked), NULL, NULL, 0, false},
    SOURCE_FIELDS(offsetof(Vote, source)),
    {FIELD_MANY, "ja-avser", offsetof(Vote, yes_motions), &motion_ref_type, NULL, 0, false},
    {FIELD_MANY, "nej-avser", offsetof(Vote, no_motions), &motion_ref_type, NULL, 0, false},
    {FIELD_MANY, "rost", offsetof(Vote, ballots), &ballot_type, NULL, 0, false},
    FIELD_END,
};
static const ModelType vote_type = {"votering", sizeof(Vote), vote_fields, NULL, 0, NULL};

static const ModelField question_fields[] = {
    {FIELD_ENUM, "typ", offsetof(Question, kind), NULL, question_names, 0, false},
    {FIELD_ENUM, "status", offsetof(Question, status), NULL, question_status_names, 0, false},
    SOURCE_FIELDS(offsetof(Question, source)),
    FIELD_END,
};
static const ModelType question_type = {"fraga", sizeof(Question), question_fields, NULL, 0, NULL};

static const ModelField signature_fields[] = {
    PERSON_FIELDS(offsetof(Signature, person)),
    {FIELD_STRING, "roll", offsetof(Signature, role), NULL, NULL, 0, false},
    {FIELD_STRING, "datum", offsetof(Signature, date), NULL, NULL, 0, false},
    SOURCE_FIELDS(offsetof(Signature, person) + offsetof(Person, source)),
    FIELD_END,
};
static const ModelType signature_type = {"underskrift", sizeof(Signature), signature_fields, NULL, 0, NULL};

/* Items and what surrounds them. */

static const ModelField section_fields[] = {
    {FIELD_ENUM, "typ", offsetof(Section, kind), NULL, meeting_section_names, 0, false},
    {FIELD_STRING, "rubrik", offsetof(Section, heading), NULL, NULL, 0, false},
    {FIELD_INT, "sida", offsetof(Section, page), NULL, NULL, 0, false},
    {FIELD_MANY, NULL, offsetof(Section, blocks), &block_type_sv, NULL, 0, false},
    FIELD_END,
};
static const ModelType section_type = {"avsnitt", sizeof(Section), section_fields, NULL, 0, NULL};

static const ModelField item_fields[] = {
    {FIELD_STRING, "id", offsetof(Item, id), NULL, NULL, 0, false},
    {FIELD_STRING, "nr", offsetof(Item, number), NULL, NULL, 0, false},
    {FIELD_INT, "sida", offsetof(Item, page), NULL, NULL, 0, false},
    {FIELD_ONE, "arenderubrik", offsetof(Item, title), &fact_type, NULL, 0, false},
    {FIELD_MANY, "diarienummer", offsetof(Item, case_numbers), &fact_type, NULL, 0, false},
    {FIELD_MANY, "arendeansvarig", offsetof(Item, responsible), &fact_type, NULL, 0, false},
    {FIELD_MANY, "handlaggare", offsetof(Item, officers), &fact_type, NULL, 0, false},
    {FIELD_ONE, "omedelbart-justerad", offsetof(Item, adjusted_at_once), &fact_type, NULL, 0, false},
    {FIELD_ONE, "utfall", offsetof(Item, outcome), &outcome_type, NULL, 0, false},
    {FIELD_MANY, "yrkande", offsetof(Item, motions), &motion_type, NULL, 0, false},
    {FIELD_MANY, "votering", offsetof(Item, votes), &vote_type, NULL, 0, false},
    {FIELD_MANY, "reservation", offsetof(Item, reservations), &person_type, NULL, 0, false},
    {FIELD_MANY, "reservation-avser", offsetof(Item, reservation_ties), &reservation_tie_type, NULL, 0,
     false},
    {FIELD_MANY, "deltar-ej", offsetof(Item, not_taking_part), &person_type, NULL, 0, false},
    {FIELD_MANY, "jav", offsetof(Item, conflicts), &person_type, NULL, 0, false},
    {FIELD_MANY, "protokollsanteckning", offsetof(Item, record_notes), &person_type, NULL, 0, false},
    {FIELD_MANY, "sarskilt-yttrande", offsetof(Item, statements), &person_type, NULL, 0, false},
    {FIELD_ONE, "fraga", offsetof(Item, question), &question_type, NULL, 0, false},
    {FIELD_MANY, "ajournering", offsetof(Item, adjournments), &fact_type, NULL, 0, false},
    {FIELD_MANY, "bilagehanvisning", offsetof(Item, attachment_labels), &fact_type, NULL, 0, false},
    {FIELD_GROUP, "deltagande", offsetof(Item, participants), &person_type, NULL, 0, false},
    {FIELD_GROUP, "huvud", offsetof(Item, head), &block_type_sv, NULL, 0, false},
    {FIELD_MANY, "avsnitt", offsetof(Item, sections), &section_type, NULL, 0, false},
    {FIELD_GROUP, "fotnoter", offsetof(Item, footnotes), &block_type_sv, NULL, 0, false},
    FIELD_END,
};
const ModelType meeting_item_type = {"arende", sizeof(Item), item_fields, NULL, 0, NULL};

static const ModelField attachment_fields[] = {
    {FIELD_STRING, "namn", offsetof(Attachment, label), NULL, NULL, 0, false},
    {FIELD_INT, "sida", offsetof(Attachment, page), NULL, NULL, 0, false},
    {FIELD_MANY, NULL, offsetof(Attachment, blocks), &block_type_sv, NULL, 0, false},
    FIELD_END,
};
static const ModelType attachment_type = {"bilaga", sizeof(Attachment), attachment_fields, NULL, 0, NULL};

static const ModelField dropped_fields[] = {
    {FIELD_STRING, "id", offsetof(Dropped, id), NULL, NULL, 0, false},
    {FIELD_ENUM, "orsak", offsetof(Dropped, reason), NULL, reason_names, 0, false},
    {FIELD_INT, "sida", offsetof(Dropped, page), NULL, NULL, 0, false},
    {FIELD_FLAG, "upprepad", offsetof(Dropped, repeated), NULL, NULL, 0, false},
    {FIELD_CONTENT, NULL, offsetof(Dropped, text), NULL, NULL, 0, false},
    FIELD_END,
};
static const ModelType dropped_type = {"bortfallen", sizeof(Dropped), dropped_fields, NULL, 0, NULL};

/* Two elements that group fields of Meeting itself: their offset in it is 0. */

static const ModelField file_fields[] = {
    {FIELD_STRING, "fil", offsetof(Meeting, file), NULL, NULL, 0, false},
    {FIELD_STRING, "sha256", offsetof(Meeting, sha256), NULL, NULL, 0, false},
    {FIELD_INT, "sidor", offsetof(Meeting, pages), NULL, NULL, 0, false},
    {FIELD_STRING, "producent", offsetof(Meeting, producer), NULL, NULL, 0, false},
    {FIELD_STRING, "titel", offsetof(Meeting, title), NULL, NULL, 0, false},
    FIELD_END,
};
static const ModelType file_type = {"kalla", sizeof(Meeting), file_fields, NULL, 0, NULL};

static const ModelField hours_fields[] = {
    {FIELD_ONE, "start", offsetof(Meeting, starts), &fact_type, NULL, 0, false},
    {FIELD_ONE, "slut", offsetof(Meeting, ends), &fact_type, NULL, 0, false},
    FIELD_END,
};
static const ModelType hours_type = {"tid", sizeof(Meeting), hours_fields, NULL, 0, NULL};

/* More of Meeting itself. */

static const ModelField numbers_fields[] = {
    {FIELD_ONE, "forsta", offsetof(Meeting, first_number), &fact_type, NULL, 0, false},
    {FIELD_ONE, "sista", offsetof(Meeting, last_number), &fact_type, NULL, 0, false},
    FIELD_END,
};
static const ModelType numbers_type = {"paragrafnummer", sizeof(Meeting), numbers_fields, NULL, 0, NULL};

static const ModelField adjustment_fields[] = {
    {FIELD_ONE, "datum", offsetof(Meeting, adjusted_on), &fact_type, NULL, 0, false},
    {FIELD_ONE, "plats", offsetof(Meeting, adjusted_at), &fact_type, NULL, 0, false},
    FIELD_END,
};
static const ModelType adjustment_type = {"justering", sizeof(Meeting), adjustment_fields, NULL, 0, NULL};

static const ModelField notice_fields[] = {
    {FIELD_ONE, "uppsatt", offsetof(Meeting, posted), &fact_type, NULL, 0, false},
    {FIELD_ONE, "nedtas", offsetof(Meeting, taken_down), &fact_type, NULL, 0, false},
    {FIELD_ONE, "forvaringsplats", offsetof(Meeting, kept_at), &fact_type, NULL, 0, false},
    FIELD_END,
};
static const ModelType notice_type = {"anslag", sizeof(Meeting), notice_fields, NULL, 0, NULL};

static const ModelField meeting_fields[] = {
    {FIELD_ENUM, "dokumenttyp", offsetof(Meeting, kind), NULL, document_names, 0, false},
    {FIELD_STRING, "program", offsetof(Meeting, program), NULL, NULL, 0, false},
    {FIELD_STRING, "profil", offsetof(Meeting, profile), NULL, NULL, 0, false},
    {FIELD_INT, "maskerat", offsetof(Meeting, masked), NULL, NULL, 0, false},
    {FIELD_ONE, "kalla", 0, &file_type, NULL, 0, false},
    {FIELD_ONE, "huvudman", offsetof(Meeting, principal), &fact_type, NULL, 0, false},
    {FIELD_ONE, "organ", offsetof(Meeting, body), &fact_type, NULL, 0, false},
    {FIELD_MANY, "datum", offsetof(Meeting, dates), &fact_type, NULL, 0, false},
    {FIELD_ONE, "tid", 0, &hours_type, NULL, 0, false},
    {FIELD_ONE, "plats", offsetof(Meeting, place), &fact_type, NULL, 0, false},
    {FIELD_ONE, "ordforande", offsetof(Meeting, chair), &fact_type, NULL, 0, false},
    {FIELD_ONE, "sekreterare", offsetof(Meeting, secretary), &fact_type, NULL, 0, false},
    {FIELD_MANY, "justerare", offsetof(Meeting, adjusters), &fact_type, NULL, 0, false},
    {FIELD_ONE, "paragrafnummer", 0, &numbers_type, NULL, 0, false},
    {FIELD_MANY, "ajournering", offsetof(Meeting, adjournments), &fact_type, NULL, 0, false},
    {FIELD_ONE, "justering", 0, &adjustment_type, NULL, 0, false},
    {FIELD_ONE, "anslag", 0, &notice_type, NULL, 0, false},
    {FIELD_MANY, "underskrift", offsetof(Meeting, signatures), &signature_type, NULL, 0, false},
    {FIELD_MANY, "signeringsreferens", offsetof(Meeting, signing_references), &fact_type, NULL, 0, false},
    {FIELD_GROUP, "narvaro", offsetof(Meeting, attendance), &attendee_type, NULL, 0, false},
    {FIELD_GROUP, "inledning", offsetof(Meeting, front), &block_type_sv, NULL, 0, false},
    {FIELD_MANY, "arende", offsetof(Meeting, items), &meeting_item_type, NULL, 0, false},
    {FIELD_GROUP, "fler-arenden", offsetof(Meeting, further), &meeting_item_type, NULL, 0, false},
    {FIELD_GROUP, "avslutning", offsetof(Meeting, closing), &block_type_sv, NULL, 0, false},
    {FIELD_MANY, "bilaga", offsetof(Meeting, attachments), &attachment_type, NULL, 0, false},
    {FIELD_GROUP, "bortfall", offsetof(Meeting, dropped), &dropped_type, NULL, 0, false},
    {FIELD_GROUP, "anmarkningar", offsetof(Meeting, notes), &note_type_sv, NULL, 0, false},
    {FIELD_GROUP, "rattelser", offsetof(Meeting, corrections), &correction_type, NULL, 0, false},
    FIELD_END,
};
const ModelType meeting_type = {"sammantrade", sizeof(Meeting), meeting_fields, NULL, 0, NULL};

xmlDoc *meeting_to_xml(const Meeting *meeting)
{
    return model_to_xml(&meeting_type, MEETING_NAMESPACE, meeting);
}

Meeting *meeting_from_xml(xmlDoc *doc, GError **error)
{
    Meeting *meeting = meeting_new();

    if (!model_from_xml(&meeting_type, MEETING_NAMESPACE, doc, meeting, meeting->chunk, error)) {
        meeting_free(meeting);
        return NULL;
    }
    return meeting;
}
