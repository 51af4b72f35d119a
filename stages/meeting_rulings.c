/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rulings: what the words of a decision do with what ("motionen avslås"), one for each verb of a sentence. */
#include "meeting_rulings.h"

#include <string.h>

/* On which side of its verb the thing stands that is decided on: "avslå motionen", "motionen avslås". */
typedef enum { SIDE_AFTER, SIDE_BEFORE } Side;

typedef struct {
    const char *words;
    Side side;
    OutcomeKind kind;
    bool accessory; /* goes with another decision: an assignment, an earlier decision that ends */
} Verb;

/* The verbs of decisions. The longest that fits counts. */
static const Verb verbs[] = {
    {"avslår", SIDE_AFTER, OUTCOME_REJECTED},
    {"avslå", SIDE_AFTER, OUTCOME_REJECTED},
    {"avslog", SIDE_AFTER, OUTCOME_REJECTED},
    {"avslag på", SIDE_AFTER, OUTCOME_REJECTED},
    {"avstyrker", SIDE_AFTER, OUTCOME_REJECTED},
    {"avstyrka", SIDE_AFTER, OUTCOME_REJECTED},
    {"avslås", SIDE_BEFORE, OUTCOME_REJECTED},
    {"avslogs", SIDE_BEFORE, OUTCOME_REJECTED},
    {"avslagen", SIDE_BEFORE, OUTCOME_REJECTED},
    {"avslaget", SIDE_BEFORE, OUTCOME_REJECTED},
    {"avstyrks", SIDE_BEFORE, OUTCOME_REJECTED},
    {"förkastar", SIDE_AFTER, OUTCOME_REJECTED},
    {"förkasta", SIDE_AFTER, OUTCOME_REJECTED},
    {"förkastade", SIDE_AFTER, OUTCOME_REJECTED},
    {"förkastas", SIDE_BEFORE, OUTCOME_REJECTED},
    {"förkastades", SIDE_BEFORE, OUTCOME_REJECTED},
    {"faller", SIDE_BEFORE, OUTCOME_REJECTED},
    {"bifaller", SIDE_AFTER, OUTCOME_APPROVED},
    {"bifalla", SIDE_AFTER, OUTCOME_APPROVED},
    {"biföll", SIDE_AFTER, OUTCOME_APPROVED},
    {"bifall till", SIDE_AFTER, OUTCOME_APPROVED},
    {"tillstyrker", SIDE_AFTER, OUTCOME_APPROVED},
    {"tillstyrka", SIDE_AFTER, OUTCOME_APPROVED},
    {"bifalls", SIDE_BEFORE, OUTCOME_APPROVED},
    {"bifalles", SIDE_BEFORE, OUTCOME_APPROVED},
    {"bifölls", SIDE_BEFORE, OUTCOME_APPROVED},
    {"bifallen", SIDE_BEFORE, OUTCOME_APPROVED},
    {"bifallet", SIDE_BEFORE, OUTCOME_APPROVED},
    {"tillstyrks", SIDE_BEFORE, OUTCOME_APPROVED},
    {"besvarad", SIDE_BEFORE, OUTCOME_ANSWERED},
    {"besvarat", SIDE_BEFORE, OUTCOME_ANSWERED},
    {"besvarade", SIDE_BEFORE, OUTCOME_ANSWERED},
    {"besvaras", SIDE_BEFORE, OUTCOME_ANSWERED},
    {"besvarades", SIDE_BEFORE, OUTCOME_ANSWERED},
    {"färdigbehandlad", SIDE_BEFORE, OUTCOME_ANSWERED},
    {"färdigbehandlat", SIDE_BEFORE, OUTCOME_ANSWERED},
    {"besvara", SIDE_AFTER, OUTCOME_ANSWERED},
    {"besvarar", SIDE_AFTER, OUTCOME_ANSWERED},
    {"återremitteras", SIDE_BEFORE, OUTCOME_REFERRED_BACK},
    {"återremitterades", SIDE_BEFORE, OUTCOME_REFERRED_BACK},
    {"återremitterar", SIDE_AFTER, OUTCOME_REFERRED_BACK},
    {"återremittera", SIDE_AFTER, OUTCOME_REFERRED_BACK},
    {"återremiss av", SIDE_AFTER, OUTCOME_REFERRED_BACK},
    {"återförvisas", SIDE_BEFORE, OUTCOME_REFERRED_BACK},
    {"bordläggs", SIDE_BEFORE, OUTCOME_TABLED},
    {"bordlägges", SIDE_BEFORE, OUTCOME_TABLED},
    {"bordlades", SIDE_BEFORE, OUTCOME_TABLED},
    {"bordlägger", SIDE_AFTER, OUTCOME_TABLED},
    {"bordlägga", SIDE_AFTER, OUTCOME_TABLED},
    {"bordläggning av", SIDE_AFTER, OUTCOME_TABLED},
    {"utgår", SIDE_BEFORE, OUTCOME_WITHDRAWN},
    {"utgick", SIDE_BEFORE, OUTCOME_WITHDRAWN},
    {"utgå", SIDE_BEFORE, OUTCOME_WITHDRAWN},
    {"till handlingarna", SIDE_BEFORE, OUTCOME_NOTED},
    {"antecknas", SIDE_BEFORE, OUTCOME_NOTED},
    {"antecknades", SIDE_BEFORE, OUTCOME_NOTED},
    {"antecknar", SIDE_AFTER, OUTCOME_NOTED},
    {"anteckna", SIDE_AFTER, OUTCOME_NOTED},
    {"noteras", SIDE_BEFORE, OUTCOME_NOTED},
    {"noterades", SIDE_BEFORE, OUTCOME_NOTED},
    {"noterar", SIDE_AFTER, OUTCOME_NOTED},
    {"notera", SIDE_AFTER, OUTCOME_NOTED},
    {"delgiven", SIDE_BEFORE, OUTCOME_NOTED},
    {"delgivna", SIDE_BEFORE, OUTCOME_NOTED},
    {"för kännedom", SIDE_BEFORE, OUTCOME_NOTED},
    {"tar del av", SIDE_AFTER, OUTCOME_NOTED},
    {"ta del av", SIDE_AFTER, OUTCOME_NOTED},
    {"tagit del av", SIDE_AFTER, OUTCOME_NOTED},
    {"tackar för", SIDE_AFTER, OUTCOME_NOTED},
    {"tacka för", SIDE_AFTER, OUTCOME_NOTED},
    {"godkänns", SIDE_BEFORE, OUTCOME_ACCEPTED},
    {"godkännes", SIDE_BEFORE, OUTCOME_ACCEPTED},
    {"godkändes", SIDE_BEFORE, OUTCOME_ACCEPTED},
    {"godkänner", SIDE_AFTER, OUTCOME_ACCEPTED},
    {"godkänna", SIDE_AFTER, OUTCOME_ACCEPTED},
    {"godkände", SIDE_AFTER, OUTCOME_ACCEPTED},
    {"antas", SIDE_BEFORE, OUTCOME_ADOPTED},
    {"antages", SIDE_BEFORE, OUTCOME_ADOPTED},
    {"antogs", SIDE_BEFORE, OUTCOME_ADOPTED},
    {"antar", SIDE_AFTER, OUTCOME_ADOPTED},
    {"anta", SIDE_AFTER, OUTCOME_ADOPTED},
    {"fastställs", SIDE_BEFORE, OUTCOME_ADOPTED},
    {"fastställes", SIDE_BEFORE, OUTCOME_ADOPTED},
    {"fastställdes", SIDE_BEFORE, OUTCOME_ADOPTED},
    {"fastställer", SIDE_AFTER, OUTCOME_ADOPTED},
    {"fastställa", SIDE_AFTER, OUTCOME_ADOPTED},
    {"utses", SIDE_BEFORE, OUTCOME_ELECTION},
    {"utsågs", SIDE_BEFORE, OUTCOME_ELECTION},
    {"utser", SIDE_AFTER, OUTCOME_ELECTION},
    {"utse", SIDE_AFTER, OUTCOME_ELECTION},
    {"väljs", SIDE_BEFORE, OUTCOME_ELECTION},
    {"valdes", SIDE_BEFORE, OUTCOME_ELECTION},
    {"omväljs", SIDE_BEFORE, OUTCOME_ELECTION},
    {"nyväljs", SIDE_BEFORE, OUTCOME_ELECTION},
    {"väljer", SIDE_AFTER, OUTCOME_ELECTION},
    {"välja", SIDE_AFTER, OUTCOME_ELECTION},
    {"förslagen till val bifalles", SIDE_BEFORE, OUTCOME_ELECTION},
    {"förslagen till val bifalls", SIDE_BEFORE, OUTCOME_ELECTION},
    {"överlämnas", SIDE_BEFORE, OUTCOME_PASSED_ON},
    {"överlämnades", SIDE_BEFORE, OUTCOME_PASSED_ON},
    {"överlämnar", SIDE_AFTER, OUTCOME_PASSED_ON},
    {"överlämna", SIDE_AFTER, OUTCOME_PASSED_ON},
    {"översänds", SIDE_BEFORE, OUTCOME_PASSED_ON},
    {"översänder", SIDE_AFTER, OUTCOME_PASSED_ON},
    {"översända", SIDE_AFTER, OUTCOME_PASSED_ON},
    {"remitteras", SIDE_BEFORE, OUTCOME_PASSED_ON},
    {"remitterar", SIDE_AFTER, OUTCOME_PASSED_ON},
    {"remittera", SIDE_AFTER, OUTCOME_PASSED_ON},
    {"hänskjuts", SIDE_BEFORE, OUTCOME_PASSED_ON},
    {"hänskjuter", SIDE_AFTER, OUTCOME_PASSED_ON},
    {"hänskjuta", SIDE_AFTER, OUTCOME_PASSED_ON},
    {"avge", SIDE_AFTER, OUTCOME_STATEMENT},
    {"avger", SIDE_AFTER, OUTCOME_STATEMENT},
    {"avges", SIDE_BEFORE, OUTCOME_STATEMENT},
    {"avgavs", SIDE_BEFORE, OUTCOME_STATEMENT},
    {"entledigas", SIDE_BEFORE, OUTCOME_DISCHARGED},
    {"entledigar", SIDE_AFTER, OUTCOME_DISCHARGED},
    {"entlediga", SIDE_AFTER, OUTCOME_DISCHARGED},
    {"beviljas entledigande", SIDE_BEFORE, OUTCOME_DISCHARGED},
    {"beviljas ansvarsfrihet", SIDE_BEFORE, OUTCOME_DISCHARGE_OF_LIABILITY},
    {"befrias från uppdraget", SIDE_BEFORE, OUTCOME_DISCHARGED},
    {"bevilja", SIDE_AFTER, OUTCOME_OTHER},
    {"beviljar", SIDE_AFTER, OUTCOME_OTHER},
    {"beviljas", SIDE_BEFORE, OUTCOME_OTHER},
    {"ansvarsfrihet", SIDE_BEFORE, OUTCOME_DISCHARGE_OF_LIABILITY},
    /* decisions that are none of the above */
    {"uppdra", SIDE_AFTER, OUTCOME_OTHER, true},
    {"uppdrar", SIDE_AFTER, OUTCOME_OTHER, true},
    {"uppdras", SIDE_BEFORE, OUTCOME_OTHER, true},
    {"i uppdrag", SIDE_BEFORE, OUTCOME_OTHER, true},
    {"upphör", SIDE_BEFORE, OUTCOME_OTHER, true},
    {"upphävs", SIDE_BEFORE, OUTCOME_OTHER, true},
    {"upphäva", SIDE_AFTER, OUTCOME_OTHER, true},
    {"upphäver", SIDE_AFTER, OUTCOME_OTHER, true},
    {"förklaras fullgjort", SIDE_BEFORE, OUTCOME_OTHER},
    {"avslutas", SIDE_BEFORE, OUTCOME_OTHER, true},
    {"tilldela", SIDE_AFTER, OUTCOME_OTHER},
    {"tilldelas", SIDE_BEFORE, OUTCOME_OTHER},
    {"anslå", SIDE_AFTER, OUTCOME_OTHER},
    {"anslås", SIDE_BEFORE, OUTCOME_OTHER},
    {"anvisa", SIDE_AFTER, OUTCOME_OTHER},
    {"anvisas", SIDE_BEFORE, OUTCOME_OTHER},
    {"avsätta", SIDE_AFTER, OUTCOME_OTHER},
    {"avsätts", SIDE_BEFORE, OUTCOME_OTHER},
    {"sälja", SIDE_AFTER, OUTCOME_OTHER},
    {"säljs", SIDE_BEFORE, OUTCOME_OTHER},
    {"köpa", SIDE_AFTER, OUTCOME_OTHER},
    {"förvärva", SIDE_AFTER, OUTCOME_OTHER},
    {"förlängs", SIDE_BEFORE, OUTCOME_OTHER},
    {"förlänga", SIDE_AFTER, OUTCOME_OTHER},
    {"förordnas", SIDE_BEFORE, OUTCOME_OTHER},
    {"förordna", SIDE_AFTER, OUTCOME_OTHER},
    {"delegera", SIDE_AFTER, OUTCOME_OTHER},
    {"delegeras", SIDE_BEFORE, OUTCOME_OTHER},
    {"revideras", SIDE_BEFORE, OUTCOME_OTHER},
    {"revidera", SIDE_AFTER, OUTCOME_OTHER},
    {"startas", SIDE_BEFORE, OUTCOME_OTHER},
    {"starta", SIDE_AFTER, OUTCOME_OTHER},
    {"inrätta", SIDE_AFTER, OUTCOME_OTHER},
    {"inrättas", SIDE_BEFORE, OUTCOME_OTHER},
    {"begära", SIDE_AFTER, OUTCOME_OTHER},
};

