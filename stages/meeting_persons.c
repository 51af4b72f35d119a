/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Persons in running text: names with their party, as minutes write them. */
#include "meeting_parts.h"

#include <string.h>

/* Small words inside a name. */
static const char *const particles[] = {"von", "van", "der", "den", "de",  "af",  "av", "al", "el",  "da",
                                        "di",  "du",  "la",  "le",  "ben", "bin", "zu", "y",  "dos", "do"};

/* Words that begin a sentence with a capital and are no part of the name after them. */
static const char *const openers[] = {
    "Även",     "Därefter", "Vidare",    "Också",      "Dessutom", "Sedan",    "Härefter",  "Slutligen",
    "Av",       "Från",     "Till",      "Samt",       "Valdes",   "Samtliga", "Alla",      "Övriga",
    "Utsågs",   "Utses",    "Väljs",     "Närvarande", "Ledamot",  "Ersätter", "Ersättare", "Tjänstgör",
    "Eftersom", "Då",       "Efter",     "Enligt",     "Mot",      "Som",      "Om",        "När",
    "Dock",     "Men",      "Och",       "För",        "Vid",      "Under",    "Inför",     "Utöver",
    "Däremot",  "Likaså",   "Härutöver", "Utom",       "Förutom",  "Med"};

/* Words of phrases that speak of members by their parties. */
static const char *const by_party[] = {
    "ledamöterna från", "ledamöterna för",  "representanterna från", "samtliga ledamöter från",
    "ersättarna från",  "företrädarna för", "ledamöter från",        "representanter från",
    "ledamöter i",      "ledamöterna i"};

/* What makes its members of the name of a party. */
static const char *const of_party[] = {"-ledamöter",   "-gruppen",           "s grupp",      "s ledamöter",
                                       "-ledamöterna", "s fullmäktigegrupp", "s partigrupp", ":s ledamöter"};

/* Words after a name that speak of more persons. */
static const char *const others[] = {"m.fl", "mfl", "m fl", "med flera"};

/* The longest name, in words. */
enum { NAME_WORDS = 6 };

/* A word of the text between blanks; `word_end` excludes punctuation after it. */
typedef struct {
    gsize start, end, word_end;
    bool capital;  /* could be a word of a name */
    bool particle; /* could stand inside a name */
    bool cut;      /* punctuation after it ends a name */
} Token;

static GArray *tokens_of(const char *s, gsize length);
static bool party_in(const Draft *draft, const char *s, gsize length, const char **party);
static bool is_others(const char *s, const Token *token);
static bool is_owner(const char *name, const char *after, const char *end);
static gsize name_before(const GArray *tokens, guint last);
static const char *without_title(const Draft *draft, const char *name);

GArray *persons_with_party(const Draft *draft, const char *s, gsize length)
{
    GArray *persons = g_array_new(FALSE, FALSE, sizeof(Mention));
    g_autoptr(GArray) tokens = tokens_of(s, length);

    for (guint i = 1; i < tokens->len; i++) {
        const Token *token = &g_array_index(tokens, Token, i);
        const char *party;
        if (s[token->start] != '(' || !party_in(draft, s + token->start, token->end - token->start, &party))
            continue;
        guint last = i - 1;
        if (last > 0 && is_others(s, &g_array_index(tokens, Token, last))) /* "Anna Berg m.fl. (S)" */
            last--;
        gsize first = name_before(tokens, last);
        if (first == last + 1)
            continue;
        const Token *from = &g_array_index(tokens, Token, first);
        const Token *to = &g_array_index(tokens, Token, last);
        const char *whole = draft_string(draft, s + from->start, (gssize)(to->word_end - from->start));
        const char *name = without_title(draft, whole);
        if (name == NULL || strchr(name, ' ') == NULL ||
            profile_prefix(draft->profile, WORDS_PRINCIPAL, name, NULL) != NULL)
            continue;
        if (is_owner(name, s + token->end, s + length)) /* "Anna Bergs (S) förslag" */
            continue;
        gsize title = strlen(whole) - strlen(name);
        Mention mention = {.name = name, .party = party, .start = from->start + title, .end = token->end};
        g_array_append_val(persons, mention);
    }
    return persons;
}

