/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The body that met and the municipality or region it belongs to: as stated, else as the text
 * names them most often. */
#include "meeting_parts.h"

#include <string.h>

/* Names are looked for in this many blocks of the front. */
enum { FRONT_BLOCKS = 12 };

/* How often a name was seen, and where first. */
typedef struct {
    char *name;
    guint count;
    const Block *block;
} Seen;

static bool is_body_name(const Draft *draft, const char *text);
static const char *body_in_title(const Draft *draft, const char *title);
static const char *natural_case(const Draft *draft, const char *name);
static bool is_principal_name(const Draft *draft, const char *text);
static bool is_capital(const char *word);
static void count_bodies(const Draft *draft, const Block *block, GArray *seen);
static void count_principals(const Draft *draft, const Block *block, GArray *seen);
static void seen_clear(gpointer seen);
static Fact most_seen(const Draft *draft, void (*count)(const Draft *, const Block *, GArray *), guint least);
static Fact principal_in_heads(const Draft *draft);
static Fact whole_name(const Draft *draft, Fact fact);
static bool from_furniture(const Draft *draft, const char *kind, bool body, Fact *fact);

void body_of_meeting(const Draft *draft)
{
    Meeting *meeting = draft->meeting;

    for (guint i = 0; meeting->front && i < MIN(meeting->front->len, 2) && meeting->kind == DOCUMENT_SUMMARY;
         i++) {
        const Block *block = &g_array_index(meeting->front, Block, i);
        const char *name = block->text.s ? body_in_title(draft, block->text.s) : NULL;
        if (name != NULL && meeting->body.value == NULL)
            meeting->body = draft_fact(draft, block, BASIS_STATED, name, -1);
    }
    if (meeting->body.value == NULL)
        from_furniture(draft, "organ", true, &meeting->body);
    for (guint i = 0;
         meeting->front && i < MIN(meeting->front->len, FRONT_BLOCKS) && meeting->body.value == NULL; i++) {
        const Block *block = &g_array_index(meeting->front, Block, i);
        const char *text = block->text.s;
        if (text == NULL || meeting->kind == DOCUMENT_UNKNOWN)
            continue;
        bool titled = profile_prefix(draft->profile, WORDS_DOCUMENT, text, NULL) != NULL;
        const char *name = titled ? body_in_title(draft, text) : is_body_name(draft, text) ? text : NULL;
        if (name != NULL)
            meeting->body = draft_fact(draft, block, BASIS_STATED, name, -1);
    }
    if (meeting->body.value == NULL && meeting->kind != DOCUMENT_UNKNOWN)
        meeting->body = most_seen(draft, count_bodies, 2);
    if (meeting->body.value != NULL)
        meeting->body.value = natural_case(draft, meeting->body.value);
    else if (meeting->kind != DOCUMENT_UNKNOWN)
        draft_note(draft, NOTE_BODY_UNKNOWN, 0, NULL, NULL);
}

void principal_of_meeting(const Draft *draft)
{
    Meeting *meeting = draft->meeting;

    if (from_furniture(draft, "huvudman", false, &meeting->principal))
        return;
    for (guint i = 0; meeting->front && i < MIN(meeting->front->len, FRONT_BLOCKS); i++) {
        const Block *block = &g_array_index(meeting->front, Block, i);
        if (block->text.s != NULL && is_principal_name(draft, block->text.s)) {
            meeting->principal = draft_fact(draft, block, BASIS_STATED, block->text.s, -1);
            return;
        }
    }
    meeting->principal = principal_in_heads(draft);
    if (meeting->principal.value == NULL)
        meeting->principal = whole_name(draft, most_seen(draft, count_principals, 2));
}

/* True when the word at `s` ends like the name of a body. */
static bool is_body_at(const Draft *draft, const char *s)
{
    g_autofree char *word = g_strndup(s, strcspn(s, " "));

    return is_body_word(draft, word, false);
}

/* The name with the word that stands before it wherever it stands, if that begins with a capital: "Motala
 * Strands kommun". */
