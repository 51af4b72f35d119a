/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The choice: in which order the candidates of each part stand, and which of them are shown. */
#include "digest_parts.h"

#include <stdlib.h>
#include <string.h>

#include "base/address.h"

static void set_days(DigestMaker *maker);
static void name_meetings(DigestMaker *maker);
static void drop_entries_of_dropped(DigestMaker *maker, GArray *entries);
static void look_ahead(DigestMaker *maker, GArray *entries);
static void count_once(DigestMaker *maker, GArray *entries);
static void count_alike(DigestMaker *maker, GArray *entries);
static void choose_part(DigestMaker *maker, DigestPartKind kind, guint shown);
static void choose_rest(DigestMaker *maker);
static gint by_points(gconstpointer a, gconstpointer b, gpointer maker);
static gint by_amount(gconstpointer a, gconstpointer b, gpointer maker);
static gint by_day(gconstpointer a, gconstpointer b, gpointer maker);
static gint by_place(gconstpointer a, gconstpointer b, gpointer maker);

void digest_choose(DigestMaker *maker)
{
    set_days(maker);
    name_meetings(maker);
    for (int i = 0; i < DIGEST_PART__MAX; i++)
        drop_entries_of_dropped(maker, maker->candidates[i]);
    look_ahead(maker, maker->candidates[DIGEST_AHEAD]);
    for (int i = 0; i < DIGEST_REST; i++)
        g_array_sort_with_data(maker->candidates[i], i == DIGEST_MONEY ? by_amount : by_points, maker);
    count_once(maker, maker->candidates[DIGEST_MONEY]);
    count_alike(maker, maker->candidates[DIGEST_CONTESTED]);
    guint shown[DIGEST_REST] = {0};
    digest_share(maker, shown);
    for (DigestPartKind kind = DIGEST_WATCHED; kind < DIGEST_REST; kind++)
        choose_part(maker, kind, shown[kind]);
    choose_rest(maker);
    for (guint i = 0; maker->signals->signals && i < maker->signals->signals->len; i++) {
        Signal signal = g_array_index(maker->signals->signals, Signal, i);
        signal.text = digest_string(maker, signal.text);
        signal.words = NULL; /* they are in the file */
        maker->digest->signals = digest_appended(maker->digest->signals, sizeof signal, &signal);
    }
}

static MakerMeeting *meeting_of(const DigestMaker *maker, const DigestEntry *entry)
{
    return &g_array_index(maker->meetings, MakerMeeting, entry->of);
}

/* "oversikt/2025-03-01/2025-03-31/1f2e3d4c/", the last of all that narrows it. */
static const char *address_of_choice(DigestMaker *maker)
{
    const Digest *digest = maker->digest;
    const GArray *const chosen[] = {digest->bodies, digest->words, digest->parties};
    g_autoptr(GChecksum) sum = g_checksum_new(G_CHECKSUM_SHA256);
    for (gsize i = 0; i < G_N_ELEMENTS(chosen); i++) {
        for (guint j = 0; chosen[i] && j < chosen[i]->len; j++) {
            const char *s = g_array_index(chosen[i], const char *, j);
            g_checksum_update(sum, (const guchar *)s, (gssize)strlen(s) + 1);
        }
        g_checksum_update(sum, (const guchar *)"", 1);
    }
    g_autofree char *address =
        g_strdup_printf("oversikt/%s/%s/%.8s/", digest->from ? digest->from : "odaterat",
                        digest->to ? digest->to : "odaterat", g_checksum_get_string(sum));
    return digest_string(maker, address);
}

