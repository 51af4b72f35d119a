#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# A batch that is ended, at any moment and in any way, leaves whole files alone, and the next one completes
# exactly what is missing: the tree is that of an undisturbed run, byte for byte.
#
# usage: BUILD=build tests/check_lost.sh
#
# LOST_MOMENTS=N ends so many runs at random moments by kill -9 (40), as many at changes of the disk, and a quarter
# as many by each other signal; LOST_SEED=N chooses other moments.
set -um
export LC_ALL=C.UTF-8
build=${BUILD:-build}
program=$(realpath "${SAMMANDRAG:-$build/sammandrag}")
shim=$(realpath "$build/faults.so")
loss=$(realpath "$build/loss")
moments=${LOST_MOMENTS:-40}
RANDOM=${LOST_SEED:-4}
samples=$PWD/samples
# In memory where that can be: the moments come closer to each other.
dir=$(mktemp -d -p /dev/shm 2>/dev/null || mktemp -d)
trap 'umount "$dir/disk" 2>/dev/null; rm -rf "$dir"' EXIT
cd "$dir" || exit 1

# --- what there is to do -----------------------------------------------------------------------

# Twelve files that are minutes, each another one by its last line, and one that is not.
good=12
for ((i = 1; i <= good; i++)); do
    sample=$samples/$([ $((i % 3)) -eq 0 ] && echo malmfjord-sammanfattning || echo ekdal-brev)/minutes.pdf
    folder=in/$([ $((i % 4)) -eq 0 ] && echo a/b || echo $((i % 2)))
    mkdir -p "$folder"
    { cat "$sample"; echo "% $i"; } >"$folder/$i.pdf"
done
echo 'Hej!' >in/letter.pdf

# The outputs and records, a digest and a name each; what a run says of itself is not among them.
tree() { # OUT
    (cd "$1" && find . -path ./.sammandrag/tmp -prune -o -type f ! -path './run.*' ! -path './.sammandrag/lock' -print0 |
        LC_ALL=C sort -z | xargs -0r sha256sum)
}

# A report without what depends on the moment: times, and what was done by which run.
facts() { # OUT
    xmllint --noout --nonet --schema "$samples/../schema/run.xsd" "$1/run.xml" 2>&1 | grep -v ' validates$'
    sed -E 's/ (started|ended|seconds|pages-per-second|done|unchanged|pages|known)="[^"]*"//g
        s/verdict="unchanged"/verdict="done"/' "$1/run.xml"
}

# The numbers of a report.
sums() { # OUT
    sed -nE 's/.*<sums files="([0-9]*)" done="([0-9]*)" unchanged="([0-9]*)" failed="([0-9]*)" pending="([0-9]*)".*/\1 \2 \3 \4 \5/p' "$1/run.xml"
}

"$program" batch -q in -o undisturbed 2>/dev/null; rm -rf undisturbed # warms up
begin=$EPOCHREALTIME
"$program" batch -q in -o undisturbed 2>/dev/null
elapsed=$((${EPOCHREALTIME/[.,]/} - ${begin/[.,]/})) # microseconds
tree undisturbed >undisturbed.tree
facts undisturbed >undisturbed.facts

# --- what is held ------------------------------------------------------------------------------

# Says which files of a tree are not whole; what is not there yet is no fault.
look() { # OUT
    [ ! -d "$1" ] || tree "$1" | grep -vxFf undisturbed.tree | sed 's/^/not whole: /'
    [ ! -e "$1/run.xml" ] || facts "$1" | grep -c '</run>' | grep -vx 1 | sed 's/.*/the report is not whole/'
}

