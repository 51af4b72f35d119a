/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Takes documents that are built to make a stage slow through every stage and output, and tells the time. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "attacks.h"
#include "base/notes.h"
#include "chain.h"

static double seconds(void)
{
    return (double)clock() / CLOCKS_PER_SEC;
}

/* Prints what has been spent on `what`, if it can be seen, and begins anew. */
static void lap(double *since, const char *what)
{
    double now = seconds();
    if (now - *since >= 0.1)
        printf(" %s %.1f", what, now - *since);
    fflush(stdout);
    *since = now;
}

/* Returns whether every output came out whole. */
static bool render_all(Resources *resources, Document *document, double *since)
{
    bool whole = true;
    xmlDoc *doc = document_to_xml(document);
    lap(since, "xml");
    for (int output = 0; output < OUTPUT__MAX; output++) {
        if (output == OUTPUT_XML || !format_has_output(document->format, (Output)output))
            continue;
        const Stylesheet *stylesheet =
            resources_stylesheet(resources, document->format, (Output)output, NULL);
        gsize length = 0;
        g_autoptr(GError) error = NULL;
        g_autofree char *bytes = stylesheet ? render(stylesheet, doc, NULL, &length, &error) : NULL;
        if (!bytes)
            printf(" (no %s: %.60s)", output_name((Output)output), error ? error->message : "");
        whole &= bytes != NULL;
        lap(since, output_name((Output)output));
    }
    xml_free(doc);
    return whole;
}

/* Returns whether it was done whole and within the limit. */
static bool attack_pages(const PagesAttack *attack, guint count, double limit)
{
    static const Format formats[] = {FORMAT_LINES, FORMAT_BLOCKS, FORMAT_MEETING};
    const SummaryOptions options = {.background = 120};
    Resources *resources = resources_new(NULL);
    const Profile *profile = resources_profile(resources, NULL, NULL);
    Document document = {.format = FORMAT_PAGES, .pages = pages_of_attack(attack, count)};
    double begun = seconds(), since = begun;
    printf("%s %u:", attack->name, count);
    for (gsize i = 0; i < G_N_ELEMENTS(formats); i++) {
        document_advance(&document, formats[i], profile, &options);
        lap(&since, format_name(formats[i]));
    }
    bool whole = render_all(resources, &document, &since);
    Check *check = check_from_meeting(document.meeting, profile);
    check_free(check);
    lap(&since, "check");
    document_advance(&document, FORMAT_SUMMARY, profile, &options);
    lap(&since, "summary");
    whole &= render_all(resources, &document, &since);
    document_clear(&document);
    resources_free(resources);
    double spent = seconds() - begun;
    bool good = whole && spent <= limit;
    printf(" = %.1f s\n%s pages %s %u: %.1f s of %.0f\n", spent, good ? "ok" : "FAILED", attack->name, count,
           spent, limit);
    return good;
}

static void write_pages(const PagesAttack *attack, guint count)
{
    Pages *pages = pages_of_attack(attack, count);
    xmlDoc *doc = pages_to_xml(pages);
    gsize length;
    g_autofree char *bytes = xml_write(doc, &length);
    fwrite(bytes, 1, length, stdout);
    xml_free(doc);
    pages_free(pages);
}

static int usage(void)
{
    fprintf(stderr, "usage: complexity pages few|many|COUNT NAME [xml]\n"
                    "       complexity pdf few|many|COUNT NAME >FILE\n"
                    "       complexity pages|pdf list\n");
    return 2;
}

int main(int argc, char **argv)
{
    xml_begin();
    bool of_pages = argc > 2 && strcmp(argv[1], "pages") == 0;
    if (argc < 3 || (!of_pages && strcmp(argv[1], "pdf") != 0))
        return usage();
    const char *size = argv[2], *name = argc > 3 ? argv[3] : NULL;
    guint count = (guint)g_ascii_strtoull(size, NULL, 10);
    for (const PagesAttack *a = pages_attacks; of_pages && a->name; a++) {
        if (!name) {
            puts(a->name);
        } else if (strcmp(a->name, name) == 0) {
            bool few = strcmp(size, "few") == 0;
            guint n = count ? count : few ? a->few : a->many;
            const char *slower = g_getenv("SLOWER"); /* how many times a sanitizer is */
            /* a few take in proportion, and what every document takes */
            if (argc > 4 && strcmp(argv[4], "xml") == 0) {
                write_pages(a, n);
                return 0;
            }
            double limit = (1 + a->seconds * n / a->many) * (slower ? atoi(slower) : 1);
            return attack_pages(a, n, limit) ? 0 : 1;
        }
    }
    for (const PdfAttack *a = pdf_attacks; !of_pages && a->name; a++) {
        if (!name) {
            puts(a->name);
        } else if (strcmp(a->name, name) == 0) {
            GString *pdf = a->make(count ? count : strcmp(size, "few") == 0 ? a->few : a->many);
            fwrite(pdf->str, 1, pdf->len, stdout);
            g_string_free(pdf, TRUE);
            return 0;
        }
    }
    return name ? usage() : 0;
}
