/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of the digest: in which order items stand and why, which meetings and items are taken. */
#include "digest_fixture.h"

/* ---- what is contested ---- */

static void the_closest_goes_first(void **state)
{
    g_autoptr(Digest) digest = digest_of_one(
        *state, NULL,
        MEETING("2025-03-12",
                ITEM("1", VOTE("ja='20' nej='3'", ""), DECIDES) ITEM("2", VOTE("ja='7' nej='6'", ""), DECIDES)
                    ITEM("3", VOTE("ja='6' nej='6' avgorande='utslagsrost'", ""), DECIDES)
                        ITEM("4", "<reservation namn='A' parti='V' sida='3'/>", DECIDES)
                            ITEM("5", VOTE("ja='20' nej='0'", ""), DECIDES)));
    assert_order(digest, DIGEST_CONTESTED, "3 2 1 4");
    assert_true(counts(entry(digest, DIGEST_CONTESTED, 0), SIGNAL_CASTING_VOTE));
    assert_false(counts(entry(digest, DIGEST_CONTESTED, 2), SIGNAL_CLOSE));
    assert_order(digest, DIGEST_REST, "5"); /* nobody was against */
}

/* Points are the sum of what is shown, and equal ones go by day. */
static void points_add_up_and_the_latest_goes_first(void **state)
{
    static const char *const meetings[] = {
        MEETING_OF("protokoll", "aa", "2025-03-12", "", ITEM("1", VOTE("ja='20' nej='3'", ""), DECIDES)),
        MEETING_OF("protokoll", "bb", "2025-04-12", "", ITEM("2", VOTE("ja='20' nej='3'", ""), DECIDES)),
        NULL};
    g_autoptr(Digest) digest = digest_of(*state, NULL, meetings);
    assert_order(digest, DIGEST_CONTESTED, "2 1");
    const DigestEntry *first = entry(digest, DIGEST_CONTESTED, 0);
    int sum = 0;
    for (guint i = 0; i < first->signals->len; i++)
        sum += g_array_index(first->signals, DigestSignal, i).points;
    assert_int_equal(first->points, sum);
    assert_string_equal(digest->from, "2025-03-12");
    assert_string_equal(digest->to, "2025-04-12");
    assert_string_equal(digest->title, "Beslut i korthet 2025-03-12–2025-04-12");
}

static void a_signal_left_out_counts_nothing(void **state)
{
    xmlDoc *doc = doc_of("<signaler xmlns='" SIGNALS_NAMESPACE "' namn='x'><del typ='omstritt' visas='5'/>"
                         "<signal typ='reservation' vikt='3' text='r'/></signaler>");
    Fixture own = {((Fixture *)*state)->profile, signals_from_xml(doc, NULL)};
    xml_free(doc);
    g_autoptr(Digest) digest =
        digest_of_one(&own, NULL,
                      MEETING("2025-03-12", ITEM("1", VOTE("ja='7' nej='6'", ""), DECIDES) ITEM(
                                                "2", "<reservation namn='A' parti='V' sida='3'/>", DECIDES)));
    assert_order(digest, DIGEST_CONTESTED, "2");
    assert_int_equal(entry(digest, DIGEST_CONTESTED, 0)->points, 3);
    signals_free(own.signals);
}

static void parties_are_those_that_the_minutes_name(void **state)
{
    g_autoptr(Digest) digest = digest_of_one(
        *state, NULL,
        MEETING_OF(
            "protokoll", "aa", "2025-03-12",
            "<narvaro><person namn='Cia Ek' parti='C' sida='1'/><person namn='Bo Ek' parti='S' sida='1'/>"
            "<person namn='Bo Ek' parti='M' sida='1'/></narvaro>",
            ITEM("1",
                 VOTE("ja='3' nej='2'", BALLOT("A", "S", "ja") BALLOT("B", "S", "ja") BALLOT(
                                            "D", "V", "nej") "<rost namn='Cia Ek' val='ja' sida='4'/>"
                                                             "<rost namn='Bo Ek' val='nej' sida='4'/>"),
                 DECIDES)));
    const DigestVote *vote = &g_array_index(entry(digest, DIGEST_CONTESTED, 0)->votes, DigestVote, 0);
    g_autoptr(GString) parties = g_string_new(NULL);
    for (guint i = 0; i < vote->parties->len; i++) {
        const DigestParty *party = &g_array_index(vote->parties, DigestParty, i);
        g_string_append_printf(parties, "%s %d-%d,", party->name ? party->name : "?", party->yes, party->no);
    }
    /* Two are called Bo Ek, so which of them voted is not known. */
    assert_string_equal(parties->str, "S 2-0,? 0-1,C 1-0,V 0-1,");
}

