# SPDX-License-Identifier: GPL-3.0-or-later
# Reads an iCalendar object by RFC 5545 and writes a line for each rule that it breaks; only the components and
# properties that a calendar of meetings needs are known, each with its type and how often it may stand.
#
# usage: LC_ALL=C awk -f ical.awk FILE.ics
# With text=1 it writes the texts instead, unescaped, a line each: NAME<tab>TEXT, line breaks as blanks.

function wrong(rule) { if (!text) print FILENAME ":" NR ": " rule }

# COMPONENT PROPERTY TYPE COUNT: 1 once, ? at most once, * any number.
function allow(component, property, type, count) { types[component, property] = type; counts[component, property] = count }

BEGIN {
    RS = "\n"
    allow("VCALENDAR", "PRODID", "TEXT", 1); allow("VCALENDAR", "VERSION", "TEXT", 1)
    allow("VCALENDAR", "CALSCALE", "TEXT", "?"); allow("VCALENDAR", "METHOD", "TEXT", "?")
    allow("VCALENDAR", "X-WR-CALNAME", "TEXT", "?"); allow("VCALENDAR", "NAME", "TEXT", "*")
    allow("VCALENDAR", "URL", "URI", "?"); allow("VCALENDAR", "SOURCE", "URI", "?"); allow("VCALENDAR", "REFRESH-INTERVAL", "DURATION", "?")
    allow("VEVENT", "UID", "TEXT", 1); allow("VEVENT", "DTSTAMP", "UTC", 1); allow("VEVENT", "DTSTART", "WHEN", 1)
    allow("VEVENT", "DTEND", "WHEN", "?"); allow("VEVENT", "DURATION", "DURATION", "?"); allow("VEVENT", "SUMMARY", "TEXT", "?")
    allow("VEVENT", "DESCRIPTION", "TEXT", "?"); allow("VEVENT", "LOCATION", "TEXT", "?"); allow("VEVENT", "URL", "URI", "?")
    allow("VEVENT", "CATEGORIES", "TEXTS", "*"); allow("VEVENT", "TRANSP", "TEXT", "?"); allow("VEVENT", "CLASS", "TEXT", "?")
    allow("VEVENT", "RELATED-TO", "TEXT", "*"); allow("VEVENT", "STATUS", "TEXT", "?"); allow("VEVENT", "SEQUENCE", "INTEGER", "?")
    allow("VTIMEZONE", "TZID", "TEXT", 1)
    for (i = split("STANDARD DAYLIGHT", parts, " "); i > 0; i--) {
        allow(parts[i], "DTSTART", "LOCAL", 1); allow(parts[i], "TZOFFSETFROM", "OFFSET", 1); allow(parts[i], "TZOFFSETTO", "OFFSET", 1)
        allow(parts[i], "TZNAME", "TEXT", "*"); allow(parts[i], "RRULE", "RECUR", "?")
    }
    inside["VEVENT"] = inside["VTIMEZONE"] = "VCALENDAR"
    inside["STANDARD"] = inside["DAYLIGHT"] = "VTIMEZONE"
    for (i = 0; i < 256; i++)
        octet[sprintf("%c", i)] = i
}

# A physical line: its end, its length, and whether the fold before it parts a character.
{
    if (!sub(/\r$/, ""))
        wrong("3.1: the line does not end in CR LF")
    if (length($0) > 75)
        wrong("3.1: " length($0) " octets in a line")
    if ($0 ~ /[\001-\010\012-\037\177]/)
        wrong("3.1: a control character")
    if ($0 ~ /^[ \t]/) {
        second = octet[substr($0, 2, 1)]
        if (second >= 128 && second < 192)
            wrong("3.1: a fold within a character")
        line = line substr($0, 2)
    } else {
        if (NR > 1)
            content(line)
        line = $0
    }
}

END {
    content(line)
    if (depth != 0)
        wrong("3.6: " stack[depth] " is not ended")
    if (!objects)
        wrong("3.4: no iCalendar object")
    for (id in used)
        if (!(id in zones))
            wrong("3.2.19: no VTIMEZONE for " id)
}

function content(line,   name, value, parameters, here) {
    if (!match(line, /^[A-Za-z0-9-]+/)) {
        wrong("3.1: no name: " line)
        return
    }
    name = toupper(substr(line, 1, RLENGTH))
    line = substr(line, RLENGTH + 1)
    parameters = ""
    while (match(line, /^;[A-Za-z0-9-]+=("[^"]*"|[^";:,]*)(,("[^"]*"|[^";:,]*))*/)) {
        parameters = parameters substr(line, 1, RLENGTH)
        line = substr(line, RLENGTH + 1)
    }
    if (substr(line, 1, 1) != ":") {
        wrong("3.1: no value after " name parameters)
        return
    }
    value = substr(line, 2)
    if (name == "BEGIN")
        begin(value)
    else if (name == "END")
        end(value)
    else {
        here = stack[depth]
        if (!((here, name) in types))
            wrong("3.6: " name " in " (here == "" ? "nothing" : here))
        seen[depth, name]++
        check_value(types[here, name], name, parameters, value)
        if (name == "UID" && uids[value]++)
            wrong("3.8.4.7: UID twice: " value)
        if (name == "TZID")
            zones[value] = 1
    }
}

