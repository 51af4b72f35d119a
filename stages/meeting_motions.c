/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Motions (yrkanden): who moved what, as sentences with "yrkar" and its kin state it. */
#include "meeting_parts.h"

#include <string.h>

/* Verbs by which a person moves something; some say of what kind it is. */
typedef enum { VERB_MOVES, VERB_MOVES_KIND, VERB_AGREES } VerbSense;
typedef struct {
    const char *word;
    VerbSense sense;
    MotionKind kind;
} Verb;
static const Verb verbs[] = {
    {"yrkar", VERB_MOVES, 0},
    {"yrkade", VERB_MOVES, 0},
    {"yrkat", VERB_MOVES, 0},
    {"föreslår", VERB_MOVES, 0},
    {"föreslog", VERB_MOVES, 0},
    {"tillstyrker", VERB_MOVES_KIND, MOTION_APPROVAL},
    {"tillstyrkte", VERB_MOVES_KIND, MOTION_APPROVAL},
    {"avstyrker", VERB_MOVES_KIND, MOTION_REJECTION},
    {"avstyrkte", VERB_MOVES_KIND, MOTION_REJECTION},
    {"tilläggsyrkar", VERB_MOVES_KIND, MOTION_ADDITION},
    {"tilläggsyrkade", VERB_MOVES_KIND, MOTION_ADDITION},
    {"ändringsyrkar", VERB_MOVES_KIND, MOTION_CHANGE},
    {"ändringsyrkade", VERB_MOVES_KIND, MOTION_CHANGE},
    {"instämmer", VERB_AGREES, 0},
    {"instämde", VERB_AGREES, 0},
    {"biträder", VERB_AGREES, 0},
    {"biträdde", VERB_AGREES, 0},
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
    {"med tillägg", true, MOTION_ADDITION},
    {"med tillägget", true, MOTION_ADDITION},
    {"med följande tillägg", true, MOTION_ADDITION},
    {"med ändring", true, MOTION_CHANGE},
    {"med ändringen", true, MOTION_CHANGE},
    {"med den ändringen", true, MOTION_CHANGE},
    {"med följande ändring", true, MOTION_CHANGE},
    {"med följande ändringar", true, MOTION_CHANGE},
    {"bifall", true, MOTION_APPROVAL},
    {"avslag", true, MOTION_REJECTION},
    {"bifalla", false, MOTION_APPROVAL},
    {"bifalles", false, MOTION_APPROVAL},
    {"bifalls", false, MOTION_APPROVAL},
    {"tillstyrk", false, MOTION_APPROVAL},
    {"avslå", false, MOTION_REJECTION},
    {"avstyrk", false, MOTION_REJECTION},
    {"förkasta", false, MOTION_REJECTION},
    {"återremi", false, MOTION_REFERRAL},
    {"bordlägg", false, MOTION_TABLING},
    {"tillägg", false, MOTION_ADDITION},
    {"ändring", false, MOTION_CHANGE},
    {"ändras", false, MOTION_CHANGE},
};

/* "att nämnden beslutar enligt kontorets förslag": to decide so is approval, of what is then named. */
static const char *const following[] = {"beslutar enligt", "besluta enligt", "beslutar i enlighet med",
                                        "besluta i enlighet med"};
static const Stem approval = {"bifall", false, MOTION_APPROVAL};

/* Bytes: what is longer is no sentence in which several move, and is read as one. */
enum { LONGEST_MOTIONS = 4000 };

/* Where a new clause begins after which a kind may be named anew. */
static const char *const joints[] = {"och att ", "samt att ", "i andra hand ", "i första hand "};

static bool holds_motions(const Section *section);
static bool is_moved(const Draft *draft, const char *sentence);
static void motions_of_sentence(const Draft *draft, const Block *block, const char *sentence, Item *item);
static void motions_from(const Draft *draft, const Block *block, const char *sentence, const char *from,
                         Item *item);
static void motions_of_others(const Draft *draft, const Block *block, const char *sentence, const char *from,
                              Item *item);
static bool motions_behind_colon(const Draft *draft, const Block *block, const char *sentence, Item *item);
static bool tells_of_motion(const Draft *draft, const char *sentence);
static const Verb *find_verb(const char *sentence, const char **at, const char **end);
static const char *next_mover(const Draft *draft, const char *words, const char **after);
static const char *object_begins(const char *words);
static bool is_motion_noun(const char *at);
static GArray *movers_of_sentence(const Draft *draft, const Item *item, const char *sentence,
                                  const char *verb, const char **words);
static GArray *clauses_agreed_with(const Draft *draft, const Item *item, const char *words);
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
    return (section->kind == SECTION_PREPARATION || section->kind == SECTION_OTHER) &&
           tells_of_meeting(section);
}

