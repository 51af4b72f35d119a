/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The budget: how many candidates of each part lead, so that what leads is read in two minutes. */
#include "digest_parts.h"

/* Words besides those of the minutes: the heading of a part and how many more there are; day, §, page and
 * points of an entry; the label and page of a quotation; what stands for one that is too long; a vote; a
 * doubt. */
enum {
    WORDS_OF_PART = 8,
    WORDS_OF_PLACE = 9,
    WORDS_OF_LABEL = 6,
    WORDS_OF_LONG = 6,
    WORDS_OF_VOTE = 7,
    WORDS_OF_DOUBT = 12
};

static bool next_leads(const DigestMaker *maker, DigestPartKind kind, guint *shown, int *room);
static int words_of(const DigestMaker *maker, const DigestEntry *entry);

void digest_share(const DigestMaker *maker, guint shown[DIGEST_REST])
{
    int room = maker->signals->most_words > 0 ? maker->signals->most_words : G_MAXINT;
    for (bool more = true; more;) {
        more = false;
        for (DigestPartKind kind = DIGEST_WATCHED; kind < DIGEST_REST; kind++)
            for (int left = signals_part(maker->signals, kind).turn;
                 left > 0 && next_leads(maker, kind, &shown[kind], &room); left--)
                more = true;
    }
}

/* The first of each part leads whatever its length. One that does not fit ends its part, since the room grows
 * less: none is passed over for a shorter one. */
static bool next_leads(const DigestMaker *maker, DigestPartKind kind, guint *shown, int *room)
{
    const GArray *entries = maker->candidates[kind];
    if (*shown >= MIN(entries->len, (guint)MAX(signals_part(maker->signals, kind).shown, 0)))
        return false;
    int words =
        words_of(maker, &g_array_index(entries, DigestEntry, *shown)) + (*shown == 0 ? WORDS_OF_PART : 0);
    if (*shown > 0 && words > *room)
        return false;
    (*shown)++;
    *room -= words;
    return true;
}

static int words_in(const char *s)
{
    return s ? (int)text_words(s) : 0;
}

static int words_of_vote(const DigestVote *vote)
{
    int words = WORDS_OF_VOTE + words_in(vote->yes_means) + words_in(vote->no_means) +
                words_in(vote->yes_for) + words_in(vote->no_for);
    for (guint i = 0; vote->parties && i < vote->parties->len; i++) {
        const DigestParty *party = &g_array_index(vote->parties, DigestParty, i);
        words += 2 * ((party->yes > 0) + (party->no > 0) + (party->abstain > 0));
    }
    return words;
}

static int words_of(const DigestMaker *maker, const DigestEntry *entry)
{
    const DigestMeeting *meeting = &g_array_index(maker->meetings, MakerMeeting, entry->of).said;
    int words = WORDS_OF_PLACE + words_in(meeting->body) + words_in(meeting->principal) +
                words_in(entry->short_title ? entry->short_title : entry->title);
    for (guint i = 0; entry->quotes && i < entry->quotes->len; i++) {
        const DigestQuote *quote = &g_array_index(entry->quotes, DigestQuote, i);
        bool led = quote->lead && !quote->lead_last;
        words +=
            WORDS_OF_LABEL +
            (quote->length > 0 ? WORDS_OF_LONG : words_in(quote->words) + (led ? words_in(quote->lead) : 0));
    }
    if (entry->votes)
        words += words_of_vote(&g_array_index(entry->votes, DigestVote, 0));
    if (entry->reserved)
        words += WORDS_OF_LABEL + 2 * (int)entry->reserved->len;
    return words + WORDS_OF_DOUBT * (entry->notes ? (int)entry->notes->len : 0);
}
