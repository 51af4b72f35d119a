/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The record of a site: which files the program made of what, so that a run makes and removes no others. */
#include "website_parts.h"

#include <glib/gstdio.h>
#include <string.h>

#include "output.h"

#define NAME  ".sammandrag/site"
#define FIRST "sammandrag site 1 "

static gboolean is_ours(const char *path);
static gint by_bytes(gconstpointer a, gconstpointer b);

/* The first line has the digest of all; each of the others a digest, two blanks and a path, as sha256sum
 * writes them. What is not so is of no other line's concern. */
WebsiteRecord *website_record_read(const Website *website)
{
    WebsiteRecord *record = g_new0(WebsiteRecord, 1);
    record->files = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    g_autofree char *path = g_build_filename(batch_store_out(website->store), NAME, NULL), *text = NULL;
    if (!g_file_get_contents(path, &text, NULL, NULL) || !g_str_has_prefix(text, FIRST)) {
        record->made_of = g_strdup("");
        return record;
    }
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    record->made_of = g_strdup(lines[0] + strlen(FIRST));
    for (char **line = lines + 1; *line; line++) {
        char *blanks = strstr(*line, "  ");
        if (!blanks || !is_ours(blanks + 2))
            continue;
        g_hash_table_replace(record->files, g_strdup(blanks + 2), g_strndup(*line, (gsize)(blanks - *line)));
    }
    return record;
}

gboolean website_record_write(const Website *website, const WebsiteRecord *record, GError **error)
{
    g_autoptr(GPtrArray) paths = g_ptr_array_new();
    GHashTableIter iter;
    gpointer path;
    g_hash_table_iter_init(&iter, record->files);
    while (g_hash_table_iter_next(&iter, &path, NULL))
        g_ptr_array_add(paths, path);
    g_ptr_array_sort(paths, by_bytes);
    GString *text = g_string_new(FIRST);
    g_string_append_printf(text, "%s\n", record->made_of);
    for (guint i = 0; i < paths->len; i++) {
        path = g_ptr_array_index(paths, i);
        g_string_append_printf(text, "%s  %s\n", (char *)g_hash_table_lookup(record->files, path),
                               (char *)path);
    }
    g_autoptr(GBytes) bytes = g_string_free_to_bytes(text);
    g_autofree char *itself = g_build_filename(batch_store_out(website->store), NAME, NULL);
    g_autofree char *folder = g_path_get_dirname(itself), *name = g_path_get_basename(itself);
    g_autoptr(Outputs) files = outputs_new(folder, batch_store_temporaries(website->store), error);
    return files && outputs_add(files, name, bytes, error) && outputs_commit(files, error);
}

void website_record_free(WebsiteRecord *record)
{
    if (!record)
        return;
    g_hash_table_unref(record->files);
    g_free(record->made_of);
    g_free(record);
}

gboolean website_record_is_whole(const Website *website, const WebsiteRecord *record)
{
    GHashTableIter iter;
    gpointer path, digest;
    gboolean whole = TRUE;
    g_hash_table_iter_init(&iter, record->files);
    while (whole && g_hash_table_iter_next(&iter, &path, &digest)) {
        g_autofree char *itself = g_build_filename(batch_store_out(website->store), path, NULL);
        whole = strcmp(digest, "-") != 0 && g_file_test(itself, G_FILE_TEST_IS_REGULAR);
    }
    return whole;
}

void website_record_remove(const Website *website, const char *path)
{
    const char *out = batch_store_out(website->store);
    g_autofree char *itself = g_build_filename(out, path, NULL);
    if (!is_ours(path))
        return;
    g_unlink(itself);
    for (char *slash = strrchr(itself, '/'); slash && (gsize)(slash - itself) > strlen(out);
         slash = strrchr(itself, '/')) {
        *slash = '\0';
        if (g_rmdir(itself) != 0)
            break;
    }
}

/* A record can be changed by others: only what an address can be is taken away. */
static gboolean is_ours(const char *path)
{
    static const char *const letters = "abcdefghijklmnopqrstuvwxyz0123456789-./";
    return *path && *path != '.' && *path != '/' && strspn(path, letters) == strlen(path) &&
           !strstr(path, "..") && !strstr(path, "/.") && !strstr(path, "//");
}

static gint by_bytes(gconstpointer a, gconstpointer b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}
