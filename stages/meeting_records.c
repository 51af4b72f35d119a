/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What else the minutes record of an item: statements, adjournments, attachments named, questions answered.
 */
#include "meeting_parts.h"

#include <stdlib.h>
#include <string.h>

/* The longest run of attachments "1–12" that is written out. */
enum { RUN_MAX = 30, LABEL_MAX = 80 };

/* How a sentence says that somebody had something put on record; the persons stand before the verb, or after
 * the words where `after` is set. */
static const struct {
    const char *words;
    bool after;
} records[] = {
    {"lämnar", false},
    {"lämnade", false},
    {"lämnat", false},
    {"inkommer med", false},
    {"inkom med", false},
    {"antecknar", false},
    {"antecknade", false},
    {"anmäler", false},
    {"anmälde", false},
    {"avger", false},
    {"avgav", false},
    {"gör", false},
    {"gjorde", false},
    {"begär", false},
    {"begärde", false},
    {"lämnas av", true},
    {"lämnades av", true},
    {"antecknas av", true},
    {"avges av", true},
    {"avgavs av", true},
    {"anteckning från", true},
    {"anteckning av", true},
    {"yttrande från", true},
    {"yttrande av", true},
    {"anteckningar från", true},
    {"yttranden från", true},
    {"anmäls av", true},
    {"har lämnats av", true},
    {"avser inkomma med", false},
    {"avser att inkomma med", false},
    {"avser lämna", false},
    {"avser att lämna", false},
    {"får lämna", false},
    {"uttalande från", true},
    {"uttalande av", true},
    {"hänvisar till", false},
    {"ansluter sig till", false},
    {"instämmer i", false},
};

static const struct {
    const char *words;
    QuestionStatus status;
} answers[] = {
    {"besvarad", QUESTION_ANSWERED},  {"besvarade", QUESTION_ANSWERED},    {"besvaras", QUESTION_ANSWERED},
    {"besvarat", QUESTION_ANSWERED},  {"besvarades", QUESTION_ANSWERED},   {"besvarar", QUESTION_ANSWERED},
    {"svarar på", QUESTION_ANSWERED}, {"lämnar svar", QUESTION_ANSWERED},  {"får ställas", QUESTION_ASKED},
    {"fick ställas", QUESTION_ASKED}, {"får framställas", QUESTION_ASKED}, {"ställs", QUESTION_ASKED},
    {"ställdes", QUESTION_ASKED},     {"har ställt", QUESTION_ASKED},      {"framställs", QUESTION_ASKED},
};

static void read_statement(const Draft *draft, Item *item, const Section *section, const Block *block,
                           const char *sentence);
static void read_adjournments(const Draft *draft, Item *item, const Section *section,
                              const Statement *statement);
static void read_attachments(const Draft *draft, Item *item, const Section *section);
static void read_question(const Draft *draft, Item *item);

void records_of_item(const Draft *draft, Item *item)
{
    for (guint s = 0; item->sections && s < item->sections->len; s++) {
        const Section *section = &g_array_index(item->sections, Section, s);
        bool own = section->kind != SECTION_PROPOSAL && section->kind != SECTION_SUMMARY &&
                   section->kind != SECTION_BACKGROUND && section->kind != SECTION_ASSESSMENT &&
                   section->kind != SECTION_BASIS && section->kind != SECTION_REASONS &&
                   (section->kind != SECTION_PREPARATION || tells_of_meeting(section));
        read_attachments(draft, item, section);
        if (!own)
            continue;
        g_autoptr(GArray) statements = statements_from_section(draft, section);
        for (guint i = 0; i < statements->len; i++) {
            const Statement *statement = &g_array_index(statements, Statement, i);
            if (statement->text == NULL)
                continue;
            read_adjournments(draft, item, section, statement);
            const char *at = statement->text, *sentence;
            while ((sentence = sentence_next(draft, &at)) != NULL)
                read_statement(draft, item, section, statement->block, sentence);
        }
    }
    read_question(draft, item);
}

/* ---- statements for the record ---- */

static bool has_any(const char *s, const char *const *words)
{
    for (; *words != NULL; words++)
        if (strstr(s, *words) != NULL)
            return true;
    return false;
}

static void add_statements(const Draft *draft, GArray **array, const GArray *persons, const Block *block)
{
    if (persons->len > 0 && block->text.s != NULL && persons_say_others(block->text.s))
        draft_note(draft, NOTE_OTHERS_UNNAMED, block->page, block->id, block->text.s);
    for (guint i = 0; i < persons->len; i++) {
        Person person = person_from_mention(draft, &g_array_index(persons, Mention, i), block);
        if (draft->meeting->attendance != NULL && attendee_named(draft->meeting, person.name) == NULL)
            draft_note(draft, NOTE_PERSON_UNKNOWN, block->page, block->id, person.name);
        persons_add(array, person);
    }
}

