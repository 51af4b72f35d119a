/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of damaged pages: their facts are noted, and nothing of them is published. */
#include "meeting_fixture.h"
#include "summary.h"

static const char lines[] = "# Protokoll 2025-03-05\n"
                            "# § 11 Upprop\n"
                            "Närvaron antecknas.\n"
                            "= # § 12 Bidrag till Ekdals teater\n"
                            "## Beslut\n"
                            "Nämnden beviljar Ekdals teater 40 000 kr.\n"
                            "## Bakgrund\n"
                            "Teatern har ansökt om bidrag.\n"
                            "= Fortsgttning på bgkgrundgn.\n"
                            "= # § 13 Avslutning\n"
                            "Slut.";

static Meeting *damaged_meeting(int page, Profile *profile)
{
    Blocks *blocks = fixture_blocks(lines);
    DamagedPage damaged = {page};

    blocks->damaged = g_array_new(FALSE, FALSE, sizeof damaged);
    g_array_append_val(blocks->damaged, damaged);
    Meeting *meeting = meeting_from_blocks(blocks, profile);
    blocks_free(blocks);
    return meeting;
}

/* Which item carries the note, and that the page itself does. */
static void test_notes(void **state)
{
    (void)state;
    Profile *profile = fixture_profile();
    Meeting *meeting = damaged_meeting(3, profile);
    guint facts = 0, pages = 0;

    for (guint i = 0; i < meeting->notes->len; i++) {
        const Note *note = &g_array_index(meeting->notes, Note, i);
        pages += note->kind == NOTE_PAGE_UNREADABLE && note->page == 3;
        if (note->kind == NOTE_FACTS_UNREADABLE) {
            assert_int_equal(note->page, 3);
            assert_string_equal(note->where, "§ 12");
            facts++;
        }
    }
    assert_int_equal(pages, 1);
    assert_int_equal(facts, 1);
    assert_int_equal(notes_worst(meeting->notes), LEVEL_ERROR);
    meeting_free(meeting);
    profile_free(profile);
}

/* Headings whose last word has one wrong letter are known on a damaged page only. */
static void test_headings(void **state)
{
    static const struct {
        const char *heading;
        int damaged;
        SectionKind kind;
    } cases[] = {
        {"Kulturnvmndens beslui", 2, SECTION_DECISION},
        {"Kulturnvmndens beslui", 0, SECTION_OTHER},
        {"Kulturnvmndens beslag", 2, SECTION_OTHER},
        {"Ett gott beslui", 2, SECTION_OTHER},
    };

    (void)state;
    Profile *profile = fixture_profile();
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *text = g_strdup_printf("# Protokoll\n# § 11 Upprop\nText.\n= # § 12 Bidrag\n"
                                                "## Bakgrund\nText.\n## %s\nBifall.\n# § 13 Slut\nSlut.",
                                                cases[i].heading);
        Blocks *blocks = fixture_blocks(text);
        DamagedPage damaged = {cases[i].damaged};
        blocks->damaged = g_array_new(FALSE, FALSE, sizeof damaged);
        g_array_append_val(blocks->damaged, damaged);
        Meeting *meeting = meeting_from_blocks(blocks, profile);
        const GArray *sections = fixture_item(meeting, 1)->sections;
        assert_int_equal(g_array_index(sections, Section, sections->len - 1).kind, cases[i].kind);
        meeting_free(meeting);
        blocks_free(blocks);
    }
    profile_free(profile);
}

/* What the summary says of § 12, by which page is damaged. */
static void test_summary(void **state)
{
    static const struct {
        int page;
        bool title, decision, background;
    } cases[] = {
        {0, true, true, true},
        {2, false, false, true},
        {3, true, true, true},
    };
    const SummaryOptions options = {.background = 100};

    (void)state;
    Profile *profile = fixture_profile();
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        Meeting *meeting = damaged_meeting(cases[i].page, profile);
        for (guint j = 0; j < meeting->items->len; j++)
            g_array_index(meeting->items, Item, j).outcome.kind = OUTCOME_REJECTED;
        Summary *summary = summary_from_meeting(meeting, profile, &options);
        assert_int_equal(summary->items->len, 1);
        const SummaryItem *item = &g_array_index(summary->items, SummaryItem, 0);
        assert_string_equal(item->number, "12");
        assert_int_equal(item->unreadable, cases[i].page);
        assert_int_equal(item->outcome, cases[i].page ? OUTCOME_NONE : OUTCOME_REJECTED);
        assert_int_equal(item->title != NULL, cases[i].title);
        assert_int_equal(item->decision && item->decision->len > 0, cases[i].decision);
        assert_int_equal(item->background && item->background->len > 0, cases[i].background);
        for (guint j = 0; item->background && j < item->background->len; j++)
            assert_int_not_equal(g_array_index(item->background, Block, j).page, cases[i].page);
        summary_free(summary);
        meeting_free(meeting);
    }
    profile_free(profile);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_notes),
        cmocka_unit_test(test_headings),
        cmocka_unit_test(test_summary),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
