/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who took part in deciding each item: members and serving substitutes who were there, without those who did
 * not take part. */
#include "meeting_parts.h"

#include <string.h>

enum { DAY = 24 * 60 };

/* What a sentence of an item tells of the persons before its verb. */
typedef enum { MOVE_LEAVES, MOVE_COMES, MOVE_SERVES, MOVE_ABSENT /* leaves, for this item */ } Move;

static const struct {
    const char *words;
    Move move;
} moves[] = {
    {"lämnar sammanträdet", MOVE_LEAVES},
    {"lämnade sammanträdet", MOVE_LEAVES},
    {"lämnar mötet", MOVE_LEAVES},
    {"lämnade mötet", MOVE_LEAVES},
    {"lämnar lokalen", MOVE_LEAVES},
    {"lämnade lokalen", MOVE_LEAVES},
    {"lämnar salen", MOVE_LEAVES},
    {"lämnade salen", MOVE_LEAVES},
    {"lämnar rummet", MOVE_LEAVES},
    {"lämnade rummet", MOVE_LEAVES},
    {"avlägsnade sig", MOVE_LEAVES},
    {"avlägsnar sig", MOVE_LEAVES},
    {"avviker från", MOVE_LEAVES},
    {"avvek från", MOVE_LEAVES},
    {"avviker kl", MOVE_LEAVES},
    {"avvek kl", MOVE_LEAVES},
    {"lämnar kl", MOVE_LEAVES},
    {"lämnade kl", MOVE_LEAVES},
    {"går kl", MOVE_LEAVES},
    {"gick kl", MOVE_LEAVES},
    {"är frånvarande", MOVE_ABSENT},
    {"var frånvarande", MOVE_ABSENT},
    {"är inte närvarande", MOVE_ABSENT},
    {"var inte närvarande", MOVE_ABSENT},
    {"är ej närvarande", MOVE_ABSENT},
    {"var ej närvarande", MOVE_ABSENT},
    {"kommer kl", MOVE_COMES},
    {"kom kl", MOVE_COMES},
    {"ansluter kl", MOVE_COMES},
    {"anslöt kl", MOVE_COMES},
    {"går in i", MOVE_COMES},
    {"anländer", MOVE_COMES},
    {"anlände", MOVE_COMES},
    {"ankommer", MOVE_COMES},
    {"ankom", MOVE_COMES},
    {"återkommer", MOVE_COMES},
    {"återkom", MOVE_COMES},
    {"återinträder", MOVE_COMES},
    {"ansluter till", MOVE_COMES},
    {"anslöt till", MOVE_COMES},
    {"tjänstgör", MOVE_SERVES},
    {"tjänstgjorde", MOVE_SERVES},
    {"inträder som", MOVE_SERVES},
    {"går in som tjänstgörande", MOVE_SERVES},
    {"ersätts av", MOVE_SERVES},
    {"ersattes av", MOVE_SERVES},
};

/* Words that keep a move within its item. */
static const char *const within[] = {"under ärendet",        "under ärendets",     "under handläggningen",
                                     "under behandlingen",   "under beslutet",     "under paragrafen",
                                     "under denna paragraf", "under överläggning", "under beslutsfattandet",
                                     "under detta ärende",   "i handläggningen",   "vid behandlingen",
                                     "vid handläggningen",   "i detta ärende",     "i ärendet",
                                     "under denna punkt",    "under punkten"};

/* Where a person came, left or stood in, as an item tells. */
typedef struct {
    guint item;
    const char *name;
    Move move;
    bool within; /* for that item only */
    const Block *block;
} Event;

typedef struct {
    const Draft *draft;
    GArray *events;         /* of Event, in order */
    int *earliest, *latest; /* of each item, minutes after midnight */
    guint items;
    bool whole; /* the attendance list is there and all of it was understood */
} Course;

static void course_begin(const Draft *draft, Course *course);
static void positions_of_parties(const Course *course);
static void course_end(Course *course);
static Presence presence_at(const Course *course, guint item, const char *name, const Block **cause);
static GArray *deciding_at(const Course *course, guint item, const char **cause);
static bool is_decider(const Course *course, const Attendee *attendee);
static bool named(const GArray *persons, const char *name);
static bool list_is_whole(const Draft *draft);
static bool item_is_clear(const Draft *draft, const Item *item);

