#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Time, instructions and memory of `convert` with all outputs beside other programs, on the same files,
# and what `batch` makes of one core and of all, beside what the machine makes of them at that moment.
#
# usage: BUILD=build bench/run.sh [FILE.pdf...]      (the samples; BENCH_FILES of make bench)
#
#   BENCH_RUNS=5          how often each program converts all files; they take turns
#   BENCH_HISTORY=yes     adds a line with the commit to bench/history
#   OPENDATALOADER_JAR=…  opendataloader-pdf beside the others
#
# CPU time is user and system time, the least of all runs; instructions are valgrind's count of one run
# over each file with all its processes, the same on every machine with the same libraries. The ratio is
# to `pdftotext -bbox-layout`, which does no more than write where each word stands. The others begin anew for
# each file; so does sammandrag in its first row. What many files cost it stands below: one process for all of
# them, and a batch of one worker.
set -u
export LC_ALL=C.UTF-8
program=${SAMMANDRAG:-${BUILD:-build}/sammandrag}
runs=${BENCH_RUNS:-5}
[ $# -gt 0 ] || set -- ${BENCH_FILES:-samples/*/*.pdf}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# The first is what the others are measured against.
programs=(pdftotext sammandrag together batch pdftohtml mutool pdf2txt)
[ -z "${OPENDATALOADER_JAR:-}" ] || programs+=(opendataloader)
declare -A name=(
    [sammandrag]='sammandrag convert -o' [together]='  all files together' [batch]='sammandrag batch -j 1'
    [pdftotext]='pdftotext -bbox-layout' [pdftohtml]='pdftohtml -xml'
    [mutool]='mutool draw -F stext' [pdf2txt]='pdf2txt' [opendataloader]='opendataloader-pdf')
# What valgrind cannot count in reasonable time: an interpreter or a virtual machine.
declare -A uncounted=([pdf2txt]=1 [opendataloader]=1)
# What takes all files at once.
declare -A whole=([together]=1 [batch]=1)

open=
run() { # PROGRAM FILE-OR-ALL [PREFIX...]
    local which=$1 file=$2
    shift 2
    case $which in
        sammandrag) "$@" "$program" convert --quiet $open -o "$work/out" "$file" ;;
        together) "$@" "$program" convert --quiet $open -o "$work/out" "$work"/files/*.pdf ;;
        batch) rm -rf "$work/batch" && "$@" "$program" batch --quiet $open -j 1 -o "$work/batch" "$work/files" ;;
        pdftotext) "$@" pdftotext -bbox-layout "$file" "$work/boxes.html" ;;
        pdftohtml) "$@" pdftohtml -q -xml -i "$file" "$work/pages" ;;
        mutool) "$@" mutool draw -q -F stext -o "$work/stext.xml" "$file" ;;
        pdf2txt) "$@" pdf2txt -o "$work/text.txt" "$file" ;;
        opendataloader) "$@" java -jar "$OPENDATALOADER_JAR" -o "$work/loader" "$file" ;;
    esac >/dev/null 2>"$work/errors"
    local status=$?
    case $which:$status in
        *:0 | sammandrag:1 | together:1 | batch:1) ;; # notes
        *) echo "bench: ${name[$which]}: $file: status $status: $(head -n 1 "$work/errors")" >&2 ;;
    esac
}

# What PROGRAM is run on, one after the other.
of() {
    if [ -n "${whole[$1]:-}" ]; then echo all; else printf '%s\n' "${files[@]}"; fi
}

# Of the children so far, in milliseconds.
cpu() {
    awk '{ print ($16 + $17) * 1000 / '"$(getconf CLK_TCK)"' }' /proc/$$/stat
}

# The cage forbids valgrind to count in it: what it costs is in the CPU time alone. A process that forks
# hands its count on, so it is written down and begun anew.
instructions() { # PROGRAM FILE
    local open=--no-sandbox
    rm -rf "$work/counts"
    mkdir "$work/counts"
    run "$1" "$2" valgrind --tool=callgrind --trace-children=yes --dump-before=fork \
        --callgrind-out-file="$work/counts/%p"
    sed -n 's/^totals: //p' "$work"/counts/* | awk '{ n += $1 } END { printf "%.0f\n", n }'
}

peak() { # PROGRAM FILE: KiB of its largest process
    run "$1" "$2" /usr/bin/time -o "$work/peak" -f %M
    tail -n 1 "$work/peak"
}

# Seconds that batch takes for the files, each COPIES times, with JOBS workers.
batch_seconds() { # JOBS
    rm -rf "$work/batch"
    local start=$EPOCHREALTIME
    "$program" batch --quiet -j "$1" -o "$work/batch" "$work/tree" >/dev/null 2>"$work/errors"
    [ $? -le 1 ] || { echo "bench: batch failed: $(head -n 1 "$work/errors")" >&2; exit 1; }
    awk -v a="$start" -v b="$EPOCHREALTIME" 'BEGIN { print b - a }'
}

# Seconds that so many copies of pdftotext take at once, each for all files. No program can scale better than they do.
text_seconds() { # COPIES
    local start=$EPOCHREALTIME copy file
    for ((copy = 0; copy < $1; copy++)); do
        for file in "$work"/tree/*.pdf; do pdftotext -bbox-layout "$file" /dev/null 2>/dev/null; done &
    done
    wait
    awk -v a="$start" -v b="$EPOCHREALTIME" 'BEGIN { print b - a }'
}

# By number, since files of different folders may have one name.
mkdir "$work/files" "$work/loader"
files=()
for file in "$@"; do
    files+=("$work/files/$((${#files[@]} + 1)).pdf")
    cp "$file" "${files[-1]}" || exit 1
done

pages=$(for f in "${files[@]}"; do pdfinfo "$f" | sed -n 's/^Pages: *//p'; done | awk '{ n += $1 } END { print n }')
printf '%d files, %d pages, %d runs\n\n' $# "$pages" "$runs"

