#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Holds what the pages of a site say by their look: colours that can be read, votes that are shown as they were told, and
# the language of a text where it is sure.

set -u
cd "$(dirname "$0")/.." || exit 2
. tests/check.sh

work=${BUILD:-build}/check_look
rm -rf "$work"
mkdir -p "$work"

# The value of the last custom property $1 that stands after the line $2 of the CSS on standard input and before $3.
property() { # NAME FROM TO
    sed -n "/$2/,/$3/p" | grep -o -- "--$1: #[0-9a-f]*" | tail -n 1 | cut -d ' ' -f 2
}

# The contrast of two colours as WCAG 2.2 defines it, times 100.
contrast() {
    awk -v a="$1" -v b="$2" '
        function channel(hex,  v) {
            v = (16 * (index("0123456789abcdef", substr(hex, 1, 1)) - 1) + index("0123456789abcdef", substr(hex, 2, 1)) - 1) / 255
            return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ^ 2.4
        }
        function light(c) { return 0.2126 * channel(substr(c, 2, 2)) + 0.7152 * channel(substr(c, 4, 2)) + 0.0722 * channel(substr(c, 6, 2)) }
        BEGIN { x = light(a); y = light(b); if (x < y) { t = x; x = y; y = t } printf "%d\n", 100 * (x + 0.05) / (y + 0.05) }'
}

at_least_450() { # WHAT A B
    of=$(contrast "$2" "$3")
    [ "$of" -ge 450 ] || echo "$1: $2 on $3 has a contrast of $of"
}

any_two_colours_can_be_read() {
    for pair in '#ffd500 #7a1f2b' '#777777 #888888' '#000000 #ffffff' '#ff0000 #00ff00' '#0b5072 #8cc8e8' '#010101 #fefefe'; do
        printf '<sida xmlns="urn:sammandrag:sida:1" farg1="%s" farg2="%s"/>' "${pair% *}" "${pair#* }" |
            xsltproc xslt/site-css.xsl - >"$work/site.css"
        band=$(property band warn: '^@media screen {' <"$work/site.css")
        [ "$band" = "${pair% *}" ] || echo "$pair: the band is $band"
        at_least_450 "$pair, band" "$band" "$(property on-band warn: '^@media screen {' <"$work/site.css")"
        # Our own, unless the publisher's follow.
        accent=$(property accent '^:root {$' '^}' <"$work/site.css")
        own=$(property accent '^@media screen {' '^}' <"$work/site.css")
        for paper in '#ffffff' '#f1f5f7'; do at_least_450 "$pair, light" "${own:-$accent}" $paper; done
        accent=$(property accent '^@media (prefers-color-scheme: dark) {' '^}' <"$work/site.css")
        own=$(property accent '^@media screen and (prefers-color-scheme: dark) {' '^}' <"$work/site.css")
        for paper in '#14191d' '#1d252b'; do at_least_450 "$pair, dark" "${own:-$accent}" $paper; done
    done
    grep -q 'accent: #7a1f2b' "$work/site.css" && echo 'colours of another site'
    printf '<sida xmlns="urn:sammandrag:sida:1" farg1="#ffd500" farg2="#7a1f2b"/>' | xsltproc xslt/site-css.xsl - |
        property accent '^@media screen {' '^}' | grep -qx '#7a1f2b' || echo 'a colour that can be read is not used'
}

# The page of an item with the votes $1, as text without tags, a line for each block.
shown() {
    cat >"$work/page.xml" <<EOF
<sida xmlns="urn:sammandrag:sida:1" slag="arende" adress="a/b/2025-01-01/p1/" rot="../../../../" sprak="sv" titel="T">
  <webbplats xmlns="urn:sammandrag:webbplats:1">
    <sammantrade adress="a/b/2025-01-01/" dokumenttyp="protokoll"><arende adress="a/b/2025-01-01/p1/" nr="1" sida="2"/></sammantrade>
  </webbplats>
  <arende xmlns="urn:sammandrag:sammantrade:1" id="p1" nr="1" sida="2"><arenderubrik sida="2">R</arenderubrik>$1</arende>
</sida>
EOF
    xsltproc xslt/site-page.xsl "$work/page.xml" >"$work/page.html"
    sed -e 's/<\(p\|title\|desc\|tr\|b\|h2\|figcaption\|text\)\b/\n&/g' -e 's/<[^>]*>//g' -e 's/\xc2\xa0/ /g' "$work/page.html" >"$work/page.txt"
}

