/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fuzz target: bytes as the XML of a meeting, and a digest of it. */
#include "fuzz_digest.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static Signals *signals = NULL;
    xmlSchema *schema = resources_schema(fuzz_resources(), FORMAT_MEETING, NULL);
    if (!signals) {
        g_autofree char *bytes = NULL;
        gsize length;
        g_assert_true(g_file_get_contents("signals/press.xml", &bytes, &length, NULL));
        xmlDoc *press = xml_read(bytes, length, "press", NULL);
        signals = signals_from_xml(press, NULL);
        g_assert_nonnull(signals);
        xml_free(press);
    }
    xmlDoc *doc = xml_read((const char *)data, size, "input", NULL);
    Document document;
    if (doc && xml_validate(schema, doc, "input", NULL) &&
        document_from_xml(&document, FORMAT_MEETING, doc, NULL)) {
        fuzz_digest(document.meeting, signals);
        document_clear(&document);
    }
    xml_free(doc);
    return 0;
}
