/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Output: files that are either whole or not there, and a standard output that is checked. */
#define _GNU_SOURCE /* O_TMPFILE, TEMP_FAILURE_RETRY, flock() */
#include "output.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "input.h"

G_DEFINE_QUARK(sammandrag_output, output_domain)

#define TEMPORARY_PREFIX ".sammandrag."
enum { TEMPORARY_DIGITS = 8 };

typedef struct {
    int file;        /* -1: it could not be opened */
    char *temporary; /* NULL: the file has no name, or its own */
    char *path;
    gboolean is_new; /* it got its name, and there was no such file */
} Written;

struct Outputs {
    char *folder, *temporaries;
    GArray *files;    /* of Written */
    sigset_t signals; /* those that were held before */
};

static void hold_signals(sigset_t *before);
static int make_folder(const char *path, gboolean synced);
static int sync_file(int file);
static int sync_folder(const char *path);
static gboolean are_one_device(const char *a, const char *b);
static int open_temporary(const Outputs *outputs, char **temporary);
static int open_named(const char *folder, char **temporary);
static char *temporary_name(const char *folder, guint32 number);
static int write_all(int file, GBytes *bytes);
static int give_name(const Outputs *outputs, Written *written);
static int link_file(int file, const char *path);
static void sweep_file(const char *path);
static gboolean set_error(GError **error, OutputErrorCode code, const char *path, int number);
static void written_clear(void *written);

void output_begin(void)
{
    /* Opened the wrong way round, so that using them is an error as before. */
    static const int modes[] = {O_WRONLY, O_RDONLY, O_RDONLY};
    for (int i = 0; i < (int)G_N_ELEMENTS(modes); i++)
        if (fcntl(i, F_GETFD) < 0 && errno == EBADF && open("/dev/null", modes[i]) != i)
            return; /* the lowest number that is free is taken, so there is no /dev/null: let it be */
    (void)signal(SIGXFSZ, SIG_IGN);
}

gboolean output_folder(const char *path, GError **error)
{
    int failed = make_folder(path, TRUE);
    return failed ? set_error(error, OUTPUT_ERROR_FOLDER, path, failed) : TRUE;
}

Outputs *outputs_new(const char *folder, const char *temporaries, GError **error)
{
    int failed = make_folder(folder, TRUE);
    if (failed) {
        set_error(error, OUTPUT_ERROR_FOLDER, folder, failed);
        return NULL;
    }
    Outputs *outputs = g_new0(Outputs, 1);
    outputs->folder = g_strdup(folder);
    outputs->temporaries =
        g_strdup(temporaries && are_one_device(temporaries, folder) ? temporaries : folder);
    outputs->files = g_array_new(FALSE, FALSE, sizeof(Written));
    g_array_set_clear_func(outputs->files, written_clear);
    hold_signals(&outputs->signals);
    return outputs;
}

gboolean outputs_add(Outputs *outputs, const char *name, GBytes *bytes, GError **error)
{
    Written written = {.path = g_build_filename(outputs->folder, name, NULL)};
    written.file = open_temporary(outputs, &written.temporary);
    int failed = written.file < 0 ? errno : write_all(written.file, bytes);
    if (!failed)
        failed = sync_file(written.file);
    if (failed) {
        set_error(error, OUTPUT_ERROR_WRITE, written.path, failed);
        written_clear(&written);
        return FALSE;
    }
    g_array_append_val(outputs->files, written);
    return TRUE;
}

gboolean outputs_commit(Outputs *outputs, GError **error)
{
    const char *path = outputs->folder;
    int failed = 0;
    for (guint i = 0; !failed && i < outputs->files->len; i++) {
        Written *written = &g_array_index(outputs->files, Written, i);
        failed = give_name(outputs, written);
        path = failed ? written->path : outputs->folder;
    }
    /* The names are safe when the folder is. */
    if (!failed)
        failed = sync_folder(outputs->folder);
    if (!failed)
        return TRUE;
    for (guint i = 0; i < outputs->files->len; i++) {
        const Written *written = &g_array_index(outputs->files, Written, i);
        if (written->is_new)
            g_unlink(written->path);
    }
    return set_error(error, OUTPUT_ERROR_WRITE, path, failed);
}

void outputs_free(Outputs *outputs)
{
    if (!outputs)
        return;
    sigset_t signals = outputs->signals;
    g_array_unref(outputs->files);
    g_free(outputs->folder);
    g_free(outputs->temporaries);
    g_free(outputs);
    (void)sigprocmask(SIG_SETMASK, &signals, NULL);
}