/* "Anna Berg (S) lämnar följande protokollsanteckning: …". What stands in quotation marks or after a colon is
 * the statement itself. */
static void read_statement(const Draft *draft, Item *item, const Section *section, const Block *block,
                           const char *sentence)
{
    static const char *const record_words[] = {"protokollsanteckning",
                                               "protokollsnotering",
                                               "anteckning till",
                                               "till protokollet",
                                               "som yttrande",
                                               "anteckna",
                                               NULL};
    static const char *const special_words[] = {"särskilt yttrande",  "särskilda yttrande",
                                                "särskilt uttalande", "särskilda uttalande",
                                                "ersättaryttrande",   NULL};
    static const char *const refused[] = {"avslå", "tillåts inte", "medges inte", "möjlighet att", NULL};

    g_autofree char *said = g_strndup(sentence, strcspn(sentence, "\""));
    char *quote = strstr(said, "”");
    char *colon = strchr(said, ':');
    if (quote != NULL)
        *quote = '\0';
    if (colon != NULL && (quote == NULL || colon < quote))
        *colon = '\0';
    g_autofree char *folded = g_utf8_strdown(said, -1);
    g_autofree char *heading = g_utf8_strdown(section->heading ? section->heading : "", -1);
    bool own = section->kind == SECTION_STATEMENT;
    bool special = has_any(folded, special_words), record = has_any(folded, record_words);
    if ((!special && !record && !own) || has_any(folded, refused))
        return;
    if (!own && !special && strstr(folded, "protokollsanteckning") == NULL &&
        strstr(folded, "protokollsnotering") == NULL && strstr(folded, "som yttrande") == NULL &&
        strstr(folded, "anteckning till protokollet") == NULL)
        return; /* "… begär att till protokollet få antecknat att de inte deltar" is a position */
    if (special && strstr(folded, "protokollsanteckning") != NULL && own)
        special = strstr(heading, "särskil") != NULL;
    else if (!special && !record)
        special = strstr(heading, "särskil") != NULL;
    GArray **array = special ? &item->statements : &item->record_notes;

    if (persons_by_party(draft, said)) {
        draft_note(draft, NOTE_STATEMENT_UNCLEAR, block->page, block->id, sentence);
        return;
    }
    for (gsize i = 0; i < G_N_ELEMENTS(records); i++) {
        const char *at = text_has_word(folded, records[i].words) ? strstr(folded, records[i].words) : NULL;
        /* "Särskilt yttrande från Anna Berg (S)" */
        if (at == NULL)
            continue;
        const char *after = said + (at - folded) + strlen(records[i].words), *which = strstr(after, " som ");
        gsize length = which ? (gsize)(which - after) : strlen(after); /* "som hänvisar till …" */
        g_autoptr(GArray) persons = records[i].after ? persons_in(draft, after, length)
                                                     : persons_in(draft, said, (gsize)(at - folded));
        if (persons->len == 0)
            continue;
        add_statements(draft, array, persons, block);
        return;
    }
    /* Under a heading of its own a line of names, or one that begins with them, says it all. */
    g_autoptr(GArray) persons = persons_in(draft, said, strlen(said));
    if (own && persons->len > 0 && g_array_index(persons, Mention, 0).start == 0 &&
        g_array_index(persons, Mention, persons->len - 1).end + 2 >= strlen(said))
        add_statements(draft, array, persons, block);
    else if ((special || record) && *array == NULL && persons->len == 0 && own)
        draft_note(draft, NOTE_STATEMENT_UNCLEAR, block->page, block->id, sentence);
}

/* ---- adjournments ---- */

