/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of the cage and the process that runs it: neither outlives nor disturbs the other. */
#define _GNU_SOURCE /* syscall, MAP_ANONYMOUS */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <glib.h>
#include <glib/gstdio.h>
#include <linux/futex.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "cage.h"

static const Limits limits = {.memory = 256, .time = 1, .output = 1, .pages = 1};
static const struct timespec moment = {.tv_nsec = 10000000};

/* Tells who it is, in memory that it shares, and waits for nobody. */
static GBytes *tells_and_waits(gpointer data)
{
    *(volatile pid_t *)data = getpid();
    guint32 word = 1;
    for (;;)
        (void)syscall(SYS_futex, &word, FUTEX_WAIT_PRIVATE, 1, NULL, NULL, 0);
    return NULL;
}

static GBytes *leaves_early(gpointer data)
{
    (void)data;
    exit(0);
}

static GBytes *answers(gpointer data)
{
    (void)data;
    return g_bytes_new_static("done", 4);
}

static void a_worker_ends_with_who_runs_it(void **state)
{
    (void)state;
    volatile pid_t *worker =
        mmap(NULL, sizeof *worker, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    assert_true(worker != MAP_FAILED);
    assert_int_equal(prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0), 0); /* the worker falls to us */
    pid_t runner = fork();
    if (runner == 0) {
        g_autoptr(Cage) cage = cage_new(&limits, FALSE, NULL);
        g_ptr_array_unref(cage_run(cage, tells_and_waits, (gpointer)worker, NULL));
        _exit(0);
    }
    for (int i = 0; i < 200 && !*worker; i++)
        nanosleep(&moment, NULL);
    assert_true(*worker > 0);
    assert_int_equal(kill(*worker, 0), 0);
    kill(runner, SIGKILL);
    assert_int_equal(waitpid(runner, NULL, 0), runner);
    pid_t ended = 0;
    int status = 0;
    for (int i = 0; i < 100 && ended == 0; i++) {
        ended = waitpid(*worker, &status, WNOHANG);
        nanosleep(&moment, NULL);
    }
    assert_int_equal(ended, *worker);
    assert_int_equal(WTERMSIG(status), SIGKILL);
    munmap((void *)worker, sizeof *worker);
}

/* What its runner had printed and not flushed is not printed again, however the worker ends. */
static void buffers_of_the_runner_are_its_own(void **state)
{
    (void)state;
    g_autofree char *folder = g_dir_make_tmp("sammandrag-cage-XXXXXX", NULL);
    assert_non_null(folder);
    g_autofree char *path = g_build_filename(folder, "made", NULL);
    FILE *stream = fopen(path, "w");
    assert_non_null(stream);
    fputs("once", stream);
    g_autoptr(Cage) cage = cage_new(&limits, TRUE, NULL);
    g_autoptr(GError) error = NULL;
    assert_null(cage_run(cage, leaves_early, NULL, &error));
    assert_int_equal(error->code, CAGE_ERROR_CRASH);
    g_autoptr(GPtrArray) answer = cage_run(cage, answers, NULL, NULL);
    assert_non_null(answer);
    fclose(stream);
    g_autofree char *text = NULL;
    assert_true(g_file_get_contents(path, &text, NULL, NULL));
    assert_string_equal(text, "once");
    assert_int_equal(g_unlink(path), 0);
    assert_int_equal(g_rmdir(folder), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_worker_ends_with_who_runs_it),
        cmocka_unit_test(buffers_of_the_runner_are_its_own),
    };
    return cmocka_run_group_tests_name("cage and runner", tests, NULL, NULL);
}
