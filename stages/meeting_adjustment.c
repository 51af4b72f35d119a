/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the minutes became valid: which items they cover, when and where they were adjusted, the notice of it,
 * and who signed. */
#include "meeting_parts.h"

#include <string.h>

/* A notice is up three weeks at least; a signing service prints references of at least this many characters.
 */
enum { REFERENCE_LENGTH = 8 };

/* Words of running text that say when; each with the fact that the first date of its sentence is. */
static const struct {
    const char *words;
    const char *meaning;
} phrases[] = {
    {"har tillkännagivits", "anslag_uppsatt"},
    {"tillkännagavs", "anslag_uppsatt"},
    {"tillkännages", "anslag_uppsatt"},
    {"har anslagits", "anslag_uppsatt"},
    {"anslogs", "anslag_uppsatt"},
    {"protokollet är anslaget", "anslag_uppsatt"},
    {"anslaget är uppsatt", "anslag_uppsatt"},
    {"protokollet är justerat", "justering"},
    {"protokollet justerades", "justering"},
    {"protokollet har justerats", "justering"},
    {"justeringen skedde", "justering"},
    {"justeringen ägde rum", "justering"},
};

/* Words before the day a notice is taken down. */
static const char *const down[] = {
    "tas ned",  "tas ner", "tagits ned",   "tagits ner", "nedtas",   "nedtaget", "nedtogs",   "avpubliceras",
    "tas bort", "t.o.m",   "till och med", "tom",        "togs ned", "togs ner", "tagen ned", "till den"};

/* A row of the front or the end of the minutes: its cells, and those of the row below. */
typedef struct {
    const Block *block;
    GPtrArray *cells, *below; /* of const char *, in the blocks */
    bool signatures;          /* below the heading "Underskrifter" */
} Strip;

static void read_blocks(const Draft *draft, const GArray *blocks, bool closing);
static GPtrArray *cells_of(const Block *block, guint row);
static void read_line(const Draft *draft, Strip *line);
static void read_names(const Draft *draft, const Strip *line);
static void read_value(const Draft *draft, Strip *line, const Word *label, const char *value);
static void read_sentences(const Draft *draft, const Block *block);
static void signing_references(const Draft *draft);

void adjustment_of_meeting(const Draft *draft)
{
    Meeting *meeting = draft->meeting;

    read_blocks(draft, meeting->front, false);
    read_blocks(draft, meeting->closing, true);
    signing_references(draft);
}

static void read_blocks(const Draft *draft, const GArray *blocks, bool closing)
{
    Strip line = {.signatures = closing};

    for (guint i = 0; blocks && i < blocks->len; i++) {
        const Block *block = &g_array_index(blocks, Block, i);
        const Block *next = i + 1 < blocks->len ? &g_array_index(blocks, Block, i + 1) : NULL;
        guint rows = block->rows ? block->rows->len : 1;
        line.block = block;
        for (guint r = 0; r < rows; r++) {
            line.cells = cells_of(block, r);
            line.below = r + 1 < rows ? cells_of(block, r + 1) : next ? cells_of(next, 0) : g_ptr_array_new();
            read_line(draft, &line);
            g_ptr_array_unref(line.cells);
            g_ptr_array_unref(line.below);
        }
        if (block->text.s != NULL)
            read_sentences(draft, block);
    }
}

static GPtrArray *cells_of(const Block *block, guint row)
{
    GPtrArray *cells = g_ptr_array_new();

    if (block->rows == NULL || row >= block->rows->len) {
        if (block->text.s != NULL)
            g_ptr_array_add(cells, (gpointer)block->text.s);
        return cells;
    }
    const GArray *from = g_array_index(block->rows, Row, row).cells;
    for (guint i = 0; from && i < from->len; i++) {
        const char *text = g_array_index(from, Cell, i).text.s;
        g_ptr_array_add(cells, (gpointer)(text ? text : ""));
    }
    return cells;
}

static const char *cell_at(const GPtrArray *cells, guint n)
{
    return n < cells->len ? g_ptr_array_index(cells, n) : "";
}

/* ---- labels and their values ---- */

/* The label at `s`: one that is more than a word of the text begins with a capital. */
static const Word *label_at(const Draft *draft, const char *s, const char **value)
{
    return g_unichar_isupper(g_utf8_get_char(s)) ? profile_prefix(draft->profile, WORDS_LABEL, s, value)
                                                 : NULL;
}

/* The next label in `s` after its first word, or the end. */
static const char *label_after(const Draft *draft, const char *s)
{
    const char *value;

    while (*s != '\0') {
        s += strcspn(s, " ");
        s += strspn(s, " ");
        if (*s != '\0' && label_at(draft, s, &value) != NULL)
            break;
    }
    return s;
}

