/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Persons of the attendance list from the words of a line: roles, the member replaced, when they were there.
 */
#include "meeting_parts.h"

#include <string.h>

/* How a remark on when somebody was there begins. */
static const char *const remarks[] = {
    "§",           "ej ",     "kl",      "t.o.m",   "fr.o.m",     "from ",   "tom ",   "deltar", "närvarande",
    "frånvarande", "via ",    "digital", "distans", "på distans", "under ",  "del av", "från ",  "till ",
    "ankom",       "lämnade", "(",       "lämnar",  "anländer",   "kommer ", "avviker"};

/* Words of a line that names nobody: a vacant seat, nobody of that group, a list kept elsewhere. */
static const char *const nobody[] = {"vakant", "vacant", "vakans", "ingen", "inga", "se ", "enligt ", "-"};

/* "von ", "van der ": what is shorter and begins with a small letter belongs to the name. */
enum { PARTICLES_LENGTH = 9 };

/* Bytes: no name with its title is longer, and no line of persons; what is, is not taken apart. */
enum { LONGEST_NAME = 160, LONGEST_LINE = 4000 };

static char *with_parentheses(const Draft *draft, const char *text, AttendanceGroup group);
static bool ends_like_post(const Draft *draft, const char *word);
static gsize title_before(const Draft *draft, const char *text);
static guint read_part(const Draft *draft, const Block *block, const char *text, AttendanceGroup group);
static void read_rest(const Draft *draft, const char *rest, Attendee *attendee);

/* "Ann Grad, direktör. Bo Vik, ekonom." with semicolons between the persons; free it. */
static char *persons_in_sentences(const Draft *draft, const char *text, AttendanceGroup group)
{
    char *listed = g_strdup(text);
    Mention mention;

    for (char *dot = strstr(listed, ". "); dot != NULL && strlen(text) < LONGEST_LINE;
         dot = strstr(dot + 1, ". ")) {
        const char *word = dot;
        while (word > listed && word[-1] != ' ')
            word--;
        if ((group == GROUP_OFFICIAL || group == GROUP_OTHER) && dot - word > 3 &&
            g_unichar_islower(g_utf8_get_char(word)) && person_at(draft, dot + 2, &mention) &&
            (mention.start == 0 || profile_prefix(draft->profile, WORDS_ROLE, dot + 2, NULL) != NULL))
            *dot = ';';
    }
    return listed;
}

guint attendees_from_text(const Draft *draft, const Block *block, const char *text, AttendanceGroup group)
{
    g_autofree char *listed = persons_in_sentences(draft, text, group);
    g_autofree char *whole = with_parentheses(draft, listed, group);
    g_auto(GStrv) parts = g_strsplit(whole, ";", -1);
    guint read = 0;

    for (char **part = parts; *part; part++) {
        const char *line = g_strstrip(*part);
        bool star = *line == '*' && group == GROUP_MEMBER; /* lists of fullmaktige mark substitutes so */
        line += strspn(line, "* ");
        /* "Ledamöter Anna Berg (S)": no name begins so; which group they are of is a guess */
        const char *behind;
        const Word *label = profile_prefix(draft->profile, WORDS_ATTENDANCE, line, &behind);
        if (label != NULL && label->meaning != NULL && g_unichar_isupper(g_utf8_get_char(behind))) {
            attendance_unclear(draft, block, line);
            line = behind;
        }
        if (*line != '\0')
            read += read_part(draft, block, line, star ? GROUP_SERVING_SUBSTITUTE : group);
    }
    return read;
}

/* "Anna Berg, S, ordförande" is "Anna Berg (S), ordförande"; free it. Of members, a few capitals are a party
 * that no profile knows; of others they may be a post ("VD"). */
static char *with_parentheses(const Draft *draft, const char *text, AttendanceGroup group)
{
    g_auto(GStrv) parts = g_strsplit(text, ",", -1);
    GString *line = g_string_new(parts[0]);
    bool member = group != GROUP_OFFICIAL && group != GROUP_OTHER;

    for (guint i = 1; parts[0] != NULL && parts[i] != NULL; i++) {
        const char *before = g_strstrip(parts[i - 1]), *part = parts[i] + strspn(parts[i], " ");
        gsize length = strcspn(part, " ");
        const char *after = part + length + strspn(part + length, " ");
        g_autofree char *word = g_strndup(part, length);
        glong letters = g_utf8_strlen(word, -1);
        bool capitals = letters > 0 && letters <= 4;
        for (const char *c = word; *c; c = g_utf8_next_char(c))
            capitals = capitals && g_unichar_isupper(g_utf8_get_char(c));
        bool known = profile_meaning(draft->profile, WORDS_PARTY, word) != NULL;
        bool party = *after == '\0' ? known || (capitals && letters > 1 && member)
                                    : known && capitals && !g_unichar_isupper(g_utf8_get_char(after));
        bool named = strchr(before, ' ') != NULL && before[text_span_until(before, "()§")] == '\0';
        if (party && named)
            g_string_append_printf(line, " (%s)%s%s", word, *after ? " " : "", after);
        else
            g_string_append_printf(line, ",%s", parts[i]);
    }
    return g_string_free(line, FALSE);
}

