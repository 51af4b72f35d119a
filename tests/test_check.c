/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of the check: a meeting in which nothing is to be found, and each finding from one change to it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <glib.h>
#include <string.h>

#include "base/xml.h"
#include "check_parts.h"

/* § 2 has all that an item can have: motions, a vote by name, a reservation, a conflict of interest, a table.
 */
static const char clean[] =
    "<sammantrade xmlns='" MEETING_NAMESPACE "' dokumenttyp='protokoll'><kalla fil='m.pdf' sidor='3'/>"
    "<organ sida='1'>Parknämnden</organ><datum sida='1'>2025-03-04</datum>"
    "<tid><start sida='1'>09:00</start></tid><plats sida='1'>Rådhuset</plats>"
    "<ordforande sida='1'>Ada Lindgren</ordforande><justerare sida='1'>Bo Sandström</justerare>"
    "<paragrafnummer><forsta sida='1'>1</forsta><sista sida='1'>3</sista></paragrafnummer>"
    "<justering><datum sida='1'>2025-03-18</datum></justering>"
    "<anslag><uppsatt sida='1'>2025-03-20</uppsatt><nedtas sida='1'>2025-04-10</nedtas>"
    "<forvaringsplats sida='1'>Rådhuset</forvaringsplats></anslag>"
    "<narvaro><person namn='Ada Lindgren' parti='S' grupp='ledamot' roll='Ordförande' sida='1'/>"
    "<person namn='Bo Sandström' parti='M' grupp='ledamot' sida='1'/>"
    "<person namn='Cilla Norén' parti='C' grupp='ledamot' sida='1'/>"
    "<person namn='Disa Ekwall' parti='V' grupp='tjanstgorande_ersattare' sida='1'/>"
    "<person namn='Egil Forsman' parti='L' grupp='ledamot' sida='1'/>"
    "<person namn='Frida Holm' parti='S' grupp='ersattare' sida='1'/></narvaro>"
    "<arende id='p1' nr='1' sida='1'><arenderubrik sida='1'>Val av justerare</arenderubrik>"
    "<avsnitt typ='beslut' sida='1'><stycke id='b1' sida='1'>Nämnden utser Bo "
    "Sandström.</stycke></avsnitt></arende>"
    "<arende id='p2' nr='2' sida='2'><arenderubrik sida='2'>En bro</arenderubrik>"
    "<yrkande namn='Cilla Norén' parti='C' typ='avslag' sida='2'/>"
    "<votering ja='2' nej='1' avstar='1' ja-betyder='bifall' nej-betyder='avslag' sida='2'>"
    "<rost namn='Ada Lindgren' parti='S' val='ja' sida='2'/>"
    "<rost namn='Bo Sandström' parti='M' val='ja' sida='2'/>"
    "<rost namn='Cilla Norén' parti='C' val='nej' sida='2'/>"
    "<rost namn='Disa Ekwall' parti='V' val='avstar' sida='2'/></votering>"
    "<reservation namn='Cilla Norén' parti='C' sida='2'/>"
    "<deltar-ej namn='Egil Forsman' parti='L' sida='2'/><jav namn='Egil Forsman' parti='L' sida='2'/>"
    "<deltagande><person namn='Ada Lindgren'/><person namn='Bo Sandström'/><person namn='Cilla Norén'/>"
    "<person namn='Disa Ekwall'/></deltagande>"
    "<avsnitt typ='propositionsordning' sida='2'><stycke id='b2' sida='2'>Ordföranden ställer proposition."
    "</stycke></avsnitt><avsnitt typ='beslut' sida='2'><stycke id='b3' sida='2'>Nämnden beslutar att bygga "
    "bron."
    "</stycke><tabell id='b4' sida='2'><rad><cell rubrik='true'>Post</cell><cell "
    "rubrik='true'>Kronor</cell></rad>"
    "<rad><cell>Virke</cell><cell>1 200</cell></rad><rad><cell>Arbete</cell><cell>800</cell></rad>"
    "<rad><cell>Summa</cell><cell>2 000</cell></rad></tabell></avsnitt></arende>"
    "<arende id='p3' nr='3' sida='3'><arenderubrik sida='3'>Taxa</arenderubrik>"
    "<avsnitt typ='beslut' sida='3'><stycke id='b5' sida='3'>Nämnden antar taxan.</stycke></avsnitt></arende>"
    "<anmarkningar><anmarkning typ='section-unknown' niva='upplysning' "
    "sida='3'>Läge</anmarkning></anmarkningar>"
    "</sammantrade>";

