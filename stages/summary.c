/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Summary: chooses items and, of each, the minutes' own words. Nothing is rephrased. */
#include "summary.h"

#include <string.h>

#include "base/notes.h"
#include "summary_parts.h"

/* Words a decision may hold beside those that only take note ("Nämnden beslutar att lägga
 * informationen till handlingarna"). With more it probably decides something else as well, and an
 * item too many in a summary harms less than one too few. */
enum { WORDS_BESIDE_NOTED = 8 };

/* The sections an item shows when there was disagreement. What became of a motion stands in the procedure:
 * whoever reads that it was moved must read that it fell. */
static const bool shown_in_disagreement[] = {
    [SECTION_MOTIONS] = true,     [SECTION_PROCEDURE] = true,       [SECTION_VOTE] = true,
    [SECTION_RESERVATION] = true, [SECTION_NOT_TAKING_PART] = true, [SECTION_CONFLICT] = true,
    [SECTION_REASONS] = false, /* the last kind, so that every kind has a row */
};

/* Sections that give the background, the most concise first. */
static const SectionKind background_kinds[] = {SECTION_SUMMARY, SECTION_BACKGROUND};

static void add_own_text(Summary *summary, const Meeting *meeting, const GArray *damaged);
static void add_item(Summary *summary, const Item *item, const GArray *damaged, int background);
static void add_entry(Summary *summary, const Item *item);
static bool has_substance(const Item *item, const Profile *profile);
static const char *escaped_name(const Meeting *meeting, GStringChunk *chunk);
static guint length_of(const GArray *array);
static const char *copied(Summary *summary, const char *s);
static GArray *appended(GArray *array, gsize size, const void *member);

Summary *summary_from_meeting(const Meeting *meeting, const Profile *profile, const SummaryOptions *options)
{
    Summary *summary = g_new0(Summary, 1);
    summary->chunk = g_string_chunk_new(4096);
    summary->masked = meeting->masked;
    summary->program = copied(summary, meeting->program);
    summary->file = copied(summary, meeting->file);
    summary->source =
        options->source ? copied(summary, options->source) : escaped_name(meeting, summary->chunk);
    summary->kind = meeting->kind;
    summary->principal = copied(summary, meeting->principal.value);
    summary->body = copied(summary, meeting->body.value);
    for (guint i = 0; i < length_of(meeting->dates); i++) {
        const char *date = copied(summary, g_array_index(meeting->dates, Fact, i).value);
        summary->dates = appended(summary->dates, sizeof date, &date);
    }
    summary->notes = g_array_new(FALSE, TRUE, sizeof(Note));
    notes_add_all(summary->notes, summary->chunk, meeting->notes);

    g_autoptr(GArray) damaged = meeting_damaged_pages(meeting);
    if (meeting->kind != DOCUMENT_MINUTES) {
        add_own_text(summary, meeting, damaged);
        return summary;
    }
    summary->title = summary_title(meeting, summary->chunk);
    summary->introduction = summary_introduction(meeting, summary->chunk);
    for (guint i = 0; i < length_of(meeting->items); i++) {
        const Item *item = &g_array_index(meeting->items, Item, i);
        /* What cannot be read may be of substance. */
        if (has_substance(item, profile) || summary_damaged_page(damaged, item))
            add_item(summary, item, damaged, options->background);
        else
            add_entry(summary, item);
    }
    return summary;
}

/* ---- documents that are no minutes: their own text, whole ---- */

static void add_blocks(Summary *summary, GArray **to, const GArray *blocks)
{
    for (guint i = 0; i < length_of(blocks); i++) {
        Block block = block_copy(&g_array_index(blocks, Block, i), summary->chunk);
        *to = appended(*to, sizeof block, &block);
    }
}

static void add_item_text(Summary *summary, const GArray *items)
{
    for (guint i = 0; i < length_of(items); i++) {
        const Item *item = &g_array_index(items, Item, i);
        add_blocks(summary, &summary->text, item->head);
        for (guint j = 0; j < length_of(item->sections); j++)
            add_blocks(summary, &summary->text, g_array_index(item->sections, Section, j).blocks);
        add_blocks(summary, &summary->text, item->footnotes);
    }
}

/* The title is the document's first heading, which is then no part of the text, where it begins
 * with one that is not numbered; else what the PDF says of itself, or the file's name. */
