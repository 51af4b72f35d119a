/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The headings of items: which § among all in the text begins an item of this meeting.
 *
 * Every block that has the form of a heading is a candidate with a weight. The headings are the
 * heaviest chain of candidates with rising numbers; so a § in running text, in a table of contents or
 * in quoted earlier minutes falls out, because its number does not rise there or it looks unlike the others.
 */
#include "meeting_parts.h"

#include <string.h>

/* How far back the chain looks for the candidate before; more lines of a table of contents or
 * quoted § than this do not stand between two items. */
enum { CHAIN_REACH = 256 };

/* What speaks for a candidate. */
enum {
    WEIGHT_FORM = 2,      /* it has the form */
    WEIGHT_HEADING = 4,   /* its block is a heading, */
    WEIGHT_BOLD = 2,      /* bold, */
    WEIGHT_LARGE = 1,     /* larger than the text */
    WEIGHT_STEP = 3,      /* its number follows the one before */
    WEIGHT_SENTENCE = -2, /* it ends like a sentence or is long */
    WEIGHT_CONTENTS = -4, /* another candidate follows at once: a list of items */
};

typedef struct {
    ItemHeading heading;
    int weight;
    bool strong;    /* looks like a heading, whatever it says */
    bool continued; /* "forts. § 12" */
    int score;      /* of the best chain that ends here */
    int before;     /* index of the candidate before in it, or -1 */
    bool taken;
} Candidate;

/* Words of two letters that stand before a § in running text. */
static const char *const not_bodies[] = {"Se", "Av", "Om", "En", "Ny", "Då", "På", "Ur"};

static bool heading_from_block(const Draft *draft, guint index, Candidate *candidate);
static GArray *candidates_from_blocks(const Draft *draft);
static void choose_chain(GArray *candidates);
static void drop_unlike(const Draft *draft, GArray *candidates);
static void take_out_of_order(const Draft *draft, GArray *candidates);

GArray *headings_from_blocks(const Draft *draft)
{
    GArray *headings = g_array_new(FALSE, FALSE, sizeof(ItemHeading));
    g_autoptr(GArray) candidates = candidates_from_blocks(draft);

    choose_chain(candidates);
    drop_unlike(draft, candidates);
    take_out_of_order(draft, candidates);

    for (guint i = 0; i < candidates->len; i++) {
        const Candidate *candidate = &g_array_index(candidates, Candidate, i);
        if (candidate->taken)
            g_array_append_val(headings, candidate->heading);
    }
    return headings;
}

void headings_from_numbers(const Draft *draft, GArray *headings)
{
    const GArray *blocks = draft->blocks->blocks;
    guint64 last = 0;

    for (guint i = 0; blocks && i < blocks->len; i++) {
        const Block *block = &g_array_index(blocks, Block, i);
        const char *from = block->text.s;
        bool worded = from != NULL && text_begins(from, "ärende ", &from);
        if (block->kind != BLOCK_HEADING || from == NULL || (!worded && block->number == NULL))
            continue;
        char *end;
        guint64 number = g_ascii_strtoull(from, &end, 10);
        const char *rest = end + strspn(end, ".): ");
        if (end == from || g_ascii_isdigit(*rest) || number <= last || (!worded && number != last + 1))
            continue;
        last = number;
        g_autofree char *printed = g_strndup(from, (gsize)(end - from));
        ItemHeading heading = {.block = i,
                               .number = draft_string(draft, printed, -1),
                               .key = (int)number * 32,
                               .rest = draft_string(draft, rest, -1)};
        g_array_append_val(headings, heading);
    }
}

void note_headings(const Draft *draft, const GArray *headings)
{
    int last = 0;

    for (guint i = 0; i < headings->len; i++) {
        const ItemHeading *heading = &g_array_index(headings, ItemHeading, i);
        const Block *block = &g_array_index(draft->blocks->blocks, Block, heading->block);
        if (heading->repeated)
            draft_note(draft, NOTE_ITEM_REPEATED, block->page, block->id, heading->number);
        else if (last != 0 && heading->key / 32 != last / 32 + 1 && heading->key / 32 != last / 32)
            draft_note(draft, NOTE_ITEM_GAP, block->page, block->id, heading->number);
        if (!heading->repeated)
            last = heading->key;
    }
}

