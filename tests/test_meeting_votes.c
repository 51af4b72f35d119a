/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of votes: numbers, names and what Ja and Nej stand for, in every form boards print them. */
#include "meeting_fixture.h"

static void append_names(GString *s, const Vote *vote, BallotChoice choice, const char *mark)
{
    bool any = false;

    for (guint i = 0; vote->ballots && i < vote->ballots->len; i++) {
        const Ballot *ballot = &g_array_index(vote->ballots, Ballot, i);
        if (ballot->choice != choice)
            continue;
        g_string_append_printf(s, "%s%s", any ? "," : mark, ballot->person.name);
        any = true;
    }
}

/* "2-1-0 J:Anna Berg,Bo Ek N:Cia Dahl ok", "-1" for a number that is not printed. */
static char *votes_as_text(const Item *item)
{
    GString *s = g_string_new(NULL);

    for (guint i = 0; item->votes && i < item->votes->len; i++) {
        const Vote *vote = &g_array_index(item->votes, Vote, i);
        g_string_append_printf(s, "%s%d-%d-%d", i ? "; " : "", vote->yes, vote->no, vote->abstain);
        append_names(s, vote, BALLOT_YES, " J:");
        append_names(s, vote, BALLOT_NO, " N:");
        append_names(s, vote, BALLOT_ABSTAIN, " A:");
        append_names(s, vote, BALLOT_ABSENT, " F:");
        if (vote->decided_by != DECIDED_BY_MAJORITY)
            g_string_append(s, vote->decided_by == DECIDED_BY_LOT ? " lot" : " casting");
        if (vote->closed)
            g_string_append(s, " closed");
        if (vote->checked)
            g_string_append(s, " ok");
    }
    return g_string_free(s, FALSE);
}

#define PRESENT                                                                                              \
    "# Protokoll\n## Beslutande\nAnna Berg (S), ordförande\nBo Ek (M)\nCia Dahl (V)\nDan Holm (KD)\n"       \
    "Eva Lind (C)\n# § 11 Upprop\nNärvaron antecknas.\n# § 12 Badplatsen\n## Beslut\nPlanen antas.\n"
#define END "\n# § 13 Avslutning\nSlut."

