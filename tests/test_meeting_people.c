/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of people and times: attendance, who took part in each item, conflicts, statements, adjustment. */
#include "meeting_fixture.h"

static char *values_of(const GArray *facts)
{
    GString *values = g_string_new(NULL);

    for (guint i = 0; facts && i < facts->len; i++)
        g_string_append_printf(values, "%s%s", i ? ", " : "", g_array_index(facts, Fact, i).value);
    return g_string_free(values, FALSE);
}

/* Each person as name/party/group/role/member replaced/remark. */
static char *attendance_of(const Meeting *meeting)
{
    static const char letters[] = "-LTEPO"; /* by AttendanceGroup */
    GString *list = g_string_new(NULL);

    for (guint i = 0; meeting->attendance && i < meeting->attendance->len; i++) {
        const Attendee *a = &g_array_index(meeting->attendance, Attendee, i);
        g_string_append_printf(list, "%s%s/%s/%c/%s/%s/%s", i ? "\n" : "", a->person.name,
                               a->person.party ? a->person.party : "", letters[a->group],
                               a->role ? a->role : "", a->stands_for ? a->stands_for : "",
                               a->remark ? a->remark : "");
    }
    return g_string_free(list, FALSE);
}

/* The forms of attendance lists; `unclear`: a line keeps a note. */
static void test_attendance_forms(void **state)
{
    static const struct {
        const char *front, *expected;
        bool unclear;
    } cases[] = {
        /* lower-case parties, groups as labels */
        {"| Beslutande|Eva Engd (c), ordförande\n| |Bo Ask (s)\n| Ej beslutande|Ulf Lind (m)\n| Utses att "
         "justera|Bo Ask",
         "Eva Engd/c/L/ordförande//\nBo Ask/s/L///\nUlf Lind/m/E///", false},
        /* a vacant seat, a group of nobody */
        {"## Beslutande ledamöter\nIda Staf, (C)\nVakant (M)\n## Ej beslutande ersättare\n---",
         "Ida Staf/C/L///", false},
        /* local party, no party, misprints */
        {"## Beslutande\nPer Nym (NP) §§ 11-12\nNils Ek (-)\nLisa Ask ((L)\nOla Bok (L,)",
         "Per Nym/NP/L///§§ 11-12\nNils Ek//L///\nLisa Ask/L/L///\nOla Bok/L/L///", false},
        /* surname first, names with small words */
        {"## Beslutande\nvon Essen-Berg Karl-Johan (M)\nBerg Anna (S), på distans",
         "von Essen-Berg Karl-Johan/M/L///\nBerg Anna/S/L///på distans", false},
        /* a name, and a party, broken over lines */
        {"## Beslutande\nRik Hans (C) ersätter Heinrich\nKaufmann (C)\nAnn Sam Björk\n(KD), ordförande",
         "Rik Hans/C/T//Heinrich Kaufmann/\nAnn Sam Björk/KD/L/ordförande//", false},
        /* substitutes: for whom before and after the § */
        {"## Ledamöter\nAnna Berg (S) §§ 11-12\n## Tjänstgörande ersättare\nDan Ask (S) § 13 för Anna Berg "
         "(S)\n"
         "Eva Fors (M) för Bo Ek (M), §§ 12–13\nUlf Lind (C) ersätter Cia Dahl (C) § 11 på grund av jäv",
         "Anna Berg/S/L///§§ 11-12\nDan Ask/S/T//Anna Berg/§ 13\nEva Fors/M/T//Bo Ek/§§ 12–13\n"
         "Ulf Lind/C/T//Cia Dahl/§ 11 på grund av jäv",
         false},
        {"| Ledamöter|Anna Berg (S)\n| Tjänstgörande ersättare|Ann Björk (KD) ersätter Tom Lars (KD), Cia "
         "Kvist (V) "
         "ersätter Bo Elias (V) 11, 12-13",
         "Anna Berg/S/L///\nAnn Björk/KD/T//Tom Lars/\nCia Kvist/V/T//Bo Elias/11, 12-13", false},
        {"## Beslutande\nEva Fors (L) tjänstgör för Ulf Lind (L)\nTom Ögren (C), ersättare för Sven Emil (C)",
         "Eva Fors/L/T//Ulf Lind/\nTom Ögren/C/T//Sven Emil/", false},
        {"## Beslutande\nMia Jung (SDP), avlägsnade sig kl. 12.10, ersattes av Harri Klar",
         "Mia Jung/SDP/L///avlägsnade sig kl. 12.10, ersattes av Harri Klar\nHarri Klar//T//Mia Jung/",
         false},
        /* columns with times beside, party in a cell of its own */
        {"| Ordinarie|Närvarande|Ersättare|Närvarande\n| Lars Ott (C)|11-del av 13|Bo Ek (C)|13\n| Eva Ask "
         "(S)||Ulf Lind (S)|X",
         "Lars Ott/C/L///11-del av 13\nBo Ek/C/E///13\nUlf Lind/S/E///", false},
        {"| Ledamot|Parti|Närv|Anmärkning|Ersättare\n| Anna Berg|S|X|ordförande|\n| Bo Ek|M|-||Cia Dahl (M)",
         "Anna Berg/S/L/ordförande//\nCia Dahl/M/E///", false},
        {"| Ledamöter|Anna Berg|S|ordförande\n| |Bo Ek|M|\n| Ersättare|Cia Dahl|kl|",
         "Anna Berg/S/L/ordförande//\nBo Ek/M/L///\nCia Dahl/kl/E///", false},
        /* check boxes: members beside their substitutes, or one group after the other */
        {"## Beslutande\n## Ordinarie\n[X] Berg Anna, ordförande\n[ ] Ek Bo\n## Ersättare\n[X] Lind Ulf\n[ ] "
         "Ask Eva",
         "Berg Anna//L/ordförande//\nLind Ulf//T///", false},
        /* roles before the name */
        {"## Beslutande\nOrdförande Anna Berg (S)\n1:e vice ordförande Bo Ek (M)",
         "Anna Berg/S/L/Ordförande//\nBo Ek/M/L/1:e vice ordförande//", false},
        /* parties between commas, also local ones; substitutes by abbreviations */
        {"## Beslutande\nAnna Berg, S, ordförande\nBo Ek, NP\n## Tjänstgörande ersättare\nPia Lund, M, för "
         "Sten Ö, "
         "M, §§ 11–12",
         "Anna Berg/S/L/ordförande//\nBo Ek/NP/L///\nPia Lund/M/T//Sten Ö/§§ 11–12", false},
        {"## Beslutande\nHanna Björk (KD), tjg ers för Sten Ask (KD)", "Hanna Björk/KD/T//Sten Ask/", false},
        {"## Beslutande\nLeif Bro, (S), ersätter Jan Sjö, (S)", "Leif Bro/S/T//Jan Sjö/", false},
        /* titles before and after the names of officials */
        {"## Ledamöter\nAnna Berg (S)\n## Övriga närvarande\nKommundirektör Lars Modig, tf. socialchef "
         "Ingrid "
         "Falk, Erik Vall, ekonom § 13",
         "Anna Berg/S/L///\nLars Modig//O/Kommundirektör//\nIngrid Falk//O/tf. socialchef//\n"
         "Erik Vall//O/ekonom//§ 13",
         false},
        /* no name begins with a label; what stands below the columns is no part of them */
        {"| Ledamöter|Tjänstgörande ersättare\n| Anna Berg (S)|Bo Ek (M)\n| Utses att justera|Anna Berg (S)",
         "Anna Berg/S/L///\nBo Ek/M/T///", false},
        {"## Beslutande\nLedamöter Anna Berg (S)", "Anna Berg/S/L///", true},
        /* a label broken over the lines of its cell */
        {"| Tjänstgörande|Anna Berg (S)\n| ledamöter|Bo Ek (M)\n| Ej tjänst-|Ulf Lind (L)\n| görande|Eva Ask "
         "(C)\n| ersättare|Cia Dahl (V)",
         "Anna Berg/S/L///\nBo Ek/M/L///\nUlf Lind/L/E///\nEva Ask/C/E///\nCia Dahl/V/E///", false},
        /* roles in parentheses are no parties, and neither are units */
        {"## Ledamöter\nAnna Berg (S) (Ordförande)\nBo Ek (M) (Andre vice ordförande) § 12\n## Övriga "
         "närvarande\n"
         "Carin Tempel (Förvaltningsdirektör)\nBengt Fyrk (tolk)\nLena Ros (HR)",
         "Anna Berg/S/L/Ordförande//\nBo Ek/M/L/Andre vice ordförande//§ 12\n"
         "Carin Tempel//O/Förvaltningsdirektör//\nBengt Fyrk//O/tolk//\nLena Ros//O///(HR)",
         false},
        /* a sentence that lists them, a title for two */
        {"## Ledamöter\nAnna Berg (S)\n## Tjänstemän\nStadsbyggnadsdirektören Tom Ryd, avdelningscheferna "
         "Ann Dal "
         "och Per Lind samt sekreteraren Eva Holm.",
         "Anna Berg/S/L///\nTom Ryd//P/Stadsbyggnadsdirektören//\nAnn Dal//P/avdelningscheferna//\n"
         "Per Lind//P/avdelningscheferna//\nEva Holm//P/sekreteraren//",
         false},
        /* a role, and a run of §, broken over lines; persons side by side, each broken in its column */
        {"## Ledamöter\nAnna Berg (S), 1:e vice\nordförande\nBo Ek (M), ordförande §§\n11–12\nEva Ask (C)",
         "Anna Berg/S/L/1:e vice ordförande//\nBo Ek/M/L/ordförande//§§ 11–12\nEva Ask/C/L///", false},
        {"## Ledamöter\nUlf Lind (L)\n## Tjänstgörande ersättare\n| Rolf Jons (V), tjänstgör för Hanna|Tom "
         "Aven (L), "
         "tjänstgör för Gun\n| Gunnars (V)|Bråd (L) §§ 11–12",
         "Ulf Lind/L/L///\nRolf Jons/V/T//Hanna Gunnars/\nTom Aven/L/T//Gun Bråd/§§ 11–12", false},
        /* what stands beside a label that no rule knows */
        {"| Ledamöter|Anna Berg (S)\n| Övriga närvarande|Nina Söder, protokollförare, m.fl.\n| Kungjort "
         "av|Bo Ek (M)",
         "Anna Berg/S/L///\nNina Söder//O/protokollförare//", false},
        /* the next person after a run of § */
        {"## Ledamöter\nAnna Berg (S)\n## Tjänstemän\nOle Kas, planchef §§ 11–12 Henrik Borg, sekreterare",
         "Anna Berg/S/L///\nOle Kas//P/planchef//§§ 11–12\nHenrik Borg//P/sekreterare//", false},
        /* a sentence for each, a post before the name and one behind it */
        {"## Ledamöter\nAnna Berg (S)\n## Övriga\nUlf Grad, direktör. Eva Strand, ekonom. Sekreterare Nina "
         "Lind, "
         "handläggare",
         "Anna Berg/S/L///\nUlf Grad//O/direktör//\nEva Strand//O/ekonom//\nNina Lind//O/Sekreterare, "
         "handläggare//",
         false},
        /* a column of headings, whose names follow it: of whom is not told */
        {"## Ledamöter\n## Ersättare\n## Tjänstepersoner\nAnna Berg (S)\nBo Ek (M)", "", true},
        {"## Ledamöter\nAnna Berg (S), lämnar kl. 15.20\n## Tjänstepersoner\nUtredare Bo Strid (§ 11) "
         "Nämndsekreterare Lisa Kvarn",
         "Anna Berg/S/L///lämnar kl. 15.20\nBo Strid//P/Utredare//(§ 11)\nLisa Kvarn//P/Nämndsekreterare//",
         false},
        /* contents without page numbers, below the list */
        {"## Ledamöter\nAnna Berg (S)\n## Innehåll\n## § 11 Taxa\n## § 12 Val\n## § 13 Information från "
         "förvaltningen\nEkdal kommun Miljönämnden",
         "Anna Berg/S/L///", false},
        /* who served for two members stands there twice, unless the words leave that open */
        {"## Tjänstgörande ersättare\nIda Kron (S) för Jan Lund (S) § 11 och för Karin Moll (S) § 13, på "
         "distans",
         "Ida Kron/S/T//Jan Lund/§ 11\nIda Kron/S/T//Karin Moll/§ 13, på distans", false},
        {"## Tjänstgörande ersättare\nIda Kron (S) ersätter Jan Lund (S) § 11 och Karin Moll (S) § 12",
         "Ida Kron/S/T//Jan Lund/§ 11 och Karin Moll (S) § 12", true},
        {"## Ledamöter\nHans Jung (MP), ersätts av Nils Palm (MP) §§ 12–13",
         "Hans Jung/MP/L///ersätts av Nils Palm (MP) §§ 12–13\nNils Palm/MP/T//Hans Jung/", false},
        {"## Närvarande\nBerg Anna, ordförande\nFalk Dan, ersättare för Gran Eva",
         "Berg Anna//L/ordförande//\nFalk Dan//T//Gran Eva/", false},
        /* nothing is lost */
        {"## Beslutande\nAnna Berg (S)\n12 personer från allmänheten", "Anna Berg/S/L///", true},
        {"## Beslutande\nAnna Berg (S)\n## Obekant grupp\nBo Ek (M)", "Anna Berg/S/L///", true},
    };

    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        Meeting *meeting = fixture_meeting_with(cases[i].front, NULL);
        g_autofree char *list = attendance_of(meeting);
        assert_string_equal(list, cases[i].expected);
        assert_int_equal(fixture_has_note(meeting, NOTE_ATTENDANCE_UNCLEAR), cases[i].unclear);
        meeting_free(meeting);
    }
}

