/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What every fuzz target does with its bytes: read one format, write it, read it again, take it on. */
#ifndef FUZZ_H
#define FUZZ_H

#include <stddef.h>
#include <stdint.h>

#include "chain.h"

/* libFuzzer's entry; tests/replay.c calls it with the seeds. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* The installation's data, once for the process. */
static inline Resources *fuzz_resources(void)
{
    static Resources *resources = NULL;
    if (!resources) {
        g_autoptr(GError) error = NULL;
        xml_begin();
        resources = resources_new(&error);
        g_assert_no_error(error);
    }
    return resources;
}

/* Stops with the place where two texts part. */
static inline void fuzz_compare(const char *a, const char *b)
{
    gsize same = 0;
    while (a[same] && a[same] == b[same])
        same++;
    if (a[same] || b[same])
        g_error("reads back otherwise: \"%.80s\" is then \"%.80s\"", a + same - MIN(same, 30),
                b + same - MIN(same, 30));
}

/* Checks that what is written of a document is valid and reads back as the same, into `*again`. */
static inline void fuzz_read_back(const Document *document, Document *again)
{
    xmlDoc *written = document_to_xml(document);
    gsize length;
    g_autofree char *bytes = xml_write(written, &length);
    g_autoptr(GError) error = NULL;
    xmlSchema *schema = resources_schema(fuzz_resources(), document->format, &error);
    g_assert_no_error(error);
    xml_validate(schema, written, "written", &error);
    g_assert_no_error(error);
    document_from_xml(again, document->format, written, &error);
    g_assert_no_error(error);
    xmlDoc *rewritten = document_to_xml(again);
    g_autofree char *again_bytes = xml_write(rewritten, &length);
    fuzz_compare(bytes, again_bytes);
    xml_free(written);
    xml_free(rewritten);
}

/* Takes a document to its summary, and a meeting to its check too, reading back all on the way. */
static inline void fuzz_advance_with(Document *document, const Profile *profile)
{
    const SummaryOptions options = {.background = 120};
    for (;;) {
        Document again;
        fuzz_read_back(document, &again);
        if (again.format == FORMAT_MEETING) {
            Document check;
            document_advance(&again, FORMAT_CHECK, profile, &options);
            fuzz_read_back(&again, &check);
            document_clear(&check);
        }
        document_clear(&again);
        if (document->format == FORMAT_SUMMARY)
            return;
        document_advance(document, document->format + 1, profile, &options);
    }
}

/* The same with the general profile. */
static inline void fuzz_advance(Document *document)
{
    fuzz_advance_with(document, resources_profile(fuzz_resources(), NULL, NULL));
}

/* Reads a document of the tests. */
static inline void fuzz_from_file(Document *document, Format format, const char *path)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *bytes = NULL;
    gsize length;
    g_file_get_contents(path, &bytes, &length, &error);
    g_assert_no_error(error);
    xmlDoc *doc = xml_read(bytes, length, path, &error);
    g_assert_no_error(error);
    document_from_xml(document, format, doc, &error);
    g_assert_no_error(error);
    xml_free(doc);
}

/* Reads the bytes as XML of `format`. Only what is valid goes on, as in the program. */
static inline int fuzz_format(Format format, const uint8_t *data, size_t size)
{
    Resources *resources = fuzz_resources();
    xmlDoc *doc = xml_read((const char *)data, size, "input", NULL);
    xmlSchema *schema = resources_schema(resources, format, NULL);
    Document document;
    if (doc && xml_validate(schema, doc, "input", NULL)) {
        if (document_from_xml(&document, format, doc, NULL)) {
            fuzz_advance(&document);
            document_clear(&document);
        }
    }
    xml_free(doc);
    return 0;
}

#endif
