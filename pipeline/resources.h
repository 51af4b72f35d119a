/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Resources: the schemas, stylesheets and profiles of the installation, each compiled once when first asked
 * for. */
#ifndef RESOURCES_H
#define RESOURCES_H

#include <glib.h>

#include "base/profile.h"
#include "base/xml.h"
#include "format.h"
#include "render.h"

typedef struct Resources Resources;

/* Finds the folder that holds schema/, xslt/ and profiles/: the environment's SAMMANDRAG_DATA;
 * ../share/sammandrag beside an installed program; the source tree above a built one. Returns
 * NULL with XML_ERROR_SCHEMA where there is none. Free with resources_free(). */
Resources *resources_new(GError **error);
void resources_free(Resources *resources); /* NULL is fine */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Resources, resources_free)

/* All of these are borrowed; NULL with an error in XML_DOMAIN. */
xmlSchema *resources_schema(Resources *resources, Format format, GError **error);
xmlSchema *resources_corrections_schema(Resources *resources, GError **error);
/* The schema schema/NAME.xsd, the stylesheet xslt/NAME.xsl. */
xmlSchema *resources_schema_named(Resources *resources, const char *name, GError **error);
const Stylesheet *resources_stylesheet_named(Resources *resources, const char *name, GError **error);
/* The stylesheet xslt/FORMAT-OUTPUT.xsl. */
const Stylesheet *resources_stylesheet(Resources *resources, Format format, Output output, GError **error);
/* The stylesheet in the file `path`, which may import those of the installation by name. */
const Stylesheet *resources_own_stylesheet(Resources *resources, const char *path, GError **error);
/* `name` is the name of a profile of the installation, a path (it holds a slash or ends with
 * .xml), or NULL for the general one, on which every other profile rests in the end. All but that one are
 * validated. */
const Profile *resources_profile(Resources *resources, const char *name, GError **error);

/* Loads every profile of the installation. */
gboolean resources_load_profiles(Resources *resources, GError **error);
/* The profile of the installation that recognises most in `text`, the first pages of a document; the general
 * one where none does. */
const Profile *resources_profile_for(Resources *resources, const char *text, GError **error);

/* The path of `name` in `folder` of the installation; the caller frees it. */
char *resources_path(const Resources *resources, const char *folder, const char *name);

/* The SHA-256 of all schemas, stylesheets and profiles of the installation, and that of the profiles read so
 * far: what outputs depend on besides their input. The caller frees it; NULL with an error when a file of
 * them cannot be read. */
char *resources_digest(const Resources *resources, GError **error);
char *resources_profiles_digest(const Resources *resources, GError **error);
/* The same of the stylesheet `path` and of those that lie beside it, which it may import. */
char *resources_own_digest(const char *path, GError **error);

#endif
