/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pages with far too many of something, set as minutes are. */
#include <string.h>

#include "attacks.h"
#include "base/notes.h"

static const double WIDTH = 595.28, HEIGHT = 841.89, LEFT = 70, TOP = 70, LEADING = 14;
enum { LINES = 50 }; /* of a page */

/* Where the next line goes. */
typedef struct {
    Pages *pages;
    guint line;
} Setter;

static Page *add_page(Pages *pages)
{
    Page page = {.number = (int)pages->pages->len + 1,
                 .width = WIDTH,
                 .height = HEIGHT,
                 .runs = g_array_new(FALSE, TRUE, sizeof(Run)),
                 .links = g_array_new(FALSE, TRUE, sizeof(Link)),
                 .images = g_array_new(FALSE, TRUE, sizeof(Image)),
                 .rules = g_array_new(FALSE, TRUE, sizeof(Rule))};
    g_array_append_val(pages->pages, page);
    return &g_array_index(pages->pages, Page, pages->pages->len - 1);
}

static Page *last_page(Pages *pages)
{
    return pages->pages->len ? &g_array_index(pages->pages, Page, pages->pages->len - 1) : add_page(pages);
}

static void add_run(Pages *pages, double x, double y, double size, bool bold, const char *text)
{
    double width = size * 0.5 * (double)strlen(text);
    Run run = {.box = box_from_corners(x, y, x + width, y + size * 1.2),
               .size = size,
               .bold = bold,
               .text = g_string_chunk_insert(pages->chunk, text)};
    g_array_append_val(last_page(pages)->runs, run);
}

static void add_rule(Pages *pages, double x0, double y0, double x1, double y1)
{
    Rule rule = {box_from_corners(x0, y0, x1, y1)};
    g_array_append_val(last_page(pages)->rules, rule);
}

/* Where the next line stands; a new page when the last is full. */
static double next_line(Setter *setter)
{
    if (setter->line % LINES == 0)
        add_page(setter->pages);
    return TOP + setter->line++ % LINES * LEADING;
}

static void set(Setter *setter, double x, double size, bool bold, const char *format, ...)
    G_GNUC_PRINTF(5, 6);
static void set(Setter *setter, double x, double size, bool bold, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    g_autofree char *text = g_strdup_vprintf(format, arguments);
    va_end(arguments);
    double y = next_line(setter);
    add_run(setter->pages, x, y, size, bold, text);
}

static void begin_minutes(Setter *setter)
{
    set(setter, LEFT, 18, true, "Protokoll kommunstyrelsen 2025-03-04");
    set(setter, LEFT, 11, false, "Beslutande");
    set(setter, LEFT, 11, false, "Anna Berg (S), ordförande");
    set(setter, LEFT, 11, false, "Bo Ek (M)");
}

static char *words(guint bytes)
{
    GString *s = g_string_sized_new(bytes + 16);
    for (guint i = 0; s->len < bytes; i++)
        g_string_append_printf(s, "ord%u%s", i % 5000, i % 12 == 11 ? ". Nu " : " ");
    return g_string_free(s, FALSE);
}

static void headings(Pages *pages, guint count)
{
    Setter setter = {pages, 0};
    begin_minutes(&setter);
    for (guint i = 1; i <= count; i++) {
        set(&setter, LEFT, 13, true, "§ %u Ärende om väg %u", i, i);
        set(&setter, LEFT, 11, true, "Beslut");
        set(&setter, LEFT, 11, false, "Kommunstyrelsen godkänner förslaget.");
    }
}

static void sections(Pages *pages, guint count)
{
    Setter setter = {pages, 0};
    begin_minutes(&setter);
    set(&setter, LEFT, 13, true, "§ 1 Ny väg");
    for (guint i = 1; i <= count; i++)
        set(&setter, LEFT, 11, true, i % 2 ? "Bakgrund" : "Rubrik som ingen känner %u", i);
}

/* Of no kind of document that is known: below the headings of each level, one after the other. */
static void subheadings(Pages *pages, guint count)
{
    Setter setter = {pages, 0};
    for (guint level = 0; level < 6; level++)
        set(&setter, LEFT, 24 - 2 * level, true, "Rubrik av grad %u", level);
    for (guint i = 0; i < count; i++) {
        set(&setter, LEFT, 11, true, "Underrubrik %u", i);
        if (i % 3 == 0)
            set(&setter, LEFT, 11, false, "Text under den, som är vanlig.");
    }
}

