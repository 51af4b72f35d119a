#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Holds digests: every sentence is the minutes' or a fixed phrase, every form is valid and says the same, a meeting counts
# once, and nothing depends on the order of files.
#
# usage: tests/check_digest.sh [bless]      bless: write the goldens in tests/digest/ anew, to be read in git diff

set -u
cd "$(dirname "$0")/.." || exit 2
. tests/check.sh

program=${SAMMANDRAG:-${BUILD:-build}/sammandrag}
work=${BUILD:-build}/check_digest
rm -rf "$work"
mkdir -p "$work/meetings"
forms='txt html md json atom ninjs xml eml'

# The meetings of the samples, each under a name of its own.
for sample in samples/*/minutes.xml; do
    cp "$sample" "$work/meetings/$(basename "$(dirname "$sample")").xml"
done

# The digest that the goldens hold, as $1; other arguments follow.
digest() {
    form=$1
    shift
    "$program" digest --to "$form" --source https://example.org/protokoll --watch taxa --watch 'skol*' "$@"
}

if [ "${1:-}" = bless ]; then
    for form in $forms; do
        digest "$form" samples >"tests/digest/samples.$form" || exit
    done
    exit
fi

goldens_hold() {
    for form in $forms; do
        digest "$form" samples >"$work/samples.$form" || echo "$form: status $?"
        diff "tests/digest/samples.$form" "$work/samples.$form" | head -n 10
    done
}

xsltproc_gives_the_same() {
    for form in txt html md json atom ninjs; do
        xsltproc --nonet "xslt/digest-$form.xsl" "$work/samples.xml" | cmp - "$work/samples.$form"
    done
}

# Neither of the order in which files are named, nor of the locale.
order_does_not_matter() {
    for form in xml txt; do
        digest $form "$work"/meetings/*.xml >"$work/once"
        # shellcheck disable=SC2046 # names without blanks
        digest $form $(find "$work/meetings" -name '*.xml' | LC_ALL=C sort -r) >"$work/again"
        LC_ALL=sv_SE.UTF-8 digest $form "$work/meetings" >"$work/elsewhere"
        cmp "$work/once" "$work/again"
        cmp "$work/once" "$work/elsewhere"
    done
}

forms_are_valid() {
    xmllint --noout --nonet --schema schema/digest.xsd "$work/samples.xml" 2>&1 | grep -v ' validates$'
    for form in json ninjs; do
        jq -e . "$work/samples.$form" >/dev/null || echo "$form is no JSON"
    done
    if [ -f tests/feeds/atom.rnc ]; then
        jing -c tests/feeds/atom.rnc "$work/samples.atom" 2>&1 | grep -v '^\[warning\] /usr/bin/jing'
    fi
}

# What is quoted stands in the meeting it is said to be of, word for word.
sentences_are_the_minutes_own() {
    for meeting in "$work"/meetings/*.xml; do
        sha=$(sed -n 's/.* sha256="\([0-9a-f]*\)".*/\1/p' "$meeting" | head -n 1)
        xsltproc --nonet tests/digest/words.xsl "$meeting" >"$work/$sha.words"
    done
    xsltproc --nonet tests/digest/facts.xsl "$work/samples.xml" | LC_ALL=C sort -u >"$work/facts"
    [ "$(wc -l <"$work/facts")" -gt 100 ] || echo "few facts"
    while read -r sha words; do
        grep -qF -- "$words" "$work/$sha.words" || echo "not in the minutes: $words"
    done <"$work/facts"
}

