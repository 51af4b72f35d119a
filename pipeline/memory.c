/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Memory that has run out: the end of the program, said in one line. */
#include "memory.h"

#include <errno.h>
#include <glib.h>
#include <stddef.h>
#include <unistd.h>

#include "command.h"

/* GLib 2.74 keeps small blocks in an allocator of its own, which gives nothing back and takes more
 * instructions than mimalloc; later ones have none. It can be chosen before GLib has allocated anything,
 * which is done as it is loaded. */
static void allocate_blocks_alike(void)
{
    G_GNUC_BEGIN_IGNORE_DEPRECATIONS
    g_slice_set_config(G_SLICE_CONFIG_ALWAYS_MALLOC, TRUE);
    G_GNUC_END_IGNORE_DEPRECATIONS
}

static void (*const before_libraries[])(void)
    __attribute__((section(".preinit_array"), used)) = {allocate_blocks_alike};

/* mimalloc's, where the program is linked with it. */
extern void mi_register_error(void (*handler)(int error, void *data), void *data) __attribute__((weak));

static void end_exhausted(int error, void *data);

void memory_begin(void)
{
    if (mi_register_error)
        mi_register_error(end_exhausted, NULL);
}

/* Files without a name vanish with the process, as when it is killed. */
static void end_exhausted(int error, void *data)
{
    static const char message[] =
        "sammandrag: out of memory: nothing more was written, try again when there is some\n";
    (void)data;
    if (error != ENOMEM && error != EOVERFLOW)
        return;
    if (write(STDERR_FILENO, message, sizeof message - 1) < 0)
        _exit(STATUS_LIMIT); /* and nobody to tell */
    _exit(STATUS_LIMIT);
}
