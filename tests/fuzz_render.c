/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fuzz target: bytes as the XML of a meeting, a summary or a check, and every output of it. */
#include "fuzz_output.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const Format formats[] = {FORMAT_MEETING, FORMAT_SUMMARY, FORMAT_CHECK};
    Resources *resources = fuzz_resources();
    xmlDoc *doc = xml_read((const char *)data, size, "input", NULL);
    for (gsize i = 0; doc && i < G_N_ELEMENTS(formats); i++) {
        xmlSchema *schema = resources_schema(resources, formats[i], NULL);
        if (!xml_validate(schema, doc, "input", NULL))
            continue;
        fuzz_render(formats[i], doc);
        Document document;
        if (document_from_xml(&document, formats[i], doc, NULL)) {
            Document again;
            fuzz_read_back(&document, &again);
            document_clear(&again);
            document_clear(&document);
        }
    }
    xml_free(doc);
    return 0;
}
