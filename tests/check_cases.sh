#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs the cases of tests/cases: what the meeting's XML of each must hold and must not.
#
# usage: BUILD=build tests/check_cases.sh [NAME...]
set -u
export LC_ALL=C.UTF-8
build=${BUILD:-build}
program=${SAMMANDRAG:-$build/sammandrag}
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cases=tests/cases
failures=0
[ $# -gt 0 ] || set -- $(ls $cases/*.expect | sed 's|.*/||; s|\.expect$||')

meeting() { # NAME: writes the meeting's XML, white space collapsed
    if [ -f "$cases/$1.xml" ]; then
        "$build/typeset" "$cases/$1.xml" "$dir/case.pdf" && "$program" convert --quiet --to xml "$dir/case.pdf"
    elif [ -f "$cases/$1.lines.xml" ]; then
        "$program" blocks --quiet "$cases/$1.lines.xml" | "$program" meeting --quiet
    else
        "$program" meeting --quiet "$cases/$1.blocks.xml"
    fi 2>&1 | tr -s ' \n' '  '
}

for name in "$@"; do
    made=$(meeting "$name")
    wrong=
    while IFS= read -r line; do
        text=${line#? }
        case $line in
        '+ '*) [[ $made == *"$text"* ]] || wrong+=$'\n'"  missing: $text" ;;
        '- '*) [[ $made != *"$text"* ]] || wrong+=$'\n'"  there is: $text" ;;
        esac
    done <"$cases/$name.expect"
    if [ -z "$wrong" ]; then
        echo "ok $name"
    else
        echo "FAILED $name$wrong"
        failures=$((failures + 1))
    fi
done
exit $((failures > 0))
