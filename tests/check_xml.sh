#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Hostile XML, given to every command that reads any: one line that says what, status 3, nothing written, nothing
# else opened, at once. What only points elsewhere changes nothing.
set -u
cd "$(dirname "$0")/.." || exit 2
. tests/check.sh
export LC_ALL=C.UTF-8
program=${SAMMANDRAG:-${BUILD:-build}/sammandrag}
sample=samples/ekdal-kommunstyrelse
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Who opens the bait waits for good.
mkfifo "$work/bait"
mkdir "$work/large"
for file in tests/attacks/xml/*.xml; do
    sed "s|BAIT|$work/bait|" "$file" >"$work/$(basename "$file")"
done

meeting='<sammantrade xmlns="urn:sammandrag:sammantrade:1" dokumenttyp="okand"'
end='</stycke></inledning></sammantrade>'
begin="$meeting><inledning><stycke id=\"b1\" sida=\"1\">"
times() { yes "$2" | head -n "$1"; } # NUMBER TEXT
large=$work/large
{ echo "$meeting>"; times 100000 '<a>'; } >"$large/nested-deep.xml"
{ echo "$meeting>"; times 65 '<a>'; times 65 '</a>'; echo '</sammantrade>'; } >"$large/nested-one-too-deep.xml"
{ echo "$meeting"; seq -f 'a%.0f=""' 200000; echo '/>'; } >"$large/attributes-many.xml"
{ echo "$meeting"; seq -f 'xmlns:a%.0f="urn:a"' 50000; echo '/>'; } >"$large/namespaces-many.xml"
{ echo "$meeting>"; times 65 "<a xmlns='urn:a'/>"; echo '</sammantrade>'; } >"$large/namespaces-in-turn.xml"
{ printf '<'; times 60000 n | tr -d '\n'; echo '/>'; } >"$large/name-long.xml"
{ echo "$begin"; times 6000000 a; echo "$end"; } >"$large/text-long.xml"
{ echo "$begin<lank till=\""; times 3000000 a | tr -d '\n'; echo "\">a</lank>$end"; } >"$large/link-long.xml"
times 70000000 '' >"$large/blanks.xml"
{ echo "$meeting>"; times 4000001 '<a/>'; echo '</sammantrade>'; } >"$large/elements-many.xml"
{ echo "<!DOCTYPE s [<!ENTITY a \"$(times 50000 a)\">]>$begin"; times 50000 '&a;'; echo "$end"; } >"$large/quadratic-blowup.xml"

run() { # COMMAND...: prints what is wrong about how it fails
    timeout 20 "$program" "$@" </dev/null >"$work/out" 2>"$work/err"
    status=$?
    [ $status -eq 3 ] || echo "exit status $status: $*"
    [ ! -s "$work/out" ] || echo "something was written: $*"
    [ "$(wc -l <"$work/err")" -eq 1 ] && grep -q '^sammandrag: [^ ]*\.xml: ' "$work/err" ||
        echo "not one line that names the file: $* ($(head -c 200 "$work/err"))"
    LC_ALL=C grep -q $'[\x01-\x09\x0b-\x1f\x7f]\|\xc2[\x80-\x9f]\|\xe2\x80\xae' "$work/err" && echo "the message is an attack: $*"
}

# What is wrong is said as tests/attacks/xml.expect has it.
each_attack_is_refused_for_what_it_is() {
    for file in "$work"/*.xml "$work"/large/*.xml; do
        run render --to html "$file"
        sed "s|^sammandrag: $work/||; s|$work|.|g" "$work/err"
    done | diff tests/attacks/xml.expect -
}

every_command_refuses_every_attack() { # COMMAND...
    for file in "$work"/*.xml; do
        run "$@" "$file"
    done
}

# --- what points elsewhere ------------------------------------------------------------------------

bait=$work/bait
namespace_of() { sed -n 's/.* xmlns="\([^"]*\)".*/\1/p' "$1" | head -n 1; }

# Instructions, comments, places of schemas, a base for addresses, CDATA for text: none changes what is made.
nothing_elsewhere_is_looked_for() { # GOLDEN COMMAND...
    golden=$1
    shift
    timeout 20 "$program" "$@" "$golden" >"$work/want" 2>/dev/null
    sed -e '1a<?xml-stylesheet type="text/xsl" href="'"$bait"'"?><?xml-model href="'"$bait"'"?><!-- <!DOCTYPE x SYSTEM "'"$bait"'"> -->' \
        -e '0,/ xmlns="/s| xmlns="| xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="'"$(namespace_of "$golden") $bait"'" xsi:noNamespaceSchemaLocation="'"$bait"'" xmlns="|' \
        "$golden" >"$work/pointing"
    timeout 20 "$program" "$@" "$work/pointing" >"$work/got" 2>"$work/err" || cat "$work/err"
    cmp "$work/want" "$work/got"
}

check each_attack_is_refused_for_what_it_is
pages=$sample/minutes.pages.xml blocks=$sample/minutes.blocks.xml
for command in lines blocks meeting summary check "lines $pages --profile" "meeting $blocks --corrections"; do
    # shellcheck disable=SC2086 # a command and its options
    check every_command_refuses_every_attack $command
done
while read -r golden command; do
    # shellcheck disable=SC2086 # a command and its options
    check nothing_elsewhere_is_looked_for $golden $command
done <<LIST
$pages lines
$sample/minutes.lines.xml blocks
$blocks meeting
$sample/minutes.xml summary
$sample/minutes.xml check
$sample/minutes.xml render --to html
$sample/minutes.xml render --to json
LIST
finish
