<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<!-- A digest as the HTML of a message: plain elements, since mail programs know little of style, and links only
     where they lead somewhere from a mailbox. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:d="urn:sammandrag:oversikt:1"
    exclude-result-prefixes="d">

  <xsl:import href="digest.xsl"/>
  <xsl:import href="digest-body.xsl"/>
  <xsl:output method="html" encoding="UTF-8" indent="no"/>

  <xsl:template match="/">
    <xsl:text disable-output-escaping="yes">&lt;!DOCTYPE html&gt;&#10;</xsl:text>
    <html lang="sv">
      <head>
        <title><xsl:value-of select="d:oversikt/d:titel"/></title>
        <style>
body { max-width: 44em; font: 16px/1.5 sans-serif; }
blockquote { margin: 0 0 8px; padding-left: 12px; border-left: 3px solid #999; }
blockquote p { margin: 0; }
.var { color: #555; font-size: 14px; }
</style>
      </head>
      <body>
        <h1><xsl:value-of select="d:oversikt/d:titel"/></h1>
        <p>
          <xsl:call-template name="extent"/>
          <xsl:call-template name="limits"/>
          <xsl:value-of select="concat(' ', $about)"/>
        </p>
        <xsl:apply-templates select="d:oversikt" mode="digest"/>
        <xsl:apply-templates select="d:oversikt" mode="digest-foot"/>
      </body>
    </html>
  </xsl:template>

  <xsl:variable name="place-is-known" select="false()"/>
</xsl:stylesheet>
