/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A text as personal data is searched in it and masked: signs that look alike are one, and what is not seen
 * is gone. */
#include "base/text.h"
#include "personal_parts.h"

#include <string.h>

/* What is searched for a character; 0: nothing. */
static gunichar plain_character(gunichar c)
{
    enum { WIDE = 0xFF01, WIDE_LAST = 0xFF5E, WIDE_BY = 0xFEE0, MINUS = 0x2212, SOFT_HYPHEN = 0xAD };
    if (c < 0x80)
        return c;
    if (c >= WIDE && c <= WIDE_LAST)
        c -= WIDE_BY;
    if (g_unichar_isdigit(c))
        return (gunichar)('0' + g_unichar_digit_value(c));
    if (c == MINUS || g_unichar_type(c) == G_UNICODE_DASH_PUNCTUATION)
        return '-';
    if (g_unichar_isspace(c))
        return ' ';
    return c == SOFT_HYPHEN || g_unichar_type(c) == G_UNICODE_FORMAT ? 0 : c;
}

void plain_text_read(PlainText *plain, const char *s)
{
    *plain = (PlainText){.s = s};
    const char *p = s;
    while (*p && plain_character(g_utf8_get_char(p)) == g_utf8_get_char(p))
        p = g_utf8_next_char(p);
    if (!*p)
        return;
    GString *made = g_string_new_len(s, p - s);
    plain->from = g_array_new(FALSE, FALSE, sizeof(gsize));
    for (gsize i = 0; i < made->len; i++)
        g_array_append_val(plain->from, i);
    for (; *p; p = g_utf8_next_char(p)) {
        gunichar c = plain_character(g_utf8_get_char(p));
        gsize from = (gsize)(p - s);
        if (c)
            g_string_append_unichar(made, c);
        while (plain->from->len < made->len)
            g_array_append_val(plain->from, from);
    }
    gsize end = (gsize)(p - s);
    g_array_append_val(plain->from, end);
    plain->made = g_string_free(made, FALSE);
    plain->s = plain->made;
}

gsize plain_text_from(const PlainText *plain, gsize at)
{
    return plain->from ? g_array_index(plain->from, gsize, at) : at;
}

void plain_text_clear(PlainText *plain)
{
    g_clear_pointer(&plain->from, g_array_unref);
    g_clear_pointer(&plain->made, g_free);
}
