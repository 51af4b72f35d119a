/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The outline of a meeting: each block in its place in front, item, closing or attachment. */
#include "meeting_parts.h"

#include <string.h>

static guint start_of_item(const Draft *draft, const ItemHeading *heading);
static bool closing_at(const Draft *draft, guint index, guint end);
static void take_blocks(const Draft *draft, guint first, guint end, GArray **array);
static void take_attachments(const Draft *draft, guint first, guint end);
static guint attachment_in(const Draft *draft, guint first, guint end);
static const char *item_id(const Draft *draft, const char *number);

void outline_minutes(const Draft *draft, const GArray *headings)
{
    Meeting *meeting = draft->meeting;
    const GArray *blocks = draft->blocks->blocks;
    guint count = blocks ? blocks->len : 0;
    if (count == 0)
        return;
    note_headings(draft, headings);
    guint front_end = headings->len > 0 ? start_of_item(draft, &g_array_index(headings, ItemHeading, 0))
                                        : attachment_in(draft, draft->minutes, count);

    attach_agenda(draft, draft->minutes);
    take_blocks(draft, draft->minutes, front_end, &meeting->front);
    if (headings->len == 0)
        take_attachments(draft, front_end, count);
    for (guint i = 0; i < headings->len; i++) {
        const ItemHeading *heading = &g_array_index(headings, ItemHeading, i);
        if (heading->repeated)
            continue;
        guint next = i + 1;
        while (next < headings->len && g_array_index(headings, ItemHeading, next).repeated)
            next++;
        bool last = next == headings->len;
        guint end = last ? count : start_of_item(draft, &g_array_index(headings, ItemHeading, next));
        guint attached = attachment_in(draft, heading->block + 1, end);
        guint closing = attached;
        for (guint j = heading->block + 1; last && j < attached && closing == attached; j++)
            if (closing_at(draft, j, attached))
                closing = j;

        Item item = {.id = item_id(draft, heading->number), .number = heading->number};
        item.page = g_array_index(blocks, Block, heading->block).page;
        guint body = head_from_blocks(draft, heading, start_of_item(draft, heading), closing, &item);
        sections_from_blocks(draft, body, closing, &item);
        draft_append(&meeting->items, sizeof item, &item);
        take_blocks(draft, closing, attached, &meeting->closing);
        take_attachments(draft, attached, end);
    }
}

/* ---- a published summary: a title, a heading an item, and a list of further items ---- */

static void take_further(const Draft *draft, guint first, guint end)
{
    const GArray *blocks = draft->blocks->blocks;
    const Block *heading = &g_array_index(blocks, Block, first);

    if (first + 1 == end)
        draft_append_block(draft, &draft->meeting->closing, heading);
    for (guint i = first + 1; i < end; i++) {
        const Block *block = &g_array_index(blocks, Block, i);
        g_autofree char *line = draft_line(block);
        const char *mark = block->marker ? block->marker : "";
        mark += text_span(mark, "§");
        g_autofree char *marker = g_strdelimit(g_strdup(mark), ".)", ' ');
        const char *number = draft_string(draft, marker, -1), *title = draft_string(draft, line, -1);
        GMatchInfo *match = draft_match(draft, FORM_ITEM, line); /* "§ 57 Meddelanden" */
        if (match != NULL && draft_group(draft, match, 4) != NULL) {
            number = draft_group(draft, match, 2);
            title = draft_group(draft, match, 4);
        }
        g_match_info_free(match);
        Item item = {.page = block->page, .number = g_ascii_isdigit(*number) ? number : NULL};
        item.id = item_id(draft, item.number);
        item.title = draft_fact(draft, block, BASIS_STATED, title, -1);
        if (i == first + 1) /* the heading of the list goes with its first entry */
            draft_append_block(draft, &item.head, heading);
        draft_append_block(draft, &item.head, block);
        draft_append(&draft->meeting->further, sizeof item, &item);
    }
}

/* The level of headings that items have: the first level below the title. */
static int item_level(const GArray *blocks)
{
    int title = 0, level = 0;

    for (guint i = 0; i < blocks->len; i++) {
        const Block *block = &g_array_index(blocks, Block, i);
        if (block->kind != BLOCK_HEADING)
            continue;
        if (title == 0)
            title = MAX(block->level, 1);
        else if (level == 0 || block->level < level)
            level = block->level;
    }
    return level;
}

