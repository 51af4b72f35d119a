/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When somebody was there, from the remark in the attendance list: "§§ 57–64, 66", "ej § 12",
 * "kl. 10.15–11.40". */
#include "meeting_parts.h"

#include <string.h>

/* Letters of § follow the number in a key; "§ 45" without one is the whole of it. */
enum { KEY_STEP = 32, KEY_ALL = KEY_STEP - 1, KEY_MAX = 10000 * KEY_STEP, NUMBER_MAX = 9999 };

/* What a word of a remark says of the § after it, or of the whole. Longer ones stand before those they hold.
 */
typedef enum {
    SAYS_NOTHING,
    SAYS_THERE,
    SAYS_NOT,
    SAYS_FROM,
    SAYS_AFTER,
    SAYS_UNTIL,
    SAYS_BEFORE,
    SAYS_CAME,
    SAYS_LEFT,
    SAYS_CONFLICT,
    SAYS_UNSETTLED
} Says;

static const struct {
    const char *words;
    Says says;
} vocabulary[] = {
    {"fr.o.m.", SAYS_FROM},
    {"fr.o.m", SAYS_FROM},
    {"fr o m", SAYS_FROM},
    {"f.r.o.m.", SAYS_FROM},
    {"from.", SAYS_FROM},
    {"from", SAYS_FROM},
    {"från och med", SAYS_FROM},
    {"från", SAYS_FROM},
    {"t.o.m.", SAYS_UNTIL},
    {"t.o.m", SAYS_UNTIL},
    {"t o m", SAYS_UNTIL},
    {"tom.", SAYS_UNTIL},
    {"tom", SAYS_UNTIL},
    {"till och med", SAYS_UNTIL},
    {"efter", SAYS_AFTER},
    {"före", SAYS_BEFORE},
    {"innan", SAYS_BEFORE},
    {"inte närvarande", SAYS_NOT},
    {"ej närvarande", SAYS_NOT},
    {"ej tjänstgörande", SAYS_NOT},
    {"ej", SAYS_NOT},
    {"inte", SAYS_NOT},
    {"utom", SAYS_NOT},
    {"förutom", SAYS_NOT},
    {"undantaget", SAYS_NOT},
    {"frånvarande", SAYS_NOT},
    {"jävig", SAYS_CONFLICT},
    {"jäv", SAYS_CONFLICT},
    {"lämnade sammanträdet", SAYS_LEFT},
    {"lämnar sammanträdet", SAYS_LEFT},
    {"lämnade mötet", SAYS_LEFT},
    {"lämnar mötet", SAYS_LEFT},
    {"lämnade", SAYS_LEFT},
    {"lämnar", SAYS_LEFT},
    {"avvek", SAYS_LEFT},
    {"gick", SAYS_LEFT},
    {"anlände", SAYS_CAME},
    {"ankom", SAYS_CAME},
    {"kom", SAYS_CAME},
    {"närvarande", SAYS_THERE},
    {"närvarar", SAYS_THERE},
    {"deltar", SAYS_THERE},
    {"deltog", SAYS_THERE},
    {"tjänstgör", SAYS_THERE},
    {"tjänstgörande ersättare", SAYS_THERE},
    {"tjänstgörande", SAYS_THERE},
    {"tjänstgjorde", SAYS_THERE},
    {"beslutande", SAYS_THERE},
    /* says how or why, not when */
    {"på grund av", SAYS_NOTHING},
    {"p.g.a.", SAYS_NOTHING},
    {"pga", SAYS_NOTHING},
    {"på distans", SAYS_NOTHING},
    {"via distans", SAYS_NOTHING},
    {"distans", SAYS_NOTHING},
    {"distansdeltagande", SAYS_NOTHING},
    {"distansdeltagare", SAYS_NOTHING},
    {"via videolänk", SAYS_NOTHING},
    {"via video", SAYS_NOTHING},
    {"på länk", SAYS_NOTHING},
    {"digitalt", SAYS_NOTHING},
    {"digital", SAYS_NOTHING},
    {"via teams", SAYS_NOTHING},
    {"via länk", SAYS_NOTHING},
    {"via zoom", SAYS_NOTHING},
    {"via skype", SAYS_NOTHING},
    {"teams", SAYS_NOTHING},
    {"på plats", SAYS_NOTHING},
    {"ersättare", SAYS_NOTHING},
    {"ledamot", SAYS_NOTHING},
    {"ordförande", SAYS_NOTHING},
    {"och", SAYS_NOTHING},
    {"samt", SAYS_NOTHING},
    {"under", SAYS_NOTHING},
    {"hela sammanträdet", SAYS_NOTHING},
    {"hela mötet", SAYS_NOTHING},
    {"via telefon", SAYS_NOTHING},
    {"vid", SAYS_NOTHING},
    {"del av", SAYS_UNSETTLED},
    {"delar av", SAYS_UNSETTLED},
};

