/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Layout: an invented meeting as a source for the typesetter, in the way of its house. */
#include "layout.h"

#include <string.h>

#include "words.h"

static xmlNode *element(xmlNode *parent, const char *name, const char *text);
static void attribute(xmlNode *node, const char *name, const char *value);
static xmlNode *cell(xmlNode *row, const char *x, const char *w, const char *style, const char *text);
static void add_styles(xmlNode *root, const House *house);
static void add_furniture(xmlNode *part, const Meeting *m, const House *house);
static void add_cover(xmlNode *body, const Meeting *m, const House *house);
static void add_contents(xmlNode *body, const Meeting *m);
static void add_stamp(xmlNode *part, bool sideways);
static void add_attachment(xmlNode *root, const House *house);
static void add_pair(xmlNode *body, const char *label, const char *value);
static void add_attendance(xmlNode *body, const Meeting *m, const House *house);
static char *attendee_text(const Attendee *a, const House *house);
static void add_item(xmlNode *body, const Item *item, const House *house);
static void add_heading(xmlNode *body, const Item *item, const House *house);
static void add_section(xmlNode *body, const Section *section, const House *house);
static void add_blocks(xmlNode *parent, const GArray *blocks);
static void add_table(xmlNode *parent, const Block *block);

xmlDoc *layout_meeting(const Meeting *meeting, const House *house, guint32 seed)
{
    GRand *rand = g_rand_new_with_seed(seed + 1);
    xmlDoc *doc = xmlNewDoc((const xmlChar *)"1.0");
    xmlNode *root = xmlNewNode(NULL, (const xmlChar *)"document");
    xmlDocSetRootElement(doc, root);
    attribute(root, "title", "Protokoll");
    attribute(root, "font", house->font);
    g_autofree char *size = g_strdup_printf("%d.%d", (int)house->size, (int)(house->size * 10) % 10);
    attribute(root, "size", size);
    attribute(root, "after", "7");
    attribute(root, "align", house->justify ? "justify" : "left");
    attribute(root, "hyphenate", house->hyphenate ? "true" : "false");
    add_styles(root, house);
    xmlNode *part = element(root, "part", NULL);
    attribute(part, "paper", house->paper);
    attribute(part, "margins", house->margins);
    add_furniture(part, meeting, house);
    xmlNode *body = element(part, "body", NULL);
    add_cover(body, meeting, house);
    if (words_chance(rand, 0.3))
        add_contents(body, meeting);
    if (words_chance(rand, 0.3))
        add_stamp(part, words_chance(rand, 0.5));
    for (guint i = 0; i < meeting->items->len; i++)
        add_item(body, &g_array_index(meeting->items, Item, i), house);
    element(body, "space", NULL);
    const char *const signers[] = {meeting->chair.value, meeting->secretary.value,
                                   g_array_index(meeting->adjusters, Fact, 0).value};
    static const char *const places[] = {"0", "155", "310"};
    static const char *const offices[] = {"Ordförande", "Sekreterare", "Justerare"};
    xmlNode *names = element(body, "row", NULL), *roles = element(body, "row", NULL);
    for (guint i = 0; i < G_N_ELEMENTS(signers); i++) {
        cell(names, places[i], "150", "flush", signers[i]);
        cell(roles, places[i], "140", "flush", offices[i]);
    }
    if (words_chance(rand, 0.25))
        add_attachment(root, house);
    g_rand_free(rand);
    return doc;
}

