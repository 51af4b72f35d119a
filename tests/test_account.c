/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of accounts: which of two documents about a body and day counts, or both. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/account.h"

/* Minutes of ten items, signed, with § 1; a number of its own for each. */
#define MINUTES .minutes = true, .items = 10

typedef struct {
    Account account;
    const char *number; /* NULL: none */
} Told;

static void settle(const Told *told, guint count, Account *accounts)
{
    for (guint i = 0; i < count; i++) {
        accounts[i] = told[i].account;
        accounts[i].of = i;
        accounts[i].numbers = g_ptr_array_new();
        if (told[i].number)
            g_ptr_array_add(accounts[i].numbers, (gpointer)told[i].number);
    }
    accounts_settle(accounts, count);
    for (guint i = 0; i < count; i++)
        g_ptr_array_unref(accounts[i].numbers);
}

static void the_better_counts(void **state)
{
    static const struct {
        Told first, second;
        int counts; /* 1, 2, or 0: both */
    } cases[] = {
        {{{MINUTES, .preliminary = true}, "1"}, {{MINUTES}, "1"}, 2},
        {{{MINUTES, .adjusted = "2025-03-20"}, "1"}, {{MINUTES, .adjusted = "2025-03-21"}, "1"}, 2},
        {{{MINUTES}, "1"}, {{MINUTES, .adjusted = "2025-03-21"}, "1"}, 2},
        {{{MINUTES}, "1"}, {{.minutes = true, .items = 4, .adjusted = "2025-03-21"}, "1"}, 1},
        {{{MINUTES}, "1"}, {{.minutes = true, .items = 9}, "1"}, 1},
        {{{MINUTES}, "1"}, {{MINUTES}, "2"}, 0},
        {{{MINUTES}, "1"}, {{MINUTES}, NULL}, 0},
        {{{.items = 20}, NULL}, {{MINUTES, .preliminary = true}, "1"}, 2},
        {{{.items = 2}, NULL}, {{.items = 3}, NULL}, 2},
        {{{.items = 2, .alone = true}, NULL}, {{MINUTES}, "1"}, 0},
        {{{MINUTES, .alone = true}, "1"}, {{MINUTES, .alone = true}, "1"}, 0},
        {{{MINUTES, .alone = true, .sha256 = "a", .name = "x"}, "1"},
         {{MINUTES, .alone = true, .sha256 = "a", .name = "w"}, "1"},
         2},
        {{{MINUTES, .sha256 = "a"}, "1"}, {{MINUTES, .sha256 = "b"}, "1"}, 1},
    };
    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++)
        for (guint turned = 0; turned < 2; turned++) {
            Told told[] = {turned ? cases[i].second : cases[i].first,
                           turned ? cases[i].first : cases[i].second};
            Account accounts[2];
            settle(told, 2, accounts);
            assert_null(accounts[0].by);
            if (cases[i].counts == 0) {
                assert_null(accounts[1].by);
                continue;
            }
            assert_ptr_equal(accounts[1].by, &accounts[0]);
            assert_int_equal(accounts[0].of, (guint)(cases[i].counts - 1) ^ turned);
        }
}

/* Of three, two meetings: one told of twice. */
static void each_is_tied_to_the_one_that_counts_for_it(void **state)
{
    static const Told told[] = {{{MINUTES, .preliminary = true}, "1"},
                                {{MINUTES, .sha256 = "c"}, "7"},
                                {{MINUTES, .adjusted = "2025-03-20"}, "1"}};
    Account accounts[3];
    (void)state;
    settle(told, 3, accounts);
    assert_int_equal(accounts[0].of, 2);
    assert_int_equal(accounts[1].of, 1);
    assert_int_equal(accounts[2].of, 0);
    assert_null(accounts[1].by);
    assert_ptr_equal(accounts[2].by, &accounts[0]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_better_counts),
        cmocka_unit_test(each_is_tied_to_the_one_that_counts_for_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
