/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Corrections of an input: the file that --corrections names, or the one that lies beside the PDF. */
#include "corrected.h"

#include <string.h>

#include "input.h"
#include "meeting_corrections.h"

#define ENDING ".rattelser.xml"

static char *beside(const char *pdf);
static Corrections *read_corrections(Session *session, const char *path, GError **error);

gboolean corrected(Session *session, Meeting *meeting, GError **error)
{
    g_autofree char *path =
        session->options.corrections ? g_strdup(session->options.corrections) : beside(session->path);
    if (!path)
        return TRUE;
    Corrections *corrections = read_corrections(session, path, error);
    if (!corrections)
        return FALSE;
    corrections_apply(corrections, meeting);
    corrections_free(corrections);
    return TRUE;
}

/* NAME.rattelser.xml beside NAME.pdf, or NULL where there is none. */
static char *beside(const char *pdf)
{
    if (!pdf || strcmp(pdf, "-") == 0)
        return NULL;
    gsize length = strlen(pdf);
    gsize stem = length > 4 && g_ascii_strcasecmp(pdf + length - 4, ".pdf") == 0 ? length - 4 : length;
    char *path = g_strdup_printf("%.*s" ENDING, (int)stem, pdf);
    if (!g_file_test(path, G_FILE_TEST_EXISTS))
        g_clear_pointer(&path, g_free);
    return path;
}

static Corrections *read_corrections(Session *session, const char *path, GError **error)
{
    g_autofree char *label = input_label(path);
    xmlSchema *schema = resources_corrections_schema(session->resources, error);
    g_autoptr(GBytes) bytes = schema ? input_read(path, session->in, error) : NULL;
    if (!bytes) {
        if (schema)
            g_prefix_error(error, "%s: ", label);
        return NULL;
    }
    gsize length = 0;
    const char *data = g_bytes_get_data(bytes, &length);
    xmlDoc *doc = xml_read(data, length, label, error);
    Corrections *corrections =
        doc && xml_validate(schema, doc, label, error) ? corrections_from_xml(doc, error) : NULL;
    xmlFreeDoc(doc);
    return corrections;
}
