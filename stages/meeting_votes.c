/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Votes: what Ja and Nej stood for, the numbers and who voted how, from sentences, lists and tables. */
#include "meeting_votes.h"

#include <string.h>

static const struct {
    const char *word;
    BallotChoice choice;
} choices[] = {
    {"ja", BALLOT_YES},
    {"nej", BALLOT_NO},
    {"avstår", BALLOT_ABSTAIN},
    {"avstod", BALLOT_ABSTAIN},
    {"avst", BALLOT_ABSTAIN},
    {"avstå", BALLOT_ABSTAIN},
    {"avstående", BALLOT_ABSTAIN},
    {"nedlagda", BALLOT_ABSTAIN},
    {"frånvarande", BALLOT_ABSENT},
    {"frånv", BALLOT_ABSENT},
    {"kvittad", BALLOT_ABSENT},
    {"kvittade", BALLOT_ABSENT},
};

static const char *const number_words[] = {
    "noll", "en",   "två",     "tre",     "fyra",   "fem",    "sex",     "sju",   "åtta",   "nio",  "tio",
    "elva", "tolv", "tretton", "fjorton", "femton", "sexton", "sjutton", "arton", "nitton", "tjugo"};

static bool holds_votes(const Section *section);
static GMatchInfo *totals_in(const Draft *draft, const char *sentence, bool *no_first);
static void read_statement(Reading *reading, const Statement *statement);
static void read_sentence(Reading *reading, const Block *block, const char *sentence);
static void end_vote(Reading *reading);
static void add_ballots(Reading *reading, const Block *block, const char *s, gsize length,
                        BallotChoice choice);
static void add_aside(Reading *reading, const Block *block, const char *s, gsize length, BallotChoice choice);
static bool read_count(Reading *reading, const Block *block, const char *line);
static void read_manner(Reading *reading, const char *text, bool before);

void votes_of_item(const Draft *draft, Item *item)
{
    g_autoptr(GArray) columns = g_array_new(FALSE, TRUE, sizeof(Column));
    g_autoptr(GArray) orders = g_array_new(FALSE, TRUE, sizeof(Vote));
    Reading reading = {.draft = draft,
                       .item = item,
                       .columns = columns,
                       .orders = orders,
                       .vote = {.yes = -1, .no = -1, .abstain = -1, .absent = -1}};

    for (guint i = 0; item->sections && i < item->sections->len; i++) {
        const Section *section = &g_array_index(item->sections, Section, i);
        if (!holds_votes(section) || (voters_are_listed(section) && !voters_are_of(&reading, section)))
            continue;
        reading.listing = false;
        reading.heading = section->kind == SECTION_VOTE;
        g_autoptr(GArray) statements = statements_from_section(draft, section);
        for (guint j = 0; j < statements->len; j++)
            read_statement(&reading, &g_array_index(statements, Statement, j));
    }
    end_vote(&reading);
    if (reading.proposed) /* more was stated than voted on: which order is of which vote is not said */
        for (guint i = 0; item->votes && i < item->votes->len; i++)
            g_array_index(item->votes, Vote, i).yes_means = g_array_index(item->votes, Vote, i).no_means =
                NULL;
    while (reading.proposed)
        end_vote(&reading);
    if (reading.unread || (reading.asked && item->votes == NULL))
        draft_note(draft, NOTE_VOTE_UNCLEAR, item->page, item->id, item->title.value);
}

/* Votes of earlier bodies are told in the background of an item: they are not this meeting's. */
static bool holds_votes(const Section *section)
{
    switch (section->kind) {
    case SECTION_VOTE:
    case SECTION_PROCEDURE:
    case SECTION_MOTIONS:
        return true;
    case SECTION_DECISION:
    case SECTION_OTHER:
        return section->heading == NULL || section->kind == SECTION_DECISION ||
               text_begins(section->heading, "behandling", NULL); /* in Finland */
    case SECTION_PREPARATION:
        return tells_of_meeting(section);
    default:
        return false;
    }
}

