/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The frame of a page document as XML: which field is which Swedish element or attribute. */
#include "site_page.h"

static const char *const page_names[] = {
    [PAGE_FRONT] = "start",
    [PAGE_BODY] = "organ",
    [PAGE_YEAR] = "ar",
    [PAGE_MEETING] = "sammantrade",
    [PAGE_MINUTES] = "protokoll",
    [PAGE_ITEM] = "arende",
    [PAGE_CASE] = "fall",
    [PAGE_WORD] = "bevakning",
    [PAGE_ACCESSIBILITY] = "tillganglighet",
    NULL,
};
static const ModelField link_fields[] = {
    {FIELD_STRING, "adress", offsetof(SiteLink, address)}, {FIELD_STRING, "datum", offsetof(SiteLink, date)},
    {FIELD_STRING, "nr", offsetof(SiteLink, number)},      {FIELD_STRING, "typ", offsetof(SiteLink, type)},
    {FIELD_CONTENT, NULL, offsetof(SiteLink, title)},      FIELD_END,
};
static const ModelType link_type = {.name = "smula", .size = sizeof(SiteLink), .fields = link_fields};

static const ModelField page_fields[] = {
    {FIELD_ENUM, "slag", offsetof(SitePage, kind), .names = page_names},
    {FIELD_STRING, "adress", offsetof(SitePage, address)},
    {FIELD_STRING, "rot", offsetof(SitePage, root)},
    {FIELD_STRING, "bas", offsetof(SitePage, base)},
    {FIELD_STRING, "sprak", offsetof(SitePage, language)},
    {FIELD_STRING, "program", offsetof(SitePage, program)},
    {FIELD_STRING, "titel", offsetof(SitePage, title)},
    {FIELD_STRING, "logotyp", offsetof(SitePage, logo)},
    {FIELD_STRING, "farg1", offsetof(SitePage, colour)},
    {FIELD_STRING, "farg2", offsetof(SitePage, other)},
    {FIELD_STRING, "ord", offsetof(SitePage, word)},
    {FIELD_MANY, "smula", offsetof(SitePage, crumbs), .type = &link_type},
    {FIELD_MANY, "foregaende", offsetof(SitePage, previous), .type = &link_type},
    {FIELD_MANY, "nasta", offsetof(SitePage, next), .type = &link_type},
    {FIELD_MANY, "alternativ", offsetof(SitePage, files), .type = &link_type},
    {FIELD_MANY, "bevakning", offsetof(SitePage, words), .type = &link_type},
    FIELD_END,
};
const ModelType site_page_type = {.name = "sida", .size = sizeof(SitePage), .fields = page_fields};