/* Persons listed with all items together: twice what a council of a hundred and its substitutes would have in
 * a thousand items. */
enum { MOST_LISTED = 400000 };

void participation_of_items(const Draft *draft)
{
    Meeting *meeting = draft->meeting;
    Course course;
    g_autoptr(GHashTable) told = g_hash_table_new(g_str_hash, g_str_equal);

    if (meeting->items == NULL)
        return;
    course_begin(draft, &course);
    positions_of_parties(&course);
    if (!course.whole && meeting->attendance != NULL)
        draft_note(draft, NOTE_PARTICIPATION_UNSETTLED, 0, NULL, NULL);
    for (guint i = 0; course.whole && i < meeting->items->len; i++) {
        Item *item = &g_array_index(meeting->items, Item, i);
        const char *cause = NULL;
        g_autoptr(GArray) deciding = deciding_at(&course, i, &cause);
        bool known = deciding != NULL && item_is_clear(draft, item);
        for (guint k = 0; known && item->not_taking_part && k < item->not_taking_part->len; k++)
            known = attendee_named(meeting, g_array_index(item->not_taking_part, Person, k).name) != NULL;
        if (!known) {
            if (cause == NULL || g_hash_table_add(told, (gpointer)cause))
                draft_note(draft, NOTE_PARTICIPATION_UNSETTLED, item->page, item->id, cause);
            continue;
        }
        for (guint k = 0; k < deciding->len; k++) {
            Person person = g_array_index(deciding, Person, k);
            if (!named(item->not_taking_part, person.name))
                draft_append(&item->participants, sizeof person, &person);
        }
    }
    course_end(&course);
}

/* ---- positions of parties ---- */

/* The parties that "Ledamöterna från S och Vänsterpartiet" names, as the list abbreviates them; NULL when a
 * word is none. */
static GPtrArray *parties_in(const Draft *draft, const char *subject)
{
    static const char *const before[] = {" från ", " för ", " i "};
    g_autoptr(GPtrArray) parties = g_ptr_array_new();
    const char *from = NULL, *rest;

    for (gsize i = 0; i < G_N_ELEMENTS(before) && from == NULL; i++) {
        from = strstr(subject, before[i]);
        from = from ? from + strlen(before[i]) : NULL;
    }
    if (from == NULL || party_at(draft, from, &rest) == NULL) /* "M, C och L" */
        from = subject;
    if (!text_begins(from, "samtliga ", &from))
        text_begins(from, "alla ", &from);
    while (*(from += strspn(from, " ,;.")) != '\0') {
        if (text_begins(from, "och ", &from) || text_begins(from, "samt ", &from))
            continue;
        const char *party = party_at(draft, from, &rest);
        if (party == NULL)
            return NULL;
        g_ptr_array_add(parties, (gpointer)party);
        from = rest;
    }
    return parties->len > 0 ? g_steal_pointer(&parties) : NULL;
}

/* The members of these parties among those who decided: an array of Person; NULL when a party has none there.
 */
static GArray *members_of(const Draft *draft, const GArray *deciding, const GPtrArray *parties,
                          const Block *block)
{
    g_autoptr(GArray) members = g_array_new(FALSE, FALSE, sizeof(Person));

    for (guint p = 0; p < parties->len; p++) {
        guint before = members->len;
        for (guint i = 0; i < deciding->len; i++) {
            Person person = g_array_index(deciding, Person, i);
            if (person.party == NULL || g_ascii_strcasecmp(person.party, g_ptr_array_index(parties, p)) != 0)
                continue;
            person.source = draft_source(draft, block, BASIS_DERIVED);
            g_array_append_val(members, person);
        }
        if (members->len == before)
            return NULL;
    }
    return g_steal_pointer(&members);
}

