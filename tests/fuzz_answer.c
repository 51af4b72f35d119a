/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fuzz target: bytes as what a cage answered, whose text is then printed and whose outputs are written. The
 * first byte is the number of outputs that are expected. */
#include "answer.h"
#include "fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size == 0)
        return 0;
    guint outputs = data[0] % 16;
    g_autoptr(GBytes) answer = g_bytes_new(data + 1, size - 1);
    g_autoptr(Converted) converted = converted_new();
    if (!converted_from_answer(converted, answer, outputs))
        return 0;
    g_assert_cmpuint(converted->outputs->len, ==, converted->message ? 0 : outputs);
    for (guint i = 0; i < converted->lines->len; i++) {
        const char *line = g_ptr_array_index(converted->lines, i);
        g_assert_true(g_utf8_validate(line, -1, NULL) && !strpbrk(line, "\n\r\x1B"));
    }
    /* What is sent on says the same. */
    g_autoptr(GPtrArray) parts = answer_from_converted(converted);
    g_autoptr(GByteArray) whole = g_byte_array_new();
    for (guint i = 0; i < parts->len; i++) {
        gsize length;
        const guint8 *bytes = g_bytes_get_data(parts->pdata[i], &length);
        g_byte_array_append(whole, bytes, (guint)length);
    }
    g_autoptr(GBytes) again = g_bytes_new(whole->data, whole->len);
    g_autoptr(Converted) second = converted_new();
    g_assert_true(converted_from_answer(second, again, outputs));
    g_assert_cmpstr(converted->message, ==, second->message);
    g_assert_cmpuint(converted->lines->len, ==, second->lines->len);
    return 0;
}
