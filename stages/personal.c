/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Personal: the personal data of a meeting, each with its places and a reason, for the reviewer and the mask.
 */
#include "personal.h"

#include <stdlib.h>
#include <string.h>

#include "base/notes.h"
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
static void search_items(PersonalSearch *search, const GArray *items);
static void search_item(PersonalSearch *search, const Item *item);
static void search_blocks(PersonalSearch *search, const GArray *blocks);
static void search_row(PersonalSearch *search, const Row *row);
static void search_links(PersonalSearch *search, const Text *text);
static void search_string(PersonalSearch *search, const char *s);
static void search_data(PersonalSearch *search, const char *s);
static void search_persons(PersonalSearch *search, const char *s);
static void add_persons(GPtrArray *roles, const GArray *persons, gsize size);
static void add_facts(GPtrArray *roles, const GArray *facts);
static void add_name(GPtrArray *roles, const char *name);
static const char *id_of(Personal *personal, PersonalKind kind, const char *words);
static bool decide_found(Personal *personal, const PersonalFinding *decided);
static void search_decided(PersonalSearch *search);
static void end_decided(PersonalSearch *search, const PersonalFinding *decided, guint first);
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

    g_autoptr(GPtrArray) roles = personal_roles(meeting);
    g_autoptr(GHashTable) by_id = g_hash_table_new(g_str_hash, g_str_equal);
    PersonalSearch search = {.personal = personal, .profile = profile, .by_id = by_id, .roles = roles};
    if (meeting->dates && meeting->dates->len)
        search.year = atoi(g_array_index(meeting->dates, Fact, 0).value);
    g_autoptr(GPtrArray) named = g_ptr_array_new();
    g_autoptr(GHashTable) unreadable = g_hash_table_new(NULL, NULL);
    search.named = named;
    search.unreadable = unreadable;
    for (guint i = 0; meeting->notes && i < meeting->notes->len; i++) {
        const Note *note = &g_array_index(meeting->notes, Note, i);
        if (note->kind == NOTE_PAGE_UNREADABLE)
            g_hash_table_add(unreadable, GINT_TO_POINTER(note->page));
    }
    search.pass = SEARCH_MOVERS;
    search_meeting(&search, meeting);
    search.pass = SEARCH_DATA;
    search_meeting(&search, meeting);
    return personal;
}

bool personal_is_masked(const PersonalFinding *finding)
{
    return finding->decision == PERSONAL_UNDECIDED ? finding->proposal != PERSONAL_PROPOSE_KEEP
                                                   : finding->decision == PERSONAL_DECIDED_MASK;
}

bool personal_is_local(const PersonalFinding *finding)
{
    return finding->rule == PERSONAL_RULE_NAME_ALONE || finding->rule == PERSONAL_RULE_INITIALS;
}

/* ---- what is searched ---- */

