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

/* What a cage would answer: the outputs, and the head with these bytes. */
static GPtrArray *answer_of(const Converted *converted, GBytes *head)
{
    GPtrArray *parts = g_ptr_array_new_with_free_func((GDestroyNotify)g_bytes_unref);
    for (guint i = 0; i < converted->outputs->len; i++)
        g_ptr_array_add(parts, g_bytes_ref(g_array_index(converted->outputs, ConvertedOutput, i).bytes));
    g_ptr_array_add(parts, g_bytes_ref(head));
    return parts;
}

static gboolean is_taken(const Converted *made, const guint8 *bytes, gsize length, guint outputs)
{
    g_autoptr(GBytes) head = g_bytes_new(bytes, length);
    g_autoptr(GPtrArray) answer = answer_of(made, head);
    g_autoptr(Converted) converted = converted_new();
    return converted_from_answer(converted, answer, outputs);
}

static void a_sound_answer_is_taken(void **state)
{
    (void)state;
    g_autoptr(Converted) converted = made();
    g_autoptr(GBytes) head = answer_from_converted(converted);
    g_autoptr(GPtrArray) answer = answer_of(converted, head);
    g_autoptr(Converted) back = converted_new();
    assert_true(converted_from_answer(back, answer, 2));
    assert_int_equal(back->pages, 3);
    assert_int_equal(back->notes[LEVEL_WARNING], 1);
    assert_string_equal(g_ptr_array_index(back->lines, 0), "a.pdf: a note \xef\xbf\xbd[31m\xef\xbf\xbd");
    assert_int_equal(back->outputs->len, 2);
    assert_int_equal(g_bytes_get_size(g_array_index(back->outputs, ConvertedOutput, 1).bytes), 4);
    assert_memory_equal(g_bytes_get_data(g_array_index(back->outputs, ConvertedOutput, 1).bytes, NULL),
                        "two!", 4);
}

/* What was made before something failed has left the cage already. */
static void outputs_before_a_failure_are_dropped(void **state)
{
    (void)state;
    g_autoptr(Converted) converted = made();
    converted->status = STATUS_INPUT;
    converted->reason = REASON_SCAN;
    converted->message = g_strdup("no");
    g_autoptr(GBytes) head = answer_from_converted(converted);
    g_autoptr(GPtrArray) answer = answer_of(converted, head);
    g_autoptr(Converted) back = converted_new();
    assert_true(converted_from_answer(back, answer, 8));
    assert_string_equal(back->message, "no");
    assert_int_equal(back->outputs->len, 0);
}

static void a_broken_answer_is_refused(void **state)
{
    (void)state;
    g_autoptr(Converted) converted = made();
    g_autoptr(GBytes) head = answer_from_converted(converted);
    gsize length = g_bytes_get_size(head);
    g_autofree guint8 *bytes = g_memdup2(g_bytes_get_data(head, NULL), length);
    assert_true(is_taken(converted, bytes, length, 2));
    assert_false(is_taken(converted, bytes, length, 1));
    assert_false(is_taken(converted, bytes, length, 3));
    for (gsize shorter = 0; shorter < length; shorter++)
        assert_false(is_taken(converted, bytes, shorter, 2));

    /* Any other byte is taken for something or refused, and breaks nothing. */
    for (gsize i = 0; i < length; i++)
        for (int flip = 1; flip < 256; flip <<= 1) {
            bytes[i] ^= (guint8)flip;
            (void)is_taken(converted, bytes, length, 2);
            bytes[i] ^= (guint8)flip;
        }

    /* Neither a status there is not, nor a message of success, nor a failure without reason. */
    static const struct {
        guint status, reason;
        const char *message;
        gboolean outputs;
    } rows[] = {
        {STATUS__LAST + 1, REASON_NONE, NULL, TRUE}, {STATUS_OK, REASON__MAX, NULL, TRUE},
        {STATUS_LIMIT, REASON_NONE, NULL, TRUE},     {STATUS_OK, REASON_SCAN, NULL, TRUE},
        {STATUS_OK, REASON_SCAN, "no", FALSE},       {STATUS_INPUT, REASON_NONE, "no", FALSE},
        {STATUS_OK, REASON_NONE, NULL, FALSE},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autoptr(Converted) odd = rows[i].outputs ? made() : converted_new();
        odd->status = (Status)rows[i].status;
        odd->reason = (Reason)rows[i].reason;
        odd->message = g_strdup(rows[i].message);
        g_autoptr(GBytes) told = answer_from_converted(odd);
        assert_false(is_taken(odd, g_bytes_get_data(told, NULL), g_bytes_get_size(told), 2));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_sound_answer_is_taken),
        cmocka_unit_test(outputs_before_a_failure_are_dropped),
        cmocka_unit_test(a_broken_answer_is_refused),
    };
    return cmocka_run_group_tests_name("answer", tests, NULL, NULL);
}
