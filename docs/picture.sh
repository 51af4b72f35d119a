#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Makes docs/page-and-summary.png: a page of a sample's minutes beside the summary made from them.
#
# usage: docs/picture.sh [SAMPLE [PAGE [ANCHOR]]]
#
# Needs pdftoppm, Chromium and ImageMagick. ANCHOR is the id in the HTML that the picture begins at.
set -eu
cd "$(dirname "$0")/.."
sample=samples/${1:-ekdal-kommunstyrelse}
page=${2:-3}
anchor=${3:-}
width=760
height=1075 # of a page in A4 that is as wide

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

pdftoppm -r 150 -f "$page" -l "$page" -scale-to-x $width -scale-to-y $height -png "$sample/minutes.pdf" "$work/page"

# A frame shows the part of the summary that belongs to the page; the window is taller than what is kept,
# since headless Chromium takes its own furniture off the height it is told.
cp "$sample/minutes.html" "$work/summary.html"
cat >"$work/frame.html" <<HTML
<!DOCTYPE html><title>Summary</title><style>body { margin: 0; overflow: hidden } iframe { border: 0 }</style>
<iframe src="summary.html$anchor" width="$width" height="$((height + 200))" scrolling="no"></iframe>
HTML
chromium --headless --no-sandbox --disable-gpu --hide-scrollbars --allow-file-access-from-files \
    --user-data-dir="$work/chromium" --force-device-scale-factor=1 --window-size=$width,$((height + 200)) \
    --virtual-time-budget=2000 --screenshot="$work/summary.png" "file://$work/frame.html" 2>"$work/log" ||
    { cat "$work/log" >&2; exit 1; }

convert "$work/summary.png" -crop ${width}x$height+0+0 +repage "$work/right.png"
montage "$work"/page-*.png "$work/right.png" -tile 2x1 -geometry +12+12 -background '#d0d0d0' "$work/both.png"
convert "$work/both.png" -strip -colors 64 -define png:compression-level=9 PNG8:docs/page-and-summary.png
ls -l docs/page-and-summary.png