static void test_forms(void **state)
{
    static const struct {
        const char *lines, *votes;
        bool noted;
    } cases[] = {
        /* names in prose */
        {"## Omröstning\nAnna Berg (S), Bo Ek (M) och tjänstgörande ersättaren Cia Dahl (V) röstar Ja (3).\n"
         "Dan Holm (KD) röstar Nej (1).\nEva Lind (C) avstår från att rösta (1).",
         "3-1-1 J:Anna Berg,Bo Ek,Cia Dahl N:Dan Holm A:Eva Lind ok", false},
        /* a name a line */
        {"## Omröstning\nAnna Berg (S) - JA\nBo Ek (M) - JA\nCia Dahl (V) - NEJ\nDan Holm (KD) – NEJ\n"
         "Eva Lind (C) - AVSTÅR",
         "2-2--1 J:Anna Berg,Bo Ek N:Cia Dahl,Dan Holm A:Eva Lind", false},
        {"## Omröstning\nTre ledamöter röstar JA och två ledamöter röstar NEJ.\nFöljande ledamöter röstar "
         "JA:\n"
         "Anna Berg (S), Bo Ek (M), Cia Dahl (V)\nFöljande ledamöter röstar NEJ:\nDan Holm (KD), Eva Lind "
         "(C)",
         "3-2--1 J:Anna Berg,Bo Ek,Cia Dahl N:Dan Holm,Eva Lind ok", false},
        {"## Omröstning\nTre ledamöter röstar JA.\nFöljande ledamöter röstar JA:\n* Anna Berg (S)\n* Bo Ek "
         "(M)\n"
         "* Cia Dahl (V)\nTvå ledamöter röstar NEJ.\nFöljande ledamöter röstar NEJ:\n* Dan Holm (KD)\n* Eva "
         "Lind (C)",
         "3-2--1 J:Anna Berg,Bo Ek,Cia Dahl N:Dan Holm,Eva Lind ok", false},
        {"## Omröstning\nTre ledamöter röstar JA: Anna Berg (S), Bo Ek (M) och Cia Dahl (V).\nTvå ledamöter "
         "röstar NEJ: "
         "Dan Holm (KD) och Eva Lind (C).",
         "3-2--1 J:Anna Berg,Bo Ek,Cia Dahl N:Dan Holm,Eva Lind ok", false},
        {"## Dagens sammanträde\nVotering verkställs med 3 ja-röster och 2 nej-röster.", "3-2--1", false},
        {"## Omröstningsresultat\nMed 3 Ja-röster och 2 Nej-röster beslutar nämnden enligt förslaget.",
         "3-2--1", false},
        {"## Omröstning\nVid omröstningen avges 3 ja-röster och 2 nej-röster.", "3-2--1", false},
        {"## Omröstning\nOmröstningen utfaller med 3 Ja mot 2 Nej.", "3-2--1", false},
        {"## Omröstning\nOmröstningen utfaller med 2 Ja mot 2 Nej. 1 ledamot avstår från att rösta.", "2-2-1",
         false},
        {"## Omröstning\nResultat: 3 ja, 1 nej och 1 avstår.", "3-1-1", false},
        {"## Omröstning\nJa: 3\nNej: 2", "3-2--1", false},
        {"## Omröstning\nAntal Ja: 3\nAntal Nej: 1\nAntal Avstår: 1", "3-1-1", false},
        {"## Omröstning\nJa-röster: 3\nAnna Berg, Bo Ek, Cia Dahl\nNej-röster: 2\nDan Holm, Eva Lind",
         "3-2--1 J:Anna Berg,Bo Ek,Cia Dahl N:Dan Holm,Eva Lind ok", false},
        {"## Omröstning\nJa-röster: 3 Anna Berg, Bo Ek, Cia Dahl\nNej-röster: 1 Dan Holm\nAvstår: 1 Eva Lind",
         "3-1-1 J:Anna Berg,Bo Ek,Cia Dahl N:Dan Holm A:Eva Lind ok", false},
        {"## Omröstning\nJa-röster (3): Anna Berg (S), Bo Ek (M), Cia Dahl (V)\nNej-röster (2): Dan Holm "
         "(KD), Eva "
         "Lind (C)",
         "3-2--1 J:Anna Berg,Bo Ek,Cia Dahl N:Dan Holm,Eva Lind ok", false},
        {"## Omröstning\nJa röstar: Anna Berg (S), Bo Ek (M) och Cia Dahl (V).\nNej röstar: Dan Holm (KD) "
         "och Eva Lind "
         "(C).",
         "3-2--1 J:Anna Berg,Bo Ek,Cia Dahl N:Dan Holm,Eva Lind", false},
        {"## Omröstning\nFör ja röstade: Anna Berg (S), Bo Ek (M) och Cia Dahl (V).\nFör nej röstade: Dan "
         "Holm (KD) "
         "och Eva Lind (C).",
         "3-2--1 J:Anna Berg,Bo Ek,Cia Dahl N:Dan Holm,Eva Lind", false},
        {"## Omröstning\n133 röster för nämndens förslag och 14 för Bo Eks.", "", true},
        /* Nej first */
        {"## Omröstning\nMed 3 nej-röster mot 2 ja-röster avslås motionen.", "2-3--1", false},
        {"## Omröstning\nResultatet blev 3 Nej, 1 Ja och 1 Avstår.", "1-3-1", false},
        {"## Omröstning\nResultat: Ja: 3, Nej: 1, Avstår: 1", "3-1-1", false},
        {"## Omröstning\nTre (3) ledamöter röstar ja och två (2) ledamöter röstar nej.", "3-2--1", false},
        {"## Omröstning\nJa-röster avges av Anna Berg (S) och Bo Ek (M). Nej-röster avges av Cia Dahl (V).\n"
         "Dan Holm (KD) avstår från att rösta.",
         "2-1--1 J:Anna Berg,Bo Ek N:Cia Dahl A:Dan Holm", false},
        /* told outside a heading of its own */
        {"## Propositionsordning\nNämnden antar planen med 133 röster för och 12 röster mot.", "", true},
        {"## Deltar ej i beslutet\nAnna Berg (S) avstår från att delta i beslutet.", "", false},
        /* the proposition names somebody */
        {"## Omröstning\nDen som vill bifalla Anna Bergs (S) yrkande röstar Ja. Den som vill avslå Anna "
         "Bergs (S) "
         "yrkande röstar Nej.\nOmröstningen utfaller med 3 Ja mot 2 Nej.",
         "3-2--1", false},
        /* crosses under the choices */
        {"## Omröstning\n| Namn|Parti|Ja|Nej|Avst|Frånv\n| Anna Berg|S|X|||\n| Bo Ek|M||X||\n| Cia "
         "Dahl|V|||X|\n| Dan "
         "Holm|KD||||X\n| Summa||1|1|1|1",
         "1-1--1 J:Anna Berg N:Bo Ek A:Cia Dahl F:Dan Holm", false},
        {"## Omröstning\nOmröstningen utfaller med 2 Ja mot 1 Nej.\n| Namn|Parti|Plats|Funktion|Resultat\n| "
         "Anna "
         "Berg|S|1|Ledamot|Ja\n| Bo Ek|M|2|Ledamot|Ja\n| Cia Dahl|V|3|Ledamot|Nej\n| Dan "
         "Holm|KD|4|Ledamot|Frånvarande",
         "2-1--1 J:Anna Berg,Bo Ek N:Cia Dahl F:Dan Holm ok", false},
        /* what a cross stands for is not said */
        {"## Omröstning\nOmröstningen utfaller med 1 Ja mot 1 Nej.\n| Ledamot|Ja Nej\n| Anna Berg (S)|X\n| "
         "Bo Ek (M)|X",
         "1-1--1", true},
        /* the proposition on lines of its own, the names before the numbers */
        {"## Beslutsgång\nVotering begärs och verkställs genom namnupprop.\nDen som vill bifalla planen "
         "röstar ja.\n"
         "Den som vill avslå planen röstar nej.\n| Ledamöter|Ja|Nej\n| Anna Berg|X|\n| Bo Ek|X|\n| Cia "
         "Dahl||X\n"
         "Med 2 ja-röster mot 1 nej-röst beslutar nämnden enligt förslaget.",
         "2-1--1 J:Anna Berg,Bo Ek N:Cia Dahl ok", false},
        /* the next choice on the same line, or without a colon */
        {"## Omröstning\nJa: Anna Berg (S), Bo Ek (M) Nej: Cia Dahl (V) Avstår: Dan Holm (KD)",
         "2-1--1 J:Anna Berg,Bo Ek N:Cia Dahl A:Dan Holm", false},
        {"## Omröstning\nJa röstar Anna Berg (S) och Bo Ek (M).\nNej röstar Cia Dahl (V).",
         "2-1--1 J:Anna Berg,Bo Ek N:Cia Dahl", false},
        {"## Behandling\nOrdföranden förrättade omröstning. Omröstningsresultat: 3 JA (Berg, Ek, Dahl), 2 "
         "NEJ (Holm, "
         "Lind).",
         "3-2--1", false},
        {"## Ärendets behandling under mötet\nLedamot som vill avgöra ärendet skulle rösta ja och ledamot "
         "som vill "
         "återremittera det skulle rösta nej. Voteringen utföll med 3 ja-röster mot 2 nej-röster.",
         "3-2--1", false},
        /* who did not take part is no voter */
        {"## Omröstning\nAnna Berg (S) och Bo Ek (M) röstar Ja (2). Cia Dahl (V) röstar Nej (1). Dan Holm "
         "(KD) deltar "
         "inte i beslutet på grund av jäv.",
         "2-1--1 J:Anna Berg,Bo Ek N:Cia Dahl ok", false},
        {"## Omröstning\nMed 2 Ja-röster och 2 Nej-röster, och ordförandens utslagsröst, bifaller nämnden "
         "förslaget.",
         "2-2--1 casting", false},
        {"## Omröstning\n2 Ja-röster och 2 Nej-röster avges. Ordförandes röst avgjorde.", "2-2--1 casting",
         false},
        {"## Omröstning\n2 Ja-röster och 2 Nej-röster avges. Frågan avgörs genom lottning.", "2-2--1 lot",
         false},
        {"## Omröstning\nSluten omröstning genomförs. 3 ja-röster och 2 nej-röster avges.", "3-2--1 closed",
         false},
        /* two votes */
        {"## Omröstning\nOmröstningen utfaller med 3 Ja mot 2 Nej.\n## Omröstning\nOmröstningen utfaller med "
         "1 Ja mot 4 "
         "Nej.",
         "3-2--1; 1-4--1", false},
        {"## Omröstning\nJa: 3\nNej: 2\n## Omröstning\nJa: 1\nNej: 4", "3-2--1; 1-4--1", false},
        /* a vote of another body, told in the background */
        {"## Bakgrund\nKommunstyrelsen beslutade med 7 Ja mot 6 Nej att avslå förslaget.", "", false},
        /* somebody under two choices */
        {"## Omröstning\nJa röstar: Anna Berg (S) och Bo Ek (M).\nNej röstar: Bo Ek (M) och Eva Lind (C).",
         "2-1--1 J:Anna Berg,Bo Ek N:Eva Lind", true},
        {"## Omröstning\nJa röstar: Anna Berg (S), Bo Ek (M).\nNej röstar: Cia Dahl (V), Göran Okänd.",
         "2-1--1 J:Anna Berg,Bo Ek N:Cia Dahl", true},
        {"## Omröstning\nOmröstning genomförs.", "", true},
        {"## Beslutsgång\nOrdföranden finner att nämnden bifaller förslaget via acklamation.", "", false},
        {"## Beslutsgång\nOmröstning begärs. Den som bifaller förslaget röstar JA, den som avslår röstar "
         "NEJ.\nVid "
         "omröstningen röstar tre ledamöter JA och två ledamöter röstar NEJ.",
         "3-2--1", false},
        {"## Beslutsgång\nOmröstning begärs.\nMed tre röster mot två beslutar nämnden att bifalla förslaget.",
         "", true},
        {"## Omröstning\nVid upprop avges tre ja-röster (Anna Berg (S), Bo Ek (M), Cia Dahl (V)) och två "
         "nej-röster (Dan "
         "Holm (KD), Eva Lind (C)).",
         "3-2--1 J:Anna Berg,Bo Ek,Cia Dahl N:Dan Holm,Eva Lind ok", false},
        {"## Omröstning\nJA-röst: Anna Berg (S), Bo Ek (M)\nNEJ-röst: Cia Dahl (V)\nAvstår: Dan Holm (KD)",
         "2-1--1 J:Anna Berg,Bo Ek N:Cia Dahl A:Dan Holm", false},
        {"## Omröstning\nRöstar ja: Anna Berg (S)\nBo Ek (M)\nRöstar nej: Cia Dahl (V)\nDan Holm (KD)",
         "2-2--1 J:Anna Berg,Bo Ek N:Cia Dahl,Dan Holm", false},
        {"## Omröstning\nAnna Berg (S) Ja\nBo Ek (M) Nej\nCia Dahl (V) Frånvarande",
         "1-1--1 J:Anna Berg N:Bo Ek F:Cia "
         "Dahl",
         false},
        /* the choice after "följande", and no number for who is not told of */
        {"## Beslutsgång\nVotering begärs.\nVid upprop röstar följande ja: Anna Berg, Bo Ek och Cia Dahl. "
         "Nej "
         "röstar Dan Holm. Eva Lind avstår.",
         "3-1--1 J:Anna Berg,Bo Ek,Cia Dahl N:Dan Holm A:Eva Lind", false},
        {"## Omröstning\nNej röstar: Dan Holm (KD).", "-1-1--1 N:Dan Holm", true},
        {"## Beslutsgång\nJa-röst avges av Anna Berg (S) och Bo Ek (M). Nej-röst avges av Dan Holm (KD).",
         "2-1--1 J:Anna Berg,Bo Ek N:Dan Holm", false},
        /* the one who is left out did not vote so */
        {"## Omröstning\nSamtliga utom Dan Holm (KD) röstar ja.", "", true},
        {"## Omröstning\nJa-röster: samtliga utom Dan Holm (KD)\nNej-röst: Dan Holm (KD)",
         "-1-1--1 N:Dan Holm", true},
        /* sentences below a list of names */
        {"## Omröstning\nJa-röster: Anna Berg (S)\nNej-röster: Cia Dahl (V)\nEva Lind (C) lägger ner sin "
         "röst.\nDan Holm (KD) deltar inte i omröstningen.",
         "1-1--1 J:Anna Berg N:Cia Dahl A:Eva Lind", false},
        /* numbers behind the choice, in the section of the decision; a vote that is told of without any */
        {"## Beslut\nPlanen antas.\nOmröstning genomfördes. Ja 3 röster, Nej 2 röster.", "3-2--1", false},
        {"## Omröstningsresultat 1\nOmröstningsresultat: Ja 4, Nej 1\n## Votering om återremiss\n3 ledamöter "
         "röstar JA, 1 ledamot röstar NEJ och 1 ledamot AVSTÅR.",
         "4-1--1; 3-1-1", false},
        {"## Beslut\nPlanen antas.\nVotering verkställdes, varvid förslaget antogs.", "", true},
        {"## Beslut\nPlanen antas. Votering begärs inte.", "", false},
        /* the discussion is this meeting's */
        {"## Diskussion\nDe som understöder fortsatt behandling röstar ja, de som understöder Cia Dahls "
         "förslag "
         "röstar nej.\nOmröstningen utföll så att 4 ja-röster och 1 nej-röst avgavs.",
         "4-1--1", false},
        /* what disagrees is noted */
        {"## Omröstning\nAnna Berg (S), Bo Ek (M) och Cia Dahl (V) röstar Ja (4).\nDan Holm (KD) röstar Nej "
         "(1).",
         "4-1--1 J:Anna Berg,Bo Ek,Cia Dahl N:Dan Holm", true},
    };

    (void)state;
    int bad = 0;
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *text = g_strconcat(PRESENT, cases[i].lines, END, NULL);
        Meeting *meeting = fixture_meeting(text);
        g_autofree char *votes = votes_as_text(fixture_item(meeting, 1));
        bool noted =
            fixture_has_note(meeting, NOTE_VOTE_DIFFERS) || fixture_has_note(meeting, NOTE_VOTE_UNCLEAR);
        if (strcmp(votes, cases[i].votes) != 0 || noted != cases[i].noted) {
            print_error("%s\n-> %s%s\n   %s%s\n", cases[i].lines, votes, noted ? " (noted)" : "",
                        cases[i].votes, cases[i].noted ? " (noted)" : "");
            bad++;
        }
        meeting_free(meeting);
    }
    assert_int_equal(bad, 0);
}

