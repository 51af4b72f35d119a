/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words of models, counted, so that none is lost or added from one stage to the next. */
#include "words.h"

#include <string.h>

#include "base/notes.h"

enum {
    WORDS_SHOWN = 12,   /* in a note: enough to find the place */
    JOINED_BYTES = 160, /* longer words are not taken apart: no Swedish word is as long */
    JOINED_PARTS = 3,   /* a word is broken at two line ends at most; more would take time without bound */
};

/* How often a word stands in what was given less how often in what was made. */
typedef struct {
    guint64 hash;
    const char *word;
    guint32 length;
    int surplus;
    int page; /* where it stands first */
} Entry;

/* The balance of two models: words of the first are added, words of the second taken off. Every word of a
 * document goes through it six times, so it has a hash table of its own that looks at a word where it stands.
 */
typedef struct {
    GStringChunk *chunk;
    GArray *entries; /* of Entry, in the order of first sight */
    guint32 *slots;  /* index of an entry plus one, by its hash; 0: free */
    gsize mask;      /* slots less one; a power of two less one */
    guint64 seed;    /* differs from run to run, so that no document can be made of words that collide */
    GString *word;   /* the beginning of a word that a text before left open */
} Balance;

static void balance_begin(Balance *b);
static void balance_end(Balance *b, GArray *notes, GStringChunk *chunk);
static void count(Balance *b, const char *text, int sign, int page);
static void finish_word(Balance *b, int sign, int page);
static void count_lines(Balance *b, const GArray *lines, int sign);
static void count_blocks(Balance *b, const GArray *blocks, int sign);
static void count_dropped(Balance *b, const GArray *dropped, int sign);
static void count_items(Balance *b, const GArray *items, int sign);

void words_kept_in_lines(const Pages *pages, Lines *lines)
{
    Balance b;
    balance_begin(&b);
    for (guint i = 0; pages->pages && i < pages->pages->len; i++) {
        const Page *page = &g_array_index(pages->pages, Page, i);
        for (guint j = 0; page->runs && j < page->runs->len; j++) {
            const Run *run = &g_array_index(page->runs, Run, j);
            if (!run->joined)
                finish_word(&b, +1, page->number);
            count(&b, run->text, +1, page->number);
        }
        finish_word(&b, +1, page->number);
    }
    count_lines(&b, lines->lines, -1);
    balance_end(&b, lines->notes, lines->chunk);
}

void words_kept_in_blocks(const Lines *lines, Blocks *blocks)
{
    Balance b;
    balance_begin(&b);
    count_lines(&b, lines->lines, +1);
    count_blocks(&b, blocks->blocks, -1);
    count_dropped(&b, blocks->dropped, -1);
    balance_end(&b, blocks->notes, blocks->chunk);
}

void words_kept_in_meeting(const Blocks *blocks, Meeting *meeting)
{
    Balance b;
    balance_begin(&b);
    count_blocks(&b, blocks->blocks, +1);
    count_dropped(&b, blocks->dropped, +1);
    count_blocks(&b, meeting->front, -1);
    count_items(&b, meeting->items, -1);
    count_items(&b, meeting->further, -1);
    count_blocks(&b, meeting->closing, -1);
    for (guint i = 0; meeting->attachments && i < meeting->attachments->len; i++)
        count_blocks(&b, g_array_index(meeting->attachments, Attachment, i).blocks, -1);
    count_dropped(&b, meeting->dropped, -1);
    balance_end(&b, meeting->notes, meeting->chunk);
}

/* --- what the models hold -------------------------------------------------------------------- */

static void count_lines(Balance *b, const GArray *lines, int sign)
{
    for (guint i = 0; lines && i < lines->len; i++) {
        const Line *line = &g_array_index(lines, Line, i);
        for (guint j = 0; line->parts && j < line->parts->len; j++) {
            count(b, g_array_index(line->parts, Part, j).text.s, sign, line->page);
            finish_word(b, sign, line->page);
        }
    }
}

