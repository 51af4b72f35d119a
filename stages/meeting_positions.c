/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where persons stand apart from the decision: reservations, not taking part; and items adjusted at once. */
#include "meeting_parts.h"

#include <string.h>

/* What a sentence says of the persons before its verb. */
typedef enum { POSITION_RESERVATION, POSITION_NOT_TAKING_PART, POSITION__MAX } Position;

static const struct {
    const char *words;
    Position position;
} phrases[] = {
    {"reserverar sig", POSITION_RESERVATION},
    {"reserverade sig", POSITION_RESERVATION},
    {"reserverat sig", POSITION_RESERVATION},
    {"anmäler reservation", POSITION_RESERVATION},
    {"lämnar reservation", POSITION_RESERVATION},
    {"lämnar en reservation", POSITION_RESERVATION},
    {"reservation anmäls av", POSITION_RESERVATION},
    {"deltar inte i", POSITION_NOT_TAKING_PART},
    {"deltar ej i", POSITION_NOT_TAKING_PART},
    {"deltog inte i", POSITION_NOT_TAKING_PART},
    {"deltog ej i", POSITION_NOT_TAKING_PART},
    {"anmäler skriftlig reservation", POSITION_RESERVATION},
    {"anmäler blank reservation", POSITION_RESERVATION},
    {"anmäler en reservation", POSITION_RESERVATION},
    {"anmäler muntlig reservation", POSITION_RESERVATION},
    {"anmälde reservation", POSITION_RESERVATION},
    {"lämnar skriftlig reservation", POSITION_RESERVATION},
    {"lämnar en skriftlig reservation", POSITION_RESERVATION},
    {"lämnar blank reservation", POSITION_RESERVATION},
    {"lämnade reservation", POSITION_RESERVATION},
    {"lämnar in en reservation", POSITION_RESERVATION},
    {"inkommer med reservation", POSITION_RESERVATION},
    {"inkommer med en reservation", POSITION_RESERVATION},
    {"inkommer med skriftlig reservation", POSITION_RESERVATION},
    {"avger reservation", POSITION_RESERVATION},
    {"reservation lämnas av", POSITION_RESERVATION},
    {"reservationer lämnas av", POSITION_RESERVATION},
    {"reservation avges av", POSITION_RESERVATION},
    {"reservationer avges av", POSITION_RESERVATION},
    {"reservationer anmäls av", POSITION_RESERVATION},
    {"får reservera sig", POSITION_RESERVATION},
    {"fick reservera sig", POSITION_RESERVATION},
    {"begär att få reservera sig", POSITION_RESERVATION},
    {"ansluter sig till reservationen", POSITION_RESERVATION},
    {"instämmer i reservationen", POSITION_RESERVATION},
    {"reservation anmäldes av", POSITION_RESERVATION},
    {"anmäler avvikande mening", POSITION_RESERVATION},
    {"anmälde avvikande mening", POSITION_RESERVATION},
    {"anmäler avvikande åsikt", POSITION_RESERVATION},
    {"anmälde avvikande åsikt", POSITION_RESERVATION},
    {"framförde avvikande åsikt", POSITION_RESERVATION},
    {"ej deltar i", POSITION_NOT_TAKING_PART},
    {"ej deltog i", POSITION_NOT_TAKING_PART},
    {"inte deltar i", POSITION_NOT_TAKING_PART},
    {"inte deltog i", POSITION_NOT_TAKING_PART},
    {"avstår från att delta", POSITION_NOT_TAKING_PART},
    {"avstod från att delta", POSITION_NOT_TAKING_PART},
    {"anmäler jäv", POSITION_NOT_TAKING_PART},
    {"anmälde jäv", POSITION_NOT_TAKING_PART},
    {"på grund av jäv", POSITION_NOT_TAKING_PART},
    {"deltar varken i", POSITION_NOT_TAKING_PART},
    {"deltog varken i", POSITION_NOT_TAKING_PART},
    {"men inte i beslutet", POSITION_NOT_TAKING_PART},
    {"men ej i beslutet", POSITION_NOT_TAKING_PART},
};

/* Words after which a sentence speaks of what may come, not of what was. */
static const char *const conditional[] = {"för det fall", "om återremissyrkandet", "i det fall", "därest"};

/* Words by which a reservation does not stand. */
static const char *const withdrawn[] = {"återtog",    "återtar",     "återtas",       "återtogs",
                                        "återkallar", "återkallade", "drar tillbaka", "drog tillbaka"};

