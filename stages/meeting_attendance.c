/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The attendance list: who was there, in which group, in whose stead and when. */
#include "meeting_parts.h"

#include <string.h>

/* The group in profiles of members who were not there: read for who stood in for them. */
static const char absent[] = "franvarande";

/* In a column of its own, that somebody was there. */
static const char *const marks_present[] = {"x", "ja", "1", "närvarande", "närv", "n", "•", "✓"};

/* The same, that somebody was not. */
static const char *const marks_absent[] = {"nej", "frånvarande", "ej närvarande", "f"};

/* Lines that are no text of the list are passed over up to this many. */
enum { STRANGE_LINES = 2, COLUMNS = 8, BARE_HEADINGS = 3 };

/* What a column holds: names of a group, or when those in the column before it were there. */
typedef struct {
    AttendanceGroup group;
    bool presence;
    bool party, remark; /* of the person in the nearest column before that holds names */
} Column;

typedef struct {
    const Draft *draft;
    AttendanceGroup group;
    bool absent;   /* the lines name members who were not there */
    bool deciding; /* boxes under "Beslutande", members and substitutes alike */
    bool ended;    /* by a heading that no rule knows */
    bool columned; /* rows below headings of columns */
    Column columns[COLUMNS];
    int strange;
    int bare; /* headings of groups one below the other with nothing between them */
} Listing;

static bool group_of(const Draft *draft, const char *text, AttendanceGroup *group);
static void read_blocks(Listing *listing, const GArray *blocks);
static void read_attached(const Draft *draft);
static void read_block(Listing *listing, const Block *block, const char *line);
static bool read_row(Listing *listing, const Block *block, const Row *row);
static void read_lines(const Draft *draft, const Block *block, const Text *text, AttendanceGroup group);
static char *row_text(const Draft *draft, const Row *row, guint first);
static void read_table(Listing *listing, const Block *block);
static void read_boxes(Listing *listing, const Block *block, const char *line);

static bool names_members(const GArray *attendance)
{
    for (guint i = 0; attendance && i < attendance->len; i++) {
        AttendanceGroup group = g_array_index(attendance, Attendee, i).group;
        if (group == GROUP_MEMBER || group == GROUP_SERVING_SUBSTITUTE)
            return true;
    }
    return false;
}

void attendance_from_front(const Draft *draft)
{
    const GArray *front = draft->meeting->front;
    Listing listing = {.draft = draft};

    read_blocks(&listing, front);
    if (!names_members(draft->meeting->attendance)) /* at most officials stand on the front */
        read_attached(draft);
    if (!names_members(draft->meeting->attendance))
        draft_note(draft, NOTE_ATTENDANCE_MISSING, 0, NULL, NULL);
}

/* True when a line goes on with what the next one begins with: a name broken over lines ("… ersätter Karl"
 * and "Berg (C)"), or a party on its own. */
static bool goes_on(const char *line, const char *next)
{
    const char *space = strchr(next, ' '), *party = strrchr(line, ')');
    bool open = party == NULL; /* the name is not at its end */

    /* "…, 1:e vice" / "ordförande", "… §§" / "140–145" */
    if (strchr(line, '(') != NULL && strchr(next, '(') == NULL && strchr(next, ':') == NULL && *line != '[' &&
        strlen(next) < 60 && strlen(line) < 200 &&
        (g_unichar_islower(g_utf8_get_char(next)) || g_str_has_suffix(line, "§")))
        return true;
    if (*line == '\0' || *line == '[' || names_nobody(next) || strchr(line, ':') != NULL ||
        strlen(line) + strlen(next) > 200)
        return false;
    if (*next == '(' || g_str_has_suffix(line, " ersätter") || g_str_has_suffix(line, " för"))
        return true;
    return (open || names_member_replaced(party)) && space != NULL && space[1] == '(' &&
           g_unichar_isupper(g_utf8_get_char(next));
}

/* Persons side by side whose lines go on in the row below, each in its own cell: both rows as one line, the
 * persons parted by semicolons; NULL when they do not. The caller frees it. */
