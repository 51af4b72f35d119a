#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Holds the site: links lead somewhere, a run makes what has changed and the same as a first run, and what is masked is in
# no file.

set -u
cd "$(dirname "$0")/.." || exit 2
. tests/check.sh

program=$(realpath "${SAMMANDRAG:-${BUILD:-build}/sammandrag}")
export SAMMANDRAG_DATA="${SAMMANDRAG_DATA:-$PWD}"
shim=$(realpath "${BUILD:-build}/faults.so")
loss=$(realpath "${BUILD:-build}/loss")
work=${BUILD:-build}/check_site
rm -rf "$work"
mkdir -p "$work/in"
work=$(realpath "$work")

number=811228-9874

tests/site/meetings.sh "$work/in"
sed "s/<\/stycke>/ Planterat: $number.&/" "$work/in/june.xml" >"$work/planted.xml" && mv "$work/planted.xml" "$work/in/june.xml"

build() { # INPUTS WWW [OPTION...]
    inputs=$1 www=$2
    shift 2
    "$program" site "$inputs" -o "$www" "$@" >"$work/said" 2>&1
}

# What two sites have that differs, the program's own notes aside.
differ() {
    diff -r -q -x .sammandrag "$1" "$2"
}

links_lead_somewhere() {
    (cd "$work/www" && find . -type f -not -path './.sammandrag/*' | LC_ALL=C sort >"$work/list" &&
        grep '\.html$' "$work/list" | xargs awk -v list="$work/list" -f "$OLDPWD/tests/site/links.awk")
}

pages_are_there() {
    for page in '' ekdals-kommun/kommunstyrelsen/ ekdals-kommun/kommunstyrelsen/2025/ ekdals-kommun/kommunstyrelsen/2025-04-08/ \
        ekdals-kommun/kommunstyrelsen/2025-04-08/protokoll/ ekdals-kommun/kommunstyrelsen/2025-04-08/p45/ \
        ekdals-kommun/arenden/ks-2025-119/ tillganglighet/ bevakning/motion/; do
        [ -s "$work/www/$page/index.html" ] || echo "$page is missing"
    done
    xmllint --noout --nonet --schema schema/site.xsd "$work/www/webbplats.xml" 2>&1 | grep -v ' validates$'
    for meeting in $(find "$work/www" -name sammantrade.xml); do
        xmllint --noout --nonet --schema schema/meeting.xsd "$meeting" 2>&1 | grep -v ' validates$'
        jq -e . "${meeting%.xml}.json" >"$work/json" || echo "$meeting has no JSON"
    done
    grep -q 'href="[^"]*odaterat-' "$work/www/nordhede-kommun/vard-och-omsorgsnamnden/index.html" || echo 'what has no date is not on the page of its body'
}

# None is called as another one; but a meeting of the samples has minutes and a summary that its board wrote.
pages_have_titles_of_their_own() {
    grep -rhoE '<title>[^<]*' "$work/www" --include=index.html | LC_ALL=C sort >"$work/titles"
    uniq -d "$work/titles" | grep -v '<title>Sammanfattning från kollektivtrafiknämnden'
    [ "$(wc -l <"$work/titles")" -gt 50 ] || echo 'few titles'
}

a_case_is_followed_over_bodies() {
    xmllint --xpath 'string(//*[local-name()="fall"][@nummer="KS 2024/00512"])' "$work/www/webbplats.xml" >/dev/null || echo 'no such case'
    xmllint --xpath '//*[local-name()="fall"][@nummer="KS 2024/00512"]/*/@datum' "$work/www/webbplats.xml" | grep -o '[0-9-]\{10\}' >"$work/days"
    printf '2025-04-08\n2025-05-13\n2025-05-26\n2025-06-10\n' | diff - "$work/days"
}

adjusted_minutes_replace_preliminary_ones() {
    grep -c '<sammantrade adress="ekdals-kommun/kommunstyrelsen/2025-04-08' "$work/www/webbplats.xml" | grep -qx 1 || echo 'there are two pages'
    for words in 'att <del>bifalla</del> motionen' 'att <ins>avslå</ins> motionen'; do
        grep -qF "$words" "$work/www/ekdals-kommun/kommunstyrelsen/2025-04-08/index.html" || echo "$words: is not said"
    done
    xmllint --xpath 'string(//*[local-name()="ersatter"]/@ojusterat)' "$work/www/webbplats.xml" | grep -qx true || echo 'nothing is replaced'
}

