/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Galley: blocks set as a pile of strips, each to be put on one page undivided. */
#include "galley.h"

#include <string.h>

#include "galley_table.h"
#include "typeset.h"

typedef bool BlockFunction(Galley *, Setting *, const xmlNode *, double x, double width, GError **);

static BlockFunction set_list, set_row, set_side, set_columns, set_box, set_space, set_rule, set_break,
    set_picture;

static const struct {
    const char *name;
    BlockFunction *set;
} blocks[] = {
    {"list", set_list},       {"row", set_row},   {"side", set_side},
    {"columns", set_columns}, {"box", set_box},   {"table", galley_set_table},
    {"space", set_space},     {"rule", set_rule}, {"break", set_break},
    {"picture", set_picture},
};

static bool set_block(Galley *g, Setting *setting, const xmlNode *node, double x, double width,
                      GError **error);
static bool append_blocks(Galley *g, Setting *setting, const xmlNode *parent, double x, double width,
                          GError **error);
static char *marker_text(const char *form, int number);
static void strip_clear(gpointer data);
static void ink_clear(gpointer data);

Galley *galley_from_blocks(Setting *setting, const xmlNode *parent, double x, double width, GError **error)
{
    Galley *g = galley_new();
    if (append_blocks(g, setting, parent, x, width, error))
        return g;
    galley_free(g);
    return NULL;
}

Galley *galley_ref(Galley *galley)
{
    return g_rc_box_acquire(galley);
}

static void galley_clear(gpointer data)
{
    Galley *g = data;
    g_array_unref(g->strips);
}

void galley_free(Galley *galley)
{
    if (galley)
        g_rc_box_release_full(galley, galley_clear);
}

double galley_height(const Galley *galley)
{
    double height = 0;
    for (guint i = 0; i < galley->strips->len; i++) {
        const Strip *s = &g_array_index(galley->strips, Strip, i);
        height += s->height + (i ? s->before : 0);
    }
    return height;
}

Galley *galley_new(void)
{
    Galley *g = g_rc_box_new0(Galley);
    g->strips = g_array_new(FALSE, TRUE, sizeof(Strip));
    g_array_set_clear_func(g->strips, strip_clear);
    return g;
}

Strip *galley_append(Galley *g, double height)
{
    Strip strip = {.height = height, .before = g->after, .ink = g_array_new(FALSE, TRUE, sizeof(Ink))};
    g_array_set_clear_func(strip.ink, ink_clear);
    g_array_append_val(g->strips, strip);
    g->after = 0;
    return &g_array_index(g->strips, Strip, g->strips->len - 1);
}

void galley_space(Galley *g, double space)
{
    g->after = MAX(g->after, space);
}

void strip_ink(Strip *strip, const Ink *ink)
{
    Ink copy = *ink;
    if (copy.paragraph)
        paragraph_ref(copy.paragraph);
    g_array_append_val(strip->ink, copy);
}

double strip_take(Strip *strip, const Galley *from)
{
    double y = 0;
    for (guint i = 0; i < from->strips->len; i++) {
        const Strip *s = &g_array_index(from->strips, Strip, i);
        y += i ? s->before : 0;
        for (guint k = 0; k < s->ink->len; k++) {
            Ink ink = g_array_index(s->ink, Ink, k);
            ink.y += y;
            strip_ink(strip, &ink);
        }
        for (guint k = 0; s->notes && k < s->notes->len; k++)
            strip_note(strip, g_ptr_array_index(s->notes, k));
        y += s->height;
    }
    return y;
}

void strip_note(Strip *strip, Galley *note)
{
    if (!strip->notes)
        strip->notes = g_ptr_array_new_with_free_func((GDestroyNotify)galley_free);
    g_ptr_array_add(strip->notes, galley_ref(note));
}

bool galley_paragraph(Galley *g, Setting *setting, const xmlNode *node, const char *prefix,
                      const Style *style, double x, double width, GError **error)
{
    double w = width - style->left - style->right;
    Paragraph *p = paragraph_from_node(setting->context, node, prefix, style, w, NULL, setting->notes);
    setting->notes += (int)p->notes->len;
    galley_space(g, style->before);
    int lines = pango_layout_get_line_count(p->layout);
    bool fine = true;
    for (int i = 0; i < lines; i++) {
        PangoLayoutLine *line = pango_layout_get_line_readonly(p->layout, i);
        PangoRectangle box;
        pango_layout_line_get_extents(line, NULL, &box);
        double height = (double)box.height / PANGO_SCALE * style->leading;
        double ascent =
            -(double)box.y / PANGO_SCALE + ((double)box.height / PANGO_SCALE) * (style->leading - 1);
        Strip *strip = galley_append(g, height);
        strip->keep = style->keep || (i == 0 && lines > 1) || (lines > 2 && i == lines - 2);
        strip_ink(strip, &(Ink){.kind = INK_LINE,
                                .x = x + style->left,
                                .y = ascent,
                                .w = w,
                                .paragraph = p,
                                .line = i,
                                .color = style->color});
        int start = pango_layout_line_get_start_index(line), end = start + pango_layout_line_get_length(line);
        for (guint k = 0; k < p->notes->len && fine; k++) {
            const ParagraphNote *note = &g_array_index(p->notes, ParagraphNote, k);
            if ((int)note->at < start || (int)note->at >= end)
                continue;
            const Style *small = style_lookup(setting->styles, "fn");
            Galley *text = galley_new();
            g_autofree char *mark = g_strdup_printf("%d ", note->number);
            fine = galley_paragraph(text, setting, note->node, mark, small ? small : style, 0, setting->width,
                                    error);
            strip_note(&g_array_index(g->strips, Strip, g->strips->len - 1), text);
            galley_free(text);
        }
    }
    galley_space(g, style->after);
    paragraph_free(p);
    return fine;
}

