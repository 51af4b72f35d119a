/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The signals as XML: which field of the model is which Swedish element or attribute. */
#include "digest_signals.h"

const char *const digest_part_names[] = {"bevakat", "omstritt", "pengar", "framat", "ovrigt", NULL};

const char *const signal_names[] = {
#define X(constant, code) code,
    SIGNAL_KINDS(X)
#undef X
        NULL,
};

static const ModelField signal_fields[] = {
    {FIELD_ENUM, "typ", offsetof(Signal, kind), .names = signal_names},
    {FIELD_INT, "vikt", offsetof(Signal, weight), .always = true},
    {FIELD_INT, "hogst", offsetof(Signal, most)},
    {FIELD_INT, "grans", offsetof(Signal, margin)},
    {FIELD_STRING, "text", offsetof(Signal, text)},
    {FIELD_STRINGS, "ord", offsetof(Signal, words)},
    FIELD_END,
};
const ModelType signal_type = {.name = "signal", .size = sizeof(Signal), .fields = signal_fields};

static const ModelField part_fields[] = {
    {FIELD_ENUM, "typ", offsetof(SignalPart, kind), .names = digest_part_names},
    {FIELD_INT, "visas", offsetof(SignalPart, shown), .always = true},
    {FIELD_INT, "tur", offsetof(SignalPart, turn), .absent = 1},
    {FIELD_INT, "minst", offsetof(SignalPart, least)},
    FIELD_END,
};
static const ModelType part_type = {.name = "del", .size = sizeof(SignalPart), .fields = part_fields};

static const ModelField signals_fields[] = {
    {FIELD_STRING, "namn", offsetof(Signals, name)},
    {FIELD_INT, "ordgrans", offsetof(Signals, most_words)},
    {FIELD_INT, "citatgrans", offsetof(Signals, most_quoted)},
    {FIELD_MANY, "del", offsetof(Signals, parts), .type = &part_type},
    {FIELD_MANY, "signal", offsetof(Signals, signals), .type = &signal_type},
    FIELD_END,
};
const ModelType signals_type = {.name = "signaler", .size = sizeof(Signals), .fields = signals_fields};