/* Words of what another body did, where this one is another. */
static const struct {
    const char *words, *body;
} elsewhere[] = {
    {"i kommunstyrelsen", "kommunstyrelsen"},
    {"kommunstyrelsens behandling", "kommunstyrelsen"},
    {"i regionstyrelsen", "regionstyrelsen"},
    {"regionstyrelsens behandling", "regionstyrelsen"},
    {"i arbetsutskottet", "arbetsutskott"},
    {"arbetsutskottets behandling", "arbetsutskott"},
    {"i utskottet", "utskott"},
    {"utskottets behandling", "utskott"},
    {"i nämnden", "nämnd"},
    {"nämndens behandling", "nämnd"},
};

/* Words of a conflict or reservation that is none. */
static const char *const denied[] = {"inte jävig",          "ej jävig",         "inget jäv",
                                     "ingen jäv",           "inte jäv",         "ej jäv",
                                     "inte föreligger",     "föreligger inte",  "ej föreligger",
                                     "reserverar sig inte", "reserverar sig ej"};

static const char *const at_once[] = {"omedelbart justerad", "omedelbart justerat", "omedelbar justering",
                                      "direktjusteras",      "justeras omedelbart", "direktjusterad"};

static void read_sentence(const Draft *draft, Item *item, const Section *section, const Block *block,
                          const char *sentence);
static void note_unread(const Draft *draft, const Block *block, const char *sentence);
/* Bytes: what is longer is no sentence with two that stand apart, and is read as one. */
enum { LONGEST_CLAUSES = 2000 };

static bool is_elsewhere(const Draft *draft, const char *sentence);
static const char *clause_before(const Draft *draft, const char *sentence, const char *at);
static void adjusted_at_once(const Draft *draft, Item *item, const Section *section);
static void note_empty(const Draft *draft, const Item *item, guint index);

void positions_of_item(const Draft *draft, Item *item)
{
    for (guint i = 0; item->sections && i < item->sections->len; i++) {
        const Section *section = &g_array_index(item->sections, Section, i);
        adjusted_at_once(draft, item, section);
        switch (section->kind) {
        case SECTION_PROPOSAL: /* what might be, and what earlier bodies and others said */
        case SECTION_SUMMARY:
        case SECTION_BACKGROUND:
        case SECTION_ASSESSMENT:
        case SECTION_BASIS:
        case SECTION_RECIPIENTS:
        case SECTION_ATTACHMENTS:
        case SECTION_REASONS:
            continue;
        case SECTION_PREPARATION:
            if (!tells_of_meeting(section))
                continue;
            break;
        default:
            break;
        }
        g_autoptr(GArray) statements = statements_from_section(draft, section);
        for (guint j = 0; j < statements->len; j++) {
            const Statement *statement = &g_array_index(statements, Statement, j);
            const char *at = statement->text ? statement->text : "", *sentence;
            while ((sentence = sentence_next(draft, &at)) != NULL)
                read_sentence(draft, item, section, statement->block, sentence);
        }
    }
    note_empty(draft, item, (guint)(item - &g_array_index(draft->meeting->items, Item, 0)));
}

static guint count_of(const GArray *array)
{
    return array ? array->len : 0;
}

/* True when a note of `kind` is about a block of the section. */
static bool is_noted(const Draft *draft, NoteKind kind, const Section *section)
{
    const GArray *notes = draft->meeting->notes;

    for (guint i = 0; notes && i < notes->len; i++) {
        const Note *note = &g_array_index(notes, Note, i);
        for (guint b = 0; note->kind == kind && b < section->blocks->len; b++)
            if (g_strcmp0(g_array_index(section->blocks, Block, b).id, note->where) == 0)
                return true;
    }
    return false;
}

/* A section on reservations, on not taking part or on conflicts that gave nobody is one whose words no rule
 * knows; those that say that there was nothing begin so. */
static void note_empty(const Draft *draft, const Item *item, guint index)
{
    static const char *const nothing[] = {"inga", "ingen", "inget", "–", "-"};
    const guint parties = draft->party_positions->len;
    struct {
        SectionKind kind;
        guint found;
        NoteKind note;
    } kinds[] = {{SECTION_RESERVATION, count_of(item->reservations), NOTE_RESERVATION_UNCLEAR},
                 {SECTION_NOT_TAKING_PART, count_of(item->not_taking_part), NOTE_RESERVATION_UNCLEAR},
                 {SECTION_CONFLICT, count_of(item->not_taking_part), NOTE_CONFLICT_UNCLEAR}};

    if (parties > 0 && g_array_index(draft->party_positions, PartyPosition, parties - 1).item == index)
        return;
    for (guint s = 0; item->sections && s < item->sections->len; s++) {
        const Section *section = &g_array_index(item->sections, Section, s);
        g_autoptr(GArray) statements = statements_from_section(draft, section);
        const Statement *first = statements->len > 0 ? &g_array_index(statements, Statement, 0) : NULL;
        bool none =
            first == NULL || first->text == NULL || phrases_within(PHRASES(draft, denied), first->text);
        for (gsize i = 0; i < G_N_ELEMENTS(nothing) && !none; i++)
            none = text_begins(first->text, nothing[i], NULL);
        for (gsize k = 0; k < G_N_ELEMENTS(kinds) && !none; k++)
            if (section->kind == kinds[k].kind && kinds[k].found == 0 &&
                (section->kind != SECTION_CONFLICT || strstr(first->text, "§") == NULL) &&
                !is_noted(draft, kinds[k].note, section))
                draft_note(draft, kinds[k].note, first->block->page, first->block->id, first->text);
    }
}

