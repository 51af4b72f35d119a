/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Converted: what became of one input, in memory, before anything is written. */
#include "converted.h"

#include <string.h>

#include "answer.h"
#include "cage.h"
#include "output.h"

/* What is made of each input, an edition after the other: their XML is most of the memory that is taken. */
static const struct {
    Format edition;
    Output output;
    const char *ending;
} all[] = {
    {EDITION_SUMMARY, OUTPUT_HTML, ".html"},
    {EDITION_SUMMARY, OUTPUT_MARKDOWN, ".md"},
    {EDITION_SUMMARY, OUTPUT_TEXT, ".txt"},
    {EDITION_MINUTES, OUTPUT_XML, ".xml"},
    {EDITION_MINUTES, OUTPUT_HTML, ".protokoll.html"},
    {EDITION_MINUTES, OUTPUT_MARKDOWN, ".protokoll.md"},
    {EDITION_MINUTES, OUTPUT_TEXT, ".protokoll.txt"},
    {EDITION_MINUTES, OUTPUT_JSON, ".json"},
};

/* What the cage is given, by copy of memory. */
typedef struct {
    Session *session;
    const Input *input;
    ConvertedMaker make;
    gconstpointer request;
} Job;

static GBytes *do_job(gpointer data);
static void send_some(gpointer data, const char *bytes, gsize length);
static gboolean make_outputs(Session *session, const Input *input, gconstpointer request,
                             Converted *converted, GError **error);
static Converted *converted_from_error(GError *error);
static void output_clear(void *output);

gboolean converted_prepare(Session *session, GError **error)
{
    for (gsize i = 0; i < G_N_ELEMENTS(all); i++)
        if (!session_load(session, all[i].edition, all[i].output, error))
            return FALSE;
    return TRUE;
}

Converted *converted_from_file(Session *session, const char *path)
{
    GError *error = NULL;
    g_auto(Input) input = {0};
    if (!converted_prepare(session, &error) || !session_open(session, path, &input, &error))
        return converted_from_error(error);
    return converted_from_input(session, &input);
}

Converted *converted_from_input(Session *session, const Input *input)
{
    Converted *converted = converted_in_cage(session, input, make_outputs, NULL, G_N_ELEMENTS(all));
    for (guint i = 0; i < converted->outputs->len; i++)
        g_array_index(converted->outputs, ConvertedOutput, i).ending = all[i].ending;
    return converted;
}

Converted *converted_in_cage(Session *session, const Input *input, ConvertedMaker make, gconstpointer request,
                             guint outputs)
{
    Job job = {session, input, make, request};
    GError *error = NULL;
    g_autoptr(GPtrArray) answer = cage_run(session->cage, do_job, &job, &error);
    if (answer) {
        Converted *converted = converted_new();
        if (converted_from_answer(converted, answer, outputs))
            return converted;
        converted_free(converted);
        g_set_error(&error, CAGE_DOMAIN, CAGE_ERROR_CRASH,
                    "broke its reader, whose answer makes no sense: please report it");
    }
    g_prefix_error(&error, "%s: ", input->label);
    return converted_from_error(error);
}

void converted_add(Converted *converted, GBytes *bytes)
{
    if (converted->sent) {
        cage_send(g_bytes_get_data(bytes, NULL), g_bytes_get_size(bytes), TRUE);
        g_bytes_unref(bytes);
        return;
    }
    ConvertedOutput output = {.bytes = bytes};
    g_array_append_val(converted->outputs, output);
}

gboolean converted_render(Converted *converted, Session *session, xmlDoc *doc, Format format, Output output,
                          GError **error)
{
    if (converted->sent) {
        const XmlSink sink = {send_some, NULL};
        if (!session_render_to(session, doc, format, output, &sink, error))
            return FALSE;
        cage_send(NULL, 0, TRUE);
        return TRUE;
    }
    GBytes *bytes = session_render(session, doc, format, output, error);
    if (bytes)
        converted_add(converted, bytes);
    return bytes != NULL;
}

static void send_some(gpointer data, const char *bytes, gsize length)
{
    (void)data;
    if (length > 0)
        cage_send(bytes, length, FALSE);
}

