/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text that is in a page and cannot be seen on it: in the colour of its ground, under a box or a picture,
 * drawn without ink, or too small. */
#include <cairo.h>
#include <string.h>

#include "base/notes.h"
#include "base/text.h"
#include "pages_parts.h"

/* Pixels a point. */
static const double SCALE = 1;
/* Larger pages are not drawn, points. */
static const double MAX_SIDE = 2000;
/* Text smaller than this cannot be read, points. */
static const double TINY = 2;
/* Text of this brightness, of 255, may be lost on white paper. */
enum { BRIGHT = 200 };
/* Two colours that differ less than this in red, green and blue are one to the eye. */
enum { DIFFERENCE = 24 };
/* Letters have ink in the middle of their height. */
static const double MIDDLE_FROM = 0.25, MIDDLE_TO = 0.75;
/* A page of more areas times characters is drawn as a whole. */
enum { COMPARED_MOST = 1 << 23 };
/* So many letters of a word that cannot be seen hide the word. */
enum { LETTERS_HIDDEN = 2 };

struct HiddenFinder {
    PopplerDocument *document; /* borrowed */
    PaintReader *paint;
    GHashTable *drawn;   /* names of fonts that are in the file; NULL: not asked yet */
    GHashTable *missing; /* … and of fonts that are not, or broken; some are in both */
};

/* The text of a page, by character. */
typedef struct {
    const char *text;
    const PopplerRectangle *boxes;
    guint n;
    GList *fonts; /* of PopplerTextAttributes */
    guint8 *state;
} Characters;

enum { SEEN, DOUBTFUL, HIDDEN, BETWEEN /* words */ };

/* A drawing of the page. */
typedef struct {
    cairo_surface_t *surface;
    const guint8 *pixels;
    int width, height, stride;
} Drawing;

static bool doubt(Characters *all, const PagePaint *paint);
static void judge(HiddenFinder *finder, Characters *all, const Page *page, PopplerPage *source, bool unknown);
static bool judge_words(Characters *all);

HiddenFinder *hidden_finder_new(PopplerDocument *document, GBytes *pdf)
{
    HiddenFinder *finder = g_new0(HiddenFinder, 1);
    finder->document = document;
    finder->paint = paint_reader_new(pdf, (guint)poppler_document_get_n_pages(document));
    return finder;
}

void hidden_finder_free(HiddenFinder *finder)
{
    g_clear_pointer(&finder->drawn, g_hash_table_unref);
    g_clear_pointer(&finder->missing, g_hash_table_unref);
    paint_reader_free(finder->paint);
    g_free(finder);
}

guint8 *hidden_characters(HiddenFinder *finder, Pages *pages, const Page *page, PopplerPage *source,
                          const char *text, const PopplerRectangle *boxes, guint n, GList *fonts)
{
    PagePaint *paint = page_paint_new(finder->paint, page);
    Characters all = {text, boxes, n, fonts, g_new0(guint8, n + 1)};
    bool hidden = false;
    if (doubt(&all, paint))
        judge(finder, &all, page, source, paint->unknown);
    hidden = judge_words(&all);
    if (hidden || paint->outside)
        notes_add(pages->notes, pages->chunk, NOTE_TEXT_HIDDEN, page->number, NULL, NULL);
    page_paint_free(paint);
    if (!hidden)
        g_clear_pointer(&all.state, g_free);
    return all.state;
}

static int rgb_of(const PopplerTextAttributes *font)
{
    return font->color.red >> 8 << 16 | font->color.green >> 8 << 8 | font->color.blue >> 8;
}

static bool is_bright(int rgb)
{
    return ((rgb >> 16 & 0xFF) * 3 + (rgb >> 8 & 0xFF) * 6 + (rgb & 0xFF)) / 10 >= BRIGHT;
}

static bool are_near(int a, int b)
{
    for (int shift = 0; shift <= 16; shift += 8)
        if (ABS((a >> shift & 0xFF) - (b >> shift & 0xFF)) >= DIFFERENCE)
            return false;
    return true;
}

/* ---- what may be hidden ---- */

