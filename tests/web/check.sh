#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Checks HTML with the Nu checker, html-validate and axe-core in headless Chromium: no error and no
# warning, WCAG 2.2 AA, wide and narrow, light and dark.
#
# usage: [BUILD=build] tests/web/check.sh [FILE.html...]     without files: all goldens of samples/, and minutes
#                                                            made of attacks, in which no script may run
#
# Needs Java, Node and Chromium. What it takes from npm is pinned in package-lock.json and put into
# $BUILD/web. Prints "ok CHECK FILE" or "FAILED CHECK FILE" a line, findings before it.
set -u
here=$(cd "$(dirname "$0")" && pwd)
web=${BUILD:-build}/web

attacks=
if [ $# -eq 0 ]; then
    attacks=yes
    set -- samples/*/minutes*.html
    [ -f "$1" ] || { echo "FAILED no HTML in samples/"; exit 1; }
fi

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

status=0
verdict() { # EXIT-STATUS CHECK FILE
    if [ "$1" -eq 0 ]; then
        echo "ok $2 $3"
    else
        echo "FAILED $2 $3"
        status=1
    fi
}

# One start of Java for all files; its messages begin with "file:…/NAME":LINE.
java -jar "$web/node_modules/vnu-jar/build/dist/vnu.jar" --Werror "$@" >"$web/vnu.log" 2>&1
nu=$?
for file; do
    if grep -F "/$(basename "$file")\"" "$web/vnu.log"; then
        verdict 1 nu "$file"
    else
        verdict 0 nu "$file"
    fi
    "$web/node_modules/.bin/html-validate" --config "$here/html-validate.json" "$file"
    verdict $? html-validate "$file"
done
if [ "$nu" -ne 0 ] && [ "$status" -eq 0 ]; then
    cat "$web/vnu.log"
    verdict 1 nu "all files"
fi

NODE_PATH=$web/node_modules node "$here/axe.js" "$@" || status=1

if [ -n "$attacks" ]; then
    words="\"><script>fetch('http://127.0.0.1:9/');window.harmed=1</script><img src=x onerror=harmed=1>' onmouseover=harmed=1 x=' </title></style></textarea><!--{{a}}"
    rm -rf "$web/attacks"
    mkdir "$web/attacks"
    SAMMANDRAG=${SAMMANDRAG:-${BUILD:-build}/sammandrag} tests/attacks/poisoned.sh "$web/attacks" html "$words" || status=1
    set --
    for file in "$web"/attacks/*.attack.html; do
        set -- "$@" "$file" "${file%.attack.html}.harmless.html"
    done
    NODE_PATH=$web/node_modules node "$here/safe.js" "$words" "$@" || status=1
    java -jar "$web/node_modules/vnu-jar/build/dist/vnu.jar" --errors-only "$web"/attacks/*.attack.html
    verdict $? nu "minutes made of attacks"
fi
exit $status
