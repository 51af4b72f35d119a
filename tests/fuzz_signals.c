/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fuzz target: bytes as the signals of a digest, and a digest of minutes by them. */
#include "fuzz_digest.h"

#define MINUTES "samples/aspvik-fullmaktige/minutes.xml"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static xmlSchema *schema = NULL;
    static Document minutes;
    if (!schema) {
        fuzz_resources();
        fuzz_from_file(&minutes, FORMAT_MEETING, MINUTES);
        schema = fuzz_schema("schema/signals.xsd");
    }
    xmlDoc *doc = xml_read((const char *)data, size, "input", NULL);
    if (doc && xml_validate(schema, doc, "input", NULL)) {
        Signals *signals = signals_from_xml(doc, NULL);
        if (signals)
            fuzz_digest(minutes.meeting, signals);
        signals_free(signals);
    }
    xml_free(doc);
    return 0;
}