function begin(component) {
    if (component == "VCALENDAR" ? depth != 0 : inside[component] != stack[depth] || depth == 0)
        wrong("3.6: " component " in " (depth ? stack[depth] : "nothing"))
    stack[++depth] = component
    children[depth] = 0
    children[depth - 1]++
    objects++
}

function end(component,   key, parts) {
    if (stack[depth] != component)
        wrong("3.6: END:" component " ends " stack[depth])
    for (key in counts) {
        split(key, parts, SUBSEP)
        if (parts[1] != component)
            continue
        if (counts[key] == "1" && !seen[depth, parts[2]])
            wrong("3.6: " component " without " parts[2])
        if (counts[key] != "*" && seen[depth, parts[2]] > 1)
            wrong("3.6: " component " has " parts[2] " twice")
    }
    if (component == "VCALENDAR" && !children[depth])
        wrong("3.6: VCALENDAR without a component")
    if (seen[depth, "DTEND"] && seen[depth, "DURATION"])
        wrong("3.6.1: DTEND and DURATION")
    if (component == "VEVENT" && seen[depth, "DTEND"] && !(last["DTEND"] > last["DTSTART"]))
        wrong("3.8.2.2: the event does not end after it starts")
    for (key in seen) {
        split(key, parts, SUBSEP)
        if (parts[1] == depth)
            delete seen[key]
    }
    if (depth > 0)
        depth--
}

function check_value(type, name, parameters, value,   id) {
    last[name] = value
    if (type == "TEXT" || type == "TEXTS") {
        id = value
        gsub(/\\[\\;,nN]/, "", id)
        if (type == "TEXTS")
            gsub(/,/, "", id)
        if (id ~ /[\\;,]/)
            wrong("3.3.11: not escaped: " name ":" value)
        if (text)
            print name "\t" unescaped(value)
    } else if (type == "WHEN" && parameters ~ /;VALUE=DATE(;|$)/) {
        if (!day(value) || length(value) != 8)
            wrong("3.3.4: no date: " name ":" value)
    } else if (type == "WHEN" && parameters ~ /;TZID=/) {
        id = parameters
        sub(/.*;TZID=/, "", id)
        sub(/[;].*/, "", id)
        used[id] = 1
        if (!moment(value) || value ~ /Z$/)
            wrong("3.3.5: no local time: " name ":" value)
    } else if (type == "UTC" || type == "WHEN") {
        if (!moment(value) || value !~ /Z$/)
            wrong("3.3.5: no UTC time: " name ":" value)
    } else if (type == "LOCAL") {
        if (!moment(value) || value ~ /Z$/)
            wrong("3.3.5: no local time: " name ":" value)
    } else if (type == "DURATION") {
        if (value !~ /^[+]?P([0-9]+W|[0-9]+D|([0-9]+D)?T([0-9]+H)?([0-9]+M)?([0-9]+S)?)$/ || value ~ /T$/)
            wrong("3.3.6: no duration: " name ":" value)
    } else if (type == "OFFSET") {
        if (value !~ /^[+-][0-9][0-9][0-5][0-9]$/)
            wrong("3.3.14: no offset: " name ":" value)
    } else if (type == "RECUR") {
        if (value !~ /^FREQ=YEARLY;(BYMONTH=[0-9]+;BYDAY=-?[0-9][A-Z][A-Z]|BYDAY=-?[0-9][A-Z][A-Z];BYMONTH=[0-9]+)(;UNTIL=[0-9]+T[0-9]+Z)?$/)
            wrong("3.3.10: no rule: " name ":" value)
    } else if (type == "URI") {
        if (value !~ /^https?:\/\/[^ "<>\\^`{|}]+$/)
            wrong("3.3.13: no address of the web: " name ":" value)
    } else if (type == "INTEGER" && value !~ /^[0-9]+$/)
        wrong("3.3.8: no number: " name ":" value)
}

function day(value,   year, month) {
    if (value !~ /^[0-9][0-9][0-9][0-9][01][0-9][0-3][0-9]/)
        return 0
    year = substr(value, 1, 4)
    month = substr(value, 5, 2) + 0
    leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0
    split("31 " (leap ? 29 : 28) " 31 30 31 30 31 31 30 31 30 31", days, " ")
    return month >= 1 && month <= 12 && substr(value, 7, 2) + 0 >= 1 && substr(value, 7, 2) + 0 <= days[month]
}

function moment(value) { return value ~ /^[0-9]+T([01][0-9]|2[0-3])[0-5][0-9][0-5][0-9]Z?$/ && length(value) <= 16 && day(value) }

function unescaped(value,   result, c) {
    result = ""
    while (match(value, /\\./)) {
        c = substr(value, RSTART + 1, 1)
        result = result substr(value, 1, RSTART - 1) (c == "n" || c == "N" ? " " : c)
        value = substr(value, RSTART + 2)
    }
    return result value
}
