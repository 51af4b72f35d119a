<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<!-- The blocks that a feed quotes, a line each. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:x="http://www.w3.org/1999/xhtml">
  <xsl:output method="text" encoding="UTF-8"/>
  <xsl:template match="/">
    <xsl:for-each select="//x:blockquote//*[self::x:p or self::x:li or self::x:td or self::x:th or self::x:h3 or self::x:h4]">
      <xsl:variable name="words"><xsl:apply-templates mode="words"/></xsl:variable>
      <xsl:if test="normalize-space($words)"><xsl:value-of select="concat(normalize-space($words), '&#10;')"/></xsl:if>
    </xsl:for-each>
  </xsl:template>
  <xsl:template match="x:ul | x:ol | x:sup" mode="words"/>
</xsl:stylesheet>
