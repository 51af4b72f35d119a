#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Takes folders of PDFs that nobody made for this program through batch, and tells what became of each: how many
# were done, failed for which reason, crashed, took long, or have no verdict.
#
# usage: BUILD=build tests/collections.sh FOLDER...
#
# The folders are kept out of the repository; those of pdf.js, qpdf, pdfplumber, veraPDF and the Open Preservation
# Foundation have files that are broken and odd on purpose. Outputs are left in build/collections.
set -u
export LC_ALL=C.UTF-8
program=${SAMMANDRAG:-${BUILD:-build}/sammandrag}
out=${BUILD:-build}/collections
failures=0
[ $# -gt 0 ] || { sed -n 's/^# \(usage: .*\)/\1/p' "$0"; exit 2; }

# The attributes of each <file> of the report, and who is missing in it.
# shellcheck disable=SC2016 # it is awk's
table='
    /<file / {
        verdicts++
        verdict = reason = ""
        seconds = 0
        if (match($0, / verdict="[a-z]*"/)) verdict = substr($0, RSTART + 10, RLENGTH - 11)
        if (match($0, / reason="[a-z-]*"/)) reason = substr($0, RSTART + 9, RLENGTH - 10)
        if (match($0, / seconds="[0-9.]*"/)) seconds = substr($0, RSTART + 10, RLENGTH - 11) + 0
        if (match($0, / path="[^"]*"/)) path = substr($0, RSTART + 7, RLENGTH - 8)
        count[verdict == "failed" ? "failed: " reason : verdict]++
        noted += $0 ~ / errors="/
        if (verdict == "failed" && reason ~ /^(crash|limit|program|killed|output|installation)$/)
            print "    " path ": " reason " after " seconds " s"
        else if (seconds > 30)
            print "    " path ": done after " seconds " s"
        bad += reason ~ /^(crash|program|output|installation)$/ || verdict == "pending"
        bad += verdict != "failed" && seconds > 30
    }
    END {
        printf "%s: %d files, %d verdicts, %d with errors noted\n", name, files, verdicts, noted
        for (each in count)
            printf "    %6d %s\n", count[each], each | "sort"
        close("sort")
        exit bad > 0 || verdicts != files
    }'

for folder in "$@"; do
    name=$(basename "$folder")
    rm -rf "${out:?}/$name"
    "$program" batch --quiet -o "$out/$name" "$folder" >"$out.log" 2>&1
    files=$(find -L "$folder" -name '.?*' -prune -o -type f -iname '*.pdf' -printf . | wc -c)
    awk -v name="$name" -v files="$files" "$table" "$out/$name/run.xml" || { echo "FAILED $name"; failures=1; }
done
exit $failures
