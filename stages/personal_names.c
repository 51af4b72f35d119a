/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names of persons who have no role, in matters about individuals and beside identity numbers. */
#include "base/text.h"
#include "personal_parts.h"

#include <string.h>

enum { WORDS_MOST = 8 /* in one row */ };

typedef enum {
    NAME_WORD,    /* "Berg", "Berg-Holm", "O'Neill" */
    NAME_CAPS,    /* "BERG" */
    NAME_INITIAL, /* "A", "A." before another, "A.K." */
} NameKind;

/* Words that follow each other as those of a name do, parted by one blank, or by one of "von" and its like.
 */
typedef struct {
    gsize start[WORDS_MOST], end[WORDS_MOST];
    NameKind kind[WORDS_MOST];
    guint length;
} NameRow;

static gsize read_word(const char *s, gsize at, NameKind *kind);
static gsize read_link(const PersonalSearch *search, gsize at);
static gsize read_row(const PersonalSearch *search, gsize at, NameRow *row);
static void judge_row(PersonalSearch *search, const NameRow *row);
static void judge_alone(PersonalSearch *search, const NameRow *row);
static void collect_mover(PersonalSearch *search, const NameRow *row);
static bool are_names(const char *from, const char *to);
static bool is_given_name(const PersonalSearch *search, const NameRow *row, guint i);
static bool is_no_name(const PersonalSearch *search, const NameRow *row, guint i);

static void search_rows(PersonalSearch *search, void (*take)(PersonalSearch *search, const NameRow *row))
{
    for (gsize i = 0; search->s[i];) {
        NameRow row = {.length = 0};
        gsize end = personal_touches_before(search->s, i) ? i : read_row(search, i, &row);
        if (row.length)
            take(search, &row);
        i = end > i ? end : (gsize)(g_utf8_next_char(search->s + i) - search->s);
    }
}

void personal_search_names(PersonalSearch *search)
{
    search_rows(search, judge_row);
}

void personal_search_alone(PersonalSearch *search)
{
    search_rows(search, judge_alone);
}

void personal_collect_movers(PersonalSearch *search)
{
    if (personal_says(search->profile, "motionar", search->s))
        search_rows(search, collect_mover);
}

/* ---- rows of words ---- */

/* The end of a word with a capital at `at`; `at` where there is none. */
static gsize read_word(const char *s, gsize at, NameKind *kind)
{
    const char *p = s + at;
    guint letters = 0;
    bool lower = false;
    if (!g_unichar_isupper(g_utf8_get_char(p)))
        return at;
    while (text_is_letter_or_digit(g_utf8_get_char(p)) ||
           ((*p == '-' || *p == '\'') && g_unichar_isalpha(g_utf8_get_char(p + 1)))) {
        lower = lower || g_unichar_islower(g_utf8_get_char(p));
        letters++;
        p = g_utf8_next_char(p);
    }
    *kind = lower ? NAME_WORD : letters > 1 ? NAME_CAPS : NAME_INITIAL;
    while (*kind == NAME_INITIAL && *p == '.' && g_unichar_isupper(g_utf8_get_char(p + 1)) &&
           !text_is_letter_or_digit(g_utf8_get_char(g_utf8_next_char(p + 1)))) /* "A.K" */
        p = g_utf8_next_char(p + 1);
    bool several = *kind == NAME_INITIAL && p - (s + at) > 2 && *p == '.';
    bool before =
        *kind == NAME_INITIAL && p[0] == '.' && p[1] == ' ' && g_unichar_isupper(g_utf8_get_char(p + 2));
    return (gsize)(p - s) + (several || before);
}

/* The blank at `at`, with such words behind it as stand within names: " ", " von ", " de la "; 0: the row
 * ends. */
static gsize read_link(const PersonalSearch *search, gsize at)
{
    const char *s = search->s + at;
    gsize length = *s == ' ';
    for (int words = 0; length && words < 2 && g_unichar_islower(g_utf8_get_char(s + length)); words++) {
        gsize word = strcspn(s + length, " ");
        if (s[length + word] != ' ' || !personal_means(search, s + length, word, "namnled"))
            return 0;
        length += word + 1;
    }
    return length;
}

/* The end of the row of words that begins at `at`. */
static gsize read_row(const PersonalSearch *search, gsize at, NameRow *row)
{
    for (gsize link = 0; row->length < WORDS_MOST; link = read_link(search, at)) {
        gsize start = at + link;
        if (row->length && !link)
            break;
        gsize end = read_word(search->s, start, &row->kind[row->length]);
        if (end == start)
            break;
        row->start[row->length] = start;
        row->end[row->length++] = end;
        at = end;
    }
    return at;
}

/* ---- what the words are ---- */

static bool has_given_name(const PersonalSearch *search, const char *word, gsize length)
{
    g_autofree char *copy = g_strndup(word, length);
    g_auto(GStrv) parts = g_strsplit(copy, "-", -1);
    for (char **part = parts; *part; part++) {
        if (!profile_within(search->profile, WORDS_GIVEN_NAME, *part))
            return false;
    }
    return parts[0] != NULL;
}

