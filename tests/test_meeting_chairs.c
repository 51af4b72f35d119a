/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of who led the meeting: one, several in turn, another in an item. */
#include "meeting_fixture.h"

/* Asserts the chair who is stated, and who is noted to have led too, by name or sentence, parted by "; ". */
static void assert_chairs(const char *front, const char *item, const char *chair, const char *others)
{
    Meeting *meeting = fixture_meeting_with(front, item);
    g_autoptr(GString) got = g_string_new(NULL);

    for (guint i = 0; meeting->notes && i < meeting->notes->len; i++) {
        const Note *note = &g_array_index(meeting->notes, Note, i);
        if (note->kind == NOTE_CHAIRS_IN_TURN)
            g_string_append_printf(got, "%s%s", got->len ? "; " : "", note->words);
    }
    if (g_strcmp0(meeting->chair.value, chair) != 0 || strcmp(got->str, others) != 0)
        print_error("%s\n-> %s (%s)\n", front, meeting->chair.value, got->str);
    assert_string_equal(meeting->chair.value ? meeting->chair.value : "", chair);
    assert_string_equal(got->str, others);
    meeting_free(meeting);
}

#define MEMBERS "## Beslutande\nAnna Berg (S), ordförande\nBo Ek (M), 1:e vice ordförande\nCia Dal (C)\n"

static void test_one_chair(void **state)
{
    (void)state;
    assert_chairs(MEMBERS, NULL, "Anna Berg", "");
    assert_chairs("Ordförande: Anna Berg\n" MEMBERS, NULL, "Anna Berg", "");
    assert_chairs(MEMBERS
                  "## Underskrifter\n| Sekreterare|Dan Fors\n| Ordförande|Anna Berg\n| Justerare|Bo Ek",
                  NULL, "Anna Berg", "");
    assert_chairs("Ordförande: Anna Berg (S), 1:e vice ordförande: Bo Ek (M)\n" MEMBERS, NULL, "Anna Berg",
                  "");
    assert_chairs("Ordförande: Anna Berg §§ 11–13, vice ordförande Bo Ek\n" MEMBERS, NULL, "Anna Berg", "");
    assert_chairs("Ordförande: Anna Maria Berg\n" MEMBERS, NULL, "Anna Maria Berg", "");
    /* an official's, a board's and an election's chair lead nothing here */
    assert_chairs(MEMBERS "## Övriga närvarande\nEva Gran, ordförande i revisionen", NULL, "Anna Berg", "");
    assert_chairs(MEMBERS, "Bo Ek (M) väljs till ordförande i valberedningen.", "Anna Berg", "");
}

static void test_in_turn(void **state)
{
    (void)state;
    assert_chairs(
        "## Beslutande\nAnna Berg (S), ordförande §§ 11–12\nBo Ek (M), ordförande § 13\nCia Dal (C)", NULL,
        "Anna Berg", "Bo Ek");
    assert_chairs("## Beslutande\nAnna Berg (S), ordförande\nBo Ek (M), 1:e vice ordförande, ordförande § 13",
                  NULL, "Anna Berg", "Bo Ek");
    assert_chairs("Ordförande: Anna Berg §§ 11–12; Bo Ek § 13\n" MEMBERS, NULL, "Anna Berg", "Bo Ek");
    assert_chairs("Ordförande: Anna Berg (S) §§ 11, 13, Bo Ek (M) § 12\n" MEMBERS, NULL, "Anna Berg",
                  "Bo Ek");
    assert_chairs("Ordförande: Anna Berg och Bo Ek\n" MEMBERS, NULL, "Anna Berg", "Bo Ek");
    assert_chairs(MEMBERS "§§ 11–12 ordförande Anna Berg, § 13 ordförande Bo Ek", NULL, "Anna Berg", "Bo Ek");
    assert_chairs("Ordförande: Anna Berg\n" MEMBERS
                  "## Underskrifter\n| Ordförande|Anna Berg\n| Ordförande|Bo Ek",
                  NULL, "Anna Berg", "Bo Ek");
}

/* Who "ordföranden" is in that item is then not known; in the others it is. */
static void test_in_an_item(void **state)
{
    static const char *const lines[] = {"Bo Ek (M) tjänstgör som ordförande under § 11 p.g.a. jäv.",
                                        "Anna Berg (S) anmäler jäv. Bo Ek (M) övertar ordförandeskapet."};

    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(lines); i++) {
        g_autofree char *item =
            g_strconcat(lines[i], "\n## Yrkanden\nOrdföranden yrkar bifall till förslaget.", NULL);
        Meeting *meeting = fixture_meeting_with(MEMBERS, item);
        assert_string_equal(meeting->chair.value, "Anna Berg");
        assert_true(fixture_has_note(meeting, NOTE_CHAIRS_IN_TURN));
        assert_null(fixture_item(meeting, 0)->motions);
        meeting_free(meeting);
    }
    Meeting *meeting = fixture_meeting_with(MEMBERS, "## Yrkanden\nOrdföranden yrkar bifall till förslaget.");
    assert_non_null(fixture_item(meeting, 0)->motions);
    meeting_free(meeting);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_one_chair),
        cmocka_unit_test(test_in_turn),
        cmocka_unit_test(test_in_an_item),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
