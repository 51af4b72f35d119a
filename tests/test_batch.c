/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of what a batch decides by names alone: how a path is written, where it has its place, its shard. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <glib.h>
#include <string.h>

#include "pathname.h"
#include "shard.h"

static void paths_are_written_so_that_bytes_can_be_told(void **state)
{
    static const struct {
        const char *path, *text;
    } rows[] = {
        {"2024/protokoll.pdf", "2024/protokoll.pdf"},
        {"nämnd § 1.pdf", "nämnd § 1.pdf"},
        {"100%.pdf", "100%25.pdf"},
        {"%0A", "%250A"},
        {"two\nlines", "two%0Alines"},
        {"latin1 \xE5", "latin1 %E5"},
        {"cut \xC3", "cut %C3"},
        {" a  b ", "%20a %20b%20"},
        {"\x1b[31m", "%1B[31m"},
        {"a\xE2\x80\x8B"
         "b",
         "a%E2%80%8Bb"},
        {"a\xE2\x80\xA8"
         "b",
         "a%E2%80%A8b"},
    };
    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autofree char *text = pathname_text(rows[i].path);
        assert_string_equal(text, rows[i].text);
    }
}

static void every_path_has_a_place_below_the_outputs(void **state)
{
    static const struct {
        const char *path, *place;
    } rows[] = {
        {"a.pdf", "a.pdf"},
        {"./a//b/./c.pdf", "a/b/c.pdf"},
        {"a/../b.pdf", "b.pdf"},
        {"/srv/a.pdf", "srv/a.pdf"},
        {"/../a.pdf", "a.pdf"},
        {"../../../../../../../../../../../../a.pdf", "a.pdf"},
        {"a/../../../../../../../../../../../../../b/c.pdf", "b/c.pdf"},
        {"...", "..."},
        {"a/..", ""},
    };
    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autofree char *place = pathname_below(rows[i].path);
        assert_string_equal(place, rows[i].place);
    }
}

static void shards_are_read(void **state)
{
    static const char *const wrong[] = {"",      "1",   "0/2",  "3/2", "1/0",      "-1/2",
                                        "1/2/3", "a/b", "1/2x", "/",   "1/9999999"};
    Shard shard;
    (void)state;
    assert_true(shard_from_text(&shard, NULL));
    assert_int_equal(shard.count, 0);
    assert_true(shard_from_text(&shard, "2/3"));
    assert_int_equal(shard.number, 2);
    assert_int_equal(shard.count, 3);
    for (gsize i = 0; i < G_N_ELEMENTS(wrong); i++)
        assert_false(shard_from_text(&shard, wrong[i]));
}

/* The man page says how: the number is that of printf %s 2024/minutes.pdf | sha256sum. */
static void a_path_is_in_one_shard_and_stays_there(void **state)
{
    enum { COUNT = 7, PATHS = 7000 };
    guint in[COUNT + 1] = {0};
    (void)state;
    for (guint i = 0; i < PATHS; i++) {
        g_autofree char *path = g_strdup_printf("%u/minutes.pdf", i);
        guint shards = 0;
        for (guint number = 1; number <= COUNT; number++) {
            guint has = shard_has((Shard){number, COUNT}, path) ? 1 : 0;
            shards += has;
            in[number] += has;
        }
        assert_int_equal(shards, 1);
    }
    for (guint number = 1; number <= COUNT; number++)
        assert_in_range(in[number], PATHS / COUNT * 9 / 10, PATHS / COUNT * 11 / 10);
    assert_true(shard_has((Shard){175, 1000}, "2024/minutes.pdf"));
    assert_true(shard_has((Shard){0, 0}, "2024/minutes.pdf"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(paths_are_written_so_that_bytes_can_be_told),
        cmocka_unit_test(every_path_has_a_place_below_the_outputs),
        cmocka_unit_test(shards_are_read),
        cmocka_unit_test(a_path_is_in_one_shard_and_stays_there),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
