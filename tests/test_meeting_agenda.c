/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of agendas: no minutes, unless minutes of the same day follow in the file. */
#include "meeting_fixture.h"

#define AGENDA                                                                                               \
    "# Kallelse\nEkdals kulturnämnd sammanträder 2025-03-05.\n# § 1 Upprop\n# § 2 Bidrag\n"              \
    "## Förslag till beslut\nNämnden beslutar att bevilja bidraget.\n"
#define MINUTES(day)                                                                                         \
    "= # Sammanträdesprotokoll\n| Datum|" day                                                                \
    "\n# § 1 Upprop\nNärvaron antecknas.\n# § 2 Bidrag\n## Beslut\n"                                      \
    "Nämnden beviljar bidraget.\n# § 3 Avslutning\nSlut.\n= # Bilaga 1 Ansökan\nVi söker bidrag."

/* What a file is, how many items and attachments it has, and the name of the first. */
static void test_files(void **state)
{
    static const struct {
        const char *lines;
        DocumentKind kind;
        guint items, attachments;
        const char *first;
    } cases[] = {
        {AGENDA, DOCUMENT_AGENDA, 0, 0, NULL},
        {"# Föredragningslista 2025-03-05\n* Upprop\n* Bidrag", DOCUMENT_AGENDA, 0, 0, NULL},
        {MINUTES("2025-03-05"), DOCUMENT_MINUTES, 3, 1, "Bilaga 1"},
        {AGENDA MINUTES("2025-03-05"), DOCUMENT_MINUTES, 3, 2, "Kallelse"},
        /* minutes of an earlier meeting among the papers of the next */
        {AGENDA MINUTES("2025-02-05"), DOCUMENT_AGENDA, 0, 1, "Bilaga 1"},
        /* minutes that adopt their agenda */
        {"# Protokoll 2025-03-05\n# § 1 Föredragningslista\nListan fastställs.\n# § 2 Val\nAnna Ek utses.",
         DOCUMENT_MINUTES, 2, 0, NULL},
        {"# Protokoll 2025-03-05\nFöredragningslista\n# § 1 Upprop\nText.\n# § 2 Val\nAnna Ek utses.",
         DOCUMENT_MINUTES, 2, 0, NULL},
    };

    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        Meeting *meeting = fixture_meeting(cases[i].lines);
        assert_int_equal(meeting->kind, cases[i].kind);
        assert_int_equal(meeting->items ? meeting->items->len : 0, cases[i].items);
        assert_int_equal(meeting->attachments ? meeting->attachments->len : 0, cases[i].attachments);
        if (cases[i].first)
            assert_string_equal(g_array_index(meeting->attachments, Attachment, 0).label, cases[i].first);
        assert_false(fixture_has_note(meeting, NOTE_WORDS_LOST));
        assert_false(fixture_has_note(meeting, NOTE_WORDS_ADDED));
        meeting_free(meeting);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_files),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
