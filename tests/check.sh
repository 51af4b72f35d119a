# SPDX-License-Identifier: GPL-3.0-or-later
# Sourced by the check_*.sh: runs rules, which are functions that write what breaks them.
# shellcheck shell=sh

failures=0

# Runs the function named $1 (arguments follow); its name, with blanks, is the name of the check.
check() {
    name=$(echo "$1" | tr _ ' ')
    broken=$("$@" 2>&1)
    if [ -z "$broken" ]; then
        echo "ok $name"
    else
        echo "$broken" | sed "s/^/FAILED $name: /"
        failures=$((failures + 1))
    fi
}

# Ends the script: non-zero when a rule was broken.
finish() {
    [ "$failures" -eq 0 ]
    exit
}
