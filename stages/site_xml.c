/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The site as XML: which field of the model is which Swedish element or attribute. */
#include "site.h"

static const char *const document_names[] = {"okand", "protokoll",          "sammanfattning",
                                             "plan",  "foredragningslista", NULL};
static const char *const decided_names[] = {"", "utslagsrost", "lottning", NULL};

static const char *const change_names[] = {
    [CHANGE_ITEM_ADDED] = "tillkommet",
    [CHANGE_ITEM_REMOVED] = "borttaget",
    [CHANGE_TITLE] = "arenderubrik",
    [CHANGE_DECISION] = "beslut",
    [CHANGE_OUTCOME] = "utfall",
    [CHANGE_VOTE] = "votering",
    NULL,
};

static const ModelField number_fields[] = {
    {FIELD_STRING, "adress", offsetof(SiteNumber, address)},
    {FIELD_CONTENT, NULL, offsetof(SiteNumber, words)},
    FIELD_END,
};
static const ModelType number_type = {
    .name = "diarienummer", .size = sizeof(SiteNumber), .fields = number_fields};

static const ModelField vote_fields[] = {
    {FIELD_STRING, "id", offsetof(SiteVote, id)},
    {FIELD_INT, "ja", offsetof(SiteVote, yes), .absent = -1},
    {FIELD_INT, "nej", offsetof(SiteVote, no), .absent = -1},
    {FIELD_INT, "avstar", offsetof(SiteVote, abstain), .absent = -1},
    {FIELD_INT, "franvarande", offsetof(SiteVote, absent), .absent = -1},
    {FIELD_STRING, "ja-betyder", offsetof(SiteVote, yes_means)},
    {FIELD_STRING, "nej-betyder", offsetof(SiteVote, no_means)},
    {FIELD_FLAG, "sluten", offsetof(SiteVote, closed)},
    {FIELD_ENUM, "avgorande", offsetof(SiteVote, decided_by), .names = decided_names},
    FIELD_END,
};
static const ModelType vote_type = {.name = "votering", .size = sizeof(SiteVote), .fields = vote_fields};

static const ModelField date_fields[] = {
    {FIELD_STRING, "datum", offsetof(SiteDate, date)},
    {FIELD_INT, "sida", offsetof(SiteDate, page)},
    {FIELD_ENUM, "avsnitt", offsetof(SiteDate, section), .names = meeting_section_names},
    {FIELD_STRING, "till", offsetof(SiteDate, to)},
    {FIELD_CONTENT, NULL, offsetof(SiteDate, words)},
    FIELD_END,
};
static const ModelType date_type = {.name = "kommande", .size = sizeof(SiteDate), .fields = date_fields};

static const ModelField item_fields[] = {
    {FIELD_STRING, "adress", offsetof(SiteItem, address)},
    {FIELD_STRING, "id", offsetof(SiteItem, id)},
    {FIELD_STRING, "nr", offsetof(SiteItem, number)},
    {FIELD_INT, "sida", offsetof(SiteItem, page)},
    {FIELD_ENUM, "utfall", offsetof(SiteItem, outcome), .names = meeting_outcome_names},
    {FIELD_STRING, "till", offsetof(SiteItem, to)},
    {FIELD_FLAG, "omedelbart-justerad", offsetof(SiteItem, adjusted_at_once)},
    {FIELD_FLAG, "reservation", offsetof(SiteItem, reserved)},
    {FIELD_ELEMENT, "arenderubrik", offsetof(SiteItem, title)},
    {FIELD_MANY, "diarienummer", offsetof(SiteItem, numbers), .type = &number_type},
    {FIELD_MANY, "votering", offsetof(SiteItem, votes), .type = &vote_type},
    {FIELD_MANY, "kommande", offsetof(SiteItem, dates), .type = &date_type},
    {FIELD_GROUP, "beslut", offsetof(SiteItem, decision), .type = &block_type_sv},
    FIELD_END,
};
static const ModelType item_type = {.name = "arende", .size = sizeof(SiteItem), .fields = item_fields};

static const ModelField change_fields[] = {
    {FIELD_ENUM, "typ", offsetof(SiteChange, kind), .names = change_names},
    {FIELD_STRING, "nr", offsetof(SiteChange, number)},
    {FIELD_ELEMENT, "arenderubrik", offsetof(SiteChange, title)},
    {FIELD_ELEMENT, "fore", offsetof(SiteChange, before)},
    {FIELD_ELEMENT, "efter", offsetof(SiteChange, after)},
    FIELD_END,
};
static const ModelType change_type = {.name = "andring", .size = sizeof(SiteChange), .fields = change_fields};

static const ModelField version_fields[] = {
    {FIELD_STRING, "fil", offsetof(SiteVersion, file)},
    {FIELD_STRING, "sha256", offsetof(SiteVersion, sha256)},
    {FIELD_STRING, "justerat", offsetof(SiteVersion, adjusted)},
    {FIELD_FLAG, "ojusterat", offsetof(SiteVersion, preliminary)},
    {FIELD_MANY, "andring", offsetof(SiteVersion, changes), .type = &change_type},
    FIELD_END,
};
static const ModelType version_type = {
    .name = "ersatter", .size = sizeof(SiteVersion), .fields = version_fields};

