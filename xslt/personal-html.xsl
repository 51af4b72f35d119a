<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<!-- The personal data of minutes as HTML, for the reviewer, with links to the pages. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:p="urn:sammandrag:personuppgifter:1"
    exclude-result-prefixes="p">

  <xsl:import href="html.xsl"/>
  <xsl:import href="personal.xsl"/>
  <xsl:output method="html" encoding="UTF-8" indent="no"/>

  <xsl:template match="p:personuppgifter" mode="lead">
    <p><strong><xsl:call-template name="count"/></strong>. Listan är intern: den innehåller uppgifterna.</p>
  </xsl:template>

  <xsl:template match="p:personuppgifter" mode="contents"/>

  <xsl:template match="p:personuppgifter" mode="body">
    <xsl:for-each select="p:personuppgift">
      <section class="del" aria-labelledby="{@id}">
        <h2 id="{@id}"><xsl:value-of select="p:ord"/></h2>
        <p>
          <b><xsl:call-template name="kind"/></b>
          <xsl:text>: </xsl:text>
          <xsl:call-template name="done"/>
          <xsl:value-of select="concat(' (', @skal, ').')"/>
        </p>
        <xsl:if test="p:plats">
          <ul>
            <xsl:for-each select="p:plats">
              <li>
                <xsl:variable name="place"><xsl:call-template name="place"/></xsl:variable>
                <xsl:choose>
                  <xsl:when test="@sida">
                    <a>
                      <xsl:attribute name="href"><xsl:call-template name="page-url"/></xsl:attribute>
                      <xsl:value-of select="$place"/>
                    </a>
                  </xsl:when>
                  <xsl:otherwise><xsl:value-of select="$place"/></xsl:otherwise>
                </xsl:choose>
                <xsl:value-of select="concat(': ”', normalize-space(), '”')"/>
              </li>
              <xsl:text>&#10;</xsl:text>
            </xsl:for-each>
          </ul>
        </xsl:if>
      </section>
      <xsl:text>&#10;</xsl:text>
    </xsl:for-each>
  </xsl:template>
</xsl:stylesheet>
