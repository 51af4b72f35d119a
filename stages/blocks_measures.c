/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Measures of a document: body size, leading and edges, against which its lines are judged. */
#include <math.h>
#include <string.h>

#include "blocks_parts.h"

/* Lines whose left edges differ by no more are set at one edge, points. */
static const double SAME_LEFT = 2.5;
/* A line that ends this near the right edge is full, as a share of the width. */
static const double NEARLY_FULL = 0.12;
/* A line that leaves this share of its width free was never wrapped there. */
static const double SHORT = 0.35;
/* So many full lines show that text was wrapped at an edge. */
enum { FULL_LINES = 3 };

static const Part *part_of(const Line *line)
{
    return &g_array_index(line->parts, Part, 0);
}

/* The key of a size or distance in a histogram: tenths of a point; never 0. */
static gpointer bucket(double value)
{
    return GINT_TO_POINTER((int)lround(value * 10) + 1);
}

static void count(GHashTable *histogram, double value, guint by)
{
    gpointer key = bucket(value);
    guint n = GPOINTER_TO_UINT(g_hash_table_lookup(histogram, key));
    g_hash_table_insert(histogram, key, GUINT_TO_POINTER(n + by));
}

/* The value counted most; of equals the smaller, so that the answer does not hang on the order of a hash. */
static double most(GHashTable *histogram)
{
    GHashTableIter iter;
    gpointer key, n;
    int best = 0;
    guint best_n = 0;
    g_hash_table_iter_init(&iter, histogram);
    while (g_hash_table_iter_next(&iter, &key, &n)) {
        int value = GPOINTER_TO_INT(key);
        if (GPOINTER_TO_UINT(n) > best_n || (GPOINTER_TO_UINT(n) == best_n && value < best)) {
            best = value;
            best_n = GPOINTER_TO_UINT(n);
        }
    }
    return best_n ? (best - 1) / 10.0 : 0;
}

static void find_body(Measures *measures, const Lines *lines)
{
    g_autoptr(GHashTable) sizes = g_hash_table_new(NULL, NULL);
    g_autoptr(GHashTable) lefts = g_hash_table_new(NULL, NULL);
    for (guint i = 0; i < lines->lines->len; i++) {
        const Line *line = &g_array_index(lines->lines, Line, i);
        for (guint p = 0; !line->drop && p < line->parts->len; p++) {
            const Part *part = &g_array_index(line->parts, Part, p);
            count(sizes, part->size, (guint)strlen(part->text.s));
        }
    }
    measures->body_size = most(sizes);
    for (guint i = 0; i < lines->lines->len; i++) {
        const Line *line = &g_array_index(lines->lines, Line, i);
        if (line->drop)
            continue;
        const Part *last = &g_array_index(line->parts, Part, line->parts->len - 1);
        if (fabs(last->size - measures->body_size) < 0.3)
            count(lefts, last->x0, (guint)strlen(last->text.s));
    }
    measures->body_left = most(lefts);
}

/* The leading of a size is the smallest distance that many of its lines keep: lines of one paragraph lie
 * closer than anything else does, but where every line is a paragraph of its own another distance may be
 * commoner. */
static void find_leadings(Measures *measures, const Lines *lines)
{
    measures->leadings = g_hash_table_new(NULL, NULL);
    g_autoptr(GHashTable) by_size =
        g_hash_table_new_full(NULL, NULL, NULL, (GDestroyNotify)g_hash_table_unref);
    const Line *previous = NULL;
    for (guint i = 0; i < lines->lines->len; i++) {
        const Line *line = &g_array_index(lines->lines, Line, i);
        if (line->drop)
            continue;
        const Part *part = part_of(line);
        if (previous && previous->page == line->page && part_of(previous)->size == part->size) {
            double distance = line->baseline - previous->baseline;
            if (distance > 0.9 * part->size && distance < 2.2 * part->size) {
                GHashTable *distances = g_hash_table_lookup(by_size, bucket(part->size));
                if (!distances) {
                    distances = g_hash_table_new(NULL, NULL);
                    g_hash_table_insert(by_size, bucket(part->size), distances);
                }
                count(distances, distance, 1);
            }
        }
        previous = line;
    }
    GHashTableIter iter, inner;
    gpointer size, distances, key, n;
    g_hash_table_iter_init(&iter, by_size);
    while (g_hash_table_iter_next(&iter, &size, &distances)) {
        guint top = GPOINTER_TO_UINT(g_hash_table_lookup(distances, bucket(most(distances))));
        int smallest = G_MAXINT;
        g_hash_table_iter_init(&inner, distances);
        while (g_hash_table_iter_next(&inner, &key, &n))
            if (GPOINTER_TO_UINT(n) * 4 >= top && GPOINTER_TO_INT(key) < smallest)
                smallest = GPOINTER_TO_INT(key);
        g_hash_table_insert(measures->leadings, size, GINT_TO_POINTER(smallest));
    }
}

static Edge *edge_at(Measures *measures, double left)
{
    for (guint i = 0; i < measures->edges->len; i++) {
        Edge *edge = &g_array_index(measures->edges, Edge, i);
        if (fabs(edge->left - left) <= SAME_LEFT)
            return edge;
    }
    return NULL;
}

static void find_edges(Measures *measures, const Lines *lines)
{
    measures->edges = g_array_new(FALSE, TRUE, sizeof(Edge));
    for (int pass = 0; pass < 2; pass++) {
        for (guint i = 0; i < lines->lines->len; i++) {
            const Line *line = &g_array_index(lines->lines, Line, i);
            if (line->drop)
                continue;
            const Part *part = &g_array_index(line->parts, Part, line->parts->len - 1);
            if (fabs(part->size - measures->body_size) > 0.3)
                continue;
            Edge *edge = edge_at(measures, part->x0);
            if (pass == 0) {
                Edge fresh = {.left = part->x0, .right = part->x1};
                if (edge)
                    edge->right = MAX(edge->right, part->x1);
                else
                    g_array_append_val(measures->edges, fresh);
            } else if (edge) {
                edge->lines++;
                edge->full += part->x1 > edge->right - NEARLY_FULL * (edge->right - edge->left);
            }
        }
    }
}

