<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<!-- Blocks of Markdown and plain text. Each becomes an element of its own in the result, of which only the
     text is written: libxslt appends to one long text by copying it. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:output method="text" encoding="UTF-8"/>

  <!-- `first` is the heading level of the shallowest heading among the blocks. -->
  <xsl:template name="blocks">
    <xsl:param name="blocks"/>
    <xsl:param name="first" select="3"/>
    <xsl:for-each select="$blocks">
      <part>
        <xsl:apply-templates select=".">
          <xsl:with-param name="first" select="$first"/>
        </xsl:apply-templates>
      </part>
    </xsl:for-each>
  </xsl:template>
</xsl:stylesheet>
