/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fuzz target: bytes as a PDF, and every stage after it. */
#include "fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    g_autoptr(GBytes) pdf = g_bytes_new(data, size);
    Document document;
    fuzz_resources();
    if (document_from_pdf(&document, pdf, "input.pdf", NULL, G_MAXUINT, NULL)) {
        fuzz_advance(&document);
        document_clear(&document);
    }
    return 0;
}
