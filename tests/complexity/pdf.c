/* SPDX-License-Identifier: GPL-3.0-or-later */
/* PDF files that ask for far too much. */
#include <gio/gio.h>
#include <string.h>

#include "attacks.h"

typedef struct {
    GString *s;
    GArray *offsets; /* of gsize, by object from 1 */
} Pdf;

static Pdf begin(void)
{
    return (Pdf){g_string_new("%PDF-1.5\n"), g_array_new(FALSE, TRUE, sizeof(gsize))};
}

static void object(Pdf *pdf, guint number, const char *format, ...) G_GNUC_PRINTF(3, 4);
static void object(Pdf *pdf, guint number, const char *format, ...)
{
    if (pdf->offsets->len <= number)
        g_array_set_size(pdf->offsets, number + 1);
    g_array_index(pdf->offsets, gsize, number) = pdf->s->len;
    va_list arguments;
    va_start(arguments, format);
    g_string_append_printf(pdf->s, "%u 0 obj\n", number);
    g_string_append_vprintf(pdf->s, format, arguments);
    g_string_append(pdf->s, "\nendobj\n");
    va_end(arguments);
}

static void stream(Pdf *pdf, guint number, const char *entries, const char *bytes, gsize length)
{
    object(pdf, number, "<< %s /Length %" G_GSIZE_FORMAT " >>\nstream\n", entries, length);
    g_string_truncate(pdf->s, pdf->s->len - strlen("\nendobj\n"));
    g_string_append_len(pdf->s, bytes, (gssize)length);
    g_string_append(pdf->s, "\nendstream\nendobj\n");
}

/* The catalogue is object 1. */
static GString *end(Pdf *pdf)
{
    gsize start = pdf->s->len;
    g_string_append_printf(pdf->s, "xref\n0 %u\n0000000000 65535 f \n", pdf->offsets->len);
    for (guint i = 1; i < pdf->offsets->len; i++)
        g_string_append_printf(pdf->s, "%010" G_GSIZE_FORMAT " 00000 n \n",
                               g_array_index(pdf->offsets, gsize, i));
    g_string_append_printf(pdf->s,
                           "trailer << /Root 1 0 R /Size %u >>\nstartxref\n%" G_GSIZE_FORMAT "\n%%%%EOF\n",
                           pdf->offsets->len, start);
    g_array_unref(pdf->offsets);
    return pdf->s;
}

#define FONT "/Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>"