bool names_nobody(const char *line)
{
    for (gsize i = 0; i < G_N_ELEMENTS(nobody); i++)
        if (text_begins(line, nobody[i], NULL))
            return true;
    return g_str_has_prefix(line, "–") || g_str_has_prefix(line, "—") || *line == '\0';
}

void attendance_unclear(const Draft *draft, const Block *block, const char *line)
{
    if (!names_nobody(line))
        draft_note(draft, NOTE_ATTENDANCE_UNCLEAR, block->page, block->id, line);
}

/* More than twice as many as ever meet; each is looked for in every item. */
enum { MOST_ATTENDEES = 1000 };

/* Officials have no parties, and others who were there seldom: of them it is one that a profile or a member
 * has, else the unit they are from. */
static bool may_be_party(const Draft *draft, AttendanceGroup group, const char *party)
{
    const GArray *attendance = draft->meeting->attendance;

    if (party == NULL || (group != GROUP_OFFICIAL && group != GROUP_OTHER) ||
        profile_meaning(draft->profile, WORDS_PARTY, party) != NULL)
        return true;
    for (guint i = 0; attendance && i < attendance->len; i++)
        if (g_strcmp0(g_array_index(attendance, Attendee, i).person.party, party) == 0)
            return true;
    return false;
}

static void add_attendee(const Draft *draft, const Block *block, const Mention *mention,
                         AttendanceGroup group, const char *rest)
{
    const char *joint, *other = second_replaced(draft, rest, &joint);
    if (other != NULL) { /* somebody can stand in the list twice */
        g_autofree char *first = g_strndup(rest, (gsize)(joint - rest));
        add_attendee(draft, block, mention, group, first);
        add_attendee(draft, block, mention, group, other);
        return;
    }
    Attendee attendee = {.person = person_from_mention(draft, mention, block), .group = group};

    if (text_begins(mention->name, "vakant", NULL))
        return;
    if (!may_be_party(draft, group, attendee.person.party)) { /* "Anna Berg (HR)" */
        g_autofree char *unit = g_strdup_printf("(%s)", attendee.person.party);
        attendee.remark = draft_string(draft, unit, -1);
        attendee.person.party = NULL;
    }
    if (draft->meeting->attendance && draft->meeting->attendance->len >= MOST_ATTENDEES) {
        attendance_unclear(draft, block, mention->name);
        return;
    }
    read_rest(draft, rest, &attendee);
    if (attendee.stands_for != NULL && (group == GROUP_MEMBER || group == GROUP_SUBSTITUTE))
        attendee.group = GROUP_SERVING_SUBSTITUTE;
    draft_append(&draft->meeting->attendance, sizeof attendee, &attendee);
    Mention substitute; /* "…, avlägsnade sig kl. 18.40, ersattes av Bo Ek" */
    if (group != GROUP_MEMBER || !replaced_by_whom(draft, rest, &substitute) ||
        attendee_named(draft->meeting, substitute.name) != NULL)
        return;
    Attendee second = {.person = person_from_mention(draft, &substitute, block),
                       .group = GROUP_SERVING_SUBSTITUTE,
                       .stands_for = mention->name};
    draft_append(&draft->meeting->attendance, sizeof second, &second);
}

static const char *joined(const Draft *draft, const char *before, const char *part)
{
    g_autofree char *both = before ? g_strdup_printf("%s, %s", before, part) : NULL;

    return draft_string(draft, both ? both : part, -1);
}