/* Those that were asked for, else those of the first and last meeting. */
static void set_days(DigestMaker *maker)
{
    const char *first = NULL, *last = NULL;
    for (guint i = 0; i < maker->meetings->len; i++) {
        const MakerMeeting *meeting = &g_array_index(maker->meetings, MakerMeeting, i);
        const char *date = meeting->said.date,
                   *end = meeting->said.last_date ? meeting->said.last_date : date;
        if (meeting->dropped || !date)
            continue;
        if (!first || strcmp(date, first) < 0)
            first = date;
        if (!last || strcmp(end, last) > 0)
            last = end;
    }
    Digest *digest = maker->digest;
    digest->from = maker->options->from ? digest_string(maker, maker->options->from) : first;
    digest->to = maker->options->to ? digest_string(maker, maker->options->to) : last;
    bool span = digest->from && digest->to && strcmp(digest->from, digest->to) != 0;
    g_autofree char *title = g_strconcat("Beslut i korthet", digest->from || digest->to ? " " : "",
                                         digest->from ? digest->from : "", span ? "–" : "",
                                         span || !digest->from ? digest->to : "", NULL);
    digest->title = digest_string(maker, title);
    digest->address = address_of_choice(maker);
}

/* ---- meetings ---- */

static const char *joined(DigestMaker *maker, const char *a, const char *b)
{
    g_autofree char *both = g_strconcat(a, b, NULL);
    return digest_string(maker, both);
}

static const char *first_number(const MakerMeeting *meeting)
{
    return meeting->numbers->len > 0 ? g_ptr_array_index(meeting->numbers, 0) : NULL;
}

static gint by_body(gconstpointer a, gconstpointer b)
{
    const DigestMeeting *first = &(*(MakerMeeting *const *)a)->said,
                        *second = &(*(MakerMeeting *const *)b)->said;
    const char *const keys[][2] = {{first->principal, second->principal},
                                   {first->body, second->body},
                                   {first->date, second->date},
                                   {first->file, second->file}};
    gint order = 0;
    for (gsize i = 0; i < G_N_ELEMENTS(keys) && order == 0; i++)
        order = g_strcmp0(keys[i][0], keys[i][1]);
    return order;
}

/* As on a site: of the meetings of a body on one day, the one whose items come later is told by its first. */
static void give_addresses(DigestMaker *maker, const GPtrArray *meetings)
{
    for (guint i = 0; i < meetings->len; i++) {
        MakerMeeting *meeting = g_ptr_array_index(meetings, i);
        const DigestMeeting *said = &meeting->said;
        const char *number = first_number(meeting);
        bool later = false;
        for (guint j = 0; j < meetings->len && meeting->key && number; j++) {
            const MakerMeeting *other = g_ptr_array_index(meetings, j);
            later = later || (g_strcmp0(other->key, meeting->key) == 0 && first_number(other) &&
                              atoi(first_number(other)) < atoi(number));
        }
        g_autofree char *day = address_of_meeting(said->principal, said->body, said->date, said->sha256);
        g_autofree char *item = later ? address_of_item(number, NULL) : NULL;
        g_autofree char *address =
            later ? g_strdup_printf("%.*s-%s", (int)strlen(day) - 1, day, item) : g_strdup(day);
        meeting->said.address = digest_string(maker, address);
        if (maker->options->base)
            meeting->said.link = joined(maker, maker->options->base, address);
    }
}

static void name_meetings(DigestMaker *maker)
{
    g_autoptr(GPtrArray) kept = g_ptr_array_new();
    for (guint i = 0; i < maker->meetings->len; i++) {
        MakerMeeting *meeting = &g_array_index(maker->meetings, MakerMeeting, i);
        if (!meeting->dropped)
            g_ptr_array_add(kept, meeting);
    }
    g_ptr_array_sort(kept, by_body);
    give_addresses(maker, kept);
    for (guint i = 0; i < kept->len; i++) {
        MakerMeeting *meeting = g_ptr_array_index(kept, i);
        g_autofree char *id = g_strdup_printf("m%u", i + 1);
        meeting->said.id = digest_string(maker, id);
        maker->digest->masked += meeting->said.masked;
        maker->digest->meetings =
            digest_appended(maker->digest->meetings, sizeof meeting->said, &meeting->said);
        meeting->said.notes = NULL; /* the digest has them now */
    }
}

/* ---- candidates ---- */

