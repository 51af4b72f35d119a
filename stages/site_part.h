/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Parts of a site: what of the index one page shows. */
#ifndef SITE_PART_H
#define SITE_PART_H

#include "site_page.h"

typedef struct SitePart SitePart;

/* The part that the page shows, with `changes` as for site_page_to_xml(); it borrows from both. Free with
 * site_part_free(). */
SitePart *site_part_new(const Site *site, const SiteSettings *settings, SitePageKey key,
                        const GPtrArray *changes);
/* All of it without the words of decisions; or of the body alone, without its cases. */
SitePart *site_part_of_all(const Site *site);
SitePart *site_part_of_body(const Site *site, const SiteBody *body);
/* Borrowed. */
const Site *site_part_site(const SitePart *part);
void site_part_free(SitePart *part);

#endif
