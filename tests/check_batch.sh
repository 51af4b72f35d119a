#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Many files: what a batch takes, leaves alone, does again, reports and survives.
#
# One rule a function; each writes what breaks it, and nothing when it holds.
set -um
cd "$(dirname "$0")/.." || exit 2
. tests/check.sh
export LC_ALL=C.UTF-8
program=$(realpath "${SAMMANDRAG:-build/sammandrag}")
export SAMMANDRAG_DATA=${SAMMANDRAG_DATA:-$PWD}
root=$PWD
dir=$(mktemp -d)
trap 'chmod -R u+w "$dir"; rm -rf "$dir"' EXIT
namespace='xmlns:r="urn:sammandrag:run:1"'

# --- what the rules are written in -------------------------------------------------------------

# A copy of a sample (a short one, or --long) at $2, made another file by its number $1.
copy() {
    local sample=$root/samples/ekdal-brev/minutes.pdf
    if [ "$1" = --long ]; then
        sample=$root/samples/sunnanvik-bildningsnamnd/minutes.pdf
        shift
    fi
    mkdir -p "$(dirname "$2")"
    { cat "$sample"; echo "% $1"; } >"$2"
}

# Runs a batch and keeps what it says in $dir/said; complains when its status is not $1.
batch() {
    local wanted=$1 status
    shift
    "$program" batch "$@" >"$dir/printed" 2>"$dir/said"
    status=$?
    [ $status -eq "$wanted" ] || { echo "status $status instead of $wanted: batch $*"; tail -n 3 "$dir/said"; }
    [ ! -s "$dir/printed" ] || echo "something on standard output: batch $*"
}

# The value of the XPath $2 in the report $1 is $3.
value() {
    local found
    found=$(xmllint --xpath "string($(sed 's|/\([a-z]\)|/*[local-name()="\1|g; s|="\([a-z-]*\)|="\1"]|g' <<<"$2"))" "$1" 2>&1)
    [ "$found" = "$3" ] || echo "$2 of ${1##*/} is “$found” instead of “$3”"
}

# "12 done, 3 unchanged, 0 failed" were the sums of the last batch.
sums() {
    grep -qF "$1;" "$dir/said" || { echo "not “$1”:"; tail -n 1 "$dir/said"; }
}

valid() {
    xmllint --noout --nonet --schema schema/run.xsd "$@" 2>&1 | grep -v ' validates$'
}

# The outputs below $1: a digest and a name each.
tree() {
    (cd "$1" && find . -name .sammandrag -prune -o -type f ! -name 'run*.xml' ! -name 'run*.txt' -print0 | LC_ALL=C sort -z | xargs -0r sha256sum)
}

# --- what is taken -----------------------------------------------------------------------------

outputs_are_those_of_convert() {
    batch 0 samples -o "$dir/samples"
    for pdf in samples/*/minutes.pdf; do
        "$program" convert --quiet -o "$dir/one/$(basename "$(dirname "$pdf")")" "$pdf"
    done
    diff <(tree "$dir/samples") <(tree "$dir/one")
    valid "$dir/samples/run.xml"
    xmllint --noout --nonet --schema schema/record.xsd "$dir"/samples/.sammandrag/records/*/*.xml 2>&1 | grep -v ' validates$'
    jing schema/run.xsd "$dir/samples/run.xml" 2>&1 | grep -v '^\[warning\] /usr/bin/jing'
    value "$dir/samples/run.xml" /run/sums/@done "$(find samples -name '*.pdf' | wc -l)"
}

a_tree_is_walked() {
    local in=$dir/tree/in
    copy 1 "$in/a.pdf"
    copy 2 "$in/b/C.PDF"
    copy 3 "$in/b/.hidden/d.pdf"
    copy 4 "$in/b/._e.pdf"
    copy 5 "$in/b/f.txt"
    copy 6 "$in/out/g.pdf"
    copy 7 "$dir/tree/elsewhere/h.pdf"
    ln -s ../elsewhere/h.pdf "$in/linked.pdf"
    ln -s ../elsewhere "$in/zz"
    ln -s . "$in/aa"
    ln -s b "$in/a-link-to-b"
    batch 0 "$in" -o "$in/out"
    (cd "$in/out" && find . -name '*.json' | LC_ALL=C sort) >"$dir/found"
    diff - "$dir/found" <<'FOUND'
./a.json
./b/C.json
./linked.json
./zz/h.json
FOUND
}

