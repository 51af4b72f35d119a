/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pages in XML: the tables of the format, schema/pages.xsd. */
#include "base/notes.h"
#include "pages.h"

/* The four attributes of a box, of a struct that holds one. */
#define BOX_FIELDS(type)                                                                                     \
    {FIELD_NUMBER, "x0", offsetof(type, box.x0), .always = true},                                            \
        {FIELD_NUMBER, "y0", offsetof(type, box.y0), .always = true},                                        \
        {FIELD_NUMBER, "x1", offsetof(type, box.x1), .always = true},                                        \
    {                                                                                                        \
        FIELD_NUMBER, "y1", offsetof(type, box.y1), .always = true                                           \
    }

static const ModelField run_fields[] = {
    BOX_FIELDS(Run),
    {FIELD_NUMBER, "size", offsetof(Run, size), .always = true},
    {FIELD_FLAG, "bold", offsetof(Run, bold)},
    {FIELD_FLAG, "italic", offsetof(Run, italic)},
    {FIELD_FLAG, "joined", offsetof(Run, joined)},
    {FIELD_FLAG, "vertical", offsetof(Run, vertical)},
    {FIELD_FLAG, "hidden", offsetof(Run, hidden)},
    {FIELD_INT, "color", offsetof(Run, color)},
    {FIELD_CONTENT, NULL, offsetof(Run, text)},
    FIELD_END,
};
static const ModelType run_type = {.name = "run", .size = sizeof(Run), .fields = run_fields};

static const ModelField link_fields[] = {
    BOX_FIELDS(Link),
    {FIELD_STRING, "target", offsetof(Link, target)},
    FIELD_END,
};
static const ModelType link_type = {.name = "link", .size = sizeof(Link), .fields = link_fields};

static const ModelField image_fields[] = {BOX_FIELDS(Image), FIELD_END};
const ModelType image_type = {.name = "image", .size = sizeof(Image), .fields = image_fields};

static const ModelField rule_fields[] = {BOX_FIELDS(Rule), FIELD_END};
const ModelType rule_type = {.name = "rule", .size = sizeof(Rule), .fields = rule_fields};

static const ModelField page_fields[] = {
    {FIELD_INT, "number", offsetof(Page, number)},
    {FIELD_STRING, "label", offsetof(Page, label)},
    {FIELD_NUMBER, "width", offsetof(Page, width), .always = true},
    {FIELD_NUMBER, "height", offsetof(Page, height), .always = true},
    {FIELD_FLAG, "damaged", offsetof(Page, damaged)},
    {FIELD_MANY, "run", offsetof(Page, runs), .type = &run_type},
    {FIELD_MANY, "link", offsetof(Page, links), .type = &link_type},
    {FIELD_MANY, "image", offsetof(Page, images), .type = &image_type},
    {FIELD_MANY, "rule", offsetof(Page, rules), .type = &rule_type},
    FIELD_END,
};
static const ModelType page_type = {.name = "page", .size = sizeof(Page), .fields = page_fields};

static const ModelField pages_fields[] = {
    {FIELD_STRING, "file", offsetof(Pages, file)},
    {FIELD_STRING, "sha256", offsetof(Pages, sha256)},
    {FIELD_STRING, "producer", offsetof(Pages, producer)},
    {FIELD_STRING, "title", offsetof(Pages, title)},
    {FIELD_FLAG, "tagged", offsetof(Pages, tagged)},
    {FIELD_MANY, "page", offsetof(Pages, pages), .type = &page_type},
    {FIELD_GROUP, "notes", offsetof(Pages, notes), .type = &note_type},
    FIELD_END,
};
const ModelType pages_type = {.name = "pages", .size = sizeof(Pages), .fields = pages_fields};

xmlDoc *pages_to_xml(const Pages *pages)
{
    return model_to_xml(&pages_type, PAGES_NAMESPACE, pages);
}

/* Whoever types a page by hand may leave the text of a run out; the stages do not. */
static void complete(Page *page)
{
    for (guint i = 0; i < page->runs->len; i++) {
        Run *run = &g_array_index(page->runs, Run, i);
        run->text = run->text ? run->text : "";
    }
}

Pages *pages_from_xml(xmlDoc *doc, GError **error)
{
    Pages *pages = g_new0(Pages, 1);
    pages->chunk = g_string_chunk_new(1 << 16);
    if (!model_from_xml(&pages_type, PAGES_NAMESPACE, doc, pages, pages->chunk, error))
        g_clear_pointer(&pages, pages_free);
    for (guint i = 0; pages && pages->pages && i < pages->pages->len; i++)
        complete(&g_array_index(pages->pages, Page, i));
    return pages;
}
