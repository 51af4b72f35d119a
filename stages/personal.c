/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Personal: the personal data of a meeting, each with its places and a reason, for the reviewer and the mask.
 */
#include "personal.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "personal_parts.h"

enum { ID_LENGTH = 12, AROUND = 40 /* bytes of context */ };

static const struct {
    PersonalProposal proposal;
    const char *text;
} rules[] = {
#define RULE_ROW(constant, code, proposal, text) [constant] = {PERSONAL_PROPOSE_##proposal, text},
    PERSONAL_RULES(RULE_ROW)
#undef RULE_ROW
};

static void search_meeting(PersonalSearch *search, const Meeting *meeting);
static void search_item(PersonalSearch *search, const Item *item);
static void search_blocks(PersonalSearch *search, const GArray *blocks);
static void search_text(PersonalSearch *search, const Text *text);
static void search_string(PersonalSearch *search, const char *s);
static GPtrArray *roles_of(const Meeting *meeting);
static void add_persons(GPtrArray *roles, const GArray *persons, gsize size);
static void add_facts(GPtrArray *roles, const GArray *facts);
static void add_name(GPtrArray *roles, const char *name);
static const char *id_of(Personal *personal, PersonalKind kind, const char *words);
static bool decide_found(Personal *personal, const PersonalFinding *decided);
static void add_decided(Personal *personal, const PersonalFinding *decided);
static const char *words_around(PersonalSearch *search, gsize start, gsize length);

Personal *personal_from_meeting(const Meeting *meeting, const Profile *profile)
{
    Personal *personal = g_new0(Personal, 1);
    personal->chunk = g_string_chunk_new(1024);
    personal->findings = g_array_new(FALSE, TRUE, sizeof(PersonalFinding));
    if (meeting->file)
        personal->file = g_string_chunk_insert(personal->chunk, meeting->file);
    if (meeting->sha256)
        personal->sha256 = g_string_chunk_insert(personal->chunk, meeting->sha256);

    g_autoptr(GPtrArray) roles = roles_of(meeting);
    g_autoptr(GHashTable) by_id = g_hash_table_new(g_str_hash, g_str_equal);
    PersonalSearch search = {.personal = personal, .profile = profile, .by_id = by_id, .roles = roles};
    if (meeting->dates && meeting->dates->len)
        search.year = atoi(g_array_index(meeting->dates, Fact, 0).value);
    search.collecting = true;
    search_meeting(&search, meeting);
    search.collecting = false;
    search_meeting(&search, meeting);
    return personal;
}

bool personal_is_masked(const PersonalFinding *finding)
{
    return finding->decision == PERSONAL_UNDECIDED ? finding->proposal != PERSONAL_PROPOSE_KEEP
                                                   : finding->decision == PERSONAL_DECIDED_MASK;
}

/* ---- what is searched ---- */

static void search_meeting(PersonalSearch *search, const Meeting *meeting)
{
    search_string(search, meeting->file);
    search_string(search, meeting->title);
    search_blocks(search, meeting->front);
    for (guint i = 0; meeting->items && i < meeting->items->len; i++)
        search_item(search, &g_array_index(meeting->items, Item, i));
    for (guint i = 0; meeting->further && i < meeting->further->len; i++)
        search_item(search, &g_array_index(meeting->further, Item, i));
    search_blocks(search, meeting->closing);
    for (guint i = 0; meeting->attachments && i < meeting->attachments->len; i++)
        search_blocks(search, g_array_index(meeting->attachments, Attachment, i).blocks);
    for (guint i = 0; meeting->dropped && i < meeting->dropped->len; i++) {
        const Dropped *dropped = &g_array_index(meeting->dropped, Dropped, i);
        search->page = dropped->page;
        search->block = dropped->id;
        search_string(search, dropped->text);
    }
}

/* An item is about an individual when its title says so. */
static void search_item(PersonalSearch *search, const Item *item)
{
    g_autofree char *number = item->number ? g_strdup_printf("§ %s", item->number) : NULL;
    search->item = number ? g_string_chunk_insert_const(search->personal->chunk, number) : NULL;
    search->individual = item->title.value && personal_says(search->profile, "enskild", item->title.value);
    if (!item->head || item->head->len == 0) { /* as in a list of further items */
        search->page = item->page;
        search_string(search, item->title.value);
    }
    search_blocks(search, item->head);
    for (guint i = 0; item->sections && i < item->sections->len; i++)
        search_blocks(search, g_array_index(item->sections, Section, i).blocks);
    search_blocks(search, item->footnotes);
    search->item = NULL;
    search->individual = false;
}

static void search_blocks(PersonalSearch *search, const GArray *blocks)
{
    for (guint i = 0; blocks && i < blocks->len; i++) {
        const Block *block = &g_array_index(blocks, Block, i);
        search->page = block->page;
        search->block = block->id;
        search_text(search, &block->text);
        for (guint j = 0; block->rows && j < block->rows->len; j++) {
            const Row *row = &g_array_index(block->rows, Row, j);
            search->page = row->page ? row->page : block->page;
            for (guint k = 0; row->cells && k < row->cells->len; k++)
                search_text(search, &g_array_index(row->cells, Cell, k).text);
        }
    }
    search->block = NULL;
    search->page = 0;
}

