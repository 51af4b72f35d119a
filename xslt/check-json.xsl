<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<!-- A check as JSON, for programs. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:c="urn:sammandrag:granskning:1">

  <xsl:import href="meeting-json.xsl"/>
  <xsl:output method="text" encoding="UTF-8"/>

  <xsl:template match="c:granskning">
    <xsl:text>{</xsl:text>
    <xsl:call-template name="members"><xsl:with-param name="attributes" select="@dokumenttyp | @fil | @sha256"/></xsl:call-template>
    <xsl:text>,&#10;"organ": </xsl:text>
    <xsl:call-template name="string"><xsl:with-param name="s" select="c:organ"/></xsl:call-template>
    <xsl:text>,&#10;"datum": </xsl:text>
    <xsl:call-template name="strings"><xsl:with-param name="nodes" select="c:datum"/></xsl:call-template>
    <xsl:value-of select="concat(',&#10;&quot;fel&quot;: ', @fel, ', &quot;varningar&quot;: ', @varningar,
                                 ', &quot;upplysningar&quot;: ', @upplysningar)"/>
    <xsl:text>,&#10;"fynd": </xsl:text>
    <xsl:call-template name="objects"><xsl:with-param name="nodes" select="c:fynd"/></xsl:call-template>
    <xsl:text>,&#10;"anmarkningar": </xsl:text>
    <xsl:call-template name="objects"><xsl:with-param name="nodes" select="c:anmarkningar/c:anmarkning"/></xsl:call-template>
    <xsl:text>,&#10;"kontroller": </xsl:text>
    <xsl:call-template name="objects"><xsl:with-param name="nodes" select="c:kontroller/c:kontroll"/></xsl:call-template>
    <xsl:text>&#10;}&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="c:fynd" mode="object">
    <xsl:text>{</xsl:text>
    <xsl:call-template name="members">
      <xsl:with-param name="attributes" select="@typ | @niva | @arende | @block | @text | @stod | @jamforelse"/>
    </xsl:call-template>
    <xsl:text>, "fel_i": </xsl:text>
    <xsl:call-template name="string"><xsl:with-param name="s" select="@fel-i"/></xsl:call-template>
    <xsl:text>, "sida": </xsl:text>
    <xsl:call-template name="number"><xsl:with-param name="s" select="@sida"/></xsl:call-template>
    <xsl:text>, "ord": </xsl:text>
    <xsl:call-template name="string"><xsl:with-param name="s" select="normalize-space()"/></xsl:call-template>
    <xsl:text>}</xsl:text>
  </xsl:template>

  <xsl:template match="c:anmarkning" mode="object">
    <xsl:text>{</xsl:text>
    <xsl:call-template name="members"><xsl:with-param name="attributes" select="@typ | @niva | @var"/></xsl:call-template>
    <xsl:text>, "sida": </xsl:text>
    <xsl:call-template name="number"><xsl:with-param name="s" select="@sida"/></xsl:call-template>
    <xsl:text>, "text": </xsl:text>
    <xsl:call-template name="string"><xsl:with-param name="s" select="normalize-space()"/></xsl:call-template>
    <xsl:text>}</xsl:text>
  </xsl:template>

  <xsl:template match="c:kontroll" mode="object">
    <xsl:text>{</xsl:text>
    <xsl:call-template name="members"><xsl:with-param name="attributes" select="@typ | @text | @behover"/></xsl:call-template>
    <xsl:value-of select="concat(', &quot;fall&quot;: ', @fall, ', &quot;fynd&quot;: ', @fynd, '}')"/>
  </xsl:template>

  <!-- Attributes as members of their names, in the order of the XML; one that is absent is left out. -->
  <xsl:template name="members">
    <xsl:param name="attributes"/>
    <xsl:for-each select="$attributes">
      <xsl:if test="position() &gt; 1">, </xsl:if>
      <xsl:value-of select="concat('&quot;', local-name(), '&quot;: ')"/>
      <xsl:call-template name="string"><xsl:with-param name="s" select="."/></xsl:call-template>
    </xsl:for-each>
  </xsl:template>
</xsl:stylesheet>
