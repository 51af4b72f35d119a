/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Invent: a meeting that never took place, with all its facts known. */
#include "invent.h"

#include <string.h>

#include "words.h"

/* What an invented item is about: each makes its own sections. */
typedef enum {
    PLAN_ADJUSTERS,
    PLAN_AGENDA,
    PLAN_DECISION,
    PLAN_MOTION,
    PLAN_VOTE,
    PLAN_REFERRAL,
    PLAN_NOTED
} Plan;

typedef struct {
    GRand *rand;
    const House *house;
    const WordsBody *body;
    Meeting *meeting;
    GHashTable *names;
    int number;
} Invention;

static void invent_persons(Invention *in);
static void invent_group(Invention *in, AttendanceGroup group, int count);
static void invent_item(Invention *in, Plan plan);
static void invent_decision(Invention *in, Item *item, Plan plan);
static void invent_motions(Invention *in, Item *item, Plan plan);
static void invent_vote(Invention *in, Item *item);
static void vote_sentences(Invention *in, Section *section, const Vote *vote);
static void vote_table(Invention *in, Section *section, const Vote *vote);
static void invent_absent(Invention *in, Item *item);
static void order_sections(Invention *in, Item *item);

static Section *section_of(Invention *in, Item *item, SectionKind kind);
static void add_text(Invention *in, Section *section, BlockKind kind, const char *marker, char *text);
static const char *keep(Invention *in, char *s);
static GArray *voters(const Invention *in, const Item *item);
static char *person_text(const Person *person);
static char *persons_text(const GArray *persons);
static void append(GArray **array, gsize size, const void *element);

Meeting *invent_meeting(guint32 seed, const House *house)
{
    Invention in = {.rand = g_rand_new_with_seed(seed),
                    .house = house,
                    .meeting = g_new0(Meeting, 1),
                    .names = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL)};
    Meeting *m = in.meeting;
    in.body = words_body(in.rand);
    m->chunk = g_string_chunk_new(4096);
    m->kind = DOCUMENT_MINUTES;
    m->principal.value = in.body->principal;
    m->body.value = in.body->body;
    Fact date = {.value = keep(&in, words_date(in.rand))};
    append(&m->dates, sizeof date, &date);
    m->starts.value = keep(&in, g_strdup_printf("%02d:%s", g_rand_int_range(in.rand, 8, 14),
                                                words_chance(in.rand, 0.5) ? "00" : "30"));
    m->ends.value = keep(&in, g_strdup_printf("%02d:%02d", g_rand_int_range(in.rand, 15, 18),
                                              g_rand_int_range(in.rand, 0, 60)));
    m->place.value = words_chance(in.rand, 0.5) ? "Stora sessionssalen" : "Lokal Linden, förvaltningshuset";
    invent_persons(&in);
    in.number = g_rand_int_range(in.rand, 1, 180);
    invent_item(&in, PLAN_ADJUSTERS);
    invent_item(&in, PLAN_AGENDA);
    int items = g_rand_int_range(in.rand, 4, 8);
    for (int i = 0; i < items; i++)
        invent_item(&in, (Plan)g_rand_int_range(in.rand, PLAN_DECISION, PLAN_NOTED + 1));
    g_hash_table_unref(in.names);
    g_rand_free(in.rand);
    return m;
}

void invent_free(Meeting *meeting)
{
    model_clear(&meeting_type, meeting);
    g_string_chunk_free(meeting->chunk);
    g_free(meeting);
}

static void invent_persons(Invention *in)
{
    Meeting *m = in->meeting;
    invent_group(in, GROUP_MEMBER, g_rand_int_range(in->rand, 5, 12));
    invent_group(in, GROUP_SERVING_SUBSTITUTE, g_rand_int_range(in->rand, 0, 3));
    invent_group(in, GROUP_SUBSTITUTE, g_rand_int_range(in->rand, 0, 4));
    AttendanceGroup official = in->house->groups[GROUP_OFFICIAL] ? GROUP_OFFICIAL : GROUP_OTHER;
    invent_group(in, official, g_rand_int_range(in->rand, 1, 4));
    Attendee *people = (Attendee *)m->attendance->data;
    people[0].role = "ordförande";
    people[1].role = "vice ordförande";
    m->chair.value = people[0].person.name;
    Attendee *last = &people[m->attendance->len - 1];
    last->role = "sekreterare";
    m->secretary.value = last->person.name;
    Fact adjuster = {.value = people[2].person.name};
    append(&m->adjusters, sizeof adjuster, &adjuster);
}

