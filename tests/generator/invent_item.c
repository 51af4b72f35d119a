/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Items of an invented meeting: decisions, motions, votes, reservations, tables, footnotes. */
#include "invent_parts.h"

#include <string.h>

static void invent_head(Invention *in, Item *item, Plan plan);
static void invent_background(Invention *in, Item *item, Plan plan);
static void add_footnote(Invention *in, Item *item, Section *section);
static void add_list(Invention *in, Section *section);
static void add_table(Invention *in, Section *section);
static void invent_decision(Invention *in, Item *item, Plan plan);
static void add_ruling(Invention *in, Item *item, Section *section, Plan plan);
static void invent_motions(Invention *in, Item *item, Plan plan);
static void invent_vote(Invention *in, Item *item, int question);
static void vote_totals(Invention *in, Section *section, const Vote *vote);
static void vote_sentences(Invention *in, Section *section, const Vote *vote);
static void vote_table(Section *section, const Vote *vote);
static void invent_absent(Invention *in, Item *item);
static void order_sections(Invention *in, Item *item);
static Section *section_of(Invention *in, Item *item, SectionKind kind);
static void add_text(Invention *in, Section *section, BlockKind kind, const char *marker, char *text);
static GArray *voters(const Invention *in, const Item *item);
static char *person_text(const Person *person);
static char *persons_text(const GArray *persons);

void invent_item(Invention *in, Plan plan)
{
    Item item = {.sections = g_array_new(FALSE, TRUE, sizeof(Section))};
    invent_head(in, &item, plan);
    if (plan >= PLAN_DECISION)
        invent_absent(in, &item);
    invent_decision(in, &item, plan);
    if (plan >= PLAN_DECISION)
        invent_background(in, &item, plan);
    invent_motions(in, &item, plan);
    if (plan == PLAN_VOTE_TWICE)
        invent_vote(in, &item, 0);
    if (plan == PLAN_VOTE || plan == PLAN_VOTE_TWICE)
        invent_vote(in, &item, g_rand_int_range(in->rand, 1, 3));
    order_sections(in, &item);
    invent_append(&in->meeting->items, sizeof item, &item);
}

/* Number, title, register number, and the persons responsible where the house names them. */
static void invent_head(Invention *in, Item *item, Plan plan)
{
    static const char *const titles[] = {
        [PLAN_ADJUSTERS] = "Val av justerare", [PLAN_AGENDA] = "Fastställande av föredragningslista"};
    /* Now and then an item is put in late: "§ 12 a" after "§ 12". */
    bool late = plan >= PLAN_DECISION && in->letter < 'c' && words_chance(in->rand, 0.05);
    in->letter = late ? in->letter + 1 : 'a' - 1;
    item->number = invent_keep(in, late ? g_strdup_printf("%d %c", in->number - 1, in->letter)
                                        : g_strdup_printf("%d", in->number++));
    if (plan <= PLAN_AGENDA) {
        item->title.value = titles[plan];
        return;
    }
    g_autofree char *matter = words_matter(in->rand);
    g_autofree char *first = g_utf8_substring(matter, 0, 1);
    g_autofree char *capital = g_utf8_strup(first, -1);
    const char *rest = g_utf8_next_char(matter);
    /* Some titles need two lines. */
    const char *more = words_chance(in->rand, 0.2)
                           ? " samt ändrad användning av den intilliggande marken och dess byggnader"
                           : "";
    item->title.value =
        invent_keep(in, plan == PLAN_MOTION  ? g_strdup_printf("Motion om %s%s", matter, more)
                        : plan == PLAN_NOTED ? g_strdup_printf("Information om %s%s", matter, more)
                                             : g_strdup_printf("%s%s%s", capital, rest, more));
    Fact number = {.value = invent_keep(in, g_strdup_printf("%s %d/%05d", in->body->prefix,
                                                            g_rand_int_range(in->rand, 2023, 2026),
                                                            g_rand_int_range(in->rand, 1, 990)))};
    invent_append(&item->case_numbers, sizeof number, &number);
    if (in->house->heading == HEADING_LABELS && words_chance(in->rand, 0.7)) {
        Fact responsible = {.value = invent_keep(in, words_name(in->rand, in->names))};
        invent_append(&item->responsible, sizeof responsible, &responsible);
    }
}

