/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of the cage: what a process in it tries in vain. */
#define _GNU_SOURCE /* syscall, memfd, MAP_ANONYMOUS */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <errno.h>
#include <fcntl.h>
#include <glib.h>
#include <glib/gstdio.h>
#include <linux/filter.h>
#include <linux/futex.h>
#include <pthread.h>
#include <seccomp.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/ptrace.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "cage.h"
#include "cage_walls.h"
#include "command.h"

static const Limits limits = {.memory = 256, .time = 1, .output = 1, .pages = 1};

/* What the workers are told and tell: shared with them. */
typedef struct {
    char folder[64];
    int inherited; /* a file that was open before */
    pid_t outside;
} World;

static GBytes *say(const char *text)
{
    return g_bytes_new(text, strlen(text));
}

/* "done", or the error that was met. */
static GBytes *say_outcome(long result)
{
    g_autofree char *text = g_strdup(result >= 0 ? "done" : g_strdup_printf("error %d", errno));
    return say(text);
}

/* ---- workers ---- */

static GBytes *answers(gpointer world)
{
    (void)world;
    return say("done");
}
static GBytes *answers_in_parts(gpointer world)
{
    (void)world;
    cage_send("one", 3, FALSE);
    cage_send(", two", 5, TRUE);
    cage_send(NULL, 0, TRUE);
    return say("three");
}
static GBytes *stops_in_a_part(gpointer world)
{
    (void)world;
    cage_send("one", 3, FALSE);
    _exit(0);
}
static GBytes *opens(gpointer world)
{
    (void)world;
    return say_outcome(open("/etc/passwd", O_RDONLY));
}
static GBytes *creates(gpointer world)
{
    g_autofree char *path = g_build_filename(((World *)world)->folder, "made", NULL);
    return say_outcome(open(path, O_WRONLY | O_CREAT, 0600));
}
static GBytes *lists(gpointer world)
{
    (void)world;
    return say_outcome(open("/", O_RDONLY | O_DIRECTORY));
}
static GBytes *removes(gpointer world)
{
    g_autofree char *path = g_build_filename(((World *)world)->folder, "kept", NULL);
    return say_outcome(unlink(path));
}
static GBytes *writes_inherited(gpointer world)
{
    return say_outcome(write(((World *)world)->inherited, "x", 1));
}
static GBytes *prints(gpointer world)
{
    (void)world;
    return say_outcome(write(STDERR_FILENO, "x\n", 2));
}
static GBytes *connects_tcp(gpointer world)
{
    (void)world;
    return say_outcome(socket(AF_INET, SOCK_STREAM, 0));
}
static GBytes *connects_udp(gpointer world)
{
    (void)world;
    return say_outcome(socket(AF_INET6, SOCK_DGRAM, 0));
}
static GBytes *connects_unix(gpointer world)
{
    (void)world;
    return say_outcome(socket(AF_UNIX, SOCK_STREAM, 0));
}
static GBytes *forks(gpointer world)
{
    (void)world;
    return say_outcome(fork());
}
static void *nothing(void *data)
{
    return data;
}
static GBytes *starts_thread(gpointer world)
{
    (void)world;
    pthread_t thread;
    return say_outcome(-pthread_create(&thread, NULL, nothing, NULL));
}
static GBytes *executes(gpointer world)
{
    (void)world;
    return say_outcome(execl("/bin/true", "true", NULL));
}
static GBytes *traces(gpointer world)
{
    return say_outcome(ptrace(PTRACE_SEIZE, ((World *)world)->outside, NULL, NULL));
}
static GBytes *kills(gpointer world)
{
    return say_outcome(kill(((World *)world)->outside, SIGTERM));
}
static GBytes *queues_io(gpointer world)
{
    (void)world;
    return say_outcome(syscall(SYS_io_uring_setup, 1, NULL));
}
static GBytes *takes_code(gpointer world)
{
    (void)world;
    void *code = mmap(NULL, 4096, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    return say_outcome(code == MAP_FAILED ? -1 : 0);
}
static GBytes *turns_into_code(gpointer world)
{
    (void)world;
    void *memory = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    return say_outcome(mprotect(memory, 4096, PROT_READ | PROT_EXEC));
}
static GBytes *shares_memory(gpointer world)
{
    (void)world;
    void *memory = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    return say_outcome(memory == MAP_FAILED ? -1 : 0);
}
static GBytes *grows_stack(gpointer world)
{
    (void)world;
    void *memory =
        mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_GROWSDOWN, -1, 0);
    return say_outcome(memory == MAP_FAILED ? -1 : 0);
}
static GBytes *takes_all_memory(gpointer world)
{
    (void)world;
    gpointer last = NULL;
    for (gsize size = 1 << 20; size < G_MAXSIZE / 2; size += 1 << 16)
        last = memset(g_malloc(size), 1, size);
    return say(last);
}
static GBytes *takes_too_much_at_once(gpointer world)
{
    (void)world;
    char *memory = g_malloc((gsize)1 << 40);
    return say(memset(memory, 0, 1));
}
static GBytes *never_ends(gpointer world)
{
    for (volatile guint64 i = 0;; i++)
        if (i == G_MAXUINT64)
            return say(world);
}
static GBytes *lifts_its_limit(gpointer world)
{
    signal(SIGXCPU, SIG_IGN);
    return never_ends(world);
}
static GBytes *waits_for_nobody(gpointer world)
{
    guint32 word = 1;
    for (;;)
        (void)syscall(SYS_futex, &word, FUTEX_WAIT_PRIVATE, 1, NULL, NULL, 0);
    return say(world);
}
static GBytes *floods(gpointer world)
{
    static const char block[1 << 16] = {0};
    while (write(CAGE_FILE, block, sizeof block) > 0)
        continue;
    return say(world);
}
static GBytes *says_too_much(gpointer world)
{
    (void)world;
    g_autofree char *text = g_strnfill((2 << 20), 'x');
    return say(text);
}
static GBytes *leaves_early(gpointer world)
{
    (void)world;
    exit(0);
}
static GBytes *aborts(gpointer world)
{
    (void)world;
    abort();
}
static GBytes *overruns(gpointer world)
{
    char *page = mmap(NULL, 4096, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    *page = 1;
    return say(world);
}
#ifdef __x86_64__
static GBytes *calls_as_x32(gpointer world)
{
    (void)world;
    return say_outcome(syscall(0x40000000L | SYS_getpid));
}
#endif

/* ---- what becomes of them ---- */

enum { ANSWERED = -1 };

typedef struct {
    const char *name;
    CageWork work;
    int outcome;        /* ANSWERED or a CageErrorCode */
    const char *answer; /* of ANSWERED */
} Try;

#define REFUSED "error 13"

static const Try tries[] = {
    {"answers", answers, ANSWERED, "done"},
    {"opens a file", opens, ANSWERED, REFUSED},
    {"creates a file", creates, ANSWERED, REFUSED},
    {"lists a folder", lists, ANSWERED, REFUSED},
    {"removes a file", removes, CAGE_ERROR_TRESPASS, NULL},
    {"writes to a file that was open", writes_inherited, ANSWERED, "error 9"},
    {"prints", prints, ANSWERED, "error 9"},
    {"connects by TCP", connects_tcp, CAGE_ERROR_TRESPASS, NULL},
    {"connects by UDP", connects_udp, CAGE_ERROR_TRESPASS, NULL},
    {"connects by a socket of the machine", connects_unix, CAGE_ERROR_TRESPASS, NULL},
    {"forks", forks, CAGE_ERROR_TRESPASS, NULL},
    {"starts a thread", starts_thread, CAGE_ERROR_TRESPASS, NULL},
    {"executes a program", executes, CAGE_ERROR_TRESPASS, NULL},
    {"traces who runs it", traces, CAGE_ERROR_TRESPASS, NULL},
    {"kills who runs it", kills, CAGE_ERROR_TRESPASS, NULL},
    {"queues I/O", queues_io, CAGE_ERROR_TRESPASS, NULL},
    {"takes memory for code", takes_code, ANSWERED, REFUSED},
    {"turns memory into code", turns_into_code, CAGE_ERROR_TRESPASS, NULL},
    {"shares memory", shares_memory, CAGE_ERROR_TRESPASS, NULL},
    {"takes memory that is not counted", grows_stack, CAGE_ERROR_TRESPASS, NULL},
    {"takes all memory", takes_all_memory, CAGE_ERROR_MEMORY, NULL},
    {"takes too much at once", takes_too_much_at_once, CAGE_ERROR_MEMORY, NULL},
    {"never ends", never_ends, CAGE_ERROR_TIME, NULL},
    {"lifts its limit of time", lifts_its_limit, CAGE_ERROR_TIME, NULL},
    {"waits for nobody", waits_for_nobody, CAGE_ERROR_TIME, NULL},
    {"answers in parts", answers_in_parts, ANSWERED, "one, two||three|"},
    {"stops in a part", stops_in_a_part, CAGE_ERROR_CRASH, NULL},
    {"floods", floods, CAGE_ERROR_CRASH, NULL},
    {"says too much", says_too_much, CAGE_ERROR_OUTPUT, NULL},
    {"leaves early", leaves_early, CAGE_ERROR_CRASH, NULL},
    {"aborts", aborts, CAGE_ERROR_CRASH, NULL},
    {"overruns", overruns, CAGE_ERROR_CRASH, NULL},
#ifdef __x86_64__
    {"calls as x32", calls_as_x32, CAGE_ERROR_TRESPASS, NULL},
#endif
};

static World *world_new(void)
{
    World *world = mmap(NULL, sizeof *world, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    assert_ptr_not_equal(world, MAP_FAILED);
    g_strlcpy(world->folder, "/tmp/sammandrag-cage-XXXXXX", sizeof world->folder);
    assert_non_null(g_mkdtemp(world->folder));
    g_autofree char *kept = g_build_filename(world->folder, "kept", NULL);
    int file = open(kept, O_WRONLY | O_CREAT, 0600);
    world->inherited = fcntl(file, F_DUPFD, CAGE_FILE + 1);
    (void)close(file);
    assert_true(world->inherited > CAGE_FILE);
    world->outside = getpid();
    return world;
}

/* Nothing was made, removed or written. */
static void world_end(World *world)
{
    g_autofree char *kept = g_build_filename(world->folder, "kept", NULL);
    GStatBuf status;
    assert_int_equal(g_stat(kept, &status), 0);
    assert_int_equal(status.st_size, 0);
    assert_int_equal(g_unlink(kept), 0);
    assert_int_equal(g_rmdir(world->folder), 0);
    (void)close(world->inherited);
    munmap(world, sizeof *world);
}

/* The parts of an answer, each with a bar behind it; one part alone without. */
static char *joined(const GPtrArray *parts)
{
    GString *text = g_string_new(NULL);
    for (guint i = 0; i < parts->len; i++) {
        gsize length = 0;
        const char *bytes = g_bytes_get_data(g_ptr_array_index(parts, i), &length);
        g_string_append_len(text, bytes, (gssize)length);
        g_string_append(text, parts->len > 1 ? "|" : "");
    }
    return g_string_free(text, FALSE);
}

static void assert_outcome(const Cage *cage, const Try *try, World *world)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) answer = cage_run(cage, try->work, world, &error);
    int outcome = error ? error->code : ANSWERED;
    if (outcome != try->outcome)
        print_error("%s: %d, not %d: %s\n", try->name, outcome, try->outcome, error ? error->message : "");
    assert_int_equal(outcome, try->outcome);
    if (answer) {
        g_autofree char *text = joined(answer);
        if (g_strcmp0(text, try->answer) != 0)
            print_error("%s: %s, not %s\n", try->name, text, try->answer);
        assert_string_equal(text, try->answer);
    }
}

