<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<!-- The report of a run as HTML: what it comes to, and a table of every file. One self-contained file without script. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:r="urn:sammandrag:run:1"
    exclude-result-prefixes="r">

  <xsl:import href="run.xsl"/>
  <xsl:import href="html-style.xsl"/>
  <xsl:output method="html" encoding="UTF-8" indent="no"/>

  <xsl:template match="r:run">
    <xsl:text disable-output-escaping="yes">&lt;!DOCTYPE html&gt;&#10;</xsl:text>
    <html lang="en">
      <head>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <title><xsl:value-of select="concat('Run over ', @input)"/></title>
        <meta name="generator" content="{@program}"/>
        <style><xsl:value-of select="$style"/></style>
      </head>
      <body>
        <header>
          <h1><xsl:value-of select="concat('Run over ', @input)"/></h1>
          <p><strong><xsl:call-template name="state"/></strong></p>
          <dl class="fakta">
            <dt>Began</dt><dd><xsl:value-of select="@started"/></dd>
            <xsl:if test="@ended"><dt>Ended</dt><dd><xsl:value-of select="@ended"/></dd></xsl:if>
            <dt>Took</dt><dd><xsl:value-of select="concat(@seconds, ' seconds, ', @jobs, ' at a time')"/></dd>
            <xsl:apply-templates select="r:sums"/>
          </dl>
        </header>
        <main>
          <xsl:apply-templates select="r:parts"/>
          <xsl:if test="r:differing">
            <p class="obs">
              <xsl:text>The shards were not run alike. They differ in:</xsl:text>
              <xsl:for-each select="r:differing"><xsl:value-of select="concat(' ', .)"/></xsl:for-each>
            </p>
          </xsl:if>
          <xsl:if test="r:reasons">
            <div class="del">
              <h2 id="failed">Failed</h2>
              <xsl:apply-templates select="r:reasons/r:failed"/>
            </div>
          </xsl:if>
          <xsl:call-template name="paths">
            <xsl:with-param name="id" select="'orphans'"/>
            <xsl:with-param name="heading" select="'Not in the list any more; their outputs are still there'"/>
            <xsl:with-param name="paths" select="r:orphan"/>
          </xsl:call-template>
          <xsl:call-template name="paths">
            <xsl:with-param name="id" select="'repeated'"/>
            <xsl:with-param name="heading" select="'In more than one report'"/>
            <xsl:with-param name="paths" select="r:repeated"/>
          </xsl:call-template>
          <xsl:apply-templates select="r:files"/>
        </main>
      </body>
    </html>
  </xsl:template>

  <xsl:template match="r:sums">
    <dt>Files</dt>
    <dd><xsl:value-of select="concat(@files, ': ', @done, ' done, ', @unchanged, ' unchanged, ', @failed, ' failed, ', @pending, ' not done')"/></dd>
    <dt>Notes</dt>
    <dd><xsl:value-of select="concat(@with-errors, ' files with errors, ', @with-warnings, ' with warnings')"/></dd>
    <dt>Pages</dt>
    <dd>
      <xsl:value-of select="concat(@pages, ' converted')"/>
      <xsl:if test="@pages-per-second"><xsl:value-of select="concat(', ', @pages-per-second, ' a second')"/></xsl:if>
      <xsl:value-of select="concat('; ', @all-pages, ' in all')"/>
    </dd>
  </xsl:template>

  <xsl:template match="r:parts">
    <div class="del">
      <h2 id="shards">Shards</h2>
      <ul>
        <xsl:for-each select="r:shard">
          <li>
            <xsl:if test="@number"><xsl:value-of select="concat(@number, ' of ', ../../@shards, ': ')"/></xsl:if>
            <xsl:call-template name="count"><xsl:with-param name="n" select="@files"/><xsl:with-param name="one" select="'file'"/></xsl:call-template>
            <xsl:text>, </xsl:text>
            <xsl:call-template name="state"/>
          </li>
        </xsl:for-each>
      </ul>
    </div>
  </xsl:template>

  <xsl:template match="r:failed">
    <xsl:variable name="reason" select="@reason"/>
    <h3><xsl:call-template name="reason"/><xsl:value-of select="concat(' (', @files, ')')"/></h3>
    <ul>
      <xsl:for-each select="key('files', 'failed')[@reason = $reason]">
        <li><xsl:value-of select="concat(@path, ': ')"/><xsl:call-template name="failure"/></li>
      </xsl:for-each>
    </ul>
  </xsl:template>

  <xsl:template match="r:files">
    <div class="del">
      <h2 id="files">Files</h2>
      <section class="tabell" tabindex="0" aria-label="Files">
        <table>
          <thead>
            <tr><th scope="col">File</th><th scope="col">Verdict</th><th scope="col">Pages</th><th scope="col">Seconds</th><th scope="col">Notes</th></tr>
          </thead>
          <tbody>
            <xsl:for-each select="r:file">
              <tr>
                <td><xsl:value-of select="@path"/></td>
                <td><xsl:value-of select="@verdict"/></td>
                <td class="tal"><xsl:value-of select="@pages"/></td>
                <td class="tal"><xsl:value-of select="@seconds"/></td>
                <td><xsl:call-template name="notes"/></td>
              </tr>
              <xsl:text>&#10;</xsl:text>
            </xsl:for-each>
          </tbody>
        </table>
      </section>
    </div>
  </xsl:template>

  <xsl:template name="paths">
    <xsl:param name="id"/>
    <xsl:param name="heading"/>
    <xsl:param name="paths"/>
    <xsl:if test="$paths">
      <div class="del">
        <h2 id="{$id}"><xsl:value-of select="$heading"/></h2>
        <ul><xsl:for-each select="$paths"><li><xsl:value-of select="."/></li></xsl:for-each></ul>
      </div>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
