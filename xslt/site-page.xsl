<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<!-- A page of a site, of any kind. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:p="urn:sammandrag:sida:1"
    xmlns:w="urn:sammandrag:webbplats:1"
    xmlns:m="urn:sammandrag:sammantrade:1"
    xmlns:s="urn:sammandrag:sammanfattning:1"
    exclude-result-prefixes="p w m s">

  <xsl:import href="meeting-html.xsl"/>
  <xsl:import href="json-ld.xsl"/>

  <xsl:variable name="root" select="/p:sida/@rot"/>

  <xsl:template match="/">
    <xsl:text disable-output-escaping="yes">&lt;!DOCTYPE html&gt;&#10;</xsl:text>
    <html lang="sv">
      <head>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <title><xsl:value-of select="p:sida/@titel"/></title>
        <xsl:call-template name="json-ld"/>
      </head>
      <body>
        <nav aria-label="Du är här">
          <xsl:for-each select="p:sida/p:smula | p:sida/p:foregaende | p:sida/p:nasta | p:sida/p:alternativ">
            <a href="{$root}{@adress}"><xsl:value-of select="."/></a>
            <xsl:text> </xsl:text>
          </xsl:for-each>
        </nav>
        <main>
          <h1><xsl:value-of select="p:sida/@titel"/></h1>
          <xsl:apply-templates select="p:sida/w:webbplats/*"/>
          <xsl:apply-templates select="p:sida/s:sammanfattning | p:sida/m:sammantrade" mode="body"/>
          <xsl:for-each select="p:sida/m:arende">
            <xsl:call-template name="blocks"><xsl:with-param name="blocks" select="m:avsnitt/*"/></xsl:call-template>
          </xsl:for-each>
        </main>
        <footer><a href="{$root}tillganglighet/">Om tillgänglighet</a></footer>
      </body>
    </html>
  </xsl:template>

  <xsl:template match="w:organ | w:fall | w:sammantrade | w:arende | w:arsvis | w:handelse">
    <div>
      <xsl:if test="@adress">
        <a href="{$root}{@adress}">
          <xsl:value-of select="concat(@namn, @titel, w:organ, w:datum, @ar, @nr, ' ', w:arenderubrik, @datum)"/>
          <xsl:if test="not(@namn | @titel | w:organ | w:datum | @ar | @nr | w:arenderubrik | @datum)">Sidan</xsl:if>
        </a>
      </xsl:if>
      <xsl:for-each select="w:diarienummer[@adress]">
        <xsl:text> </xsl:text>
        <a href="{$root}{@adress}"><xsl:value-of select="."/></a>
      </xsl:for-each>
      <xsl:apply-templates select="w:arsvis | w:arende | w:handelse"/>
    </div>
  </xsl:template>
</xsl:stylesheet>
