/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of outcomes: what the words of a decision settle, and what they leave open. */
#include "meeting_fixture.h"

/* The outcome of the item that `lines` make up: its name in XML, "" when it is left open. */
static void assert_outcome(const char *lines, const char *expected)
{
    g_autofree char *text = g_strconcat("# Protokoll\n# § 11 Upprop\nNärvaron antecknas.\n# § 12 ", lines,
                                        "\n# § 13 Avslutning\nSlut.", NULL);
    Meeting *meeting = fixture_meeting(text);
    const Item *item = fixture_item(meeting, 1);
    const char *name = meeting_outcome_names[item->outcome.kind];
    bool noted = fixture_has_note(meeting, NOTE_OUTCOME_UNSETTLED);

    if (strcmp(name, expected) != 0 || (*expected == '\0') != noted)
        print_error("%s\n-> %s by %s%s, not %s\n", lines, name, item->outcome.rule ? item->outcome.rule : "-",
                    noted ? " (noted)" : "", expected);
    assert_string_equal(name, expected);
    assert_string_equal(name, expected);
    assert_int_equal(noted, *expected == '\0');
    if (*expected != '\0') {
        assert_non_null(item->outcome.rule);
        assert_non_null(item->outcome.words);
        assert_int_equal(item->outcome.source.basis, BASIS_DERIVED);
    }
    meeting_free(meeting);
}

static void assert_outcomes(const char *title, const char *const cases[][2], gsize count)
{
    for (gsize i = 0; i < count; i++) {
        g_autofree char *lines = g_strconcat(title, "\n## Beslut\n", cases[i][0], NULL);
        assert_outcome(lines, cases[i][1]);
    }
}

