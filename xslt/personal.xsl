<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<!-- What the renderings of a review share: its title, its kinds in words, what is done with each, its places. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:p="urn:sammandrag:personuppgifter:1"
    xmlns:str="http://exslt.org/strings"
    exclude-result-prefixes="p str">

  <xsl:import href="common.xsl"/>

  <xsl:variable name="pdf">
    <xsl:choose>
      <xsl:when test="$source"><xsl:value-of select="$source"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="str:encode-uri(/p:personuppgifter/@fil, true())"/></xsl:otherwise>
    </xsl:choose>
  </xsl:variable>

  <xsl:template name="document-title">
    <xsl:value-of select="concat('Personuppgifter: ', /p:personuppgifter/@fil)"/>
  </xsl:template>

  <xsl:template name="kind">
    <xsl:choose>
      <xsl:when test="@typ = 'epost'">E-postadress</xsl:when>
      <xsl:when test="@typ = 'telefon'">Telefonnummer</xsl:when>
      <xsl:when test="@typ = 'adress'">Adress</xsl:when>
      <xsl:when test="@typ = 'namn'">Namn</xsl:when>
      <xsl:when test="@typ = 'personnummer'">Personnummer</xsl:when>
      <xsl:when test="@typ = 'samordningsnummer'">Samordningsnummer</xsl:when>
      <xsl:otherwise>Annat</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- What a public edition does, and whether somebody has decided it. -->
  <xsl:template name="done">
    <xsl:choose>
      <xsl:when test="@beslut = 'behall'">behålls, beslutat</xsl:when>
      <xsl:when test="@beslut = 'maskera'">tas bort, beslutat</xsl:when>
      <xsl:when test="@forslag = 'behall'">behålls</xsl:when>
      <xsl:when test="@forslag = 'granska'">tas bort tills någon har sett efter</xsl:when>
      <xsl:otherwise>tas bort</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="place">
    <xsl:value-of select="@arende"/>
    <xsl:if test="@arende and @sida">, </xsl:if>
    <xsl:if test="@sida"><xsl:value-of select="concat('sidan ', @sida)"/></xsl:if>
    <xsl:if test="not(@sida)">filens namn eller titel</xsl:if>
  </xsl:template>

  <xsl:template name="count">
    <xsl:value-of select="count(p:personuppgift)"/>
    <xsl:text> funna, </xsl:text>
    <xsl:value-of select="count(p:personuppgift[@beslut = 'maskera' or (not(@beslut) and @forslag != 'behall')])"/>
    <xsl:text> tas bort ur en offentlig utgåva, </xsl:text>
    <xsl:value-of select="count(p:personuppgift[not(@beslut) and @forslag = 'granska'])"/>
    <xsl:text> väntar på att någon ser efter</xsl:text>
  </xsl:template>
</xsl:stylesheet>
