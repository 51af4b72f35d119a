/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Marks in the text of items: amounts, days to come, who is to do something, and what the text refers to. */
#include <string.h>

#include "meeting_places.h"

/* An amount has no more digits than this, and a day to come is not further off. */
enum { AMOUNT_DIGITS = 14, YEARS_AHEAD = 60, BODY_WORDS = 9, LONGEST_FORM = 1000 /* bytes */ };

/* A place in a text that a form matched. */
typedef struct {
    const Draft *draft;
    const char *last_day; /* of the meeting, YYYY-MM-DD; NULL: not known */
    const char *text;
    const GMatchInfo *match;
    gsize start; /* bytes; what reads the value may move it */
} Place;

/* The normalised value in the meeting's chunk, or NULL when the place is none after all. */
typedef const char *(*ReadValue)(Place *place);

static const char *decision_value(Place *place);
static const char *decision_value_day_last(Place *place);
static const char *statute_value(Place *place);
static const char *statute_value_name_first(Place *place);
static const char *inquiry_value(Place *place);
static const char *case_value(Place *place);
static const char *date_value(Place *place);
static const char *money_value(Place *place);
static const char *printed_value(Place *place);
static const char *who_value(Place *place);

#define DAY                                                                                                  \
    "(?:((?:19|20)\\d\\d)-(\\d\\d)-(\\d\\d)|(\\d{1,2}) (\\p{L}{3,9})\\.? ((?:19|20)\\d\\d)"                  \
    "|(\\d{1,2})\\.(\\d{1,2})\\.((?:19|20)\\d\\d))"
#define ITEM "§ ?(\\d{1,4}(?: ?[a-h]\\b)?)(?![\\d/–-])"
#define STATUTE_PLACE                                                                                          \
    "(\\d{1,3}(?: ?[a-z])? kap\\.? \\d{1,3}(?: ?[a-z])?(?:(?: ?[–-] ?| och |, )\\d{1,3}(?: ?[a-z])?)* §§?" \
    "|\\d{1,3}(?: ?[a-z])?(?:(?: ?[–-] ?| och |, )\\d{1,3}(?: ?[a-z])?)* §§?)"
#define STATUTE_ENDING "(?:lagen|balken|förordningen|regeringsformen|grundlagen)"
#define STATUTE_NAME                                                                                         \
    "((?:\\p{L}+- (?:och|samt) )?\\p{L}*" STATUTE_ENDING "|KL|FL|OSL|PBL|SoL|LSS|HSL|LOU|MB|FB|TF|RF|LVU|"   \
    "LVM)"
#define STATUTE_NUMBER "(?:\\((?:SFS )?((?:1[6-9]|20)\\d\\d:\\d{1,4})\\))"
#define CASE_YEAR      "[A-ZÅÄÖ]{2,8}[ /-](?:19|20)\\d\\d[/-]\\d{1,6}(?:[:-]\\d+)?"
#define WHO            "((?!att )\\p{L}(?:(?! att |, att )[^.;:”\"]){1,160}?)"

