/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Models described by tables: the one writer, reader and free of every format. */
#include "base/model.h"

#include <math.h>
#include <string.h>

#include "base/text.h"
#include "base/xml.h"

#define FIELD(object, field, type)       (*(type *)((char *)(object) + (field)->offset))
#define CONST_FIELD(object, field, type) (*(const type *)((const char *)(object) + (field)->offset))

/* libxml2 says xmlChar; every string here is UTF-8 in char. */
static const xmlChar *xml(const char *s)
{
    return (const xmlChar *)s;
}

static bool is_attribute(FieldKind kind)
{
    return kind <= FIELD_ENUM;
}

static guint length_of(const GArray *array)
{
    return array ? array->len : 0;
}

/* ---- writing ---- */

/* What a document is written with. */
typedef struct {
    xmlDoc *doc;
    xmlNs *ns;
    GHashTable *values; /* text -> xmlNode: of the attributes so far */
} Writer;

static void write_struct(const Writer *writer, const ModelType *type, xmlNode *node, const void *object);

static const char *tag_of(const ModelType *type, const ModelField *field, const void *object)
{
    if (!type->tags)
        return field->kind == FIELD_GROUP ? type->name : field->name;
    return type->tags[*(const int *)((const char *)object + type->tag_offset)];
}

double model_number(double value)
{
    return round(value * 100) / 100;
}

/* Two decimals are a fiftieth of a millimetre; trailing zeros are left out. */
static const char *number_text(double value, char buffer[G_ASCII_DTOSTR_BUF_SIZE])
{
    g_ascii_formatd(buffer, G_ASCII_DTOSTR_BUF_SIZE, "%.2f", value);
    char *end = buffer + strlen(buffer);
    while (end[-1] == '0')
        *--end = '\0';
    if (end[-1] == '.')
        *--end = '\0';
    return strcmp(buffer, "-0") == 0 ? "0" : buffer;
}

/* A text node. A short string lies in the node itself, as with libxml2's own reader (XML_PARSE_COMPACT): nine
 * values of ten are short, and documents are most of the memory a conversion takes. */
static xmlNode *new_text(const char *s, gsize length)
{
    xmlNode *text = xmlNewText(NULL);
    if (length < 2 * sizeof(void *)) /* `properties` and `psvi` */
        text->content = memcpy(&text->properties, s, length);
    else
        text->content = xmlStrndup(xml(s), (int)length);
    return text;
}

/* Attributes of one value share its node, as xml_free() says: most values stand in many places, and their
 * nodes would be a third of the memory a document takes. */
static void add_attribute(const Writer *writer, xmlNode *node, const char *name, const char *value)
{
    xmlNode *text = g_hash_table_lookup(writer->values, value);
    if (!text) {
        text = new_text(value, strlen(value));
        xml_share(writer->doc, text);
        g_hash_table_insert(writer->values, text->content, text);
    }
    xmlAttr *attribute = xmlNewProp(node, xml(name), NULL);
    attribute->children = attribute->last = text;
}

static void write_attribute(const Writer *writer, const ModelField *field, xmlNode *node, const void *object)
{
    char buffer[G_ASCII_DTOSTR_BUF_SIZE];
    const char *value = NULL;
    switch (field->kind) {
    case FIELD_STRING:
        value = CONST_FIELD(object, field, char *);
        value = value && *value ? value : NULL;
        break;
    case FIELD_INT:
        if (field->always || CONST_FIELD(object, field, int) != field->absent) {
            g_snprintf(buffer, sizeof buffer, "%d", CONST_FIELD(object, field, int));
            value = buffer;
        }
        break;
    case FIELD_NUMBER:
        value = number_text(CONST_FIELD(object, field, double), buffer);
        if (!field->always && strcmp(value, "0") == 0)
            value = NULL;
        break;
    case FIELD_FLAG:
        value = CONST_FIELD(object, field, bool) ? "true" : NULL;
        break;
    case FIELD_ENUM:
        value = field->names[CONST_FIELD(object, field, int)];
        if (!*value)
            value = NULL;
        break;
    default:
        g_assert_not_reached();
    }
    if (value)
        add_attribute(writer, node, field->name, value);
}

