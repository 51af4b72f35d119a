/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program generator: invents minutes from seeds, writes them, or has them read and compared.
 *
 *   generator write SEED NAME      NAME.source.xml, NAME.pdf and NAME.truth.xml
 *   generator long ITEMS NAME [PARAGRAPHS]
 *                                  the same, of minutes with ITEMS items, each so many paragraphs longer
 *   generator check FIRST COUNT    reads COUNT invented minutes; a line "ok …" or "FAILED …" for each
 *   generator show SEED            the same for one, with every difference */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "chain.h"
#include "compare.h"
#include "invent.h"
#include "layout.h"
#include "typeset.h"

/* Fields whose wrong values must never be without a note. */
static const ComparedField never_silent[] = {FIELD_OFFICES,  FIELD_ITEM,         FIELD_CASE,
                                             FIELD_DECISION, FIELD_MOTIONS,      FIELD_VOTES,
                                             FIELD_BALLOTS,  FIELD_RESERVATIONS, FIELD_NOT_TAKING_PART,
                                             FIELD_OUTCOME,  FIELD_WORDS};

enum {
    LONG_SEED = 40
}; /* of the minutes that are made long; its house does not begin a page for each item */

static int write_minutes(guint32 seed, guint items, guint paragraphs, const char *name, GError **error);
static int check_minutes(guint32 first, guint32 count, bool show, GError **error);
static bool check_seed(guint32 seed, const Profile *profile, bool show, Score *total, GError **error);
static void print_scores(const Score *scores);

int main(int argc, char **argv)
{
    g_autoptr(GError) error = NULL;
    int status = 2;
    xml_begin();
    if (argc == 4 && strcmp(argv[1], "write") == 0)
        status = write_minutes((guint32)strtoul(argv[2], NULL, 10), 0, 0, argv[3], &error);
    else if ((argc == 4 || argc == 5) && strcmp(argv[1], "long") == 0)
        status = write_minutes(LONG_SEED, (guint)strtoul(argv[2], NULL, 10),
                               argc == 5 ? (guint)strtoul(argv[4], NULL, 10) : 0, argv[3], &error);
    else if (argc == 4 && strcmp(argv[1], "check") == 0)
        status = check_minutes((guint32)strtoul(argv[2], NULL, 10), (guint32)strtoul(argv[3], NULL, 10),
                               false, &error);
    else if (argc == 3 && strcmp(argv[1], "show") == 0)
        status = check_minutes((guint32)strtoul(argv[2], NULL, 10), 1, true, &error);
    else
        fputs("usage: generator write SEED NAME | generator long ITEMS NAME [PARAGRAPHS] |"
              " generator check FIRST COUNT | generator show SEED\n",
              stderr);
    if (error)
        fprintf(stderr, "generator: %s\n", error->message);
    return status;
}

static const House *house_of_seed(guint32 seed)
{
    return &houses[seed % houses_count];
}

static bool write_file(const char *name, const char *end, const char *bytes, gsize length, GError **error)
{
    g_autofree char *path = g_strconcat(name, end, NULL);
    return g_file_set_contents(path, bytes, (gssize)length, error);
}

static int write_minutes(guint32 seed, guint items, guint paragraphs, const char *name, GError **error)
{
    const House *house = house_of_seed(seed);
    Meeting *meeting = invent_meeting(seed, house, items, paragraphs);
    xmlDoc *truth = meeting_to_xml(meeting), *source = layout_meeting(meeting, house, seed);
    gsize truth_length, source_length, pdf_length = 0;
    g_autofree char *truth_bytes = xml_write(truth, &truth_length);
    g_autofree char *source_bytes = xml_write(source, &source_length);
    g_autoptr(GBytes) pdf = typeset_pdf(source, error);
    const char *pdf_bytes = pdf ? g_bytes_get_data(pdf, &pdf_length) : NULL;
    xml_free(truth);
    xml_free(source);
    invent_free(meeting);
    return pdf && write_file(name, ".truth.xml", truth_bytes, truth_length, error) &&
                   write_file(name, ".source.xml", source_bytes, source_length, error) &&
                   write_file(name, ".pdf", pdf_bytes, pdf_length, error)
               ? 0
               : 1;
}

static int check_minutes(guint32 first, guint32 count, bool show, GError **error)
{
    g_autoptr(Resources) resources = resources_new(error);
    const Profile *profile = resources ? resources_profile(resources, NULL, error) : NULL;
    if (!profile)
        return 1;
    Score scores[FIELD__MAX] = {0};
    bool fine = true;
    for (guint32 seed = first; seed < first + count && !*error; seed++)
        fine = check_seed(seed, profile, show, scores, error) && fine;
    print_scores(scores);
    return fine && !*error ? 0 : 1;
}

/* Invents, sets, reads and compares one; true when no value is wrong without a note. */
static bool check_seed(guint32 seed, const Profile *profile, bool show, Score *total, GError **error)
{
    const House *house = house_of_seed(seed);
    Meeting *truth = invent_meeting(seed, house, 0, 0);
    xmlDoc *source = layout_meeting(truth, house, seed);
    g_autoptr(GBytes) pdf = typeset_pdf(source, error);
    Document document = {0};
    Score scores[FIELD__MAX] = {0};
    g_autoptr(GString) report = g_string_new(NULL);
    guint silent = 0;
    bool read = pdf && document_from_pdf(&document, pdf, "minutes.pdf", NULL, G_MAXUINT, error);
    if (read) {
        document_advance(&document, FORMAT_MEETING, profile, NULL);
        compare_meetings(truth, document.meeting, source, scores, report);
        document_clear(&document);
    }
    for (gsize i = 0; i < G_N_ELEMENTS(never_silent); i++)
        silent += scores[never_silent[i]].silent;
    for (guint i = 0; i < FIELD__MAX; i++) {
        total[i].right += scores[i].right;
        total[i].wrong += scores[i].wrong;
        total[i].missing += scores[i].missing;
        total[i].silent += scores[i].silent;
    }
    printf("%s seed %u (%s)\n", read && silent == 0 ? "ok" : "FAILED", seed, house->name);
    if (show || silent)
        fputs(report->str, stdout);
    xml_free(source);
    invent_free(truth);
    return read && silent == 0;
}

static void print_scores(const Score *scores)
{
    printf("%-38s %7s %6s %6s %6s %7s\n", "field", "right", "wrong", "miss", "silent", "F1");
    for (guint i = 0; i < FIELD__MAX; i++) {
        const Score *s = &scores[i];
        double all = 2.0 * s->right + s->wrong + s->missing;
        printf("%-38s %7u %6u %6u %6u %7.4f\n", compared_field_name((ComparedField)i), s->right, s->wrong,
               s->missing, s->silent, all > 0 ? 2.0 * s->right / all : 1.0);
    }
}
