/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The draft of a meeting: the forms of text its parts look for, and how they put facts into it. */
#include "meeting_parts.h"

#include <string.h>

/* A register number: "KS 2024/12", "SLK-2024-00525:3", "24KSN512", "0220/23", "2011/KS 0206 001"; three
 * digits at least, and neither a span of years nor a day. */
#define CASE_LETTERS                                                                                         \
    "(?!SOU|EU|COM)[A-ZÅÄÖ]{1,8}[ /-](?!(?:19|20)\\d\\d[-–](?:19|20)\\d\\d\\b|\\d{4}-\\d\\d-\\d\\d\\b)" \
    "(?=[^ ]*[-/:.])(?=(?:[^\\d ]*\\d){3})\\d[\\dA-ZÅÄÖ./:-]*(?: \\d{3}\\b)?|\\d\\d[A-ZÅÄÖ]{2,6}\\d+"
#define CASE                                                                                                 \
    "(?:" CASE_LETTERS                                                                                       \
    "|\\d{1,6}/\\d{2,4}|(?:19|20)\\d\\d[-/](?:(?!(?:19|20)\\d\\d\\b)\\d{3,6}(?:[:-]\\d+)?|"                  \
    "[A-ZÅÄÖ]{1,5} ?\\d{2,6}(?: \\d{2,4})*))(?=$|[ ,;)])"
#define COUNT                                                                                                \
    "(\\d{1,3}|en|två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv|tretton|fjorton|femton|sexton|sjutton|"  \
    "arton|nitton|tjugo)"
#define DASH  "[-–—]"
#define QUOTE "[\"”“’']"