/* The forms of each kind; where two overlap, the one that stands higher holds. */
static const struct {
    MarkKind kind;
    int group; /* of the match, that is marked */
    ReadValue read;
    PlaceKind begins; /* where a match can begin */
    const char *pattern;
} forms[] = {
    {MARK_DECISION, 0, decision_value, PLACE_DAY, "(?<![\\d.–-])" DAY ",? (?:\\p{Lu}{2,8} )?" ITEM},
    {MARK_DECISION, 0, decision_value_day_last, PLACE_SIGN, ITEM ",? \\(?(?:den )?" DAY "(?!\\d)"},
    {MARK_STATUTE, 0, statute_value, PLACE_PARAGRAPH,
     STATUTE_PLACE " (?:i )?" STATUTE_NAME "s?\\b(?: " STATUTE_NUMBER ")?"},
    {MARK_STATUTE, 0, statute_value_name_first, PLACE_STATUTE,
     "\\b" STATUTE_NAME "(?:s|:s)?\\b(?: " STATUTE_NUMBER ")?,? " STATUTE_PLACE},
    {MARK_STATUTE, 0, statute_value_name_first, PLACE_STATUTE,
     "\\b((?:\\p{L}+- (?:och|samt) )?\\p{L}*(?:lag|balk|förordning|kungörelse)(?:en|s)?) " STATUTE_NUMBER},
    {MARK_STATUTE, 0, printed_value, PLACE_SERIES,
     "\\b(?:SFS|SOSFS|HSLF-FS|AFS|BFS|SKOLFS|MSBFS) (?:19|20)\\d\\d:\\d{1,4}\\b"},
    {MARK_INQUIRY, 0, inquiry_value, PLACE_INQUIRY,
     "\\b(SOU|Ds|[Pp]rop\\.?|[Bb]et\\.|[Ss]kr\\.|[Dd]ir\\.) ?((?:19|20)\\d\\d(?:/\\d\\d)?:"
     "(?:[A-ZÅÄÖ]\\p{L}{0,3})?\\d{1,4})\\b"},
    {MARK_CASE, 1, case_value, PLACE_CASE_LABEL,
     "\\b(?:[Dd]nr|[Dd]iarienummer|[Dd]iarienr|[Ää]rendenummer|[Ää]rendenr)[.:]* ?"
     "((?:[A-ZÅÄÖ]{1,8}[ /-]?)?\\d[\\dA-ZÅÄÖ./:-]*\\d(?: \\d{3}\\b)?)(?![\\d/-])"},
    {MARK_CASE, 0, case_value, PLACE_CASE,
     "\\b(?!SOU|EU|COM|SFS)(?!\\p{L}+[ /-]\\d{4}-(?:\\d\\d-\\d\\d|(?:19|20)\\d\\d\\b))" CASE_YEAR
     "(?![\\d/-])"},
    {MARK_DATE, 0, date_value, PLACE_DATE, "(?:\\b[Ss]enast )?(?:\\bden )?(?<![\\d.,:–-])" DAY "(?![\\d–])"},
    {MARK_MONEY, 0, money_value, PLACE_MONEY,
     "(?<![\\d.,:/'’\\p{L}–-])([−–-]|[Mm]inus )?(\\d{1,3}(?: "
     "\\d{3})+|\\d{1,3}(?:\\.\\d{3})+|\\d+)(?:,(\\d+))? "
     "?"
     "(kronor|kr|SEK|:-|tkr|kkr|tusen kronor|tusen kr|mnkr|mkr|msek|miljon(?:er)? kronor|miljon(?:er)? kr"
     "|mdkr|miljard(?:er)? kronor|miljard(?:er)? kr)(?!\\p{L})"},
    {MARK_ATTACHMENT, 0, printed_value, PLACE_ATTACHMENT,
     "\\bbilaga (\\d{1,3}(?:[:.]\\d{1,2})?|(?-i:[A-HJ-Z]))\\b(?![-–\\p{L}])"},
    {MARK_ATTACHMENT, 0, printed_value, PLACE_ATTACHMENTS,
     "\\bbilagor(?:na)? (\\d{1,3}(?:(?: ?[–-] ?|, | och )\\d{1,3})*)\\b"},
    {MARK_ASSIGNMENT, 1, who_value, PLACE_ASSIGNS, "\\buppdr(?:a|ar|as|og|ogs) (?:åt|till) " WHO " att\\b"},
    {MARK_ASSIGNMENT, 1, who_value, PLACE_GIVES, "\\b(?:ge|ger|gav|ges) " WHO " i uppdrag(?: att)?\\b"},
    {MARK_ASSIGNMENT, 1, who_value, PLACE_CLAUSE,
     "(?:^|[.:;] |\\batt )" WHO " (?:får|fick|ges|gavs)(?: även| också| vidare| därför)? i uppdrag\\b"},
};

