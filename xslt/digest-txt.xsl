<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<!-- A digest as plain text, fit for an e-mail. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:d="urn:sammandrag:oversikt:1">

  <xsl:import href="txt.xsl"/>
  <xsl:import href="digest.xsl"/>
  <xsl:include href="digest-text.xsl"/>
  <xsl:output method="text" encoding="UTF-8"/>

  <!-- One line for an item: number, title, what became of it, page. -->
  <xsl:template name="rest-line">
    <xsl:call-template name="entry">
      <xsl:with-param name="text">
        <xsl:call-template name="item-number"/>
        <xsl:if test="@nr"><xsl:text> </xsl:text></xsl:if>
        <xsl:call-template name="title"/>
        <xsl:call-template name="rest-says"/>
        <xsl:if test="@sida"><xsl:value-of select="concat(', sidan ', @sida)"/></xsl:if>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>
</xsl:stylesheet>
