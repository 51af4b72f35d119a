#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Checks HTML with the Nu checker, html-validate and axe-core in headless Chromium: no error and no
# warning, WCAG 2.2 AA, wide and narrow, light and dark. Pages of a site are also used with 200 % zoom and by keyboard.
#
# usage: [BUILD=build] tests/web/check.sh [FILE.html...]     without files: all goldens of samples/, the report of a
#                                                            batch, a review, every kind of page of a site, and minutes
#                                                            made of attacks, in which no script may run
#
# Needs Java, Node and Chromium. What it takes from npm is pinned in package-lock.json and put into
# $BUILD/web. Prints "ok CHECK FILES" or "FAILED CHECK FILES" a line, findings before it.
set -u
here=$(cd "$(dirname "$0")" && pwd)
web=${BUILD:-build}/web
program=${SAMMANDRAG:-${BUILD:-build}/sammandrag}

mkdir -p "$web"
web=$(cd "$web" && pwd)
if ! cmp -s "$here/package-lock.json" "$web/package-lock.json" || [ ! -d "$web/node_modules" ]; then
    cp "$here/package.json" "$here/package-lock.json" "$web/"
    (cd "$web" && PUPPETEER_SKIP_DOWNLOAD=1 npm ci --ignore-scripts --no-audit --no-fund >npm.log 2>&1) || {
        cat "$web/npm.log"
        rm -f "$web/package-lock.json"
        echo "FAILED npm ci"
        exit 1
    }
fi
export NODE_PATH="$web/node_modules"

status=0
verdict() { # EXIT-STATUS CHECK FILES
    if [ "$1" -eq 0 ]; then
        echo "ok $2 $3"
    else
        echo "FAILED $2 $3"
        status=1
    fi
}

# What can be told from the files alone; messages begin with their names.
static_checks() { # NAME FILE...
    name=$1
    shift
    java -jar "$web/node_modules/vnu-jar/build/dist/vnu.jar" --Werror "$@"
    verdict $? nu "$name, $# files"
    "$web/node_modules/.bin/html-validate" --config "$here/html-validate.json" "$@"
    verdict $? html-validate "$name, $# files"
}

# A run over a file that is whole and one that is broken; a review with something of every kind to see.
make_reports() {
    rm -rf "$web/reports" "$web/batch"
    mkdir -p "$web/reports" "$web/batch/in"
    cp samples/ekdal-kommunstyrelse/minutes.pdf "$web/batch/in/whole.pdf"
    head -c 999 "$web/batch/in/whole.pdf" >"$web/batch/in/broken.pdf"
    "$program" batch --quiet -o "$web/batch/out" "$web/batch/in"
    "$program" report --to html "$web/batch/out" >"$web/reports/run.html"
    sed 's|</stycke>| 811228-9874, 070-123 45 67, nils.ek@example.org, Storgatan 5, 123 45 Ekdal.&|' \
        samples/ekdal-kommunstyrelse/minutes.xml >"$web/batch/planted.xml"
    "$program" review --quiet --to html "$web/batch/planted.xml" >"$web/reports/review.html"
}

# Of the meetings of tests/site, and one with votes of the other kinds: secret and settled by the chair; without names;
# with names that have no party and a number that differs; and with words of another language.
make_site() {
    rm -rf "$web/meetings" "$web/site"
    mkdir -p "$web/meetings"
    tests/site/meetings.sh "$web/meetings"
    sed -E -e 's/(<datum sida="1"[^>]*>)2025-06-16/\12025-09-22/' -e 's/ sha256="[0-9a-f]{8}/ sha256="00000000/' \
        -e '/id="p74-votering1"/,/<\/votering>/ { s/<votering /&sluten="true" avgorande="utslagsrost" /; /<rost /d }' \
        -e '/id="p75-votering1"/,/<\/votering>/ { s/ ja="11"/ ja="12"/; s/ (kontrollerad="true"|parti="M"|ja-betyder="[^"]*"|nej-betyder="[^"]*")//g }' \
        -e 's/(<stycke id="b106"[^>]*>).*(<\/stycke>)/\1The council has to decide what is to be done with the old harbour, and by whom.\2/' \
        samples/aspvik-fullmaktige/minutes.xml >"$web/meetings/votes.xml"
    printf '<svg xmlns="http://www.w3.org/2000/svg" width="80" height="40"><circle cx="20" cy="20" r="18"/></svg>' >"$web/logo.svg"
    "$program" site --quiet "$web/meetings" -o "$web/site" --title 'Protokoll i Ekdal' --logo "$web/logo.svg" \
        --colors '#ffd500,#7a1f2b' --watch motion --base-url https://example.org/p/
    verdict $? made site
}

