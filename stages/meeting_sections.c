/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sections of an item: where each begins, with a heading or without. */
#include "meeting_parts.h"

#include <string.h>

/* How headings of sections look in this item. */
typedef struct {
    BlockKind kind;
    double size;
    bool bold, italic;
} Look;

/* Sections that can stand on one line with their heading: "Beslut: Ärendet utgår." */
static const SectionKind inline_kinds[] = {SECTION_DECISION, SECTION_PROPOSAL, SECTION_BASIS,
                                           SECTION_RECIPIENTS, SECTION_ATTACHMENTS};

static bool goes_on_here(const Draft *draft, const Block *block, const Item *item);
static bool ends_section(const Draft *draft, guint index, guint end);
static bool leads_in(const Draft *draft, const Block *block, const Item *item);
static bool is_heading(const Draft *draft, const Block *block, const Look *look, SectionKind *kind,
                       bool *known);
static bool learn_look(const Draft *draft, guint first, guint end, Look *look);
static Section section_begin(const Draft *draft, const Block *block, SectionKind kind);
static bool take_inline(const Draft *draft, const Block *block, const Look *look, Item *item);
static bool begins_treatment(const Draft *draft, const Block *block, const Item *item);
static bool is_treatment(const Draft *draft, const Block *block);
static bool is_own_treatment(const Block *block, const Item *item);
static guint own_treatment(const Draft *draft, guint first, guint end, const Item *item);
static bool begins_decision(const Draft *draft, guint index, guint end);
static bool is_earlier(const Draft *draft, guint index, guint end);
static bool begins_unheaded(const Draft *draft, const Block *block, const Item *item, bool headed,
                            SectionKind *kind);
static bool ends_unheaded(const Block *block, const Item *item);
static void open_unheaded(const Draft *draft, const Block *block, SectionKind kind, Item *item);
static void append(const Draft *draft, Item *item, SectionKind kind, const Block *block);

void sections_from_blocks(const Draft *draft, guint first, guint end, Item *item)
{
    const GArray *blocks = draft->blocks->blocks;
    Look look = {BLOCK_FIGURE, 0, false, false};
    bool headed = learn_look(draft, first, end, &look);
    bool decided = false, prose = false; /* in a section that begins and ends with what it says */
    guint own_from = own_treatment(draft, first, end, item);
    bool theirs = false; /* what another body did, up to the line that begins our treatment */

    for (guint i = first; i < end; i++) {
        const Block *block = &g_array_index(blocks, Block, i);
        SectionKind kind;
        bool known;
        if (block->kind == BLOCK_FOOTNOTE) {
            draft_append_block(draft, &item->footnotes, block);
        } else if (goes_on_here(draft, block, item)) {
            Block copy = *block; /* a heading, for it says nothing of the matter */
            copy.kind = BLOCK_HEADING;
            copy.level = MAX(copy.level, 2);
            append(draft, item, SECTION_OTHER, &copy);
        } else if (ends_section(draft, i, end)) {
            Section section = {.kind = SECTION_OTHER, .page = block->page};
            draft_append_block(draft, &section.blocks, block);
            draft_append(&item->sections, sizeof section, &section);
        } else if (begins_treatment(draft, block, item) ||
                   (is_treatment(draft, block) &&
                    (i == own_from || (i < own_from && !is_treatment(draft, block + 1))))) {
            bool own = is_own_treatment(block, item);
            Section section = section_begin(draft, block, own ? SECTION_OTHER : SECTION_PREPARATION);
            draft_append(&item->sections, sizeof section, &section);
            theirs = !own && i < own_from;
        } else if (is_heading(draft, block, &look, &kind, &known) && !leads_in(draft, block, item)) {
            if (!known)
                draft_note(draft, NOTE_SECTION_UNKNOWN, block->page, block->id, block->text.s);
            Section section = section_begin(draft, block, theirs ? SECTION_PREPARATION : kind);
            draft_append(&item->sections, sizeof section, &section);
            headed = true;
            prose = false;
        } else if (theirs) {
            append(draft, item, SECTION_PREPARATION, block);
        } else if (take_inline(draft, block, &look, item)) {
            kind = g_array_index(item->sections, Section, item->sections->len - 1).kind;
            headed = headed || kind == SECTION_DECISION || kind == SECTION_PROPOSAL;
            prose = false;
        } else if (((!headed && !decided) || prose) && begins_decision(draft, i, end)) {
            bool earlier = !headed && is_earlier(draft, i, end);
            open_unheaded(draft, block, earlier ? SECTION_PREPARATION : SECTION_DECISION, item);
            decided = decided || !earlier;
            prose = false;
        } else if (begins_unheaded(draft, block, item, headed, &kind)) {
            open_unheaded(draft, block, kind, item);
            prose = true;
        } else if (prose && !headed && ends_unheaded(block, item)) {
            open_unheaded(draft, block, SECTION_OTHER, item);
        } else {
            append(draft, item, SECTION_OTHER, block);
        }
    }
}

