#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Holds the schemas: they document every name, agree with the code, and accept what is in samples/ and profiles/.
#
# Two validators look at each file: libxml2's, which the program uses, and Xerces, which jing drives.

set -u
cd "$(dirname "$0")/.." || exit 2
. tests/check.sh

work=${BUILD:-build}/check_schema
rm -rf "$work"
mkdir -p "$work"

XS='xmlns:xs="http://www.w3.org/2001/XMLSchema"'

# The schema for the namespace of the root element of $1, or nothing when it is no format of ours.
schema_of() {
    case $(grep -o -m 1 'xmlns="urn:sammandrag:[a-z]*:1"' "$1" | cut -d: -f 3) in
    pages) echo pages ;;
    lines) echo lines ;;
    blocks) echo blocks ;;
    sammantrade) echo meeting ;;
    sammanfattning) echo summary ;;
    granskning) echo check ;;
    profil) echo profile ;;
    oversikt) echo digest ;;
    signaler) echo signals ;;
    rattelser) echo corrections ;;
    webbplats) echo site ;;
    sida) echo page ;;
    esac
}

# jing warns about jars that Debian's wrapper looks for in vain.
xerces() {
    jing "$@" 2>&1 | grep -v '^\[warning\] /usr/bin/jing'
}

every_name_is_documented() {
    cat >"$work/undocumented.xsl" <<XSL
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" $XS>
<xsl:output method="text"/>
<xsl:template match="/">
<xsl:for-each select="//xs:element[@name] | //xs:attribute[@name] | //xs:enumeration[not(@value='true' or @value='false')]">
<xsl:if test="not(string-length(normalize-space(xs:annotation/xs:documentation)) &gt; 3)">
<xsl:value-of select="concat(local-name(), ' ', @name, @value, ' has no xs:documentation&#10;')"/>
</xsl:if></xsl:for-each></xsl:template></xsl:stylesheet>
XSL
    for schema in schema/*.xsd; do
        xsltproc --nonet "$work/undocumented.xsl" "$schema" | sed "s|^|$schema: |"
    done
}

libxml2_accepts() {
    for format in pages lines blocks meeting summary check profile digest signals; do
        # shellcheck disable=SC2046 # names of samples have no blanks
        set -- $(sed -n "s/^$format //p" "$work/documents")
        [ $# -eq 0 ] || xmllint --noout --nonet --schema schema/$format.xsd "$@" 2>&1 | grep -v ' validates$'
    done
}

xerces_accepts() {
    for format in pages lines blocks meeting summary check profile digest signals; do
        # shellcheck disable=SC2046
        set -- $(sed -n "s/^$format //p" "$work/documents")
        [ $# -eq 0 ] || xerces schema/$format.xsd "$@"
    done
}

# A schema that accepts everything would pass all of the above: these documents must be refused.
both_refuse() {
    refused=$work/refused.xml
    meeting=$(sed -n 's/^meeting //p' "$work/documents" | head -n 1)
    [ -n "$meeting" ] || { echo "no sample of a meeting"; return; }
    while IFS='|' read -r what edit; do
        sed -E "$edit" "$meeting" >"$refused"
        if cmp -s "$meeting" "$refused"; then
            echo "$meeting has no place for: $what"
            continue
        fi
        xmllint --noout --nonet --schema schema/meeting.xsd "$refused" 2>/dev/null && echo "libxml2 accepts $what"
        [ -n "$(xerces schema/meeting.xsd "$refused")" ] || echo "Xerces accepts $what"
    done <<'CASES'
an unknown element|0,/<arenderubrik/s/<arenderubrik([^>]*>[^<]*)<\/arenderubrik>/<rubriken\1<\/rubriken>/
an unknown kind of section|0,/<avsnitt typ="/s/(<avsnitt typ=")[a-z_]*/\1ovrigt/
a reference to no block|0,/<arenderubrik/s/(<arenderubrik[^>]* block=")[^"]*/\1b999999/
two blocks of one name|s/(<(rubrik|stycke|punkt) id=")[^"]*/\1b1/
a date that is none|0,/<datum/s/(<datum[^>]*>)[^<]*/\12025-02-30/
a fact without a page|0,/<organ/s/(<organ) sida="[0-9]*"/\1/
CASES
}

# The codes and what they say in English come from one place.
note_codes_are_those_of_the_code() {
    tr -d '\n\\' <stages/base/notes.h | sed 's/X(NOTE_/\n&/g' |
        sed -n 's/^X(NOTE_[A-Z_]*, *"\([a-z-]*\)", *[A-Z]*, *"\([^"]*\)").*/\1: \2/p' |
        sed '$a\' >"$work/notes.code"
    cat >"$work/notes.xsl" <<XSL
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" $XS>
<xsl:output method="text"/>
<xsl:template match="/"><xsl:for-each select="//xs:enumeration"><xsl:value-of
 select="concat(@value, ': ', normalize-space(.//xs:documentation[@xml:lang='en']), '&#10;')"/></xsl:for-each></xsl:template>
</xsl:stylesheet>
XSL
    xsltproc --nonet "$work/notes.xsl" schema/note.xsd >"$work/notes.schema"
    diff "$work/notes.code" "$work/notes.schema"
}

