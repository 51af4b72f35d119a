/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sites of one meeting: what an index keeps of it. */
#include "site.h"

#include <string.h>

/* Each day to come is kept with its sentence: what is longer, or names more days, is a list. */
enum { SENTENCE_BYTES = 2000, SENTENCE_DAYS = 10 };

static guint length_of(const GArray *array);
static const char *kept(Site *site, const char *s);
static const char *title_of(Site *site, const Meeting *meeting);
static void add_item(Site *site, SiteMeeting *to, const Meeting *meeting, const Item *item);
static void add_votes(Site *site, SiteItem *to, const Meeting *meeting, const Item *item);
static void add_dates(Site *site, SiteItem *to, const Section *section, const char *after);
static void add_dates_of_text(Site *site, SiteItem *to, SectionKind section, int page, const Text *text,
                              const char *after);
static bool is_to_come(SectionKind section, const char *words);
static void add_decision(Site *site, SiteItem *to, const Meeting *meeting, const Section *section);
static bool is_readable(const Meeting *meeting, const Block *block);
static const char *readable_fact(Site *site, const Meeting *meeting, const Fact *fact);
static void leave_footnotes_out(Block *block);

Site *site_new(const char *title, const char *base)
{
    Site *site = g_new0(Site, 1);
    site->chunk = g_string_chunk_new(4096);
    site->taken = g_ptr_array_new_with_free_func((GDestroyNotify)g_string_chunk_free);
    site->program = "sammandrag " SAMMANDRAG_VERSION;
    site->title = kept(site, title);
    site->base = kept(site, base);
    site->bodies = g_array_new(FALSE, TRUE, sizeof(SiteBody));
    site->meetings = g_array_new(FALSE, TRUE, sizeof(SiteMeeting));
    site->cases = g_array_new(FALSE, TRUE, sizeof(SiteCase));
    return site;
}

bool site_is_preliminary(const Meeting *meeting)
{
    return meeting->kind == DOCUMENT_MINUTES && !meeting->adjusted_on.value &&
           length_of(meeting->signatures) == 0 && length_of(meeting->signing_references) == 0;
}

Site *site_from_meeting(const Meeting *meeting, const char *pdf)
{
    Site *site = site_new(NULL, NULL);
    SiteMeeting to = {
        .kind = meeting->kind,
        .file = kept(site, meeting->file),
        .sha256 = kept(site, meeting->sha256),
        .pages = meeting->pages,
        .pdf = kept(site, pdf),
        .adjusted = kept(site, meeting->adjusted_on.value),
        .preliminary = site_is_preliminary(meeting),
        .posted = kept(site, meeting->posted.value),
        .removed = kept(site, meeting->taken_down.value),
        .masked = meeting->masked,
        .principal = kept(site, meeting->principal.value),
        .body = kept(site, meeting->body.value),
        .starts = kept(site, meeting->starts.value),
        .ends = kept(site, meeting->ends.value),
        .place = kept(site, meeting->place.value),
        .title = meeting->kind == DOCUMENT_MINUTES ? NULL : title_of(site, meeting),
        .days = g_array_new(FALSE, FALSE, sizeof(const char *)),
        .items = g_array_new(FALSE, FALSE, sizeof(SiteItem)),
    };
    for (guint i = 0; i < length_of(meeting->dates); i++) {
        const char *day = kept(site, g_array_index(meeting->dates, Fact, i).value);
        if (day)
            g_array_append_val(to.days, day);
    }
    for (guint i = 0; i < length_of(meeting->items); i++)
        add_item(site, &to, meeting, &g_array_index(meeting->items, Item, i));
    g_array_append_val(site->meetings, to);
    return site;
}

static guint length_of(const GArray *array)
{
    return array ? array->len : 0;
}

static const char *kept(Site *site, const char *s)
{
    return s && *s ? g_string_chunk_insert_const(site->chunk, s) : NULL;
}

/* What a document that is no minutes calls itself, as its summary does. */
static const char *title_of(Site *site, const Meeting *meeting)
{
    const Block *first = length_of(meeting->front) ? &g_array_index(meeting->front, Block, 0) : NULL;
    if (first && first->kind == BLOCK_HEADING && first->text.s && is_readable(meeting, first))
        return kept(site, first->text.s);
    return kept(site, meeting->title && *meeting->title ? meeting->title : meeting->file);
}

