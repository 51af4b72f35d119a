/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A mutator that knows XML: it changes, moves, copies and takes away whole elements and attributes, so
 * that most of what the fuzzer tries is well-formed and much of it valid. */
#include <libxml/tree.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "base/xml.h"

size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t max_size, unsigned int seed);
size_t LLVMFuzzerMutate(uint8_t *data, size_t size, size_t max_size);

enum { CHANGES_MAX = 6 };

static void mutate_once(GRand *rand, GPtrArray *elements);
static void collect(GPtrArray *elements, xmlNode *node);
static void mutate_attribute(GRand *rand, xmlAttr *attribute);

size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t max_size, unsigned int seed)
{
    xmlDoc *doc = xml_read((const char *)data, size, "input", NULL);
    if (!doc)
        return LLVMFuzzerMutate(data, size, max_size);
    GRand *rand = g_rand_new_with_seed(seed);
    for (int i = g_rand_int_range(rand, 1, CHANGES_MAX); i > 0; i--) {
        g_autoptr(GPtrArray) elements = g_ptr_array_new();
        collect(elements, xmlDocGetRootElement(doc));
        mutate_once(rand, elements);
    }
    g_rand_free(rand);
    gsize length;
    g_autofree char *bytes = xml_write(doc, &length);
    xmlFreeDoc(doc);
    if (length > max_size)
        return size;
    memcpy(data, bytes, length);
    return length;
}

static void mutate_once(GRand *rand, GPtrArray *elements)
{
    xmlNode *node = g_ptr_array_index(elements, g_rand_int_range(rand, 0, (gint32)elements->len));
    xmlNode *other = g_ptr_array_index(elements, g_rand_int_range(rand, 0, (gint32)elements->len));
    bool root = node->parent->type != XML_ELEMENT_NODE;
    int change = g_rand_int_range(rand, 0, 8);
    if (change == 0 && !root) {
        xmlUnlinkNode(node);
        xmlFreeNode(node);
    } else if (change == 1 && !root) {
        xmlAddNextSibling(node, xmlCopyNode(node, 1));
    } else if (change == 2 && !root && other->parent->type == XML_ELEMENT_NODE &&
               xmlStrEqual(node->name, other->name)) {
        xmlAddPrevSibling(other, xmlCopyNode(node, 1));
    } else if (change == 3 && !xmlFirstElementChild(node)) {
        static const char *const texts[] = {"",
                                            "§ 1 ",
                                            "Beslut",
                                            "§ 12 Val av justerare (S)",
                                            "att ",
                                            "1.",
                                            "Ja:",
                                            "(S), (M)",
                                            "•",
                                            "2025-02-30",
                                            "\u00AD",
                                            "a\u0308",
                                            "Röstar Ja (999999999999)",
                                            "§§ 1-99999999999"};
        xmlNodeSetContent(node, (const xmlChar *)texts[g_rand_int_range(rand, 0, G_N_ELEMENTS(texts))]);
    } else {
        g_autoptr(GPtrArray) attributes = g_ptr_array_new();
        for (xmlAttr *a = node->properties; a; a = a->next)
            g_ptr_array_add(attributes, a);
        if (attributes->len)
            mutate_attribute(
                rand, g_ptr_array_index(attributes, g_rand_int_range(rand, 0, (gint32)attributes->len)));
    }
}

static void mutate_attribute(GRand *rand, xmlAttr *attribute)
{
    static const char *const values[] = {"0",    "1",    "2",    "-1", "99999", "1000000000",
                                         "0.01", "-0.5", "true", "",   "x"};
    xmlNode *node = attribute->parent;
    g_autofree char *name = g_strdup((const char *)attribute->name);
    const char *text = attribute->children ? (const char *)attribute->children->content : "";
    char number[32];
    /* A number is mostly moved a little, so that it stays valid. */
    g_ascii_formatd(number, sizeof number, "%.2f",
                    g_ascii_strtod(text, NULL) + g_rand_int_range(rand, -40, 41));
    if (g_str_has_suffix(number, ".00"))
        number[strlen(number) - 3] = '\0';
    int change = g_rand_int_range(rand, 0, 4);
    if (change == 0)
        xmlRemoveProp(attribute);
    else if (change == 1)
        xmlSetProp(node, (const xmlChar *)name,
                   (const xmlChar *)values[g_rand_int_range(rand, 0, G_N_ELEMENTS(values))]);
    else if (g_ascii_isdigit(*text))
        xmlSetProp(node, (const xmlChar *)name, (const xmlChar *)number);
}

static void collect(GPtrArray *elements, xmlNode *node)
{
    g_ptr_array_add(elements, node);
    for (xmlNode *child = xmlFirstElementChild(node); child; child = xmlNextElementSibling(child))
        collect(elements, child);
}
