/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text with marks in it, and the small questions every stage asks of Swedish text. */
#ifndef BASE_TEXT_H
#define BASE_TEXT_H

#include <glib.h>
#include <stdbool.h>

/* What a stretch of a text is, besides being text. Marks are sorted and never overlap. */
typedef enum {
    MARK_LINK,     /* value: the target, http, https or mailto */
    MARK_FOOTNOTE, /* value: the mark as printed; the stretch is the mark itself */
    MARK_PAGE,     /* value: the page that begins here; an empty stretch */
    MARK_LINE,     /* a line that begins here on purpose, in a cell that lists something; an empty stretch */
    /* What meeting_marks.c finds in the text of items; the value is normalised. */
    MARK_MONEY,      /* "1,2 miljoner kronor"; value: kronor, "1200000" */
    MARK_DATE,       /* a day after the meeting; value: YYYY-MM-DD */
    MARK_ASSIGNMENT, /* who is to do something: "kommundirektören"; value: the same words */
    MARK_CASE,       /* register number; value: as printed */
    MARK_DECISION,   /* an earlier decision; value: "Regionstyrelsen 2023-12-20 § 307" */
    MARK_ATTACHMENT, /* "bilaga 5"; value: its number or letter */
    MARK_STATUTE,    /* value: "13 kap. 8 § kommunallagen (2017:725)" */
    MARK_INQUIRY,    /* "SOU 2023:14", "prop. 2016/17:171" */
} MarkKind;

typedef struct {
    MarkKind kind;
    guint start;  /* bytes into the text */
    guint length; /* bytes */
    const char *value;
} Mark;

/* A text and its marks; both belong to the model that holds it. */
typedef struct {
    const char *s; /* UTF-8, NFC, white space collapsed; NULL where there is none */
    GArray *marks; /* of Mark; NULL where there are none */
} Text;

/* A text under construction. Clear with text_builder_clear(); finish with text_builder_end(). */
typedef struct {
    GString *s;
    GArray *marks;
} TextBuilder;

void text_builder_begin(TextBuilder *b);
/* Appends `t`, shifting its marks. */
void text_builder_append(TextBuilder *b, const Text *t);
void text_builder_append_string(TextBuilder *b, const char *s);
/* Takes the text after byte `length` away, and as much of the marks. */
void text_builder_truncate(TextBuilder *b, gsize length);
/* Returns the text, its string and the values of its marks in `chunk`. The builder is cleared. */
Text text_builder_end(TextBuilder *b, GStringChunk *chunk);
void text_builder_clear(TextBuilder *b);

/* A copy of `t` with its string in `chunk` and marks of its own. */
Text text_copy(const Text *t, GStringChunk *chunk);
/* The part of `t` from byte `start`, `length` bytes, trimmed, with the marks that lie in it. */
Text text_slice(const Text *t, gsize start, gsize length, GStringChunk *chunk);
void text_clear(Text *t);

/* Returns `s` in `chunk` with white space collapsed and trimmed. `length` -1: to the NUL. */
const char *text_collapsed(const char *s, gssize length, GStringChunk *chunk);

/* Returns `s` case-folded, white space collapsed, final colons and periods gone: the form
 * in which headings and labels are compared. The caller frees it. */
char *text_key(const char *s);

/* The character at `*s` in lower case; moves `*s` on to the next. ASCII and the letters of Latin 1 are done
 * here: they are nearly all there is, and every letter is asked for many times. */
static inline gunichar text_next_lower(const char **s)
{
    const guchar *p = (const guchar *)*s;
    if (p[0] < 0x80) {
        ++*s;
        return p[0] >= 'A' && p[0] <= 'Z' ? p[0] + 32u : p[0];
    }
    if (p[0] == 0xC3 && p[1] >= 0x80 && p[1] < 0xC0) {
        *s += 2;
        return (p[1] < 0x9F && p[1] != 0x97 ? p[1] + 0x20u : p[1]) + 0x40u;
    }
    gunichar c = g_unichar_tolower(g_utf8_get_char(*s));
    *s = g_utf8_next_char(*s);
    return c;
}

/* True when `s` begins with `prefix`, letter case aside; `*rest` is then what follows. */
bool text_begins(const char *s, const char *prefix, const char **rest);
/* True when the word or words `needle` stand in `s`, letter case aside, not inside a longer word. */
bool text_has_word(const char *s, const char *needle);
/* Where `word` first stands in `s` as a word or words of its own, letter case aside; one that ends in "*"
 * also begins longer words. NULL where it does not; `*length` (may be NULL) is that of what was found. */
const char *text_find_word(const char *s, const char *word, gsize *length);

/* strspn() and strcspn() for characters instead of bytes: how many bytes `s` begins with that are characters
 * of `set`, and that are none. */
gsize text_span(const char *s, const char *set);
gsize text_span_until(const char *s, const char *set);

/* The number of words (runs of letters and digits) in `s`. */
guint text_words(const char *s);
bool text_is_letter_or_digit(gunichar c);
/* True for what no text of a document holds: control characters but tab and line ends, and what is not seen
 * itself and turns around or hides what is (marks of direction, characters without width, tags, U+2028). */
bool text_is_hidden(gunichar c);
/* Bytes from outside (names of files, titles) as text on one line: what is not UTF-8, hidden or ends a line
 * is U+FFFD. The caller frees it. */
char *text_printable(const char *bytes);

/* Splits off the next sentence of `s`: returns the bytes up to and with its end mark. A period
 * after an abbreviation (t.ex., kl., nr, dnr, bl.a.) or an ordinal ends no sentence. */
gsize text_sentence(const char *s);

#endif
