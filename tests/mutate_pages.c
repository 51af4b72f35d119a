/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Changes of pages: runs split, joined, moved, turned and set otherwise; columns, tables and whole pages. */
#include <math.h>
#include <string.h>

#include "mutate.h"

static const char *const corners[] = {"x0", "y0", "x1", "y1"};

static xmlNode *next_run(xmlNode *run)
{
    xmlNode *next = xmlNextElementSibling(run);
    return next && mutate_is(next, "run") ? next : NULL;
}

static void split(Mutation *mutation, xmlNode *run)
{
    g_autofree char *text = mutate_content(run);
    gsize at = mutate_place(mutation, text), length = strlen(text);
    if (at == 0 || at == length)
        return;
    double x0 = mutate_number(run, "x0"), x1 = mutate_number(run, "x1");
    double middle = x0 + (x1 - x0) * (double)at / (double)length;
    xmlNode *rest = mutate_copy(mutation, run);
    mutate_set_content(run, text, (gssize)at);
    mutate_set_content(rest, text + at, -1);
    mutate_set_number(run, "x1", middle);
    mutate_set_number(rest, "x0", middle + mutate_pick(mutation, 2) * mutate_pick(mutation, 40));
    if (mutate_pick(mutation, 2))
        mutate_set(rest, "joined", "true");
}

static void join(Mutation *mutation, xmlNode *run)
{
    xmlNode *next = next_run(run);
    if (!next)
        return;
    g_autofree char *first = mutate_content(run), *second = mutate_content(next);
    g_autofree char *both = g_strconcat(first, mutate_pick(mutation, 2) ? " " : "", second, NULL);
    mutate_set_content(run, both, -1);
    mutate_set_number(run, "x1", MAX(mutate_number(run, "x1"), mutate_number(next, "x1")));
    xmlUnlinkNode(next);
    xmlFreeNode(next);
}

static void shift(xmlNode *node, double dx, double dy)
{
    for (gsize i = 0; i < G_N_ELEMENTS(corners); i++)
        mutate_set_number(node, corners[i], mutate_number(node, corners[i]) + (i % 2 ? dy : dx));
}

/* Moves one box, or all from it on to the end of the page. */
static void move(Mutation *mutation, xmlNode *node)
{
    double dx = mutate_pick(mutation, 3) ? 0 : g_rand_double_range(mutation->rand, -300, 300);
    double dy = mutate_pick(mutation, 3) ? g_rand_double_range(mutation->rand, -30, 30)
                                         : g_rand_double_range(mutation->rand, -800, 800);
    bool all = mutate_pick(mutation, 2);
    for (xmlNode *each = node; each && (each == node || all); each = xmlNextElementSibling(each))
        shift(each, dx, dy);
}

/* Onto the place of another, or below it at its left edge. */
static void stack(Mutation *mutation, xmlNode *node)
{
    xmlNode *other = node->prev && mutate_pick(mutation, 2) ? node->prev : node->next;
    if (!other || other->type != XML_ELEMENT_NODE)
        return;
    double below = mutate_pick(mutation, 2) ? mutate_number(other, "y1") - mutate_number(other, "y0") + 1 : 0;
    shift(node, mutate_number(other, "x0") - mutate_number(node, "x0"),
          mutate_number(other, "y0") - mutate_number(node, "y0") + below);
}

static void turn(Mutation *mutation, xmlNode *run)
{
    (void)mutation;
    for (gsize i = 0; i < 4; i += 2) {
        double x = mutate_number(run, corners[i]);
        mutate_set_number(run, corners[i], mutate_number(run, corners[i + 1]));
        mutate_set_number(run, corners[i + 1], x);
    }
    mutate_set(run, "vertical", "true");
}

static void odd_corner(Mutation *mutation, xmlNode *node)
{
    static const double odd[] = {0, -0.01, -1e9, 1e9, 1e12, 99999.99, 841.89, 595.28};
    mutate_set_number(node, corners[mutate_pick(mutation, 4)], odd[mutate_pick(mutation, G_N_ELEMENTS(odd))]);
}

/* Another size or weight for one run, or for all of its size on the page. */
static void set_otherwise(Mutation *mutation, xmlNode *run)
{
    static const double sizes[] = {0, 0.01, 5, 7, 8, 9, 10, 10.5, 11, 12, 13, 14, 18, 30, 400};
    static const char *const flags[] = {"bold", "italic", "joined", "vertical"};
    double size = mutate_number(run, "size"), other = sizes[mutate_pick(mutation, G_N_ELEMENTS(sizes))];
    const char *flag = flags[mutate_pick(mutation, G_N_ELEMENTS(flags))];
    const char *value = mutate_pick(mutation, 3) ? "true" : "false";
    bool all = mutate_pick(mutation, 2), weight = mutate_pick(mutation, 2);
    for (xmlNode *each = all ? xmlFirstElementChild(run->parent) : run; each;
         each = all ? xmlNextElementSibling(each) : NULL) {
        if (!mutate_is(each, "run") || mutate_number(each, "size") != size)
            continue;
        if (weight)
            mutate_set(each, flag, value);
        else
            mutate_set_number(each, "size", other);
    }
}