/* What Ja and Nej stood for, and what a reservation is for, by the names of the motions. */
static void test_ties(void **state)
{
    (void)state;
    Meeting *meeting = fixture_meeting(
        PRESENT
        "## Yrkanden\nAnna Berg (S) yrkar bifall till nämndens förslag.\nBo Ek (M) yrkar avslag på nämndens "
        "förslag.\n## Omröstning\n”Ja för bifall till nämndens förslag och Nej för avslag på nämndens "
        "förslag.”\nAnna Berg (S), Cia Dahl (V) och Dan Holm (KD) röstar Ja (3).\nBo Ek (M) och Eva Lind (C) "
        "röstar Nej (2).\n## Reservation\nBo Ek (M) och Eva Lind (C) reserverar sig mot beslutet." END);
    const Item *item = fixture_item(meeting, 1);
    assert_int_equal(item->votes->len, 1);
    const Vote *vote = &g_array_index(item->votes, Vote, 0);
    assert_non_null(vote->yes_motions);
    assert_string_equal(g_array_index(vote->yes_motions, MotionRef, 0).motion, "p12-yrkande1");
    assert_non_null(vote->no_motions);
    assert_string_equal(g_array_index(vote->no_motions, MotionRef, 0).motion, "p12-yrkande2");
    assert_int_equal(item->reservation_ties->len, 2);
    for (guint i = 0; i < 2; i++) {
        const ReservationTie *tie = &g_array_index(item->reservation_ties, ReservationTie, i);
        assert_string_equal(tie->motion, "p12-yrkande2");
        assert_string_equal(tie->vote, "p12-votering1");
    }
    assert_string_equal(g_array_index(item->motions, Motion, 1).words,
                        "Bo Ek (M) yrkar avslag på nämndens förslag.");
    meeting_free(meeting);
}

