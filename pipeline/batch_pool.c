/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A pool of worker processes: pieces of work, each done by one of them, while one that dies costs its piece
 * alone. */
#include "batch_pool.h"

#include <errno.h>
#include <gio/gio.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

enum {
    MOMENT = 200, /* milliseconds */
    SPARE = 4,    /* workers for each that computes: the others wait for the disk */
    TRIES = 2,    /* of a piece whose worker dies */
};

/* What a worker says: one byte, and the answer behind PACKET_ANSWER. */
typedef enum { PACKET_COMPUTED = 'c', PACKET_ANSWER = 'a' } Packet;

struct PoolWorker {
    pid_t pid;
    int socket; /* to the other side */
    enum { WORKER_IDLE, WORKER_COMPUTING, WORKER_WRITING } state;
    guint piece;
};

typedef struct {
    const Pool *pool;
    GArray *workers; /* of PoolWorker */
    GQueue again;    /* pieces, as pointers, whose worker died */
    guint8 *tries;   /* by piece: how many workers died over it */
    guint begun;     /* of pool->pieces */
    int signals;     /* tells of signals to stop; -1 once one has come */
    sigset_t before; /* the signals that were blocked before the pool */
} Running;

static gboolean catch_signals(Running *running, GError **error);
static gboolean dispatch(Running *running, GError **error);
static gboolean next_piece(Running *running, guint *piece);
static PoolWorker *idle_worker(Running *running, GError **error);
static gboolean hire(Running *running, GError **error);
static void serve(const Pool *pool, int socket, pid_t parent) G_GNUC_NORETURN;
static void wait_for_news(Running *running);
static void hear(Running *running, guint number);
static void bury(Running *running, guint number);
static void stop(Running *running);
static guint busy(const Running *running, gboolean computing);
static gboolean say(int socket, Packet packet, GBytes *bytes);

gboolean pool_run(const Pool *pool, GError **error)
{
    Running running = {.pool = pool, .workers = g_array_new(FALSE, FALSE, sizeof(PoolWorker)), .signals = -1};
    guint last = 0;
    for (guint i = 0; i < pool->count; i++)
        last = MAX(last, pool->pieces[i]);
    running.tries = g_new0(guint8, (gsize)last + 1);
    g_queue_init(&running.again);

    gboolean good = catch_signals(&running, error) && dispatch(&running, error);
    while (good && busy(&running, FALSE) > 0) {
        wait_for_news(&running);
        good = dispatch(&running, error);
        pool->passed(pool->data);
    }
    good = good && running.signals >= 0;
    stop(&running);
    g_array_unref(running.workers);
    g_queue_clear(&running.again);
    g_free(running.tries);
    return good;
}

void pool_computed(PoolWorker *worker)
{
    say(worker->socket, PACKET_COMPUTED, NULL);
}

guint pool_processors(void)
{
    guint processors = g_get_num_processors();
    g_autofree char *quota = NULL;
    if (g_file_get_contents("/sys/fs/cgroup/cpu.max", &quota, NULL,
                            NULL)) { /* "QUOTA PERIOD" or "max PERIOD" */
        char *period = NULL;
        guint64 granted = g_ascii_strtoull(quota, &period, 10);
        guint64 each = granted > 0 ? g_ascii_strtoull(period, NULL, 10) : 0;
        if (each > 0)
            processors = (guint)MIN(processors, (granted + each - 1) / each);
    }
    return MAX(processors, 1);
}

static gboolean catch_signals(Running *running, GError **error)
{
    sigset_t stopping;
    sigemptyset(&stopping);
    sigaddset(&stopping, SIGINT);
    sigaddset(&stopping, SIGTERM);
    sigaddset(&stopping, SIGHUP);
    sigprocmask(SIG_BLOCK, &stopping, &running->before);
    running->signals = signalfd(-1, &stopping, SFD_CLOEXEC | SFD_NONBLOCK);
    if (running->signals >= 0)
        return TRUE;
    g_set_error(error, G_IO_ERROR, G_IO_ERROR_FAILED, "no signals can be caught: %s", g_strerror(errno));
    sigprocmask(SIG_SETMASK, &running->before, NULL);
    return FALSE;
}