/* Runs of §. */
static void test_paragraphs(void **state)
{
    static const struct {
        const char *text, *expected;
    } cases[] = {
        {"§§ 57-64, 66", "57-64 66-66"},
        {"170, 172-184", "170-170 172-184"},
        {"§ 3 a – § 9", "3 a-9"},
        {"39 – 49 §", "39-49"},
        {"§§56-59, §§62-65", "56-59 62-65"},
        {"§ 12 och § 14", "12-12 14-14"},
        {"154-del av 173", "154-172 173-173*"},
        {"del av 173", "173-173*"},
        {"12 (p. 3)", "12-12*"},
        {"21/3", ""},
        {"10.15–11.40", ""},
        {"2025-04-08", ""},
    };

    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(GArray) spans = paragraphs_in(cases[i].text, NULL);
        g_autoptr(GString) found = g_string_new(NULL);
        for (guint k = 0; k < spans->len; k++) {
            const ParagraphSpan *span = &g_array_index(spans, ParagraphSpan, k);
            g_autofree char *first = paragraph_name(span->first), *last = paragraph_name(span->last);
            g_string_append_printf(found, "%s%s-%s%s", k ? " " : "", first, last, span->partly ? "*" : "");
        }
        assert_string_equal(found->str, cases[i].expected);
    }
}

