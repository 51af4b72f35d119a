#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Words that a page hides are told of, kept apart in the archive's XML, and in nothing that is published; words
# that can be seen, in whatever colour, or were recognised in a scan, are read. KEEP=FOLDER keeps the files.
set -u
export LC_ALL=C.UTF-8
cd "$(dirname "$0")/.." || exit 2
. tests/check.sh
build=${BUILD:-build}
program=${SAMMANDRAG:-$build/sammandrag}
dir=${KEEP:-$(mktemp -d)}
mkdir -p "$dir"
[ -n "${KEEP:-}" ] || trap 'rm -rf "$dir"' EXIT

secret=Hemligström

# --- making ------------------------------------------------------------------------------------

# A page of minutes: the secret in a line of its own, in a style, and in the middle of another.
typeset() { # NAME STYLE [NAME-IN-A-LINE]
    cat >"$dir/$1.source.xml" <<XML
<document font="DejaVu Sans" size="11">
  <style name="h" size="14" before="12" after="6"/>
  <style name="secret" $2/>
  <part><body>
    <h>PROTOKOLL</h><p>Parknämnden 2025-03-04</p>
    <h>§ 1 Val av justerare</h>
    <h>Beslut</h>
    <p>Parknämnden beslutar att utse Ada Ek (S).</p>
    <p>Sökanden <b>${3:-Sellberg}</b> har fått besked om det.</p>
    <secret>Fru $secret är sökande.</secret>
    <p>Avslutande ord.</p>
  </body></part>
</document>
XML
    "$build/typeset" "$dir/$1.source.xml" "$dir/$1.pdf"
}

# The page of BASE with commands put before and behind its own, in points from the top left; and with entries.
painted() { # NAME BASE BEFORE BEHIND [PAGE-ENTRIES] [SED]
    qpdf --qdf --object-streams=disable "$dir/$2.pdf" "$dir/qdf.pdf"
    LC_ALL=C sed -e "${6:-}" "$dir/qdf.pdf" | before=$3 behind=$4 entries=${5:-} LC_ALL=C awk '
        /^%% Contents for page 1/ { contents = 1 }
        contents && /^endstream/ { print ENVIRON["behind"]; contents = 0 }
        { print }
        contents && /^1 0 0 -1 0 [0-9.]* cm$/ { print ENVIRON["before"] }
        /^  \/Contents / { print ENVIRON["entries"] }' >"$dir/painted.pdf"
    fix-qdf "$dir/painted.pdf" >"$dir/$1.pdf"
}

# The rectangle "X Y WIDTH HEIGHT" around the words $1 of plain.pdf.
rectangle() {
    "$program" pages -q "$dir/plain.pdf" | grep -F ">$1" |
        sed 's/.*x0="\([^"]*\)" y0="\([^"]*\)" x1="\([^"]*\)" y1="\([^"]*\)".*/\1 \2 \3 \4/' |
        LC_ALL=C awk '{ print $1, $2, $3 - $1, $4 - $2 }'
}

picture() { # RECTANGLE GREY
    read -r x y width height <<<"$1"
    echo "q $width 0 0 $height $x $y cm BI /W 1 /H 1 /CS /G /BPC 8 /F /AHx ID $2> EI Q"
}

# A picture whose points differ: nothing of it has one colour.
colourful() { # RECTANGLE [ENTRIES]
    read -r x y width height <<<"$1"
    echo "q $width 0 0 $height $x $y cm BI /W 8 /H 2 /CS /G /BPC 8 /F /AHx ${2:-} ID 00ff00ff00ff00ffff00ff00ff00ff00> EI Q"
}

