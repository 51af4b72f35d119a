<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<!-- The report of a run as JSON, for programs: the members are the attributes and elements of the XML. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:r="urn:sammandrag:run:1">

  <xsl:import href="meeting-json.xsl"/>
  <xsl:output method="text" encoding="UTF-8"/>

  <xsl:template match="r:run">
    <xsl:text>{</xsl:text>
    <xsl:call-template name="attributes"/>
    <xsl:text>,&#10;"sums": </xsl:text>
    <xsl:apply-templates select="r:sums" mode="object"/>
    <xsl:text>,&#10;"reasons": </xsl:text>
    <xsl:call-template name="objects"><xsl:with-param name="nodes" select="r:reasons/r:failed"/></xsl:call-template>
    <xsl:text>,&#10;"parts": </xsl:text>
    <xsl:call-template name="objects"><xsl:with-param name="nodes" select="r:parts/r:shard"/></xsl:call-template>
    <xsl:text>,&#10;"differing": </xsl:text>
    <xsl:call-template name="strings"><xsl:with-param name="nodes" select="r:differing"/></xsl:call-template>
    <xsl:text>,&#10;"files": </xsl:text>
    <xsl:call-template name="objects"><xsl:with-param name="nodes" select="r:files/r:file"/></xsl:call-template>
    <xsl:text>,&#10;"repeated": </xsl:text>
    <xsl:call-template name="strings"><xsl:with-param name="nodes" select="r:repeated"/></xsl:call-template>
    <xsl:text>,&#10;"orphans": </xsl:text>
    <xsl:call-template name="strings"><xsl:with-param name="nodes" select="r:orphan"/></xsl:call-template>
    <xsl:text>&#10;}&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="r:sums | r:failed | r:shard | r:file" mode="object">
    <xsl:text>{</xsl:text>
    <xsl:call-template name="attributes"/>
    <xsl:if test="text()">
      <xsl:text>, "message": </xsl:text>
      <xsl:call-template name="string"><xsl:with-param name="s" select="string(.)"/></xsl:call-template>
    </xsl:if>
    <xsl:text>}</xsl:text>
  </xsl:template>

  <!-- Paths and other words as strings; numbers and truth values, told by their names, as they are. -->
  <xsl:template name="attributes">
    <xsl:for-each select="@*">
      <xsl:if test="position() &gt; 1">, </xsl:if>
      <xsl:value-of select="concat('&quot;', translate(local-name(), '-', '_'), '&quot;: ')"/>
      <xsl:choose>
        <xsl:when test="contains(' path verdict reason state started ended program input source profile ', concat(' ', local-name(), ' '))">
          <xsl:call-template name="string"><xsl:with-param name="s" select="string(.)"/></xsl:call-template>
        </xsl:when>
        <xsl:otherwise><xsl:value-of select="."/></xsl:otherwise>
      </xsl:choose>
    </xsl:for-each>
  </xsl:template>
</xsl:stylesheet>
