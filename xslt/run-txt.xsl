<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<!-- The report of a run as plain text: what it comes to, and each file that somebody should look at. A line each,
     however long: paths are copied from here. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:r="urn:sammandrag:run:1">

  <xsl:import href="run.xsl"/>
  <xsl:output method="text" encoding="UTF-8"/>

  <xsl:template match="r:run">
    <xsl:value-of select="concat(@program, ' batch ', @input, '&#10;')"/>
    <xsl:call-template name="state"/>
    <xsl:text>&#10;&#10;</xsl:text>
    <xsl:call-template name="row"><xsl:with-param name="label" select="'Began'"/><xsl:with-param name="value" select="@started"/></xsl:call-template>
    <xsl:call-template name="row"><xsl:with-param name="label" select="'Ended'"/><xsl:with-param name="value" select="@ended"/></xsl:call-template>
    <xsl:call-template name="row">
      <xsl:with-param name="label" select="'Took'"/>
      <xsl:with-param name="value" select="concat(@seconds, ' seconds, ', @jobs, ' at a time')"/>
    </xsl:call-template>
    <xsl:if test="@source">
      <xsl:call-template name="row"><xsl:with-param name="label" select="'Source'"/><xsl:with-param name="value" select="@source"/></xsl:call-template>
    </xsl:if>
    <xsl:apply-templates select="r:sums"/>
    <xsl:apply-templates select="r:parts"/>
    <xsl:if test="r:differing">
      <xsl:text>&#10;The shards were not run alike. They differ in:</xsl:text>
      <xsl:for-each select="r:differing"><xsl:value-of select="concat(' ', .)"/></xsl:for-each>
      <xsl:text>&#10;</xsl:text>
    </xsl:if>
    <xsl:apply-templates select="r:reasons/r:failed"/>
    <xsl:call-template name="noted"/>
    <xsl:call-template name="paths">
      <xsl:with-param name="heading" select="'Not done yet'"/>
      <xsl:with-param name="paths" select="key('files', 'pending')/@path"/>
    </xsl:call-template>
    <xsl:call-template name="paths">
      <xsl:with-param name="heading" select="'In more than one report'"/>
      <xsl:with-param name="paths" select="r:repeated"/>
    </xsl:call-template>
    <xsl:call-template name="paths">
      <xsl:with-param name="heading" select="'Not in the list any more; their outputs are still there'"/>
      <xsl:with-param name="paths" select="r:orphan"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="r:sums">
    <xsl:call-template name="row">
      <xsl:with-param name="label" select="'Files'"/>
      <xsl:with-param name="value" select="concat(@files, ': ', @done, ' done, ', @unchanged, ' unchanged, ', @failed, ' failed, ', @pending, ' not done')"/>
    </xsl:call-template>
    <xsl:call-template name="row">
      <xsl:with-param name="label" select="'Notes'"/>
      <xsl:with-param name="value" select="concat(@with-errors, ' files with errors, ', @with-warnings, ' with warnings')"/>
    </xsl:call-template>
    <xsl:call-template name="row">
      <xsl:with-param name="label" select="'Pages'"/>
      <xsl:with-param name="value">
        <xsl:value-of select="concat(@pages, ' converted')"/>
        <xsl:if test="@pages-per-second"><xsl:value-of select="concat(', ', @pages-per-second, ' a second')"/></xsl:if>
        <xsl:value-of select="concat('; ', @all-pages, ' in all')"/>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="r:parts">
    <xsl:text>&#10;Shards&#10;</xsl:text>
    <xsl:for-each select="r:shard">
      <xsl:text>  </xsl:text>
      <xsl:if test="@number"><xsl:value-of select="concat(@number, ' of ', ../../@shards, ': ')"/></xsl:if>
      <xsl:call-template name="count"><xsl:with-param name="n" select="@files"/><xsl:with-param name="one" select="'file'"/></xsl:call-template>
      <xsl:text>, </xsl:text>
      <xsl:call-template name="state"/>
      <xsl:text>&#10;</xsl:text>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="r:failed">
    <xsl:variable name="reason" select="@reason"/>
    <xsl:text>&#10;Failed: </xsl:text>
    <xsl:call-template name="reason"/>
    <xsl:value-of select="concat(' (', @files, ')&#10;')"/>
    <xsl:for-each select="key('files', 'failed')[@reason = $reason]">
      <xsl:value-of select="concat('  ', @path, ': ')"/>
      <xsl:call-template name="failure"/>
      <xsl:text>&#10;</xsl:text>
    </xsl:for-each>
  </xsl:template>

  <!-- Warnings are many, and counted above: what must not be published is named. -->
  <xsl:template name="noted">
    <xsl:variable name="noted" select="r:files/r:file[@errors]"/>
    <xsl:if test="$noted">
      <xsl:text>&#10;Not to be published before somebody has looked at the errors in it&#10;</xsl:text>
      <xsl:for-each select="$noted">
        <xsl:value-of select="concat('  ', @path, ': ')"/>
        <xsl:call-template name="notes"/>
        <xsl:text>&#10;</xsl:text>
      </xsl:for-each>
    </xsl:if>
  </xsl:template>

  <xsl:template name="paths">
    <xsl:param name="heading"/>
    <xsl:param name="paths"/>
    <xsl:if test="$paths">
      <xsl:value-of select="concat('&#10;', $heading, ' (', count($paths), ')&#10;')"/>
      <xsl:for-each select="$paths"><xsl:value-of select="concat('  ', ., '&#10;')"/></xsl:for-each>
    </xsl:if>
  </xsl:template>

  <xsl:template name="row">
    <xsl:param name="label"/>
    <xsl:param name="value"/>
    <xsl:value-of select="concat(substring(concat($label, '        '), 1, 8), $value, '&#10;')"/>
  </xsl:template>
</xsl:stylesheet>
