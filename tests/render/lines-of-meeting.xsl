<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<!-- The text of a meeting's XML, a block or cell a line, as Markdown should give it back. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:m="urn:sammandrag:sammantrade:1">
  <xsl:output method="text" encoding="UTF-8"/>
  <xsl:template match="/">
    <xsl:apply-templates select="//m:rubrik | //m:stycke | //m:punkt | //m:uppgift/m:rad | //m:tabell/m:rad/m:cell | //m:fotnot"/>
  </xsl:template>
  <xsl:template match="*">
    <xsl:if test="normalize-space()">
      <xsl:value-of select="concat(normalize-space(), '&#10;')"/>
    </xsl:if>
  </xsl:template>
  <xsl:template match="m:uppgift/m:rad">
    <xsl:for-each select="m:cell">
      <xsl:if test="position() &gt; 1"><xsl:text> </xsl:text></xsl:if>
      <xsl:value-of select="normalize-space()"/>
    </xsl:for-each>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>
</xsl:stylesheet>
