/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The draft of a meeting: the forms of text its parts look for, and how they put facts into it. */
#include "meeting_parts.h"

#include <string.h>

/* A register number: "KS 2024/12", "SLK-2024-00525:3", "24KSN512", "RD24/00112", "0220/23", "2011/KS 0206
 * 001"; three digits at least, and neither a span of years nor a day. */
#define CASE_LETTERS                                                                                         \
    "(?!SOU|EU|COM)[A-ZÅÄÖ]{1,8}[ /-](?!(?:19|20)\\d\\d[-–](?:19|20)\\d\\d\\b|\\d{4}-\\d\\d-\\d\\d\\b)" \
    "(?=[^ ]*[-/:.])(?=(?:[^\\d ]*\\d){3})\\d[\\dA-ZÅÄÖ./:-]*(?: "                                        \
    "\\d{3}\\b)?|\\d\\d[A-ZÅÄÖ]{2,6}\\d+|[A-ZÅÄÖ]{2,4}\\d\\d/\\d{3,6}"
/* A classification printed after the number: "2024-00012 042", "00322/2026 2.6.1". */
#define CLASSIFIED "(?: (?:\\d{3}|\\d{1,2}(?:\\.\\d{1,2}){1,3}\\.?)(?=$|[,;)]))?"
#define CASE                                                                                                 \
    "(?:" CASE_LETTERS "|(?:\\d{1,5}/\\d\\d(?:\\.\\d\\d){1,3}/(?:19|20)\\d\\d|\\d{1,6}/"                     \
    "\\d{2,4}|(?:19|20)\\d\\d[-/](?:(?!(?:19|20)\\d\\d\\b)\\d{3,6}(?:[:-]\\d+)?|"                            \
    "[A-ZÅÄÖ]{1,5} ?\\d{2,6}(?: \\d{2,4})*))" CLASSIFIED ")(?=$|[ ,;)])"
#define COUNT                                                                                                \
    "(\\d{1,3}|en|två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv|tretton|fjorton|femton|sexton|sjutton|"  \
    "arton|nitton|tjugo)(?: \\(\\d{1,3}\\))?"
/* Names in parentheses, each with its party: "3 ja-röster (Anna Berg (S), …)". */
#define NAMES "(?: \\((?:[^()]++|\\([^()]*+\\))*+\\))?"
#define DASH  "[-–—]"
#define QUOTE "[\"”“’']"

#define WANTS "(?:vill |ville |önskar |röstar för |stödjer |stöder |understöder )?"

#define DIGITS  "0123456789"
#define CAPITAL "ABCDEFGHIJKLMNOPQRSTUVWXYZ\xC3"
#define QUOTES  "\"'\xE2"

/* Work on one text is bounded, whatever it is made of: more steps than this no form takes in a text of
 * minutes. */
#define BOUNDED "(*LIMIT_MATCH=20000)"
/* So much of a text that is too long for that is in the note about it, bytes. */
enum { BEGINNING = 200 };

/* What a text must have for a form to be in it, told with less work than the form takes: most texts do not.
 * Each that is given must hold. */
typedef struct {
    const char *first;    /* bytes: one of them begins the text */
    const char *last;     /* one of them ends it */
    const char *any;      /* one of them is in it */
    const char *words[2]; /* one of these stands in it as a word */
    gsize longest;        /* it has no more bytes; 0: any number */
} Need;

