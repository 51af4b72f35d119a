/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lines from Pages: rows of runs, minus running heads and feet, in the order a person reads them. */
#include "lines.h"

#include <string.h>

#include "base/notes.h"
#include "lines_parts.h"

static const char *kept(GStringChunk *chunk, const char *s)
{
    return s ? g_string_chunk_insert(chunk, s) : NULL;
}

Lines *lines_from_pages(const Pages *pages, const Profile *profile)
{
    Lines *lines = g_new0(Lines, 1);
    lines->chunk = g_string_chunk_new(1 << 16);
    lines->file = kept(lines->chunk, pages->file);
    lines->sha256 = kept(lines->chunk, pages->sha256);
    lines->producer = kept(lines->chunk, pages->producer);
    lines->title = kept(lines->chunk, pages->title);
    lines->tagged = pages->tagged;
    lines->sheets = g_array_new(FALSE, TRUE, sizeof(Sheet));
    lines->furniture = g_array_new(FALSE, TRUE, sizeof(Furniture));
    lines->lines = g_array_new(FALSE, TRUE, sizeof(Line));
    lines->notes = g_array_new(FALSE, TRUE, sizeof(Note));
    notes_add_all(lines->notes, lines->chunk, pages->notes);
    for (guint i = 0; pages->pages && i < pages->pages->len; i++)
        lines_add_page(lines, &g_array_index(pages->pages, Page, i));
    lines_drop_furniture(lines, profile);
    lines_drop_contents(lines);
    lines_measure_sheets(lines);
    lines_order_columns(lines, profile);
    lines_mark_hyphens(lines);
    lines_add_hidden(lines, pages);
    return lines;
}

const Sheet *lines_sheet(const Lines *lines, int page)
{
    static const Sheet none = {0};
    guint n = lines->sheets ? lines->sheets->len : 0;
    guint at = page > 0 ? (guint)page - 1 : 0; /* where it is unless pages are missing */
    if (at < n && g_array_index(lines->sheets, Sheet, at).number == page)
        return &g_array_index(lines->sheets, Sheet, at);
    for (guint i = 0; i < n; i++)
        if (g_array_index(lines->sheets, Sheet, i).number == page)
            return &g_array_index(lines->sheets, Sheet, i);
    return &none;
}

char *line_text(const Line *line)
{
    GString *s = g_string_new(NULL);
    for (guint i = 0; i < line->parts->len; i++) {
        const char *text = g_array_index(line->parts, Part, i).text.s;
        if (s->len && *text)
            g_string_append_c(s, ' ');
        g_string_append(s, text);
    }
    return g_string_free(s, FALSE);
}

/* Compares doubles for qsort(). */
static int compare(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return x < y ? -1 : x > y;
}

/* The edges are those that all but one line in fifty keep to: a stray mark in the margin is no edge. */
static double quantile(GArray *values, double share)
{
    if (!values->len)
        return 0;
    qsort(values->data, values->len, sizeof(double), compare);
    return g_array_index(values, double, (guint)(share * (values->len - 1)));
}

void lines_measure_sheets(Lines *lines)
{
    g_autoptr(GArray) left = g_array_new(FALSE, FALSE, sizeof(double));
    g_autoptr(GArray) right = g_array_new(FALSE, FALSE, sizeof(double));
    for (guint i = 0; i < lines->lines->len; i++) {
        const Line *line = &g_array_index(lines->lines, Line, i);
        if (line->drop != DROP_NONE)
            continue;
        g_array_append_val(left, line->box.x0);
        g_array_append_val(right, line->box.x1);
    }
    double x0 = quantile(left, 0.02), x1 = quantile(right, 0.98);
    /* Pages of another size than the first (a table on its side) have edges of their own. */
    for (guint s = 0, first, next = 0; s < lines->sheets->len; s++) {
        Sheet *sheet = &g_array_index(lines->sheets, Sheet, s);
        for (first = next; next < lines->lines->len;
             next++) /* its lines, which stand in the order of the sheets */
            if (g_array_index(lines->lines, Line, next).page != sheet->number)
                break;
        sheet->left = x0;
        sheet->right = x1;
        if (sheet->width == g_array_index(lines->sheets, Sheet, 0).width)
            continue;
        g_array_set_size(left, 0);
        g_array_set_size(right, 0);
        for (guint i = first; i < next; i++) {
            const Line *line = &g_array_index(lines->lines, Line, i);
            if (line->drop != DROP_NONE)
                continue;
            g_array_append_val(left, line->box.x0);
            g_array_append_val(right, line->box.x1);
        }
        sheet->left = quantile(left, 0);
        sheet->right = quantile(right, 1);
    }
}

void lines_free(Lines *lines)
{
    if (!lines)
        return;
    model_clear(&lines_type, lines);
    g_string_chunk_free(lines->chunk);
    g_free(lines);
}
