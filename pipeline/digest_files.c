/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The command digest: what many meetings decided, in one page, a feed, a message or an item for a news desk.
 */
#include "digest_files.h"

#include <string.h>

#include "chosen.h"
#include "collection.h"
#include "converted.h"
#include "digest.h"
#include "mail.h"
#include "output.h"
#include "reviewed.h"
#include "wanted_digest.h"

enum { SHEETS = 2 }; /* an output is made with, at most */

static const struct {
    const char *name;
    const char *sheets[SHEETS]; /* none: the XML itself; two: text and HTML of a message */
} outputs[] = {
    {"txt", {"digest-txt.xsl"}},
    {"html", {"digest-html.xsl"}},
    {"md", {"digest-md.xsl"}},
    {"json", {"digest-json.xsl"}},
    {"atom", {"digest-atom.xsl"}},
    {"ninjs", {"digest-ninjs.xsl"}},
    {"xml", {NULL}},
    {"eml", {"digest-txt.xsl", "digest-eml.xsl"}},
};

/* What the cage is given: all of it was read before. */
typedef struct {
    const Collection *meetings;
    const WantedDigest *wanted;
    Signals *signals;
    xmlSchema *schema;
    Stylesheet *sheets[SHEETS];
} Request;

/* What a visit to a meeting needs. */
typedef struct {
    Session *session;
    DigestMaker *maker;
    Converted *converted;
    guint meetings;
} Visit;

static gboolean load(Session *session, Request *request, GError **error);
static gboolean give_time(Session *session, guint files, GError **error);
static void request_clear(Request *request);
static gboolean make_digest(Session *session, const Input *input, gconstpointer request, Converted *converted,
                            GError **error);
static Status print(Session *session, const Converted *converted);

Status digest_files(Session *session)
{
    static char here[] = "digest";
    GError *error = NULL;
    g_auto(WantedDigest) wanted = {0};
    if (!session->options.files)
        return session_fail(session,
                            g_error_new_literal(SESSION_DOMAIN, SESSION_ERROR_USAGE,
                                                "digest: name the XML of meetings, or folders that hold it"));
    g_autoptr(Collection) meetings = NULL;
    Request request = {.wanted = &wanted};
    if (wanted_digest(&session->options, &wanted, &error) &&
        (meetings = collection_new(session->options.files, NULL, &error)) &&
        load(session, &request, &error) && give_time(session, meetings->files->len, &error)) {
        collection_open(meetings, session);
        request.meetings = meetings;
    }
    g_auto(Input) input = {.path = here, .label = g_strdup(here)};
    g_autoptr(Converted) converted =
        error ? NULL : converted_in_cage(session, &input, make_digest, &request, 1);
    request_clear(&request);
    return converted ? print(session, converted) : session_fail(session, error);
}

/* ---- outside the cage ---- */

static Signals *read_signals(Session *session, GError **error)
{
    const char *given = session->options.signals;
    g_autofree char *shipped = resources_path(session->resources, "signals", "press.xml");
    xmlDoc *doc = session_read_file(session, given ? given : shipped, "signals.xsd", error);
    Signals *signals = doc ? signals_from_xml(doc, error) : NULL;
    xml_free(doc);
    return signals;
}

static gboolean load(Session *session, Request *request, GError **error)
{
    const char *to = request->wanted->output;
    gsize row = 0;
    while (row < G_N_ELEMENTS(outputs) && strcmp(outputs[row].name, to) != 0)
        row++;
    if (row == G_N_ELEMENTS(outputs)) {
        g_set_error(error, SESSION_DOMAIN, SESSION_ERROR_USAGE,
                    "digest: --to %s: there are txt, html, md, json, atom, eml, ninjs and xml, and days as "
                    "2025-03-31",
                    to);
        return FALSE;
    }
    for (gsize i = 0; i < SHEETS && outputs[row].sheets[i]; i++) {
        g_autofree char *path = resources_path(session->resources, "xslt", outputs[row].sheets[i]);
        if (!(request->sheets[i] = stylesheet_from_file(path, NULL, error)))
            return FALSE;
    }
    g_autofree char *schema = resources_path(session->resources, "schema", "digest.xsd");
    return (request->schema = xml_schema(schema, error)) &&
           (request->signals = read_signals(session, error)) &&
           session_load(session, FORMAT_MEETING, OUTPUT_XML, error);
}

/* Limits are what one file may take, and here one cage reads them all. */
static gboolean give_time(Session *session, guint files, GError **error)
{
    enum { MOST = 1 << 20 }; /* seconds: as much as --limit takes */
    Limits limits = session->options.limits;
    limits.time = (guint)MIN((guint64)limits.time * MAX(files, 1), MOST);
    cage_free(session->cage);
    session->cage = cage_new(&limits, session->options.open, error);
    return session->cage != NULL;
}

