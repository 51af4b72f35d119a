<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<!-- The pages that lead to meetings: the front page, that of a body, and that of a year of it. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:p="urn:sammandrag:sida:1"
    xmlns:w="urn:sammandrag:webbplats:1"
    exclude-result-prefixes="p w">

  <!-- How many contested items of a meeting a list tells of, and of how many meetings. -->
  <xsl:variable name="told" select="4"/>
  <xsl:variable name="shown-whole" select="8"/>

  <!-- ==== The front page ==== -->

  <xsl:template match="p:sida[@slag = 'start']" mode="page">
    <div class="rubrik">
      <h1><xsl:value-of select="@titel"/></h1>
      <p class="ingress">Vad som beslutades på sammanträdena, med protokollens egna ord, och hela protokollen. De undertecknade protokollen gäller.</p>
      <p class="vidare hit"><a href="#organ">Alla sammanträden, efter organ och år</a></p>
    </div>
    <div class="spalter">
      <section aria-labelledby="senaste">
        <h2 id="senaste">Senaste sammanträden</h2>
        <xsl:apply-templates select="w:webbplats/w:sammantrade[position() &lt;= $shown-whole]" mode="card"><xsl:with-param name="body" select="true()"/></xsl:apply-templates>
        <xsl:if test="w:webbplats/w:sammantrade[$shown-whole + 1]">
          <h3 class="tidigare">Dessförinnan</h3>
          <ul class="lista">
            <xsl:for-each select="w:webbplats/w:sammantrade[position() &gt; $shown-whole]">
              <li>
                <a>
                  <xsl:attribute name="href"><xsl:call-template name="href"/></xsl:attribute>
                  <xsl:call-template name="meeting-name"/>
                </a>
                <xsl:if test="w:huvudman"><xsl:value-of select="concat(', ', w:huvudman)"/></xsl:if>
                <xsl:call-template name="adjustment-mark"/>
              </li>
              <xsl:text>&#10;</xsl:text>
            </xsl:for-each>
          </ul>
        </xsl:if>
      </section>
      <section class="vid" aria-labelledby="organ">
        <h2 id="organ">Alla sammanträden</h2>
        <xsl:for-each select="w:webbplats/w:organ[string(@huvudman) != string(preceding-sibling::w:organ[1]/@huvudman) or position() = 1]">
          <xsl:variable name="principal" select="@huvudman"/>
          <h3><xsl:value-of select="@huvudman"/><xsl:if test="not(@huvudman)">Utan angiven huvudman</xsl:if></h3>
          <ul class="organlista">
            <xsl:for-each select="../w:organ[string(@huvudman) = string($principal)]">
              <li>
                <a>
                  <xsl:attribute name="href"><xsl:call-template name="href"/></xsl:attribute>
                  <xsl:call-template name="body-name"/>
                </a>
                <xsl:call-template name="years"/>
              </li>
            </xsl:for-each>
          </ul>
        </xsl:for-each>
        <xsl:if test="p:bevakning">
          <h2>Bevakade ord</h2>
          <ul class="organlista">
            <xsl:for-each select="p:bevakning">
              <li>
                <a>
                  <xsl:attribute name="href"><xsl:call-template name="href"/></xsl:attribute>
                  <xsl:call-template name="watched"><xsl:with-param name="word" select="."/></xsl:call-template>
                </a>
              </li>
            </xsl:for-each>
          </ul>
        </xsl:if>
      </section>
    </div>
  </xsl:template>

  <xsl:template name="body-name">
    <xsl:value-of select="@namn"/>
    <xsl:if test="not(@namn)">Okänt organ</xsl:if>
  </xsl:template>

  <xsl:template name="years">
    <xsl:if test="w:arsvis">
      <ul class="arslista">
        <xsl:for-each select="w:arsvis">
          <li>
            <a>
              <xsl:attribute name="href"><xsl:call-template name="href"/></xsl:attribute>
              <span class="dold"><xsl:value-of select="concat(../@namn, ' ')"/></span>
              <xsl:value-of select="@ar"/>
            </a>
            <xsl:value-of select="concat(' (', @antal, ')')"/>
          </li>
        </xsl:for-each>
      </ul>
    </xsl:if>
  </xsl:template>

  <!-- ==== A body, and a year of it ==== -->

  <xsl:template match="p:sida[@slag = 'organ']" mode="title">
    <xsl:for-each select="w:webbplats/w:organ[1]">
      <xsl:call-template name="body-name"/>
      <xsl:if test="@huvudman"><xsl:value-of select="concat(', ', @huvudman)"/></xsl:if>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="p:sida[@slag = 'ar']" mode="title">
    <xsl:for-each select="w:webbplats/w:organ[1]">
      <xsl:call-template name="body-name"/>
      <xsl:value-of select="concat(' ', w:arsvis[@adress = $page/@adress]/@ar)"/>
      <xsl:if test="@huvudman"><xsl:value-of select="concat(', ', @huvudman)"/></xsl:if>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="p:sida[@slag = 'organ']" mode="page">
    <xsl:variable name="meetings" select="w:webbplats/w:sammantrade"/>
    <xsl:for-each select="w:webbplats/w:organ[1]">
      <div class="rubrik">
        <xsl:if test="@huvudman"><p class="huvudman"><xsl:value-of select="@huvudman"/></p></xsl:if>
        <h1><xsl:call-template name="body-name"/></h1>
        <xsl:call-template name="years"/>
      </div>
    </xsl:for-each>
    <xsl:for-each select="$meetings[not(preceding-sibling::w:sammantrade)
                                     or substring(w:datum[1], 1, 4) != substring(preceding-sibling::w:sammantrade[1]/w:datum[1], 1, 4)]">
      <xsl:variable name="year" select="substring(w:datum[1], 1, 4)"/>
      <section>
        <h2><xsl:value-of select="$year"/><xsl:if test="$year = ''">Utan datum</xsl:if></h2>
        <xsl:apply-templates select="$meetings[substring(w:datum[1], 1, 4) = $year]" mode="card"/>
      </section>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="p:sida[@slag = 'ar']" mode="page">
    <xsl:for-each select="w:webbplats/w:organ[1]">
      <div class="rubrik">
        <xsl:if test="@huvudman"><p class="huvudman"><xsl:value-of select="@huvudman"/></p></xsl:if>
        <h1>
          <xsl:call-template name="body-name"/>
          <xsl:value-of select="concat(' ', w:arsvis[@adress = $page/@adress]/@ar)"/>
        </h1>
      </div>
    </xsl:for-each>
    <xsl:apply-templates select="w:webbplats/w:sammantrade" mode="card">
      <xsl:with-param name="level" select="2"/>
      <xsl:with-param name="told" select="1000"/>
    </xsl:apply-templates>
  </xsl:template>

  <!-- ==== A word that somebody watches ==== -->

  <xsl:template match="p:sida[@slag = 'bevakning']" mode="title">
    <xsl:call-template name="watched"/>
    <xsl:text> i rubriker och beslut</xsl:text>
  </xsl:template>

  <xsl:template match="p:sida[@slag = 'bevakning']" mode="page">
    <div class="rubrik">
      <h1><xsl:apply-templates select="." mode="title"/></h1>
      <p class="ingress">
        <xsl:choose>
          <xsl:when test="w:webbplats/w:sammantrade">Ärenden med ordet i rubriken eller beslutet, de senaste först.</xsl:when>
          <xsl:otherwise>Inget ärende har ordet i rubriken eller beslutet.</xsl:otherwise>
        </xsl:choose>
      </p>
    </div>
    <xsl:apply-templates select="w:webbplats/w:sammantrade" mode="card">
      <xsl:with-param name="level" select="2"/>
      <xsl:with-param name="body" select="true()"/>
      <xsl:with-param name="told" select="1000"/>
    </xsl:apply-templates>
  </xsl:template>

  <!-- ==== A meeting in a list: when, whether its minutes hold yet, and what people ask for first ==== -->

  <xsl:template match="w:sammantrade" mode="card">
    <xsl:param name="level" select="3"/>
    <xsl:param name="body" select="false()"/>
    <xsl:param name="told" select="$told"/>
    <article class="kort">
      <xsl:element name="h{$level}">
        <a>
          <xsl:attribute name="href"><xsl:call-template name="href"/></xsl:attribute>
          <xsl:choose>
            <xsl:when test="$body or not(w:datum)"><xsl:call-template name="meeting-name"/></xsl:when>
            <xsl:otherwise><xsl:call-template name="dates-in-words"><xsl:with-param name="dates" select="w:datum"/></xsl:call-template></xsl:otherwise>
          </xsl:choose>
        </a>
      </xsl:element>
      <p class="var">
        <xsl:if test="$body and w:huvudman">
          <xsl:value-of select="w:huvudman"/>
          <xsl:if test="w:arende"> · </xsl:if>
        </xsl:if>
        <xsl:if test="w:arende">
          <xsl:call-template name="count">
            <xsl:with-param name="n" select="count(w:arende)"/>
            <xsl:with-param name="one" select="'ärende'"/>
            <xsl:with-param name="many" select="'ärenden'"/>
          </xsl:call-template>
          <xsl:if test="w:arende/w:votering">
            <xsl:text> · </xsl:text>
            <xsl:call-template name="count">
              <xsl:with-param name="n" select="count(w:arende/w:votering)"/>
              <xsl:with-param name="one" select="'omröstning'"/>
              <xsl:with-param name="many" select="'omröstningar'"/>
            </xsl:call-template>
          </xsl:if>
        </xsl:if>
        <xsl:call-template name="adjustment-mark"/>
      </p>
      <xsl:variable name="shown" select="w:arende[$told &gt; 100 or w:votering or @reservation]"/>
      <xsl:if test="$shown">
        <ul class="arenden">
          <xsl:for-each select="$shown[position() &lt;= $told]">
            <li><xsl:apply-templates select="." mode="line"/></li>
          </xsl:for-each>
          <xsl:if test="count($shown) &gt; $told"><li>och <xsl:value-of select="count($shown) - $told"/> till</li></xsl:if>
        </ul>
      </xsl:if>
    </article>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <!-- Nothing where there is nothing to warn of. -->
  <xsl:template name="adjustment-mark">
    <xsl:if test="@ojusterat"><xsl:text> </xsl:text><strong class="marke ojusterat">Justering framgår inte</strong></xsl:if>
  </xsl:template>

  <!-- "§ 74 Taxa för båtplatser · 14 ja mot 6 nej" -->
  <xsl:template match="w:arende" mode="line">
    <a>
      <xsl:attribute name="href"><xsl:call-template name="href"/></xsl:attribute>
      <xsl:if test="@nr"><span class="nr"><xsl:value-of select="concat('§&#160;', @nr, ' ')"/></span></xsl:if>
      <xsl:value-of select="w:arenderubrik"/>
      <xsl:if test="not(w:arenderubrik)">Ärende vars rubrik inte har kunnat läsas</xsl:if>
    </a>
    <xsl:call-template name="item-marks"/>
  </xsl:template>

  <!-- What became of it, the numbers of its votes, and that there are reservations. -->
  <xsl:template name="item-marks">
    <xsl:variable name="outcome">
      <xsl:if test="@utfall and @utfall != 'annat' and @utfall != 'okand'"><xsl:call-template name="outcome"><xsl:with-param name="kind" select="@utfall"/></xsl:call-template></xsl:if>
    </xsl:variable>
    <xsl:if test="$outcome != '' or w:votering or @reservation">
      <xsl:text> </xsl:text>
      <span class="marken">
        <xsl:if test="$outcome != ''">
          <span class="marke">
            <xsl:value-of select="$outcome"/>
            <xsl:if test="@till"><xsl:value-of select="concat(' till ', @till)"/></xsl:if>
          </span>
        </xsl:if>
        <xsl:for-each select="w:votering">
          <xsl:text> </xsl:text>
          <span class="marke rost"><xsl:call-template name="vote-numbers"/></span>
        </xsl:for-each>
        <xsl:if test="@reservation"><xsl:text> </xsl:text><span class="marke">reservation</span></xsl:if>
      </span>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
