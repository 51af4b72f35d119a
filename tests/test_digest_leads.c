/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of what leads in a digest: how much of it there is, what makes room for other items, what is quoted
 * and how quotations are kept short. */
#include "digest_fixture.h"

/* ---- room ---- */

static void turn_of(Fixture *fixture, DigestPartKind kind, int turn)
{
    for (guint i = 0; i < fixture->signals->parts->len; i++) {
        SignalPart *part = &g_array_index(fixture->signals->parts, SignalPart, i);
        part->turn = part->kind == kind ? turn : 1;
    }
}

/* Parts take turns until the next item has no room; the first of each has. */
static void what_leads_has_so_many_words(void **state)
{
    Fixture *fixture = *state;
    g_autoptr(GString) items = g_string_new(NULL);
    for (int i = 1; i <= 5; i++)
        g_string_append_printf(items,
                               "<arende id='p%d' nr='%d' sida='3'>" VOTE("ja='7' nej='%d'", "")
                                   DECISION(P("b", "Nämnden avsätter " MONEY("%d") " i år.")) "</arende>",
                               i, i, i, i, i);
    g_autofree char *meeting =
        g_strconcat("<sammantrade xmlns='" MEETING_NAMESPACE "' dokumenttyp='protokoll'><kalla fil='m.pdf'/>",
                    items->str, "</sammantrade>", NULL);
    static const struct {
        int room, turn; /* of what is contested; that of money is one */
        guint contested, money;
    } cases[] = {{0, 1, 5, 5},   {1, 1, 1, 1},   {120, 1, 2, 2}, {180, 1, 3, 3},
                 {500, 1, 5, 5}, {120, 2, 2, 2}, {150, 2, 3, 2}, {180, 9, 5, 1}};
    int room = fixture->signals->most_words;
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        fixture->signals->most_words = cases[i].room;
        turn_of(fixture, DIGEST_CONTESTED, cases[i].turn);
        g_autoptr(Digest) digest = digest_of_one(fixture, NULL, meeting);
        assert_int_equal(part(digest, DIGEST_CONTESTED)->entries->len, cases[i].contested);
        assert_int_equal(part(digest, DIGEST_MONEY)->entries->len, cases[i].money);
        /* Each is reached once more, unless another part shows it. */
        assert_int_equal(part(digest, DIGEST_CONTESTED)->candidates, 5);
        assert_true(part(digest, DIGEST_CONTESTED)->left <= (int)(5 - cases[i].contested));
    }
    fixture->signals->most_words = room;
    turn_of(fixture, DIGEST_CONTESTED, 1);
}

/* Three votes of one board with the same parties against each other make room for another one. */
static void alike_votes_make_room(void **state)
{
#define AGAINST  BALLOT("A", "S", "ja") BALLOT("B", "V", "ja") BALLOT("C", "M", "nej")
#define TURNED   BALLOT("A", "S", "nej") BALLOT("B", "V", "nej") BALLOT("C", "M", "ja")
#define OTHERS   BALLOT("A", "S", "ja") BALLOT("B", "V", "nej") BALLOT("C", "M", "nej")
#define RESERVED "<reservation namn='A' parti='M' sida='3'/>"
    g_autoptr(Digest) digest = digest_of_one(
        *state, NULL,
        MEETING("2025-03-12", ITEM("1", VOTE("ja='7' nej='6'", AGAINST) RESERVED, DECIDES)
                                  ITEM("2", VOTE("ja='7' nej='6'", AGAINST) RESERVED, DECIDES)
                                      ITEM("3", VOTE("ja='6' nej='7'", TURNED) RESERVED, DECIDES)
                                          ITEM("4", VOTE("ja='7' nej='6'", OTHERS), DECIDES)));
    assert_order(digest, DIGEST_CONTESTED, "1 4 2 3");
    assert_false(counts(entry(digest, DIGEST_CONTESTED, 0), SIGNAL_ALIKE));
    assert_false(counts(entry(digest, DIGEST_CONTESTED, 1), SIGNAL_ALIKE));
    assert_true(counts(entry(digest, DIGEST_CONTESTED, 2), SIGNAL_ALIKE));
    assert_int_equal(entry(digest, DIGEST_CONTESTED, 0)->points - entry(digest, DIGEST_CONTESTED, 2)->points,
                     12);
    assert_int_equal(entry(digest, DIGEST_CONTESTED, 0)->points - entry(digest, DIGEST_CONTESTED, 3)->points,
                     24);
}

/* Two boards that vote alike are two. */
static void votes_of_other_boards_are_not_alike(void **state)
{
    static const char *const meetings[] = {
        MEETING_OF("protokoll", "aa", "2025-03-12", "", ITEM("1", VOTE("ja='7' nej='6'", AGAINST), DECIDES)),
        "<sammantrade xmlns='" MEETING_NAMESPACE "' dokumenttyp='protokoll'><kalla fil='m.pdf' sha256='bb'/>"
        "<huvudman sida='1'>Ekdals kommun</huvudman><organ sida='1'>Bildningsnämnden</organ><datum "
        "sida='1'>2025-03-12</datum>" ITEM("2", VOTE("ja='7' nej='6'", AGAINST), DECIDES) "</sammantrade>",
        NULL};
    g_autoptr(Digest) digest = digest_of(*state, NULL, meetings);
    assert_false(counts(entry(digest, DIGEST_CONTESTED, 0), SIGNAL_ALIKE));
    assert_false(counts(entry(digest, DIGEST_CONTESTED, 1), SIGNAL_ALIKE));
}

