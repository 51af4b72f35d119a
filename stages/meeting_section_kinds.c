/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The kinds of sections: what a heading inside an item stands for. */
#include "meeting_parts.h"

#include <string.h>

/* What follows the name of a body in the genitive that begins `heading`: "Trafiknämndens beslut";
 * NULL when none does. Titles of officials count too: "Förvaltningschefens förslag". */
static const char *after_owner(const char *heading)
{
    static const char *const own[] = {"beslut",   "förslag",    "bedömning",
                                      "yttrande", "behandling", "synpunkter"};

    for (const char *at = strchr(heading, ' '); at != NULL; at = strchr(at + 1, ' ')) {
        const char *rest;
        for (gsize i = 0; i < G_N_ELEMENTS(own) && g_ascii_tolower(at[-1]) == 's'; i++)
            if (text_begins(at + 1, own[i], &rest) && !text_is_letter_or_digit(g_utf8_get_char(rest)))
                return at + 1;
    }
    return NULL;
}

/* "Byggnadsnämnden beslutar", "Regionstyrelsen beslutar följande": the name of a body and the verb. */
bool section_says_decides(const Profile *profile, const char *heading)
{
    static const char *const verbs[] = {" beslutar", " beslutade", " beslöt", " beslutar följande",
                                        " beslutar att"};
    const GArray *endings = profile_words(profile, WORDS_BODY);
    g_autofree char *key = text_key(heading);

    for (gsize i = 0; i < G_N_ELEMENTS(verbs); i++) {
        if (!g_str_has_suffix(key, verbs[i]))
            continue;
        g_autofree char *body = g_strndup(key, strlen(key) - strlen(verbs[i]));
        for (guint k = 0; k < endings->len && strpbrk(body, ".,:;()") == NULL && text_words(body) < 9; k++)
            if (g_str_has_suffix(body, g_array_index(endings, Word, k).key))
                return true;
    }
    return false;
}

/* "Beslutsgång på sammanträdet", "Propositionsordning 2" without the last words; NULL when it has none such.
 * The caller frees it. */
static char *without_occasion(const char *heading)
{
    static const char *const occasions[] = {" på sammanträdet",
                                            " vid sammanträdet",
                                            " under sammanträdet",
                                            " på dagens sammanträde",
                                            " vid dagens sammanträde",
                                            " under dagens sammanträde",
                                            " på mötet",
                                            " under mötet",
                                            " vid mötet",
                                            " i ärendet",
                                            " för egen del"};
    g_autofree char *key = text_key(heading);
    gsize length = strlen(key);

    if (length > 2 && g_ascii_isdigit(key[length - 1]) && key[length - 2] == ' ')
        return g_strndup(key, length - 2);
    for (gsize i = 0; i < G_N_ELEMENTS(occasions); i++)
        if (g_str_has_suffix(key, occasions[i]))
            return g_strndup(key, strlen(key) - strlen(occasions[i]));
    return NULL;
}

/* "Omröstning 2", "Votering om återremiss", "Reservation från Bo Ek": a word that begins no other heading,
 * and which one or about what. */
static bool is_specified(const Word *word, const char *rest)
{
    static const SectionKind kinds[] = {SECTION_VOTE, SECTION_RESERVATION};
    static const char *const specifying[] = {"om", "i", "gällande", "angående", "avseende", "från", "nr"};
    bool fits = g_ascii_isdigit(*rest);

    for (gsize i = 0; i < G_N_ELEMENTS(specifying) && !fits; i++)
        fits = text_begins(rest, specifying[i], &rest) && (*rest == ' ' || *rest == '.');
    for (gsize i = 0; i < G_N_ELEMENTS(kinds) && fits; i++)
        if (g_strcmp0(word->meaning, meeting_section_names[kinds[i]]) == 0)
            return true;
    return false;
}

SectionKind section_kind(const Profile *profile, const char *heading, bool *known)
{
    const char *meaning = profile_meaning(profile, WORDS_SECTION, heading), *rest;
    g_autofree char *plain = meaning == NULL ? without_occasion(heading) : NULL;
    if (plain != NULL)
        meaning = profile_meaning(profile, WORDS_SECTION, plain);
    const char *owned = meaning == NULL && strlen(heading) < 160 ? after_owner(heading) : NULL;
    const Word *word =
        meaning == NULL ? profile_prefix(profile, WORDS_SECTION, owned ? owned : heading, &rest) : NULL;

    /* "Förslag till beslut i byggnadsnämnden"; one word alone can begin any heading. */
    if (word != NULL && strlen(rest) < 60 &&
        (owned != NULL || strchr(word->key, ' ') != NULL || is_specified(word, rest)))
        meaning = word->meaning;
    if (meaning == NULL && strlen(heading) < 160 && section_says_decides(profile, plain ? plain : heading))
        meaning = meeting_section_names[SECTION_DECISION];
    *known = meaning != NULL;
    for (int kind = 0; meaning != NULL && meeting_section_names[kind] != NULL; kind++)
        if (strcmp(meaning, meeting_section_names[kind]) == 0)
            return (SectionKind)kind;
    return SECTION_OTHER;
}
