/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Digest: takes meetings one by one, keeps what may be told of each item, and chooses when all are known. */
#include "digest.h"

#include <string.h>

#include "base/address.h"
#include "base/notes.h"
#include "digest_parts.h"

enum { TITLE_SHOWN = 72 }; /* characters of a title in a line */

static bool is_asked_for(const DigestMaker *maker, const Meeting *meeting);
static MakerMeeting meeting_said(DigestMaker *maker, const Meeting *meeting, const char *pdf);
static void look_at_items(DigestMaker *maker, const Meeting *meeting, const Profile *profile,
                          const char *pdf);
static const char *address_of_pdf(DigestMaker *maker, const Meeting *meeting, const char *folder);
static GArray *copied_strings(DigestMaker *maker, char *const *strings);
static const char *first_date(const Meeting *meeting);
static void leave_out(DigestMaker *maker, const Meeting *meeting, LeftOutReason reason);
static void meeting_clear(void *meeting);

DigestMaker *digest_begin(const DigestOptions *options, const Signals *signals)
{
    DigestMaker *maker = g_new0(DigestMaker, 1);
    Digest *digest = g_new0(Digest, 1);
    digest->chunk = g_string_chunk_new(1 << 16);
    *maker = (DigestMaker){.options = options, .signals = signals, .digest = digest};
    maker->meetings = g_array_new(FALSE, TRUE, sizeof(MakerMeeting));
    g_array_set_clear_func(maker->meetings, meeting_clear);
    for (int i = 0; i < DIGEST_PART__MAX; i++)
        maker->candidates[i] = g_array_new(FALSE, TRUE, sizeof(DigestEntry));
    digest->program = "sammandrag " SAMMANDRAG_VERSION;
    digest->base = digest_string(maker, options->base);
    digest->source = digest_string(maker, options->source);
    digest->bodies = copied_strings(maker, options->bodies);
    digest->words = copied_strings(maker, options->words);
    digest->parties = copied_strings(maker, options->parties);
    digest->rules = digest_string(maker, signals->name);
    digest->most_words = signals->most_words;
    digest->most_quoted = signals->most_quoted;
    return maker;
}

void digest_add(DigestMaker *maker, const Meeting *meeting, const Profile *profile, const char *folder)
{
    if (meeting->kind != DOCUMENT_MINUTES && meeting->kind != DOCUMENT_SUMMARY) {
        leave_out(maker, meeting, LEFT_OUT_OTHER_KIND);
        return;
    }
    if (!is_asked_for(maker, meeting))
        return;
    const char *pdf = address_of_pdf(maker, meeting, folder);
    MakerMeeting made = meeting_said(maker, meeting, pdf);
    for (guint i = 0; meeting->items && i < meeting->items->len; i++) {
        const char *number = digest_string(maker, g_array_index(meeting->items, Item, i).number);
        if (number)
            g_ptr_array_add(made.numbers, (gpointer)number);
    }
    g_array_append_val(maker->meetings, made);
    look_at_items(maker, meeting, profile, pdf);
}

Digest *digest_end(DigestMaker *maker)
{
    Digest *digest = maker->digest;
    digest_drop_replaced(maker);
    digest_choose(maker);
    for (int i = 0; i < DIGEST_PART__MAX; i++) {
        for (guint j = 0; j < maker->candidates[i]->len; j++)
            model_clear(&digest_entry_type, &g_array_index(maker->candidates[i], DigestEntry, j));
        g_array_unref(maker->candidates[i]);
    }
    g_array_unref(maker->meetings);
    g_free(maker);
    return digest;
}

const char *digest_string(DigestMaker *maker, const char *s)
{
    return s && *s ? g_string_chunk_insert_const(maker->digest->chunk, s) : NULL;
}

GArray *digest_appended(GArray *array, gsize size, const void *member)
{
    if (!array)
        array = g_array_new(FALSE, TRUE, (guint)size);
    return g_array_append_vals(array, member, 1);
}

