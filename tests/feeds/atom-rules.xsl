<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<!-- What RFC 4287 asks of a feed in words, and what its readers ask: a line for each rule that is broken. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:a="http://www.w3.org/2005/Atom">

  <xsl:output method="text" encoding="UTF-8"/>

  <xsl:key name="ids" match="a:id" use="."/>

  <xsl:template match="/a:feed">
    <xsl:if test="not(a:author) and a:entry[not(a:author)]">4.1.1: no author&#10;</xsl:if>
    <xsl:if test="count(a:link[@rel = 'self']) != 1">4.1.1: not one link to itself&#10;</xsl:if>
    <xsl:if test="not(@xml:lang)">2: no language&#10;</xsl:if>
    <xsl:apply-templates select="self::* | a:entry" mode="rules"/>
    <xsl:apply-templates select="//a:link/@href | //a:uri/text()" mode="address"/>
    <!-- Days have the same form, so that without their marks they are numbers. -->
    <xsl:variable name="updated" select="number(translate(a:updated, '-:TZ', ''))"/>
    <xsl:for-each select="a:entry[translate(a:updated, '-:TZ', '') &gt; $updated]">
      <xsl:value-of select="concat('4.2.15: newer than the feed: ', a:id, '&#10;')"/>
    </xsl:for-each>
    <xsl:for-each select="a:entry[translate(following-sibling::a:entry[1]/a:updated, '-:TZ', '') &gt; translate(a:updated, '-:TZ', '')]">
      <xsl:value-of select="concat('not the newest first: ', a:id, '&#10;')"/>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="*" mode="rules">
    <xsl:if test="not(contains(a:id, ':')) or translate(a:id, ' ', '') != a:id">
      <xsl:value-of select="concat('4.2.6: id is no absolute IRI: ', a:id, '&#10;')"/>
    </xsl:if>
    <xsl:if test="count(key('ids', a:id)) != 1">
      <xsl:value-of select="concat('4.2.6: id is not the only one: ', a:id, '&#10;')"/>
    </xsl:if>
    <xsl:if test="a:link[@rel = 'alternate'][@type = preceding-sibling::a:link[@rel = 'alternate']/@type]">
      <xsl:value-of select="concat('4.1.1, 4.1.2: two alternate links of a type: ', a:id, '&#10;')"/>
    </xsl:if>
    <xsl:if test="self::a:entry[not(a:content) and not(a:link[@rel = 'alternate'])]">
      <xsl:value-of select="concat('4.1.2: neither content nor alternate: ', a:id, '&#10;')"/>
    </xsl:if>
    <xsl:if test="self::a:entry and not(normalize-space(a:content))">
      <xsl:value-of select="concat('empty content: ', a:id, '&#10;')"/>
    </xsl:if>
    <xsl:if test="not(normalize-space(a:title))">
      <xsl:value-of select="concat('4.2.14: empty title: ', a:id, '&#10;')"/>
    </xsl:if>
    <xsl:if test="a:author[not(normalize-space(a:name))]">
      <xsl:value-of select="concat('3.2.1: author without a name: ', a:id, '&#10;')"/>
    </xsl:if>
  </xsl:template>

  <!-- To the web, or relative. -->
  <xsl:template match="@* | text()" mode="address">
    <xsl:variable name="scheme" select="substring-before(., ':')"/>
    <xsl:if test="translate(., ' &lt;&gt;&quot;\^`{|}', '') != string(.)
                  or (contains(., ':') and $scheme != 'http' and $scheme != 'https')">
      <xsl:value-of select="concat('no address: ', ., '&#10;')"/>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
