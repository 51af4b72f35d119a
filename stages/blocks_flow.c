/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The flow: lines joined into paragraphs and list items over lines, columns and pages. */
#include <math.h>
#include <string.h>

#include "blocks_parts.h"

/* Lines further apart than this many leadings belong to different paragraphs. */
static const double PARAGRAPH_GAP = 1.22;
/* Left edges that differ by no more are the same, points. */
static const double SAME_LEFT = 3;
/* A first line set in by no more than this begins a paragraph that goes on at the margin, points. */
static const double FIRST_LINE_INDENT = 40;
/* Headings are joined over lines only if the first line is longer than this share of the page's text. */
static const double HEADING_FULL = 0.5;

/* What has more bytes is no paragraph of minutes, and is broken at the end of a line: what later stages do
 * with a paragraph may take the square of its length. */
enum { LONGEST_PARAGRAPH = 8000 };
/* The longest heading of a section that is a word of the profile, bytes. */
enum { LONGEST_KNOWN = 60 };

#define SOFT_HYPHEN "\xC2\xAD"

void flow_append(TextBuilder *text, const Text *more, RunOn run_on_before)
{
    GString *s = text->s;
    if (!more->s || !*more->s)
        return;
    if (s->len) {
        if (run_on_before == RUN_ON_SPACE)
            g_string_append_c(s, ' ');
        else if (run_on_before == RUN_ON_HYPHEN)
            text_builder_truncate(text,
                                  s->len - (g_str_has_suffix(s->str, SOFT_HYPHEN) ? strlen(SOFT_HYPHEN) : 1));
    }
    text_builder_append(text, more);
}

/* The mark stands where the blank before the next word will end. */
void flow_break_line(TextBuilder *text)
{
    if (!text->marks)
        text->marks = g_array_new(FALSE, FALSE, sizeof(Mark));
    Mark mark = {MARK_LINE, (guint)text->s->len + 1, 0, NULL};
    g_array_append_val(text->marks, mark);
}

const Part *flow_keep_part(Builder *builder, Part part)
{
    Part *kept = g_memdup2(&part, sizeof part);
    g_ptr_array_add(builder->made, kept);
    return kept;
}

static bool ends_sentence(const char *s)
{
    gsize length = strlen(s);
    while (length && (strchr("\")'", s[length - 1]) || (length >= 3 && strcmp(s + length - 3, "”") == 0)))
        length -= s[length - 1] == (char)0x9D ? 3 : 1;
    return length && strchr(".:;!?", s[length - 1]);
}

static bool starts_lower(const char *s)
{
    while (*s && strchr("(\"'", *s))
        s++;
    if (g_str_has_prefix(s, "”"))
        s += strlen("”");
    return g_unichar_islower(g_utf8_get_char(s));
}

/* True when `next` is set like the line before: joining a bold line with a plain one joins a heading and its
 * text. A whole line in italics may still be the middle of a paragraph that quotes a title. */
static bool same_style(const Builder *builder, const Stretch *next)
{
    const Part *last = builder->last.part, *part = next->part;
    if (fabs(last->size - part->size) > 0.6 || last->bold != part->bold)
        return false;
    return last->italic == part->italic || (builder->stretches > 0 && starts_lower(part->text.s));
}

/* True when `next` begins where a further line of the block should. */
static bool at_hang(const Builder *builder, const Stretch *next)
{
    double left = next->part->x0;
    if (builder->hang >= 0)
        return fabs(left - builder->hang) <= SAME_LEFT;
    double first = builder->last.part->x0;
    if (builder->block.kind == BLOCK_ITEM) /* under the text after its marker, or back at the margin */
        return left <= first + FIRST_LINE_INDENT;
    return fabs(left - first) <= SAME_LEFT || (left < first && first - left <= FIRST_LINE_INDENT);
}

/* Headings may be centred, so their lines share a middle rather than an edge. */
static bool continues_heading(const Builder *builder, const Stretch *next, const Sheet *sheet)
{
    const Part *last = builder->last.part, *part = next->part;
    bool stands_out = last->bold || last->size > builder->measures.body_size + 0.6;
    if (!stands_out || !same_style(builder, next) || last->color != part->color)
        return false;
    bool centred = fabs(last->x0 + last->x1 - part->x0 - part->x1) < 8;
    bool hangs = builder->hang >= 0 && fabs(builder->hang - part->x0) <= SAME_LEFT;
    if (fabs(last->x0 - part->x0) > SAME_LEFT && !centred && !hangs)
        return false;
    if (ends_sentence(last->text.s))
        return false;
    return starts_lower(part->text.s) || g_str_has_suffix(last->text.s, ",") ||
           (last->x1 - last->x0 > HEADING_FULL * (sheet->right - sheet->left) &&
            !measures_had_room(&builder->measures, sheet, &builder->last, next));
}

