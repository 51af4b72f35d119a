/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fuzz target: bytes as the report of a run, merged with itself and shown. */
#include "fuzz.h"
#include "run.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static xmlSchema *schema = NULL;
    xml_begin();
    if (!schema)
        schema = xml_schema("schema/run.xsd", NULL);
    xmlDoc *doc = xml_read((const char *)data, size, "input", NULL);
    if (doc && xml_validate(schema, doc, "input", NULL)) {
        g_autoptr(BatchRun) run = run_from_xml(doc, NULL);
        if (run) {
            g_autoptr(GPtrArray) runs = g_ptr_array_new();
            g_ptr_array_add(runs, run);
            g_ptr_array_add(runs, run);
            g_autoptr(BatchRun) merged = run_from_shards(runs);
            run_sum(merged);
            xmlDoc *written = run_to_xml(merged);
            g_autoptr(GError) error = NULL;
            xml_validate(schema, written, "written", &error);
            g_assert_no_error(error);
            xml_free(written);
        }
    }
    xml_free(doc);
    return 0;
}
