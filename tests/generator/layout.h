/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Layout: an invented meeting as a source for the typesetter, in the way of its house. */
#ifndef GENERATOR_LAYOUT_H
#define GENERATOR_LAYOUT_H

#include <libxml/tree.h>

#include "house.h"

/* Some have a table of contents, a signing service's stamp or an attachment, as `seed` has it. The
 * caller frees the result with xml_free(). */
xmlDoc *layout_meeting(const Meeting *meeting, const House *house, guint32 seed);

#endif