/* The text between decision and motions: paragraphs, lists, a table, footnotes, earlier decisions. */
static void invent_background(Invention *in, Item *item, Plan plan)
{
    Section *s = section_of(in, item, SECTION_SUMMARY);
    if (s && words_chance(in->rand, 0.15))
        add_text(in, s, BLOCK_HEADING, NULL, g_strdup("Bakgrund till förslaget"));
    for (int i = g_rand_int_range(in->rand, 1, 4); i > 0; i--) {
        add_text(in, s, BLOCK_PARAGRAPH, NULL, words_background(in->rand, g_rand_int_range(in->rand, 1, 5)));
        if (s && words_chance(in->rand, 0.08))
            add_footnote(in, item, s);
    }
    for (guint i = 0; i < in->paragraphs; i++)
        add_text(in, s, BLOCK_PARAGRAPH, NULL, words_background(in->rand, g_rand_int_range(in->rand, 1, 5)));
    if (s && words_chance(in->rand, 0.2))
        add_list(in, s);
    if (plan == PLAN_TABLE && s)
        add_table(in, s);
    s = section_of(in, item, SECTION_PREPARATION);
    if (s && words_chance(in->rand, 0.4)) {
        g_autofree char *date = words_date(in->rand);
        g_autofree char *day = words_long_date(date);
        add_text(in, s, BLOCK_PARAGRAPH, NULL,
                 g_strdup_printf("Arbetsutskottet behandlade ärendet %s, § %d, och föreslog då bifall.", day,
                                 g_rand_int_range(in->rand, 1, 300)));
    } else if (s) {
        g_array_set_size(item->sections, item->sections->len - 1);
    }
    for (int i = g_rand_int_range(in->rand, 0, 3); i > 0; i--)
        add_text(in, section_of(in, item, SECTION_BASIS), BLOCK_PARAGRAPH, NULL, words_document(in->rand));
    for (int i = g_rand_int_range(in->rand, 0, 3); i > 0; i--)
        add_text(in, section_of(in, item, SECTION_RECIPIENTS), BLOCK_PARAGRAPH, NULL,
                 g_strdup(words_recipient(in->rand)));
}

/* A footnote to the section's last paragraph: its text is the value of an empty mark at the end. */
static void add_footnote(Invention *in, Item *item, Section *section)
{
    Block *b = &g_array_index(section->blocks, Block, section->blocks->len - 1);
    Block note = {.kind = BLOCK_FOOTNOTE};
    note.text.s = invent_keep(in, g_strdup_printf("Se %s.", words_recipient(in->rand)));
    Mark mark = {.kind = MARK_FOOTNOTE, .start = (guint)strlen(b->text.s), .value = note.text.s};
    invent_append(&b->text.marks, sizeof mark, &mark);
    invent_append(&item->footnotes, sizeof note, &note);
}

static void add_list(Invention *in, Section *section)
{
    static const char *const markers[] = {"•", "-", "o", "a)"};
    const char *form = markers[g_rand_int_range(in->rand, 0, G_N_ELEMENTS(markers))];
    add_text(in, section, BLOCK_PARAGRAPH, NULL, g_strdup("Förslaget innebär i korthet följande:"));
    int items = g_rand_int_range(in->rand, 2, 6);
    for (int i = 0; i < items; i++) {
        const char *marker = *form == 'a' ? invent_keep(in, g_strdup_printf("%c)", 'a' + i)) : form;
        add_text(in, section, BLOCK_ITEM, marker, words_clause(in->rand));
    }
}

