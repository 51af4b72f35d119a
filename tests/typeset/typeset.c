/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Typeset: makes a PDF from a small XML source: reads the parts, breaks their galleys into pages, draws. */
#include "typeset.h"

#include <cairo-pdf.h>
#include <string.h>

#include "galley.h"

/* The date in every file, so that the same source gives the same bytes. */
#define FILE_DATE "2025-01-01T00:00:00+01:00"

/* Between the text and the footnotes of a page, with a rule in it. */
enum { NOTE_GAP = 14, NOTE_RULE = 120 };

static const struct {
    const char *name;
    double width, height;
} papers[] = {{"a4", 595.28, 841.89}, {"a4-landscape", 841.89, 595.28}, {"letter", 612, 792}};

typedef struct {
    guint first, count; /* strips */
    double notes;       /* height of its footnotes */
} Sheet;

typedef struct {
    const xmlNode *node;
    double width, height;
    double top, right, bottom, left; /* margins */
    Galley *galley;
    GArray *sheets; /* of Sheet */
} Part;

typedef struct {
    cairo_t *cairo;
    Setting setting;
    GArray *parts; /* of Part */
} Typeset;

static PangoContext *new_context(PangoFontMap *fonts);
static bool read_part(Typeset *t, const xmlNode *node, GError **error);
static void break_pages(Part *part);
static bool draw_part(Typeset *t, const Part *part, int before, int pages, GError **error);
static void draw_sheet(Typeset *t, const Part *part, const Sheet *sheet);
static bool draw_fixed(Typeset *t, const Part *part, const char *name, double y, int page,
                       const PageNumbers *numbers, GError **error);
static bool draw_place(Typeset *t, const Part *part, const xmlNode *node, double y,
                       const PageNumbers *numbers, GError **error);
static bool draw_text(Typeset *t, const xmlNode *node, double x, double y, double width,
                      const PageNumbers *numbers, GError **error);
static double draw_galley(Typeset *t, const Galley *galley, double x, double y);
static void draw_ink(Typeset *t, const Ink *ink, double x, double y);
static void draw_line(Typeset *t, const Ink *ink, double x, double y);
static void draw_links(Typeset *t, const Paragraph *paragraph, PangoLayoutLine *line, double left,
                       double baseline);
static void draw_picture(cairo_t *cairo, double x, double y, double w, double h);
static void part_clear(gpointer data);
static cairo_status_t write_bytes(void *closure, const unsigned char *data, unsigned int length);

GQuark typeset_domain_quark(void)
{
    return g_quark_from_static_string("typeset");
}

GBytes *typeset_pdf(xmlDoc *source, GError **error)
{
    const xmlNode *root = xmlDocGetRootElement(source);
    Styles *styles = styles_from_source(root, error);
    if (!styles)
        return NULL;
    g_autoptr(GByteArray) bytes = g_byte_array_new();
    cairo_surface_t *surface = cairo_pdf_surface_create_for_stream(write_bytes, bytes, 595, 842);
    g_autofree char *title = style_string(root, "title", "");
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, title);
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, FILE_DATE);
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_MOD_DATE, FILE_DATE);
    Typeset t = {.cairo = cairo_create(surface), .setting = {.styles = styles}};
    t.parts = g_array_new(FALSE, TRUE, sizeof(Part));
    g_array_set_clear_func(t.parts, part_clear);
    cairo_set_line_width(t.cairo, 0.6);

    PangoFontMap *fonts = pango_cairo_font_map_new();
    t.setting.context = new_context(fonts);

    bool fine = true;
    int pages = 0, before = 0;
    for (const xmlNode *n = root->children; n && fine; n = n->next)
        if (n->type == XML_ELEMENT_NODE && strcmp((const char *)n->name, "part") == 0)
            fine = read_part(&t, n, error);
    for (guint i = 0; i < t.parts->len && fine; i++) {
        break_pages(&g_array_index(t.parts, Part, i));
        pages += (int)g_array_index(t.parts, Part, i).sheets->len;
    }
    for (guint i = 0; i < t.parts->len && fine; i++) {
        const Part *part = &g_array_index(t.parts, Part, i);
        fine = draw_part(&t, part, before, pages, error);
        before += (int)part->sheets->len;
    }
    g_array_unref(t.parts);
    cairo_destroy(t.cairo);
    cairo_surface_finish(surface);
    cairo_status_t status = cairo_surface_status(surface);
    cairo_surface_destroy(surface);
    g_object_unref(t.setting.context);
    g_object_unref(fonts);
    styles_free(styles);
    if (fine && status != CAIRO_STATUS_SUCCESS) {
        g_set_error_literal(error, TYPESET_DOMAIN, TYPESET_ERROR_OUTPUT, cairo_status_to_string(status));
        fine = false;
    }
    return fine ? g_byte_array_free_to_bytes(g_steal_pointer(&bytes)) : NULL;
}

