/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The mask: readable words in the place of personal data, in every text of a meeting. */
#include "base/text.h"
#include "personal_parts.h"

#include <string.h>

/* Words that may stand in a text. */
typedef struct {
    const char *words;
    const PersonalFinding *finding; /* NULL: the name of somebody with a role, which stays */
} MaskWords;

/* A text is read once, however many words there are: the first of them says which may stand there. */
typedef struct {
    GHashTable *by_first; /* of char *: the first word in lower case -> GArray of MaskWords, longest first */
    bool local;           /* what is masked in one item alone is, and nothing else */
    guint scope;          /* … that item, counted from one; 0: outside of all */
    GStringChunk *chunk;
    int places;
} Mask;

/* A text with its mask: where each stretch of it was and is. */
typedef struct {
    gsize from, to; /* bytes that were masked */
    gsize at;       /* where the words that stand for them begin */
} Stretch;

static void add_words(Mask *mask, const char *words, const PersonalFinding *finding);
static void mask_everywhere(Mask *mask, const Personal *personal, Meeting *meeting);
static void mask_locally(Mask *mask, const Personal *personal, Meeting *meeting);
static void mask_field(const ModelField *field, const char **string, Text *text, gpointer data);
static char *masked(Mask *mask, const char *s, GArray *stretches);
static void mask_marks(Mask *mask, GArray *marks, const GArray *stretches);
static const MaskWords *words_at(const Mask *mask, const char *s, gsize at, gsize *length);
static gsize masked_at(const Mask *mask, const char *s, gsize at, gsize *passed);
static gint longest_first(gconstpointer a, gconstpointer b);

void personal_mask(const Personal *personal, Meeting *meeting)
{
    for (guint i = 0; meeting->dropped && i < meeting->dropped->len; i++) {
        Dropped *dropped = &g_array_index(meeting->dropped, Dropped, i);
        if (dropped->reason == DROP_HIDDEN)
            dropped->text = PERSONAL_HIDDEN;
    }
    Mask mask = {.chunk = meeting->chunk};
    mask_everywhere(&mask, personal, meeting);
    mask_locally(&mask, personal, meeting);
    dropped_find_repeats(meeting->dropped); /* lines may have become equal */
    meeting->masked += mask.places;
}

/* Takes the findings of the kind that is being masked; false where there are none. */
static bool begin_mask(Mask *mask, const Personal *personal, bool local)
{
    mask->local = local;
    mask->by_first = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_array_unref);
    for (guint i = 0; i < personal->findings->len; i++) {
        const PersonalFinding *finding = &g_array_index(personal->findings, PersonalFinding, i);
        if (personal_is_masked(finding) && personal_is_local(finding) == local)
            add_words(mask, finding->words, finding);
    }
    return g_hash_table_size(mask->by_first) > 0;
}

static void mask_everywhere(Mask *mask, const Personal *personal, Meeting *meeting)
{
    if (begin_mask(mask, personal, false))
        model_each_text(&meeting_type, meeting, mask_field, mask);
    g_hash_table_unref(mask->by_first);
}

static void mask_items(Mask *mask, GArray *items)
{
    for (guint i = 0; items && i < items->len; i++) {
        mask->scope++;
        model_each_text(&meeting_item_type, &g_array_index(items, Item, i), mask_field, mask);
    }
}

static void mask_locally(Mask *mask, const Personal *personal, Meeting *meeting)
{
    g_autoptr(GPtrArray) roles = personal_roles(meeting);
    if (begin_mask(mask, personal, true)) {
        Meeting outside = *meeting;
        for (guint i = 0; i < roles->len; i++)
            add_words(mask, g_ptr_array_index(roles, i), NULL);
        outside.items = outside.further = NULL;
        model_each_text(&meeting_type, &outside, mask_field, mask);
        outside.items = meeting->items;
        outside.further = meeting->further;
        *meeting = outside;
        mask_items(mask, meeting->items);
        mask_items(mask, meeting->further);
    }
    g_hash_table_unref(mask->by_first);
}

/* The run of letters and digits that `s` begins with, or its first character, in lower case. */
static char *first_word(const char *s)
{
    const char *end = s;
    while (text_is_letter_or_digit(g_utf8_get_char(end)))
        end = g_utf8_next_char(end);
    if (end == s && *s)
        end = g_utf8_next_char(s);
    GString *word = g_string_new(NULL);
    while (s < end)
        g_string_append_unichar(word, text_next_lower(&s));
    return g_string_free(word, FALSE);
}

