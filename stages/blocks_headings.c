/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Headings: paragraphs that stand out from the text by their look or by what they say, and their levels. */
#include <math.h>
#include <string.h>

#include "blocks_parts.h"

/* No heading is longer, bytes. */
enum { LONGEST = 300, LONGEST_PLAIN = 90 };
/* No document sets its headings in more ways; one more is of the level of the style next to it. */
enum { MOST_STYLES = 100 };
/* Set larger than the text by this much, points. */
static const double LARGER = 0.9;
/* Sizes that differ by less are one style, points. */
static const double SAME_SIZE = 0.4;

/* How headings of one level look. The order of its members is that of their weight. */
typedef struct {
    double size;
    bool bold, italic, capitals;
} Style;

static bool is_capitals(const char *s)
{
    guint letters = 0;
    for (; *s; s = g_utf8_next_char(s)) {
        if (g_unichar_islower(g_utf8_get_char(s)))
            return false;
        letters += g_unichar_isupper(g_utf8_get_char(s)) != 0;
    }
    return letters >= 5;
}

static bool ends_like_text(const char *s)
{
    return *s && strchr(".;,!", s[strlen(s) - 1]);
}

/* "Diarienummer: 25-1": a label with its value is no heading, "Beslut:" is. */
static bool has_value(const char *s)
{
    const char *colon = strstr(s, ": ");
    return colon && colon[2];
}

static bool begins_with_section_sign(const char *s)
{
    return g_str_has_prefix(s, "§") && g_ascii_isdigit(s[strlen("§") + strspn(s + strlen("§"), " ")]);
}

/* A short line in italics heads what stands right under it in upright letters. */
static bool heads_next(const Block *block, const Block *next)
{
    return next && (next->kind == BLOCK_PARAGRAPH || next->kind == BLOCK_ITEM || next->kind == BLOCK_ROW) &&
           !next->italic && !next->bold && strlen(block->text.s) < 160 && !ends_like_text(block->text.s) &&
           !g_str_has_prefix(block->text.s, "”") && !g_str_has_suffix(block->text.s, "”");
}

static bool is_heading(const Builder *builder, const Block *block, const Block *next)
{
    const char *s = block->text.s;
    gsize length = strlen(s);
    if (block->kind == BLOCK_HEADING)
        return true;
    if (block->kind != BLOCK_PARAGRAPH || !length || length > LONGEST || block->quoted)
        return false;
    if (block->size > builder->measures.body_size + LARGER)
        return true;
    if (profile_meaning(builder->profile, WORDS_SECTION, s) && length < LONGEST_PLAIN)
        return true;
    if (block->bold)
        return !has_value(s) && (!ends_like_text(s) || begins_with_section_sign(s));
    if (block->size < builder->measures.body_size - LARGER)
        return false;
    if (begins_with_section_sign(s))
        return !ends_like_text(s) && length < 200;
    if (block->italic)
        return heads_next(block, next);
    return is_capitals(s) && length < LONGEST_PLAIN && !block->follows;
}

static Style style_of(const Block *block)
{
    return (Style){block->size, block->bold, block->italic, is_capitals(block->text.s)};
}

/* Heavier styles come first. */
static int compare_styles(const Style *a, const Style *b)
{
    if (fabs(a->size - b->size) > SAME_SIZE)
        return a->size > b->size ? -1 : 1;
    if (a->bold != b->bold)
        return a->bold ? -1 : 1;
    if (a->italic != b->italic)
        return a->italic ? 1 : -1;
    return a->capitals == b->capitals ? 0 : a->capitals ? -1 : 1;
}

/* The place of `style` among `styles`, or where it would be; `*there` says which. */
static guint place_of(const GArray *styles, const Style *style, bool *there)
{
    guint at = 0;
    int order = 1;
    for (; at < styles->len; at++) {
        order = compare_styles(&g_array_index(styles, Style, at), style);
        if (order >= 0)
            break;
    }
    *there = at < styles->len && order == 0;
    return at;
}

/* Puts `style` into its place among `styles`, once. */
static void add_style(GArray *styles, const Style *style)
{
    bool there;
    guint at = place_of(styles, style, &there);
    if (!there && styles->len < MOST_STYLES)
        g_array_insert_val(styles, at, *style);
}

static int level_of(const GArray *styles, const Style *style)
{
    bool there;
    return (int)MIN(place_of(styles, style, &there) + 1, styles->len);
}

/* "2.1 Uppföljning": the number, in bytes, or 0. */
static gsize heading_number(const char *s)
{
    gsize length = strspn(s, "0123456789.");
    if (!length || !g_ascii_isdigit(*s) || length > 12 || s[length] != ' ')
        return 0;
    gsize digits = strspn(s, "0123456789");
    if (digits > 2)
        return 0; /* "2025 års plan" */
    return s[length - 1] == '.' ? length - 1 : length;
}

static int dots(const char *s, gsize length)
{
    int n = 0;
    for (gsize i = 0; i < length; i++)
        n += s[i] == '.';
    return n;
}

void headings_find(Builder *builder)
{
    Blocks *blocks = builder->blocks;
    g_autoptr(GArray) styles = g_array_new(FALSE, FALSE, sizeof(Style));
    for (guint i = 0; i < blocks->blocks->len; i++) {
        Block *block = &g_array_index(blocks->blocks, Block, i);
        const Block *next = i + 1 < blocks->blocks->len ? block + 1 : NULL;
        if (!block->text.s || !is_heading(builder, block, next))
            continue;
        block->kind = BLOCK_HEADING;
        Style style = style_of(block);
        add_style(styles, &style);
    }
    for (guint i = 0; i < blocks->blocks->len; i++) {
        Block *block = &g_array_index(blocks->blocks, Block, i);
        if (block->kind != BLOCK_HEADING || !block->text.s)
            continue;
        Style style = style_of(block);
        block->level = level_of(styles, &style);
        gsize number = heading_number(block->text.s);
        if (!number)
            continue;
        block->number = g_string_chunk_insert_len(blocks->chunk, block->text.s, (gssize)number);
        if (dots(block->number, number) > 0)
            block->level = dots(block->number, number) + 1;
    }
}