static void what_becomes_of_a_proposal_is_no_decision(void **state)
{
    g_autoptr(Digest) digest = digest_of_one(
        *state, NULL,
        MEETING("2025-03-12", ITEM("1",
                                   "<utfall typ='avslag' regel='saken' sida='3' block='b2' "
                                   "grund='harledd'>att motionen avslås.</utfall>"
                                   "<reservation namn='A' parti='V' sida='3'/>",
                                   DECISION(P("b1", "Kommunstyrelsen föreslår kommunfullmäktige besluta")
                                                P("b2", "att motionen avslås.")))));
    const DigestEntry *item = entry(digest, DIGEST_CONTESTED, 0);
    assert_true(item->proposal);
    assert_int_equal(item->outcome, OUTCOME_REJECTED);
    assert_string_equal(quote(item, 0)->words, "att motionen avslås.");
    assert_string_equal(quote(item, 0)->lead, "Kommunstyrelsen föreslår kommunfullmäktige besluta");
    assert_true(counts(item, SIGNAL_PROPOSAL));
}

/* ---- money ---- */

static void money_is_what_is_decided(void **state)
{
    g_autoptr(Digest) digest = digest_of_one(
        *state, NULL,
        MEETING(
            "2025-03-12",
            ITEM("1", "",
                 DECISION(P("b", "Nämnden avsätter " MONEY("500") " till en bro."))
                     SECTION("bakgrund", P("c", "Staten ger " MONEY("900000") " till alla.")))
                ITEM("2", "", DECISION(P("b", "Nämnden tar " MONEY("20") ". Skolan får " MONEY("1000") ".")))
                    ITEM("99", "", DECISION(P("b", "Arvodet är " MONEY("7000") ".")))));
    assert_order(digest, DIGEST_MONEY, "2 1");
    assert_string_equal(quote(entry(digest, DIGEST_MONEY, 0), 0)->kronor, "1000");
    assert_string_equal(quote(entry(digest, DIGEST_MONEY, 0), 0)->words, "Skolan får 1000 kronor.");
    assert_string_equal(quote(entry(digest, DIGEST_MONEY, 1), 0)->kronor, "500");
}

#define CASE "<diarienummer sida='3'>KS 2025/77</diarienummer>"

static void a_matter_counts_once_by_its_last_word(void **state)
{
    static const char *const meetings[] = {
        MEETING_OF("protokoll", "aa", "2025-03-12", "",
                   ITEM("1", CASE, DECISION(P("b", "Styrelsen föreslår att skolan får " MONEY("1000") ".")))),
        MEETING_OF("protokoll", "bb", "2025-04-12", "",
                   ITEM("2", CASE, DECISION(P("b", "Skolan får " MONEY("1000") ".")))
                       ITEM("3", "", DECISION(P("b", "Bron får " MONEY("1000") ".")))),
        NULL};
    g_autoptr(Digest) digest = digest_of(*state, NULL, meetings);
    assert_order(digest, DIGEST_MONEY, "2 3");
}

/* ---- what is ahead ---- */

