/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Mail: a text and its HTML as one message that mail programs open (RFC 5322, MIME). */
#ifndef MAIL_H
#define MAIL_H

#include <glib.h>

/* A message with both as alternatives, in UTF-8, with CRLF and lines of at most 76 bytes. `date` is
 * YYYY-MM-DD, or NULL: the message is dated at noon of it, so that the same content is the same bytes. It is
 * nobody's yet: whoever sends it puts in sender and addressees. The caller unreferences it. */
GBytes *mail_from_parts(const char *subject, const char *date, GBytes *text, GBytes *html);

#endif
