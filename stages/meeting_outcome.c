/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Outcome of an item (utfall), derived from the words of its decision; where they do not settle it, a note.
 */
#include <string.h>

#include "meeting_rulings.h"

/* What a title can ask of the body, and the words that lead up to it: "Svar på motion om …". */
static const char *const petitions[] = {"motion",          "motioner",
                                        "motionen",        "medborgarförslag",
                                        "invånarförslag",  "medborgarinitiativ",
                                        "folkinitiativ",   "initiativ",
                                        "initiativärende", "ledamotsinitiativ",
                                        "ledamotsförslag", "e-förslag",
                                        "interpellation",  "enkel fråga",
                                        "fråga",           "hemställan",
                                        "framställan",     "framställning",
                                        "skrivelse",       "ansökan",
                                        "begäran",         "yrkande"};
static const char *const leads[] = {"svar på",
                                    "svar till",
                                    "besvarande av",
                                    "besvarad",
                                    "yttrande över",
                                    "yttrande angående",
                                    "yttrande avseende",
                                    "yttrande gällande",
                                    "yttrande på",
                                    "yttrande om",
                                    "behandling av",
                                    "beredning av",
                                    "remiss av",
                                    "remissvar på",
                                    "remiss",
                                    "remitterad",
                                    "reviderat",
                                    "revidering av",
                                    "återremiss av",
                                    "återremitterad",
                                    "bordlagd",
                                    "utlåtande över",
                                    "angående",
                                    "ställningstagande till",
                                    "beslut om",
                                    "beslut i",
                                    "ny",
                                    "nya",
                                    "inkommen",
                                    "inkomna",
                                    "väckt",
                                    "anmälan av",
                                    "yttrande",
                                    "svar"};
static const char *const statement_titles[] = {"yttrande", "remiss",     "remissvar", "samråd",
                                               "svar på",  "granskning", "utlåtande"};
static const char *const statement_words[] = {"yttrande", "remissvar", "remissyttrande", "samrådsyttrande"};
static const char *const election_titles[] = {"val",        "fyllnadsval", "utseende",
                                              "nominering", "valärenden",  "valärende"};
/* Words of titles that say too little to tell what a point is about. */
static const char *const common_words[] = {"angående",
                                           "avseende",
                                           "gällande",
                                           "förslag",
                                           "beslut",
                                           "svar",
                                           "samt",
                                           "från",
                                           "inom",
                                           "enligt",
                                           "kommun",
                                           "kommunens",
                                           "region",
                                           "regionen",
                                           "stads",
                                           "nämnden",
                                           "nämndens",
                                           "kommunstyrelsen",
                                           "kommunfullmäktige",
                                           "stad",
                                           "med",
                                           "till",
                                           "under",
                                           "över",
                                           "denna",
                                           "detta",
                                           "dessa"};

/* No sentence that decides is as long, bytes; what one says that is has no end is not worked out. */
enum { LONGEST_SENTENCE = 4000 };

/* A ruling among the points, with the sentence it stands in. */
typedef struct {
    Ruling ruling;
    const char *sentence;
    const Block *block;
    bool related; /* shares a word with the title */
} Point;

/* What the points of a decision, or of a proposal, come to. */
typedef struct {
    GArray *points;       /* of Point */
    guint unclassified;   /* sentences that no rule knows */
    bool doubtful;        /* something is denied, or rejected by a sentence within it */
    const char *followed; /* the proposal that the decision follows, or NULL */
    const Block *block;   /* the first of the points */
} Points;

static void read_points(const Draft *draft, const Item *item, const Section *section, Points *points);
static bool settle(const Draft *draft, const Item *item, const Points *points, Outcome *outcome);
static bool is_petition(const char *title);

void outcome_of_item(const Draft *draft, Item *item)
{
    Points points = {.points = g_array_new(FALSE, TRUE, sizeof(Point))};
    Outcome outcome = {.kind = OUTCOME_NONE};

    for (guint i = 0; item->sections && i < item->sections->len; i++) {
        const Section *section = &g_array_index(item->sections, Section, i);
        if (section->kind == SECTION_DECISION)
            read_points(draft, item, section, &points);
    }
    bool formal =
        item->title.value != NULL && profile_within(draft->profile, WORDS_FORMAL, item->title.value) != NULL;
    if (settle(draft, item, &points, &outcome))
        item->outcome = outcome;
    else if (points.block != NULL && !formal)
        draft_note(draft, NOTE_OUTCOME_UNSETTLED, points.block->page, points.block->id, item->title.value);
    g_array_unref(points.points);
}