void adjournments_in(const Draft *draft, const Block *block, const char *s, bool always, GArray **array)
{
    g_autofree char *folded = g_utf8_strdown(s, -1);
    const char *word = strstr(folded, "ajourner");

    if (word == NULL && !always)
        return;
    g_autofree char *from = g_strdup(word ? s + (word - folded) : s);
    for (char *c = from; *c != '\0'; c++) /* an hour at the end of a sentence */
        if (*c == '.' && (c[1] == ' ' || c[1] == '\0'))
            *c = ' ';
    g_autofree char *open = NULL; /* the beginning of a break whose end is yet to come */
    GMatchInfo *match = draft_match(draft, FORM_HOURS, from);
    for (; match != NULL && g_match_info_matches(match); g_match_info_next(match, NULL)) {
        g_autofree char *whole = g_match_info_fetch(match, 0);
        const char *start, *end;
        if (!hours_in(draft, whole, &start, &end))
            continue;
        if (end == NULL && open == NULL) {
            open = g_strdup(start);
            continue;
        }
        g_autofree char *both =
            end ? g_strdup_printf("%s–%s", start, end) : g_strdup_printf("%s–%s", open, start);
        g_clear_pointer(&open, g_free);
        bool known = strcmp(both, both + strlen("00:00–")) == 0;
        for (guint i = 0; *array && i < (*array)->len; i++)
            known = known || strcmp(g_array_index(*array, Fact, i).value, both) == 0;
        if (!known) {
            Fact fact = draft_fact(draft, block, BASIS_STATED, both, -1);
            draft_append(array, sizeof fact, &fact);
        }
    }
    g_match_info_free(match);
}

/* A break can end in the sentence after the one that begins it. */
static void read_adjournments(const Draft *draft, Item *item, const Section *section,
                              const Statement *statement)
{
    const char *at = statement->text, *sentence;
    bool headed = section->heading != NULL && (text_has_word(section->heading, "ajournering") ||
                                               text_has_word(section->heading, "ajourneringar") ||
                                               text_has_word(section->heading, "paus"));

    while ((sentence = sentence_next(draft, &at)) != NULL) {
        const char *next = at, *resumed = sentence_next(draft, &next);
        bool joined = resumed != NULL &&
                      (strstr(resumed, "återuppta") != NULL || strstr(resumed, "återupptog") != NULL);
        g_autofree char *both = joined ? g_strdup_printf("%s %s", sentence, resumed) : g_strdup(sentence);
        adjournments_in(draft, statement->block, both, headed, &item->adjournments);
    }
}

/* ---- attachments named ---- */

static void add_label(const Draft *draft, Item *item, const Block *block, const char *label, gssize length)
{
    Fact fact = draft_fact(draft, block, BASIS_STATED, label, length);

    for (guint i = 0; item->attachment_labels && i < item->attachment_labels->len; i++)
        if (g_strcmp0(g_array_index(item->attachment_labels, Fact, i).value, fact.value) == 0)
            return;
    if (fact.value != NULL)
        draft_append(&item->attachment_labels, sizeof fact, &fact);
}

/* The length of a label "12", "3b", "A" at `s`; 0 when there is none. */
static gsize label_length(const char *s)
{
    gsize length = strspn(s, "0123456789");

    if (length == 0 && g_ascii_isupper(*s))
        length = 1;
    else if (length > 3 ||
             (length > 0 && (s[length] == ':' || s[length] == '/') && g_ascii_isdigit(s[length + 1])))
        return 0;
    else if (length > 0 && s[length] >= 'a' && s[length] <= 'h')
        length++;
    if (length > 0 && text_is_letter_or_digit(g_utf8_get_char(s + length)))
        return 0;
    return length;
}

/* True when the words after an attachment make it one of another document: "bilaga A till förvaltningens
 * förslag". */
static bool is_of_other(const char *rest)
{
    static const char *const own[] = {"protokoll", "detta protokoll", "denna paragraf", "paragraf", "§",
                                      NULL};
    const char *of;

    if (!text_begins(rest, " till ", &of) && !text_begins(rest, " i ", &of))
        return false;
    for (gsize i = 0; own[i] != NULL; i++)
        if (text_begins(of, own[i], NULL))
            return false;
    return true;
}

static void read_labels(const Draft *draft, Item *item, const Block *block, const char *s)
{
    static const char *const words[] = {"bilagorna ", "bilagor ", "bilagan ", "bilaga "};

    for (const char *at = s; *at != '\0'; at = g_utf8_next_char(at)) {
        const char *list = NULL;
        if (at > s && text_is_letter_or_digit(g_utf8_get_char(g_utf8_prev_char(at))))
            continue;
        for (gsize i = 0; i < G_N_ELEMENTS(words) && list == NULL; i++)
            text_begins(at, words[i], &list);
        if (list == NULL)
            continue;
        if (!text_begins(list, "nr ", &list))
            text_begins(list, "nummer ", &list);
        struct {
            const char *at;
            gsize length;
            int until; /* of a run; 0: none */
        } found[RUN_MAX];
        gsize count = 0;
        const char *end = list;
        while (count < RUN_MAX) {
            gsize length = label_length(end);
            if (length == 0)
                break;
            found[count].at = end;
            found[count].length = length;
            found[count].until = 0;
            end += length;
            const char *dash = NULL;
            if (text_begins(end, "–", &dash) || text_begins(end, "-", &dash)) {
                gsize last = label_length(dash);
                if (last > 0 && g_ascii_isdigit(*dash) && g_ascii_isdigit(*found[count].at)) {
                    found[count].until = (int)g_ascii_strtoll(dash, NULL, 10);
                    end = dash + last;
                }
            }
            count++;
            if (count == RUN_MAX || found[count - 1].until > atoi(found[count - 1].at) + RUN_MAX)
                draft_note_overlong(draft, block, s);
            const char *more = end;
            if (!text_begins(more, ", ", &more) && !text_begins(more, " och ", &more))
                text_begins(more, " samt ", &more);
            text_begins(more, "bilaga ", &more);
            if (more == end || label_length(more) == 0)
                break;
            end = more;
        }
        if (count == 0 || is_of_other(end))
            continue;
        for (gsize i = 0; i < count; i++) {
            add_label(draft, item, block, found[i].at, (gssize)found[i].length);
            int number = (int)g_ascii_strtoll(found[i].at, NULL, 10);
            for (int n = number + 1; n <= found[i].until && n <= number + RUN_MAX; n++) {
                g_autofree char *label = g_strdup_printf("%d", n);
                add_label(draft, item, block, label, -1);
            }
        }
    }
}