an_empty_folder_is_no_error() {
    mkdir "$dir/empty"
    batch 0 "$dir/empty" -o "$dir/empty-out"
    value "$dir/empty-out/run.xml" /run/sums/@files 0
    valid "$dir/empty-out/run.xml"
}

lists_are_read() {
    local in=$dir/lists
    copy 1 "$in/a.pdf"
    copy 2 "$in/sub/b.pdf"
    copy 3 "$in/line
end.pdf"
    copy 4 "$in/$(printf 'latin1-\345.pdf')"
    (
        cd "$in" || exit
        printf 'a.pdf\r\n\n./sub/../sub/b.pdf\na.pdf\n' >"$dir/list"
        batch 0 "$dir/list" -o out
        ls out/a.json out/sub/b.json >/dev/null
        sums '2 files: 2 done, 0 unchanged, 0 failed'
        find . -name '*.pdf' -print0 | batch 0 - -o nul
        ls "nul/line
end.json" "$(printf 'nul/latin1-\345.json')" >/dev/null
        grep -q 'path="line%0Aend.pdf"' nul/run.xml || echo 'a line end is not escaped'
        grep -q 'path="latin1-%E5.pdf"' nul/run.xml || echo 'a byte that is no UTF-8 is not escaped'
        find . -name '*.pdf' -print0 | batch 0 - -o nul
        sums '4 files: 0 done, 4 unchanged, 0 failed'
        cd sub || exit
        printf '%s\n../a.pdf\n' "$PWD/b.pdf" | batch 0 - -o ../far
        ls "../far$in/sub/b.json" "../far$in/a.json" >/dev/null
    ) 2>&1
    valid "$in/nul/run.xml"
}

what_cannot_be_done_is_said() {
    batch 2 -o "$dir/o"
    batch 2 samples
    batch 2 samples samples -o "$dir/o"
    batch 2 samples -o "$dir/o" --shard 3/2
    batch 2 samples -o "$dir/o" --shard 0/2
    batch 2 samples -o "$dir/o" --jobs=-1
    batch 2 samples/ekdal-brev/minutes.pdf -o "$dir/o"
    batch 3 "$dir/nowhere" -o "$dir/o"
    batch 3 samples -o "$dir/o" --profile nowhere
    [ ! -e "$dir/o" ] || echo 'a folder was made'
    : >"$dir/file"
    batch 4 samples -o "$dir/file"
}

# --- verdicts ----------------------------------------------------------------------------------

bad_files_are_named_and_cost_no_other() {
    local in=$dir/bad
    copy 1 "$in/good.pdf"
    copy 2 "$in/twin.pdf"
    copy 3 "$in/twin.PDF"
    copy 4 "$in/x.pdf"
    copy 5 "$in/x.protokoll.pdf"
    echo 'This is a letter.' >"$in/letter.pdf"
    : >"$in/empty.pdf"
    ln -s nowhere "$in/vanished.pdf"
    mkfifo "$in/pipe.pdf"
    qpdf --encrypt secret owner 256 -- samples/ekdal-brev/minutes.pdf "$in/locked.pdf" 2>/dev/null
    batch 3 "$in" -o "$dir/bad-out"
    valid "$dir/bad-out/run.xml"
    sums '10 files: 1 done, 0 unchanged, 9 failed'
    grep -o 'path="[^"]*" verdict="[a-z]*" reason="[a-z-]*"' "$dir/bad-out/run.xml" | cut -d'"' -f 2,6 | tr '"' ' ' >"$dir/reasons"
    diff - "$dir/reasons" <<'REASONS'
empty.pdf empty
letter.pdf not-pdf
locked.pdf encrypted
pipe.pdf unreadable
twin.PDF name
twin.pdf name
vanished.pdf missing
x.pdf name
x.protokoll.pdf name
REASONS
    grep -q 'letter.pdf: is not a PDF' "$dir/bad-out/run.txt" || echo 'run.txt does not name the letter'
    (cd "$dir/bad-out" && find . -name '*.json') | grep -vxF ./good.json
    # What would fail again is not tried again, what may have changed is, and a password opens what was locked.
    batch 3 "$in" -o "$dir/bad-out"
    grep -c 'known="true"' "$dir/bad-out/run.xml" | grep -vx 3
    sums '10 files: 0 done, 1 unchanged, 9 failed'
    batch 3 "$in" -o "$dir/bad-out" --password secret
    sums '10 files: 1 done, 1 unchanged, 8 failed'
    batch 3 "$in" -o "$dir/bad-out"
    sums '10 files: 0 done, 2 unchanged, 8 failed'
}

