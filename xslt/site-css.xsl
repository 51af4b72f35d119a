<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<!-- The one CSS file of a site. Whoever publishes it chooses two colours; they are used where they can be read, and where
     they cannot, ours are. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:p="urn:sammandrag:sida:1"
    exclude-result-prefixes="p">

  <xsl:import href="site-style.xsl"/>
  <xsl:output method="text" encoding="UTF-8"/>

  <!-- Backgrounds that text and links stand on, as html-style.xsl has them. -->
  <xsl:variable name="light-paper" select="'#ffffff'"/>
  <xsl:variable name="light-tint" select="'#f1f5f7'"/>
  <xsl:variable name="dark-paper" select="'#14191d'"/>
  <xsl:variable name="dark-tint" select="'#1d252b'"/>
  <xsl:variable name="own-band" select="'#0b5072'"/>

  <xsl:template match="/">
    <xsl:variable name="first" select="p:sida/@farg1"/>
    <xsl:variable name="second" select="p:sida/@farg2"/>
    <xsl:variable name="band">
      <xsl:value-of select="$first"/>
      <xsl:if test="not($first)"><xsl:value-of select="$own-band"/></xsl:if>
    </xsl:variable>
    <xsl:value-of select="$style"/>
    <xsl:value-of select="concat(':root { --warn: #b45309; --band: ', $band, '; --on-band: ')"/>
    <xsl:call-template name="black-or-white"><xsl:with-param name="on" select="$band"/></xsl:call-template>
    <xsl:text>; --stripe: </xsl:text>
    <xsl:value-of select="$second"/>
    <xsl:if test="not($second)"><xsl:value-of select="$band"/></xsl:if>
    <xsl:text>; }&#10;@media screen {&#10;</xsl:text>
    <xsl:call-template name="accent">
      <xsl:with-param name="paper" select="$light-paper"/>
      <xsl:with-param name="tint" select="$light-tint"/>
    </xsl:call-template>
    <xsl:text>}&#10;@media screen and (prefers-color-scheme: dark) {&#10;:root { --warn: #f0a04b; }&#10;</xsl:text>
    <xsl:call-template name="accent">
      <xsl:with-param name="paper" select="$dark-paper"/>
      <xsl:with-param name="tint" select="$dark-tint"/>
    </xsl:call-template>
    <xsl:text>}&#10;</xsl:text>
    <xsl:value-of select="$frame-style"/>
  </xsl:template>

  <!-- The first colour for links and bars, or the second, if it stands out enough for text (WCAG 1.4.3: 4.5 to 1). -->
  <xsl:template name="accent">
    <xsl:param name="paper"/>
    <xsl:param name="tint"/>
    <xsl:variable name="usable">
      <xsl:for-each select="p:sida/@farg1 | p:sida/@farg2">
        <xsl:sort select="name()"/>
        <xsl:variable name="on-paper"><xsl:call-template name="contrast"><xsl:with-param name="a" select="."/><xsl:with-param name="b" select="$paper"/></xsl:call-template></xsl:variable>
        <xsl:variable name="on-tint"><xsl:call-template name="contrast"><xsl:with-param name="a" select="."/><xsl:with-param name="b" select="$tint"/></xsl:call-template></xsl:variable>
        <xsl:if test="$on-paper &gt;= 4.5 and $on-tint &gt;= 4.5"><xsl:value-of select="."/></xsl:if>
      </xsl:for-each>
    </xsl:variable>
    <xsl:if test="$usable != ''"><xsl:value-of select="concat(':root { --accent: ', substring($usable, 1, 7), '; }&#10;')"/></xsl:if>
  </xsl:template>

  <xsl:template name="black-or-white">
    <xsl:param name="on"/>
    <xsl:variable name="white"><xsl:call-template name="contrast"><xsl:with-param name="a" select="$on"/><xsl:with-param name="b" select="'#ffffff'"/></xsl:call-template></xsl:variable>
    <xsl:variable name="black"><xsl:call-template name="contrast"><xsl:with-param name="a" select="$on"/><xsl:with-param name="b" select="'#000000'"/></xsl:call-template></xsl:variable>
    <xsl:choose>
      <xsl:when test="$white &gt;= $black">#ffffff</xsl:when>
      <xsl:otherwise>#000000</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- ==== Contrast as WCAG 2.2 defines it ==== -->

  <xsl:template name="contrast">
    <xsl:param name="a"/>
    <xsl:param name="b"/>
    <xsl:variable name="la"><xsl:call-template name="luminance"><xsl:with-param name="colour" select="$a"/></xsl:call-template></xsl:variable>
    <xsl:variable name="lb"><xsl:call-template name="luminance"><xsl:with-param name="colour" select="$b"/></xsl:call-template></xsl:variable>
    <xsl:choose>
      <xsl:when test="$la &gt; $lb"><xsl:value-of select="($la + 0.05) div ($lb + 0.05)"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="($lb + 0.05) div ($la + 0.05)"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="luminance">
    <xsl:param name="colour"/>
    <xsl:variable name="red"><xsl:call-template name="channel"><xsl:with-param name="hex" select="substring($colour, 2, 2)"/></xsl:call-template></xsl:variable>
    <xsl:variable name="green"><xsl:call-template name="channel"><xsl:with-param name="hex" select="substring($colour, 4, 2)"/></xsl:call-template></xsl:variable>
    <xsl:variable name="blue"><xsl:call-template name="channel"><xsl:with-param name="hex" select="substring($colour, 6, 2)"/></xsl:call-template></xsl:variable>
    <xsl:value-of select="0.2126 * $red + 0.7152 * $green + 0.0722 * $blue"/>
  </xsl:template>

  <xsl:template name="channel">
    <xsl:param name="hex"/>
    <xsl:variable name="digits" select="translate($hex, 'ABCDEF', 'abcdef')"/>
    <xsl:variable name="value"
        select="(16 * string-length(substring-before('0123456789abcdef', substring($digits, 1, 1)))
                 + string-length(substring-before('0123456789abcdef', substring($digits, 2, 1)))) div 255"/>
    <xsl:choose>
      <xsl:when test="$value &lt;= 0.04045"><xsl:value-of select="$value div 12.92"/></xsl:when>
      <xsl:otherwise>
        <!-- To the power of 2.4: its square, and the fifth root of that. -->
        <xsl:variable name="square" select="(($value + 0.055) div 1.055) * (($value + 0.055) div 1.055)"/>
        <xsl:variable name="root"><xsl:call-template name="fifth-root"><xsl:with-param name="of" select="$square"/></xsl:call-template></xsl:variable>
        <xsl:value-of select="$square * $root"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- By Newton's method, from above; twenty steps are more than enough for numbers from 0.001 to 1. -->
  <xsl:template name="fifth-root">
    <xsl:param name="of"/>
    <xsl:param name="guess" select="1"/>
    <xsl:param name="steps" select="20"/>
    <xsl:choose>
      <xsl:when test="$steps = 0"><xsl:value-of select="$guess"/></xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="fifth-root">
          <xsl:with-param name="of" select="$of"/>
          <xsl:with-param name="guess" select="(4 * $guess + $of div ($guess * $guess * $guess * $guess)) div 5"/>
          <xsl:with-param name="steps" select="$steps - 1"/>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
