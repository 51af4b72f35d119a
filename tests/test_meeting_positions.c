/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of positions: who reserves or takes no part, in the words of many boards, by name or by party. */
#include "meeting_fixture.h"

/* Members of a party, from those who were there; else a note. */
static void test_party_positions(void **state)
{
    static const struct {
        const char *front, *expected;
        bool unclear;
    } cases[] = {
        {"## Ledamöter\nAnna Berg (S)\nBo Ek (M)\nEva Ask (D)\nUlf Lind (D), ej § 11", "Bo Ek, Eva Ask",
         false},
        {"## Ledamöter\nAnna Berg (S)\nBo Ek (M)", "", true}, /* nobody from D in the list */
        {"Inget mer.", "", true},                             /* no list */
    };

    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        Meeting *meeting = fixture_meeting_with(
            cases[i].front,
            "## Reservation\nLedamöterna från Moderaterna och D reserverar sig mot beslutet.");
        const GArray *reservations = fixture_item(meeting, 0)->reservations;
        g_autofree char *names = fixture_names(reservations);
        assert_string_equal(names, cases[i].expected);
        assert_int_equal(fixture_has_note(meeting, NOTE_RESERVATION_UNCLEAR), cases[i].unclear);
        for (guint k = 0; reservations && k < reservations->len; k++)
            assert_int_equal(g_array_index(reservations, Person, k).source.basis, BASIS_DERIVED);
        meeting_free(meeting);
    }
}

/* The wordings for members of a party. */
static void test_party_wordings(void **state)
{
    static const char *const subjects[] = {"M och D",
                                           "M-gruppen samt D-gruppen",
                                           "Moderaternas ledamöter och D",
                                           "Samtliga ledamöter i M-gruppen och D-gruppen",
                                           "Ledamöterna för M och D",
                                           "Samtliga M- och D-ledamöter",
                                           "M- och D-ledamöterna"};

    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(subjects); i++) {
        g_autofree char *item =
            g_strdup_printf("## Reservation\n%s reserverar sig mot beslutet.", subjects[i]);
        Meeting *meeting = fixture_meeting_with("## Ledamöter\nAnna Berg (S)\nBo Ek (M)\nEva Ask (D)", item);
        g_autofree char *names = fixture_names(fixture_item(meeting, 0)->reservations);
        assert_string_equal(names, "Bo Ek, Eva Ask");
        meeting_free(meeting);
    }
}