static void add(const Draft *draft, Item *item, Position position, Person person)
{
    if (draft->meeting->attendance != NULL && attendee_named(draft->meeting, person.name) == NULL)
        draft_note(draft, NOTE_PERSON_UNKNOWN, person.source.page, person.source.block, person.name);
    persons_add(position == POSITION_RESERVATION ? &item->reservations : &item->not_taking_part, person);
}

/* True when the words after the persons add more persons: "… för eget yrkande samt B (S) och C (V)". */
static void add_after(const Draft *draft, Item *item, Position position, const Block *block, const char *rest)
{
    static const char agreeing[] = " med instämmande av ";
    const char *joint = strstr(rest, agreeing);

    joint = joint ? joint + strlen(agreeing) - strlen(" samt ") : strstr(rest, " samt ");
    while (joint != NULL) {
        joint += strlen(" samt ");
        Mention first;
        if (person_at(draft, joint, &first) && first.party != NULL) {
            g_autoptr(GArray) more = persons_in(draft, joint, strlen(joint));
            for (guint i = 0; i < more->len; i++)
                add(draft, item, position,
                    person_from_mention(draft, &g_array_index(more, Mention, i), block));
            return;
        }
        joint = strstr(joint, " samt ");
    }
}

static void read_sentence(const Draft *draft, Item *item, const Section *section, const Block *block,
                          const char *sentence)
{
    const char *end;
    guint row = 0;
    const char *at = phrases_find(PHRASES(draft, phrases), sentence, sentence, &row, &end);
    Position position = phrases[row].position;

    if (at == NULL)
        note_unread(draft, block, sentence);
    if ((at == NULL || position == POSITION_NOT_TAKING_PART) &&
        conflict_from_sentence(draft, item, section, block, sentence))
        return;
    if (at == NULL) {
        /* Under a heading of its own, a line of names says it all. */
        bool reserved = section->kind == SECTION_RESERVATION;
        if (!reserved && section->kind != SECTION_NOT_TAKING_PART && section->kind != SECTION_CONFLICT)
            return;
        g_autoptr(GArray) persons = persons_in(draft, sentence, strlen(sentence));
        if (persons->len == 0 || g_array_index(persons, Mention, 0).start > 0 ||
            g_array_index(persons, Mention, persons->len - 1).end + 2 < strlen(sentence))
            return;
        for (guint i = 0; i < persons->len; i++)
            add(draft, item, reserved ? POSITION_RESERVATION : POSITION_NOT_TAKING_PART,
                person_from_mention(draft, &g_array_index(persons, Mention, i), block));
        return;
    }
    if (text_begins(end, " inte", NULL) || text_begins(end, " ej", NULL)) /* "reserverar sig inte" */
        return;
    if ((position == POSITION_NOT_TAKING_PART && phrases_within(PHRASES(draft, conditional), end)) ||
        (position == POSITION_RESERVATION && phrases_within(PHRASES(draft, withdrawn), end))) {
        draft_note(draft, NOTE_RESERVATION_UNCLEAR, block->page, block->id, sentence);
        return;
    }
    if (is_elsewhere(draft, sentence)) {
        draft_note(draft, NOTE_RESERVATION_UNCLEAR, block->page, block->id, sentence);
        return;
    }
    sentence = clause_before(draft, sentence, at);
    gsize before = (gsize)(at - sentence);
    g_autofree char *subject = g_strndup(sentence, before);
    if (persons_by_party(draft, subject)) { /* who of them was there is not said here */
        PartyPosition parties = {.item = (guint)(item - &g_array_index(draft->meeting->items, Item, 0)),
                                 .reservation = position == POSITION_RESERVATION,
                                 .block = block,
                                 .subject = draft_string(draft, subject, -1),
                                 .sentence = sentence};
        g_array_append_val(draft->party_positions, parties);
        return;
    }
    g_autoptr(GArray) persons = persons_in(draft, sentence, before);
    Mention mention;
    if (persons->len == 0 && person_at(draft, subject, &mention))
        g_array_append_val(persons, mention);
    if (persons->len == 0) { /* "Mot beslutet reserverar sig Anna Berg (S)." */
        g_array_unref(g_steal_pointer(&persons));
        persons = persons_in(draft, end, strlen(end));
    }
    for (guint i = 0; i < persons->len; i++)
        add(draft, item, position, person_from_mention(draft, &g_array_index(persons, Mention, i), block));
    if (persons->len > 0 && persons_say_others(subject))
        draft_note(draft, NOTE_OTHERS_UNNAMED, block->page, block->id, sentence);
    if (persons->len == 0)
        draft_note(draft, NOTE_RESERVATION_UNCLEAR, block->page, block->id, sentence);
    else
        add_after(draft, item, position, block, end);
    /* "… mot punkt 1. Bo Ek (M) reserverar sig …", "… och Bo Ek (M) deltar inte …" */
    bool bounded = strlen(end) < LONGEST_CLAUSES;
    at = bounded ? phrases_find(PHRASES(draft, phrases), sentence, end, NULL, NULL) : NULL;
    g_autoptr(GArray) others = persons_with_party(draft, end, at ? (gsize)(at - end) : 0);
    if (others->len > 0 && end + g_array_index(others, Mention, others->len - 1).end + 1 == at)
        read_sentence(draft, item, section, block, end);
}

