#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Takes documents that are built to make a stage slow, or to exhaust what reads the PDF, through the program: each
# is done within its limit, or refused with a message.
#
# usage: BUILD=build tests/check_complexity.sh [few|many|COUNT] [NAME...]
#
# `few` of everything is what make check tries; `many` is what make check-long tries.
set -u
export LC_ALL=C.UTF-8
build=${BUILD:-build}
program=${SAMMANDRAG:-$build/sammandrag}
size=${1:-${ATTACKS:-few}}
[ $# -eq 0 ] || shift
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
failures=0

# A sanitizer takes its time, and address space without end.
slower=1 space=4000000
case $build in *san*) slower=8 space=unlimited ;; esac

on_pages() { # NAME
    (ulimit -t $((300 * slower)) && SLOWER=$slower "$build/complexity" pages "$size" "$1") >"$dir/out" 2>&1
    status=$?
    grep -a '^ok' "$dir/out" && return
    [ $status -lt 128 ] || echo "FAILED pages $1 $size: ended by signal $((status - 128))"
    cat "$dir/out"
    failures=$((failures + 1))
}

in_pdf() { # NAME
    "$build/complexity" pdf "$size" "$1" >"$dir/attack.pdf"
    (ulimit -t $((60 * slower)) -v $space && "$program" convert -o "$dir/made" "$dir/attack.pdf") >"$dir/out" 2>&1
    status=$?
    case $status in
    0 | 1) echo "ok pdf $1 $size: done" ;;
    3 | 8) # refused, or stopped at a limit
        if grep -qa "^sammandrag: $dir/attack.pdf: ." "$dir/out" && [ ! -e "$dir/made" ]; then
            echo "ok pdf $1 $size: $(tail -n 1 "$dir/out" | cut -d: -f3-)"
        else
            echo "FAILED pdf $1 $size: refused without a word, or with an output"
            failures=$((failures + 1))
        fi
        ;;
    *)
        echo "FAILED pdf $1 $size: exit status $status: $(tail -n 1 "$dir/out")"
        failures=$((failures + 1))
        ;;
    esac
    rm -rf "$dir/made"
}

of_pages=$("$build/complexity" pages list)
of_pdf=$("$build/complexity" pdf list)
# shellcheck disable=SC2086 # names without blanks
[ $# -gt 0 ] || set -- $of_pages $of_pdf
for name in "$@"; do
    ! grep -qx -- "$name" <<<"$of_pages" || on_pages "$name"
    ! grep -qx -- "$name" <<<"$of_pdf" || in_pdf "$name"
done
[ $failures -eq 0 ]