static Fact whole_name(const Draft *draft, Fact fact)
{
    const GArray *blocks = draft->blocks->blocks;
    g_autofree char *first = NULL;

    for (guint i = 0; fact.value != NULL && blocks && i < blocks->len; i++) {
        const char *text = g_array_index(blocks, Block, i).text.s;
        const char *at = text ? strstr(text, fact.value) : NULL;
        if (at == NULL)
            continue;
        const char *before = at > text ? at - 1 : at;
        while (before > text && before[-1] != ' ')
            before--;
        g_autofree char *word = g_strndup(before, (gsize)(at - before));
        if (!g_unichar_isupper(g_utf8_get_char(word)) || word[strcspn(word, ".,:;(")] != '\0' ||
            (first != NULL && strcmp(first, word) != 0))
            return fact;
        if (first == NULL)
            first = g_strdup(word);
    }
    g_autofree char *whole = first ? g_strconcat(first, fact.value, NULL) : NULL;
    if (whole != NULL && !is_body_at(draft, whole))
        fact.value = draft_string(draft, whole, -1);
    return fact;
}

/* "i Ekeby kommun" below the name of the body in the running heads: the one name they hold. */
static Fact principal_in_heads(const Draft *draft)
{
    const GArray *dropped = draft->meeting->dropped;
    g_autoptr(GArray) seen = g_array_new(FALSE, FALSE, sizeof(Seen));
    const Dropped *first = NULL;

    g_array_set_clear_func(seen, seen_clear);
    for (guint i = 0; dropped && i < dropped->len; i++) {
        const Dropped *head = &g_array_index(dropped, Dropped, i);
        if (head->reason != DROP_HEAD || head->text == NULL)
            continue;
        Block block = {.text.s = head->text};
        count_principals(draft, &block, seen);
        first = first == NULL && seen->len > 0 ? head : first;
    }
    if (seen->len != 1 || first == NULL)
        return (Fact){0};
    const char *name = g_array_index(seen, Seen, 0).name, *at = strstr(first->text, name);
    const char *from = at; /* "Motala Strands kommun": in a running head all of a name begins with capitals */
    while (from != NULL && from > first->text + 1 && from[-1] == ' ') {
        const char *before = from - 1;
        while (before > first->text && before[-1] != ' ')
            before--;
        if (!g_unichar_isupper(g_utf8_get_char(before)) ||
            profile_prefix(draft->profile, WORDS_DOCUMENT, before, NULL) != NULL ||
            profile_prefix(draft->profile, WORDS_FURNITURE, before, NULL) != NULL ||
            is_body_at(draft, before) || before + strcspn(before, ".,;:|") < from)
            break;
        from = before;
    }
    g_autofree char *whole = at ? g_strndup(from, (gsize)(at - from) + strlen(name)) : g_strdup(name);
    return (Fact){{first->page, first->id, BASIS_STATED}, draft_string(draft, whole, -1)};
}

/* ---- stated ---- */

bool is_body_word(const Draft *draft, const char *word, bool genitive)
{
    const GArray *endings = profile_words(draft->profile, WORDS_BODY);
    g_autofree char *key = text_key(word);

    if (genitive) {
        if (!g_str_has_suffix(key, "s"))
            return false;
        key[strlen(key) - 1] = '\0';
    }
    for (guint i = 0; i < endings->len; i++) {
        const char *ending = g_array_index(endings, Word, i).key;
        if (g_str_has_suffix(key, ending) && strlen(key) > strlen(ending) + 2)
            return true;
    }
    return false;
}

/* Utskott and the like stand alone after the body they belong to. */
static bool is_part_word(const Draft *draft, const char *word)
{
    return is_body_word(draft, word, false) || profile_meaning(draft->profile, WORDS_BODY, word) != NULL;
}

static bool is_body_name(const Draft *draft, const char *text)
{
    if (strlen(text) > 90 || strpbrk(text, ".:;()0123456789") != NULL)
        return false;
    const char *last = strrchr(text, ' ');
    if (last != NULL && text_begins(text, "nämnden för ", NULL))
        return true;
    if (!is_body_word(draft, last ? last + 1 : text, false) &&
        !(last != NULL && profile_meaning(draft->profile, WORDS_BODY, last + 1) != NULL))
        return false;
    g_auto(GStrv) words = g_strsplit(text, " ", -1);
    return g_strv_length(words) <= 7 && g_unichar_isupper(g_utf8_get_char(text));
}

/* "Sammanfattning från trafiknämnden den 3 mars 2025", "Protokoll fört vid sammanträde med Trafiknämnden":
 * the words between what leads to the body and the day. */
