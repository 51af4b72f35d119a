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
    {"inte deltar i", POSITION_NOT_TAKING_PART},
    {"inte deltog i", POSITION_NOT_TAKING_PART},
    {"avstår från att delta", POSITION_NOT_TAKING_PART},
    {"avstod från att delta", POSITION_NOT_TAKING_PART},
    {"anmäler jäv", POSITION_NOT_TAKING_PART},
    {"anmälde jäv", POSITION_NOT_TAKING_PART},
    {"på grund av jäv", POSITION_NOT_TAKING_PART},
    {"deltar varken i", POSITION_NOT_TAKING_PART},
    {"deltog varken i", POSITION_NOT_TAKING_PART},
};

/* Words after which a sentence speaks of what may come, not of what was. */
static const char *const conditional[] = {"för det fall", "om återremissyrkandet", "i det fall", "därest"};

static const char *const at_once[] = {"omedelbart justerad", "omedelbart justerat", "omedelbar justering",
                                      "direktjusteras",      "justeras omedelbart", "direktjusterad"};

static void read_sentence(const Draft *draft, Item *item, const Section *section, const Block *block,
                          const char *sentence);
static void adjusted_at_once(const Draft *draft, Item *item, const Section *section);

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
            if (section->heading == NULL || (!text_has_word(section->heading, "sammanträdet") &&
                                             !text_has_word(section->heading, "dagens sammanträde")))
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
    const char *joint = strstr(rest, " samt ");

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
    if (position == POSITION_NOT_TAKING_PART && phrases_within(PHRASES(draft, conditional), end)) {
        draft_note(draft, NOTE_RESERVATION_UNCLEAR, block->page, block->id, sentence);
        return;
    }
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