workers_make_the_same() {
    for jobs in 1 2; do
        build "$work/in" "$work/jobs$jobs" --base-url https://example.org/p/ --watch motion -j $jobs || echo "status $?"
    done
    differ "$work/jobs1" "$work/jobs2"
    differ "$work/jobs1" "$work/www"
}

nothing_changed_writes_nothing() {
    sleep 0.02
    touch "$work/stamp"
    build "$work/in" "$work/www" --base-url https://example.org/p/ --watch motion || echo "status $?"
    find "$work/www" -type f -newer "$work/stamp" -not -path '*/.sammandrag/lock'
    grep -q ' 0 pages made' "$work/said" || cat "$work/said"
}

# Which pages are written again when the middle one of three meetings goes and comes back.
what_has_changed_alone_is_made() {
    mv "$work/in/may.xml" "$work/may.away"
    sleep 0.02
    touch "$work/stamp"
    build "$work/in" "$work/www" --base-url https://example.org/p/ --watch motion || echo "status $?"
    find "$work/www" -path '*2025-05-13*' | sed 's/$/: is still there/'
    (cd "$work/www" && find . -type f -newer "$work/stamp" -not -path './.sammandrag/*') |
        grep -vE '^\./([^/]*|bevakning/.*|ekdals-kommun/kommunstyrelsen(/2025)?/[^/]*|ekdals-kommun/arenden/.*)$' |
        grep -vE '/2025-(04-08|06-10)/(protokoll/)?index.html$' | sed 's/$/: is written again/'
    build "$work/in" "$work/fresh" --base-url https://example.org/p/ --watch motion
    differ "$work/fresh" "$work/www"
    mv "$work/may.away" "$work/in/may.xml"
    sed -i 's/att avslå motionen/att bordlägga motionen/' "$work/in/may.xml"
    build "$work/in" "$work/www" --base-url https://example.org/p/ --watch motion || echo "status $?"
    rm -rf "$work/fresh"
    build "$work/in" "$work/fresh" --base-url https://example.org/p/ --watch motion
    differ "$work/fresh" "$work/www"
}

what_is_lost_comes_back() {
    rm -r "$work/www/tillganglighet" "$work/www/ekdals-kommun/kommunstyrelsen/2025-04-08/p45/index.html"
    echo mine >"$work/www/ekdals-kommun/mine.txt"
    build "$work/in" "$work/www" --base-url https://example.org/p/ --watch motion || echo "status $?"
    grep -qx mine "$work/www/ekdals-kommun/mine.txt" || echo 'a file of somebody else is gone'
    rm "$work/www/ekdals-kommun/mine.txt"
    differ "$work/fresh" "$work/www"
}

what_is_masked_is_in_no_file() {
    grep -q "$number" "$work/in/june.xml" || echo 'nothing is planted'
    grep -rlF "$number" "$work/www"
    build "$work/in/june.xml" "$work/archive" --archive
    grep -qF "$number" "$work/archive/ekdals-kommun/kommunstyrelsen/2025-06-10/protokoll/index.html" || echo 'the archive lacks it'
    "$program" review --to xml "$work/in/june.xml" | sed 's/typ="personnummer"/& beslut="behall"/' >"$work/decided"
    mv "$work/decided" "$work/in/june.personuppgifter.xml"
    build "$work/in" "$work/www" --base-url https://example.org/p/ --watch motion || echo "status $?"
    grep -qF "$number" "$work/www/ekdals-kommun/kommunstyrelsen/2025-06-10/sammantrade.xml" || echo 'what is to be kept is masked'
    rm "$work/in/june.personuppgifter.xml"
    build "$work/in" "$work/www" --base-url https://example.org/p/ --watch motion
    grep -rlF "$number" "$work/www"
}

