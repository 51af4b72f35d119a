/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of the summary: its title, which items it takes, which words, and that all are the minutes' own. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <glib.h>
#include <string.h>

#include "base/xml.h"
#include "summary.h"

#define MEETING(content)                                                                                     \
    "<sammantrade xmlns='" MEETING_NAMESPACE                                                                 \
    "' dokumenttyp='protokoll'><kalla fil='m&#246;te 1.pdf'/>" content "</sammantrade>"
/* An item 5 on page 3 with these sections. */
#define ITEM(title, sections)                                                                                \
    MEETING("<arende id='p5' nr='5' sida='3'><arenderubrik>" title "</arenderubrik>" sections "</arende>")
#define SECTION(kind, heading, blocks)                                                                       \
    "<avsnitt typ='" kind "' rubrik='" heading "'><rubrik id='h" kind "' fet='true'>" heading                \
    ":</rubrik>" blocks "</avsnitt>"
#define P(text) "<stycke id='b'>" text "</stycke>"
#define DECIDES SECTION("beslut", "Beslut", P("Nämnden beslutar att bygga en bro."))

static const char profile_text[] =
    "<profil xmlns='urn:sammandrag:profil:1' namn='prov'>"
    "<lista typ='formellt'><ord text='Justering'/><ord text='Val av justerare'/></lista>"
    "<lista typ='noterat'><ord text='till handlingarna'/><ord text='informationen är "
    "delgiven'/></lista></profil>";

typedef struct {
    Profile *profile;
} Fixture;

static Meeting *meeting_of(const char *text)
{
    xmlDoc *doc = xml_read(text, strlen(text), "test", NULL);
    assert_non_null(doc);
    g_autoptr(GError) error = NULL;
    Meeting *meeting = meeting_from_xml(doc, &error);
    assert_null(error);
    xml_free(doc);
    return meeting;
}

static Summary *summary_of(const Fixture *fixture, const char *text, int background)
{
    Meeting *meeting = meeting_of(text);
    Summary *summary = summary_from_meeting(meeting, fixture->profile, &(SummaryOptions){background, NULL});
    meeting_free(meeting);
    return summary;
}

/* The blocks' texts, each ended by "|". The caller frees it. */
static char *words_of(const GArray *blocks)
{
    GString *words = g_string_new(NULL);
    for (guint i = 0; blocks && i < blocks->len; i++)
        g_string_append_printf(words, "%s|", g_array_index(blocks, Block, i).text.s);
    return g_string_free(words, FALSE);
}

static const SummaryItem *first_item(const Summary *summary)
{
    assert_non_null(summary->items);
    return &g_array_index(summary->items, SummaryItem, 0);
}

#define assert_words(blocks, expected)                                                                       \
    do {                                                                                                     \
        g_autofree char *words_ = words_of(blocks);                                                          \
        assert_string_equal(words_, expected);                                                               \
    } while (0)

/* ---- title ---- */

static void titles_name_body_and_days(void **state)
{
    static const struct {
        const char *meeting, *title;
    } cases[] = {
        {MEETING(
             "<organ>Hälso- och sjukvårdsnämnden</organ><datum>2025-03-20</datum><datum>2025-03-21</datum>"),
         "Sammanfattning från hälso- och sjukvårdsnämnden den 20–21 mars 2025"},
        {MEETING("<organ>Tekniska nämnden</organ><datum>2024-05-02</datum>"),
         "Sammanfattning från tekniska nämnden den 2 maj 2024"},
        {MEETING(
             "<huvudman>Eke kommun</huvudman><organ>Eke kommunfullmäktige</organ><datum>2024-12-31</datum>"
             "<datum>2025-01-01</datum>"),
         "Sammanfattning från Eke kommunfullmäktige den 31 december 2024–1 januari 2025"},
        {MEETING("<huvudman>Ekeby stad</huvudman><organ>Ekebys kommunstyrelse</organ>"),
         "Sammanfattning från Ekebys kommunstyrelse"},
        {MEETING("<organ>VA-nämnden</organ><datum>2025-01-31</datum><datum>2025-02-01</datum>"
                 "<datum>2025-02-02</datum>"),
         "Sammanfattning från VA-nämnden den 31 januari–2 februari 2025"},
        {MEETING("<organ>Kommunstyrelsen</organ><datum>2025-03-03</datum><datum>2025-03-10</datum>"
                 "<datum>2025-03-17</datum>"),
         "Sammanfattning från kommunstyrelsen den 3, 10 och 17 mars 2025"},
        {MEETING("<datum>2025-02-30</datum>"), "Sammanfattning från sammanträdet"},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        Summary *summary = summary_of(*state, cases[i].meeting, 120);
        assert_string_equal(summary->title, cases[i].title);
        summary_free(summary);
    }
}

