<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<!-- The order of a digest in Markdown and plain text, which md.xsl and txt.xsl write. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:d="urn:sammandrag:oversikt:1">

  <xsl:template match="d:oversikt" mode="document">
    <xsl:call-template name="paragraph">
      <xsl:with-param name="text">
        <xsl:call-template name="extent"/>
        <xsl:call-template name="limits"/>
        <xsl:value-of select="concat(' ', $about)"/>
      </xsl:with-param>
    </xsl:call-template>
    <xsl:apply-templates select="d:del[@typ != 'ovrigt']" mode="part"/>
    <xsl:apply-templates select="d:del[@typ = 'ovrigt']" mode="rest"/>
    <xsl:call-template name="list-of">
      <xsl:with-param name="title" select="$accounts"/>
      <xsl:with-param name="nodes" select="d:del[@typ != 'ovrigt']/d:arende"/>
    </xsl:call-template>
    <xsl:call-template name="list-of">
      <xsl:with-param name="title">Inte med</xsl:with-param>
      <xsl:with-param name="nodes" select="d:utelamnad"/>
    </xsl:call-template>
    <xsl:call-template name="list-of">
      <xsl:with-param name="title">Så räknas poängen</xsl:with-param>
      <xsl:with-param name="lead" select="$how"/>
      <xsl:with-param name="nodes" select="d:signal[@vikt != 0]"/>
    </xsl:call-template>
    <xsl:if test="@maskerat">
      <xsl:call-template name="paragraph"><xsl:with-param name="text" select="string($masked)"/></xsl:call-template>
    </xsl:if>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="d:del" mode="part">
    <xsl:call-template name="heading">
      <xsl:with-param name="level" select="2"/>
      <xsl:with-param name="text"><xsl:call-template name="part-title"/></xsl:with-param>
    </xsl:call-template>
    <xsl:apply-templates select="d:arende" mode="part"/>
    <xsl:if test="@kvar">
      <xsl:call-template name="paragraph">
        <xsl:with-param name="text"><xsl:call-template name="part-more"/></xsl:with-param>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- With `alone`, it stands by itself: nothing of it stands elsewhere. -->
  <xsl:template match="d:arende" mode="part">
    <xsl:param name="alone"/>
    <xsl:variable name="standing"><xsl:call-template name="standing"/></xsl:variable>
    <xsl:call-template name="heading">
      <xsl:with-param name="level" select="3"/>
      <xsl:with-param name="text"><xsl:call-template name="title"/></xsl:with-param>
    </xsl:call-template>
    <xsl:call-template name="link">
      <xsl:with-param name="text"><xsl:call-template name="place"/></xsl:with-param>
      <xsl:with-param name="url" select="@lank"/>
      <xsl:with-param name="after">
        <xsl:if test="string($standing)"><xsl:value-of select="concat('. ', $standing)"/></xsl:if>
        <xsl:if test="@poang and not($alone)"><xsl:text>. </xsl:text><xsl:call-template name="points"/></xsl:if>
        <xsl:text>.</xsl:text>
      </xsl:with-param>
    </xsl:call-template>
    <xsl:text>&#10;</xsl:text>
    <xsl:for-each select="d:citat[not(key('aside', generate-id()) or $alone and (@ordantal or @ledtext-sist))]">
      <xsl:call-template name="entry">
        <xsl:with-param name="label"><xsl:call-template name="quote-label"/></xsl:with-param>
        <xsl:with-param name="text"><xsl:call-template name="quoted-in-short"/></xsl:with-param>
      </xsl:call-template>
    </xsl:for-each>
    <xsl:for-each select="d:votering[1][../../@typ = 'omstritt']">
      <xsl:call-template name="entry">
        <xsl:with-param name="label">Votering</xsl:with-param>
        <xsl:with-param name="text">
          <xsl:call-template name="vote"/>
          <xsl:for-each select="parent::*[d:votering[2]][not($alone)]"><xsl:text> </xsl:text><xsl:call-template name="more-votes"/></xsl:for-each>
        </xsl:with-param>
      </xsl:call-template>
    </xsl:for-each>
    <xsl:if test="d:reservation and ../@typ = 'omstritt'">
      <xsl:call-template name="entry">
        <xsl:with-param name="label">Reserverade sig</xsl:with-param>
        <xsl:with-param name="text"><xsl:call-template name="reserved"/></xsl:with-param>
      </xsl:call-template>
    </xsl:if>
    <xsl:for-each select="d:anmarkningar/d:anmarkning">
      <xsl:call-template name="entry">
        <xsl:with-param name="label">Osäkert</xsl:with-param>
        <xsl:with-param name="text"><xsl:call-template name="note"/></xsl:with-param>
      </xsl:call-template>
    </xsl:for-each>
    <xsl:if test="$alone">
      <xsl:call-template name="entry">
        <xsl:with-param name="text"><xsl:call-template name="account"/></xsl:with-param>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- The rest, by meeting. -->
  <xsl:template match="d:del" mode="rest">
    <xsl:call-template name="heading">
      <xsl:with-param name="level" select="2"/>
      <xsl:with-param name="text"><xsl:call-template name="part-title"/></xsl:with-param>
    </xsl:call-template>
    <xsl:for-each select="../d:sammantrade">
      <xsl:variable name="own" select="key('rest', @id)"/>
      <xsl:call-template name="heading">
        <xsl:with-param name="level" select="3"/>
        <xsl:with-param name="text"><xsl:call-template name="meeting"/></xsl:with-param>
      </xsl:call-template>
      <xsl:call-template name="paragraph">
        <xsl:with-param name="text"><xsl:call-template name="meeting-source"/></xsl:with-param>
      </xsl:call-template>
      <xsl:text>&#10;</xsl:text>
      <xsl:for-each select="$own">
        <xsl:call-template name="rest-line"/>
      </xsl:for-each>
    </xsl:for-each>
  </xsl:template>

  <xsl:template name="list-of">
    <xsl:param name="title"/>
    <xsl:param name="lead"/>
    <xsl:param name="nodes"/>
    <xsl:if test="$nodes">
      <xsl:call-template name="heading">
        <xsl:with-param name="level" select="2"/>
        <xsl:with-param name="text" select="$title"/>
      </xsl:call-template>
      <xsl:if test="string($lead)">
        <xsl:call-template name="paragraph"><xsl:with-param name="text" select="$lead"/></xsl:call-template>
      </xsl:if>
      <xsl:text>&#10;</xsl:text>
      <xsl:for-each select="$nodes">
        <xsl:call-template name="entry">
          <xsl:with-param name="text"><xsl:apply-templates select="." mode="line"/></xsl:with-param>
        </xsl:call-template>
      </xsl:for-each>
    </xsl:if>
  </xsl:template>

  <xsl:template match="d:arende" mode="line">
    <xsl:call-template name="place"/>
    <xsl:text>. </xsl:text>
    <xsl:call-template name="account"/>
  </xsl:template>
  <xsl:template match="d:utelamnad" mode="line"><xsl:call-template name="left-out-line"/></xsl:template>
  <xsl:template match="d:signal" mode="line"><xsl:call-template name="weighed"/></xsl:template>
</xsl:stylesheet>