static void add_table(Invention *in, Section *section)
{
    static const char *const head[] = {"Verksamhet", "Budget", "Utfall", "Avvikelse"};
    Block table = {.kind = BLOCK_TABLE};
    int rows = g_rand_int_range(in->rand, 3, 45);
    for (int i = 0; i <= rows; i++) {
        Row row = {0};
        for (guint column = 0; column < G_N_ELEMENTS(head); column++) {
            Cell cell = {.header = i == 0};
            cell.text.s = i == 0 ? head[column]
                          : column == 0
                              ? invent_keep(in, words_matter(in->rand))
                              : invent_keep(in, g_strdup_printf("%d,%d", g_rand_int_range(in->rand, -40, 400),
                                                                g_rand_int_range(in->rand, 0, 10)));
            invent_append(&row.cells, sizeof cell, &cell);
        }
        invent_append(&table.rows, sizeof row, &row);
    }
    invent_append(&section->blocks, sizeof table, &table);
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
    case PLAN_NOTED:
    case PLAN_MOTION:
        add_ruling(in, item, s, plan);
        break;
    case PLAN_DECISION:
    case PLAN_TABLE:
    case PLAN_VOTE_TWICE:
    case PLAN_VOTE: {
        int clauses = g_rand_int_range(in->rand, 1, 13);
        add_text(in, s, BLOCK_PARAGRAPH, NULL, g_strdup_printf("%s beslutar", in->body->body));
        for (int i = 1; i <= clauses; i++) {
            g_autofree char *clause = words_clause(in->rand);
            const char *end = i == clauses ? "." : i == clauses - 1 ? ", samt" : ",";
            if (in->house->clauses)
                add_text(in, s, BLOCK_PARAGRAPH, NULL, g_strdup_printf("att %s%s", clause, end));
            else
                add_text(in, s, BLOCK_ITEM, invent_keep(in, g_strdup_printf("%d.", i)),
                         g_strdup_printf("att %s%s", clause, end));
        }
        break;
    }
    }
    if (plan >= PLAN_DECISION && words_chance(in->rand, 0.08)) {
        item->adjusted_at_once.value = "Paragrafen förklaras omedelbart justerad.";
        add_text(in, s, BLOCK_PARAGRAPH, NULL, g_strdup(item->adjusted_at_once.value));
    }
    if (in->house->sections[SECTION_PROPOSAL] && plan == PLAN_DECISION && !item->adjusted_at_once.value) {
        s = section_of(in, item, SECTION_DECISION);
        const GArray *blocks = s->blocks;
        for (guint i = 0; i < blocks->len; i++) {
            const Block *b = &g_array_index(blocks, Block, i);
            add_text(in, section_of(in, item, SECTION_PROPOSAL), b->kind, b->marker, g_strdup(b->text.s));
        }
    }
}

/* A decision whose words settle the outcome. */
static void add_ruling(Invention *in, Item *item, Section *section, Plan plan)
{
    static const struct {
        const char *lead, *words; /* lead: after the body's name */
        Plan plan;
        OutcomeKind outcome;
    } rulings[] = {
        {NULL, "Ärendet återremitteras till förvaltningen.", PLAN_REFERRAL, OUTCOME_REFERRED_BACK},
        {"beslutar", "att återremittera ärendet för ytterligare beredning.", PLAN_REFERRAL,
         OUTCOME_REFERRED_BACK},
        {NULL, "Informationen noteras till protokollet.", PLAN_NOTED, OUTCOME_NOTED},
        {NULL, "Informationen läggs till handlingarna.", PLAN_NOTED, OUTCOME_NOTED},
        {"beslutar", "att lägga redovisningen till handlingarna.", PLAN_NOTED, OUTCOME_NOTED},
        {"beslutar", "att avslå motionen.", PLAN_MOTION, OUTCOME_REJECTED},
        {NULL, "Motionen avslås.", PLAN_MOTION, OUTCOME_REJECTED},
        {"beslutar", "att bifalla motionen.", PLAN_MOTION, OUTCOME_APPROVED},
        {"beslutar", "att motionen ska anses besvarad.", PLAN_MOTION, OUTCOME_ANSWERED},
        {"föreslår att fullmäktige beslutar", "att avslå motionen.", PLAN_MOTION, OUTCOME_REJECTED},
    };
    guint fit[G_N_ELEMENTS(rulings)] = {0}, n = 0;
    for (guint i = 0; i < G_N_ELEMENTS(rulings); i++)
        if (rulings[i].plan == plan)
            fit[n++] = i;
    guint chosen = fit[g_rand_int_range(in->rand, 0, (gint32)n)];
    item->outcome.kind = rulings[chosen].outcome;
    if (rulings[chosen].lead)
        add_text(in, section, BLOCK_PARAGRAPH, NULL,
                 g_strdup_printf("%s %s", in->body->body, rulings[chosen].lead));
    add_text(in, section, BLOCK_PARAGRAPH, NULL, g_strdup(rulings[chosen].words));
}