static void what_a_worker_tries_is_in_vain(void **state)
{
    (void)state;
    World *world = world_new();
    g_autoptr(Cage) cage = cage_new(&limits, FALSE, NULL);
    assert_non_null(cage);
    for (gsize i = 0; i < G_N_ELEMENTS(tries); i++) {
        assert_outcome(cage, &tries[i], world);
        assert_outcome(cage, &tries[0], world); /* and the next one is done */
    }
    world_end(world);
}

/* What is left without a sandbox: a process of its own, and limits. */
static void an_open_cage_has_limits(void **state)
{
    (void)state;
    static const Try open_tries[] = {
        {"opens a file", opens, ANSWERED, "done"},
        {"writes to a file that was open", writes_inherited, ANSWERED, "error 9"},
        {"takes all memory", takes_all_memory, CAGE_ERROR_MEMORY, NULL},
        {"never ends", never_ends, CAGE_ERROR_TIME, NULL},
        {"says too much", says_too_much, CAGE_ERROR_OUTPUT, NULL},
        {"leaves early", leaves_early, CAGE_ERROR_CRASH, NULL},
        {"aborts", aborts, CAGE_ERROR_CRASH, NULL},
    };
    World *world = world_new();
    g_autoptr(Cage) cage = cage_new(&limits, TRUE, NULL);
    for (gsize i = 0; i < G_N_ELEMENTS(open_tries); i++)
        assert_outcome(cage, &open_tries[i], world);
    world_end(world);
}

