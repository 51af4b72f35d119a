/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Corrections applied: every fact of a meeting can be corrected, by the name it has in the meeting's XML. */
#include "meeting_corrections.h"

#include <string.h>

#include "base/notes.h"

/* A correction at work. The tables that describe the meeting lead to its facts, so that a fact added to the
 * meeting can be corrected without a word here. */
typedef struct {
    const Correction *correction;
    Meeting *meeting;
    int page;   /* of the item, for a fact that the document does not state; 0: no item */
    bool exact; /* the whole path is meant, not only its end */
    int places; /* that were corrected */
} Work;

static void correct_struct(Work *work, const ModelType *type, void *object, const char *path);
static const ModelType *type_of_items(void);

/* Corrects what the correction is about: one item, or all of the meeting. */
static void correct(Work *work)
{
    Meeting *meeting = work->meeting;

    if (work->correction->item == NULL) {
        correct_struct(work, &meeting_type, meeting, "");
        return;
    }
    for (guint i = 0; meeting->items && i < meeting->items->len; i++) {
        Item *item = &g_array_index(meeting->items, Item, i);
        if (g_strcmp0(item->number, work->correction->item) != 0)
            continue;
        work->page = item->page;
        correct_struct(work, type_of_items(), item, "");
    }
}

static void apply_one(const Correction *correction, Meeting *meeting)
{
    const char *from = correction->from ? correction->from : "";
    Work work = {.correction = correction, .meeting = meeting, .exact = true};

    /* "datum" is the meeting's, and only where that is another one, any other; a value that is missing is
     * missing in too many places. */
    correct(&work);
    if (work.places == 0 && *from != '\0') {
        work.exact = false;
        correct(&work);
    }

    const char *const strings[] = {correction->item, correction->fact, correction->from, correction->to,
                                   correction->by,   correction->date, correction->why};
    const char *kept[G_N_ELEMENTS(strings)];
    for (gsize i = 0; i < G_N_ELEMENTS(strings); i++)
        kept[i] = strings[i] ? g_string_chunk_insert(meeting->chunk, strings[i]) : NULL;
    Correction record = {kept[0], kept[1], kept[2], kept[3], kept[4], kept[5], kept[6], work.places};
    g_array_append_val(meeting->corrections, record);

    if (work.places == 0) {
        bool there = correction->item && work.page > 0;
        g_autofree char *where = there ? g_strdup_printf("§ %s", correction->item) : NULL;
        g_autofree char *words = g_strdup_printf(*from ? "%s: %s" : "%s", correction->fact, from);
        notes_add(meeting->notes, meeting->chunk, NOTE_CORRECTION_UNFIT, there ? work.page : 0, where, words);
    }
}

void corrections_apply(const Corrections *corrections, Meeting *meeting)
{
    const GArray *all = corrections->corrections;

    if (meeting->notes == NULL)
        meeting->notes = g_array_new(FALSE, TRUE, sizeof(Note));
    if (meeting->corrections == NULL)
        meeting->corrections = g_array_new(FALSE, TRUE, sizeof(Correction));
    for (guint i = 0; all && i < all->len; i++)
        apply_one(&g_array_index(all, Correction, i), meeting);
}

/* ---- from the tables to the facts ---- */

#define FIELD(object, field, type) (*(type *)((char *)(object) + (field)->offset))

static const ModelField *field_named(const ModelType *type, const char *name)
{
    for (const ModelField *field = type->fields; field->name || field->kind; field++)
        if (g_strcmp0(field->name, name) == 0)
            return field;
    return NULL;
}

static const ModelType *type_of_items(void)
{
    return field_named(&meeting_type, "arende")->type;
}

/* Text is what the document says, and where a fact stands is no fact: neither is corrected. */
static bool is_open(const ModelField *field)
{
    static const char *const closed[] = {"id",       "sida",      "block",       "grund",
                                         "kalla",    "program",   "profil",      "dokumenttyp",
                                         "bortfall", "rattelser", "anmarkningar"};

    for (gsize i = 0; field->name && i < G_N_ELEMENTS(closed); i++)
        if (strcmp(field->name, closed[i]) == 0)
            return false;
    return field->type != &block_type_sv;
}

