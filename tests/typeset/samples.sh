#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Makes samples/NAME/minutes.pdf from samples/NAME/source.{xml,html,fodt}.
#
# usage: BUILD=build tests/typeset/samples.sh [SAMPLE...]
#
# LibreOffice and Chromium write a date and differ between versions, so theirs are made only when the
# source is changed or new in the working tree, or when the sample is named. What is not installed is
# passed over with a message.
set -eu
build=${BUILD:-build}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
all=${*:-}

from_xml() {
    "$build/typeset" "$1" "$2"
}

from_html() {
    chromium --headless --no-sandbox --disable-gpu --no-pdf-header-footer --user-data-dir="$work/chromium" \
        --print-to-pdf="$work/out.pdf" "file://$PWD/$1" 2>"$work/log" || { cat "$work/log" >&2; return 1; }
    qpdf --object-streams=generate --deterministic-id "$work/out.pdf" "$2"
}

from_fodt() {
    cp "$1" "$work/out.fodt"
    soffice "-env:UserInstallation=file://$work/office" --headless \
        --convert-to 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}' \
        --outdir "$work" "$work/out.fodt" >"$work/log" 2>&1 || { tail -n 3 "$work/log" >&2; return 1; }
    qpdf --object-streams=generate --deterministic-id "$work/out.pdf" "$2"
}

for source in samples/*/source.*; do
    folder=$(dirname "$source")
    kind=${source##*.}
    case $kind in
    xml) tool=$build/typeset ;;
    html) tool=chromium ;;
    fodt) tool=soffice ;;
    *) continue ;;
    esac
    if [ -n "$all" ]; then
        case " $all " in *" $(basename "$folder") "*) ;; *) continue ;; esac
    elif [ "$kind" != xml ] && [ -f "$folder/minutes.pdf" ] && [ -z "$(git status --porcelain -- "$source")" ]; then
        continue
    fi
    if ! command -v "$tool" >/dev/null; then
        echo "$folder: $tool is not installed, passed over" >&2
        continue
    fi
    echo "$folder/minutes.pdf"
    "from_$kind" "$source" "$folder/minutes.pdf"
done
