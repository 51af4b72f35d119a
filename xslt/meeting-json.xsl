<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<!-- The facts of a meeting as JSON, and all its body text in reading order. Every `part` is an element of the
     result only so that libxslt need not append to one long text; what is written is its text. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:m="urn:sammandrag:sammantrade:1"
    xmlns:exsl="http://exslt.org/common"
    xmlns:str="http://exslt.org/strings"
    exclude-result-prefixes="m exsl str">

  <xsl:import href="common.xsl"/>
  <xsl:include href="json-marks.xsl"/>
  <xsl:include href="json-values.xsl"/>
  <xsl:output method="text" encoding="UTF-8"/>

  <xsl:template match="m:sammantrade">
    <xsl:text>{&#10;"dokumenttyp": </xsl:text>
    <xsl:call-template name="string"><xsl:with-param name="s" select="@dokumenttyp"/></xsl:call-template>
    <xsl:if test="@maskerat">
      <xsl:value-of select="concat(',&#10;&quot;maskerat&quot;: ', @maskerat)"/>
    </xsl:if>
    <xsl:text>,&#10;"kalla": {"fil": </xsl:text>
    <xsl:call-template name="string"><xsl:with-param name="s" select="m:kalla/@fil"/></xsl:call-template>
    <xsl:text>, "sha256": </xsl:text>
    <xsl:call-template name="string"><xsl:with-param name="s" select="m:kalla/@sha256"/></xsl:call-template>
    <xsl:text>, "sidor": </xsl:text>
    <xsl:call-template name="number"><xsl:with-param name="s" select="m:kalla/@sidor"/></xsl:call-template>
    <xsl:text>},&#10;"huvudman": </xsl:text>
    <xsl:call-template name="string"><xsl:with-param name="s" select="m:huvudman"/></xsl:call-template>
    <xsl:text>,&#10;"organ": </xsl:text>
    <xsl:call-template name="string"><xsl:with-param name="s" select="m:organ"/></xsl:call-template>
    <xsl:text>,&#10;"datum": </xsl:text>
    <xsl:call-template name="strings"><xsl:with-param name="nodes" select="m:datum"/></xsl:call-template>
    <xsl:text>,&#10;"tid": {"start": </xsl:text>
    <xsl:call-template name="string"><xsl:with-param name="s" select="m:tid/m:start"/></xsl:call-template>
    <xsl:text>, "slut": </xsl:text>
    <xsl:call-template name="string"><xsl:with-param name="s" select="m:tid/m:slut"/></xsl:call-template>
    <xsl:text>},&#10;"plats": </xsl:text>
    <xsl:call-template name="string"><xsl:with-param name="s" select="m:plats"/></xsl:call-template>
    <xsl:text>,&#10;"ordforande": </xsl:text>
    <xsl:call-template name="string"><xsl:with-param name="s" select="m:ordforande"/></xsl:call-template>
    <xsl:text>,&#10;"sekreterare": </xsl:text>
    <xsl:call-template name="string"><xsl:with-param name="s" select="m:sekreterare"/></xsl:call-template>
    <xsl:text>,&#10;"justerare": </xsl:text>
    <xsl:call-template name="strings"><xsl:with-param name="nodes" select="m:justerare"/></xsl:call-template>
    <xsl:text>,&#10;"paragrafnummer": {"forsta": </xsl:text>
    <xsl:call-template name="string"><xsl:with-param name="s" select="m:paragrafnummer/m:forsta"/></xsl:call-template>
    <xsl:text>, "sista": </xsl:text>
    <xsl:call-template name="string"><xsl:with-param name="s" select="m:paragrafnummer/m:sista"/></xsl:call-template>
    <xsl:text>},&#10;"ajournering": </xsl:text>
    <xsl:call-template name="strings"><xsl:with-param name="nodes" select="m:ajournering"/></xsl:call-template>
    <xsl:text>,&#10;"justering": {"datum": </xsl:text>
    <xsl:call-template name="string"><xsl:with-param name="s" select="m:justering/m:datum"/></xsl:call-template>
    <xsl:text>, "plats": </xsl:text>
    <xsl:call-template name="string"><xsl:with-param name="s" select="m:justering/m:plats"/></xsl:call-template>
    <xsl:text>},&#10;"anslag": {"uppsatt": </xsl:text>
    <xsl:call-template name="string"><xsl:with-param name="s" select="m:anslag/m:uppsatt"/></xsl:call-template>
    <xsl:text>, "nedtas": </xsl:text>
    <xsl:call-template name="string"><xsl:with-param name="s" select="m:anslag/m:nedtas"/></xsl:call-template>
    <xsl:text>, "forvaringsplats": </xsl:text>
    <xsl:call-template name="string"><xsl:with-param name="s" select="m:anslag/m:forvaringsplats"/></xsl:call-template>
    <xsl:text>},&#10;"underskrifter": </xsl:text>
    <xsl:call-template name="objects"><xsl:with-param name="nodes" select="m:underskrift"/></xsl:call-template>
    <xsl:text>,&#10;"signeringsreferenser": </xsl:text>
    <xsl:call-template name="strings"><xsl:with-param name="nodes" select="m:signeringsreferens"/></xsl:call-template>
    <xsl:text>,&#10;"narvaro": </xsl:text>
    <xsl:call-template name="objects"><xsl:with-param name="nodes" select="m:narvaro/m:person"/></xsl:call-template>
    <xsl:text>,&#10;"paragrafer": </xsl:text>
    <xsl:call-template name="objects"><xsl:with-param name="nodes" select="m:arende"/></xsl:call-template>
    <xsl:text>,&#10;"rubriker": </xsl:text>
    <xsl:call-template name="objects">
      <xsl:with-param name="nodes" select="self::*[@dokumenttyp != 'protokoll']//m:rubrik"/>
    </xsl:call-template>
    <xsl:text>,&#10;"ovriga_arenden": </xsl:text>
    <xsl:call-template name="objects"><xsl:with-param name="nodes" select="m:fler-arenden/m:arende"/></xsl:call-template>
    <xsl:text>,&#10;"tabeller": </xsl:text>
    <xsl:call-template name="objects">
      <xsl:with-param name="nodes"
          select="self::*[@dokumenttyp = 'plan' or @dokumenttyp = 'foredragningslista' or @dokumenttyp = 'okand']//m:tabell"/>
    </xsl:call-template>
    <xsl:text>,&#10;"anmarkningar": </xsl:text>
    <xsl:call-template name="objects"><xsl:with-param name="nodes" select="m:anmarkningar/m:anmarkning"/></xsl:call-template>
    <xsl:text>,&#10;"brodtext": [</xsl:text>
    <xsl:apply-templates mode="line"
        select="(m:arende/*[self::m:huvud or self::m:avsnitt or self::m:fotnoter]
                 | m:fler-arenden/m:arende/*[self::m:huvud or self::m:avsnitt or self::m:fotnoter]
                 | m:inledning | m:avslutning | m:bilaga)
                /*[not(self::m:figur or self::m:tabell[not(m:rad)])]"/>
    <xsl:text>]&#10;}&#10;</xsl:text>
  </xsl:template>

  <!-- ==== Objects ==== -->

  <xsl:template match="m:narvaro/m:person" mode="object">
    <xsl:text>{</xsl:text>
    <xsl:call-template name="name"/>
    <xsl:text>, "grupp": </xsl:text>
    <xsl:call-template name="string"><xsl:with-param name="s" select="@grupp"/></xsl:call-template>
    <xsl:text>, "roll": </xsl:text>
    <xsl:call-template name="string"><xsl:with-param name="s" select="@roll"/></xsl:call-template>
    <xsl:text>, "ersatter": </xsl:text>
    <xsl:call-template name="string"><xsl:with-param name="s" select="@ersatter"/></xsl:call-template>
    <xsl:text>, "anmarkning": </xsl:text>
    <xsl:call-template name="string"><xsl:with-param name="s" select="@anmarkning"/></xsl:call-template>
    <xsl:text>}</xsl:text>
  </xsl:template>

  <xsl:template match="m:arende" mode="object">
    <xsl:text>{"nummer": </xsl:text>
    <xsl:call-template name="number"><xsl:with-param name="s" select="@nr"/></xsl:call-template>
    <xsl:text>, "sida": </xsl:text>
    <xsl:call-template name="number"><xsl:with-param name="s" select="@sida"/></xsl:call-template>
    <xsl:text>, "rubrik": </xsl:text>
    <xsl:call-template name="string"><xsl:with-param name="s" select="m:arenderubrik"/></xsl:call-template>
    <xsl:text>,&#10; "diarienummer": </xsl:text>
    <xsl:call-template name="strings"><xsl:with-param name="nodes" select="m:diarienummer"/></xsl:call-template>
    <xsl:text>, "arendeansvarig": </xsl:text>
    <xsl:call-template name="strings"><xsl:with-param name="nodes" select="m:arendeansvarig"/></xsl:call-template>
    <xsl:text>, "handlaggare": </xsl:text>
    <xsl:call-template name="strings"><xsl:with-param name="nodes" select="m:handlaggare"/></xsl:call-template>
    <xsl:text>,&#10; "avsnitt": </xsl:text>
    <xsl:call-template name="strings"><xsl:with-param name="nodes" select="m:avsnitt/@rubrik"/></xsl:call-template>
    <xsl:text>,&#10; "beslut": </xsl:text>
    <xsl:call-template name="entries"><xsl:with-param name="kind" select="'beslut'"/></xsl:call-template>
    <xsl:text>,&#10; "forslag": </xsl:text>
    <xsl:call-template name="entries"><xsl:with-param name="kind" select="'forslag'"/></xsl:call-template>
    <xsl:text>,&#10; "sammanfattning": </xsl:text>
    <xsl:call-template name="entries"><xsl:with-param name="kind" select="'sammanfattning'"/></xsl:call-template>
    <xsl:text>,&#10; "utfall": </xsl:text>
    <xsl:call-template name="string">
      <xsl:with-param name="s"><xsl:apply-templates select="m:utfall" mode="outcome"/></xsl:with-param>
    </xsl:call-template>
    <xsl:text>,&#10; "yrkanden": </xsl:text>
    <xsl:call-template name="objects"><xsl:with-param name="nodes" select="m:yrkande"/></xsl:call-template>
    <xsl:text>,&#10; "voteringar": </xsl:text>
    <xsl:call-template name="objects"><xsl:with-param name="nodes" select="m:votering"/></xsl:call-template>
    <xsl:text>,&#10; "reservationer": </xsl:text>
    <xsl:call-template name="objects"><xsl:with-param name="nodes" select="m:reservation[not(@grund)]"/></xsl:call-template>
    <xsl:text>,&#10; "deltar_ej": </xsl:text>
    <xsl:call-template name="objects"><xsl:with-param name="nodes" select="m:deltar-ej[not(@grund)]"/></xsl:call-template>
    <xsl:text>,&#10; "jav": </xsl:text>
    <xsl:call-template name="objects"><xsl:with-param name="nodes" select="m:jav"/></xsl:call-template>
    <xsl:text>,&#10; "protokollsanteckningar": </xsl:text>
    <xsl:call-template name="objects"><xsl:with-param name="nodes" select="m:protokollsanteckning[not(@grund)]"/></xsl:call-template>
    <xsl:text>,&#10; "sarskilda_yttranden": </xsl:text>
    <xsl:call-template name="objects"><xsl:with-param name="nodes" select="m:sarskilt-yttrande[not(@grund)]"/></xsl:call-template>
    <xsl:text>,&#10; "deltagande": </xsl:text>
    <xsl:choose>
      <xsl:when test="m:deltagande">
        <xsl:call-template name="objects"><xsl:with-param name="nodes" select="m:deltagande/m:person"/></xsl:call-template>
      </xsl:when>
      <xsl:otherwise>null</xsl:otherwise>
    </xsl:choose>
    <xsl:text>,&#10; "fraga": </xsl:text>
    <xsl:choose>
      <xsl:when test="m:fraga"><xsl:apply-templates select="m:fraga" mode="object"/></xsl:when>
      <xsl:otherwise>null</xsl:otherwise>
    </xsl:choose>
    <xsl:text>,&#10; "ajournering": </xsl:text>
    <xsl:call-template name="strings"><xsl:with-param name="nodes" select="m:ajournering"/></xsl:call-template>
    <xsl:text>,&#10; "bilagor": </xsl:text>
    <xsl:call-template name="strings"><xsl:with-param name="nodes" select="m:bilagehanvisning"/></xsl:call-template>
    <xsl:text>,&#10; "beslutsunderlag": </xsl:text>
    <xsl:call-template name="entries"><xsl:with-param name="kind" select="'beslutsunderlag'"/></xsl:call-template>
    <xsl:text>,&#10; "delges": </xsl:text>
    <xsl:call-template name="entries"><xsl:with-param name="kind" select="'delges'"/></xsl:call-template>
    <xsl:text>,&#10; "omedelbart_justerad": </xsl:text>
    <xsl:value-of select="boolean(m:omedelbart-justerad)"/>
    <xsl:call-template name="marked"/>
    <xsl:text>,&#10; "tabeller": </xsl:text>
    <xsl:call-template name="objects"><xsl:with-param name="nodes" select="m:avsnitt/m:tabell"/></xsl:call-template>
    <xsl:text>,&#10; "fotnoter": </xsl:text>
    <xsl:call-template name="strings"><xsl:with-param name="nodes" select="m:fotnoter/m:fotnot"/></xsl:call-template>
    <xsl:text>}</xsl:text>
  </xsl:template>

  <xsl:template match="m:fler-arenden/m:arende" mode="object">
    <xsl:text>{"nummer": </xsl:text>
    <xsl:call-template name="number"><xsl:with-param name="s" select="@nr"/></xsl:call-template>
    <xsl:text>, "rubrik": </xsl:text>
    <xsl:call-template name="string"><xsl:with-param name="s" select="m:arenderubrik"/></xsl:call-template>
    <xsl:text>}</xsl:text>
  </xsl:template>

  <xsl:template match="m:yrkande" mode="object">
    <xsl:text>{</xsl:text>
    <xsl:call-template name="name"/>
    <xsl:text>, "typ": </xsl:text>
    <xsl:call-template name="string">
      <xsl:with-param name="s"><xsl:call-template name="motion-kind"/></xsl:with-param>
    </xsl:call-template>
    <xsl:text>}</xsl:text>
  </xsl:template>

  <xsl:template match="m:votering" mode="object">
    <xsl:text>{"ja": </xsl:text>
    <xsl:call-template name="number"><xsl:with-param name="s" select="@ja"/></xsl:call-template>
    <xsl:text>, "nej": </xsl:text>
    <xsl:call-template name="number"><xsl:with-param name="s" select="@nej"/></xsl:call-template>
    <xsl:text>, "avstar": </xsl:text>
    <xsl:call-template name="number"><xsl:with-param name="s" select="@avstar"/></xsl:call-template>
    <xsl:text>, "ja_betyder": </xsl:text>
    <xsl:call-template name="string"><xsl:with-param name="s" select="@ja-betyder"/></xsl:call-template>
    <xsl:text>, "nej_betyder": </xsl:text>
    <xsl:call-template name="string"><xsl:with-param name="s" select="@nej-betyder"/></xsl:call-template>
    <xsl:text>,&#10;  "roster": {"ja": </xsl:text>
    <xsl:call-template name="objects"><xsl:with-param name="nodes" select="m:rost[@val = 'ja']"/></xsl:call-template>
    <xsl:text>, "nej": </xsl:text>
    <xsl:call-template name="objects"><xsl:with-param name="nodes" select="m:rost[@val = 'nej']"/></xsl:call-template>
    <xsl:text>, "avstar": </xsl:text>
    <xsl:call-template name="objects"><xsl:with-param name="nodes" select="m:rost[@val = 'avstar']"/></xsl:call-template>
    <xsl:text>}}</xsl:text>
  </xsl:template>

  <xsl:template match="m:underskrift" mode="object">
    <xsl:text>{</xsl:text>
    <xsl:call-template name="name"/>
    <xsl:text>, "roll": </xsl:text>
    <xsl:call-template name="string"><xsl:with-param name="s" select="@roll"/></xsl:call-template>
    <xsl:text>, "datum": </xsl:text>
    <xsl:call-template name="string"><xsl:with-param name="s" select="@datum"/></xsl:call-template>
    <xsl:text>}</xsl:text>
  </xsl:template>

  <xsl:template match="m:fraga" mode="object">
    <xsl:text>{"typ": </xsl:text>
    <xsl:call-template name="string">
      <xsl:with-param name="s">
        <xsl:choose>
          <xsl:when test="@typ = 'fraga'">fråga</xsl:when>
          <xsl:otherwise><xsl:value-of select="@typ"/></xsl:otherwise>
        </xsl:choose>
      </xsl:with-param>
    </xsl:call-template>
    <xsl:text>, "status": </xsl:text>
    <xsl:call-template name="string">
      <xsl:with-param name="s">
        <xsl:choose>
          <xsl:when test="@status = 'stalld'">ställd</xsl:when>
          <xsl:when test="@status"><xsl:value-of select="@status"/></xsl:when>
        </xsl:choose>
      </xsl:with-param>
    </xsl:call-template>
    <xsl:text>}</xsl:text>
  </xsl:template>

  <xsl:template match="m:rost | m:reservation | m:deltar-ej | m:jav | m:protokollsanteckning | m:sarskilt-yttrande
                       | m:deltagande/m:person" mode="object">
    <xsl:variable name="both" select="concat(@namn, @parti)"/>
    <xsl:choose>
      <!-- Thousands of them in long minutes: a text that is put together takes more than twice its length. -->
      <xsl:when test="@namn != '' and @parti != '' and translate($both, '\&lt;&quot;&#9;&#10;&#13;', '') = $both">
        <xsl:value-of select="concat('{&quot;namn&quot;: &quot;', @namn, '&quot;, &quot;parti&quot;: &quot;', @parti, '&quot;}')"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:text>{</xsl:text>
        <xsl:call-template name="name"/>
        <xsl:text>}</xsl:text>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The number stands in a heading's text; here it is told apart. -->
  <xsl:template match="m:rubrik" mode="object">
    <xsl:variable name="words"><xsl:apply-templates select="." mode="words"/></xsl:variable>
    <xsl:text>{"niva": </xsl:text>
    <xsl:call-template name="number"><xsl:with-param name="s" select="@niva"/></xsl:call-template>
    <xsl:text>, "nummer": </xsl:text>
    <xsl:call-template name="string"><xsl:with-param name="s" select="@nummer"/></xsl:call-template>
    <xsl:text>, "text": </xsl:text>
    <xsl:call-template name="string">
      <xsl:with-param name="s">
        <xsl:choose>
          <xsl:when test="@nummer and starts-with($words, @nummer)">
            <xsl:value-of select="normalize-space(substring($words, string-length(@nummer) + 1))"/>
          </xsl:when>
          <xsl:otherwise><xsl:value-of select="$words"/></xsl:otherwise>
        </xsl:choose>
      </xsl:with-param>
    </xsl:call-template>
    <xsl:text>}</xsl:text>
  </xsl:template>

  <xsl:template match="m:anmarkning" mode="object">
    <xsl:text>{"typ": </xsl:text>
    <xsl:call-template name="string"><xsl:with-param name="s" select="@typ"/></xsl:call-template>
    <xsl:text>, "niva": </xsl:text>
    <xsl:call-template name="string"><xsl:with-param name="s" select="@niva"/></xsl:call-template>
    <xsl:text>, "sida": </xsl:text>
    <xsl:call-template name="number"><xsl:with-param name="s" select="@sida"/></xsl:call-template>
    <xsl:text>, "var": </xsl:text>
    <xsl:call-template name="string"><xsl:with-param name="s" select="@var"/></xsl:call-template>
    <xsl:text>, "text": </xsl:text>
    <xsl:call-template name="string"><xsl:with-param name="s" select="."/></xsl:call-template>
    <xsl:text>}</xsl:text>
  </xsl:template>

  <xsl:template match="m:tabell" mode="object">
    <xsl:variable name="grid">
      <xsl:call-template name="grid"/>
    </xsl:variable>
    <xsl:text>[</xsl:text>
    <xsl:for-each select="exsl:node-set($grid)/m:rad">
      <xsl:if test="position() &gt; 1">, </xsl:if>
      <part><xsl:call-template name="strings"><xsl:with-param name="nodes" select="m:cell"/></xsl:call-template></part>
    </xsl:for-each>
    <xsl:text>]</xsl:text>
  </xsl:template>

  <xsl:template name="name">
    <xsl:text>"namn": </xsl:text>
    <xsl:call-template name="string"><xsl:with-param name="s" select="@namn"/></xsl:call-template>
    <xsl:text>, "parti": </xsl:text>
    <xsl:call-template name="string"><xsl:with-param name="s" select="@parti"/></xsl:call-template>
  </xsl:template>

  <!-- The blocks of an item's sections of one kind, without headings, markers and tables. -->
  <xsl:template name="entries">
    <xsl:param name="kind"/>
    <xsl:call-template name="strings">
      <xsl:with-param name="nodes"
          select="m:avsnitt[@typ = $kind]/*[self::m:stycke or self::m:punkt or self::m:uppgift]"/>
    </xsl:call-template>
  </xsl:template>

  <!-- ==== Body text: a block a line, a table a line for each row ==== -->

  <xsl:template match="*" mode="line">
    <xsl:value-of select="substring(',&#10; ', 1 + (position() = 1))"/>
    <part>
      <xsl:choose>
        <xsl:when test="* or @markor or contains(., '&#10;')">
          <xsl:call-template name="string">
            <xsl:with-param name="s">
              <xsl:if test="@markor"><xsl:value-of select="concat(@markor, ' ')"/></xsl:if>
              <xsl:apply-templates mode="with-marks"/>
            </xsl:with-param>
          </xsl:call-template>
        </xsl:when>
        <xsl:otherwise><xsl:call-template name="string"/></xsl:otherwise>
      </xsl:choose>
    </part>
  </xsl:template>

  <xsl:template match="m:uppgift" mode="line">
    <xsl:value-of select="substring(',&#10; ', 1 + (position() = 1))"/>
    <part>
      <xsl:call-template name="string">
        <xsl:with-param name="s"><xsl:apply-templates select="." mode="with-marks"/></xsl:with-param>
      </xsl:call-template>
    </part>
  </xsl:template>

  <xsl:template match="m:tabell" mode="line">
    <xsl:variable name="grid">
      <xsl:call-template name="grid"/>
    </xsl:variable>
    <xsl:variable name="first" select="position() = 1"/>
    <xsl:for-each select="exsl:node-set($grid)/m:rad">
      <xsl:value-of select="substring(',&#10; ', 1 + ($first and position() = 1))"/>
      <part>
        <xsl:call-template name="string">
          <xsl:with-param name="s">
            <xsl:for-each select="m:cell">
              <xsl:if test="position() &gt; 1"><xsl:text>&#9;</xsl:text></xsl:if>
              <xsl:apply-templates select="." mode="with-marks"/>
            </xsl:for-each>
          </xsl:with-param>
        </xsl:call-template>
      </part>
    </xsl:for-each>
  </xsl:template>

  <!-- The words of a node: with footnote marks as plain digits, or without. -->
  <xsl:template match="m:uppgift" mode="with-marks">
    <xsl:for-each select="m:rad/m:cell">
      <xsl:if test="position() &gt; 1"><xsl:text> </xsl:text></xsl:if>
      <xsl:apply-templates select="." mode="with-marks"/>
    </xsl:for-each>
  </xsl:template>
  <xsl:template match="*" mode="with-marks"><xsl:apply-templates mode="with-marks"/></xsl:template>
  <xsl:template match="text()" mode="with-marks"><xsl:call-template name="collapsed"/></xsl:template>

  <xsl:template match="m:uppgift" mode="words">
    <xsl:for-each select="m:rad/m:cell">
      <xsl:if test="position() &gt; 1"><xsl:text> </xsl:text></xsl:if>
      <xsl:apply-templates select="." mode="words"/>
    </xsl:for-each>
  </xsl:template>
  <xsl:template match="*" mode="words"><xsl:apply-templates mode="words"/></xsl:template>
  <xsl:template match="m:notmarke" mode="words"/>
  <xsl:template match="text()" mode="words"><xsl:call-template name="collapsed"/></xsl:template>

  <!-- ==== JSON ==== -->

  <xsl:template name="objects">
    <xsl:param name="nodes"/>
    <xsl:text>[</xsl:text>
    <xsl:for-each select="$nodes">
      <xsl:value-of select="substring(',&#10;  ', 1 + (position() = 1))"/>
      <part><xsl:apply-templates select="." mode="object"/></part>
    </xsl:for-each>
    <xsl:text>]</xsl:text>
  </xsl:template>

  <xsl:template name="strings">
    <xsl:param name="nodes"/>
    <xsl:text>[</xsl:text>
    <xsl:for-each select="$nodes">
      <xsl:if test="position() &gt; 1">, </xsl:if>
      <xsl:variable name="words"><xsl:apply-templates select="." mode="words"/></xsl:variable>
      <xsl:choose>
        <xsl:when test="string($words)">
          <xsl:call-template name="string"><xsl:with-param name="s" select="$words"/></xsl:call-template>
        </xsl:when>
        <xsl:otherwise>""</xsl:otherwise>
      </xsl:choose>
    </xsl:for-each>
    <xsl:text>]</xsl:text>
  </xsl:template>
</xsl:stylesheet>
