/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Furniture: running heads and feet, page numbers, signature boxes and stamps, known by repeating
 * at one height over the pages and by nothing but furniture lying between them and the page's edge. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "lines_parts.h"

/* Heights of one piece of furniture on two pages differ by no more than this, points. */
static const double SAME_HEIGHT = 4;
/* So many lines from the top of the page heads are known by their place in order and from the left, too: that
 * of a first page stands higher or lower than the others. */
enum { EDGE_LINES = 8 };
static const double SAME_LEFT = 12; /* points: "9 (12)" at the right edge begins behind "10 (12)" */
/* Seen on this share of the pages around it, a text repeats. A board whose heads change from part to part of
 * a document (a stamped extract, an attachment) still keeps them over a few pages, hence the window. */
static const double SHARE = 0.6;
static const int WINDOW = 3; /* pages before and after */
/* Furniture keeps to this share of the page from either edge. Where the same lines go on further, a table is
 * printed twice (votes by name, in one attachment after another), and only what most of the document repeats
 * is furniture. */
static const double ZONE = 0.25;
/* What stands on a page more often is no furniture there, and what stands on more pages is judged by those
 * around: then nothing takes the square of how often a text is there. */
enum { MOST_ON_A_PAGE = 50, PLACES_AROUND = 2000 };
/* A number that follows the page number stands in no longer text than this, bytes. */
enum { PAGE_NUMBER_LENGTH = 64 };
/* It is one of so many numbers: "Protokoll 3 (2024) Sidan 1 av 2". */
enum { MOST_NUMBERS = 4 };
#define DIGITS "0123456789"

/* Where a text was seen. */
typedef struct {
    int page;
    double top, bottom; /* distance of its line to either edge, points */
    double left;        /* where it begins, points */
    guint above;        /* lines of the page above it; EDGE_LINES: that many or more */
} Sighting;

/* Whether a text repeats where it was asked for last: most are asked for at one height, and over all pages
 * the height alone counts. */
typedef struct {
    Sighting here; /* page 0: not asked yet */
    bool repeats;
} Answer;

typedef struct {
    GArray *all; /* of Sighting, by page */
    Answer around, everywhere;
} Sightings;

typedef struct {
    Lines *lines;
    const Profile *profile;
    GHashTable *sightings; /* text -> Sightings */
    GStringChunk *keys;
    GHashTable *pieces; /* text -> index of the piece of furniture that it is, plus one */
    bool strict;        /* only what most of the whole document repeats counts */
} Finder;

static guint lines_above(const Lines *lines, const Line *line)
{
    guint n = 0;
    for (const Line *at = line; at > (const Line *)lines->lines->data && n < EDGE_LINES; n++)
        if ((--at)->page != line->page)
            break;
    return n;
}

static Sighting sighting_of(const Lines *lines, const Line *line, const Part *part)
{
    return (Sighting){line->page, line->baseline, lines_sheet(lines, line->page)->height - line->baseline,
                      part->x0, lines_above(lines, line)};
}

static bool at_head(const Sighting *sighting)
{
    return sighting->above < EDGE_LINES && sighting->top < ZONE * (sighting->top + sighting->bottom);
}

static bool same_left(const Sighting *a, const Sighting *b)
{
    return fabs(a->left - b->left) < SAME_LEFT;
}

static bool same_place(const Sighting *a, const Sighting *b)
{
    return fabs(a->top - b->top) < SAME_HEIGHT || fabs(a->bottom - b->bottom) < SAME_HEIGHT ||
           (a->above == b->above && same_left(a, b) && at_head(a) && at_head(b));
}

static bool same_corner(const Sighting *a, const Sighting *b)
{
    return same_place(a, b) && same_left(a, b);
}

/* The text with its `nth` number, from 0, replaced by the distance from the page number, so that "3 (12)" on
 * page 3 and "4 (12)" on page 4 become one; NULL where there is none. The caller frees it. */
static char *page_number_key(const char *text, int page, int nth)
{
    const char *number = text + strcspn(text, DIGITS);
    for (; nth > 0 && *number; nth--) {
        number += strspn(number, DIGITS);
        number += strcspn(number, DIGITS);
    }
    gsize digits = strspn(number, DIGITS);
    if (digits < 1 || digits > 4 || strlen(text) > PAGE_NUMBER_LENGTH || strstr(text, "§"))
        return NULL;
    return g_strdup_printf("%.*s#%d%s", (int)(number - text), text, atoi(number) - page, number + digits);
}

static void sightings_free(gpointer data)
{
    Sightings *seen = data;
    g_array_unref(seen->all);
    g_free(seen);
}