/* The value beside a label that has none in its cell: the next cell, or the one below. */
static const char *value_beside(const Draft *draft, const Strip *line, guint cell)
{
    const char *ignored, *beside = cell_at(line->cells, cell + 1);

    if (*beside != '\0' && label_at(draft, beside, &ignored) == NULL)
        return beside;
    const char *below = cell_at(line->below, cell);
    if (*below == '\0' && cell_at(line->below, 0)[0] == '\0')
        below = cell_at(line->below, cell + 1);
    return label_at(draft, below, &ignored) == NULL ? below : "";
}

/* `s` up to the next label in it that a colon follows; free it. */
static char *before_label(const Draft *draft, const char *s)
{
    const char *at = s, *value;

    do
        at = label_after(draft, at);
    while (*at != '\0' &&
           (label_at(draft, at, &value) == NULL || value - at < 2 || (value[-1] != ':' && value[-2] != ':')));
    return g_strndup(s, (gsize)(at - s));
}

static void read_line(const Draft *draft, Strip *line)
{
    read_names(draft, line);
    for (guint c = 0; c < line->cells->len; c++) {
        for (const char *at = cell_at(line->cells, c); *at != '\0'; at = label_after(draft, at)) {
            const char *value, *end;
            const Word *label = label_at(draft, at, &value);
            if (label == NULL || label->meaning == NULL)
                continue;
            end = label_after(draft, value > at ? value - 1 : at);
            if (*value == '\0' || end <= value) {
                g_autofree char *beside = before_label(draft, value_beside(draft, line, c));
                read_value(draft, line, label, beside);
            } else {
                g_autofree char *part = g_strndup(value, (gsize)(end - value));
                read_value(draft, line, label, g_strstrip(part));
            }
        }
        adjournments_in(draft, line->block, cell_at(line->cells, c), false, &draft->meeting->adjournments);
    }
}

/* ---- values ---- */

static void take_date(const Draft *draft, const Block *block, const char *date, Fact *fact)
{
    if (fact->value == NULL)
        *fact = draft_fact(draft, block, BASIS_STATED, date, -1);
    else if (strcmp(fact->value, date) != 0)
        draft_note(draft, NOTE_ADJUSTMENT_DIFFERS, block->page, block->id, date);
}

/* The first day in `value`, and the last where there is room for it. */
static bool take_days(const Draft *draft, const Block *block, const char *value, Fact *first, Fact *last)
{
    g_autoptr(GArray) dates = g_array_new(FALSE, FALSE, sizeof(const char *));

    dates_in(draft, value, dates);
    if (dates->len == 0)
        return false;
    take_date(draft, block, g_array_index(dates, const char *, 0), first);
    if (last != NULL && dates->len > 1)
        take_date(draft, block, g_array_index(dates, const char *, dates->len - 1), last);
    return true;
}

static void take_place(const Draft *draft, const Block *block, const char *value, Fact *fact)
{
    static const char *const verbs[] = {"har ", "är ", "sker", "skedde", "äger", "ägde", "görs", "ska"};
    g_autofree char *place = place_in(draft, value);
    bool sentence = false; /* "Justeringen har tillkännagivits" */

    for (gsize i = 0; i < G_N_ELEMENTS(verbs); i++)
        sentence = sentence || text_begins(place, verbs[i], NULL);
    /* a sentence, or who adjusts, is no place: "Anna Berg (S) utses att justera protokollet" */
    if (fact->value == NULL && !sentence && *place != '\0' && strlen(place) < 120 &&
        strstr(place, "juster") == NULL && strstr(place, "utse") == NULL && strchr(place, '(') == NULL &&
        strstr(place, ". ") == NULL)
        *fact = draft_fact(draft, block, BASIS_STATED, place, -1);
}

/* "§§ 41–48", "45-58", "§ 3 a – § 9", "39 – 49 §": the first number and the last. */
static void take_numbers(const Draft *draft, const Block *block, const char *value)
{
    Meeting *meeting = draft->meeting;
    g_autoptr(GArray) spans = paragraphs_in(value, NULL);

    if (spans == NULL || spans->len == 0 || meeting->first_number.value != NULL ||
        !(g_ascii_isdigit(*value) || g_str_has_prefix(value, "§")))
        return;
    g_autofree char *first = paragraph_name(g_array_index(spans, ParagraphSpan, 0).first),
                    *last = paragraph_name(g_array_index(spans, ParagraphSpan, spans->len - 1).last);
    meeting->first_number = draft_fact(draft, block, BASIS_STATED, first, -1);
    meeting->last_number = draft_fact(draft, block, BASIS_STATED, last, -1);
}

