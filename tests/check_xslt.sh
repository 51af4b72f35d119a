#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Stylesheets of one's own: they may import what lies beside them and what came with the program, and reach nothing
# else, neither while they are compiled nor while they run; nor do they run without end.
set -u
cd "$(dirname "$0")/.." || exit 2
. tests/check.sh
export LC_ALL=C.UTF-8
program=${SAMMANDRAG:-${BUILD:-build}/sammandrag}
sample=samples/ekdal-kommunstyrelse
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Hostile stylesheets lie in own/; what they are after are a secret beside them and above, and a bait: who opens it
# waits for good.
mkdir "$work/own" "$work/elsewhere"
mkfifo "$work/bait"
echo '<s>secret</s>' | tee "$work/secret.xml" >"$work/own/secret.xml"
sheet='<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">'
echo "$sheet<xsl:template match='/'>secret</xsl:template></xsl:stylesheet>" >"$work/elsewhere/other.xsl"
for level in $(seq 30); do
    import="<xsl:import href='bomb-$((level + 1)).xsl'/>"
    echo "$sheet$import$import</xsl:stylesheet>" >"$work/own/bomb-$level.xsl"
done
echo "$sheet</xsl:stylesheet>" >"$work/own/bomb-31.xsl"
for file in tests/attacks/xslt/*.xsl; do
    sed "s|FOLDER|$work|g" "$file" >"$work/own/$(basename "$file")"
done

# Only what XSLT 1.0 lets pass as empty (an element of a later version) may end well.
hostile_stylesheets_reach_nothing() {
    for file in "$work"/own/[a-z]*-*.xsl "$work"/own/stop.xsl "$work"/own/entity.xsl; do
        name=$(basename "$file")
        case $name in bomb-*) continue ;; esac
        timeout 120 "$program" render --xslt "$file" $sample/minutes.xml >"$work/out" 2>"$work/err"
        status=$?
        [ $status -eq 5 ] || [ $status -eq 0 -a $name = write-result.xsl ] || echo "$name: exit status $status"
        [ $status -eq 0 ] || [ ! -s "$work/out" ] || echo "$name: something came out"
        [ $status -eq 0 ] || [ "$(wc -l <"$work/err")" -eq 1 ] || echo "$name: not one line: $(cat "$work/err")"
        grep -q secret "$work/out" && echo "$name: the secret came out"
        LC_ALL=C grep -q $'[\x01-\x09\x0b-\x1f\x7f]\|\xc2[\x80-\x9f]\|\xe2\x80\xae' "$work/err" && echo "$name: the message is an attack"
    done
    find "$work" -name written -o -name new
}

own_look() { "$program" "$@" --xslt tests/render/own-look.xsl 2>&1; }

a_look_of_ones_own_rests_on_the_programs() {
    own_look render $sample/minutes.summary.xml >"$work/look"
    for words in 'h1 { color: #7a1f2b }' 'Ekdals kommun, kansliet' '<h2 id="a1">' 'Källa: '; do
        grep -qF "$words" "$work/look" || echo "missing: $words"
    done
    own_look convert -q $sample/minutes.pdf | cmp - "$work/look"
    own_look convert -q --edition protokoll $sample/minutes.pdf | grep -q '<h2 id="inledning">' || echo "no whole minutes"
    own_look render --source https://x.se/a.pdf $sample/minutes.xml | grep -q 'href="https://x.se/a.pdf#page=2"' ||
        echo "the source is not handed on"
}

what_cannot_go_together_is_refused() {
    for arguments in "convert -o $work/o" "convert --to html" "render --to html"; do
        # shellcheck disable=SC2086 # several arguments
        own_look $arguments $sample/minutes.pdf >/dev/null
        [ $? -eq 2 ] || echo "accepted: $arguments"
    done
    "$program" render --xslt "$work/nowhere.xsl" $sample/minutes.xml 2>"$work/err"
    [ $? -eq 5 ] && grep -q "^sammandrag: $work/nowhere.xsl: .*No such file" "$work/err" || echo "nowhere: $(cat "$work/err")"
}

sources_are_web_addresses() {
    while read -r status source; do
        "$program" render --to html --source "$source" $sample/minutes.xml >/dev/null 2>&1
        [ $? -eq "$status" ] || echo "$source"
    done <<'LIST'
0 https://x.se/å?a='b'&c=%20#d
0 HTTP://x.se
0 /a/b.pdf
0 a.pdf?x#y
2 javascript:alert(1)
2 JavaScript:alert(1)
2 data:text/html,x
2 file:///etc/passwd
2 vbscript:x
2 //x.se/a.pdf
2 http:x
2 https://x.se/a b
2 https://x.se/"onclick=
2 https://x.se/>a
2 https://x.se/\a
LIST
    for what in kalla lank; do
        sed "0,/$what=\"/s|$what=\"[^\"]*\"|$what=\"javascript:alert(1)\"|" $sample/minutes.summary.xml >"$work/summary.xml"
        "$program" render --to html "$work/summary.xml" >"$work/out" 2>&1
        [ $? -eq 3 ] || echo "$what leads to a script"
    done
}

check hostile_stylesheets_reach_nothing
check a_look_of_ones_own_rests_on_the_programs
check what_cannot_go_together_is_refused
check sources_are_web_addresses
finish