static const char *body_in_title(const Draft *draft, const char *title)
{
    static const char *const leads[] = {"fört ", "vid ", "från ", "för ", "sammanträde ", "möte ", "med "};
    const char *rest;
    const Word *word = profile_prefix(draft->profile, WORDS_DOCUMENT, title, &rest);

    if (word == NULL)
        return NULL;
    rest += text_span(rest, " -–:");
    for (gsize i = 0; i < G_N_ELEMENTS(leads); i++)
        text_begins(rest, leads[i], &rest);
    const char *end = strstr(rest, " den ");
    const char *digit = strpbrk(rest, "0123456789");
    if (end == NULL || (digit != NULL && digit < end))
        end = digit;
    g_autofree char *name = end ? g_strndup(rest, (gsize)(end - rest)) : g_strdup(rest);
    g_strchomp(name);
    const char *last = strrchr(name, ' ');
    if (*name == '\0' || !is_part_word(draft, last ? last + 1 : name))
        return NULL;
    return draft_string(draft, name, -1);
}

/* What running heads and feet state, up to what they add: "Ekeby kommun · www.ekeby.example". */
static bool from_furniture(const Draft *draft, const char *kind, bool body, Fact *fact)
{
    static const char *const cuts[] = {",", " · ", " | ", " • ", " – ", " - "};
    const GArray *furniture = draft->blocks->furniture;

    for (guint i = 0; furniture && i < furniture->len; i++) {
        const Furniture *piece = &g_array_index(furniture, Furniture, i);
        if (strcmp(piece->kind, kind) != 0)
            continue;
        g_autofree char *name = g_strdup(piece->text);
        for (gsize c = 0; c < G_N_ELEMENTS(cuts); c++) {
            char *at = strstr(name, cuts[c]);
            if (at != NULL)
                *at = '\0';
        }
        g_strchomp(name);
        if (*name == '\0' || (body && !is_body_name(draft, name)))
            continue;
        *fact = (Fact){{.page = piece->page}, draft_string(draft, name, -1)};
        return true;
    }
    return false;
}

/* "Region Mellanskog" or "Ekeby kommun", and nothing else. */
static bool is_principal_name(const Draft *draft, const char *text)
{
    g_auto(GStrv) words = g_strsplit(text, " ", -1);
    guint count = g_strv_length(words);

    if (count < 2 || count > 4)
        return false;
    const char *first = profile_meaning(draft->profile, WORDS_PRINCIPAL, words[0]);
    const char *last = profile_meaning(draft->profile, WORDS_PRINCIPAL, words[count - 1]);
    bool begins = g_strcmp0(first, "borjar") == 0, ends = g_strcmp0(last, "slutar") == 0;
    for (guint i = begins ? 1 : 0; i < count - (ends ? 1 : 0); i++)
        if (!is_capital(words[i]) && strcmp(words[i], "län") != 0)
            return false;
    return begins || ends;
}

/* "TRAFIKNÄMNDEN" and "trafiknämnden" are Trafiknämnden. */
static const char *natural_case(const Draft *draft, const char *name)
{
    bool lower = false;

    for (const char *p = name; *p && !lower; p = g_utf8_next_char(p))
        lower = g_unichar_islower(g_utf8_get_char(p));
    g_autofree char *rest = lower ? g_strdup(name) : g_utf8_strdown(name, -1);
    g_autoptr(GString) natural = g_string_new(NULL);
    g_string_append_unichar(natural, g_unichar_toupper(g_utf8_get_char(rest)));
    g_string_append(natural, g_utf8_next_char(rest));
    return draft_string(draft, natural->str, -1);
}

/* ---- counted ---- */

static void see(GArray *seen, const Block *block, const char *name)
{
    for (guint i = 0; i < seen->len; i++) {
        Seen *entry = &g_array_index(seen, Seen, i);
        if (strcmp(entry->name, name) == 0) {
            entry->count++;
            return;
        }
    }
    Seen entry = {g_strdup(name), 1, block};
    g_array_append_val(seen, entry);
}

/* "Trafiknämnden", "Hälso- och sjukvårdsnämnden", in any case of the noun. */
static void count_bodies(const Draft *draft, const Block *block, GArray *seen)
{
    g_auto(GStrv) words = g_strsplit(block->text.s, " ", -1);
    guint count = g_strv_length(words);

    for (guint i = 0; i < count; i++) {
        g_autofree char *word = text_key(words[i]);
        bool genitive = is_body_word(draft, word, true);
        if (!genitive && !is_body_word(draft, word, false))
            continue;
        if (genitive)
            word[strlen(word) - 1] = '\0';
        bool pair = i >= 2 && strcmp(words[i - 1], "och") == 0 && g_str_has_suffix(words[i - 2], "-");
        const char *first = pair ? words[i - 2] : words[i];
        if (!g_unichar_isupper(g_utf8_get_char(first)))
            continue;
        g_autofree char *whole = pair ? g_strdup_printf("%s och %s", words[i - 2], word) : g_strdup(word);
        see(seen, block, natural_case(draft, whole));
    }
}

