/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows: lines of several parts, which are list items, headings with a number, side headings beside their
 * text, labels beside their values, or tables without ruled lines. */
#include <math.h>
#include <stdlib.h>
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

/* True when line `i` holds nothing but the rest of a cell of the line above it: it lies in one column, close
 * below, and a row or the end of the table follows. */
static bool is_wrapped_cell(const Builder *builder, guint i, const GArray *columns)
{
    const Line *line = line_at(builder, i), *above = i ? line - 1 : NULL;
    const Part *part = part_at(line, 0);
    int column = column_of(columns, part);
    if (line->parts->len != 1 || column < 0 || !above || above->parts->len < 2 ||
        distance(builder, above, line) > 1.1)
        return false;
    for (guint p = 0; p < above->parts->len; p++)
        if (column_of(columns, part_at(above, p)) == column)
            return fabs(part_at(above, p)->x0 - part->x0) < SAME_LEFT &&
                   part->x1 < g_array_index(columns, Span, column).x1 + SAME_LEFT;
    return false;
}

static bool is_bold(const Line *line)
{
    for (guint p = 0; p < line->parts->len; p++)
        if (!part_at(line, p)->bold)
            return false;
    return true;
}

/* True for a text and a cross beside it. */
static bool is_crossed(const Line *line)
{
    return line->parts->len == 2 && g_ascii_strcasecmp(part_at(line, 1)->text.s, "x") == 0;
}

/* Counts the lines from `i` on that look like rows of one table and finds its columns; 0 when they do not. */
static guint find_table(const Builder *builder, guint i, GArray *columns)
{
    guint rows = 0, crosses = 0, n = 0;
    for (const Line *line = line_at(builder, i), *previous = NULL; line;
         previous = line, line = line_at(builder, i + ++n)) {
        if (line->drop || (previous && distance(builder, previous, line) > 2.5))
            break;
        if (line->parts->len < 2 && !is_wrapped_cell(builder, i + n, columns))
            break;
        g_autoptr(GArray) widened = g_array_copy(columns);
        for (guint p = 0; p < line->parts->len; p++)
            add_extent(widened, part_at(line, p)->x0, part_at(line, p)->x1);
        if (widened->len < TABLE_COLUMNS)
            break;
        g_array_set_size(columns, 0);
        g_array_append_vals(columns, widened->data, widened->len);
        rows += line->parts->len >= TABLE_COLUMNS;
        crosses += is_crossed(line);
    }
    /* Under a header a row may leave most of its cells empty: crosses for votes. */
    const Line *first = line_at(builder, i);
    bool headed = first->parts->len >= TABLE_COLUMNS && (is_bold(first) || crosses >= TABLE_ROWS);
    return rows >= TABLE_ROWS || (headed && n >= 2) ? n : 0;
}

/* Counts the lines from `i` on that go on with the table that ended the page before: all their parts lie in
 * its columns. */
static guint rest_of_table(const Builder *builder, guint i)
{
    const GArray *blocks = builder->blocks->blocks;
    const Block *last = blocks->len ? &g_array_index(blocks, Block, blocks->len - 1) : NULL;
    const Line *first = line_at(builder, i);
    if (!builder->columns || builder->open || !last || last->kind != BLOCK_TABLE ||
        MAX(last->page, last->last_page) != first->page - 1)
        return 0;
    guint n = 0;
    for (const Line *line = first, *previous = NULL; line && !line->drop && line->parts->len > 1;
         previous = line, line = line_at(builder, i + ++n)) {
        if (previous && distance(builder, previous, line) > 2.5)
            break;
        for (guint p = 0; p < line->parts->len; p++) {
            const Part *part = part_at(line, p);
            int column = column_of(builder->columns, part);
            const Span *span = column < 0 ? NULL : &g_array_index(builder->columns, Span, column);
            if (!span || (fabs(span->x0 - part->x0) > SAME_LEFT && fabs(span->x1 - part->x1) > SAME_LEFT &&
                          fabs(span->x0 + span->x1 - part->x0 - part->x1) > 2 * SAME_LEFT))
                return n;
        }
    }
    return n;
}

static Row empty_row(int page, guint columns)
{
    Row row = {page, g_array_new(FALSE, TRUE, sizeof(Cell))};
    g_array_set_size(row.cells, columns);
    return row;
}