static void read_statement(Reading *reading, const Statement *statement)
{
    const Draft *draft = reading->draft;
    const Block *block = statement->block;

    reading->asked = reading->asked || reading->heading;
    if (statement->text == NULL) {
        if (reading->begun || reading->proposed || reading->asked)
            voters_in_table(reading, block);
        return;
    }
    const char *text = statement->text;
    bool before = reading->begun;
    g_array_set_size(reading->columns, 0);
    if ((reading->begun || reading->proposed || reading->heading) &&
        (voter_in_line(reading, block, text, 0) || read_count(reading, block, text)))
        return;
    bool whole = order_in_text(reading, block, text);
    const char *at = text, *sentence;
    while ((sentence = sentence_next(draft, &at)) != NULL) {
        if (!whole)
            order_in_sentence(reading, block, sentence);
        read_sentence(reading, block, sentence);
    }
    read_manner(reading, text, before);
}

static int number_from(const GMatchInfo *match, int group)
{
    g_autofree char *s = g_match_info_fetch(match, group);

    if (s == NULL || *s == '\0')
        return -1;
    if (g_ascii_isdigit(*s))
        return (int)g_ascii_strtoll(s, NULL, 10);
    g_autofree char *word = g_utf8_strdown(s, -1);
    for (guint i = 0; i < G_N_ELEMENTS(number_words); i++)
        if (strcmp(number_words[i], word) == 0)
            return (int)i;
    return -1;
}

bool vote_choice_from(const char *word, BallotChoice *choice)
{
    g_autofree char *key = text_key(word);

    for (gsize i = 0; i < G_N_ELEMENTS(choices); i++)
        if (strcmp(choices[i].word, key) == 0) {
            *choice = choices[i].choice;
            return true;
        }
    return false;
}

static int *count_of(Vote *vote, BallotChoice choice)
{
    switch (choice) {
    case BALLOT_YES:
        return &vote->yes;
    case BALLOT_NO:
        return &vote->no;
    case BALLOT_ABSTAIN:
        return &vote->abstain;
    default:
        return &vote->absent;
    }
}

static void set_count(Reading *reading, const Block *block, BallotChoice choice, int number)
{
    *count_of(&reading->vote, choice) = number;
    vote_begin(reading, draft_source(reading->draft, block, BASIS_STATED));
}

/* "Den som vill bifalla Anna Bergs yrkande röstar ja" says what Ja stands for, not how she voted. */
static bool proposes_choice(const char *sentence)
{
    return text_begins(sentence, "den ", NULL) || text_begins(sentence, "de som ", NULL) ||
           text_has_word(sentence, "som vill") || text_has_word(sentence, "den som");
}

/* The words end with NULL. */
static bool has_one_of(const char *sentence, const char *const *words)
{
    while (*words && !text_has_word(sentence, *words))
        words++;
    return *words != NULL;
}

/* "Omröstning begärs och verkställs.", but not "Votering begärs inte." */
static bool tells_of_vote(const char *sentence)
{
    static const char *const votes[] = {"omröstning", "omröstningen", "votering", "voteringen", NULL};
    static const char *const held[] = {
        "begärs",     "begärdes",    "begär",      "begärde",      "begärts",   "genomförs",
        "genomförts", "genomfördes", "verkställs", "verkställdes", "förrättas", "förrättades",
        "företas",    "företogs",    "utfaller",   "utföll",       NULL};
    static const char *const not_held[] = {"inte", "ej", "ingen", "utan", NULL};
    static const char *const numbers[] = {"röster för", "röster mot", NULL}; /* "133 röster för …" */

    return ((has_one_of(sentence, votes) && has_one_of(sentence, held)) || has_one_of(sentence, numbers)) &&
           !has_one_of(sentence, not_held);
}

/* A sentence of its own below a list of voters, which is none of its lines: "Eva Lind (C) deltar inte." */
static bool ends_list(const char *sentence)
{
    static const char *const verbs[] = {"deltar",  "deltog", "är",     "var",     "reserverar", "reserverade",
                                        "anmäler", "yrkar",  "lämnar", "lämnade", "finner",     NULL};

    return has_one_of(sentence, verbs);
}