static void days_mean_what_stands_before_them(void **state)
{
    static const struct {
        const char *words;
        SignalKind meaning;
    } cases[] = {
        {"Kontoret svarar senast " DAY("2025-06-01") ".", SIGNAL_DEADLINE},
        {"Ärendet bordläggs till sammanträdet " DAY("2025-06-01") ".", SIGNAL_NEXT_MEETING},
        {"Taxan gäller från och med " DAY("2025-06-01") ".", SIGNAL_IN_FORCE},
        {"Valet gäller till och med " DAY("2025-06-01") ".", SIGNAL_END},
        {"Bron invigs " DAY("2025-06-01") ".", SIGNAL_DAY},
        {"Remissen besvaras senast " DAY("2025-06-01") ".", SIGNAL_REPLY},
        {"Taxan gäller från och med i dag till och med " DAY("2025-06-01") ".", SIGNAL_END},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *meeting = g_strconcat(
            "<sammantrade xmlns='" MEETING_NAMESPACE "' dokumenttyp='protokoll'><kalla fil='m.pdf'/>"
            "<datum sida='1'>2025-03-12</datum><arende id='p1' nr='1' sida='3'><avsnitt typ='beslut' "
            "sida='3'>"
            "<stycke id='b' sida='3'>",
            cases[i].words, "</stycke></avsnitt></arende></sammantrade>", NULL);
        g_autoptr(Digest) digest = digest_of_one(*state, NULL, meeting);
        assert_true(counts(entry(digest, DIGEST_AHEAD, 0), cases[i].meaning));
        assert_string_equal(entry(digest, DIGEST_AHEAD, 0)->date, "2025-06-01");
    }
}

#define TASK "<uppdrag till='kontoret'>kontoret</uppdrag>"

static void what_has_been_is_not_ahead(void **state)
{
    static const char meeting[] =
        MEETING("2025-03-12",
                ITEM("1", "", DECISION(P("b", "Bron invigs " DAY("2025-04-01") ".")))
                    ITEM("2", "", DECISION(P("b", "att ge " TASK " i uppdrag att bygga.")))
                        ITEM("3", "", DECISION(P("b", "Skolan invigs " DAY("2025-09-01") ".")))
                            ITEM("4", "", SECTION("bakgrund", P("b", "Allt sker " DAY("2025-10-01") "."))));
    g_autoptr(Digest) all = digest_of_one(*state, NULL, meeting);
    assert_order(all, DIGEST_AHEAD, "1 3 2"); /* by day, what has none last */
    g_autoptr(Digest) later = digest_of_one(*state, &(DigestOptions){.to = "2025-05-01"}, meeting);
    assert_order(later, DIGEST_AHEAD, "3 2");
}

/* ---- what is chosen ---- */

static void words_are_found_whole(void **state)
{
    static const struct {
        const char *text, *word;
        int at; /* bytes; -1: nowhere */
    } cases[] = {
        {"Ny förskola", "förskola", 3},
        {"Ny FÖRSKOLA.", "förskola", 3},
        {"Nya förskolan", "förskola", -1},
        {"Nya förskolan", "förskol*", 4},
        {"Åsens skola", "skola", 7},
        {"Lågskola", "skola", -1},
        {"en ny skola", "ny skola", 3},
        {"en ny skolan", "ny skola", -1},
        {"§ 5", "5", 3},
        {"GC-väg", "väg", 3},
        {"", "väg", -1},
        {"väg", "", -1},
    };
    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        const char *found = text_find_word(cases[i].text, cases[i].word, NULL);
        assert_int_equal(found ? (int)(found - cases[i].text) : -1, cases[i].at);
    }
}

static void watched_words_are_quoted_where_they_stand(void **state)
{
    char *words[] = {(char *)"bro", (char *)"färja*", NULL};
    g_autoptr(Digest) digest = digest_of_one(
        *state, &(DigestOptions){.words = words},
        MEETING("2025-03-12", ITEM("1", "", DECISION(P("b", "Först en sak. Nämnden bygger en bro.")))
                                  ITEM("2", "", SECTION("bakgrund", P("b", "Färjan är gammal. En båt.")))
                                      ITEM("3", "", DECISION(P("b", "Brons färg är röd.")))));
    assert_order(digest, DIGEST_WATCHED, "1 2");
    assert_string_equal(quote(entry(digest, DIGEST_WATCHED, 0), 0)->words, "Nämnden bygger en bro.");
    assert_string_equal(quote(entry(digest, DIGEST_WATCHED, 1), 0)->words, "Färjan är gammal.");
    assert_string_equal(quote(entry(digest, DIGEST_WATCHED, 1), 0)->watched, "färja*");
}