/* Who took part in §§ 11, 12 and 13; "-": not settled, and a note says so. */
static void test_participation(void **state)
{
    static const struct {
        const char *front, *item;
        const char *expected[3];
    } cases[] = {
        {"## Ledamöter\nAnna Berg (S)\nBo Ek (M), på distans\n## Ersättare\nUlf Lind (L)",
         NULL,
         {"Anna Berg, Bo Ek", "Anna Berg, Bo Ek", "Anna Berg, Bo Ek"}},
        {"## Ledamöter\nAnna Berg (S) §§ 11-12\nBo Ek (M), ej § 12\n## Tjänstgörande ersättare\nEva Ask (S) "
         "ersätter Anna "
         "Berg (S) § 13\nUlf Lind (M) § 12 för Bo Ek (M)",
         NULL,
         {"Anna Berg, Bo Ek", "Anna Berg, Ulf Lind", "Bo Ek, Eva Ask"}},
        {"## Ledamöter\nAnna Berg (S), fr.o.m. § 12\nBo Ek (M), t.o.m. § 12\n## Tjänstgörande ersättare\nEva "
         "Ask (S)",
         NULL,
         {"Bo Ek, Eva Ask", "Anna Berg, Bo Ek, Eva Ask", "Anna Berg, Eva Ask"}},
        /* the substitute stood in for a member who is in the list without times */
        {"## Ledamöter\nAnna Berg (S)\nBo Ek (M)\n## Tjänstgörande ersättare\nEva Ask (S) ersätter Anna Berg "
         "(S) § 12",
         NULL,
         {"Anna Berg, Bo Ek", "Bo Ek, Eva Ask", "Anna Berg, Bo Ek"}},
        /* both were there all the time: who of them took part is not said */
        {"## Ledamöter\nAnna Berg (S)\nBo Ek (M)\n## Tjänstgörande ersättare\nEva Ask (S) ersätter Anna Berg "
         "(S)",
         NULL,
         {"-", "-", "-"}},
        /* part of an item, hours, days: settled where they settle it */
        {"## Ledamöter\nAnna Berg (S), § 11-del av 12\nBo Ek (M)\n## Tjänstgörande ersättare\nEva Ask (C)",
         NULL,
         {"Anna Berg, Bo Ek, Eva Ask", "-", "Bo Ek, Eva Ask"}},
        {"| Tid|2025-01-02 kl. 09.00–12.00\n## Ledamöter\nAnna Berg (S), kl. 09.00–12.00\nBo Ek (M)",
         NULL,
         {"Anna Berg, Bo Ek", "Anna Berg, Bo Ek", "Anna Berg, Bo Ek"}},
        {"| Tid|2025-01-02 kl. 09.00–12.00\n## Ledamöter\nAnna Berg (S), kl. 09.00–10.00\nBo Ek (M)\n## "
         "Tjänstgörande "
         "ersättare\nEva Ask (C)",
         "Sammanträdet ajourneras kl. 10.00–10.15.",
         {"-", "Bo Ek, Eva Ask", "Bo Ek, Eva Ask"}},
        {"## Ledamöter\nAnna Berg (S), ej 21/3\nBo Ek (M)", NULL, {"-", "-", "-"}},
        /* told in the item */
        {"## Ledamöter\nAnna Berg (S)\nBo Ek (M)",
         "Bo Ek (M) är frånvarande under denna paragraf.",
         {"Anna Berg", "Anna Berg, Bo Ek", "Anna Berg, Bo Ek"}},
        {"## Ledamöter\nAnna Berg (S)\nBo Ek (M)",
         "Bo Ek (M) var inte närvarande vid beslutet.",
         {"Anna Berg", "Anna Berg, Bo Ek", "Anna Berg, Bo Ek"}},
        {"## Ledamöter\nAnna Berg (S)\nBo Ek (M)",
         "Bo Ek (M) går kl. 16.10.",
         {"-", "Anna Berg", "Anna Berg"}},
        /* a list that does not tell who of the substitutes served */
        {"## Ledamöter\nAnna Berg (S) §§ 11–12\nBo Ek (M)\n## Ersättare\nEva Ask (S) § 13",
         NULL,
         {"Anna Berg, Bo Ek", "Anna Berg, Bo Ek", "-"}},
        {"## Ledamöter\nAnna Berg (S)\n## Tjänstgörande ersättare\nEva Ask (L) för Ulf Lind (L) (del av § "
         "12)",
         NULL,
         {"Anna Berg", "-", "Anna Berg"}},
        /* the § of two who led the meeting in turn */
        {"## Ledamöter\nAnna Berg (S), ordförande §§ 11–12\nBo Ek (M), ordförande § 13",
         NULL,
         {"-", "-", "-"}},
        {"## Ledamöter\nAnna Berg (S), ordförande\nBo Ek (M), vice ordförande, ordförande under § 12\nEva "
         "Ask "
         "(C)",
         NULL,
         {"-", "Anna Berg, Bo Ek, Eva Ask", "-"}},
        {"## Ledamöter\nAnna Berg (S), ordförande\nBo Ek (M) – på distans\nEva Ask (C), § 11-",
         NULL,
         {"-", "-", "-"}},
        /* substitutes in a column beside a member who was not there */
        {"| Ledamot|Närvarande|Ersättare\n| Anna Berg (S)|X|\n| Bo Ek (M)|-|Eva Ask (M)",
         NULL,
         {"-", "-", "-"}},
        /* conflicts, and those who do not take part */
        {"## Ledamöter\nAnna Berg (S)\nBo Ek (M)",
         "## Jäv\nBo Ek (M) anmäler jäv och deltar inte i handläggningen.",
         {"Anna Berg", "Anna Berg, Bo Ek", "Anna Berg, Bo Ek"}},
        {"## Ledamöter\nAnna Berg (S)\nBo Ek (M)\nEva Ask (M)",
         "## Deltar ej i beslutet\nLedamöterna från M deltar inte i beslutet.",
         {"Anna Berg", "Anna Berg, Bo Ek, Eva Ask", "Anna Berg, Bo Ek, Eva Ask"}},
        {"## Ledamöter\nAnna Berg (S)\nBo Ek (M)\n## Ersättare\nUlf Lind (M)",
         "## Jäv\nBo Ek (M) anmäler jäv. I hans ställe tjänstgör Ulf Lind (M).",
         {"Anna Berg, Ulf Lind", "Anna Berg, Bo Ek", "Anna Berg, Bo Ek"}},
        /* left during an item: whether before the decision is not said */
        {"## Ledamöter\nAnna Berg (S)\nBo Ek (M)",
         "## Överläggning på sammanträdet\nBo Ek (M) lämnar sammanträdet.",
         {"-", "Anna Berg", "Anna Berg"}},
        /* a line of the list that was not understood may hold one more */
        {"## Ledamöter\nAnna Berg (S)\n12 personer till", NULL, {"-", "-", "-"}},
    };

    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        Meeting *meeting = fixture_meeting_with(cases[i].front, cases[i].item);
        bool unsettled = false;
        for (guint k = 0; k < 3; k++) {
            const Item *item = fixture_item(meeting, k);
            g_autofree char *names = item->participants ? fixture_names(item->participants) : g_strdup("-");
            assert_string_equal(names, cases[i].expected[k]);
            unsettled = unsettled || item->participants == NULL;
        }
        assert_int_equal(fixture_has_note(meeting, NOTE_PARTICIPATION_UNSETTLED), unsettled);
        meeting_free(meeting);
    }
}