typedef struct {
    GArray *there, *not_there, *partly; /* of ParagraphSpan */
    int from, until;                    /* an open span: its keys */
    bool open;
    bool part_only; /* "del av § 12": there at that § alone */
    bool unsettled;
    int arrived, left; /* minutes after midnight; -1: not stated */
} Remark;

static const char *read_number(const char *s, int *first, int *last, bool *partly);
static void read_remark(const Attendee *attendee, Remark *result);
static bool spans_hold(const GArray *spans, int key);
static const char *read_hours(const char *s, Remark *result, Says says);

/* ---- runs of § ---- */

GArray *paragraphs_in(const char *s, const char **rest)
{
    GArray *spans = g_array_new(FALSE, FALSE, sizeof(ParagraphSpan));
    const char *at = s, *end = s;

    for (;;) {
        ParagraphSpan span = {0}, second = {0};
        const char *after = read_number(at, &span.first, &span.last, &span.partly);
        if (after == NULL)
            break;
        end = after;
        after += strspn(after, " ");
        const char *to = NULL;
        static const char *const dashes[] = {"-", "–", "—", "t.o.m.", "t.o.m", "tom", "till och med", "till"};
        for (gsize i = 0; i < G_N_ELEMENTS(dashes) && to == NULL; i++)
            text_begins(after, dashes[i], &to);
        const char *last_end = to ? read_number(to, &second.first, &second.last, &second.partly) : NULL;
        if (last_end != NULL && second.first < span.first)
            break; /* no run of §: a date */
        if (last_end != NULL) {
            end = last_end;
            bool whole = !span.partly;
            if (!whole)
                g_array_append_val(spans, span);
            ParagraphSpan run = {whole ? span.first : span.last + 1,
                                 second.partly ? second.first - 1 : second.last, false};
            if (run.first <= run.last)
                g_array_append_val(spans, run);
            if (second.partly)
                g_array_append_val(spans, second);
        } else {
            g_array_append_val(spans, span);
        }
        at = end + strspn(end, " ,;&");
        if (!text_begins(at, "och ", &at))
            text_begins(at, "samt ", &at);
    }
    if (rest != NULL)
        *rest = end;
    return spans;
}

int paragraph_key(const char *number)
{
    int first, last;
    bool partly;

    return number != NULL && read_number(number, &first, &last, &partly) ? first : 0;
}

char *paragraph_name(int key)
{
    int letter = key % KEY_STEP;

    return letter == 0 || letter == KEY_ALL ? g_strdup_printf("%d", key / KEY_STEP)
                                            : g_strdup_printf("%d %c", key / KEY_STEP, 'a' + letter - 1);
}