/* One change to the clean meeting and what is then found, each as "code" or "code: detail". */
typedef struct {
    const char *from, *to;
    const char *found;
} Case;

static char *replaced(const char *text, const char *from, const char *to)
{
    const char *at = strstr(text, from);
    if (!at)
        fail_msg("the clean meeting has no %s", from);
    return g_strdup_printf("%.*s%s%s", (int)(at - text), text, to, at + strlen(from));
}

static Check *check_of(const char *text)
{
    g_autoptr(GError) error = NULL;
    xmlDoc *doc = xml_read(text, strlen(text), "test", &error);
    assert_null(error);
    Meeting *meeting = meeting_from_xml(doc, &error);
    assert_null(error);
    xml_free(doc);
    Check *check = check_from_meeting(meeting, NULL);
    meeting_free(meeting);
    return check;
}

/* Codes with details, joined by "; ". The caller frees it. */
static char *found_in(const Check *check)
{
    GString *found = g_string_new(NULL);
    for (guint i = 0; i < check->findings->len; i++) {
        const Finding *finding = &g_array_index(check->findings, Finding, i);
        g_string_append_printf(found, "%s%s%s%s", i ? "; " : "", check_code(finding->kind),
                               finding->detail ? ": " : "", finding->detail ? finding->detail : "");
    }
    return g_string_free(found, FALSE);
}

static void assert_found(const Case *c)
{
    g_autofree char *text = replaced(clean, c->from, c->to);
    Check *check = check_of(text);
    g_autofree char *found = found_in(check);
    if (strcmp(found, c->found) != 0)
        fail_msg("%s -> %s: found \"%s\", not \"%s\"", c->from, c->to, found, c->found);
    check_free(check);
}

static void a_clean_meeting_has_no_finding(void **state)
{
    (void)state;
    Check *check = check_of(clean);
    g_autofree char *found = found_in(check);
    assert_string_equal(found, "");
    assert_int_equal(check_worst(check), LEVEL_INFO);
    assert_int_equal(check->notes->len, 1);
    assert_int_equal(check->remarks, 1);
    check_free(check);
}

/* What the table of kinds has for a whole meeting of minutes is looked at, but for the few that name another
 * case. */
static void every_check_is_done_or_says_why_not(void **state)
{
    static const CheckKind not_done[] = {CHECK_PAGES_MISSING, CHECK_BALLOTS_ELSEWHERE, CHECK_DECLINED_VOTED,
                                         CHECK_NAME_VARIES};
    (void)state;
    Check *check = check_of(clean);
    guint idle = 0;
    assert_int_equal(check->coverage->len, CHECK__MAX);
    for (guint i = 0; i < check->coverage->len; i++) {
        const Coverage *row = &g_array_index(check->coverage, Coverage, i);
        assert_non_null(row->needs);
        if (row->cases)
            continue;
        assert_true(idle < G_N_ELEMENTS(not_done));
        assert_string_equal(check_code(row->kind), check_code(not_done[idle++]));
    }
    check_free(check);
}

