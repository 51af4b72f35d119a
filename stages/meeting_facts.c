/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The facts of the meeting as a whole: body, days, hours, place, chair, secretary, adjusters. */
#include "meeting_parts.h"

#include <string.h>

static void facts_from_labels(const Draft *draft, const GArray *blocks);
static void chair_and_secretary(const Draft *draft);
static bool is_name(const Draft *draft, const char *text, Mention *mention);
static void adjusters_from_items(const Draft *draft);
static void adjusters_from_signatures(const Draft *draft, const GArray *blocks);
static void dates_from_furniture(const Draft *draft);
static void hours_from_day(const Draft *draft);

void facts_of_meeting(const Draft *draft)
{
    Meeting *meeting = draft->meeting;

    if (meeting->kind == DOCUMENT_MINUTES) {
        facts_from_labels(draft, meeting->front);
        chair_and_secretary(draft);
        adjusters_from_items(draft);
        adjusters_from_signatures(draft, draft->meeting->front);
        adjusters_from_signatures(draft, draft->meeting->closing);
    }
    if (meeting->kind != DOCUMENT_PLAN && meeting->kind != DOCUMENT_UNKNOWN)
        dates_from_furniture(draft);
    if (meeting->kind == DOCUMENT_MINUTES)
        hours_from_day(draft);
    body_of_meeting(draft);
    principal_of_meeting(draft);
}

/* ---- lines with a label: "Plats: …", "Sammanträdesdatum …" ---- */

static void take_place(const Draft *draft, const Block *block, const char *value)
{
    if (draft->meeting->place.value == NULL && *value != '\0')
        draft->meeting->place = draft_fact(draft, block, BASIS_STATED, value, -1);
}

/* From the first hour to the last that something ended at: "kl. 8.30–12.00, 13.00–16.30", "21 mars kl. 9–17
 * och 22 mars kl. 9–12", without breaks. */
static void take_hours(const Draft *draft, const Block *block, const char *value)
{
    static const char *const others[] = {"ajourn", "paus", "lunch", "juster"};
    Meeting *meeting = draft->meeting;
    g_autofree char *said = g_strdup(value), *folded = g_utf8_strdown(value, -1);
    const char *start, *end, *first = NULL, *last = NULL;

    if (meeting->starts.value != NULL)
        return;
    for (gsize i = 0; i < G_N_ELEMENTS(others) && strlen(folded) == strlen(said); i++) {
        const char *other = strstr(folded, others[i]);
        if (other > folded && (gsize)(other - folded) < strlen(said))
            said[other - folded] = '\0';
    }
    GMatchInfo *match = draft_match(draft, FORM_HOURS, said);
    for (; match != NULL && g_match_info_matches(match); g_match_info_next(match, NULL)) {
        g_autofree char *hours = g_match_info_fetch(match, 0);
        hours_in(draft, hours, &start, &end);
        first = first ? first : start;
        last = end ? end : last;
    }
    g_match_info_free(match);
    if (first != NULL)
        meeting->starts = draft_fact(draft, block, BASIS_STATED, first, -1);
    if (last != NULL)
        meeting->ends = draft_fact(draft, block, BASIS_STATED, last, -1);
}

static void take_dates(const Draft *draft, const Block *block, const char *value)
{
    g_autoptr(GArray) dates = g_array_new(FALSE, FALSE, sizeof(const char *));

    dates_in(draft, value, dates);
    if (draft->meeting->dates != NULL)
        return;
    for (guint i = 0; i < dates->len; i++) {
        Fact fact = draft_fact(draft, block, BASIS_STATED, g_array_index(dates, const char *, i), -1);
        draft_append(&draft->meeting->dates, sizeof fact, &fact);
    }
}

/* "Kommunhuset, sal A, kl. 13.00–15.30" */
static void take_place_and_hours(const Draft *draft, const Block *block, const char *value)
{
    g_autofree char *place = place_in(draft, value);

    take_hours(draft, block, value);
    take_dates(draft, block, value);
    take_place(draft, block, place);
}

