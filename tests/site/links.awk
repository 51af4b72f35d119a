# SPDX-License-Identifier: GPL-3.0-or-later
# Writes the links of a folder of pages that lead nowhere, ids that stand twice on a page, and pages that no path of links
# leads to from the front page.
#
# usage: cd SITE && find . -type f | LC_ALL=C sort >LIST && xargs awk -f links.awk -v list=LIST <PAGES
#
# The pages come from XSLT's HTML: attributes stand between double quotes. Links to other hosts are not followed.

BEGIN {
    while ((getline path <list) > 0) {
        sub(/^\.\//, "", path)
        files[path] = 1
    }
}

FNR == 1 {
    page = FILENAME
    sub(/^\.\//, "", page)
}

{
    rest = $0
    while (match(rest, /[ \t](href|src|id|content)="[^"]*"/)) {
        attribute = substr(rest, RSTART + 1, RLENGTH - 2)
        rest = substr(rest, RSTART + RLENGTH - 1)
        name = attribute
        sub(/=.*/, "", name)
        value = substr(attribute, length(name) + 3)
        gsub(/&amp;/, "\\&", value)
        if (name == "id") {
            if ((page "#" value) in ids)
                print page ": id " value " stands twice"
            ids[page "#" value] = 1
        } else if (name != "content") {
            pages[++count] = page
            links[count] = value
        }
    }
}

# The path that `link` on `page` leads to; "" above the site.
function target(page, link,    parts, n, i, kept, m, path) {
    if (link == "")
        return page
    path = substr(link, 1, 1) == "/" ? link : page
    if (path == page) {
        sub(/[^\/]*$/, "", path)
        path = path link
    }
    n = split(path, parts, "/")
    m = 0
    for (i = 1; i <= n; i++) {
        if (parts[i] == "..") {
            if (m-- == 0)
                return ""
        } else if (parts[i] != "." && parts[i] != "")
            kept[++m] = parts[i]
    }
    path = ""
    for (i = 1; i <= m; i++)
        path = path (i > 1 ? "/" : "") kept[i]
    if (parts[n] == "" || parts[n] == "." || parts[n] == "..")
        path = path (m > 0 ? "/" : "") "index.html"
    return path
}

END {
    for (i = 1; i <= count; i++) {
        link = links[i]
        if (link ~ /^(https?:|mailto:|urn:)/)
            continue
        fragment = ""
        if (match(link, /#/)) {
            fragment = substr(link, RSTART + 1)
            link = substr(link, 1, RSTART - 1)
        }
        path = target(pages[i], link)
        to[i] = path
        if (link ~ /^[a-z]+:/ || !(path in files))
            print pages[i] ": link to " links[i]
        else if (fragment != "" && path ~ /\.html$/ && !((path "#" fragment) in ids))
            print pages[i] ": link to " links[i] ", which has no such place"
    }
    if (count == 0)
        print "no links found"
    reached["index.html"] = 1
    for (more = 1; more;) {
        more = 0
        for (i = 1; i <= count; i++)
            if ((pages[i] in reached) && !(to[i] in reached))
                more = reached[to[i]] = 1
    }
    for (path in files)
        if (path ~ /\.html$/ && !(path in reached))
            print path ": nothing leads there"
}