const Style *galley_style(const Setting *setting, const xmlNode *node, const char *otherwise)
{
    g_autofree char *name = style_string(node, "style", otherwise);
    const Style *style = style_lookup(setting->styles, name);
    return style ? style : style_lookup(setting->styles, "p");
}

static bool append_blocks(Galley *g, Setting *setting, const xmlNode *parent, double x, double width,
                          GError **error)
{
    for (const xmlNode *n = parent->children; n; n = n->next)
        if (n->type == XML_ELEMENT_NODE && !set_block(g, setting, n, x, width, error))
            return false;
    return true;
}

static bool set_block(Galley *g, Setting *setting, const xmlNode *node, double x, double width,
                      GError **error)
{
    const char *name = (const char *)node->name;
    for (gsize i = 0; i < G_N_ELEMENTS(blocks); i++)
        if (strcmp(blocks[i].name, name) == 0)
            return blocks[i].set(g, setting, node, x, width, error);
    const Style *style = style_lookup(setting->styles, name);
    if (style)
        return galley_paragraph(g, setting, node, NULL, style, x, width, error);
    g_set_error(error, TYPESET_DOMAIN, TYPESET_ERROR_SOURCE, "line %ld: <%s> is neither a block nor a style",
                xmlGetLineNo(node), name);
    return false;
}

/* <list marker="1." indent="18" hang="18" start="1"> with <item>s; the marker hangs before the text. */
static bool set_list(Galley *g, Setting *setting, const xmlNode *node, double x, double width, GError **error)
{
    g_autofree char *form = style_string(node, "marker", "•");
    double indent = style_number(node, "indent", 18), hang = style_number(node, "hang", 18);
    int number = (int)style_number(node, "start", 1);
    const Style *style = galley_style(setting, node, "p");
    for (const xmlNode *n = node->children; n; n = n->next) {
        if (n->type != XML_ELEMENT_NODE)
            continue;
        guint first = g->strips->len;
        double left = x + indent + hang;
        if (!galley_paragraph(g, setting, n, NULL, style, left, width - indent - hang, error))
            return false;
        g_autofree char *marker = marker_text(form, number++);
        xmlNode *text = xmlNewText((const xmlChar *)marker);
        xmlNode *holder = xmlNewNode(NULL, (const xmlChar *)"marker");
        xmlAddChild(holder, text);
        Paragraph *p = paragraph_from_node(setting->context, holder, NULL, style, -1, NULL, 0);
        xmlFreeNode(holder);
        Strip *strip = &g_array_index(g->strips, Strip, first);
        double baseline = g_array_index(strip->ink, Ink, 0).y;
        strip_ink(strip, &(Ink){.kind = INK_LINE, .x = x + indent, .y = baseline, .paragraph = p});
        paragraph_free(p);
        for (const xmlNode *inner = n->children; inner; inner = inner->next)
            if (inner->type == XML_ELEMENT_NODE && strcmp((const char *)inner->name, "list") == 0 &&
                !set_list(g, setting, inner, left, width - indent - hang, error))
                return false;
    }
    return true;
}

/* <row> of <cell x="0" w="120">: texts side by side, each at its x. */
static bool set_row(Galley *g, Setting *setting, const xmlNode *node, double x, double width, GError **error)
{
    const Style *style = galley_style(setting, node, "p");
    galley_space(g, style->before);
    Strip *strip = galley_append(g, 0);
    strip->keep = style->keep;
    for (const xmlNode *n = node->children; n; n = n->next) {
        if (n->type != XML_ELEMENT_NODE)
            continue;
        double at = style_number(n, "x", 0), w = style_number(n, "w", width - at);
        Galley *cell = galley_new();
        bool fine = galley_paragraph(cell, setting, n, NULL, galley_style(setting, n, "p"), x + at, w, error);
        double height = fine ? strip_take(strip, cell) : 0;
        strip->height = MAX(strip->height, height);
        galley_free(cell);
        if (!fine)
            return false;
    }
    galley_space(g, style->after);
    return true;
}

