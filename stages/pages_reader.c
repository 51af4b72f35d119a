/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A reader of PDFs: what Poppler and the C library take from files for a first document, kept for the next.
 */
#include <fontconfig/fontconfig.h>
#include <poppler.h>
#include <string.h>

#include "pages.h"

struct PagesReader {
    PopplerDocument *document; /* Poppler drops its tables with the last one */
    GIConv utf16;              /* titles are written in it */
};

/* The least that is a document. Poppler finds its objects by itself. */
static const char least[] = "%PDF-1.4\n"
                            "1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj\n"
                            "2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj\n"
                            "3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 1 1] >> endobj\n"
                            "trailer << /Root 1 0 R /Size 4 >>\n"
                            "%%EOF\n";

/* Lets Fontconfig know no font. Pages are drawn for their ruled lines, and what is found must not hang on
 * which fonts a machine has for the letters that a document does not bring along; to look for them costs more
 * than to draw a page. */
static void use_no_fonts(void)
{
    FcConfig *none = FcConfigCreate();
    FcConfigSetCurrent(none);
    FcConfigDestroy(none); /* which Fontconfig keeps */
}

PagesReader *pages_reader_new(void)
{
    use_no_fonts();
    PagesReader *reader = g_new0(PagesReader, 1);
    g_autoptr(GBytes) bytes = g_bytes_new_static(least, strlen(least));
    reader->document = poppler_document_new_from_bytes(bytes, NULL, NULL);
    reader->utf16 = g_iconv_open("UTF-8", "UTF-16BE");
    return reader;
}

void pages_reader_free(PagesReader *reader)
{
    if (!reader)
        return;
    if (reader->document)
        g_object_unref(reader->document);
    if (reader->utf16 != (GIConv)-1) /* NOLINT(performance-no-int-to-ptr): what g_iconv_open() returns */
        g_iconv_close(reader->utf16);
    g_free(reader);
}

const char *pages_reader_version(void)
{
    return poppler_get_version();
}
