/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a page paints besides text, and where it shows text before that: told from its commands, so that only
 * pages that may hide text need be drawn. */
#include <math.h>
#include <string.h>

#include "pages_objects.h"
#include "pages_parts.h"

enum {
    OPERANDS = 6,       /* of a command, at most */
    FORMS_DEPTH = 8,    /* of drawings in drawings */
    STATES = 64,        /* that are saved at once */
    AREAS_MOST = 1024,  /* of a page; what paints more is drawn */
    SHOWN_MOST = 16384, /* places of text */
    BOXES_MOST = 256,   /* of one path */
};

/* What is smaller hides no letter, points. */
static const double AREA_LEAST = 3;
/* Pictures that take this share of a page are the page itself: a scan, whose text somebody recognised. Each
 * is as wide as this share of it at least. */
static const double SCAN_SHARE = 0.5, SCAN_WIDTH = 0.6;

typedef struct {
    double a, b, c, d, e, f; /* as in the command cm */
} Matrix;

static const Matrix identity = {1, 0, 0, 1, 0, 0};

/* What q saves and Q brings back. */
typedef struct {
    Matrix matrix; /* to points of the page from its top left */
    int fill;      /* 0xRRGGBB; PAINT_UNKNOWN */
    bool unusual;  /* its numbers are of a colour space that is not told from how many there are */
    double line;   /* width */
    double size;   /* of the font */
    int mode;      /* of text */
    Box clip;      /* around what is painted at all */
    PdfValue look; /* name of the last change of how things are painted (gs) */
} State;

/* Where text began. */
typedef struct {
    float x, y;
    bool upright; /* it runs up or down the page */
} Shown;

struct PaintReader {
    PdfObjects *objects; /* NULL: unknown */
    GArray *pages;       /* of PdfPage */
};

typedef struct {
    PdfObjects *objects;
    PagePaint *paint;
    double width, height; /* of the page */
    double pictures;      /* their area */
    State state, saved[STATES];
    guint depth, forms;
    Matrix text, line; /* of text */
    double leading;
    double operands[OPERANDS];
    guint count;
    PdfValue name; /* the last operand that is one */
    bool stencil;  /* the picture among the commands is one */
    bool inkless;  /* text was shown without ink, as over a scan */
    bool covers;   /* some area does */
    GArray *shown; /* of Shown */
    Box boxes[BOXES_MOST];
    guint n_boxes;
} Painter;

static bool page_matrix(PdfObjects *objects, const PdfPage *source, const Page *page, Matrix *matrix);
static void paint_contents(Painter *painter, PdfValue contents, PdfValue resources);
static void paint_commands(Painter *painter, GBytes *commands, PdfValue resources);
static void paint_annotations(Painter *painter, PdfValue annotations, Matrix matrix);
static void judge_scan(Painter *painter);

PaintReader *paint_reader_new(GBytes *pdf, guint pages)
{
    PaintReader *reader = g_new0(PaintReader, 1);
    reader->objects = pdf_objects_new(pdf);
    reader->pages = reader->objects ? pdf_pages(reader->objects, pages) : NULL;
    if (reader->pages && reader->pages->len != pages)
        g_clear_pointer(&reader->pages, g_array_unref);
    return reader;
}

void paint_reader_free(PaintReader *reader)
{
    if (reader->pages)
        g_array_unref(reader->pages);
    pdf_objects_free(reader->objects);
    g_free(reader);
}

GHashTable *paint_broken_fonts(PaintReader *reader)
{
    return reader->objects ? pdf_broken_fonts(reader->objects)
                           : g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
}

