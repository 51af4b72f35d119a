/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The command profile: proposes a profile from a board's documents. */
#include "propose.h"

#include <string.h>

#include "base/notes.h"
#include "base/text.h"
#include "input.h"
#include "output.h"

/* Words that were seen and that no rule knows. A label is a label where it stands more than once. */
typedef enum { SEEN_HEADING, SEEN_PARTY, SEEN_LABEL, SEEN_ATTENDANCE, SEEN__MAX } SeenKind;
enum { LABEL_BYTES = 40, LABEL_TIMES = 2 };

typedef struct {
    char *text, *file; /* where it was first */
    int page;
    guint times;
} Seen;

typedef struct {
    GHashTable *by_key[SEEN__MAX]; /* text_key() -> Seen */
    char *principal;               /* of all the files; NULL when they have none or several */
    guint files;
} Proposal;

static Status read_file(Session *session, const char *path, Proposal *proposal);
static void see(Proposal *proposal, SeenKind kind, const char *text, const char *file, int page);
static void see_labels(Proposal *proposal, const Blocks *blocks, const Profile *profile, const char *file);
static void see_meeting(Proposal *proposal, const Meeting *meeting, const Profile *profile, const char *file);
static char *written(const Proposal *proposal);
static void seen_free(void *seen);

Status propose(Session *session)
{
    GError *error = NULL;
    if (!session->options.files)
        return session_fail(session, g_error_new_literal(SESSION_DOMAIN, SESSION_ERROR_USAGE,
                                                         "profile: name PDF files of one board"));
    Proposal proposal = {0};
    for (int kind = 0; kind < SEEN__MAX; kind++)
        proposal.by_key[kind] = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, seen_free);

    Status worst = STATUS_OK;
    for (char **path = session->options.files; *path; path++) {
        Status status = read_file(session, *path, &proposal);
        worst = MAX(worst, status);
    }
    if (proposal.files > 0) {
        char *xml = written(&proposal);
        g_autoptr(GBytes) bytes = g_bytes_new_take(xml, strlen(xml));
        if (!output_stream(session->out, bytes, &error))
            worst = session_fail(session, error);
    }
    for (int kind = 0; kind < SEEN__MAX; kind++)
        g_hash_table_unref(proposal.by_key[kind]);
    g_free(proposal.principal);
    return worst;
}

static Status read_file(Session *session, const char *path, Proposal *proposal)
{
    g_autofree char *name = input_name(path), *label = input_label(path);
    GError *error = NULL;
    Document document = {0};
    xmlDoc *doc = NULL;
    if (session_read_pdf(session, path, &document, &error))
        doc = session_advance(session, &document, FORMAT_BLOCKS, label, &error);
    if (doc) {
        see_labels(proposal, document.blocks, session->profile, name);
        xmlFreeDoc(doc);
        doc = session_advance(session, &document, FORMAT_MEETING, label, &error);
    }
    if (doc) {
        see_meeting(proposal, document.meeting, session->profile, name);
        xmlFreeDoc(doc);
    }
    document_clear(&document);
    return doc ? STATUS_OK : session_fail(session, error);
}

/* ---- what there is to see ---- */

static void see(Proposal *proposal, SeenKind kind, const char *text, const char *file, int page)
{
    char *key = text_key(text);
    if (!*key) {
        g_free(key);
        return;
    }
    Seen *seen = g_hash_table_lookup(proposal->by_key[kind], key);
    if (!seen) {
        seen = g_new0(Seen, 1);
        *seen = (Seen){g_strdup(text), g_strdup(file), page, 0};
        g_hash_table_insert(proposal->by_key[kind], g_strdup(key), seen);
    }
    seen->times++;
    g_free(key);
}

static gboolean is_known(const Profile *profile, const char *text)
{
    static const WordList lists[] = {WORDS_LABEL, WORDS_ATTENDANCE, WORDS_SECTION,
                                     WORDS_ROLE,  WORDS_SIGNATURE,  WORDS_FURNITURE};
    for (gsize i = 0; i < G_N_ELEMENTS(lists); i++)
        if (profile_prefix(profile, lists[i], text, NULL))
            return TRUE;
    return FALSE;
}

/* Words that a label may have: neither a person's name, in which a later word has a capital, nor a number. */
static gboolean is_like_label(const char *text)
{
    if (strlen(text) < 3 || strlen(text) >= LABEL_BYTES ||
        text[text_span_until(text, "()§[]0123456789")] != '\0')
        return FALSE;
    for (const char *blank = strchr(text, ' '); blank; blank = strchr(blank + 1, ' '))
        if (g_unichar_isupper(g_utf8_get_char(blank + 1)))
            return FALSE;
    return g_unichar_isupper(g_utf8_get_char(text));
}

/* Nothing is learnt from a page whose letters are wrong. */
static gboolean is_damaged(const GArray *notes, int page)
{
    for (guint i = 0; notes && i < notes->len; i++) {
        const Note *note = &g_array_index(notes, Note, i);
        if (note->kind == NOTE_PAGE_UNREADABLE && note->page == page)
            return TRUE;
    }
    return FALSE;
}

/* The left cell of a row. */
static void see_labels(Proposal *proposal, const Blocks *blocks, const Profile *profile, const char *file)
{
    for (guint i = 0; blocks->blocks && i < blocks->blocks->len; i++) {
        const Block *block = &g_array_index(blocks->blocks, Block, i);
        if (block->kind != BLOCK_ROW || !block->rows || block->rows->len == 0)
            continue;
        const Row *row = &g_array_index(block->rows, Row, 0);
        const char *text =
            row->cells && row->cells->len > 1 ? g_array_index(row->cells, Cell, 0).text.s : NULL;
        if (text && is_like_label(text) && !is_known(profile, text) &&
            !is_damaged(blocks->notes, block->page))
            see(proposal, SEEN_LABEL, text, file, block->page);
    }
}