static void add_own_text(Summary *summary, const Meeting *meeting, const GArray *damaged)
{
    add_blocks(summary, &summary->text, meeting->front);
    add_item_text(summary, meeting->items);
    add_item_text(summary, meeting->further);
    add_blocks(summary, &summary->text, meeting->closing);
    for (guint i = 0; i < length_of(meeting->attachments); i++)
        add_blocks(summary, &summary->text, g_array_index(meeting->attachments, Attachment, i).blocks);

    summary_drop_damaged(damaged, summary->text);
    Block *first = length_of(summary->text) ? &g_array_index(summary->text, Block, 0) : NULL;
    if (first && first->kind == BLOCK_HEADING && !first->number) {
        summary->title = first->text.s;
        model_clear(&block_type_sv, first);
        g_array_remove_index(summary->text, 0);
    } else {
        const char *title = meeting->title && *meeting->title ? meeting->title : meeting->file;
        summary->title = copied(summary, title ? title : "");
    }
    blocks_nest(summary->text, 0);
}

/* ---- minutes: which items ---- */

static bool has_sections(const Item *item, SectionKind kind)
{
    for (guint i = 0; i < length_of(item->sections); i++)
        if (g_array_index(item->sections, Section, i).kind == kind)
            return true;
    return false;
}

/* True when all that was moved is approval: then nobody disagreed. */
static bool only_approval(const GArray *motions)
{
    for (guint i = 0; i < length_of(motions); i++)
        if (g_array_index(motions, Motion, i).kind != MOTION_APPROVAL)
            return false;
    return length_of(motions) > 0;
}

static bool has_disagreement(const Item *item)
{
    return length_of(item->votes) || length_of(item->reservations) || length_of(item->not_taking_part) ||
           has_sections(item, SECTION_VOTE) || has_sections(item, SECTION_RESERVATION) ||
           has_sections(item, SECTION_NOT_TAKING_PART) || has_sections(item, SECTION_CONFLICT) ||
           (has_sections(item, SECTION_MOTIONS) && !only_approval(item->motions));
}

static bool only_takes_note(const Block *block, const Profile *profile)
{
    g_autofree char *words = block_plain(block);
    const Word *noted = profile_within(profile, WORDS_NOTED, words);
    return noted && text_words(words) <= text_words(noted->key) + WORDS_BESIDE_NOTED;
}

/* "Nämnden beslutar", before what it decides. */
static bool is_lead_in(const Block *block)
{
    return block->kind == BLOCK_PARAGRAPH && block->text.s && !g_str_has_suffix(block->text.s, ".");
}

/* True when `item` has a decision and some point of it does more than take note. */
static bool decides(const Item *item, const Profile *profile)
{
    for (guint i = 0; i < length_of(item->sections); i++) {
        const Section *section = &g_array_index(item->sections, Section, i);
        if (section->kind != SECTION_DECISION)
            continue;
        guint first = section->heading ? 1 : 0, end = length_of(section->blocks);
        if (end > first + 1 && is_lead_in(&g_array_index(section->blocks, Block, first)))
            first++;
        for (guint j = first; j < end; j++)
            if (!only_takes_note(&g_array_index(section->blocks, Block, j), profile))
                return true;
    }
    return false;
}

static bool has_substance(const Item *item, const Profile *profile)
{
    if (!has_sections(item, SECTION_DECISION))
        return false;
    if (has_disagreement(item))
        return true;
    return !(item->title.value && profile_is_formal_title(profile, item->title.value)) &&
           decides(item, profile);
}

/* ---- minutes: which of an item's words ---- */

/* Copies a section with its heading as a heading without final colon. */
static void add_section(Summary *summary, GArray **to, const Section *section)
{
    guint had = length_of(*to);
    add_blocks(summary, to, section->blocks);
    if (!*to || (*to)->len == had)
        return;
    Block *first = &g_array_index(*to, Block, had);
    first->follows = false; /* the block before it may be another than in the minutes */
    if (section->heading) {
        text_clear(&first->text);
        first->kind = BLOCK_HEADING;
        first->text.s = copied(summary, section->heading);
    }
}

static void add_decision(Summary *summary, SummaryItem *to, const Item *item)
{
    for (guint i = 0; i < length_of(item->sections); i++) {
        const Section *section = &g_array_index(item->sections, Section, i);
        if (section->kind == SECTION_DECISION)
            add_section(summary, &to->decision, section);
    }
}

/* The bytes of the whole sentences of `s` that hold at most `words` words. */
static gsize sentences_within(const char *s, guint words)
{
    gsize taken = 0;
    guint used = 0;
    while (s[taken]) {
        gsize length = text_sentence(s + taken);
        g_autofree char *sentence = g_strndup(s + taken, length);
        used += text_words(sentence);
        if (used > words || length == 0)
            break;
        taken += length;
    }
    return taken;
}

