/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Memory that has run out: the end of the program, said in one line. */
#ifndef MEMORY_H
#define MEMORY_H

/* To be called once. From then on the first allocation that fails ends the process with STATUS_LIMIT. Some
 * of the libraries would go on without what they asked for, and give a document that lacks it. */
void memory_begin(void);

#endif
