/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Resources: the schemas, stylesheets and profiles of the installation, each compiled once when first asked
 * for. */
#include "resources.h"

#include <string.h>
#include <unistd.h>

#include "input.h"

#define GENERAL_PROFILE "allmant"
#define PROFILES_DEEP   8                    /* that build on each other; more are a circle */
#define MARKER          "schema/meeting.xsd" /* a folder that has it is the one */

struct Resources {
    char *folder;
    xmlSchema *schemas[FORMAT__MAX];
    xmlSchema *profile_schema, *corrections_schema;
    Stylesheet *stylesheets[FORMAT__MAX][OUTPUT__MAX];
    Stylesheet *own_stylesheet;
    GHashTable *named_schemas, *named_stylesheets; /* name -> xmlSchema, Stylesheet */
    GHashTable *profiles;                          /* path -> Profile */
    GPtrArray *shipped; /* of const Profile *: those of the installation in the order of their names; NULL:
                           not loaded yet */
};

static char *digest_of(const GPtrArray *paths, GError **error);
static char *find_folder(void);
static char *program_folder(void);
static xmlSchema *load_schema(const Resources *resources, xmlSchema **schema, const char *name,
                              GError **error);
static gint by_bytes(gconstpointer a, gconstpointer b);
static char *profile_path(const Resources *resources, const char *beside, const char *name);
static const Profile *profile_at(Resources *resources, const char *path, int depth, GError **error);
static xmlDoc *read_profile(Resources *resources, const char *path, const char *label, gboolean validated,
                            GError **error);

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
    resources->profiles =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)profile_free);
    resources->named_schemas =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)xmlSchemaFree);
    resources->named_stylesheets =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)stylesheet_free);
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
    stylesheet_free(resources->own_stylesheet);
    g_clear_pointer(&resources->profile_schema, xmlSchemaFree);
    g_clear_pointer(&resources->corrections_schema, xmlSchemaFree);
    g_hash_table_unref(resources->named_schemas);
    g_hash_table_unref(resources->named_stylesheets);
    g_hash_table_unref(resources->profiles);
    if (resources->shipped)
        g_ptr_array_unref(resources->shipped);
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
    /* The stylesheets of a meeting render a summary too: to compile one costs as much as to apply it. */
    if (format == FORMAT_SUMMARY)
        format = FORMAT_MEETING;
    Stylesheet **stylesheet = &resources->stylesheets[format][output];
    if (!*stylesheet) {
        g_autofree char *path =
            g_strdup_printf("%s/xslt/%s-%s.xsl", resources->folder, format_name(format), output_name(output));
        *stylesheet = stylesheet_from_file(path, NULL, error);
    }
    return *stylesheet;
}

xmlSchema *resources_schema_named(Resources *resources, const char *name, GError **error)
{
    xmlSchema *schema = g_hash_table_lookup(resources->named_schemas, name);
    if (!schema && load_schema(resources, &schema, name, error))
        g_hash_table_insert(resources->named_schemas, g_strdup(name), schema);
    return schema;
}

const Stylesheet *resources_stylesheet_named(Resources *resources, const char *name, GError **error)
{
    Stylesheet *stylesheet = g_hash_table_lookup(resources->named_stylesheets, name);
    g_autofree char *path = g_strdup_printf("%s/xslt/%s.xsl", resources->folder, name);
    if (!stylesheet && (stylesheet = stylesheet_from_file(path, NULL, error)))
        g_hash_table_insert(resources->named_stylesheets, g_strdup(name), stylesheet);
    return stylesheet;
}

const Stylesheet *resources_own_stylesheet(Resources *resources, const char *path, GError **error)
{
    if (!resources->own_stylesheet) {
        g_autofree char *folder = g_build_filename(resources->folder, "xslt", NULL);
        g_autofree char *library = g_canonicalize_filename(folder, NULL);
        resources->own_stylesheet = stylesheet_from_file(path, library, error);
    }
    return resources->own_stylesheet;
}