/* Whether the area may hide text of these fonts: it was painted over text, or has the colour of some. */
static bool may_hide(const PaintedArea *area, GList *fonts)
{
    if (area->over_text || area->color == PAINT_UNKNOWN)
        return true;
    for (; fonts; fonts = fonts->next)
        if (are_near(rgb_of(fonts->data), area->color))
            return true;
    return false;
}

/* Marks what is in the area and not hidden yet. */
static void doubt_area(Characters *all, const PaintedArea *area)
{
    const Box *box = &area->box;
    for (guint i = 0; i < all->n; i++) {
        double x = (all->boxes[i].x1 + all->boxes[i].x2) / 2, y = (all->boxes[i].y1 + all->boxes[i].y2) / 2;
        if ((all->state[i] == SEEN || area->covers) && x >= box->x0 && x <= box->x1 && y >= box->y0 &&
            y <= box->y1)
            all->state[i] = area->covers ? HIDDEN : DOUBTFUL;
    }
}

/* Marks what may be hidden, and what is too small; true where some of it must be looked at. */
static bool doubt(Characters *all, const PagePaint *paint)
{
    bool many = (guint64)paint->areas->len * all->n > COMPARED_MOST;
    if (paint->unknown || paint->invisible || many)
        memset(all->state, DOUBTFUL, all->n);
    for (const GList *node = all->fonts; node; node = node->next) {
        const PopplerTextAttributes *font = node->data;
        guint first = (guint)MAX(font->start_index, 0), last = MIN((guint)font->end_index + 1, all->n);
        if (first < last && font->font_size < TINY)
            memset(all->state + first, HIDDEN, last - first);
        else if (first < last && is_bright(rgb_of(font)))
            memset(all->state + first, DOUBTFUL, last - first);
    }
    for (guint i = 0; i < paint->areas->len && !paint->unknown && !many; i++) {
        const PaintedArea *area = &g_array_index(paint->areas, PaintedArea, i);
        if (may_hide(area, all->fonts))
            doubt_area(all, area);
    }
    return memchr(all->state, DOUBTFUL, all->n) != NULL;
}

/* ---- what is ---- */

/* Fonts that are not in the file, or broken, are drawn as nothing: the program knows no others. */
static void ask_fonts(HiddenFinder *finder)
{
    PopplerFontInfo *fonts = poppler_font_info_new(finder->document);
    PopplerFontsIter *iter = NULL;
    finder->drawn = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    finder->missing = paint_broken_fonts(finder->paint);
    if (poppler_font_info_scan(fonts, poppler_document_get_n_pages(finder->document), &iter) && iter) {
        do {
            const char *name = poppler_fonts_iter_get_name(iter);
            g_hash_table_add(poppler_fonts_iter_is_embedded(iter) ? finder->drawn : finder->missing,
                             g_strdup(name ? name : ""));
        } while (poppler_fonts_iter_next(iter));
    }
    poppler_fonts_iter_free(iter);
    g_object_unref(fonts);
}

static bool is_drawn(HiddenFinder *finder, const char *name)
{
    if (!finder->drawn)
        ask_fonts(finder);
    return g_hash_table_contains(finder->drawn, name) && !g_hash_table_contains(finder->missing, name);
}

/* Whether the page has one colour where a character stands, and which. */
static bool is_blank(const Drawing *drawing, const PopplerRectangle *box, int *rgb)
{
    double height = box->y2 - box->y1;
    int x0 = MAX((int)(box->x1 * SCALE), 0), x1 = MIN((int)(box->x2 * SCALE) + 1, drawing->width);
    int y0 = MAX((int)((box->y1 + height * MIDDLE_FROM) * SCALE), 0),
        y1 = MIN((int)((box->y1 + height * MIDDLE_TO) * SCALE) + 1, drawing->height);
    int least[3] = {255, 255, 255}, most[3] = {0, 0, 0};
    if (x0 >= x1 || y0 >= y1)
        return false;
    for (int y = y0; y < y1; y++) {
        const guint32 *row =
            (const guint32 *)(gconstpointer)(drawing->pixels + (gsize)y * (gsize)drawing->stride);
        for (int x = x0; x < x1; x++)
            for (int i = 0; i < 3; i++) {
                int part = (int)(row[x] >> (8 * i) & 0xFF);
                least[i] = MIN(least[i], part);
                most[i] = MAX(most[i], part);
            }
    }
    *rgb = 0;
    for (int i = 0; i < 3; i++) {
        if (most[i] - least[i] >= DIFFERENCE)
            return false;
        *rgb |= (least[i] + most[i]) / 2 << (8 * i);
    }
    return true;
}

