/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Quotations: the sentences of minutes that a digest shows, with the words that lead in to them. */
#include "digest_parts.h"

#include <string.h>

static const char *lead_of(ItemView *view, const Section *section, guint block);
static bool is_point(const Block *block);
static void take_in_turns(const DigestMaker *maker, const char *s, gsize *start, gsize *end);
static void set_lead(const DigestMaker *maker, DigestQuote *quote, const char *lead);
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
    if (section->kind == SECTION_DECISION)
        take_in_turns(view->maker, text->s, &start, &end);
    bool goes_on = text->s[end + strspn(text->s + end, " ")] != '\0';
    if (is_point(of) && !goes_on)
        end = start + without_link(text->s + start, end - start);
    g_autofree char *words = g_strndup(text->s + start, end - start);
    *quote = (DigestQuote){.kind = kind,
                           .page = of->page,
                           .block = digest_string(view->maker, of->id),
                           .words = digest_string(view->maker, g_strstrip(words)),
                           .begun = start > strspn(text->s, " "),
                           .goes_on = goes_on,
                           .signal = SIGNAL__MAX};
    set_lead(view->maker, quote, lead_of(view, section, block));
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

/* The sentence that settles the item, wherever it stands. */
static bool quote_settling(ItemView *view, DigestQuote *quote)
{
    const Outcome *outcome = &view->item->outcome;
    const GArray *sections = outcome->source.block ? view->item->sections : NULL;
    for (guint i = 0; sections && i < sections->len; i++) {
        const Section *section = &g_array_index(sections, Section, i);
        for (guint j = section->heading ? 1 : 0; section->blocks && j < section->blocks->len; j++) {
            const Block *block = &g_array_index(section->blocks, Block, j);
            if (!block->text.s || g_strcmp0(block->id, outcome->source.block) != 0)
                continue;
            const char *words = outcome->words ? strstr(block->text.s, outcome->words) : NULL;
            if (digest_quote(view, section, j, &block->text, words ? (gsize)(words - block->text.s) : 0,
                             QUOTE_DECISION, quote))
                return true;
        }
    }
    return false;
}

/* Whether the text names what a motion of the side that won is for: "Enligt yrkande från S och V:". The day
 * of a motion is seldom repeated. */
static bool names_what_won(const ItemView *view, const char *text)
{
    const Vote *vote = view->vote;
    const GArray *won = !vote || vote->yes == vote->no ? NULL
                        : vote->yes > vote->no         ? vote->yes_motions
                                                       : vote->no_motions;
    const GArray *all = view->item->motions;
    for (guint i = 0; text && won && i < won->len; i++)
        for (guint j = 0; all && j < all->len; j++) {
            const Motion *motion = &g_array_index(all, Motion, j);
            if (!motion->object || motion->kind == MOTION_REJECTION ||
                g_strcmp0(motion->id, g_array_index(won, MotionRef, i).motion) != 0)
                continue;
            const char *day = strstr(motion->object, " den ");
            g_autofree char *object =
                day ? g_strndup(motion->object, (gsize)(day - motion->object)) : g_strdup(motion->object);
            if (text_words(object) > 1 && text_find_word(text, object, NULL))
                return true;
        }
    return false;
}

/* Of points that are alike otherwise, the first. */
static bool quote_point(ItemView *view, DigestQuote *quote)
{
    const GArray *sections = view->item->sections;
    int best = -1, points = digest_decisions(view->item);
    for (guint i = 0; sections && i < sections->len; i++) {
        const Section *section = &g_array_index(sections, Section, i);
        for (guint j = section->heading ? 1 : 0;
             section->kind == SECTION_DECISION && section->blocks && j < section->blocks->len; j++) {
            const Text *text = &g_array_index(section->blocks, Block, j).text;
            DigestQuote point;
            if (!decides(section, j) || !digest_quote(view, section, j, text, 0, QUOTE_DECISION, &point))
                continue;
            point.voted = points > 1 &&
                          (names_what_won(view, lead_of(view, section, j)) || names_what_won(view, text->s));
            int rank = 2 * point.voted + (point.length == 0);
            if (rank > best) {
                best = rank;
                *quote = point;
            }
        }
    }
    return best >= 0;
}

bool digest_quote_decision(ItemView *view, DigestQuote *quote)
{
    return quote_settling(view, quote) || quote_point(view, quote) ||
           (view->meeting->kind != DOCUMENT_MINUTES &&
            digest_quote_section(view, SECTION_SUMMARY, QUOTE_DECISION, quote));
}

/* A sentence that is left out may turn the one that is quoted ("Förslaget bifalls. Punkt 3 avslås."): from
 * the first to the last that could, all are quoted. */
static void take_in_turns(const DigestMaker *maker, const char *s, gsize *start, gsize *end)
{
    for (gsize from = 0, length = 0; s[from] && (length = text_sentence(s + from)) > 0; from += length) {
        if (from + length > *start && from < *end)
            continue;
        g_autofree char *sentence = g_strndup(s + from, length);
        if (!signals_word(maker->signals, SIGNAL_TURN, sentence))
            continue;
        *start = MIN(*start, from + strspn(sentence, " "));
        *end = MAX(*end, from + length);
    }
}

/* Whether what is quoted is put to another body to decide is also said by the words before it. Those stay
 * where the quotation would say something else without them. */
static void set_lead(const DigestMaker *maker, DigestQuote *quote, const char *lead)
{
    const Signals *signals = maker->signals;
    bool proposes = lead && signals_word(signals, SIGNAL_PROPOSAL, lead);
    bool turns = lead && signals_word(signals, SIGNAL_TURN, lead);
    if (!quote->words)
        return;
    quote->proposal = proposes || signals_word(signals, SIGNAL_PROPOSAL, quote->words);
    quote->lead = proposes || turns || text_begins(quote->words, "att ", NULL) ? lead : NULL;
    int own = (int)text_words(quote->words), whole = own + (quote->lead ? (int)text_words(quote->lead) : 0);
    if (signals->most_quoted <= 0 || whole <= signals->most_quoted)
        return;
    quote->lead_last = quote->lead && !turns && own <= signals->most_quoted;
    quote->length = quote->lead_last ? 0 : whole;
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
