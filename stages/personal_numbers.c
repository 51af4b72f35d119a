/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Identity numbers (personnummer, samordningsnummer) and telephone numbers, told apart from all other
 * numbers. */
#include "base/text.h"
#include "personal_parts.h"

#include <stdlib.h>
#include <string.h>

/* A number as a person has it: day of birth and four digits. */
typedef struct {
    int digits;   /* of the day: 6 or 8 */
    bool parted;  /* by "-" or "+" */
    bool loose;   /* written in a way that other numbers are too: only one that checks is taken for one */
    bool interim; /* letters stand for the first of the four */
    bool strange; /* … more than one, as regions give those who have no number */
    bool partial; /* signs stand for the four */
    bool half;    /* … or nothing does */
    int year;     /* with its century, 0 where it has none */
    int month, day;
    char ten[11]; /* YYMMDDNNNN */
    gsize length;
} Identity;

static bool read_identity(const char *s, gsize at, Identity *identity);
static bool judge_identity(PersonalSearch *search, const Identity *identity, gsize at);
static bool follows_register(const char *s, gsize at);
static bool is_day(const Identity *identity, int day);
static bool has_check_digit(const char ten[11]);
static bool starts_number(const char *s, gsize at);
static gsize read_phone(const char *s, gsize at, bool labelled, bool *service);

void personal_search_numbers(PersonalSearch *search)
{
    const char *s = search->s;
    for (gsize i = 0, end = 0; s[i]; i++) {
        Identity identity = {0};
        bool starts = starts_number(s, i) || (end && i == end + 1 && s[end] == '/'); /* one and another */
        if (!g_ascii_isdigit(s[i]) || !starts || !read_identity(s, i, &identity))
            continue;
        if (judge_identity(search, &identity, i)) {
            end = i + identity.length;
            i = end - 1;
        }
    }
}

/* Bytes of a mark that parts the two halves, with the blanks that may stand at it, where a line ended; 0:
 * none. */
static gsize read_part(const char *s)
{
    gsize blank = *s == ' ', length = blank + (s[blank] == '-' || s[blank] == '+');
    if (length == blank)
        return 0;
    length += s[length] == ' ';
    return g_ascii_isalnum(s[length]) || s[length] == '*' ? length : 0;
}

/* Bytes of the day that begins at `p`, its digits put into `day`: "811228", "1981-12-28", "81 12 28"; 0:
 * none. */
static gsize read_day(const char *p, char day[9], bool *loose)
{
    gsize run = strspn(p, "0123456789");
    *loose = run == 2 || run == 4;
    if (run == 6 || run == 8 || run == 10 || run == 12) {
        gsize digits = run == 8 || run == 12 ? 8 : 6;
        memcpy(day, p, digits);
        day[digits] = '\0';
        return digits;
    }
    gsize end = run + 6;
    if (!*loose || !strchr("-. /", p[run]) || strspn(p + run + 1, "0123456789") != 2 ||
        p[run + 3] != p[run] || strspn(p + run + 4, "0123456789") != 2)
        return 0;
    g_snprintf(day, 9, "%.*s%.2s%.2s", (int)run, p, p + run + 1, p + run + 4);
    return end;
}

/* Bytes of the four that begin at `p`, which are put into `four`; 0: none. */
static gsize read_four(const char *p, char four[5], Identity *identity)
{
    gsize run = strspn(p, "0123456789");
    memcpy(four, "0000", 5);
    if (run == 4) {
        memcpy(four, p, 4);
        return 4;
    }
    if (run == 2 && p[2] == ' ' && strspn(p + 3, "0123456789") == 2) {
        memcpy(four, p, 2);
        memcpy(four + 2, p + 3, 2);
        identity->loose = true;
        return 5;
    }
    identity->partial = run < 4 && strspn(p, "0123456789Xx*") == 4;
    gsize letters = strspn(p, "ABCDEFGHJKLMNPRSTUWXZ");
    identity->interim =
        !identity->partial && letters > 0 && letters < 4 && letters + strspn(p + letters, "0123456789") == 4;
    identity->strange = letters > 1;
    return identity->partial || identity->interim ? 4 : 0;
}

