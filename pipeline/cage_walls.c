/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The walls of the cage: what a process takes away from itself before it touches hostile bytes. */
#define _GNU_SOURCE /* closefrom, memfd_create, syscall */
#include "cage_walls.h"

#include <errno.h>
#include <linux/filter.h>
#include <seccomp.h>
#include <signal.h>
#include <stdint.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

/* What computing takes. */
static const int computing[] = {
    SCMP_SYS(brk),          SCMP_SYS(munmap),      SCMP_SYS(mremap),          SCMP_SYS(madvise),
    SCMP_SYS(futex),        SCMP_SYS(sched_yield), SCMP_SYS(clock_gettime),   SCMP_SYS(gettimeofday),
    SCMP_SYS(time),         SCMP_SYS(getrandom),   SCMP_SYS(rt_sigprocmask),  SCMP_SYS(rt_sigaction),
    SCMP_SYS(rt_sigreturn), SCMP_SYS(sigaltstack), SCMP_SYS(getpid),          SCMP_SYS(gettid),
    SCMP_SYS(exit),         SCMP_SYS(exit_group),  SCMP_SYS(restart_syscall),
};

/* What libraries ask on their way, and do without where it is refused: files that are looked for, the
 * machine, whether standard error is a log, and abort()'s signal to itself. */
static const int asking[] = {
    SCMP_SYS(open),
    SCMP_SYS(openat),
    SCMP_SYS(openat2),
    SCMP_SYS(stat),
    SCMP_SYS(lstat),
    SCMP_SYS(fstat),
    SCMP_SYS(newfstatat),
    SCMP_SYS(statx),
    SCMP_SYS(access),
    SCMP_SYS(faccessat),
    SCMP_SYS(faccessat2),
    SCMP_SYS(readlink),
    SCMP_SYS(readlinkat),
    SCMP_SYS(statfs),
    SCMP_SYS(fstatfs),
    SCMP_SYS(getcwd),
    SCMP_SYS(getdents),
    SCMP_SYS(getdents64),
    SCMP_SYS(read),
    SCMP_SYS(readv),
    SCMP_SYS(pread64),
    SCMP_SYS(lseek),
    SCMP_SYS(fcntl),
    SCMP_SYS(ioctl),
    SCMP_SYS(close),
    SCMP_SYS(writev),
    SCMP_SYS(uname),
    SCMP_SYS(sysinfo),
    SCMP_SYS(getcpu),
    SCMP_SYS(getuid),
    SCMP_SYS(geteuid),
    SCMP_SYS(getgid),
    SCMP_SYS(getegid),
    SCMP_SYS(getrusage),
    SCMP_SYS(getrlimit),
    SCMP_SYS(prlimit64),
    SCMP_SYS(sched_getaffinity),
    SCMP_SYS(membarrier),
    SCMP_SYS(tgkill),
    SCMP_SYS(getpeername),
    SCMP_SYS(getsockname),
};

static gboolean add_rules(scmp_filter_ctx context);
static GArray *program_of(scmp_filter_ctx context);
static gboolean limit(int resource, rlim_t value);
static gboolean limit_softly(int resource, rlim_t value, rlim_t grace);
static void inherit_no_signals(void);
static void lock_files_and_network(void);

GArray *walls_filter(void)
{
    /* A kernel that lacks this action would end one thread and go on. */
    const uint32_t action = SECCOMP_RET_KILL_PROCESS;
    if (syscall(SYS_seccomp, SECCOMP_GET_ACTION_AVAIL, 0, &action) != 0)
        return NULL;
    scmp_filter_ctx context = seccomp_init(SCMP_ACT_KILL_PROCESS);
    GArray *program = context && add_rules(context) ? program_of(context) : NULL;
    seccomp_release(context);
    return program;
}

gboolean walls_limit(const Limits *limits, int file)
{
    inherit_no_signals();
    if (dup2(file, CAGE_FILE) != CAGE_FILE)
        return FALSE;
    (void)close(STDIN_FILENO);
    (void)close(STDOUT_FILENO);
    if (!CAGE_SANITIZED) /* which reports there */
        (void)close(STDERR_FILENO);
    closefrom(CAGE_FILE + 1);
    if (CAGE_SANITIZED)
        return limit(RLIMIT_CORE, 0);
    /* The second above is for the signal that says which limit it was. */
    return limit(RLIMIT_CORE, 0) && limit(RLIMIT_DATA, (rlim_t)limits->memory << 20) &&
           limit_softly(RLIMIT_CPU, limits->time, 1);
}

gboolean walls_confine(const GArray *filter)
{
    const struct sock_fprog program = {.len = (unsigned short)filter->len,
                                       .filter = (struct sock_filter *)(gpointer)filter->data};
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 || prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) != 0)
        return FALSE;
    lock_files_and_network();
    return limit(RLIMIT_NOFILE, 0) && limit(RLIMIT_FSIZE, 0) && limit(RLIMIT_NPROC, 0) &&
           prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0;
}

/* ---- system calls ---- */

/* Memory that is private to the process, counted by its limit and never run as code: memory shared or
 * growing downwards would be counted nowhere. */
