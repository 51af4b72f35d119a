/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The index of a site: the order of meetings, their addresses, which stands for which, and cases over them.
 */
#include "site.h"

#include <stdlib.h>
#include <string.h>

#include "base/account.h"
#include "base/address.h"

static void give_addresses(Site *site, GHashTable *addresses);
static void settle_versions(Site *site);
static guint settle_day(Site *site, guint first, guint end, gboolean *replaced);
static void replace(SiteMeeting *by, SiteMeeting *meeting);
static void address_items(Site *site, SiteMeeting *meeting);
static void tie_neighbours(Site *site);
static void gather_bodies(Site *site);
static void count_year(Site *site, SiteBody *body, const char *day);
static void gather_cases(Site *site);
static void add_event(Site *site, GHashTable *cases, const SiteMeeting *meeting, const SiteItem *item,
                      const SiteNumber *number);
static const char *taken(Site *site, char *address);
static const char *unique(Site *site, GHashTable *addresses, char *address);
static const char *first_day(const SiteMeeting *meeting);
static const char *first_number(const SiteMeeting *meeting);
static gint by_body_and_day(gconstpointer a, gconstpointer b);
static gint by_number(gconstpointer a, gconstpointer b);
static gint by_day(gconstpointer a, gconstpointer b);
static gint by_case_address(gconstpointer a, gconstpointer b);

void site_take(Site *site, Site *one, const char *record)
{
    for (guint i = 0; i < one->meetings->len; i++) {
        SiteMeeting *meeting = &g_array_index(one->meetings, SiteMeeting, i);
        meeting->record = record ? g_string_chunk_insert(site->chunk, record) : NULL;
        g_array_append_val(site->meetings, *meeting);
    }
    g_array_set_size(one->meetings, 0);
    g_ptr_array_add(site->taken, g_steal_pointer(&one->chunk));
    one->chunk = g_string_chunk_new(1);
    site_free(one);
}

void site_index(Site *site)
{
    g_autoptr(GHashTable) addresses = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < site->meetings->len; i++) {
        SiteMeeting *meeting = &g_array_index(site->meetings, SiteMeeting, i);
        meeting->body_address = taken(site, address_of_body(meeting->principal, meeting->body));
    }
    g_array_sort(site->meetings, by_body_and_day);
    settle_versions(site);
    give_addresses(site, addresses);
    tie_neighbours(site);
    gather_bodies(site);
    gather_cases(site);
}

/* ---- versions ---- */

/* Minutes of one meeting may come twice: before they are adjusted and after, or of some items alone. */
static void settle_versions(Site *site)
{
    g_autofree gboolean *replaced = g_new0(gboolean, site->meetings->len + 1);
    for (guint i = 0; i < site->meetings->len;) {
        const SiteMeeting *first = &g_array_index(site->meetings, SiteMeeting, i);
        guint end = i + 1;
        while (end < site->meetings->len) {
            const SiteMeeting *next = &g_array_index(site->meetings, SiteMeeting, end);
            if (strcmp(next->body_address, first->body_address) != 0 ||
                g_strcmp0(first_day(next), first_day(first)) != 0)
                break;
            end++;
        }
        i = settle_day(site, i, end, replaced);
    }
    guint left = 0;
    for (guint i = 0; i < site->meetings->len; i++)
        if (!replaced[i])
            g_array_index(site->meetings, SiteMeeting, left++) =
                g_array_index(site->meetings, SiteMeeting, i);
    g_array_set_size(site->meetings, left);
}

/* A published summary has a page beside that of the minutes, and what has no day may be of any. */
static Account account_of(const SiteMeeting *meeting, guint i)
{
    bool minutes = meeting->kind == DOCUMENT_MINUTES;
    Account account = {.of = i,
                       .minutes = minutes,
                       .alone = !minutes || !first_day(meeting),
                       .preliminary = meeting->preliminary,
                       .adjusted = meeting->adjusted,
                       .sha256 = meeting->sha256,
                       .name = meeting->record,
                       .items = meeting->items->len,
                       .numbers = g_ptr_array_new()};
    for (guint j = 0; j < meeting->items->len; j++) {
        const char *number = g_array_index(meeting->items, SiteItem, j).number;
        if (number)
            g_ptr_array_add(account.numbers, (gpointer)number);
    }
    return account;
}

/* Of the minutes of a body on one day. */
static guint settle_day(Site *site, guint first, guint end, gboolean *replaced)
{
    SiteMeeting *meetings = &g_array_index(site->meetings, SiteMeeting, first);
    guint count = end - first;
    g_autofree Account *accounts = g_new(Account, count);
    for (guint i = 0; i < count; i++)
        accounts[i] = account_of(&meetings[i], i);
    accounts_settle(accounts, count);
    for (guint i = 0; i < count; i++) {
        if (accounts[i].by) {
            replace(&meetings[accounts[i].by->of], &meetings[accounts[i].of]);
            replaced[first + accounts[i].of] = TRUE;
        }
        g_ptr_array_unref(accounts[i].numbers);
    }
    return end;
}

