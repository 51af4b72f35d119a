/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables: the text inside ruled grids, and tables put together again over pages. */
#include <math.h>
#include <string.h>

#include "blocks_grid.h"
#include "blocks_parts.h"

/* Edges of one table on two pages differ by no more, points. */
static const double SAME_EDGE = 8;

static Row *row_at(const Block *table, guint i)
{
    return &g_array_index(table->rows, Row, i);
}

static Cell *cell_at(const Row *row, guint i)
{
    return &g_array_index(row->cells, Cell, i);
}

static void free_row(Row *row)
{
    for (guint i = 0; i < row->cells->len; i++)
        text_clear(&cell_at(row, i)->text);
    g_array_unref(row->cells);
}

/* ---- ruled tables ---- */

static double middle_x(const Part *part)
{
    return (part->x0 + part->x1) / 2;
}

/* The height at which a line is asked for its cell: above its baseline, so that descenders do not count. */
static double middle_y(const Line *line)
{
    return (line->box.y0 + line->box.y1) / 2;
}

static const Grid *grid_of_line(Builder *builder, const Line *line)
{
    if (builder->grid_page != line->page) {
        g_clear_pointer(&builder->grids, grids_free);
        builder->grids = grids_of(lines_sheet(builder->lines, line->page));
        builder->grid_page = line->page;
    }
    for (guint i = 0; i < builder->grids->len; i++) {
        const Grid *grid = &g_array_index(builder->grids, Grid, i);
        if (grid_cell_at(grid, middle_x(&g_array_index(line->parts, Part, 0)), middle_y(line)) >= 0)
            return grid;
    }
    return NULL;
}

/* What the lines put into one cell. */
typedef struct {
    TextBuilder text;
    RunOn run_on;
    bool bold;
    Stretch last;
} CellText;

/* The space that a cell keeps free at its right side, points. */
static const double PADDING = 4;

/* True when the first word of `next` would have fitted on the line above it in its cell. */
static bool had_room_in_cell(const Grid *grid, int at, const Stretch *last, const Part *next)
{
    const GridCell *cell = &g_array_index(grid->cells, GridCell, MAX(at, 0));
    double right = g_array_index(grid->xs, double, cell->column + cell->columns) - PADDING;
    return last->part->run_on == RUN_ON_SPACE &&
           last->part->x1 + measures_first_word(last->part, next) < right;
}

static guint fill_cells(Builder *builder, guint i, const Grid *grid, CellText *texts)
{
    const GArray *lines = builder->lines->lines;
    int page = g_array_index(lines, Line, i).page;
    for (; i < lines->len; i++) {
        const Line *line = &g_array_index(lines, Line, i);
        if (line->drop || line->page != page || grid_of_line(builder, line) != grid)
            break;
        for (guint p = 0; p < line->parts->len; p++) {
            const Part *part = &g_array_index(line->parts, Part, p);
            int at = grid_cell_at(grid, middle_x(part), middle_y(line));
            CellText *cell = &texts[MAX(at, 0)];
            if (!cell->text.s) {
                text_builder_begin(&cell->text);
                cell->bold = true;
            }
            if (cell->last.part && cell->last.line != line && had_room_in_cell(grid, at, &cell->last, part))
                flow_break_line(&cell->text);
            flow_append(&cell->text, &part->text, cell->run_on);
            cell->run_on = part->run_on;
            cell->bold &= part->bold;
            cell->last = (Stretch){line, part};
        }
    }
    return i;
}

/* A header row is bold all through. */
static bool first_row_is_bold(const Grid *grid, const CellText *texts)
{
    bool any = false;
    for (guint i = 0; i < grid->cells->len; i++) {
        if (g_array_index(grid->cells, GridCell, i).row > 0)
            break;
        if (texts[i].text.s && !texts[i].bold)
            return false;
        any |= texts[i].text.s != NULL;
    }
    return any;
}

/* ---- labels and values in a grid ---- */

/* True for a table of two columns whose first holds labels that the profile knows, most of them: the form on
 * the front page of minutes ("Plats och tid", "Beslutande"), which is read as labels and values, ruled or
 * not. */
static bool is_form(const Builder *builder, const Block *table)
{
    guint labels = 0, known = 0;
    for (guint r = 0; r < table->rows->len; r++) {
        const Row *row = row_at(table, r);
        if (row->cells->len != 2 || cell_at(row, 0)->columns > 1 || cell_at(row, 1)->columns > 1)
            return false;
        const char *label = cell_at(row, 0)->text.s;
        labels += label != NULL;
        known += label && (profile_prefix(builder->profile, WORDS_LABEL, label, NULL) ||
                           profile_prefix(builder->profile, WORDS_ATTENDANCE, label, NULL));
    }
    return labels > 0 && known * 2 >= labels;
}

