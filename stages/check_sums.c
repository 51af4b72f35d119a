/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sums: whether the rows of tables that call themselves sums are the sums of the rows above them. */
#include <string.h>

#include "check_parts.h"

enum {
    COLUMNS_MOST = 64,
};

/* The whole label of a row that is a sum, as text_key() gives it. "Totalt antal besök" is none: it may be
 * counted in another way. */
static const char *const sum_labels[] = {
    "summa",        "totalt",       "total",       "delsumma",        "totalsumma",      "slutsumma",
    "summa totalt", "totalt summa", "summa total", "totalt kommunen", "totalt regionen", "totalt nämnden"};

/* Words of a column whose sum says nothing, and of one whose amounts are rounded. */
static const char *const unsummed_heads[] = {"%", "procent", "andel", "snitt", "medel", "index", "nr", "år"};
static const char *const rounded_heads[] = {"tkr", "mkr", "mnkr", "msek", "ksek", "tusen", "miljoner"};

typedef enum { VALUE_NONE, VALUE_AMOUNT, VALUE_OTHER } ValueKind;

typedef struct {
    ValueKind kind;
    const Cell *cell;
    gint64 amount; /* thousandths */
    int decimals;
    bool torn; /* in a cell that runs over a page end or spans several places */
} Value;

/* A table as a grid. */
typedef struct {
    guint rows, columns;
    Value *values;
    bool *is_sum;  /* by row */
    bool *is_part; /* by row: "varav …", counted in the row above already */
} Grid;

/* Rows whose values may make up a sum. */
typedef enum { ADD_SINCE_LAST_SUM, ADD_ALL_ROWS, ADD_SUMS, ADD_SUMS_AND_SINCE, ADD__MAX } Addends;

typedef struct {
    gint64 sum;
    guint count;
    bool clean; /* every value is a whole amount of its own */
    int decimals;
    const Value *turned; /* the one whose sign would have to change */
    guint turned_row;
} Addition;

static Grid grid_of(const Block *table);
static void grid_clear(Grid *grid);
static void check_row(const Examination *e, const Item *item, const Block *table, const Grid *grid,
                      guint row);
static void check_blocks(const Examination *e, const Item *item, const GArray *blocks);

void check_sums(const Examination *e)
{
    const Meeting *m = e->meeting;
    check_blocks(e, NULL, m->front);
    for (guint i = 0; i < length_of(m->items); i++) {
        const Item *item = &g_array_index(m->items, Item, i);
        check_blocks(e, item, item->head);
        for (guint j = 0; j < length_of(item->sections); j++)
            check_blocks(e, item, g_array_index(item->sections, Section, j).blocks);
    }
    check_blocks(e, NULL, m->closing);
    for (guint i = 0; i < length_of(m->attachments); i++)
        check_blocks(e, NULL, g_array_index(m->attachments, Attachment, i).blocks);
}

static void check_blocks(const Examination *e, const Item *item, const GArray *blocks)
{
    for (guint i = 0; i < length_of(blocks); i++) {
        const Block *block = &g_array_index(blocks, Block, i);
        if (block->kind != BLOCK_TABLE)
            continue;
        Grid grid = grid_of(block);
        for (guint row = 0; row < grid.rows; row++)
            if (grid.is_sum[row])
                check_row(e, item, block, &grid, row);
        grid_clear(&grid);
    }
}

/* ---- the grid ---- */

static Value *value_at(const Grid *grid, guint row, guint column)
{
    return &grid->values[row * grid->columns + column];
}

static Value value_of(const Cell *cell)
{
    Value value = {.kind = VALUE_OTHER, .cell = cell};
    g_autoptr(GString) plain = g_string_new(cell->text.s);
    for (guint i = length_of(cell->text.marks); i > 0; i--) {
        const Mark *mark = &g_array_index(cell->text.marks, Mark, i - 1);
        value.torn = value.torn || mark->kind == MARK_PAGE || mark->kind == MARK_LINE;
        if (mark->kind == MARK_FOOTNOTE && mark->start + mark->length <= plain->len)
            g_string_erase(plain, mark->start, mark->length); /* "12,5¹" is no 12,51 */
    }
    const char *s = plain->str;
    value.torn = value.torn || cell->columns > 1 || cell->rows > 1;
    if (!*s)
        value.kind = VALUE_NONE;
    else if (amount_from_text(s, &value.amount, &value.decimals))
        value.kind = VALUE_AMOUNT;
    else if (g_ascii_strcasecmp(s, "x") == 0) { /* a cross in a list of votes */
        value.kind = VALUE_AMOUNT;
        value.amount = 1000;
    }
    return value;
}

static guint columns_of(const Block *table)
{
    guint most = 0;
    for (guint i = 0; i < length_of(table->rows); i++) {
        const GArray *cells = g_array_index(table->rows, Row, i).cells;
        guint columns = 0;
        for (guint j = 0; j < length_of(cells); j++)
            columns += (guint)MAX(g_array_index(cells, Cell, j).columns, 1);
        most = MAX(most, columns);
    }
    return most <= COLUMNS_MOST ? most : 0;
}