/* Takes away the entries for which `keep` is false. */
static void keep_entries(GArray *entries, bool (*keep)(DigestMaker *, DigestEntry *), DigestMaker *maker)
{
    guint kept = 0;
    for (guint i = 0; i < entries->len; i++) {
        DigestEntry *entry = &g_array_index(entries, DigestEntry, i);
        if (keep(maker, entry))
            g_array_index(entries, DigestEntry, kept++) = *entry;
        else
            model_clear(&digest_entry_type, entry);
    }
    g_array_set_size(entries, kept);
}

static bool is_of_kept_meeting(DigestMaker *maker, DigestEntry *entry)
{
    const MakerMeeting *of = meeting_of(maker, entry);
    if (of->dropped)
        return false;
    g_autofree char *id = g_strconcat(of->said.id, "-", entry->id, NULL);
    entry->meeting = of->said.id;
    entry->address = joined(maker, of->said.address, entry->address);
    if (maker->options->base)
        entry->link = entry->listed ? of->said.link : joined(maker, maker->options->base, entry->address);
    entry->id = digest_string(maker, id);
    return true;
}

static void drop_entries_of_dropped(DigestMaker *maker, GArray *entries)
{
    keep_entries(entries, is_of_kept_meeting, maker);
}

static int weight_of(const DigestMaker *maker, const DigestQuote *quote)
{
    const Signal *day = quote->date ? signals_find(maker->signals, quote->signal) : NULL;
    const Signal *assignment = quote->who ? signals_find(maker->signals, SIGNAL_ASSIGNMENT) : NULL;
    return (day ? day->weight : 0) + (assignment ? assignment->weight : 0);
}

/* What is due before the digest ends has been, and tells nobody what happens next. An assignment without a
 * day stays. Of several, the weightiest is shown, and it alone counts. */
static bool is_ahead(DigestMaker *maker, DigestEntry *entry)
{
    const char *last = maker->digest->to;
    const DigestQuote *best = NULL;
    for (guint i = 0; i < entry->quotes->len; i++) {
        const DigestQuote *quote = &g_array_index(entry->quotes, DigestQuote, i);
        bool passed = quote->date && last && strcmp(quote->date, last) <= 0;
        if (!passed && (!best || weight_of(maker, quote) > weight_of(maker, best)))
            best = quote;
    }
    if (!best)
        return false;
    DigestQuote shown = *best;
    g_array_set_size(entry->quotes, 0);
    g_array_append_val(entry->quotes, shown);
    entry->date = shown.date;
    entry->proposal = shown.proposal;
    if (shown.date)
        digest_count(maker, entry, shown.signal, 1);
    digest_count(maker, entry, SIGNAL_ASSIGNMENT, shown.who != NULL);
    digest_count(maker, entry, SIGNAL_PROPOSAL, shown.proposal);
    return true;
}

static void look_ahead(DigestMaker *maker, GArray *entries)
{
    keep_entries(entries, is_ahead, maker);
}

/* A matter goes from committee to board to council with the same amount: the last word is the one to show. */
static bool same_case(const DigestMaker *maker, const DigestEntry *a, const DigestEntry *b)
{
    const DigestMeeting *first = &meeting_of(maker, a)->said, *second = &meeting_of(maker, b)->said;
    if (g_strcmp0(first->principal, second->principal) != 0)
        return false;
    for (guint i = 0; a->case_numbers && i < a->case_numbers->len; i++)
        for (guint j = 0; b->case_numbers && j < b->case_numbers->len; j++) {
            const char *numbers[] = {g_array_index(a->case_numbers, const char *, i),
                                     g_array_index(b->case_numbers, const char *, j)};
            g_autofree char *one = address_case_key(first->body, numbers[0]);
            g_autofree char *other = address_case_key(second->body, numbers[1]);
            if (one && g_strcmp0(one, other) == 0)
                return true;
        }
    return false;
}

/* `entries` are in the order of their amounts. */
static void count_once(DigestMaker *maker, GArray *entries)
{
    for (guint i = 0; i < entries->len; i++)
        for (guint j = i + 1; j < entries->len;) {
            const DigestEntry *first = &g_array_index(entries, DigestEntry, i);
            DigestEntry *later = &g_array_index(entries, DigestEntry, j);
            if (later->kronor < first->kronor)
                break;
            if (!same_case(maker, first, later)) {
                j++;
                continue;
            }
            model_clear(&digest_entry_type, later);
            g_array_remove_index(entries, j);
        }
}

