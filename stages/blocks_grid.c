/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Grids: ruled lines that touch are one table; its edges are where they stand, its cells what they enclose.
 */
#include "blocks_grid.h"

#include <math.h>
#include <string.h>

/* Lines nearer than this touch, and edges nearer than this are one, points: corners drawn by word
 * processors leave gaps of up to a line's width. */
static const double TOUCH = 4;
/* No table of minutes has more places for cells on a page. */
enum { MOST_PLACES = 250000 };

static bool touches(const Box *a, const Box *b)
{
    return a->x0 - TOUCH <= b->x1 && b->x0 - TOUCH <= a->x1 && a->y0 - TOUCH <= b->y1 &&
           b->y0 - TOUCH <= a->y1;
}

static int by_number(gconstpointer a, gconstpointer b)
{
    guint x = *(const guint *)a, y = *(const guint *)b;
    return x < y ? -1 : x > y;
}

/* Takes from `rest`, indices of rules, its first and all that touch it, by one another; in order. The rest
 * stays in order. */
static GArray *take_touching(const GArray *rules, GArray *rest)
{
    GArray *taken = g_array_new(FALSE, FALSE, sizeof(guint));
    g_array_append_val(taken, g_array_index(rest, guint, 0));
    g_array_remove_index(rest, 0);
    for (guint at = 0; at < taken->len && rest->len; at++) {
        const Box *box = &g_array_index(rules, Rule, g_array_index(taken, guint, at)).box;
        guint kept = 0;
        for (guint i = 0; i < rest->len; i++) {
            guint other = g_array_index(rest, guint, i);
            if (touches(box, &g_array_index(rules, Rule, other).box))
                g_array_append_val(taken, other);
            else
                g_array_index(rest, guint, kept++) = other;
        }
        g_array_set_size(rest, kept);
    }
    g_array_sort(taken, by_number);
    return taken;
}

static void add_edge(GArray *edges, double at)
{
    guint i = 0;
    for (; i < edges->len && g_array_index(edges, double, i) < at - TOUCH; i++)
        ;
    if (i < edges->len && g_array_index(edges, double, i) <= at + TOUCH)
        return;
    g_array_insert_val(edges, i, at);
}

static bool is_down(const Rule *rule)
{
    return rule->box.x0 == rule->box.x1;
}

static double edge(const GArray *edges, guint i)
{
    return g_array_index(edges, double, i);
}

/* Which places of a grid are ruled off from the one to their right, or from the one below. */
typedef struct {
    guint columns, rows;
    bool *right, *below;
} Ruling;

/* The first of the ascending `edges` that is not below `at`. */
static guint first_edge(const GArray *edges, double at)
{
    guint first = 0, end = edges->len;
    while (first < end) {
        guint middle = (first + end) / 2;
        if (edge(edges, middle) < at)
            first = middle + 1;
        else
            end = middle;
    }
    return first;
}

/* Notes a line along every edge near it, past every place whose middle it passes. */
static void note_rule(const Grid *grid, const Rule *rule, Ruling *ruling)
{
    bool down = is_down(rule);
    const GArray *across = down ? grid->xs : grid->ys, *along = down ? grid->ys : grid->xs;
    double at = down ? rule->box.x0 : rule->box.y0;
    double from = down ? rule->box.y0 : rule->box.x0, to = down ? rule->box.y1 : rule->box.x1;
    guint first = first_edge(along, from - TOUCH);
    for (guint e = first_edge(across, at - TOUCH); e < across->len && edge(across, e) <= at + TOUCH; e++) {
        for (guint p = first ? first - 1 : 0; e > 0 && p + 1 < along->len; p++) {
            double middle = (edge(along, p) + edge(along, p + 1)) / 2;
            if (middle > to + TOUCH)
                break;
            if (middle < from - TOUCH)
                continue;
            if (down)
                ruling->right[p * ruling->columns + e - 1] = true;
            else
                ruling->below[(e - 1) * ruling->columns + p] = true;
        }
    }
}

