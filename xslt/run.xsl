<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<!-- What the forms of the report of a run say in the same words. In English, as the messages of the program are. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:r="urn:sammandrag:run:1">

  <xsl:key name="files" match="r:file" use="@verdict"/>

  <xsl:template name="state">
    <xsl:choose>
      <xsl:when test="@state = 'finished'">finished</xsl:when>
      <xsl:when test="@state = 'interrupted'">interrupted: run it again to go on</xsl:when>
      <xsl:when test="@state = 'running'">at work, or killed: run it again to go on</xsl:when>
      <xsl:otherwise>no report: run it</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="reason">
    <xsl:choose>
      <xsl:when test="@reason = 'missing'">there is no such file</xsl:when>
      <xsl:when test="@reason = 'unreadable'">cannot be opened and read</xsl:when>
      <xsl:when test="@reason = 'name'">its outputs would have the names of another file's</xsl:when>
      <xsl:when test="@reason = 'not-pdf'">not a PDF</xsl:when>
      <xsl:when test="@reason = 'encrypted'">needs a password</xsl:when>
      <xsl:when test="@reason = 'damaged'">damaged beyond repair</xsl:when>
      <xsl:when test="@reason = 'scan'">pictures of text only</xsl:when>
      <xsl:when test="@reason = 'empty'">is empty</xsl:when>
      <xsl:when test="@reason = 'corrections'">its file of corrections cannot be used</xsl:when>
      <xsl:when test="@reason = 'limit'">needs more time, memory or pages than it may</xsl:when>
      <xsl:when test="@reason = 'crash'">the process that read it broke down</xsl:when>
      <xsl:when test="@reason = 'killed'">its worker was killed from outside</xsl:when>
      <xsl:when test="@reason = 'output'">its outputs cannot be written</xsl:when>
      <xsl:when test="@reason = 'installation'">a schema, stylesheet or profile is missing or broken</xsl:when>
      <xsl:otherwise>a fault of the program: please report it</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- "12 files" -->
  <xsl:template name="count">
    <xsl:param name="n"/>
    <xsl:param name="one"/>
    <xsl:value-of select="concat($n, ' ', $one)"/>
    <xsl:if test="$n != 1">s</xsl:if>
  </xsl:template>

  <xsl:template name="notes">
    <xsl:if test="@errors">
      <xsl:call-template name="count"><xsl:with-param name="n" select="@errors"/><xsl:with-param name="one" select="'error'"/></xsl:call-template>
    </xsl:if>
    <xsl:if test="@errors and @warnings">, </xsl:if>
    <xsl:if test="@warnings">
      <xsl:call-template name="count"><xsl:with-param name="n" select="@warnings"/><xsl:with-param name="one" select="'warning'"/></xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- Why one file failed, and what else is to be known of it. -->
  <xsl:template name="failure">
    <xsl:value-of select="."/>
    <xsl:if test="@known"> (as in an earlier run: not tried again)</xsl:if>
    <xsl:if test="@outdated"> (its outputs are those of an earlier run)</xsl:if>
  </xsl:template>
</xsl:stylesheet>