/* Puts the cells where they stand; a place under a cell that spans rows gets none. */
static void place_cells(Grid *grid, guint row, const GArray *cells, int *covered)
{
    guint column = 0;
    for (guint i = 0; i < length_of(cells); i++) {
        const Cell *cell = &g_array_index(cells, Cell, i);
        while (column < grid->columns && covered[column] > 0)
            column++;
        if (column == grid->columns)
            return;
        *value_at(grid, row, column) = value_of(cell);
        for (int wide = MAX(cell->columns, 1); wide > 0 && column < grid->columns; wide--)
            covered[column++] = MAX(cell->rows, 1);
    }
}

static bool is_sum_label(const char *label)
{
    g_autofree char *key = text_key(label);
    if (g_str_has_prefix(key, "summa "))
        return true;
    for (gsize i = 0; i < G_N_ELEMENTS(sum_labels); i++)
        if (strcmp(sum_labels[i], key) == 0)
            return true;
    return false;
}

static Grid grid_of(const Block *table)
{
    Grid grid = {.rows = length_of(table->rows), .columns = columns_of(table)};
    int covered[COLUMNS_MOST] = {0};
    if (!grid.columns)
        grid.rows = 0;
    grid.values = g_new0(Value, (gsize)grid.rows * grid.columns + 1);
    grid.is_sum = g_new0(bool, grid.rows + 1);
    grid.is_part = g_new0(bool, grid.rows + 1);
    for (guint i = 0; i < grid.rows; i++) {
        place_cells(&grid, i, g_array_index(table->rows, Row, i).cells, covered);
        for (guint c = 0; c < grid.columns; c++)
            covered[c] = MAX(covered[c] - 1, 0);
        const Value *first = value_at(&grid, i, 0);
        const char *label = first->cell && first->cell->text.s ? first->cell->text.s : "";
        grid.is_sum[i] = is_sum_label(label);
        grid.is_part[i] = text_begins(label, "varav", NULL) || text_begins(label, "därav", NULL);
    }
    return grid;
}

static void grid_clear(Grid *grid)
{
    g_free(grid->values);
    g_free(grid->is_sum);
    g_free(grid->is_part);
}

/* ---- columns ---- */

/* The first row of a column that holds an amount: what stands above is its head. */
static guint first_amount(const Grid *grid, guint column)
{
    guint row = 0;
    while (row < grid->rows &&
           (value_at(grid, row, column)->kind != VALUE_AMOUNT || value_at(grid, row, column)->cell->header))
        row++;
    return row;
}

/* What stands above the amounts of a column; the caller frees it. */
static char *head_of(const Grid *grid, guint column)
{
    GString *head = g_string_new(NULL);
    guint end = first_amount(grid, column);
    for (guint row = 0; row < end; row++) {
        const Cell *cell = value_at(grid, row, column)->cell;
        if (cell && cell->text.s && *cell->text.s)
            g_string_append_printf(head, "%s%s", head->len ? " " : "", cell->text.s);
    }
    return g_string_free(head, FALSE);
}

static bool head_has(const char *head, const char *const *words, gsize count)
{
    for (gsize i = 0; i < count; i++)
        if (text_has_word(head, words[i]) || (*words[i] == '%' && strchr(head, '%')))
            return true;
    return false;
}

/* ---- additions ---- */

static bool is_addend(const Grid *grid, guint row, guint total, Addends which)
{
    guint last_sum = total; /* the sum before `total`, if there is one */
    while (last_sum > 0 && !grid->is_sum[last_sum - 1])
        last_sum--;
    bool since = row >= last_sum;
    if (grid->is_part[row])
        return false;
    switch (which) {
    case ADD_SINCE_LAST_SUM:
        return since;
    case ADD_ALL_ROWS:
        return !grid->is_sum[row];
    case ADD_SUMS:
        return grid->is_sum[row];
    case ADD_SUMS_AND_SINCE:
        return grid->is_sum[row] || since;
    case ADD__MAX:
        break;
    }
    return false;
}

static Addition add(const Grid *grid, guint column, guint total, Addends which)
{
    Addition a = {.clean = true, .decimals = value_at(grid, total, column)->decimals};
    for (guint row = first_amount(grid, column); row < total; row++) {
        const Value *value = value_at(grid, row, column);
        if (!is_addend(grid, row, total, which))
            continue;
        if (value->kind != VALUE_AMOUNT || value->torn)
            a.clean = false;
        if (value->kind != VALUE_AMOUNT)
            continue;
        a.sum += value->amount;
        a.decimals = MAX(a.decimals, value->decimals);
        a.count++;
    }
    gint64 excess = a.sum - value_at(grid, total, column)->amount;
    for (guint row = first_amount(grid, column); row < total && excess; row++) {
        const Value *value = value_at(grid, row, column);
        if (is_addend(grid, row, total, which) && value->kind == VALUE_AMOUNT &&
            value->amount * 2 == excess) {
            a.turned = value;
            a.turned_row = row;
        }
    }
    return a;
}

