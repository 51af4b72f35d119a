/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tests of the digest share: meetings in few words, and a digest of them. */
#ifndef DIGEST_FIXTURE_H
#define DIGEST_FIXTURE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <glib.h>
#include <string.h>

#include "base/xml.h"
#include "digest.h"

#define MEETING_OF(kind, sha, day, more, items)                                                              \
    "<sammantrade xmlns='" MEETING_NAMESPACE "' dokumenttyp='" kind "'><kalla fil='m.pdf' sha256='" sha      \
    "'/><huvudman sida='1'>Ekdals kommun</huvudman><organ sida='1'>Kommunstyrelsen</organ><datum "           \
    "sida='1'>" day "</datum>" more items "</sammantrade>"
#define MEETING(day, items) MEETING_OF("protokoll", "aa", day, "", items)
#define ITEM(number, facts, sections)                                                                        \
    "<arende id='p" number "' nr='" number "' sida='3'><arenderubrik sida='3'>Ärende " number                \
    "</arenderubrik>" facts sections "</arende>"
#define DECISION(blocks)                                                                                     \
    "<avsnitt typ='beslut' rubrik='Beslut' sida='3'><rubrik id='h' sida='3'>Beslut</rubrik>" blocks          \
    "</avsnitt>"
#define SECTION(kind, blocks) "<avsnitt typ='" kind "' sida='3'>" blocks "</avsnitt>"
#define P(id, text)           "<stycke id='" id "' sida='3'>" text "</stycke>"
#define DECIDES               DECISION(P("b", "Nämnden bygger en bro."))
#define VOTE(facts, ballots)                                                                                 \
    "<votering id='v' sida='4' ja-betyder='bifall' nej-betyder='avslag' " facts ">" ballots "</votering>"
#define BALLOT(name, party, choice) "<rost namn='" name "' parti='" party "' val='" choice "' sida='4'/>"

#define DAY(value)   "<datum varde='" value "'>den dagen</datum>"
#define MONEY(value) "<belopp varde='" value "'>" value " kronor</belopp>"

typedef struct {
    Profile *profile;
    Signals *signals;
} Fixture;

static inline xmlDoc *doc_of(const char *text)
{
    xmlDoc *doc = xml_read(text, strlen(text), "test", NULL);
    assert_non_null(doc);
    return doc;
}

static inline int set_up(void **state)
{
    static const char profile[] = "<profil xmlns='urn:sammandrag:profil:1' namn='prov'><lista typ='formellt'>"
                                  "<ord text='Ärende 99'/></lista></profil>";
    Fixture *fixture = g_new0(Fixture, 1);
    g_autofree char *signals = NULL;
    xml_begin();
    xmlDoc *doc = doc_of(profile);
    fixture->profile = profile_from_xml(doc, NULL, NULL);
    xml_free(doc);
    assert_true(g_file_get_contents("signals/press.xml", &signals, NULL, NULL));
    doc = doc_of(signals);
    fixture->signals = signals_from_xml(doc, NULL);
    xml_free(doc);
    assert_non_null(fixture->signals);
    fixture->signals->most_words = 0; /* but where it is tested */
    *state = fixture;
    return 0;
}

static inline int tear_down(void **state)
{
    Fixture *fixture = *state;
    profile_free(fixture->profile);
    signals_free(fixture->signals);
    g_free(fixture);
    return 0;
}

static inline Digest *digest_of(const Fixture *fixture, const DigestOptions *options,
                                const char *const *meetings)
{
    static const DigestOptions none = {0};
    DigestMaker *maker = digest_begin(options ? options : &none, fixture->signals);
    for (; *meetings; meetings++) {
        xmlDoc *doc = doc_of(*meetings);
        g_autoptr(GError) error = NULL;
        Meeting *meeting = meeting_from_xml(doc, &error);
        assert_null(error);
        digest_add(maker, meeting, fixture->profile, "");
        meeting_free(meeting);
        xml_free(doc);
    }
    return digest_end(maker);
}

static inline Digest *digest_of_one(const Fixture *fixture, const DigestOptions *options, const char *meeting)
{
    return digest_of(fixture, options, (const char *const[]){meeting, NULL});
}

static inline const DigestPart *part(const Digest *digest, DigestPartKind kind)
{
    for (guint i = 0; digest->parts && i < digest->parts->len; i++)
        if (g_array_index(digest->parts, DigestPart, i).kind == kind)
            return &g_array_index(digest->parts, DigestPart, i);
    return NULL;
}

static inline const DigestEntry *entry(const Digest *digest, DigestPartKind kind, guint i)
{
    const DigestPart *of = part(digest, kind);
    assert_non_null(of);
    assert_true(i < of->entries->len);
    return &g_array_index(of->entries, DigestEntry, i);
}

/* The numbers of the items of a part in its order: "3 1 2". The caller frees it. */
static inline char *order(const Digest *digest, DigestPartKind kind)
{
    GString *numbers = g_string_new(NULL);
    const DigestPart *of = part(digest, kind);
    for (guint i = 0; of && i < of->entries->len; i++)
        g_string_append_printf(numbers, "%s%s", i ? " " : "",
                               g_array_index(of->entries, DigestEntry, i).number);
    return g_string_free(numbers, FALSE);
}

static inline void assert_order(const Digest *digest, DigestPartKind kind, const char *expected)
{
    g_autofree char *numbers = order(digest, kind);
    assert_string_equal(numbers, expected);
}

static inline bool counts(const DigestEntry *of, SignalKind kind)
{
    for (guint i = 0; of->signals && i < of->signals->len; i++)
        if (g_array_index(of->signals, DigestSignal, i).kind == kind)
            return true;
    return false;
}

static inline const DigestQuote *quote(const DigestEntry *of, guint i)
{
    assert_true(of->quotes && i < of->quotes->len);
    return &g_array_index(of->quotes, DigestQuote, i);
}

#endif
