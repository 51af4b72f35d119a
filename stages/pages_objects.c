/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The objects of a PDF file, by their numbers, found in its bytes without its table of references, which may
 * be broken. */
#include "pages_objects.h"

#include <string.h>

#include "pages_parts.h"

enum {
    DEPTH = 64,                 /* of nodes above a page, and of references to references */
    NODES_PER_PAGE = 4,         /* of the tree of pages: far more than any writer makes */
    STREAM_MOST = 16 << 20,     /* bytes: a page of minutes has a thousandth of that */
    BYTES_PER_OBJECT = 8,       /* "1 0 obj " at least: what has a higher number than fit is no object */
    OBJECTS_PER_STREAM = 65535, /* that are compressed together */
};

/* Bytes that are looked at in all, at most, beside so many for each of the file: what refers to itself in a
 * clever way is left unread. */
static const gsize WORK_MOST = 64 << 20, WORK_PER_BYTE = 32;

/* Where an object stands: in the file, or among the compressed ones. */
typedef struct {
    gsize at;
    guint holder; /* 0: the file; else of `holders`, plus one */
} Place;

/* A stream that holds objects. */
typedef struct {
    PdfValue value;
    GBytes *bytes; /* NULL: not read yet */
} Holder;

struct PdfObjects {
    GBytes *pdf;
    const char *bytes, *end;
    GArray *places;  /* of Place, by number */
    GArray *holders; /* of Holder */
    gsize work;      /* that is left to be done */
};

static void index_file(PdfObjects *objects);
static void index_holder(PdfObjects *objects, PdfValue value);
static void put(PdfObjects *objects, guint64 number, Place place);
static PdfValue object_numbered(PdfObjects *objects, guint64 number);
static PdfValue resolved(PdfObjects *objects, PdfValue value);
static const char *value_end(const char *at, const char *end);
static void work(PdfObjects *objects, const char *from, const char *to);
static PdfValue root_of(PdfObjects *objects);
static GBytes *stream_bytes(PdfObjects *objects, PdfValue stream, gsize most);
static GBytes *inflated(const char *data, gsize length, gsize most);

static void clear_holder(gpointer holder)
{
    g_clear_pointer(&((Holder *)holder)->bytes, g_bytes_unref);
}

PdfObjects *pdf_objects_new(GBytes *pdf)
{
    /* The objects of a file in the file would be taken for its own. */
    if (pages_count_name(pdf, "/Encrypt") || pages_count_name(pdf, "/EmbeddedFile"))
        return NULL;
    PdfObjects *objects = g_new0(PdfObjects, 1);
    gsize size;
    objects->pdf = g_bytes_ref(pdf);
    objects->bytes = g_bytes_get_data(pdf, &size);
    objects->end = objects->bytes + size;
    objects->work = WORK_MOST + size * WORK_PER_BYTE;
    objects->places = g_array_new(FALSE, TRUE, sizeof(Place));
    objects->holders = g_array_new(FALSE, TRUE, sizeof(Holder));
    g_array_set_clear_func(objects->holders, clear_holder);
    index_file(objects);
    return objects;
}

void pdf_objects_free(PdfObjects *objects)
{
    if (!objects)
        return;
    g_array_unref(objects->places);
    g_array_unref(objects->holders);
    g_bytes_unref(objects->pdf);
    g_free(objects);
}

/* ---- syntax ---- */

static bool is_blank(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r') || c == '\0';
}

static bool is_regular(char c)
{
    switch (c) {
    case '(':
    case ')':
    case '<':
    case '>':
    case '[':
    case ']':
    case '{':
    case '}':
    case '/':
    case '%':
        return false;
    default:
        return !is_blank(c);
    }
}

const char *pdf_blanks(const char *at, const char *end)
{
    while (at < end && (is_blank(*at) || *at == '%'))
        if (*at++ == '%')
            while (at < end && *at != '\n' && *at != '\r')
                at++;
    return at;
}

static const char *string_end(const char *at, const char *end)
{
    for (int depth = 0; at < end; at++) {
        if (*at == '\\')
            at++;
        else if (*at == '(')
            depth++;
        else if (*at == ')' && --depth == 0)
            return at + 1;
    }
    return end;
}

