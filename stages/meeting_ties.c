/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ties between facts of an item: which motions Ja and Nej stood for, which motion a reservation is for, and
 * whether those who voted were there. */
#include "meeting_parts.h"

#include <string.h>

typedef struct {
    const char *words;
    MotionKind kind;
} Side;

/* How the words for Ja and Nej begin, and the kind of motion they stand for. */
static const Side sides[] = {
    {"bifall", MOTION_APPROVAL},
    {"att bifalla", MOTION_APPROVAL},
    {"bifalla", MOTION_APPROVAL},
    {"att tillstyrka", MOTION_APPROVAL},
    {"avslag", MOTION_REJECTION},
    {"att avslå", MOTION_REJECTION},
    {"avslå", MOTION_REJECTION},
    {"att avstyrka", MOTION_REJECTION},
    {"ärendets återremiss", MOTION_REFERRAL},
    {"återremiss", MOTION_REFERRAL},
    {"att återremittera", MOTION_REFERRAL},
};

static void name_facts(const Draft *draft, Item *item);
static GArray *motions_meant(const Item *item, const char *means, const char *other);
static void tie_reservations(Item *item);
static void compare_voters(const Draft *draft, const Item *item, const Vote *vote);

void ties_of_items(const Draft *draft)
{
    const Meeting *meeting = draft->meeting;

    for (guint i = 0; meeting->items && i < meeting->items->len; i++) {
        Item *item = &g_array_index(meeting->items, Item, i);
        name_facts(draft, item);
        for (guint v = 0; item->votes && v < item->votes->len; v++) {
            Vote *vote = &g_array_index(item->votes, Vote, v);
            vote->yes_motions = motions_meant(item, vote->yes_means, vote->no_means);
            vote->no_motions = motions_meant(item, vote->no_means, vote->yes_means);
            compare_voters(draft, item, vote);
        }
        tie_reservations(item);
    }
}

/* Motions and votes get the names by which others refer to them. */
static void name_facts(const Draft *draft, Item *item)
{
    for (guint i = 0; item->motions && i < item->motions->len; i++) {
        g_autofree char *id = g_strdup_printf("%s-yrkande%u", item->id, i + 1);
        g_array_index(item->motions, Motion, i).id = draft_string(draft, id, -1);
    }
    for (guint i = 0; item->votes && i < item->votes->len; i++) {
        g_autofree char *id = g_strdup_printf("%s-votering%u", item->id, i + 1);
        g_array_index(item->votes, Vote, i).id = draft_string(draft, id, -1);
    }
}

/* What a side is about: the words after its kind and preposition; NULL when it is the kind alone. */
static const char *side_object(const char *means, const Side **side)
{
    static const char *const before[] = {" till ", " på ", " av ", " "};
    const char *rest = NULL;

    *side = NULL;
    for (gsize i = 0; means && i < G_N_ELEMENTS(sides) && *side == NULL; i++)
        if (text_begins(means, sides[i].words, &rest) && !text_is_letter_or_digit(g_utf8_get_char(rest)))
            *side = &sides[i];
    if (*side == NULL)
        return NULL;
    for (gsize i = 0; i < G_N_ELEMENTS(before); i++)
        if (text_begins(rest, before[i], &rest))
            return rest;
    return NULL;
}

static bool same_words(const char *a, const char *b)
{
    g_autofree char *left = a ? text_key(a) : NULL, *right = b ? text_key(b) : NULL;

    return left != NULL && right != NULL && strcmp(left, right) == 0;
}

/* The motions that a side stands for: of the same kind about the same, or those of the persons it names
 * ("bifall till Anna Bergs yrkande"). `other` is what the other side is about: "avslag" alone rejects that.
 */
static GArray *motions_meant(const Item *item, const char *means, const char *other)
{
    const Side *side, *against;
    const char *object = side_object(means, &side), *rejected = side_object(other, &against);
    GArray *meant = NULL;

    for (guint i = 0; side != NULL && item->motions && i < item->motions->len; i++) {
        const Motion *motion = &g_array_index(item->motions, Motion, i);
        bool same = motion->kind == side->kind && same_words(motion->object, object ? object : rejected);
        bool named = side->kind == MOTION_APPROVAL && object != NULL && motion->kind != MOTION_APPROVAL &&
                     strstr(object, motion->person.name) != NULL && text_has_word(object, "yrkande");
        bool approves = side->kind == MOTION_APPROVAL && motion->kind == MOTION_APPROVAL && object != NULL &&
                        strstr(object, motion->person.name) != NULL;
        if (side->kind == MOTION_REFERRAL && motion->kind == MOTION_REFERRAL && object == NULL)
            same = true;
        if (same || named || approves) {
            MotionRef ref = {motion->id};
            draft_append(&meant, sizeof ref, &ref);
        }
    }
    return meant;
}

