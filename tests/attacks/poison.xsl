<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<!-- Puts `words` behind every text of a meeting, a summary or a check, and into every attribute that quotes the document. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:m="urn:sammandrag:sammantrade:1"
    xmlns:s="urn:sammandrag:sammanfattning:1"
    xmlns:c="urn:sammandrag:granskning:1">
  <xsl:param name="words"/>
  <xsl:template match="node() | @*">
    <xsl:copy><xsl:apply-templates select="node() | @*"/></xsl:copy>
  </xsl:template>
  <xsl:template match="m:inledning//text()[normalize-space()] | m:huvud//text()[normalize-space()] | m:avsnitt//text()[normalize-space()]
                       | m:fotnoter//text()[normalize-space()] | m:avslutning//text()[normalize-space()] | m:bilaga//text()[normalize-space()]
                       | m:organ/text() | m:huvudman/text() | m:plats/text() | m:ordforande/text() | m:sekreterare/text()
                       | m:justerare/text() | m:arenderubrik/text() | m:diarienummer/text() | m:yrkande/text()
                       | m:bortfallen/text() | m:anmarkning/text()
                       | s:*[not(self::s:datum)]/text()[normalize-space()] | c:*[not(self::c:datum)]/text()[normalize-space()]">
    <xsl:value-of select="concat(., ' ', $words)"/>
  </xsl:template>
  <xsl:template match="@fil | @titel | @producent | @program | @namn | @parti | @roll | @ersatter | @anmarkning | @rubrik
                       | @ja-betyder | @nej-betyder | @jamforelse | @stod | @behover | c:fynd/@arende">
    <xsl:attribute name="{name()}"><xsl:value-of select="concat(., ' ', $words)"/></xsl:attribute>
  </xsl:template>
  <xsl:template match="m:narvaro//@rubrik | m:rad/m:cell/@rubrik"><xsl:copy/></xsl:template>
</xsl:stylesheet>
