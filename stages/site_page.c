/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Page documents: what one page of a site is made from. */
#include "site_page.h"

#include <string.h>

#include "base/address.h"
#include "base/notes.h"
#include "base/xml.h"
#include "site_part.h"

const SiteFile site_files[] = {
    {PAGE_FRONT, SOURCE_PAGE, "index.html", "text/html", NULL, "site-page", false},
    {PAGE_FRONT, SOURCE_PAGE, "site.css", "text/css", NULL, "site-css", false},
    {PAGE_FRONT, SOURCE_SITE, "webbplats.xml", "application/xml", "Webbplatsens innehåll som XML", NULL,
     false},
    {PAGE_FRONT, SOURCE_SITE, "webbplats.json", "application/json", "Webbplatsens innehåll som JSON",
     "site-json", false},
    {PAGE_FRONT, SOURCE_PAGE, "flode.atom", "application/atom+xml", "Flöde: alla sammanträden", "feed-atom",
     false},
    {PAGE_FRONT, SOURCE_SITE, "kalender.ics", "text/calendar", "Kalender: alla sammanträden", "feed-ics",
     false},
    {PAGE_FRONT, SOURCE_SITE, "sitemap.xml", "application/xml", NULL, "feed-sitemap", true},
    {PAGE_BODY, SOURCE_PAGE, "index.html", "text/html", NULL, "site-page", false},
    {PAGE_BODY, SOURCE_PAGE, "flode.atom", "application/atom+xml", "Flöde: organets sammanträden",
     "feed-atom", false},
    {PAGE_BODY, SOURCE_SITE, "kalender.ics", "text/calendar", "Kalender: organets sammanträden", "feed-ics",
     false},
    {PAGE_YEAR, SOURCE_PAGE, "index.html", "text/html", NULL, "site-page", false},
    {PAGE_MEETING, SOURCE_PAGE, "index.html", "text/html", NULL, "site-page", false},
    {PAGE_MEETING, SOURCE_MEETING, "sammantrade.xml", "application/xml", "Protokollet som XML", NULL, false},
    {PAGE_MEETING, SOURCE_MEETING, "sammantrade.json", "application/json", "Protokollet som JSON",
     "meeting-json", false},
    {PAGE_MINUTES, SOURCE_PAGE, "index.html", "text/html", NULL, "site-page", false},
    {PAGE_ITEM, SOURCE_PAGE, "index.html", "text/html", NULL, "site-page", false},
    {PAGE_CASE, SOURCE_PAGE, "index.html", "text/html", NULL, "site-page", false},
    {PAGE_CASE, SOURCE_PAGE, "flode.atom", "application/atom+xml", "Flöde: ärendet", "feed-atom", false},
    {PAGE_WORD, SOURCE_PAGE, "index.html", "text/html", NULL, "site-page", false},
    {PAGE_WORD, SOURCE_PAGE, "flode.atom", "application/atom+xml", "Flöde: bevakat ord", "feed-atom", false},
    {PAGE_ACCESSIBILITY, SOURCE_PAGE, "index.html", "text/html", NULL, "site-page", false},
};
const gsize site_files_count = G_N_ELEMENTS(site_files);

/* A frame under construction; strings lie in the chunk. */
typedef struct {
    const Site *site;
    const SiteSettings *settings;
    SitePage page;
    GStringChunk *chunk;
} Frame;

static int last_page(const Item *item);
static void add_key(GArray *keys, SitePageKind kind, guint first, guint second);
static void describe(Frame *frame, SitePageKey key);
static void frame_clear(Frame *frame);
static void lead_to(Frame *frame, SitePageKey key);
static SitePageKey page_above(const Site *site, SitePageKey key);
static guint body_of(const Site *site, const char *address);
static void add_crumb(Frame *frame, SitePageKey key);
static void add_files(Frame *frame, SitePageKey key);
static void add_words(Frame *frame);
static void add_neighbours(Frame *frame, SitePageKey key);
static void add_meeting(GArray *links, const SiteMeeting *meeting);
static void add_item(GArray *links, const SiteItem *item);
static GArray *links_new(void);
static void put(xmlDoc *page, xmlNode *model);

