<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<!-- What is marked in the text of an item, as members of its JSON object; included by meeting-json.xsl. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:m="urn:sammandrag:sammantrade:1">

  <!-- What is marked, by item. Only what is decided assigns anything: a draft decision does not. A key for each
       element, and no path: libxslt takes the square of what a path or a union finds. -->
  <xsl:key name="money" match="m:belopp" use="generate-id(ancestor::m:avsnitt/..)"/>
  <xsl:key name="days" match="m:datum" use="generate-id(ancestor::m:avsnitt/..)"/>
  <xsl:key name="assignments" match="m:uppdrag" use="generate-id(ancestor::m:avsnitt[@typ = 'beslut']/..)"/>
  <xsl:key name="references" match="m:diarienr" use="generate-id(ancestor::m:arende[1])"/>
  <xsl:key name="references" match="m:beslutsref" use="generate-id(ancestor::m:arende[1])"/>
  <xsl:key name="references" match="m:bilageref" use="generate-id(ancestor::m:arende[1])"/>
  <xsl:key name="references" match="m:lagrum" use="generate-id(ancestor::m:arende[1])"/>
  <xsl:key name="references" match="m:utredning" use="generate-id(ancestor::m:arende[1])"/>

  <xsl:template name="marked">
    <xsl:variable name="item" select="generate-id()"/>
    <xsl:text>,&#10; "belopp": </xsl:text>
    <xsl:call-template name="objects"><xsl:with-param name="nodes" select="key('money', $item)"/></xsl:call-template>
    <xsl:text>,&#10; "datum_framat": </xsl:text>
    <xsl:call-template name="objects"><xsl:with-param name="nodes" select="key('days', $item)"/></xsl:call-template>
    <xsl:text>,&#10; "uppdrag": </xsl:text>
    <xsl:call-template name="objects"><xsl:with-param name="nodes" select="key('assignments', $item)"/></xsl:call-template>
    <xsl:text>,&#10; "hanvisningar": </xsl:text>
    <xsl:call-template name="objects"><xsl:with-param name="nodes" select="key('references', $item)"/></xsl:call-template>
  </xsl:template>

  <xsl:template match="m:belopp" mode="object">
    <xsl:value-of select="concat('{&quot;kronor&quot;: ', @varde)"/>
    <xsl:call-template name="stands"/>
    <xsl:text>}</xsl:text>
  </xsl:template>

  <xsl:template match="m:datum" mode="object">
    <xsl:value-of select="concat('{&quot;datum&quot;: &quot;', @varde, '&quot;')"/>
    <xsl:call-template name="stands"/>
    <xsl:text>}</xsl:text>
  </xsl:template>

  <!-- The day of an assignment is one that says "senast", later in its sentence. -->
  <xsl:template match="m:uppdrag" mode="object">
    <xsl:variable name="day" select="following-sibling::m:datum[starts-with(translate(., 'S', 's'), 'senast')][1]"/>
    <xsl:variable name="nodes-between" select="count($day/preceding-sibling::node()) - count(preceding-sibling::node()) - 1"/>
    <xsl:variable name="between">
      <xsl:for-each select="following-sibling::node()[position() &lt;= $nodes-between]">
        <xsl:value-of select="."/>
      </xsl:for-each>
    </xsl:variable>
    <xsl:text>{"till": </xsl:text>
    <xsl:call-template name="string"><xsl:with-param name="s" select="@till"/></xsl:call-template>
    <xsl:text>, "senast": </xsl:text>
    <xsl:call-template name="string">
      <xsl:with-param name="s" select="$day[not(contains($between, '. '))]/@varde"/>
    </xsl:call-template>
    <xsl:text>, "text": </xsl:text>
    <xsl:call-template name="string">
      <xsl:with-param name="s"><xsl:apply-templates select=".." mode="words"/></xsl:with-param>
    </xsl:call-template>
    <xsl:call-template name="page"/>
    <xsl:text>}</xsl:text>
  </xsl:template>

  <xsl:template match="m:diarienr | m:beslutsref | m:bilageref | m:lagrum | m:utredning" mode="object">
    <xsl:text>{"typ": </xsl:text>
    <xsl:choose>
      <xsl:when test="self::m:diarienr">"diarienummer"</xsl:when>
      <xsl:when test="self::m:beslutsref">"beslut"</xsl:when>
      <xsl:when test="self::m:bilageref">"bilaga"</xsl:when>
      <xsl:when test="self::m:lagrum">"lagrum"</xsl:when>
      <xsl:otherwise>"utredning"</xsl:otherwise>
    </xsl:choose>
    <xsl:text>, "varde": </xsl:text>
    <xsl:call-template name="string"><xsl:with-param name="s" select="@varde"/></xsl:call-template>
    <xsl:call-template name="stands"/>
    <xsl:text>}</xsl:text>
  </xsl:template>

  <!-- The words as printed, the kind of section and the page. -->
  <xsl:template name="stands">
    <xsl:text>, "text": </xsl:text>
    <xsl:call-template name="string">
      <xsl:with-param name="s"><xsl:apply-templates select="." mode="words"/></xsl:with-param>
    </xsl:call-template>
    <xsl:text>, "avsnitt": </xsl:text>
    <xsl:call-template name="string"><xsl:with-param name="s" select="ancestor::m:avsnitt/@typ"/></xsl:call-template>
    <xsl:call-template name="page"/>
  </xsl:template>

  <!-- That of a page break before it in the text, else of the nearest element that names one. -->
  <xsl:template name="page">
    <xsl:variable name="break" select="preceding-sibling::m:sidbyte[1]/@sida"/>
    <xsl:value-of select="concat(', &quot;sida&quot;: ', ($break | ancestor::*[@sida][not($break)][1]/@sida)[1])"/>
  </xsl:template>
</xsl:stylesheet>
