# SPDX-License-Identifier: GPL-3.0-or-later
# Invents a meeting whose texts are strings of what means something in Markdown, HTML, YAML or a URL; with
# harmless=1 the same with a word for every text; with plain=1 without links.
#
# usage: awk -f invent.awk -v seed=N -v blocks=N [-v harmless=1] [-v plain=1]

function pick(list, n) { return list[1 + int(rand() * n)] }

function text(   s, n, i) {
    s = ""
    n = 1 + int(rand() * 7)
    for (i = 0; i < n; i++)
        s = s pick(tokens, token_count)
    if (s ~ /^[ \t]*$/)
        s = s "a"
    if (harmless)
        return "a"
    gsub(/&/, "\\&amp;", s)
    gsub(/</, "\\&lt;", s)
    gsub(/"/, "\\&quot;", s)
    return s
}

function marked(   s) { # with an element in the middle of it
    s = rand()
    if (s < 0.7 || plain)
        return text()
    if (s < 0.85)
        return text() "<lank till=\"" pick(links, link_count) "\">" text() "</lank>" text()
    return text() "<datum varde=\"2025-01-02\">" text() "</datum>" text()
}

function in_list() { return " lista=\"b" number + 1 "\"" } # that the next block begins
function open(name, more) { printf "<%s id=\"b%d\" sida=\"1\"%s>", name, ++number, more }
function trimmed(s) { gsub(/^[ \t]+|[ \t]+$/, "", s); return s == "" ? "a" : s }
function stressed(how) { open("stycke", how); printf "%s</stycke>\n", trimmed(text()) }
function block(name, more) { open(name, more); printf "%s</%s>\n", marked(), name }

BEGIN {
    srand(seed)
    token_count = split("# ## > - + = * ** _ __ ~ ~~ ` `` ``` ~~~ [ ] ( ) ! ![ ]( [x] [ ] [^1] [^1]: [a]: ]: <b> </b> <!-- --> <? ?> <![CDATA[ " \
        "<script> </script> <a href=x> <x@y.se> <http://x.se> & &amp; &lt; &#60; &#x3C; &copy &copy; \\ \\\\ \\* \\n | || :-: -- --- *** ___ === " \
        ":- 1. 1) 12. 0. http:// https://x.se/ https://x.se/a_b*c? http://x.se/&copy;=1 https://x.se/a|b www. www.x.se www.x.se/a_b* a@b.se xmpp:a@b.se mailto:a@b.se ftp://x.se ftp: " \
        "javascript:alert(1) data:text/html,x :smile: {{a}} {%a%} $x$ $$ \" ' ; : , . / ? % ^ @ a b ordet åäö § a_b a*b 3 42 ... --> ||| :: == +++ --- --- {#a} {.b} <br> <br/> \\| `|` %s", tokens, " ")
    tokens[++token_count] = " "; tokens[++token_count] = "  "; tokens[++token_count] = "    "; tokens[++token_count] = "\t"
    for (i = 0; i < 25; i++)
        tokens[++token_count] = " "
    link_count = split("https://x.se/ HTTP://x.se/a(b)c&amp;d=1 mailto:a@b.se #page=1 https://x.se/&quot;&gt;&lt;\\`|)] https://x.se/&amp;amp;&amp;copy; http://u:p@x.se/*_* https://x.se/a%20b", links, " ")

    print "<sammantrade xmlns=\"urn:sammandrag:sammantrade:1\" dokumenttyp=\"okand\"><inledning>"
    for (i = 0; i < blocks; i++) {
        kind = int(rand() * 12)
        if (kind == 6 || kind == 7 || kind == 11) # lists do not run together
            block("stycke")
        if (kind < 3) block("stycke")
        else if (kind == 3) { block("stycke"); block("stycke", " fortsatt=\"true\""); block("stycke", " fortsatt=\"true\"") }
        else if (kind == 4) stressed(" fet=\"true\"")
        else if (kind == 5) stressed(" kursiv=\"true\"")
        else if (kind == 6) { list = in_list(); block("punkt", list " niva=\"1\" markor=\"•\""); block("punkt", in_list() " niva=\"2\" markor=\"•\""); block("punkt", list " niva=\"1\" markor=\"•\"") }
        else if (kind == 7) { list = in_list(); block("punkt", list " niva=\"1\" markor=\"7.\""); block("punkt", list " niva=\"1\" markor=\"8.\"") }
        else if (kind == 8) block("rubrik", " niva=\"2\"")
        else if (kind == 9) {
            open("uppgift")
            printf "<rad sida=\"1\"><cell>%s</cell><cell>%s</cell></rad><rad sida=\"1\"><cell>%s</cell></rad></uppgift>\n", trimmed(text()), marked(), text()
        } else if (kind == 10) {
            open("tabell")
            printf "<rad sida=\"1\"><cell rubrik=\"true\">%s</cell><cell rubrik=\"true\">%s</cell></rad>", text(), text()
            printf "<rad sida=\"1\"><cell>%s</cell><cell>%s</cell></rad></tabell>\n", marked(), marked()
        } else {
            block("punkt", in_list() " niva=\"1\" markor=\"•\"")
            block("stycke")
        }
    }
    print "</inledning></sammantrade>"
}
