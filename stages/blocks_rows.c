/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows: lines of several parts, which are list items, headings with a number, side headings beside their
 * text, labels beside their values, or tables without ruled lines. */
#include <math.h>
#include <string.h>

#include "blocks_parts.h"

/* Columns begin or overlap at one place, give or take this many points. */
static const double SAME_LEFT = 4;
/* A table has at least so many columns and rows; with fewer it is a list of labels. */
enum { TABLE_COLUMNS = 3, TABLE_ROWS = 3 };

static const Line *line_at(const Builder *builder, guint i)
{
    const GArray *lines = builder->lines->lines;
    return i < lines->len ? &g_array_index(lines, Line, i) : NULL;
}

static const Part *part_at(const Line *line, guint i)
{
    return &g_array_index(line->parts, Part, i);
}

/* The distance from `line` to `next` in leadings; large when they are not on one page. */
static double distance(const Builder *builder, const Line *line, const Line *next)
{
    if (!next || next->page != line->page || next->column != line->column)
        return G_MAXDOUBLE;
    return (next->baseline - line->baseline) / measures_leading(&builder->measures, part_at(next, 0)->size);
}

/* ---- lines whose parts are one text ---- */

/* The parts from `from` on as one part, a blank between them. */
static Part joined_parts(Builder *builder, const Line *line, guint from)
{
    Part whole = *part_at(line, from);
    TextBuilder text;
    text_builder_begin(&text);
    for (guint i = from; i < line->parts->len; i++) {
        const Part *part = part_at(line, i);
        flow_append(&text, &part->text, RUN_ON_SPACE);
        whole.x1 = part->x1;
        whole.run_on = part->run_on;
        whole.bold &= part->bold;
        whole.italic &= part->italic;
    }
    whole.text = text_builder_end(&text, builder->blocks->chunk);
    return whole;
}

static void take_joined(Builder *builder, const Line *line, guint from)
{
    Part whole = joined_parts(builder, line, from);
    flow_take(builder, (Stretch){line, flow_keep_part(builder, whole)});
}

/* ---- tables without ruled lines ---- */

typedef struct {
    double x0, x1;
} Span;

/* Joins to `columns` the sideways extent of a part: what overlaps is one column. */
static void add_extent(GArray *columns, double x0, double x1)
{
    Span span = {x0, x1};
    for (guint i = columns->len; i-- > 0;) {
        Span *other = &g_array_index(columns, Span, i);
        if (other->x0 < span.x1 && other->x1 > span.x0) {
            span.x0 = MIN(span.x0, other->x0);
            span.x1 = MAX(span.x1, other->x1);
            g_array_remove_index(columns, i);
        }
    }
    guint at = 0;
    while (at < columns->len && g_array_index(columns, Span, at).x0 < span.x0)
        at++;
    g_array_insert_val(columns, at, span);
}

static int column_of(const GArray *columns, const Part *part)
{
    double middle = (part->x0 + part->x1) / 2;
    for (guint i = 0; i < columns->len; i++)
        if (g_array_index(columns, Span, i).x0 <= middle && g_array_index(columns, Span, i).x1 >= middle)
            return (int)i;
    return -1;
}

/* Counts the lines from `i` on that look like rows of one table and finds its columns; 0 when they do not. */
static guint find_table(const Builder *builder, guint i, GArray *columns)
{
    guint rows = 0, n = 0;
    for (const Line *line = line_at(builder, i), *previous = NULL; line;
         previous = line, line = line_at(builder, i + ++n)) {
        if (line->drop || (previous && distance(builder, previous, line) > 2.5) || line->parts->len < 2)
            break;
        g_autoptr(GArray) widened = g_array_copy(columns);
        for (guint p = 0; p < line->parts->len; p++)
            add_extent(widened, part_at(line, p)->x0, part_at(line, p)->x1);
        if (widened->len < TABLE_COLUMNS)
            break;
        g_array_set_size(columns, 0);
        g_array_append_vals(columns, widened->data, widened->len);
        rows += line->parts->len >= TABLE_COLUMNS;
    }
    return rows >= TABLE_ROWS ? n : 0;
}