static void invent_group(Invention *in, AttendanceGroup group, int count)
{
    for (int i = 0; i < count; i++) {
        Attendee a = {.group = group};
        a.person.name = keep(in, words_name(in->rand, in->names));
        if (group <= GROUP_SUBSTITUTE)
            a.person.party = words_party(in->rand);
        else
            a.role = words_office(in->rand);
        if (group == GROUP_SERVING_SUBSTITUTE)
            a.stands_for = keep(in, words_name(in->rand, in->names));
        if (group == GROUP_MEMBER && i > 3 && words_chance(in->rand, 0.1))
            a.remark = "på distans";
        append(&in->meeting->attendance, sizeof a, &a);
    }
}

static void invent_item(Invention *in, Plan plan)
{
    static const char *const titles[] = {
        [PLAN_ADJUSTERS] = "Val av justerare", [PLAN_AGENDA] = "Fastställande av föredragningslista"};
    Item item = {0};
    item.number = keep(in, g_strdup_printf("%d", in->number++));
    if (plan <= PLAN_AGENDA) {
        item.title.value = titles[plan];
    } else {
        g_autofree char *matter = words_matter(in->rand);
        g_autofree char *first = g_utf8_substring(matter, 0, 1);
        g_autofree char *capital = g_utf8_strup(first, -1);
        item.title.value =
            keep(in, plan == PLAN_MOTION  ? g_strdup_printf("Motion om %s", matter)
                     : plan == PLAN_NOTED ? g_strdup_printf("Information om %s", matter)
                                          : g_strconcat(capital, g_utf8_next_char(matter), NULL));
        Fact number = {.value = keep(in, g_strdup_printf("%s %d/%05d", in->body->prefix,
                                                         g_rand_int_range(in->rand, 2023, 2026),
                                                         g_rand_int_range(in->rand, 1, 990)))};
        append(&item.case_numbers, sizeof number, &number);
    }
    invent_absent(in, &item);
    invent_decision(in, &item, plan);
    if (plan >= PLAN_DECISION) {
        for (int i = g_rand_int_range(in->rand, 1, 4); i > 0; i--)
            add_text(in, section_of(in, &item, SECTION_SUMMARY), BLOCK_PARAGRAPH, NULL,
                     words_background(in->rand, g_rand_int_range(in->rand, 1, 5)));
        for (int i = g_rand_int_range(in->rand, 0, 3); i > 0; i--)
            add_text(in, section_of(in, &item, SECTION_BASIS), BLOCK_PARAGRAPH, NULL,
                     words_document(in->rand));
        for (int i = g_rand_int_range(in->rand, 0, 3); i > 0; i--)
            add_text(in, section_of(in, &item, SECTION_RECIPIENTS), BLOCK_PARAGRAPH, NULL,
                     g_strdup(words_recipient(in->rand)));
    }
    invent_motions(in, &item, plan);
    if (plan == PLAN_VOTE)
        invent_vote(in, &item);
    order_sections(in, &item);
    append(&in->meeting->items, sizeof item, &item);
}

static void invent_decision(Invention *in, Item *item, Plan plan)
{
    Section *s = section_of(in, item, SECTION_DECISION);
    const Person *adjuster = &g_array_index(in->meeting->attendance, Attendee, 2).person;
    g_autofree char *name = person_text(adjuster);
    switch (plan) {
    case PLAN_ADJUSTERS:
        add_text(
            in, s, BLOCK_PARAGRAPH, NULL,
            g_strdup_printf("%s utser %s att jämte ordföranden justera protokollet.", in->body->body, name));
        break;
    case PLAN_AGENDA:
        add_text(in, s, BLOCK_PARAGRAPH, NULL,
                 g_strdup_printf("%s fastställer föredragningslistan.", in->body->body));
        break;
    case PLAN_REFERRAL:
        add_text(in, s, BLOCK_PARAGRAPH, NULL, g_strdup("Ärendet återremitteras till förvaltningen."));
        break;
    case PLAN_NOTED:
        add_text(in, s, BLOCK_PARAGRAPH, NULL, g_strdup("Informationen noteras till protokollet."));
        break;
    case PLAN_MOTION:
        add_text(in, s, BLOCK_PARAGRAPH, NULL, g_strdup_printf("%s beslutar", in->body->body));
        add_text(in, s, BLOCK_PARAGRAPH, NULL, g_strdup("att avslå motionen."));
        break;
    case PLAN_DECISION:
    case PLAN_VOTE: {
        int clauses = g_rand_int_range(in->rand, 1, 13);
        add_text(in, s, BLOCK_PARAGRAPH, NULL, g_strdup_printf("%s beslutar", in->body->body));
        for (int i = 1; i <= clauses; i++) {
            g_autofree char *clause = words_clause(in->rand);
            const char *end = i == clauses ? "." : i == clauses - 1 ? ", samt" : ",";
            if (in->house->clauses)
                add_text(in, s, BLOCK_PARAGRAPH, NULL, g_strdup_printf("att %s%s", clause, end));
            else
                add_text(in, s, BLOCK_ITEM, keep(in, g_strdup_printf("%d.", i)),
                         g_strdup_printf("att %s%s", clause, end));
        }
        break;
    }
    }
    if (in->house->sections[SECTION_PROPOSAL] && plan == PLAN_DECISION) {
        s = section_of(in, item, SECTION_DECISION);
        const GArray *blocks = s->blocks;
        for (guint i = 0; i < blocks->len; i++) {
            const Block *b = &g_array_index(blocks, Block, i);
            add_text(in, section_of(in, item, SECTION_PROPOSAL), b->kind, b->marker, g_strdup(b->text.s));
        }
    }
}