/* One § with its signs: "§ 3 a", "49 §", "del av 173", "12 (p. 3)"; what follows it, or NULL. */
static const char *read_number(const char *s, int *first, int *last, bool *partly)
{
    static const char *const parts[] = {"delar av ", "del av ", "delvis "};
    static const char *const parts_after[] = {"(p", "(beslut", "(del", "(punkt", "delvis"};

    *partly = false;
    for (bool more = true; more;) {
        s += strspn(s, " ");
        more = g_str_has_prefix(s, "§");
        if (more)
            s += strlen("§");
        for (gsize i = 0; i < G_N_ELEMENTS(parts) && !more; i++)
            if (text_begins(s, parts[i], &s))
                more = *partly = true;
    }
    gsize digits = 0;
    int number = 0;
    while (digits < 5 && g_ascii_isdigit(s[digits]))
        number = 10 * number + (s[digits++] - '0');
    s += digits;
    /* neither a day "21/3", an hour "10.15" nor a register number */
    if (digits == 0 || number == 0 || number > NUMBER_MAX ||
        (strchr("/:.", *s) && *s != '\0' && g_ascii_isdigit(s[1])))
        return NULL;
    *first = number * KEY_STEP;
    *last = *first + KEY_ALL;
    const char *letter = s + strspn(s, " ");
    if (letter - s <= 1 && *letter >= 'a' && *letter <= 'h' &&
        !text_is_letter_or_digit(g_utf8_get_char(letter + 1)) && letter[1] != '.') {
        *first = *last = number * KEY_STEP + 1 + (*letter - 'a');
        s = letter + 1;
    } else if (text_is_letter_or_digit(g_utf8_get_char(s))) {
        return NULL;
    }
    const char *sign = s + strspn(s, " ");
    if (g_str_has_prefix(sign, "§") && !g_ascii_isdigit(sign[strlen("§") + strspn(sign + strlen("§"), " ")]))
        s = sign + strlen("§");
    sign = s + strspn(s, " ");
    for (gsize i = 0; i < G_N_ELEMENTS(parts_after); i++)
        if (text_begins(sign, parts_after[i], NULL)) {
            *partly = true;
            s = *sign == '(' && strchr(sign, ')') ? strchr(sign, ')') + 1 : sign + strlen(parts_after[i]);
        }
    return s;
}

/* ---- remarks ---- */

Presence presence_of(const Attendee *attendee, int key, int earliest, int latest)
{
    Remark said;
    Presence presence = PRESENCE_YES;

    if (attendee->remark == NULL)
        return PRESENCE_YES;
    read_remark(attendee, &said);
    if (said.unsettled || spans_hold(said.partly, key))
        presence = PRESENCE_UNSETTLED;
    else if (spans_hold(said.not_there, key))
        presence = PRESENCE_NO;
    else if (said.there->len > 0 || said.open || said.part_only)
        presence = spans_hold(said.there, key) || (said.open && key >= said.from && key <= said.until)
                       ? PRESENCE_YES
                       : PRESENCE_NO;
    else if (said.arrived >= 0 || said.left >= 0) {
        int from = said.arrived, until = said.left < 0 ? 24 * 60 : said.left;
        if (earliest >= from && latest <= until)
            presence = PRESENCE_YES;
        else
            presence = latest <= from || earliest >= until ? PRESENCE_NO : PRESENCE_UNSETTLED;
    }
    g_array_unref(said.there);
    g_array_unref(said.not_there);
    g_array_unref(said.partly);
    return presence;
}

bool presence_is_limited(const Attendee *attendee)
{
    Remark said;

    if (attendee->remark == NULL)
        return false;
    read_remark(attendee, &said);
    bool has = said.there->len > 0 || said.not_there->len > 0 || said.partly->len > 0 || said.open ||
               said.arrived >= 0 || said.left >= 0 || said.unsettled;
    g_array_unref(said.there);
    g_array_unref(said.not_there);
    g_array_unref(said.partly);
    return has;
}

