#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Holds the public edition: personal data planted into the samples is in no output, and nothing else goes.

set -u
cd "$(dirname "$0")/.." || exit 2
. tests/check.sh

program=${SAMMANDRAG:-${BUILD:-build}/sammandrag}
work=${BUILD:-build}/check_personal
rm -rf "$work"
mkdir -p "$work"

number=811228-9874 phone='070-123 45 67' mail=nils.ek@example.org street='Storgatan 5, 123 45 Ekdal'

# Every third paragraph of each sample that is minutes.
for sample in samples/*/minutes.xml; do
    grep -q 'dokumenttyp="protokoll"' "$sample" || continue
    name=$(basename "$(dirname "$sample")")
    awk -v planted=" Planterat: $number, $phone, $mail, $street.</stycke>" \
        '/<\/stycke>/ && ++n % 3 == 0 { sub(/<\/stycke>/, planted) } { print }' "$sample" >"$work/$name.xml"
done

# Writes the planted strings that the file $1 holds.
holds() {
    grep -Fo -e "$number" -e "$phone" -e "$mail" -e "$street" "$1" | sort -u | sed "s|^|$1: |"
}

no_output_holds_what_is_masked() {
    for planted in "$work"/*.xml; do
        [ "$(holds "$planted" | wc -l)" -eq 4 ] || echo "$planted: nothing is planted"
        for format in xml html md txt json; do
            "$program" render --public --to $format "$planted" >"$work/public.$format" || echo "$planted: $format: status $?"
            holds "$work/public.$format"
        done
        for format in html md txt; do
            tr '\n' ' ' <"$work/public.$format" | grep -q 'Personuppgifter har tagits *bort *ur *denna *utgåva' ||
                echo "$planted: $format does not say so"
        done
    done
}

the_archive_is_whole() {
    for planted in "$work"/*.xml; do
        "$program" render --public --archive --to xml "$planted" | cmp -s - "$planted" || echo "$planted: differs"
    done
}

every_planted_thing_is_listed() {
    for planted in "$work"/*.xml; do
        for format in txt html json xml; do
            "$program" review --to $format "$planted" >"$work/review.$format" || echo "$planted: $format: status $?"
        done
        for words in "$number" "$phone" "$mail" "$street"; do
            grep -qF "<ord>$words</ord>" "$work/review.xml" || echo "$planted: $words is not found"
        done
    done
}

a_decision_is_honoured() {
    planted=$(find "$work" -name '*.xml' ! -name 'review*' ! -name 'public*' | LC_ALL=C sort | head -n 1)
    cp "$planted" "$work/decided.xml"
    "$program" review --to xml "$planted" | sed "s/typ=\"telefon\"/& beslut=\"behall\"/" >"$work/decided.personuppgifter.xml"
    "$program" render --public --to txt "$work/decided.xml" >"$work/decided.txt"
    grep -qF "$phone" "$work/decided.txt" || echo "what is to be kept is masked"
    ! grep -qF "$number" "$work/decided.txt" || echo "what is not decided is kept"
    "$program" review --to json "$work/decided.xml" | grep -q '"beslut": "behall"' || echo "the list forgets the decision"
    rm "$work"/decided*
}

# From a PDF, all outputs at once: the reviewer's own words, a name that stands all over them.
convert_masks_all_outputs() {
    name=$(sed -n 's/.*<ordforande[^>]*>\([^<]*\)<.*/\1/p' samples/ekdal-kommunstyrelse/minutes.xml | head -n 1)
    printf '%s' "<personuppgifter xmlns='urn:sammandrag:personuppgifter:1'><personuppgift typ='annat' beslut='maskera'><ord>$name</ord></personuppgift></personuppgifter>" >"$work/own.decisions"
    "$program" convert -q --public --decisions "$work/own.decisions" -o "$work/all" samples/ekdal-kommunstyrelse/minutes.pdf
    [ "$(find "$work/all" -type f | wc -l)" -eq 8 ] || echo "not eight outputs"
    [ -n "$name" ] || echo "the sample has no chair"
    grep -lF "$name" samples/ekdal-kommunstyrelse/minutes.json >/dev/null || echo "$name is not in the sample"
    for file in "$work"/all/*; do
        ! tr '\n' ' ' <"$file" | tr -s ' ' | grep -qF "$name" || echo "$file has $name"
    done
}

# A site with its feeds and data, and a digest in each of its forms, are public without being asked; what a page hides is in
# none of them either.
no_site_and_no_digest_holds_what_is_masked() {
    hidden=Hemligström
    mkdir -p "$work/many"
    for planted in "$work"/*.xml; do
        sed "s|</bortfall>|<bortfallen id=\"d900\" orsak=\"dold\" sida=\"1\">$hidden</bortfallen>&|" "$planted" \
            >"$work/many/${planted##*/}"
    done
    "$program" site -q -o "$work/site" --base-url https://example.org/ "$work/many" >"$work/err" 2>&1 || echo "site: status $?: $(head -n 1 "$work/err")"
    for form in html md txt json atom eml ninjs; do
        "$program" digest -q --to $form --watch storgatan --watch nils --source https://example.org/ "$work/many" \
            >"$work/digest.$form" 2>"$work/err" || echo "digest $form: status $?: $(head -n 1 "$work/err")"
        [ -s "$work/digest.$form" ] || echo "digest $form: empty"
    done
    [ "$(find "$work/site" -type f | wc -l)" -gt 30 ] || echo 'there is no site'
    # What is in a mail may be encoded.
    sed ':a; /=$/ { N; s/=\n//; ba }' "$work/digest.eml" | sed 's/=40/@/g; s/=2E/./g; s/=2C/,/g; s/=2D/-/g' >"$work/digest.decoded.eml"
    find "$work/site" "$work"/digest.* -type f | while read -r file; do
        tr '\n' ' ' <"$file" | tr -s ' ' >"$work/line"
        holds "$work/line" | sed "s|^[^:]*|$file|"
        ! grep -qi "$hidden" "$work/line" || echo "$file: what a page hides"
    done
    find "$work/site" | grep -iE 'nils|storgatan|811228|hemligstr' | sed 's/$/: the name of a file/'
}