/* Delivers one label and one line of its value; a further line comes without the label. */
static void deliver_pair(Builder *builder, const Block *table, const Text *label, Text value)
{
    Block pair = {.kind = BLOCK_ROW,
                  .page = table->page,
                  .box = table->box,
                  .size = table->size,
                  .follows = label == NULL,
                  .rows = g_array_new(FALSE, TRUE, sizeof(Row))};
    Row row = {table->page, g_array_new(FALSE, TRUE, sizeof(Cell))};
    g_array_set_size(row.cells, 2);
    if (label && label->s)
        cell_at(&row, 0)->text = text_copy(label, builder->blocks->chunk);
    cell_at(&row, 1)->text = value;
    g_array_append_val(pair.rows, row);
    flow_deliver(builder, &pair);
}

static void deliver_form(Builder *builder, Block *table)
{
    for (guint r = 0; r < table->rows->len; r++) {
        const Row *row = row_at(table, r);
        const Text *label = &cell_at(row, 0)->text, *value = &cell_at(row, 1)->text;
        gsize start = 0, end = value->s ? strlen(value->s) : 0;
        for (guint m = 0; value->marks && m < value->marks->len; m++) {
            const Mark *mark = &g_array_index(value->marks, Mark, m);
            if (mark->kind != MARK_LINE)
                continue;
            deliver_pair(builder, table, start ? NULL : label,
                         text_slice(value, start, mark->start - start, builder->blocks->chunk));
            start = mark->start;
        }
        deliver_pair(builder, table, start ? NULL : label,
                     value->s ? text_slice(value, start, end - start, builder->blocks->chunk) : (Text){0});
        free_row(row_at(table, r));
    }
    g_array_unref(table->rows);
}

guint tables_take_ruled(Builder *builder, guint i)
{
    const Line *line = &g_array_index(builder->lines->lines, Line, i);
    const Grid *grid = grid_of_line(builder, line);
    if (!grid)
        return i;
    CellText *texts = g_new0(CellText, grid->cells->len);
    guint after = fill_cells(builder, i, grid, texts);
    bool header = first_row_is_bold(grid, texts);
    Block table = {.kind = BLOCK_TABLE,
                   .page = line->page,
                   .box = grid->box,
                   .size = g_array_index(line->parts, Part, 0).size,
                   .rows = g_array_new(FALSE, TRUE, sizeof(Row))};
    for (guint r = 0; r + 1 < grid->ys->len; r++) {
        Row row = {line->page, g_array_new(FALSE, TRUE, sizeof(Cell))};
        g_array_append_val(table.rows, row);
    }
    for (guint c = 0; c < grid->cells->len; c++) {
        const GridCell *place = &g_array_index(grid->cells, GridCell, c);
        Cell cell = {.columns = place->columns > 1 ? (int)place->columns : 0,
                     .rows = place->rows > 1 ? (int)place->rows : 0,
                     .header = header && place->row == 0};
        if (texts[c].text.s)
            cell.text = text_builder_end(&texts[c].text, builder->blocks->chunk);
        g_array_append_val(g_array_index(table.rows, Row, place->row).cells, cell);
    }
    g_free(texts);
    flow_close(builder);
    if (is_form(builder, &table))
        deliver_form(builder, &table);
    else
        tables_deliver(builder, &table);
    return after;
}

/* ---- tables over pages ---- */

/* How many columns the cells of a row take. */
static int columns_of_row(const Row *row)
{
    int columns = 0;
    for (guint i = 0; i < row->cells->len; i++)
        columns += MAX(1, cell_at(row, i)->columns);
    return columns;
}

static int columns_of(const Block *table)
{
    return columns_of_row(row_at(table, 0));
}

/* The last row whose cells take all columns: none from above reaches into it. */
static guint last_full_row(const Block *table)
{
    int columns = columns_of(table);
    guint r = table->rows->len - 1;
    while (r > 0 && columns_of_row(row_at(table, r)) < columns)
        r--;
    return r;
}

static bool is_header(const Row *row)
{
    for (guint i = 0; i < row->cells->len; i++)
        if (!cell_at(row, i)->header)
            return false;
    return row->cells->len > 0;
}

static bool same_words(const Row *a, const Row *b)
{
    if (a->cells->len != b->cells->len)
        return false;
    for (guint i = 0; i < a->cells->len; i++)
        if (g_strcmp0(cell_at(a, i)->text.s, cell_at(b, i)->text.s) != 0)
            return false;
    return true;
}

/* The table that `table` goes on with: the last block but footnotes, on the page before, as wide and with as
 * many columns.
 */
