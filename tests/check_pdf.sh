#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Odd PDF files that must read as the plain file does: rotated, encrypted, damaged, and characters
# that stand for others. KEEP=FOLDER keeps the files.
set -u
export LC_ALL=C.UTF-8
program=${SAMMANDRAG:-${BUILD:-build}/sammandrag}
dir=${KEEP:-$(mktemp -d)}
[ -n "${KEEP:-}" ] || trap 'rm -rf "$dir"' EXIT
failures=0

# --- making ------------------------------------------------------------------------------------

# One page with a content stream, in Helvetica with an encoding of its own and a map to Unicode.
make_pdf() { # NAME CONTENT [PAGE-ENTRIES] [DIFFERENCES] [BFCHARS]
    local map="/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def
1 begincodespacerange <00> <FF> endcodespacerange
$(grep -c . <<<"${5:-}") beginbfchar
${5:-}
endbfchar endcmap end end"
    cat >"$dir/raw.pdf" <<PDF
%PDF-1.4
1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj
2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj
3 0 obj << /Type /Page /Parent 2 0 R ${3:-/MediaBox [0 0 595 842]} /Contents 4 0 R
  /Resources << /Font << /F 5 0 R >> >> >> endobj
4 0 obj << /Length $((${#2} + 1)) >> stream
$2
endstream endobj
5 0 obj << /Type /Font /Subtype /Type1 /BaseFont /Helvetica ${5:+/ToUnicode 6 0 R}
  /Encoding << /Type /Encoding /BaseEncoding /WinAnsiEncoding /Differences [ ${4:-} ] >> >> endobj
6 0 obj << /Length $((${#map} + 1)) >> stream
$map
endstream endobj
trailer << /Root 1 0 R /Size 7 >>
%%EOF
PDF
    qpdf --no-warn --warning-exit-0 "$dir/raw.pdf" "$dir/$1.pdf"
}

# Lines of text as a content stream, from the top of an A4 page.
lines() { # LINE...
    printf 'BT /F 12 Tf 15 TL 72 760 Td\n'
    printf '(%s) Tj T*\n' "$@"
    printf 'ET'
}

plain=$(lines PROTOKOLL 'Parkn\344mnden 2025-03-04' '' '\247 1 Val av justerare' Beslut \
    'Parkn\344mnden beslutar att utse Ada Ek \(S\).')
make_pdf plain "$plain"

# --- checks ------------------------------------------------------------------------------------

read_text() {
    "$program" convert --quiet --to txt --edition protokoll "$dir/$1.pdf" 2>"$dir/err"
}

verdict() { # NAME TRUTH
    if [ "$2" = true ]; then
        echo "ok $1"
    else
        echo "FAILED $1"
        failures=$((failures + 1))
    fi
}

# Reads as plain.pdf, word for word.
same_as_plain() { # NAME
    read_text "$1" | tr -s ' \n' '\n' | grep -v '\.pdf' >"$dir/made"
    read_text plain | tr -s ' \n' '\n' | grep -v '\.pdf' >"$dir/wanted"
    if cmp -s "$dir/made" "$dir/wanted" && [ -s "$dir/made" ]; then
        echo "ok $1"
    else
        echo "FAILED $1"
        diff "$dir/wanted" "$dir/made" | head -n 5
        cat "$dir/err"
        failures=$((failures + 1))
    fi
}

# The text holds WANTED.
holds() { # NAME WANTED
    if read_text "$1" | grep -qF -- "$2"; then
        echo "ok $1: $2"
    else
        echo "FAILED $1: no \"$2\" in:"
        read_text "$1" | head -n 12
        failures=$((failures + 1))
    fi
}

# Drawn sideways and turned upright by the page's /Rotate, as scanners and spreadsheets do.
make_pdf turned-90 "q 0 1 -1 0 842 0 cm $plain Q" '/MediaBox [0 0 842 595] /Rotate 90'
make_pdf turned-180 "q -1 0 0 -1 595 842 cm $plain Q" '/MediaBox [0 0 595 842] /Rotate 180'
make_pdf turned-270 "q 0 -1 1 0 0 595 cm $plain Q" '/MediaBox [0 0 842 595] /Rotate 270'
qpdf --rotate=+90 "$dir/plain.pdf" "$dir/sideways-90.pdf"
qpdf --rotate=+270 "$dir/plain.pdf" "$dir/sideways-270.pdf"
make_pdf offset-box "$plain" '/MediaBox [0 0 595 842] /CropBox [20 30 590 840]'
qpdf --encrypt '' owner 256 -- "$dir/plain.pdf" "$dir/empty-password.pdf"
qpdf --encrypt '' owner 128 --use-aes=y -- "$dir/plain.pdf" "$dir/empty-password-aes.pdf"
qpdf --object-streams=generate "$dir/plain.pdf" "$dir/object-streams.pdf"
qpdf --linearize "$dir/plain.pdf" "$dir/linearized.pdf"
sed 's/^startxref$/startxref\n9/; /^xref$/,/^trailer/{/^trailer/!d}' "$dir/plain.pdf" >"$dir/no-cross-references.pdf"
{ echo 'Some mail headers before the file'; cat "$dir/plain.pdf"; } >"$dir/rubbish-before.pdf"
{ cat "$dir/plain.pdf"; head -c 2000 /dev/zero; } >"$dir/zeros-after.pdf"
head -c -40 "$dir/plain.pdf" >"$dir/cut-trailer.pdf"
for name in turned-90 turned-180 turned-270 offset-box empty-password empty-password-aes \
    object-streams linearized no-cross-references rubbish-before zeros-after cut-trailer; do
    same_as_plain "$name"
done

# Left sideways, the words still come one after the other.
holds sideways-90 'Parknämnden beslutar att utse Ada Ek (S).'
holds sideways-270 'Parknämnden beslutar att utse Ada Ek (S).'

make_pdf ligatures "$(lines 'En e\001ektiv o\003cersutbildning, \002era \002yg och \004nans')" '' \
    '1 /ff /fl /ffi /fi'
holds ligatures 'En effektiv officersutbildning, flera flyg och finans'

make_pdf ligatures-mapped "$(lines 'En e\001ektiv \002nans')" '' '1 /a /b' $'<01> <FB00>\n<02> <FB01>'
holds ligatures-mapped 'En effektiv finans'

long='f\366r att ge alla boende i stadsdelen samma m\366jligheter'
make_pdf soft-hyphens "$(lines "Kommunen bygger $long av kom\001" "munen $long av samma kom\001" 'mun.')" '' '1 /hyphen' \
    '<01> <00AD>'
holds soft-hyphens 'kommunen'

# Code 255 of WinAnsiEncoding is a hyphen that one sees, though its name in Unicode is the soft one.
make_pdf visible-soft-hyphens "$(lines 'Ny in\255 och utfart vid h\344lso\255 och sjukv\345rdens lokaler')"
holds visible-soft-hyphens 'Ny in- och utfart vid hälso- och sjukvårdens lokaler'

make_pdf mapped-soft-hyphens "$(lines 'Ny in\001 och utfart')" '' '1 /hyphen' '<01> <00AD>'
holds mapped-soft-hyphens 'Ny in- och utfart'

make_pdf private-bullets "$(lines 'Syftet \344r att' '\001 bygga om skolan' '\001 riva f\366rr\345det')" '' '1 /bullet' \
    '<01> <F0B7>'
holds private-bullets 'bygga om skolan'
verdict 'private-bullets: the bullet is one' "$(read_text private-bullets | grep -q $'\uF0B7' && echo false || echo true)"

make_pdf combining-accents "$(lines 'Br\001ck' 'Bl\002 sj\003')" '' '1 /adieresis /aring /odieresis' \
    $'<01> <00610308>\n<02> <0061030A>\n<03> <006F0308>'
holds combining-accents 'Bräck'
holds combining-accents 'Blå sjö'

# One glyph, three characters, and one character told by its name alone.
make_pdf one-to-many "$(lines 'Dnr \001 12')" '' '1 /x' '<01> <004B00530020>'
holds one-to-many 'KS'

make_pdf no-break-spaces "$(lines 'den 8\240april\2402025')"
holds no-break-spaces 'den 8 april 2025'

exit $((failures > 0))