static const ModelField meeting_fields[] = {
    {FIELD_STRING, "adress", offsetof(SiteMeeting, address)},
    {FIELD_ENUM, "dokumenttyp", offsetof(SiteMeeting, kind), .names = document_names},
    {FIELD_STRING, "fil", offsetof(SiteMeeting, file)},
    {FIELD_STRING, "sha256", offsetof(SiteMeeting, sha256)},
    {FIELD_INT, "sidor", offsetof(SiteMeeting, pages)},
    {FIELD_STRING, "pdf", offsetof(SiteMeeting, pdf)},
    {FIELD_STRING, "justerat", offsetof(SiteMeeting, adjusted)},
    {FIELD_FLAG, "ojusterat", offsetof(SiteMeeting, preliminary)},
    {FIELD_STRING, "uppsatt", offsetof(SiteMeeting, posted)},
    {FIELD_STRING, "nedtas", offsetof(SiteMeeting, removed)},
    {FIELD_INT, "maskerat", offsetof(SiteMeeting, masked)},
    {FIELD_STRING, "foregaende", offsetof(SiteMeeting, previous)},
    {FIELD_STRING, "nasta", offsetof(SiteMeeting, next)},
    {FIELD_STRING, "organ-adress", offsetof(SiteMeeting, body_address)},
    {FIELD_ELEMENT, "titel", offsetof(SiteMeeting, title)},
    {FIELD_ELEMENT, "huvudman", offsetof(SiteMeeting, principal)},
    {FIELD_ELEMENT, "organ", offsetof(SiteMeeting, body)},
    {FIELD_STRINGS, "datum", offsetof(SiteMeeting, days)},
    {FIELD_ELEMENT, "start", offsetof(SiteMeeting, starts)},
    {FIELD_ELEMENT, "slut", offsetof(SiteMeeting, ends)},
    {FIELD_ELEMENT, "plats", offsetof(SiteMeeting, place)},
    {FIELD_MANY, "ersatter", offsetof(SiteMeeting, replaced), .type = &version_type},
    {FIELD_MANY, "arende", offsetof(SiteMeeting, items), .type = &item_type},
    FIELD_END,
};
static const ModelType meeting_of_site_type = {
    .name = "sammantrade", .size = sizeof(SiteMeeting), .fields = meeting_fields};

static const ModelField year_fields[] = {
    {FIELD_STRING, "adress", offsetof(SiteYear, address)},
    {FIELD_INT, "ar", offsetof(SiteYear, year)},
    {FIELD_INT, "antal", offsetof(SiteYear, meetings)},
    FIELD_END,
};
static const ModelType year_type = {.name = "arsvis", .size = sizeof(SiteYear), .fields = year_fields};

static const ModelField body_fields[] = {
    {FIELD_STRING, "adress", offsetof(SiteBody, address)},
    {FIELD_STRING, "huvudman", offsetof(SiteBody, principal)},
    {FIELD_STRING, "namn", offsetof(SiteBody, name)},
    {FIELD_INT, "antal", offsetof(SiteBody, meetings)},
    {FIELD_STRING, "senast", offsetof(SiteBody, latest)},
    {FIELD_MANY, "arsvis", offsetof(SiteBody, years), .type = &year_type},
    FIELD_END,
};
static const ModelType body_type = {.name = "organ", .size = sizeof(SiteBody), .fields = body_fields};

static const ModelField event_fields[] = {
    {FIELD_STRING, "datum", offsetof(SiteEvent, date)},
    {FIELD_STRING, "organ", offsetof(SiteEvent, body)},
    {FIELD_STRING, "organ-adress", offsetof(SiteEvent, body_address)},
    {FIELD_STRING, "sammantrade", offsetof(SiteEvent, meeting)},
    {FIELD_STRING, "adress", offsetof(SiteEvent, item)},
    {FIELD_STRING, "justerat", offsetof(SiteEvent, adjusted)},
    {FIELD_FLAG, "ojusterat", offsetof(SiteEvent, preliminary)},
    {FIELD_MANY, "arende", offsetof(SiteEvent, items), .type = &item_type},
    FIELD_END,
};
static const ModelType event_type = {.name = "handelse", .size = sizeof(SiteEvent), .fields = event_fields};

static const ModelField case_fields[] = {
    {FIELD_STRING, "adress", offsetof(SiteCase, address)},
    {FIELD_STRING, "nummer", offsetof(SiteCase, number)},
    {FIELD_STRING, "huvudman", offsetof(SiteCase, principal)},
    {FIELD_STRING, "titel", offsetof(SiteCase, title)},
    {FIELD_MANY, "handelse", offsetof(SiteCase, events), .type = &event_type},
    FIELD_END,
};
static const ModelType case_type = {.name = "fall", .size = sizeof(SiteCase), .fields = case_fields};

static const ModelField site_fields[] = {
    {FIELD_STRING, "program", offsetof(Site, program)},
    {FIELD_STRING, "titel", offsetof(Site, title)},
    {FIELD_STRING, "bas", offsetof(Site, base)},
    {FIELD_MANY, "organ", offsetof(Site, bodies), .type = &body_type},
    {FIELD_MANY, "sammantrade", offsetof(Site, meetings), .type = &meeting_of_site_type},
    {FIELD_MANY, "fall", offsetof(Site, cases), .type = &case_type},
    FIELD_END,
};
const ModelType site_type = {.name = "webbplats", .size = sizeof(Site), .fields = site_fields};

xmlDoc *site_to_xml(const Site *site)
{
    return model_to_xml(&site_type, SITE_NAMESPACE, site);
}

Site *site_from_xml(xmlDoc *doc, GError **error)
{
    Site *site = site_new(NULL, NULL);
    if (!model_from_xml(&site_type, SITE_NAMESPACE, doc, site, site->chunk, error))
        g_clear_pointer(&site, site_free);
    return site;
}

void site_free(Site *site)
{
    if (!site)
        return;
    model_clear(&site_type, site);
    g_string_chunk_free(site->chunk);
    g_ptr_array_unref(site->taken);
    g_free(site);
}