/* Motions of members who vote: for a motion, against it, for a referral; and who lost and reserves. */
static void invent_motions(Invention *in, Item *item, Plan plan)
{
    bool votes = plan == PLAN_VOTE || plan == PLAN_VOTE_TWICE;
    if (plan != PLAN_MOTION && !votes && plan != PLAN_REFERRAL)
        return;
    g_autoptr(GArray) who = voters(in, item);
    const Person *winner = &g_array_index(who, Person, 0);
    const Person *loser = &g_array_index(who, Person, who->len - 1);
    const Person *second = &g_array_index(who, Person, who->len - 2);
    g_autofree char *w = person_text(winner), *l = person_text(loser), *l2 = person_text(second);
    Section *s = section_of(in, item, SECTION_MOTIONS);
    bool joined = words_chance(in->rand, 0.4);
    Motion for_it = {.person = *winner, .kind = plan == PLAN_REFERRAL ? MOTION_REFERRAL : MOTION_APPROVAL};
    invent_append(&item->motions, sizeof for_it, &for_it);
    Motion against = {.person = *loser, .kind = votes ? MOTION_REJECTION : MOTION_APPROVAL};
    invent_append(&item->motions, sizeof against, &against);
    if (joined) {
        against.person = *second;
        invent_append(&item->motions, sizeof against, &against);
    }
    add_text(in, s, BLOCK_PARAGRAPH, NULL,
             g_strdup_printf(plan == PLAN_REFERRAL ? "%s yrkar att ärendet återremitteras till förvaltningen."
                                                   : "%s yrkar bifall till förvaltningens förslag.",
                             w));
    g_autofree char *they = joined ? g_strdup_printf("%s och %s", l2, l) : g_strdup(l);
    add_text(in, s, BLOCK_PARAGRAPH, NULL,
             g_strdup_printf(votes                   ? "%s yrkar avslag på förvaltningens förslag."
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
        invent_append(&item->reservations, sizeof *loser, loser);
        add_text(in, section_of(in, item, SECTION_RESERVATION), BLOCK_PARAGRAPH, NULL,
                 g_strdup_printf("%s reserverar sig mot beslutet.", l));
    }
}

/* One vote of the item, in a section of its own; `question` says what about. */
static void invent_vote(Invention *in, Item *item, int question)
{
    static const struct {
        const char *yes, *no;
    } questions[] = {{"att ärendet avgörs i dag", "återremiss"},
                     {"bifall till förvaltningens förslag", "avslag på detsamma"},
                     {"avslag på tilläggsyrkandet", "bifall till detsamma"}};
    static const char *const propositions[] = {
        "Godkänd voteringsproposition: ”Ja för %s och Nej för %s.”",
        "Nämnden godkänner följande ordning: Ja-röst för %s. Nej-röst för %s."};
    g_autoptr(GArray) who = voters(in, item);
    Vote vote = {.yes_means = questions[question].yes,
                 .no_means = questions[question].no,
                 .ballots = g_array_new(FALSE, TRUE, sizeof(Ballot))};
    for (guint i = 0; i < who->len; i++) {
        Ballot b = {g_array_index(who, Person, i), i == 0                                  ? BALLOT_YES
                                                   : i + 1 == who->len                     ? BALLOT_NO
                                                   : i == 1 && words_chance(in->rand, 0.4) ? BALLOT_ABSTAIN
                                                   : words_chance(in->rand, 0.65)          ? BALLOT_YES
                                                                                           : BALLOT_NO};
        vote.yes += b.choice == BALLOT_YES;
        vote.no += b.choice == BALLOT_NO;
        vote.abstain += b.choice == BALLOT_ABSTAIN;
        g_array_append_val(vote.ballots, b);
    }
    Section new_section = {.kind = SECTION_VOTE, .heading = in->house->sections[SECTION_VOTE]};
    g_array_append_val(item->sections, new_section);
    Section *s = &g_array_index(item->sections, Section, item->sections->len - 1);
    const char *proposition = propositions[g_rand_int_range(in->rand, 0, G_N_ELEMENTS(propositions))];
    add_text(in, s, BLOCK_PARAGRAPH, NULL, g_strdup_printf(proposition, vote.yes_means, vote.no_means));
    if (in->house->vote != VOTE_SENTENCES)
        vote_totals(in, s, &vote);
    if (in->house->vote == VOTE_TABLE)
        vote_table(s, &vote);
    else if (in->house->vote == VOTE_TOTALS)
        g_clear_pointer(&vote.ballots, g_array_unref);
    else
        vote_sentences(in, s, &vote);
    invent_append(&item->votes, sizeof vote, &vote);
}

static void vote_totals(Invention *in, Section *section, const Vote *vote)
{
    static const char *const forms[] = {
        "Omröstningen utfaller med %s Ja mot %s Nej.%s",
        "Med %s ja-röster mot %s nej-röster bifalls den första propositionen.%s",
        "Omröstningen gav %s ja-röster och %s nej-röster.%s"};
    static const char *const numbers[] = {"noll", "en",   "två", "tre", "fyra", "fem", "sex",
                                          "sju",  "åtta", "nio", "tio", "elva", "tolv"};
    bool in_words = words_chance(in->rand, 0.3);
    const char *form = forms[g_rand_int_range(in->rand, 0, G_N_ELEMENTS(forms))];
    char yes[16], no[16];
    g_snprintf(yes, sizeof yes, "%d", vote->yes);
    g_snprintf(no, sizeof no, "%d", vote->no);
    bool short_yes = in_words && vote->yes < (int)G_N_ELEMENTS(numbers);
    bool short_no = in_words && vote->no < (int)G_N_ELEMENTS(numbers);
    g_autofree char *abstain =
        vote->abstain ? g_strdup_printf(" %d ledamot avstår från att rösta.", vote->abstain) : g_strdup("");
    add_text(in, section, BLOCK_PARAGRAPH, NULL,
             g_strdup_printf(form, short_yes ? numbers[vote->yes] : yes, short_no ? numbers[vote->no] : no,
                             abstain));
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

static void vote_table(Section *section, const Vote *vote)
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
            invent_append(&row.cells, sizeof cell, &cell);
        }
        invent_append(&table.rows, sizeof row, &row);
    }
    invent_append(&section->blocks, sizeof table, &table);
}

