/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pathnames as text: file names are bytes, what XML and people read is UTF-8 on one line. */
#include "pathname.h"

#include <glib.h>
#include <string.h>

static gboolean stands_for_itself(gunichar c);
static char *relative(const char *path);

char *pathname_text(const char *path)
{
    GString *text = g_string_new(NULL);
    for (const char *p = path; *p;) {
        gunichar c = g_utf8_get_char_validated(p, -1);
        gboolean valid = c != (gunichar)-1 && c != (gunichar)-2;
        gsize length = valid ? (gsize)(g_utf8_next_char(p) - p) : 1;
        gboolean blank_lost = *p == ' ' && (p == path || !p[1] || p[-1] == ' ');
        if (valid && stands_for_itself(c) && !blank_lost)
            g_string_append_len(text, p, (gssize)length);
        else
            for (gsize i = 0; i < length; i++)
                g_string_append_printf(text, "%%%02X", (guchar)p[i]);
        p += length;
    }
    return g_string_free(text, FALSE);
}

char *pathname_below(const char *path)
{
    char *inside = g_path_is_absolute(path) ? NULL : relative(path);
    if (inside)
        return inside;
    g_autofree char *absolute = g_canonicalize_filename(path, NULL);
    return relative(absolute);
}

char *pathname_stem(const char *path)
{
    gsize length = strlen(path);
    gboolean pdf = length > 4 && g_ascii_strcasecmp(path + length - 4, ".pdf") == 0;
    return g_strndup(path, pdf ? length - 4 : length);
}

static gboolean stands_for_itself(gunichar c)
{
    switch (g_unichar_type(c)) {
    case G_UNICODE_LINE_SEPARATOR:
    case G_UNICODE_PARAGRAPH_SEPARATOR:
    case G_UNICODE_PRIVATE_USE:
        return FALSE;
    default:
        return c != '%' && g_unichar_isprint(c);
    }
}

/* NULL for a path that leads out of where it starts. */
static char *relative(const char *path)
{
    g_auto(GStrv) parts = g_strsplit(path, "/", -1);
    g_autoptr(GPtrArray) kept = g_ptr_array_new();
    for (char **part = parts; *part; part++) {
        if (!**part || strcmp(*part, ".") == 0)
            continue;
        if (strcmp(*part, "..") != 0)
            g_ptr_array_add(kept, *part);
        else if (kept->len > 0)
            g_ptr_array_set_size(kept, (gint)kept->len - 1);
        else
            return NULL;
    }
    g_ptr_array_add(kept, NULL);
    return g_strjoinv("/", (char **)kept->pdata);
}
