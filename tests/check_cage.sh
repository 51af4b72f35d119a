#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Holds the cage as a user meets it: the same outputs with and without, limits, and a run that goes on.

set -u
cd "$(dirname "$0")/.." || exit 2
. tests/check.sh

program=$(realpath "${SAMMANDRAG:-${BUILD:-build}/sammandrag}")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
long=samples/aspvik-fullmaktige/minutes.pdf
short=samples/ekdal-brev/minutes.pdf

# Files of others are compared too, where they lie beside the project.
sandbox_changes_no_byte() {
    for pdf in samples/*/minutes.pdf ../shared/corpus/*.pdf ../shared/real/*.pdf; do
        [ -f "$pdf" ] || continue
        # A sanitizer needs standard error, on which Poppler then complains.
        "$program" convert -q -o "$work/with" "$pdf" 2>/dev/null
        with=$?
        "$program" convert -q --no-sandbox -o "$work/without" "$pdf" 2>/dev/null
        without=$?
        [ $with -eq $without ] || echo "$pdf: status $with and, without the sandbox, $without"
        diff -r "$work/with" "$work/without"
        rm -rf "$work/with" "$work/without"
    done
}

without_sandbox_there_is_a_warning() {
    "$program" pages --no-sandbox $short 2>&1 >/dev/null | grep -qx 'sammandrag: warning: --no-sandbox: .*' ||
        echo "no warning"
    "$program" pages $short 2>&1 | grep -q no-sandbox && echo "a warning although there is a sandbox"
}


pages_are_limited() {
    cp $short "$work/short.pdf"
    "$program" convert -q --limit pages=1 -o "$work/limited" $long "$work/short.pdf" 2>"$work/said"
    status=$?
    [ $status -eq 8 ] || echo "exit status $status"
    grep -qx "sammandrag: $long: has [0-9]* pages: --limit pages=[0-9]* lets it pass" "$work/said" ||
        cat "$work/said"
    [ "$(ls "$work/limited")" = "$(cd samples/ekdal-brev && ls minutes* |
        sed -n 's/^minutes\(\.html\|\.json\|\.md\|\.txt\|\.xml\|\.protokoll\..*\)$/short\1/p')" ] || ls "$work/limited"
}

limits_of_the_user_hold_where_they_are_lower() {
    (ulimit -t 20 && "$program" pages -q $short) 2>&1 >"$work/pages.xml" | head -n 3
    grep -q '</pages>' "$work/pages.xml" || echo "nothing was read"
}

limits_that_are_none_are_refused() {
    for limit in pages pages=0 pages=x pages=-1 pages=1e9 memory=1 time=0 output=99999 threads=2 =1; do
        "$program" pages --limit $limit $short >/dev/null 2>"$work/said"
        [ $? -eq 2 ] || echo "--limit $limit: exit status not 2"
        grep -q '^sammandrag: pages: --limit ' "$work/said" || cat "$work/said"
    done
}

# A page of very many words.
bomb_is_stopped() {
    printf '%%PDF-1.4\n1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj\n' >"$work/bomb.pdf"
    printf '2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj\n' >>"$work/bomb.pdf"
    printf '3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R\n' >>"$work/bomb.pdf"
    printf '/Resources << /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >> endobj\n' >>"$work/bomb.pdf"
    awk 'BEGIN { print "BT /F 1 Tf"
                 for (i = 0; i < 300000; i++) printf "1 0 0 1 %d %.2f Tm (Protokoll) Tj\n", i % 100 * 5.5, i / 375
                 print "ET" }' >"$work/content"
    printf '4 0 obj << /Length %d >> stream\n' "$(wc -c <"$work/content")" >>"$work/bomb.pdf"
    cat "$work/content" >>"$work/bomb.pdf"
    printf 'endstream endobj\ntrailer << /Root 1 0 R /Size 5 >>\n%%%%EOF\n' >>"$work/bomb.pdf"
    "$program" convert -q --limit "$1" -o "$work/bombed" "$work/bomb.pdf" 2>"$work/said"
    status=$?
    [ $status -eq 8 ] || echo "exit status $status"
    grep -q "^sammandrag: $work/bomb.pdf: takes .*: --limit ${1%%=*}=" "$work/said" || cat "$work/said"
    [ ! -e "$work/bombed" ] || echo "something was written"
}

check sandbox_changes_no_byte
check without_sandbox_there_is_a_warning
check pages_are_limited
[ -n "${SAN:-}" ] || check limits_of_the_user_hold_where_they_are_lower
check limits_that_are_none_are_refused
if [ -z "${SAN:-}" ]; then
    check bomb_is_stopped time=1
    check bomb_is_stopped memory=64
fi
finish
