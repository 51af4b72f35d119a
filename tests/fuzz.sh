#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Builds the fuzz targets with libFuzzer and sanitizers and runs each for FUZZ_SECONDS.
#
# usage: LIBS=… FUZZ_SECONDS=60 [TARGETS="pages blocks"] tests/fuzz.sh
#
# What a target finds is left in build/fuzz/TARGET.finds; it belongs in tests/fuzz/seeds/TARGET once
# it is mended.
set -eu
build=build/fuzz
flags='-g -O1 -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=undefined'
for target in ${TARGETS:-pdf pages lines blocks meeting summary}; do
    make --no-print-directory CC=clang BUILD=$build CFLAGS="$flags" $build/libsammandrag.a \
        "$build/tests/fuzz_$target.o" $build/tests/mutate.o
    mutate=$build/tests/mutate.o
    [ "$target" != pdf ] || mutate=
    # shellcheck disable=SC2086
    clang $flags -fsanitize=fuzzer "$build/tests/fuzz_$target.o" $mutate $build/libsammandrag.a -o "$build/fuzz_$target" $LIBS
    mkdir -p "$build/$target" "$build/$target.finds"
    for sample in samples/*/; do
        case $target in
        pdf) seed=$sample/minutes.pdf ;;
        meeting) seed=$sample/minutes.xml ;;
        *) seed=$sample/minutes.$target.xml ;;
        esac
        [ ! -f "$seed" ] || cp "$seed" "$build/$target/$(basename "$sample")"
    done
    [ ! -d "tests/fuzz/seeds/$target" ] || cp tests/fuzz/seeds/"$target"/* "$build/$target"
    SAMMANDRAG_DATA=. LSAN_OPTIONS="suppressions=tests/leaks.supp:print_suppressions=0" "$build/fuzz_$target" \
        -max_total_time="${FUZZ_SECONDS:-60}" -rss_limit_mb=2048 -timeout=20 -print_final_stats=1 \
        -artifact_prefix="$build/$target.finds/" "$build/$target"
done
