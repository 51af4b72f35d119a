#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# How the cost of `convert` with all outputs grows with the length of the minutes: what a page costs and
# the peak of memory must stay what they are, and below 100 MiB.
#
# usage: BUILD=build bench/scaling.sh [ITEMS...]
set -eu
export LC_ALL=C.UTF-8
build=${BUILD:-build}
program=${SAMMANDRAG:-$build/sammandrag}
[ $# -gt 0 ] || set -- 50 150 500
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

printf '%8s %8s %16s %14s %10s %10s\n' items pages 'M instructions' 'M for a page' 'CPU ms' 'peak MiB'
for items in "$@"; do
    "$build/generator" long "$items" "$work/minutes"
    pages=$(pdfinfo "$work/minutes.pdf" | sed -n 's/^Pages: *//p')
    /usr/bin/time -o "$work/time" -f '%U %S %M' "$program" convert --quiet -o "$work/out" "$work/minutes.pdf"
    rm -f "$work"/counts.*
    valgrind --tool=callgrind --trace-children=yes --dump-before=fork --callgrind-out-file="$work/counts.%p" \
        "$program" convert --quiet --no-sandbox --limit time=600 -o "$work/out" "$work/minutes.pdf" 2>/dev/null
    awk -v items="$items" -v pages="$pages" '
        NR == FNR { time = ($1 + $2) * 1000; memory = $3 / 1024; next }
        /^totals: / { count += $2 / 1e6 }
        END { printf "%8d %8d %16.0f %14.1f %10.0f %10.1f\n", items, pages, count, count / pages, time, memory }' \
        "$work/time" "$work"/counts.*
done