static void see(Finder *finder, const char *key, Sighting sighting)
{
    Sightings *seen = g_hash_table_lookup(finder->sightings, key);
    if (!seen) {
        seen = g_new0(Sightings, 1);
        seen->all = g_array_new(FALSE, FALSE, sizeof(Sighting));
        g_hash_table_insert(finder->sightings, g_string_chunk_insert(finder->keys, key), seen);
    }
    guint count = seen->all->len;
    if (count < MOST_ON_A_PAGE ||
        g_array_index(seen->all, Sighting, count - MOST_ON_A_PAGE).page != sighting.page)
        g_array_append_val(seen->all, sighting);
}

/* The first sighting on `page` or a later one. */
static guint first_from(const GArray *seen, int page)
{
    guint first = 0, end = seen->len;
    while (first < end) {
        guint middle = (first + end) / 2;
        if (g_array_index(seen, Sighting, middle).page < page)
            first = middle + 1;
        else
            end = middle;
    }
    return first;
}

typedef bool (*Same)(const Sighting *a, const Sighting *b);

/* The share of every `step`th page from `first` to `last` on which a text stands at the same place; 0 where
 * these are too few to tell. */
static double share_of(const Finder *finder, const GArray *seen, Sighting here, int first, int last, int step,
                       Same same)
{
    int hits = 0, pages = 0, previous = 0;
    while (first < 1)
        first += step;
    last = MIN((int)finder->lines->sheets->len, last);
    pages = (last - first) / step + 1;
    for (guint i = first_from(seen, first); i < seen->len; i++) {
        const Sighting *other = &g_array_index(seen, Sighting, i);
        if (other->page > last)
            break;
        if (other->page == previous || (other->page - first) % step != 0 || !same(other, &here))
            continue;
        hits++;
        previous = other->page;
    }
    return hits >= MIN(3, (int)finder->lines->sheets->len) && hits >= 2 ? (double)hits / pages : 0;
}

/* A heading that happens to begin several pages ("Beslut") stands elsewhere too; furniture does not. */
static bool keeps_its_place(const GArray *seen, Sighting here)
{
    guint at = first_from(seen, here.page), elsewhere = 0;
    guint first = at > PLACES_AROUND ? at - PLACES_AROUND : 0, end = MIN(seen->len, at + PLACES_AROUND);
    for (guint i = first; i < end; i++)
        elsewhere += !same_place(&g_array_index(seen, Sighting, i), &here);
    return elsewhere * 3 <= end - first;
}

/* The pages on which furniture is looked for, from the page it may stand on. */
static const struct {
    int before, after, step;
    double share;
} windows[] = {
    {WINDOW, WINDOW, 1, SHARE},
    {WINDOW, 0, 1, SHARE}, /* heads change where another part of the document begins */
    {0, WINDOW, 1, SHARE},
    {2 * WINDOW, 2 * WINDOW, 2, 1}, /* left and right pages have heads of their own */
};

static bool repeats_around(const Finder *finder, const GArray *seen, Sighting here)
{
    if (!keeps_its_place(seen, here)) /* a body's name is a word of the text too, but then on every page */
        return share_of(finder, seen, here, here.page - WINDOW, here.page + WINDOW, 1, same_corner) == 1;
    for (gsize i = 0; i < G_N_ELEMENTS(windows); i++)
        if (share_of(finder, seen, here, here.page - windows[i].before, here.page + windows[i].after,
                     windows[i].step, same_place) >= windows[i].share)
            return true;
    return false;
}

static bool repeats_everywhere(const Finder *finder, const GArray *seen, Sighting here)
{
    return keeps_its_place(seen, here) &&
           share_of(finder, seen, here, 1, (int)finder->lines->sheets->len, 1, same_place) >= SHARE;
}

static bool repeats(const Finder *finder, const char *key, Sighting here)
{
    Sightings *seen = g_hash_table_lookup(finder->sightings, key);
    if (!seen || seen->all->len < 2)
        return false;
    Answer *answer = finder->strict ? &seen->everywhere : &seen->around;
    bool known = answer->here.page != 0 && answer->here.top == here.top &&
                 answer->here.bottom == here.bottom && answer->here.above == here.above &&
                 answer->here.left == here.left && (finder->strict || answer->here.page == here.page);
    if (!known) {
        answer->here = here;
        answer->repeats = finder->strict ? repeats_everywhere(finder, seen->all, here)
                                         : repeats_around(finder, seen->all, here);
    }
    return answer->repeats;
}

