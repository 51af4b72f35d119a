/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The attendance list: who was there, in which group, in whose stead and when. */
#include "meeting_parts.h"

#include <string.h>

/* Words between a substitute and the member replaced. */
static const char *const instead[] = {
    "ersättare för ", "tjänstgör för ", "tjänstgörande för ",      "tjg för ", "tjg. för ", "ersätter ",
    "i stället för ", "istället för ",  "tjänstgör istället för ", "för "};

/* How a remark on when somebody was there begins. */
static const char *const remarks[] = {
    "§",      "ej ",        "kl",          "t.o.m", "fr.o.m",  "from ",   "tom ",
    "deltar", "närvarande", "frånvarande", "via ",  "digital", "distans", "på distans",
    "under ", "del av",     "från ",       "till ", "ankom",   "lämnade", "("};

/* Words between a member who was absent and the substitute. */
static const char *const replaced_by[] = {"ersätts av ", "ersattes av ", "ersätts under mötet av "};

/* The group in profiles of members who were not there: read for who stood in for them. */
static const char absent[] = "franvarande";

/* Lines that are no text of the list are passed over up to this many. */
enum { STRANGE_LINES = 2 };

typedef struct {
    const Draft *draft;
    AttendanceGroup group;
    bool absent; /* the lines name members who were not there */
    int strange;
} Listing;

static bool group_of(const Draft *draft, const char *text, AttendanceGroup *group);
static void read_block(Listing *listing, const Block *block);
static void read_table(Listing *listing, const Block *block);
static void read_absent(const Draft *draft, const char *line);
static void read_boxes(Listing *listing, const Block *block, const char *line);
static guint read_persons(Listing *listing, const Block *block, const char *text, AttendanceGroup group);
static guint read_part(Listing *listing, const Block *block, const char *text, AttendanceGroup group);
static guint read_without_parties(Listing *listing, const Block *block, const char *text,
                                  AttendanceGroup group);
static void add_attendee(const Draft *draft, const Block *block, const Mention *mention,
                         AttendanceGroup group, const char *rest);
static void read_rest(const Draft *draft, const char *rest, Attendee *attendee);

void attendance_from_front(const Draft *draft)
{
    const GArray *front = draft->meeting->front;
    Listing listing = {.draft = draft};

    for (guint i = 0; front && i < front->len; i++)
        read_block(&listing, &g_array_index(front, Block, i));
    if (draft->meeting->attendance == NULL)
        draft_note(draft, NOTE_ATTENDANCE_MISSING, 0, NULL, NULL);
}

static bool group_of(const Draft *draft, const char *text, AttendanceGroup *group)
{
    const char *meaning = profile_meaning(draft->profile, WORDS_ATTENDANCE, text);

    *group = GROUP_NONE;
    if (g_strcmp0(meaning, absent) == 0)
        return true;
    for (int i = 1; meaning != NULL && meeting_group_names[i] != NULL; i++)
        if (strcmp(meaning, meeting_group_names[i]) == 0) {
            *group = (AttendanceGroup)i;
            return true;
        }
    return false;
}

/* The label of a line of the list, as heading, cell or before a colon; `*rest` is what follows it. */
static bool label_of(const Draft *draft, const Block *block, const char *line, AttendanceGroup *group,
                     const char **rest)
{
    *rest = "";
    if (group_of(draft, line, group))
        return true;
    const char *cell = draft_cell(block, 0);
    const Word *word = profile_prefix(draft->profile, WORDS_ATTENDANCE, line, rest);
    if (word == NULL)
        return false;
    if (cell != NULL && group_of(draft, cell, group))
        return true;
    const char *colon = strchr(line, ':');
    return colon != NULL && colon < *rest && group_of(draft, word->text, group);
}