static void a_party_is_told_of_where_it_did_something(void **state)
{
    char *parties[] = {(char *)"v", NULL};
    g_autoptr(Digest) digest = digest_of_one(
        *state, &(DigestOptions){.parties = parties},
        MEETING("2025-03-12",
                ITEM("1", VOTE("ja='2' nej='1'", BALLOT("A", "S", "ja") BALLOT("B", "V", "nej")), DECIDES)
                    ITEM("2", VOTE("ja='2' nej='1'", BALLOT("A", "V", "ja") BALLOT("B", "S", "nej")), DECIDES)
                        ITEM("3", "<reservation namn='A' parti='V' sida='3'/>", DECIDES)
                            ITEM("4",
                                 "<yrkande id='y' namn='A' parti='V' typ='avslag' ordalydelse='A (V) yrkar "
                                 "avslag.' sida='3'/>",
                                 DECIDES)));
    g_autofree char *numbers = order(digest, DIGEST_CONTESTED);
    assert_non_null(strstr(numbers, "1"));
    assert_null(strstr(numbers, "2"));
    assert_non_null(strstr(numbers, "3"));
    assert_non_null(strstr(numbers, "4"));
    assert_int_equal(part(digest, DIGEST_REST)->candidates, 0);
}

static void the_rest_says_what_it_would_have_stood_higher_for(void **state)
{
    g_autoptr(GString) items = g_string_new(NULL);
    for (int i = 1; i <= 7; i++)
        g_string_append_printf(
            items, "<arende id='p%d' nr='%d' sida='3'>" VOTE("ja='7' nej='%d'", "") DECIDES "</arende>", i, i,
            i);
    g_autofree char *meeting =
        g_strconcat("<sammantrade xmlns='" MEETING_NAMESPACE "' dokumenttyp='protokoll'><kalla fil='m.pdf'/>",
                    items->str, ITEM("99", "", DECIDES) "</sammantrade>", NULL);
    g_autoptr(Digest) digest = digest_of_one(*state, NULL, meeting);
    assert_int_equal(part(digest, DIGEST_CONTESTED)->candidates, 7);
    assert_int_equal(part(digest, DIGEST_CONTESTED)->entries->len, 5);
    /* What is of mere form is counted and not listed. */
    assert_int_equal(part(digest, DIGEST_REST)->candidates, 3);
    assert_int_equal(part(digest, DIGEST_REST)->entries->len, 2);
    assert_true(counts(entry(digest, DIGEST_REST, 0), SIGNAL_VOTE));
    assert_int_equal(entry(digest, DIGEST_REST, 0)->votes->len, 1);
    assert_int_equal(g_array_index(digest->meetings, DigestMeeting, 0).formal, 1);
}

/* ---- meetings ---- */

static void of_two_accounts_the_better_counts(void **state)
{
#define ONE           ITEM("1", "", DECIDES)
#define ADJUSTED(day) "<justering><datum sida='1'>" day "</datum></justering>"
    static const struct {
        const char *first, *second;
        const char *kept; /* digests, "aa bb": both */
    } cases[] = {
        {MEETING_OF("protokoll", "aa", "2025-03-12", "", ONE),
         MEETING_OF("protokoll", "bb", "2025-03-12", ADJUSTED("2025-03-20"), ONE), "bb"},
        {MEETING_OF("protokoll", "aa", "2025-03-12", ADJUSTED("2025-03-20"), ONE),
         MEETING_OF("protokoll", "bb", "2025-03-12", "", ONE), "aa"},
        {MEETING_OF("sammanfattning", "aa", "2025-03-12", "", "<arende id='a1' sida='1'/>"),
         MEETING_OF("protokoll", "bb", "2025-03-12", "", ONE), "bb"},
        {MEETING_OF("protokoll", "aa", "2025-03-12", "", ONE),
         MEETING_OF("protokoll", "bb", "2025-03-12", "", ITEM("9", "", DECIDES)), "aa bb"},
        {MEETING_OF("protokoll", "aa", "2025-03-12", "", ONE),
         MEETING_OF("protokoll", "bb", "2025-03-13", "", ONE), "aa bb"},
        {MEETING_OF("protokoll", "aa", "2025-03-12", "", ONE),
         MEETING_OF("protokoll", "aa", "2025-03-12", "", ONE), "aa"},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        const char *const meetings[] = {cases[i].first, cases[i].second, NULL};
        g_autoptr(Digest) digest = digest_of(*state, NULL, meetings);
        g_autoptr(GString) kept = g_string_new(NULL);
        for (guint j = 0; j < digest->meetings->len; j++)
            g_string_append_printf(kept, "%s%s", j ? " " : "",
                                   g_array_index(digest->meetings, DigestMeeting, j).sha256);
        assert_string_equal(kept->str, cases[i].kept);
    }
}