static const char *after_blanks(const char *s)
{
    return s + strspn(s, " ");
}

/* What follows the 1 to `most` digits that `s` begins with, NULL when they are fewer or more. */
static const char *after_digits(const char *s, gsize most)
{
    gsize digits = strspn(s, DIGITS);
    return digits >= 1 && digits <= most ? s + digits : NULL;
}

/* "3", "3 (12)", "3/12", "Sida 3 av 12" and nothing else. */
static bool is_page_number(const char *text)
{
    static const char *const words[] = {"sidan", "sida", "sidnr", "sid"};
    const char *at = text;
    for (gsize i = 0; i < G_N_ELEMENTS(words) && at == text; i++)
        text_begins(text, words[i], &at);
    if (at > text)
        at = after_blanks(at + (*at == '.'));
    if ((at = after_digits(at, 4)) == NULL)
        return false;
    at = after_blanks(at);
    if (*at == '(') {
        at = after_digits(after_blanks(at + 1), 4);
        at = at ? after_blanks(at) : NULL;
        return at && at[0] == ')' && at[1] == '\0';
    }
    const char *of;
    if (text_begins(at, "/", &of) || text_begins(at, "av", &of))
        at = after_digits(after_blanks(of), 4);
    return at && *at == '\0';
}

static bool is_word_of(const Finder *finder, WordList list, const char *text)
{
    return profile_prefix(finder->profile, list, text, NULL) != NULL;
}

/* Why a part is furniture; DROP_NONE when it is not. `numbered`: the number of the page stands on its line.
 */
static DropReason reason_of_part(const Finder *finder, const Line *line, const Part *part, bool numbered)
{
    const char *text = part->text.s;
    if (is_word_of(finder, WORDS_OVERLAY, text))
        return DROP_OVERLAY;
    if (is_word_of(finder, WORDS_SIGNATURE, text) && strlen(text) < 60)
        return DROP_SIGNATURE;
    /* A heading of a section may begin many pages at one height; it is never furniture. */
    if (!numbered && profile_meaning(finder->profile, WORDS_SECTION, text))
        return DROP_NONE;
    Sighting here = sighting_of(finder->lines, line, part);
    for (int nth = 0; nth < MOST_NUMBERS; nth++) {
        g_autofree char *number = page_number_key(text, line->page, nth);
        if (number && repeats(finder, number, here))
            return is_page_number(text) ? DROP_PAGE_NUMBER : DROP_HEAD;
    }
    if (repeats(finder, text, here))
        return DROP_HEAD;
    return DROP_NONE;
}

/* Why a line is furniture: most of its letters must stand in parts that are. The item number in a
 * stamped head ("Protokoll  39 §  15.09.2022") changes while the rest repeats. */
static DropReason reason_of_line(const Finder *finder, const Line *line)
{
    gsize all = 0, furniture = 0;
    DropReason reason = DROP_NONE;
    bool numbered = false;
    for (guint i = 0; line->parts->len > 1 && i < line->parts->len && !numbered; i++)
        numbered = is_page_number(g_array_index(line->parts, Part, i).text.s);
    for (guint i = 0; i < line->parts->len; i++) {
        const Part *part = &g_array_index(line->parts, Part, i);
        DropReason of_part = reason_of_part(finder, line, part, numbered);
        all += strlen(part->text.s);
        furniture += of_part ? strlen(part->text.s) : 0;
        reason = i == 0 || of_part > reason ? of_part : reason;
        if (of_part == DROP_PAGE_NUMBER && line->parts->len > 1)
            reason = MAX(DROP_HEAD, reason == DROP_PAGE_NUMBER ? DROP_HEAD : reason);
    }
    return furniture * 2 > all ? reason : DROP_NONE;
}

/* ---- the facts of what is dropped ---- */

static bool is_year_and_no_more(const char *s)
{
    return (g_str_has_prefix(s, "19") || g_str_has_prefix(s, "20")) && after_digits(s, 4) == s + 4 &&
           !text_is_letter_or_digit(g_utf8_get_char(s + 4));
}

/* "2024-03-05", "5 mars 2024", "5.3.2024", "5/3 2024". */
static bool is_date(const char *s)
{
    static const char separators[] = "./ ";
    gsize digits = strspn(s, DIGITS);
    if (digits == 4)
        return (g_str_has_prefix(s, "19") || g_str_has_prefix(s, "20")) && s[4] == '-' &&
               after_digits(s + 5, 2) == s + 7 && s[7] == '-' && after_digits(s + 8, 2) == s + 10 &&
               !text_is_letter_or_digit(g_utf8_get_char(s + 10));
    if (digits < 1 || digits > 2 || !s[digits] || !strchr(separators, s[digits]))
        return false;
    const char *month = s + digits + 1;
    month += *month == ' ';
    gsize letters = 0;
    while (g_ascii_isalpha(month[letters]))
        letters++;
    const char *end = letters >= 3 && letters <= 9 ? month + letters : after_digits(month, 2);
    if (!end || !*end || !strchr(separators, *end))
        return false;
    return is_year_and_no_more(end + 1 + (end[1] == ' '));
}