/* Motions of members who vote: for a motion, against it, for a referral; and who lost and reserves. */
static void invent_motions(Invention *in, Item *item, Plan plan)
{
    if (plan != PLAN_MOTION && plan != PLAN_VOTE && plan != PLAN_REFERRAL)
        return;
    g_autoptr(GArray) who = voters(in, item);
    const Person *winner = &g_array_index(who, Person, 0);
    const Person *loser = &g_array_index(who, Person, who->len - 1);
    const Person *second = &g_array_index(who, Person, who->len - 2);
    g_autofree char *w = person_text(winner), *l = person_text(loser), *l2 = person_text(second);
    Section *s = section_of(in, item, SECTION_MOTIONS);
    bool joined = words_chance(in->rand, 0.4);
    Motion for_it = {.person = *winner, .kind = plan == PLAN_REFERRAL ? MOTION_REFERRAL : MOTION_APPROVAL};
    append(&item->motions, sizeof for_it, &for_it);
    Motion against = {.person = *loser, .kind = plan == PLAN_VOTE ? MOTION_REJECTION : MOTION_APPROVAL};
    append(&item->motions, sizeof against, &against);
    if (joined) {
        against.person = *second;
        append(&item->motions, sizeof against, &against);
    }
    add_text(in, s, BLOCK_PARAGRAPH, NULL,
             g_strdup_printf(plan == PLAN_REFERRAL ? "%s yrkar att ärendet återremitteras till förvaltningen."
                                                   : "%s yrkar bifall till förvaltningens förslag.",
                             w));
    g_autofree char *they = joined ? g_strdup_printf("%s och %s", l2, l) : g_strdup(l);
    add_text(in, s, BLOCK_PARAGRAPH, NULL,
             g_strdup_printf(plan == PLAN_VOTE       ? "%s yrkar avslag på förvaltningens förslag."
                             : plan == PLAN_REFERRAL ? "%s yrkar bifall till förvaltningens förslag."
                                                     : "%s yrkar bifall till motionen.",
                             they));
    if (in->house->sections[SECTION_PROCEDURE])
        add_text(
            in, section_of(in, item, SECTION_PROCEDURE), BLOCK_PARAGRAPH, NULL,
            plan == PLAN_VOTE
                ? g_strdup(
                      "Ordföranden ställer proposition på förslagen och finner att förvaltningens förslag "
                      "bifalls. Omröstning begärs.")
                : g_strdup(
                      "Ordföranden ställer proposition på förslagen och finner att nämnden beslutar enligt "
                      "det första av dem."));
    if (words_chance(in->rand, 0.6)) {
        append(&item->reservations, sizeof *loser, loser);
        add_text(in, section_of(in, item, SECTION_RESERVATION), BLOCK_PARAGRAPH, NULL,
                 g_strdup_printf("%s reserverar sig mot beslutet.", l));
    }
}

