#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Minutes made of attacks: their text comes back from every output as it was, and never as markup, a script, a link
# that is none, or front matter. What HTML becomes in a browser is the matter of tests/web/check.sh.
set -u
cd "$(dirname "$0")/.." || exit 2
. tests/check.sh
export LC_ALL=C.UTF-8
program=${SAMMANDRAG:-${BUILD:-build}/sammandrag}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Each round: 60 to 120 texts of what means something, in every kind of block; and the same blocks with harmless ones.
rounds=${ROUNDS:-8}
for round in $(seq "$rounds"); do
    awk -f tests/attacks/invent.awk -v seed="$round" -v blocks=60 >"$work/$round.xml"
    awk -f tests/attacks/invent.awk -v seed="$round" -v blocks=60 -v harmless=1 >"$work/$round.harmless.xml"
    for name in "$round" "$round.harmless"; do
        for format in md html; do
            "$program" render --to $format "$work/$name.xml" >"$work/$name.$format" || echo "FAILED render $name.$format"
        done
        awk 'marks >= 2; /^---$/ && marks < 2 { marks++ }' "$work/$name.md" >"$work/$name.body"
    done
    xsltproc --nonet tests/render/lines-of-meeting.xsl "$work/$round.xml" >"$work/$round.want"
    # Text and JSON have links behind what they stand on: texts without any are looked for.
    awk -f tests/attacks/invent.awk -v seed="$round" -v blocks=60 -v plain=1 >"$work/$round.plain.xml"
    for format in json txt; do
        "$program" render --to $format "$work/$round.plain.xml" >"$work/$round.$format" || echo "FAILED render $round.$format"
    done
done

squeezed() { tr '\t' ' ' | tr -s ' ' | sed 's/^ //; s/ $//'; }
github="-e table -e strikethrough -e autolink -e tagfilter -e tasklist -e footnotes"

# Readers with few extensions and with all must see the same.
markdown_gives_back_every_text() {
    for round in $(seq "$rounds"); do
        for extensions in "-e table" "$github"; do
            # shellcheck disable=SC2086 # several options
            cmark-gfm $extensions -t xml "$work/$round.body" >"$work/cmark.xml"
            xsltproc --nonet --novalid tests/render/lines-of-markdown.xsl "$work/cmark.xml" |
                sed '/^Om texten$/,$d' | squeezed | diff "$work/$round.want" - | sed "s/^/$round: /"
        done
    done
}

# What encloses text: links that readers make of addresses are none of ours, and "xmpp:" is kept from being an address as code.
shape() { grep -oE '^ *<[a-z_]+' | tr -d ' ' | grep -vxE '<(text|link|softbreak|code)'; }

markdown_has_the_structure_of_harmless_text() {
    for round in $(seq "$rounds"); do
        for name in "$round" "$round.harmless"; do
            # shellcheck disable=SC2086 # several options
            cmark-gfm $github -t xml "$work/$name.body" | shape >"$work/$name.shape"
        done
        diff "$work/$round.harmless.shape" "$work/$round.shape" | sed "s/^/$round: /"
    done
}

