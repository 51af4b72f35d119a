/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Changes to a document that the fuzzer tries: what mutate.c and its parts share. */
#ifndef MUTATE_H
#define MUTATE_H

#include <glib.h>
#include <libxml/tree.h>
#include <stdbool.h>

typedef struct {
    GRand *rand;
    xmlNode *root;
    GPtrArray *elements; /* all, the root first; a change may make it stale, and is then the last */
} Mutation;

/* Changes `node` or what stands around it; does nothing where it does not fit. */
typedef void Change(Mutation *mutation, xmlNode *node);

typedef struct {
    const char *element; /* NULL: any */
    Change *change;
} ChangeKind;

/* Both end with a row without a change. */
extern const ChangeKind mutate_pages[];  /* runs, boxes, pages and ruled lines */
extern const ChangeKind mutate_blocks[]; /* kinds, nesting, levels, tables and spans */

/* Changes the text of an element that has no other inside: words of minutes in, letters out. */
Change mutate_text;

/* From 0 to `end` - 1. */
int mutate_pick(Mutation *mutation, int end);
/* A word or sentence that minutes have; static. */
const char *mutate_word(Mutation *mutation);

/* The attribute as a number, 0 without it; and as the schemas have numbers: two decimals. */
double mutate_number(const xmlNode *node, const char *name);
void mutate_set_number(xmlNode *node, const char *name, double value);
void mutate_set(xmlNode *node, const char *name, const char *value);

/* A copy of `node` after it, in the same namespace. */
xmlNode *mutate_copy(const Mutation *mutation, xmlNode *node);
/* A new element of the document's namespace at the end of `parent`. */
xmlNode *mutate_add(const Mutation *mutation, xmlNode *parent, const char *name);
bool mutate_is(const xmlNode *node, const char *name);
/* The text of an element; the caller frees it with g_free(). */
char *mutate_content(xmlNode *node);
void mutate_set_content(xmlNode *node, const char *text, gssize length);
/* A place between two letters of `s`, in bytes. */
gsize mutate_place(Mutation *mutation, const char *s);

#endif
