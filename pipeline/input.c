/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Input: the bytes of a file or of standard input, and what to call it. */
#include "input.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

#include "base/text.h"

G_DEFINE_QUARK(sammandrag_input, input_domain)

static GBytes *read_stream(FILE *in, GError **error);

GBytes *input_read(const char *path, FILE *in, GError **error)
{
    static const struct {
        GFileError code;
        InputErrorCode meaning;
        const char *words;
    } faults[] = {
        {G_FILE_ERROR_NOENT, INPUT_ERROR_MISSING, "no such file"},
        {G_FILE_ERROR_NOTDIR, INPUT_ERROR_MISSING, "no such file"},
        {G_FILE_ERROR_ISDIR, INPUT_ERROR_FOLDER, "is a folder: name the files in it"},
        {G_FILE_ERROR_ACCES, INPUT_ERROR_UNREADABLE, "no permission to read it"},
        {G_FILE_ERROR_PERM, INPUT_ERROR_UNREADABLE, "no permission to read it"},
        {G_FILE_ERROR_NOMEM, INPUT_ERROR_UNREADABLE, "too large to read into memory"},
    };
    if (strcmp(path, "-") == 0)
        return read_stream(in, error);

    char *bytes = NULL;
    gsize length = 0;
    g_autoptr(GError) fault = NULL;
    if (g_file_get_contents(path, &bytes, &length, &fault))
        return g_bytes_new_take(bytes, length);
    for (gsize i = 0; i < G_N_ELEMENTS(faults); i++)
        if (g_error_matches(fault, G_FILE_ERROR, (int)faults[i].code)) {
            g_set_error_literal(error, INPUT_DOMAIN, (int)faults[i].meaning, faults[i].words);
            return NULL;
        }
    g_set_error_literal(error, INPUT_DOMAIN, INPUT_ERROR_UNREADABLE, "cannot be read");
    return NULL;
}

void input_clear(Input *input)
{
    g_free(input->label);
    g_free(input->name);
    g_free(input->corrections_label);
    g_free(input->decisions_label);
    g_bytes_unref(input->bytes);
    g_bytes_unref(input->corrections);
    g_bytes_unref(input->decisions);
    *input = (Input){0};
}

gboolean input_is_xml(const Input *input)
{
    gsize length = 0, i = 0;
    const char *data = g_bytes_get_data(input->bytes, &length);
    if (length >= 3 && memcmp(data, "\xEF\xBB\xBF", 3) == 0)
        i = 3;
    while (i < length && g_ascii_isspace(data[i]))
        i++;
    return i < length && data[i] == '<';
}

gboolean input_is_large(const char *path)
{
    enum { LARGE = 1 << 20 }; /* some hundred pages */
    GStatBuf status;
    return g_stat(path, &status) == 0 && status.st_size > LARGE;
}

char *input_name(const char *path)
{
    if (strcmp(path, "-") == 0)
        return g_strdup("stdin.pdf");
    g_autofree char *name = g_path_get_basename(path);
    return text_printable(name);
}

char *input_label(const char *path)
{
    return strcmp(path, "-") == 0 ? g_strdup("stdin") : text_printable(path);
}

static GBytes *read_stream(FILE *in, GError **error)
{
    enum { CHUNK = 1 << 16 };
    GByteArray *bytes = g_byte_array_new();
    guint got = CHUNK;
    while (got == CHUNK) {
        guint length = bytes->len;
        g_byte_array_set_size(bytes, length + CHUNK);
        got = (guint)fread(bytes->data + length, 1, CHUNK, in);
        g_byte_array_set_size(bytes, length + got);
    }
    if (ferror(in)) {
        g_set_error(error, INPUT_DOMAIN, INPUT_ERROR_UNREADABLE, "cannot be read: %s", g_strerror(errno));
        g_byte_array_unref(bytes);
        return NULL;
    }
    return g_byte_array_free_to_bytes(bytes);
}