static void one_line(Pages *pages, guint count)
{
    Setter setter = {pages, 0};
    g_autofree char *text = words(count);
    begin_minutes(&setter);
    set(&setter, LEFT, 13, true, "§ 1 Ny väg");
    set(&setter, LEFT, 11, false, "%s", text);
}

static void one_word(Pages *pages, guint count)
{
    Setter setter = {pages, 0};
    g_autofree char *word = g_strnfill(count, 'a');
    begin_minutes(&setter);
    set(&setter, LEFT, 13, true, "§ 1 Ny väg");
    set(&setter, LEFT, 11, false, "%s", word);
}

static void one_paragraph(Pages *pages, guint count)
{
    Setter setter = {pages, 0};
    g_autofree char *line = words(80);
    begin_minutes(&setter);
    set(&setter, LEFT, 13, true, "§ 1 Ny väg");
    for (guint i = 0; i < count; i++)
        set(&setter, LEFT, 11, false, "%s", line + 1);
}

static void table(Pages *pages, guint count)
{
    enum { COLUMNS = 10 };
    Setter setter = {pages, 0};
    for (guint i = 0; i < count; i += COLUMNS) {
        double y = next_line(&setter);
        for (guint c = 0; c < COLUMNS; c++) {
            g_autofree char *text = g_strdup_printf("%u", i + c);
            add_run(pages, LEFT + c * 45, y, 9, false, text);
            add_rule(pages, LEFT + c * 45 - 3, y - 2, LEFT + c * 45 - 3, y + 12);
        }
        add_rule(pages, LEFT - 3, y - 2, LEFT + COLUMNS * 45, y - 2);
    }
}

/* Side by side, all of them under a heading. */
static void wide_table(Pages *pages, guint count)
{
    enum { ROWS = 5 };
    add_page(pages);
    for (guint i = 0; i < count; i++) {
        guint column = i / ROWS;
        add_run(pages, LEFT + column * 40, TOP + i % ROWS * 14, 11, i % ROWS == 0, "12");
    }
}

/* Many tables, with a line of text behind each. */
static void tables(Pages *pages, guint count)
{
    Setter setter = {pages, 0};
    for (guint i = 0; i < count; i++) {
        for (guint r = 0; r < 3; r++) {
            double y = next_line(&setter);
            for (guint c = 0; c < 4; c++)
                add_run(pages, LEFT + c * 100, y, 11, false, "12");
        }
        set(&setter, LEFT, 11, false, "Text efter tabell %u.", i);
        setter.line++;
    }
}

/* Short lists in one text. */
static void lists(Pages *pages, guint count)
{
    Setter setter = {pages, 0};
    for (guint i = 0; i < count; i++) {
        set(&setter, LEFT, 11, false, "Text före lista %u:", i);
        set(&setter, LEFT, 11, false, "• punkt");
        set(&setter, LEFT + 20, 11, false, "– under den");
    }
}

/* Pages none of which can be read, and an item on each. */
static void damaged_pages(Pages *pages, guint count)
{
    for (guint i = 1; i <= count; i++) {
        g_autofree char *heading = g_strdup_printf("§ %u Ärende", i);
        add_page(pages)->damaged = true;
        add_run(pages, LEFT, 200, 13, true, heading);
        add_run(pages, LEFT, 230, 11, true, "Beslui");
        add_run(pages, LEFT, 250, 11, false, "Kommunstyrelsen godkänner förslaget.");
    }
}

/* All of a file behind its minutes, and none of them. */
static void attachment(Pages *pages, guint count)
{
    Setter setter = {pages, 0};
    begin_minutes(&setter);
    set(&setter, LEFT, 13, true, "§ 1 Ny väg");
    setter.line = LINES;
    set(&setter, LEFT, 18, true, "Bilaga 1");
    for (guint i = 0; i < count; i++)
        set(&setter, LEFT, 11, i % 2, "Text nummer %u.", i);
}

