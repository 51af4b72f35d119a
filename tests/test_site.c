/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of the site: what is kept of a meeting, which one stands for which, addresses, cases and page
 * documents. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
#include <glib.h>
#include <string.h>

#include "base/xml.h"
#include "site_page.h"

#define ADJUSTED "<justering><datum sida='1'>2025-04-14</datum></justering>"
#define ITEM(number, rest)                                                                                   \
    "<arende id='p" number "' nr='" number "' sida='2'><arenderubrik sida='2'>Ärende " number                \
    "</arenderubrik>" rest "</arende>"
#define CASE(number)   "<diarienummer sida='2'>" number "</diarienummer>"
#define DECISION(text) "<avsnitt typ='beslut' sida='2'><stycke id='b1' sida='2'>" text "</stycke></avsnitt>"
#define DAY(day)       "<datum varde='" day "'>" day "</datum>"

/* A meeting of Ekdals kommun; `facts` stand before the items. */
static Meeting *meeting_new_from(const char *body, const char *day, const char *file, const char *facts,
                                 const char *items)
{
    g_autofree char *digest = g_compute_checksum_for_string(G_CHECKSUM_SHA256, file, -1);
    g_autoptr(GString) dated = g_string_new(NULL);
    if (day)
        g_string_printf(dated, "<datum sida='1'>%s</datum>", day);
    g_autofree char *text =
        g_strdup_printf("<sammantrade xmlns='" MEETING_NAMESPACE "' dokumenttyp='protokoll' program='test'>"
                        "<kalla fil='%s' sha256='%s' sidor='3'/><huvudman sida='1'>Ekdals kommun</huvudman>"
                        "<organ sida='1'>%s</organ>%s%s%s</sammantrade>",
                        file, digest, body, dated->str, facts, items);
    GError *error = NULL;
    xmlDoc *doc = xml_read(text, strlen(text), file, &error);
    Meeting *meeting = doc ? meeting_from_xml(doc, &error) : NULL;
    if (!meeting)
        fail_msg("%s", error->message);
    xml_free(doc);
    return meeting;
}

static void take(Site *site, Meeting *meeting)
{
    site_take(site, site_from_meeting(meeting, NULL), meeting->file);
    meeting_free(meeting);
}

static const SiteMeeting *meeting_at(const Site *site, guint i)
{
    assert_true(i < site->meetings->len);
    return &g_array_index(site->meetings, SiteMeeting, i);
}

static void test_what_is_not_adjusted(void **state)
{
    static const struct {
        const char *facts;
        bool preliminary;
    } table[] = {
        {"", true},
        {"<anslag><uppsatt sida='1'>2025-04-15</uppsatt></anslag>", true},
        {ADJUSTED, false},
        {"<underskrift namn='Elin Forsnäs' sida='1'/>", false},
        {"<signeringsreferens sida='1'>EK-77A1</signeringsreferens>", false},
    };
    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(table); i++) {
        Meeting *meeting = meeting_new_from("Nämnden", "2025-04-08", "a.pdf", table[i].facts, "");
        assert_int_equal(site_is_preliminary(meeting), table[i].preliminary);
        meeting_free(meeting);
    }
}