static char *columns_go_on(const Draft *draft, const Block *block, const Block *below)
{
    GString *line = g_string_new(NULL);
    bool go_on = false;
    Mention mention;

    for (guint c = 0; c < 2; c++) {
        const char *cell = draft_cell(block, c), *next = draft_cell(below, c);
        if (cell == NULL || !person_at(draft, cell, &mention) || mention.start > 0 ||
            strchr(cell, '(') == NULL) {
            g_string_free(line, TRUE);
            return NULL;
        }
        bool on = next != NULL && *next != '\0' && goes_on(cell, next);
        if (!on && next != NULL && *next != '\0' && c > 0 && !go_on)
            break;
        go_on = go_on || on;
        g_string_append_printf(line, "%s%s%s%s", c > 0 ? "; " : "", cell,
                               next && *next ? (on ? " " : "; ") : "", next ? next : "");
    }
    if (go_on)
        return g_string_free(line, FALSE);
    g_string_free(line, TRUE);
    return NULL;
}

static void read_blocks(Listing *listing, const GArray *blocks)
{
    for (guint i = 0; blocks && i < blocks->len; i++) {
        const Block *block = &g_array_index(blocks, Block, i);
        g_autofree char *line = draft_line(block);
        while (i + 1 < blocks->len && listing->group != GROUP_NONE && block->kind != BLOCK_HEADING &&
               block->kind != BLOCK_TABLE) {
            const Block *below = &g_array_index(blocks, Block, i + 1);
            g_autofree char *next = draft_line(below);
            char *paired = columns_go_on(listing->draft, block, below);
            if (paired != NULL) {
                g_free(line);
                line = paired;
                i++;
                break;
            }
            if (below->kind != block->kind ||
                (below->rows && draft_cell(below, 0) && *draft_cell(below, 0)) || !goes_on(line, next))
                break;
            char *both = g_strdup_printf("%s %s", line, next);
            g_free(line);
            line = both;
            i++;
        }
        read_block(listing, block, line);
    }
}