/* What a decision can be about, by its nouns. */
static const struct {
    const char *word;
    RulingObject object;
} nouns[] = {
    {"ärendet", OBJECT_MATTER},
    {"ärendets", OBJECT_MATTER},
    {"paragrafen", OBJECT_MATTER},
    {"motion", OBJECT_PETITION},
    {"motionen", OBJECT_PETITION},
    {"motionens", OBJECT_PETITION},
    {"motionerna", OBJECT_PETITION},
    {"motionernas", OBJECT_PETITION},
    {"medborgarförslag", OBJECT_PETITION},
    {"medborgarförslaget", OBJECT_PETITION},
    {"medborgarförslagets", OBJECT_PETITION},
    {"medborgarförslagen", OBJECT_PETITION},
    {"invånarförslaget", OBJECT_PETITION},
    {"ledamotsförslaget", OBJECT_PETITION},
    {"e-förslaget", OBJECT_PETITION},
    {"initiativet", OBJECT_PETITION},
    {"initiativärende", OBJECT_PETITION},
    {"initiativärendet", OBJECT_PETITION},
    {"initiativärendets", OBJECT_PETITION},
    {"ledamotsinitiativet", OBJECT_PETITION},
    {"medborgarinitiativet", OBJECT_PETITION},
    {"folkinitiativet", OBJECT_PETITION},
    {"interpellation", OBJECT_PETITION},
    {"interpellationen", OBJECT_PETITION},
    {"interpellationerna", OBJECT_PETITION},
    {"frågan", OBJECT_PETITION},
    {"hemställan", OBJECT_PETITION},
    {"framställan", OBJECT_PETITION},
    {"framställningen", OBJECT_PETITION},
    {"skrivelsen", OBJECT_PETITION},
    {"ansökan", OBJECT_PETITION},
    {"begäran", OBJECT_PETITION},
    {"att-sats", OBJECT_PETITION},
    {"att-satsen", OBJECT_PETITION},
    {"att-satser", OBJECT_PETITION},
    {"att-satserna", OBJECT_PETITION},
    {"attsatsen", OBJECT_PETITION},
    {"attsatserna", OBJECT_PETITION},
    {"förslag", OBJECT_PROPOSAL},
    {"förslaget", OBJECT_PROPOSAL},
    {"förslagen", OBJECT_PROPOSAL},
    {"beslutsförslag", OBJECT_PROPOSAL},
    {"beslutsförslaget", OBJECT_PROPOSAL},
    {"yrkande", OBJECT_PROPOSAL},
    {"yrkandet", OBJECT_PROPOSAL},
    {"yrkanden", OBJECT_PROPOSAL},
    {"tilläggsyrkande", OBJECT_PROPOSAL},
    {"tilläggsyrkandet", OBJECT_PROPOSAL},
    {"återremissyrkande", OBJECT_PROPOSAL},
    {"återremissyrkandet", OBJECT_PROPOSAL},
    {"återremissen", OBJECT_PROPOSAL},
};

