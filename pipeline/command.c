/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The command line: what the program does when it is called. */
#include "command.h"

#include <string.h>

#include "batch.h"
#include "cage_walls.h"
#include "check_files.h"
#include "convert.h"
#include "digest_files.h"
#include "filter.h"
#include "output.h"
#include "propose.h"
#include "review.h"
#include "run_report.h"
#include "website.h"

typedef struct {
    const char *name;
    Taker taker;                     /* which options it takes */
    Format made;                     /* by a filter; FORMAT_PDF for the others */
    Status (*run)(Session *session); /* of the others */
    const char *operands;
    const char *summary; /* one line */
    const char *details; /* for its own help; may be NULL */
} Command;

static const Command commands[] = {
    {"convert", TAKEN_BY_CONVERT, FORMAT_PDF, convert, "FILE.pdf…",
     "Convert minutes to XML, HTML, Markdown, text and JSON.",
     "-o DIR writes, for each input NAME.pdf, NAME.xml (the meeting), NAME.html, NAME.md and NAME.txt\n"
     "(the summary), NAME.protokoll.html, .md and .txt (the whole minutes) and NAME.json into DIR.\n"
     "--to FORMAT writes one of them to standard output. - stands for standard input."},
    {"pages", TAKEN_BY_PAGES, FORMAT_PAGES, NULL, "[FILE.pdf]", "What stands where on each page of a PDF.",
     NULL},
    {"lines", TAKEN_BY_LINES, FORMAT_LINES, NULL, "[FILE.xml]",
     "From pages: lines in reading order, running heads and feet set aside.", NULL},
    {"blocks", TAKEN_BY_BLOCKS, FORMAT_BLOCKS, NULL, "[FILE.xml]",
     "From lines: headings, paragraphs, lists, tables and footnotes.", NULL},
    {"meeting", TAKEN_BY_MEETING, FORMAT_MEETING, NULL, "[FILE.xml]",
     "From blocks: the meeting, its items, decisions, motions and votes.", NULL},
    {"summary", TAKEN_BY_SUMMARY, FORMAT_SUMMARY, NULL, "[FILE.xml]",
     "From a meeting: the words of its minutes that go into a summary.", NULL},
    {"render", TAKEN_BY_RENDER, FORMAT_PDF, filter_render, "[FILE.xml]",
     "From a summary, a meeting or a check: HTML, text, Markdown, JSON.", NULL},
    {"check", TAKEN_BY_CHECK, FORMAT_PDF, check_files, "[FILE.pdf|FILE.xml]…",
     "Report what to look at before minutes are published or accepted.",
     "Reads a PDF or the XML of a meeting and compares it with what kommunallagen asks of minutes and\n"
     "with itself. Nothing is repaired. Exit status: 0 nothing was found, 7 warnings, 1 errors."},
    {"review", TAKEN_BY_REVIEW, FORMAT_PDF, review, "[FILE.pdf|FILE.xml|DIR]…",
     "List the personal data of minutes, for somebody to decide about.",
     "Reads a PDF, the XML of a meeting or the meetings in a folder. What is found is masked by\n"
     "--public, but for what the list proposes to keep. --to xml writes the list as\n"
     "NAME.personuppgifter.xml is to be: beslut=\"behall\" or beslut=\"maskera\" there decides, on every\n"
     "run."},
    {"profile", TAKEN_BY_PROFILE, FORMAT_PDF, propose, "FILE.pdf…",
     "Propose a profile from documents of one board.",
     "Writes the headings, labels and parties that no rule knows, how often and where they stand, as a\n"
     "profile to be completed by hand."},
    {"batch", TAKEN_BY_BATCH, FORMAT_PDF, batch, "DIR|LIST|-",
     "Convert a folder tree, or a list of files, to a tree of outputs.",
     "What convert -o writes for one file is written for every *.pdf below DIR, or for every file that\n"
     "LIST names (one a line, or between NULs; - is standard input), into the same folders below the\n"
     "one of -o. A file that has not changed since is not done again. What became of each stands in\n"
     "run.xml and run.txt there."},
    {"site", TAKEN_BY_SITE, FORMAT_PDF, website, "FILE.xml|DIR…", "Build a web site of many meetings.",
     "From the XML of meetings, what convert and batch write: a page for each meeting, its whole\n"
     "minutes, each item and each case, and overviews by body and year, as static files below the\n"
     "folder of -o. What has not changed since is not made again; what is on the site no more is taken\n"
     "away. Personal data is masked."},
    {"digest", TAKEN_BY_DIGEST, FORMAT_PDF, digest_files, "FILE.xml|DIR…",
     "What many meetings decided, for a reader in a hurry.",
     "Reads the XML of meetings and tells what was contested, what it costs, what happens next, and\n"
     "all the rest by body: in the minutes' own words, each with body, day, § and page, and with what\n"
     "made it stand there."},
    {"report", TAKEN_BY_REPORT, FORMAT_PDF, run_report, "DIR|run.xml…",
     "Report on a batch, its shards taken together.",
     "DIR is the folder of the outputs. Shards without a report are named. Exit status: that of the batch."},
};

