#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Makes docs/page-and-summary.png: a page of a sample's minutes beside the summary made from them.
#
# usage: BUILD=build docs/picture.sh [SAMPLE [PAGE]]
#
# Needs pdftoppm, Chromium and ImageMagick.
set -eu
cd "$(dirname "$0")/.."
pdf=samples/${1:-ekdal-kommunstyrelse}/minutes.pdf
page=${2:-3}
width=760 # of each half, pixels
height=1075
window=940 # the width the summary is set for

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

pdftoppm -r 150 -f "$page" -l "$page" -scale-to-x $width -scale-to-y $height -png "$pdf" "$work/page"

# The window is taller than what is kept: headless Chromium takes the furniture of a window off it.
"${BUILD:-build}/sammandrag" convert --quiet --to html "$pdf" >"$work/summary.html"
chromium --headless --no-sandbox --disable-gpu --hide-scrollbars --user-data-dir="$work/chromium" \
    --window-size=$window,1600 --screenshot="$work/summary.png" "file://$work/summary.html" 2>"$work/log" ||
    { cat "$work/log" >&2; exit 1; }
convert "$work/summary.png" -resize $width -crop ${width}x$height+0+0 +repage "$work/right.png"

montage "$work"/page-*.png "$work/right.png" -tile 2x1 -geometry +12+12 -background '#d0d0d0' "$work/both.png"
convert "$work/both.png" -strip -dither None -colors 128 -define png:compression-level=9 \
    PNG8:docs/page-and-summary.png
ls -l docs/page-and-summary.png
