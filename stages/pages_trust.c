/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Trust in fonts: a font whose map from glyphs to letters is wrong gives words that no Swedish word list
 * knows the like of. The fault lies in how the font was embedded, so it is looked for font by font over the
 * whole document, and every page set in such a font is marked, also where its few words happen to come out
 * right.
 *
 * Seen in minutes made by LibreOffice and put together by other software: "protokojjet", "vvlfvrdsnvmnden".
 */
#include <string.h>

#include "base/notes.h"
#include "pages_parts.h"

/* Letters that follow the letter of their row in fewer than 25 of the 149,108 words of the Swedish word list
 * in Debian's hunspell-sv; counted once, by hand widened by what names and loan words hold. */
static const struct {
    const char *letter, *never;
} rare_pairs[] = {
    {"a", "qäö"},
    {"b", "cgqwxz"},
    {"c", "bdfgjmnpqsvwxzåäö"},
    {"d", "qxz"},
    {"e", "q"},
    {"f", "cdghmpqvwxz"},
    {"g", "cqwxz"},
    {"h", "cdfghkpqvwxz"},
    {"i", "qwyå"},
    {"j", "cghjqrwxzå"},
    {"k", "qwxz"},
    {"l", "qwxz"},
    {"m", "qwxz"},
    {"n", "qwx"},
    {"o", "q"},
    {"p", "cqwxz"},
    {"r", "qxz"},
    {"s", "qxz"},
    {"t", "qx"},
    {"u", "jquwyåäö"},
    {"v", "cqwxz"},
    {"x", "cgjqrwxzåäö"},
    {"y", "jqwzäö"},
    {"z", "bcdfghjklmnpqrstuvwxåäö"},
    {"å", "ijoquwxyzåäö"},
    {"ä", "aehijoquwyzåäö"},
    {"ö", "oquwxyzåä"},
};

/* The commonest words: where too few of them stand, the text is in another language, of which nothing is
 * known. */
static const char *const common[] = {"och", "i",    "att", "det",    "som",   "en",  "på", "är",
                                     "av",  "för",  "med", "till",   "den",   "har", "de", "om",
                                     "ett", "från", "vid", "enligt", "eller", "ska"};

/* This share of a font's words and more, and so many different ones, make it untrustworthy; sound documents
 * stay under a fifth of that. */
static const double RARE_SHARE = 0.015, COMMON_SHARE = 0.05;
enum { RARE_WORDS = 4 };

typedef struct {
    guint words, rare, common;
    GHashTable *rare_words; /* the different ones */
    GHashTable *pages;      /* numbers of the pages it is used on */
} Font;

/* The letters of Swedish words, a to z and å, ä, ö, are counted from 0. */
enum { LETTERS = 29 };

struct FontTrust {
    GHashTable *fonts;      /* name, which Poppler gives without the letters of a subset -> Font */
    guint32 never[LETTERS]; /* after each letter: a bit for each that never follows it */
    GHashTable *common;
    gsize longest_common; /* bytes */
};

static void free_font(gpointer data)
{
    Font *font = data;
    g_hash_table_unref(font->rare_words);
    g_hash_table_unref(font->pages);
    g_free(font);
}

/* Which letter `c` is, from 0; negative for any other character. */
static int letter_number(gunichar c)
{
    if (c >= 'a' && c <= 'z')
        return (int)(c - 'a');
    return c == 0xE5 ? 26 : c == 0xE4 ? 27 : c == 0xF6 ? 28 : -1;
}

FontTrust *font_trust_new(void)
{
    FontTrust *trust = g_new0(FontTrust, 1);
    trust->fonts = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, free_font);
    trust->common = g_hash_table_new(g_str_hash, g_str_equal);
    for (gsize i = 0; i < G_N_ELEMENTS(rare_pairs); i++) {
        guint32 *never = &trust->never[letter_number(g_utf8_get_char(rare_pairs[i].letter))];
        for (const char *p = rare_pairs[i].never; *p; p = g_utf8_next_char(p))
            *never |= 1U << letter_number(g_utf8_get_char(p));
    }
    for (gsize i = 0; i < G_N_ELEMENTS(common); i++) {
        g_hash_table_add(trust->common, (char *)common[i]);
        trust->longest_common = MAX(trust->longest_common, strlen(common[i]));
    }
    return trust;
}

