/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Footnotes: small print at the foot of a page, each begun by its mark. */
#include <math.h>
#include <string.h>

#include "base/notes.h"
#include "blocks_parts.h"

/* Footnotes are set no larger than this share of the body text. */
static const double SMALL = 0.93;

/* The mark at the start of a footnote's line, its length in bytes, or 0: "1 Se …", "1Se …", "* Se …". */
static gsize mark_at_start(const Line *line)
{
    const Part *first = &g_array_index(line->parts, Part, 0);
    const char *s = first->text.s;
    gsize length = strspn(s, "0123456789");
    if (!length)
        length = strspn(s, "*");
    if (!length || length > 3)
        return 0;
    if (first->text.marks && g_array_index(first->text.marks, Mark, 0).kind == MARK_FOOTNOTE &&
        g_array_index(first->text.marks, Mark, 0).start == 0)
        return length;
    if (!s[length])
        return line->parts->len > 1 ? length : 0;
    return s[length] == ' ' || g_unichar_isupper(g_utf8_get_char(s + length)) ? length : 0;
}

static bool is_small(const Builder *builder, const Line *line)
{
    return g_array_index(line->parts, Part, line->parts->len - 1).size <= SMALL * builder->measures.body_size;
}

/* True when some line of the text holds the raised mark that `line` begins with. */
static bool is_asked_for(const Builder *builder, const Line *line, gsize length)
{
    const char *s = g_array_index(line->parts, Part, 0).text.s;
    const GArray *lines = builder->lines->lines;
    for (guint i = 0; i < lines->len; i++) {
        const Line *other = &g_array_index(lines, Line, i);
        for (guint p = 0; other != line && !other->drop && p < other->parts->len; p++) {
            const GArray *marks = g_array_index(other->parts, Part, p).text.marks;
            for (guint m = 0; marks && m < marks->len; m++) {
                const Mark *mark = &g_array_index(marks, Mark, m);
                if (mark->kind == MARK_FOOTNOTE && strlen(mark->value) == length &&
                    strncmp(mark->value, s, length) == 0)
                    return true;
            }
        }
    }
    return false;
}

guint footnotes_at(const Builder *builder, guint i)
{
    const GArray *lines = builder->lines->lines;
    const Line *first = &g_array_index(lines, Line, i);
    gsize mark = is_small(builder, first) ? mark_at_start(first) : 0;
    if (!mark || !is_asked_for(builder, first, mark))
        return 0;
    guint n = 0;
    for (; i + n < lines->len; n++) {
        const Line *line = &g_array_index(lines, Line, i + n);
        if (line->page != first->page || line->drop)
            break;
        if (!is_small(builder, line))
            return 0; /* body text follows: no foot of the page */
    }
    return n;
}

void footnotes_take(Builder *builder, guint i, guint n)
{
    GStringChunk *chunk = builder->blocks->chunk;
    TextBuilder text = {0};
    Block note = {0};
    RunOn run_on = RUN_ON_SPACE;
    for (guint end = i + n;; i++) {
        const Line *line = i < end ? &g_array_index(builder->lines->lines, Line, i) : NULL;
        gsize mark = line ? mark_at_start(line) : 0;
        if (note.page && (!line || mark)) {
            note.text = text_builder_end(&text, chunk);
            g_array_append_val(builder->footnotes, note);
        }
        if (!line)
            break;
        if (mark) {
            const char *s = g_array_index(line->parts, Part, 0).text.s;
            note = (Block){.kind = BLOCK_FOOTNOTE,
                           .page = line->page,
                           .box = line->box,
                           .size = g_array_index(line->parts, Part, 0).size,
                           .marker = g_string_chunk_insert_len(chunk, s, (gssize)mark)};
            text_builder_begin(&text);
            run_on = RUN_ON_SPACE;
        }
        for (guint p = 0; p < line->parts->len; p++) {
            const Part *part = &g_array_index(line->parts, Part, p);
            Text rest = text_slice(&part->text, p ? 0 : mark, strlen(part->text.s) - (p ? 0 : mark), chunk);
            if (*rest.s)
                flow_append(&text, &rest, run_on);
            run_on = part->run_on;
            text_clear(&rest);
        }
        note.box.y1 = MAX(note.box.y1, line->box.y1);
    }
    if (!builder->open) /* nothing under way that the footnotes would interrupt */
        flow_close(builder);
}

/* ---- matching ---- */

static void collect_marks(const Text *text, GHashTable *marks)
{
    for (guint m = 0; text->marks && m < text->marks->len; m++) {
        const Mark *mark = &g_array_index(text->marks, Mark, m);
        if (mark->kind == MARK_FOOTNOTE)
            g_hash_table_add(marks, (char *)mark->value);
    }
}

/* "m²", "CO₂": a raised digit that no footnote answers is part of its word. */
static void remove_unanswered(Text *text, GHashTable *footnotes)
{
    for (guint m = text->marks ? text->marks->len : 0; m-- > 0;) {
        const Mark *mark = &g_array_index(text->marks, Mark, m);
        if (mark->kind == MARK_FOOTNOTE && !g_hash_table_contains(footnotes, mark->value))
            g_array_remove_index(text->marks, m);
    }
}

static void for_each_text(Blocks *blocks, void (*act)(Text *, GHashTable *), GHashTable *data)
{
    for (guint i = 0; i < blocks->blocks->len; i++) {
        Block *block = &g_array_index(blocks->blocks, Block, i);
        act(&block->text, data);
        for (guint r = 0; block->rows && r < block->rows->len; r++) {
            GArray *cells = g_array_index(block->rows, Row, r).cells;
            for (guint c = 0; c < cells->len; c++)
                act(&g_array_index(cells, Cell, c).text, data);
        }
    }
}

static void collect(Text *text, GHashTable *marks)
{
    collect_marks(text, marks);
}

void footnotes_match(Blocks *blocks)
{
    g_autoptr(GHashTable) footnotes = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < blocks->blocks->len; i++) {
        const Block *block = &g_array_index(blocks->blocks, Block, i);
        if (block->kind == BLOCK_FOOTNOTE)
            g_hash_table_add(footnotes, (char *)block->marker);
    }
    for_each_text(blocks, remove_unanswered, footnotes);
    g_autoptr(GHashTable) marks = g_hash_table_new(g_str_hash, g_str_equal);
    for_each_text(blocks, collect, marks);
    for (guint i = 0; i < blocks->blocks->len; i++) {
        const Block *block = &g_array_index(blocks->blocks, Block, i);
        if (block->kind == BLOCK_FOOTNOTE && !g_hash_table_contains(marks, block->marker))
            notes_add(blocks->notes, blocks->chunk, NOTE_FOOTNOTE_UNMARKED, block->page, block->id,
                      block->text.s);
    }
}