/* ---- reading the points ---- */

static bool is_statement_word(const char *s)
{
    for (gsize i = 0; i < G_N_ELEMENTS(statement_words); i++) {
        const char *at = s, *rest;
        for (; *at; at = g_utf8_next_char(at))
            if ((at == s || !text_is_letter_or_digit(g_utf8_get_char(g_utf8_prev_char(at)))) &&
                text_begins(at, statement_words[i], &rest))
                return true;
    }
    return false;
}

/* The words on the side of the verb where what it is about stands. */
static char *region_of(const char *sentence, const Ruling *ruling)
{
    return ruling->after ? g_strdup(sentence + ruling->end) : g_strndup(sentence, ruling->start);
}

/* Verbs whose kind depends on what they are about: statements, resignations, discharge of liability. */
static OutcomeKind kind_by_object(const char *sentence, const Ruling *ruling)
{
    g_autofree char *region = region_of(sentence, ruling);
    bool gives = ruling->kind == OUTCOME_STATEMENT;
    bool passes = gives || ruling->kind == OUTCOME_ACCEPTED || ruling->kind == OUTCOME_ADOPTED ||
                  ruling->kind == OUTCOME_PASSED_ON;

    if (passes && ruling->object != OBJECT_PETITION && ruling->object != OBJECT_MATTER &&
        (is_statement_word(region) || (gives && strstr(region, "var") != NULL)))
        return OUTCOME_STATEMENT;
    if (gives)
        return OUTCOME_OTHER;
    if (ruling->kind == OUTCOME_ACCEPTED || ruling->kind == OUTCOME_OTHER ||
        ruling->kind == OUTCOME_APPROVED) {
        if (text_has_word(region, "avsägelsen") || text_has_word(region, "avsägelserna") ||
            text_has_word(region, "entledigande"))
            return OUTCOME_DISCHARGED;
        if (ruling->after && text_has_word(region, "ansvarsfrihet"))
            return OUTCOME_DISCHARGE_OF_LIABILITY;
    }
    /* "fastställa att balanskravet är uppfyllt" states a fact */
    if (ruling->after && (ruling->kind == OUTCOME_ADOPTED || ruling->kind == OUTCOME_ACCEPTED) &&
        text_begins(sentence + ruling->end, " att ", NULL))
        return OUTCOME_OTHER;
    return ruling->kind;
}

static bool is_common(const char *word)
{
    for (gsize i = 0; i < G_N_ELEMENTS(common_words); i++)
        if (strcmp(common_words[i], word) == 0)
            return true;
    return g_utf8_strlen(word, -1) < 4 || g_ascii_isdigit(*word);
}

/* Two forms of one word: "årsredovisning" and "årsredovisningen", at most three letters longer. */
static bool same_word(const char *a, const char *b)
{
    gsize m = strlen(a), n = strlen(b);
    const char *shorter = m < n ? a : b, *longer = m < n ? b : a;

    return g_str_has_prefix(longer, shorter) && strlen(longer) - strlen(shorter) <= 4;
}

static bool shares_word(const char *title, const char *words)
{
    g_autofree char *left = g_utf8_strdown(title, -1), *right = g_utf8_strdown(words, -1);
    g_auto(GStrv) a = g_strsplit_set(left, " ,.:;()\"/", -1), b = g_strsplit_set(right, " ,.:;()\"/", -1);

    for (char **i = a; *i; i++)
        for (char **j = b; *j && !is_common(*i); j++)
            if (!is_common(*j) && same_word(*i, *j))
                return true;
    return false;
}