/* The list as an attachment: "Beslutande: se bilaga 1", "enligt uppropslistan". */
static void read_attached(const Draft *draft)
{
    static const char *const titles[] = {"närvarolista", "närvaroförteckning",
                                         "uppropslista", "tjänstgöringslista",
                                         "närvaro- och", "förteckning över närvarande"};
    const GArray *attachments = draft->meeting->attachments;

    for (guint i = 0; attachments && i < attachments->len; i++) {
        const GArray *blocks = g_array_index(attachments, Attachment, i).blocks;
        bool titled = false;
        for (guint b = 0; blocks && b < MIN(blocks->len, 3) && !titled; b++) {
            g_autofree char *line = draft_line(&g_array_index(blocks, Block, b));
            g_autofree char *folded = g_utf8_strdown(line, -1);
            for (gsize k = 0; k < G_N_ELEMENTS(titles); k++)
                titled = titled || strstr(folded, titles[k]) != NULL;
        }
        if (!titled)
            continue;
        Listing listing = {.draft = draft};
        read_blocks(&listing, blocks);
        return;
    }
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

static void begin_group(Listing *listing, AttendanceGroup group)
{
    listing->group = group;
    listing->absent = group == GROUP_NONE;
    listing->ended = false;
    listing->columned = false;
    listing->strange = 0;
}

/* True when the cells of a row are headings of columns; keeps what each of them holds. */
static bool column_headings(Listing *listing, const Block *block, const Row *row)
{
    Column columns[COLUMNS] = {{GROUP_NONE, false, false, false}};
    guint cells = row->cells ? row->cells->len : 0, headings = 0, filled = 0;

    for (guint c = 0; c < MIN(cells, COLUMNS); c++) {
        const Cell *cell = &g_array_index(row->cells, Cell, c);
        if (cell->text.s == NULL || *cell->text.s == '\0')
            continue;
        g_autofree char *text = draft_listed(&cell->text, "\n");
        char *names = strchr(text, '\n'); /* "Ledamöter", and the names on the lines below in the same cell */
        filled += names != NULL;
        if (names != NULL)
            *names = '\0';
        g_autofree char *key = text_key(text);
        columns[c].party = c > 0 && columns[c - 1].group != GROUP_NONE && strcmp(key, "parti") == 0;
        columns[c].remark = c > 0 && (strcmp(key, "anmärkning") == 0 || strcmp(key, "anm") == 0 ||
                                      strcmp(key, "noteringar") == 0);
        columns[c].presence =
            c > 0 && (columns[c - 1].group != GROUP_NONE || columns[c - 1].party) &&
            (strcmp(key, "närvarande") == 0 || strcmp(key, "närv") == 0 || strcmp(key, "närvaro") == 0 ||
             strcmp(key, "tid") == 0 || strcmp(key, "§") == 0);
        if (!columns[c].presence && !columns[c].party && !columns[c].remark &&
            !group_of(listing->draft, text, &columns[c].group))
            return false;
        headings++;
    }
    if (headings < 2 && filled == 0)
        return false;
    AttendanceGroup group = GROUP_NONE;
    for (guint c = 0; c < COLUMNS && group == GROUP_NONE; c++)
        group = columns[c].group;
    begin_group(listing, group);
    listing->columned = true;
    memcpy(listing->columns, columns, sizeof columns);
    for (guint c = 0; c < MIN(cells, COLUMNS) && filled > 0; c++)
        read_lines(listing->draft, block, &g_array_index(row->cells, Cell, c).text, columns[c].group);
    return true;
}

/* The names below the heading of their group, each on a line of the same cell. */
static void read_lines(const Draft *draft, const Block *block, const Text *text, AttendanceGroup group)
{
    g_autofree char *listed = draft_listed(text, "\n");
    g_auto(GStrv) lines = g_strsplit(listed, "\n", -1);

    for (guint i = 1; lines[0] != NULL && lines[i] != NULL; i++) {
        const char *line = g_strstrip(lines[i]);
        if (*line != '\0' && group == GROUP_NONE)
            absent_from_text(draft, line);
        else if (*line != '\0' && attendees_from_text(draft, block, line, group) == 0)
            attendance_unclear(draft, block, line);
    }
}

/* True when every word is of a name in the list: signatures name those who are there already. */
static bool all_listed(const Draft *draft, const char *line)
{
    const GArray *attendance = draft->meeting->attendance;
    g_auto(GStrv) words = g_strsplit(line, " ", -1);

    for (char **word = words; *word; word++) {
        bool listed = false;
        for (guint i = 0; attendance && i < attendance->len && !listed; i++)
            listed = text_has_word(g_array_index(attendance, Attendee, i).person.name, *word);
        if (!listed)
            return false;
    }
    return true;
}

/* A label of other facts, which ends the list, and not of the chair, who is in it. */
static bool is_label(const Draft *draft, const char *cell)
{
    const char *meaning = cell ? profile_meaning(draft->profile, WORDS_LABEL, cell) : NULL;

    return meaning != NULL && strcmp(meaning, "ordforande") != 0;
}

/* A line of a table of contents, also of one without page numbers: "§ 24 Information från förvaltningen". */
static bool is_of_contents(const Draft *draft, const char *line)
{
    GMatchInfo *match = draft_match(draft, FORM_ITEM, line);
    const char *title = match ? draft_group(draft, match, 4) : NULL;

    g_match_info_free(match);
    return draft_matches(draft, FORM_CONTENTS, line) ||
           (title != NULL && g_unichar_isupper(g_utf8_get_char(title)));
}

/* The text of a first cell that no rule knows and that begins with no person: what stands beside it is not of
 * the list. */
static bool is_other_label(const Draft *draft, const char *cell)
{
    Mention mention;

    return cell != NULL && g_utf8_strlen(cell, -1) > 5 && *cell != '[' && !names_nobody(cell) &&
           g_unichar_isupper(g_utf8_get_char(cell)) && !person_at(draft, cell, &mention) &&
           profile_prefix(draft->profile, WORDS_ROLE, cell, NULL) == NULL &&
           profile_prefix(draft->profile, WORDS_ATTENDANCE, cell, NULL) == NULL &&
           profile_prefix(draft->profile, WORDS_LABEL, cell, NULL) == NULL && strchr(cell, '(') == NULL;
}

static void read_block(Listing *listing, const Block *block, const char *line)
{
    const Draft *draft = listing->draft;

    if (block->kind == BLOCK_TABLE) {
        if (!attendees_from_roll(draft, block, listing->group))
            read_table(listing, block);
        return;
    }
    if (is_of_contents(draft, line)) {
        listing->group = GROUP_NONE;
        return;
    }
    const Row *row =
        block->kind == BLOCK_ROW && block->rows->len > 0 ? &g_array_index(block->rows, Row, 0) : NULL;
    if (row != NULL && column_headings(listing, block, row))
        return;
    const char *rest;
    AttendanceGroup group;
    if (label_of(draft, block, line, &group, &rest)) {
        g_autofree char *beside = row ? row_text(draft, row, 1) : NULL;
        if (text_begins(line, "beslutande", NULL))
            listing->deciding = true;
        else if (!text_begins(line, "ordinarie", NULL) && group != GROUP_SUBSTITUTE)
            listing->deciding = false;
        begin_group(listing, group);
        rest = beside && *beside ? beside : rest;
        listing->bare = *rest == '\0' ? listing->bare + 1 : 0;
        if (listing->bare == BARE_HEADINGS) /* a column of headings: whose names follow it is not told */
            attendance_unclear(draft, block, line);
        if (group != GROUP_NONE && *rest == '[')
            read_boxes(listing, block, rest);
        else if (group != GROUP_NONE && *rest != '\0' && attendees_from_text(draft, block, rest, group) == 0)
            attendance_unclear(draft, block, rest);
        else if (group == GROUP_NONE)
            absent_from_text(draft, rest);
        return;
    }
    const Word *within =
        block->kind == BLOCK_HEADING ? profile_within(draft->profile, WORDS_ATTENDANCE, line) : NULL;
    if (within != NULL && strlen(line) < 80 && group_of(draft, within->text, &group)) {
        /* "Beslutande ledamöter och adjungerade": a heading of the list, but of whom is a guess */
        draft_note(draft, NOTE_ATTENDANCE_UNCLEAR, block->page, block->id, line);
        begin_group(listing, group);
        return;
    }
    if (listing->bare >= BARE_HEADINGS)
        return;
    listing->bare = 0;
    if (listing->absent) {
        absent_from_text(draft, line);
        return;
    }
    Mention mention;
    const Word *label = g_unichar_isupper(g_utf8_get_char(line))
                            ? profile_prefix(draft->profile, WORDS_LABEL, line, &rest)
                            : NULL;
    if (listing->group == GROUP_NONE || *line == '\0') {
        /* names below a heading that no rule knows may belong to the list */
        if (listing->ended && *line != '\0') {
            listing->ended = label == NULL && block->kind != BLOCK_HEADING;
            if (listing->ended && person_at(draft, line, &mention) && mention.start == 0 &&
                (mention.party != NULL || mention.end == strlen(line)) && !all_listed(draft, line))
                attendance_unclear(draft, block, line);
        }
        return;
    }
    /* "Utses att justera" below the list */
    bool ends = row != NULL && is_label(draft, draft_cell(block, 0));
    if (row != NULL && !ends && !listing->columned && is_other_label(draft, draft_cell(block, 0))) {
        listing->group = GROUP_NONE;
        listing->ended = true;
        return;
    }
    if (row != NULL && listing->columned && row->cells->len > 1 && !ends) {
        if (!read_row(listing, block, row))
            attendance_unclear(draft, block, line);
        return;
    }
    if (*line == '[') {
        read_boxes(listing, block, line);
        return;
    }
    if (label != NULL && g_strcmp0(label->meaning, "ordforande") == 0 && person_at(draft, rest, &mention)) {
        if (attendee_named(draft->meeting, mention.name) == NULL) { /* "Ordförande: Anna Berg (S)" */
            g_autofree char *turned = g_strdup_printf("%s, %s", rest, label->text);
            attendees_from_text(draft, block, turned, listing->group);
        }
    } else if (label != NULL) {
        listing->group = GROUP_NONE;
    } else if (block->kind == BLOCK_HEADING || strlen(line) > 400) {
        listing->group = GROUP_NONE;
        listing->ended = true;
    } else {
        g_autofree char *whole = draft_line(block); /* `line` may go on in blocks below */
        g_autofree char *cells = row && strcmp(line, whole) == 0 ? row_text(draft, row, 0) : NULL;
        if (attendees_from_text(draft, block, cells ? cells : line, listing->group) > 0 || names_nobody(line))
            return;
        attendance_unclear(draft, block, line);
        if (++listing->strange > STRANGE_LINES || block->bold)
            listing->group = GROUP_NONE;
    }
}

/* A party in a cell of its own: "KD", "kl", "-". */
static bool is_party(const Draft *draft, const char *text)
{
    if (strcmp(text, "-") == 0 || strcmp(text, "–") == 0)
        return true;
    const char *meaning = profile_meaning(draft->profile, WORDS_PARTY, text);
    glong letters = g_utf8_strlen(text, -1);
    for (const char *c = text; *c; c = g_utf8_next_char(c))
        if (!g_unichar_isalpha(g_utf8_get_char(c)))
            return false;
    return letters > 0 && letters <= 5 &&
           (meaning != NULL || g_unichar_isupper(g_utf8_get_char(text)) || letters == 2);
}

/* The cells of a row from `first` on as one line, as it would be printed without columns. */
static char *row_text(const Draft *draft, const Row *row, guint first)
{
    GString *line = g_string_new(NULL);
    guint filled = 0;

    for (guint c = first; row->cells && c < row->cells->len; c++) {
        const char *text = g_array_index(row->cells, Cell, c).text.s;
        if (text == NULL || *text == '\0')
            continue;
        if (filled == 1 && is_party(draft, text))
            g_string_append_printf(line, " (%s)", strcmp(text, "–") == 0 ? "-" : text);
        else
            g_string_append_printf(line, "%s%s", filled ? ", " : "", text);
        filled++;
    }
    return g_string_free(line, FALSE);
}

/* A row below headings of columns: each cell under a group is a person; false when one is not. */
static bool read_row(Listing *listing, const Block *block, const Row *row)
{
    const Draft *draft = listing->draft;
    guint cells = MIN(row->cells->len, COLUMNS);
    bool all = true;

    for (guint c = 0; c < cells; c++) {
        const Column *column = &listing->columns[c];
        const char *text = g_array_index(row->cells, Cell, c).text.s;
        AttendanceGroup group = column->group ? column->group : listing->group;
        if (text == NULL || *text == '\0' || column->presence || column->party || column->remark ||
            group == GROUP_NONE || names_nobody(text))
            continue;
        g_autoptr(GString) line = g_string_new(text);
        bool present = true;
        for (guint next = c + 1; next < COLUMNS && listing->columns[next].group == GROUP_NONE; next++) {
            const char *beside = next < cells ? g_array_index(row->cells, Cell, next).text.s : NULL;
            bool blank =
                beside == NULL || *beside == '\0' || strcmp(beside, "-") == 0 || strcmp(beside, "–") == 0;
            bool mark = false;
            for (gsize i = 0; i < G_N_ELEMENTS(marks_absent); i++)
                blank = blank || (beside != NULL && g_ascii_strcasecmp(beside, marks_absent[i]) == 0);
            for (gsize i = 0; i < G_N_ELEMENTS(marks_present) && !blank; i++)
                mark = mark || g_ascii_strcasecmp(beside, marks_present[i]) == 0;
            if (listing->columns[next].presence && blank)
                present = false;
            else if (listing->columns[next].party && !blank)
                g_string_append_printf(line, " (%s)", beside);
            else if (!blank && !(mark && listing->columns[next].presence))
                g_string_append_printf(line, ", %s", beside);
        }
        if (!present && group == GROUP_MEMBER)
            g_ptr_array_add(draft->absent, (gpointer)draft_string(draft, text, -1));
        if (present)
            all = attendees_from_text(draft, block, line->str, group) > 0 && all;
    }
    return all;
}

/* True when a cell from `first` on lists lines. */
static bool lists_lines(const Row *row, guint first)
{
    for (guint c = first; row->cells && c < row->cells->len; c++) {
        const GArray *marks = g_array_index(row->cells, Cell, c).text.marks;
        for (guint m = 0; marks && m < marks->len; m++)
            if (g_array_index(marks, Mark, m).kind == MARK_LINE)
                return true;
    }
    return false;
}

/* The persons of a cell, each on a line of its own or on several. */
static void read_listed(Listing *listing, const Block *block, const Text *text)
{
    g_autofree char *listed = draft_listed(text, "\n");
    g_auto(GStrv) lines = g_strsplit(listed, "\n", -1);

    for (guint i = 0; lines[i] != NULL; i++) {
        g_autofree char *line = g_strdup(g_strstrip(lines[i]));
        while (lines[i + 1] != NULL && goes_on(line, g_strstrip(lines[i + 1]))) {
            char *both = g_strdup_printf("%s %s", line, lines[++i]);
            g_free(line);
            line = both;
        }
        if (*line != '\0' && attendees_from_text(listing->draft, block, line, listing->group) == 0)
            attendance_unclear(listing->draft, block, line);
    }
}

/* Columns under headings of groups, or names with roles beside them. */
static void read_table(Listing *listing, const Block *block)
{
    const Draft *draft = listing->draft;
    for (guint r = 0; block->rows && r < block->rows->len; r++) {
        const Row *row = &g_array_index(block->rows, Row, r);
        AttendanceGroup group;
        guint cells = row->cells ? row->cells->len : 0;
        const char *first = cells > 0 ? g_array_index(row->cells, Cell, 0).text.s : NULL;
        if (column_headings(listing, block, row))
            continue;
        bool label = first != NULL && group_of(listing->draft, first, &group);
        if (label) {
            begin_group(listing, group);
            listing->columned = false;
        }
        if (!label && (is_label(draft, first) || (!listing->columned && is_other_label(draft, first))))
            listing->group = GROUP_NONE;
        if (listing->group == GROUP_NONE)
            continue;
        g_autofree char *line = row_text(listing->draft, row, label ? 1 : 0);
        if (*line == '[') {
            g_autoptr(GString) boxes = g_string_new(NULL);
            for (guint c = 0; c < cells; c++) {
                const char *text = g_array_index(row->cells, Cell, c).text.s;
                g_string_append_printf(boxes, "%s ", text ? text : "");
            }
            read_boxes(listing, block, boxes->str);
        } else if (listing->columned && cells > 1) {
            if (!read_row(listing, block, row))
                attendance_unclear(draft, block, line);
        } else if (label && lists_lines(row, 1)) {
            for (guint c = 1; c < cells; c++)
                read_listed(listing, block, &g_array_index(row->cells, Cell, c).text);
        } else if (*line != '\0' && attendees_from_text(draft, block, line, listing->group) == 0 && label) {
            attendance_unclear(draft, block, line);
        }
    }
}

/* Boxes: "[X] Berg Anna" was there, "[ ] Ek Bo" was not. Beside a member stands the personal substitute. */
static void read_boxes(Listing *listing, const Block *block, const char *line)
{
    const Draft *draft = listing->draft;
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
        /* "Beslutande: ordinarie … ersättare …": whoever of the substitutes was there decided */
        if (listing->group == GROUP_SUBSTITUTE && listing->deciding)
            group = GROUP_SERVING_SUBSTITUTE;
        GArray **attendance = &listing->draft->meeting->attendance;
        guint before = *attendance ? (*attendance)->len : 0;
        attendees_from_text(draft, block, name, group);
        Mention member;
        if (group == GROUP_SUBSTITUTE && absentee != NULL && *attendance &&
            (*attendance)->len == before + 1 && person_at(listing->draft, absentee, &member)) {
            Attendee *attendee = &g_array_index(*attendance, Attendee, before);
            attendee->group = GROUP_SERVING_SUBSTITUTE;
            attendee->stands_for = member.name;
        }
    }
}
