/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Votes and reservations by party, as far as the minutes say which party somebody is of. */
#include "digest_parts.h"

#include <stdlib.h>
#include <string.h>

static const char *party_of(const Meeting *meeting, const Person *person);
static const char *asked_for(ItemView *view, const GArray *motions, const char *means);
static void count_ballot(GArray **parties, const char *party, BallotChoice choice);
static int margin(const DigestVote *vote);
static gint by_size(gconstpointer a, gconstpointer b);
static gint by_closeness(gconstpointer a, gconstpointer b);
static gint by_count(gconstpointer a, gconstpointer b);

GArray *digest_votes(ItemView *view)
{
    GArray *votes = NULL;
    for (guint i = 0; view->item->votes && i < view->item->votes->len; i++) {
        const Vote *vote = &g_array_index(view->item->votes, Vote, i);
        if (meeting_damaged_page(view->meeting, vote->source.page, vote->source.page))
            continue;
        DigestVote made = {
            .source = {vote->source.page, digest_string(view->maker, vote->source.block), vote->source.basis},
            .yes = vote->yes,
            .no = vote->no,
            .abstain = vote->abstain,
            .absent = vote->absent,
            .yes_means = digest_string(view->maker, vote->yes_means),
            .no_means = digest_string(view->maker, vote->no_means),
            .yes_for = asked_for(view, vote->yes_motions, vote->yes_means),
            .no_for = asked_for(view, vote->no_motions, vote->no_means),
            .of = vote,
            .closed = vote->closed,
            .decided_by = vote->decided_by,
            .checked = vote->checked,
            .named = vote->ballots ? (int)vote->ballots->len : 0};
        for (int j = 0; j < made.named; j++) {
            const Ballot *ballot = &g_array_index(vote->ballots, Ballot, j);
            const char *party = party_of(view->meeting, &ballot->person);
            count_ballot(&made.parties, digest_string(view->maker, party), ballot->choice);
        }
        if (made.parties)
            g_array_sort(made.parties, by_size);
        votes = digest_appended(votes, sizeof made, &made);
    }
    if (votes)
        g_array_sort(votes, by_closeness);
    return votes;
}

/* One whose numbers are not known was called for because there was no agreement. */
bool digest_is_divided(const DigestVote *vote)
{
    return vote->yes != 0 && vote->no != 0;
}

bool digest_voted_against(const DigestVote *vote, const char *party)
{
    for (guint i = 0; vote->parties && i < vote->parties->len; i++) {
        const DigestParty *counted = &g_array_index(vote->parties, DigestParty, i);
        if (!counted->name || g_ascii_strcasecmp(counted->name, party) != 0)
            continue;
        if (vote->yes > vote->no)
            return counted->no > counted->yes;
        if (vote->no > vote->yes)
            return counted->yes > counted->no;
    }
    return false;
}

/* 1: for, -1: against, 0: neither. */
static int side_of(const DigestParty *party)
{
    return (party->yes > party->no) - (party->yes < party->no);
}

static int side_of_name(const DigestVote *vote, const char *name)
{
    for (guint i = 0; vote->parties && i < vote->parties->len; i++) {
        const DigestParty *party = &g_array_index(vote->parties, DigestParty, i);
        if (party->name == name)
            return side_of(party);
    }
    return 0;
}

/* What Ja stands for may be the other way round: then all have changed sides. */
bool digest_votes_are_alike(const DigestVote *a, const DigestVote *b)
{
    int same = 0, turned = 0, in_favour = 0;
    if (!a->parties || !b->parties)
        return !a->parties && !b->parties && a->yes > 0 && a->yes == b->yes && a->no == b->no;
    for (guint i = 0; i < a->parties->len; i++) {
        const DigestParty *party = &g_array_index(a->parties, DigestParty, i);
        int side = side_of(party), other = party->name ? side_of_name(b, party->name) : 0;
        same += side * other > 0;
        turned += side * other < 0;
        in_favour += side > 0 && other != 0;
    }
    return same * turned == 0 && in_favour > 0 && in_favour < same + turned;
}

