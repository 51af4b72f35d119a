<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<!-- A look of one's own: the program's HTML with another colour, and a line of its own in the foot. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:s="urn:sammandrag:sammanfattning:1"
    exclude-result-prefixes="s">

  <xsl:import href="meeting-html.xsl"/>
  <xsl:import href="own-words.xsl"/>

  <xsl:variable name="style">h1 { color: #7a1f2b }</xsl:variable>

  <xsl:template match="s:sammanfattning" mode="foot">
    <p><xsl:call-template name="own-words"/></p>
    <xsl:apply-imports/>
  </xsl:template>
</xsl:stylesheet>