/* The name of an attachment that `text` begins with; `*whole` when it says nothing else. */
static const char *attachment_name(const Draft *draft, const char *text, bool *whole)
{
    GMatchInfo *match = text && strlen(text) <= 160 ? draft_match(draft, FORM_ATTACHMENT, text) : NULL;

    if (match == NULL)
        return NULL;
    const char *name = draft_group(draft, match, 1);
    g_match_info_free(match);
    *whole = strlen(name) == strlen(text);
    return name;
}

const char *attachment_at(const Draft *draft, guint index)
{
    const GArray *blocks = draft->blocks->blocks;
    const Block *block = &g_array_index(blocks, Block, index);
    bool whole;

    if (index == 0)
        return NULL;
    const Block *before = &g_array_index(blocks, Block, index - 1);
    if (MAX(before->page, before->last_page) >= block->page)
        return NULL;
    for (guint cell = 0; draft_cell(block, cell) != NULL; cell++) { /* "Ekeby kommun | Bilaga 2" */
        const char *name = attachment_name(draft, draft_cell(block, cell), &whole);
        if (name != NULL && whole && strchr(name, ' ') != NULL)
            return name;
    }
    if (block->kind != BLOCK_HEADING && block->kind != BLOCK_PARAGRAPH)
        return NULL;
    const char *name = attachment_name(draft, block->text.s, &whole);
    if (name == NULL)
        return NULL;

    /* A list of attachments that runs over the page end is none: its lines look like the one before. */
    if (before->text.s && text_begins(before->text.s, "bilag", NULL))
        return NULL;
    bool named = strchr(name, ' ') != NULL || strstr(block->text.s, "§") != NULL;
    bool stands_out = block->kind == BLOCK_HEADING || block->bold || block->size > draft->body_size + 0.5;
    bool refers = !whole && strstr(block->text.s, "§") != NULL; /* "Bilaga Trafiknämnden 2022-09-15 § 49" */
    return (named && (whole || stands_out)) || (stands_out && !whole) || refers ? name : NULL;
}

static GArray *candidates_from_blocks(const Draft *draft)
{
    const GArray *blocks = draft->blocks->blocks;
    GArray *candidates = g_array_new(FALSE, FALSE, sizeof(Candidate));
    bool attached = false;
    int last = 0;

    for (guint i = draft->minutes; blocks && i < blocks->len; i++) {
        const Block *block = &g_array_index(blocks, Block, i);
        Candidate candidate = {.before = -1};
        if (attachment_at(draft, i) != NULL)
            attached = true;
        if (!heading_from_block(draft, i, &candidate))
            continue;
        const char *rest = candidate.heading.rest;
        bool large = block->size > draft->body_size + 0.5;
        gsize length = strlen(rest);
        const char *cell = draft_cell(block, 0); /* "§ 12" with a register number far to the right */
        bool apart = cell != NULL && strlen(cell) < 12 && strstr(cell, "§") != NULL;
        candidate.strong = block->kind == BLOCK_HEADING || block->bold || large || apart;
        candidate.weight = WEIGHT_FORM + (block->kind == BLOCK_HEADING ? WEIGHT_HEADING : 0) +
                           (block->bold || apart ? WEIGHT_BOLD : 0) + (large ? WEIGHT_LARGE : 0) +
                           (length > 300 || g_str_has_suffix(rest, ".") ? WEIGHT_SENTENCE : 0);
        /* An attachment can be minutes too; ours go on where the number does, or begin behind a list of those
         * who were there that is one. */
        if (attached && !(candidate.strong && (last == 0 || candidate.heading.key / 32 == last / 32 + 1)))
            continue;
        attached = false;
        last = candidate.heading.key;
        if (candidates->len > 0) {
            Candidate *before = &g_array_index(candidates, Candidate, candidates->len - 1);
            if (before->heading.block + 1 == i && before->heading.key != candidate.heading.key)
                before->weight += WEIGHT_CONTENTS;
        }
        g_array_append_val(candidates, candidate);
    }
    return candidates;
}