static void read_block(Listing *listing, const Block *block)
{
    const Draft *draft = listing->draft;

    if (block->kind == BLOCK_TABLE) {
        read_table(listing, block);
        return;
    }
    /* The lines of a cell are persons: "Beslutande | Anna Berg (S)⏎Bo Ek (M)". */
    g_autofree char *line = draft_line_with(block, " ", "; ");
    const char *rest;
    AttendanceGroup group;
    if (label_of(draft, block, line, &group, &rest)) {
        listing->group = group;
        listing->absent = group == GROUP_NONE;
        listing->strange = 0;
        if (*rest != '\0')
            read_persons(listing, block, rest, listing->group);
        return;
    }
    const Word *within =
        block->kind == BLOCK_HEADING ? profile_within(draft->profile, WORDS_ATTENDANCE, line) : NULL;
    if (within != NULL && strlen(line) < 80 && group_of(draft, within->text, &group)) {
        /* "Beslutande ledamöter och adjungerade": a heading of the list, but of whom is a guess */
        draft_note(draft, NOTE_ATTENDANCE_UNCLEAR, block->page, block->id, line);
        listing->group = group;
        listing->absent = group == GROUP_NONE;
        return;
    }
    if (listing->absent) {
        read_absent(draft, line);
        return;
    }
    if (listing->group == GROUP_NONE || *line == '\0')
        return;
    if (*line == '[') {
        read_boxes(listing, block, line);
        return;
    }
    const Word *label = profile_prefix(draft->profile, WORDS_LABEL, line, &rest);
    Mention mention;
    if (label != NULL && g_strcmp0(label->meaning, "ordforande") == 0 && person_at(draft, rest, &mention)) {
        if (attendee_named(draft->meeting, mention.name) == NULL) { /* "Ordförande: Anna Berg (S)" */
            g_autofree char *turned = g_strdup_printf("%s, %s", rest, label->text);
            read_persons(listing, block, turned, listing->group);
        }
    } else if (label != NULL) {
        listing->group = GROUP_NONE;
    } else if (block->kind == BLOCK_HEADING || strlen(line) > 400) {
        listing->group = GROUP_NONE;
    } else if (read_persons(listing, block, line, listing->group) == 0) {
        draft_note(draft, NOTE_ATTENDANCE_UNCLEAR, block->page, block->id, line);
        if (++listing->strange > STRANGE_LINES || block->bold)
            listing->group = GROUP_NONE;
    }
}

/* Columns under headings of groups, or names with roles beside them. */
static void read_table(Listing *listing, const Block *block)
{
    AttendanceGroup columns[8] = {GROUP_NONE};
    bool grouped = false;

    for (guint r = 0; block->rows && r < block->rows->len; r++) {
        const Row *row = &g_array_index(block->rows, Row, r);
        guint cells = row->cells ? row->cells->len : 0;
        bool heading = false;
        for (guint c = 0; c < MIN(cells, G_N_ELEMENTS(columns)); c++) {
            const char *text = g_array_index(row->cells, Cell, c).text.s;
            if (text != NULL && group_of(listing->draft, text, &columns[c]))
                heading = grouped = true;
        }
        if (heading && cells == 1)
            listing->group = columns[0];
        if (heading)
            continue;
        g_autofree char *first = cells ? g_strdup(g_array_index(row->cells, Cell, 0).text.s) : NULL;
        if (first && *first == '[' && listing->group != GROUP_NONE) {
            g_autoptr(GString) line = g_string_new(NULL);
            for (guint c = 0; c < cells; c++) {
                const char *text = g_array_index(row->cells, Cell, c).text.s;
                g_string_append_printf(line, "%s ", text ? text : "");
            }
            read_boxes(listing, block, line->str);
        } else if (grouped && cells > 1) {
            for (guint c = 0; c < MIN(cells, G_N_ELEMENTS(columns)); c++) {
                g_autofree char *text = draft_listed(&g_array_index(row->cells, Cell, c).text, "; ");
                AttendanceGroup group = columns[c] ? columns[c] : listing->group;
                if (*text != '\0' && group != GROUP_NONE)
                    read_persons(listing, block, text, group);
            }
        } else if (listing->group != GROUP_NONE) {
            g_autoptr(GString) line = g_string_new(NULL);
            for (guint c = 0; c < cells; c++) {
                const char *text = g_array_index(row->cells, Cell, c).text.s;
                if (text != NULL && *text != '\0')
                    g_string_append_printf(line, "%s%s", line->len ? ", " : "", text);
            }
            read_persons(listing, block, line->str, listing->group);
        }
    }
}