/* Each form in the order of Form, with the flags it needs. */
static const struct {
    const char *pattern;
    GRegexCompileFlags flags;
} forms[FORM__MAX] = {
    [FORM_ITEM] = {"^(?:([A-ZÅÄÖ][A-Za-zÅÄÖåäö]{0,7}) )?§ ?(\\d{1,4})(?: ?([a-hA-H])(?= |$|\\.))?(?![\\d,–-])"
                   "[.:]?(?: (.*)|)$",
                   0},
    [FORM_ITEM_NUMBER] = {"^(\\d{1,4})(?: ?([a-h]))? §[.:]?(?: (.*)|)$", 0},
    [FORM_CONTENTS] = {"(?:\\.{4,}|(?: \\.){4,}|…) *\\d{1,4}$", 0},
    [FORM_CASE] = {"^\\(?" CASE "(?:(?:,|;| och) " CASE ")*\\)?$", 0},
    [FORM_CASE_FIRST] = {"^(" CASE ")[,;]?(?: (.+)|)$", 0},
    [FORM_CASE_LAST] = {"^(.{3,}?),? (?:[Dd]nr:? ?)?(" CASE_LETTERS ")$", 0},
    [FORM_CASE_ASIDE] = {"^(.{3,}?) \\((?:[Dd]nr:? ?)?(?=[A-ZÅÄÖ]{2}|\\d)(" CASE_LETTERS ")\\)$", 0},
    [FORM_ATTACHMENT] = {"^(bilaga(?: (?:\\d{1,3}|[A-Z]))?)(?:$|[ .:,–-])", G_REGEX_CASELESS},
    [FORM_DATE] = {"\\b((?:19|20)\\d\\d)-(\\d\\d)-(\\d\\d)(?:(?: ?" DASH
                   " ?| och )(?:((?:19|20)\\d\\d)-(\\d\\d)-)?"
                   "(\\d\\d)\\b(?![.:]\\d))?",
                   0},
    [FORM_DATE_DAYS] = {"\\b(\\d{1,2})(?: (\\p{L}+))?(?:(?: ?" DASH " ?| och )(\\d{1,2}))? (\\p{L}{3,9})\\.? "
                        "((?:19|20)\\d\\d)\\b",
                        0},
    [FORM_DATE_DOTS] = {"\\b(\\d{1,2})\\.(\\d{1,2})\\.((?:19|20)\\d\\d)\\b", 0},
    [FORM_HOURS] = {"(?|(?<![\\d:-])(?<!\\d\\.)([01]?\\d|2[0-4])[.:]([0-5]\\d)(?![\\d.])(?: ?(?:" DASH
                    "|till|to) ?(?:kl(?:ockan)?\\.? ?)?([01]?\\d|2[0-4])[.:]([0-5]\\d)(?!\\d))?"
                    "|\\bkl(?:ockan|\\.)? ?([01]?\\d|2[0-4])()(?![\\d.:])(?: ?" DASH
                    " ?([01]?\\d|2[0-4])()(?![\\d.:]))?)",
                    0},
    [FORM_TOTALS] = {COUNT
                     "(?: ledamöter)?(?: röstar| röster för)? \"?ja\\b(?:[- ]?röst(?:er)?)?.{0,60}?\\b" COUNT
                     "(?: ledamöter)?(?: röstar| röster för)? \"?nej\\b",
                     G_REGEX_CASELESS},
    [FORM_TOTAL] = {"^" COUNT
                    "(?: ledam[oö]t(?:er)?| röst(?:er)?| personer)(?: röst(?:ar|ade))?(?: för)? " QUOTE
                    "?(ja|nej)\\b",
                    G_REGEX_CASELESS},
    [FORM_COUNT_LINE] = {"^(?:antal |för )?" QUOTE
                         "?(ja|nej|avstår|avstående|avstod|nedlagda|frånvarande|frånv|kvittade)\\b" QUOTE
                         "?(?:[- ]?röst(?:er|ar|ade)?)?:? ?\\(?" COUNT
                         "\\)?(?: st| röst(?:er)?)?(?:[.:,;]? (.+)|[.:,;]?)$",
                         G_REGEX_CASELESS},
    [FORM_ABSTAIN] = {COUNT "(?: ledam[oö]t(?:er)?| röst(?:er)?| person(?:er)?| som)? "
                            "(?:avstår|avstod|avstår\\.|lade ned|nedlagda)",
                      G_REGEX_CASELESS},
    [FORM_MEANING] =
        {"\\bja(?:-röst)?:? (?:för|till|=|innebär)\\s(.+?)[.,;]?(?: och| samt| medan|)[.,;]? " QUOTE
         "?nej(?:-röst)?:? (?:för|till|=|innebär)\\s(.+?)(?:[.]?[\"”“]|[.]?$|[.] (?=\\p{Lu}))",
         G_REGEX_CASELESS},
    [FORM_MEANING_WHO] =
        {"\\bden(?: som)? (?:vill |röstar för |stödjer |stöder )?(.+?),? röstar ja\\b.*?\\bden(?: som)? "
         "(?:vill |röstar för |stödjer |stöder )?(.+?),? röstar nej\\b",
         G_REGEX_CASELESS},
    [FORM_MEANING_LINE] = {"^" QUOTE "?(ja|nej)(?:-röst)?:? (?:för|till|=|innebär)\\s(.+?)[.]?" QUOTE "?$",
                           G_REGEX_CASELESS},
    [FORM_VOTED] = {"\\bröst(?:ar|ade) " QUOTE "?(ja|nej)\\b" QUOTE "?(?: \\((\\d{1,3})\\))?",
                    G_REGEX_CASELESS},
    [FORM_ABSTAINED] = {"\\b(?:avstår|avstod)(?: från att rösta)?(?: \\((\\d{1,3})\\))?", G_REGEX_CASELESS},
    [FORM_VOTER_LIST] = {"^(?:för |följande(?: ledamöter)? )?(?:röst(?:ar|ade) )?" QUOTE
                         "?(ja|nej|avstår|avstod)\\b" QUOTE "?(?:[- ]?röst(?:er|ar)?)?[^.]{0,40}?:",
                         G_REGEX_CASELESS},
};

void draft_begin(Draft *draft, const Blocks *blocks, const Profile *profile)
{
    *draft = (Draft){.blocks = blocks, .profile = profile, .meeting = meeting_new()};
    draft->party_positions = g_array_new(FALSE, FALSE, sizeof(PartyPosition));
    for (int i = 0; i < FORM__MAX; i++)
        draft->forms[i] = g_regex_new(forms[i].pattern, G_REGEX_OPTIMIZE | forms[i].flags, 0, NULL);

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
    for (int i = 0; i < FORM__MAX; i++)
        g_regex_unref(draft->forms[i]);
}

GMatchInfo *draft_match(const Draft *draft, Form form, const char *s)
{
    GMatchInfo *match = NULL;

    if (g_regex_match(draft->forms[form], s, 0, &match))
        return match;
    g_match_info_free(match);
    return NULL;
}

bool draft_matches(const Draft *draft, Form form, const char *s)
{
    return g_regex_match(draft->forms[form], s, 0, NULL);
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
