#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Holds the architecture: who may include whom, who may print, and that each file says what it is.
#
# One rule a function; each writes the lines that break it, and nothing when it holds.

set -u
cd "$(dirname "$0")/.." || exit 2
. tests/check.sh

# Files that may have more than 600 lines, each with the reason.
long_enough() {
    case $1 in
    profiles/allmant.xml) ;;        # a list of words
    tests/web/package-lock.json) ;; # written by npm
    tests/web/ninjs/*.json) ;;      # the schema of IPTC
    *) return 1 ;;
    esac
}

sources() {
    find stages pipeline tests -name '*.[ch]' -not -path '*/node_modules/*' | LC_ALL=C sort
}

# What a file of a stage may include besides its own headers and base/: the stage before it.
# The renderer reads any XML and knows no model.
predecessor() {
    case $1 in
    lines) echo pages ;;
    blocks) echo lines ;;
    meeting) echo blocks ;;
    summary | check | personal | site | digest) echo meeting ;;
    esac
}

# Writes "FILE LINE HEADER" for each #include "HEADER" of the files on stdin.
includes() {
    while read -r file; do
        sed -n 's/^#include "\([^"]*\)".*/\1/p' "$file" | sed "s|^|$file |"
    done
}

stages_include_their_predecessor_only() {
    for stage in pages lines blocks meeting summary check personal site digest render; do
        before=$(predecessor $stage)
        find stages -maxdepth 1 \( -name "$stage.[ch]" -o -name "${stage}_*.[ch]" \) | includes |
            while read -r file header; do
                case $header in
                base/*.h | "$stage.h" | "${stage}_"*.h) ;;
                "${before:--}.h") ;;
                *) echo "$file includes $header" ;;
                esac
            done
    done
}

base_includes_base_only() {
    find stages/base -name '*.[ch]' | includes |
        while read -r file header; do
            case $header in
            base/*.h) ;;
            *) echo "$file includes $header" ;;
            esac
        done
}

stages_know_no_pipeline() {
    find stages -name '*.[ch]' | includes | grep -E ' (\.\./)?pipeline/| (chain|command)\.h$'
}

each_file_of_stages_belongs_to_one() {
    find stages -maxdepth 1 -name '*.[ch]' |
        grep -vE '^stages/(pages|lines|blocks|meeting|summary|check|personal|site|digest|render)(_[a-z_]+)?\.[ch]$'
}

own_header_comes_first() {
    find stages pipeline -name '*.c' | while read -r file; do
        header=${file%.c}.h
        [ -f "$header" ] || continue
        own=${header#stages/}
        own=${own#pipeline/}
        first=$(sed -n 's/^#include [<"]\([^>"]*\)[>"].*/\1/p' "$file" | head -n 1)
        [ "${first#pipeline/}" = "$own" ] || echo "$file includes ${first:-nothing} before $own"
    done
}

only_pages_knows_poppler_and_cairo() {
    find stages pipeline -name '*.[ch]' -not -name 'pages*.[ch]' -exec grep -HnE '#include <(poppler|cairo)' {} +
}

only_render_knows_libxslt() {
    find stages pipeline -name '*.[ch]' -not -path stages/render.c -exec grep -HnE '#include <lib(xslt|exslt)/' {} +
}

# Documents of models share nodes: see base/xml.h.
documents_are_freed_by_xml_free() {
    grep -nw xmlFreeDoc stages/*.[ch] pipeline/*.[ch] | grep -v '^stages/render.c:'
}

library_prints_nothing() {
    find stages -name '*.[ch]' -exec \
        grep -HnwE 'printf|fprintf|vprintf|vfprintf|puts|putchar|fputs|perror|stdout|stderr|g_print|g_printerr|g_message|g_warning|g_debug|g_info' {} + |
        grep -vE ':[0-9]+: *(/\*|\*)|__attribute__'
}

# The first line, or the second where the first has a meaning of its own (#!, <?xml, <!DOCTYPE).
# These take their last argument for a set of bytes: a letter that shares one is cut in half.
no_letter_is_searched_for_by_its_bytes() {
    grep -nP '(strc?spn|strpbrk|g_strdelimit|g_strcanon)\(.*, "([^"\\]|\\.)*[^\x00-\x7F]' stages/*.c stages/base/*.c pipeline/*.c
}

every_file_names_its_licence() {
    {
        sources
        find stages pipeline schema profiles signals xslt man tests docs samples examples .ci -type f -not -path '*/node_modules/*' \
            \( -name '*.xsd' -o -name '*.xsl' -o -path 'profiles/*.xml' -o -path 'signals/*.xml' -o -path 'man/*' -o -name '*.sh' \
            -o -name '*.py' -o -name '*.js' -o -name '*.mjs' -o -name '*.sbatch' -o -path '.ci/run' \)
        find . -maxdepth 1 -name Makefile
    } | LC_ALL=C sort -u | while read -r file; do
        head -n 2 "$file" | grep -q 'SPDX-License-Identifier: GPL-3.0-or-later' || echo "$file has no SPDX line"
    done
}

every_source_says_its_purpose() {
    sources | while read -r file; do
        sed -n 2p "$file" | grep -qE '^/\* [A-Z].*' || echo "$file: second line is no sentence of purpose"
    done
}

no_file_is_long() {
    {
        sources
        find schema profiles signals xslt man tests docs -type f -not -path '*/node_modules/*' -not -path 'tests/cases/*' \
            \( -name '*.xsd' -o -name '*.xsl' -o -name '*.xml' -o -name '*.sh' -o -name '*.py' -o -name '*.js' \
            -o -name '*.json' -o -name '*.md' \)
        find . -maxdepth 1 -name Makefile
    } | while read -r file; do
        lines=$(wc -l <"$file")
        [ "$lines" -le 600 ] || long_enough "$file" || echo "$file has $lines lines"
    done
}

check stages_include_their_predecessor_only
check base_includes_base_only
check stages_know_no_pipeline
check each_file_of_stages_belongs_to_one
check own_header_comes_first
check only_pages_knows_poppler_and_cairo
check only_render_knows_libxslt
check documents_are_freed_by_xml_free
check library_prints_nothing
check no_letter_is_searched_for_by_its_bytes
check every_file_names_its_licence
check every_source_says_its_purpose
check no_file_is_long
finish
