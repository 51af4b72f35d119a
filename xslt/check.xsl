<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<!-- What the renderings of a check share: its title, its outcome in words, and one line for each thing found. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:c="urn:sammandrag:granskning:1"
    xmlns:str="http://exslt.org/strings"
    exclude-result-prefixes="c str">

  <xsl:import href="common.xsl"/>

  <xsl:variable name="pdf">
    <xsl:choose>
      <xsl:when test="$source"><xsl:value-of select="$source"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="str:encode-uri(/c:granskning/@fil, true())"/></xsl:otherwise>
    </xsl:choose>
  </xsl:variable>

  <xsl:template name="document-title">
    <xsl:text>Granskning: </xsl:text>
    <xsl:choose>
      <xsl:when test="/c:granskning/c:organ">
        <xsl:value-of select="/c:granskning/c:organ"/>
        <xsl:if test="/c:granskning/c:datum">
          <xsl:text> </xsl:text>
          <xsl:call-template name="dates-in-words">
            <xsl:with-param name="dates" select="/c:granskning/c:datum"/>
          </xsl:call-template>
        </xsl:if>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="/c:granskning/@fil"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- "1 fel, 2 varningar och 3 upplysningar" -->
  <xsl:template name="outcome">
    <xsl:choose>
      <xsl:when test="@fel + @varningar + @upplysningar = 0">Inget att anmärka på</xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="concat(@fel, ' fel, ', @varningar, ' varning')"/>
        <xsl:if test="@varningar != 1">ar</xsl:if>
        <xsl:value-of select="concat(' och ', @upplysningar, ' upplysning')"/>
        <xsl:if test="@upplysningar != 1">ar</xsl:if>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="level-heading">
    <xsl:param name="level"/>
    <xsl:choose>
      <xsl:when test="$level = 'fel'">Fel: publicera inte förrän det är utrett</xsl:when>
      <xsl:when test="$level = 'varning'">Varningar: se efter i originalet</xsl:when>
      <xsl:otherwise>Upplysningar</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- "§ 12, sidan 4" of a finding; "sidan 4" of a note, and its item where it names one. -->
  <xsl:template name="place">
    <xsl:value-of select="@arende"/>
    <xsl:if test="starts-with(@var, '§')"><xsl:value-of select="@var"/></xsl:if>
    <xsl:if test="(@arende or starts-with(@var, '§')) and @sida">, </xsl:if>
    <xsl:if test="@sida"><xsl:value-of select="concat('sidan ', @sida)"/></xsl:if>
  </xsl:template>

  <xsl:template match="c:fynd" mode="says"><xsl:value-of select="@text"/></xsl:template>
  <xsl:template match="c:anmarkning" mode="says">
    <xsl:variable name="sentence"><xsl:call-template name="note"/></xsl:variable>
    <xsl:choose>
      <xsl:when test="substring($sentence, string-length($sentence)) = '.'">
        <xsl:value-of select="substring($sentence, 1, string-length($sentence) - 1)"/>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="$sentence"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- What was compared, the words, and where the fault lies: what follows the first sentence. -->
  <xsl:template name="evidence">
    <xsl:if test="@jamforelse"><xsl:value-of select="concat(': ', @jamforelse)"/></xsl:if>
    <xsl:if test="normalize-space()"><xsl:value-of select="concat(': ”', normalize-space(), '”')"/></xsl:if>
    <xsl:text>.</xsl:text>
    <xsl:choose>
      <xsl:when test="@fel-i = 'handlingen'"> Så står det i handlingen.</xsl:when>
      <xsl:when test="@fel-i = 'lasningen'"> Kan vara fel läst.</xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- "40 av 49 kontroller gick att göra; de prövade 212 fall" -->
  <xsl:template name="extent">
    <xsl:variable name="checks" select="c:kontroller/c:kontroll"/>
    <xsl:value-of select="concat(count($checks[@fall &gt; 0]), ' av ', count($checks),
                                 ' kontroller gick att göra; de prövade ', sum($checks/@fall), ' fall')"/>
  </xsl:template>

  <!-- "12 fall, inga fynd" -->
  <xsl:template name="cases">
    <xsl:value-of select="concat(@fall, ' fall, ')"/>
    <xsl:choose>
      <xsl:when test="@fynd = 0">inga fynd</xsl:when>
      <xsl:otherwise><xsl:value-of select="concat(@fynd, ' fynd')"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
