/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of personal data: what is found and what is told apart, the mask, and a reviewer's decisions. */
#include "meeting_fixture.h"

#include "personal.h"

enum { NOTHING = -1 };

static const char *const plain = "Budget", *const individual = "Ansökan från enskild";

/* A sentence, the words found in it, and by which rule; NOTHING: it is told apart. Whether the item is about
 * an individual. */
static const struct {
    const char *sentence, *words;
    int rule;
    bool individual;
} sentences[] = {
    /* numbers of persons */
    {"Beslutet avser 811228-9874.", "811228-9874", PERSONAL_RULE_CHECK_DIGIT, false},
    {"Beslutet avser 19811228-9874.", "19811228-9874", PERSONAL_RULE_CHECK_DIGIT, false},
    {"Född 121212+1212 i Ekdal.", "121212+1212", PERSONAL_RULE_CHECK_DIGIT, false},
    {"Beslutet avser 8112289874.", "8112289874", PERSONAL_RULE_CHECK_DIGIT, false},
    {"Beslutet avser 198112289874.", "198112289874", PERSONAL_RULE_CHECK_DIGIT, false},
    {"Beslutet avser 811228–9874.", "811228-9874", PERSONAL_RULE_CHECK_DIGIT, false},
    {"Beslutet avser 811228 9874.", "811228 9874", PERSONAL_RULE_CHECK_DIGIT, false},
    {"Samordningsnummer 701063-2391.", "701063-2391", PERSONAL_RULE_CHECK_DIGIT, false},
    {"Personnummer 811228-9875.", "811228-9875", PERSONAL_RULE_LABEL, false},
    {"Beslutet avser 811228-9875.", "811228-9875", PERSONAL_RULE_SHAPE, false},
    {"Beslutet avser 811228-T987.", "811228-T987", PERSONAL_RULE_INTERIM, false},
    {"Firman har org.nr 811228-9874.", "811228-9874", PERSONAL_RULE_SOLE_TRADER, false},
    {"Beslutet avser 1981-12-28-9874.", "1981-12-28-9874", PERSONAL_RULE_CHECK_DIGIT, false},
    {"Beslutet avser 81 12 28-9874.", "81 12 28-9874", PERSONAL_RULE_CHECK_DIGIT, false},
    {"Beslutet avser 811228-98 74.", "811228-98 74", PERSONAL_RULE_CHECK_DIGIT, false},
    {"Beslutet avser 811228 -9874.", "811228 -9874", PERSONAL_RULE_CHECK_DIGIT, false},
    {"Skriv till nils.ek@example .org.", "nils.ek@example .org", PERSONAL_RULE_EMAIL, false},
    {"Beslutet avser 811228/9874.", "811228/9874", PERSONAL_RULE_CHECK_DIGIT, false},
    {"Pnr:811228-9874.", "811228-9874", PERSONAL_RULE_CHECK_DIGIT, false},
    {"Beslutet avser 811228-XXXX.", "811228-XXXX", PERSONAL_RULE_PARTIAL, false},
    {"Personnummer 811228-****.", "811228-****", PERSONAL_RULE_PARTIAL, false},
    {"NN, född 1950-03-12, bor kvar.", "född 1950-03-12", PERSONAL_RULE_BIRTH, true},
    {"Barnet är f. den 12 mars 2012.", "f. den 12 mars 2012", PERSONAL_RULE_BIRTH, true},
    {"NN, född 1950, bor kvar.", "född 1950", PERSONAL_RULE_BIRTH, true},
    /* … and of everything else */
    {"Föreningen, född 1950, firar.", NULL, NOTHING, false},
    {"Avtalet från 1950 sägs upp.", NULL, NOTHING, true},
    {"Mötet 2024-12-28-0930 ställs in.", NULL, NOTHING, false},
    {"Beslutet avser 811228/9875.", NULL, NOTHING, false},
    {"Bolaget har org.nr 556016-0680.", NULL, NOTHING, false},
    {"Bolaget 556016-0680 får uppdraget.", NULL, NOTHING, false},
    {"Dnr 811228-9874 avslutas.", NULL, NOTHING, false},
    {"Diarienummer KS 2024/811228-9874.", NULL, NOTHING, false},
    {"Beslutet avser 811328-9874.", NULL, NOTHING, false},
    {"Beslutet avser 810230-9878.", NULL, NOTHING, false},
    {"Bankgiro 811228-9874 används.", NULL, NOTHING, false},
    {"Fastigheten Ekdal 4:67 säljs för 1 250 000 kronor.", NULL, NOTHING, false},
    {"Mötet är 2024-03-12 klockan 13.30-16.00.", NULL, NOTHING, false},
    {"Dnr KS 2024/00123 och NKBY/660/10.04.00.01/2022.", NULL, NOTHING, false},
    {"Numret är 1811228-9874.", NULL, NOTHING, false},
    /* telephones */
    {"Ring 070-123 45 67 för besked.", "070-123 45 67", PERSONAL_RULE_PHONE, false},
    {"Numret är 0701234567.", "0701234567", PERSONAL_RULE_PHONE, false},
    {"Numret är 08-123 456 78.", "08-123 456 78", PERSONAL_RULE_PHONE, false},
    {"Numret är +46 70 123 45 67.", "+46 70 123 45 67", PERSONAL_RULE_PHONE, false},
    {"Tel 0300 83 40 00.", "0300 83 40 00", PERSONAL_RULE_PHONE, false},
    {"Numret är 0771-11 22 33.", "0771-11 22 33", PERSONAL_RULE_SERVICE_PHONE, false},
    {"Växel 0300-83 40 00.", "0300-83 40 00", PERSONAL_RULE_SERVICE_PHONE, false},
    {"Kostnaden är 040 000 000 kronor.", NULL, NOTHING, false},
    {"Dnr KS 02-820 107.", NULL, NOTHING, false},
    {"Den 08-12-2024 eller klockan 08-16.", NULL, NOTHING, false},
    /* e-mail */
    {"Skriv till bo@example.org.", "bo@example.org", PERSONAL_RULE_EMAIL, false},
    {"Skriv till nils.ek@example.org.", "nils.ek@example.org", PERSONAL_RULE_EMAIL, false},
    {"Skriv till nils.ek(at)example.org.", "nils.ek(at)example.org", PERSONAL_RULE_EMAIL, false},
    {"Skriv till registrator@ekdal.se.", "registrator@ekdal.se", PERSONAL_RULE_FUNCTION_EMAIL, false},
    {"Skriv till byggnadsnamnden@ekdal.se.", "byggnadsnamnden@ekdal.se", PERSONAL_RULE_FUNCTION_EMAIL, false},
    {"Skriv till ktn@ekdal.se.", "ktn@ekdal.se", PERSONAL_RULE_FUNCTION_EMAIL, false},
    {"Skriv till kommun@ekdal.se.", "kommun@ekdal.se", PERSONAL_RULE_FUNCTION_EMAIL, false},
    /* addresses */
    {"Hen bor på Storgatan 5 B, 123 45 Ekdal.", "Storgatan 5 B, 123 45 Ekdal", PERSONAL_RULE_ADDRESS, false},
    {"Hen bor på Berga 12, 123 45 Ekdal.", "Berga 12, 123 45 Ekdal", PERSONAL_RULE_ADDRESS, false},
    {"Hen bor på Storgatan 5 B, 2 tr, 123 45 Ekdal.", "Storgatan 5 B, 2 tr, 123 45 Ekdal",
     PERSONAL_RULE_ADDRESS, false},
    {"Hen bor på Västra vägen 12.", "Västra vägen 12", PERSONAL_RULE_STREET, true},
    {"Kommunhuset, Storgatan 5, 123 45 Ekdal.", "Storgatan 5, 123 45 Ekdal", PERSONAL_RULE_PUBLIC_ADDRESS,
     false},
    {"Ekdals kommun, Storgatan 5, 123 45 Ekdal.", "Storgatan 5, 123 45 Ekdal", PERSONAL_RULE_PUBLIC_ADDRESS,
     false},
    {"Kommunhuset stängs. Hen bor på Storgatan 5, 123 45 Ekdal.", "Storgatan 5, 123 45 Ekdal",
     PERSONAL_RULE_ADDRESS, false},
    {"Storgatan 5 byggs om.", NULL, NOTHING, false},
    {"Box 12, 123 45 Ekdal.", NULL, NOTHING, false},
    {"Postadress: PB 29 66901 Ekdal.", NULL, NOTHING, false},
    /* names */
    {"Beslutet går till Anna Bergström.", "Anna Bergström", PERSONAL_RULE_NAME, true},
    {"Beslutet går till Anna-Karin Bergström Holm.", "Anna-Karin Bergström Holm", PERSONAL_RULE_NAME, true},
    {"Anna B yttrar sig.", "Anna B", PERSONAL_RULE_NAME, true},
    {"Skrivelsen från Xhemal Qorri bifalls.", "Xhemal Qorri", PERSONAL_RULE_NAME_LIKE, true},
    {"Skrivelsen från Ekdal Kommun bifalls.", NULL, NOTHING, true},
    {"Anna Bergström (M) yttrar sig.", NULL, NOTHING, true},
    {"Socialsekreterare Anna Bergström föredrar.", NULL, NOTHING, true},
    {"Anna Bergström tackas.", NULL, NOTHING, false},
    {"Den av Anna Bergström och Bo Ek väckta motionen avslås.", NULL, NOTHING, true},
    {"Motionen av Anna Bergström avslås. Anna Bergström hörs.", NULL, NOTHING, true},
    {"Medborgarförslaget väckt av Anna Bergström avslås.", "Anna Bergström", PERSONAL_RULE_NAME, true},
};