static void take_person(const Draft *draft, const Block *block, const char *value, Fact *fact)
{
    Mention mention;

    if (fact->value == NULL && person_at(draft, value, &mention) &&
        (mention.party != NULL || !names_run_together(draft, mention.name)))
        *fact = draft_fact(draft, block, BASIS_STATED, mention.name, -1);
}

static void add_adjuster(const Draft *draft, const Block *block, const char *name)
{
    GArray **adjusters = &draft->meeting->adjusters;

    if (g_strcmp0(draft->meeting->chair.value, name) == 0)
        return;
    for (guint i = 0; *adjusters && i < (*adjusters)->len; i++)
        if (strcmp(g_array_index(*adjusters, Fact, i).value, name) == 0)
            return;
    Fact fact = draft_fact(draft, block, BASIS_STATED, name, -1);
    if (fact.value != NULL)
        draft_append(adjusters, sizeof fact, &fact);
}

/* Where those begin who stand in for an adjuster: "Anna Berg (ers. Bo Ek)", "Anna Berg, ersättare Bo Ek",
 * "Anna Berg med Bo Ek som ersättare". */
static gsize before_stand_ins(const char *value)
{
    static const char *const words[] = {" (ers. ",     " (ers ",     " (ersättare ", ", ers. ",
                                        " ersättare ", " Ersättare", "; ers"};
    const char *as = strstr(value, " som ersättare"),
               *with = as ? g_strrstr_len(value, as - value, " med ") : NULL;
    gsize length = with ? (gsize)(with - value) : strlen(value);

    for (gsize i = 0; i < G_N_ELEMENTS(words); i++) {
        const char *at = strstr(value, words[i]);
        if (at != NULL && (gsize)(at - value) < length)
            length = (gsize)(at - value);
    }
    return length;
}

/* True when what follows a name says that its bearer only stands in: "Eva Ny (ersättare)". */
static bool stands_in(const char *after)
{
    static const char *const words[] = {" (ersättare)", " (ers)", " (ers.)", ", ersättare"};
    const char *rest;

    for (gsize i = 0; i < G_N_ELEMENTS(words); i++)
        if (text_begins(after, words[i], &rest) && !text_is_letter_or_digit(g_utf8_get_char(rest)) &&
            *rest != ' ')
            return true;
    return false;
}

static void take_adjusters(const Draft *draft, const Block *block, const char *stated)
{
    g_autofree char *value = g_strndup(stated, before_stand_ins(stated));
    g_autoptr(GArray) persons = persons_in(draft, value, strlen(value));

    if (draft->meeting->adjusters != NULL)
        return;
    for (guint i = 0; i < persons->len; i++)
        if (!stands_in(value + g_array_index(persons, Mention, i).end))
            add_adjuster(draft, block, g_array_index(persons, Mention, i).name);
    Mention mention;
    for (const char *at = value; persons->len == 0 && person_at(draft, at, &mention);) {
        if (mention.party == NULL && names_run_together(draft, mention.name)) {
            draft_note(draft, NOTE_SIGNATURE_UNCLEAR, block->page, block->id, mention.name);
            return;
        }
        if (!stands_in(at + mention.end))
            add_adjuster(draft, block, mention.name);
        at += mention.end;
        at += strspn(at, ",; ");
        text_begins(at, "och ", &at);
    }
}

/* "Justering: Anna Berg (S) utses att justera protokollet." */
static void take_adjustment(const Draft *draft, const Block *block, const char *value)
{
    g_autoptr(GArray) persons = persons_with_party(draft, value, strlen(value));

    if (persons->len > 0)
        take_adjusters(draft, block, value);
}

static void take_time(const Draft *draft, const Block *block, const char *value)
{
    take_hours(draft, block, value);
    take_dates(draft, block, value);
}

static void take_chair(const Draft *draft, const Block *block, const char *value)
{
    take_person(draft, block, value, &draft->meeting->chair);
}

