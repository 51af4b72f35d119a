/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Paragraph: an element with inline text as a Pango layout, with its links and footnotes. */
#include "paragraph.h"

#include <string.h>

#define SOFT_HYPHEN    "\u00AD"
#define LINE_SEPARATOR "\u2028"

/* The letters of a word that stay whole at its ends, and the shortest word that is broken. */
enum { HYPHEN_EDGE = 3, HYPHEN_WORD = 8 };

typedef struct {
    GString *text;
    PangoAttrList *attributes;
    Paragraph *paragraph;
    const Style *style;
    const PageNumbers *numbers;
    int notes; /* numbered before the paragraph */
} Inline;

static void inline_from_children(Inline *in, const xmlNode *node);
static void inline_from_element(Inline *in, const xmlNode *node);
static void inline_from_text(Inline *in, const char *s);
static void inline_raise(Inline *in, guint start);
static void inline_attribute(Inline *in, PangoAttribute *attribute, guint start);
static void replace_numbers(GString *text, const PageNumbers *numbers);
static void hyphenate(GString *text);
static PangoFontDescription *font_from_style(const Style *style);
static void link_clear(gpointer data);

Paragraph *paragraph_from_node(PangoContext *context, const xmlNode *node, const char *prefix,
                               const Style *style, double width, const PageNumbers *numbers, int notes)
{
    Paragraph *p = g_rc_box_new0(Paragraph);
    p->links = g_array_new(FALSE, TRUE, sizeof(ParagraphLink));
    g_array_set_clear_func(p->links, link_clear);
    p->notes = g_array_new(FALSE, TRUE, sizeof(ParagraphNote));
    g_autoptr(GString) text = g_string_new(prefix);
    PangoAttrList *attributes = pango_attr_list_new();
    Inline in = {text, attributes, p, style, numbers, notes};
    inline_from_children(&in, node);
    while (text->len && text->str[text->len - 1] == ' ')
        g_string_truncate(text, text->len - 1);
    if (style->spacing > 0) /* not after the last letter, which would end beyond the margin */
        pango_attr_list_insert(attributes,
                               pango_attr_letter_spacing_new((int)(style->spacing * PANGO_SCALE)));
    pango_attr_list_insert(attributes, pango_attr_language_new(pango_language_from_string("sv")));

    p->layout = pango_layout_new(context);
    PangoFontDescription *font = font_from_style(style);
    pango_layout_set_font_description(p->layout, font);
    pango_font_description_free(font);
    pango_layout_set_text(p->layout, text->str, (int)text->len);
    pango_layout_set_attributes(p->layout, attributes);
    pango_attr_list_unref(attributes);
    pango_layout_set_wrap(p->layout, PANGO_WRAP_WORD_CHAR);
    pango_layout_set_indent(p->layout, (int)(style->first * PANGO_SCALE));
    pango_layout_set_justify(p->layout, style->align == ALIGN_JUSTIFY);
    pango_layout_set_alignment(p->layout, style->align == ALIGN_RIGHT    ? PANGO_ALIGN_RIGHT
                                          : style->align == ALIGN_CENTER ? PANGO_ALIGN_CENTER
                                                                         : PANGO_ALIGN_LEFT);
    if (width >= 0)
        pango_layout_set_width(p->layout, (int)(width * PANGO_SCALE));
    return p;
}

Paragraph *paragraph_ref(Paragraph *paragraph)
{
    return g_rc_box_acquire(paragraph);
}

static void paragraph_clear(gpointer data)
{
    Paragraph *p = data;
    g_object_unref(p->layout);
    g_array_unref(p->links);
    g_array_unref(p->notes);
}

void paragraph_free(Paragraph *paragraph)
{
    if (paragraph)
        g_rc_box_release_full(paragraph, paragraph_clear);
}

static void inline_from_children(Inline *in, const xmlNode *node)
{
    for (const xmlNode *n = node->children; n; n = n->next) {
        if (n->type == XML_TEXT_NODE)
            inline_from_text(in, (const char *)n->content);
        else if (n->type == XML_ELEMENT_NODE)
            inline_from_element(in, n);
    }
}