static Block *begun_before(const Builder *builder, const Block *table)
{
    GArray *blocks = builder->blocks->blocks;
    guint n = blocks->len;
    while (n && g_array_index(blocks, Block, n - 1).kind == BLOCK_FOOTNOTE)
        n--; /* at the foot of the page between them */
    Block *last = n ? &g_array_index(blocks, Block, n - 1) : NULL;
    if (!last || last->kind != BLOCK_TABLE || MAX(last->page, last->last_page) != table->page - 1)
        return NULL;
    if (fabs(last->box.x0 - table->box.x0) > SAME_EDGE || columns_of(last) != columns_of(table))
        return NULL;
    bool repeated = same_words(row_at(last, 0), row_at(table, 0));
    return repeated || !is_header(row_at(table, 0)) ? last : NULL;
}

static void drop_row(Builder *builder, Row *row)
{
    g_autoptr(GString) words = g_string_new(NULL);
    for (guint i = 0; i < row->cells->len; i++) {
        const char *s = cell_at(row, i)->text.s;
        g_string_append_printf(words, "%s%s", words->len && s ? " " : "", s ? s : "");
    }
    Line line = {.page = row->page};
    blocks_drop(builder, &line, DROP_TABLE_HEAD, words->str);
}

/* The cell of `table` that reaches its bottom at `column`. */
static Cell *bottom_cell(const Block *table, int column)
{
    Cell *found = NULL;
    g_autoptr(GArray) covered = g_array_new(FALSE, TRUE, sizeof(int));
    g_array_set_size(covered, (guint)columns_of(table) + 1);
    for (guint r = last_full_row(table); r < table->rows->len; r++) {
        const Row *row = row_at(table, r);
        guint c = 0;
        for (guint at = 0; at + 1 < covered->len;) {
            if (g_array_index(covered, int, at) > 0) {
                g_array_index(covered, int, at++)--;
                continue;
            }
            if (c == row->cells->len)
                break;
            Cell *cell = cell_at(row, c++);
            for (int i = 0; i < MAX(1, cell->columns) && at + 1 < covered->len; i++, at++) {
                if ((int)at == column)
                    found = cell;
                g_array_index(covered, int, at) = MAX(1, cell->rows) - 1;
            }
        }
    }
    return found;
}

static bool continues(const Cell *before, const Cell *after)
{
    const char *a = before->text.s, *b = after->text.s;
    return a && b && *a && !strchr(".!?", a[strlen(a) - 1]) && g_unichar_islower(g_utf8_get_char(b));
}

static void append_cell(Builder *builder, Cell *before, Cell *after)
{
    if (!after->text.s)
        return;
    TextBuilder text;
    text_builder_begin(&text);
    flow_append(&text, &before->text, RUN_ON_SPACE);
    flow_append(&text, &after->text, RUN_ON_SPACE);
    text_clear(&before->text);
    before->text = text_builder_end(&text, builder->blocks->chunk);
}

/* A page break cuts a row: either all of it goes on (no cell begins anew), or only a cell that spans rows
 * does, the others beginning new ones. Returns true when the whole first row of `table` was taken in. */
static bool mend_cut(Builder *builder, Block *last, Block *table)
{
    Row *first = row_at(table, 0);
    bool whole = false, part = false;
    for (guint i = 0; i < first->cells->len; i++) {
        const Cell *cell = cell_at(first, i), *before = bottom_cell(last, (int)i);
        if (!cell->text.s || !*cell->text.s)
            continue;
        bool goes_on = before && continues(before, cell);
        whole = (whole || !part) && goes_on;
        part = true;
    }
    if (whole) {
        for (guint i = 0; i < first->cells->len; i++)
            append_cell(builder, bottom_cell(last, (int)i), cell_at(first, i));
        return true;
    }
    Cell *cell = cell_at(first, 0), *before = bottom_cell(last, 0);
    if (cell->rows > 1 && before && (continues(before, cell) || !cell->text.s)) {
        append_cell(builder, before, cell);
        before->rows = MAX(1, before->rows) + cell->rows;
        text_clear(&cell->text);
        g_array_remove_index(first->cells, 0);
    }
    return false;
}

void tables_deliver(Builder *builder, Block *table)
{
    Block *last = begun_before(builder, table);
    if (!last) {
        flow_deliver(builder, table);
        return;
    }
    guint from = 0;
    if (same_words(row_at(last, 0), row_at(table, 0))) {
        for (guint i = 0; i < row_at(last, 0)->cells->len; i++)
            cell_at(row_at(last, 0), i)->header = true;
        drop_row(builder, row_at(table, 0));
        free_row(row_at(table, 0));
        g_array_remove_index(table->rows, 0);
    }
    if (table->rows->len && mend_cut(builder, last, table)) {
        free_row(row_at(table, 0));
        from = 1;
    }
    if (table->rows->len > from)
        g_array_append_vals(last->rows, row_at(table, from), table->rows->len - from);
    last->last_page = table->page;
    g_array_unref(table->rows);
}