/* One number for all of an item. */
static void footnotes_of_one_number(Pages *pages, guint count)
{
    Setter setter = {pages, 0};
    begin_minutes(&setter);
    set(&setter, LEFT, 13, true, "§ 1 Ny väg");
    for (guint i = 1; i <= count; i++) {
        add_page(pages);
        add_run(pages, LEFT, 200, 11, false, "Text med not");
        add_run(pages, LEFT + 66, 199, 6, false, "1");
        add_run(pages, LEFT, 300, 11, false, "Mer text");
        add_run(pages, LEFT, 780, 7, false, "1 Noten säger detta.");
    }
}

static void assignments(Pages *pages, guint count)
{
    Setter setter = {pages, 0};
    begin_minutes(&setter);
    set(&setter, LEFT, 13, true, "§ 1 Ny väg");
    set(&setter, LEFT, 11, true, "Beslut");
    for (guint i = 0; i < count; i++)
        set(&setter, LEFT, 11, false,
            "%s kommundirektören får i uppdrag att ge 100 kronor enligt KS 2025/%u och",
            i ? "" : "Kommunstyrelsen beslutar att", i);
}

/* Too many cells for a page to show. */
static void table_on_a_page(Pages *pages, guint count)
{
    enum { COLUMNS = 100 };
    for (guint i = 0; i < count; i++) {
        guint row = i / COLUMNS;
        double x = LEFT + i % COLUMNS * 40, y = TOP + row * 12;
        add_run(pages, x, y, 9, false, "12");
        if (i % COLUMNS == 0)
            add_rule(pages, LEFT - 3, y - 1, LEFT + COLUMNS * 40, y - 1);
    }
    guint rows = count / COLUMNS;
    for (guint c = 0; c <= COLUMNS; c++)
        add_rule(pages, LEFT + c * 40 - 3, TOP - 1, LEFT + c * 40 - 3, TOP + rows * 12);
}

static void items(Pages *pages, guint count)
{
    Setter setter = {pages, 0};
    begin_minutes(&setter);
    set(&setter, LEFT, 13, true, "§ 1 Ny väg");
    for (guint i = 0; i < count; i++)
        set(&setter, LEFT + i % 40 * 10, 11, false, "• punkt %u", i);
}

/* Each within the one before it, as deep as a list goes. */
static void nested_items(Pages *pages, guint count)
{
    Setter setter = {pages, 0};
    begin_minutes(&setter);
    set(&setter, LEFT, 13, true, "§ 1 Ny väg");
    for (guint i = 0; i < count; i++)
        set(&setter, LEFT + i * 4, 11, false, "• punkt %u", i);
}

static void footnotes(Pages *pages, guint count)
{
    Setter setter = {pages, 0};
    begin_minutes(&setter);
    for (guint i = 1; i <= count; i++) {
        double y = next_line(&setter);
        g_autofree char *mark = g_strdup_printf("%u", i);
        add_run(pages, LEFT, y, 11, false, "Text med not");
        add_run(pages, LEFT + 66, y - 1, 6, false, mark);
        g_autofree char *note = g_strdup_printf("%u Noten säger detta.", i);
        add_run(pages, LEFT, 780, 7, false, note);
    }
}

static void votes(Pages *pages, guint count)
{
    Setter setter = {pages, 0};
    begin_minutes(&setter);
    set(&setter, LEFT, 13, true, "§ 1 Ny väg");
    set(&setter, LEFT, 11, true, "Omröstning");
    for (guint i = 0; i < count; i++) {
        set(&setter, LEFT, 11, false, "Den som vill bifalla Anna Bergs yrkande röstar ja.");
        set(&setter, LEFT, 11, false, "Omröstningen utfaller med 7 ja-röster mot %u nej-röster.", i);
        set(&setter, LEFT, 11, false, "Ja röstar: Anna Berg (S) och Bo Ek (M).");
    }
}

static void reservations(Pages *pages, guint count)
{
    Setter setter = {pages, 0};
    begin_minutes(&setter);
    set(&setter, LEFT, 13, true, "§ 1 Ny väg");
    for (guint i = 0; i < count; i++) {
        set(&setter, LEFT, 11, true, "Reservation");
        set(&setter, LEFT, 11, false,
            "Anna Berg (S) reserverar sig mot beslutet till förmån för eget yrkande.");
        set(&setter, LEFT, 11, true, "Yrkanden");
        set(&setter, LEFT, 11, false, "Bo Ek (M) yrkar avslag på Anna Bergs (S) yrkande nummer %u.", i);
    }
}

