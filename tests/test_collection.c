/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of collections: which files are meetings, in which order, and what becomes of broken ones. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <glib/gstdio.h>
#include <string.h>

#include "collection.h"

#define SAMPLE "samples/sunnanvik-bildningsnamnd/minutes.xml"

static void lay(const char *folder, const char *name, const char *bytes)
{
    g_autofree char *path = g_build_filename(folder, name, NULL);
    g_autofree char *parent = g_path_get_dirname(path);
    assert_int_equal(g_mkdir_with_parents(parent, 0700), 0);
    assert_true(g_file_set_contents(path, bytes, -1, NULL));
}

static void note_place(const CollectionMeeting *meeting, gpointer data)
{
    assert_non_null(meeting->meeting);
    assert_int_equal(strlen(meeting->sha256), 64);
    g_string_append_printf(data, "%s ", meeting->file->place);
}

static void meetings_are_found_and_the_rest_is_passed_over(void **state)
{
    (void)state;
    g_autofree char *sample = NULL, *folder = g_dir_make_tmp("collection-XXXXXX", NULL);
    assert_true(g_file_get_contents(SAMPLE, &sample, NULL, NULL));
    lay(folder, "b.xml", sample);
    lay(folder, "2024/a.XML", sample);
    lay(folder, "2024/a.pdf", sample);
    lay(folder, ".sammandrag/records/a.xml", sample);
    lay(folder, "run.xml", "<korning xmlns='urn:sammandrag:korning:1'/>");
    lay(folder, "empty.xml", "");
    lay(folder, "broken.xml", "<sammantrade xmlns='urn:sammandrag:sammantrade:1'><arende>");
    lay(folder, "invalid.xml", "<sammantrade xmlns='urn:sammandrag:sammantrade:1'/>");

    xml_begin();
    Session session = {.resources = resources_new(NULL)};
    assert_non_null(session.resources);
    g_autofree char *twice = g_build_filename(folder, "b.xml", NULL);
    char *operands[] = {folder, twice, (char *)"samples/no-such-file.xml", NULL};
    g_autoptr(Collection) collection = collection_new(operands, NULL, NULL);
    assert_non_null(collection);
    collection_open(collection, &session);
    g_autoptr(GString) places = g_string_new(NULL);
    g_autoptr(Converted) converted = converted_new();
    collection_visit(collection, &session, converted, note_place, places);

    assert_string_equal(places->str, "2024/a.XML b.xml ");
    assert_int_equal(converted->status, STATUS_INPUT);
    assert_int_equal(converted->lines->len, 3);
    static const char *const named[] = {"broken.xml", "invalid.xml", "no-such-file.xml: no such file"};
    g_autofree char *lines = g_strdup_printf("%s|%s|%s", (char *)g_ptr_array_index(converted->lines, 0),
                                             (char *)g_ptr_array_index(converted->lines, 1),
                                             (char *)g_ptr_array_index(converted->lines, 2));
    for (gsize i = 0; i < G_N_ELEMENTS(named); i++)
        assert_non_null(strstr(lines, named[i]));
    resources_free(session.resources);
    pages_reader_free(session.reader);
}

/* One that is named must be a meeting, whatever its name. */
static void what_is_named_must_be_a_meeting(void **state)
{
    (void)state;
    Session session = {.resources = resources_new(NULL)};
    char *operands[] = {(char *)"profiles/allmant.xml", (char *)SAMPLE, NULL};
    g_autoptr(Collection) collection = collection_new(operands, NULL, NULL);
    collection_open(collection, &session);
    g_autoptr(GString) places = g_string_new(NULL);
    g_autoptr(Converted) converted = converted_new();
    collection_visit(collection, &session, converted, note_place, places);
    assert_string_equal(places->str, "minutes.xml ");
    assert_int_equal(converted->lines->len, 1);
    resources_free(session.resources);
    pages_reader_free(session.reader);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(meetings_are_found_and_the_rest_is_passed_over),
        cmocka_unit_test(what_is_named_must_be_a_meeting),
    };
    return cmocka_run_group_tests_name("collection", tests, NULL, NULL);
}
