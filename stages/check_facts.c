/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What kommunallagen and practice ask of minutes as a whole: body, day, who served, adjustment, notice. */
#include <stdio.h>

#include "check_parts.h"

enum {
    DAYS_TO_ADJUST = 14, /* KL 5:69 */
    DAYS_TO_POST = 2,    /* KL 8:12 */
    DAYS_POSTED = 21,    /* KL 13:5: three weeks to appeal */
};

static bool has_role(const Meeting *meeting, const char *role)
{
    for (guint i = 0; i < length_of(meeting->attendance); i++) {
        const Attendee *attendee = &g_array_index(meeting->attendance, Attendee, i);
        if (attendee->role && text_begins(attendee->role, role, NULL))
            return true;
    }
    return false;
}

static bool has_serving(const Meeting *meeting)
{
    for (guint i = 0; i < length_of(meeting->attendance); i++) {
        AttendanceGroup group = g_array_index(meeting->attendance, Attendee, i).group;
        if (group == GROUP_MEMBER || group == GROUP_SERVING_SUBSTITUTE)
            return true;
    }
    return false;
}

/* A day as a number, 0 where `fact` states none. */
static int day_of(const Fact *fact)
{
    int year, month, day;
    if (!fact->value || sscanf(fact->value, "%d-%d-%d", &year, &month, &day) != 3 ||
        !g_date_valid_dmy((GDateDay)day, (GDateMonth)month, (GDateYear)year))
        return 0;
    GDate date;
    g_date_set_dmy(&date, (GDateDay)day, (GDateMonth)month, (GDateYear)year);
    return (int)g_date_get_julian(&date);
}

static Place place_of_fact(const Fact *fact)
{
    return (Place){NULL, fact->source.page, fact->source.block};
}

/* Compares two days: `earliest` to `latest` days from the one to the other. */
static void check_days(const Examination *e, const Fact *from, const Fact *to, int earliest, int latest,
                       CheckKind early, CheckKind late)
{
    int begins = day_of(from), ends = day_of(to);
    if (!begins || !ends)
        return;
    int days = ends - begins;
    const struct {
        CheckKind kind;
        bool fault;
    } checks[] = {{early, days < earliest}, {late, days > latest}};
    for (gsize i = 0; i < G_N_ELEMENTS(checks); i++) {
        if (checks[i].kind == CHECK__MAX)
            continue;
        examination_case(e, checks[i].kind);
        if (checks[i].fault)
            examination_find(e, checks[i].kind, place_of_fact(to), NULL, "%s till %s: %d dagar", from->value,
                             to->value, days);
    }
}

/* The last day of the meeting: days to adjust are counted from it. */
static const Fact *last_day(const Meeting *meeting)
{
    return length_of(meeting->dates) ? &g_array_index(meeting->dates, Fact, meeting->dates->len - 1) : NULL;
}

static void check_adjustment(const Examination *e)
{
    const Meeting *m = e->meeting;
    const Fact *met = last_day(m);
    const Place whole = {0};

    examination_ask(e, CHECK_ADJUSTER_MISSING, !length_of(m->adjusters), whole, NULL);
    examination_ask(e, CHECK_ADJUSTMENT_MISSING, !m->adjusted_on.value, whole, NULL);
    if (met)
        check_days(e, met, &m->adjusted_on, 0, DAYS_TO_ADJUST, CHECK_ADJUSTMENT_EARLY, CHECK_ADJUSTMENT_LATE);
    examination_ask(e, CHECK_NOTICE_MISSING, !m->posted.value, whole, NULL);
    check_days(e, &m->adjusted_on, &m->posted, 0, DAYS_TO_POST, CHECK_NOTICE_EARLY, CHECK_NOTICE_LATE);
    check_days(e, &m->posted, &m->taken_down, DAYS_POSTED, G_MAXINT, CHECK_NOTICE_SHORT, CHECK__MAX);
    if (m->posted.value)
        examination_ask(e, CHECK_NOTICE_KEEPER, !m->kept_at.value, place_of_fact(&m->posted), NULL);
}

void check_facts(const Examination *e)
{
    const Meeting *m = e->meeting;
    const Place whole = {0};

    examination_ask(e, CHECK_BODY_MISSING, !m->body.value, whole, NULL);
    examination_ask(e, CHECK_DATE_MISSING, !length_of(m->dates), whole, NULL);
    if (length_of(m->dates))
        examination_case(e, CHECK_DATE_DIFFERS);
    examination_ask(e, CHECK_PLACE_MISSING, !m->place.value, whole, NULL);
    examination_ask(e, CHECK_HOURS_MISSING, !m->starts.value, whole, NULL);
    examination_ask(e, CHECK_ATTENDANCE_MISSING, !has_serving(m), whole, NULL);
    examination_ask(e, CHECK_CHAIR_MISSING, !m->chair.value && !has_role(m, "ordförande"), whole, NULL);
    check_adjustment(e);
}
