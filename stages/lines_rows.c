/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of a page: runs on one baseline, divided into parts where a gap is wider than any blank. */
#include <math.h>
#include <string.h>

#include "base/notes.h"
#include "lines_parts.h"

/* Runs further apart than this many font sizes are parts of their own, unless all blanks of the line are as
 * wide: a justified line of few long words. Further apart than the second, they are parts in any case. */
static const double PART_GAP = 0.9, SURE_GAP = 1.6;
/* With a ruled line between them, so near runs are parts too: text that fills its cell. */
static const double CELL_GAP = 0.3;
/* So many rows that begin a part at one place make it the edge of a column. */
enum { EDGE_ROWS = 2 };
/* Edges are the same when they differ by less, points. */
static const double SAME_EDGE = 1.5;
/* A raised run no larger than this share of its neighbour is a footnote mark. */
static const double MARK_SIZE = 0.8;
/* No page of minutes has more links, ruled lines or pictures, of each: what may lie anywhere on a page is
 * looked through for every run. */
enum { MOST_OF_A_KIND = 5000 };

/* Where the text of a page lies that is set in one size or larger. */
typedef struct {
    double size, left, right;
} Extent;

/* What the rows of a page are judged by. */
typedef struct {
    Lines *lines;
    int page;
    const GArray *links; /* of Link */
    const GArray *rules; /* of Rule */
    GArray *edges;       /* of double, ascending: where columns begin, and where columns of numbers end */
    GArray *extents;     /* of Extent, from the largest size on */
} View;

static int by_height(gconstpointer a, gconstpointer b)
{
    const Run *x = *(const Run *const *)a, *y = *(const Run *const *)b;
    double d = x->box.y0 + x->box.y1 - y->box.y0 - y->box.y1;
    if (d != 0)
        return d < 0 ? -1 : 1;
    return x->box.x0 < y->box.x0 ? -1 : x->box.x0 > y->box.x0;
}

static int by_side(gconstpointer a, gconstpointer b)
{
    const Run *x = *(const Run *const *)a, *y = *(const Run *const *)b;
    return x->box.x0 < y->box.x0 ? -1 : x->box.x0 > y->box.x0;
}

static int by_size(gconstpointer a, gconstpointer b)
{
    const Run *x = *(const Run *const *)a, *y = *(const Run *const *)b;
    return x->size < y->size ? -1 : x->size > y->size;
}

static int by_extent(gconstpointer a, gconstpointer b)
{
    const Extent *x = a, *y = b;
    return x->size > y->size ? -1 : x->size < y->size;
}

static int by_value(gconstpointer a, gconstpointer b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return x < y ? -1 : x > y;
}

/* True when `run` stands on the row of `main`: the smaller of the two lies for the most part beside the
 * other. */
static bool on_row(const Run *main, const Run *run)
{
    double overlap = MIN(main->box.y1, run->box.y1) - MAX(main->box.y0, run->box.y0);
    double smaller = MIN(main->box.y1 - main->box.y0, run->box.y1 - run->box.y0);
    return overlap > 0.55 * smaller;
}

/* Digits or asterisks, no more than three of them. */
static bool is_mark_text(const char *s)
{
    gsize length = strlen(s);
    return length && length <= 3 && strspn(s, "0123456789*") == length;
}

/* The bytes of `run` that a link from `x0` to `x1` covers, widened to whole words: a box drawn by a
 * word processor ends between letters only by rounding. */
static void linked_stretch(const Run *run, double x0, double x1, gsize *from, gsize *to)
{
    gsize length = strlen(run->text);
    double width = MAX(run->box.x1 - run->box.x0, 0.01);
    double a = (MAX(x0, run->box.x0) - run->box.x0) / width * (double)length;
    double b = (MIN(x1, run->box.x1) - run->box.x0) / width * (double)length;
    *from = (gsize)MAX(0, floor(a + 0.5));
    *to = MIN(length, (gsize)MAX(0, floor(b + 0.5)));
    while (*from > 0 && run->text[*from - 1] != ' ' && !g_ascii_isspace(run->text[*from]))
        --*from;
    while (*to < length && run->text[*to] != ' ')
        ++*to;
    if (*from < length && run->text[*from] == ' ')
        ++*from;
}