/* ---- which items ---- */

static void items_without_substance_are_only_listed(void **state)
{
    static const struct {
        const char *meeting;
        bool substance;
    } cases[] = {
        {ITEM("En bro", DECIDES), true},
        {ITEM("En bro", ""), false},
        {ITEM("En bro", SECTION("forslag", "Förslag till beslut", P("En bro byggs."))), false},
        {ITEM("Justering", DECIDES), false},
        {ITEM("Justering av taxan för vatten", DECIDES), true},
        {ITEM("Val av justerare och tid för justering", DECIDES), false},
        {ITEM("Rapport",
              SECTION("beslut", "Beslut", P("Nämnden beslutar") P("att lägga rapporten till handlingarna."))),
         false},
        {ITEM("Rapport", SECTION("beslut", "Beslut", P("Informationen är delgiven."))), false},
        {ITEM("Rapport", SECTION("beslut", "Beslut",
                                 P("att lägga rapporten till handlingarna, samt") P("att bygga en bro."))),
         true},
        {ITEM("Rapport",
              SECTION("beslut", "Beslut",
                      P("Nämnden beslutar att godkänna planen för den nya bron med tillägget om belysning "
                        "och lägger rapporten till handlingarna."))),
         true},
        /* Where there was disagreement nothing is a mere form. */
        {ITEM("Val av justerare", "<reservation namn='Eva Ask'/>" DECIDES), true},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        Summary *summary = summary_of(*state, cases[i].meeting, 120);
        assert_int_equal(summary->items != NULL, cases[i].substance);
        assert_int_equal(summary->further == NULL, cases[i].substance);
        summary_free(summary);
    }
}

static void every_item_leads_to_its_page(void **state)
{
    Summary *summary = summary_of(*state, ITEM("En bro", DECIDES), 120);
    assert_string_equal(first_item(summary)->link, "m%C3%B6te%201.pdf#page=3");
    summary_free(summary);

    Meeting *meeting = meeting_of(ITEM("Upprop", ""));
    const Fixture *fixture = *state;
    summary = summary_from_meeting(meeting, fixture->profile, &(SummaryOptions){120, "https://x.se/p.pdf"});
    assert_string_equal(g_array_index(summary->further, SummaryEntry, 0).link, "https://x.se/p.pdf#page=3");
    summary_free(summary);
    meeting_free(meeting);
}

/* ---- which words ---- */

static void decision_keeps_its_lead_in(void **state)
{
    Summary *summary = summary_of(
        *state,
        ITEM("En bro", SECTION("beslut", "Utskottets beslut",
                               P("Utskottet föreslår att fullmäktige beslutar") P("att bygga en bro."))),
        120);
    assert_words(first_item(summary)->decision,
                 "Utskottets beslut|Utskottet föreslår att fullmäktige beslutar|att bygga en bro.|");
    summary_free(summary);
}

static void background_ends_at_a_sentence(void **state)
{
#define BACKGROUND SECTION("sammanfattning", "Ärendet", P("Bron är gammal. Den är smal.") P("Älven är bred."))
    static const struct {
        const char *sections, *background;
        int words;
        bool cut;
    } cases[] = {
        {BACKGROUND, "Bron är gammal. Den är smal.|Älven är bred.|", 120, false},
        {BACKGROUND, "Bron är gammal. Den är smal.|Älven är bred.|", 9, false},
        {BACKGROUND, "Bron är gammal. Den är smal.|", 8, true},
        {BACKGROUND, "Bron är gammal.|", 5, true},
        {BACKGROUND, "", 2, true},
        {BACKGROUND, "", 0, true},
        {"", "", 120, false},
        /* The summary comes first, wherever it stands. */
        {SECTION("bakgrund", "Bakgrund", P("Sist.")) SECTION("sammanfattning", "Ärendet", P("Först.")),
         "Först.|Sist.|", 120, false},
        /* What leads in to words left out goes too. */
        {SECTION("bakgrund", "Bakgrund",
                 P("Bron är gammal. Skälen är:") "<punkt id='b' markor='•'>rost och röta</punkt>"),
         "Bron är gammal.|", 6, true},
        {SECTION("bakgrund", "Bakgrund",
                 P("Bron är gammal.") "<rubrik id='b' niva='3'>Kostnader</rubrik>" P("De är höga.")),
         "Bron är gammal.|", 4, true},
        {SECTION("bakgrund", "Bakgrund",
                 P("Bron är gammal.") "<tabell id='b'><rad><cell>1</cell></rad></tabell>"),
         "Bron är gammal.|", 120, true},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *meeting = g_strdup_printf(ITEM("En bro", "%s" DECIDES), cases[i].sections);
        Summary *summary = summary_of(*state, meeting, cases[i].words);
        assert_words(first_item(summary)->background, cases[i].background);
        assert_int_equal(first_item(summary)->cut, cases[i].cut);
        summary_free(summary);
    }
}

