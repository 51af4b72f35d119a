/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The bounds of what is read: what reaches one passes, what goes one beyond it does not. */
#include <glib.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "base/xml_limits.h"
#include "input_limits.h"

/* A document with so many of what is counted. */
typedef char *(*Maker)(guint many);

static char *times(const char *before, const char *each, guint many, const char *after)
{
    GString *s = g_string_new(before);
    for (guint i = 0; i < many; i++)
        g_string_append(s, each);
    return g_string_free(g_string_append(s, after), FALSE);
}

static char *bytes(guint many)
{
    g_autofree char *filled = g_strnfill(many - strlen("<a/><!---->"), ' ');
    return g_strconcat("<a/><!--", filled, "-->", NULL);
}

static char *nodes(guint many)
{
    return times("", "<a/>", many, "");
}

static char *nodes_and_attributes(guint many)
{
    return times("", "<a b=''/>", many / 2, many % 2 ? "<a/>" : "");
}

static char *depth(guint many)
{
    return times("", "<a>", many, "");
}

static char *depth_after_siblings(guint many)
{
    return times("<a></a><a/><!--<a>--><![CDATA[<a>]]>", "<a>", many, "");
}

static char *attributes(guint many)
{
    return times("<a", " b='<>=\"'", many, "/>");
}

static char *namespaces(guint many)
{
    return times("", "<a xmlns='urn:a'/>", many, "");
}

static char *text(guint many)
{
    g_autofree char *filled = g_strnfill(many, 'a');
    return g_strconcat("<a>", filled, "</a>", NULL);
}

static void xml_is_bounded(void **state)
{
    (void)state;
    static const struct {
        Maker make;
        guint most;
        const char *fault;
    } bounds[] = {
        {bytes, XML_BYTES_MAX, "longer than 64 MiB"},
        {nodes, XML_NODES_MAX, "more than 4,000,000 elements and attributes"},
        {nodes_and_attributes, XML_NODES_MAX, "more than 4,000,000 elements and attributes"},
        {depth, XML_DEPTH_MAX, "nested more than 64 deep"},
        {depth_after_siblings, XML_DEPTH_MAX, "nested more than 64 deep"},
        {attributes, XML_ATTRIBUTES_MAX, "more than 64 attributes"},
        {namespaces, XML_NAMESPACES_MAX, "declared more than 64 times"},
        {text, XML_TEXT_MAX, "longer than 10,000,000 bytes"},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(bounds); i++) {
        g_autofree char *most = bounds[i].make(bounds[i].most), *more = bounds[i].make(bounds[i].most + 1);
        g_autoptr(GError) error = NULL;
        assert_true(xml_within_limits(most, strlen(most), "most", &error));
        assert_false(xml_within_limits(more, strlen(more), "more", &error));
        assert_non_null(strstr(error->message, bounds[i].fault));
    }
}

static void limits_of_an_input_are_bounded(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        gsize offset;
        guint least, most;
    } bounds[] = {
        {"memory", offsetof(Limits, memory), 64, 1 << 20},
        {"time", offsetof(Limits, time), 1, 1 << 20},
        {"output", offsetof(Limits, output), 1, 1 << 10},
        {"pages", offsetof(Limits, pages), 1, 1000000},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(bounds); i++) {
        const struct {
            guint value;
            gboolean taken;
        } values[] = {{bounds[i].least, TRUE},
                      {bounds[i].most, TRUE},
                      {bounds[i].least - 1, FALSE},
                      {bounds[i].most + 1, FALSE}};
        for (gsize j = 0; j < G_N_ELEMENTS(values); j++) {
            g_autofree char *one = g_strdup_printf("%s=%u", bounds[i].name, values[j].value);
            char *const given[] = {one, NULL};
            g_autoptr(GError) error = NULL;
            Limits limits = {0};
            assert_int_equal(limits_parse(&limits, given, &error), values[j].taken);
            assert_true(values[j].taken == (error == NULL));
            if (values[j].taken)
                assert_int_equal(*(guint *)(gpointer)((char *)&limits + bounds[i].offset), values[j].value);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(xml_is_bounded),
        cmocka_unit_test(limits_of_an_input_are_bounded),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