says() { grep -qF -- "$1" "$work/page.txt" || echo "$2: it does not say: $1"; }
says_not() { ! grep -qF -- "$1" "$work/page.txt" || echo "$2: it says: $1"; }

votes_are_shown_as_told() {
    shown '<votering ja="3" nej="2" ja-betyder="bifall till X" nej-betyder="avslag" sida="3" block="b7">
        <rost namn="A" parti="S" val="ja" sida="3"/><rost namn="B" parti="S" val="ja" sida="3"/><rost namn="C" parti="V" val="ja" sida="3"/>
        <rost namn="D" parti="M" val="nej" sida="4"/><rost namn="E" val="nej" sida="4"/><rost namn="F" parti="C" val="franvarande" sida="4"/></votering>'
    says ': bifall till X' open
    says 'S 2, V 1' open
    says 'M 1, utan angivet parti 1' open
    says 'Einte angivetNej' open
    says 'Frånvarande' open
    says_not 'stämmer inte överens' open
    grep -q '<a class="plats" href="../protokoll/#b7">sida 3</a>' "$work/page.html" || grep -q 'protokoll/#b7">sida 3' "$work/page.html" ||
        echo 'open: no link to the words of the vote'
    grep -q '<rect x="0%" width="66.67%"' "$work/page.html" || echo 'open: the bar of S is not two thirds of the longest'

    shown '<votering ja="3" nej="3" sluten="true" avgorande="lottning" sida="3"/>'
    says 'Sluten omröstning' secret
    says 'Hur var och en röstade är hemligt.' secret
    says 'Lotten avgjorde' secret
    says 'Vad Ja och Nej stod för har inte kunnat läsas' secret
    says_not 'bilaga' secret

    shown '<votering ja="40" nej="38" avstar="3" ja-betyder="a" nej-betyder="b" avgorande="utslagsrost" sida="3"/>'
    says 'Ordförandens utslagsröst avgjorde' numbers
    says 'Hur var och en röstade har inte kunnat läsas' numbers
    says 'Avstår' numbers

    shown '<votering ja="4" ja-betyder="a" nej-betyder="b" sida="3">
        <rost namn="A" parti="S" val="ja" sida="3"/><rost namn="D" parti="M" val="nej" sida="4"/></votering>'
    says 'S 1, utan namn i texten 3' differing
    says 'stämmer inte överens' differing
    says '1 (antal namn)' differing
}

# What the text $2 is marked as: a code, or nothing.
marked() {
    shown "<avsnitt typ=\"bakgrund\" sida=\"2\"><stycke id=\"b1\" sida=\"2\">$2</stycke></avsnitt>"
    found=$(grep -o '<p id="b1"[^>]*>' "$work/page.html" | grep -o 'lang="[a-z]*"')
    [ "$found" = "${1:+lang=\"$1\"}" ] || echo "$2: $found, not $1"
}

another_language_is_marked_where_it_is_sure() {
    marked en 'The council has to decide what is to be done with the old harbour, and by whom.'
    marked fi 'Kunta päättää, että asia ei ole kiireellinen, mutta se on tärkeä ja se on hoidettava myös kesällä.'
    marked de 'Der Rat hat beschlossen, dass die Brücke und der Weg nicht mit dem alten Hafen verbunden sind.'
    marked fr 'Le conseil est saisi pour une question qui concerne les rues et les ponts dans le centre.'
    marked '' 'Nämnden beslutar att anta förslaget The Future of the City och att det är klart.'
    marked '' 'Projektet heter The Art of the Possible and Beyond, enligt nämnden.'
    marked '' 'Rapporten Beyond the Horizon of Trust, Stensjö 2026, yttrande nummer fyra.'
    marked '' 'The end.'
    marked '' 'Ja, Ture Brandsjö (C) och Kaj Hedlund (S) yrkar bifall på sittande möte i dag.'
    marked '' 'Antal tjänster per avdelning, total budget 2026: 14 500 000 kronor.'
}

check any_two_colours_can_be_read
check votes_are_shown_as_told
check another_language_is_marked_where_it_is_sure
finish