/* Adds a link mark, or lengthens the last one when the link goes on over a change of font. */
static void add_link(GArray **marks, guint start, guint length, const char *target)
{
    if (!*marks)
        *marks = g_array_new(FALSE, FALSE, sizeof(Mark));
    Mark *last = (*marks)->len ? &g_array_index(*marks, Mark, (*marks)->len - 1) : NULL;
    if (last && last->start + last->length > start)
        return; /* links may not overlap: the first one holds */
    if (last && last->kind == MARK_LINK && start - (last->start + last->length) <= 1 &&
        strcmp(last->value, target) == 0) {
        last->length = start + length - last->start;
        return;
    }
    Mark mark = {MARK_LINK, start, length, target};
    g_array_append_val(*marks, mark);
}

static void mark_links(TextBuilder *text, guint at, const Run *run, const GArray *links)
{
    double middle = (run->box.y0 + run->box.y1) / 2;
    for (guint i = 0; i < links->len; i++) {
        const Link *link = &g_array_index(links, Link, i);
        if (link->target[0] == '#' || /* within the file: a footnote, a table of contents */
            link->box.y0 > middle || link->box.y1 < middle || link->box.x0 >= run->box.x1 - 1 ||
            link->box.x1 <= run->box.x0 + 1)
            continue;
        gsize from, to;
        linked_stretch(run, link->box.x0, link->box.x1, &from, &to);
        if (to > from)
            add_link(&text->marks, at + (guint)from, (guint)(to - from), link->target);
    }
}

/* The font size of most characters of a row: what is smaller may be raised. Of equals the larger. */
static double main_size(GPtrArray *runs)
{
    double best = ((const Run *)runs->pdata[0])->size;
    bool one = true;
    for (guint i = 1; i < runs->len && one; i++)
        one = ((const Run *)runs->pdata[i])->size == best;
    if (one)
        return best;
    g_autoptr(GPtrArray) sorted = g_ptr_array_copy(runs, NULL, NULL);
    g_ptr_array_sort(sorted, by_size);
    gsize most = 0, letters = 0;
    for (guint i = 0; i < sorted->len; i++) {
        const Run *run = sorted->pdata[i];
        if (i > 0 && run->size != ((const Run *)sorted->pdata[i - 1])->size)
            letters = 0;
        letters += strlen(run->text);
        if (letters >= most) {
            most = letters;
            best = run->size;
        }
    }
    return best;
}

/* True when a ruled line stands between `x0` and `x1` beside the run. */
static bool is_ruled_off(const GArray *rules, const Run *run, double x0, double x1)
{
    double y = (run->box.y0 + run->box.y1) / 2;
    for (guint i = 0; i < rules->len; i++) {
        const Box *rule = &g_array_index(rules, Rule, i).box;
        if (rule->x0 == rule->x1 && rule->x0 > x0 - 1 && rule->x0 < x1 + 1 && rule->y0 <= y && rule->y1 >= y)
            return true;
    }
    return false;
}

typedef struct {
    const View *view;
    GPtrArray *runs; /* of the row, left to right */
    double size, baseline;
    double blank; /* the usual gap between runs, when the line is stretched; else 0 */
    bool full;    /* as wide as the text of the page */
    bool bold;    /* all of it */
} RowMaker;

static bool is_number(const char *s)
{
    static const char digits[] = "0123456789 ,.%-–−±";
    return strpbrk(s, "0123456789") && s[text_span(s, digits)] == '\0';
}

/* The places on a page where, after a gap that no blank makes, several rows go on. `runs` are those of the
 * page by height. */
