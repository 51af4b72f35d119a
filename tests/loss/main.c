/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the power takes when it goes: undoes what a run killed under faults.so had not synced.
 *
 * usage: loss counts JOURNAL                   how often each call was made, and how many were faulty
 *        loss names|data|SEED JOURNAL KEPT DIR... undoes names that were made, moved or removed in folders
 * not synced since; or keeps them all; or leaves each to chance. Files not synced since they were written, in
 * DIR, are emptied (by chance: or cut in half, or whole)
 *
 * It is harsher than most file systems, which keep the order of changes, and as harsh as POSIX lets them be
 * but for two: a file is never filled with what it did not hold, and half a folder's names are never lost
 * that were there before. */
#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "../faults/journal.h"

typedef struct {
    const Journal *journal;
    guint length;
    const char *kept;
    GRand *chance;  /* NULL: all is undone, or nothing */
    gboolean names; /* undo names */
    guint undone, emptied;
} Loss;

static void print_counts(const Journal *journal);
static void undo_names(Loss *loss);
static void undo(Loss *loss, const Event *event, guint number);
static gboolean is_synced(const Loss *loss, ino_t file, guint since);
static void remove_all(const char *path);
static void lose_data(Loss *loss, const char *folder);
static void lose_file(Loss *loss, const char *path, const struct stat *status);
static gboolean is_dirty(const Loss *loss, ino_t file);

int main(int argc, char **argv)
{
    g_autofree char *bytes = NULL;
    gsize length = 0;
    g_autoptr(GError) error = NULL;
    if (argc < 3 || !g_file_get_contents(argv[2], &bytes, &length, &error) || length != sizeof(Journal)) {
        fprintf(stderr, "loss: %s\n", error ? error->message : "see the head of tests/loss/main.c");
        return 2;
    }
    const Journal *journal = (const Journal *)(const void *)bytes;
    if (strcmp(argv[1], "counts") == 0) {
        print_counts(journal);
        return 0;
    }
    Loss loss = {.journal = journal,
                 .length = journal->length,
                 .kept = argc > 3 ? argv[3] : ".",
                 .names = strcmp(argv[1], "data") != 0};
    if (loss.names && strcmp(argv[1], "names") != 0)
        loss.chance = g_rand_new_with_seed((guint32)strtoul(argv[1], NULL, 10));
    undo_names(&loss);
    for (int i = 4; i < argc; i++)
        lose_data(&loss, argv[i]);
    g_clear_pointer(&loss.chance, g_rand_free);
    printf("%u names undone, %u files emptied or cut\n", loss.undone, loss.emptied);
    return 0;
}

static void print_counts(const Journal *journal)
{
    static const char *const names[] = {
#define X(constant, name) name,
        CALLS(X)
#undef X
    };
    for (int i = 0; i < CALL__MAX; i++)
        printf("%s %u\n", names[i], journal->counts[i]);
    printf("faults %u\n", journal->faults);
}

/* From the last to the first, so that each finds what its own event left. */
static void undo_names(Loss *loss)
{
    for (guint i = loss->length; loss->names && i > 0; i--) {
        const Event *event = &loss->journal->events[i - 1];
        gboolean is_name = event->kind != EVENT_WROTE && event->kind != EVENT_SYNCED;
        if (is_name && !is_synced(loss, event->folder, i) && (!loss->chance || g_rand_boolean(loss->chance)))
            undo(loss, event, i);
    }
}

static void undo(Loss *loss, const Event *event, guint number)
{
    g_autofree char *kept = g_strdup_printf("%s/%d", loss->kept, event->kept);
    struct stat status;
    gboolean there = lstat(event->to, &status) == 0;
    loss->undone++;
    if (event->kind == EVENT_MADE && there)
        remove_all(event->to);
    /* The old name may be lost for good, as its folder may have been synced. */
    if (event->kind == EVENT_MOVED && there &&
        (is_synced(loss, event->from_folder, number) || g_rename(event->to, event->from) != 0))
        g_unlink(event->to);
    if (event->kind != EVENT_MADE && event->kept > 0 && link(kept, event->to) != 0)
        g_rename(kept, event->to);
}

/* Whether it was synced by an event from `since` on. */
static gboolean is_synced(const Loss *loss, ino_t file, guint since)
{
    for (guint i = since; i < loss->length; i++) {
        const Event *event = &loss->journal->events[i];
        if (event->kind == EVENT_SYNCED && (event->file == file || event->file == 0))
            return TRUE;
    }
    return FALSE;
}

static void remove_all(const char *path)
{
    g_autoptr(GDir) names = g_dir_open(path, 0, NULL);
    for (const char *name; names && (name = g_dir_read_name(names));) {
        g_autofree char *below = g_build_filename(path, name, NULL);
        if (g_file_test(below, G_FILE_TEST_IS_SYMLINK))
            g_unlink(below);
        else
            remove_all(below);
    }
    g_remove(path);
}

static void lose_data(Loss *loss, const char *folder)
{
    g_autoptr(GDir) names = g_dir_open(folder, 0, NULL);
    for (const char *name; names && (name = g_dir_read_name(names));) {
        g_autofree char *path = g_build_filename(folder, name, NULL);
        struct stat status;
        if (lstat(path, &status) != 0)
            continue;
        if (S_ISDIR(status.st_mode))
            lose_data(loss, path);
        else if (S_ISREG(status.st_mode) && is_dirty(loss, status.st_ino))
            lose_file(loss, path, &status);
    }
}

static void lose_file(Loss *loss, const char *path, const struct stat *status)
{
    guint32 kept = loss->chance ? (guint32)g_rand_int_range(loss->chance, 0, 3) : 0;
    if (kept < 2 && truncate(path, kept == 0 ? 0 : status->st_size / 2) == 0)
        loss->emptied++;
}

static gboolean is_dirty(const Loss *loss, ino_t file)
{
    gboolean dirty = FALSE;
    for (guint i = 0; i < loss->length; i++) {
        const Event *event = &loss->journal->events[i];
        if ((event->file == file && event->kind == EVENT_WROTE) ||
            (event->kind == EVENT_SYNCED && (event->file == file || event->file == 0)))
            dirty = event->kind == EVENT_WROTE;
    }
    return dirty;
}