# How many files have a record and their outputs. The power can take a folder that another process is making
# after what was put into it: then there is a record without outputs, and they are made again.
done_before() { # OUT
    local record stem count=0 outputs
    while read -r record; do
        stem=${record#*/records/}
        outputs=("$1/${stem%.pdf.xml}".*)
        [ ${#outputs[@]} -ne 8 ] || count=$((count + 1))
    done < <(find "$1" -path '*/records/*[0-9].pdf.xml' 2>/dev/null)
    echo $count
}

# Lets a run complete what is missing, and only that; then one that finds nothing to do.
complete() { # OUT
    local before said
    before=$(done_before "$1")
    "$program" batch -q in -o "$1" 2>err
    [ $? -eq 3 ] || echo "the status is not 3: $(head -n 1 err)"
    said=$(sums "$1")
    [ "$said" = "$((good + 1)) $((good - before)) $before 1 0" ] || echo "done again, or not: $said, with $before done before"
    tree "$1" | diff undisturbed.tree - | sed 's/^/not as undisturbed: /'
    facts "$1" | diff undisturbed.facts - | sed 's/^/not reported as undisturbed: /'
    find "$1"/.sammandrag/tmp* -type f 2>/dev/null | sed 's/^/left: /'
}

report() { # NAME PROBLEMS
    if [ -z "$2" ]; then
        echo "ok $1"
    else
        echo "FAILED $1: $(head -n 1 <<<"$2")"
        tail -n +2 <<<"$2" | head -n 8 | sed 's/^/  /'
    fi
}

# A number from 0 to below $1, of more than 15 bits.
chance() {
    echo $(((RANDOM * 32768 + RANDOM) % $1))
}

# --- ended at random moments -------------------------------------------------------------------

# Runs are ended until so many have been hit; up to four in a row before one is let complete. The second signal is for
# those who cannot wait.
end_runs() { # SIGNAL HITS [SECOND]
    local hits=0 tries=0 rows=0 problems='' status until moment
    while [ "$hits" -lt "$2" ] && [ "$tries" -lt $((10 * $2)) ]; do
        rm -rf out
        until=$((hits + 1 + RANDOM % 4))
        [ "$until" -le "$2" ] || until=$2
        while [ "$hits" -lt "$until" ] && [ $((++tries)) -lt $((10 * $2)) ]; do
            "$program" batch -q in -o out 2>err &
            # The less there is to do, the sooner the run is over.
            moment=$(chance $((elapsed * (good + 2 - $(done_before out)) / good)))
            sleep "$(printf '%d.%06d' $((moment / 1000000)) $((moment % 1000000)))"
            kill -s "$1" -- -$! 2>/dev/null
            if [ -n "${3:-}" ]; then
                sleep "0.00$((RANDOM % 10))"
                kill -s "$3" -- -$! 2>/dev/null
                moment=$EPOCHREALTIME
            fi
            wait $! 2>/dev/null
            status=$?
            [ -z "${3:-}" ] || [ $((${EPOCHREALTIME/[.,]/} - ${moment/[.,]/})) -lt 2000000 ] || problems+=$'not at once\n'
            case $1:$status in
            KILL:137 | *:10) # run was ended
                hits=$((hits + 1))
                [ "$1" = KILL ] || [ ! -e out/run.xml ] || grep -q 'state="interrupted"' out/run.xml || problems+=$'not reported as interrupted\n'
                ;;
            KILL:3 | *:3) break ;; # it was over before
            *:129 | *:130 | *:143) hits=$((hits + 1)) ;; # it had not begun
            *) problems+="status $status: $(head -n 1 err)"$'\n' ;;
            esac
            problems+=$(look out)
        done
        problems+=$(complete out)
        rows=$((rows + 1))
    done
    [ "$hits" -eq "$2" ] || problems+="only $hits runs were hit"
    report "ended by $1${3:+ and $3} at $hits moments, completed $rows times" "$problems"
}

end_runs KILL "$moments"
for signal in INT TERM HUP; do end_runs $signal $(((moments + 3) / 4)); done
for signal in INT TERM; do end_runs INT $(((moments + 3) / 4)) $signal; done

# --- ended at what they do to the disk ---------------------------------------------------------

# Runs a batch of its own process group under faults.so.
under_shim() { # FAULT OUT
    rm -rf kept journal
    mkdir kept
    setsid -w env FAULTS="$1" FAULTS_JOURNAL=journal FAULTS_KEEP=kept LD_PRELOAD="$shim" \
        ASAN_OPTIONS=verify_asan_link_order=0:"${ASAN_OPTIONS:-}" "$program" batch -q in -o "$2" 2>err
}
rm -rf out
under_shim '' out
steps=$("$loss" counts journal | sed -n 's/^step //p')

# All processes are killed at once where one of them is about to change the disk, which random moments seldom
# meet. Where it is the power that goes, it takes what is not synced.
lose_power() { # HITS
    local hits problems='' how lost=0
    local -a hows=(kill names data by-chance)
    for ((hits = 0; hits < $1; hits++)); do
        # Every other time the tree is one that lost its power before.
        [ $((hits % 2)) -eq 1 ] || rm -rf out
        how=${hows[(hits + hits / 4) % 4]}
        under_shim "step:$(($(chance "$steps") + 1)):loss" out
        [ $how = kill ] || "$loss" "${how/by-chance/$RANDOM}" journal kept out >undone || problems+=$'loss failed\n'
        [ $how = kill ] || [[ $(cat undone) == 0* ]] || lost=$((lost + 1))
        problems+=$(look out)
        [ $((hits % 2)) -eq 0 ] || problems+=$(complete out)
    done
    [ "$lost" -gt $((hits / 8)) ] || problems+="no more than $lost lost anything"
    report "killed at $hits changes of the disk, $((hits - hits / 4)) times by the power, which took something $lost times" "$problems"
}

