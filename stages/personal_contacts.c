/* SPDX-License-Identifier: GPL-3.0-or-later */
/* E-mail addresses and the postal addresses of persons. */
#include "base/text.h"
#include "personal_parts.h"

#include <string.h>

static bool is_function(const Profile *profile, const char *local);
static bool is_public(const Profile *profile, const char *s, gsize at);
static bool is_in_role(const PersonalSearch *search, const char *local);
static char *folded_ascii(const char *s);
static bool begins_capital(const char *s);
static gsize word_before(const char *s, gsize at);
static gsize postcode_and_town(const char *s, gsize at);
static gsize house_start(const Profile *profile, const char *s, gsize number, bool *street);
static gsize house_end(const char *s, gsize end);
static bool names_street(const Profile *profile, const char *word);

/* ---- e-mail ---- */

static bool is_local(gunichar c)
{
    return text_is_letter_or_digit(c) || (c < 0x80 && c > ' ' && strchr("._%+-", (int)c));
}

/* The next "@" from `s` on, or what is written for it where programs that gather addresses shall not see
 * them; its bytes into `length`. */
static const char *next_at(const char *s, gsize *length)
{
    static const char *const signs[] = {"@", "(at)", "[at]", "(a)"};
    for (const char *p = s; (p = strpbrk(p, "@([")); p++)
        for (gsize i = 0; i < G_N_ELEMENTS(signs); i++)
            if (g_str_has_prefix(p, signs[i])) {
                *length = strlen(signs[i]);
                return p;
            }
    return NULL;
}

void personal_search_emails(PersonalSearch *search)
{
    const char *s = search->s;
    gsize sign = 0; /* bytes of "@" */
    for (const char *at = next_at(s, &sign); at; at = next_at(at + 1, &sign)) {
        const char *from = at, *to = at + sign, *dot = NULL;
        while (from > s && is_local(g_utf8_get_char(g_utf8_prev_char(from))))
            from = g_utf8_prev_char(from);
        while (text_is_letter_or_digit(g_utf8_get_char(to)) ||
               ((*to == '.' || *to == '-') && text_is_letter_or_digit(g_utf8_get_char(to + 1))) ||
               (!dot && to > at + sign && *to == ' ' && to[1] == '.' && g_ascii_islower(to[2]))) {
            to += *to == ' '; /* where a line ended */
            dot = *to == '.' ? to : dot;
            to = g_utf8_next_char(to);
        }
        if (from == at || !dot)
            continue;
        g_autofree char *local = g_strndup(from, (gsize)(at - from));
        PersonalRule rule = is_function(search->profile, local) ? PERSONAL_RULE_FUNCTION_EMAIL
                            : is_in_role(search, local)         ? PERSONAL_RULE_EMAIL_IN_ROLE
                                                                : PERSONAL_RULE_EMAIL;
        personal_found(search, PERSONAL_EMAIL, rule, (gsize)(from - s), (gsize)(to - from));
    }
}

/* One part of it is a word for a function ("info", "registrator"), or ends with one ("byggnadsnamnden"); or
 * it is the initials of a body ("ktn"): no name is without a vowel. */
static bool is_function(const Profile *profile, const char *local)
{
    enum { LONG = 5 }; /* shorter ones end names too */
    g_autofree char *folded = folded_ascii(local);
    if (!folded[strcspn(folded, "aeiouy0123456789._-+")])
        return true;
    g_auto(GStrv) parts = g_strsplit_set(folded, "._-+", -1);
    const GArray *words = profile_words(profile, WORDS_PERSONAL);
    for (guint i = 0; i < words->len; i++) {
        const Word *word = &g_array_index(words, Word, i);
        if (g_strcmp0(word->meaning, "funktion") != 0)
            continue;
        g_autofree char *key = folded_ascii(word->text);
        for (char **part = parts; *part; part++)
            if (strcmp(*part, key) == 0 || (strlen(key) >= LONG && g_str_has_suffix(*part, key)))
                return true;
    }
    return false;
}

/* "anna.berg" where an Anna Berg has a role. */
static bool is_in_role(const PersonalSearch *search, const char *local)
{
    g_autofree char *folded = folded_ascii(local);
    for (guint i = 0; i < search->roles->len; i++) {
        g_autofree char *name = folded_ascii(g_ptr_array_index(search->roles, i));
        g_strdelimit(name, " ", '.');
        if (g_str_has_prefix(name, folded) &&
            (name[strlen(folded)] == '\0' || !g_ascii_isalnum(name[strlen(folded)])) && strchr(folded, '.'))
            return true;
    }
    return false;
}

/* In lower case, å and ä as a, ö as o: as in the names of mail boxes. */
static char *folded_ascii(const char *s)
{
    g_autofree char *lower = g_utf8_strdown(s, -1);
    return g_str_to_ascii(lower, "C");
}

/* ---- postal addresses ---- */

/* Anchored at the number of the house: "Storgatan 5", "Västra Vägen 12 B"; what is called no street, a farm
 * or a village, is an address where a postcode follows. */
