#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Holds the man pages true: what the program has they explain, what they explain it has, and their examples run.

set -u
cd "$(dirname "$0")/.." || exit 2
. tests/check.sh

build=$(cd "${BUILD:-build}" && pwd) || exit 2
program=$(realpath "${SAMMANDRAG:-$build/sammandrag}")
export SAMMANDRAG_DATA="${SAMMANDRAG_DATA:-$PWD}"
work=$build/check_man
rm -rf "$work"
mkdir -p "$work/bin"
ln -s "$program" "$work/bin/sammandrag"
page=man/sammandrag.1

# Writes section $1 of sammandrag(1) as it stands in its source.
section() {
    sed -n "/^\.Sh $1\$/,/^\.Sh /p" $page | sed '1d; /^\.Sh /d'
}

# Writes what only one of two sorted files has.
differ() {
    LC_ALL=C sort -u "$1" >"$1.sorted"
    LC_ALL=C sort -u "$2" >"$2.sorted"
    LC_ALL=C comm -23 "$1.sorted" "$2.sorted" | sed 's/$/: only in the program/'
    LC_ALL=C comm -13 "$1.sorted" "$2.sorted" | sed 's/$/: only in the man page/'
}

# Whether a page it refers to is installed says nothing about the page.
mandoc_finds_no_fault() {
    for file in man/*.[1-9]; do
        mandoc -T lint "$file" 2>/dev/null | grep -v 'referenced manual not found'
    done
}

commands_are_explained() {
    "$program" --help | sed -n '/^Commands:/,/^$/s/^  \([a-z]*\) .*/\1/p' >"$work/commands"
    echo help >>"$work/commands"
    section DESCRIPTION | sed -n 's/^\.It Cm \([a-z]*\)$/\1/p' >"$work/commands.man"
    differ "$work/commands" "$work/commands.man"
}

options_are_explained() {
    for command in $("$program" --help | sed -n '/^Commands:/,/^$/s/^  \([a-z]*\) .*/\1/p'); do
        "$program" help "$command" | sed -n 's/^  \(-[a-z], \)\{0,1\}\(--[a-z-]*\).*/\1\2/p'
    done >"$work/options"
    echo --version >>"$work/options"
    section OPTIONS | sed -n 's/^\.It \(Fl .*\)/\1/p' |
        sed -e 's/ Ns = Ns Ar .*//; s/Fl Fl /--/g; s/Fl /-/g; s/ , /, /' >"$work/options.man"
    differ "$work/options" "$work/options.man"
}

exit_statuses_are_explained() {
    sed -n 's/^ *STATUS_[A-Z]* = \([0-9]*\),.*/\1/p' pipeline/command.h >"$work/statuses"
    section 'EXIT STATUS' | sed -n 's/^\.It \([0-9]*\)$/\1/p' >"$work/statuses.man"
    differ "$work/statuses" "$work/statuses.man"
}

# Code, level and the sentence that the program prints.
notes_are_explained() {
    tr -d '\n\\' <stages/base/notes.h | sed 's/X(NOTE_/\n&/g' |
        sed -n 's/^X(NOTE_[A-Z_]*, *"\([a-z-]*\)", *\([A-Z]*\), *"\([^"]*\)").*/\1 (\2) \3./p' |
        sed 's/(INFO)/(information)/; s/(WARNING)/(warning)/; s/(ERROR)/(error)/; $a\' >"$work/notes"
    section DIAGNOSTICS | sed -n '/^\.Bl/,/^\.El/p' | awk '
        /^\.It / { print row; row = $3 " (" $5 ")"; next }
        /^\./ { next }
        { row = row " " $0 }
        END { print row }' >"$work/notes.man"
    while read -r code level text; do
        grep -qiF "$code $level $text" "$work/notes.man" || echo "$code: not in the man page as: $level $text"
    done <"$work/notes"
    sed -n 's/^\([a-z-]*\) (.*/\1/p' "$work/notes.man" | while read -r code; do
        grep -q "^$code (" "$work/notes" || echo "$code: only in the man page"
    done
}

findings_are_explained() {
    tr -d '\n\\' <stages/check.h | sed 's/X(CHECK_/\n&/g' |
        sed -n 's/^X(CHECK_[A-Z_]*, *"\([a-z-]*\)", *\([A-Z]*\),.*/\1 (\2)/p' |
        sed 's/(INFO)/(information)/; s/(WARNING)/(warning)/; s/(ERROR)/(error)/; $a\' >"$work/findings"
    section FINDINGS | sed -n 's/^\.It Cm \([a-z-]*\) Pq \([a-z]*\)$/\1 (\2)/p' >"$work/findings.man"
    differ "$work/findings" "$work/findings.man"
}

# A page that explains a note which nothing leaves promises too much.
notes_are_left_somewhere() {
    grep -o 'X(NOTE_[A-Z_]*' stages/base/notes.h | sed 's/^X(//' | while read -r constant; do
        grep -qrw "$constant" stages pipeline --include='*.c' || echo "$constant is in no .c file"
    done
}

# The members of what --to json writes, of every sample.
members_of_json_are_explained() {
    find samples -name minutes.pdf | while read -r pdf; do
        "$program" convert --quiet --to json "$pdf"
    done | grep -oE '"[a-z_0-9]+":' | tr -d '":' >"$work/members"
    sed -n '/^\.Ss JSON/,/^\.Sh/p' man/sammandrag.5 | sed -n 's/^\.It Li //p; s/^\.Li //p' | tr -d ',:.' | tr -s ' ' '\n' |
        grep -E '^[a-z_0-9]+$' | grep -vxE 'protokoll|sammanfattning|plan|foredragningslista|okand|null|true|false' >"$work/members.man"
    echo sammanfattning >>"$work/members.man"
    differ "$work/members" "$work/members.man"
}

# Every line of EXAMPLES set as a command, in order, in a folder that has a minutes.pdf.
examples_run() {
    pdf=$(find samples -name minutes.pdf | LC_ALL=C sort | head -n 1)
    [ -n "$pdf" ] || { echo "no sample has a minutes.pdf"; return; }
    mkdir -p "$work/examples"
    cp "$pdf" "$work/examples/minutes.pdf"
    section EXAMPLES | sed -n 's/^\.Dl //p' | sed 's/\\(dq/"/g' >"$work/examples.sh"
    while IFS= read -r line; do
        (cd "$work/examples" && PATH=$work/bin:$PATH sh -c "$line") </dev/null >"$work/output" 2>&1 ||
            echo "exit status $? of: $line: $(head -n 1 "$work/output")"
    done <"$work/examples.sh"
    [ -s "$work/examples.sh" ] || echo "no example found"
}

check mandoc_finds_no_fault
check commands_are_explained
check options_are_explained
check exit_statuses_are_explained
check notes_are_explained
check findings_are_explained
check notes_are_left_somewhere
check members_of_json_are_explained
check examples_run
finish
