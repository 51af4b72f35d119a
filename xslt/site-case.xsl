<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<!-- The page of a case: where its register number was treated, in order of date. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:p="urn:sammandrag:sida:1"
    xmlns:w="urn:sammandrag:webbplats:1"
    exclude-result-prefixes="p w">

  <xsl:template match="p:sida[@slag = 'fall']" mode="title">
    <xsl:value-of select="concat('Ärende ', w:webbplats/w:fall/@nummer)"/>
    <xsl:if test="w:webbplats/w:fall/@titel"><xsl:value-of select="concat(': ', w:webbplats/w:fall/@titel)"/></xsl:if>
  </xsl:template>

  <xsl:template match="p:sida[@slag = 'fall']" mode="page">
    <xsl:for-each select="w:webbplats/w:fall">
      <div class="rubrik">
        <p class="huvudman">
          <xsl:if test="@huvudman"><xsl:value-of select="concat(@huvudman, ' · ')"/></xsl:if>
          <xsl:text>Ärendets gång</xsl:text>
        </p>
        <h1>
          <xsl:call-template name="long-title"><xsl:with-param name="title" select="@titel"/></xsl:call-template>
          <span class="nr"><xsl:value-of select="@nummer"/></span>
          <xsl:text> </xsl:text>
          <xsl:value-of select="@titel"/>
        </h1>
        <p class="ingress">
          <xsl:text>Numret nämns vid </xsl:text>
          <xsl:call-template name="count">
            <xsl:with-param name="n" select="count(w:handelse)"/>
            <xsl:with-param name="one" select="'tillfälle'"/>
            <xsl:with-param name="many" select="'tillfällen'"/>
          </xsl:call-template>
          <xsl:text> i de protokoll som finns här. Fler kan finnas på annat håll.</xsl:text>
        </p>
      </div>
      <ol class="gang">
        <xsl:apply-templates select="w:handelse"/>
      </ol>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="w:handelse">
    <xsl:variable name="item" select="w:arende"/>
    <li>
      <p class="nar">
        <xsl:choose>
          <xsl:when test="@datum"><time datetime="{@datum}"><xsl:call-template name="date-in-words"><xsl:with-param name="date" select="@datum"/></xsl:call-template></time></xsl:when>
          <xsl:otherwise>Utan datum</xsl:otherwise>
        </xsl:choose>
        <xsl:call-template name="adjustment-mark"/>
      </p>
      <h2>
        <xsl:value-of select="@organ"/>
        <xsl:if test="not(@organ)">Okänt organ</xsl:if>
      </h2>
      <p><xsl:apply-templates select="w:arende" mode="line"/></p>
      <xsl:if test="w:arende/w:beslut">
        <div class="beslut"><xsl:apply-templates select="w:arende/w:beslut" mode="blocks"/></div>
      </xsl:if>
    </li>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

</xsl:stylesheet>
