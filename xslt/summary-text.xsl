<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<!-- The order of a summary in Markdown and plain text, which md.xsl and txt.xsl write. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:s="urn:sammandrag:sammanfattning:1">

  <xsl:template match="s:sammanfattning" mode="document">
    <xsl:if test="s:huvudman">
      <xsl:call-template name="paragraph"><xsl:with-param name="text" select="s:huvudman"/></xsl:call-template>
    </xsl:if>
    <xsl:if test="s:ingress">
      <xsl:call-template name="paragraph"><xsl:with-param name="text" select="s:ingress"/></xsl:call-template>
      <xsl:call-template name="link">
        <xsl:with-param name="text" select="'Läs hela protokollet (PDF)'"/>
        <xsl:with-param name="url" select="$pdf"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:call-template name="blocks">
      <xsl:with-param name="blocks" select="s:text/*"/>
      <xsl:with-param name="first" select="2"/>
    </xsl:call-template>
    <xsl:apply-templates select="s:arende" mode="part"/>
    <xsl:if test="s:fler-arenden">
      <xsl:call-template name="heading">
        <xsl:with-param name="level" select="2"/>
        <xsl:with-param name="text" select="'Fler ärenden som behandlades'"/>
      </xsl:call-template>
      <xsl:text>&#10;</xsl:text>
      <xsl:for-each select="s:fler-arenden/s:arende">
        <xsl:call-template name="entry">
          <xsl:with-param name="text">
            <xsl:call-template name="item-number"/>
            <xsl:value-of select="concat(' ', s:arenderubrik)"/>
          </xsl:with-param>
          <xsl:with-param name="url" select="@lank"/>
        </xsl:call-template>
      </xsl:for-each>
    </xsl:if>
    <xsl:if test="s:anmarkningar/s:anmarkning[@niva = 'fel']">
      <xsl:call-template name="paragraph">
        <xsl:with-param name="text" select="'Delar av originalet har inte kunnat läsas rätt. Jämför med originalet.'"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:call-template name="paragraph">
      <xsl:with-param name="text" select="concat('Källa: ', @fil, ' (PDF). Originalet gäller om något skiljer sig.')"/>
    </xsl:call-template>
    <xsl:if test="@maskerat">
      <xsl:call-template name="paragraph"><xsl:with-param name="text" select="string($masked)"/></xsl:call-template>
    </xsl:if>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="s:arende" mode="part">
    <xsl:call-template name="heading">
      <xsl:with-param name="level" select="2"/>
      <xsl:with-param name="text">
        <xsl:call-template name="item-number"/>
        <xsl:value-of select="concat(' ', s:arenderubrik)"/>
      </xsl:with-param>
    </xsl:call-template>
    <xsl:apply-templates select="s:beslut | s:bakgrund | s:oenighet" mode="part"/>
    <xsl:call-template name="blocks"><xsl:with-param name="blocks" select="s:fotnoter/*"/></xsl:call-template>
    <xsl:if test="@olaslig">
      <xsl:call-template name="link">
        <xsl:with-param name="text"><xsl:call-template name="left-out"/></xsl:with-param>
        <xsl:with-param name="url">
          <xsl:call-template name="page-url"><xsl:with-param name="page" select="@olaslig"/></xsl:call-template>
        </xsl:with-param>
        <xsl:with-param name="after">.</xsl:with-param>
      </xsl:call-template>
    </xsl:if>
    <xsl:call-template name="link">
      <xsl:with-param name="text">
        <xsl:if test="@avkortad">Läs mer: </xsl:if>
        <xsl:call-template name="item-number"/>
        <xsl:if test="@nr and @sida">, </xsl:if>
        <xsl:if test="@sida"><xsl:value-of select="concat('sidan ', @sida, ' i protokollet')"/></xsl:if>
      </xsl:with-param>
      <xsl:with-param name="url" select="@lank"/>
      <xsl:with-param name="after">
        <xsl:for-each select="s:diarienummer">
          <xsl:value-of select="concat(' · ', .)"/>
        </xsl:for-each>
        <xsl:call-template name="outcome-label"><xsl:with-param name="kind" select="@utfall"/></xsl:call-template>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- Background has no heading of its own; the other parts have the minutes', where these have one. -->
  <xsl:template match="s:beslut | s:bakgrund | s:oenighet" mode="part">
    <xsl:if test="self::s:bakgrund or not(*[1][self::s:rubrik])">
      <xsl:call-template name="heading">
        <xsl:with-param name="level" select="3"/>
        <xsl:with-param name="text">
          <xsl:choose>
            <xsl:when test="self::s:beslut">Beslut</xsl:when>
            <xsl:when test="self::s:bakgrund">Bakgrund</xsl:when>
            <xsl:otherwise>Yrkanden och reservationer</xsl:otherwise>
          </xsl:choose>
        </xsl:with-param>
      </xsl:call-template>
    </xsl:if>
    <xsl:call-template name="blocks">
      <xsl:with-param name="blocks" select="*"/>
      <xsl:with-param name="first" select="3 + count(self::s:bakgrund)"/>
    </xsl:call-template>
  </xsl:template>
</xsl:stylesheet>