static void choose_chain(GArray *candidates)
{
    int best = -1;

    for (guint i = 0; i < candidates->len; i++) {
        Candidate *candidate = &g_array_index(candidates, Candidate, i);
        candidate->score = MAX(candidate->weight, 1);
        guint reach = i > CHAIN_REACH ? i - CHAIN_REACH : 0;
        for (guint j = i; j-- > reach;) {
            const Candidate *before = &g_array_index(candidates, Candidate, j);
            int from = before->heading.key, to = candidate->heading.key;
            if (from >= to)
                continue;
            bool step = to / 32 == from / 32 + 1 || to == from + 1;
            int score = before->score + MAX(candidate->weight, 1) + (step ? WEIGHT_STEP : 0);
            if (score > candidate->score) {
                candidate->score = score;
                candidate->before = (int)j;
            }
        }
        if (best < 0 || candidate->score >= g_array_index(candidates, Candidate, best).score)
            best = (int)i;
    }
    for (int i = best; i >= 0; i = g_array_index(candidates, Candidate, i).before)
        g_array_index(candidates, Candidate, i).taken = true;
}

/* Where most of the chain looks like headings, a plain paragraph with a § is running text. */
static void drop_unlike(const Draft *draft, GArray *candidates)
{
    guint strong = 0, taken = 0;

    for (guint i = 0; i < candidates->len; i++) {
        const Candidate *candidate = &g_array_index(candidates, Candidate, i);
        taken += candidate->taken;
        strong += candidate->taken && candidate->strong;
    }
    for (guint i = 0; i < candidates->len; i++) {
        Candidate *candidate = &g_array_index(candidates, Candidate, i);
        if (candidate->taken && !candidate->strong && strong * 5 >= taken * 3)
            candidate->taken = false;
    }
    /* One plain § in a text that has no other is a reference, unless it stands alone on its line. */
    if (taken == 1 && strong == 0) {
        for (guint i = 0; i < candidates->len; i++) {
            Candidate *candidate = &g_array_index(candidates, Candidate, i);
            const Block *block = &g_array_index(draft->blocks->blocks, Block, candidate->heading.block);
            if (candidate->taken && strlen(block->text.s ? block->text.s : "") > 120)
                candidate->taken = false;
        }
    }
}

bool heading_is_continued(const char *rest)
{
    static const char *const ends[] = {"forts", "forts.", "(forts)", "(forts.)", "(fortsättning)"};
    if (rest == NULL || text_begins(rest, "forts", NULL))
        return rest != NULL;
    for (gsize i = 0; i < G_N_ELEMENTS(ends); i++)
        if (g_str_has_suffix(rest, ends[i]))
            return true;
    return false;
}

static bool same_look(const Block *a, const Block *b)
{
    return a->kind == b->kind && a->bold == b->bold && a->italic == b->italic && ABS(a->size - b->size) < 0.3;
}

/* A heading whose number does not rise but that looks like the others: an item dealt with out of
 * its order, or the heading of an item repeated on a new page. */
