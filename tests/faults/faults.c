/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Faults: a library to be preloaded, that lets a call of the C library fail, be short, or be the last.
 *
 * FAULTS=CALL:WHEN:WHAT  what is to happen; without it calls are only counted
 *   CALL   see journal.h
 *   WHEN   N, the Nth; N+, from the Nth on; even, every other
 *   WHAT   an errno by name; short, half of what was asked; INT, TERM, HUP or KILL, the signal before the
 *          call; loss, the same to the whole process group with KILL; for time 1970, 2100 or back, an hour
 * earlier at each call FAULTS_JOURNAL=FILE    where it is counted; see journal.h FAULTS_KEEP=FOLDER     keeps
 * there what is replaced or removed, and records events, for build/loss FAULTS_DEPTH=N         in the program
 * (0), its children (1) or theirs (2) alone
 *
 * Nothing that the program did not ask for is asked of the kernel in a process that opens no file to write.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

#include "journal.h"

enum { FILES_MAX = 1024 };

typedef enum { WHAT_ERROR, WHAT_SHORT, WHAT_SIGNAL, WHAT_LOSS, WHAT_TIME } What;

void mi_register_error(void (*handler)(int, void *), void *data);

/* A library that is preloaded has nobody to hand its state to. */
static struct {
    Journal *journal; /* NULL: nothing is to be done */
    const char *keep;
    int depth, wanted_depth; /* -1: any */
    Call call;               /* CALL__MAX: none */
    unsigned first, last;    /* which are faulty */
    bool even;
    What what;
    int number;  /* of the error or the signal */
    time_t time; /* 0: an hour earlier at each call */
    void (*exhausted)(int error, void *data);
    ino_t files[FILES_MAX]; /* by descriptor: open to be written or synced; 0: not followed */
} state = {.wanted_depth = -1, .call = CALL__MAX};