static void each_finding_has_a_cause(void **state)
{
#define NOTE(kind) "<anmarkningar><anmarkning typ='" kind "' niva='fel' sida='2'>ord</anmarkning>"
#define NOTES      "<anmarkningar>"
    static const Case cases[] = {
        {NOTES, NOTE("page-unreadable"), "sida-olaslig"},
        {NOTES, NOTE("page-without-text"), "sida-bild"},
        {NOTES, NOTE("words-lost"), "ord-saknas"},
        {NOTES, NOTE("words-added"), "ord-tillagda"},
        {NOTES, NOTE("item-repeated"), "paragraf-dubbel"},
        {NOTES, NOTE("date-differs"), "datum-olika"},
        {NOTES,
         "<bortfall><bortfallen id='d1' orsak='sidnummer' sida='1'>1 (4)</bortfallen>"
         "<bortfallen id='d2' orsak='sidnummer' sida='2'>Sida 2 av 4</bortfallen></bortfall>" NOTES,
         "sidor-saknas: tryckt 4 sidor, filen har 3"},
        {"dokumenttyp='protokoll'", "dokumenttyp='plan'", "ej-protokoll"},
        /* numbers */
        {"nr='2'", "nr='1'", "paragraf-dubbel; paragraf-saknas: § 2 saknas"},
        {"nr='2'", "nr='4'", "paragraf-saknas: § 2 saknas; paragraf-ordning"},
        {"nr='3'", "nr='5'", "paragraf-saknas: §§ 3–4 saknas; paragrafer-angivna: anger §§ 1–3, har §§ 1–5"},
        {"nr='2'", "nr='1 a'", "paragraf-saknas: § 2 saknas"},
        {"<sista sida='1'>3<", "<sista sida='1'>4<", "paragrafer-angivna: anger §§ 1–4, har §§ 1–3"},
        /* the whole */
        {"<organ sida='1'>Parknämnden</organ>", "", "organ-saknas"},
        {"<datum sida='1'>2025-03-04</datum>", "", "datum-saknas"},
        {"<plats sida='1'>Rådhuset</plats>", "", "plats-saknas"},
        {"<tid><start sida='1'>09:00</start></tid>", "", "tid-saknas"},
        {"<justerare sida='1'>Bo Sandström</justerare>", "", "justerare-saknas"},
        {"<justering><datum sida='1'>2025-03-18</datum></justering>", "", "justering-saknas"},
        {"2025-03-18", "2025-03-19", "justering-sen: 2025-03-04 till 2025-03-19: 15 dagar"},
        {"2025-03-18", "2025-03-03",
         "justering-tidig: 2025-03-04 till 2025-03-03: -1 dagar; anslag-sent: 2025-03-03 till 2025-03-20: 17 "
         "dagar"},
        {"<uppsatt sida='1'>2025-03-20</uppsatt>", "", "anslag-saknas"},
        {"2025-03-20", "2025-03-17", "anslag-tidigt: 2025-03-18 till 2025-03-17: -1 dagar"},
        {"2025-04-10", "2025-04-09", "anslag-kort: 2025-03-20 till 2025-04-09: 20 dagar"},
        {"<forvaringsplats sida='1'>Rådhuset</forvaringsplats>", "", "forvaring-saknas"},
        /* items */
        {"<arenderubrik sida='3'>Taxa</arenderubrik>", "", "rubrik-saknas"},
        {"typ='beslut' sida='3'", "typ='forslag' sida='3'", "beslut-saknas"},
        {"typ='beslut' sida='3'", "typ='bakgrund' sida='3'", "beslut-inget"},
        {"<yrkande namn='Cilla Norén' parti='C' typ='avslag' sida='2'/>", "", "yrkande-saknas"},
        {"typ='propositionsordning' sida='2'><stycke id='b2' sida='2'>Ordföranden ställer proposition.",
         "typ='annat' sida='2'><stycke id='b2' sida='2'>Mötet tar paus.", "proposition-saknas"},
        /* votes */
        {" nej='1'", "", "resultat-saknas"},
        {"ja='2' nej='1'", "ja='1' nej='1'",
         "roster-raknade: tryckt 1 ja, uppräknade 2; lika-rostetal; roster-for-fa: 3 röster, 4 deltagande"},
        {" nej='1'", " nej='3'",
         "roster-raknade: tryckt 3 nej, uppräknade 1; roster-for-manga: 6 röster, 4 tjänstgörande"},
        {" avstar='1'", " avstar='0'",
         "roster-raknade: tryckt 0 avstår, uppräknade 1; roster-for-fa: 3 röster, 4 deltagande"},
        {"<rost namn='Bo Sandström' parti='M'", "<rost namn='Ada Lindgren' parti='S'", "rost-dubbel"},
        {"<rost namn='Bo Sandström'", "<rost namn='Gun Öberg'", "rost-av-franvarande"},
        {"<rost namn='Bo Sandström' parti='M'", "<rost namn='Frida Holm' parti='S'", "rost-utan-tjanst"},
        {"<rost namn='Bo Sandström' parti='M'", "<rost namn='Egil Forsman' parti='L'",
         "javig-rostar; rost-utan-tjanst: tjänstgör inte i ärendet"},
        {"<person namn='Disa Ekwall'/></del",
         "<person namn='Egil Forsman'/><person namn='Disa Ekwall'/></del",
         "javig-deltar; roster-for-fa: 4 röster, 5 deltagande"},
        {"<jav namn='Egil Forsman' parti='L' sida='2'/>", "<deltar-ej namn='Bo Sandström' sida='2'/>",
         "avstaende-rostar"},
        /* persons */
        {"<yrkande namn='Cilla Norén'", "<yrkande namn='Gun Öberg'", "yrkande-av-franvarande"},
        {"<reservation namn='Cilla Norén'", "<reservation namn='Gun Öberg'", "reservation-av-franvarande"},
        {"<reservation namn='Cilla Norén' parti='C'", "<reservation namn='Frida Holm' parti='S'",
         "reservation-utan-tjanst"},
        {"<reservation namn='Cilla Norén'", "<reservation namn='Cilla Noren'",
         "namn-nara: i närvarolistan: Cilla Norén"},
        {"<justerare sida='1'>Bo Sandström", "<justerare sida='1'>Bo Sandstrom",
         "namn-nara: i närvarolistan: Bo Sandström"},
        {"<reservation namn='Cilla Norén' parti='C'", "<reservation namn='Cilla Norén' parti='M'",
         "parti-annat: här M, i närvarolistan C"},
        /* sums */
        {"<cell>2 000<", "<cell>2 100<", "summa-stammer-inte: Kronor: tryckt 2 100, raderna ger 2 000"},
        {"<cell>2 000<", "<cell>400<",
         "summa-stammer-inte: Kronor: tryckt 400, raderna ger 2 000 (stämmer om ”800” i raden ”Arbete” har "
         "andra tecknet)"},
    };
    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++)
        assert_found(&cases[i]);
}

