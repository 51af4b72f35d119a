/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Blocks from Lines: walks the lines once and hands each to what knows it: tables, footnotes, rows, the flow.
 */
#include "blocks.h"

#include <math.h>
#include <string.h>

#include "base/notes.h"
#include "blocks_parts.h"

static const char *kept(GStringChunk *chunk, const char *s)
{
    return s ? g_string_chunk_insert(chunk, s) : NULL;
}

void blocks_drop(Builder *builder, const Line *line, DropReason reason, const char *text)
{
    Blocks *blocks = builder->blocks;
    g_autofree char *plain = text ? NULL : line_text(line);
    g_autofree char *id = g_strdup_printf("d%u", blocks->dropped->len + 1);
    Dropped dropped = {.id = g_string_chunk_insert(blocks->chunk, id),
                       .reason = reason,
                       .page = line->page,
                       .text = g_string_chunk_insert(blocks->chunk, text ? text : plain)};
    g_array_append_val(blocks->dropped, dropped);
}

/* A picture that stands at one place on several pages is a logo. */
static bool is_logo(const Lines *lines, const Sheet *sheet, const Image *image)
{
    for (guint i = 0; i < lines->sheets->len; i++) {
        const Sheet *other = &g_array_index(lines->sheets, Sheet, i);
        for (guint j = 0; other != sheet && other->images && j < other->images->len; j++) {
            const Image *same = &g_array_index(other->images, Image, j);
            if (fabs(same->box.x0 - image->box.x0) < 2 && fabs(same->box.y0 - image->box.y0) < 2 &&
                fabs(same->box.x1 - image->box.x1) < 2)
                return true;
        }
    }
    return false;
}

/* Smaller pictures are ornaments; points. */
static const double FIGURE_SIDE = 60;

/* Delivers the pictures of a page that stand above `bottom`, from number `*next` on. */
static void take_figures(Builder *builder, const Sheet *sheet, double bottom, guint *next)
{
    for (; sheet && sheet->images && *next < sheet->images->len; ++*next) {
        const Image *image = &g_array_index(sheet->images, Image, *next);
        if (image->box.y0 > bottom)
            return;
        if (image->box.x1 - image->box.x0 < FIGURE_SIDE || image->box.y1 - image->box.y0 < FIGURE_SIDE ||
            is_logo(builder->lines, sheet, image))
            continue;
        flow_close(builder);
        Block figure = {.kind = BLOCK_FIGURE, .page = sheet->number, .box = image->box};
        flow_deliver(builder, &figure);
    }
}

static void free_part(gpointer part)
{
    text_clear(&((Part *)part)->text);
    g_free(part);
}

static void take_lines(Builder *builder)
{
    const Lines *lines = builder->lines;
    const Sheet *sheet = NULL;
    guint figures = 0;
    for (guint i = 0; i < lines->lines->len;) {
        const Line *line = &g_array_index(lines->lines, Line, i);
        if (!sheet || sheet->number != line->page) {
            take_figures(builder, sheet, G_MAXDOUBLE, &figures);
            sheet = lines_sheet(lines, line->page);
            figures = 0;
        }
        if (line->drop) {
            blocks_drop(builder, line, line->drop, NULL);
            i++;
            continue;
        }
        take_figures(builder, sheet, line->box.y0, &figures);
        guint notes = footnotes_at(builder, i), after = tables_take_ruled(builder, i);
        if (after > i) {
            i = after;
        } else if (notes) {
            footnotes_take(builder, i, notes);
            i += notes;
        } else if (line->parts->len > 1) {
            i = rows_take(builder, i);
        } else {
            flow_take(builder, (Stretch){line, &g_array_index(line->parts, Part, 0)});
            i++;
        }
    }
    take_figures(builder, sheet, G_MAXDOUBLE, &figures);
    flow_close(builder);
}