static void inline_from_element(Inline *in, const xmlNode *node)
{
    const char *name = (const char *)node->name;
    guint start = (guint)in->text->len;
    if (strcmp(name, "br") == 0) {
        while (in->text->len && in->text->str[in->text->len - 1] == ' ')
            g_string_truncate(in->text, in->text->len - 1);
        g_string_append(in->text, LINE_SEPARATOR);
    } else if (strcmp(name, "fn") == 0) {
        ParagraphNote note = {start, in->notes + (int)in->paragraph->notes->len + 1, node};
        g_array_append_val(in->paragraph->notes, note);
        g_string_append_printf(in->text, "%d", note.number);
        inline_raise(in, start);
    } else if (strcmp(name, "list") != 0) { /* a list inside an item is set after its text */
        inline_from_children(in, node);
    }
    if (strcmp(name, "b") == 0) {
        inline_attribute(in, pango_attr_weight_new(PANGO_WEIGHT_BOLD), start);
    } else if (strcmp(name, "i") == 0) {
        inline_attribute(in, pango_attr_style_new(PANGO_STYLE_ITALIC), start);
    } else if (strcmp(name, "u") == 0) {
        inline_attribute(in, pango_attr_underline_new(PANGO_UNDERLINE_SINGLE), start);
    } else if (strcmp(name, "sup") == 0) {
        inline_raise(in, start);
    } else if (strcmp(name, "a") == 0) {
        ParagraphLink link = {start, (guint)in->text->len, style_string(node, "href", "")};
        g_array_append_val(in->paragraph->links, link);
        inline_attribute(in, pango_attr_foreground_new(0x0505, 0x3737, 0xA1A1), start);
        inline_attribute(in, pango_attr_underline_new(PANGO_UNDERLINE_SINGLE), start);
    }
}

static void inline_from_text(Inline *in, const char *s)
{
    g_autoptr(GString) text = g_string_new(NULL);
    for (; *s; s++) {
        bool blank = g_ascii_isspace(*s);
        const GString *before = text->len ? text : in->text;
        bool again = before->len == 0 || before->str[before->len - 1] == ' ' ||
                     g_str_has_suffix(before->str, LINE_SEPARATOR);
        if (!blank)
            g_string_append_c(text, *s);
        else if (!again)
            g_string_append_c(text, ' ');
    }
    if (in->numbers)
        replace_numbers(text, in->numbers);
    if (in->style->hyphenate)
        hyphenate(text);
    g_string_append_len(in->text, text->str, (gssize)text->len);
}

static void inline_raise(Inline *in, guint start)
{
    inline_attribute(in, pango_attr_size_new((int)(in->style->size * 0.62 * PANGO_SCALE)), start);
    inline_attribute(in, pango_attr_rise_new((int)(in->style->size * 0.36 * PANGO_SCALE)), start);
}

static void inline_attribute(Inline *in, PangoAttribute *attribute, guint start)
{
    attribute->start_index = start;
    attribute->end_index = (guint)in->text->len;
    pango_attr_list_insert(in->attributes, attribute);
}

static void replace_numbers(GString *text, const PageNumbers *numbers)
{
    char page[16], pages[16];
    g_snprintf(page, sizeof page, "%d", numbers->page);
    g_snprintf(pages, sizeof pages, "%d", numbers->pages);
    g_string_replace(text, "{page}", page, 0);
    g_string_replace(text, "{pages}", pages, 0);
}

static bool is_vowel(gunichar c)
{
    return g_utf8_strchr("aeiouyåäöéAEIOUYÅÄÖÉ", -1, c) != NULL;
}

/* Puts a soft hyphen before each consonant that stands between two vowels, or between the two of a
 * pair. Swedish has finer rules; what counts here is that words are broken at all. */
static void hyphenate(GString *text)
{
    g_autofree gunichar *s = g_utf8_to_ucs4_fast(text->str, (glong)text->len, NULL);
    g_string_truncate(text, 0);
    glong word = 0, end = 0;
    for (glong i = 0; s[i]; i++) {
        if (i >= end) {
            word = i;
            for (end = i; s[end] && g_unichar_isalpha(s[end]); end++)
                ;
            if (end == i)
                end = i + 1;
        }
        bool inside = end - word >= HYPHEN_WORD && i - word >= HYPHEN_EDGE && end - i >= HYPHEN_EDGE;
        if (inside && !is_vowel(s[i]) && is_vowel(s[i + 1]) &&
            (is_vowel(s[i - 1]) || (!is_vowel(s[i - 1]) && is_vowel(s[i - 2]) && s[i] != 'h' && s[i] != 'k')))
            g_string_append(text, SOFT_HYPHEN);
        g_string_append_unichar(text, s[i]);
    }
}

static PangoFontDescription *font_from_style(const Style *style)
{
    PangoFontDescription *font = pango_font_description_new();
    pango_font_description_set_family(font, style->font);
    pango_font_description_set_size(font, (int)(style->size * PANGO_SCALE));
    pango_font_description_set_weight(font, style->bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    pango_font_description_set_style(font, style->italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
    return font;
}

static void link_clear(gpointer data)
{
    ParagraphLink *link = data;
    g_free(link->target);
}