const char *pdf_lexeme(const char *at, const char *end)
{
    if (at >= end)
        return end;
    if (*at == '(')
        return string_end(at, end);
    if ((*at == '<' || *at == '>') && end - at > 1 && at[1] == *at)
        return at + 2;
    if (*at == '<') {
        const char *close = memchr(at, '>', (gsize)(end - at));
        return close ? close + 1 : end;
    }
    const char *p = at + 1;
    if (*at == '/' || is_regular(*at))
        while (p < end && is_regular(*p))
            p++;
    return p;
}

const char *pdf_number(const char *at, const char *end, double *number)
{
    static const double powers[] = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9};
    bool negative = at < end && *at == '-', fraction = false;
    gsize digits = 0, decimals = 0;
    double value = 0;
    if (at < end && (*at == '-' || *at == '+'))
        at++;
    for (; at < end; at++) {
        if (g_ascii_isdigit(*at)) {
            digits++;
            if (decimals + 1 == G_N_ELEMENTS(powers)) /* finer than any page */
                continue;
            value = value * 10 + (*at - '0');
            decimals += fraction;
        } else if (*at == '.' && !fraction) {
            fraction = true;
        } else {
            break;
        }
    }
    *number = (negative ? -value : value) / powers[decimals];
    return digits ? at : NULL;
}

const char *pdf_picture_end(const char *at, const char *end)
{
    for (const char *p = at; p + 3 < end && (p = memchr(p, 'E', (gsize)(end - p - 2))); p++)
        if (p > at && p[1] == 'I' && is_blank(p[-1]) && is_blank(p[2]))
            return p + 2;
    return end;
}

/* The end of a value: of a dictionary or array with all in it. A reference is three values. */
static const char *value_end(const char *at, const char *end)
{
    int depth = 0;
    do {
        at = pdf_blanks(at, end);
        const char *next = pdf_lexeme(at, end);
        if (at < end && (*at == '[' || (*at == '<' && next == at + 2 && at[1] == '<')))
            depth++;
        else if (at < end && (*at == ']' || *at == '>'))
            depth--;
        at = next;
    } while (depth > 0 && at < end);
    return at;
}

/* ---- values ---- */

PdfValue pdf_entry(PdfObjects *objects, PdfValue dictionary, const char *key)
{
    gsize length = strlen(key);
    const char *at = dictionary.at, *end = dictionary.end;
    if (!at || !objects->work || end - at < 2 || at[0] != '<' || at[1] != '<')
        return (PdfValue){0};
    for (at = pdf_blanks(at + 2, end); at < end && *at == '/';) {
        const char *name = at + 1, *value = pdf_blanks(pdf_lexeme(at, end), end);
        if ((gsize)(value - name) >= length && name + length < end && memcmp(name, key, length) == 0 &&
            !is_regular(name[length])) {
            work(objects, dictionary.at, value);
            return resolved(objects, (PdfValue){value, end});
        }
        at = pdf_blanks(value_end(value, end), end);
        while (at < end && *at != '/' && *at != '>') /* the rest of a reference */
            at = pdf_blanks(pdf_lexeme(at, end), end);
    }
    work(objects, dictionary.at, at);
    return (PdfValue){0};
}

bool pdf_next(PdfObjects *objects, PdfValue *array, PdfValue *value)
{
    const char *end = array->end;
    if (!array->at || !objects->work)
        return false;
    const char *at = pdf_blanks(array->at + (*array->at == '['), end);
    if (at >= end || *at == ']')
        return false;
    *value = resolved(objects, (PdfValue){at, end});
    const char *next = value_end(at, end), *second = pdf_blanks(next, end);
    if (g_ascii_isdigit(*at) && second < end && g_ascii_isdigit(*second)) {
        const char *third = pdf_blanks(pdf_lexeme(second, end), end);
        next = third < end && *third == 'R' ? third + 1 : next;
    }
    work(objects, array->at, next);
    array->at = next;
    return true;
}

bool pdf_is_name(PdfValue value, const char *name)
{
    gsize length = strlen(name);
    return value.at && *value.at == '/' && (gsize)(value.end - value.at) > length &&
           memcmp(value.at + 1, name, length) == 0 &&
           (value.at + 1 + length == value.end || !is_regular(value.at[1 + length]));
}