typedef struct {
    Place place; /* what all places share; text and match are those being looked at */
    Places places;
    GRegex *regexes[G_N_ELEMENTS(forms)]; /* made when a text first needs one */
} Marker;

static void mark_blocks(Marker *marker, GArray *blocks);
static void mark_text(Marker *marker, Text *text);

void marks_of_meeting(const Draft *draft)
{
    Meeting *meeting = draft->meeting;
    Marker marker = {.place = {.draft = draft}};

    places_begin(&marker.places, draft);
    if (meeting->dates != NULL && meeting->dates->len > 0)
        marker.place.last_day = g_array_index(meeting->dates, Fact, meeting->dates->len - 1).value;
    for (guint i = 0; meeting->items && i < meeting->items->len; i++) {
        const Item *item = &g_array_index(meeting->items, Item, i);
        for (guint j = 0; item->sections && j < item->sections->len; j++)
            mark_blocks(&marker, g_array_index(item->sections, Section, j).blocks);
        mark_blocks(&marker, item->footnotes);
    }
    for (gsize i = 0; i < G_N_ELEMENTS(forms); i++)
        g_clear_pointer(&marker.regexes[i], g_regex_unref);
    places_end(&marker.places);
}

static void mark_blocks(Marker *marker, GArray *blocks)
{
    for (guint i = 0; blocks && i < blocks->len; i++) {
        Block *block = &g_array_index(blocks, Block, i);
        if (block->kind != BLOCK_HEADING)
            mark_text(marker, &block->text);
        for (guint j = 0; block->rows && j < block->rows->len; j++) {
            const Row *row = &g_array_index(block->rows, Row, j);
            for (guint k = 0; row->cells && k < row->cells->len; k++)
                mark_text(marker, &g_array_index(row->cells, Cell, k).text);
        }
    }
}

/* Puts `mark` where it belongs, unless one that is there already overlaps it: what blocks made and the
 * forms above win. A page or line that begins inside the words overlaps them. */
static void insert_mark(GArray **marks, Mark mark)
{
    if (*marks == NULL)
        *marks = g_array_new(FALSE, FALSE, sizeof(Mark));
    guint at = 0, end = (*marks)->len; /* the first that does not end before it */
    while (at < end) {
        guint middle = (at + end) / 2;
        const Mark *other = &g_array_index(*marks, Mark, middle);
        if (other->start + other->length <= mark.start)
            at = middle + 1;
        else
            end = middle;
    }
    if (at == (*marks)->len || g_array_index(*marks, Mark, at).start >= mark.start + mark.length)
        g_array_insert_val(*marks, at, mark);
}

static GRegex *regex_of(Marker *marker, gsize form)
{
    bool cased = forms[form].kind != MARK_ATTACHMENT && forms[form].kind != MARK_ASSIGNMENT &&
                 forms[form].kind != MARK_MONEY;

    if (marker->regexes[form] == NULL)
        marker->regexes[form] = g_regex_new(forms[form].pattern, cased ? 0 : G_REGEX_CASELESS, 0, NULL);
    return marker->regexes[form];
}

/* Puts what `form` matches at byte `at` into the marks; returns where the match ends, `at` when there is
 * none. */
static gsize mark_at(Marker *marker, gsize form, Text *text, gsize length, gsize at)
{
    g_autoptr(GMatchInfo) match = NULL;
    g_autoptr(GError) error = NULL;
    GRegexMatchFlags flags = G_REGEX_MATCH_ANCHORED;
    int start, end, last;

    /* What follows is looked at, and checked, as far as a form can go. */
    if (length > at + LONGEST_FORM) {
        for (length = at + LONGEST_FORM; ((guchar)text->s[length] & 0xC0) == 0x80;)
            length--;
        flags |= G_REGEX_MATCH_PARTIAL_SOFT;
    }
    if (!g_regex_match_full(regex_of(marker, form), text->s, (gssize)length, (gint)at, flags, &match,
                            &error)) {
        if (error != NULL || g_match_info_is_partial_match(match))
            draft_note_overlong(marker->place.draft, NULL, text->s + at);
        return at;
    }
    g_match_info_fetch_pos(match, 0, NULL, &last);
    g_match_info_fetch_pos(match, forms[form].group, &start, &end);
    Place place = marker->place;
    place.text = text->s;
    place.match = match;
    place.start = (gsize)start;
    const char *value = forms[form].read(&place);
    Mark mark = {forms[form].kind, (guint)place.start, (guint)((gsize)end - place.start), value};
    if (value != NULL)
        insert_mark(&text->marks, mark);
    return (gsize)last;
}