declare -A time count kib
for ((i = 0; i < runs; i++)); do
    for which in "${programs[@]}"; do
        before=$(cpu)
        for file in $(of "$which"); do run "$which" "$file"; done
        time[$which]=$(awk -v a="$before" -v b="$(cpu)" -v least="${time[$which]:-1e9}" \
            'BEGIN { print b - a < least ? b - a : least }')
    done
done
for which in "${programs[@]}"; do
    count[$which]=0 kib[$which]=0
    for file in $(of "$which"); do
        [ -n "${uncounted[$which]:-}" ] || count[$which]=$((count[$which] + $(instructions "$which" "$file")))
        this=$(peak "$which" "$file")
        [ "$this" -le "${kib[$which]}" ] || kib[$which]=$this
    done
done

printf '%-24s %8s %6s %10s %16s %6s %9s\n' '' 'CPU ms' ratio 'pages/s' 'M instructions' ratio 'peak MiB'
for which in "${programs[@]}"; do
    awk -v name="${name[$which]}" -v t="${time[$which]}" -v bt="${time[pdftotext]}" -v p="$pages" \
        -v c="${count[$which]}" -v bc="${count[pdftotext]}" -v k="${kib[$which]}" 'BEGIN {
        printf "%-24s %8.0f %6.2f %10.0f ", name, t, t / bt, (t > 0 ? p / t * 1000 : 0)
        if (c > 0) printf "%16.0f %6.2f ", c / 1e6, c / bc; else printf "%16s %6s ", "", ""
        printf "%9.1f\n", k / 1024 }'
done

# Enough of a tree that starting and ending weigh nothing: about 2,000 pages.
copies=$((2000 / pages + 1))
mkdir "$work/tree"
for ((i = 0; i < copies; i++)); do
    for file in "${files[@]}"; do cp "$file" "$work/tree/$i-${file##*/}"; done
done
cores=$(nproc)
one=$(batch_seconds 1) && all=$(batch_seconds "$cores") || exit 1
text=$(text_seconds 1) texts=$(text_seconds "$cores")
speed=$(awk -v p=$((pages * copies)) -v one="$one" -v all="$all" -v n="$cores" -v text="$text" -v texts="$texts" 'BEGIN {
    printf "%.0f pages/s on one core, %.0f on %d: %.2f times, where %d pdftotext at once are %.2f times one",
        p / one, p / all, n, one / all, n, n * text / texts }')
printf '\nbatch, %d files of %d pages: %s\n' $(($# * copies)) $((pages * copies)) "$speed"

if [ "${BENCH_HISTORY:-}" = yes ]; then
    here=$(dirname "$0")
    awk -v commit="$(git -C "$here" rev-parse --short HEAD)" -v n=$# -v p="$pages" -v t="${time[sammandrag]}" -v bt="${time[pdftotext]}" \
        -v c="${count[sammandrag]}" -v bc="${count[pdftotext]}" -v tt="${time[together]}" -v ct="${count[together]}" \
        -v k="${kib[sammandrag]}" -v speed="$speed" 'BEGIN {
        printf "%s: %d files, %d pages: CPU %.2f, instructions %.2f times pdftotext (together %.2f, %.2f); %.1f MiB; %s\n",
            commit, n, p, t / bt, c / bc, tt / bt, ct / bc, k / 1024, speed }' >>"$here/history"
fi