/* Gives work to as many workers as may compute. */
static gboolean dispatch(Running *running, GError **error)
{
    guint piece = 0;
    while (running->signals >= 0 && busy(running, TRUE) < running->pool->jobs &&
           next_piece(running, &piece)) {
        PoolWorker *worker = idle_worker(running, error);
        if (!worker) {
            g_queue_push_head(&running->again, GUINT_TO_POINTER(piece));
            return busy(running, FALSE) > 0;
        }
        (void)send(worker->socket, &piece, sizeof piece,
                   MSG_NOSIGNAL); /* one that is dead will be heard of */
        worker->state = WORKER_COMPUTING;
        worker->piece = piece;
    }
    return TRUE;
}

static gboolean next_piece(Running *running, guint *piece)
{
    if (!g_queue_is_empty(&running->again))
        *piece = GPOINTER_TO_UINT(g_queue_pop_head(&running->again));
    else if (running->begun < running->pool->count)
        *piece = running->pool->pieces[running->begun++];
    else
        return FALSE;
    return TRUE;
}

/* NULL when all are at work, which is no error, and no more can be had. */
static PoolWorker *idle_worker(Running *running, GError **error)
{
    for (int tried = 0; tried < 2; tried++) {
        for (guint i = 0; i < running->workers->len; i++) {
            PoolWorker *worker = &g_array_index(running->workers, PoolWorker, i);
            if (worker->state == WORKER_IDLE)
                return worker;
        }
        if (running->workers->len >= (running->pool->jobs > 1 ? SPARE * running->pool->jobs : 1))
            return NULL;
        if (!hire(running, running->workers->len == 0 ? error : NULL))
            return NULL;
    }
    return NULL;
}

static gboolean hire(Running *running, GError **error)
{
    int ends[2] = {-1, -1};
    pid_t parent = getpid();
    pid_t pid = socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends) == 0 ? fork() : -1;
    if (pid == 0) {
        static const int stopping[] = {SIGINT, SIGTERM, SIGHUP};
        for (gsize i = 0; i < G_N_ELEMENTS(stopping); i++)
            signal(stopping[i], SIG_IGN); /* the parent sees to them */
        sigprocmask(SIG_SETMASK, &running->before, NULL);
        close(running->signals);
        close(ends[0]);
        for (guint i = 0; i < running->workers->len; i++)
            close(g_array_index(running->workers, PoolWorker, i).socket);
        serve(running->pool, ends[1], parent);
    }
    int failed = errno;
    if (ends[1] >= 0)
        close(ends[1]);
    if (pid < 0) {
        if (ends[0] >= 0)
            close(ends[0]);
        g_set_error(error, G_IO_ERROR, G_IO_ERROR_FAILED, "no process can be started: %s",
                    g_strerror(failed));
        return FALSE;
    }
    PoolWorker worker = {.pid = pid, .socket = ends[0], .state = WORKER_IDLE};
    g_array_append_val(running->workers, worker);
    return TRUE;
}

/* A worker lives no longer than the program that has the list: it would go on without being heard. */
static void serve(const Pool *pool, int socket, pid_t parent)
{
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    PoolWorker self = {.pid = getpid(), .socket = socket};
    while (getppid() == parent) {
        guint piece = 0;
        ssize_t got = recv(socket, &piece, sizeof piece, 0);
        if (got < 0 && errno == EINTR)
            continue;
        if (got != sizeof piece)
            break;
        g_autoptr(GBytes) answer = pool->work(piece, &self, pool->data);
        if (!say(socket, PACKET_ANSWER, answer))
            break;
    }
    _exit(0);
}