static void what_is_no_meeting_is_named(void **state)
{
    static const char *const meetings[] = {MEETING_OF("plan", "aa", "2025-03-12", "", ""),
                                           "<sammantrade xmlns='" MEETING_NAMESPACE
                                           "' dokumenttyp='protokoll'><kalla fil='u.pdf'/></sammantrade>",
                                           NULL};
    g_autoptr(Digest) digest = digest_of(*state, &(DigestOptions){.from = "2025-01-01"}, meetings);
    assert_null(digest->meetings);
    assert_int_equal(digest->left_out->len, 2);
    assert_int_equal(g_array_index(digest->left_out, DigestLeftOut, 0).reason, LEFT_OUT_OTHER_KIND);
    assert_int_equal(g_array_index(digest->left_out, DigestLeftOut, 1).reason, LEFT_OUT_UNDATED);
}

/* What is read is what was written. */
static void xml_gives_the_digest_back(void **state)
{
    char *words[] = {(char *)"bro", NULL};
    g_autoptr(Digest) digest = digest_of_one(
        *state, &(DigestOptions){.words = words},
        MEETING("2025-03-12",
                ITEM("1",
                     CASE VOTE("ja='7' nej='6'",
                               BALLOT("A", "V", "nej")) "<reservation namn='A' parti='V' sida='3'/>",
                     DECISION(P("b", "En bro för " MONEY("500") " senast " DAY("2025-06-01") ".")))));
    xmlDoc *doc = digest_to_xml(digest);
    gsize length = 0, again_length = 0;
    g_autofree char *once = xml_write(doc, &length);
    g_autoptr(GError) error = NULL;
    g_autoptr(Digest) read = digest_from_xml(doc, &error);
    assert_non_null(read);
    xml_free(doc);
    doc = digest_to_xml(read);
    g_autofree char *again = xml_write(doc, &again_length);
    assert_string_equal(once, again);
    xmlSchema *schema = xml_schema("schema/digest.xsd", NULL);
    assert_non_null(schema);
    assert_true(xml_validate(schema, doc, "digest", &error));
    xmlSchemaFree(schema);
    xml_free(doc);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_closest_goes_first),
        cmocka_unit_test(points_add_up_and_the_latest_goes_first),
        cmocka_unit_test(a_signal_left_out_counts_nothing),
        cmocka_unit_test(parties_are_those_that_the_minutes_name),
        cmocka_unit_test(what_becomes_of_a_proposal_is_no_decision),
        cmocka_unit_test(money_is_what_is_decided),
        cmocka_unit_test(a_matter_counts_once_by_its_last_word),
        cmocka_unit_test(days_mean_what_stands_before_them),
        cmocka_unit_test(what_has_been_is_not_ahead),
        cmocka_unit_test(words_are_found_whole),
        cmocka_unit_test(watched_words_are_quoted_where_they_stand),
        cmocka_unit_test(a_party_is_told_of_where_it_did_something),
        cmocka_unit_test(the_rest_says_what_it_would_have_stood_higher_for),
        cmocka_unit_test(of_two_accounts_the_better_counts),
        cmocka_unit_test(what_is_no_meeting_is_named),
        cmocka_unit_test(xml_gives_the_digest_back),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
