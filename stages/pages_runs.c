/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs of a page: Poppler's characters with their boxes and fonts, gathered into stretches of one font. */
#include <math.h>
#include <string.h>

#include "base/notes.h"
#include "base/text.h"
#include "pages_parts.h"

/* A gap wider than this many font sizes ends a run: narrower than what may divide the cells of a table.
 * Whether it is a wide blank of a justified line or divides cells is for the next stage to say, from what is
 * around it. */
static const double WIDE_GAP = 0.45;

/* A gap wider than this many font sizes is a blank. */
static const double BLANK = 0.2;

/* A word set with space between its letters has at least so many of them. */
enum { SPACED_LETTERS = 5 };

/* Characters of the private use area that minutes do hold, most of them bullets that word processors take
 * from the fonts Symbol and Wingdings. */
static const struct {
    gunichar from;
    const char *to;
} private_use[] = {
    {0xF02D, "-"}, {0xF06E, "▪"}, {0xF06F, "o"}, {0xF071, "❑"}, {0xF075, "◆"}, {0xF076, "❖"},
    {0xF077, "•"}, {0xF09F, "•"}, {0xF0A7, "▪"}, {0xF0A8, "☐"}, {0xF0B7, "•"}, {0xF0D8, "➢"},
    {0xF0DE, "⇒"}, {0xF0E0, "→"}, {0xF0E8, "➔"}, {0xF0FC, "✓"}, {0xF0FB, "✗"}, {0xF0FE, "☒"},
    {0xF0A3, "☐"}, {0xF052, "☑"}, {0xF053, "☒"}, {0xF02A, "*"}, {0xF020, " "},
};

/* Ligatures of the presentation forms, U+FB00 to U+FB06. */
static const char *const ligatures[] = {"ff", "fi", "fl", "ffi", "ffl", "st", "st"};

typedef struct {
    Pages *pages;
    Page *page;
    FontTrust *trust;
    const guint8 *hidden; /* by character; NULL: none is */
    const char *font;     /* name of the run's font */
    GString *text;        /* of the run under way */
    Run run;
    bool open;              /* a run is under way */
    bool combining;         /* the run holds a combining accent: to be composed */
    guint characters;       /* of the run */
    guint letters, unknown; /* of the page */
} Gatherer;

/* Fonts carry their weight and slant in their names; Poppler-glib gives nothing else. */
static bool name_says(const char *font, const char *const *words)
{
    for (; *words; words++)
        if (font && strstr(font, *words))
            return true;
    return false;
}

/* "B E S L U T", "R E S E R VAT I O N": letters alone, but for those that a font draws closer together. */
static bool is_letterspaced(const char *s)
{
    guint letters = 0, words = 1;
    if (!memchr(s, ' ', strnlen(s, SPACED_LETTERS)))
        return false; /* as nearly always */
    for (; *s; s = g_utf8_next_char(s)) {
        gunichar c = g_utf8_get_char(s);
        if (c != ' ' && !g_unichar_isalpha(c))
            return false;
        letters += c != ' ';
        words += c == ' ';
    }
    return letters >= SPACED_LETTERS && words * 4 >= letters * 3;
}

static void close_up(GString *s)
{
    gsize to = 0;
    for (gsize from = 0; from < s->len; from++)
        if (s->str[from] != ' ')
            s->str[to++] = s->str[from];
    g_string_truncate(s, to);
}

static void close_run(Gatherer *g)
{
    if (!g->open)
        return;
    g->open = false;
    while (g->text->len && g->text->str[g->text->len - 1] == ' ')
        g_string_truncate(g->text, g->text->len - 1);
    if (!g->text->len)
        return;
    if (is_letterspaced(g->text->str))
        close_up(g->text);
    g_autofree char *composed = g->combining ? g_utf8_normalize(g->text->str, -1, G_NORMALIZE_NFC) : NULL;
    g->run.box = box_from_corners(g->run.box.x0, g->run.box.y0, g->run.box.x1, g->run.box.y1);
    g->run.text = g_string_chunk_insert(g->pages->chunk, composed ? composed : g->text->str);
    g_array_append_val(g->page->runs, g->run);
    font_trust_read(g->trust, g->font, g->page->number, g->run.text);
}

/* True for the visible characters of ASCII: nearly all are, and nothing more is asked of them. */
static bool is_plain(gunichar c)
{
    return c > 0x20 && c < 0x7F;
}

/* Appends what `c` stands for. */
static void append_character(Gatherer *g, gunichar c)
{
    if (is_plain(c)) {
        g_string_append_c(g->text, (char)c);
        return;
    }
    if (c >= 0xFB00 && c <= 0xFB06) {
        g_string_append(g->text, ligatures[c - 0xFB00]);
        return;
    }
    if (c >= 0xE000 && c <= 0xF8FF) {
        for (gsize i = 0; i < G_N_ELEMENTS(private_use); i++) {
            if (private_use[i].from == c) {
                g_string_append(g->text, private_use[i].to);
                return;
            }
        }
        /* Fonts with a "symbol" map keep plain characters at U+F020 to U+F07E. */
        if (c > 0xF020 && c < 0xF07F) {
            g_string_append_c(g->text, (char)(c - 0xF000));
            return;
        }
        c = 0xFFFD;
    }
    if ((c < 0x20 || c > 0x7E) && (text_is_hidden(c) || !g_unichar_validate(c)))
        c = 0xFFFD;
    g->unknown += c == 0xFFFD;
    g->combining |= c >= 0x0300 && c < 0x0370;
    g_string_append_unichar(g->text, c);
}

