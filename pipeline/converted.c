/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Converted: what became of one input, in memory, before anything is written. */
#include "converted.h"

#include <string.h>

#include "input.h"
#include "output.h"

/* What is made of each input, by edition in the order of the chain. */
static const struct {
    Format edition;
    Output output;
    const char *ending;
} outputs[] = {
    {EDITION_MINUTES, OUTPUT_XML, ".xml"},
    {EDITION_MINUTES, OUTPUT_HTML, ".protokoll.html"},
    {EDITION_MINUTES, OUTPUT_MARKDOWN, ".protokoll.md"},
    {EDITION_MINUTES, OUTPUT_TEXT, ".protokoll.txt"},
    {EDITION_MINUTES, OUTPUT_JSON, ".json"},
    {EDITION_SUMMARY, OUTPUT_HTML, ".html"},
    {EDITION_SUMMARY, OUTPUT_MARKDOWN, ".md"},
    {EDITION_SUMMARY, OUTPUT_TEXT, ".txt"},
};

static gboolean make_outputs(Session *session, Document *document, const char *label, Converted *converted,
                             GError **error);
static void count(Converted *converted, const Document *document);
static void drop_outputs(Converted *converted);
static void output_clear(void *output);

Converted *converted_from_file(Session *session, const char *path)
{
    g_autofree char *label = input_label(path);
    g_autoptr(GError) error = NULL;
    Converted *converted = g_new0(Converted, 1);
    Document document = {0};
    if (session_read_pdf(session, path, &document, &error) &&
        make_outputs(session, &document, label, converted, &error)) {
        const GArray *notes = document_notes(&document);
        converted->status = notes_worst(notes) == LEVEL_ERROR ? STATUS_NOTES : STATUS_OK;
        converted->lines = report_lines(label, notes, 0);
    } else {
        drop_outputs(converted);
        converted->status = session_status(error);
        converted->reason = reason_from_error(error);
        converted->message = g_strdup(error->message);
        converted->lines = g_ptr_array_new_with_free_func(g_free);
    }
    document_clear(&document);
    return converted;
}

gboolean converted_write(const Converted *converted, const char *folder, const char *temporaries,
                         const char *stem, GError **error)
{
    g_autoptr(Outputs) files = outputs_new(folder, temporaries, error);
    if (!files)
        return FALSE;
    for (guint i = 0; converted->outputs && i < converted->outputs->len; i++) {
        const ConvertedOutput *output = &g_array_index(converted->outputs, ConvertedOutput, i);
        g_autofree char *name = g_strconcat(stem, output->ending, NULL);
        if (!outputs_add(files, name, output->bytes, error))
            return FALSE;
    }
    return outputs_commit(files, error);
}

void converted_free(Converted *converted)
{
    if (!converted)
        return;
    g_free(converted->message);
    g_ptr_array_unref(converted->lines);
    drop_outputs(converted);
    g_free(converted);
}

char *converted_stem(const char *path)
{
    if (strcmp(path, "-") == 0)
        return g_strdup("stdin");
    char *name = g_path_get_basename(path);
    gsize length = strlen(name);
    if (length > 4 && g_ascii_strcasecmp(name + length - 4, ".pdf") == 0)
        name[length - 4] = '\0';
    return name;
}

const char *converted_ending(gsize i)
{
    return i < G_N_ELEMENTS(outputs) ? outputs[i].ending : NULL;
}

static gboolean make_outputs(Session *session, Document *document, const char *label, Converted *converted,
                             GError **error)
{
    converted->outputs = g_array_new(FALSE, FALSE, sizeof(ConvertedOutput));
    g_array_set_clear_func(converted->outputs, output_clear);
    converted->pages = document->pages->pages->len;
    xmlDoc *doc = NULL;
    gboolean good = TRUE;
    for (gsize i = 0; good && i < G_N_ELEMENTS(outputs); i++) {
        if (document->format != outputs[i].edition) {
            g_clear_pointer(&doc, xmlFreeDoc);
            doc = session_advance(session, document, outputs[i].edition, label, error);
            if (doc)
                count(converted, document);
        }
        ConvertedOutput made = {.ending = outputs[i].ending};
        made.bytes = doc ? session_render(session, doc, outputs[i].edition, outputs[i].output, error) : NULL;
        good = made.bytes != NULL;
        if (good)
            g_array_append_val(converted->outputs, made);
    }
    xmlFreeDoc(doc);
    return good;
}

/* The notes of a model are those of all before it. */
static void count(Converted *converted, const Document *document)
{
    if (document->format == FORMAT_MEETING && document->meeting->items)
        converted->items = document->meeting->items->len;
    const GArray *notes = document_notes(document);
    memset(converted->notes, 0, sizeof converted->notes);
    for (guint i = 0; notes && i < notes->len; i++)
        converted->notes[note_level(g_array_index(notes, Note, i).kind)]++;
}

static void drop_outputs(Converted *converted)
{
    if (converted->outputs)
        g_array_unref(converted->outputs);
    converted->outputs = NULL;
}

static void output_clear(void *output)
{
    g_bytes_unref(((ConvertedOutput *)output)->bytes);
}
