/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The options of every command, parsed from the arguments by one table. */
#include "options.h"

#include <string.h>

#include "base/text.h"

enum {
    DEFAULT_BACKGROUND = 120, /* words: about what the published summaries take */
    ENTRIES_MAX = 64,
};

#define FILTERS_WITH_PROFILE (TAKEN_BY_LINES | TAKEN_BY_BLOCKS | TAKEN_BY_MEETING | TAKEN_BY_SUMMARY)
#define ALL_COMMANDS                                                                                         \
    (TAKEN_BY_CONVERT | TAKEN_BY_PAGES | FILTERS_WITH_PROFILE | TAKEN_BY_RENDER | TAKEN_BY_CHECK |           \
     TAKEN_BY_PROFILE | TAKEN_BY_BATCH | TAKEN_BY_REVIEW | TAKEN_BY_SITE | TAKEN_BY_DIGEST)
/* What they write is for everybody to read. */
#define PUBLIC_COMMANDS (TAKEN_BY_SITE | TAKEN_BY_DIGEST)

static GOptionContext *context_new(Options *o, char ***limits, Taker taker, const char *operands);
static gboolean is_jobs(const char *argument);
static gboolean is_sound(const Options *options, GError **error);
static gboolean is_address(const char *url);
static gboolean is_site_sound(const Options *options, GError **error);
static gboolean are_colours(const char *s);

gboolean options_parse(Options *options, Taker taker, char **arguments, GError **error)
{
    *options = (Options){.background = DEFAULT_BACKGROUND, .public = (taker & PUBLIC_COMMANDS) != 0};
    g_auto(GStrv) limits = NULL;
    g_autoptr(GOptionContext) context = context_new(options, &limits, taker, NULL);

    /* The parser takes what it knows out of the vector, and skips the first as the program's name. */
    g_autoptr(GPtrArray) vector = g_ptr_array_new_with_free_func(g_free);
    g_ptr_array_add(vector, g_strdup("sammandrag"));
    gboolean files = FALSE;
    for (char **a = arguments; *a; a++) {
        files = files || strcmp(*a, "--") == 0;
        gboolean joined = !files && is_jobs(*a);
        if (joined)
            g_ptr_array_add(vector, g_strdup("-j"));
        g_ptr_array_add(vector, g_strdup(joined ? *a + strlen("-j") : *a));
    }
    g_ptr_array_add(vector, NULL);
    g_auto(GStrv) rest = (char **)g_ptr_array_free(g_steal_pointer(&vector), FALSE);

    return g_option_context_parse_strv(context, &rest, error) &&
           limits_parse(&options->limits, limits, error) && is_sound(options, error);
}

/* "-j4": as everybody writes it, and GOption does not take it. */
static gboolean is_jobs(const char *argument)
{
    return g_str_has_prefix(argument, "-j") && g_ascii_isdigit(argument[strlen("-j")]);
}

void options_clear(Options *options)
{
    g_free(options->folder);
    g_free(options->to);
    g_free(options->edition);
    g_free(options->source);
    g_free(options->profile);
    g_free(options->corrections);
    g_free(options->decisions);
    g_free(options->xslt);
    g_free(options->password);
    g_free(options->shard);
    g_free(options->title);
    g_free(options->base);
    g_free(options->logo);
    g_free(options->colours);
    g_strfreev(options->words);
    g_free(options->from);
    g_free(options->signals);
    g_strfreev(options->to_each);
    g_strfreev(options->bodies);
    g_strfreev(options->parties);
    g_strfreev(options->files);
    *options = (Options){0};
}

char *options_help(Taker taker, const char *command, const char *operands, const char *summary)
{
    Options unused = {0};
    char **limits = NULL;
    g_autofree char *program = g_strconcat("sammandrag ", command, NULL);
    g_autoptr(GOptionContext) context = context_new(&unused, &limits, taker, operands);
    g_option_context_set_summary(context, summary);
    g_set_prgname(program); /* GOption begins the usage line with it */
    return g_option_context_get_help(context, TRUE, NULL);
}