/* One unit a point, without hinting: places do not depend on a screen. */
static PangoContext *new_context(PangoFontMap *fonts)
{
    pango_cairo_font_map_set_resolution(PANGO_CAIRO_FONT_MAP(fonts), 72);
    PangoContext *context = pango_font_map_create_context(fonts);
    pango_context_set_round_glyph_positions(context, FALSE);
    cairo_font_options_t *options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    pango_cairo_context_set_font_options(context, options);
    cairo_font_options_destroy(options);
    return context;
}

static bool read_part(Typeset *t, const xmlNode *node, GError **error)
{
    Part part = {.node = node, .top = 90, .right = 70, .bottom = 80, .left = 70};
    g_autofree char *paper = style_string(node, "paper", "a4");
    for (gsize i = 0; i < G_N_ELEMENTS(papers); i++)
        if (strcmp(papers[i].name, paper) == 0) {
            part.width = papers[i].width;
            part.height = papers[i].height;
        }
    g_autoptr(GArray) margins = style_numbers(node, "margins");
    double *sides[] = {&part.top, &part.right, &part.bottom, &part.left};
    for (guint i = 0; i < margins->len && i < G_N_ELEMENTS(sides); i++)
        *sides[i] = g_array_index(margins, double, i);
    const xmlNode *body = NULL;
    for (const xmlNode *n = node->children; n; n = n->next)
        if (n->type == XML_ELEMENT_NODE && strcmp((const char *)n->name, "body") == 0)
            body = n;
    if (part.width <= 0 || !body) {
        g_set_error(error, TYPESET_DOMAIN, TYPESET_ERROR_SOURCE,
                    "line %ld: a part needs a known paper and a body", xmlGetLineNo(node));
        return false;
    }
    t->setting.width = part.width - part.left - part.right;
    part.galley = galley_from_blocks(&t->setting, body, 0, t->setting.width, error);
    if (part.galley)
        g_array_append_val(t->parts, part);
    return part.galley != NULL;
}

static double strip_notes(const Strip *strip)
{
    double height = 0;
    for (guint i = 0; strip->notes && i < strip->notes->len; i++)
        height += galley_height(g_ptr_array_index(strip->notes, i));
    return height;
}

/* Fills pages with strips; a page ends before the run of kept strips that the next one does not fit. */
static void break_pages(Part *part)
{
    const GArray *strips = part->galley->strips;
    double room = part->height - part->top - part->bottom, y = 0;
    part->sheets = g_array_new(FALSE, TRUE, sizeof(Sheet));
    Sheet sheet = {0};
    for (guint i = 0; i < strips->len; i++) {
        const Strip *s = &g_array_index(strips, Strip, i);
        double notes = strip_notes(s);
        double gap = sheet.notes <= 0 && notes > 0 ? NOTE_GAP : 0;
        double need = s->height + (sheet.count ? s->before : 0) + notes + gap;
        if (sheet.count && (s->new_page || y + need > room)) {
            guint end = i;
            while (!s->new_page && end - 1 > sheet.first && g_array_index(strips, Strip, end - 1).keep)
                end--;
            if (end - 1 == sheet.first && g_array_index(strips, Strip, sheet.first).keep)
                end = i; /* a page full of kept strips is cut where it is full */
            sheet.count = end - sheet.first;
            sheet.notes = 0;
            for (guint k = sheet.first; k < end; k++)
                sheet.notes += strip_notes(&g_array_index(strips, Strip, k));
            g_array_append_val(part->sheets, sheet);
            const Strip *first = &g_array_index(strips, Strip, end);
            y = first->repeat ? galley_height(first->repeat) : 0;
            sheet = (Sheet){.first = end};
            i = end;
            s = first;
            notes = strip_notes(s);
            need = s->height + notes + (notes > 0 ? NOTE_GAP : 0);
        }
        y += need;
        sheet.notes += notes;
        sheet.count++;
    }
    g_array_append_val(part->sheets, sheet);
}

