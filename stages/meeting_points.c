/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Points of a decision: the rulings of its sentences, with what tells whether they are about the item's
 * matter.
 */
#include "meeting_points.h"

#include <string.h>

static const char *const statement_words[] = {"yttrande", "remissvar", "remissyttrande", "samrådsyttrande"};
/* Words of titles that say too little to tell what a point is about. */
static const char *const common_words[] = {"angående",
                                           "avseende",
                                           "gällande",
                                           "förslag",
                                           "beslut",
                                           "svar",
                                           "samt",
                                           "från",
                                           "inom",
                                           "enligt",
                                           "kommun",
                                           "kommunens",
                                           "region",
                                           "regionen",
                                           "stads",
                                           "nämnden",
                                           "nämndens",
                                           "kommunstyrelsen",
                                           "kommunfullmäktige",
                                           "stad",
                                           "med",
                                           "till",
                                           "under",
                                           "över",
                                           "denna",
                                           "detta",
                                           "dessa"};

/* No sentence that decides is as long, bytes; what one says that is has no end is not worked out. */
enum { LONGEST_SENTENCE = 4000 };

static bool is_statement_word(const char *s)
{
    for (gsize i = 0; i < G_N_ELEMENTS(statement_words); i++) {
        const char *at = s, *rest;
        for (; *at; at = g_utf8_next_char(at))
            if ((at == s || !text_is_letter_or_digit(g_utf8_get_char(g_utf8_prev_char(at)))) &&
                text_begins(at, statement_words[i], &rest))
                return true;
    }
    return false;
}

/* The words on the side of the verb where what it is about stands. */
static char *region_of(const char *sentence, const Ruling *ruling)
{
    return ruling->after ? g_strdup(sentence + ruling->end) : g_strndup(sentence, ruling->start);
}

/* Verbs whose kind depends on what they are about: statements, resignations, discharge of liability. */
static OutcomeKind kind_by_object(const char *sentence, const Ruling *ruling)
{
    g_autofree char *region = region_of(sentence, ruling);
    bool gives = ruling->kind == OUTCOME_STATEMENT;
    bool passes = gives || ruling->kind == OUTCOME_ACCEPTED || ruling->kind == OUTCOME_ADOPTED ||
                  ruling->kind == OUTCOME_PASSED_ON;

    if (passes && ruling->object != OBJECT_PETITION && ruling->object != OBJECT_MATTER &&
        (is_statement_word(region) || (gives && strstr(region, "var") != NULL)))
        return OUTCOME_STATEMENT;
    if (gives)
        return OUTCOME_OTHER;
    if (ruling->kind == OUTCOME_ACCEPTED || ruling->kind == OUTCOME_OTHER ||
        ruling->kind == OUTCOME_APPROVED) {
        if (text_has_word(region, "avsägelsen") || text_has_word(region, "avsägelserna") ||
            text_has_word(region, "entledigande"))
            return OUTCOME_DISCHARGED;
        if (ruling->after && text_has_word(region, "ansvarsfrihet"))
            return OUTCOME_DISCHARGE_OF_LIABILITY;
    }
    /* "fastställa att balanskravet är uppfyllt" states a fact */
    if (ruling->after && (ruling->kind == OUTCOME_ADOPTED || ruling->kind == OUTCOME_ACCEPTED) &&
        text_begins(sentence + ruling->end, " att ", NULL))
        return OUTCOME_OTHER;
    return ruling->kind;
}

static bool is_common(const char *word)
{
    for (gsize i = 0; i < G_N_ELEMENTS(common_words); i++)
        if (strcmp(common_words[i], word) == 0)
            return true;
    return g_utf8_strlen(word, -1) < 4 || g_ascii_isdigit(*word);
}

/* Two forms of one word: "årsredovisning" and "årsredovisningen", at most three letters longer. */
static bool same_word(const char *a, const char *b)
{
    gsize m = strlen(a), n = strlen(b);
    const char *shorter = m < n ? a : b, *longer = m < n ? b : a;

    return g_str_has_prefix(longer, shorter) && strlen(longer) - strlen(shorter) <= 4;
}

static bool shares_word(const char *title, const char *words)
{
    g_autofree char *left = g_utf8_strdown(title, -1), *right = g_utf8_strdown(words, -1);
    g_auto(GStrv) a = g_strsplit_set(left, " ,.:;()\"/", -1), b = g_strsplit_set(right, " ,.:;()\"/", -1);

    for (char **i = a; *i; i++)
        for (char **j = b; *j && !is_common(*i); j++)
            if (!is_common(*j) && same_word(*i, *j))
                return true;
    return false;
}

/* True for the words that only lead up to the points: "Nämnden beslutar", "Enligt förslaget:". */
static bool leads_up(const char *sentence)
{
    static const char *const ends[] = {":", "beslutar", "besluta", "beslutar att", "beslutade", "att"};

    for (gsize i = 0; i < G_N_ELEMENTS(ends); i++)
        if (g_str_has_suffix(sentence, ends[i]))
            return true;
    return text_words(sentence) < 2 || text_has_word(sentence, "beslutar på") ||
           (text_has_word(sentence, "beslutar") && text_begins(sentence, "med ovan", NULL));
}