/* True for the words that only lead up to the points: "Nämnden beslutar", "Enligt förslaget:". */
static bool leads_up(const char *sentence)
{
    static const char *const ends[] = {":", "beslutar", "besluta", "beslutar att", "beslutade", "att"};

    for (gsize i = 0; i < G_N_ELEMENTS(ends); i++)
        if (g_str_has_suffix(sentence, ends[i]))
            return true;
    return text_words(sentence) < 2 || text_has_word(sentence, "beslutar på") ||
           (text_has_word(sentence, "beslutar") && text_begins(sentence, "med ovan", NULL));
}

/* True when what a sentence decides on is the motion that the title begins with, from the same. */
static bool is_titled_motion(const char *title, const char *sentence, const Ruling *ruling)
{
    const char *from, *whose, *rest;

    if (title == NULL || ruling->after || !text_begins(sentence, "yrkandet från ", &whose))
        return false;
    text_begins(title, "reviderat ", &title);
    g_autofree char *movers = g_strndup(whose, (gsize)(sentence + ruling->start - whose));
    return text_begins(title, "yrkande från ", &from) && text_begins(from, g_strchomp(movers), &rest) &&
           *rest == ' ' && g_unichar_islower(g_utf8_get_char(rest + 1)) && !text_begins(rest, " och ", NULL);
}

/* Where the verb of the sentence stands among its rulings: those before it belong to what is decided on, in
 * "Delrapport av uppdraget, att nämnden får i uppdrag att …, antecknas". */
static guint main_verb(const GArray *rulings, const char *sentence)
{
    for (guint i = rulings->len; i > 1; i--) {
        const Ruling *ruling = &g_array_index(rulings, Ruling, i - 1);
        if (!ruling->after && ruling->kind != OUTCOME_OTHER && ruling->start > 2 &&
            strncmp(sentence + ruling->start - 2, ", ", 2) == 0)
            return i - 1;
    }
    return 0;
}

static void read_sentence(const Draft *draft, const Item *item, const Block *block, const char *sentence,
                          Points *points)
{
    const char *followed;
    g_autoptr(GArray) rulings = rulings_in(draft, sentence, &followed);
    guint kept = 0, main = 0;
    guint first = points->points->len;

    if (followed != NULL && points->followed == NULL)
        points->followed = followed;
    for (guint i = main_verb(rulings, sentence); i < rulings->len; i++) {
        Point point = {.ruling = g_array_index(rulings, Ruling, i), .sentence = sentence, .block = block};
        Ruling *ruling = &point.ruling;
        ruling->kind = kind_by_object(sentence, ruling);
        g_autofree char *region = region_of(sentence, ruling);
        point.related = item->title.value != NULL && shares_word(item->title.value, region);
        /* an item on a motion from a party ("Yrkande från M angående …") */
        if ((ruling->object == OBJECT_PROPOSAL || ruling->object == OBJECT_NONE) &&
            is_titled_motion(item->title.value, sentence, ruling))
            ruling->object = OBJECT_PETITION;
        /* "Antecknas." is about the item */
        if (ruling->object == OBJECT_NONE && text_words(sentence) <= 2)
            ruling->object = OBJECT_MATTER;
        bool flips = ruling->kind == OUTCOME_REJECTED || ruling->kind == OUTCOME_APPROVED;
        if (ruling->negated && flips)
            ruling->kind = ruling->kind == OUTCOME_REJECTED ? OUTCOME_NONE : OUTCOME_REJECTED;
        points->doubtful = points->doubtful || ruling->doubtful ||
                           (ruling->negated && (!flips || ruling->kind == OUTCOME_NONE));
        g_array_append_val(points->points, point);
        kept++;
        main += ruling->kind != OUTCOME_OTHER;
        /* what somebody is told to do is not decided here */
        if (ruling->kind == OUTCOME_OTHER && !text_begins(sentence + ruling->start, "förklaras", NULL) &&
            !text_begins(sentence + ruling->start, "upphäv", NULL))
            break;
    }
    /* "antecknas och förklaras fullgjort": the rest goes with it */
    for (guint i = points->points->len; main > 0 && i > first; i--)
        if (g_array_index(points->points, Point, i - 1).ruling.kind == OUTCOME_OTHER)
            g_array_remove_index(points->points, i - 1);
    if (kept == 0 && !leads_up(sentence) && followed == NULL)
        points->unclassified++;
}