/* The end of the longest name of somebody who is there, or adjusts, that `s` begins with; `s`: none. */
static const char *after_known_name(const Meeting *meeting, const char *s)
{
    const GArray *attendance = meeting->attendance, *adjusters = meeting->adjusters;
    guint present = attendance ? attendance->len : 0, all = present + (adjusters ? adjusters->len : 0) + 2;
    const char *longest = s;

    for (guint i = 0; i < all; i++) {
        const char *name = i < present    ? g_array_index(attendance, Attendee, i).person.name
                           : i == all - 2 ? meeting->chair.value
                           : i == all - 1 ? meeting->secretary.value
                                          : g_array_index(adjusters, Fact, i - present).value;
        const char *rest;
        if (name != NULL && *name != '\0' && text_begins(s, name, &rest) && (*rest == '\0' || *rest == ' ') &&
            rest > longest)
            longest = rest;
    }
    return longest;
}

static void take_signature(const Draft *draft, const Block *block, const char *role, const char *value)
{
    GArray **signatures = &draft->meeting->signatures;
    g_autoptr(GArray) dates = g_array_new(FALSE, FALSE, sizeof(const char *));
    Mention mention;

    while (person_at(draft, value, &mention) && mention.start == 0) {
        const char *known = after_known_name(draft->meeting, value);
        if (mention.party == NULL && known > value && known < value + mention.end) { /* "Anna Berg Bo Ek" */
            mention.end = (gsize)(known - value);
            mention.name = draft_string(draft, value, known - value);
        }
        if (mention.party == NULL && names_run_together(draft, mention.name)) {
            draft_note(draft, NOTE_SIGNATURE_UNCLEAR, block->page, block->id, mention.name);
            return;
        }
        Signature signature = {.person = person_from_mention(draft, &mention, block),
                               .role = role ? draft_string(draft, role, -1) : NULL};
        g_array_set_size(dates, 0);
        dates_in(draft, value + mention.end, dates);
        if (dates->len == 1)
            signature.date = g_array_index(dates, const char *, 0);
        bool signed_before = false;
        for (guint i = 0; *signatures && i < (*signatures)->len; i++) {
            Signature *other = &g_array_index(*signatures, Signature, i);
            if (strcmp(other->person.name, mention.name) != 0)
                continue;
            signed_before = true;
            other->role = other->role ? other->role : signature.role;
            other->date = other->date ? other->date : signature.date;
        }
        if (!signed_before)
            draft_append(signatures, sizeof signature, &signature);
        value += mention.end;
        value += strspn(value, ",; ");
        text_begins(value, "och ", &value);
    }
}

/* "Emil Säfström Nadja Ekeroth" above "Justerare Justerare": several signatures in one cell, which the names
 * of those who are there part. Returns false where there is one. */
static bool take_signatures(const Draft *draft, const Block *block, const char *role, const char *name)
{
    const char *rest, *cell = name;
    g_autoptr(GPtrArray) roles = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);

    for (; profile_prefix(draft->profile, WORDS_ROLE, role, &rest) != NULL; role = rest + strspn(rest, " ")) {
        char *one = g_strndup(role, (gsize)(rest - role));
        g_ptr_array_add(roles, g_strchomp(one));
    }
    for (; (rest = after_known_name(draft->meeting, name)) > name; name = rest + strspn(rest, " "))
        g_ptr_array_add(names, g_strndup(name, (gsize)(rest - name)));
    bool settled = *name == '\0' && (roles->len == 1 || roles->len == names->len);
    if (*role != '\0' || (roles->len == 1 && (names->len < 2 || !settled)))
        return false;
    if (!settled)
        draft_note(draft, NOTE_SIGNATURE_UNCLEAR, block->page, block->id, cell);
    for (guint i = 0; settled && i < names->len; i++)
        take_signature(draft, block, roles->pdata[MIN(i, roles->len - 1)], names->pdata[i]);
    return true;
}

/* Names side by side with what they signed as below them; a name and the day it was signed on. */
static void read_names(const Draft *draft, const Strip *line)
{
    const char *ignored;
    Mention mention;

    for (guint c = 0; c < line->cells->len; c++) {
        const char *name = cell_at(line->cells, c), *below = cell_at(line->below, c);
        if (!person_at(draft, name, &mention) || mention.start > 0 || label_at(draft, name, &ignored))
            continue;
        g_autoptr(GArray) dates = g_array_new(FALSE, FALSE, sizeof(const char *));
        const char *rest = name + mention.end;
        dates_in(draft, rest, dates);
        g_autofree char *left = place_in(draft, rest);
        if (line->signatures && *rest == '\0' && strlen(below) < 40 &&
            profile_prefix(draft->profile, WORDS_ROLE, below, NULL) != NULL) {
            if (!take_signatures(draft, line->block, below, name))
                take_signature(draft, line->block, below, name);
        } else if (dates->len == 1 && *left == '\0' &&
                   (line->signatures || attendee_named(draft->meeting, mention.name) != NULL))
            take_signature(draft, line->block, NULL, name);
    }
}

