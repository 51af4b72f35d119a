/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Conflicts of interest (jäv): who had one, in which item. */
#include "meeting_parts.h"

#include <string.h>

/* Words that tell of a conflict; the persons stand before them or, where there are none, after. */
static const char *const phrases[] = {"anmäler jäv",
                                      "anmälde jäv",
                                      "har anmält jäv",
                                      "anmäler sig jävig",
                                      "anmälde sig jävig",
                                      "på grund av jäv",
                                      "p.g.a. jäv",
                                      "pga jäv",
                                      "pga. jäv",
                                      "p g a jäv",
                                      "p.g.a jäv",
                                      "på grund jäv",
                                      "på grund av jävssituation",
                                      "på grund av intressejäv",
                                      "av jävsskäl",
                                      "beroende på jäv",
                                      "till följd av jäv",
                                      "med anledning av jäv",
                                      "är jävig",
                                      "är jäviga",
                                      "var jävig",
                                      "var jäviga",
                                      "anser sig jävig",
                                      "anser sig vara jävig",
                                      "förklarar sig jävig",
                                      "förklarar jäv",
                                      "förklarade jäv",
                                      "deklarerar jäv",
                                      "konstaterades jävig",
                                      "konstateras jävig",
                                      "som jävig",
                                      "som jäviga",
                                      "anmäldes jäv av",
                                      "anmäls jäv av",
                                      "jäv anmäls av",
                                      "jäv anmäldes av",
                                      "jäv anmäles av",
                                      "anmäler jävighet",
                                      "lämnar lokalen på grund av jäv"};

/* Words that deny one. */
static const char *const denials[] = {"inte jävig",          "ej jävig",        "inte jäv",
                                      "inget jäv",           "ingen jäv",       "ej jäv",
                                      "ingen anmäler jäv",   "inte är jävig",   "inte föreligger",
                                      "ej föreligger",       "inte förelåg",    "ej förelåg",
                                      "jäv föreligger inte", "jäv förelåg inte"};

/* Words of a sentence about who takes the place of somebody with a conflict. */
static const char *const stand_ins[] = {
    "går in",   "gick in",   "inträder",  "inträdde",       "tjänstgör",      "tjänstgjorde",
    "ersätter", "ersatte",   "leder",     "ledde",          "övertar",        "övertog",
    "istället", "i stället", "träder in", "som ordförande", "i dennes ställe"};

static void add_conflict(const Draft *draft, Item *item, Person person);
static bool is_denied(const Draft *draft, const Section *section);
static void add_to_items(const Draft *draft, const GArray *spans, Person person, bool *found);
static GArray *items_named(const char *sentence);