void outline_summary(const Draft *draft)
{
    Meeting *meeting = draft->meeting;
    const GArray *blocks = draft->blocks->blocks;
    if (blocks == NULL)
        return;
    int level = item_level(blocks);
    bool titled = false;
    guint i = 0;

    for (; i < blocks->len; i++) {
        const Block *block = &g_array_index(blocks, Block, i);
        if (block->kind == BLOCK_HEADING && titled && block->level <= level)
            break;
        titled = titled || block->kind == BLOCK_HEADING;
        draft_append_block(draft, &meeting->front, block);
    }
    while (i < blocks->len) {
        guint end = i + 1;
        while (end < blocks->len && (g_array_index(blocks, Block, end).kind != BLOCK_HEADING ||
                                     g_array_index(blocks, Block, end).level > level))
            end++;
        const Block *block = &g_array_index(blocks, Block, i);
        const char *title = block->text.s ? block->text.s : "";
        const Word *word = profile_prefix(draft->profile, WORDS_LABEL, title, NULL);
        if (word != NULL && g_strcmp0(word->meaning, "fler_arenden") == 0) {
            take_further(draft, i, end);
        } else {
            Item item = {.id = item_id(draft, NULL),
                         .page = block->page,
                         .title = draft_fact(draft, block, BASIS_STATED, title, -1)};
            draft_append_block(draft, &item.head, block);
            Section section = {.kind = SECTION_SUMMARY, .page = block->page};
            take_blocks(draft, i + 1, end, &section.blocks);
            if (section.blocks != NULL)
                draft_append(&item.sections, sizeof section, &section);
            draft_append(&meeting->items, sizeof item, &item);
        }
        i = end;
    }
}

/* ---- helpers ---- */

/* "Ärende 5.", alone on its line: the place of an item on the agenda. */
static bool is_place_on_agenda(const Block *block)
{
    static const char *const words[] = {"ärende nr", "ärende", "punkt"};
    const char *rest = "";

    if (block->text.s == NULL || block->kind == BLOCK_ITEM)
        return false;
    for (gsize i = 0; i < G_N_ELEMENTS(words); i++)
        if (text_begins(block->text.s, words[i], &rest))
            break;
    if (rest == block->text.s || *rest != ' ' || !g_ascii_isdigit(rest[1]))
        return false;
    rest += 1 + strspn(rest + 1, "0123456789");
    return rest[strspn(rest, ".: ")] == '\0';
}

/* A register number alone on the line above the heading belongs to the heading, unless the heading
 * has one of its own or the line is the head of the item before. */
static guint start_of_item(const Draft *draft, const ItemHeading *heading)
{
    const GArray *blocks = draft->blocks->blocks;
    guint at = heading->block;
    const char *number;

    if (at > 0 && is_place_on_agenda(&g_array_index(blocks, Block, at - 1)))
        return at - 1;
    if (at == 0)
        return 0;
    g_autofree char *above = draft_line(&g_array_index(blocks, Block, at - 1));
    g_autofree char *below =
        at + 1 < blocks->len ? draft_line(&g_array_index(blocks, Block, at + 1)) : g_strdup("");
    if (g_array_index(blocks, Block, at - 1).page != g_array_index(blocks, Block, at).page ||
        !is_case_line(draft, &g_array_index(blocks, Block, at - 1), above, &number) ||
        draft_matches(draft, FORM_CASE_FIRST, heading->rest) ||
        (at + 1 < blocks->len && is_case_line(draft, &g_array_index(blocks, Block, at + 1), below, &number)))
        return at;
    g_autofree char *before = at > 1 ? draft_line(&g_array_index(blocks, Block, at - 2)) : g_strdup("");
    return draft_matches(draft, FORM_ITEM, before) ? at : at - 1;
}

static bool is_signer(const Draft *draft, const char *role)
{
    static const char *const signers[] = {"ordforande", "sekreterare", "justerare"};
    const Word *word = role ? profile_prefix(draft->profile, WORDS_LABEL, role, NULL) : NULL;

    for (gsize i = 0; word != NULL && i < G_N_ELEMENTS(signers); i++)
        if (g_strcmp0(word->meaning, signers[i]) == 0)
            return true;
    return false;
}

/* Names in one row and what they sign as in the next: every cell of some row is such a role. */
static bool is_signature_table(const Draft *draft, const Block *block)
{
    for (guint r = 0; block->rows && r < block->rows->len && block->rows->len <= 6; r++) {
        const Row *row = &g_array_index(block->rows, Row, r);
        guint cells = 0, roles = 0;
        for (guint c = 0; row->cells && c < row->cells->len; c++) {
            const char *text = g_array_index(row->cells, Cell, c).text.s;
            cells += text != NULL && *text != '\0';
            roles += is_signer(draft, text);
        }
        if (cells > 0 && roles == cells)
            return true;
    }
    return false;
}

