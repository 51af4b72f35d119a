/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Compare: the facts of two meetings as multisets, field by field, and which differences carry no note. */
#include "compare.h"

#include <string.h>

#include "base/notes.h"

/* A multiset of facts: "field TAB item TAB value" -> how often. */
typedef GHashTable FactSet;

static FactSet *facts_of_meeting(const Meeting *m);
static void item_facts(FactSet *set, const Item *item);
static void section_facts(FactSet *set, const char *where, const Section *section);
static void row_facts(FactSet *set, const char *where, const GArray *rows);
static char *text_without_marks(const Text *text);
static void person_facts(FactSet *set, ComparedField field, const char *where, const GArray *persons);
static void outcome_facts(FactSet *expected, FactSet *made, const Meeting *truth, const Meeting *found);
static void add_words(FactSet *set, const char *s);
static void add_block_words(FactSet *set, const GArray *blocks);
static void add_source_words(FactSet *set, const xmlNode *node, int *notes);
static void add_marker_words(FactSet *set, const xmlNode *list);
static char *attribute_of(const xmlNode *node, const char *name);
static void add_meeting_words(FactSet *set, const Meeting *m);
static void add(FactSet *set, ComparedField field, const char *where, const char *value);
static void subtract(const FactSet *from, const FactSet *other, const Meeting *found, char sign,
                     Score *scores, GString *report);
static bool has_note(const Meeting *m, const char *where);

const char *compared_field_name(ComparedField field)
{
    static const char *const names[] = {
#define X(constant, name) name,
        COMPARED_FIELDS(X)
#undef X
    };
    return names[field];
}

void compare_meetings(const Meeting *truth, const Meeting *found, xmlDoc *source, Score *scores,
                      GString *report)
{
    g_autoptr(GHashTable) expected = facts_of_meeting(truth), made = facts_of_meeting(found);
    int notes = 0;
    add_source_words(expected, xmlDocGetRootElement(source), &notes);
    add_meeting_words(made, found);
    outcome_facts(expected, made, truth, found);
    GHashTableIter iter;
    gpointer key, value;
    g_hash_table_iter_init(&iter, expected);
    while (g_hash_table_iter_next(&iter, &key, &value)) {
        guint in_both = MIN(GPOINTER_TO_UINT(value), GPOINTER_TO_UINT(g_hash_table_lookup(made, key)));
        scores[g_ascii_strtoull(key, NULL, 10)].right += in_both;
    }
    subtract(expected, made, found, '-', scores, report);
    subtract(made, expected, found, '+', scores, report);
}

static void subtract(const FactSet *from, const FactSet *other, const Meeting *found, char sign,
                     Score *scores, GString *report)
{
    g_autoptr(GList) keys = g_list_sort(g_hash_table_get_keys((FactSet *)from), (GCompareFunc)strcmp);
    for (const GList *k = keys; k; k = k->next) {
        guint here = GPOINTER_TO_UINT(g_hash_table_lookup((FactSet *)from, k->data));
        guint there = GPOINTER_TO_UINT(g_hash_table_lookup((FactSet *)other, k->data));
        if (here <= there)
            continue;
        g_auto(GStrv) parts = g_strsplit(k->data, "\t", 3);
        ComparedField field = (ComparedField)g_ascii_strtoull(parts[0], NULL, 10);
        Score *score = &scores[field];
        bool noted = has_note(found, parts[1]);
        *(sign == '-' ? &score->missing : &score->wrong) += here - there;
        score->silent += noted ? 0 : here - there;
        g_string_append_printf(report, "  %c %s %s: %s%s\n", sign, compared_field_name(field), parts[1],
                               parts[2], noted ? " (noted)" : "");
    }
}

/* A note speaks of a fact when it names its item or a block of it; facts of the meeting are spoken
 * of by any note that names no item. */