/* True when somebody in the list has the name that `s` begins with. */
static bool begins_with_listed(const Meeting *meeting, const char *s)
{
    for (guint i = 0; i < meeting->attendance->len; i++) {
        const char *name = g_array_index(meeting->attendance, Attendee, i).person.name, *rest;
        if (text_begins(s, name, &rest) && !text_is_letter_or_digit(g_utf8_get_char(rest)) && *rest != '-')
            return true;
    }
    return false;
}

/* True when the name from `start` up to `end` stands in `s` by itself: not inside a longer one, which is
 * somebody else's, and not before a party, where it has been found already. Beside another name of the list
 * it does: "Anna Berg   Bo Ek". */
static bool stands_alone(const Meeting *meeting, const char *s, gsize start, gsize end)
{
    gunichar before = start > 0 ? g_utf8_get_char(g_utf8_prev_char(s + start)) : ' ';
    if (text_is_letter_or_digit(before) || before == '-' ||
        text_is_letter_or_digit(g_utf8_get_char(s + end)) || s[end] == '-')
        return false;
    return s[end] != ' ' || (s[end + 1] != '(' && !g_unichar_isupper(g_utf8_get_char(s + end + 1))) ||
           begins_with_listed(meeting, s + end + 1);
}

/* Puts the one whose name, `name`, stands in `s` into its place among `persons`. */
static void add_listed(const Draft *draft, GArray *persons, const char *s, gsize length, const Person *known,
                       const char *name)
{
    gsize size = strlen(name);
    const char *at = g_strstr_len(s, (gssize)length, name);

    while (at && !stands_alone(draft->meeting, s, (gsize)(at - s), (gsize)(at - s) + size))
        at = g_strstr_len(at + 1, (gssize)(s + length - at - 1), name);
    if (at == NULL)
        return;
    gsize start = (gsize)(at - s), end = start + size;
    guint place = 0;
    while (place < persons->len && g_array_index(persons, Mention, place).start < start)
        place++;
    if ((place > 0 && g_array_index(persons, Mention, place - 1).end > start) ||
        (place < persons->len && g_array_index(persons, Mention, place).start < end))
        return;
    Mention mention = {
        .name = known->name, .party = known->party, .start = start, .end = end, .party_known = true};
    g_array_insert_val(persons, place, mention);
}

GArray *persons_in(const Draft *draft, const char *s, gsize length)
{
    GArray *persons = persons_with_party(draft, s, length);

    /* Members whose party this text does not repeat. */
    for (guint i = 0; draft->meeting->attendance && i < draft->meeting->attendance->len; i++) {
        const Attendee *attendee = &g_array_index(draft->meeting->attendance, Attendee, i);
        const Person *known = &attendee->person;
        const char *space = strchr(known->name, ' ');
        add_listed(draft, persons, s, length, known, known->name);
        /* "Virtanen Jaana", as lists without parties have it */
        if (known->party == NULL && attendee->group <= GROUP_SUBSTITUTE && space != NULL) {
            g_autofree char *turned =
                g_strdup_printf("%s %.*s", space + 1, (int)(space - known->name), known->name);
            add_listed(draft, persons, s, length, known, turned);
        }
    }
    return persons;
}

bool names_run_together(const Draft *draft, const char *name)
{
    enum { TWO_NAMES = 4 };

    return text_words(name) >= TWO_NAMES && attendee_named(draft->meeting, name) == NULL;
}