# One is no XML, one no valid meeting; what is no meeting at all is none of the site's.
a_broken_meeting_is_named_and_left_out() {
    mkdir "$work/broken"
    cp "$work/in/council.xml" "$work/in/may.xml" "$work/broken"
    sed 's/<arenderubrik[^>]*>/<script>/' "$work/in/june.xml" >"$work/broken/june.xml"
    sed -E 's/<organ [^>]*>/<organ>/' "$work/in/june.xml" >"$work/broken/invalid.xml"
    cp profiles/allmant.xml "$work/broken"
    build "$work/broken" "$work/some"
    [ $? -eq 3 ] || echo 'the status is not 3'
    for name in june invalid; do
        grep -q "^sammandrag: .*$name.xml: " "$work/said" || echo "$name.xml is not named"
    done
    grep -q allmant "$work/said" && echo 'a profile is named'
    [ "$(find "$work/some" -name sammantrade.xml | wc -l)" -eq 2 ] || echo 'the others are not there'
    rm "$work/broken/council.xml" "$work/broken/may.xml"
    cp -r "$work/some" "$work/before"
    build "$work/broken" "$work/some"
    differ "$work/before" "$work/some"
}

a_site_among_its_meetings_is_none_of_them() {
    mkdir "$work/all"
    cp "$work/in/may.xml" "$work/in/council.xml" "$work/all"
    build "$work/all" "$work/all/www" || echo "status $?"
    build "$work/all" "$work/all/www" || echo "status $?"
    grep -q '^sammandrag: 2 meetings, .* 0 pages made' "$work/said" || cat "$work/said"
    build "$work/all" "$work/all"
    [ $? -eq 2 ] || echo 'a site may be put among its meetings'
}

settings_are_checked_and_used() {
    for wrong in --colors=red --colors=#00000 --base-url=example.org --base-url=https://example.org --base-url=javascript:/ \
        --logo=/nonexistent.svg --logo=README.md --jobs=-1; do
        build "$work/in" "$work/refused" "$wrong"
        status=$?
        [ $status -eq 2 ] || { [ "$wrong" = --logo=/nonexistent.svg ] && [ $status -eq 3 ]; } || echo "$wrong: status $status"
    done
    echo '<svg xmlns="http://www.w3.org/2000/svg"/>' >"$work/logo.svg"
    build "$work/in/may.xml" "$work/own" --title 'Vårt & ert' --colors '#112233,#ffdd00' --logo "$work/logo.svg" || echo "status $?"
    cmp "$work/logo.svg" "$work/own/logotyp.svg"
    grep -q 'Vårt &amp; ert' "$work/own/index.html" || echo 'the title is not on the page'
    build "$work/in/may.xml" "$work/own" --title 'Vårt & ert' || echo "status $?"
    [ ! -e "$work/own/logotyp.svg" ] || echo 'the logo is still there'
}

# What only the publisher knows is filled in by a stylesheet, and anew when it changes.
pages_may_be_made_by_a_stylesheet_of_ones_own() {
    mkdir "$work/look"
    for contact in brev@example.org post@example.org; do
        cat >"$work/look/own.xsl" <<-EOF
	<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
	<xsl:import href="site-page.xsl"/>
	<xsl:template name="statement-contact">$contact</xsl:template>
	</xsl:stylesheet>
	EOF
        build "$work/in/may.xml" "$work/looks" --xslt "$work/look/own.xsl" || echo "status $?"
        grep -q "$contact" "$work/looks/tillganglighet/index.html" || echo "$contact is not in the statement"
        grep -q '<h1' "$work/looks/index.html" || echo 'the front page is not made'
    done
    build "$work/in/may.xml" "$work/looks" --xslt "$work/look/none.xsl"
    [ $? -ne 0 ] || echo 'a stylesheet that is missing is no error'
    grep -q "$contact" "$work/looks/tillganglighet/index.html" || echo 'the pages are gone'
}