GArray *digest_reserved(ItemView *view)
{
    GArray *reserved = NULL;
    const GArray *persons = view->item->reservations;
    for (guint i = 0; persons && i < persons->len; i++) {
        const Person *person = &g_array_index(persons, Person, i);
        if (meeting_damaged_page(view->meeting, person->source.page, person->source.page))
            continue;
        const char *party = party_of(view->meeting, person);
        guint at = 0;
        while (reserved && at < reserved->len &&
               g_strcmp0(g_array_index(reserved, DigestReserved, at).name, party) != 0)
            at++;
        DigestReserved made = {.name = digest_string(view->maker, party)};
        if (!reserved || at == reserved->len)
            reserved = digest_appended(reserved, sizeof made, &made);
        g_array_index(reserved, DigestReserved, at).count++;
    }
    if (reserved)
        g_array_sort(reserved, by_count);
    return reserved;
}

/* A motion in as many words as a line holds. */
enum { ASKED_WORDS = 16 };

/* What the motion asks for that "bifall till Karin Pleijels yrkande" speaks of. */
static const char *asked_for(ItemView *view, const GArray *motions, const char *means)
{
    const GArray *all = view->item->motions;
    if (!means || !text_find_word(means, "yrkande*", NULL))
        return NULL;
    for (guint i = 0; motions && i < motions->len; i++)
        for (guint j = 0; all && j < all->len; j++) {
            const Motion *motion = &g_array_index(all, Motion, j);
            if (motion->kind == MOTION_APPROVAL && motion->object &&
                text_words(motion->object) <= ASKED_WORDS &&
                g_strcmp0(motion->id, g_array_index(motions, MotionRef, i).motion) == 0)
                return digest_string(view->maker, motion->object);
        }
    return NULL;
}

/* As printed beside the name, or in the list of those present when it has one person of that name. */
static const char *party_of(const Meeting *meeting, const Person *person)
{
    const char *party = NULL;
    if (person->party)
        return person->party;
    for (guint i = 0; meeting->attendance && i < meeting->attendance->len; i++) {
        const Person *present = &g_array_index(meeting->attendance, Attendee, i).person;
        if (!present->party || g_strcmp0(present->name, person->name) != 0)
            continue;
        if (party && strcmp(party, present->party) != 0)
            return NULL;
        party = present->party;
    }
    return party;
}

static void count_ballot(GArray **parties, const char *party, BallotChoice choice)
{
    guint at = 0;
    while (*parties && at < (*parties)->len &&
           g_strcmp0(g_array_index(*parties, DigestParty, at).name, party) != 0)
        at++;
    if (!*parties || at == (*parties)->len)
        *parties = digest_appended(*parties, sizeof(DigestParty), &(DigestParty){.name = party});
    DigestParty *counted = &g_array_index(*parties, DigestParty, at);
    counted->yes += choice == BALLOT_YES;
    counted->no += choice == BALLOT_NO;
    counted->abstain += choice == BALLOT_ABSTAIN;
    counted->absent += choice == BALLOT_ABSENT;
}

/* Votes between the sides; more than there can be where the numbers are not known. */
static int margin(const DigestVote *vote)
{
    return vote->yes < 0 || vote->no < 0 ? G_MAXINT : abs(vote->yes - vote->no);
}

static gint by_closeness(gconstpointer a, gconstpointer b)
{
    const DigestVote *first = a, *second = b;
    if ((first->decided_by != DECIDED_BY_MAJORITY) != (second->decided_by != DECIDED_BY_MAJORITY))
        return second->decided_by != DECIDED_BY_MAJORITY ? 1 : -1;
    if (margin(first) != margin(second))
        return margin(first) < margin(second) ? -1 : 1;
    return first->source.page - second->source.page;
}

static gint by_size(gconstpointer a, gconstpointer b)
{
    const DigestParty *first = a, *second = b;
    int more = (second->yes + second->no + second->abstain + second->absent) -
               (first->yes + first->no + first->abstain + first->absent);
    return more ? more : g_strcmp0(first->name, second->name);
}

static gint by_count(gconstpointer a, gconstpointer b)
{
    const DigestReserved *first = a, *second = b;
    return second->count != first->count ? second->count - first->count
                                         : g_strcmp0(first->name, second->name);
}