static bool has_note(const Meeting *m, const char *where)
{
    const Item *item = NULL;
    for (guint i = 0; m->items && i < m->items->len; i++)
        if (g_strcmp0(g_array_index(m->items, Item, i).number, where) == 0)
            item = &g_array_index(m->items, Item, i);
    g_autofree char *sign = g_strdup_printf("§ %s", where);
    for (guint i = 0; m->notes && i < m->notes->len; i++) {
        const Note *n = &g_array_index(m->notes, Note, i);
        bool here = !item && !(n->where && g_str_has_prefix(n->where, "§"));
        if (item && n->where)
            here = strcmp(n->where, sign) == 0 || g_strcmp0(n->where, item->id) == 0;
        for (guint s = 0; item && item->sections && s < item->sections->len && !here; s++) {
            const Section *section = &g_array_index(item->sections, Section, s);
            for (guint b = 0; section->blocks && b < section->blocks->len && !here; b++)
                here = n->where && g_strcmp0(n->where, g_array_index(section->blocks, Block, b).id) == 0;
        }
        if (here && (note_level(n->kind) >= LEVEL_WARNING || n->kind == NOTE_OUTCOME_UNSETTLED))
            return true;
    }
    return false;
}

static FactSet *facts_of_meeting(const Meeting *m)
{
    static const char *const kinds[] = {"okand", "protokoll", "sammanfattning", "plan", "foredragningslista"};
    FactSet *set = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    add(set, FIELD_DOCUMENT, "", kinds[m->kind]);
    add(set, FIELD_PRINCIPAL, "", m->principal.value);
    add(set, FIELD_BODY, "", m->body.value);
    for (guint i = 0; m->dates && i < m->dates->len; i++)
        add(set, FIELD_DATE, "", g_array_index(m->dates, Fact, i).value);
    add(set, FIELD_TIME, "", m->starts.value);
    add(set, FIELD_TIME, "", m->ends.value);
    add(set, FIELD_PLACE, "", m->place.value);
    add(set, FIELD_OFFICES, "", m->chair.value);
    add(set, FIELD_OFFICES, "", m->secretary.value);
    for (guint i = 0; m->adjusters && i < m->adjusters->len; i++)
        add(set, FIELD_OFFICES, "", g_array_index(m->adjusters, Fact, i).value);
    for (guint i = 0; m->attendance && i < m->attendance->len; i++) {
        const Attendee *a = &g_array_index(m->attendance, Attendee, i);
        g_autofree char *who = g_strdup_printf("%s (%s), %d", a->person.name,
                                               a->person.party ? a->person.party : "", (int)a->group);
        add(set, FIELD_ATTENDANCE, "", who);
        const char *const more[] = {a->role, a->stands_for, a->remark};
        for (guint k = 0; k < G_N_ELEMENTS(more); k++) {
            g_autofree char *text = more[k] ? g_strdup_printf("%s: %s", a->person.name, more[k]) : NULL;
            add(set, FIELD_ATTENDANCE_MORE, "", text);
        }
    }
    for (guint i = 0; m->items && i < m->items->len; i++)
        item_facts(set, &g_array_index(m->items, Item, i));
    return set;
}

static void item_facts(FactSet *set, const Item *item)
{
    const char *where = item->number ? item->number : "";
    add(set, FIELD_ITEM, where, where);
    add(set, FIELD_TITLE, where, item->title.value);
    for (guint i = 0; item->case_numbers && i < item->case_numbers->len; i++)
        add(set, FIELD_CASE, where, g_array_index(item->case_numbers, Fact, i).value);
    for (guint i = 0; item->sections && i < item->sections->len; i++)
        section_facts(set, where, &g_array_index(item->sections, Section, i));
    for (guint i = 0; item->motions && i < item->motions->len; i++) {
        const Motion *motion = &g_array_index(item->motions, Motion, i);
        g_autofree char *s =
            g_strdup_printf("%s (%s), %d", motion->person.name,
                            motion->person.party ? motion->person.party : "", (int)motion->kind);
        add(set, FIELD_MOTIONS, where, s);
    }
    for (guint i = 0; item->votes && i < item->votes->len; i++) {
        const Vote *vote = &g_array_index(item->votes, Vote, i);
        g_autofree char *s =
            g_strdup_printf("%d ja, %d nej, %d avstår", vote->yes, vote->no, MAX(vote->abstain, 0));
        add(set, FIELD_VOTES, where, s);
        add(set, FIELD_MEANINGS, where, vote->yes_means);
        add(set, FIELD_MEANINGS, where, vote->no_means);
        for (guint k = 0; vote->ballots && k < vote->ballots->len; k++) {
            const Ballot *b = &g_array_index(vote->ballots, Ballot, k);
            g_autofree char *ballot = g_strdup_printf("%s (%s), %d", b->person.name,
                                                      b->person.party ? b->person.party : "", (int)b->choice);
            add(set, FIELD_BALLOTS, where, ballot);
        }
    }
    for (guint i = 0; item->responsible && i < item->responsible->len; i++)
        add(set, FIELD_RESPONSIBLE, where, g_array_index(item->responsible, Fact, i).value);
    for (guint i = 0; item->footnotes && i < item->footnotes->len; i++)
        add(set, FIELD_FOOTNOTES, where, g_array_index(item->footnotes, Block, i).text.s);
    add(set, FIELD_AT_ONCE, where, item->adjusted_at_once.value ? "ja" : NULL);
    person_facts(set, FIELD_RESERVATIONS, where, item->reservations);
    person_facts(set, FIELD_NOT_TAKING_PART, where, item->not_taking_part);
}