/* Runs `body` in a process of its own, so that what it does to itself ends with it. */
static void apart(void (*body)(World *), World *world)
{
    pid_t child = fork();
    if (child == 0) {
        body(world);
        _exit(0);
    }
    int status = -1;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_int_equal(status, 0);
}

/* From now on the kernel has no such call. */
static void take_away(int call, int number)
{
    scmp_filter_ctx context = seccomp_init(SCMP_ACT_ALLOW);
    if (seccomp_rule_add(context, SCMP_ACT_ERRNO((uint16_t)number), call, 0) != 0 ||
        seccomp_load(context) != 0)
        _exit(1);
    seccomp_release(context);
}

static gboolean comes_to(const Cage *cage, const Try *try, World *world)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) answer = cage_run(cage, try->work, world, &error);
    g_autofree char *text = answer ? joined(answer) : NULL;
    return (error ? error->code : ANSWERED) == try->outcome &&
           (!answer || !try->answer || strcmp(text, try->answer) == 0);
}

static void without_landlock(World *world)
{
    take_away(SCMP_SYS(landlock_create_ruleset), ENOSYS);
    g_autoptr(Cage) cage = cage_new(&limits, FALSE, NULL);
    for (gsize i = 0; i < 17; i++) /* those that need no time */
        if (!cage || !comes_to(cage, &tries[i], world)) {
            print_error("without Landlock: %s\n", tries[i].name);
            _exit(1);
        }
}

