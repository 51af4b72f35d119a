# SPDX-License-Identifier: GPL-3.0-or-later
# Compares the words of documents, one a line, that two forms have: the first may say that a stretch is said in one form or
# in the other, or that the order of its words is free. Writes for each document that differs where it does.
#
# usage: awk -v what="html and txt" -f compare.awk NAMES FIRST SECOND

FILENAME == ARGV[1] { name[++names] = $0; next }
FILENAME == ARGV[2] { a[++n] = $0; next }
{ b[++m] = $0 }

END {
    j = 1
    document = 0
    for (i = 1; i <= n;) {
        if (a[i] == "nyttdokument") {
            if (document && !lost && b[j] != "nyttdokument")
                differ(i, j)
            while (j <= m && b[j] != "nyttdokument")
                j++
            j++
            i++
            document++
            lost = 0
        } else if (lost) {
            i++
        } else if (a[i] == "huvudborjar") {
            delete count
            for (i++; a[i] != "huvudslut"; i++) {
                count[a[i]]++
                count[b[j++]]--
            }
            for (word in count)
                if (count[word] != 0 && !lost)
                    differ(i - 1, j - 1)
            i++
        } else if (a[i] == "endaform") {
            middle = find("andraform", i)
            end = find("formslut", middle)
            if (follows(i + 1, middle, j, end))
                j += middle - i - 1
            else if (follows(middle + 1, end, j, end))
                j += end - middle - 1
            else
                differ(i + 1, j)
            i = end + 1
        } else if (a[i] != b[j]) {
            differ(i, j)
        } else {
            i++
            j++
        }
    }
    if (!lost && j <= m)
        differ(n, j)
    if (document != names)
        print what ": " document " documents of " names
}

function find(word, i) {
    while (i <= n && a[i] != word)
        i++
    return i
}

# The words from i to before `to`, and some of those after `end`, stand at j of the second.
function follows(i, to, j, end,   k) {
    for (; i < to; i++)
        if (a[i] != b[j++])
            return 0
    for (k = end + 1; k <= n && k <= end + 6; k++) {
        if (a[k] ~ /^(endaform|huvudborjar|nyttdokument)$/)
            break
        if (a[k] != b[j++])
            return 0
    }
    return 1
}

function differ(i, j,   k, first, second) {
    for (k = i - 4; k < i + 8; k++)
        first = first " " a[k]
    for (k = j - 4; k < j + 8; k++)
        second = second " " b[k]
    print what ": " name[document] ": \"" first " \" is \"" second " \""
    lost = 1
}
