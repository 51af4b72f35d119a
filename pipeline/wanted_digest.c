/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the options of digest ask for: days, words and parties in the forms in which they are compared. */
#include "wanted_digest.h"

#include <string.h>

#include "session.h"

static gboolean share_out(char *const *given, WantedDigest *wanted, GError **error);
static gboolean is_day(const char *s);
static char **normal_words(char *const *given, GError **error);

gboolean wanted_digest(const Options *options, WantedDigest *wanted, GError **error)
{
    wanted->output = "txt";
    wanted->options = (DigestOptions){.from = options->from,
                                      .bodies = options->bodies,
                                      .parties = options->parties,
                                      .base = options->base,
                                      .source = options->source};
    if (!share_out(options->to_each, wanted, error))
        return FALSE;
    if (options->from && !is_day(options->from)) {
        g_set_error(error, SESSION_DOMAIN, SESSION_ERROR_USAGE, "digest: --from %s: a day is as 2025-03-31",
                    options->from);
        return FALSE;
    }
    if (options->from && wanted->options.to && strcmp(options->from, wanted->options.to) > 0) {
        g_set_error(error, SESSION_DOMAIN, SESSION_ERROR_USAGE, "digest: --from %s is after --to %s",
                    options->from, wanted->options.to);
        return FALSE;
    }
    if (options->words && !(wanted->words = normal_words(options->words, error)))
        return FALSE;
    wanted->options.words = wanted->words;
    return TRUE;
}

void wanted_digest_clear(WantedDigest *wanted)
{
    g_strfreev(wanted->words);
    *wanted = (WantedDigest){0};
}

/* --to is asked for both a day and a form: what begins with a digit is a day. */
static gboolean share_out(char *const *given, WantedDigest *wanted, GError **error)
{
    guint days = 0, forms = 0;
    for (; given && *given; given++) {
        if (!g_ascii_isdigit(**given)) {
            wanted->output = *given;
            forms++;
            continue;
        }
        wanted->options.to = *given;
        days++;
        if (!is_day(*given)) {
            g_set_error(error, SESSION_DOMAIN, SESSION_ERROR_USAGE, "digest: --to %s: a day is as 2025-03-31",
                        *given);
            return FALSE;
        }
    }
    if (days > 1 || forms > 1) {
        g_set_error_literal(error, SESSION_DOMAIN, SESSION_ERROR_USAGE,
                            "digest: --to takes one day and one form");
        return FALSE;
    }
    return TRUE;
}

static gboolean is_day(const char *s)
{
    int year = 0, month = 0, day = 0;
    if (!g_regex_match_simple("^[0-9]{4}-[0-9]{2}-[0-9]{2}$", s, G_REGEX_RAW, 0))
        return FALSE;
    year = (int)g_ascii_strtoll(s, NULL, 10);
    month = (int)g_ascii_strtoll(s + 5, NULL, 10);
    day = (int)g_ascii_strtoll(s + 8, NULL, 10);
    return g_date_valid_dmy((GDateDay)day, (GDateMonth)month, (GDateYear)year);
}

/* In normalization form C, as the text of meetings is. One of mere stars would be in every text. */
static char **normal_words(char *const *given, GError **error)
{
    g_autoptr(GPtrArray) words = g_ptr_array_new_with_free_func(g_free);
    for (; *given; given++) {
        g_autofree char *word =
            g_utf8_validate(*given, -1, NULL) ? g_utf8_normalize(*given, -1, G_NORMALIZE_NFC) : NULL;
        if (word)
            g_strstrip(word);
        gsize star = word ? strcspn(word, "*") : 0;
        if (star == 0 || strlen(word + star) > 1) {
            g_autofree char *label = input_label(*given);
            g_set_error(error, SESSION_DOMAIN, SESSION_ERROR_USAGE,
                        "digest: --watch %s: a word, or the beginning of words and a star", label);
            return NULL;
        }
        g_ptr_array_add(words, g_steal_pointer(&word));
    }
    g_ptr_array_add(words, NULL);
    return (char **)g_ptr_array_free(g_steal_pointer(&words), FALSE);
}