/* A marker at the start of `next` counts unless the line before runs on into it: "… 2020" / "– 2021 …". */
static bool begins_item(const Builder *builder, const Stretch *next, bool had_room)
{
    if (!list_marker(next->part->text.s) || list_is_marker(next->part->text.s))
        return false;
    if (!builder->open || had_room || ends_sentence(builder->last.part->text.s))
        return true;
    return builder->block.kind == BLOCK_ITEM && fabs(next->part->x0 - builder->block.box.x0) < SAME_LEFT;
}

/* "att …" begins a clause of its own after a lead-in or another clause, and only then. */
static bool begins_clause(const Builder *builder, const Stretch *next)
{
    static const char *const ends[] = {"beslutar", "besluta", "beslut", "beslutat",
                                       "föreslår", "samt",    "och",    "dels"};
    if (!g_str_has_prefix(next->part->text.s, "att "))
        return false;
    const char *last = builder->last.part->text.s;
    if (ends_sentence(last) || g_str_has_suffix(last, ","))
        return true;
    if (g_str_has_prefix(builder->text.s->str, "att "))
        return true;
    for (gsize i = 0; i < G_N_ELEMENTS(ends); i++)
        if (g_str_has_suffix(last, ends[i]))
            return true;
    return false;
}

/* True when `next` begins with the word that the block under way began with, as entries of a list without
 * markers do: "Rapport om …, bilaga 1" / "Rapport om …, bilaga 2". */
static bool begins_alike(const Builder *builder, const Stretch *next)
{
    const char *block = builder->text.s->str, *text = next->part->text.s;
    gsize length = strcspn(text, " ");
    return length > 4 && !ends_sentence(builder->last.part->text.s) &&
           g_unichar_isupper(g_utf8_get_char(text)) && strncmp(block, text, length) == 0 &&
           (block[length] == ' ' || !block[length]);
}

/* True when a clause, if `s` is the end of one, is over: "…, samt" / "att …". */
static bool ends_clause(const char *s)
{
    return ends_sentence(s) || g_str_has_suffix(s, ",") || g_str_has_suffix(s, " samt") ||
           g_str_has_suffix(s, " och");
}

/* Words that end no sentence and no entry of a list: whatever follows on the next line belongs to them. */
static const char *const open_words[] = {
    "av",   "den",        "det",  "de",   "dels", "där",  "en",     "ett", "enligt", "eller", "från",
    "för",  "genom",      "hos",  "i",    "inom", "med",  "mellan", "mot", "och",    "om",    "på",
    "samt", "sin",        "sitt", "sina", "som",  "till", "under",  "ur",  "utan",   "vid",   "åt",
    "över", "respektive", "att",  "AB",   "§",    "§§",   "nr",     "kl.", "dnr",
};

/* True when the line ends in such a word, and `next` is no list that it leads in. */
static bool is_left_open(const Builder *builder, const Stretch *next)
{
    const char *s = builder->last.part->text.s, *word = strrchr(s, ' ');
    if (!word || list_marker(next->part->text.s))
        return false;
    for (gsize i = 0; i < G_N_ELEMENTS(open_words); i++)
        if (strcmp(word + 1, open_words[i]) == 0)
            return true;
    return false;
}

/* True when the lines from `next` on, as close together as these and at one edge, come to the end of a
 * sentence: then a line before them that did not, and that is no short one, is the beginning of it, wherever
 * it was broken. */
static bool comes_to_an_end(const Builder *builder, const Stretch *next)
{
    enum { FURTHEST = 6 };
    const GArray *lines = builder->lines->lines;
    const Line *line = next->line, *end = &g_array_index(lines, Line, lines->len - 1);
    for (int n = 0; n < FURTHEST; n++, line++) {
        const char *s = g_array_index(line->parts, Part, 0).text.s;
        if (g_str_has_suffix(s, "."))
            return true;
        double leading = measures_leading(&builder->measures, next->part->size);
        if (line == end || line[1].drop || line[1].parts->len > 1 || line[1].page != line->page ||
            line[1].baseline - line->baseline > PARAGRAPH_GAP * leading || ends_sentence(s) ||
            list_marker(g_array_index(line[1].parts, Part, 0).text.s))
            return false;
    }
    return false;
}