/* Joins places between which nothing is ruled into cells, from the top left. */
static void join_places(Grid *grid, const Ruling *ruling)
{
    guint columns = ruling->columns, rows = ruling->rows;
    g_array_set_size(grid->places, columns * rows);
    int *places = (int *)(gpointer)grid->places->data;
    for (guint i = 0; i < columns * rows; i++)
        places[i] = -1;
    for (guint r = 0; r < rows; r++) {
        for (guint c = 0; c < columns; c++) {
            if (places[r * columns + c] >= 0)
                continue;
            GridCell cell = {r, c, 1, 1};
            while (c + cell.columns < columns && places[r * columns + c + cell.columns] < 0 &&
                   !ruling->right[r * columns + c + cell.columns - 1])
                cell.columns++;
            for (bool open = true; open && r + cell.rows < rows;) {
                for (guint k = c; k < c + cell.columns && open; k++)
                    open = !ruling->below[(r + cell.rows - 1) * columns + k];
                cell.rows += open;
            }
            for (guint i = r; i < r + cell.rows; i++)
                for (guint k = c; k < c + cell.columns; k++)
                    places[i * columns + k] = (int)grid->cells->len;
            g_array_append_val(grid->cells, cell);
        }
    }
}

static void find_cells(Grid *grid, const GArray *rules, const GArray *of)
{
    Ruling ruling = {.columns = grid->xs->len - 1, .rows = grid->ys->len - 1};
    gsize places = (gsize)ruling.columns * ruling.rows;
    if (places > MOST_PLACES)
        return;
    ruling.right = g_new0(bool, places);
    ruling.below = g_new0(bool, places);
    for (guint i = 0; i < of->len; i++)
        note_rule(grid, &g_array_index(rules, Rule, g_array_index(of, guint, i)), &ruling);
    join_places(grid, &ruling);
    g_free(ruling.right);
    g_free(ruling.below);
}

/* The grid that the rules numbered `of` make. */
static Grid grid_of(const GArray *rules, const GArray *of)
{
    Grid grid = {{G_MAXDOUBLE, G_MAXDOUBLE, 0, 0},
                 g_array_new(FALSE, FALSE, sizeof(double)),
                 g_array_new(FALSE, FALSE, sizeof(double)),
                 g_array_new(FALSE, FALSE, sizeof(GridCell)),
                 g_array_new(FALSE, FALSE, sizeof(int))};
    guint down = 0;
    for (guint i = 0; i < of->len; i++) {
        const Rule *rule = &g_array_index(rules, Rule, g_array_index(of, guint, i));
        const Box *b = &rule->box;
        grid.box = (Box){MIN(grid.box.x0, b->x0), MIN(grid.box.y0, b->y0), MAX(grid.box.x1, b->x1),
                         MAX(grid.box.y1, b->y1)};
        down += is_down(rule);
        add_edge(is_down(rule) ? grid.xs : grid.ys, is_down(rule) ? b->x0 : b->y0);
    }
    /* A table may leave its outer sides unruled. */
    add_edge(grid.xs, grid.box.x0);
    add_edge(grid.xs, grid.box.x1);
    add_edge(grid.ys, grid.box.y0);
    add_edge(grid.ys, grid.box.y1);
    if (down && grid.xs->len > 2 && grid.ys->len > 1)
        find_cells(&grid, rules, of);
    return grid;
}

static void clear_grid(gpointer data)
{
    Grid *grid = data;
    g_array_unref(grid->xs);
    g_array_unref(grid->ys);
    g_array_unref(grid->cells);
    g_array_unref(grid->places);
}

GArray *grids_of(const Sheet *sheet)
{
    GArray *grids = g_array_new(FALSE, FALSE, sizeof(Grid));
    g_array_set_clear_func(grids, clear_grid);
    const GArray *rules = sheet->rules;
    if (!rules)
        return grids;
    g_autoptr(GArray) rest = g_array_new(FALSE, FALSE, sizeof(guint));
    for (guint i = 0; i < rules->len; i++)
        g_array_append_val(rest, i);
    while (rest->len) {
        g_autoptr(GArray) touching = take_touching(rules, rest);
        Grid grid = grid_of(rules, touching);
        if (grid.cells->len < 2)
            clear_grid(&grid);
        else
            g_array_append_val(grids, grid);
    }
    return grids;
}

void grids_free(GArray *grids)
{
    g_array_unref(grids);
}

int grid_cell_at(const Grid *grid, double x, double y)
{
    if (!grid->cells->len || x < edge(grid->xs, 0) || y < edge(grid->ys, 0) ||
        x > edge(grid->xs, grid->xs->len - 1) || y > edge(grid->ys, grid->ys->len - 1))
        return -1;
    guint column = MAX(first_edge(grid->xs, x), 1) - 1, row = MAX(first_edge(grid->ys, y), 1) - 1;
    return g_array_index(grid->places, int, row *(grid->xs->len - 1) + column);
}
