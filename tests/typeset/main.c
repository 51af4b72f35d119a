/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program typeset: typeset SOURCE.xml FILE.pdf */
#include <libxml/parser.h>
#include <stdio.h>

#include "typeset.h"

int main(int argc, char **argv)
{
    if (argc != 3) {
        fputs("usage: typeset SOURCE.xml FILE.pdf\n", stderr);
        return 2;
    }
    xmlDoc *source = xmlReadFile(argv[1], NULL, XML_PARSE_NONET | XML_PARSE_NOENT);
    if (!source)
        return 1;
    g_autoptr(GError) error = NULL;
    g_autoptr(GBytes) pdf = typeset_pdf(source, &error);
    xmlFreeDoc(source);
    gsize length = 0;
    const char *bytes = pdf ? g_bytes_get_data(pdf, &length) : NULL;
    if (!pdf || !g_file_set_contents(argv[2], bytes, (gssize)length, &error)) {
        fprintf(stderr, "typeset: %s: %s\n", argv[1], error->message);
        return 1;
    }
    return 0;
}
