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
static gsize postcode_and_town(const Profile *profile, const char *s, gsize at);
static gsize house_start(const PersonalSearch *search, gsize number, bool *street);
static gsize care_of(const char *s, gsize start);
static bool is_home(const PersonalSearch *search, gsize at);
static gsize house_end(const char *s, gsize end);
static bool names_street(const Profile *profile, const char *word);

/* ---- e-mail ---- */

static bool is_local(gunichar c)
{
    return text_is_letter_or_digit(c) || (c < 0x80 && c > ' ' && strchr("._%+-", (int)c));
}

/* Bytes of one of the signs at `s`, with a blank before and behind where a line ended or somebody wrote so;
 * 0: none. */
static gsize read_sign(const char *s, const char *const *signs, gsize n, bool blanks)
{
    gsize before = blanks && *s == ' ';
    for (gsize i = 0; i < n; i++)
        if (g_ascii_strncasecmp(s + before, signs[i], strlen(signs[i])) == 0) {
            gsize end = before + strlen(signs[i]);
            return end + (blanks && s[end] == ' ');
        }
    return 0;
}

/* "@", or what is written for it where programs that gather addresses shall not see them. */
static gsize read_at(const char *s)
{
    static const char *const signs[] = {"@",   "(at)",       "[at]",       "{at}",     "(a)",
                                        "[a]", "(snabel-a)", "[snabel-a]", "(snabela)"};
    static const char *const word[] = {" at ", " snabel-a "};
    gsize length = *s == ' ' || strchr("@([{", *s) ? read_sign(s, signs, G_N_ELEMENTS(signs), true) : 0;
    return length ? length : read_sign(s, word, G_N_ELEMENTS(word), false);
}

/* A period, or what is written for it; one behind a blank only where letters in small follow: a sentence
 * ends. */
static gsize read_dot(const char *s)
{
    static const char *const signs[] = {"(dot)", "[dot]", "(punkt)", "[punkt]"};
    static const char *const words[] = {" dot ", " punkt "};
    if (*s == '.')
        return text_is_letter_or_digit(g_utf8_get_char(s + 1));
    if (s[0] == ' ' && s[1] == '.')
        return g_ascii_islower(s[2]) ? 2 : 0;
    gsize length = strchr(" ([", *s) && *s ? read_sign(s, signs, G_N_ELEMENTS(signs), true) : 0;
    return length ? length : read_sign(s, words, G_N_ELEMENTS(words), false);
}