if [ $# -gt 0 ]; then
    static_checks files "$@"
    node "$here/axe.js" "$@" || status=1
    exit $status
fi

static_checks samples samples/*/minutes*.html
static_checks digest tests/digest/samples.html
make_reports
static_checks reports "$web"/reports/*.html
make_site
set --
for kind in start organ ar sammantrade protokoll arende fall bevakning tillganglighet; do
    files=$(grep -rl --include=index.html "class=\"slag-$kind\"" "$web/site") || echo "FAILED no page of kind $kind"
    # shellcheck disable=SC2086 # no name of a site has blanks
    static_checks "$kind" $files
    # The largest pages of a kind have most in them.
    # shellcheck disable=SC2012,SC2046,SC2086
    set -- "$@" $(ls -S $files | head -n 2)
done
for words in 'Sluten omröstning' 'Ordförandens utslagsröst' 'stämmer inte överens' 'utan angivet parti' 'lang="en"' 'Vad som har ändrats'; do
    grep -rqF --include=index.html "$words" "$web/site"
    verdict $? shown "$words"
done
node "$here/site.js" "$web/site" "$@" || status=1
node "$here/axe.js" samples/*/minutes*.html tests/digest/samples.html "$web"/reports/*.html "$@" || status=1

# The item for a news desk: the samples', and one that says nothing right.
node "$here/ninjs.js" tests/digest/samples.ninjs || status=1
sed 's/"versionCreated": "/&in /; s/"standard"/"nonstandard"/' tests/digest/samples.ninjs >"$web/wrong.ninjs"
! node "$here/ninjs.js" "$web/wrong.ninjs" >"$web/ninjs.log" 2>&1
verdict $? refused "what is no ninjs"

words="\"><script>fetch('http://127.0.0.1:9/');window.harmed=1</script><img src=x onerror=harmed=1>' onmouseover=harmed=1 x=' </title></style></textarea><!--{{a}}"
rm -rf "$web/attacks"
mkdir "$web/attacks"
SAMMANDRAG=$program tests/attacks/poisoned.sh "$web/attacks" html "$words" || status=1
set --
for file in "$web"/attacks/*.attack.html; do
    set -- "$@" "$file" "${file%.attack.html}.harmless.html"
done

# Sites of them: the largest page of each kind, and that which stands for it; addresses are in the same order. What is
# shown depends on how long words are and how they end, so the harmless ones are so too.
harmless=$(printf %s "$words" | sed 's/[<>"=/]/x/g; s/'"'"'/x/g; s/^.\{7\}/Harmlos/')
for kind in attack harmless; do
    title=$harmless
    [ $kind = harmless ] || title=$words
    mkdir "$web/attacks/$kind"
    cp "$web"/attacks/*.minutes.$kind.xml "$web/attacks/$kind"
    [ $kind = attack ] || sed -i "s/Harmlos/$harmless/g" "$web/attacks/$kind"/*.xml
    "$program" site --quiet --title "$title" --watch kommunen -o "$web/attacks/$kind.www" "$web/attacks/$kind"
    {
        printf '%s\n' '' tillganglighet/ bevakning/kommunen/
        xmllint --xpath '//@adress' "$web/attacks/$kind.www/webbplats.xml" | sed 's/.*="//; s/"$//'
        xmllint --xpath '//*[local-name() = "sammantrade"]/@adress' "$web/attacks/$kind.www/webbplats.xml" | sed 's/.*="//; s/"$/protokoll\//'
    } >"$web/attacks/$kind.addresses"
done
paste "$web/attacks/attack.addresses" "$web/attacks/harmless.addresses" >"$web/attacks/pairs"
for kind in start organ ar sammantrade protokoll arende fall bevakning tillganglighet; do
    # shellcheck disable=SC2046,SC2012 # no name of a site has blanks
    largest=$(ls -S $(grep -rl --include=index.html "class=\"slag-$kind\"" "$web/attacks/attack.www") | head -n 1)
    address=${largest#"$web/attacks/attack.www/"}
    address=${address%index.html}
    other=$(awk -F'\t' -v address="$address" '$1 == address { print $2; exit }' "$web/attacks/pairs")
    set -- "$@" "$largest" "$web/attacks/harmless.www/${other}index.html"
done
node "$here/safe.js" "$words" "$@" || status=1
java -jar "$web/node_modules/vnu-jar/build/dist/vnu.jar" --errors-only "$web"/attacks/*.attack.html "$web"/attacks/attack.www/index.html "$web"/attacks/attack.www/*/*/*/index.html
verdict $? nu "minutes made of attacks"
exit $status