/* True for characters that are there without being seen. */
static bool is_invisible(gunichar c)
{
    return (c >= 0x200B && c <= 0x200F) || c == 0xFEFF || c == 0x2060;
}

static void begin_run(Gatherer *g, const PopplerRectangle *box, const PopplerTextAttributes *font,
                      bool joined)
{
    static const char *const bold[] = {"Bold",     "bold",     "Black", "Heavy",
                                       "Semibold", "SemiBold", "Demi",  NULL};
    static const char *const italic[] = {"Italic", "italic", "Oblique", "oblique", NULL};
    g_string_truncate(g->text, 0);
    g->open = true;
    g->combining = false;
    g->characters = 0;
    g->font = font ? font->font_name : NULL;
    g->run = (Run){.box = {box->x1, box->y1, box->x2, box->y2}, .joined = joined};
    if (font) {
        g->run.size = model_number(font->font_size);
        g->run.bold = name_says(font->font_name, bold);
        g->run.italic = name_says(font->font_name, italic);
        g->run.color = font->color.red >> 8 << 16 | font->color.green >> 8 << 8 | font->color.blue >> 8;
    }
}

static bool same_font(const PopplerTextAttributes *a, const PopplerTextAttributes *b)
{
    return a == b || (a && b && a->font_size == b->font_size && g_strcmp0(a->font_name, b->font_name) == 0 &&
                      a->color.red == b->color.red && a->color.green == b->color.green &&
                      a->color.blue == b->color.blue);
}

/* True when a character stands above or below the last one of the run rather than after it. */
static bool is_stacked(const Gatherer *g, const PopplerRectangle *last, const PopplerRectangle *box,
                       double size)
{
    if (!g->open || fabs(box->x1 - last->x1) > 1 || fabs(box->x2 - last->x2) > 1)
        return false;
    return fabs(box->y2 - last->y1) < 0.6 * size || fabs(box->y1 - last->y2) < 0.6 * size;
}

static void gather(Gatherer *g, const char *text, const PopplerRectangle *boxes, guint n, GList *fonts)
{
    const PopplerTextAttributes *current = NULL;
    bool space = true; /* before the next character, on this line */
    guint i = 0, last = 0;
    for (const char *p = text; *p && i < n; p = g_utf8_next_char(p), i++) {
        gunichar c = is_plain((guchar)*p) ? (guchar)*p : g_utf8_get_char(p);
        while (fonts && (guint)((const PopplerTextAttributes *)fonts->data)->end_index < i)
            fonts = fonts->next;
        const PopplerTextAttributes *font = fonts ? fonts->data : NULL;
        if (c == '\n') {
            close_run(g);
            space = true;
            continue;
        }
        if (!is_plain(c) && is_invisible(c))
            continue;
        if (!is_plain(c) && g_unichar_isspace(c)) {
            space = true;
            continue;
        }
        const PopplerRectangle *box = &boxes[i];
        double size = font ? font->font_size : 10;
        if (c == 0xAD && p[2] != '\n' &&
            p[2] != '\0') { /* drawn inside a line it is a hyphen, else nothing */
            if (box->x2 - box->x1 < 0.05 * size)
                continue;
            c = '-';
        }
        double gap = box->x1 - g->run.box.x1;
        bool hidden = g->hidden && g->hidden[i];
        if (g->open && hidden != g->run.hidden) {
            close_run(g);
            space = true;
        }
        bool stacked = i > 0 && is_stacked(g, &boxes[last], box, size);
        space |= g->open && gap > BLANK * size; /* Poppler gives no blank between words alone in a cell */
        if (stacked && (g->run.vertical || g->characters == 1)) {
            g->run.vertical = true;
            if (space)
                g_string_append_c(g->text, ' ');
        } else if (!g->open || g->run.vertical || !same_font(font, current) || gap > WIDE_GAP * size ||
                   gap < -size) {
            bool joined = g->open && !space && gap < 0.3 * size && gap > -size;
            close_run(g);
            begin_run(g, box, font, joined);
            g->run.hidden = hidden;
            current = font;
        } else if (space) {
            g_string_append_c(g->text, ' ');
        }
        space = false;
        last = i;
        g->letters++;
        g->characters++;
        append_character(g, c);
        g->run.box.x1 = MAX(g->run.box.x1, box->x2);
        g->run.box.y0 = MIN(g->run.box.y0, box->y1);
        g->run.box.y1 = MAX(g->run.box.y1, box->y2);
    }
    close_run(g);
}

/* Above this share of characters that stand for nothing, none of a page's text is to be trusted. */
static const double UNREADABLE_SHARE = 0.05;

void pages_add_runs(Pages *pages, Page *page, PopplerPage *source, FontTrust *trust, HiddenFinder *finder)
{
    g_autofree char *text = poppler_page_get_text(source);
    g_autofree PopplerRectangle *boxes = NULL;
    guint n = 0;
    if (!text || !*text || !poppler_page_get_text_layout(source, &boxes, &n))
        return;
    GList *fonts = poppler_page_get_text_attributes(source);
    g_autoptr(GString) buffer = g_string_new(NULL);
    g_autofree guint8 *hidden = hidden_characters(finder, pages, page, source, text, boxes, n, fonts);
    Gatherer g = {.pages = pages, .page = page, .trust = trust, .hidden = hidden, .text = buffer};
    gather(&g, text, boxes, n, fonts);
    poppler_page_free_text_attributes(fonts);
    page->damaged = g.unknown > UNREADABLE_SHARE * g.letters;
    if (g.unknown && !page->damaged) /* a damaged page gets its note with those of untrustworthy fonts */
        notes_add(pages->notes, pages->chunk, NOTE_CHARACTER_UNKNOWN, page->number, NULL, NULL);
}
