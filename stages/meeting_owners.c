/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whose decisions the sections of an item hold: those of the body that met, or of one that prepared the
 * matter. */
#include "meeting_parts.h"

#include <string.h>

/* The longest name of a body that is compared by its letters. */
enum { BODY_LETTERS = 96 };

/* Edits that make `a` of `b`, in letters; BODY_LETTERS for names that are too long. */
static guint distance(const char *a, const char *b)
{
    guint row[BODY_LETTERS + 1];
    glong letters = g_utf8_strlen(b, -1);

    if (letters > BODY_LETTERS || g_utf8_strlen(a, -1) > BODY_LETTERS)
        return BODY_LETTERS;
    for (guint j = 0; j <= BODY_LETTERS; j++)
        row[j] = j;
    for (guint i = 1; *a; i++, a = g_utf8_next_char(a)) {
        guint diagonal = row[0], j = 1;
        row[0] = i;
        for (const char *p = b; *p; p = g_utf8_next_char(p), j++) {
            guint above = row[j];
            row[j] = MIN(MIN(row[j], row[j - 1]) + 1, diagonal + (g_utf8_get_char(a) != g_utf8_get_char(p)));
            diagonal = above;
        }
    }
    return row[letters];
}

/* True when `owner` ("kommunstyrelsens") names the body that met, whole or by its last part. Where the
 * text of the page is damaged, half of the letters are enough. */
static bool is_own(const Draft *draft, const char *owner, int page)
{
    g_autofree char *body = text_key(draft->meeting->body.value);
    g_autofree char *name = g_strdup(owner);
    const GArray *damaged = draft->blocks->damaged;

    if (g_str_has_suffix(name, "s"))
        name[strlen(name) - 1] = '\0';
    if (strstr(body, name) != NULL || strstr(name, body) != NULL)
        return true;
    for (guint i = 0; damaged && i < damaged->len; i++)
        if (g_array_index(damaged, int, i) == page)
            return distance(body, name) * 2 <= (guint)g_utf8_strlen(body, -1);
    return false;
}

/* "Kommunstyrelsens förslag till kommunfullmäktige", or "förslag till beslut", is what the board that met
 * decided to propose, where it decided nothing else but "för egen del". */
static void own_proposals(const Draft *draft, const Item *item)
{
    bool decided = false;

    for (guint s = 0; item->sections && s < item->sections->len; s++) {
        const Section *section = &g_array_index(item->sections, Section, s);
        decided = decided || (section->kind == SECTION_DECISION &&
                              (section->heading == NULL || !text_has_word(section->heading, "egen del")));
    }
    for (guint s = 0; item->sections && s < item->sections->len && !decided; s++) {
        Section *section = &g_array_index(item->sections, Section, s);
        if (section->kind != SECTION_PROPOSAL || section->heading == NULL)
            continue;
        g_autofree char *key = text_key(section->heading);
        char *proposal = strstr(key, " förslag till ");
        const char *to = proposal ? proposal + strlen(" förslag till ") : NULL;
        if (to == NULL)
            continue;
        *proposal = '\0';
        const char *word = strrchr(key, ' ') ? strrchr(key, ' ') + 1 : key;
        if (is_body_word(draft, word, true) &&
            (text_begins(to, "beslut", NULL) || is_body_word(draft, to, false)) &&
            is_own(draft, key, section->page))
            section->kind = SECTION_DECISION;
    }
}

void decisions_of_body(const Draft *draft)
{
    const Meeting *meeting = draft->meeting;

    if (meeting->body.value == NULL || meeting->body.source.basis != BASIS_STATED)
        return;
    for (guint i = 0; meeting->items && i < meeting->items->len; i++) {
        const Item *item = &g_array_index(meeting->items, Item, i);
        own_proposals(draft, item);
        for (guint s = 0; item->sections && s < item->sections->len; s++) {
            Section *section = &g_array_index(item->sections, Section, s);
            if (section->kind != SECTION_DECISION || section->heading == NULL)
                continue;
            g_autofree char *key = text_key(section->heading);
            char *last = strrchr(key, ' ');
            if (last == NULL || strcmp(last, " beslut") != 0)
                continue;
            *last = '\0';
            const char *word = strrchr(key, ' ') ? strrchr(key, ' ') + 1 : key;
            bool body = is_body_word(draft, word, true);
            if (body && !is_own(draft, key, section->page))
                section->kind = SECTION_PREPARATION;
        }
    }
}