/* How far a sum of rounded amounts may lie from the rounded sum, in thousandths: three standard deviations of
 * the rounding of `count` amounts and of the sum, each even over one unit of the last decimal. */
static gint64 slack(const Addition *a, bool rounded)
{
    gint64 unit = 1000, steps = 0;
    if (!rounded && a->decimals == 0)
        return 0;
    for (int i = 0; i < a->decimals; i++)
        unit /= 10;
    while ((steps + 1) * (steps + 1) * 4 <= 3 * ((gint64)a->count + 1)) /* steps² ≤ 9 (n + 1) / 12 */
        steps++;
    return steps * unit;
}

/* "–1 234,5"; the caller frees it. */
static char *amount_in_words(gint64 thousandths, int decimals)
{
    g_autoptr(GString) s = g_string_new(NULL);
    gint64 size = ABS(thousandths);
    g_string_printf(s, "%" G_GINT64_FORMAT, size / 1000);
    for (gssize at = (gssize)s->len - 3; at > 0; at -= 3)
        g_string_insert_c(s, at, ' ');
    if (decimals > 0)
        g_string_append_printf(s, ",%.*s", decimals,
                               (char[]){(char)('0' + size / 100 % 10), (char)('0' + size / 10 % 10),
                                        (char)('0' + size % 10), '\0'});
    return g_strconcat(thousandths < 0 ? "–" : "", s->str, NULL);
}

static const char *label_of(const Grid *grid, guint row)
{
    const Cell *cell = value_at(grid, row, 0)->cell;
    return cell && cell->text.s ? cell->text.s : "";
}

/* Says what one column's sum is and should be. */
static void describe(GString *detail, const Grid *grid, guint column, guint row, const Addition *a)
{
    const Value *total = value_at(grid, row, column);
    g_autofree char *head = head_of(grid, column);
    g_autofree char *printed = amount_in_words(total->amount, a->decimals);
    g_autofree char *added = amount_in_words(a->sum, a->decimals);
    g_string_append_printf(detail, "%s%s%stryckt %s, raderna ger %s", detail->len ? "; " : "", head,
                           *head ? ": " : "", printed, added);
    if (a->turned)
        g_string_append_printf(detail, " (stämmer om ”%s” i raden ”%s” har andra tecknet)",
                               a->turned->cell->text.s, label_of(grid, a->turned_row));
}

/* True when the sum of a column agrees with some rows above it; else `*best` is the likeliest addition. */
static bool agrees(const Grid *grid, guint column, guint row, bool rounded, Addition *best)
{
    *best = (Addition){0};
    for (int which = 0; which < ADD__MAX; which++) {
        Addition a = add(grid, column, row, (Addends)which);
        if (a.count >= 1 && ABS(a.sum - value_at(grid, row, column)->amount) <= slack(&a, rounded))
            return true;
        if (best->count < 2 && a.count >= 2)
            *best = a;
    }
    return false;
}

/* One finding for the row, whatever columns disagree. */
static void check_row(const Examination *e, const Item *item, const Block *table, const Grid *grid, guint row)
{
    g_autoptr(GString) detail = g_string_new(NULL);
    bool clean = true, compared = false;
    int page = table->page;
    for (guint column = 1; column < grid->columns; column++) {
        g_autofree char *head = head_of(grid, column);
        bool rounded = head_has(head, rounded_heads, G_N_ELEMENTS(rounded_heads)) ||
                       head_has(label_of(grid, 0), rounded_heads, G_N_ELEMENTS(rounded_heads));
        Addition best;
        if (value_at(grid, row, column)->kind != VALUE_AMOUNT || first_amount(grid, column) >= row ||
            head_has(head, unsummed_heads, G_N_ELEMENTS(unsummed_heads)))
            continue;
        bool agreed = agrees(grid, column, row, rounded, &best);
        compared = compared || agreed || best.count >= 2;
        if (agreed || best.count < 2)
            continue;
        describe(detail, grid, column, row, &best);
        clean = clean && best.clean && !value_at(grid, row, column)->torn;
    }
    if (compared)
        examination_case(e, CHECK_SUM_DIFFERS);
    if (!detail->len)
        return;
    if (g_array_index(table->rows, Row, row).page > 0)
        page = g_array_index(table->rows, Row, row).page;
    Finding *finding = examination_find(e, CHECK_SUM_DIFFERS, (Place){item, page, table->id},
                                        label_of(grid, row), "%s", detail->str);
    if (finding->fault == FAULT_UNSAID)
        finding->fault = clean ? FAULT_PRINTED : FAULT_READ;
}