/* A motion: what became of it, however the board puts it. */
static void test_motions(void **state)
{
    static const char *const cases[][2] = {
        {"Motionen avslås.", "avslag"},
        {"Enligt kommunstyrelsens förslag:\nMotionen avslås.", "avslag"},
        {"Den av Stina Hägg väckta motionen avslås.", "avslag"},
        {"Kommunfullmäktige avslår motionen.", "avslag"},
        {"Kommunfullmäktige beslutar att avslå motionen.", "avslag"},
        {"Kommunfullmäktige beslutar\n* att avslå motionen.", "avslag"},
        {"Kommunstyrelsen föreslår att kommunfullmäktige beslutar:\nMotionen avslås.", "avslag"},
        {"Kommunfullmäktige beslutar i enlighet med kommunstyrelsens förslag att avslå motionen.", "avslag"},
        {"Motionen, i enlighet med kommunstyrelsens förslag, avslås.", "avslag"},
        {"Kommunfullmäktige bifaller kommunstyrelsens förslag att avslå motionen.", "avslag"},
        {"Kommunfullmäktige beslutar att bifalla kommunstyrelsens förslag om att motionen avslås.", "avslag"},
        {"Kommunfullmäktige beslutar att inte bifalla motionen.", "avslag"},
        {"Motionen bifalls inte.", "avslag"},
        {"Kommunfullmäktige avslår återremissyrkandet om utredning och avslår motionen.", "avslag"},
        {"Efter votering avslås motionen med 20 röster mot 19.", "avslag"},
        {"Nämnden avstyrker motionen.", "avslag"},
        {"Fullmäktige förkastade motionen.", "avslag"},
        {"Motionen förkastas.", "avslag"},
        {"Motionen bifalls.", "bifall"},
        {"Kommunfullmäktige beslutar bifalla motionen.", "bifall"},
        {"Kommunfullmäktige avslår kommunstyrelsens förslag och bifaller motionen.", "bifall"},
        {"Nämnden tillstyrker motionen.", "bifall"},
        {"Motionen bifalls.\nFörvaltningen får i uppdrag att ta fram en plan.", "bifall"},
        {"Motionen anses besvarad.", "besvarad"},
        {"* att anse motionen besvarad med hänvisning till förvaltningens yttrande.", "besvarad"},
        {"Kommunfullmäktige beslutar att motionen ska anses vara besvarad.", "besvarad"},
        {"Motionen är därmed besvarad.", "besvarad"},
        {"Motionen bifalls delvis.", "delvis-bifall"},
        {"Motionens första att-sats bifalls.\nMotionens andra att-sats avslås.", "delvis-bifall"},
        {"* att bifalla motionens första att-sats, samt\n* att avslå motionen i övrigt.", "delvis-bifall"},
        {"* att bifalla motionens första att-sats\n* att anse motionen i övrigt besvarad.", "delvis-bifall"},
        {"Ärendet bordläggs.", "bordlaggning"},
        {"På förslag av Anna Berg (S):\nÄrendet bordläggs till sammanträdet den 3 maj 2025.", "bordlaggning"},
        {"Kommunstyrelsen beslutar att återremittera ärendet till förvaltningen.", "aterremiss"},
        {"Motionen återremitteras.", "aterremiss"},
        {"Ärendet utgår.", "utgar"},
        {"Motionen remitteras till kommunstyrelsen för beredning.", "overlamnat"},
        /* left open */
        {"Enligt kommunstyrelsens förslag.", ""},
        {"Kommunfullmäktige bifaller kommunstyrelsens förslag.", ""},
        {"Kommunfullmäktige avslår kommunstyrelsens förslag.", ""},
        {"Kommunfullmäktige avslår kommunstyrelsens förslag att motionen bifalls.", ""},
        {"Motionens första att-sats bifalls.", ""},
        {"Motionens första att-sats avslås.\nMotionens andra att-sats anses besvarad.", ""},
        {"Förvaltningen får i uppdrag att ta fram en plan.\nMotionen anses i övrigt besvarad.", ""},
        {"Motionen anses inte besvarad.", ""},
        {"Förvaltningen får i uppdrag att pröva frågan.", ""},
        {"Tilläggsyrkandet avslås.", ""},
        {"Om motionen avslås upphör uppdraget.", ""},
        {"Motionen bifalls.\nMotionen avslås.", ""},
        /* a proposal about the motion that is not followed */
        {"Kommunfullmäktige beslutar att avslå yrkandet om bifall till motionen.", ""},
        {"Kommunfullmäktige avslår yrkandet från Dan Falk (SD) och Bo Ek (M) om bifall till motionen.", ""},
        {"Kommunfullmäktige beslutar att avslå kommunstyrelsens förslag om avslag på motionen.", ""},
        {"Kommunfullmäktige beslutar om avslag på förslaget till bifall till motionen.", ""},
        {"Kommunfullmäktige beslutar att inte bifalla yrkandet om avslag på motionen.", ""},
        {"Kommunfullmäktige beslutar att inte godta förslaget att avslå motionen.", ""},
        {"Yrkandet att motionen bifalls faller.", ""},
        {"Inte heller denna motion bifalls.", ""},
        {"Utskottet avstår från att ta ställning. Förvaltningen har föreslagit att motionen bifalls.", ""},
        /* on a condition, or in part */
        {"Motionen bifalls om regeringen skjuter till medel.", ""},
        {"Motionen bifalls under förutsättning att medel anslås, annars avslås den.", ""},
        {"Motionen bifalls till viss del.", ""},
        {"Motionen bifalls i huvudsak.", ""},
        {"Motionen bifalls med undantag av tredje att-satsen.", ""},
    };

    (void)state;
    assert_outcomes("Motion av Stina Hägg (SD) om kameror vid hamnen", cases, G_N_ELEMENTS(cases));
    assert_outcomes("Svar på motion om kameror vid hamnen", cases, G_N_ELEMENTS(cases));
}