static GArray *column_edges(const GPtrArray *runs)
{
    GArray *edges = g_array_new(FALSE, FALSE, sizeof(double));
    g_autoptr(GArray) starts = g_array_new(FALSE, FALSE, sizeof(double));
    for (guint i = 0; i < runs->len; i++) {
        const Run *run = runs->pdata[i];
        double gap = G_MAXDOUBLE; /* to the run before it on its row */
        for (guint j = i > 8 ? i - 8 : 0; j < MIN(i + 8, runs->len); j++) {
            const Run *other = runs->pdata[j];
            if (other != run && other->box.x1 <= run->box.x0 + 1 && on_row(run, other))
                gap = MIN(gap, run->box.x0 - other->box.x1);
        }
        if (gap != G_MAXDOUBLE && gap > SURE_GAP * run->size) {
            g_array_append_val(starts, run->box.x0);
            if (is_number(run->text)) /* set to the right: it is the end that a column keeps */
                g_array_append_val(starts, run->box.x1);
        }
    }
    g_array_sort(starts, by_value);
    const double *at = (const double *)starts->data;
    for (guint i = 0, first = 0, end = 0; i < starts->len;
         i++) { /* from `first` to `end` are those at one edge */
        while (at[i] - at[first] >= SAME_EDGE)
            first++;
        while (end < starts->len && at[end] - at[i] < SAME_EDGE)
            end++;
        if (end - first >= EDGE_ROWS)
            g_array_append_val(edges, at[i]);
    }
    return edges;
}

static bool is_edge(const GArray *edges, double x)
{
    guint first = 0, end = edges->len;
    while (first < end) {
        guint middle = (first + end) / 2;
        if (g_array_index(edges, double, middle) - x <= -SAME_EDGE)
            first = middle + 1;
        else
            end = middle;
    }
    return first < edges->len && g_array_index(edges, double, first) - x < SAME_EDGE;
}

/* How far the text of `runs` reaches in each size or larger. */
static GArray *extents_of(const GPtrArray *runs)
{
    GArray *extents = g_array_new(FALSE, FALSE, sizeof(Extent));
    for (guint i = 0; i < runs->len; i++) {
        const Run *run = runs->pdata[i];
        Extent here = {run->size, run->box.x0, run->box.x1};
        Extent *last = extents->len ? &g_array_index(extents, Extent, extents->len - 1) : NULL;
        if (last && last->size == here.size)
            *last = (Extent){here.size, MIN(last->left, here.left), MAX(last->right, here.right)};
        else
            g_array_append_val(extents, here);
    }
    g_array_sort(extents, by_extent);
    for (guint i = 1; i < extents->len; i++) {
        Extent *here = &g_array_index(extents, Extent, i);
        here->left = MIN(here->left, here[-1].left);
        here->right = MAX(here->right, here[-1].right);
    }
    return extents;
}

/* The width of a page's text in `size` or larger. */
static double width_from(const GArray *extents, double size)
{
    guint first = 0, end = extents->len;
    while (first < end) {
        guint middle = (first + end) / 2;
        if (g_array_index(extents, Extent, middle).size < size)
            end = middle;
        else
            first = middle + 1;
    }
    const Extent *extent = first ? &g_array_index(extents, Extent, first - 1) : NULL;
    return extent ? extent->right - extent->left : -G_MAXDOUBLE;
}

/* The middle one of the gaps between the runs of a row, if there are enough of them to call the line
 * stretched. */
static double usual_blank(const GPtrArray *runs)
{
    g_autoptr(GArray) gaps = g_array_new(FALSE, FALSE, sizeof(double));
    for (guint i = 1; i < runs->len; i++) {
        const Run *before = runs->pdata[i - 1], *run = runs->pdata[i];
        double gap = run->box.x0 - before->box.x1;
        if (!run->joined && gap > 0)
            g_array_append_val(gaps, gap);
    }
    if (gaps->len < 4)
        return 0;
    g_array_sort(gaps, by_value);
    return g_array_index(gaps, double, gaps->len / 2);
}

/* True when the gap before `run`, which begins at `x`, divides the row into parts. */
static bool divides(const RowMaker *row, const Run *run, double gap, double x)
{
    double size = MAX(run->size, row->size);
    if (gap > SURE_GAP * size)
        return true;
    if (gap > PART_GAP * size && gap > 1.8 * row->blank)
        return true;
    if (gap <= CELL_GAP * run->size)
        return false;
    bool begins = is_edge(row->view->edges, run->box.x0), ends = is_edge(row->view->edges, x);
    if (begins || ends) {
        /* A full line of prose meets the edges of a table elsewhere on the page by chance. */
        bool certain = row->bold || is_number(run->text);
        if (certain || (begins && !row->full))
            return true;
    }
    return is_ruled_off(row->view->rules, run, x, run->box.x0);
}

