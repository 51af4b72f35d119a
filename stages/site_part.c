/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Parts of a site: what of the index one page shows. */
#include "site_part.h"

#include <string.h>

enum {
    LATEST = 30, /* meetings of an overview: a season of a large municipality, half a year of a body */
    ALL_ITEMS = -1,
};

struct SitePart {
    Site site;
    const Site *whole;
    GPtrArray *arrays; /* of GArray: those made here; what is in them is borrowed */
};

static SitePart *part_new(const Site *site);
static GArray *array_new(SitePart *part, gsize size);
static void add_latest(SitePart *part, const char *body);
static void add_year(SitePart *part, const SiteBody *body, guint number);
static void add_word(SitePart *part, const char *word);
static bool has_word(const SiteItem *item, const char *word);
static void add_meeting(SitePart *part, const SiteMeeting *meeting, int item, bool decisions);
static void add_changes(SitePart *part, const GPtrArray *changes);
static void add_case(SitePart *part, const SiteCase *followed, bool items);
static SiteItem without_decision(const SiteItem *item);
static const char *first_day(const SiteMeeting *meeting);
static gint latest_first(gconstpointer a, gconstpointer b);

SitePart *site_part_new(const Site *site, const SiteSettings *settings, SitePageKey key,
                        const GPtrArray *changes)
{
    SitePart *part = part_new(site);
    switch (key.kind) {
    case PAGE_FRONT:
        g_array_append_vals(part->site.bodies, site->bodies->data, site->bodies->len);
        add_latest(part, NULL);
        break;
    case PAGE_BODY:
        g_array_append_val(part->site.bodies, g_array_index(site->bodies, SiteBody, key.first));
        add_latest(part, g_array_index(site->bodies, SiteBody, key.first).address);
        break;
    case PAGE_YEAR:
        g_array_append_val(part->site.bodies, g_array_index(site->bodies, SiteBody, key.first));
        add_year(part, &g_array_index(site->bodies, SiteBody, key.first), key.second);
        break;
    case PAGE_MEETING:
    case PAGE_MINUTES:
        add_meeting(part, &g_array_index(site->meetings, SiteMeeting, key.first), ALL_ITEMS, false);
        add_changes(part, changes);
        break;
    case PAGE_ITEM:
        add_meeting(part, &g_array_index(site->meetings, SiteMeeting, key.first), (int)key.second, false);
        break;
    case PAGE_CASE:
        add_case(part, &g_array_index(site->cases, SiteCase, key.first), true);
        break;
    case PAGE_WORD:
        add_word(part, settings->words[key.first]);
        break;
    default:
        break;
    }
    return part;
}

SitePart *site_part_of_all(const Site *site)
{
    SitePart *part = part_new(site);
    g_array_append_vals(part->site.bodies, site->bodies->data, site->bodies->len);
    for (guint i = 0; i < site->meetings->len; i++)
        add_meeting(part, &g_array_index(site->meetings, SiteMeeting, i), ALL_ITEMS, false);
    for (guint i = 0; i < site->cases->len; i++)
        add_case(part, &g_array_index(site->cases, SiteCase, i), false);
    return part;
}

SitePart *site_part_of_body(const Site *site, const SiteBody *body)
{
    SitePart *part = part_new(site);
    g_array_append_vals(part->site.bodies, body, 1);
    for (guint i = 0; i < site->meetings->len; i++) {
        const SiteMeeting *meeting = &g_array_index(site->meetings, SiteMeeting, i);
        if (meeting->body_address == body->address)
            add_meeting(part, meeting, ALL_ITEMS, false);
    }
    return part;
}

const Site *site_part_site(const SitePart *part)
{
    return &part->site;
}

void site_part_free(SitePart *part)
{
    g_ptr_array_unref(part->arrays);
    g_free(part);
}

static SitePart *part_new(const Site *site)
{
    SitePart *part = g_new0(SitePart, 1);
    part->whole = site;
    part->arrays = g_ptr_array_new_with_free_func((GDestroyNotify)g_array_unref);
    part->site = (Site){.program = site->program,
                        .title = site->title,
                        .base = site->base,
                        .bodies = array_new(part, sizeof(SiteBody)),
                        .meetings = array_new(part, sizeof(SiteMeeting)),
                        .cases = array_new(part, sizeof(SiteCase))};
    return part;
}

static GArray *array_new(SitePart *part, gsize size)
{
    GArray *array = g_array_new(FALSE, FALSE, (guint)size);
    g_ptr_array_add(part->arrays, array);
    return array;
}

/* The latest meetings, of one body or all of them; those of a body without a date stand on no page of a
 * year, so all of them are here. */
