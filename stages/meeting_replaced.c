/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whom a substitute replaced, in the words of a line of the attendance list. */
#include "meeting_parts.h"

#include <string.h>

/* Words between a substitute and the member replaced. */
static const char *const instead[] = {"tjänstgörande ersättare för ",
                                      "tjg ersättare för ",
                                      "tjg. ersättare för ",
                                      "tjg ers för ",
                                      "tjg. ers. för ",
                                      "tj ers för ",
                                      "tj. ers. för ",
                                      "tj.g. ers. för ",
                                      "tj.g. för ",
                                      "tjänstgörande ers. för ",
                                      "ers: ",
                                      "ersättare för ",
                                      "ers för ",
                                      "ers. för ",
                                      "tjänstgör för ",
                                      "tjänstgörande för ",
                                      "tjg för ",
                                      "tjg. för ",
                                      "ersätter ",
                                      "i stället för ",
                                      "istället för ",
                                      "i st f ",
                                      "i st. f. ",
                                      "i.st.f. ",
                                      "tjänstgör istället för ",
                                      "tjänstgör i stället för ",
                                      "för "};

/* Words between a member who was absent and the substitute. */
static const char *const replaced_by[] = {"ersätts av ", "ersattes av ", "ersätts under mötet av "};

/* Bytes: what follows a name in a list is no longer; what is, is not taken apart. */
enum { LONGEST_REST = 400 };

bool begins_with_replaced(const char *s, const char **rest)
{
    for (gsize i = 0; i < G_N_ELEMENTS(instead); i++)
        if (text_begins(s, instead[i], rest))
            return true;
    return false;
}

bool names_member_replaced(const char *s)
{
    g_autofree char *folded = g_utf8_strdown(s, -1);

    for (gsize i = 0; i < G_N_ELEMENTS(instead); i++)
        if (strstr(folded, instead[i]) != NULL)
            return true;
    return false;
}

bool replaced_is_next(const char *text, gsize from, gsize at)
{
    g_autofree char *between = g_utf8_strdown(text + from, (gssize)(at - from));

    for (gsize i = 0; i < G_N_ELEMENTS(instead); i++)
        if (g_str_has_suffix(between, instead[i]))
            return true;
    return false;
}

bool replacing_is_next(const char *text, gsize from, gsize at)
{
    g_autofree char *between = g_strndup(text + from, at - from);

    for (gsize i = 0; i < G_N_ELEMENTS(replaced_by); i++)
        if (g_str_has_suffix(between, replaced_by[i]))
            return true;
    return false;
}

bool replaced_may_go_on(const char *text, const Mention *member, const Mention *next)
{
    g_autofree char *between = g_strndup(text + member->end, next->start - member->end);

    return strstr(between, "§") != NULL &&
           (g_str_has_suffix(between, " och ") || g_str_has_suffix(between, " samt "));
}

const char *second_replaced(const Draft *draft, const char *rest, const char **joint)
{
    static const char *const joints[] = {", ", " och ", " samt "};
    guint members = 0;
    Mention member;

    for (const char *at = strlen(rest) < LONGEST_REST ? rest : ""; *at != '\0'; at++) {
        const char *part = at == rest ? at + strspn(at, ", ") : NULL, *name;
        for (gsize i = 0; i < G_N_ELEMENTS(joints) && part == NULL; i++)
            text_begins(at, joints[i], &part);
        if (part != NULL && begins_with_replaced(part, &name) && person_at(draft, name, &member) &&
            ++members == 2) {
            *joint = at;
            return part;
        }
    }
    return NULL;
}

void replaced_behind_remark(const Draft *draft, char *text, Attendee *attendee)
{
    for (gsize i = 0; i < G_N_ELEMENTS(instead) && attendee->stands_for == NULL; i++) {
        g_autofree char *words = g_strdup_printf(" %s", instead[i]);
        char *at = strstr(text, words);
        Mention member;
        if (at == NULL ||
            !(g_str_has_prefix(text, "§") || g_ascii_isdigit(*text) || text_begins(text, "kl", NULL)) ||
            !person_at(draft, at + strlen(words), &member) || member.start > 0)
            continue;
        attendee->stands_for = member.name;
        char *behind = at + strlen(words) + member.end;
        memmove(at, behind, strlen(behind) + 1);
    }
}

bool replaced_by_whom(const Draft *draft, const char *s, Mention *substitute)
{
    for (gsize i = 0; i < G_N_ELEMENTS(replaced_by); i++) {
        const char *by = strstr(s, replaced_by[i]);
        if (by != NULL && person_at(draft, by + strlen(replaced_by[i]), substitute))
            return true;
    }
    return false;
}

void absent_from_text(const Draft *draft, const char *line)
{
    g_autoptr(GArray) persons = persons_with_party(draft, line, strlen(line));

    if (persons->len != 2)
        return;
    const Mention *member = &g_array_index(persons, Mention, 0),
                  *substitute = &g_array_index(persons, Mention, 1);
    bool replaced = replacing_is_next(line, member->end, substitute->start);
    for (guint i = 0; replaced && draft->meeting->attendance && i < draft->meeting->attendance->len; i++) {
        Attendee *attendee = &g_array_index(draft->meeting->attendance, Attendee, i);
        if (strcmp(attendee->person.name, substitute->name) == 0 && attendee->stands_for == NULL) {
            attendee->stands_for = member->name;
            attendee->group = GROUP_SERVING_SUBSTITUTE;
        }
    }
}