/* Takes runs from `i` on into one part, up to the next wide gap; returns the index of the run after. */
static guint make_part(const RowMaker *row, guint i, GArray *parts)
{
    const Run *first = row->runs->pdata[i];
    Part part = {
        .x0 = first->box.x0, .x1 = first->box.x1, .bold = true, .italic = true, .color = first->color};
    TextBuilder text;
    text_builder_begin(&text);
    gsize most = 0;
    for (; i < row->runs->len; i++) {
        const Run *run = row->runs->pdata[i];
        if (run != first) {
            if (divides(row, run, run->box.x0 - part.x1, part.x1))
                break;
            if (!run->joined || run->box.x0 - part.x1 > 0.3 * run->size)
                text_builder_append_string(&text, " ");
        }
        guint at = (guint)text.s->len;
        bool raised = run->size <= MARK_SIZE * row->size && run->box.y1 < row->baseline - 0.08 * row->size;
        text_builder_append_string(&text, run->text);
        if (raised && is_mark_text(run->text)) {
            if (!text.marks)
                text.marks = g_array_new(FALSE, FALSE, sizeof(Mark));
            Mark mark = {MARK_FOOTNOTE, at, (guint)strlen(run->text), run->text};
            g_array_append_val(text.marks, mark);
        } else {
            mark_links(&text, at, run, row->view->links);
            part.bold &= run->bold;
            part.italic &= run->italic;
        }
        if (strlen(run->text) > most) {
            most = strlen(run->text);
            part.size = run->size;
        }
        part.x1 = MAX(part.x1, run->box.x1);
    }
    for (guint m = 0; text.marks && m < text.marks->len; m++) {
        Mark *mark = &g_array_index(text.marks, Mark, m);
        mark->value = g_string_chunk_insert(row->view->lines->chunk, mark->value);
    }
    part.text = text_builder_end(&text, row->view->lines->chunk);
    g_array_append_val(parts, part);
    return i;
}

static void look_at_row(RowMaker *row)
{
    const Run *first = row->runs->pdata[0], *last = row->runs->pdata[row->runs->len - 1];
    row->full = last->box.x1 - first->box.x0 > 0.93 * width_from(row->view->extents, row->size - 0.5);
    row->bold = true;
    for (guint i = 0; i < row->runs->len; i++)
        row->bold &= ((const Run *)row->runs->pdata[i])->bold;
}

static void add_row(const View *view, GPtrArray *runs)
{
    g_ptr_array_sort(runs, by_side);
    RowMaker row = {.view = view, .runs = runs, .size = main_size(runs)};
    row.blank = usual_blank(runs);
    look_at_row(&row);
    Line line = {.page = view->page,
                 .vertical = ((const Run *)runs->pdata[0])->vertical,
                 .box = {G_MAXDOUBLE, G_MAXDOUBLE, 0, 0},
                 .parts = g_array_new(FALSE, TRUE, sizeof(Part))};
    for (guint i = 0; i < runs->len; i++) {
        const Run *run = runs->pdata[i];
        if (run->size == row.size)
            row.baseline = MAX(row.baseline, run->box.y1);
        line.box = (Box){MIN(line.box.x0, run->box.x0), MIN(line.box.y0, run->box.y0),
                         MAX(line.box.x1, run->box.x1), MAX(line.box.y1, run->box.y1)};
    }
    line.baseline = row.baseline;
    for (guint i = 0; i < runs->len;)
        i = make_part(&row, i, line.parts);
    g_array_append_val(view->lines->lines, line);
}

static bool is_overfull(const GArray *array)
{
    return array && array->len > MOST_OF_A_KIND;
}

/* A copy of `from`, empty where there are too many of its kind. */
static GArray *copy_few(const GArray *from, guint size)
{
    GArray *to = g_array_new(FALSE, TRUE, size);
    if (from && from->len && !is_overfull(from))
        g_array_append_vals(to, from->data, from->len);
    return to;
}

