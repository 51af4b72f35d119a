/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables: rows of cells with spans and borders, whose head is repeated on every page. */
#include "galley_table.h"

#include <string.h>

#include "typeset.h"

typedef enum { BORDER_ALL, BORDER_ROWS, BORDER_NONE } Border;

enum { COLUMNS_MAX = 32 };

typedef struct {
    GArray *columns;          /* of double: left edges, and the right edge of the last */
    int covered[COLUMNS_MAX]; /* rows that a cell from above still covers */
    double owed[COLUMNS_MAX]; /* height that the text of such a cell still needs */
    char inside[COLUMNS_MAX]; /* the left edge lies inside a cell that spans columns */
    Border border;
    bool top; /* the next row is the first of the table or of its head */
    double pad;
    const Style *style, *head;
} Table;

static bool set_table_row(Galley *g, Setting *setting, Table *table, const xmlNode *tr, double x,
                          GError **error);
static bool set_cell(Strip *strip, Setting *setting, const Table *table, const xmlNode *td, double x,
                     double width, double *need, GError **error);
static void rule_row(Strip *strip, const Table *table, double x);
static double table_edge(const Table *table, guint column);
static bool is_head(const xmlNode *tr);

bool galley_set_table(Galley *g, Setting *setting, const xmlNode *node, double x, double width,
                      GError **error)
{
    g_autofree char *border = style_string(node, "border", "all");
    g_autoptr(GArray) columns = style_numbers(node, "columns");
    Table table = {.columns = columns,
                   .border = strcmp(border, "all") == 0    ? BORDER_ALL
                             : strcmp(border, "rows") == 0 ? BORDER_ROWS
                                                           : BORDER_NONE,
                   .pad = style_number(node, "pad", 3),
                   .style = galley_style(setting, node, "td"),
                   .head = style_lookup(setting->styles, "th")};
    if (!table.head)
        table.head = table.style;
    if (columns->len == 0 || columns->len >= COLUMNS_MAX) {
        g_set_error(error, TYPESET_DOMAIN, TYPESET_ERROR_SOURCE, "line %ld: a table needs 1 to %d columns",
                    xmlGetLineNo(node), COLUMNS_MAX - 1);
        return false;
    }
    double edge = 0;
    for (guint i = 0; i < columns->len; i++) {
        double *column = &g_array_index(columns, double, i);
        double w = *column > 0 ? *column : width - edge;
        *column = edge;
        edge += w;
    }
    g_array_append_val(columns, edge);

    Galley *head = galley_new();
    bool fine = true, at_head = true;
    guint start = g->strips->len;
    for (const xmlNode *tr = node->children; tr && fine; tr = tr->next) {
        if (tr->type != XML_ELEMENT_NODE)
            continue;
        guint first = g->strips->len;
        at_head = at_head && is_head(tr);
        table.top = first == start;
        fine = set_table_row(g, setting, &table, tr, x, error);
        if (fine && at_head)
            g_array_index(g->strips, Strip, first).keep = true;
        table.top = head->strips->len == 0;
        if (fine && at_head)
            fine = set_table_row(head, setting, &table, tr, x, error);
        else if (fine && head->strips->len)
            g_array_index(g->strips, Strip, first).repeat = galley_ref(head);
    }
    galley_free(head);
    galley_space(g, style_number(node, "after", 10));
    return fine;
}

static bool set_table_row(Galley *g, Setting *setting, Table *table, const xmlNode *tr, double x,
                          GError **error)
{
    guint columns = table->columns->len - 1, column = 0;
    Strip *strip = galley_append(g, 0);
    memset(table->inside, 0, columns + 1);
    for (const xmlNode *td = tr->children; td; td = td->next) {
        if (td->type != XML_ELEMENT_NODE)
            continue;
        while (column < columns && table->covered[column] > 0)
            column++;
        if (column >= columns)
            break;
        guint span = MIN((guint)style_number(td, "colspan", 1), columns - column);
        double need = 0;
        if (!set_cell(strip, setting, table, td, x + table_edge(table, column),
                      table_edge(table, column + span) - table_edge(table, column), &need, error))
            return false;
        for (guint i = 0; i < span; i++) {
            table->covered[column + i] = (int)style_number(td, "rowspan", 1);
            table->owed[column + i] = need;
            table->inside[column + i] = i > 0;
        }
        column += span;
    }
    strip->height = 2 * table->pad + table->style->size;
    for (guint i = 0; i < columns; i++)
        if (table->covered[i] == 1)
            strip->height = MAX(strip->height, table->owed[i]);
    for (guint i = 0; i < columns; i++) {
        table->owed[i] -= strip->height;
        table->covered[i] = MAX(table->covered[i] - 1, 0);
        /* The text of a spanning cell hangs from its first row: it must not be cut by a page end. */
        if (table->covered[i] > 0 && table->owed[i] > 0)
            strip->keep = true;
    }
    rule_row(strip, table, x);
    for (guint i = 0; i < columns && table->top && table->border == BORDER_ALL; i++)
        strip_ink(strip, &(Ink){.kind = INK_RULE,
                                .x = x + table_edge(table, i),
                                .w = table_edge(table, i + 1) - table_edge(table, i)});
    table->top = false;
    return true;
}

static bool set_cell(Strip *strip, Setting *setting, const Table *table, const xmlNode *td, double x,
                     double width, double *need, GError **error)
{
    bool head = strcmp((const char *)td->name, "th") == 0;
    const Style *style = head ? table->head : table->style;
    if (xmlHasProp(td, (const xmlChar *)"style"))
        style = galley_style(setting, td, "td");
    Galley *cell = galley_new();
    bool fine =
        galley_paragraph(cell, setting, td, NULL, style, x + table->pad, width - 2 * table->pad, error);
    guint first = strip->ink->len;
    *need = strip_take(strip, cell) + 2 * table->pad;
    for (guint i = first; i < strip->ink->len; i++)
        g_array_index(strip->ink, Ink, i).y += table->pad;
    galley_free(cell);
    return fine;
}

/* Draws the borders: below every cell that ends here, and between cells. */
static void rule_row(Strip *strip, const Table *table, double x)
{
    guint columns = table->columns->len - 1;
    if (table->border == BORDER_NONE)
        return;
    for (guint i = 0; i <= columns; i++) {
        double left = x + table_edge(table, i);
        if (i < columns && table->covered[i] == 0)
            strip_ink(strip, &(Ink){.kind = INK_RULE,
                                    .x = left,
                                    .y = strip->height,
                                    .w = x + table_edge(table, i + 1) - left});
        if (table->border == BORDER_ALL && !table->inside[i])
            strip_ink(strip, &(Ink){.kind = INK_RULE, .x = left, .h = strip->height});
    }
}

static double table_edge(const Table *table, guint column)
{
    return g_array_index(table->columns, double, column);
}

static bool is_head(const xmlNode *tr)
{
    for (const xmlNode *td = tr->children; td; td = td->next)
        if (td->type == XML_ELEMENT_NODE && strcmp((const char *)td->name, "th") != 0)
            return false;
    return true;
}
