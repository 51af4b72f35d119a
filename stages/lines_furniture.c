/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Furniture: running heads and feet, page numbers, signature boxes and stamps, known by repeating
 * at one height over the pages and by nothing but furniture lying between them and the page's edge. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "lines_parts.h"

/* Heights of one piece of furniture on two pages differ by no more than this, points. */
static const double SAME_HEIGHT = 4;
/* Seen on this share of the pages around it, a text repeats. A board whose heads change from part to part of
 * a document (a stamped extract, an attachment) still keeps them over a few pages, hence the window. */
static const double SHARE = 0.6;
static const int WINDOW = 3; /* pages before and after */
/* Furniture keeps to this share of the page from either edge. Where the same lines go on further, a table is
 * printed twice (votes by name, in one attachment after another), and only what most of the document repeats
 * is furniture. */
static const double ZONE = 0.25;
/* A number that follows the page number stands in no longer text than this, bytes. */
enum { PAGE_NUMBER_LENGTH = 64 };

/* Where a text was seen. */
typedef struct {
    int page;
    double top, bottom; /* distance of its line to either edge, points */
} Sighting;

typedef struct {
    Lines *lines;
    const Profile *profile;
    GHashTable *sightings; /* text -> GArray of Sighting, by page */
    bool strict;           /* only what most of the whole document repeats counts */
} Finder;

static Sighting sighting_of(const Lines *lines, const Line *line)
{
    return (Sighting){line->page, line->baseline, lines_sheet(lines, line->page)->height - line->baseline};
}

/* The text with its first number replaced by its distance from the page number, so that "3 (12)" on page 3
 * and "4 (12)" on page 4 become one; NULL where there is none. The caller frees it. */
static char *page_number_key(const char *text, int page)
{
    gsize digits = strcspn(text, "0123456789");
    if (!text[digits] || strlen(text) > PAGE_NUMBER_LENGTH || strstr(text, "§"))
        return NULL;
    char *end;
    gint64 number = g_ascii_strtoll(text + digits, &end, 10);
    if (end - (text + digits) > 4)
        return NULL;
    return g_strdup_printf("%.*s#%d%s", (int)digits, text, (int)number - page, end);
}

static void see(Finder *finder, const char *key, Sighting sighting)
{
    GArray *seen = g_hash_table_lookup(finder->sightings, key);
    if (!seen) {
        seen = g_array_new(FALSE, FALSE, sizeof(Sighting));
        g_hash_table_insert(finder->sightings, g_strdup(key), seen);
    }
    g_array_append_val(seen, sighting);
}

/* The share of the pages `first` to `last` on which `key` stands at this height. */
static bool repeats_between(const Finder *finder, const GArray *seen, Sighting here, int first, int last)
{
    int hits = 0, previous = 0;
    first = MAX(1, first);
    last = MIN((int)finder->lines->sheets->len, last);
    for (guint i = 0; i < seen->len; i++) {
        const Sighting *other = &g_array_index(seen, Sighting, i);
        if (other->page < first || other->page > last || other->page == previous)
            continue;
        if (fabs(other->top - here.top) < SAME_HEIGHT || fabs(other->bottom - here.bottom) < SAME_HEIGHT) {
            hits++;
            previous = other->page;
        }
    }
    return hits >= MIN(3, (int)finder->lines->sheets->len) && hits >= 2 && hits >= SHARE * (last - first + 1);
}

/* A heading that happens to begin several pages ("Beslut") stands elsewhere too; furniture does not. */
static bool keeps_its_height(const GArray *seen, Sighting here)
{
    guint elsewhere = 0;
    for (guint i = 0; i < seen->len; i++) {
        const Sighting *other = &g_array_index(seen, Sighting, i);
        elsewhere +=
            fabs(other->top - here.top) >= SAME_HEIGHT && fabs(other->bottom - here.bottom) >= SAME_HEIGHT;
    }
    return elsewhere * 3 <= seen->len;
}

/* True when `key` stands at this height on most pages around it, before it or after it: heads change where
 * another part of the document begins. */
static bool repeats(const Finder *finder, const char *key, Sighting here)
{
    const GArray *seen = g_hash_table_lookup(finder->sightings, key);
    if (seen && !keeps_its_height(seen, here))
        return false;
    if (seen && finder->strict)
        return repeats_between(finder, seen, here, 1, (int)finder->lines->sheets->len);
    return seen && (repeats_between(finder, seen, here, here.page - WINDOW, here.page + WINDOW) ||
                    repeats_between(finder, seen, here, here.page - WINDOW, here.page) ||
                    repeats_between(finder, seen, here, here.page, here.page + WINDOW));
}

