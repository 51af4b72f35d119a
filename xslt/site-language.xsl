<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<!-- Which language a block of text is in, where its small words leave no doubt: many of one language, and none of Swedish.
     A voice that reads aloud changes its pronunciation there; where there is doubt it goes on in Swedish. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:exsl="http://exslt.org/common"
    xmlns:str="http://exslt.org/strings"
    exclude-result-prefixes="exsl str">

  <!-- Words without which no language says much, and that no other here has in number. -->
  <xsl:variable name="small-words">
    <language code="en">the of and to that is are was with this from by as it be which not have has their</language>
    <language code="fi">ja on että ei ovat sekä tai kun myös mukaan joka jotka ole kanssa hän voi oli mutta tämä kuin</language>
    <language code="de">der die das und ist nicht mit von zu den dem des ein eine auf für im wird sich auch</language>
    <language code="fr">le la les et des du est une que dans pour qui sur pas au aux avec par ce sont</language>
  </xsl:variable>
  <xsl:variable name="swedish-words" select="str:tokenize('och att som är för av till på med den inte har ska vid enligt om', ' ')"/>
  <!-- How many different ones are no chance, and how short a text has no room for them. -->
  <xsl:variable name="words-enough" select="4"/>
  <xsl:variable name="shortest-text" select="40"/>

  <xsl:template name="language">
    <xsl:param name="text" select="."/>
    <xsl:if test="string-length($text) &gt;= $shortest-text and not(contains($text, ' och ') or contains($text, ' att '))">
      <xsl:variable name="padded" select="concat(' ', translate(normalize-space($text), 'ABCDEFGHIJKLMNOPQRSTUVWXYZÅÄÖ.,;:!?()”&quot;', 'abcdefghijklmnopqrstuvwxyzåäö          '), ' ')"/>
      <xsl:if test="not($swedish-words[contains($padded, concat(' ', ., ' '))])">
        <xsl:for-each select="exsl:node-set($small-words)/language">
          <xsl:if test="count(str:tokenize(., ' ')[contains($padded, concat(' ', ., ' '))]) &gt;= $words-enough"><xsl:value-of select="@code"/></xsl:if>
        </xsl:for-each>
      </xsl:if>
    </xsl:if>
  </xsl:template>

  <!-- For the element that is being made. -->
  <xsl:template name="language-attribute">
    <xsl:variable name="language"><xsl:call-template name="language"/></xsl:variable>
    <xsl:if test="string-length($language) = 2"><xsl:attribute name="lang"><xsl:value-of select="$language"/></xsl:attribute></xsl:if>
  </xsl:template>
</xsl:stylesheet>