static void read_sentence(Reading *reading, const Block *block, const char *sentence)
{
    const Draft *draft = reading->draft;
    bool found = false;

    reading->asked = reading->asked || tells_of_vote(sentence);
    reading->unread = reading->unread || (strlen(sentence) > VOTE_SENTENCE && text_has_word(sentence, "ja"));
    bool no_first;
    GMatchInfo *match = totals_in(draft, sentence, &no_first);
    if (match != NULL) {
        if (reading->vote.yes >= 0)
            vote_next(reading);
        found = true;
        vote_begin(reading, draft_source(draft, block, BASIS_STATED));
        reading->vote.yes = number_from(match, no_first ? 2 : 1);
        reading->vote.no = number_from(match, no_first ? 1 : 2);
        gint first = 0, second = 0, end = 0;
        g_match_info_fetch_pos(match, 1, NULL, &first);
        g_match_info_fetch_pos(match, 2, &second, NULL);
        g_match_info_fetch_pos(match, 0, NULL, &end);
        g_match_info_free(match);
        add_aside(reading, block, sentence + first, (gsize)(second - first),
                  no_first ? BALLOT_NO : BALLOT_YES);
        add_aside(reading, block, sentence + end, strlen(sentence + end), no_first ? BALLOT_YES : BALLOT_NO);
    }
    if (!found && (match = draft_match(draft, FORM_TOTAL, sentence)) != NULL) {
        g_autofree char *word = g_match_info_fetch(match, 2);
        BallotChoice choice = BALLOT_YES;
        int number = number_from(match, 1);
        gint end = 0;
        g_match_info_fetch_pos(match, 0, NULL, &end);
        g_match_info_free(match);
        if (vote_choice_from(word, &choice) && *count_of(&reading->vote, choice) < 0) {
            set_count(reading, block, choice, number);
            found = true;
            /* "Tre ledamöter röstar JA: Anna Berg (S), …" */
            const char *colon = strchr(sentence + end, ':');
            if (colon != NULL && colon - sentence - end < 40)
                add_ballots(reading, block, colon + 1, strlen(colon + 1), choice);
        }
    }
    if (reading->vote.yes >= 0 && (match = draft_match(draft, FORM_ABSTAIN, sentence)) != NULL) {
        if (reading->vote.abstain < 0)
            reading->vote.abstain = number_from(match, 1);
        found = true;
        g_match_info_free(match);
    }

    /* "A (S) och B (M) röstar Ja (2)." and "C (V) avstår från att rösta (1)." */
    static const Form voting[] = {FORM_VOTED, FORM_ABSTAINED};
    for (gsize i = 0; i < G_N_ELEMENTS(voting) && !found && !proposes_choice(sentence); i++) {
        gint start, end, done = 0;
        match = draft_match(draft, voting[i], sentence);
        for (; match != NULL && g_match_info_matches(match); g_match_info_next(match, NULL)) {
            g_match_info_fetch_pos(match, 0, &start, &end);
            BallotChoice choice = BALLOT_ABSTAIN;
            g_autofree char *word = voting[i] == FORM_VOTED ? g_match_info_fetch(match, 1) : NULL;
            if (word != NULL)
                vote_choice_from(word, &choice);
            g_autoptr(GArray) voters = persons_in(draft, sentence + done, (gsize)(start - done));
            if (voters->len > 0) {
                int number = number_from(match, voting[i] == FORM_VOTED ? 2 : 1);
                if (choice == BALLOT_YES && reading->vote.ballots != NULL)
                    vote_next(reading);
                add_ballots(reading, block, sentence + done, (gsize)(start - done), choice);
                if (number >= 0)
                    *count_of(&reading->vote, choice) = number;
                found = true;
            }
            done = end;
        }
        g_match_info_free(match);
    }
    if (found) {
        reading->listing = false;
        voters_in_list_named(reading, sentence);
        return;
    }

    if (reading->asked && read_count(reading, block, sentence))
        return;

    /* "Nej-röster ges av:" and the names after it */
    match = draft_match(draft, FORM_VOTER_LIST, sentence);
    if (match != NULL) {
        g_autofree char *word = g_match_info_fetch(match, 1);
        gint end;
        g_match_info_fetch_pos(match, 0, NULL, &end);
        g_match_info_free(match);
        reading->listing = vote_choice_from(word, &reading->choice);
        add_ballots(reading, block, sentence + end, strlen(sentence + end), reading->choice);
        return;
    }
    if (reading->listing && ends_list(sentence))
        reading->listing = false;
    if (reading->listing) {
        guint before = reading->vote.ballots ? reading->vote.ballots->len : 0;
        add_ballots(reading, block, sentence, strlen(sentence), reading->choice);
        reading->listing = reading->vote.ballots != NULL && reading->vote.ballots->len > before;
    }
    voters_in_list_named(reading, sentence);
}

