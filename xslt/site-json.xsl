<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<!-- The index of a site as JSON, by a table of the members that each kind of object has. Every `part` is an element only so
     that libxslt need not append to one long text; what is written is its text. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:w="urn:sammandrag:webbplats:1"
    xmlns:exsl="http://exslt.org/common"
    exclude-result-prefixes="w exsl">

  <xsl:include href="json-values.xsl"/>
  <xsl:output method="text" encoding="UTF-8"/>

  <!-- A member is made from the attribute "of"; without it, from the one of its name. Lists, and what is a "child", are made
       from elements; "self" is the text itself. -->
  <xsl:variable name="table">
    <webbplats>
      <text name="titel"/><text name="bas"/><objects name="organ"/><objects name="sammantraden" of="sammantrade"/>
      <objects name="arenden" of="fall"/>
    </webbplats>
    <organ>
      <text name="adress"/><text name="huvudman"/><text name="namn"/><number name="antal"/><text name="senast"/>
      <objects name="ar" of="arsvis"/>
    </organ>
    <arsvis><text name="adress"/><number name="ar"/><number name="antal"/></arsvis>
    <sammantrade>
      <text name="adress"/><text name="dokumenttyp"/><child name="titel"/><child name="huvudman"/><child name="organ"/>
      <text name="organ_adress" of="organ-adress"/><texts name="datum"/><child name="start"/><child name="slut"/>
      <child name="plats"/><text name="fil"/><text name="sha256"/><number name="sidor"/><text name="pdf"/>
      <text name="justerat"/><flag name="ojusterat"/><text name="uppsatt"/><text name="nedtas"/>
      <number name="maskerat"/><text name="foregaende"/><text name="nasta"/><objects name="ersatter"/>
      <objects name="arenden" of="arende"/>
    </sammantrade>
    <ersatter><text name="fil"/><text name="sha256"/><text name="justerat"/><flag name="ojusterat"/></ersatter>
    <arende>
      <text name="adress"/><number name="nummer" of="nr"/><number name="sida"/><child name="rubrik" of="arenderubrik"/>
      <text name="utfall"/><text name="till"/><flag name="reservation"/>
      <flag name="omedelbart_justerad" of="omedelbart-justerad"/><objects name="diarienummer"/>
      <objects name="voteringar" of="votering"/><objects name="datum_framat" of="kommande"/>
    </arende>
    <diarienummer><self name="nummer"/><text name="adress"/></diarienummer>
    <votering>
      <number name="ja"/><number name="nej"/><number name="avstar"/><number name="franvarande"/>
      <text name="ja_betyder" of="ja-betyder"/><text name="nej_betyder" of="nej-betyder"/><flag name="sluten"/>
      <text name="avgorande"/>
    </votering>
    <kommande>
      <text name="datum"/><self name="text"/><text name="avsnitt"/><text name="till"/><number name="sida"/>
    </kommande>
    <fall>
      <text name="adress"/><text name="nummer"/><text name="huvudman"/><text name="titel"/>
      <objects name="tillfallen" of="handelse"/>
    </fall>
    <handelse>
      <text name="datum"/><text name="organ"/><text name="organ_adress" of="organ-adress"/><text name="sammantrade"/>
      <text name="adress"/><text name="justerat"/><flag name="ojusterat"/>
    </handelse>
  </xsl:variable>
  <xsl:variable name="kinds" select="exsl:node-set($table)"/>

  <xsl:template match="/w:webbplats">
    <xsl:call-template name="object"/>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template name="object">
    <xsl:variable name="this" select="."/>
    <part>
      <xsl:text>{</xsl:text>
      <xsl:for-each select="$kinds/*[name() = local-name($this)]/*">
        <xsl:variable name="source" select="string((@of | @name)[last()])"/>
        <xsl:if test="position() &gt; 1">, </xsl:if>
        <xsl:value-of select="concat('&quot;', @name, '&quot;: ')"/>
        <xsl:choose>
          <xsl:when test="self::text">
            <xsl:call-template name="string"><xsl:with-param name="s" select="$this/@*[name() = $source]"/></xsl:call-template>
          </xsl:when>
          <xsl:when test="self::number">
            <xsl:call-template name="number"><xsl:with-param name="s" select="$this/@*[name() = $source]"/></xsl:call-template>
          </xsl:when>
          <xsl:when test="self::flag"><xsl:value-of select="$this/@*[name() = $source] = 'true'"/></xsl:when>
          <xsl:when test="self::self"><xsl:call-template name="string"><xsl:with-param name="s" select="$this"/></xsl:call-template></xsl:when>
          <xsl:when test="self::child">
            <xsl:call-template name="string"><xsl:with-param name="s" select="$this/*[local-name() = $source]"/></xsl:call-template>
          </xsl:when>
          <xsl:otherwise>
            <xsl:apply-templates select=".">
              <xsl:with-param name="values" select="$this/*[local-name() = $source]"/>
            </xsl:apply-templates>
          </xsl:otherwise>
        </xsl:choose>
      </xsl:for-each>
      <xsl:text>}</xsl:text>
    </part>
  </xsl:template>

  <xsl:template match="texts">
    <xsl:param name="values"/>
    <xsl:text>[</xsl:text>
    <xsl:for-each select="$values">
      <xsl:if test="position() &gt; 1">, </xsl:if>
      <xsl:call-template name="string"/>
    </xsl:for-each>
    <xsl:text>]</xsl:text>
  </xsl:template>
  <xsl:template match="objects">
    <xsl:param name="values"/>
    <xsl:text>[</xsl:text>
    <xsl:for-each select="$values">
      <xsl:if test="position() &gt; 1">,</xsl:if>
      <xsl:text>&#10;</xsl:text>
      <xsl:call-template name="object"/>
    </xsl:for-each>
    <xsl:text>]</xsl:text>
  </xsl:template>
</xsl:stylesheet>
