/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The journal: what faults.so counts and records, in a file that all processes of a run share. */
#ifndef JOURNAL_H
#define JOURNAL_H

#include <stdatomic.h>
#include <sys/types.h>

/* The calls that are counted, and may be made to fail, by the names of the tests. */
#define CALLS(X)                                                                                             \
    X(OPEN, "open")                                                                                          \
    X(READ, "read")                                                                                          \
    X(WRITE, "write") /* to a file that is followed, or standard output */                                   \
    X(SEND, "send")   /* to anything else */                                                                 \
    X(SYNC, "sync")                                                                                          \
    X(CLOSE, "close")                                                                                        \
    X(LINK, "link")                                                                                          \
    X(RENAME, "rename")                                                                                      \
    X(UNLINK, "unlink")                                                                                      \
    X(MKDIR, "mkdir")                                                                                        \
    X(LOCK, "lock")                                                                                          \
    X(FORK, "fork")                                                                                          \
    X(PIPE, "pipe")                                                                                          \
    X(MAP, "map")                                                                                            \
    X(ALLOCATE, "allocate")                                                                                  \
    X(TIME, "time")                                                                                          \
    X(STEP, "step") /* each that changes what is on the disk */

typedef enum {
#define X(constant, name) CALL_##constant,
    CALLS(X)
#undef X
        CALL__MAX
} Call;

typedef enum {
    EVENT_WROTE,   /* into `file` */
    EVENT_SYNCED,  /* `file`, or a folder; 0: all */
    EVENT_MADE,    /* the name `to` in `folder`: of a file or a folder */
    EVENT_MOVED,   /* from `from` in `from_folder` to `to` in `folder` */
    EVENT_REMOVED, /* the name `to` in `folder` */
} EventKind;

enum { PATH_SIZE = 512, EVENTS_MAX = 4096 };

/* Files and folders are told by their inodes, so all must be on one file system. */
typedef struct {
    EventKind kind;
    ino_t file, folder, from_folder;
    int kept; /* the number under which the file that lost its name is kept; 0: there was none */
    char from[PATH_SIZE], to[PATH_SIZE];
} Event;

typedef struct {
    atomic_uint counts[CALL__MAX];
    atomic_uint faults; /* how many were made */
    atomic_uint kept;
    atomic_uint length;
    Event events[EVENTS_MAX];
} Journal;

#endif