static bool draw_part(Typeset *t, const Part *part, int before, int pages, GError **error)
{
    cairo_surface_t *surface = cairo_get_target(t->cairo);
    int shift = (int)style_number(part->node, "first", before + 1) - 1;
    bool alone = xmlHasProp(part->node, (const xmlChar *)"first") != NULL;
    for (guint i = 0; i < part->sheets->len; i++) {
        PageNumbers numbers = {(int)i + 1 + shift, alone ? (int)part->sheets->len + shift : pages};
        numbers.pages = (int)style_number(part->node, "pages", numbers.pages);
        cairo_pdf_surface_set_size(surface, part->width, part->height);
        if (!draw_fixed(t, part, "head", 0, (int)i, &numbers, error))
            return false;
        draw_sheet(t, part, &g_array_index(part->sheets, Sheet, i));
        if (!draw_fixed(t, part, "foot", part->height - part->bottom, (int)i, &numbers, error) ||
            !draw_fixed(t, part, "overlay", 0, (int)i, &numbers, error))
            return false;
        cairo_show_page(t->cairo);
    }
    return true;
}

static void draw_sheet(Typeset *t, const Part *part, const Sheet *sheet)
{
    double y = part->top, notes = part->height - part->bottom - sheet->notes;
    if (sheet->notes > 0) {
        cairo_move_to(t->cairo, part->left, notes - NOTE_GAP / 2.0);
        cairo_rel_line_to(t->cairo, NOTE_RULE, 0);
        cairo_stroke(t->cairo);
    }
    for (guint i = 0; i < sheet->count; i++) {
        const Strip *s = &g_array_index(part->galley->strips, Strip, sheet->first + i);
        if (i == 0 && s->repeat && sheet->first > 0)
            y += draw_galley(t, s->repeat, part->left, y);
        y += i ? s->before : 0;
        for (guint k = 0; k < s->ink->len; k++)
            draw_ink(t, &g_array_index(s->ink, Ink, k), part->left, y);
        for (guint k = 0; s->notes && k < s->notes->len; k++)
            notes += draw_galley(t, g_ptr_array_index(s->notes, k), part->left, notes);
        y += s->height;
    }
}

/* Draws what stands at fixed places: the <at>, <line>, <frame> and <picture> inside <head>, <foot> and
 * <overlay>, whose `on` says on which pages. */
static bool draw_fixed(Typeset *t, const Part *part, const char *name, double y, int page,
                       const PageNumbers *numbers, GError **error)
{
    for (const xmlNode *area = part->node->children; area; area = area->next) {
        if (area->type != XML_ELEMENT_NODE || strcmp((const char *)area->name, name) != 0)
            continue;
        g_autofree char *on = style_string(area, "on", "all");
        bool last = page + 1 == (int)part->sheets->len;
        if ((strcmp(on, "first") == 0 && page > 0) || (strcmp(on, "rest") == 0 && page == 0) ||
            (strcmp(on, "last") == 0 && !last))
            continue;
        for (const xmlNode *n = area->children; n; n = n->next)
            if (n->type == XML_ELEMENT_NODE && !draw_place(t, part, n, y, numbers, error))
                return false;
    }
    return true;
}

