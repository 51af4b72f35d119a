<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<!-- List items by their lists and sub-lists, for HTML and Markdown, which have lists. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:m="urn:sammandrag:sammantrade:1"
    xmlns:s="urn:sammandrag:sammanfattning:1"
    exclude-result-prefixes="m s">

  <!-- The items of a list or sub-list, by its first one. -->
  <xsl:key name="list-items" match="m:punkt | s:punkt" use="concat(generate-id(..), @lista)"/>

  <!-- Its first item makes the list, by a template "list" of each format; the others are reached from it, and so is
       a sub-list, which stands right behind the item that it belongs to. libxml2 stops at the nearest node only where
       [1] is a step's only predicate: hence "[1]/self::". -->
  <xsl:template match="m:punkt | s:punkt">
    <xsl:if test="not(@lista) or @lista = @id and not(preceding-sibling::*[1]/self::*[self::m:punkt or self::s:punkt])">
      <xsl:call-template name="list">
        <xsl:with-param name="items" select=". | key('list-items', concat(generate-id(..), @id))"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- "ol" when every marker is a number, "ul" when every one is a bullet, else "markers". -->
  <xsl:template name="list-kind">
    <xsl:param name="items"/>
    <xsl:choose>
      <xsl:when test="not($items[translate(@markor, '0123456789', '') != '.'
                                 and translate(@markor, '0123456789', '') != ')'
                                 or string-length(@markor) &lt; 2 or string-length(@markor) &gt; 7])">ol</xsl:when>
      <xsl:when test="not($items[@markor and translate(@markor, '•◦▪■●○–—-*o·‣⁃', '') != ''])">ul</xsl:when>
      <xsl:otherwise>markers</xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