# A page in a font that is not in the file.
in_a_foreign_font() { # NAME BEHIND
    commands="BT /F 12 Tf 15 TL 72 760 Td (PROTOKOLL) Tj T* (Parkn\\344mnden 2025-03-04) Tj T* (\\247 1 Val) Tj T*
(Beslut) Tj T* (N\\344mnden beslutar att utse Ada Ek \\(S\\).) Tj T* (Hemligstr\\366m) Tj T* (Avslutande ord.) Tj ET $2"
    cat >"$dir/raw.pdf" <<PDF
%PDF-1.4
1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj
2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj
3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >> endobj
4 0 obj << /Length $((${#commands} + 1)) >> stream
$commands
endstream endobj
5 0 obj << /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >> endobj
trailer << /Root 1 0 R /Size 6 >>
%%EOF
PDF
    qpdf --no-warn --warning-exit-0 "$dir/raw.pdf" "$dir/$1.pdf"
}

typeset plain '' "$secret"
first=$(rectangle "$secret")
second=$(rectangle "Fru $secret")
boxes="$first re $second re"
visible=$(rectangle 'Avslutande ord.')

# --- what must hold ----------------------------------------------------------------------------

convert() { # NAME EDITION
    "$program" convert -q "--$2" -o "$dir/$2" "$dir/$1.pdf" >"$dir/err" 2>&1 || echo "$1: status $?: $(head -n 1 "$dir/err")"
}

# The secret is in nothing but the archive's XML, which says what it is; all else is read.
is_hidden() { # NAME
    convert "$1" archive
    convert "$1" public
    for file in "$dir/archive/$1."* "$dir/public/$1."*; do
        case $file in */archive/*.xml) continue ;; esac
        ! grep -q "$secret" "$file" || echo "$1: ${file#"$dir/"} has what is hidden"
    done
    grep -q 'Avslutande ord' "$dir/archive/$1.protokoll.txt" || echo "$1: what is seen is not read"
    grep -q "orsak=\"dold\"[^>]*>.*$secret" "$dir/archive/$1.xml" || echo "$1: the archive does not account for it"
    grep -q 'typ="text-hidden" niva="varning" sida="1"' "$dir/archive/$1.xml" || echo "$1: no note"
    ! grep -q 'typ="words-' "$dir/archive/$1.xml" || echo "$1: words are lost"
    grep -q 'orsak="dold"[^>]*>\[dold text borttagen\]<' "$dir/public/$1.xml" || echo "$1: the public edition says nothing"
}

# The secret, which is none here, is read.
is_seen() { # NAME
    convert "$1" archive
    grep -q "$secret" "$dir/archive/$1.protokoll.txt" || echo "$1: what can be seen is not read"
    ! grep -q 'text-hidden' "$dir/archive/$1.xml" || echo "$1: a note"
}

text_in_the_colour_of_its_ground_is_hidden() {
    typeset white 'color="ffffff"' && is_hidden white
    typeset nearly-white 'color="f4f4f4"' && is_hidden nearly-white
    painted black-on-black plain "q 0 g $boxes f Q" '' && is_hidden black-on-black
    typeset red 'color="c02020"'
    painted red-on-red red "q 0.76 0.12 0.12 rg $second re f Q" '' && is_hidden red-on-red
}

text_under_something_is_hidden() {
    painted black-box plain '' "q 0 g $boxes f Q" && is_hidden black-box
    painted white-box plain '' "q 1 1 1 rg $boxes f* Q" && is_hidden white-box
    painted path plain '' "q 0.5 g 90 204 m 300 204 l 300 240 l 60 240 l 60 204 l h f Q" && is_hidden path
    painted picture plain '' "$(picture "$first" 00) $(picture "$second" ff)" && is_hidden picture
    painted thick-line plain '' "q 20 w 60 213 m 400 213 l S 60 232 m 400 232 l S Q" && is_hidden thick-line
    painted drawing plain '' "q 0 g $first re f Q /Fm Do" '' "s|^  /Font <<|  /XObject << /Fm 20 0 R >>\n&|
        s|^xref|20 0 obj\n<< /Type /XObject /Subtype /Form /BBox [0 0 600 900] /Length 40 >>\nstream\n$second re f\nendstream\nendobj\n&|" &&
        is_hidden drawing
    painted annotation plain '' "q 0 g $second re f Q" '/Annots [ << /Type /Annot /Subtype /Square /F 4 /C [0 0 0] /IC [0 0 0]
        /Rect [120 618 210 640] >> ]' && is_hidden annotation
}

text_under_a_picture_of_many_colours_is_hidden() {
    painted colourful plain '' "$(colourful "$first") $(colourful "$second")" && is_hidden colourful
    painted colourful-before plain "$(colourful "$visible")" '' && is_seen colourful-before
    painted colourful-glass plain '' "/Glass gs $(colourful "$visible")" '' 's|/ExtGState <<|& /Glass << /ca 0.4 >>|' &&
        is_seen colourful-glass
}

# The marks of what is to be taken out are seen by who marks, and by no reader: it was to be taken out.
text_marked_for_redaction_is_hidden() {
    top=$(LC_ALL=C awk '{ print 842 - $2 - $4 - 4 }' <<<"$second")
    upper=$(LC_ALL=C awk '{ print 842 - $2 - $4 - 4 }' <<<"$first")
    painted redact plain '' '' "/Annots [ << /Type /Annot /Subtype /Redact /F 4 /Rect [60 $top 400 $((${top%.*} + 20))] >>
        << /Type /Annot /Subtype /Redact /F 4 /Rect [60 $upper 400 $((${upper%.*} + 20))] >> ]" && is_hidden redact
}

text_outside_its_clip_is_hidden() {
    painted clipped plain '' '' '' 's|^/f-1-0 1 Tf|q 0 0 9 9 re W n &|; s|^\[(A).*|Q &|' && is_hidden clipped
    painted clip-around plain '0 0 595 842 re W n' '' && is_seen clip-around
}

# Poppler reads nothing of it.
text_of_a_layer_that_is_off_is_in_nothing() {
    painted layer plain '' '' '' 's|^/f-1-0 1 Tf|/OC /Off BDC &|; s|^\[(A).*|EMC &|
        s|^  /Type /Catalog|  /OCProperties << /OCGs [20 0 R] /D << /OFF [20 0 R] >> >>\n&|
        s|^  /Font <<|  /Properties << /Off 20 0 R >>\n&|
        s|^xref|20 0 obj\n<< /Type /OCG /Name (Av) >>\nendobj\n&|'
    convert layer archive
    ! grep -lr "$secret" "$dir/archive/layer."* || echo 'layer: it is read'
    grep -q 'Avslutande ord' "$dir/archive/layer.protokoll.txt" || echo 'layer: what is seen is not read'
}

text_without_ink_is_hidden() {
    painted invisible plain '' '' '' 's|^/f-1-0 1 Tf|3 Tr &|; s|^\[(A).*|0 Tr &|' && is_hidden invisible
    painted clipping plain '' '' '' 's|^/f-1-0 1 Tf|q 7 Tr &|; s|^\[(A).*|Q &|' && is_hidden clipping
    typeset tiny 'size="1"' && is_hidden tiny
}

# Poppler reads nothing there: nothing of it is in any output, and a note says so.
text_beside_the_page_is_told_of() {
    painted outside plain '' '' '/CropBox [0 640 595 842]'
    convert outside archive
    ! grep -lr "$secret" "$dir/archive/outside."* || echo 'outside: it is read'
    grep -q 'typ="text-hidden" niva="varning" sida="1"' "$dir/archive/outside.xml" || echo 'outside: no note'
}

text_that_can_be_seen_is_read() {
    is_seen plain
    painted white-on-black white "q 0 g $second re f Q" '' && is_seen white-on-black
    painted white-on-dark-cell white "q 0.1 0.2 0.4 rg $second re f 0 G $second re S Q" '' && is_seen white-on-dark-cell
    painted marked plain "q 1 1 0 rg $boxes f Q" '' && is_seen marked
    painted shaded plain '' "q 0.9 g ${visible%% *} 400 300 40 re f Q" && is_seen shaded
    typeset grey 'color="a0a0a0"' && is_seen grey
    painted framed plain '' "q 2 w $boxes S Q" && is_seen framed
}

text_recognised_in_a_scan_is_read() {
    painted scan plain "$(picture '0 0 595 842' e0)" '' '' 's/^BT$/BT 3 Tr/' && is_seen scan
    painted scan-over plain '' "$(picture '0 0 595 842' e0)" && is_seen scan-over
}

# Such a font is drawn by nobody here: what it cannot judge it keeps.
a_font_that_is_not_in_the_file_is_judged_by_its_colour() {
    in_a_foreign_font foreign 'q 0 g 72 100 300 40 re f Q' && is_seen foreign
    in_a_foreign_font foreign-covered 'q 0 g 60 682 300 14 re f Q' && is_hidden foreign-covered
}

check text_in_the_colour_of_its_ground_is_hidden
check text_under_something_is_hidden
check text_under_a_picture_of_many_colours_is_hidden
check text_marked_for_redaction_is_hidden
check text_outside_its_clip_is_hidden
check text_of_a_layer_that_is_off_is_in_nothing
check text_without_ink_is_hidden
check text_beside_the_page_is_told_of
check text_that_can_be_seen_is_read
check text_recognised_in_a_scan_is_read
check a_font_that_is_not_in_the_file_is_judged_by_its_colour
finish
