<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<!-- What the entries of Atom feeds say, for tests/check_equal.sh, in lines as those of site.xsl:

     ordning   number, title and decision of all items of a meeting; of=json: as JSON has them, without the numbers of lists
     handelse  the same of one item, after what its meeting is called
     fakta     of all items of a meeting, votes, page and register numbers, and whether somebody has a reservation
     utfall    what became of an item -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:a="http://www.w3.org/2005/Atom"
    xmlns:x="http://www.w3.org/1999/xhtml"
    xmlns:exsl="http://exslt.org/common"
    exclude-result-prefixes="a x exsl">
  <xsl:import href="words.xsl"/>
  <xsl:param name="base"/>

  <xsl:template match="/"><xsl:apply-templates select="//a:entry"/></xsl:template>

  <xsl:template match="a:entry">
    <xsl:variable name="address" select="substring-after(a:link[@rel = 'alternate']/@href, $base)"/>
    <xsl:variable name="plain"><xsl:apply-templates select="a:content/x:div/node()" mode="plain"/></xsl:variable>
    <xsl:variable name="told" select="exsl:node-set($plain)"/>
    <xsl:variable name="one" select="not($told/h2)"/>
    <xsl:value-of select="concat(substring('handelse', 1, 8 * $one), substring('ordning', 1, 7 * not($one)), ' ', $address, ' säger ')"/>
    <xsl:variable name="words">
      <xsl:if test="$one"><xsl:value-of select="concat(a:title, ' ')"/></xsl:if>
      <xsl:apply-templates select="$told/h2 | $told/blockquote"/>
    </xsl:variable>
    <xsl:value-of select="concat(normalize-space($words), '&#10;')"/>
    <xsl:if test="not($one)">
      <xsl:variable name="facts"><xsl:apply-templates select="$told/p" mode="fact"/></xsl:variable>
      <xsl:value-of select="concat('fakta ', $address, ' säger ', normalize-space($facts), '&#10;')"/>
    </xsl:if>
    <xsl:for-each select="$told/p[contains(., 'Utfall (härlett): ')]">
      <xsl:variable name="of" select="substring-after(preceding-sibling::h2[1]/a/@href, $base)"/>
      <xsl:value-of select="concat('utfall ', $of, substring($address, 1, string-length($address) * $one), ' säger ',
                                   substring-before(concat(substring-after(., 'Utfall (härlett): '), ' · '), ' · '), '&#10;')"/>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="*" mode="plain">
    <xsl:element name="{local-name()}"><xsl:copy-of select="@*"/><xsl:apply-templates mode="plain"/></xsl:element>
  </xsl:template>
  <xsl:template match="x:ol" mode="plain">
    <xsl:element name="{substring('ou', 1 + ($of = 'json'), 1)}l"><xsl:copy-of select="@*"/><xsl:apply-templates mode="plain"/></xsl:element>
  </xsl:template>
  <xsl:template match="x:sup" mode="plain">
    <xsl:if test="$of != 'json'"><sup><xsl:apply-templates mode="plain"/></sup></xsl:if>
  </xsl:template>

  <!-- JSON has neither that a vote was secret nor that it was settled by one; what became of an item is told apart. -->
  <xsl:template match="p" mode="fact">
    <xsl:variable name="vote" select="starts-with(., 'Omröstning: ') or starts-with(., 'Sluten omröstning: ')"/>
    <xsl:variable name="settled" select="substring-before(concat(., ' · Avgjord med '), ' · Avgjord med ')"/>
    <xsl:choose>
      <xsl:when test="$vote"><xsl:value-of select="concat(substring-after($settled, ': '), ' ')"/></xsl:when>
      <xsl:when test="starts-with(., 'Sidan ')">
        <xsl:value-of select="concat(substring-before(concat(., ' · Utfall'), ' · Utfall'), ' ')"/>
        <xsl:if test="contains(., ' · Utfall') and contains(., ' · Reservation')">Reservation </xsl:if>
      </xsl:when>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
