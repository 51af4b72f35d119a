/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables of contents: their lines are dropped, since they say again what stands further on. */
#include <stdlib.h>
#include <string.h>

#include "lines_parts.h"

/* A heading is no longer than this, bytes. */
enum { TITLE_LENGTH = 400, FEWEST = 3 };

/* What tells a table of contents without leaders, line by line. */
typedef struct {
    const Lines *lines;
    GHashTable *titles; /* text of a line that ends in no page number -> index of the last such line */
    int *numbers;       /* the page number it ends in, 0 where that is none or not one of this document */
    guint *ends;        /* the first line from it on that breaks a run of page numbers that never fall */
    guint *listed;      /* how many lines from it to the end of its run stand as a heading further on */
} Contents;

/* The page number that a line of two or more parts ends in, or 0. */
static int last_number(const Line *line)
{
    const char *s = g_array_index(line->parts, Part, line->parts->len - 1).text.s;
    return line->parts->len > 1 && strspn(s, "0123456789") == strlen(s) && strlen(s) < 4 ? atoi(s) : 0;
}

/* "Val av justerare ......... 4": a line of a table of contents. */
static bool is_contents_line(const Line *line)
{
    const Part *last = &g_array_index(line->parts, Part, line->parts->len - 1);
    gsize length = strlen(last->text.s);
    if (!length || !g_ascii_isdigit(last->text.s[length - 1]))
        return false;
    g_autofree char *text = line_text(line);
    const char *leader = strstr(text, "....");
    return leader && strspn(leader, ". 0123456789") == strlen(leader);
}

/* "Ny linje genom  5" / "staden ..........": the second half of a title whose number stands on the line
 * above. A line to sign on looks like it, but no contents stand above that. */
static bool is_rest_of_contents(const Line *line)
{
    const Part *last = &g_array_index(line->parts, Part, line->parts->len - 1);
    return g_str_has_suffix(last->text.s, "........") && line[-1].page == line->page &&
           last_number(&line[-1]) > 0;
}

/* True when the first part of line `i` stands as a line of its own further on: the heading it lists, of which
 * it may be the longer. */
static bool is_listed(const Contents *contents, guint i)
{
    const char *text = g_array_index(g_array_index(contents->lines->lines, Line, i).parts, Part, 0).text.s;
    gsize length = strlen(text);
    if (length > TITLE_LENGTH)
        return false;
    char title[TITLE_LENGTH + 1];
    memcpy(title, text, length + 1);
    for (gsize n = length; n * 2 > length; n--) {
        title[n] = '\0';
        if (GPOINTER_TO_UINT(g_hash_table_lookup(contents->titles, title)) > i)
            return true;
    }
    return false;
}

static void find_titles(Contents *contents)
{
    for (guint i = 0; i < contents->lines->lines->len; i++) {
        const Line *line = &g_array_index(contents->lines->lines, Line, i);
        if (!line->drop && last_number(line) == 0)
            g_hash_table_replace(contents->titles, line_text(line), GUINT_TO_POINTER(i));
    }
}

static void contents_begin(Contents *contents, const Lines *lines)
{
    guint count = lines->lines->len;
    *contents = (Contents){.lines = lines,
                           .titles = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
                           .numbers = g_new0(int, count + 1),
                           .ends = g_new0(guint, count + 1),
                           .listed = g_new0(guint, count + 1)};
    for (guint i = 0; i < count; i++) {
        const Line *line = &g_array_index(lines->lines, Line, i);
        int number = line->drop ? 0 : last_number(line);
        contents->numbers[i] = number > (int)lines->sheets->len + 2 ? 0 : MAX(number, 0);
    }
    for (guint i = count; i-- > 0;) {
        bool goes_on = contents->numbers[i] > 0 && contents->numbers[i + 1] >= contents->numbers[i];
        contents->ends[i] = contents->numbers[i] == 0 ? i : goes_on ? contents->ends[i + 1] : i + 1;
    }
    for (guint i = 0, end; i < count; i = MAX(end, i + 1)) {
        end = contents->ends[i];
        if (end >= i + FEWEST && g_hash_table_size(contents->titles) == 0)
            find_titles(contents);
        for (guint k = end; end >= i + FEWEST && k-- > i;)
            contents->listed[k] = is_listed(contents, k) + (k + 1 < end ? contents->listed[k + 1] : 0);
    }
}

static void contents_end(Contents *contents)
{
    g_hash_table_unref(contents->titles);
    g_free(contents->numbers);
    g_free(contents->ends);
    g_free(contents->listed);
}

/* A table of contents without leaders: lines that end in page numbers which never fall, for most of which the
 * heading is found further on. Returns how many lines from `i` on are such. */
static guint contents_at(const Contents *contents, guint i)
{
    guint n = contents->ends[i] - i;
    return n >= FEWEST && contents->listed[i] * 3 >= n * 2 ? n : 0;
}

static bool heads_contents(const Line *line)
{
    static const char *const headings[] = {"innehåll",     "innehållsförteckning", "ärendelista",
                                           "ärenden sida", "ärendeförteckning",    "paragrafer",
                                           "ärenden",      "ärende sida"};
    g_autofree char *text = line_text(line);
    g_autofree char *key = text_key(text);
    for (gsize i = 0; i < G_N_ELEMENTS(headings); i++)
        if (strcmp(key, headings[i]) == 0)
            return true;
    return false;
}

void lines_drop_contents(Lines *lines)
{
    Contents contents;
    contents_begin(&contents, lines);
    for (guint i = 0; i < lines->lines->len; i++) {
        Line *line = &g_array_index(lines->lines, Line, i);
        if (line->drop)
            continue;
        if (is_contents_line(line) || (i > 0 && is_rest_of_contents(line)))
            line->drop = DROP_CONTENTS;
        for (guint n = line->drop || line->parts->len < 2 ? 0 : contents_at(&contents, i); n > 0; n--)
            line[n - 1].drop = DROP_CONTENTS;
    }
    contents_end(&contents);
    /* A title too long for its line: its first half stands between two lines of the table. */
    for (guint i = 1; i + 1 < lines->lines->len; i++) {
        Line *line = &g_array_index(lines->lines, Line, i);
        if (!line->drop && line[-1].drop == DROP_CONTENTS && line[1].drop == DROP_CONTENTS &&
            line[1].page == line->page)
            line->drop = DROP_CONTENTS;
        if (!line->drop && line[1].drop == DROP_CONTENTS && line[1].page == line->page &&
            heads_contents(line))
            line->drop = DROP_CONTENTS;
    }
}
