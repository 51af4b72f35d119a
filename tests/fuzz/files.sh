#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Writes the names of the files that a fuzz target begins with: its seeds, and what the samples have of its format.
#
# usage: tests/fuzz/files.sh TARGET
case $1 in
pdf) set -- "$1" samples/*/minutes.pdf tests/pdf/*.pdf ;;
meeting | personal | digest) set -- "$1" samples/*/minutes.xml ;;
render) set -- "$1" samples/*/minutes.xml samples/*/minutes.summary.xml samples/*/minutes.granskning.xml tests/render/nasty.xml ;;
profile) set -- "$1" profiles/*.xml ;;
signals) set -- "$1" signals/*.xml ;;
*) set -- "$1" samples/*/minutes."$1".xml ;;
esac
target=$1
shift
for file in tests/fuzz/seeds/"$target"/* "$@"; do
    [ ! -f "$file" ] || echo "$file"
done