/* "§ 12 forts.", the heading under which an item goes on, or its title said again there: the section that is
 * open goes on, too. */
static bool goes_on_here(const Draft *draft, const Block *block, const Item *item)
{
    if (block->kind == BLOCK_HEADING && block->page > item->page &&
        g_strcmp0(block->text.s, item->title.value) == 0)
        return true;
    const char *start = block->text.s;
    GMatchInfo *match;

    if ((block->kind != BLOCK_HEADING && block->kind != BLOCK_PARAGRAPH) || start == NULL ||
        item->number == NULL)
        return false;
    bool before = text_begins(start, "forts", &start);
    start += before ? strspn(start, ". ") : 0;
    match = draft_match(draft, FORM_ITEM, start);
    if (match == NULL)
        return false;
    const char *number = draft_group(draft, match, 2), *rest = draft_group(draft, match, 4);
    bool same = g_strcmp0(number, item->number) == 0 && (before || heading_is_continued(rest));
    g_match_info_free(match);
    return same;
}

/* A line of underscores typed below a section, before the next heading; it is no part of what was decided. */
static bool ends_section(const Draft *draft, guint index, guint end)
{
    const GArray *blocks = draft->blocks->blocks;
    const Block *block = &g_array_index(blocks, Block, index);
    const char *text = block->kind == BLOCK_PARAGRAPH && block->text.s ? block->text.s : "";

    return *text != '\0' && text[strspn(text, "_-=* ")] == '\0' &&
           (index + 1 == end || g_array_index(blocks, Block, index + 1).kind == BLOCK_HEADING);
}

/* "Nämnden beslutar" in plain type is no heading right below one, nor in a proposal that it goes on with. */
static bool leads_in(const Draft *draft, const Block *block, const Item *item)
{
    guint count = item->sections ? item->sections->len : 0;

    if (block->kind != BLOCK_PARAGRAPH || count == 0 || !section_says_decides(draft->profile, block->text.s))
        return false;
    const Section *open = &g_array_index(item->sections, Section, count - 1);
    const Block *before = &g_array_index(open->blocks, Block, open->blocks->len - 1);
    return open->blocks->len == 1 ||
           (open->kind == SECTION_PROPOSAL && before->text.s && !g_str_has_suffix(before->text.s, "."));
}

static bool has_look(const Block *block, const Look *look)
{
    return block->kind == look->kind && block->bold == look->bold && block->italic == look->italic &&
           ABS(block->size - look->size) < 0.3;
}

/* A short line that is neither of a list, a table nor a quotation. */
static bool can_be_heading(const Block *block)
{
    return (block->kind == BLOCK_HEADING || block->kind == BLOCK_PARAGRAPH) && block->text.s != NULL &&
           !block->quoted && strlen(block->text.s) <= 160;
}

/* The look of the first heading that a rule knows; headings of the kind BLOCK_HEADING go first. */
static bool learn_look(const Draft *draft, guint first, guint end, Look *look)
{
    bool found = false;

    for (guint i = first; i < end; i++) {
        const Block *block = &g_array_index(draft->blocks->blocks, Block, i);
        if (!can_be_heading(block) ||
            (found && (look->kind == BLOCK_HEADING || block->kind != BLOCK_HEADING)))
            continue;
        if (block->kind == BLOCK_PARAGRAPH &&
            profile_meaning(draft->profile, WORDS_SECTION, block->text.s) == NULL)
            continue;
        bool known;
        section_kind(draft->profile, block->text.s, &known);
        if (!known)
            continue;
        *look = (Look){block->kind, block->size, block->bold, block->italic};
        found = true;
    }
    return found;
}

