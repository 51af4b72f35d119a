<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<!-- A page of a site, of any kind: what stands around it, and the links of its facts. Each kind has its stylesheet, and the
     text of minutes comes from the templates that make it a page of its own. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:p="urn:sammandrag:sida:1"
    xmlns:w="urn:sammandrag:webbplats:1"
    xmlns:m="urn:sammandrag:sammantrade:1"
    xmlns:s="urn:sammandrag:sammanfattning:1"
    exclude-result-prefixes="p w m s">

  <xsl:import href="meeting-html.xsl"/>
  <xsl:import href="json-ld.xsl"/>
  <xsl:import href="site-language.xsl"/>
  <xsl:import href="site-vote.xsl"/>
  <xsl:import href="site-lists.xsl"/>
  <xsl:import href="site-meeting.xsl"/>
  <xsl:import href="site-item.xsl"/>
  <xsl:import href="site-case.xsl"/>
  <xsl:import href="site-statement.xsl"/>
  <xsl:output method="html" encoding="UTF-8" indent="no"/>

  <xsl:variable name="meeting" select="/p:sida/m:sammantrade"/>
  <xsl:variable name="summary" select="/p:sida/s:sammanfattning"/>
  <!-- The meeting that the page is about, as the site knows it. -->
  <xsl:variable name="listed" select="/p:sida[@slag = 'sammantrade' or @slag = 'protokoll' or @slag = 'arende']/w:webbplats/w:sammantrade"/>
  <xsl:variable name="pdf" select="string($listed/@pdf)"/>
  <xsl:variable name="unreadable" select="/p:sida//m:anmarkning[@typ = 'facts-unreadable']"/>

  <!-- ==== The frame ==== -->

  <xsl:template match="/">
    <xsl:variable name="title"><xsl:apply-templates select="p:sida" mode="title"/></xsl:variable>
    <xsl:text disable-output-escaping="yes">&lt;!DOCTYPE html&gt;&#10;</xsl:text>
    <html lang="{$page/@sprak}">
      <head>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <title>
          <xsl:value-of select="$title"/>
          <xsl:if test="$title != string($page/@titel)"><xsl:value-of select="concat(' – ', $page/@titel)"/></xsl:if>
        </title>
        <meta name="generator" content="{$page/@program}"/>
        <link rel="stylesheet" href="{$page/@rot}site.css"/>
        <xsl:if test="$page/@bas"><link rel="canonical" href="{$page/@bas}{$page/@adress}"/></xsl:if>
        <xsl:for-each select="$page/p:alternativ">
          <link rel="alternate" type="{@typ}" title="{.}">
            <xsl:attribute name="href"><xsl:call-template name="href"/></xsl:attribute>
          </link>
        </xsl:for-each>
        <xsl:call-template name="json-ld"/>
      </head>
      <body>
        <a class="hopp" href="#innehall">Hoppa till innehållet</a>
        <header class="band">
          <p class="namn">
            <a>
              <xsl:attribute name="href"><xsl:call-template name="href"><xsl:with-param name="address"/></xsl:call-template></xsl:attribute>
              <xsl:if test="$page/@logotyp"><img src="{$page/@rot}{$page/@logotyp}" alt=""/></xsl:if>
              <xsl:value-of select="$page/@titel"/>
            </a>
          </p>
        </header>
        <div class="ram">
          <xsl:if test="$page/p:smula">
            <nav class="brod" aria-label="Du är här">
              <ol>
                <xsl:for-each select="$page/p:smula">
                  <li>
                    <a>
                      <xsl:attribute name="href"><xsl:call-template name="href"/></xsl:attribute>
                      <xsl:call-template name="link-title"/>
                    </a>
                  </li>
                </xsl:for-each>
              </ol>
            </nav>
          </xsl:if>
          <main id="innehall" tabindex="-1" class="slag-{$page/@slag}">
            <xsl:apply-templates select="p:sida" mode="page"/>
          </main>
        </div>
        <footer class="fot">
          <xsl:if test="$page/p:alternativ">
            <h2>Samma innehåll för program och prenumeranter</h2>
            <ul class="rad">
              <xsl:for-each select="$page/p:alternativ">
                <li>
                  <a type="{@typ}">
                    <xsl:attribute name="href"><xsl:call-template name="href"/></xsl:attribute>
                    <xsl:value-of select="."/>
                  </a>
                </li>
              </xsl:for-each>
            </ul>
          </xsl:if>
          <p>
            <xsl:text>Sidorna är gjorda ur protokollens PDF-filer med ett program. Utfall, som ”antaget”, är härledda ur besluten. Det undertecknade protokollet gäller om något skiljer sig. </xsl:text>
            <a href="{$page/@rot}tillganglighet/">Om tillgänglighet</a>
          </p>
        </footer>
      </body>
    </html>
  </xsl:template>

  <!-- ==== Links ==== -->

  <!-- From this page to an address, which is relative to the front page. -->
  <xsl:template name="href">
    <xsl:param name="address" select="@adress"/>
    <xsl:variable name="url">
      <xsl:choose>
        <xsl:when test="starts-with($address, $page/@adress)"><xsl:value-of select="substring($address, 1 + string-length($page/@adress))"/></xsl:when>
        <xsl:otherwise><xsl:value-of select="concat($page/@rot, $address)"/></xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:value-of select="$url"/>
    <xsl:if test="$url = ''">./</xsl:if>
  </xsl:template>

  <xsl:template name="whole-url">
    <xsl:call-template name="href"><xsl:with-param name="address" select="concat($listed/@adress, 'protokoll/')"/></xsl:call-template>
  </xsl:template>

  <!-- A page of the PDF; where that is not to be had, the place in the whole minutes where the page begins. -->
  <xsl:template name="page-url">
    <xsl:param name="page" select="@sida"/>
    <xsl:choose>
      <xsl:when test="$pdf != ''"><xsl:value-of select="concat($pdf, '#page=', $page)"/></xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="whole-url"/>
        <xsl:value-of select="concat('#sida-', $page)"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- "sida 12", a link to the words in the whole minutes that state the fact; lines that are no part of the text have ids
       that begin with another letter. -->
  <xsl:template name="place-link">
    <xsl:text> </xsl:text>
    <a class="plats">
      <xsl:attribute name="href">
        <xsl:choose>
          <xsl:when test="starts-with(@block, 'b')">
            <xsl:call-template name="whole-url"/>
            <xsl:value-of select="concat('#', @block)"/>
          </xsl:when>
          <xsl:otherwise><xsl:call-template name="page-url"/></xsl:otherwise>
        </xsl:choose>
      </xsl:attribute>
      <xsl:value-of select="concat('sida ', @sida)"/>
    </a>
  </xsl:template>

  <!-- ==== Words ==== -->

  <!-- Titles of items can be whole sentences. -->
  <xsl:template name="long-title">
    <xsl:param name="title"/>
    <xsl:if test="string-length($title) &gt; 60"><xsl:attribute name="class">lang</xsl:attribute></xsl:if>
  </xsl:template>

  <!-- The title of a page that a link leads to; a meeting's is its day. -->
  <xsl:template name="link-title">
    <xsl:choose>
      <xsl:when test="@adress = ''">Start</xsl:when>
      <xsl:when test="@datum and . = @datum">
        <xsl:call-template name="date-in-words"><xsl:with-param name="date" select="@datum"/></xsl:call-template>
      </xsl:when>
      <xsl:when test="string()"><xsl:value-of select="."/></xsl:when>
      <xsl:otherwise>Utan namn</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- "3 ärenden" -->
  <xsl:template name="count">
    <xsl:param name="n"/>
    <xsl:param name="one"/>
    <xsl:param name="many"/>
    <xsl:value-of select="concat($n, '&#160;')"/>
    <xsl:choose>
      <xsl:when test="$n = 1"><xsl:value-of select="$one"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="$many"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
