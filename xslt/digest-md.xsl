<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<!-- A digest as Markdown, after YAML front matter. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:d="urn:sammandrag:oversikt:1">

  <xsl:import href="md.xsl"/>
  <xsl:import href="digest.xsl"/>
  <xsl:include href="digest-text.xsl"/>
  <xsl:output method="text" encoding="UTF-8"/>

  <xsl:template match="/">
    <xsl:text>---&#10;title: </xsl:text>
    <xsl:call-template name="yaml"><xsl:with-param name="s" select="d:oversikt/d:titel"/></xsl:call-template>
    <xsl:if test="d:oversikt/@from">
      <xsl:text>&#10;date: </xsl:text>
      <xsl:call-template name="yaml"><xsl:with-param name="s" select="d:oversikt/@from"/></xsl:call-template>
      <xsl:text>&#10;end_date: </xsl:text>
      <xsl:call-template name="yaml"><xsl:with-param name="s" select="d:oversikt/@tom"/></xsl:call-template>
    </xsl:if>
    <xsl:text>&#10;lang: sv&#10;---&#10;&#10;</xsl:text>
    <xsl:call-template name="heading">
      <xsl:with-param name="level" select="1"/>
      <xsl:with-param name="text" select="d:oversikt/d:titel"/>
    </xsl:call-template>
    <xsl:apply-templates select="*" mode="document"/>
  </xsl:template>

  <!-- One line for an item: number and title lead to it, then what became of it and the page. -->
  <xsl:template name="rest-line">
    <part>
      <xsl:text>&#10;- [</xsl:text>
      <xsl:call-template name="escape">
        <xsl:with-param name="s">
          <xsl:call-template name="item-number"/>
          <xsl:if test="@nr"><xsl:text> </xsl:text></xsl:if>
          <xsl:call-template name="title"/>
        </xsl:with-param>
      </xsl:call-template>
      <xsl:text>](</xsl:text>
      <xsl:call-template name="target"><xsl:with-param name="url" select="@lank"/></xsl:call-template>
      <xsl:text>)</xsl:text>
      <xsl:call-template name="escape">
        <xsl:with-param name="s">
          <xsl:call-template name="rest-says"/>
          <xsl:if test="@sida"><xsl:value-of select="concat(', sidan ', @sida)"/></xsl:if>
        </xsl:with-param>
      </xsl:call-template>
    </part>
  </xsl:template>
</xsl:stylesheet>
