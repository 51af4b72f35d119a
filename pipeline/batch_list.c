/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of a batch: which files a folder tree or a list names, and where below the outputs each belongs.
 */
#include "batch_list.h"

#include <glib/gstdio.h>
#include <string.h>

#include "converted.h"
#include "input.h"
#include "pathname.h"
#include "tree.h"

#define ENDING ".pdf"

static void add_found(const char *path, const char *place, const char *fault, gpointer data);
static gboolean add_named(BatchList *list, const char *operand, FILE *in, GError **error);
static void add(BatchList *list, const char *path, const char *place);
static void add_fault(BatchList *list, const char *path, const char *place, Reason reason, const char *fault);
static void take_once(BatchList *list);
static void refuse_shared_names(BatchList *list);
static void refuse(BatchList *list, BatchEntry *entry, const BatchEntry *other, const char *output);
static gint by_place(gconstpointer a, gconstpointer b);

BatchList *batch_list_new(const char *operand, FILE *in, const char *out, GError **error)
{
    g_autoptr(BatchList) list = g_new0(BatchList, 1);
    list->chunk = g_string_chunk_new(4096);
    list->entries = g_array_new(FALSE, FALSE, sizeof(BatchEntry));
    gboolean tree = strcmp(operand, "-") != 0 && g_file_test(operand, G_FILE_TEST_IS_DIR);
    if (tree ? !tree_walk(operand, out, add_found, list, error) : !add_named(list, operand, in, error))
        return NULL;
    g_array_sort(list->entries, by_place);
    take_once(list);
    refuse_shared_names(list);
    return g_steal_pointer(&list);
}

void batch_list_free(BatchList *list)
{
    if (!list)
        return;
    g_array_unref(list->entries);
    g_string_chunk_free(list->chunk);
    g_free(list);
}

/* ---- a folder tree ---- */

static void add_found(const char *path, const char *place, const char *fault, gpointer data)
{
    BatchList *list = data;
    if (fault)
        add_fault(list, path, place, REASON_UNREADABLE, fault);
    else if (tree_ends(path, ENDING))
        add(list, path, place);
}

/* ---- a list ---- */

/* Paths a line each or, when there is a NUL, between NULs: then they may hold line ends. */
static gboolean add_named(BatchList *list, const char *operand, FILE *in, GError **error)
{
    g_autofree char *label = input_label(operand);
    g_autoptr(GBytes) bytes = input_read(operand, in, error);
    if (!bytes) {
        g_prefix_error(error, "%s: ", label);
        return FALSE;
    }
    gsize length = 0;
    const char *data = g_bytes_get_data(bytes, &length);
    if (length >= 5 && memcmp(data, "%PDF-", 5) == 0) {
        g_set_error(error, SESSION_DOMAIN, SESSION_ERROR_USAGE,
                    "batch: %s: is a PDF, not a list of them: see sammandrag convert", label);
        return FALSE;
    }
    const char separator = length > 0 && memchr(data, '\0', length) ? '\0' : '\n';
    for (const char *p = data, *end = data + length; p < end;) {
        const char *stop = memchr(p, separator, (gsize)(end - p));
        stop = stop ? stop : end;
        gsize size = (gsize)(stop - p);
        if (separator == '\n' && size > 0 && p[size - 1] == '\r') /* from Windows */
            size--;
        g_autofree char *path = g_strndup(p, size);
        g_autofree char *place = pathname_below(path);
        if (*place)
            add(list, path, place);
        p = stop + 1;
    }
    return TRUE;
}

/* ---- entries ---- */

static void add(BatchList *list, const char *path, const char *place)
{
    GStatBuf status;
    gboolean known = g_stat(path, &status) == 0;
    if (known && !S_ISREG(status.st_mode)) { /* to open a pipe would wait for somebody to write */
        add_fault(list, path, place, REASON_UNREADABLE,
                  S_ISDIR(status.st_mode) ? "is a folder" : "is no file that can be read");
        return;
    }
    BatchEntry entry = {.path = g_string_chunk_insert(list->chunk, path),
                        .place = g_string_chunk_insert(list->chunk, place),
                        .size = known ? (guint64)status.st_size : 0};
    g_array_append_val(list->entries, entry);
}

static void add_fault(BatchList *list, const char *path, const char *place, Reason reason, const char *fault)
{
    BatchEntry entry = {.path = g_string_chunk_insert(list->chunk, path),
                        .place = g_string_chunk_insert(list->chunk, *place ? place : "."),
                        .reason = reason,
                        .fault = g_string_chunk_insert(list->chunk, fault)};
    g_array_append_val(list->entries, entry);
}

/* A file that a list names twice is done once. */
static void take_once(BatchList *list)
{
    guint kept = 0;
    for (guint i = 0; i < list->entries->len; i++) {
        BatchEntry *entries = (BatchEntry *)(gpointer)list->entries->data;
        if (kept == 0 || strcmp(entries[kept - 1].place, entries[i].place) != 0)
            entries[kept++] = entries[i];
    }
    g_array_set_size(list->entries, kept);
}

/* a.pdf and a.PDF would write over each other, and so would the whole edition of minutes.pdf and the summary
 * of minutes.protokoll.pdf: neither is converted, whatever else is in the list. */
static void refuse_shared_names(BatchList *list)
{
    g_autoptr(GHashTable) owners = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (guint i = 0; i < list->entries->len; i++) {
        BatchEntry *entry = &g_array_index(list->entries, BatchEntry, i);
        g_autofree char *stem = pathname_stem(entry->place);
        for (gsize j = 0; !(entry->fault && entry->reason != REASON_NAME) && converted_ending(j); j++) {
            g_autofree char *output = g_strconcat(stem, converted_ending(j), NULL);
            BatchEntry *owner = g_hash_table_lookup(owners, output);
            if (owner && owner != entry) {
                refuse(list, entry, owner, output);
                refuse(list, owner, entry, output);
            } else {
                g_hash_table_insert(owners, g_steal_pointer(&output), entry);
            }
        }
    }
}

static void refuse(BatchList *list, BatchEntry *entry, const BatchEntry *other, const char *output)
{
    if (entry->fault)
        return;
    g_autofree char *rival = pathname_text(other->place), *both = pathname_text(output);
    g_autofree char *fault =
        g_strdup_printf("would be written to %s, and so would %s: rename one of them", both, rival);
    entry->reason = REASON_NAME;
    entry->fault = g_string_chunk_insert(list->chunk, fault);
}

static gint by_place(gconstpointer a, gconstpointer b)
{
    return strcmp(((const BatchEntry *)a)->place, ((const BatchEntry *)b)->place);
}