# A disk that is full, and runs that are killed, at some of the steps; the next run completes what they began.
a_run_goes_on_where_one_was_ended() {
    mkdir "$work/few"
    cp "$work/in/may.xml" "$work/in/council.xml" "$work/few"
    build "$work/few" "$work/reference" -j 1
    under_shim ''
    steps=$("$loss" counts "$work/journal" | sed -n 's/^step //p')
    differ "$work/reference" "$work/ended"
    for fault in write:9+:ENOSPC write:30+:ENOSPC sync:1:EIO sync:9:EIO mkdir:20+:ENOSPC rename:3:EIO rename:30:EIO \
        rename:30:INT rename:40+:TERM sync:7:INT $(seq 2 $((steps / 12)) "$steps" | sed 's/.*/step:&:loss/'); do
        rm -rf "$work/ended"
        under_shim "$fault"
        status=$?
        case $fault:$status in
        step:*:137 | *:INT:130 | *:TERM:143 | *:4) ;;
        *) echo "$fault: status $status: $(head -n 1 "$work/said")" ;;
        esac
        case $fault in
        step:*) "$loss" "$(echo names data 7 8 | cut -d' ' -f $((${fault//[!0-9]/} % 4 + 1)))" "$work/journal" "$work/kept" "$work/ended" >"$work/undone" ;;
        esac
        pages_are_whole "$work/ended" "$fault"
        build "$work/few" "$work/ended" -j 1 || echo "$fault: status $?: $(head -n 1 "$work/said")"
        differ "$work/reference" "$work/ended" | sed "s/^/$fault: /"
    done 2>"$work/killed" # the shell tells of each that is killed
}

# One signal lets it finish what it has begun, the second ends it.
signals_end_it() {
    build "$work/in" "$work/reference" -j 2
    for signals in INT TERM HUP 'INT INT' 'INT TERM' 'TERM TERM'; do
        rm -rf "$work/ended"
        for moment in 0.15 0.35 0.7; do
            env --default-signal=INT "$program" site "$work/in" -o "$work/ended" -j 2 >"$work/said" 2>&1 &
            sleep $moment
            for signal in $signals; do
                kill -s "$signal" $! 2>/dev/null
                sleep 0.004
            done
            wait $!
            status=$?
            case $status in
            0 | 10 | 129 | 130 | 143) ;;
            *) echo "$signals: status $status" ;;
            esac
            pages_are_whole "$work/ended" "$signals"
        done
        build "$work/in" "$work/ended" -j 2 || echo "$signals: status $?: $(head -n 1 "$work/said")"
        differ "$work/reference" "$work/ended" | sed "s/^/$signals: /"
    done
}

under_shim() { # FAULT
    rm -rf "$work/journal" "$work/kept"
    mkdir "$work/kept"
    setsid -w env FAULTS="$1" FAULTS_JOURNAL="$work/journal" FAULTS_KEEP="$work/kept" LD_PRELOAD="$shim" \
        ASAN_OPTIONS=verify_asan_link_order=0:"${ASAN_OPTIONS:-}" "$program" site "$work/few" -o "$work/ended" -j 1 >"$work/said" 2>&1
}

pages_are_whole() { # WWW WHEN
    [ ! -d "$1" ] || find "$1" -name '*.html' | while read -r page; do
        cmp -s "$page" "$work/reference/${page#"$1/"}" || echo "$2: $page is not whole"
    done
}

# What the power took of what the program keeps is made again.
what_is_kept_may_be_damaged() {
    find "$work/ended/.sammandrag/records" -name '*.xml' | head -n 1 | while read -r record; do : >"$record"; done
    : >"$work/ended/.sammandrag/site"
    build "$work/few" "$work/ended" -j 1 || echo "status $?: $(head -n 1 "$work/said")"
    differ "$work/reference" "$work/ended"
}

build "$work/in" "$work/www" --base-url https://example.org/p/ --watch motion || sed 's/^/FAILED /' "$work/said"

check pages_are_there
check pages_have_titles_of_their_own
check links_lead_somewhere
check a_case_is_followed_over_bodies
check adjusted_minutes_replace_preliminary_ones
check workers_make_the_same
check nothing_changed_writes_nothing
check what_has_changed_alone_is_made
check what_is_lost_comes_back
check what_is_masked_is_in_no_file
check a_broken_meeting_is_named_and_left_out
check a_site_among_its_meetings_is_none_of_them
check settings_are_checked_and_used
check pages_may_be_made_by_a_stylesheet_of_ones_own
check a_run_goes_on_where_one_was_ended
check what_is_kept_may_be_damaged
check signals_end_it
finish