static void section_facts(FactSet *set, const char *where, const Section *section)
{
    static const struct {
        SectionKind kind;
        ComparedField field;
    } rows[] = {{SECTION_DECISION, FIELD_DECISION},
                {SECTION_PROPOSAL, FIELD_PROPOSAL},
                {SECTION_SUMMARY, FIELD_SUMMARY},
                {SECTION_BASIS, FIELD_BASIS},
                {SECTION_RECIPIENTS, FIELD_RECIPIENTS}};
    if (section->heading) {
        g_autofree char *heading = g_utf8_casefold(section->heading, -1);
        add(set, FIELD_SECTIONS, where, heading);
    }
    for (guint i = 0; section->blocks && i < section->blocks->len; i++)
        row_facts(set, where, g_array_index(section->blocks, Block, i).rows);
    for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
        if (rows[i].kind != section->kind)
            continue;
        for (guint k = 0; section->blocks && k < section->blocks->len; k++) {
            const Block *b = &g_array_index(section->blocks, Block, k);
            g_autofree char *text = text_without_marks(&b->text);
            if (b->kind != BLOCK_HEADING && b->kind != BLOCK_TABLE)
                add(set, rows[i].field, where, text);
        }
    }
}

static void row_facts(FactSet *set, const char *where, const GArray *rows)
{
    for (guint i = 0; rows && i < rows->len; i++) {
        const Row *row = &g_array_index(rows, Row, i);
        g_autoptr(GString) s = g_string_new(NULL);
        for (guint k = 0; row->cells && k < row->cells->len; k++) {
            const char *cell = g_array_index(row->cells, Cell, k).text.s;
            g_string_append_printf(s, "%s|", cell ? cell : "");
        }
        add(set, FIELD_TABLES, where, s->str);
    }
}

/* The text without the marks of its footnotes, which are digits of no sentence. NULL for none. */
static char *text_without_marks(const Text *text)
{
    g_autoptr(GString) s = g_string_new(text->s);
    for (guint i = text->marks ? text->marks->len : 0; i > 0; i--) {
        const Mark *mark = &g_array_index(text->marks, Mark, i - 1);
        if (mark->kind == MARK_FOOTNOTE)
            g_string_erase(s, mark->start, mark->length);
    }
    return g_strchomp(g_strdup(s->str));
}

static void person_facts(FactSet *set, ComparedField field, const char *where, const GArray *persons)
{
    for (guint i = 0; persons && i < persons->len; i++) {
        const Person *p = &g_array_index(persons, Person, i);
        g_autofree char *who = g_strdup_printf("%s (%s)", p->name, p->party ? p->party : "");
        add(set, field, where, who);
    }
}

/* Outcomes, of those items alone whose words were invented to settle them. */
static void outcome_facts(FactSet *expected, FactSet *made, const Meeting *truth, const Meeting *found)
{
    for (guint i = 0; i < truth->items->len; i++) {
        const Item *item = &g_array_index(truth->items, Item, i);
        if (item->outcome.kind == OUTCOME_NONE)
            continue;
        g_autofree char *kind = g_strdup_printf("%d", (int)item->outcome.kind);
        add(expected, FIELD_OUTCOME, item->number, kind);
        for (guint k = 0; found->items && k < found->items->len; k++) {
            const Item *same = &g_array_index(found->items, Item, k);
            if (g_strcmp0(same->number, item->number) != 0 || same->outcome.kind == OUTCOME_NONE)
                continue;
            g_autofree char *found_kind = g_strdup_printf("%d", (int)same->outcome.kind);
            add(made, FIELD_OUTCOME, item->number, found_kind);
        }
    }
}