static void add_words(Mask *mask, const char *words, const PersonalFinding *finding)
{
    g_autofree char *first = words ? first_word(words) : NULL;
    if (!first || !*first)
        return;
    GArray *bucket = g_hash_table_lookup(mask->by_first, first);
    if (!bucket) {
        bucket = g_array_new(FALSE, FALSE, sizeof(MaskWords));
        g_hash_table_insert(mask->by_first, g_steal_pointer(&first), bucket);
    }
    MaskWords added = {words, finding};
    g_array_append_val(bucket, added);
    g_array_sort(bucket, longest_first);
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
    g_auto(PlainText) plain = {0};
    plain_text_read(&plain, s);
    GString *to = g_string_new(NULL);
    gsize copied = 0; /* of `s` */
    for (gsize i = 0; plain.s[i];) {
        gsize passed, length = masked_at(mask, plain.s, i, &passed);
        if (length) {
            Stretch stretch = {plain_text_from(&plain, i), plain_text_from(&plain, i + length), 0};
            g_string_append_len(to, s + copied, (gssize)(stretch.from - copied));
            stretch.at = to->len;
            copied = stretch.to;
            g_array_append_val(stretches, stretch);
            g_string_append(to, PERSONAL_MASK);
        }
        i += passed;
    }
    g_string_append(to, s + copied);
    return g_string_free(to, FALSE);
}

/* Whether words of one place only are to be masked there: "Bo" is a name, "bo" a verb. */
static bool is_here(const Mask *mask, const PersonalFinding *finding, const char *s, gsize at, gsize length)
{
    bool here = false;
    for (guint i = 0; !here && i < finding->places->len; i++)
        here = g_array_index(finding->places, PersonalPlace, i).scope == mask->scope;
    return here && g_unichar_isupper(g_utf8_get_char(s + at)) && personal_stands_alone(s, at, at + length);
}

/* The longest words that stand at `at`, not inside a longer word, and their bytes; NULL: none. A name may be
 * in the genitive. */
static const MaskWords *words_at(const Mask *mask, const char *s, gsize at, gsize *length)
{
    if (s[at] == ' ' || personal_touches_before(s, at))
        return NULL;
    g_autofree char *first = first_word(s + at);
    for (gsize cut = 0; cut < 2; cut++) {
        if (cut && !g_str_has_suffix(first, "s"))
            break;
        first[strlen(first) - cut] = '\0';
        const GArray *bucket = g_hash_table_lookup(mask->by_first, first);
        for (guint i = 0; bucket && i < bucket->len; i++) {
            const MaskWords *words = &g_array_index(bucket, MaskWords, i);
            const char *rest;
            if (!text_begins(s + at, words->words, &rest))
                continue;
            const char *genitive = rest + (*rest == 's');
            if (personal_touches_after(rest, 0) && personal_touches_after(genitive, 0))
                continue;
            *length = (gsize)((personal_touches_after(rest, 0) ? genitive : rest) - (s + at));
            if (!mask->local || !words->finding || is_here(mask, words->finding, s, at, *length))
                return words;
        }
    }
    return NULL;
}

/* Bytes of what is masked from `at` on, with all that begins in it: "Född 811228" ends amid "811228-9874"; 0:
 * nothing is. `*passed` are those up to where the next can begin. */
static gsize masked_at(const Mask *mask, const char *s, gsize at, gsize *passed)
{
    gsize length = 0, inner;
    const MaskWords *words = words_at(mask, s, at, &length);
    *passed = words ? length : (gsize)(g_utf8_next_char(s + at) - (s + at));
    if (!words || !words->finding)
        return 0;
    for (gsize i = 1; i < length; i++) {
        words = ((guchar)s[at + i] & 0xC0) != 0x80 ? words_at(mask, s, at + i, &inner) : NULL;
        if (words && words->finding)
            length = MAX(length, i + inner);
    }
    *passed = length;
    return length;
}

static bool has_masked(const Mask *mask, const char *s)
{
    g_auto(PlainText) plain = {0};
    plain_text_read(&plain, s);
    for (gsize i = 0, passed; plain.s[i]; i += passed)
        if (masked_at(mask, plain.s, i, &passed))
            return true;
    return false;
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
        over = over || (mark.value && has_masked(mask, mark.value));
        mark.start = (guint)shifted;
        if (!over)
            g_array_index(marks, Mark, kept++) = mark;
    }
    g_array_set_size(marks, kept);
}

static gint longest_first(gconstpointer a, gconstpointer b)
{
    const MaskWords *first = a, *second = b;
    gsize m = strlen(first->words), n = strlen(second->words);
    if (m != n)
        return m < n ? 1 : -1;
    return (first->finding != NULL) - (second->finding != NULL); /* who has a role stays */
}
