/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The fixed phrases of a summary: its title and introduction, with body and dates put in. */
#include "summary_parts.h"

#include <string.h>

static const char *const months[] = {"januari", "februari", "mars",      "april",   "maj",      "juni",
                                     "juli",    "augusti",  "september", "oktober", "november", "december"};

static char *body_in_sentence(const Meeting *meeting);
static char *dates_in_words(const GArray *dates);

const char *summary_title(const Meeting *meeting, GStringChunk *chunk)
{
    g_autofree char *body = body_in_sentence(meeting);
    g_autofree char *dates = dates_in_words(meeting->dates);
    g_autofree char *title = g_strconcat("Sammanfattning från ", *body ? body : "sammanträdet",
                                         *dates ? " den " : "", dates, NULL);
    return g_string_chunk_insert(chunk, title);
}

const char *summary_introduction(const Meeting *meeting, GStringChunk *chunk)
{
    g_autofree char *body = body_in_sentence(meeting);
    g_autofree char *dates = dates_in_words(meeting->dates);
    g_autofree char *introduction =
        g_strconcat("Här är en sammanfattning av de beslut som ", *body ? body : "organet",
                    " fattade vid sitt sammanträde", *dates ? " den " : "", dates,
                    ". Texten under varje rubrik är hämtad ordagrant ur protokollet. Samtliga beslut finns i "
                    "protokollet.",
                    NULL);
    return g_string_chunk_insert(chunk, introduction);
}

/* The body's name as it is written inside a sentence: with a small letter, unless it begins with
 * the name of its municipality or region ("Umeå kommunfullmäktige") or with an abbreviation
 * ("VA-nämnden"). Empty when no body is known. The caller frees it. */
static char *body_in_sentence(const Meeting *meeting)
{
    const char *body = meeting->body.value;
    if (!body || !*body)
        return g_strdup("");
    const char *second = g_utf8_next_char(body);
    g_autofree char *first_word = g_strndup(body, strcspn(body, " "));
    gsize stem = strlen(first_word);
    if (stem && first_word[stem - 1] == 's') /* "Umeås", "Göteborgs": the genitive of a place */
        first_word[stem - 1] = '\0';
    bool named = meeting->principal.value && strlen(first_word) > 2 &&
                 text_begins(meeting->principal.value, first_word, NULL);
    if (named || g_unichar_isupper(g_utf8_get_char(second)))
        return g_strdup(body);
    char initial[6];
    int length = g_unichar_to_utf8(g_unichar_tolower(g_utf8_get_char(body)), initial);
    return g_strdup_printf("%.*s%s", length, initial, second);
}

static bool date_from_iso(const char *iso, GDate *date)
{
    char *end;
    guint64 year = g_ascii_strtoull(iso, &end, 10);
    guint64 month = *end == '-' ? g_ascii_strtoull(end + 1, &end, 10) : 0;
    guint64 day = *end == '-' ? g_ascii_strtoull(end + 1, &end, 10) : 0;
    if (*end || year > 9999 || month > 12 || day > 31 ||
        !g_date_valid_dmy((GDateDay)day, (GDateMonth)month, (GDateYear)year))
        return false;
    g_date_clear(date, 1);
    g_date_set_dmy(date, (GDateDay)day, (GDateMonth)month, (GDateYear)year);
    return true;
}

/* "20–21 mars 2025", "20 och 25 mars 2025", "31 mars–1 april 2025": a run of days is a range, other
 * days are listed, and month and year are written where they change. Empty without valid dates. The
 * caller frees it. */
static char *dates_in_words(const GArray *dates)
{
    g_autoptr(GArray) days = g_array_new(FALSE, FALSE, sizeof(GDate));
    for (guint i = 0; dates && i < dates->len; i++) {
        GDate date;
        const char *iso = g_array_index(dates, Fact, i).value;
        if (iso && date_from_iso(iso, &date))
            g_array_append_val(days, date);
    }
    g_array_sort(days, (GCompareFunc)g_date_compare);

    GString *words = g_string_new(NULL);
    for (guint i = 0; i < days->len; i++) {
        const GDate *day = &g_array_index(days, GDate, i);
        const GDate *before = i ? &g_array_index(days, GDate, i - 1) : NULL;
        const GDate *after = i + 1 < days->len ? &g_array_index(days, GDate, i + 1) : NULL;
        bool continues = before && g_date_days_between(before, day) == 1;
        bool runs_on = after && g_date_days_between(day, after) == 1;
        bool same_month = after && g_date_get_month(after) == g_date_get_month(day) &&
                          g_date_get_year(after) == g_date_get_year(day);
        bool same_year = after && g_date_get_year(after) == g_date_get_year(day);
        if (continues && runs_on && same_month)
            continue; /* inside a range */
        if (before)
            g_string_append(words, continues ? "–" : after ? ", " : " och ");
        g_string_append_printf(words, "%d", g_date_get_day(day));
        if (!same_month)
            g_string_append_printf(words, " %s", months[g_date_get_month(day) - 1]);
        if (!same_year)
            g_string_append_printf(words, " %d", g_date_get_year(day));
    }
    return g_string_free(words, FALSE);
}