/* A name, or names side by side, with "Ordförande" or the like below. */
static bool is_signature(const Draft *draft, const char *line, const Block *below)
{
    g_autofree char *role = draft_line(below);
    Mention mention;

    if (!is_signer(draft, role) || strlen(role) > 80 || strlen(line) > 120 ||
        !person_at(draft, line, &mention) || mention.start > 0 || mention.party != NULL)
        return false;
    for (const char *p = line; *p; p = g_utf8_next_char(p))
        if (!g_unichar_isalpha(g_utf8_get_char(p)) && !strchr(" -.", *p))
            return false;
    return true;
}

/* True where the minutes end and signatures, notice of adjustment or of appeal begin. */
static bool closing_at(const Draft *draft, guint index, guint end)
{
    const GArray *blocks = draft->blocks->blocks;
    const Block *block = &g_array_index(blocks, Block, index);

    if (block->kind == BLOCK_TABLE)
        return is_signature_table(draft, block);
    if (block->kind != BLOCK_HEADING && block->kind != BLOCK_PARAGRAPH && block->kind != BLOCK_ROW)
        return false;
    g_autofree char *line = draft_line(block);
    if (index + 1 < end && is_signature(draft, line, &g_array_index(blocks, Block, index + 1)))
        return true;
    const char *rest;
    const Word *word = profile_prefix(draft->profile, WORDS_LABEL, line, &rest);
    if (word == NULL || word->meaning == NULL || strlen(rest) > 80)
        return false;
    if (g_str_has_prefix(word->meaning, "anslag") || strcmp(word->meaning, "forvaringsplats") == 0 ||
        strcmp(word->meaning, "overklagande") == 0)
        return *rest == '\0' || block->kind != BLOCK_PARAGRAPH;
    if (strcmp(word->meaning, "sekreterare") != 0 && strcmp(word->meaning, "justerare") != 0 &&
        strcmp(word->meaning, "ordforande") != 0 && strcmp(word->meaning, "underskrift") != 0)
        return false;
    /* "Ordförande" and the like are words of the text too: a name must stand by them. */
    Mention mention;
    if (*rest != '\0')
        return person_at(draft, rest, &mention) && mention.end + 12 > strlen(rest);
    for (guint next = index + 1; next < end && next <= index + 2; next++) {
        g_autofree char *after = draft_line(&g_array_index(blocks, Block, next));
        if (person_at(draft, after, &mention) && mention.end + 60 > strlen(after))
            return true;
    }
    return index + 1 == end && strchr(word->key, ' ') != NULL;
}

static void take_blocks(const Draft *draft, guint first, guint end, GArray **array)
{
    for (guint i = first; i < end; i++)
        draft_append_block(draft, array, &g_array_index(draft->blocks->blocks, Block, i));
}

/* The first block of the range that begins an attachment, or `end`. */
static guint attachment_in(const Draft *draft, guint first, guint end)
{
    while (first < end && attachment_at(draft, first) == NULL)
        first++;
    return first;
}

static void take_attachments(const Draft *draft, guint first, guint end)
{
    while (first < end) {
        guint next = attachment_in(draft, first + 1, end);
        Attachment attachment = {.label = attachment_at(draft, first),
                                 .page = g_array_index(draft->blocks->blocks, Block, first).page};
        take_blocks(draft, first, next, &attachment.blocks);
        draft_append(&draft->meeting->attachments, sizeof attachment, &attachment);
        first = next;
    }
}

/* "p26", "p3a"; an item without number, or with one that is taken, gets the next free number of its own. */
static const char *item_id(const Draft *draft, const char *number)
{
    const Meeting *meeting = draft->meeting;
    GArray *lists[] = {meeting->items, meeting->further};
    guint count = 1;
    g_autofree char *bare = g_strdup(number ? number : "");
    char *id = NULL;

    for (char *from = bare, *to = bare;; from++)
        if (*from != ' ' && (*to++ = *from) == '\0')
            break;
    for (gsize l = 0; l < G_N_ELEMENTS(lists); l++)
        count += lists[l] ? lists[l]->len : 0;
    id = *bare ? g_strdup_printf("p%s", bare) : g_strdup_printf("a%u", count);
    for (gsize l = 0; l < G_N_ELEMENTS(lists); l++)
        for (guint i = 0; lists[l] && i < lists[l]->len; i++)
            if (strcmp(g_array_index(lists[l], Item, i).id, id) == 0) {
                g_free(id);
                id = g_strdup_printf("p%s.%u", bare, count);
            }
    const char *kept = draft_string(draft, id, -1);
    g_free(id);
    return kept;
}
