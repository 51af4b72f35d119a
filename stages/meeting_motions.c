/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Motions (yrkanden): who moved what, as sentences with "yrkar" and its kin state it. */
#include "meeting_parts.h"

#include <string.h>

/* Verbs by which a person moves something. */
typedef enum { VERB_MOVES, VERB_APPROVES, VERB_REJECTS, VERB_AGREES } VerbSense;
static const struct {
    const char *word;
    VerbSense sense;
} verbs[] = {
    {"yrkar", VERB_MOVES},          {"yrkade", VERB_MOVES},      {"yrkat", VERB_MOVES},
    {"föreslår", VERB_MOVES},       {"föreslog", VERB_MOVES},    {"tillstyrker", VERB_APPROVES},
    {"tillstyrkte", VERB_APPROVES}, {"avstyrker", VERB_REJECTS}, {"avstyrkte", VERB_REJECTS},
    {"instämmer", VERB_AGREES},     {"instämde", VERB_AGREES},   {"biträder", VERB_AGREES},
    {"biträdde", VERB_AGREES},
};

/* Words that say what kind of motion it is, by how they begin. A noun always opens a clause of its
 * own; the others do where no kind was named before, for else they belong to what the motion is about
 * ("avslag på återremissyrkandet"). */
typedef struct {
    const char *stem;
    bool noun;
    MotionKind kind;
} Stem;
static const Stem stems[] = {
    {"bifall", true, MOTION_APPROVAL},    {"avslag", true, MOTION_REJECTION},
    {"bifalla", false, MOTION_APPROVAL},  {"bifalles", false, MOTION_APPROVAL},
    {"bifalls", false, MOTION_APPROVAL},  {"tillstyrk", false, MOTION_APPROVAL},
    {"avslå", false, MOTION_REJECTION},   {"avstyrk", false, MOTION_REJECTION},
    {"återremi", false, MOTION_REFERRAL}, {"bordlägg", false, MOTION_TABLING},
    {"tillägg", false, MOTION_ADDITION},  {"ändring", false, MOTION_CHANGE},
};

/* "att nämnden beslutar enligt kontorets förslag": to decide so is approval, of what is then named. */
static const char *const following[] = {"beslutar enligt", "besluta enligt", "beslutar i enlighet med",
                                        "besluta i enlighet med"};
static const Stem approval = {"bifall", false, MOTION_APPROVAL};

/* Where a new clause begins after which a kind may be named anew. */
static const char *const joints[] = {"och att ", "samt att ", "i andra hand ", "i första hand "};

static bool holds_motions(const Section *section);
static bool is_moved(const Draft *draft, const char *sentence);
static void motions_of_sentence(const Draft *draft, const Block *block, const char *sentence, Item *item);
static void motions_behind_colon(const Draft *draft, const Block *block, const char *sentence, Item *item);
static const char *find_verb(const char *sentence, gsize *length, VerbSense *sense);
static GArray *movers_of_sentence(const Draft *draft, const char *sentence, const char *verb,
                                  const char **words);
static GArray *clauses_agreed_with(const Item *item, const char *words);
static void add_motion(const Draft *draft, Item *item, const Mention *mention, const Block *block,
                       const char *sentence, const MotionClause *clause);

void motions_of_item(const Draft *draft, Item *item)
{
    for (guint i = 0; item->sections && i < item->sections->len; i++) {
        const Section *section = &g_array_index(item->sections, Section, i);
        if (!holds_motions(section))
            continue;
        g_autoptr(GArray) statements = statements_from_section(draft, section);
        for (guint j = 0; j < statements->len; j++) {
            const Statement *statement = &g_array_index(statements, Statement, j);
            const char *at = statement->text ? statement->text : "", *sentence;
            while ((sentence = sentence_next(draft, &at)) != NULL)
                if (section->kind != SECTION_PROPOSAL || is_moved(draft, sentence))
                    motions_of_sentence(draft, statement->block, sentence, item);
        }
    }
}

