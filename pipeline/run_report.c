/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The report of a run: written beside the outputs, read and merged again. */
#include "run_report.h"

#include <string.h>

#include "input.h"
#include "output.h"

static GPtrArray *read_reports(Session *session, char *const *operands, GError **error);
static gboolean add_folder(Session *session, GPtrArray *runs, const char *folder, GError **error);
static BatchRun *read_report(Session *session, const char *path, GError **error);
static gboolean fit_together(const GPtrArray *runs, GError **error);
static gboolean is_report(const char *name);
static gint by_bytes(gconstpointer a, gconstpointer b);

gboolean run_report_write(Session *session, const BatchRun *run, const char *out, const char *temporaries,
                          const char *name, GError **error)
{
    static const Output forms[] = {OUTPUT_XML, OUTPUT_TEXT};
    g_autoptr(Outputs) files = outputs_new(out, temporaries, error);
    for (gsize i = 0; i < G_N_ELEMENTS(forms); i++) {
        g_autofree char *file = g_strconcat(name, ".", output_name(forms[i]), NULL);
        g_autoptr(GBytes) bytes = files ? run_report_bytes(session, run, forms[i], error) : NULL;
        if (!bytes || !outputs_add(files, file, bytes, error))
            return FALSE;
    }
    return outputs_commit(files, error);
}

GBytes *run_report_bytes(const Session *session, const BatchRun *run, Output output, GError **error)
{
    gsize length = 0;
    char *bytes = NULL;
    xmlDoc *doc = run_to_xml(run);
    if (output == OUTPUT_XML) {
        bytes = xml_write(doc, &length);
    } else {
        g_autofree char *name = g_strdup_printf("run-%s.xsl", output_name(output));
        g_autofree char *path = resources_path(session->resources, "xslt", name);
        g_autoptr(Stylesheet) stylesheet = stylesheet_from_file(path, NULL, error);
        bytes = stylesheet ? render(stylesheet, doc, NULL, &length, error) : NULL;
    }
    xml_free(doc);
    return bytes ? g_bytes_new_take(bytes, length) : NULL;
}

Status run_report(Session *session)
{
    const Options *o = &session->options;
    Output output = o->to ? output_named(o->to) : OUTPUT_TEXT;
    if (!o->files)
        return session_fail(
            session, g_error_new_literal(SESSION_DOMAIN, SESSION_ERROR_USAGE,
                                         "report: name the folder of the outputs, or the reports in it"));
    if (output == OUTPUT__MAX || output == OUTPUT_MARKDOWN)
        return session_fail(session,
                            g_error_new(SESSION_DOMAIN, SESSION_ERROR_USAGE,
                                        "report: --to %s: there are txt, html, json and xml", o->to));

    GError *error = NULL;
    g_autoptr(GPtrArray) runs = read_reports(session, o->files, &error);
    if (!runs || !fit_together(runs, &error))
        return session_fail(session, error);
    const BatchRun *only = g_ptr_array_index(runs, 0);
    gboolean whole = runs->len == 1 && only->shards == 0;
    g_autoptr(BatchRun) merged = whole ? NULL : run_from_shards(runs);
    g_autoptr(GBytes) bytes = run_report_bytes(session, whole ? only : merged, output, &error);
    if (!bytes || !output_stream(session->out, bytes, &error))
        return session_fail(session, error);
    return (Status)(whole ? only : merged)->status;
}

/* All that the operands name: an array of BatchRun, which the caller unreferences. */
static GPtrArray *read_reports(Session *session, char *const *operands, GError **error)
{
    g_autoptr(GPtrArray) runs = g_ptr_array_new_with_free_func((GDestroyNotify)run_free);
    for (char *const *operand = operands; *operand; operand++) {
        if (strcmp(*operand, "-") != 0 && g_file_test(*operand, G_FILE_TEST_IS_DIR)) {
            if (!add_folder(session, runs, *operand, error))
                return NULL;
            continue;
        }
        BatchRun *run = read_report(session, *operand, error);
        if (!run)
            return NULL;
        g_ptr_array_add(runs, run);
    }
    return g_steal_pointer(&runs);
}

/* The reports of the last run in a folder: that of the whole, or those of as many shards as the one that
 * began last. Others are of earlier runs. */
static gboolean add_folder(Session *session, GPtrArray *runs, const char *folder, GError **error)
{
    g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GPtrArray) found = g_ptr_array_new_with_free_func((GDestroyNotify)run_free);
    g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
    for (const char *name = dir ? g_dir_read_name(dir) : NULL; name; name = g_dir_read_name(dir))
        if (is_report(name))
            g_ptr_array_add(names, g_build_filename(folder, name, NULL));
    g_ptr_array_sort(names, by_bytes);
    const BatchRun *last = NULL;
    for (guint i = 0; i < names->len; i++) {
        BatchRun *run = read_report(session, g_ptr_array_index(names, i), error);
        if (!run)
            return FALSE;
        g_ptr_array_add(found, run);
        if (!last || g_strcmp0(run->started, last->started) > 0)
            last = run;
    }
    if (!last) {
        g_autofree char *label = input_label(folder);
        g_set_error(error, INPUT_DOMAIN, INPUT_ERROR_MISSING, "%s: no report of a run is in it", label);
        return FALSE;
    }
    const int shards = last->shards;
    while (found->len > 0) {
        BatchRun *run = g_ptr_array_steal_index(found, 0);
        if (run->shards == shards)
            g_ptr_array_add(runs, run);
        else
            run_free(run);
    }
    return TRUE;
}

static BatchRun *read_report(Session *session, const char *path, GError **error)
{
    xmlDoc *doc = session_read_file(session, path, "run.xsd", error);
    BatchRun *run = doc ? run_from_xml(doc, error) : NULL;
    xml_free(doc);
    return run;
}

static gboolean fit_together(const GPtrArray *runs, GError **error)
{
    const BatchRun *first = g_ptr_array_index(runs, 0);
    for (guint i = 1; i < runs->len; i++) {
        const BatchRun *run = g_ptr_array_index(runs, i);
        if (run->shards != first->shards) {
            g_set_error(error, SESSION_DOMAIN, SESSION_ERROR_USAGE,
                        "report: runs in %d and in %d shards: name the reports of one of them",
                        MAX(first->shards, 1), MAX(run->shards, 1));
            return FALSE;
        }
    }
    return TRUE;
}

/* run.xml and run-I-of-N.xml. */
static gboolean is_report(const char *name)
{
    return strcmp(name, "run.xml") == 0 ||
           g_regex_match_simple("^run-[0-9]+-of-[0-9]+\\.xml$", name, G_REGEX_RAW, 0);
}

static gint by_bytes(gconstpointer a, gconstpointer b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}
