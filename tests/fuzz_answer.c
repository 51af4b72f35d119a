/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fuzz target: bytes as the last part of what a cage answered, whose text is then printed. The first byte is
 * the number of outputs before it, and whether so many are expected. */
#include "answer.h"
#include "fuzz.h"

static GPtrArray *parts(guint outputs, GBytes *head)
{
    GPtrArray *all = g_ptr_array_new_with_free_func((GDestroyNotify)g_bytes_unref);
    for (guint i = 0; i < outputs; i++)
        g_ptr_array_add(all, g_bytes_new_static("output", 6));
    g_ptr_array_add(all, g_bytes_ref(head));
    return all;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size == 0)
        return 0;
    guint outputs = data[0] % 16, expected = outputs + (data[0] >= 128);
    g_autoptr(GBytes) head = g_bytes_new(data + 1, size - 1);
    g_autoptr(GPtrArray) answer = parts(outputs, head);
    g_autoptr(Converted) converted = converted_new();
    if (!converted_from_answer(converted, answer, expected))
        return 0;
    g_assert_cmpuint(converted->outputs->len, ==, converted->message ? 0 : expected);
    for (guint i = 0; i < converted->lines->len; i++) {
        const char *line = g_ptr_array_index(converted->lines, i);
        g_assert_true(g_utf8_validate(line, -1, NULL) && !strpbrk(line, "\n\r\x1B"));
    }
    /* What is sent on says the same. */
    g_autoptr(GBytes) told = answer_from_converted(converted);
    g_autoptr(GPtrArray) again = parts(converted->outputs->len, told);
    g_autoptr(Converted) second = converted_new();
    g_assert_true(converted_from_answer(second, again, expected));
    g_assert_cmpstr(converted->message, ==, second->message);
    g_assert_cmpuint(converted->lines->len, ==, second->lines->len);
    return 0;
}
