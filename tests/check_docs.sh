#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Holds the documents true: names, files and targets they speak of exist, and the README's commands run.

set -u
cd "$(dirname "$0")/.." || exit 2
. tests/check.sh

build=$(cd "${BUILD:-build}" && pwd) || exit 2
program=$(realpath "${SAMMANDRAG:-$build/sammandrag}")
export SAMMANDRAG_DATA="${SAMMANDRAG_DATA:-$PWD}"
work=$build/check_docs
rm -rf "$work"
mkdir -p "$work/bin"
ln -s "$program" "$work/bin/sammandrag"
documents="README.md CONTRIBUTING.md docs/*.md"

# Writes the names in backticks of column $1 of the glossary's tables.
column() {
    grep '^|' docs/glossary.md | awk -F'|' -v n="$1" '{ print $(n + 1) }' | grep -o '`[^`]*`' | tr -d '`'
}

names_of_the_glossary_are_in_the_code() {
    column 2 | while read -r name; do
        grep -qrwF -- "$name" stages --include='*.h' || echo "$name is in no header"
    done
}

names_of_the_glossary_are_in_the_schemas() {
    column 3 | while read -r name; do
        grep -qE "(name|value)=\"$name\"" schema/*.xsd || echo "$name is in no schema"
    done
}

# Paths in backticks and links, of files and folders of the project.
files_are_there() {
    # shellcheck disable=SC2086 # several files
    for document in $documents; do
        folder=$(dirname "$document")
        grep -o '](\([^)#]*\))' "$document" | sed 's/^](//; s/)$//' | grep -v '^http' | while read -r path; do
            [ -e "$folder/$path" ] || echo "$document links to $path"
        done
        grep -oE '`(stages|pipeline|xslt|schema|profiles|samples|examples|tests|man|docs|bench)/[^` ]*`' "$document" | tr -d '`' |
            grep -v '[A-Z*<]' | while read -r path; do
            [ -e "$path" ] || echo "$document speaks of $path"
        done
    done
}

make_targets_are_there() {
    # shellcheck disable=SC2086
    cat $documents | grep -oE '(`|^    |^)make [a-z-]+' | sed 's/.*make //' | sort -u | while read -r target; do
        grep -qE "^([a-z-]+ )*$target( [a-z-]+)*:" Makefile || echo "make $target is not in the Makefile"
    done
}

functions_and_types_are_there() {
    # shellcheck disable=SC2086
    cat $documents | grep -oE '`[a-z_]+\(\)`|`(NOTE|BLOCK|SECTION|WORDS|DROP|FIELD)_[A-Z_]+`' | tr -d '`()' | sort -u |
        while read -r name; do
            grep -qrwF -- "$name" stages pipeline tests --include='*.[ch]' || echo "$name is nowhere in the code"
        done
}

# What stands indented or fenced as a call of sammandrag, in order, in a folder that has a minutes.pdf.
commands_of_the_readme_run() {
    pdf=$(find samples -name minutes.pdf | LC_ALL=C sort | head -n 1)
    [ -n "$pdf" ] || { echo "no sample has a minutes.pdf"; return; }
    mkdir -p "$work/readme"
    cp "$pdf" "$work/readme/minutes.pdf"
    cp tests/render/own-look.xsl "$work/readme/our-look.xsl"
    cp tests/render/own-words.xsl "$work/readme/"
    sed -n '/^```sh$/,/^```$/p' README.md | grep '^sammandrag' >"$work/readme.sh"
    while IFS= read -r line; do
        (cd "$work/readme" && PATH=$work/bin:$PATH sh -c "$line") </dev/null >"$work/output" 2>&1 ||
            echo "exit status $? of: $line: $(head -n 1 "$work/output")"
    done <"$work/readme.sh"
    [ -s "$work/readme.sh" ] || echo "no command found"
}

check names_of_the_glossary_are_in_the_code
check names_of_the_glossary_are_in_the_schemas
check files_are_there
check make_targets_are_there
check functions_and_types_are_there
check commands_of_the_readme_run
finish