/* True when `path` ends with the correction's fact at an element's border, or is all of it. */
static bool is_meant(const Work *work, const char *path)
{
    const char *fact = work->correction->fact;
    gsize length = strlen(path), wanted = strlen(fact);

    if (length < wanted || strcmp(path + length - wanted, fact) != 0)
        return false;
    return length == wanted || (!work->exact && path[length - wanted - 1] == '/');
}

/* True when a fact's value is the wrong one. */
static bool is_wrong(const Work *work, const char *value)
{
    const char *from = work->correction->from;

    return g_strcmp0(value ? value : "", from ? from : "") == 0;
}

static const char *right_value(Work *work)
{
    const char *to = work->correction->to;

    work->places++;
    return to && *to ? g_string_chunk_insert(work->meeting->chunk, to) : NULL;
}

static void correct_string(Work *work, const char **value, const char *path)
{
    if (is_meant(work, path) && is_wrong(work, *value))
        *value = right_value(work);
}

/* A number, a name of a list, a flag: only when the right value is one. */
static void correct_other(Work *work, const ModelField *field, void *object, const char *path)
{
    const char *to = work->correction->to ? work->correction->to : "";
    char *end = NULL;
    g_autofree char *number = NULL;

    if (!is_meant(work, path))
        return;
    switch (field->kind) {
    case FIELD_INT: {
        int *value = &FIELD(object, field, int);
        gint64 right = *to ? g_ascii_strtoll(to, &end, 10) : field->absent;
        number = *value == field->absent ? g_strdup("") : g_strdup_printf("%d", *value);
        if (is_wrong(work, number) && !(end && *end) && right >= G_MININT && right <= G_MAXINT) {
            *value = (int)right;
            work->places++;
        }
        break;
    }
    case FIELD_ENUM: {
        int *value = &FIELD(object, field, int);
        if (!is_wrong(work, field->names[*value]))
            return;
        for (int i = 0; field->names[i]; i++)
            if (strcmp(field->names[i], to) == 0) {
                *value = i;
                work->places++;
                return;
            }
        break;
    }
    case FIELD_FLAG: {
        bool *value = &FIELD(object, field, bool);
        if (is_wrong(work, *value ? "true" : "") && (strcmp(to, "true") == 0 || *to == '\0')) {
            *value = *to != '\0';
            work->places++;
        }
        break;
    }
    default:
        break;
    }
}

/* A fact that was missing has no page yet: it gets the item's. */
static void give_page(const Work *work, const ModelType *type, void *object)
{
    const ModelField *page = field_named(type, "sida");

    if (page && page->kind == FIELD_INT && FIELD(object, page, int) == 0)
        FIELD(object, page, int) = MAX(work->page, 1);
}

static void correct_members(Work *work, const ModelField *field, GArray *members, const char *path)
{
    for (guint i = 0; members && i < members->len; i++)
        correct_struct(work, field->type, members->data + (gsize)i * field->type->size, path);
}

static void correct_field(Work *work, const ModelType *type, const ModelField *field, void *object,
                          const char *path)
{
    g_autofree char *own = field->name ? g_strconcat(path, *path ? "/" : "", field->name, NULL) : NULL;
    int before = work->places;

    switch (field->kind) {
    case FIELD_STRING:
    case FIELD_ELEMENT:
        correct_string(work, &FIELD(object, field, const char *), own);
        break;
    case FIELD_CONTENT:
        correct_string(work, &FIELD(object, field, const char *), path);
        if (work->places > before)
            give_page(work, type, object);
        break;
    case FIELD_STRINGS: {
        GArray *strings = FIELD(object, field, GArray *);
        for (guint i = 0; strings && i < strings->len; i++)
            correct_string(work, &g_array_index(strings, const char *, i), own);
        break;
    }
    case FIELD_ONE:
        correct_struct(work, field->type, (char *)object + field->offset, own);
        break;
    case FIELD_MANY:
        correct_members(work, field, FIELD(object, field, GArray *), own);
        break;
    case FIELD_GROUP: {
        g_autofree char *member = g_strconcat(own, "/", field->type->name, NULL);
        correct_members(work, field, FIELD(object, field, GArray *), member);
        break;
    }
    default:
        correct_other(work, field, object, own);
    }
}

static void correct_struct(Work *work, const ModelType *type, void *object, const char *path)
{
    for (const ModelField *field = type->fields; field->name || field->kind; field++)
        if (is_open(field))
            correct_field(work, type, field, object, path);
}
