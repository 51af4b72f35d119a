<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<!-- The body of a digest in HTML; included by the page and by the message. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:d="urn:sammandrag:oversikt:1"
    exclude-result-prefixes="d">

  <!-- A page lies beside what its links are relative to; a message and a feed may lie anywhere. -->
  <xsl:variable name="place-is-known" select="true()"/>

  <xsl:template match="d:oversikt" mode="digest">
    <xsl:apply-templates select="d:del[@typ != 'ovrigt']" mode="digest"/>
    <xsl:apply-templates select="d:del[@typ = 'ovrigt']" mode="digest-rest"/>
  </xsl:template>

  <xsl:template match="d:del" mode="digest">
    <section class="del" aria-labelledby="{@typ}">
      <h2 id="{@typ}"><xsl:call-template name="part-title"/></h2>
      <xsl:apply-templates select="d:arende" mode="digest"/>
      <xsl:if test="@kvar"><p class="var"><a href="#ovrigt"><xsl:call-template name="part-more"/></a></p></xsl:if>
    </section>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <!-- With `alone`, it stands by itself: nothing of it stands elsewhere. -->
  <xsl:template match="d:arende" mode="digest">
    <xsl:param name="alone"/>
    <xsl:variable name="standing"><xsl:call-template name="standing"/></xsl:variable>
    <h3><xsl:call-template name="title"/></h3>
    <p class="plats">
      <xsl:call-template name="link-to">
        <xsl:with-param name="text"><xsl:call-template name="place"/></xsl:with-param>
      </xsl:call-template>
      <xsl:if test="string($standing)">
        <xsl:text>. </xsl:text>
        <strong><xsl:value-of select="$standing"/></strong>
      </xsl:if>
      <xsl:if test="@poang and not($alone)">
        <xsl:text>. </xsl:text>
        <a href="#{../@typ}-{@id}"><xsl:call-template name="points"/></a>
      </xsl:if>
      <xsl:text>.</xsl:text>
    </p>
    <xsl:text>&#10;</xsl:text>
    <xsl:for-each select="d:citat[not(key('aside', generate-id()) or $alone and (@ordantal or @ledtext-sist))]">
      <blockquote>
        <p>
          <b><xsl:call-template name="quote-label"/>:</b>
          <xsl:text> </xsl:text>
          <xsl:choose>
            <xsl:when test="@ordantal"><a href="#{../../@typ}-{../@id}"><xsl:call-template name="quoted-in-short"/></a></xsl:when>
            <xsl:otherwise><xsl:call-template name="quoted-in-short"/></xsl:otherwise>
          </xsl:choose>
        </p>
      </blockquote>
      <xsl:text>&#10;</xsl:text>
    </xsl:for-each>
    <xsl:if test="../@typ = 'omstritt' and (d:votering or d:reservation) or d:anmarkningar">
      <ul class="roster">
        <xsl:for-each select="d:votering[1][../../@typ = 'omstritt']">
          <li>
            <b>Votering:</b>
            <xsl:text> </xsl:text>
            <xsl:call-template name="vote"/>
            <xsl:for-each select="parent::*[d:votering[2]][not($alone)]"><xsl:text> </xsl:text><xsl:call-template name="more-votes"/></xsl:for-each>
          </li>
        </xsl:for-each>
        <xsl:if test="d:reservation and ../@typ = 'omstritt'">
          <li><b>Reserverade sig:</b><xsl:text> </xsl:text><xsl:call-template name="reserved"/></li>
        </xsl:if>
        <xsl:for-each select="d:anmarkningar/d:anmarkning">
          <li><b>Osäkert:</b><xsl:text> </xsl:text><xsl:call-template name="note"/></li>
        </xsl:for-each>
      </ul>
      <xsl:text>&#10;</xsl:text>
    </xsl:if>
    <xsl:if test="$alone"><p><xsl:call-template name="account"/></p></xsl:if>
  </xsl:template>

  <xsl:template match="d:del" mode="digest-rest">
    <section class="del" aria-labelledby="{@typ}">
      <h2 id="{@typ}"><xsl:call-template name="part-title"/></h2>
      <xsl:for-each select="../d:sammantrade">
        <xsl:variable name="own" select="key('rest', @id)"/>
        <h3 id="{@id}">
          <xsl:call-template name="link-to">
            <xsl:with-param name="text"><xsl:call-template name="meeting"/></xsl:with-param>
          </xsl:call-template>
        </h3>
        <p class="var"><xsl:call-template name="meeting-source"/></p>
        <xsl:if test="$own">
          <ul class="rader">
            <xsl:for-each select="$own">
              <li>
                <xsl:call-template name="link-to">
                  <xsl:with-param name="text">
                    <xsl:call-template name="item-number"/>
                    <xsl:if test="@nr"><xsl:text> </xsl:text></xsl:if>
                    <xsl:call-template name="title"/>
                  </xsl:with-param>
                </xsl:call-template>
                <xsl:call-template name="rest-says"/>
                <xsl:if test="@sida"><xsl:value-of select="concat(', sidan ', @sida)"/></xsl:if>
              </li>
              <xsl:text>&#10;</xsl:text>
            </xsl:for-each>
          </ul>
        </xsl:if>
      </xsl:for-each>
    </section>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="d:oversikt" mode="digest-foot">
    <xsl:variable name="leading" select="d:del[@typ != 'ovrigt']/d:arende"/>
    <xsl:if test="$leading">
      <h2><xsl:value-of select="$accounts"/></h2>
      <ul>
        <xsl:for-each select="$leading">
          <li id="{../@typ}-{@id}">
            <xsl:call-template name="link-to">
              <xsl:with-param name="text"><xsl:call-template name="place"/></xsl:with-param>
            </xsl:call-template>
            <xsl:text>. </xsl:text>
            <xsl:call-template name="account"/>
          </li>
          <xsl:text>&#10;</xsl:text>
        </xsl:for-each>
      </ul>
    </xsl:if>
    <xsl:if test="d:utelamnad">
      <h2>Inte med</h2>
      <ul><xsl:for-each select="d:utelamnad"><li><xsl:call-template name="left-out-line"/></li></xsl:for-each></ul>
      <xsl:text>&#10;</xsl:text>
    </xsl:if>
    <h2>Så räknas poängen</h2>
    <p><xsl:value-of select="$how"/></p>
    <ul><xsl:for-each select="d:signal[@vikt != 0]"><li><xsl:call-template name="weighed"/></li></xsl:for-each></ul>
    <xsl:if test="@maskerat"><p><xsl:value-of select="$masked"/></p></xsl:if>
  </xsl:template>

  <!-- The text, leading to what it tells of where that has an address. -->
  <xsl:template name="link-to">
    <xsl:param name="text"/>
    <xsl:choose>
      <xsl:when test="@lank and ($place-is-known or contains(@lank, '://'))"><a href="{@lank}"><xsl:value-of select="$text"/></a></xsl:when>
      <xsl:otherwise><xsl:value-of select="$text"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