static void read_points(const Draft *draft, const Item *item, const Section *section, Points *points)
{
    g_autoptr(GArray) statements = statements_from_section(draft, section);

    for (guint i = 0; i < statements->len; i++) {
        const Statement *statement = &g_array_index(statements, Statement, i);
        const char *at = statement->text ? statement->text : "", *sentence;
        if (points->block == NULL)
            points->block = statement->block;
        while ((sentence = sentence_next(draft, &at)) != NULL)
            if (strlen(sentence) > LONGEST_SENTENCE)
                points->unclassified++;
            else if (ruling_decides(draft, sentence))
                read_sentence(draft, item, statement->block, sentence, points);
    }
}

/* ---- what they come to ---- */

/* The kinds among points that pass `pick`, and the first of each. */
typedef struct {
    guint kinds;
    guint count;
    const Point *first;
    bool seen[OUTCOME__MAX];
} Tally;

typedef bool (*Pick)(const Point *point);

static Tally tally(const Points *points, Pick pick)
{
    Tally result = {0};

    for (guint i = 0; i < points->points->len; i++) {
        const Point *point = &g_array_index(points->points, Point, i);
        if (!pick(point))
            continue;
        result.count++;
        if (result.first == NULL)
            result.first = point;
        result.kinds += !result.seen[point->ruling.kind];
        result.seen[point->ruling.kind] = true;
    }
    return result;
}

static bool about_matter(const Point *point)
{
    return point->ruling.object == OBJECT_MATTER && point->ruling.kind != OUTCOME_OTHER;
}

static bool about_petition(const Point *point)
{
    return point->ruling.object == OBJECT_PETITION && point->ruling.kind != OUTCOME_OTHER;
}

static bool whole_petition(const Point *point)
{
    return about_petition(point) && !point->ruling.partial;
}

static bool part_of_petition(const Point *point)
{
    return about_petition(point) && point->ruling.partial;
}

static bool on_proposal(const Point *point)
{
    return point->ruling.object == OBJECT_PROPOSAL && point->ruling.kind != OUTCOME_STATEMENT;
}

static bool substantial(const Point *point)
{
    OutcomeKind kind = point->ruling.kind;

    if (kind == OUTCOME_OTHER || on_proposal(point))
        return false;
    return (kind != OUTCOME_REJECTED && kind != OUTCOME_APPROVED) || point->related ||
           point->ruling.object == OBJECT_PETITION || point->ruling.object == OBJECT_MATTER;
}

static bool related(const Point *point)
{
    return substantial(point) && point->related;
}

static bool something_else(const Point *point)
{
    return point->ruling.kind == OUTCOME_OTHER;
}

/* Another decision on the title's matter, which is no mere company. */
static bool rival(const Point *point)
{
    return point->ruling.kind == OUTCOME_OTHER && point->related && !point->ruling.accessory;
}

static bool election(const Point *point)
{
    return point->ruling.kind == OUTCOME_ELECTION;
}

static bool statement(const Point *point)
{
    return point->ruling.kind == OUTCOME_STATEMENT;
}

static bool take(const Draft *draft, const Point *point, OutcomeKind kind, const char *rule, Outcome *outcome)
{
    *outcome = (Outcome){.source = draft_source(draft, point->block, BASIS_DERIVED),
                         .kind = kind,
                         .rule = draft_string(draft, rule, -1),
                         .to = kind == point->ruling.kind ? point->ruling.to : NULL,
                         .words = draft_string(draft, point->sentence, -1)};
    return true;
}

/* `title` begins with one of `words`, or has it after a dash or colon. */
static bool titled(const char *title, const char *const *words, gsize count)
{
    for (gsize i = 0; title && i < count; i++) {
        const char *rest;
        if (text_begins(title, words[i], &rest) && !text_is_letter_or_digit(g_utf8_get_char(rest)))
            return true;
    }
    return false;
}