/* Shortens `block` to its first `length` bytes of text. */
static void cut_text(Summary *summary, Block *block, gsize length)
{
    Text cut = text_slice(&block->text, 0, length, summary->chunk);
    text_clear(&block->text);
    block->text = cut;
}

static bool is_text(const Block *block)
{
    return block->kind == BLOCK_HEADING || block->kind == BLOCK_PARAGRAPH || block->kind == BLOCK_ITEM ||
           block->kind == BLOCK_ROW;
}

/* Adds the text of `section` while words are left; false when it did not fit whole. A list item or
 * row is taken whole or not at all; a table is no background to be read on its own. */
static bool add_while_left(Summary *summary, SummaryItem *to, const Section *section, guint *left)
{
    guint first = section->heading ? 1 : 0;
    for (guint i = first; i < length_of(section->blocks); i++) {
        const Block *block = &g_array_index(section->blocks, Block, i);
        if (!is_text(block))
            return false;
        g_autofree char *plain = block_plain(block);
        guint words = text_words(plain);
        gsize length = 0;
        if (words > *left) {
            length = block->kind == BLOCK_PARAGRAPH ? sentences_within(block->text.s, *left) : 0;
            if (!length)
                return false;
        }
        Block copy = block_copy(block, summary->chunk);
        copy.follows = copy.follows && i > first;
        if (length)
            cut_text(summary, &copy, length);
        to->background = appended(to->background, sizeof copy, &copy);
        if (length)
            return false;
        *left -= words;
    }
    return true;
}

/* The start of the last sentence of `s`. */
static gsize last_sentence(const char *s)
{
    gsize start = 0;
    for (gsize length = text_sentence(s); s[start + length]; length = text_sentence(s + start))
        start += length;
    return start;
}

/* Takes from the end what leads in to words that were left out: headings, and sentences that end
 * with a colon. True when something was taken. */
static bool drop_loose_end(Summary *summary, GArray *blocks)
{
    bool dropped = false;
    while (length_of(blocks)) {
        Block *last = &g_array_index(blocks, Block, blocks->len - 1);
        const char *s = last->text.s ? last->text.s : "";
        bool leads_in = g_str_has_suffix(s, ":");
        if (last->kind != BLOCK_HEADING && !leads_in)
            break;
        gsize start = leads_in && last->kind == BLOCK_PARAGRAPH ? last_sentence(s) : 0;
        if (start) {
            cut_text(summary, last, start);
        } else {
            model_clear(&block_type_sv, last);
            g_array_set_size(blocks, blocks->len - 1);
        }
        dropped = true;
    }
    return dropped;
}

static void add_background(Summary *summary, SummaryItem *to, const Item *item, int limit)
{
    guint left = limit > 0 ? (guint)limit : 0;
    for (gsize k = 0; k < G_N_ELEMENTS(background_kinds) && !to->cut; k++) {
        for (guint i = 0; i < length_of(item->sections) && !to->cut; i++) {
            const Section *section = &g_array_index(item->sections, Section, i);
            if (section->kind == background_kinds[k])
                to->cut = !add_while_left(summary, to, section, &left);
        }
    }
    if (drop_loose_end(summary, to->background))
        to->cut = true;
}

/* Takes the quoted statement of a reservation out of what stands from `first` on, when other words say
 * who reserved themselves: statements can be longer than all the rest. True when there was one. */
static bool drop_statement(Summary *summary, GArray *blocks, guint first)
{
    guint i = first;
    while (i < length_of(blocks) && !g_array_index(blocks, Block, i).quoted)
        i++;
    bool introduced = i > first && g_array_index(blocks, Block, i - 1).kind != BLOCK_HEADING;
    if (i >= length_of(blocks) || !introduced)
        return false;
    for (guint j = i; j < blocks->len; j++)
        model_clear(&block_type_sv, &g_array_index(blocks, Block, j));
    g_array_set_size(blocks, i);
    drop_loose_end(summary, blocks);
    return true;
}

static void add_disagreement(Summary *summary, SummaryItem *to, const Item *item)
{
    if (!has_disagreement(item))
        return;
    for (guint i = 0; i < length_of(item->sections); i++) {
        const Section *section = &g_array_index(item->sections, Section, i);
        guint had = length_of(to->disagreement);
        if (shown_in_disagreement[section->kind])
            add_section(summary, &to->disagreement, section);
        if (section->kind == SECTION_RESERVATION && drop_statement(summary, to->disagreement, had))
            to->cut = true;
    }
}

