<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<!-- What the pages, feeds and calendars of a site say alike: what meetings, items and votes are called, and where things
     stand. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:p="urn:sammandrag:sida:1"
    xmlns:w="urn:sammandrag:webbplats:1"
    xmlns:exsl="http://exslt.org/common"
    exclude-result-prefixes="p w exsl">

  <!-- The page, and the part of the site that it shows; or the whole site. -->
  <xsl:variable name="page" select="/p:sida"/>
  <xsl:variable name="site" select="$page/w:webbplats | /w:webbplats"/>

  <!-- The URL of the front page; where it is not known, the way there. -->
  <xsl:variable name="base" select="string(($page | $site)/@bas)"/>
  <xsl:variable name="root">
    <xsl:value-of select="$base"/>
    <xsl:if test="$base = ''"><xsl:value-of select="$page/@rot"/></xsl:if>
  </xsl:variable>

  <!-- Before an address it is the name of what stands there, wherever the site is published. -->
  <xsl:variable name="identifier">urn:sammandrag:adress:</xsl:variable>

  <!-- The title of a page; kinds of pages have their own, in stylesheets that take precedence. -->
  <xsl:template match="p:sida" mode="title"><xsl:value-of select="@titel"/></xsl:template>

  <!-- "”skol…”" of a word that is watched, and whatever it begins. -->
  <xsl:template name="watched">
    <xsl:param name="word" select="@ord"/>
    <xsl:value-of select="concat('”', translate($word, '*', '…'), '”')"/>
  </xsl:template>

  <!-- ==== Bodies and meetings ==== -->

  <!-- "Kommunstyrelsen, Ekdals kommun" -->
  <xsl:template name="body-in-full">
    <xsl:param name="body"/>
    <xsl:param name="principal"/>
    <xsl:value-of select="$body"/>
    <xsl:if test="not($body)">Okänt organ</xsl:if>
    <xsl:if test="$principal"><xsl:value-of select="concat(', ', $principal)"/></xsl:if>
  </xsl:template>

  <!-- "Kommunfullmäktige 16 juni 2025"; what is no minutes has a title of its own. -->
  <xsl:template name="meeting-name">
    <xsl:param name="of" select="."/>
    <xsl:variable name="name" select="($of/w:titel | $of/w:organ | $of/@organ)[1]"/>
    <xsl:variable name="days" select="$of/w:datum | $of/@datum"/>
    <xsl:value-of select="$name"/>
    <xsl:if test="not($name)">Sammanträde</xsl:if>
    <xsl:if test="$days and not($of/w:titel)">
      <xsl:text> </xsl:text>
      <xsl:call-template name="dates-in-words"><xsl:with-param name="dates" select="$days"/></xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- The day that the minutes of a meeting are of: when they were adjusted, else when it was held. -->
  <xsl:template name="day-of-minutes">
    <xsl:param name="of" select="."/>
    <xsl:choose>
      <xsl:when test="$of/@justerat"><xsl:value-of select="$of/@justerat"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="$of/w:datum[last()] | $of/@datum"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:variable name="preliminary-words">Av protokollet framgår inte att det är justerat.</xsl:variable>

  <!-- ==== Items and votes ==== -->

  <!-- "§ 43 Budget 2026" -->
  <xsl:template name="item-name">
    <xsl:call-template name="item-number"/>
    <xsl:if test="@nr"><xsl:text> </xsl:text></xsl:if>
    <xsl:value-of select="w:arenderubrik"/>
    <xsl:if test="not(w:arenderubrik)">Ärende vars rubrik inte har kunnat läsas</xsl:if>
  </xsl:template>

  <!-- "14 ja mot 6 nej, 1 avstår" -->
  <xsl:template name="vote-numbers">
    <xsl:choose>
      <xsl:when test="@ja and @nej">
        <xsl:value-of select="concat(@ja, '&#160;ja mot ', @nej, '&#160;nej')"/>
        <xsl:if test="@avstar &gt; 0"><xsl:value-of select="concat(', ', @avstar, '&#160;avstår')"/></xsl:if>
      </xsl:when>
      <xsl:otherwise>antalet röster är inte angivet</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- "Omröstning: 14 ja mot 6 nej. Ja: bifall till … Nej: avslag på …" -->
  <xsl:template name="vote-in-words">
    <xsl:choose>
      <xsl:when test="@sluten">Sluten omröstning: </xsl:when>
      <xsl:otherwise>Omröstning: </xsl:otherwise>
    </xsl:choose>
    <xsl:call-template name="vote-numbers"/>
    <xsl:if test="@ja-betyder"><xsl:value-of select="concat(' · Ja: ', @ja-betyder)"/></xsl:if>
    <xsl:if test="@nej-betyder"><xsl:value-of select="concat(' · Nej: ', @nej-betyder)"/></xsl:if>
    <xsl:if test="@avgorande = 'utslagsrost'"> · Avgjord med ordförandens utslagsröst</xsl:if>
    <xsl:if test="@avgorande = 'lottning'"> · Avgjord med lottning</xsl:if>
  </xsl:template>

  <!-- ==== The words of a decision ==== -->

  <!-- The index has blocks in its own namespace; the templates of minutes know them in that of a meeting. -->
  <xsl:template match="w:beslut" mode="blocks">
    <xsl:variable name="blocks"><xsl:apply-templates mode="as-meeting"/></xsl:variable>
    <xsl:call-template name="blocks"><xsl:with-param name="blocks" select="exsl:node-set($blocks)/*"/></xsl:call-template>
  </xsl:template>

  <!-- What marks days, amounts and the like stays with the item: among very many of them libxslt is slow in what is not
       yet a document. -->
  <xsl:template match="w:datum | w:belopp | w:diarienr | w:beslutsref | w:bilageref | w:lagrum | w:utredning | w:uppdrag | w:sidbyte" mode="as-meeting">
    <xsl:apply-templates mode="as-meeting"/>
  </xsl:template>

  <!-- Ids hold lists together; among decisions of many meetings they are alone by the address of their item. -->
  <xsl:template match="w:*" mode="as-meeting">
    <xsl:element name="{local-name()}" namespace="urn:sammandrag:sammantrade:1">
      <xsl:copy-of select="@*[name() != 'id' and name() != 'lista']"/>
      <xsl:for-each select="self::w:punkt/@id | self::w:punkt/@lista">
        <xsl:attribute name="{name()}"><xsl:value-of select="concat(translate(ancestor::w:arende/@adress, '/', '-'), .)"/></xsl:attribute>
      </xsl:for-each>
      <xsl:apply-templates mode="as-meeting"/>
    </xsl:element>
  </xsl:template>
</xsl:stylesheet>
