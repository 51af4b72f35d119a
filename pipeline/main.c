/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program: one call of command(). */
#include <stdio.h>

#include "command.h"
#include "memory.h"
#include "output.h"

int main(int argc, char **argv)
{
    output_begin();
    memory_begin();
    return command(argc, argv, stdin, stdout, stderr);
}
