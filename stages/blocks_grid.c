/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Grids: ruled lines that touch are one table; its edges are where they stand, its cells what they enclose.
 */
#include "blocks_grid.h"

#include <math.h>
#include <string.h>

/* Lines nearer than this touch, and edges nearer than this are one, points: corners drawn by word
 * processors leave gaps of up to a line's width. */
static const double TOUCH = 4;

static bool touches(const Box *a, const Box *b)
{
    return a->x0 - TOUCH <= b->x1 && b->x0 - TOUCH <= a->x1 && a->y0 - TOUCH <= b->y1 &&
           b->y0 - TOUCH <= a->y1;
}

/* Numbers the rules so that all that touch, by one another, have one number. */
static void find_components(const GArray *rules, int *component)
{
    g_autoptr(GArray) queue = g_array_new(FALSE, FALSE, sizeof(guint));
    int next = 0;
    for (guint i = 0; i < rules->len; i++)
        component[i] = -1;
    for (guint i = 0; i < rules->len; i++) {
        if (component[i] >= 0)
            continue;
        component[i] = next++;
        g_array_append_val(queue, i);
        while (queue->len) {
            guint at = g_array_index(queue, guint, queue->len - 1);
            g_array_set_size(queue, queue->len - 1);
            for (guint j = 0; j < rules->len; j++) {
                if (component[j] < 0 &&
                    touches(&g_array_index(rules, Rule, at).box, &g_array_index(rules, Rule, j).box)) {
                    component[j] = component[at];
                    g_array_append_val(queue, j);
                }
            }
        }
    }
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

/* True when a line of this component runs along the edge `at` past the point `middle`. */
static bool is_ruled(const GArray *rules, const int *component, int of, bool down, double at, double middle)
{
    for (guint i = 0; i < rules->len; i++) {
        const Rule *rule = &g_array_index(rules, Rule, i);
        if (component[i] != of || is_down(rule) != down)
            continue;
        const Box *b = &rule->box;
        if (down ? fabs(b->x0 - at) <= TOUCH && b->y0 - TOUCH <= middle && middle <= b->y1 + TOUCH
                 : fabs(b->y0 - at) <= TOUCH && b->x0 - TOUCH <= middle && middle <= b->x1 + TOUCH)
            return true;
    }
    return false;
}

/* Joins places between which nothing is ruled into cells, from the top left. */
static void find_cells(Grid *grid, const GArray *rules, const int *component, int of)
{
    guint columns = grid->xs->len - 1, rows = grid->ys->len - 1;
    g_autofree bool *taken = g_new0(bool, (gsize)columns *rows);
    for (guint r = 0; r < rows; r++) {
        double y = (edge(grid->ys, r) + edge(grid->ys, r + 1)) / 2;
        for (guint c = 0; c < columns; c++) {
            if (taken[r * columns + c])
                continue;
            GridCell cell = {r, c, 1, 1};
            while (c + cell.columns < columns && !taken[r * columns + c + cell.columns] &&
                   !is_ruled(rules, component, of, true, edge(grid->xs, c + cell.columns), y))
                cell.columns++;
            for (bool open = true; open && r + cell.rows < rows;) {
                for (guint k = c; k < c + cell.columns && open; k++)
                    open = !is_ruled(rules, component, of, false, edge(grid->ys, r + cell.rows),
                                     (edge(grid->xs, k) + edge(grid->xs, k + 1)) / 2);
                cell.rows += open;
            }
            for (guint i = r; i < r + cell.rows; i++)
                for (guint k = c; k < c + cell.columns; k++)
                    taken[i * columns + k] = true;
            g_array_append_val(grid->cells, cell);
        }
    }
}

static void add_grid(GArray *grids, const GArray *rules, const int *component, int of)
{
    Grid grid = {{G_MAXDOUBLE, G_MAXDOUBLE, 0, 0},
                 g_array_new(FALSE, FALSE, sizeof(double)),
                 g_array_new(FALSE, FALSE, sizeof(double)),
                 g_array_new(FALSE, FALSE, sizeof(GridCell))};
    guint down = 0;
    for (guint i = 0; i < rules->len; i++) {
        const Rule *rule = &g_array_index(rules, Rule, i);
        if (component[i] != of)
            continue;
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
        find_cells(&grid, rules, component, of);
    g_array_append_val(grids, grid);
}

static void clear_grid(gpointer data)
{
    Grid *grid = data;
    g_array_unref(grid->xs);
    g_array_unref(grid->ys);
    g_array_unref(grid->cells);
}

GArray *grids_of(const Sheet *sheet)
{
    GArray *grids = g_array_new(FALSE, FALSE, sizeof(Grid));
    g_array_set_clear_func(grids, clear_grid);
    const GArray *rules = sheet->rules;
    if (!rules || !rules->len)
        return grids;
    g_autofree int *component = g_new(int, rules->len);
    find_components(rules, component);
    int n = 0;
    for (guint i = 0; i < rules->len; i++)
        n = MAX(n, component[i] + 1);
    for (int i = 0; i < n; i++) {
        add_grid(grids, rules, component, i);
        if (g_array_index(grids, Grid, grids->len - 1).cells->len < 2)
            g_array_set_size(grids, grids->len - 1);
    }
    return grids;
}

void grids_free(GArray *grids)
{
    g_array_unref(grids);
}

int grid_cell_at(const Grid *grid, double x, double y)
{
    for (guint i = 0; i < grid->cells->len; i++) {
        const GridCell *cell = &g_array_index(grid->cells, GridCell, i);
        if (x >= edge(grid->xs, cell->column) && x <= edge(grid->xs, cell->column + cell->columns) &&
            y >= edge(grid->ys, cell->row) && y <= edge(grid->ys, cell->row + cell->rows))
            return (int)i;
    }
    return -1;
}
