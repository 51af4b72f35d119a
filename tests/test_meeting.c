/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of the meeting: headings of items, heads, sections, attendance, motions, votes and positions. */
#include "meeting_fixture.h"

/* Two more items, so that the rest is minutes. */
#define AROUND(lines) "# Protokoll\n# § 11 Upprop\nNärvaron antecknas.\n" lines "\n# § 14 Avslutning\nSlut."

static const char *numbers_of(const Meeting *meeting, GString *numbers)
{
    for (guint i = 0; meeting->items && i < meeting->items->len; i++)
        g_string_append_printf(numbers, "%s%s", i ? " " : "", g_array_index(meeting->items, Item, i).number);
    return numbers->str;
}

/* Which lines are headings of items. */
static void test_item_headings(void **state)
{
    static const struct {
        const char *lines, *numbers;
    } cases[] = {
        {"# § 1 Upprop\nText.\n# § 2 Val\nText.", "1 2"},
        {"# KS § 1 Upprop\nText.\n# KS § 2 Val\nText.", "1 2"},
        {"# 1 § Upprop\nText.\n# 2 § Val\nText.", "1 2"},
        {"# § 3 a Upprop\nText.\n# § 3 b Val\nText.\n# § 4 Slut\nText.", "3 a 3 b 4"},
        {"# § RS 1/24 Upprop\nText.\n# § RS 2/24 Val\nText.", "1 2"},
        {"# Paragraf 1 Upprop\nText.\n# Paragraf 2 Val\nText.", "1 2"},
        {"# Protokoll\n# Ärende 1. Upprop\nText.\n# Ärende 2. Val\nText.\n# Ärende 4. Slut\nText.", "1 2 4"},
        /* running text, a quoted earlier treatment, a statute */
        {"# § 1 Upprop\nEnligt § 2 i reglementet.\n§ 2 kommunallagen gäller.\n# § 2 Val\nText.", "1 2"},
        {"# § 1 Upprop\nKommunstyrelsen 2024-01-05 § 77\n# § 2 Val\nKS § 12 Dnr KS 2024/5\n# § 3 Slut\nText.",
         "1 2 3"},
        /* a table of contents */
        {"§ 1 Upprop ........ 3\n§ 2 Val ........ 4\n# § 1 Upprop\nText.\n# § 2 Val\nText.", "1 2"},
        {"§ 1 Upprop\n§ 2 Val\n= # § 1 Upprop\nText.\n# § 2 Val\nText.", "1 2"},
        /* out of order, and repeated on a new page */
        {"# § 1 Upprop\nText.\n# § 4 Brådskande\nText.\n# § 2 Val\nText.\n# § 3 Slut\nText.", "1 4 2 3"},
        {"# § 1 Upprop\nText.\n= # § 1 Upprop\nMer.\n# § 2 Val\nText.", "1 2"},
        {"# § 1 Upprop\nText.\n= # § 1 forts.\nMer.\n# § 2 Val\nText.", "1 2"},
        {"# § 1 Upprop\nText.\n= # § 1 Upprop av alla (forts.)\nMer.\n# § 2 Val\nText.", "1 2"},
        /* an attachment with § of its own */
        {"# § 1 Upprop\nText.\n# § 2 Val\nText.\n= # Bilaga 1 Protokoll\n# § 1 Annat\nText.\n# § 7 "
         "Mer\nText.",
         "1 2"},
    };

    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        Meeting *meeting = fixture_meeting(cases[i].lines);
        g_autoptr(GString) numbers = g_string_new(NULL);
        assert_string_equal(numbers_of(meeting, numbers), cases[i].numbers);
        assert_false(fixture_has_note(meeting, NOTE_WORDS_LOST));
        assert_false(fixture_has_note(meeting, NOTE_WORDS_ADDED));
        meeting_free(meeting);
    }
}