static void the_filter_holds_without_landlock(void **state)
{
    (void)state;
    World *world = world_new();
    apart(without_landlock, world);
    world_end(world);
}

/* The walls with a filter that lets everything pass: what stops it now is Landlock. A folder takes no
 * descriptor, which the limits would deny. */
static void without_filter(World *world)
{
    const struct sock_filter pass = {.code = BPF_RET | BPF_K, .k = SECCOMP_RET_ALLOW};
    g_autoptr(GArray) filter = g_array_new(FALSE, FALSE, sizeof pass);
    g_array_append_val(filter, pass);
    if (syscall(SYS_landlock_create_ruleset, NULL, 0, 1) < 1)
        return; /* a kernel without it */
    g_autofree char *path = g_build_filename(world->folder, "made", NULL);
    if (!walls_limit(&limits, world->inherited) || !walls_confine(filter) || mkdir(path, 0700) == 0 ||
        errno != EACCES)
        _exit(1);
}

/* By the clock a loop would be stopped too, only later. */
static void time_is_limited_by_the_kernel(World *world)
{
    struct rlimit time;
    if (!walls_limit(&limits, world->inherited) || getrlimit(RLIMIT_CPU, &time) != 0 ||
        time.rlim_cur != limits.time)
        _exit(1);
}

