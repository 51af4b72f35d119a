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
    bool asked;    /* the text says that there was a vote */
    bool heading;  /* in a section of its own */
    bool twice;    /* somebody stands under two choices */
    bool closed;   /* a closed ballot was asked for, whose numbers are still to come */
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
static void read_statement(Reading *reading, const Statement *statement);
static void read_sentence(Reading *reading, const Block *block, const char *sentence);
static void begin_vote(Reading *reading);
static void end_vote(Reading *reading);
static void add_ballots(Reading *reading, const Block *block, const char *s, gsize length,
                        BallotChoice choice);
static void read_attachment(Reading *reading, const char *sentence);
static void read_table(Reading *reading, const Block *block);
static bool read_count(Reading *reading, const Block *block, const char *line);
static void read_manner(Reading *reading, const char *text);
static bool read_voter(Reading *reading, const Block *block, const char *line, int page);

void votes_of_item(const Draft *draft, Item *item)
{
    Reading reading = {
        .draft = draft, .item = item, .vote = {.yes = -1, .no = -1, .abstain = -1, .absent = -1}};

    for (guint i = 0; item->sections && i < item->sections->len; i++) {
        const Section *section = &g_array_index(item->sections, Section, i);
        if (!holds_votes(section))
            continue;
        reading.listing = false;
        reading.heading = section->kind == SECTION_VOTE;
        g_autoptr(GArray) statements = statements_from_section(draft, section);
        for (guint j = 0; j < statements->len; j++)
            read_statement(&reading, &g_array_index(statements, Statement, j));
    }
    end_vote(&reading);
    if (reading.asked && item->votes == NULL)
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
        if (reading->begun || reading->heading)
            read_table(reading, block);
        return;
    }
    const char *text = statement->text;
    reading->asked = reading->asked || reading->heading || text_has_word(text, "omröstning begärs") ||
                     text_has_word(text, "votering begärs");
    if ((reading->begun || reading->proposed || reading->heading) &&
        (read_voter(reading, block, text, 0) || read_count(reading, block, text)))
        return;
    read_manner(reading, text);
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
    GMatchInfo *line =
        reading->proposed && reading->vote.no_means ? NULL : draft_match(draft, FORM_MEANING_LINE, text);
    if (line != NULL) { /* "Ja-röst för motionen" and, on a line of its own, "Nej-röst för avslag" */
        g_autofree char *choice = g_match_info_fetch(line, 1);
        bool yes = g_ascii_strcasecmp(choice, "ja") == 0;
        if (yes)
            begin_vote(reading);
        if (yes || reading->proposed) {
            *(yes ? &reading->vote.yes_means : &reading->vote.no_means) = draft_group(draft, line, 2);
            reading->vote.source = draft_source(draft, block, BASIS_STATED);
            reading->proposed = true;
        }
        g_match_info_free(line);
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
    reading->begun = true;
    if (reading->vote.source.page == 0)
        reading->vote.source = draft_source(reading->draft, block, BASIS_STATED);
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
    if (!found && (match = draft_match(draft, FORM_TOTAL, sentence)) != NULL) {
        g_autofree char *word = g_match_info_fetch(match, 2);
        BallotChoice choice = BALLOT_YES;
        int number = number_from(match, 1);
        g_match_info_free(match);
        if (choice_from(word, &choice) && *count_of(&reading->vote, choice) < 0) {
            set_count(reading, block, choice, number);
            found = true;
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
    if (!choice_from(word, &choice) || number < 0)
        return false;
    if (choice == BALLOT_YES && reading->vote.yes >= 0)
        begin_vote(reading);
    set_count(reading, block, choice, number);
    reading->listing = true;
    reading->choice = choice;
    if (rest != NULL && *rest != '\0' && !read_count(reading, block, rest))
        add_ballots(reading, block, rest, strlen(rest), choice);
    return true;
}

/* How it was voted and decided, where that is special. */
static void read_manner(Reading *reading, const char *text)
{
    if (text_has_word(text, "sluten omröstning") || text_has_word(text, "slutna sedlar"))
        reading->closed = true;
    if (!reading->begun)
        return;
    if (text_has_word(text, "utslagsröst") || text_has_word(text, "utslagsrösten"))
        reading->vote.decided_by = DECIDED_BY_CASTING_VOTE;
    else if (text_has_word(text, "lottning") || text_has_word(text, "lotten") ||
             text_has_word(text, "lottas"))
        reading->vote.decided_by = DECIDED_BY_LOT;
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
        guint yes = ballots_of(vote, BALLOT_YES), no = ballots_of(vote, BALLOT_NO);
        if (vote->yes < 0 && vote->no < 0 && yes + no > 0) { /* names without numbers */
            vote->yes = (int)yes;
            vote->no = (int)no;
            vote->source.basis = BASIS_DERIVED;
        }
        if (vote->yes < 0 || vote->no < 0 || reading->twice)
            draft_note(draft, NOTE_VOTE_UNCLEAR, vote->source.page, vote->source.block, vote->yes_means);
        vote->closed = reading->closed && vote->ballots == NULL;
        reading->closed = false;
        draft_append(&reading->item->votes, sizeof *vote, vote);
    } else if (reading->proposed) {
        draft_note(draft, NOTE_VOTE_UNCLEAR, vote->source.page, vote->source.block, vote->yes_means);
    }
    *vote = (Vote){.yes = -1, .no = -1, .abstain = -1, .absent = -1};
    reading->begun = reading->proposed = reading->twice = false;
}

static void add_ballot(Reading *reading, Person person, BallotChoice choice)
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

static void add_voter(Reading *reading, const Block *block, int page, const char *name, const char *party,
                      BallotChoice choice)
{
    const Draft *draft = reading->draft;
    g_autofree char *bare = g_strdelimit(g_strdup(party), "(),", ' ');
    Person person = {.source = draft_source(draft, block, BASIS_STATED),
                     .name = draft_string(draft, name, -1)};

    g_strstrip(bare);
    person.party = *bare == '\0' || strcmp(bare, "-") == 0 ? NULL : draft_string(draft, bare, -1);
    person.source.page = page > 0 ? page : person.source.page;
    if (*person.name != '\0')
        add_ballot(reading, person, choice);
}

/* How a party looks among the other words of a line: "S", "SJVP", "NyD", "(kl)", "-". */
static bool looks_like_party(const Draft *draft, const char *word)
{
    g_autofree char *bare = g_strdelimit(g_strdup(word), "(),", ' ');
    guint upper = 0, all = 0;

    g_strstrip(bare);
    for (const char *p = bare; *p; p = g_utf8_next_char(p), all++)
        upper += g_unichar_isupper(g_utf8_get_char(p)) ? 1 : 0;
    if (strcmp(bare, "-") == 0 || (all > 0 && all <= 5 && (*word == '(' || upper == all || upper >= 2)))
        return true;
    const GArray *parties = profile_words(draft->profile, WORDS_PARTY);
    for (guint i = 0; i < parties->len; i++)
        if (strcmp(g_array_index(parties, Word, i).text, bare) == 0) /* "MED" is one, "med" is not */
            return true;
    return false;
}

/* "Anna Berg S 22 Ledamot Ja", "Anna Berg (S) - JA": name, party, what not, choice. */
static bool read_voter(Reading *reading, const Block *block, const char *line, int page)
{
    g_auto(GStrv) words = g_strsplit(line, " ", -1);
    guint count = g_strv_length(words), party = 1;
    BallotChoice choice;

    if (count < 3 || count > 16 || !choice_from(words[count - 1], &choice))
        return false;
    while (party + 1 < count && !looks_like_party(reading->draft, words[party]))
        party++;
    if (party + 1 >= count)
        return false;
    g_autoptr(GString) name = g_string_new(words[0]);
    for (guint i = 1; i < party; i++)
        g_string_append_printf(name, " %s", words[i]);
    Mention mention;
    if (!person_at(reading->draft, name->str, &mention) || mention.end != name->len)
        return false;
    add_voter(reading, block, page, name->str, words[party], choice);
    return true;
}

static const char *cell_text(const Row *row, guint n)
{
    const char *text = row->cells && n < row->cells->len ? g_array_index(row->cells, Cell, n).text.s : NULL;

    return text ? text : "";
}

/* What a column of a list of voters holds. */
typedef enum { COLUMN_OTHER, COLUMN_NAME, COLUMN_PARTY, COLUMN_CHOICE, COLUMN_CROSS } ColumnKind;
typedef struct {
    ColumnKind kind;
    BallotChoice choice; /* of a cross in it */
} Column;

static const struct {
    const char *heading;
    ColumnKind kind;
} column_headings[] = {
    {"namn", COLUMN_NAME},     {"ledamot", COLUMN_NAME},    {"ledamöter", COLUMN_NAME},
    {"parti", COLUMN_PARTY},   {"resultat", COLUMN_CHOICE}, {"röst", COLUMN_CHOICE},
    {"röstar", COLUMN_CHOICE}, {"val", COLUMN_CHOICE},
};

/* The columns that the cells of a heading row name; false when it is none. */
static bool read_columns(const Row *row, GArray *columns)
{
    guint names = 0, choosing = 0;

    g_array_set_size(columns, 0);
    for (guint c = 0; row->cells && c < row->cells->len; c++) {
        Column column = {COLUMN_OTHER, BALLOT_YES};
        g_autofree char *key = text_key(cell_text(row, c));
        if (choice_from(key, &column.choice))
            column.kind = COLUMN_CROSS;
        for (gsize i = 0; i < G_N_ELEMENTS(column_headings); i++)
            if (strcmp(column_headings[i].heading, key) == 0)
                column.kind = column_headings[i].kind;
        names += column.kind == COLUMN_NAME;
        choosing += column.kind == COLUMN_CHOICE ? 2 : column.kind == COLUMN_CROSS;
        g_array_append_val(columns, column);
    }
    return names == 1 && choosing >= 2;
}

/* A row below headings: a name, its party and a choice or a cross in the column of one. */
static void read_voter_row(Reading *reading, const Block *block, const Row *row, const GArray *columns)
{
    const char *name = "", *party = "";
    BallotChoice choice = BALLOT_YES;
    guint chosen = 0;

    for (guint c = 0; row->cells && c < MIN(row->cells->len, columns->len); c++) {
        const Column *column = &g_array_index(columns, Column, c);
        const char *text = cell_text(row, c);
        bool cross = g_ascii_strcasecmp(text, "x") == 0 || strcmp(text, "1") == 0;
        if (column->kind == COLUMN_NAME)
            name = text;
        else if (column->kind == COLUMN_PARTY)
            party = text;
        else if (column->kind == COLUMN_CHOICE && choice_from(text, &choice))
            chosen++;
        else if (column->kind == COLUMN_CROSS && cross) {
            choice = column->choice;
            chosen++;
        }
    }
    Mention mention;
    bool person = person_at(reading->draft, name, &mention) || (strstr(name, ", ") != NULL && *party != '\0');
    if (chosen != 1 || !person) /* a row of sums is no voter */
        return;
    /* "Anna Berg (S)" in one cell */
    if (*party == '\0' && mention.party != NULL)
        add_voter(reading, block, row->page, mention.name, mention.party, choice);
    else
        add_voter(reading, block, row->page, name, party, choice);
}

static void read_table(Reading *reading, const Block *block)
{
    if (block->kind == BLOCK_PARAGRAPH || block->kind == BLOCK_ITEM) {
        if (block->text.s != NULL)
            read_voter(reading, block, block->text.s, 0);
        return;
    }
    g_autoptr(GArray) columns = g_array_new(FALSE, TRUE, sizeof(Column));
    bool headed = false;
    for (guint r = 0; block->rows && r < block->rows->len; r++) {
        const Row *row = &g_array_index(block->rows, Row, r);
        if (!headed && read_columns(row, columns)) {
            headed = true;
        } else if (headed) {
            read_voter_row(reading, block, row, columns);
        } else {
            g_autoptr(GString) line = g_string_new(NULL);
            for (guint c = 0; row->cells && c < row->cells->len; c++)
                if (*cell_text(row, c) != '\0')
                    g_string_append_printf(line, "%s%s", line->len ? " " : "", cell_text(row, c));
            read_voter(reading, block, line->str, row->page);
        }
    }
}