static void disagreement_is_shown_where_there_was_some(void **state)
{
#define MOTIONS   SECTION("yrkanden", "Yrkanden", P("Eva Ask (V) yrkar avslag."))
#define PROCEDURE SECTION("propositionsordning", "Beslutsgång", P("Förslagen ställs mot varandra."))
    static const struct {
        const char *item, *disagreement;
    } cases[] = {
        {"<yrkande namn='Eva Ask' typ='bifall'/>" MOTIONS, ""},
        {MOTIONS, "Yrkanden|Eva Ask (V) yrkar avslag.|"},
        /* What became of the motion is not left out. */
        {"<yrkande namn='Eva Ask' typ='avslag'/>" MOTIONS PROCEDURE,
         "Yrkanden|Eva Ask (V) yrkar avslag.|Beslutsgång|Förslagen ställs mot varandra.|"},
        {"<votering ja='6' nej='5'/>" PROCEDURE, "Beslutsgång|Förslagen ställs mot varandra.|"},
        /* The words that say who, without their written statement. */
        {SECTION("reservationer", "Reservation",
                 P("Eva Ask (V) reserverar sig. Hennes skäl:") "<stycke id='b' citat='true'>”Bron är för "
                                                               "dyr.”</stycke>"),
         "Reservation|Eva Ask (V) reserverar sig.|"},
        {SECTION("jav", "Jäv", P("Bo Ek (S) deltar inte.")), "Jäv|Bo Ek (S) deltar inte.|"},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *meeting = g_strdup_printf(ITEM("En bro", "%s" DECIDES), cases[i].item);
        Summary *summary = summary_of(*state, meeting, 120);
        assert_words(first_item(summary)->disagreement, cases[i].disagreement);
        summary_free(summary);
    }
}

static void footnotes_come_with_their_marks(void **state)
{
    Summary *summary = summary_of(
        *state,
        ITEM("En bro",
             DECIDES SECTION(
                 "bakgrund", "Bakgrund",
                 P("Bron<notmarke nr='2'>2</notmarke> är gammal.")) "<fotnoter><fotnot id='f1' "
                                                                    "markor='1'>Ett.</fotnot>"
                                                                    "<fotnot id='f2' "
                                                                    "markor='2'>Två.</fotnot></fotnoter>"),
        120);
    assert_words(first_item(summary)->footnotes, "Två.|");
    summary_free(summary);
}

static void other_documents_carry_their_own_text(void **state)
{
#define OWN(front)                                                                                           \
    "<sammantrade xmlns='" MEETING_NAMESPACE                                                                 \
    "' dokumenttyp='plan'><kalla fil='p.pdf' titel='Plan 1'/><inledning>" front "</inledning></sammantrade>"
    Summary *summary = summary_of(*state, OWN("<rubrik id='b'>Vår plan</rubrik>" P("Ett.")), 120);
    assert_string_equal(summary->title, "Vår plan");
    assert_words(summary->text, "Ett.|");
    assert_null(summary->introduction);
    summary_free(summary);

    summary = summary_of(*state, OWN("<rubrik id='b' nummer='1'>1 Mål</rubrik>" P("Ett.")), 120);
    assert_string_equal(summary->title, "Plan 1");
    assert_words(summary->text, "1 Mål|Ett.|");
    summary_free(summary);
}