/* The notes of a model are those of all before it. */
void converted_tell(Converted *converted, const Input *input, const Document *document, guint first)
{
    const GArray *notes = document_notes(document);
    for (guint i = 0; notes && i < notes->len; i++)
        converted->notes[note_level(g_array_index(notes, Note, i).kind)]++;
    converted->status = converted->notes[LEVEL_ERROR] > 0 ? STATUS_NOTES : STATUS_OK;
    g_ptr_array_unref(converted->lines);
    converted->lines = report_lines(input->label, notes, first);
}

Status converted_print(const Converted *converted, Session *session)
{
    GError *error = NULL;
    if (converted->message)
        report_error(&session->report, converted->message);
    else if (!output_stream(session->out, g_array_index(converted->outputs, ConvertedOutput, 0).bytes,
                            &error))
        return session_fail(session, error);
    report_all(&session->report, converted->lines);
    return converted->status;
}

gboolean converted_write(const Converted *converted, const char *folder, const char *temporaries,
                         const char *stem, GError **error)
{
    g_autoptr(Outputs) files = outputs_new(folder, temporaries, error);
    if (!files)
        return FALSE;
    for (guint i = 0; i < converted->outputs->len; i++) {
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
    g_array_unref(converted->outputs);
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
    return i < G_N_ELEMENTS(all) ? all[i].ending : NULL;
}

/* In the cage: the answer is what became of the input, be it an error. */
static GBytes *do_job(gpointer data)
{
    Job *job = data;
    GError *error = NULL;
    Converted *converted = converted_new();
    converted->sent = TRUE;
    if (!job->make(job->session, job->input, job->request, converted, &error)) {
        converted_free(converted);
        converted = converted_from_error(error);
    }
    GBytes *answer = answer_from_converted(converted);
    converted_free(converted);
    return answer;
}

/* All that is made of one edition, whose model is given up for its XML. */
static gboolean make_edition(Session *session, const Input *input, Document *document, Converted *converted,
                             GError **error)
{
    Format edition = document->format;
    xmlDoc *doc = session_to_xml(session, input, document, TRUE, error);
    document_clear(document);
    gboolean good = doc != NULL;
    for (gsize i = 0; good && i < G_N_ELEMENTS(all); i++)
        if (all[i].edition == edition)
            good = converted_render(converted, session, doc, edition, all[i].output, error);
    xml_free(doc);
    return good;
}

static gboolean make_outputs(Session *session, const Input *input, gconstpointer request,
                             Converted *converted, GError **error)
{
    (void)request;
    Document minutes = {0}, summary = {0};
    if (!session_read_pdf(session, input, &minutes, error))
        return FALSE;
    g_bytes_unref(input->bytes); /* of this process, which ends without them: memory for what follows */
    converted->pages = minutes.pages->pages->len;
    gboolean good = session_model(session, input, &minutes, EDITION_MINUTES, error) &&
                    session_summarise(session, &minutes, &summary, error);
    if (good) {
        converted->items = minutes.meeting->items ? minutes.meeting->items->len : 0;
        converted_tell(converted, input, &summary, 0);
    }
    good = good && make_edition(session, input, &summary, converted, error) &&
           make_edition(session, input, &minutes, converted, error);
    document_clear(&summary);
    document_clear(&minutes);
    return good;
}

Converted *converted_new(void)
{
    Converted *converted = g_new0(Converted, 1);
    converted->lines = g_ptr_array_new_with_free_func(g_free);
    converted->outputs = g_array_new(FALSE, FALSE, sizeof(ConvertedOutput));
    g_array_set_clear_func(converted->outputs, output_clear);
    return converted;
}

/* Takes the error. */
static Converted *converted_from_error(GError *error)
{
    Converted *converted = converted_new();
    converted->status = session_status(error);
    converted->reason = reason_from_error(error);
    converted->message = g_strdup(error->message);
    g_error_free(error);
    return converted;
}

static void output_clear(void *output)
{
    g_bytes_unref(((ConvertedOutput *)output)->bytes);
}