static bool is_heading(const Draft *draft, const Block *block, const Look *look, SectionKind *kind,
                       bool *known)
{
    if (!can_be_heading(block))
        return false;
    *kind = section_kind(draft->profile, block->text.s, known);
    const char *nearly = *known ? NULL : heading_of_damaged(draft, block);
    if (nearly != NULL)
        *kind = section_kind(draft->profile, nearly, known);
    if (block->kind == BLOCK_HEADING)
        return *known ? has_look(block, look) || !block->italic || look->italic : has_look(block, look);
    /* A plain line is a heading only when it is exactly a known one, and the item has no others that look
     * unlike the text. */
    bool plain = !look->bold && !look->italic && ABS(block->size - look->size) < 0.3 && !block->bold;
    if (section_says_decides(draft->profile, block->text.s))
        return plain && look->kind != BLOCK_FIGURE;
    bool exact = profile_meaning(draft->profile, WORDS_SECTION, block->text.s) != NULL;
    return exact && (look->kind != BLOCK_HEADING || g_str_has_suffix(block->text.s, ":")) &&
           has_look(block, look);
}

static Section section_begin(const Draft *draft, const Block *block, SectionKind kind)
{
    Section section = {.kind = kind, .page = block->page};
    g_autofree char *heading = g_strdup(block->text.s);
    gsize length = strlen(heading);

    while (length > 0 && (heading[length - 1] == ':' || heading[length - 1] == ' '))
        heading[--length] = '\0';
    section.heading = draft_string(draft, heading, -1);

    Block copy = block_copy(block, draft->meeting->chunk);
    copy.kind = BLOCK_HEADING;
    copy.level = MAX(copy.level, 2);
    draft_append(&section.blocks, sizeof copy, &copy);
    return section;
}

static bool is_unheaded_decision(const Item *item)
{
    guint count = item->sections ? item->sections->len : 0;
    const Section *open = count > 0 ? &g_array_index(item->sections, Section, count - 1) : NULL;

    return open != NULL && open->kind == SECTION_DECISION && open->heading == NULL;
}

/* "Beslut: Ärendet utgår." in one block becomes a heading and its text. */
static bool take_inline(const Draft *draft, const Block *block, const Look *look, Item *item)
{
    const char *rest;
    bool row = block->kind == BLOCK_ROW;

    if (block->kind != BLOCK_PARAGRAPH && !row)
        return false;
    const char *line = row ? draft_cell(block, 0) : block->text.s;
    if (line == NULL || block->quoted)
        return false;
    const Word *word = profile_prefix(draft->profile, WORDS_SECTION, line, &rest);
    const char *colon = strchr(line, ':');
    if (word == NULL || (row ? *rest != '\0' : colon == NULL || colon >= rest || *rest == '\0'))
        return false;
    bool known, fits = row;
    SectionKind kind = section_kind(draft->profile, word->text, &known);
    /* An item without headings on lines of their own has all of them so; "Uppföljning: …" can be decided. */
    if (look->kind == BLOCK_FIGURE && g_unichar_isupper(g_utf8_get_char(rest)))
        fits = fits || !is_unheaded_decision(item) ||
               (kind != SECTION_BACKGROUND && kind != SECTION_SUMMARY && kind != SECTION_ASSESSMENT);
    for (gsize i = 0; i < G_N_ELEMENTS(inline_kinds); i++)
        fits = fits || inline_kinds[i] == kind;
    if (!fits)
        return false;

    GStringChunk *chunk = draft->meeting->chunk;
    g_autofree char *id = g_strconcat(block->id ? block->id : "", "-2", NULL);
    Block heading = {
        .id = block->id, .kind = BLOCK_HEADING, .page = block->page, .level = 2, .bold = block->bold};
    Block body = {.id = g_string_chunk_insert(chunk, id), .page = block->page, .last_page = block->last_page};
    body.kind = BLOCK_PARAGRAPH;
    if (row) {
        const Row *cells = &g_array_index(block->rows, Row, 0);
        heading.text = text_copy(&g_array_index(cells->cells, Cell, 0).text, chunk);
        if (cells->cells->len > 1)
            body.text = text_copy(&g_array_index(cells->cells, Cell, 1).text, chunk);
    } else {
        gsize length = (gsize)(rest - line);
        heading.text = text_slice(&block->text, 0, length, chunk);
        body.text = text_slice(&block->text, length, strlen(rest), chunk);
    }
    Section section = section_begin(draft, &heading, kind);
    text_clear(&heading.text);
    if (body.text.s != NULL)
        draft_append(&section.blocks, sizeof body, &body);
    draft_append(&item->sections, sizeof section, &section);
    return true;
}