static void invent_absent(Invention *in, Item *item)
{
    GArray *people = in->meeting->attendance;
    const Person *who = &g_array_index(people, Attendee, 3).person;
    g_autofree char *name = person_text(who);
    if (item->case_numbers && words_chance(in->rand, 0.15)) {
        invent_append(&item->not_taking_part, sizeof *who, who);
        add_text(in, section_of(in, item, SECTION_CONFLICT), BLOCK_PARAGRAPH, NULL,
                 g_strdup_printf("%s deltar inte i handläggningen av ärendet på grund av jäv.", name));
    } else if (item->case_numbers && words_chance(in->rand, 0.15)) {
        invent_append(&item->not_taking_part, sizeof *who, who);
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
    static const SectionKind last[] = {SECTION_PREPARATION, SECTION_SUMMARY,         SECTION_BASIS,
                                       SECTION_PROPOSAL,    SECTION_MOTIONS,         SECTION_PROCEDURE,
                                       SECTION_VOTE,        SECTION_CONFLICT,        SECTION_DECISION,
                                       SECTION_RESERVATION, SECTION_NOT_TAKING_PART, SECTION_RECIPIENTS};
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
    for (guint i = 0; i < item->sections->len; i++)
        if (g_array_index(item->sections, Section, i).kind == kind)
            return &g_array_index(item->sections, Section, i);
    const char *heading = in->house->sections[kind];
    if (!heading)
        return NULL;
    Section section = {.kind = kind, .heading = heading};
    g_array_append_val(item->sections, section);
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
    b.text.s = invent_keep(in, text);
    invent_append(&section->blocks, sizeof b, &b);
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