static void take_secretary(const Draft *draft, const Block *block, const char *value)
{
    take_person(draft, block, value, &draft->meeting->secretary);
}

static void take_body(const Draft *draft, const Block *block, const char *value)
{
    const Word *label = profile_prefix(draft->profile, WORDS_LABEL, value, NULL);

    /* "Organ   Sammanträdesdatum" are labels side by side, above their values */
    if (draft->meeting->body.value == NULL && (label == NULL || g_strcmp0(label->meaning, "organ") == 0))
        draft->meeting->body = draft_fact(draft, block, BASIS_STATED, value, -1);
}

/* What to do with the value of a label, by its meaning in the profile. Words that also begin
 * sentences are labels only with a colon, in a row of their own, or above their value. */
static const struct {
    const char *meaning;
    bool plain; /* a label without any of these, too */
    void (*take)(const Draft *draft, const Block *block, const char *value);
} labels[] = {
    {"plats_tid", true, take_place_and_hours},
    {"plats", false, take_place},
    {"tid", false, take_time},
    {"datum", true, take_time},
    {"ordforande", false, take_chair},
    {"sekreterare", false, take_secretary},
    {"justerare", false, take_adjusters},
    {"justering", false, take_adjustment},
    {"organ", false, take_body},
};

/* "PLATS – PAIKKA   Stadshuset": the value behind the same label in another language. */
static const char *behind_translation(const Block *block, const char *line, const char *value)
{
    const char *label = draft_cell(block, 0);
    gsize length = label ? strlen(label) : 0;
    bool translated =
        text_begins(value, "–", NULL) || text_begins(value, "-", NULL) || text_begins(value, "/", NULL);

    if (!translated || value >= line + length || strlen(line) < length)
        return value;
    return line + length + strspn(line + length, " ");
}

static void take_label(const Draft *draft, const Block *block, const char *line, const char *below)
{
    const char *value = "", *colon = strchr(line, ':');
    const Word *word = profile_prefix(draft->profile, WORDS_LABEL, line, &value);

    /* "ordförande" on a line of its own is the rest of the one above */
    if (word == NULL || word->meaning == NULL || g_unichar_islower(g_utf8_get_char(line)))
        return;
    value = behind_translation(block, line, value);
    bool labelled = block->rows != NULL || (colon != NULL && colon < value);
    Mention mention; /* "Sekreterare Anna Berg" */
    labelled = labelled || is_name(draft, value, &mention);
    bool above = *value == '\0' && below != NULL;
    for (gsize k = 0; k < G_N_ELEMENTS(labels); k++)
        if (strcmp(labels[k].meaning, word->meaning) == 0 && (labels[k].plain || labelled || above))
            labels[k].take(draft, block, above ? below : value);
}

/* The cells of a row of a table as one line. */
static char *table_line(const Row *row)
{
    GString *line = g_string_new(NULL);

    for (guint c = 0; row->cells && c < row->cells->len; c++) {
        g_autofree char *listed = draft_listed(&g_array_index(row->cells, Cell, c).text, ", ");
        if (*listed != '\0')
            g_string_append_printf(line, "%s%s", line->len ? " " : "", listed);
    }
    return g_string_free(line, FALSE);
}

static void facts_from_labels(const Draft *draft, const GArray *blocks)
{
    for (guint i = 0; blocks && i < blocks->len; i++) {
        const Block *block = &g_array_index(blocks, Block, i);
        if (block->kind == BLOCK_FIGURE)
            continue;
        for (guint r = 0; block->kind == BLOCK_TABLE && r < block->rows->len; r++) {
            g_autofree char *line = table_line(&g_array_index(block->rows, Row, r));
            take_label(draft, block, line, NULL);
        }
        if (block->kind == BLOCK_TABLE)
            continue;
        g_autofree char *line = draft_line_with(block, " ", ", ");
        const Block *next = i + 1 < blocks->len ? &g_array_index(blocks, Block, i + 1) : NULL;
        const char *beside = next ? draft_cell(next, 0) : NULL;
        /* "Justeras" over "Ordförande   Anna Berg": a heading of labels, which is none of theirs */
        const char *under = next && !beside ? next->text.s : beside;
        bool labels_below =
            under != NULL && (profile_meaning(draft->profile, WORDS_LABEL, under) != NULL ||
                              profile_meaning(draft->profile, WORDS_ATTENDANCE, under) != NULL);
        g_autofree char *below = next && !labels_below ? draft_line_with(next, ", ", ", ") : NULL;
        take_label(draft, block, line, below);
    }
}

