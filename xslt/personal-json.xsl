<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<!-- The personal data of minutes as JSON, for programs. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:p="urn:sammandrag:personuppgifter:1">

  <xsl:import href="meeting-json.xsl"/>
  <xsl:output method="text" encoding="UTF-8"/>

  <xsl:template match="p:personuppgifter">
    <xsl:text>{</xsl:text>
    <xsl:call-template name="attributes"><xsl:with-param name="of" select="@fil | @sha256"/></xsl:call-template>
    <xsl:text>,&#10;"personuppgifter": </xsl:text>
    <xsl:call-template name="objects"><xsl:with-param name="nodes" select="p:personuppgift"/></xsl:call-template>
    <xsl:text>&#10;}&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="p:personuppgift" mode="object">
    <xsl:text>{</xsl:text>
    <xsl:call-template name="attributes">
      <xsl:with-param name="of" select="@id | @typ | @forslag | @beslut | @regel | @skal"/>
    </xsl:call-template>
    <xsl:text>, "ord": </xsl:text>
    <xsl:call-template name="string"><xsl:with-param name="s" select="p:ord"/></xsl:call-template>
    <xsl:text>, "platser": </xsl:text>
    <xsl:call-template name="objects"><xsl:with-param name="nodes" select="p:plats"/></xsl:call-template>
    <xsl:text>}</xsl:text>
  </xsl:template>

  <xsl:template match="p:plats" mode="object">
    <xsl:text>{"sida": </xsl:text>
    <xsl:call-template name="number"><xsl:with-param name="s" select="@sida"/></xsl:call-template>
    <xsl:for-each select="@arende | @block">
      <xsl:value-of select="concat(', &quot;', local-name(), '&quot;: ')"/>
      <xsl:call-template name="string"><xsl:with-param name="s" select="."/></xsl:call-template>
    </xsl:for-each>
    <xsl:text>, "text": </xsl:text>
    <xsl:call-template name="string"><xsl:with-param name="s" select="normalize-space()"/></xsl:call-template>
    <xsl:text>}</xsl:text>
  </xsl:template>

  <xsl:template name="attributes">
    <xsl:param name="of"/>
    <xsl:for-each select="$of">
      <xsl:if test="position() &gt; 1">, </xsl:if>
      <xsl:value-of select="concat('&quot;', local-name(), '&quot;: ')"/>
      <xsl:call-template name="string"><xsl:with-param name="s" select="."/></xsl:call-template>
    </xsl:for-each>
  </xsl:template>
</xsl:stylesheet>