static void persons(Pages *pages, guint count)
{
    Setter setter = {pages, 0};
    begin_minutes(&setter);
    for (guint i = 0; i < count; i++)
        set(&setter, LEFT, 11, false, "Anna%c%c%c Berg%c%c (S)", 'a' + i % 26, 'a' + i / 26 % 26,
            'a' + i / 676 % 26, 'a' + i % 7, 'a' + i % 11);
    set(&setter, LEFT, 13, true, "§ 1 Ny väg");
    for (guint i = 0; i < count; i++)
        set(&setter, LEFT, 11, false, "Anna%c%c%c Berg%c%c (S) yrkar bifall till förslaget.", 'a' + i % 26,
            'a' + i / 26 % 26, 'a' + i / 676 % 26, 'a' + i % 7, 'a' + i % 11);
}

static void letters(Pages *pages, guint count)
{
    for (guint i = 0; i < count; i++) {
        guint row = i / 1000;
        add_run(pages, LEFT + i % 1000 * 0.45, TOP + row * 0.7, 0.6, false, "a");
    }
}

/* All on one place, where each overlaps each. */
static void pile(Pages *pages, guint count)
{
    for (guint i = 0; i < count; i++)
        add_run(pages, LEFT, TOP, 11, i % 2, "ord");
}

static void rules(Pages *pages, guint count)
{
    Setter setter = {pages, 0};
    begin_minutes(&setter);
    for (guint i = 0; i < 40; i++) {
        double y = next_line(&setter);
        for (guint c = 0; c < 4; c++)
            add_run(pages, LEFT + c * 100, y, 11, false, "12");
    }
    for (guint i = 0; i < count; i++) {
        guint pair = i / 2;
        double at = pair * 0.01;
        add_rule(pages, i % 2 ? LEFT : LEFT + at, i % 2 ? TOP + at : TOP, i % 2 ? LEFT + 400 : LEFT + at,
                 i % 2 ? TOP + at : TOP + 700);
    }
}

/* As many on each page as a page may have: in many nets, over text, or in one beside it. */
static void rules_on_pages(Pages *pages, guint count)
{
    enum { ON_A_PAGE = 5000, IN_A_NET = 50 };
    for (guint i = 0; i < count; i++) {
        guint place = i % ON_A_PAGE / 2, in_net = i / ON_A_PAGE % 2 ? IN_A_NET / 2 : 250;
        double at = 5 * (place % in_net), x = in_net == 250 ? 1000 : place / in_net % 10 * 130;
        if (i % ON_A_PAGE == 0) {
            add_page(pages);
            for (guint r = 0; r < 10; r++)
                add_run(pages, LEFT, TOP + r * LEADING, 11, false, "12");
        }
        if (i % 2)
            add_rule(pages, x, at, x + 5 * in_net, at);
        else
            add_rule(pages, x + at, 0, x + at, 5 * in_net);
    }
}

/* One row of columns under the other, as many as no page has. */
static void columns(Pages *pages, guint count)
{
    add_page(pages);
    for (guint i = 0; i < count; i++) {
        add_run(pages, LEFT, TOP + i * 0.12, 0.1, false, "Anna Berg (S)");
        add_run(pages, LEFT + 20, TOP + i * 0.12, 0.1, false, "Bo Ek (M)");
    }
}

/* A running head that wanders. */
static void heights(Pages *pages, guint count)
{
    for (guint i = 0; i < count; i++) {
        add_page(pages);
        for (guint line = 0; line < 3; line++)
            add_run(pages, LEFT, 30 + i % 1000 * 0.05 + line * 14, 11, false, "Ekdals kommun");
    }
}

static void links(Pages *pages, guint count)
{
    for (guint i = 0; i < count; i++) {
        guint row = i / 20;
        double x = LEFT + i % 20 * 25, y = TOP + row * 0.7;
        add_run(pages, x, y, 6, false, "länk");
        Link link = {box_from_corners(x, y, x + 20, y + 7), "https://a.example/"};
        g_array_append_val(last_page(pages)->links, link);
    }
}

static void images(Pages *pages, guint count)
{
    Setter setter = {pages, 0};
    begin_minutes(&setter);
    for (guint i = 0; i < count; i++) {
        guint row = i / 500;
        double x = i % 500, y = row;
        Image image = {box_from_corners(x, y, x + 30, y + 30)};
        g_array_append_val(last_page(pages)->images, image);
        if (i % 10 == 0)
            add_run(pages, x, y, 8, false, "bild");
    }
}