/* Adds a wrapped line to its cell in the last row of `table`. */
static void lengthen_cell(Builder *builder, Block *table, int column, const Part *part)
{
    Row *row = &g_array_index(table->rows, Row, table->rows->len - 1);
    Cell *cell = &g_array_index(row->cells, Cell, MAX(0, column));
    TextBuilder text;
    text_builder_begin(&text);
    flow_append(&text, &cell->text, RUN_ON_SPACE);
    flow_append(&text, &part->text, RUN_ON_SPACE);
    text_clear(&cell->text);
    cell->text = text_builder_end(&text, builder->blocks->chunk);
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
        if (line->parts->len == 1 && table.rows->len) {
            lengthen_cell(builder, &table, column_of(columns, part_at(line, 0)), part_at(line, 0));
            continue;
        }
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
    if (columns != builder->columns) {
        g_clear_pointer(&builder->columns, g_array_unref);
        builder->columns = g_array_copy((GArray *)columns);
    }
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

/* True when `heading` with `more` after it is what the profile calls a section. */
static bool is_section_with(const Builder *builder, const GString *heading, const char *more)
{
    g_autofree char *whole = g_strconcat(heading->str, " ", more, NULL);
    return profile_meaning(builder->profile, WORDS_SECTION, whole) != NULL;
}

/* The lines from `i` on whose first part stands in the margin, close together: a heading too long for it. A
 * line that is a heading by itself begins another, unless both together are one. */
static guint side_lines(const Builder *builder, guint i)
{
    const Line *line = line_at(builder, i), *next;
    const Part *first = part_at(line, 0);
    g_autoptr(GString) heading = g_string_new(first->text.s);
    guint n = 1;
    for (; (next = line_at(builder, i + n)) && !next->drop; line = next, n++) {
        const Part *side = part_at(next, 0);
        if (distance(builder, line, next) > 1.3 || fabs(side->x0 - first->x0) > SAME_LEFT ||
            side->x1 > builder->measures.body_left || side->bold != first->bold || next->parts->len > 2)
            break;
        if (!is_section_with(builder, heading, side->text.s) &&
            profile_meaning(builder->profile, WORDS_SECTION, side->text.s))
            break;
        g_string_append_printf(heading, " %s", side->text.s);
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

static void deliver_row(Builder *builder, const Line *line, const Text *label, Text value, bool follows)
{
    const Sheet *sheet = lines_sheet(builder->lines, line->page);
    Block block = {.kind = BLOCK_ROW,
                   .page = line->page,
                   .box = line->box,
                   .size = part_at(line, 0)->size,
                   .bold = label && part_at(line, 0)->bold,
                   .follows = follows,
                   .rows = g_array_new(FALSE, TRUE, sizeof(Row)),
                   .indent = MAX(0, model_number(line->box.x0 - sheet->left))};
    Row row = empty_row(line->page, 2);
    if (label)
        g_array_index(row.cells, Cell, 0).text = text_copy(label, builder->blocks->chunk);
    g_array_index(row.cells, Cell, 1).text = value;
    g_array_append_val(block.rows, row);
    flow_deliver(builder, &block);
}

/* A label and its value. Further lines that begin where the value does belong to it: a line that was full
 * runs on, any other begins another entry under the same label, a row without a label. */
static guint take_label(Builder *builder, guint i)
{
    const Line *line = line_at(builder, i), *begun = line;
    const Sheet *sheet = lines_sheet(builder->lines, line->page);
    flow_close(builder);
    Part joined = joined_parts(builder, line, 1);
    const Part *value = flow_keep_part(builder, joined);
    const Text *label = &part_at(line, 0)->text;
    TextBuilder text;
    text_builder_begin(&text);
    flow_append(&text, &value->text, RUN_ON_SPACE);
    double left = value->x0;
    const Line *next;
    for (i++; (next = line_at(builder, i)) && !next->drop && next->parts->len == 1 &&
              distance(builder, line, next) <= 1.25 && fabs(part_at(next, 0)->x0 - left) <= SAME_LEFT &&
              fabs(left - sheet->left) > SAME_LEFT;
         i++) {
        Stretch last = {line, value}, more = {next, part_at(next, 0)};
        if (measures_had_room(&builder->measures, sheet, &last, &more)) {
            deliver_row(builder, begun, label, text_builder_end(&text, builder->blocks->chunk),
                        label == NULL);
            label = NULL;
            begun = next;
            text_builder_begin(&text);
        }
        flow_append(&text, &more.part->text, value->run_on);
        value = more.part;
        line = next;
    }
    deliver_row(builder, begun, label, text_builder_end(&text, builder->blocks->chunk), label == NULL);
    builder->last = (Stretch){line, part_at(line, line->parts->len - 1)};
    return i;
}

/* "§ 12      Dnr 2024-00001", "2.1   Uppföljning": a number set apart from what it numbers. */
static bool is_numbered_heading(const Builder *builder, const Line *line)
{
    const Part *first = part_at(line, 0);
    enum { BEFORE_SIGN = 12 }; /* bytes: "KS ", "1044 ". Behind a name it says when somebody was there */
    const char *sign = strstr(first->text.s, "§");
    if (sign && sign - first->text.s <= BEFORE_SIGN)
        return true;
    bool stands_out = first->bold || first->size > builder->measures.body_size + 0.6;
    return stands_out && g_ascii_isdigit(first->text.s[0]);
}

/* The number that a line of two parts begins with, or 0. */
static int number_of(const Line *line)
{
    const char *s = line && !line->drop && line->parts->len == 2 ? part_at(line, 0)->text.s : "";
    gsize digits = strspn(s, "0123456789");
    return digits && digits < 3 && !s[digits] ? atoi(s) : 0;
}

/* "1   Minska …" / "2   Utred …": numbers without a period are markers when they count. */
static bool is_counted_item(const Builder *builder, guint i)
{
    int number = number_of(line_at(builder, i));
    if (!number || part_at(line_at(builder, i), 0)->bold)
        return false;
    const GArray *blocks = builder->blocks->blocks;
    const Block *before = builder->open ? &builder->block
                          : blocks->len ? &g_array_index(blocks, Block, blocks->len - 1)
                                        : NULL;
    if (before && before->kind == BLOCK_ITEM && atoi(before->marker) == number - 1)
        return true;
    enum { FURTHEST = 6 }; /* lines of one item */
    for (guint k = 1; number == 1 && k < FURTHEST; k++)
        if (number_of(line_at(builder, i + k)) == 2)
            return fabs(part_at(line_at(builder, i + k), 1)->x0 - part_at(line_at(builder, i), 1)->x0) <
                   SAME_LEFT;
    return false;
}

/* "§ 12      Dnr 2024-00001": the last part is a label with its value or a number, not the beginning of a
 * title. */
static bool ends_in_label(const Builder *builder, const Line *line)
{
    const char *s = part_at(line, line->parts->len - 1)->text.s;
    return profile_prefix(builder->profile, WORDS_LABEL, s, NULL) ||
           g_ascii_isdigit(s[MAX(strlen(s), 1) - 1]);
}

guint rows_take(Builder *builder, guint i)
{
    const Line *line = line_at(builder, i);
    const Part *first = part_at(line, 0);
    if ((list_is_marker(first->text.s) && !first->bold) || is_counted_item(builder, i)) {
        if (line->parts->len == 2) {
            flow_begin_item(builder, (Stretch){line, part_at(line, 1)}, first->text.s, first->x0);
        } else {
            Part rest = joined_parts(builder, line, 1);
            flow_begin_item(builder, (Stretch){line, flow_keep_part(builder, rest)}, first->text.s,
                            first->x0);
        }
        return i + 1;
    }
    guint rows = rest_of_table(builder, i);
    if (rows) {
        take_table(builder, i, rows, builder->columns);
        return i + rows;
    }
    g_autoptr(GArray) columns = g_array_new(FALSE, FALSE, sizeof(Span));
    rows = find_table(builder, i, columns);
    if (rows) {
        take_table(builder, i, rows, columns);
        return i + rows;
    }
    if (is_numbered_heading(builder, line)) {
        take_joined(builder, line, 0);
        if (ends_in_label(builder, line)) /* a title on the next line is another heading */
            flow_close(builder);
        else
            builder->hang = part_at(line, 1)->x0; /* under the title, not under its number */
        return i + 1;
    }
    if (is_side_heading(builder, line))
        return take_side_heading(builder, i);
    return take_label(builder, i);
}