static void add_text(xmlNode *node, const char *s, gsize length)
{
    if (length)
        xmlAddChild(node, new_text(s, length));
}

/* There is text before each inline element, if an empty one: what holds text is not indented. */
static void write_rich(const Writer *writer, const ModelType *type, xmlNode *node, const Text *text)
{
    const char *s = text->s ? text->s : "";
    gsize done = 0;
    for (guint i = 0; i < length_of(text->marks); i++) {
        const Mark *mark = &g_array_index(text->marks, Mark, i);
        xmlAddChild(node, new_text(s + done, mark->start - done));
        xmlNode *inline_node = xmlNewChild(node, writer->ns, xml(type->marks[mark->kind].element), NULL);
        if (mark->value)
            add_attribute(writer, inline_node, type->marks[mark->kind].attribute, mark->value);
        add_text(inline_node, s + mark->start, mark->length);
        done = mark->start + mark->length;
    }
    add_text(node, s + done, strlen(s + done));
}

static void write_text_element(const Writer *writer, const char *name, xmlNode *parent, const char *value)
{
    xmlNode *node = xmlNewChild(parent, writer->ns, xml(name), NULL);
    add_text(node, value, strlen(value));
}

static void write_members(const Writer *writer, const ModelField *field, xmlNode *parent, const GArray *array)
{
    for (guint i = 0; i < length_of(array); i++) {
        const void *member = array->data + (gsize)i * field->type->size;
        xmlNode *node = xmlNewChild(parent, writer->ns, xml(tag_of(field->type, field, member)), NULL);
        write_struct(writer, field->type, node, member);
    }
}

static void write_field(const Writer *writer, const ModelType *type, const ModelField *field, xmlNode *node,
                        const void *object)
{
    const GArray *array;
    const char *string;
    switch (field->kind) {
    case FIELD_CONTENT:
        string = CONST_FIELD(object, field, char *);
        add_text(node, string ? string : "", string ? strlen(string) : 0);
        break;
    case FIELD_RICH:
        write_rich(writer, type, node, &CONST_FIELD(object, field, Text));
        break;
    case FIELD_ELEMENT:
        string = CONST_FIELD(object, field, char *);
        if (string && *string)
            write_text_element(writer, field->name, node, string);
        break;
    case FIELD_STRINGS:
        array = CONST_FIELD(object, field, GArray *);
        for (guint i = 0; i < length_of(array); i++)
            write_text_element(writer, field->name, node, g_array_index(array, const char *, i));
        break;
    case FIELD_ONE: {
        xmlNode *child = xmlNewChild(node, writer->ns, xml(field->name), NULL);
        write_struct(writer, field->type, child, (const char *)object + field->offset);
        if (!child->children && !child->properties) {
            xmlUnlinkNode(child);
            xmlFreeNode(child);
        }
        break;
    }
    case FIELD_MANY:
        write_members(writer, field, node, CONST_FIELD(object, field, GArray *));
        break;
    case FIELD_GROUP:
        array = CONST_FIELD(object, field, GArray *);
        if (length_of(array))
            write_members(writer, field, xmlNewChild(node, writer->ns, xml(field->name), NULL), array);
        break;
    default:
        write_attribute(writer, field, node, object);
    }
}

static void write_struct(const Writer *writer, const ModelType *type, xmlNode *node, const void *object)
{
    for (const ModelField *field = type->fields; field->name || field->kind; field++)
        write_field(writer, type, field, node, object);
}

xmlDoc *model_to_xml(const ModelType *type, const char *ns, const void *object)
{
    xmlDoc *doc = xmlNewDoc(xml("1.0"));
    doc->encoding = xmlStrdup(xml("UTF-8"));
    doc->dict = xmlDictCreate(); /* each name is kept once; it goes with the document */
    xmlNode *root = xmlNewDocNode(doc, NULL, xml(type->name), NULL);
    xmlDocSetRootElement(doc, root);
    xmlSetNs(root, xmlNewNs(root, xml(ns), NULL));
    g_autoptr(GHashTable) values = g_hash_table_new(g_str_hash, g_str_equal);
    const Writer writer = {doc, root->ns, values};
    write_struct(&writer, type, root, object);
    return doc;
}

