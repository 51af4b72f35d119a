<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<!-- The Atom feed (RFC 4287) of a page of a site: an entry for each meeting or, of a case and of a watched word, for each
     item. What an entry says are the minutes' own words, by the templates that make pages of them. -->
<xsl:stylesheet version="1.0"
    xmlns="http://www.w3.org/2005/Atom"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:p="urn:sammandrag:sida:1"
    xmlns:w="urn:sammandrag:webbplats:1"
    xmlns:exsl="http://exslt.org/common"
    exclude-result-prefixes="p w exsl">

  <xsl:import href="html.xsl"/>
  <xsl:import href="site-words.xsl"/>
  <xsl:output method="xml" encoding="UTF-8" indent="no"/>

  <!-- Readers fetch a feed often; who wants all that there is has the pages and the XML of the site. -->
  <xsl:variable name="entries-at-most" select="50"/>

  <xsl:template match="/">
    <xsl:variable name="entries"><xsl:call-template name="entries"/></xsl:variable>
    <xsl:variable name="newest" select="exsl:node-set($entries)/*[1]/*[local-name() = 'updated']"/>
    <feed xml:lang="sv">
      <xsl:text>&#10;</xsl:text>
      <title><xsl:call-template name="feed-title"/></title>
      <id><xsl:value-of select="concat($identifier, $page/@adress)"/></id>
      <updated>
        <!-- A feed has to say when; of one without entries there is nothing to say. -->
        <xsl:value-of select="$newest"/>
        <xsl:if test="not($newest)">1970-01-01T00:00:00Z</xsl:if>
      </updated>
      <author><name><xsl:value-of select="$page/@titel"/></name></author>
      <link rel="self" type="application/atom+xml" href="{$root}{$page/@adress}flode.atom"/>
      <link rel="alternate" type="text/html">
        <xsl:attribute name="href"><xsl:call-template name="address"><xsl:with-param name="of" select="$page/@adress"/></xsl:call-template></xsl:attribute>
      </link>
      <generator><xsl:value-of select="$page/@program"/></generator>
      <xsl:text>&#10;</xsl:text>
      <xsl:copy-of select="$entries"/>
    </feed>
  </xsl:template>

  <!-- "Ekdals protokoll: Kommunstyrelsen, Ekdals kommun" -->
  <xsl:template name="feed-title">
    <xsl:value-of select="$page/@titel"/>
    <xsl:choose>
      <xsl:when test="$page/@slag = 'organ'">
        <xsl:text>: </xsl:text>
        <xsl:call-template name="body-in-full">
          <xsl:with-param name="body" select="$site/w:organ/@namn"/>
          <xsl:with-param name="principal" select="$site/w:organ/@huvudman"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:when test="$page/@slag = 'fall'"><xsl:value-of select="concat(': ', $site/w:fall/@nummer)"/></xsl:when>
      <xsl:when test="$page/@slag = 'bevakning'">
        <xsl:text>: </xsl:text>
        <xsl:call-template name="watched"><xsl:with-param name="word" select="$page/@ord"/></xsl:call-template>
      </xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- The newest first. What has no date has no place in a feed. -->
  <xsl:template name="entries">
    <xsl:variable name="meetings" select="$site/w:sammantrade[w:datum]"/>
    <xsl:variable name="told" select="$meetings[$page/@slag != 'bevakning'] | $meetings[$page/@slag = 'bevakning']/w:arende
                                      | $site/w:fall/w:handelse[@datum]/w:arende"/>
    <xsl:variable name="dated">
      <xsl:for-each select="$told">
        <xsl:variable name="meeting" select="(self::w:sammantrade | parent::*[self::w:sammantrade or self::w:handelse])[last()]"/>
        <xsl:variable name="day">
          <xsl:call-template name="day-of-minutes"><xsl:with-param name="of" select="$meeting"/></xsl:call-template>
        </xsl:variable>
        <told n="{position()}" day="{$day}"/>
      </xsl:for-each>
    </xsl:variable>
    <xsl:for-each select="exsl:node-set($dated)/*">
      <xsl:sort select="@day" order="descending"/>
      <xsl:variable name="n" select="@n"/>
      <xsl:variable name="day" select="@day"/>
      <xsl:if test="position() &lt;= $entries-at-most">
        <xsl:apply-templates select="$told[position() = $n]" mode="entry"><xsl:with-param name="day" select="$day"/></xsl:apply-templates>
      </xsl:if>
    </xsl:for-each>
  </xsl:template>

  <!-- ==== Entries ==== -->

  <xsl:template match="w:sammantrade" mode="entry">
    <xsl:param name="day"/>
    <xsl:call-template name="entry">
      <xsl:with-param name="day" select="$day"/>
      <xsl:with-param name="title"><xsl:call-template name="meeting-name"/></xsl:with-param>
      <xsl:with-param name="body" select="w:organ"/>
      <xsl:with-param name="principal" select="w:huvudman"/>
      <xsl:with-param name="preliminary" select="@ojusterat"/>
      <xsl:with-param name="words">
        <xsl:for-each select="w:arende">
          <h2><a href="{$root}{@adress}"><xsl:call-template name="item-name"/></a></h2>
          <xsl:call-template name="item-words"/>
        </xsl:for-each>
        <xsl:if test="not(w:arende)"><p>Handlingen har inga ärenden.</p></xsl:if>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="w:arende" mode="entry">
    <xsl:param name="day"/>
    <xsl:call-template name="entry">
      <xsl:with-param name="day" select="$day"/>
      <xsl:with-param name="title">
        <xsl:call-template name="meeting-name"><xsl:with-param name="of" select=".."/></xsl:call-template>
        <xsl:text>, </xsl:text>
        <xsl:call-template name="item-name"/>
      </xsl:with-param>
      <xsl:with-param name="body" select="../w:organ | ../@organ"/>
      <xsl:with-param name="principal" select="../w:huvudman | ../../@huvudman"/>
      <xsl:with-param name="preliminary" select="../@ojusterat"/>
      <xsl:with-param name="words"><xsl:call-template name="item-words"/></xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- The moment is a day of the minutes, since the same minutes have to give the same feed. -->
  <xsl:template name="entry">
    <xsl:param name="day"/>
    <xsl:param name="title"/>
    <xsl:param name="body"/>
    <xsl:param name="principal"/>
    <xsl:param name="preliminary"/>
    <xsl:param name="words"/>
    <entry>
      <xsl:text>&#10;</xsl:text>
      <title><xsl:value-of select="$title"/></title>
      <id><xsl:value-of select="concat($identifier, @adress)"/></id>
      <updated><xsl:value-of select="concat($day, 'T00:00:00Z')"/></updated>
      <author>
        <name>
          <xsl:call-template name="body-in-full">
            <xsl:with-param name="body" select="$body"/>
            <xsl:with-param name="principal" select="$principal"/>
          </xsl:call-template>
        </name>
      </author>
      <link rel="alternate" type="text/html" href="{$root}{@adress}"/>
      <xsl:for-each select="ancestor-or-self::w:sammantrade/@pdf[contains(., '://')]">
        <link rel="via" type="application/pdf">
          <xsl:attribute name="href"><xsl:call-template name="safe-url"><xsl:with-param name="url" select="."/></xsl:call-template></xsl:attribute>
        </link>
      </xsl:for-each>
      <xsl:text>&#10;</xsl:text>
      <content type="xhtml">
        <div xmlns="http://www.w3.org/1999/xhtml">
          <xsl:if test="$preliminary"><p><xsl:value-of select="$preliminary-words"/></p></xsl:if>
          <xsl:apply-templates select="exsl:node-set($words)/node()" mode="xhtml"/>
        </div>
      </content>
    </entry>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <!-- The decision, how the votes fell, and where it stands. -->
  <xsl:template name="item-words">
    <xsl:if test="w:beslut">
      <blockquote cite="{$root}{@adress}"><xsl:apply-templates select="w:beslut" mode="blocks"/></blockquote>
    </xsl:if>
    <xsl:for-each select="w:votering"><p><xsl:call-template name="vote-in-words"/></p></xsl:for-each>
    <p>
      <xsl:variable name="printed" select="concat('Sidan ', @sida, ' i protokollet')"/>
      <xsl:variable name="minutes">
        <xsl:call-template name="safe-url"><xsl:with-param name="url" select="../@pdf[contains(., '://')]"/></xsl:call-template>
      </xsl:variable>
      <xsl:choose>
        <xsl:when test="string($minutes)"><a href="{$minutes}#page={@sida}"><xsl:value-of select="$printed"/></a></xsl:when>
        <xsl:otherwise><xsl:value-of select="$printed"/></xsl:otherwise>
      </xsl:choose>
      <xsl:for-each select="w:diarienummer"><xsl:value-of select="concat(' · ', .)"/></xsl:for-each>
      <xsl:call-template name="outcome-label"><xsl:with-param name="kind" select="@utfall"/></xsl:call-template>
      <xsl:if test="@reservation"> · Reservation</xsl:if>
    </p>
  </xsl:template>

  <!-- What the templates of the pages make is in no namespace; places in the PDF are none in a feed of many meetings. -->
  <xsl:template match="*" mode="xhtml">
    <xsl:element name="{local-name()}" namespace="http://www.w3.org/1999/xhtml">
      <xsl:copy-of select="@*[name() != 'id' and not(name() = 'href' and starts-with(., '#'))]"/>
      <xsl:apply-templates mode="xhtml"/>
    </xsl:element>
  </xsl:template>

  <!-- The front page is where a feed beside it begins; an empty address would be the feed itself. -->
  <xsl:template name="address">
    <xsl:param name="of"/>
    <xsl:value-of select="concat($root, $of)"/>
    <xsl:if test="concat($root, $of) = ''">./</xsl:if>
  </xsl:template>

  <xsl:variable name="pdf"/>
</xsl:stylesheet>