PagePaint *page_paint_new(PaintReader *reader, const Page *page)
{
    PagePaint *paint = g_new0(PagePaint, 1);
    paint->areas = g_array_new(FALSE, FALSE, sizeof(PaintedArea));
    const PdfPage *source = reader->pages ? &g_array_index(reader->pages, PdfPage, page->number - 1) : NULL;
    Matrix matrix;
    if (!source || !page_matrix(reader->objects, source, page, &matrix)) {
        paint->unknown = true;
        return paint;
    }
    Painter *painter = g_new0(Painter, 1);
    painter->objects = reader->objects;
    painter->paint = paint;
    painter->width = page->width;
    painter->height = page->height;
    painter->state = (State){.matrix = matrix, .line = 1, .clip = {0, 0, page->width, page->height}};
    painter->shown = g_array_new(FALSE, FALSE, sizeof(Shown));
    paint_contents(painter, pdf_entry(reader->objects, source->dictionary, "Contents"), source->resources);
    paint_annotations(painter, pdf_entry(reader->objects, source->dictionary, "Annots"), matrix);
    judge_scan(painter);
    for (guint i = 0; painter->inkless && i < paint->areas->len; i++)
        g_array_index(paint->areas, PaintedArea, i).covers = false; /* as of the scan of a part of a page */
    g_array_unref(painter->shown);
    g_free(painter);
    return paint;
}

void page_paint_free(PagePaint *paint)
{
    if (!paint)
        return;
    g_array_unref(paint->areas);
    g_free(paint);
}

/* ---- geometry ---- */

/* First `inner`, then `outer`. */
static Matrix multiplied(Matrix inner, Matrix outer)
{
    return (Matrix){
        inner.a * outer.a + inner.b * outer.c,           inner.a * outer.b + inner.b * outer.d,
        inner.c * outer.a + inner.d * outer.c,           inner.c * outer.b + inner.d * outer.d,
        inner.e * outer.a + inner.f * outer.c + outer.e, inner.e * outer.b + inner.f * outer.d + outer.f};
}

/* From the coordinates of the file to points from the top left of the page as it is shown; false where that
 * is not as large as Poppler says. */
static bool page_matrix(PdfObjects *objects, const PdfPage *source, const Page *page, Matrix *matrix)
{
    double media[4], crop[4];
    if (!pdf_numbers(objects, source->media, media, 4))
        return false;
    if (!pdf_numbers(objects, source->crop, crop, 4))
        memcpy(crop, media, sizeof crop);
    double x0 = MAX(MIN(crop[0], crop[2]), MIN(media[0], media[2])),
           x1 = MIN(MAX(crop[0], crop[2]), MAX(media[0], media[2])),
           y0 = MAX(MIN(crop[1], crop[3]), MIN(media[1], media[3])),
           y1 = MIN(MAX(crop[1], crop[3]), MAX(media[1], media[3]));
    const Matrix turned[] = {
        {1, 0, 0, -1, -x0, y1}, {0, 1, 1, 0, -y0, -x0}, {-1, 0, 0, 1, x1, -y0}, {0, -1, -1, 0, y1, x1}};
    if (source->rotation % 90 != 0)
        return false;
    int quarters = source->rotation / 90;
    double width = quarters % 2 ? y1 - y0 : x1 - x0, height = quarters % 2 ? x1 - x0 : y1 - y0;
    *matrix = turned[quarters];
    return fabs(width - page->width) < 1 && fabs(height - page->height) < 1;
}

static void add_point(Painter *p, const Matrix *m, double x, double y, bool first)
{
    double px = m->a * x + m->c * y + m->e, py = m->b * x + m->d * y + m->f;
    if (first && p->n_boxes == BOXES_MOST)
        p->paint->unknown = true;
    else if (first)
        p->boxes[p->n_boxes++] = (Box){px, py, px, py};
    if (p->n_boxes == 0)
        return;
    Box *box = &p->boxes[p->n_boxes - 1];
    *box = (Box){MIN(box->x0, px), MIN(box->y0, py), MAX(box->x1, px), MAX(box->y1, py)};
}

static void add_rectangle(Painter *p, const Matrix *m, double x, double y, double w, double h)
{
    add_point(p, m, x, y, true);
    add_point(p, m, x + w, y, false);
    add_point(p, m, x, y + h, false);
    add_point(p, m, x + w, y + h, false);
}

/* ---- areas ---- */

/* Whether text began before in the lines that cross the box: where it ends is not known. */
static bool is_over_text(const Painter *p, const Box *box)
{
    for (guint i = 0; i < p->shown->len; i++) {
        const Shown *shown = &g_array_index(p->shown, Shown, i);
        if (shown->upright ? shown->x >= box->x0 && shown->x <= box->x1
                           : shown->y >= box->y0 && shown->y <= box->y1 && shown->x <= box->x1)
            return true;
    }
    return p->shown->len >= SHOWN_MOST;
}

