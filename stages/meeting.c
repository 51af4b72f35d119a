/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Meeting from blocks: what kind of document it is, its outline, then its facts in order of need. */
#include "meeting.h"

#include "meeting_parts.h"

#include <string.h>

/* The words that say what a document is stand in its first blocks, or in what runs over its pages. */
enum { TITLE_BLOCKS = 6, NUMBERED_HEADINGS = 3 };

/* Bytes of strings taken from the system at a time. */
enum { STRING_BLOCK = 65536 };

static void take_file(Draft *draft);
static void check_words(const Draft *draft);

Meeting *meeting_from_blocks(const Blocks *blocks, const Profile *profile)
{
    Draft draft;

    draft_begin(&draft, blocks, profile);
    take_file(&draft);
    Meeting *meeting = draft.meeting;
    bool agenda = agenda_of_file(&draft, &draft.minutes);
    GArray *headings = headings_from_blocks(&draft);
    meeting->kind = agenda              ? DOCUMENT_AGENDA
                    : draft.minutes > 0 ? DOCUMENT_MINUTES
                                        : kind_from_blocks(&draft, headings);
    if (meeting->kind != DOCUMENT_MINUTES)
        g_array_set_size(headings, 0);
    else if (headings->len == 0)
        headings_from_numbers(&draft, headings);
    if (meeting->kind == DOCUMENT_MINUTES && headings->len == 0)
        draft_note(&draft, NOTE_ITEMS_MISSING, 0, NULL, NULL);

    if (meeting->kind == DOCUMENT_SUMMARY)
        outline_summary(&draft);
    else
        outline_minutes(&draft, headings);
    g_array_unref(headings);
    footnotes_to_items(&draft);
    labels_join(&draft, meeting->front);
    labels_join(&draft, meeting->closing);

    if (meeting->kind == DOCUMENT_MINUTES)
        attendance_from_front(&draft);
    facts_of_meeting(&draft);
    if (meeting->kind == DOCUMENT_MINUTES) {
        adjustment_of_meeting(&draft);
        chairs_of_meeting(&draft);
    }
    decisions_of_body(&draft);
    for (guint i = 0; meeting->kind == DOCUMENT_MINUTES && meeting->items && i < meeting->items->len; i++) {
        Item *item = &g_array_index(meeting->items, Item, i);
        motions_of_item(&draft, item);
        votes_of_item(&draft, item);
        positions_of_item(&draft, item);
        records_of_item(&draft, item);
        outcome_of_item(&draft, item);
        note_missing_decision(&draft, item);
    }
    marks_of_meeting(&draft);
    if (meeting->kind == DOCUMENT_MINUTES)
        participation_of_items(&draft);
    ties_of_items(&draft);
    nesting_of_meeting(meeting);
    damage_of_meeting(&draft);
    if (meeting->kind == DOCUMENT_UNKNOWN)
        draft_note(&draft, NOTE_DOCUMENT_UNKNOWN, 0, NULL, NULL);
    check_words(&draft);
    draft_end(&draft);
    return meeting;
}

Meeting *meeting_new(void)
{
    Meeting *meeting = g_new0(Meeting, 1);

    meeting->chunk = g_string_chunk_new(STRING_BLOCK);
    return meeting;
}

void meeting_free(Meeting *meeting)
{
    if (meeting == NULL)
        return;
    model_clear(&meeting_type, meeting);
    g_string_chunk_free(meeting->chunk);
    g_free(meeting);
}

/* What the blocks say of the file, and what they dropped and noted. */
static void take_file(Draft *draft)
{
    const Blocks *blocks = draft->blocks;
    Meeting *meeting = draft->meeting;
    const struct {
        const char *from;
        const char **to;
    } strings[] = {
        {"sammandrag " SAMMANDRAG_VERSION, &meeting->program},
        {profile_name(draft->profile), &meeting->profile},
        {blocks->file, &meeting->file},
        {blocks->sha256, &meeting->sha256},
        {blocks->producer, &meeting->producer},
        {blocks->title, &meeting->title},
    };

    for (gsize i = 0; i < G_N_ELEMENTS(strings); i++)
        if (strings[i].from != NULL)
            *strings[i].to = g_string_chunk_insert(meeting->chunk, strings[i].from);
    meeting->pages = blocks->pages;
    for (guint i = 0; blocks->dropped && i < blocks->dropped->len; i++) {
        Dropped dropped = g_array_index(blocks->dropped, Dropped, i);
        dropped.id = dropped.id ? g_string_chunk_insert(meeting->chunk, dropped.id) : NULL;
        dropped.text = dropped.text ? g_string_chunk_insert(meeting->chunk, dropped.text) : NULL;
        draft_append(&meeting->dropped, sizeof dropped, &dropped);
    }
    dropped_find_repeats(meeting->dropped);
    if (blocks->notes != NULL && blocks->notes->len > 0) {
        meeting->notes = g_array_new(FALSE, TRUE, sizeof(Note));
        notes_add_all(meeting->notes, meeting->chunk, blocks->notes);
    }
}