static void set_day(Identity *identity, const char *day, gsize length)
{
    char year[5] = "";
    const char *six = day + identity->digits - 6;
    memcpy(identity->ten, six, 6);
    identity->year = identity->digits == 8 ? atoi(memcpy(year, day, 4)) : 0;
    identity->month = (six[2] - '0') * 10 + six[3] - '0';
    identity->day = (six[4] - '0') * 10 + six[5] - '0';
    identity->length = length;
}

static bool read_identity(const char *s, gsize at, Identity *identity)
{
    char day[9], four[5];
    const char *p = s + at;
    gsize length = read_day(p, day, &identity->loose);
    if (length == 0)
        return false;
    identity->digits = (int)strlen(day);
    bool whole = g_ascii_isdigit(p[length]);
    gsize part = whole ? 0 : read_part(p + length);
    bool between = !whole && !part && p[length] && strchr(" /.", p[length]);
    identity->parted = part > 0;
    identity->loose = identity->loose || between;
    if (p[length] == '-' && !p[length + 1]) { /* the rest stands in the next cell */
        identity->half = identity->partial = true;
        set_day(identity, day, length + 1);
        return true;
    }
    if (!whole && !part && !between)
        return false;
    const char *tail = p + length + part + (between ? 1 : 0);
    gsize end = read_four(tail, four, identity);
    if (end == 0 || personal_touches_after(tail, end) || (tail[end] == '-' && g_ascii_isalnum(tail[end + 1])))
        return false;
    memcpy(identity->ten + 6, four, 4);
    set_day(identity, day, (gsize)(tail + end - p));
    return true;
}

/* A month from 20 on is an organisation's number; what the words before call something else is that, but for
 * the number of a sole trader, which is the trader's own. */
static bool judge_identity(PersonalSearch *search, const Identity *identity, gsize at)
{
    bool coordination = identity->day > 60;
    if (!is_day(identity, coordination ? identity->day - 60 : identity->day))
        return false;
    const char *label = personal_label(search, at);
    bool checks = !identity->interim && !identity->partial && has_check_digit(identity->ten);
    bool named = g_strcmp0(label, "nr-person") == 0;
    bool organisation = g_strcmp0(label, "nr-organisation") == 0;
    bool mobile = identity->digits == 6 && !identity->parted && g_str_has_prefix(identity->ten, "07");
    PersonalRule rule;
    if ((label && !named && !(organisation && checks)) ||
        ((identity->loose || identity->half) && !checks && !named))
        return false;
    if (organisation)
        rule = PERSONAL_RULE_SOLE_TRADER;
    else if (identity->partial)
        rule = PERSONAL_RULE_PARTIAL;
    else if (identity->interim && ((identity->parted && !identity->strange) || named))
        rule = PERSONAL_RULE_INTERIM;
    else if (checks && (named || !mobile))
        rule = PERSONAL_RULE_CHECK_DIGIT;
    else if (named)
        rule = PERSONAL_RULE_LABEL;
    else if (identity->parted && !identity->interim && !follows_register(search->s, at) &&
             /* "20240312-1330": a day and an hour near the meeting's */
             !(identity->year && search->year && abs(identity->year - search->year) <= 1 &&
               atoi(identity->ten + 6) < 2400))
        rule = PERSONAL_RULE_SHAPE;
    else
        return false;
    search->numbered = true;
    personal_found(search, coordination ? PERSONAL_COORDINATION_NUMBER : PERSONAL_IDENTITY_NUMBER, rule, at,
                   identity->length);
    return true;
}

/* "KS 811228-2024": letters that stand for a board begin a register number. */
static bool follows_register(const char *s, gsize at)
{
    gsize from = at > 0 && s[at - 1] == ' ' ? at - 1 : at;
    while (from > 0 && g_ascii_isupper(s[from - 1]))
        from--;
    return at - from > 2 && !personal_touches_before(s, from);
}