static void add_area(Painter *p, PaintedArea area)
{
    Box *box = &area.box;
    *box = (Box){MAX(box->x0, 0), MAX(box->y0, 0), MIN(box->x1, p->width), MIN(box->y1, p->height)};
    if (!(box->x1 - box->x0 >= AREA_LEAST && box->y1 - box->y0 >= AREA_LEAST))
        return;
    if (p->paint->areas->len == AREAS_MOST) {
        p->paint->unknown = true;
        return;
    }
    area.over_text = is_over_text(p, box);
    area.covers = area.covers && area.over_text;
    p->covers = p->covers || area.covers;
    if (area.picture)
        p->pictures += (box->x1 - box->x0) * (box->y1 - box->y0);
    g_array_append_val(p->paint->areas, area);
}

static void fill_path(Painter *p)
{
    for (guint i = 0; i < p->n_boxes; i++)
        add_area(p, (PaintedArea){.box = p->boxes[i], .color = p->state.fill});
    p->n_boxes = 0;
}

/* A line as thick as letters is an area. */
static void stroke_path(Painter *p)
{
    const Matrix *m = &p->state.matrix;
    double half = p->state.line / 2 * sqrt(fabs(m->a * m->d - m->b * m->c));
    for (guint i = 0; half >= AREA_LEAST / 2 && i < p->n_boxes; i++) {
        Box box = p->boxes[i];
        box = (Box){box.x0 - half, box.y0 - half, box.x1 + half, box.y1 + half};
        add_area(p, (PaintedArea){.box = box, .color = PAINT_UNKNOWN});
    }
}

/* Pictures fill the square of one unit. One that is upright and opaque covers what it is over. */
static void add_picture(Painter *p, bool opaque)
{
    const Matrix *m = &p->state.matrix;
    guint before = p->n_boxes;
    bool upright = fabs(m->b) + fabs(m->c) < AREA_LEAST || fabs(m->a) + fabs(m->d) < AREA_LEAST;
    PaintedArea area = {.color = PAINT_UNKNOWN, .picture = true, .covers = opaque && upright};
    add_rectangle(p, m, 0, 0, 1, 1);
    if (p->n_boxes == before)
        return;
    area.box = p->boxes[before];
    add_area(p, area);
    p->n_boxes = before;
}

/* Whether what is painted now hides what is under it. */
static bool is_opaque(Painter *p, PdfValue resources)
{
    PdfValue look = p->state.look;
    g_autofree char *name = look.at ? g_strndup(look.at + 1, (gsize)(look.end - look.at - 1)) : NULL;
    PdfValue looks = pdf_entry(p->objects, resources, "ExtGState");
    return !name || pdf_is_opaque(p->objects, pdf_entry(p->objects, looks, name));
}

/* What is painted from now on is seen within the path alone. */
static void clip_to_path(Painter *p)
{
    if (p->n_boxes == 0)
        return;
    Box around = p->boxes[0], *clip = &p->state.clip;
    for (guint i = 1; i < p->n_boxes; i++)
        around = (Box){MIN(around.x0, p->boxes[i].x0), MIN(around.y0, p->boxes[i].y0),
                       MAX(around.x1, p->boxes[i].x1), MAX(around.y1, p->boxes[i].y1)};
    *clip = (Box){MAX(clip->x0, around.x0), MAX(clip->y0, around.y0), MIN(clip->x1, around.x1),
                  MIN(clip->y1, around.y1)};
}

/* Text without ink over a scan is what was recognised in it, and pictures as wide as the page are its paper.
 */
static void judge_scan(Painter *p)
{
    if (p->pictures < SCAN_SHARE * p->width * p->height)
        return;
    GArray *areas = p->paint->areas;
    p->paint->invisible = false;
    for (guint i = areas->len; i > 0; i--) {
        const PaintedArea *area = &g_array_index(areas, PaintedArea, i - 1);
        if (area->picture && area->box.x1 - area->box.x0 >= SCAN_WIDTH * p->width)
            g_array_remove_index_fast(areas, i - 1);
    }
}