# The samples have no personal data but what is said in a role.
nothing_is_masked_in_the_samples() {
    for sample in samples/*/minutes.xml; do
        "$program" render --public --to xml "$sample" | cmp -s - "$sample" || echo "$sample: something is masked"
    done
}

# Pages, feeds, calendars, JSON-LD, addresses and what the next run is to know: of planted words, and of the reviewer's own,
# which stand in titles.
no_file_of_a_site_holds_what_is_masked() {
    mkdir "$work/meetings"
    cp "$work"/*.xml "$work/meetings"
    title=$(sed -n 's/.*<arenderubrik[^>]*>\(.* fastigheten .*\)<.*/\1/p' "$work/meetings/ekdal-kommunstyrelse.xml")
    own=$(echo "$title" | cut -d' ' -f 4-6)
    printf '%s' "<personuppgifter xmlns='urn:sammandrag:personuppgifter:1'><personuppgift typ='annat' beslut='maskera'><ord>$own</ord></personuppgift></personuppgifter>" \
        >"$work/meetings/ekdal-kommunstyrelse.personuppgifter.xml"
    "$program" site -q --base-url https://www.ekdal.example/ --watch fastigheten -o "$work/www" "$work/meetings" || echo "status $?"
    grep -rqF fastigheten "$work/www" --include=flode.atom || echo "the item is gone"
    [ -n "$own" ] || echo "the sample has no such title"
    find "$work/www" -type f | while read -r file; do
        # As it is, and the lines of a calendar unfolded.
        { echo "$file"; tr -s '\n ' '  ' <"$file"; tr -d '\r\\' <"$file" | sed -z 's/\n //g'; } >"$work/file"
        grep -Fio -e "$number" -e "$phone" -e "$mail" -e "$street" -e "$own" -e "$(echo "$own" | tr ' :' '--')" "$work/file" | sort -u | sed "s|^|$file: |"
    done
    rm -r "$work/meetings" "$work/www" "$work/file"
}

# Minutes as a PDF: a matter about an individual, with all kinds of personal data; what stands before it moves it.
individual() { # FILE [BEFORE] [ADDRESS]
    cat >"$work/source.xml" <<XML
<document font="DejaVu Sans" size="11">
  <style name="h" size="14" before="12" after="6"/>
  <part><body>
    <h>PROTOKOLL</h><p>Socialnämnden 2025-03-04</p>
    <p>${2:-Kommunhuset}</p>
    <h>§ 1 Val av justerare</h>
    <p>Ledamöterna turas om.</p>
    <h>Beslut</h>
    <p>Socialnämnden beslutar att utse Ada Ek (S).</p>
    <h>§ 2 Ansökan om bistånd från Åsa Söderkvist</h>
    <p>Åsa Söderkvist, 640823-3234, har ansökt. Åsas son Tindra, tel. 070-123 45 67, bor där.</p>
    <h>Beslut</h>
    <p>Socialnämnden avslår ansökan från Åsa Söderkvist, asa.soderkvist@example.org, ${3:-Storgatan 5, 123 45 Ekdal}, om 5 000 kronor.</p>
  </body></part>
</document>
XML
    "${BUILD:-build}/typeset" "$work/source.xml" "$1"
}

masked='Söderkvist|640823|123 45 67|soderkvist|Storgatan 5|Åsas|Tindra'

