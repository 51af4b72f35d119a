/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ruled lines of a page, found by drawing it: poppler-glib tells of no other way to them. */
#include <cairo.h>
#include <string.h>

#include "pages_parts.h"

/* The page is drawn at one pixel a point. Drawing costs more than reading the text, so it is done
 * only for pages on which so many rows hold text in more than one place, rows that stand on many pages
 * (running heads, signature boxes) aside. */
static const guint TABULAR_ROWS = 3;
/* A ruled line is at least this long, points: longer than any dash or bar of a letter. */
enum { MIN_LENGTH = 18 };
/* Darker than this counts as ink: a hairline drawn grey by antialiasing does, a shaded cell does not. */
static const unsigned INK = 0xB4;
/* Larger pages are posters and plans, not minutes. */
static const double MAX_SIDE = 2000;

/* One bit a pixel, set for ink, with lines without ink around so that neighbours need no check. Kept row by
 * row, and column by column: then a stretch of ink is looked for eight pixels at a time with memchr(), which
 * passes over the paper and nearly all letters. */
enum { MARGIN = 4 };
typedef struct {
    guint8 *bits;
    int lines, length, stride; /* lines are rows, or columns; the stride in bytes */
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

static Ink ink_new(int lines, int length)
{
    /* A byte more than the pixels need: the bit after the last of a line is there, and never set. */
    Ink ink = {.lines = lines, .length = length, .stride = length / 8 + 1};
    ink.bits = g_malloc0((gsize)ink.stride * (gsize)(lines + 2 * MARGIN));
    return ink;
}

static guint8 *ink_line(const Ink *ink, int line)
{
    return ink->bits + (gsize)ink->stride * (gsize)(line + MARGIN);
}

static bool is_ink(const guint8 *line, int i)
{
    return line[i / 8] >> (i % 8) & 1;
}

static void set_ink(guint8 *line, int i)
{
    line[i / 8] |= (guint8)(1 << (i % 8));
}

cairo_surface_t *page_draw(PopplerPage *source, double scale, int width, int height)
{
    /* Cairo would clear pixels of its own before they are painted white. */
    int stride = cairo_format_stride_for_width(CAIRO_FORMAT_RGB24, width);
    unsigned char *pixels = g_malloc((gsize)stride * (gsize)height);
    cairo_surface_t *surface =
        cairo_image_surface_create_for_data(pixels, CAIRO_FORMAT_RGB24, width, height, stride);
    static const cairo_user_data_key_t owner;
    cairo_surface_set_user_data(surface, &owner, pixels, g_free);
    cairo_t *cairo = cairo_create(surface);
    cairo_set_source_rgb(cairo, 1, 1, 1);
    cairo_paint(cairo);
    cairo_scale(cairo, scale, scale);
    poppler_page_render(source, cairo);
    cairo_surface_flush(surface);
    cairo_destroy(cairo);
    return surface;
}

/* Pixels are looked at eight at a time, two in a word: nearly all are paper, or the shade of a cell. */
enum { STEP = 8 };
static const guint32 RGB = 0xFFFFFF; /* of a pixel; what its first byte holds is not said */

static guint64 two_pixels(const guint32 *pixels)
{
    guint64 two;
    memcpy(&two, pixels, sizeof two);
    return two;
}

static bool are_all(const guint32 *p, guint64 two)
{
    const guint64 rgb = (guint64)RGB << 32 | RGB;
    guint64 differing = (two_pixels(p) ^ two) | (two_pixels(p + 2) ^ two) | (two_pixels(p + 4) ^ two) |
                        (two_pixels(p + 6) ^ two);
    return !(differing & rgb);
}

static bool is_dark(guint32 color)
{
    return ((color >> 16 & 0xFF) + 2 * (color >> 8 & 0xFF) + (color & 0xFF)) / 4 < INK;
}

/* Fills both with the ink of a drawing. */
static void take_ink(cairo_surface_t *surface, Ink *rows, Ink *columns)
{
    const unsigned char *pixels = cairo_image_surface_get_data(surface);
    gsize row_size = (gsize)cairo_image_surface_get_stride(surface);
    guint64 light = G_MAXUINT64; /* the last colour that was no ink, twice */
    for (int y = 0; y < rows->lines; y++) {
        const guint32 *p = (const guint32 *)(gconstpointer)(pixels + (gsize)y * row_size);
        guint8 *row = ink_line(rows, y);
        for (int x = 0; x < rows->length; x += STEP) {
            int end = MIN(x + STEP, rows->length);
            if (end == x + STEP && are_all(p + x, light))
                continue;
            for (int i = x; i < end; i++) {
                if (!((p[i] ^ light) & RGB))
                    continue;
                if (!is_dark(p[i])) {
                    light = (guint64)p[i] << 32 | p[i];
                } else {
                    set_ink(row, i);
                    set_ink(ink_line(columns, i), y);
                }
            }
        }
    }
}

/* Looks along unbroken ink, the pixels `from` to `to` of line `a`, for stretches that are thin. A line two
 * pixels thick shows twice, so the pixel before must be none; what is thicker than three is no line but an
 * area. Where lines cross ink lies on both sides: a stretch under way goes on over so few pixels of it, else
 * the sides of a low row of a table would be too short to tell from letters. */
enum { CROSSING = 3 };

static void add_stretches(const Ink *ink, int a, int from, int to, bool down, GArray *rules)
{
    int start = -1, end = -1; /* of the stretch under way; `end` is the last thin pixel */
    for (int i = from; i <= to; i++) {
        bool thin = i < to && !is_ink(ink_line(ink, a - 1), i) &&
                    !(is_ink(ink_line(ink, a + 1), i) && is_ink(ink_line(ink, a + 2), i) &&
                      is_ink(ink_line(ink, a + 3), i));
        if (thin) {
            start = start < 0 ? i : start;
            end = i;
        } else if (start >= 0 && (i == to || i - end > CROSSING)) {
            double at = a + 0.5;
            Rule rule = {down ? (Box){at, start, at, end + 1} : (Box){start, at, end + 1, at}};
            if (end + 1 - start >= MIN_LENGTH)
                g_array_append_val(rules, rule);
            start = -1;
        }
    }
}

/* Looks along the lines of `ink`, which are columns when `down`. Ink as long as a rule fills a byte or more.
 */
static void find_lines(const Ink *ink, bool down, GArray *rules)
{
    G_STATIC_ASSERT(MIN_LENGTH >= 15);
    for (int a = 0; a < ink->lines; a++) {
        const guint8 *line = ink_line(ink, a), *limit = line + ink->stride;
        for (const guint8 *p = line; (p = memchr(p, 0xFF, (gsize)(limit - p)));) {
            int from = (int)(p - line) * 8, to = from + 8;
            while (from > 0 && is_ink(line, from - 1))
                from--;
            while (is_ink(line, to))
                to++;
            if (to - from >= MIN_LENGTH)
                add_stretches(ink, a, from, to, down, rules);
            p = line + to / 8;
        }
    }
}

static void add_rules(Page *page, PopplerPage *source)
{
    if (page->width > MAX_SIDE || page->height > MAX_SIDE)
        return;
    int width = (int)page->width + 1, height = (int)page->height + 1;
    cairo_surface_t *surface = page_draw(source, 1, width, height);
    if (cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS) {
        Ink rows = ink_new(height, width), columns = ink_new(width, height);
        take_ink(surface, &rows, &columns);
        find_lines(&rows, false, page->rules);
        find_lines(&columns, true, page->rules);
        g_free(rows.bits);
        g_free(columns.bits);
    }
    cairo_surface_destroy(surface);
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
