/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The mask: readable words in the place of personal data, in every text of a meeting. */
#include "base/text.h"
#include "personal_parts.h"

#include <string.h>

typedef struct {
    GPtrArray *words; /* of char *: longest first, so that an address goes before the name of its street */
    GStringChunk *chunk;
    int places;
} Mask;

/* A text with its mask: where each stretch of it was and is. */
typedef struct {
    gsize from, to; /* bytes that were masked */
    gsize at;       /* where the words that stand for them begin */
} Stretch;

static void mask_field(const ModelField *field, const char **string, Text *text, gpointer data);
static char *masked(Mask *mask, const char *s, GArray *stretches);
static void mask_marks(Mask *mask, GArray *marks, const GArray *stretches);
static gsize masked_at(const Mask *mask, const char *s, gsize at);
static gsize stands_at(const Mask *mask, const char *s, gsize at);
static gint longest_first(gconstpointer a, gconstpointer b);

void personal_mask(const Personal *personal, Meeting *meeting)
{
    for (guint i = 0; meeting->dropped && i < meeting->dropped->len; i++) {
        Dropped *dropped = &g_array_index(meeting->dropped, Dropped, i);
        if (dropped->reason == DROP_HIDDEN)
            dropped->text = PERSONAL_HIDDEN;
    }
    Mask mask = {.words = g_ptr_array_new(), .chunk = meeting->chunk};
    for (guint i = 0; i < personal->findings->len; i++) {
        const PersonalFinding *finding = &g_array_index(personal->findings, PersonalFinding, i);
        if (personal_is_masked(finding))
            g_ptr_array_add(mask.words, (char *)finding->words);
    }
    g_ptr_array_sort(mask.words, longest_first);
    if (mask.words->len)
        model_each_text(&meeting_type, meeting, mask_field, &mask);
    dropped_find_repeats(meeting->dropped); /* lines may have become equal */
    meeting->masked += mask.places;
    g_ptr_array_unref(mask.words);
}

/* What is a name within the XML or made by the program is none of the document's words. */
static void mask_field(const ModelField *field, const char **string, Text *text, gpointer data)
{
    static const char *const kept[] = {"id",     "block", "lista",   "sha256",  "program",
                                       "profil", "regel", "yrkande", "votering"};
    Mask *mask = data;
    for (gsize i = 0; i < G_N_ELEMENTS(kept); i++)
        if (g_strcmp0(field->name, kept[i]) == 0)
            return;
    const char *s = text ? text->s : *string;
    if (!s)
        return;
    g_autoptr(GArray) stretches = g_array_new(FALSE, FALSE, sizeof(Stretch));
    g_autofree char *changed = masked(mask, s, stretches);
    if (text && text->marks)
        mask_marks(mask, text->marks, stretches);
    if (stretches->len == 0)
        return;
    mask->places += (int)stretches->len;
    *(text ? &text->s : string) = g_string_chunk_insert(mask->chunk, changed);
}

static char *masked(Mask *mask, const char *s, GArray *stretches)
{
    GString *to = g_string_new(NULL);
    for (gsize i = 0; s[i];) {
        gsize length = masked_at(mask, s, i);
        if (length) {
            Stretch stretch = {i, i + length, to->len};
            g_array_append_val(stretches, stretch);
            g_string_append(to, PERSONAL_MASK);
        } else {
            length = (gsize)(g_utf8_next_char(s + i) - (s + i));
            g_string_append_len(to, s + i, (gssize)length);
        }
        i += length;
    }
    return g_string_free(to, FALSE);
}

/* Bytes of what is masked from `at` on, with all that begins in it: "Född 811228" ends amid "811228-9874". */
static gsize masked_at(const Mask *mask, const char *s, gsize at)
{
    gsize length = stands_at(mask, s, at);
    for (gsize i = 1; i < length; i++)
        if (((guchar)s[at + i] & 0xC0) != 0x80)
            length = MAX(length, i + stands_at(mask, s, at + i));
    return length;
}

/* Bytes of the masked words that stand at `at`, not inside a longer word; 0: none. A name may be in the
 * genitive. */
static gsize stands_at(const Mask *mask, const char *s, gsize at)
{
    if (personal_touches_before(s, at))
        return 0;
    for (guint i = 0; i < mask->words->len; i++) {
        const char *rest;
        if (!text_begins(s + at, g_ptr_array_index(mask->words, i), &rest))
            continue;
        const char *genitive = rest + (*rest == 's');
        if (!personal_touches_after(rest, 0) || !personal_touches_after(genitive, 0))
            return (gsize)(rest - (s + at));
    }
    return 0;
}

/* Marks move with their text. One over masked words, or whose value has them, goes: what it says is what was
 * masked. Breaks of pages and lines, which are empty, stay: one inside goes to the end of the mask. */
static void mask_marks(Mask *mask, GArray *marks, const GArray *stretches)
{
    guint kept = 0;
    for (guint i = 0; i < marks->len; i++) {
        Mark mark = g_array_index(marks, Mark, i);
        gsize shifted = mark.start;
        bool over = false;
        for (guint j = 0; j < stretches->len; j++) {
            const Stretch *stretch = &g_array_index(stretches, Stretch, j);
            gsize end = stretch->at + strlen(PERSONAL_MASK);
            if (mark.start >= stretch->to)
                shifted = end + mark.start - stretch->to;
            else if (mark.start > stretch->from && mark.length == 0)
                shifted = end;
            over = over ||
                   (mark.length > 0 && mark.start < stretch->to && mark.start + mark.length > stretch->from);
        }
        for (gsize j = 0; mark.value && !over && mark.value[j]; j++)
            over = (j == 0 || ((guchar)mark.value[j] & 0xC0) != 0x80) && stands_at(mask, mark.value, j) > 0;
        mark.start = (guint)shifted;
        if (!over)
            g_array_index(marks, Mark, kept++) = mark;
    }
    g_array_set_size(marks, kept);
}

static gint longest_first(gconstpointer a, gconstpointer b)
{
    const char *first = *(const char *const *)a, *second = *(const char *const *)b;
    gsize m = strlen(first), n = strlen(second);
    return m == n ? strcmp(first, second) : m < n ? 1 : -1;
}
