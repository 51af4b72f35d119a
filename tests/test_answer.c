/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of answers: what leaves the cage is taken when it is whole, and nothing else is. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "answer.h"

static Converted *made(void)
{
    Converted *converted = converted_new();
    converted->pages = 3;
    converted->notes[LEVEL_WARNING] = 1;
    g_ptr_array_add(converted->lines, g_strdup("a.pdf: a\nnote \x1b[31m\xe5"));
    converted_add(converted, g_bytes_new_static("one", 3));
    converted_add(converted, g_bytes_new_static("two!", 4));
    return converted;
}

static GByteArray *joined(const Converted *converted)
{
    GByteArray *all = g_byte_array_new();
    g_autoptr(GPtrArray) parts = answer_from_converted(converted);
    for (guint i = 0; i < parts->len; i++) {
        gsize length;
        const guint8 *data = g_bytes_get_data(g_ptr_array_index(parts, i), &length);
        g_byte_array_append(all, data, (guint)length);
    }
    return all;
}

static gboolean is_taken(const guint8 *bytes, gsize length, guint outputs)
{
    g_autoptr(GBytes) answer = g_bytes_new(bytes, length);
    g_autoptr(Converted) converted = converted_new();
    return converted_from_answer(converted, answer, outputs);
}

static void a_sound_answer_is_taken(void **state)
{
    (void)state;
    g_autoptr(Converted) converted = made();
    g_autoptr(GByteArray) bytes = joined(converted);
    g_autoptr(GBytes) answer = g_bytes_new(bytes->data, bytes->len);
    g_autoptr(Converted) back = converted_new();
    assert_true(converted_from_answer(back, answer, 2));
    assert_int_equal(back->pages, 3);
    assert_int_equal(back->notes[LEVEL_WARNING], 1);
    assert_string_equal(g_ptr_array_index(back->lines, 0), "a.pdf: a note \xef\xbf\xbd[31m\xef\xbf\xbd");
    assert_int_equal(g_bytes_get_size(g_array_index(back->outputs, ConvertedOutput, 1).bytes), 4);
    assert_memory_equal(g_bytes_get_data(g_array_index(back->outputs, ConvertedOutput, 1).bytes, NULL),
                        "two!", 4);
}

static void a_broken_answer_is_refused(void **state)
{
    (void)state;
    g_autoptr(Converted) converted = made();
    g_autoptr(GByteArray) bytes = joined(converted);
    assert_true(is_taken(bytes->data, bytes->len, 2));
    assert_false(is_taken(bytes->data, bytes->len, 1));
    assert_false(is_taken(bytes->data, bytes->len, 3));
    for (guint length = 0; length < bytes->len; length++)
        assert_false(is_taken(bytes->data, length, 2));
    g_byte_array_append(bytes, (const guint8 *)"x", 1);
    assert_false(is_taken(bytes->data, bytes->len, 2));
    g_byte_array_set_size(bytes, bytes->len - 1);

    /* Any other byte is taken for something or refused, and breaks nothing. */
    for (guint i = 0; i < bytes->len; i++)
        for (int flip = 1; flip < 256; flip <<= 1) {
            bytes->data[i] ^= (guint8)flip;
            (void)is_taken(bytes->data, bytes->len, 2);
            bytes->data[i] ^= (guint8)flip;
        }

    /* Neither a status there is not, nor outputs and a message, nor a failure without reason. */
    static const struct {
        guint status, reason;
        const char *message;
        gboolean outputs;
    } rows[] = {
        {STATUS__LAST + 1, REASON_NONE, NULL, TRUE}, {STATUS_OK, REASON__MAX, NULL, TRUE},
        {STATUS_LIMIT, REASON_NONE, NULL, TRUE},     {STATUS_OK, REASON_SCAN, NULL, TRUE},
        {STATUS_INPUT, REASON_SCAN, "no", TRUE},     {STATUS_OK, REASON_SCAN, "no", FALSE},
        {STATUS_INPUT, REASON_NONE, "no", FALSE},    {STATUS_OK, REASON_NONE, NULL, FALSE},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autoptr(Converted) odd = rows[i].outputs ? made() : converted_new();
        odd->status = (Status)rows[i].status;
        odd->reason = (Reason)rows[i].reason;
        odd->message = g_strdup(rows[i].message);
        g_autoptr(GByteArray) answer = joined(odd);
        assert_false(is_taken(answer->data, answer->len, 2));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_sound_answer_is_taken),
        cmocka_unit_test(a_broken_answer_is_refused),
    };
    return cmocka_run_group_tests_name("answer", tests, NULL, NULL);
}
