#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Minutes made of attacks in a digest: in every form of it they are text, and it has the structure of a digest of harmless
# minutes with as many words.
set -u
cd "$(dirname "$0")/.." || exit 2
. tests/check.sh
export LC_ALL=C.UTF-8
program=${SAMMANDRAG:-${BUILD:-build}/sammandrag}
work=$(mktemp -d)
[ -n "${KEEP:-}" ] || trap 'rm -rf "$work"' EXIT

# What means something in a form, in the XML of a meeting.
# shellcheck disable=SC2016,SC1003 # as they stand
attacks=(
    '"&gt;&lt;script&gt;harmed=1&lt;/script&gt; [a](javascript:x) ![a](//x) https://x.se/&lt;b&gt;_*a*_ `b` | c | --- \'
    ']]&gt; &amp;lt;img src=x onerror=harmed()&amp;gt; ", "harmed": {"a": ["\" \\" \u0022 &lt;!-- --&gt; {{ x }} #'
    "x&#13;&#10;Bcc: harmed@example.org&#13;&#10;&#13;&#10;--b&#10;---&#10;# harmed&#10;=_sammandrag"
)

# All lead, whatever their length: attacks have more words than they seem to.
sed 's/ ordgrans="[0-9]*" citatgrans="[0-9]*"//; s/ visas="[0-9]*"/ visas="99"/' signals/press.xml >"$work/signals.xml"

for i in "${!attacks[@]}"; do
    words=$(printf '%s' "${attacks[$i]}" | sed 's/&#1[03];/ /g; s/&[a-z]*;/ /g' | tr -cs 'A-Za-z0-9_' ' ')
    for kind in attack harmless; do
        mkdir -p "$work/$i.$kind"
        for sample in ekdal-kommunstyrelse aspvik-fullmaktige malmfjord-trafiknamnd; do
            xsltproc --nonet --stringparam words Harmlos tests/attacks/poison.xsl "samples/$sample/minutes.xml" >"$work/$i.$kind/$sample.xml"
        done
    done
    replacement=$(printf '%s' "${attacks[$i]}" | sed 's/"/\&quot;/g; s/[&|\\]/\\&/g')
    sed -i "s|Harmlos|$replacement|g" "$work/$i.attack"/*.xml
    sed -i "s|Harmlos|$words|g" "$work/$i.harmless"/*.xml
    for kind in attack harmless; do
        for form in txt html md json atom ninjs eml; do
            "$program" digest --to $form --archive --signals "$work/signals.xml" --watch taxa --source https://example.org "$work/$i.$kind" >"$work/$i.$kind.$form" ||
                echo "FAILED digest $i.$kind.$form"
        done
    done
done

# Elements with the attributes that do something; addresses are looked at apart.
tags() { grep -oE '<[a-zA-Z0-9]+( (id|class|style|on[a-z]*|aria-[a-z]*|src|term)="[^"]*")*'; }
markdown() { awk 'marks >= 2; /^---$/ && marks < 2 { marks++ }' | cmark-gfm -e table -e strikethrough -e tagfilter -e tasklist -e footnotes -t xml; }
shape_of() { # FORM FILE
    case $1 in
    html | atom) tags <"$2" ;;
    md) markdown <"$2" | grep -oE '^ *<[a-z_]+' | tr -d ' ' | grep -vxE '<(text|softbreak|code)' ;;
    json | ninjs) jq -c 'paths' "$2" | grep -vE '"(kort|[a-z]*-utelamnad)"' ;; # by characters and punctuation
    eml) tr -d '\r' <"$2" | sed '/^$/q' | sed 's/[:"].*//' ;;
    esac
}

structure_is_that_of_harmless_minutes() {
    for i in "${!attacks[@]}"; do
        for form in html md json atom ninjs eml; do
            for kind in attack harmless; do
                shape_of $form "$work/$i.$kind.$form" >"$work/$kind.shape"
            done
            [ -s "$work/attack.shape" ] || echo "$i $form: no structure"
            diff "$work/harmless.shape" "$work/attack.shape" | head -n 3 | sed "s/^/$i $form: /"
        done
    done
}

# The HTML of a message, decoded as far as its tags need it.
html_of() { tr -d '\r' <"$1" | sed '1,/^Content-Type: text.html/d' | sed -e :a -e '/=$/{N;s/=\n//;ba' -e '}' -e 's/=3D/=/g'; }

# A message has the parts of another, and its HTML the elements.
messages_have_two_parts() {
    for i in "${!attacks[@]}"; do
        boundary=$(sed -n 's/^ boundary="\(.*\)"\r*$/\1/p' "$work/$i.attack.eml")
        [ "$(grep -cF -- "--$boundary" "$work/$i.attack.eml")" -eq 3 ] || echo "$i: not two parts"
        for kind in attack harmless; do
            html_of "$work/$i.$kind.eml" | tags >"$work/$kind.shape"
        done
        [ "$(wc -l <"$work/attack.shape")" -gt 100 ] || echo "$i: few elements"
        diff "$work/harmless.shape" "$work/attack.shape" | head -n 3 | sed "s/^/$i: /"
    done
}

# Each form holds the attack, as text.
attacks_are_told_of() {
    for i in "${!attacks[@]}"; do
        for form in txt md json atom ninjs html; do
            grep -qE 'harmed|onerror' "$work/$i.attack.$form" || echo "$i $form: nothing of it"
        done
    done
}

no_link_leads_elsewhere() {
    for i in "${!attacks[@]}"; do
        for form in html atom; do
            grep -oE '(href|src)="[^"]*"' "$work/$i.attack.$form" | grep -vE '"(https://example\.org/|#)' | sed "s/^/$i $form: /"
        done
        markdown <"$work/$i.attack.md" | grep -o 'destination="[^"]*"' | grep -v '"https://example.org/' | sed "s/^/$i md: /"
    done
}

# Within a page, JSON cannot end a script, nor a line of Markdown its front matter.
nothing_is_ended_early() {
    for i in "${!attacks[@]}"; do
        grep -n '<' "$work/$i.attack.json" "$work/$i.attack.ninjs"
        [ "$(grep -c '^---$' "$work/$i.attack.md")" -eq 2 ] || echo "$i: front matter is not ended once"
        jing -c tests/feeds/atom.rnc "$work/$i.attack.atom" 2>&1 | grep -v '^\[warning\] /usr/bin/jing'
    done
}

check structure_is_that_of_harmless_minutes
check messages_have_two_parts
check attacks_are_told_of
check no_link_leads_elsewhere
check nothing_is_ended_early
finish