static void count_blocks(Balance *b, const GArray *blocks, int sign)
{
    for (guint i = 0; blocks && i < blocks->len; i++) {
        const Block *block = &g_array_index(blocks, Block, i);
        const char *const texts[] = {block->marker, block->text.s};
        for (gsize j = 0; j < G_N_ELEMENTS(texts); j++) {
            count(b, texts[j], sign, block->page);
            finish_word(b, sign, block->page);
        }
        for (guint r = 0; block->rows && r < block->rows->len; r++) {
            const Row *row = &g_array_index(block->rows, Row, r);
            for (guint c = 0; row->cells && c < row->cells->len; c++) {
                count(b, g_array_index(row->cells, Cell, c).text.s, sign, row->page);
                finish_word(b, sign, row->page);
            }
        }
    }
}

static void count_dropped(Balance *b, const GArray *dropped, int sign)
{
    for (guint i = 0; dropped && i < dropped->len; i++) {
        const Dropped *line = &g_array_index(dropped, Dropped, i);
        count(b, line->text, sign, line->page);
        finish_word(b, sign, line->page);
    }
}

static void count_items(Balance *b, const GArray *items, int sign)
{
    for (guint i = 0; items && i < items->len; i++) {
        const Item *item = &g_array_index(items, Item, i);
        count_blocks(b, item->head, sign);
        for (guint j = 0; item->sections && j < item->sections->len; j++)
            count_blocks(b, g_array_index(item->sections, Section, j).blocks, sign);
        count_blocks(b, item->footnotes, sign);
    }
}

/* --- the balance ----------------------------------------------------------------------------- */

static void balance_begin(Balance *b)
{
    *b = (Balance){
        .chunk = g_string_chunk_new(1 << 14),
        .entries = g_array_sized_new(FALSE, FALSE, sizeof(Entry), 1 << 12),
        .slots = g_new0(guint32, 1 << 13),
        .mask = (1 << 13) - 1,
        .word = g_string_new(NULL),
    };
    b->seed = (guint64)(guintptr)b->chunk;
}

static guint64 mixed(guint64 hash, guint64 bits)
{
    hash = (hash ^ bits) * G_GUINT64_CONSTANT(0x9E3779B97F4A7C15);
    return hash ^ (hash >> 29);
}

static guint64 hash_of(const Balance *b, const char *word, gsize length)
{
    guint64 hash = b->seed ^ length, bits = 0;
    for (; length >= sizeof bits; word += sizeof bits, length -= sizeof bits) {
        memcpy(&bits, word, sizeof bits);
        hash = mixed(hash, bits);
    }
    bits = 0;
    for (gsize i = 0; i < length; i++)
        bits = bits << 8 | (guchar)word[i];
    return mixed(hash, bits);
}

/* The slot of the word, or the free one where it belongs. */
static guint32 *slot_of(const Balance *b, const char *word, gsize length, guint64 hash)
{
    for (gsize at = (gsize)hash & b->mask;; at = (at + 1) & b->mask) {
        if (b->slots[at] == 0)
            return &b->slots[at];
        const Entry *entry = &g_array_index(b->entries, Entry, b->slots[at] - 1);
        if (entry->hash == hash && entry->length == length && memcmp(entry->word, word, length) == 0)
            return &b->slots[at];
    }
}

static Entry *find(const Balance *b, const char *word, gsize length, guint64 hash)
{
    guint32 slot = *slot_of(b, word, length, hash);
    return slot ? &g_array_index(b->entries, Entry, slot - 1) : NULL;
}

/* Twice as many slots, when half of them are taken. */
static void grow(Balance *b)
{
    gsize slots = 2 * (b->mask + 1);
    g_free(b->slots);
    b->slots = g_new0(guint32, slots);
    b->mask = slots - 1;
    for (guint i = 0; i < b->entries->len; i++) {
        gsize at = (gsize)g_array_index(b->entries, Entry, i).hash & b->mask;
        while (b->slots[at])
            at = (at + 1) & b->mask;
        b->slots[at] = i + 1;
    }
}

