/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The command profile: proposes a profile from a board's documents. */
#include "propose.h"

#include <string.h>

#include "base/notes.h"
#include "base/text.h"
#include "converted.h"
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

/* What was seen in one file, as it leaves the cage: the principal and kind, page and text of each. */
#define SEEN_TYPE G_VARIANT_TYPE("(msa(uis))")

static Status read_file(Session *session, const char *path, Proposal *proposal);
static gboolean look(Session *session, const Input *input, gconstpointer request, Converted *converted,
                     GError **error);
static gboolean take(Proposal *proposal, GBytes *seen, const char *file);
static void see(Proposal *proposal, SeenKind kind, const char *text, const char *file, int page);
static void see_labels(GVariantBuilder *seen, const Blocks *blocks, const Profile *profile);
static void see_meeting(GVariantBuilder *seen, const Meeting *meeting, const Profile *profile);
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
    GError *error = NULL;
    g_auto(Input) input = {0};
    if (!session_open(session, path, &input, &error) ||
        !session_load(session, FORMAT_MEETING, OUTPUT_XML, &error))
        return session_fail(session, error);
    g_autoptr(Converted) converted = converted_in_cage(session, &input, look, NULL, 1);
    if (converted->message)
        report_error(&session->report, converted->message);
    else if (!take(proposal, g_array_index(converted->outputs, ConvertedOutput, 0).bytes, input.name))
        return session_fail(session, g_error_new(CAGE_DOMAIN, CAGE_ERROR_CRASH,
                                                 "%s: broke its reader: please report it", input.label));
    return converted->status;
}

/* ---- in the cage ---- */

static gboolean look(Session *session, const Input *input, gconstpointer request, Converted *converted,
                     GError **error)
{
    (void)request;
    GVariantBuilder seen;
    g_variant_builder_init(&seen, G_VARIANT_TYPE("a(uis)"));
    Document document = {0};
    xmlDoc *doc = NULL;
    if (session_read_pdf(session, input, &document, error))
        doc = session_advance(session, input, &document, FORMAT_BLOCKS, error);
    if (doc) {
        see_labels(&seen, document.blocks, session->profile);
        xml_free(doc);
        doc = session_advance(session, input, &document, FORMAT_MEETING, error);
    }
    gboolean good = doc != NULL;
    xml_free(doc);
    if (good) {
        see_meeting(&seen, document.meeting, session->profile);
        g_autoptr(GVariant) all =
            g_variant_ref_sink(g_variant_new("(msa(uis))", document.meeting->principal.value, &seen));
        converted_add(converted, g_variant_get_data_as_bytes(all));
    } else {
        g_variant_builder_clear(&seen);
    }
    document_clear(&document);
    return good;
}

static void add(GVariantBuilder *seen, SeenKind kind, const char *text, int page)
{
    g_variant_builder_add(seen, "(uis)", (guint32)kind, page, text);
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
static void see_labels(GVariantBuilder *seen, const Blocks *blocks, const Profile *profile)
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
            add(seen, SEEN_LABEL, text, block->page);
    }
}

static void see_meeting(GVariantBuilder *seen, const Meeting *meeting, const Profile *profile)
{
    for (guint i = 0; meeting->notes && i < meeting->notes->len; i++) {
        const Note *note = &g_array_index(meeting->notes, Note, i);
        if (!note->words || is_damaged(meeting->notes, note->page))
            continue;
        if (note->kind == NOTE_SECTION_UNKNOWN)
            add(seen, SEEN_HEADING, note->words, note->page);
        if (note->kind == NOTE_ATTENDANCE_UNCLEAR)
            add(seen, SEEN_ATTENDANCE, note->words, note->page);
    }
    for (guint i = 0; meeting->attendance && i < meeting->attendance->len; i++) {
        const Person *person = &g_array_index(meeting->attendance, Attendee, i).person;
        if (person->party && !profile_meaning(profile, WORDS_PARTY, person->party))
            add(seen, SEEN_PARTY, person->party, person->source.page);
    }
}

/* ---- outside ---- */

/* False when the cage answered what nobody sees. */
static gboolean take(Proposal *proposal, GBytes *seen, const char *file)
{
    g_autoptr(GVariant) all = g_variant_ref_sink(g_variant_new_from_bytes(SEEN_TYPE, seen, FALSE));
    if (!g_variant_is_normal_form(all))
        return FALSE;
    const char *principal, *text;
    g_autoptr(GVariantIter) entries = NULL;
    guint32 kind;
    gint32 page;
    g_variant_get(all, "(m&sa(uis))", &principal, &entries);
    while (g_variant_iter_next(entries, "(ui&s)", &kind, &page, &text)) {
        if (kind >= SEEN__MAX)
            return FALSE;
        g_autofree char *line = text_printable(text);
        see(proposal, (SeenKind)kind, line, file, page);
    }
    if (proposal->files++ == 0)
        proposal->principal = principal ? text_printable(principal) : NULL;
    else if (g_strcmp0(proposal->principal, principal) != 0)
        g_clear_pointer(&proposal->principal, g_free);
    return TRUE;
}

static void see(Proposal *proposal, SeenKind kind, const char *text, const char *file, int page)
{
    g_autofree char *key = text_key(text);
    if (!*key)
        return;
    Seen *seen = g_hash_table_lookup(proposal->by_key[kind], key);
    if (!seen) {
        seen = g_new0(Seen, 1);
        *seen = (Seen){g_strdup(text), g_strdup(file), page, 0};
        g_hash_table_insert(proposal->by_key[kind], g_strdup(key), seen);
    }
    seen->times++;
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