/* "Kommunstyrelsen 2022-09-05 § 186" after a decision: another treatment of the matter begins. */
static bool begins_treatment(const Draft *draft, const Block *block, const Item *item)
{
    if (item->sections == NULL || item->sections->len == 0)
        return false;
    SectionKind open = g_array_index(item->sections, Section, item->sections->len - 1).kind;
    return (open == SECTION_DECISION || open == SECTION_PROPOSAL) && is_treatment(draft, block);
}

/* A body, a day and a §, and nothing else. */
static bool is_treatment(const Draft *draft, const Block *block)
{
    if (block->text.s == NULL || block->quoted || strlen(block->text.s) > 90 ||
        (block->kind != BLOCK_PARAGRAPH && block->kind != BLOCK_HEADING) ||
        strstr(block->text.s, "§") == NULL)
        return false;
    g_autoptr(GArray) dates = g_array_new(FALSE, FALSE, sizeof(const char *));
    dates_in(draft, block->text.s, dates);
    gsize last = strlen(block->text.s) - 1;
    bool ends = g_ascii_isdigit(block->text.s[last]) || g_str_has_suffix(block->text.s, "§");
    g_auto(GStrv) words = g_strsplit(block->text.s, " ", 5);
    bool body = false;
    for (char **word = words; *word && word < words + 4; word++)
        body = body || is_body_word(draft, *word, false);
    return dates->len == 1 && ends && body && g_unichar_isupper(g_utf8_get_char(block->text.s));
}

static bool is_own_treatment(const Block *block, const Item *item)
{
    g_autofree char *before = g_strdup_printf(" %s §", item->number);
    g_autofree char *after = g_strdup_printf("§ %s", item->number);

    return strstr(block->text.s, before) != NULL || g_str_has_suffix(block->text.s, after);
}

/* Where the last of several treatments that the item tells of is the one of this meeting, as in Finland, the
 * line that begins it; else 0. */
static guint own_treatment(const Draft *draft, guint first, guint end, const Item *item)
{
    guint own = 0;
    bool others = false;

    for (guint i = first; i < end && item->number != NULL; i++) {
        const Block *block = &g_array_index(draft->blocks->blocks, Block, i);
        if (!is_treatment(draft, block))
            continue;
        own = is_own_treatment(block, item) ? i : 0;
        others = others || own == 0;
    }
    return others ? own : 0;
}

/* The line from which an item without headings decides: it says "beslutar", and what is decided
 * follows it as att-clauses or a list, or in the same sentence. */
static bool begins_decision(const Draft *draft, guint index, guint end)
{
    static const char *const verbs[] = {"beslutar", "beslutade", "beslöt", "föreslår"};
    const Block *block = &g_array_index(draft->blocks->blocks, Block, index);

    if (block->kind != BLOCK_PARAGRAPH || block->quoted || block->text.s == NULL)
        return false;
    const char *text = block->text.s;
    bool decides = false;
    for (gsize i = 0; i < G_N_ELEMENTS(verbs); i++)
        decides = decides || text_has_word(text, verbs[i]);
    if (!decides || strlen(text) > 600)
        return false;
    g_autofree char *key = text_key(text);
    if (g_str_has_suffix(key, " att") || g_str_has_suffix(text, ":") || g_str_has_suffix(key, "beslutar"))
        return true;
    if (index + 1 < end) {
        const Block *next = &g_array_index(draft->blocks->blocks, Block, index + 1);
        if (next->kind == BLOCK_ITEM || (next->text.s && text_begins(next->text.s, "att ", NULL)))
            return true;
    }
    /* "Nämnden beslutar att lägga rapporten till handlingarna." */
    gsize sentence = text_sentence(text);
    g_autofree char *opening = g_strndup(text, sentence);
    return text_has_word(opening, "beslutar") && strlen(text) < 400;
}

