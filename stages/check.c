/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Check: runs every check over a meeting, and gathers what they found with what the reading noted. */
#include "check.h"

#include <stdlib.h>
#include <string.h>

#include "check_parts.h"

static const struct {
    const char *code;
    NoteLevel level;
    const char *text, *basis, *needs;
} kind_rows[] = {
#define X(constant, code, level, text, basis, needs) [constant] = {code, LEVEL_##level, text, basis, needs},
    CHECK_KINDS(X)
#undef X
};

/* Notes that become findings as they stand. */
static const struct {
    NoteKind note;
    CheckKind kind;
} notes_told[] = {
    {NOTE_PAGE_UNREADABLE, CHECK_PAGE_UNREADABLE}, {NOTE_PAGE_WITHOUT_TEXT, CHECK_PAGE_PICTURE},
    {NOTE_WORDS_LOST, CHECK_WORDS_LOST},           {NOTE_WORDS_ADDED, CHECK_WORDS_ADDED},
    {NOTE_ITEM_REPEATED, CHECK_NUMBER_REPEATED},   {NOTE_DATE_DIFFERS, CHECK_DATE_DIFFERS},
};

/* Notes whose matter a check looks at by itself. */
static const NoteKind notes_covered[] = {
    NOTE_ITEM_GAP,         NOTE_BODY_UNKNOWN, NOTE_DATE_UNKNOWN,   NOTE_ATTENDANCE_MISSING,
    NOTE_DECISION_MISSING, NOTE_VOTE_DIFFERS, NOTE_PERSON_UNKNOWN,
};

static Check *check_new(const Meeting *meeting);
static void find_damaged_pages(const Examination *e);
static void find_items_of_blocks(const Examination *e);
static void check_reading(const Examination *e);
static void check_page_count(const Examination *e);
static void gather_notes(const Examination *e);
static void settle(Check *check);

Check *check_from_meeting(const Meeting *meeting, const Profile *profile)
{
    Check *check = check_new(meeting);
    const Examination e = {meeting, profile, check, g_hash_table_new(NULL, NULL),
                           g_hash_table_new(g_str_hash, g_str_equal)};

    find_damaged_pages(&e);
    find_items_of_blocks(&e);
    check_reading(&e);
    if (meeting->kind == DOCUMENT_MINUTES) {
        check_numbers(&e);
        check_facts(&e);
        check_items(&e);
        check_votes(&e);
        check_persons(&e);
    }
    check_sums(&e);
    gather_notes(&e);
    settle(check);
    g_hash_table_unref(e.damaged);
    g_hash_table_unref(e.items);
    return check;
}

const char *check_code(CheckKind kind)
{
    return kind_rows[kind].code;
}

NoteLevel check_level(CheckKind kind)
{
    return kind_rows[kind].level;
}

NoteLevel check_worst(const Check *check)
{
    return check->errors ? LEVEL_ERROR : check->warnings ? LEVEL_WARNING : LEVEL_INFO;
}

/* ---- what the parts call ---- */

void examination_case(const Examination *e, CheckKind kind)
{
    g_array_index(e->check->coverage, Coverage, kind).cases++;
}

Finding *examination_find(const Examination *e, CheckKind kind, Place place, const char *words,
                          const char *format, ...)
{
    GStringChunk *chunk = e->check->chunk;
    Finding finding = {
        .kind = kind,
        .level = check_level(kind),
        .fault = examination_damaged(e, place.page) ? FAULT_READ : FAULT_UNSAID,
        .page = place.page,
        .text = kind_rows[kind].text,
        .basis = kind_rows[kind].basis,
        .block = place.block ? g_string_chunk_insert_const(chunk, place.block) : NULL,
        .words = words && *words ? g_string_chunk_insert_const(chunk, words) : NULL,
    };
    if (place.item && place.item->number) {
        g_autofree char *item = g_strconcat("§ ", place.item->number, NULL);
        finding.item = g_string_chunk_insert_const(chunk, item);
    }
    if (format) {
        va_list arguments;
        va_start(arguments, format);
        g_autofree char *detail = g_strdup_vprintf(format, arguments);
        va_end(arguments);
        finding.detail = g_string_chunk_insert_const(chunk, detail);
    }
    g_array_append_val(e->check->findings, finding);
    return &g_array_index(e->check->findings, Finding, e->check->findings->len - 1);
}