# With what is quoted as Q, names and titles as F, signals as S, outcomes as U, parties as P and numbers as N, each line
# matches one of the expressions in tests/digest/phrases.
lines_are_fixed_phrases() {
    xsltproc --nonet tests/digest/unwrapped.xsl "$work/samples.xml" >"$work/unwrapped"
    {
        xsltproc --nonet --stringparam names yes tests/digest/facts.xsl "$work/samples.xml" | cut -d ' ' -f 2- | sed 's/^/F /'
        sed -n 's/^  <signal .* text="\([^"]*\)".*/S \1/p' "$work/samples.xml"
    } | LC_ALL=C sort -u | awk '{ print length, $0 }' | sort -rn | cut -d ' ' -f 2- >"$work/longest"
    sed -E 's/”[^”]*”/Q/g' "$work/unwrapped" | awk '
        NR == FNR { kind[++n] = substr($0, 1, 1); fact[n] = substr($0, 3); next }
        /^$/ || /^[=~-]+$/ || /^</ { next }
        {
            signals = /^- / && !/^- §/
            for (i = 1; i <= n; i++)
                while ((kind[i] == "F" || signals) && (at = index($0, fact[i])) > 0)
                    $0 = substr($0, 1, at - 1) kind[i] substr($0, at + length(fact[i]))
            print
        }' "$work/longest" - |
        sed -E -e 's/[−]?[0-9]+/N/g' -e 's/(slutligt beslut|\(härlett\)): (delvis )?[a-zåäö]+/\1: U/' \
            -e 's/ N (januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december) N/ D/g' \
            -e 's/\(([^ ()]+ N(, )?)+\)([:.])/(P)\3/g; s/Reserverade sig: ([^ .]+ N(, )?)+\./Reserverade sig: P./' |
        LC_ALL=C sort -u >"$work/skeletons"
    grep -vxE -f tests/digest/phrases "$work/skeletons" | sed 's/^/no such phrase: /'
    while IFS= read -r phrase; do
        grep -qxE -e "$phrase" "$work/skeletons" || echo "no line of the samples is: $phrase"
    done <tests/digest/phrases
}

# At 220 words a minute; lines under headings and addresses are not read.
what_leads_is_read_in_two_minutes() {
    for arguments in '' '--party V' '--watch skol*' '--watch taxa --watch skol* --watch nämnden'; do
        # shellcheck disable=SC2086 # several arguments
        "$program" digest $arguments "$work/meetings" | sed -n -e '/^Övriga ärenden$/q' -e '/^[=~-]*$/d; /^</d; s/^- //; p' >"$work/leads"
        words=$(wc -w <"$work/leads")
        [ "$words" -gt 250 ] && [ "$words" -le 440 ] || echo "$words words: $arguments"
    done
}