static void request_clear(Request *request)
{
    for (gsize i = 0; i < SHEETS; i++)
        stylesheet_free(request->sheets[i]);
    xmlSchemaFree(request->schema);
    signals_free(request->signals);
}

/* What could not be read is said whether quiet or not: the digest lacks it. */
static Status print(Session *session, const Converted *converted)
{
    GError *error = NULL;
    for (guint i = 0; i < converted->lines->len; i++)
        report_error(&session->report, g_ptr_array_index(converted->lines, i));
    if (converted->message)
        report_error(&session->report, converted->message);
    else if (!output_stream(session->out, g_array_index(converted->outputs, ConvertedOutput, 0).bytes,
                            &error))
        return session_fail(session, error);
    return converted->status;
}

/* ---- inside the cage ---- */

static gboolean mask(const CollectionMeeting *given, Session *session, GError **error)
{
    Document document = {.format = FORMAT_MEETING, .meeting = given->meeting};
    const Profile *profile = chosen_profile(session, &document, error);
    return profile &&
           (!session->options.public || reviewed_mask(session, given->input, profile, given->meeting, error));
}

/* A meeting whose decisions cannot be read is left out: what they mask is not known. */
static void add(const CollectionMeeting *given, gpointer data)
{
    Visit *visit = data;
    g_autoptr(GError) error = NULL;
    visit->meetings++;
    if (!mask(given, visit->session, &error)) {
        visit->converted->status = STATUS_INPUT;
        g_ptr_array_add(visit->converted->lines, g_strdup(error->message));
        return;
    }
    Document document = {.format = FORMAT_MEETING, .meeting = given->meeting};
    g_autofree char *folder = g_path_get_dirname(given->file->place);
    g_autofree char *below = strcmp(folder, ".") == 0 ? g_strdup("") : g_strconcat(folder, "/", NULL);
    digest_add(visit->maker, given->meeting, chosen_profile(visit->session, &document, NULL), below);
}

static gboolean has_meetings(const Digest *digest, guint read, GError **error)
{
    if (digest->meetings)
        return TRUE;
    if (read > 0)
        g_set_error(error, INPUT_DOMAIN, INPUT_ERROR_MISSING,
                    "digest: no meeting is of what was asked for: %u were read; see --from, --to, --body",
                    read);
    else
        g_set_error_literal(
            error, INPUT_DOMAIN, INPUT_ERROR_MISSING,
            "digest: no meeting was read: name the XML of meetings, which convert and batch write, "
            "or folders that hold it");
    return FALSE;
}

static GBytes *rendered(const Request *request, gsize i, xmlDoc *doc, GError **error)
{
    gsize length = 0;
    char *bytes =
        request->sheets[i] ? render(request->sheets[i], doc, NULL, &length, error) : xml_write(doc, &length);
    return bytes ? g_bytes_new_take(bytes, length) : NULL;
}

static GBytes *make_output(const Request *request, const Digest *digest, GError **error)
{
    xmlDoc *doc = digest_to_xml(digest);
    g_autoptr(GError) fault = NULL;
    if (!xml_validate(request->schema, doc, "digest", &fault)) {
        g_set_error(error, SESSION_DOMAIN, SESSION_ERROR_OWN_XML,
                    "%s, in the XML made of it: a fault of the program, please report it", fault->message);
        xml_free(doc);
        return NULL;
    }
    GBytes *bytes = rendered(request, 0, doc, error);
    if (bytes && request->sheets[1]) {
        g_autoptr(GBytes) text = bytes;
        g_autoptr(GBytes) html = rendered(request, 1, doc, error);
        bytes = html ? mail_from_parts(digest->title, digest->to, text, html) : NULL;
    }
    xml_free(doc);
    return bytes;
}

static gboolean make_digest(Session *session, const Input *input, gconstpointer request, Converted *converted,
                            GError **error)
{
    (void)input;
    const Request *asked = request;
    Visit visit = {.session = session,
                   .maker = digest_begin(&asked->wanted->options, asked->signals),
                   .converted = converted};
    collection_visit(asked->meetings, session, converted, add, &visit);
    g_autoptr(Digest) digest = digest_end(visit.maker);
    digest->public = session->options.public;
    GBytes *bytes = has_meetings(digest, visit.meetings, error) ? make_output(asked, digest, error) : NULL;
    if (bytes)
        converted_add(converted, bytes);
    return bytes != NULL;
}