/* True when a sentence under "Förslag till beslut" is a motion: members with their parties propose something
 * before anything else is said. What the office or another body proposes is the draft decision. */
static bool is_moved(const Draft *draft, const char *sentence)
{
    const char *at, *end;
    const Verb *verb = find_verb(sentence, &at, &end);

    if (verb == NULL || verb->sense != VERB_MOVES)
        return false;
    g_autoptr(GArray) movers = persons_with_party(draft, sentence, (gsize)(at - sentence));
    g_autofree char *before =
        movers->len > 0 ? g_strndup(sentence, g_array_index(movers, Mention, 0).start) : NULL;
    return before != NULL &&
           (*before == '\0' || profile_prefix(draft->profile, WORDS_ROLE, before, NULL) != NULL);
}

static void motions_of_sentence(const Draft *draft, const Block *block, const char *sentence, Item *item)
{
    const char *at, *end;

    if (find_verb(sentence, &at, &end) != NULL)
        motions_from(draft, block, sentence, sentence, item);
    else if (!motions_behind_colon(draft, block, sentence, item) && tells_of_motion(draft, sentence))
        draft_note(draft, NOTE_MOTION_UNCLEAR, block->page, block->id, sentence);
}

/* True when a sentence without a verb of moving tells of somebody's motion all the same: "Bo Ek (M) lägger
 * ett ändringsyrkande", "Bo Ek (M) drar tillbaka sitt yrkande". */
static bool tells_of_motion(const Draft *draft, const char *sentence)
{
    static const char *const nouns[] = {"yrkande",         "yrkanden",        "yrkandet",
                                        "tilläggsyrkande", "ändringsyrkande", "återremissyrkande",
                                        "återremiss",      "bordläggning"};
    g_autoptr(GArray) persons = persons_with_party(draft, sentence, strlen(sentence));
    Mention first;

    return person_at(draft, sentence, &first) && persons->len > 0 && strstr(sentence, "delta") == NULL &&
           phrases_within(PHRASES(draft, nouns), sentence);
}

static void add_motions(const Draft *draft, const Block *block, const char *sentence, const GArray *movers,
                        const GArray *clauses, Item *item)
{
    if (movers->len == 0 || clauses->len == 0)
        draft_note(draft, NOTE_MOTION_UNCLEAR, block->page, block->id, sentence);
    for (guint m = 0; m < movers->len; m++)
        for (guint c = 0; c < clauses->len; c++)
            add_motion(draft, item, &g_array_index(movers, Mention, m), block, sentence,
                       &g_array_index(clauses, MotionClause, c));
}

/* What the part of a sentence that begins at `from` moves, up to where somebody else begins to. */
static void motions_from(const Draft *draft, const Block *block, const char *sentence, const char *from,
                         Item *item)
{
    const char *at, *words, *after;
    const Verb *verb = find_verb(from, &at, &words);

    words += strspn(words, " ");
    g_autoptr(GArray) movers = movers_of_sentence(draft, item, from, at, &words);
    const char *other = next_mover(draft, words, &after);
    g_autofree char *own = g_strndup(words, (gsize)(other - words));
    g_autoptr(GArray) clauses =
        verb->sense == VERB_AGREES ? clauses_agreed_with(draft, item, own) : motion_clauses(draft, own);
    if (clauses->len == 0 && verb->sense == VERB_MOVES_KIND) {
        MotionClause clause = {verb->kind, draft_string(draft, own, -1)};
        g_array_append_val(clauses, clause);
    }
    add_motions(draft, block, sentence, movers, clauses, item);
    g_autofree char *named = g_strndup(from, (gsize)(at - from));
    if (movers->len > 0 && persons_say_others(named))
        draft_note(draft, NOTE_OTHERS_UNNAMED, block->page, block->id, sentence);
    if (*other != '\0')
        motions_of_others(draft, block, sentence, other, item);
}

/* "… avslag och Bo Ek (M) bifall till förslaget": the verb of those before may serve again. */
static void motions_of_others(const Draft *draft, const Block *block, const char *sentence, const char *from,
                              Item *item)
{
    const char *words, *after, *other;

    next_mover(draft, from, &words);
    if (!is_motion_noun(words)) {
        motions_from(draft, block, sentence, from, item);
        return;
    }
    other = next_mover(draft, words, &after);
    g_autofree char *own = g_strndup(words, (gsize)(other - words));
    g_autoptr(GArray) movers = persons_in(draft, from, (gsize)(words - from));
    g_autoptr(GArray) clauses = motion_clauses(draft, own);
    add_motions(draft, block, sentence, movers, clauses, item);
    if (*other != '\0')
        motions_of_others(draft, block, sentence, other, item);
}

