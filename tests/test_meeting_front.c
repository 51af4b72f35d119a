/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of the front of minutes as boards set it: labels side by side, names that nothing parts. */
#include "meeting_fixture.h"

static void test_labels_side_by_side(void **state)
{
    (void)state;
    Meeting *meeting = fixture_meeting_with(
        "| Organ|Sammanträdesdatum Nr\n| Kommunstyrelsen|15.5.2025 6\n| Beslutande|Anna Berg (S)", NULL);
    assert_null(meeting->body.value);
    assert_true(fixture_has_note(meeting, NOTE_BODY_UNKNOWN));
    meeting_free(meeting);
}

/* The title names the body behind what sort of document it is. */
static void test_body_in_the_title(void **state)
{
    static const struct {
        const char *title, *body;
    } cases[] = {
        {"Protokoll Trafiknämnden", "Trafiknämnden"},
        {"Protokoll från trafiknämnden den 5 mars 2024", "Trafiknämnden"},
        {"Protokoll fört vid Sametingets plenum", "Sametingets plenum"},
        {"Protokoll fört vid sammanträde med Trafiknämnden", "Trafiknämnden"},
    };

    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *lines = g_strdup_printf("# %s\n# § 1 Val\nText.\n# § 2 Slut\nText.", cases[i].title);
        Meeting *meeting = fixture_meeting(lines);
        assert_string_equal(meeting->body.value, cases[i].body);
        meeting_free(meeting);
    }
}

/* The lines of a cell beside the lines of its label are one value. */
static void test_broken_labels(void **state)
{
    (void)state;
    Meeting *meeting = fixture_meeting_with(
        "| Plats och tid för|Kommunhuset, rum Eken, den 4 mars 2025, kl. 08.30–\n| sammanträdet|14.45\n"
        "| Förvaringsplats för|Ekeby\n| protokollet|kommunkontor\n| Beslutande|Anna Berg (S)",
        NULL);
    assert_string_equal(meeting->place.value, "Kommunhuset, rum Eken");
    assert_string_equal(meeting->ends.value, "14:45");
    assert_string_equal(meeting->kept_at.value, "Ekeby kommunkontor");
    meeting_free(meeting);
    meeting = fixture_meeting_with("| PLATS – PAIKKA|Stadshuset, rum Eken", NULL);
    assert_string_equal(meeting->place.value, "Stadshuset, rum Eken");
    meeting_free(meeting);
}

/* Adjusters in one cell are parted by the names of those who are there, or left out with a note. */
static void test_adjusters_side_by_side(void **state)
{
    static const struct {
        const char *names, *adjusters, *signers;
        bool unclear;
    } cases[] = {
        {"Bo Ek Cia Dahl", "Bo Ek, Cia Dahl", "Bo Ek, Cia Dahl", false},
        {"Bo Ek (M) Cia Dahl (V)", "Bo Ek, Cia Dahl", "Bo Ek, Cia Dahl", false},
        {"Ulla Grå Per Ny", "", "", true},
        {"Bo Ek med Cia Dahl som ersättare", "Bo Ek", "Bo Ek", false},
    };

    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *front = g_strdup_printf("| Ledamöter|Anna Berg (S), ordförande\n| |Bo Ek (M)\n| "
                                                 "|Cia Dahl (V)\n## Underskrifter\n| Justerande|%s\n",
                                                 cases[i].names);
        Meeting *meeting = fixture_meeting_with(front, NULL);
        g_autoptr(GString) adjusters = g_string_new(NULL), signers = g_string_new(NULL);
        for (guint k = 0; meeting->adjusters && k < meeting->adjusters->len; k++)
            g_string_append_printf(adjusters, "%s%s", k ? ", " : "",
                                   g_array_index(meeting->adjusters, Fact, k).value);
        for (guint k = 0; meeting->signatures && k < meeting->signatures->len; k++)
            g_string_append_printf(signers, "%s%s", k ? ", " : "",
                                   g_array_index(meeting->signatures, Signature, k).person.name);
        assert_string_equal(adjusters->str, cases[i].adjusters);
        assert_string_equal(signers->str, cases[i].signers);
        assert_int_equal(fixture_has_note(meeting, NOTE_SIGNATURE_UNCLEAR), cases[i].unclear);
        meeting_free(meeting);
    }
}

static void test_substitutes(void **state)
{
    static const char *const lists[] = {"| Ersättare|Dan Holm (KD) tj.g. ers. för Eva Lind (KD) §§ 11-12",
                                        "| Ersättare|Dan Holm (KD) ers: Eva Lind (KD)",
                                        ("| Ej tjänstgörande|Ulla Grå (S)\n## Tjänstgörande ersättare\n"
                                         "| Dan Holm (KD)|Ersätter Eva Lind (KD)")};

    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(lists); i++) {
        g_autofree char *front = g_strdup_printf("| Ledamöter|Anna Berg (S), ordförande\n%s", lists[i]);
        Meeting *meeting = fixture_meeting_with(front, NULL);
        const Attendee *substitute = attendee_named(meeting, "Dan Holm");
        assert_non_null(substitute);
        assert_int_equal(substitute->group, GROUP_SERVING_SUBSTITUTE);
        assert_string_equal(substitute->stands_for, "Eva Lind");
        assert_null(attendee_named(meeting, "Eva Lind"));
        meeting_free(meeting);
    }
}

/* What the board that met proposes is what it decided, where it decided nothing else. */
static void test_own_proposals(void **state)
{
    static const struct {
        const char *item;
        SectionKind kind;
    } cases[] = {
        {"## Kommunstyrelsens förslag till beslut\natt motionen avslås.", SECTION_DECISION},
        {"## Arbetsutskottets förslag till beslut\natt motionen avslås.", SECTION_PROPOSAL},
        {"## Kommunstyrelsens förslag till beslut\natt motionen avslås.\n## Beslut\nÄrendet bordläggs.",
         SECTION_PROPOSAL},
    };

    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *lines = g_strconcat("# Protokoll\n| Organ|Kommunstyrelsen\n# § 11 Motion\n",
                                             cases[i].item, "\n# § 12 Slut\nText.", NULL);
        Meeting *meeting = fixture_meeting(lines);
        const GArray *sections = fixture_item(meeting, 0)->sections;
        assert_int_equal(g_array_index(sections, Section, 0).kind, cases[i].kind);
        meeting_free(meeting);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_labels_side_by_side), cmocka_unit_test(test_body_in_the_title),
        cmocka_unit_test(test_broken_labels),       cmocka_unit_test(test_adjusters_side_by_side),
        cmocka_unit_test(test_substitutes),         cmocka_unit_test(test_own_proposals),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