Blocks *blocks_from_lines(const Lines *lines, const Profile *profile)
{
    Blocks *blocks = g_new0(Blocks, 1);
    blocks->chunk = g_string_chunk_new(1 << 16);
    blocks->file = kept(blocks->chunk, lines->file);
    blocks->sha256 = kept(blocks->chunk, lines->sha256);
    blocks->producer = kept(blocks->chunk, lines->producer);
    blocks->title = kept(blocks->chunk, lines->title);
    blocks->tagged = lines->tagged;
    blocks->pages = lines->sheets ? (int)lines->sheets->len : 0;
    blocks->damaged = g_array_new(FALSE, TRUE, sizeof(DamagedPage));
    blocks->furniture = g_array_new(FALSE, TRUE, sizeof(Furniture));
    blocks->blocks = g_array_new(FALSE, TRUE, sizeof(Block));
    blocks->dropped = g_array_new(FALSE, TRUE, sizeof(Dropped));
    blocks->notes = g_array_new(FALSE, TRUE, sizeof(Note));
    notes_add_all(blocks->notes, blocks->chunk, lines->notes);
    for (guint i = 0; lines->sheets && i < lines->sheets->len; i++) {
        DamagedPage page = {g_array_index(lines->sheets, Sheet, i).number};
        if (g_array_index(lines->sheets, Sheet, i).damaged)
            g_array_append_val(blocks->damaged, page);
    }
    for (guint i = 0; lines->furniture && i < lines->furniture->len; i++) {
        Furniture piece = g_array_index(lines->furniture, Furniture, i);
        piece.kind = kept(blocks->chunk, piece.kind);
        piece.text = kept(blocks->chunk, piece.text);
        g_array_append_val(blocks->furniture, piece);
    }
    if (!lines->lines)
        return blocks;
    Builder builder = {.lines = lines,
                       .profile = profile,
                       .blocks = blocks,
                       .made = g_ptr_array_new_with_free_func(free_part),
                       .footnotes = g_array_new(FALSE, TRUE, sizeof(Block))};
    measures_init(&builder.measures, lines);
    take_lines(&builder);
    footnotes_match(blocks);
    quotes_find(blocks);
    headings_find(&builder);
    lists_set_levels(blocks);
    measures_clear(&builder.measures);
    g_clear_pointer(&builder.grids, g_array_unref);
    g_clear_pointer(&builder.columns, g_array_unref);
    g_ptr_array_unref(builder.made);
    g_array_unref(builder.footnotes);
    return blocks;
}

/* Rows by newlines, cells by TAB; a place covered by a span is left empty. */
static void append_rows(GString *s, const Block *block)
{
    g_autoptr(GArray) covered = g_array_new(FALSE, TRUE, sizeof(int)); /* rows still covered, by column */
    for (guint r = 0; block->rows && r < block->rows->len; r++) {
        const Row *row = &g_array_index(block->rows, Row, r);
        guint column = 0;
        for (guint c = 0; row->cells && c <= row->cells->len; c++) {
            for (; column < covered->len && g_array_index(covered, int, column) > 0; column++) {
                g_array_index(covered, int, column)--;
                g_string_append(s, column ? "\t" : "");
            }
            if (c == row->cells->len)
                break;
            const Cell *cell = &g_array_index(row->cells, Cell, c);
            for (int i = 0; i < MAX(cell->columns, 1); i++, column++) {
                g_string_append(s, column ? "\t" : "");
                if (i == 0 && cell->text.s)
                    g_string_append(s, cell->text.s);
                if (covered->len <= column)
                    g_array_set_size(covered, column + 1);
                g_array_index(covered, int, column) = MAX(cell->rows, 1) - 1;
            }
        }
        if (r + 1 < block->rows->len)
            g_string_append_c(s, '\n');
    }
}

char *block_plain(const Block *block)
{
    GString *s = g_string_new(NULL);
    if (block->marker)
        g_string_append_printf(s, "%s ", block->marker);
    if (block->kind == BLOCK_TABLE || block->kind == BLOCK_ROW)
        append_rows(s, block);
    else if (block->text.s)
        g_string_append(s, block->text.s);
    return g_string_free(s, FALSE);
}

Block block_copy(const Block *block, GStringChunk *chunk)
{
    Block copy = *block;
    copy.id = kept(chunk, block->id);
    copy.marker = kept(chunk, block->marker);
    copy.number = kept(chunk, block->number);
    copy.list = kept(chunk, block->list);
    copy.text = text_copy(&block->text, chunk);
    copy.rows = NULL;
    if (!block->rows)
        return copy;
    copy.rows = g_array_new(FALSE, TRUE, sizeof(Row));
    for (guint r = 0; r < block->rows->len; r++) {
        Row row = g_array_index(block->rows, Row, r);
        const GArray *cells = row.cells;
        row.cells = g_array_new(FALSE, TRUE, sizeof(Cell));
        for (guint c = 0; cells && c < cells->len; c++) {
            Cell cell = g_array_index(cells, Cell, c);
            cell.text = text_copy(&cell.text, chunk);
            g_array_append_val(row.cells, cell);
        }
        g_array_append_val(copy.rows, row);
    }
    return copy;
}

void blocks_free(Blocks *blocks)
{
    if (!blocks)
        return;
    model_clear(&blocks_type, blocks);
    g_string_chunk_free(blocks->chunk);
    g_free(blocks);
}
