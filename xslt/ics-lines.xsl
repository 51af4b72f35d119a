<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<!-- The content lines of iCalendar (RFC 5545, 3.1): escaped, folded, and ended by CR LF. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:exsl="http://exslt.org/common"
    xmlns:str="http://exslt.org/strings"
    exclude-result-prefixes="exsl str">

  <!-- A line that has a text; none without. -->
  <xsl:template name="text-line">
    <xsl:param name="name"/>
    <xsl:param name="text"/>
    <xsl:variable name="words" select="normalize-space($text)"/>
    <xsl:if test="$words != ''">
      <xsl:call-template name="line">
        <xsl:with-param name="line">
          <xsl:value-of select="concat($name, ':')"/>
          <xsl:call-template name="escaped"><xsl:with-param name="text" select="$words"/></xsl:call-template>
        </xsl:with-param>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- What would end a text or part a list; and the one control character that XML lets through. -->
  <xsl:variable name="ics-special"><c>\</c><c>;</c><c>,</c><c>&#127;</c></xsl:variable>
  <xsl:variable name="ics-escaped"><c>\\</c><c>\;</c><c>\,</c><c/></xsl:variable>

  <xsl:template name="escaped">
    <xsl:param name="text"/>
    <xsl:choose>
      <xsl:when test="translate($text, '\;,&#127;', '') = $text"><xsl:value-of select="$text"/></xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="str:replace($text, exsl:node-set($ics-special)/c, exsl:node-set($ics-escaped)/c)"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- A line whose value is ready: no text, or one that is escaped. A line of many thousand characters is folded part
       by part, since each fold is one step deeper. -->
  <xsl:template name="line">
    <xsl:param name="line"/>
    <xsl:variable name="characters" select="string($line)"/>
    <xsl:call-template name="folded"><xsl:with-param name="line" select="substring($characters, 1, $part)"/></xsl:call-template>
    <xsl:if test="string-length($characters) &gt; $part">
      <xsl:for-each select="str:split(str:padding(floor((string-length($characters) - 1) div $part), '.'), '')">
        <xsl:text>&#13;&#10; </xsl:text>
        <xsl:call-template name="folded">
          <xsl:with-param name="line" select="substring($characters, position() * $part + 1, $part)"/>
        </xsl:call-template>
      </xsl:for-each>
    </xsl:if>
    <xsl:text>&#13;&#10;</xsl:text>
  </xsl:template>

  <xsl:variable name="part" select="7000"/>

  <!-- Lines of at most 74 octets: with the blank before it none has more than 75. As many characters are left for the
       next line as there are octets too many; and 18 always fit, since none has more than four. -->
  <xsl:template name="folded">
    <xsl:param name="line"/>
    <xsl:variable name="head" select="substring($line, 1, 74)"/>
    <xsl:variable name="encoded" select="str:encode-uri($head, true())"/>
    <xsl:variable name="octets" select="2 * string-length(translate($encoded, '%', '')) - string-length($encoded)"/>
    <xsl:variable name="left" select="string-length($head) - ($octets - 74) * ($octets &gt; 74)"/>
    <xsl:variable name="fits" select="$left + (18 - $left) * ($left &lt; 18)"/>
    <xsl:value-of select="substring($line, 1, $fits)"/>
    <xsl:if test="string-length($line) &gt; $fits">
      <xsl:text>&#13;&#10; </xsl:text>
      <xsl:call-template name="folded">
        <xsl:with-param name="line" select="substring($line, $fits + 1)"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
