#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Renders minutes, summaries and checks of the samples with an attack behind every text and in every attribute that
# quotes, as NAME.attack.FORMAT, and with a harmless word, as NAME.harmless.FORMAT.
#
# usage: SAMMANDRAG=build/sammandrag tests/attacks/poisoned.sh FOLDER FORMAT WORDS
set -eu
folder=$1 format=$2
words=$(printf '%s' "$3" | sed 's/&/\&amp;/g; s/</\&lt;/g; s/"/\&quot;/g; s/[&|\\]/\\&/g')
for sample in ekdal-kommunstyrelse aspvik-fullmaktige; do
    for model in minutes.xml minutes.summary.xml minutes.granskning.xml; do
        [ "$format-$model" != md-minutes.granskning.xml ] || continue
        name=$folder/$sample.${model%.xml}
        xsltproc --nonet --stringparam words Harmlos tests/attacks/poison.xsl "samples/$sample/$model" >"$name.harmless.xml"
        sed "s|Harmlos|$words|g" "$name.harmless.xml" >"$name.attack.xml"
        for kind in attack harmless; do
            "$SAMMANDRAG" render --to "$format" "$name.$kind.xml" >"$name.$kind.$format"
        done
    done
done
