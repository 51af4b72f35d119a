/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs a fuzz target on files instead of the fuzzer's bytes, so that seeds and finds are ordinary tests. */
#include <stdio.h>

#include "fuzz.h"

int main(int argc, char **argv)
{
    for (int i = 1; i < argc; i++) {
        g_autofree char *bytes = NULL;
        gsize length;
        if (!g_file_get_contents(argv[i], &bytes, &length, NULL)) {
            printf("FAILED %s: cannot be read\n", argv[i]);
            return 1;
        }
        fflush(stdout);
        LLVMFuzzerTestOneInput((const uint8_t *)bytes, length);
        printf("ok %s\n", argv[i]);
    }
    return 0;
}