# The text in the message is that of --to txt, by a program that opens messages.
messages_open() {
    mkdir -p "$work/message"
    ripmime -i "$work/samples.eml" -d "$work/message" || echo "ripmime: status $?"
    grep -lF 'Beslut i korthet' "$work"/message/* | wc -l | grep -qx 2 || echo "not two alternatives"
    tr -d '\r' <"$work/message/textfile1" | sed '${/^$/d}' | cmp - "$work/samples.txt"
    tr -d '\r' <"$work/message/textfile2" | grep -q '</html>' || echo "no whole HTML"
    awk 'length($0) > 77' "$work/samples.eml" | sed 's/^/long line: /'
    [ "$(grep -c "$(printf '\r$')" "$work/samples.eml")" -eq "$(wc -l <"$work/samples.eml")" ] || echo "lines without CR"
    for header in From To Subject Date Message-ID MIME-Version Content-Type; do
        [ "$(sed '/^\r*$/q' "$work/samples.eml" | grep -c "^$header: ")" -eq 1 ] || echo "no $header"
    done
    grep -q '^Date: Thu, 2 Oct 2025 12:00:00 +0000' "$work/samples.eml" || echo "not dated by the last meeting"
}

# One without its day of adjustment, and the same once more: the adjusted one counts.
a_meeting_counts_once() {
    mkdir -p "$work/twice"
    cp "$work/meetings/ekdal-kommunstyrelse.xml" "$work/twice/adjusted.xml"
    sed -e '/<justering>/,/<\/justering>/d' -e 's/ sha256="[0-9a-f]*"/ sha256="'"$(printf '%064d' 0)"'"/; s/ fil="[^"]*"/ fil="preliminar.pdf"/' \
        "$work/twice/adjusted.xml" >"$work/twice/preliminary.xml"
    "$program" digest --to json "$work/twice" >"$work/twice.json" || echo "status $?"
    jq -r '.sammantraden[].justerat' "$work/twice.json" | cmp - <<'DAY'
2025-04-14
DAY
    jq -r '.utelamnade[].fil' "$work/twice.json" | grep -qx preliminar.pdf || echo "the other is not named"
    # Another meeting of the day, by the numbers of its items.
    sed -E 's/ nr="([0-9]+)"/ nr="9\1"/' "$work/twice/preliminary.xml" >"$work/twice/other.xml"
    "$program" digest --to json "$work/twice" | jq '.sammantraden | length' | grep -qx 2 || echo "two meetings of a day are one"
}

days_and_bodies_choose() {
    count() { "$program" digest --to json "$@" "$work/meetings" | jq '.sammantraden | length'; }
    [ "$(count --from 2025-06-16 --to 2025-06-16)" = 1 ] || echo "not one meeting of a day"
    [ "$(count --from 2025-06-17)" = 1 ] || echo "not one after the day"
    [ "$(count --to 2025-03-12)" = 1 ] || echo "not one up to the day"
    [ "$(count --body kommunstyrelsen)" = 1 ] || echo "not one of the body"
    "$program" digest --body 'Ingen nämnd' "$work/meetings" >"$work/none" 2>"$work/none.err"
    [ $? -eq 3 ] || echo "no meeting of a body: not status 3"
    [ ! -s "$work/none" ] || echo "no meeting, and still an output"
    grep -q '^sammandrag: digest: no meeting is of what was asked for' "$work/none.err" || cat "$work/none.err"
}

# V was outvoted in one item of the samples and moved in others; every item shown says why.
a_party_chooses() {
    "$program" digest --party V --to json "$work/meetings" >"$work/party.json" || echo "status $?"
    jq -r '.delar[] | select(.typ == "omstritt") | .arenden[] | [.signaler[].typ] | map(select(startswith("parti-"))) | length' \
        "$work/party.json" | grep -qx 0 && echo "an item that the party has no part in"
    jq -e '[.delar[].arenden[].signaler[].typ] | (index("parti-emot") and index("parti-reserverade") and index("parti-yrkade"))' \
        "$work/party.json" >/dev/null || echo "not all a party can do is found"
}

# Word for word unless a star is written.
words_are_watched() {
    found() { "$program" digest --watch "$1" --to json "$work/meetings" | jq '[.delar[] | select(.typ == "bevakat") | .arenden[]] | length'; }
    [ "$(found båtplatser)" = 1 ] || echo "a word is not found"
    [ "$(found BÅTPLATSER)" = 1 ] || echo "letter case counts"
    [ "$(found båtplats)" = 0 ] || echo "a word is found inside another"
    [ "$(found 'båtplats*')" = 1 ] || echo "a beginning is not found"
    [ "$(found 'båtplatser i')" = 1 ] || echo "two words are not found"
}

links_lead_to_the_site() {
    "$program" site -q -o "$work/site" --base-url https://example.org/ "$work/meetings" || echo "site: status $?"
    "$program" digest --base-url https://example.org/ --to xml "$work/meetings" | grep -o ' lank="[^"]*"' |
        sed 's/ lank="https:..example.org.//; s/"//' | sort -u >"$work/links"
    [ "$(wc -l <"$work/links")" -gt 20 ] || echo "few links"
    while read -r address; do
        [ -f "$work/site/${address}index.html" ] || echo "the site has no $address"
    done <"$work/links"
}

# Whether or not it is known where the site is: so that what was read once is known again.
identifiers_are_those_of_the_site() {
    for form in atom ninjs; do
        for arguments in '' '--base-url https://example.org/' '--source https://example.org/pdf'; do
            # shellcheck disable=SC2086 # several arguments
            "$program" digest --to $form $arguments "$work/meetings" | grep -oE 'urn:sammandrag:adress:[^<"]*' >"$work/identifiers.now"
            [ -n "$arguments" ] || cp "$work/identifiers.now" "$work/identifiers.$form"
            diff "$work/identifiers.$form" "$work/identifiers.now" | sed "s|^|$form $arguments: |"
        done
    done
    sed 's/urn:sammandrag:adress://' "$work/identifiers.atom" | grep -v '^oversikt/' >"$work/addresses"
    [ "$(wc -l <"$work/addresses")" -ge 5 ] || echo "few identifiers"
    while read -r address; do
        [ -f "$work/site/${address}index.html" ] || echo "the site has no $address"
    done <"$work/addresses"
}

# A feed and a message lie nobody knows where.
links_of_feeds_and_messages_are_whole() {
    for form in atom eml; do
        "$program" digest --to $form "$work/meetings" | tr -d '\r' | sed 's/=$//' | tr -d '\n' | grep -oE 'href=(3D)?"[^#"][^"]*"' |
            grep -v '://' | sed "s/^/$form: /"
        "$program" digest --to $form --source https://example.org "$work/meetings" | grep -q 'https://example.org' || echo "$form has no links"
    done
}

personal_data_is_masked() {
    planted='070-123 45 67'
    mkdir -p "$work/planted"
    sed "0,/får i uppdrag/s//får i uppdrag (ring $planted)/" "$work/meetings/malmfjord-trafiknamnd.xml" >"$work/planted/one.xml"
    grep -qF "$planted" "$work/planted/one.xml" || echo "nothing is planted"
    for form in $forms; do
        "$program" digest --to $form --watch 'uppdrag' "$work/planted" >"$work/planted.$form" || echo "$form: status $?"
        tr '\n' ' ' <"$work/planted.$form" | grep -qF "$planted" && echo "$form holds it"
    done
    grep -q 'personuppgift borttagen' "$work/planted.json" || echo "the place is not shown"
    "$program" digest --archive --to json --watch uppdrag "$work/planted" | grep -qF "$planted" || echo "the archive lacks it"
    "$program" review --to xml "$work/planted/one.xml" >"$work/review.xml"
    sed 's/typ="telefon"/& beslut="behall"/' "$work/review.xml" >"$work/planted/one.personuppgifter.xml"
    "$program" digest --to json --watch uppdrag "$work/planted" | grep -qF "$planted" || echo "a decision is not heeded"
}

bad_files_are_named() {
    mkdir -p "$work/bad"
    cp "$work/meetings/ekdal-kommunstyrelse.xml" "$work/bad/good.xml"
    head -c 3000 "$work/bad/good.xml" >"$work/bad/torn.xml"
    "$program" digest --to json "$work/bad" >"$work/bad.json" 2>"$work/bad.err"
    [ $? -eq 3 ] || echo "not status 3"
    grep -q 'torn\.xml' "$work/bad.err" || echo "the file is not named"
    jq '.sammantraden | length' "$work/bad.json" | grep -qx 1 || echo "the good one is not told of"
}

# Status 2, a message of one line, nothing written.
wrong_calls_are_refused() {
    while IFS= read -r arguments; do
        eval "\"\$program\" digest $arguments" >"$work/refused" 2>"$work/refused.err"
        [ $? -eq 2 ] || echo "not status 2: $arguments"
        [ ! -s "$work/refused" ] || echo "an output: $arguments"
        [ "$(grep -c '^sammandrag: digest: ' "$work/refused.err")" -eq 1 ] || echo "no message: $arguments"
    done <<CALLS

--from 2025-02-30 $work/meetings
--from igår $work/meetings
--to 2025-1-1 $work/meetings
--to pdf $work/meetings
--to html --to md $work/meetings
--from 2025-02-01 --to 2025-01-01 $work/meetings
--watch '*' $work/meetings
--watch 'a*b' $work/meetings
--base-url ftp://example.org $work/meetings
CALLS
}

check goldens_hold
check xsltproc_gives_the_same
check order_does_not_matter
check forms_are_valid
check sentences_are_the_minutes_own
check lines_are_fixed_phrases
check what_leads_is_read_in_two_minutes
check messages_open
check a_meeting_counts_once
check days_and_bodies_choose
check a_party_chooses
check words_are_watched
check links_lead_to_the_site
check identifiers_are_those_of_the_site
check links_of_feeds_and_messages_are_whole
check personal_data_is_masked
check bad_files_are_named
check wrong_calls_are_refused
finish
