/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of personal data in the forms that people write it in: of each sentence in tests/personal/forms.txt a
 * public edition leaves out the words in braces and no others. With FORMS_COUNT set, says how many. */
#include "meeting_fixture.h"

#include <stdio.h>
#include <stdlib.h>

#include "personal.h"

typedef struct {
    guint forms, found, missed, false_alarms;
} Count;

static int by_letters(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* The words of a text, sorted: with the stretches in braces, or without. */
static char *words_of(const char *s, bool braces, guint *stretches)
{
    g_autoptr(GString) kept = g_string_new(NULL);
    bool inside = false;
    *stretches = 0;
    for (; *s; s = g_utf8_next_char(s)) {
        *stretches += *s == '{';
        inside = *s == '{' || (inside && *s != '}');
        if (braces || !inside)
            g_string_append_unichar(kept,
                                    text_is_letter_or_digit(g_utf8_get_char(s)) ? g_utf8_get_char(s) : ' ');
    }
    g_auto(GStrv) words = g_strsplit_set(kept->str, " ", -1);
    qsort(words, g_strv_length(words), sizeof *words, by_letters);
    g_autofree char *line = g_strjoinv(" ", words);
    return g_strdup(g_strstrip(line));
}

static void add_text(GString *to, const Text *text)
{
    g_string_append_printf(to, "%s ", text->s ? text->s : "");
}

/* What stands in the item's section once all is masked, without the words that stand for what was. */
static char *public_text(const char *title, const char *sentence, const Profile *profile, GString *listed)
{
    g_auto(GStrv) paragraphs = g_strsplit(sentence, " / ", -1);
    g_autofree char *lines = g_strjoinv("\n", paragraphs);
    g_autofree char *all =
        g_strdup_printf("# Protokoll\n| Sammanträdesdatum|2024-09-03\n# § 1 Upprop\nNärvaron antecknas.\n"
                        "# § 2 %s\n## Bakgrund\n%s",
                        title, lines);
    Meeting *meeting = fixture_meeting(all);
    g_autoptr(Personal) personal = personal_from_meeting(meeting, profile);
    personal_mask(personal, meeting);
    for (guint i = 0; i < personal->findings->len; i++) {
        const PersonalFinding *finding = &g_array_index(personal->findings, PersonalFinding, i);
        g_string_append_printf(listed, "%s“%s”", i ? ", " : "", finding->words);
    }
    g_autoptr(GString) text = g_string_new(NULL);
    const Item *item = fixture_item(meeting, 1);
    for (guint i = 0; item->sections && i < item->sections->len; i++) {
        const GArray *blocks = g_array_index(item->sections, Section, i).blocks;
        for (guint j = 0; blocks && j < blocks->len; j++) {
            const Block *block = &g_array_index(blocks, Block, j);
            if (block->kind == BLOCK_HEADING)
                continue;
            add_text(text, &block->text);
            for (guint k = 0; block->rows && k < block->rows->len; k++) {
                const Row *row = &g_array_index(block->rows, Row, k);
                for (guint l = 0; l < row->cells->len; l++)
                    add_text(text, &g_array_index(row->cells, Cell, l).text);
            }
        }
    }
    g_string_replace(text, PERSONAL_MASK, " ", 0);
    meeting_free(meeting);
    return g_string_free(g_steal_pointer(&text), FALSE);
}

/* Words of `a`, sorted, that are not in `b`. */
static guint excess(const char *a, const char *b)
{
    g_auto(GStrv) first = g_strsplit(a, " ", -1);
    g_auto(GStrv) second = g_strsplit(b, " ", -1);
    guint n = 0;
    for (char **p = first, **q = second; *p;) {
        int order = *q ? strcmp(*p, *q) : -1;
        n += order < 0;
        p += order <= 0;
        q += order >= 0;
    }
    return n;
}

/* True where the rules get the sentence right. */
static bool judge(const char *line, const Profile *profile, Count *count)
{
    g_autofree char *row = g_str_has_prefix(line + 2, "| ") ? g_strdup(line + 2) : NULL;
    g_autoptr(GString) sentence = g_string_new(row ? row : line + 2);
    guint stretches, none;
    g_string_replace(sentence, "~", "\xc2\xad", 0);
    g_string_replace(sentence, "^", "\xc2\xa0", 0);
    g_autofree char *kept = words_of(sentence->str, false, &stretches);
    g_string_replace(sentence, "{", "", 0);
    g_string_replace(sentence, "}", "", 0);
    g_autoptr(GString) listed = g_string_new(NULL);
    g_autofree char *text =
        public_text(*line == 'e' ? "Ansökan om bistånd" : "Budget och taxor", sentence->str, profile, listed);
    g_autofree char *left = words_of(text, true, &none);
    guint missed = excess(left, kept), lost = excess(kept, left);
    count->forms += stretches > 0;
    count->found += stretches > 0 && missed == 0 && lost == 0;
    count->missed += missed > 0;
    count->false_alarms += lost > 0;
    if ((missed || lost) && getenv("FORMS_COUNT"))
        print_message("%s:%s%s; listed: %s\n", line, missed ? " missed" : "", lost ? " false alarm" : "",
                      listed->str);
    return missed == 0 && lost == 0;
}

static void each_form_is_left_out_and_nothing_else(void **state)
{
    g_autofree char *file = NULL;
    Profile *profile = fixture_profile();
    Count count = {0};
    guint failures = 0;
    (void)state;
    assert_true(g_file_get_contents("tests/personal/forms.txt", &file, NULL, NULL));
    g_auto(GStrv) lines = g_strsplit(file, "\n", -1);
    for (char **line = lines; *line; line++) {
        bool known = g_str_has_prefix(*line, "? ");
        const char *form = *line + (known ? 2 : 0);
        if (!g_str_has_prefix(form, "e ") && !g_str_has_prefix(form, "o "))
            continue;
        if (judge(form, profile, &count) == known) {
            if (!getenv("FORMS_COUNT"))
                print_error("%s: %s\n", form, known ? "is right by now" : "is wrong");
            failures++;
        }
    }
    if (getenv("FORMS_COUNT"))
        print_message("%u forms: %u found, %u missed, %u false alarms\n", count.forms, count.found,
                      count.missed, count.false_alarms);
    profile_free(profile);
    assert_true(count.forms > 100);
    assert_int_equal(failures, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(each_form_is_left_out_and_nothing_else)};
    return cmocka_run_group_tests_name("personal forms", tests, NULL, NULL);
}
