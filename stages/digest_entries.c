/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Entries: what each part of a digest may say of an item, and which signals count for it. */
#include "digest_parts.h"

#include <string.h>

#include "base/notes.h"

enum { BEFORE_A_DAY = 60 /* bytes */, TITLE_THAT_LEADS = 120 /* characters */ };

/* What an entry is to say is uncertain; each kind takes in those before it. */
typedef enum { DOUBTS_OF_TEXT, DOUBTS_OF_VOTES, DOUBTS_OF_VOTES_AND_RESERVATIONS } Doubts;

static bool involves_parties(ItemView *view, DigestEntry *entry);
static void add_rest(ItemView *view);
static void add_watched(ItemView *view);
static void add_contested(ItemView *view, const DigestEntry *party);
static void add_money(ItemView *view);
static void add_ahead(ItemView *view);
static DigestEntry entry_of(const ItemView *view);
static void add_candidate(ItemView *view, DigestPartKind part, DigestEntry *entry);
static void add_quote(DigestEntry *entry, const DigestQuote *quote);
static GArray *doubts(ItemView *view, Doubts which);

void digest_look_at(ItemView *view)
{
    DigestEntry party = {0};
    bool wanted = !view->maker->options->parties || involves_parties(view, &party);
    if (wanted) {
        add_rest(view);
        add_watched(view);
        add_contested(view, &party);
        if (!view->common.formal) {
            add_money(view);
            add_ahead(view);
        }
    }
    model_clear(&digest_entry_type, &party);
}

/* ---- what a party did ---- */

static bool same_party(const char *a, const char *b)
{
    return a && g_ascii_strcasecmp(a, b) == 0;
}

/* "Motion av Lena Ferm (SD)", "Yrkande från D, M och L": in capitals as it is asked for, since "L" is also a
 * letter of other words. */
static bool title_names(ItemView *view, const char *party)
{
    const char *title = view->common.title;
    if (!title || !signals_word(view->maker->signals, SIGNAL_PARTY_MOVED, title))
        return false;
    for (const char *at = strstr(title, party); at; at = strstr(at + 1, party)) {
        const char *end = at + strlen(party);
        if (strchr(" (", at > title ? at[-1] : 'x') && (!*end || strchr(" ),.", *end)))
            return true;
    }
    return false;
}

static bool moved(ItemView *view, const char *party, DigestEntry *entry)
{
    const GArray *motions = view->item->motions;
    for (guint i = 0; motions && i < motions->len; i++) {
        const Motion *motion = &g_array_index(motions, Motion, i);
        int page = motion->person.source.page;
        if (!same_party(motion->person.party, party) || !motion->words ||
            meeting_damaged_page(view->meeting, page, page))
            continue;
        DigestQuote quote = {.kind = QUOTE_MOTION,
                             .page = page,
                             .block = digest_string(view->maker, motion->person.source.block),
                             .words = digest_string(view->maker, motion->words),
                             .signal = SIGNAL__MAX};
        add_quote(entry, &quote);
        return true;
    }
    return title_names(view, party);
}

static bool was_outvoted(ItemView *view, const char *party)
{
    bool against = false;
    GArray *votes = digest_votes(view);
    DigestEntry held = {.votes = votes};
    for (guint i = 0; votes && i < votes->len; i++)
        against = against || digest_voted_against(&g_array_index(votes, DigestVote, i), party);
    model_clear(&digest_entry_type, &held);
    return against;
}

static bool reserved_itself(ItemView *view, const char *party)
{
    bool found = false;
    GArray *reserved = digest_reserved(view);
    for (guint i = 0; reserved && i < reserved->len; i++)
        found = found || same_party(g_array_index(reserved, DigestReserved, i).name, party);
    if (reserved)
        g_array_unref(reserved);
    return found;
}

/* Whether one of the parties that were asked for moved, was outvoted or reserved itself: counted in `entry`.
 */
static bool involves_parties(ItemView *view, DigestEntry *entry)
{
    for (char *const *party = view->maker->options->parties; *party; party++) {
        digest_count(view->maker, entry, SIGNAL_PARTY_MOVED, moved(view, *party, entry));
        digest_count(view->maker, entry, SIGNAL_PARTY_AGAINST, was_outvoted(view, *party));
        digest_count(view->maker, entry, SIGNAL_PARTY_RESERVED, reserved_itself(view, *party));
    }
    return entry->signals != NULL;
}

/* ---- the rest ---- */

static void add_rest(ItemView *view)
{
    DigestEntry entry = entry_of(view);
    DigestQuote decision;
    entry.proposal = digest_quote_decision(view, &decision) && decision.proposal;
    add_candidate(view, DIGEST_REST, &entry);
}