static void add_styles(xmlNode *root, const House *house)
{
    static const struct {
        const char *name;
        double size; /* beside that of the text */
        const char *bold, *after, *before, *keep, *align;
        bool heading_font;
    } rows[] = {{"small", -2.5, "false", "0", "0", "false", "left", true},
                {"smallright", -2.5, "false", "0", "0", "false", "right", true},
                {"flush", 0, "false", "0", "0", "false", "left", false},
                {"label", 0, "true", "3", "6", "true", "left", true},
                {"paragraf", 2, "true", "3", "14", "true", "left", true},
                {"caseright", -0.5, "false", "0", "0", "true", "right", true},
                {"case", -0.5, "false", "4", "0", "true", "left", true},
                {"rubrik", 2, "true", "8", "0", "true", "left", true},
                {"avsnitt", 0.5, "true", "3", "8", "true", "left", true},
                {"under", 0, "false", "2", "4", "true", "left", false},
                {"fn", -2, "false", "0", "0", "false", "left", false},
                {"toc", 0, "false", "2", "0", "false", "left", true},
                {"tocright", 0, "false", "2", "0", "false", "right", true},
                {"th", -1.5, "true", "0", "0", "false", "left", true},
                {"td", -1.5, "false", "0", "0", "false", "left", true}};
    for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
        xmlNode *style = element(root, "style", NULL);
        char size[G_ASCII_DTOSTR_BUF_SIZE];
        g_ascii_formatd(size, sizeof size, "%.1f", house->size + rows[i].size);
        attribute(style, "name", rows[i].name);
        attribute(style, "size", size);
        attribute(style, "bold", rows[i].bold);
        attribute(style, "after", rows[i].after);
        attribute(style, "before", rows[i].before);
        attribute(style, "keep", rows[i].keep);
        attribute(style, "align", rows[i].align);
        attribute(style, "hyphenate", "false");
        if (strcmp(rows[i].name, "under") == 0)
            attribute(style, "italic", "true");
        if (rows[i].heading_font)
            attribute(style, "font", house->heading_font);
    }
}

/* Running heads and feet: what stands where differs, the facts in them are those of the cover. */
static void add_furniture(xmlNode *part, const Meeting *m, const House *house)
{
    static const struct {
        FurnitureForm form;
        const char *area, *x, *y, *style, *text; /* %B body, %P principal, %D date, %N page number */
    } rows[] = {
        {FURNITURE_RULED, "head", "78", "34", "small", "%P"},
        {FURNITURE_RULED, "head", NULL, "34", "smallright", "%B"},
        {FURNITURE_RULED, "head", NULL, "46", "smallright", "Sammanträdesdatum: %D"},
        {FURNITURE_RULED, "foot", NULL, "34", "smallright", "%N"},
        {FURNITURE_STACKED, "head", "300", "30", "small", "Protokoll"},
        {FURNITURE_STACKED, "head", NULL, "30", "smallright", "%N"},
        {FURNITURE_STACKED, "head", "300", "46", "small", "Sammanträdesdatum"},
        {FURNITURE_STACKED, "head", "300", "58", "small", "%D"},
        {FURNITURE_STACKED, "head", "72", "58", "small", "%B"},
        {FURNITURE_STACKED, "head", "72", "46", "small", "%P"},
        {FURNITURE_STACKED, "foot", "300", "34", "small", "Utdragsbestyrkande"},
        {FURNITURE_FOOT, "head", "72", "36", "small", "%P"},
        {FURNITURE_FOOT, "foot", "72", "30", "small", "%B, protokoll %D"},
        {FURNITURE_FOOT, "foot", NULL, "30", "smallright", "%N"},
        {FURNITURE_BOXES, "head", "70", "34", "small", "%P"},
        {FURNITURE_BOXES, "head", "70", "47", "small", "%B"},
        {FURNITURE_BOXES, "head", "280", "34", "small", "SAMMANTRÄDESPROTOKOLL"},
        {FURNITURE_BOXES, "head", "280", "47", "small", "%D"},
        {FURNITURE_BOXES, "head", NULL, "34", "smallright", "%N"},
        {FURNITURE_BOXES, "foot", "70", "26", "small", "Justerandes sign"},
        {FURNITURE_BOXES, "foot", "226", "26", "small", "Justerandes sign"},
        {FURNITURE_BOXES, "foot", "382", "26", "small", "Utdragsbestyrkande"},
    };
    xmlNode *head = element(part, "head", NULL), *foot = element(part, "foot", NULL);
    for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
        if (rows[i].form != house->furniture)
            continue;
        g_autoptr(GString) text = g_string_new(rows[i].text);
        g_string_replace(text, "%P", m->principal.value, 0);
        g_string_replace(text, "%B", m->body.value, 0);
        g_string_replace(text, "%D", g_array_index(m->dates, Fact, 0).value, 0);
        g_string_replace(text, "%N", house->page_number, 0);
        xmlNode *at = element(strcmp(rows[i].area, "head") == 0 ? head : foot, "at", text->str);
        attribute(at, "y", rows[i].y);
        attribute(at, "style", rows[i].style);
        if (rows[i].x)
            attribute(at, "x", rows[i].x);
    }
    if (house->furniture == FURNITURE_BOXES || house->furniture == FURNITURE_RULED)
        attribute(element(house->furniture == FURNITURE_BOXES ? foot : head, "line", NULL), "y",
                  house->furniture == FURNITURE_BOXES ? "22" : "66");
}