/* Facts of the item § 11. */
static void test_records(void **state)
{
    static const struct {
        const char *item, *conflicts, *records, *statements, *adjournments, *attachments;
    } cases[] = {
        {"## Jäv\nAnna Berg (S) deltar inte i handläggningen av ärendet på grund av jäv.", "Anna Berg", "",
         "", "", ""},
        {"Anna Berg (S) och Bo Ek (M) anmäler jäv.", "Anna Berg, Bo Ek", "", "", "", ""},
        {"Anna Berg (S) är inte jävig enligt nämndens bedömning.", "", "", "", "", ""},
        {"Anna Berg (S) anmäler jäv under paragraf 12.", "", "", "", "", ""},
        {"## Protokollsanteckning\nAnna Berg (S) lämnar följande protokollsanteckning: ”Bo Ek (M) har fel.”",
         "", "Anna Berg", "", "", ""},
        {"## Protokollsanteckningar\nAnna Berg (S) och Bo Ek (M) antecknar som yttrande en skrivelse, bilaga "
         "3.",
         "", "Anna Berg, Bo Ek", "", "", "3"},
        /* who takes the place of somebody with a conflict has none */
        {"## Jäv\nAnna Berg (S) anmäler jäv. Bo Ek (M) går in som ordförande under paragrafen.", "Anna Berg",
         "", "", "", ""},
        {"## Jäv\nOrdföranden anmäler jäv och lämnar sammanträdesrummet. Bo Ek (M) går in som ordförande.",
         "Anna Berg", "", "", "", ""},
        {"Anna Berg (S) deltar ej i ärendet p g a jäv.", "Anna Berg", "", "", "", ""},
        {"Anna Berg (S) deltar på grund av jäv varken i handläggning eller beslut.", "Anna Berg", "", "", "",
         ""},
        /* the surname stands first in the list alone */
        {"Dahl Cia anmäler jäv.", "Cia Dahl", "", "", "", ""},
        {"På grund av jäv ersätts Anna Berg (S) av Bo Ek (M).", "Anna Berg", "", "", "", ""},
        {"På grund av jäv deltar inte Anna Berg (S); Bo Ek (M) tjänstgör.", "Anna Berg", "", "", "", ""},
        {"Anna Berg (S) ersätts av Bo Ek (M) på grund av jäv.", "Anna Berg", "", "", "", ""},
        {"Här tjänstgör Bo Ek (M) i stället för Anna Berg (S) som är jävig.", "Anna Berg", "", "", "", ""},
        {"Eftersom Anna Berg (S) är jävig inträder Bo Ek (M).", "Anna Berg", "", "", "", ""},
        {"## Särskilt yttrande\nBo Ek (M) lämnar ett särskilt yttrande, bilaga A.", "", "", "Bo Ek", "", "A"},
        {"## Särskilda yttranden\nAnna Berg (S)", "", "", "Anna Berg", "", ""},
        {"## Särskilda yttranden\nAnna Berg (S) och Bo Ek (M) avser inkomma med ett särskilt yttrande.", "",
         "", "Anna Berg, Bo Ek", "", ""},
        {"## Särskilt uttalande\nErsättaryttrande lämnas av Bo Ek (M) som hänvisar till Anna Bergs m.fl. (S) "
         "förslag.",
         "", "", "Bo Ek", "", ""},
        {"Sammanträdet ajourneras kl. 10.15–10.30.", "", "", "", "10:15–10:30", ""},
        {"Sammanträdet ajourneras kl. 9.05. Sammanträdet återupptas kl. 9.20.", "", "", "", "09:05–09:20",
         ""},
        {"## Ajournering\nKl.19.14-19.40, 19.55-20.00", "", "", "", "19:14–19:40, 19:55–20:00", ""},
        {"Sammanträdet ajourneras i tio minuter.", "", "", "", "", ""},
        {"Besluten framgår av bilagorna 1–3 och bilaga 5.", "", "", "", "", "1, 2, 3, 5"},
        {"Taxan i bilaga A till förvaltningens förslag gäller.", "", "", "", "", ""},
        {"Se bilaga 7 till protokollet.", "", "", "", "", "7"},
        {"## Beslutsunderlag\nTjänsteskrivelse med bilaga 4.", "", "", "", "", ""},
    };

    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        Meeting *meeting = fixture_meeting_with(
            "## Ledamöter\nAnna Berg (S), ordförande\nBo Ek (M)\nCia Dahl (V)", cases[i].item);
        const Item *item = fixture_item(meeting, 0);
        g_autofree char *conflicts = fixture_names(item->conflicts),
                        *records = fixture_names(item->record_notes),
                        *statements = fixture_names(item->statements),
                        *adjournments = values_of(item->adjournments),
                        *attachments = values_of(item->attachment_labels);
        assert_string_equal(conflicts, cases[i].conflicts);
        assert_string_equal(records, cases[i].records);
        assert_string_equal(statements, cases[i].statements);
        assert_string_equal(adjournments, cases[i].adjournments);
        assert_string_equal(attachments, cases[i].attachments);
        meeting_free(meeting);
    }
}