static void wait_for_news(Running *running)
{
    guint count = running->workers->len;
    g_autofree struct pollfd *files = g_new0(struct pollfd, count + 1);
    for (guint i = 0; i < count; i++)
        files[i] =
            (struct pollfd){.fd = g_array_index(running->workers, PoolWorker, i).socket, .events = POLLIN};
    files[count] = (struct pollfd){.fd = running->signals, .events = POLLIN};
    if (poll(files, count + 1, MOMENT) <= 0)
        return;
    for (guint i = count; i > 0; i--) /* from the end: one that died is taken out */
        if (files[i - 1].revents)
            hear(running, i - 1);
    if (files[count].revents) {
        /* What is being computed is dropped; a second signal finds the program as it was before. */
        for (guint i = 0; i < running->workers->len; i++) {
            const PoolWorker *worker = &g_array_index(running->workers, PoolWorker, i);
            if (worker->state == WORKER_COMPUTING)
                kill(worker->pid, SIGKILL);
        }
        struct signalfd_siginfo taken;
        while (read(running->signals, &taken, sizeof taken) > 0)
            ;
        close(running->signals);
        running->signals = -1;
        sigprocmask(SIG_SETMASK, &running->before, NULL);
    }
}

static void hear(Running *running, guint number)
{
    PoolWorker *worker = &g_array_index(running->workers, PoolWorker, number);
    char packet[1 + POOL_ANSWER_MAX];
    ssize_t got = recv(worker->socket, packet, sizeof packet, MSG_DONTWAIT);
    if (got < 0 && (errno == EINTR || errno == EAGAIN))
        return;
    if (got <= 0) {
        bury(running, number);
    } else if (packet[0] == PACKET_COMPUTED) {
        worker->state = WORKER_WRITING;
    } else {
        worker->state = WORKER_IDLE;
        g_autoptr(GBytes) answer = g_bytes_new(packet + 1, (gsize)got - 1);
        running->pool->answered(worker->piece, answer, 0, running->pool->data);
    }
}

/* Its piece is done by another one, once: what killed it may have had nothing to do with it. */
static void bury(Running *running, guint number)
{
    PoolWorker worker = g_array_index(running->workers, PoolWorker, number);
    int ended = 0;
    close(worker.socket);
    while (waitpid(worker.pid, &ended, 0) < 0 && errno == EINTR)
        ;
    g_array_remove_index_fast(running->workers, number);
    if (worker.state == WORKER_IDLE || running->signals < 0)
        return;
    if (++running->tries[worker.piece] < TRIES)
        g_queue_push_tail(&running->again, GUINT_TO_POINTER(worker.piece));
    else
        running->pool->answered(worker.piece, NULL, WIFSIGNALED(ended) ? WTERMSIG(ended) : 0,
                                running->pool->data);
}

/* Workers end when nobody can give them more. */
static void stop(Running *running)
{
    for (guint i = 0; i < running->workers->len; i++)
        close(g_array_index(running->workers, PoolWorker, i).socket);
    for (guint i = 0; i < running->workers->len; i++)
        while (waitpid(g_array_index(running->workers, PoolWorker, i).pid, NULL, 0) < 0 && errno == EINTR)
            ;
    if (running->signals >= 0) {
        close(running->signals);
        sigprocmask(SIG_SETMASK, &running->before, NULL);
    }
}

/* How many workers have something to do; how many compute. */
static guint busy(const Running *running, gboolean computing)
{
    guint count = 0;
    for (guint i = 0; i < running->workers->len; i++) {
        const PoolWorker *worker = &g_array_index(running->workers, PoolWorker, i);
        count += worker->state == WORKER_COMPUTING || (!computing && worker->state == WORKER_WRITING);
    }
    return count;
}

static gboolean say(int socket, Packet packet, GBytes *bytes)
{
    gsize length = 0;
    const void *data = bytes ? g_bytes_get_data(bytes, &length) : NULL;
    char kind = (char)packet;
    struct iovec parts[] = {{.iov_base = &kind, .iov_len = 1},
                            {.iov_base = (void *)data, .iov_len = MIN(length, POOL_ANSWER_MAX)}};
    struct msghdr message = {.msg_iov = parts, .msg_iovlen = length > 0 ? 2 : 1};
    ssize_t sent;
    do
        sent = sendmsg(socket, &message, MSG_NOSIGNAL);
    while (sent < 0 && errno == EINTR);
    return sent > 0;
}
