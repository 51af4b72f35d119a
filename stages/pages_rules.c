/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ruled lines of a page, found by drawing it: poppler-glib tells of no other way to them. */
#include <cairo.h>

#include "pages_parts.h"

/* The page is drawn at one pixel a point. Drawing costs more than reading the text, so it is done
 * only for pages on which so many rows hold text in more than one place, rows that stand on many pages
 * (running heads, signature boxes) aside. */
static const guint TABULAR_ROWS = 3;
/* A ruled line is at least this long, points: longer than any dash or bar of a letter. */
static const int MIN_LENGTH = 18;
/* Darker than this counts as ink: a hairline drawn grey by antialiasing does, a shaded cell does not. */
static const unsigned INK = 0xB4;
/* Larger pages are posters and plans, not minutes. */
static const double MAX_SIDE = 2000;

/* One byte a pixel, 1 for ink, with a margin of MARGIN bytes around so that neighbours need no check. */
enum { MARGIN = 4 };
typedef struct {
    unsigned char *bytes;
    int width, height, stride;
} Ink;

/* A row of runs on one baseline: where it is and what it says, so that repeated rows are known. */
typedef struct {
    const Run *first;
    bool gap; /* wider than any blank */
} RunRow;

static int compare_runs(gconstpointer a, gconstpointer b)
{
    double d = (*(const Run *const *)a)->box.y1 - (*(const Run *const *)b)->box.y1;
    return d < 0 ? -1 : d > 0;
}

static GArray *rows_of(const Page *page)
{
    g_autoptr(GPtrArray) runs = g_ptr_array_sized_new(page->runs->len);
    for (guint i = 0; i < page->runs->len; i++)
        g_ptr_array_add(runs, &g_array_index(page->runs, Run, i));
    g_ptr_array_sort(runs, compare_runs);
    GArray *rows = g_array_new(FALSE, FALSE, sizeof(RunRow));
    for (guint i = 0; i < runs->len;) {
        RunRow row = {.first = runs->pdata[i]};
        for (; i < runs->len; i++) {
            const Run *run = runs->pdata[i];
            if (run->box.y1 - row.first->box.y1 > 2)
                break;
            row.gap |= run->box.x0 - row.first->box.x1 > 2 * run->size ||
                       row.first->box.x0 - run->box.x1 > 2 * run->size;
        }
        g_array_append_val(rows, row);
    }
    return rows;
}

/* The height of a row on its page, in half points: rows of a running head keep it from page to page. */
static gpointer height_key(const RunRow *row)
{
    return GINT_TO_POINTER((int)(row->first->box.y1 * 2) + 1);
}

/* Draws `source` and returns its ink; the caller frees `bytes`, which are NULL on failure. */
static Ink draw(const Page *page, PopplerPage *source)
{
    Ink ink = {.width = (int)page->width + 1, .height = (int)page->height + 1};
    cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, ink.width, ink.height);
    cairo_t *cairo = cairo_create(surface);
    cairo_set_source_rgb(cairo, 1, 1, 1);
    cairo_paint(cairo);
    poppler_page_render(source, cairo);
    cairo_surface_flush(surface);
    if (cairo_status(cairo) == CAIRO_STATUS_SUCCESS) {
        ink.stride = ink.width + 2 * MARGIN;
        ink.bytes = g_malloc0((gsize)ink.stride * (gsize)(ink.height + 2 * MARGIN));
        const unsigned char *pixels = cairo_image_surface_get_data(surface);
        gsize row_size = (gsize)cairo_image_surface_get_stride(surface);
        for (int y = 0; y < ink.height; y++) {
            const unsigned char *p = pixels + (gsize)y * row_size;
            unsigned char *to = ink.bytes + (gsize)(y + MARGIN) * (gsize)ink.stride + MARGIN;
            for (int x = 0; x < ink.width; x++, p += 4)
                to[x] = (p[0] + 2u * p[1] + p[2]) / 4 < INK;
        }
    }
    cairo_destroy(cairo);
    cairo_surface_destroy(surface);
    return ink;
}

/* Looks along rows (or columns, when `down`) for stretches of ink that are thin. A line two pixels thick
 * shows twice, so the pixel before must be none; what is thicker than three is no line but an area. Where
 * lines cross ink lies on both sides: a stretch under way goes on over so few pixels of it, else the sides of
 * a low row of a table would be too short to tell from letters. */
enum { CROSSING = 3 };

static void find_lines(const Ink *ink, bool down, GArray *rules)
{
    gssize along = down ? ink->stride : 1, across = down ? 1 : ink->stride;
    int length = down ? ink->height : ink->width, count = down ? ink->width : ink->height;
    for (int a = 0; a < count; a++) {
        const unsigned char *p = ink->bytes + (gssize)MARGIN * ink->stride + MARGIN + a * across;
        int start = -1, end = -1; /* of the stretch under way; `end` is the last thin pixel */
        for (int i = 0; i <= length; i++, p += along) {
            bool inked = i < length && p[0];
            if (inked && !p[-across] && !(p[across] && p[2 * across] && p[3 * across])) {
                start = start < 0 ? i : start;
                end = i;
            } else if (start >= 0 && (!inked || i - end > CROSSING)) {
                double at = a + 0.5;
                Rule rule = {down ? (Box){at, start, at, end + 1} : (Box){start, at, end + 1, at}};
                if (end + 1 - start >= MIN_LENGTH)
                    g_array_append_val(rules, rule);
                start = -1;
            }
        }
    }
}

static void add_rules(Page *page, PopplerPage *source)
{
    if (page->width > MAX_SIDE || page->height > MAX_SIDE)
        return;
    Ink ink = draw(page, source);
    if (!ink.bytes)
        return;
    find_lines(&ink, false, page->rules);
    find_lines(&ink, true, page->rules);
    g_free(ink.bytes);
}

void pages_add_rules(Pages *pages, PopplerDocument *document)
{
    guint n = pages->pages->len;
    g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func((GDestroyNotify)g_array_unref);
    g_autoptr(GHashTable) heights = g_hash_table_new(NULL, NULL);
    for (guint i = 0; i < n; i++) {
        GArray *of_page = rows_of(&g_array_index(pages->pages, Page, i));
        g_ptr_array_add(rows, of_page);
        for (guint j = 0; j < of_page->len; j++) {
            const RunRow *row = &g_array_index(of_page, RunRow, j);
            gpointer key = height_key(row);
            if (row->gap)
                g_hash_table_insert(
                    heights, key, GUINT_TO_POINTER(GPOINTER_TO_UINT(g_hash_table_lookup(heights, key)) + 1));
        }
    }
    for (guint i = 0; i < n; i++) {
        const GArray *of_page = rows->pdata[i];
        guint tabular = 0;
        for (guint j = 0; j < of_page->len; j++) {
            const RunRow *row = &g_array_index(of_page, RunRow, j);
            guint pages_with = GPOINTER_TO_UINT(g_hash_table_lookup(heights, height_key(row)));
            tabular += row->gap && (n < 4 || pages_with * 2 < n);
        }
        if (tabular < TABULAR_ROWS)
            continue;
        PopplerPage *source = poppler_document_get_page(document, (int)i);
        if (source)
            add_rules(&g_array_index(pages->pages, Page, i), source);
        g_clear_object(&source);
    }
}