bool person_at(const Draft *draft, const char *s, Mention *mention)
{
    gsize length = strlen(s);
    g_autoptr(GArray) tokens = tokens_of(s, length);
    const char *start = without_title(draft, s);
    gsize skipped = start ? (gsize)(start - s) : 0;
    guint first = 0, n;

    while (first < tokens->len && g_array_index(tokens, Token, first).start < skipped)
        first++;
    for (n = first; n < tokens->len && n < first + NAME_WORDS; n++) {
        const Token *token = &g_array_index(tokens, Token, n);
        if (!token->capital && !(token->particle && n > first && n + 1 < tokens->len &&
                                 g_array_index(tokens, Token, n + 1).capital))
            break;
        if (token->cut) {
            n++;
            break;
        }
    }
    if (n < first + 2)
        return false;
    const Token *from = &g_array_index(tokens, Token, first), *to = &g_array_index(tokens, Token, n - 1);
    *mention = (Mention){.name = draft_string(draft, s + from->start, (gssize)(to->word_end - from->start)),
                         .start = from->start,
                         .end = to->word_end};
    if (profile_prefix(draft->profile, WORDS_PRINCIPAL, mention->name, NULL) != NULL)
        return false;
    n += n + 1 < tokens->len && is_others(s, &g_array_index(tokens, Token, n));
    if (n < tokens->len) {
        const Token *token = &g_array_index(tokens, Token, n);
        if (s[token->start] == '(' &&
            party_in(draft, s + token->start, token->end - token->start, &mention->party))
            mention->end = token->end;
    }
    return true;
}

/* The one person of the list whose words are those of `name` in another order, as lists put the surname
 * first: "Virtanen Jaana"; NULL where there is none, or the list has the name itself. */
static const Attendee *listed_otherwise(const Meeting *meeting, const char *name)
{
    gsize length = strlen(name);

    if (meeting->attendance == NULL || attendee_named(meeting, name) != NULL)
        return NULL;
    for (guint i = 0; i < meeting->attendance->len; i++) {
        const Attendee *attendee = &g_array_index(meeting->attendance, Attendee, i);
        const char *other = attendee->person.name;
        if (strlen(other) != length)
            continue;
        for (const char *space = strchr(name, ' '); space != NULL; space = strchr(space + 1, ' ')) {
            gsize first = (gsize)(space - name), rest = length - first - 1;
            if (strncmp(other, space + 1, rest) == 0 && other[rest] == ' ' &&
                strncmp(other + rest + 1, name, first) == 0)
                return attendee;
        }
    }
    return NULL;
}

Person person_from_mention(const Draft *draft, const Mention *mention, const Block *block)
{
    const Attendee *listed = listed_otherwise(draft->meeting, mention->name);

    return (Person){.source = draft_source(draft, block, BASIS_STATED),
                    .name = listed ? listed->person.name : mention->name,
                    .party = mention->party || !listed ? mention->party : listed->person.party};
}

void persons_add(GArray **array, Person person)
{
    for (guint i = 0; *array && i < (*array)->len; i++)
        if (g_strcmp0(g_array_index(*array, Person, i).name, person.name) == 0)
            return;
    draft_append(array, sizeof person, &person);
}

const Attendee *attendee_named(const Meeting *meeting, const char *name)
{
    for (guint i = 0; meeting->attendance && i < meeting->attendance->len; i++) {
        const Attendee *attendee = &g_array_index(meeting->attendance, Attendee, i);
        if (g_strcmp0(attendee->person.name, name) == 0)
            return attendee;
    }
    return NULL;
}

/* What follows a whole word, or a word with one of the endings that make members of a party of it. */
static bool ends_party(const char *s, const char **rest)
{
    for (gsize i = 0; i < G_N_ELEMENTS(of_party); i++)
        if (text_begins(s, of_party[i], rest) && !text_is_letter_or_digit(g_utf8_get_char(*rest)))
            return true;
    *rest = s + (s[0] == '-' &&
                 (s[1] == ',' || text_begins(s + 1, " och ", NULL))); /* "M-, SD- och KD-ledamöterna" */
    return *rest > s || (!text_is_letter_or_digit(g_utf8_get_char(s)) && *s != '-');
}