/* "3", "3 (12)", "3/12", "Sida 3 av 12" and nothing else. */
static bool is_page_number(const char *text)
{
    static GRegex *regex;
    if (g_once_init_enter(&regex)) {
        GRegex *compiled =
            g_regex_new("^(sid(a|an|nr)?\\.?\\s*)?\\d{1,4}\\s*(\\(\\s*\\d{1,4}\\s*\\)|(/|av)\\s*\\d{1,4})?$",
                        G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, NULL);
        g_once_init_leave(&regex, compiled);
    }
    return g_regex_match(regex, text, 0, NULL);
}

static bool is_word_of(const Finder *finder, WordList list, const char *text)
{
    return profile_prefix(finder->profile, list, text, NULL) != NULL;
}

/* Why a part is furniture; DROP_NONE when it is not. */
static DropReason reason_of_part(const Finder *finder, const Line *line, const Part *part)
{
    const char *text = part->text.s;
    if (is_word_of(finder, WORDS_OVERLAY, text))
        return DROP_OVERLAY;
    if (is_word_of(finder, WORDS_SIGNATURE, text) && strlen(text) < 60)
        return DROP_SIGNATURE;
    /* A heading of a section may begin many pages at one height; it is never furniture. */
    if (profile_meaning(finder->profile, WORDS_SECTION, text))
        return DROP_NONE;
    Sighting here = sighting_of(finder->lines, line);
    g_autofree char *number = page_number_key(text, line->page);
    if (number && repeats(finder, number, here))
        return is_page_number(text) ? DROP_PAGE_NUMBER : DROP_HEAD;
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
    for (guint i = 0; i < line->parts->len; i++) {
        const Part *part = &g_array_index(line->parts, Part, i);
        DropReason of_part = reason_of_part(finder, line, part);
        all += strlen(part->text.s);
        furniture += of_part ? strlen(part->text.s) : 0;
        reason = i == 0 || of_part > reason ? of_part : reason;
        if (of_part == DROP_PAGE_NUMBER && line->parts->len > 1)
            reason = MAX(DROP_HEAD, reason == DROP_PAGE_NUMBER ? DROP_HEAD : reason);
    }
    return furniture * 2 > all ? reason : DROP_NONE;
}

/* ---- the facts of what is dropped ---- */

static bool has_date(const char *text)
{
    static GRegex *regex;
    if (g_once_init_enter(&regex)) {
        GRegex *compiled = g_regex_new("\\b(19|20)\\d\\d-\\d\\d-\\d\\d\\b|\\b\\d{1,2}[./ "
                                       "]\\s?([a-z]{3,9}|\\d{1,2})[./ ]\\s?(19|20)\\d\\d\\b",
                                       G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, NULL);
        g_once_init_leave(&regex, compiled);
    }
    return g_regex_match(regex, text, 0, NULL);
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
        for (guint f = 0; f < finder->lines->furniture->len; f++) {
            Furniture *kept = &g_array_index(finder->lines->furniture, Furniture, f);
            if (strcmp(kept->text, above->text.s) == 0)
                return kept;
        }
    }
    return NULL;
}

static void keep_facts(Finder *finder, guint line_index, GHashTable *kept)
{
    Lines *lines = finder->lines;
    const Line *line = &g_array_index(lines->lines, Line, line_index);
    for (guint i = 0; i < line->parts->len; i++) {
        const Part *part = &g_array_index(line->parts, Part, i);
        if (*part->text.s == '\0')
            continue;
        char *number = is_page_number(part->text.s) ? page_number_key(part->text.s, line->page) : NULL;
        if (!g_hash_table_add(kept, number ? number : g_strdup(part->text.s)))
            continue;
        Furniture *above = begun_above(finder, line_index, part);
        if (above) {
            g_autofree char *whole = g_strconcat(above->text, " ", part->text.s, NULL);
            above->text = g_string_chunk_insert(lines->chunk, whole);
            continue;
        }
        Furniture piece = {
            g_string_chunk_insert_const(lines->chunk, kind_of(finder, line_index, part, line->drop)),
            line->page, part->text.s};
        g_array_append_val(lines->furniture, piece);
    }
}

/* ---- what is dropped without repeating ---- */

/* The page number that a line of two or more parts ends in, or 0. */
static int last_number(const Line *line)
{
    const char *s = g_array_index(line->parts, Part, line->parts->len - 1).text.s;
    return line->parts->len > 1 && strspn(s, "0123456789") == strlen(s) && strlen(s) < 4 ? atoi(s) : 0;
}