/* A list that puts surnames first, a text that does not; more names in parentheses than fit between two
 * numbers. */
static void test_surnames_first(void **state)
{
    (void)state;
    Meeting *meeting = fixture_meeting(
        "# Protokoll\n## Beslutande\nBerg Anna, ordförande\nEk Bo\nDahl-Strand Cecilia\nHolmkvist "
        "Daniel\nLind Eva\n"
        "# § 11 Upprop\nNärvaron antecknas.\n# § 12 Badplatsen\n## Omröstning\nOmröstningen utföll så att 4 "
        "ja-röster (Anna Berg, Bo Ek, Cecilia Dahl-Strand, Daniel Holmkvist) och 1 nej-röst (Eva Lind) "
        "avgavs." END);
    g_autofree char *votes = votes_as_text(fixture_item(meeting, 1));
    assert_string_equal(votes, "4-1--1 J:Berg Anna,Ek Bo,Dahl-Strand Cecilia,Holmkvist Daniel N:Lind Eva ok");
    meeting_free(meeting);
}

/* Numbered lists behind all items are of the votes that name them, whoever's section they stand in; in place
 * of a member who was away, the substitute voted. */
static void test_lists_behind_items(void **state)
{
    (void)state;
    Meeting *meeting = fixture_meeting(
        PRESENT "## Omröstningsresultat\n2 ja-röster och 1 nej-röst. Se omröstningslista nr. 1." END
                "\n## Omröstningslista nr. 1\nÄrende: § 12 Badplatsen\n| Ledamot|Ersättare|Ja|Nej\n"
                "| Anna Berg (S)||X|\n| Göran Ny (M)|Bo Ek|X|\n| Cia Dahl (V)|-||X");
    g_autofree char *votes = votes_as_text(fixture_item(meeting, 1));
    assert_string_equal(votes, "2-1--1 J:Anna Berg,Bo Ek N:Cia Dahl ok");
    assert_null(fixture_item(meeting, 2)->votes);
    assert_false(fixture_has_note(meeting, NOTE_VOTE_UNCLEAR));
    meeting_free(meeting);
}

