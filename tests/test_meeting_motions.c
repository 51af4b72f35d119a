/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of motions: who moves what where several do in one sentence, agree with each other, or say it unlike
 * others. */
#include "meeting_fixture.h"

static const char *const kinds[] = {"bifall", "avslag", "tillägg", "ändring", "återremiss", "bordläggning"};

/* Asserts the motions under "Yrkanden", as "name kind" in order, and whether a note says that one is unclear.
 */
static void assert_motions(const char *words, const char *expected, bool unclear)
{
    g_autofree char *item = g_strconcat("## Yrkanden\n", words, NULL);
    Meeting *meeting = fixture_meeting_with(
        "## Ledamöter\nAnna Berg (S), ordförande\nBo Ek (M)\nCia Dal (C)\nDan Falk (SD)", item);
    const Item *found = fixture_item(meeting, 0);
    g_autoptr(GString) got = g_string_new(NULL);

    for (guint m = 0; found->motions && m < found->motions->len; m++) {
        const Motion *motion = &g_array_index(found->motions, Motion, m);
        g_string_append_printf(got, "%s%s %s", m ? ", " : "", motion->person.name, kinds[motion->kind]);
    }
    assert_string_equal(got->str, expected);
    if (fixture_has_note(meeting, NOTE_MOTION_UNCLEAR) != unclear)
        print_error("%s\n", words);
    assert_int_equal(fixture_has_note(meeting, NOTE_MOTION_UNCLEAR), unclear);
    meeting_free(meeting);
}

static void test_several_movers(void **state)
{
    (void)state;
    assert_motions("Bo Ek (M) yrkar avslag medan Cia Dal (C) yrkar bifall till förslaget.",
                   "Bo Ek avslag, Cia Dal bifall", false);
    assert_motions("Under mötet yrkar Bo Ek (M) avslag och Cia Dal (C) bifall till förslaget.",
                   "Bo Ek avslag, Cia Dal bifall", false);
    assert_motions(
        "Anna Berg (S) yrkar bifall till förslaget, Bo Ek (M) och Cia Dal (C) avslag samt Dan Falk (SD) "
        "återremiss.",
        "Anna Berg bifall, Bo Ek avslag, Cia Dal avslag, Dan Falk återremiss", false);
    assert_motions("Följande yrkar bifall till förslaget: Anna Berg (S) och Bo Ek (M).",
                   "Anna Berg bifall, Bo Ek bifall", false);
    assert_motions("Bo Ek (M) yrkar att Cia Dals (C) yrkande avslås.", "Bo Ek avslag", false);
}

static void test_agreeing(void **state)
{
    (void)state;
    assert_motions(
        "Anna Berg (S) yrkar, med instämmande av Bo Ek (M), Cia Dal (C) och Dan Falk (SD), bifall till "
        "förslaget.",
        "Anna Berg bifall, Bo Ek bifall, Cia Dal bifall, Dan Falk bifall", false);
    assert_motions("Anna Berg föreslog, understödd av Bo Ek, att ärendet bordläggs.",
                   "Anna Berg bordläggning, Bo Ek bordläggning", false);
    assert_motions("Anna Berg (S) yrkar bifall till förslaget. Bo Ek (M) yrkar avslag på förslaget.\n"
                   "Cia Dal (C) instämmer i ordförandens yrkande.",
                   "Anna Berg bifall, Bo Ek avslag, Cia Dal bifall", false);
    /* what they agree with is no motion that was understood */
    assert_motions("Bo Ek (M) yrkar avslag.\nCia Dal (C) instämmer i nämndens förslag.", "Bo Ek avslag",
                   true);
    assert_motions("Bo Ek (M) yrkar avslag.\nCia Dal (C) instämmer i Dan Falks (SD) yrkande.", "Bo Ek avslag",
                   true);
    assert_motions("Bo Ek (M) yrkar avslag.\nCia Dal (C) instämmer i ordförandens yrkande.", "Bo Ek avslag",
                   true);
}

static void test_kinds(void **state)
{
    (void)state;
    assert_motions("Bo Ek (M) yrkar bifall till förslaget med tillägget att planen följs upp.",
                   "Bo Ek bifall, Bo Ek tillägg", false);
    assert_motions("Bo Ek (M) yrkar bifall med den ändringen att punkt 2 stryks.",
                   "Bo Ek bifall, Bo Ek ändring", false);
    assert_motions("Bo Ek (M) yrkar att avslå förslaget och bifalla motionen.", "Bo Ek avslag, Bo Ek bifall",
                   false);
    assert_motions("Bo Ek (M) ändringsyrkar att mål 3 stryks.", "Bo Ek ändring", false);
    assert_motions("Bo Ek (M) tilläggsyrkar att mål 9 införs.", "Bo Ek tillägg", false);
}

static void test_unsettled(void **state)
{
    (void)state;
    assert_motions("Bo Ek (M) yrkar inte bifall till förslaget utan avslag.", "", true);
    assert_motions("Bo Ek (M) yrkar att nämnden inte ska bifalla motionen.", "", true);
    assert_motions("Bo Ek (M) lägger ett ändringsyrkande enligt bilaga 1.", "", true);
    assert_motions("Bo Ek (M) yrkar avslag.\nBo Ek (M) drar tillbaka sitt yrkande.", "Bo Ek avslag", true);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_several_movers),
        cmocka_unit_test(test_agreeing),
        cmocka_unit_test(test_kinds),
        cmocka_unit_test(test_unsettled),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
