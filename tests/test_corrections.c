/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of corrections: where they fit, what they leave alone, and what is kept of them. */
#include "meeting_corrections.h"
#include "meeting_fixture.h"

static Meeting *meeting_to_correct(void)
{
    return fixture_meeting("# Protokoll 2025-03-05\n"
                           "| Beslutande|Anna Bergg (S), ordförande\n"
                           "# § 11 Upprop\n"
                           "Närvaron antecknas.\n"
                           "# § 12 Budgt\n"
                           "## Yrkanden\n"
                           "Anna Bergg (S) yrkar bifall till förslaget.\n"
                           "## Beslut\n"
                           "Budgt antas.\n"
                           "# § 13 Budgt\n"
                           "Slut.");
}

/* Reads corrections as a file has them and applies them. */
static void correct(Meeting *meeting, const char *elements)
{
    g_autofree char *file =
        g_strdup_printf("<rattelser xmlns=\"" CORRECTIONS_NAMESPACE "\">%s</rattelser>", elements);
    xmlDoc *doc = xml_read(file, strlen(file), "test", NULL);
    GError *error = NULL;

    assert_non_null(doc);
    xmlSchema *schema = xml_schema("schema/corrections.xsd", &error);
    assert_null(error);
    assert_true(xml_validate(schema, doc, "test", NULL));
    Corrections *corrections = corrections_from_xml(doc, NULL);
    assert_non_null(corrections);
    corrections_apply(corrections, meeting);
    corrections_free(corrections);
    xmlSchemaFree(schema);
    xml_free(doc);
}

#define WHO " av=\"Siri Berg\" datum=\"2025-04-02\""

/* How many places each correction changes. */
static void test_places(void **state)
{
    static const struct {
        const char *correction;
        int places;
    } cases[] = {
        {"<rattelse paragraf='12' uppgift='arenderubrik' fran='Budgt' till='Budget'" WHO
         ">Felskrivet</rattelse>",
         1},
        {"<rattelse uppgift='arenderubrik' fran='Budgt' till='Budget'" WHO ">Felskrivet</rattelse>", 2},
        {"<rattelse uppgift='yrkande/namn' fran='Anna Bergg' till='Anna Berg'" WHO "/>", 1},
        {"<rattelse paragraf='12' uppgift='yrkande/typ' fran='bifall' till='avslag'" WHO "/>", 1},
        {"<rattelse uppgift='plats' till='Stadshuset'" WHO "/>", 1},
        {"<rattelse paragraf='12' uppgift='nr' fran='12' till='12 a'" WHO "/>", 1},
        /* no such value, no such fact, no such name of a kind, the half of a name, text, a missing value
           anywhere */
        {"<rattelse paragraf='11' uppgift='arenderubrik' fran='Budgt' till='Budget'" WHO "/>", 0},
        {"<rattelse uppgift='rubriken' fran='Budgt' till='Budget'" WHO "/>", 0},
        {"<rattelse paragraf='12' uppgift='yrkande/typ' fran='bifall' till='nej'" WHO "/>", 0},
        {"<rattelse uppgift='rubrik' fran='Budgt' till='Budget'" WHO "/>", 0},
        {"<rattelse uppgift='stycke' fran='Budgt antas.' till='Budget antas.'" WHO "/>", 0},
        {"<rattelse uppgift='parti' till='M'" WHO "/>", 0},
    };

    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        Meeting *meeting = meeting_to_correct();
        correct(meeting, cases[i].correction);
        assert_int_equal(meeting->corrections->len, 1);
        assert_int_equal(g_array_index(meeting->corrections, Correction, 0).places, cases[i].places);
        assert_int_equal(fixture_has_note(meeting, NOTE_CORRECTION_UNFIT), cases[i].places == 0);
        meeting_free(meeting);
    }
}

/* One name everywhere; the text stays what the PDF says, and the meeting is valid and tells of it. */
static void test_record(void **state)
{
    (void)state;
    Meeting *meeting = meeting_to_correct();
    correct(meeting, "<rattelse uppgift='namn' fran='Anna Bergg' till='Anna Berg'" WHO ">Stavfel</rattelse>"
                     "<rattelse uppgift='plats' till='Stadshuset'" WHO ">Saknas</rattelse>");
    const Item *item = fixture_item(meeting, 1);
    assert_string_equal(g_array_index(item->motions, Motion, 0).person.name, "Anna Berg");
    const Section *section = &g_array_index(item->sections, Section, 0);
    assert_string_equal(g_array_index(section->blocks, Block, 1).text.s,
                        "Anna Bergg (S) yrkar bifall till förslaget.");
    assert_string_equal(meeting->place.value, "Stadshuset");
    assert_int_equal(meeting->place.source.page, 1);

    xmlDoc *doc = meeting_to_xml(meeting);
    GError *error = NULL;
    xmlSchema *schema = xml_schema("schema/meeting.xsd", &error);
    assert_null(error);
    assert_true(xml_validate(schema, doc, "test", NULL));
    Meeting *back = meeting_from_xml(doc, NULL);
    assert_non_null(back);
    const Correction *kept = &g_array_index(back->corrections, Correction, 0);
    assert_string_equal(kept->from, "Anna Bergg");
    assert_string_equal(kept->to, "Anna Berg");
    assert_string_equal(kept->by, "Siri Berg");
    assert_string_equal(kept->why, "Stavfel");
    meeting_free(back);
    meeting_free(meeting);
    xmlSchemaFree(schema);
    xml_free(doc);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_places),
        cmocka_unit_test(test_record),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