static void see_meeting(Proposal *proposal, const Meeting *meeting, const Profile *profile, const char *file)
{
    for (guint i = 0; meeting->notes && i < meeting->notes->len; i++) {
        const Note *note = &g_array_index(meeting->notes, Note, i);
        if (!note->words || is_damaged(meeting->notes, note->page))
            continue;
        if (note->kind == NOTE_SECTION_UNKNOWN)
            see(proposal, SEEN_HEADING, note->words, file, note->page);
        if (note->kind == NOTE_ATTENDANCE_UNCLEAR)
            see(proposal, SEEN_ATTENDANCE, note->words, file, note->page);
    }
    for (guint i = 0; meeting->attendance && i < meeting->attendance->len; i++) {
        const Person *person = &g_array_index(meeting->attendance, Attendee, i).person;
        if (person->party && !profile_meaning(profile, WORDS_PARTY, person->party))
            see(proposal, SEEN_PARTY, person->party, file, person->source.page);
    }
    const char *principal = meeting->principal.value;
    if (proposal->files++ == 0)
        proposal->principal = g_strdup(principal);
    else if (g_strcmp0(proposal->principal, principal) != 0)
        g_clear_pointer(&proposal->principal, g_free);
}

/* ---- the profile ---- */

/* The most frequent first; of the same number by their letters. */
static gint by_times(gconstpointer a, gconstpointer b)
{
    const Seen *first = *(const Seen *const *)a, *second = *(const Seen *const *)b;
    if (first->times != second->times)
        return first->times < second->times ? 1 : -1;
    return strcmp(first->text, second->text);
}

/* As the value of an attribute, fit for a comment too, in which no two hyphens may follow each other. */
static char *quoted(const char *text)
{
    g_autoptr(GString) s = g_string_new(NULL);
    g_autofree char *escaped = g_markup_escape_text(text, -1);
    g_string_append(s, escaped);
    g_string_replace(s, "--", "&#45;&#45;", 0);
    return g_string_free(g_steal_pointer(&s), FALSE);
}

static void write_list(GString *out, const Proposal *proposal, SeenKind kind, const char *list,
                       const char *meaning, const char *what)
{
    g_autoptr(GPtrArray) all = g_ptr_array_new();
    GHashTableIter iter;
    void *seen;
    g_hash_table_iter_init(&iter, proposal->by_key[kind]);
    while (g_hash_table_iter_next(&iter, NULL, &seen))
        if (kind != SEEN_LABEL || ((Seen *)seen)->times >= LABEL_TIMES)
            g_ptr_array_add(all, seen);
    if (all->len == 0)
        return;
    g_ptr_array_sort(all, by_times);

    g_string_append_printf(out, "\n  <!-- %s -->\n  <lista typ=\"%s\">\n", what, list);
    for (guint i = 0; i < all->len; i++) {
        const Seen *entry = g_ptr_array_index(all, i);
        g_autofree char *text = quoted(entry->text), *file = quoted(entry->file);
        /* Without a meaning that is its own a word would do harm: it waits in a comment. */
        if (meaning)
            g_string_append_printf(out, "    <ord text=\"%s\" betyder=\"%s\"/>", text,
                                   *meaning ? meaning : text);
        else
            g_string_append_printf(out, "    <!-- <ord text=\"%s\" betyder=\"\"/> -->", text);
        g_string_append_printf(out, " <!-- %u×, först i %s, sidan %d -->\n", entry->times, file, entry->page);
    }
    g_string_append(out, "  </lista>\n");
}

static char *written(const Proposal *proposal)
{
    GString *out = g_string_new("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    g_string_append_printf(
        out,
        "<!-- Förslag ur %u handlingar: ord som ingen regel känner. Ändra betyder till vad orden står för "
        "(se\n"
        "     profile.xsd), ta bort rader som inte behövs, och ge profilen sitt namn. -->\n"
        "<profil xmlns=\"urn:sammandrag:profil:1\" namn=\"ny\" bygger-pa=\"allmant\">\n",
        proposal->files);
    if (proposal->principal) {
        g_autofree char *principal = quoted(proposal->principal);
        g_string_append_printf(out,
                               "\n  <!-- Profilen väljs av sig själv där alla dessa ord står. -->\n"
                               "  <lista typ=\"kanns-igen\">\n    <ord text=\"%s\"/>\n  </lista>\n",
                               principal);
    }
    write_list(out, proposal, SEEN_HEADING, "avsnitt", "annat", "Rubriker i ärenden: vilket slags avsnitt?");
    write_list(out, proposal, SEEN_PARTY, "parti", "", "Partier i närvarolistan: vad heter de?");
    write_list(out, proposal, SEEN_LABEL, "etikett", NULL, "Ledtexter: vilken uppgift, om någon?");
    write_list(out, proposal, SEEN_ATTENDANCE, "narvaro", NULL,
               "Rader i närvarolistan som inte förstås: är någon en rubrik, för vilken grupp?");
    g_string_append(out, "\n</profil>\n");
    return g_string_free(out, FALSE);
}

static void seen_free(void *seen)
{
    Seen *entry = seen;
    g_free(entry->text);
    g_free(entry->file);
    g_free(entry);
}