/* Minutes of one body on one day: which are the page, and what the others are. */
static void test_versions(void **state)
{
    static const struct {
        const char *facts, *items; /* of b.pdf; a.pdf is preliminary and has §§ 1, 2, 3 */
        const char *file, *second; /* of the page, and of the next one */
        const char *address;       /* of the next one */
        guint replaced;            /* by the first */
    } table[] = {
        {ADJUSTED, ITEM("1", "") ITEM("2", "") ITEM("3", ""), "b.pdf", NULL, NULL, 1},
        {ADJUSTED, ITEM("2", "") ITEM("3", "") ITEM("4", ""), "b.pdf", NULL, NULL, 1},
        {ADJUSTED, ITEM("2", ""), "a.pdf", NULL, NULL, 1}, /* an extract */
        {"", ITEM("1", "") ITEM("2", "") ITEM("3", "") ITEM("4", ""), "b.pdf", NULL, NULL, 1},
        {ADJUSTED, ITEM("9", ""), "a.pdf", "b.pdf", "ekdals-kommun/namnden/2025-04-08-p9/", 0},
        {"", ITEM("9", "") ITEM("10", ""), "a.pdf", "b.pdf", "ekdals-kommun/namnden/2025-04-08-p9/", 0},
    };
    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(table); i++)
        for (int turn = 0; turn < 2; turn++) { /* in whatever order they come */
            g_autoptr(Site) site = site_new("Test", NULL);
            for (int j = 0; j < 2; j++)
                if (j == turn)
                    take(site, meeting_new_from("Nämnden", "2025-04-08", "a.pdf", "",
                                                ITEM("1", "") ITEM("2", "") ITEM("3", "")));
                else
                    take(site,
                         meeting_new_from("Nämnden", "2025-04-08", "b.pdf", table[i].facts, table[i].items));
            site_index(site);
            assert_string_equal(meeting_at(site, 0)->file, table[i].file);
            assert_string_equal(meeting_at(site, 0)->address, "ekdals-kommun/namnden/2025-04-08/");
            assert_int_equal(meeting_at(site, 0)->replaced ? meeting_at(site, 0)->replaced->len : 0,
                             table[i].replaced);
            assert_int_equal(site->meetings->len, table[i].second ? 2 : 1);
            if (table[i].second) {
                assert_string_equal(meeting_at(site, 1)->file, table[i].second);
                assert_string_equal(meeting_at(site, 1)->address, table[i].address);
                assert_string_equal(meeting_at(site, 1)->previous, meeting_at(site, 0)->address);
            }
        }
}

static void test_the_same_file_twice(void **state)
{
    (void)state;
    g_autoptr(Site) site = site_new("Test", NULL);
    for (int i = 0; i < 2; i++)
        take(site, meeting_new_from("Nämnden", NULL, "a.pdf", "", ""));
    take(site, meeting_new_from("Nämnden", NULL, "b.pdf", "", ""));
    site_index(site);
    assert_int_equal(site->meetings->len, 2);
    assert_null(meeting_at(site, 0)->replaced);
    assert_null(meeting_at(site, 1)->replaced);
    assert_true(g_str_has_prefix(meeting_at(site, 0)->address, "ekdals-kommun/namnden/odaterat-"));
    assert_string_not_equal(meeting_at(site, 0)->address, meeting_at(site, 1)->address);
}

static void test_cases(void **state)
{
    static const char *const expected[] = {
        "2025-03-01 ekdals-kommun/kommunstyrelsens-arbetsutskott/2025-03-01/p1/",
        "2025-04-08 ekdals-kommun/kommunstyrelsen/2025-04-08/p1/",
        "2025-05-26 ekdals-kommun/kommunfullmaktige/2025-05-26/p7/",
    };
    (void)state;
    g_autoptr(Site) site = site_new("Test", NULL);
    take(site, meeting_new_from("Kommunfullmäktige", "2025-05-26", "kf.pdf", "", ITEM("7", CASE("2025/12"))));
    take(site, meeting_new_from("Kommunstyrelsen", "2025-04-08", "ks.pdf", "",
                                ITEM("1", CASE("Dnr 2025/012") CASE("2025/12")) ITEM("2", CASE("2025/120"))));
    take(site, meeting_new_from("Kommunstyrelsens arbetsutskott", "2025-03-01", "au.pdf", "",
                                ITEM("1", CASE("2025/12"))));
    take(site, meeting_new_from("Miljönämnden", "2025-04-08", "mn.pdf", "", ITEM("1", CASE("2025/12"))));
    site_index(site);
    assert_int_equal(site->cases->len, 3);
    const SiteCase *followed = &g_array_index(site->cases, SiteCase, 0);
    assert_string_equal(followed->address, "ekdals-kommun/arenden/2025-12-kommunstyrelsen/");
    assert_string_equal(followed->title, "Ärende 7");
    assert_int_equal(followed->events->len, G_N_ELEMENTS(expected));
    for (guint i = 0; i < G_N_ELEMENTS(expected); i++) {
        const SiteEvent *event = &g_array_index(followed->events, SiteEvent, i);
        g_autofree char *got = g_strdup_printf("%s %s", event->date, event->item);
        assert_string_equal(got, expected[i]);
    }
    assert_string_equal(g_array_index(site->cases, SiteCase, 1).address,
                        "ekdals-kommun/arenden/2025-12-miljonamnden/");
}