/* The same file, read twice, is no other version. */
static void replace(SiteMeeting *by, SiteMeeting *meeting)
{
    bool same = g_strcmp0(by->sha256, meeting->sha256) == 0;
    SiteVersion version = {.file = meeting->file,
                           .sha256 = meeting->sha256,
                           .adjusted = meeting->adjusted,
                           .preliminary = meeting->preliminary,
                           .record = meeting->record};
    Site rest = {.meetings = g_array_new(FALSE, FALSE, sizeof(SiteMeeting))};
    if (!same && !by->replaced)
        by->replaced = g_array_new(FALSE, FALSE, sizeof(SiteVersion));
    if (!same)
        g_array_append_val(by->replaced, version);
    g_array_append_val(rest.meetings, *meeting);
    model_clear(&site_type, &rest);
}

/* ---- addresses ---- */

static void give_addresses(Site *site, GHashTable *addresses)
{
    for (guint i = 0; i < site->meetings->len;) {
        SiteMeeting *meetings = &g_array_index(site->meetings, SiteMeeting, i);
        guint count = 1;
        while (i + count < site->meetings->len && first_day(&meetings[0]) &&
               strcmp(meetings[count].body_address, meetings[0].body_address) == 0 &&
               g_strcmp0(first_day(&meetings[count]), first_day(&meetings[0])) == 0)
            count++;
        qsort(meetings, count, sizeof *meetings, by_number);
        for (guint j = 0; j < count; j++) {
            g_autofree char *address = address_of_meeting(meetings[j].principal, meetings[j].body,
                                                          first_day(&meetings[j]), meetings[j].sha256);
            if (j > 0) { /* another one on the same day */
                g_autofree char *item =
                    first_number(&meetings[j])
                        ? address_of_item(first_number(&meetings[j]), NULL)
                        : g_strdup_printf("%.8s/", meetings[j].sha256 ? meetings[j].sha256 : "");
                address[strlen(address) - 1] = '\0';
                meetings[j].address = unique(site, addresses, g_strconcat(address, "-", item, NULL));
            } else {
                meetings[j].address = unique(site, addresses, g_steal_pointer(&address));
            }
            address_items(site, &meetings[j]);
        }
        i += count;
    }
}

static void address_items(Site *site, SiteMeeting *meeting)
{
    g_autoptr(GHashTable) addresses = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < meeting->items->len; i++) {
        SiteItem *item = &g_array_index(meeting->items, SiteItem, i);
        g_autofree char *itself = address_of_item(item->number, item->id);
        item->address = unique(site, addresses, g_strconcat(meeting->address, itself, NULL));
        for (guint j = 0; j < item->numbers->len; j++) {
            SiteNumber *number = &g_array_index(item->numbers, SiteNumber, j);
            char *address = address_of_case(meeting->principal, meeting->body, number->words);
            number->address = address ? taken(site, address) : NULL;
        }
    }
}

/* Frees the address and returns it as the site keeps it. */
static const char *taken(Site *site, char *address)
{
    const char *kept = g_string_chunk_insert_const(site->chunk, address);
    g_free(address);
    return kept;
}

/* The address, or where that is taken the first of it with a number that is free. */
static const char *unique(Site *site, GHashTable *addresses, char *address)
{
    g_autofree char *stem = g_strndup(address, strlen(address) - 1);
    for (guint i = 2; g_hash_table_contains(addresses, address); i++) {
        g_free(address);
        address = g_strdup_printf("%s-%u/", stem, i);
    }
    const char *kept = taken(site, address);
    g_hash_table_add(addresses, (gpointer)kept);
    return kept;
}

/* ---- ties ---- */

static void tie_neighbours(Site *site)
{
    for (guint i = 1; i < site->meetings->len; i++) {
        SiteMeeting *before = &g_array_index(site->meetings, SiteMeeting, i - 1), *itself = before + 1;
        if (strcmp(before->body_address, itself->body_address) != 0)
            continue;
        before->next = itself->address;
        itself->previous = before->address;
    }
}

/* Meetings of a body stand together, by their days. */
static void gather_bodies(Site *site)
{
    for (guint i = 0; i < site->meetings->len; i++) {
        const SiteMeeting *meeting = &g_array_index(site->meetings, SiteMeeting, i);
        const SiteBody fresh = {.address = meeting->body_address,
                                .years = g_array_new(FALSE, FALSE, sizeof(SiteYear))};
        if (site->bodies->len == 0 ||
            g_array_index(site->bodies, SiteBody, site->bodies->len - 1).address != fresh.address)
            g_array_append_val(site->bodies, fresh);
        else
            g_array_unref(fresh.years);
        SiteBody *body = &g_array_index(site->bodies, SiteBody, site->bodies->len - 1);
        const char *day = first_day(meeting);
        body->principal = meeting->principal;
        body->name = meeting->body;
        body->meetings++;
        if (day) {
            body->latest = day;
            count_year(site, body, day);
        }
    }
}