/* Words that say that only a part is decided on. */
static const char *const partial[] = {
    "att-sats",         "att-satsen",    "att-satser",    "att-satserna",
    "attsats",          "attsatsen",     "attsatser",     "attsatserna",
    "i övrigt",         "delvis",        "i den del",     "i de delar",
    "den del",          "i denna del",   "punkt",         "punkten",
    "punkterna",        "övriga delar",  "till viss del", "till del",
    "till vissa delar", "i vissa delar", "i huvudsak",    "i tillämpliga delar",
    "med undantag",     "utom",          "förutom",       "delar av"};

/* Sentences that do not decide: what may come, what persons had noted, how the item is adjusted. */
static const char *const undeciding[] = {
    "reserverar sig", "reservation", "deltar inte", "deltar ej", "särskilt yttrande", "protokollsanteckning",
    "omedelbart justerad", "omedelbart justerat", "omedelbar justering", "justeras omedelbart",
    "direktjusteras",
    /* an interpellation put now and answered another day */
    "får ställas", "medges ställas", "besvaras vid nästa", "besvaras på nästa", "besvaras vid kommande",
    "besvaras senare", "kommer att besvaras"};

/* Prepositions after which a proposal is the way, not the thing: "enligt kommunstyrelsens förslag". */
static const char *const manners[] = {"enligt", "i enlighet med", "med hänvisning till", "utifrån",
                                      "på",     "med stöd av",    "med bifall till"};