/* What is laid over a page, other than links and fields to fill in. */
static void paint_annotations(Painter *p, PdfValue annotations, Matrix matrix)
{
    static const char *const harmless[] = {"Link", "Widget", "Popup", "Text", "FileAttachment"};
    PdfValue annotation;
    while (pdf_next(p->objects, &annotations, &annotation)) {
        PdfValue kind = pdf_entry(p->objects, annotation, "Subtype");
        bool covers = kind.at != NULL;
        for (gsize i = 0; covers && i < G_N_ELEMENTS(harmless); i++)
            covers = !pdf_is_name(kind, harmless[i]);
        double corners[4];
        if (!covers || !pdf_numbers(p->objects, pdf_entry(p->objects, annotation, "Rect"), corners, 4))
            continue;
        p->n_boxes = 0;
        add_rectangle(p, &matrix, corners[0], corners[1], corners[2] - corners[0], corners[3] - corners[1]);
        add_area(p, (PaintedArea){
                        .box = p->boxes[0], .color = PAINT_UNKNOWN, .covers = pdf_is_name(kind, "Redact")});
    }
}

/* ---- text ---- */

/* `bytes` is the length of what is shown, as it is written. */
static void show(Painter *p, gsize bytes)
{
    Matrix m = multiplied(p->text, p->state.matrix);
    bool upright = fabs(m.a) < fabs(m.b);
    double size = fabs(p->state.size) * hypot(m.a, m.b);
    double along = upright ? m.f : m.e, across = upright ? m.e : m.f;
    double length = upright ? p->height : p->width, breadth = upright ? p->width : p->height;
    bool backwards = upright ? m.b < 0 : m.a < 0;
    double reach = (double)bytes * size;
    if (across < -size || across > breadth + size || (backwards ? along < 0 : along > length) ||
        (backwards ? along - reach > length : along + reach < 0))
        p->paint->outside = true;
    const Box *clip = &p->state.clip;
    bool inkless = p->state.mode == 3 || p->state.mode == 7;
    p->inkless = p->inkless || inkless;
    p->paint->invisible = p->paint->invisible || inkless || m.f < clip->y0 || m.f > clip->y1 + size ||
                          m.e > clip->x1 + size || m.e + reach < clip->x0;
    for (guint i = 0; p->covers && i < p->paint->areas->len; i++) {
        PaintedArea *area = &g_array_index(p->paint->areas, PaintedArea, i);
        area->covers &= m.f < area->box.y0 || m.f - size > area->box.y1 || m.e > area->box.x1;
    }
    Shown shown = {(float)m.e, (float)m.f, upright};
    const Shown *last = p->shown->len ? &g_array_index(p->shown, Shown, p->shown->len - 1) : NULL;
    if (p->shown->len < SHOWN_MOST &&
        !(last && last->x == shown.x && last->y == shown.y && last->upright == upright))
        g_array_append_val(p->shown, shown);
}

static void move_line(Painter *p, double x, double y)
{
    p->line = multiplied((Matrix){1, 0, 0, 1, x, y}, p->line);
    p->text = p->line;
}

/* ---- colour ---- */

static int byte_of(double share)
{
    return (int)(CLAMP(share, 0, 1) * 255 + 0.5);
}

/* The colour of so many operands; of four they are inks. */
static int color_of(const double *operands, guint count)
{
    double white = count == 4 ? 1 - CLAMP(operands[3], 0, 1) : 0;
    switch (count) {
    case 1:
        return byte_of(operands[0]) * 0x10101;
    case 3:
        return byte_of(operands[0]) << 16 | byte_of(operands[1]) << 8 | byte_of(operands[2]);
    case 4:
        return byte_of((1 - operands[0]) * white) << 16 | byte_of((1 - operands[1]) * white) << 8 |
               byte_of((1 - operands[2]) * white);
    default:
        return PAINT_UNKNOWN;
    }
}

static void set_space(Painter *p)
{
    p->state.unusual = !pdf_is_name(p->name, "DeviceRGB") && !pdf_is_name(p->name, "DeviceGray") &&
                       !pdf_is_name(p->name, "DeviceCMYK");
    p->state.fill = p->state.unusual ? PAINT_UNKNOWN : 0;
}

/* ---- commands ---- */