gboolean output_stage(const char *temporaries, guint number, GBytes *bytes, GError **error)
{
    g_autofree char *name = temporary_name(temporaries, number);
    int file = (int)TEMP_FAILURE_RETRY(g_open(name, O_CREAT | O_TRUNC | O_WRONLY | O_CLOEXEC, 0666));
    int failed = file < 0 ? errno : write_all(file, bytes);
    if (file >= 0 && close(file) != 0 && !failed)
        failed = errno;
    return failed ? set_error(error, OUTPUT_ERROR_WRITE, name, failed) : TRUE;
}

gboolean output_sync(const char *folder, GError **error)
{
    int file = (int)TEMP_FAILURE_RETRY(g_open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0));
    int failed = file >= 0 && TEMP_FAILURE_RETRY(syncfs(file)) == 0 ? 0 : errno;
    if (file >= 0)
        (void)close(file);
    return failed ? set_error(error, OUTPUT_ERROR_WRITE, folder, failed) : TRUE;
}

gboolean output_name_staged(const char *temporaries, guint number, const char *path, GError **error)
{
    g_autofree char *name = temporary_name(temporaries, number), *folder = g_path_get_dirname(path);
    if (access(name, F_OK) != 0)
        return TRUE;
    int failed = make_folder(folder, FALSE);
    if (!failed && g_rename(name, path) != 0)
        failed = errno;
    return failed ? set_error(error, OUTPUT_ERROR_WRITE, path, failed) : TRUE;
}

void outputs_sweep(const char *folder)
{
    g_autoptr(GDir) names = g_dir_open(folder, 0, NULL);
    for (const char *name; names && (name = g_dir_read_name(names));) {
        if (!g_str_has_prefix(name, TEMPORARY_PREFIX) ||
            strlen(name) != strlen(TEMPORARY_PREFIX) + TEMPORARY_DIGITS)
            continue;
        g_autofree char *path = g_build_filename(folder, name, NULL);
        sweep_file(path);
    }
}

gboolean output_stream(FILE *out, GBytes *bytes, GError **error)
{
    /* Past the buffer, since a write that a signal interrupts must be taken up again; a stream in memory
     * has no number. */
    gsize length = 0;
    const void *data = g_bytes_get_data(bytes, &length);
    int failed = fflush(out) != 0 ? errno : 0;
    int file = fileno(out);
    if (!failed && file >= 0)
        failed = write_all(file, bytes);
    else if (!failed && (fwrite(data, 1, length, out) != length || fflush(out) != 0))
        failed = errno;
    return failed ? set_error(error, OUTPUT_ERROR_WRITE, "standard output", failed) : TRUE;
}

static void hold_signals(sigset_t *before)
{
    static const int held[] = {SIGINT, SIGTERM, SIGHUP};
    sigset_t signals;
    sigemptyset(&signals);
    for (gsize i = 0; i < G_N_ELEMENTS(held); i++)
        sigaddset(&signals, held[i]);
    (void)sigprocmask(SIG_BLOCK, &signals, before);
}

/* Makes the folder with its parents; synced, so that a power failure does not take it away again.
 * Returns 0 or the number of the error, as do those below that return int. */
static int make_folder(const char *path, gboolean synced)
{
    g_autofree char *parent = g_path_get_dirname(path);
    int failed = g_mkdir(path, 0777) == 0 ? 0 : errno;
    if (failed == ENOENT && strcmp(parent, path) != 0) {
        failed = make_folder(parent, synced);
        if (!failed)
            failed = g_mkdir(path, 0777) == 0 ? 0 : errno;
    }
    if (failed)
        return g_file_test(path, G_FILE_TEST_IS_DIR) ? 0 : failed;
    return synced ? sync_folder(parent) : 0;
}

static int sync_file(int file)
{
    static const int unable[] = {EINVAL, ENOTSUP, EROFS}; /* of a file system that syncs nothing */
    if (TEMP_FAILURE_RETRY(fsync(file)) == 0)
        return 0;
    for (gsize i = 0; i < G_N_ELEMENTS(unable); i++)
        if (errno == unable[i])
            return 0;
    return errno;
}

