/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of the bounds of what is read for facts: what lies beyond them is noted, once, and nothing else is.
 */
#include "meeting_fixture.h"

/* `count` times `words` between `before` and `after`. */
static char *repeated(const char *before, const char *words, guint count, const char *after)
{
    GString *s = g_string_new(before);
    for (guint i = 0; i < count; i++)
        g_string_append(s, words);
    return g_string_free(g_string_append(s, after), FALSE);
}

static void test_bounds(void **state)
{
    static const struct {
        const char *heading, *before, *words, *after;
        guint fits, exceeds; /* how often `words` may stand there, and how often not */
    } cases[] = {
        /* a decision in one sentence */
        {"Beslut", "Nämnden beslutar att godkänna ", "a, b och ", "c.", 400, 450},
        /* paragraphs that run on */
        {"Yrkanden", "Bo Ek (M)", "\n= har sagt mycket om bussarna och tågen och", " mer.", 180, 200},
        /* attachments in a row */
        {"Beslut", "Nämnden godkänner bilaga 1", ", 2", ".", 28, 29},
    };

    (void)state;
    for (gsize i = 0; i < 2 * G_N_ELEMENTS(cases); i++) {
        bool exceeds = i % 2;
        guint count = exceeds ? cases[i / 2].exceeds : cases[i / 2].fits, notes = 0;
        g_autofree char *text = repeated(cases[i / 2].before, cases[i / 2].words, count, cases[i / 2].after);
        g_autofree char *lines = g_strdup_printf("# Protokoll\n# § 1 Bussar\n## %s\n%s\n# § 2 Slut\nText.",
                                                 cases[i / 2].heading, text);
        Meeting *meeting = fixture_meeting(lines);
        for (guint n = 0; n < meeting->notes->len; n++)
            notes += g_array_index(meeting->notes, Note, n).kind == NOTE_TEXT_OVERLONG;
        if (notes != exceeds)
            fail_msg("%u notes of %u times \"%s\"", notes, count, cases[i / 2].words);
        meeting_free(meeting);
    }
}

/* What a form takes too many steps for. */
static void test_steps_of_a_form(void **state)
{
    (void)state;
    Blocks *blocks = fixture_blocks("# Protokoll");
    Profile *profile = fixture_profile();
    for (int exceeds = 0; exceeds < 2; exceeds++) {
        g_autofree char *text = repeated("", "KS 20", exceeds ? 20000 : 20, "0");
        Draft draft;
        draft_begin(&draft, blocks, profile);
        for (int i = 0; i < 2; i++)
            assert_false(draft_matches(&draft, FORM_CASE_LAST, text));
        assert_int_equal(draft.meeting->notes ? draft.meeting->notes->len : 0, exceeds);
        meeting_free(draft.meeting);
        draft_end(&draft);
    }
    profile_free(profile);
    blocks_free(blocks);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_bounds),
        cmocka_unit_test(test_steps_of_a_form),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
