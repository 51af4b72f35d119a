#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# What a site says to programs: feeds, calendars, the sitemap and JSON-LD are valid by their standards, say what the
# minutes say, keep their identifiers, and hold text as text.
set -u
cd "$(dirname "$0")/.." || exit 2
. tests/check.sh
export LC_ALL=C.UTF-8
program=${SAMMANDRAG:-${BUILD:-build}/sammandrag}
work=${BUILD:-build}/check_feeds
rm -rf "$work"
mkdir -p "$work/meetings"
base=https://www.ekdal.example/protokoll/

for sample in samples/*/minutes.xml; do
    cp "$sample" "$work/meetings/$(basename "$(dirname "$sample")").xml"
done
site() { # FOLDER OPTION… MEETINGS…
    www=$1
    shift
    "$program" site -o "$www" --watch "markanvis*" --watch "fallande stjärnor" "$@" >"$work/output" 2>&1 || { echo "exit status $?"; cat "$work/output"; }
}

a_site_is_made() {
    site "$work/www" --base-url $base --title "Protokoll & beslut" "$work/meetings"
    for file in flode.atom kalender.ics sitemap.xml bevakning/markanvis-och-langre/flode.atom ekdals-kommun/kommunstyrelsen/flode.atom \
        ekdals-kommun/kommunstyrelsen/kalender.ics ekdals-kommun/arenden/ks-2025-119/flode.atom; do
        [ -s "$work/www/$file" ] || echo "no $file"
    done
}

feeds_are_atom() { # FOLDER
    find "$1" -name '*.atom' -print0 | xargs -0 jing -c tests/feeds/atom.rnc 2>/dev/null
    find "$1" -name '*.atom' -print0 | xargs -0 xsltproc --nonet tests/feeds/atom-rules.xsl
}

calendars_are_icalendar() { # FOLDER
    find "$1" -name '*.ics' | while read -r calendar; do
        LC_ALL=C awk -f tests/feeds/ical.awk "$calendar"
    done
}

the_sitemap_is_of_all_pages() {
    xmllint --nonet --noout --schema tests/feeds/sitemap.xsd "$work/www/sitemap.xml" 2>&1 | grep -v ' validates$'
    sed -n 's|.*<loc>'"$base"'\(.*\)</loc>.*|\1|p' "$work/www/sitemap.xml" | LC_ALL=C sort >"$work/listed"
    # A watched word has a list of what stands elsewhere.
    (cd "$work/www" && find . -name index.html) | sed 's|^\./||; s|index\.html$||' | grep -v '^bevakning/' |
        LC_ALL=C sort | diff "$work/listed" -
}

# What stands in the scripts of pages; a page has one, which the page after it may not be taken for.
json_ld() { # PAGE…
    awk '/<script/ { scripts[FILENAME]++ }
         sub(/.*<script type="application\/ld\+json">/, "") { inside = 1 }
         { ends = sub(/<\/script>.*/, "") }
         inside { print }
         ends { inside = 0 }
         FNR == 1 { pages[FILENAME] }
         END { for (page in pages) if (scripts[page] != 1) print page ": " scripts[page] + 0 " scripts" }' "$@"
}

pages_have_json_ld() { # FOLDER
    find "$1" -name '*.html' -print0 | LC_ALL=C sort -z | xargs -0 bash -c "$(declare -f json_ld); json_ld \"\$@\"" json_ld >"$work/ld.json"
    jq -r -f tests/feeds/json-ld.jq "$work/ld.json" 2>&1
    [ "$(jq -c .\"@context\" "$work/ld.json" | wc -l)" -eq "$(find "$1" -name '*.html' | wc -l)" ] || echo "not every page has it"
}

what_pages_are_about() {
    meeting=ekdals-kommun/kommunstyrelsen/2025-04-08
    json_ld "$work/www/$meeting/index.html" | jq -c '."@graph"[] | select(."@type" == "Event") | [.name, .startDate, .endDate, .location.name, .organizer.name, (.subEvent | length)]' >"$work/about"
    json_ld "$work/www/$meeting/index.html" | jq -c '."@graph"[] | select(."@type" == "Report") | [.name, .dateCreated, .encoding[].encodingFormat]' >>"$work/about"
    diff - "$work/about" <<'END'
["Kommunstyrelsen 8 april 2025","2025-04-08T08:30:00","2025-04-08T11:55:00","Sessionssalen, Ekdals kommunhus","Kommunstyrelsen",8]
["Protokoll: Kommunstyrelsen 8 april 2025","2025-04-14","application/pdf","application/xml","application/json"]
END
}