static bool has_date(const char *text)
{
    bool inside = false;
    for (const char *at = text; *at; at = g_utf8_next_char(at)) {
        if (!inside && g_ascii_isdigit(*at) && is_date(at))
            return true;
        inside = text_is_letter_or_digit(g_utf8_get_char(at));
    }
    return false;
}

/* The label a part stands under or after: what the profile says of the part above it at the same edge, or of
 * its own first words. */
static const char *label_of(const Finder *finder, guint line_index, const Part *part)
{
    const char *rest;
    const Word *own = profile_prefix(finder->profile, WORDS_FURNITURE, part->text.s, &rest);
    if (own)
        return *rest ? own->meaning : NULL;
    const Line *line = &g_array_index(finder->lines->lines, Line, line_index);
    const Line *above = line_index ? line - 1 : NULL;
    for (guint i = 0; above && above->page == line->page && i < above->parts->len; i++) {
        const Part *label = &g_array_index(above->parts, Part, i);
        if (fabs(label->x0 - part->x0) < 3)
            return profile_meaning(finder->profile, WORDS_FURNITURE, label->text.s);
    }
    return NULL;
}

static const char *kind_of(const Finder *finder, guint line_index, const Part *part, DropReason reason)
{
    const char *text = part->text.s;
    const char *label = label_of(finder, line_index, part);
    if (reason == DROP_OVERLAY)
        return "signatur";
    if (is_page_number(text))
        return "sidor";
    if (has_date(text))
        return "datum";
    const GArray *bodies = profile_words(finder->profile, WORDS_BODY);
    g_autofree char *key = text_key(text);
    for (guint i = 0; i < bodies->len; i++)
        if (strstr(key, g_array_index(bodies, Word, i).key))
            return "organ";
    if (profile_within(finder->profile, WORDS_PRINCIPAL, text))
        return "huvudman";
    if (label && strcmp(label, "dokument") != 0)
        return label;
    if (profile_within(finder->profile, WORDS_DOCUMENT, text))
        return "dokument";
    return "annat";
}

/* The last piece kept that stood right above `part` and runs on into it: a body's name broken over two lines.
 */
static Furniture *begun_above(const Finder *finder, guint line_index, const Part *part)
{
    const Line *line = &g_array_index(finder->lines->lines, Line, line_index);
    if (!line_index || !g_unichar_islower(g_utf8_get_char(part->text.s)) || line[-1].page != line->page)
        return NULL;
    for (guint i = 0; i < line[-1].parts->len; i++) {
        const Part *above = &g_array_index(line[-1].parts, Part, i);
        if (fabs(above->x0 - part->x0) > 3 || above->size != part->size)
            continue;
        guint piece = GPOINTER_TO_UINT(g_hash_table_lookup(finder->pieces, above->text.s));
        if (piece > 0)
            return &g_array_index(finder->lines->furniture, Furniture, piece - 1);
    }
    return NULL;
}

/* Of pieces with one text the first counts. */
static void add_piece(Finder *finder, guint index)
{
    const char *text = g_array_index(finder->lines->furniture, Furniture, index).text;
    if (!g_hash_table_contains(finder->pieces, text))
        g_hash_table_insert(finder->pieces, (char *)text, GUINT_TO_POINTER(index + 1));
}

static void keep_facts(Finder *finder, guint line_index, GHashTable *kept)
{
    Lines *lines = finder->lines;
    const Line *line = &g_array_index(lines->lines, Line, line_index);
    for (guint i = 0; i < line->parts->len; i++) {
        const Part *part = &g_array_index(line->parts, Part, i);
        if (*part->text.s == '\0')
            continue;
        char *number = is_page_number(part->text.s) ? page_number_key(part->text.s, line->page, 0) : NULL;
        if (!g_hash_table_add(kept, number ? number : g_strdup(part->text.s)))
            continue;
        Furniture *above = begun_above(finder, line_index, part);
        if (above) {
            g_autofree char *whole = g_strconcat(above->text, " ", part->text.s, NULL);
            g_hash_table_remove(finder->pieces, above->text);
            above->text = g_string_chunk_insert(lines->chunk, whole);
            add_piece(finder, (guint)(above - (Furniture *)lines->furniture->data));
            continue;
        }
        Furniture piece = {
            g_string_chunk_insert_const(lines->chunk, kind_of(finder, line_index, part, line->drop)),
            line->page, part->text.s};
        g_array_append_val(lines->furniture, piece);
        add_piece(finder, lines->furniture->len - 1);
    }
}

