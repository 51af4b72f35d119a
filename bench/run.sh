#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Time, instructions and memory of `convert` with all outputs beside other programs, on the same files.
#
# usage: BUILD=build bench/run.sh [FILE.pdf...]      (the samples; BENCH_FILES of make bench)
#
# CPU time is user and system time of all runs over all files; instructions are valgrind's count
# of one run over each file, the same on every machine with the same libraries. The ratio is to
# `pdftotext -bbox-layout`, which does no more than write where each word stands.
set -u
export LC_ALL=C.UTF-8
program=${SAMMANDRAG:-${BUILD:-build}/sammandrag}
runs=${BENCH_RUNS:-5}
[ $# -gt 0 ] || set -- ${BENCH_FILES:-samples/*/*.pdf}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

names=('sammandrag convert -o' 'pdftotext -bbox-layout' 'pdftohtml -xml' 'pdf2txt')
command_of() { # NUMBER FILE
    case $1 in
        0) echo "$program convert --quiet -o $work/out $2" ;;
        1) echo "pdftotext -bbox-layout $2 $work/boxes.html" ;;
        2) echo "pdftohtml -q -xml -i $2 $work/pages" ;;
        3) echo "pdf2txt -o $work/text.txt $2" ;;
    esac
}

# Of the children so far, in milliseconds.
cpu() {
    awk '{ print ($16 + $17) * 1000 / '"$(getconf CLK_TCK)"' }' /proc/$$/stat
}

instructions() { # COMMAND...
    valgrind --tool=callgrind --callgrind-out-file=/dev/null "$@" 2>&1 >/dev/null | sed -n 's/.*Collected : //p'
}

printf '%d files, %d pages, %d runs\n' $# \
    "$(for f in "$@"; do pdfinfo "$f" | sed -n 's/^Pages: *//p'; done | awk '{ n += $1 } END { print n }')" "$runs"
printf '%-24s %12s %8s %16s %8s %10s\n' '' 'CPU ms' ratio 'instructions' ratio 'peak MiB'
for i in 1 0 2 3; do
    before=$(cpu)
    for ((run = 0; run < runs; run++)); do
        for file in "$@"; do $(command_of $i "$file") >/dev/null 2>&1; done
    done
    time=$(awk -v a="$before" -v b="$(cpu)" -v n="$runs" 'BEGIN { print (b - a) / n }')
    count=0 peak=0
    for file in "$@"; do
        # pdf2txt is Python: valgrind would count its interpreter for minutes.
        [ $i -eq 3 ] || count=$((count + $(instructions $(command_of $i "$file") || echo 0)))
        kib=$(/usr/bin/time -f %M $(command_of $i "$file") 2>&1 >/dev/null | tail -n 1)
        [ "$kib" -gt "$peak" ] && peak=$kib
    done
    if [ $i -eq 1 ]; then base_time=$time base_count=$count; fi
    awk -v name="${names[$i]}" -v t="$time" -v bt="$base_time" -v c="$count" -v bc="$base_count" -v p="$peak" 'BEGIN {
        printf "%-24s %12.0f %8.2f ", name, t, t / bt
        if (c > 0) printf "%16.0f %8.2f ", c, c / bc; else printf "%16s %8s ", "", ""
        printf "%10.1f\n", p / 1024 }'
done
