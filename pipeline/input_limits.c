/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Limits: how much one input may take, as --limit NAME=VALUE sets it. */
#include "input_limits.h"

#include <stddef.h>
#include <string.h>

/* Minutes of 1,000 pages take a tenth of these. The least is what the program itself needs, the most what
 * its arithmetic holds. */
static const struct {
    const char *name, *unit;
    gsize offset;
    guint usual, least, most;
} table[] = {
    {"memory", "MiB", offsetof(Limits, memory), 1024, 64, 1 << 20},
    {"time", "seconds", offsetof(Limits, time), 30, 1, 1 << 20},
    {"output", "MiB", offsetof(Limits, output), 256, 1, 1 << 10},
    {"pages", "pages", offsetof(Limits, pages), 10000, 1, 1000000},
};

static gboolean parse_one(Limits *limits, const char *given, GError **error);

static guint *field(Limits *limits, gsize row)
{
    return (guint *)(gpointer)((char *)limits + table[row].offset);
}

gboolean limits_parse(Limits *limits, char *const *given, GError **error)
{
    for (gsize i = 0; i < G_N_ELEMENTS(table); i++)
        *field(limits, i) = table[i].usual;
    for (; given && *given; given++)
        if (!parse_one(limits, *given, error))
            return FALSE;
    return TRUE;
}

static gboolean parse_one(Limits *limits, const char *given, GError **error)
{
    for (gsize i = 0; i < G_N_ELEMENTS(table); i++) {
        gsize length = strlen(table[i].name);
        if (strncmp(given, table[i].name, length) != 0 || given[length] != '=')
            continue;
        guint64 value;
        if (g_ascii_string_to_unsigned(given + length + 1, 10, table[i].least, table[i].most, &value, NULL)) {
            *field(limits, i) = (guint)value;
            return TRUE;
        }
        g_set_error(error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, "--limit %s takes %u to %u %s",
                    table[i].name, table[i].least, table[i].most, table[i].unit);
        return FALSE;
    }
    g_set_error(error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                "--limit %s: there are memory=MIB, time=SECONDS, output=MIB and pages=NUMBER", given);
    return FALSE;
}
