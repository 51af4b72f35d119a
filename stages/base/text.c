/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text with marks in it, and the small questions every stage asks of Swedish text. */
#include "base/text.h"

#include <string.h>

/* Abbreviations of minutes whose period ends no sentence, without their periods. */
static const char *const abbreviations[] = {
    "ang",   "avd",  "bil",  "bl",  "bl.a", "ca",    "d.v.s", "dir",    "dnr",   "dvs",   "e.d", "enl",
    "etc",   "ev",   "ex",   "f.d", "f.n",  "f.ö",   "fr",    "fr.o.m", "forts", "föreg", "ggr", "inkl",
    "jfr",   "kap",  "kl",   "kr",  "m",    "m.a.o", "max",   "med",    "milj",  "min",   "mom", "mån",
    "m.fl",  "mfl",  "nr",   "nuv", "obs",  "o",     "o.d",   "ordf",   "p",     "p.g.a", "par", "pga",
    "proc",  "prop", "resp", "s",   "s.k",  "samt",  "sid",   "sign",   "st",    "sv",    "t",   "t.ex",
    "t.o.m", "t.v",  "tel",  "tex", "tf",   "tkr",   "tom",   "u.a",    "v",     "vice",  "vg",  "årg",
};
/* Words that are abbreviations only in part of their uses stand above with the others: taking a
 * sentence for longer than it is cuts a summary later, never in the wrong place. */

void text_builder_begin(TextBuilder *b)
{
    b->s = g_string_new(NULL);
    b->marks = NULL;
}

void text_builder_append(TextBuilder *b, const Text *t)
{
    guint shift = (guint)b->s->len;
    if (t->s)
        g_string_append(b->s, t->s);
    for (guint i = 0; t->marks && i < t->marks->len; i++) {
        Mark mark = g_array_index(t->marks, Mark, i);
        mark.start += shift;
        if (!b->marks)
            b->marks = g_array_new(FALSE, FALSE, sizeof(Mark));
        g_array_append_val(b->marks, mark);
    }
}

void text_builder_append_string(TextBuilder *b, const char *s)
{
    g_string_append(b->s, s);
}

void text_builder_truncate(TextBuilder *b, gsize length)
{
    g_string_truncate(b->s, length);
    for (guint i = b->marks ? b->marks->len : 0; i > 0; i--) {
        Mark *mark = &g_array_index(b->marks, Mark, i - 1);
        bool empty = mark->length == 0;
        mark->length = (guint)MIN(mark->length, length - MIN(mark->start, length));
        if (mark->start > length || (mark->length == 0 && !empty))
            g_array_remove_index(b->marks, i - 1);
    }
}

Text text_builder_end(TextBuilder *b, GStringChunk *chunk)
{
    Text text = {g_string_chunk_insert(chunk, b->s->str), b->marks};
    for (guint i = 0; text.marks && i < text.marks->len; i++) {
        Mark *mark = &g_array_index(text.marks, Mark, i);
        mark->value = mark->value ? g_string_chunk_insert_const(chunk, mark->value) : NULL;
    }
    b->marks = NULL;
    text_builder_clear(b);
    return text;
}

void text_builder_clear(TextBuilder *b)
{
    if (b->s)
        g_string_free(g_steal_pointer(&b->s), TRUE);
    g_clear_pointer(&b->marks, g_array_unref);
}

Text text_copy(const Text *t, GStringChunk *chunk)
{
    if (!t->s)
        return (Text){0};
    return text_slice(t, 0, strlen(t->s), chunk);
}

Text text_slice(const Text *t, gsize start, gsize length, GStringChunk *chunk)
{
    while (length && g_ascii_isspace(t->s[start]))
        start++, length--;
    while (length && g_ascii_isspace(t->s[start + length - 1]))
        length--;
    Text slice = {g_string_chunk_insert_len(chunk, t->s + start, (gssize)length), NULL};
    for (guint i = 0; t->marks && i < t->marks->len; i++) {
        Mark mark = g_array_index(t->marks, Mark, i);
        gsize end = MIN((gsize)mark.start + mark.length, start + length);
        if (mark.start > start + length || (gsize)mark.start + mark.length < start ||
            (mark.length && end <= start))
            continue;
        gsize from = MAX((gsize)mark.start, start);
        if (mark.length && from >= end)
            continue;
        /* Half a link still leads somewhere; half an amount or half a day is another one. */
        if (mark.kind >= MARK_MONEY && (from > mark.start || end < (gsize)mark.start + mark.length))
            continue;
        mark.start = (guint)(from - start);
        mark.length = (guint)(end - from);
        mark.value = mark.value ? g_string_chunk_insert(chunk, mark.value) : NULL;
        if (!slice.marks)
            slice.marks = g_array_new(FALSE, FALSE, sizeof(Mark));
        g_array_append_val(slice.marks, mark);
    }
    return slice;
}