GArray *site_pages(const Site *site, const SiteSettings *settings)
{
    GArray *keys = g_array_new(FALSE, FALSE, sizeof(SitePageKey));
    add_key(keys, PAGE_FRONT, 0, 0);
    add_key(keys, PAGE_ACCESSIBILITY, 0, 0);
    for (guint i = 0; settings->words && settings->words[i]; i++)
        add_key(keys, PAGE_WORD, i, 0);
    for (guint i = 0; i < site->bodies->len; i++) {
        add_key(keys, PAGE_BODY, i, 0);
        for (guint j = 0; j < g_array_index(site->bodies, SiteBody, i).years->len; j++)
            add_key(keys, PAGE_YEAR, i, j);
    }
    for (guint i = 0; i < site->cases->len; i++)
        add_key(keys, PAGE_CASE, i, 0);
    for (guint i = 0; i < site->meetings->len; i++) {
        add_key(keys, PAGE_MEETING, i, 0);
        add_key(keys, PAGE_MINUTES, i, 0);
        for (guint j = 0; j < g_array_index(site->meetings, SiteMeeting, i).items->len; j++)
            add_key(keys, PAGE_ITEM, i, j);
    }
    return keys;
}

char *site_page_address(const Site *site, const SiteSettings *settings, SitePageKey key)
{
    const SiteMeeting *meeting = key.kind == PAGE_MEETING || key.kind == PAGE_MINUTES || key.kind == PAGE_ITEM
                                     ? &g_array_index(site->meetings, SiteMeeting, key.first)
                                     : NULL;
    switch (key.kind) {
    case PAGE_BODY:
        return g_strdup(g_array_index(site->bodies, SiteBody, key.first).address);
    case PAGE_YEAR:
        return g_strdup(
            g_array_index(g_array_index(site->bodies, SiteBody, key.first).years, SiteYear, key.second)
                .address);
    case PAGE_MEETING:
        return g_strdup(meeting->address);
    case PAGE_MINUTES:
        return g_strconcat(meeting->address, "protokoll/", NULL);
    case PAGE_ITEM:
        return g_strdup(g_array_index(meeting->items, SiteItem, key.second).address);
    case PAGE_CASE:
        return g_strdup(g_array_index(site->cases, SiteCase, key.first).address);
    case PAGE_WORD: { /* "skol*" is another one than "skol" */
        const char *word = settings->words[key.first];
        g_autofree char *named = g_strconcat(word, g_str_has_suffix(word, "*") ? " och längre" : NULL, NULL);
        g_autofree char *slug = address_slug(named);
        return g_strconcat("bevakning/", slug, "/", NULL);
    }
    case PAGE_ACCESSIBILITY:
        return g_strdup("tillganglighet/");
    default:
        return g_strdup("");
    }
}

xmlDoc *site_page_to_xml(const Site *site, const SiteSettings *settings, SitePageKey key, xmlDoc *model,
                         const GPtrArray *changes)
{
    Frame frame = {.site = site, .settings = settings, .chunk = g_string_chunk_new(1024)};
    describe(&frame, key);
    lead_to(&frame, key);
    add_neighbours(&frame, key);
    if (key.kind == PAGE_FRONT)
        add_words(&frame);
    xmlDoc *doc = model_to_xml(&site_page_type, SITE_PAGE_NAMESPACE, &frame.page);
    frame_clear(&frame);

    SitePart *part = site_part_new(site, settings, key, changes);
    xmlDoc *shown = site_to_xml(site_part_site(part));
    put(doc, xmlDocGetRootElement(shown));
    xml_free(shown);
    site_part_free(part);
    xmlNode *root = model ? xmlDocGetRootElement(model) : NULL;
    if (root && key.kind != PAGE_ITEM)
        put(doc, root);
    for (xmlNode *below = root && key.kind == PAGE_ITEM ? root->children : NULL; below; below = below->next)
        if (below->children) /* the item and its notes; a meeting without all else has an empty source */
            put(doc, below);
    return doc;
}