static void mark_text(Marker *marker, Text *text)
{
    if (text->s == NULL)
        return;
    gsize length = strlen(text->s);
    places_find(&marker->places, text->s);
    for (gsize i = 0; i < G_N_ELEMENTS(forms); i++) {
        const GArray *places = marker->places.of[forms[i].begins];
        gsize done = 0;
        for (guint j = 0; j < places->len; j++) {
            gsize at = g_array_index(places, guint, j);
            if (at >= done)
                done = mark_at(marker, i, text, length, at);
        }
    }
}

static int number(const Place *place, int group)
{
    g_autofree char *s = g_match_info_fetch(place->match, group);

    return s && *s ? (int)g_ascii_strtoll(s, NULL, 10) : 0;
}

static const char *string(const Place *place, char *taken)
{
    g_autofree char *s = taken;

    return draft_string(place->draft, s, -1);
}

/* ---- days ---- */

/* The day whose groups begin with `first` in the order of DAY, as YYYY-MM-DD; NULL when there is none. */
static const char *day(const Place *place, int first)
{
    int year = number(place, first), month = number(place, first + 1), of_month = number(place, first + 2);

    if (year == 0 && (year = number(place, first + 5)) != 0) {
        g_autofree char *name = g_match_info_fetch(place->match, first + 4);
        const char *meaning = profile_meaning(place->draft->profile, WORDS_MONTH, name);
        month = meaning ? (int)g_ascii_strtoll(meaning, NULL, 10) : 0;
        of_month = number(place, first + 3);
    } else if (year == 0) {
        year = number(place, first + 8);
        month = number(place, first + 7);
        of_month = number(place, first + 6);
    }
    if (!g_date_valid_dmy((GDateDay)of_month, (GDateMonth)month, (GDateYear)year))
        return NULL;
    return string(place, g_strdup_printf("%04d-%02d-%02d", year, month, of_month));
}

/* Only days after the meeting are to come; without its date nothing is known of them. */
static const char *date_value(Place *place)
{
    const char *value = day(place, 1);

    if (value == NULL || place->last_day == NULL || strcmp(value, place->last_day) <= 0 ||
        g_ascii_strtoll(value, NULL, 10) > g_ascii_strtoll(place->last_day, NULL, 10) + YEARS_AHEAD)
        return NULL;
    return value;
}

/* ---- earlier decisions ---- */

/* The word that ends at `end`, without a comma after it; `*start` is where it begins. */
static char *word_before(const char *text, gsize end, gsize *start)
{
    while (end > 0 && strchr(" ,", text[end - 1]))
        end--;
    gsize at = end;
    while (at > 0 && !strchr(" (", text[at - 1]))
        at--;
    *start = at;
    return g_strndup(text + at, end - at);
}

/* Words that may stand between a body and the day of its decision. */
static bool stands_between(const char *word)
{
    static const char *const between[] = {"den",         "beslut",       "protokoll",
                                          "sammanträde", "sammanträdet", "beslutade"};

    for (gsize i = 0; i < G_N_ELEMENTS(between); i++)
        if (strcmp(word, between[i]) == 0)
            return true;
    return false;
}

/* The body whose decision it is, from the words before: "Hälso- och sjukvårdsnämndens arbetsutskott, beslut
 * den", "KF". Moves the start of the place to it. NULL when none is named. */
