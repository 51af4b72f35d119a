/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The cage: a function run in a process of its own that has no rights, and the bytes it answers. */
#define _GNU_SOURCE /* pipe2, wait4, F_SETPIPE_SZ */
#include "cage.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "cage_walls.h"

#if CAGE_SANITIZED
#include <sanitizer/lsan_interface.h>
#endif

G_DEFINE_QUARK(sammandrag_cage, cage_domain)

struct Cage {
    Limits limits;
    GArray *filter; /* NULL: open */
};

/* What comes through the pipe: heads, and behind each as many bytes as it says. */
typedef struct {
    guint32 length;
    guint32 last; /* not 0: a part of the answer ends with these bytes */
} Head;

/* What has been heard so far. */
typedef struct {
    GPtrArray *parts; /* of GBytes */
    GByteArray *part; /* under way */
    gsize length;     /* of all of them, with what it takes to keep them */
    Head head;
    gsize heard; /* of the head and the bytes behind it */
} Answer;

typedef enum { HEARD_ALL, HEARD_PART, HEARD_NONSENSE, HEARD_TOO_MUCH, HEARD_TOO_LATE } Heard;

static void be_caged(const Cage *cage, pid_t parent, int file, CageWork work, gpointer data) G_GNUC_NORETURN;
static Heard hear(const Cage *cage, int file, Answer *answer);
static ssize_t hear_some(int file, Answer *answer);
static void answer_clear(Answer *answer);
static gboolean judge(const Cage *cage, Heard heard, int status, const struct rusage *used, GError **error);

Cage *cage_new(const Limits *limits, gboolean open, GError **error)
{
    GArray *filter = open ? NULL : walls_filter();
    if (!open && !filter) {
        g_set_error_literal(error, CAGE_DOMAIN, CAGE_ERROR_NONE,
                            "this system does not let a program take rights away from itself (seccomp): "
                            "--no-sandbox reads files all the same, with all your rights");
        return NULL;
    }
    Cage *cage = g_new(Cage, 1);
    *cage = (Cage){.limits = *limits, .filter = filter};
    return cage;
}

void cage_free(Cage *cage)
{
    if (!cage)
        return;
    if (cage->filter)
        g_array_unref(cage->filter);
    g_free(cage);
}

GPtrArray *cage_run(const Cage *cage, CageWork work, gpointer data, GError **error)
{
    enum { PIPE_BYTES = 1 << 20 }; /* the outputs of most minutes fit: no waiting for each other */
    int ends[2] = {-1, -1};
    pid_t parent = getpid();
    pid_t child = pipe2(ends, O_CLOEXEC) == 0 ? fork() : -1;
    if (child == 0)
        be_caged(cage, parent, ends[1], work, data);
    int failed = errno;
    if (ends[1] >= 0)
        (void)close(ends[1]);
    if (child < 0) {
        if (ends[0] >= 0)
            (void)close(ends[0]);
        g_set_error(error, CAGE_DOMAIN, CAGE_ERROR_PROCESS, "no process to read it in: %s: try again",
                    g_strerror(failed));
        return NULL;
    }

    (void)fcntl(ends[0], F_SETPIPE_SZ, PIPE_BYTES);
    Answer answer = {.parts = g_ptr_array_new_with_free_func((GDestroyNotify)g_bytes_unref)};
    Heard heard = hear(cage, ends[0], &answer);
    (void)close(ends[0]);
    (void)kill(child, SIGKILL); /* changes nothing where it has ended */
    int status = 0;
    struct rusage used = {0};
    while (wait4(child, &status, 0, &used) < 0 && errno == EINTR)
        continue;
    gboolean good = judge(cage, heard, status, &used, error);
    GPtrArray *parts = good ? g_steal_pointer(&answer.parts) : NULL;
    answer_clear(&answer);
    return parts;
}

/* ---- inside ---- */

/* mimalloc's: all but the sanitizers' build is linked with it. No library here can be trusted to mind what an
 * allocation gives, so the first that fails is the last. */
extern void mi_register_error(void (*handler)(int error, void *data), void *data) __attribute__((weak));

static void end_exhausted(int error, void *data)
{
    (void)data;
    if (error == ENOMEM || error == EOVERFLOW)
        _exit(CAGE_EXIT_EXHAUSTED);
}

static gboolean send_bytes(const char *bytes, gsize length)
{
    while (length > 0) {
        ssize_t sent = write(CAGE_FILE, bytes, length);
        if (sent < 0 && errno != EINTR)
            return FALSE;
        if (sent > 0) {
            bytes += sent;
            length -= (gsize)sent;
        }
    }
    return TRUE;
}

void cage_send(gconstpointer bytes, gsize length, gboolean last)
{
    const char *from = bytes;
    do {
        Head head = {.length = (guint32)MIN(length, G_MAXUINT32)};
        length -= head.length;
        head.last = last && length == 0;
        if (!send_bytes((const char *)&head, sizeof head) || !send_bytes(from, head.length))
            _exit(CAGE_EXIT_UNHEARD);
        from += head.length;
    } while (length > 0);
}

/* Ends by _exit(): the buffers and handlers of the process it was copied from are not its own. */
static void be_caged(const Cage *cage, pid_t parent, int file, CageWork work, gpointer data)
{
    if (prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0) != 0 || getppid() != parent ||
        !walls_limit(&cage->limits, file))
        _exit(CAGE_EXIT_OPEN);
    if (mi_register_error)
        mi_register_error(end_exhausted, NULL);
    if (!CAGE_SANITIZED && cage->filter && !walls_confine(cage->filter))
        _exit(CAGE_EXIT_OPEN);
    g_autoptr(GBytes) end = work(data);
    cage_send(g_bytes_get_data(end, NULL), g_bytes_get_size(end), TRUE);
    g_clear_pointer(&end, g_bytes_unref);