/* ---- reading ---- */

typedef struct {
    GStringChunk *chunk;
    GError **error;
} Reader;

static bool read_struct(Reader *reader, const ModelType *type, xmlNode *node, void *object);

static bool fail(Reader *reader, const xmlNode *node, const char *what, const char *name)
{
    g_set_error(reader->error, XML_DOMAIN, XML_ERROR_INVALID, "line %ld: %s “%s” in <%s>", xmlGetLineNo(node),
                what, name, (const char *)node->name);
    return false;
}

/* Appends `s` with its white space collapsed, so that a file typed by hand may be broken into lines. */
static void append_collapsed(GString *to, const char *s)
{
    for (; *s; s++) {
        if (!g_ascii_isspace(*s))
            g_string_append_c(to, *s);
        else if (to->len && to->str[to->len - 1] != ' ')
            g_string_append_c(to, ' ');
    }
}

static void drop_last_space(GString *s)
{
    if (s->len && s->str[s->len - 1] == ' ')
        g_string_truncate(s, s->len - 1);
}

static const char *kept(Reader *reader, xmlChar *value)
{
    g_autoptr(GString) s = g_string_new(NULL);
    append_collapsed(s, value ? (const char *)value : "");
    drop_last_space(s);
    xmlFree(value);
    return g_string_chunk_insert(reader->chunk, s->str);
}

static int index_of(const char *const *names, const char *name)
{
    for (int i = 0; names[i]; i++)
        if (strcmp(names[i], name) == 0)
            return i;
    return -1;
}

static bool read_attribute(Reader *reader, const ModelField *field, xmlNode *node, const char *value,
                           void *object)
{
    char *end = NULL;
    gint64 integer;
    switch (field->kind) {
    case FIELD_STRING:
        FIELD(object, field, const char *) = *value ? value : NULL;
        return true;
    case FIELD_INT:
        integer = g_ascii_strtoll(value, &end, 10);
        if (end == value || *end || integer < G_MININT || integer > G_MAXINT)
            return fail(reader, node, "no number:", value);
        FIELD(object, field, int) = (int)integer;
        return true;
    case FIELD_NUMBER:
        FIELD(object, field, double) = g_ascii_strtod(value, &end);
        return (end != value && !*end) || fail(reader, node, "no number:", value);
    case FIELD_FLAG:
        FIELD(object, field, bool) = strcmp(value, "true") == 0;
        return true;
    default: /* FIELD_ENUM */
        FIELD(object, field, int) = index_of(field->names, value);
        return FIELD(object, field, int) >= 0 || fail(reader, node, "unknown value", value);
    }
}

static bool read_attributes(Reader *reader, const ModelType *type, xmlNode *node, void *object)
{
    for (const ModelField *field = type->fields; field->name || field->kind; field++)
        if (field->kind == FIELD_INT)
            FIELD(object, field, int) = field->absent;
    for (xmlAttr *attribute = node->properties; attribute; attribute = attribute->next) {
        if (attribute->ns) /* xsi:schemaLocation, which the schema lets pass and nobody follows */
            continue;
        const char *name = (const char *)attribute->name;
        const ModelField *field = type->fields;
        while ((field->name || field->kind) &&
               !(is_attribute(field->kind) && g_strcmp0(field->name, name) == 0))
            field++;
        if (!field->name)
            return fail(reader, node, "unknown attribute", name);
        const char *value = kept(reader, xmlNodeGetContent((xmlNode *)attribute));
        if (!read_attribute(reader, field, node, value, object))
            return false;
    }
    return true;
}

