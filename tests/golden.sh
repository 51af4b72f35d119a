#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Holds what the program makes of every sample against the goldens beside it, byte for byte.
#
# usage: SAMMANDRAG=build/sammandrag tests/golden.sh [bless] [samples/NAME...]
#
# Each stage and rendering is fed from the golden before it, so that a change shows where it
# arises; then convert and the pipe of filters must give the same. "bless" writes the goldens
# anew, to be read in git diff.
set -u
export LC_ALL=C.UTF-8
program=${SAMMANDRAG:-${BUILD:-build}/sammandrag}
bless=
[ "${1:-}" = bless ] && bless=yes && shift
[ $# -gt 0 ] || set -- samples/*/
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# What is made, by which command, from what: the ends of the files' names after that of the PDF.
rows=(
    'pages.xml|pages|pdf'
    'lines.xml|lines|pages.xml'
    'blocks.xml|blocks|lines.xml'
    'xml|meeting|blocks.xml'
    'summary.xml|summary|xml'
    'html|render --to html|summary.xml'
    'md|render --to md|summary.xml'
    'txt|render --to txt|summary.xml'
    'protokoll.html|render --to html|xml'
    'protokoll.md|render --to md|xml'
    'protokoll.txt|render --to txt|xml'
    'json|render --to json|xml'
    'granskning.xml|check --to xml|xml'
    'granskning.html|render --to html|granskning.xml'
    'granskning.txt|render --to txt|granskning.xml'
    'granskning.json|render --to json|granskning.xml'
)
# What convert writes, and with which options it writes it to standard output.
converted=(
    'xml|--to xml'
    'html|--to html'
    'md|--to md'
    'txt|--to txt'
    'protokoll.html|--to html --edition protokoll'
    'protokoll.md|--to md --edition protokoll'
    'protokoll.txt|--to txt --edition protokoll'
    'json|--to json'
)

# Prints the verdict on $work/NAME beside the golden.
compare() { # LABEL MADE GOLDEN
    if cmp -s "$2" "$3"; then
        echo "ok $1"
    else
        echo "FAILED $1"
        [ -f "$3" ] || echo "  no golden $3: make bless writes it"
        diff -u --label golden --label made "$3" "$2" 2>/dev/null | head -n 12 | cut -c 1-160
    fi
}

check_sample() { # BASE of the names, with folder
    local base=$1 name made command from options file
    name=$(basename "$(dirname "$base")")
    for row in "${rows[@]}"; do
        IFS='|' read -r made command from <<<"$row"
        # shellcheck disable=SC2086 # the command has options
        "$program" $command "$base.$from" >"$work/made" 2>/dev/null
        compare "$name: $command of $from" "$work/made" "$base.$made"
    done

    rm -rf "$work/out"
    (cd "$(dirname "$base")" && "$program" convert -o "$work/out" "$(basename "$base").pdf") 2>"$work/notes"
    compare "$name: notes" "$work/notes" "$base.notes"
    for row in "${converted[@]}"; do
        IFS='|' read -r made options <<<"$row"
        compare "$name: convert -o: $made" "$work/out/$(basename "$base").$made" "$base.$made"
        # shellcheck disable=SC2086
        "$program" convert $options "$base.pdf" >"$work/made" 2>/dev/null
        compare "$name: convert $options" "$work/made" "$base.$made"
    done
    "$program" pages "$base.pdf" 2>/dev/null | "$program" lines 2>/dev/null | "$program" blocks 2>/dev/null |
        "$program" meeting 2>/dev/null | tee "$work/meeting" | "$program" summary 2>/dev/null >"$work/summary"
    for made in html md txt; do
        "$program" render --to $made <"$work/summary" >"$work/made" 2>/dev/null
        compare "$name: the pipe to $made" "$work/made" "$base.$made"
        "$program" render --to $made <"$work/meeting" >"$work/made" 2>/dev/null
        compare "$name: the pipe to protokoll.$made" "$work/made" "$base.protokoll.$made"
        xsltproc --nonet "xslt/summary-$made.xsl" "$base.summary.xml" >"$work/made" 2>/dev/null
        compare "$name: xsltproc to $made" "$work/made" "$base.$made"
    done
}

bless_sample() { # BASE
    local base=$1 made command from
    for row in "${rows[@]}"; do
        IFS='|' read -r made command from <<<"$row"
        # shellcheck disable=SC2086
        "$program" $command "$base.$from" >"$work/made" 2>"$work/said"
        case $? in
        0 | 1 | 7) cp "$work/made" "$base.$made" ;;
        *) cat "$work/said" ;;
        esac
    done
    (cd "$(dirname "$base")" && "$program" convert -o "$work/out" "$(basename "$base").pdf") 2>"$base.notes"
}

# Every golden is valid by its schema, by two validators.
validate() { # SCHEMA FILE...
    local schema=$1 file
    shift
    for file in "$@"; do
        if xmllint --nonet --noout --schema "schema/$schema.xsd" "$file" 2>"$work/said"; then
            echo "ok xmllint $file"
        else
            echo "FAILED xmllint $file"
            head -n 3 "$work/said"
        fi
    done
    if jing "schema/$schema.xsd" "$@" >"$work/said" 2>&1; then
        echo "ok jing $schema"
    else
        echo "FAILED jing $schema"
        head -n 5 "$work/said"
    fi
}

program=$(realpath "$program")
samples=()
for sample in "$@"; do
    for pdf in "${sample%/}"/*.pdf; do
        [ -f "$pdf" ] && samples+=("${pdf%.pdf}")
    done
done

for base in "${samples[@]}"; do
    if [ -n "$bless" ]; then bless_sample "$base"; else check_sample "$base"; fi
done
if [ -z "$bless" ] && [ ${#samples[@]} -gt 0 ]; then
    for stage in pages lines blocks summary; do
        validate "$stage" "${samples[@]/%/.$stage.xml}"
    done
    validate meeting "${samples[@]/%/.xml}"
    validate check "${samples[@]/%/.granskning.xml}"
fi
