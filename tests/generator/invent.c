/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Invent: a meeting that never took place, with all its facts known. */
#include "invent.h"

#include "invent_parts.h"

static void invent_persons(Invention *in);
static void invent_group(Invention *in, AttendanceGroup group, int count);

Meeting *invent_meeting(guint32 seed, const House *house, guint items, guint paragraphs)
{
    Invention in = {.rand = g_rand_new_with_seed(seed),
                    .house = house,
                    .paragraphs = paragraphs,
                    .meeting = g_new0(Meeting, 1),
                    .names = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL)};
    Meeting *m = in.meeting;
    m->attendance = g_array_new(FALSE, TRUE, sizeof(Attendee));
    in.body = words_body(in.rand);
    m->chunk = g_string_chunk_new(4096);
    m->kind = DOCUMENT_MINUTES;
    m->principal.value = in.body->principal;
    m->body.value = in.body->body;
    Fact date = {.value = invent_keep(&in, words_date(in.rand))};
    invent_append(&m->dates, sizeof date, &date);
    m->starts.value = invent_keep(&in, g_strdup_printf("%02d:%s", g_rand_int_range(in.rand, 8, 14),
                                                       words_chance(in.rand, 0.5) ? "00" : "30"));
    m->ends.value = invent_keep(&in, g_strdup_printf("%02d:%02d", g_rand_int_range(in.rand, 15, 18),
                                                     g_rand_int_range(in.rand, 0, 60)));
    m->place.value = words_chance(in.rand, 0.5) ? "Stora sessionssalen" : "Lokal Linden, förvaltningshuset";
    invent_persons(&in);
    in.letter = 'a' - 1;
    in.number = g_rand_int_range(in.rand, 1, 180);
    invent_item(&in, PLAN_ADJUSTERS);
    invent_item(&in, PLAN_AGENDA);
    guint few = (guint)g_rand_int_range(in.rand, 4, 8);
    for (guint i = 0; i < (items ? items : few); i++)
        invent_item(&in, (Plan)g_rand_int_range(in.rand, PLAN_DECISION, PLAN_NOTED + 1));
    g_hash_table_unref(in.names);
    g_rand_free(in.rand);
    return m;
}

void invent_free(Meeting *meeting)
{
    model_clear(&meeting_type, meeting);
    g_string_chunk_free(meeting->chunk);
    g_free(meeting);
}

static void invent_persons(Invention *in)
{
    Meeting *m = in->meeting;
    invent_group(in, GROUP_MEMBER, g_rand_int_range(in->rand, 5, 12));
    invent_group(in, GROUP_SERVING_SUBSTITUTE, g_rand_int_range(in->rand, 0, 3));
    invent_group(in, GROUP_SUBSTITUTE, g_rand_int_range(in->rand, 0, 4));
    AttendanceGroup official = in->house->groups[GROUP_OFFICIAL] ? GROUP_OFFICIAL : GROUP_OTHER;
    invent_group(in, official, g_rand_int_range(in->rand, 1, 4));
    Attendee *people = (Attendee *)m->attendance->data;
    people[0].role = "ordförande";
    people[1].role = "vice ordförande";
    m->chair.value = people[0].person.name;
    Attendee *last = &people[m->attendance->len - 1];
    last->role = "sekreterare";
    m->secretary.value = last->person.name;
    Fact adjuster = {.value = people[2].person.name};
    invent_append(&m->adjusters, sizeof adjuster, &adjuster);
}

static void invent_group(Invention *in, AttendanceGroup group, int count)
{
    for (int i = 0; i < count; i++) {
        Attendee a = {.group = group};
        a.person.name = invent_keep(in, words_name(in->rand, in->names));
        if (group <= GROUP_SUBSTITUTE)
            a.person.party = words_party(in->rand);
        else
            a.role = words_office(in->rand);
        if (group == GROUP_SERVING_SUBSTITUTE)
            a.stands_for = invent_keep(in, words_name(in->rand, in->names));
        if (group == GROUP_MEMBER && i > 3 && words_chance(in->rand, 0.1))
            a.remark = "på distans";
        g_array_append_val(in->meeting->attendance, a);
    }
}

const char *invent_keep(Invention *in, char *s)
{
    const char *kept = g_string_chunk_insert_const(in->meeting->chunk, s);
    g_free(s);
    return kept;
}

void invent_append(GArray **array, gsize size, const void *element)
{
    if (!*array)
        *array = g_array_new(FALSE, TRUE, (guint)size);
    g_array_append_vals(*array, element, 1);
}
