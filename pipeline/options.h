/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The options of every command, parsed from the arguments by one table. */
#ifndef OPTIONS_H
#define OPTIONS_H

#include <glib.h>

#include "input_limits.h"

/* Which commands take an option, as bits. */
typedef enum {
    TAKEN_BY_CONVERT = 1 << 0,
    TAKEN_BY_PAGES = 1 << 1,
    TAKEN_BY_LINES = 1 << 2,
    TAKEN_BY_BLOCKS = 1 << 3,
    TAKEN_BY_MEETING = 1 << 4,
    TAKEN_BY_SUMMARY = 1 << 5,
    TAKEN_BY_RENDER = 1 << 6,
    TAKEN_BY_CHECK = 1 << 7,
    TAKEN_BY_PROFILE = 1 << 8,
    TAKEN_BY_BATCH = 1 << 9,
    TAKEN_BY_REPORT = 1 << 10,
    TAKEN_BY_REVIEW = 1 << 11,
    TAKEN_BY_SITE = 1 << 12,
    TAKEN_BY_DIGEST = 1 << 13,
} Taker;

/* Strings are the bytes of the arguments; one that was not given is NULL. */
typedef struct {
    char *folder;      /* -o */
    char *to;          /* --to */
    char *edition;     /* --edition */
    char *source;      /* --source */
    char *profile;     /* --profile */
    char *corrections; /* --corrections */
    char *decisions;   /* --decisions */
    char *xslt;        /* --xslt */
    char *password;    /* --password */
    char *shard;       /* --shard */
    char *title;       /* --title */
    char *base;        /* --base-url, ends in "/" */
    char *logo;        /* --logo */
    char *colours;     /* --colors, "#rrggbb" or "#rrggbb,#rrggbb" */
    char **words;      /* --watch */
    char *from;        /* --from */
    char *signals;     /* --signals */
    char **to_each;    /* --to, of a command that takes several */
    char **bodies;     /* --body */
    char **parties;    /* --party */
    int jobs;          /* --jobs; 0: as many as there are processors */
    int background;    /* --background, words */
    Limits limits;     /* --limit */
    gboolean public;   /* --public, the last of it and --archive */
    gboolean open;     /* --no-sandbox */
    gboolean quiet;    /* --quiet */
    gboolean help;     /* --help */
    char **files;      /* the arguments that are no options; NULL when there are none */
} Options;

/* Parses `arguments` (without the name of the command) into `*options`, to be cleared with
 * options_clear() whatever the outcome. Returns false with an error in G_OPTION_ERROR. */
gboolean options_parse(Options *options, Taker taker, char **arguments, GError **error);
void options_clear(Options *options);

/* What --help prints for a command: usage, `summary`, options. The caller frees it. */
char *options_help(Taker taker, const char *command, const char *operands, const char *summary);

#endif