a_file_that_goes_bad_keeps_its_outputs_and_is_said_to() {
    copy 1 "$dir/worse/a.pdf"
    batch 0 "$dir/worse" -o "$dir/worse-out"
    echo 'This is a letter.' >"$dir/worse/a.pdf"
    for _ in 1 2; do
        batch 3 "$dir/worse" -o "$dir/worse-out"
        grep -q 'outdated="true"' "$dir/worse-out/run.xml" || echo 'not said to be outdated'
    done
    [ -e "$dir/worse-out/a.html" ] || echo 'its outputs are gone'
    rm "$dir/worse/a.pdf"
    batch 0 "$dir/worse" -o "$dir/worse-out"
    value "$dir/worse-out/run.xml" /run/orphan a.pdf
}

# --- what is done again ------------------------------------------------------------------------

what_has_changed_alone_is_done_again() {
    local in=$dir/again out=$dir/again-out data=$dir/data
    copy 1 "$in/a.pdf"
    copy 2 "$in/b.pdf"
    batch 0 "$in" -o "$out"
    sums '2 files: 2 done, 0 unchanged, 0 failed'
    stat -c '%i %y' "$out"/a.* >"$dir/before"
    again() { # DONE UNCHANGED OPTION...
        local done=$1 unchanged=$2
        shift 2
        batch 0 "$in" -o "$out" "$@"
        sums "2 files: $done done, $unchanged unchanged, 0 failed" | sed "s/^/$what: /"
    }
    what='nothing' again 0 2
    stat -c '%i %y' "$out"/a.* | diff "$dir/before" -
    touch "$in/a.pdf"
    what='the time of a file' again 0 2
    echo '% more' >>"$in/a.pdf"
    what='a file' again 1 1
    stat -c '%i %y' "$out"/b.xml >"$dir/before"
    what='an option' again 2 0 --background 40
    what='the option back' again 2 0
    what='the source' again 2 0 --source https://example.org/p/
    grep -q 'href="https://example.org/p/b.pdf"' "$out/b.html" || echo 'the source of b.pdf is not its own'
    what='the source back' again 2 0
    what='a profile of that name' again 2 0 --profile allmant
    what='the profile back' again 2 0
    what='the number of processes' again 0 2 --jobs 1
    cat >"$in/b.rattelser.xml" <<'XML'
<?xml version="1.0" encoding="UTF-8"?>
<rattelser xmlns="urn:sammandrag:rattelser:1">
  <rattelse uppgift="datum" till="2025-04-02" av="Siri Berg" datum="2025-04-03">Saknas.</rattelse>
</rattelser>
XML
    what='corrections' again 1 1 2>&1
    rm "$in/b.rattelser.xml"
    what='corrections gone' again 1 1
    what='a public edition' again 2 0 --public
    cat >"$in/b.personuppgifter.xml" <<'XML'
<?xml version="1.0" encoding="UTF-8"?>
<personuppgifter xmlns="urn:sammandrag:personuppgifter:1">
  <personuppgift typ="annat" beslut="maskera"><ord>ekdal</ord></personuppgift>
</personuppgifter>
XML
    what='decisions' again 1 1 --public
    grep -qF '[personuppgift borttagen]' "$out/b.protokoll.txt" || echo 'what was decided is not masked'
    ! grep -qiw ekdal "$out"/b.* || echo 'what was decided is in an output'
    what='decisions again' again 0 2 --public
    what='the archive' again 2 0
    rm "$in/b.personuppgifter.xml"
    what='decisions that the archive does not read' again 0 2
    rm "$out/a.protokoll.txt"
    what='an output gone' again 1 1
    echo more >>"$out/b.html"
    what='an output' again 1 1
    echo '<' >"$out/.sammandrag/records/a.pdf.xml"
    what='a record' again 1 1
    sed -i 's/ poppler="[^"]*"/ poppler="0.1"/' "$out/.sammandrag/records/a.pdf.xml"
    what='Poppler' again 1 1
    cp -r schema xslt profiles "$data" 2>/dev/null || { mkdir "$data" && cp -r schema xslt profiles "$data"; }
    SAMMANDRAG_DATA=$data what='the place of the installation' again 0 2
    echo '<!-- more -->' >>"$data/xslt/html.xsl"
    SAMMANDRAG_DATA=$data what='a stylesheet' again 2 0
    cp "$data/profiles/allmant.xml" "$dir/own.xml"
    sed -i 's/namn="allmant"/namn="own"/' "$dir/own.xml"
    what='a profile' again 2 0 --profile "$dir/own.xml"
    echo '<!-- more -->' >>"$dir/own.xml"
    what='the bytes of a profile' again 2 0 --profile "$dir/own.xml"
}

