/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Mail: a text and its HTML as one message that mail programs open (RFC 5322, MIME). */
#include "mail.h"

#include <stdbool.h>
#include <string.h>

enum {
    LINE_BYTES = 76, /* bytes of an encoded line: RFC 2045, 6.7 */
    WORD_BYTES =
        39, /* bytes that an encoded word holds, so that its line is no longer either (RFC 2047, 2) */
};

/* Who has not said yet who sends it; "invalid" is no domain, and never will be (RFC 2606). */
#define NOBODY "sammandrag@sammandrag.invalid"

static void add_subject(GString *message, const char *subject);
static void add_date(GString *message, const char *date);
static void add_part(GString *message, const char *boundary, const char *type, GBytes *content);
static void add_quoted_printable(GString *message, const char *s, gsize length);

GBytes *mail_from_parts(const char *subject, const char *date, GBytes *text, GBytes *html)
{
    g_autoptr(GChecksum) digest = g_checksum_new(G_CHECKSUM_SHA256);
    GBytes *const parts[] = {text, html};
    g_checksum_update(digest, (const guchar *)subject, -1);
    for (gsize i = 0; i < G_N_ELEMENTS(parts); i++) {
        gsize length = 0;
        const guchar *data = g_bytes_get_data(parts[i], &length);
        g_checksum_update(digest, data, (gssize)length);
    }
    const char *hex = g_checksum_get_string(digest);
    /* "=_" stands in no quoted-printable text, so no line of the content is a boundary (RFC 2045, 6.7). */
    g_autofree char *boundary = g_strdup_printf("=_%.32s", hex);

    GString *message = g_string_new(NULL);
    g_string_append(message, "From: sammandrag <" NOBODY ">\r\nTo: undisclosed-recipients:;\r\n");
    add_subject(message, subject);
    add_date(message, date);
    g_string_append_printf(message, "Message-ID: <%.40s@sammandrag.invalid>\r\n", hex);
    g_string_append(message, "MIME-Version: 1.0\r\nX-Unsent: 1\r\nContent-Language: sv\r\n");
    g_string_append_printf(message, "Content-Type: multipart/alternative;\r\n boundary=\"%s\"\r\n\r\n",
                           boundary);
    add_part(message, boundary, "text/plain", text);
    add_part(message, boundary, "text/html", html);
    g_string_append_printf(message, "--%s--\r\n", boundary);
    return g_string_free_to_bytes(message);
}

/* Encoded words of whole characters, each on a line of its own but the first. */
static void add_subject(GString *message, const char *subject)
{
    const char *separator = "";
    g_string_append(message, "Subject: ");
    for (const char *s = subject; *s;) {
        const char *end = s;
        while (*end && g_utf8_next_char(end) - s <= WORD_BYTES)
            end = g_utf8_next_char(end);
        g_autofree char *encoded = g_base64_encode((const guchar *)s, (gsize)(end - s));
        g_string_append_printf(message, "%s=?UTF-8?B?%s?=", separator, encoded);
        separator = "\r\n ";
        s = end;
    }
    g_string_append(message, "\r\n");
}

static void add_date(GString *message, const char *date)
{
    static const char *const days[] = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
    static const char *const months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                         "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    g_autoptr(GTimeZone) utc = g_time_zone_new_utc();
    g_autoptr(GDateTime) noon = NULL;
    if (date && strlen(date) == strlen("YYYY-MM-DD"))
        noon = g_date_time_new(utc, (gint)g_ascii_strtoll(date, NULL, 10),
                               (gint)g_ascii_strtoll(date + 5, NULL, 10),
                               (gint)g_ascii_strtoll(date + 8, NULL, 10), 12, 0, 0);
    if (!noon) /* every message has a date; this one tells nobody that it is known */
        noon = g_date_time_new(utc, 1970, 1, 1, 0, 0, 0);
    g_string_append_printf(message, "Date: %s, %d %s %d %02d:00:00 +0000\r\n",
                           days[g_date_time_get_day_of_week(noon) - 1], g_date_time_get_day_of_month(noon),
                           months[g_date_time_get_month(noon) - 1], g_date_time_get_year(noon),
                           g_date_time_get_hour(noon));
}

static void add_part(GString *message, const char *boundary, const char *type, GBytes *content)
{
    gsize length = 0;
    const char *data = g_bytes_get_data(content, &length);
    g_string_append_printf(message,
                           "--%s\r\nContent-Type: %s; charset=UTF-8\r\n"
                           "Content-Transfer-Encoding: quoted-printable\r\n\r\n",
                           boundary, type);
    add_quoted_printable(message, data, length);
    g_string_append(message, "\r\n");
}

/* A byte as it is, or as "=" and two digits; a blank that ends a line is such a one too, and what would make
 * a line too long goes on the next after a "=". */
static void add_quoted_printable(GString *message, const char *s, gsize length)
{
    gsize column = 0;
    for (gsize i = 0; i < length; i++) {
        guchar c = (guchar)s[i];
        if (c == '\r')
            continue;
        if (c == '\n') {
            g_string_append(message, "\r\n");
            column = 0;
            continue;
        }
        bool ends = i + 1 == length || s[i + 1] == '\n' || s[i + 1] == '\r';
        bool plain = (c > ' ' && c < 0x7F && c != '=') || ((c == ' ' || c == '\t') && !ends);
        gsize width = plain ? 1 : 3;
        if (column + width > (ends ? LINE_BYTES : LINE_BYTES - 1)) {
            g_string_append(message, "=\r\n");
            column = 0;
        }
        /* A point alone on a line ends a message on its way. */
        if (c == '.' && column == 0 && ends)
            plain = false;
        if (plain)
            g_string_append_c(message, (char)c);
        else
            g_string_append_printf(message, "=%02X", c);
        column += plain ? 1 : 3;
    }
}