void personal_search_emails(PersonalSearch *search)
{
    const char *s = search->s;
    for (const char *at = s; (at = strpbrk(at, "@([{ ")); at++) {
        gsize sign = read_at(at), dot = 0, dots = 0;
        const char *from = at, *to = at + sign;
        if (sign == 0)
            continue;
        while (from > s && is_local(g_utf8_get_char(g_utf8_prev_char(from))))
            from = g_utf8_prev_char(from);
        while (text_is_letter_or_digit(g_utf8_get_char(to)) || (dot = read_dot(to)) > 0 ||
               (*to == '-' && text_is_letter_or_digit(g_utf8_get_char(to + 1)))) {
            dots += dot > 0;
            to = dot ? to + dot : g_utf8_next_char(to);
            dot = 0;
        }
        g_autofree char *local = g_strndup(from, (gsize)(at - from));
        /* "@ekdal" is an account, not an address, of which words stand before. */
        bool apart = *at == ' ' && !strpbrk(local, "._0123456789");
        if (from == at || dots == 0 || apart)
            continue;
        PersonalRule rule = is_function(search->profile, local) ? PERSONAL_RULE_FUNCTION_EMAIL
                            : is_in_role(search, local)         ? PERSONAL_RULE_EMAIL_IN_ROLE
                                                                : PERSONAL_RULE_EMAIL;
        personal_found(search, PERSONAL_EMAIL, rule, (gsize)(from - s), (gsize)(to - from));
        at = to - 1;
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
 * or a village, is an address where a postcode follows or words say that somebody lives there. */
void personal_search_addresses(PersonalSearch *search)
{
    const char *s = search->s;
    for (gsize i = *s ? 1 : 0; s[i]; i++) {
        gsize digits = s[i - 1] == ' ' ? strspn(s + i, "0123456789") : 0;
        if (digits == 0)
            continue;
        bool street = false;
        gsize start = house_start(search, i, &street), end = i + digits;
        bool year = digits == 4 && (g_str_has_prefix(s + i, "19") || g_str_has_prefix(s + i, "20"));
        if (digits <= 4 && !year && start < i && (!street || begins_capital(s + start))) {
            end = house_end(s, end);
            gsize town = postcode_and_town(search->profile, s, end);
            bool public = is_public(search->profile, s, start);
            start = care_of(s, start);
            if (town)
                personal_found(search, PERSONAL_ADDRESS,
                               public ? PERSONAL_RULE_PUBLIC_ADDRESS : PERSONAL_RULE_ADDRESS, start,
                               town - start);
            else if (search->individual && !public && !personal_touches_after(s, end) &&
                     (street || is_home(search, start)))
                personal_found(search, PERSONAL_ADDRESS,
                               street ? PERSONAL_RULE_STREET : PERSONAL_RULE_DWELLING, start, end - start);
            end = town ? town : end;
        }
        i = end - 1;
    }
    gsize town = search->individual && g_ascii_isdigit(*s) ? postcode_and_town(search->profile, s, 0) : 0;
    if (town)
        personal_found(search, PERSONAL_ADDRESS, PERSONAL_RULE_POSTCODE, 0, town);
}

/* The byte where "c/o" and the name before an address begin; `start` where there are none. */
static gsize care_of(const char *s, gsize start)
{
    enum { NEAR = 40 };
    for (gsize from = start;
         start > 2 && memcmp(s + start - 2, ", ", 2) == 0 && from > 3 && start - from < NEAR; from--)
        if (g_ascii_strncasecmp(s + from - 4 + 1, "c/o", 3) == 0)
            return from - 3;
    return start;
}

/* Whether the words shortly before byte `at` say that somebody lives there: "bor i", "bosatt på", "adress:".
 */
static bool is_home(const PersonalSearch *search, gsize at)
{
    enum { NEAR = 20 };
    gsize from = at > NEAR ? at - NEAR : 0;
    while (from < at && ((guchar)search->s[from] & 0xC0) == 0x80)
        from++;
    g_autofree char *before = g_strndup(search->s + from, at - from);
    return personal_says(search->profile, "bor", before);
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
static gsize house_start(const PersonalSearch *search, gsize number, bool *street)
{
    const Profile *profile = search->profile;
    const char *s = search->s;
    gsize start = number;
    for (int words = 0; words < 2 && start > 0 && s[start - 1] == ' '; words++) {
        gsize length = word_before(s, start - 1), at = start - 1 - length;
        g_autofree char *word = g_strndup(s + at, length);
        bool kind = words == 0 && names_street(profile, word);
        const char *meaning = profile_meaning(profile, WORDS_PERSONAL, word);
        bool none = words == 0
                        ? !search->individual && g_strcmp0(meaning, "inget-namn") == 0 /* "Box" */
                        : g_strcmp0(meaning, "offentlig-adress") == 0 || g_strcmp0(meaning, "bor") == 0;
        if (length == 0 || (!begins_capital(word) && !kind) || none)
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
static gsize postcode_and_town(const Profile *profile, const char *s, gsize at)
{
    gsize i = at + strspn(s + at, ", ");
    i += g_str_has_prefix(s + i, "SE-") ? 3 : g_str_has_prefix(s + i, "S-") ? 2 : 0;
    gsize first = strspn(s + i, "0123456789");
    if ((at > 0 && i == at) || (first != 3 && first != 5))
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
    for (bool more = true; more;) {
        gsize word = i;
        while (text_is_letter_or_digit(g_utf8_get_char(s + i)) || s[i] == '-')
            i += (gsize)(g_utf8_next_char(s + i) - (s + i));
        g_autofree char *part = g_strndup(s + word, i - word);
        more = s[i] == ' ' && begins_capital(s + i + 1) &&
               personal_says(profile, "inget-namn", part); /* "Norra Ekdal" */
        i += more;
    }
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