# --- shards ------------------------------------------------------------------------------------

shards_are_the_whole_and_their_reports_merge() {
    local in=$dir/shards i
    for i in 1 2 3 4 5 6 7 8 9; do
        copy $i "$in/$((i % 2))/$i.pdf"
    done
    echo 'This is a letter.' >"$in/letter.pdf"
    batch 3 "$in" -o "$dir/whole"
    for i in 1 2 3; do
        "$program" batch "$in" -o "$dir/parts" --shard $i/3 >"$dir/said.$i" 2>&1 &
    done
    wait
    diff <(tree "$dir/whole") <(tree "$dir/parts")
    valid "$dir"/parts/run-?-of-3.xml
    cat "$dir"/parts/run-?-of-3.xml | grep -o 'file path="[^"]*"' | LC_ALL=C sort >"$dir/shared"
    grep -o 'file path="[^"]*"' "$dir/whole/run.xml" | diff - "$dir/shared"
    "$program" report "$dir/parts" --to xml >"$dir/merged.xml"
    [ $? -eq 3 ] || echo 'the status of the merged report is not that of the whole'
    valid "$dir/merged.xml"
    diff <(grep '<file ' "$dir/whole/run.xml" | sed 's/ seconds="[^"]*"//') <(grep '<file ' "$dir/merged.xml" | sed 's/ seconds="[^"]*"//')
    value "$dir/merged.xml" /run/sums/@done 9
    "$program" report "$dir"/parts/run-3-of-3.xml "$dir"/parts/run-1-of-3.xml "$dir"/parts/run-2-of-3.xml --to xml | diff "$dir/merged.xml" -
    for i in txt html json; do
        "$program" report "$dir/parts" --to $i | grep -q letter.pdf || echo "the letter is not in the report as $i"
    done
    python3 -c 'import json, sys; json.load(sys.stdin)' < <("$program" report "$dir/parts" --to json) 2>&1
    # One that is not there is named; a file more moves no other.
    rm "$dir/parts/run-2-of-3.xml"
    "$program" report "$dir/parts" >"$dir/merged.txt"
    [ $? -eq 10 ] || echo 'the status without a shard is not 10'
    grep -q '2 of 3: 0 files, no report' "$dir/merged.txt" || echo 'the missing shard is not named'
    copy 10 "$in/another.pdf"
    for i in 1 2 3; do
        "$program" batch --quiet "$in" -o "$dir/parts" --shard $i/3 2>/dev/null
    done
    "$program" report "$dir/parts" --to xml >"$dir/merged.xml"
    value "$dir/merged.xml" /run/sums/@done 1
    value "$dir/merged.xml" /run/sums/@unchanged 9
    "$program" report "$dir/parts/run-1-of-3.xml" "$dir/whole/run.xml" >/dev/null 2>&1
    [ $? -eq 2 ] || echo 'reports that do not fit together are merged'
}

# --- what it survives --------------------------------------------------------------------------

# 50 files that take a second or two, and the tree they come to.
many_files() {
    local i
    for i in $(seq 10 59); do
        copy --long "$i" "$dir/many/${i%?}/$i.pdf"
    done
    batch 0 "$dir/many" -o "$dir/undisturbed"
    sums '50 files: 50 done, 0 unchanged, 0 failed'
    tree "$dir/undisturbed" >"$dir/undisturbed.tree"
}

# Starts a batch over the many files into $1 and waits until it has done some.
begin() {
    : >"$dir/said"
    "$program" batch "$dir/many" -o "$1" >"$dir/said" 2>&1 &
    batch=$!
    until [ "$(grep -c ': done' "$dir/said")" -ge 3 ]; do
        kill -0 $batch 2>/dev/null || break
        sleep 0.01
    done
}

# Nothing but whole outputs is to be seen in $1, and the next run completes them.
whole_and_completed() {
    find "$1" -name .sammandrag -prune -o -name '.*' -type f -print | sed 's/^/left behind: /'
    tree "$1" | grep -vxFf "$dir/undisturbed.tree" | sed 's/^/not whole: /'
    batch 0 "$dir/many" -o "$1"
    tree "$1" | diff "$dir/undisturbed.tree" -
    find "$1"/.sammandrag/tmp* -type f | sed 's/^/left behind: /'
}

a_killed_run_is_completed() {
    begin "$dir/killed"
    kill -9 $batch
    wait $batch 2>/dev/null
    value "$dir/killed/run.xml" /run/@state running
    "$program" report "$dir/killed" >/dev/null
    [ $? -eq 10 ] || echo 'the report of a killed run has not status 10'
    whole_and_completed "$dir/killed"
    grep -q '50 done, 0 unchanged' "$dir/said" && echo 'all was done again'
}

