/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Votes: what Ja and Nej stood for, the numbers and who voted how, from sentences, lists and tables. */
#include "meeting_parts.h"

#include <string.h>

/* A vote while its text is read. */
typedef struct {
    const Draft *draft;
    Item *item;
    Vote vote;
    bool begun;    /* something of the vote was read */
    bool proposed; /* what Ja and Nej stand for was read */
    bool listing;  /* names follow, of */
    BallotChoice choice;
} Reading;

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
    {"frånvarande", BALLOT_ABSENT},
    {"frånv", BALLOT_ABSENT},
    {"kvittad", BALLOT_ABSENT},
    {"kvittade", BALLOT_ABSENT},
};

static const char *const number_words[] = {"noll", "en",      "två",     "tre",   "fyra", "fem",
                                           "sex",  "sju",     "åtta",    "nio",   "tio",  "elva",
                                           "tolv", "tretton", "fjorton", "femton"};

static bool holds_votes(const Section *section);
static void read_statement(Reading *reading, const Statement *statement);
static void read_sentence(Reading *reading, const Block *block, const char *sentence);
static void begin_vote(Reading *reading);
static void end_vote(Reading *reading);
static void add_ballots(Reading *reading, const Block *block, const char *s, gsize length,
                        BallotChoice choice);
static void read_attachment(Reading *reading, const char *sentence);
static void read_table(Reading *reading, const Block *block);

void votes_of_item(const Draft *draft, Item *item)
{
    Reading reading = {.draft = draft, .item = item, .vote = {.yes = -1, .no = -1, .abstain = -1}};

    for (guint i = 0; item->sections && i < item->sections->len; i++) {
        const Section *section = &g_array_index(item->sections, Section, i);
        if (!holds_votes(section))
            continue;
        reading.listing = false;
        g_autoptr(GArray) statements = statements_from_section(draft, section);
        for (guint j = 0; j < statements->len; j++)
            read_statement(&reading, &g_array_index(statements, Statement, j));
    }
    end_vote(&reading);
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
        return section->heading == NULL || section->kind == SECTION_DECISION;
    case SECTION_PREPARATION:
        return section->heading != NULL && text_has_word(section->heading, "sammanträdet");
    default:
        return false;
    }
}

static void read_statement(Reading *reading, const Statement *statement)
{
    const Draft *draft = reading->draft;
    const Block *block = statement->block;

    if (statement->text == NULL) {
        if (reading->begun)
            read_table(reading, block);
        return;
    }
    const char *text = statement->text;
    static const Form meanings[] = {FORM_MEANING, FORM_MEANING_WHO};
    for (gsize i = 0; i < G_N_ELEMENTS(meanings); i++) {
        GMatchInfo *match = draft_match(draft, meanings[i], text);
        if (match == NULL)
            continue;
        begin_vote(reading);
        reading->vote.source = draft_source(draft, block, BASIS_STATED);
        reading->vote.yes_means = draft_group(draft, match, 1);
        reading->vote.no_means = draft_group(draft, match, 2);
        reading->proposed = true;
        g_match_info_free(match);
        break;
    }
    const char *at = text, *sentence;
    while ((sentence = sentence_next(draft, &at)) != NULL)
        read_sentence(reading, block, sentence);
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

static bool choice_from(const char *word, BallotChoice *choice)
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
    return choice == BALLOT_YES ? &vote->yes : choice == BALLOT_NO ? &vote->no : &vote->abstain;
}

