/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names of persons who have no role, in matters about individuals and beside identity numbers. */
#include "base/text.h"
#include "personal_parts.h"

#include <string.h>

enum { WORDS_MOST = 8 /* in one row of words with capitals */ };

/* Words with capitals that follow each other, parted by one blank. */
typedef struct {
    gsize start[WORDS_MOST], end[WORDS_MOST];
    guint length;
} NameRow;

static gsize read_word(const char *s, gsize at);
static gsize read_initial(const char *s, gsize at);
static void search_rows(PersonalSearch *search, void (*take)(PersonalSearch *search, const NameRow *row));
static void judge_row(PersonalSearch *search, const NameRow *row);
static void collect_mover(PersonalSearch *search, const NameRow *row);
static bool are_names(const char *from, const char *to);
static bool is_given_name(const PersonalSearch *search, const NameRow *row, guint i);
static bool is_no_name(const PersonalSearch *search, const NameRow *row, guint i);
static bool follows_word(const PersonalSearch *search, gsize start, const char *meaning);

void personal_search_names(PersonalSearch *search)
{
    search_rows(search, judge_row);
}

void personal_collect_movers(PersonalSearch *search)
{
    if (personal_says(search->profile, "motionar", search->s))
        search_rows(search, collect_mover);
}

static void search_rows(PersonalSearch *search, void (*take)(PersonalSearch *search, const NameRow *row))
{
    const char *s = search->s;
    NameRow row = {.length = 0};
    for (gsize i = 0; s[i];) {
        gsize end = personal_touches_before(s, i) ? i : read_word(s, i);
        end = end == i && row.length ? read_initial(s, i) : end;
        if (end == i) {
            i += (gsize)(g_utf8_next_char(s + i) - (s + i));
            continue;
        }
        row.start[row.length] = i;
        row.end[row.length++] = end;
        i = end;
        bool goes_on = s[i] == ' ' && row.length < WORDS_MOST &&
                       (read_word(s, i + 1) > i + 1 || read_initial(s, i + 1) > i + 1);
        i += goes_on;
        if (!goes_on) {
            take(search, &row);
            row.length = 0;
        }
    }
}

/* The end of a word with a capital at `at`: "Berg", "Berg-Holm", "O'Neill"; `at` where there is none. A word
 * in capitals alone is an abbreviation. */
static gsize read_word(const char *s, gsize at)
{
    const char *p = s + at;
    bool lower = false;
    if (!g_unichar_isupper(g_utf8_get_char(p)))
        return at;
    while (text_is_letter_or_digit(g_utf8_get_char(p)) ||
           ((*p == '-' || *p == '\'') && g_unichar_isalpha(g_utf8_get_char(p + 1)))) {
        lower = lower || g_unichar_islower(g_utf8_get_char(p));
        p = g_utf8_next_char(p);
    }
    return lower ? (gsize)(p - s) : at;
}

/* The end of a letter that stands for a name: "Anna A"; `at` where there is none. */
static gsize read_initial(const char *s, gsize at)
{
    const char *p = s + at;
    if (!g_unichar_isupper(g_utf8_get_char(p)))
        return at;
    gsize end = (gsize)(g_utf8_next_char(p) - s);
    return personal_touches_after(s, end) ? at : end;
}

/* A known given name and what follows it is a name. Where none is known, "från" or a comma and a number
 * introduces what is like one, unless a word of it tells an organisation or a place. */
static void judge_row(PersonalSearch *search, const NameRow *row)
{
    guint first = 0;
    while (first < row->length && !is_given_name(search, row, first))
        first++;
    bool known = first + 1 < row->length;
    if (!known) {
        first = 0;
        if (row->length < 2 || !follows_word(search, row->start[0], "infor-namn"))
            return;
        for (guint i = 0; i < row->length; i++)
            if (is_no_name(search, row, i))
                return;
    }
    gsize start = row->start[first], end = row->end[row->length - 1];
    g_autofree char *name = g_strndup(search->s + start, end - start);
    g_autofree char *nominative = g_str_has_suffix(name, "s") ? g_strndup(name, end - start - 1) : NULL;
    if (personal_has_role(search, name) || (nominative && personal_has_role(search, nominative)) ||
        follows_word(search, start, "tjanst") || g_str_has_prefix(search->s + end, " ("))
        return;
    PersonalRule rule = !known               ? PERSONAL_RULE_NAME_LIKE
                        : search->individual ? PERSONAL_RULE_NAME
                                             : PERSONAL_RULE_NAME_BESIDE;
    personal_found(search, PERSONAL_NAME, rule, start, end - start);
}

