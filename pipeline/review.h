/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The command review: the personal data of each file of minutes, for a reviewer to decide about. */
#ifndef REVIEW_H
#define REVIEW_H

#include "command.h"
#include "session.h"

Status review(Session *session);

#endif