static gboolean add_memory_rules(scmp_filter_ctx context)
{
    const uint64_t sort = MAP_TYPE | MAP_ANONYMOUS | MAP_GROWSDOWN;
    return seccomp_rule_add(context, SCMP_ACT_ALLOW, SCMP_SYS(mmap), 2,
                            SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0),
                            SCMP_A3(SCMP_CMP_MASKED_EQ, sort, MAP_PRIVATE | MAP_ANONYMOUS)) == 0 &&
           seccomp_rule_add(context, SCMP_ACT_ALLOW, SCMP_SYS(mprotect), 1,
                            SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0)) == 0 &&
           /* PCRE2 asks for such memory to compile its patterns into, and goes on without. */
           seccomp_rule_add(context, SCMP_ACT_ERRNO(EACCES), SCMP_SYS(mmap), 1,
                            SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, PROT_EXEC)) == 0;
}

/* Libraries that complain on standard error find it closed. */
static gboolean add_write_rules(scmp_filter_ctx context)
{
    return seccomp_rule_add(context, SCMP_ACT_ALLOW, SCMP_SYS(write), 1, SCMP_A0(SCMP_CMP_EQ, CAGE_FILE)) ==
               0 &&
           seccomp_rule_add(context, SCMP_ACT_ERRNO(EBADF), SCMP_SYS(write), 1,
                            SCMP_A0(SCMP_CMP_NE, CAGE_FILE)) == 0;
}

static gboolean add_rules(scmp_filter_ctx context)
{
    gboolean good = seccomp_attr_set(context, SCMP_FLTATR_ACT_BADARCH, SCMP_ACT_KILL_PROCESS) == 0 &&
                    seccomp_attr_set(context, SCMP_FLTATR_CTL_OPTIMIZE, 2) == 0;
    for (gsize i = 0; good && i < G_N_ELEMENTS(computing); i++)
        good = seccomp_rule_add(context, SCMP_ACT_ALLOW, computing[i], 0) == 0;
    for (gsize i = 0; good && i < G_N_ELEMENTS(asking); i++)
        good = seccomp_rule_add(context, SCMP_ACT_ERRNO(EACCES), asking[i], 0) == 0;
    return good && add_memory_rules(context) && add_write_rules(context);
}

/* libseccomp gives the program to a file only. */
static GArray *program_of(scmp_filter_ctx context)
{
    GArray *program = NULL;
    int file = memfd_create("filter", MFD_CLOEXEC);
    off_t size = file >= 0 && seccomp_export_bpf(context, file) == 0 ? lseek(file, 0, SEEK_END) : -1;
    if (size > 0 && size % (off_t)sizeof(struct sock_filter) == 0) {
        program = g_array_new(FALSE, FALSE, sizeof(struct sock_filter));
        g_array_set_size(program, (guint)((gsize)size / sizeof(struct sock_filter)));
        if (pread(file, program->data, (size_t)size, 0) != size) {
            g_array_unref(program);
            program = NULL;
        }
    }
    if (file >= 0)
        (void)close(file);
    return program;
}

/* ---- the rest ---- */

static gboolean limit(int resource, rlim_t value)
{
    return limit_softly(resource, value, 0);
}

/* Sets a limit that comes with a signal, and one `grace` above it that does not. Where the program has got a
 * lower one from its user, that holds. */
static gboolean limit_softly(int resource, rlim_t value, rlim_t grace)
{
    struct rlimit given;
    if (getrlimit((__rlimit_resource_t)resource, &given) != 0)
        return FALSE;
    rlim_t hard = MIN(value + grace, given.rlim_max);
    const struct rlimit both = {.rlim_cur = MIN(value, MAX(hard, grace) - grace), .rlim_max = hard};
    return setrlimit((__rlimit_resource_t)resource, &both) == 0;
}

/* What stops the program is for its parent to mind, which takes this process with it; what breaks this
 * process ends it, whoever handles that in the parent. */
static void inherit_no_signals(void)
{
    static const int stopping[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT};
    static const int breaking[] = {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGTRAP, SIGABRT, SIGSYS, SIGXCPU};
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    for (gsize i = 0; i < G_N_ELEMENTS(stopping); i++)
        signal(stopping[i], SIG_IGN);
    for (gsize i = 0; !CAGE_SANITIZED && i < G_N_ELEMENTS(breaking); i++)
        signal(breaking[i], SIG_DFL);
}

/* Landlock: a set of rules that handles every access the kernel knows and allows none. Behind the filter, so
 * a kernel without it, or that knows fewer accesses, is no reason to refuse. The numbers are those of
 * linux/landlock.h, whose older versions lack the later ones. */
static void lock_files_and_network(void)
{
    enum { CREATE_RULESET = 444, RESTRICT_SELF = 446, ASK_VERSION = 1 };
    static const struct {
        long version;
        uint64_t accesses[3]; /* to files, to the network, to sockets and processes outside */
    } known[] = {
        {6, {(1 << 16) - 1, (1 << 2) - 1, (1 << 2) - 1}},
        {5, {(1 << 16) - 1, (1 << 2) - 1, 0}},
        {4, {(1 << 15) - 1, (1 << 2) - 1, 0}},
        {3, {(1 << 15) - 1, 0, 0}},
        {2, {(1 << 14) - 1, 0, 0}},
        {1, {(1 << 13) - 1, 0, 0}},
    };
    long version = syscall(CREATE_RULESET, NULL, 0, ASK_VERSION);
    for (gsize i = 0; i < G_N_ELEMENTS(known); i++) {
        if (version < known[i].version)
            continue;
        long rules = syscall(CREATE_RULESET, known[i].accesses, sizeof known[i].accesses, 0);
        if (rules >= 0) {
            (void)syscall(RESTRICT_SELF, rules, 0);
            (void)close((int)rules);
        }
        return;
    }
}
