/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Blocks in XML: the tables of the format, schema/blocks.xsd. */
#include "base/notes.h"
#include "blocks.h"

static const char *const block_names[] = {
    [BLOCK_HEADING] = "heading", [BLOCK_PARAGRAPH] = "paragraph",
    [BLOCK_ITEM] = "item",       [BLOCK_ROW] = "row",
    [BLOCK_TABLE] = "table",     [BLOCK_FOOTNOTE] = "footnote",
    [BLOCK_FIGURE] = "figure",   NULL,
};
static const char *const reason_names[] = {
    [DROP_NONE] = "",
    [DROP_HEAD] = "head",
    [DROP_FOOT] = "foot",
    [DROP_PAGE_NUMBER] = "page-number",
    [DROP_SIGNATURE] = "signature",
    [DROP_OVERLAY] = "overlay",
    [DROP_CONTENTS] = "contents",
    [DROP_FIGURE] = "figure",
    [DROP_TABLE_HEAD] = "table-head",
    [DROP_HIDDEN] = "hidden",
    NULL,
};

static const ModelField cell_fields[] = {
    {FIELD_INT, "columns", offsetof(Cell, columns)},
    {FIELD_INT, "rows", offsetof(Cell, rows)},
    {FIELD_FLAG, "header", offsetof(Cell, header)},
    {FIELD_RICH, NULL, offsetof(Cell, text)},
    FIELD_END,
};
static const ModelType cell_type = {
    .name = "cell", .size = sizeof(Cell), .fields = cell_fields, .marks = text_marks};

static const ModelField row_fields[] = {
    {FIELD_INT, "page", offsetof(Row, page)},
    {FIELD_MANY, "cell", offsetof(Row, cells), .type = &cell_type},
    FIELD_END,
};
static const ModelType row_type = {.name = "tr", .size = sizeof(Row), .fields = row_fields};

/* A block holds rows or text: what it does not hold is written as nothing. */
static const ModelField block_fields[] = {
    {FIELD_STRING, "id", offsetof(Block, id)},
    {FIELD_INT, "page", offsetof(Block, page)},
    {FIELD_INT, "last-page", offsetof(Block, last_page)},
    {FIELD_NUMBER, "x0", offsetof(Block, box.x0), .always = true},
    {FIELD_NUMBER, "y0", offsetof(Block, box.y0), .always = true},
    {FIELD_NUMBER, "x1", offsetof(Block, box.x1), .always = true},
    {FIELD_NUMBER, "y1", offsetof(Block, box.y1), .always = true},
    {FIELD_INT, "level", offsetof(Block, level)},
    {FIELD_STRING, "marker", offsetof(Block, marker)},
    {FIELD_STRING, "number", offsetof(Block, number)},
    {FIELD_NUMBER, "size", offsetof(Block, size)},
    {FIELD_FLAG, "bold", offsetof(Block, bold)},
    {FIELD_FLAG, "italic", offsetof(Block, italic)},
    {FIELD_FLAG, "quoted", offsetof(Block, quoted)},
    {FIELD_FLAG, "follows", offsetof(Block, follows)},
    {FIELD_NUMBER, "indent", offsetof(Block, indent)},
    {FIELD_MANY, "tr", offsetof(Block, rows), .type = &row_type},
    {FIELD_RICH, NULL, offsetof(Block, text)},
    FIELD_END,
};
static const ModelType block_type = {.name = "block",
                                     .size = sizeof(Block),
                                     .fields = block_fields,
                                     .tags = block_names,
                                     .tag_offset = offsetof(Block, kind),
                                     .marks = text_marks};

static const ModelField damaged_fields[] = {{FIELD_INT, "page", offsetof(DamagedPage, page)}, FIELD_END};
const ModelType damaged_page_type = {
    .name = "damaged", .size = sizeof(DamagedPage), .fields = damaged_fields};

static const ModelField dropped_fields[] = {
    {FIELD_STRING, "id", offsetof(Dropped, id)},
    {FIELD_ENUM, "reason", offsetof(Dropped, reason), .names = reason_names},
    {FIELD_INT, "page", offsetof(Dropped, page)},
    {FIELD_CONTENT, NULL, offsetof(Dropped, text)},
    FIELD_END,
};
static const ModelType dropped_type = {.name = "dropped", .size = sizeof(Dropped), .fields = dropped_fields};

static const ModelField blocks_fields[] = {
    {FIELD_STRING, "file", offsetof(Blocks, file)},
    {FIELD_STRING, "sha256", offsetof(Blocks, sha256)},
    {FIELD_STRING, "producer", offsetof(Blocks, producer)},
    {FIELD_STRING, "title", offsetof(Blocks, title)},
    {FIELD_FLAG, "tagged", offsetof(Blocks, tagged)},
    {FIELD_INT, "pages", offsetof(Blocks, pages)},
    {FIELD_MANY, "damaged", offsetof(Blocks, damaged), .type = &damaged_page_type},
    {FIELD_MANY, "furniture", offsetof(Blocks, furniture), .type = &furniture_type},
    {FIELD_GROUP, "body", offsetof(Blocks, blocks), .type = &block_type},
    {FIELD_GROUP, "furniture-lines", offsetof(Blocks, dropped), .type = &dropped_type},
    {FIELD_GROUP, "notes", offsetof(Blocks, notes), .type = &note_type},
    FIELD_END,
};
const ModelType blocks_type = {.name = "blocks", .size = sizeof(Blocks), .fields = blocks_fields};

xmlDoc *blocks_to_xml(const Blocks *blocks)
{
    return model_to_xml(&blocks_type, BLOCKS_NAMESPACE, blocks);
}

Blocks *blocks_from_xml(xmlDoc *doc, GError **error)
{
    Blocks *blocks = g_new0(Blocks, 1);
    blocks->chunk = g_string_chunk_new(1 << 16);
    if (!model_from_xml(&blocks_type, BLOCKS_NAMESPACE, doc, blocks, blocks->chunk, error))
        g_clear_pointer(&blocks, blocks_free);
    return blocks;
}