static int sync_folder(const char *path)
{
    int folder = (int)TEMP_FAILURE_RETRY(g_open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0));
    if (folder < 0) /* one may be allowed to write into it and not to list it */
        return errno == EACCES ? 0 : errno;
    int failed = sync_file(folder);
    (void)close(folder);
    return failed;
}

/* A file can be renamed within its file system only, and a folder of the outputs may be another's. */
static gboolean are_one_device(const char *a, const char *b)
{
    struct stat first, second;
    return stat(a, &first) == 0 && stat(b, &second) == 0 && first.st_dev == second.st_dev;
}

/* Opens a file to write that vanishes with its writer, or where there is no such thing one with a temporary
 * name. It is locked, for outputs_sweep() in another process. Returns -1 and errno on failure. */
static int open_temporary(const Outputs *outputs, char **temporary)
{
    int file = -1;
    if (access("/proc/self/fd", X_OK) == 0) /* the way by which such a file gets a name */
        file = (int)TEMP_FAILURE_RETRY(g_open(outputs->folder, O_TMPFILE | O_WRONLY | O_CLOEXEC, 0666));
    if (file < 0)
        return open_named(outputs->temporaries, temporary);
    (void)TEMP_FAILURE_RETRY(flock(file, LOCK_EX));
    return file;
}

static int open_named(const char *folder, char **temporary)
{
    for (;;) {
        g_autofree char *name = temporary_name(folder, g_random_int());
        int file = (int)TEMP_FAILURE_RETRY(g_open(name, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0666));
        if (file < 0 && errno == EEXIST)
            continue;
        if (file < 0)
            return -1;
        struct stat status;
        (void)TEMP_FAILURE_RETRY(flock(file, LOCK_EX));
        if (fstat(file, &status) != 0 || status.st_nlink > 0) {
            *temporary = g_steal_pointer(&name);
            return file;
        }
        (void)close(file); /* it was swept away before it was locked */
    }
}

static char *temporary_name(const char *folder, guint32 number)
{
    return g_strdup_printf("%s/" TEMPORARY_PREFIX "%0*x", folder, TEMPORARY_DIGITS, number);
}

static int write_all(int file, GBytes *bytes)
{
    gsize length = 0;
    const char *data = g_bytes_get_data(bytes, &length);
    while (length > 0) {
        ssize_t n = TEMP_FAILURE_RETRY(write(file, data, length));
        if (n <= 0)
            return n < 0 ? errno : ENOSPC;
        data += n;
        length -= (gsize)n;
    }
    return 0;
}

static int give_name(const Outputs *outputs, Written *written)
{
    if (!written->temporary) {
        int failed = link_file(written->file, written->path);
        written->is_new = !failed;
        if (failed != EEXIST)
            return failed;
        /* Only a rename replaces what is there, and only what has a name can be renamed. */
        while (failed == EEXIST) {
            g_autofree char *name = temporary_name(outputs->temporaries, g_random_int());
            failed = link_file(written->file, name);
            if (!failed)
                written->temporary = g_steal_pointer(&name);
        }
        if (failed)
            return failed;
    }
    struct stat status;
    gboolean is_new = lstat(written->path, &status) != 0;
    if (g_rename(written->temporary, written->path) != 0)
        return errno;
    written->is_new = is_new;
    g_clear_pointer(&written->temporary, g_free);
    return 0;
}

static int link_file(int file, const char *path)
{
    char open_file[32];
    g_snprintf(open_file, sizeof open_file, "/proc/self/fd/%d", file);
    return linkat(AT_FDCWD, open_file, AT_FDCWD, path, AT_SYMLINK_FOLLOW) == 0 ? 0 : errno;
}

static void sweep_file(const char *path)
{
    int file = g_open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, 0);
    if (file < 0)
        return;
    struct stat status;
    if (fstat(file, &status) == 0 && S_ISREG(status.st_mode) && flock(file, LOCK_EX | LOCK_NB) == 0)
        g_unlink(path);
    (void)close(file);
}

static gboolean set_error(GError **error, OutputErrorCode code, const char *path, int number)
{
    g_autofree char *label = input_label(path);
    g_set_error(error, OUTPUT_DOMAIN, (int)code, "%s: cannot be written: %s", label, g_strerror(number));
    return FALSE;
}

static void written_clear(void *written)
{
    Written *w = written;
    if (w->temporary)
        g_unlink(w->temporary);
    if (w->file >= 0)
        (void)close(w->file);
    g_free(w->temporary);
    g_free(w->path);
}
