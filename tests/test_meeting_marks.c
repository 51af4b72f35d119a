/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of the marks in the text of items, and of marks that are written, read back and cut. */
#include "meeting_fixture.h"

static const char *const names[] = {
    [MARK_LINK] = "link",           [MARK_FOOTNOTE] = "note",   [MARK_PAGE] = "page",
    [MARK_LINE] = "line",           [MARK_MONEY] = "money",     [MARK_DATE] = "date",
    [MARK_ASSIGNMENT] = "to",       [MARK_CASE] = "case",       [MARK_DECISION] = "decision",
    [MARK_ATTACHMENT] = "attached", [MARK_STATUTE] = "statute", [MARK_INQUIRY] = "inquiry",
};

/* The marks of a text as "kind value [words]; …"; the caller frees it. */
static char *described(const Text *text)
{
    GString *all = g_string_new(NULL);

    for (guint i = 0; text->marks && i < text->marks->len; i++) {
        const Mark *mark = &g_array_index(text->marks, Mark, i);
        g_string_append_printf(all, "%s%s %s [%.*s]", i ? "; " : "", names[mark->kind], mark->value,
                               (int)mark->length, text->s + mark->start);
    }
    return g_string_free(all, FALSE);
}

/* Minutes of 2025-03-05 whose second item says `words`. */
static Meeting *meeting_saying(const char *words)
{
    g_autofree char *lines = g_strdup_printf(
        "# Protokoll 2025-03-05\n# § 11 Upprop\nNärvaron antecknas.\n# § 12 Bidrag\n## Beslut\n%s\n"
        "# § 13 Avslutning\nSlut.",
        words);
    return fixture_meeting(lines);
}

static const Text *text_of(const Meeting *meeting)
{
    const Item *item = fixture_item(meeting, 1);
    const Section *section = &g_array_index(item->sections, Section, 0);
    return &g_array_index(section->blocks, Block, section->blocks->len - 1).text;
}

