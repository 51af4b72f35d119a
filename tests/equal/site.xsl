<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<!-- What pages of a site say, and HTML of a meeting alone, for tests/check_equal.sh: a line for each thing said, with what it
     is and, on a site, the address of what it is of, then "säger". Words are taken as in words.xsl; what a page of a site says
     besides those of the minutes is said here, and nowhere else:

     sammanfattning  the summary: without the votes in numbers, what has been changed, and what the minutes leave open
     protokoll       the whole minutes
     arende          an item but for its printed head and the list of its votes: first what was decided, then the rest
     beslut          number, title and decision of an item; ordning: of all items of a meeting
     handelse        the same after what its meeting is called
     utfall          what became of an item
     kommande        a day to come that an item speaks of
     mote            body, place and number of items of a meeting -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="words.xsl"/>
  <xsl:param name="base"/>

  <xsl:variable name="address" select="substring-after(//link[@rel = 'canonical']/@href, $base)"/>

  <xsl:template match="/">
    <xsl:variable name="kind" select="substring-after(//main/@class, 'slag-')"/>
    <xsl:choose>
      <xsl:when test="$kind = ''"><xsl:call-template name="edition"><xsl:with-param name="kind" select="$edition"/></xsl:call-template></xsl:when>
      <xsl:when test="$kind = 'sammantrade'">
        <xsl:call-template name="edition"><xsl:with-param name="kind" select="'sammanfattning'"/></xsl:call-template>
        <xsl:call-template name="meeting"/>
      </xsl:when>
      <xsl:when test="$kind = 'protokoll'">
        <xsl:call-template name="edition"><xsl:with-param name="kind" select="$kind"/></xsl:call-template>
        <xsl:call-template name="items"/>
      </xsl:when>
      <xsl:when test="$kind = 'arende'"><xsl:call-template name="item"/></xsl:when>
      <xsl:when test="$kind = 'fall'"><xsl:apply-templates select="//main/ol/li" mode="event"/></xsl:when>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="line">
    <xsl:param name="kind"/>
    <xsl:param name="of" select="$address"/>
    <xsl:param name="says"/>
    <xsl:value-of select="concat($kind, ' ', $of, ' säger ', normalize-space($says), '&#10;')"/>
  </xsl:template>

  <!-- ==== Both editions: alone, and as a page of a site ==== -->

  <xsl:template name="edition">
    <xsl:param name="kind"/>
    <xsl:variable name="head" select="//header[h1] | //div[@class = 'rubrik']"/>
    <xsl:call-template name="line">
      <xsl:with-param name="kind" select="$kind"/>
      <xsl:with-param name="says">
        <xsl:apply-templates select="$head/h1/node()"/>
        <xsl:text> </xsl:text>
        <xsl:value-of select="concat($head/p[@class = 'huvudman'], ' ')"/>
        <xsl:if test="$kind = 'sammanfattning'">
          <xsl:apply-templates select="$head/p[not(@class)]/text() | $head/p[@class = 'ingress'][. != 'Texten är handlingens egen.']"/>
        </xsl:if>
        <xsl:apply-templates select="$head/dl"/>
        <xsl:choose>
          <xsl:when test="//div[@class = 'sedan']"><xsl:apply-templates select="//div[@class = 'sedan']/*[not(@aria-labelledby = 'andrat')]"/></xsl:when>
          <xsl:otherwise><xsl:apply-templates select="//main/*[not(@class = 'rubrik' or @class = 'del om')]"/></xsl:otherwise>
        </xsl:choose>
        <xsl:apply-templates select="//footer/details | //div[@class = 'del om']/details"/>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="article/p[@class = 'var'][a[@class = 'marke rost']]"/>

  <!-- ==== Items ==== -->

  <!-- In the whole minutes. -->
  <xsl:template name="items">
    <xsl:for-each select="//article">
      <xsl:variable name="place" select="p[@class = 'var'][1]"/>
      <xsl:variable name="decision" select="div[@class = 'beslut']"/>
      <xsl:call-template name="line">
        <xsl:with-param name="kind" select="'arende'"/>
        <xsl:with-param name="of"><xsl:call-template name="led-to"><xsl:with-param name="href" select="h2/a/@href"/></xsl:call-template></xsl:with-param>
        <xsl:with-param name="says">
          <xsl:apply-templates select="h2"/>
          <xsl:apply-templates select="$decision"/>
          <xsl:apply-templates select="$place/following-sibling::*[not(@class = 'beslut' or @class = 'obs')]" mode="item"/>
        </xsl:with-param>
      </xsl:call-template>
      <xsl:call-template name="line">
        <xsl:with-param name="kind" select="'beslut'"/>
        <xsl:with-param name="of"><xsl:call-template name="led-to"><xsl:with-param name="href" select="h2/a/@href"/></xsl:call-template></xsl:with-param>
        <xsl:with-param name="says"><xsl:call-template name="decided"/></xsl:with-param>
      </xsl:call-template>
      <xsl:if test="contains($place, 'Utfall (härlett): ')">
        <xsl:call-template name="line">
          <xsl:with-param name="kind" select="'utfall'"/>
          <xsl:with-param name="of"><xsl:call-template name="led-to"><xsl:with-param name="href" select="h2/a/@href"/></xsl:call-template></xsl:with-param>
          <xsl:with-param name="says" select="substring-after($place, 'Utfall (härlett): ')"/>
        </xsl:call-template>
      </xsl:if>
    </xsl:for-each>
    <xsl:call-template name="line">
      <xsl:with-param name="kind" select="'ordning'"/>
      <xsl:with-param name="of" select="substring($address, 1, string-length($address) - string-length('protokoll/'))"/>
      <xsl:with-param name="says"><xsl:for-each select="//article"><xsl:call-template name="decided"/><xsl:text> </xsl:text></xsl:for-each></xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="decided">
    <xsl:param name="title" select="h2"/>
    <xsl:param name="decision" select="div[@class = 'beslut']"/>
    <xsl:apply-templates select="$title"/>
    <xsl:for-each select="$decision/*[position() &gt; 1 or not(self::h2 or self::h3)]"><xsl:apply-templates select="."/></xsl:for-each>
  </xsl:template>

  <!-- On its own page. -->
  <xsl:template name="item">
    <xsl:variable name="decision" select="//div[@class = 'forst']/div"/>
    <xsl:call-template name="line">
      <xsl:with-param name="kind" select="'arende'"/>
      <xsl:with-param name="says">
        <xsl:apply-templates select="//div[@class = 'rubrik']/h1/node()"/>
        <xsl:apply-templates select="$decision"/>
        <xsl:apply-templates select="//div[@class = 'sedan']/*[not(@aria-labelledby)]" mode="item"/>
      </xsl:with-param>
    </xsl:call-template>
    <xsl:call-template name="line">
      <xsl:with-param name="kind" select="'beslut'"/>
      <xsl:with-param name="says">
        <xsl:call-template name="decided">
          <xsl:with-param name="title" select="//div[@class = 'rubrik']/h1/node()"/>
          <xsl:with-param name="decision" select="$decision"/>
        </xsl:call-template>
      </xsl:with-param>
    </xsl:call-template>
    <xsl:call-template name="line">
      <xsl:with-param name="kind" select="'handelse'"/>
      <xsl:with-param name="says">
        <xsl:variable name="meeting" select="//main//p[@class = 'huvudman']"/>
        <xsl:value-of select="substring-after($meeting, ' · ')"/>
        <xsl:if test="not(contains($meeting, ' · '))"><xsl:value-of select="$meeting"/></xsl:if>
        <xsl:text> </xsl:text>
        <xsl:call-template name="decided">
          <xsl:with-param name="title" select="//div[@class = 'rubrik']/h1/node()"/>
          <xsl:with-param name="decision" select="$decision"/>
        </xsl:call-template>
      </xsl:with-param>
    </xsl:call-template>
    <xsl:for-each select="//aside//dd[preceding-sibling::dt[1] = 'Utfall, härlett']">
      <xsl:call-template name="line">
        <xsl:with-param name="kind" select="'utfall'"/>
        <xsl:with-param name="says" select="text()"/>
      </xsl:call-template>
    </xsl:for-each>
    <xsl:for-each select="//aside//dd[preceding-sibling::dt[1] = 'Datum framöver']">
      <xsl:call-template name="line">
        <xsl:with-param name="kind" select="'kommande'"/>
        <xsl:with-param name="of" select="concat($address, ' ', time/@datetime)"/>
        <xsl:with-param name="says">
          <xsl:apply-templates select="//div[@class = 'rubrik']/h1/node()"/>
          <xsl:value-of select="concat(' ', substring-after(., ': '))"/>
        </xsl:with-param>
      </xsl:call-template>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="*" mode="item"><xsl:apply-templates select="."/></xsl:template>
  <xsl:template match="details" mode="item">
    <xsl:variable name="rest" select="dl/*[not(starts-with(concat(self::dt, preceding-sibling::dt[1]), 'Omröstning'))]"/>
    <xsl:if test="$rest"><xsl:apply-templates select="summary | $rest"/></xsl:if>
  </xsl:template>

  <!-- On the page of a case. -->
  <xsl:template match="li" mode="event">
    <xsl:call-template name="line">
      <xsl:with-param name="kind" select="'beslut'"/>
      <xsl:with-param name="of"><xsl:call-template name="led-to"><xsl:with-param name="href" select="p/a/@href"/></xsl:call-template></xsl:with-param>
      <xsl:with-param name="says"><xsl:call-template name="decided"><xsl:with-param name="title" select="p/a/node()"/></xsl:call-template></xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- Links lead by way of the front page. -->
  <xsl:template name="led-to">
    <xsl:param name="href"/>
    <xsl:choose>
      <xsl:when test="starts-with($href, '../')"><xsl:call-template name="led-to"><xsl:with-param name="href" select="substring($href, 4)"/></xsl:call-template></xsl:when>
      <xsl:otherwise><xsl:value-of select="$href"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- ==== Meetings ==== -->

  <xsl:template name="meeting">
    <xsl:variable name="facts" select="//aside/dl"/>
    <xsl:call-template name="line">
      <xsl:with-param name="kind" select="'mote'"/>
      <xsl:with-param name="says">
        <xsl:value-of select="concat($facts/dd[preceding-sibling::dt[1] = 'Organ'], ' ', //p[@class = 'huvudman'], ' ',
                                     $facts/dd[preceding-sibling::dt[1] = 'Plats'], ' ')"/>
        <xsl:value-of select="substring-before(concat($facts/dd[preceding-sibling::dt[1] = 'Ärenden'], ','), ',')"/>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>
</xsl:stylesheet>