/* ---- what is quoted ---- */

static char *words_of(const char *start, int count, const char *end)
{
    GString *words = g_string_new(start);
    for (int i = 0; i < count; i++)
        g_string_append_printf(words, " ord%d", i);
    return g_string_free(g_string_append(words, end), FALSE);
}

/* The digest of a meeting with one item, reserved against, with these blocks as its decision. */
static Digest *digest_of_decision(const Fixture *fixture, const char *blocks)
{
    g_autofree char *meeting = g_strconcat(
        "<sammantrade xmlns='" MEETING_NAMESPACE "' dokumenttyp='protokoll'><kalla fil='m.pdf'/>"
        "<arende id='p1' nr='1' sida='3'><reservation namn='A' sida='3'/><avsnitt typ='beslut' sida='3'>",
        blocks, "</avsnitt></arende></sammantrade>", NULL);
    return digest_of_one(fixture, NULL, meeting);
}

/* None is cut: what comes late may turn it. */
static void a_long_sentence_is_whole_and_its_length_told(void **state)
{
    g_autofree char *words = words_of("Avtalet", 40, " avslås.");
    g_autofree char *blocks = g_strconcat("<stycke id='b' sida='3'>", words, "</stycke>", NULL);
    g_autoptr(Digest) digest = digest_of_decision(*state, blocks);
    const DigestQuote *shown = quote(entry(digest, DIGEST_CONTESTED, 0), 0);
    assert_string_equal(shown->words, words);
    assert_int_equal(shown->length, 42);
}

/* What is left out of a paragraph is told of, and is nothing that turns what is quoted. */
static void no_sentence_that_turns_is_left_out(void **state)
{
    static const struct {
        const char *text, *words;
        bool goes_on;
    } cases[] = {
        {"Förslaget bifalls. Brevet skickas.", "Förslaget bifalls.", true},
        {"Förslaget bifalls.", "Förslaget bifalls.", false},
        {"Förslaget bifalls. Punkt 3 avslås. Brevet skickas.", "Förslaget bifalls. Punkt 3 avslås.", true},
        {"Förslaget bifalls. Brevet skickas inte.", "Förslaget bifalls. Brevet skickas inte.", false},
        {"Taxan antas. Brevet skickas. Resten återremitteras. Slut.",
         "Taxan antas. Brevet skickas. Resten återremitteras.", true},
        {"Taxan antas. Det gäller dock ej båtar.", "Taxan antas. Det gäller dock ej båtar.", false},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *blocks = g_strconcat("<stycke id='b' sida='3'>", cases[i].text, "</stycke>", NULL);
        g_autoptr(Digest) digest = digest_of_decision(*state, blocks);
        const DigestQuote *shown = quote(entry(digest, DIGEST_CONTESTED, 0), 0);
        assert_string_equal(shown->words, cases[i].words);
        assert_int_equal(shown->goes_on, cases[i].goes_on);
        assert_false(shown->begun);
    }
}

/* Words that lead in to a quotation wait with it, or alone, but never where it says something else without.
 */
static void a_lead_is_left_out_where_nothing_turns(void **state)
{
    static const struct {
        const char *lead;
        int words;    /* behind it */
        bool is_kept; /* in the quotation */
        bool last;
        int length;
    } cases[] = {
        {"Nämnden beslutar enligt förslaget:", 0, false, false, 0},
        {"Nämnden föreslår fullmäktige:", 0, true, false, 0},
        {"Nämnden föreslår fullmäktige:", 28, true, true, 0},
        {"Nämnden avslår att:", 0, true, false, 0},
        {"Nämnden avslår att:", 28, true, false, 34},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *words = words_of("Bron", cases[i].words, " byggs nu.");
        g_autofree char *blocks = g_strconcat("<stycke id='l' sida='3'>", cases[i].lead,
                                              "</stycke><punkt id='b' sida='3'>", words, "</punkt>", NULL);
        g_autoptr(Digest) digest = digest_of_decision(*state, blocks);
        const DigestQuote *shown = quote(entry(digest, DIGEST_CONTESTED, 0), 0);
        assert_string_equal(shown->words, words);
        assert_int_equal(shown->lead != NULL, cases[i].is_kept);
        assert_int_equal(shown->lead_last, cases[i].last);
        assert_int_equal(shown->length, cases[i].length);
    }
}