static bool draw_place(Typeset *t, const Part *part, const xmlNode *node, double y,
                       const PageNumbers *numbers, GError **error)
{
    const char *name = (const char *)node->name;
    double x = style_number(node, "x", part->left), at = y + style_number(node, "y", 0);
    double w = style_number(node, "w", part->width - part->right - x), h = style_number(node, "h", 0);
    if (strcmp(name, "at") == 0)
        return draw_text(t, node, x, at, w, numbers, error);
    if (strcmp(name, "line") == 0) {
        cairo_move_to(t->cairo, x, at);
        cairo_line_to(t->cairo, style_number(node, "x2", x + w), y + style_number(node, "y2", at - y));
        cairo_stroke(t->cairo);
    } else if (strcmp(name, "frame") == 0) {
        cairo_rectangle(t->cairo, x, at, w, h);
        cairo_stroke(t->cairo);
    } else {
        draw_picture(t->cairo, x, at, w, h);
    }
    return true;
}

/* Draws the text of an <at>, turned by `rotate` degrees about its place. */
static bool draw_text(Typeset *t, const xmlNode *node, double x, double y, double width,
                      const PageNumbers *numbers, GError **error)
{
    g_autofree char *name = style_string(node, "style", "p");
    const Style *style = style_lookup(t->setting.styles, name);
    if (!style) {
        g_set_error(error, TYPESET_DOMAIN, TYPESET_ERROR_SOURCE, "line %ld: no style \"%s\"",
                    xmlGetLineNo(node), name);
        return false;
    }
    Paragraph *p = paragraph_from_node(t->setting.context, node, NULL, style, width, numbers, 0);
    cairo_save(t->cairo);
    cairo_translate(t->cairo, x, y);
    cairo_rotate(t->cairo, style_number(node, "rotate", 0) * G_PI / 180);
    double top = 0;
    for (int i = 0; i < pango_layout_get_line_count(p->layout); i++) {
        PangoRectangle box;
        pango_layout_line_get_extents(pango_layout_get_line_readonly(p->layout, i), NULL, &box);
        Ink ink = {.kind = INK_LINE,
                   .y = top - (double)box.y / PANGO_SCALE,
                   .w = width,
                   .paragraph = p,
                   .line = i,
                   .color = style->color};
        draw_line(t, &ink, 0, 0);
        top += (double)box.height / PANGO_SCALE;
    }
    cairo_restore(t->cairo);
    paragraph_free(p);
    return true;
}

static double draw_galley(Typeset *t, const Galley *galley, double x, double y)
{
    double top = y;
    for (guint i = 0; i < galley->strips->len; i++) {
        const Strip *s = &g_array_index(galley->strips, Strip, i);
        y += i ? s->before : 0;
        for (guint k = 0; k < s->ink->len; k++)
            draw_ink(t, &g_array_index(s->ink, Ink, k), x, y);
        y += s->height;
    }
    return y - top;
}

static void draw_ink(Typeset *t, const Ink *ink, double x, double y)
{
    switch (ink->kind) {
    case INK_LINE:
        draw_line(t, ink, x, y);
        break;
    case INK_RULE:
        cairo_move_to(t->cairo, x + ink->x, y + ink->y);
        cairo_rel_line_to(t->cairo, ink->w, ink->h);
        cairo_stroke(t->cairo);
        break;
    case INK_FRAME:
        cairo_rectangle(t->cairo, x + ink->x, y + ink->y, ink->w, ink->h);
        cairo_stroke(t->cairo);
        break;
    case INK_PICTURE:
        draw_picture(t->cairo, x + ink->x, y + ink->y, ink->w, ink->h);
        break;
    }
}

/* Pango shifts a line for alignment and indent only when it draws the whole layout: so its place
 * is taken from the layout's own extents. */
