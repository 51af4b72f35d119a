/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fuzz target: bytes as a profile, and minutes that are read with it. */
#include "fuzz.h"

#define MINUTES "tests/fuzz/seeds/lines/party-beyond-the-list.xml"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static xmlSchema *schema = NULL;
    const Profile *general = resources_profile(fuzz_resources(), NULL, NULL);
    if (!schema)
        schema = xml_schema("schema/profile.xsd", NULL);
    xmlDoc *doc = xml_read((const char *)data, size, "input", NULL);
    if (doc && xml_validate(schema, doc, "input", NULL)) {
        g_free(profile_base(doc));
        Profile *profile = profile_from_xml(doc, general, NULL);
        if (profile) {
            profile_recognises(profile, "Ekeby kommun Protokoll");
            Document document;
            fuzz_from_file(&document, FORMAT_LINES, MINUTES);
            fuzz_advance_with(&document, profile);
            document_clear(&document);
            profile_free(profile);
        }
    }
    xml_free(doc);
    return 0;
}