static void add_latest(SitePart *part, const char *body)
{
    g_autoptr(GPtrArray) meetings = g_ptr_array_new();
    for (guint i = 0; i < part->whole->meetings->len; i++) {
        SiteMeeting *meeting = &g_array_index(part->whole->meetings, SiteMeeting, i);
        if (!body || meeting->body_address == body)
            g_ptr_array_add(meetings, meeting);
    }
    g_ptr_array_sort(meetings, latest_first);
    for (guint i = 0; i < meetings->len; i++) {
        const SiteMeeting *meeting = g_ptr_array_index(meetings, i);
        if (i < LATEST || (body && !first_day(meeting)))
            add_meeting(part, meeting, ALL_ITEMS, i < LATEST);
    }
}

static void add_year(SitePart *part, const SiteBody *body, guint number)
{
    int year = g_array_index(body->years, SiteYear, number).year;
    for (guint i = part->whole->meetings->len; i-- > 0;) {
        const SiteMeeting *meeting = &g_array_index(part->whole->meetings, SiteMeeting, i);
        if (meeting->body_address == body->address && first_day(meeting) &&
            g_ascii_strtoll(first_day(meeting), NULL, 10) == year)
            add_meeting(part, meeting, ALL_ITEMS, false);
    }
}

static void add_word(SitePart *part, const char *word)
{
    g_autoptr(GPtrArray) meetings = g_ptr_array_new();
    for (guint i = 0; i < part->whole->meetings->len; i++)
        g_ptr_array_add(meetings, &g_array_index(part->whole->meetings, SiteMeeting, i));
    g_ptr_array_sort(meetings, latest_first);
    for (guint i = 0; i < meetings->len; i++) {
        SiteMeeting found = *(const SiteMeeting *)g_ptr_array_index(meetings, i);
        const GArray *items = found.items;
        found.items = array_new(part, sizeof(SiteItem));
        for (guint j = 0; j < items->len; j++)
            if (has_word(&g_array_index(items, SiteItem, j), word))
                g_array_append_val(found.items, g_array_index(items, SiteItem, j));
        if (found.items->len > 0)
            g_array_append_val(part->site.meetings, found);
    }
}

static bool has_word(const SiteItem *item, const char *word)
{
    bool found = item->title && text_find_word(item->title, word, NULL);
    for (guint i = 0; !found && item->decision && i < item->decision->len; i++) {
        g_autofree char *plain = block_plain(&g_array_index(item->decision, Block, i));
        found = text_find_word(plain, word, NULL);
    }
    return found;
}

static void add_meeting(SitePart *part, const SiteMeeting *meeting, int item, bool decisions)
{
    SiteMeeting shown = *meeting;
    if (!decisions) {
        shown.items = array_new(part, sizeof(SiteItem));
        for (guint i = 0; i < meeting->items->len; i++) {
            SiteItem of = without_decision(&g_array_index(meeting->items, SiteItem, i));
            if (item == ALL_ITEMS || (guint)item == i)
                g_array_append_val(shown.items, of);
        }
    }
    g_array_append_val(part->site.meetings, shown);
}

/* To the versions that the one meeting replaced. */
static void add_changes(SitePart *part, const GPtrArray *changes)
{
    SiteMeeting *meeting = &g_array_index(part->site.meetings, SiteMeeting, 0);
    const GArray *replaced = meeting->replaced;
    meeting->replaced = array_new(part, sizeof(SiteVersion));
    for (guint i = 0; replaced && i < replaced->len; i++) {
        SiteVersion version = g_array_index(replaced, SiteVersion, i);
        version.changes = changes && i < changes->len ? g_ptr_array_index(changes, i) : NULL;
        g_array_append_val(meeting->replaced, version);
    }
}

static void add_case(SitePart *part, const SiteCase *followed, bool items)
{
    SiteCase shown = *followed;
    if (items) {
        shown.events = array_new(part, sizeof(SiteEvent));
        for (guint i = 0; i < followed->events->len; i++) {
            SiteEvent event = g_array_index(followed->events, SiteEvent, i);
            event.items = array_new(part, sizeof(SiteItem));
            g_array_append_val(event.items, *event.itself);
            g_array_append_val(shown.events, event);
        }
    }
    g_array_append_val(part->site.cases, shown);
}

static SiteItem without_decision(const SiteItem *item)
{
    SiteItem shorter = *item;
    shorter.decision = NULL;
    return shorter;
}

static const char *first_day(const SiteMeeting *meeting)
{
    return meeting->days->len ? g_array_index(meeting->days, const char *, 0) : NULL;
}

/* Those without a date come last. */
static gint latest_first(gconstpointer a, gconstpointer b)
{
    const SiteMeeting *first = *(const SiteMeeting *const *)a, *second = *(const SiteMeeting *const *)b;
    gint order = -g_strcmp0(first_day(first), first_day(second));
    return order ? order : strcmp(first->address, second->address);
}