/* Where in `words` persons are named before a verb or noun of moving, and `*after` what they move; the end of
 * `words` where nobody is. */
static const char *next_mover(const Draft *draft, const char *words, const char **after)
{
    static const char *const between_them[] = {"", ",", ", och", "och", "samt"};
    g_autoptr(GArray) persons = persons_with_party(draft, words, strlen(words));
    const char *begins = NULL, *ended = NULL; /* of those named one after the other */

    if (strlen(words) > LONGEST_MOTIONS)
        g_array_set_size(persons, 0);

    for (guint i = 0; i < persons->len; i++) {
        const Mention *mention = &g_array_index(persons, Mention, i);
        const char *at = words + mention->start, *end = words + mention->end, *verb, *verb_end;
        g_autofree char *between = ended ? g_strstrip(g_strndup(ended, (gsize)(at - ended))) : NULL;
        bool joined = false;
        for (gsize j = 0; between != NULL && j < G_N_ELEMENTS(between_them); j++)
            joined = joined || strcmp(between, between_them[j]) == 0;
        begins = joined ? begins : at;
        ended = end;
        *after = end + strspn(end, " ,");
        if (is_motion_noun(*after) || (find_verb(*after, &verb, &verb_end) != NULL && verb == *after))
            return begins;
    }
    *after = words + strlen(words);
    return *after;
}

/* "Anna Berg (S), med instämmande av Bo Ek (M): bifall till förslaget." Under a heading of motions, those
 * before the colon move what follows it. */
static bool motions_behind_colon(const Draft *draft, const Block *block, const char *sentence, Item *item)
{
    const char *colon = strchr(sentence, ':');
    Mention first;

    if (colon == NULL || !person_at(draft, sentence, &first) || first.start > 0 ||
        first.end > (gsize)(colon + 1 - sentence))
        return false;
    g_autoptr(GArray) movers = persons_in(draft, sentence, (gsize)(colon + 1 - sentence));
    g_autoptr(GArray) clauses = motion_clauses(draft, colon + 1 + strspn(colon + 1, " "));
    if (movers->len == 0)
        g_array_append_val(movers, first);
    add_motions(draft, block, sentence, movers, clauses, item);
    return true;
}

/* Those who move: named before the verb, or after it where it comes first ("Vidare yrkar Anna Berg (S)
 * bifall"), and those who agree ("med instämmande av Bo Ek (M)"). `*words` moves on over them. */
static GArray *movers_of_sentence(const Draft *draft, const Item *item, const char *sentence,
                                  const char *verb, const char **words)
{
    static const char *const agreeing[] = {
        "med instämmande av ", "med instämmande från ", "tillsammans med ",
        "med bifall från ",    "med stöd från ",        "med stöd av ",
        "understödd av ",      "understödda av ",       "med understöd av "};
    static const char next[] = "följande";
    GArray *movers = persons_in(draft, sentence, (gsize)(verb - sentence));
    g_autofree char *before = g_strndup(sentence, (gsize)(verb - sentence));
    const char *colon = strchr(*words, ':');
    Mention mention;

    if (movers->len == 0 && person_at(draft, before, &mention)) {
        g_array_append_val(movers, mention);
    } else if (movers->len == 0 && text_begins(sentence, next, NULL) && colon != NULL) {
        /* "Följande yrkar bifall till förslaget: Anna Berg (S) och Bo Ek (M)." */
        g_array_unref(movers);
        movers = persons_in(draft, colon, strlen(colon));
        *words = draft_string(draft, *words, colon - *words);
    } else if (movers->len == 0 && person_at(draft, *words, &mention)) {
        /* All of "Anna Berg (S) och Bo Ek (M)", up to where what they move begins. */
        g_array_unref(movers);
        movers = persons_in(draft, *words, (gsize)(object_begins(*words) - *words));
        if (movers->len == 0)
            g_array_append_val(movers, mention);
        *words += MAX(g_array_index(movers, Mention, movers->len - 1).end, 1);
    } else if (movers->len == 0 && chair_at(draft, item, sentence, &mention)) {
        g_array_append_val(movers, mention);
    }
    for (gsize i = 0; i < G_N_ELEMENTS(agreeing); i++) {
        const char *at;
        if (!text_begins(*words + strspn(*words, ", "), agreeing[i], &at))
            continue;
        g_autoptr(GArray) more = persons_in(draft, at, (gsize)(object_begins(at) - at));
        if (more->len == 0 && person_at(draft, at, &mention) && mention.start == 0)
            g_array_append_val(more, mention);
        for (guint m = 0; m < more->len; m++)
            g_array_append_val(movers, g_array_index(more, Mention, m));
        if (more->len > 0)
            *words = at + g_array_index(more, Mention, more->len - 1).end;
    }
    return movers;
}