static void test_items_of_one_number(void **state)
{
    (void)state;
    g_autoptr(Site) site = site_new("Test", NULL);
    take(site, meeting_new_from("Nämnden", "2025-04-08", "a.pdf", "",
                                ITEM("1", "") "<arende id='x' nr='1' sida='2'/><arende id='a1' sida='3'/>"));
    site_index(site);
    static const char *const expected[] = {"p1/", "p1-2/", "a1/"};
    for (guint i = 0; i < G_N_ELEMENTS(expected); i++)
        assert_true(
            g_str_has_suffix(g_array_index(meeting_at(site, 0)->items, SiteItem, i).address, expected[i]));
}

/* Overviews show nothing that cannot be read, as they have no room to say so. */
static void test_unreadable_pages(void **state)
{
    (void)state;
    static const char *const notes[] = {
        "", "<anmarkningar><anmarkning typ='page-unreadable' niva='fel' sida='2'/></anmarkningar>"};
    for (guint damaged = 0; damaged < 2; damaged++) {
        g_autofree char *items = g_strconcat(
            ITEM("1", CASE("KS 2025/1") "<utfall typ='avslag' sida='2'>att avslå.</utfall>"
                                        "<votering ja='6' nej='3' sida='2'/>" DECISION("att avslå.")),
            notes[damaged], NULL);
        g_autoptr(Site) site = site_new("Test", NULL);
        take(site, meeting_new_from("Nämnden", "2025-04-08", "a.pdf", "", items));
        site_index(site);
        const SiteItem *item = &g_array_index(meeting_at(site, 0)->items, SiteItem, 0);
        assert_string_equal(item->number, "1");
        assert_int_equal(item->title == NULL, damaged);
        assert_int_equal(item->outcome == OUTCOME_NONE, damaged);
        assert_int_equal(item->numbers->len == 0, damaged);
        assert_int_equal(item->votes->len == 0, damaged);
        assert_int_equal(item->decision->len == 0, damaged);
    }
}

#define TEN(s) s s s s s s s s s s
#define LONG   TEN(TEN("ett ärende till, ")) TEN(TEN("ett ärende till, "))

