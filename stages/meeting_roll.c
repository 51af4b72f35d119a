/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The roll: an attendance list as a table with a row for each person, who says what they are, whether they
 * were there and for whom. */
#include "meeting_parts.h"

#include <string.h>

typedef enum {
    FIELD_NONE,
    FIELD_NAME,
    FIELD_PARTY,
    FIELD_POST,
    FIELD_PRESENCE,
    FIELD_INSTEAD,
    FIELD_REMARK
} Field;

/* The headings of its columns. */
static const struct {
    const char *key;
    Field field;
} headings[] = {
    {"namn", FIELD_NAME},
    {"förtroendevald", FIELD_NAME},
    {"parti", FIELD_PARTY},
    {"uppdrag", FIELD_POST},
    {"roll", FIELD_POST},
    {"funktion", FIELD_POST},
    {"befattning", FIELD_POST},
    {"närvarande", FIELD_PRESENCE},
    {"närvaro", FIELD_PRESENCE},
    {"närv", FIELD_PRESENCE},
    {"deltar", FIELD_PRESENCE},
    {"tjänstgör för", FIELD_INSTEAD},
    {"tjg för", FIELD_INSTEAD},
    {"ersätter", FIELD_INSTEAD},
    {"tjänstgör istället för", FIELD_INSTEAD},
    {"anmärkning", FIELD_REMARK},
    {"anm", FIELD_REMARK},
    {"noteringar", FIELD_REMARK},
    {"paragrafer", FIELD_REMARK},
    {"§", FIELD_REMARK},
    {"§§", FIELD_REMARK},
    {"kommentar", FIELD_REMARK},
};

/* What the column of presence holds of somebody who was there, before what else it says; and who was not. */
static const char *const there[] = {"ja", "x", "närvarande", "närv", "deltar", "1"};
static const char *const not_there[] = {
    "nej", "frånvarande", "frånv", "ej närvarande", "ej", "inte närvarande", "-", "–", "0", "f"};

/* The posts of the profile, and the group that who holds them is of. */
static const struct {
    const char *meaning;
    AttendanceGroup group;
} posts[] = {
    {"ordforande", GROUP_MEMBER},    {"vice_ordforande", GROUP_MEMBER}, {"ledamot", GROUP_MEMBER},
    {"ersattare", GROUP_SUBSTITUTE}, {"sekreterare", GROUP_OFFICIAL},   {"annan", GROUP_OFFICIAL},
};

enum { FIELDS = 12 };

static const char *cell_text(const Row *row, guint n)
{
    const char *text = row->cells && n < row->cells->len ? g_array_index(row->cells, Cell, n).text.s : NULL;

    return text ? text : "";
}

/* True when the row heads a roll: a name, and what they are or whether they were there. */
static bool read_headings(const Row *row, Field *fields)
{
    guint count[FIELD_REMARK + 1] = {0};

    memset(fields, 0, FIELDS * sizeof *fields);
    for (guint c = 0; row->cells && c < MIN(row->cells->len, FIELDS); c++) {
        g_autofree char *key = text_key(cell_text(row, c));
        for (gsize i = 0; i < G_N_ELEMENTS(headings); i++)
            if (strcmp(headings[i].key, key) == 0)
                fields[c] = headings[i].field;
        if (*key != '\0' && fields[c] == FIELD_NONE) /* of another table: votes by name, say */
            return false;
        count[fields[c]]++;
    }
    return count[FIELD_NAME] == 1 && count[FIELD_POST] + count[FIELD_PRESENCE] > 0;
}

static AttendanceGroup group_of_post(const Draft *draft, const char *post)
{
    const Word *word = *post ? profile_prefix(draft->profile, WORDS_ROLE, post, NULL) : NULL;

    for (gsize i = 0; word != NULL && i < G_N_ELEMENTS(posts); i++)
        if (g_strcmp0(word->meaning, posts[i].meaning) == 0)
            return posts[i].group;
    return GROUP_OTHER;
}

/* Whether the cell of presence says that somebody was there; `*rest` is what else it says. */
static bool is_present(const char *cell, const char **rest)
{
    g_autofree char *key = text_key(cell);

    *rest = cell;
    for (gsize i = 0; i < G_N_ELEMENTS(not_there); i++)
        if (strcmp(key, not_there[i]) == 0)
            return false;
    for (gsize i = 0; i < G_N_ELEMENTS(there); i++) {
        const char *after;
        if (text_begins(cell, there[i], &after) && !text_is_letter_or_digit(g_utf8_get_char(after))) {
            *rest = after + strspn(after, " ,");
            break;
        }
    }
    return *cell != '\0';
}

static void read_person(const Draft *draft, const Block *block, const Row *row, const Field *fields,
                        AttendanceGroup group)
{
    const char *of[FIELD_REMARK + 1] = {"", "", "", "", "", "", ""}, *seen = "";
    bool kept = false; /* whether they were there is told */

    for (guint c = 0; c < FIELDS; c++) {
        of[fields[c]] = cell_text(row, c);
        kept = kept || fields[c] == FIELD_PRESENCE;
    }
    if (*of[FIELD_NAME] == '\0' || names_nobody(of[FIELD_NAME]))
        return;
    if (*of[FIELD_POST] != '\0')
        group = group_of_post(draft, of[FIELD_POST]);
    if (kept && !is_present(of[FIELD_PRESENCE], &seen)) {
        if (group == GROUP_MEMBER)
            g_ptr_array_add(draft->absent, (gpointer)draft_string(draft, of[FIELD_NAME], -1));
        return;
    }
    bool instead = *of[FIELD_INSTEAD] != '\0' && strchr("-–", *of[FIELD_INSTEAD]) == NULL;
    bool plain = group == GROUP_SUBSTITUTE || text_begins(of[FIELD_POST], "ledamot", NULL);
    g_autoptr(GString) line = g_string_new(of[FIELD_NAME]);
    if (*of[FIELD_PARTY] != '\0')
        g_string_append_printf(line, " (%s)", of[FIELD_PARTY]);
    if (*of[FIELD_POST] != '\0' && !plain)
        g_string_append_printf(line, ", %s", of[FIELD_POST]);
    if (instead)
        g_string_append_printf(line, ", ersätter %s", of[FIELD_INSTEAD]);
    if (*seen != '\0')
        g_string_append_printf(line, ", %s", seen);
    if (*of[FIELD_REMARK] != '\0')
        g_string_append_printf(line, ", %s", of[FIELD_REMARK]);
    if (group == GROUP_NONE || attendees_from_text(draft, block, line->str, group) == 0)
        attendance_unclear(draft, block, line->str);
}

bool attendees_from_roll(const Draft *draft, const Block *block, AttendanceGroup group)
{
    Field fields[FIELDS];
    bool found = false;

    for (guint r = 0; block->kind == BLOCK_TABLE && r < block->rows->len; r++) {
        const Row *row = &g_array_index(block->rows, Row, r);
        Field again[FIELDS];
        if (read_headings(row, again)) {
            memcpy(fields, again, sizeof fields);
            found = true;
        } else if (!found) {
            return false;
        } else {
            read_person(draft, block, row, fields, group);
        }
    }
    return found;
}
