/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Profile: what boards call things, as data read from profiles/NAME.xml. */
#include "base/profile.h"

#include <string.h>

#include "base/text.h"
#include "base/xml.h"

#define PROFILE_NAMESPACE "urn:sammandrag:profil:1"

/* Names of the lists in XML. */
static const char *const list_names[] = {
    [WORDS_SECTION] = "avsnitt",
    [WORDS_LABEL] = "etikett",
    [WORDS_ATTENDANCE] = "narvaro",
    [WORDS_ROLE] = "roll",
    [WORDS_PARTY] = "parti",
    [WORDS_BODY] = "organ",
    [WORDS_PRINCIPAL] = "huvudman",
    [WORDS_SIGNATURE] = "underskrift",
    [WORDS_OVERLAY] = "signering",
    [WORDS_FURNITURE] = "sidhuvud",
    [WORDS_MONTH] = "manad",
    [WORDS_FORMAL] = "formellt",
    [WORDS_NOTED] = "noterat",
    [WORDS_DOCUMENT] = "dokument",
    [WORDS_ABBREVIATION] = "forkortning",
    [WORDS_PERSONAL] = "personuppgift",
    [WORDS_GIVEN_NAME] = "fornamn",
    [WORDS_RECOGNISED] = "kanns-igen",
};

struct Profile {
    GStringChunk *chunk;
    const char *name;
    GArray *words[WORDS__MAX];      /* of Word, in the order of the file; a board's own first */
    GHashTable *by_key[WORDS__MAX]; /* key -> Word in `words` */
    guint *by_first[WORDS__MAX];    /* lowest bits of the first letter of a key -> index of a word plus one */
    guint *next[WORDS__MAX];        /* index of a word -> that of the next with such a key plus one */
};

enum { FIRSTS = 64 };

/* Where the words are whose keys begin as `s` does, whatever its letter case. */
static guint first_of(const char *s)
{
    return text_next_lower(&s) % FIRSTS;
}

static void index_words(Profile *profile, int list)
{
    const GArray *words = profile->words[list];

    profile->by_key[list] = g_hash_table_new(g_str_hash, g_str_equal);
    profile->by_first[list] = g_new0(guint, FIRSTS);
    profile->next[list] = g_new0(guint, words->len);
    for (guint i = words->len; i-- > 0;) {
        const Word *word = &g_array_index(words, Word, i);
        guint *first = &profile->by_first[list][first_of(word->key)];
        g_hash_table_replace(profile->by_key[list], (char *)word->key, (void *)word);
        profile->next[list][i] = *first;
        *first = i + 1;
    }
}

static xmlChar *property(xmlNode *node, const char *name)
{
    return xmlGetNoNsProp(node, (const xmlChar *)name);
}

static void add_word(Profile *profile, int list, const char *text, const char *meaning)
{
    g_autofree char *key = text_key(text);
    Word word = {g_string_chunk_insert(profile->chunk, key), g_string_chunk_insert(profile->chunk, text),
                 meaning ? g_string_chunk_insert(profile->chunk, meaning) : NULL};
    g_array_append_val(profile->words[list], word);
}

static bool add_list(Profile *profile, xmlNode *node, GError **error)
{
    xmlChar *type = property(node, "typ");
    int list = 0;
    while (list < WORDS__MAX && g_strcmp0(list_names[list], (const char *)type) != 0)
        list++;
    if (list == WORDS__MAX) {
        g_set_error(error, XML_DOMAIN, XML_ERROR_INVALID, "line %ld: unknown list “%s”", xmlGetLineNo(node),
                    type ? (const char *)type : "");
        xmlFree(type);
        return false;
    }
    xmlFree(type);
    for (xmlNode *child = xmlFirstElementChild(node); child; child = xmlNextElementSibling(child)) {
        xmlChar *text = property(child, "text");
        xmlChar *meaning = property(child, "betyder");
        if (text && *text)
            add_word(profile, list, (const char *)text, (const char *)meaning);
        xmlFree(text);
        xmlFree(meaning);
    }
    return true;
}

Profile *profile_from_xml(xmlDoc *doc, const Profile *base, GError **error)
{
    xmlNode *root = xmlDocGetRootElement(doc);
    if (!root || strcmp((const char *)root->name, "profil") != 0) {
        g_set_error(error, XML_DOMAIN, XML_ERROR_INVALID, "root is not <profil xmlns=\"%s\">",
                    PROFILE_NAMESPACE);
        return NULL;
    }
    Profile *profile = g_new0(Profile, 1);
    profile->chunk = g_string_chunk_new(4096);
    xmlChar *name = property(root, "namn");
    profile->name = g_string_chunk_insert(profile->chunk, name ? (const char *)name : "");
    xmlFree(name);
    for (int list = 0; list < WORDS__MAX; list++)
        profile->words[list] = g_array_new(FALSE, FALSE, sizeof(Word));
    for (xmlNode *child = xmlFirstElementChild(root); child; child = xmlNextElementSibling(child)) {
        if (strcmp((const char *)child->name, "lista") == 0 && !add_list(profile, child, error)) {
            profile_free(profile);
            return NULL;
        }
    }
    for (int list = 0; list < WORDS__MAX; list++) {
        const GArray *inherited = base && list != WORDS_RECOGNISED ? base->words[list] : NULL;
        for (guint i = 0; inherited && i < inherited->len; i++) {
            const Word *word = &g_array_index(inherited, Word, i);
            add_word(profile, list, word->text, word->meaning);
        }
        index_words(profile, list);
    }
    return profile;
}

