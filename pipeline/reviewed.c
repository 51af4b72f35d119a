/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Decisions of a reviewer about the personal data of an input: the file that --decisions names, or the one
 * that lies beside it. */
#include "reviewed.h"

#include <string.h>

#include "input.h"
#include "personal.h"
#include "tree.h"

#define ENDING ".personuppgifter.xml"

static char *beside(const Input *input);

gboolean reviewed_open(Session *session, Input *input, GError **error)
{
    if (!session->options.public && !session->review)
        return TRUE;
    g_autofree char *path = session->options.decisions ? g_strdup(session->options.decisions) : beside(input);
    if (!path)
        return TRUE;
    input->decisions_label = input_label(path);
    input->decisions = input_read(path, session->in, error);
    if (!input->decisions)
        g_prefix_error(error, "%s: ", input->decisions_label);
    return input->decisions && resources_schema(session->resources, FORMAT_PERSONAL, error);
}

/* What the file of decisions says, which may be empty: it is about to be written. */
static gboolean decide(Session *session, const Input *input, const Profile *profile, const Meeting *meeting,
                       Personal *personal, GError **error)
{
    gsize length = 0;
    const char *data = input->decisions ? g_bytes_get_data(input->decisions, &length) : NULL;
    if (length == 0)
        return TRUE;
    xmlSchema *schema = resources_schema(session->resources, FORMAT_PERSONAL, error);
    if (!schema)
        return FALSE;
    xmlDoc *doc = xml_read(data, length, input->decisions_label, error);
    g_autoptr(Personal) decisions = doc && xml_validate(schema, doc, input->decisions_label, error)
                                        ? personal_from_xml(doc, error)
                                        : NULL;
    xml_free(doc);
    if (decisions)
        personal_decide(personal, meeting, profile, decisions);
    return decisions != NULL;
}

Personal *reviewed(Session *session, const Input *input, const Profile *profile, const Meeting *meeting,
                   GError **error)
{
    g_autoptr(Personal) personal = personal_from_meeting(meeting, profile);
    return decide(session, input, profile, meeting, personal, error) ? g_steal_pointer(&personal) : NULL;
}

gboolean reviewed_mask(Session *session, const Input *input, const Profile *profile, Meeting *meeting,
                       GError **error)
{
    g_autoptr(Personal) personal = reviewed(session, input, profile, meeting, error);
    if (personal)
        personal_mask(personal, meeting);
    return personal != NULL;
}

/* NAME.personuppgifter.xml beside NAME.pdf or NAME.xml, or NULL where there is none. */
static char *beside(const Input *input)
{
    if (strcmp(input->path, "-") == 0)
        return NULL;
    gsize length = strlen(input->path);
    gsize stem = tree_ends(input->path, ".pdf") || tree_ends(input->path, ".xml") ? length - 4 : length;
    g_autofree char *path = g_strdup_printf("%.*s" ENDING, (int)stem, input->path);
    return g_file_test(path, G_FILE_TEST_EXISTS) ? g_steal_pointer(&path) : NULL;
}
