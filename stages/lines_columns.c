/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Columns: lines set side by side that a person reads one column after the other. */
#include <math.h>
#include <string.h>

#include "lines_parts.h"

/* A right column begins at one edge, give or take this many points. */
static const double SAME_EDGE = 4;
/* Fewer lines than these on either side are a row of labels, not columns. */
enum { MIN_LINES = 4, MIN_BOTH = 2 };
/* No column of a page has more. */
enum { MOST_LINES = 500 };
/* Lines further apart than this many line heights end a region. */
static const double BREAK = 1.5;

/* Consecutive lines of one page that no text crosses at `edge`, the left edge of the right column. */
typedef struct {
    guint first, end; /* indices of lines; `end` is the one after */
    double edge;
    guint left, right, both; /* lines with text on that side */
} Region;

static Line *line_at(const GArray *lines, guint i)
{
    return &g_array_index(lines, Line, i);
}

static const Part *part_of(const Line *line)
{
    return &g_array_index(line->parts, Part, 0);
}

/* True when no part of `line` lies across `edge`. */
static bool keeps_clear(const Line *line, double edge)
{
    for (guint i = 0; i < line->parts->len; i++) {
        const Part *part = &g_array_index(line->parts, Part, i);
        if (part->x0 < edge - SAME_EDGE && part->x1 > edge - SAME_EDGE)
            return false;
    }
    return true;
}

/* True for a line on the left alone that heads a list of its own: what stood in columns above it ends there.
 */
static bool heads_next_list(const Profile *profile, const Line *line, double edge)
{
    if (line->parts->len > 1 || line->box.x1 > edge)
        return false;
    return part_of(line)->bold || profile_meaning(profile, WORDS_ATTENDANCE, part_of(line)->text.s);
}

static Region region_around(const GArray *lines, const Profile *profile, guint i, double edge)
{
    Region region = {.first = i, .end = i, .edge = edge};
    int column = line_at(lines, i)->column;
    const Line *before = NULL;
    for (; region.end < MIN(lines->len, i + MOST_LINES); region.end++) {
        const Line *line = line_at(lines, region.end);
        if (line->drop)
            continue;
        if (line->column != column || !keeps_clear(line, edge) ||
            (before && line->baseline - before->baseline > BREAK * 1.2 * part_of(line)->size))
            break;
        if (region.both && heads_next_list(profile, line, edge))
            break;
        before = line;
        bool left = line->box.x0<edge - SAME_EDGE, right = line->box.x1> edge;
        region.left += left;
        region.right += right;
        region.both += left && right;
    }
    return region;
}

/* "Eva Berg (S)", "Eva Berg (S), ordförande": a name and a party in parentheses. */
static bool is_person(const char *s)
{
    const char *open = strchr(s, '(');
    return open && open > s + 4 && g_unichar_isupper(g_utf8_get_char(s)) && strchr(open, ')') &&
           open - s < 60;
}

/* What stands on one side of a region. */
typedef struct {
    guint parts, people, full;
    guint persons; /* of people: all but the headings of their lists */
} Side;

static void look_at(const GArray *lines, const Profile *profile, const Region *region, Side sides[2])
{
    double width[2] = {0, 0};
    for (int pass = 0; pass < 2; pass++) {
        for (guint i = region->first; i < region->end; i++) {
            const Line *line = line_at(lines, i);
            for (guint p = 0; !line->drop && p < line->parts->len; p++) {
                const Part *part = &g_array_index(line->parts, Part, p);
                int side = part->x0 >= region->edge - SAME_EDGE;
                if (pass == 0) {
                    width[side] = MAX(width[side], part->x1 - part->x0);
                    continue;
                }
                sides[side].parts++;
                sides[side].persons += is_person(part->text.s);
                sides[side].people += is_person(part->text.s) ||
                                      profile_meaning(profile, WORDS_ATTENDANCE, part->text.s) != NULL;
                sides[side].full += part->x1 - part->x0 > 0.8 * width[side] && strlen(part->text.s) > 25;
            }
        }
    }
}