/* What Ja and Nej stand for ends where the next sentence begins, and is none of the numbers. */
static void test_meanings(void **state)
{
    static const struct {
        const char *lines, *yes, *no;
    } cases[] = {
        {"Ja-röst för att ärendet avgörs idag, nej-röst för återremiss. 3 ja-röster och 2 nej-röster.",
         "att ärendet avgörs idag", "återremiss"},
        {"Ja=Avgöras idag\nNej=Återremiss\n3 ja-röster och 2 nej-röster.", "Avgöras idag", "Återremiss"},
        {"Anna Berg (S) röstar ja till planen. Bo Ek (M) röstar nej till planen.", NULL, NULL},
        {"Vid omröstning med Ja för planen och Nej för avslag avlämnas 3 ja och 2 nej.", NULL, NULL},
    };

    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *text = g_strconcat(PRESENT "## Omröstning\n", cases[i].lines, END, NULL);
        Meeting *meeting = fixture_meeting(text);
        const Item *item = fixture_item(meeting, 1);
        assert_int_equal(item->votes->len, 1);
        const Vote *vote = &g_array_index(item->votes, Vote, 0);
        assert_int_equal(g_strcmp0(vote->yes_means, cases[i].yes), 0);
        assert_int_equal(g_strcmp0(vote->no_means, cases[i].no), 0);
        meeting_free(meeting);
    }
}