void examination_ask(const Examination *e, CheckKind kind, bool fault, Place place, const char *words)
{
    examination_case(e, kind);
    if (fault)
        examination_find(e, kind, place, words, NULL);
}

bool examination_damaged(const Examination *e, int page)
{
    return g_hash_table_contains(e->damaged, GINT_TO_POINTER(page));
}

Place place_of_item(const Item *item)
{
    return (Place){item, item->page, item->title.source.block};
}

/* ---- the reading ---- */

static void find_damaged_pages(const Examination *e)
{
    for (guint i = 0; i < length_of(e->meeting->notes); i++) {
        const Note *note = &g_array_index(e->meeting->notes, Note, i);
        if (note->kind == NOTE_PAGE_UNREADABLE && note->page > 0)
            g_hash_table_add(e->damaged, GINT_TO_POINTER(note->page));
    }
}

static void add_blocks(const Examination *e, const Item *item, const GArray *blocks)
{
    for (guint i = 0; i < length_of(blocks); i++) {
        const char *id = g_array_index(blocks, Block, i).id;
        if (id)
            g_hash_table_insert(e->items, (char *)id, (Item *)item);
    }
}

static void find_items_of_blocks(const Examination *e)
{
    for (guint i = 0; i < length_of(e->meeting->items); i++) {
        const Item *item = &g_array_index(e->meeting->items, Item, i);
        add_blocks(e, item, item->head);
        for (guint j = 0; j < length_of(item->sections); j++)
            add_blocks(e, item, g_array_index(item->sections, Section, j).blocks);
        add_blocks(e, item, item->footnotes);
        if (item->id)
            g_hash_table_insert(e->items, (char *)item->id, (Item *)item);
    }
}

/* The item that a note is about, by the block or item it names; NULL where it is none. */
static const Item *item_of_note(const Examination *e, const Note *note)
{
    return note->where ? g_hash_table_lookup(e->items, note->where) : NULL;
}

/* Pages in a row with the same fault are one finding. */
static bool extends_last(const Examination *e, CheckKind kind, const Note *note, int *last_page)
{
    GArray *findings = e->check->findings;
    Finding *last = findings->len ? &g_array_index(findings, Finding, findings->len - 1) : NULL;
    bool extends = last && last->kind == kind && note->page > 0 && note->page == *last_page + 1 &&
                   (kind == CHECK_PAGE_UNREADABLE || kind == CHECK_PAGE_PICTURE);
    *last_page = note->page;
    if (extends) {
        g_autofree char *detail = g_strdup_printf("sidorna %d–%d", last->page, note->page);
        last->detail = g_string_chunk_insert(e->check->chunk, detail);
    }
    return extends;
}

static void check_reading(const Examination *e)
{
    int last_page = 0;
    for (int i = 0; i < MAX(e->meeting->pages, 1); i++) {
        examination_case(e, CHECK_PAGE_UNREADABLE);
        examination_case(e, CHECK_PAGE_PICTURE);
    }
    check_page_count(e);
    examination_case(e, CHECK_WORDS_LOST);
    examination_case(e, CHECK_WORDS_ADDED);
    examination_ask(e, CHECK_NOT_MINUTES, e->meeting->kind != DOCUMENT_MINUTES, (Place){0}, NULL);
    for (gsize k = 0; k < G_N_ELEMENTS(notes_told); k++) {
        for (guint i = 0; i < length_of(e->meeting->notes); i++) {
            const Note *note = &g_array_index(e->meeting->notes, Note, i);
            const Place place = {item_of_note(e, note), note->page, note->where};
            if (note->kind != notes_told[k].note)
                continue;
            if (!extends_last(e, notes_told[k].kind, note, &last_page))
                examination_find(e, notes_told[k].kind, place, note->words, NULL);
        }
    }
}

/* "53 (65)" at the foot of a page of a file of 63: pages are missing. Attachments count on their own, so the
 * total that most pages print is the one of the minutes. */
