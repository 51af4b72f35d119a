/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Notes: their table, and how a model gathers them. */
#include "base/notes.h"

static const struct {
    const char *code;
    NoteLevel level;
    const char *text;
} note_rows[] = {
#define X(constant, code, level, text) [constant] = {code, LEVEL_##level, text},
    NOTE_KINDS(X)
#undef X
};

static const char *const note_codes[] = {
#define X(constant, code, level, text) code,
    NOTE_KINDS(X)
#undef X
        NULL,
};

static const char *const level_names[] = {"info", "warning", "error", NULL};
static const char *const level_names_sv[] = {"upplysning", "varning", "fel", NULL};

static const ModelField note_fields[] = {
    {FIELD_ENUM, "kind", offsetof(Note, kind), .names = note_codes},
    {FIELD_ENUM, "level", offsetof(Note, level), .names = level_names},
    {FIELD_INT, "page", offsetof(Note, page)},
    {FIELD_STRING, "where", offsetof(Note, where)},
    {FIELD_CONTENT, NULL, offsetof(Note, words)},
    FIELD_END,
};
const ModelType note_type = {.name = "note", .size = sizeof(Note), .fields = note_fields};

static const ModelField note_fields_sv[] = {
    {FIELD_ENUM, "typ", offsetof(Note, kind), .names = note_codes},
    {FIELD_ENUM, "niva", offsetof(Note, level), .names = level_names_sv},
    {FIELD_INT, "sida", offsetof(Note, page)},
    {FIELD_STRING, "var", offsetof(Note, where)},
    {FIELD_CONTENT, NULL, offsetof(Note, words)},
    FIELD_END,
};
const ModelType note_type_sv = {.name = "anmarkning", .size = sizeof(Note), .fields = note_fields_sv};

static const char *copied(GStringChunk *chunk, const char *s)
{
    return s && *s ? g_string_chunk_insert(chunk, s) : NULL;
}

void notes_add(GArray *notes, GStringChunk *chunk, NoteKind kind, int page, const char *where,
               const char *words)
{
    Note note = {kind, note_level(kind), page, copied(chunk, where), copied(chunk, words)};
    g_array_append_val(notes, note);
}

void notes_add_all(GArray *notes, GStringChunk *chunk, const GArray *from)
{
    for (guint i = 0; from && i < from->len; i++) {
        const Note *note = &g_array_index(from, Note, i);
        notes_add(notes, chunk, note->kind, note->page, note->where, note->words);
    }
}

const char *note_code(NoteKind kind)
{
    return note_rows[kind].code;
}

NoteLevel note_level(NoteKind kind)
{
    return note_rows[kind].level;
}

const char *note_text(NoteKind kind)
{
    return note_rows[kind].text;
}

NoteLevel notes_worst(const GArray *notes)
{
    NoteLevel worst = LEVEL_INFO;
    for (guint i = 0; notes && i < notes->len; i++)
        worst = MAX(worst, note_level(g_array_index(notes, Note, i).kind));
    return worst;
}