/* A conflict declared in one item belongs to the one it names. */
static void test_conflict_elsewhere(void **state)
{
    Meeting *meeting = fixture_meeting_with("## Ledamöter\nAnna Berg (S)\nBo Ek (M)",
                                            "Anna Berg (S) anmäler jäv under § 12.");

    (void)state;
    assert_null(fixture_item(meeting, 0)->conflicts);
    g_autofree char *conflicts = fixture_names(fixture_item(meeting, 1)->conflicts);
    assert_string_equal(conflicts, "Anna Berg");
    meeting_free(meeting);
    meeting = fixture_meeting_with("## Ledamöter\nAnna Berg (S)\nBo Ek (M)",
                                   "Anna Berg (S) anmäler jäv under § 99.");
    assert_true(fixture_has_note(meeting, NOTE_CONFLICT_UNCLEAR));
    meeting_free(meeting);
}

/* A conflict that the body finds to be none. */
static void test_conflict_denied(void **state)
{
    Meeting *meeting = fixture_meeting_with("## Ledamöter\nAnna Berg (S)\nBo Ek (M)",
                                            "## Jäv\nAnna Berg (S) anmälde att hon kunde vara jävig. Nämnden "
                                            "fann att jäv inte förelåg.");

    (void)state;
    assert_null(fixture_item(meeting, 0)->conflicts);
    assert_null(fixture_item(meeting, 0)->not_taking_part);
    assert_true(fixture_has_note(meeting, NOTE_CONFLICT_UNCLEAR));
    meeting_free(meeting);
}