const char *party_at(const Draft *draft, const char *s, const char **rest)
{
    const GArray *words = profile_words(draft->profile, WORDS_PARTY),
                 *attendance = draft->meeting->attendance;
    const char *end;

    for (guint i = 0; i < words->len; i++) {
        const Word *word = &g_array_index(words, Word, i);
        if ((word->meaning != NULL && text_begins(s, word->meaning, &end) && ends_party(end, rest)) ||
            (g_str_has_prefix(s, word->text) && ends_party(s + strlen(word->text), rest)))
            return word->text;
    }
    for (guint i = 0; attendance && i < attendance->len; i++) { /* a local party */
        const char *local = g_array_index(attendance, Attendee, i).person.party;
        if (local != NULL && g_str_has_prefix(s, local) && ends_party(s + strlen(local), rest))
            return local;
    }
    return NULL;
}

bool persons_by_party(const Draft *draft, const char *s)
{
    const char *rest;

    for (gsize i = 0; i < G_N_ELEMENTS(by_party); i++)
        if (text_has_word(s, by_party[i]))
            return true;
    if (!text_begins(s, "samtliga ", &s))
        text_begins(s, "alla ", &s);
    if (party_at(draft, s, &rest) == NULL) /* "M, C och L-gruppen reserverar sig" */
        return false;
    const char *members = strpbrk(s, "-:s");
    if (members != NULL && members < rest && strstr(s, "ledam") != NULL) /* "V-ledamöterna anmäler …" */
        return true;
    rest += strspn(rest, " ");
    return *rest == '\0' || *rest == ',' || text_begins(rest, "och ", NULL) ||
           text_begins(rest, "samt ", NULL);
}

bool persons_say_others(const char *s)
{
    for (gsize i = 0; i < G_N_ELEMENTS(others); i++)
        if (text_has_word(s, others[i]))
            return true;
    return false;
}

static bool listed(const char *const *list, gsize n, const char *s, gsize length)
{
    for (gsize i = 0; i < n; i++)
        if (strlen(list[i]) == length && strncmp(list[i], s, length) == 0)
            return true;
    return false;
}

static GArray *tokens_of(const char *s, gsize length)
{
    GArray *tokens = g_array_new(FALSE, FALSE, sizeof(Token));

    for (gsize at = 0; at < length;) {
        while (at < length && (s[at] == ' ' || s[at] == '\n'))
            at++;
        if (at == length)
            break;
        Token token = {.start = at};
        bool opened = false; /* "Namn(S)" is two tokens */
        while (at < length && s[at] != ' ' && s[at] != '\n' && !(opened && s[at] == '(')) {
            opened = s[at] != '(';
            at++;
        }
        token.end = at;
        while (at > token.start + 1 && strchr(",;:.", s[at - 1]))
            at--;
        token.word_end = at;
        at = token.end;

        bool letters = true;
        for (const char *p = s + token.start; p < s + token.word_end && letters; p = g_utf8_next_char(p)) {
            gunichar c = g_utf8_get_char(p);
            letters = g_unichar_isalpha(c) || c == '-' || c == '\'' || c == 0x2019 || c == '.';
        }
        letters = letters && (token.word_end == token.start || s[token.word_end - 1] != '-'); /* "M-" */
        gunichar first = g_utf8_get_char(s + token.start);
        token.capital =
            letters && g_unichar_isupper(first) &&
            !listed(openers, G_N_ELEMENTS(openers), s + token.start, token.word_end - token.start);
        token.particle = listed(particles, G_N_ELEMENTS(particles), s + token.start, token.end - token.start);
        /* A period after one letter is an initial, after more the end of a sentence. */
        token.cut =
            token.word_end < token.end && !(s[token.word_end] == '.' && token.word_end - token.start <= 2);
        g_array_append_val(tokens, token);
    }
    return tokens;
}