an_interrupted_run_says_so() {
    for signal in INT TERM HUP; do
        begin "$dir/stopped-$signal"
        kill -$signal $batch
        wait $batch
        [ $? -eq 10 ] || echo "the status after SIG$signal is not 10"
        value "$dir/stopped-$signal/run.xml" /run/@state interrupted
        valid "$dir/stopped-$signal/run.xml"
        value "$dir/stopped-$signal/run.xml" /run/sums/@files 50
        grep -q '^Not done yet' "$dir/stopped-$signal/run.txt" || echo 'what is not done is not named'
        "$program" report "$dir/stopped-$signal" >/dev/null
        [ $? -eq 10 ] || echo 'the report of an interrupted run has not status 10'
    done
    whole_and_completed "$dir/stopped-INT"
}

a_killed_worker_costs_its_file_alone() {
    begin "$dir/worker"
    while kill -0 $batch 2>/dev/null; do
        pkill -9 -P $batch && echo >>"$dir/kills"
        sleep 0.05
    done
    wait $batch
    [ -s "$dir/kills" ] || echo 'no worker was killed'
    value "$dir/worker/run.xml" /run/@state finished
    value "$dir/worker/run.xml" /run/sums/@files 50
    value "$dir/worker/run.xml" /run/sums/@pending 0
    valid "$dir/worker/run.xml"
    grep '<file ' "$dir/worker/run.xml" | grep -vE 'verdict="(done|unchanged)"|reason="killed"'
    whole_and_completed "$dir/worker"
}

two_runs_do_not_meet() {
    begin "$dir/twice"
    kill -STOP $batch # the second waits a moment for the first
    batch 4 samples -o "$dir/twice"
    grep -q 'another run is at work' "$dir/said" || cat "$dir/said"
    kill $batch
    kill -CONT $batch
    wait $batch
    batch 0 samples -o "$dir/twice"
}

outputs_that_cannot_be_written_are_said() {
    copy 1 "$dir/blocked/sub/a.pdf"
    copy 2 "$dir/blocked/b.pdf"
    mkdir -p "$dir/blocked-out"
    : >"$dir/blocked-out/sub"
    batch 4 "$dir/blocked" -o "$dir/blocked-out"
    sums '2 files: 1 done, 0 unchanged, 1 failed'
    value "$dir/blocked-out/run.xml" /run/reasons/failed/@reason output
    rm "$dir/blocked-out/sub"
    batch 0 "$dir/blocked" -o "$dir/blocked-out"
    sums '2 files: 1 done, 1 unchanged, 0 failed'
}

# --- what it says ------------------------------------------------------------------------------

progress_is_a_bar_on_a_terminal_and_lines_elsewhere() {
    copy 1 "$dir/said-of/a.pdf"
    copy 2 "$dir/said-of/b.pdf"
    batch 0 "$dir/said-of" -o "$dir/said-out"
    grep -c ': done: 1 page, 1 warning$' "$dir/said" | grep -vx 2
    batch 0 "$dir/said-of" -o "$dir/said-out" --background 1 --quiet
    cat "$dir/said"
    script -qefc true /dev/null >/dev/null 2>&1 || return 0 # where there are no pseudo-terminals
    script -qefc "stty cols 60; $(printf '%q ' "$program" batch "$dir/said-of" -o "$dir/said-out")" /dev/null >"$dir/terminal"
    grep -q '\[#*\] 2 of 2' "$dir/terminal" || cat "$dir/terminal"
    grep ': done' "$dir/terminal"
    tr '\r' '\n' <"$dir/terminal" | grep '\[[# ]*\]' | sed 's/\x1b\[K.*//' | awk 'length() > 59'
}

check outputs_are_those_of_convert
check a_tree_is_walked
check an_empty_folder_is_no_error
check lists_are_read
check what_cannot_be_done_is_said
check bad_files_are_named_and_cost_no_other
check a_file_that_goes_bad_keeps_its_outputs_and_is_said_to
check what_has_changed_alone_is_done_again
check shards_are_the_whole_and_their_reports_merge
check many_files
check a_killed_run_is_completed
check an_interrupted_run_says_so
check a_killed_worker_costs_its_file_alone
check two_runs_do_not_meet
check outputs_that_cannot_be_written_are_said
check progress_is_a_bar_on_a_terminal_and_lines_elsewhere
finish