/* Each form in the order of Form, with the flags it needs. */
static const struct {
    const char *pattern;
    GRegexCompileFlags flags;
    Need need;
} forms[FORM__MAX] = {
    [FORM_ITEM] = {"^(?:([A-ZÅÄÖ][A-Za-zÅÄÖåäö]{0,7}) )?§ ?(?:[A-ZÅÄÖ]{2,5}[ "
                   "-])?(\\d{1,4})(?:/(?:20)?\\d\\d(?!\\d))?(?: "
                   "?([a-hA-H])(?= |$|\\.))?(?![\\d,–-])"
                   "[.:]?(?: (.*)|)$",
                   0,
                   {.any = "\xA7"}},
    [FORM_ITEM_NUMBER] = {"^(\\d{1,4})(?: ?([a-h]))? §[.:]?(?: (.*)|)$", 0, {.first = DIGITS, .any = "\xA7"}},
    [FORM_CONTENTS] = {"(?:\\.{4,}|(?: \\.){4,}|…) *\\d{1,4}$", 0, {.last = DIGITS}},
    [FORM_CASE] = {"^\\(?" CASE "(?:(?:,|;| och) " CASE ")*\\)?$",
                   0,
                   {.first = "(" DIGITS CAPITAL, .any = DIGITS}},
    [FORM_CASE_FIRST] = {"^(" CASE ")[,;]?(?: (.+)|)$", 0, {.first = DIGITS CAPITAL, .any = DIGITS}},
    [FORM_CASE_LAST] = {"^(.{3,}?),? (?:[Dd]nr:? ?)?(" CASE_LETTERS ")$",
                        0,
                        {.last = DIGITS CAPITAL "./:-\x85\x84\x96", .any = DIGITS}},
    [FORM_CASE_ASIDE] = {"^(.{3,}?) \\((?:[Dd]nr:? ?)?((?=[A-ZÅÄÖ]{2}|\\d)(?:" CASE_LETTERS
                         ")|[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{1,7}/(?:19|20)\\d\\d[:/-]\\d{1,6})\\)$",
                         0,
                         {.last = ")", .any = DIGITS}},
    [FORM_ATTACHMENT] = {"^(bilaga(?: (?:\\d{1,3}|[A-Z]))?)(?:$|[ .:,–-])",
                         G_REGEX_CASELESS,
                         {.first = "bB"}},
    [FORM_DATE] = {"\\b((?:19|20)\\d\\d)-(\\d\\d)-(\\d\\d)(?:(?: ?(?:--|/|" DASH
                   ") ?| och )(?:((?:19|20)\\d\\d)-(\\d\\d)-)?"
                   "(\\d\\d)\\b(?![.:]\\d))?",
                   0,
                   {.any = DIGITS}},
    [FORM_DATE_DAYS] = {"\\b(\\d{1,2})(?: (\\p{L}+))?(?:(?: ?" DASH " ?| och )(\\d{1,2}))? (\\p{L}{3,9})\\.? "
                        "((?:19|20)\\d\\d)\\b",
                        0,
                        {.any = DIGITS}},
    [FORM_DATE_DOTS] = {"\\b(\\d{1,2})\\.(\\d{1,2})\\.((?:19|20)\\d\\d)\\b", 0, {.any = DIGITS}},
    [FORM_HOURS] = {"(?|(?<![\\d:-])(?<!\\d\\.)([01]?\\d|2[0-4])[.:]([0-5]\\d)(?![\\d.])(?: ?(?:" DASH
                    "|till|to) ?(?:kl(?:ockan)?\\.? ?)?([01]?\\d|2[0-4])[.:]([0-5]\\d)(?!\\d))?"
                    "|\\bkl(?:ockan|\\.)? ?([01]?\\d|2[0-4])()(?![\\d.:])(?: ?" DASH
                    " ?([01]?\\d|2[0-4])(?:[.:]([0-5]\\d))?(?!\\d|[.:]\\d))?)",
                    0,
                    {.any = DIGITS}},
    [FORM_TOTALS] = {COUNT
                     "(?: ledam[oö]t(?:er)?)?(?: röstar| röster för)? \"?ja\\b(?:[- ]?röst(?:er)?)?" NAMES
                     ".{0,60}?\\b" COUNT "(?: ledam[oö]t(?:er)?)?(?: röstar| röster för)? \"?nej\\b",
                     G_REGEX_CASELESS,
                     {.words = {"ja"}, .longest = VOTE_SENTENCE}},
    [FORM_TOTALS_NO_FIRST] =
        {COUNT "(?: ledam[oö]t(?:er)?)?(?: röstar| röster för)? \"?nej\\b(?:[- ]?röst(?:er)?)?" NAMES
               ".{0,40}?\\b" COUNT "(?: ledam[oö]t(?:er)?)?(?: röstar| röster för)? \"?ja\\b",
         G_REGEX_CASELESS,
         {.words = {"nej"}, .longest = VOTE_SENTENCE}},
    [FORM_TOTAL] = {"^" COUNT
                    "(?: ledam[oö]t(?:er)?| röst(?:er)?| personer)(?: röst(?:ar|ade))?(?: för)? " QUOTE
                    "?(ja|nej)\\b",
                    G_REGEX_CASELESS,
                    {.words = {"ja", "nej"}, .longest = VOTE_SENTENCE}},
    [FORM_COUNT_LINE] =
        {"^(?:(?:(?:omröstnings|röst)?resultat|utfall)[^.:\\d]{0,40}: )?(?:antal |för )?" QUOTE
         "?(ja|nej|avstår|avstående|avstod|nedlagda|frånvarande|frånv|kvittade)\\b" QUOTE
         "?(?:[- ]?röst(?:er|ar|ade)?)?:? ?\\(?" COUNT "\\)?(?: st| röst(?:er)?)?(?:[.:,;]? (.+)|[.:,;]?)$",
         G_REGEX_CASELESS,
         {.first = "aAfFjJnNkKoOrRuU" QUOTES, .longest = VOTE_SENTENCE}},
    [FORM_ABSTAIN] = {COUNT "(?: ledam[oö]t(?:er)?| röst(?:er)?| person(?:er)?| som)? "
                            "(?:avstår|avstod|avstår\\.|lade ned|nedlagda?\\b)",
                      G_REGEX_CASELESS},
    [FORM_MEANING] = {"\\bja(?:-röst)?(?: ?= ?|:? (?:för|till|innebär)\\s)((?:(?!\\. \\p{Lu}).)+?)"
                      "[.,;]?(?: och| samt| medan|)[.,;]?(?<!röstar|röstade) " QUOTE
                      "?nej(?:-röst)?(?: ?= ?|:? (?:för|till|innebär)\\s)((?:(?! \\d{1,3} ja\\b).)+?)"
                      "(?:[.]?[\"”“]|[.]?$|[.] (?=[\\p{Lu}\\d]))",
                      G_REGEX_CASELESS,
                      {.words = {"ja"}, .longest = VOTE_SENTENCE}},
    [FORM_MEANING_WHO] = {"\\b(?:den|ledamot|de)(?: som)? " WANTS
                          "(.+?),? (?:röstar|skulle rösta|ska rösta) " QUOTE
                          "?ja\\b.*?\\b(?:den|ledamot|de)(?: som)? " WANTS
                          "(.+?),? (?:röstar|skulle rösta|ska rösta) " QUOTE "?nej\\b",
                          G_REGEX_CASELESS,
                          {.words = {"ja"}, .longest = VOTE_SENTENCE}},
    [FORM_MEANING_LINE] = {"^" QUOTE "?(ja|nej)(?:-röst)?(?: ?= ?|:? (?:för|till|innebär)\\s)"
                           "((?:(?!\\. [\\p{Lu}\\d]|\\bnej\\b).)+?)[.]?" QUOTE "?$",
                           G_REGEX_CASELESS,
                           {.first = "jJnN" QUOTES, .longest = VOTE_SENTENCE}},
    [FORM_MEANING_WHO_LINE] = {"^" QUOTE "?den(?: som)? (?:vill |röstar för |stödjer |stöder )?(.+?),? röstar"
                               " (ja|nej)[.]?" QUOTE "?$",
                               G_REGEX_CASELESS,
                               {.first = "dD" QUOTES, .longest = VOTE_SENTENCE}},
    [FORM_VOTED] = {"\\bröst(?:ar|ade) " QUOTE "?(ja|nej)\\b" QUOTE "?(?: \\((\\d{1,3})\\))?",
                    G_REGEX_CASELESS,
                    {.words = {"ja", "nej"}, .longest = VOTE_SENTENCE}},
    [FORM_ABSTAINED] = {"\\b(?:avstår|avstod|(?:lägger|lade) ne(?:d|r) sin(?:a)? röst(?:er)?)"
                        "(?: från att rösta)?(?!:| från)(?: \\((\\d{1,3})\\))?",
                        G_REGEX_CASELESS},
    [FORM_VOTER_LIST] = {"^(?:vid [^.:]{0,40} |därvid )?(?:för |följande(?: ledamöter)? )?"
                         "(?:röst(?:ar|ade) (?:följande (?:ledamöter )?)?)?" QUOTE
                         "?(ja|nej|avstår|avstod)\\b" QUOTE
                         "?(?:(?:[- ]?röst(?:er|ar)?)?[^.]{0,40}?:| röst(?:ar|ade)(?= \\p{Lu}\\p{Ll})"
                         "|[- ]röst(?:er)? (?:avges|avgavs|lämnas|lämnades|ges|gavs) av)",
                         G_REGEX_CASELESS,
                         {.longest = VOTE_SENTENCE}},
};

