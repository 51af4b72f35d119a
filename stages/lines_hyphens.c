/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Hyphens at line ends: whether the word was broken there, or the hyphen belongs to it. */
#include <limits.h>
#include <string.h>

#include "lines_parts.h"

/* Words after which a hyphen stands for a part left out: "hälso- och sjukvård", "in- eller utskrivning". */
static const char *const conjunctions[] = {"och",  "eller",  "samt", "respektive", "resp",
                                           "till", "kontra", "/",    "&"};

/* Where this share of all lines and more ends in a hyphen, the document was hyphenated by machine, and an
 * unknown word is taken for broken; else hyphens at line ends belong to their words. */
static const double HYPHENATED_SHARE = 0.02;

#define SOFT_HYPHEN "\xC2\xAD"

static bool is_inside_word(gunichar c)
{
    return c == '-' || (c != '_' && text_is_letter_or_digit(c));
}

/* The word that ends at byte `end` of `s`, lower-cased; the caller frees it. */
static char *word_before(const char *s, gsize end)
{
    gsize start = end;
    while (start) {
        const char *p = g_utf8_find_prev_char(s, s + start);
        if (!p || !is_inside_word(g_utf8_get_char(p)))
            break;
        start = (gsize)(p - s);
    }
    return g_utf8_strdown(s + start, (gssize)(end - start));
}

static char *word_after(const char *s)
{
    const char *p = s;
    while (*p && is_inside_word(g_utf8_get_char(p)))
        p = g_utf8_next_char(p);
    return g_utf8_strdown(s, p - s);
}

/* The part below `part` that its text may run on into: on one of the next lines, overlapping sideways. */
static const Part *part_below(const Lines *lines, guint i, const Part *part)
{
    const Line *line = &g_array_index(lines->lines, Line, i);
    bool alone = line->parts->len == 1;
    for (guint j = i + 1, seen = 0; j < lines->lines->len && seen < 4; j++) {
        const Line *next = &g_array_index(lines->lines, Line, j);
        if (next->drop)
            continue;
        if (next->column != line->column && next->page == line->page && next->column)
            return NULL;
        seen++;
        for (guint p = 0; p < next->parts->len; p++) {
            const Part *below = &g_array_index(next->parts, Part, p);
            if (alone || next->page != line->page || (below->x0 < part->x1 && below->x1 > part->x0))
                return below;
        }
    }
    return NULL;
}

static bool ends_in_hyphen(const char *s, gsize length)
{
    return length > 1 && s[length - 1] == '-' && s[length - 2] != ' ' && s[length - 2] != '-';
}

enum { MAYBE_BITS = 16, UNSETTLED = -1 };

/* Which of the words that a hyphen may have broken stand in the text in one piece. They are few, and nearly
 * every word of the text is told to be none of them by a bit. */
typedef struct {
    GHashTable *asked;                          /* words, lower-cased */
    GHashTable *known;                          /* those of them that stand in the text away from a hyphen */
    guint8 maybe[(1 << MAYBE_BITS) / CHAR_BIT]; /* by hash_of() of those asked for */
    bool hyphenated;                            /* the document was hyphenated by machine */
} Vocabulary;

/* The hash of the word that `*s` begins with, letter case aside; moves `*s` to its end. `*last` is the
 * character it ends with. */
static guint hash_of(const char **s, gunichar *last)
{
    guint hash = 5381;
    const char *next = *s;
    for (gunichar c; *next && is_inside_word(c = text_next_lower(&next)); *s = next) {
        hash = hash * 33 + c;
        *last = c;
    }
    return (hash ^ hash >> MAYBE_BITS) & ((1 << MAYBE_BITS) - 1);
}

static void ask(Vocabulary *vocabulary, char *word)
{
    const char *s = word;
    gunichar last;
    guint hash = hash_of(&s, &last);
    vocabulary->maybe[hash / CHAR_BIT] |= (guint8)(1 << hash % CHAR_BIT);
    g_hash_table_add(vocabulary->asked, word);
}

static char *in_one_piece(const char *before, const char *after, bool hyphen)
{
    return g_strdup_printf("%.*s%s", (int)strlen(before) - !hyphen, before, after);
}

/* Whether the word is known in one piece, with its hyphen, or neither. */
static RunOn judged(const Vocabulary *vocabulary, const char *before, const char *after)
{
    g_autofree char *broken = in_one_piece(before, after, false);
    g_autofree char *kept = in_one_piece(before, after, true);
    if (g_hash_table_contains(vocabulary->known, broken))
        return RUN_ON_HYPHEN;
    if (g_hash_table_contains(vocabulary->known, kept))
        return RUN_ON_JOIN;
    return vocabulary->hyphenated ? RUN_ON_HYPHEN : RUN_ON_JOIN;
}

