/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Quotations: the sentences of minutes that a digest shows, with the words that lead in to them. */
#include "digest_parts.h"

#include <string.h>

/* A sentence of more words than WHOLE is shown by its first and last ones: Swedish decisions keep their verb
 * for the end ("… i enlighet med bilaga 2, godkänns"). */
enum { WHOLE = 34, FIRST = 20, LAST = 8 };

static const char *lead_of(ItemView *view, const Section *section, guint block);
static bool is_point(const Block *block);
static bool is_proposal(const DigestMaker *maker, const DigestQuote *quote);
static guint words_within(const char *s, gsize length);
static gsize after_words(const char *s, gsize length, guint words);
static gsize without_link(const char *s, gsize length);

void digest_each_text(ItemView *view, TextVisit visit, gpointer data)
{
    const GArray *sections = view->item->sections;
    for (guint i = 0; sections && i < sections->len; i++) {
        const Section *section = &g_array_index(sections, Section, i);
        for (guint j = 0; section->blocks && j < section->blocks->len; j++) {
            const Block *block = &g_array_index(section->blocks, Block, j);
            if (block->text.s && !(j == 0 && section->heading))
                visit(view, section, j, &block->text, data);
            for (guint k = 0; block->rows && k < block->rows->len; k++) {
                const GArray *cells = g_array_index(block->rows, Row, k).cells;
                for (guint l = 0; cells && l < cells->len; l++)
                    if (g_array_index(cells, Cell, l).text.s)
                        visit(view, section, j, &g_array_index(cells, Cell, l).text, data);
            }
        }
    }
}

gsize digest_sentence(const char *s, gsize at, gsize *end)
{
    gsize start = 0, length = text_sentence(s);
    while (s[start + length] && start + length <= at) {
        start += length;
        length = text_sentence(s + start);
    }
    while (s[start] == ' ') {
        start++;
        length -= length > 0;
    }
    *end = start + length;
    return start;
}

bool digest_quote(ItemView *view, const Section *section, guint block, const Text *text, gsize at,
                  QuoteKind kind, DigestQuote *quote)
{
    const Block *of = &g_array_index(section->blocks, Block, block);
    if (meeting_damaged_page(view->meeting, of->page, MAX(of->page, of->last_page)))
        return false;
    gsize end = 0, start = digest_sentence(text->s, at, &end);
    if (is_point(of))
        end = start + without_link(text->s + start, end - start);
    gsize head = end, tail = end;
    if (words_within(text->s + start, end - start) > WHOLE) {
        head = start + after_words(text->s + start, end - start, FIRST);
        tail = start +
               after_words(text->s + start, end - start, words_within(text->s + start, end - start) - LAST);
    }
    if (at >= head && at < tail) /* what it is quoted for would be left out */
        head = tail = end;
    g_autofree char *words = g_strndup(text->s + start, head - start);
    g_autofree char *last = g_strndup(text->s + tail, end - tail);
    *quote = (DigestQuote){.kind = kind,
                           .page = of->page,
                           .block = digest_string(view->maker, of->id),
                           .lead = lead_of(view, section, block),
                           .words = digest_string(view->maker, g_strstrip(words)),
                           .tail = digest_string(view->maker, g_strstrip(last)),
                           .signal = SIGNAL__MAX};
    quote->proposal = is_proposal(view->maker, quote);
    return quote->words != NULL;
}

bool digest_quote_section(ItemView *view, SectionKind kind, QuoteKind as, DigestQuote *quote)
{
    const GArray *sections = view->item->sections;
    for (guint i = 0; sections && i < sections->len; i++) {
        const Section *section = &g_array_index(sections, Section, i);
        guint first = section->heading ? 1 : 0, count = section->blocks ? section->blocks->len : 0;
        for (guint j = first; section->kind == kind && j < count; j++) {
            const Block *block = &g_array_index(section->blocks, Block, j);
            bool leads_in = j + 1 < count && block->text.s && g_str_has_suffix(block->text.s, ":");
            if (block->text.s && !leads_in && block->kind != BLOCK_HEADING &&
                digest_quote(view, section, j, &block->text, 0, as, quote))
                return true;
        }
    }
    return false;
}

/* A point of a decision, or a paragraph that is not followed by such points: what leads in to them is none.
 */
