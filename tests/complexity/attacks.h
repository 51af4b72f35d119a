/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Documents built to make a stage slow: how many of something it takes, and what that may cost. */
#ifndef ATTACKS_H
#define ATTACKS_H

#include <glib.h>

#include "pages.h"

/* On pages, for every stage after them. */
typedef struct {
    const char *name;
    void (*fill)(Pages *pages, guint count);
    guint few;      /* tried at every check, */
    guint many;     /* and in the long one */
    double seconds; /* of CPU that `many` may take, through every stage and output */
} PagesAttack;
extern const PagesAttack pages_attacks[]; /* ends with a row without name */

/* The pages of an attack, to be freed with pages_free(). */
Pages *pages_of_attack(const PagesAttack *attack, guint count);

/* In the PDF, for Poppler and for what holds it. */
typedef struct {
    const char *name;
    GString *(*make)(guint count);
    guint few, many;
} PdfAttack;
extern const PdfAttack pdf_attacks[];

#endif
