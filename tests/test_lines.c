/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of lines: what runs over the pages, and what is left out of a page that has too much of something. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/notes.h"
#include "meeting_fixture.h"

/* A page with one run of text, and so many links, ruled lines and pictures over it. */
static Pages *page_with(guint links, guint rules, guint images)
{
    Pages *pages = g_new0(Pages, 1);
    Page page = {.number = 1, .width = 600, .height = 800, .runs = g_array_new(FALSE, TRUE, sizeof(Run))};
    Run run = {.box = {70, 70, 170, 84}, .size = 11, .text = "En rad text"};
    Box over = {60, 60, 200, 100}, down = {65, 60, 65, 90};
    pages->chunk = g_string_chunk_new(64);
    pages->pages = g_array_new(FALSE, TRUE, sizeof(Page));
    pages->notes = g_array_new(FALSE, TRUE, sizeof(Note));
    g_array_append_val(page.runs, run);
    page.links = g_array_new(FALSE, TRUE, sizeof(Link));
    for (guint i = 0; i < links; i++)
        g_array_append_val(page.links, ((Link){over, "https://a.example/"}));
    page.rules = g_array_new(FALSE, TRUE, sizeof(Rule));
    for (guint i = 0; i < rules; i++)
        g_array_append_val(page.rules, ((Rule){down}));
    page.images = g_array_new(FALSE, TRUE, sizeof(Image));
    for (guint i = 0; i < images; i++)
        g_array_append_val(page.images, ((Image){over}));
    g_array_append_val(pages->pages, page);
    return pages;
}

static void a_page_with_too_much_is_noted_and_keeps_its_text(void **state)
{
    (void)state;
    static const struct {
        guint links, rules, images;
        bool noted;
    } rows[] = {
        {5000, 5000, 5000, false}, {5001, 5000, 0, true}, {5000, 5001, 0, true}, {0, 5000, 5001, true}};
    Profile *profile = fixture_profile();
    for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
        Pages *pages = page_with(rows[i].links, rows[i].rules, rows[i].images);
        Lines *lines = lines_from_pages(pages, profile);
        const Sheet *sheet = lines_sheet(lines, 1);
        const Part *part = &g_array_index(g_array_index(lines->lines, Line, 0).parts, Part, 0);
        assert_int_equal(lines->notes->len, rows[i].noted ? 1 : 0);
        if (rows[i].noted)
            assert_int_equal(g_array_index(lines->notes, Note, 0).kind, NOTE_PAGE_OVERFULL);
        assert_string_equal(part->text.s, "En rad text");
        assert_int_equal(part->text.marks ? part->text.marks->len : 0, rows[i].links == 5000);
        assert_int_equal(sheet->rules->len, rows[i].rules > 5000 ? 0 : rows[i].rules);
        assert_int_equal(sheet->images->len, rows[i].images > 5000 ? 0 : rows[i].images);
        lines_free(lines);
        pages_free(pages);
    }
    profile_free(profile);
}

/* Pages of A4, given as "TOP text|TOP text" from the top down. */
static Pages *pages_of(const char *const *texts)
{
    Pages *pages = g_new0(Pages, 1);
    pages->chunk = g_string_chunk_new(64);
    pages->pages = g_array_new(FALSE, TRUE, sizeof(Page));
    for (int n = 0; texts[n]; n++) {
        Page page = {.number = n + 1, .width = 595, .height = 842};
        g_auto(GStrv) lines = g_strsplit(texts[n], "|", -1);
        page.runs = g_array_new(FALSE, TRUE, sizeof(Run));
        for (char **line = lines; *line; line++) {
            char *text;
            double top = g_ascii_strtod(*line, &text);
            double left = line > lines && atof(line[-1]) == top ? 400 : 70; /* beside the one before */
            Run run = {.box = {left, top, left + 5 * (double)strlen(text + 1), top + 12}, .size = 11};
            run.text = g_string_chunk_insert(pages->chunk, text + 1);
            g_array_append_val(page.runs, run);
        }
        g_array_append_val(pages->pages, page);
    }
    return pages;
}

static void heads_and_feet_are_known_by_returning(void **state)
{
    (void)state;
    static const struct {
        const char *what;
        const char *pages[8];
        guint dropped;
    } rows[] = {
        {"a first page whose head stands lower",
         {"60 Ekby stad|120 En text", "40 Ekby stad|90 Annat", "40 Ekby stad|80 Mer"},
         3},
        {"left and right pages",
         {"40 Ekby stad|90 En", "40 2 Nämndens protokoll|90 Två", "40 Ekby stad|95 Tre",
          "40 4 Nämndens protokoll|80 Fyra", "40 Ekby stad|90 Fem", "40 6 Nämndens protokoll|85 Sex"},
         6},
        {"a body that is a word of the text, too",
         {"40 Kulturnämnden|90 En|120 Kulturnämnden|140 Två", "40 Kulturnämnden|100 Tre|200 Kulturnämnden",
          "40 Kulturnämnden|80 Fyra|160 Kulturnämnden|200 Fem"},
         3},
        {"a page number behind a day",
         {"90 En|800 Ekby 2024-02-05 sida 1", "90 Två|800 Ekby 2024-02-05 sida 2",
          "90 Tre|800 Ekby 2024-02-05 sida 3"},
         3},
        {"a page number between others",
         {"40 Protokoll 3 sida 1 av 3|90 En", "40 Protokoll 3 sida 2 av 3|90 Två",
          "40 Protokoll 3 sida 3 av 3|90 Tre"},
         3},
        {"a box to sign in far above the foot",
         {"90 En|300 Justerandes sign", "90 Två|420 Justerandes sign"},
         2},
        {"a section's word beside the number of the page",
         {"90 En|800 Justering|800 1 av 3", "90 Två|800 Justering|800 2 av 3",
          "90 Tre|800 Justering|800 3 av 3"},
         3},
        {"the body's name in a form on the cover",
         {"40 Ekby stad|70 Organ|70 Nämnden", "40 Ekby stad|70 Nämnden|120 Nämnden|150 Två",
          "40 Ekby stad|70 Nämnden|140 Nämnden|200 Nämnden"},
         3},
        {"words that happen to end pages",
         {"90 En|300 Akten", "90 Två|520 Akten", "90 Tre|650 Akten", "90 Fyra|410 Akten"},
         0},
        {"items that each begin a page", {"90 § 1|120 En", "90 § 2|120 Två", "90 § 3|120 Tre"}, 0},
        {"two left pages alone", {"40 Ekby|90 En", "40 Bok|90 Två", "40 Ekby|90 Tre", "40 Val|90 Fyra"}, 0},
    };
    Profile *profile = fixture_profile();
    for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
        Pages *pages = pages_of(rows[i].pages);
        Lines *lines = lines_from_pages(pages, profile);
        guint dropped = 0;
        for (guint k = 0; k < lines->lines->len; k++)
            dropped += g_array_index(lines->lines, Line, k).drop != DROP_NONE;
        if (dropped != rows[i].dropped)
            fail_msg("%s: %u lines left out, not %u", rows[i].what, dropped, rows[i].dropped);
        lines_free(lines);
        pages_free(pages);
    }
    profile_free(profile);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(heads_and_feet_are_known_by_returning),
        cmocka_unit_test(a_page_with_too_much_is_noted_and_keeps_its_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
