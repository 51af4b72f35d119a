/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The formats of the chain, in its order, and the formats people and programs read. */
#include "format.h"

#include <string.h>

static const char *const format_names[FORMAT__MAX] = {
    [FORMAT_PDF] = "pdf",       [FORMAT_PAGES] = "pages",       [FORMAT_LINES] = "lines",
    [FORMAT_BLOCKS] = "blocks", [FORMAT_MEETING] = "meeting",   [FORMAT_SUMMARY] = "summary",
    [FORMAT_CHECK] = "check",   [FORMAT_PERSONAL] = "personal",
};

static const char *const output_names[OUTPUT__MAX] = {
    [OUTPUT_XML] = "xml",  [OUTPUT_HTML] = "html", [OUTPUT_MARKDOWN] = "md",
    [OUTPUT_TEXT] = "txt", [OUTPUT_JSON] = "json",
};

const char *format_name(Format format)
{
    return format_names[format];
}

Format format_before(Format format)
{
    return format > FORMAT_MEETING ? FORMAT_MEETING : format - 1;
}

const char *output_name(Output output)
{
    return output_names[output];
}

bool format_has_output(Format format, Output output)
{
    return !(format == FORMAT_SUMMARY && output == OUTPUT_JSON) &&
           !(format >= FORMAT_CHECK && output == OUTPUT_MARKDOWN);
}

Output output_named(const char *name)
{
    int output = 0;
    while (output < OUTPUT__MAX && strcmp(output_names[output], name) != 0)
        output++;
    return (Output)output;
}