static Meeting *meeting_of(const char *title, const char *sentence)
{
    g_autofree char *lines = g_strdup_printf(
        "# Protokoll\n# § 1 Upprop\nNärvaron antecknas.\n# § 2 %s\n## Beslut\n%s", title, sentence);
    return fixture_meeting(lines);
}

static Personal *personal_of(const Meeting *meeting)
{
    Profile *profile = fixture_profile();
    Personal *personal = personal_from_meeting(meeting, profile);
    profile_free(profile);
    return personal;
}

static void each_is_found_for_its_reason_or_told_apart(void **state)
{
    guint failures = 0;
    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(sentences); i++) {
        Meeting *meeting = meeting_of(sentences[i].individual ? individual : plain, sentences[i].sentence);
        g_autoptr(Personal) personal = personal_of(meeting);
        const PersonalFinding *first =
            personal->findings->len ? &g_array_index(personal->findings, PersonalFinding, 0) : NULL;
        guint expected = sentences[i].rule == NOTHING ? 0 : 1;
        if (personal->findings->len != expected ||
            (expected &&
             ((int)first->rule != sentences[i].rule || strcmp(first->words, sentences[i].words) != 0))) {
            print_error("%s: found %u, first “%s” by rule %d\n", sentences[i].sentence,
                        personal->findings->len, first ? first->words : "",
                        first ? (int)first->rule : NOTHING);
            failures++;
        }
        meeting_free(meeting);
    }
    assert_int_equal(failures, 0);
}

