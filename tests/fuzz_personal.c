/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fuzz target: bytes as the XML of a meeting, from which all is masked that is personal: what is left is
 * valid and has no word of it. */
#include "fuzz.h"

#include <string.h>

#include "base/text.h"

/* Names within the XML and words of the program, which are none of the document's. */
static bool is_kept(const char *attribute)
{
    static const char *const kept[] = {"id",     "block", "sha256",  "program",
                                       "profil", "regel", "yrkande", "votering"};
    for (gsize i = 0; i < G_N_ELEMENTS(kept); i++)
        if (strcmp(attribute, kept[i]) == 0)
            return true;
    return false;
}

/* Stops where one of the words stands in `s`, not inside a longer one. */
static void look_for(const Personal *personal, const char *s)
{
    for (const char *p = s; *p; p = g_utf8_next_char(p)) {
        if (p > s && text_is_letter_or_digit(g_utf8_get_char(g_utf8_prev_char(p))))
            continue;
        for (guint i = 0; i < personal->findings->len; i++) {
            const PersonalFinding *finding = &g_array_index(personal->findings, PersonalFinding, i);
            gsize length = strlen(finding->words);
            if (personal_is_masked(finding) && !personal_is_local(finding) &&
                strncmp(p, finding->words, length) == 0 &&
                !text_is_letter_or_digit(g_utf8_get_char(p + length)))
                g_error("\"%s\" is left in \"%.80s\"", finding->words, p);
        }
    }
}

static void look_in(const Personal *personal, xmlNode *node)
{
    bool text = false;
    for (xmlNode *child = node->children; child; child = child->next)
        text = text || (child->type == XML_TEXT_NODE && !xmlIsBlankNode(child));
    if (text) {
        xmlChar *content = xmlNodeGetContent(node);
        look_for(personal, (const char *)content);
        xmlFree(content);
    }
    for (xmlAttr *attribute = node->properties; attribute; attribute = attribute->next) {
        xmlChar *value = xmlNodeGetContent((xmlNode *)attribute);
        if (!is_kept((const char *)attribute->name))
            look_for(personal, (const char *)value);
        xmlFree(value);
    }
    for (xmlNode *child = xmlFirstElementChild(node); child; child = xmlNextElementSibling(child))
        look_in(personal, child);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    Resources *resources = fuzz_resources();
    xmlSchema *schema = resources_schema(resources, FORMAT_MEETING, NULL);
    xmlDoc *doc = xml_read((const char *)data, size, "input", NULL);
    Document document, again;
    if (doc && xml_validate(schema, doc, "input", NULL) &&
        document_from_xml(&document, FORMAT_MEETING, doc, NULL)) {
        g_autoptr(Personal) personal =
            personal_from_meeting(document.meeting, resources_profile(resources, NULL, NULL));
        personal_mask(personal, document.meeting);
        xmlDoc *public = document_to_xml(&document);
        look_in(personal, xmlDocGetRootElement(public));
        xml_free(public);
        fuzz_read_back(&document, &again);
        document_clear(&again);
        document_clear(&document);
    }
    xml_free(doc);
    return 0;
}