/* Title and register number, wherever they stand. */
static void test_item_heads(void **state)
{
    static const struct {
        const char *lines, *title, *number;
    } cases[] = {
        {"# § 12 Nattbussar", "Nattbussar", NULL},
        {"# § 12 Dnr KS 2024/17\n# Nattbussar", "Nattbussar", "KS 2024/17"},
        {"# § 12 0220/23\n# Nattbussar", "Nattbussar", "0220/23"},
        {"# § 12 Nattbussar i\n#+ hela länet\nDnr KS 2024/17", "Nattbussar i hela länet", "KS 2024/17"},
        {"# § 12 Nattbussar KS 2024/17", "Nattbussar", "KS 2024/17"},
        {"# § 12 – Nattbussar\nDnr 1.3.2-2024-17", "Nattbussar", "1.3.2-2024-17"},
        {"# § 12 Nattbussar (TN 2024/00017)", "Nattbussar", "TN 2024/00017"},
        {"# § 12 Nattbussar\nDiarienummer: 24KSN17", "Nattbussar", "24KSN17"},
        {"# § 12 Nattbussar\nTN 25-2024", "Nattbussar", "TN 25-2024"},
        {"Dnr TN 2024/17\n# § 12 Nattbussar", "Nattbussar", "TN 2024/17"},
        {"| § 12|Dnr 2024-00017\n# Nattbussar", "Nattbussar", "2024-00017"},
        {"# § 12\n# Dnr 2024-00017 042\n# Nattbussar", "Nattbussar", "2024-00017 042"},
        {"# § 12 00322/2026 2.6.1\n# Nattbussar", "Nattbussar", "00322/2026 2.6.1"},
        {"# § 12 Nattbussar\nDiarienummer TN24/00112", "Nattbussar", "TN24/00112"},
        {"# § 12 Nattbussar\n231/12.06.01/2024", "Nattbussar", "231/12.06.01/2024"},
        {"# § 12 Nattbussar (Ks/2024:901)", "Nattbussar", "Ks/2024:901"},
        {"# § 12\n# Dnr XYZ\n# 042\n# Nattbussar", "Nattbussar", "XYZ"},
        {"# § 12\n# Information\n## Beslut", "Information", NULL},
        {"# § 12\n# Information\nText.", "Information", NULL},
        /* years, a betänkande and days are no register numbers */
        {"# § 12 Plan för åren 2025-2028", "Plan för åren 2025-2028", NULL},
        {"# § 12 Yttrande över betänkandet (SOU 2024:72)", "Yttrande över betänkandet (SOU 2024:72)", NULL},
        {"# § 12 Protokoll TNAU 2024-01-10", "Protokoll TNAU 2024-01-10", NULL},
    };

    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *lines = g_strdup_printf(AROUND("%s\n## Beslut\nBussarna går."), cases[i].lines);
        Meeting *meeting = fixture_meeting(lines);
        const Item *item = fixture_item(meeting, 1);
        assert_string_equal(item->number, "12");
        assert_string_equal(item->title.value, cases[i].title);
        assert_int_equal(item->case_numbers ? item->case_numbers->len : 0, cases[i].number ? 1 : 0);
        if (cases[i].number)
            assert_string_equal(g_array_index(item->case_numbers, Fact, 0).value, cases[i].number);
        meeting_free(meeting);
    }
}

/* Sections as "kind heading", joined. */
static void test_sections(void **state)
{
    static const struct {
        const char *lines, *sections;
    } cases[] = {
        {"## Beslut\nJa.\n## Bakgrund\nText.", "beslut:Beslut bakgrund:Bakgrund"},
        {"Text.\n## Beslut\nJa.", "annat: beslut:Beslut"},
        {"## TRAFIKNÄMNDENS BESLUT\nJa.", "beslut:TRAFIKNÄMNDENS BESLUT"},
        {"## Beslut\nJa.\n## Så går bussarna\nText.", "beslut:Beslut annat:Så går bussarna"},
        {"Beslut: Ärendet utgår.", "beslut:Beslut"},
        {"| Beslut|Ärendet utgår.", "beslut:Beslut"},
        {"Bakgrund: Text.\nReservation: Bo Ek (C).", "bakgrund:Bakgrund reservationer:Reservation"},
        {"Nämnden beslutar\natt anta planen.\nUppföljning: Sker i mars.", "beslut:"},
        {"## Beslut\nJa.\nEkonomi: Ramen höjs.", "beslut:Beslut"},
        {"Ett ärende tillkommer.\nNämnden beslutar\natt fastställa listan.", "annat: beslut:"},
        {"Nämnden beslutar att fastställa listan.", "beslut:"},
        /* plain headings, of which one names the body: no proposal decides, nor what leads in */
        {"Förslag till beslut\nText.\nNämnden beslutar\natt anta planen.",
         "forslag:Förslag till beslut beslut:Nämnden beslutar"},
        {"Förslag till beslut\nNämnden beslutar\natt anta planen.", "forslag:Förslag till beslut"},
        {"Förslag till beslut\nVi föreslår att\nNämnden beslutar\natt gå.", "forslag:Förslag till beslut"},
        {"Beslut\nNämnden beslutar\natt anta planen.", "beslut:Beslut"},
        {"## Propositionsordning 2\nText.", "propositionsordning:Propositionsordning 2"},
        {"## Nämnden beslutar för egen del\nJa.", "beslut:Nämnden beslutar för egen del"},
        /* the title said again on the next page */
        {"## Beslut\nEtt.\n= ## Nattbussar\nTvå.", "beslut:Beslut"},
        /* prose that says by itself what it is */
        {"Text.\nBo Ek (C) yrkar bifall till förslaget.\nOrdföranden finner att förslaget "
         "bifalles.\nNämnden beslutar:\natt anta planen.\nBo Ek (C) reserverar sig mot beslutet.\nBeslutet "
         "expedieras till: Alla",
         "annat: yrkanden: propositionsordning: beslut: reservationer: delges:Beslutet expedieras till"},
        {"Kommunstyrelsen föreslår fullmäktige besluta\natt anta planen.\nNämnden beslutar\natt avslå "
         "planen.",
         "beredning: beslut:"},
        /* several bodies, one after the other: the last is this one */
        {"Stadsstyrelsen 5.6.2024, 186 §\n## Förslag\nText.\n## Beslut\nEnligt förslaget.\nStadsfullmäktige "
         "17.6.2024, 12 "
         "§\n## Beslut\nJa.",
         "beredning:Stadsstyrelsen 5.6.2024, 186 § beredning:Förslag beredning:Beslut annat:Stadsfullmäktige "
         "17.6.2024, "
         "12 § beslut:Beslut"},
        {"## Beslut\nAtt anta planen.\nBo Ek (C) reserverar sig mot beslutet.\nParagrafen förklaras "
         "omedelbart "
         "justerad.",
         "beslut:Beslut reservationer: justering:"},
    };

    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *lines = g_strdup_printf(AROUND("# § 12 Nattbussar\n%s"), cases[i].lines);
        Meeting *meeting = fixture_meeting(lines);
        const Item *item = fixture_item(meeting, 1);
        g_autoptr(GString) got = g_string_new(NULL);
        for (guint s = 0; item->sections && s < item->sections->len; s++) {
            const Section *section = &g_array_index(item->sections, Section, s);
            g_string_append_printf(got, "%s%s:%s", s ? " " : "", meeting_section_names[section->kind],
                                   section->heading ? section->heading : "");
        }
        assert_string_equal(got->str, cases[i].sections);
        assert_false(fixture_has_note(meeting, NOTE_WORDS_LOST));
        meeting_free(meeting);
    }
}