/* True when the decision that begins at `index` is one that the minutes tell of, and the board's own follows:
 * "Kommunstyrelsen föreslår kommunfullmäktige besluta att …", "… beslutade den 3 mars § 12 att …". */
static bool is_earlier(const Draft *draft, guint index, guint end)
{
    const GArray *blocks = draft->blocks->blocks;
    const char *text = g_array_index(blocks, Block, index).text.s;
    g_autoptr(GArray) dates = g_array_new(FALSE, FALSE, sizeof(const char *));
    g_autofree char *opening = g_strndup(text, text_sentence(text));

    dates_in(draft, opening, dates);
    if (text_has_word(opening, "beslutar") || (text_has_word(opening, "beslutade") && dates->len == 0))
        return false;
    for (guint i = index + 1; i < end; i++)
        if (begins_decision(draft, i, end) &&
            text_has_word(g_array_index(blocks, Block, i).text.s, "beslutar"))
            return true;
    return false;
}

/* Paragraphs that say by themselves which section they are, where none has a heading, or after what was
 * decided. `words` stand in the first sentence, at its start where no person stands before them. */
static const struct {
    const char *words;
    SectionKind kind;
    bool person; /* said of somebody named before */
    bool after;  /* also where the items' sections have headings, after a decision */
} openings[] = {
    {"reserverar sig", SECTION_RESERVATION, true, true},
    {"reserverade sig", SECTION_RESERVATION, true, true},
    {"reserverat sig", SECTION_RESERVATION, true, true},
    {"anmäler reservation", SECTION_RESERVATION, true, true},
    {"anmäler skriftlig reservation", SECTION_RESERVATION, true, true},
    {"anmälde avvikande åsikt", SECTION_RESERVATION, true, true},
    {"anmäler avvikande åsikt", SECTION_RESERVATION, true, true},
    {"mot beslutet reserverar sig", SECTION_RESERVATION, false, true},
    {"mot beslutet anmäls reservation", SECTION_RESERVATION, false, true},
    {"deltar inte i beslutet", SECTION_NOT_TAKING_PART, true, true},
    {"deltar ej i beslutet", SECTION_NOT_TAKING_PART, true, true},
    {"deltog inte i beslutet", SECTION_NOT_TAKING_PART, true, true},
    {"deltog ej i beslutet", SECTION_NOT_TAKING_PART, true, true},
    {"anmäler jäv", SECTION_CONFLICT, true, true},
    {"anmälde jäv", SECTION_CONFLICT, true, true},
    {"på grund av jäv deltar", SECTION_CONFLICT, false, true},
    {"på grund av jäv", SECTION_CONFLICT, true, true},
    {"yrkar", SECTION_MOTIONS, true, false},
    {"yrkade", SECTION_MOTIONS, true, false},
    {"ordföranden ställer", SECTION_PROCEDURE, false, false},
    {"ordföranden ställde", SECTION_PROCEDURE, false, false},
    {"ordföranden finner", SECTION_PROCEDURE, false, false},
    {"ordföranden fann", SECTION_PROCEDURE, false, false},
    {"ordföranden frågar", SECTION_PROCEDURE, false, false},
    {"ordföranden prövar", SECTION_PROCEDURE, false, false},
    {"omröstning begärs", SECTION_PROCEDURE, false, false},
    {"votering begärs", SECTION_PROCEDURE, false, false},
    {"paragrafen förklaras", SECTION_ADJUSTMENT, false, false},
    {"paragrafen justeras", SECTION_ADJUSTMENT, false, false},
    {"paragrafen är omedelbart", SECTION_ADJUSTMENT, false, false},
    {"denna paragraf justeras", SECTION_ADJUSTMENT, false, false},
    {"denna paragraf förklaras", SECTION_ADJUSTMENT, false, false},
    {"ärendet justeras omedelbart", SECTION_ADJUSTMENT, false, false},
    {"punkten justeras omedelbart", SECTION_ADJUSTMENT, false, false},
};