/* All orders before the first result, each for the vote at its place; one too many settles none. */
static void test_orders_before_results(void **state)
{
    static const struct {
        const char *results, *first, *second;
    } cases[] = {
        {"## Omröstning 1\n3 ja-röster och 2 nej-röster.\n## Omröstning 2\n4 ja-röster och 1 nej-röst.",
         "avgörande idag", "bifall"},
        {"3 ja-röster och 2 nej-röster.", NULL, NULL},
    };

    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *text = g_strconcat(
            PRESENT
            "## Beslutsgång\nJA = avgörande idag\nNEJ = återremiss\nJa för bifall och Nej för avslag.\n",
            cases[i].results, END, NULL);
        Meeting *meeting = fixture_meeting(text);
        const GArray *votes = fixture_item(meeting, 1)->votes;
        assert_int_equal(votes->len, cases[i].second ? 2 : 1);
        assert_int_equal(g_strcmp0(g_array_index(votes, Vote, 0).yes_means, cases[i].first), 0);
        if (cases[i].second)
            assert_string_equal(g_array_index(votes, Vote, 1).yes_means, cases[i].second);
        assert_int_equal(fixture_has_note(meeting, NOTE_VOTE_UNCLEAR), cases[i].second == NULL);
        meeting_free(meeting);
    }
}