/* "motion av Anna Berg och Bo Ek", "den av Anna Berg väckta motionen": only names stand between. */
static void collect_mover(PersonalSearch *search, const NameRow *row)
{
    enum { NEAR = 120 /* bytes */ };
    const char *s = search->s, *start = s + row->start[0], *end = s + row->end[row->length - 1];
    const GArray *words = profile_words(search->profile, WORDS_PERSONAL);
    if (row->length < 2)
        return;
    for (const char *p = start - MIN(NEAR, row->start[0]); *p && p < end + NEAR; p++) {
        if (((guchar)*p & 0xC0) == 0x80 || personal_touches_before(s, (gsize)(p - s)))
            continue;
        for (guint i = 0; i < words->len; i++) {
            const Word *word = &g_array_index(words, Word, i);
            const char *rest;
            if (g_strcmp0(word->meaning, "motionar") == 0 && text_begins(p, word->key, &rest) &&
                (rest <= start ? are_names(rest, start) : p >= end && are_names(end, p))) {
                g_autofree char *name = g_strndup(start, (gsize)(end - start));
                g_ptr_array_add(search->roles, g_string_chunk_insert(search->personal->chunk, name));
                return;
            }
        }
    }
}

/* Words with capitals, "och", and signs. */
static bool are_names(const char *from, const char *to)
{
    for (const char *p = from; p < to; p = g_utf8_next_char(p)) {
        if (g_unichar_islower(g_utf8_get_char(p)) && !g_str_has_prefix(p, "och ") &&
            !g_str_has_prefix(p, "samt ") && !g_str_has_prefix(p, "m.fl"))
            return false;
        while (p + 1 < to && g_unichar_isalpha(g_utf8_get_char(p)))
            p = g_utf8_next_char(p);
    }
    return true;
}

static char *word_of(const PersonalSearch *search, const NameRow *row, guint i)
{
    return g_strndup(search->s + row->start[i], row->end[i] - row->start[i]);
}

/* "Anna", "Annas", "Anna-Karin": each part of it. */
static bool is_given_name(const PersonalSearch *search, const NameRow *row, guint i)
{
    g_autofree char *word = word_of(search, row, i);
    g_auto(GStrv) parts = g_strsplit(word, "-", -1);
    for (char **part = parts; *part; part++) {
        g_autofree char *key = text_key(*part);
        const Word *found = profile_within(search->profile, WORDS_GIVEN_NAME, key);
        if (!found)
            return false;
    }
    return true;
}

static bool is_no_name(const PersonalSearch *search, const NameRow *row, guint i)
{
    g_autofree char *word = word_of(search, row, i);
    return profile_within(search->profile, WORDS_PRINCIPAL, word) ||
           profile_within(search->profile, WORDS_BODY, word) ||
           personal_says(search->profile, "inget-namn", word);
}

/* Whether the word before byte `start` has the meaning, or ends with one that has: "socialsekreterare". */
static bool follows_word(const PersonalSearch *search, gsize start, const char *meaning)
{
    const char *s = search->s, *end = s + start;
    while (end > s && strchr(" ,:", end[-1]))
        end--;
    const char *from = end;
    while (from > s && g_unichar_isalpha(g_utf8_get_char(g_utf8_prev_char(from))))
        from = g_utf8_prev_char(from);
    g_autofree char *word = g_strndup(from, (gsize)(end - from));
    g_autofree char *folded = g_utf8_strdown(word, -1);
    const GArray *words = profile_words(search->profile, WORDS_PERSONAL);
    for (guint i = 0; i < words->len; i++) {
        const Word *known = &g_array_index(words, Word, i);
        if (g_strcmp0(known->meaning, meaning) == 0 &&
            (strcmp(folded, known->key) == 0 ||
             (strlen(known->key) > 4 && g_str_has_suffix(folded, known->key))))
            return true;
    }
    return false;
}
