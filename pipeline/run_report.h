/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The report of a run: written beside the outputs, read and merged again. */
#ifndef RUN_REPORT_H
#define RUN_REPORT_H

#include "format.h"
#include "run.h"
#include "session.h"

/* Writes the report into the folder `out` as NAME.xml and NAME.txt, NAME being shard_name() of "run", by way
 * of the folder `temporaries`. */
gboolean run_report_write(Session *session, const BatchRun *run, const char *out, const char *temporaries,
                          const char *name, GError **error);

/* The report in one of its forms; there is no Markdown. The caller unreferences the bytes. */
GBytes *run_report_bytes(const Session *session, const BatchRun *run, Output output, GError **error);

/* The command report: reports of shards as one, to standard output. */
Status run_report(Session *session);

#endif
