/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Collections: the meetings that files and folders hold, read one at a time. */
#include "collection.h"

#include <string.h>

#include "pathname.h"
#include "tree.h"

#define ENDING ".xml"

static void add_found(const char *path, const char *place, const char *fault, gpointer data);
static void add(Collection *collection, const char *path, const char *place, const char *fault, bool named);
static void take_once(Collection *collection);
static void visit_input(const CollectionFile *file, const Input *input, Session *session,
                        Converted *converted, CollectionVisit visit, gpointer data);
static void fail(Converted *converted, const char *message);
static void file_clear(void *file);
static gint by_path(gconstpointer a, gconstpointer b);

Collection *collection_new(char *const *operands, const char *without, GError **error)
{
    g_autoptr(Collection) collection = g_new0(Collection, 1);
    collection->files = g_array_new(FALSE, FALSE, sizeof(CollectionFile));
    collection->inputs = g_array_new(FALSE, TRUE, sizeof(Input));
    g_array_set_clear_func(collection->files, file_clear);
    g_array_set_clear_func(collection->inputs, (GDestroyNotify)input_clear);
    for (char *const *operand = operands; operand && *operand; operand++) {
        g_autofree char *name = g_path_get_basename(*operand);
        if (!g_file_test(*operand, G_FILE_TEST_IS_DIR))
            add(collection, *operand, name, NULL, true);
        else if (!tree_walk(*operand, without, add_found, collection, error))
            return NULL;
    }
    g_array_sort(collection->files, by_path);
    take_once(collection);
    return g_steal_pointer(&collection);
}

void collection_free(Collection *collection)
{
    if (!collection)
        return;
    g_array_unref(collection->files);
    g_array_unref(collection->inputs);
    g_free(collection);
}

void collection_open(Collection *collection, Session *session)
{
    g_array_set_size(collection->inputs, collection->files->len);
    for (guint i = 0; i < collection->files->len; i++) {
        CollectionFile *file = &g_array_index(collection->files, CollectionFile, i);
        Input *input = &g_array_index(collection->inputs, Input, i);
        g_autoptr(GError) error = NULL;
        if (file->fault || session_open(session, file->path, input, &error))
            continue;
        file->fault = g_strdup(error->message);
    }
}

void collection_visit(const Collection *collection, Session *session, Converted *converted,
                      CollectionVisit visit, gpointer data)
{
    for (guint i = 0; i < collection->inputs->len; i++) {
        const CollectionFile *file = &g_array_index(collection->files, CollectionFile, i);
        const Input *input = &g_array_index(collection->inputs, Input, i);
        if (file->fault)
            fail(converted, file->fault);
        else if (file->named || collection_is_meeting(input))
            visit_input(file, input, session, converted, visit, data);
    }
}

static void visit_input(const CollectionFile *file, const Input *input, Session *session,
                        Converted *converted, CollectionVisit visit, gpointer data)
{
    g_autoptr(GError) error = NULL;
    xmlDoc *doc = session_read_xml(session, input, FORMAT_MEETING, &error);
    Meeting *meeting = doc ? meeting_from_xml(doc, &error) : NULL;
    g_autofree char *sha256 = g_compute_checksum_for_bytes(G_CHECKSUM_SHA256, input->bytes);
    if (meeting)
        visit(&(CollectionMeeting){file, input, meeting, doc, sha256}, data);
    else
        fail(converted, error->message);
    meeting_free(meeting);
    xml_free(doc);
}

/* By the first namespace in its beginning: a record of a batch or a file of corrections has another. What is
 * not even well-formed but says it is a meeting is one that is broken. */
bool collection_is_meeting(const Input *input)
{
    enum { BEGINNING = 4096 };
    gsize length = 0;
    const char *data = g_bytes_get_data(input->bytes, &length);
    gssize most = (gssize)MIN(length, BEGINNING);
    const char *first = data && most ? g_strstr_len(data, most, "urn:sammandrag:") : NULL;
    return first && (gsize)(data + most - first) > strlen(MEETING_NAMESPACE) &&
           strncmp(first, MEETING_NAMESPACE, strlen(MEETING_NAMESPACE)) == 0;
}

static void fail(Converted *converted, const char *message)
{
    converted->status = STATUS_INPUT;
    g_ptr_array_add(converted->lines, g_strdup(message));
}

static void add_found(const char *path, const char *place, const char *fault, gpointer data)
{
    if (fault || tree_ends(path, ENDING))
        add(data, path, place, fault, false);
}

static void add(Collection *collection, const char *path, const char *place, const char *fault, bool named)
{
    g_autofree char *label = fault ? pathname_text(path) : NULL;
    CollectionFile file = {.path = g_strdup(path),
                           .place = g_strdup(place),
                           .fault = fault ? g_strdup_printf("%s: %s", label, fault) : NULL,
                           .named = named};
    g_array_append_val(collection->files, file);
}

/* What was named goes before what was found: equal paths are sorted so. */
static void take_once(Collection *collection)
{
    for (guint i = collection->files->len; i-- > 1;)
        if (strcmp(g_array_index(collection->files, CollectionFile, i).path,
                   g_array_index(collection->files, CollectionFile, i - 1).path) == 0)
            g_array_remove_index(collection->files, i);
}

static void file_clear(void *file)
{
    CollectionFile *itself = file;
    g_free(itself->path);
    g_free(itself->place);
    g_free(itself->fault);
}

static gint by_path(gconstpointer a, gconstpointer b)
{
    const CollectionFile *first = a, *second = b;
    gint order = strcmp(first->path, second->path);
    return order ? order : (gint)second->named - (gint)first->named;
}