static Row empty_row(int page, guint columns)
{
    Row row = {page, g_array_new(FALSE, TRUE, sizeof(Cell))};
    g_array_set_size(row.cells, columns);
    return row;
}

static void take_table(Builder *builder, guint i, guint n, const GArray *columns)
{
    const Line *first = line_at(builder, i), *last = line_at(builder, i + n - 1);
    Block table = {.kind = BLOCK_TABLE,
                   .page = first->page,
                   .box = {g_array_index(columns, Span, 0).x0, first->box.y0,
                           g_array_index(columns, Span, columns->len - 1).x1, last->box.y1},
                   .size = part_at(first, 0)->size,
                   .rows = g_array_new(FALSE, TRUE, sizeof(Row))};
    bool header = true;
    for (guint r = 0; r < n; r++) {
        const Line *line = line_at(builder, i + r);
        Row row = empty_row(line->page, columns->len);
        TextBuilder *texts = g_new0(TextBuilder, columns->len);
        for (guint p = 0; p < line->parts->len; p++) {
            const Part *part = part_at(line, p);
            TextBuilder *text = &texts[MAX(0, column_of(columns, part))];
            if (!text->s)
                text_builder_begin(text);
            flow_append(text, &part->text, RUN_ON_SPACE);
            header &= part->bold && r == 0;
        }
        for (guint c = 0; c < columns->len; c++) {
            Cell *cell = &g_array_index(row.cells, Cell, c);
            if (texts[c].s)
                cell->text = text_builder_end(&texts[c], builder->blocks->chunk);
            cell->header = header && r == 0;
        }
        g_free(texts);
        g_array_append_val(table.rows, row);
    }
    flow_close(builder);
    tables_deliver(builder, &table);
}

/* ---- side headings and labels ---- */

/* True when the text beside the first part is set where most of the document's text is: then the first part
 * stands in a margin of its own and heads what is beside it. */
static bool is_side_heading(const Builder *builder, const Line *line)
{
    const Part *side = part_at(line, 0), *text = part_at(line, 1);
    if (line->parts->len != 2 || fabs(text->x0 - builder->measures.body_left) > SAME_LEFT ||
        side->x0 > builder->measures.body_left - 3 * side->size)
        return false;
    return side->bold || profile_meaning(builder->profile, WORDS_SECTION, side->text.s);
}

/* The lines from `i` on whose first part stands in the margin at `left`, close together. */
static guint side_lines(const Builder *builder, guint i)
{
    const Line *first = line_at(builder, i);
    guint n = 1;
    for (const Line *line = first, *next; (next = line_at(builder, i + n)) && !next->drop; line = next, n++) {
        const Part *side = part_at(next, 0);
        if (distance(builder, line, next) > 1.3 || fabs(side->x0 - part_at(first, 0)->x0) > SAME_LEFT ||
            side->x1 > builder->measures.body_left || side->bold != part_at(first, 0)->bold ||
            next->parts->len > 2 || profile_meaning(builder->profile, WORDS_SECTION, side->text.s))
            break;
    }
    return n;
}

static guint take_side_heading(Builder *builder, guint i)
{
    guint n = side_lines(builder, i);
    const Line *first = line_at(builder, i);
    TextBuilder text;
    text_builder_begin(&text);
    Part heading = *part_at(first, 0);
    RunOn run_on = RUN_ON_SPACE;
    for (guint k = 0; k < n; k++) {
        const Part *side = part_at(line_at(builder, i + k), 0);
        flow_append(&text, &side->text, run_on);
        run_on = side->run_on;
    }
    heading.text = text_builder_end(&text, builder->blocks->chunk);
    flow_close(builder);
    flow_take(builder, (Stretch){first, flow_keep_part(builder, heading)});
    builder->block.kind = BLOCK_HEADING;
    flow_close(builder);
    builder->last = (Stretch){0};
    for (guint k = 0; k < n; k++) {
        const Line *line = line_at(builder, i + k);
        if (line->parts->len > 1)
            flow_take(builder, (Stretch){line, part_at(line, 1)});
    }
    return i + n;
}

