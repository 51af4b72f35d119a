/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts of the meeting stage: what meeting_*.c offer each other and nobody else. */
#ifndef MEETING_PARTS_H
#define MEETING_PARTS_H

#include "base/notes.h"
#include "base/phrases.h"
#include "meeting.h"

/* Names of AttendanceGroup in XML and in profiles; ends with NULL. */
extern const char *const meeting_group_names[];

/* An empty meeting with its chunk; arrays are made when something is put into them. */
Meeting *meeting_new(void);

/* ---- the draft: what every part reads and writes ---- */

/* Forms of text that the parts look for; meeting_draft.c says what each is. */
typedef enum {
    FORM_ITEM,             /* 1 body's letters, 2 number, 3 letter, 4 rest */
    FORM_ITEM_NUMBER,      /* 1 number, 2 letter, 3 rest */
    FORM_CONTENTS,         /* ends like a line of a table of contents */
    FORM_CASE,             /* the whole text is a register number */
    FORM_CASE_FIRST,       /* 1 a register number, 2 the rest */
    FORM_CASE_LAST,        /* 1 the text, 2 a register number */
    FORM_CASE_ASIDE,       /* the same, the number in parentheses */
    FORM_ATTACHMENT,       /* 1 its name */
    FORM_DATE,             /* 1–3 year, month, day; 4–6 or 4 the second date or day */
    FORM_DATE_DAYS,        /* 1 day, 2 month, 3 second day, 4 month, 5 year */
    FORM_DATE_DOTS,        /* 1 day, 2 month, 3 year */
    FORM_HOURS,            /* 1–2 start, 3–4 end */
    FORM_TOTALS,           /* 1 yes, 2 no: numbers or words */
    FORM_TOTALS_NO_FIRST,  /* 1 no, 2 yes */
    FORM_TOTAL,            /* 1 number or word, 2 ja or nej: "Sju ledamöter röstar JA" */
    FORM_COUNT_LINE,       /* 1 choice, 2 number, 3 names or another count: "Ja-röster: 3 Anna Berg, …" */
    FORM_ABSTAIN,          /* 1 number or word */
    FORM_MEANING,          /* 1 what Ja stands for, 2 what Nej */
    FORM_MEANING_WHO,      /* the same, "den som vill … röstar ja" */
    FORM_MEANING_LINE,     /* 1 ja or nej, 2 what it stands for, alone on its line */
    FORM_MEANING_WHO_LINE, /* 1 what it stands for, 2 ja or nej, alone on its line */
    FORM_VOTED,            /* 1 ja or nej, 2 number: "röstar Ja (7)" */
    FORM_ABSTAINED,        /* 1 number: "avstår från att rösta (1)" */
    FORM_VOTER_LIST,       /* 1 choice: "Nej-röster ges av:" */
    FORM__MAX
} Form;

/* Bytes: no sentence that says what a vote came to is longer, and in none that is are its forms looked for.
 */
#define VOTE_SENTENCE 2000

/* "Ledamöterna från S reserverar sig": kept until it is known who of them was there. */
typedef struct {
    guint item;       /* index */
    bool reservation; /* else not taking part */
    const Block *block;
    const char *subject, *sentence; /* in the meeting's chunk */
} PartyPosition;

typedef struct {
    const Blocks *blocks;
    const Profile *profile;
    Meeting *meeting;        /* being made */
    GArray *party_positions; /* of PartyPosition */
    GPtrArray *absent;    /* of const char *: what the attendance list says of members who were not there */
    GRegex **forms;       /* by Form, made when first asked for */
    GHashTable *phrases;  /* table -> Phrases made of it when first asked for */
    GHashTable *overlong; /* ids of blocks and beginnings of texts that are noted as such */
    double body_size;     /* points: the size most of the text is set in */
    GArray *damaged;      /* of int: pages whose text is wrong, ascending */
    guint minutes;        /* the first block of the minutes, where an agenda stands before them */
} Draft;

void draft_begin(Draft *draft, const Blocks *blocks, const Profile *profile);
void draft_end(Draft *draft);

/* The phrases of the table `rows` of constants, an array of const char * or of structs that begin with one.
 */
#define PHRASES(draft, rows) draft_phrases((draft), (rows), sizeof(rows)[0], G_N_ELEMENTS(rows))
const Phrases *draft_phrases(const Draft *draft, const void *rows, gsize size, gsize count);

/* The match of `form` in `s`, or NULL; free with g_match_info_free(). */
GMatchInfo *draft_match(const Draft *draft, Form form, const char *s);
bool draft_matches(const Draft *draft, Form form, const char *s);
/* Group `n` of a match in the meeting's chunk, collapsed and trimmed; NULL when empty. */
const char *draft_group(const Draft *draft, const GMatchInfo *match, int n);