/* Both numbers of a vote, in the order they are printed: "6 ja mot 7 nej", "7 nej-röster mot 6 ja-röster". */
static GMatchInfo *totals_in(const Draft *draft, const char *sentence, bool *no_first)
{
    GMatchInfo *match = draft_match(draft, FORM_TOTALS, sentence),
               *reversed = draft_match(draft, FORM_TOTALS_NO_FIRST, sentence);
    gint at = G_MAXINT, at_reversed = G_MAXINT;

    if (match != NULL)
        g_match_info_fetch_pos(match, 0, &at, NULL);
    if (reversed != NULL)
        g_match_info_fetch_pos(reversed, 0, &at_reversed, NULL);
    *no_first = at_reversed < at;
    g_match_info_free(*no_first ? match : reversed);
    return *no_first ? reversed : match;
}

/* "Ja-röster: 3" with or without the names after it, several on one line or each on its own. */
static bool read_count(Reading *reading, const Block *block, const char *line)
{
    GMatchInfo *match = draft_match(reading->draft, FORM_COUNT_LINE, line);
    BallotChoice choice = BALLOT_YES;

    if (match == NULL)
        return false;
    g_autofree char *word = g_match_info_fetch(match, 1), *rest = g_match_info_fetch(match, 3);
    int number = number_from(match, 2);
    g_match_info_free(match);
    if (!vote_choice_from(word, &choice) || number < 0)
        return false;
    if (choice == BALLOT_YES && reading->vote.yes >= 0)
        vote_next(reading);
    set_count(reading, block, choice, number);
    reading->listing = true;
    reading->choice = choice;
    if (rest != NULL && *rest != '\0' && !read_count(reading, block, rest))
        add_ballots(reading, block, rest, strlen(rest), choice);
    return true;
}

/* How it was voted and decided, where that is special; `before`: a vote had begun before this text, which
 * then asks for the next one. */
static void read_manner(Reading *reading, const char *text, bool before)
{
    if (text_has_word(text, "sluten omröstning") || text_has_word(text, "slutna sedlar"))
        *(before ? &reading->closed_next : &reading->closed) = true;
    if (!reading->begun)
        return;
    if (text_has_word(text, "utslagsröst") || text_has_word(text, "utslagsrösten") ||
        text_has_word(text, "ordförandens röst") || text_has_word(text, "ordförandes röst"))
        reading->vote.decided_by = DECIDED_BY_CASTING_VOTE;
    else if (text_has_word(text, "lottning") || text_has_word(text, "lotten") ||
             text_has_word(text, "lottas"))
        reading->vote.decided_by = DECIDED_BY_LOT;
}

void vote_next(Reading *reading)
{
    if (reading->begun || reading->proposed)
        end_vote(reading);
    reading->listing = false;
}

static guint ballots_of(const Vote *vote, BallotChoice choice)
{
    guint count = 0;

    for (guint i = 0; vote->ballots && i < vote->ballots->len; i++)
        count += g_array_index(vote->ballots, Ballot, i).choice == choice;
    return count;
}

static void end_vote(Reading *reading)
{
    Vote *vote = &reading->vote;
    const Draft *draft = reading->draft;

    if (reading->begun) {
        static const BallotChoice counted[] = {BALLOT_YES, BALLOT_NO, BALLOT_ABSTAIN};
        bool compared = false, agree = true;
        for (gsize i = 0; i < G_N_ELEMENTS(counted); i++) {
            int printed = *count_of(vote, counted[i]);
            guint names = ballots_of(vote, counted[i]);
            compared = compared || (printed > 0 && names > 0);
            agree = agree && (MAX(printed, 0) == (int)names || printed < 0);
        }
        vote->checked = compared && agree;
        if (compared && !agree)
            draft_note(draft, NOTE_VOTE_DIFFERS, vote->source.page, vote->source.block, NULL);
        guint yes = ballots_of(vote, BALLOT_YES), no = ballots_of(vote, BALLOT_NO);
        if (vote->yes < 0 && vote->no < 0 && yes + no > 0) { /* names without numbers */
            vote->yes = yes > 0 ? (int)yes : -1;             /* that nobody voted so is not said */
            vote->no = no > 0 ? (int)no : -1;
            vote->source.basis = BASIS_DERIVED;
        }
        if (vote->yes < 0 || vote->no < 0 || reading->twice || reading->unnamed)
            draft_note(draft, NOTE_VOTE_UNCLEAR, vote->source.page, vote->source.block, vote->yes_means);
        vote->closed = reading->closed && vote->ballots == NULL;
        reading->closed = reading->closed_next;
        reading->closed_next = false;
        draft_append(&reading->item->votes, sizeof *vote, vote);
    } else if (reading->proposed) {
        draft_note(draft, NOTE_VOTE_UNCLEAR, vote->source.page, vote->source.block, vote->yes_means);
    }
    *vote = (Vote){.yes = -1, .no = -1, .abstain = -1, .absent = -1};
    reading->begun = reading->proposed = reading->twice = reading->unnamed = false;
    order_of_next_vote(reading);
}