bool pdf_numbers(PdfObjects *objects, PdfValue array, double *numbers, guint n)
{
    PdfValue value;
    for (guint i = 0; i < n; i++)
        if (!pdf_next(objects, &array, &value) || !value.at || !pdf_number(value.at, value.end, &numbers[i]))
            return false;
    return true;
}

bool pdf_is_opaque(PdfObjects *objects, PdfValue dictionary)
{
    PdfValue share = pdf_entry(objects, dictionary, "ca"), soft = pdf_entry(objects, dictionary, "SMask"),
             mode = pdf_entry(objects, dictionary, "BM");
    double opacity = 1;
    if (share.at)
        pdf_number(share.at, share.end, &opacity);
    return dictionary.at && opacity >= 1 && (!soft.at || pdf_is_name(soft, "None")) &&
           (!mode.at || pdf_is_name(mode, "Normal")) && !pdf_entry(objects, dictionary, "Mask").at &&
           !pdf_entry(objects, dictionary, "ImageMask").at;
}

static void work(PdfObjects *objects, const char *from, const char *to)
{
    objects->work -= MIN(objects->work, (gsize)(to - from));
}

static bool integer(PdfValue value, guint64 *number)
{
    double read;
    bool is = value.at && pdf_number(value.at, value.end, &read) && read >= 0 && read < G_MAXUINT32;
    *number = is ? (guint64)read : 0;
    return is;
}

static PdfValue resolved(PdfObjects *objects, PdfValue value)
{
    for (int depth = 0; value.at && depth < DEPTH; depth++) {
        guint64 number;
        if (value.at >= value.end || !g_ascii_isdigit(*value.at) || !integer(value, &number))
            return value;
        const char *second = pdf_blanks(pdf_lexeme(value.at, value.end), value.end);
        if (second >= value.end || !g_ascii_isdigit(*second))
            return value;
        const char *third = pdf_blanks(pdf_lexeme(second, value.end), value.end);
        if (third >= value.end || *third != 'R')
            return value;
        value = object_numbered(objects, number);
    }
    return (PdfValue){0};
}

/* ---- objects ---- */

static void put(PdfObjects *objects, guint64 number, Place place)
{
    if (number > (guint64)(objects->end - objects->bytes) / BYTES_PER_OBJECT + OBJECTS_PER_STREAM)
        return;
    if (number >= objects->places->len)
        g_array_set_size(objects->places, (guint)number + 1);
    g_array_index(objects->places, Place, number) = place;
}

/* The number that stands before `at`, blanks between; what is before it. NULL: there is none. */
static const char *number_before(const char *from, const char *at, guint64 *number)
{
    guint64 unit = 1;
    const char *p = at;
    *number = 0;
    while (p > from && is_blank(p[-1]))
        p--;
    const char *digits = p;
    if (p == at)
        return NULL;
    for (; p > from && g_ascii_isdigit(p[-1]) && digits - p < 10; p--, unit *= 10)
        *number += (guint64)(p[-1] - '0') * unit;
    return p < digits ? p : NULL;
}

/* Of several objects of one number the last holds: so files are changed without being written anew. */
static void index_file(PdfObjects *objects)
{
    const char *bytes = objects->bytes, *end = objects->end;
    bool compressed = pages_count_name(objects->pdf, "/ObjStm") > 0;
    for (const char *p = bytes; p + 3 < end && (p = memchr(p, 'o', (gsize)(end - p))); p++) {
        guint64 number, generation;
        if (end - p < 4 || p[1] != 'b' || p[2] != 'j' || p == bytes || p[-1] == 'd')
            continue;
        const char *before = number_before(bytes, p, &generation);
        if (!before || !number_before(bytes, before, &number))
            continue;
        PdfValue value = {pdf_blanks(p + 3, end), end};
        put(objects, number, (Place){(gsize)(value.at - bytes), 0});
        if (compressed && pdf_is_name(pdf_entry(objects, value, "Type"), "ObjStm"))
            index_holder(objects, value);
    }
}

