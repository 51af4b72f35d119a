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
size=${1:-few}
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
    3) # refused
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

for name in ${*:-$("$build/complexity" pages list)}; do
    ! "$build/complexity" pages list | grep -qx "$name" || on_pages "$name"
done
for name in ${*:-$("$build/complexity" pdf list)}; do
    ! "$build/complexity" pdf list | grep -qx "$name" || in_pdf "$name"
done
[ $failures -eq 0 ]
