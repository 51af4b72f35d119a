/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Corrections of an input: the file that --corrections names, or the one that lies beside the PDF. */
#include "corrected.h"

#include <string.h>

#include "input.h"
#include "meeting_corrections.h"

#define ENDING ".rattelser.xml"

static char *beside(const Input *input);

gboolean corrected_open(Session *session, Input *input, GError **error)
{
    g_autofree char *path =
        session->options.corrections ? g_strdup(session->options.corrections) : beside(input);
    if (!path)
        return TRUE;
    input->corrections_label = input_label(path);
    input->corrections = input_read(path, session->in, error);
    if (!input->corrections)
        g_prefix_error(error, "%s: ", input->corrections_label);
    return input->corrections && resources_corrections_schema(session->resources, error);
}

gboolean corrected(Session *session, const Input *input, Meeting *meeting, GError **error)
{
    if (!input->corrections)
        return TRUE;
    xmlSchema *schema = resources_corrections_schema(session->resources, error);
    if (!schema)
        return FALSE;
    xmlDoc *doc = xml_read_valid(input->corrections, schema, input->corrections_label, error);
    Corrections *corrections = doc ? corrections_from_xml(doc, error) : NULL;
    xml_free(doc);
    if (!corrections)
        return FALSE;
    corrections_apply(corrections, meeting);
    corrections_free(corrections);
    return TRUE;
}

/* NAME.rattelser.xml beside NAME.pdf, or NULL where there is none. */
static char *beside(const Input *input)
{
    const char *pdf = input->path;
    if (strcmp(pdf, "-") == 0 || input_is_xml(input))
        return NULL;
    gsize length = strlen(pdf);
    gsize stem = length > 4 && g_ascii_strcasecmp(pdf + length - 4, ".pdf") == 0 ? length - 4 : length;
    char *path = g_strdup_printf("%.*s" ENDING, (int)stem, pdf);
    if (!g_file_test(path, G_FILE_TEST_EXISTS))
        g_clear_pointer(&path, g_free);
    return path;
}