/* On a condition it is not settled what became of the matter: "bifalls såvida …, annars avslås den". */
static const char *const conditions[] = {
    "såvida", "annars", "under förutsättning", "förutsatt att", "med villkor", "på villkor", "om inte"};

/* What is refused was not decided: "Ansvarsfrihet vägras." */
static const char *const refusals[] = {"vägra", "vägrar", "vägras", "vägrades", "neka", "nekar", "nekas"};

/* What denies a verb begins no more bytes before it. */
enum { NEAR = 32 };

typedef struct {
    gsize start, end;
    const Verb *verb; /* or NULL: a noun */
    RulingObject object;
    bool manner;
} Token;

static GArray *tokens_of(const Draft *draft, const char *s);
static const char *proposal_followed(const Draft *draft, const char *sentence, const GArray *tokens);
static bool governs(const Draft *draft, const char *s, const Token *token, gsize *opener);
static const Token *object_of(const GArray *tokens, guint verb);
static bool negated(const char *s, const Token *token);
static bool denied_afar(const char *s, const Token *token);
static bool on_condition(const Draft *draft, const char *s, const Token *token);
static bool is_within(const char *s, gsize from, const Token *token);
static const char *receiver(const Draft *draft, const char *from);

bool ruling_decides(const Draft *draft, const char *sentence)
{
    return !phrases_within(PHRASES(draft, undeciding), sentence) && !text_begins(sentence, "om ", NULL) &&
           !text_begins(sentence, "för det fall", NULL) && !text_begins(sentence, "i det fall", NULL);
}

