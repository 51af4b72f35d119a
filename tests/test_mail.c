/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of messages: lines that mail carries, headers that tell the truth, the same bytes for the same
 * content. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <glib.h>
#include <string.h>

#include "mail.h"

/* The caller frees it. */
static char *mail_of(const char *subject, const char *date, const char *text)
{
    g_autoptr(GBytes) plain = g_bytes_new_static(text, strlen(text));
    g_autoptr(GBytes) html = g_bytes_new_static("<p>å</p>\n", strlen("<p>å</p>\n"));
    g_autoptr(GBytes) mail = mail_from_parts(subject, date, plain, html);
    return g_strndup(g_bytes_get_data(mail, NULL), g_bytes_get_size(mail));
}

static void lines_are_short_and_end_in_crlf(void **state)
{
    (void)state;
    g_autoptr(GString) text = g_string_new(NULL);
    for (int i = 0; i < 300; i++)
        g_string_append(text, i % 7 ? "å" : "= .");
    g_autofree char *mail =
        mail_of("Ett ämne som är så långt att det inte ryms på en rad, åäö åäö åäö", "2025-03-12", text->str);
    g_auto(GStrv) lines = g_strsplit(mail, "\r\n", -1);
    for (char **line = lines; *line; line++) {
        assert_true(strlen(*line) <= 76);
        assert_null(strpbrk(*line, "\r\n"));
        assert_true(g_str_is_ascii(*line));
        assert_string_not_equal(*line, ".");
    }
}

static void text_is_encoded_so_that_it_survives(void **state)
{
    static const struct {
        const char *text, *encoded;
    } cases[] = {
        {"a=b\n", "\r\n\r\na=3Db\r\n"},
        {"blank \nnext\n", "\r\n\r\nblank=20\r\nnext\r\n"},
        {"a\n.\nb\n", "\r\n\r\na\r\n=2E\r\nb\r\n"},
        {"å\n", "\r\n\r\n=C3=A5\r\n"},
        {"a\r\nb\n", "\r\n\r\na\r\nb\r\n"},
    };
    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *mail = mail_of("x", NULL, cases[i].text);
        assert_non_null(strstr(mail, cases[i].encoded));
    }
}

static void the_subject_is_whole_characters(void **state)
{
    static const char subject[] = "Beslut i korthet 2025-03-01–2025-03-31 – åäöåäöåäöåäöåäö";
    g_autofree char *mail = mail_of(subject, NULL, "x");
    g_autoptr(GString) decoded = g_string_new(NULL);
    (void)state;
    for (const char *word = strstr(mail, "=?UTF-8?B?"); word; word = strstr(word + 1, "=?UTF-8?B?")) {
        const char *start = word + strlen("=?UTF-8?B?");
        g_autofree char *base64 = g_strndup(start, strcspn(start, "?"));
        gsize length = 0;
        g_autofree guchar *bytes = g_base64_decode(base64, &length);
        assert_true(g_utf8_validate((const char *)bytes, (gssize)length, NULL));
        g_string_append_len(decoded, (const char *)bytes, (gssize)length);
    }
    assert_string_equal(decoded->str, subject);
}

static void date_and_id_come_from_the_content(void **state)
{
    g_autofree char *mail = mail_of("x", "2025-03-12", "x"), *same = mail_of("x", "2025-03-12", "x");
    g_autofree char *other = mail_of("x", "2025-03-12", "y"), *undated = mail_of("x", NULL, "x");
    (void)state;
    assert_string_equal(mail, same);
    assert_non_null(strstr(mail, "\r\nDate: Wed, 12 Mar 2025 12:00:00 +0000\r\n"));
    assert_non_null(strstr(undated, "\r\nDate: Thu, 1 Jan 1970 00:00:00 +0000\r\n"));
    g_autofree char *id = g_strndup(strstr(mail, "Message-ID: "), 60);
    assert_null(strstr(other, id));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_are_short_and_end_in_crlf),
        cmocka_unit_test(text_is_encoded_so_that_it_survives),
        cmocka_unit_test(the_subject_is_whole_characters),
        cmocka_unit_test(date_and_id_come_from_the_content),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