/* ---- from the edges of a page inwards ---- */

/* Why line `i`, which nothing but furniture parts from the edge, is furniture too. */
static DropReason reason_at_edge(const Finder *finder, const Line *line, DropReason at_edge)
{
    DropReason reason = line->drop ? line->drop : reason_of_line(finder, line);
    if (!reason && finder->lines->sheets->len == 1 && line->parts->len == 1 &&
        is_page_number(g_array_index(line->parts, Part, 0).text.s))
        return DROP_PAGE_NUMBER; /* a single page repeats nothing */
    return reason == DROP_HEAD ? at_edge : reason;
}

/* The number of lines from `first` on towards `last` (by `step`) that are furniture. */
static guint furniture_from_edge(const Finder *finder, guint first, guint last, int step, bool *beyond)
{
    guint n = 0;
    *beyond = false;
    for (guint i = first;; i = (guint)((int)i + step), n++) {
        const Line *line = &g_array_index(finder->lines->lines, Line, i);
        double height = lines_sheet(finder->lines, line->page)->height;
        DropReason reason = reason_at_edge(finder, line, DROP_HEAD);
        if (!reason)
            return n;
        *beyond = !line->vertical &&
                  reason != DROP_SIGNATURE && /* known by its words, wherever a page ends */
                  (step > 0 ? line->baseline > ZONE * height : line->baseline < (1 - ZONE) * height);
        if (*beyond || i == last)
            return *beyond ? n : n + 1;
    }
}

static void drop_from_edge(Finder *finder, guint first, guint last, int step, DropReason at_edge)
{
    bool beyond;
    guint n = furniture_from_edge(finder, first, last, step, &beyond);
    if (beyond) {
        finder->strict = true;
        n = furniture_from_edge(finder, first, last, step, &beyond);
    }
    for (guint k = 0; k < n; k++) {
        Line *line = &g_array_index(finder->lines->lines, Line, (guint)((int)first + step * (int)k));
        line->drop = reason_at_edge(finder, line, at_edge);
    }
    finder->strict = false;
}

/* What stands on its side in the margin is a stamp when it repeats. */
static void drop_vertical(const Finder *finder)
{
    for (guint i = 0; i < finder->lines->lines->len; i++) {
        Line *line = &g_array_index(finder->lines->lines, Line, i);
        if (line->vertical && reason_of_line(finder, line))
            line->drop = DROP_OVERLAY;
    }
}

void lines_drop_furniture(Lines *lines, const Profile *profile)
{
    Finder finder = {.lines = lines,
                     .profile = profile,
                     .sightings = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, sightings_free),
                     .keys = g_string_chunk_new(4096),
                     .pieces = g_hash_table_new(g_str_hash, g_str_equal)};
    for (guint i = 0; i < lines->lines->len; i++) {
        const Line *line = &g_array_index(lines->lines, Line, i);
        for (guint p = 0; p < line->parts->len; p++) {
            const Part *part = &g_array_index(line->parts, Part, p);
            const char *text = part->text.s;
            Sighting here = sighting_of(lines, line, part);
            see(&finder, text, here);
            for (int nth = 0; nth < MOST_NUMBERS; nth++) {
                g_autofree char *number = page_number_key(text, line->page, nth);
                if (number)
                    see(&finder, number, here);
            }
        }
    }
    drop_vertical(&finder);
    for (guint i = 0; i < lines->lines->len;) {
        guint end = i;
        int page = g_array_index(lines->lines, Line, i).page;
        while (end < lines->lines->len && g_array_index(lines->lines, Line, end).page == page)
            end++;
        drop_from_edge(&finder, i, end - 1, 1, DROP_HEAD);
        drop_from_edge(&finder, end - 1, i, -1, DROP_FOOT);
        i = end;
    }
    g_autoptr(GHashTable) kept = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (guint i = 0; i < lines->lines->len; i++)
        if (g_array_index(lines->lines, Line, i).drop)
            keep_facts(&finder, i, kept);
    g_hash_table_unref(finder.sightings);
    g_hash_table_unref(finder.pieces);
    g_string_chunk_free(finder.keys);
}
