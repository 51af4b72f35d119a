/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Collections: the meetings that files and folders hold, read one at a time. */
#ifndef COLLECTION_H
#define COLLECTION_H

#include "converted.h"
#include "meeting.h"

typedef struct {
    char *path;  /* to open it by */
    char *place; /* below the folder it was found in; the name of a file that was named */
    char *fault; /* why it cannot be read, known before it is opened; NULL: none */
    bool named;  /* by an operand of its own: it must be a meeting */
} CollectionFile;

typedef struct {
    GArray *files;  /* of CollectionFile, by the bytes of their paths, each once */
    GArray *inputs; /* of Input, for each of them: empty until collection_open() */
} Collection;

/* The files that `operands` name, and every *.xml in the trees below folders among them but what begins with
 * a period, and but for the folder `without`, where outputs go (NULL: none). Returns NULL with an error in
 * INPUT_DOMAIN, which names it, for a folder that cannot be read. Nothing is opened. */
Collection *collection_new(char *const *operands, const char *without, GError **error);
void collection_free(Collection *collection); /* NULL is fine */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Collection, collection_free)

/* Outside the cage: reads the bytes of all files; what cannot be read becomes a fault. */
void collection_open(Collection *collection, Session *session);

/* One meeting of a collection, valid by its schema. All is borrowed: it is freed when the visit returns. */
typedef struct {
    const CollectionFile *file;
    const Input *input; /* what it was read from, with the decisions that go with it */
    Meeting *meeting;
    xmlDoc *doc; /* the meeting as it was read */
    const char *sha256;
} CollectionMeeting;
typedef void (*CollectionVisit)(const CollectionMeeting *meeting, gpointer data);

/* In the cage, for which the schema of meetings was loaded: visits the meetings in the order of the files,
 * one in memory at a time. XML that is no meeting is passed over, unless it was named; of what cannot be read
 * or is not valid there is a line in `converted`, whose status is then STATUS_INPUT, and the rest goes on. */
void collection_visit(const Collection *collection, Session *session, Converted *converted,
                      CollectionVisit visit, gpointer data);

/* True for bytes that begin as the XML of a meeting does. */
bool collection_is_meeting(const Input *input);

#endif