# Every block that a feed quotes stands in the minutes as a block.
feeds_quote_the_minutes() {
    xsltproc --nonet tests/feeds/blocks.xsl "$work"/meetings/*.xml | LC_ALL=C sort -u >"$work/blocks"
    find "$work/www" -name flode.atom -print0 | xargs -0 xsltproc --nonet tests/feeds/quoted.xsl | LC_ALL=C sort -u >"$work/quoted"
    [ "$(wc -l <"$work/quoted")" -gt 20 ] || echo "few blocks are quoted"
    LC_ALL=C comm -13 "$work/blocks" "$work/quoted"
    # Every block of a decision, once.
    xmllint --xpath '//*[@id="p43"]/*[@typ="beslut"]/*[local-name() != "rubrik"]' "$work/meetings/ekdal-kommunstyrelse.xml" | sed 's/<[^>]*>//g' >"$work/decision"
    xsltproc --nonet tests/feeds/quoted.xsl "$work/www/ekdals-kommun/arenden/ks-2025-87/flode.atom" | diff "$work/decision" -
    xmllint --html --xpath '//main//*[@class = "beslut"]//text()' "$work/www/ekdals-kommun/arenden/ks-2025-87/index.html" 2>"$work/html-errors" | tr -s '\n ' ' ' |
        grep -qF "$(tr -s '\n ' ' ' <"$work/decision" | sed 's/ $//')" || echo "the page of the case has other words"
}

# Days to come, with the sentence, the § and the page.
a_day_to_come_is_an_event_with_its_sentence() {
    LC_ALL=C awk -v text=1 -f tests/feeds/ical.awk "$work/www/kalender.ics" >"$work/texts"
    grep -qF '”att uppdra åt kommundirektören att senast den 30 september 2025 återkomma med ett förslag till skötselplan för parkmarken.” Kommunstyrelsen 8 april 2025, § 45, sidan 4 i protokollet' "$work/texts" ||
        grep DESCRIPTION "$work/texts"
    grep -c 'DTSTART;VALUE=DATE:20250930' "$work/www/kalender.ics" | grep -vx 1
    # The minutes and the published summary are of one meeting.
    grep -c 'UID:.*kollektivtrafiknamnden' "$work/www/kalender.ics" | grep -vx 3
    grep -A 1 'DTSTART;TZID=Europe/Stockholm:20250408T083000' "$work/www/kalender.ics" | tr -d '\r' | tail -n 1 | grep -vx 'DURATION:PT205M'
}

# Each address and each text of the XML, but for those of what changed.
the_index_is_json_too() {
    jq -e '.titel == "Protokoll & beslut" and (.organ | length) > 3 and (.arenden[0].tillfallen | length) > 0' "$work/www/webbplats.json" >/dev/null || echo "not as expected"
    jq -r '.. | strings' "$work/www/webbplats.json" | LC_ALL=C sort -u >"$work/strings"
    xmllint --xpath '//@adress | //@datum | //@sha256 | //@ja-betyder | //@till' "$work/www/webbplats.xml" | sed 's/^[^"]*"//; s/"$//; s/&lt;/</g; s/&quot;/"/g; s/&amp;/\&/g' >"$work/values"
    xmllint --xpath '//*[not(*)]/text()' "$work/www/webbplats.xml" | sed 's/&lt;/</g; s/&gt;/>/g; s/&amp;/\&/g' >>"$work/values"
    [ "$(wc -l <"$work/values")" -gt 200 ] || echo "few values"
    LC_ALL=C sort -u "$work/values" | LC_ALL=C comm -23 - "$work/strings"
}

xsltproc_makes_the_same_of_the_published_index() {
    xsltproc --nonet xslt/site-json.xsl "$work/www/webbplats.xml" | cmp - "$work/www/webbplats.json"
    xsltproc --nonet xslt/feed-ics.xsl "$work/www/webbplats.xml" | cmp - "$work/www/kalender.ics"
    xsltproc --nonet xslt/feed-sitemap.xsl "$work/www/webbplats.xml" | cmp - "$work/www/sitemap.xml"
}

ids() { # FOLDER
    (cd "$1" && find . -name '*.atom' | LC_ALL=C sort | xargs sed -n 's/.*<id>\(.*\)<\/id>.*/\1/p'
        find . -name '*.ics' | LC_ALL=C sort | xargs cat | tr -d '\r' | sed -n '/^UID/,/^DTSTAMP/p')
}