/* What no parser can tell of one option alone. */
static gboolean is_sound(const Options *options, GError **error)
{
    if (options->background < 0) {
        g_set_error(error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                    "--background takes a number of words, 0 or more");
        return FALSE;
    }
    if (options->corrections && options->files && options->files[0] && options->files[1]) {
        g_set_error(error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                    "--corrections are those of one file: lay them beside the others as NAME.rattelser.xml");
        return FALSE;
    }
    if (options->decisions && options->files && options->files[0] && options->files[1]) {
        g_set_error(
            error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
            "--decisions are those of one file: lay them beside the others as NAME.personuppgifter.xml");
        return FALSE;
    }
    if (options->source && !is_address(options->source)) {
        g_set_error(error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                    "--source takes a URL of http or https, or one relative to the outputs, with no other "
                    "characters than URLs have");
        return FALSE;
    }
    if (options->to && options->xslt) {
        g_set_error(error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                    "say --to FORMAT or --xslt FILE, not both");
        return FALSE;
    }
    return is_site_sound(options, error);
}

static gboolean is_site_sound(const Options *options, GError **error)
{
    const char *fault = NULL;
    if (options->base && (!is_address(options->base) || !strstr(options->base, "://") ||
                          !g_str_has_suffix(options->base, "/") || strpbrk(options->base, "?#")))
        fault = "--base-url takes a URL of http or https that ends in a slash";
    else if (options->colours && !are_colours(options->colours))
        fault = "--colors takes one colour or two, such as #005ea5,#ffdd00";
    else if (options->title && !g_utf8_validate(options->title, -1, NULL))
        fault = "--title takes words in UTF-8";
    for (char *const *word = options->words; word && *word; word++)
        if (!**word || !g_utf8_validate(*word, -1, NULL))
            fault = "--watch takes a word in UTF-8";
    if (fault)
        g_set_error_literal(error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, fault);
    return !fault;
}

/* "#rrggbb" or "#rrggbb,#rrggbb". */
static gboolean are_colours(const char *s)
{
    for (int i = 0; i < 2; i++, s++) {
        if (*s != '#' || strspn(s + 1, "0123456789abcdefABCDEF") != 6)
            return FALSE;
        s += 7;
        if (*s != ',' || i == 1)
            return *s == '\0';
    }
    return FALSE;
}

/* What the outputs may link to; schema/summary.xsd says the same. */
static gboolean is_address(const char *url)
{
    gsize scheme = strcspn(url, ":/?#");
    g_autofree char *text = text_printable(url);
    if (!*url || strcmp(text, url) != 0 || strpbrk(url, " <>\"\\^`{|}"))
        return FALSE;
    if (url[scheme] != ':')
        return !g_str_has_prefix(url, "//");
    return (scheme == 4 && g_ascii_strncasecmp(url, "http://", 7) == 0) ||
           (scheme == 5 && g_ascii_strncasecmp(url, "https://", 8) == 0);
}

