<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<!-- The personal data of minutes as plain text, for the reviewer. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:p="urn:sammandrag:personuppgifter:1">

  <xsl:import href="txt.xsl"/>
  <xsl:import href="personal.xsl"/>
  <xsl:output method="text" encoding="UTF-8"/>

  <xsl:template match="p:personuppgifter" mode="document">
    <xsl:text>&#10;</xsl:text>
    <xsl:call-template name="entry">
      <xsl:with-param name="label" select="'Utfall'"/>
      <xsl:with-param name="text"><xsl:call-template name="count"/></xsl:with-param>
    </xsl:call-template>
    <xsl:for-each select="p:personuppgift">
      <xsl:call-template name="heading">
        <xsl:with-param name="level" select="2"/>
        <xsl:with-param name="text" select="string(p:ord)"/>
      </xsl:call-template>
      <xsl:text>&#10;</xsl:text>
      <xsl:call-template name="entry">
        <xsl:with-param name="label"><xsl:call-template name="kind"/></xsl:with-param>
        <xsl:with-param name="text">
          <xsl:call-template name="done"/>
          <xsl:value-of select="concat(': ', @skal)"/>
        </xsl:with-param>
      </xsl:call-template>
      <xsl:for-each select="p:plats">
        <xsl:call-template name="entry">
          <xsl:with-param name="label"><xsl:call-template name="place"/></xsl:with-param>
          <xsl:with-param name="text" select="concat('”', normalize-space(), '”')"/>
        </xsl:call-template>
      </xsl:for-each>
    </xsl:for-each>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>
</xsl:stylesheet>