/* True when what a sentence decides on is the motion that the title begins with, from the same. */
static bool is_titled_motion(const char *title, const char *sentence, const Ruling *ruling)
{
    const char *from, *whose, *rest;

    if (title == NULL || ruling->after || !text_begins(sentence, "yrkandet från ", &whose))
        return false;
    text_begins(title, "reviderat ", &title);
    g_autofree char *movers = g_strndup(whose, (gsize)(sentence + ruling->start - whose));
    return text_begins(title, "yrkande från ", &from) && text_begins(from, g_strchomp(movers), &rest) &&
           *rest == ' ' && g_unichar_islower(g_utf8_get_char(rest + 1)) && !text_begins(rest, " och ", NULL);
}

/* Where the verb of the sentence stands among its rulings: those before it belong to what is decided on, in
 * "Delrapport av uppdraget, att nämnden får i uppdrag att …, antecknas". */
static guint main_verb(const GArray *rulings, const char *sentence)
{
    for (guint i = rulings->len; i > 1; i--) {
        const Ruling *ruling = &g_array_index(rulings, Ruling, i - 1);
        if (!ruling->after && ruling->kind != OUTCOME_OTHER && ruling->start > 2 &&
            strncmp(sentence + ruling->start - 2, ", ", 2) == 0)
            return i - 1;
    }
    return 0;
}

static void read_sentence(const Draft *draft, const Item *item, const Block *block, const char *sentence,
                          Points *points)
{
    const char *followed;
    g_autoptr(GArray) rulings = rulings_in(draft, sentence, &followed);
    guint kept = 0, main = 0;
    guint first = points->points->len;

    if (followed != NULL && points->followed == NULL)
        points->followed = followed;
    for (guint i = main_verb(rulings, sentence); i < rulings->len; i++) {
        Point point = {.ruling = g_array_index(rulings, Ruling, i), .sentence = sentence, .block = block};
        Ruling *ruling = &point.ruling;
        ruling->kind = kind_by_object(sentence, ruling);
        g_autofree char *region = region_of(sentence, ruling);
        point.related = item->title.value != NULL && shares_word(item->title.value, region);
        /* an item on a motion from a party ("Yrkande från M angående …") */
        if ((ruling->object == OBJECT_PROPOSAL || ruling->object == OBJECT_NONE) &&
            is_titled_motion(item->title.value, sentence, ruling))
            ruling->object = OBJECT_PETITION;
        /* "Antecknas." is about the item */
        if (ruling->object == OBJECT_NONE && text_words(sentence) <= 2)
            ruling->object = OBJECT_MATTER;
        bool flips = ruling->kind == OUTCOME_REJECTED || ruling->kind == OUTCOME_APPROVED;
        if (ruling->negated && flips)
            ruling->kind = ruling->kind == OUTCOME_REJECTED ? OUTCOME_NONE : OUTCOME_REJECTED;
        points->doubtful = points->doubtful || ruling->doubtful ||
                           (ruling->negated && (!flips || ruling->kind == OUTCOME_NONE));
        g_array_append_val(points->points, point);
        kept++;
        main += ruling->kind != OUTCOME_OTHER;
        /* what somebody is told to do is not decided here */
        if (ruling->kind == OUTCOME_OTHER && !text_begins(sentence + ruling->start, "förklaras", NULL) &&
            !text_begins(sentence + ruling->start, "upphäv", NULL))
            break;
    }
    /* "antecknas och förklaras fullgjort": the rest goes with it */
    for (guint i = points->points->len; main > 0 && i > first; i--)
        if (g_array_index(points->points, Point, i - 1).ruling.kind == OUTCOME_OTHER)
            g_array_remove_index(points->points, i - 1);
    if (kept == 0 && !leads_up(sentence) && followed == NULL)
        points->unclassified++;
}

void points_from_sentence(const Draft *draft, const Item *item, const Block *block, const char *sentence,
                          Points *points)
{
    if (strlen(sentence) > LONGEST_SENTENCE) {
        draft_note_overlong(draft, block, sentence);
        points->unclassified++;
    } else if (ruling_decides(draft, sentence)) {
        read_sentence(draft, item, block, sentence, points);
    }
}

/* "Förvaltningen har föreslagit att motionen bifalls" tells what was before the decision. */
static bool tells_of_before(const char *sentence)
{
    static const char *const words[] = {"har föreslagit", "hade föreslagit", "har tillstyrkt",
                                        "har avstyrkt",   "har yrkat",       "hade yrkat"};
    bool told = false;

    for (gsize i = 0; i < G_N_ELEMENTS(words); i++)
        told = told || text_has_word(sentence, words[i]);
    return told && strstr(sentence, "beslut") == NULL;
}

void points_from_section(const Draft *draft, const Item *item, const Section *section, Points *points)
{
    g_autoptr(GArray) statements = statements_from_section(draft, section);

    for (guint i = 0; i < statements->len; i++) {
        const Statement *statement = &g_array_index(statements, Statement, i);
        const char *at = statement->text ? statement->text : "", *sentence;
        if (points->block == NULL)
            points->block = statement->block;
        while ((sentence = sentence_next(draft, &at)) != NULL)
            if (!tells_of_before(sentence))
                points_from_sentence(draft, item, statement->block, sentence, points);
    }
}