static void add_cover(xmlNode *body, const Meeting *m, const House *house)
{
    element(body, "rubrik", "Protokoll");
    element(body, "label", m->body.value);
    g_autofree char *day = words_long_date(g_array_index(m->dates, Fact, 0).value);
    g_autofree char *time = g_strdup_printf("%s, kl. %s–%s", day, m->starts.value, m->ends.value);
    const Fact *adjuster = &g_array_index(m->adjusters, Fact, 0);
    add_pair(body, "Tid", time);
    add_pair(body, "Plats", m->place.value);
    add_attendance(body, m, house);
    add_pair(body, "Sekreterare", m->secretary.value);
    add_pair(body, house->decision_last ? "Utses att justera" : "Justerare", adjuster->value);
    g_autofree char *numbers = g_strdup_printf("%s–%s", g_array_index(m->items, Item, 0).number,
                                               g_array_index(m->items, Item, m->items->len - 1).number);
    add_pair(body, "Paragrafer", numbers);
    element(body, "break", NULL);
}

/* A table of contents, whose page numbers are guesses: its lines look like headings but for the dots. */
static void add_contents(xmlNode *body, const Meeting *m)
{
    element(body, "toc", "Innehåll");
    for (guint i = 0; i < m->items->len; i++) {
        const Item *item = &g_array_index(m->items, Item, i);
        g_autofree char *title =
            g_utf8_substring(item->title.value, 0, MIN(36, g_utf8_strlen(item->title.value, -1)));
        g_autofree char *line = g_strdup_printf("§ %s %s ........................", item->number, title);
        g_autofree char *page = g_strdup_printf("%u", 3 + i / 2);
        xmlNode *row = element(body, "row", NULL);
        attribute(row, "style", "toc");
        cell(row, "0", "400", "toc", line);
        cell(row, "405", "40", "tocright", page);
    }
    element(body, "break", NULL);
}

/* A signing service's line: below the text, or on its side in the margin. */
static void add_stamp(xmlNode *part, bool sideways)
{
    xmlNode *overlay = element(part, "overlay", NULL);
    xmlNode *at = element(overlay, "at", "Dokumentet är signerat med Intygsam. Verifikat 81C2-77F0-AA");
    attribute(at, "style", "small");
    attribute(at, "x", sideways ? "24" : "60");
    attribute(at, "y", sideways ? "600" : "770");
    attribute(at, "w", "400");
    if (sideways)
        attribute(at, "rotate", "-90");
}

/* An attachment with paragraphs of its own, which are no items. */
static void add_attachment(xmlNode *root, const House *house)
{
    xmlNode *part = element(root, "part", NULL);
    attribute(part, "paper", house->paper);
    attribute(part, "margins", house->margins);
    xmlNode *body = element(part, "body", NULL);
    element(body, "rubrik", "Bilaga 1");
    element(body, "label", "Stadgar för Granviks hembygdsförening");
    element(body, "label", "§ 1 Ändamål");
    element(body, "p", "Föreningen vårdar bygdens minnen och håller hembygdsgården öppen för alla.");
    element(body, "label", "§ 2 Beslut");
    element(body, "p", "Årsmötet är föreningens högsta beslutande organ.");
}

static void add_pair(xmlNode *body, const char *label, const char *value)
{
    xmlNode *row = element(body, "row", NULL);
    cell(row, "0", "128", "label", label);
    cell(row, "136", NULL, "flush", value);
}

