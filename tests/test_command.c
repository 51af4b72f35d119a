/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of the command line as a function: statuses, streams, and words kept from stage to stage. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <glib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/notes.h"
#include "command.h"
#include "options.h"
#include "words.h"

/* What a call of the program wrote. */
typedef struct {
    int status;
    char *out, *err;
} Said;

static Said say(const char *input, const char *const *arguments)
{
    Said said = {0};
    size_t out_size = 0, err_size = 0;
    FILE *in = fmemopen((void *)(input && *input ? input : " "), input && *input ? strlen(input) : 1, "r");
    FILE *out = open_memstream(&said.out, &out_size);
    FILE *err = open_memstream(&said.err, &err_size);
    said.status = command((int)g_strv_length((char **)arguments), (char **)arguments, in, out, err);
    fclose(in);
    fclose(out);
    fclose(err);
    return said;
}

static void said_clear(Said *said)
{
    free(said->out);
    free(said->err);
}

static void help_names_every_command(void **state)
{
    (void)state;
    static const char *const names[] = {"convert", "pages",   "lines", "blocks",
                                        "meeting", "summary", "render"};
    Said said = say(NULL, (const char *const[]){"sammandrag", "--help", NULL});
    assert_int_equal(said.status, STATUS_OK);
    assert_string_equal(said.err, "");
    for (gsize i = 0; i < G_N_ELEMENTS(names); i++) {
        assert_non_null(strstr(said.out, names[i]));
        Said own = say(NULL, (const char *const[]){"sammandrag", "help", names[i], NULL});
        Said same = say(NULL, (const char *const[]){"sammandrag", names[i], "--help", NULL});
        assert_int_equal(own.status, STATUS_OK);
        assert_string_equal(own.out, same.out);
        assert_non_null(strstr(own.out, "--quiet"));
        said_clear(&own);
        said_clear(&same);
    }
    said_clear(&said);
}

static void streams_are_the_ones_given(void **state)
{
    (void)state;
    Said said = say("no PDF at all", (const char *const[]){"sammandrag", "pages", NULL});
    assert_int_equal(said.status, STATUS_INPUT);
    assert_string_equal(said.out, "");
    assert_true(g_str_has_prefix(said.err, "sammandrag: stdin: "));
    said_clear(&said);
}

static void a_second_call_starts_anew(void **state)
{
    (void)state;
    const char *const wrong[] = {"sammandrag", "convert", "--to", "docx", "x.pdf", NULL};
    Said first = say(NULL, wrong), second = say(NULL, wrong);
    assert_int_equal(first.status, STATUS_USAGE);
    assert_string_equal(first.err, second.err);
    said_clear(&first);
    said_clear(&second);
}

/* --- words from stage to stage ---------------------------------------------------------------- */

static GArray *notes_after(const char *const *runs, const char *const *lines)
{
    Pages pages = {.pages = g_array_new(FALSE, TRUE, sizeof(Page))};
    Page page = {.number = 3, .runs = g_array_new(FALSE, TRUE, sizeof(Run))};
    for (; *runs; runs++) {
        Run run = {.text = **runs == '+' ? *runs + 1 : *runs, .joined = **runs == '+'};
        g_array_append_val(page.runs, run);
    }
    g_array_append_val(pages.pages, page);

    Lines made = {.chunk = g_string_chunk_new(256),
                  .lines = g_array_new(FALSE, TRUE, sizeof(Line)),
                  .notes = g_array_new(FALSE, TRUE, sizeof(Note))};
    for (; *lines; lines++) {
        Line line = {.page = 3, .parts = g_array_new(FALSE, TRUE, sizeof(Part))};
        Part part = {.text = {.s = *lines}};
        g_array_append_val(line.parts, part);
        g_array_append_val(made.lines, line);
    }
    words_kept_in_lines(&pages, &made);

    g_array_unref(page.runs);
    g_array_unref(pages.pages);
    for (guint i = 0; i < made.lines->len; i++)
        g_array_unref(g_array_index(made.lines, Line, i).parts);
    g_array_unref(made.lines);
    /* The strings of the notes are compared at once by the caller, who frees the chunk with them. */
    g_array_set_clear_func(made.notes, NULL);
    for (guint i = 0; i < made.notes->len; i++) {
        Note *note = &g_array_index(made.notes, Note, i);
        note->words = g_intern_string(note->words);
    }
    g_string_chunk_free(made.chunk);
    return made.notes;
}

static void jobs_are_read_as_they_are_written(void **state)
{
    static const struct {
        const char *arguments[5];
        int jobs; /* -1: refused */
        const char *file;
    } cases[] = {
        {{"-j", "3", "x.pdf"}, 3, "x.pdf"},  {{"-j12", "x.pdf"}, 12, "x.pdf"},
        {{"--jobs=3", "x.pdf"}, 3, "x.pdf"}, {{"x.pdf", "-j3"}, 3, "x.pdf"},
        {{"-j3", "--", "-j2"}, 3, "-j2"},    {{"-j3x", "x.pdf"}, -1, NULL},
        {{"-jx", "x.pdf"}, -1, NULL},
    };
    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        Options options;
        g_autoptr(GError) error = NULL;
        gboolean good = options_parse(&options, TAKEN_BY_BATCH, (char **)cases[i].arguments, &error);
        assert_int_equal(good ? options.jobs : -1, cases[i].jobs);
        if (cases[i].file)
            assert_string_equal(options.files[0], cases[i].file);
        options_clear(&options);
    }
}

static void words_are_balanced(void **state)
{
    (void)state;
    /* A run that begins with + is joined to the one before it. */
    static const struct {
        const char *runs[5], *lines[5];
        const char *lost, *added;
    } rows[] = {
        {{"Val av justerare"}, {"Val av justerare"}, NULL, NULL},
        {{"Val av", "justerare."}, {"justerare", "Val – av"}, NULL, NULL},
        {{"för", "+bud"}, {"förbud"}, NULL, NULL},
        {{"hälso-", "sovård"}, {"hälsosovård"}, NULL, NULL},
        {{"trafiknämnden"}, {"trafik", "nämnden"}, NULL, NULL},
        {{"en en två"}, {"en två"}, "en", NULL},
        {{"ett"}, {"ett tu"}, NULL, "tu"},
        {{"bifall"}, {"avslag"}, "bifall", "avslag"},
        {{""}, {""}, NULL, NULL},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
        GArray *notes = notes_after(rows[i].runs, rows[i].lines);
        const char *lost = NULL, *added = NULL;
        for (guint j = 0; j < notes->len; j++) {
            const Note *note = &g_array_index(notes, Note, j);
            assert_int_equal(note->page, 3);
            if (note->kind == NOTE_WORDS_LOST)
                lost = note->words;
            else if (note->kind == NOTE_WORDS_ADDED)
                added = note->words;
        }
        if (g_strcmp0(lost, rows[i].lost) != 0 || g_strcmp0(added, rows[i].added) != 0)
            fail_msg("row %zu: lost %s, added %s", i, lost ? lost : "nothing", added ? added : "nothing");
        g_array_unref(notes);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(help_names_every_command),  cmocka_unit_test(streams_are_the_ones_given),
        cmocka_unit_test(a_second_call_starts_anew), cmocka_unit_test(jobs_are_read_as_they_are_written),
        cmocka_unit_test(words_are_balanced),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
