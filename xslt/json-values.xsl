<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<!-- The values of JSON: strings and numbers; included by what writes JSON. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:exsl="http://exslt.org/common"
    xmlns:str="http://exslt.org/strings">

  <!-- XML lets no other control characters through than these three. Without "<" no text can end the script that
       the JSON is put into. -->
  <xsl:variable name="json-special">
    <c>\</c><c>"</c><c>&lt;</c><c><xsl:text>&#9;</xsl:text></c><c><xsl:text>&#10;</xsl:text></c><c><xsl:text>&#13;</xsl:text></c>
  </xsl:variable>
  <xsl:variable name="json-escaped"><c>\\</c><c>\"</c><c>\u003C</c><c>\t</c><c>\n</c><c>\r</c></xsl:variable>

  <!-- A string; null where there is none. -->
  <xsl:template name="string">
    <xsl:param name="s" select="."/>
    <!-- A node would be made a string of for each look. -->
    <xsl:variable name="text" select="string($s)"/>
    <xsl:choose>
      <!-- White space other than single blanks between words may be a control character. -->
      <xsl:when test="contains($text, '&quot;') or contains($text, '\') or contains($text, '&lt;') or normalize-space($text) != $text">
        <xsl:text>"</xsl:text>
        <xsl:value-of select="str:replace($text, exsl:node-set($json-special)/c, exsl:node-set($json-escaped)/c)"/>
        <xsl:text>"</xsl:text>
      </xsl:when>
      <xsl:when test="$text"><xsl:value-of select="concat('&quot;', $text, '&quot;')"/></xsl:when>
      <xsl:otherwise>null</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- "24" is a number, "3 a" a string, nothing null. -->
  <xsl:template name="number">
    <xsl:param name="s"/>
    <xsl:choose>
      <xsl:when test="translate($s, '0123456789', '') = '' and string-length($s) &lt; 10 and string($s) = string(number($s))">
        <xsl:value-of select="$s"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="string"><xsl:with-param name="s" select="$s"/></xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