/* A voter who is not in the list, and one with a conflict of interest. */
static void test_voters_present(void **state)
{
    (void)state;
    Meeting *meeting = fixture_meeting(
        PRESENT
        "## Omröstning\nAnna Berg (S) och Bo Ek (M) röstar Ja (2).\nGöran Ny (C) röstar Nej (1)." END);
    assert_true(fixture_has_note(meeting, NOTE_PERSON_UNKNOWN));
    assert_false(fixture_has_note(meeting, NOTE_VOTE_DIFFERS));
    meeting_free(meeting);
    meeting = fixture_meeting(PRESENT "## Jäv\nBo Ek (M) anmäler jäv och deltar inte i ärendet.\n## "
                                      "Omröstning\nAnna Berg (S) och Bo Ek (M) "
                                      "röstar Ja (2).\nEva Lind (C) röstar Nej (1)." END);
    assert_true(fixture_has_note(meeting, NOTE_VOTE_DIFFERS));
    meeting_free(meeting);
}

/* A sentence too long to be a vote's is not read, and the item says so, also beside a vote that was. */
static void test_endless_sentence(void **state)
{
    (void)state;
    for (int words = 1; words <= 1000; words *= 1000) {
        g_autoptr(GString) text = g_string_new(
            PRESENT "## Omröstning\nOmröstningen utfaller med 3 Ja mot 2 Nej.\n## Omröstning\nEfter");
        for (int i = 0; i < words; i++)
            g_string_append(text, " mycket");
        g_string_append(text, " tal utfaller omröstningen med 1 Ja mot 4 Nej." END);
        Meeting *meeting = fixture_meeting(text->str);
        g_autofree char *votes = votes_as_text(fixture_item(meeting, 1));
        assert_string_equal(votes, words == 1 ? "3-2--1; 1-4--1" : "3-2--1");
        assert_int_equal(fixture_has_note(meeting, NOTE_VOTE_UNCLEAR), words > 1);
        meeting_free(meeting);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_forms),
        cmocka_unit_test(test_surnames_first),
        cmocka_unit_test(test_lists_behind_items),
        cmocka_unit_test(test_meanings),
        cmocka_unit_test(test_orders_before_results),
        cmocka_unit_test(test_endless_sentence),
        cmocka_unit_test(test_ties),
        cmocka_unit_test(test_voters_present),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