static bool is_day(const Identity *identity, int day)
{
    static const int days[] = {0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    int month = identity->month;
    if (identity->year && (identity->year < 1840 || identity->year > 2099))
        return false;
    if (month < 1 || month > 12 || day < 1 || day > days[month])
        return false;
    return !(identity->year && month == 2 && day == 29) || g_date_is_leap_year((GDateYear)identity->year);
}

/* Luhn's: the digits, each other one doubled from the first on, sum to a multiple of ten. */
static bool has_check_digit(const char ten[11])
{
    int sum = 0;
    for (int i = 0; i < 10; i++) {
        int digit = (ten[i] - '0') * (i % 2 == 0 ? 2 : 1);
        sum += digit > 9 ? digit - 9 : digit;
    }
    return sum % 10 == 0;
}

/* False inside a longer number or a word: "2024/123", "1,5", "4:67", "§12"; but not in "Pnr:811228". */
static bool starts_number(const char *s, gsize at)
{
    if (personal_touches_before(s, at))
        return false;
    if (at < 2 || !strchr("-/.,:", s[at - 1]))
        return true;
    return s[at - 1] == ':' ? !g_ascii_isdigit(s[at - 2]) : !g_ascii_isalnum(s[at - 2]);
}

/* ---- days of birth ---- */

/* Bytes of a day or year at `p`: "1950", "1950-03-12", "12 mars 1950", "12/3 1950"; 0: none. */
static gsize read_birth(const char *p)
{
    char day[9];
    bool loose;
    gsize length = read_day(p, day, &loose), run = strspn(p, "0123456789");
    if (length && !g_ascii_isdigit(p[length]))
        return length;
    if (run == 4)
        return (p[0] == '1' && (p[1] == '8' || p[1] == '9')) || (p[0] == '2' && p[1] == '0') ? 4 : 0;
    const char *month = p + run + 1, *year = month;
    while (p[run] == ' ' ? g_ascii_isalpha(*year) : g_ascii_isdigit(*year))
        year++;
    if (run == 0 || run > 2 || !strchr(" /", p[run]) || year == month || (*year != ' ' && *year != '-') ||
        (p[run] == ' ' && year - month < 3))
        return 0;
    gsize digits = strspn(year + 1, "0123456789");
    return digits == 4 || digits == 2 ? (gsize)(year + 1 - p) + digits : 0;
}

/* The byte where the word before `at` begins that says that a day of birth follows: "född", "f. den"; `at`:
 * none does. */
static gsize birth_word(const PersonalSearch *search, gsize at)
{
    static const char *const fillers[] = {" den", " år"};
    const char *s = search->s;
    gsize end = at - 1, from;
    for (gsize i = 0; i < G_N_ELEMENTS(fillers); i++)
        if (end >= strlen(fillers[i]) &&
            memcmp(s + end - strlen(fillers[i]), fillers[i], strlen(fillers[i])) == 0)
            end -= strlen(fillers[i]);
    for (from = end; from > 0 && s[from - 1] != ' ' && s[from - 1] != '(';)
        from--;
    g_autofree char *word = g_strndup(s + from, end - from);
    return g_strcmp0(profile_meaning(search->profile, WORDS_PERSONAL, word), "nr-person") == 0 ? from : at;
}

/* Whether six or eight digits at `at` are a day long before the meeting, beside a name or a person: "Karlsson
 * (640823)", "barnet, 121003,". */
static bool is_day_of_person(const PersonalSearch *search, gsize at, gsize length)
{
    const char *s = search->s;
    Identity day = {.digits = (int)length, .year = length == 8 ? atoi(s + at) / 10000 : 0};
    const char *six = s + at + length - 6;
    if ((length != 6 && length != 8) || strspn(s + at, "0123456789") != length ||
        personal_touches_after(s, at + length) || s[at + length] == '-')
        return false;
    day.month = (six[2] - '0') * 10 + six[3] - '0';
    day.day = (six[4] - '0') * 10 + six[5] - '0';
    int age = search->year ? (search->year - (six[0] - '0') * 10 - (six[1] - '0')) % 100 : 50;
    const char *before = s + at;
    while (before > s && strchr(" ,(", before[-1]))
        before--;
    while (before > s && g_unichar_isalpha(g_utf8_get_char(g_utf8_prev_char(before))))
        before = g_utf8_prev_char(before);
    bool apart = s[at - 1] == '(' || (at > 1 && s[at - 2] == ',');
    bool person = personal_follows(search, at, "person");
    return is_day(&day, day.day) &&
           (person || (apart && age > 1 && age < 99 && g_unichar_isupper(g_utf8_get_char(before))));
}

/* In matters about individuals, with what says what it is: a year alone stands elsewhere too. */
void personal_search_births(PersonalSearch *search)
{
    const char *s = search->s;
    for (gsize i = 1; s[i]; i++) {
        if (!g_ascii_isdigit(s[i]) || !strchr(" (", s[i - 1]))
            continue;
        gsize length = read_birth(s + i), from = length ? birth_word(search, i) : i;
        if (length == 0 || personal_touches_after(s, i + length))
            continue;
        if (from < i)
            personal_found(search, PERSONAL_OTHER, PERSONAL_RULE_BIRTH, from, i + length - from);
        else if (is_day_of_person(search, i, length))
            personal_found(search, PERSONAL_OTHER, PERSONAL_RULE_DAY, i, length);
        else
            continue;
        i += length - 1;
    }
}

/* ---- telephones ---- */

void personal_search_phones(PersonalSearch *search)
{
    const char *s = search->s;
    for (gsize i = 0; s[i]; i++) {
        if ((s[i] != '0' && s[i] != '+') || !starts_number(s, i))
            continue;
        const char *label = personal_label(search, i);
        bool service = false, phone = g_strcmp0(label, "nr-telefon") == 0;
        gsize length = read_phone(s, i, phone || g_strcmp0(label, "nr-vaxel") == 0, &service);
        if (length == 0 || (label && !phone && strcmp(label, "nr-vaxel") != 0))
            continue;
        service = service || g_strcmp0(label, "nr-vaxel") == 0;
        bool bracket = i > 0 && s[i - 1] == '(' && memchr(s + i, ')', length);
        personal_found(search, PERSONAL_PHONE, service ? PERSONAL_RULE_SERVICE_PHONE : PERSONAL_RULE_PHONE,
                       i - bracket, length + bracket);
        i += length - 1;
    }
}

/* Digits of an area code that `national`, the digits from its 0 on, begins with: two of Stockholm, three of
 * larger towns and of mobiles, else four; 0: none. */
static gsize area_code(const char *national)
{
    static const char *const three[] = {"010", "011", "013", "016", "018", "019", "020", "021", "023", "026",
                                        "031", "033", "035", "036", "040", "042", "044", "046", "054", "060",
                                        "063", "070", "072", "073", "076", "077", "079", "090"};
    if (national[0] != '0' || national[1] == '0' || national[1] == '\0')
        return 0;
    if (national[1] == '8')
        return 2;
    for (gsize i = 0; i < G_N_ELEMENTS(three); i++)
        if (g_str_has_prefix(national, three[i]))
            return 3;
    return 4;
}

/* Bytes of a foreign number at `at`, 0 for none: a sign, the country and groups of digits, and no amount. */
static gsize read_foreign(const char *s, gsize at)
{
    enum { LEAST = 9, MOST = 15 };
    gsize i = at + 1, n = 0, end = at;
    for (gsize part = 0; g_ascii_isdigit(s[i + part]); part = s[end] == ' ' ? 1 : read_part(s + end)) {
        gsize run = strspn(s + i + part, "0123456789");
        n += run;
        end = i += part + run;
    }
    bool amount = g_str_has_prefix(s + end, " k") || g_str_has_prefix(s + end, " tkr") ||
                  g_str_has_prefix(s + end, " m");
    return n >= LEAST && n <= MOST && !amount && !personal_touches_after(s, end) ? end - at : 0;
}

/* Bytes of what stands between groups of digits at `at`; whether it is a dash or closes the area code. */
static gsize read_gap(const char *s, gsize at, bool dots, bool *dash)
{
    gsize part = read_part(s + at);
    if (part == 0 && s[at] == ')')
        part = 1 + (s[at + 1] == ' ');
    *dash = part > 0;
    return part || !g_ascii_isdigit(s[at] ? s[at + 1] : '\0')
               ? part
               : s[at] == ' ' || s[at] == '/' || (dots && s[at] == '.');
}

/* Bytes of the number that begins at `at`, 0 for none: an area code, a dash or blank, groups of two or three
 * digits. Without a dash only a mobile's, an international one or what words before call one is taken. */
static gsize read_phone(const char *s, gsize at, bool labelled, bool *service)
{
    static const char *const services[] = {"010", "020", "0200", "077"};
    enum { MOST = 11 };
    char digits[MOST + 2] = "";
    gsize n = 0, i = at, end = 0, dashes = 0, groups[MOST + 1] = {0}, group = 0;
    bool international = s[i] == '+' || g_str_has_prefix(s + i, "0046");
    if (international) {
        i += s[i] == '+' ? 1 : 2;
        if (!g_str_has_prefix(s + i, "46"))
            return read_foreign(s, at);
        i += 2;
        i += strspn(s + i, " -");
        if (g_str_has_prefix(s + i, "(0)"))
            i += 3;
        i += strspn(s + i, " ");
        digits[n++] = '0';
        if (s[i] == '0')
            i++;
    }
    for (gsize gap = 0;; i += gap) {
        gsize run = strspn(s + i, "0123456789");
        if (run == 0 || n + run > MOST)
            break;
        memcpy(digits + n, s + i, run);
        n += run;
        i += run;
        end = i;
        groups[group++] = run;
        bool dash, dots = international || labelled || g_str_has_prefix(digits, "07");
        gap = read_gap(s, i, dots, &dash);
        dashes += dash;
        if (gap == 0 || !g_ascii_isdigit(s[i + gap]))
            break;
    }
    gsize code = area_code(digits);
    bool mobile = code == 3 && digits[1] == '7';
    bool certain = international || labelled || mobile || dashes == 1;
    if (end == 0 || code == 0 || n < 8 || n > 10 + (code == 2) || !certain || dashes > (mobile ? 3u : 1u))
        return 0;
    if (personal_touches_after(s, end) || (strchr("/-:", s[end]) && s[end] && g_ascii_isdigit(s[end + 1])))
        return 0;
    if (!international && groups[0] != code && group > 1 && !(mobile && groups[0] == 4))
        return 0;
    for (gsize j = 1; j < group; j++) /* "08-16 2024": hours and a year */
        if (groups[j] < 2 || (groups[j] == 4 && group > 2 && !mobile))
            return 0;
    for (gsize j = 0; j < G_N_ELEMENTS(services); j++)
        *service = *service || g_str_has_prefix(digits, services[j]);
    return end - at;
}

/* ---- properties ---- */

/* "Fastigheten Berg 1:5", in matters about individuals: who owns it is in a public register. */
void personal_search_properties(PersonalSearch *search)
{
    const char *s = search->s;
    for (gsize i = 1; s[i]; i++) {
        gsize block = g_ascii_isdigit(s[i]) && s[i - 1] == ' ' ? strspn(s + i, "0123456789") : 0;
        gsize unit = block && s[i + block] == ':' ? strspn(s + i + block + 1, "0123456789") : 0;
        gsize end = i + block + 1 + unit, from = i - 1;
        while (from > 0 && g_unichar_isalpha(g_utf8_get_char(g_utf8_prev_char(s + from))))
            from = (gsize)(g_utf8_prev_char(s + from) - s);
        bool inquiry =
            i - from <= 3 || (block == 4 && g_unichar_isupper(g_utf8_get_char(g_utf8_next_char(s + from))));
        if (unit == 0 || unit > 3 || personal_touches_after(s, end) ||
            inquiry || /* "SOU 2024:23", "Ds 2024:7" */
            !g_unichar_isupper(g_utf8_get_char(s + from)))
            continue;
        personal_found(search, PERSONAL_OTHER, PERSONAL_RULE_PROPERTY, from, end - from);
        i = end - 1;
    }
}
