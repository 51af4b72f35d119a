/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether one person led the whole meeting: several in turn, or somebody else in an item, are noted. */
#include "meeting_parts.h"

#include <string.h>

/* Words of an item in which another than the chair leads. */
static const char *const takes_over[] = {"tjänstgör som ordförande",
                                         "tjänstgjorde som ordförande",
                                         "går in som ordförande",
                                         "gick in som ordförande",
                                         "inträder som ordförande",
                                         "inträdde som ordförande",
                                         "fungerar som ordförande",
                                         "fungerade som ordförande",
                                         "övertar ordförandeskapet",
                                         "övertog ordförandeskapet",
                                         "tar över ordförandeskapet",
                                         "tog över ordförandeskapet",
                                         "ordförandeskapet övertas av",
                                         "ordförandeskapet övertogs av",
                                         "övertar ordförandeklubban",
                                         "övertog ordförandeklubban",
                                         "lämnar över ordförandeskapet",
                                         "lämnade över ordförandeskapet",
                                         "överlämnar ordförandeskapet",
                                         "överlämnade ordförandeskapet",
                                         "leder sammanträdet",
                                         "ledde sammanträdet",
                                         "leder mötet",
                                         "ledde mötet",
                                         "leder ärendet",
                                         "ledde ärendet",
                                         "leder handläggningen",
                                         "ledde handläggningen",
                                         "leder behandlingen",
                                         "ledde behandlingen",
                                         "som ordförande under § ",
                                         "ordförande under ärendet",
                                         "ordförande under paragrafen",
                                         "ordförande för paragrafen"};

static void chairs_of_list(const Draft *draft);
static void chairs_of_labels(const Draft *draft, const GArray *blocks);
static void chair_of_piece(const Draft *draft, const char *piece);
static void chairs_of_signatures(const Draft *draft);
static void chairs_of_item(const Draft *draft, const Item *item);
static bool noted(const Draft *draft, const Item *item);
static bool leads(const Draft *draft, const char *role);
static void compare(const Draft *draft, const char *name);

void chairs_of_meeting(const Draft *draft)
{
    const Meeting *meeting = draft->meeting;

    chairs_of_list(draft);
    chairs_of_labels(draft, meeting->front);
    chairs_of_labels(draft, meeting->closing);
    chairs_of_signatures(draft);
    for (guint i = 0; meeting->items && i < meeting->items->len; i++)
        chairs_of_item(draft, &g_array_index(meeting->items, Item, i));
}

bool chair_at(const Draft *draft, const Item *item, const char *s, Mention *mention)
{
    const Meeting *meeting = draft->meeting;

    if (!text_begins(s, "ordförande", NULL) || meeting->chair.value == NULL || noted(draft, item))
        return false;
    const Attendee *chair = attendee_named(meeting, meeting->chair.value);
    *mention = (Mention){.name = meeting->chair.value, .party = chair ? chair->person.party : NULL};
    return true;
}

/* True when others led the meeting too, as the list and the labels tell, or the item. */
static bool noted(const Draft *draft, const Item *item)
{
    const GArray *notes = draft->meeting->notes;

    for (guint i = 0; notes && i < notes->len; i++) {
        const Note *note = &g_array_index(notes, Note, i);
        if (note->kind == NOTE_CHAIRS_IN_TURN &&
            (note->where == NULL || (item != NULL && g_strcmp0(note->where, item->id) == 0)))
            return true;
    }
    return false;
}

/* ---- the meeting ---- */

/* "Anna Berg (S), ordförande §§ 1–5" and "Bo Ek (M), ordförande §§ 6–9", also as the remark. */
static void chairs_of_list(const Draft *draft)
{
    const GArray *attendance = draft->meeting->attendance;

    for (guint i = 0; attendance && i < attendance->len; i++) {
        const Attendee *attendee = &g_array_index(attendance, Attendee, i);
        if (attendee->group != GROUP_OFFICIAL && attendee->group != GROUP_OTHER &&
            (leads(draft, attendee->role) || leads(draft, attendee->remark)))
            compare(draft, attendee->person.name);
    }
}

/* "Ordförande: Anna Berg §§ 1–4, 6; Bo Ek § 5", "§§ 1–5 ordförande Anna Berg, §§ 6–9 ordförande Bo Ek", and
 * the label again with another name. */
