/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fuzz target: bytes as corrections, and the meeting they are applied to. */
#include "fuzz.h"
#include "meeting_corrections.h"

#define MEETING "tests/fuzz/seeds/meeting/party-beyond-the-list.xml"

/* A correction may say what the schema refuses, such as a day that does not exist: then there is no output.
 */
static bool is_valid(const Document *document)
{
    xmlDoc *doc = document_to_xml(document);
    bool valid =
        xml_validate(resources_schema(fuzz_resources(), document->format, NULL), doc, "written", NULL);
    xml_free(doc);
    return valid;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    xmlSchema *schema = resources_corrections_schema(fuzz_resources(), NULL);
    xmlDoc *doc = xml_read((const char *)data, size, "input", NULL);
    Corrections *corrections =
        doc && xml_validate(schema, doc, "input", NULL) ? corrections_from_xml(doc, NULL) : NULL;
    if (corrections) {
        Document document;
        fuzz_from_file(&document, FORMAT_MEETING, MEETING);
        corrections_apply(corrections, document.meeting);
        if (is_valid(&document))
            fuzz_advance(&document);
        document_clear(&document);
        corrections_free(corrections);
    }
    xml_free(doc);
    return 0;
}