xmlDoc *site_index_to_xml(const Site *site, const SiteBody *body)
{
    SitePart *part = body ? site_part_of_body(site, body) : site_part_of_all(site);
    xmlDoc *doc = site_to_xml(site_part_site(part));
    site_part_free(part);
    return doc;
}

xmlDoc *site_item_to_xml(const Meeting *meeting, guint item)
{
    const Item *shown = &g_array_index(meeting->items, Item, item);
    g_autoptr(GArray) items = g_array_new(FALSE, FALSE, sizeof(Item));
    g_autoptr(GArray) notes = g_array_new(FALSE, FALSE, sizeof(Note));
    g_autofree char *where = shown->number ? g_strdup_printf("§ %s", shown->number) : NULL;
    int last = last_page(shown);
    for (guint i = 0; meeting->notes && i < meeting->notes->len; i++) {
        const Note *note = &g_array_index(meeting->notes, Note, i);
        gboolean of_page =
            note->kind == NOTE_PAGE_UNREADABLE && note->page >= shown->page && note->page <= last;
        if (of_page || (where && g_strcmp0(note->where, where) == 0))
            g_array_append_val(notes, *note);
    }
    g_array_append_val(items, *shown);
    const Meeting one = {.items = items, .notes = notes};
    return meeting_to_xml(&one);
}

static int last_page(const Item *item)
{
    int last = item->page;
    for (guint i = 0; item->sections && i < item->sections->len; i++) {
        const GArray *blocks = g_array_index(item->sections, Section, i).blocks;
        for (guint j = 0; blocks && j < blocks->len; j++) {
            const Block *block = &g_array_index(blocks, Block, j);
            last = MAX(last, MAX(block->page, block->last_page));
        }
    }
    return last;
}

static void add_key(GArray *keys, SitePageKind kind, guint first, guint second)
{
    SitePageKey key = {kind, first, second};
    g_array_append_val(keys, key);
}

/* ---- the frame ---- */

static void describe(Frame *frame, SitePageKey key)
{
    g_autofree char *address = site_page_address(frame->site, frame->settings, key);
    g_autoptr(GString) root = g_string_new(NULL);
    for (const char *s = address; *s; s++)
        if (*s == '/')
            g_string_append(root, "../");
    frame->page = (SitePage){
        .kind = (int)key.kind,
        .address = g_string_chunk_insert(frame->chunk, address),
        .root = g_string_chunk_insert(frame->chunk, root->str),
        .base = frame->site->base,
        .language = "sv",
        .program = frame->site->program,
        .title = frame->site->title,
        .logo = frame->settings->logo,
        .colour = frame->settings->colour,
        .other = frame->settings->other,
        .word = key.kind == PAGE_WORD ? frame->settings->words[key.first] : NULL,
        .crumbs = links_new(),
        .previous = links_new(),
        .next = links_new(),
        .files = links_new(),
        .words = links_new(),
    };
}

static void frame_clear(Frame *frame)
{
    GArray *const links[] = {frame->page.crumbs, frame->page.previous, frame->page.next, frame->page.files,
                             frame->page.words};
    for (gsize i = 0; i < G_N_ELEMENTS(links); i++)
        g_array_unref(links[i]);
    g_string_chunk_free(frame->chunk);
}

/* The pages above it, from the front page on, and the files of these and of itself. */
static void lead_to(Frame *frame, SitePageKey key)
{
    if (key.kind != PAGE_FRONT) {
        SitePageKey above = page_above(frame->site, key);
        lead_to(frame, above);
        add_crumb(frame, above);
    }
    add_files(frame, key);
}

static SitePageKey page_above(const Site *site, SitePageKey key)
{
    const SiteMeeting *meeting;
    switch (key.kind) {
    case PAGE_YEAR:
        return (SitePageKey){PAGE_BODY, key.first, 0};
    case PAGE_MEETING:
        meeting = &g_array_index(site->meetings, SiteMeeting, key.first);
        return (SitePageKey){PAGE_BODY, body_of(site, meeting->body_address), 0};
    case PAGE_MINUTES:
    case PAGE_ITEM:
        return (SitePageKey){PAGE_MEETING, key.first, 0};
    default:
        return (SitePageKey){PAGE_FRONT, 0, 0};
    }
}

