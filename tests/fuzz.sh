#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Builds the fuzz targets with libFuzzer and sanitizers and runs each for FUZZ_SECONDS.
#
# usage: CFLAGS_ALL=… LIBS=… FUZZ_SECONDS=60 tests/fuzz.sh SOURCE... (the library's)
#
# TARGETS (default: all) names some; what they find is kept in build/fuzz/TARGET, and belongs in
# tests/fuzz/seeds/TARGET once it is mended.
set -eu
build=${BUILD:-build}/fuzz
mkdir -p "$build"
flags="$CFLAGS_ALL -g -O1 -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=undefined"

objects=
for source in "$@"; do
    object=$build/$(echo "$source" | tr / _).o
    objects="$objects $object"
    # shellcheck disable=SC2086
    [ "$object" -nt "$source" ] || clang $flags -c "$source" -o "$object"
done
for target in ${TARGETS:-pdf pages lines blocks meeting summary}; do
    # shellcheck disable=SC2086
    clang $flags -fsanitize=fuzzer "tests/fuzz_$target.c" $objects -o "$build/fuzz_$target" $LIBS
    mkdir -p "$build/$target"
    case $target in
    pdf) cp samples/*/minutes.pdf "$build/$target" 2>/dev/null || : ;;
    esac
    (
        cd "$build"
        SAMMANDRAG_DATA=$OLDPWD "./fuzz_$target" -max_total_time="${FUZZ_SECONDS:-60}" -rss_limit_mb=2048 -timeout=20 \
            -artifact_prefix="$target/" "$target" $(ls -d "$OLDPWD/tests/fuzz/seeds/$target" 2>/dev/null)
    )
done
