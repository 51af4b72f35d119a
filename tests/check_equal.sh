#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# HTML, Markdown, text, JSON, feeds and pages of a site of one meeting say the same words in the same order: of the samples,
# as they are and with personal data that is masked, and of COUNT invented minutes. What each form says in a way of its own
# is listed in tests/equal/*.xsl and below. KEEP=FOLDER keeps the words.
set -u
export LC_ALL=C.UTF-8
cd "$(dirname "$0")/.." || exit 2
. tests/check.sh
build=${BUILD:-build}
program=${SAMMANDRAG:-$build/sammandrag}
dir=${KEEP:-$(mktemp -d)}
mkdir -p "$dir/in" "$dir/out"
[ -n "${KEEP:-}" ] || trap 'rm -rf "$dir"' EXIT
base=https://example.org/
tab=$(printf '\t')

for sample in samples/*/minutes.pdf; do
    cp "$sample" "$dir/in/$(basename "$(dirname "$sample")").pdf"
done
seq 1 "${COUNT:-100}" | xargs -P "$(nproc)" -I @ "$build/generator" write @ "$dir/in/m@" >/dev/null
"$program" batch -q -o "$dir/out" "$dir/in" >/dev/null 2>"$dir/err" || [ $? -le 1 ] || cat "$dir/err"

# The public edition of samples, of another day: every third paragraph has got what is to be masked.
plant() {
    for sample in samples/*/minutes.xml; do
        name=masked-$(basename "$(dirname "$sample")")
        sed -E "s/(<datum sida=\"1\"[^>]*>)20../\\12031/; s/ sha256=\"[0-9a-f]*/ sha256=\"$(echo "$name" | sha256sum | cut -c 1-64)/" "$sample" |
            awk '/<\/stycke>/ && ++n % 3 == 0 { sub(/<\/stycke>/, " Född 811228-9874, telefon 070-123 45 67.&") } { print }' >"$dir/out/$name.xml"
        "$program" render -q --public --to xml "$dir/out/$name.xml" >"$dir/masked.xml"
        "$program" summary -q "$dir/masked.xml" >"$dir/masked.summary.xml"
        for form in html md txt; do
            "$program" render -q --to $form "$dir/masked.summary.xml" >"$dir/out/$name.$form"
            "$program" render -q --to $form "$dir/masked.xml" >"$dir/out/$name.protokoll.$form"
        done
        "$program" render -q --to json "$dir/masked.xml" >"$dir/out/$name.json"
    done
}
plant
find "$dir/out" -name '*.json' | sed 's|.*/||; s|\.json$||' | sort >"$dir/names"

# In lower case, of letters and digits alone; raised figures are figures.
plain() { # BETWEEN WORDS
    sed 's/⁰/ 0/g; s/¹/ 1/g; s/²/ 2/g; s/³/ 3/g; s/⁴/ 4/g; s/⁵/ 5/g; s/⁶/ 6/g; s/⁷/ 7/g; s/⁸/ 8/g; s/⁹/ 9/g
        s/[^[:alnum:]]\+/'"$1"'/g; s/ $//; s/.*/\L&/'
}