static void chairs_of_labels(const Draft *draft, const GArray *blocks)
{
    for (guint i = 0; blocks && i < blocks->len; i++) {
        const Block *block = &g_array_index(blocks, Block, i);
        g_autofree char *line = block->kind == BLOCK_TABLE ? NULL : draft_line_with(block, " ", "; ");
        const char *value = line, *colon = line ? strchr(line, ':') : NULL;
        const Word *word = line ? profile_prefix(draft->profile, WORDS_LABEL, line, &value) : NULL;
        bool labelled = word != NULL && g_strcmp0(word->meaning, "ordforande") == 0 &&
                        (block->rows != NULL || (colon != NULL && colon < value) || strchr(value, ';') ||
                         strstr(value, "§"));
        if (line == NULL ||
            !(labelled || (g_str_has_prefix(line, "§") && strstr(line, "ordförande") != NULL)))
            continue;
        g_auto(GStrv) joined = g_strsplit(value, " och ", -1);
        g_autofree char *listed = g_strjoinv(";", joined);
        g_auto(GStrv) pieces = g_strsplit_set(listed, ",;", -1);
        for (char **piece = pieces; *piece; piece++)
            chair_of_piece(draft, g_strstrip(*piece));
    }
}

/* "Bo Ek (M) § 5", "§ 13 ordförande Bo Ek": one of those whom a label names. */
static void chair_of_piece(const Draft *draft, const char *piece)
{
    static const char led[] = "ordförande ";
    const char *at = strstr(piece, led);
    Mention mention;

    at = at ? at + strlen(led) : piece;
    if (text_has_word(piece, "vice") || text_has_word(piece, "ersättare") ||
        profile_prefix(draft->profile, WORDS_LABEL, at, NULL) != NULL || !person_at(draft, at, &mention))
        return;
    const char *rest = at + mention.end;
    if (*rest == '\0' || text_begins(rest, " §", NULL) || text_begins(rest, " (", NULL))
        compare(draft, mention.name);
}

static void chairs_of_signatures(const Draft *draft)
{
    const GArray *signatures = draft->meeting->signatures;

    for (guint i = 0; signatures && i < signatures->len; i++) {
        const Signature *signature = &g_array_index(signatures, Signature, i);
        if (leads(draft, signature->role))
            compare(draft, signature->person.name);
    }
}

/* True when a role or remark is the chair's: "ordförande", "1:e vice ordförande, ordförande § 5"; not "vice
 * ordförande". */
static bool leads(const Draft *draft, const char *role)
{
    g_auto(GStrv) parts = g_strsplit_set(role ? role : "", ",;()", -1);

    for (char **part = parts; *part; part++) {
        const Word *word = profile_prefix(draft->profile, WORDS_ROLE, g_strstrip(*part), NULL);
        if (word != NULL && g_strcmp0(word->meaning, "ordforande") == 0)
            return true;
    }
    return false;
}

static const char *surname(const char *name)
{
    const char *space = strrchr(name, ' ');

    return space ? space + 1 : name;
}

/* Notes that somebody else led than the chair who is stated; names of one person differ in all but the last.
 */
static void compare(const Draft *draft, const char *name)
{
    const char *chair = draft->meeting->chair.value;
    const GArray *notes = draft->meeting->notes;

    if (chair == NULL || strcmp(surname(chair), surname(name)) == 0)
        return;
    for (guint i = 0; notes && i < notes->len; i++)
        if (g_array_index(notes, Note, i).kind == NOTE_CHAIRS_IN_TURN &&
            g_strcmp0(g_array_index(notes, Note, i).words, name) == 0)
            return;
    draft_note(draft, NOTE_CHAIRS_IN_TURN, draft->meeting->chair.source.page, NULL, name);
}

/* ---- an item ---- */

static void chairs_of_item(const Draft *draft, const Item *item)
{
    for (guint i = 0; item->sections && i < item->sections->len; i++) {
        const Section *section = &g_array_index(item->sections, Section, i);
        if (section->kind == SECTION_PROPOSAL || section->kind == SECTION_SUMMARY ||
            section->kind == SECTION_BACKGROUND || section->kind == SECTION_BASIS ||
            (section->kind == SECTION_PREPARATION && !tells_of_meeting(section)))
            continue;
        for (guint b = 0; section->blocks && b < section->blocks->len; b++) {
            const Block *block = &g_array_index(section->blocks, Block, b);
            const char *at = block->text.s ? block->text.s : "", *sentence;
            while ((sentence = sentence_next(draft, &at)) != NULL)
                if (phrases_within(PHRASES(draft, takes_over), sentence) && !noted(draft, item))
                    draft_note(draft, NOTE_CHAIRS_IN_TURN, block->page, item->id, sentence);
        }
    }
}