static void check_page_count(const Examination *e)
{
    g_autoptr(GRegex) form = g_regex_new("\\d{1,4} ?(?:\\(|/|av) ?(\\d{1,4})\\)?$", 0, 0, NULL);
    g_autoptr(GHashTable) totals = g_hash_table_new(NULL, NULL); /* total -> pages that print it */
    int most = 0, total = 0;
    for (guint i = 0; i < length_of(e->meeting->dropped); i++) {
        const Dropped *line = &g_array_index(e->meeting->dropped, Dropped, i);
        g_autoptr(GMatchInfo) match = NULL;
        if (!line->text || line->reason != DROP_PAGE_NUMBER || !g_regex_match(form, line->text, 0, &match))
            continue;
        g_autofree char *printed = g_match_info_fetch(match, 1);
        int number = atoi(printed);
        int times = GPOINTER_TO_INT(g_hash_table_lookup(totals, GINT_TO_POINTER(number))) + 1;
        g_hash_table_insert(totals, GINT_TO_POINTER(number), GINT_TO_POINTER(times));
        if (times > most) {
            most = times;
            total = number;
        }
    }
    if (most < 2 || e->meeting->pages == 0)
        return;
    examination_case(e, CHECK_PAGES_MISSING);
    if (total > e->meeting->pages)
        examination_find(e, CHECK_PAGES_MISSING, (Place){0}, NULL, "tryckt %d sidor, filen har %d", total,
                         e->meeting->pages);
}

static bool told_by_a_finding(NoteKind kind)
{
    for (gsize i = 0; i < G_N_ELEMENTS(notes_told); i++)
        if (notes_told[i].note == kind)
            return true;
    for (gsize i = 0; i < G_N_ELEMENTS(notes_covered); i++)
        if (notes_covered[i] == kind)
            return true;
    return false;
}

static void gather_notes(const Examination *e)
{
    for (int level = LEVEL_ERROR; level >= LEVEL_INFO; level--) {
        for (guint i = 0; i < length_of(e->meeting->notes); i++) {
            const Note *note = &g_array_index(e->meeting->notes, Note, i);
            if ((int)note_level(note->kind) != level || told_by_a_finding(note->kind))
                continue;
            const Item *item = item_of_note(e, note);
            g_autofree char *where =
                item && item->number ? g_strconcat("§ ", item->number, NULL) : g_strdup(note->where);
            notes_add(e->check->notes, e->check->chunk, note->kind, note->page, where, note->words);
        }
    }
}

/* ---- the whole ---- */

static const char *copied(const Check *check, const char *s)
{
    return s ? g_string_chunk_insert_const(check->chunk, s) : NULL;
}

static Check *check_new(const Meeting *meeting)
{
    Check *check = g_new0(Check, 1);
    check->chunk = g_string_chunk_new(1024);
    check->program = copied(check, meeting->program);
    check->file = copied(check, meeting->file);
    check->sha256 = copied(check, meeting->sha256);
    check->pages = meeting->pages;
    check->kind = meeting->kind;
    check->principal = copied(check, meeting->principal.value);
    check->body = copied(check, meeting->body.value);
    check->dates = g_array_new(FALSE, FALSE, sizeof(const char *));
    for (guint i = 0; i < length_of(meeting->dates); i++) {
        const char *date = copied(check, g_array_index(meeting->dates, Fact, i).value);
        g_array_append_val(check->dates, date);
    }
    check->findings = g_array_new(FALSE, TRUE, sizeof(Finding));
    check->notes = g_array_new(FALSE, TRUE, sizeof(Note));
    check->coverage = g_array_new(FALSE, TRUE, sizeof(Coverage));
    for (int kind = 0; kind < CHECK__MAX; kind++) {
        Coverage row = {(CheckKind)kind, 0, 0, kind_rows[kind].text, kind_rows[kind].needs};
        g_array_append_val(check->coverage, row);
    }
    return check;
}

static void count_level(Check *check, NoteLevel level)
{
    int *const counts[] = {&check->remarks, &check->warnings, &check->errors};
    ++*counts[level];
}

/* Puts the gravest findings first, else as the checks found them, and counts. */
static void settle(Check *check)
{
    GArray *ordered = g_array_sized_new(FALSE, TRUE, sizeof(Finding), check->findings->len);
    for (int level = LEVEL_ERROR; level >= LEVEL_INFO; level--) {
        for (guint i = 0; i < check->findings->len; i++) {
            const Finding *finding = &g_array_index(check->findings, Finding, i);
            if ((int)finding->level == level)
                g_array_append_vals(ordered, finding, 1);
        }
    }
    g_array_unref(check->findings);
    check->findings = ordered;
    for (guint i = 0; i < ordered->len; i++) {
        const Finding *finding = &g_array_index(ordered, Finding, i);
        g_array_index(check->coverage, Coverage, finding->kind).findings++;
        count_level(check, finding->level);
    }
    for (guint i = 0; i < check->notes->len; i++)
        count_level(check, note_level(g_array_index(check->notes, Note, i).kind));
}
