#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The examples that spread a batch over machines give what one run gives: Slurm with two nodes simulated on this
# machine, and GNU parallel.
set -u
cd "$(dirname "$0")/.." || exit 2
. tests/check.sh
export LC_ALL=C.UTF-8
dir=$(mktemp -d)
mkdir "$dir/bin"
ln -s "$(realpath "${SAMMANDRAG:-build/sammandrag}")" "$dir/bin/sammandrag"
export PATH=$dir/bin:$PATH SAMMANDRAG_DATA=${SAMMANDRAG_DATA:-$PWD} PARALLEL_HOME=$dir
export SLURM_CONF=$dir/slurm.conf

end() {
    for file in "$dir"/*.pid; do
        [ ! -s "$file" ] || kill "$(cat "$file")" 2>/dev/null
    done
    # What ran a task outlives it, to tell the controller, and would wait for it for ever.
    local process
    for process in /proc/[0-9]*; do
        if grep -qa '^slurmstepd' "$process/cmdline" && grep -qazxF "SLURM_CONF=$SLURM_CONF" "$process/environ"; then
            kill -9 "${process#/proc/}"
        fi
    done 2>/dev/null
    # The daemons write a last time when they are told to end.
    local tries=20
    until rm -rf "$dir" 2>/dev/null; do
        sleep 0.2
        [ $((tries -= 1)) -gt 0 ] || break
    done
}
trap end EXIT

tree() {
    (cd "$1" && find . \( -name .sammandrag -o -name log \) -prune -o -type f ! -name 'run*.???' -print0 | LC_ALL=C sort -z | xargs -0r sha256sum)
}

# What is the same in the reports of two runs over the same files.
files() {
    "$dir/bin/sammandrag" report --to xml "$1" | grep -E '<(sums|file|failed) ' | sed -E 's/ (seconds|pages-per-second)="[^"]*"//g'
}

# One controller and two nodes that are told apart by their ports; they trust each other by a key of their own.
cluster() {
    local host port=$((20000 + $$ % 10000)) # another run of this may be going on
    host=$(hostname -s)
    mkdir -m 755 "$dir/munge"
    mkdir "$dir/state" "$dir/spool-n1" "$dir/spool-n2"
    (umask 077 && head -c 1024 /dev/urandom >"$dir/key")
    cat >"$SLURM_CONF" <<CONF
ClusterName=check
SlurmctldHost=$host
AuthType=auth/munge
AuthInfo=socket=$dir/munge/socket
SlurmUser=root
SlurmctldPort=$port
SlurmctldPidFile=$dir/controller.pid
SlurmctldLogFile=$dir/controller.log
StateSaveLocation=$dir/state
SlurmdPidFile=$dir/%n.pid
SlurmdLogFile=$dir/%n.log
SlurmdSpoolDir=$dir/spool-%n
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
MpiDefault=none
NodeName=n1 NodeHostname=$host NodeAddr=127.0.0.1 Port=$((port + 10000))
NodeName=n2 NodeHostname=$host NodeAddr=127.0.0.1 Port=$((port + 20000))
PartitionName=all Nodes=n1,n2 Default=YES
CONF
    munged --force --key-file="$dir/key" --socket="$dir/munge/socket" --pid-file="$dir/munge.pid" \
        --log-file="$dir/munge/log" --seed-file="$dir/munge/seed" && slurmctld -c && slurmd -N n1 && slurmd -N n2
    local tries=100
    until [ "$(sinfo -h -t idle -o %D 2>/dev/null)" = 2 ]; do
        sleep 0.2
        [ $((tries -= 1)) -gt 0 ] || { echo 'the nodes do not come up'; cat "$dir"/*.log; return 1; }
    done
}

a_job_array_gives_what_one_run_gives() {
    cluster >"$dir/cluster" 2>&1 || { cat "$dir/cluster"; return; }
    examples/slurm/submit.sh "$dir/in" "$dir/slurm" 4 >"$dir/report.txt" 2>"$dir/said"
    [ $? -eq 3 ] || { echo 'the status is not that of the batch'; cat "$dir/report.txt" "$dir/said" "$dir"/slurm/log/*; }
    diff <(tree "$dir/one") <(tree "$dir/slurm")
    diff <(files "$dir/one") <(files "$dir/slurm")
    grep -q '^  4 of 4: ' "$dir/report.txt" || cat "$dir/report.txt"
    cat "$dir/controller.log" | grep -o 'NodeList=n[12]' | sort -u | tr '\n' ' ' | grep -vx 'NodeList=n1 NodeList=n2 '
}

parallel_gives_what_one_run_gives() {
    mkdir -p "$dir/.parallel" && : >"$dir/.parallel/will-cite"
    examples/parallel/convert.sh "$dir/in" "$dir/a folder" 3 >"$dir/report.txt" 2>"$dir/said"
    [ $? -eq 3 ] || { echo 'the status is not that of the batch'; cat "$dir/report.txt" "$dir/said"; }
    diff <(tree "$dir/one") <(tree "$dir/a folder")
    diff <(files "$dir/one") <(files "$dir/a folder")
}

for sample in samples/*; do
    [ ! -e "$sample/minutes.pdf" ] || install -D "$sample/minutes.pdf" "$dir/in/$(basename "$sample").pdf"
done
echo 'This is a letter.' >"$dir/in/letter.pdf"
sammandrag batch --quiet "$dir/in" -o "$dir/one" 2>/dev/null

if command -v slurmctld slurmd munged >/dev/null && [ "$(id -u)" -eq 0 ]; then
    check a_job_array_gives_what_one_run_gives
else
    echo "skipped: a job array needs Slurm and root"
fi
check parallel_gives_what_one_run_gives
finish
