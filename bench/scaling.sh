#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# How the cost of `convert` with all outputs grows with the length of the minutes: what a page costs stays what
# it is, and 1,000 pages with 500 items take at most 100 MB (95.4 MiB) in the largest process.
#
# usage: BUILD=build bench/scaling.sh [ITEMS:PARAGRAPHS...]
#
# The minutes are invented: so many items, each so many paragraphs longer than is their kind. With 12 a page holds
# half an item, as real minutes do; with none it holds more than one, and the XML is the larger for it.
set -eu
export LC_ALL=C.UTF-8
build=${BUILD:-build}
program=${SAMMANDRAG:-$build/sammandrag}
[ $# -gt 0 ] || set -- 50:12 150:12 500:12 1130:0
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cost() { # NAME COMMAND...: CPU milliseconds and KiB of its largest process
    local to=$work/$1
    shift
    /usr/bin/time -o "$to" -f '%U %S %M' "$@"
    awk '{ print ($1 + $2) * 1000, $3 }' "$to"
}

printf '%8s %8s %16s %14s %10s %12s %10s\n' items pages 'M instructions' 'M for a page' 'CPU ms' 'x pdftotext' 'peak MiB'
for long in "$@"; do
    "$build/generator" long "${long%:*}" "$work/minutes" "${long#*:}"
    pages=$(pdfinfo "$work/minutes.pdf" | sed -n 's/^Pages: *//p')
    ours=$(cost ours "$program" convert --quiet -o "$work/out" "$work/minutes.pdf")
    theirs=$(cost theirs pdftotext -bbox-layout "$work/minutes.pdf" "$work/boxes.html")
    rm -f "$work"/counts.*
    valgrind --tool=callgrind --trace-children=yes --dump-before=fork --callgrind-out-file="$work/counts.%p" \
        "$program" convert --quiet --no-sandbox --limit time=3600 -o "$work/out" "$work/minutes.pdf" 2>/dev/null
    sed -n 's/^totals: //p' "$work"/counts.* | awk -v items="${long%:*}" -v pages="$pages" -v ours="$ours" -v theirs="$theirs" '
        { count += $1 / 1e6 }
        END {
            split(ours, us); split(theirs, them)
            printf "%8d %8d %16.0f %14.1f %10.0f %12.2f %10.1f\n", items, pages, count, count / pages, us[1],
                us[1] / them[1], us[2] / 1024
        }'
done
