/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where in a text the forms of marks can begin, found in one pass: a form is tried there and nowhere else. */
#include "meeting_places.h"

#include <string.h>

#define DIGITS "0123456789"

/* The words that forms begin with. */
static const struct {
    const char *word;
    PlaceKind kind;
} anchors[] = {
    {"senast", PLACE_DATE},
    {"den", PLACE_DATE},
    {"minus", PLACE_MONEY},
    {"sou", PLACE_INQUIRY},
    {"ds", PLACE_INQUIRY},
    {"prop", PLACE_INQUIRY},
    {"bet", PLACE_INQUIRY},
    {"skr", PLACE_INQUIRY},
    {"dir", PLACE_INQUIRY},
    {"sfs", PLACE_SERIES},
    {"sosfs", PLACE_SERIES},
    {"hslf-fs", PLACE_SERIES},
    {"afs", PLACE_SERIES},
    {"bfs", PLACE_SERIES},
    {"skolfs", PLACE_SERIES},
    {"msbfs", PLACE_SERIES},
    {"kl", PLACE_STATUTE},
    {"fl", PLACE_STATUTE},
    {"osl", PLACE_STATUTE},
    {"pbl", PLACE_STATUTE},
    {"sol", PLACE_STATUTE},
    {"lss", PLACE_STATUTE},
    {"hsl", PLACE_STATUTE},
    {"lou", PLACE_STATUTE},
    {"mb", PLACE_STATUTE},
    {"fb", PLACE_STATUTE},
    {"tf", PLACE_STATUTE},
    {"rf", PLACE_STATUTE},
    {"lvu", PLACE_STATUTE},
    {"lvm", PLACE_STATUTE},
    {"bilaga", PLACE_ATTACHMENT},
    {"bilagor", PLACE_ATTACHMENTS},
    {"bilagorna", PLACE_ATTACHMENTS},
    {"uppdra", PLACE_ASSIGNS},
    {"uppdrar", PLACE_ASSIGNS},
    {"uppdras", PLACE_ASSIGNS},
    {"uppdrog", PLACE_ASSIGNS},
    {"uppdrogs", PLACE_ASSIGNS},
    {"ge", PLACE_GIVES},
    {"ger", PLACE_GIVES},
    {"gav", PLACE_GIVES},
    {"ges", PLACE_GIVES},
    {"att", PLACE_CLAUSE},
};

static const char *const assignment[] = {"i uppdrag"};

/* Beginnings of labels before a register number, which may follow at once. */
static const char *const case_labels[] = {"dnr", "diarienummer", "diarienr", "ärendenummer", "ärendenr"};

/* Parts of the names of statutes. */
static const char *const statutes[] = {"lag", "balk", "förordning", "regeringsform", "kungörelse"};

/* A text that is being looked through. */
typedef struct {
    const char *text;
    const Phrases *words, *assignments;
    bool has_sign, has_colon;
    const char *assigned;  /* where "i uppdrag" stands next; NULL: nowhere any more */
    const char *group_end; /* of the digits in groups that were looked at last */
    bool group_is_money;
    Places *places;
} Search;

static void add(Search *search, PlaceKind kind, const char *at)
{
    GArray *of_kind = search->places->of[kind];
    guint place = (guint)(at - search->text);

    if (of_kind->len == 0 || g_array_index(of_kind, guint, of_kind->len - 1) < place)
        g_array_append_val(of_kind, place);
}

/* True when the clause that begins at `from` goes on to "i uppdrag". */
static bool leads_to_assignment(Search *search, const char *from)
{
    if (search->assigned != NULL && search->assigned < from)
        search->assigned = phrases_find(search->assignments, search->text, from, NULL, NULL);
    return search->assigned != NULL && from + strcspn(from, ".;:\"") > search->assigned;
}

static bool begins_year(const char *s)
{
    return ((s[0] == '1' && s[1] == '9') || (s[0] == '2' && s[1] == '0')) && g_ascii_isdigit(s[2]) &&
           g_ascii_isdigit(s[3]);
}

/* "2024-03-05", "5 mars 2024", "5.3.2024". */
static bool begins_day(const char *s, gsize digits)
{
    if (digits == 4)
        return s[4] == '-' && begins_year(s) && g_ascii_isdigit(s[5]) && g_ascii_isdigit(s[6]) && s[7] == '-';
    if (digits > 2)
        return false;
    s += digits;
    if (*s == '.')
        return g_ascii_isdigit(s[1]) && begins_year(s + 1 + strspn(s + 1, DIGITS) + 1);
    if (*s++ != ' ')
        return false;
    while (*s && text_is_letter_or_digit(g_utf8_get_char(s)))
        s = g_utf8_next_char(s);
    s += *s == '.';
    return *s == ' ' && begins_year(s + 1);
}

/* The first letters or signs of a unit of money. */
static bool begins_unit(const char *s)
{
    static const char *const units[] = {"kr", "se", ":-", "tk", "kk", "tu", "mn", "mk", "ms", "mi", "md"};

    s += *s == ' ';
    for (gsize i = 0; i < G_N_ELEMENTS(units); i++)
        if (g_ascii_tolower(s[0]) == units[i][0] && g_ascii_tolower(s[1]) == units[i][1])
            return true;
    return false;
}

