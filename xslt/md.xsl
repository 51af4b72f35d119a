<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<!-- Markdown for both editions: CommonMark with GFM tables, after YAML front matter. Every character that
     could mean something to a reader of Markdown is escaped, and paragraphs are not wrapped, so that
     `cmark-gfm -e table` gives back the text. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:m="urn:sammandrag:sammantrade:1"
    xmlns:s="urn:sammandrag:sammanfattning:1"
    xmlns:exsl="http://exslt.org/common"
    xmlns:str="http://exslt.org/strings"
    exclude-result-prefixes="m s exsl str">

  <xsl:import href="common.xsl"/>
  <xsl:import href="lists.xsl"/>
  <xsl:output method="text" encoding="UTF-8"/>

  <xsl:template match="/">
    <xsl:variable name="title"><xsl:call-template name="document-title"/></xsl:variable>
    <xsl:variable name="dates" select="*/m:datum | */s:datum"/>
    <xsl:text>---&#10;title: </xsl:text>
    <xsl:call-template name="yaml"><xsl:with-param name="s" select="$title"/></xsl:call-template>
    <xsl:if test="$dates">
      <xsl:text>&#10;date: </xsl:text>
      <xsl:call-template name="yaml"><xsl:with-param name="s" select="$dates[1]"/></xsl:call-template>
      <xsl:if test="$dates[2]">
        <xsl:text>&#10;end_date: </xsl:text>
        <xsl:call-template name="yaml"><xsl:with-param name="s" select="$dates[last()]"/></xsl:call-template>
      </xsl:if>
    </xsl:if>
    <xsl:if test="*/m:organ | */s:organ">
      <xsl:text>&#10;body: </xsl:text>
      <xsl:call-template name="yaml"><xsl:with-param name="s" select="*/m:organ | */s:organ"/></xsl:call-template>
    </xsl:if>
    <xsl:if test="*/m:huvudman | */s:huvudman">
      <xsl:text>&#10;principal: </xsl:text>
      <xsl:call-template name="yaml"><xsl:with-param name="s" select="*/m:huvudman | */s:huvudman"/></xsl:call-template>
    </xsl:if>
    <xsl:text>&#10;source: </xsl:text>
    <xsl:call-template name="yaml"><xsl:with-param name="s" select="$pdf"/></xsl:call-template>
    <xsl:text>&#10;lang: sv&#10;---&#10;&#10;</xsl:text>
    <xsl:call-template name="heading">
      <xsl:with-param name="level" select="1"/>
      <xsl:with-param name="text" select="$title"/>
    </xsl:call-template>
    <xsl:apply-templates select="*" mode="document"/>
  </xsl:template>

  <!-- A double-quoted YAML scalar; quotes and backslashes are its only special characters here. -->
  <xsl:template name="yaml">
    <xsl:param name="s"/>
    <xsl:value-of select="concat('&quot;', str:replace(str:replace(normalize-space($s), '\', '\\'), '&quot;', '\&quot;'), '&quot;')"/>
  </xsl:template>

  <!-- ==== Escaping ==== -->

  <!-- An ampersand and a blank is no entity; the longer search string wins. What readers such as GitHub take for a
       bare address is broken up: they read on to the next blank, over what is escaped, and markup would follow. -->
  <xsl:variable name="plain">
    <c>\</c><c>`</c><c>*</c><c>_</c><c>[</c><c>]</c><c>&lt;</c><c>|</c><c>~</c><c>&amp;</c>
    <c><xsl:text>&amp; </xsl:text></c><c>://</c><c>www.</c><c>xmpp:</c>
  </xsl:variable>
  <xsl:variable name="escaped">
    <c>\\</c><c>\`</c><c>\*</c><c>\_</c><c>\[</c><c>\]</c><c>\&lt;</c><c>\|</c><c>\~</c><c>\&amp;</c>
    <c><xsl:text>&amp; </xsl:text></c><c>\://</c><c>www\.</c><c>`xmpp`:</c>
  </xsl:variable>

  <!-- A look for each special character is a fifth of the work of translate() with all of them. -->
  <xsl:template name="escape">
    <xsl:param name="s"/>
    <xsl:choose>
      <xsl:when test="contains($s, '\') or contains($s, '`') or contains($s, '*') or contains($s, '_')
                      or contains($s, '[') or contains($s, ']') or contains($s, '&lt;') or contains($s, '|')
                      or contains($s, '~') or contains($s, '&amp;') or contains($s, '://')
                      or contains($s, 'xmpp:')">
        <xsl:call-template name="escape-all"><xsl:with-param name="s" select="$s"/></xsl:call-template>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="$s"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="escape-all">
    <xsl:param name="s"/>
    <xsl:value-of select="str:replace(string($s), exsl:node-set($plain)/c, exsl:node-set($escaped)/c)"/>
  </xsl:template>

  <!-- Where a line begins, more characters mean something: # > - + = : and a number before . or ). Blanks are left
       out there. -->
  <xsl:template name="line-start">
    <xsl:param name="s"/>
    <xsl:choose>
      <xsl:when test="translate(substring($s, 1, 1), '#&gt;-+=:0123456789 &#9;&#13;', '')"><xsl:value-of select="$s"/></xsl:when>
      <xsl:when test="contains('#&gt;-+=:', substring($s, 1, 1))"><xsl:value-of select="concat(substring('\', 1, boolean($s)), $s)"/></xsl:when>
      <xsl:when test="contains(' &#9;&#13;', substring($s, 1, 1))">
        <xsl:variable name="first" select="substring(normalize-space($s), 1, 1)"/>
        <xsl:if test="$first">
          <xsl:call-template name="line-start">
            <xsl:with-param name="s" select="concat($first, substring-after($s, $first))"/>
          </xsl:call-template>
        </xsl:if>
      </xsl:when>
      <xsl:otherwise>
        <xsl:variable name="before" select="substring-before(translate($s, ')', '.'), '.')"/>
        <xsl:value-of select="$before"/>
        <xsl:if test="$before and translate($before, '0123456789', '') = ''">\</xsl:if>
        <xsl:value-of select="substring($s, string-length($before) + 1)"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Most text holds nothing that needs care. Some characters stand nowhere in most documents: they are looked for
       once in all of it, and in each text only where there are any. -->
  <xsl:variable name="all-text" select="string(/)"/>
  <xsl:variable name="rare" select="contains($all-text, '\') or contains($all-text, '`') or contains($all-text, '*')
                                    or contains($all-text, '&lt;') or contains($all-text, '|') or contains($all-text, '~')
                                    or contains($all-text, 'xmpp:')"/>

  <xsl:variable name="www" select="contains($all-text, 'www.')"/>

  <xsl:template match="text()">
    <xsl:choose>
      <xsl:when test="contains(., '&#10;') or contains(., '&amp;') or contains(., '_') or contains(., '[') or contains(., ']')
                      or contains(., '!') or contains(., '://') or $www and contains(., 'www.')
                      or $rare and (contains(., '\') or contains(., '`') or contains(., '*')
                                    or contains(., '&lt;') or contains(., '|') or contains(., '~')
                                    or contains(., 'xmpp:'))">
        <xsl:call-template name="careful-text"/>
      </xsl:when>
      <xsl:otherwise><xsl:copy/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="careful-text">
    <xsl:choose>
      <!-- "!" before a link would make it a picture. -->
      <xsl:when test="contains(., '!') and following-sibling::*">
        <xsl:variable name="escaped-text"><xsl:call-template name="escaped-text"/></xsl:variable>
        <xsl:variable name="length" select="string-length($escaped-text)"/>
        <xsl:choose>
          <xsl:when test="substring($escaped-text, $length) = '!'">
            <xsl:value-of select="concat(substring($escaped-text, 1, $length - 1), '\!')"/>
          </xsl:when>
          <xsl:otherwise><xsl:value-of select="$escaped-text"/></xsl:otherwise>
        </xsl:choose>
      </xsl:when>
      <xsl:otherwise><xsl:call-template name="escaped-text"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="escaped-text">
    <xsl:choose>
      <xsl:when test="contains(., '&#10;') or contains(., '://')">
        <xsl:variable name="text"><xsl:call-template name="collapsed"/></xsl:variable>
        <xsl:choose>
          <xsl:when test="contains($text, '://') and not(parent::m:lank or parent::s:lank)">
            <xsl:call-template name="words"><xsl:with-param name="s" select="string($text)"/></xsl:call-template>
          </xsl:when>
          <xsl:otherwise>
            <xsl:call-template name="escape"><xsl:with-param name="s" select="string($text)"/></xsl:call-template>
          </xsl:otherwise>
        </xsl:choose>
      </xsl:when>
      <!-- The markup that follows would be taken for a part of the address. -->
      <xsl:when test="$www and contains(., 'www.') and not(parent::m:lank or parent::s:lank)">
        <xsl:call-template name="escape-all"><xsl:with-param name="s" select="."/></xsl:call-template>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="escape"><xsl:with-param name="s" select="string()"/></xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Web addresses become autolinks. With escapes in them they would be cut short by readers that make
       links of bare addresses, as GitHub does. -->
  <xsl:template name="words">
    <xsl:param name="s"/>
    <xsl:if test="starts-with($s, ' ')"><xsl:text> </xsl:text></xsl:if>
    <xsl:for-each select="str:tokenize($s, ' ')">
      <xsl:if test="position() &gt; 1"><xsl:text> </xsl:text></xsl:if>
      <xsl:variable name="scheme">
        <xsl:if test="contains(., 'https://')">https://</xsl:if>
        <xsl:if test="contains(., 'http://') and not(contains(., 'https://'))">http://</xsl:if>
      </xsl:variable>
      <xsl:variable name="address">
        <xsl:if test="string($scheme) and translate(., '&lt;&gt;|\`&#9;&#13;', '') = string(.)">
          <xsl:call-template name="without-punctuation">
            <xsl:with-param name="s" select="concat($scheme, substring-after(., $scheme))"/>
          </xsl:call-template>
        </xsl:if>
      </xsl:variable>
      <xsl:choose>
        <xsl:when test="string-length($address) &gt; 9">
          <xsl:call-template name="escape-all"><xsl:with-param name="s" select="substring-before(., $scheme)"/></xsl:call-template>
          <xsl:value-of select="concat('&lt;', str:replace(string($address), '&amp;', '&amp;amp;'), '&gt;')"/>
          <xsl:call-template name="escape"><xsl:with-param name="s" select="substring-after(., $address)"/></xsl:call-template>
        </xsl:when>
        <xsl:otherwise>
          <xsl:call-template name="escape-all"><xsl:with-param name="s" select="string(.)"/></xsl:call-template>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:for-each>
    <xsl:if test="substring($s, string-length($s)) = ' '"><xsl:text> </xsl:text></xsl:if>
  </xsl:template>

  <!-- Takes the punctuation of the sentence from the end of an address, at most three characters of it. -->
  <xsl:template name="without-punctuation">
    <xsl:param name="s"/>
    <xsl:param name="left" select="3"/>
    <xsl:variable name="last" select="substring($s, string-length($s))"/>
    <xsl:choose>
      <xsl:when test="$left &gt; 0 and contains('.,;:!?)]”&quot;*_', $last)">
        <xsl:call-template name="without-punctuation">
          <xsl:with-param name="s" select="substring($s, 1, string-length($s) - 1)"/>
          <xsl:with-param name="left" select="$left - 1"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="$s"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The inline content of a block, where a line begins. -->
  <xsl:template name="line">
    <xsl:variable name="text"><xsl:apply-templates select="node()"/></xsl:variable>
    <xsl:call-template name="line-start"><xsl:with-param name="s" select="string($text)"/></xsl:call-template>
  </xsl:template>

  <!-- A target may hold blanks and parentheses in angle brackets; entities are read even there. -->
  <xsl:template name="target">
    <xsl:param name="url"/>
    <xsl:value-of select="concat('&lt;', str:replace(str:replace(string($url), '\', '%5C'), '&amp;', '&amp;amp;'), '&gt;')"/>
  </xsl:template>

  <xsl:template match="m:lank | s:lank">
    <xsl:variable name="url"><xsl:call-template name="safe-url"/></xsl:variable>
    <xsl:choose>
      <xsl:when test="string($url) and normalize-space()">
        <xsl:text>[</xsl:text>
        <xsl:apply-templates/>
        <xsl:text>](</xsl:text>
        <xsl:call-template name="target"><xsl:with-param name="url" select="$url"/></xsl:call-template>
        <xsl:text>)</xsl:text>
      </xsl:when>
      <xsl:otherwise><xsl:apply-templates/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- A table's row is one line whatever it holds. -->
  <xsl:template match="m:radbyte | s:radbyte">
    <xsl:if test="ancestor::m:uppgift | ancestor::s:uppgift"><xsl:text>\&#10;</xsl:text></xsl:if>
  </xsl:template>

  <!-- CommonMark has no footnotes: raised digits, as in the original. -->
  <xsl:template match="m:notmarke | s:notmarke">
    <xsl:call-template name="raised"><xsl:with-param name="s" select="."/></xsl:call-template>
  </xsl:template>

  <xsl:template name="raised">
    <xsl:param name="s"/>
    <xsl:call-template name="escape">
      <xsl:with-param name="s" select="translate($s, '0123456789', '⁰¹²³⁴⁵⁶⁷⁸⁹')"/>
    </xsl:call-template>
  </xsl:template>

  <!-- Emphasis does not begin or end at a blank that was not collapsed. -->
  <xsl:template name="emphasised">
    <xsl:param name="mark"/>
    <xsl:param name="s"/>
    <xsl:choose>
      <xsl:when test="contains(concat(substring($s, 1, 1), substring($s, string-length($s))), '&#160;') or $s = ''">
        <xsl:value-of select="$s"/>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="concat($mark, $s, $mark)"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- ==== What both editions are put together from: each begins with the blank line before it ==== -->

  <xsl:template name="heading">
    <xsl:param name="level"/>
    <xsl:param name="text"/>
    <xsl:variable name="escaped-text">
      <xsl:call-template name="escape"><xsl:with-param name="s" select="normalize-space($text)"/></xsl:call-template>
    </xsl:variable>
    <xsl:call-template name="heading-line">
      <xsl:with-param name="level" select="$level"/>
      <xsl:with-param name="line" select="string($escaped-text)"/>
    </xsl:call-template>
  </xsl:template>

  <!-- A number sign at the end would be taken for the end of the heading. -->
  <xsl:template name="heading-line">
    <xsl:param name="level"/>
    <xsl:param name="line"/>
    <xsl:variable name="length" select="string-length($line)"/>
    <xsl:if test="$level &gt; 1"><xsl:text>&#10;&#10;</xsl:text></xsl:if>
    <xsl:value-of select="concat(substring('######', 1, $level), ' ')"/>
    <xsl:choose>
      <xsl:when test="substring($line, $length) = '#'">
        <xsl:value-of select="concat(substring($line, 1, $length - 1), '\#')"/>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="$line"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="paragraph">
    <xsl:param name="text"/>
    <xsl:text>&#10;&#10;</xsl:text>
    <xsl:call-template name="plain-line"><xsl:with-param name="text" select="$text"/></xsl:call-template>
  </xsl:template>

  <xsl:template name="plain-line">
    <xsl:param name="text"/>
    <xsl:variable name="escaped-text">
      <xsl:call-template name="escape"><xsl:with-param name="s" select="normalize-space($text)"/></xsl:call-template>
    </xsl:variable>
    <xsl:call-template name="line-start"><xsl:with-param name="s" select="string($escaped-text)"/></xsl:call-template>
  </xsl:template>

  <xsl:template name="link">
    <xsl:param name="text"/>
    <xsl:param name="url"/>
    <xsl:param name="after"/>
    <xsl:text>&#10;&#10;[</xsl:text>
    <xsl:call-template name="escape"><xsl:with-param name="s" select="normalize-space($text)"/></xsl:call-template>
    <xsl:text>](</xsl:text>
    <xsl:call-template name="target"><xsl:with-param name="url" select="$url"/></xsl:call-template>
    <xsl:text>)</xsl:text>
    <xsl:call-template name="escape"><xsl:with-param name="s" select="string($after)"/></xsl:call-template>
  </xsl:template>

  <!-- One of several short lines; with `url` it is a link, with `label` that stands out. -->
  <xsl:template name="entry">
    <xsl:param name="label"/>
    <xsl:param name="text"/>
    <xsl:param name="url"/>
    <part>
      <xsl:text>&#10;- </xsl:text>
      <xsl:if test="string($label)">
        <xsl:text>**</xsl:text>
        <xsl:call-template name="escape"><xsl:with-param name="s" select="normalize-space($label)"/></xsl:call-template>
        <xsl:text>:** </xsl:text>
      </xsl:if>
      <xsl:choose>
        <xsl:when test="string($url)">
          <xsl:text>[</xsl:text>
          <xsl:call-template name="escape"><xsl:with-param name="s" select="normalize-space($text)"/></xsl:call-template>
          <xsl:text>](</xsl:text>
          <xsl:call-template name="target"><xsl:with-param name="url" select="$url"/></xsl:call-template>
          <xsl:text>)</xsl:text>
        </xsl:when>
        <xsl:otherwise>
          <xsl:call-template name="plain-line"><xsl:with-param name="text" select="$text"/></xsl:call-template>
        </xsl:otherwise>
      </xsl:choose>
    </part>
  </xsl:template>

  <!-- ==== Blocks. Each is a `part` of the result, of which only the text is written: libxslt appends to one long
       text by copying it. ==== -->

  <xsl:template match="m:rubrik | s:rubrik">
    <xsl:param name="first" select="3"/>
    <part>
      <xsl:variable name="level" select="$first + sum(@djup) + (not(@djup) and ../@rubrik)"/>
      <xsl:variable name="line"><xsl:apply-templates/></xsl:variable>
      <xsl:call-template name="heading-line">
        <xsl:with-param name="level" select="$level"/>
        <xsl:with-param name="line" select="string($line)"/>
      </xsl:call-template>
    </part>
  </xsl:template>

  <!-- A line that goes on where the one before it ended is parted from it by a hard break. -->
  <xsl:template match="m:stycke | s:stycke">
    <part>
      <xsl:variable name="text"><xsl:apply-templates/></xsl:variable>
      <xsl:choose>
        <xsl:when test="@fortsatt and preceding-sibling::*[1]/self::*[self::m:stycke or self::s:stycke]
                        [not(@id = ../../m:arenderubrik/@block)]">
          <xsl:text>\&#10;</xsl:text>
        </xsl:when>
        <xsl:otherwise><xsl:text>&#10;&#10;</xsl:text></xsl:otherwise>
      </xsl:choose>
      <xsl:choose>
        <xsl:when test="@fet or @kursiv">
          <xsl:variable name="line">
            <xsl:call-template name="line-start"><xsl:with-param name="s" select="string($text)"/></xsl:call-template>
          </xsl:variable>
          <xsl:call-template name="emphasised">
            <xsl:with-param name="mark" select="substring('**', 1, 1 + count(@fet))"/>
            <xsl:with-param name="s" select="string($line)"/>
          </xsl:call-template>
        </xsl:when>
        <xsl:otherwise>
          <xsl:call-template name="line-start"><xsl:with-param name="s" select="string($text)"/></xsl:call-template>
        </xsl:otherwise>
      </xsl:choose>
    </part>
  </xsl:template>

  <xsl:template match="m:uppgift | s:uppgift">
    <part>
      <xsl:for-each select="*">
        <xsl:choose>
          <xsl:when test="position() &gt; 1 or ../preceding-sibling::*[1]/self::*[self::m:uppgift or self::s:uppgift]
                          [not(@id = ../../m:arenderubrik/@block)]">
            <xsl:text>\&#10;</xsl:text>
          </xsl:when>
          <xsl:otherwise><xsl:text>&#10;&#10;</xsl:text></xsl:otherwise>
        </xsl:choose>
        <xsl:for-each select="*">
          <xsl:if test="position() &gt; 1"><xsl:text> </xsl:text></xsl:if>
          <xsl:variable name="text"><xsl:apply-templates/></xsl:variable>
          <xsl:choose>
            <xsl:when test="position() = 1 and last() &gt; 1">
              <xsl:call-template name="emphasised">
                <xsl:with-param name="mark" select="'**'"/>
                <xsl:with-param name="s" select="string($text)"/>
              </xsl:call-template>
            </xsl:when>
            <xsl:when test="position() = 1">
              <xsl:call-template name="line-start"><xsl:with-param name="s" select="string($text)"/></xsl:call-template>
            </xsl:when>
            <xsl:otherwise><xsl:value-of select="$text"/></xsl:otherwise>
          </xsl:choose>
        </xsl:for-each>
      </xsl:for-each>
    </part>
  </xsl:template>

  <xsl:template match="m:fotnot | s:fotnot">
    <part>
      <xsl:text>&#10;&#10;</xsl:text>
      <xsl:if test="@markor">
        <xsl:call-template name="raised"><xsl:with-param name="s" select="@markor"/></xsl:call-template>
        <xsl:text> </xsl:text>
      </xsl:if>
      <xsl:call-template name="line"/>
    </part>
  </xsl:template>

  <xsl:template match="m:figur | s:figur"/>

  <!-- ==== Lists ==== -->

  <xsl:template name="list">
    <xsl:param name="items"/>
    <xsl:param name="indent"/>
    <xsl:variable name="kind">
      <xsl:call-template name="list-kind"><xsl:with-param name="items" select="$items"/></xsl:call-template>
    </xsl:variable>
    <!-- Markdown counts by itself from the first number. -->
    <xsl:variable name="start" select="number(translate($items[1]/@markor, '.)', ''))"/>
    <xsl:variable name="miscounted">
      <xsl:if test="$kind = 'ol'">
        <xsl:for-each select="$items">
          <xsl:if test="number(translate(@markor, '.)', '')) != $start + position() - 1">x</xsl:if>
        </xsl:for-each>
      </xsl:if>
    </xsl:variable>
    <xsl:variable name="numbered" select="$kind = 'ol' and string($miscounted) = ''"/>
    <xsl:if test="$indent = '' or ($numbered and $start != 1)"><xsl:text>&#10;</xsl:text></xsl:if>
    <xsl:for-each select="$items">
      <xsl:variable name="marker">
        <xsl:choose>
          <xsl:when test="$numbered"><xsl:value-of select="concat($start + position() - 1, '. ')"/></xsl:when>
          <xsl:otherwise><xsl:text>- </xsl:text></xsl:otherwise>
        </xsl:choose>
      </xsl:variable>
      <xsl:variable name="text">
        <xsl:if test="not($numbered) and $kind != 'ul' and @markor">
          <xsl:call-template name="escape"><xsl:with-param name="s" select="concat(@markor, ' ')"/></xsl:call-template>
        </xsl:if>
        <xsl:apply-templates/>
      </xsl:variable>
      <xsl:variable name="below" select="following-sibling::*[1]/self::*[@lista = @id]"/>
      <part>
        <xsl:value-of select="concat('&#10;', $indent, $marker)"/>
        <xsl:call-template name="line-start"><xsl:with-param name="s" select="string($text)"/></xsl:call-template>
        <xsl:if test="$below">
          <xsl:call-template name="list">
            <xsl:with-param name="items" select="$below | key('list-items', concat(generate-id(..), $below/@id))"/>
            <xsl:with-param name="indent" select="concat($indent, str:padding(string-length($marker), ' '))"/>
          </xsl:call-template>
        </xsl:if>
      </part>
    </xsl:for-each>
  </xsl:template>

  <!-- ==== Tables: GFM wants a header row, and as many cells in it as in the longest row ==== -->

  <xsl:template match="m:tabell | s:tabell">
    <part>
      <xsl:variable name="grid"><xsl:call-template name="grid"/></xsl:variable>
      <xsl:variable name="rows" select="exsl:node-set($grid)/m:rad"/>
      <xsl:variable name="columns">
        <xsl:for-each select="$rows">
          <xsl:sort select="count(m:cell)" data-type="number" order="descending"/>
          <xsl:if test="position() = 1"><xsl:value-of select="count(m:cell)"/></xsl:if>
        </xsl:for-each>
      </xsl:variable>
      <xsl:variable name="has-header" select="$rows[1]/m:cell/@rubrik"/>
      <xsl:text>&#10;&#10;</xsl:text>
      <xsl:choose>
        <xsl:when test="$has-header"><xsl:apply-templates select="$rows[1]" mode="row"/></xsl:when>
        <xsl:otherwise>|</xsl:otherwise>
      </xsl:choose>
      <xsl:value-of select="str:padding(3 * ($columns - boolean($has-header) * count($rows[1]/m:cell)), '  |')"/>
      <xsl:value-of select="concat('&#10;|', str:padding(6 * $columns, ' --- |'))"/>
      <xsl:for-each select="$rows[not($has-header) or position() &gt; 1]">
        <part>
          <xsl:text>&#10;</xsl:text>
          <xsl:apply-templates select="." mode="row"/>
        </part>
      </xsl:for-each>
    </part>
  </xsl:template>

  <xsl:template match="m:rad" mode="row">
    <xsl:text>|</xsl:text>
    <xsl:for-each select="m:cell">
      <xsl:text> </xsl:text>
      <xsl:apply-templates/>
      <xsl:text> |</xsl:text>
    </xsl:for-each>
  </xsl:template>
</xsl:stylesheet>