GArray *rulings_in(const Draft *draft, const char *sentence, const char **followed)
{
    GArray *rulings = g_array_new(FALSE, TRUE, sizeof(Ruling));
    g_autoptr(GArray) tokens = tokens_of(draft, sentence);
    bool part = tokens->len > 0 && phrases_within(PHRASES(draft, partial), sentence),
         refusal = tokens->len > 0 && phrases_within(PHRASES(draft, refusals), sentence);
    const Token *refused = NULL; /* the last proposal that is not followed */

    *followed = proposal_followed(draft, sentence, tokens);
    for (guint i = 0; i < tokens->len; i++) {
        const Token *token = &g_array_index(tokens, Token, i);
        if (token->verb == NULL)
            continue;
        const Token *noun = object_of(tokens, i);
        /* "…, ta fram förslag till hur det ska gå till, antecknas" is about no proposal */
        if (noun != NULL && noun->object == OBJECT_PROPOSAL && noun->end < token->start &&
            memchr(sentence + noun->end, ',', token->start - noun->end) != NULL)
            noun = NULL;
        Ruling ruling = {.kind = token->verb->kind,
                         .object = noun ? noun->object : OBJECT_NONE,
                         .start = token->start,
                         .end = token->end,
                         .negated = negated(sentence, token),
                         .partial = part,
                         .doubtful = refusal,
                         .accessory = token->verb->accessory,
                         .after = token->verb->side == SIDE_AFTER};
        if (ruling.kind == OUTCOME_APPROVED || ruling.kind == OUTCOME_REJECTED)
            ruling.doubtful = refusal || on_condition(draft, sentence, token) ||
                              (!ruling.negated && denied_afar(sentence, token));
        if (refused != NULL && is_within(sentence, refused->end, token))
            ruling.doubtful = true;
        else if (ruling.object == OBJECT_PROPOSAL && noun->start > token->end &&
                 ruling.kind == (ruling.negated ? OUTCOME_APPROVED : OUTCOME_REJECTED))
            refused = noun;
        if (noun != NULL && noun->object == OBJECT_PROPOSAL) {
            gsize from = noun->start > token->end ? token->end : 0;
            ruling.owner = draft_string(draft, sentence + from, (gssize)(noun->end - from));
        }
        if (ruling.kind == OUTCOME_PASSED_ON || ruling.kind == OUTCOME_REFERRED_BACK)
            ruling.to = receiver(draft, sentence + token->end);
        g_array_append_val(rulings, ruling);
    }
    return rulings;
}

