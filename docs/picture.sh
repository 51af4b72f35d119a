#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Makes the pictures of the README: docs/page-and-summary.png, a page of a sample's minutes beside the summary made from
# them, and docs/site.png, two pages of a site.
#
# usage: BUILD=build docs/picture.sh [SAMPLE [PAGE]]
#
# Needs pdftoppm, Chromium and ImageMagick.
set -eu
cd "$(dirname "$0")/.."
program=${BUILD:-build}/sammandrag
pdf=samples/${1:-ekdal-kommunstyrelse}/minutes.pdf
page=${2:-3}
width=760 # of each half, pixels
height=1075

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# The window is taller than what is kept: headless Chromium takes the furniture of a window off it.
shoot() { # PAGE.html WIDTH-OF-WINDOW HEIGHT: writes PAGE.png
    chromium --headless --no-sandbox --disable-gpu --hide-scrollbars --user-data-dir="$work/chromium" \
        --window-size="$2,1900" --screenshot="$work/shot.png" "file://$1" 2>"$work/log" ||
        { cat "$work/log" >&2; exit 1; }
    convert "$work/shot.png" -resize $width -crop "${width}x$3+0+0" +repage "${1%.html}.png"
}

beside() { # LEFT.png RIGHT.png PICTURE.png
    montage "$1" "$2" -tile 2x1 -geometry +12+12 -background '#d0d0d0' "$work/both.png"
    convert "$work/both.png" -strip -dither None -colors 128 -define png:compression-level=9 "PNG8:$3"
    ls -l "$3"
}

pdftoppm -r 150 -f "$page" -l "$page" -scale-to-x $width -scale-to-y $height -singlefile -png "$pdf" "$work/page"
"$program" convert --quiet --to html "$pdf" >"$work/summary.html"
shoot "$work/summary.html" 940 $height
beside "$work/page.png" "$work/summary.png" docs/page-and-summary.png

"$program" site --quiet --title 'Protokoll och beslut' -o "$work/site" samples/*/minutes.xml
shoot "$work/site/index.html" 1200 900
shoot "$work/site/aspviks-kommun/kommunfullmaktige/2025-06-16/p74/index.html" 1200 900
beside "$work/site/index.png" "$work/site/aspviks-kommun/kommunfullmaktige/2025-06-16/p74/index.png" docs/site.png
