<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<!-- The blocks of a meeting, a line each, without marks of lists and footnotes. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:m="urn:sammandrag:sammantrade:1">
  <xsl:output method="text" encoding="UTF-8"/>
  <xsl:template match="/">
    <xsl:for-each select="//m:stycke | //m:punkt | //m:rubrik | //m:cell | //m:uppgift/m:rad">
      <xsl:variable name="words"><xsl:apply-templates select="." mode="words"/></xsl:variable>
      <xsl:value-of select="concat(normalize-space($words), '&#10;')"/>
    </xsl:for-each>
  </xsl:template>
  <xsl:template match="m:cell" mode="words"><xsl:apply-templates mode="words"/><xsl:text> </xsl:text></xsl:template>
  <xsl:template match="m:notmarke" mode="words"/>
</xsl:stylesheet>