bool remark_says_serving(const char *remark)
{
    g_autofree char *folded = remark ? g_utf8_strdown(remark, -1) : NULL;

    return folded != NULL && strstr(folded, "tjänstg") != NULL && strstr(folded, "ej tjänstg") == NULL &&
           strstr(folded, "inte tjänstg") == NULL && strstr(folded, "icke tjänstg") == NULL;
}

/* The word of the vocabulary at `s` and what follows it. */
static bool word_at(const char *s, Says *says, const char **rest)
{
    for (gsize i = 0; i < G_N_ELEMENTS(vocabulary); i++)
        if (text_begins(s, vocabulary[i].words, rest) && !text_is_letter_or_digit(g_utf8_get_char(*rest))) {
            *says = vocabulary[i].says;
            return true;
        }
    return false;
}

static void take_open(Remark *result, int from, int until, bool not_there)
{
    if (not_there) {
        ParagraphSpan span = {from, until, false};
        g_array_append_val(result->not_there, span);
        return;
    }
    /* "fr.o.m. § 12 t.o.m. § 14" is one span */
    result->from = result->open ? MAX(result->from, from) : from;
    result->until = result->open ? MIN(result->until, until) : until;
    result->open = true;
}

static void take_spans(Remark *result, const GArray *spans, Says says, bool not_there)
{
    ParagraphSpan first = g_array_index(spans, ParagraphSpan, 0);
    guint taken = 1;

    switch (says) {
    case SAYS_FROM:
        take_open(result, first.first, KEY_MAX, not_there);
        break;
    case SAYS_CAME:
        take_open(result, first.first, KEY_MAX, not_there);
        g_array_append_val(result->partly, first);
        break;
    case SAYS_AFTER:
        take_open(result, first.last + 1, KEY_MAX, not_there);
        break;
    case SAYS_UNTIL:
        take_open(result, 0, first.last, not_there);
        break;
    case SAYS_LEFT:
        take_open(result, 0, first.last, not_there);
        g_array_append_val(result->partly, first);
        break;
    case SAYS_BEFORE:
        take_open(result, 0, first.first - 1, not_there);
        break;
    default:
        taken = 0;
        break;
    }
    for (guint i = taken; i < spans->len; i++) {
        ParagraphSpan span = g_array_index(spans, ParagraphSpan, i);
        g_array_append_val(span.partly ? result->partly
                           : not_there ? result->not_there
                                       : result->there,
                           span);
    }
}

static void read_remark(const Attendee *attendee, Remark *result)
{
    /* "§ 12 på grund av jäv" is when a member was not there, and when the substitute was */
    bool substitute = attendee->group != GROUP_MEMBER;

    *result = (Remark){.there = g_array_new(FALSE, FALSE, sizeof(ParagraphSpan)),
                       .not_there = g_array_new(FALSE, FALSE, sizeof(ParagraphSpan)),
                       .partly = g_array_new(FALSE, FALSE, sizeof(ParagraphSpan)),
                       .arrived = -1,
                       .left = -1};
    Says says = SAYS_THERE;
    bool not_there = false, left = false, not_used = false;

    for (const char *s = attendee->remark; *s != '\0';) {
        const char *rest;
        Says word;
        gsize skip = strspn(s, " ,;.():");
        if (skip > 0) {
            s += skip;
            continue;
        }
        gunichar dash = g_utf8_get_char(s); /* "– på distans"; but not "§ 11-" */
        const char *behind = g_utf8_next_char(s) + strspn(g_utf8_next_char(s), " ");
        if ((dash == '-' || dash == 0x2013 || dash == 0x2014) && g_unichar_isalpha(g_utf8_get_char(behind))) {
            s = behind;
            continue;
        }
        const char *hours = read_hours(s, result, says);
        if (hours != NULL) {
            result->unsettled = result->unsettled || not_there;
            s = hours;
            continue;
        }
        g_autoptr(GArray) spans = paragraphs_in(s, &rest);
        if (spans->len > 0) {
            /* "lämnade efter § 12" was there until then */
            take_spans(result, spans, left && says == SAYS_AFTER ? SAYS_UNTIL : says, not_there);
            result->part_only = result->part_only || !not_there;
            not_used = false;
            says = SAYS_THERE;
            s = rest;
        } else if (word_at(s, &word, &rest)) {
            if (word == SAYS_UNSETTLED)
                result->unsettled = true;
            else if (word == SAYS_NOT || (word == SAYS_CONFLICT && !substitute))
                not_there = not_used = true;
            else if (word == SAYS_THERE)
                not_there = not_there && not_used;
            else if (word != SAYS_NOTHING && word != SAYS_CONFLICT)
                says = word;
            left = left || word == SAYS_LEFT;
            s = rest;
        } else if (text_begins(s, "till ", &rest)) {
            says = SAYS_LEFT; /* whether with or without that § is not said */
            s = rest;
        } else {
            result->unsettled = true;
            s += strcspn(s, " ");
        }
    }
    /* "§ 12 jäv": the reason stands after the § */
    if (not_used && not_there) {
        if (result->not_there->len == 0 && result->there->len > 0)
            g_array_append_vals(result->not_there, result->there->data, result->there->len);
        else
            result->unsettled = true;
        g_array_set_size(result->there, 0);
    }
    /* "frånvarande" with nothing after it names nobody who was there */
}