static bool is_capital(const char *word)
{
    return g_unichar_isupper(g_utf8_get_char(word));
}

/* "Region Mellanskog", "Ekeby kommun", "Ekeby Stad". */
static void count_principals(const Draft *draft, const Block *block, GArray *seen)
{
    if (!profile_begins_word(draft->profile, WORDS_PRINCIPAL, block->text.s))
        return;
    g_auto(GStrv) words = g_strsplit(block->text.s, " ", -1);
    guint count = g_strv_length(words);

    for (guint i = 0; i < count; i++) {
        if (!profile_begins_word(draft->profile, WORDS_PRINCIPAL, words[i]))
            continue;
        g_autofree char *word = g_strdup(words[i]);
        gsize length = text_span_until(word, ".,;:()\"”");
        word[length] = '\0';
        bool cut = words[i][length] != '\0';
        const char *meaning = profile_meaning(draft->profile, WORDS_PRINCIPAL, word);
        if (meaning == NULL && length > 1 && word[length - 1] == 's') {
            word[length - 1] = '\0';
            meaning = profile_meaning(draft->profile, WORDS_PRINCIPAL, word);
        }
        if (g_strcmp0(meaning, "borjar") == 0 && is_capital(word) && !cut && i + 1 < count &&
            is_capital(words[i + 1])) {
            g_autofree char *name = g_strdup(words[i + 1]);
            name[text_span_until(name, ".,;:()\"”/")] = '\0';
            bool county = i + 2 < count && text_begins(words[i + 2], "län", NULL);
            g_autofree char *whole = g_strdup_printf("%s %s%s", word, name, county ? " län" : "");
            see(seen, block, whole);
        } else if (g_strcmp0(meaning, "slutar") == 0 && i > 0 && is_capital(words[i - 1]) &&
                   g_str_has_suffix(words[i - 1], "s") && strpbrk(words[i - 1], ".,;:()") == NULL) {
            g_autofree char *whole = g_strdup_printf("%s %s", words[i - 1], word);
            see(seen, block, whole);
        }
    }
}

static void seen_clear(gpointer seen)
{
    g_free(((Seen *)seen)->name);
}

/* The name seen most often, if at least `least` times and more than half as often again as the next. */
static Fact most_seen(const Draft *draft, void (*count)(const Draft *, const Block *, GArray *), guint least)
{
    const GArray *blocks = draft->blocks->blocks;
    g_autoptr(GArray) seen = g_array_new(FALSE, FALSE, sizeof(Seen));
    const Seen *best = NULL;

    g_array_set_clear_func(seen, seen_clear);
    for (guint i = 0; blocks && i < blocks->len; i++) {
        const Block *block = &g_array_index(blocks, Block, i);
        if (block->text.s != NULL)
            count(draft, block, seen);
    }
    /* A genitive counts for the name it is of, where that stands too. */
    for (guint i = 0; i < seen->len; i++)
        for (guint j = 0; j < seen->len; j++) {
            Seen *name = &g_array_index(seen, Seen, i), *other = &g_array_index(seen, Seen, j);
            gsize length = strlen(name->name);
            if (i != j && strlen(other->name) == length + 1 && other->name[length] == 's' &&
                strncmp(other->name, name->name, length) == 0) {
                name->count += other->count;
                other->count = 0;
            }
        }
    for (guint i = 0; i < seen->len; i++) {
        const Seen *entry = &g_array_index(seen, Seen, i);
        if (best == NULL || entry->count > best->count)
            best = entry;
    }
    if (best == NULL || best->count < least)
        return (Fact){0};
    for (guint i = 0; i < seen->len; i++) {
        const Seen *entry = &g_array_index(seen, Seen, i);
        if (entry != best && entry->count * 3 > best->count * 2)
            return (Fact){0};
    }
    return draft_fact(draft, best->block, BASIS_DERIVED, best->name, -1);
}
