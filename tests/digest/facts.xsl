<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<!-- What a digest quotes, one a line after the digest of the file it is of: titles, sentences, what Ja and Nej meant. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:d="urn:sammandrag:oversikt:1">
  <xsl:output method="text" encoding="UTF-8"/>
  <!-- Only what stands outside quotation marks. -->
  <xsl:param name="names"/>
  <xsl:key name="meeting" match="d:sammantrade" use="@id"/>

  <xsl:template match="/">
    <xsl:for-each select="//d:arende">
      <xsl:variable name="of" select="key('meeting', @sammantrade)/@sha256"/>
      <xsl:for-each select="@kort | d:arenderubrik | @till | d:citat/@till | d:citat/@belopp
                            | (@nr | d:diarienummer | d:citat/* | d:reservation/@parti | d:votering/@ja-betyder | d:votering/@nej-betyder
                               | d:votering/@ja-galler | d:votering/@nej-galler | d:votering/d:parti/@namn)[not($names)]">
        <xsl:value-of select="concat($of, ' ', normalize-space(), '&#10;')"/>
      </xsl:for-each>
    </xsl:for-each>
    <xsl:for-each select="//d:sammantrade">
      <xsl:value-of select="concat(@sha256, ' ', @organ, '&#10;')"/>
      <xsl:if test="@huvudman"><xsl:value-of select="concat(@sha256, ' ', @huvudman, '&#10;')"/></xsl:if>
    </xsl:for-each>
  </xsl:template>
</xsl:stylesheet>
