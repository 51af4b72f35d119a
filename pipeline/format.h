/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The formats of the chain, in its order, and the formats people and programs read. */
#ifndef FORMAT_H
#define FORMAT_H

#include <stdbool.h>

typedef enum {
    FORMAT_PDF,
    FORMAT_PAGES,
    FORMAT_LINES,
    FORMAT_BLOCKS,
    FORMAT_MEETING,
    FORMAT_SUMMARY,
    FORMAT_CHECK,    /* beside the summary: made from a meeting, too */
    FORMAT_PERSONAL, /* … */
    FORMAT__MAX
} Format;

/* "pages", …: the name of the command that makes the format and of its schema. */
const char *format_name(Format format);

typedef enum { OUTPUT_XML, OUTPUT_HTML, OUTPUT_MARKDOWN, OUTPUT_TEXT, OUTPUT_JSON, OUTPUT__MAX } Output;

/* The format that `format` is made from. */
Format format_before(Format format);

/* "xml", "html", "md", "txt", "json": the argument of --to, the end of a file's name, the stylesheet. */
const char *output_name(Output output);
/* Whether documents of `format` are written as `output`. */
bool format_has_output(Format format, Output output);
/* The output called `name`, or OUTPUT__MAX. */
Output output_named(const char *name);

#endif
