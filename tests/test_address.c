/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of addresses: which names give the same one, and which do not. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
#include <glib.h>
#include <string.h>

#include "base/address.h"

static void assert_address(char *address, const char *expected)
{
    g_autofree char *got = address;
    if (expected)
        assert_string_equal(got, expected);
    else
        assert_null(got);
}

static void test_slugs(void **state)
{
    static const char *const table[][2] = {
        {"Kommunfullmäktige", "kommunfullmaktige"},
        {"Vård- och omsorgsnämnden", "vard-och-omsorgsnamnden"},
        {"  ÅÄÖ  åäö é ü ", "aao-aao-e-u"},
        {"A\xcc\x8angstro\xcc\x88m", "angstrom"}, /* letters and marks apart */
        {"Sørby & Æbeltoft (AB)", "sorby-aebeltoft-ab"},
        {"../../etc/passwd", "etc-passwd"},
        {"Ärenden", "arenden-866a8f55"},
        {"", "e3b0c442"},
        {"北京", "68c77e15"},
    };
    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(table); i++)
        assert_address(address_slug(table[i][0]), table[i][1]);
}

static void test_long_names_differ(void **state)
{
    (void)state;
    g_autofree char *many = g_strnfill(3000, 'n');
    g_autofree char *one = g_strconcat(many, "1", NULL), *other = g_strconcat(many, "2", NULL);
    g_autofree char *first = address_slug(one), *second = address_slug(other);
    assert_true(strlen(first) <= 100);
    assert_string_not_equal(first, second);
}

static void test_places(void **state)
{
    (void)state;
    assert_address(address_of_body("Ekdals kommun", "Kommunstyrelsen"), "ekdals-kommun/kommunstyrelsen/");
    assert_address(address_of_body(NULL, NULL), "okand-huvudman/okant-organ/");
    assert_address(address_of_meeting("Ekdals kommun", "Kommunstyrelsen", "2025-03-12", "abc"),
                   "ekdals-kommun/kommunstyrelsen/2025-03-12/");
    assert_address(address_of_meeting(NULL, "Nämnden", NULL, "0123456789abcdef"),
                   "okand-huvudman/namnden/odaterat-01234567/");
    assert_address(address_of_item("71", "p71"), "p71/");
    assert_address(address_of_item("71 A", "p71a"), "p71a/");
    assert_address(address_of_item(NULL, "a3"), "a3/");
    assert_address(address_of_item("", "a3"), "a3/");
}

static void test_cases(void **state)
{
    static const struct {
        const char *body, *number, *key;
    } table[] = {
        {"Kommunstyrelsen", "KS 2024/123", "ks-2024-123"},
        {"Kommunfullmäktige", "Dnr KS 2024/123", "ks-2024-123"},
        {"Kommunstyrelsen", "Diarienummer: KS-2024-123", "ks-2024-123"},
        {"Kommunstyrelsen", "Dnr: KS/2024:00123", "ks-2024-123"},
        {"Kommunstyrelsen", "KS2024/123", "ks-2024-123"},
        {"Kommunstyrelsen", "KS 2024/1230", "ks-2024-1230"},
        {"Kommunstyrelsen", "KS 24/123", "ks-24-123"},
        {"Kommunstyrelsen", "KSN 2024/123", "ksn-2024-123"},
        {"Kommunstyrelsen", "SLK-2024-00525:3", "slk-2024-525-3"},
        {"Nämnden", "24KSN512", "24-ksn-512"},
        {"Kommunstyrelsen", "2024/123", "2024-123-kommunstyrelsen"},
        {"Kommunfullmäktige", "dnr 2024/123", "2024-123-kommunstyrelsen"},
        {"Kommunstyrelsens arbetsutskott", "2024/123", "2024-123-kommunstyrelsen"},
        {"Välfärdsnämnden", "2024/123", "2024-123-valfardsnamnden"},
        {"Välfärdsnämndens individutskott", "2024/123", "2024-123-valfardsnamnden"},
        {NULL, "2024/123", "2024-123-okant-organ"},
        {"Kommunstyrelsen", "KS 000", "ks-0"},
        {"Kommunstyrelsen", "Dnr", NULL},
        {"Kommunstyrelsen", "saknas", NULL},
    };
    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(table); i++)
        assert_address(address_case_key(table[i].body, table[i].number), table[i].key);
    assert_address(address_of_case("Ekdals kommun", "Kommunstyrelsen", "KS 2024/123"),
                   "ekdals-kommun/arenden/ks-2024-123/");
    assert_address(address_of_case("Ekdals kommun", "Kommunstyrelsen", "-"), NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_slugs),
        cmocka_unit_test(test_long_names_differ),
        cmocka_unit_test(test_places),
        cmocka_unit_test(test_cases),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