/* What stands above the number of the next item is no part of the decision before it, and the heading that
 * the item goes on under stays in its place as a heading, which decides nothing. */
static void test_lines_between_items(void **state)
{
    (void)state;
    Meeting *meeting =
        fixture_meeting("# Protokoll\nÄrende 1.\n# § 1 Upprop\n## Beslut\nEtt.\n= # § 1 forts.\nTvå.\n"
                        "Ärende 2.\n# § 2 Val\n## Beslut\nTre.");
    const Item *item = fixture_item(meeting, 0);
    assert_int_equal(item->sections->len, 1);
    const GArray *blocks = g_array_index(item->sections, Section, 0).blocks;
    assert_int_equal(blocks->len, 4);
    assert_int_equal(g_array_index(blocks, Block, 2).kind, BLOCK_HEADING);
    assert_string_equal(fixture_item(meeting, 1)->title.value, "Val");
    assert_false(fixture_has_note(meeting, NOTE_WORDS_LOST));
    meeting_free(meeting);
}

/* Only the body that met decides in its minutes. */
static void test_decision_of_another_body(void **state)
{
    (void)state;
    Meeting *meeting = fixture_meeting(
        "# Protokoll\n# Trafiknämnden\n# § 1 Upprop\nText.\n# § 2 Nattbussar\n"
        "## Kommunstyrelsens beslut\nRemissen sänds vidare.\n## Trafiknämndens beslut\nBussarna går.");
    const Item *item = fixture_item(meeting, 1);
    assert_int_equal(g_array_index(item->sections, Section, 0).kind, SECTION_PREPARATION);
    assert_int_equal(g_array_index(item->sections, Section, 1).kind, SECTION_DECISION);
    meeting_free(meeting);
}