/* The wordings for reservations and for not taking part; a section that gives nobody says so. */
static void test_position_wordings(void **state)
{
    static const struct {
        const char *item, *reservations, *apart;
        bool unclear;
    } cases[] = {
        {"## Reservation\nAnna Berg (S) lämnar skriftlig reservation.", "Anna Berg", "", false},
        {"## Reservation\nAnna Berg (S) anmäler blank reservation.", "Anna Berg", "", false},
        {"## Reservation\nAnna Berg (S) reserverar sig med instämmande av Bo Ek (M).", "Anna Berg, Bo Ek", "",
         false},
        {"## Beslut\nAntas.\nAnna Berg (S) anmälde avvikande åsikt.", "Anna Berg", "", false},
        {"## Ej deltagande i beslut\nAnna Berg (S) och Bo Ek (M) meddelar att de ej deltar i beslutet.", "",
         "Anna Berg, Bo Ek", false},
        {"## Reservation\nSkriftlig reservation fogas till protokollet som bilaga 2.", "", "", true},
        {"## Deltar ej i beslutet\nTvå ledamöter avstår.", "", "", true},
        {"## Reservationer\nInga reservationer anmäls.", "", "", false},
        {"## Beslut\nAntas.\nAnna Berg (S) reserverar sig inte mot beslutet.", "", "", false},
        {"## Reservation\nAnna Berg (S) anmälde reservation men återtog den före justeringen.", "", "", true},
        {"## Beslut\nAntas.\nAnna Berg (S) deltog i överläggningen men inte i beslutet.", "", "Anna Berg",
         false},
        {"## Jäv\nIngen ledamot anmäler jäv.", "", "", false},
        /* who reserves is named last, or there are two in a sentence */
        {"## Beslut\nAntas.\nAnna Berg (S) meddelar att Bo Ek (M) reserverar sig mot beslutet.", "Bo Ek", "",
         false},
        {"## Beslut\nAntas.\nAnna Berg (S) meddelar att Bo Ek (M) inte deltar i beslutet.", "", "Bo Ek",
         false},
        {"## Reservation\nAnna Berg (S) reserverar sig mot punkt 1. Bo Ek (M) reserverar sig mot punkt 2.",
         "Anna Berg, Bo Ek", "", false},
        {"## Reservation\nAnna Berg (S) reserverar sig. Bo Ek (M) ansluter sig till reservationen.",
         "Anna Berg, Bo Ek", "", false},
        {"## Beslut\nAntas.\nAnna Berg (S) begär och får reservera sig.", "Anna Berg", "", false},
        {"## Reservation\nReservationer avges av Anna Berg (S) och Bo Ek (M).", "Anna Berg, Bo Ek", "",
         false},
        /* another body, and what no rule knows */
        {"## Beslut\nAntas.\nVid beslutet i kommunstyrelsen reserverade sig Anna Berg (S).", "", "", true},
        {"## Beslut\nAntas.\nAlla utom Anna Berg (S) deltar i beslutet.", "", "", true},
        {"## Beslut\nAntas.\nIngen ledamot från S deltar i beslutet.", "", "", true},
        {"## Beslut\nAntas.\nAnna Berg (S) instämmer i Bo Eks (M) reservation.", "", "", true},
    };

    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        Meeting *meeting = fixture_meeting_with("## Ledamöter\nAnna Berg (S)\nBo Ek (M)", cases[i].item);
        const Item *item = fixture_item(meeting, 0);
        g_autofree char *reservations = fixture_names(item->reservations),
                        *apart = fixture_names(item->not_taking_part);
        assert_string_equal(reservations, cases[i].reservations);
        assert_string_equal(apart, cases[i].apart);
        assert_int_equal(fixture_has_note(meeting, NOTE_RESERVATION_UNCLEAR), cases[i].unclear);
        assert_false(fixture_has_note(meeting, NOTE_CONFLICT_UNCLEAR));
        meeting_free(meeting);
    }
}

/* "m.fl.": who is named reserves, moves, does not take part; that others do too is noted, and who takes part
 * in deciding is then not settled. */
static void test_others(void **state)
{
    static const struct {
        const char *item, *reservations, *motions;
        bool participation;
    } cases[] = {
        {"## Reservation\nVice ordföranden Anna Berg m.fl. (S) reserverar sig mot beslutet.", "Anna Berg", "",
         true},
        {"## Förslag till beslut\nLedamoten Anna Berg m.fl. (S) och Bo Ek (M) föreslår att nämnden beslutar "
         "enligt "
         "kontorets förslag.",
         "", "Anna Berg 0 kontorets förslag, Bo Ek 0 kontorets förslag", true},
        {"## Förslag till beslut\nAnna Berg m.fl. (S) föreslår att nämnden beslutar att avslå kontorets "
         "förslag.",
         "", "Anna Berg 1 kontorets förslag", true},
        {"## Deltar ej i beslutet\nAnna Berg m.fl. (S) deltar inte i beslutet.", "", "", false},
    };

    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        Meeting *meeting =
            fixture_meeting_with("## Ledamöter\nAnna Berg (S)\nBo Ek (M)\nEva Ask (S)", cases[i].item);
        const Item *item = fixture_item(meeting, 0);
        g_autofree char *reservations = fixture_names(item->reservations);
        g_autoptr(GString) motions = g_string_new(NULL);
        for (guint m = 0; item->motions && m < item->motions->len; m++) {
            const Motion *motion = &g_array_index(item->motions, Motion, m);
            g_string_append_printf(motions, "%s%s %d %s", m ? ", " : "", motion->person.name,
                                   (int)motion->kind, motion->object);
        }
        assert_string_equal(reservations, cases[i].reservations);
        assert_string_equal(motions->str, cases[i].motions);
        assert_int_equal(item->participants != NULL, cases[i].participation);
        assert_true(fixture_has_note(meeting, NOTE_OTHERS_UNNAMED));
        meeting_free(meeting);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_party_positions),
        cmocka_unit_test(test_party_wordings),
        cmocka_unit_test(test_position_wordings),
        cmocka_unit_test(test_others),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