/* Only as much is read of it as says which objects it holds. */
static void index_holder(PdfObjects *objects, PdfValue value)
{
    guint64 count, first;
    if (!integer(pdf_entry(objects, value, "N"), &count) ||
        !integer(pdf_entry(objects, value, "First"), &first) || count > OBJECTS_PER_STREAM ||
        first > STREAM_MOST)
        return;
    g_autoptr(GBytes) head = stream_bytes(objects, value, first);
    Holder holder = {value, NULL};
    g_array_append_val(objects->holders, holder);
    gsize size = 0;
    const char *at = head ? g_bytes_get_data(head, &size) : NULL, *end = at ? at + size : NULL;
    for (guint64 i = 0; at && i < count; i++) {
        double number, offset;
        at = pdf_number(pdf_blanks(at, end), end, &number);
        at = at ? pdf_number(pdf_blanks(at, end), end, &offset) : NULL;
        if (at && number >= 0 && number < G_MAXUINT32 && offset >= 0 && offset < STREAM_MOST)
            put(objects, (guint64)number, (Place){(gsize)first + (gsize)offset, objects->holders->len});
    }
}

static PdfValue object_numbered(PdfObjects *objects, guint64 number)
{
    if (number >= objects->places->len)
        return (PdfValue){0};
    Place place = g_array_index(objects->places, Place, number);
    const char *bytes = objects->bytes, *end = objects->end;
    if (place.at == 0)
        return (PdfValue){0};
    if (place.holder) {
        Holder *holder = &g_array_index(objects->holders, Holder, place.holder - 1);
        if (!holder->bytes)
            holder->bytes = pdf_stream(objects, holder->value);
        if (!holder->bytes)
            return (PdfValue){0};
        gsize size;
        bytes = g_bytes_get_data(holder->bytes, &size);
        if (place.at >= size)
            return (PdfValue){0};
        end = bytes + size;
    }
    return (PdfValue){pdf_blanks(bytes + place.at, end), end};
}

/* ---- streams ---- */

GBytes *pdf_stream(PdfObjects *objects, PdfValue stream)
{
    return stream_bytes(objects, stream, STREAM_MOST);
}

/* Whether the bytes of the stream are what they say, or deflated and no more. */
static bool is_plain(PdfObjects *objects, PdfValue stream, bool *deflated)
{
    PdfValue filters = pdf_entry(objects, stream, "Filter"), filter = filters, further;
    if (filters.at && filters.at < filters.end && *filters.at == '[') {
        filter = (PdfValue){0};
        if (pdf_next(objects, &filters, &filter) && pdf_next(objects, &filters, &further))
            return false;
    }
    *deflated = filter.at != NULL;
    return !filter.at ||
           (pdf_is_name(filter, "FlateDecode") && !pdf_entry(objects, stream, "DecodeParms").at);
}

static GBytes *stream_bytes(PdfObjects *objects, PdfValue stream, gsize most)
{
    bool deflated;
    guint64 length;
    if (!is_plain(objects, stream, &deflated) || !integer(pdf_entry(objects, stream, "Length"), &length))
        return NULL;
    const char *end = stream.end, *at = pdf_blanks(value_end(stream.at, end), end);
    if (end - at < 8 || memcmp(at, "stream", 6) != 0)
        return NULL;
    at += 6;
    at += *at == '\r';
    at += *at == '\n';
    gsize size = (gsize)MIN(length, (guint64)(end - at));
    GBytes *bytes = deflated ? inflated(at, size, most) : g_bytes_new(at, MIN(size, most));
    gsize made = bytes ? g_bytes_get_size(bytes) : 0;
    objects->work -= MIN(objects->work, made);
    return bytes;
}

/* The first `most` bytes of what was deflated; NULL where that is broken or there is more than a stream may
 * have. */
static GBytes *inflated(const char *data, gsize length, gsize most)
{
    enum { FIRST = 1 << 14 };
    g_autoptr(GConverter) inflater = G_CONVERTER(g_zlib_decompressor_new(G_ZLIB_COMPRESSOR_FORMAT_ZLIB));
    gsize room = MIN(most, MAX(FIRST, 4 * length)), made = 0;
    g_autofree char *bytes = g_malloc(room + 1);
    while (made < most) {
        gsize read, written;
        GConverterResult result = g_converter_convert(inflater, data, length, bytes + made, room - made,
                                                      G_CONVERTER_INPUT_AT_END, &read, &written, NULL);
        if (result == G_CONVERTER_ERROR)
            return NULL;
        data += read;
        length -= read;
        made += written;
        if (result == G_CONVERTER_FINISHED)
            break;
        if (made == room && room < most) {
            room = MIN(most, 2 * room);
            bytes = g_realloc(bytes, room + 1);
        }
    }
    return made == STREAM_MOST ? NULL : g_bytes_new_take(g_steal_pointer(&bytes), made);
}