/* Lines of the attendance list as group/name/party/role/stands for/remark. */
static void test_attendance(void **state)
{
    static const struct {
        const char *lines, *attendees;
    } cases[] = {
        {"## Ledamöter\nAnna Berg (S), ordförande\nBo Ek (M) 1:e vice ordförande, ej 21/3",
         "ledamot/Anna Berg/S/ordförande// ledamot/Bo Ek/M/1:e vice ordförande//ej 21/3"},
        {"## Tjänstgörande ersättare\nCia Dal (C) för Bo Ek (C)\nDan Fors (V) ersätter Eva Gran (V), §§ "
         "12–14",
         "tjanstgorande_ersattare/Cia Dal/C//Bo Ek/ tjanstgorande_ersattare/Dan Fors/V//Eva Gran/§§ 12–14"},
        {"| Beslutande|Anna Berg (S), ordförande Bo Ek (M)",
         "ledamot/Anna Berg/S/ordförande// ledamot/Bo Ek/M///"},
        {"Ersättare: Anna Berg (S), Bo Ek (-)", "ersattare/Anna Berg/S/// ersattare/Bo Ek////"},
        {"## Tjänstepersoner\n| Anna Berg|Nämndsekreterare", "tjansteperson/Anna Berg//Nämndsekreterare//"},
        {"## Övriga närvarande\nAnna Berg, kanslist, § 12", "ovrig/Anna Berg//kanslist//§ 12"},
        {"## Beslutande\n[X] Berg Anna, ordförande\n[ ] Ek Bo", "ledamot/Berg Anna//ordförande//"},
        {"## Övriga\nAnna Berg, kanslist, Bo Ek, jurist",
         "ovrig/Anna Berg//kanslist// ovrig/Bo Ek//jurist//"},
        {"## Ledamöter\nAnna Berg (S), vice ordförande §§ 1–4",
         "ledamot/Anna Berg/S/vice ordförande//§§ 1–4"},
        {"## Ledamöter\nVakant (M)\nAnna Berg (S)", "ledamot/Anna Berg/S///"},
        {"## Ledamöter\nAnna Berg (S), tjänstgörande ersättare\n## Frånvarande\nBo Ek (S), ersätts av Anna "
         "Berg (S)",
         "tjanstgorande_ersattare/Anna Berg/S//Bo Ek/"},
        {"## Ledamöter\nAnna Berg (S)\nPlats: Stadshuset\nBo Ek (M)", "ledamot/Anna Berg/S///"},
    };

    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *lines =
            g_strdup_printf("# Protokoll\n%s\n# § 1 Upprop\nText.\n# § 2 Val\nText.", cases[i].lines);
        Meeting *meeting = fixture_meeting(lines);
        g_autoptr(GString) got = g_string_new(NULL);
        for (guint a = 0; meeting->attendance && a < meeting->attendance->len; a++) {
            const Attendee *attendee = &g_array_index(meeting->attendance, Attendee, a);
            const char *parts[] = {attendee->person.name, attendee->person.party, attendee->role,
                                   attendee->stands_for, attendee->remark};
            g_string_append_printf(got, "%s%s", a ? " " : "", meeting_group_names[attendee->group]);
            for (gsize p = 0; p < G_N_ELEMENTS(parts); p++)
                g_string_append_printf(got, "/%s", parts[p] ? parts[p] : "");
        }
        assert_string_equal(got->str, cases[i].attendees);
        meeting_free(meeting);
    }
}

/* Motions as "name kind", in order. */
static void test_motions(void **state)
{
    static const char *const kinds[] = {"bifall",  "avslag",     "tillägg",
                                        "ändring", "återremiss", "bordläggning"};
    static const struct {
        const char *lines, *motions;
    } cases[] = {
        {"Anna Berg (S) och Bo Ek (M) yrkar bifall till motionen.", "Anna Berg bifall, Bo Ek bifall"},
        {"Anna Berg (S) yrkar bifall till A och avslag på B.", "Anna Berg bifall, Anna Berg avslag"},
        {"Anna Berg (S) yrkar avslag. Bo Ek (M) tillstyrker Anna Bergs yrkande.",
         "Anna Berg avslag, Bo Ek bifall"},
        {"Anna Berg (S) yrkar, med instämmande av Bo Ek (M), att ärendet återremitteras.",
         "Anna Berg återremiss, Bo Ek återremiss"},
        {"Anna Berg (S) yrkar avslag på motionen. Bo Ek (M) instämmer i yrkandet.",
         "Anna Berg avslag, Bo Ek avslag"},
        {"Bo Ek (M) föreslår att motionen bifalls.", "Bo Ek bifall"},
        {"Vidare yrkar Anna Berg (S) bifall till motionen.", "Anna Berg bifall"},
        {"Anna Berg (S) yrkar bifall till A. Anna Berg (S) yrkar bifall till B.", "Anna Berg bifall"},
        {"Ledamöterna från S yrkar bifall till motionen.", ""},
        {"Anna Berg (S), med instämmande av Bo Ek (M): bifall till förslaget.\nCia Dal (SD): avslag på "
         "ansökan.",
         "Anna Berg bifall, Bo Ek bifall, Cia Dal avslag"},
    };

    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *lines =
            g_strdup_printf(AROUND("# § 12 Nattbussar\n## Yrkanden\n%s"), cases[i].lines);
        Meeting *meeting = fixture_meeting(lines);
        const Item *item = fixture_item(meeting, 1);
        g_autoptr(GString) got = g_string_new(NULL);
        for (guint m = 0; item->motions && m < item->motions->len; m++) {
            const Motion *motion = &g_array_index(item->motions, Motion, m);
            g_string_append_printf(got, "%s%s %s", m ? ", " : "", motion->person.name, kinds[motion->kind]);
        }
        assert_string_equal(got->str, cases[i].motions);
        assert_true(got->len > 0 || fixture_has_note(meeting, NOTE_MOTION_UNCLEAR));
        meeting_free(meeting);
    }
}