/* What looks like a fault and is none. */
static void what_is_no_fault_is_not_found(void **state)
{
    static const Case cases[] = {
        {"<reservation namn='Cilla Norén'", "<reservation namn='Norén Cilla'", ""},
        {"<reservation namn='Cilla Norén'", "<reservation namn='Cilla Maria Norén'", ""},
        {"nr='3'", "nr='2 a'", "paragrafer-angivna: anger §§ 1–3, har §§ 1–2 a"},
        {"ja-betyder='bifall'", "ja-betyder='ärendet avgörs i dag'", ""},
        {"<cell>1 200<", "<cell>1 200 kr<", ""},
        {"<cell>Summa</cell><cell>2 000<", "<cell>Totalt antal</cell><cell>7<", ""},
        {"<cell rubrik='true'>Kronor</cell></rad>", "<cell rubrik='true'>Andel, %</cell></rad>", ""},
        {"<rad><cell>Summa", "<rad><cell>varav lön</cell><cell>500</cell></rad><rad><cell>Summa", ""},
        {"<rad><cell>Summa",
         "<rad><cell>Delsumma</cell><cell>2 000</cell></rad><rad><cell>Räcke</cell><cell>–500</cell></rad>"
         "<rad><cell>Ledstång</cell><cell>500</cell></rad><rad><cell>Summa",
         ""},
    };
    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++)
        assert_found(&cases[i]);
}

static const Finding *only_finding(const Check *check)
{
    assert_int_equal(check->findings->len, 1);
    return &g_array_index(check->findings, Finding, 0);
}

static void a_sum_says_where_its_fault_lies(void **state)
{
    static const struct {
        const char *from, *to;
        FaultPlace fault;
    } cases[] = {
        {"<cell>800<", "<cell>900<", FAULT_PRINTED},
        {"<cell>800<", "<cell>8<sidbyte sida='3'/>01<", FAULT_READ},
        {"<rad><cell>Summa",
         "<rad><cell>Målning</cell><cell>7 3 5 1</cell></rad><rad><cell>Rör</cell><cell>5</cell></rad>"
         "<rad><cell>Summa",
         FAULT_READ},
    };
    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *text = replaced(clean, cases[i].from, cases[i].to);
        Check *check = check_of(text);
        assert_int_equal(only_finding(check)->fault, cases[i].fault);
        check_free(check);
    }
}

static void a_list_that_lacks_most_names_is_said_once(void **state)
{
    (void)state;
    const char *end = strstr(clean, "</narvaro>"), *second = strstr(clean, "<person namn='Bo");
    g_autofree char *text = g_strdup_printf("%.*s%s", (int)(second - clean), clean, end);
    Check *check = check_of(text);
    g_autofree char *found = found_in(check);
    assert_string_equal(found, "narvaro-ofullstandig");
    check_free(check);
}

