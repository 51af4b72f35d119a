/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pages from a PDF: opens the document and asks Poppler for all that later stages need. */
#include "pages.h"

#include <poppler.h>
#include <string.h>

#include "base/notes.h"
#include "base/text.h"
#include "pages_parts.h"

G_DEFINE_QUARK(sammandrag - pages, pages_domain)

/* Debian 12's Poppler has no g_autoptr of its own; later ones do. */
#if !POPPLER_CHECK_VERSION(23, 1, 0)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(PopplerDocument, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(PopplerPage, g_object_unref)
#endif

static const char *printable(const Pages *pages, const char *bytes);
static PopplerDocument *open_document(GBytes *pdf, const char *password, GError **error);
static bool is_tagged(PopplerDocument *document, GBytes *pdf);
static void add_page(Pages *pages, PopplerDocument *document, int number, FontTrust *trust,
                     HiddenFinder *finder, guint pictures);

Pages *pages_from_pdf(GBytes *pdf, const char *name, const char *password, guint most, GError **error)
{
    g_autoptr(PopplerDocument) document = open_document(pdf, password, error);
    if (!document)
        return NULL;
    int count = poppler_document_get_n_pages(document);
    if (count > 0 && (guint)count > most) {
        g_set_error(error, PAGES_DOMAIN, PAGES_ERROR_TOO_MANY, "has %d pages: --limit pages=%d lets it pass",
                    count, count);
        return NULL;
    }
    Pages *pages = g_new0(Pages, 1);
    pages->chunk = g_string_chunk_new(1 << 16);
    pages->file = g_string_chunk_insert(pages->chunk, name);
    g_autofree char *digest = g_compute_checksum_for_bytes(G_CHECKSUM_SHA256, pdf);
    pages->sha256 = g_string_chunk_insert(pages->chunk, digest);
    g_autofree char *producer = poppler_document_get_producer(document);
    g_autofree char *title = poppler_document_get_title(document);
    pages->producer = printable(pages, producer);
    pages->title = printable(pages, title);
    pages->tagged = is_tagged(document, pdf);
    pages->pages = g_array_new(FALSE, TRUE, sizeof(Page));
    pages->notes = g_array_new(FALSE, TRUE, sizeof(Note));

    FontTrust *trust = font_trust_new();
    HiddenFinder *finder = hidden_finder_new(document, pdf);
    guint pictures = pages_count_pictures(pdf);
    guint runs = 0;
    for (int i = 0; i < count; i++) {
        add_page(pages, document, i + 1, trust, finder, pictures);
        runs += g_array_index(pages->pages, Page, i).runs->len;
    }
    font_trust_judge(trust, pages);
    font_trust_free(trust);
    hidden_finder_free(finder);
    if (!runs) {
        g_set_error(error, PAGES_DOMAIN, PAGES_ERROR_NO_TEXT,
                    "holds no text, only pictures of it: run it through text recognition (OCR) first");
        pages_free(pages);
        return NULL;
    }
    pages_add_rules(pages, document);
    return pages;
}

/* What Poppler's errors mean to the user, and what to do about them. */
static void explain(GError *cause, GError **error)
{
    if (g_error_matches(cause, POPPLER_ERROR, POPPLER_ERROR_ENCRYPTED))
        g_set_error(error, PAGES_DOMAIN, PAGES_ERROR_ENCRYPTED,
                    "is locked: give its password with --password");
    else
        g_set_error(error, PAGES_DOMAIN, PAGES_ERROR_DAMAGED,
                    "is damaged beyond repair: fetch it again from where it was published");
}

Box box_from_corners(double x0, double y0, double x1, double y1)
{
    return (Box){model_number(x0), model_number(y0), model_number(x1), model_number(y1)};
}

/* What the file says of itself, which is as hostile as its text; NULL where it says nothing. */
static const char *printable(const Pages *pages, const char *bytes)
{
    g_autofree char *text = bytes && *bytes ? text_printable(bytes) : NULL;
    return text ? g_string_chunk_insert(pages->chunk, text) : NULL;
}