/* Whether no letter of the font shows ink, and not because something lies over all of them: then it is one
 * that cannot be drawn, whatever the file says. */
static bool is_inkless(const Characters *all, const Drawing *drawing, const char *name, bool unknown)
{
    guint seen = 0;
    for (const GList *node = all->fonts; node; node = node->next) {
        const PopplerTextAttributes *font = node->data;
        for (guint i = (guint)MAX(font->start_index, 0); i <= (guint)font->end_index && i < all->n; i++) {
            int ground;
            if (g_strcmp0(font->font_name, name) != 0)
                break;
            if (!is_blank(drawing, &all->boxes[i], &ground))
                return false;
            seen += all->state[i] == SEEN;
        }
    }
    return seen > 0 || unknown;
}

/* Settles each doubt. */
static void judge(HiddenFinder *finder, Characters *all, const Page *page, PopplerPage *source, bool unknown)
{
    Drawing drawing = {.width = (int)(page->width * SCALE) + 1, .height = (int)(page->height * SCALE) + 1};
    bool large = page->width > MAX_SIDE || page->height > MAX_SIDE;
    drawing.surface = large ? NULL : page_draw(source, SCALE, drawing.width, drawing.height);
    bool drawn = drawing.surface && cairo_surface_status(drawing.surface) == CAIRO_STATUS_SUCCESS;
    if (drawn) {
        drawing.pixels = cairo_image_surface_get_data(drawing.surface);
        drawing.stride = cairo_image_surface_get_stride(drawing.surface);
    }
    const char *p = all->text;
    for (guint i = 0; *p && i < all->n; p = g_utf8_next_char(p), i++)
        if (!text_is_letter_or_digit(g_utf8_get_char(p)))
            all->state[i] = BETWEEN;
    g_autoptr(GHashTable) inks = g_hash_table_new(g_str_hash, g_str_equal); /* name -> whether it has any */
    for (const GList *node = all->fonts; drawn && node; node = node->next) {
        const PopplerTextAttributes *font = node->data;
        const char *name = font->font_name ? font->font_name : "";
        guint first = (guint)MAX(font->start_index, 0), end = MIN((guint)font->end_index + 1, all->n);
        if (first >= end || !memchr(all->state + first, DOUBTFUL, end - first))
            continue;
        if (!g_hash_table_contains(inks, name)) {
            bool inked = is_drawn(finder, name) && !is_inkless(all, &drawing, font->font_name, unknown);
            g_hash_table_insert(inks, (char *)name, GINT_TO_POINTER(inked));
        }
        bool inked = GPOINTER_TO_INT(g_hash_table_lookup(inks, name));
        for (guint i = first; i < end; i++) {
            int ground;
            if (all->state[i] == DOUBTFUL && is_blank(&drawing, &all->boxes[i], &ground) &&
                (inked || are_near(ground, rgb_of(font))))
                all->state[i] = HIDDEN;
        }
    }
    g_clear_pointer(&drawing.surface, cairo_surface_destroy);
}

/* A word is hidden as a whole, or seen; what stands between words goes with the one before. True where one
 * is hidden. */
static bool judge_words(Characters *all)
{
    bool any = false, hidden = false;
    const char *p = all->text;
    if (!memchr(all->state, HIDDEN, all->n))
        return false;
    for (guint i = 0; *p && i < all->n;) {
        guint end = i, lost = 0;
        for (; *p && end < all->n && text_is_letter_or_digit(g_utf8_get_char(p)); p = g_utf8_next_char(p))
            lost += all->state[end++] == HIDDEN;
        if (end > i)
            hidden = lost >= LETTERS_HIDDEN || 2 * lost > end - i;
        else {
            hidden = hidden && !g_unichar_isspace(g_utf8_get_char(p));
            end++;
            p = g_utf8_next_char(p);
        }
        memset(all->state + i, hidden ? HIDDEN : SEEN, end - i);
        any = any || hidden;
        i = end;
    }
    return any;
}