static void read_value(const Draft *draft, Strip *line, const Word *label, const char *value)
{
    Meeting *meeting = draft->meeting;
    const Block *block = line->block;
    const char *fact = label->meaning;

    if (strcmp(fact, "underskrift") == 0) {
        line->signatures = true;
    } else if (strcmp(fact, "paragrafer") == 0) {
        take_numbers(draft, block, value);
    } else if (strcmp(fact, "justering") == 0) {
        if (take_days(draft, block, value, &meeting->adjusted_on, NULL) || *value != '\0')
            take_place(draft, block, value, &meeting->adjusted_at);
    } else if (strcmp(fact, "anslag") == 0) {
        take_days(draft, block, value, &meeting->posted, &meeting->taken_down);
    } else if (strcmp(fact, "anslag_uppsatt") == 0) {
        take_days(draft, block, value, &meeting->posted, NULL);
    } else if (strcmp(fact, "anslag_nedtas") == 0) {
        take_days(draft, block, value, &meeting->taken_down, NULL);
    } else if (strcmp(fact, "forvaringsplats") == 0) {
        take_place(draft, block, value, &meeting->kept_at);
    } else if (line->signatures && (strcmp(fact, "sekreterare") == 0 || strcmp(fact, "ordforande") == 0 ||
                                    strcmp(fact, "justerare") == 0)) {
        take_signature(draft, block, label->text, value);
    }
}

/* ---- running text ---- */

/* "Protokollet justerades den 14 april 2025." "Justeringen har tillkännagivits den 15 april; tas ned den 7
 * maj." */
static void read_sentences(const Draft *draft, const Block *block)
{
    Meeting *meeting = draft->meeting;
    const char *at = block->text.s, *sentence;

    while ((sentence = sentence_next(draft, &at)) != NULL) {
        for (gsize i = 0; i < G_N_ELEMENTS(phrases); i++) {
            if (!text_has_word(sentence, phrases[i].words) || text_has_word(sentence, "senast"))
                continue;
            /* "… har tillkännagivits Sammanträdesdatum: 2024-04-24": labels below it on the lines of one
             * block */
            g_autofree char *said = before_label(draft, sentence);
            sentence = said;
            const char *taken = NULL;
            for (gsize k = 0; k < G_N_ELEMENTS(down) && taken == NULL; k++)
                taken = strstr(sentence, down[k]);
            g_autofree char *first =
                taken ? g_strndup(sentence, (gsize)(taken - sentence)) : g_strdup(sentence);
            bool notice = strcmp(phrases[i].meaning, "justering") != 0;
            take_days(draft, block, first, notice ? &meeting->posted : &meeting->adjusted_on, NULL);
            if (notice && taken != NULL)
                take_days(draft, block, taken, &meeting->taken_down, NULL);
            break;
        }
    }
}

/* ---- what a signing service printed over the pages ---- */

static bool holds_reference(const char *text)
{
    for (const char *at = text; *at; at += strspn(at, " ")) {
        gsize length = strcspn(at, " "), digits = 0;
        for (gsize i = 0; i < length; i++)
            digits += g_ascii_isdigit(at[i]) != 0;
        if (length >= REFERENCE_LENGTH && digits > 1)
            return true;
        at += length;
    }
    return false;
}

static void signing_references(const Draft *draft)
{
    Meeting *meeting = draft->meeting;

    for (guint i = 0; meeting->dropped && i < meeting->dropped->len; i++) {
        const Dropped *dropped = &g_array_index(meeting->dropped, Dropped, i);
        bool known =
            dropped->reason != DROP_OVERLAY || dropped->text == NULL || !holds_reference(dropped->text);
        for (guint k = 0; meeting->signing_references && k < meeting->signing_references->len && !known; k++)
            known = strcmp(g_array_index(meeting->signing_references, Fact, k).value, dropped->text) == 0;
        if (known)
            continue;
        Fact fact = {{dropped->page, dropped->id, BASIS_STATED}, dropped->text};
        draft_append(&meeting->signing_references, sizeof fact, &fact);
    }
}