/* Mixed content: text as it stands, inline elements as marks over it. */
static bool read_rich(Reader *reader, const ModelType *type, xmlNode *node, Text *text)
{
    g_autoptr(GString) s = g_string_new(NULL);
    for (xmlNode *child = node->children; child; child = child->next) {
        if (child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE) {
            append_collapsed(s, (const char *)child->content);
        } else if (child->type == XML_ELEMENT_NODE) {
            int kind = 0;
            while (type->marks[kind].element &&
                   strcmp(type->marks[kind].element, (const char *)child->name) != 0)
                kind++;
            if (!type->marks[kind].element)
                return fail(reader, child, "unknown element in text:", (const char *)child->name);
            xmlChar *content = xmlNodeGetContent(child);
            xmlChar *value = xmlGetNoNsProp(child, xml(type->marks[kind].attribute));
            guint start = (guint)s->len;
            append_collapsed(s, (const char *)content);
            Mark mark = {.kind = (MarkKind)kind,
                         .start = start,
                         .length = (guint)s->len - start,
                         .value = value ? g_string_chunk_insert(reader->chunk, (const char *)value) : NULL};
            if (!text->marks)
                text->marks = g_array_new(FALSE, FALSE, sizeof(Mark));
            g_array_append_val(text->marks, mark);
            xmlFree(content);
            xmlFree(value);
        }
    }
    drop_last_space(s);
    if (text->marks && text->marks->len) { /* a last mark may have ended in that space */
        Mark *last = &g_array_index(text->marks, Mark, text->marks->len - 1);
        last->start = MIN(last->start, (guint)s->len);
        last->length = MIN(last->length, (guint)s->len - last->start);
    }
    text->s = s->len ? g_string_chunk_insert(reader->chunk, s->str) : NULL;
    return true;
}

static GArray *array_at(void *object, const ModelField *field, gsize size)
{
    GArray **array = &FIELD(object, field, GArray *);
    if (!*array)
        *array = g_array_new(FALSE, TRUE, (guint)size);
    return *array;
}

static bool read_member(Reader *reader, const ModelField *field, xmlNode *node, void *object)
{
    GArray *array = array_at(object, field, field->type->size);
    g_array_set_size(array, array->len + 1);
    void *member = array->data + (gsize)(array->len - 1) * field->type->size;
    if (field->type->tags)
        *(int *)((char *)member + field->type->tag_offset) =
            index_of(field->type->tags, (const char *)node->name);
    return read_struct(reader, field->type, node, member);
}

static bool is_member(const ModelField *field, const char *name)
{
    if (field->type->tags)
        return index_of(field->type->tags, name) >= 0;
    return g_strcmp0(name, field->kind == FIELD_GROUP ? field->type->name : field->name) == 0;
}

static bool read_group(Reader *reader, const ModelField *field, xmlNode *node, void *object)
{
    for (xmlNode *child = xmlFirstElementChild(node); child; child = xmlNextElementSibling(child)) {
        if (!is_member(field, (const char *)child->name))
            return fail(reader, child, "unexpected element", (const char *)child->name);
        if (!read_member(reader, field, child, object))
            return false;
    }
    return true;
}

static bool read_element(Reader *reader, const ModelType *type, xmlNode *node, void *object)
{
    const char *name = (const char *)node->name;
    for (const ModelField *field = type->fields; field->name || field->kind; field++) {
        if (field->kind == FIELD_MANY
                ? !is_member(field, name)
                : is_attribute(field->kind) || !field->name || strcmp(field->name, name) != 0)
            continue;
        switch (field->kind) {
        case FIELD_ELEMENT:
            FIELD(object, field, const char *) = kept(reader, xmlNodeGetContent(node));
            return true;
        case FIELD_STRINGS: {
            const char *value = kept(reader, xmlNodeGetContent(node));
            g_array_append_val(array_at(object, field, sizeof value), value);
            return true;
        }
        case FIELD_ONE:
            return read_struct(reader, field->type, node, (char *)object + field->offset);
        case FIELD_MANY:
            return read_member(reader, field, node, object);
        case FIELD_GROUP:
            return read_group(reader, field, node, object);
        default:
            break;
        }
    }
    return fail(reader, node, "unknown element", name);
}