const char *draft_string(const Draft *draft, const char *s, gssize length);
void draft_note(const Draft *draft, NoteKind kind, int page, const char *where, const char *words);
/* Says, once, that `block`, or `text` where the block is not known (NULL), is not read to its end. */
void draft_note_overlong(const Draft *draft, const Block *block, const char *text);
/* Appends a copy of `*element`; makes the array when it is NULL. */
void draft_append(GArray **array, gsize size, const void *element);
/* Appends a copy of `block`. */
void draft_append_block(const Draft *draft, GArray **array, const Block *block);
Source draft_source(const Draft *draft, const Block *block, Basis basis);
Fact draft_fact(const Draft *draft, const Block *block, Basis basis, const char *value, gssize length);
/* The text of a block on one line, cells separated by a blank; the caller frees it. */
char *draft_line(const Block *block);
/* The same with `cells` between cells and `lines` between the lines that a cell lists. */
char *draft_line_with(const Block *block, const char *cells, const char *lines);
/* A text with `lines` between the lines that it lists; the caller frees it. */
char *draft_listed(const Text *text, const char *lines);
/* The text of cell `n` of a BLOCK_ROW, or NULL. */
const char *draft_cell(const Block *block, guint n);

/* ---- persons (meeting_persons.c) ---- */

/* A person named in running text. */
typedef struct {
    const char *name, *party; /* in the meeting's chunk; party NULL: none printed nor known */
    gsize start, end;         /* bytes in the text, with the party's parentheses */
    bool party_known;         /* the party is from the attendance list, not printed here */
} Mention;

/* The persons in the first `length` bytes of `s` whose name is followed by a party in parentheses,
 * in order. The caller frees the array of Mention. */
GArray *persons_with_party(const Draft *draft, const char *s, gsize length);
/* The same, and those of the attendance list without their party. */
GArray *persons_in(const Draft *draft, const char *s, gsize length);
/* True when `s` begins with a name of at least two words; a party is taken when it follows. */
bool person_at(const Draft *draft, const char *s, Mention *mention);
/* True when `name`, which nobody in the list has, is as long as two that stand side by side. */
bool names_run_together(const Draft *draft, const char *name);
Person person_from_mention(const Draft *draft, const Mention *mention, const Block *block);
/* Adds a person unless the array already holds the name. */
void persons_add(GArray **array, Person person);
const Attendee *attendee_named(const Meeting *meeting, const char *name);
/* True when `s` speaks of members by their parties: "Ledamöterna från S och V", "S-gruppen". */
bool persons_by_party(const Draft *draft, const char *s);
/* The abbreviation of the party whose name, abbreviation or members `s` begins with, or NULL; `*rest` is then
 * what follows. */
const char *party_at(const Draft *draft, const char *s, const char **rest);
/* True when `s` speaks of more persons than it names: "Anna Berg m.fl. (S)". */
bool persons_say_others(const char *s);

/* ---- agendas (meeting_agenda.c) ---- */

/* True when the file is an agenda; where minutes of the same day follow one, false, and `*minutes` is their
 * first block, else 0. */
bool agenda_of_file(const Draft *draft, guint *minutes);
/* Puts the blocks before `minutes` into an attachment. */
void attach_agenda(const Draft *draft, guint minutes);

/* ---- outline: where each block goes (meeting_outline.c, meeting_headings.c) ---- */

/* A heading of an item as the text has it. */
typedef struct {
    guint block;        /* index into blocks->blocks */
    const char *number; /* "12", "3 b" */
    int key;            /* number * 32 + letter, to put them in order */
    const char *rest;   /* what follows the number; may be empty */
    bool repeated;      /* the number was there before: continues that item */
} ItemHeading;

/* The headings of the meeting's items in the order of the text: an array of ItemHeading. */
GArray *headings_from_blocks(const Draft *draft);
/* The same for minutes that number their items without §: headings 1, 2, 3, … are appended. */
void headings_from_numbers(const Draft *draft, GArray *headings);
/* True when the heading of a section says that it tells of this meeting: "Behandling på sammanträdet". */
bool tells_of_meeting(const Section *section);
/* Notes on numbers that are missing or repeated. */
void note_headings(const Draft *draft, const GArray *headings);
/* The name of the attachment that begins with the block at `index`, at the top of its page, or NULL. */
const char *attachment_at(const Draft *draft, guint index);
/* True when what follows the number in a heading says that the item goes on: "forts."; NULL does not. */
bool heading_is_continued(const char *rest);
/* True when a block says nothing but a register number, with or without its label; `*number` is then
 * where it stands in `line`, the text of the block. */
