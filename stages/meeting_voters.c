/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Voters in lists: a name, party and choice on each line or in each row, or crosses under the choices. */
#include <string.h>

#include "meeting_votes.h"

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
    const Attendee *known = *bare == '\0' ? attendee_named(draft->meeting, person.name) : NULL;
    person.party = known ? known->person.party : person.party;
    if (*person.name != '\0')
        vote_add_ballot(reading, person, choice);
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
bool voter_in_line(Reading *reading, const Block *block, const char *line, int page)
{
    g_auto(GStrv) words = g_strsplit(line, " ", -1);
    guint count = g_strv_length(words), party = 1;
    BallotChoice choice;

    if (count < 3 || count > 16 || !vote_choice_from(words[count - 1], &choice))
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

static const struct {
    const char *heading;
    ColumnKind kind;
} column_headings[] = {
    {"namn", COLUMN_NAME},
    {"ledamot", COLUMN_NAME},
    {"ledamöter", COLUMN_NAME},
    {"parti", COLUMN_PARTY},
    {"resultat", COLUMN_CHOICE},
    {"röst", COLUMN_CHOICE},
    {"röstar", COLUMN_CHOICE},
    {"val", COLUMN_CHOICE},
    {"ersättare", COLUMN_SUBSTITUTE},
    {"tjänstgörande ersättare", COLUMN_SUBSTITUTE},
    {"ersätts av", COLUMN_SUBSTITUTE},
};

/* The columns that the cells of a heading row name; false when it is none. */
static bool read_columns(const Row *row, GArray *columns)
{
    guint names = 0, choosing = 0;

    g_array_set_size(columns, 0);
    for (guint c = 0; row->cells && c < row->cells->len; c++) {
        Column column = {COLUMN_OTHER, BALLOT_YES};
        g_autofree char *key = text_key(cell_text(row, c));
        if (vote_choice_from(key, &column.choice))
            column.kind = COLUMN_CROSS;
        for (gsize i = 0; i < G_N_ELEMENTS(column_headings); i++)
            if (strcmp(column_headings[i].heading, key) == 0)
                column.kind = column_headings[i].kind;
        names += column.kind == COLUMN_NAME;
        choosing += column.kind == COLUMN_CHOICE ? 2 : column.kind == COLUMN_CROSS;
        g_array_append_val(columns, column);
    }
    if (names == 1 && choosing >= 2)
        return true;
    g_array_set_size(columns, 0);
    return false;
}

/* A row below headings: a name, its party and a choice or a cross in the column of one. */
static void read_voter_row(Reading *reading, const Block *block, const Row *row, const GArray *columns)
{
    const char *name = "", *party = "", *substitute = "";
    BallotChoice choice = BALLOT_YES;
    guint chosen = 0;

    for (guint c = 0; row->cells && c < MIN(row->cells->len, columns->len); c++) {
        const Column *column = &g_array_index(columns, Column, c);
        const char *text = cell_text(row, c);
        bool cross = g_ascii_strcasecmp(text, "x") == 0 || strcmp(text, "1") == 0;
        if (column->kind == COLUMN_NAME)
            name = text;
        else if (column->kind == COLUMN_SUBSTITUTE)
            substitute = text;
        else if (column->kind == COLUMN_PARTY)
            party = text;
        else if (column->kind == COLUMN_CHOICE && vote_choice_from(text, &choice))
            chosen++;
        else if (column->kind == COLUMN_CROSS && cross) {
            choice = column->choice;
            chosen++;
        }
    }
    Mention mention = {0};
    bool person = person_at(reading->draft, name, &mention) || (strstr(name, ", ") != NULL && *party != '\0');
    if (chosen != 1 || !person) /* a row of sums is no voter */
        return;
    if (*substitute != '\0' &&
        strcmp(substitute, "-") != 0) { /* who voted in the member's place, for the same party */
        const char *own = mention.party;
        if (!person_at(reading->draft, substitute, &mention)) {
            reading->unnamed = true;
            return;
        }
        mention.party = mention.party ? mention.party : *party != '\0' ? party : own;
        name = mention.name;
    }
    /* "Anna Berg (S)" in one cell */
    if (*party == '\0' && mention.party != NULL)
        add_voter(reading, block, row->page, mention.name, mention.party, choice);
    else
        add_voter(reading, block, row->page, name, party, choice);
}

/* A name and a cross below no heading that tells what the cross stands for. */
static bool names_with_cross(const Draft *draft, const Row *row)
{
    guint crosses = 0;
    Mention mention;

    for (guint c = 1; row->cells && c < row->cells->len; c++)
        crosses += g_ascii_strcasecmp(cell_text(row, c), "x") == 0;
    return crosses > 0 && person_at(draft, cell_text(row, 0), &mention);
}

void voters_in_table(Reading *reading, const Block *block)
{
    if (block->kind == BLOCK_PARAGRAPH || block->kind == BLOCK_ITEM) {
        if (block->text.s != NULL)
            voter_in_line(reading, block, block->text.s, 0);
        return;
    }
    if (block->kind == BLOCK_TABLE)
        g_array_set_size(reading->columns, 0);
    for (guint r = 0; block->rows && r < block->rows->len; r++) {
        const Row *row = &g_array_index(block->rows, Row, r);
        if (reading->columns->len == 0 && read_columns(row, reading->columns)) {
            if (reading->heading)
                vote_begin(reading, draft_source(reading->draft, block, BASIS_STATED));
        } else if (reading->columns->len > 0) {
            read_voter_row(reading, block, row, reading->columns);
        } else {
            g_autoptr(GString) line = g_string_new(NULL);
            for (guint c = 0; row->cells && c < row->cells->len; c++)
                if (*cell_text(row, c) != '\0')
                    g_string_append_printf(line, "%s%s", line->len ? " " : "", cell_text(row, c));
            if (!voter_in_line(reading, block, line->str, row->page) && names_with_cross(reading->draft, row))
                reading->unnamed = true;
        }
    }
}

bool voters_are_listed(const Section *section)
{
    static const char *const lists[] = {"omröstningslista", "voteringslista", "röstlista",
                                        "omröstningsprotokoll", "voteringsprotokoll"};

    for (gsize i = 0; i < G_N_ELEMENTS(lists) && section->kind == SECTION_VOTE && section->heading; i++)
        if (text_begins(section->heading, lists[i], NULL))
            return strpbrk(section->heading, "0123456789") != NULL;
    return false;
}

bool voters_are_of(const Reading *reading, const Section *section)
{
    enum { FIRST_LINES = 4 };

    for (guint i = 0; i < MIN(section->blocks->len, FIRST_LINES); i++) {
        const char *text = g_array_index(section->blocks, Block, i).text.s;
        const char *sign = text ? strstr(text, "§") : NULL;
        if (sign == NULL)
            continue;
        const char *number = sign + strlen("§");
        number += strspn(number, " ");
        g_autofree char *named = g_strndup(number, strspn(number, "0123456789"));
        return g_strcmp0(named, reading->item->number) == 0;
    }
    return reading->begun || reading->proposed || reading->asked;
}

void voters_in_list_named(Reading *reading, const char *sentence)
{
    static const char *const of_votes[] = {"röstar",
                                           "röstat",
                                           "röstade",
                                           "omröstningslista",
                                           "voteringslista",
                                           "röstlista",
                                           "omröstningsprotokoll",
                                           "voteringsprotokoll"};
    const Meeting *meeting = reading->draft->meeting;
    bool of_vote = false;

    for (gsize i = 0; i < G_N_ELEMENTS(of_votes) && !of_vote; i++)
        of_vote = text_has_word(sentence, of_votes[i]);
    if (!reading->begun || !of_vote)
        return;
    const GArray *list = NULL;
    for (guint i = 0; meeting->attachments && i < meeting->attachments->len && list == NULL; i++) {
        const Attachment *attachment = &g_array_index(meeting->attachments, Attachment, i);
        if (attachment->label != NULL && text_has_word(sentence, attachment->label))
            list = attachment->blocks;
    }
    for (guint i = 0; meeting->items && i < meeting->items->len && list == NULL; i++) {
        const GArray *sections = g_array_index(meeting->items, Item, i).sections;
        for (guint j = 0; sections && j < sections->len; j++) {
            const Section *section = &g_array_index(sections, Section, j);
            if (voters_are_listed(section) && text_has_word(sentence, section->heading) &&
                &g_array_index(meeting->items, Item, i) != reading->item)
                list = section->blocks;
        }
    }
    for (guint i = 0; list && i < list->len; i++)
        voters_in_table(reading, &g_array_index(list, Block, i));
}