/* The party and the other votes say who is meant. */
static void a_name_is_compared_with_others_where_no_list_is(void **state)
{
    (void)state;
    const char *start = strstr(clean, "<narvaro>"), *end = strstr(clean, "<arende id='p1'");
    g_autofree char *listless = g_strdup_printf("%.*s%s", (int)(start - clean), clean, end);
    g_autofree char *text = replaced(listless, "<jav namn='Egil Forsman'", "<jav namn='Cilla Noren'");
    Check *check = check_of(text);
    g_autofree char *found = found_in(check);
    assert_non_null(strstr(found, "narvaro-saknas"));
    assert_null(strstr(found, "namn-olika")); /* another party */
    check_free(check);
    g_autofree char *same = replaced(text, "Noren' parti='L'", "Noren' parti='C'");
    check = check_of(same);
    g_autofree char *now = found_in(check);
    assert_non_null(strstr(now, "namn-olika: annars: Cilla Norén"));
    check_free(check);
}

static void amounts_are_read_as_swedish_tables_print_them(void **state)
{
    static const struct {
        const char *text;
        gint64 thousandths;
        int decimals;
        bool good;
    } cases[] = {
        {"1 234,5", 1234500, 1, true},
        {"–7,4", -7400, 1, true},
        {"−7,4", -7400, 1, true},
        {"- 12", -12000, 0, true},
        {"(3,25)", -3250, 2, true},
        {"+4", 4000, 0, true},
        {"–", 0, 0, true},
        {"43 929 619", 43929619000, 0, true},
        {"12 kr", 12000, 0, true},
        {"1.234", 0, 0, false},
        {"12 34", 0, 0, false},
        {"1 2345", 0, 0, false},
        {"5 %", 0, 0, false},
        {"2024-01-01", 0, 0, false},
        {"", 0, 0, false},
        {"12,", 0, 0, false},
        {"99999999999999999", 0, 0, false},
        {"1234 567", 0, 0, false},
    };
    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        gint64 thousandths;
        int decimals;
        bool good = amount_from_text(cases[i].text, &thousandths, &decimals);
        if (good != cases[i].good)
            fail_msg("\"%s\" is %s amount", cases[i].text, good ? "an" : "no");
        if (!good)
            continue;
        assert_int_equal(thousandths, cases[i].thousandths);
        assert_int_equal(decimals, cases[i].decimals);
    }
}

static void names_are_compared(void **state)
{
    static const struct {
        const char *a, *b;
        bool agree;
        int apart;
    } cases[] = {
        {"Ada Lindgren", "Ada Lindgren", true, 0},     {"Ada Lindgren", "Lindgren Ada", true, 0},
        {"ADA Lindgren", "Ada lindgren", true, 0},     {"Ada Lindgren", "Ada Maria Lindgren", true, 3},
        {"Ada Lindgren", "Ada Lindgern", false, 1},    {"Ada Lindgren", "Ida Lindgrén", false, 2},
        {"Ada Lindgren", "Bo Sandström", false, 3},    {"Lindgren", "Ada Lindgren", false, 3},
        {"Ada Lindgren", "Ada Lindgren-Ek", false, 3},
    };
    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        assert_int_equal(names_agree(cases[i].a, cases[i].b), cases[i].agree);
        assert_int_equal(names_apart(cases[i].a, cases[i].b), cases[i].apart);
    }
}

static void a_check_reads_back_as_it_was_written(void **state)
{
    (void)state;
    g_autofree char *text = replaced(clean, "<cell>2 000<", "<cell>2 100<");
    Check *check = check_of(text);
    xmlDoc *doc = check_to_xml(check);
    gsize length;
    g_autofree char *written = xml_write(doc, &length);
    Check *again = check_from_xml(doc, NULL);
    assert_non_null(again);
    xmlDoc *redone = check_to_xml(again);
    g_autofree char *rewritten = xml_write(redone, &length);
    assert_string_equal(written, rewritten);
    assert_int_equal(check_worst(again), LEVEL_WARNING);
    xml_free(doc);
    xml_free(redone);
    check_free(check);
    check_free(again);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_clean_meeting_has_no_finding),
        cmocka_unit_test(every_check_is_done_or_says_why_not),
        cmocka_unit_test(each_finding_has_a_cause),
        cmocka_unit_test(what_is_no_fault_is_not_found),
        cmocka_unit_test(a_sum_says_where_its_fault_lies),
        cmocka_unit_test(a_list_that_lacks_most_names_is_said_once),
        cmocka_unit_test(a_name_is_compared_with_others_where_no_list_is),
        cmocka_unit_test(amounts_are_read_as_swedish_tables_print_them),
        cmocka_unit_test(names_are_compared),
        cmocka_unit_test(a_check_reads_back_as_it_was_written),
    };
    xml_begin();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
