<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<!-- A digest as JSON, for programs: the XML's names, each repeated element an array. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:d="urn:sammandrag:oversikt:1">

  <xsl:include href="json-values.xsl"/>
  <xsl:output method="text" encoding="UTF-8"/>

  <!-- Attributes that are numbers, and those that say yes. -->
  <xsl:variable name="numbers"> sida poang antal ja nej avstar franvarande namngivna arenden formella maskerat av vikt hogst grans beslutspunkter kronor kvar ordantal ordgrans citatgrans </xsl:variable>
  <xsl:variable name="flags"> forslag sluten kontrollerad offentlig borjan-utelamnad fortsattning-utelamnad ledtext-sist efter-votering </xsl:variable>

  <xsl:template match="/">
    <xsl:apply-templates select="d:oversikt" mode="object"/>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <!-- Attributes, then elements of text, then what repeats. -->
  <xsl:template match="*" mode="object">
    <xsl:text>{</xsl:text>
    <xsl:for-each select="@*">
      <xsl:if test="position() &gt; 1">, </xsl:if>
      <xsl:call-template name="member"/>
    </xsl:for-each>
    <xsl:if test="not(*) and string()">
      <xsl:text>, "text": </xsl:text>
      <xsl:call-template name="string"><xsl:with-param name="s" select="string()"/></xsl:call-template>
    </xsl:if>
    <xsl:for-each select="d:titel | d:arenderubrik | d:ledtext | d:ord">
      <xsl:if test="position() &gt; 1 or ../@*">, </xsl:if>
      <xsl:value-of select="concat('&quot;', local-name(), '&quot;: ')"/>
      <xsl:call-template name="string"/>
    </xsl:for-each>
    <xsl:apply-templates select="." mode="arrays"/>
    <xsl:text>}</xsl:text>
  </xsl:template>

  <xsl:template name="member">
    <xsl:value-of select="concat('&quot;', local-name(), '&quot;: ')"/>
    <xsl:variable name="name" select="concat(' ', local-name(), ' ')"/>
    <xsl:choose>
      <xsl:when test="contains($flags, $name)"><xsl:value-of select="string(. = 'true')"/></xsl:when>
      <!-- "ja" and "nej" are numbers, "till" and "nr" are as printed. -->
      <xsl:when test="contains($numbers, $name) and string(number()) != 'NaN'"><xsl:value-of select="."/></xsl:when>
      <xsl:otherwise><xsl:call-template name="string"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="*" mode="arrays"/>

  <xsl:template match="d:oversikt" mode="arrays">
    <xsl:call-template name="strings"><xsl:with-param name="name">valda_organ</xsl:with-param><xsl:with-param name="nodes" select="d:valt-organ"/></xsl:call-template>
    <xsl:call-template name="strings"><xsl:with-param name="name">valda_partier</xsl:with-param><xsl:with-param name="nodes" select="d:valt-parti"/></xsl:call-template>
    <xsl:call-template name="strings"><xsl:with-param name="name">bevakade_ord</xsl:with-param><xsl:with-param name="nodes" select="d:bevakat-ord"/></xsl:call-template>
    <xsl:call-template name="array"><xsl:with-param name="name">sammantraden</xsl:with-param><xsl:with-param name="nodes" select="d:sammantrade"/></xsl:call-template>
    <xsl:call-template name="array"><xsl:with-param name="name">delar</xsl:with-param><xsl:with-param name="nodes" select="d:del"/></xsl:call-template>
    <xsl:call-template name="array"><xsl:with-param name="name">utelamnade</xsl:with-param><xsl:with-param name="nodes" select="d:utelamnad"/></xsl:call-template>
    <xsl:call-template name="array"><xsl:with-param name="name">signaler_som_raknas</xsl:with-param><xsl:with-param name="nodes" select="d:signal"/></xsl:call-template>
  </xsl:template>

  <xsl:template match="d:sammantrade" mode="arrays">
    <xsl:call-template name="array"><xsl:with-param name="name">anmarkningar</xsl:with-param><xsl:with-param name="nodes" select="d:anmarkningar/d:anmarkning"/></xsl:call-template>
  </xsl:template>

  <xsl:template match="d:del" mode="arrays">
    <xsl:call-template name="array"><xsl:with-param name="name">arenden</xsl:with-param><xsl:with-param name="nodes" select="d:arende"/></xsl:call-template>
  </xsl:template>

  <xsl:template match="d:arende" mode="arrays">
    <xsl:call-template name="strings"><xsl:with-param name="name">diarienummer</xsl:with-param><xsl:with-param name="nodes" select="d:diarienummer"/></xsl:call-template>
    <xsl:call-template name="array"><xsl:with-param name="name">citat</xsl:with-param><xsl:with-param name="nodes" select="d:citat"/></xsl:call-template>
    <xsl:call-template name="array"><xsl:with-param name="name">voteringar</xsl:with-param><xsl:with-param name="nodes" select="d:votering"/></xsl:call-template>
    <xsl:call-template name="array"><xsl:with-param name="name">reservationer</xsl:with-param><xsl:with-param name="nodes" select="d:reservation"/></xsl:call-template>
    <xsl:call-template name="array"><xsl:with-param name="name">signaler</xsl:with-param><xsl:with-param name="nodes" select="d:signal"/></xsl:call-template>
    <xsl:call-template name="array"><xsl:with-param name="name">anmarkningar</xsl:with-param><xsl:with-param name="nodes" select="d:anmarkningar/d:anmarkning"/></xsl:call-template>
  </xsl:template>

  <xsl:template match="d:votering" mode="arrays">
    <xsl:call-template name="array"><xsl:with-param name="name">partier</xsl:with-param><xsl:with-param name="nodes" select="d:parti"/></xsl:call-template>
  </xsl:template>

  <xsl:template name="strings">
    <xsl:param name="name"/>
    <xsl:param name="nodes"/>
    <xsl:value-of select="concat(',&#10;&quot;', $name, '&quot;: [')"/>
    <xsl:for-each select="$nodes">
      <xsl:if test="position() &gt; 1">, </xsl:if>
      <xsl:call-template name="string"/>
    </xsl:for-each>
    <xsl:text>]</xsl:text>
  </xsl:template>

  <xsl:template name="array">
    <xsl:param name="name"/>
    <xsl:param name="nodes"/>
    <xsl:value-of select="concat(',&#10;&quot;', $name, '&quot;: [')"/>
    <xsl:for-each select="$nodes">
      <xsl:if test="position() &gt; 1">,&#10;</xsl:if>
      <xsl:apply-templates select="." mode="object"/>
    </xsl:for-each>
    <xsl:text>]</xsl:text>
  </xsl:template>
</xsl:stylesheet>