# Calls that fail: the file is said to have failed, and is done by the next run.
fail_calls() { # CALL WHAT STRIDE
    local n total problems='' status tries=0
    total=$("$loss" counts journal.whole | sed -n "s/^$1 //p")
    local stride=$(($3 > 0 ? $3 : 1))
    for ((n = 1 + RANDOM % stride; n <= total; n += stride)); do
        rm -rf out
        under_shim "$1:$n:$2" out
        status=$?
        [ $status -lt 128 ] || problems+="$1 $n: status $status"$'\n'
        grep -v '^sammandrag: ' err >noise && problems+="$1 $n: $(head -n 1 noise)"$'\n'
        problems+=$(look out)
        # What is not done is said, by the report or, where there is none, by the status.
        if [ $status -eq 3 ] && [[ "$(sums out)" == *" 1 0" ]]; then
            # The record of the one that always fails may be missing.
            problems+=$(tree out | diff undisturbed.tree - | grep '^[<>]' | grep -v letter.pdf | sed 's/^/not said to have failed: /')
        else
            problems+=$(complete out)
        fi
        tries=$((tries + 1))
    done
    [ "$tries" -gt 0 ] || problems+="no $1 was made"
    report "$tries times $1 with $2" "$problems"
}

lose_power $moments
rm -rf out
under_shim '' out
mv journal journal.whole
fail_calls write ENOSPC $((400 / moments))
fail_calls sync EIO $((800 / moments))
fail_calls link EIO $((400 / moments))
fail_calls mkdir ENOSPC 1
fail_calls fork EAGAIN $((200 / moments))
fail_calls open EMFILE $((1600 / moments))

# --- disks and inputs --------------------------------------------------------------------------

# The disk is full before all is done; the next run has more room.
if [ "$(id -u)" -eq 0 ] && mkdir disk && mount -t tmpfs none disk 2>/dev/null; then
    problems=''
    "$program" batch -q in -o disk/out 2>/dev/null
    needed=$(du -sk disk | cut -f 1)
    for part in 2 10 35 60 85 97; do
        umount disk
        mount -t tmpfs -o size=$((needed * part / 100 + 4))k none disk
        "$program" batch -q in -o disk/out 2>err
        status=$?
        [ $status -eq 4 ] || problems+="$part %: status $status: $(head -n 1 err)"$'\n'
        grep -q 'No space left' err || problems+="$part %: nothing is said"$'\n'
        problems+=$(look disk/out)
        mount -o remount,size=$((2 * needed))k disk
        problems+=$(complete disk/out)
    done
    report 'a full disk' "$problems"

    problems=''
    rm disk/out/in/1.* disk/out/1.* 2>/dev/null
    find disk/out -name '5.*' ! -path '*/.sammandrag/*' -delete
    find disk/out -type f | sort | xargs sha256sum >disk.before
    mount -o remount,ro disk
    "$program" batch -q in -o disk/out 2>err
    [ $? -eq 4 ] && [ "$(grep -c '' err)" -eq 1 ] || problems+="$(head -n 2 err)"
    problems+=$(find disk/out -type f | sort | xargs sha256sum | diff disk.before -)
    mount -o remount,rw disk
    "$program" batch -q in -o disk/out 2>err
    [ "$(sums disk/out)" = "$((good + 1)) 1 $((good - 1)) 1 0" ] || problems+="done: $(sums disk/out)"
    problems+=$(tree disk/out | diff undisturbed.tree -)
    report 'a disk that is read-only' "$problems"
    umount disk
else
    echo 'skipped: a full disk, a disk that is read-only (nothing can be mounted here)'
fi

# Inputs that go while the run is at work: the list has them, and they are gone.
vanish() {
    local kept
    rm -rf out && mkdir aside
    find in -name '*.pdf' >list
    mv in/1/5.pdf aside
    "$program" batch -q list -o out 2>err
    [ $? -eq 3 ] || echo "status $?"
    grep -q '5\.pdf: no such file' err || cat err
    kept=$(find out -name '5.*' -type f)
    [ -z "$kept" ] || echo "outputs of what is not there: $kept"
    mv aside/5.pdf in/1
    "$program" batch -q list -o out 2>err
    [ "$(sums out)" = "$((good + 1)) 1 $((good - 1)) 1 0" ] || echo "done: $(sums out)"
    mv in/1/5.pdf aside
    "$program" batch -q list -o out 2>err
    find out/in/1 -name '5.*' ! -size 0 | grep -c . | grep -vx 8 | sed 's/$/ outputs of an input that is gone/'
    mv aside/5.pdf in/1
    "$program" batch -q list -o out 2>err
    [ "$(sums out)" = "$((good + 1)) 0 $good 1 0" ] || echo "done again: $(sums out)"
}
# What is said when nobody listens must not land in a file that was opened in the place of a stream.
for streams in '2>&-' '>&- 2>&-' '<&- >&- 2>&-'; do
    rm -rf out
    eval "$(printf '%q ' "$program")batch in -o out $streams"
    report "streams closed ($streams)" "$([ $? -eq 3 ] || echo 'the status is not 3'; find out/.sammandrag -name 'lock*' ! -empty; tree out | diff undisturbed.tree -)"
done

report 'an input that vanishes and returns' "$(vanish)"