/* Boxes: "[X] Berg Anna" was there, "[ ] Ek Bo" was not. Beside a member stands the personal substitute. */
static void read_boxes(Listing *listing, const Block *block, const char *line)
{
    g_auto(GStrv) boxes = g_strsplit(line, "[", -1);
    const char *absentee = NULL;

    for (guint i = 1; boxes[0] && boxes[i]; i++) {
        const char *name = strchr(boxes[i], ']');
        if (name == NULL)
            continue;
        name += 1 + strspn(name + 1, " ");
        if (*boxes[i] != 'x' && *boxes[i] != 'X') {
            absentee = name;
            continue;
        }
        AttendanceGroup group = i == 1 || listing->group != GROUP_MEMBER ? listing->group : GROUP_SUBSTITUTE;
        GArray **attendance = &listing->draft->meeting->attendance;
        guint before = *attendance ? (*attendance)->len : 0;
        read_persons(listing, block, name, group);
        Mention member;
        if (group == GROUP_SUBSTITUTE && absentee != NULL && *attendance &&
            (*attendance)->len == before + 1 && person_at(listing->draft, absentee, &member)) {
            Attendee *attendee = &g_array_index(*attendance, Attendee, before);
            attendee->group = GROUP_SERVING_SUBSTITUTE;
            attendee->stands_for = member.name;
        }
    }
}

/* "Anna Berg (S), ersätts av Bo Ek (S)": Bo Ek, who is in the list, stands in for Anna Berg. */
static void read_absent(const Draft *draft, const char *line)
{
    g_autoptr(GArray) persons = persons_with_party(draft, line, strlen(line));

    if (persons->len != 2)
        return;
    const Mention *member = &g_array_index(persons, Mention, 0),
                  *substitute = &g_array_index(persons, Mention, 1);
    g_autofree char *between = g_strndup(line + member->end, substitute->start - member->end);
    bool replaced = false;
    for (gsize i = 0; i < G_N_ELEMENTS(replaced_by); i++)
        replaced = replaced || g_str_has_suffix(between, replaced_by[i]);
    for (guint i = 0; replaced && draft->meeting->attendance && i < draft->meeting->attendance->len; i++) {
        Attendee *attendee = &g_array_index(draft->meeting->attendance, Attendee, i);
        if (strcmp(attendee->person.name, substitute->name) == 0 && attendee->stands_for == NULL) {
            attendee->stands_for = member->name;
            attendee->group = GROUP_SERVING_SUBSTITUTE;
        }
    }
}

static void add_attendee(const Draft *draft, const Block *block, const Mention *mention,
                         AttendanceGroup group, const char *rest)
{
    Attendee attendee = {.person = person_from_mention(draft, mention, block), .group = group};

    if (text_begins(mention->name, "vakant", NULL))
        return;
    read_rest(draft, rest, &attendee);
    if (attendee.stands_for != NULL && (group == GROUP_MEMBER || group == GROUP_SUBSTITUTE))
        attendee.group = GROUP_SERVING_SUBSTITUTE;
    draft_append(&draft->meeting->attendance, sizeof attendee, &attendee);
}

/* True when the words before byte `at` say that the next name is of the member replaced. */
static bool stands_before(const char *text, gsize from, gsize at)
{
    g_autofree char *between = g_strndup(text + from, at - from);

    for (gsize i = 0; i < G_N_ELEMENTS(instead); i++)
        if (g_str_has_suffix(between, instead[i]))
            return true;
    return false;
}

/* Reads one person or several on a line; the number of them. */
static guint read_persons(Listing *listing, const Block *block, const char *text, AttendanceGroup group)
{
    g_auto(GStrv) parts = g_strsplit(text, ";", -1);
    guint read = 0;

    for (char **part = parts; *part; part++)
        if (*g_strstrip(*part) != '\0')
            read += read_part(listing, block, *part, group);
    return read;
}

/* One person without a party, with what follows the name. */
static bool read_official(Listing *listing, const Block *block, const char *text, AttendanceGroup group)
{
    const Draft *draft = listing->draft;
    bool role_beside = block->kind == BLOCK_ROW || group == GROUP_OFFICIAL || group == GROUP_OTHER;
    const char *cell = draft_cell(block, 0);
    Mention mention;

    if (!person_at(draft, text, &mention) || mention.start > 0 || strlen(text) > 200)
        return false;
    if (cell != NULL && text_begins(text, cell, NULL) && strlen(cell) < mention.end)
        mention.end = strlen(cell);
    const char *rest = text + mention.end;
    if (*rest != '\0' && *rest != ',' && *rest != '(' && !role_beside)
        return false;
    mention.name = draft_string(draft, text, (gssize)mention.end);
    add_attendee(draft, block, &mention, group, rest);
    return true;
}