static const Block *block_of(const Meeting *meeting, guint item)
{
    const Section *section = &g_array_index(fixture_item(meeting, item)->sections, Section, 0);
    return &g_array_index(section->blocks, Block, section->blocks->len - 1);
}

/* No string of the XML has the words, and marks stand over the words they stood over. */
static void the_mask_reaches_every_text(void **state)
{
    (void)state;
    Meeting *meeting =
        meeting_of("Ansökan från Anna Bergström",
                   "Anna Bergströms ansökan, 811228-9874, om 500 kronor bifalls enligt bilaga 2.");
    Profile *profile = fixture_profile();
    g_autoptr(Personal) personal = personal_from_meeting(meeting, profile);
    personal_mask(personal, meeting);
    profile_free(profile);

    xmlDoc *doc = meeting_to_xml(meeting);
    gsize length;
    g_autofree char *xml = xml_write(doc, &length);
    assert_null(strstr(xml, "Anna"));
    assert_null(strstr(xml, "811228"));
    assert_string_equal(fixture_item(meeting, 1)->title.value, "Ansökan från " PERSONAL_MASK);
    const Text *text = &block_of(meeting, 1)->text;
    assert_non_null(text->marks);
    for (guint i = 0; i < text->marks->len; i++) {
        const Mark *mark = &g_array_index(text->marks, Mark, i);
        g_autofree char *words = g_strndup(text->s + mark->start, mark->length);
        if (mark->kind == MARK_MONEY)
            assert_string_equal(words, "500 kronor");
        if (mark->kind == MARK_ATTACHMENT)
            assert_string_equal(words, "bilaga 2");
    }
    assert_true(text->marks->len >= 2);
    assert_true(meeting->masked >= 3);

    /* What is masked has nothing left to mask. */
    g_autoptr(Personal) again = personal_of(meeting);
    assert_int_equal(again->findings->len, 0);
    xml_free(doc);
    meeting_free(meeting);
}

