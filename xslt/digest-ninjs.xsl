<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<!-- A digest for a news desk, as ninjs 3.1 (IPTC): the whole as text, and each item that leads as an object of its own. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:d="urn:sammandrag:oversikt:1"
    exclude-result-prefixes="d">

  <xsl:import href="digest-txt.xsl"/>
  <xsl:include href="json-values.xsl"/>
  <xsl:output method="text" encoding="UTF-8"/>

  <xsl:key name="item" match="d:del[@typ != 'ovrigt']/d:arende" use="@id"/>

  <xsl:template match="/">
    <xsl:variable name="body"><xsl:apply-templates select="d:oversikt" mode="document"/></xsl:variable>
    <xsl:text>{"uri": </xsl:text>
    <xsl:call-template name="string"><xsl:with-param name="s" select="concat($identifier, d:oversikt/@adress)"/></xsl:call-template>
    <xsl:text>,&#10;"standard": {"name": "ninjs", "version": "3.1", "schema": "https://www.iptc.org/std/ninjs/ninjs-schema_3.1.json"},&#10;"type": "text",&#10;"representationType": "full",&#10;"language": "sv",&#10;"pubStatus": "usable"</xsl:text>
    <xsl:if test="d:oversikt/@tom"><xsl:value-of select="concat(',&#10;&quot;versionCreated&quot;: &quot;', d:oversikt/@tom, 'T00:00:00Z&quot;')"/></xsl:if>
    <xsl:text>,&#10;"title": </xsl:text>
    <xsl:call-template name="string"><xsl:with-param name="s" select="d:oversikt/d:titel"/></xsl:call-template>
    <xsl:text>,&#10;"headlines": [{"role": "main", "contentType": "text/plain", "value": </xsl:text>
    <xsl:call-template name="string"><xsl:with-param name="s" select="d:oversikt/d:titel"/></xsl:call-template>
    <xsl:text>}],&#10;"descriptions": [{"role": "summary", "contentType": "text/plain", "value": </xsl:text>
    <xsl:call-template name="string">
      <xsl:with-param name="s"><xsl:call-template name="extent"/><xsl:call-template name="limits"/></xsl:with-param>
    </xsl:call-template>
    <xsl:text>}],&#10;"edNote": </xsl:text>
    <xsl:call-template name="string">
      <xsl:with-param name="s">
        <xsl:value-of select="$about"/>
        <xsl:if test="d:oversikt/@maskerat"><xsl:value-of select="concat(' ', $masked)"/></xsl:if>
      </xsl:with-param>
    </xsl:call-template>
    <xsl:text>,&#10;"bodies": [{"role": "main", "contentType": "text/plain", "value": </xsl:text>
    <xsl:call-template name="string"><xsl:with-param name="s" select="string($body)"/></xsl:call-template>
    <xsl:text>}],&#10;"organisations": [</xsl:text>
    <xsl:for-each select="d:oversikt/d:sammantrade">
      <xsl:if test="position() &gt; 1">,&#10;</xsl:if>
      <xsl:call-template name="organisation"/>
    </xsl:for-each>
    <xsl:text>],&#10;"infoSources": [</xsl:text>
    <xsl:for-each select="d:oversikt/d:sammantrade">
      <xsl:if test="position() &gt; 1">,&#10;</xsl:if>
      <xsl:text>{"name": </xsl:text>
      <xsl:call-template name="string"><xsl:with-param name="s"><xsl:call-template name="meeting"/></xsl:with-param></xsl:call-template>
      <xsl:text>, "literal": </xsl:text>
      <xsl:call-template name="string"><xsl:with-param name="s" select="concat('sha256:', @sha256)"/></xsl:call-template>
      <xsl:text>}</xsl:text>
    </xsl:for-each>
    <xsl:text>],&#10;"associations": [</xsl:text>
    <xsl:for-each select="d:oversikt/d:del[@typ != 'ovrigt']/d:arende[generate-id() = generate-id(key('item', @id)[1])]">
      <xsl:if test="position() &gt; 1">,&#10;</xsl:if>
      <xsl:apply-templates select="." mode="object"/>
    </xsl:for-each>
    <xsl:text>]}&#10;</xsl:text>
  </xsl:template>

  <xsl:template name="organisation">
    <xsl:variable name="name">
      <xsl:choose>
        <xsl:when test="@organ"><xsl:value-of select="@organ"/></xsl:when>
        <xsl:otherwise>okänt organ</xsl:otherwise>
      </xsl:choose>
      <xsl:if test="@huvudman"><xsl:value-of select="concat(', ', @huvudman)"/></xsl:if>
    </xsl:variable>
    <xsl:text>{"name": </xsl:text>
    <xsl:call-template name="string"><xsl:with-param name="s" select="$name"/></xsl:call-template>
    <xsl:text>, "rel": "about"}</xsl:text>
  </xsl:template>

  <xsl:template match="d:arende" mode="object">
    <xsl:variable name="meeting" select="key('meeting', @sammantrade)"/>
    <xsl:variable name="body"><xsl:apply-templates select="key('item', @id)" mode="part"><xsl:with-param name="alone" select="true()"/></xsl:apply-templates></xsl:variable>
    <xsl:text>{"name": </xsl:text>
    <xsl:call-template name="string"><xsl:with-param name="s" select="@id"/></xsl:call-template>
    <xsl:text>, "rel": "item", "uri": </xsl:text>
    <xsl:call-template name="string"><xsl:with-param name="s" select="concat($identifier, @adress)"/></xsl:call-template>
    <xsl:text>, "type": "text", "representationType": "full", "language": "sv"</xsl:text>
    <xsl:if test="$meeting/@datum"><xsl:value-of select="concat(', &quot;contentCreated&quot;: &quot;', $meeting/@datum, 'T00:00:00Z&quot;')"/></xsl:if>
    <xsl:if test="$meeting/@justerat"><xsl:value-of select="concat(', &quot;versionCreated&quot;: &quot;', $meeting/@justerat, 'T00:00:00Z&quot;')"/></xsl:if>
    <xsl:text>, "headlines": [{"role": "main", "contentType": "text/plain", "value": </xsl:text>
    <xsl:call-template name="string">
      <xsl:with-param name="s">
        <xsl:choose>
          <xsl:when test="d:arenderubrik"><xsl:value-of select="d:arenderubrik"/></xsl:when>
          <xsl:otherwise><xsl:call-template name="title"/></xsl:otherwise>
        </xsl:choose>
      </xsl:with-param>
    </xsl:call-template>
    <xsl:text>}], "subjects": [</xsl:text>
    <xsl:for-each select="key('item', @id)">
      <xsl:if test="position() &gt; 1">, </xsl:if>
      <xsl:text>{"rel": "category", "name": </xsl:text>
      <xsl:call-template name="string"><xsl:with-param name="s"><xsl:for-each select=".."><xsl:call-template name="part-title"/></xsl:for-each></xsl:with-param></xsl:call-template>
      <xsl:text>, "literal": </xsl:text>
      <xsl:call-template name="string"><xsl:with-param name="s" select="../@typ"/></xsl:call-template>
      <xsl:text>}</xsl:text>
    </xsl:for-each>
    <xsl:text>], "organisations": [</xsl:text>
    <xsl:for-each select="$meeting"><xsl:call-template name="organisation"/></xsl:for-each>
    <xsl:text>], "altIds": [</xsl:text>
    <xsl:for-each select="d:diarienummer">
      <xsl:if test="position() &gt; 1">, </xsl:if>
      <xsl:text>{"role": "diarienummer", "value": </xsl:text>
      <xsl:call-template name="string"/>
      <xsl:text>}</xsl:text>
    </xsl:for-each>
    <xsl:text>], "bodies": [{"role": "main", "contentType": "text/plain", "value": </xsl:text>
    <xsl:call-template name="string"><xsl:with-param name="s" select="normalize-space($body)"/></xsl:call-template>
    <xsl:text>}]}</xsl:text>
  </xsl:template>
</xsl:stylesheet>
