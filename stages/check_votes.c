/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Votes: whether there is a result, how each member voted, and whether numbers and names agree. */
#include "check_parts.h"

static const char *const choice_words[] = {
    [BALLOT_YES] = "ja", [BALLOT_NO] = "nej", [BALLOT_ABSTAIN] = "avstår"};

/* The most that can vote at one time; 0 where the minutes do not say. */
static int serving_of(const Meeting *meeting)
{
    int serving = 0;
    for (guint i = 0; i < length_of(meeting->attendance); i++) {
        AttendanceGroup group = g_array_index(meeting->attendance, Attendee, i).group;
        serving += group == GROUP_MEMBER || group == GROUP_SERVING_SUBSTITUTE;
    }
    return serving;
}

static void compare_counts(const Examination *e, const Vote *vote, Place place)
{
    const int printed[] = {vote->yes, vote->no, vote->abstain};
    int counted[G_N_ELEMENTS(printed)] = {0};
    for (guint i = 0; i < length_of(vote->ballots); i++) {
        BallotChoice choice = g_array_index(vote->ballots, Ballot, i).choice;
        if (choice < G_N_ELEMENTS(counted))
            counted[choice]++;
    }
    examination_case(e, CHECK_VOTE_COUNT);
    for (gsize i = 0; i < G_N_ELEMENTS(printed); i++)
        if (printed[i] >= 0 && printed[i] != counted[i])
            examination_find(e, CHECK_VOTE_COUNT, place, NULL, "tryckt %d %s, uppräknade %d", printed[i],
                             choice_words[i], counted[i]);
}

static void find_doubles(const Examination *e, const Vote *vote, Place place)
{
    g_autoptr(GHashTable) voters = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (guint i = 0; i < length_of(vote->ballots); i++) {
        const Ballot *ballot = &g_array_index(vote->ballots, Ballot, i);
        if (ballot->choice == BALLOT_ABSENT || !ballot->person.name)
            continue;
        char *voter = g_strconcat(ballot->person.name, " (", ballot->person.party, NULL);
        bool first = g_hash_table_add(voters, voter);
        place.block = ballot->person.source.block;
        place.page = ballot->person.source.page;
        examination_ask(e, CHECK_VOTED_TWICE, !first, place, ballot->person.name);
    }
}

static void check_vote(const Examination *e, const Item *item, const Vote *vote, int serving)
{
    const Place place = {item, vote->source.page, vote->source.block};
    bool result = vote->yes >= 0 && vote->no >= 0;
    examination_ask(e, CHECK_RESULT_MISSING, !result, place, NULL);
    if (length_of(vote->ballots)) {
        examination_case(e, CHECK_BALLOTS_MISSING);
        if (result)
            compare_counts(e, vote, place);
        find_doubles(e, vote, place);
    } else if (item_says(item, "bilaga") || item_says(item, "omröstningslista")) {
        examination_ask(e, CHECK_BALLOTS_ELSEWHERE, true, place, NULL);
    } else if (!vote->closed && !item_says(item, "sluten")) {
        examination_ask(e, CHECK_BALLOTS_MISSING, true, place, NULL);
    }
    if (result)
        examination_ask(e, CHECK_TIE, vote->yes == vote->no && vote->decided_by == DECIDED_BY_MAJORITY, place,
                        NULL);
    if (length_of(item->participants))
        serving = (int)item->participants->len;
    gint64 cast = (gint64)vote->yes + vote->no + MAX(vote->abstain, 0);
    if (result && serving) {
        examination_case(e, CHECK_VOTE_EXCESS);
        if (cast > serving)
            examination_find(e, CHECK_VOTE_EXCESS, place, NULL,
                             "%" G_GINT64_FORMAT " röster, %d tjänstgörande", cast, serving);
        examination_case(e, CHECK_VOTE_SHORT);
        if (cast < serving && length_of(item->participants))
            examination_find(e, CHECK_VOTE_SHORT, place, NULL, "%" G_GINT64_FORMAT " röster, %d deltagande",
                             cast, serving);
    }
}

void check_votes(const Examination *e)
{
    int serving = serving_of(e->meeting);
    for (guint i = 0; i < length_of(e->meeting->items); i++) {
        const Item *item = &g_array_index(e->meeting->items, Item, i);
        for (guint j = 0; j < length_of(item->votes); j++)
            check_vote(e, item, &g_array_index(item->votes, Vote, j), serving);
        for (guint j = 0; j < length_of(item->sections); j++) {
            const Section *section = &g_array_index(item->sections, Section, j);
            if (section->kind == SECTION_VOTE && !length_of(item->votes))
                examination_ask(e, CHECK_RESULT_MISSING, true, (Place){item, section->page, NULL},
                                section->heading);
        }
    }
}
