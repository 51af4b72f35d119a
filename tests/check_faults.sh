#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Every call of `convert` that can fail is made to fail: the status and the message say so, and the outputs are
# whole, or those that were there before, or none. So are disks, clocks, names and users' settings.
#
# usage: BUILD=build tests/check_faults.sh
#
# FAULTS_ALL=1 tries everything where otherwise every third run is tried, and prints how often what came of it.
set -u
ulimit -c 0
build=${BUILD:-build}
program=$(realpath "${SAMMANDRAG:-$build/sammandrag}")
shim=$(realpath "$build/faults.so")
loss=$(realpath "$build/loss")
# In memory where that can be, since nothing here is to outlast the machine.
dir=$(mktemp -d -p /dev/shm 2>/dev/null || mktemp -d)
trap 'rm -rf "$dir"' EXIT
cp samples/ekdal-brev/minutes.pdf "$dir/minutes.pdf"
cd "$dir" || exit 1
: >outcomes

# --- one run -----------------------------------------------------------------------------------

"$program" convert -q -o reference minutes.pdf
names=(reference/*)
names=("${names[@]#reference/}")
mkdir before
for name in "${names[@]}"; do echo "$name as it was before" >"before/$name"; done

# A folder of outputs that is not there yet, or one with those of an older run.
prepare() { # none|old
    rm -rf out kept journal
    mkdir kept
    [ "$1" = none ] || cp -r before out
}

under_shim() { # FAULT ARGUMENT...
    local fault=$1
    shift
    ${wrapper:-timeout 30} env FAULTS="$fault" FAULTS_JOURNAL=journal FAULTS_KEEP=kept LD_PRELOAD="$shim" \
        ASAN_OPTIONS=verify_asan_link_order=0:"${ASAN_OPTIONS:-}" "$program" "$@"
}

# How often each call is made by a run without faults.
for before in none old; do
    prepare $before
    under_shim '' convert -q -o out minutes.pdf
    "$loss" counts journal >"counts.$before"
done
count() { # CALL none|old
    sed -n "s/^$1 //p" "counts.$2"
}

# Says what is wrong with the folder of outputs, and leaves in $whole how many there are.
look() { # none|old
    local name
    whole=0
    for name in "${names[@]}"; do
        if cmp -s "out/$name" "reference/$name"; then
            whole=$((whole + 1))
        elif [ "$1" = old ] && ! cmp -s "out/$name" "before/$name"; then
            echo "$name is neither old nor new"
        elif [ "$1" = none ] && [ -e "out/$name" ]; then
            echo "$name is not whole"
        fi
    done
    left=$(find out -name '.sammandrag*' 2>/dev/null | wc -l)
}

# Says what is wrong after a run whose fault the program lived through.
judge() { # none|old STATUS
    look "$1"
    [ "$left" -eq 0 ] || echo "a temporary file is left"
    if [ "$2" -eq 0 ]; then
        [ "$whole" -eq "${#names[@]}" ] || echo "status 0 with $whole outputs"
        [ ! -s err ] || echo "status 0 with a message: $(head -n 1 err)"
    elif [ "$2" -ge 124 ]; then
        echo "status $2: $(head -n 1 err)"
    else
        [ "$(grep -c '' err)" -eq 1 ] && grep -q '^sammandrag: .' err || echo "no message of one line: $(head -n 3 err)"
        [ "$1" = old ] || [ "$whole" -eq 0 ] || echo "status $2 with $whole new outputs"
    fi
}

# One check of many runs: prints what went wrong in any of them.
report() { # NAME PROBLEMS
    if [ -z "$2" ]; then
        echo "ok $1"
    else
        echo "FAILED $1: $(head -n 1 <<<"$2")"
        tail -n +2 <<<"$2" | head -n 5 | sed 's/^/  /'
    fi
}

# --- calls that fail ---------------------------------------------------------------------------

# Lets each of the calls that a run makes fail once, with outputs there before and without.
try_all() { # CALL WHAT STATUSES
    local before n total problems='' status found tried=0
    for before in none old; do
        total=$(count "$1" $before)
        for ((n = 1; n <= total; n++)); do
            prepare $before
            under_shim "$1:$n:$2" convert -q -o out minutes.pdf 2>err
            status=$?
            found=$(judge $before $status)
            [[ " $3 " == *" $status "* ]] || found+=" status $status: $(head -n 1 err)"
            [ -z "$found" ] || problems+="$1 $n $2, outputs before: $before: $found"$'\n'
            echo "$1 $2: status $status" >>outcomes
            tried=$((tried + 1))
        done
    done
    [ "$tried" -gt 0 ] || problems+="no $1 was made"
    report "each $1 with $2" "$problems"
}

# Lets calls that can be taken up again be interrupted, or do half, throughout: nobody notices.
try_throughout() { # CALL WHAT
    local fault problems=''
    for fault in "$1:even:$2" ${3:+"$1:2+:$2"}; do
        prepare none
        under_shim "$fault" convert -q -o out minutes.pdf 2>err
        problems+=$(judge none $?)
        [ -s err ] && problems+=$(head -n 1 err)
        [ "$("$loss" counts journal | sed -n 's/^faults //p')" -gt 0 ] || problems+=' no fault was made'
        rm journal
        under_shim "$fault" convert -q --to html minutes.pdf >printed 2>err || problems+="to html: $(cat err)"
        cmp -s printed reference/minutes.html || problems+=' the page differs'
        echo "$fault" >>outcomes
    done
    report "$1 with $2 throughout" "$problems"
}

try_all write ENOSPC 4
try_all write EIO 4
try_all sync EIO 4
try_all link ENOSPC 4
try_all rename EIO 4
try_all mkdir EROFS '0 4' # what fails where the folder is there needs not be made
try_all lock ENOLCK 0     # locks are for others that are at work at the same time
try_all close EIO 0       # all that can be lost was synced before
try_all open EMFILE '0 3 4 5'
try_all read EIO '0 3 4 5 8 9'
try_all send EIO '5 9'
try_all fork EAGAIN '3 5 8 9'
try_all pipe EMFILE '3 5 8 9'
try_throughout write short all
try_throughout write EINTR
try_throughout send short all
try_throughout send EINTR
try_throughout sync EINTR
try_throughout lock EINTR
try_throughout read short all

# Lets memory run out, in the program (0) or in the process that reads the PDF (1).
try_memory() { # DEPTH RUNS MESSAGE
    local n total i problems='' status found
    prepare none
    FAULTS_DEPTH=$1 under_shim '' convert -q -o out minutes.pdf
    total=$("$loss" counts journal | sed -n 's/^allocate //p')
    if [ "$total" -eq 0 ]; then
        echo "skipped: no memory (depth $1): the sanitizers allocate by themselves"
        return
    fi
    for ((i = 0; i < $2; i++)); do
        # The first are looked at one by one.
        n=$((i < $2 / 3 ? i + 1 : i * total / $2))
        prepare none
        FAULTS_DEPTH=$1 under_shim "allocate:$n:ENOMEM" convert -q -o out minutes.pdf 2>err
        status=$?
        found=$(judge none $status)
        [ $status -eq 8 ] && grep -q "$3" err || found+=" status $status: $(head -n 1 err)"
        [ -z "$found" ] || problems+="allocation $n of $total: $found"$'\n'
        echo "no memory, depth $1: status $status" >>outcomes
    done
    report "memory that runs out ($1)" "$problems"
}

try_memory 0 "${FAULTS_ALL:+6}60" 'out of memory'
try_memory 1 "${FAULTS_ALL:+6}60" 'minutes.pdf: takes more than .* memory'

# --- a run that is ended -----------------------------------------------------------------------

# Whether the run numbered so belongs to the sample.
is_tried() { # N
    [ -n "${FAULTS_ALL:-}" ] || [ $(($1 % 3)) -eq 1 ]
}

# Ends the run before each step that it takes on the disk, and then lets another one complete it.
end_all() { # SIGNAL FIRST
    local before n total problems='' status tried=0
    for before in none old; do
        total=$(count step $before)
        for ((n = 1; n <= total; n++)); do
            is_tried $((n + $2)) || continue
            prepare $before
            (wrapper=env under_shim "step:$n:$1" convert -q -o out minutes.pdf) 2>/dev/null
            status=$?
            look $before >found
            problems+=$(sed "s/^/step $n, outputs before: $before: /" found)
            [ "$status" -gt 128 ] || problems+="step $n: not ended"$'\n'
            if [ "$1" = KILL ]; then
                # At most the one file that is being given its name in place of another.
                [ "$left" -le "$([ $before = old ] && echo 1 || echo 0)" ] || problems+="step $n: $left temporary files"$'\n'
            else
                [ "$left" -eq 0 ] || problems+="step $n: $left temporary files"$'\n'
                [ "$whole" -eq 0 ] || [ "$whole" -eq "${#names[@]}" ] || problems+="step $n: $whole new outputs"$'\n'
            fi
            "$program" convert -q -o out minutes.pdf 2>err
            problems+=$(judge $before $? | sed "s/^/after step $n: /")
            echo "ended by $1, outputs before: $before, new: $whole" >>outcomes
            tried=$((tried + 1))
        done
    done
    [ "$tried" -gt 10 ] || problems+="only $tried steps"
    report "ended by $1 at any step" "$problems"
}

# The same when the power goes: what was not synced is lost, in the harshest order and in some by chance. From
# a run that is over nothing is lost.
lose_all() { # HOW...
    local before n total how run=0 problems=''
    for before in none old; do
        total=$(count step $before)
        for ((n = 1; n <= total + 1; n++)); do
            for how in "$@"; do
                [ $n -gt $total ] || is_tried $((n + ++run)) || continue
                prepare $before
                wrapper="setsid -w" under_shim "step:$n:loss" convert -q -o out minutes.pdf 2>/dev/null
                "$loss" "$how" journal kept out >undone || problems+="step $n: loss failed"$'\n'
                look $before >found
                problems+=$(sed "s/^/step $n, outputs before: $before, lost: $how: /" found)
                [ $n -le $total ] || [ $whole -eq ${#names[@]} ] || problems+="$whole outputs after the end, lost: $how"$'\n'
                "$program" convert -q -o out minutes.pdf 2>err
                problems+=$(judge $before $? | sed "s/^/after step $n, lost: $how: /")
                echo "power lost ($how), outputs before: $before, new: $whole" >>outcomes; cat undone >>losses
            done
        done
    done
    grep -q '^[1-9]' losses || problems+='no name was ever lost'
    report "the power goes at any step ($*)" "$problems"
}

end_all INT 0
end_all TERM 1
end_all HUP 2
end_all KILL 0
lose_all names data 7

# --- disks and streams -------------------------------------------------------------------------

# Runs, and compares: status; what is left. The words are the arguments of the program.
expect() { # NAME STATUS none|old ARGUMENT...
    local name=$1 wanted=$2 before=$3 status problems
    shift 3
    "$program" convert -q "$@" 2>err
    status=$?
    problems=$(judge "$before" $status)
    [ $status -eq "$wanted" ] || problems+=" status $status: $(head -n 1 err)"
    report "$name" "$problems"
}

prepare none
ln -s nowhere out
expect 'a target that is a dangling link' 4 none -o out minutes.pdf
rm out && echo 'in the way' >out
expect 'a target that is a file' 4 none -o out minutes.pdf
prepare none
mkdir aside && ln -s aside out
expect 'a target that is a link' 0 none -o out minutes.pdf
prepare old
echo elsewhere >elsewhere
ln -sf ../elsewhere out/minutes.html
ln -sf ../nowhere out/minutes.md
ln -f elsewhere out/minutes.txt
expect 'outputs that are links' 0 old -o out minutes.pdf
report 'links are replaced, not followed' \
    "$(grep -vx elsewhere elsewhere; ls nowhere 2>/dev/null; find out -type l; find out -type f -links +1)"

"$program" convert -q --to html minutes.pdf >&- 2>err
report 'standard output closed' "$([ $? -eq 4 ] && grep -q '^sammandrag: standard output: cannot be written: ' err || cat err)"
"$program" convert -q --to html minutes.pdf >/dev/full 2>err
report 'standard output full' "$([ $? -eq 4 ] && grep -q '^sammandrag: standard output: cannot be written: No space' err || cat err)"
"$program" pages - <&- 2>err
report 'standard input closed' "$([ $? -eq 3 ] && grep -q '^sammandrag: stdin: cannot be read' err || cat err)"
# What is printed must not land in an output that was opened in the place of a stream.
for streams in '2>&-' '>&- 2>&-' '<&- >&- 2>&-'; do
    prepare none
    : >err
    eval "$(printf '%q ' "$program")"'convert -q -o out minutes.pdf no.pdf '"$streams"
    report "streams closed ($streams)" "$([ $? -eq 3 ] || echo "status $?"; judge none 0)"
done

# A disk of its own, of any size up to one that holds all.
if [ "$(id -u)" -eq 0 ] && mkdir disk && mount -t tmpfs -o size=4k none disk 2>/dev/null; then
    umount disk
    problems='' full=0
    for kib in 4 8 16 20 24 28 32 36 40 44 48 52 56 60 64 80 96 128; do
        for before in none old; do
            prepare $before
            mount -t tmpfs -o "size=${kib}k" none disk
            [ $before = none ] || cp -r before disk/out 2>/dev/null || { umount disk && continue; }
            "$program" convert -q -o disk/out minutes.pdf 2>err
            status=$?
            ln -sfn disk/out out.link && rm -rf out && mv out.link out
            problems+=$(judge $before $status | sed "s/^/$kib KiB, outputs before: $before: /")
            [ $status -eq 4 ] && full=$((full + 1))
            echo "disk of $kib KiB: status $status" >>outcomes
            rm out
            umount disk
        done
    done
    [ "$full" -gt 5 ] || problems+="only $full full disks"
    report 'a full disk' "$problems"
    mount -t tmpfs -o ro none disk
    prepare none
    expect 'a disk that is read-only' 4 none -o disk/out minutes.pdf
    umount disk
else
    echo 'skipped: a full disk, a disk that is read-only (nothing can be mounted here)'
fi

# --- clocks, users' settings, names ------------------------------------------------------------

for clock in 1970 2100 back; do
    prepare none
    under_shim "time:1+:$clock" convert -q -o out minutes.pdf 2>err
    report "a clock that says $clock" "$(judge none $?)"
done

mkdir locales
for locale in tr_TR.UTF-8 ja_JP.EUC-JP sv_SE.ISO-8859-1; do
    localedef -i "${locale%.*}" -f "${locale#*.}" "locales/$locale" 2>/dev/null
done
for locale in C POSIX C.UTF-8 tr_TR.UTF-8 ja_JP.EUC-JP sv_SE.ISO-8859-1 no_SUCH å; do
    prepare none
    LOCPATH=$PWD/locales env LC_ALL="$locale" LANGUAGE=sv "$program" convert -q -o out minutes.pdf 2>err
    report "the locale $locale" "$(judge none $?)"
done

for mask in 000 022 077; do
    prepare none
    (umask $mask && expect "umask $mask" 0 none -o out minutes.pdf)
    report "umask $mask holds" "$(find out -type f ! -perm $(printf %o $((0666 & ~0$mask))); find out -type d ! -perm $(printf %o $((0777 & ~0$mask))))"
done

mkdir named
for name in $'two\nlines' $'tab\there' "quotes \"'\`" ' ' -dash --to $'Latin-1 \xe5\xe4\xf6' $'\xff\xfe' '$(echo no)' '*' ... "$(printf 'n%.0s' {1..235})"; do
    prepare none
    cp minutes.pdf "named/$name.pdf"
    (cd named && "$program" convert -q -o ../out -- "$name.pdf") 2>err
    status=$?
    for ending in xml html md txt json protokoll.html protokoll.md protokoll.txt; do
        mv "out/$name.$ending" "out/minutes.$ending"
    done 2>>err
    # The name of the input stands in the outputs.
    report "the name $(printf %q "${name:0:20}")" "$(
        [ $status -eq 0 ] || echo "status $status"
        cat err
        [ "$(find out -type f | wc -l)" -eq ${#names[@]} ] || find out
        xmllint --noout out/minutes.xml 2>&1
    )"
done
prepare none
long=$(printf 'n%.0s' {1..251})
cp minutes.pdf "named/$long.pdf"
expect 'a name too long for its outputs' 4 none -o out "named/$long.pdf"

[ -z "${FAULTS_ALL:-}" ] || sort outcomes | uniq -c