static void many_pages(Pages *pages, guint count)
{
    for (guint i = 1; i <= count; i++) {
        g_autofree char *number = g_strdup_printf("Sida %u (%u)", i, count);
        add_page(pages);
        add_run(pages, LEFT, 30, 8, false, "Ekdals kommun");
        add_run(pages, 450, 30, 8, false, number);
        add_run(pages, LEFT, 200, 11, false, "En rad.");
    }
}

static void contents(Pages *pages, guint count)
{
    Setter setter = {pages, 0};
    set(&setter, LEFT, 13, true, "Innehåll");
    for (guint i = 1; i <= count; i++)
        set(&setter, LEFT, 11, false, "§ %u Ärende om väg %u .............................. %u", i, i,
            i / 3 + 1);
    for (guint i = 1; i <= count; i++)
        set(&setter, LEFT, 13, true, "§ %u Ärende om väg %u", i, i);
}

static void hyphens(Pages *pages, guint count)
{
    Setter setter = {pages, 0};
    begin_minutes(&setter);
    set(&setter, LEFT, 13, true, "§ 1 Ny väg");
    for (guint i = 0; i < count; i++)
        set(&setter, LEFT, 11, false, "för- och efter- med ord%u-", i);
}

static void amounts(Pages *pages, guint count)
{
    Setter setter = {pages, 0};
    begin_minutes(&setter);
    set(&setter, LEFT, 13, true, "§ 1 Ny väg");
    for (guint i = 0; i < count; i++)
        set(&setter, LEFT, 11, false,
            "att ge 1 000 %03u kronor enligt KS 2025/%u och bilaga %u senast den 3 maj", i % 1000, i, i);
}

const PagesAttack pages_attacks[] = {
    {"headings", headings, 500, 10000, 30},
    {"sections", sections, 1000, 20000, 30},
    {"subheadings", subheadings, 500, 10000, 30},
    {"one-line", one_line, 200000, 10000000, 30},
    {"one-word", one_word, 200000, 10000000, 30},
    {"one-paragraph", one_paragraph, 2000, 100000, 30},
    {"table", table, 5000, 100000, 30},
    {"table-on-a-page", table_on_a_page, 5000, 100000, 30},
    {"wide-table", wide_table, 500, 20000, 30},
    {"tables", tables, 300, 20000, 30},
    {"lists", lists, 500, 30000, 30},
    {"damaged-pages", damaged_pages, 500, 20000, 30},
    {"attachment", attachment, 2000, 50000, 30},
    {"items", items, 2000, 50000, 30},
    {"nested-items", nested_items, 500, 50000, 30},
    {"footnotes", footnotes, 1000, 20000, 30},
    {"footnotes-of-one-number", footnotes_of_one_number, 500, 20000, 30},
    {"assignments", assignments, 500, 20000, 30},
    {"votes", votes, 500, 10000, 30},
    {"reservations", reservations, 500, 10000, 30},
    {"persons", persons, 300, 5000, 30},
    {"letters", letters, 20000, 1000000, 30},
    {"pile", pile, 2000, 100000, 30},
    {"rules", rules, 20000, 1000000, 30},
    {"rules-on-pages", rules_on_pages, 20000, 1000000, 30},
    {"columns", columns, 2000, 100000, 30},
    {"heights", heights, 2000, 50000, 30},
    {"links", links, 1000, 20000, 30},
    {"images", images, 2000, 100000, 30},
    {"pages", many_pages, 2000, 100000, 30},
    {"contents", contents, 500, 10000, 30},
    {"hyphens", hyphens, 2000, 50000, 30},
    {"amounts", amounts, 1000, 20000, 30},
    {NULL, NULL, 0, 0, 0},
};

Pages *pages_of_attack(const PagesAttack *attack, guint count)
{
    Pages *pages = g_new0(Pages, 1);
    pages->chunk = g_string_chunk_new(1 << 16);
    pages->file = "attack.pdf";
    pages->pages = g_array_new(FALSE, TRUE, sizeof(Page));
    pages->notes = g_array_new(FALSE, TRUE, sizeof(Note));
    attack->fill(pages, count);
    return pages;
}
