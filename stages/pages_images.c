/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Images of a page: where pictures are, asked for only where one may say something. */
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
static bool begins_with_logo(const Pages *pages);

/* A picture is an object of the file whose dictionary is never compressed nor encrypted (ISO
 * 32000-1, 7.5.7). Pictures inside a page's own commands are small, and not looked for. */
guint pages_count_pictures(GBytes *pdf)
{
    return pages_count_name(pdf, "/Image");
}

void pages_add_images(Page *page, PopplerPage *source, const Pages *pages, guint pictures)
{
    if (!pictures)
        return;
    if (page->number > FIRST_PAGES && page->runs->len &&
        (!has_room(page) || (pictures == 1 && begins_with_logo(pages))))
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

/* True when the first pages show one picture, in one place. If the file has no other, later pages can only
 * show that one again. */
static bool begins_with_logo(const Pages *pages)
{
    for (guint i = 0; i < FIRST_PAGES; i++) {
        const GArray *images = g_array_index(pages->pages, Page, i).images;
        if (images->len != 1)
            return false;
        const Box *first = &g_array_index(g_array_index(pages->pages, Page, 0).images, Image, 0).box;
        const Box *box = &g_array_index(images, Image, 0).box;
        if (box->x0 != first->x0 || box->y0 != first->y0 || box->x1 != first->x1 || box->y1 != first->y1)
            return false;
    }
    return true;
}
