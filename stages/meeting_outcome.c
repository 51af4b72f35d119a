/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Outcome of an item (utfall), derived from the words of its decision; where they do not settle it, a note.
 */
#include <string.h>

#include "meeting_points.h"

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
static const char *const election_titles[] = {"val",        "fyllnadsval", "utseende",
                                              "nominering", "valärenden",  "valärende"};

static bool settle(const Draft *draft, const Item *item, const Points *points, Outcome *outcome);
static bool is_petition(const char *title);

void outcome_of_item(const Draft *draft, Item *item)
{
    Points points = {.points = g_array_new(FALSE, TRUE, sizeof(Point))};
    Outcome outcome = {.kind = OUTCOME_NONE};

    for (guint i = 0; item->sections && i < item->sections->len; i++) {
        const Section *section = &g_array_index(item->sections, Section, i);
        if (section->kind == SECTION_DECISION)
            points_from_section(draft, item, section, &points);
    }
    bool formal =
        item->title.value != NULL && profile_within(draft->profile, WORDS_FORMAL, item->title.value) != NULL;
    if (settle(draft, item, &points, &outcome))
        item->outcome = outcome;
    else if (points.block != NULL && !formal)
        draft_note(draft, NOTE_OUTCOME_UNSETTLED, points.block->page, points.block->id, item->title.value);
    g_array_unref(points.points);
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

static bool part_of_matter(const Point *point)
{
    OutcomeKind kind = point->ruling.kind;

    return point->ruling.partial && (kind == OUTCOME_REFERRED_BACK || kind == OUTCOME_TABLED ||
                                     kind == OUTCOME_WITHDRAWN || kind == OUTCOME_REJECTED);
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
                if (open)
                    points_from_sentence(draft, item, statement->block, sentence, &points);
            }
        }
    }
    Tally whole = tally(&points, whole_petition), part = tally(&points, part_of_petition);
    if (whole.kinds == 1 && part.kinds == 0 && !points.doubtful)
        settled = take(draft, whole.first, whole.first->ruling.kind, "enligt-forslag", outcome);
    g_array_unref(points.points);
    return settled;
}

/* The one motion at the meeting of those whom the sentence names; NULL: none, or more. */
static const Motion *motion_named(const Item *item, const char *sentence)
{
    const Motion *found = NULL;

    for (guint i = 0; item->motions && i < item->motions->len; i++) {
        const Motion *motion = &g_array_index(item->motions, Motion, i);
        if (strstr(sentence, motion->person.name) == NULL)
            continue;
        if (found != NULL)
            return NULL;
        found = motion;
    }
    return found;
}

/* "bifall till Anna Bergs yrkande": what she moved; her "tilläggsyrkande" is another. */
static bool settle_by_motion(const Draft *draft, const Item *item, const Point *point, Outcome *outcome)
{
    const Motion *motion = motion_named(item, point->sentence);

    if (motion == NULL || motion->object == NULL ||
        (!text_has_word(point->sentence, "yrkande") && !text_has_word(point->sentence, "förslag")))
        return false;
    if (!text_begins(motion->object, "motionen", NULL))
        return motion->kind == MOTION_APPROVAL && settle_by_proposal(draft, item, motion->object, outcome);
    if (motion->kind != MOTION_APPROVAL && motion->kind != MOTION_REJECTION)
        return false;
    return take(draft, point, motion->kind == MOTION_APPROVAL ? OUTCOME_APPROVED : OUTCOME_REJECTED,
                "enligt-yrkande", outcome);
}

/* The same where the item is about a proposal: rejection of it, where they moved that. */
static bool settle_by_mover(const Draft *draft, const Item *item, const Point *point, Outcome *outcome)
{
    static const OutcomeKind kinds[] = {
        [MOTION_APPROVAL] = OUTCOME_APPROVED,      [MOTION_REJECTION] = OUTCOME_REJECTED,
        [MOTION_ADDITION] = OUTCOME_NONE,          [MOTION_CHANGE] = OUTCOME_NONE,
        [MOTION_REFERRAL] = OUTCOME_REFERRED_BACK, [MOTION_TABLING] = OUTCOME_TABLED};
    const Motion *motion = motion_named(item, point->sentence);

    const char *object = motion && motion->object ? motion->object : "förslaget";
    bool whole = (g_str_has_suffix(object, "förslag") || g_str_has_suffix(object, "förslaget")) &&
                 strstr(object, " att ") == NULL;
    if (motion == NULL || !whole || point->ruling.kind != OUTCOME_APPROVED ||
        kinds[motion->kind] == OUTCOME_NONE)
        return false;
    return take(draft, point, kinds[motion->kind], "enligt-yrkande", outcome);
}

/* True when the proposal is what somebody moved at the meeting, not the draft that the item is about. */
static bool is_moved(const Item *item, const Point *point)
{
    static const char *const nouns[] = {"yrkande", "yrkandet", "yrkanden", "återremissen"};
    bool moved = false;

    for (gsize i = 0; point->ruling.owner != NULL && i < G_N_ELEMENTS(nouns); i++)
        moved = moved || g_str_has_suffix(point->ruling.owner, nouns[i]);
    for (guint i = 0; item->motions && i < item->motions->len; i++)
        moved = moved || strstr(point->sentence, g_array_index(item->motions, Motion, i).person.name) != NULL;
    return moved;
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
    if (tally(points, part_of_matter).count > 0) /* "med undantag av punkt 2 som återremitteras" */
        return false;
    if (main.kinds == 1 && others.count + points->unclassified == 0)
        return take(draft, main.first, main.first->ruling.kind, "beslutet", outcome);
    if (close.kinds == 1 && tally(points, rival).count == 0)
        return take(draft, close.first, close.first->ruling.kind, "rubrikens-sak", outcome);
    if (main.count > 0 || points->unclassified > 0)
        return false;
    if (others.count > 0)
        return take(draft, others.first, OUTCOME_OTHER, "annat", outcome);
    Tally proposals = tally(points, on_proposal);
    if (proposals.kinds != 1)
        return false;
    return is_moved(item, proposals.first)
               ? proposals.count == 1 && settle_by_mover(draft, item, proposals.first, outcome)
               : take(draft, proposals.first, proposals.first->ruling.kind, "forslaget", outcome);
}
