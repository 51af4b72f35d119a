/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A record: what the outputs of one file were made from and what became of it, so that a batch need not make
 * them again. */
#ifndef RECORD_H
#define RECORD_H

#include "base/model.h"

#define RECORD_NAMESPACE "urn:sammandrag:record:1"

/* All that the outputs depend on, each as the SHA-256 of the bytes or as it is; NULL: there is none. What a
 * password, a limit or the sandbox lets pass depends on them, the outputs do not. */
typedef struct {
    const char *input;        /* digest of the PDF */
    const char *corrections;  /* digest of the file of corrections */
    const char *decisions;    /* digest of what a reviewer decided, for a public edition */
    const char *installation; /* digest of all schemas, stylesheets and profiles that came with the program */
    const char *profile;      /* digest of the files of --profile */
    const char *program;      /* name and version */
    const char *poppler;      /* its version */
    const char *source;
    int background;
    bool public; /* without personal data */
} RecordKey;

typedef struct {
    const char *ending;
    const char *sha256;
} RecordOutput;

typedef struct {
    GStringChunk *chunk; /* owns the strings of a record that was read */
    RecordKey key;
    int reason; /* Reason; REASON_NONE: it was converted */
    int status; /* what sammandrag convert ended with */
    int pages, items;
    int errors, warnings, remarks;
    const char *message; /* why it failed */
    GArray *outputs;     /* of RecordOutput */
} Record;

gboolean record_key_equal(const RecordKey *a, const RecordKey *b);

/* The record as bytes of XML, the same for the same record. The caller unreferences them. */
GBytes *record_to_bytes(const Record *record);

/* Reads the record at `path`; NULL where there is none, or none that can be read. Free with record_free(). */
Record *record_from_file(const char *path);
void record_free(Record *record); /* NULL is fine */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Record, record_free)

#endif
