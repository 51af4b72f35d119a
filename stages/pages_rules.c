/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ruled lines of a page, found by drawing it: poppler-glib tells of no other way to them. */
#include <cairo.h>

#include "pages_parts.h"

/* The page is drawn at one pixel a point. Drawing costs more than reading the text, so it is done
 * only for pages on which so many rows hold text in more than one place. */
static const guint TABULAR_ROWS = 3;
/* A ruled line is at least this long, points: longer than any dash or bar of a letter. */
static const int MIN_LENGTH = 18;
/* Darker than this counts as ink: a hairline drawn grey by antialiasing does, a shaded cell does not. */
static const unsigned INK = 0xB4;

typedef struct {
    const unsigned char *bytes;
    int width, height, stride;
} Picture;

static int compare_rows(gconstpointer a, gconstpointer b)
{
    double d = (*(const Run *const *)a)->box.y1 - (*(const Run *const *)b)->box.y1;
    return d < 0 ? -1 : d > 0;
}

/* Counts rows (runs on one baseline) with a gap in them that no blank makes. */
static bool looks_tabular(const Page *page)
{
    g_autoptr(GPtrArray) runs = g_ptr_array_sized_new(page->runs->len);
    for (guint i = 0; i < page->runs->len; i++)
        g_ptr_array_add(runs, &g_array_index(page->runs, Run, i));
    g_ptr_array_sort(runs, compare_rows);
    guint rows = 0;
    for (guint i = 0; i < runs->len;) {
        const Run *first = runs->pdata[i];
        bool gap = false;
        guint j = i + 1;
        for (; j < runs->len; j++) {
            const Run *run = runs->pdata[j];
            if (run->box.y1 - first->box.y1 > 2)
                break;
            gap |= run->box.x0 - first->box.x1 > 2 * first->size ||
                   first->box.x0 - run->box.x1 > 2 * first->size;
        }
        rows += gap;
        i = j;
    }
    return rows >= TABULAR_ROWS;
}

/* Luminance of a pixel of format RGB24. */
static unsigned brightness(const Picture *picture, int x, int y)
{
    if (x < 0 || y < 0 || x >= picture->width || y >= picture->height)
        return 0xFF;
    const unsigned char *p = picture->bytes + (gsize)y * (gsize)picture->stride + (gsize)x * 4;
    return (p[0] + 2u * p[1] + p[2]) / 4;
}

/* Looks along rows (or columns, when `down`) for stretches of ink that are thin: a line two pixels thick
 * shows twice, so the pixel before must be no ink of the same stretch. */
static void find_lines(const Picture *picture, bool down, GArray *rules)
{
    int across = down ? picture->width : picture->height;
    int along = down ? picture->height : picture->width;
    for (int a = 0; a < across; a++) {
        int start = -1;
        for (int i = 0; i <= along; i++) {
            int x = down ? a : i, y = down ? i : a;
            bool ink = i < along && brightness(picture, x, y) < INK &&
                       brightness(picture, down ? x - 1 : x, down ? y : y - 1) >= INK &&
                       (brightness(picture, down ? x + 2 : x, down ? y : y + 2) >= INK ||
                        brightness(picture, down ? x + 3 : x, down ? y : y + 3) >= INK);
            if (ink && start < 0)
                start = i;
            if (!ink && start >= 0) {
                if (i - start >= MIN_LENGTH) {
                    double at = a + 0.5;
                    Rule rule = {down ? (Box){at, start, at, i} : (Box){start, at, i, at}};
                    g_array_append_val(rules, rule);
                }
                start = -1;
            }
        }
    }
}

void pages_add_rules(Page *page, PopplerPage *source)
{
    if (!looks_tabular(page) || page->width < 1 || page->height < 1 || page->width > 4000 ||
        page->height > 4000)
        return;
    cairo_surface_t *surface =
        cairo_image_surface_create(CAIRO_FORMAT_RGB24, (int)page->width + 1, (int)page->height + 1);
    cairo_t *cairo = cairo_create(surface);
    cairo_set_source_rgb(cairo, 1, 1, 1);
    cairo_paint(cairo);
    poppler_page_render(source, cairo);
    cairo_surface_flush(surface);
    if (cairo_status(cairo) == CAIRO_STATUS_SUCCESS) {
        Picture picture = {cairo_image_surface_get_data(surface), cairo_image_surface_get_width(surface),
                           cairo_image_surface_get_height(surface), cairo_image_surface_get_stride(surface)};
        find_lines(&picture, false, page->rules);
        find_lines(&picture, true, page->rules);
    }
    cairo_destroy(cairo);
    cairo_surface_destroy(surface);
}
