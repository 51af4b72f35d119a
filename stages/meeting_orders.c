/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Orders of votes: what Ja and Nej stand for, in a sentence or in two, each for the vote that it was stated
 * for. */
#include "meeting_votes.h"

#include <string.h>

/* The order that was stated last. */
static Vote *last_order(Reading *reading)
{
    GArray *orders = reading->orders;

    return orders->len > reading->orders_used ? &g_array_index(orders, Vote, orders->len - 1)
                                              : &reading->vote;
}

/* Where what Ja and Nej stand for goes: into the vote that begins with it, or behind those whose numbers are
 * still to come. */
static Vote *next_order(Reading *reading)
{
    if (reading->begun)
        vote_next(reading);
    const Vote *last = last_order(reading);
    bool complete = last->yes_means != NULL && last->no_means != NULL;
    if (reading->proposed && (complete || last != &reading->vote)) {
        Vote empty = {0};
        g_array_append_val(reading->orders, empty);
        return last_order(reading);
    }
    vote_next(reading);
    reading->proposed = true;
    return &reading->vote;
}

bool order_in_text(Reading *reading, const Block *block, const char *text)
{
    static const Form meanings[] = {FORM_MEANING, FORM_MEANING_WHO};
    bool whole = false; /* what both stand for is in one sentence */
    for (gsize i = 0; i < G_N_ELEMENTS(meanings) && !whole; i++) {
        GMatchInfo *match = draft_match(reading->draft, meanings[i], text);
        if (match == NULL)
            continue;
        const char *yes = draft_group(reading->draft, match, 1), *no = draft_group(reading->draft, match, 2);
        g_match_info_free(match);
        whole = true;
        if (g_strcmp0(yes, reading->vote.yes_means) == 0 && g_strcmp0(no, reading->vote.no_means) == 0 &&
            !reading->begun)
            break; /* said again */
        Vote *vote = next_order(reading);
        vote->source = draft_source(reading->draft, block, BASIS_STATED);
        vote->yes_means = yes;
        vote->no_means = no;
    }
    return whole;
}

void order_in_sentence(Reading *reading, const Block *block, const char *sentence)
{
    static const struct {
        Form form;
        int choice, meaning; /* groups */
    } lines[] = {{FORM_MEANING_LINE, 1, 2}, {FORM_MEANING_WHO_LINE, 2, 1}};
    Vote *vote = last_order(reading);

    for (gsize i = 0; i < G_N_ELEMENTS(lines); i++) {
        GMatchInfo *match = draft_match(reading->draft, lines[i].form, sentence);
        if (match == NULL)
            continue;
        g_autofree char *choice = g_match_info_fetch(match, lines[i].choice);
        bool yes = g_ascii_strcasecmp(choice, "ja") == 0;
        const char *meaning = draft_group(reading->draft, match, lines[i].meaning);
        g_match_info_free(match);
        const char *same = yes ? vote->yes_means : vote->no_means,
                   *other = yes ? vote->no_means : vote->yes_means;
        if (g_strcmp0(meaning, same) == 0 && !reading->begun)
            return; /* said again */
        if (!reading->proposed || other == NULL || same != NULL)
            vote = next_order(reading);
        *(yes ? &vote->yes_means : &vote->no_means) = meaning;
        vote->source = draft_source(reading->draft, block, BASIS_STATED);
        return;
    }
}

void order_of_next_vote(Reading *reading)
{
    Vote *vote = &reading->vote;

    if (reading->orders->len == reading->orders_used)
        return;
    const Vote *order = &g_array_index(reading->orders, Vote, reading->orders_used++);
    vote->yes_means = order->yes_means;
    vote->no_means = order->no_means;
    vote->source = order->source;
    reading->proposed = true;
}