/* How the minutes became valid. */
static void test_adjustment(void **state)
{
    static const struct {
        const char *front;
        const char *first, *last, *date, *place, *posted, *down, *kept;
    } cases[] = {
        {"| Justeringens plats och tid|Kommunhuset, Ekdal, 2025-04-14 kl. 13.00\n| Underskrifter|Sekreterare "
         "Olga Ren "
         "Paragrafer 41–48\n| Anslaget sätts upp|2025-04-15 Anslaget tas ned 2025-05-07\n| "
         "Förvaringsplats|Kansliet",
         "41", "48", "2025-04-14", "Kommunhuset, Ekdal", "2025-04-15", "2025-05-07", "Kansliet"},
        {"| Omfattning|§§ 56–63\n| Justeringsdag|2025-05-28\n| Anslaget publicerat|2025-05-28\n| Anslaget "
         "avpubliceras|2025-06-19\n| Protokollet förvaras hos|Regionkansliet, Malmfjord",
         "56", "63", "2025-05-28", NULL, "2025-05-28", "2025-06-19", "Regionkansliet, Malmfjord"},
        /* labels above their values */
        {"| Anslagsdatum|Anslaget tas ned\n| 2025-04-15|2025-05-07", NULL, NULL, NULL, NULL, "2025-04-15",
         "2025-05-07", NULL},
        /* running text */
        {"Justerade paragrafer 45-58\nProtokollet justerades den 4 maj 2025.\nJusteringen har "
         "tillkännagivits den 5 maj "
         "2025 och anslaget tas ned den 27 maj 2025.",
         "45", "58", "2025-05-04", NULL, "2025-05-05", "2025-05-27", NULL},
        {"| Justeringen|2025-04-14\nJusteringen har tillkännagivits den 15 april 2025.", NULL, NULL,
         "2025-04-14", NULL, "2025-04-15", NULL, NULL},
        {"BEVIS OM ANSLAG\nProtokollet har tillkännagivits på anslagstavlan Sammanträdesdatum: 2025-04-04\n"
         "Anslaget har satts upp: 2025-04-15\nAnslaget tas ner: 2025-05-07",
         NULL, NULL, NULL, NULL, "2025-04-15", "2025-05-07", NULL},
        /* who adjusts is no place */
        {"Justering: Bo Ek (S) utses att justera protokollet. Protokollet justeras den 14 april 2025.", NULL,
         NULL, "2025-04-14", NULL, NULL, NULL, NULL},
        {"Protokollet justeras senast den 14 april 2025.\nÄrenden 39 – 49 §", "39", "49", NULL, NULL, NULL,
         NULL, NULL},
        {"Anslås under tiden 2025-04-15 – 2025-05-07\nProtokollet omfattar §§11-12, §13", "11", "13", NULL,
         NULL, "2025-04-15", "2025-05-07", NULL},
    };

    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        Meeting *meeting = fixture_meeting_with(cases[i].front, NULL);
        const struct {
            const char *found, *expected;
        } facts[] = {
            {meeting->first_number.value, cases[i].first}, {meeting->last_number.value, cases[i].last},
            {meeting->adjusted_on.value, cases[i].date},   {meeting->adjusted_at.value, cases[i].place},
            {meeting->posted.value, cases[i].posted},      {meeting->taken_down.value, cases[i].down},
            {meeting->kept_at.value, cases[i].kept},
        };
        for (gsize k = 0; k < G_N_ELEMENTS(facts); k++)
            assert_string_equal(facts[k].found ? facts[k].found : "",
                                facts[k].expected ? facts[k].expected : "");
        meeting_free(meeting);
    }
}

