/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lines in XML: the tables of the format, schema/lines.xsd. */
#include "base/notes.h"
#include "lines.h"

static const char *const drop_names[] = {
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
static const char *const run_on_names[] = {
    [RUN_ON_SPACE] = "",
    [RUN_ON_JOIN] = "join",
    [RUN_ON_HYPHEN] = "hyphen",
    NULL,
};

const ModelMark text_marks[] = {
    [MARK_LINK] = {"link", "target"},
    [MARK_FOOTNOTE] = {"note-mark", "mark"},
    [MARK_PAGE] = {"page-break", "page"},
    [MARK_LINE] = {"line-break", "value"},
    [MARK_MONEY] = {"money", "value"},
    [MARK_DATE] = {"date", "value"},
    [MARK_ASSIGNMENT] = {"assignment", "to"},
    [MARK_CASE] = {"case", "value"},
    [MARK_DECISION] = {"decision", "value"},
    [MARK_ATTACHMENT] = {"attachment", "value"},
    [MARK_STATUTE] = {"statute", "value"},
    [MARK_INQUIRY] = {"inquiry", "value"},
    {NULL, NULL},
};

static const ModelField part_fields[] = {
    {FIELD_NUMBER, "x0", offsetof(Part, x0), .always = true},
    {FIELD_NUMBER, "x1", offsetof(Part, x1), .always = true},
    {FIELD_NUMBER, "size", offsetof(Part, size), .always = true},
    {FIELD_FLAG, "bold", offsetof(Part, bold)},
    {FIELD_FLAG, "italic", offsetof(Part, italic)},
    {FIELD_INT, "color", offsetof(Part, color)},
    {FIELD_ENUM, "run-on", offsetof(Part, run_on), .names = run_on_names},
    {FIELD_RICH, NULL, offsetof(Part, text)},
    FIELD_END,
};
static const ModelType part_type = {
    .name = "part", .size = sizeof(Part), .fields = part_fields, .marks = text_marks};

static const ModelField line_fields[] = {
    {FIELD_INT, "page", offsetof(Line, page)},
    {FIELD_NUMBER, "x0", offsetof(Line, box.x0), .always = true},
    {FIELD_NUMBER, "y0", offsetof(Line, box.y0), .always = true},
    {FIELD_NUMBER, "x1", offsetof(Line, box.x1), .always = true},
    {FIELD_NUMBER, "y1", offsetof(Line, box.y1), .always = true},
    {FIELD_NUMBER, "baseline", offsetof(Line, baseline), .always = true},
    {FIELD_FLAG, "vertical", offsetof(Line, vertical)},
    {FIELD_INT, "column", offsetof(Line, column)},
    {FIELD_ENUM, "drop", offsetof(Line, drop), .names = drop_names},
    {FIELD_MANY, "part", offsetof(Line, parts), .type = &part_type},
    FIELD_END,
};
static const ModelType line_type = {.name = "line", .size = sizeof(Line), .fields = line_fields};

static const ModelField sheet_fields[] = {
    {FIELD_INT, "number", offsetof(Sheet, number)},
    {FIELD_STRING, "label", offsetof(Sheet, label)},
    {FIELD_NUMBER, "width", offsetof(Sheet, width), .always = true},
    {FIELD_NUMBER, "height", offsetof(Sheet, height), .always = true},
    {FIELD_NUMBER, "left", offsetof(Sheet, left), .always = true},
    {FIELD_NUMBER, "right", offsetof(Sheet, right), .always = true},
    {FIELD_FLAG, "damaged", offsetof(Sheet, damaged)},
    {FIELD_MANY, "image", offsetof(Sheet, images), .type = &image_type},
    {FIELD_MANY, "rule", offsetof(Sheet, rules), .type = &rule_type},
    FIELD_END,
};
static const ModelType sheet_type = {.name = "sheet", .size = sizeof(Sheet), .fields = sheet_fields};

static const ModelField furniture_fields[] = {
    {FIELD_STRING, "kind", offsetof(Furniture, kind)},
    {FIELD_INT, "page", offsetof(Furniture, page)},
    {FIELD_CONTENT, NULL, offsetof(Furniture, text)},
    FIELD_END,
};
const ModelType furniture_type = {.name = "furniture", .size = sizeof(Furniture), .fields = furniture_fields};

static const ModelField lines_fields[] = {
    {FIELD_STRING, "file", offsetof(Lines, file)},
    {FIELD_STRING, "sha256", offsetof(Lines, sha256)},
    {FIELD_STRING, "producer", offsetof(Lines, producer)},
    {FIELD_STRING, "title", offsetof(Lines, title)},
    {FIELD_FLAG, "tagged", offsetof(Lines, tagged)},
    {FIELD_MANY, "sheet", offsetof(Lines, sheets), .type = &sheet_type},
    {FIELD_MANY, "furniture", offsetof(Lines, furniture), .type = &furniture_type},
    {FIELD_MANY, "line", offsetof(Lines, lines), .type = &line_type},
    {FIELD_GROUP, "notes", offsetof(Lines, notes), .type = &note_type},
    FIELD_END,
};
const ModelType lines_type = {.name = "lines", .size = sizeof(Lines), .fields = lines_fields};

xmlDoc *lines_to_xml(const Lines *lines)
{
    return model_to_xml(&lines_type, LINES_NAMESPACE, lines);
}

/* Whoever types a line by hand may leave the text of a part out; the stages do not. */
static void complete(Line *line)
{
    for (guint p = 0; p < line->parts->len; p++) {
        Part *part = &g_array_index(line->parts, Part, p);
        part->text.s = part->text.s ? part->text.s : "";
    }
}

Lines *lines_from_xml(xmlDoc *doc, GError **error)
{
    Lines *lines = g_new0(Lines, 1);
    lines->chunk = g_string_chunk_new(1 << 16);
    if (!model_from_xml(&lines_type, LINES_NAMESPACE, doc, lines, lines->chunk, error))
        g_clear_pointer(&lines, lines_free);
    for (guint i = 0; lines && lines->lines && i < lines->lines->len; i++)
        complete(&g_array_index(lines->lines, Line, i));
    return lines;
}