/* "bifall till kommunstyrelsens förslag": the proposal's words stand elsewhere. */
static void test_proposals(void **state)
{
    static const char *const cases[][2] = {
        {"Motion om bänkar\n## Kommunstyrelsens förslag\nMotionen avslås.\n## Beslut\nKommunfullmäktige "
         "bifaller "
         "kommunstyrelsens förslag.",
         "avslag"},
        {"Motion om bänkar\n## Tidigare behandling\nKommunstyrelsen föreslår att kommunfullmäktige beslutar "
         "att avslå "
         "motionen.\n## Beslut\nEnligt kommunstyrelsens förslag.",
         "avslag"},
        {"Motion om bänkar\n## Sammanfattning\nKommunstyrelsen har föreslagit att motionen bifalls.\n## "
         "Beslut\n"
         "Kommunfullmäktige beslutar enligt kommunstyrelsens förslag.",
         "bifall"},
        {"Motion om bänkar\n## Förslag till beslut\nMotionen anses besvarad.\n## Beslut\nEnligt förslaget.",
         "besvarad"},
        /* another's proposal */
        {"Motion om bänkar\n## Tidigare behandling\nTekniska nämnden föreslår att motionen bifalls.\n## "
         "Beslut\n"
         "Kommunfullmäktige bifaller kommunstyrelsens förslag.",
         ""},
        /* a motion at the meeting */
        {"Motion om bänkar\n## Yrkanden\nAnna Berg (S) yrkar avslag på motionen.\nBo Ek (M) yrkar bifall "
         "till "
         "motionen.\n## Beslut\nKommunfullmäktige beslutar bifalla Anna Bergs yrkande.",
         "avslag"},
        {"Motion om bänkar\n## Yrkanden\nAnna Berg (S) yrkar bifall till kommunstyrelsens förslag att avslå "
         "motionen.\n## Beslut\nKommunfullmäktige bifaller Anna Bergs (S) yrkande.",
         ""},
        {"Motion om bänkar\n## Yrkanden\nAnna Berg (S) yrkar avslag på motionen.\n## Beslut\n"
         "Kommunfullmäktige bifaller Anna Bergs (S) tilläggsyrkande.",
         ""},
    };

    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++)
        assert_outcome(cases[i][0], cases[i][1]);
}

static void test_other_petitions(void **state)
{
    static const char *const cases[][2] = {
        {"Medborgarförslag om en hundrastgård\n## Beslut\nMedborgarförslaget anses besvarat.", "besvarad"},
        {"Medborgarförslag om en hundrastgård\n## Beslut\nNämnden avslår medborgarförslaget.", "avslag"},
        {"Initiativärende om sommarresor\n## Beslut\nArbetsutskottet föreslår att nämnden beslutar att "
         "initiativärendet avslås.",
         "avslag"},
        {"Interpellation av Bo Ek (M) om lokaler\n## Beslut\nInterpellationen anses besvarad.", "besvarad"},
        {"Interpellation av Bo Ek (M) om lokaler\n## Beslut\nInterpellationen får ställas och besvaras vid "
         "nästa "
         "sammanträde.",
         ""},
        {"Yrkande från M och KD angående ljus\n## Beslut\nYrkandet från M och KD avslås.", "avslag"},
        {"Yrkande från M, D, L och KD angående ljus\n## Beslut\nYrkandet från M, D, L och KD avslås.",
         "avslag"},
        {"Yrkande från SD angående ljus\n## Beslut\nYrkandet från M och KD avslås.", ""},
        {"Hemställan från hamnbolaget om att överlämna kajen till annan nämnd\n## Beslut\nHemställan från "
         "hamnbolaget "
         "om att överlämna kajen till annan nämnd avslås.",
         "avslag"},
        {"Redovisning av motioner som ännu ej besvarats\n## Beslut\nRedovisning av motioner som ännu ej "
         "besvarats "
         "antecknas.",
         "noterat"},
    };

    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++)
        assert_outcome(cases[i][0], cases[i][1]);
}