void digest_count(DigestMaker *maker, DigestEntry *entry, SignalKind kind, int count)
{
    const Signal *signal = count > 0 ? signals_find(maker->signals, kind) : NULL;
    if (!signal)
        return;
    DigestSignal counted = {.kind = kind, .count = count, .text = digest_string(maker, signal->text)};
    counted.points = signal->weight * count;
    if (signal->most > 0)
        counted.points = CLAMP(counted.points, -signal->most, signal->most);
    entry->points += counted.points;
    entry->signals = digest_appended(entry->signals, sizeof counted, &counted);
}

/* A meeting without a day is in no range of days. */
static bool is_asked_for(const DigestMaker *maker, const Meeting *meeting)
{
    const DigestOptions *options = maker->options;
    const char *first = first_date(meeting);
    bool body = !options->bodies;
    for (char *const *name = options->bodies; name && *name && meeting->body.value; name++) {
        g_autofree char *asked = text_key(*name), *has = text_key(meeting->body.value);
        body = body || strcmp(asked, has) == 0;
    }
    if (!body)
        return false;
    if ((options->from || options->to) && !first) {
        leave_out((DigestMaker *)maker, meeting, LEFT_OUT_UNDATED);
        return false;
    }
    return (!options->from || strcmp(first, options->from) >= 0) &&
           (!options->to || strcmp(first, options->to) <= 0);
}

static MakerMeeting meeting_said(DigestMaker *maker, const Meeting *meeting, const char *pdf)
{
    static const NoteKind doubts[] = {NOTE_BODY_UNKNOWN, NOTE_DATE_UNKNOWN, NOTE_DATE_DIFFERS};
    const char *first = first_date(meeting);
    guint days = meeting->dates ? meeting->dates->len : 0;
    const char *last = days > 1 ? g_array_index(meeting->dates, Fact, days - 1).value : NULL;
    MakerMeeting made = {.numbers = g_ptr_array_new()};
    made.said = (DigestMeeting){
        .kind = meeting->kind,
        .principal = digest_string(maker, meeting->principal.value),
        .body = digest_string(maker, meeting->body.value),
        .date = digest_string(maker, first),
        .last_date = digest_string(maker, last),
        .file = digest_string(maker, meeting->file),
        .sha256 = digest_string(maker, meeting->sha256),
        .adjusted_on = digest_string(maker, meeting->adjusted_on.value),
        .items = meeting->items ? (int)meeting->items->len : 0,
        .masked = meeting->masked,
    };
    g_autofree char *body = address_of_body(made.said.principal, made.said.body);
    made.key = made.said.body && first ? g_strconcat(body, first, NULL) : g_strdup(meeting->sha256);
    made.said.link = maker->options->base ? NULL : pdf;
    made.adjusted = meeting->adjusted_on.value || (meeting->signatures && meeting->signatures->len > 0) ||
                    (meeting->signing_references && meeting->signing_references->len > 0);
    for (guint i = 0; meeting->notes && i < meeting->notes->len; i++) {
        const Note *note = &g_array_index(meeting->notes, Note, i);
        for (gsize j = 0; j < G_N_ELEMENTS(doubts); j++) {
            if (note->kind != doubts[j])
                continue;
            if (!made.said.notes)
                made.said.notes = g_array_new(FALSE, TRUE, sizeof(Note));
            notes_add(made.said.notes, maker->digest->chunk, note->kind, note->page, NULL, NULL);
        }
    }
    return made;
}

/* As on a site: a number that stands on two items is followed by a number of its own. */
static const char *address_in_meeting(DigestMaker *maker, const Item *item, GHashTable *addresses)
{
    g_autofree char *first = address_of_item(item->number, item->id);
    const char *address = digest_string(maker, first);
    for (guint i = 2; g_hash_table_contains(addresses, address); i++) {
        g_autofree char *other = g_strdup_printf("%.*s-%u/", (int)strlen(first) - 1, first, i);
        address = digest_string(maker, other);
    }
    g_hash_table_add(addresses, (gpointer)address);
    return address;
}