/* Where what is moved begins: the first word that says of which kind it is, or "att"; else the end. */
static const char *object_begins(const char *words)
{
    for (const char *at = strchr(words, ' '); at != NULL; at = strchr(at + 1, ' '))
        if (text_begins(at, " att ", NULL) || is_motion_noun(at + 1))
            return at;
    return words + strlen(words);
}

/* What those moved whom a later speaker agrees with: the person, or the chair, whose name stands in the
 * words; the last one before, where they name nobody and no proposal ("instämmer i yrkandet"). */
static GArray *clauses_agreed_with(const Draft *draft, const Item *item, const char *words)
{
    GArray *clauses = g_array_new(FALSE, FALSE, sizeof(MotionClause));
    const char *word = strstr(words, "rdförandens");
    const Motion *last = NULL;
    bool named = false;
    Mention mention, chair = {.name = NULL};

    if (word != NULL)
        chair_at(draft, item, "ordföranden", &chair);

    for (guint i = 0; item->motions && i < item->motions->len; i++) {
        const Motion *motion = &g_array_index(item->motions, Motion, i);
        bool meant =
            strstr(words, motion->person.name) != NULL || g_strcmp0(chair.name, motion->person.name) == 0;
        if (meant || !named)
            last = motion;
        named = named || meant;
    }
    text_begins(words, "i ", &words);
    if (!named && (word != NULL || strstr(words, "förslag") != NULL || person_at(draft, words, &mention)))
        return clauses; /* a proposal, or a motion that was not understood */
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
    static const char *const after[] = {" i övrigt", " och", " samt", " medan", " men", ",", ".", ";"};
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

/* A noun by which something is moved: "bifall", "avslag på …", and "återremiss" as the whole of it. */
static bool is_motion_noun(const char *at)
{
    const char *rest;

    if (stem_at(at, true, &rest) != NULL)
        return true;
    return (text_begins(at, "återremiss", &rest) || text_begins(at, "bordläggning", &rest)) &&
           !text_is_letter_or_digit(g_utf8_get_char(rest));
}

/* True when what stands before the word that names a kind denies it: "inte bifall utan avslag". */
static bool is_denied(const char *from, const char *at)
{
    g_autofree char *before = g_strndup(from, (gsize)(at - from));

    return text_has_word(before, "inte") || text_has_word(before, "ej") || text_has_word(before, "icke");
}

/* "att avslå förslaget och bifalla motionen": a second verb beside the first. */
static bool goes_on(const Stem *open, const char *object, const char *at)
{
    static const char *const verbs_beside[] = {"och bifalla ", "samt bifalla ", "och avslå ", "samt avslå "};

    for (gsize i = 0; !open->noun && i < G_N_ELEMENTS(verbs_beside); i++)
        if (text_begins(at, verbs_beside[i], NULL))
            return g_strstr_len(object, at - object, " att ") == NULL;
    return false;
}

GArray *motion_clauses(const Draft *draft, const char *words)
{
    GArray *clauses = g_array_new(FALSE, FALSE, sizeof(MotionClause));
    MotionClause clause = {MOTION_APPROVAL, NULL};
    const Stem *opened = NULL;     /* what opened the last clause */
    const char *free_from = words; /* where words that no clause holds begin */
    const char *object = NULL;     /* where the object of the open clause begins; NULL: none is open */

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
            if (!joint && object != NULL && goes_on(opened, object, at)) {
                joint = true;
                next = at + strcspn(at, " ") + 1;
            }
            if (!joint)
                stem = stem_at(at, object != NULL, &next);
        }
        if ((joint || stem != NULL) && object != NULL) {
            clause.object = object_of(draft, object, at - object);
            g_array_append_val(clauses, clause);
            object = NULL;
            free_from = at;
        }
        if (stem != NULL && is_denied(free_from, at)) { /* what is moved is not what the words name */
            g_array_set_size(clauses, 0);
            return clauses;
        }
        if (stem != NULL) {
            clause.kind = stem->kind;
            opened = stem;
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

/* The first verb of moving in a sentence, where it begins and ends; NULL: none. */
static const Verb *find_verb(const char *sentence, const char **at, const char **end)
{
    for (*at = sentence; **at; *at = g_utf8_next_char(*at))
        for (gsize i = 0; i < G_N_ELEMENTS(verbs) && is_word_start(sentence, *at); i++)
            if (text_begins(*at, verbs[i].word, end) && !text_is_letter_or_digit(g_utf8_get_char(*end)))
                return &verbs[i];
    return NULL;
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
