/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Resources: the schemas, stylesheets and profiles of the installation, each compiled once when first asked
 * for. */
#include "resources.h"

#include <string.h>
#include <unistd.h>

#include "input.h"

#define GENERAL_PROFILE "allmant"
#define MARKER          "schema/meeting.xsd" /* a folder that has it is the one */

struct Resources {
    char *folder;
    xmlSchema *schemas[FORMAT__MAX];
    xmlSchema *profile_schema, *corrections_schema;
    Stylesheet *stylesheets[FORMAT__MAX][OUTPUT__MAX];
    Profile *general, *chosen;
};

static char *find_folder(void);
static char *program_folder(void);
static xmlSchema *load_schema(const Resources *resources, xmlSchema **schema, const char *name,
                              GError **error);
static Profile *load_profile(Resources *resources, const char *path, const Profile *base, GError **error);

Resources *resources_new(GError **error)
{
    char *folder = find_folder();
    if (!folder) {
        g_set_error(
            error, XML_DOMAIN, XML_ERROR_SCHEMA,
            "schemas and stylesheets are nowhere near the program: set SAMMANDRAG_DATA to the folder that "
            "holds schema, xslt and profiles");
        return NULL;
    }
    Resources *resources = g_new0(Resources, 1);
    resources->folder = folder;
    return resources;
}

void resources_free(Resources *resources)
{
    if (!resources)
        return;
    for (int i = 0; i < FORMAT__MAX; i++) {
        g_clear_pointer(&resources->schemas[i], xmlSchemaFree);
        for (int j = 0; j < OUTPUT__MAX; j++)
            stylesheet_free(resources->stylesheets[i][j]);
    }
    g_clear_pointer(&resources->profile_schema, xmlSchemaFree);
    g_clear_pointer(&resources->corrections_schema, xmlSchemaFree);
    profile_free(resources->chosen);
    profile_free(resources->general);
    g_free(resources->folder);
    g_free(resources);
}

xmlSchema *resources_schema(Resources *resources, Format format, GError **error)
{
    return load_schema(resources, &resources->schemas[format], format_name(format), error);
}

xmlSchema *resources_corrections_schema(Resources *resources, GError **error)
{
    return load_schema(resources, &resources->corrections_schema, "corrections", error);
}

const Stylesheet *resources_stylesheet(Resources *resources, Format format, Output output, GError **error)
{
    Stylesheet **stylesheet = &resources->stylesheets[format][output];
    if (!*stylesheet) {
        g_autofree char *path =
            g_strdup_printf("%s/xslt/%s-%s.xsl", resources->folder, format_name(format), output_name(output));
        *stylesheet = stylesheet_from_file(path, error);
    }
    return *stylesheet;
}

const Profile *resources_profile(Resources *resources, const char *name, GError **error)
{
    if (!resources->general) {
        g_autofree char *path = g_build_filename(resources->folder, "profiles", GENERAL_PROFILE ".xml", NULL);
        g_autoptr(GError) fault = NULL;
        resources->general = load_profile(resources, path, NULL, &fault);
        if (fault) /* of the installation, not of an input */
            g_set_error_literal(error, XML_DOMAIN, XML_ERROR_SCHEMA, fault->message);
    }
    if (!resources->general || !name || strcmp(name, GENERAL_PROFILE) == 0)
        return resources->general;
    if (!resources->chosen) {
        g_autofree char *path = strchr(name, '/') || g_str_has_suffix(name, ".xml")
                                    ? g_strdup(name)
                                    : g_strdup_printf("%s/profiles/%s.xml", resources->folder, name);
        resources->chosen = load_profile(resources, path, resources->general, error);
    }
    return resources->chosen;
}

static char *find_folder(void)
{
    static const char *const beside_program[] = {
        "../share/sammandrag", /* PREFIX/bin */
        "..",                  /* build */
        "../..",               /* build/tests, build/san */
        "../../..",            /* build/san/tests */
    };
    const char *given = g_getenv("SAMMANDRAG_DATA");
    if (given)
        return g_strdup(given);
    g_autofree char *program = program_folder();
    for (gsize i = 0; program && i < G_N_ELEMENTS(beside_program); i++) {
        g_autofree char *folder = g_build_filename(program, beside_program[i], NULL);
        g_autofree char *marker = g_build_filename(folder, MARKER, NULL);
        if (g_file_test(marker, G_FILE_TEST_IS_REGULAR))
            return g_canonicalize_filename(folder, NULL);
    }
    return NULL;
}

/* The folder of the running program, links followed; NULL where the system does not tell. */
static char *program_folder(void)
{
    g_autofree char *program = g_file_read_link("/proc/self/exe", NULL);
    return program ? g_path_get_dirname(program) : NULL;
}

static xmlSchema *load_schema(const Resources *resources, xmlSchema **schema, const char *name,
                              GError **error)
{
    if (!*schema) {
        g_autofree char *path = g_strdup_printf("%s/schema/%s.xsd", resources->folder, name);
        *schema = xml_schema(path, error);
    }
    return *schema;
}

static Profile *load_profile(Resources *resources, const char *path, const Profile *base, GError **error)
{
    xmlSchema *schema = load_schema(resources, &resources->profile_schema, "profile", error);
    g_autofree char *label = input_label(path);
    g_autoptr(GBytes) bytes = schema ? input_read(path, NULL, error) : NULL;
    if (!bytes) {
        if (schema)
            g_prefix_error(error, "profile %s: ", label);
        return NULL;
    }
    gsize length = 0;
    const char *data = g_bytes_get_data(bytes, &length);
    xmlDoc *doc = xml_read(data, length, label, error);
    Profile *profile =
        doc && xml_validate(schema, doc, label, error) ? profile_from_xml(doc, base, error) : NULL;
    if (doc)
        xmlFreeDoc(doc);
    return profile;
}