/* ---- persons with a part in the meeting ---- */

static bool has_role(const Draft *draft, const char *role, const char *meaning)
{
    const Word *word = role ? profile_prefix(draft->profile, WORDS_ROLE, role, NULL) : NULL;

    if (word != NULL && g_strcmp0(word->meaning, meaning) == 0)
        return true;
    /* "Kanslist, protokollförare" */
    const char *comma = role ? strchr(role, ',') : NULL;
    return comma != NULL && has_role(draft, comma + 1 + strspn(comma + 1, " "), meaning);
}

static Fact attendee_with_role(const Draft *draft, const char *meaning)
{
    const GArray *attendance = draft->meeting->attendance;

    for (guint i = 0; attendance && i < attendance->len; i++) {
        const Attendee *attendee = &g_array_index(attendance, Attendee, i);
        if (has_role(draft, attendee->role, meaning))
            return (Fact){attendee->person.source, attendee->person.name};
    }
    return (Fact){0};
}

/* The whole of `text` as a name. */
static bool is_name(const Draft *draft, const char *text, Mention *mention)
{
    return text != NULL && person_at(draft, text, mention) && mention->start == 0 &&
           mention->end == strlen(text);
}

/* A name and the role of its bearer below it: "Ordförande", "Sekreterare". */
static void take_signature(const Draft *draft, const Block *block, const char *name, const char *role)
{
    Meeting *meeting = draft->meeting;
    Mention mention;

    if (role == NULL || !is_name(draft, name, &mention) || names_run_together(draft, mention.name))
        return;
    if (meeting->chair.value == NULL && has_role(draft, role, "ordforande"))
        meeting->chair = draft_fact(draft, block, BASIS_STATED, mention.name, -1);
    else if (meeting->secretary.value == NULL && has_role(draft, role, "sekreterare"))
        meeting->secretary = draft_fact(draft, block, BASIS_STATED, mention.name, -1);
}

/* A name over "Justerare": only of somebody in the list, for two names beside each other can be one text. */
static void take_adjuster_signature(const Draft *draft, const Block *block, const char *name,
                                    const char *role)
{
    Mention mention;

    if (role != NULL && has_role(draft, role, "justerare") && is_name(draft, name, &mention) &&
        attendee_named(draft->meeting, mention.name) != NULL)
        add_adjuster(draft, block, mention.name);
}

/* The adjusters by their signatures, where nothing else names them. */
static void adjusters_from_signatures(const Draft *draft, const GArray *blocks)
{
    if (draft->meeting->adjusters != NULL)
        return;
    for (guint i = 1; blocks && i < blocks->len; i++) {
        const Block *above = &g_array_index(blocks, Block, i - 1), *block = &g_array_index(blocks, Block, i);
        for (guint cell = 0; draft_cell(block, cell) != NULL; cell++)
            take_adjuster_signature(draft, above, draft_cell(above, cell), draft_cell(block, cell));
    }
}