static const char *body_before(Place *place)
{
    gsize start = place->start;
    g_autofree char *word = word_before(place->text, start, &start);

    while (stands_between(word)) {
        g_free(word);
        word = word_before(place->text, start, &start);
    }
    bool short_form =
        strlen(word) >= 2 && strlen(word) <= 6 && strspn(word, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == strlen(word);
    bool genitive = !is_body_word(place->draft, word, false) && is_body_word(place->draft, word, true);
    if (!short_form && !genitive && !is_body_word(place->draft, word, false))
        return NULL;

    gsize end = start + strlen(word) - (genitive ? 1 : 0);
    for (guint i = 0; !short_form && i < BODY_WORDS; i++) {
        gsize before, first;
        g_autofree char *previous = word_before(place->text, start, &before);
        g_autofree char *half = word_before(place->text, before, &first);
        if (is_body_word(place->draft, previous, true)) /* "nämndens arbetsutskott" */
            start = before;
        else if (strcmp(previous, "och") == 0 &&
                 g_str_has_suffix(half, "-")) /* "hälso- och sjukvårdsnämnden" */
            start = first;
        else
            break;
    }
    place->start = start;
    return draft_string(place->draft, place->text + start, (gssize)(end - start));
}

static const char *decision_text(const Place *place, const char *body, const char *date, int item)
{
    g_autofree char *s = g_match_info_fetch(place->match, item);

    return date ? string(place, g_strdup_printf("%s%s%s § %s", body ? body : "", body ? " " : "", date, s))
                : NULL;
}

static const char *decision_value(Place *place)
{
    const char *body = body_before(place);

    return decision_text(place, body, day(place, 1), 10);
}

/* "KS § 12, 2024-03-05": only behind a body, since a number and a day may stand together by chance. */
static const char *decision_value_day_last(Place *place)
{
    const char *body = body_before(place);

    return body ? decision_text(place, body, day(place, 2), 1) : NULL;
}

/* ---- statutes and reports ---- */

/* "13 kap. 8 § kommunallagen (2017:725)" from its three parts, of which any but one may be missing. */
static const char *statute_text(const Place *place, int where, int name, int sfs)
{
    g_autofree char *w = where ? g_match_info_fetch(place->match, where) : NULL;
    g_autofree char *n = g_match_info_fetch(place->match, name);
    g_autofree char *s = g_match_info_fetch(place->match, sfs);
    gboolean short_form = strlen(n) <= 3;
    g_autofree char *lower = short_form ? g_strdup(n) : g_utf8_strdown(n, -1);
    g_autoptr(GString) value = g_string_new(NULL);

    if (w && *w)
        g_string_append_printf(value, "%s ", w);
    g_string_append(value, lower);
    if (s && *s)
        g_string_append_printf(value, " (%s)", s);
    return draft_string(place->draft, value->str, -1);
}

static const char *statute_value(Place *place)
{
    return statute_text(place, 1, 2, 3);
}

static const char *statute_value_name_first(Place *place)
{
    return statute_text(place, g_match_info_get_match_count(place->match) > 3 ? 3 : 0, 1, 2);
}

/* "Prop 2016/17:171" as "prop. 2016/17:171". */
static const char *inquiry_value(Place *place)
{
    g_autofree char *series = g_match_info_fetch(place->match, 1);
    g_autofree char *rest = g_match_info_fetch(place->match, 2);

    if (strcmp(series, "SOU") == 0 || strcmp(series, "Ds") == 0)
        return string(place, g_strdup_printf("%s %s", series, rest));
    g_autofree char *lower = g_ascii_strdown(series, -1);
    return string(place, g_strdup_printf("%s%s %s", lower, g_str_has_suffix(lower, ".") ? "" : ".", rest));
}

/* ---- the others ---- */

/* Three digits at least; "VT 2025/26" is a school year. */
static const char *case_value(Place *place)
{
    const char *value = printed_value(place);
    guint digits = 0;

    for (const char *c = value; *c; c++)
        digits += g_ascii_isdigit(*c) != 0;
    if (digits < 3)
        return NULL;
    const char *slash = strrchr(value, '/');
    if (slash != NULL && slash - value >= 4 && strlen(slash) == 3) {
        gint64 year = g_ascii_strtoll(slash - 4, NULL, 10), next = g_ascii_strtoll(slash + 1, NULL, 10);
        if (year > 1900 && next == (year + 1) % 100)
            return NULL;
    }
    return value;
}

/* The kronor and, where they are printed, öre: the digits with the point moved as the unit says. */
static const char *money_value(Place *place)
{
    static const struct {
        const char *unit;
        int zeros;
    } units[] = {{"t", 3},  {"k", 0},  {"kk", 3}, {"milj", 6},   {"mn", 6},
                 {"mk", 6}, {"ms", 6}, {"md", 9}, {"miljard", 9}};
    g_autofree char *minus = g_match_info_fetch(place->match, 1);
    g_autofree char *whole = g_match_info_fetch(place->match, 2);
    g_autofree char *decimals = g_match_info_fetch(place->match, 3);
    g_autofree char *unit = g_match_info_fetch(place->match, 4);
    gsize zeros = 0, longest = 0;

    for (gsize i = 0; i < G_N_ELEMENTS(units); i++)
        if (strlen(units[i].unit) > longest && text_begins(unit, units[i].unit, NULL)) {
            zeros = (gsize)units[i].zeros;
            longest = strlen(units[i].unit);
        }
    /* "1.500 mnkr" may be one and a half or one thousand five hundred. */
    if (zeros > 0 && strchr(whole, '.') != NULL)
        return NULL;
    /* "§ 5 200 kronor": the number of something, and then an amount. */
    gsize start;
    g_autofree char *before = word_before(place->text, place->start, &start);
    if (strchr(whole, ' ') && (strcmp(before, "§") == 0 || text_begins(before, "punkt", NULL) ||
                               text_begins(before, "bilaga", NULL) || text_begins(before, "nr", NULL)))
        return NULL;
    if (text_begins(before, "miljon", NULL) || text_begins(before, "miljard", NULL))
        return NULL; /* the rest of an amount: "1 miljon 200 tusen kronor" */

    g_autoptr(GString) digits = g_string_new(NULL);
    for (const char *c = whole; *c; c++)
        if (g_ascii_isdigit(*c))
            g_string_append_c(digits, *c);
    gsize point = digits->len + zeros;
    g_string_append(digits, decimals);
    while (digits->len < point)
        g_string_append_c(digits, '0');
    if (point > AMOUNT_DIGITS)
        return NULL;
    while (digits->len > point && digits->str[digits->len - 1] == '0')
        g_string_truncate(digits, digits->len - 1);
    if (digits->len > point)
        g_string_insert_c(digits, (gssize)point, '.');
    gsize leading = strspn(digits->str, "0");
    if (leading > 0 && (digits->str[leading] == '.' || digits->str[leading] == '\0'))
        leading--;
    g_string_erase(digits, 0, (gssize)leading);
    return string(place, g_strconcat(*minus ? "-" : "", digits->str, NULL));
}

/* What the first group says, or all, as printed; spans with a plain hyphen. */
static const char *printed_value(Place *place)
{
    g_autofree char *s =
        g_match_info_fetch(place->match, g_match_info_get_match_count(place->match) > 1 ? 1 : 0);
    g_autoptr(GString) value = g_string_new(s);

    g_string_replace(value, "–", "-", 0);
    return draft_string(place->draft, value->str, -1);
}

/* Who is to do something. A clause with a verb of its own ("Ärendet återremitteras till kontoret som får i
 * uppdrag") names it in too many ways to tell, and nothing is marked. */
static const char *who_value(Place *place)
{
    static const char *const verbs[] = {"uppdrag", "beslutar", "har",   "är", "ska",
                                        "som",     "när",      "givet", "i"};
    const char *who = printed_value(place);

    for (gsize i = 0; i < G_N_ELEMENTS(verbs); i++)
        if (text_has_word(who, verbs[i]))
            return NULL;
    return who;
}
