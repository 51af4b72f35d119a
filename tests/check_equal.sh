#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# HTML, Markdown, text and JSON of one meeting say the same words in the same order, in both editions: of the samples, and
# of COUNT invented minutes. What each form says in a way of its own is listed in tests/equal/words.xsl and below.
# KEEP=FOLDER keeps the words.
set -u
export LC_ALL=C.UTF-8
cd "$(dirname "$0")/.." || exit 2
. tests/check.sh
build=${BUILD:-build}
program=${SAMMANDRAG:-$build/sammandrag}
dir=${KEEP:-$(mktemp -d)}
mkdir -p "$dir/in" "$dir/out"
[ -n "${KEEP:-}" ] || trap 'rm -rf "$dir"' EXIT

for sample in samples/*/minutes.pdf; do
    cp "$sample" "$dir/in/$(basename "$(dirname "$sample")").pdf"
done
seq 1 "${COUNT:-100}" | xargs -P "$(nproc)" -I @ "$build/generator" write @ "$dir/in/m@" >/dev/null
"$program" batch -q -o "$dir/out" "$dir/in" >/dev/null 2>"$dir/err" || [ $? -le 1 ] || cat "$dir/err"
find "$dir/out" -name '*.json' | sed 's|.*/||; s|\.json$||' | sort >"$dir/names"

# A word a line, in lower case, of letters and digits; raised figures are figures.
words() {
    sed 's/⁰/ 0/g; s/¹/ 1/g; s/²/ 2/g; s/³/ 3/g; s/⁴/ 4/g; s/⁵/ 5/g; s/⁶/ 6/g; s/⁷/ 7/g; s/⁸/ 8/g; s/⁹/ 9/g
        s/[^[:alnum:]]\+/\n/g' | sed '/^$/d; s/.*/\L&/'
}

files() { # ENDING
    sed "s|.*|$dir/out/&$1|" "$dir/names"
}

html_words() { # EDITION OF FILE...
    xsltproc --html --stringparam edition "$1" --stringparam of "$2" tests/equal/words.xsl "${@:3}" 2>/dev/null | words
}

# All files as one page, by a Markdown processor; what stands before the page is data for content systems.
markdown_page() { # ENDING
    files "$1" | xargs awk 'FNR == 1 { print "\n\nNyttDokument\n"; front = /^---$/; if (front) next }
        front { front = !/^---$/; next } { print }' | cmark-gfm --unsafe -e table -e strikethrough -t html |
        sed '1i <html><head><meta charset="utf-8"></head><body>' >"$dir/md.html"
}

# A bullet that is a letter, and where links lead, are seen in text alone; the bullet in JSON too.
text_words() { # ENDING
    files "$1" | xargs awk 'FNR == 1 { print "\nNyttDokument" } { print }' |
        sed -E 's/^ *o / /; s,<((https?://|mailto:)[^>]*|[^ >]*#page=[0-9]+|[^ >]*\.pdf)>, ,g' | words
}

compare() { # WHAT FIRST SECOND
    awk -v what="$1" -f tests/equal/compare.awk "$dir/names" "$dir/$2" "$dir/$3" | head -n 8
}

the_forms_of() { # EDITION INFIX
    # shellcheck disable=SC2046 # names of ours
    html_words "$1" html $(files "$2.html") >"$dir/$1.html.words"
    markdown_page "$2.md"
    html_words "$1" html "$dir/md.html" | sed 1d >"$dir/$1.md.words"
    html_words "$1" text "$dir/md.html" | sed 1d >"$dir/$1.md-text.words"
    text_words "$2.txt" >"$dir/$1.txt.words"
    [ "$(wc -l <"$dir/$1.html.words")" -gt $((100 * $(wc -l <"$dir/names"))) ] || echo 'the words are missing'
    compare 'HTML and Markdown' "$1.html.words" "$1.md.words"
    compare 'Markdown and text' "$1.md-text.words" "$1.txt.words"
}

summaries_say_the_same_in_every_form() {
    the_forms_of sammanfattning ''
}

whole_minutes_say_the_same_in_every_form() {
    the_forms_of protokoll .protokoll
}

# The words of the minutes, which JSON has as lines.
json_says_the_same() {
    # shellcheck disable=SC2046
    html_words protokoll json $(files .protokoll.html) >"$dir/json-html.words"
    files .json | xargs jq -r '"NyttDokument", .brodtext[]' | sed 's/^o / /' | words >"$dir/json.words"
    compare 'HTML and JSON' json-html.words json.words
}

check summaries_say_the_same_in_every_form
check whole_minutes_say_the_same_in_every_form
check json_says_the_same
finish
