/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The chain: a document taken from any of its formats to any later one. */
#include "chain.h"

#include "words.h"

static void advance_one(Document *document, Format format, const Profile *profile,
                        const SummaryOptions *options);

gboolean document_from_pdf(Document *document, GBytes *pdf, const char *name, const char *password,
                           guint most, GError **error)
{
    *document = (Document){.format = FORMAT_PAGES, .pages = pages_from_pdf(pdf, name, password, most, error)};
    return document->pages != NULL;
}

gboolean document_from_xml(Document *document, Format format, xmlDoc *doc, GError **error)
{
    *document = (Document){.format = format};
    switch (format) {
    case FORMAT_PAGES:
        return (document->pages = pages_from_xml(doc, error)) != NULL;
    case FORMAT_LINES:
        return (document->lines = lines_from_xml(doc, error)) != NULL;
    case FORMAT_BLOCKS:
        return (document->blocks = blocks_from_xml(doc, error)) != NULL;
    case FORMAT_MEETING:
        return (document->meeting = meeting_from_xml(doc, error)) != NULL;
    case FORMAT_SUMMARY:
        return (document->summary = summary_from_xml(doc, error)) != NULL;
    case FORMAT_CHECK:
        return (document->check = check_from_xml(doc, error)) != NULL;
    case FORMAT_PERSONAL:
        return (document->personal = personal_from_xml(doc, error)) != NULL;
    case FORMAT_PDF:
    case FORMAT__MAX:
        break;
    }
    g_assert_not_reached();
}

void document_advance(Document *document, Format format, const Profile *profile,
                      const SummaryOptions *options)
{
    Format before = format_before(format);
    if (document->format == format)
        return;
    if (document->format != before)
        document_advance(document, before, profile, options);
    advance_one(document, format, profile, options);
}

Document document_summary(const Document *meeting, const Profile *profile, const SummaryOptions *options)
{
    return (Document){.format = FORMAT_SUMMARY,
                      .summary = summary_from_meeting(meeting->meeting, profile, options)};
}

xmlDoc *document_to_xml(const Document *document)
{
    switch (document->format) {
    case FORMAT_PAGES:
        return pages_to_xml(document->pages);
    case FORMAT_LINES:
        return lines_to_xml(document->lines);
    case FORMAT_BLOCKS:
        return blocks_to_xml(document->blocks);
    case FORMAT_MEETING:
        return meeting_to_xml(document->meeting);
    case FORMAT_SUMMARY:
        return summary_to_xml(document->summary);
    case FORMAT_CHECK:
        return check_to_xml(document->check);
    case FORMAT_PERSONAL:
        return personal_to_xml(document->personal);
    case FORMAT_PDF:
    case FORMAT__MAX:
        break;
    }
    g_assert_not_reached();
}

const GArray *document_notes(const Document *document)
{
    switch (document->format) {
    case FORMAT_PAGES:
        return document->pages->notes;
    case FORMAT_LINES:
        return document->lines->notes;
    case FORMAT_BLOCKS:
        return document->blocks->notes;
    case FORMAT_MEETING:
        return document->meeting->notes;
    case FORMAT_SUMMARY:
        return document->summary->notes;
    case FORMAT_CHECK:
        return document->check->notes;
    case FORMAT_PERSONAL: /* those of the meeting are told with it */
    case FORMAT_PDF:
    case FORMAT__MAX:
        break;
    }
    return NULL;
}

void document_clear(Document *document)
{
    switch (document->format) {
    case FORMAT_PAGES:
        pages_free(document->pages);
        break;
    case FORMAT_LINES:
        lines_free(document->lines);
        break;
    case FORMAT_BLOCKS:
        blocks_free(document->blocks);
        break;
    case FORMAT_MEETING:
        meeting_free(document->meeting);
        break;
    case FORMAT_SUMMARY:
        summary_free(document->summary);
        break;
    case FORMAT_CHECK:
        check_free(document->check);
        break;
    case FORMAT_PERSONAL:
        personal_free(document->personal);
        break;
    case FORMAT_PDF:
    case FORMAT__MAX:
        break;
    }
    *document = (Document){0};
}

static void advance_one(Document *document, Format format, const Profile *profile,
                        const SummaryOptions *options)
{
    Document next = {.format = format};
    switch (format) {
    case FORMAT_LINES:
        next.lines = lines_from_pages(document->pages, profile);
        words_kept_in_lines(document->pages, next.lines);
        break;
    case FORMAT_BLOCKS:
        next.blocks = blocks_from_lines(document->lines, profile);
        words_kept_in_blocks(document->lines, next.blocks);
        break;
    case FORMAT_MEETING:
        next.meeting = meeting_from_blocks(document->blocks, profile);
        words_kept_in_meeting(document->blocks, next.meeting);
        break;
    case FORMAT_SUMMARY:
        next.summary = summary_from_meeting(document->meeting, profile, options);
        break;
    case FORMAT_CHECK:
        next.check = check_from_meeting(document->meeting, profile);
        break;
    case FORMAT_PERSONAL:
        next.personal = personal_from_meeting(document->meeting, profile);
        break;
    case FORMAT_PDF:
    case FORMAT_PAGES:
    case FORMAT__MAX:
        g_assert_not_reached();
    }
    document_clear(document);
    *document = next;
}