void personal_search_addresses(PersonalSearch *search)
{
    const char *s = search->s;
    for (gsize i = 1; s[i]; i++) {
        gsize digits = s[i - 1] == ' ' ? strspn(s + i, "0123456789") : 0;
        if (digits == 0)
            continue;
        bool street = false;
        gsize start = house_start(search->profile, s, i, &street), end = i + digits;
        if (digits <= 4 && start < i) {
            end = house_end(s, end);
            gsize town = postcode_and_town(s, end);
            bool public = is_public(search->profile, s, start);
            if (town)
                personal_found(search, PERSONAL_ADDRESS,
                               public ? PERSONAL_RULE_PUBLIC_ADDRESS : PERSONAL_RULE_ADDRESS, start,
                               town - start);
            else if (street && search->individual && !public && !personal_touches_after(s, end))
                personal_found(search, PERSONAL_ADDRESS, PERSONAL_RULE_STREET, start, end - start);
            end = town ? town : end;
        }
        i = end - 1;
    }
}

/* Words shortly before byte `at`, in the same sentence, say whose address it is. */
static bool is_public(const Profile *profile, const char *s, gsize at)
{
    enum { NEAR = 24 };
    gsize from = at;
    while (from > 0 && at - from < NEAR && s[from - 1] != '.')
        from = (gsize)(g_utf8_prev_char(s + from) - s);
    g_autofree char *before = g_strndup(s + from, at - from);
    return personal_says(profile, "offentlig-adress", before) ||
           profile_within(profile, WORDS_PRINCIPAL, before);
}

/* Where the words begin that end before the blank at `number` - 1 and can name a street or a farm: up to two,
 * each with a capital, or a last one that names a kind of street; `number` where there are none. */
static gsize house_start(const Profile *profile, const char *s, gsize number, bool *street)
{
    gsize start = number;
    for (int words = 0; words < 2 && start > 0 && s[start - 1] == ' '; words++) {
        gsize length = word_before(s, start - 1), at = start - 1 - length;
        g_autofree char *word = g_strndup(s + at, length);
        bool kind = words == 0 && names_street(profile, word);
        bool none =
            words == 0 && g_strcmp0(profile_meaning(profile, WORDS_PERSONAL, word), "inget-namn") == 0;
        if (length == 0 || (!begins_capital(word) && !kind) || none /* "Box" */)
            break;
        *street = *street || kind;
        start = at;
    }
    return start;
}

/* "Storgatan", "väg": ends with a word for a kind of street. */
static bool names_street(const Profile *profile, const char *word)
{
    const GArray *words = profile_words(profile, WORDS_PERSONAL);
    g_autofree char *folded = g_utf8_strdown(word, -1);
    for (guint i = 0; i < words->len; i++) {
        const Word *kind = &g_array_index(words, Word, i);
        if (g_strcmp0(kind->meaning, "gata") == 0 && g_str_has_suffix(folded, kind->key))
            return true;
    }
    return false;
}

/* The end of "5", "5 B", "5 B, 2 tr", "5 B lgh 1101", whose digits end at `end`. */
static gsize house_end(const char *s, gsize end)
{
    gsize letter = end + (s[end] == ' ');
    if (g_ascii_isupper(s[letter]) && !personal_touches_after(s, letter + 1))
        end = letter + 1;
    gsize floor = end + (s[end] == ','), stairs = s[floor] == ' ' ? strspn(s + floor + 1, "0123456789") : 0;
    if (stairs && g_str_has_prefix(s + floor + 1 + stairs, " tr") &&
        !personal_touches_after(s, floor + stairs + 4))
        end = floor + stairs + 4; /* "2 tr" */
    gsize flat = g_str_has_prefix(s + end, ", lgh ") ? 6 : g_str_has_prefix(s + end, " lgh ") ? 5 : 0;
    return flat ? end + flat + strspn(s + end + flat, "0123456789") : end;
}

/* The end of ", 123 45 Ekdal" at `at`; 0: there is none. */
static gsize postcode_and_town(const char *s, gsize at)
{
    gsize i = at + strspn(s + at, ", ");
    i += g_str_has_prefix(s + i, "SE-") ? 3 : g_str_has_prefix(s + i, "S-") ? 2 : 0;
    gsize first = strspn(s + i, "0123456789");
    if (i == at || (first != 3 && first != 5))
        return 0;
    i += first;
    if (first == 3) {
        if (s[i] != ' ' || strspn(s + i + 1, "0123456789") != 2)
            return 0;
        i += 3;
    }
    i += strspn(s + i, " ");
    if (!begins_capital(s + i))
        return 0;
    while (text_is_letter_or_digit(g_utf8_get_char(s + i)) || s[i] == '-')
        i += (gsize)(g_utf8_next_char(s + i) - (s + i));
    return i;
}

static bool begins_capital(const char *s)
{
    return g_unichar_isupper(g_utf8_get_char(s));
}

/* Bytes of the word that ends at `at`. */
static gsize word_before(const char *s, gsize at)
{
    const char *p = s + at;
    while (p > s && (g_unichar_isalpha(g_utf8_get_char(g_utf8_prev_char(p))) || p[-1] == '-'))
        p = g_utf8_prev_char(p);
    return (gsize)(s + at - p);
}