/* ---- watched words ---- */

typedef struct {
    const char *word;
    DigestQuote quote;
    bool found, in_decision;
} Search;

/* The first place, but one in the decision rather than another. */
static void search_text(ItemView *view, const Section *section, guint block, const Text *text, gpointer data)
{
    Search *search = data;
    bool decision = section->kind == SECTION_DECISION;
    if (search->in_decision || (search->found && !decision))
        return;
    const char *at = text_find_word(text->s, search->word, NULL);
    DigestQuote quote;
    if (!at || !digest_quote(view, section, block, text, (gsize)(at - text->s), QUOTE_WATCHED, &quote))
        return;
    quote.watched = digest_string(view->maker, search->word);
    search->quote = quote;
    search->found = true;
    search->in_decision = decision;
}

static void add_watched(ItemView *view)
{
    DigestEntry entry = entry_of(view);
    bool any = false;
    for (char *const *word = view->maker->options->words; word && *word; word++) {
        Search search = {.word = *word};
        bool in_title = view->common.title && text_find_word(view->common.title, *word, NULL);
        digest_each_text(view, search_text, &search);
        if (search.found)
            add_quote(&entry, &search.quote);
        digest_count(view->maker, &entry, SIGNAL_WORD_IN_TITLE, in_title);
        digest_count(view->maker, &entry, SIGNAL_WORD_IN_DECISION, search.in_decision);
        digest_count(view->maker, &entry, SIGNAL_WORD_IN_TEXT, search.found && !search.in_decision);
        any = any || in_title || search.found;
        if (in_title)
            entry.short_title = NULL; /* the word may be what is cut */
    }
    DigestQuote decision;
    if (any && digest_quote_decision(view, &decision)) {
        entry.proposal = decision.proposal;
        bool shown = false;
        for (guint i = 0; entry.quotes && i < entry.quotes->len; i++)
            shown =
                shown || g_strcmp0(g_array_index(entry.quotes, DigestQuote, i).words, decision.words) == 0;
        if (!shown)
            add_quote(&entry, &decision);
    }
    if (any)
        add_candidate(view, DIGEST_WATCHED, &entry);
    else
        model_clear(&digest_entry_type, &entry);
}

/* ---- what was contested ---- */

static bool has_section(const Item *item, SectionKind kind)
{
    for (guint i = 0; item->sections && i < item->sections->len; i++)
        if (g_array_index(item->sections, Section, i).kind == kind)
            return true;
    return false;
}

static void count_votes(ItemView *view, DigestEntry *entry)
{
    const Signal *close = signals_find(view->maker->signals, SIGNAL_CLOSE);
    int divided = 0, split = 0;
    bool near = false, cast = false, lot = false;
    for (guint i = 0; entry->votes && i < entry->votes->len; i++) {
        const DigestVote *vote = &g_array_index(entry->votes, DigestVote, i);
        if (!digest_is_divided(vote))
            continue;
        divided++;
        near = near || (close && vote->yes > 0 && vote->no > 0 && ABS(vote->yes - vote->no) <= close->margin);
        cast = cast || vote->decided_by == DECIDED_BY_CASTING_VOTE;
        lot = lot || vote->decided_by == DECIDED_BY_LOT;
        for (guint j = 0; vote->parties && j < vote->parties->len; j++) {
            const DigestParty *party = &g_array_index(vote->parties, DigestParty, j);
            split += party->name && party->yes > 0 && party->no > 0;
        }
    }
    digest_count(view->maker, entry, SIGNAL_VOTE, divided > 0);
    digest_count(view->maker, entry, SIGNAL_CLOSE, near);
    digest_count(view->maker, entry, SIGNAL_CASTING_VOTE, cast);
    digest_count(view->maker, entry, SIGNAL_LOT, lot);
    digest_count(view->maker, entry, SIGNAL_MORE_VOTES, MAX(divided - 1, 0));
    digest_count(view->maker, entry, SIGNAL_SPLIT_PARTY, split);
}

/* Without those who had a conflict of interest: they had to. */
static int not_taking_part(const Item *item)
{
    int count = 0;
    for (guint i = 0; item->not_taking_part && i < item->not_taking_part->len; i++) {
        const char *name = g_array_index(item->not_taking_part, Person, i).name;
        bool conflict = false;
        for (guint j = 0; item->conflicts && j < item->conflicts->len; j++)
            conflict = conflict || g_strcmp0(g_array_index(item->conflicts, Person, j).name, name) == 0;
        count += !conflict;
    }
    return count;
}

