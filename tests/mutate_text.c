/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Changes of words: those that minutes are made of put in, and letters that programs trip over. */
#include <string.h>

#include "mutate.h"

enum { TEXT_MAX = 4000 }; /* bytes; a text that has grown so long is halved */

/* Every stage asks for some of these. The last rows have letters that share a byte with the dashes,
 * quotation marks and signs that text is cut at, letters of several characters, and none. */
static const char *const words[] = {
    "§ 1 ",
    "§ 12 Val av justerare",
    "§§ 1-99999999999",
    "Ärende 7",
    "KS 2025/123",
    "Dnr 2024-00001",
    "PROTOKOLL",
    "Sammanträdesprotokoll 2025-03-04",
    "Sammanfattning från kommunstyrelsen den 3 mars 2025",
    "Plats och tid",
    "Sessionssalen kl. 13.00–15.30",
    "Ajournering kl. 09.40–10.00",
    "Beslutande",
    "Ledamöter",
    "Tjänstgörande ersättare",
    "Övriga deltagare",
    "Frånvarande",
    "Ordförande",
    "Sekreterare",
    "Justerare",
    "Anna Berg (S), ordförande",
    "Bo von Ek (M), §§ 2–5, 7",
    "Cia Dal-Lund (SJVP)",
    "Förste vice ordföranden Anna K. Berg (S)",
    "(S), (M)",
    "(V)",
    "Beslut",
    "Kommunstyrelsens beslut",
    "Förslag till beslut",
    "Kommunstyrelsen beslutar",
    "att bifalla förslaget",
    "att ",
    "Ärendet återremitteras",
    "Ärendet bordläggs till den 30 februari",
    "Informationen läggs till handlingarna",
    "Yrkanden",
    "Anna Berg (S) yrkar bifall till förslaget.",
    "Bo Ek (M) yrkar avslag på Anna Bergs (S) yrkande.",
    "Propositionsordning",
    "Ordföranden ställer proposition på yrkandena och finner att nämnden bifaller Anna Bergs yrkande.",
    "Votering",
    "Omröstning begärs",
    "Omröstningsresultat",
    "Den som vill bifalla Anna Bergs yrkande röstar ja",
    "Omröstningen utfaller med 7 ja-röster mot 4 nej-röster, 2 avstår.",
    "Ja:",
    "Nej",
    "Avstår",
    "Röstar Ja (999999999999)",
    "Anna Berg S Ja",
    "X",
    "Namn",
    "Parti",
    "Reservation",
    "Anna Berg (S) och Bo Ek (M) reserverar sig mot beslutet till förmån för eget yrkande.",
    "Protokollsanteckning",
    "Särskilt yttrande",
    "Jäv",
    "Bo Ek (M) anmäler jäv och deltar inte i handläggningen.",
    "Deltar inte i beslutet",
    "Sammanfattning av ärendet",
    "Bakgrund",
    "Beslutsunderlag",
    "Bilaga 1",
    "Bilagor 2–9 och 11",
    "Beslutet skickas till",
    "Delges",
    "Paragrafen förklaras omedelbart justerad.",
    "Justerandes sign",
    "Utdragsbestyrkande",
    "Sida 3 av 12",
    "3 (12)",
    "1,2 miljoner kronor",
    "1 000 000 000 000 kr",
    "-0,5 %",
    "senast den 31 december 2025",
    "2025-02-30",
    "kl. 25.61",
    "enligt 13 kap. 8 § kommunallagen (2017:725)",
    "SOU 2023:14",
    "kommunfullmäktige 2023-12-20 § 307",
    "Kommundirektören ges i uppdrag att återkomma",
    "ersätts med",
    "Lydelsen \"a\" ändras till \"b\"",
    "forts.",
    "t.ex. ",
    "1.",
    "1.2.3",
    "a)",
    "•",
    "–",
    "1",
    "²",
    "................ 7",
    "https://a.example/?q=1&b=<c>",
    "<script>alert(1)</script>",
    "[a](javascript:b)",
    "---\n# a\n| b | c |\n```",
    "proto-",
    "proto\u00AD",
    "\u00AD",
    "a\u0308",
    "ÀÓÝ”",
    "Gonçalves",
    "Порядок дня",
    "議事録",
    "\uFFFD",
    "\xE2\x80\x8F\xE2\x80\xAE\xE2\x80\xAC", /* right to left */
    "\U0001F600",
    "\u00A0",
    "\u2028",
    "İ",
    "Ⱥ",
    " ",
    "",
};

const char *mutate_word(Mutation *mutation)
{
    return words[mutate_pick(mutation, G_N_ELEMENTS(words))];
}

void mutate_text(Mutation *mutation, xmlNode *node)
{
    g_autofree char *text = mutate_content(node);
    g_autoptr(GString) made = g_string_new(text);
    gsize at = mutate_place(mutation, text), end = mutate_place(mutation, text);
    xmlNode *other = mutation->elements->pdata[mutate_pick(mutation, (int)mutation->elements->len)];
    switch (mutate_pick(mutation, 7)) {
    case 0:
    case 1:
        g_string_assign(made, mutate_word(mutation));
        break;
    case 2:
        g_string_insert(made, (gssize)at, mutate_word(mutation));
        break;
    case 3:
        g_string_append_c(made, ' ');
        g_string_append(made, mutate_word(mutation));
        break;
    case 4:
        g_string_erase(made, (gssize)MIN(at, end), (gssize)(MAX(at, end) - MIN(at, end)));
        break;
    case 5:
        g_string_append(made, text + at);
        break;
    default:
        if (!xmlFirstElementChild(other)) {
            g_autofree char *theirs = mutate_content(other);
            g_string_assign(made, theirs);
        }
    }
    if (made->len > TEXT_MAX) {
        const char *middle = g_utf8_find_prev_char(made->str, made->str + TEXT_MAX / 2);
        g_string_truncate(made, (gsize)(middle - made->str));
    }
    mutate_set_content(node, made->str, (gssize)made->len);
}