/* Addresses and ids are those inside the meeting, until all meetings are known. */
static void look_at(DigestMaker *maker, const Meeting *meeting, const Profile *profile, const Item *item,
                    guint order, bool listed, const char *pdf, GHashTable *addresses)
{
    MakerMeeting *of = &g_array_index(maker->meetings, MakerMeeting, maker->meetings->len - 1);
    ItemView view = {.maker = maker, .meeting = meeting, .profile = profile, .item = item};
    DigestEntry *common = &view.common;
    bool readable = !meeting_damaged_page(meeting, item->title.source.page, item->title.source.page);
    *common = (DigestEntry){
        .number = digest_string(maker, item->number),
        .page = item->page,
        .outcome = (int)item->outcome.kind,
        .outcome_to = digest_string(maker, item->outcome.to),
        .decisions = digest_decisions(item),
        .title = readable ? digest_string(maker, item->title.value) : NULL,
        .of = maker->meetings->len - 1,
        .order = order,
        .listed = listed,
    };
    common->formal = common->title && profile_is_formal_title(profile, common->title);
    of->said.formal += common->formal;
    if (common->title && g_utf8_strlen(common->title, -1) > TITLE_SHOWN) {
        g_autofree char *start = g_utf8_substring(common->title, 0, TITLE_SHOWN);
        char *space = strrchr(start, ' ');
        if (space)
            *space = '\0';
        common->short_title = digest_string(maker, start);
    }
    common->address = address_in_meeting(maker, item, addresses);
    if (!maker->options->base && pdf) {
        g_autofree char *link =
            item->page > 0 ? g_strdup_printf("%s#page=%d", pdf, item->page) : g_strdup(pdf);
        common->link = digest_string(maker, link);
    }
    g_autofree char *id = item->id ? g_strdup(item->id) : g_strdup_printf("a%u", order + 1);
    common->id = digest_string(maker, id);
    digest_look_at(&view);
}

static void look_at_items(DigestMaker *maker, const Meeting *meeting, const Profile *profile, const char *pdf)
{
    g_autoptr(GHashTable) addresses = g_hash_table_new(g_str_hash, g_str_equal);
    guint order = 0;
    for (guint i = 0; meeting->items && i < meeting->items->len; i++)
        look_at(maker, meeting, profile, &g_array_index(meeting->items, Item, i), order++, false, pdf,
                addresses);
    for (guint i = 0; meeting->further && i < meeting->further->len; i++)
        look_at(maker, meeting, profile, &g_array_index(meeting->further, Item, i), order++, true, pdf,
                addresses);
}

/* As a summary has it: the name as a relative address, or below the one that was given. */
static const char *address_of_pdf(DigestMaker *maker, const Meeting *meeting, const char *folder)
{
    const char *source = maker->options->source;
    if (!meeting->file)
        return NULL;
    g_autofree char *file = g_uri_escape_string(meeting->file, "!*'()", FALSE);
    g_autofree char *below = source ? g_uri_escape_string(folder, "!*'()/", FALSE) : g_strdup("");
    g_autofree char *address = g_strconcat(
        source ? source : "", source && !g_str_has_suffix(source, "/") ? "/" : "", below, file, NULL);
    return digest_string(maker, address);
}

static GArray *copied_strings(DigestMaker *maker, char *const *strings)
{
    GArray *copies = NULL;
    for (char *const *s = strings; s && *s; s++) {
        const char *copy = digest_string(maker, *s);
        copies = digest_appended(copies, sizeof copy, &copy);
    }
    return copies;
}

static const char *first_date(const Meeting *meeting)
{
    return meeting->dates && meeting->dates->len > 0 ? g_array_index(meeting->dates, Fact, 0).value : NULL;
}

static void leave_out(DigestMaker *maker, const Meeting *meeting, LeftOutReason reason)
{
    DigestLeftOut left = {.reason = reason, .file = digest_string(maker, meeting->file)};
    maker->digest->left_out = digest_appended(maker->digest->left_out, sizeof left, &left);
}

static void meeting_clear(void *meeting)
{
    MakerMeeting *itself = meeting;
    g_free(itself->key);
    g_ptr_array_unref(itself->numbers);
    if (itself->said.notes)
        g_array_unref(itself->said.notes);
}