/* Motions are quoted elsewhere too: in the background, in what earlier bodies did. */
static bool holds_motions(const Section *section)
{
    if (section->kind == SECTION_MOTIONS)
        return true;
    if (section->kind == SECTION_PROPOSAL) /* of persons, or the draft decision: see is_moved() */
        return true;
    return section->kind == SECTION_PREPARATION && tells_of_meeting(section);
}

/* True when a sentence under "Förslag till beslut" is a motion: members with their parties propose something
 * before anything else is said. What the office or another body proposes is the draft decision. */
static bool is_moved(const Draft *draft, const char *sentence)
{
    gsize length;
    VerbSense sense;
    const char *verb = find_verb(sentence, &length, &sense);

    if (verb == NULL || sense != VERB_MOVES)
        return false;
    g_autoptr(GArray) movers = persons_with_party(draft, sentence, (gsize)(verb - sentence));
    g_autofree char *before =
        movers->len > 0 ? g_strndup(sentence, g_array_index(movers, Mention, 0).start) : NULL;
    return before != NULL &&
           (*before == '\0' || profile_prefix(draft->profile, WORDS_ROLE, before, NULL) != NULL);
}

static void motions_of_sentence(const Draft *draft, const Block *block, const char *sentence, Item *item)
{
    gsize length;
    VerbSense sense;
    const char *verb = find_verb(sentence, &length, &sense);

    if (verb == NULL) {
        motions_behind_colon(draft, block, sentence, item);
        return;
    }
    const char *words = verb + length + strspn(verb + length, " ");
    g_autoptr(GArray) movers = movers_of_sentence(draft, sentence, verb, &words);
    g_autoptr(GArray) clauses =
        sense == VERB_AGREES ? clauses_agreed_with(item, words) : motion_clauses(draft, words);
    if (clauses->len == 0 && (sense == VERB_APPROVES || sense == VERB_REJECTS)) {
        MotionClause clause = {sense == VERB_APPROVES ? MOTION_APPROVAL : MOTION_REJECTION,
                               draft_string(draft, words, -1)};
        g_array_append_val(clauses, clause);
    }
    if (movers->len == 0 || clauses->len == 0) {
        draft_note(draft, NOTE_MOTION_UNCLEAR, block->page, block->id, sentence);
        return;
    }
    for (guint m = 0; m < movers->len; m++)
        for (guint c = 0; c < clauses->len; c++)
            add_motion(draft, item, &g_array_index(movers, Mention, m), block, sentence,
                       &g_array_index(clauses, MotionClause, c));
    g_autofree char *named = g_strndup(sentence, (gsize)(verb - sentence));
    if (persons_say_others(named))
        draft_note(draft, NOTE_OTHERS_UNNAMED, block->page, block->id, sentence);
}

/* "Anna Berg (S), med instämmande av Bo Ek (M): bifall till förslaget." Under a heading of motions, those
 * before the colon move what follows it. */
static void motions_behind_colon(const Draft *draft, const Block *block, const char *sentence, Item *item)
{
    const char *colon = strchr(sentence, ':');
    Mention first;

    if (colon == NULL || !person_at(draft, sentence, &first) || first.start > 0 ||
        first.end > (gsize)(colon + 1 - sentence))
        return;
    g_autoptr(GArray) movers = persons_in(draft, sentence, (gsize)(colon + 1 - sentence));
    const char *words = colon + 1 + strspn(colon + 1, " ");
    g_autoptr(GArray) clauses = motion_clauses(draft, words);
    if (movers->len == 0)
        g_array_append_val(movers, first);
    if (clauses->len == 0)
        draft_note(draft, NOTE_MOTION_UNCLEAR, block->page, block->id, sentence);
    for (guint m = 0; m < movers->len; m++)
        for (guint c = 0; c < clauses->len; c++)
            add_motion(draft, item, &g_array_index(movers, Mention, m), block, sentence,
                       &g_array_index(clauses, MotionClause, c));
}

/* Those who move: named before the verb, or after it where it comes first ("Vidare yrkar Anna Berg (S)
 * bifall"), and those who agree ("med instämmande av Bo Ek (M)"). `*words` moves on over them. */