/* "kl. 10.15–11.40", "från kl. 9", "10.15": the hours, and what follows them; NULL when `s` begins otherwise.
 */
static const char *read_hours(const char *s, Remark *result, Says says)
{
    static const char *const words[] = {"klockan", "kl.", "kl"};
    int minutes[2] = {-1, -1};
    bool labelled = false;

    for (gsize i = 0; i < G_N_ELEMENTS(words) && !labelled; i++)
        labelled = text_begins(s, words[i], &s);
    for (int n = 0; n < 2; n++) {
        const char *at = s + strspn(s, " ");
        if (n == 1) {
            static const char *const dashes[] = {"-", "–", "—", "till"};
            bool dash = false;
            for (gsize i = 0; i < G_N_ELEMENTS(dashes) && !dash; i++)
                dash = text_begins(at, dashes[i], &at);
            if (!dash)
                break;
            at += strspn(at, " ");
            for (gsize i = 0; i < G_N_ELEMENTS(words); i++)
                if (text_begins(at, words[i], &at))
                    break;
            at += strspn(at, " ");
        }
        char *after;
        if (!g_ascii_isdigit(*at))
            break;
        gint64 hour = g_ascii_strtoll(at, &after, 10);
        bool colon = strchr(".:", *after) && *after != '\0' && g_ascii_isdigit(after[1]) &&
                     g_ascii_isdigit(after[2]) && !g_ascii_isdigit(after[3]);
        if (after - at > 2 || hour > 24 || (!colon && !labelled) || (colon && after[1] > '5'))
            break;
        minutes[n] = (int)hour * 60 + (colon ? (after[1] - '0') * 10 + (after[2] - '0') : 0);
        s = after + (colon ? 3 : 0);
    }
    if (minutes[0] < 0)
        return NULL;
    if (minutes[1] >= 0) {
        result->arrived = minutes[0];
        result->left = minutes[1];
    } else if (says == SAYS_FROM || says == SAYS_CAME || (says == SAYS_AFTER)) {
        result->arrived = minutes[0];
    } else if (says == SAYS_UNTIL || says == SAYS_LEFT || says == SAYS_BEFORE) {
        result->left = minutes[0];
    } else {
        result->unsettled = true;
    }
    return s;
}

static bool spans_hold(const GArray *spans, int key)
{
    for (guint i = 0; i < spans->len; i++) {
        const ParagraphSpan *span = &g_array_index(spans, ParagraphSpan, i);
        if (key >= span->first && key <= span->last)
            return true;
    }
    return false;
}
