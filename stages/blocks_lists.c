/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists: the markers of their items and the levels these stand on. */
#include <math.h>
#include <string.h>

#include "blocks_parts.h"

/* Signs that mark an item by themselves. "o" is what Word's second level becomes outside its font, U+FFFD a
 * sign of a font that does not say what it draws. */
static const char *const signs[] = {
    "•", "●", "▪", "■", "◦", "○", "·", "➢", "➔", "→", "✓", "❖", "◆", "\xEF\xBF\xBD",
    "☐", "☒", "☑", "⇒", "❑", "-", "–", "—", "*", "o"};

/* "1.", "12)", "1.2.", "a)", "B.", "iv)": a number or letter with its end mark; bytes, or 0. */
static gsize numbered(const char *s)
{
    gsize digits = strspn(s, "0123456789");
    if (digits && digits <= 3) {
        gsize length = digits;
        while (s[length] == '.' && g_ascii_isdigit(s[length + 1])) {
            gsize more = strspn(s + length + 1, "0123456789");
            if (more > 2)
                return 0;
            length += 1 + more;
        }
        return s[length] == '.' || s[length] == ')' ? length + 1 : 0;
    }
    gsize roman = strspn(s, "ivx");
    gsize letters = roman && roman <= 4 ? roman : g_ascii_isalpha(s[0]) ? 1 : 0;
    if (!letters)
        return 0;
    if (s[letters] == ')')
        return letters + 1;
    return s[letters] == '.' && letters == 1 && g_ascii_islower(s[0]) ? 2 : 0;
}

gsize list_marker(const char *text)
{
    gsize length = numbered(text);
    if (length && (text[length] == ' ' || !text[length]))
        return length;
    for (gsize i = 0; i < G_N_ELEMENTS(signs); i++) {
        length = strlen(signs[i]);
        if (strncmp(text, signs[i], length) == 0 && (text[length] == ' ' || !text[length]))
            return length;
    }
    return 0;
}

bool list_is_marker(const char *text)
{
    gsize length = list_marker(text);
    return length && !text[length];
}

/* A marker set in by more than this stands on the next level, points. */
static const double LEVEL_STEP = 8;

void lists_set_levels(Blocks *blocks)
{
    double stack[16];
    int depth = 0;
    for (guint i = 0; i < blocks->blocks->len; i++) {
        Block *block = &g_array_index(blocks->blocks, Block, i);
        if (block->kind == BLOCK_HEADING || block->kind == BLOCK_TABLE)
            depth = 0;
        if (block->kind != BLOCK_ITEM)
            continue;
        while (depth && stack[depth - 1] > block->indent + LEVEL_STEP)
            depth--;
        if (!depth || (block->indent > stack[depth - 1] + LEVEL_STEP && depth < (int)G_N_ELEMENTS(stack)))
            stack[depth++] = block->indent;
        block->level = depth;
    }
}