/* A file of one page; object 4 is its content. */
static Pdf one_page(const char *box, const char *resources)
{
    Pdf pdf = begin();
    object(&pdf, 1, "<< /Type /Catalog /Pages 2 0 R >>");
    object(&pdf, 2, "<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
    object(&pdf, 3,
           "<< /Type /Page /Parent 2 0 R /MediaBox [%s] /Contents 4 0 R /Resources << " FONT " %s >> >>", box,
           resources);
    return pdf;
}

#define A4   "0 0 595 842"
#define TEXT "BT /F 11 Tf 70 700 Td (Protokoll) Tj ET\n"

static GString *deflated(char byte, gsize count)
{
    g_autoptr(GZlibCompressor) zlib = g_zlib_compressor_new(G_ZLIB_COMPRESSOR_FORMAT_ZLIB, 9);
    GString *out = g_string_new(NULL);
    g_autofree char *in = g_strnfill(1 << 20, byte);
    static char chunk[1 << 16];
    static const char text[] = TEXT;
    for (gsize i = 0; i < strlen(text); i++)
        in[i] = text[i];
    for (gsize left = count; left > 0;) {
        gsize part = MIN(left, 1 << 20), done = 0;
        while (done < part) {
            gsize read = 0, written = 0;
            g_converter_convert(G_CONVERTER(zlib), in + done, part - done, chunk, sizeof chunk,
                                G_CONVERTER_NO_FLAGS, &read, &written, NULL);
            g_string_append_len(out, chunk, (gssize)written);
            done += read;
        }
        left -= part;
        memset(in, byte, strlen(text));
    }
    GConverterResult result = G_CONVERTER_CONVERTED;
    while (result != G_CONVERTER_FINISHED) {
        gsize read = 0, written = 0;
        result = g_converter_convert(G_CONVERTER(zlib), "", 0, chunk, sizeof chunk, G_CONVERTER_INPUT_AT_END,
                                     &read, &written, NULL);
        g_string_append_len(out, chunk, (gssize)written);
    }
    return out;
}

/* A content that is small in the file and `count` MiB of blanks out of it. */
static GString *flate_bomb(guint count)
{
    Pdf pdf = one_page(A4, "");
    GString *bytes = deflated(' ', (gsize)count << 20);
    stream(&pdf, 4, "/Filter /FlateDecode", bytes->str, bytes->len);
    g_string_free(bytes, TRUE);
    return end(&pdf);
}

/* The same packed twice. */
static GString *flate_bomb_in_bomb(guint count)
{
    Pdf pdf = one_page(A4, "");
    GString *inner = deflated(' ', (gsize)count << 20);
    g_autoptr(GZlibCompressor) zlib = g_zlib_compressor_new(G_ZLIB_COMPRESSOR_FORMAT_ZLIB, 9);
    g_autoptr(GBytes) bytes = g_string_free_to_bytes(inner);
    g_autoptr(GInputStream) memory = g_memory_input_stream_new_from_bytes(bytes);
    g_autoptr(GInputStream) packed = g_converter_input_stream_new(memory, G_CONVERTER(zlib));
    GString *outer = g_string_new(NULL);
    char chunk[4096];
    for (gssize n; (n = g_input_stream_read(packed, chunk, sizeof chunk, NULL, NULL)) > 0;)
        g_string_append_len(outer, chunk, n);
    stream(&pdf, 4, "/Filter [/FlateDecode /FlateDecode]", outer->str, outer->len);
    g_string_free(outer, TRUE);
    return end(&pdf);
}

/* A few objects that say `count` pages: each node of the tree has ten kids, all the same. */
static GString *small_tree(guint count)
{
    Pdf pdf = begin();
    guint number = 2, below = count / 10;
    object(&pdf, 1, "<< /Type /Catalog /Pages 2 0 R >>");
    for (; below > 0; below /= 10, number++) {
        GString *kids = g_string_new(NULL);
        for (guint i = 0; i < 10; i++)
            g_string_append_printf(kids, "%u 0 R ", number + 1);
        object(&pdf, number, "<< /Type /Pages /Kids [%s] /Count %u >>", kids->str, below * 10);
        g_string_free(kids, TRUE);
    }
    object(&pdf, number, "<< /Type /Page /MediaBox [" A4 "] /Contents %u 0 R /Resources << " FONT " >> >>",
           number + 1);
    stream(&pdf, number + 1, "", TEXT, strlen(TEXT));
    return end(&pdf);
}

/* One page under `count` nodes, each the only kid of the one above. */
static GString *deep_tree(guint count)
{
    Pdf pdf = begin();
    object(&pdf, 1, "<< /Type /Catalog /Pages 2 0 R >>");
    for (guint i = 0; i < count; i++)
        object(&pdf, 2 + i, "<< /Type /Pages /Kids [%u 0 R] /Count 1 >>", 3 + i);
    object(&pdf, 2 + count, "<< /Type /Page /MediaBox [" A4 "] /Contents %u 0 R /Resources << " FONT " >> >>",
           count + 3);
    stream(&pdf, count + 3, "", TEXT, strlen(TEXT));
    return end(&pdf);
}

static GString *circular_tree(guint count)
{
    Pdf pdf = begin();
    object(&pdf, 1, "<< /Type /Catalog /Pages 2 0 R >>");
    object(&pdf, 2, "<< /Type /Pages /Kids [2 0 R 3 0 R 2 0 R] /Count %u >>", count);
    object(&pdf, 3, "<< /Type /Pages /Kids [2 0 R] /Parent 3 0 R /Count %u >>", count);
    return end(&pdf);
}

static GString *nested_arrays(guint count)
{
    Pdf pdf = one_page(A4, "");
    GString *s = g_string_new(NULL);
    for (guint i = 0; i < count; i++)
        g_string_append_c(s, '[');
    g_string_append(s, TEXT);
    stream(&pdf, 4, "", s->str, s->len);
    g_string_free(s, TRUE);
    return end(&pdf);
}

static GString *huge_page(guint count)
{
    g_autofree char *box = g_strdup_printf("-%u -%u %u %u", count, count, count, count);
    Pdf pdf = one_page(box, "");
    stream(&pdf, 4, "", TEXT, strlen(TEXT));
    return end(&pdf);
}

/* Forms that draw forms, each the next ten times: ten to the power of `count`. */
static GString *forms_of_forms(guint count)
{
    Pdf pdf = one_page(A4, "/XObject << /X 5 0 R >>");
    stream(&pdf, 4, "", TEXT "/X Do", strlen(TEXT "/X Do"));
    for (guint i = 0; i < count; i++) {
        g_autofree char *entries = g_strdup_printf(
            "/Type /XObject /Subtype /Form /BBox [" A4 "] /Resources << /XObject << /X %u 0 R >> >>", 6 + i);
        const char *draws = "/X Do /X Do /X Do /X Do /X Do /X Do /X Do /X Do /X Do /X Do";
        stream(&pdf, 5 + i, entries, draws, strlen(draws));
    }
    stream(&pdf, 5 + count, "/Type /XObject /Subtype /Form /BBox [" A4 "] /Resources << " FONT " >>", TEXT,
           strlen(TEXT));
    return end(&pdf);
}

static GString *form_in_itself(guint count)
{
    (void)count;
    Pdf pdf = one_page(A4, "/XObject << /X 5 0 R >>");
    stream(&pdf, 4, "", TEXT "/X Do", strlen(TEXT "/X Do"));
    stream(&pdf, 5, "/Type /XObject /Subtype /Form /BBox [" A4 "] /Resources << /XObject << /X 5 0 R >> >>",
           "/X Do /X Do", strlen("/X Do /X Do"));
    return end(&pdf);
}

/* Fonts whose parts are themselves. */
static GString *fonts_in_themselves(guint count)
{
    (void)count;
    Pdf pdf = one_page(A4, "/Font << /A 5 0 R /B 6 0 R >>");
    const char *text = "BT /A 11 Tf 70 600 Td (aaa) Tj /B 11 Tf (aaa) Tj ET\n";
    stream(&pdf, 4, "", text, strlen(text));
    object(&pdf, 5,
           "<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding 5 0 R /DescendantFonts [5 0 R] /ToUnicode "
           "5 0 R >>");
    object(&pdf, 6,
           "<< /Type /Font /Subtype /Type3 /FontBBox [0 0 9 9] /FontMatrix [1 0 0 1 0 0] /FirstChar 97 "
           "/LastChar 97 "
           "/Widths [9] /Encoding << /Differences [97 /a] >> /CharProcs << /a 7 0 R >> /Resources << /Font "
           "<< /B 6 0 R "
           ">> >> >>");
    const char *glyph = "9 0 d0 BT /B 1 Tf (aa) Tj ET";
    stream(&pdf, 7, "", glyph, strlen(glyph));
    return end(&pdf);
}

/* An object stream that says it holds `count` objects, and extends itself. */
static GString *object_streams(guint count)
{
    Pdf pdf = one_page(A4, "");
    object(&pdf, 4, "5 0 R");
    GString *s = g_string_new(NULL);
    for (guint i = 0; i < MIN(count, 100000); i++)
        g_string_append_printf(s, "%u %u ", 6 + i, i * 4);
    g_autofree char *entries =
        g_strdup_printf("/Type /ObjStm /N %u /First %" G_GSIZE_FORMAT " /Extends 5 0 R", count, s->len);
    stream(&pdf, 5, entries, s->str, s->len);
    g_string_free(s, TRUE);
    return end(&pdf);
}

static GString *long_line(guint count)
{
    Pdf pdf = one_page(A4, "");
    GString *s = g_string_new("BT /F 11 Tf 70 700 Td (");
    for (guint i = 0; s->len < count; i++)
        g_string_append_printf(s, "ord%u ", i % 5000);
    g_string_append(s, ") Tj ET");
    stream(&pdf, 4, "", s->str, s->len);
    g_string_free(s, TRUE);
    return end(&pdf);
}

static GString *runs(guint count)
{
    Pdf pdf = one_page(A4, "");
    GString *s = g_string_new("BT /F 1 Tf\n");
    for (guint i = 0; i < count; i++)
        g_string_append_printf(s, "1 0 0 1 %u %u Tm (a) Tj\n", i % 400 * 3 / 2, i / 400 % 800);
    g_string_append(s, "ET");
    stream(&pdf, 4, "", s->str, s->len);
    g_string_free(s, TRUE);
    return end(&pdf);
}

static GString *ruled(guint count)
{
    Pdf pdf = one_page(A4, "");
    GString *s = g_string_new("BT /F 11 Tf 12 TL 70 700 Td\n");
    for (guint i = 0; i < 40; i++) /* in columns, so that the rules are looked for */
        g_string_append(s, "(12) Tj 100 0 Td (12) Tj 100 0 Td (12) Tj 100 0 Td (12) Tj -300 -14 Td\n");
    g_string_append(s, "ET\n");
    for (guint i = 0; i < count; i++)
        g_string_append_printf(s, "%u %u m %u %u l S\n", 60 + i % 400, 100 + i % 577,
                               i % 2 ? 60 + i % 400 : 500, i % 2 ? 700 : 100 + i % 577);
    stream(&pdf, 4, "", s->str, s->len);
    g_string_free(s, TRUE);
    return end(&pdf);
}

/* Boxes over text, each over all that stands in its line before. */
static GString *covers(guint count)
{
    Pdf pdf = one_page(A4, "");
    GString *s = g_string_new("0 0 1 rg\n");
    for (guint i = 0; i < count; i++)
        g_string_append_printf(s, "BT /F 9 Tf %u %u Td (Protokoll) Tj ET %u %u 9 9 re f\n", i % 500,
                               i / 500 % 800, i % 500, i / 500 % 800);
    stream(&pdf, 4, "", s->str, s->len);
    g_string_free(s, TRUE);
    return end(&pdf);
}

static GString *annotations(guint count)
{
    Pdf pdf = begin();
    GString *list = g_string_new(NULL);
    for (guint i = 0; i < count; i++)
        g_string_append(list, "5 0 R ");
    object(&pdf, 1, "<< /Type /Catalog /Pages 2 0 R >>");
    object(&pdf, 2, "<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
    object(&pdf, 3,
           "<< /Type /Page /Parent 2 0 R /MediaBox [" A4 "] /Contents 4 0 R /Resources << " FONT
           " >> /Annots [%s] >>",
           list->str);
    stream(&pdf, 4, "", TEXT, strlen(TEXT));
    object(&pdf, 5,
           "<< /Type /Annot /Subtype /Link /Rect [70 690 200 720] /A << /S /URI /URI (https://a.example/) >> "
           ">>");
    g_string_free(list, TRUE);
    return end(&pdf);
}

/* Fields of a form that are each other's kids. */
static GString *fields(guint count)
{
    Pdf pdf = begin();
    object(&pdf, 1, "<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [5 0 R 6 0 R] >> >>");
    object(&pdf, 2, "<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
    object(&pdf, 3,
           "<< /Type /Page /Parent 2 0 R /MediaBox [" A4 "] /Contents 4 0 R /Resources << " FONT " >> >>");
    stream(&pdf, 4, "", TEXT, strlen(TEXT));
    GString *kids = g_string_new(NULL);
    for (guint i = 0; i < count; i++)
        g_string_append(kids, "5 0 R 6 0 R ");
    object(&pdf, 5, "<< /T (a) /Kids [%s] >>", kids->str);
    object(&pdf, 6, "<< /T (b) /Parent 5 0 R /Kids [%s] >>", kids->str);
    g_string_free(kids, TRUE);
    return end(&pdf);
}

const PdfAttack pdf_attacks[] = {
    {"flate-bomb", flate_bomb, 50, 1024},
    {"flate-bomb-in-bomb", flate_bomb_in_bomb, 50, 4096},
    {"small-tree", small_tree, 1000, 100000},
    {"deep-tree", deep_tree, 2000, 100000},
    {"circular-tree", circular_tree, 100, 1000000000},
    {"nested-arrays", nested_arrays, 10000, 5000000},
    {"huge-page", huge_page, 100000, 2000000000},
    {"forms-of-forms", forms_of_forms, 3, 9},
    {"form-in-itself", form_in_itself, 1, 1},
    {"fonts-in-themselves", fonts_in_themselves, 1, 1},
    {"object-streams", object_streams, 1000, 2000000000},
    {"long-line", long_line, 100000, 10000000},
    {"runs", runs, 10000, 1000000},
    {"ruled", ruled, 10000, 1000000},
    {"covers", covers, 3000, 300000},
    {"annotations", annotations, 1000, 1000000},
    {"fields", fields, 2, 20},
    {NULL, NULL, 0, 0},
};