static guint dropped_hash(gconstpointer data)
{
    const Dropped *dropped = data;
    bool number = dropped->reason == DROP_PAGE_NUMBER;

    return (guint)dropped->reason + (number || !dropped->text ? 0 : g_str_hash(dropped->text));
}

static gboolean dropped_equal(gconstpointer a, gconstpointer b)
{
    const Dropped *x = a, *y = b;

    return x->reason == y->reason && (x->reason == DROP_PAGE_NUMBER || g_strcmp0(x->text, y->text) == 0);
}

void dropped_find_repeats(GArray *dropped)
{
    g_autoptr(GHashTable) seen = g_hash_table_new(dropped_hash, dropped_equal);

    for (guint i = 0; dropped && i < dropped->len; i++) {
        Dropped *line = &g_array_index(dropped, Dropped, i);
        line->repeated = !g_hash_table_add(seen, line);
    }
}

static bool begins_as(const Draft *draft, const char *text, const char *meaning)
{
    const Word *word = text ? profile_prefix(draft->profile, WORDS_DOCUMENT, text, NULL) : NULL;

    return word != NULL && g_strcmp0(word->meaning, meaning) == 0;
}

/* True when the title, one of the first blocks or the running heads begin with a word for `meaning`. */
static bool says(const Draft *draft, const char *meaning, guint first_blocks)
{
    const Blocks *blocks = draft->blocks;

    for (guint i = 0; blocks->blocks && i < MIN(blocks->blocks->len, first_blocks); i++) {
        const char *text = g_array_index(blocks->blocks, Block, i).text.s;
        if (text != NULL && strlen(text) < 160 && begins_as(draft, text, meaning))
            return true;
    }
    for (guint i = 0; blocks->furniture && i < blocks->furniture->len; i++)
        if (begins_as(draft, g_array_index(blocks->furniture, Furniture, i).text, meaning))
            return true;
    return begins_as(draft, blocks->title, meaning);
}

static bool title_says(const Draft *draft, const char *meaning)
{
    const GArray *blocks = draft->blocks->blocks;

    for (guint i = 0; blocks && i < blocks->len; i++) {
        const Block *block = &g_array_index(blocks, Block, i);
        if (block->kind == BLOCK_HEADING)
            return begins_as(draft, block->text.s, meaning);
    }
    return false;
}

DocumentKind kind_from_blocks(const Draft *draft, const GArray *headings)
{
    const GArray *blocks = draft->blocks->blocks;
    guint numbered = 0, titled = 0;

    for (guint i = 0; blocks && i < blocks->len; i++) {
        const Block *block = &g_array_index(blocks, Block, i);
        titled += block->kind == BLOCK_HEADING;
        numbered += block->kind == BLOCK_HEADING && block->number != NULL;
    }
    /* A summary can list § too, but its title says what it is. */
    if (titled > 1 &&
        (title_says(draft, "sammanfattning") || (headings->len < 2 && says(draft, "sammanfattning", 2))))
        return DOCUMENT_SUMMARY;
    if (headings->len > 1 || title_says(draft, "protokoll") ||
        (says(draft, "protokoll", TITLE_BLOCKS) && (headings->len > 0 || numbered == 0)))
        return DOCUMENT_MINUTES;
    if (numbered >= NUMBERED_HEADINGS || (titled > 0 && says(draft, "plan", TITLE_BLOCKS)))
        return DOCUMENT_PLAN;
    return DOCUMENT_UNKNOWN;
}

static gsize words_of_blocks(const GArray *blocks)
{
    gsize words = 0;

    for (guint i = 0; blocks && i < blocks->len; i++) {
        g_autofree char *plain = block_plain(&g_array_index(blocks, Block, i));
        words += text_words(plain);
    }
    return words;
}

static gsize words_of_items(const GArray *items)
{
    gsize words = 0;

    for (guint i = 0; items && i < items->len; i++) {
        const Item *item = &g_array_index(items, Item, i);
        words += words_of_blocks(item->head) + words_of_blocks(item->footnotes);
        for (guint s = 0; item->sections && s < item->sections->len; s++)
            words += words_of_blocks(g_array_index(item->sections, Section, s).blocks);
    }
    return words;
}

/* Every word of the blocks is in one place of the meeting. */
static void check_words(const Draft *draft)
{
    const Meeting *meeting = draft->meeting;
    gsize from = words_of_blocks(draft->blocks->blocks);
    gsize to = words_of_blocks(meeting->front) + words_of_items(meeting->items) +
               words_of_items(meeting->further) + words_of_blocks(meeting->closing);

    for (guint i = 0; meeting->attachments && i < meeting->attachments->len; i++)
        to += words_of_blocks(g_array_index(meeting->attachments, Attachment, i).blocks);
    if (from != to)
        draft_note(draft, from > to ? NOTE_WORDS_LOST : NOTE_WORDS_ADDED, 0, NULL, NULL);
}