void profile_free(Profile *profile)
{
    if (!profile)
        return;
    for (int list = 0; list < WORDS__MAX; list++) {
        if (profile->words[list])
            g_array_unref(profile->words[list]);
        if (profile->by_key[list])
            g_hash_table_unref(profile->by_key[list]);
        g_free(profile->by_first[list]);
        g_free(profile->next[list]);
    }
    g_string_chunk_free(profile->chunk);
    g_free(profile);
}

const char *profile_name(const Profile *profile)
{
    return profile->name;
}

char *profile_base(xmlDoc *doc)
{
    xmlNode *root = xmlDocGetRootElement(doc);
    xmlChar *base = root ? property(root, "bygger-pa") : NULL;
    char *name = base ? g_strdup((const char *)base) : NULL;

    xmlFree(base);
    return name;
}

const char *profile_meaning(const Profile *profile, WordList list, const char *text)
{
    if (profile->by_first[list][first_of(text)] == 0)
        return NULL;
    g_autofree char *key = text_key(text);
    const Word *word = g_hash_table_lookup(profile->by_key[list], key);
    return word ? word->meaning : NULL;
}

const Word *profile_prefix(const Profile *profile, WordList list, const char *text, const char **rest)
{
    const Word *best = NULL;
    const char *best_rest = NULL;
    for (guint i = profile->by_first[list][first_of(text)]; i > 0; i = profile->next[list][i - 1]) {
        const Word *word = &g_array_index(profile->words[list], Word, i - 1);
        const char *after;
        if (text_begins(text, word->key, &after) && !text_is_letter_or_digit(g_utf8_get_char(after)) &&
            (!best || strlen(word->key) > strlen(best->key))) {
            best = word;
            best_rest = after;
        }
    }
    if (best && rest)
        *rest = best_rest + strspn(best_rest, ":. ");
    return best;
}

/* True when `needle` stands in `text` as a word or words of its own; both lower-cased. */
static bool holds_word(const char *text, const char *needle)
{
    for (const char *at = strstr(text, needle); at; at = strstr(at + 1, needle)) {
        const char *before = at > text ? g_utf8_find_prev_char(text, at) : NULL;
        if ((!before || !text_is_letter_or_digit(g_utf8_get_char(before))) &&
            !text_is_letter_or_digit(g_utf8_get_char(at + strlen(needle))))
            return true;
    }
    return false;
}

const Word *profile_within(const Profile *profile, WordList list, const char *text)
{
    g_autofree char *key = text_key(text);
    for (guint i = 0; i < profile->words[list]->len; i++) {
        const Word *word = &g_array_index(profile->words[list], Word, i);
        if (holds_word(key, word->key))
            return word;
    }
    return NULL;
}

bool profile_begins_word(const Profile *profile, WordList list, const char *text)
{
    for (const char *at = text; *at;) {
        for (guint i = profile->by_first[list][first_of(at)]; i > 0; i = profile->next[list][i - 1]) {
            const char *rest;
            if (!text_begins(at, g_array_index(profile->words[list], Word, i - 1).key, &rest))
                continue;
            rest += *rest == 's' || *rest == 'S';
            if (!text_is_letter_or_digit(g_utf8_get_char(rest)))
                return true;
        }
        while (*at && *at != ' ')
            at++;
        at += *at == ' ';
    }
    return false;
}

const GArray *profile_words(const Profile *profile, WordList list)
{
    return profile->words[list];
}

guint profile_recognises(const Profile *profile, const char *text)
{
    const GArray *words = profile->words[WORDS_RECOGNISED];
    g_autofree char *key = words->len ? text_key(text) : NULL;

    for (guint i = 0; i < words->len; i++)
        if (!holds_word(key, g_array_index(words, Word, i).key))
            return 0;
    return words->len;
}

/* A single word ("Delgivningar", "Justering") must be the whole title, since it also stands in
 * titles of substance ("Justering av taxa"); a phrase ("val av justerare") may stand in a longer one. */
bool profile_is_formal_title(const Profile *profile, const char *title)
{
    if (profile_meaning(profile, WORDS_FORMAL, title))
        return true;
    g_autofree char *key = text_key(title);
    const GArray *words = profile->words[WORDS_FORMAL];
    for (guint i = 0; i < words->len; i++) {
        const Word *word = &g_array_index(words, Word, i);
        if (strcmp(word->key, key) == 0 || (strchr(word->key, ' ') && text_has_word(title, word->key)))
            return true;
    }
    return false;
}