/* Ruled lines around a run, or a grid over the page. */
static void rule_off(Mutation *mutation, xmlNode *run)
{
    double x0 = mutate_number(run, "x0"), y0 = mutate_number(run, "y0");
    double x1 = mutate_number(run, "x1"), y1 = mutate_number(run, "y1");
    int count = mutate_pick(mutation, 3) ? 1 : mutate_pick(mutation, 12);
    for (int i = 0; i <= count; i++) {
        double x = x0 - 2 + i * (x1 - x0 + 4), y = y0 - 2 + i * (y1 - y0 + 4);
        double lines[2][4] = {{x0 - 2, y, x0 - 2 + count * (x1 - x0 + 4), y},
                              {x, y0 - 2, x, y0 - 2 + count * (y1 - y0 + 4)}};
        for (gsize l = 0; l < 2; l++) {
            xmlNode *rule = mutate_add(mutation, run->parent, "rule");
            for (gsize c = 0; c < 4; c++)
                mutate_set_number(rule, corners[c], lines[l][c]);
        }
    }
}

/* The runs from this one on in columns: each begins at one of a few left edges, row by row. */
static void tabulate(Mutation *mutation, xmlNode *run)
{
    int columns = 2 + mutate_pick(mutation, 5), i = 0;
    double left = mutate_number(run, "x0"), top = mutate_number(run, "y0");
    double height = MAX(mutate_number(run, "y1") - top, 8) + 2;
    for (xmlNode *each = run; each && i < columns * 12; each = next_run(each), i++) {
        int row = i / columns, column = i % columns;
        shift(each, left + column * 90 - mutate_number(each, "x0"),
              top + row * height - mutate_number(each, "y0"));
    }
}

static void link_run(Mutation *mutation, xmlNode *run)
{
    static const char *const targets[] = {"https://a.example/", "mailto:a@b.example", "#page=2", "#page=0"};
    xmlNode *link = xmlNewNode(mutation->root->ns, (const xmlChar *)"link");
    for (gsize c = 0; c < 4; c++)
        mutate_set_number(link, corners[c], mutate_number(run, corners[c]));
    if (mutate_pick(mutation, 2))
        mutate_set_number(link, "x0", mutate_number(run, "x0") + 10);
    mutate_set(link, "target", targets[mutate_pick(mutation, G_N_ELEMENTS(targets))]);
    xmlNode *last = run;
    while (next_run(last))
        last = next_run(last);
    xmlAddNextSibling(last, link);
}

/* A page again, before or after another, or on its side. */
static void page_again(Mutation *mutation, xmlNode *page)
{
    mutate_copy(mutation, page);
}

static void page_aside(Mutation *mutation, xmlNode *page)
{
    double width = mutate_number(page, "width");
    if (mutate_pick(mutation, 2)) {
        mutate_set_number(page, "width", mutate_number(page, "height"));
        mutate_set_number(page, "height", width);
    } else if (mutate_pick(mutation, 2)) {
        mutate_set(page, "damaged", mutate_pick(mutation, 2) ? "true" : "false");
    } else {
        xmlNode *next = xmlNextElementSibling(page);
        if (next && mutate_is(next, "page"))
            xmlAddNextSibling(next, page); /* unlinks it first */
    }
}

/* All boxes of a page wider, narrower, higher or mirrored. */
static void page_scaled(Mutation *mutation, xmlNode *page)
{
    static const double factors[] = {-1, 0, 0.01, 0.5, 0.9, 1.1, 2, 1000};
    double factor = factors[mutate_pick(mutation, G_N_ELEMENTS(factors))];
    gsize first = (gsize)mutate_pick(mutation, 2);
    for (xmlNode *each = xmlFirstElementChild(page); each; each = xmlNextElementSibling(each))
        for (gsize c = first; c < 4; c += 2)
            mutate_set_number(each, corners[c], mutate_number(each, corners[c]) * factor);
}

const ChangeKind mutate_pages[] = {
    {"run", split},       {"run", join},        {"run", turn},         {"run", set_otherwise},
    {"run", rule_off},    {"run", tabulate},    {"run", link_run},     {"run", move},
    {"run", stack},       {"run", odd_corner},  {"rule", move},        {"rule", odd_corner},
    {"link", move},       {"image", move},      {"image", odd_corner}, {"line", move},
    {"line", odd_corner}, {"page", page_again}, {"page", page_aside},  {"page", page_scaled},
    {NULL, NULL},
};
