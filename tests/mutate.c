/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A mutator that knows XML and the models: it moves, copies and takes away whole elements, and changes
 * runs, boxes, blocks and words in ways that documents differ, so that most of what it makes is valid. */
#include "mutate.h"

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "base/xml.h"

size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t max_size, unsigned int seed);
size_t LLVMFuzzerCustomCrossOver(const uint8_t *data1, size_t size1, const uint8_t *data2, size_t size2,
                                 uint8_t *out, size_t max_size, unsigned int seed);
size_t LLVMFuzzerMutate(uint8_t *data, size_t size, size_t max_size);

enum {
    CHANGES_MAX = 6,
    BYTES_ONE_IN = 20, /* how often bytes are changed instead, for the reader of XML */
};

static void mutate_once(Mutation *mutation);
static void mutate_tree(Mutation *mutation, xmlNode *node);
static void mutate_attribute(Mutation *mutation, xmlNode *node);
static void collect(GPtrArray *elements, xmlNode *node);
static void adopt(xmlNode *node, xmlNs *ns);
static void repair(Mutation *mutation);
static size_t put(xmlDoc *doc, uint8_t *data, size_t max_size);

size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t max_size, unsigned int seed)
{
    g_autoptr(GRand) rand = g_rand_new_with_seed(seed);
    xmlDoc *doc =
        g_rand_int_range(rand, 0, BYTES_ONE_IN) ? xml_read((const char *)data, size, "input", NULL) : NULL;
    if (!doc)
        return LLVMFuzzerMutate(data, size, max_size);
    Mutation mutation = {rand, xmlDocGetRootElement(doc), g_ptr_array_new()};
    for (int i = g_rand_int_range(rand, 1, CHANGES_MAX); i > 0; i--) {
        g_ptr_array_set_size(mutation.elements, 0);
        collect(mutation.elements, mutation.root);
        mutate_once(&mutation);
    }
    repair(&mutation);
    size_t length = put(doc, data, max_size);
    g_ptr_array_unref(mutation.elements);
    xml_free(doc);
    return length ? length : size;
}

/* An element of the second document beside, or in the place of, one of its name in the first. */
size_t LLVMFuzzerCustomCrossOver(const uint8_t *data1, size_t size1, const uint8_t *data2, size_t size2,
                                 uint8_t *out, size_t max_size, unsigned int seed)
{
    g_autoptr(GRand) rand = g_rand_new_with_seed(seed);
    xmlDoc *doc = xml_read((const char *)data1, size1, "input", NULL);
    xmlDoc *other = doc ? xml_read((const char *)data2, size2, "input", NULL) : NULL;
    size_t length = 0;
    if (other) {
        Mutation mutation = {rand, xmlDocGetRootElement(doc), g_ptr_array_new()};
        g_autoptr(GPtrArray) theirs = g_ptr_array_new();
        collect(mutation.elements, mutation.root);
        collect(theirs, xmlDocGetRootElement(other));
        xmlNode *from = theirs->pdata[mutate_pick(&mutation, (int)theirs->len)];
        int start = mutate_pick(&mutation, (int)mutation.elements->len);
        for (guint i = 0; i < mutation.elements->len; i++) {
            xmlNode *at = mutation.elements->pdata[((guint)start + i) % mutation.elements->len];
            if (at == mutation.root || !xmlStrEqual(at->name, from->name))
                continue;
            xmlNode *copy = xmlDocCopyNode(from, doc, 1);
            adopt(copy, mutation.root->ns);
            xmlAddNextSibling(at, copy);
            if (mutate_pick(&mutation, 2)) {
                xmlUnlinkNode(at);
                xmlFreeNode(at);
            }
            break;
        }
        repair(&mutation);
        length = put(doc, out, max_size);
        g_ptr_array_unref(mutation.elements);
    }
    xml_free(doc);
    xml_free(other);
    if (!length) {
        length = MIN(size1, max_size);
        memcpy(out, data1, length);
    }
    return length;
}

static size_t put(xmlDoc *doc, uint8_t *data, size_t max_size)
{
    gsize length;
    g_autofree char *bytes = xml_write(doc, &length);
    if (length > max_size)
        return 0;
    memcpy(data, bytes, length);
    return length;
}

static void mutate_once(Mutation *mutation)
{
    static const ChangeKind *const models[] = {mutate_pages, mutate_blocks};
    xmlNode *node = mutation->elements->pdata[mutate_pick(mutation, (int)mutation->elements->len)];
    int way = mutate_pick(mutation, 8);
    if (way < 2) {
        mutate_tree(mutation, node);
    } else if (way < 3) {
        mutate_attribute(mutation, node);
    } else if (way < 5) {
        if (!xmlFirstElementChild(node))
            mutate_text(mutation, node);
    } else {
        g_autoptr(GPtrArray) fit = g_ptr_array_new();
        for (gsize m = 0; m < G_N_ELEMENTS(models); m++)
            for (const ChangeKind *kind = models[m]; kind->change; kind++)
                if (mutate_is(node, kind->element))
                    g_ptr_array_add(fit, (gpointer)kind);
        if (fit->len)
            ((const ChangeKind *)fit->pdata[mutate_pick(mutation, (int)fit->len)])->change(mutation, node);
    }
}