static void add_item(Site *site, SiteMeeting *to, const Meeting *meeting, const Item *item)
{
    guint days = length_of(to->days);
    const char *last = days ? g_array_index(to->days, const char *, days - 1) : NULL;
    int decided_on = item->outcome.source.page;
    SiteItem added = {
        .id = kept(site, item->id),
        .number = kept(site, item->number),
        .page = item->page,
        .outcome = meeting_damaged_page(meeting, decided_on, decided_on) ? OUTCOME_NONE : item->outcome.kind,
        .to = kept(site, item->outcome.to),
        .adjusted_at_once = item->adjusted_at_once.value != NULL,
        .reserved = length_of(item->reservations) > 0,
        .title = readable_fact(site, meeting, &item->title),
        .numbers = g_array_new(FALSE, FALSE, sizeof(SiteNumber)),
        .votes = g_array_new(FALSE, FALSE, sizeof(SiteVote)),
        .dates = g_array_new(FALSE, FALSE, sizeof(SiteDate)),
        .decision = g_array_new(FALSE, FALSE, sizeof(Block)),
    };
    for (guint i = 0; i < length_of(item->case_numbers); i++) {
        SiteNumber number = {.words =
                                 readable_fact(site, meeting, &g_array_index(item->case_numbers, Fact, i))};
        if (number.words)
            g_array_append_val(added.numbers, number);
    }
    add_votes(site, &added, meeting, item);
    for (guint i = 0; i < length_of(item->sections); i++) {
        const Section *section = &g_array_index(item->sections, Section, i);
        if (last)
            add_dates(site, &added, section, last);
        if (section->kind == SECTION_DECISION)
            add_decision(site, &added, meeting, section);
    }
    g_array_append_val(to->items, added);
}

static void add_votes(Site *site, SiteItem *to, const Meeting *meeting, const Item *item)
{
    for (guint i = 0; i < length_of(item->votes); i++) {
        const Vote *vote = &g_array_index(item->votes, Vote, i);
        if (meeting_damaged_page(meeting, vote->source.page, vote->source.page))
            continue;
        SiteVote added = {
            .id = kept(site, vote->id),
            .yes = vote->yes,
            .no = vote->no,
            .abstain = vote->abstain,
            .absent = vote->absent,
            .yes_means = kept(site, vote->yes_means),
            .no_means = kept(site, vote->no_means),
            .closed = vote->closed,
            .decided_by = vote->decided_by,
        };
        g_array_append_val(to->votes, added);
    }
}

static void add_dates(Site *site, SiteItem *to, const Section *section, const char *after)
{
    for (guint i = section->heading ? 1 : 0; i < length_of(section->blocks); i++) {
        const Block *block = &g_array_index(section->blocks, Block, i);
        if (block->text.s)
            add_dates_of_text(site, to, section->kind, block->page, &block->text, after);
    }
}

static void add_dates_of_text(Site *site, SiteItem *to, SectionKind section, int page, const Text *text,
                              const char *after)
{
    const char *who = NULL;
    gsize begins = 0, ends = 0;
    int days = 0; /* of the sentence, that are kept */
    for (guint i = 0; i < length_of(text->marks); i++) {
        const Mark *mark = &g_array_index(text->marks, Mark, i);
        while (ends <= mark->start && text->s[ends]) { /* on to the sentence that the mark stands in */
            begins = ends;
            ends += MAX(text_sentence(text->s + ends), 1);
            who = NULL;
            days = 0;
        }
        if (mark->kind == MARK_ASSIGNMENT)
            who = mark->value;
        if (mark->kind != MARK_DATE || strcmp(mark->value, after) <= 0 ||
            !is_to_come(section, text->s + mark->start) || ends - begins > SENTENCE_BYTES ||
            ++days > SENTENCE_DAYS)
            continue;
        SiteDate added = {.date = kept(site, mark->value),
                          .page = page,
                          .section = section,
                          .to = kept(site, who),
                          .words = text_collapsed(text->s + begins, (gssize)(ends - begins), site->chunk)};
        g_array_append_val(to->dates, added);
    }
}

/* A day of a decision; elsewhere in the text a day until which something is to be done. Drafts and lists of
 * papers have days that nobody has decided. */
static bool is_to_come(SectionKind section, const char *words)
{
    const char *rest;
    return section == SECTION_DECISION ||
           (section != SECTION_PROPOSAL && section != SECTION_BASIS && text_begins(words, "senast ", &rest));
}

/* Without its heading. */
static void add_decision(Site *site, SiteItem *to, const Meeting *meeting, const Section *section)
{
    for (guint i = section->heading ? 1 : 0; i < length_of(section->blocks); i++) {
        const Block *block = &g_array_index(section->blocks, Block, i);
        if (!is_readable(meeting, block))
            continue;
        Block copy = block_copy(block, site->chunk);
        leave_footnotes_out(&copy);
        g_array_append_val(to->decision, copy);
    }
}

static bool is_readable(const Meeting *meeting, const Block *block)
{
    return !meeting_damaged_page(meeting, block->page, MAX(block->page, block->last_page));
}

/* NULL where it stands on a page whose text cannot be trusted. */
static const char *readable_fact(Site *site, const Meeting *meeting, const Fact *fact)
{
    int page = fact->source.page;
    return meeting_damaged_page(meeting, page, page) ? NULL : kept(site, fact->value);
}

/* The footnotes stand with the item. */
static void leave_footnotes_out(Block *block)
{
    for (guint i = length_of(block->text.marks); i-- > 0;)
        if (g_array_index(block->text.marks, Mark, i).kind == MARK_FOOTNOTE)
            g_array_remove_index(block->text.marks, i);
}