static void test_signatures(void **state)
{
    Meeting *meeting = fixture_meeting_with(
        "Elektroniska underskrifter\n| Anna Berg|Bo Ek\n| ordförande|sekreterare\n"
        "Cia Dahl, 22.09.2022\nProtokollet justerades den 4 maj 2025.\nJusteringsdag: 2025-05-05",
        NULL);
    g_autoptr(GString) found = g_string_new(NULL);

    (void)state;
    for (guint i = 0; meeting->signatures && i < meeting->signatures->len; i++) {
        const Signature *signature = &g_array_index(meeting->signatures, Signature, i);
        g_string_append_printf(found, "%s/%s/%s ", signature->person.name,
                               signature->role ? signature->role : "",
                               signature->date ? signature->date : "");
    }
    assert_string_equal(found->str, "Anna Berg/ordförande/ Bo Ek/sekreterare/ Cia Dahl//2022-09-22 ");
    assert_true(fixture_has_note(meeting, NOTE_ADJUSTMENT_DIFFERS));
    meeting_free(meeting);
}

/* Two signatures in one cell: the names of those who are there part them, or they are left out. */
static void test_signatures_side_by_side(void **state)
{
    static const struct {
        const char *names, *roles, *expected;
    } cases[] = {
        {"Bo Ek Cia Dahl", "Justerare Justerare", "Bo Ek/Justerare Cia Dahl/Justerare "},
        {"Bo Ek Cia Dahl", "Sekreterare Justerare", "Bo Ek/Sekreterare Cia Dahl/Justerare "},
        {"Bo Ek Cia Dahl", "Justerare", "Bo Ek/Justerare Cia Dahl/Justerare "},
        {"Bo Ek Ulla Grå", "Justerare Justerare", NULL},
        {"Ulla Grå", "Justerare", "Ulla Grå/Justerare "},
    };

    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *lines = g_strdup_printf(
            "| Ledamöter|Bo Ek (M)\n| Justerare|Cia Dahl\nElektroniska underskrifter\n| Anna Berg|%s\n"
            "| sekreterare|%s\n",
            cases[i].names, cases[i].roles);
        Meeting *meeting = fixture_meeting_with(lines, NULL);
        g_autoptr(GString) found = g_string_new(NULL);
        for (guint j = 1; meeting->signatures && j < meeting->signatures->len; j++) {
            const Signature *signature = &g_array_index(meeting->signatures, Signature, j);
            g_string_append_printf(found, "%s/%s ", signature->person.name, signature->role);
        }
        assert_string_equal(found->str, cases[i].expected ? cases[i].expected : "");
        assert_int_equal(fixture_has_note(meeting, NOTE_SIGNATURE_UNCLEAR), cases[i].expected == NULL);
        meeting_free(meeting);
    }
}