static void add_attendance(xmlNode *body, const Meeting *m, const House *house)
{
    xmlNode *columns = NULL, *form = NULL;
    for (guint group = GROUP_MEMBER; group <= GROUP_OTHER; group++) {
        g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
        for (guint i = 0; i < m->attendance->len; i++) {
            const Attendee *a = &g_array_index(m->attendance, Attendee, i);
            if (a->group == group)
                g_ptr_array_add(names, attendee_text(a, house));
        }
        const char *heading = house->groups[group];
        if (names->len == 0 || !heading)
            continue;
        if (house->attendance == ATTENDANCE_COLUMNS && (!columns || xmlChildElementCount(columns) == 2)) {
            columns = element(body, "columns", NULL);
            attribute(columns, "x", "0 236");
        }
        xmlNode *into = columns ? element(columns, "column", NULL) : body;
        switch (house->attendance) {
        case ATTENDANCE_LABELS: {
            xmlNode *row = element(body, "row", NULL);
            cell(row, "0", "128", "label", heading);
            xmlNode *value = cell(row, "136", NULL, "flush", NULL);
            for (guint i = 0; i < names->len; i++) {
                xmlNodeAddContent(value, (const xmlChar *)g_ptr_array_index(names, i));
                element(value, "br", NULL);
            }
            break;
        }
        case ATTENDANCE_FORM: {
            xmlNode *table = form ? form : (form = element(body, "table", NULL));
            attribute(table, "columns", "130 0");
            xmlNode *tr = element(table, "tr", NULL);
            attribute(element(tr, "td", heading), "style", "label");
            xmlNode *value = element(tr, "td", NULL);
            attribute(value, "style", "flush");
            for (guint i = 0; i < names->len; i++) {
                xmlNodeAddContent(value, (const xmlChar *)g_ptr_array_index(names, i));
                if (i + 1 < names->len)
                    element(value, "br", NULL);
            }
            break;
        }
        case ATTENDANCE_HEADINGS:
        case ATTENDANCE_COLUMNS:
            element(into, "label", heading);
            for (guint i = 0; i < names->len; i++)
                element(into, "flush", g_ptr_array_index(names, i));
            break;
        case ATTENDANCE_SENTENCES: {
            g_ptr_array_add(names, NULL);
            g_autofree char *all = g_strjoinv(group <= GROUP_SUBSTITUTE ? ", " : "; ", (char **)names->pdata);
            element(into, "label", heading);
            element(into, "flush", all);
            break;
        }
        }
    }
}

static char *attendee_text(const Attendee *a, const House *house)
{
    GString *s = g_string_new(a->person.name);
    /* Names in a row divided by commas leave no room for a role after a comma. */
    bool sentence = house->attendance == ATTENDANCE_SENTENCES;
    if (a->person.party)
        g_string_append_printf(s, " (%s)", a->person.party);
    if (a->role)
        g_string_append_printf(s, "%s%s", sentence ? " " : house->role_before, a->role);
    if (a->stands_for)
        g_string_append_printf(s, "%s%s (%s)", house->stands_for, a->stands_for, a->person.party);
    if (a->remark)
        g_string_append_printf(s, "%s%s", sentence ? " " : ", ", a->remark);
    return g_string_free(s, FALSE);
}

static void add_item(xmlNode *body, const Item *item, const House *house)
{
    add_heading(body, item, house);
    for (guint i = 0; i < item->sections->len; i++)
        add_section(body, &g_array_index(item->sections, Section, i), house);
    if (house->new_page)
        element(body, "break", NULL);
    else
        attribute(element(body, "space", NULL), "h", "14");
}

static void add_heading(xmlNode *body, const Item *item, const House *house)
{
    const char *number = item->number, *title = item->title.value;
    const char *number_of_case = item->case_numbers ? g_array_index(item->case_numbers, Fact, 0).value : NULL;
    const char *case_words = number_of_case ? number_of_case : "";
    g_autofree char *sign = g_strdup_printf("%s %s", house->sign, number);
    g_autofree char *line = g_strdup_printf("§ %s %s", number, title);
    g_autofree char *dnr = g_strdup_printf("Dnr %s", case_words);
    switch (house->heading) {
    case HEADING_CASE_RIGHT:
    case HEADING_CASE_CELL: {
        xmlNode *row = element(body, "row", NULL);
        attribute(row, "style", "paragraf");
        cell(row, "0", "100", "paragraf", sign);
        if (number_of_case && house->heading == HEADING_CASE_RIGHT)
            cell(row, "200", NULL, "caseright", dnr);
        else if (number_of_case)
            cell(row, "120", NULL, "paragraf", dnr);
        element(body, "rubrik", title);
        break;
    }
    case HEADING_LABELS:
        element(body, "paragraf", line);
        if (number_of_case) {
            g_autofree char *label = g_strdup_printf("Diarienummer: %s", number_of_case);
            element(body, "case", label);
        }
        if (item->responsible) {
            g_autofree char *label =
                g_strdup_printf("Ärendeansvarig: %s", g_array_index(item->responsible, Fact, 0).value);
            element(body, "case", label);
        }
        break;
    case HEADING_CASE_LINE: {
        g_autofree char *whole = g_strdup_printf("%s Ärendenummer %s", sign, case_words);
        element(body, "paragraf", number_of_case ? whole : sign);
        element(body, "rubrik", title);
        break;
    }
    case HEADING_PLAIN:
        element(body, "paragraf", line);
        if (number_of_case)
            element(body, "case", number_of_case);
        break;
    case HEADING_SIGN_LAST: {
        g_autofree char *reversed = g_strdup_printf("%s § %s", number, title);
        if (number_of_case)
            element(body, "caseright", number_of_case);
        element(body, "paragraf", reversed);
        break;
    }
    case HEADING_CASE_LAST: {
        g_autofree char *whole = g_strdup_printf("%s (%s)", line, case_words);
        element(body, "paragraf", number_of_case ? whole : line);
        break;
    }
    case HEADING_PERIOD: {
        g_autofree char *period = g_strconcat(sign, ".", NULL);
        xmlNode *row = element(body, "row", NULL);
        attribute(row, "style", "paragraf");
        cell(row, "0", "50", "paragraf", period);
        cell(row, "54", NULL, "paragraf", title);
        if (number_of_case) {
            g_autofree char *label = g_strdup_printf("Dnr: %s", number_of_case);
            element(body, "case", label);
        }
        break;
    }
    case HEADING_CASE_ABOVE:
        if (number_of_case)
            element(body, "case", dnr);
        element(body, "paragraf", line);
        break;
    }
}