void draft_begin(Draft *draft, const Blocks *blocks, const Profile *profile)
{
    *draft = (Draft){.blocks = blocks, .profile = profile, .meeting = meeting_new()};
    draft->party_positions = g_array_new(FALSE, FALSE, sizeof(PartyPosition));
    draft->absent = g_ptr_array_new();
    draft->damaged = damaged_pages_of_blocks(blocks);
    draft->phrases = g_hash_table_new_full(NULL, NULL, NULL, (GDestroyNotify)phrases_free);
    draft->forms = g_new0(GRegex *, FORM__MAX);
    draft->overlong = g_hash_table_new(g_str_hash, g_str_equal);

    /* The size of most letters; a histogram of tenths of a point up to 40. */
    g_autofree gsize *letters = g_new0(gsize, 401);
    gsize best = 0;
    for (guint i = 0; blocks->blocks && i < blocks->blocks->len; i++) {
        const Block *block = &g_array_index(blocks->blocks, Block, i);
        if (block->kind != BLOCK_PARAGRAPH || !block->text.s || block->size < 0 || block->size > 40)
            continue;
        gsize tenths = (gsize)(block->size * 10 + 0.5);
        letters[tenths] += strlen(block->text.s);
        if (letters[tenths] > best) {
            best = letters[tenths];
            draft->body_size = block->size;
        }
    }
}

