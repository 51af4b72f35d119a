#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Every way to fail: one line that says what and what now, the exit status of the manual, no
# output half-written.
#
# usage: SAMMANDRAG=build/sammandrag tests/errors.sh
set -u
export LC_ALL=C.UTF-8
program=${SAMMANDRAG:-build/sammandrag}
dir=$(mktemp -d)
trap 'chmod -R u+w "$dir"; rm -rf "$dir"' EXIT

# --- inputs ------------------------------------------------------------------------------------

# A PDF of one page with the given content stream; qpdf puts its cross references right.
make_pdf() { # NAME CONTENT [FONT]
    local font=${3:-'<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>'}
    cat >"$dir/raw.pdf" <<PDF
%PDF-1.4
1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj
2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj
3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R
  /Resources << /Font << /F 5 0 R >> >> >> endobj
4 0 obj << /Length $((${#2} + 1)) >> stream
$2
endstream endobj
5 0 obj $font endobj
trailer << /Root 1 0 R /Size 6 >>
%%EOF
PDF
    qpdf --no-warn --warning-exit-0 "$dir/raw.pdf" "$dir/$1"
}

text='BT /F 12 Tf 15 TL 72 760 Td (PROTOKOLL) Tj T* (Parkn\344mnden 2025-03-04) Tj T* T*
(\247 1 Val av justerare) Tj T* (Beslut) Tj T* (Parkn\344mnden beslutar att utse Ada Ek.) Tj ET'
make_pdf minutes.pdf "$text"
make_pdf scan.pdf '0.9 g 50 50 400 600 re f'
# Codes without any meaning: a composite font that has neither ToUnicode nor a known encoding.
make_pdf undecodable.pdf 'BT /F 12 Tf 72 760 Td <000100020003000400050006000700080009000A000B000C> Tj ET' \
    '<< /Type /Font /Subtype /Type0 /BaseFont /ABCDEF+Unknown /Encoding /Identity-H /DescendantFonts
     [<< /Type /Font /Subtype /CIDFontType2 /BaseFont /ABCDEF+Unknown
     /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>] >>'
: >"$dir/empty.pdf"
echo 'This is a letter.' >"$dir/letter.pdf"
head -c 300 "$dir/minutes.pdf" >"$dir/truncated.pdf"
qpdf --encrypt secret owner 256 -- "$dir/minutes.pdf" "$dir/encrypted.pdf"
qpdf --encrypt '' owner 256 -- "$dir/minutes.pdf" "$dir/no-password.pdf"
# The cross references point nowhere: Poppler finds the objects by itself.
sed 's/^startxref$/startxref\n9/; /^xref$/,/^trailer/{/^trailer/!d}' "$dir/minutes.pdf" >"$dir/repaired.pdf"
mkdir "$dir/folder.pdf"

# --- checks ------------------------------------------------------------------------------------

# Runs the program and compares: exit status; standard error is one line that matches the pattern
# (none for an empty pattern). Standard output goes to $dir/out.
expect() { # NAME STATUS PATTERN ARGUMENT...
    local name=$1 status=$2 pattern=$3 got lines
    shift 3
    "$program" "$@" >"${stdout:-$dir/out}" 2>"$dir/err" <"${stdin:-/dev/null}"
    got=$?
    lines=$(grep -c '' "$dir/err")
    if [ "$got" -ne "$status" ]; then
        fail "$name" "exit status $got, not $status"
    elif [ -z "$pattern" ] && [ "$lines" -ne 0 ] || [ -n "$pattern" ] && [ "$lines" -ne 1 ]; then
        fail "$name" "$lines lines on standard error"
    elif ! grep -qE "^${pattern:+sammandrag: }$pattern" "$dir/err" && [ -n "$pattern" ]; then
        fail "$name" "standard error does not match: $pattern"
    elif [ "$got" -ge 2 ] && [ "$got" -le 6 ] && [ -z "${stdout:-}" ] && [ -s "$dir/out" ]; then
        fail "$name" "something was written to standard output"
    else
        echo "ok $name"
    fi
}

fail() {
    echo "FAILED $1 ($2)"
    sed 's/^/  /' "$dir/err"
}

# Nothing at all, not even a temporary file, lies in the folder (which need not exist).
expect_nothing_in() { # NAME FOLDER
    if [ -z "$(ls -A "$2" 2>/dev/null)" ]; then echo "ok $1"; else fail "$1" "left: $(ls -A "$2")"; fi
}

check() { # NAME COMMAND...
    local name=$1
    shift
    if "$@" >/dev/null 2>"$dir/err"; then echo "ok $name"; else fail "$name" "failed: $*"; fi
}

# --- the command line --------------------------------------------------------------------------

expect no-command 2 'no command given: '
expect unknown-command 2 'foo: no such command: ' foo
expect unknown-help 2 'foo: no such command: ' help foo
expect unknown-option 2 'convert: .*--bad' convert --bad
expect option-of-another-command 2 'lines: .*--to' lines --to html
expect no-file 2 'convert: name the PDF file' convert -o "$dir/o"
expect no-target 2 'convert: say where to' convert "$dir/minutes.pdf"
expect two-targets 2 'convert: -o writes every format' convert -o "$dir/o" --to html "$dir/minutes.pdf"
expect two-files-to-one-output 2 'convert: --to takes one file' convert --to html "$dir/minutes.pdf" "$dir/scan.pdf"
expect unknown-format 2 '--to docx: there are' convert --to docx "$dir/minutes.pdf"
expect unknown-edition 2 '--edition kort: there are' convert --to html --edition kort "$dir/minutes.pdf"
expect json-without-edition 2 '--to json: there is no edition' convert --to json --edition sammanfattning "$dir/minutes.pdf"
expect background-no-number 2 'convert: .*background' convert --to html --background many "$dir/minutes.pdf"
expect background-negative 2 'convert: --background' convert --to html --background=-1 "$dir/minutes.pdf"
expect render-without-format 2 'render: say --to' render
expect filter-of-two-files 2 'a filter takes one file' pages "$dir/minutes.pdf" "$dir/scan.pdf"
expect check-as-markdown 2 'check: --to md: there are txt' check --to md "$dir/minutes.pdf"
expect check-two-files-as-html 2 'check: --to html takes one file' check --to html "$dir/minutes.pdf" "$dir/minutes.pdf"
expect unknown-profile 3 'profile .*nowhere.xml: no such file' lines --profile nowhere
SAMMANDRAG_DATA=$dir/nowhere expect no-installation 5 '.*/nowhere/.*profile' pages "$dir/minutes.pdf"
expect help 0 '' --help
expect version 0 '' --version
for command in convert pages lines blocks meeting summary render check; do
    expect "help-$command" 0 '' help "$command"
done

# --- inputs that cannot be read ----------------------------------------------------------------

expect missing 3 '.*/missing.pdf: no such file' convert -o "$dir/o" "$dir/missing.pdf"
expect folder 3 '.*/folder.pdf: is a folder' convert -o "$dir/o" "$dir/folder.pdf"
expect empty 3 '.*/empty.pdf: is empty' convert -o "$dir/o" "$dir/empty.pdf"
expect empty-stdin 3 'stdin: is empty' pages
expect no-pdf 3 '.*/letter.pdf: is not a PDF' convert -o "$dir/o" "$dir/letter.pdf"
expect no-password 3 '.*/encrypted.pdf: .*password' convert -o "$dir/o" "$dir/encrypted.pdf"
expect wrong-password 3 '.*/encrypted.pdf: .*password' convert -o "$dir/o" --password wrong "$dir/encrypted.pdf"
expect truncated 3 '.*/truncated.pdf: .*damaged' convert -o "$dir/o" "$dir/truncated.pdf"
expect scan 3 '.*/scan.pdf: holds no text' convert -o "$dir/o" "$dir/scan.pdf"
if [ "$(id -u)" -ne 0 ]; then
    cp "$dir/minutes.pdf" "$dir/secret.pdf"
    chmod 0 "$dir/secret.pdf"
    expect unreadable 3 '.*/secret.pdf: no permission' convert -o "$dir/o" "$dir/secret.pdf"
fi
expect_nothing_in nothing-written "$dir/o"

expect right-password 0 '' pages --password secret "$dir/encrypted.pdf"
expect empty-password 0 '' pages "$dir/no-password.pdf"
"$program" pages "$dir/minutes.pdf" | grep '<run' >"$dir/plain.runs"
"$program" pages "$dir/no-password.pdf" | grep '<run' >"$dir/encrypted.runs"
"$program" pages "$dir/repaired.pdf" 2>/dev/null | grep '<run' >"$dir/repaired.runs"
check encrypted-reads-as-plain cmp "$dir/plain.runs" "$dir/encrypted.runs"
check repaired-reads-as-plain cmp "$dir/plain.runs" "$dir/repaired.runs"

# A page whose text cannot be decoded is kept, marked, and told of; --quiet does not change the status.
expect undecodable 1 '.*/undecodable.pdf: page 1: error: text of the page cannot be decoded' pages "$dir/undecodable.pdf"
expect undecodable-quiet 1 '' pages --quiet "$dir/undecodable.pdf"

# --- findings --------------------------------------------------------------------------------------

expect check-warns 7 '' check "$dir/minutes.pdf"
expect check-of-no-minutes 3 '.*/letter.pdf: is not a PDF' check "$dir/letter.pdf"
"$program" check "$dir/minutes.pdf" "$dir/empty.pdf" >"$dir/out" 2>"$dir/err"
check check-says-the-gravest test $? -eq 3
check check-reports-the-others grep -q '^Granskning: ' "$dir/out"
expect check-errors-go-before-warnings 1 '' check "$dir/undecodable.pdf" "$dir/minutes.pdf"

# --- XML that is not what the filter reads -----------------------------------------------------

echo '<pages xmlns="urn:sammandrag:pages:1"' >"$dir/cut.xml"
stdin=$dir/cut.xml expect xml-cut 3 'stdin: line [0-9]+: ' lines
printf '<pages xmlns="urn:sammandrag:pages:1" file="a.pdf" sha256="0" tagged="true">\n\n  <sheet/>\n</pages>\n' >"$dir/invalid.xml"
stdin=$dir/invalid.xml expect xml-invalid 3 'stdin: line [13]: ' lines
"$program" pages "$dir/minutes.pdf" >"$dir/pages.xml"
stdin=$dir/pages.xml expect xml-of-another-stage 3 'stdin: line 2: ' blocks
stdin=$dir/pages.xml expect xml-not-to-check 3 'stdin: line 2: ' check
stdin=$dir/pages.xml expect xml-not-to-render 3 'stdin: neither a meeting nor a summary nor a check' render --to html
expect xml-file-named 3 '.*/cut.xml: line [0-9]+: ' lines "$dir/cut.xml"
printf '<!DOCTYPE p [<!ENTITY e SYSTEM "file:///etc/passwd">]>\n<pages xmlns="urn:sammandrag:pages:1">&e;</pages>\n' >"$dir/entity.xml"
expect xml-entity 3 '.*/entity.xml: ' lines "$dir/entity.xml"
sed 's/<run /<löpa /' "$dir/pages.xml" >"$dir/tag.xml"
expect xml-mistyped 3 '.*/tag.xml: line [0-9]+: ' lines "$dir/tag.xml"

# --- outputs that cannot be written ------------------------------------------------------------

stdout=/dev/full expect stdout-full 4 'standard output: cannot be written: No space left' convert --to html "$dir/minutes.pdf"
stdout=/dev/full expect stdout-full-filter 4 'standard output: cannot be written: No space left' pages "$dir/minutes.pdf"
stdout=/dev/full expect stdout-full-help 4 'standard output: cannot be written: No space left' --help
echo 'in the way' >"$dir/file"
expect folder-is-a-file 4 '.*/file/o: cannot be written: ' convert -o "$dir/file/o" "$dir/minutes.pdf"
mkdir -p "$dir/taken/minutes.md"
expect name-is-a-folder 4 '.*/taken/minutes.md: cannot be written: ' convert -o "$dir/taken" "$dir/minutes.pdf"
if [ "$(id -u)" -ne 0 ]; then
    mkdir -p "$dir/closed" && chmod a-w "$dir/closed"
    expect folder-closed 4 '.*/closed/.*: cannot be written: ' convert -o "$dir/closed" "$dir/minutes.pdf"
else
    expect folder-closed 4 '/proc/o: cannot be written: ' convert -o /proc/o "$dir/minutes.pdf"
fi
# Files may not grow past a few blocks, as on a disk that is full: the first is too long already.
(trap '' XFSZ && ulimit -f 1 && "$program" convert -o "$dir/full" "$dir/minutes.pdf" 2>"$dir/err")
if [ $? -eq 4 ] && grep -q 'cannot be written' "$dir/err"; then echo "ok disk-full"; else fail disk-full "status"; fi
expect_nothing_in disk-full-leaves-nothing "$dir/full"

mkdir -p "$dir/other" && cp "$dir/minutes.pdf" "$dir/other/minutes.pdf"
expect same-name-twice 2 '.* would both be written to minutes.html' convert -o "$dir/twice" "$dir/minutes.pdf" "$dir/other/minutes.pdf"
cp "$dir/minutes.pdf" "$dir/minutes.protokoll.pdf"
expect same-output-twice 2 '.* would both be written to minutes.protokoll.html' convert -o "$dir/twice" "$dir/minutes.pdf" "$dir/minutes.protokoll.pdf"
expect_nothing_in same-name-writes-nothing "$dir/twice"

# --- profiles ----------------------------------------------------------------------------------

# A profile that is recognised, on one it builds on, on the general one; the folder stands for an installation.
mkdir -p "$dir/data/profiles"
for folder in schema xslt; do ln -s "$PWD/$folder" "$dir/data/$folder"; done
cp profiles/allmant.xml "$dir/data/profiles"
profile() { # NAME BASE LISTS
    echo "<profil xmlns='urn:sammandrag:profil:1' namn='$1' bygger-pa='$2'>$3</profil>" >"$dir/data/profiles/$1.xml"
}
profile park stad "<lista typ='kanns-igen'><ord text='Parknämnden'/><ord text='2025-03-04'/></lista>"
profile annan stad "<lista typ='kanns-igen'><ord text='Parknämnden'/><ord text='Hamnnämnden'/></lista>"
profile stad allmant "<lista typ='formellt'><ord text='utfärd'/></lista>"
export SAMMANDRAG_DATA=$dir/data
expect profile-chosen 0 '' convert -q --to xml "$dir/minutes.pdf"
check profile-recognised grep -q ' profil="park"' "$dir/out"
piped() {
    "$program" pages -q "$dir/minutes.pdf" | "$program" lines -q | "$program" blocks -q | "$program" meeting -q >"$dir/piped"
}
piped
check profile-chosen-in-a-pipe cmp "$dir/out" "$dir/piped"
expect profile-given 0 '' convert -q --to xml --profile stad "$dir/minutes.pdf"
check profile-given-holds grep -q ' profil="stad"' "$dir/out"
profile stad park ''
expect profile-on-itself 3 'profile .*: builds on itself' convert -q --to xml "$dir/minutes.pdf"
unset SAMMANDRAG_DATA
expect profile-of-nothing 2 'profile: name PDF files' profile
expect profile-proposed 0 '' profile "$dir/minutes.pdf" "$dir/minutes.pdf"
check profile-proposed-is-valid xmllint --noout --schema schema/profile.xsd "$dir/out"
expect profile-of-a-letter 3 '.*/letter.pdf: is not a PDF' profile "$dir/letter.pdf"

# --- corrections ---------------------------------------------------------------------------------

mkdir "$dir/corrected"
cp "$dir/minutes.pdf" "$dir/corrected"
cat >"$dir/corrected/minutes.rattelser.xml" <<XML
<rattelser xmlns="urn:sammandrag:rattelser:1">
  <rattelse uppgift="datum" fran="2025-03-04" till="2025-03-05" av="Siri Berg" datum="2025-04-02">Prov</rattelse>
</rattelser>
XML
expect corrected 0 '' convert -q --to xml "$dir/corrected/minutes.pdf"
check correction-applied grep -q '<datum .*>2025-03-05</datum>' "$dir/out"
check correction-recorded grep -q '<rattelse .* fran="2025-03-04" .* antal="1"' "$dir/out"
expect corrections-missing 3 '.*/none.xml: no such file' convert --to xml -c "$dir/none.xml" "$dir/minutes.pdf"
expect corrections-of-two 2 'convert: --corrections are those of one file' \
    convert -o "$dir/o" -c "$dir/none.xml" "$dir/minutes.pdf" "$dir/scan.pdf"
sed 's/till="[^"]*"/till="mars"/' "$dir/corrected/minutes.rattelser.xml" >"$dir/no-date.xml"
expect correction-makes-it-invalid 3 '.*, as it is corrected' convert -q --to xml -c "$dir/no-date.xml" "$dir/minutes.pdf"

# --- several inputs ----------------------------------------------------------------------------

expect bad-among-good 3 '.*/scan.pdf: holds no text' convert --quiet -o "$dir/many" "$dir/scan.pdf" "$dir/minutes.pdf"
check good-is-written test "$(ls -A "$dir/many" | wc -l)" -eq 8
check none-is-empty test -z "$(find "$dir/many" -empty)"
cp "$dir/minutes.pdf" "$dir/more.pdf"
on_terminal() { # OPTION...
    script -qefc "$(printf '%q ' "$program" convert "$@" -o "$dir/many" "$dir/minutes.pdf" "$dir/more.pdf")" /dev/null >"$dir/terminal" 2>&1
}
if script -qefc true /dev/null >/dev/null 2>&1; then # not where there are no pseudo-terminals
    on_terminal
    check progress-on-a-terminal grep -q '1 of 2: ' "$dir/terminal"
    on_terminal --quiet
    check no-progress-when-quiet test -z "$(grep 'of 2' "$dir/terminal")"
fi
check odd-name "$program" convert --quiet -o "$dir/odd" "$dir/minutes.pdf"
odd=$'r\xe5d\nnr 1.pdf' # Latin-1 and a newline
cp "$dir/minutes.pdf" "$dir/$odd"
check odd-name-converted "$program" convert --quiet -o "$dir/odd" "$dir/$odd"
check odd-name-valid xmllint --noout "$dir/odd/${odd%.pdf}.xml"
: >"$dir/tom${odd}"
expect odd-name-on-one-line 3 '.*: is empty' pages "$dir/tom${odd}"