/* The words of `sentence` up to the proposal that it says to decide by; NULL when there is none. */
static const char *proposal_followed(const Draft *draft, const char *sentence, const GArray *tokens)
{
    for (guint i = 0; i < tokens->len; i++) {
        const Token *token = &g_array_index(tokens, Token, i);
        if (token->manner)
            return draft_string(draft, sentence, (gssize)token->end);
    }
    return NULL;
}

/* True when a preposition of manner opens what the proposal at `at` belongs to; that of "avslag på" ends the
 * verb, at `floor`. */
static bool stands_for_manner(const char *s, gsize floor, const char *at)
{
    gsize from = (gsize)(at - s);

    for (guint words = 0; from > floor && words < 14; words++) {
        while (from > floor && s[from - 1] == ' ')
            from--;
        while (from > floor && s[from - 1] != ' ' && s[from - 1] != ',')
            from--;
        for (gsize i = 0; i < G_N_ELEMENTS(manners); i++)
            if (text_begins(s + from, manners[i], NULL) && s[from + strlen(manners[i])] == ' ')
                return true;
        if (from > floor && s[from - 1] == ',')
            return false;
    }
    return false;
}

/* The verbs and nouns of a sentence in order; where one of each begins, the longer counts. */
static GArray *tokens_of(const Draft *draft, const char *s)
{
    GArray *tokens = g_array_new(FALSE, TRUE, sizeof(Token));
    const Phrases *of_verbs = PHRASES(draft, verbs), *of_nouns = PHRASES(draft, nouns);
    const char *verb_end = NULL, *noun_end = NULL;
    guint verb_row = 0, noun_row = 0;
    const char *verb = phrases_find(of_verbs, s, s, &verb_row, &verb_end);
    const char *noun = phrases_find(of_nouns, s, s, &noun_row, &noun_end);
    gsize opener = G_MAXSIZE; /* not looked for yet */
    gsize floor = 0;          /* the end of the last verb */

    while (verb || noun) {
        bool is_noun = noun && (!verb || noun < verb || (noun == verb && noun_end > verb_end));
        const char *at = is_noun ? noun : verb, *end = is_noun ? noun_end : verb_end;
        Token token = {.start = (gsize)(at - s),
                       .end = (gsize)(end - s),
                       .verb = is_noun ? NULL : &verbs[verb_row],
                       .object = is_noun ? nouns[noun_row].object : OBJECT_NONE};
        if (is_noun || governs(draft, s, &token, &opener)) {
            token.manner = token.object == OBJECT_PROPOSAL && stands_for_manner(s, floor, at);
            floor = is_noun ? floor : token.end;
            g_array_append_val(tokens, token);
        } else { /* what stands within it may */
            end = g_utf8_next_char(at);
        }
        if (verb && verb < end)
            verb = phrases_find(of_verbs, s, end, &verb_row, &verb_end);
        if (noun && noun < end)
            noun = phrases_find(of_nouns, s, end, &noun_row, &noun_end);
    }
    return tokens;
}