static bool begins_unheaded(const Draft *draft, const Block *block, const Item *item, bool headed,
                            SectionKind *kind)
{
    const char *text = block->text.s;
    guint count = item->sections ? item->sections->len : 0;
    const Section *last = count > 0 ? &g_array_index(item->sections, Section, count - 1) : NULL;
    SectionKind open = last ? last->kind : SECTION_OTHER;
    bool before = open == SECTION_OTHER || open == SECTION_SUMMARY ||
                  (last->heading == NULL && (open == SECTION_MOTIONS || open == SECTION_PROCEDURE));
    /* the first words under "Beslut" are what was decided, whatever they are: "Anna Berg (S) anmäler jäv" */
    bool after = !before && (last->heading == NULL || (open == SECTION_DECISION && last->blocks->len > 1));

    if (block->kind != BLOCK_PARAGRAPH || block->quoted || text == NULL ||
        (headed && ((!before && !after) || last == NULL)))
        return false;
    g_autofree char *opening = g_strndup(text, text_sentence(text));
    g_autofree char *folded = g_utf8_strdown(opening, -1);
    g_autoptr(GArray) dates = g_array_new(FALSE, FALSE, sizeof(const char *));
    Mention mention;
    dates_in(draft, opening, dates);
    bool told = dates->len > 0 || strstr(folded, " motion ") != NULL; /* of another day, or in a motion */
    bool person = (person_at(draft, opening, &mention) && (mention.party != NULL || mention.start == 0)) ||
                  text_begins(folded, "ordföranden ", NULL) || persons_by_party(draft, opening);
    for (gsize i = 0; i < G_N_ELEMENTS(openings); i++) {
        bool says = openings[i].person ? person && text_has_word(folded, openings[i].words)
                                       : text_begins(folded, openings[i].words, NULL);
        /* that it is adjusted at once can be decided, too */
        bool adjusted = openings[i].kind == SECTION_ADJUSTMENT && after && last->heading == NULL;
        if (!says || (headed && openings[i].after != after && !adjusted) ||
            (told && openings[i].kind == SECTION_MOTIONS))
            continue;
        *kind = openings[i].kind;
        return true;
    }
    return false;
}

/* A paragraph that goes on with other things; of a procedure, all up to the decision is part. */
static bool ends_unheaded(const Block *block, const Item *item)
{
    SectionKind open = g_array_index(item->sections, Section, item->sections->len - 1).kind;

    return open != SECTION_PROCEDURE && block->kind == BLOCK_PARAGRAPH && block->text.s != NULL &&
           g_unichar_isupper(g_utf8_get_char(block->text.s));
}

static void open_unheaded(const Draft *draft, const Block *block, SectionKind kind, Item *item)
{
    guint count = item->sections ? item->sections->len : 0;

    if (count > 0) {
        Section *last = &g_array_index(item->sections, Section, count - 1);
        if (last->kind == kind && last->heading == NULL) {
            draft_append_block(draft, &last->blocks, block);
            return;
        }
    }
    Section section = {.kind = kind, .page = block->page};
    draft_append_block(draft, &section.blocks, block);
    draft_append(&item->sections, sizeof section, &section);
}

/* A block of the section that is open; before any, one without heading begins. */
static void append(const Draft *draft, Item *item, SectionKind kind, const Block *block)
{
    if (item->sections == NULL || item->sections->len == 0) {
        Section section = {.kind = kind, .page = block->page};
        draft_append(&item->sections, sizeof section, &section);
    }
    Section *section = &g_array_index(item->sections, Section, item->sections->len - 1);
    draft_append_block(draft, &section->blocks, block);
}