/* "Anna", "ANNA", "Annas", "Anna-Karin": each part of it. */
static bool is_given_name(const PersonalSearch *search, const NameRow *row, guint i)
{
    const char *word = search->s + row->start[i];
    gsize length = row->end[i] - row->start[i];
    return row->kind[i] != NAME_INITIAL &&
           (has_given_name(search, word, length) ||
            (word[length - 1] == 's' && has_given_name(search, word, length - 1)));
}

/* Whether it tells an organisation or a place. */
static bool is_no_name(const PersonalSearch *search, const NameRow *row, guint i)
{
    g_autofree char *word = g_strndup(search->s + row->start[i], row->end[i] - row->start[i]);
    return profile_within(search->profile, WORDS_PRINCIPAL, word) ||
           profile_within(search->profile, WORDS_BODY, word) ||
           personal_means(search, word, strlen(word), "inget-namn");
}

static bool has_no_name(const PersonalSearch *search, const NameRow *row, guint first)
{
    for (guint i = first; i < row->length; i++)
        if (is_no_name(search, row, i))
            return true;
    return false;
}

/* Whether the word behind byte `end` has the meaning. */
static bool precedes(const PersonalSearch *search, gsize end, const char *meaning)
{
    const char *word = search->s + end + strspn(search->s + end, " ,(");
    const char *to = word;
    while (g_unichar_isalpha(g_utf8_get_char(to)))
        to = g_utf8_next_char(to);
    return word > search->s + end && to > word && personal_means(search, word, (gsize)(to - word), meaning);
}

/* Whether what is called after a name stands behind byte `end`: "plats", "gata", "yrkande". */
static bool is_namesake(const PersonalSearch *search, gsize end)
{
    return precedes(search, end, "uppkallat") || precedes(search, end, "gata");
}

/* "Anna Berg och Bo Ek": another name, which was one, stands before. */
static bool joins_name(const PersonalSearch *search, gsize start)
{
    static const char *const joints[] = {" och ", ", ", " samt "};
    const char *between = search->s + search->name_end;
    for (gsize i = 0; search->name_end && i < G_N_ELEMENTS(joints); i++)
        if (g_str_has_prefix(between, joints[i]) && between + strlen(joints[i]) == search->s + start)
            return true;
    return false;
}

/* Whether what stands around says that the words from `first` on are somebody's name. Abbreviations, and a
 * town's or club's of which a preposition speaks as well ("till Ekdals Museum"), are none. */
static bool is_introduced(const PersonalSearch *search, const NameRow *row, guint first)
{
    enum { SHORT = 3 /* letters of an abbreviation */ };
    gsize start = row->start[first], end = row->end[row->length - 1];
    bool introduced = personal_follows(search, start, "person") || joins_name(search, start) ||
                      precedes(search, end, "person");
    if (row->kind[first] == NAME_INITIAL) {
        bool word = strchr("I", search->s[start]) && row->end[first] == start + 1; /* a preposition */
        return introduced || (!word && personal_follows(search, start, "infor-namn"));
    }
    for (guint i = first; i < row->length; i++)
        if (row->kind[i] == NAME_CAPS &&
            (row->kind[first] != NAME_CAPS || row->end[i] - row->start[i] <= SHORT))
            return false;
    bool genitive = search->s[row->end[first] - 1] == 's';
    return introduced || (!genitive && (personal_follows(search, start, "infor-namn") ||
                                        precedes(search, end, "efter-namn") || precedes(search, end, "bor")));
}

/* Whether a role or a party stands beside the name, or it is a part of what was called after somebody. */
static bool is_public(const PersonalSearch *search, gsize start, gsize end)
{
    const char *behind = search->s + end;
    g_autofree char *name = g_strndup(search->s + start, end - start);
    bool genitive = g_str_has_suffix(name, "s");
    if (personal_has_role(search, name) || personal_follows(search, start, "tjanst") ||
        precedes(search, end, "tjanst") ||
        (g_str_has_prefix(behind, " (") && g_unichar_isupper(g_utf8_get_char(behind + 2))) ||
        (genitive && is_namesake(search, end)))
        return true;
    name[strlen(name) - genitive] = '\0';
    return genitive && personal_has_role(search, name);
}

/* ---- names ---- */

static void found_name(PersonalSearch *search, PersonalRule rule, gsize start, gsize end)
{
    if (search->s[end - 1] == '.' && rule != PERSONAL_RULE_INITIALS)
        end--;
    personal_found(search, PERSONAL_NAME, rule, start, end - start);
    search->name_end = end;
}

/* Of whom a name was found, the parts of it are names too. */
static void add_parts(PersonalSearch *search, const NameRow *row, guint first, guint last)
{
    for (guint i = first; i <= last; i++) {
        gsize length = row->end[i] - row->start[i];
        length -= i == last && search->s[row->end[i] - 1] == 's';
        if (row->kind[i] != NAME_INITIAL)
            g_ptr_array_add(search->named,
                            g_string_chunk_insert_len(search->personal->chunk, search->s + row->start[i],
                                                      (gssize)length));
    }
}

/* The last word of the name that begins with the given name at `first`: words in capitals that follow one in
 * small letters are others, as a sentence in capitals goes on behind the name. */