/* Where a body has voted alike before: `entries` are in their order, and get the one that they then have. The
 * points go down no further than the signal lets them, which ends the search. */
static void count_alike(DigestMaker *maker, GArray *entries)
{
    const Signal *signal = signals_find(maker->signals, SIGNAL_ALIKE);
    int most = signal && signal->weight != 0 && signal->most > 0
                   ? (signal->most - 1) / abs(signal->weight) + 1
                   : G_MAXINT;
    for (guint i = 1; signal && i < entries->len; i++) {
        DigestEntry *entry = &g_array_index(entries, DigestEntry, i);
        const DigestMeeting *of = &meeting_of(maker, entry)->said;
        int alike = 0;
        for (guint j = 0; entry->votes && j < i && alike < most; j++) {
            const DigestEntry *before = &g_array_index(entries, DigestEntry, j);
            const DigestMeeting *other = &meeting_of(maker, before)->said;
            alike += before->votes && of->principal == other->principal && of->body == other->body &&
                     digest_votes_are_alike(&g_array_index(before->votes, DigestVote, 0),
                                            &g_array_index(entry->votes, DigestVote, 0));
        }
        digest_count(maker, entry, SIGNAL_ALIKE, alike);
    }
    g_array_sort_with_data(entries, by_points, maker);
}

/* ---- parts ---- */

static DigestPart *add_part(DigestMaker *maker, DigestPartKind kind, int candidates)
{
    DigestPart part = {.kind = kind, .candidates = candidates};
    part.entries = g_array_new(FALSE, TRUE, sizeof(DigestEntry));
    maker->digest->parts = digest_appended(maker->digest->parts, sizeof part, &part);
    return &g_array_index(maker->digest->parts, DigestPart, maker->digest->parts->len - 1);
}

/* Moves the first candidates to the part that shows them; those left overflow into the rest. */
static void choose_part(DigestMaker *maker, DigestPartKind kind, guint shown)
{
    GArray *entries = maker->candidates[kind];
    if (entries->len == 0)
        return;
    DigestPart *part = add_part(maker, kind, (int)entries->len);
    g_array_append_vals(part->entries, entries->data, shown);
    g_array_remove_range(entries, 0, shown);
    if (kind == DIGEST_AHEAD)
        g_array_sort_with_data(part->entries, by_day, maker);
}

/* The entry that shows an item first, by its id. */
static GHashTable *shown_entries(const Digest *digest)
{
    GHashTable *shown = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; digest->parts && i < digest->parts->len; i++) {
        const GArray *entries = g_array_index(digest->parts, DigestPart, i).entries;
        for (guint j = 0; j < entries->len; j++) {
            DigestEntry *entry = &g_array_index(entries, DigestEntry, j);
            if (!g_hash_table_contains(shown, entry->id))
                g_hash_table_insert(shown, (gpointer)entry->id, entry);
        }
    }
    return shown;
}

/* What there was no room for is kept where the item stands instead: amount or day, how it was voted on and
 * who reserved themselves. */
static void keep_facts(DigestEntry *entry, DigestPartKind kind, DigestEntry *from)
{
    const DigestQuote *quote =
        kind == DIGEST_MONEY || kind == DIGEST_AHEAD ? &g_array_index(from->quotes, DigestQuote, 0) : NULL;
    for (guint i = 0; quote && entry->quotes && i < entry->quotes->len; i++)
        if (g_strcmp0(g_array_index(entry->quotes, DigestQuote, i).words, quote->words) == 0)
            quote = NULL; /* it stands there already */
    if (quote)
        entry->quotes = digest_appended(entry->quotes, sizeof *quote, quote);
    if (!entry->votes)
        entry->votes = g_steal_pointer(&from->votes);
    if (!entry->reserved)
        entry->reserved = g_steal_pointer(&from->reserved);
}

