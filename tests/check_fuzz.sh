#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs every fuzz target on its seeds and on the samples' files of its format, without the fuzzer.
build=${BUILD:-build}
failed=0
for source in tests/fuzz_*.c; do
    target=${source#tests/fuzz_}
    target=${target%.c}
    # shellcheck disable=SC2046 # no blanks in these names
    "$build/tests/fuzz_$target" $(sh tests/fuzz/files.sh "$target") ||
        { echo "FAILED fuzz_$target (after the last line above)"; failed=1; }
done
exit $failed
