/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers: what became of an input, as the bytes in which it leaves the cage. */
#include "answer.h"

#include <string.h>

#include "base/text.h"

/* An answer is the length of its head, 64 bits in the machine's order; the head, a GVariant; and the bytes of
 * the outputs. */
typedef guint64 HeadLength;

/* Status, reason, message, pages, items, notes by level, lines, lengths of the outputs. */
#define HEAD_TYPE G_VARIANT_TYPE("(uumsuu(uuu)asat)")

static gboolean take_outputs(Converted *converted, GVariantIter *lengths, GBytes *answer, gsize at);
static gboolean makes_sense(const Converted *converted, guint outputs);

/* Text on one line, as messages are. */
static char *one_line(const char *text)
{
    g_autofree char *line = g_strdelimit(g_strdup(text), "\n\r\t", ' ');
    return text_printable(line);
}

/* Text of any origin as GVariant takes it. */
static char *valid(const char *text)
{
    return g_utf8_make_valid(text, -1);
}

GPtrArray *answer_from_converted(const Converted *converted)
{
    GVariantBuilder head;
    g_variant_builder_init(&head, HEAD_TYPE);
    g_autofree char *message = converted->message ? valid(converted->message) : NULL;
    g_variant_builder_add(&head, "u", (guint32)converted->status);
    g_variant_builder_add(&head, "u", (guint32)converted->reason);
    g_variant_builder_add(&head, "ms", message);
    g_variant_builder_add(&head, "u", converted->pages);
    g_variant_builder_add(&head, "u", converted->items);
    g_variant_builder_add(&head, "(uuu)", converted->notes[LEVEL_INFO], converted->notes[LEVEL_WARNING],
                          converted->notes[LEVEL_ERROR]);
    g_variant_builder_open(&head, G_VARIANT_TYPE("as"));
    for (guint i = 0; i < converted->lines->len; i++) {
        g_autofree char *line = valid(g_ptr_array_index(converted->lines, i));
        g_variant_builder_add(&head, "s", line);
    }
    g_variant_builder_close(&head);
    g_variant_builder_open(&head, G_VARIANT_TYPE("at"));
    for (guint i = 0; i < converted->outputs->len; i++)
        g_variant_builder_add(
            &head, "t",
            (guint64)g_bytes_get_size(g_array_index(converted->outputs, ConvertedOutput, i).bytes));
    g_variant_builder_close(&head);

    g_autoptr(GVariant) built = g_variant_ref_sink(g_variant_builder_end(&head));
    const HeadLength length = g_variant_get_size(built);
    GPtrArray *answer = g_ptr_array_new_with_free_func((GDestroyNotify)g_bytes_unref);
    g_ptr_array_add(answer, g_bytes_new(&length, sizeof length));
    g_ptr_array_add(answer, g_variant_get_data_as_bytes(built));
    for (guint i = 0; i < converted->outputs->len; i++)
        g_ptr_array_add(answer, g_bytes_ref(g_array_index(converted->outputs, ConvertedOutput, i).bytes));
    return answer;
}

gboolean converted_from_answer(Converted *converted, GBytes *answer, guint outputs)
{
    gsize size = 0;
    const char *bytes = g_bytes_get_data(answer, &size);
    HeadLength length = 0;
    if (size < sizeof length)
        return FALSE;
    memcpy(&length, bytes, sizeof length);
    if (length > size - sizeof length)
        return FALSE;
    g_autoptr(GBytes) head = g_bytes_new_from_bytes(answer, sizeof length, length);
    g_autoptr(GVariant) read = g_variant_ref_sink(g_variant_new_from_bytes(HEAD_TYPE, head, FALSE));
    if (!g_variant_is_normal_form(read))
        return FALSE;

    guint32 status, reason;
    const char *message, *line;
    g_autoptr(GVariantIter) lines = NULL, lengths = NULL;
    g_variant_get(read, "(uum&suu(uuu)asat)", &status, &reason, &message, &converted->pages,
                  &converted->items, &converted->notes[LEVEL_INFO], &converted->notes[LEVEL_WARNING],
                  &converted->notes[LEVEL_ERROR], &lines, &lengths);
    if (status > STATUS__LAST || reason >= REASON__MAX)
        return FALSE;
    converted->status = (Status)status;
    converted->reason = (Reason)reason;
    converted->message = message ? one_line(message) : NULL;
    while (g_variant_iter_next(lines, "&s", &line))
        g_ptr_array_add(converted->lines, one_line(line));
    return take_outputs(converted, lengths, answer, sizeof length + length) &&
           makes_sense(converted, outputs);
}

/* Outputs fill the answer from `at` to its end. */
static gboolean take_outputs(Converted *converted, GVariantIter *lengths, GBytes *answer, gsize at)
{
    gsize left = g_bytes_get_size(answer) - at;
    guint64 length;
    while (g_variant_iter_next(lengths, "t", &length)) {
        if (length > left)
            return FALSE;
        converted_add(converted, g_bytes_new_from_bytes(answer, at, length));
        at += length;
        left -= length;
    }
    return left == 0;
}

/* Either a message and why, or all the outputs: those of many inputs also where some of these were broken. */
static gboolean makes_sense(const Converted *converted, guint outputs)
{
    gboolean some = converted->status == STATUS_INPUT && converted->lines->len > 0;
    gboolean good = converted->status == STATUS_OK || converted->status == STATUS_NOTES ||
                    converted->status == STATUS_WARNINGS;
    if (converted->message)
        return !good && converted->reason != REASON_NONE && converted->outputs->len == 0;
    return (good || some) && converted->reason == REASON_NONE && converted->outputs->len == outputs;
}