void text_clear(Text *t)
{
    g_clear_pointer(&t->marks, g_array_unref);
    t->s = NULL;
}

/* True when `s` of `length` bytes has no white space but single blanks inside: most text that is collapsed
 * has been before. Of what is not ASCII, white space begins with one of four bytes. */
static bool is_collapsed(const char *s, gsize length)
{
    const char *end = s + length;
    char before = ' ';
    for (const char *p = s; p < end; before = *p++) {
        guchar byte = (guchar)*p;
        if (byte <= ' '
                ? byte != ' ' ? g_ascii_isspace(byte) : before == ' '
                : (byte == 0xC2 || (byte >= 0xE1 && byte <= 0xE3)) && g_unichar_isspace(g_utf8_get_char(p)))
            return false;
    }
    return length == 0 || before != ' ';
}

const char *text_collapsed(const char *s, gssize length, GStringChunk *chunk)
{
    gsize bytes = length < 0 ? strlen(s) : (gsize)length;
    if (is_collapsed(s, bytes))
        return g_string_chunk_insert_len(chunk, s, (gssize)bytes);
    g_autoptr(GString) out = g_string_sized_new(bytes);
    const char *end = s + bytes;
    for (; s < end; s = g_utf8_next_char(s)) {
        if (!g_unichar_isspace(g_utf8_get_char(s)))
            g_string_append_len(out, s, g_utf8_next_char(s) - s);
        else if (out->len && out->str[out->len - 1] != ' ')
            g_string_append_c(out, ' ');
    }
    if (out->len && out->str[out->len - 1] == ' ')
        g_string_truncate(out, out->len - 1);
    return g_string_chunk_insert(chunk, out->str);
}

/* Most text is ASCII, and this is asked of every line: the fast way for it pays. */
char *text_key(const char *s)
{
    /* No letter grows by more than from two bytes to three when it is lower-cased. */
    char *key = g_malloc(strlen(s) * 3 / 2 + 2);
    gsize length = 0;
    for (; *s; s = g_utf8_next_char(s)) {
        if ((guchar)*s < 0x80) {
            if (!g_ascii_isspace(*s))
                key[length++] = g_ascii_tolower(*s);
            else if (length && key[length - 1] != ' ')
                key[length++] = ' ';
            continue;
        }
        gunichar c = g_utf8_get_char(s);
        if (!g_unichar_isspace(c))
            length += (gsize)g_unichar_to_utf8(g_unichar_tolower(c), key + length);
        else if (length && key[length - 1] != ' ')
            key[length++] = ' ';
    }
    while (length && strchr(":. ", key[length - 1]))
        length--;
    key[length] = '\0';
    return key;
}

bool text_is_letter_or_digit(gunichar c)
{
    if (c < 0x80)
        return g_ascii_isalnum(c) || c == '_';
    if (c >= 0xC0 && c <= 0xFF)
        return c != 0xD7 && c != 0xF7;
    return g_unichar_isalnum(c);
}

bool text_is_hidden(gunichar c)
{
    static const struct {
        gunichar first, last;
    } ranges[] = {
        {0x00, 0x08},     {0x0B, 0x0C},     {0x0E, 0x1F},     {0x7F, 0x9F},       /* controls */
        {0x061C, 0x061C}, {0x180E, 0x180E}, {0x200B, 0x200F}, {0x2028, 0x202E},   /* no width; direction */
        {0x2060, 0x206F}, {0xFEFF, 0xFEFF}, {0xFFF9, 0xFFFB}, {0xE0000, 0xE0FFF}, /* tags and the like */
    };
    if ((c >= 0x20 && c < 0x7F) || (c > 0x9F && c < 0x061C))
        return false;
    for (gsize i = 0; i < G_N_ELEMENTS(ranges); i++)
        if (c >= ranges[i].first && c <= ranges[i].last)
            return true;
    return (c & 0xFFFE) == 0xFFFE;
}

char *text_printable(const char *bytes)
{
    g_autofree char *valid = g_utf8_make_valid(bytes, -1);
    GString *clean = g_string_new(NULL);
    for (const char *p = valid; *p; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        g_string_append_unichar(clean, c < 0x20 || text_is_hidden(c) ? 0xFFFD : c);
    }
    return g_string_free(clean, FALSE);
}

bool text_begins(const char *s, const char *prefix, const char **rest)
{
    while (*prefix) {
        if (!*s || text_next_lower(&s) != text_next_lower(&prefix))
            return false;
    }
    if (rest)
        *rest = s;
    return true;
}

/* The bytes that a character can begin with whose lower case is `lower`; false for letters that are rare at
 * the beginning of a word. The signs of Kelvin and Ångström and the dotted I are lower-cased to k, å and i.
 */