/* Signatures: a name under "Vid protokollet", and names with roles under them, also side by side. */
static void from_signatures(const Draft *draft, const GArray *closing)
{
    for (guint i = 1; closing && i < closing->len; i++) {
        const Block *above = &g_array_index(closing, Block, i - 1),
                    *block = &g_array_index(closing, Block, i);
        g_autofree char *line = draft_line(block), *line_above = draft_line(above);
        const char *value;
        const Word *word = profile_prefix(draft->profile, WORDS_LABEL, line_above, &value);
        if (word != NULL && g_strcmp0(word->meaning, "sekreterare") == 0 && above->kind != BLOCK_ROW)
            take_person(draft, block, *value ? value : line, &draft->meeting->secretary);
        if (above->kind != BLOCK_ROW && block->kind != BLOCK_ROW)
            take_signature(draft, above, line_above, line);
        for (guint cell = 0; draft_cell(block, cell) != NULL; cell++)
            take_signature(draft, above, draft_cell(above, cell), draft_cell(block, cell));
    }
}

static void chair_and_secretary(const Draft *draft)
{
    Meeting *meeting = draft->meeting;
    struct {
        Fact *fact;
        const char *meaning;
    } parts[] = {{&meeting->chair, "ordforande"}, {&meeting->secretary, "sekreterare"}};

    for (gsize i = 0; i < G_N_ELEMENTS(parts); i++)
        if (parts[i].fact->value == NULL)
            *parts[i].fact = attendee_with_role(draft, parts[i].meaning);
    from_signatures(draft, meeting->front);
    from_signatures(draft, meeting->closing);
}

/* "utse Anna Berg (S) att jämte ordföranden justera": the persons of the sentence but the chair
 * and those who are to stand in. */
static void adjusters_from_block(const Draft *draft, const Block *block)
{
    const char *text = block->text.s;

    if (text == NULL || (strstr(text, "juster") == NULL && strstr(text, "Juster") == NULL))
        return;
    g_autoptr(GArray) persons = persons_in(draft, text, strlen(text));
    Mention mention;
    if (persons->len == 0 && person_at(draft, text, &mention))
        g_array_append_val(persons, mention);
    const char *verb = strstr(text, "utse");
    if (persons->len == 0 && verb != NULL) { /* "att utse Anna Berg till justerare" */
        verb = strchr(verb, ' ');
        if (verb != NULL && person_at(draft, verb + 1, &mention)) {
            mention.start += (gsize)(verb + 1 - text);
            g_array_append_val(persons, mention);
        }
    }
    for (guint i = 0; i < persons->len; i++) {
        const Mention *person = &g_array_index(persons, Mention, i);
        g_autofree char *before = g_strndup(text, person->start);
        bool chair = (g_str_has_suffix(before, "ordföranden ") || g_str_has_suffix(before, "ordförande ")) &&
                     !g_str_has_suffix(before, "vice ordföranden ") &&
                     !g_str_has_suffix(before, "vice ordförande ");
        if (!chair && !text_has_word(before, "ersättare"))
            add_adjuster(draft, block, person->name);
    }
}

static void adjusters_from_items(const Draft *draft)
{
    const GArray *items = draft->meeting->items;

    if (draft->meeting->adjusters != NULL)
        return;
    for (guint i = 0; items && i < items->len && draft->meeting->adjusters == NULL; i++) {
        const Item *item = &g_array_index(items, Item, i);
        g_autofree char *title = text_key(item->title.value ? item->title.value : "");
        if (strstr(title, "juster") == NULL)
            continue;
        for (guint s = 0; item->sections && s < item->sections->len; s++) {
            const Section *section = &g_array_index(item->sections, Section, s);
            bool plain = section->kind == SECTION_OTHER && section->heading == NULL;
            for (guint b = 0; section->blocks && b < section->blocks->len; b++) {
                const Block *block = &g_array_index(section->blocks, Block, b);
                /* "Anna Berg (S) utses att justera", where it is not headed "Beslut" */
                if (section->kind == SECTION_DECISION ||
                    (plain && block->text.s != NULL &&
                     (strstr(block->text.s, "utse") != NULL || strstr(block->text.s, "välj") != NULL)))
                    adjusters_from_block(draft, block);
            }
        }
    }
}

/* ---- days ---- */

