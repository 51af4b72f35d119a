/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fuzz target: bytes as the XML of pages, and every stage after it. */
#include "fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    return fuzz_format(FORMAT_PAGES, data, size);
}