/* <side x="130" label="Beslut" style="label">: blocks at x, with a label beside the first of them. */
static bool set_side(Galley *g, Setting *setting, const xmlNode *node, double x, double width, GError **error)
{
    double at = style_number(node, "x", 130);
    guint first = g->strips->len;
    if (!append_blocks(g, setting, node, x + at, width - at, error))
        return false;
    xmlNode *holder = xmlNewNode(NULL, (const xmlChar *)"label");
    g_autofree char *label = style_string(node, "label", "");
    xmlAddChild(holder, xmlNewText((const xmlChar *)label));
    Galley *side = galley_new();
    bool fine =
        galley_paragraph(side, setting, holder, NULL, galley_style(setting, node, "p"), x, at - 8, error);
    xmlFreeNode(holder);
    if (fine && first < g->strips->len) {
        double height = strip_take(&g_array_index(g->strips, Strip, first), side), room = 0;
        for (guint i = first; i < g->strips->len; i++)
            room += g_array_index(g->strips, Strip, i).height;
        if (height > room)
            g_array_index(g->strips, Strip, g->strips->len - 1).height += height - room;
    }
    galley_free(side);
    return fine;
}

/* <columns x="0 250"> of <column>: blocks side by side, undivided. */
static bool set_columns(Galley *g, Setting *setting, const xmlNode *node, double x, double width,
                        GError **error)
{
    g_autoptr(GArray) at = style_numbers(node, "x");
    Strip *strip = galley_append(g, 0);
    guint column = 0;
    for (const xmlNode *n = node->children; n; n = n->next) {
        if (n->type != XML_ELEMENT_NODE)
            continue;
        double left = column < at->len ? g_array_index(at, double, column) : 0;
        double right = column + 1 < at->len ? g_array_index(at, double, column + 1) - 8 : width;
        Galley *inner = galley_from_blocks(setting, n, x + left, right - left, error);
        if (!inner)
            return false;
        double height = strip_take(strip, inner);
        strip->height = MAX(strip->height, height);
        galley_free(inner);
        column++;
    }
    galley_space(g, style_number(node, "after", 8));
    return true;
}

/* <box x="0" w="200" pad="4" h="40">: blocks in a frame, undivided. */
static bool set_box(Galley *g, Setting *setting, const xmlNode *node, double x, double width, GError **error)
{
    double at = style_number(node, "x", 0), w = style_number(node, "w", width - at);
    double pad = style_number(node, "pad", 5);
    Galley *inner = galley_from_blocks(setting, node, x + at + pad, w - 2 * pad, error);
    if (!inner)
        return false;
    Strip *strip = galley_append(g, 0);
    double height = strip_take(strip, inner) + 2 * pad, least = style_number(node, "h", 0);
    for (guint i = 0; i < strip->ink->len; i++)
        g_array_index(strip->ink, Ink, i).y += pad;
    strip->height = MAX(height, least);
    strip_ink(strip, &(Ink){.kind = INK_FRAME, .x = x + at, .w = w, .h = strip->height});
    galley_space(g, style_number(node, "after", 8));
    galley_free(inner);
    return true;
}

static bool set_space(Galley *g, Setting *setting, const xmlNode *node, double x, double width,
                      GError **error)
{
    (void)setting, (void)x, (void)width, (void)error;
    g->after += style_number(node, "h", 12);
    return true;
}

static bool set_rule(Galley *g, Setting *setting, const xmlNode *node, double x, double width, GError **error)
{
    (void)setting, (void)error;
    double at = style_number(node, "x", 0);
    Strip *strip = galley_append(g, 1);
    strip_ink(strip, &(Ink){.kind = INK_RULE, .x = x + at, .w = style_number(node, "w", width - at)});
    galley_space(g, style_number(node, "after", 4));
    return true;
}

static bool set_break(Galley *g, Setting *setting, const xmlNode *node, double x, double width,
                      GError **error)
{
    (void)setting, (void)node, (void)x, (void)width, (void)error;
    galley_append(g, 0)->new_page = true;
    return true;
}

static bool set_picture(Galley *g, Setting *setting, const xmlNode *node, double x, double width,
                        GError **error)
{
    (void)setting, (void)width, (void)error;
    double h = style_number(node, "h", 60);
    Strip *strip = galley_append(g, h);
    strip_ink(strip, &(Ink){.kind = INK_PICTURE,
                            .x = x + style_number(node, "x", 0),
                            .w = style_number(node, "w", 80),
                            .h = h});
    galley_space(g, style_number(node, "after", 8));
    return true;
}

/* "1." and "a)" are counted on; anything else stands as it is. */
static char *marker_text(const char *form, int number)
{
    if (form[0] == '1')
        return g_strdup_printf("%d%s", number, form + 1);
    if (form[0] == 'a' && form[1])
        return g_strdup_printf("%c%s", 'a' + number - 1, form + 1);
    return g_strdup(form);
}

static void strip_clear(gpointer data)
{
    Strip *s = data;
    g_array_unref(s->ink);
    g_clear_pointer(&s->notes, g_ptr_array_unref);
    g_clear_pointer(&s->repeat, galley_free);
}

static void ink_clear(gpointer data)
{
    Ink *ink = data;
    paragraph_free(ink->paragraph);
}
