/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The head of an item: its title, register numbers and who is responsible for it. */
#include "meeting_parts.h"

#include <string.h>

static const char *title_from_rest(const Draft *draft, const Block *block, const char *rest, Item *item);
static bool has_letter(const char *s);
static bool goes_on(const Block *title, const Block *block);
static bool take_label(const Draft *draft, const Block *block, Item *item);
static void add_values(const Draft *draft, const Block *block, const char *values, bool numbers,
                       GArray **array);
static bool can_be_title(const Draft *draft, guint index, guint end);

guint head_from_blocks(const Draft *draft, const ItemHeading *heading, guint first, guint end, Item *item)
{
    const GArray *blocks = draft->blocks->blocks;
    guint at = heading->block;

    for (guint i = first; i < at; i++) { /* a register number above the heading */
        const Block *block = &g_array_index(blocks, Block, i);
        g_autofree char *line = draft_line(block);
        const char *number;
        draft_append_block(draft, &item->head, block);
        if (is_case_line(draft, block, line, &number))
            add_values(draft, block, number, true, &item->case_numbers);
    }
    const Block *block = &g_array_index(blocks, Block, at);
    draft_append_block(draft, &item->head, block);
    const char *title = title_from_rest(draft, block, heading->rest, item);
    if (title != NULL)
        item->title = draft_fact(draft, block, BASIS_STATED, title, -1);

    for (at++; at < end; at++) {
        block = &g_array_index(blocks, Block, at);
        const Block *titled = &g_array_index(blocks, Block, at - 1);
        if (item->title.value != NULL && goes_on(titled, block)) {
            g_autofree char *whole = g_strdup_printf("%s %s", item->title.value, block->text.s);
            draft_append_block(draft, &item->head, block);
            title = title_from_rest(draft, block, whole, item);
            item->title.value = title ? title : item->title.value;
        } else if (take_label(draft, block, item)) {
            draft_append_block(draft, &item->head, block);
        } else if (item->title.value == NULL && can_be_title(draft, at, end)) {
            g_autofree char *line = draft_line(block);
            title = title_from_rest(draft, block, line, item);
            draft_append_block(draft, &item->head, block);
            if (title != NULL)
                item->title = draft_fact(draft, block, BASIS_STATED, title, -1);
        } else {
            break;
        }
    }
    /* "Nattbussar i länet (TN 25/77)", where no other line gives the number */
    GMatchInfo *match = item->case_numbers == NULL && item->title.value != NULL
                            ? draft_match(draft, FORM_CASE_ASIDE, item->title.value)
                            : NULL;
    if (match != NULL) {
        Fact number = {item->title.source, draft_group(draft, match, 2)};
        draft_append(&item->case_numbers, sizeof number, &number);
        item->title.value = draft_group(draft, match, 1);
        g_match_info_free(match);
    }
    return MIN(at, end);
}

bool is_case_line(const Draft *draft, const Block *block, const char *line, const char **number)
{
    if (block->kind != BLOCK_PARAGRAPH && block->kind != BLOCK_ROW && block->kind != BLOCK_HEADING)
        return false;
    const Word *word = profile_prefix(draft->profile, WORDS_LABEL, line, number);
    if (word == NULL || g_strcmp0(word->meaning, "diarienummer") != 0)
        *number = line;
    return draft_matches(draft, FORM_CASE, *number);
}

/* A long title whose second line came as a heading of its own: it looks the same and begins in the middle
 * of a sentence, or hangs below the first word of the title. */
static bool goes_on(const Block *title, const Block *block)
{
    return title->kind == BLOCK_HEADING && block->kind == BLOCK_HEADING && block->follows &&
           title->bold == block->bold && title->italic == block->italic &&
           ABS(title->size - block->size) < 0.3 && title->text.s != NULL && block->text.s != NULL &&
           (g_unichar_islower(g_utf8_get_char(block->text.s)) || block->indent > title->indent + 5);
}

/* "042", a classification, is no title. */
static bool has_letter(const char *s)
{
    bool found = false;

    for (; s != NULL && *s != '\0' && !found; s = g_utf8_next_char(s))
        found = g_unichar_isalpha(g_utf8_get_char(s));
    return found;
}

/* The title in what follows the number, register numbers taken out of it; NULL when none is left. */
static const char *title_from_rest(const Draft *draft, const Block *block, const char *rest, Item *item)
{
    const char *title = draft_string(draft, rest, -1), *value;
    const Word *word = profile_prefix(draft->profile, WORDS_LABEL, title, &value);
    bool labelled = word != NULL && g_strcmp0(word->meaning, "diarienummer") == 0;

    GMatchInfo *match = draft_match(draft, FORM_CASE_FIRST, labelled ? value : title);
    if (match != NULL) {
        add_values(draft, block, draft_group(draft, match, 1), true, &item->case_numbers);
        title = draft_group(draft, match, 2);
        g_match_info_free(match);
        return has_letter(title) ? title : NULL;
    }
    if (labelled) { /* a number of a form we do not know, as printed */
        add_values(draft, block, value, true, &item->case_numbers);
        return NULL;
    }
    match = draft_match(draft, FORM_CASE_LAST, title);
    if (match != NULL) {
        add_values(draft, block, draft_group(draft, match, 2), true, &item->case_numbers);
        title = draft_group(draft, match, 1);
        g_match_info_free(match);
    }
    return has_letter(title) ? title : NULL;
}