bool conflict_from_sentence(const Draft *draft, Item *item, const Section *section, const Block *block,
                            const char *sentence)
{
    const char *at = NULL, *end = NULL;

    if (phrases_within(PHRASES(draft, denials), sentence) || text_begins(sentence, "ingen ", NULL) ||
        text_begins(sentence, "inga ", NULL))
        return true;
    at = phrases_find(PHRASES(draft, phrases), sentence, sentence, NULL, &end);
    while (at > sentence && at[-1] != ' ' && at[-1] != '(')
        at = phrases_find(PHRASES(draft, phrases), sentence, end, NULL, &end);
    bool names_only = at == NULL && section->kind == SECTION_CONFLICT;
    if (at == NULL && !names_only)
        return false;

    gsize before = at ? (gsize)(at - sentence) : strlen(sentence);
    g_autoptr(GArray) persons = persons_in(draft, sentence, before);
    Mention mention;
    if (persons->len == 0 && !names_only && person_at(draft, sentence, &mention) && mention.end <= before)
        g_array_append_val(persons, mention);
    if (persons->len == 0 && at != NULL) { /* "På grund av jäv deltar inte Anna Berg (S)." */
        g_array_unref(g_steal_pointer(&persons));
        persons = persons_in(draft, end, strcspn(end, ";"));
    } else { /* "tjänstgör Anna Berg (S) i stället för Bo Ek (S) som är jävig" */
        for (guint i = persons->len; i > 1; i--)
            if (replaced_is_next(sentence, g_array_index(persons, Mention, i - 2).end,
                                 g_array_index(persons, Mention, i - 1).start))
                g_array_remove_range(persons, 0, i - 1);
        for (guint i = 1; i < persons->len; i++) /* "Bo Ek (S) ersätts av Anna Berg (S) på grund av jäv" */
            if (replacing_is_next(sentence, g_array_index(persons, Mention, i - 1).end,
                                  g_array_index(persons, Mention, i).start))
                g_array_set_size(persons, i);
    }
    if (persons->len == 0 && at != NULL &&
        chair_at(draft, NULL, sentence, &mention)) /* "Ordföranden anmäler jäv", before another takes over */
        g_array_append_val(persons, mention);
    if (names_only && phrases_within(PHRASES(draft, stand_ins), sentence))
        return false;
    /* "På grund av jäv ersätts Anna Berg (S) av Bo Ek (S)." */
    for (guint i = 1; i < persons->len && at == sentence; i++)
        if (g_array_index(persons, Mention, i).start >= 4 &&
            strncmp(end + g_array_index(persons, Mention, i).start - 4, " av ", 4) == 0)
            g_array_set_size(persons, i);
    if (names_only && (persons->len == 0 || g_array_index(persons, Mention, 0).start > 0))
        return false;
    if (persons->len == 0 || is_denied(draft, section)) {
        draft_note(draft, NOTE_CONFLICT_UNCLEAR, block->page, block->id, sentence);
        return true;
    }
    g_autoptr(GArray) spans = items_named(sentence);
    bool found = true;
    for (guint i = 0; i < persons->len; i++) {
        Person person = person_from_mention(draft, &g_array_index(persons, Mention, i), block);
        if (spans->len > 0)
            add_to_items(draft, spans, person, &found);
        else if (text_has_word(sentence, "ärende nr") || text_has_word(sentence, "punkt"))
            found = false; /* a number of the agenda */
        else
            add_conflict(draft, item, person);
    }
    if (!found)
        draft_note(draft, NOTE_CONFLICT_UNCLEAR, block->page, block->id, sentence);
    return true;
}

/* "Anna Berg (S) anmäler att hon kan vara jävig. Nämnden finner att jäv inte föreligger." */
static bool is_denied(const Draft *draft, const Section *section)
{
    for (guint i = 0; section->blocks && i < section->blocks->len; i++) {
        const char *text = g_array_index(section->blocks, Block, i).text.s;
        if (text != NULL && phrases_within(PHRASES(draft, denials), text))
            return true;
    }
    return false;
}

static void add_conflict(const Draft *draft, Item *item, Person person)
{
    if (draft->meeting->attendance != NULL && attendee_named(draft->meeting, person.name) == NULL)
        draft_note(draft, NOTE_PERSON_UNKNOWN, person.source.page, person.source.block, person.name);
    persons_add(&item->conflicts, person);
    persons_add(&item->not_taking_part, person);
}

/* "Anna Berg (S) anmäler jäv i § 45": told in an item of its own, it belongs to that one. */
static void add_to_items(const Draft *draft, const GArray *spans, Person person, bool *found)
{
    const GArray *items = draft->meeting->items;
    bool any = false;

    for (guint i = 0; i < items->len; i++) {
        Item *item = &g_array_index(items, Item, i);
        int key = paragraph_key(item->number);
        for (guint s = 0; s < spans->len; s++) {
            const ParagraphSpan *span = &g_array_index(spans, ParagraphSpan, s);
            if (key < span->first || key > span->last)
                continue;
            any = true;
            add_conflict(draft, item, person);
        }
    }
    *found = *found && any;
}

/* The § a sentence names, statutes aside: "enligt 6 kap. 28 § kommunallagen". */
static GArray *items_named(const char *sentence)
{
    const char *sign = strstr(sentence, "§"), *word = strstr(sentence, "paragraf ");

    if (sign == NULL && word != NULL) /* "under paragraf 12" */
        sign = word + strlen("paragraf ");
    if (sign == NULL || strstr(sentence, "kap") != NULL || text_has_word(sentence, "enligt") ||
        strstr(sentence, "lagen") != NULL)
        return g_array_new(FALSE, FALSE, sizeof(ParagraphSpan));
    return paragraphs_in(sign, NULL);
}
