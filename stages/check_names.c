/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names: whether two are one person's, and how far a misspelt one is from another. */
#include <string.h>

#include "check_parts.h"

enum {
    NAME_LETTERS = 80, /* longer names are not compared letter by letter */
    APART_MOST = 3,
};

/* The words of a name in lower case; what a hyphen joins is one word, since "Ada Ek" and "Ada Ek-Lund" are
 * two persons. Free with g_strfreev(). */
static char **words_of(const char *name)
{
    g_autofree char *lower = g_utf8_strdown(name, -1);
    return g_strsplit_set(lower, " ,", -1);
}

static bool has_all(char *const *words, char **of)
{
    for (; *of; of++)
        if (!g_strv_contains((const char *const *)words, *of))
            return false;
    return true;
}

bool names_agree(const char *a, const char *b)
{
    g_auto(GStrv) first = words_of(a);
    g_auto(GStrv) second = words_of(b);
    guint n = g_strv_length(first), m = g_strv_length(second);
    if (MIN(n, m) < 2)
        return n == m && n == 1 && strcmp(*first, *second) == 0;
    return n < m ? has_all(second, first) : has_all(first, second);
}

/* Optimal string alignment: changes, additions, removals, and swaps of neighbours. */
static int distance(const gunichar *a, glong n, const gunichar *b, glong m)
{
    int rows[3][NAME_LETTERS + 1];
    if (ABS(n - m) >= APART_MOST || n > NAME_LETTERS || m > NAME_LETTERS)
        return APART_MOST;
    for (glong j = 0; j <= m; j++)
        rows[0][j] = (int)j;
    for (glong i = 1; i <= n; i++) {
        int *row = rows[i % 3];
        const int *above = rows[(i - 1) % 3], *before = rows[(i + 1) % 3];
        row[0] = (int)i;
        for (glong j = 1; j <= m; j++) {
            row[j] = MIN(MIN(above[j], row[j - 1]) + 1, above[j - 1] + (a[i - 1] != b[j - 1]));
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                row[j] = MIN(row[j], before[j - 2] + 1);
        }
    }
    return MIN(rows[n % 3][m], APART_MOST);
}

static int apart(const char *a, const char *b)
{
    glong n, m;
    g_autofree gunichar *first = g_utf8_to_ucs4_fast(a, -1, &n);
    g_autofree gunichar *second = g_utf8_to_ucs4_fast(b, -1, &m);
    return distance(first, n, second, m);
}

int names_apart(const char *a, const char *b)
{
    g_autofree char *first = g_utf8_strdown(a, -1);
    g_autofree char *second = g_utf8_strdown(b, -1);
    int straight = apart(first, second);
    char *blank = strrchr(second, ' ');
    if (!blank || straight < APART_MOST)
        return straight;
    g_autofree char *turned = g_strdup_printf("%s %.*s", blank + 1, (int)(blank - second), second);
    return apart(first, turned);
}