/* An abbreviation of five letters at most. "(Ordf)", "(tolk)" and "(chef)" are none: what the person is, or a
 * word. */
static bool is_party(const Draft *draft, const char *word)
{
    glong letters = g_utf8_strlen(word, -1);
    bool lower = true;

    if (profile_meaning(draft->profile, WORDS_PARTY, word) != NULL)
        return true;
    for (const char *p = word; *p; p = g_utf8_next_char(p)) {
        if (!g_unichar_isalpha(g_utf8_get_char(p)))
            return false;
        lower = lower && g_unichar_islower(g_utf8_get_char(p));
    }
    return letters <= (lower ? 3 : 5) && profile_meaning(draft->profile, WORDS_ROLE, word) == NULL &&
           profile_meaning(draft->profile, WORDS_ABBREVIATION, word) == NULL;
}

/* The party in "(S)", "(SJVP),", "(kl)", "((L)", "(L,)". Boards print "(-)" for none. */
static bool party_in(const Draft *draft, const char *s, gsize length, const char **party)
{
    gsize start = strspn(s, "(");
    const char *close = g_strstr_len(s, (gssize)length, ")");

    if (close == NULL)
        return false;
    gsize end = (gsize)(close - s);
    while (end > start && strchr(",. ", s[end - 1]))
        end--;
    if (end <= start)
        return false;
    *party = draft_string(draft, s + start, (gssize)(end - start));
    if (strcmp(*party, "-") == 0) {
        *party = NULL;
        return true;
    }
    if (is_party(draft, *party))
        return true;
    *party = NULL;
    return false;
}

/* "m.fl.": more persons than are named. */
static bool is_others(const char *s, const Token *token)
{
    for (gsize i = 0; i < G_N_ELEMENTS(others); i++)
        if (strlen(others[i]) == token->word_end - token->start &&
            g_ascii_strncasecmp(s + token->start, others[i], strlen(others[i])) == 0)
            return true;
    return false;
}

/* True when the word from `after` on makes the name before it that of whose it is: "Anna Bergs (S) yrkande".
 */
static bool is_owner(const char *name, const char *after, const char *end)
{
    static const char *const owned[] = {"förslag",  "förslaget",   "yrkande",  "yrkandet",
                                        "yrkanden", "reservation", "motion",   "interpellation",
                                        "fråga",    "skrivelse",   "uttalande"};
    const char *word = after + strspn(after, " ");
    gsize length = word < end ? strcspn(word, " ,.;:") : 0;
    g_autofree char *key = g_utf8_strdown(word, (gssize)MIN(length, (gsize)(end - MIN(word, end))));

    for (gsize i = 0; i < G_N_ELEMENTS(owned) && strchr("sxz", name[strlen(name) - 1]); i++)
        if (g_str_has_suffix(key, owned[i])) /* "tilläggsyrkande" too */
            return true;
    return false;
}

/* The first token of the name that ends with token `last`; last + 1 when there is none. */
static gsize name_before(const GArray *tokens, guint last)
{
    gsize first = last + 1;

    for (guint n = 0, i = last + 1; i-- > 0 && n < NAME_WORDS; n++) {
        const Token *token = &g_array_index(tokens, Token, i);
        if (i != last && token->cut)
            break;
        if (token->capital)
            first = i;
        else if (!token->particle)
            break;
    }
    return first;
}

/* `name` without the roles before it: "Ordföranden Anna Berg"; NULL when nothing is left. */
static const char *without_title(const Draft *draft, const char *name)
{
    const char *rest;

    while (profile_prefix(draft->profile, WORDS_ROLE, name, &rest) != NULL) {
        if (*rest == '\0')
            return NULL;
        name = rest;
    }
    return name;
}