/* One person without a party, with what follows the name. */
static bool read_official(const Draft *draft, const Block *block, const char *text, AttendanceGroup group)
{
    bool role_beside = block->kind == BLOCK_ROW || group == GROUP_OFFICIAL || group == GROUP_OTHER;
    const char *cell = draft_cell(block, 0);
    Mention mention;

    gsize title = role_beside ? title_before(draft, text) : 0;
    g_autofree char *before = title > 0 ? g_strndup(text, title) : NULL;
    text += title;
    if (!person_at(draft, text, &mention) || mention.start > 0 || strlen(text) > 200)
        return false;
    if (cell != NULL && *cell != '\0' && text_begins(text, cell, NULL) && strlen(cell) < mention.end)
        mention.end = strlen(cell);
    const char *rest = text + mention.end;
    const char *after;
    bool replaces = *rest == ' ' && begins_with_replaced(rest + 1, &after);
    if (*rest != '\0' && *rest != ',' && *rest != '(' && !role_beside && !replaces)
        return false;
    mention.name = draft_string(draft, text, (gssize)mention.end);
    guint count = draft->meeting->attendance ? draft->meeting->attendance->len : 0;
    add_attendee(draft, block, &mention, group, rest);
    if (before != NULL && draft->meeting->attendance && draft->meeting->attendance->len > count) {
        Attendee *added = &g_array_index(draft->meeting->attendance, Attendee, count);
        const Word *post = profile_prefix(draft->profile, WORDS_ROLE, before, NULL);
        bool secretary = post != NULL && g_strcmp0(post->meaning, "sekreterare") == 0;
        const char *printed = draft_string(draft, g_strchomp(before), -1);
        if (added->role == NULL)
            added->role = printed;
        else if (secretary) /* "sekreterare Eva Lind, handläggare"; any other may be of the person before */
            added->role = joined(draft, printed, added->role);
    }
    return true;
}

/* True when `word` is a post, or is put together with one at its end, in any of its forms: "socialchef",
 * "sekreteraren", "avdelningscheferna". */
static bool ends_like_post(const Draft *draft, const char *word)
{
    static const char *const endings[] = {"", "n", "en", "na", "er", "erna", "arna"};
    const GArray *roles = profile_words(draft->profile, WORDS_ROLE);
    g_autofree char *key = text_key(word);
    gsize length = strlen(key);

    for (guint i = 0; i < roles->len; i++) {
        const char *role = g_array_index(roles, Word, i).key;
        gsize size = strlen(role);
        if (size < 4 || strchr(role, ' ') != NULL)
            continue;
        for (gsize k = 0; k < G_N_ELEMENTS(endings); k++) {
            gsize whole = size + strlen(endings[k]);
            if (length >= whole && strncmp(key + length - whole, role, size) == 0 &&
                g_str_has_suffix(key, endings[k]))
                return true;
        }
    }
    return false;
}

/* Bytes of a title before the name that `text` begins with: "tf. socialchef Anna Berg"; 0 when there is none.
 */
static gsize title_before(const Draft *draft, const char *text)
{
    gsize length = 0;
    bool post = false;

    for (const char *space; (space = strchr(text + length, ' ')) != NULL;) {
        g_autofree char *word = g_strndup(text + length, (gsize)(space - text) - length);
        bool is_post = ends_like_post(draft, word);
        bool filler =
            !post && length == 0 && (text_begins(word, "tf", NULL) || text_begins(word, "t.f", NULL));
        if (strpbrk(word, ",(:") != NULL || !(is_post || filler || g_unichar_islower(g_utf8_get_char(word))))
            break;
        post = post || is_post;
        length = (gsize)(space + 1 - text);
    }
    return post ? length : 0;
}

/* True when `text` is a name, with or without a title before it. */
static bool is_titled_name(const Draft *draft, const char *text)
{
    const char *bare = text + title_before(draft, text);
    Mention mention;

    return person_at(draft, bare, &mention) && mention.start == 0 && mention.end == strlen(bare);
}

/* The length of the first person of "Anna Dahl och Per Lindh samt sekreteraren Eva Holm": up to the
 * conjunction, `*joint` bytes, with a name on either side; 0 when there is none. */
static gsize before_joint(const Draft *draft, const char *text, gsize *joint)
{
    static const char *const joints[] = {" och ", " samt "};

    for (const char *at = strchr(text, ' '); at != NULL && at - text < LONGEST_NAME; at = strchr(at + 1, ' '))
        for (gsize i = 0; i < G_N_ELEMENTS(joints); i++) {
            const char *next;
            Mention mention;
            if (!text_begins(at, joints[i], &next))
                continue;
            g_autofree char *left = g_strndup(text, (gsize)(at - text));
            const char *bare = next + title_before(draft, next);
            if (!is_titled_name(draft, left) || !person_at(draft, bare, &mention) || mention.start > 0)
                continue;
            *joint = (gsize)(next - at);
            return (gsize)(at - text);
        }
    return 0;
}

/* The persons of a line without parties, one after the other. */
typedef struct {
    const Draft *draft;
    const Block *block;
    AttendanceGroup group;
    GString *one; /* the person under way */
    guint read;
} Persons;