static guint last_of_name(const PersonalSearch *search, const NameRow *row, guint first)
{
    enum { SHORT = 3 /* letters of an abbreviation */ };
    guint last = row->length - 1, given = first;
    if (row->kind[first] == NAME_CAPS) {
        while (given < last && is_given_name(search, row, given))
            given++;
        return given;
    }
    while (last > first && row->kind[last] == NAME_CAPS && row->end[last] - row->start[last] <= SHORT)
        last--;
    return last;
}

/* "Karlsson, Anna": the row ends with the surname, the given names stand behind the comma. */
static bool is_turned_around(const PersonalSearch *search, const NameRow *row, gsize *end)
{
    NameRow given = {.length = 0};
    guint last = row->length - 1;
    bool alone = last == 0 || (last == 1 && personal_begins_sentence(search->s, row->start[0]));
    if (!alone || row->kind[last] == NAME_INITIAL || !g_str_has_prefix(search->s + row->end[last], ", "))
        return false;
    *end = read_row(search, row->end[last] + 2, &given);
    for (guint i = 0; i < given.length; i++)
        if (!is_given_name(search, &given, i))
            return false;
    return given.length > 0 && !is_given_name(search, row, last) && !has_no_name(search, row, 0) &&
           !personal_means(search, search->s + row->start[last], row->end[last] - row->start[last], "person");
}

/* A known given name and what follows it is a name. Where none is known, the words around tell one, unless a
 * word of it tells an organisation or a place. */
static void judge_row(PersonalSearch *search, const NameRow *row)
{
    guint first = 0, last = row->length - 1;
    gsize end;
    PersonalRule rule = search->individual ? PERSONAL_RULE_NAME : PERSONAL_RULE_NAME_BESIDE;
    if (is_turned_around(search, row, &end)) {
        if (!is_public(search, row->start[last], end)) {
            found_name(search, rule, row->start[last], end);
            add_parts(search, row, last, last);
        }
        return;
    }
    while (first < row->length && !is_given_name(search, row, first))
        first++;
    if (first < last) {
        last = last_of_name(search, row, first);
    } else {
        /* Before the name may be the word that introduces it: "Klaganden Xhemal Qorri". */
        first = last > 0 &&
                personal_means(search, search->s + row->start[0], row->end[0] - row->start[0], "person");
        if (last == first || !is_introduced(search, row, first))
            return;
        rule = row->kind[first] == NAME_INITIAL ? PERSONAL_RULE_INITIALS : PERSONAL_RULE_NAME_LIKE;
    }
    if (has_no_name(search, row, first) || is_public(search, row->start[first], row->end[last]))
        return;
    found_name(search, rule, row->start[first], row->end[last]);
    add_parts(search, row, first, last);
}

/* Whether the word is a part of a name that was found, "Karlsson" or "Karlssons". */
static bool is_part(const PersonalSearch *search, const char *word, gsize length)
{
    for (guint i = 0; i < search->named->len; i++) {
        const char *part = g_ptr_array_index(search->named, i);
        gsize n = strlen(part);
        if ((n == length || (n + 1 == length && word[n] == 's')) && memcmp(part, word, n) == 0)
            return true;
    }
    return false;
}

/* One word is a name where it is a given name, a part of a name that was found, or of one whom the word
 * before calls a person; two initials are one as well. */
static void judge_alone(PersonalSearch *search, const NameRow *row)
{
    enum { SEVERAL = 3 /* bytes of "A.K" */ };
    guint i = row->length - 1;
    gsize start = row->start[i], end = row->end[i], length = end - start;
    bool person = row->length == 2 &&
                  personal_means(search, search->s + row->start[0], row->end[0] - row->start[0], "person");
    if ((row->length != 1 && !person) || row->kind[i] == NAME_CAPS || is_no_name(search, row, i))
        return;
    if (row->kind[i] == NAME_INITIAL) {
        bool placeholder = strspn(search->s + start, "N.") >= length;
        if (length >= SEVERAL && !placeholder)
            found_name(search, PERSONAL_RULE_INITIALS, start, end);
        return;
    }
    g_autofree char *word = g_strndup(search->s + start, length);
    bool ambiguous = personal_begins_sentence(search->s, start) &&
                     g_strcmp0(profile_meaning(search->profile, WORDS_PERSONAL, word), "flertydigt") == 0;
    bool named = is_part(search, search->s + start, length) ||
                 (is_given_name(search, row, i) && !ambiguous) || person ||
                 personal_follows(search, start, "person") || joins_name(search, start);
    if (!named || !personal_stands_alone(search->s, start, end) ||
        personal_follows(search, start, "tjanst") || personal_follows(search, start, "inget-namn") ||
        (search->s[end - 1] == 's' && is_namesake(search, end)))
        return;
    length -= search->s[end - 1] == 's' && is_given_name(search, row, i) &&
              !has_given_name(search, search->s + start, length);
    personal_found(search, PERSONAL_NAME, PERSONAL_RULE_NAME_ALONE, start, length);
    search->name_end = end;
}

/* ---- who moved ---- */

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