/* ---- pages ---- */

/* What refers to the catalogue, last in the file: the trailer, or the stream that stands for one. */
static PdfValue root_of(PdfObjects *objects)
{
    static const char key[] = "/Root";
    const gsize length = sizeof key - 1;
    for (const char *p = objects->end - length - 1; p > objects->bytes; p--)
        if (*p == '/' && memcmp(p, key, length) == 0 && !is_regular(p[length]))
            return resolved(objects, (PdfValue){pdf_blanks(p + length, objects->end), objects->end});
    return (PdfValue){0};
}

/* What a node of the tree of pages hands down. */
static PdfPage inherited(PdfObjects *objects, const PdfPage *above, PdfValue node)
{
    PdfPage page = *above;
    PdfValue rotation = pdf_entry(objects, node, "Rotate");
    const struct {
        const char *key;
        PdfValue *value;
    } entries[] = {{"Resources", &page.resources}, {"MediaBox", &page.media}, {"CropBox", &page.crop}};
    double degrees;
    page.dictionary = node;
    for (gsize i = 0; i < G_N_ELEMENTS(entries); i++) {
        PdfValue value = pdf_entry(objects, node, entries[i].key);
        if (value.at)
            *entries[i].value = value;
    }
    if (rotation.at && pdf_number(rotation.at, rotation.end, &degrees) && degrees > -1e6 && degrees < 1e6)
        page.rotation = (((int)degrees % 360) + 360) % 360;
    return page;
}

GArray *pdf_pages(PdfObjects *objects, guint most)
{
    GArray *pages = g_array_new(FALSE, TRUE, sizeof(PdfPage));
    struct {
        PdfPage node;
        PdfValue kids; /* that are left */
    } stack[DEPTH];
    guint depth = 0, nodes = 0;
    if (objects->end - objects->bytes < (gssize)sizeof "/Root")
        return pages;
    PdfValue next = pdf_entry(objects, root_of(objects), "Pages");
    PdfPage above = {.rotation = 0};
    for (;;) {
        PdfPage page = inherited(objects, &above, next);
        PdfValue kids = pdf_entry(objects, next, "Kids");
        if (kids.at && depth < DEPTH) {
            stack[depth].node = page;
            stack[depth++].kids = kids;
        } else if (next.at) {
            g_array_append_val(pages, page);
        }
        while (depth > 0 && !pdf_next(objects, &stack[depth - 1].kids, &next))
            depth--;
        if (depth == 0 || pages->len > most || nodes++ > NODES_PER_PAGE * most)
            return pages;
        above = stack[depth - 1].node;
    }
}

/* ---- fonts ---- */

GHashTable *pdf_broken_fonts(PdfObjects *objects)
{
    static const char *const programs[] = {"FontFile", "FontFile2", "FontFile3"};
    GHashTable *broken = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (guint number = 0; number < objects->places->len; number++) {
        PdfValue descriptor = object_numbered(objects, number);
        PdfValue name = pdf_entry(objects, descriptor, "FontName");
        if (!name.at || name.at >= name.end || *name.at != '/')
            continue;
        const char *end = pdf_lexeme(name.at, name.end);
        const char *from = end - name.at > 8 && name.at[7] == '+' ? name.at + 8 : name.at + 1;
        for (gsize i = 0; i < G_N_ELEMENTS(programs); i++) {
            PdfValue program = pdf_entry(objects, descriptor, programs[i]);
            g_autoptr(GBytes) bytes = program.at ? pdf_stream(objects, program) : NULL;
            if (program.at && !bytes)
                g_hash_table_add(broken, g_strndup(from, (gsize)(end - from)));
        }
    }
    return broken;
}