/* "Ledamöter" beside "Ersättare": both sides are headed as lists of people. */
static bool is_headed(const GArray *lines, const Profile *profile, const Region *region)
{
    const Line *first = line_at(lines, region->first);
    return first->parts->len == 2 && profile_meaning(profile, WORDS_ATTENDANCE, part_of(first)->text.s) &&
           profile_meaning(profile, WORDS_ATTENDANCE, g_array_index(first->parts, Part, 1).text.s);
}

/* Lists of people side by side, or prose that fills both columns: anything else side by side is a table or
 * labels with their values, which are read row by row. */
static bool is_columns(const GArray *lines, const Profile *profile, const Region *region)
{
    if (is_headed(lines, profile, region) && region->left > 1 && region->right > 1)
        return true;
    if (region->left < MIN_LINES || region->right < MIN_BOTH || region->both < MIN_BOTH)
        return false;
    Side sides[2] = {0};
    look_at(lines, profile, region, sides);
    bool people = true, prose = region->both >= MIN_LINES;
    for (int s = 0; s < 2; s++) {
        people &=
            sides[s].people >= MIN_BOTH && sides[s].people * 10 >= sides[s].parts * 6 && sides[s].persons > 0;
        prose &= sides[s].full * 10 >= sides[s].parts * 6;
    }
    return people || prose;
}

/* The half of `line` on one side of `edge`, as a line of its own; without parts when there is none. */
static Line half_of(const Line *line, double edge, bool right, int column)
{
    Line half = *line;
    half.column = column;
    half.parts = g_array_new(FALSE, TRUE, sizeof(Part));
    half.box.x0 = G_MAXDOUBLE;
    half.box.x1 = 0;
    for (guint i = 0; i < line->parts->len; i++) {
        Part part = g_array_index(line->parts, Part, i);
        if ((part.x0 >= edge - SAME_EDGE) != right)
            continue;
        half.box.x0 = MIN(half.box.x0, part.x0);
        half.box.x1 = MAX(half.box.x1, part.x1);
        g_array_append_val(half.parts, part); /* its marks go along */
    }
    return half;
}

static void set_in_columns(GArray *lines, const Region *region)
{
    g_autoptr(GArray) ordered = g_array_new(FALSE, TRUE, sizeof(Line));
    int column = line_at(lines, region->first)->column;
    for (int side = 0; side < 2; side++) {
        for (guint i = region->first; i < region->end; i++) {
            const Line *line = line_at(lines, i);
            if (line->drop) {
                if (side == 0)
                    g_array_append_vals(ordered, line, 1);
                continue;
            }
            Line half = half_of(line, region->edge, side, MAX(column, 1) + side);
            if (half.parts->len)
                g_array_append_val(ordered, half);
            else
                g_array_unref(half.parts);
        }
    }
    for (guint i = region->first; i < region->end; i++)
        if (!line_at(lines, i)->drop)
            g_array_unref(line_at(lines, i)->parts);
    g_array_remove_range(lines, region->first, region->end - region->first);
    g_array_insert_vals(lines, region->first, ordered->data, ordered->len);
}

/* Orders the lines of one page. */
static void order_page(GArray *lines, const Profile *profile)
{
    for (guint i = 0; i < lines->len; i++) {
        const Line *line = line_at(lines, i);
        if (line->drop || line->parts->len < 2)
            continue;
        /* Begin with the lines above that keep clear of the edge too: the first person of a column may stand
         * beside nothing. */
        double edge = g_array_index(line->parts, Part, 1).x0;
        Region region = region_around(lines, profile, i, edge);
        if (is_columns(lines, profile, &region))
            set_in_columns(lines, &region); /* the right column may hold columns again: met as `i` goes on */
    }
}

void lines_order_columns(Lines *lines, const Profile *profile)
{
    GArray *ordered = g_array_sized_new(FALSE, TRUE, sizeof(Line), lines->lines->len);
    g_autoptr(GArray) page = g_array_new(FALSE, TRUE, sizeof(Line));
    for (guint i = 0; i < lines->lines->len; i++) {
        const Line *line = line_at(lines->lines, i);
        g_array_append_vals(page, line, 1);
        if (i + 1 < lines->lines->len && line[1].page == line->page)
            continue;
        order_page(page, profile);
        g_array_append_vals(ordered, page->data, page->len);
        g_array_set_size(page, 0);
    }
    g_array_unref(lines->lines);
    lines->lines = ordered;
}
