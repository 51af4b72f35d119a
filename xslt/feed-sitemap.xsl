<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<!-- The pages of a site, for search engines: a sitemap by the protocol of sitemaps.org. It says of no page when it was
     changed, since minutes do not know. -->
<xsl:stylesheet version="1.0"
    xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:w="urn:sammandrag:webbplats:1"
    exclude-result-prefixes="w">

  <xsl:output method="xml" encoding="UTF-8" indent="no"/>

  <!-- The protocol allows no more; of a larger site the items of the oldest meetings are left out, which their meetings
       lead to. -->
  <xsl:variable name="pages-at-most" select="50000"/>

  <xsl:template match="/w:webbplats">
    <xsl:variable name="overviews" select="w:organ | w:organ/w:arsvis | w:fall"/>
    <urlset>
      <xsl:text>&#10;</xsl:text>
      <xsl:call-template name="page"/>
      <xsl:call-template name="page"><xsl:with-param name="address" select="'tillganglighet/'"/></xsl:call-template>
      <xsl:for-each select="$overviews"><xsl:call-template name="page"><xsl:with-param name="address" select="@adress"/></xsl:call-template></xsl:for-each>
      <xsl:for-each select="w:sammantrade">
        <xsl:call-template name="page"><xsl:with-param name="address" select="@adress"/></xsl:call-template>
        <xsl:call-template name="page"><xsl:with-param name="address" select="concat(@adress, 'protokoll/')"/></xsl:call-template>
      </xsl:for-each>
      <xsl:variable name="left" select="$pages-at-most - 2 - count($overviews) - 2 * count(w:sammantrade)"/>
      <xsl:for-each select="w:sammantrade/w:arende">
        <xsl:sort select="../w:datum[1]" order="descending"/>
        <xsl:if test="position() &lt;= $left">
          <xsl:call-template name="page"><xsl:with-param name="address" select="@adress"/></xsl:call-template>
        </xsl:if>
      </xsl:for-each>
    </urlset>
  </xsl:template>

  <xsl:template name="page">
    <xsl:param name="address"/>
    <url><loc><xsl:value-of select="concat(/w:webbplats/@bas, $address)"/></loc></url>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>
</xsl:stylesheet>
