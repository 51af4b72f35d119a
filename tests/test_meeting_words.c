/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The small readers of the meeting stage: persons, motions, days, hours, headings of sections. */
#include "meeting_fixture.h"

static Profile *profile;
static Blocks *blocks;
static Draft draft;

static int begin(void **state)
{
    (void)state;
    profile = fixture_profile();
    blocks = fixture_blocks("Text");
    draft_begin(&draft, blocks, profile);
    return 0;
}

static int end(void **state)
{
    (void)state;
    meeting_free(draft.meeting);
    draft_end(&draft);
    blocks_free(blocks);
    profile_free(profile);
    return 0;
}

/* Persons as "Name (party), …" */
static void test_persons(void **state)
{
    static const struct {
        const char *text, *persons;
    } cases[] = {
        {"Anna Berg (S) yrkar", "Anna Berg (S)"},
        {"Anna Berg (S), Bo von Ek (M) och Cia Dal-Lund (SJVP) reserverar sig",
         "Anna Berg (S); Bo von Ek (M); Cia Dal-Lund (SJVP)"},
        {"Ordföranden Anna Berg (S) ställer proposition", "Anna Berg (S)"},
        {"tjänstgörande ersättarna Bo Ek (kl) och Cia Dal (NyD) röstar", "Bo Ek (kl); Cia Dal (NyD)"},
        {"Förste vice ordföranden Anna K. Berg (S)", "Anna K. Berg (S)"},
        {"Därefter Anna Berg (S) och Bo Ek ((M)", "Anna Berg (S); Bo Ek (M)"},
        {"Bo Ek (L,) och Cia Dal (-)", "Bo Ek (L); Cia Dal (-)"},
        {"Anna Berg(S)", "Anna Berg (S)"},
        {"Anna Berg m.fl. (S), Bo Ek (M) m.fl.", "Anna Berg (S); Bo Ek (M)"},
        {"bifall till Anna Bergs (S) förslag", ""},
        {"Anna Berg (ordf) och Carin Tempel (chef)", ""},
        {"Region Mellanskog (RM) och betänkandet (SOU 2024:72)", ""},
        {"produktionsstyrning (PKS) i Ekeby", ""},
    };

    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(GArray) persons = persons_in(&draft, cases[i].text, strlen(cases[i].text));
        g_autoptr(GString) got = g_string_new(NULL);
        for (guint p = 0; p < persons->len; p++) {
            const Mention *mention = &g_array_index(persons, Mention, p);
            g_string_append_printf(got, "%s%s (%s)", p ? "; " : "", mention->name,
                                   mention->party ? mention->party : "-");
        }
        assert_string_equal(got->str, cases[i].persons);
    }
}

/* A name of the attendance list is found without its party, but not inside a longer name. */
static void test_known_persons(void **state)
{
    static const struct {
        const char *text, *persons;
    } cases[] = {
        {"Moa Lund yrkar bifall", "Moa Lund (KD)"},
        {"Moa Lund Ek (S) yrkar bifall", "Moa Lund Ek (S)"},
        {"Eva Moa Lund-Ek (S) och Moa Lund yrkar", "Eva Moa Lund-Ek (S); Moa Lund (KD)"},
    };
    Attendee known = {.person = {.name = "Moa Lund", .party = "KD"}};

    (void)state;
    draft_append(&draft.meeting->attendance, sizeof known, &known);
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(GArray) persons = persons_in(&draft, cases[i].text, strlen(cases[i].text));
        g_autoptr(GString) got = g_string_new(NULL);
        for (guint p = 0; p < persons->len; p++) {
            const Mention *mention = &g_array_index(persons, Mention, p);
            g_string_append_printf(got, "%s%s (%s)", p ? "; " : "", mention->name, mention->party);
        }
        assert_string_equal(got->str, cases[i].persons);
    }
    g_array_set_size(draft.meeting->attendance, 0);
}

static void test_name_at_start(void **state)
{
    static const struct {
        const char *text, *name;
    } cases[] = {
        {"Anna Berg deltar ej i beslutet.", "Anna Berg"},
        {"Ordförande Anna Berg, sekreterare", "Anna Berg"},
        {"Anna af Berg", "Anna af Berg"},
        {"Nämnden beslutar", NULL},
        {"Anna deltar", NULL},
    };

    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        Mention mention;
        bool found = person_at(&draft, cases[i].text, &mention);
        assert_int_equal(found, cases[i].name != NULL);
        if (found)
            assert_string_equal(mention.name, cases[i].name);
    }
}