static void read_sentence(Reading *reading, const Block *block, const char *sentence)
{
    const Draft *draft = reading->draft;
    bool found = false;

    GMatchInfo *match = draft_match(draft, FORM_TOTALS, sentence);
    if (match != NULL) {
        if (reading->vote.yes >= 0)
            begin_vote(reading);
        reading->begun = found = true;
        if (reading->vote.source.page == 0)
            reading->vote.source = draft_source(draft, block, BASIS_STATED);
        reading->vote.yes = number_from(match, 1);
        reading->vote.no = number_from(match, 2);
        g_match_info_free(match);
    }
    if (reading->vote.yes >= 0 && (match = draft_match(draft, FORM_ABSTAIN, sentence)) != NULL) {
        if (reading->vote.abstain < 0)
            reading->vote.abstain = number_from(match, 1);
        found = true;
        g_match_info_free(match);
    }

    /* "A (S) och B (M) röstar Ja (2)." and "C (V) avstår från att rösta (1)." */
    static const Form voting[] = {FORM_VOTED, FORM_ABSTAINED};
    for (gsize i = 0; i < G_N_ELEMENTS(voting) && !found; i++) {
        gint start, end, done = 0;
        match = draft_match(draft, voting[i], sentence);
        for (; match != NULL && g_match_info_matches(match); g_match_info_next(match, NULL)) {
            g_match_info_fetch_pos(match, 0, &start, &end);
            BallotChoice choice = BALLOT_ABSTAIN;
            g_autofree char *word = voting[i] == FORM_VOTED ? g_match_info_fetch(match, 1) : NULL;
            if (word != NULL)
                choice_from(word, &choice);
            g_autoptr(GArray) voters = persons_in(draft, sentence + done, (gsize)(start - done));
            if (voters->len > 0) {
                int number = number_from(match, voting[i] == FORM_VOTED ? 2 : 1);
                if (choice == BALLOT_YES && reading->vote.ballots != NULL)
                    begin_vote(reading);
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
        read_attachment(reading, sentence);
        return;
    }

    /* "Nej-röster ges av:" and the names after it */
    match = draft_match(draft, FORM_VOTER_LIST, sentence);
    if (match != NULL) {
        g_autofree char *word = g_match_info_fetch(match, 1);
        gint end;
        g_match_info_fetch_pos(match, 0, NULL, &end);
        g_match_info_free(match);
        reading->listing = choice_from(word, &reading->choice);
        add_ballots(reading, block, sentence + end, strlen(sentence + end), reading->choice);
        return;
    }
    if (reading->listing) {
        guint before = reading->vote.ballots ? reading->vote.ballots->len : 0;
        add_ballots(reading, block, sentence, strlen(sentence), reading->choice);
        reading->listing = reading->vote.ballots != NULL && reading->vote.ballots->len > before;
    }
    read_attachment(reading, sentence);
}

static void begin_vote(Reading *reading)
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
        if (vote->yes < 0 && vote->no < 0 && vote->ballots != NULL) { /* names without numbers */
            vote->yes = (int)ballots_of(vote, BALLOT_YES);
            vote->no = (int)ballots_of(vote, BALLOT_NO);
            vote->source.basis = BASIS_DERIVED;
        }
        draft_append(&reading->item->votes, sizeof *vote, vote);
    } else if (reading->proposed) {
        draft_note(draft, NOTE_VOTE_UNCLEAR, vote->source.page, vote->source.block, vote->yes_means);
    }
    *vote = (Vote){.yes = -1, .no = -1, .abstain = -1};
    reading->begun = reading->proposed = false;
}

static void add_ballot(Reading *reading, Person person, BallotChoice choice)
{
    Vote *vote = &reading->vote;

    for (guint i = 0; vote->ballots && i < vote->ballots->len; i++)
        if (strcmp(g_array_index(vote->ballots, Ballot, i).person.name, person.name) == 0)
            return;
    Ballot ballot = {person, choice};
    draft_append(&vote->ballots, sizeof ballot, &ballot);
    if (vote->source.page == 0)
        vote->source = person.source;
    reading->begun = true;
}

static void add_ballots(Reading *reading, const Block *block, const char *s, gsize length,
                        BallotChoice choice)
{
    g_autoptr(GArray) voters = persons_in(reading->draft, s, length);

    for (guint i = 0; i < voters->len; i++)
        add_ballot(reading, person_from_mention(reading->draft, &g_array_index(voters, Mention, i), block),
                   choice);
}

/* ---- lists of voters in tables, here or in an attachment that the text names ---- */

static void read_attachment(Reading *reading, const char *sentence)
{
    const GArray *attachments = reading->draft->meeting->attachments;
    bool of_vote = text_has_word(sentence, "röstar") || text_has_word(sentence, "röstat") ||
                   text_has_word(sentence, "röstade") || text_has_word(sentence, "omröstningslista") ||
                   text_has_word(sentence, "voteringslista") || text_has_word(sentence, "röstlista");

    if (!reading->begun || !of_vote)
        return;
    for (guint i = 0; attachments && i < attachments->len; i++) {
        const Attachment *attachment = &g_array_index(attachments, Attachment, i);
        if (attachment->label == NULL || !text_has_word(sentence, attachment->label))
            continue;
        for (guint j = 0; attachment->blocks && j < attachment->blocks->len; j++)
            read_table(reading, &g_array_index(attachment->blocks, Block, j));
        return;
    }
}

