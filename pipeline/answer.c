/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers: what became of an input, as the bytes in which it leaves the cage. */
#include "answer.h"

#include "base/text.h"

/* Status, reason, message, pages, items, notes by level, lines. */
#define TYPE G_VARIANT_TYPE("(uumsuu(uuu)as)")

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

GBytes *answer_from_converted(const Converted *converted)
{
    GVariantBuilder told;
    g_variant_builder_init(&told, TYPE);
    g_autofree char *message = converted->message ? valid(converted->message) : NULL;
    g_variant_builder_add(&told, "u", (guint32)converted->status);
    g_variant_builder_add(&told, "u", (guint32)converted->reason);
    g_variant_builder_add(&told, "ms", message);
    g_variant_builder_add(&told, "u", converted->pages);
    g_variant_builder_add(&told, "u", converted->items);
    g_variant_builder_add(&told, "(uuu)", converted->notes[LEVEL_INFO], converted->notes[LEVEL_WARNING],
                          converted->notes[LEVEL_ERROR]);
    g_variant_builder_open(&told, G_VARIANT_TYPE("as"));
    for (guint i = 0; i < converted->lines->len; i++) {
        g_autofree char *line = valid(g_ptr_array_index(converted->lines, i));
        g_variant_builder_add(&told, "s", line);
    }
    g_variant_builder_close(&told);

    g_autoptr(GVariant) built = g_variant_ref_sink(g_variant_builder_end(&told));
    return g_variant_get_data_as_bytes(built);
}

gboolean converted_from_answer(Converted *converted, const GPtrArray *answer, guint outputs)
{
    guint before = answer->len - 1; /* the parts that are outputs */
    g_autoptr(GVariant) read =
        g_variant_ref_sink(g_variant_new_from_bytes(TYPE, g_ptr_array_index(answer, before), FALSE));
    if (!g_variant_is_normal_form(read))
        return FALSE;

    guint32 status, reason;
    const char *message, *line;
    g_autoptr(GVariantIter) lines = NULL;
    g_variant_get(read, "(uum&suu(uuu)as)", &status, &reason, &message, &converted->pages, &converted->items,
                  &converted->notes[LEVEL_INFO], &converted->notes[LEVEL_WARNING],
                  &converted->notes[LEVEL_ERROR], &lines);
    if (status > STATUS__LAST || reason >= REASON__MAX)
        return FALSE;
    converted->status = (Status)status;
    converted->reason = (Reason)reason;
    converted->message = message ? one_line(message) : NULL;
    while (g_variant_iter_next(lines, "&s", &line))
        g_ptr_array_add(converted->lines, one_line(line));
    for (guint i = 0; !message && i < before; i++)
        converted_add(converted, g_bytes_ref(g_ptr_array_index(answer, i)));
    return makes_sense(converted, outputs);
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
