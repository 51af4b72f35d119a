/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of rendering: stylesheets are compiled with what they import, and can reach nothing when they run. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <glib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "render.h"

#define SHEET(content)                                                                                       \
    "<xsl:stylesheet version='1.0' xmlns:xsl='http://www.w3.org/1999/XSL/Transform' "                        \
    "xmlns:exsl='http://exslt.org/common' extension-element-prefixes='exsl'>" content                        \
    "<xsl:output method='text'/></xsl:stylesheet>"

/* A folder with a blank in its name, for stylesheets. */
typedef struct {
    char *folder, *path;
} Fixture;

static void put(const Fixture *fixture, const char *name, const char *text)
{
    g_autofree char *path = g_build_filename(fixture->folder, name, NULL);
    assert_true(g_file_set_contents(path, text, -1, NULL));
}

/* What the stylesheet gives for <a>b</a>, or NULL; a message then stands in `*message`. */
static char *result_of(const Fixture *fixture, const char *sheet, const char *const *parameters,
                       char **message)
{
    put(fixture, "sheet.xsl", sheet);
    g_autofree char *path = g_build_filename(fixture->folder, "sheet.xsl", NULL);
    g_autoptr(GError) error = NULL;
    g_autoptr(Stylesheet) stylesheet = stylesheet_from_file(path, NULL, &error);
    xmlDoc *doc = xml_read("<a>b</a>", 8, "test", NULL);
    gsize length = 0;
    char *result = stylesheet ? render(stylesheet, doc, parameters, &length, &error) : NULL;
    xml_free(doc);
    if (result)
        assert_int_equal(length, strlen(result));
    else
        assert_true(g_error_matches(error, XML_DOMAIN, XML_ERROR_SCHEMA));
    if (message)
        *message = g_strdup(error ? error->message : "");
    return result;
}

static void imports_are_found_beside_the_stylesheet(void **state)
{
    put(*state, "other.xsl", SHEET("<xsl:template match='a'>[<xsl:value-of select='.'/>]</xsl:template>"));
    g_autofree char *result = result_of(*state, SHEET("<xsl:import href='other.xsl'/>"), NULL, NULL);
    assert_string_equal(result, "[b]");
}

static void parameters_are_strings(void **state)
{
    static const char *const values[] = {"", "x", "'", "\"", "\"'", "//a", "å&<"};
    for (gsize i = 0; i < G_N_ELEMENTS(values); i++) {
        const char *parameters[] = {"p", values[i], NULL};
        g_autofree char *result = result_of(
            *state,
            SHEET("<xsl:param name='p'/><xsl:template match='/'><xsl:value-of select='$p'/></xsl:template>"),
            parameters, NULL);
        assert_string_equal(result, values[i]);
    }
}

static void faults_are_errors(void **state)
{
    static const char *const sheets[] = {
        "",
        "<xsl:stylesheet",
        "<html/>",
        SHEET("<xsl:import href='missing.xsl'/>"),
        SHEET("<xsl:template match='/'><xsl:value-of select='no-such-function()'/></xsl:template>"),
        SHEET("<xsl:template match='/'><xsl:message terminate='yes'>stop</xsl:message></xsl:template>"),
        SHEET("<xsl:template match='/' name='t'><xsl:call-template name='t'/></xsl:template>"),
    };
    for (gsize i = 0; i < G_N_ELEMENTS(sheets); i++) {
        g_autofree char *message = NULL;
        g_autofree char *result = result_of(*state, sheets[i], NULL, &message);
        assert_null(result);
        assert_non_null(strstr(message, "sheet.xsl"));
        assert_null(strchr(message, '\n'));
    }
    g_autoptr(GError) error = NULL;
    assert_null(stylesheet_from_file("no/such/sheet.xsl", NULL, &error));
    assert_true(g_error_matches(error, XML_DOMAIN, XML_ERROR_SCHEMA));
}

/* Whether refusal is an error or gives nothing, no word of the file may come out, and no file arise. */
static void running_stylesheets_reach_no_file(void **state)
{
    const Fixture *fixture = *state;
    put(fixture, "secret.xml", "<s>secret</s>");
    g_autofree char *written = g_build_filename(fixture->folder, "written", NULL);
    static const char *const attempts[] = {
        "<xsl:value-of select=\"document('secret.xml')\"/>",
        "<xsl:value-of select=\"document('file:%s/secret.xml')\"/>",
        "<xsl:value-of select=\"document('http://localhost/secret.xml')\"/>",
        "<exsl:document href='%s/written'>x</exsl:document>",
        "<exsl:document href='%s/new/folder/written'>x</exsl:document>",
    };
    g_autofree char *folder = g_uri_escape_string(fixture->folder, "/", FALSE);
    for (gsize i = 0; i < G_N_ELEMENTS(attempts); i++) {
        g_autoptr(GString) sheet = g_string_new(attempts[i]);
        g_string_replace(sheet, "%s", folder, 0);
        g_string_prepend(sheet, "<xsl:template match='/'>");
        g_string_append(sheet, "</xsl:template>");
        g_autofree char *whole = g_strdup_printf(SHEET("%s"), sheet->str);
        g_autofree char *result = result_of(fixture, whole, NULL, NULL);
        assert_true(!result || !strstr(result, "secret"));
        assert_false(g_file_test(written, G_FILE_TEST_EXISTS));
    }
}

static void one_stylesheet_serves_many_documents(void **state)
{
    const Fixture *fixture = *state;
    put(fixture, "sheet.xsl",
        SHEET("<xsl:key name='k' match='a' use='.'/>"
              "<xsl:template match='/'><xsl:value-of select=\"count(key('k', 'b'))\"/></xsl:template>"));
    g_autofree char *path = g_build_filename(fixture->folder, "sheet.xsl", NULL);
    g_autoptr(Stylesheet) stylesheet = stylesheet_from_file(path, NULL, NULL);
    assert_non_null(stylesheet);
    static const char *const documents[] = {"<a>b</a>", "<r><a>b</a><a>b</a></r>", "<a>c</a>"};
    static const char *const results[] = {"1", "2", "0"};
    for (gsize i = 0; i < G_N_ELEMENTS(documents); i++) {
        xmlDoc *doc = xml_read(documents[i], strlen(documents[i]), "test", NULL);
        gsize length;
        g_autofree char *result = render(stylesheet, doc, NULL, &length, NULL);
        assert_string_equal(result, results[i]);
        xml_free(doc);
    }
}

static int begin(void **state)
{
    xml_begin();
    Fixture *fixture = g_new0(Fixture, 1);
    fixture->folder = g_dir_make_tmp("render å XXXXXX", NULL);
    *state = fixture;
    return fixture->folder ? 0 : -1;
}

static int end(void **state)
{
    Fixture *fixture = *state;
    static const char *const names[] = {"sheet.xsl", "other.xsl", "secret.xml"};
    for (gsize i = 0; i < G_N_ELEMENTS(names); i++) {
        g_autofree char *path = g_build_filename(fixture->folder, names[i], NULL);
        g_unlink(path);
    }
    g_rmdir(fixture->folder);
    g_free(fixture->folder);
    g_free(fixture);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(imports_are_found_beside_the_stylesheet),
        cmocka_unit_test(parameters_are_strings),
        cmocka_unit_test(faults_are_errors),
        cmocka_unit_test(running_stylesheets_reach_no_file),
        cmocka_unit_test(one_stylesheet_serves_many_documents),
    };
    return cmocka_run_group_tests(tests, begin, end);
}
