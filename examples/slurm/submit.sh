#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Converts an archive on the nodes of a Slurm cluster that share its file system, then merges the reports.
#
# usage: submit.sh IN OUT SHARDS [OPTION-OF-BATCH...]
#
# Waits until all is done, prints the report and ends with the status of the batch. SBATCH_PARTITION,
# SBATCH_TIMELIMIT and the like choose where and how long, SBATCH_CPUS_PER_TASK the processes of a share.
set -eu
here=$(dirname "$0")
in=$1 out=$2 shards=$3
shift 3

mkdir -p "$out/log"
# sbatch ends with the status of the tasks: a file that fails is no reason to stop here.
sbatch --wait --array="1-$shards" --output="$out/log/%A-%a.txt" --cpus-per-task="${SBATCH_CPUS_PER_TASK:-1}" \
    "$here/archive.sbatch" "$in" "$out" "$shards" "$@" >&2 || true
exec sammandrag report "$out"
