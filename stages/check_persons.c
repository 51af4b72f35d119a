/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Persons: who moved, voted and reserved themselves, against the attendance list and against those in
 * conflict. */
#include "check_parts.h"

#include <string.h>

enum {
    TIMES_TO_RETURN = 3, /* uses of a name that is taken for the right one */
    MOST_RETURNING = 1000,
};

/* What somebody named in an item does there. */
typedef enum { ACT_MOVES, ACT_VOTES, ACT_RESERVES, ACT_STATES } Act;

static const struct {
    CheckKind absent, not_serving; /* CHECK__MAX: anybody may */
} act_checks[] = {
    [ACT_MOVES] = {CHECK_MOVER_ABSENT, CHECK__MAX},
    [ACT_VOTES] = {CHECK_VOTER_ABSENT, CHECK_VOTER_NOT_SERVING},
    [ACT_RESERVES] = {CHECK_RESERVATION_ABSENT, CHECK_RESERVATION_NOT_SERVING},
    [ACT_STATES] = {CHECK__MAX, CHECK__MAX},
};

/* A name in an item. */
typedef struct {
    const Person *person;
    const Item *item;
    Act act;
    const Attendee *attendee; /* NULL: not in the list */
    const Attendee *near;     /* of those not in the list: who has nearly that name */
} Use;

static GArray *uses_of(const Meeting *meeting);
static void look_up(const Meeting *meeting, Use *use);
static bool list_is_partial(const GArray *uses);
static void check_use(const Examination *e, const Use *use);
static void compare_uses(const Examination *e, const GArray *uses);
static void check_leaders(const Examination *e);
static void check_declined(const Examination *e, const Item *item);

void check_persons(const Examination *e)
{
    for (guint i = 0; i < length_of(e->meeting->items); i++)
        check_declined(e, &g_array_index(e->meeting->items, Item, i));

    g_autoptr(GArray) uses = uses_of(e->meeting);
    for (guint i = 0; i < uses->len; i++)
        look_up(e->meeting, &g_array_index(uses, Use, i));
    bool listed = length_of(e->meeting->attendance) > 0, partial = listed && list_is_partial(uses);
    if (listed)
        examination_ask(e, CHECK_ATTENDANCE_PARTIAL, partial, (Place){0}, NULL);
    if (!listed || partial) {
        compare_uses(e, uses);
        return;
    }
    for (guint i = 0; i < uses->len; i++)
        check_use(e, &g_array_index(uses, Use, i));
    check_leaders(e);
}

/* ---- who is named ---- */

/* What uses are gathered with. */
typedef struct {
    GArray *uses;
    const Item *item;
    GHashTable *seen; /* act, name and party of those of the item */
} Gathering;

static void add_use(Gathering *gathering, const Person *person, Act act)
{
    Use use = {person, gathering->item, act, NULL, NULL};
    /* One person may move several things, and vote in several votes: once is enough. */
    if (person->name &&
        g_hash_table_add(gathering->seen, g_strdup_printf("%d %s (%s)", (int)act, person->name,
                                                          person->party ? person->party : "")))
        g_array_append_val(gathering->uses, use);
}

static void add_persons(Gathering *gathering, const GArray *persons, Act act)
{
    for (guint i = 0; i < length_of(persons); i++)
        add_use(gathering, &g_array_index(persons, Person, i), act);
}

static GArray *uses_of(const Meeting *meeting)
{
    g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    Gathering gathering = {g_array_new(FALSE, TRUE, sizeof(Use)), NULL, seen};
    for (guint i = 0; i < length_of(meeting->items); i++) {
        const Item *item = &g_array_index(meeting->items, Item, i);
        gathering.item = item;
        g_hash_table_remove_all(seen);
        for (guint j = 0; j < length_of(item->motions); j++)
            add_use(&gathering, &g_array_index(item->motions, Motion, j).person, ACT_MOVES);
        for (guint j = 0; j < length_of(item->votes); j++) {
            const GArray *ballots = g_array_index(item->votes, Vote, j).ballots;
            for (guint k = 0; k < length_of(ballots); k++) {
                const Ballot *ballot = &g_array_index(ballots, Ballot, k);
                if (ballot->choice != BALLOT_ABSENT)
                    add_use(&gathering, &ballot->person, ACT_VOTES);
            }
        }
        add_persons(&gathering, item->reservations, ACT_RESERVES);
        add_persons(&gathering, item->not_taking_part, ACT_STATES);
        add_persons(&gathering, item->conflicts, ACT_STATES);
        add_persons(&gathering, item->record_notes, ACT_STATES);
        add_persons(&gathering, item->statements, ACT_STATES);
    }
    return gathering.uses;
}

/* Two letters of a short name make another name of it: "Eva Ek" and "Ebba Ek". */
static int most_apart(const char *name)
{
    return g_utf8_strlen(name, -1) < 12 ? 1 : 2;
}