static bool has_opposed_motions(const Item *item)
{
    bool for_it = false, against = false;
    for (guint i = 0; item->motions && i < item->motions->len; i++) {
        MotionKind kind = g_array_index(item->motions, Motion, i).kind;
        for_it = for_it || kind == MOTION_APPROVAL;
        against = against || kind == MOTION_REJECTION || kind == MOTION_REFERRAL;
    }
    return for_it && against;
}

static void add_contested(ItemView *view, const DigestEntry *party)
{
    DigestMaker *maker = view->maker;
    const Item *item = view->item;
    DigestEntry entry = entry_of(view);
    DigestQuote quote;

    entry.votes = digest_votes(view);
    entry.reserved = digest_reserved(view);
    view->vote = entry.votes ? g_array_index(entry.votes, DigestVote, 0).of : NULL;
    count_votes(view, &entry);
    guint parties = entry.reserved ? entry.reserved->len : 0;
    bool reservation = parties > 0 || has_section(item, SECTION_RESERVATION);
    digest_count(maker, &entry, SIGNAL_REFERRED_BACK, item->outcome.kind == OUTCOME_REFERRED_BACK);
    digest_count(maker, &entry, SIGNAL_RESERVATION, reservation);
    digest_count(maker, &entry, SIGNAL_MORE_RESERVED, parties > 1 ? (int)parties - 1 : 0);
    digest_count(maker, &entry, SIGNAL_NOT_TAKING_PART, not_taking_part(item));
    digest_count(maker, &entry, SIGNAL_OPPOSED_MOTIONS, has_opposed_motions(item));
    digest_count(maker, &entry, SIGNAL_TABLED, item->outcome.kind == OUTCOME_TABLED);
    digest_count(maker, &entry, SIGNAL_OPINION, entry.signals && item->outcome.kind == OUTCOME_STATEMENT);
    digest_count(maker, &entry, SIGNAL_STATEMENT, has_section(item, SECTION_STATEMENT));
    bool asked_for = party->signals != NULL;
    int least = signals_part(maker->signals, DIGEST_CONTESTED).least;
    if (!asked_for && (!entry.signals || entry.points < least)) {
        model_clear(&digest_entry_type, &entry);
        return;
    }
    if (digest_quote_decision(view, &quote)) {
        entry.proposal = quote.proposal;
        add_quote(&entry, &quote);
    }
    /* Whose reservation it is, in the minutes' words, where no name was read. */
    bool quoted = reservation && parties == 0 &&
                  digest_quote_section(view, SECTION_RESERVATION, QUOTE_RESERVATION, &quote);
    if (quoted)
        add_quote(&entry, &quote);
    for (guint i = 0; party->quotes && i < party->quotes->len; i++)
        add_quote(&entry, &g_array_index(party->quotes, DigestQuote, i));
    for (guint i = 0; asked_for && i < party->signals->len; i++) {
        const DigestSignal *signal = &g_array_index(party->signals, DigestSignal, i);
        digest_count(maker, &entry, signal->kind, signal->count);
    }
    digest_count(maker, &entry, SIGNAL_BODY,
                 view->meeting->body.value &&
                     signals_word(maker->signals, SIGNAL_BODY, view->meeting->body.value));
    digest_count(maker, &entry, SIGNAL_PROPOSAL, entry.proposal);
    entry.notes = doubts(view, quoted ? DOUBTS_OF_VOTES : DOUBTS_OF_VOTES_AND_RESERVATIONS);
    add_candidate(view, DIGEST_CONTESTED, &entry);
}

/* ---- money ---- */

typedef struct {
    DigestQuote quote;
    double kronor;
} Amount;

/* Of a published summary, which has no decisions of its own, a sentence that tells of one. */
static bool tells_of_decision(ItemView *view, const Section *section, const char *sentence)
{
    return section->kind == SECTION_DECISION || (view->meeting->kind != DOCUMENT_MINUTES &&
                                                 signals_word(view->maker->signals, SIGNAL_AMOUNT, sentence));
}