void vote_begin(Reading *reading, Source source)
{
    reading->begun = true;
    if (reading->vote.source.page == 0)
        reading->vote.source = source;
}

void vote_add_ballot(Reading *reading, Person person, BallotChoice choice)
{
    Vote *vote = &reading->vote;

    for (guint i = 0; vote->ballots && i < vote->ballots->len; i++) {
        const Ballot *ballot = &g_array_index(vote->ballots, Ballot, i);
        if (strcmp(ballot->person.name, person.name) == 0) {
            reading->twice = reading->twice || ballot->choice != choice;
            return;
        }
    }
    Ballot ballot = {person, choice};
    draft_append(&vote->ballots, sizeof ballot, &ballot);
    vote_begin(reading, person.source);
}

/* True when two words with capitals follow each other between `from` and `to`: a name that was not taken. */
static bool names_left(const char *s, gsize from, gsize to)
{
    guint capitals = 0;

    for (const char *at = s + from, *end; at < s + to; at = end + (end < s + to)) {
        end = at;
        while (end < s + to && *end != ' ')
            end = g_utf8_next_char(end);
        gunichar first = g_utf8_get_char(at);
        bool word = end > at && g_unichar_isupper(first) && end - at > 2;
        capitals = word ? capitals + 1 : 0;
        if (capitals >= 2)
            return true;
        if (end > at && strchr(",.;:()", end[-1]) != NULL)
            capitals = 0;
    }
    return false;
}

/* Between two names of one text another choice can begin: "Ja: Anna Berg (S) Nej: Bo Ek (M)". */
static void choice_between(const char *s, gsize from, gsize to, BallotChoice *choice)
{
    g_autofree char *between = g_strndup(s + from, to - from);
    g_auto(GStrv) words = g_strsplit_set(between, " ,.;()”\"", -1);

    for (char **word = words; *word; word++) {
        gsize length = strlen(*word);
        bool colon = length > 0 && (*word)[length - 1] == ':';
        bool votes = word[1] != NULL && text_begins(word[1], "röst", NULL);
        g_autofree char *bare = g_strndup(*word, strcspn(*word, ":-"));
        if (colon || votes)
            vote_choice_from(bare, choice);
    }
}

/* "Samtliga utom Anna Berg (S)": the one who is named is the one who did not. */
static bool leaves_out(const char *s, gsize length)
{
    static const char *const words[] = {"utom", "förutom", "undantag", NULL};
    g_autofree char *before = g_strndup(s, length);

    return has_one_of(before, words);
}

static void add_ballots(Reading *reading, const Block *block, const char *s, gsize length,
                        BallotChoice choice)
{
    g_autoptr(GArray) voters = persons_in(reading->draft, s, length);
    gsize done = 0;

    if (leaves_out(s, length)) {
        reading->asked = reading->unnamed = true;
        return;
    }
    for (guint i = 0; i < voters->len; i++) {
        const Mention *mention = &g_array_index(voters, Mention, i);
        choice_between(s, done, mention->start, &choice);
        vote_add_ballot(reading, person_from_mention(reading->draft, mention, block), choice);
        reading->unnamed = reading->unnamed || names_left(s, done, mention->start);
        done = mention->end;
    }
    reading->unnamed = reading->unnamed || (done > 0 && names_left(s, done, length));
}

/* Names in parentheses or after a colon: "tre ja-röster (Anna Berg (S), …)". */
static void add_aside(Reading *reading, const Block *block, const char *s, gsize length, BallotChoice choice)
{
    static const char opening[] = "(:";
    gsize from = strcspn(s, opening), to = length;

    /* a name before it is none of theirs: "röster mot Anna Bergs (S) förslag" */
    for (gsize i = 0; i < from; i++)
        if (g_ascii_isupper(s[i]))
            return;
    const char *rest = strstr(s + MIN(from, length), ")) ");
    if (rest != NULL && (gsize)(rest - s) < length)
        to = (gsize)(rest - s) + 1;
    if (from < length)
        add_ballots(reading, block, s + from + 1, to - from - 1, choice);
}