/* The text, and where its links lead: "mailto:" is seen by no reader and published all the same. */
static void search_text(PersonalSearch *search, const Text *text)
{
    search_string(search, text->s);
    for (guint i = 0; text->marks && i < text->marks->len; i++) {
        const Mark *mark = &g_array_index(text->marks, Mark, i);
        if (mark->kind == MARK_LINK)
            search_string(search, mark->value);
    }
}

static void search_string(PersonalSearch *search, const char *s)
{
    if (!s || !*s)
        return;
    search->s = s;
    search->numbered = false;
    if (search->collecting) {
        personal_collect_movers(search);
        return;
    }
    personal_search_numbers(search);
    personal_search_phones(search);
    personal_search_emails(search);
    personal_search_addresses(search);
    if (search->individual)
        personal_search_births(search);
    if (search->individual || search->numbered)
        personal_search_names(search);
}

/* ---- findings ---- */

void personal_found(PersonalSearch *search, PersonalKind kind, PersonalRule rule, gsize start, gsize length)
{
    Personal *personal = search->personal;
    g_autofree char *words = g_strndup(search->s + start, length);
    const char *id = id_of(personal, kind, words);
    guint index = GPOINTER_TO_UINT(g_hash_table_lookup(search->by_id, id));
    if (index == 0) {
        PersonalFinding finding = {.id = id,
                                   .kind = kind,
                                   .proposal = rules[rule].proposal,
                                   .rule = rule,
                                   .reason = rules[rule].text,
                                   .words = g_string_chunk_insert(personal->chunk, words),
                                   .places = g_array_new(FALSE, TRUE, sizeof(PersonalPlace))};
        g_array_append_val(personal->findings, finding);
        index = personal->findings->len;
        g_hash_table_insert(search->by_id, (char *)finding.id, GUINT_TO_POINTER(index));
    }
    PersonalFinding *finding = &g_array_index(personal->findings, PersonalFinding, index - 1);
    /* What gives more reason to mask at one place holds for the words everywhere. */
    if (finding->proposal != PERSONAL_PROPOSE_MASK && rules[rule].proposal == PERSONAL_PROPOSE_MASK) {
        finding->proposal = rules[rule].proposal;
        finding->rule = rule;
        finding->reason = rules[rule].text;
    }
    PersonalPlace place = {
        .page = search->page,
        .block = search->block ? g_string_chunk_insert_const(personal->chunk, search->block) : NULL,
        .item = search->item,
        .context = words_around(search, start, length)};
    g_array_append_val(finding->places, place);
}

/* A digest of kind and words, letter case aside. */
static const char *id_of(Personal *personal, PersonalKind kind, const char *words)
{
    g_autofree char *folded = g_utf8_casefold(words, -1);
    g_autofree char *keyed = g_strdup_printf("%d\n%s", (int)kind, folded);
    g_autofree char *digest = g_compute_checksum_for_string(G_CHECKSUM_SHA256, keyed, -1);
    digest[0] = (char)('a' + digest[0] % 16); /* a name in XML begins with a letter */
    return g_string_chunk_insert_len(personal->chunk, digest, ID_LENGTH);
}

/* Whole words of the text before and behind, with "…" where it goes on. */
static const char *words_around(PersonalSearch *search, gsize start, gsize length)
{
    const char *s = search->s;
    gsize total = strlen(s), from = start > AROUND ? start - AROUND : 0;
    gsize to = MIN(total, start + length + AROUND);
    while (from > 0 && from < start && s[from - 1] != ' ')
        from++;
    while (to < total && to > start + length && s[to] != ' ')
        to--;
    g_autofree char *around =
        g_strdup_printf("%s%.*s%s", from ? "…" : "", (int)(to - from), s + from, to < total ? "…" : "");
    return g_string_chunk_insert(search->personal->chunk, around);
}

/* ---- the reviewer ---- */

void personal_decide(Personal *personal, const Personal *decisions)
{
    for (guint i = 0; i < decisions->findings->len; i++) {
        const PersonalFinding *decided = &g_array_index(decisions->findings, PersonalFinding, i);
        if (decided->decision == PERSONAL_UNDECIDED || !decided->words || !*decided->words)
            continue;
        if (!decide_found(personal, decided) && decided->decision == PERSONAL_DECIDED_MASK)
            add_decided(personal, decided);
    }
}

/* The words decide, whatever they were taken for. False where no rule finds them. */
static bool decide_found(Personal *personal, const PersonalFinding *decided)
{
    g_autofree char *words = g_utf8_casefold(decided->words, -1);
    bool found = false;
    for (guint i = 0; i < personal->findings->len; i++) {
        PersonalFinding *finding = &g_array_index(personal->findings, PersonalFinding, i);
        g_autofree char *these = g_utf8_casefold(finding->words, -1);
        if (strcmp(these, words) != 0)
            continue;
        finding->decision = decided->decision;
        found = true;
    }
    return found;
}

