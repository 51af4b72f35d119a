#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Writes the meetings of a small site into FOLDER: the samples; two more meetings of a board, the council to which a case
# goes on, and minutes that came before and after they were adjusted. Each has a PDF of its own.
#
# usage: tests/site/meetings.sh FOLDER
set -u
folder=$1
board=samples/ekdal-kommunstyrelse/minutes.xml

variant() { # NAME SED-SCRIPT: the board's minutes, changed
    digest=$(echo "$1" | sha256sum | cut -c 1-64)
    sed -E -e "s/ sha256=\"[0-9a-f]*\"/ sha256=\"$digest\"/" -e "$2" "$board" >"$folder/$1.xml"
}

for sample in samples/*/minutes.xml; do
    cp "$sample" "$folder/$(basename "$(dirname "$sample")").xml"
done
variant may 's/(<datum sida="1"[^>]*>)2025-04-08/\12025-05-13/'
variant june 's/(<datum sida="1"[^>]*>)2025-04-08/\12025-06-10/'
variant council 's/(<datum sida="1"[^>]*>)2025-04-08/\12025-05-26/; s/(<organ [^>]*>)Kommunstyrelsen/\1Kommunfullmäktige/'
variant preliminary '/<justering>/,/<\/justering>/d; /<underskrift/d; /<signeringsreferens/d; s/>att avslå motionen/>att bifalla motionen/'