static void positions_of_parties(const Course *course)
{
    const Draft *draft = course->draft;

    for (guint i = 0; i < draft->party_positions->len; i++) {
        const PartyPosition *position = &g_array_index(draft->party_positions, PartyPosition, i);
        Item *item = &g_array_index(draft->meeting->items, Item, position->item);
        const char *cause;
        g_autoptr(GPtrArray) parties = course->whole ? parties_in(draft, position->subject) : NULL;
        g_autoptr(GArray) deciding = parties ? deciding_at(course, position->item, &cause) : NULL;
        g_autoptr(GArray) members = deciding ? members_of(draft, deciding, parties, position->block) : NULL;
        if (members == NULL)
            draft_note(draft, NOTE_RESERVATION_UNCLEAR, position->block->page, position->block->id,
                       position->sentence);
        for (guint k = 0; members && k < members->len; k++)
            persons_add(position->reservation ? &item->reservations : &item->not_taking_part,
                        g_array_index(members, Person, k));
    }
}

/* ---- the course of the meeting: hours of its items, who came and left ---- */

static void read_events(Course *course, guint index, const Item *item);
static void settle_hours(Course *course);

static void course_begin(const Draft *draft, Course *course)
{
    const Meeting *meeting = draft->meeting;

    *course = (Course){.draft = draft,
                       .events = g_array_new(FALSE, FALSE, sizeof(Event)),
                       .items = meeting->items->len,
                       .whole = list_is_whole(draft) &&
                                meeting->attendance->len <= MOST_LISTED / meeting->items->len};
    course->earliest = g_new(int, course->items);
    course->latest = g_new(int, course->items);
    for (guint i = 0; i < course->items; i++) {
        course->earliest[i] = 0;
        course->latest[i] = DAY;
        read_events(course, i, &g_array_index(meeting->items, Item, i));
    }
    settle_hours(course);
}

static void course_end(Course *course)
{
    g_array_unref(course->events);
    g_free(course->earliest);
    g_free(course->latest);
}

static int minutes_of(const char *hours)
{
    return (int)(g_ascii_strtoll(hours, NULL, 10) * 60 + g_ascii_strtoll(hours + 3, NULL, 10));
}

/* Every item lies within the hours of the meeting; a break during an item parts those before from those
 * after. */
static void settle_hours(Course *course)
{
    const Meeting *meeting = course->draft->meeting;
    int start = meeting->starts.value ? minutes_of(meeting->starts.value) : 0;
    int end = meeting->ends.value ? minutes_of(meeting->ends.value) : DAY;

    if (meeting->dates == NULL || meeting->dates->len != 1 || end < start)
        return;
    for (guint i = 0; i < course->items; i++) {
        course->earliest[i] = start;
        course->latest[i] = end;
    }
    for (guint i = 0; i < course->items; i++) {
        const Item *item = &g_array_index(meeting->items, Item, i);
        for (guint k = 0; item->adjournments && k < item->adjournments->len; k++) {
            const char *hours = g_array_index(item->adjournments, Fact, k).value;
            for (guint j = 0; j < i; j++)
                course->latest[j] = MIN(course->latest[j], minutes_of(hours));
            for (guint j = i + 1; j < course->items; j++)
                course->earliest[j] = MAX(course->earliest[j], minutes_of(hours + strlen("00:00–")));
        }
    }
    for (guint i = 0; i < course->items; i++)
        if (course->earliest[i] > course->latest[i]) { /* not in the order of the numbers */
            for (guint j = 0; j < course->items; j++) {
                course->earliest[j] = start;
                course->latest[j] = end;
            }
            return;
        }
}

static void add_event(Course *course, guint item, const Block *block, const Mention *mention, Move move,
                      bool stays)
{
    Event event = {item, mention->name, move, stays, block};

    g_array_append_val(course->events, event);
}