static bool has_mark(const GArray *blocks, const char *value)
{
    for (guint i = 0; value && i < length_of(blocks); i++) {
        const GArray *marks = g_array_index(blocks, Block, i).text.marks;
        for (guint j = 0; j < length_of(marks); j++) {
            const Mark *mark = &g_array_index(marks, Mark, j);
            if (mark->kind == MARK_FOOTNOTE && g_strcmp0(mark->value, value) == 0)
                return true;
        }
    }
    return false;
}

static void add_footnotes(Summary *summary, SummaryItem *to, const Item *item)
{
    for (guint i = 0; i < length_of(item->footnotes); i++) {
        const Block *footnote = &g_array_index(item->footnotes, Block, i);
        if (has_mark(to->decision, footnote->marker) || has_mark(to->background, footnote->marker) ||
            has_mark(to->disagreement, footnote->marker)) {
            Block copy = block_copy(footnote, summary->chunk);
            to->footnotes = appended(to->footnotes, sizeof copy, &copy);
        }
    }
}

/* Viewers of PDF understand "#page=N" (RFC 8118), N being the page's place in the file. */
static const char *page_link(Summary *summary, int page)
{
    g_autofree char *link = page > 0 ? g_strdup_printf("%s#page=%d", summary->source, page) : NULL;
    return copied(summary, link ? link : summary->source);
}

/* Leaves out what stands on pages whose text cannot be trusted, and says so. */
static void drop_damaged(const GArray *damaged, const Item *item, SummaryItem *made)
{
    made->unreadable = summary_damaged_page(damaged, item);
    if (!made->unreadable)
        return;
    made->outcome = OUTCOME_NONE; /* worked out from words any of which may be wrong */
    summary_drop_damaged(damaged, made->decision);
    summary_drop_damaged(damaged, made->background);
    summary_drop_damaged(damaged, made->disagreement);
    summary_drop_damaged(damaged, made->footnotes);
    if (summary_fact_damaged(damaged, &item->title))
        made->title = NULL;
    for (guint i = length_of(item->case_numbers); i-- > 0;)
        if (summary_fact_damaged(damaged, &g_array_index(item->case_numbers, Fact, i)))
            g_array_remove_index(made->case_numbers, i);
}

static void add_item(Summary *summary, const Item *item, const GArray *damaged, int background)
{
    SummaryItem made = {
        .number = copied(summary, item->number),
        .title = copied(summary, item->title.value),
        .page = item->page,
        .outcome = (int)item->outcome.kind,
        .link = page_link(summary, item->page),
    };
    for (guint i = 0; i < length_of(item->case_numbers); i++) {
        const char *number = copied(summary, g_array_index(item->case_numbers, Fact, i).value);
        made.case_numbers = appended(made.case_numbers, sizeof number, &number);
    }
    add_decision(summary, &made, item);
    add_background(summary, &made, item, background);
    add_disagreement(summary, &made, item);
    add_footnotes(summary, &made, item);
    drop_damaged(damaged, item, &made);
    blocks_nest(made.decision, 0);
    blocks_nest(made.background, 0);
    blocks_nest(made.disagreement, 0);
    blocks_nest(made.footnotes, 0);
    summary->items = appended(summary->items, sizeof made, &made);
}

static void add_entry(Summary *summary, const Item *item)
{
    SummaryEntry entry = {copied(summary, item->number), copied(summary, item->title.value), item->page,
                          page_link(summary, item->page)};
    summary->further = appended(summary->further, sizeof entry, &entry);
}

/* ---- small helpers ---- */

/* The file's name as a relative URL; the characters let through are those of XPath's str:encode-uri. */
static const char *escaped_name(const Meeting *meeting, GStringChunk *chunk)
{
    g_autofree char *name = g_uri_escape_string(meeting->file ? meeting->file : "", "!*'()", FALSE);
    return g_string_chunk_insert(chunk, name);
}

static guint length_of(const GArray *array)
{
    return array ? array->len : 0;
}

static const char *copied(Summary *summary, const char *s)
{
    return s ? g_string_chunk_insert(summary->chunk, s) : NULL;
}

/* Appends to `array`, which is made when it gets its first member. */
static GArray *appended(GArray *array, gsize size, const void *member)
{
    if (!array)
        array = g_array_new(FALSE, TRUE, (guint)size);
    return g_array_append_vals(array, member, 1);
}