static void paint_form(Painter *p, PdfValue resources)
{
    g_autofree char *name =
        p->name.at ? g_strndup(p->name.at + 1, (gsize)(p->name.end - p->name.at - 1)) : NULL;
    PdfValue objects = pdf_entry(p->objects, resources, "XObject");
    PdfValue object = name ? pdf_entry(p->objects, objects, name) : (PdfValue){0};
    PdfValue kind = pdf_entry(p->objects, object, "Subtype");
    if (pdf_is_name(kind, "Image")) {
        bool whole = !pdf_entry(p->objects, object, "SMask").at &&
                     !pdf_entry(p->objects, object, "Mask").at &&
                     !pdf_entry(p->objects, object, "ImageMask").at;
        add_picture(p, whole && is_opaque(p, resources));
    } else if (pdf_is_name(kind, "Form") && p->forms < FORMS_DEPTH) {
        State before = p->state;
        double numbers[6];
        if (pdf_numbers(p->objects, pdf_entry(p->objects, object, "Matrix"), numbers, 6))
            p->state.matrix =
                multiplied((Matrix){numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5]},
                           p->state.matrix);
        PdfValue own = pdf_entry(p->objects, object, "Resources");
        p->forms++;
        paint_contents(p, object, own.at ? own : resources);
        p->forms--;
        p->state = before;
    } else {
        p->paint->unknown = true;
    }
}

#define COMMAND(a, b, c) ((guint)(a) | (guint)(b) << 8 | (guint)(c) << 16)

static void do_command(Painter *p, guint command, gsize bytes, PdfValue resources)
{
    const double *o = p->operands;
    State *s = &p->state;
    switch (command) {
    case COMMAND('q', 0, 0):
        if (p->depth < STATES)
            p->saved[p->depth] = *s;
        p->paint->unknown = p->paint->unknown || p->depth >= STATES;
        p->depth++;
        break;
    case COMMAND('Q', 0, 0):
        if (p->depth > 0 && --p->depth < STATES)
            *s = p->saved[p->depth];
        break;
    case COMMAND('c', 'm', 0):
        if (p->count == 6)
            s->matrix = multiplied((Matrix){o[0], o[1], o[2], o[3], o[4], o[5]}, s->matrix);
        break;
    case COMMAND('w', 0, 0):
        s->line = o[0];
        break;
    case COMMAND('g', 's', 0):
        s->look = p->name;
        break;
    case COMMAND('W', 0, 0):
    case COMMAND('W', '*', 0):
        clip_to_path(p);
        break;
    case COMMAND('r', 'e', 0):
        add_rectangle(p, &s->matrix, o[0], o[1], o[2], o[3]);
        break;
    case COMMAND('m', 0, 0):
        add_point(p, &s->matrix, o[0], o[1], true);
        break;
    case COMMAND('c', 0, 0):
        add_point(p, &s->matrix, o[4], o[5], false);
        G_GNUC_FALLTHROUGH;
    case COMMAND('v', 0, 0):
    case COMMAND('y', 0, 0):
        add_point(p, &s->matrix, o[2], o[3], false);
        G_GNUC_FALLTHROUGH;
    case COMMAND('l', 0, 0):
        add_point(p, &s->matrix, o[0], o[1], false);
        break;
    case COMMAND('B', 0, 0):
    case COMMAND('B', '*', 0):
    case COMMAND('b', 0, 0):
    case COMMAND('b', '*', 0):
        stroke_path(p);
        G_GNUC_FALLTHROUGH;
    case COMMAND('f', 0, 0):
    case COMMAND('F', 0, 0):
    case COMMAND('f', '*', 0):
        fill_path(p);
        break;
    case COMMAND('S', 0, 0):
    case COMMAND('s', 0, 0):
        stroke_path(p);
        G_GNUC_FALLTHROUGH;
    case COMMAND('n', 0, 0):
        p->n_boxes = 0;
        break;
    case COMMAND('s', 'h', 0):
        add_area(p, (PaintedArea){.box = {0, 0, p->width, p->height}, .color = PAINT_UNKNOWN});
        break;
    case COMMAND('g', 0, 0):
    case COMMAND('r', 'g', 0):
    case COMMAND('k', 0, 0):
        s->fill = color_of(o, p->count);
        s->unusual = false;
        break;
    case COMMAND('c', 's', 0):
        set_space(p);
        break;
    case COMMAND('s', 'c', 0):
    case COMMAND('s', 'c', 'n'):
        s->fill = s->unusual && p->count != 3 ? PAINT_UNKNOWN : color_of(o, p->count);
        break;
    case COMMAND('B', 'T', 0):
        p->text = p->line = identity;
        break;
    case COMMAND('T', 'f', 0):
        s->size = o[0];
        break;
    case COMMAND('T', 'r', 0):
        s->mode = (int)CLAMP(o[0], 0, 7);
        break;
    case COMMAND('T', 'L', 0):
        p->leading = o[0];
        break;
    case COMMAND('T', 'D', 0):
        p->leading = -o[1];
        G_GNUC_FALLTHROUGH;
    case COMMAND('T', 'd', 0):
        move_line(p, o[0], o[1]);
        break;
    case COMMAND('T', 'm', 0):
        p->text = p->line = (Matrix){o[0], o[1], o[2], o[3], o[4], o[5]};
        break;
    case COMMAND('T', '*', 0):
        move_line(p, 0, -p->leading);
        break;
    case COMMAND('\'', 0, 0):
    case COMMAND('"', 0, 0):
        move_line(p, 0, -p->leading);
        G_GNUC_FALLTHROUGH;
    case COMMAND('T', 'j', 0):
    case COMMAND('T', 'J', 0):
        show(p, bytes);
        break;
    case COMMAND('D', 'o', 0):
        paint_form(p, resources);
        break;
    default:
        break;
    }
}

