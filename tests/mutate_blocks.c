/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Changes of blocks: another kind, level or mark; split and joined; tables with odd spans; marks in text. */
#include <string.h>

#include "mutate.h"

static const char *const kinds[] = {"heading", "paragraph", "item", "footnote"};

static bool is_text_block(const xmlNode *node)
{
    for (gsize i = 0; i < G_N_ELEMENTS(kinds); i++)
        if (mutate_is(node, kinds[i]))
            return true;
    return false;
}

static void other_kind(Mutation *mutation, xmlNode *node)
{
    static const char *const marks[] = {"•", "–", "1.", "2.", "12.", "a)", "§ 3", "999999999999.", ""};
    static const char *const numbers[] = {"1", "2.1", "§ 5", "§§ 2-4", "999999999999", "0", "1.1.1.1.1.1"};
    if (!is_text_block(node))
        return;
    const char *kind = kinds[mutate_pick(mutation, G_N_ELEMENTS(kinds))];
    xmlNodeSetName(node, (const xmlChar *)kind);
    if (strcmp(kind, "heading") == 0 || strcmp(kind, "item") == 0)
        mutate_set_number(node, "level", 1 + mutate_pick(mutation, mutate_pick(mutation, 8) ? 4 : 5000));
    if (strcmp(kind, "item") == 0 || strcmp(kind, "footnote") == 0)
        mutate_set(node, "marker", marks[mutate_pick(mutation, G_N_ELEMENTS(marks))]);
    if (strcmp(kind, "heading") == 0)
        mutate_set(node, "number", numbers[mutate_pick(mutation, G_N_ELEMENTS(numbers))]);
}

static void split(Mutation *mutation, xmlNode *node)
{
    if (!is_text_block(node) && !mutate_is(node, "cell"))
        return;
    g_autofree char *text = mutate_content(node);
    gsize at = mutate_place(mutation, text);
    xmlNode *rest = mutate_copy(mutation, node);
    mutate_set_content(node, text, (gssize)at);
    mutate_set_content(rest, text + at, -1);
    if (!mutate_is(node, "cell") && mutate_pick(mutation, 2))
        mutate_set(rest, "follows", "true");
}

static void join(Mutation *mutation, xmlNode *node)
{
    xmlNode *next = xmlNextElementSibling(node);
    (void)mutation;
    if (!is_text_block(node) || !next || !is_text_block(next))
        return;
    g_autofree char *first = mutate_content(node), *second = mutate_content(next);
    g_autofree char *both = g_strconcat(first, " ", second, NULL);
    mutate_set_content(node, both, -1);
    xmlUnlinkNode(next);
    xmlFreeNode(next);
}

/* This block and those after it as the cells of a table or, two of them, of a row. */
static void tabulate(Mutation *mutation, xmlNode *node)
{
    if (!is_text_block(node))
        return;
    int columns = 1 + mutate_pick(mutation, 6), count = mutate_pick(mutation, 24), i = 0;
    bool row = mutate_pick(mutation, 3) == 0;
    xmlNode *table = xmlNewNode(mutation->root->ns, (const xmlChar *)(row ? "row" : "table")), *tr = NULL;
    static const char *const kept[] = {"id", "page", "x0", "y0", "x1", "y1"};
    for (gsize a = 0; a < G_N_ELEMENTS(kept); a++) {
        xmlChar *value = xmlGetNoNsProp(node, (const xmlChar *)kept[a]);
        if (value)
            xmlSetProp(table, (const xmlChar *)kept[a], value);
        xmlFree(value);
    }
    xmlAddPrevSibling(node, table);
    for (xmlNode *each = node, *next; each && is_text_block(each) && i <= count; each = next, i++) {
        next = xmlNextElementSibling(each);
        if (!tr || (!row && i % columns == 0))
            tr = mutate_add(mutation, table, "tr");
        g_autofree char *text = mutate_content(each);
        mutate_set_content(mutate_add(mutation, tr, "cell"), text, -1);
        xmlUnlinkNode(each);
        xmlFreeNode(each);
    }
}

static void span(Mutation *mutation, xmlNode *cell)
{
    static const int spans[] = {1, 2, 3, 7, 100, 32767, 2147483647};
    mutate_set_number(cell, mutate_pick(mutation, 2) ? "columns" : "rows",
                      spans[mutate_pick(mutation, mutate_pick(mutation, 4) ? 3 : G_N_ELEMENTS(spans))]);
    if (mutate_pick(mutation, 2))
        mutate_set(cell, "header", "true");
}

static void other_page(Mutation *mutation, xmlNode *node)
{
    static const int pages[] = {1, 2, 3, 9, 2147483647};
    bool last = mutate_pick(mutation, 2);
    mutate_set_number(node, last ? "last-page" : "page", pages[mutate_pick(mutation, G_N_ELEMENTS(pages))]);
}

static void flag(Mutation *mutation, xmlNode *node)
{
    static const char *const flags[] = {"bold", "italic", "quoted", "follows"};
    if (is_text_block(node))
        mutate_set(node, flags[mutate_pick(mutation, G_N_ELEMENTS(flags))],
                   mutate_pick(mutation, 3) ? "true" : "false");
}

/* A stretch of the text as a link, the mark of a footnote, or with a new page or line in it. */
static void mark(Mutation *mutation, xmlNode *node)
{
    static const struct {
        const char *element, *attribute, *value;
        bool empty;
    } marks[] = {
        {"link", "target", "https://a.example/", false},
        {"link", "target", "mailto:a@b.example", false},
        {"note-mark", "mark", "1", false},
        {"page-break", "page", "2", true},
        {"line-break", NULL, NULL, true},
    };
    if (!is_text_block(node) && !mutate_is(node, "cell") && !mutate_is(node, "part"))
        return;
    g_autofree char *text = mutate_content(node);
    gsize a = mutate_place(mutation, text), b = mutate_place(mutation, text);
    gsize from = MIN(a, b), to = MAX(a, b);
    int which = mutate_pick(mutation, G_N_ELEMENTS(marks));
    mutate_set_content(node, text, (gssize)from);
    xmlNode *made = mutate_add(mutation, node, marks[which].element);
    if (marks[which].attribute)
        mutate_set(made, marks[which].attribute, marks[which].value);
    if (marks[which].empty)
        to = from;
    mutate_set_content(made, text + from, (gssize)(to - from));
    if (text[to])
        xmlAddChild(node, xmlNewText((const xmlChar *)text + to));
}

const ChangeKind mutate_blocks[] = {
    {"heading", other_kind},
    {"paragraph", other_kind},
    {"item", other_kind},
    {"footnote", other_kind},
    {"heading", split},
    {"paragraph", split},
    {"item", split},
    {"cell", split},
    {"heading", join},
    {"paragraph", join},
    {"item", join},
    {"item", tabulate},
    {"paragraph", tabulate},
    {"heading", flag},
    {"paragraph", flag},
    {"cell", span},
    {"heading", other_page},
    {"paragraph", other_page},
    {"table", other_page},
    {"tr", other_page},
    {"paragraph", mark},
    {"item", mark},
    {"cell", mark},
    {"part", mark},
    {NULL, NULL},
};