/* An infinitive decides where "att" opens the point or somebody decides or proposes; in "redovisning av
 * uppdrag att utse …, antecknas" it belongs to what is decided on. `*opener` is where the first word ends
 * that says so, G_MAXSIZE when it has not been looked for. */
static bool governs(const Draft *draft, const char *s, const Token *token, gsize *opener)
{
    static const char *const finite[] = {"avslog", "biföll", "godkände", "förkastade"};
    static const char *const openers[] = {"beslutar",    "beslutade", "besluta",  "beslut",
                                          "föreslår",    "föreslå",   "föreslog", "får",
                                          "tillstyrker", "bifaller",  "bifalla",  "bifall"};

    if (token->verb->side == SIDE_BEFORE || token->start == 0 || text_begins(s, "att ", NULL))
        return true;
    gsize length = strcspn(s + token->start, " ,.:");
    g_autofree char *verb = g_utf8_strdown(s + token->start, (gssize)length);
    if (g_str_has_suffix(verb, "r"))
        return true;
    for (gsize i = 0; i < G_N_ELEMENTS(finite); i++)
        if (strcmp(finite[i], verb) == 0)
            return true;
    if (*opener == G_MAXSIZE) {
        const char *end;
        bool found = phrases_find(PHRASES(draft, openers), s, s, NULL, &end) != NULL;
        *opener = found ? (gsize)(end - s) : G_MAXSIZE - 1;
    }
    return *opener <= token->start;
}

/* The noun that a verb is about: the nearest on its side. A passive verb may share the one of the verb
 * before it ("motionen besvaras och avslås"), an active one stops at the next verb. */
static const Token *object_of(const GArray *tokens, guint verb)
{
    const Verb *of = g_array_index(tokens, Token, verb).verb;

    for (guint i = verb + 1; of->side == SIDE_AFTER && i < tokens->len; i++) {
        const Token *token = &g_array_index(tokens, Token, i);
        if (token->verb != NULL)
            break;
        if (!token->manner)
            return token;
    }
    for (guint i = verb; of->side == SIDE_BEFORE && i > 0; i--) {
        const Token *token = &g_array_index(tokens, Token, i - 1);
        if (token->verb != NULL && token->verb->side == SIDE_AFTER)
            break;
        if (token->verb == NULL && !token->manner)
            return token;
    }
    /* "Efter votering avslås motionen." */
    const Token *next = verb + 1 < tokens->len ? &g_array_index(tokens, Token, verb + 1) : NULL;
    bool inverted = of->side == SIDE_BEFORE && next != NULL && next->verb == NULL &&
                    next->start == g_array_index(tokens, Token, verb).end + 1;
    return inverted ? next : NULL;
}

