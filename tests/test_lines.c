/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of lines: what is left out of a page that has too much of something. */
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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_page_with_too_much_is_noted_and_keeps_its_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