/* "Torsdagen den 28 november 2024 kl. 17.00–21.35, Rådhuset", without a label: the hours, and the place after
 * them, where it names the day of the meeting. */
static void hours_from_day(const Draft *draft)
{
    Meeting *meeting = draft->meeting;
    enum { FRONT_BLOCKS = 10 };

    for (guint i = 0; meeting->front && meeting->dates && i < MIN(meeting->front->len, FRONT_BLOCKS); i++) {
        const Block *block = &g_array_index(meeting->front, Block, i);
        const char *start, *end, *day = g_array_index(meeting->dates, Fact, 0).value, *value;
        g_autoptr(GArray) dates = g_array_new(FALSE, FALSE, sizeof(const char *));
        if (block->text.s == NULL || meeting->place.value != NULL || strlen(block->text.s) > 200 ||
            profile_prefix(draft->profile, WORDS_LABEL, block->text.s, &value) != NULL)
            continue;
        dates_in(draft, block->text.s, dates);
        if (dates->len == 0 || strcmp(g_array_index(dates, const char *, 0), day) != 0 ||
            !hours_in(draft, block->text.s, &start, &end) || end == NULL)
            continue;
        take_hours(draft, block, block->text.s);
        GMatchInfo *match = draft_match(draft, FORM_HOURS, block->text.s);
        gint after = 0;
        if (match != NULL)
            g_match_info_fetch_pos(match, 0, NULL, &after);
        g_match_info_free(match);
        const char *place = block->text.s + after;
        if ((text_begins(place, ", ", &place) || text_begins(place, " i ", &place) ||
             text_begins(place, " på ", &place)) &&
            g_unichar_isupper(g_utf8_get_char(place)) && strstr(place, ". ") == NULL)
            take_place(draft, block, place);
    }
}

static void dates_from_furniture(const Draft *draft)
{
    Meeting *meeting = draft->meeting;
    const GArray *furniture = draft->blocks->furniture;
    g_autoptr(GArray) dates = g_array_new(FALSE, FALSE, sizeof(const char *));
    int page = 1;

    for (guint i = 0; furniture && i < furniture->len && dates->len == 0; i++) {
        const Furniture *piece = &g_array_index(furniture, Furniture, i);
        if (strcmp(piece->kind, "datum") == 0) {
            dates_in(draft, piece->text, dates);
            page = piece->page;
        }
    }
    if (meeting->dates != NULL) {
        const char *stated = g_array_index(meeting->dates, Fact, 0).value;
        bool found = dates->len == 0;
        for (guint i = 0; i < dates->len; i++)
            found = found || strcmp(g_array_index(dates, const char *, i), stated) == 0;
        if (!found)
            draft_note(draft, NOTE_DATE_DIFFERS, page, NULL, g_array_index(dates, const char *, 0));
        return;
    }
    if (dates->len > 0) {
        for (guint i = 0; i < dates->len; i++) {
            Fact fact = {{.page = page}, g_array_index(dates, const char *, i)};
            draft_append(&meeting->dates, sizeof fact, &fact);
        }
        return;
    }
    /* The title of a summary, or of minutes without a running head. */
    for (guint i = 0; meeting->front && i < meeting->front->len && meeting->dates == NULL; i++) {
        const Block *block = &g_array_index(meeting->front, Block, i);
        bool told = block->text.s != NULL && i < 10 && strstr(block->text.s, "sammanträde") != NULL &&
                    strlen(block->text.s) < 200; /* "Protokoll fört vid nämndens sammanträde den …" */
        if (block->text.s == NULL || (block->kind != BLOCK_HEADING && i > 3 && !told))
            continue;
        take_dates(draft, block, block->text.s);
        if (meeting->dates != NULL && meeting->kind == DOCUMENT_MINUTES)
            take_hours(draft, block, block->text.s);
    }
    if (meeting->dates == NULL)
        draft_note(draft, NOTE_DATE_UNKNOWN, 0, NULL, NULL);
}