/* "inte" and its kin right beside the verb, or parted from it by a small word: "inte anses besvarad". */
static bool negated(const char *s, const Token *token)
{
    static const char *const denials[] = {"inte", "ej", "icke"};
    static const char *const small[] = {"", "anses ", "anse ", "att ", "heller ", "vara ", "ska "};
    const char *verb = s + token->start, *from = token->start > NEAR ? verb - NEAR : s;
    while (((guchar)*from & 0xC0) == 0x80)
        from++;
    g_autofree char *before = g_utf8_strdown(from, verb - from);

    for (gsize i = 0; i < G_N_ELEMENTS(denials); i++) {
        const char *rest;
        if (text_begins(s + token->end, " ", &rest) && text_begins(rest, denials[i], &rest) &&
            !text_is_letter_or_digit(g_utf8_get_char(rest)))
            return true;
        for (gsize j = 0; j < G_N_ELEMENTS(small); j++) {
            g_autofree char *words = g_strconcat(" ", denials[i], " ", small[j], NULL);
            if (g_str_has_suffix(before, words))
                return true;
        }
    }
    return false;
}

/* What parts a verb from a denial before it, which is then of another clause. */
static const char *const breaks[] = {",", " och ", " samt ", " men ", " utan ", " som ", " då ", " varför "};

static bool parted(const char *words)
{
    for (gsize i = 0; i < G_N_ELEMENTS(breaks); i++)
        if (strstr(words, breaks[i]) != NULL)
            return true;
    return false;
}

/* The end of the last of `words` in `s`, each between spaces; NULL: none of them. */
static const char *after_last(const char *s, const char *const *words, gsize count, const char **begins)
{
    const char *last = NULL;

    for (gsize i = 0; i < count; i++)
        for (const char *at = s; (at = strstr(at, words[i])) != NULL; at++)
            if (last == NULL || at + strlen(words[i]) > last) {
                last = at + strlen(words[i]);
                *begins = at;
            }
    return last;
}

/* "beslutar att inte godta förslaget att avslå motionen": the denial stands in the clause of the verb. */
static bool denied_afar(const char *s, const Token *token)
{
    static const char *const denials[] = {" inte ",   " ej ",    " icke ", " nej till ",
                                          " varken ", " ingen ", " inga ", " inget "};
    g_autofree char *start = g_utf8_strdown(s, (gssize)token->start);
    g_autofree char *before = g_strconcat(" ", start, NULL);
    const char *begins, *after = after_last(before, denials, G_N_ELEMENTS(denials), &begins);

    return after != NULL && !parted(after);
}

/* A condition said, or "bifalls om regeringen …". */
static bool on_condition(const Draft *draft, const char *s, const Token *token)
{
    return phrases_within(PHRASES(draft, conditions), s) ||
           (token->verb->side == SIDE_BEFORE && text_begins(s + token->end, " om ", NULL));
}

/* True when a verb belongs to what the proposal that ends at `from` is about: "yrkandet om bifall till
 * motionen", "förslaget att motionen avslås"; not in "förslaget och bifaller motionen". */
static bool is_within(const char *s, gsize from, const Token *token)
{
    static const char *const openers[] = {" om ", " att ", " till ", " på "};
    g_autofree char *between = g_strndup(s + from, token->start - from);
    const char *begins = between, *after = after_last(between, openers, G_N_ELEMENTS(openers), &begins);

    if (after == NULL)
        return false;
    bool finite = s[token->start + strcspn(s + token->start, " ,.") - 1] == 'r';
    bool clause = text_begins(begins, " att ", NULL) && !finite;
    *(char *)begins = '\0';
    return !g_str_has_suffix(between, " och") && !g_str_has_suffix(between, " samt") &&
           !g_str_has_suffix(between, ",") && (clause || !parted(after));
}

/* Who gets it: the words after "till", up to where a purpose or a new clause begins. */
static const char *receiver(const Draft *draft, const char *from)
{
    static const char *const stops[] = {" för ",  " att ",    " med ",   " som ",  " i ",  " enligt ",
                                        " samt ", " senast ", " inför ", " utan ", " den "};
    const char *to = strstr(from, " till ");

    if (to == NULL || (gsize)(to - from) > 60)
        return NULL;
    to += strlen(" till ");
    gsize length = strcspn(to, ".,;:");
    for (gsize i = 0; i < G_N_ELEMENTS(stops); i++) {
        const char *stop = strstr(to, stops[i]);
        if (stop != NULL && (gsize)(stop - to) < length)
            length = (gsize)(stop - to);
    }
    return length > 0 ? draft_string(draft, to, (gssize)length) : NULL;
}
