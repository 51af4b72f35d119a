<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<!-- All that a meeting says, a line for each element and attribute that has words. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:output method="text" encoding="UTF-8"/>
  <xsl:template match="/">
    <xsl:for-each select="//*[text()[normalize-space()]] | //@*">
      <xsl:value-of select="concat(normalize-space(), '&#10;')"/>
    </xsl:for-each>
  </xsl:template>
</xsl:stylesheet>