/* What follows "yrkar", and the motions in it: kind and object. */
static void test_motion_clauses(void **state)
{
    static const char *const kinds[] = {"bifall",  "avslag",     "tillägg",
                                        "ändring", "återremiss", "bordläggning"};
    static const struct {
        const char *words, *clauses;
    } cases[] = {
        {"bifall till motionen.", "bifall motionen"},
        {"bifall till förslaget och avslag på tilläggsyrkandet.",
         "bifall förslaget; avslag tilläggsyrkandet"},
        {"avslag på återremissyrkandet", "avslag återremissyrkandet"},
        {"att ärendet ska återremitteras enligt yrkande från S och avslag på övriga yrkanden",
         "återremiss enligt yrkande från S; avslag övriga yrkanden"},
        {"i första hand att ärendet ska bordläggas och i andra hand bifall till förslaget",
         "bordläggning; bifall förslaget"},
        {"på följande tilläggs att-sats:", "tillägg att-sats:"},
        {"att motionen ska avstyrkas och avslag på övriga yrkanden", "avslag; avslag övriga yrkanden"},
        {"avslag till förmån för eget budgetförslag", "avslag"},
        {"bifall till ordförandens förslag, det vill säga avslag på motionen", "bifall ordförandens förslag"},
        {"att nämnden beslutar enligt kontorets förslag och att därutöver anföra följande",
         "bifall kontorets förslag"},
        {"att planen utformas enligt skissen", ""},
        {"bifall till yrkandet om att avslå planen", "bifall yrkandet om att avslå planen"},
        {"att motionen ska anses besvarad", ""},
    };

    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(GArray) clauses = motion_clauses(&draft, cases[i].words);
        g_autoptr(GString) got = g_string_new(NULL);
        for (guint c = 0; c < clauses->len; c++) {
            const MotionClause *clause = &g_array_index(clauses, MotionClause, c);
            g_string_append_printf(got, "%s%s%s%s", c ? "; " : "", kinds[clause->kind],
                                   clause->object ? " " : "", clause->object ? clause->object : "");
        }
        assert_string_equal(got->str, cases[i].clauses);
    }
}

static void test_dates(void **state)
{
    static const struct {
        const char *text, *dates;
    } cases[] = {
        {"2025-03-20 – 21", "2025-03-20 2025-03-21"},
        {"2025-03-31 – 2025-04-01", "2025-03-31 2025-04-01"},
        {"den 20–22 mars 2025", "2025-03-20 2025-03-21 2025-03-22"},
        {"31 mars – 1 april 2025", "2025-03-31 2025-04-01"},
        {"torsdagen den 5 november 2025, kl. 13.00", "2025-11-05"},
        {"15.9.2022 kl. 18.00", "2022-09-15"},
        {"20 och 21 mars 2025", "2025-03-20 2025-03-21"},
        {"den 31 februari 2025", ""},
        {"2025-2028", ""},
    };

    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(GArray) dates = g_array_new(FALSE, FALSE, sizeof(const char *));
        g_autoptr(GString) got = g_string_new(NULL);
        dates_in(&draft, cases[i].text, dates);
        for (guint d = 0; d < dates->len; d++)
            g_string_append_printf(got, "%s%s", d ? " " : "", g_array_index(dates, const char *, d));
        assert_string_equal(got->str, cases[i].dates);
    }
}

static void test_hours(void **state)
{
    static const struct {
        const char *text, *start, *end;
    } cases[] = {
        {"kl. 09.15", "09:15", NULL},
        {"2025-03-20 – 21 kl. 09.15", "09:15", NULL},
        {"15.9.2022 kl. 18.00 – 19.37", "18:00", "19:37"},
        {"klockan 13:00–16:20", "13:00", "16:20"},
        {"kl 8.30 till kl 9.05", "08:30", "09:05"},
        {"Stadshuset, kl. 13–16", "13:00", "16:00"},
        {"Stadshuset klockan 9", "09:00", NULL},
        {"kl. 18–20.35.", "18:00", "20:35"},
        {"den 3 mars 2025", NULL, NULL},
    };

    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        const char *start, *stop;
        hours_in(&draft, cases[i].text, &start, &stop);
        assert_int_equal(g_strcmp0(start, cases[i].start), 0);
        assert_int_equal(g_strcmp0(stop, cases[i].end), 0);
    }
}

static void test_section_kinds(void **state)
{
    static const struct {
        const char *heading;
        SectionKind kind;
        bool known;
    } cases[] = {
        {"Beslut:", SECTION_DECISION, true},
        {"Trafiknämndens beslut", SECTION_DECISION, true},
        {"Kommunstyrelsens förslag", SECTION_PROPOSAL, true},
        {"Kommunstyrelsens förslag till kommunfullmäktige", SECTION_PROPOSAL, true},
        {"Stadsdirektör Anna Bergs förslag:", SECTION_PROPOSAL, true},
        {"Bussarnas beslutande chaufförer", SECTION_OTHER, false},
        {"Förslag till beslut i byggnadsnämnden", SECTION_PROPOSAL, true},
        {"Förslag till beslut vid sammanträdet", SECTION_MOTIONS, true},
        {"Beslutsgång på sammanträdet", SECTION_PROCEDURE, true},
        {"Yrkanden vid dagens sammanträde", SECTION_MOTIONS, true},
        {"Så gick det på sammanträdet", SECTION_OTHER, false},
        {"Hälso- och sjukvårdsnämnden beslutar", SECTION_DECISION, true},
        {"Regionstyrelsen beslutar följande:", SECTION_DECISION, true},
        {"Vem som beslutar", SECTION_OTHER, false},
        {"SAMMANFATTNING AV ÄRENDET", SECTION_SUMMARY, true},
        {"Beslutet skickas till", SECTION_RECIPIENTS, true},
        {"Beslut om tilldelning", SECTION_OTHER, false},
        {"Så ska bussarna gå", SECTION_OTHER, false},
    };

    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        bool known;
        assert_int_equal(section_kind(profile, cases[i].heading, &known), cases[i].kind);
        assert_int_equal(known, cases[i].known);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_persons),       cmocka_unit_test(test_known_persons),
        cmocka_unit_test(test_name_at_start), cmocka_unit_test(test_motion_clauses),
        cmocka_unit_test(test_dates),         cmocka_unit_test(test_hours),
        cmocka_unit_test(test_section_kinds),
    };
    return cmocka_run_group_tests(tests, begin, end);
}