static void search_meeting(PersonalSearch *search, const Meeting *meeting)
{
    search->scope = 0;
    search_string(search, meeting->file);
    search_string(search, meeting->title);
    search_blocks(search, meeting->front);
    search_items(search, meeting->items);
    search_items(search, meeting->further);
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

/* An item is about an individual when its title says so. Who that is has names of one word too, which are
 * known when the whole item has been searched. */
static void search_items(PersonalSearch *search, const GArray *items)
{
    guint before = search->scope;
    for (guint i = 0; items && i < items->len; i++) {
        const Item *item = &g_array_index(items, Item, i);
        g_autofree char *number = item->number ? g_strdup_printf("§ %s", item->number) : NULL;
        search->item = number ? g_string_chunk_insert_const(search->personal->chunk, number) : NULL;
        search->individual =
            item->title.value && personal_says(search->profile, "enskild", item->title.value);
        search->scope = before + i + 1;
        search_item(search, item);
        if (search->individual && search->pass == SEARCH_DATA) {
            search->pass = SEARCH_ALONE;
            search_item(search, item);
            search->pass = SEARCH_DATA;
        }
        if (search->named)
            g_ptr_array_set_size(search->named, 0);
        search->item = NULL;
        search->individual = false;
    }
    search->scope = 0;
}

static void search_item(PersonalSearch *search, const Item *item)
{
    if (!item->head || item->head->len == 0) { /* as in a list of further items */
        search->page = item->page;
        search_string(search, item->title.value);
    }
    search_blocks(search, item->head);
    for (guint i = 0; item->sections && i < item->sections->len; i++)
        search_blocks(search, g_array_index(item->sections, Section, i).blocks);
    search_blocks(search, item->footnotes);
}

static void search_blocks(PersonalSearch *search, const GArray *blocks)
{
    for (guint i = 0; blocks && i < blocks->len; i++) {
        const Block *block = &g_array_index(blocks, Block, i);
        search->page = block->page;
        search->block = block->id;
        search_string(search, block->text.s);
        search_links(search, &block->text);
        for (guint j = 0; block->rows && j < block->rows->len; j++) {
            const Row *row = &g_array_index(block->rows, Row, j);
            search->page = row->page ? row->page : block->page;
            search_row(search, row);
        }
    }
    search->block = NULL;
    search->page = 0;
}

/* A number in one cell says whose the name in another is. */
static void search_row(PersonalSearch *search, const Row *row)
{
    guint cells = row->cells ? row->cells->len : 0;
    search->numbered = false;
    for (guint i = 0; i < cells; i++)
        search_data(search, g_array_index(row->cells, Cell, i).text.s);
    for (guint i = 0; i < cells; i++)
        search_persons(search, g_array_index(row->cells, Cell, i).text.s);
    for (guint i = 0; i < cells; i++)
        search_links(search, &g_array_index(row->cells, Cell, i).text);
}

/* Where links lead: "mailto:" is seen by no reader and published all the same. */
static void search_links(PersonalSearch *search, const Text *text)
{
    for (guint i = 0; text->marks && i < text->marks->len; i++) {
        const Mark *mark = &g_array_index(text->marks, Mark, i);
        if (mark->kind == MARK_LINK)
            search_string(search, mark->value);
    }
}

static void search_string(PersonalSearch *search, const char *s)
{
    search->numbered = false;
    search_data(search, s);
    search_persons(search, s);
}

/* What is personal data wherever it stands. */
static void search_data(PersonalSearch *search, const char *s)
{
    if (!s || !*s || search->pass == SEARCH_ALONE)
        return;
    g_auto(PlainText) plain = {0};
    plain_text_read(&plain, s);
    search->s = plain.s;
    if (search->pass == SEARCH_MOVERS) {
        personal_collect_movers(search);
        return;
    }
    if (search->pass == SEARCH_DECIDED) {
        search_decided(search);
        return;
    }
    personal_search_numbers(search);
    personal_search_phones(search);
    personal_search_emails(search);
    personal_search_addresses(search);
}

/* What is personal data where it is about an individual. Outside of items a text says itself whether it is.
 */
static void search_persons(PersonalSearch *search, const char *s)
{
    if (!s || !*s || search->pass == SEARCH_MOVERS || search->pass == SEARCH_DECIDED)
        return;
    g_auto(PlainText) plain = {0};
    plain_text_read(&plain, s);
    search->s = plain.s;
    search->name_end = 0;
    bool individual = search->individual;
    if (!search->scope)
        search->individual = personal_says(search->profile, "enskild", search->s);
    if (search->pass == SEARCH_DATA && search->individual) {
        personal_search_births(search);
        personal_search_properties(search);
    }
    if (search->pass == SEARCH_DATA && (search->individual || search->numbered))
        personal_search_names(search);
    if (search->pass == SEARCH_ALONE || (!individual && (search->individual || search->numbered)))
        personal_search_alone(search);
    search->individual = individual;
}

/* ---- findings ---- */

void personal_found(PersonalSearch *search, PersonalKind kind, PersonalRule rule, gsize start, gsize length)
{
    Personal *personal = search->personal;
    g_autofree char *words = g_strndup(search->s + start, length);
    bool letters = kind == PERSONAL_ADDRESS || kind == PERSONAL_EMAIL; /* and not digits tell what it is */
    if (letters && search->unreadable && rules[rule].proposal == PERSONAL_PROPOSE_MASK &&
        g_hash_table_contains(search->unreadable, GINT_TO_POINTER(search->page)))
        rule = PERSONAL_RULE_UNREADABLE;
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
        .scope = search->scope,
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

void personal_decide(Personal *personal, const Meeting *meeting, const Profile *profile,
                     const Personal *decisions)
{
    g_autoptr(GPtrArray) own = g_ptr_array_new(); /* of PersonalFinding: words of no rule's */
    for (guint i = 0; i < decisions->findings->len; i++) {
        PersonalFinding *decided = &g_array_index(decisions->findings, PersonalFinding, i);
        if (decided->decision != PERSONAL_UNDECIDED && decided->words && *decided->words &&
            !decide_found(personal, decided))
            g_ptr_array_add(own, decided);
    }
    if (own->len == 0)
        return;
    guint rules_found = personal->findings->len;
    g_autoptr(GHashTable) by_id = g_hash_table_new(g_str_hash, g_str_equal);
    PersonalSearch search = {
        .personal = personal, .profile = profile, .by_id = by_id, .pass = SEARCH_DECIDED, .decided = own};
    search_meeting(&search, meeting);
    for (guint i = 0; i < own->len; i++)
        end_decided(&search, g_ptr_array_index(own, i), rules_found);
}

/* Places of words of the reviewer's own, in the text that is searched. */
static void search_decided(PersonalSearch *search)
{
    for (guint i = 0; i < search->decided->len; i++) {
        const PersonalFinding *decided = g_ptr_array_index(search->decided, i);
        g_auto(PlainText) words = {0};
        plain_text_read(&words, decided->words);
        for (const char *p = search->s; *p; p = g_utf8_next_char(p)) {
            const char *rest;
            gsize at = (gsize)(p - search->s);
            if (!personal_touches_before(search->s, at) && text_begins(p, words.s, &rest) &&
                !personal_touches_after(rest, 0))
                personal_found(search, decided->kind, PERSONAL_RULE_REVIEWER, at, (gsize)(rest - p));
        }
    }
}

/* Decides about what was found for the decision; says so where nothing was. What is to be kept, and no rule
 * finds, need not be listed where it stands. */
static void end_decided(PersonalSearch *search, const PersonalFinding *decided, guint first)
{
    g_auto(PlainText) words = {0};
    plain_text_read(&words, decided->words);
    const char *id = id_of(search->personal, decided->kind, words.s);
    for (guint i = first; i < search->personal->findings->len; i++) {
        PersonalFinding *finding = &g_array_index(search->personal->findings, PersonalFinding, i);
        if (strcmp(finding->id, id) == 0) {
            finding->decision = decided->decision;
            return;
        }
    }
    PersonalFinding gone = {.id = id,
                            .kind = decided->kind,
                            .proposal = rules[PERSONAL_RULE_GONE].proposal,
                            .decision = decided->decision,
                            .rule = PERSONAL_RULE_GONE,
                            .reason = rules[PERSONAL_RULE_GONE].text,
                            .words = g_string_chunk_insert(search->personal->chunk, words.s),
                            .places = g_array_new(FALSE, TRUE, sizeof(PersonalPlace))};
    g_array_append_val(search->personal->findings, gone);
}

/* The words decide, whatever they were taken for. False where no rule finds them. */
static bool decide_found(Personal *personal, const PersonalFinding *decided)
{
    g_auto(PlainText) plain = {0};
    plain_text_read(&plain, decided->words);
    g_autofree char *words = g_utf8_casefold(plain.s, -1);
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

/* ---- who has a role ---- */

GPtrArray *personal_roles(const Meeting *meeting)
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

bool personal_means(const PersonalSearch *search, const char *word, gsize length, const char *meaning)
{
    enum { LONG = 4 }; /* bytes; shorter words end others too */
    g_autofree char *lower = g_utf8_strdown(word, (gssize)length);
    const GArray *words = profile_words(search->profile, WORDS_PERSONAL);
    for (guint i = 0; i < words->len; i++) {
        const Word *known = &g_array_index(words, Word, i);
        if (g_strcmp0(known->meaning, meaning) == 0 &&
            (strcmp(lower, known->key) == 0 ||
             (strlen(known->key) >= LONG && g_str_has_suffix(lower, known->key))))
            return true;
    }
    return false;
}

bool personal_follows(const PersonalSearch *search, gsize start, const char *meaning)
{
    const char *s = search->s, *end = s + start;
    while (end > s && strchr(" ,:(", end[-1]))
        end--;
    const char *from = end;
    while (from > s && g_unichar_isalpha(g_utf8_get_char(g_utf8_prev_char(from))))
        from = g_utf8_prev_char(from);
    return from < end && personal_means(search, from, (gsize)(end - from), meaning);
}

bool personal_begins_sentence(const char *s, gsize at)
{
    return at == 0 || (at >= 2 && s[at - 1] == ' ' && strchr(".:;!?-", s[at - 2]));
}

bool personal_stands_alone(const char *s, gsize start, gsize end)
{
    if (personal_touches_before(s, start) || personal_touches_after(s, end))
        return false;
    if (s[end] == ' ' && (g_unichar_isupper(g_utf8_get_char(s + end + 1)) ||
                          (s[end + 1] == '(' && g_unichar_isalpha(g_utf8_get_char(s + end + 2)))))
        return false;
    if (start < 2 || s[start - 1] != ' ')
        return true;
    const char *before = s + start - 1;
    while (before > s && text_is_letter_or_digit(g_utf8_get_char(g_utf8_prev_char(before))))
        before = g_utf8_prev_char(before);
    return !g_unichar_isupper(g_utf8_get_char(before)) || personal_begins_sentence(s, (gsize)(before - s));
}

bool personal_touches_before(const char *s, gsize at)
{
    return at > 0 && text_is_letter_or_digit(g_utf8_get_char(g_utf8_prev_char(s + at)));
}

bool personal_touches_after(const char *s, gsize at)
{
    return text_is_letter_or_digit(g_utf8_get_char(s + at));
}