static void read_sentence(Course *course, guint index, const Item *item, const Block *block,
                          const char *sentence)
{
    const Draft *draft = course->draft;
    gsize best = G_N_ELEMENTS(moves);
    const char *at = NULL;

    for (gsize i = 0; i < G_N_ELEMENTS(moves); i++) {
        const char *found = strstr(sentence, moves[i].words);
        if (found != NULL && text_has_word(sentence, moves[i].words) && (at == NULL || found < at)) {
            at = found;
            best = i;
        }
    }
    if (at == NULL)
        return;
    bool stays = item->conflicts != NULL || strstr(sentence, "jäv") != NULL;
    for (gsize i = 0; i < G_N_ELEMENTS(within); i++)
        stays = stays || text_has_word(sentence, within[i]);
    g_autoptr(GArray) before = persons_in(draft, sentence, (gsize)(at - sentence));
    const char *behind = at + strlen(moves[best].words);
    g_autoptr(GArray) after = persons_in(draft, behind, strlen(behind));
    Move move = moves[best].move == MOVE_ABSENT ? MOVE_LEAVES : moves[best].move;
    stays = stays || moves[best].move == MOVE_ABSENT;
    bool passive = g_str_has_prefix(moves[best].words, "ers");
    if (move == MOVE_SERVES && !passive && before->len == 0) { /* "I hennes ställe tjänstgör Bo Ek (M)." */
        for (guint i = 0; i < after->len; i++)
            add_event(course, index, block, &g_array_index(after, Mention, i), MOVE_SERVES, stays);
        return;
    }
    for (guint i = 0; i < before->len; i++)
        add_event(course, index, block, &g_array_index(before, Mention, i), passive ? MOVE_LEAVES : move,
                  stays);
    for (guint i = 0; i < after->len && move == MOVE_SERVES; i++)
        add_event(course, index, block, &g_array_index(after, Mention, i),
                  passive ? MOVE_SERVES : MOVE_LEAVES, stays);
    const char *replaced = move == MOVE_LEAVES ? strstr(behind, "ersätt") : NULL;
    replaced = replaced ? replaced : move == MOVE_LEAVES ? strstr(behind, "ersatt") : NULL;
    if (replaced != NULL) { /* "…, lämnar mötet och ersätts av Bo Ek (M)" */
        g_autoptr(GArray) substitutes = persons_in(draft, replaced, strlen(replaced));
        for (guint i = 0; i < substitutes->len; i++)
            add_event(course, index, block, &g_array_index(substitutes, Mention, i), MOVE_SERVES, stays);
    }
}

static void read_events(Course *course, guint index, const Item *item)
{
    for (guint s = 0; item->sections && s < item->sections->len; s++) {
        const Section *section = &g_array_index(item->sections, Section, s);
        if (section->kind == SECTION_PROPOSAL || section->kind == SECTION_SUMMARY ||
            section->kind == SECTION_BACKGROUND || section->kind == SECTION_ASSESSMENT ||
            section->kind == SECTION_BASIS || section->kind == SECTION_REASONS)
            continue;
        g_autoptr(GArray) statements = statements_from_section(course->draft, section);
        for (guint i = 0; i < statements->len; i++) {
            const Statement *statement = &g_array_index(statements, Statement, i);
            const char *at = statement->text ? statement->text : "", *sentence;
            while ((sentence = sentence_next(course->draft, &at)) != NULL)
                read_sentence(course, index, item, statement->block, sentence);
        }
    }
}

/* ---- who was there ---- */

/* Members and those substitutes whose place in the list or whose remark says that they served, and whom an
 * item tells of as serving. */
static bool is_decider(const Course *course, const Attendee *attendee)
{
    if (attendee->group == GROUP_MEMBER || attendee->group == GROUP_SERVING_SUBSTITUTE)
        return true;
    if (attendee->group != GROUP_SUBSTITUTE)
        return false;
    if (remark_says_serving(attendee->remark))
        return true;
    for (guint i = 0; i < course->events->len; i++) {
        const Event *event = &g_array_index(course->events, Event, i);
        if (event->move == MOVE_SERVES && strcmp(event->name, attendee->person.name) == 0)
            return true;
    }
    return false;
}

/* "ordförande", and "ordf.", and "vice ordförande, ordförande under" where "§ 13" follows. */
static bool is_chair(const Attendee *attendee)
{
    static const char *const forms[] = {"ordförande", "ordförande under", "ordf.", "ordf", "ordf. under"};
    const char *rest;
    g_auto(GStrv) roles = g_strsplit(attendee->role ? attendee->role : "", ", ", -1);

    for (char **role = roles; *role; role++)
        for (gsize i = 0; i < G_N_ELEMENTS(forms); i++)
            if (text_begins(*role, forms[i], &rest) && *rest == '\0')
                return true;
    return false;
}