static bool is_petition(const char *title)
{
    bool moved = true;

    while (title != NULL && moved) {
        const char *rest;
        moved = false;
        title += strspn(title, " :,-");
        if (g_str_has_prefix(title, "–"))
            title += strlen("–");
        if (titled(title, petitions, G_N_ELEMENTS(petitions)))
            return true;
        for (gsize i = 0; i < G_N_ELEMENTS(leads) && !moved; i++)
            if (text_begins(title, leads[i], &rest) && !text_is_letter_or_digit(g_utf8_get_char(rest))) {
                title = rest;
                moved = true;
            }
    }
    return title != NULL && (strstr(title, ", motion ") || strstr(title, ": motion ") ||
                             strstr(title, "– motion ") || strstr(title, "- motion "));
}

/* Who made a proposal: the last word before "förslag", without its genitive. */
static char *owner_of(const char *words)
{
    g_auto(GStrv) all = g_strsplit(words, " ", -1);
    guint count = g_strv_length(all);

    for (guint i = count; i > 1; i--) {
        char *word = all[i - 2];
        gsize length = strlen(word);
        if (length > 5 && word[length - 1] == 's')
            return g_strndup(word, length - 1);
        if (length > 0 && strcmp(word, "eget") != 0)
            break;
    }
    return NULL;
}

static bool proposes(const char *sentence)
{
    static const char *const words[] = {"föreslår", "föreslog",   "föreslagit",
                                        "förslag",  "hemställer", "hemställde"};

    for (gsize i = 0; i < G_N_ELEMENTS(words); i++)
        if (text_has_word(sentence, words[i]))
            return true;
    return false;
}

/* What somebody proposed to do with the petition: the words stand in another section of the item. */
static bool settle_by_proposal(const Draft *draft, const Item *item, const char *words, Outcome *outcome)
{
    g_autofree char *owner = owner_of(words);
    Points points = {.points = g_array_new(FALSE, TRUE, sizeof(Point))};
    bool settled = false;

    for (guint i = 0; item->sections && i < item->sections->len; i++) {
        const Section *section = &g_array_index(item->sections, Section, i);
        bool proposal = section->kind == SECTION_PROPOSAL;
        if (section->kind == SECTION_DECISION || section->kind == SECTION_RESERVATION ||
            section->kind == SECTION_STATEMENT)
            continue;
        bool theirs = proposal && (owner == NULL || section->heading == NULL ||
                                   strstr(section->heading, "örslag till") != NULL);
        bool named = owner != NULL && section->heading != NULL && text_begins(section->heading, owner, NULL);
        g_autoptr(GArray) statements = statements_from_section(draft, section);
        bool open = proposal && (named || theirs);
        for (guint j = 0; j < statements->len; j++) {
            const Statement *statement = &g_array_index(statements, Statement, j);
            const char *at = statement->text ? statement->text : "", *sentence;
            while ((sentence = sentence_next(draft, &at)) != NULL) {
                g_autofree char *genitive = owner ? g_strconcat(owner, "s", NULL) : NULL;
                if (proposes(sentence)) /* who proposes is said anew */
                    open = owner == NULL
                               ? proposal
                               : text_has_word(sentence, owner) || text_has_word(sentence, genitive);
                else if (!proposal)
                    open = open && text_begins(sentence, "att ", NULL);
                if (open && strlen(sentence) <= LONGEST_SENTENCE && ruling_decides(draft, sentence))
                    read_sentence(draft, item, statement->block, sentence, &points);
            }
        }
    }
    Tally whole = tally(&points, whole_petition), part = tally(&points, part_of_petition);
    if (whole.kinds == 1 && part.kinds == 0 && !points.doubtful)
        settled = take(draft, whole.first, whole.first->ruling.kind, "enligt-forslag", outcome);
    g_array_unref(points.points);
    return settled;
}

/* "bifall till Anna Bergs yrkande": what she moved. */
static bool settle_by_motion(const Draft *draft, const Item *item, const Point *point, Outcome *outcome)
{
    const Motion *found = NULL;
    guint count = 0;

    for (guint i = 0; item->motions && i < item->motions->len; i++) {
        const Motion *motion = &g_array_index(item->motions, Motion, i);
        if (strstr(point->sentence, motion->person.name) != NULL) {
            found = motion;
            count++;
        }
    }
    /* "bifaller Anna Bergs tilläggsyrkande" is another of hers */
    if (!text_has_word(point->sentence, "yrkande") && !text_has_word(point->sentence, "förslag"))
        return false;
    if (count != 1 || found->object == NULL || !text_begins(found->object, "motionen", NULL))
        return found != NULL && count == 1 && found->object != NULL && found->kind == MOTION_APPROVAL &&
               settle_by_proposal(draft, item, found->object, outcome);
    if (found->kind != MOTION_APPROVAL && found->kind != MOTION_REJECTION)
        return false;
    return take(draft, point, found->kind == MOTION_APPROVAL ? OUTCOME_APPROVED : OUTCOME_REJECTED,
                "enligt-yrkande", outcome);
}

