/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of a batch: which files a folder tree or a list names, and where below the outputs each belongs.
 */
#include "batch_list.h"

#include <dirent.h>
#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

#include "converted.h"
#include "input.h"
#include "pathname.h"

#define ENDING ".pdf"

/* A folder tree that is being walked. Links to folders are followed after all that is in the tree itself, so
 * that what is reached both ways has its place in the tree. */
typedef struct {
    BatchList *list;
    GHashTable *entered; /* of char *: device and number of each folder */
    GQueue links;        /* of Found: links to folders, to be followed */
} Walk;

typedef struct {
    char *path, *place;
} Found;

static gboolean add_tree(BatchList *list, const char *folder, const char *out, GError **error);
static void walk_folder(Walk *walk, const char *path, const char *place);
static void walk_name(Walk *walk, const char *folder, const char *place, const char *name);
static gboolean enter(Walk *walk, const char *path);
static gboolean add_named(BatchList *list, const char *operand, FILE *in, GError **error);
static void add(BatchList *list, const char *path, const char *place);
static void add_fault(BatchList *list, const char *path, const char *place, Reason reason, const char *fault);
static void take_once(BatchList *list);
static void refuse_shared_names(BatchList *list);
static void refuse(BatchList *list, BatchEntry *entry, const BatchEntry *other, const char *output);
static gboolean is_pdf(const char *name);
static gint by_place(gconstpointer a, gconstpointer b);
static gint by_bytes(gconstpointer a, gconstpointer b);

BatchList *batch_list_new(const char *operand, FILE *in, const char *out, GError **error)
{
    g_autoptr(BatchList) list = g_new0(BatchList, 1);
    list->chunk = g_string_chunk_new(4096);
    list->entries = g_array_new(FALSE, FALSE, sizeof(BatchEntry));
    gboolean tree = strcmp(operand, "-") != 0 && g_file_test(operand, G_FILE_TEST_IS_DIR);
    if (tree ? !add_tree(list, operand, out, error) : !add_named(list, operand, in, error))
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

static gboolean add_tree(BatchList *list, const char *folder, const char *out, GError **error)
{
    DIR *readable = opendir(folder);
    if (!readable) {
        g_autofree char *label = input_label(folder);
        g_set_error(error, INPUT_DOMAIN, INPUT_ERROR_UNREADABLE, "%s: cannot be read: %s", label,
                    g_strerror(errno));
        return FALSE;
    }
    closedir(readable);

    Walk walk = {.list = list, .entered = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL)};
    g_queue_init(&walk.links);
    enter(&walk, folder);
    enter(&walk, out); /* not when it is the folder itself: that one has been entered */
    walk_folder(&walk, folder, "");
    for (Found *link = g_queue_pop_head(&walk.links); link; link = g_queue_pop_head(&walk.links)) {
        if (enter(&walk, link->path))
            walk_folder(&walk, link->path, link->place);
        g_free(link->path);
        g_free(link->place);
        g_free(link);
    }
    g_hash_table_unref(walk.entered);
    return TRUE;
}

/* What is in the folder, by bytes; one that cannot be read to its end is named, for its files are missing. */
static void walk_folder(Walk *walk, const char *path, const char *place)
{
    g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
    DIR *folder = opendir(path);
    int failed = folder ? 0 : errno;
    while (folder) {
        errno = 0;
        const struct dirent *found = readdir(folder);
        if (!found) {
            failed = errno;
            break;
        }
        if (found->d_name[0] != '.')
            g_ptr_array_add(names, g_strdup(found->d_name));
    }
    if (folder)
        closedir(folder);
    if (failed) {
        g_autofree char *fault = g_strdup_printf("folder cannot be read: %s", g_strerror(failed));
        add_fault(walk->list, path, place, REASON_UNREADABLE, fault);
    }
    g_ptr_array_sort(names, by_bytes);
    for (guint i = 0; i < names->len; i++)
        walk_name(walk, path, place, g_ptr_array_index(names, i));
}

static void walk_name(Walk *walk, const char *folder, const char *place, const char *name)
{
    g_autofree char *path = g_build_filename(folder, name, NULL);
    g_autofree char *below = *place ? g_build_filename(place, name, NULL) : g_strdup(name);
    GStatBuf itself, target;
    if (g_lstat(path, &itself) != 0)
        itself.st_mode = 0; /* it has gone, or may not be looked at: opening it will tell */
    gboolean link = S_ISLNK(itself.st_mode);
    if (S_ISDIR(itself.st_mode)) {
        if (enter(walk, path))
            walk_folder(walk, path, below);
    } else if (link && g_stat(path, &target) == 0 && S_ISDIR(target.st_mode)) {
        Found *found = g_new(Found, 1);
        *found = (Found){g_steal_pointer(&path), g_steal_pointer(&below)};
        g_queue_push_tail(&walk->links, found);
    } else if (is_pdf(name)) {
        add(walk->list, path, below);
    }
}

/* False for a folder that is not there, or has been entered before by this or another way. */
static gboolean enter(Walk *walk, const char *path)
{
    GStatBuf status;
    if (g_stat(path, &status) != 0)
        return FALSE;
    return g_hash_table_add(walk->entered, g_strdup_printf("%" G_GUINT64_FORMAT ":%" G_GUINT64_FORMAT,
                                                           (guint64)status.st_dev, (guint64)status.st_ino));
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

static gboolean is_pdf(const char *name)
{
    gsize length = strlen(name), ending = strlen(ENDING);
    return length > ending && g_ascii_strcasecmp(name + length - ending, ENDING) == 0;
}

static gint by_place(gconstpointer a, gconstpointer b)
{
    return strcmp(((const BatchEntry *)a)->place, ((const BatchEntry *)b)->place);
}

static gint by_bytes(gconstpointer a, gconstpointer b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}