markdown_links_to_the_web_and_mailboxes_only() {
    # shellcheck disable=SC2086 # several options
    cat "$work"/*.body | cmark-gfm $github -t xml | grep -o 'destination="[^"]*"' |
        grep -viE 'destination="((https?|mailto):|#page=)' | grep -iE 'destination="[a-z][a-z0-9+.-]*:' | grep -v '[a-z.]mailto:'
}

html_has_the_structure_of_harmless_text() {
    for round in $(seq "$rounds"); do
        for name in "$round" "$round.harmless"; do
            xmllint --html --nowarning --xpath '//*' "$work/$name.html" 2>/dev/null | grep -oE '<[a-z0-9]+( (id|class|style|on[a-z]*)="[^"]*")*' |
                sed 's/ class="tal"//' | grep -v '^<a$' >"$work/$name.shape"
        done
        diff "$work/$round.harmless.shape" "$work/$round.shape" | sed "s/^/$round: /"
    done
}

# Each text stands whole among the characters of the given file, but for blanks.
each_text_is_in() { # ROUND FILE
    tr -d ' \t\n' <"$2" >"$work/characters"
    xsltproc --nonet tests/render/lines-of-meeting.xsl "$work/$1.plain.xml" | tr -d ' ' | while IFS= read -r line; do
        grep -qF -- "$line" "$work/characters" || echo "$1: $line"
    done
}

json_gives_back_every_text() {
    for round in $(seq "$rounds"); do
        jq -r '.. | strings' "$work/$round.json" >"$work/strings" || echo "$round: not JSON"
        each_text_is_in "$round" "$work/strings"
        grep -n '<' "$work/$round.json" | sed "s/^/$round: could end a script: /"
    done
}

text_gives_back_every_text() {
    for round in $(seq "$rounds"); do
        each_text_is_in "$round" "$work/$round.txt"
    done
}

# The same of what is no text of a block: titles, names, roles, the file's name; with what a line may begin with, and
# what ends front matter.
markdown_of_whole_minutes_has_the_structure_of_harmless_ones() {
    for words in '"><script>x</script> [a](javascript:x) ![a](//x) https://x.se/<b>_*a*_ `b` | c | --- \' '---'; do
        mkdir -p "$work/poisoned"
        SAMMANDRAG=$program tests/attacks/poisoned.sh "$work/poisoned" md "$words"
        for file in "$work"/poisoned/*.md; do
            [ "$(grep -c '^---$' "$file")" -eq 2 ] || echo "$(basename "$file"): front matter is not ended once"
            # shellcheck disable=SC2086 # several options
            awk 'marks >= 2; /^---$/ && marks < 2 { marks++ }' "$file" | cmark-gfm $github -t xml | shape >"$file.shape"
        done
        for file in "$work"/poisoned/*.attack.md; do
            diff "${file%.attack.md}.harmless.md.shape" "$file.shape" | sed "s/^/$(basename "$file"): /"
        done
    done
}

# From the PDF on: its title, text, links and name are attacks, and a character turns the text around.
a_pdf_made_of_attacks_is_text() {
    pdf="$work/<b>\"&amp;"$'\n\u202e'"javascript:x.pdf"
    turned=$(printf 'tyder\342\200\256fdp.exe')
    script='\&lt;script\&gt;harmed=1\&lt;/script\&gt; ```` | --- [a](javascript:x)'
    sed -e "s#title=\"[^\"]*\"#title=\"$script\"#; s#Hej Ludvig!#$script#; s#Svar på er fråga#$script#; s#Brunnsvägen 14#$turned#" \
        -e 's#https://www.ekdal.example/vagbidrag"#javascript:harmed=1"#' samples/ekdal-brev/source.xml >"$work/source.xml"
    "${BUILD:-build}/typeset" "$work/source.xml" "$pdf" || echo "not typeset"
    "$program" convert -o "$work/pdf" "$pdf" 2>"$work/err" || echo "exit status $?"
    [ "$(find "$work/pdf" -type f -printf . | wc -c)" -eq 8 ] || echo "not eight outputs"
    LC_ALL=C grep -rn $'\xe2\x80\xae' "$work/pdf" "$work/err" && echo "text is turned around"
    grep -rhiE '(href|till)="(javascript|[^"]*harmed)|<script>harmed' "$work/pdf" --include='*.html' --include='*.xml'
    for file in "$work"/pdf/*.html; do
        grep -q '&lt;script&gt;harmed=1&lt;/script&gt;' "$file" || echo "the text is gone"
    done
    for file in "$work"/pdf/*.md; do
        # shellcheck disable=SC2086 # several options
        awk 'marks >= 2; /^---$/ && marks < 2 { marks++ }' "$file" | cmark-gfm $github -t xml | grep -E '<(html|code|table|image)|destination="(javascript|harmed)'
    done
}

check a_pdf_made_of_attacks_is_text
check markdown_gives_back_every_text
check markdown_has_the_structure_of_harmless_text
check markdown_links_to_the_web_and_mailboxes_only
check html_has_the_structure_of_harmless_text
check markdown_of_whole_minutes_has_the_structure_of_harmless_ones
check json_gives_back_every_text
check text_gives_back_every_text
finish