static void end_person(Persons *persons)
{
    if (persons->one->len > 0)
        persons->read += read_official(persons->draft, persons->block, persons->one->str, persons->group);
    g_string_truncate(persons->one, 0);
}

/* Takes what stands between two commas: "kanslichef", "Bo Ek", "avdelningscheferna Anna Dahl och Per Lindh".
 */
static void take_between_commas(Persons *persons, const char *text)
{
    const Draft *draft = persons->draft;
    g_autofree char *shared = NULL; /* "avdelningscheferna": the title of all up to the next one */
    gsize length, joint = 0;
    const char *replaced;

    if (persons->one->len > 0 && begins_with_replaced(text, &replaced)) {
        g_string_append_printf(persons->one, ", %s", text); /* "Bo Ek, ersättare för Anna Dahl" */
        return;
    }
    while (strlen(text) < LONGEST_LINE && (length = before_joint(draft, text, &joint)) > 0) {
        g_autofree char *first = g_strndup(text, length);
        gsize title = title_before(draft, first);
        if (title > 0) {
            g_free(shared);
            shared = g_strndup(text, title);
        }
        end_person(persons);
        g_string_printf(persons->one, "%s%s", title == 0 && shared ? shared : "", first);
        end_person(persons);
        text += length + joint;
    }
    const char *sign = strstr(text, "§"), *after = NULL;
    if (sign != NULL) { /* "planchef §§ 142–144 Bo Ek" */
        g_autoptr(GArray) spans = paragraphs_in(sign, &after);
        after += strspn(after, " )");
        if (spans->len > 0 && after > sign && is_titled_name(draft, after)) {
            g_autofree char *before = g_strndup(text, (gsize)(after - text));
            take_between_commas(persons, g_strchomp(before));
            end_person(persons);
            text = after;
        }
    }
    if (persons->one->len > 0 && is_titled_name(draft, text))
        end_person(persons);
    bool shares = shared != NULL && title_before(draft, text) == 0;
    g_string_append_printf(persons->one, "%s%s%s", persons->one->len > 0 ? ", " : "", shares ? shared : "",
                           text);
}

/* "Anna Berg, kanslichef, Bo Ek, sekreterare": a name between commas begins the next person. */
static guint read_without_parties(const Draft *draft, const Block *block, const char *text,
                                  AttendanceGroup group)
{
    g_auto(GStrv) parts = g_strsplit(text, ",", -1);
    g_autoptr(GString) one = g_string_new(NULL);
    Persons persons = {draft, block, group, one, 0};

    for (char **part = parts; *part; part++) {
        char *trimmed = g_strstrip(*part);
        const char *dot = strrchr(trimmed, '.');
        if (part[1] == NULL && dot != NULL && dot[1] == '\0' && strlen(trimmed) > 3 && dot[-2] != ' ')
            trimmed[dot - trimmed] = '\0'; /* of a sentence that lists them */
        take_between_commas(&persons, trimmed);
    }
    end_person(&persons);
    return persons.read;
}

/* The same for a line without semicolons, where only parties part the persons. */
static guint read_part(const Draft *draft, const Block *block, const char *text, AttendanceGroup group)
{
    guint read = 0;

    g_autoptr(GArray) persons = persons_with_party(draft, text, strlen(text));
    if (persons->len == 0)
        return read_without_parties(draft, block, text, group);
    for (guint i = 0; i < persons->len; i++) {
        Mention *mention = &g_array_index(persons, Mention, i);
        if (i == 0 && mention->start > 0 && mention->start < PARTICLES_LENGTH &&
            g_unichar_islower(g_utf8_get_char(text))) { /* surname first: "von Essen Karl (M)" */
            g_autofree char *whole = g_strdup_printf("%.*s%s", (int)mention->start, text, mention->name);
            mention->name = draft_string(draft, whole, -1);
            mention->start = 0;
        }
        guint next = i + 1;
        while (next < persons->len &&
               (replaced_is_next(text, mention->end, g_array_index(persons, Mention, next).start) ||
                replacing_is_next(text, mention->end, g_array_index(persons, Mention, next).start)))
            next++;
        if (next > i + 1 && next < persons->len &&
            replaced_may_go_on(text, &g_array_index(persons, Mention, next - 1),
                               &g_array_index(persons, Mention, next))) {
            attendance_unclear(draft, block, text);
            next++;
        }
        gsize end = next < persons->len ? g_array_index(persons, Mention, next).start : strlen(text);
        g_autofree char *rest = g_strndup(text + mention->end, end - mention->end);
        g_autofree char *title = g_strndup(text, i == 0 ? mention->start : 0);
        guint count = draft->meeting->attendance ? draft->meeting->attendance->len : 0;
        add_attendee(draft, block, mention, group, rest);
        while (*title != '\0' && strchr(":, ", title[strlen(title) - 1]))
            title[strlen(title) - 1] = '\0';
        if (*title != '\0' && draft->meeting->attendance && draft->meeting->attendance->len > count) {
            /* "1:e vice ordförande Bo Ek (M)" */
            Attendee *added = &g_array_index(draft->meeting->attendance, Attendee, count);
            if (profile_prefix(draft->profile, WORDS_ROLE, title, NULL) != NULL ||
                text_has_word(title, "ordf"))
                added->role = joined(draft, added->role, title);
            else
                attendance_unclear(draft, block, text);
        }
        read++;
        i = next - 1;
    }
    return read;
}