/* Votes as "yes-no-abstain/names voting yes, no, abstaining/what Ja and Nej stand for". */
static void test_votes(void **state)
{
    static const struct {
        const char *lines, *votes;
    } cases[] = {
        {"Godkänd voteringsproposition: ”Ja för avslag och Nej för bifall till motionen.”\n"
         "Anna Berg (S), Bo Ek (M) och tjänstgörande ersättaren Cia Dal (V) röstar Ja (3). Dan Fors (L) "
         "röstar Nej (1). "
         "Eva Gran (C) avstår från att rösta (1).",
         "3-1-1/3 1 1/avslag/bifall till motionen"},
        {"Omröstningen utfaller med 48 Ja mot 19 Nej. 14 ledamöter avstår från att rösta.",
         "48-19-14/0 0 0/-/-"},
        {"Omröstningen utfaller med 2 ja-röster, 1 nej-röst och 1 avstår.\nJa-röster ges av:\nAnna Berg (S) "
         "och Bo Ek (M).\n"
         "Nej-röster ges av:\nCia Dal (V).\nAvstår:\nDan Fors (L)",
         "2-1-1/2 1 1/-/-"},
        {"Den som vill bifalla motionen röstar ja. Den som vill avslå den röstar nej.\n"
         "Med 1 ja-röst mot 2 nej-röster avslås motionen.\nAnna Berg (S) – Ja\nBo Ek (M) – Nej\nCia Dal (V) "
         "– Nej",
         "1-2--1/1 2 0/bifalla motionen/avslå den"},
        {"Ja-röst för avslag\nNej-röst för bifall\nMed 6 ja-röster mot 5 nej-röster avslås motionen.",
         "6-5--1/0 0 0/avslag/bifall"},
        {"Nej-röst innebär bifall till motionen. Ja-röst innebär avslag på motionen.\nJa-röster: "
         "6\nNej-röster: 5",
         "6-5--1/0 0 0/avslag på motionen/bifall till motionen"},
        {"sju ledamöter röstar JA och sex ledamöter röstar NEJ", "7-6--1/0 0 0/-/-"},
        {"Omröstningen utfaller med 5 Ja mot 4 Nej.\n## Omröstning\nOmröstningen utfaller med 6 Ja mot 3 "
         "Nej.",
         "5-4--1/0 0 0/-/- 6-3--1/0 0 0/-/-"},
        {"Omröstningen utfaller med 1 Ja mot 1 Nej. Hur var och en röstar framgår av bilaga 1.",
         "1-1--1/1 1 0/-/-"},
    };

    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *lines = g_strdup_printf(
            AROUND("# § 12 Nattbussar\n## Omröstning\n%s") "\n= # Bilaga 1 Lista\n| Namn|Parti|Resultat\n"
                                                           "Anna Berg S 22 Ledamot Ja\nBo Ek NyD 23 "
                                                           "Ersättare Nej\nSumma 2",
            cases[i].lines);
        Meeting *meeting = fixture_meeting(lines);
        const Item *item = fixture_item(meeting, 1);
        g_autoptr(GString) got = g_string_new(NULL);
        for (guint v = 0; item->votes && v < item->votes->len; v++) {
            const Vote *vote = &g_array_index(item->votes, Vote, v);
            int counts[4] = {0};
            for (guint b = 0; vote->ballots && b < vote->ballots->len; b++)
                counts[g_array_index(vote->ballots, Ballot, b).choice]++;
            g_string_append_printf(got, "%s%d-%d-%d/%d %d %d/%s/%s", v ? " " : "", vote->yes, vote->no,
                                   vote->abstain, counts[0], counts[1], counts[2],
                                   vote->yes_means ? vote->yes_means : "-",
                                   vote->no_means ? vote->no_means : "-");
        }
        assert_string_equal(got->str, cases[i].votes);
        assert_false(fixture_has_note(meeting, NOTE_VOTE_DIFFERS));
        meeting_free(meeting);
    }
}