static PopplerDocument *open_document(GBytes *pdf, const char *password, GError **error)
{
    gsize size;
    const char *bytes = g_bytes_get_data(pdf, &size);
    if (size == 0) {
        g_set_error(error, PAGES_DOMAIN, PAGES_ERROR_EMPTY,
                    "is empty: fetch it again from where it was published");
        return NULL;
    }
    /* The header may stand anywhere in the first 1024 bytes (ISO 32000-1, annex H.3.4.1). */
    if (!g_strstr_len(bytes, (gssize)MIN(size, 1024), "%PDF-")) {
        g_set_error(error, PAGES_DOMAIN, PAGES_ERROR_NOT_PDF, "is not a PDF file: give the minutes as PDF");
        return NULL;
    }
    g_autoptr(GError) cause = NULL;
    PopplerDocument *document = NULL;
    if (password) {
        /* Poppler 22.12 tries a wrong password again as Latin-1, and crashes when it reads from bytes. */
        g_autoptr(GInputStream) stream = g_memory_input_stream_new_from_bytes(pdf);
        document = poppler_document_new_from_stream(stream, (goffset)size, password, NULL, &cause);
    } else {
        document = poppler_document_new_from_bytes(pdf, NULL, &cause);
    }
    if (!document)
        explain(cause, error);
    else if (poppler_document_get_n_pages(document) < 1) {
        g_clear_object(&document);
        explain(NULL, error);
    }
    return document;
}

/* Poppler reads the whole structure tree to tell that there is one, at a tenth of the cost of the text, so it
 * is asked only where the catalogue that names the tree may be compressed. */
static bool is_tagged(PopplerDocument *document, GBytes *pdf)
{
    if (pages_count_name(pdf, "/StructTreeRoot"))
        return true;
    PopplerStructureElementIter *tree = poppler_structure_element_iter_new(document);
    if (tree)
        poppler_structure_element_iter_free(tree);
    return tree != NULL;
}

guint pages_count_name(GBytes *pdf, const char *name)
{
    gsize size, length = strlen(name);
    const char *bytes = g_bytes_get_data(pdf, &size);
    guint count = 0;
    for (const char *p = bytes, *end = bytes + size; (p = memchr(p, '/', (gsize)(end - p))); p++)
        count += (gsize)(end - p) > length && memcmp(p, name, length) == 0 && !g_ascii_isalnum(p[length]);
    return count;
}

static void add_links(Pages *pages, Page *page, PopplerPage *source)
{
    GList *mapping = poppler_page_get_link_mapping(source);
    for (GList *node = mapping; node; node = node->next) {
        const PopplerLinkMapping *link = node->data;
        g_autofree char *target = NULL;
        if (link->action->type == POPPLER_ACTION_URI)
            target = g_strstrip(text_printable(link->action->uri.uri));
        else if (link->action->type == POPPLER_ACTION_GOTO_DEST && link->action->goto_dest.dest->page_num > 0)
            target = g_strdup_printf("#page=%d", link->action->goto_dest.dest->page_num);
        static const char *const schemes[] = {"http://", "https://", "mailto:", "#page="};
        for (gsize i = 0; target && i < G_N_ELEMENTS(schemes); i++) {
            if (g_ascii_strncasecmp(target, schemes[i], strlen(schemes[i])) != 0 || strstr(target, "\uFFFD"))
                continue;
            /* Poppler gives link areas with the origin at the bottom left. */
            Link kept = {box_from_corners(link->area.x1, page->height - link->area.y2, link->area.x2,
                                          page->height - link->area.y1),
                         g_string_chunk_insert(pages->chunk, target)};
            g_array_append_val(page->links, kept);
        }
    }
    poppler_page_free_link_mapping(mapping);
}

static void add_page(Pages *pages, PopplerDocument *document, int number, FontTrust *trust,
                     HiddenFinder *finder, guint pictures)
{
    Page page = {.number = number,
                 .runs = g_array_new(FALSE, TRUE, sizeof(Run)),
                 .links = g_array_new(FALSE, TRUE, sizeof(Link)),
                 .images = g_array_new(FALSE, TRUE, sizeof(Image)),
                 .rules = g_array_new(FALSE, TRUE, sizeof(Rule))};
    g_autoptr(PopplerPage) source = poppler_document_get_page(document, number - 1);
    if (source) {
        g_autofree char *label = poppler_page_get_label(source);
        g_autofree char *plain = g_strdup_printf("%d", number);
        if (g_strcmp0(label, plain) != 0)
            page.label = printable(pages, label);
        poppler_page_get_size(source, &page.width, &page.height);
        page.width = model_number(page.width);
        page.height = model_number(page.height);
        pages_add_runs(pages, &page, source, trust, finder);
        add_links(pages, &page, source);
        pages_add_images(&page, source, pages, pictures);
    }
    if (!page.runs->len && page.images->len)
        notes_add(pages->notes, pages->chunk, NOTE_PAGE_WITHOUT_TEXT, number, NULL, NULL);
    g_array_append_val(pages->pages, page);
}

void pages_free(Pages *pages)
{
    if (!pages)
        return;
    model_clear(&pages_type, pages);
    g_string_chunk_free(pages->chunk);
    g_free(pages);
}
