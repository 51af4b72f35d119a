/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Trees: all that lies in a folder and the folders below it, each once, in the order of its bytes. */
#include "tree.h"

#include <dirent.h>
#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

#include "input.h"

typedef struct {
    TreeVisit visit;
    gpointer data;
    GHashTable *entered; /* of char *: device and number of each folder */
    GQueue links;        /* of Found: links to folders, to be followed */
} Walk;

typedef struct {
    char *path, *place;
} Found;

static void walk_folder(Walk *walk, const char *path, const char *place);
static void walk_name(Walk *walk, const char *folder, const char *place, const char *name);
static gboolean enter(Walk *walk, const char *path);
static gint by_bytes(gconstpointer a, gconstpointer b);

gboolean tree_walk(const char *folder, const char *without, TreeVisit visit, gpointer data, GError **error)
{
    DIR *readable = opendir(folder);
    if (!readable) {
        g_autofree char *label = input_label(folder);
        g_set_error(error, INPUT_DOMAIN, INPUT_ERROR_UNREADABLE, "%s: cannot be read: %s", label,
                    g_strerror(errno));
        return FALSE;
    }
    closedir(readable);

    Walk walk = {.visit = visit,
                 .data = data,
                 .entered = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL)};
    g_queue_init(&walk.links);
    enter(&walk, folder);
    if (without)
        enter(&walk, without); /* not when it is the folder itself: that one has been entered */
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

gboolean tree_ends(const char *name, const char *ending)
{
    gsize length = strlen(name), tail = strlen(ending);
    return length > tail && g_ascii_strcasecmp(name + length - tail, ending) == 0;
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
        walk->visit(path, place, fault, walk->data);
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
    } else {
        walk->visit(path, below, NULL, walk->data);
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

static gint by_bytes(gconstpointer a, gconstpointer b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}