/* A name from a page whose letters are wrong would be rubbish; a number is checked by its form. */
static bool on_damaged_page(const Draft *draft, const Block *block)
{
    const GArray *notes = draft->meeting->notes;

    for (guint i = 0; notes && i < notes->len; i++) {
        const Note *note = &g_array_index(notes, Note, i);
        if (note->kind == NOTE_PAGE_UNREADABLE && note->page == block->page)
            return true;
    }
    return false;
}

static void read_attachments(const Draft *draft, Item *item, const Section *section)
{
    if (section->kind == SECTION_BASIS || section->kind == SECTION_PREPARATION)
        return;
    for (guint i = 0; section->blocks && i < section->blocks->len; i++) {
        const Block *block = &g_array_index(section->blocks, Block, i);
        bool heading = i == 0 && section->heading != NULL && block->kind == BLOCK_HEADING;
        if (block->quoted || block->text.s == NULL || heading)
            continue;
        guint before = item->attachment_labels ? item->attachment_labels->len : 0;
        read_labels(draft, item, block, block->text.s);
        /* Under a heading of its own an attachment can be named without a number. */
        if (section->kind == SECTION_ATTACHMENTS && strlen(block->text.s) < LABEL_MAX &&
            !on_damaged_page(draft, block) &&
            (item->attachment_labels ? item->attachment_labels->len : 0) == before &&
            (block->kind == BLOCK_PARAGRAPH || block->kind == BLOCK_ITEM)) {
            gsize length = label_length(block->text.s);
            add_label(draft, item, block, block->text.s, length > 0 ? (gssize)length : -1);
        }
    }
}

/* ---- interpellations and questions ---- */

static void read_question(const Draft *draft, Item *item)
{
    g_autofree char *title = g_utf8_strdown(item->title.value ? item->title.value : "", -1);
    QuestionKind kind = QUESTION_NONE;
    const char *rest;

    if (text_begins(title, "svar på ", &rest) || text_begins(title, "besvarande av ", &rest))
        memmove(title, rest, strlen(rest) + 1);
    if (g_str_has_prefix(title, "interpellation") && !g_str_has_prefix(title, "interpellationer"))
        kind = QUESTION_INTERPELLATION;
    else if (text_begins(title, "fråga från", NULL) || text_begins(title, "fråga av", NULL) ||
             text_begins(title, "fråga till", NULL) || text_begins(title, "fråga ställd", NULL) ||
             text_begins(title, "enkel fråga", NULL))
        kind = QUESTION_QUESTION;
    if (kind == QUESTION_NONE)
        return;
    item->question = (Question){.source = item->title.source, .kind = kind};
    for (guint s = 0; item->sections && s < item->sections->len; s++) {
        const Section *section = &g_array_index(item->sections, Section, s);
        if (section->kind != SECTION_DECISION && section->kind != SECTION_OTHER)
            continue;
        for (guint b = 0; section->blocks && b < section->blocks->len; b++) {
            const Block *block = &g_array_index(section->blocks, Block, b);
            for (gsize i = 0; i < G_N_ELEMENTS(answers) && block->text.s && !block->quoted; i++) {
                if (!text_has_word(block->text.s, answers[i].words) || text_has_word(block->text.s, "nästa"))
                    continue;
                if (answers[i].status > item->question.status) {
                    item->question.status = answers[i].status;
                    item->question.source = draft_source(draft, block, BASIS_DERIVED);
                }
            }
        }
    }
}