bool is_case_line(const Draft *draft, const Block *block, const char *line, const char **number);
/* Reads title, register number and the like of one item from the blocks from `first` up to `end`; returns the
 * index of the first block that is not part of its head. */
guint head_from_blocks(const Draft *draft, const ItemHeading *heading, guint first, guint end, Item *item);

/* Puts every block into its place in the minutes, with items and their sections. */
void outline_minutes(const Draft *draft, const GArray *headings);
/* The same for a summary that a body published itself. */
void outline_summary(const Draft *draft);

/* Divides the blocks from `first` up to `end` into sections of `item`. */
void sections_from_blocks(const Draft *draft, guint first, guint end, Item *item);
/* The kind a heading stands for; SECTION_OTHER and `*known` false when no rule knows it
 * (meeting_section_kinds.c). */
SectionKind section_kind(const Profile *profile, const char *heading, bool *known);
/* "Byggnadsnämnden beslutar", "Regionstyrelsen beslutar följande": the name of a body and the verb. */
bool section_says_decides(const Profile *profile, const char *line);

/* Moves each footnote to the item whose text holds its mark on that page (meeting_footnotes.c). */
void footnotes_to_items(const Draft *draft);

/* Puts labels that are broken over rows of two cells together again, in the first of them (meeting_labels.c).
 */
void labels_join(const Draft *draft, GArray *blocks);

/* ---- facts ---- */

DocumentKind kind_from_blocks(const Draft *draft, const GArray *headings);
void facts_of_meeting(const Draft *draft);
void attendance_from_front(const Draft *draft);
/* Notes where more than one person led the meeting, or another than the chair an item. */
void chairs_of_meeting(const Draft *draft);
/* True when `s` begins with "Ordföranden" and one person alone is known to have led the item, or the meeting
 * where `item` is NULL: that one. */
bool chair_at(const Draft *draft, const Item *item, const char *s, Mention *mention);
/* Adds the persons that a line of the attendance list names (meeting_attendees.c); the number of them. */
guint attendees_from_text(const Draft *draft, const Block *block, const char *text, AttendanceGroup group);
/* Adds the persons of a table with a row for each (meeting_roll.c); of those whose post is not told, the
 * group is `group`. False when the block is none. */
bool attendees_from_roll(const Draft *draft, const Block *block, AttendanceGroup group);
/* A line on members who were not there: "Anna Berg (S), ersätts av Bo Ek (S)" says that Bo Ek, who is in the
 * list, stands in for Anna Berg. */
void absent_from_text(const Draft *draft, const char *line);
/* True when a line names nobody, as it should: "Vakant (M)", "–". */
bool names_nobody(const char *line);
/* Leaves a note that a line of the list was not understood, unless it names nobody. */
void attendance_unclear(const Draft *draft, const Block *block, const char *line);

/* ---- whom a substitute replaced (meeting_replaced.c) ---- */

/* True when `s` holds words after which the member replaced is named. */
bool names_member_replaced(const char *s);
/* True when `s` begins with such words; `*rest` is what follows them. */
bool begins_with_replaced(const char *s, const char **rest);
/* True when such words stand between `from` and the name at `at`, bytes in `text`. */
bool replaced_is_next(const char *text, gsize from, gsize at);
/* The same of the words before a substitute: "ersätts av". */
bool replacing_is_next(const char *text, gsize from, gsize at);
/* True when `next` may be a second member replaced: "ersätter Anna Berg (S) § 11 och Bo Ek (S) § 12". */
bool replaced_may_go_on(const char *text, const Mention *member, const Mention *next);
/* Where the second of the members begins whom one person replaced: "för Anna Berg (S) § 11, för Bo Ek (S)
 * § 12", and in `*joint` where what is said of the first ends; NULL where there is none. */
const char *second_replaced(const Draft *draft, const char *rest, const char **joint);
/* "§ 13 för Anna Berg (S)": the remark before the member replaced; takes the member out of `text`. */
void replaced_behind_remark(const Draft *draft, char *text, Attendee *attendee);
/* True when `s` says by whom a member was replaced: "ersattes av Bo Ek". */
bool replaced_by_whom(const Draft *draft, const char *s, Mention *substitute);
/* The body that met, and the municipality or region it belongs to (meeting_body.c). */
void body_of_meeting(const Draft *draft);
void principal_of_meeting(const Draft *draft);
/* True when `word`, with `genitive` what is left of it without one, ends like the name of a body;
 * "nämnden" alone names none. */