void font_trust_free(FontTrust *trust)
{
    g_hash_table_unref(trust->fonts);
    g_hash_table_unref(trust->common);
    g_free(trust);
}

/* Most are ASCII, and those are told without a call. */
static gunichar character_at(const char *p)
{
    return (guchar)*p < 0x80 ? (guchar)*p : g_utf8_get_char(p);
}

static bool is_lower(const char *word, gsize length)
{
    for (const char *p = word; p < word + length; p = g_utf8_next_char(p)) {
        gunichar c = character_at(p);
        if (letter_number(c) < 0 && !g_unichar_islower(c))
            return false;
    }
    return true;
}

static bool is_rare(const FontTrust *trust, const char *word, gsize length)
{
    guint32 never = 0;
    for (const char *p = word; p < word + length; p = g_utf8_next_char(p)) {
        int letter = letter_number(character_at(p));
        if (letter >= 0 && never >> letter & 1)
            return true;
        never = letter < 0 ? 0 : trust->never[letter];
    }
    return false;
}

enum { LONGEST_WORD = 63 }; /* bytes; what is longer is no word */

static void read_word(const FontTrust *trust, Font *font, const char *start, gsize length)
{
    char word[LONGEST_WORD + 1];
    memcpy(word, start, length);
    word[length] = '\0';
    font->words++;
    if (length <= trust->longest_common)
        font->common += g_hash_table_contains(trust->common, word) ? 1 : 0;
    if (!is_rare(trust, word, length))
        return;
    font->rare++;
    g_hash_table_add(font->rare_words, g_strdup(word));
}

/* Only whole words in lower case count: names and abbreviations keep no rules, and addresses are no words. */
void font_trust_read(FontTrust *trust, const char *name, int page, const char *text)
{
    name = name ? name : "";
    Font *font = g_hash_table_lookup(trust->fonts, name);
    if (!font) {
        font = g_new0(Font, 1);
        font->rare_words = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
        font->pages = g_hash_table_new(NULL, NULL);
        g_hash_table_insert(trust->fonts, g_strdup(name), font);
    }
    g_hash_table_add(font->pages, GINT_TO_POINTER(page));
    while (*text) {
        gsize length = strcspn(text, " ");
        gsize end = length;
        while (end && g_ascii_ispunct(text[end - 1]) && strchr(".,:;!?)\"", text[end - 1]))
            end--;
        if (end > 0 && end <= LONGEST_WORD && is_lower(text, end))
            read_word(trust, font, text, end);
        text += length + (text[length] == ' ');
    }
}

void font_trust_judge(const FontTrust *trust, Pages *pages)
{
    GHashTableIter iter;
    gpointer value;
    g_hash_table_iter_init(&iter, trust->fonts);
    while (g_hash_table_iter_next(&iter, NULL, &value)) {
        const Font *font = value;
        if (g_hash_table_size(font->rare_words) < RARE_WORDS || font->rare < RARE_SHARE * font->words ||
            font->common < COMMON_SHARE * font->words)
            continue;
        for (guint i = 0; i < pages->pages->len; i++) {
            Page *page = &g_array_index(pages->pages, Page, i);
            page->damaged |= g_hash_table_contains(font->pages, GINT_TO_POINTER(page->number));
        }
    }
    for (guint i = 0; i < pages->pages->len; i++) {
        const Page *page = &g_array_index(pages->pages, Page, i);
        if (page->damaged)
            notes_add(pages->notes, pages->chunk, NOTE_PAGE_UNREADABLE, page->number, NULL, NULL);
    }
}