void draft_end(Draft *draft)
{
    g_array_unref(draft->party_positions);
    g_ptr_array_unref(draft->absent);
    g_array_unref(draft->damaged);
    g_hash_table_unref(draft->phrases);
    g_hash_table_unref(draft->overlong);
    for (int i = 0; i < FORM__MAX; i++)
        g_clear_pointer(&draft->forms[i], g_regex_unref);
    g_free(draft->forms);
}

const Phrases *draft_phrases(const Draft *draft, const void *rows, gsize size, gsize count)
{
    Phrases *phrases = g_hash_table_lookup(draft->phrases, rows);

    if (phrases == NULL) {
        phrases = phrases_new(rows, size, count);
        g_hash_table_insert(draft->phrases, (void *)rows, phrases);
    }
    return phrases;
}

static bool is_met(const Need *need, const char *s)
{
    gsize length = need->last || need->longest ? strlen(s) : 0;

    if (need->longest && length > need->longest)
        return false;
    if (need->first && (*s == '\0' || !strchr(need->first, *s)))
        return false;
    if (need->last && (length == 0 || !strchr(need->last, s[length - 1])))
        return false;
    if (need->any && !strpbrk(s, need->any))
        return false;
    return !need->words[0] || text_has_word(s, need->words[0]) ||
           (need->words[1] && text_has_word(s, need->words[1]));
}

/* Not compiled to machine code: that takes longer than it saves on one document, and writes code at run time.
 */
static const GRegex *form_regex(const Draft *draft, Form form)
{
    if (draft->forms[form] == NULL) {
        g_autofree char *pattern = g_strconcat(BOUNDED, forms[form].pattern, NULL);
        draft->forms[form] = g_regex_new(pattern, forms[form].flags, 0, NULL);
    }
    return draft->forms[form];
}

GMatchInfo *draft_match(const Draft *draft, Form form, const char *s)
{
    g_autoptr(GMatchInfo) match = NULL;
    g_autoptr(GError) error = NULL;

    if (!is_met(&forms[form].need, s))
        return NULL;
    if (g_regex_match_full(form_regex(draft, form), s, -1, 0, 0, &match, &error))
        return g_steal_pointer(&match);
    if (error != NULL)
        draft_note_overlong(draft, NULL, s);
    return NULL;
}

bool draft_matches(const Draft *draft, Form form, const char *s)
{
    g_autoptr(GMatchInfo) match = draft_match(draft, form, s);

    return match != NULL;
}