/* Digits with or without groups before a unit; a sign before them belongs to them. */
static void look_for_money(Search *search, const char *digits)
{
    if (digits >= search->group_end) {
        const char *end = digits + strspn(digits, DIGITS);
        while (*end && strchr(" .,", *end) && g_ascii_isdigit(end[1]))
            end += 1 + strspn(end + 1, DIGITS);
        search->group_end = end;
        search->group_is_money = begins_unit(end);
    }
    if (!search->group_is_money)
        return;
    const char *before = digits > search->text ? g_utf8_prev_char(digits) : digits;
    if (*before == '-' || strncmp(before, "–", strlen("–")) == 0 || strncmp(before, "−", strlen("−")) == 0)
        add(search, PLACE_MONEY, before);
    add(search, PLACE_MONEY, digits);
}

/* Letters, a blank or a stroke and a year: where the letters begin. */
static void look_for_case(Search *search, const char *digits)
{
    const char *letters = digits - 1;

    if (digits == search->text || !strchr(" /-", *letters) || !begins_year(digits) ||
        (digits[4] != '/' && digits[4] != '-'))
        return;
    while (letters > search->text) {
        const char *before = g_utf8_prev_char(letters);
        if (!text_is_letter_or_digit(g_utf8_get_char(before)))
            break;
        letters = before;
    }
    if (letters < digits - 1)
        add(search, PLACE_CASE, letters);
}

/* Returns the end of the digits. */
static const char *look_at_digits(Search *search, const char *digits)
{
    gsize length = strspn(digits, DIGITS);

    if (begins_day(digits, length)) {
        add(search, PLACE_DAY, digits);
        add(search, PLACE_DATE, digits);
    }
    if (search->has_sign)
        add(search, PLACE_PARAGRAPH, length > 3 ? digits + length - 3 : digits);
    if (length >= 4)
        look_for_case(search, digits);
    look_for_money(search, digits);
    return digits + length;
}

static bool names_statute(const char *word, gsize length)
{
    for (gsize i = 0; i < G_N_ELEMENTS(statutes); i++)
        if (g_strstr_len(word, (gssize)length, statutes[i]) != NULL)
            return true;
    return word[length] == '-'; /* "plan- och bygglagen" */
}

/* Returns the end of the word. */
static const char *look_at_word(Search *search, const char *word)
{
    const char *end = word;
    guint row = phrases_at(search->words, word, NULL);

    while (*end && text_is_letter_or_digit(g_utf8_get_char(end)))
        end = g_utf8_next_char(end);
    if (row != PHRASES_NONE && (anchors[row].kind < PLACE_GIVES || leads_to_assignment(search, word)))
        add(search, anchors[row].kind, word);
    for (gsize i = 0; strchr("Dd\xC3", *word) && i < G_N_ELEMENTS(case_labels); i++)
        if (text_begins(word, case_labels[i], NULL))
            add(search, PLACE_CASE_LABEL, word);
    if ((search->has_sign || search->has_colon) && names_statute(word, (gsize)(end - word)))
        add(search, PLACE_STATUTE, word);
    return end;
}

void places_begin(Places *places, const Draft *draft)
{
    places->words = PHRASES(draft, anchors);
    places->assignments = PHRASES(draft, assignment);
    for (int i = 0; i < PLACE__MAX; i++)
        places->of[i] = g_array_new(FALSE, FALSE, sizeof(guint));
}

void places_end(Places *places)
{
    for (int i = 0; i < PLACE__MAX; i++)
        g_array_unref(places->of[i]);
}

void places_find(Places *places, const char *text)
{
    Search search = {.text = text,
                     .words = places->words,
                     .has_sign = strstr(text, "§") != NULL,
                     .has_colon = strchr(text, ':') != NULL,
                     .assignments = places->assignments,
                     .assigned = phrases_find(places->assignments, text, text, NULL, NULL),
                     .group_end = text,
                     .places = places};

    for (int i = 0; i < PLACE__MAX; i++)
        g_array_set_size(places->of[i], 0);
    if (leads_to_assignment(&search, text))
        add(&search, PLACE_CLAUSE, text);
    for (const char *at = text; *at;) {
        if (g_ascii_isdigit(*at)) {
            at = look_at_digits(&search, at);
            while (*at && text_is_letter_or_digit(g_utf8_get_char(at)) && !g_ascii_isdigit(*at))
                at = g_utf8_next_char(at);
        } else if ((guchar)*at < 0x80 ? g_ascii_isalpha(*at) || *at == '_'
                                      : text_is_letter_or_digit(g_utf8_get_char(at))) {
            const char *end = look_at_word(&search, at);
            while (at < end) /* "KS2024" */
                at = g_ascii_isdigit(*at) ? look_at_digits(&search, at) : at + 1;
        } else {
            if (search.has_sign && strncmp(at, "§", strlen("§")) == 0)
                add(&search, PLACE_SIGN, at);
            if (strchr(".:;", *at) && at[1] == ' ' && leads_to_assignment(&search, at + 1))
                add(&search, PLACE_CLAUSE, at);
            at = g_utf8_next_char(at);
        }
    }
}
