<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<!-- A digest as an Atom feed (RFC 4287): an entry for each item of the parts that lead, with what they say of it. -->
<xsl:stylesheet version="1.0"
    xmlns="http://www.w3.org/2005/Atom"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:d="urn:sammandrag:oversikt:1"
    xmlns:exsl="http://exslt.org/common"
    exclude-result-prefixes="d exsl">

  <xsl:import href="digest.xsl"/>
  <xsl:import href="digest-body.xsl"/>
  <xsl:output method="xml" encoding="UTF-8" indent="no"/>

  <xsl:variable name="place-is-known" select="false()"/>

  <xsl:key name="item" match="d:del[@typ != 'ovrigt']/d:arende" use="@id"/>

  <xsl:template match="/">
    <feed xml:lang="sv">
      <xsl:text>&#10;</xsl:text>
      <id><xsl:value-of select="concat($identifier, d:oversikt/@adress)"/></id>
      <title><xsl:value-of select="d:oversikt/d:titel"/></title>
      <updated>
        <xsl:for-each select="d:oversikt/d:sammantrade">
          <xsl:sort select="translate(concat(@justerat, substring(@datum, 1, 10 * not(@justerat))), '-', '')" data-type="number" order="descending"/>
          <xsl:if test="position() = 1"><xsl:call-template name="updated"/></xsl:if>
        </xsl:for-each>
      </updated>
      <author><name>sammandrag</name></author>
      <generator><xsl:value-of select="d:oversikt/@program"/></generator>
      <subtitle><xsl:call-template name="extent"/><xsl:call-template name="limits"/><xsl:value-of select="concat(' ', $about)"/></subtitle>
      <xsl:if test="d:oversikt/@maskerat"><rights><xsl:value-of select="$masked"/></rights></xsl:if>
      <xsl:text>&#10;</xsl:text>
      <xsl:apply-templates select="d:oversikt/d:del[@typ != 'ovrigt']/d:arende[generate-id() = generate-id(key('item', @id)[1])]" mode="entry"/>
    </feed>
  </xsl:template>

  <!-- When it was adjusted, else when it was decided: a clock has no place here. -->
  <xsl:template name="updated">
    <xsl:choose>
      <xsl:when test="@justerat"><xsl:value-of select="concat(@justerat, 'T00:00:00Z')"/></xsl:when>
      <xsl:when test="@datum"><xsl:value-of select="concat(@datum, 'T00:00:00Z')"/></xsl:when>
      <xsl:otherwise>1970-01-01T00:00:00Z</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="d:arende" mode="entry">
    <xsl:variable name="content">
      <xsl:for-each select="key('item', @id)">
        <h2><xsl:for-each select=".."><xsl:call-template name="part-title"/></xsl:for-each></h2>
        <xsl:apply-templates select="." mode="digest"><xsl:with-param name="alone" select="true()"/></xsl:apply-templates>
      </xsl:for-each>
    </xsl:variable>
    <entry>
      <id><xsl:value-of select="concat($identifier, @adress)"/></id>
      <title><xsl:call-template name="title"/></title>
      <updated><xsl:for-each select="key('meeting', @sammantrade)"><xsl:call-template name="updated"/></xsl:for-each></updated>
      <xsl:if test="contains(@lank, '://')"><link rel="alternate" href="{@lank}"/></xsl:if>
      <xsl:for-each select="key('item', @id)">
        <category term="{../@typ}"/>
      </xsl:for-each>
      <content type="xhtml">
        <div xmlns="http://www.w3.org/1999/xhtml"><xsl:apply-templates select="exsl:node-set($content)" mode="xhtml"/></div>
      </content>
    </entry>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="*" mode="xhtml">
    <xsl:element name="{local-name()}" namespace="http://www.w3.org/1999/xhtml">
      <xsl:copy-of select="@*"/>
      <xsl:apply-templates mode="xhtml"/>
    </xsl:element>
  </xsl:template>
  <xsl:template match="text()" mode="xhtml"><xsl:copy/></xsl:template>
</xsl:stylesheet>