/* "Anna Berg S 22 Ledamot Ja", "Anna Berg (S) - JA": name, party, what not, choice. */
static void read_voter(Reading *reading, const Block *block, const char *line, int page)
{
    g_auto(GStrv) words = g_strsplit(line, " ", -1);
    guint count = g_strv_length(words), party = 0;
    BallotChoice choice;

    if (count < 3 || count > 16 || !choice_from(words[count - 1], &choice))
        return;
    for (guint i = 1; i + 1 < count && party == 0; i++) {
        g_autofree char *bare = g_strdup(words[i]);
        g_strstrip(g_strdelimit(bare, "(),", ' '));
        bool upper = *bare != '\0';
        for (const char *p = bare; *p && upper; p = g_utf8_next_char(p))
            upper = g_unichar_isupper(g_utf8_get_char(p));
        if ((upper && g_utf8_strlen(bare, -1) <= 5) || strcmp(bare, "-") == 0 ||
            profile_meaning(reading->draft->profile, WORDS_PARTY, bare) != NULL) {
            g_strlcpy(words[i], bare, strlen(words[i]) + 1);
            party = i;
        }
    }
    if (party == 0)
        return;
    g_autoptr(GString) name = g_string_new(words[0]);
    for (guint i = 1; i < party; i++)
        g_string_append_printf(name, " %s", words[i]);
    Person person = {
        .source = draft_source(reading->draft, block, BASIS_STATED),
        .name = draft_string(reading->draft, name->str, -1),
        .party = strcmp(words[party], "-") == 0 ? NULL : draft_string(reading->draft, words[party], -1)};
    if (page > 0)
        person.source.page = page;
    add_ballot(reading, person, choice);
}

static const char *cell_text(const Row *row, guint n)
{
    const char *text = row->cells && n < row->cells->len ? g_array_index(row->cells, Cell, n).text.s : NULL;

    return text ? text : "";
}

/* Where each choice has a column of its own with a cross in it. */
static bool read_crosses(Reading *reading, const Block *block)
{
    GArray *columns = g_array_new(FALSE, TRUE, sizeof(int)); /* per column: choice + 1 */
    bool yes = false, no = false, read = false;

    for (guint r = 0; r < block->rows->len; r++) {
        const Row *row = &g_array_index(block->rows, Row, r);
        guint cells = row->cells ? row->cells->len : 0;
        if (!yes || !no) {
            g_array_set_size(columns, 0);
            yes = no = false;
            for (guint c = 0; c < cells; c++) {
                BallotChoice choice = BALLOT_YES;
                int column = choice_from(cell_text(row, c), &choice) ? (int)choice + 1 : 0;
                yes = yes || column == (int)BALLOT_YES + 1;
                no = no || column == (int)BALLOT_NO + 1;
                g_array_append_val(columns, column);
            }
            continue;
        }
        for (guint c = 1; c < MIN(cells, columns->len); c++) {
            int column = g_array_index(columns, int, c);
            const char *cross = cell_text(row, c);
            if (column == 0 || (g_ascii_strcasecmp(cross, "x") != 0 && strcmp(cross, "1") != 0))
                continue;
            static const char *const printed[] = {"Ja", "Nej", "Avstår", "Frånvarande"};
            g_autofree char *line =
                g_strconcat(cell_text(row, 0), " ", cell_text(row, 1), " ", printed[column - 1], NULL);
            g_autofree char *bare = g_strdup(text_collapsed(line, -1, reading->draft->meeting->chunk));
            read_voter(reading, block, bare, row->page);
            read = true;
        }
    }
    g_array_unref(columns);
    return read;
}

static void read_table(Reading *reading, const Block *block)
{
    if (block->kind == BLOCK_PARAGRAPH || block->kind == BLOCK_ITEM) {
        if (block->text.s != NULL)
            read_voter(reading, block, block->text.s, 0);
        return;
    }
    if (block->rows == NULL || read_crosses(reading, block))
        return;
    for (guint r = 0; r < block->rows->len; r++) {
        const Row *row = &g_array_index(block->rows, Row, r);
        g_autoptr(GString) line = g_string_new(NULL);
        for (guint c = 0; row->cells && c < row->cells->len; c++)
            if (*cell_text(row, c) != '\0')
                g_string_append_printf(line, "%s%s", line->len ? " " : "", cell_text(row, c));
        read_voter(reading, block, line->str, row->page);
    }
}
