<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<!-- A check as HTML: what was found by level with links to the pages, and what was looked at. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:c="urn:sammandrag:granskning:1"
    exclude-result-prefixes="c">

  <xsl:import href="html.xsl"/>
  <xsl:import href="check.xsl"/>
  <xsl:output method="html" encoding="UTF-8" indent="no"/>

  <xsl:template match="c:granskning" mode="lead">
    <xsl:if test="c:huvudman"><p class="huvudman"><xsl:value-of select="c:huvudman"/></p></xsl:if>
    <p>
      <strong><xsl:call-template name="outcome"/></strong>
      <xsl:text>. </xsl:text>
      <xsl:call-template name="extent"/>
      <xsl:text>. Granskningen varnar och ändrar ingenting.</xsl:text>
    </p>
  </xsl:template>

  <xsl:template match="c:granskning" mode="contents"/>

  <xsl:template match="c:granskning" mode="body">
    <xsl:call-template name="level"><xsl:with-param name="level" select="'fel'"/></xsl:call-template>
    <xsl:call-template name="level"><xsl:with-param name="level" select="'varning'"/></xsl:call-template>
    <xsl:call-template name="level"><xsl:with-param name="level" select="'upplysning'"/></xsl:call-template>
    <xsl:call-template name="checks">
      <xsl:with-param name="id" select="'granskat'"/>
      <xsl:with-param name="title" select="'Granskat'"/>
      <xsl:with-param name="last-column" select="'Fall'"/>
      <xsl:with-param name="checks" select="c:kontroller/c:kontroll[@fall &gt; 0]"/>
    </xsl:call-template>
    <xsl:call-template name="checks">
      <xsl:with-param name="id" select="'inte-granskat'"/>
      <xsl:with-param name="title" select="'Inte granskat'"/>
      <xsl:with-param name="last-column" select="'Behöver'"/>
      <xsl:with-param name="checks" select="c:kontroller/c:kontroll[@fall = 0]"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="level">
    <xsl:param name="level"/>
    <xsl:variable name="found" select="(c:fynd | c:anmarkningar/c:anmarkning)[@niva = $level]"/>
    <xsl:if test="$found">
      <section class="del" aria-labelledby="{$level}">
        <h2 id="{$level}">
          <xsl:call-template name="level-heading"><xsl:with-param name="level" select="$level"/></xsl:call-template>
        </h2>
        <ul>
          <xsl:for-each select="$found">
            <li>
              <xsl:variable name="place"><xsl:call-template name="place"/></xsl:variable>
              <xsl:if test="string($place)">
                <xsl:choose>
                  <xsl:when test="@sida">
                    <a>
                      <xsl:attribute name="href"><xsl:call-template name="page-url"/></xsl:attribute>
                      <xsl:value-of select="$place"/>
                    </a>
                  </xsl:when>
                  <xsl:otherwise><xsl:value-of select="$place"/></xsl:otherwise>
                </xsl:choose>
                <xsl:text>: </xsl:text>
              </xsl:if>
              <xsl:apply-templates select="." mode="says"/>
              <xsl:call-template name="evidence"/>
              <xsl:text> </xsl:text>
              <span class="var">
                <xsl:if test="@stod"><xsl:value-of select="concat(@stod, ' · ')"/></xsl:if>
                <xsl:value-of select="@typ"/>
              </span>
            </li>
            <xsl:text>&#10;</xsl:text>
          </xsl:for-each>
        </ul>
      </section>
      <xsl:text>&#10;</xsl:text>
    </xsl:if>
  </xsl:template>

  <xsl:template name="checks">
    <xsl:param name="id"/>
    <xsl:param name="title"/>
    <xsl:param name="last-column"/>
    <xsl:param name="checks"/>
    <xsl:if test="$checks">
      <div class="del">
        <h2 id="{$id}"><xsl:value-of select="$title"/></h2>
        <section class="tabell" tabindex="0" aria-label="{$title}">
          <table>
            <thead>
              <tr><th scope="col">Söker efter</th><th scope="col"><xsl:value-of select="$last-column"/></th></tr>
            </thead>
            <tbody>
              <xsl:for-each select="$checks">
                <tr>
                  <td><xsl:value-of select="@text"/></td>
                  <td>
                    <xsl:choose>
                      <xsl:when test="@fall &gt; 0"><xsl:call-template name="cases"/></xsl:when>
                      <xsl:otherwise><xsl:value-of select="@behover"/></xsl:otherwise>
                    </xsl:choose>
                  </td>
                </tr>
                <xsl:text>&#10;</xsl:text>
              </xsl:for-each>
            </tbody>
          </table>
        </section>
      </div>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