/* A label and its value; further lines that begin where the value does belong to it. */
static guint take_label(Builder *builder, guint i)
{
    const Line *line = line_at(builder, i);
    const Sheet *sheet = blocks_sheet(builder->lines, line->page);
    flow_close(builder);
    Block block = {.kind = BLOCK_ROW,
                   .page = line->page,
                   .box = line->box,
                   .size = part_at(line, 0)->size,
                   .bold = part_at(line, 0)->bold,
                   .rows = g_array_new(FALSE, TRUE, sizeof(Row)),
                   .indent = sheet ? MAX(0, model_number(line->box.x0 - sheet->left)) : 0};
    Row row = empty_row(line->page, 2);
    g_array_index(row.cells, Cell, 0).text = text_copy(&part_at(line, 0)->text, builder->blocks->chunk);
    Part value = joined_parts(builder, line, 1);
    TextBuilder text;
    text_builder_begin(&text);
    flow_append(&text, &value.text, RUN_ON_SPACE);
    text_clear(&value.text);
    RunOn run_on = value.run_on;
    const Line *next;
    for (i++; (next = line_at(builder, i)) && !next->drop && next->parts->len == 1 &&
              distance(builder, line, next) <= 1.25 && fabs(part_at(next, 0)->x0 - value.x0) <= SAME_LEFT &&
              fabs(part_at(next, 0)->x0 - builder->measures.body_left) > SAME_LEFT;
         i++) {
        flow_append(&text, &part_at(next, 0)->text, run_on);
        run_on = part_at(next, 0)->run_on;
        block.box.y1 = next->box.y1;
        line = next;
    }
    g_array_index(row.cells, Cell, 1).text = text_builder_end(&text, builder->blocks->chunk);
    g_array_append_val(block.rows, row);
    flow_deliver(builder, &block);
    builder->last = (Stretch){line, part_at(line, line->parts->len - 1)};
    return i;
}

/* "§ 12      Dnr 2024-00001", "2.1   Uppföljning": a number set apart from what it numbers. */
static bool is_numbered_heading(const Builder *builder, const Line *line)
{
    const Part *first = part_at(line, 0);
    if (strstr(first->text.s, "§"))
        return true;
    bool stands_out = first->bold || first->size > builder->measures.body_size + 0.6;
    return stands_out && (g_ascii_isdigit(first->text.s[0]) || part_at(line, 1)->bold);
}

guint rows_take(Builder *builder, guint i)
{
    const Line *line = line_at(builder, i);
    const Part *first = part_at(line, 0);
    if (list_is_marker(first->text.s) && !first->bold) {
        if (line->parts->len == 2) {
            flow_begin_item(builder, (Stretch){line, part_at(line, 1)}, first->text.s, first->x0);
        } else {
            Part rest = joined_parts(builder, line, 1);
            flow_begin_item(builder, (Stretch){line, flow_keep_part(builder, rest)}, first->text.s,
                            first->x0);
        }
        return i + 1;
    }
    g_autoptr(GArray) columns = g_array_new(FALSE, FALSE, sizeof(Span));
    guint rows = find_table(builder, i, columns);
    if (rows) {
        take_table(builder, i, rows, columns);
        return i + rows;
    }
    if (is_numbered_heading(builder, line)) {
        take_joined(builder, line, 0);
        return i + 1;
    }
    if (is_side_heading(builder, line))
        return take_side_heading(builder, i);
    return take_label(builder, i);
}
