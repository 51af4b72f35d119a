/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Amounts as Swedish tables print them, read exactly. */
#include <string.h>

#include "check_parts.h"

enum {
    DIGITS_MOST = 14, /* fits in thousandths */
    DECIMALS_MOST = 3,
};

/* What may stand after an amount; "%" may not, since shares are no addends. */
static const char *const units[] = {"kr", "tkr", "mkr", "mnkr", "kronor", "st", "msek", "sek", "ksek"};

static bool is_minus(gunichar c)
{
    return c == '-' || c == 0x2013 || c == 0x2212 || c == 0x2010 || c == 0x2011;
}

/* Blanks that part thousands. */
static bool is_gap(gunichar c)
{
    return c == ' ' || c == 0xA0 || c == 0x202F || c == 0x2009;
}

static bool is_unit(const char *s)
{
    g_autofree char *key = text_key(s);
    if (!*key)
        return true;
    for (gsize i = 0; i < G_N_ELEMENTS(units); i++)
        if (strcmp(units[i], key) == 0)
            return true;
    return false;
}

/* Reads the digits before the comma; groups after a blank have three. Returns what follows, or NULL. */
static const char *whole_part(const char *s, gint64 *value)
{
    int digits = 0, group = 0, groups = 0;
    for (;; s = g_utf8_next_char(s)) {
        if (g_ascii_isdigit(*s)) {
            *value = *value * 10 + (*s - '0');
            group++;
            if (++digits > DIGITS_MOST - DECIMALS_MOST)
                return NULL;
        } else if (is_gap(g_utf8_get_char(s)) && g_ascii_isdigit(*g_utf8_next_char(s))) {
            if (groups > 0 ? group != 3 : group > 3)
                return NULL;
            groups++;
            group = 0;
        } else {
            return digits && (groups == 0 || group == 3) ? s : NULL;
        }
    }
}

bool amount_from_text(const char *s, gint64 *thousandths, int *decimals)
{
    gint64 value = 0;
    *thousandths = 0;
    *decimals = 0;
    while (is_gap(g_utf8_get_char(s)))
        s = g_utf8_next_char(s);
    bool minus = is_minus(g_utf8_get_char(s)), bracket = *s == '(';
    if (minus || bracket || *s == '+')
        s = g_utf8_next_char(s);
    while (is_gap(g_utf8_get_char(s)))
        s = g_utf8_next_char(s);
    if (!*s)
        return minus; /* a dash alone stands for nothing */
    s = whole_part(s, &value);
    if (!s)
        return false;
    if (*s == ',') {
        for (s++; g_ascii_isdigit(*s); s++) {
            value = value * 10 + (*s - '0');
            if (++*decimals > DECIMALS_MOST)
                return false;
        }
        if (*decimals == 0)
            return false;
    }
    for (int i = *decimals; i < DECIMALS_MOST; i++)
        value *= 10;
    if (bracket) {
        if (*s != ')')
            return false;
        s++;
    }
    *thousandths = minus || bracket ? -value : value;
    return is_unit(s);
}