static void count_year(Site *site, SiteBody *body, const char *day)
{
    int year = atoi(day);
    SiteYear *latest = body->years->len ? &g_array_index(body->years, SiteYear, 0) : NULL;
    if (latest && latest->year == year) {
        latest->meetings++;
        return;
    }
    SiteYear fresh = {
        .address = taken(site, g_strdup_printf("%s%d/", body->address, year)), .year = year, .meetings = 1};
    g_array_prepend_val(body->years, fresh);
}

static void gather_cases(Site *site)
{
    g_autoptr(GPtrArray) meetings = g_ptr_array_sized_new(site->meetings->len);
    g_autoptr(GHashTable) cases = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < site->meetings->len; i++)
        g_ptr_array_add(meetings, &g_array_index(site->meetings, SiteMeeting, i));
    g_ptr_array_sort(meetings, by_day);
    for (guint i = 0; i < meetings->len; i++) {
        const SiteMeeting *meeting = g_ptr_array_index(meetings, i);
        for (guint j = 0; j < meeting->items->len; j++) {
            const SiteItem *item = &g_array_index(meeting->items, SiteItem, j);
            for (guint k = 0; k < item->numbers->len; k++)
                add_event(site, cases, meeting, item, &g_array_index(item->numbers, SiteNumber, k));
        }
    }
    g_array_sort(site->cases, by_case_address);
}

static void add_event(Site *site, GHashTable *cases, const SiteMeeting *meeting, const SiteItem *item,
                      const SiteNumber *number)
{
    if (!number->address)
        return;
    guint place = GPOINTER_TO_UINT(g_hash_table_lookup(cases, number->address)); /* from 1 */
    if (place == 0) {
        const SiteCase fresh = {.address = number->address,
                                .principal = meeting->principal,
                                .events = g_array_new(FALSE, FALSE, sizeof(SiteEvent))};
        g_array_append_val(site->cases, fresh);
        place = site->cases->len;
        g_hash_table_insert(cases, (gpointer)number->address, GUINT_TO_POINTER(place));
    }
    SiteCase *followed = &g_array_index(site->cases, SiteCase, place - 1);
    guint before = followed->events->len;
    if (before && g_array_index(followed->events, SiteEvent, before - 1).item == item->address)
        return; /* the same number in two ways of writing */
    followed->number = number->words;
    if (item->title)
        followed->title = item->title;
    SiteEvent event = {.date = first_day(meeting),
                       .body = meeting->body,
                       .body_address = meeting->body_address,
                       .meeting = meeting->address,
                       .item = item->address,
                       .adjusted = meeting->adjusted,
                       .preliminary = meeting->preliminary,
                       .itself = item};
    g_array_append_val(followed->events, event);
}

/* ---- orders ---- */

static const char *first_day(const SiteMeeting *meeting)
{
    return meeting->days && meeting->days->len ? g_array_index(meeting->days, const char *, 0) : NULL;
}

static const char *first_number(const SiteMeeting *meeting)
{
    for (guint i = 0; i < meeting->items->len; i++)
        if (g_array_index(meeting->items, SiteItem, i).number)
            return g_array_index(meeting->items, SiteItem, i).number;
    return NULL;
}

static gint by_text(const char *a, const char *b)
{
    return a && b ? strcmp(a, b) : (a == NULL) - (b == NULL); /* what is not known comes last */
}

static gint by_body_and_day(gconstpointer a, gconstpointer b)
{
    const SiteMeeting *first = a, *second = b;
    gint order = strcmp(first->body_address, second->body_address);
    if (order == 0)
        order = by_text(first_day(first), first_day(second));
    return order ? order : by_text(first->sha256, second->sha256);
}

static gint by_number(gconstpointer a, gconstpointer b)
{
    const SiteMeeting *first = a, *second = b;
    const char *one = first_number(first), *other = first_number(second);
    gint order = one && other ? atoi(one) - atoi(other) : (one == NULL) - (other == NULL);
    if (order == 0)
        order = by_text(one, other);
    return order ? order : by_text(first->sha256, second->sha256);
}

static gint by_day(gconstpointer a, gconstpointer b)
{
    const SiteMeeting *first = *(const SiteMeeting *const *)a, *second = *(const SiteMeeting *const *)b;
    gint order = by_text(first_day(first), first_day(second));
    return order ? order : strcmp(first->address, second->address);
}

static gint by_case_address(gconstpointer a, gconstpointer b)
{
    return strcmp(((const SiteCase *)a)->address, ((const SiteCase *)b)->address);
}