static void add(Balance *b, const char *word, gsize length, int sign, int page)
{
    guint64 hash = hash_of(b, word, length);
    guint32 *slot = slot_of(b, word, length, hash);
    if (*slot) {
        g_array_index(b->entries, Entry, *slot - 1).surplus += sign;
        return;
    }
    Entry entry = {hash, g_string_chunk_insert_len(b->chunk, word, (gssize)length), (guint32)length, sign,
                   page};
    g_array_append_val(b->entries, entry);
    *slot = b->entries->len;
    if (2 * (gsize)b->entries->len > b->mask)
        grow(b);
}

/* The end of the letters and digits that `s` begins with. */
static const char *word_end(const char *s)
{
    for (;;) {
        if ((guchar)*s < 0x80) {
            if (!g_ascii_isalnum(*s))
                return s;
            s++;
        } else if (text_is_letter_or_digit(g_utf8_get_char(s))) {
            s = g_utf8_next_char(s);
        } else {
            return s;
        }
    }
}

/* Counts the words of `text`: the first goes on with the one that was left open, and the last is left open
 * where the text ends with it. */
static void count(Balance *b, const char *text, int sign, int page)
{
    for (const char *p = text; p && *p;) {
        const char *end = word_end(p);
        if (*end == '\0') {
            g_string_append_len(b->word, p, end - p);
            return;
        }
        if (b->word->len > 0) {
            g_string_append_len(b->word, p, end - p);
            finish_word(b, sign, page);
        } else if (end > p) {
            add(b, p, (gsize)(end - p), sign, page);
        }
        p = g_utf8_next_char(end);
    }
}

static void finish_word(Balance *b, int sign, int page)
{
    if (b->word->len == 0)
        return;
    add(b, b->word->str, b->word->len, sign, page);
    g_string_truncate(b->word, 0);
}

/* Takes `word` off the other side as a sequence of at most `parts` words that stand there: "häl" and
 * "sovård" for "hälsovård". `sign` is the side of `word`. Returns true when it was found. */
static bool settle_as_joined(Balance *b, const char *word, int parts, int sign)
{
    gsize length = strlen(word);
    if (parts == 0 || length > JOINED_BYTES)
        return false;
    for (gsize n = length; n > 0; n--) {
        if (n < length && ((guchar)word[n] & 0xC0) == 0x80)
            continue; /* inside a character */
        Entry *entry = find(b, word, n, hash_of(b, word, n));
        if (!entry || entry->surplus * sign >= 0)
            continue;
        entry->surplus += sign;
        if (n == length || settle_as_joined(b, word + n, parts - 1, sign))
            return true;
        entry->surplus -= sign;
    }
    return false;
}

static void note_surplus(const Balance *b, int sign, NoteKind kind, GArray *notes, GStringChunk *chunk)
{
    g_autoptr(GString) words = g_string_new(NULL);
    int page = 0, shown = 0;
    for (guint i = 0; i < b->entries->len; i++) {
        const Entry *entry = &g_array_index(b->entries, Entry, i);
        if (entry->surplus * sign <= 0 || shown == WORDS_SHOWN)
            continue;
        if (shown++ == 0)
            page = entry->page;
        else
            g_string_append_c(words, ' ');
        g_string_append(words, entry->word);
    }
    if (shown > 0)
        notes_add(notes, chunk, kind, page, NULL, words->str);
}

static void balance_end(Balance *b, GArray *notes, GStringChunk *chunk)
{
    for (guint i = 0; i < b->entries->len; i++) {
        Entry *entry = &g_array_index(b->entries, Entry, i);
        int sign = entry->surplus > 0 ? +1 : -1;
        while (entry->surplus != 0 && settle_as_joined(b, entry->word, JOINED_PARTS, sign))
            entry->surplus -= sign;
    }
    note_surplus(b, +1, NOTE_WORDS_LOST, notes, chunk);
    note_surplus(b, -1, NOTE_WORDS_ADDED, notes, chunk);
    g_string_free(b->word, TRUE);
    g_array_unref(b->entries);
    g_free(b->slots);
    g_string_chunk_free(b->chunk);
}