/* The function of this name that would have been called without us. */
#define NEXT(name)                                                                                           \
    static __typeof__(name) *next;                                                                           \
    if (!next)                                                                                               \
    *(void **)&next = dlsym(RTLD_NEXT, #name)

static void parse(const char *text);
static bool is_faulty(Call call);
static bool fails(Call call);
static bool steps(void);
static Event *record(EventKind kind);
static ino_t inode(const char *path);
static ino_t folder_of(const char *path);
static int keep(const char *path);
static int opened(int file, int flags, const char *path, bool is_new);

__attribute__((constructor)) static void begin(void)
{
    const char *path = getenv("FAULTS_JOURNAL"), *depth = getenv("FAULTS_DEPTH"), *what = getenv("FAULTS");
    if (!path)
        return;
    /* Past the functions below. */
    int file = (int)syscall(SYS_openat, AT_FDCWD, path, O_RDWR | O_CREAT | O_CLOEXEC, 0666);
    if (file < 0 || ftruncate(file, sizeof(Journal)) != 0)
        abort();
    NEXT(mmap);
    void *memory = next(NULL, sizeof(Journal), PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
    syscall(SYS_close, file);
    if (memory == MAP_FAILED)
        abort();
    state.keep = getenv("FAULTS_KEEP");
    state.wanted_depth = depth ? atoi(depth) : -1;
    if (what && *what)
        parse(what);
    state.journal = memory;
}

/* NOLINTBEGIN(readability-inconsistent-declaration-parameter-name): the headers' names are reserved */

/* --- files ------------------------------------------------------------------------------------------ */

static int open_file(int folder, const char *path, int flags, mode_t mode)
{
    NEXT(openat);
    if (fails(CALL_OPEN))
        return -1;
    bool follows = state.journal && state.keep && ((flags & O_ACCMODE) != O_RDONLY || flags & O_DIRECTORY);
    bool is_new = follows && flags & O_CREAT && (flags & O_TMPFILE) != O_TMPFILE && inode(path) == 0;
    if (follows && flags & (O_CREAT | O_TRUNC) && !steps())
        return -1;
    int file = next(folder, path, flags, mode);
    return follows ? opened(file, flags, path, is_new) : file;
}

/* The mode is passed on whether it was given or not: without O_CREAT nobody looks at it. */
#define MODE(flags)                                                                                          \
    mode_t mode = 0;                                                                                         \
    if ((flags) & (O_CREAT | O_TMPFILE)) {                                                                   \
        va_list rest;                                                                                        \
        va_start(rest, flags);                                                                               \
        mode = va_arg(rest, mode_t);                                                                         \
        va_end(rest);                                                                                        \
    }

int open(const char *path, int flags, ...)
{
    MODE(flags)
    return open_file(AT_FDCWD, path, flags, mode);
}

int open64(const char *path, int flags, ...)
{
    MODE(flags)
    return open_file(AT_FDCWD, path, flags, mode);
}

int openat(int folder, const char *path, int flags, ...)
{
    MODE(flags)
    return open_file(folder, path, flags, mode);
}

int openat64(int folder, const char *path, int flags, ...)
{
    MODE(flags)
    return open_file(folder, path, flags, mode);
}

FILE *fopen(const char *path, const char *mode)
{
    NEXT(fopen);
    return fails(CALL_OPEN) ? NULL : next(path, mode);
}

FILE *fopen64(const char *path, const char *mode)
{
    NEXT(fopen64);
    return fails(CALL_OPEN) ? NULL : next(path, mode);
}

ssize_t read(int file, void *buffer, size_t size)
{
    NEXT(read);
    if (is_faulty(CALL_READ)) {
        if (state.what == WHAT_ERROR) {
            errno = state.number;
            return -1;
        }
        size = size > 1 ? size / 2 : size;
    }
    return next(file, buffer, size);
}

ssize_t write(int file, const void *buffer, size_t size)
{
    NEXT(write);
    bool follows = file >= 0 && file < FILES_MAX && state.files[file];
    if (is_faulty(follows || file == STDOUT_FILENO ? CALL_WRITE : CALL_SEND)) {
        if (state.what == WHAT_ERROR) {
            errno = state.number;
            return -1;
        }
        size = size > 1 ? size / 2 : size;
    }
    if (follows) {
        if (!steps())
            return -1;
        Event *event = record(EVENT_WROTE);
        if (event)
            event->file = state.files[file];
    }
    return next(file, buffer, size);
}

int fsync(int file)
{
    NEXT(fsync);
    bool follows = file >= 0 && file < FILES_MAX && state.files[file];
    if (fails(CALL_SYNC) || (follows && !steps()))
        return -1;
    int result = next(file);
    Event *event = result == 0 && follows ? record(EVENT_SYNCED) : NULL;
    if (event)
        event->file = state.files[file];
    return result;
}

/* An event without a file is of all. */
int syncfs(int file)
{
    NEXT(syncfs);
    if (fails(CALL_SYNC) || !steps())
        return -1;
    int result = next(file);
    if (result == 0)
        record(EVENT_SYNCED);
    return result;
}

/* One that fails has closed all the same, as on Linux. */
int close(int file)
{
    NEXT(close);
    if (file >= 0 && file < FILES_MAX)
        state.files[file] = 0;
    bool failed = fails(CALL_CLOSE);
    int error = errno, result = next(file);
    if (!failed)
        return result;
    errno = error;
    return -1;
}

/* The number may have been that of a file to be followed, which close_range() closed. */
int dup2(int file, int number)
{
    NEXT(dup2);
    if (number >= 0 && number < FILES_MAX)
        state.files[number] = 0;
    return next(file, number);
}

int flock(int file, int how)
{
    NEXT(flock);
    return fails(CALL_LOCK) ? -1 : next(file, how);
}

/* --- names ------------------------------------------------------------------------------------------ */

static void name_made(const char *path)
{
    Event *event = record(EVENT_MADE);
    if (!event)
        return;
    event->folder = folder_of(path);
    strncpy(event->to, path, PATH_SIZE - 1);
}

int linkat(int from_folder, const char *from, int folder, const char *path, int flags)
{
    NEXT(linkat);
    if (fails(CALL_LINK) || !steps())
        return -1;
    if (state.keep && inode(path) == 0)
        name_made(path);
    return next(from_folder, from, folder, path, flags);
}

int link(const char *from, const char *path)
{
    return linkat(AT_FDCWD, from, AT_FDCWD, path, 0);
}

int mkdir(const char *path, mode_t mode)
{
    NEXT(mkdir);
    if (fails(CALL_MKDIR) || !steps())
        return -1;
    if (state.keep && inode(path) == 0)
        name_made(path);
    return next(path, mode);
}

int rename(const char *from, const char *to)
{
    NEXT(rename);
    if (fails(CALL_RENAME) || !steps())
        return -1;
    int kept = keep(to);
    Event *event = record(EVENT_MOVED);
    if (event) {
        event->kept = kept;
        event->from_folder = folder_of(from);
        event->folder = folder_of(to);
        strncpy(event->from, from, PATH_SIZE - 1);
        strncpy(event->to, to, PATH_SIZE - 1);
    }
    return next(from, to);
}

static bool name_goes(const char *path)
{
    if (fails(CALL_UNLINK) || !steps())
        return false;
    int kept = keep(path);
    Event *event = kept ? record(EVENT_REMOVED) : NULL;
    if (event) {
        event->kept = kept;
        event->folder = folder_of(path);
        strncpy(event->to, path, PATH_SIZE - 1);
    }
    return true;
}

int unlink(const char *path)
{
    NEXT(unlink);
    return name_goes(path) ? next(path) : -1;
}

int remove(const char *path)
{
    NEXT(remove);
    return name_goes(path) ? next(path) : -1;
}

/* --- processes, memory, clocks ---------------------------------------------------------------------- */

pid_t fork(void)
{
    NEXT(fork);
    pid_t child = fails(CALL_FORK) ? -1 : next();
    if (child == 0)
        state.depth++;
    return child;
}

int pipe(int ends[2])
{
    NEXT(pipe);
    return fails(CALL_PIPE) ? -1 : next(ends);
}

int pipe2(int ends[2], int flags)
{
    NEXT(pipe2);
    return fails(CALL_PIPE) ? -1 : next(ends, flags);
}

void *mmap(void *address, size_t size, int protection, int flags, int file, off_t offset)
{
    NEXT(mmap);
    return fails(CALL_MAP) ? MAP_FAILED : next(address, size, protection, flags, file, offset);
}

#ifndef WITHOUT_ALLOCATE /* a sanitizer has functions of its own */
/* mimalloc tells this function first when there is no more; so do we, in its place, where it is used. */
void mi_register_error(void (*handler)(int, void *), void *data)
{
    NEXT(mi_register_error);
    if (!next)
        return;
    state.exhausted = handler;
    next(handler, data);
}

static bool allocation_fails(void)
{
    /* Before main() there is nobody to be told. */
    if (!state.exhausted || !fails(CALL_ALLOCATE))
        return false;
    state.exhausted(ENOMEM, NULL);
    return true;
}

void *malloc(size_t size)
{
    NEXT(malloc);
    return allocation_fails() ? NULL : next(size);
}

void *calloc(size_t count, size_t size)
{
    NEXT(calloc);
    return allocation_fails() ? NULL : next(count, size);
}

void *realloc(void *memory, size_t size)
{
    NEXT(realloc);
    return allocation_fails() ? NULL : next(memory, size);
}

int posix_memalign(void **memory, size_t alignment, size_t size)
{
    NEXT(posix_memalign);
    return allocation_fails() ? ENOMEM : next(memory, alignment, size);
}

/* operator new(unsigned long), of Poppler */
void *_Znwm(size_t size);
void *_Znwm(size_t size)
{
    NEXT(_Znwm);
    (void)allocation_fails(); /* whoever is told does not return */
    return next(size);
}
#endif

static time_t shifted(time_t now)
{
    return !is_faulty(CALL_TIME) ? now : state.time ? state.time : now - 3600 * (time_t)state.journal->faults;
}

time_t time(time_t *result)
{
    NEXT(time);
    time_t now = shifted(next(NULL));
    if (result)
        *result = now;
    return now;
}

int gettimeofday(struct timeval *now, void *zone)
{
    NEXT(gettimeofday);
    int result = next(now, zone);
    now->tv_sec = shifted(now->tv_sec);
    return result;
}

/* The clock that jumps is the one that people set. */
int clock_gettime(clockid_t clock, struct timespec *now)
{
    NEXT(clock_gettime);
    int result = next(clock, now);
    if (clock == CLOCK_REALTIME)
        now->tv_sec = shifted(now->tv_sec);
    return result;
}

/* NOLINTEND(readability-inconsistent-declaration-parameter-name) */

/* --- what is to happen ------------------------------------------------------------------------------ */

static void parse(const char *text)
{
    static const char *const calls[] = {
#define X(constant, name) name,
        CALLS(X)
#undef X
    };
    static const struct {
        const char *name;
        What what;
        int number;
        time_t time;
    } whats[] = {
        {"ENOSPC", WHAT_ERROR, ENOSPC},
        {"EIO", WHAT_ERROR, EIO},
        {"EINTR", WHAT_ERROR, EINTR},
        {"ENOMEM", WHAT_ERROR, ENOMEM},
        {"EMFILE", WHAT_ERROR, EMFILE},
        {"EAGAIN", WHAT_ERROR, EAGAIN},
        {"EACCES", WHAT_ERROR, EACCES},
        {"EROFS", WHAT_ERROR, EROFS},
        {"ENOLCK", WHAT_ERROR, ENOLCK},
        {"ENOTSUP", WHAT_ERROR, ENOTSUP},
        {"EEXIST", WHAT_ERROR, EEXIST},
        {"short", WHAT_SHORT},
        {"INT", WHAT_SIGNAL, SIGINT},
        {"TERM", WHAT_SIGNAL, SIGTERM},
        {"HUP", WHAT_SIGNAL, SIGHUP},
        {"KILL", WHAT_SIGNAL, SIGKILL},
        {"loss", WHAT_LOSS},
        {"1970", WHAT_TIME, 0, 1},
        {"2100", WHAT_TIME, 0, 4102444800},
        {"back", WHAT_TIME},
    };
    char call[16] = "", when[16] = "", what[16] = "";
    if (sscanf(text, "%15[^:]:%15[^:]:%15s", call, when, what) != 3)
        abort();
    int i = 0;
    while (i < CALL__MAX && strcmp(calls[i], call) != 0)
        i++;
    state.call = (Call)i;
    state.even = strcmp(when, "even") == 0;
    state.first = state.even ? 2 : (unsigned)strtoul(when, NULL, 10);
    state.last = state.even || strchr(when, '+') ? UINT_MAX : state.first;
    size_t j = 0;
    while (j < sizeof whats / sizeof *whats && strcmp(whats[j].name, what) != 0)
        j++;
    if (i == CALL__MAX || j == sizeof whats / sizeof *whats)
        abort();
    state.what = whats[j].what;
    state.number = whats[j].number;
    state.time = whats[j].time;
}

/* Counts the call; true when it is one of those that are to be faulty. */
static bool is_faulty(Call call)
{
    if (!state.journal || (state.wanted_depth >= 0 && state.wanted_depth != state.depth))
        return false;
    unsigned number = atomic_fetch_add(&state.journal->counts[call], 1) + 1;
    if (call != state.call || number < state.first || number > state.last || (state.even && number % 2 != 0))
        return false;
    atomic_fetch_add(&state.journal->faults, 1);
    if (state.what == WHAT_SIGNAL)
        (void)raise(state.number);
    return state.what != WHAT_SIGNAL;
}

/* The same where a call can only fail. */
static bool fails(Call call)
{
    if (!is_faulty(call) || state.what != WHAT_ERROR)
        return false;
    errno = state.number;
    return true;
}

/* Counts a step; false with errno when it is to fail. The last one does not return. */
static bool steps(void)
{
    if (!is_faulty(CALL_STEP))
        return true;
    if (state.what == WHAT_LOSS) {
        kill(0, SIGKILL);
        for (;;)
            pause();
    }
    errno = state.number;
    return false;
}

/* --- what is recorded ------------------------------------------------------------------------------- */

/* Returns NULL when nothing is kept. Names and writes are recorded before they are made, so that none is
 * missed; undoing one that was not made does nothing. */
static Event *record(EventKind kind)
{
    if (!state.journal || !state.keep)
        return NULL;
    unsigned number = atomic_fetch_add(&state.journal->length, 1);
    if (number >= EVENTS_MAX)
        abort();
    state.journal->events[number].kind = kind;
    return &state.journal->events[number];
}

/* 0: there is no such thing. */
static ino_t inode(const char *path)
{
    struct stat status;
    return lstat(path, &status) == 0 ? status.st_ino : 0;
}

static ino_t folder_of(const char *path)
{
    char folder[PATH_SIZE] = ".";
    const char *end = strrchr(path, '/');
    if (end && (size_t)(end - path) + 1 < sizeof folder) {
        memcpy(folder, path, (size_t)(end - path) + 1);
        folder[end - path + 1] = '\0';
    }
    return inode(folder);
}

/* Gives what is called so a second name; returns its number, or 0 when there is no such file. */
static int keep(const char *path)
{
    static __typeof__(linkat) *next;
    if (!state.journal || !state.keep || inode(path) == 0)
        return 0;
    if (!next)
        *(void **)&next = dlsym(RTLD_NEXT, "linkat");
    int number = (int)atomic_fetch_add(&state.journal->kept, 1) + 1;
    char name[PATH_SIZE];
    snprintf(name, sizeof name, "%s/%d", state.keep, number);
    return next(AT_FDCWD, path, AT_FDCWD, name, 0) == 0 ? number : 0;
}

static int opened(int file, int flags, const char *path, bool is_new)
{
    struct stat status;
    if (file < 0 || file >= FILES_MAX || fstat(file, &status) != 0)
        return file;
    state.files[file] = S_ISREG(status.st_mode) || S_ISDIR(status.st_mode) ? status.st_ino : 0;
    if (is_new)
        name_made(path);
    Event *event = flags & O_TRUNC ? record(EVENT_WROTE) : NULL;
    if (event)
        event->file = status.st_ino;
    return file;
}