/* Strings are taken as FILENAME, that is as bytes: STRING would convert them by the locale. */
static GOptionContext *context_new(Options *o, char ***limits, Taker taker, const char *operands)
{
    const struct {
        unsigned takers;
        GOptionEntry entry;
    } table[] = {
        {TAKEN_BY_CONVERT | TAKEN_BY_BATCH | TAKEN_BY_SITE,
         {"output", 'o', 0, G_OPTION_ARG_FILENAME, &o->folder, "Write all outputs of each input into DIR",
          "DIR"}},
        {TAKEN_BY_CONVERT | TAKEN_BY_RENDER,
         {"to", 't', 0, G_OPTION_ARG_FILENAME, &o->to, "Write one output: xml, html, md, txt or json",
          "FORMAT"}},
        {TAKEN_BY_CHECK | TAKEN_BY_REPORT | TAKEN_BY_REVIEW,
         {"to", 't', 0, G_OPTION_ARG_FILENAME, &o->to, "Write the report as txt (default), html, json or xml",
          "FORMAT"}},
        {TAKEN_BY_CONVERT | TAKEN_BY_RENDER,
         {"xslt", 0, 0, G_OPTION_ARG_FILENAME, &o->xslt,
          "Write what a stylesheet of your own makes, instead of --to", "FILE"}},
        {TAKEN_BY_CONVERT,
         {"edition", 'e', 0, G_OPTION_ARG_FILENAME, &o->edition,
          "sammanfattning (default) or protokoll (default of xml and json)", "EDITION"}},
        {TAKEN_BY_BATCH | TAKEN_BY_SITE,
         {"jobs", 'j', 0, G_OPTION_ARG_INT, &o->jobs, "Work in N processes (default: as many as processors)",
          "N"}},
        {TAKEN_BY_BATCH,
         {"shard", 0, 0, G_OPTION_ARG_FILENAME, &o->shard, "Do share I of N of the files alone", "I/N"}},
        {TAKEN_BY_SITE,
         {"xslt", 0, 0, G_OPTION_ARG_FILENAME, &o->xslt,
          "Make pages by a stylesheet of your own, which imports site-page.xsl", "FILE"}},
        {TAKEN_BY_SITE,
         {"title", 0, 0, G_OPTION_ARG_FILENAME, &o->title, "What the site is called", "WORDS"}},
        {TAKEN_BY_SITE | TAKEN_BY_DIGEST,
         {"base-url", 0, 0, G_OPTION_ARG_FILENAME, &o->base, "Where the site is published", "URL"}},
        {TAKEN_BY_SITE,
         {"logo", 0, 0, G_OPTION_ARG_FILENAME, &o->logo, "A picture that stands on every page", "FILE"}},
        {TAKEN_BY_SITE,
         {"colors", 0, 0, G_OPTION_ARG_FILENAME, &o->colours, "The colours of the site, one or two",
          "#RRGGBB,#RRGGBB"}},
        {TAKEN_BY_DIGEST,
         {"watch", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &o->words,
          "Show items with this word first, again for each; WORD* also begins longer ones", "WORD"}},
        {TAKEN_BY_SITE,
         {"watch", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &o->words,
          "Follow a word on a page of its own, again for each", "WORD"}},
        {TAKEN_BY_CONVERT | TAKEN_BY_BATCH | TAKEN_BY_SUMMARY | TAKEN_BY_SITE,
         {"background", 'b', 0, G_OPTION_ARG_INT, &o->background,
          "Background per item of the summary, at most (default 120)", "WORDS"}},
        {TAKEN_BY_CONVERT | TAKEN_BY_SUMMARY | TAKEN_BY_RENDER | TAKEN_BY_CHECK | TAKEN_BY_REVIEW,
         {"source", 's', 0, G_OPTION_ARG_FILENAME, &o->source, "Where the PDF is published", "URL"}},
        {TAKEN_BY_BATCH | TAKEN_BY_SITE | TAKEN_BY_DIGEST,
         {"source", 's', 0, G_OPTION_ARG_FILENAME, &o->source, "Where the tree of PDFs is published", "URL"}},
        {TAKEN_BY_CONVERT | TAKEN_BY_BATCH | FILTERS_WITH_PROFILE | TAKEN_BY_CHECK | TAKEN_BY_PROFILE |
             TAKEN_BY_REVIEW | TAKEN_BY_SITE,
         {"profile", 'p', 0, G_OPTION_ARG_FILENAME, &o->profile,
          "What the board calls things: a file or the name of one shipped", "PROFILE"}},
        {TAKEN_BY_CONVERT | TAKEN_BY_MEETING | TAKEN_BY_CHECK | TAKEN_BY_REVIEW,
         {"corrections", 'c', 0, G_OPTION_ARG_FILENAME, &o->corrections,
          "Correct what is read wrongly (default NAME.rattelser.xml beside NAME.pdf)", "FILE"}},
        {TAKEN_BY_CONVERT | TAKEN_BY_RENDER | TAKEN_BY_BATCH,
         {"public", 0, 0, G_OPTION_ARG_NONE, &o->public, "Take personal data out, see review", NULL}},
        {TAKEN_BY_CONVERT | TAKEN_BY_RENDER | TAKEN_BY_BATCH,
         {"archive", 0, G_OPTION_FLAG_REVERSE, G_OPTION_ARG_NONE, &o->public, "Leave it in (default)", NULL}},
        {PUBLIC_COMMANDS,
         {"public", 0, 0, G_OPTION_ARG_NONE, &o->public, "Take personal data out, see review (default)",
          NULL}},
        {PUBLIC_COMMANDS,
         {"archive", 0, G_OPTION_FLAG_REVERSE, G_OPTION_ARG_NONE, &o->public, "Leave it in", NULL}},
        {TAKEN_BY_CONVERT | TAKEN_BY_RENDER | TAKEN_BY_REVIEW,
         {"decisions", 0, 0, G_OPTION_ARG_FILENAME, &o->decisions,
          "What a reviewer decided (default NAME.personuppgifter.xml beside NAME.pdf or NAME.xml)", "FILE"}},
        {TAKEN_BY_CONVERT | TAKEN_BY_BATCH | TAKEN_BY_PAGES | TAKEN_BY_CHECK | TAKEN_BY_PROFILE |
             TAKEN_BY_REVIEW,
         {"password", 0, 0, G_OPTION_ARG_FILENAME, &o->password, "Password of encrypted files", "WORD"}},
        {TAKEN_BY_DIGEST,
         {"from", 0, 0, G_OPTION_ARG_FILENAME, &o->from, "Meetings from this day on", "DATE"}},
        {TAKEN_BY_DIGEST,
         {"to", 't', 0, G_OPTION_ARG_FILENAME_ARRAY, &o->to_each,
          "Meetings to this day; or the form: txt (default), html, md, json, atom, eml, ninjs or xml",
          "DATE|FORMAT"}},
        {TAKEN_BY_DIGEST,
         {"body", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &o->bodies, "Only this body; may be repeated", "NAME"}},
        {TAKEN_BY_DIGEST,
         {"party", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &o->parties,
          "Only items where this party moved, was outvoted or reserved itself; may be repeated", "PARTY"}},
        {TAKEN_BY_DIGEST,
         {"signals", 0, 0, G_OPTION_ARG_FILENAME, &o->signals,
          "What makes items stand where they do, instead of what is shipped", "FILE"}},
        {ALL_COMMANDS,
         {"limit", 'l', 0, G_OPTION_ARG_FILENAME_ARRAY, limits,
          "Most that one file may take: memory (MiB), time (seconds), output (MiB) or pages", "NAME=NUMBER"}},
        {ALL_COMMANDS,
         {"no-sandbox", 0, 0, G_OPTION_ARG_NONE, &o->open, "Read files with all your rights", NULL}},
        {ALL_COMMANDS,
         {"quiet", 'q', 0, G_OPTION_ARG_NONE, &o->quiet, "Print errors only: no notes, no progress", NULL}},
        {ALL_COMMANDS | TAKEN_BY_REPORT,
         {"help", 'h', 0, G_OPTION_ARG_NONE, &o->help, "Print this help", NULL}},
        {ALL_COMMANDS | TAKEN_BY_REPORT,
         {G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &o->files, NULL, NULL}},
    };
    G_STATIC_ASSERT(G_N_ELEMENTS(table) < ENTRIES_MAX);

    GOptionEntry entries[ENTRIES_MAX] = {0};
    for (gsize i = 0, n = 0; i < G_N_ELEMENTS(table); i++)
        if (table[i].takers & taker)
            entries[n++] = table[i].entry;

    GOptionContext *context = g_option_context_new(operands);
    g_option_context_set_help_enabled(context, FALSE); /* GOption's own help ends the process */
    g_option_context_add_main_entries(context, entries, NULL);
    return context;
}
