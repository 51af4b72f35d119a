/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The store of a batch: what it keeps in the folder of its outputs beside them, under .sammandrag. */
#include "batch_store.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include "input.h"
#include "output.h"

#define FOLDER  ".sammandrag"
#define RECORDS "records"
#define ENDING  ".xml"

enum {
    PATIENCE = 2000, /* milliseconds: the workers of a run that was killed go on for a moment */
    NAP = 50,        /* milliseconds */
};

struct BatchStore {
    char *out, *records, *temporaries;
    int whole; /* the lock that shards share and a run of the whole has alone */
    int own;   /* that of the shard; -1: there is none */
};

static gboolean lock(BatchStore *store, const char *folder, Shard shard, GError **error);
static int locked(const char *path, int how, GError **error);
static void gather(GPtrArray *places, const char *folder, const char *place);
static gint by_bytes(gconstpointer a, gconstpointer b);

BatchStore *batch_store_open(const char *out, Shard shard, GError **error)
{
    g_autofree char *folder = g_build_filename(out, FOLDER, NULL);
    g_autofree char *temporaries = shard_name(shard, "tmp");
    g_autoptr(BatchStore) store = g_new0(BatchStore, 1);
    *store = (BatchStore){.out = g_strdup(out),
                          .records = g_build_filename(folder, RECORDS, NULL),
                          .temporaries = g_build_filename(folder, temporaries, NULL),
                          .whole = -1,
                          .own = -1};
    if (!output_folder(store->records, error) || !output_folder(store->temporaries, error) ||
        !lock(store, folder, shard, error))
        return NULL;
    outputs_sweep(store->temporaries);
    return g_steal_pointer(&store);
}

void batch_store_close(BatchStore *store)
{
    if (!store)
        return;
    if (store->own >= 0)
        close(store->own);
    if (store->whole >= 0)
        close(store->whole);
    g_free(store->out);
    g_free(store->records);
    g_free(store->temporaries);
    g_free(store);
}

const char *batch_store_out(const BatchStore *store)
{
    return store->out;
}

const char *batch_store_temporaries(const BatchStore *store)
{
    return store->temporaries;
}

char *batch_store_record(const BatchStore *store, const char *place)
{
    return g_strconcat(store->records, G_DIR_SEPARATOR_S, place, ENDING, NULL);
}

GPtrArray *batch_store_places(const BatchStore *store)
{
    GPtrArray *places = g_ptr_array_new_with_free_func(g_free);
    gather(places, store->records, "");
    g_ptr_array_sort(places, by_bytes);
    return places;
}

static gboolean lock(BatchStore *store, const char *folder, Shard shard, GError **error)
{
    g_autofree char *whole = g_build_filename(folder, "lock", NULL);
    g_autofree char *name = shard_name(shard, "lock");
    g_autofree char *own = g_build_filename(folder, name, NULL);
    store->whole = locked(whole, shard.count > 0 ? LOCK_SH : LOCK_EX, error);
    if (store->whole >= 0 && shard.count > 0)
        store->own = locked(own, LOCK_EX, error);
    return store->whole >= 0 && (shard.count == 0 || store->own >= 0);
}

/* The file, locked as far as its file system can do that; -1 when somebody else has it. */
static int locked(const char *path, int how, GError **error)
{
    int file = g_open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0666);
    int failed = file < 0 ? errno : EWOULDBLOCK;
    for (int waited = 0; file >= 0 && failed == EWOULDBLOCK && waited <= PATIENCE; waited += NAP) {
        failed = flock(file, how | LOCK_NB) == 0 ? 0 : errno;
        if (failed == EWOULDBLOCK)
            g_usleep(NAP * (gulong)1000);
    }
    if (file >= 0 && failed != EWOULDBLOCK)
        return file;
    g_autofree char *label = input_label(path);
    if (file >= 0) {
        close(file);
        g_set_error(error, OUTPUT_DOMAIN, OUTPUT_ERROR_FOLDER,
                    "%s: another run is at work there: wait for it, or take another folder", label);
    } else {
        g_set_error(error, OUTPUT_DOMAIN, OUTPUT_ERROR_FOLDER, "%s: cannot be written: %s", label,
                    g_strerror(failed));
    }
    return -1;
}

static void gather(GPtrArray *places, const char *folder, const char *place)
{
    g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
    for (const char *name = dir ? g_dir_read_name(dir) : NULL; name; name = g_dir_read_name(dir)) {
        g_autofree char *path = g_build_filename(folder, name, NULL);
        g_autofree char *below = *place ? g_build_filename(place, name, NULL) : g_strdup(name);
        if (g_file_test(path, G_FILE_TEST_IS_DIR))
            gather(places, path, below);
        else if (g_str_has_suffix(below, ENDING))
            g_ptr_array_add(places, g_strndup(below, strlen(below) - strlen(ENDING)));
    }
}

static gint by_bytes(gconstpointer a, gconstpointer b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}