/* A day of the decision after the meeting is one to come; one before it, and one of a draft, is not. */
static void test_dates_to_come(void **state)
{
    static const struct {
        const char *sections, *date, *words, *to;
    } table[] = {
        {DECISION("Förslaget antas. Rapport lämnas " DAY("2025-09-01") ". Tack."), "2025-09-01",
         "Rapport lämnas 2025-09-01.", NULL},
        {DECISION("<uppdrag till='direktören'>direktören</uppdrag> får till " DAY("2025-09-01") "."),
         "2025-09-01", "direktören får till 2025-09-01.", "direktören"},
        {DECISION("Det gällde från " DAY("2025-04-08") "."), NULL, NULL, NULL},
        {"<avsnitt typ='forslag' sida='2'><stycke id='b1' sida='2'>senast " DAY(
             "2025-09-01") "</stycke></avsnitt>",
         NULL, NULL, NULL},
        {"<avsnitt typ='bakgrund' sida='2'><stycke id='b1' sida='2'>Svar ska lämnas <datum "
         "varde='2025-09-01'>"
         "senast 1 september</datum>.</stycke></avsnitt>",
         "2025-09-01", "Svar ska lämnas senast 1 september.", NULL},
        {"<avsnitt typ='bakgrund' sida='2'><stycke id='b1' sida='2'>Lagen gäller från " DAY(
             "2025-09-01") ".</stycke></avsnitt>",
         NULL, NULL, NULL},
        {DECISION(LONG " till " DAY("2025-09-01") "."), NULL, NULL, NULL}, /* a list, not a sentence */
    };
    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(table); i++) {
        g_autofree char *items =
            g_strconcat("<arende id='p1' nr='1' sida='2'>", table[i].sections, "</arende>", NULL);
        g_autoptr(Site) site = site_new("Test", NULL);
        take(site, meeting_new_from("Nämnden", "2025-04-08", "a.pdf", "", items));
        const GArray *dates = g_array_index(meeting_at(site, 0)->items, SiteItem, 0).dates;
        assert_int_equal(dates->len, table[i].date ? 1 : 0);
        if (!table[i].date)
            continue;
        const SiteDate *date = &g_array_index(dates, SiteDate, 0);
        assert_string_equal(date->date, table[i].date);
        assert_string_equal(date->words, table[i].words);
        assert_int_equal(date->to != NULL, table[i].to != NULL);
        if (table[i].to)
            assert_string_equal(date->to, table[i].to);
    }
}

static void test_changes(void **state)
{
    static const char *const before = ITEM("1", DECISION("Nämnden avslår motionen.")) ITEM("2", "")
        ITEM("3", "<votering id='v' ja='3' nej='2'/>");
    static const char *const after =
        ITEM("1", "<utfall typ='bifall' sida='2'/>" DECISION("Nämnden bifaller motionen.")) ITEM(
            "3",
            "<votering id='v' ja='4' nej='2'><rost namn='Bo Ek' parti='S' val='ja' sida='2'/></votering>")
            ITEM("4", "");
    static const struct {
        SiteChangeKind kind;
        const char *number, *before, *after;
    } expected[] = {
        {CHANGE_ITEM_REMOVED, "2", "", ""},
        {CHANGE_DECISION, "1", "Nämnden avslår motionen.", "Nämnden bifaller motionen."},
        {CHANGE_OUTCOME, "1", "", "bifall"},
        {CHANGE_VOTE, "3", "Ja 3, Nej 2", "Ja 4 (Bo Ek (S)), Nej 2"},
        {CHANGE_ITEM_ADDED, "4", "", ""},
    };
    (void)state;
    Meeting *was = meeting_new_from("Nämnden", "2025-04-08", "a.pdf", "", before);
    Meeting *is = meeting_new_from("Nämnden", "2025-04-08", "b.pdf", "", after);
    g_autoptr(GArray) changes = g_array_new(FALSE, FALSE, sizeof(SiteChange));
    g_autoptr(GStringChunk) chunk = g_string_chunk_new(64);
    site_changes(changes, was, is, chunk);
    assert_int_equal(changes->len, G_N_ELEMENTS(expected));
    for (guint i = 0; i < changes->len; i++) {
        const SiteChange *change = &g_array_index(changes, SiteChange, i);
        assert_int_equal(change->kind, expected[i].kind);
        assert_string_equal(change->number, expected[i].number);
        assert_string_equal(change->before ? change->before : "", expected[i].before);
        assert_string_equal(change->after ? change->after : "", expected[i].after);
    }
    g_array_set_size(changes, 0);
    site_changes(changes, is, is, chunk);
    assert_int_equal(changes->len, 0);
    meeting_free(was);
    meeting_free(is);
}