static void invent_vote(Invention *in, Item *item)
{
    g_autoptr(GArray) who = voters(in, item);
    Vote vote = {.yes_means = "bifall till förvaltningens förslag", .no_means = "avslag på detsamma"};
    for (guint i = 0; i < who->len; i++) {
        Ballot b = {g_array_index(who, Person, i), i == 0                                  ? BALLOT_YES
                                                   : i + 1 == who->len                     ? BALLOT_NO
                                                   : i == 1 && words_chance(in->rand, 0.4) ? BALLOT_ABSTAIN
                                                   : words_chance(in->rand, 0.65)          ? BALLOT_YES
                                                                                           : BALLOT_NO};
        vote.yes += b.choice == BALLOT_YES;
        vote.no += b.choice == BALLOT_NO;
        vote.abstain += b.choice == BALLOT_ABSTAIN;
        append(&vote.ballots, sizeof b, &b);
    }
    Section *s = section_of(in, item, SECTION_VOTE);
    add_text(in, s, BLOCK_PARAGRAPH, NULL,
             g_strdup_printf("Godkänd voteringsproposition: ”Ja för %s och Nej för %s.”", vote.yes_means,
                             vote.no_means));
    if (in->house->vote != VOTE_SENTENCES) {
        g_autofree char *abstain =
            vote.abstain ? g_strdup_printf(" %d ledamot avstår från att rösta.", vote.abstain) : g_strdup("");
        add_text(
            in, s, BLOCK_PARAGRAPH, NULL,
            g_strdup_printf("Omröstningen utfaller med %d Ja mot %d Nej.%s", vote.yes, vote.no, abstain));
    }
    if (in->house->vote == VOTE_TABLE)
        vote_table(in, s, &vote);
    else if (in->house->vote == VOTE_TOTALS)
        g_clear_pointer(&vote.ballots, g_array_unref);
    else
        vote_sentences(in, s, &vote);
    append(&item->votes, sizeof vote, &vote);
}

static void vote_sentences(Invention *in, Section *section, const Vote *vote)
{
    static const struct {
        const char *sentence, *list, *row;
    } forms[] = {
        [BALLOT_YES] = {"%s röstar Ja (%u).", "Ja-röster ges av: %s.", "Ja"},
        [BALLOT_NO] = {"%s röstar Nej (%u).", "Nej-röster ges av: %s.", "Nej"},
        [BALLOT_ABSTAIN] = {"%s avstår från att rösta (%u).", "Avstår från att rösta: %s.", "Avstår"}};
    for (guint choice = BALLOT_YES; choice <= BALLOT_ABSTAIN; choice++) {
        g_autoptr(GArray) who = g_array_new(FALSE, FALSE, sizeof(Person));
        for (guint i = 0; i < vote->ballots->len; i++)
            if (g_array_index(vote->ballots, Ballot, i).choice == choice)
                g_array_append_val(who, g_array_index(vote->ballots, Ballot, i).person);
        if (who->len == 0)
            continue;
        g_autofree char *names = persons_text(who);
        if (in->house->vote == VOTE_SENTENCES)
            add_text(in, section, BLOCK_PARAGRAPH, NULL,
                     g_strdup_printf(forms[choice].sentence, names, who->len));
        else if (in->house->vote == VOTE_LISTS)
            add_text(in, section, BLOCK_PARAGRAPH, NULL, g_strdup_printf(forms[choice].list, names));
        for (guint i = 0; i < who->len && in->house->vote == VOTE_ROWS; i++) {
            g_autofree char *name = person_text(&g_array_index(who, Person, i));
            add_text(in, section, BLOCK_PARAGRAPH, NULL, g_strdup_printf("%s – %s", name, forms[choice].row));
        }
    }
}

static void vote_table(Invention *in, Section *section, const Vote *vote)
{
    static const char *const head[] = {"Namn", "Parti", "Ja", "Nej", "Avstår"};
    Block table = {.kind = BLOCK_TABLE};
    for (guint i = 0; i <= vote->ballots->len; i++) {
        const Ballot *b = i ? &g_array_index(vote->ballots, Ballot, i - 1) : NULL;
        Row row = {0};
        for (guint column = 0; column < G_N_ELEMENTS(head); column++) {
            Cell cell = {.header = !b};
            cell.text.s = !b                               ? head[column]
                          : column == 0                    ? b->person.name
                          : column == 1                    ? b->person.party
                          : column - 2 == (guint)b->choice ? "X"
                                                           : "";
            append(&row.cells, sizeof cell, &cell);
        }
        append(&table.rows, sizeof row, &row);
    }
    (void)in;
    append(&section->blocks, sizeof table, &table);
}

static void invent_absent(Invention *in, Item *item)
{
    GArray *people = in->meeting->attendance;
    const Person *who = &g_array_index(people, Attendee, 3).person;
    g_autofree char *name = person_text(who);
    if (item->case_numbers && words_chance(in->rand, 0.15)) {
        append(&item->not_taking_part, sizeof *who, who);
        add_text(in, section_of(in, item, SECTION_CONFLICT), BLOCK_PARAGRAPH, NULL,
                 g_strdup_printf("%s deltar inte i handläggningen av ärendet på grund av jäv.", name));
    } else if (item->case_numbers && words_chance(in->rand, 0.15)) {
        append(&item->not_taking_part, sizeof *who, who);
        add_text(in, section_of(in, item, SECTION_NOT_TAKING_PART), BLOCK_PARAGRAPH, NULL,
                 g_strdup_printf("%s deltar inte i beslutet.", name));
    }
}

