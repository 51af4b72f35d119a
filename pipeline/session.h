/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A session: what one call of the program holds, and the steps that its commands share. */
#ifndef SESSION_H
#define SESSION_H

#include <stdio.h>

#include "chain.h"
#include "command.h"
#include "options.h"
#include "report.h"
#include "resources.h"

typedef struct {
    Options options;
    FILE *in, *out;
    Report report;
    Resources *resources;
    const Profile *profile;
    const char *path; /* the PDF that is being worked on, "-" for standard input; NULL: none */
} Session;

typedef enum {
    SESSION_ERROR_USAGE,   /* the command line asks for what there is not */
    SESSION_ERROR_OWN_XML, /* what the program made is not valid by its own schema */
} SessionErrorCode;
#define SESSION_DOMAIN session_domain_quark()
GQuark session_domain_quark(void);

/* Reads the PDF `path`. The error names the file. */
gboolean session_read_pdf(Session *session, const char *path, Document *document, GError **error);

/* Reads `path`, a PDF or the XML of a meeting, told apart by how the file begins. The error names it. */
gboolean session_read_minutes(Session *session, const char *path, Document *document, GError **error);

/* Reads `path`, which is to be XML valid by the schema of `format`; FORMAT_PDF stands for a meeting,
 * a summary or a check, told apart by the root. Returns a document the caller frees with xmlFreeDoc(). */
xmlDoc *session_read_xml(Session *session, const char *path, Format *format, GError **error);

/* Takes the document on to `format` and returns it as XML, to be freed with xmlFreeDoc(). A
 * meeting or check is validated first. `label` names the input in the error. */
xmlDoc *session_advance(Session *session, Document *document, Format format, const char *label,
                        GError **error);

/* A meeting or summary in one of the forms that are read. The caller unreferences the bytes. */
GBytes *session_render(Session *session, xmlDoc *doc, Format format, Output output, GError **error);

/* The exit status that an error stands for. */
Status session_status(const GError *error);

/* Prints the error and frees it; returns the exit status it stands for. */
Status session_fail(Session *session, GError *error);

#endif
