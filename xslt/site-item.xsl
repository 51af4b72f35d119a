<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<!-- The page of an item: what was decided, how it was voted on, and the whole of its text. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:p="urn:sammandrag:sida:1"
    xmlns:w="urn:sammandrag:webbplats:1"
    xmlns:m="urn:sammandrag:sammantrade:1"
    exclude-result-prefixes="p w m">

  <xsl:template match="p:sida[@slag = 'arende']" mode="title">
    <xsl:for-each select="m:arende">
      <xsl:call-template name="item-number"/>
      <xsl:if test="@nr"><xsl:text> </xsl:text></xsl:if>
      <xsl:value-of select="m:arenderubrik"/>
    </xsl:for-each>
    <xsl:text>, </xsl:text>
    <xsl:call-template name="meeting-name"><xsl:with-param name="of" select="$listed"/></xsl:call-template>
  </xsl:template>

  <xsl:template match="p:sida[@slag = 'arende']" mode="page">
    <xsl:variable name="known" select="$listed/w:arende[@adress = $page/@adress]"/>
    <xsl:for-each select="m:arende">
      <div class="rubrik">
        <p class="huvudman">
          <xsl:if test="$listed/w:huvudman"><xsl:value-of select="concat($listed/w:huvudman, ' · ')"/></xsl:if>
          <xsl:call-template name="meeting-name"><xsl:with-param name="of" select="$listed"/></xsl:call-template>
        </p>
        <h1>
          <xsl:call-template name="long-title"><xsl:with-param name="title" select="m:arenderubrik"/></xsl:call-template>
          <xsl:call-template name="item-heading"/>
        </h1>
        <xsl:call-template name="reservations"/>
        <xsl:call-template name="damaged-pages"/>
      </div>
      <div class="spalter">
        <div class="forst">
          <xsl:apply-templates select="m:avsnitt[@typ = 'beslut']"><xsl:with-param name="level" select="2"/></xsl:apply-templates>
        </div>
        <aside class="vid" aria-label="Om ärendet">
          <h2>Om ärendet</h2>
          <dl class="fakta">
            <xsl:if test="m:utfall[@typ != 'annat']">
              <dt>Utfall, härlett</dt>
              <dd>
                <xsl:for-each select="m:utfall"><xsl:call-template name="outcome"/><xsl:call-template name="place-link"/></xsl:for-each>
              </dd>
            </xsl:if>
            <xsl:if test="m:diarienummer">
              <dt>Diarienummer</dt>
              <xsl:for-each select="m:diarienummer">
                <xsl:variable name="address" select="$known/w:diarienummer[. = current()]/@adress"/>
                <dd>
                  <xsl:choose>
                    <xsl:when test="$address">
                      <a>
                        <xsl:attribute name="href"><xsl:call-template name="href"><xsl:with-param name="address" select="$address"/></xsl:call-template></xsl:attribute>
                        <xsl:value-of select="."/>
                      </a>
                      <xsl:text> (följ ärendet)</xsl:text>
                    </xsl:when>
                    <xsl:otherwise><xsl:value-of select="."/></xsl:otherwise>
                  </xsl:choose>
                </dd>
              </xsl:for-each>
            </xsl:if>
            <dt>I protokollet</dt>
            <dd><xsl:call-template name="place-link"/></dd>
            <xsl:if test="$pdf != ''">
              <dt>I originalet</dt>
              <dd>
                <a>
                  <xsl:attribute name="href"><xsl:call-template name="page-url"/></xsl:attribute>
                  <xsl:value-of select="concat('sidan ', @sida, ' (PDF)')"/>
                </a>
              </dd>
            </xsl:if>
            <xsl:if test="m:omedelbart-justerad"><dt>Justering</dt><dd>Omedelbart justerad</dd></xsl:if>
            <xsl:if test="m:reservation">
              <dt>Reserverar sig</dt>
              <dd><xsl:call-template name="persons"><xsl:with-param name="persons" select="m:reservation"/></xsl:call-template></dd>
            </xsl:if>
            <xsl:if test="m:deltar-ej">
              <dt>Deltar inte</dt>
              <dd><xsl:call-template name="persons"><xsl:with-param name="persons" select="m:deltar-ej"/></xsl:call-template></dd>
            </xsl:if>
            <xsl:if test="$known/w:kommande">
              <dt>Datum framöver</dt>
              <xsl:for-each select="$known/w:kommande">
                <dd>
                  <time datetime="{@datum}"><xsl:call-template name="date-in-words"><xsl:with-param name="date" select="@datum"/></xsl:call-template></time>
                  <xsl:value-of select="concat(': ', .)"/>
                </dd>
              </xsl:for-each>
            </xsl:if>
          </dl>
        </aside>
        <div class="sedan">
          <xsl:if test="m:votering">
            <section aria-labelledby="rostningar">
              <h2 id="rostningar">Så röstade de</h2>
              <xsl:apply-templates select="m:votering" mode="vote"/>
            </section>
          </xsl:if>
          <xsl:apply-templates select="m:avsnitt[@typ != 'beslut']"><xsl:with-param name="level" select="2"/></xsl:apply-templates>
          <xsl:apply-templates select="m:fotnoter"/>
          <xsl:call-template name="findings"><xsl:with-param name="votes" select="/.."/></xsl:call-template>
          <xsl:call-template name="item-doubts"/>
        </div>
      </div>
    </xsl:for-each>
    <xsl:call-template name="neighbours"><xsl:with-param name="label" select="'Fler ärenden på sammanträdet'"/></xsl:call-template>
  </xsl:template>

  <!-- What the program could not settle, with the item it is about. -->
  <xsl:template name="item-doubts">
    <xsl:variable name="doubts" select="$page/m:anmarkningar/m:anmarkning[@niva != 'upplysning']"/>
    <xsl:if test="$doubts">
      <section class="obs" aria-labelledby="eftertanke">
        <h2 id="eftertanke">Att läsa med eftertanke</h2>
        <ul>
          <xsl:for-each select="$doubts"><li><xsl:call-template name="note-line"/></li></xsl:for-each>
        </ul>
      </section>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
