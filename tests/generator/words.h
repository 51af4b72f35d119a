/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words of invented minutes: names, parties, bodies, matters and sentences, picked at random. */
#ifndef GENERATOR_WORDS_H
#define GENERATOR_WORDS_H

#include <glib.h>
#include <stdbool.h>

typedef struct {
    const char *principal; /* "Granviks kommun" */
    const char *body;      /* "Kommunstyrelsen" */
    const char *genitive;  /* "Kommunstyrelsens" */
    const char *prefix;    /* of register numbers: "KS" */
} WordsBody;

/* A name that `used` does not hold yet; the caller frees it. Some have two surnames, hyphens, "af". */
char *words_name(GRand *rand, GHashTable *used);
const char *words_party(GRand *rand);
const WordsBody *words_body(GRand *rand);
/* What an item is about: "belysning på gång- och cykelvägar"; the caller frees it. */
char *words_matter(GRand *rand);
/* What is to be done, as after "att": "godkänna förslaget till …"; the caller frees it. */
char *words_clause(GRand *rand);
/* `sentences` sentences of background; the caller frees it. */
char *words_background(GRand *rand, int sentences);
/* A document that a decision rests on; the caller frees it. */
char *words_document(GRand *rand);
const char *words_recipient(GRand *rand);
const char *words_office(GRand *rand);

bool words_chance(GRand *rand, double share);
/* A date of 2024 or 2025 as YYYY-MM-DD; the caller frees it. */
char *words_date(GRand *rand);
/* "den 8 april 2025" for a date "2025-04-08"; the caller frees it. */
char *words_long_date(const char *date);

#endif
