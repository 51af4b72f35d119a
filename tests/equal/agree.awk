# SPDX-License-Identifier: GPL-3.0-or-later
# Each line of the second file stands in the first: "ADDRESS säger WORDS". Writes of those that do not what differs.
#
# usage: awk -v what="feed and page" -f agree.awk FIRST SECOND

{ address = substr($0, 1, index($0, " säger ")) }
FILENAME == ARGV[1] { lines[$0]; said[address] = $0; next }
!($0 in lines) { print what ": " address ": " (address in said ? differ(said[address], $0) : "is not there") }

function differ(first, second,   n, a, b, i, there, here) {
    n = split(first, a, " ")
    split(second, b, " ")
    for (i = 1; i <= n && a[i] == b[i];)
        i++
    for (n = i - 4; n < i + 8; n++) {
        there = there " " a[n]
        here = here " " b[n]
    }
    return "\"" there " \" is \"" here " \""
}
