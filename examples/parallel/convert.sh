#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Converts an archive by GNU parallel, here or on machines that share its file system, then merges the reports.
#
# usage: convert.sh IN OUT SHARDS [OPTION-OF-PARALLEL...]
#
# For machines: convert.sh /srv/minutes /srv/out 8 --sshlogin one,two --jobs 1
# Prints the report and ends with the status of the batch.
set -eu
in=$1 out=$2 shards=$3
shift 3

# A file that fails is no reason to stop here.
seq "$shards" | parallel --quote "$@" \
    sammandrag batch --quiet --shard "{}/$shards" -o "$out" "$in" || true
exec sammandrag report "$out"