static void add_section(xmlNode *body, const Section *section, const House *house)
{
    g_autofree char *capitals = g_utf8_strup(section->heading, -1);
    g_autofree char *colon = g_strconcat(section->heading, ":", NULL);
    xmlNode *into = body;
    switch (house->section) {
    case SECTIONS_SIDE:
        into = element(body, "side", NULL);
        attribute(into, "label", section->heading);
        attribute(into, "style", "avsnitt");
        attribute(into, "x", "140");
        break;
    case SECTIONS_ABOVE:
        element(body, "avsnitt", section->heading);
        break;
    case SECTIONS_ITALIC:
        element(body, "under", section->heading);
        break;
    case SECTIONS_CAPITALS:
        element(body, "avsnitt", capitals);
        break;
    case SECTIONS_COLON:
        element(body, "avsnitt", colon);
        break;
    }
    add_blocks(into, section->blocks);
}

static void add_blocks(xmlNode *parent, const GArray *blocks)
{
    xmlNode *list = NULL;
    for (guint i = 0; i < blocks->len; i++) {
        const Block *b = &g_array_index(blocks, Block, i);
        if (b->kind != BLOCK_ITEM)
            list = NULL;
        if (b->kind == BLOCK_TABLE) {
            add_table(parent, b);
        } else if (b->kind == BLOCK_ITEM) {
            if (!list) {
                list = element(parent, "list", NULL);
                attribute(list, "marker", b->marker);
                attribute(list, "hang", "24");
            }
            element(list, "item", b->text.s);
        } else {
            xmlNode *p = element(parent, b->kind == BLOCK_HEADING ? "under" : "p", b->text.s);
            for (guint k = 0; b->text.marks && k < b->text.marks->len; k++)
                element(p, "fn", g_array_index(b->text.marks, Mark, k).value);
        }
    }
}

static void add_table(xmlNode *parent, const Block *block)
{
    xmlNode *table = element(parent, "table", NULL);
    const Row *head = &g_array_index(block->rows, Row, 0);
    attribute(table, "columns", head->cells->len > 4 ? "150 40 36 36 46" : "160 54 54 66");
    for (guint i = 0; i < block->rows->len; i++) {
        const Row *row = &g_array_index(block->rows, Row, i);
        xmlNode *tr = element(table, "tr", NULL);
        for (guint k = 0; k < row->cells->len; k++) {
            const Cell *c = &g_array_index(row->cells, Cell, k);
            element(tr, c->header ? "th" : "td", c->text.s);
        }
    }
}

static xmlNode *element(xmlNode *parent, const char *name, const char *text)
{
    return xmlNewTextChild(parent, NULL, (const xmlChar *)name, (const xmlChar *)text);
}

static void attribute(xmlNode *node, const char *name, const char *value)
{
    xmlSetProp(node, (const xmlChar *)name, (const xmlChar *)value);
}

static xmlNode *cell(xmlNode *row, const char *x, const char *w, const char *style, const char *text)
{
    xmlNode *node = element(row, "cell", text);
    attribute(node, "x", x);
    if (w)
        attribute(node, "w", w);
    attribute(node, "style", style);
    return node;
}