static void test_questions(void **state)
{
    static const struct {
        const char *title, *decision;
        QuestionKind kind;
        QuestionStatus status;
    } cases[] = {
        {"Interpellation om bryggor", "Interpellationen får ställas.", QUESTION_INTERPELLATION,
         QUESTION_ASKED},
        {"Interpellation från Bo Ek (M) om bryggor", "Interpellationen är besvarad.", QUESTION_INTERPELLATION,
         QUESTION_ANSWERED},
        {"Svar på interpellation om bryggor", "Ärendet bordläggs.", QUESTION_INTERPELLATION,
         QUESTION_UNSETTLED},
        {"Fråga från Bo Ek (M) om bryggor", "Frågan anses besvarad.", QUESTION_QUESTION, QUESTION_ANSWERED},
        {"Motion om bryggor", "Motionen är besvarad.", QUESTION_NONE, QUESTION_UNSETTLED},
    };

    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *lines = g_strdup_printf("# Protokoll\n# § 11 %s\n## Beslut\n%s\n# § 12 Slut\nText.",
                                                 cases[i].title, cases[i].decision);
        Meeting *meeting = fixture_meeting(lines);
        const Question *question = &fixture_item(meeting, 0)->question;
        assert_int_equal(question->kind, cases[i].kind);
        assert_int_equal(question->status, cases[i].status);
        meeting_free(meeting);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_attendance_forms),
        cmocka_unit_test(test_paragraphs),
        cmocka_unit_test(test_participation),
        cmocka_unit_test(test_records),
        cmocka_unit_test(test_conflict_elsewhere),
        cmocka_unit_test(test_conflict_denied),
        cmocka_unit_test(test_adjustment),
        cmocka_unit_test(test_signatures),
        cmocka_unit_test(test_signatures_side_by_side),
        cmocka_unit_test(test_questions),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