/* Puts the sections into the order of the house: that of the kinds, the decision first or after the vote. */
static void order_sections(Invention *in, Item *item)
{
    static const SectionKind first[] = {SECTION_DECISION,        SECTION_CONFLICT,  SECTION_SUMMARY,
                                        SECTION_BASIS,           SECTION_PROPOSAL,  SECTION_MOTIONS,
                                        SECTION_PROCEDURE,       SECTION_VOTE,      SECTION_RESERVATION,
                                        SECTION_NOT_TAKING_PART, SECTION_RECIPIENTS};
    static const SectionKind last[] = {SECTION_SUMMARY,         SECTION_BASIS,     SECTION_PROPOSAL,
                                       SECTION_MOTIONS,         SECTION_PROCEDURE, SECTION_VOTE,
                                       SECTION_CONFLICT,        SECTION_DECISION,  SECTION_RESERVATION,
                                       SECTION_NOT_TAKING_PART, SECTION_RECIPIENTS};
    const SectionKind *order = in->house->decision_last ? last : first;
    GArray *sorted = g_array_new(FALSE, TRUE, sizeof(Section));
    for (guint i = 0; i < G_N_ELEMENTS(first); i++)
        for (guint k = 0; k < item->sections->len; k++)
            if (g_array_index(item->sections, Section, k).kind == order[i])
                g_array_append_val(sorted, g_array_index(item->sections, Section, k));
    g_array_unref(item->sections);
    item->sections = sorted;
}

/* The item's section of that kind, made when it has none; good until the next call. NULL when the house
 * writes no such section. */
static Section *section_of(Invention *in, Item *item, SectionKind kind)
{
    for (guint i = 0; item->sections && i < item->sections->len; i++)
        if (g_array_index(item->sections, Section, i).kind == kind)
            return &g_array_index(item->sections, Section, i);
    const char *heading = in->house->sections[kind];
    if (!heading)
        return NULL;
    Section section = {.kind = kind, .heading = heading};
    append(&item->sections, sizeof section, &section);
    return &g_array_index(item->sections, Section, item->sections->len - 1);
}

/* Takes `text`; drops it when there is no section. */
static void add_text(Invention *in, Section *section, BlockKind kind, const char *marker, char *text)
{
    if (!section) {
        g_free(text);
        return;
    }
    Block b = {.kind = kind, .marker = marker, .level = kind == BLOCK_ITEM ? 1 : 0};
    b.text.s = keep(in, text);
    append(&section->blocks, sizeof b, &b);
}

static const char *keep(Invention *in, char *s)
{
    const char *kept = g_string_chunk_insert_const(in->meeting->chunk, s);
    g_free(s);
    return kept;
}

/* Those who take part in the item: members and serving substitutes, an array of Person. */
static GArray *voters(const Invention *in, const Item *item)
{
    GArray *who = g_array_new(FALSE, FALSE, sizeof(Person));
    for (guint i = 0; i < in->meeting->attendance->len; i++) {
        const Attendee *a = &g_array_index(in->meeting->attendance, Attendee, i);
        bool out = false;
        for (guint k = 0; item->not_taking_part && k < item->not_taking_part->len; k++)
            out = out || g_array_index(item->not_taking_part, Person, k).name == a->person.name;
        if (a->group <= GROUP_SERVING_SUBSTITUTE && !out)
            g_array_append_val(who, a->person);
    }
    return who;
}

static char *person_text(const Person *person)
{
    return g_strdup_printf("%s (%s)", person->name, person->party);
}

static char *persons_text(const GArray *persons)
{
    GString *s = g_string_new(NULL);
    for (guint i = 0; i < persons->len; i++) {
        g_autofree char *name = person_text(&g_array_index(persons, Person, i));
        g_string_append_printf(s, "%s%s", i == 0 ? "" : i + 1 == persons->len ? " och " : ", ", name);
    }
    return g_string_free(s, FALSE);
}

static void append(GArray **array, gsize size, const void *element)
{
    if (!*array)
        *array = g_array_new(FALSE, TRUE, (guint)size);
    g_array_append_vals(*array, element, 1);
}