# A name that a table writes and no schema knows would stop every run; one that no table writes is never used.
names_are_those_of_the_tables() {
    sed -n 's/.*{FIELD_[A-Z]*, "\([^"]*\)".*/\1/p' stages/*_xml.c pipeline/*_xml.c stages/base/notes.c | LC_ALL=C sort -u >"$work/names.fields"
    grep -oh '"[a-z][a-z0-9-]*"' stages/*_xml.c pipeline/*_xml.c stages/base/notes.c | tr -d '"' | LC_ALL=C sort -u >"$work/names.code"
    for schema in schema/[!p]*.xsd schema/page.xsd schema/pages.xsd schema/personal.xsd; do
        grep -oh '<xs:\(element\|attribute\) name="[^"]*"' "$schema" | sed 's/.*name="//; s/"//'
    done | LC_ALL=C sort -u >"$work/names.schema"
    LC_ALL=C comm -23 "$work/names.fields" "$work/names.schema" | sed 's/$/: in a table, in no schema/'
    LC_ALL=C comm -13 "$work/names.code" "$work/names.schema" | sed 's/$/: in a schema, in no table/'
}

# The codes and the Swedish they stand for come from one table.
findings_are_those_of_the_code() {
    tr -d '\n\\' <stages/check.h | sed 's/X(CHECK_/\n&/g' |
        sed -n 's/^X(CHECK_[A-Z_]*, *"\([a-z-]*\)", *[A-Z]*, *"\([^"]*\)".*/\1: \2./p; $a\' >"$work/findings.code"
    sed "s/xml:lang='en'/xml:lang='sv'/" "$work/notes.xsl" >"$work/findings.xsl"
    xsltproc --nonet "$work/findings.xsl" schema/finding.xsd >"$work/findings.schema"
    diff "$work/findings.code" "$work/findings.schema"
}

# The schema and the reports say of a reason what the table says.
reasons_are_those_of_the_code() {
    tr -d '\n\\' <pipeline/reason.h | sed 's/X(REASON_/\n&/g' |
        sed -n 's/^X(REASON_[A-Z_]*, *"\([a-z-]*\)", *[A-Z]*, *"\([^"]*\)").*/\1: \2/p' | grep -v '^: ' >"$work/reasons.code"
    sed "s/\[@xml:lang='en'\]//" "$work/notes.xsl" >"$work/reasons.xsl"
    xsltproc --nonet "$work/reasons.xsl" schema/reason.xsd >"$work/reasons.schema"
    diff "$work/reasons.code" "$work/reasons.schema"
    while IFS=: read -r name text; do
        grep -qF "${text# }<" xslt/run.xsl || echo "xslt/run.xsl does not say of $name:$text"
    done <"$work/reasons.code"
}

section_kinds_are_those_of_the_code() {
    sed -n 's/^ *\[SECTION_[A-Z_]*\] = "\([a-z_]*\)",/\1/p' stages/meeting_xml.c >"$work/sections.code"
    values Avsnitt typ schema/item.xsd >"$work/sections.schema"
    diff "$work/sections.code" "$work/sections.schema"
}

# Writes the values of the enumeration of attribute $2 in type $1 of the schema $3.
values() {
    cat >"$work/values.xsl" <<XSL
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" $XS>
<xsl:output method="text"/><xsl:param name="type"/><xsl:param name="name"/>
<xsl:template match="/"><xsl:for-each
 select="//xs:complexType[@name=\$type]//xs:attribute[@name=\$name]//xs:enumeration"><xsl:value-of
 select="concat(@value, '&#10;')"/></xsl:for-each></xsl:template></xsl:stylesheet>
XSL
    xsltproc --nonet --stringparam type "$1" --stringparam name "$2" "$work/values.xsl" "$3"
}

# The lists whose meanings are names of the meeting's schema; a misspelt one would never be used.
profiles_mean_names_that_exist() {
    for profile in profiles/*.xml; do
        for list in "avsnitt Avsnitt typ" "narvaro Narvarande grupp"; do
            # shellcheck disable=SC2086 # three words
            set -- $list
            { values "$2" "$3" schema/item.xsd; [ "$1" != narvaro ] || echo franvarande; } | LC_ALL=C sort >"$work/known"
            sed -n "/<lista typ=\"$1\">/,/<\/lista>/s/.* betyder=\"\([^\"]*\)\".*/\1/p" "$profile" | LC_ALL=C sort -u |
                LC_ALL=C comm -23 - "$work/known" | sed "s|^|$profile: list $1 means |"
        done
    done
}

find samples profiles signals tests/digest -name '*.xml' 2>/dev/null | LC_ALL=C sort | while read -r file; do
    format=$(schema_of "$file")
    [ -z "$format" ] || echo "$format $file"
done >"$work/documents"

check every_name_is_documented
check note_codes_are_those_of_the_code
check findings_are_those_of_the_code
check reasons_are_those_of_the_code
check names_are_those_of_the_tables
check section_kinds_are_those_of_the_code
check profiles_mean_names_that_exist
check libxml2_accepts
check xerces_accepts
check both_refuse
finish
