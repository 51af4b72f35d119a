#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs every fuzz target on its seeds and on the samples' files of its format, without the fuzzer.
build=${BUILD:-build}
failed=0
for target in pdf pages lines blocks meeting summary; do
    case $target in
    pdf) samples=$(ls samples/*/minutes.pdf tests/pdf/*.pdf 2>/dev/null) ;;
    meeting) samples=$(ls samples/*/minutes.xml 2>/dev/null) ;;
    *) samples=$(ls samples/*/minutes.$target.xml 2>/dev/null) ;;
    esac
    seeds=$(ls tests/fuzz/seeds/$target/* 2>/dev/null)
    # shellcheck disable=SC2086 # no blanks in these names
    "$build/tests/fuzz_$target" $seeds $samples || { echo "FAILED fuzz_$target (after the last line above)"; failed=1; }
done
exit $failed