static void summary_is_read_as_it_was_written(void **state)
{
    Summary *summary = summary_of(*state, ITEM("En bro", DECIDES BACKGROUND MOTIONS), 5);
    xmlDoc *doc = summary_to_xml(summary);
    Summary *again = summary_from_xml(doc, NULL);
    assert_non_null(again);
    xmlDoc *doc_again = summary_to_xml(again);
    gsize length, length_again;
    g_autofree char *bytes = xml_write(doc, &length);
    g_autofree char *bytes_again = xml_write(doc_again, &length_again);
    assert_string_equal(bytes, bytes_again);
    xml_free(doc);
    xml_free(doc_again);
    summary_free(summary);
    summary_free(again);
}

/* ---- every sentence is the minutes' own ---- */

static void append_texts(GString *to, const GArray *blocks)
{
    for (guint i = 0; blocks && i < blocks->len; i++) {
        g_autofree char *plain = block_plain(&g_array_index(blocks, Block, i));
        g_string_append_printf(to, "%s\n", plain);
    }
}

static char *source_of(const Meeting *meeting)
{
    GString *source = g_string_new("\n");
    for (guint i = 0; meeting->items && i < meeting->items->len; i++) {
        const Item *item = &g_array_index(meeting->items, Item, i);
        append_texts(source, item->head);
        for (guint j = 0; item->sections && j < item->sections->len; j++)
            append_texts(source, g_array_index(item->sections, Section, j).blocks);
        append_texts(source, item->footnotes);
    }
    return g_string_free(source, FALSE);
}

static guint assert_sentences_in(const GArray *blocks, const char *source)
{
    guint sentences = 0;
    for (guint i = 0; blocks && i < blocks->len; i++) {
        g_autofree char *plain = block_plain(&g_array_index(blocks, Block, i));
        for (const char *s = plain; *s; sentences++) {
            gsize length = text_sentence(s);
            g_autofree char *sentence = g_strndup(s, length);
            if (!strstr(source, g_strstrip(sentence)))
                fail_msg("not in the minutes: %s", sentence);
            s += length;
        }
    }
    return sentences;
}

static void every_sentence_is_the_minutes_own(void **state)
{
    const Fixture *fixture = *state;
    guint sentences = 0;
    GDir *samples = g_dir_open("samples", 0, NULL); /* closed by hand: skip() does not come back */
    for (const char *name; samples && (name = g_dir_read_name(samples));) {
        g_autofree char *path = g_build_filename("samples", name, "minutes.xml", NULL);
        g_autofree char *bytes = NULL;
        if (!g_file_get_contents(path, &bytes, NULL, NULL))
            continue;
        Meeting *meeting = meeting_of(bytes);
        g_autofree char *source = source_of(meeting);
        for (int background = 0; background <= 240; background += 40) {
            Summary *summary =
                summary_from_meeting(meeting, fixture->profile, &(SummaryOptions){background, NULL});
            for (guint i = 0; summary->items && i < summary->items->len; i++) {
                const SummaryItem *item = &g_array_index(summary->items, SummaryItem, i);
                sentences += assert_sentences_in(item->decision, source);
                sentences += assert_sentences_in(item->background, source);
                sentences += assert_sentences_in(item->disagreement, source);
                sentences += assert_sentences_in(item->footnotes, source);
                assert_non_null(strstr(source, item->title));
            }
            summary_free(summary);
        }
        meeting_free(meeting);
    }
    g_clear_pointer(&samples, g_dir_close);
    if (!sentences) /* goldens are not made yet */
        skip();
}

static int begin(void **state)
{
    xml_begin();
    xmlDoc *doc = xml_read(profile_text, strlen(profile_text), "profile", NULL);
    Fixture *fixture = g_new0(Fixture, 1);
    fixture->profile = doc ? profile_from_xml(doc, NULL, NULL) : NULL;
    xml_free(doc);
    *state = fixture;
    return fixture->profile ? 0 : -1;
}

static int end(void **state)
{
    Fixture *fixture = *state;
    profile_free(fixture->profile);
    g_free(fixture);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(titles_name_body_and_days),
        cmocka_unit_test(items_without_substance_are_only_listed),
        cmocka_unit_test(every_item_leads_to_its_page),
        cmocka_unit_test(decision_keeps_its_lead_in),
        cmocka_unit_test(background_ends_at_a_sentence),
        cmocka_unit_test(disagreement_is_shown_where_there_was_some),
        cmocka_unit_test(footnotes_come_with_their_marks),
        cmocka_unit_test(other_documents_carry_their_own_text),
        cmocka_unit_test(summary_is_read_as_it_was_written),
        cmocka_unit_test(every_sentence_is_the_minutes_own),
    };
    return cmocka_run_group_tests(tests, begin, end);
}