# The ways a text can be written in a file: as it is, with the lines of a calendar or a mail unfolded, without markup, soft
# hyphens and entities, with what is written by bytes.
readings() { # FILE
    tr -s '\n ' '  ' <"$1"
    tr -d '\r\\' <"$1" | sed -z 's/\n //g; s/=\n//g' | tr '\n' ' '
    sed 's/<[^>]*>//g; s/\xc2\xad//g; s/&#x\([0-9A-Fa-f]*\);/\\u\1/g; s/&shy;//g' "$1" | tr -s '\n ' '  '
    printf '%b' "$(tr '\n' ' ' <"$1" | tr -d '\\\000' | sed 's/[%=]\([0-9A-Fa-f][0-9A-Fa-f]\)/\\x\1/g')"
    grep -aoE '[A-Za-z0-9+/]{40,}={0,2}' "$1" | while read -r line; do echo "$line" | base64 -d 2>/dev/null; done | tr -d '\000'
}

# Batch, site and digest in all that they write, from a PDF; the review alone has it.
nothing_that_is_written_from_a_pdf_holds_what_is_masked() {
    mkdir "$work/in"
    individual "$work/in/minutes.pdf"
    "$program" review "$work/in/minutes.pdf" >"$work/review.txt"
    grep -q Söderkvist "$work/review.txt" || echo 'the review does not list it'
    "$program" batch -q --public -o "$work/out/batch" "$work/in" || echo "batch: status $?"
    "$program" batch -q -o "$work/archive" "$work/in" || echo "batch: status $?"
    "$program" site -q --base-url https://example.org/ --source https://example.org/arkiv/ --watch 'bistånd*' -o "$work/out/site" \
        "$work/archive" || echo "site: status $?"
    for form in html md txt json atom eml ninjs; do
        "$program" digest -q --to $form --watch 'bistånd*' --source https://example.org/ "$work/archive" >"$work/out/digest.$form" ||
            echo "digest $form: status $?"
    done
    grep -q Söderkvist "$work/archive/minutes.xml" || echo 'nothing is planted'
    find "$work/out" -type f >"$work/files"
    for kind in html md txt json xml atom ics eml ninjs; do
        grep -q "\.$kind\$" "$work/files" || echo "no file of kind $kind"
    done
    grep -q sitemap "$work/files" || echo 'no sitemap'
    while read -r file; do
        readings "$file" | grep -aoEi "$masked" | sort -u | sed "s|^|$file: |"
    done <"$work/files"
    grep -Ei "s.derkvist|640823|storgatan" "$work/files"
    rm -r "$work/in" "$work/out" "$work/archive" "$work/files" "$work/review.txt"
}

# The page has moved and an address is another: decisions hold for the words, and what stands nowhere is said to.
decisions_outlive_a_change_of_the_pdf() {
    mkdir "$work/in"
    individual "$work/in/minutes.pdf"
    "$program" review --to xml "$work/in/minutes.pdf" >"$work/in/minutes.personuppgifter.xml" || echo "an empty file of decisions: $?"
    sed -i 's/typ="telefon"/& beslut="behall"/; s/typ="adress"/& beslut="behall"/
        s|</personuppgifter>|<personuppgift typ="annat" beslut="maskera"><ord>ledamöterna turas</ord></personuppgift>&|' \
        "$work/in/minutes.personuppgifter.xml"
    individual "$work/in/minutes.pdf" "$(seq -s ' ' 1 1500)" 'Storgatan 7, 123 45 Ekdal'
    "$program" convert -q --public --to xml "$work/in/minutes.pdf" >"$work/public.xml"
    grep -q '070-123 45 67' "$work/public.xml" || echo 'what is to be kept is masked'
    ! grep -qEi 'Storgatan|Söderkvist|ledamöterna turas' "$work/public.xml" || echo 'what is not decided is kept'
    "$program" review "$work/in/minutes.pdf" | tr -s '\n ' '  ' >"$work/review.txt"
    grep -q 'Storgatan 5, 123 45 Ekdal -* *- Adress: behålls, beslutat: granskaren har beslutat om orden; de står inte längre' "$work/review.txt" ||
        echo 'a decision that holds for nothing is not told of'
    grep -q 'edamöterna turas -* *- Annat: tas bort, beslutat: tillagt av granskaren - § 1, sidan' "$work/review.txt" ||
        echo "the reviewer's own words have no place"
    rm -r "$work/in" "$work/public.xml" "$work/review.txt"
}

check no_output_holds_what_is_masked
rm -f "$work"/public.xml
check the_archive_is_whole
check every_planted_thing_is_listed
rm -f "$work"/review.xml
check a_decision_is_honoured
check convert_masks_all_outputs
check no_file_of_a_site_holds_what_is_masked
check no_site_and_no_digest_holds_what_is_masked
check nothing_is_masked_in_the_samples
check nothing_that_is_written_from_a_pdf_holds_what_is_masked
check decisions_outlive_a_change_of_the_pdf
finish
