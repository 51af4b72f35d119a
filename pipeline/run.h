/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A run: what a batch did with each of its files, and what that comes to. */
#ifndef RUN_H
#define RUN_H

#include "base/model.h"
#include "command.h"
#include "reason.h"

#define RUN_NAMESPACE "urn:sammandrag:run:1"

typedef enum {
    VERDICT_DONE,      /* converted in this run */
    VERDICT_UNCHANGED, /* its outputs are those of an earlier run, and would be the same */
    VERDICT_FAILED,
    VERDICT_PENDING, /* the run was interrupted before */
    VERDICT__MAX
} RunVerdict;

typedef enum {
    RUN_RUNNING, /* it is at work, or was killed */
    RUN_FINISHED,
    RUN_INTERRUPTED,
    RUN_MISSING, /* of a shard: it has no report */
} RunState;

typedef struct {
    const char *path; /* below the folder of the outputs, by pathname_text() */
    int verdict;      /* RunVerdict */
    int reason;       /* Reason, of VERDICT_FAILED */
    bool known;       /* failed in an earlier run, as it would again: not tried */
    bool outdated;    /* failed, and there are outputs of an earlier version of it */
    int status;       /* what sammandrag convert would end with */
    int pages, items;
    int errors, warnings, remarks; /* how many notes of each level */
    double seconds;
    const char *message; /* why it failed, in words */
} RunFile;

typedef struct {
    int number; /* from 1; 0: the whole */
    int state;  /* RunState */
    const char *started, *ended;
    int files;
} RunShard;

typedef struct {
    int reason;
    int files;
} RunCount;

/* The sums over the files. */
typedef struct {
    int files, done, unchanged, failed, pending;
    int with_errors, with_warnings; /* files converted now or before that have such notes */
    int pages;                      /* of what was done in this run */
    int all_pages;                  /* of what was unchanged, too */
    double rate;                    /* pages a second */
} RunSums;

typedef struct {
    GStringChunk *chunk; /* owns every string */
    const char *program;
    int state;                   /* RunState */
    const char *started, *ended; /* UTC */
    double seconds;
    int status; /* the highest of its files; STATUS_UNFINISHED where there is more to do */
    int shards; /* 0: it was not divided */
    int jobs;
    const char *input; /* what was named on the command line, by pathname_text() */
    const char *source, *profile;
    int background;
    RunSums sums;
    GArray *reasons;   /* of RunCount */
    GArray *parts;     /* of RunShard */
    GArray *differing; /* of const char *: what the shards were not given alike */
    GArray *files;     /* of RunFile, by path */
    GArray *repeated;  /* of const char *: files that more than one report has */
    GArray *orphans;   /* of const char *: files with outputs that the list does not have any more */
} BatchRun;

BatchRun *run_new(void);
void run_free(BatchRun *run); /* NULL is fine */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(BatchRun, run_free)

/* Counts its files into `sums`, `reasons` and `status`. */
void run_sum(BatchRun *run);

/* The reports of several shards as one. Shards that no report is of become parts that are missing; of two
 * reports of one shard the later counts. `runs` (of BatchRun *) stay as they are. */
BatchRun *run_from_shards(const GPtrArray *runs);

/* A time as it stands in the report, in UTC; the caller frees it. */
char *run_time(GDateTime *time);

extern const ModelType run_type;
xmlDoc *run_to_xml(const BatchRun *run);
BatchRun *run_from_xml(xmlDoc *doc, GError **error);

#endif