bool is_body_word(const Draft *draft, const char *word, bool genitive);
/* Decisions of other bodies that the items tell of become preparation, and what this body proposes to another
 * its decision: only this body's are its own (meeting_owners.c). */
void decisions_of_body(const Draft *draft);

/* How deep headings lie, and which items are of one list, in every part (meeting_nesting.c). */
void nesting_of_meeting(Meeting *meeting);

/* The pages whose text is wrong: of int, ascending; free it. */
GArray *damaged_pages_of_blocks(const Blocks *blocks);
/* Notes what stands on pages whose text is wrong (meeting_damage.c). */
void damage_of_meeting(const Draft *draft);
/* The heading that the last word of a heading on such a page nearly is: "Nämndens beslui" is "Beslut"; NULL:
 * none. */
const char *heading_of_damaged(const Draft *draft, const Block *block);

/* Marks amounts, days to come, assignments and references in the text of the items (meeting_marks.c). */
void marks_of_meeting(const Draft *draft);

/* Appends each day that `s` names, as YYYY-MM-DD, to an array of const char *. */
void dates_in(const Draft *draft, const char *s, GArray *dates);
/* The hours in `s` as HH:MM; `*end` NULL when only one. False when there are none. */
bool hours_in(const Draft *draft, const char *s, const char **start, const char **end);

/* The place in `s`, which also says a day or hours: the first words that belong to neither nor to a break; ""
 * when there are none. The caller frees it. */
char *place_in(const Draft *draft, const char *value);

/* A paragraph as a whole text, or a table: then `text` is NULL. */
typedef struct {
    const Block *block;
    const char *text; /* in the meeting's chunk */
} Statement;

/* The statements of a section in order, without headings and quotations; free the array. */
GArray *statements_from_section(const Draft *draft, const Section *section);
/* The sentence at `*at`, which then stands at the next one; NULL at the end. */
const char *sentence_next(const Draft *draft, const char **at);

/* ---- who was there, and what else the minutes record ---- */

/* A run of §, as keys that put them in order; `partly`: only a part of that §. */
typedef struct {
    int first, last;
    bool partly;
} ParagraphSpan;

typedef enum { PRESENCE_NO, PRESENCE_YES, PRESENCE_UNSETTLED } Presence;

/* The runs of § that `s` begins with, "§§ 57–64, 66 och 70 a": an array of ParagraphSpan, free it; `*rest`
 * (may be NULL) is what follows them. */
GArray *paragraphs_in(const char *s, const char **rest);
/* The key of an item's number; 0 when it is none. */
int paragraph_key(const char *number);
/* The number that a key stands for; free it. */
char *paragraph_name(int key);
/* Whether somebody was there, by the remark in the list, at the § `key`, which was dealt with not before
 * `earliest` and not after `latest`, minutes after midnight. */
Presence presence_of(const Attendee *attendee, int key, int earliest, int latest);
/* True when the remark says when. */
bool presence_is_limited(const Attendee *attendee);
/* True when the remark says that a substitute served. */
bool remark_says_serving(const char *remark);

/* Appends the breaks that `s` tells of to an array of Fact; `always`: its hours are breaks without the word.
 */
void adjournments_in(const Draft *draft, const Block *block, const char *s, bool always, GArray **array);
/* Statements for the record, adjournments, attachments named, what became of questions. */
void records_of_item(const Draft *draft, Item *item);
/* A sentence of an item that tells of a conflict of interest: puts the persons where they belong; false when
 * it tells of none. */
bool conflict_from_sentence(const Draft *draft, Item *item, const Section *section, const Block *block,
                            const char *sentence);
/* Ties motions, votes and reservations, and compares voters with who took part (meeting_ties.c). */
void ties_of_items(const Draft *draft);
/* Who took part in deciding each item, and who spoke through a party, when all else of the items is known. */
void participation_of_items(const Draft *draft);
/* What the minutes cover, when and where they were adjusted, the notice of it, signatures. */
void adjustment_of_meeting(const Draft *draft);

/* Leaves a note where an item that is no mere talk has no decision. */
void note_missing_decision(const Draft *draft, const Item *item);
void motions_of_item(const Draft *draft, Item *item);
void votes_of_item(const Draft *draft, Item *item);
/* What became of the proposal (meeting_outcome.c). */
void outcome_of_item(const Draft *draft, Item *item);
/* Reservations, persons not taking part, immediate adjustment. */
void positions_of_item(const Draft *draft, Item *item);

/* The kinds of motion that the words after "yrkar" name, in order, with what each is about. */
typedef struct {
    MotionKind kind;
    const char *object; /* in the meeting's chunk; may be NULL */
} MotionClause;
GArray *motion_clauses(const Draft *draft, const char *words);

#endif
