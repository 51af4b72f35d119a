<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<!-- The words of pages of HTML, ours or what a Markdown processor makes, in the order in which they are read, for
     tests/check_equal.sh. What the forms say in ways of their own is said here, and nowhere else:

     of=html    the ways around a page are none of its words; the letterhead stands below the title, as in text
     of=text    so does a table twice: as rows, and as "heading: cell", which text takes where rows are too wide
     of=json    only the words of the minutes: none that the page says of them; the words of an item's head, which JSON has
                as the minutes print them, and the page with number and title first, are a set, its number once
     edition    sammanfattning or protokoll -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:output method="text"/>
  <xsl:param name="of" select="'html'"/>
  <xsl:param name="edition" select="'protokoll'"/>

  <xsl:template match="/">
    <xsl:text> NyttDokument </xsl:text>
    <xsl:choose>
      <xsl:when test="$of = 'json'">
        <xsl:text> EndaForm </xsl:text>
        <xsl:apply-templates select="//header/h1/node()"/>
        <xsl:text> AndraForm FormSlut </xsl:text>
        <xsl:apply-templates select="//main/*" mode="json"/>
      </xsl:when>
      <xsl:otherwise><xsl:apply-templates select="//body"/></xsl:otherwise>
    </xsl:choose>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <!-- Elements that stand on lines of their own end a word. -->
  <xsl:template match="*">
    <xsl:text> </xsl:text>
    <xsl:apply-templates/>
    <xsl:text> </xsl:text>
  </xsl:template>
  <xsl:template match="a | b | i | em | strong | span | code | s | u | time | abbr | data">
    <xsl:apply-templates/>
  </xsl:template>

  <!-- In the lines of JSON the mark of a footnote stands at its word, as in the file. -->
  <xsl:template match="sup">
    <xsl:if test="$of != 'json'"><xsl:text> </xsl:text></xsl:if>
    <xsl:apply-templates/>
    <xsl:if test="$of != 'json'"><xsl:text> </xsl:text></xsl:if>
  </xsl:template>

  <!-- A list shows its numbers. -->
  <xsl:template match="ol/li">
    <xsl:text> </xsl:text>
    <xsl:choose>
      <xsl:when test="@value"><xsl:value-of select="@value"/></xsl:when>
      <xsl:when test="../@start"><xsl:value-of select="../@start + count(preceding-sibling::li)"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="count(preceding-sibling::li) + 1"/></xsl:otherwise>
    </xsl:choose>
    <xsl:text>. </xsl:text>
    <xsl:apply-templates/>
    <xsl:text> </xsl:text>
  </xsl:template>

  <!-- The ways around a page, and the heads of a table that the page makes of the attendance. -->
  <xsl:template match="a[@class = 'hopp'] | nav | table/caption | section[@aria-label = 'Närvarolista']//thead
                       | a[starts-with(@aria-label, 'Tillbaka till')]"/>

  <xsl:template match="header/p[@class = 'huvudman']"/>
  <xsl:template match="header/h1">
    <xsl:text> </xsl:text>
    <xsl:apply-templates/>
    <xsl:text> </xsl:text>
    <xsl:if test="$edition = 'protokoll' and ../p[@class = 'huvudman']">Huvudman </xsl:if>
    <xsl:apply-templates select="../p[@class = 'huvudman']/node()"/>
    <xsl:text> </xsl:text>
  </xsl:template>

  <!-- What a page has as its footer, text has under a heading. -->
  <xsl:template match="footer">
    <xsl:if test="$edition = 'protokoll'"> Om texten </xsl:if>
    <xsl:apply-templates/>
  </xsl:template>

  <!-- A heading that is folded away says of which item it is, to who reads it alone. -->
  <xsl:template match="summary[contains(., ' i §')]">
    <xsl:value-of select="concat(' ', substring-before(., ' i §'), ' ')"/>
  </xsl:template>

  <!-- Several motions have one label, which text repeats. -->
  <xsl:template match="dt[. = 'Yrkanden']"/>
  <xsl:template match="dd[preceding-sibling::dt[1] = 'Yrkanden']">
    <xsl:text> Yrkande </xsl:text>
    <xsl:apply-templates/>
  </xsl:template>

  <!-- ==== Tables, as text may have them ==== -->

  <xsl:template match="table[thead]">
    <xsl:choose>
      <xsl:when test="$of = 'text'">
        <xsl:text> EndaForm </xsl:text>
        <xsl:apply-templates/>
        <xsl:text> AndraForm </xsl:text>
        <xsl:apply-templates select="tbody/tr" mode="listed"/>
        <xsl:text> FormSlut </xsl:text>
      </xsl:when>
      <xsl:otherwise><xsl:apply-templates/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="tr" mode="listed">
    <xsl:variable name="heads" select="ancestor::table/thead/tr[1]/th"/>
    <xsl:for-each select="td[normalize-space()]">
      <xsl:variable name="column" select="count(preceding-sibling::td) + 1"/>
      <xsl:value-of select="concat(' ', $heads[$column], ' ')"/>
      <xsl:apply-templates/>
    </xsl:for-each>
  </xsl:template>

  <!-- ==== What JSON has as "brodtext" ==== -->

  <xsl:template match="*" mode="json"><xsl:apply-templates select="."/></xsl:template>
  <xsl:template match="section[@aria-labelledby = 'narvaro']" mode="json" priority="1"/>
  <xsl:template match="section[@aria-labelledby]" mode="json" priority="0.1">
    <xsl:apply-templates select="*[not(self::h2)]"/>
  </xsl:template>

  <xsl:template match="article" mode="json">
    <xsl:variable name="place" select="p[@class = 'var'][1]"/>
    <xsl:variable name="number" select="normalize-space(translate(h2/span[@class = 'nr'], '§&#160;', ' '))"/>
    <xsl:variable name="printed">
      <xsl:for-each select="$place/preceding-sibling::*[not(self::h2)]"><xsl:value-of select="concat(' ', ., ' ')"/></xsl:for-each>
    </xsl:variable>
    <xsl:text> HuvudBorjar </xsl:text>
    <xsl:if test="not(contains(concat(' ', normalize-space(translate($printed, '§&#160;', '  ')), ' '), concat(' ', $number, ' ')))">
      <xsl:value-of select="concat($number, ' ')"/>
    </xsl:if>
    <xsl:apply-templates select="h2/node()[not(self::span[@class = 'nr'])] | $place/preceding-sibling::*[not(self::h2)]"/>
    <xsl:text> HuvudSlut </xsl:text>
    <xsl:apply-templates select="$place/following-sibling::*[not(self::details)]"/>
  </xsl:template>

  <xsl:template match="section[starts-with(@aria-labelledby, 'bilaga')]" mode="json" priority="1">
    <xsl:text> EndaForm </xsl:text>
    <xsl:apply-templates select="h2/node()"/>
    <xsl:text> AndraForm FormSlut </xsl:text>
    <xsl:apply-templates select="*[not(self::h2)]"/>
  </xsl:template>
</xsl:stylesheet>