static void find_amount(ItemView *view, const Section *section, guint block, const Text *text, gpointer data)
{
    Amount *largest = data;
    for (guint i = 0; text->marks && i < text->marks->len; i++) {
        const Mark *mark = &g_array_index(text->marks, Mark, i);
        double kronor = mark->kind == MARK_MONEY && mark->value ? g_ascii_strtod(mark->value, NULL) : 0;
        if (kronor <= largest->kronor)
            continue;
        gsize end = 0, start = digest_sentence(text->s, mark->start, &end);
        g_autofree char *sentence = g_strndup(text->s + start, end - start);
        g_autofree char *printed = g_strndup(text->s + mark->start, mark->length);
        DigestQuote quote;
        if (!tells_of_decision(view, section, sentence) ||
            !digest_quote(view, section, block, text, mark->start, QUOTE_AMOUNT, &quote))
            continue;
        quote.kronor = digest_string(view->maker, mark->value);
        quote.amount = digest_string(view->maker, printed);
        *largest = (Amount){quote, kronor};
    }
}

static void add_money(ItemView *view)
{
    Amount largest = {0};
    digest_each_text(view, find_amount, &largest);
    if (largest.kronor <= 0)
        return;
    DigestEntry entry = entry_of(view);
    entry.kronor = largest.kronor;
    entry.proposal = largest.quote.proposal;
    add_quote(&entry, &largest.quote);
    digest_count(view->maker, &entry, SIGNAL_AMOUNT, 1);
    entry.notes = doubts(view, DOUBTS_OF_TEXT);
    add_candidate(view, DIGEST_MONEY, &entry);
}

/* ---- what happens next ---- */

/* What the day of a mark is, by the last of the words that stand before it in its sentence. */
static SignalKind meaning_of_day(ItemView *view, const char *s, gsize start, const Mark *mark, bool remiss)
{
    static const SignalKind kinds[] = {SIGNAL_DEADLINE, SIGNAL_NEXT_MEETING, SIGNAL_IN_FORCE, SIGNAL_END};
    gsize from = mark->start > start + BEFORE_A_DAY ? mark->start - BEFORE_A_DAY : start;
    while (((guchar)s[from] & 0xC0) == 0x80)
        from++;
    g_autofree char *before = g_strndup(s + from, mark->start + mark->length - from);
    SignalKind meaning = SIGNAL_DAY;
    const char *last = NULL;
    for (gsize i = 0; i < G_N_ELEMENTS(kinds); i++) {
        const Signal *signal = signals_find(view->maker->signals, kinds[i]);
        for (guint j = 0; signal && signal->words && j < signal->words->len; j++)
            for (const char *at = before; at; at = *at ? at + 1 : NULL) {
                at = text_find_word(at, g_array_index(signal->words, const char *, j), NULL);
                if (!at)
                    break;
                if (!last || at > last) {
                    last = at;
                    meaning = kinds[i];
                }
            }
    }
    return remiss && (meaning == SIGNAL_DAY || meaning == SIGNAL_DEADLINE || meaning == SIGNAL_END)
               ? SIGNAL_REPLY
               : meaning;
}

/* What is decided, what a published summary tells, and the day for the answer to a remiss, wherever it is
 * told. */
static bool looks_ahead(ItemView *view, const Section *section, const char *sentence, bool *remiss)
{
    const Signals *signals = view->maker->signals;
    bool about = view->common.title && signals_word(signals, SIGNAL_REPLY, view->common.title);
    *remiss = (about || section->kind == SECTION_DECISION) && signals_word(signals, SIGNAL_REPLY, sentence);
    return section->kind == SECTION_DECISION || *remiss || view->meeting->kind != DOCUMENT_MINUTES;
}

/* One quotation for each sentence, with the first day and the first who is to do something in it. */
static void find_ahead(ItemView *view, const Section *section, guint block, const Text *text, gpointer data)
{
    DigestEntry *entry = data;
    gsize done = 0;
    for (guint i = 0; text->marks && i < text->marks->len; i++) {
        const Mark *mark = &g_array_index(text->marks, Mark, i);
        if ((mark->kind != MARK_DATE && mark->kind != MARK_ASSIGNMENT) || mark->start < done)
            continue;
        gsize end = 0, start = digest_sentence(text->s, mark->start, &end);
        g_autofree char *sentence = g_strndup(text->s + start, end - start);
        bool remiss = false;
        DigestQuote quote;
        done = end;
        if (!looks_ahead(view, section, sentence, &remiss) ||
            !digest_quote(view, section, block, text, mark->start, QUOTE_AHEAD, &quote))
            continue;
        for (guint j = i; j < text->marks->len; j++) {
            const Mark *other = &g_array_index(text->marks, Mark, j);
            if (other->start >= end)
                break;
            if (other->kind == MARK_DATE && other->value &&
                (!quote.date || strcmp(other->value, quote.date) < 0)) {
                quote.date = digest_string(view->maker, other->value);
                quote.signal = meaning_of_day(view, text->s, start, other, remiss);
            } else if (other->kind == MARK_ASSIGNMENT && !quote.who && section->kind == SECTION_DECISION) {
                quote.who = digest_string(view->maker, other->value);
            }
        }
        if (quote.date || quote.who)
            add_quote(entry, &quote);
    }
}

