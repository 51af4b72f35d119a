#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Holds the renderings to what they promise: xsltproc gives the program's bytes, Markdown gives the text
# back, lines of text stay within 72 columns, no text becomes markup, and long texts come out whole.
set -u
cd "$(dirname "$0")/.." || exit 2
. tests/check.sh
export LC_ALL=C.UTF-8
program=${SAMMANDRAG:-${BUILD:-build}/sammandrag}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

markdown_of() { # XML: what meeting-md.xsl makes of it, without front matter
    xsltproc --nonet xslt/meeting-md.xsl "$1" | awk 'marks >= 2; /^---$/ && marks < 2 { marks++ }'
}

lines_of_markdown() { # CMARK-OPTION...
    cmark-gfm "$@" -t xml >"$work/markdown.xml"
    xsltproc --nonet --novalid tests/render/lines-of-markdown.xsl "$work/markdown.xml"
}

# All meetings there are: samples, and text that would be markup.
meetings() {
    grep -l '<sammantrade ' samples/*/minutes.xml "$work/nasty.xml" 2>/dev/null
}

# A schema already refuses targets that are no web address, so the program never sees these.
sed 's/javascript:/https:/Ig' tests/render/nasty.xml >"$work/nasty.xml"

xsltproc_gives_the_bytes_of_the_program() {
    url="https://x.se/å?a='b'&c"
    meetings | while read -r xml; do
        for format in html md txt json; do
            "$program" render --to $format "$xml" >"$work/ours" 2>"$work/said" || cat "$work/said"
            xsltproc --nonet "xslt/meeting-$format.xsl" "$xml" >"$work/theirs"
            cmp -s "$work/ours" "$work/theirs" || echo "$xml to $format"
            "$program" render --to $format --source "$url" "$xml" >"$work/ours" 2>/dev/null
            xsltproc --nonet --stringparam source "$url" "xslt/meeting-$format.xsl" "$xml" >"$work/theirs"
            cmp -s "$work/ours" "$work/theirs" || echo "$xml to $format with a source"
        done
    done
}

markdown_gives_back_text_that_looks_like_markup() {
    xsltproc --nonet tests/render/lines-of-meeting.xsl tests/render/nasty.xml >"$work/want"
    for extensions in "" "-e strikethrough -e autolink -e tagfilter"; do
        # shellcheck disable=SC2086 # several options
        markdown_of tests/render/nasty.xml | lines_of_markdown -e table $extensions |
            sed '/^Organ: /d; /^Om texten$/,$d' | diff "$work/want" -
    done
}

# Words of the blocks: each as often, or more often, in the Markdown. Its raised digits are the marks.
markdown_gives_back_the_words_of_every_sample() {
    meetings | while read -r xml; do
        markdown_of "$xml" | lines_of_markdown -e table | sed 'y/⁰¹²³⁴⁵⁶⁷⁸⁹/0123456789/' >"$work/markdown"
        xsltproc --nonet tests/render/lines-of-meeting.xsl "$xml" >"$work/meeting"
        for text in markdown meeting; do
            grep -oE '[[:alpha:]]+' "$work/$text" | sort >"$work/$text.words"
        done
        comm -23 "$work/meeting.words" "$work/markdown.words" | sed "s|^|$xml: |" | head -n 5
    done
}

# A line may be longer when it is one word, as addresses are.
text_stays_within_72_columns() {
    meetings | while read -r xml; do
        xsltproc --nonet xslt/meeting-txt.xsl "$xml" | grep -nE '^.{73,}$' |
            grep -vE '^[0-9]+: *(- |[•o] |\[?[0-9]+[].)] )?[^ ]+$' | sed "s|^|$xml: |"
        xsltproc --nonet xslt/meeting-txt.xsl "$xml" | grep -n ' $' | sed "s|^|$xml: blank at the end: |"
    done
}

html_lets_no_text_become_markup() {
    xsltproc --nonet xslt/meeting-html.xsl tests/render/nasty.xml >"$work/html"
    grep -niE '<script|javascript:[^<]*"|<b>fet|onerror=' "$work/html"
    grep -q '&lt;script&gt;alert(1)&lt;/script&gt;' "$work/html" || echo "the text is gone"
}

# A paragraph of 200,000 words, one of 20,000 characters to escape, a list of 20,000 items and a table of
# 3,000 rows, each under a rowspan: libxslt gives up where templates call each other 3,000 deep.
long_documents_come_out_whole() {
    awk 'BEGIN {
        print "<sammantrade xmlns=\"urn:sammandrag:sammantrade:1\" dokumenttyp=\"okand\"><kalla fil=\"x.pdf\"/><inledning>"
        printf "<stycke id=\"b1\">"; for (i = 0; i < 200000; i++) printf "ord%d ", i; print "slut1</stycke>"
        printf "<stycke id=\"b2\">"; for (i = 0; i < 20000; i++) printf "*_&amp;\\"; print "slut2</stycke>"
        for (i = 0; i < 20000; i++) printf "<punkt id=\"p%d\" niva=\"1\" lista=\"p0\" markor=\"•\">punkt</punkt>", i
        print "<tabell id=\"b3\">"
        for (i = 0; i < 3000; i++) printf "<rad>%s<cell>c</cell></rad>", i % 2 ? "" : "<cell rader=\"2\">a</cell>"
        print "</tabell><stycke id=\"b4\">slut3</stycke></inledning></sammantrade>"
    }' >"$work/long.xml"
    for format in html md txt json; do
        timeout 60 xsltproc --nonet "xslt/meeting-$format.xsl" "$work/long.xml" >"$work/long" || echo "$format fails"
        for word in ord199999 slut1 slut2 slut3; do
            grep -q $word "$work/long" || echo "$format lost $word"
        done
    done
}

check xsltproc_gives_the_bytes_of_the_program
check markdown_gives_back_text_that_looks_like_markup
check markdown_gives_back_the_words_of_every_sample
check text_stays_within_72_columns
check html_lets_no_text_become_markup
check long_documents_come_out_whole
finish