/* "(ordförande)", and "(förvaltningschef)" of an official: takes the role and its parentheses out of `text`.
 */
static bool take_role_aside(const Draft *draft, char *text, Attendee *attendee)
{
    char *close = *text == '(' ? strchr(text, ')') : NULL;

    if (close == NULL)
        return false;
    g_autofree char *inside = g_strndup(text + 1, (gsize)(close - text - 1));
    const char *last = strrchr(inside, ' ');
    if (strchr(inside, '(') != NULL || (profile_prefix(draft->profile, WORDS_ROLE, inside, NULL) == NULL &&
                                        !ends_like_post(draft, last ? last + 1 : inside)))
        return false;
    attendee->role = joined(draft, attendee->role, inside);
    close += 1 + strspn(close + 1, " ");
    memmove(text, close, strlen(close) + 1);
    return true;
}

/* What follows the name: role, the member replaced, remarks, between commas. */
static void read_rest(const Draft *draft, const char *rest, Attendee *attendee)
{
    bool official = attendee->group == GROUP_OFFICIAL || attendee->group == GROUP_OTHER;
    g_auto(GStrv) parts = g_strsplit(rest, ",", -1);

    for (char **part = parts; *part; part++) {
        char *text = g_strstrip(*part);
        const char *after;
        if (*text == '\0' || strcmp(text, "och") == 0)
            continue;
        if (official && strlen(text) < 10 && persons_say_others(text)) { /* "…, nämndsekreterare, m.fl." */
            draft_note(draft, NOTE_OTHERS_UNNAMED, attendee->person.source.page,
                       attendee->person.source.block, attendee->person.name);
            continue;
        }
        /* the party of the member replaced: "Bo Ek, (S), ersätter Anna Berg, (S)" */
        if (attendee->stands_for != NULL && *text == '(' && strchr(text, ')') == text + strlen(text) - 1 &&
            strlen(text) <= 7 && strchr(text, ' ') == NULL)
            continue;
        replaced_behind_remark(draft, text, attendee);
        if (begins_with_replaced(text, &after)) {
            Mention member;
            if (person_at(draft, after, &member)) {
                attendee->stands_for = member.name;
                text += after + member.end - text;
                text += strspn(text, " ");
                if (*text == '\0')
                    continue;
            }
        }
        if (take_role_aside(draft, text, attendee) && *text == '\0')
            continue;
        bool role = profile_prefix(draft->profile, WORDS_ROLE, text, NULL) != NULL;
        bool remark = g_ascii_isdigit(*text);
        for (gsize i = 0; i < G_N_ELEMENTS(remarks) && !remark; i++)
            remark = text_begins(text, remarks[i], NULL);
        char *until = role || official ? strstr(text, " §") : NULL; /* "vice ordförande §§ 40-52" */
        if (until == NULL && role && g_str_has_suffix(text, ")"))
            until = strstr(text, " (");
        if (until != NULL) {
            attendee->remark = joined(draft, attendee->remark, until + 1);
            *until = '\0';
        }
        if (attendee->group == GROUP_MEMBER &&
            g_strcmp0(profile_meaning(draft->profile, WORDS_ATTENDANCE, text),
                      meeting_group_names[GROUP_SERVING_SUBSTITUTE]) == 0)
            attendee->group = GROUP_SERVING_SUBSTITUTE;
        else if (attendee->person.party != NULL && official &&
                 g_strcmp0(profile_meaning(draft->profile, WORDS_ATTENDANCE, text),
                           meeting_group_names[GROUP_SUBSTITUTE]) == 0)
            attendee->group = GROUP_SUBSTITUTE;
        else if (role || (official && !remark))
            attendee->role = joined(draft, attendee->role, text);
        else
            attendee->remark = joined(draft, attendee->remark, text);
    }
}