static bool first_bytes(gunichar lower, char bytes[4])
{
    gsize n = 0;
    if (lower >= 0x80 && (lower < 0xE0 || lower > 0xFE || lower == 0xF7))
        return false;
    if (lower >= 0x80) {
        bytes[n++] = (char)0xC3;
    } else {
        bytes[n++] = (char)lower;
        bytes[n++] = g_ascii_toupper((char)lower);
    }
    if (lower == 'i')
        bytes[n++] = (char)0xC4;
    else if (lower == 'k' || lower == 0xE5)
        bytes[n++] = (char)0xE2;
    bytes[n] = '\0';
    return true;
}

/* True when no letter and no digit stands before `at`. */
static bool begins_word(const char *s, const char *at)
{
    if (at == s)
        return true;
    if ((guchar)at[-1] < 0x80)
        return !text_is_letter_or_digit((guchar)at[-1]);
    return !text_is_letter_or_digit(g_utf8_get_char(g_utf8_prev_char(at)));
}

bool text_has_word(const char *s, const char *needle)
{
    const char *second = needle;
    char bytes[4];
    bool skips = *needle && first_bytes(text_next_lower(&second), bytes);
    for (const char *at = s; *at; at = g_utf8_next_char(at)) {
        const char *rest;
        if (skips) {
            at += strcspn(at, bytes);
            if (!*at)
                return false;
        }
        if (begins_word(s, at) && text_begins(at, needle, &rest) &&
            !text_is_letter_or_digit(g_utf8_get_char(rest)))
            return true;
    }
    return false;
}

/* True when `s` begins with the first `length` bytes of `word`, letter case aside; `*end` is then where that
 * ends. */
static bool begins_folded(const char *s, const char *word, gsize length, const char **end)
{
    const char *w = word;
    while (*s && w < word + length)
        if (text_next_lower(&s) != text_next_lower(&w))
            return false;
    *end = s;
    return w >= word + length;
}

const char *text_find_word(const char *s, const char *word, gsize *length)
{
    gsize own = strlen(word);
    bool prefix = own > 0 && word[own - 1] == '*';
    bool inside = false; /* of a word */
    own -= prefix;
    for (; own > 0 && *s; s = g_utf8_next_char(s)) {
        const char *end = NULL;
        if (!inside && begins_folded(s, word, own, &end) &&
            (prefix || !text_is_letter_or_digit(g_utf8_get_char(end)))) {
            if (length)
                *length = (gsize)(end - s);
            return s;
        }
        inside = text_is_letter_or_digit(g_utf8_get_char(s));
    }
    return NULL;
}

/* How many bytes `s` begins with whose characters are in `set`, or are not, as `wanted` says. */
static gsize span(const char *s, const char *set, bool wanted)
{
    const char *at = s;
    while (*at && (g_utf8_strchr(set, -1, g_utf8_get_char(at)) != NULL) == wanted)
        at = g_utf8_next_char(at);
    return (gsize)(at - s);
}

gsize text_span(const char *s, const char *set)
{
    return span(s, set, true);
}

gsize text_span_until(const char *s, const char *set)
{
    return span(s, set, false);
}

guint text_words(const char *s)
{
    guint words = 0;
    bool inside = false;
    while (*s) {
        bool letter;
        if ((guchar)*s < 0x80) {
            letter = g_ascii_isalnum(*s) || *s == '_';
            s++;
        } else {
            letter = text_is_letter_or_digit(g_utf8_get_char(s));
            s = g_utf8_next_char(s);
        }
        words += letter && !inside;
        inside = letter;
    }
    return words;
}

/* True when the word that ends at `end` is an abbreviation or a number, whose period ends no sentence
 * ("t.ex.", "kl.", "den 3. mars", "1."). */
static bool is_abbreviation(const char *start, const char *end)
{
    const char *word = end;
    while (word > start && word[-1] != ' ' && word[-1] != '(')
        word--;
    g_autofree char *key = g_utf8_strdown(word, end - word);
    bool digits = *key != '\0';
    for (const char *p = key; *p && digits; p++)
        digits = g_ascii_isdigit(*p);
    if (digits)
        return strlen(key) < 3; /* "2024." ends a sentence, "3." counts */
    for (gsize i = 0; i < G_N_ELEMENTS(abbreviations); i++)
        if (strcmp(abbreviations[i], key) == 0)
            return true;
    return false;
}

gsize text_sentence(const char *s)
{
    for (const char *p = s; *p; p = g_utf8_next_char(p)) {
        if (!strchr(".!?", *p))
            continue;
        const char *after = p + 1;
        while (*after && (g_utf8_get_char(after) == 0x201D || strchr("\")'", *after)))
            after = g_utf8_next_char(after);
        if (!*after)
            return (gsize)(after - s);
        if (*after != ' ' || g_unichar_islower(g_utf8_get_char(after + 1)))
            continue;
        if (*p != '.' || !is_abbreviation(s, p))
            return (gsize)(after - s);
    }
    return strlen(s);
}