static bool serves(const Attendee *attendee)
{
    return attendee->group == GROUP_MEMBER || attendee->group == GROUP_SERVING_SUBSTITUTE;
}

static bool is_among(const GArray *persons, const char *name)
{
    for (guint i = 0; i < length_of(persons); i++) {
        const char *other = g_array_index(persons, Person, i).name;
        if (other && names_agree(other, name))
            return true;
    }
    return false;
}

/* Finds the person in the attendance list. The very name goes before one of the same words; a person may
 * stand there more than once, and then counts as serving where one of the entries does. */
static const Attendee *attendee_of(const Meeting *meeting, const char *name)
{
    const Attendee *found = NULL;
    int best = 0;
    for (guint i = 0; i < length_of(meeting->attendance); i++) {
        const Attendee *attendee = &g_array_index(meeting->attendance, Attendee, i);
        const char *other = attendee->person.name;
        if (!other || !names_agree(other, name))
            continue;
        int rank = 1 + 2 * (strcmp(other, name) == 0) + serves(attendee);
        if (rank > best) {
            found = attendee;
            best = rank;
        }
    }
    return found;
}

static const Attendee *nearest(const Meeting *meeting, const char *name)
{
    const Attendee *near = NULL;
    int least = most_apart(name) + 1;
    for (guint i = 0; i < length_of(meeting->attendance); i++) {
        const Attendee *attendee = &g_array_index(meeting->attendance, Attendee, i);
        int apart = attendee->person.name ? names_apart(name, attendee->person.name) : least;
        if (apart > 0 && apart < least) {
            near = attendee;
            least = apart;
        }
    }
    return near;
}

static void look_up(const Meeting *meeting, Use *use)
{
    use->attendee = attendee_of(meeting, use->person->name);
    if (!use->attendee)
        use->near = nearest(meeting, use->person->name);
}

/* A list that lacks most of those who are named was not read whole, or is no list of all: then nobody's
 * absence says anything. */
static bool list_is_partial(const GArray *uses)
{
    guint unknown = 0;
    for (guint i = 0; i < uses->len; i++)
        unknown += !g_array_index(uses, Use, i).attendee;
    return unknown > 2 && unknown * 2 > uses->len;
}

/* ---- what is found ---- */

/* Whoever serves at the meeting may have come later or left, or been replaced: then who took part in the item
 * says more than the list. */
static void check_service(const Examination *e, const Use *use, CheckKind kind, Place place)
{
    const GArray *participants = use->item->participants;
    examination_case(e, kind);
    if (!serves(use->attendee))
        examination_find(e, kind, place, use->person->name, NULL);
    else if (length_of(participants) && !is_among(participants, use->person->name))
        examination_find(e, kind, place, use->person->name, "tjänstgör inte i ärendet");
}

static void check_use(const Examination *e, const Use *use)
{
    const Person *person = use->person;
    const Place place = {use->item, person->source.page, person->source.block};
    CheckKind absent = act_checks[use->act].absent, not_serving = act_checks[use->act].not_serving;
    if (examination_damaged(e, person->source.page))
        return;

    examination_case(e, CHECK_NAME_CLOSE);
    if (use->near)
        examination_find(e, CHECK_NAME_CLOSE, place, person->name, "i närvarolistan: %s",
                         use->near->person.name);
    else if (absent != CHECK__MAX)
        examination_ask(e, absent, !use->attendee, place, person->name);
    if (!use->attendee)
        return;
    if (not_serving != CHECK__MAX)
        check_service(e, use, not_serving, place);
    if (person->party && use->attendee->person.party) {
        examination_case(e, CHECK_PARTY_DIFFERS);
        if (g_ascii_strcasecmp(person->party, use->attendee->person.party) != 0)
            examination_find(e, CHECK_PARTY_DIFFERS, place, person->name, "här %s, i närvarolistan %s",
                             person->party, use->attendee->person.party);
    }
}

/* The members that a document without a whole list has: names by how many uses they have. */
static GHashTable *names_of(const GArray *uses)
{
    GHashTable *names = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < uses->len; i++) {
        const char *name = g_array_index(uses, Use, i).person->name;
        int times = GPOINTER_TO_INT(g_hash_table_lookup(names, name));
        g_hash_table_insert(names, (char *)name, GINT_TO_POINTER(times + 1));
    }
    return names;
}

/* The uses of names that return, each name once with each party; a board has no more members than are looked
 * at. */
static GPtrArray *returning(const GArray *uses, GHashTable *names)
{
    GPtrArray *persons = g_ptr_array_new();
    g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (guint i = 0; i < uses->len && persons->len < MOST_RETURNING; i++) {
        const Person *person = g_array_index(uses, Use, i).person;
        if (GPOINTER_TO_INT(g_hash_table_lookup(names, person->name)) >= TIMES_TO_RETURN &&
            g_hash_table_add(seen,
                             g_strdup_printf("%s (%s)", person->name, person->party ? person->party : "")))
            g_ptr_array_add(persons, (gpointer)person);
    }
    return persons;
}