/* A line that states a fact of the item: "Diarienummer: …", "Handläggare: …", a bare register number. */
static bool take_label(const Draft *draft, const Block *block, Item *item)
{
    const struct {
        const char *meaning;
        GArray **array;
        bool numbers;
    } facts[] = {
        {"diarienummer", &item->case_numbers, true},
        {"arendeansvarig", &item->responsible, false},
        {"handlaggare", &item->officers, false},
        {"foredragande", NULL, false},
    };

    if (block->kind != BLOCK_PARAGRAPH && block->kind != BLOCK_ROW && block->kind != BLOCK_HEADING)
        return false;
    g_autofree char *line = draft_line(block);
    if (draft_matches(draft, FORM_CASE, line)) {
        add_values(draft, block, line, true, &item->case_numbers);
        return true;
    }
    const char *value;
    const Word *word = profile_prefix(draft->profile, WORDS_LABEL, line, &value);
    if (word == NULL || word->meaning == NULL || *value == '\0')
        return false;
    for (gsize i = 0; i < G_N_ELEMENTS(facts); i++) {
        if (strcmp(word->meaning, facts[i].meaning) != 0)
            continue;
        /* Without a colon "Handläggare" can begin a sentence; one word with a digit is a number of some form.
         */
        Mention mention;
        const char *label_end = line + strlen(word->key);
        bool label = block->kind == BLOCK_ROW || *label_end == ':' ||
                     draft_matches(draft, FORM_CASE, value) ||
                     (facts[i].numbers && strchr(value, ' ') == NULL && strpbrk(value, "0123456789")) ||
                     (person_at(draft, value, &mention) && mention.end == strlen(value));
        if (!label)
            return false;
        if (facts[i].array != NULL)
            add_values(draft, block, value, facts[i].numbers, facts[i].array);
        return true;
    }
    return false;
}

/* "A, B och C" is three values; of persons, so is "A/B". */
static void add_values(const Draft *draft, const Block *block, const char *values, bool numbers,
                       GArray **array)
{
    const char *const separators[] = {", ", "; ", " och ", " samt ", "/"};
    const char *start = values;

    while (start != NULL && *start != '\0') {
        const char *end = NULL;
        gsize skip = 0;
        for (gsize i = 0; i < G_N_ELEMENTS(separators) - (numbers ? 1 : 0); i++) {
            const char *at = strstr(start, separators[i]);
            if (at != NULL && (end == NULL || at < end)) {
                end = at;
                skip = strlen(separators[i]);
            }
        }
        gssize length = end ? end - start : (gssize)strlen(start);
        Fact fact = draft_fact(draft, block, BASIS_STATED, start, length);
        if (fact.value != NULL)
            draft_append(array, sizeof fact, &fact);
        start = end ? end + skip : NULL;
    }
}

/* A title on a line of its own after the number looks like a heading, or is at least no sentence. A word
 * that begins sections can be a title too ("Information") where another heading follows it. */
static bool can_be_title(const Draft *draft, guint index, guint end)
{
    const GArray *blocks = draft->blocks->blocks;
    const Block *block = &g_array_index(blocks, Block, index);

    if ((block->kind != BLOCK_HEADING && block->kind != BLOCK_PARAGRAPH && block->kind != BLOCK_ROW))
        return false;
    g_autofree char *line = draft_line(block);
    gsize length = strlen(line);
    if (length == 0 || length > 500)
        return false;
    /* "Information" below "§ 12", in the same type: the title, though sections are called so too */
    const Block *above = index > 0 ? &g_array_index(blocks, Block, index - 1) : block;
    bool as_number = block->kind == BLOCK_HEADING && above->kind == BLOCK_HEADING &&
                     above->bold == block->bold && above->italic == block->italic &&
                     ABS(above->size - block->size) < 0.3 &&
                     profile_prefix(draft->profile, WORDS_FORMAL, line, NULL) != NULL;
    if (!as_number && profile_meaning(draft->profile, WORDS_SECTION, line) != NULL &&
        (index + 1 == end || g_array_index(blocks, Block, index + 1).kind != BLOCK_HEADING))
        return false;
    if (block->kind == BLOCK_HEADING || block->bold || block->size > draft->body_size + 0.5)
        return true;
    return length <= 200 && !strchr(".:", line[length - 1]);
}
