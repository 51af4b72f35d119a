#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Builds the fuzz targets with libFuzzer and sanitizers and runs each for FUZZ_SECONDS.
#
# usage: LIBS=… FUZZ_SECONDS=60 [TARGETS="pages blocks"] tests/fuzz.sh
#
# A find does not end a run. What a target finds is left in build/fuzz/TARGET.finds; it belongs in
# tests/fuzz/seeds/TARGET, made small, once it is mended. What it has learnt stays in build/fuzz/TARGET, so
# that the next run begins there.
set -eu
build=build/fuzz
flags='-g -O1 -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=undefined'
# shellcheck disable=SC2012
mutator=$(ls tests/mutate*.c | sed "s|\(.*\)\.c$|$build/\1.o|")
# shellcheck disable=SC2012 # names of ours
targets=${TARGETS:-$(ls tests/fuzz_*.c | sed 's|tests/fuzz_||; s|\.c$||')}
for target in $targets; do
    of_xml=$mutator
    dictionary=
    if [ "$target" = pdf ]; then
        of_xml=
        dictionary=-dict=tests/fuzz/pdf.dict
    fi
    # shellcheck disable=SC2086
    make --no-print-directory CC=clang BUILD=$build CFLAGS="$flags" $build/libsammandrag.a \
        "$build/tests/fuzz_$target.o" $mutator
    # shellcheck disable=SC2086
    clang $flags -fsanitize=fuzzer "$build/tests/fuzz_$target.o" $of_xml $build/libsammandrag.a -o "$build/fuzz_$target" $LIBS
    mkdir -p "$build/$target" "$build/$target.finds"
    sh tests/fuzz/files.sh "$target" | while read -r file; do
        cp "$file" "$build/$target/$(echo "$file" | tr / -)"
    done
    SAMMANDRAG_DATA=. LSAN_OPTIONS="suppressions=tests/leaks.supp:print_suppressions=0" "$build/fuzz_$target" \
        -fork=1 -ignore_crashes=1 -ignore_timeouts=1 -ignore_ooms=1 $dictionary \
        -max_total_time="${FUZZ_SECONDS:-60}" -rss_limit_mb=2048 -timeout=20 -print_final_stats=1 \
        -artifact_prefix="$build/$target.finds/" "$build/$target" 2>&1 | grep -aE 'cov:|ERROR|SUMMARY|runtime error' ||
        :
    echo "$target: $(find "$build/$target.finds" -type f | wc -l) finds in $build/$target.finds"
done