static GArray *movers_of_sentence(const Draft *draft, const char *sentence, const char *verb,
                                  const char **words)
{
    static const char *const agreeing[] = {"med instämmande av ", "med instämmande från ",
                                           "tillsammans med "};
    GArray *movers = persons_in(draft, sentence, (gsize)(verb - sentence));
    g_autofree char *before = g_strndup(sentence, (gsize)(verb - sentence));
    Mention mention;

    if (movers->len == 0 && person_at(draft, before, &mention)) {
        g_array_append_val(movers, mention);
    } else if (movers->len == 0 && person_at(draft, *words, &mention)) {
        /* All of "Anna Berg (S) och Bo Ek (M)", up to where what they move begins. */
        const char *object = strstr(*words, " att "),
                   *kinds[] = {strstr(*words, " bifall"), strstr(*words, " avslag")};
        for (gsize i = 0; i < G_N_ELEMENTS(kinds); i++)
            if (kinds[i] != NULL && (object == NULL || kinds[i] < object))
                object = kinds[i];
        gsize end = object ? (gsize)(object - *words) : strlen(*words);
        g_array_unref(movers);
        movers = persons_in(draft, *words, end);
        if (movers->len == 0)
            g_array_append_val(movers, mention);
        *words += MAX(g_array_index(movers, Mention, movers->len - 1).end, 1);
    } else if (movers->len == 0 && chair_at(draft, sentence, &mention)) {
        g_array_append_val(movers, mention);
    }
    for (gsize i = 0; i < G_N_ELEMENTS(agreeing); i++) {
        const char *at;
        if (!text_begins(*words + strspn(*words, ", "), agreeing[i], &at))
            continue;
        gsize end = strcspn(at, ",");
        g_autoptr(GArray) more = persons_in(draft, at, end);
        for (guint m = 0; m < more->len; m++)
            g_array_append_val(movers, g_array_index(more, Mention, m));
        *words = at + end;
    }
    return movers;
}

/* What those moved whom a later speaker agrees with: the person whose name stands in the words, else
 * the last one before. */
static GArray *clauses_agreed_with(const Item *item, const char *words)
{
    GArray *clauses = g_array_new(FALSE, FALSE, sizeof(MotionClause));
    const Motion *last = NULL;

    for (guint i = 0; item->motions && i < item->motions->len; i++) {
        const Motion *motion = &g_array_index(item->motions, Motion, i);
        if (last == NULL || strstr(words, motion->person.name) != NULL ||
            strstr(words, last->person.name) == NULL)
            last = motion;
    }
    for (guint i = 0; last != NULL && i < item->motions->len; i++) {
        const Motion *motion = &g_array_index(item->motions, Motion, i);
        MotionClause clause = {motion->kind, motion->object};
        if (strcmp(motion->person.name, last->person.name) == 0)
            g_array_append_val(clauses, clause);
    }
    return clauses;
}

static bool is_word_start(const char *s, const char *at)
{
    return at == s || !text_is_letter_or_digit(g_utf8_get_char(g_utf8_prev_char(at)));
}

/* What a clause is about: the words up to the next clause, without the preposition before them and
 * the conjunction after them; NULL when none are left. */
static const char *object_of(const Draft *draft, const char *from, gssize length)
{
    static const char *const before[] = {"till ", "på ", "av "};
    static const char *const after[] = {" i övrigt", " och", " samt", ",", "."};
    static const char *const asides[] = {"till förmån för ", "det vill säga", "d.v.s.", "dvs"};
    const char *object = draft_string(draft, from, length);

    for (gsize i = 0; i < G_N_ELEMENTS(asides); i++) { /* what it is not about, but for, or in other words */
        const char *aside = strstr(object, asides[i]);
        if (aside != NULL)
            object = draft_string(draft, object, aside - object);
    }
    for (gsize i = 0; i < G_N_ELEMENTS(before); i++)
        text_begins(object, before[i], &object);
    g_autofree char *padded = g_strconcat(" ", object, NULL);
    for (gsize i = 0; i < G_N_ELEMENTS(after); i++)
        if (g_str_has_suffix(padded, after[i]))
            padded[strlen(padded) - strlen(after[i])] = '\0';
    object = draft_string(draft, padded, -1);
    return *object ? object : NULL;
}