/* "ordförande §§ 11–12", where another was "ordförande § 13": the § are those that they led. */
static bool chaired_in_turn(const Course *course, const Attendee *attendee)
{
    const GArray *attendance = course->draft->meeting->attendance;
    guint chairs = 0;

    for (guint i = 0; is_chair(attendee) && i < attendance->len; i++)
        chairs += is_chair(&g_array_index(attendance, Attendee, i));
    return chairs > 1;
}

/* What the list says of a person at an item: somebody can stand in it twice. */
static Presence listed_at(const Course *course, guint item, const char *name, bool *limited)
{
    const Meeting *meeting = course->draft->meeting;
    int key = paragraph_key(g_array_index(meeting->items, Item, item).number);
    Presence presence = PRESENCE_NO;

    *limited = false;
    for (guint i = 0; i < meeting->attendance->len; i++) {
        const Attendee *attendee = &g_array_index(meeting->attendance, Attendee, i);
        if (strcmp(attendee->person.name, name) != 0 || !is_decider(course, attendee))
            continue;
        bool aside = attendee->group == GROUP_SUBSTITUTE && !remark_says_serving(attendee->remark);
        Presence here =
            aside ? PRESENCE_NO : presence_of(attendee, key, course->earliest[item], course->latest[item]);
        *limited = *limited || presence_is_limited(attendee);
        if (here == PRESENCE_NO && chaired_in_turn(course, attendee))
            here = PRESENCE_UNSETTLED;
        if (here == PRESENCE_YES || presence == PRESENCE_NO)
            presence = here;
    }
    return presence;
}

/* The same with what the items tell. Where the list says when somebody was there, the list says it all but
 * what holds within one item. */
static Presence presence_at(const Course *course, guint item, const char *name, const Block **cause)
{
    bool limited, before_first = true;
    Presence presence = listed_at(course, item, name, &limited);

    for (guint i = 0; i < course->events->len; i++) {
        const Event *event = &g_array_index(course->events, Event, i);
        if (strcmp(event->name, name) != 0)
            continue;
        if (event->within) {
            if (event->item == item && !(limited && event->move == MOVE_SERVES))
                presence = event->move == MOVE_LEAVES ? PRESENCE_NO : PRESENCE_YES;
            continue;
        }
        if (limited)
            continue;
        *cause = event->block;
        if (event->item == item)
            presence = PRESENCE_UNSETTLED; /* before or after the decision is not said */
        else if (event->item < item)
            presence = event->move == MOVE_LEAVES ? PRESENCE_NO : PRESENCE_YES;
        else if (before_first && event->move == MOVE_COMES)
            presence = PRESENCE_NO;
        before_first = false;
    }
    return presence;
}

/* True when the substitute served for a member who is in the list too, so that only one of them can have
 * taken part: then who of them did is what the list says of both. */
static Presence place_of_member(const Course *course, const GArray *present, guint item,
                                const Attendee *member)
{
    const Meeting *meeting = course->draft->meeting;
    bool limited, member_limited;

    listed_at(course, item, member->person.name, &member_limited);
    for (guint i = 0; i < meeting->attendance->len; i++) {
        const Attendee *substitute = &g_array_index(meeting->attendance, Attendee, i);
        if (substitute->stands_for == NULL || strcmp(substitute->stands_for, member->person.name) != 0 ||
            !named(present, substitute->person.name))
            continue;
        listed_at(course, item, substitute->person.name, &limited);
        return limited && !member_limited ? PRESENCE_NO : PRESENCE_UNSETTLED;
    }
    return PRESENCE_YES;
}

/* A substitute who was there when a member was not, in a list that does not tell who of the substitutes
 * served: the name, or NULL. */
