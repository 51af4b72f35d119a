/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reasons: why an input was not converted, as a closed list. */
#include "reason.h"

#include "base/xml.h"
#include "input.h"
#include "output.h"
#include "pages.h"
#include "session.h"

const char *const reason_names[] = {
#define X(constant, name, lasting, text) name,
    REASONS(X)
#undef X
        NULL,
};

gboolean reason_lasts(Reason reason)
{
    static const gboolean lasting[] = {
#define X(constant, name, lasting, text) lasting,
        REASONS(X)
#undef X
    };
    return lasting[reason];
}

/* XML that is wrong is that of the corrections: nothing else that is read with a PDF is XML of the user's. */
Reason reason_from_error(const GError *error)
{
    const struct {
        GQuark domain;
        int code; /* -1: any other */
        Reason reason;
    } meanings[] = {
        {INPUT_DOMAIN, INPUT_ERROR_MISSING, REASON_MISSING},
        {INPUT_DOMAIN, -1, REASON_UNREADABLE},
        {PAGES_DOMAIN, PAGES_ERROR_NOT_PDF, REASON_NOT_PDF},
        {PAGES_DOMAIN, PAGES_ERROR_ENCRYPTED, REASON_ENCRYPTED},
        {PAGES_DOMAIN, PAGES_ERROR_DAMAGED, REASON_DAMAGED},
        {PAGES_DOMAIN, PAGES_ERROR_NO_TEXT, REASON_SCAN},
        {PAGES_DOMAIN, PAGES_ERROR_EMPTY, REASON_EMPTY},
        {XML_DOMAIN, XML_ERROR_SCHEMA, REASON_INSTALLATION},
        {XML_DOMAIN, -1, REASON_CORRECTIONS},
        {PAGES_DOMAIN, PAGES_ERROR_TOO_MANY, REASON_LIMIT},
        {CAGE_DOMAIN, CAGE_ERROR_NONE, REASON_INSTALLATION},
        {CAGE_DOMAIN, CAGE_ERROR_CRASH, REASON_CRASH},
        {CAGE_DOMAIN, CAGE_ERROR_TRESPASS, REASON_CRASH},
        {CAGE_DOMAIN, -1, REASON_LIMIT},
        {OUTPUT_DOMAIN, -1, REASON_OUTPUT},
        {G_FILE_ERROR, -1, REASON_INSTALLATION},
        {SESSION_DOMAIN, SESSION_ERROR_OWN_XML, REASON_PROGRAM},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(meanings); i++)
        if (error->domain == meanings[i].domain && (meanings[i].code < 0 || error->code == meanings[i].code))
            return meanings[i].reason;
    return REASON_PROGRAM;
}