/* "Alla utom Bo Ek (M) deltar i beslutet", "Bo Ek (M) instämmer i Cia Dals (C) reservation": a position that
 * no rule knows. */
static void note_unread(const Draft *draft, const Block *block, const char *sentence)
{
    static const char *const taking_part[] = {"deltar i beslutet", "deltog i beslutet",
                                              "deltar i handläggningen", "deltog i handläggningen"};
    static const char *const but[] = {"ingen", "utom", "förutom", "endast", "bara", "enbart"};
    static const char *const agreeing[] = {"instämmer i", "instämde i", "ansluter sig till",
                                           "anslöt sig till"};
    bool apart = phrases_within(PHRASES(draft, taking_part), sentence) &&
                 phrases_within(PHRASES(draft, but), sentence),
         joins = text_has_word(sentence, "reservation") && phrases_within(PHRASES(draft, agreeing), sentence);

    if (apart || joins)
        draft_note(draft, NOTE_RESERVATION_UNCLEAR, block->page, block->id, sentence);
}

/* True when the sentence tells of another body: "Vid beslutet i kommunstyrelsen reserverade sig …". */
static bool is_elsewhere(const Draft *draft, const char *sentence)
{
    g_autofree char *body = g_utf8_strdown(draft->meeting->body.value ? draft->meeting->body.value : "", -1);

    for (gsize i = 0; i < G_N_ELEMENTS(elsewhere); i++)
        if (text_has_word(sentence, elsewhere[i].words) && strstr(body, elsewhere[i].body) == NULL)
            return true;
    return false;
}

/* Where the clause begins whose verb is at `at`, if it names somebody: "Anna Berg (S) meddelar att Bo Ek (M)
 * reserverar sig" is about the latter. */
static const char *clause_before(const Draft *draft, const char *sentence, const char *at)
{
    static const char *const breaks[] = {" att ", ". ", "; "};
    const char *clause = sentence;

    for (gsize i = 0; i < G_N_ELEMENTS(breaks); i++)
        for (const char *next = strstr(sentence, breaks[i]); next != NULL && next < at;
             next = strstr(next + 1, breaks[i]))
            clause = MAX(clause, next + strlen(breaks[i]));
    g_autoptr(GArray) persons = persons_with_party(draft, clause, clause < at ? (gsize)(at - clause) : 0);
    return persons->len > 0 ? clause : sentence;
}

/* The words that declare the item adjusted at once. */
static void adjusted_at_once(const Draft *draft, Item *item, const Section *section)
{
    if (section->kind != SECTION_DECISION && section->kind != SECTION_ADJUSTMENT &&
        section->kind != SECTION_OTHER && section->kind != SECTION_PROCEDURE)
        return;
    for (guint i = 0; section->blocks && i < section->blocks->len && item->adjusted_at_once.value == NULL;
         i++) {
        const Block *block = &g_array_index(section->blocks, Block, i);
        if (block->text.s == NULL || block->quoted)
            continue;
        if (phrases_within(PHRASES(draft, at_once), block->text.s))
            item->adjusted_at_once = draft_fact(draft, block, BASIS_STATED, block->text.s, -1);
    }
}

void note_missing_decision(const Draft *draft, const Item *item)
{
    for (guint i = 0; item->sections && i < item->sections->len; i++)
        if (g_array_index(item->sections, Section, i).kind == SECTION_DECISION)
            return;
    draft_note(draft, NOTE_DECISION_MISSING, item->page, item->id, item->title.value);
}
