/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fuzz target: bytes as a PDF, and every stage after it. */
#include "fuzz.h"

/* As the program does first: Fontconfig is to know no font, rather than read what the machine says of its
 * own. */
static void begin(void)
{
    static PagesReader *reader;
    if (!reader)
        reader = pages_reader_new();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    g_autoptr(GBytes) pdf = g_bytes_new(data, size);
    Document document;
    begin();
    fuzz_resources();
    if (document_from_pdf(&document, pdf, "input.pdf", NULL, G_MAXUINT, NULL)) {
        fuzz_advance(&document);
        document_clear(&document);
    }
    return 0;
}