const Profile *resources_profile(Resources *resources, const char *name, GError **error)
{
    g_autoptr(GError) fault = NULL;
    g_autofree char *general = profile_path(resources, NULL, GENERAL_PROFILE);
    if (!profile_at(resources, general, 0, &fault)) { /* of the installation, not of an input */
        g_set_error_literal(error, XML_DOMAIN, XML_ERROR_SCHEMA, fault->message);
        return NULL;
    }
    bool file = name && (strchr(name, '/') || g_str_has_suffix(name, ".xml"));
    g_autofree char *path =
        file ? g_strdup(name) : profile_path(resources, NULL, name ? name : GENERAL_PROFILE);
    return profile_at(resources, path, 0, error);
}

gboolean resources_load_profiles(Resources *resources, GError **error)
{
    if (resources->shipped)
        return TRUE;
    g_autofree char *folder = g_build_filename(resources->folder, "profiles", NULL);
    g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
    g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
    for (const char *file = dir ? g_dir_read_name(dir) : NULL; file; file = g_dir_read_name(dir))
        if (g_str_has_suffix(file, ".xml"))
            g_ptr_array_add(names, g_build_filename(folder, file, NULL));
    g_ptr_array_sort(names, by_bytes);

    g_autoptr(GPtrArray) shipped = g_ptr_array_new();
    for (guint i = 0; i < names->len; i++) {
        const Profile *profile = profile_at(resources, g_ptr_array_index(names, i), 0, error);
        if (!profile)
            return FALSE;
        g_ptr_array_add(shipped, (gpointer)profile);
    }
    resources->shipped = g_steal_pointer(&shipped);
    return TRUE;
}

const Profile *resources_profile_for(Resources *resources, const char *text, GError **error)
{
    const Profile *best = resources_profile(resources, NULL, error);
    guint most = 0;
    if (!best || !resources_load_profiles(resources, error))
        return NULL;
    for (guint i = 0; i < resources->shipped->len; i++) {
        const Profile *profile = g_ptr_array_index(resources->shipped, i);
        guint recognised = profile_recognises(profile, text);
        if (recognised > most) {
            most = recognised;
            best = profile;
        }
    }
    return best;
}

char *resources_path(const Resources *resources, const char *folder, const char *name)
{
    return g_build_filename(resources->folder, folder, name, NULL);
}

char *resources_digest(const Resources *resources, GError **error)
{
    static const char *const kinds[] = {"profiles", "schema", "xslt"};
    g_autoptr(GPtrArray) paths = g_ptr_array_new_with_free_func(g_free);
    for (gsize i = 0; i < G_N_ELEMENTS(kinds); i++) {
        g_autofree char *folder = g_build_filename(resources->folder, kinds[i], NULL);
        g_autoptr(GDir) dir = g_dir_open(folder, 0, error);
        if (!dir)
            return NULL;
        for (const char *file; (file = g_dir_read_name(dir));)
            g_ptr_array_add(paths, g_build_filename(folder, file, NULL));
    }
    return digest_of(paths, error);
}

char *resources_profiles_digest(const Resources *resources, GError **error)
{
    g_autoptr(GPtrArray) paths = g_ptr_array_new_with_free_func(g_free);
    GHashTableIter iter;
    gpointer path;
    g_hash_table_iter_init(&iter, resources->profiles);
    while (g_hash_table_iter_next(&iter, &path, NULL))
        g_ptr_array_add(paths, g_strdup(path));
    return digest_of(paths, error);
}

char *resources_own_digest(const char *path, GError **error)
{
    g_autoptr(GPtrArray) paths = g_ptr_array_new_with_free_func(g_free);
    g_ptr_array_add(paths, g_strdup(path)); /* twice where its name ends as theirs do */
    g_autofree char *folder = g_path_get_dirname(path);
    g_autoptr(GDir) dir = g_dir_open(folder, 0, error);
    if (!dir)
        return NULL;
    for (const char *file; (file = g_dir_read_name(dir));)
        if (g_str_has_suffix(file, ".xsl"))
            g_ptr_array_add(paths, g_build_filename(folder, file, NULL));
    return digest_of(paths, error);
}

