/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What differs between two versions of the minutes of a meeting, in their own words. */
#include "site_page.h"

#include <string.h>

#include "base/notes.h"

typedef struct {
    GArray *changes;
    GStringChunk *chunk;
    const Item *item; /* the one that is compared, or is in one version alone */
} Comparison;

static void compare_items(Comparison *comparison, const Item *before, const Item *after);
static void compare_decisions(Comparison *comparison, const Item *before, const Item *after);
static const Item *item_of(const Meeting *meeting, const char *number);
static void add(Comparison *comparison, SiteChangeKind kind, const char *before, const char *after);
static GPtrArray *decision_of(const Item *item);
static char *words_of(const GPtrArray *blocks, guint from, guint to);
static char *votes_of(const Item *item);
static char *names_of(const GArray *ballots, BallotChoice choice);

void site_changes(GArray *changes, const Meeting *before, const Meeting *after, GStringChunk *chunk)
{
    Comparison comparison = {.changes = changes, .chunk = chunk};
    for (guint i = 0; before->items && i < before->items->len; i++) {
        comparison.item = &g_array_index(before->items, Item, i);
        if (comparison.item->number && !item_of(after, comparison.item->number))
            add(&comparison, CHANGE_ITEM_REMOVED, NULL, NULL);
    }
    for (guint i = 0; after->items && i < after->items->len; i++) {
        comparison.item = &g_array_index(after->items, Item, i);
        const Item *was = comparison.item->number ? item_of(before, comparison.item->number) : NULL;
        if (was)
            compare_items(&comparison, was, comparison.item);
        else
            add(&comparison, CHANGE_ITEM_ADDED, NULL, NULL);
    }
}

static void compare_items(Comparison *comparison, const Item *before, const Item *after)
{
    if (g_strcmp0(before->title.value, after->title.value) != 0)
        add(comparison, CHANGE_TITLE, before->title.value, after->title.value);
    compare_decisions(comparison, before, after);
    if (before->outcome.kind != after->outcome.kind)
        add(comparison, CHANGE_OUTCOME, meeting_outcome_names[before->outcome.kind],
            meeting_outcome_names[after->outcome.kind]);
    g_autofree char *voted = votes_of(before), *votes = votes_of(after);
    if (strcmp(voted, votes) != 0)
        add(comparison, CHANGE_VOTE, voted, votes);
}

/* The blocks between those that are the same at the beginning and at the end. */
static void compare_decisions(Comparison *comparison, const Item *before, const Item *after)
{
    g_autoptr(GPtrArray) was = decision_of(before), is = decision_of(after);
    guint same = 0, tail = 0, shorter = MIN(was->len, is->len);
    while (same < shorter && strcmp(g_ptr_array_index(was, same), g_ptr_array_index(is, same)) == 0)
        same++;
    while (tail < shorter - same && strcmp(g_ptr_array_index(was, was->len - 1 - tail),
                                           g_ptr_array_index(is, is->len - 1 - tail)) == 0)
        tail++;
    if (same + tail == was->len && same + tail == is->len)
        return;
    g_autofree char *from = words_of(was, same, was->len - tail), *to = words_of(is, same, is->len - tail);
    add(comparison, CHANGE_DECISION, from, to);
}

static const Item *item_of(const Meeting *meeting, const char *number)
{
    for (guint i = 0; meeting->items && i < meeting->items->len; i++)
        if (g_strcmp0(g_array_index(meeting->items, Item, i).number, number) == 0)
            return &g_array_index(meeting->items, Item, i);
    return NULL;
}

static void add(Comparison *comparison, SiteChangeKind kind, const char *before, const char *after)
{
    const char *const strings[] = {comparison->item->number, comparison->item->title.value, before, after};
    const char *kept[G_N_ELEMENTS(strings)] = {NULL};
    for (gsize i = 0; i < G_N_ELEMENTS(strings); i++)
        if (strings[i] && *strings[i])
            kept[i] = g_string_chunk_insert(comparison->chunk, strings[i]);
    SiteChange change = {
        .kind = kind, .number = kept[0], .title = kept[1], .before = kept[2], .after = kept[3]};
    g_array_append_val(comparison->changes, change);
}

/* An array of the blocks' words. */
static GPtrArray *decision_of(const Item *item)
{
    GPtrArray *words = g_ptr_array_new_with_free_func(g_free);
    for (guint i = 0; item->sections && i < item->sections->len; i++) {
        const Section *section = &g_array_index(item->sections, Section, i);
        for (guint j = section->heading ? 1 : 0;
             section->kind == SECTION_DECISION && section->blocks && j < section->blocks->len; j++)
            g_ptr_array_add(words, block_plain(&g_array_index(section->blocks, Block, j)));
    }
    return words;
}

static char *words_of(const GPtrArray *blocks, guint from, guint to)
{
    GString *words = g_string_new(NULL);
    for (guint i = from; i < to; i++)
        g_string_append_printf(words, "%s%s", i > from ? "\n" : "", (char *)g_ptr_array_index(blocks, i));
    return g_string_free(words, FALSE);
}

/* "Ja 7 (Anna Ek (S), …), Nej 4 (…)", one line for each vote; what is not printed is left out. */
static char *votes_of(const Item *item)
{
    static const char *const labels[] = {
        [BALLOT_YES] = "Ja", [BALLOT_NO] = "Nej", [BALLOT_ABSTAIN] = "Avstår"};
    GString *text = g_string_new(NULL);
    for (guint i = 0; item->votes && i < item->votes->len; i++) {
        const Vote *vote = &g_array_index(item->votes, Vote, i);
        const int printed[] = {vote->yes, vote->no, vote->abstain};
        const char *before = i > 0 ? "\n" : "";
        for (guint choice = 0; choice < G_N_ELEMENTS(labels); choice++) {
            g_autofree char *names = names_of(vote->ballots, (BallotChoice)choice);
            if (printed[choice] < 0 && !*names)
                continue;
            g_string_append_printf(text, "%s%s", before, labels[choice]);
            if (printed[choice] >= 0)
                g_string_append_printf(text, " %d", printed[choice]);
            if (*names)
                g_string_append_printf(text, " (%s)", names);
            before = ", ";
        }
    }
    return g_string_free(text, FALSE);
}

static char *names_of(const GArray *ballots, BallotChoice choice)
{
    GString *names = g_string_new(NULL);
    for (guint i = 0; ballots && i < ballots->len; i++) {
        const Ballot *ballot = &g_array_index(ballots, Ballot, i);
        if (ballot->choice != choice || !ballot->person.name)
            continue;
        g_string_append_printf(names, "%s%s", names->len ? ", " : "", ballot->person.name);
        if (ballot->person.party)
            g_string_append_printf(names, " (%s)", ballot->person.party);
    }
    return g_string_free(names, FALSE);
}