const char *draft_group(const Draft *draft, const GMatchInfo *match, int n)
{
    g_autofree char *group = g_match_info_fetch(match, n);

    return group && *group ? draft_string(draft, group, -1) : NULL;
}

const char *draft_string(const Draft *draft, const char *s, gssize length)
{
    return text_collapsed(s, length, draft->meeting->chunk);
}

void draft_note(const Draft *draft, NoteKind kind, int page, const char *where, const char *words)
{
    Meeting *meeting = draft->meeting;

    if (meeting->notes == NULL)
        meeting->notes = g_array_new(FALSE, TRUE, sizeof(Note));
    notes_add(meeting->notes, meeting->chunk, kind, page, where, words);
}

void draft_note_overlong(const Draft *draft, const Block *block, const char *text)
{
    const char *end = text;

    while (*end && end - text < BEGINNING)
        end = g_utf8_next_char(end);
    const char *words = draft_string(draft, text, end - text);
    if (g_hash_table_add(draft->overlong, (char *)(block && block->id ? block->id : words)))
        draft_note(draft, NOTE_TEXT_OVERLONG, block ? block->page : 0, block ? block->id : NULL, words);
}

void draft_append(GArray **array, gsize size, const void *element)
{
    if (*array == NULL)
        *array = g_array_new(FALSE, TRUE, (guint)size);
    g_array_append_vals(*array, element, 1);
}

void draft_append_block(const Draft *draft, GArray **array, const Block *block)
{
    Block copy = block_copy(block, draft->meeting->chunk);

    draft_append(array, sizeof copy, &copy);
}

Source draft_source(const Draft *draft, const Block *block, Basis basis)
{
    const char *id = block->id ? g_string_chunk_insert_const(draft->meeting->chunk, block->id) : NULL;

    return (Source){.page = block->page, .block = id, .basis = basis};
}

Fact draft_fact(const Draft *draft, const Block *block, Basis basis, const char *value, gssize length)
{
    const char *kept = draft_string(draft, value, length);

    return *kept ? (Fact){.source = draft_source(draft, block, basis), .value = kept} : (Fact){0};
}

char *draft_line(const Block *block)
{
    return draft_line_with(block, " ", " ");
}

char *draft_listed(const Text *text, const char *lines)
{
    GString *listed = g_string_new(NULL);
    const char *s = text->s ? text->s : "";
    gsize done = 0;

    for (guint i = 0; text->marks && i < text->marks->len; i++) {
        const Mark *mark = &g_array_index(text->marks, Mark, i);
        if (mark->kind != MARK_LINE || mark->start <= done)
            continue;
        g_string_append_len(listed, s + done, (gssize)(mark->start - done));
        while (listed->len > 0 && listed->str[listed->len - 1] == ' ')
            g_string_truncate(listed, listed->len - 1);
        g_string_append(listed, lines);
        done = mark->start + strspn(s + mark->start, " ");
    }
    g_string_append(listed, s + done);
    return g_string_free(listed, FALSE);
}

char *draft_line_with(const Block *block, const char *cells, const char *lines)
{
    if (block->rows == NULL || block->rows->len == 0)
        return g_strdup(block->text.s ? block->text.s : "");

    GString *line = g_string_new(NULL);
    for (guint i = 0; i < block->rows->len; i++) {
        const Row *row = &g_array_index(block->rows, Row, i);
        for (guint j = 0; row->cells && j < row->cells->len; j++) {
            const char *text = g_array_index(row->cells, Cell, j).text.s;
            if (text == NULL || *text == '\0')
                continue;
            if (line->len > 0)
                g_string_append(line, cells);
            g_autofree char *listed = draft_listed(&g_array_index(row->cells, Cell, j).text, lines);
            g_string_append(line, listed);
        }
    }
    return g_string_free(line, FALSE);
}

const char *draft_cell(const Block *block, guint n)
{
    if (block->kind != BLOCK_ROW || block->rows == NULL || block->rows->len == 0)
        return NULL;
    const Row *row = &g_array_index(block->rows, Row, 0);
    return row->cells && n < row->cells->len ? g_array_index(row->cells, Cell, n).text.s : NULL;
}