static bool decides(const Section *section, guint block)
{
    const Block *of = &g_array_index(section->blocks, Block, block);
    if (!of->text.s || of->kind == BLOCK_HEADING)
        return false;
    if (block + 1 >= section->blocks->len || is_point(of))
        return true;
    const Block *next = &g_array_index(section->blocks, Block, block + 1);
    return !g_str_has_suffix(of->text.s, ":") && (g_str_has_suffix(of->text.s, ".") || !is_point(next));
}

int digest_decisions(const Item *item)
{
    int count = 0;
    for (guint i = 0; item->sections && i < item->sections->len; i++) {
        const Section *section = &g_array_index(item->sections, Section, i);
        for (guint j = section->heading ? 1 : 0;
             section->kind == SECTION_DECISION && section->blocks && j < section->blocks->len; j++)
            count += decides(section, j);
    }
    return count;
}

bool digest_quote_decision(ItemView *view, DigestQuote *quote)
{
    const Outcome *outcome = &view->item->outcome;
    const GArray *sections = view->item->sections;
    for (int settled = outcome->source.block ? 1 : 0; settled >= 0; settled--)
        for (guint i = 0; sections && i < sections->len; i++) {
            const Section *section = &g_array_index(sections, Section, i);
            for (guint j = section->heading ? 1 : 0; section->blocks && j < section->blocks->len; j++) {
                const Block *block = &g_array_index(section->blocks, Block, j);
                const char *words =
                    settled && outcome->words && block->text.s ? strstr(block->text.s, outcome->words) : NULL;
                bool wanted = settled ? g_strcmp0(block->id, outcome->source.block) == 0
                                      : section->kind == SECTION_DECISION && decides(section, j);
                if (wanted && block->text.s &&
                    digest_quote(view, section, j, &block->text, words ? (gsize)(words - block->text.s) : 0,
                                 QUOTE_DECISION, quote))
                    return true;
            }
        }
    return view->meeting->kind != DOCUMENT_MINUTES &&
           digest_quote_section(view, SECTION_SUMMARY, QUOTE_DECISION, quote);
}

/* Whether what is quoted is put to another body to decide. */
static bool is_proposal(const DigestMaker *maker, const DigestQuote *quote)
{
    return (quote->lead && signals_word(maker->signals, SIGNAL_PROPOSAL, quote->lead)) ||
           (quote->words && signals_word(maker->signals, SIGNAL_PROPOSAL, quote->words));
}

/* "att sälja …" or an item of a list: part of a sentence that began before it. */
static bool is_point(const Block *block)
{
    return block->kind == BLOCK_ITEM || (block->text.s && text_begins(block->text.s, "att ", NULL));
}

/* The paragraph before the points ("Nämnden föreslår fullmäktige besluta"), which says whose decision it is
 * and whether it is one: without it a proposal reads as decided. Where there is none, a heading that
 * proposes. */
static const char *lead_of(ItemView *view, const Section *section, guint block)
{
    for (guint i = block; i-- > (section->heading ? 1u : 0u);) {
        const Block *before = &g_array_index(section->blocks, Block, i);
        const char *s = before->text.s;
        if (!s || is_point(before))
            continue;
        if (g_str_has_suffix(s, ":") || !strchr(".,;", s[strlen(s) - 1]))
            return meeting_damaged_page(view->meeting, before->page, MAX(before->page, before->last_page))
                       ? NULL
                       : digest_string(view->maker, s);
    }
    bool proposes = section->heading && section->kind == SECTION_DECISION &&
                    signals_word(view->maker->signals, SIGNAL_PROPOSAL, section->heading);
    return proposes ? digest_string(view->maker, section->heading) : NULL;
}

static guint words_within(const char *s, gsize length)
{
    guint blanks = 0;
    for (gsize i = 0; i < length; i++)
        blanks += s[i] == ' ';
    return blanks + 1;
}

/* The bytes of the first `words` words of the `length` bytes at `s`, and the blank after them. */
static gsize after_words(const char *s, gsize length, guint words)
{
    guint seen = 0;
    for (gsize i = 0; i < length; i++)
        if (s[i] == ' ' && ++seen == words)
            return i + 1;
    return length;
}

/* The bytes of a point without what leads on to the next: ", samt". */
static gsize without_link(const char *s, gsize length)
{
    static const char *const links[] = {" samt", " och", ",", ";", " "};
    for (gsize i = 0; i < G_N_ELEMENTS(links); i++) {
        gsize own = strlen(links[i]);
        if (length > own && strncmp(s + length - own, links[i], own) == 0) {
            length -= own;
            i = (gsize)-1; /* there may be another before it */
        }
    }
    return length;
}