/* Takes an element away, doubles it, or moves or copies it to one of its name. */
static void mutate_tree(Mutation *mutation, xmlNode *node)
{
    xmlNode *other = mutation->elements->pdata[mutate_pick(mutation, (int)mutation->elements->len)];
    if (node == mutation->root)
        return;
    switch (mutate_pick(mutation, 3)) {
    case 0:
        xmlUnlinkNode(node);
        xmlFreeNode(node);
        break;
    case 1:
        mutate_copy(mutation, node);
        break;
    default:
        if (other != mutation->root && xmlStrEqual(node->name, other->name)) {
            xmlNode *copy = xmlDocCopyNode(node, node->doc, 1);
            adopt(copy, mutation->root->ns);
            xmlAddPrevSibling(other, copy);
        }
    }
}

static void mutate_attribute(Mutation *mutation, xmlNode *node)
{
    static const char *const values[] = {"0",    "1",    "2",    "-1", "99999", "1000000000",
                                         "0.01", "-0.5", "true", "",   "x"};
    guint count = 0;
    for (xmlAttr *a = node->properties; a; a = a->next)
        count++;
    xmlAttr *attribute = node->properties;
    if (!attribute)
        return;
    for (int i = mutate_pick(mutation, (int)count); i > 0 && attribute->next; i--)
        attribute = attribute->next;
    g_autofree char *name = g_strdup((const char *)attribute->name);
    const char *text = attribute->children ? (const char *)attribute->children->content : "";
    int change = mutate_pick(mutation, 8);
    /* A number is mostly moved a little, so that it stays valid. */
    if (change == 0)
        xmlRemoveProp(attribute);
    else if (change == 1)
        mutate_set(node, name, values[mutate_pick(mutation, G_N_ELEMENTS(values))]);
    else if (change == 2)
        mutate_set(node, name, mutate_word(mutation));
    else if (g_ascii_isdigit(*text))
        mutate_set_number(node, name, mutate_number(node, name) + g_rand_int_range(mutation->rand, -40, 41));
}

/* Keys stay keys: a page whose number, or a block whose name, stands twice gets the next that is free. */
static void repair(Mutation *mutation)
{
    g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_ptr_array_set_size(mutation->elements, 0);
    collect(mutation->elements, mutation->root);
    for (guint i = 0; i < mutation->elements->len; i++) {
        xmlNode *node = mutation->elements->pdata[i];
        bool page = mutate_is(node, "page") || mutate_is(node, "sheet");
        const char *name = page ? "number" : "id";
        xmlChar *value = xmlGetNoNsProp(node, (const xmlChar *)name);
        if (!value)
            continue;
        char *key = g_strdup_printf("%s %s", page ? (const char *)node->name : "", (const char *)value);
        if (g_hash_table_contains(seen, key)) {
            g_autofree char *fresh = g_strdup_printf(page ? "%u" : "x%u", i + 1);
            mutate_set(node, name, fresh);
        }
        g_hash_table_add(seen, key);
        xmlFree(value);
    }
}

static void collect(GPtrArray *elements, xmlNode *node)
{
    g_ptr_array_add(elements, node);
    for (xmlNode *child = xmlFirstElementChild(node); child; child = xmlNextElementSibling(child))
        collect(elements, child);
}

static void adopt(xmlNode *node, xmlNs *ns)
{
    for (xmlNode *child = xmlFirstElementChild(node); child; child = xmlNextElementSibling(child))
        adopt(child, ns);
    node->ns = ns;
    xmlFreeNsList(node->nsDef);
    node->nsDef = NULL;
}

int mutate_pick(Mutation *mutation, int end)
{
    return g_rand_int_range(mutation->rand, 0, end);
}

bool mutate_is(const xmlNode *node, const char *name)
{
    return !name || strcmp((const char *)node->name, name) == 0;
}

double mutate_number(const xmlNode *node, const char *name)
{
    xmlChar *value = xmlGetNoNsProp(node, (const xmlChar *)name);
    double number = value ? g_ascii_strtod((const char *)value, NULL) : 0;
    xmlFree(value);
    return number;
}

void mutate_set_number(xmlNode *node, const char *name, double value)
{
    char number[64];
    g_ascii_formatd(number, sizeof number, "%.2f", CLAMP(value, -1e12, 1e12));
    if (g_str_has_suffix(number, ".00"))
        number[strlen(number) - 3] = '\0';
    mutate_set(node, name, number);
}

void mutate_set(xmlNode *node, const char *name, const char *value)
{
    xmlSetProp(node, (const xmlChar *)name, (const xmlChar *)value);
}

xmlNode *mutate_copy(const Mutation *mutation, xmlNode *node)
{
    xmlNode *copy = xmlDocCopyNode(node, node->doc, 1);
    adopt(copy, mutation->root->ns);
    return xmlAddNextSibling(node, copy);
}

xmlNode *mutate_add(const Mutation *mutation, xmlNode *parent, const char *name)
{
    return xmlNewChild(parent, mutation->root->ns, (const xmlChar *)name, NULL);
}

char *mutate_content(xmlNode *node)
{
    xmlChar *content = xmlNodeGetContent(node);
    char *copy = g_strdup(content ? (const char *)content : "");
    xmlFree(content);
    return copy;
}

void mutate_set_content(xmlNode *node, const char *text, gssize length)
{
    xmlNodeSetContent(node, NULL);
    xmlNodeAddContentLen(node, (const xmlChar *)text, length < 0 ? (int)strlen(text) : (int)length);
}

gsize mutate_place(Mutation *mutation, const char *s)
{
    glong letters = g_utf8_strlen(s, -1);
    return (gsize)(g_utf8_offset_to_pointer(s, mutate_pick(mutation, (int)letters + 1)) - s);
}