/* By the names without folders and the bytes of the files, in the order of their digests: wherever they lie.
 */
static char *digest_of(const GPtrArray *paths, GError **error)
{
    g_autoptr(GPtrArray) digests = g_ptr_array_new_with_free_func(g_free);
    for (guint i = 0; i < paths->len; i++) {
        const char *path = g_ptr_array_index(paths, i);
        g_autofree char *name = g_path_get_basename(path), *bytes = NULL;
        gsize length = 0;
        if (!g_file_get_contents(path, &bytes, &length, error))
            return NULL;
        g_autofree char *digest =
            g_compute_checksum_for_data(G_CHECKSUM_SHA256, (const guchar *)bytes, length);
        g_ptr_array_add(digests, g_strconcat(digest, " ", name, "\n", NULL));
    }
    g_ptr_array_sort(digests, by_bytes);
    g_ptr_array_add(digests, NULL);
    g_autofree char *all = g_strjoinv("", (char **)digests->pdata);
    return g_compute_checksum_for_string(G_CHECKSUM_SHA256, all, -1);
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

static gint by_bytes(gconstpointer a, gconstpointer b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* The profile called `name`: a file beside `beside`, else one of the installation. */
static char *profile_path(const Resources *resources, const char *beside, const char *name)
{
    g_autofree char *file = g_strconcat(name, ".xml", NULL);
    g_autofree char *folder = beside ? g_path_get_dirname(beside) : NULL;
    g_autofree char *path = folder ? g_build_filename(folder, file, NULL) : NULL;
    if (path && g_file_test(path, G_FILE_TEST_IS_REGULAR))
        return g_steal_pointer(&path);
    return g_build_filename(resources->folder, "profiles", file, NULL);
}

/* The profile in the file `path`, which `depth` others build on; borrowed. */
static const Profile *profile_at(Resources *resources, const char *path, int depth, GError **error)
{
    Profile *profile = g_hash_table_lookup(resources->profiles, path);
    if (profile)
        return profile;
    g_autofree char *label = input_label(path);
    if (depth > PROFILES_DEEP) {
        g_set_error(error, XML_DOMAIN, XML_ERROR_INVALID, "profile %s: builds on itself", label);
        return NULL;
    }
    g_autofree char *general = profile_path(resources, NULL, GENERAL_PROFILE);
    gboolean alone = strcmp(path, general) == 0; /* the one that all others rest on */
    xmlDoc *doc = read_profile(resources, path, label, !alone, error);
    if (!doc)
        return NULL;
    g_autofree char *named = profile_base(doc);
    g_autofree char *below = named ? profile_path(resources, path, named) : g_strdup(general);
    const Profile *base = alone ? NULL : profile_at(resources, below, depth + 1, error);
    if (alone || base)
        profile = profile_from_xml(doc, base, error);
    if (profile)
        g_hash_table_insert(resources->profiles, g_strdup(path), profile);
    xml_free(doc);
    return profile;
}

/* The general profile is read by every run, so it is validated by the tests alone: to do it here would cost
 * more than to read it. */
static xmlDoc *read_profile(Resources *resources, const char *path, const char *label, gboolean validated,
                            GError **error)
{
    xmlSchema *schema =
        validated ? load_schema(resources, &resources->profile_schema, "profile", error) : NULL;
    if (validated && !schema)
        return NULL;
    g_autoptr(GBytes) bytes = input_read(path, NULL, error);
    if (!bytes) {
        g_prefix_error(error, "profile %s: ", label);
        return NULL;
    }
    gsize length = 0;
    const char *data = g_bytes_get_data(bytes, &length);
    xmlDoc *doc = xml_read(data, length, label, error);
    if (doc && validated && !xml_validate(schema, doc, label, error))
        g_clear_pointer(&doc, xml_free);
    return doc;
}