/* The words a reader sees in the text area: not those of running heads, stamps and contents, but those
 * the typesetter makes: labels at the side, markers of lists, numbers of footnotes. */
static void add_source_words(FactSet *set, const xmlNode *node, int *notes)
{
    static const char *const apart[] = {"head", "foot", "overlay", "toc"};
    for (const xmlNode *n = node->children; n; n = n->next) {
        const char *name = (const char *)n->name;
        if (n->type == XML_TEXT_NODE) {
            add_words(set, (const char *)n->content);
            continue;
        }
        g_autofree char *style = attribute_of(n, "style");
        bool skip = strcmp(style, "toc") == 0;
        for (gsize i = 0; i < G_N_ELEMENTS(apart); i++)
            skip = skip || strcmp(name, apart[i]) == 0;
        if (skip)
            continue;
        g_autofree char *label = strcmp(name, "side") == 0 ? attribute_of(n, "label") : NULL;
        add_words(set, label);
        if (strcmp(name, "list") == 0)
            add_marker_words(set, n);
        if (strcmp(name, "fn") == 0) {
            g_autofree char *both = g_strdup_printf("%d %d", *notes + 1, *notes + 1);
            add_words(set, both);
            ++*notes;
        }
        add_source_words(set, n, notes);
    }
}

static void add_marker_words(FactSet *set, const xmlNode *list)
{
    g_autofree char *form = attribute_of(list, "marker");
    int items = (int)xmlChildElementCount((xmlNode *)list);
    for (int i = 0; i < items; i++) {
        g_autofree char *marker = *form == '1'   ? g_strdup_printf("%d", i + 1)
                                  : *form == 'a' ? g_strdup_printf("%c", 'a' + i)
                                                 : g_strdup(form);
        add_words(set, marker);
    }
}

/* Never NULL; the caller frees it. */
static char *attribute_of(const xmlNode *node, const char *name)
{
    xmlChar *value = xmlGetNoNsProp(node, (const xmlChar *)name);
    char *copy = g_strdup(value ? (const char *)value : "");
    xmlFree(value);
    return copy;
}

static void add_meeting_words(FactSet *set, const Meeting *m)
{
    add_block_words(set, m->front);
    add_block_words(set, m->closing);
    for (guint i = 0; m->items && i < m->items->len; i++) {
        const Item *item = &g_array_index(m->items, Item, i);
        add_block_words(set, item->head);
        add_block_words(set, item->footnotes);
        for (guint k = 0; item->sections && k < item->sections->len; k++)
            add_block_words(set, g_array_index(item->sections, Section, k).blocks);
    }
    for (guint i = 0; m->attachments && i < m->attachments->len; i++)
        add_block_words(set, g_array_index(m->attachments, Attachment, i).blocks);
}

static void add_block_words(FactSet *set, const GArray *blocks)
{
    for (guint i = 0; blocks && i < blocks->len; i++) {
        g_autofree char *plain = block_plain(&g_array_index(blocks, Block, i));
        add_words(set, plain);
    }
}

static void add_words(FactSet *set, const char *s)
{
    g_autoptr(GString) word = g_string_new(NULL);
    for (const char *p = s ? s : ""; word; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        if (c && g_unichar_isalnum(c)) {
            g_string_append_unichar(word, g_unichar_tolower(c));
            continue;
        }
        if (word->len)
            add(set, FIELD_WORDS, "", word->str);
        g_string_truncate(word, 0);
        if (!c)
            break;
    }
}

/* Quotation marks and dashes may come out in another form; nothing else may. */
static void add(FactSet *set, ComparedField field, const char *where, const char *value)
{
    if (!value)
        return;
    char *key = g_strdup_printf("%d\t%s\t%s", (int)field, where, value);
    guint count = GPOINTER_TO_UINT(g_hash_table_lookup(set, key));
    g_hash_table_replace(set, key, GUINT_TO_POINTER(count + 1));
}