static void test_marks(void **state)
{
    static const struct {
        const char *words, *marks;
    } cases[] = {
        /* amounts */
        {"Bidraget är 40 000 kr.", "money 40000 [40 000 kr]"},
        {"Det kostar 1,2 miljoner kronor.", "money 1200000 [1,2 miljoner kronor]"},
        {"Ramen är 15 mnkr och 3 250 tkr.", "money 15000000 [15 mnkr]; money 3250000 [3 250 tkr]"},
        {"Underskottet är -7,4 Mkr.", "money -7400000 [-7,4 Mkr]"},
        {"Avgiften är 12,50 kronor, 0,75 kr och 500:-.",
         "money 12.5 [12,50 kronor]; money 0.75 [0,75 kr]; money 500 [500:-]"},
        {"Anslaget är 15.000 kr.", "money 15000 [15.000 kr]"},
        {"För år 2025 15 000 kronor.", "money 15000 [15 000 kronor]"},
        {"Under 2 miljarder kronor.", "money 2000000000 [2 miljarder kronor]"},
        /* none: people, a span's end, an amount that can be read in two ways, a longer word */
        {"Det bor 1,2 miljoner här.", ""},
        {"Mellan 10–15 mnkr.", ""},
        {"Kostnaden är 1 miljon 200 tusen kronor, eller 1'200'000 kr.", ""},
        {"Kostnaden är 1.500 mnkr.", ""},
        {"Enligt punkt 3 400 kr.", ""},
        {"Det fanns 12 kronärtskockor.", ""},
        /* days to come */
        {"Rapport lämnas senast den 30 september 2025.", "date 2025-09-30 [senast den 30 september 2025]"},
        {"Gäller från 2026-01-01.", "date 2026-01-01 [2026-01-01]"},
        {"Gäller från 1.8.2025.", "date 2025-08-01 [1.8.2025]"},
        {"Avtalet är från den 1 maj 2024.", ""},
        {"Den 31 juni 2025 finns inte.", ""},
        /* who is to do something */
        {"Kommunstyrelsen beslutar att uppdra åt kommundirektören att utreda frågan.",
         "to kommundirektören [kommundirektören]"},
        {"Skolnämnden, kulturnämnden och Hus AB får i uppdrag att se över taxan.",
         "to Skolnämnden, kulturnämnden och Hus AB [Skolnämnden, kulturnämnden och Hus AB]"},
        {"Nämnden ger förvaltningen i uppdrag att återkomma senast den 1 maj 2025.",
         "to förvaltningen [förvaltningen]; date 2025-05-01 [senast den 1 maj 2025]"},
        {"att teknikchefen får i uppdrag att bygga", "to teknikchefen [teknikchefen]"},
        {"Ärendet återremitteras till kontoret som får i uppdrag att utreda.", ""},
        /* references */
        {"Se dnr 0220/23 och KS 2024/17.", "case 0220/23 [0220/23]; case KS 2024/17 [KS 2024/17]"},
        {"Planen gäller RS 2025-2026 och VT 2025/26.", ""},
        {"Regionstyrelsen 2023-12-20 § 307 gäller.",
         "decision Regionstyrelsen 2023-12-20 § 307 [Regionstyrelsen 2023-12-20 § 307]"},
        {"Vård- och omsorgsnämndens arbetsutskott den 3 mars 2024, § 7 gäller.",
         "decision Vård- och omsorgsnämndens arbetsutskott 2024-03-03 § 7 "
         "[Vård- och omsorgsnämndens arbetsutskott den 3 mars 2024, § 7]"},
        {"Enligt kommunfullmäktiges beslut 2020-06-15 § 99.",
         "decision kommunfullmäktige 2020-06-15 § 99 [kommunfullmäktiges beslut 2020-06-15 § 99]"},
        {"Se KS § 12, 2024-03-05.", "decision KS 2024-03-05 § 12 [KS § 12, 2024-03-05]"},
        {"Mötet 2024-03-05 §§ 12–14.", ""},
        {"Se bilaga 5 och bilagorna 6–8.", "attached 5 [bilaga 5]; attached 6-8 [bilagorna 6–8]"},
        {"Enligt 13 kap. 8 § kommunallagen (2017:725).",
         "statute 13 kap. 8 § kommunallagen (2017:725) [13 kap. 8 § kommunallagen (2017:725)]"},
        {"Enligt kommunallagen 5 kap. 67 §.",
         "statute 5 kap. 67 § kommunallagen [kommunallagen 5 kap. 67 §]"},
        {"Enligt plan- och bygglagen (2010:900).",
         "statute plan- och bygglagen (2010:900) [plan- och bygglagen (2010:900)]"},
        {"Se SOU 2023:14 och Prop 2016/17:171.",
         "inquiry SOU 2023:14 [SOU 2023:14]; inquiry prop. 2016/17:171 [Prop 2016/17:171]"},
    };

    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        Meeting *meeting = meeting_saying(cases[i].words);
        g_autofree char *marks = described(text_of(meeting));
        assert_string_equal(marks, cases[i].marks);
        meeting_free(meeting);
    }
}

/* What is written reads back, at the ends of the text and side by side too. */
static void test_round_trip(void **state)
{
    (void)state;
    Meeting *meeting = meeting_saying("40 000 kr 2026-01-01 enligt SOU 2023:14");
    g_autofree char *before = described(text_of(meeting));
    xmlDoc *doc = meeting_to_xml(meeting);
    gsize length;
    g_autofree char *bytes = xml_write(doc, &length);
    xml_free(doc);
    doc = xml_read(bytes, length, "meeting.xml", NULL);
    assert_non_null(doc);
    Meeting *back = meeting_from_xml(doc, NULL);
    assert_non_null(back);
    g_autofree char *after = described(text_of(back));
    assert_string_equal(after, before);
    assert_string_equal(
        before, "money 40000 [40 000 kr]; date 2026-01-01 [2026-01-01]; inquiry SOU 2023:14 [SOU 2023:14]");
    xml_free(doc);
    meeting_free(meeting);
    meeting_free(back);
}

/* A cut inside an amount leaves no amount. */
static void test_slices(void **state)
{
    (void)state;
    Meeting *meeting = meeting_saying("Den får 40 000 kr.");
    const Text *text = text_of(meeting);
    Text whole = text_copy(text, meeting->chunk),
         half = text_slice(text, 0, strlen("Den får 40"), meeting->chunk);
    g_autofree char *copied = described(&whole), *cut = described(&half);
    assert_string_equal(copied, "money 40000 [40 000 kr]");
    assert_string_equal(cut, "");
    text_clear(&whole);
    text_clear(&half);
    meeting_free(meeting);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_marks),
        cmocka_unit_test(test_round_trip),
        cmocka_unit_test(test_slices),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