/* Among the rest it says why it was a candidate, and tells the closest vote alone. */
static void overflow(DigestEntry *rest, DigestPartKind kind, DigestEntry *from)
{
    keep_facts(rest, kind, from);
    if (!rest->signals) {
        rest->signals = g_steal_pointer(&from->signals);
        rest->points = from->points;
    }
    for (guint i = 1; rest->votes && i < rest->votes->len; i++)
        model_clear(&digest_vote_type, &g_array_index(rest->votes, DigestVote, i));
    if (rest->votes)
        g_array_set_size(rest->votes, 1);
    if (rest->reserved)
        g_array_unref(g_steal_pointer(&rest->reserved));
}

static void choose_rest(DigestMaker *maker)
{
    g_autoptr(GHashTable) shown = shown_entries(maker->digest);
    g_autoptr(GHashTable) rest = g_hash_table_new(g_str_hash, g_str_equal);
    GArray *entries = maker->candidates[DIGEST_REST];
    int left[DIGEST_PART__MAX] = {0};
    g_array_sort_with_data(entries, by_place, maker);
    for (guint i = 0; i < entries->len; i++) {
        DigestEntry *entry = &g_array_index(entries, DigestEntry, i);
        g_hash_table_insert(rest, (gpointer)entry->id, entry);
    }
    for (DigestPartKind kind = DIGEST_WATCHED; kind < DIGEST_REST; kind++)
        for (guint i = 0; i < maker->candidates[kind]->len; i++) {
            DigestEntry *from = &g_array_index(maker->candidates[kind], DigestEntry, i);
            DigestEntry *leads = g_hash_table_lookup(shown, from->id);
            DigestEntry *to = g_hash_table_lookup(rest, from->id);
            if (leads)
                keep_facts(leads, kind, from);
            else if (to)
                overflow(to, kind, from);
            left[kind] += to && !leads;
        }
    for (guint i = 0; maker->digest->parts && i < maker->digest->parts->len; i++) {
        DigestPart *of = &g_array_index(maker->digest->parts, DigestPart, i);
        of->left = left[of->kind];
    }
    DigestPart *part = add_part(maker, DIGEST_REST, 0);
    for (guint i = 0; i < entries->len; i++) {
        DigestEntry *entry = &g_array_index(entries, DigestEntry, i);
        if (g_hash_table_contains(shown, entry->id))
            continue;
        part->candidates++;
        if (entry->formal && !entry->signals)
            continue;
        g_array_append_vals(part->entries, entry, 1);
        *entry = (DigestEntry){0};
    }
}

/* ---- orders ---- */

/* By body and day, then as the minutes go. */
static gint by_place(gconstpointer a, gconstpointer b, gpointer maker)
{
    const DigestEntry *first = a, *second = b;
    const MakerMeeting *of[] = {meeting_of(maker, first), meeting_of(maker, second)};
    gint order = of[0] == of[1] ? 0 : by_body(&of[0], &of[1]);
    if (order == 0 && first->of != second->of)
        order = first->of < second->of ? -1 : 1;
    return order ? order : (gint)first->order - (gint)second->order;
}

/* What is new goes before what is older. */
static gint by_points(gconstpointer a, gconstpointer b, gpointer maker)
{
    const DigestEntry *first = a, *second = b;
    if (first->points != second->points)
        return second->points - first->points;
    gint later = g_strcmp0(meeting_of(maker, second)->said.date, meeting_of(maker, first)->said.date);
    return later ? later : by_place(a, b, maker);
}

/* Of equal amounts, what is decided goes before what is proposed. */
static gint by_amount(gconstpointer a, gconstpointer b, gpointer maker)
{
    const DigestEntry *first = a, *second = b;
    if (first->kronor != second->kronor)
        return first->kronor > second->kronor ? -1 : 1;
    if (first->proposal != second->proposal)
        return first->proposal ? 1 : -1;
    return by_points(a, b, maker);
}

/* What has no day goes last. */
static gint by_day(gconstpointer a, gconstpointer b, gpointer maker)
{
    const DigestEntry *first = a, *second = b;
    if (!first->date != !second->date)
        return first->date ? -1 : 1;
    gint order = g_strcmp0(first->date, second->date);
    return order ? order : by_points(a, b, maker);
}