/* True when the line before was broken on purpose or by a narrower setting, and runs on into `next` all the
 * same. */
static bool runs_on_early(const Builder *builder, const Stretch *next, const Sheet *sheet)
{
    const char *last = builder->last.part->text.s, *text = next->part->text.s;
    if (ends_sentence(last) || measures_is_short(&builder->measures, sheet, &builder->last) ||
        begins_clause(builder, next))
        return false;
    if (starts_lower(text) || g_str_has_suffix(last, ","))
        return true;
    return next->line->parts->len == 1 && comes_to_an_end(builder, next);
}

/* "Sammanfattning", the first line of the block: what follows in capitals does not go on with it. */
static bool is_known_heading(const Builder *builder, const Stretch *next)
{
    const char *s = builder->text.s->str;
    return builder->stretches == 1 && strlen(s) < LONGEST_KNOWN && !starts_lower(next->part->text.s) &&
           profile_meaning(builder->profile, WORDS_SECTION, s) != NULL;
}

/* "§ 12", alone on its line after a sentence: the heading of an item, in whatever type. */
static bool begins_next_item(const Builder *builder, const Stretch *next)
{
    const char *text = next->part->text.s;
    return strstr(text, "§") && text[text_span(text, "§ 0123456789")] == '\0' &&
           ends_sentence(builder->last.part->text.s);
}

/* Whether `next` goes on with the block under way. The rules from the surest to the least sure. */
static bool goes_on(Builder *builder, const Stretch *next)
{
    if (!builder->open || builder->text.s->len > LONGEST_PARAGRAPH)
        return false;
    const Stretch *last = &builder->last;
    const Sheet *sheet = lines_sheet(builder->lines, last->line->page);
    bool same_page = last->line->page == next->line->page && last->line->column == next->line->column;
    double leading = measures_leading(&builder->measures, next->part->size);
    double distance = (next->line->baseline - last->line->baseline) / leading;
    bool had_room = measures_had_room(&builder->measures, sheet, last, next);
    if (begins_item(builder, next, had_room) || begins_next_item(builder, next) ||
        is_known_heading(builder, next))
        return false;
    if (last->part->run_on == RUN_ON_HYPHEN)
        return true;
    if (same_page && (distance > PARAGRAPH_GAP || distance < 0))
        return false;
    if (continues_heading(builder, next, sheet))
        return same_page;
    if (!same_style(builder, next) || !at_hang(builder, next) || begins_alike(builder, next))
        return false;
    if (!same_page && ends_sentence(last->part->text.s) && g_str_has_prefix(next->part->text.s, "§"))
        return false; /* an item begins the page */
    if (is_left_open(builder, next) && !begins_clause(builder, next))
        return true;
    if (g_str_has_suffix(last->part->text.s, ":") && !starts_lower(next->part->text.s))
        return false; /* a lead-in */
    if (begins_clause(builder, next) && (had_room || (!same_page && ends_clause(last->part->text.s))))
        return false;
    if (had_room)
        return same_page && runs_on_early(builder, next, sheet);
    if (!same_page && ends_sentence(last->part->text.s) &&
        g_unichar_isupper(g_utf8_get_char(next->part->text.s)))
        return builder->measures
            .full_ends_run_on; /* the space between paragraphs does not show at a page's end */
    return true;
}

static void note_distance(Builder *builder, const Stretch *next)
{
    builder->above = 0;
    if (builder->last.line && builder->last.line->page == next->line->page)
        builder->above = (next->line->baseline - builder->last.line->baseline) /
                         measures_leading(&builder->measures, next->part->size);
}

static void begin(Builder *builder, const Stretch *stretch, BlockKind kind, const char *marker, double left)
{
    flow_close(builder);
    note_distance(builder, stretch);
    const Sheet *sheet = lines_sheet(builder->lines, stretch->line->page);
    const Part *part = stretch->part;
    builder->block = (Block){.kind = kind,
                             .page = stretch->line->page,
                             .box = {left, stretch->line->box.y0, part->x1, stretch->line->box.y1},
                             .size = part->size,
                             .bold = part->bold,
                             .italic = part->italic,
                             .follows = builder->above > 0 && builder->above <= PARAGRAPH_GAP,
                             .indent = MAX(0, model_number(left - sheet->left))};
    if (marker)
        builder->block.marker = g_string_chunk_insert(builder->blocks->chunk, marker);
    text_builder_begin(&builder->text);
    builder->open = true;
    builder->hang = -1;
    builder->stretches = 0;
}