# A word a line.
words() {
    plain '\n' | sed '/^$/d'
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

# ---- a site of them: lines that say what is said of an address ----

said() { # NAME STYLESHEET OPTION…: what the files that are named on standard input say
    xargs xsltproc --nonet --stringparam base $base "${@:3}" "tests/equal/$2.xsl" 2>/dev/null | plain ' ' >"$dir/$1.said"
}

of_kind() { # KIND FILE
    sed -n "s/^$1 //p" "$dir/$2.said" | sort -u
}

# What is said of one thing in both places is the same; what the second says of it, the first does.
agree() { # WHAT KIND FIRST SECOND AT-LEAST
    of_kind "$2" "$3" >"$dir/first"
    of_kind "$2" "$4" >"$dir/second"
    [ "$(wc -l <"$dir/second")" -ge "$5" ] || echo "$1: $(wc -l <"$dir/second") of $5"
    awk -v what="$1" -f tests/equal/agree.awk "$dir/first" "$dir/second" | head -n 8
}

make_site() {
    rm -rf "$dir/www" "$dir"/*.said
    "$program" site -q --base-url $base --watch 'kommun*' -o "$dir/www" "$dir/out" || echo "status $?"
    find "$dir/www" -name index.html | sort >"$dir/pages"
    for kind in sammantrade protokoll arende fall; do
        xargs grep -l "class=\"slag-$kind\"" <"$dir/pages" | said $kind site --html
    done
    find "$dir/www" -name flode.atom | sort >"$dir/feeds"
    said flode feed <"$dir/feeds"
    said flode-json feed --stringparam of json <"$dir/feeds"
    # The forms of each meeting that has a page.
    find "$dir/www" -name sammantrade.json | sort >"$dir/published"
    xargs jq -r '"\(.kalla.sha256)\t\(input_filename)"' <"$dir/published" | sort >"$dir/published.sha256"
    files .json | xargs jq -r '"\(.kalla.sha256)\t\(input_filename)"' | sort | join -t"$tab" "$dir/published.sha256" - |
        sed "s|.*$tab$dir/www/\(.*\)sammantrade.json$tab$dir/out/\(.*\).json|\1$tab\2|" >"$dir/forms"
    [ "$(wc -l <"$dir/forms")" -eq "$(wc -l <"$dir/published")" ] || echo 'meetings are not found'
}


# An edition as a page of a site, and alone.
the_page_is_that_of() { # EDITION INFIX PAGE BELOW
    sed "s|.*$tab|$dir/out/|; s|$|$2.html|" "$dir/forms" | said alone site --html --stringparam edition "$1"
    sed "s|$tab.*|$4|" "$dir/forms" | plain ' ' | paste -d' ' - "$dir/alone.said" |
        sed -E "s/ *$1 säger / säger /; s/^/$1 /" >"$dir/$1-alone.said"
    agree page "$1" "$1-alone" "$3" "$(wc -l <"$dir/forms")"
    agree alone "$1" "$3" "$1-alone" "$(wc -l <"$dir/forms")"
}

pages_of_a_meeting_say_the_same() {
    cat "$dir/site.err"
    the_page_is_that_of sammanfattning '' sammantrade ''
    the_page_is_that_of protokoll .protokoll protokoll protokoll/
}

pages_of_items_say_the_same() {
    for kind in arende beslut utfall; do
        agree 'item' $kind protokoll arende $((items / 4))
        agree 'minutes' $kind arende protokoll $((items / 4))
    done
}

pages_of_cases_say_the_same() {
    agree 'case' beslut arende fall $((items / 8))
}

feeds_say_the_same() {
    agree 'feed' ordning protokoll flode "$dated"
    agree 'feed' handelse arende flode $((items / 8))
    agree 'feed' utfall arende flode $((items / 4))
    # JSON has no numbers of lists, and no marks of footnotes.
    xargs jq -r -f tests/equal/json.jq <"$dir/published" | sed "s| $dir/www/| |; s|sammantrade.json||" | plain ' ' >"$dir/json.said"
    agree 'JSON and feed' ordning json flode-json "$dated"
    agree 'JSON and feed' fakta json flode "$dated"
}

# Events of meetings, and of days to come; the page of the minutes stands in tests/check_feeds.sh.
calendars_say_the_same() {
    find "$dir/www" -name kalender.ics -print0 | xargs -0 -n 1 env LC_ALL=C awk -v text=1 -f tests/feeds/ical.awk | awk -F'\t' '
        $1 == "UID" { sub(/.*:/, "", $2); split($2, id, "#"); place = "" }
        $1 == "SUMMARY" { summary = $2 }
        $1 == "LOCATION" { place = $2 }
        $1 == "DESCRIPTION" { text = $2 }
        $2 == "Sammanträde" { sub(/.*Ärenden: /, "", text); print "mote " id[1] " säger " summary " " place " " text }
        $2 == "Kommande datum" { sub(/” [^”]*$/, "", text); print "kommande " id[1] " " substr(id[2], 1, 10) " säger " summary " " text }' |
        plain ' ' >"$dir/kalender.said"
    agree 'calendar' mote sammantrade kalender $((dated - 4))
    agree 'calendar' kommande arende kalender 3
    agree 'page' kommande kalender arende 3
}

# What is masked is so in the same places, of which there are some.
all_of_them_are_masked() {
    for what in sammanfattning-alone sammantrade protokoll-alone protokoll arende fall flode json; do
        grep -q 'personuppgift borttagen' "$dir/$what.said" || echo "$what: nothing is masked"
    done
    grep -l '\b9874\b\|070 123 45 67' "$dir"/*.said
}

make_site >"$dir/site.err" 2>&1
dated=$(grep -cv odaterat "$dir/forms")
items=$(find "$dir/www" -path '*/p[0-9]*/index.html' | wc -l)
check summaries_say_the_same_in_every_form
check whole_minutes_say_the_same_in_every_form
check json_says_the_same
check pages_of_a_meeting_say_the_same
check pages_of_items_say_the_same
check pages_of_cases_say_the_same
check feeds_say_the_same
check calendars_say_the_same
check all_of_them_are_masked
finish