/* How the part runs on into the one below, a RunOn; UNSETTLED where only the words of the document tell. */
static int run_on_of(const Part *part, const Part *below)
{
    const char *s = part->text.s;
    gsize length = strlen(s);
    g_autofree char *after = word_after(below->text.s);
    bool soft = g_str_has_suffix(s, SOFT_HYPHEN);
    for (gsize i = 0; (soft || ends_in_hyphen(s, length)) && i < G_N_ELEMENTS(conjunctions); i++)
        if (strcmp(after, conjunctions[i]) == 0)
            return RUN_ON_SPACE;
    if (soft)
        return RUN_ON_HYPHEN;
    const char *word = strrchr(s, ' ');
    word = word ? word + 1 : s;
    if ((g_str_has_prefix(word, "http") || g_str_has_prefix(word, "www.")) && strchr("/-_=?&", s[length - 1]))
        return RUN_ON_JOIN;
    if (length > 3 && g_str_has_suffix(s, "–") && g_ascii_isdigit(s[length - strlen("–") - 1]) &&
        g_ascii_isdigit(below->text.s[0]))
        return RUN_ON_JOIN; /* "12–" / "29" */
    if (!ends_in_hyphen(s, length))
        return RUN_ON_SPACE;
    /* Only letters are broken: "2024-" runs on as it stands, and so does a name or an abbreviation. */
    gunichar first = g_utf8_get_char(below->text.s);
    gunichar last = g_utf8_get_char(g_utf8_find_prev_char(s, s + length - 1));
    if (!g_unichar_isalnum(first))
        return RUN_ON_SPACE;
    if (!g_unichar_islower(first) || !g_unichar_islower(last))
        return RUN_ON_JOIN;
    return UNSETTLED;
}

/* Notes which of the words asked for stand in `s`. */
static void learn(Vocabulary *vocabulary, const char *s)
{
    while (*s) {
        if (!is_inside_word(g_utf8_get_char(s)) || *s == '-') {
            s = g_utf8_next_char(s);
            continue;
        }
        const char *word = s;
        gunichar last = 0;
        guint hash = hash_of(&s, &last);
        if (last == '-' || !(vocabulary->maybe[hash / CHAR_BIT] & 1 << hash % CHAR_BIT))
            continue;
        g_autofree char *key = word_after(word);
        if (g_hash_table_contains(vocabulary->asked, key))
            g_hash_table_add(vocabulary->known, g_steal_pointer(&key));
    }
}

/* A part whose word may be broken, and its halves. */
typedef struct {
    Part *part;
    char *before, *after;
} Broken;

static void broken_clear(gpointer data)
{
    Broken *broken = data;
    g_free(broken->before);
    g_free(broken->after);
}

/* Settles what the text around each part can settle; appends the others to `open`, of Broken. */
static void mark_parts(Lines *lines, Vocabulary *vocabulary, GArray *open)
{
    guint hyphens = 0, all = 0;
    for (guint i = 0; i < lines->lines->len; i++) {
        const Line *line = &g_array_index(lines->lines, Line, i);
        for (guint p = 0; !line->drop && p < line->parts->len; p++, all++) {
            Part *part = &g_array_index(line->parts, Part, p);
            gsize length = strlen(part->text.s);
            if (!length || !strchr("-_/=?&\xAD\x93", part->text.s[length - 1]))
                continue;
            hyphens += ends_in_hyphen(part->text.s, length);
            const Part *below = part_below(lines, i, part);
            int run_on = below ? run_on_of(part, below) : RUN_ON_SPACE;
            if (run_on != UNSETTLED) {
                part->run_on = (RunOn)run_on;
                continue;
            }
            Broken broken = {part, word_before(part->text.s, length), word_after(below->text.s)};
            g_array_append_val(open, broken);
            ask(vocabulary, in_one_piece(broken.before, broken.after, false));
            ask(vocabulary, in_one_piece(broken.before, broken.after, true));
        }
    }
    vocabulary->hyphenated = hyphens > HYPHENATED_SHARE * all;
}

/* A soft hyphen that is none: a font maps its hyphen so. */
static void harden_hyphens(Lines *lines)
{
    for (guint i = 0; i < lines->lines->len; i++) {
        const Line *line = &g_array_index(lines->lines, Line, i);
        for (guint p = 0; !line->drop && p < line->parts->len; p++) {
            Part *part = &g_array_index(line->parts, Part, p);
            if (part->run_on == RUN_ON_HYPHEN || !g_str_has_suffix(part->text.s, SOFT_HYPHEN))
                continue;
            gsize length = strlen(part->text.s) - strlen(SOFT_HYPHEN);
            g_autofree char *hard = g_strdup_printf("%.*s-", (int)length, part->text.s);
            part->text.s = g_string_chunk_insert(lines->chunk, hard);
        }
    }
}

void lines_mark_hyphens(Lines *lines)
{
    g_autofree Vocabulary *vocabulary = g_new0(Vocabulary, 1);
    g_autoptr(GArray) open = g_array_new(FALSE, FALSE, sizeof(Broken));
    vocabulary->asked = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    vocabulary->known = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_array_set_clear_func(open, broken_clear);
    mark_parts(lines, vocabulary, open);
    for (guint i = 0; open->len > 0 && i < lines->lines->len; i++) {
        const Line *line = &g_array_index(lines->lines, Line, i);
        for (guint p = 0; !line->drop && p < line->parts->len; p++)
            learn(vocabulary, g_array_index(line->parts, Part, p).text.s);
    }
    for (guint i = 0; i < open->len; i++) {
        const Broken *broken = &g_array_index(open, Broken, i);
        broken->part->run_on = judged(vocabulary, broken->before, broken->after);
    }
    harden_hyphens(lines);
    g_hash_table_unref(vocabulary->asked);
    g_hash_table_unref(vocabulary->known);
}