static void test_other_items(void **state)
{
    static const char *const cases[][2] = {
        {"Delårsrapport\n## Beslut\nDelårsrapporten godkänns.", "godkant"},
        {"Delårsrapport\n## Beslut\nDelårsrapporten godkänns.\nFörvaltningen får i uppdrag att spara.",
         "godkant"},
        {"Delårsrapport\n## Beslut\nDelårsrapporten godkänns och överlämnas till regionstyrelsen.", ""},
        {"Årsredovisning 2024\n## Beslut\n* att godkänna årsredovisningen för 2024,\n* att avsätta 2 "
         "miljoner kronor,"
         "\n* att fastställa att balanskravet är uppfyllt.",
         "godkant"},
        {"Taxa för båtplatser\n## Beslut\nTaxa för båtplatser fastställs.\nBeslutet den 3 maj upphör att "
         "gälla.",
         "antaget"},
        {"Riktlinje för dagvatten\n## Beslut\nNämnden föreslår att kommunfullmäktige antar riktlinjen.",
         "antaget"},
        {"Plan för vägar\n## Beslut\nPlanen antas inte.", ""},
        {"Plan för vägar\n## Beslut\nNämnden beslutar enligt förslaget med undantag av punkt 2 som "
         "återremitteras.",
         ""},
        {"Ansvarsfrihet för styrelsen\n## Beslut\nAnsvarsfrihet vägras.", ""},
        {"Plan för vägar\n## Beslut\nNämnden beslutar att upphäva tidigare plan och anta ny plan för vägar.",
         "antaget"},
        {"Verksamhetsrapport\n## Beslut\nRedovisningen läggs till handlingarna.", "noterat"},
        {"Direktörens rapport\n## Beslut\nNämnden beslutar\n* att lägga informationen till handlingarna.",
         "noterat"},
        {"Protokoll från utskottet\n## Beslut\nAntecknas.", "noterat"},
        {"Budgetuppföljning\n## Beslut\nNämnden tackar för informationen.", "noterat"},
        {"Redovisning av uppdrag att utse en samordnare\n## Beslut\nRedovisning av uppdrag att utse en "
         "samordnare "
         "antecknas och förklaras fullgjort.",
         "noterat"},
        {"Delrapport av uppdrag om livsmedel\n## Beslut\nDelrapport av uppdraget, att nämnden får i uppdrag "
         "att inrätta en "
         "funktion, antecknas.",
         "noterat"},
        {"Uppdrag om livsmedel\n## Beslut\nFörvaltningen får i uppdrag att se till att planen antas.",
         "annat"},
        {"Val av ersättare i valnämnden\n## Beslut\nTill ersättare utses Hedvig Olofsson Trast (V).", "val"},
        {"Val av ombud\n## Beslut\nÄrendet bordläggs.", "bordlaggning"},
        {"Avsägelse från uppdrag i valnämnden\n## Beslut\nKommunfullmäktige godkänner avsägelsen.",
         "entledigande"},
        {"Begäran om entledigande från Bo Ek (M)\n## Beslut\nBo Ek (M) entledigas från uppdraget.", ""},
        {"Entledigande av ledamot\n## Beslut\nBo Ek (M) entledigas från uppdraget.", "entledigande"},
        {"Förbundets verksamhet 2024\n## Beslut\nStyrelsen beviljas ansvarsfrihet.", "ansvarsfrihet"},
        {"Remiss om skogsbruk\n## Beslut\nNämnden antar yttrandet som sitt eget.", "yttrande"},
        {"Yttrande över motion om nattbuss\n## Beslut\nNämnden avger förvaltningens förslag till yttrande.",
         "yttrande"},
        {"Remiss om skogsbruk\n## Beslut\nÄrendet överlämnas till nämnden.", "overlamnat"},
        {"Upphandling av skopor\n## Beslut\nÄrendet överlämnas till tekniska nämnden.", "overlamnat"},
        {"Upphandling av skopor - start och underlag\n## Beslut\nUpphandling av skopor startas.\nBeslut om "
         "underlag för "
         "upphandlingen överlämnas till nämnden.",
         ""},
        {"Försäljning av Ekdal 4:12\n## Beslut\n* att sälja fastigheten Ekdal 4:12,\n* att uppdra åt "
         "direktören att "
         "återkomma.",
         "annat"},
        {"Ny linje genom staden\n## Beslut\nLinje 4 trafikerar Hyttgatan.", ""},
        {"Ny nämnd\n## Beslut\nNämnden bifaller förvaltningens förslag.", "bifall"},
        {"Detaljplan för Lerkulla\n## Beslut\nÄrendet återremitteras till kommunstyrelsen för ny beredning.",
         "aterremiss"},
        {"Plan för vägar\n## Beslut\nPlanen antas.\nAnna Berg (S) reserverar sig mot att planen "
         "antas.\nParagrafen "
         "förklaras omedelbart justerad.",
         "antaget"},
    };

    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++)
        assert_outcome(cases[i][0], cases[i][1]);
}