/* The days that have passed by the last day of the digest are not known yet: digest_choice.c takes them away
 * and counts what is left. */
static void add_ahead(ItemView *view)
{
    DigestEntry entry = entry_of(view);
    digest_each_text(view, find_ahead, &entry);
    if (!entry.quotes) {
        model_clear(&digest_entry_type, &entry);
        return;
    }
    entry.notes = doubts(view, DOUBTS_OF_TEXT);
    add_candidate(view, DIGEST_AHEAD, &entry);
}

/* ---- entries ---- */

/* With arrays of its own, since each part frees what it does not show. */
static DigestEntry entry_of(const ItemView *view)
{
    DigestEntry entry = view->common;
    for (guint i = 0; view->item->case_numbers && i < view->item->case_numbers->len; i++) {
        const Fact *number = &g_array_index(view->item->case_numbers, Fact, i);
        const char *value = digest_string(view->maker, number->value);
        if (value && !meeting_damaged_page(view->meeting, number->source.page, number->source.page))
            entry.case_numbers = digest_appended(entry.case_numbers, sizeof value, &value);
    }
    return entry;
}

static void add_candidate(ItemView *view, DigestPartKind part, DigestEntry *entry)
{
    if (part != DIGEST_REST && entry->title && g_utf8_strlen(entry->title, -1) <= TITLE_THAT_LEADS)
        entry->short_title = NULL; /* it has more than a line */
    g_array_append_vals(view->maker->candidates[part], entry, 1);
}

static void add_quote(DigestEntry *entry, const DigestQuote *quote)
{
    entry->quotes = digest_appended(entry->quotes, sizeof *quote, quote);
}

static bool has_block(const Item *item, const char *id)
{
    for (guint i = 0; item->sections && i < item->sections->len; i++) {
        const GArray *blocks = g_array_index(item->sections, Section, i).blocks;
        for (guint j = 0; blocks && j < blocks->len; j++)
            if (g_strcmp0(g_array_index(blocks, Block, j).id, id) == 0)
                return true;
    }
    return false;
}

static bool is_told(const GArray *notes, const Note *note)
{
    for (guint i = 0; notes && i < notes->len; i++)
        if (g_array_index(notes, Note, i).kind == note->kind)
            return true;
    return false;
}

/* The warnings about the item, each kind once: by its number, its id or one of its blocks. Those about who
 * moved, voted and reserved themselves are told where that is. */
static GArray *doubts(ItemView *view, Doubts which)
{
    static const struct {
        NoteKind kind;
        Doubts of;
    } told[] = {
        {NOTE_PAGE_UNREADABLE, DOUBTS_OF_TEXT}, {NOTE_FACTS_UNREADABLE, DOUBTS_OF_TEXT},
        {NOTE_ITEM_REPEATED, DOUBTS_OF_TEXT},   {NOTE_CHARACTER_UNKNOWN, DOUBTS_OF_TEXT},
        {NOTE_MOTION_UNCLEAR, DOUBTS_OF_VOTES}, {NOTE_VOTE_UNCLEAR, DOUBTS_OF_VOTES},
        {NOTE_VOTE_DIFFERS, DOUBTS_OF_VOTES},   {NOTE_RESERVATION_UNCLEAR, DOUBTS_OF_VOTES_AND_RESERVATIONS},
    };
    const Item *item = view->item;
    const GArray *notes = view->meeting->notes;
    g_autofree char *number = item->number ? g_strdup_printf("§ %s", item->number) : NULL;
    GArray *found = NULL;
    for (guint i = 0; notes && i < notes->len; i++) {
        const Note *note = &g_array_index(notes, Note, i);
        gsize row = 0;
        while (row < G_N_ELEMENTS(told) && told[row].kind != note->kind)
            row++;
        if (row == G_N_ELEMENTS(told) || told[row].of > which)
            continue;
        bool about = note->where && (g_strcmp0(note->where, number) == 0 ||
                                     g_strcmp0(note->where, item->id) == 0 || has_block(item, note->where));
        if (!about || is_told(found, note))
            continue;
        if (!found)
            found = g_array_new(FALSE, TRUE, sizeof(Note));
        /* Its words may be any of the page's, and a digest quotes sentences alone. */
        notes_add(found, view->maker->digest->chunk, note->kind, note->page, note->where, NULL);
    }
    return found;
}