identifiers_are_the_same_elsewhere() {
    site "$work/moved" "$work/meetings"
    ids "$work/www" >"$work/ids"
    ids "$work/moved" | diff "$work/ids" -
    [ "$(wc -l <"$work/ids")" -gt 50 ] || echo "few identifiers"
    [ ! -e "$work/moved/sitemap.xml" ] || echo "a sitemap without addresses"
    grep -l 'SOURCE\|^URL:' "$work/moved"/*.ics
    feeds_are_atom "$work/moved"
    calendars_are_icalendar "$work/moved"
    pages_have_json_ld "$work/moved"
}

# RFC 4287 lets links be relative; those of a feed are to what it lies beside.
relative_links_lead_somewhere() {
    find "$work/moved" -name flode.atom | while read -r feed; do
        grep -oE '(href|cite)="[^"#]*' "$feed" | sed 's/.*"//' | sort -u | while read -r link; do
            case $link in
            [a-z]*:*) echo "$feed: $link is not relative" ;;
            *) [ -e "$(dirname "$feed")/$link" ] || echo "$feed: $link leads nowhere" ;;
            esac
        done
    done
    grep -oE '(href|cite)="[^"]*' "$work/www/flode.atom" | grep -vF "\"$base" | grep -v '="https\?://'
}

# The same meeting as minutes that are not adjusted, and then adjusted.
an_adjustment_is_an_update_of_the_same_entry() {
    mkdir -p "$work/preliminary"
    sed -e '/<justering>/,/<\/justering>/d; /<underskrift /d; /<signeringsreferens/d' "$work/meetings/ekdal-kommunstyrelse.xml" >"$work/preliminary/ekdal.xml"
    site "$work/before" "$work/preliminary"
    for www in before www; do
        xmllint --xpath '//*[local-name() = "entry"][contains(., "2025-04-08/")]/*[local-name() = "id" or local-name() = "updated"]/text()' "$work/$www/flode.atom" >"$work/$www.entry"
    done
    grep -q 'T00:00:00Z' "$work/before.entry" || echo "no entry"
    diff "$work/before.entry" "$work/www.entry" | grep '^[<>]' | diff - <(printf '< 2025-04-08T00:00:00Z\n> 2025-04-14T00:00:00Z\n')
    case=ekdals-kommun/arenden/ks-2025-119/flode.atom
    sed -n 's|.*<updated>\(.*\)</updated>.*|\1|p' "$work/before/$case" "$work/www/$case" | uniq -c | diff -w - <(printf '2 2025-04-08T00:00:00Z\n2 2025-04-14T00:00:00Z\n')
    grep -q 'Av protokollet framgår inte att det är justerat' "$work/before/flode.atom" || echo "the entry does not warn"
}

# Behind every text and name of the minutes stand words that mean something in XML, HTML, JSON or iCalendar: they come
# back as text, and nothing has another structure than with a harmless word.
attack='"><script>x</script><!-- ]]> \\ \" \\n , ; : %0A &lt; '$'\r\n''END:VEVENT'$'\r\n''BEGIN:VEVENT'$'\r\n'' x'

text_stays_text() {
    mkdir -p "$work/harmless" "$work/attack"
    for sample in ekdal-kommunstyrelse aspvik-fullmaktige; do
        xsltproc --nonet --stringparam words Harmlos tests/attacks/poison.xsl samples/$sample/minutes.xml >"$work/harmless/$sample.xml"
        awk -v words="$(printf %s "$attack" | sed 's/&/\&amp;/g; s/</\&lt;/g; s/>/\&gt;/g; s/"/\&quot;/g; s/\r$/\&#13;/' | sed ':a; N; $!ba; s/\n/\&#10;/g' | sed 's/[\\&]/\\\\&/g')" \
            '{ gsub(/Harmlos/, words); print }' "$work/harmless/$sample.xml" >"$work/attack/$sample.xml"
    done
    for kind in harmless attack; do
        site "$work/$kind.www" --base-url $base --title "$kind" "$work/$kind"
        (cd "$work/$kind.www" && find . -name '*.atom' -print0 | LC_ALL=C sort -z | xargs -0 cat | grep -oE '</?[A-Za-z:]+') >"$work/$kind.atom"
        (cd "$work/$kind.www" && find . -name '*.ics' -print0 | LC_ALL=C sort -z | xargs -0 cat | grep -oE '^[A-Z-]+') >"$work/$kind.ics"
        find "$work/$kind.www" -name '*.html' -print0 | xargs -0 bash -c "$(declare -f json_ld); json_ld \"\$@\"" json_ld | jq -c '[paths]' | LC_ALL=C sort >"$work/$kind.json"
    done
    for form in atom ics json; do
        cmp "$work/harmless.$form" "$work/attack.$form"
    done
    feeds_are_atom "$work/attack.www"
    calendars_are_icalendar "$work/attack.www"
    pages_have_json_ld "$work/attack.www"
    xmllint --nonet --noout --schema tests/feeds/sitemap.xsd "$work/attack.www/sitemap.xml" 2>&1 | grep -v ' validates$'
    words=$(printf %s "$attack" | tr -s '\r\n' ' ')
    xmllint --xpath 'string(//*[local-name() = "entry"])' "$work/attack.www/flode.atom" | tr -s '\r\n' ' ' | grep -qF -- "$words" || echo "the feed lost the words"
    LC_ALL=C awk -v text=1 -f tests/feeds/ical.awk "$work/attack.www/kalender.ics" | grep -qF -- "$words" || echo "the calendar lost the words"
}

check a_site_is_made
check feeds_are_atom "$work/www"
check calendars_are_icalendar "$work/www"
check the_sitemap_is_of_all_pages
check pages_have_json_ld "$work/www"
check what_pages_are_about
check feeds_quote_the_minutes
check a_day_to_come_is_an_event_with_its_sentence
check the_index_is_json_too
check xsltproc_makes_the_same_of_the_published_index
check identifiers_are_the_same_elsewhere
check relative_links_lead_somewhere
check an_adjustment_is_an_update_of_the_same_entry
check text_stays_text
finish
