/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Models described by tables, so that one reader, one writer and one free serve every format.
 *
 * A model is a C struct; a ModelType says which of its fields is which attribute, element or
 * text. model_to_xml() and model_from_xml() are each other's inverse for every type, which
 * tests/test_model.c and the fuzz targets hold. */
#ifndef BASE_MODEL_H
#define BASE_MODEL_H

#include <glib.h>
#include <libxml/tree.h>
#include <stdbool.h>
#include <stddef.h>

#include "base/text.h"

typedef struct ModelType ModelType;

typedef enum {
    FIELD_STRING,  /* const char *; attribute; NULL and "" are absent */
    FIELD_INT,     /* int; attribute; `absent` is not written */
    FIELD_NUMBER,  /* double, at most two decimals; attribute; 0 is not written unless always */
    FIELD_FLAG,    /* bool; attribute "true"; false is not written */
    FIELD_ENUM,    /* int; attribute; a value whose name is "" is not written */
    FIELD_CONTENT, /* const char *; the element's text */
    FIELD_RICH,    /* Text; the element's text with marks as inline elements */
    FIELD_ELEMENT, /* const char *; an element with only text; NULL is absent */
    FIELD_STRINGS, /* GArray of const char *; one element with only text each */
    FIELD_ONE,     /* a struct; one element, left out when it would be empty */
    FIELD_MANY,    /* GArray of structs; one element each */
    FIELD_GROUP,   /* GArray of structs inside one element `name`, left out when empty */
} FieldKind;

typedef struct {
    FieldKind kind;
    const char *name; /* attribute or element; unused for FIELD_CONTENT, FIELD_RICH and tagged types */
    size_t offset;
    const ModelType *type;    /* FIELD_ONE, FIELD_MANY, FIELD_GROUP */
    const char *const *names; /* FIELD_ENUM: NULL-terminated, indexed by value */
    int absent;               /* FIELD_INT */
    bool always;              /* FIELD_NUMBER and FIELD_INT: written whatever its value */
} ModelField;

/* The inline elements of rich text: one name per MarkKind and the name of its value. */
typedef struct {
    const char *element;
    const char *attribute;
} ModelMark;

struct ModelType {
    const char *name; /* element name of a root, and of FIELD_GROUP's members; others by their field */
    size_t size;
    const ModelField *fields; /* in document order, ends with a zero row */
    /* A tagged type takes its element name from an int field: names[value]. */
    const char *const *tags; /* NULL when not tagged */
    size_t tag_offset;
    const ModelMark *marks; /* for FIELD_RICH, indexed by MarkKind */
};

#define FIELD_END                                                                                            \
    {                                                                                                        \
        0                                                                                                    \
    }

/* Builds a document with root `type->name` in namespace `ns` from the struct at `object`.
 * The caller frees it with xml_free(). */
xmlDoc *model_to_xml(const ModelType *type, const char *ns, const void *object);

/* Fills the struct at `object` (all zero) from the root of `doc`, strings into `chunk`.
 * The document should have been validated; what no field names is an error with its line. */
bool model_from_xml(const ModelType *type, const char *ns, xmlDoc *doc, void *object, GStringChunk *chunk,
                    GError **error);

/* `value` with the two decimals that FIELD_NUMBER writes: what a stage computes is rounded before it is
 * kept, so that a model read back equals the one written, to the last bit. */
double model_number(double value);

/* Called for a string or a rich text (the other is NULL), which may be replaced, with the field it is of. */
typedef void (*ModelChange)(const ModelField *field, const char **string, Text *text, gpointer data);
/* Calls `change` for every string that is not NULL and every rich text below `object`, in document order. */
void model_each_text(const ModelType *type, void *object, ModelChange change, gpointer data);

/* Frees every array and mark below `object`, not `object` itself nor strings. */
void model_clear(const ModelType *type, void *object);

#endif
