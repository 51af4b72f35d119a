/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Output: files that are either whole or not there, and a standard output that is checked. */
#include "output.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

G_DEFINE_QUARK(sammandrag_output, output_domain)

typedef struct {
    char *temporary; /* NULL once it has its name */
    char *path;
} Written;

struct Outputs {
    char *folder;
    GArray *files; /* of Written */
};

static int write_all(int file, GBytes *bytes);
static gboolean set_error(GError **error, OutputErrorCode code, const char *path, int number);
static void written_clear(void *written);

Outputs *outputs_new(const char *folder, GError **error)
{
    if (g_mkdir_with_parents(folder, 0777) != 0) {
        set_error(error, OUTPUT_ERROR_FOLDER, folder, errno);
        return NULL;
    }
    Outputs *outputs = g_new0(Outputs, 1);
    outputs->folder = g_strdup(folder);
    outputs->files = g_array_new(FALSE, FALSE, sizeof(Written));
    g_array_set_clear_func(outputs->files, written_clear);
    return outputs;
}

gboolean outputs_add(Outputs *outputs, const char *name, GBytes *bytes, GError **error)
{
    g_autofree char *path = g_build_filename(outputs->folder, name, NULL);
    g_autofree char *temporary = g_build_filename(outputs->folder, ".sammandrag.XXXXXX", NULL);
    int file = g_mkstemp_full(temporary, O_WRONLY | O_CLOEXEC, 0666);
    if (file < 0)
        return set_error(error, OUTPUT_ERROR_WRITE, path, errno);

    int failed = write_all(file, bytes);
    if (!failed && fsync(file) != 0 && errno != EINVAL && errno != ENOTSUP)
        failed = errno;
    if (close(file) != 0 && !failed)
        failed = errno;
    if (failed) {
        g_unlink(temporary);
        return set_error(error, OUTPUT_ERROR_WRITE, path, failed);
    }
    Written written = {.temporary = g_steal_pointer(&temporary), .path = g_steal_pointer(&path)};
    g_array_append_val(outputs->files, written);
    return TRUE;
}

gboolean outputs_commit(Outputs *outputs, GError **error)
{
    for (guint i = 0; i < outputs->files->len; i++) {
        Written *written = &g_array_index(outputs->files, Written, i);
        if (g_rename(written->temporary, written->path) != 0)
            return set_error(error, OUTPUT_ERROR_WRITE, written->path, errno);
        g_clear_pointer(&written->temporary, g_free);
    }
    /* The names are safe when the folder is; where a folder cannot be synced, nothing is lost by it. */
    int folder = g_open(outputs->folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
    if (folder >= 0) {
        (void)fsync(folder);
        (void)close(folder);
    }
    return TRUE;
}

void outputs_free(Outputs *outputs)
{
    if (!outputs)
        return;
    g_array_unref(outputs->files);
    g_free(outputs->folder);
    g_free(outputs);
}

gboolean output_stream(FILE *out, GBytes *bytes, GError **error)
{
    gsize length = 0;
    const void *data = g_bytes_get_data(bytes, &length);
    gsize written = length > 0 ? fwrite(data, 1, length, out) : 0;
    if (fflush(out) != 0 || ferror(out) || written != length)
        return set_error(error, OUTPUT_ERROR_WRITE, "standard output", errno);
    return TRUE;
}

/* Returns 0 or the number of the error. */
static int write_all(int file, GBytes *bytes)
{
    gsize length = 0;
    const char *data = g_bytes_get_data(bytes, &length);
    while (length > 0) {
        ssize_t n = write(file, data, length);
        if (n < 0 && errno != EINTR)
            return errno;
        if (n > 0) {
            data += n;
            length -= (gsize)n;
        }
    }
    return 0;
}

static gboolean set_error(GError **error, OutputErrorCode code, const char *path, int number)
{
    g_set_error(error, OUTPUT_DOMAIN, (int)code, "%s: cannot be written: %s", path, g_strerror(number));
    return FALSE;
}

static void written_clear(void *written)
{
    Written *w = written;
    if (w->temporary)
        g_unlink(w->temporary);
    g_free(w->temporary);
    g_free(w->path);
}
