#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# An installed program works from its place alone, and uninstall leaves nothing.
set -u
build=${BUILD:-build}
root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT
sample=$(ls samples/*/minutes.pdf | head -n 1)

check() { # NAME COMMAND...
    local name=$1
    shift
    if "$@" >"$root/said" 2>&1; then
        echo "ok $name"
    else
        echo "FAILED $name"
        tail -n 5 "$root/said"
    fi
}

run_make() {
    make --no-print-directory -s BUILD="$build" DESTDIR="$root/dest" PREFIX=/opt/s "$@"
}

# From another folder, by a link, and without what the build tree or the environment offers.
run_installed() {
    (cd / && unset SAMMANDRAG_DATA && "$root/link" convert --to json "$1") >"$root/installed.json"
}

check install run_make install
ln -s "$root/dest/opt/s/bin/sammandrag" "$root/link"
check "the installed program converts" run_installed "$PWD/$sample"
check "its output is the golden" cmp "$root/installed.json" "${sample%.pdf}.json"
check "its man pages are there" ls "$root/dest/opt/s/share/man/man1/sammandrag.1" "$root/dest/opt/s/share/man/man5/sammandrag.5"
check uninstall run_make uninstall
check "nothing is left" test -z "$(find "$root/dest" -type f)"

# Without its data it says so instead of guessing.
cp "$build/sammandrag" "$root/alone"
(cd / && unset SAMMANDRAG_DATA && "$root/alone" pages "$OLDPWD/$sample") >"$root/alone.log" 2>&1
check "a program without its data exits with 5" test $? -eq 5
check "and names SAMMANDRAG_DATA" grep -q SAMMANDRAG_DATA "$root/alone.log"