static bool refers_to(const GArray *refs, const char *id)
{
    for (guint i = 0; refs && i < refs->len; i++)
        if (strcmp(g_array_index(refs, MotionRef, i).motion, id) == 0)
            return true;
    return false;
}

static const Ballot *ballot_of(const Vote *vote, const char *name)
{
    for (guint i = 0; vote->ballots && i < vote->ballots->len; i++)
        if (strcmp(g_array_index(vote->ballots, Ballot, i).person.name, name) == 0)
            return &g_array_index(vote->ballots, Ballot, i);
    return NULL;
}

/* The last vote that the person lost; NULL: none, or it is not known who won. */
static const Vote *vote_lost(const Item *item, const char *name)
{
    for (guint i = item->votes ? item->votes->len : 0; i > 0; i--) {
        const Vote *vote = &g_array_index(item->votes, Vote, i - 1);
        const Ballot *ballot = ballot_of(vote, name);
        if (ballot == NULL || vote->yes < 0 || vote->no < 0 || vote->yes == vote->no)
            continue;
        if (ballot->choice == (vote->yes > vote->no ? BALLOT_NO : BALLOT_YES))
            return vote;
    }
    return NULL;
}

/* A reservation is for what its maker moved and lost: the one motion that no vote carried, or, of those who
 * moved nothing, the one motion of the side that they voted for. */
static void tie_reservations(Item *item)
{
    for (guint r = 0; item->reservations && r < item->reservations->len; r++) {
        const Person *person = &g_array_index(item->reservations, Person, r);
        ReservationTie tie = {.person = *person};
        const Vote *lost = vote_lost(item, person->name);
        const GArray *side = lost ? (lost->yes > lost->no ? lost->no_motions : lost->yes_motions) : NULL;
        guint own = 0;

        for (guint i = 0; item->motions && i < item->motions->len; i++) {
            const Motion *motion = &g_array_index(item->motions, Motion, i);
            bool carried = false;
            for (guint v = 0; item->votes && v < item->votes->len; v++) {
                const Vote *vote = &g_array_index(item->votes, Vote, v);
                const GArray *won = vote->yes > vote->no ? vote->yes_motions : vote->no_motions;
                carried = carried || refers_to(won, motion->id);
            }
            if (carried || strcmp(motion->person.name, person->name) != 0)
                continue;
            tie.motion = motion->id;
            own++;
        }
        if (own != 1)
            tie.motion = own == 0 && side && side->len == 1 ? g_array_index(side, MotionRef, 0).motion : NULL;
        tie.vote = lost ? lost->id : NULL;
        tie.person.source.basis = BASIS_DERIVED;
        if (tie.motion != NULL || tie.vote != NULL)
            draft_append(&item->reservation_ties, sizeof tie, &tie);
    }
}

static bool holds_person(const GArray *persons, const char *name)
{
    for (guint i = 0; persons && i < persons->len; i++)
        if (g_strcmp0(g_array_index(persons, Person, i).name, name) == 0)
            return true;
    return false;
}

/* Voters whom the attendance list does not know are noted where it knows most of them: a list that is cut
 * short or stands elsewhere knows none. More votes than persons, and votes of those with a conflict of
 * interest, disagree with what else the minutes say. */
static void compare_voters(const Draft *draft, const Item *item, const Vote *vote)
{
    guint known = 0, all = vote->ballots ? vote->ballots->len : 0;

    for (guint i = 0; i < all; i++)
        known += attendee_named(draft->meeting, g_array_index(vote->ballots, Ballot, i).person.name) != NULL;
    for (guint i = 0; i < all; i++) {
        const Ballot *ballot = &g_array_index(vote->ballots, Ballot, i);
        const Person *person = &ballot->person;
        if (ballot->choice == BALLOT_ABSENT)
            continue;
        if (known * 2 >= all && attendee_named(draft->meeting, person->name) == NULL)
            draft_note(draft, NOTE_PERSON_UNKNOWN, person->source.page, person->source.block, person->name);
        if (holds_person(item->conflicts, person->name))
            draft_note(draft, NOTE_VOTE_DIFFERS, person->source.page, person->source.block, person->name);
    }
    int cast = MAX(vote->yes, 0) + MAX(vote->no, 0) + MAX(vote->abstain, 0);
    if (item->participants != NULL && item->participants->len > 0 && cast > (int)item->participants->len)
        draft_note(draft, NOTE_VOTE_DIFFERS, vote->source.page, vote->source.block, NULL);
}