/* Whether a paragraph goes on over a page's end cannot be seen when the last line is full and ends a
 * sentence. What such lines do inside pages, where the space after them shows, says what is likelier in this
 * document. */
static void find_habit(Measures *measures, const Lines *lines)
{
    int balance = 0;
    for (guint i = 0; i + 1 < lines->lines->len; i++) {
        const Line *line = &g_array_index(lines->lines, Line, i);
        if (line->drop || line[1].drop || line->parts->len > 1 || line[1].parts->len > 1 ||
            line->page != line[1].page || line->column != line[1].column)
            continue;
        Stretch last = {line, part_of(line)}, next = {line + 1, part_of(line + 1)};
        double distance = (line[1].baseline - line->baseline) / measures_leading(measures, next.part->size);
        const Sheet *sheet = lines_sheet(lines, line->page);
        if (!g_str_has_suffix(last.part->text.s, ".") || last.part->size != next.part->size ||
            fabs(last.part->x0 - next.part->x0) > SAME_LEFT || distance > 3 || distance < 0.8 ||
            !g_unichar_isupper(g_utf8_get_char(next.part->text.s)) ||
            measures_had_room(measures, sheet, &last, &next))
            continue;
        balance += distance < 1.22 ? 1 : -1;
    }
    measures->full_ends_run_on = balance >= 0;
}

void measures_init(Measures *measures, const Lines *lines)
{
    find_body(measures, lines);
    find_leadings(measures, lines);
    find_edges(measures, lines);
    find_habit(measures, lines);
}

void measures_clear(Measures *measures)
{
    g_hash_table_unref(measures->leadings);
    g_array_unref(measures->edges);
}

double measures_leading(const Measures *measures, double size)
{
    gpointer found = g_hash_table_lookup(measures->leadings, bucket(size));
    return found ? (GPOINTER_TO_INT(found) - 1) / 10.0 : 1.2 * size;
}

/* Lines at an edge of their own (a quotation set in from both sides) end at an edge of their own, if enough
 * of them are full to show it; else they end where the page's text does. */
double measures_right(const Measures *measures, const Sheet *sheet, double left)
{
    for (guint i = 0; i < measures->edges->len; i++) {
        const Edge *edge = &g_array_index(measures->edges, Edge, i);
        if (fabs(edge->left - left) <= SAME_LEFT && edge->full >= FULL_LINES && edge->full * 3 >= edge->lines)
            return edge->right;
    }
    return sheet->right;
}

/* Words that are not parted from the next one: word processors hold "den 3 mars 2024", "kl. 9", "§ 12" and
 * "15 mkr" together with blanks that do not break. */
static const char *const binders[] = {"den", "§",  "§§",   "kl.",  "kl", "klockan", "nr",
                                      "dnr", "AB", "mom.", "kap.", "ca", "s."};

/* The bytes of `text` that go together to the next line. */
static gsize first_unit(const char *text)
{
    const char *p = text;
    for (int words = 0; words < 4; words++) {
        gsize length = strcspn(p, " ");
        bool binds = length && strspn(p, "0123456789.,:-") >= length;
        for (gsize i = 0; i < G_N_ELEMENTS(binders) && !binds; i++)
            binds = strlen(binders[i]) == length && strncmp(p, binders[i], length) == 0;
        p += length;
        if (!binds || !*p)
            break;
        p++;
    }
    return (gsize)(p - text) - (p > text && p[-1] == ' ');
}

/* The width of `length` bytes of `text` in the usual proportions of letters; only ratios of it have a
 * meaning. */
static double relative_width(const char *text, gsize length)
{
    static const double narrow = 0.6, wide = 1.4;
    double width = 0;
    for (const char *p = text; p < text + length; p = g_utf8_next_char(p)) {
        switch (*p) {
        case 'i':
        case 'l':
        case 'j':
        case 't':
        case 'f':
        case 'r':
        case '.':
        case ',':
        case ':':
        case ';':
        case '\'':
        case '!':
        case '|':
        case '(':
        case ')':
        case '[':
        case ']':
        case '-':
        case ' ':
            width += narrow;
            break;
        case 'm':
        case 'w':
            width += wide;
            break;
        default:
            width += (guchar)*p < 0x80                       ? g_ascii_isupper(*p) ? wide : 1
                     : g_unichar_isupper(g_utf8_get_char(p)) ? wide
                                                             : 1;
        }
    }
    return width;
}

double measures_first_word(const Part *last, const Part *next)
{
    const char *text = next->text.s;
    double all = relative_width(text, strlen(text));
    if (all <= 0)
        return G_MAXDOUBLE / 2;
    double unit = relative_width(text, first_unit(text)) / all * (next->x1 - next->x0);
    /* The estimate may be short by a twentieth, so ask for that much more. */
    return 0.25 * last->size + 1.05 * unit;
}

bool measures_had_room(const Measures *measures, const Sheet *sheet, const Stretch *last, const Stretch *next)
{
    return last->part->x1 + measures_first_word(last->part, next->part) <
           measures_right(measures, sheet, last->part->x0) - 1;
}

bool measures_is_short(const Measures *measures, const Sheet *sheet, const Stretch *last)
{
    double right = measures_right(measures, sheet, last->part->x0);
    return right - last->part->x1 > SHORT * (right - last->part->x0);
}