/* What was moved at the meeting is not the draft that the item is about. */
static void test_moved(void **state)
{
    static const char *const cases[][2] = {
        {"Dan Falk (SD) yrkar avslag på förslaget.\n## Beslut\nNämnden bifaller Dan Falks (SD) yrkande.",
         "avslag"},
        {"Dan Falk (SD) yrkar återremiss.\n## Beslut\nNämnden bifaller Dan Falks (SD) yrkande.",
         "aterremiss"},
        {"Dan Falk (SD) yrkar bifall till förslaget.\n## Beslut\nNämnden bifaller Dan Falks (SD) yrkande.",
         "bifall"},
        {"Dan Falk (SD) yrkar bifall till förslaget att avslå förslaget.\n## Beslut\nNämnden bifaller Dan "
         "Falks (SD) "
         "förslag.",
         ""},
        {"Dan Falk (SD) yrkar att punkt 2 ändras.\n## Beslut\nNämnden bifaller Dan Falks (SD) yrkande.", ""},
        {"Anna Berg (S) yrkar bifall till förslaget.\n## Beslut\nNämnden avslår Anna Bergs (S) yrkande.", ""},
        {"Dan Falk (SD) yrkar återremiss.\n## Beslut\nNämnden bifaller yrkandet om återremiss.", ""},
        {"Dan Falk (SD) yrkar avslag.\n## Beslut\nNämnden bifaller förvaltningens förslag.", "bifall"},
    };

    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *lines = g_strconcat("Plan för vägar\n## Yrkanden\n", cases[i][0], NULL);
        assert_outcome(lines, cases[i][1]);
    }
}

/* Who the matter went to. */
static void test_receiver(void **state)
{
    (void)state;
    Meeting *meeting =
        fixture_meeting("# Protokoll\n# § 1 Upprop\nNärvaron antecknas.\n# § 2 Remiss om skogen\n## Beslut\n"
                        "Ärendet överlämnas till tekniska nämnden för beredning.\n# § 3 Slut\nSlut.");
    assert_string_equal(fixture_item(meeting, 1)->outcome.to, "tekniska nämnden");
    meeting_free(meeting);
}

/* The part of a motion, under a title that does not name it. */
static void test_parts_under_other_titles(void **state)
{
    static const char *const cases[][2] = {
        {"Motionen bifalls.", "bifall"},
        {"Motionen bifalls delvis.", "delvis-bifall"},
        {"Motionen bifalls till viss del.", ""},
        {"Medborgarförslaget avslås såvitt avser punkt 2.", ""},
    };

    (void)state;
    assert_outcomes("Cykelvägar", cases, G_N_ELEMENTS(cases));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_motions),     cmocka_unit_test(test_parts_under_other_titles),
        cmocka_unit_test(test_proposals),   cmocka_unit_test(test_other_petitions),
        cmocka_unit_test(test_other_items), cmocka_unit_test(test_moved),
        cmocka_unit_test(test_receiver),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
