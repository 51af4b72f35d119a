<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<!-- A summary as HTML: the edition to publish. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:s="urn:sammandrag:sammanfattning:1"
    exclude-result-prefixes="s">

  <xsl:import href="html.xsl"/>

  <xsl:template match="s:sammanfattning" mode="lead">
    <xsl:if test="s:ingress">
      <p>
        <xsl:value-of select="s:ingress"/>
        <xsl:text> </xsl:text>
        <a href="{$pdf}">Läs hela protokollet (PDF)</a>
        <xsl:text>.</xsl:text>
      </p>
    </xsl:if>
  </xsl:template>

  <!-- With few items the page is its own table of contents. -->
  <xsl:template match="s:sammanfattning" mode="contents">
    <xsl:if test="count(s:arende) &gt; 4">
      <xsl:for-each select="s:arende">
        <xsl:call-template name="contents-line">
          <xsl:with-param name="id"><xsl:call-template name="item-id"/></xsl:with-param>
          <xsl:with-param name="number"><xsl:call-template name="item-number"/></xsl:with-param>
          <xsl:with-param name="text" select="s:arenderubrik"/>
        </xsl:call-template>
      </xsl:for-each>
      <xsl:if test="s:fler-arenden">
        <xsl:call-template name="contents-line">
          <xsl:with-param name="id" select="'fler'"/>
          <xsl:with-param name="text" select="'Fler ärenden som behandlades'"/>
        </xsl:call-template>
      </xsl:if>
    </xsl:if>
    <xsl:if test="count(s:text/s:rubrik) &gt; 4">
      <xsl:for-each select="s:text/s:rubrik[@id][not(@niva &gt; 2)]">
        <xsl:call-template name="contents-line">
          <xsl:with-param name="id" select="@id"/>
          <xsl:with-param name="text" select="."/>
        </xsl:call-template>
      </xsl:for-each>
    </xsl:if>
  </xsl:template>

  <xsl:template match="s:sammanfattning" mode="body">
    <xsl:call-template name="blocks">
      <xsl:with-param name="blocks" select="s:text/*"/>
      <xsl:with-param name="first" select="2"/>
    </xsl:call-template>
    <xsl:apply-templates select="s:arende"/>
    <xsl:apply-templates select="s:fler-arenden"/>
  </xsl:template>

  <xsl:template match="s:sammanfattning/s:arende">
    <article>
      <h2>
        <xsl:attribute name="id"><xsl:call-template name="item-id"/></xsl:attribute>
        <xsl:call-template name="own-heading"/>
      </h2>
      <xsl:apply-templates select="s:beslut"/>
      <xsl:apply-templates select="s:bakgrund"/>
      <xsl:apply-templates select="s:oenighet"/>
      <xsl:apply-templates select="s:fotnoter"/>
      <xsl:if test="@olaslig">
        <p class="obs">
          <xsl:call-template name="left-out"/>
          <xsl:text>: </xsl:text>
          <a>
            <xsl:attribute name="href">
              <xsl:call-template name="page-url"><xsl:with-param name="page" select="@olaslig"/></xsl:call-template>
            </xsl:attribute>
            <xsl:value-of select="concat('läs sidan ', @olaslig, ' i protokollet')"/>
          </a>
          <xsl:text>.</xsl:text>
        </p>
      </xsl:if>
      <p class="var">
        <a>
          <xsl:attribute name="href"><xsl:call-template name="item-page-url"/></xsl:attribute>
          <xsl:if test="@avkortad">Läs mer: </xsl:if>
          <xsl:call-template name="item-number"/>
          <xsl:if test="@nr and @sida">, </xsl:if>
          <xsl:if test="@sida"><xsl:value-of select="concat('sidan ', @sida, ' i protokollet')"/></xsl:if>
        </a>
        <xsl:for-each select="s:diarienummer">
          <xsl:value-of select="concat(' · ', .)"/>
        </xsl:for-each>
        <xsl:call-template name="outcome-label"><xsl:with-param name="kind" select="@utfall"/></xsl:call-template>
      </p>
      <xsl:call-template name="item-more"/>
    </article>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <!-- The heading where the item itself stands, not a line that leads to it. -->
  <xsl:template name="own-heading"><xsl:call-template name="item-heading"/></xsl:template>

  <!-- Where to read more of an item, and where its page of the minutes is. -->
  <xsl:template name="item-url"><xsl:value-of select="@lank"/></xsl:template>
  <xsl:template name="item-page-url"><xsl:value-of select="@lank"/></xsl:template>

  <!-- What else a page can say of an item. -->
  <xsl:template name="item-more"/>

  <xsl:template match="s:beslut">
    <div class="beslut">
      <xsl:if test="not(*[1][self::s:rubrik])"><h3>Beslut</h3></xsl:if>
      <xsl:call-template name="blocks"><xsl:with-param name="blocks" select="*"/></xsl:call-template>
    </div>
  </xsl:template>

  <xsl:template match="s:bakgrund">
    <h3>Bakgrund</h3>
    <xsl:call-template name="blocks">
      <xsl:with-param name="blocks" select="*"/>
      <xsl:with-param name="first" select="4"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="s:oenighet">
    <xsl:if test="not(*[1][self::s:rubrik])"><h3>Yrkanden och reservationer</h3></xsl:if>
    <xsl:call-template name="blocks"><xsl:with-param name="blocks" select="*"/></xsl:call-template>
  </xsl:template>

  <xsl:template match="s:fler-arenden">
    <section class="del" aria-labelledby="fler">
      <h2 id="fler">Fler ärenden som behandlades</h2>
      <ul class="lista">
        <xsl:for-each select="s:arende">
          <li>
            <a>
              <xsl:attribute name="href"><xsl:call-template name="item-url"/></xsl:attribute>
              <xsl:call-template name="item-heading"/>
            </a>
          </li>
          <xsl:text>&#10;</xsl:text>
        </xsl:for-each>
      </ul>
    </section>
  </xsl:template>

  <xsl:template match="s:sammanfattning" mode="foot">
    <xsl:if test="s:anmarkningar/s:anmarkning[@niva = 'fel']">
      <p class="obs">Delar av originalet har inte kunnat läsas rätt. Jämför med originalet.</p>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