static void take(Builder *builder, const Stretch *stretch)
{
    const Part *part = stretch->part;
    Block *block = &builder->block;
    int last_page = block->last_page ? block->last_page : block->page;
    RunOn run_on = builder->stretches ? builder->last.part->run_on : RUN_ON_SPACE;
    if (builder->stretches)
        builder->hang = part->x0;
    flow_append(&builder->text, &part->text, run_on);
    if (stretch->line->page != last_page) {
        block->last_page = stretch->line->page;
        g_autofree char *number = g_strdup_printf("%d", stretch->line->page);
        Mark mark = {MARK_PAGE, (guint)(builder->text.s->len - strlen(part->text.s)), 0,
                     g_string_chunk_insert_const(builder->blocks->chunk, number)};
        guint at = builder->text.marks ? builder->text.marks->len : 0;
        if (!builder->text.marks)
            builder->text.marks = g_array_new(FALSE, FALSE, sizeof(Mark));
        while (at && g_array_index(builder->text.marks, Mark, at - 1).start >= mark.start)
            at--; /* before the marks that came with the line */
        g_array_insert_val(builder->text.marks, at, mark);
    } else {
        block->box.x1 = MAX(block->box.x1, part->x1);
        block->box.y1 = MAX(block->box.y1, stretch->line->box.y1);
    }
    block->bold &= part->bold;
    block->italic &= part->italic;
    builder->last = *stretch;
    builder->stretches++;
}

/* Takes one part that is longer than any paragraph, as paragraphs that end at blanks. */
static void take_long(Builder *builder, Stretch stretch)
{
    const Text *text = &stretch.part->text;
    gsize length = strlen(text->s), end;
    for (gsize start = 0; start < length; start = end) {
        end = MIN(length, start + LONGEST_PARAGRAPH);
        while (end < length && text->s[end] != ' ')
            end++;
        Part piece = *stretch.part;
        piece.text = text_slice(text, start, end - start, builder->blocks->chunk);
        Stretch next = {stretch.line, flow_keep_part(builder, piece)};
        begin(builder, &next, BLOCK_PARAGRAPH, NULL, piece.x0);
        take(builder, &next);
    }
}

void flow_take(Builder *builder, Stretch stretch)
{
    if (strlen(stretch.part->text.s) > LONGEST_PARAGRAPH) {
        take_long(builder, stretch);
        return;
    }
    if (goes_on(builder, &stretch)) {
        take(builder, &stretch);
        return;
    }
    gsize marker = list_marker(stretch.part->text.s);
    if (marker && stretch.part->text.s[marker] && !stretch.part->bold) {
        begin(builder, &stretch, BLOCK_ITEM, NULL, stretch.part->x0);
        builder->block.marker =
            g_string_chunk_insert_len(builder->blocks->chunk, stretch.part->text.s, (gssize)marker);
        take(builder, &stretch);
        return;
    }
    begin(builder, &stretch, BLOCK_PARAGRAPH, NULL, stretch.part->x0);
    take(builder, &stretch);
}

void flow_begin_item(Builder *builder, Stretch stretch, const char *marker, double marker_left)
{
    begin(builder, &stretch, BLOCK_ITEM, marker, marker_left);
    take(builder, &stretch);
    builder->hang = stretch.part->x0; /* under the text: that is what the gap after the marker is for */
}

void flow_deliver(Builder *builder, Block *block)
{
    Blocks *blocks = builder->blocks;
    g_autofree char *id = g_strdup_printf("b%u", blocks->blocks->len + 1);
    block->id = g_string_chunk_insert(blocks->chunk, id);
    g_array_append_val(blocks->blocks, *block);
}

void flow_close(Builder *builder)
{
    if (builder->open) {
        builder->open = false;
        Block *block = &builder->block;
        block->text = text_builder_end(&builder->text, builder->blocks->chunk);
        gsize marker = block->kind == BLOCK_ITEM ? list_marker(block->text.s) : 0;
        if (marker && strlen(block->marker) == marker && strncmp(block->marker, block->text.s, marker) == 0) {
            Text whole = block->text;
            block->text = text_slice(&whole, marker, strlen(whole.s) - marker, builder->blocks->chunk);
            text_clear(&whole);
        }
        flow_deliver(builder, block);
    }
    for (guint i = 0; i < builder->footnotes->len; i++)
        flow_deliver(builder, &g_array_index(builder->footnotes, Block, i));
    g_array_set_size(builder->footnotes, 0);
}
