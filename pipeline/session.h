/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A session: what one call of the program holds, and the steps that its commands share. */
#ifndef SESSION_H
#define SESSION_H

#include <stdio.h>

#include "cage.h"
#include "chain.h"
#include "command.h"
#include "input.h"
#include "options.h"
#include "report.h"
#include "resources.h"

typedef struct {
    Options options;
    FILE *in, *out;
    Report report;
    Resources *resources;
    const Profile *profile;
    gboolean review;     /* the command is review: decisions are heeded */
    Cage *cage;          /* for all that follows from the bytes of an input */
    PagesReader *reader; /* NULL until there is a PDF */
} Session;

typedef enum {
    SESSION_ERROR_USAGE,   /* the command line asks for what there is not */
    SESSION_ERROR_OWN_XML, /* what the program made is not valid by its own schema */
} SessionErrorCode;
#define SESSION_DOMAIN session_domain_quark()
GQuark session_domain_quark(void);

/* The exit status that an error stands for. */
Status session_status(const GError *error);

/* Prints the error and frees it; returns the exit status it stands for. */
Status session_fail(Session *session, GError *error);

/* ---- outside the cage ---- */

/* Reads the bytes of the input `path` and of its corrections. The error names the file. */
gboolean session_open(Session *session, const char *path, Input *input, GError **error);

/* Loads what it takes to make `output` of a document in `format`, and of one in any format before it: a cage
 * can open no file. FORMAT_PDF needs nothing. */
gboolean session_load(Session *session, Format format, Output output, GError **error);

/* Reads a file of the user's own or of the installation, "-" for standard input, that is valid by the schema
 * of that name. Returns a document the caller frees with xml_free(), or NULL with an error that names the
 * file. */
xmlDoc *session_read_file(const Session *session, const char *path, const char *schema, GError **error);

/* ---- inside the cage ---- */

/* Reads a PDF. The error names the file. */
gboolean session_read_pdf(Session *session, const Input *input, Document *document, GError **error);

/* Reads a PDF or the XML of a meeting, told apart by how the file begins. The error names it. */
gboolean session_read_minutes(Session *session, const Input *input, Document *document, GError **error);

/* Reads XML that is valid by the schema of `format`. Returns a document the caller frees with xml_free().
 */
xmlDoc *session_read_xml(Session *session, const Input *input, Format format, GError **error);

/* Takes the document on to `format` and returns it as XML, to be freed with xml_free(). A meeting, a
 * check or a review is validated, and so is the meeting that they are made from. */
xmlDoc *session_advance(Session *session, const Input *input, Document *document, Format format,
                        GError **error);

/* The two steps of it: the model, corrected, masked and reviewed as the options say; and its XML. `made`: the
 * document was read from before a meeting. */
gboolean session_model(Session *session, const Input *input, Document *document, Format format,
                       GError **error);
xmlDoc *session_to_xml(Session *session, const Input *input, Document *document, gboolean made,
                       GError **error);

/* Makes the summary of a meeting, which stays; free with document_clear(). */
gboolean session_summarise(Session *session, const Document *meeting, Document *summary, GError **error);

/* Takes the document on to `format` and no more: for what comes after a meeting that is validated. */
gboolean session_remodel(Session *session, Document *document, Format format, GError **error);

/* A meeting, summary or check in one of the forms that are read. The caller unreferences the bytes. */
GBytes *session_render(Session *session, xmlDoc *doc, Format format, Output output, GError **error);
/* The same into a sink, which gets nothing on failure. */
gboolean session_render_to(Session *session, xmlDoc *doc, Format format, Output output, const XmlSink *sink,
                           GError **error);

#endif