static guint body_of(const Site *site, const char *address)
{
    guint i = 0;
    while (i < site->bodies->len && g_array_index(site->bodies, SiteBody, i).address != address)
        i++;
    return i;
}

static void add_crumb(Frame *frame, SitePageKey key)
{
    g_autofree char *address = site_page_address(frame->site, frame->settings, key);
    SiteLink link = {.address = g_string_chunk_insert(frame->chunk, address)};
    if (key.kind == PAGE_FRONT) {
        link.title = frame->site->title;
    } else if (key.kind == PAGE_BODY) {
        link.title = g_array_index(frame->site->bodies, SiteBody, key.first).name;
    } else {
        const SiteMeeting *meeting = &g_array_index(frame->site->meetings, SiteMeeting, key.first);
        link.date = meeting->days->len ? g_array_index(meeting->days, const char *, 0) : NULL;
        link.title = meeting->title ? meeting->title : link.date;
    }
    g_array_append_val(frame->page.crumbs, link);
}

static void add_files(Frame *frame, SitePageKey key)
{
    g_autofree char *address = site_page_address(frame->site, frame->settings, key);
    for (gsize i = 0; i < site_files_count; i++) {
        const SiteFile *file = &site_files[i];
        if (file->kind != key.kind || !file->title || (file->absolute && !frame->site->base))
            continue;
        g_autofree char *path = g_strconcat(address, file->name, NULL);
        SiteLink link = {
            .address = g_string_chunk_insert(frame->chunk, path), .title = file->title, .type = file->type};
        g_array_append_val(frame->page.files, link);
    }
}

/* Nothing else leads to what the owner of the site watches. */
static void add_words(Frame *frame)
{
    char *const *words = frame->settings->words;
    for (guint i = 0; words && words[i]; i++) {
        g_autofree char *address =
            site_page_address(frame->site, frame->settings, (SitePageKey){PAGE_WORD, i, 0});
        SiteLink link = {.address = g_string_chunk_insert(frame->chunk, address), .title = words[i]};
        g_array_append_val(frame->page.words, link);
    }
}

static void add_neighbours(Frame *frame, SitePageKey key)
{
    if (key.kind != PAGE_MEETING && key.kind != PAGE_MINUTES && key.kind != PAGE_ITEM)
        return;
    const SiteMeeting *meeting = &g_array_index(frame->site->meetings, SiteMeeting, key.first);
    if (key.kind != PAGE_ITEM) { /* meetings of a body stand together */
        if (meeting->previous)
            add_meeting(frame->page.previous, meeting - 1);
        if (meeting->next)
            add_meeting(frame->page.next, meeting + 1);
        return;
    }
    const SiteItem *item = &g_array_index(meeting->items, SiteItem, key.second);
    if (key.second > 0)
        add_item(frame->page.previous, item - 1);
    if (key.second + 1 < meeting->items->len)
        add_item(frame->page.next, item + 1);
}

static void add_meeting(GArray *links, const SiteMeeting *meeting)
{
    SiteLink link = {.address = meeting->address,
                     .title = meeting->title ? meeting->title : meeting->body,
                     .date = meeting->days->len ? g_array_index(meeting->days, const char *, 0) : NULL};
    g_array_append_val(links, link);
}

static void add_item(GArray *links, const SiteItem *item)
{
    SiteLink link = {.address = item->address, .title = item->title, .number = item->number};
    g_array_append_val(links, link);
}

static GArray *links_new(void)
{
    return g_array_new(FALSE, FALSE, sizeof(SiteLink));
}

/* ---- the models in it ---- */

static void put(xmlDoc *page, xmlNode *model)
{
    xmlAddChild(xmlDocGetRootElement(page), xmlDocCopyNode(model, page, 1));
}