static void take_out_of_order(const Draft *draft, GArray *candidates)
{
    const GArray *blocks = draft->blocks->blocks;
    const Block *model = NULL;
    g_autoptr(GHashTable) numbers = g_hash_table_new(g_direct_hash, g_direct_equal);

    for (guint i = 0; i < candidates->len; i++) {
        const Candidate *candidate = &g_array_index(candidates, Candidate, i);
        if (!candidate->taken)
            continue;
        g_hash_table_insert(numbers, GINT_TO_POINTER(candidate->heading.key),
                            (gpointer)candidate->heading.rest);
        if (candidate->strong && model == NULL)
            model = &g_array_index(blocks, Block, candidate->heading.block);
    }
    bool begun = false;
    for (guint i = 0; i < candidates->len && model != NULL; i++) {
        Candidate *candidate = &g_array_index(candidates, Candidate, i);
        const Block *block = &g_array_index(blocks, Block, candidate->heading.block);
        begun = begun || candidate->taken;
        if (candidate->taken || !begun || !candidate->strong || !same_look(block, model))
            continue;
        gpointer key = GINT_TO_POINTER(candidate->heading.key), rest;
        if (!g_hash_table_lookup_extended(numbers, key, NULL, &rest)) {
            g_hash_table_insert(numbers, key, (gpointer)candidate->heading.rest);
            candidate->taken = true;
        } else if (*candidate->heading.rest == '\0' || strcmp(candidate->heading.rest, rest) == 0 ||
                   candidate->continued || heading_is_continued(candidate->heading.rest)) {
            candidate->taken = candidate->heading.repeated = true;
        }
    }
}

/* Letters of a body before the §: "KS", "KSAU", "Kf". */
static bool is_body_letters(const char *s)
{
    guint upper = 0, all = 0;

    for (const char *p = s; *p; p = g_utf8_next_char(p), all++)
        upper += g_unichar_isupper(g_utf8_get_char(p)) ? 1 : 0;
    if (upper == all)
        return true;
    for (gsize i = 0; i < G_N_ELEMENTS(not_bodies); i++)
        if (strcmp(s, not_bodies[i]) == 0)
            return false;
    return all == 2 || upper >= 2;
}

static bool heading_from_block(const Draft *draft, guint index, Candidate *candidate)
{
    const Block *block = &g_array_index(draft->blocks->blocks, Block, index);

    if ((block->kind != BLOCK_HEADING && block->kind != BLOCK_PARAGRAPH && block->kind != BLOCK_ROW) ||
        block->quoted)
        return false;
    g_autofree char *line = draft_line(block);
    const char *word;
    if (block->kind == BLOCK_HEADING && text_begins(line, "paragraf ", &word) && g_ascii_isdigit(*word)) {
        char *signed_line = g_strconcat("§ ", word, NULL);
        g_free(line);
        line = signed_line;
    }
    const char *sign = strstr(line, "§");
    if (sign == NULL || sign - line > 12)
        return false;
    const char *start = line;
    candidate->continued = text_begins(line, "forts", &start);
    start += strspn(start, ". ");

    int number_group = 2;
    GMatchInfo *match = draft_match(draft, FORM_ITEM, start);
    if (match == NULL) {
        number_group = 1;
        match = draft_match(draft, FORM_ITEM_NUMBER, start);
    }
    if (match == NULL)
        return false;
    const char *letters = number_group == 2 ? draft_group(draft, match, 1) : NULL;
    const char *number = draft_group(draft, match, number_group);
    const char *letter = draft_group(draft, match, number_group + 1);
    const char *rest = draft_group(draft, match, number_group + 2);
    g_match_info_free(match);

    for (const char *after; rest && (text_begins(rest, "– ", &after) || text_begins(rest, "- ", &after));)
        rest = after; /* "§ 12 – Nattbussar" */
    gunichar first = rest ? g_utf8_get_char(rest) : 'A';
    if ((letters != NULL && !is_body_letters(letters)) || draft_matches(draft, FORM_CONTENTS, line) ||
        g_unichar_islower(first) || first == ',' || first == ';' || first == ')')
        return false;
    g_autofree char *printed = g_strconcat(number, letter ? " " : "", letter ? letter : "", NULL);
    candidate->heading = (ItemHeading){.block = index,
                                       .number = draft_string(draft, printed, -1),
                                       .key = (int)g_ascii_strtoll(number, NULL, 10) * 32 +
                                              (letter ? g_ascii_tolower(*letter) - 'a' + 1 : 0),
                                       .rest = rest ? rest : ""};
    return true;
}