/* The stem that a word begins with, or NULL; `*rest` is then the end of the word. */
static const Stem *stem_at(const char *at, bool open, const char **rest)
{
    for (gsize i = 0; i < G_N_ELEMENTS(stems); i++) {
        if (!text_begins(at, stems[i].stem, rest) || (open && !stems[i].noun))
            continue;
        if (stems[i].noun && text_is_letter_or_digit(g_utf8_get_char(*rest))) /* "bifallits" */
            continue;
        while (text_is_letter_or_digit(g_utf8_get_char(*rest)))
            *rest = g_utf8_next_char(*rest);
        return &stems[i];
    }
    for (gsize i = 0; i < G_N_ELEMENTS(following) && !open; i++) {
        if (!text_begins(at, following[i], rest))
            continue;
        g_autofree char *object = g_strndup(*rest, strcspn(*rest, ",.;"));
        if (strstr(object, "förslag") != NULL || strstr(object, "yrkande") != NULL)
            return &approval;
    }
    return NULL;
}

GArray *motion_clauses(const Draft *draft, const char *words)
{
    GArray *clauses = g_array_new(FALSE, FALSE, sizeof(MotionClause));
    MotionClause clause = {MOTION_APPROVAL, NULL};
    const char *object = NULL; /* where the object of the open clause begins; NULL: none is open */

    for (const char *at = words, *next; *at; at = next) {
        const Stem *stem = NULL;
        bool joint = false;
        next = g_utf8_next_char(at);
        if (is_word_start(words, at)) {
            /* "bifall till ordförandens förslag, det vill säga avslag på motionen" is one motion */
            if (object != NULL && (text_begins(at, "det vill säga ", &next) || text_begins(at, "dvs", &next)))
                break;
            for (gsize i = 0; i < G_N_ELEMENTS(joints) && !joint; i++)
                joint = text_begins(at, joints[i], &next);
            if (!joint)
                stem = stem_at(at, object != NULL, &next);
        }
        if ((joint || stem != NULL) && object != NULL) {
            clause.object = object_of(draft, object, at - object);
            g_array_append_val(clauses, clause);
            object = NULL;
        }
        if (stem != NULL) {
            clause.kind = stem->kind;
            object = next;
        } else if (!joint) {
            next = g_utf8_next_char(at);
        }
    }
    if (object != NULL) {
        clause.object = object_of(draft, object, -1);
        g_array_append_val(clauses, clause);
    }
    return clauses;
}

static const char *find_verb(const char *sentence, gsize *length, VerbSense *sense)
{
    const char *found = NULL;

    for (const char *at = sentence; *at && found == NULL; at = g_utf8_next_char(at)) {
        const char *rest;
        for (gsize i = 0; i < G_N_ELEMENTS(verbs) && found == NULL && is_word_start(sentence, at); i++)
            if (text_begins(at, verbs[i].word, &rest) && !text_is_letter_or_digit(g_utf8_get_char(rest))) {
                found = at;
                *length = (gsize)(rest - at);
                *sense = verbs[i].sense;
            }
    }
    return found;
}

/* One motion of a person and kind, however often it is said. */
static void add_motion(const Draft *draft, Item *item, const Mention *mention, const Block *block,
                       const char *sentence, const MotionClause *clause)
{
    for (guint i = 0; item->motions && i < item->motions->len; i++) {
        const Motion *motion = &g_array_index(item->motions, Motion, i);
        if (motion->kind == clause->kind && g_strcmp0(motion->person.name, mention->name) == 0)
            return;
    }
    Motion motion = {.person = person_from_mention(draft, mention, block),
                     .kind = clause->kind,
                     .object = clause->object,
                     .words = sentence};
    draft_append(&item->motions, sizeof motion, &motion);
}