static Status run(Session *session, const Command *command, char **arguments);
static Status print(Session *session, const char *text);
static const Command *command_named(const char *name);
static Status print_program_help(Session *session);
static Status print_command_help(Session *session, const Command *command);
static Status unknown_command(Session *session, const char *name);

int command(int argc, char **argv, FILE *in, FILE *out, FILE *err)
{
    Session session = {.in = in, .out = out};
    report_begin(&session.report, err);
    const char *word = argc > 1 ? argv[1] : NULL;
    const char *about = word && argc > 2 ? argv[2] : NULL;

    if (!word)
        return (int)session_fail(&session, g_error_new(SESSION_DOMAIN, SESSION_ERROR_USAGE,
                                                       "no command given: see sammandrag --help"));
    if (strcmp(word, "--version") == 0)
        return (int)print(&session, "sammandrag " SAMMANDRAG_VERSION "\n");
    gboolean help = strcmp(word, "help") == 0;
    if (strcmp(word, "--help") == 0 || strcmp(word, "-h") == 0 || (help && !about))
        return (int)print_program_help(&session);

    const char *name = help ? about : word;
    const Command *named = command_named(name);
    if (!named)
        return (int)unknown_command(&session, name);
    if (help)
        return (int)print_command_help(&session, named);
    Status status = run(&session, named, argv + 2);
    options_clear(&session.options);
    if (CAGE_SANITIZED) { /* to take the stylesheets apart would cost a short file a twentieth of its time */
        resources_free(session.resources);
        pages_reader_free(session.reader);
        cage_free(session.cage);
    }
    return (int)status;
}

static Status run(Session *session, const Command *command, char **arguments)
{
    GError *error = NULL;
    if (!options_parse(&session->options, command->taker, arguments, &error)) {
        g_prefix_error(&error, "%s: ", command->name);
        return session_fail(session, error);
    }
    if (session->options.help)
        return print_command_help(session, command);

    session->report.quiet = session->options.quiet;
    xml_begin();
    session->resources = resources_new(&error);
    if (session->resources)
        session->profile = resources_profile(session->resources, session->options.profile, &error);
    if (session->profile)
        session->cage = cage_new(&session->options.limits, session->options.open, &error);
    if (!session->cage)
        return session_fail(session, error);
    if (session->options.open)
        report_error(&session->report, "warning: --no-sandbox: a hostile file can do all that you can");
    return command->run ? command->run(session) : filter_stage(session, command->made);
}

static const Command *command_named(const char *name)
{
    for (gsize i = 0; i < G_N_ELEMENTS(commands); i++)
        if (strcmp(commands[i].name, name) == 0)
            return &commands[i];
    return NULL;
}

static Status unknown_command(Session *session, const char *name)
{
    return session_fail(session, g_error_new(SESSION_DOMAIN, SESSION_ERROR_USAGE,
                                             "%s: no such command: see sammandrag --help", name));
}

static Status print_program_help(Session *session)
{
    g_autoptr(GString) text =
        g_string_new("Usage:\n"
                     "  sammandrag COMMAND [OPTION…] [FILE…]\n\n"
                     "Turns the PDF minutes of Swedish municipalities and regions into structured XML,\n"
                     "and that into a summary and a whole edition fit to publish.\n\n"
                     "Commands:\n");
    for (gsize i = 0; i < G_N_ELEMENTS(commands); i++)
        g_string_append_printf(text, "  %-9s %s\n", commands[i].name, commands[i].summary);
    g_string_append(
        text,
        "\n  help COMMAND   its options\n"
        "  --version      name and version\n\n"
        "sammandrag pages X.pdf | sammandrag lines | sammandrag blocks | sammandrag meeting |\n"
        "sammandrag summary | sammandrag render --to html   gives what convert --to html X.pdf gives.\n");
    return print(session, text->str);
}

static Status print_command_help(Session *session, const Command *command)
{
    g_autofree char *summary = g_strjoin("\n\n", command->summary, command->details, NULL);
    g_autofree char *help = options_help(command->taker, command->name, command->operands, summary);
    return print(session, help);
}

static Status print(Session *session, const char *text)
{
    GError *error = NULL;
    g_autoptr(GBytes) bytes = g_bytes_new_static(text, strlen(text));
    return output_stream(session->out, bytes, &error) ? STATUS_OK : session_fail(session, error);
}
