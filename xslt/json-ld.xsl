<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<!-- What a page of the site is about, for programs: JSON-LD in the terms of schema.org. It is built as elements, a type
     with its properties in it, and those that have no value are left out. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:p="urn:sammandrag:sida:1"
    xmlns:w="urn:sammandrag:webbplats:1"
    xmlns:exsl="http://exslt.org/common"
    exclude-result-prefixes="p w exsl">

  <xsl:import href="site-words.xsl"/>
  <xsl:include href="json-values.xsl"/>

  <!-- The element for the head of a page. -->
  <xsl:template name="json-ld">
    <xsl:variable name="things">
      <xsl:call-template name="site-thing"/>
      <xsl:apply-templates select="$site/w:organ | $site/w:sammantrade | $site/w:fall" mode="thing"/>
    </xsl:variable>
    <script type="application/ld+json">
      <xsl:text>{"@context": "https://schema.org", "@graph": [</xsl:text>
      <xsl:for-each select="exsl:node-set($things)/*">
        <xsl:if test="position() &gt; 1">,</xsl:if>
        <xsl:text>&#10;</xsl:text>
        <xsl:apply-templates select="." mode="json-object"/>
      </xsl:for-each>
      <xsl:text>]}</xsl:text>
    </script>
  </xsl:template>

  <!-- Lists of meetings would grow long with all their items. -->
  <xsl:variable name="on-one-meeting" select="$page/@slag = 'sammantrade' or $page/@slag = 'protokoll' or $page/@slag = 'arende'"/>

  <!-- ==== Things ==== -->

  <xsl:template name="site-thing">
    <WebSite id="{$identifier}">
      <name><xsl:value-of select="$page/@titel"/></name>
      <url><xsl:value-of select="$root"/><xsl:if test="string($root) = ''">./</xsl:if></url>
      <inLanguage>sv</inLanguage>
    </WebSite>
  </xsl:template>

  <xsl:template match="w:organ" mode="thing">
    <xsl:call-template name="body">
      <xsl:with-param name="address" select="@adress"/>
      <xsl:with-param name="name" select="@namn"/>
      <xsl:with-param name="principal" select="@huvudman"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="body">
    <xsl:param name="address"/>
    <xsl:param name="name"/>
    <xsl:param name="principal"/>
    <GovernmentOrganization id="{$identifier}{$address}">
      <name><xsl:call-template name="body-in-full"><xsl:with-param name="body" select="$name"/></xsl:call-template></name>
      <url><xsl:value-of select="concat($root, $address)"/></url>
      <xsl:if test="$principal">
        <parentOrganization><GovernmentOrganization><name><xsl:value-of select="$principal"/></name></GovernmentOrganization></parentOrganization>
      </xsl:if>
    </GovernmentOrganization>
  </xsl:template>

  <!-- A plan is of no meeting. -->
  <xsl:template match="w:sammantrade[@dokumenttyp = 'plan' or @dokumenttyp = 'okand']" mode="thing">
    <xsl:if test="$on-one-meeting"><xsl:call-template name="document"/></xsl:if>
  </xsl:template>

  <xsl:template match="w:sammantrade" mode="thing">
    <Event id="{$identifier}{@adress}">
      <xsl:call-template name="meeting-facts"/>
      <xsl:for-each select="w:arende[$on-one-meeting]">
        <subEvent>
          <Event id="{$identifier}{@adress}">
            <name><xsl:call-template name="item-name"/></name>
            <url><xsl:value-of select="concat($root, @adress)"/></url>
            <xsl:apply-templates select="w:diarienummer" mode="about"/>
          </Event>
        </subEvent>
      </xsl:for-each>
    </Event>
    <xsl:if test="$on-one-meeting">
      <xsl:call-template name="document"><xsl:with-param name="about" select="@adress"/></xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- The hours are those of the only day; the last moment of a day is left out. -->
  <xsl:template name="meeting-facts">
    <name><xsl:call-template name="meeting-name"/></name>
    <url><xsl:value-of select="concat($root, @adress)"/></url>
    <startDate>
      <xsl:value-of select="w:datum[1]"/>
      <xsl:if test="count(w:datum) = 1"><xsl:apply-templates select="w:start" mode="hour"/></xsl:if>
    </startDate>
    <endDate>
      <xsl:if test="count(w:datum) &gt; 1"><xsl:value-of select="w:datum[last()]"/></xsl:if>
      <xsl:if test="count(w:datum) = 1 and translate(w:slut, ':', '') &gt; translate(w:start, ':', '')">
        <xsl:value-of select="w:datum"/>
        <xsl:apply-templates select="w:slut" mode="hour"/>
      </xsl:if>
    </endDate>
    <xsl:if test="w:plats"><location><Place><name><xsl:value-of select="w:plats"/></name></Place></location></xsl:if>
    <organizer>
      <xsl:call-template name="body">
        <xsl:with-param name="address" select="@organ-adress"/>
        <xsl:with-param name="name" select="w:organ"/>
        <xsl:with-param name="principal" select="w:huvudman"/>
      </xsl:call-template>
    </organizer>
    <recordedIn id="{$identifier}{@adress}protokoll/"/>
  </xsl:template>

  <!-- The minutes, or what else there is. Of no meeting it is about the body. -->
  <xsl:template name="document">
    <xsl:param name="about" select="@organ-adress"/>
    <Report id="{$identifier}{@adress}protokoll/">
      <name>
        <xsl:if test="@dokumenttyp = 'protokoll'">Protokoll: </xsl:if>
        <xsl:call-template name="meeting-name"/>
      </name>
      <url><xsl:value-of select="concat($root, @adress, 'protokoll/')"/></url>
      <inLanguage>sv</inLanguage>
      <about id="{$identifier}{$about}"/>
      <author id="{$identifier}{@organ-adress}"/>
      <temporalCoverage>
        <xsl:value-of select="w:datum[1]"/>
        <xsl:if test="w:datum[2]"><xsl:value-of select="concat('/', w:datum[last()])"/></xsl:if>
      </temporalCoverage>
      <dateCreated><xsl:value-of select="@justerat"/></dateCreated>
      <xsl:if test="@ojusterat"><creativeWorkStatus>Justering framgår inte</creativeWorkStatus></xsl:if>
      <encoding>
        <MediaObject>
          <name><xsl:value-of select="@fil"/></name>
          <contentUrl><xsl:call-template name="safe-url"><xsl:with-param name="url" select="@pdf[contains(., '://')]"/></xsl:call-template></contentUrl>
          <encodingFormat>application/pdf</encodingFormat>
          <sha256><xsl:value-of select="@sha256"/></sha256>
        </MediaObject>
      </encoding>
      <xsl:for-each select="$page/p:alternativ[(@typ = 'application/xml' or @typ = 'application/json') and starts-with(@adress, current()/@adress)]">
        <encoding>
          <MediaObject>
            <name><xsl:value-of select="@titel"/></name>
            <contentUrl><xsl:value-of select="concat($root, @adress)"/></contentUrl>
            <encodingFormat><xsl:value-of select="@typ"/></encodingFormat>
          </MediaObject>
        </encoding>
      </xsl:for-each>
    </Report>
  </xsl:template>

  <!-- A case has no type of its own in schema.org. -->
  <xsl:template match="w:fall" mode="thing">
    <Thing id="{$identifier}{@adress}">
      <name><xsl:value-of select="@titel"/></name>
      <identifier><xsl:value-of select="@nummer"/></identifier>
      <url><xsl:value-of select="concat($root, @adress)"/></url>
      <xsl:for-each select="w:handelse">
        <subjectOf>
          <Event id="{$identifier}{@adress}">
            <name>
              <xsl:call-template name="meeting-name"/>
              <xsl:for-each select="w:arende"><xsl:text>, </xsl:text><xsl:call-template name="item-name"/></xsl:for-each>
            </name>
            <url><xsl:value-of select="concat($root, @adress)"/></url>
            <startDate><xsl:value-of select="@datum"/></startDate>
            <superEvent id="{$identifier}{@sammantrade}"/>
          </Event>
        </subjectOf>
      </xsl:for-each>
    </Thing>
  </xsl:template>

  <xsl:template match="w:diarienummer" mode="about">
    <about>
      <Thing>
        <xsl:if test="@adress"><xsl:attribute name="id"><xsl:value-of select="concat($identifier, @adress)"/></xsl:attribute></xsl:if>
        <identifier><xsl:value-of select="."/></identifier>
      </Thing>
    </about>
  </xsl:template>

  <xsl:template match="w:start | w:slut" mode="hour">
    <xsl:if test="not(starts-with(., '24'))"><xsl:value-of select="concat('T', ., ':00')"/></xsl:if>
  </xsl:template>

  <!-- ==== Elements as JSON: types begin with a capital, properties do not ==== -->

  <xsl:template match="*" mode="json-object">
    <xsl:value-of select="concat('{&quot;@type&quot;: &quot;', name(), '&quot;')"/>
    <xsl:if test="@id">
      <xsl:text>, "@id": </xsl:text>
      <xsl:call-template name="string"><xsl:with-param name="s" select="@id"/></xsl:call-template>
    </xsl:if>
    <!-- The first of properties of one name writes all of them. -->
    <xsl:for-each select="*[@id or string()][name() != name(preceding-sibling::*[@id or string()][1])]">
      <xsl:variable name="values" select="../*[name() = name(current())][@id or string()]"/>
      <xsl:value-of select="concat(',&#10; &quot;', name(), '&quot;: ', substring('[', 1, count($values) &gt; 1))"/>
      <xsl:for-each select="$values">
        <xsl:if test="position() &gt; 1">, </xsl:if>
        <xsl:apply-templates select="." mode="json-value"/>
      </xsl:for-each>
      <xsl:value-of select="substring(']', 1, count($values) &gt; 1)"/>
    </xsl:for-each>
    <xsl:text>}</xsl:text>
  </xsl:template>

  <xsl:template match="*" mode="json-value">
    <xsl:choose>
      <xsl:when test="*"><xsl:apply-templates select="*" mode="json-object"/></xsl:when>
      <xsl:when test="@id">
        <xsl:text>{"@id": </xsl:text>
        <xsl:call-template name="string"><xsl:with-param name="s" select="@id"/></xsl:call-template>
        <xsl:text>}</xsl:text>
      </xsl:when>
      <xsl:otherwise><xsl:call-template name="string"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