/* True when an element of `node` is a member of one of the type's lists: a block holds rows or text. */
static bool holds_members(const ModelType *type, xmlNode *node)
{
    const xmlNode *child = xmlFirstElementChild(node);
    for (const ModelField *field = type->fields; child && (field->name || field->kind); field++)
        if (field->kind == FIELD_MANY && is_member(field, (const char *)child->name))
            return true;
    return false;
}

static bool read_struct(Reader *reader, const ModelType *type, xmlNode *node, void *object)
{
    if (!read_attributes(reader, type, node, object))
        return false;
    for (const ModelField *field = type->fields; field->name || field->kind; field++) {
        if (field->kind == FIELD_RICH && !holds_members(type, node))
            return read_rich(reader, type, node, &FIELD(object, field, Text));
        if (field->kind == FIELD_CONTENT && node->children) {
            FIELD(object, field, const char *) = kept(reader, xmlNodeGetContent(node));
            return true;
        }
    }
    /* As where a stage makes it: an array without members is there, and empty. */
    for (const ModelField *field = type->fields; field->name || field->kind; field++)
        if (field->kind == FIELD_STRINGS || field->kind == FIELD_MANY || field->kind == FIELD_GROUP)
            array_at(object, field, field->kind == FIELD_STRINGS ? sizeof(const char *) : field->type->size);
    for (xmlNode *child = xmlFirstElementChild(node); child; child = xmlNextElementSibling(child))
        if (!read_element(reader, type, child, object))
            return false;
    return true;
}

bool model_from_xml(const ModelType *type, const char *ns, xmlDoc *doc, void *object, GStringChunk *chunk,
                    GError **error)
{
    Reader reader = {chunk, error};
    xmlNode *root = xmlDocGetRootElement(doc);
    if (!root || strcmp((const char *)root->name, type->name) != 0 || !root->ns ||
        strcmp((const char *)root->ns->href, ns) != 0) {
        g_set_error(error, XML_DOMAIN, XML_ERROR_INVALID, "root is not <%s xmlns=\"%s\">", type->name, ns);
        return false;
    }
    return read_struct(&reader, type, root, object);
}

/* ---- changing ---- */

static void change_string(const ModelField *field, const char **string, ModelChange change, gpointer data)
{
    if (*string)
        change(field, string, NULL, data);
}

void model_each_text(const ModelType *type, void *object, ModelChange change, gpointer data)
{
    for (const ModelField *field = type->fields; field->name || field->kind; field++) {
        GArray *array;
        switch (field->kind) {
        case FIELD_STRING:
        case FIELD_CONTENT:
        case FIELD_ELEMENT:
            change_string(field, &FIELD(object, field, const char *), change, data);
            break;
        case FIELD_RICH:
            change(field, NULL, &FIELD(object, field, Text), data);
            break;
        case FIELD_STRINGS:
            array = FIELD(object, field, GArray *);
            for (guint i = 0; i < length_of(array); i++)
                change_string(field, &g_array_index(array, const char *, i), change, data);
            break;
        case FIELD_ONE:
            model_each_text(field->type, (char *)object + field->offset, change, data);
            break;
        case FIELD_MANY:
        case FIELD_GROUP:
            array = FIELD(object, field, GArray *);
            for (guint i = 0; i < length_of(array); i++)
                model_each_text(field->type, array->data + (gsize)i * field->type->size, change, data);
            break;
        default:
            break;
        }
    }
}

/* ---- freeing ---- */

void model_clear(const ModelType *type, void *object)
{
    for (const ModelField *field = type->fields; field->name || field->kind; field++) {
        switch (field->kind) {
        case FIELD_RICH:
            text_clear(&FIELD(object, field, Text));
            break;
        case FIELD_ONE:
            model_clear(field->type, (char *)object + field->offset);
            break;
        case FIELD_MANY:
        case FIELD_GROUP: {
            GArray *array = FIELD(object, field, GArray *);
            for (guint i = 0; i < length_of(array); i++)
                model_clear(field->type, array->data + (gsize)i * field->type->size);
        }
            /* fall through */
        case FIELD_STRINGS:
            g_clear_pointer(&FIELD(object, field, GArray *), g_array_unref);
            break;
        default:
            break;
        }
    }
}
