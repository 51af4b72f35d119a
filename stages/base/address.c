/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Addresses: where on a site a body, a meeting, an item or a case stands, made of facts alone. */
#include "base/address.h"

#include <glib.h>
#include <string.h>

enum {
    LONGEST = 100, /* bytes of a slug: file names may have 255 */
    DIGEST = 8,    /* digits of a digest in it */
};

static const char *const UNKNOWN_PRINCIPAL = "okand-huvudman";
static const char *const UNKNOWN_BODY = "okant-organ";

/* Folders that a site has beside those that are named after something. */
static const char *const reserved[] = {"arenden", "floden", "protokoll", "tillganglighet"};

/* What is said before a register number. */
static const char *const number_words[] = {"diarienummer", "diarienr", "dnr", "arendenummer", "arende", "nr"};

/* Letters that are more than a letter with a mark on it. */
static const struct {
    gunichar letter;
    const char *ascii;
} letters[] = {{0xE6, "ae"}, {0xF8, "o"}, {0xDF, "ss"}, {0xF0, "d"}, {0xFE, "th"}, {0x142, "l"}};

static char *plain(const char *name);
static void append_ascii(GString *slug, gunichar c);
static char *with_digest(const char *slug, const char *name);
static const char *without_words(const char *slug);
static void append_parts(GString *key, const char *slug);
static char *register_of(const char *body);

char *address_slug(const char *name)
{
    g_autofree char *slug = plain(name);
    gboolean usable = *slug && strlen(slug) <= LONGEST;
    for (gsize i = 0; i < G_N_ELEMENTS(reserved); i++)
        usable = usable && strcmp(slug, reserved[i]) != 0;
    return usable ? g_steal_pointer(&slug) : with_digest(slug, name);
}

char *address_of_body(const char *principal, const char *body)
{
    g_autofree char *above = address_slug(principal ? principal : UNKNOWN_PRINCIPAL);
    g_autofree char *itself = address_slug(body ? body : UNKNOWN_BODY);
    return g_strconcat(above, "/", itself, "/", NULL);
}

char *address_of_meeting(const char *principal, const char *body, const char *date, const char *sha256)
{
    g_autofree char *above = address_of_body(principal, body);
    g_autofree char *undated = g_strdup_printf("odaterat-%.*s", DIGEST, sha256 ? sha256 : "");
    g_autofree char *itself = address_slug(date ? date : undated);
    return g_strconcat(above, itself, "/", NULL);
}

char *address_of_item(const char *number, const char *id)
{
    g_autofree char *slug = number ? plain(number) : NULL;
    g_autoptr(GString) compact = g_string_new(slug && *slug ? "p" : "");
    for (const char *s = slug; s && *s; s++)
        if (*s != '-')
            g_string_append_c(compact, *s);
    g_autofree char *itself = address_slug(compact->len > 0 ? compact->str : id ? id : "");
    return g_strconcat(itself, "/", NULL);
}

char *address_case_key(const char *body, const char *number)
{
    g_autofree char *slug = plain(number);
    const char *rest = without_words(slug);
    g_autoptr(GString) key = g_string_new(NULL);
    append_parts(key, rest);
    if (!strpbrk(key->str, "0123456789"))
        return NULL;
    if (strspn(key->str, "0123456789-") == key->len) {
        g_autofree char *kept_in = register_of(body);
        g_string_append_printf(key, "-%s", kept_in);
    }
    return address_slug(key->str);
}

char *address_of_case(const char *principal, const char *body, const char *number)
{
    g_autofree char *key = address_case_key(body, number);
    g_autofree char *above = address_slug(principal ? principal : UNKNOWN_PRINCIPAL);
    return key ? g_strconcat(above, "/arenden/", key, "/", NULL) : NULL;
}

/* Lower-case ASCII with one "-" for all else between letters and digits. */
static char *plain(const char *name)
{
    g_autofree char *valid = g_utf8_make_valid(name, -1);
    g_autofree char *apart = g_utf8_normalize(valid, -1, G_NORMALIZE_ALL); /* letters apart from marks */
    GString *slug = g_string_new(NULL);
    for (const char *s = apart; *s; s = g_utf8_next_char(s))
        append_ascii(slug, g_unichar_tolower(g_utf8_get_char(s)));
    if (g_str_has_suffix(slug->str, "-"))
        g_string_truncate(slug, slug->len - 1);
    return g_string_free(slug, FALSE);
}

static void append_ascii(GString *slug, gunichar c)
{
    if (g_unichar_ismark(c))
        return;
    if (c < 0x80 && g_ascii_isalnum((char)c)) {
        g_string_append_c(slug, (char)c);
        return;
    }
    for (gsize i = 0; i < G_N_ELEMENTS(letters); i++)
        if (letters[i].letter == c) {
            g_string_append(slug, letters[i].ascii);
            return;
        }
    if (slug->len > 0 && slug->str[slug->len - 1] != '-')
        g_string_append_c(slug, '-');
}

static char *with_digest(const char *slug, const char *name)
{
    g_autofree char *digest = g_compute_checksum_for_string(G_CHECKSUM_SHA256, name, -1);
    g_autofree char *beginning = g_strndup(slug, LONGEST - DIGEST - 1);
    return g_strdup_printf("%s%s%.*s", beginning, *beginning ? "-" : "", DIGEST, digest);
}

static const char *without_words(const char *slug)
{
    for (gsize i = 0; i < G_N_ELEMENTS(number_words); i++) {
        const char *rest = slug + strlen(number_words[i]);
        if (g_str_has_prefix(slug, number_words[i]) && !g_ascii_isalpha(*rest))
            return without_words(rest + (*rest == '-'));
    }
    return slug;
}

/* Runs of letters and runs of digits, the latter without the zeros that fill them up. */
static void append_parts(GString *key, const char *slug)
{
    for (const char *s = slug; *s;) {
        gsize length = g_ascii_isdigit(*s) ? strspn(s, "0123456789") : strcspn(s, "-0123456789");
        gsize zeros = strspn(s, "0");
        if (length > 0 && zeros >= length)
            zeros = length - 1;
        if (length > 0)
            g_string_append_printf(key, "%s%.*s", key->len ? "-" : "", (int)(length - zeros), s + zeros);
        s += length + (s[length] == '-');
    }
}

/* Fullmäktige has its register in common with the board that prepares its matters, and a committee with the
 * board it is of. */
static char *register_of(const char *body)
{
    static const struct {
        const char *body, *kept_in;
    } shared[] = {{"kommunfullmaktige", "kommunstyrelsen"}, {"regionfullmaktige", "regionstyrelsen"}};
    char *slug = address_slug(body ? body : UNKNOWN_BODY);
    char *board = strstr(slug, "ns-"); /* nämndens, styrelsens */
    if (board && g_str_has_suffix(slug, "utskott"))
        board[1] = '\0';
    for (gsize i = 0; i < G_N_ELEMENTS(shared); i++)
        if (strcmp(slug, shared[i].body) == 0) {
            g_free(slug);
            return g_strdup(shared[i].kept_in);
        }
    return slug;
}
