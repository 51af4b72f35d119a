# SPDX-License-Identifier: GPL-3.0-or-later
# What JSON of a meeting says of its items, in lines as those of feed.xsl: ordning and fakta.

input_filename as $place
| "ordning \($place) säger " + ([.paragrafer[] | (.nummer // ""), (.rubrik // "Ärende vars rubrik inte har kunnat läsas"), .beslut[]] | join(" ")),
  "fakta \($place) säger " + ([.paragrafer[]
    | (.voteringar[]
       | (if .ja and .nej then "\(.ja) ja mot \(.nej) nej" else "antalet röster är inte angivet" end),
         (if .ja and .nej and (.avstar // 0) > 0 then "\(.avstar) avstår" else empty end),
         (.ja_betyder // empty | "Ja \(.)"), (.nej_betyder // empty | "Nej \(.)")),
      "Sidan \(.sida) i protokollet", .diarienummer[],
      (if .reservationer == [] then empty else "Reservation" end)] | map(tostring) | join(" "))
| gsub("\n"; " ")
