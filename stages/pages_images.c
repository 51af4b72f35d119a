/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Images of a page: where pictures are, asked for only where one may say something. */
#include <string.h>

#include "pages_parts.h"

/* Poppler finds pictures by going through a page once more, at nearly the cost of its text. So it is asked
 * only where there may be one that says something: that takes room, a gap in the text of this height, points.
 */
static const double PICTURE_ROOM = 60;
/* Below the last line there is a margin besides. */
static const double BOTTOM_MARGIN = 72;
/* The first pages are asked in any case, so that what stands on them too is known for a logo. */
enum { FIRST_PAGES = 2 };

static bool has_room(const Page *page);

/* A picture is an object of the file whose dictionary is never compressed nor encrypted (ISO
 * 32000-1, 7.5.7). Pictures inside a page's own commands are small, and not looked for. */
bool pages_hold_images(GBytes *pdf)
{
    static const char name[] = {'/', 'I', 'm', 'a', 'g', 'e'};
    gsize size;
    const char *bytes = g_bytes_get_data(pdf, &size);
    for (const char *p = bytes, *end = bytes + size; (p = memchr(p, '/', (gsize)(end - p))); p++)
        if ((gsize)(end - p) > sizeof name && memcmp(p, name, sizeof name) == 0 &&
            !g_ascii_isalnum(p[sizeof name]))
            return true;
    return false;
}

void pages_add_images(Page *page, PopplerPage *source)
{
    if (page->number > FIRST_PAGES && !has_room(page))
        return;
    GList *mapping = poppler_page_get_image_mapping(source);
    for (GList *node = mapping; node; node = node->next) {
        const PopplerImageMapping *image = node->data;
        Image kept = {box_from_corners(image->area.x1, image->area.y1, image->area.x2, image->area.y2)};
        g_array_append_val(page->images, kept);
    }
    poppler_page_free_image_mapping(mapping);
}

static int compare_tops(gconstpointer a, gconstpointer b)
{
    double d = ((const Box *)a)->y0 - ((const Box *)b)->y0;
    return d < 0 ? -1 : d > 0;
}

static bool has_room(const Page *page)
{
    g_autoptr(GArray) boxes = g_array_sized_new(FALSE, FALSE, sizeof(Box), page->runs->len);
    for (guint i = 0; i < page->runs->len; i++)
        g_array_append_val(boxes, g_array_index(page->runs, Run, i).box);
    g_array_sort(boxes, compare_tops);
    double bottom = boxes->len ? g_array_index(boxes, Box, 0).y1 : 0;
    for (guint i = 0; i < boxes->len; i++) {
        const Box *box = &g_array_index(boxes, Box, i);
        if (box->y0 - bottom >= PICTURE_ROOM)
            return true;
        bottom = MAX(bottom, box->y1);
    }
    return page->height - bottom >= PICTURE_ROOM + BOTTOM_MARGIN;
}
