/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Style: how a paragraph is set; named styles are read from the source and inherit from each other. */
#include "style.h"

#include <string.h>

#include "typeset.h"

struct Styles {
    GHashTable *by_name;
};

static const Style plain = {.size = 11, .after = 6, .leading = 1.0};

static const char *const aligns[] = {"left", "right", "center", "justify", NULL};

static bool style_read(Style *style, const xmlNode *node, GError **error);
static void style_free(gpointer data);
static Style *style_copy(const Style *from);

Styles *styles_from_source(const xmlNode *root, GError **error)
{
    Styles *styles = g_new0(Styles, 1);
    styles->by_name = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, style_free);
    Style *p = style_copy(&plain);
    g_hash_table_insert(styles->by_name, g_strdup("p"), p);
    if (!style_read(p, root, error)) {
        styles_free(styles);
        return NULL;
    }
    for (const xmlNode *n = root->children; n; n = n->next) {
        if (n->type != XML_ELEMENT_NODE || strcmp((const char *)n->name, "style") != 0)
            continue;
        g_autofree char *name = style_string(n, "name", "p");
        g_autofree char *as = style_string(n, "as", "p");
        const Style *base = style_lookup(styles, as);
        Style *style = style_copy(base ? base : &plain);
        g_hash_table_replace(styles->by_name, g_strdup(name), style);
        if (!base)
            g_set_error(error, TYPESET_DOMAIN, TYPESET_ERROR_SOURCE, "line %ld: no style \"%s\"",
                        xmlGetLineNo(n), as);
        if (!base || !style_read(style, n, error)) {
            styles_free(styles);
            return NULL;
        }
    }
    return styles;
}

void styles_free(Styles *styles)
{
    if (!styles)
        return;
    g_hash_table_unref(styles->by_name);
    g_free(styles);
}

const Style *style_lookup(const Styles *styles, const char *name)
{
    return g_hash_table_lookup(styles->by_name, name);
}

double style_number(const xmlNode *node, const char *attribute, double otherwise)
{
    g_autofree char *value = style_string(node, attribute, NULL);
    return value ? g_ascii_strtod(value, NULL) : otherwise;
}

bool style_flag(const xmlNode *node, const char *attribute)
{
    g_autofree char *value = style_string(node, attribute, "false");
    return strcmp(value, "true") == 0;
}

char *style_string(const xmlNode *node, const char *attribute, const char *otherwise)
{
    xmlChar *value = xmlGetNoNsProp(node, (const xmlChar *)attribute);
    char *copy = g_strdup(value ? (const char *)value : otherwise);
    xmlFree(value);
    return copy;
}

GArray *style_numbers(const xmlNode *node, const char *attribute)
{
    GArray *numbers = g_array_new(FALSE, FALSE, sizeof(double));
    g_autofree char *value = style_string(node, attribute, "");
    g_auto(GStrv) words = g_strsplit(value, " ", -1);
    for (char **w = words; *w; w++) {
        double number = g_ascii_strtod(*w, NULL);
        if (**w)
            g_array_append_val(numbers, number);
    }
    return numbers;
}

/* Every attribute is either one of a style or one that its element has besides. */
static bool style_read(Style *style, const xmlNode *node, GError **error)
{
    const struct {
        const char *name;
        double *number;
        bool *flag;
    } rows[] = {
        {"size", &style->size, NULL},       {"bold", NULL, &style->bold},
        {"italic", NULL, &style->italic},   {"hyphenate", NULL, &style->hyphenate},
        {"keep", NULL, &style->keep},       {"left", &style->left, NULL},
        {"right", &style->right, NULL},     {"first", &style->first, NULL},
        {"before", &style->before, NULL},   {"after", &style->after, NULL},
        {"leading", &style->leading, NULL}, {"spacing", &style->spacing, NULL},
    };
    for (const xmlAttr *a = node->properties; a; a = a->next) {
        const char *name = (const char *)a->name;
        g_autofree char *value = style_string(node, name, "");
        bool known = strcmp(name, "name") == 0 || strcmp(name, "as") == 0 || strcmp(name, "title") == 0 ||
                     strcmp(name, "paper") == 0;
        for (gsize i = 0; i < G_N_ELEMENTS(rows) && !known; i++) {
            known = strcmp(name, rows[i].name) == 0;
            if (known && rows[i].number)
                *rows[i].number = g_ascii_strtod(value, NULL);
            else if (known)
                *rows[i].flag = strcmp(value, "true") == 0;
        }
        if (strcmp(name, "font") == 0) {
            g_free(style->font);
            style->font = g_steal_pointer(&value);
            known = true;
        } else if (strcmp(name, "color") == 0) {
            style->color = (guint)g_ascii_strtoull(value, NULL, 16);
            known = true;
        } else if (strcmp(name, "align") == 0) {
            for (guint i = 0; aligns[i]; i++)
                if (strcmp(value, aligns[i]) == 0) {
                    style->align = (Align)i;
                    known = true;
                }
        }
        if (!known) {
            g_set_error(error, TYPESET_DOMAIN, TYPESET_ERROR_SOURCE, "line %ld: %s=\"%s\" is unknown",
                        xmlGetLineNo(node), name, value ? value : "");
            return false;
        }
    }
    return true;
}

static Style *style_copy(const Style *from)
{
    Style *style = g_new(Style, 1);
    *style = *from;
    style->font = g_strdup(from->font ? from->font : "Liberation Serif");
    return style;
}

static void style_free(gpointer data)
{
    Style *style = data;
    g_free(style->font);
    g_free(style);
}