/* Words of the reviewer's own; where they stand the mask will see. */
static void add_decided(Personal *personal, const PersonalFinding *decided)
{
    PersonalFinding finding = {.id = id_of(personal, decided->kind, decided->words),
                               .kind = decided->kind,
                               .proposal = PERSONAL_PROPOSE_MASK,
                               .decision = PERSONAL_DECIDED_MASK,
                               .rule = PERSONAL_RULE_REVIEWER,
                               .reason = rules[PERSONAL_RULE_REVIEWER].text,
                               .words = g_string_chunk_insert(personal->chunk, decided->words),
                               .places = g_array_new(FALSE, TRUE, sizeof(PersonalPlace))};
    g_array_append_val(personal->findings, finding);
}

/* ---- who has a role ---- */

/* Names of all who are there, move, vote, sign, answer for an item: elected or in office. */
static GPtrArray *roles_of(const Meeting *meeting)
{
    GPtrArray *roles = g_ptr_array_new();
    for (guint i = 0; meeting->attendance && i < meeting->attendance->len; i++) {
        const Attendee *attendee = &g_array_index(meeting->attendance, Attendee, i);
        add_name(roles, attendee->person.name);
        add_name(roles, attendee->stands_for);
    }
    add_name(roles, meeting->chair.value);
    add_name(roles, meeting->secretary.value);
    add_facts(roles, meeting->adjusters);
    add_persons(roles, meeting->signatures, sizeof(Signature));
    for (guint i = 0; meeting->items && i < meeting->items->len; i++) {
        const Item *item = &g_array_index(meeting->items, Item, i);
        const GArray *const persons[] = {item->reservations, item->not_taking_part, item->conflicts,
                                         item->record_notes, item->statements,      item->participants};
        for (gsize j = 0; j < G_N_ELEMENTS(persons); j++)
            add_persons(roles, persons[j], sizeof(Person));
        add_persons(roles, item->motions, sizeof(Motion));
        add_facts(roles, item->responsible);
        add_facts(roles, item->officers);
        for (guint j = 0; item->votes && j < item->votes->len; j++)
            add_persons(roles, g_array_index(item->votes, Vote, j).ballots, sizeof(Ballot));
    }
    return roles;
}

/* The members, of `size` bytes, begin with a Person. */
static void add_persons(GPtrArray *roles, const GArray *persons, gsize size)
{
    for (guint i = 0; persons && i < persons->len; i++)
        add_name(roles, ((const Person *)(gconstpointer)(persons->data + i * size))->name);
}

static void add_facts(GPtrArray *roles, const GArray *facts)
{
    for (guint i = 0; facts && i < facts->len; i++)
        add_name(roles, g_array_index(facts, Fact, i).value);
}

static void add_name(GPtrArray *roles, const char *name)
{
    if (name && *name)
        g_ptr_array_add(roles, (char *)name);
}

bool personal_has_role(const PersonalSearch *search, const char *name)
{
    for (guint i = 0; i < search->roles->len; i++)
        if (text_has_word(g_ptr_array_index(search->roles, i), name))
            return true;
    return false;
}

/* ---- words of the profile ---- */

bool personal_says(const Profile *profile, const char *meaning, const char *s)
{
    const GArray *words = profile_words(profile, WORDS_PERSONAL);
    for (guint i = 0; i < words->len; i++) {
        const Word *word = &g_array_index(words, Word, i);
        if (g_strcmp0(word->meaning, meaning) == 0 && text_has_word(s, word->text))
            return true;
    }
    return false;
}

const char *personal_label(const PersonalSearch *search, gsize start)
{
    enum { NEAR = 32 };
    gsize from = start > NEAR ? start - NEAR : 0;
    for (gsize i = from; i < start; i++)
        if (g_ascii_isdigit(search->s[i]))
            from = i + 1;
    while (from < start && ((guchar)search->s[from] & 0xC0) == 0x80)
        from++;
    const GArray *words = profile_words(search->profile, WORDS_PERSONAL);
    const char *meaning = NULL;
    for (gsize at = from; at < start; at += (gsize)(g_utf8_next_char(search->s + at) - (search->s + at))) {
        if (personal_touches_before(search->s, at))
            continue;
        for (guint i = 0; i < words->len; i++) {
            const Word *word = &g_array_index(words, Word, i);
            const char *rest;
            if (g_str_has_prefix(word->meaning, "nr-") && text_begins(search->s + at, word->key, &rest) &&
                rest <= search->s + start && !g_unichar_isalpha(g_utf8_get_char(rest)))
                meaning = word->meaning;
        }
    }
    return meaning;
}

bool personal_touches_before(const char *s, gsize at)
{
    return at > 0 && text_is_letter_or_digit(g_utf8_get_char(g_utf8_prev_char(s + at)));
}

bool personal_touches_after(const char *s, gsize at)
{
    return text_is_letter_or_digit(g_utf8_get_char(s + at));
}
