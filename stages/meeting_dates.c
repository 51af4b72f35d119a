/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Days, hours and places as minutes write them. */
#include "meeting_parts.h"

#include <string.h>

/* What stands before or after a place and is no part of it. */
static const char *const edges[] = {"klockan",  "kl",       "den",      "måndag",    "tisdag",
                                    "onsdag",   "torsdag",  "fredag",   "lördag",    "söndag",
                                    "måndagen", "tisdagen", "onsdagen", "torsdagen", "fredagen",
                                    "lördagen", "söndagen", "dag",      "paus",      "ajournering"};

/* A meeting over more days than this names its first and last day only. */
enum { DAYS_IN_A_ROW = 5 };

static int number_of(const GMatchInfo *match, int group)
{
    g_autofree char *s = g_match_info_fetch(match, group);

    return s && *s ? (int)g_ascii_strtoll(s, NULL, 10) : 0;
}

static int month_of(const Draft *draft, const GMatchInfo *match, int group)
{
    g_autofree char *name = g_match_info_fetch(match, group);
    const char *meaning = name && *name ? profile_meaning(draft->profile, WORDS_MONTH, name) : NULL;

    return meaning ? (int)g_ascii_strtoll(meaning, NULL, 10) : 0;
}

static void add_date(const Draft *draft, int year, int month, int day, GArray *dates)
{
    if (!g_date_valid_dmy((GDateDay)day, (GDateMonth)month, (GDateYear)year))
        return;
    g_autofree char *printed = g_strdup_printf("%04d-%02d-%02d", year, month, day);
    for (guint i = 0; i < dates->len; i++)
        if (strcmp(g_array_index(dates, const char *, i), printed) == 0)
            return;
    const char *date = draft_string(draft, printed, -1);
    g_array_append_val(dates, date);
}

/* Both days and, of a short meeting, those between. */
static void add_span(const Draft *draft, const int first[3], const int last[3], GArray *dates)
{
    add_date(draft, first[0], first[1], first[2], dates);
    if (first[0] == last[0] && first[1] == last[1] && last[2] - first[2] <= DAYS_IN_A_ROW)
        for (int day = first[2] + 1; day < last[2]; day++)
            add_date(draft, first[0], first[1], day, dates);
    add_date(draft, last[0], last[1], last[2], dates);
}

void dates_in(const Draft *draft, const char *s, GArray *dates)
{
    static const Form order[] = {FORM_DATE, FORM_DATE_DAYS, FORM_DATE_DOTS};

    for (gsize i = 0; i < G_N_ELEMENTS(order); i++) {
        GMatchInfo *match = draft_match(draft, order[i], s);
        for (; match != NULL && g_match_info_matches(match); g_match_info_next(match, NULL)) {
            int first[3] = {0}, last[3] = {0};
            switch (order[i]) {
            case FORM_DATE: /* 2025-03-20 – 21, 2025-03-31 – 2025-04-01 */
                for (int g = 0; g < 3; g++) {
                    first[g] = number_of(match, g + 1);
                    last[g] = number_of(match, g + 4);
                }
                last[0] = last[0] ? last[0] : first[0];
                last[1] = last[1] ? last[1] : first[1];
                break;
            case FORM_DATE_DAYS: /* 20–21 mars 2025, 31 mars – 1 april 2025 */
                first[2] = number_of(match, 1);
                last[2] = number_of(match, 3);
                first[0] = last[0] = number_of(match, 5);
                last[1] = month_of(draft, match, 4);
                first[1] = month_of(draft, match, 2) && last[2] ? month_of(draft, match, 2) : last[1];
                break;
            default: /* 15.9.2022 */
                first[2] = number_of(match, 1);
                first[1] = number_of(match, 2);
                first[0] = number_of(match, 3);
                break;
            }
            if (last[2] != 0)
                add_span(draft, first, last, dates);
            else
                add_date(draft, first[0], first[1], first[2], dates);
        }
        g_match_info_free(match);
        if (dates->len > 0)
            return;
    }
}

bool hours_in(const Draft *draft, const char *s, const char **start, const char **end)
{
    GMatchInfo *match = draft_match(draft, FORM_HOURS, s);

    *start = *end = NULL;
    if (match == NULL)
        return false;
    g_autofree char *from = g_strdup_printf("%02d:%02d", number_of(match, 1), number_of(match, 2));
    *start = draft_string(draft, from, -1);
    g_autofree char *hour = g_match_info_fetch(match, 3);
    if (hour != NULL && *hour != '\0') {
        g_autofree char *to = g_strdup_printf("%02d:%02d", number_of(match, 3), number_of(match, 4));
        *end = draft_string(draft, to, -1);
    }
    g_match_info_free(match);
    return true;
}

static bool is_edge(const char *word, gsize length)
{
    while (length > 0 && strchr(".,:;", word[length - 1]))
        length--;
    g_autofree char *copy = g_strndup(word, length);
    g_autofree char *key = text_key(copy);
    for (gsize i = 0; i < G_N_ELEMENTS(edges); i++)
        if (strcmp(key, edges[i]) == 0)
            return true;
    return length == 0;
}

/* `place` without the words that belong to a day or hour at its ends. */
static void trim_place(char *place)
{
    for (;;) {
        g_strstrip(place);
        char *end = place + strlen(place);
        for (char *before; (before = g_utf8_find_prev_char(place, end)) && text_span(before, ",;:–-");
             end = before)
            *before = '\0';
        const char *last = strrchr(place, ' ');
        last = last ? last + 1 : place;
        if (*last == '\0' || !is_edge(last, strlen(last)))
            break;
        place[last - place] = '\0';
    }
    while (*place != '\0') {
        gsize first = strcspn(place, " ");
        gsize skip = strspn(place, ",;:. ");
        if (skip == 0 && is_edge(place, first))
            skip = first + strspn(place + first, " ");
        if (skip == 0)
            break;
        memmove(place, place + skip, strlen(place + skip) + 1);
    }
    g_strstrip(place);
}

char *place_in(const Draft *draft, const char *value)
{
    static const Form times[] = {FORM_HOURS, FORM_DATE, FORM_DATE_DAYS, FORM_DATE_DOTS};
    static const char *const breaks[] = {"ajourner", "paus", "lunch"};
    g_autofree char *blanked = g_strdup(value); /* with days and hours overwritten by line ends */

    for (gsize i = 0; i < G_N_ELEMENTS(times); i++) {
        GMatchInfo *match = draft_match(draft, times[i], value);
        for (; match != NULL && g_match_info_matches(match); g_match_info_next(match, NULL)) {
            gint start, end;
            g_match_info_fetch_pos(match, 0, &start, &end);
            memset(blanked + start, '\n', (gsize)(end - start));
        }
        g_match_info_free(match);
    }
    g_auto(GStrv) pieces = g_strsplit(blanked, "\n", -1);
    for (char **piece = pieces; *piece; piece++) {
        trim_place(*piece);
        bool pause = false;
        for (gsize i = 0; i < G_N_ELEMENTS(breaks); i++)
            pause = pause || text_begins(*piece, breaks[i], NULL);
        if (**piece != '\0' && !pause)
            return g_strdup(*piece);
    }
    return g_strdup("");
}