/* "Anna Berg, kanslichef, Bo Ek, sekreterare": a name between commas begins the next person. */
static guint read_without_parties(Listing *listing, const Block *block, const char *text,
                                  AttendanceGroup group)
{
    g_auto(GStrv) parts = g_strsplit(text, ",", -1);
    g_autoptr(GString) one = g_string_new(NULL);
    guint read = 0;

    for (char **part = parts; *part; part++) {
        Mention mention;
        const char *trimmed = g_strstrip(*part);
        bool name = person_at(listing->draft, trimmed, &mention) && mention.start == 0 &&
                    mention.end == strlen(trimmed);
        if (name && one->len > 0) {
            read += read_official(listing, block, one->str, group);
            g_string_truncate(one, 0);
        }
        g_string_append_printf(one, "%s%s", one->len > 0 ? ", " : "", trimmed);
    }
    return read + read_official(listing, block, one->str, group);
}

/* The same for a line without semicolons, where only parties part the persons. */
static guint read_part(Listing *listing, const Block *block, const char *text, AttendanceGroup group)
{
    const Draft *draft = listing->draft;
    guint read = 0;

    g_autoptr(GArray) persons = persons_with_party(draft, text, strlen(text));
    if (persons->len == 0)
        return read_without_parties(listing, block, text, group);
    for (guint i = 0; i < persons->len; i++) {
        const Mention *mention = &g_array_index(persons, Mention, i);
        guint next = i + 1;
        while (next < persons->len &&
               stands_before(text, mention->end, g_array_index(persons, Mention, next).start))
            next++;
        gsize end = next < persons->len ? g_array_index(persons, Mention, next).start : strlen(text);
        g_autofree char *rest = g_strndup(text + mention->end, end - mention->end);
        add_attendee(draft, block, mention, group, rest);
        read++;
        i = next - 1;
    }
    return read;
}

static bool begins_with_any(const char *s, const char *const *list, gsize n, const char **rest)
{
    for (gsize i = 0; i < n; i++)
        if (text_begins(s, list[i], rest))
            return true;
    return false;
}

static const char *joined(const Draft *draft, const char *before, const char *part)
{
    g_autofree char *both = before ? g_strdup_printf("%s, %s", before, part) : NULL;

    return draft_string(draft, both ? both : part, -1);
}

/* What follows the name: role, the member replaced, remarks, between commas. */
static void read_rest(const Draft *draft, const char *rest, Attendee *attendee)
{
    bool official = attendee->group == GROUP_OFFICIAL || attendee->group == GROUP_OTHER;
    g_auto(GStrv) parts = g_strsplit(rest, ",", -1);

    for (char **part = parts; *part; part++) {
        char *text = g_strstrip(*part);
        const char *after, *ignored;
        if (*text == '\0' || strcmp(text, "och") == 0)
            continue;
        if (begins_with_any(text, instead, G_N_ELEMENTS(instead), &after)) {
            Mention member;
            if (person_at(draft, after, &member)) {
                attendee->stands_for = member.name;
                text += after + member.end - text;
                text += strspn(text, " ");
                if (*text == '\0')
                    continue;
            }
        }
        bool role = profile_prefix(draft->profile, WORDS_ROLE, text, NULL) != NULL;
        bool remark =
            begins_with_any(text, remarks, G_N_ELEMENTS(remarks), &ignored) || g_ascii_isdigit(*text);
        char *until = role ? strstr(text, " §") : NULL; /* "vice ordförande §§ 40-52" */
        if (until == NULL && role && g_str_has_suffix(text, ")"))
            until = strstr(text, " (");
        if (until != NULL) {
            attendee->remark = joined(draft, attendee->remark, until + 1);
            *until = '\0';
        }
        if (attendee->group == GROUP_MEMBER &&
            g_strcmp0(profile_meaning(draft->profile, WORDS_ATTENDANCE, text),
                      meeting_group_names[GROUP_SERVING_SUBSTITUTE]) == 0)
            attendee->group = GROUP_SERVING_SUBSTITUTE;
        else if (role || (official && !remark))
            attendee->role = joined(draft, attendee->role, text);
        else
            attendee->remark = joined(draft, attendee->remark, text);
    }
}