/* A motion or the like: what became of it, never of a proposal about it. */
static bool settle_petition(const Draft *draft, const Item *item, const Points *points, Outcome *outcome)
{
    Tally whole = tally(points, whole_petition), part = tally(points, part_of_petition);

    if (whole.count + part.count > 0) {
        bool approved = whole.seen[OUTCOME_APPROVED] || part.seen[OUTCOME_APPROVED];
        bool partly = part.first && text_has_word(part.first->sentence, "delvis");
        if (!part.first)
            return whole.kinds == 1 && take(draft, whole.first, whole.first->ruling.kind, "saken", outcome);
        if (approved && (partly || part.kinds + whole.kinds > 1))
            return take(draft, part.first, OUTCOME_PARTLY_APPROVED, "sakens-delar", outcome);
        return false;
    }
    Tally given = tally(points, statement), proposals = tally(points, on_proposal),
          others = tally(points, substantial);
    if (given.count > 0 && others.kinds == 1)
        return titled(item->title.value, statement_titles, G_N_ELEMENTS(statement_titles)) &&
               take(draft, given.first, OUTCOME_STATEMENT, "yttrande", outcome);
    if (others.count > 0 || points->unclassified > 0)
        return false;
    if (proposals.count == 1 && proposals.first->ruling.kind != OUTCOME_REJECTED)
        return settle_by_motion(draft, item, proposals.first, outcome) ||
               settle_by_proposal(draft, item, proposals.first->ruling.owner, outcome);
    return proposals.count == 0 && points->followed != NULL && tally(points, something_else).count == 0 &&
           settle_by_proposal(draft, item, points->followed, outcome);
}

static bool settle(const Draft *draft, const Item *item, const Points *points, Outcome *outcome)
{
    const char *title = item->title.value;
    bool petition = is_petition(title) || tally(points, part_of_petition).count > 0;
    Tally matter = tally(points, about_matter), asked = tally(points, about_petition);

    if (points->doubtful || matter.kinds > 1)
        return false;
    if (matter.kinds == 1) /* the petition itself may not fare otherwise */
        return (asked.count == 0 || (asked.kinds == 1 && asked.seen[matter.first->ruling.kind])) &&
               take(draft, matter.first, matter.first->ruling.kind, "arendet", outcome);
    if (petition)
        return settle_petition(draft, item, points, outcome);

    Tally main = tally(points, substantial), others = tally(points, something_else),
          close = tally(points, related), chosen = tally(points, election), given = tally(points, statement);
    if (chosen.count > 0 && titled(title, election_titles, G_N_ELEMENTS(election_titles)))
        return take(draft, chosen.first, OUTCOME_ELECTION, "val", outcome);
    if (given.count > 0 && titled(title, statement_titles, G_N_ELEMENTS(statement_titles)))
        return take(draft, given.first, OUTCOME_STATEMENT, "yttrande", outcome);
    if (main.kinds == 1 && others.count + points->unclassified == 0)
        return take(draft, main.first, main.first->ruling.kind, "beslutet", outcome);
    if (close.kinds == 1 && tally(points, rival).count == 0)
        return take(draft, close.first, close.first->ruling.kind, "rubrikens-sak", outcome);
    if (main.count > 0 || points->unclassified > 0)
        return false;
    if (others.count > 0)
        return take(draft, others.first, OUTCOME_OTHER, "annat", outcome);
    Tally proposals = tally(points, on_proposal);
    return proposals.kinds == 1 &&
           take(draft, proposals.first, proposals.first->ruling.kind, "forslaget", outcome);
}
