#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs the test suites, or those named, and ends with the line "N passed, N failed".
#
# usage: BUILD=build tests/run.sh [SUITE...]
#
# A suite is an executable: build/tests/test_X (cmocka), tests/check_X.sh, tests/golden.sh or
# tests/errors.sh. It prints "ok NAME" or "FAILED NAME" a line, or TAP; whatever else it prints is
# shown only when it fails. A suite that exits with an error without saying FAILED counts as one.
set -u
export LC_ALL=C.UTF-8
export BUILD=${BUILD:-build}
export SAMMANDRAG=${SAMMANDRAG:-$BUILD/sammandrag}
export CMOCKA_MESSAGE_OUTPUT=TAP
export LSAN_OPTIONS=suppressions=$PWD/tests/leaks.supp:print_suppressions=0
logs=$BUILD/check
rm -rf "$logs"
mkdir -p "$logs"

run_suite() {
    log=$logs/$(basename "$1").log
    start=$EPOCHREALTIME
    # What a caller such as nohup ignores, a shell cannot take back, and tests end programs by it.
    env --default-signal=HUP,INT,TERM "$1" >"$log" 2>&1
    status=$?
    passed=$(grep -acE '^ok ' "$log")
    failed=$(grep -acE '^(FAILED|not ok) ' "$log")
    if [ "$status" -ne 0 ] && [ "$failed" -eq 0 ]; then
        echo "FAILED $1 (exit status $status)" >>"$log"
        failed=1
    fi
    awk -v n="$1" -v p="$passed" -v f="$failed" -v s="${start/[.,]/}" -v e="${EPOCHREALTIME/[.,]/}" \
        'BEGIN { printf "%-36s %5d passed %4d failed %7.1f s\n", n, p, f, (e - s) / 1e6 }'
    if [ "$failed" -ne 0 ]; then
        sed 's/^/    /' "$log" | grep -avE '^    ok ' | head -n 60
    fi
    echo "$passed $failed" >"$log.count"
}
export -f run_suite
export logs

if [ $# -eq 0 ]; then
    for suite in "$BUILD"/tests/test_* tests/golden.sh tests/errors.sh tests/check_*.sh; do
        [ -x "$suite" ] && [ -f "$suite" ] && set -- "$@" "$suite"
    done
fi
if [ $# -gt 0 ]; then
    printf '%s\0' "$@" | grep -zvE '\.[od]$' | xargs -0 -n 1 -P "$(nproc)" bash -c 'run_suite "$1"' suite
fi

cat "$logs"/*.count 2>/dev/null | awk '
    { passed += $1; failed += $2 }
    END { printf "%d passed, %d failed\n", passed, failed; exit failed != 0 || passed == 0 }'