static const char *may_have_served(const Course *course, const GArray *present, guint item)
{
    const Meeting *meeting = course->draft->meeting;
    int key = paragraph_key(g_array_index(meeting->items, Item, item).number);
    bool member_away = course->draft->absent->len > 0;

    for (guint i = 0; i < meeting->attendance->len; i++) {
        const Attendee *attendee = &g_array_index(meeting->attendance, Attendee, i);
        if (attendee->group == GROUP_SERVING_SUBSTITUTE)
            return NULL;
        member_away =
            member_away || (attendee->group == GROUP_MEMBER && !named(present, attendee->person.name));
    }
    for (guint i = 0; member_away && i < meeting->attendance->len; i++) {
        const Attendee *attendee = &g_array_index(meeting->attendance, Attendee, i);
        if (attendee->group == GROUP_SUBSTITUTE && !named(present, attendee->person.name) &&
            presence_of(attendee, key, course->earliest[item], course->latest[item]) != PRESENCE_NO)
            return attendee->person.name;
    }
    return NULL;
}

/* The members and serving substitutes who were there at an item, an array of Person; NULL when that is not
 * settled, `*cause` (may be NULL) is then the name it is not settled for. */
static GArray *deciding_at(const Course *course, guint item, const char **cause)
{
    const Meeting *meeting = course->draft->meeting;
    GArray *present = g_array_new(FALSE, FALSE, sizeof(Person));
    g_autoptr(GArray) deciding = g_array_new(FALSE, FALSE, sizeof(Person));

    *cause = NULL;
    for (guint i = 0; i < meeting->attendance->len; i++) {
        const Attendee *attendee = &g_array_index(meeting->attendance, Attendee, i);
        const Block *told = NULL;
        if (!is_decider(course, attendee) || named(present, attendee->person.name))
            continue;
        switch (presence_at(course, item, attendee->person.name, &told)) {
        case PRESENCE_UNSETTLED:
            *cause = attendee->person.name;
            g_array_unref(present);
            return NULL;
        case PRESENCE_YES: {
            Person person = attendee->person;
            person.source.basis = BASIS_DERIVED;
            g_array_append_val(present, person);
            break;
        }
        default:
            break;
        }
    }
    *cause = may_have_served(course, present, item);
    if (*cause != NULL) {
        g_array_unref(present);
        return NULL;
    }
    for (guint i = 0; i < present->len; i++) {
        Person person = g_array_index(present, Person, i);
        const Attendee *attendee = attendee_named(meeting, person.name);
        Presence place = attendee ? place_of_member(course, present, item, attendee) : PRESENCE_YES;
        if (place == PRESENCE_UNSETTLED) {
            *cause = person.name;
            g_array_unref(present);
            return NULL;
        }
        if (place == PRESENCE_YES)
            g_array_append_val(deciding, person);
    }
    g_array_unref(present);
    if (deciding->len == 0)
        return NULL;
    return g_steal_pointer(&deciding);
}

static bool named(const GArray *persons, const char *name)
{
    for (guint i = 0; persons && i < persons->len; i++)
        if (strcmp(g_array_index(persons, Person, i).name, name) == 0)
            return true;
    return false;
}

/* A line of the list that was not understood may hold one more name. */
static bool list_is_whole(const Draft *draft)
{
    const GArray *notes = draft->meeting->notes;

    for (guint i = 0; notes && i < notes->len; i++)
        if (g_array_index(notes, Note, i).kind == NOTE_ATTENDANCE_UNCLEAR)
            return false;
    for (guint i = 0; draft->meeting->attendance && i < draft->meeting->attendance->len; i++)
        if (g_array_index(draft->meeting->attendance, Attendee, i).group == GROUP_MEMBER)
            return true;
    return false;
}

/* False when the item tells of persons not taking part whom no rule could name. */
static bool item_is_clear(const Draft *draft, const Item *item)
{
    const GArray *notes = draft->meeting->notes;

    for (guint i = 0; notes && i < notes->len; i++) {
        const Note *note = &g_array_index(notes, Note, i);
        bool apart = note->kind == NOTE_CONFLICT_UNCLEAR ||
                     ((note->kind == NOTE_RESERVATION_UNCLEAR || note->kind == NOTE_OTHERS_UNNAMED) &&
                      note->words && strstr(note->words, "delta"));
        for (guint s = 0; apart && note->where && item->sections && s < item->sections->len; s++) {
            const GArray *blocks = g_array_index(item->sections, Section, s).blocks;
            for (guint b = 0; blocks && b < blocks->len; b++)
                if (g_strcmp0(g_array_index(blocks, Block, b).id, note->where) == 0)
                    return false;
        }
    }
    return true;
}