/* Of two that overlap no end is left. */
static void the_mask_covers_what_overlaps(void **state)
{
    (void)state;
    Meeting *meeting = meeting_of("Ansökan från Anna Bergström", "Hon är född 811228-9874, vilket beaktas.");
    g_autoptr(Personal) personal = personal_of(meeting);
    assert_int_equal(personal->findings->len, 3);
    personal_mask(personal, meeting);
    assert_string_equal(block_of(meeting, 1)->text.s, "Hon är " PERSONAL_MASK ", vilket beaktas.");
    meeting_free(meeting);
}

/* Names of those who are there stay, whatever the item is about. */
static void who_has_a_role_is_kept(void **state)
{
    (void)state;
    Meeting *meeting = fixture_meeting(
        "# Protokoll\n| Ordförande|Anna Bergström (M)\n# § 1 Ansökan från enskild\n## Beslut\n"
        "Avslås.\n## Yrkanden\nBo Ek (S) yrkar bifall till ansökan från Cecilia Lund.\n"
        "Bo Ek och Anna Bergström deltar. Skriv till anna.bergstrom@example.org.");
    g_autoptr(Personal) personal = personal_of(meeting);
    assert_int_equal(personal->findings->len, 2);
    assert_string_equal(g_array_index(personal->findings, PersonalFinding, 0).words, "Cecilia Lund");
    assert_int_equal(g_array_index(personal->findings, PersonalFinding, 1).rule, PERSONAL_RULE_EMAIL_IN_ROLE);
    meeting_free(meeting);
}

/* A review that was edited is read back and decides; words of the reviewer's own are masked too. */
static void the_reviewer_decides(void **state)
{
    (void)state;
    static const char review[] =
        "<personuppgifter xmlns='urn:sammandrag:personuppgifter:1'>"
        "<personuppgift typ='namn' beslut='behall'><ord>ANNA BERGSTRÖM</ord></personuppgift>"
        "<personuppgift typ='annat' beslut='maskera'><ord>grannen i norr</ord></personuppgift>"
        "<personuppgift typ='annat' beslut='maskera'><ord>står ingenstans</ord></personuppgift>"
        "<personuppgift typ='telefon'><ord>070-123 45 67</ord></personuppgift></personuppgifter>";
    Meeting *meeting =
        meeting_of("Ansökan från Anna Bergström", "Avslås. Grannen i norr, 070-123 45 67, hörs.");
    g_autoptr(Personal) personal = personal_of(meeting);
    xmlDoc *doc = xml_read(review, strlen(review), "review", NULL);
    xmlSchema *schema = xml_schema("schema/personal.xsd", NULL);
    assert_true(xml_validate(schema, doc, "review", NULL));
    g_autoptr(Personal) decisions = personal_from_xml(doc, NULL);
    Profile *profile = fixture_profile();
    personal_decide(personal, meeting, profile, decisions);
    profile_free(profile);
    assert_int_equal(personal->findings->len, 4);
    const PersonalFinding *own = &g_array_index(personal->findings, PersonalFinding, 2), *gone = own + 1;
    assert_int_equal(own->rule, PERSONAL_RULE_REVIEWER);
    assert_int_equal(own->places->len, 1);
    assert_int_equal(gone->rule, PERSONAL_RULE_GONE);
    assert_int_equal(gone->places->len, 0);
    personal_mask(personal, meeting);
    assert_string_equal(fixture_item(meeting, 1)->title.value, "Ansökan från Anna Bergström");
    assert_string_equal(block_of(meeting, 1)->text.s, "Avslås. " PERSONAL_MASK ", " PERSONAL_MASK ", hörs.");

    xmlDoc *made = personal_to_xml(personal);
    assert_true(xml_validate(schema, made, "made", NULL));
    g_autoptr(Personal) back = personal_from_xml(made, NULL);
    assert_int_equal(back->findings->len, personal->findings->len);
    assert_string_equal(g_array_index(back->findings, PersonalFinding, 0).id,
                        g_array_index(personal->findings, PersonalFinding, 0).id);
    xml_free(made);
    xml_free(doc);
    xmlSchemaFree(schema);
    meeting_free(meeting);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_is_found_for_its_reason_or_told_apart),
        cmocka_unit_test(the_mask_reaches_every_text),
        cmocka_unit_test(the_mask_covers_what_overlaps),
        cmocka_unit_test(who_has_a_role_is_kept),
        cmocka_unit_test(the_reviewer_decides),
    };
    return cmocka_run_group_tests_name("personal", tests, NULL, NULL);
}
