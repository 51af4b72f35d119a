/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Converted: what became of one input, in memory, before anything is written. */
#ifndef CONVERTED_H
#define CONVERTED_H

#include "base/notes.h"
#include "reason.h"
#include "session.h"

/* An edition is the model that is rendered: the meeting holds the whole minutes. */
#define EDITION_MINUTES FORMAT_MEETING
#define EDITION_SUMMARY FORMAT_SUMMARY

typedef struct {
    const char *ending; /* of the file's name: ".protokoll.html"; static */
    GBytes *bytes;
} ConvertedOutput;

typedef struct {
    Status status;                /* of this input alone */
    Reason reason;                /* why there are no outputs */
    char *message;                /* the same in words, names the input; NULL where there are outputs */
    guint pages, items;           /* how many it has */
    guint notes[LEVEL_ERROR + 1]; /* how many, by NoteLevel */
    GPtrArray *lines;             /* of char *: its notes as they are printed, without "sammandrag: " */
    GArray *outputs;              /* of ConvertedOutput: all, or none where there is a message */
    gboolean sent;                /* in the cage: outputs leave it as they are made and are not kept here */
} Converted;

/* One without outputs and message. */
Converted *converted_new(void);

/* Loads what all outputs take, so that processes forked after it share it. */
gboolean converted_prepare(Session *session, GError **error);

/* Makes all outputs of the PDF `path` in the cage. Never NULL; free with converted_free(). Prints and writes
 * nothing. */
Converted *converted_from_file(Session *session, const char *path);
/* The same of an input that session_open() has read, after converted_prepare(). */
Converted *converted_from_input(Session *session, const Input *input);

/* Writes the outputs to files of `folder` (made where it is missing) called `stem` and their ending: all
 * of them, or none and an error in OUTPUT_DOMAIN. `temporaries` is as for outputs_new(). */
gboolean converted_write(const Converted *converted, const char *folder, const char *temporaries,
                         const char *stem, GError **error);

/* Makes what a command wants of one input: tells of it and adds its outputs. Runs in the cage. */
typedef gboolean (*ConvertedMaker)(Session *session, const Input *input, gconstpointer request,
                                   Converted *converted, GError **error);

/* What `make` makes in the cage of the input, for which session_load() was called: a message, or `outputs`
 * outputs without an ending. Never NULL. */
Converted *converted_in_cage(Session *session, const Input *input, ConvertedMaker make, gconstpointer request,
                             guint outputs);
/* For a maker: adds the next output, whose bytes are taken. */
void converted_add(Converted *converted, GBytes *bytes);
/* For a maker: adds the next output as it is made, which takes no memory. */
gboolean converted_render(Converted *converted, Session *session, xmlDoc *doc, Format format, Output output,
                          GError **error);
/* For a maker: status, counts and lines by the notes of the document; lines from the one numbered `first`. */
void converted_tell(Converted *converted, const Input *input, const Document *document, guint first);

/* Prints the message, or the one output and the lines. Returns the exit status. */
Status converted_print(const Converted *converted, Session *session);

void converted_free(Converted *converted); /* NULL is fine */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Converted, converted_free)

/* What the outputs of `path` are called before their ending: its name without folders and ".pdf", in bytes;
 * "stdin" for "-". The caller frees it. */
char *converted_stem(const char *path);

/* The ending of the output numbered `i` from 0, NULL behind the last. */
const char *converted_ending(gsize i);

#endif
