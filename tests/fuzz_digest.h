/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the fuzz targets of digests share: a digest of one meeting, which is valid and reads back as the same.
 */
#ifndef FUZZ_DIGEST_H
#define FUZZ_DIGEST_H

#include "digest.h"
#include "fuzz.h"

static inline xmlSchema *fuzz_schema(const char *path)
{
    g_autoptr(GError) error = NULL;
    xmlSchema *schema = xml_schema(path, &error);
    g_assert_no_error(error);
    return schema;
}

/* With words and a party that the samples have. */
static inline void fuzz_digest(const Meeting *meeting, const Signals *signals)
{
    static char *words[] = {(char *)"taxa", (char *)"n*", NULL};
    static char *parties[] = {(char *)"V", NULL};
    static xmlSchema *schema = NULL;
    const Profile *profile = resources_profile(fuzz_resources(), NULL, NULL);
    if (!schema)
        schema = fuzz_schema("schema/digest.xsd");
    for (int i = 0; i < 2; i++) {
        const DigestOptions options = {.words = words, .parties = i ? parties : NULL};
        DigestMaker *maker = digest_begin(&options, signals);
        digest_add(maker, meeting, profile, "");
        g_autoptr(Digest) digest = digest_end(maker);
        g_autoptr(GError) error = NULL;
        gsize length;
        xmlDoc *doc = digest_to_xml(digest);
        g_autofree char *once = xml_write(doc, &length);
        if (digest->meetings)
            xml_validate(schema, doc, "digest", &error);
        g_assert_no_error(error);
        g_autoptr(Digest) read = digest_from_xml(doc, &error);
        g_assert_no_error(error);
        xml_free(doc);
        doc = digest_to_xml(read);
        g_autofree char *again = xml_write(doc, &length);
        fuzz_compare(once, again);
        xml_free(doc);
    }
}

#endif
