/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Signals: what makes an item stand where it does in a digest, and how much each counts. */
#include "digest_signals.h"

#include <string.h>

#include "base/text.h"

Signals *signals_from_xml(xmlDoc *doc, GError **error)
{
    Signals *signals = g_new0(Signals, 1);
    signals->chunk = g_string_chunk_new(1024);
    if (!model_from_xml(&signals_type, SIGNALS_NAMESPACE, doc, signals, signals->chunk, error))
        g_clear_pointer(&signals, signals_free);
    return signals;
}

void signals_free(Signals *signals)
{
    if (!signals)
        return;
    model_clear(&signals_type, signals);
    g_string_chunk_free(signals->chunk);
    g_free(signals);
}

const Signal *signals_find(const Signals *signals, SignalKind kind)
{
    for (guint i = 0; signals->signals && i < signals->signals->len; i++)
        if (g_array_index(signals->signals, Signal, i).kind == kind)
            return &g_array_index(signals->signals, Signal, i);
    return NULL;
}

SignalPart signals_part(const Signals *signals, DigestPartKind kind)
{
    for (guint i = 0; signals->parts && i < signals->parts->len; i++)
        if (g_array_index(signals->parts, SignalPart, i).kind == kind)
            return g_array_index(signals->parts, SignalPart, i);
    return (SignalPart){.kind = kind, .turn = 1};
}

const char *signals_word(const Signals *signals, SignalKind kind, const char *text)
{
    const Signal *signal = signals_find(signals, kind);
    for (guint i = 0; signal && signal->words && i < signal->words->len; i++) {
        const char *word = g_array_index(signal->words, const char *, i);
        if (text_find_word(text, word, NULL))
            return word;
    }
    return NULL;
}
