/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of which characters no text holds, and of what comes of them in names and titles from outside. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <glib.h>

#include "base/text.h"

static void hidden_characters_are_told(void **state)
{
    (void)state;
    static const gunichar hidden[] = {0x00,   0x07,   0x1B,   0x7F,    0x85,    0x9B,    0x061C, 0x200B,
                                      0x200E, 0x2028, 0x202A, 0x202E,  0x2066,  0x2069,  0x206F, 0xFEFF,
                                      0xFFF9, 0xFFFE, 0xFFFF, 0x1FFFE, 0xE0041, 0x10FFFF};
    static const gunichar seen[] = {'\t',   '\n',   '\r',   ' ',    '~',    0xA0,   0xAD,   0xE5,   0x0301,
                                    0x2013, 0x2011, 0x202F, 0x2030, 0x20AC, 0xFB01, 0xFFFD, 0x1F600};
    for (gsize i = 0; i < G_N_ELEMENTS(hidden); i++)
        assert_true(text_is_hidden(hidden[i]));
    for (gsize i = 0; i < G_N_ELEMENTS(seen); i++)
        assert_false(text_is_hidden(seen[i]));
}

static void bytes_from_outside_are_one_line(void **state)
{
    (void)state;
    static const char *const rows[][2] = {
        {"protokoll å.pdf", "protokoll å.pdf"},
        {"a\nb\tc", "a\uFFFDb\uFFFDc"},
        {"by\u200Blaw.pdf", "by\uFFFDlaw.pdf"},
        {"\xE5r\x1B[2J", "\uFFFDr\uFFFD[2J"},
        {"", ""},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autofree char *text = text_printable(rows[i][0]);
        assert_string_equal(text, rows[i][1]);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(hidden_characters_are_told),
        cmocka_unit_test(bytes_from_outside_are_one_line),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