/* A limit that the user has set lower holds, with the signal a second before. */
static void lower_limits_stay(World *world)
{
    const struct rlimit lower = {.rlim_cur = 20, .rlim_max = 20};
    const Limits wanted = {.memory = 256, .time = 30, .output = 1, .pages = 1};
    struct rlimit time;
    if (setrlimit(RLIMIT_CPU, &lower) != 0 || !walls_limit(&wanted, world->inherited) ||
        getrlimit(RLIMIT_CPU, &time) != 0 || time.rlim_cur != 19 || time.rlim_max != 20)
        _exit(1);
}

/* No program that it could start would give it rights, and nobody else of its user looks into it. */
static void nothing_is_gained_or_seen(World *world)
{
    const struct sock_filter pass = {.code = BPF_RET | BPF_K, .k = SECCOMP_RET_ALLOW};
    g_autoptr(GArray) filter = g_array_new(FALSE, FALSE, sizeof pass);
    g_array_append_val(filter, pass);
    if (!walls_limit(&limits, world->inherited) || !walls_confine(filter) ||
        prctl(PR_GET_NO_NEW_PRIVS, 0, 0, 0, 0) != 1 || prctl(PR_GET_DUMPABLE, 0, 0, 0, 0) != 0)
        _exit(1);
}

static void other_walls_hold_without_the_filter(void **state)
{
    (void)state;
    World *world = world_new();
    apart(without_filter, world);
    apart(time_is_limited_by_the_kernel, world);
    apart(lower_limits_stay, world);
    apart(nothing_is_gained_or_seen, world);
    world_end(world);
}

static void without_seccomp(World *world)
{
    (void)world;
    take_away(SCMP_SYS(seccomp), ENOSYS);
    g_autoptr(GError) error = NULL;
    const char *const arguments[] = {"sammandrag", "pages", "samples/ekdal-brev/minutes.pdf", NULL};
    FILE *none = fopen("/dev/null", "r+");
    int refused = command(3, (char **)(gpointer)arguments, none, none, none);
    const char *const all_the_same[] = {"sammandrag", "pages", "--no-sandbox", arguments[2], NULL};
    int read = command(4, (char **)(gpointer)all_the_same, none, none, none);
    if (cage_new(&limits, FALSE, &error) || error->code != CAGE_ERROR_NONE ||
        refused != STATUS_INSTALLATION || read != STATUS_OK)
        _exit(1);
}

/* A system that gives filters and then denies this one. */
static void with_the_filter_denied(World *world)
{
    g_autoptr(Cage) cage = cage_new(&limits, FALSE, NULL);
    scmp_filter_ctx context = seccomp_init(SCMP_ACT_ALLOW);
    if (seccomp_rule_add(context, SCMP_ACT_ERRNO(EINVAL), SCMP_SYS(prctl), 1, SCMP_A0(SCMP_CMP_EQ, 22)) !=
            0 ||
        seccomp_load(context) != 0)
        _exit(1);
    const Try none = {"answers", answers, CAGE_ERROR_NONE, NULL};
    if (!comes_to(cage, &none, world))
        _exit(1);
}

static void nothing_is_read_without_a_filter(void **state)
{
    (void)state;
    World *world = world_new();
    apart(without_seccomp, world);
    apart(with_the_filter_denied, world);
    world_end(world);
}

int main(void)
{
    const struct CMUnitTest walls[] = {
        cmocka_unit_test(what_a_worker_tries_is_in_vain),
        cmocka_unit_test(an_open_cage_has_limits),
        cmocka_unit_test(the_filter_holds_without_landlock),
        cmocka_unit_test(other_walls_hold_without_the_filter),
        cmocka_unit_test(nothing_is_read_without_a_filter),
    };
    /* Sanitized there are no walls: see cage_walls.h. */
    return CAGE_SANITIZED ? 0 : cmocka_run_group_tests_name("walls", walls, NULL, NULL);
}