/* The end of an array, strings in it aside: in nearly all it is that of the pieces of a line. */
static const char *array_end(const char *at, const char *end)
{
    while (at < end && *at != ']')
        at = *at == '(' ? pdf_lexeme(at, end) : at + 1;
    return MIN(at + 1, end);
}

static void paint_commands(Painter *p, GBytes *commands, PdfValue resources)
{
    gsize size, bytes = 0; /* of the last string or array */
    const char *at = g_bytes_get_data(commands, &size), *end = at ? at + size : at, *next;
    for (at = pdf_blanks(at, end); at < end; at = pdf_blanks(next, end)) {
        double number;
        next = g_ascii_isalpha(*at) ? NULL : pdf_number(at, end, &number);
        if (next) {
            if (p->count < OPERANDS)
                p->operands[p->count++] = number;
        } else if (*at == '[') {
            next = array_end(at + 1, end);
            bytes = (gsize)(next - at);
        } else {
            next = pdf_lexeme(at, end);
            if (*at == '/') {
                p->name = (PdfValue){at, next};
                p->stencil = p->stencil || pdf_is_name(p->name, "IM") || pdf_is_name(p->name, "ImageMask");
            } else if (*at == '(' || *at == '<') {
                bytes = (gsize)(next - at);
            } else if (next - at <= 3) {
                guint command = COMMAND(at[0], next - at > 1 ? at[1] : 0, next - at > 2 ? at[2] : 0);
                memset(p->operands + p->count, 0, (OPERANDS - p->count) * sizeof(double));
                do_command(p, command, bytes, resources);
                if (command == COMMAND('I', 'D', 0)) {
                    add_picture(p, !p->stencil && is_opaque(p, resources));
                    p->stencil = false;
                    next = pdf_picture_end(next, end);
                }
                p->count = 0;
            }
        }
    }
}

/* Several streams are one sequence of commands. */
static void paint_contents(Painter *p, PdfValue contents, PdfValue resources)
{
    g_autoptr(GByteArray) all = g_byte_array_new();
    PdfValue stream = contents;
    bool array = contents.at && contents.at < contents.end && *contents.at == '[';
    while (array ? pdf_next(p->objects, &contents, &stream) : stream.at != NULL) {
        g_autoptr(GBytes) part = pdf_stream(p->objects, stream);
        gsize size;
        p->paint->unknown = p->paint->unknown || !part;
        if (part) {
            const guint8 *bytes = g_bytes_get_data(part, &size);
            g_byte_array_append(all, bytes, (guint)size);
            g_byte_array_append(all, (const guint8 *)"\n", 1);
        }
        if (!array)
            break;
    }
    g_autoptr(GBytes) commands = g_byte_array_free_to_bytes(g_steal_pointer(&all));
    paint_commands(p, commands, resources);
}
