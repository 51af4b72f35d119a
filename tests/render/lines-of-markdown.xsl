<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<!-- The text of what `cmark-gfm -t xml` made of Markdown, a block or cell a line. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:c="http://commonmark.org/xml/1.0">
  <xsl:output method="text" encoding="UTF-8"/>
  <xsl:template match="/"><xsl:apply-templates select="//c:heading | //c:paragraph | //c:table_cell"/></xsl:template>
  <xsl:template match="*">
    <xsl:variable name="text"><xsl:apply-templates mode="text"/></xsl:variable>
    <xsl:if test="normalize-space($text)"><xsl:value-of select="concat($text, '&#10;')"/></xsl:if>
  </xsl:template>
  <xsl:template match="*" mode="text"><xsl:apply-templates mode="text"/></xsl:template>
  <xsl:template match="text()" mode="text"/>
  <xsl:template match="c:text/text()" mode="text"><xsl:value-of select="."/></xsl:template>
  <xsl:template match="c:linebreak | c:softbreak" mode="text"><xsl:text>&#10;</xsl:text></xsl:template>
  <xsl:template match="c:code[. = 'xmpp']" mode="text" priority="1">xmpp</xsl:template>
  <!-- Whatever else Markdown made of it is a fault that shows. -->
  <xsl:template match="c:code | c:html_inline | c:image" mode="text">MARKUP</xsl:template>
</xsl:stylesheet>