#if CAGE_SANITIZED
    __lsan_do_leak_check();
#endif
    _exit(CAGE_EXIT_ANSWERED);
}

/* ---- outside ---- */

/* Reads until the other end is closed, that is until the process ends. A tick counts as one even when it took
 * longer, so that whoever stops the program and lets it go on (Ctrl-Z, fg) loses no input. */
static Heard hear(const Cage *cage, int file, Answer *answer)
{
    enum { TICK = 1000 };
    const gsize most = (gsize)cage->limits.output << 20;
    gint64 left = (gint64)cage->limits.time * LIMITS_CLOCK * TICK;
    while (left > 0) {
        gint64 before = g_get_monotonic_time();
        struct pollfd end = {.fd = file, .events = POLLIN};
        int ready = poll(&end, 1, TICK);
        left -= MIN((g_get_monotonic_time() - before) / 1000, TICK);
        if (ready <= 0)
            continue;
        ssize_t got = hear_some(file, answer);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return answer->heard == 0 && !answer->part && answer->parts->len > 0 ? HEARD_ALL : HEARD_PART;
        if (answer->heard == sizeof answer->head && answer->head.length == 0) /* and that goes on */
            return HEARD_NONSENSE;
        if (answer->length > most)
            return HEARD_TOO_MUCH;
    }
    return HEARD_TOO_LATE;
}

/* Reads once, the head or bytes behind it, and does what follows. Returns what read() does. */
static ssize_t hear_some(int file, Answer *answer)
{
    enum { AT_ONCE = 1 << 16, KEPT = 128 };
    Head *head = &answer->head;
    ssize_t got;
    if (answer->heard < sizeof *head) {
        got = read(file, (char *)head + answer->heard, sizeof *head - answer->heard);
    } else {
        guint8 bytes[AT_ONCE];
        got = read(file, bytes, MIN(sizeof bytes, sizeof *head + head->length - answer->heard));
        if (got > 0)
            g_byte_array_append(answer->part, bytes, (guint)got);
    }
    if (got <= 0)
        return got;
    answer->heard += (gsize)got;
    answer->length += (gsize)got;
    if (answer->heard == sizeof *head && !answer->part)
        answer->part = g_byte_array_new();
    if (answer->heard == sizeof *head + head->length && (head->length > 0 || head->last)) {
        answer->heard = 0;
        if (head->last) {
            g_ptr_array_add(answer->parts, g_byte_array_free_to_bytes(g_steal_pointer(&answer->part)));
            answer->length += KEPT;
        }
    }
    return got;
}

static void answer_clear(Answer *answer)
{
    g_clear_pointer(&answer->parts, g_ptr_array_unref);
    g_clear_pointer(&answer->part, g_byte_array_unref);
}

/* What the end of the process means. True when its answer is whole. */
static gboolean judge(const Cage *cage, Heard heard, int status, const struct rusage *used, GError **error)
{
    const Limits *limits = &cage->limits;
    int code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    int number = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
    gboolean killed = heard == HEARD_PART && number == SIGKILL; /* by the kernel */
    glong seconds = used->ru_utime.tv_sec + used->ru_stime.tv_sec;
    if (heard == HEARD_TOO_LATE || number == SIGXCPU || (killed && seconds >= (glong)limits->time))
        g_set_error(error, CAGE_DOMAIN, CAGE_ERROR_TIME,
                    "takes longer than %u seconds: --limit time=N gives it more", limits->time);
    else if (heard == HEARD_TOO_MUCH)
        g_set_error(error, CAGE_DOMAIN, CAGE_ERROR_OUTPUT,
                    "makes more than %u MiB: --limit output=N gives it more", limits->output);
    else if (heard == HEARD_NONSENSE)
        g_set_error(error, CAGE_DOMAIN, CAGE_ERROR_CRASH,
                    "broke its reader, which said nonsense: nothing was taken from it, please report it");
    else if (code == CAGE_EXIT_EXHAUSTED || killed)
        g_set_error(error, CAGE_DOMAIN, CAGE_ERROR_MEMORY,
                    "takes more than %u MiB of memory: --limit memory=N gives it more", limits->memory);
    else if (code == CAGE_EXIT_OPEN)
        g_set_error(error, CAGE_DOMAIN, CAGE_ERROR_NONE,
                    "was not read, since the system denied the sandbox: --no-sandbox reads it with all your "
                    "rights");
    else if (number == SIGSYS)
        g_set_error(error, CAGE_DOMAIN, CAGE_ERROR_TRESPASS,
                    "made its reader try what reading never needs, and was stopped: do not trust this file");
    else if (number != 0)
        g_set_error(error, CAGE_DOMAIN, CAGE_ERROR_CRASH,
                    "broke its reader (signal %d): nothing was taken from it, please report it", number);
    else if (code != CAGE_EXIT_ANSWERED || heard != HEARD_ALL)
        g_set_error(error, CAGE_DOMAIN, CAGE_ERROR_CRASH,
                    "broke its reader (status %d): nothing was taken from it, please report it", code);
    else
        return TRUE;
    return FALSE;
}
