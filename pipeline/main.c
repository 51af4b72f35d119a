/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program: one call of command(). */
#include <stdio.h>

#include "command.h"

int main(int argc, char **argv)
{
    return command(argc, argv, stdin, stdout, stderr);
}
