<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<!-- A check as plain text: what was found by level, what the reading noted, and what could not be looked at. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:c="urn:sammandrag:granskning:1">

  <xsl:import href="txt.xsl"/>
  <xsl:import href="check.xsl"/>
  <xsl:output method="text" encoding="UTF-8"/>

  <xsl:template match="c:granskning" mode="document">
    <xsl:text>&#10;</xsl:text>
    <xsl:call-template name="entry">
      <xsl:with-param name="label" select="'Fil'"/>
      <xsl:with-param name="text" select="concat(@fil, ', ', @sidor, ' sidor')"/>
    </xsl:call-template>
    <xsl:call-template name="entry">
      <xsl:with-param name="label" select="'Utfall'"/>
      <xsl:with-param name="text"><xsl:call-template name="outcome"/></xsl:with-param>
    </xsl:call-template>
    <xsl:call-template name="entry">
      <xsl:with-param name="label" select="'Granskat'"/>
      <xsl:with-param name="text"><xsl:call-template name="extent"/></xsl:with-param>
    </xsl:call-template>
    <xsl:call-template name="level"><xsl:with-param name="level" select="'fel'"/></xsl:call-template>
    <xsl:call-template name="level"><xsl:with-param name="level" select="'varning'"/></xsl:call-template>
    <xsl:call-template name="level"><xsl:with-param name="level" select="'upplysning'"/></xsl:call-template>
    <xsl:call-template name="not-done"/>
    <xsl:text>&#10;&#10;</xsl:text>
    <xsl:call-template name="wrap">
      <xsl:with-param name="s">Granskningen varnar och ändrar ingenting. Originalet gäller.</xsl:with-param>
    </xsl:call-template>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template name="level">
    <xsl:param name="level"/>
    <xsl:variable name="found" select="(c:fynd | c:anmarkningar/c:anmarkning)[@niva = $level]"/>
    <xsl:if test="$found">
      <xsl:call-template name="heading">
        <xsl:with-param name="level" select="2"/>
        <xsl:with-param name="text">
          <xsl:call-template name="level-heading"><xsl:with-param name="level" select="$level"/></xsl:call-template>
        </xsl:with-param>
      </xsl:call-template>
      <xsl:text>&#10;</xsl:text>
      <xsl:for-each select="$found">
        <xsl:call-template name="entry">
          <xsl:with-param name="label"><xsl:call-template name="place"/></xsl:with-param>
          <xsl:with-param name="text">
            <xsl:apply-templates select="." mode="says"/>
            <xsl:call-template name="evidence"/>
            <xsl:value-of select="concat(' [', @typ)"/>
            <xsl:if test="@stod"><xsl:value-of select="concat('; ', @stod)"/></xsl:if>
            <xsl:text>]</xsl:text>
          </xsl:with-param>
        </xsl:call-template>
      </xsl:for-each>
    </xsl:if>
  </xsl:template>

  <!-- What was looked at without a finding needs no line; what was not looked at does. -->
  <xsl:template name="not-done">
    <xsl:variable name="checks" select="c:kontroller/c:kontroll[@fall = 0]"/>
    <xsl:if test="$checks">
      <xsl:call-template name="heading">
        <xsl:with-param name="level" select="2"/>
        <xsl:with-param name="text">Inte granskat: det som behövs står inte eller är inte läst</xsl:with-param>
      </xsl:call-template>
      <xsl:text>&#10;</xsl:text>
      <xsl:for-each select="$checks">
        <xsl:call-template name="entry">
          <xsl:with-param name="label" select="@text"/>
          <xsl:with-param name="text" select="concat('behöver ', @behover)"/>
        </xsl:call-template>
      </xsl:for-each>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