/* "Val av justerare ......... 4": a line of a table of contents. */
static bool is_contents_line(const Line *line)
{
    const Part *last = &g_array_index(line->parts, Part, line->parts->len - 1);
    gsize length = strlen(last->text.s);
    if (!length || !g_ascii_isdigit(last->text.s[length - 1]))
        return false;
    g_autofree char *text = line_text(line);
    const char *leader = strstr(text, "....");
    return leader && strspn(leader, ". 0123456789") == strlen(leader);
}

/* "Ny linje genom  5" / "staden ..........": the second half of a title whose number stands on the line
 * above. A line to sign on looks like it, but no contents stand above that. */
static bool is_rest_of_contents(const Line *line)
{
    const Part *last = &g_array_index(line->parts, Part, line->parts->len - 1);
    return g_str_has_suffix(last->text.s, "........") && line[-1].page == line->page &&
           last_number(&line[-1]) > 0;
}

/* True when the first part of line `i` stands as a line of its own further on: the heading it lists. */
static bool is_listed(const Lines *lines, guint i)
{
    const char *text = g_array_index(g_array_index(lines->lines, Line, i).parts, Part, 0).text.s;
    for (guint j = i + 1; j < lines->lines->len; j++) {
        const Line *line = &g_array_index(lines->lines, Line, j);
        g_autofree char *other = line->drop ? NULL : line_text(line);
        if (other && last_number(line) == 0 && g_str_has_prefix(text, other) &&
            strlen(other) * 2 > strlen(text))
            return true;
    }
    return false;
}

/* A table of contents without leaders: lines that end in page numbers which never fall, for most of which the
 * heading is found further on. Returns how many lines from `i` on are such. */
static guint contents_at(const Lines *lines, guint i)
{
    enum { FEWEST = 3 };
    int before = 0;
    guint n = 0, listed = 0;
    for (; i + n < lines->lines->len; n++) {
        const Line *line = &g_array_index(lines->lines, Line, i + n);
        int number = line->drop ? 0 : last_number(line);
        if (number < MAX(before, 1) || number > (int)lines->sheets->len + 2)
            break;
        before = number;
    }
    for (guint k = 0; n >= FEWEST && k < n; k++)
        listed += is_listed(lines, i + k);
    return n >= FEWEST && listed * 3 >= n * 2 ? n : 0;
}

static bool heads_contents(const Line *line)
{
    static const char *const headings[] = {"innehåll",     "innehållsförteckning", "ärendelista",
                                           "ärenden sida", "ärendeförteckning",    "paragrafer",
                                           "ärenden",      "ärende sida"};
    g_autofree char *text = line_text(line);
    g_autofree char *key = text_key(text);
    for (gsize i = 0; i < G_N_ELEMENTS(headings); i++)
        if (strcmp(key, headings[i]) == 0)
            return true;
    return false;
}

static void drop_contents(Lines *lines)
{
    for (guint i = 0; i < lines->lines->len; i++) {
        Line *line = &g_array_index(lines->lines, Line, i);
        if (line->drop)
            continue;
        if (is_contents_line(line) || (i > 0 && is_rest_of_contents(line)))
            line->drop = DROP_CONTENTS;
        for (guint n = line->drop || line->parts->len < 2 ? 0 : contents_at(lines, i); n > 0; n--)
            line[n - 1].drop = DROP_CONTENTS;
    }
    /* A title too long for its line: its first half stands between two lines of the table. */
    for (guint i = 1; i + 1 < lines->lines->len; i++) {
        Line *line = &g_array_index(lines->lines, Line, i);
        if (!line->drop && line[-1].drop == DROP_CONTENTS && line[1].drop == DROP_CONTENTS &&
            line[1].page == line->page)
            line->drop = DROP_CONTENTS;
        if (!line->drop && line[1].drop == DROP_CONTENTS && line[1].page == line->page &&
            heads_contents(line))
            line->drop = DROP_CONTENTS;
    }
}

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
        if (!reason_at_edge(finder, line, DROP_HEAD))
            return n;
        *beyond = !line->vertical &&
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
    Finder finder = {
        .lines = lines,
        .profile = profile,
        .sightings = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_array_unref)};
    for (guint i = 0; i < lines->lines->len; i++) {
        const Line *line = &g_array_index(lines->lines, Line, i);
        for (guint p = 0; p < line->parts->len; p++) {
            const char *text = g_array_index(line->parts, Part, p).text.s;
            g_autofree char *number = page_number_key(text, line->page);
            see(&finder, text, sighting_of(lines, line));
            if (number)
                see(&finder, number, sighting_of(lines, line));
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
    drop_contents(lines);
    g_hash_table_unref(finder.sightings);
}