static void test_vote_that_differs(void **state)
{
    (void)state;
    Meeting *meeting =
        fixture_meeting(AROUND("# § 12 Nattbussar\n## Omröstning\nAnna Berg (S) röstar Ja (2)."));
    assert_true(fixture_has_note(meeting, NOTE_VOTE_DIFFERS));
    assert_false(g_array_index(fixture_item(meeting, 1)->votes, Vote, 0).checked);
    meeting_free(meeting);
}

static const char *names_of(const GArray *persons, GString *names)
{
    for (guint i = 0; persons && i < persons->len; i++)
        g_string_append_printf(names, "%s%s", i ? ", " : "", g_array_index(persons, Person, i).name);
    return names->str;
}

/* Who reserved themselves, and who did not take part. */
static void test_positions(void **state)
{
    static const struct {
        const char *lines, *reserved, *absent;
    } cases[] = {
        {"## Reservation\nAnna Berg (S) och Bo Ek (M) reserverar sig mot beslutet.", "Anna Berg, Bo Ek", ""},
        {"## Reservation\nAnna Berg (S) reserverar sig till förmån för eget yrkande samt Bo Ek (M).",
         "Anna Berg, Bo Ek", ""},
        {"## Reservationer\nAnna Berg (S)\nBo Ek (M)", "Anna Berg, Bo Ek", ""},
        {"## Deltar ej i beslutet\nAnna Berg deltar ej i beslutet.", "", "Anna Berg"},
        {"## Jäv\nAnna Berg (S) deltar inte i handläggningen på grund av jäv.", "", "Anna Berg"},
        {"## Beslut\nAnna Berg (S) anmäler jäv och deltar inte i ärendet.", "", "Anna Berg"},
        /* parties, conditions, and what an earlier body did, name nobody here */
        {"## Reservation\nLedamöterna från S och V reserverar sig mot beslutet.", "", ""},
        {"## Yrkanden\nAnna Berg (S) deltar inte i beslutet för det fall yrkandet faller.", "", ""},
        {"## Beredning\nAnna Berg (S) avstod från att delta i beslutet.", "", ""},
    };

    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *lines = g_strdup_printf(AROUND("# § 12 Nattbussar\n%s"), cases[i].lines);
        Meeting *meeting = fixture_meeting(lines);
        const Item *item = fixture_item(meeting, 1);
        g_autoptr(GString) reserved = g_string_new(NULL), absent = g_string_new(NULL);
        assert_string_equal(names_of(item->reservations, reserved), cases[i].reserved);
        assert_string_equal(names_of(item->not_taking_part, absent), cases[i].absent);
        meeting_free(meeting);
    }
}

static void test_adjusters(void **state)
{
    static const struct {
        const char *lines, *names;
    } cases[] = {
        {"| Justerare|Anna Berg (S)\n# § 1 Upprop\nText.", "Anna Berg"},
        {"| Justerare|Anna Berg (S), Bo Ek (M) (ersättare)\n# § 1 Upprop\nText.", "Anna Berg"},
        {"| Utses att justera|Anna Berg (ers. Bo Ek)\n# § 1 Upprop\nText.", "Anna Berg"},
        {"Justeras\n| Ordförande|Cia Dal (V)\n| Justerare|Anna Berg (S)\n# § 1 Upprop\nText.", "Anna Berg"},
        {"# § 1 Val av justerare\nBo Ek (M) utses att justera protokollet.", "Bo Ek"},
        {"# § 1 Anmälan av protokollsjustering\nProtokollet är justerat av Bo Ek (M).", ""},
        {"# § 1 Val av justerare\nNämnden beslutar\natt utse Bo Ek (M) att jämte ordföranden justera "
         "protokollet.",
         "Bo Ek"},
        {"# § 1 Val av justerare\n## Beslut\nBo Ek (M) justerar protokollet med ordföranden Anna Berg (S).",
         "Bo Ek"},
        {"# § 1 Justering\n## Beslut\nBo Ek (M) utses med Cia Dal (V) som ersättare att justera protokollet.",
         "Bo Ek, Cia Dal"},
    };

    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *lines = g_strdup_printf("# Protokoll\n%s\n# § 2 Slut\nText.", cases[i].lines);
        Meeting *meeting = fixture_meeting(lines);
        g_autoptr(GString) names = g_string_new(NULL);
        for (guint a = 0; meeting->adjusters && a < meeting->adjusters->len; a++)
            g_string_append_printf(names, "%s%s", a ? ", " : "",
                                   g_array_index(meeting->adjusters, Fact, a).value);
        assert_string_equal(names->str, cases[i].names);
        meeting_free(meeting);
    }
}

