#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Each header compiles alone.
exec make --no-print-directory -s headers