/* Of many points the one that the vote was about, as far as the minutes tie it to a motion. */
static void the_point_that_was_voted_on_is_quoted(void **state)
{
#define MOTION(id, object) "<yrkande id='" id "' namn='A' typ='bifall' sida='3'>" object "</yrkande>"
#define POINTS                                                                                               \
    DECISION(P("l1", "Enligt kommunstyrelsens förslag:") P("b1", "att bygga en bro")                         \
                 P("l2", "Enligt yrkande från S och V:") P("b2", "att bygga en färja"))
    static const struct {
        const char *vote, *quoted;
        bool voted;
    } cases[] = {
        {VOTE("ja='7' nej='6'", "<nej-avser yrkande='y1'/>"), "att bygga en bro", false},
        {VOTE("ja='7' nej='6'", "<ja-avser yrkande='y1'/>"), "att bygga en färja", true},
        {VOTE("ja='6' nej='7'", "<nej-avser yrkande='y1'/>"), "att bygga en färja", true},
        {VOTE("ja='6' nej='7'", "<nej-avser yrkande='y2'/>"), "att bygga en bro", false},
        {VOTE("ja='7' nej='6'", ""), "att bygga en bro", false},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *meeting = g_strconcat(
            "<sammantrade xmlns='" MEETING_NAMESPACE "' dokumenttyp='protokoll'><kalla fil='m.pdf'/>"
            "<arende id='p1' nr='1' sida='3'>" MOTION("y1", "yrkande från S och V den 3 mars 2025")
                MOTION("y2", "annat"),
            cases[i].vote, POINTS "</arende></sammantrade>", NULL);
        g_autoptr(Digest) digest = digest_of_one(*state, NULL, meeting);
        assert_string_equal(quote(entry(digest, DIGEST_CONTESTED, 0), 0)->words, cases[i].quoted);
        assert_int_equal(quote(entry(digest, DIGEST_CONTESTED, 0), 0)->voted, cases[i].voted);
        assert_int_equal(entry(digest, DIGEST_CONTESTED, 0)->decisions, 2);
    }
}

/* The first point that is short enough rather than one whose length alone could be told. */
static void a_point_that_fits_is_quoted(void **state)
{
    g_autofree char *words = words_of("att bygga", 40, " broar");
    g_autofree char *blocks =
        g_strconcat("<stycke id='b1' sida='3'>", words,
                    "</stycke><stycke id='b2' sida='3'>att bygga en färja</stycke>", NULL);
    g_autoptr(Digest) digest = digest_of_decision(*state, blocks);
    assert_string_equal(quote(entry(digest, DIGEST_CONTESTED, 0), 0)->words, "att bygga en färja");
}

/* What another part has no room for is not lost where the item leads. */
static void facts_of_an_item_stay_with_it(void **state)
{
    Fixture *fixture = *state;
    char *words[] = {(char *)"färja", NULL};
    int room = fixture->signals->most_words;
    fixture->signals->most_words = 1; /* the first of each part */
    g_autoptr(Digest) digest = digest_of_one(
        fixture, &(DigestOptions){.words = words},
        MEETING("2025-03-12",
                ITEM("1", VOTE("ja='7' nej='6'", "") "<reservation namn='A' parti='V' sida='3'/>", DECIDES)
                    ITEM("2", VOTE("ja='9' nej='1'", ""), DECISION(P("b", "En färja byggs.")))));
    fixture->signals->most_words = room;
    assert_order(digest, DIGEST_WATCHED, "2");
    assert_order(digest, DIGEST_CONTESTED, "1");
    assert_int_equal(entry(digest, DIGEST_WATCHED, 0)->votes->len, 1);
    assert_int_equal(part(digest, DIGEST_CONTESTED)->left, 0);
}

static void nothing_is_taken_from_pages_that_cannot_be_read(void **state)
{
    g_autoptr(Digest) digest = digest_of_one(
        *state, NULL,
        MEETING("2025-03-12",
                ITEM("1", VOTE("ja='7' nej='6'", "") "<reservation namn='A' parti='V' sida='3'/>",
                     DECISION(P("b", "Nämnden avsätter " MONEY("500") " senast " DAY(
                                         "2025-06-01") "."))) "<anmarkningar>"
                                                              "<anmarkning typ='page-unreadable' niva='fel' "
                                                              "sida='3'/><anmarkning typ='page-unreadable' "
                                                              "niva='fel' sida='4'/></anmarkningar>"));
    assert_null(part(digest, DIGEST_CONTESTED));
    assert_null(part(digest, DIGEST_MONEY));
    assert_null(part(digest, DIGEST_AHEAD));
    assert_null(entry(digest, DIGEST_REST, 0)->title);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_leads_has_so_many_words),
        cmocka_unit_test(alike_votes_make_room),
        cmocka_unit_test(votes_of_other_boards_are_not_alike),
        cmocka_unit_test(a_long_sentence_is_whole_and_its_length_told),
        cmocka_unit_test(no_sentence_that_turns_is_left_out),
        cmocka_unit_test(a_lead_is_left_out_where_nothing_turns),
        cmocka_unit_test(the_point_that_was_voted_on_is_quoted),
        cmocka_unit_test(a_point_that_fits_is_quoted),
        cmocka_unit_test(facts_of_an_item_stay_with_it),
        cmocka_unit_test(nothing_is_taken_from_pages_that_cannot_be_read),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