/* What the front page says of the meeting, as "principal/body/day/start/end/place/chair/secretary". */
static void test_front(void **state)
{
    static const struct {
        const char *lines, *facts;
    } cases[] = {
        {"Ekeby kommun\n# TRAFIKNÄMNDEN\n| Plats och tid|Stadshuset, sal A, tisdagen den 4 mars 2025, kl. "
         "13.00-15.45",
         "Ekeby kommun/Trafiknämnden/2025-03-04/13:00/15:45/Stadshuset, sal A/-/-"},
        {"Region Mellanskog\nHälso- och sjukvårdsnämnden\nTid: 2025-03-04 kl. 9.05\nPlats: Sal A",
         "Region Mellanskog/Hälso- och sjukvårdsnämnden/2025-03-04/09:05/-/Sal A/-/-"},
        {"Trafiknämnden\nTorsdagen den 3 april 2025 kl 13:15\nOrdförande Anna Berg\nSekreterare: Bo Ek",
         "-/Trafiknämnden/2025-04-03/13:15/-/-/Anna Berg/Bo Ek"},
        /* a name of two words; a heading below a label is no value */
        {"Byggnadsnämnden\nDen 3 april 2025 i Motala Strands kommun\nMotala Strands kommun har "
         "kallat.\nPlats\nLedamöter\n"
         "Sal A",
         "Motala Strands kommun/Byggnadsnämnden/2025-04-03/-/-/-/-/-"},
        /* no label at all */
        {"Trafiknämnden\nTorsdagen den 3 april 2025 kl. 13:15–15:00, Rådhusets sal B",
         "-/Trafiknämnden/2025-04-03/13:15/15:00/Rådhusets sal B/-/-"},
        {"Trafiknämnden\nfört vid trafiknämndens sammanträde den 3 april 2025, klockan 13.15–15.00 i "
         "Tekniska huset, Torget 4",
         "-/Trafiknämnden/2025-04-03/13:15/15:00/Tekniska huset, Torget 4/-/-"},
        /* the place after the hours */
        {"Byggnadsnämnden\nTid och plats: Torsdagen den 18 september 2025 kl. 09:00-11:45, Stadshuset rum 3, "
         "paus "
         "10.00–10.15",
         "-/Byggnadsnämnden/2025-09-18/09:00/11:45/Stadshuset rum 3/-/-"},
        /* over two days, with a break, over midnight */
        {"Trafiknämnden\nTid: den 21 mars 2024 kl. 9.00–17.00 och den 22 mars 2024 kl. 9.00–15.30\nPlats: "
         "Sal A",
         "-/Trafiknämnden/2024-03-21/09:00/15:30/Sal A/-/-"},
        {"Trafiknämnden\nDatum: 2024-03-21--22\nTid: kl. 13.00–15.00, 16.00–00.45, ajournering 17.00–17.15",
         "-/Trafiknämnden/2024-03-21/13:00/00:45/-/-/-"},
        {"| Organ|Ungdomsrådet\n| Sammanträdestid|30.1.2023 kl. 16:15 – 18:35\n## Tjänstepersoner\nBo Ek, "
         "kanslist, "
         "Cia Dal, nämndsekreterare",
         "-/Ungdomsrådet/2023-01-30/16:15/18:35/-/-/Cia Dal"},
    };

    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *lines =
            g_strdup_printf("# Protokoll\n%s\n# § 1 Upprop\nText.\n# § 2 Val\nText.", cases[i].lines);
        Meeting *meeting = fixture_meeting(lines);
        const char *facts[] = {meeting->principal.value,
                               meeting->body.value,
                               meeting->dates ? g_array_index(meeting->dates, Fact, 0).value : NULL,
                               meeting->starts.value,
                               meeting->ends.value,
                               meeting->place.value,
                               meeting->chair.value,
                               meeting->secretary.value};
        g_autoptr(GString) got = g_string_new(NULL);
        for (gsize f = 0; f < G_N_ELEMENTS(facts); f++)
            g_string_append_printf(got, "%s%s", f ? "/" : "", facts[f] ? facts[f] : "-");
        assert_string_equal(got->str, cases[i].facts);
        meeting_free(meeting);
    }
}

/* Which kind of document it is. */
static void test_document_kinds(void **state)
{
    static const struct {
        const char *lines;
        DocumentKind kind;
    } cases[] = {
        {"# Protokoll\n# § 1 Upprop\nText.\n# § 2 Val\nText.", DOCUMENT_MINUTES},
        {"# Sammanfattning från trafiknämnden den 3 mars 2025\nText.\n## Nattbussar\nDe går.",
         DOCUMENT_SUMMARY},
        {"# Sammanfattning från trafiknämnden den 3 mars 2025\n## Nattbussar\nDe går.\n## Fler ärenden\n## § "
         "1 Upprop\n"
         "## § 2 Val",
         DOCUMENT_SUMMARY},
        {"# Protokoll\n1 Mötet öppnas\nText.", DOCUMENT_MINUTES},
        {"# Verksamhetsplan 2026\nText.\n## Mål\nText.", DOCUMENT_PLAN},
        {"# Svar på din fråga\nHej!\nDet avgörs enligt § 19 i planen.", DOCUMENT_UNKNOWN},
    };

    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        Meeting *meeting = fixture_meeting(cases[i].lines);
        assert_int_equal(meeting->kind, cases[i].kind);
        meeting_free(meeting);
    }
}