/* The index of a body has all of its meetings, and no other's, however many they are. */
static void test_the_index_of_a_body(void **state)
{
    enum { MANY = 100 };
    (void)state;
    g_autoptr(Site) site = site_new("Test", NULL);
    for (int i = 0; i < MANY; i++) {
        g_autofree char *day = g_strdup_printf("%d-04-08", 1926 + i);
        g_autofree char *file = g_strdup_printf("%d.pdf", i);
        take(site, meeting_new_from("Nämnden", day, file, "", ITEM("1", "")));
    }
    take(site, meeting_new_from("Styrelsen", "2025-04-08", "s.pdf", "", ITEM("1", "")));
    site_index(site);
    assert_int_equal(site->bodies->len, 2);
    xmlDoc *doc = site_index_to_xml(site, &g_array_index(site->bodies, SiteBody, 0));
    g_autoptr(Site) body = site_from_xml(doc, NULL);
    assert_int_equal(body->meetings->len, MANY);
    assert_int_equal(body->bodies->len, 1);
    xml_free(doc);
}

/* The index and the document of each page are valid, and an index that is read back is the same. */
static void test_documents_are_valid(void **state)
{
    (void)state;
    static char word[] = "motionen";
    char *words[] = {word, NULL};
    const SiteSettings settings = {
        .logo = "logotyp.svg", .colour = "#112233", .other = "#ffdd00", .words = words};
    GError *error = NULL;
    xmlSchema *site_schema = xml_schema("schema/site.xsd", &error);
    xmlSchema *page_schema = xml_schema("schema/page.xsd", &error);
    g_autoptr(Site) site = site_new("Test", "https://example.org/");
    Meeting *meeting =
        meeting_new_from("Nämnden", "2025-04-08", "a.pdf", ADJUSTED,
                         ITEM("1", CASE("N 2025/1") DECISION("Nämnden avslår motionen.")) ITEM("2", ""));
    Site *one = site_from_meeting(meeting, "https://example.org/a.pdf");
    xmlDoc *doc = site_to_xml(one);
    gsize length = 0, again = 0;
    g_autofree char *bytes = xml_write(doc, &length);
    assert_true(xml_validate(site_schema, doc, "index", &error));
    g_autoptr(Site) read = site_from_xml(doc, &error);
    xml_free(doc);
    doc = site_to_xml(read);
    g_autofree char *same = xml_write(doc, &again);
    xml_free(doc);
    assert_string_equal(bytes, same);
    site_take(site, one, "a");
    take(site, meeting_new_from("Nämnden", "2025-05-08", "b.pdf", "", ITEM("3", CASE("N 2025/1"))));
    take(site, meeting_new_from("Nämnden", "2025-04-08", "c.pdf", "", ITEM("1", "")));
    site_index(site);

    g_autoptr(GArray) keys = site_pages(site, &settings);
    xmlDoc *minutes = meeting_to_xml(meeting);
    guint kinds[PAGE__MAX] = {0};
    for (guint i = 0; i < keys->len; i++) {
        SitePageKey key = g_array_index(keys, SitePageKey, i);
        xmlDoc *item = key.kind == PAGE_ITEM && key.first == 0 ? site_item_to_xml(meeting, key.second) : NULL;
        xmlDoc *page =
            site_page_to_xml(site, &settings, key, key.kind == PAGE_MINUTES ? minutes : item, NULL);
        if (!xml_validate(page_schema, page, "page", &error))
            fail_msg("%s", error->message);
        kinds[key.kind]++;
        xml_free(item);
        xml_free(page);
    }
    for (guint i = 0; i < PAGE__MAX; i++)
        assert_true(kinds[i] > 0);
    xml_free(minutes);
    meeting_free(meeting);
    xmlSchemaFree(site_schema);
    xmlSchemaFree(page_schema);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_what_is_not_adjusted), cmocka_unit_test(test_versions),
        cmocka_unit_test(test_the_same_file_twice),  cmocka_unit_test(test_cases),
        cmocka_unit_test(test_items_of_one_number),  cmocka_unit_test(test_unreadable_pages),
        cmocka_unit_test(test_dates_to_come),        cmocka_unit_test(test_changes),
        cmocka_unit_test(test_the_index_of_a_body),  cmocka_unit_test(test_documents_are_valid),
    };
    xml_begin();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