static void draw_line(Typeset *t, const Ink *ink, double x, double y)
{
    PangoLayoutIter *iter = pango_layout_get_iter(ink->paragraph->layout);
    for (int i = 0; i < ink->line; i++)
        pango_layout_iter_next_line(iter);
    PangoRectangle box;
    pango_layout_iter_get_line_extents(iter, NULL, &box);
    PangoLayoutLine *line = pango_layout_iter_get_line_readonly(iter);
    double left = x + ink->x + (double)box.x / PANGO_SCALE, baseline = y + ink->y;
    cairo_set_source_rgb(t->cairo, (ink->color >> 16) / 255.0, (ink->color >> 8 & 255) / 255.0,
                         (ink->color & 255) / 255.0);
    cairo_move_to(t->cairo, left, baseline);
    pango_cairo_show_layout_line(t->cairo, line);
    cairo_set_source_rgb(t->cairo, 0, 0, 0);
    cairo_new_path(t->cairo);

    draw_links(t, ink->paragraph, line, left, baseline);
    pango_layout_iter_free(iter);
}

/* Lays a link over each stretch of the line that is one. */
static void draw_links(Typeset *t, const Paragraph *paragraph, PangoLayoutLine *line, double left,
                       double baseline)
{
    PangoRectangle box;
    pango_layout_line_get_extents(line, NULL, &box);
    int start = pango_layout_line_get_start_index(line), end = start + pango_layout_line_get_length(line);
    for (guint i = 0; i < paragraph->links->len; i++) {
        const ParagraphLink *link = &g_array_index(paragraph->links, ParagraphLink, i);
        int from = MAX((int)link->start, start), to = MIN((int)link->end, end);
        if (from >= to)
            continue;
        int x0, x1;
        pango_layout_line_index_to_x(line, from, FALSE, &x0);
        pango_layout_line_index_to_x(line, to, FALSE, &x1);
        const double rect[] = {left + (double)x0 / PANGO_SCALE, baseline + (double)box.y / PANGO_SCALE,
                               (double)(x1 - x0) / PANGO_SCALE, (double)box.height / PANGO_SCALE};
        g_autoptr(GString) attributes = g_string_new(NULL);
        g_string_printf(attributes, "uri='%s' rect=[", link->target);
        for (gsize k = 0; k < G_N_ELEMENTS(rect); k++) {
            char number[G_ASCII_DTOSTR_BUF_SIZE];
            g_string_append_printf(attributes, "%s ",
                                   g_ascii_formatd(number, sizeof number, "%.3f", rect[k]));
        }
        g_string_append_c(attributes, ']');
        cairo_tag_begin(t->cairo, CAIRO_TAG_LINK, attributes->str);
        cairo_tag_end(t->cairo, CAIRO_TAG_LINK);
    }
}

/* Grey stripes, as an image: coats of arms stand on most covers. */
static void draw_picture(cairo_t *cairo, double x, double y, double w, double h)
{
    enum { SIDE = 16, BYTES = SIDE * 4 };
    cairo_surface_t *image = cairo_image_surface_create(CAIRO_FORMAT_RGB24, SIDE, SIDE);
    unsigned char *data = cairo_image_surface_get_data(image);
    ptrdiff_t stride = cairo_image_surface_get_stride(image);
    for (int row = 0; row < SIDE; row++)
        memset(data + row * stride, row % 4 < 2 ? 0x99 : 0xCC, BYTES);
    cairo_surface_mark_dirty(image);
    cairo_save(cairo);
    cairo_translate(cairo, x, y);
    cairo_scale(cairo, w / SIDE, h / SIDE);
    cairo_set_source_surface(cairo, image, 0, 0);
    cairo_paint(cairo);
    cairo_restore(cairo);
    cairo_set_source_rgb(cairo, 0, 0, 0);
    cairo_surface_destroy(image);
}

static void part_clear(gpointer data)
{
    Part *part = data;
    galley_free(part->galley);
    g_clear_pointer(&part->sheets, g_array_unref);
}

static cairo_status_t write_bytes(void *closure, const unsigned char *data, unsigned int length)
{
    g_byte_array_append(closure, data, length);
    return CAIRO_STATUS_SUCCESS;
}