/* The items of a published summary, and those it only lists. */
static void test_published_summary(void **state)
{
    (void)state;
    Meeting *meeting =
        fixture_meeting("# Sammanfattning från trafiknämnden den 3 mars 2025\nText.\n## Nattbussar\nDe går.\n"
                        "## Fler ärenden som behandlades\n* Upprop\n* Val");
    assert_string_equal(meeting->body.value, "Trafiknämnden");
    assert_string_equal(g_array_index(meeting->dates, Fact, 0).value, "2025-03-03");
    assert_int_equal(meeting->items->len, 1);
    assert_string_equal(fixture_item(meeting, 0)->title.value, "Nattbussar");
    assert_int_equal(meeting->further->len, 2);
    assert_string_equal(g_array_index(meeting->further, Item, 0).title.value, "Upprop");
    assert_false(fixture_has_note(meeting, NOTE_WORDS_LOST));
    meeting_free(meeting);
}

/* Minutes of which no item is found say so. */
static void test_no_items(void **state)
{
    (void)state;
    Meeting *meeting = fixture_meeting("# Protokoll\nNämnden 2025-03-04\nPunkt a. Budget.");
    assert_int_equal(meeting->kind, DOCUMENT_MINUTES);
    assert_true(fixture_has_note(meeting, NOTE_ITEMS_MISSING));
    meeting_free(meeting);
    meeting = fixture_meeting("# Protokoll\n# § 28/24\n# Budget\nText.\n# § 29/24\n# Val\nText.");
    assert_false(fixture_has_note(meeting, NOTE_ITEMS_MISSING));
    assert_string_equal(fixture_item(meeting, 0)->number, "28");
    assert_string_equal(fixture_item(meeting, 0)->title.value, "Budget");
    meeting_free(meeting);
}

/* Signatures after the last item are none of its text. */
static void test_closing(void **state)
{
    (void)state;
    Meeting *meeting =
        fixture_meeting("# Protokoll\n# § 1 Upprop\nText.\n# § 2 Val\n## Delges\nNämndsekreteraren\n"
                        "Vid protokollet\nAnna Berg\nJusteras\nBo Ek\nOrdförande");
    assert_int_equal(meeting->closing->len, 5);
    assert_string_equal(meeting->secretary.value, "Anna Berg");
    assert_string_equal(meeting->chair.value, "Bo Ek");
    meeting_free(meeting);
}

/* What was made is what is read back. */
static void test_xml_round_trip(void **state)
{
    (void)state;
    Meeting *meeting =
        fixture_meeting(AROUND("# § 12 Nattbussar\n## Yrkanden\nAnna Berg (S) yrkar bifall.\n## Omröstning\n"
                               "Anna Berg (S) röstar Ja (1).\n## Beslut\n* Bussarna går."));
    gsize length, again_length;
    xmlDoc *doc = meeting_to_xml(meeting);
    g_autofree char *bytes = xml_write(doc, &length);
    g_autoptr(GError) error = NULL;
    Meeting *again = meeting_from_xml(doc, &error);
    assert_non_null(again);
    xmlDoc *again_doc = meeting_to_xml(again);
    g_autofree char *again_bytes = xml_write(again_doc, &again_length);
    assert_string_equal(again_bytes, bytes);
    xml_free(doc);
    xml_free(again_doc);
    meeting_free(again);
    meeting_free(meeting);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_item_headings),  cmocka_unit_test(test_item_heads),
        cmocka_unit_test(test_sections),       cmocka_unit_test(test_decision_of_another_body),
        cmocka_unit_test(test_attendance),     cmocka_unit_test(test_motions),
        cmocka_unit_test(test_votes),          cmocka_unit_test(test_vote_that_differs),
        cmocka_unit_test(test_positions),      cmocka_unit_test(test_adjusters),
        cmocka_unit_test(test_front),          cmocka_unit_test(test_lines_between_items),

        cmocka_unit_test(test_document_kinds), cmocka_unit_test(test_published_summary),
        cmocka_unit_test(test_closing),        cmocka_unit_test(test_no_items),
        cmocka_unit_test(test_xml_round_trip),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