/* Without a list, a name that stands once is compared with those that return: a misspelt one seldom does. */
static void compare_uses(const Examination *e, const GArray *uses)
{
    g_autoptr(GHashTable) names = names_of(uses);
    g_autoptr(GPtrArray) others = returning(uses, names);
    for (guint i = 0; i < uses->len; i++) {
        const Use *use = &g_array_index(uses, Use, i);
        const Person *person = use->person;
        if (GPOINTER_TO_INT(g_hash_table_lookup(names, person->name)) > 1 ||
            examination_damaged(e, person->source.page))
            continue;
        examination_case(e, CHECK_NAME_VARIES);
        for (guint j = 0; j < others->len; j++) {
            const Person *other = others->pdata[j];
            if (g_strcmp0(other->party, person->party) != 0)
                continue;
            int apart = names_apart(person->name, other->name);
            if (apart == 0 || apart > most_apart(person->name))
                continue;
            examination_find(e, CHECK_NAME_VARIES,
                             (Place){use->item, person->source.page, person->source.block}, person->name,
                             "annars: %s", other->name);
            break;
        }
    }
}

/* Chair, secretary and adjusters: only their spelling, since they may stand outside the list. */
static void check_leader(const Examination *e, const Fact *fact)
{
    if (!fact->value || examination_damaged(e, fact->source.page))
        return;
    const Attendee *near = attendee_of(e->meeting, fact->value) ? NULL : nearest(e->meeting, fact->value);
    examination_case(e, CHECK_NAME_CLOSE);
    if (near)
        examination_find(e, CHECK_NAME_CLOSE, (Place){NULL, fact->source.page, fact->source.block},
                         fact->value, "i närvarolistan: %s", near->person.name);
}

static void check_leaders(const Examination *e)
{
    check_leader(e, &e->meeting->chair);
    check_leader(e, &e->meeting->secretary);
    for (guint i = 0; i < length_of(e->meeting->adjusters); i++)
        check_leader(e, &g_array_index(e->meeting->adjusters, Fact, i));
}

/* ---- who should not have voted ---- */

static bool votes_in(const Vote *vote, const char *name)
{
    for (guint i = 0; i < length_of(vote->ballots); i++) {
        const Ballot *ballot = &g_array_index(vote->ballots, Ballot, i);
        if (ballot->choice <= BALLOT_NO && ballot->person.name && names_agree(ballot->person.name, name))
            return true;
    }
    return false;
}

/* True when a vote is on whether to decide at all, today or here: who declines to decide may vote in it. */
static bool is_on_procedure(const Vote *vote)
{
    static const char *const words[] = {"återremi", "bordlägg", "avgör"};
    g_autofree char *meaning = g_strconcat(vote->yes_means ? vote->yes_means : "", " ", vote->no_means, NULL);
    for (gsize i = 0; i < G_N_ELEMENTS(words); i++)
        if (strstr(meaning, words[i]))
            return true;
    return false;
}

/* The last vote on the matter, or NULL. Who declines to take part in the decision may have voted before it.
 */
static const Vote *deciding_vote(const Item *item)
{
    for (guint i = length_of(item->votes); i > 0; i--) {
        const Vote *vote = &g_array_index(item->votes, Vote, i - 1);
        if (!is_on_procedure(vote))
            return vote;
    }
    return NULL;
}

static bool votes_at_all(const Item *item, const char *name)
{
    for (guint i = 0; i < length_of(item->votes); i++)
        if (votes_in(&g_array_index(item->votes, Vote, i), name))
            return true;
    return false;
}

static void check_declined(const Examination *e, const Item *item)
{
    for (guint i = 0; i < length_of(item->conflicts); i++) {
        const Person *person = &g_array_index(item->conflicts, Person, i);
        const Place place = {item, person->source.page, person->source.block};
        if (person->name && length_of(item->votes))
            examination_ask(e, CHECK_CONFLICT_VOTED, votes_at_all(item, person->name), place, person->name);
        if (person->name && length_of(item->participants))
            examination_ask(e, CHECK_CONFLICT_DECIDES, is_among(item->participants, person->name), place,
                            person->name);
    }
    const Vote *vote = deciding_vote(item);
    for (guint i = 0; vote && i < length_of(item->not_taking_part); i++) {
        const Person *person = &g_array_index(item->not_taking_part, Person, i);
        if (!person->name || is_among(item->conflicts, person->name))
            continue;
        examination_ask(e, CHECK_DECLINED_VOTED, votes_in(vote, person->name),
                        (Place){item, person->source.page, person->source.block}, person->name);
    }
}