static bool has_hidden(const Page *page);
static void add_rows(Lines *lines, const Page *page, const GArray *rules, bool hidden);

void lines_add_page(Lines *lines, const Page *page)
{
    Sheet sheet = {.number = page->number,
                   .label = page->label ? g_string_chunk_insert(lines->chunk, page->label) : NULL,
                   .width = page->width,
                   .height = page->height,
                   .damaged = page->damaged,
                   .images = copy_few(page->images, sizeof(Image)),
                   .rules = copy_few(page->rules, sizeof(Rule))};
    g_array_append_val(lines->sheets, sheet);
    if (is_overfull(page->images) || is_overfull(page->rules) || is_overfull(page->links))
        notes_add(lines->notes, lines->chunk, NOTE_PAGE_OVERFULL, page->number, NULL, NULL);
    if (!page->runs)
        return;
    add_rows(lines, page, sheet.rules, false);
}

void lines_add_hidden(Lines *lines, const Pages *pages)
{
    g_autoptr(GArray) seen = lines->lines;
    g_autoptr(GArray) hidden = lines->lines = g_array_new(FALSE, TRUE, sizeof(Line));
    for (guint i = 0; pages->pages && i < pages->pages->len; i++) {
        const Page *page = &g_array_index(pages->pages, Page, i);
        if (has_hidden(page))
            add_rows(lines, page, lines_sheet(lines, page->number)->rules, true);
    }
    lines->lines = g_array_sized_new(FALSE, TRUE, sizeof(Line), seen->len + hidden->len);
    guint next = 0; /* of those that are seen */
    for (guint i = 0; i < hidden->len; i++) {
        Line *line = &g_array_index(hidden, Line, i);
        line->drop = DROP_HIDDEN;
        for (; next < seen->len && g_array_index(seen, Line, next).page <= line->page; next++)
            g_array_append_val(lines->lines, g_array_index(seen, Line, next));
        g_array_append_val(lines->lines, *line);
    }
    if (next < seen->len)
        g_array_append_vals(lines->lines, &g_array_index(seen, Line, next), seen->len - next);
}

static bool has_hidden(const Page *page)
{
    for (guint i = 0; page->runs && i < page->runs->len; i++)
        if (g_array_index(page->runs, Run, i).hidden)
            return true;
    return false;
}

/* The lines of the runs that are hidden, or of those that are not. */
static void add_rows(Lines *lines, const Page *page, const GArray *rules, bool hidden)
{
    g_autoptr(GPtrArray) runs = g_ptr_array_sized_new(page->runs->len);
    for (guint i = 0; i < page->runs->len; i++)
        if (!g_array_index(page->runs, Run, i).vertical && g_array_index(page->runs, Run, i).hidden == hidden)
            g_ptr_array_add(runs, &g_array_index(page->runs, Run, i));
    g_ptr_array_sort(runs, by_height);
    g_autoptr(GArray) links = copy_few(page->links, sizeof(Link));
    g_autoptr(GArray) edges = column_edges(runs);
    g_autoptr(GArray) extents = extents_of(runs);
    const View view = {lines, page->number, links, rules, edges, extents};
    g_autoptr(GPtrArray) row = g_ptr_array_new();
    const Run *main = NULL; /* the largest run of the row under way */
    for (guint i = 0; i < runs->len; i++) {
        Run *run = runs->pdata[i];
        if (main && !on_row(main, run)) {
            add_row(&view, row);
            g_ptr_array_set_size(row, 0);
            main = NULL;
        }
        g_ptr_array_add(row, run);
        if (!main || run->size > main->size)
            main = run;
    }
    if (row->len)
        add_row(&view, row);
    for (guint i = 0; i < page->runs->len; i++) {
        Run *run = &g_array_index(page->runs, Run, i);
        if (!run->vertical || run->hidden != hidden)
            continue;
        g_ptr_array_set_size(row, 0);
        g_ptr_array_add(row, run);
        add_row(&view, row);
    }
}
