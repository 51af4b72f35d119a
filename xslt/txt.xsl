<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<!-- Plain text for both editions, fit for an e-mail: at most 72 columns unless a single word is longer. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:m="urn:sammandrag:sammantrade:1"
    xmlns:s="urn:sammandrag:sammanfattning:1"
    xmlns:exsl="http://exslt.org/common"
    xmlns:str="http://exslt.org/strings"
    exclude-result-prefixes="m s exsl str">

  <xsl:import href="common.xsl"/>
  <xsl:output method="text" encoding="UTF-8"/>

  <xsl:variable name="width" select="72"/>

  <xsl:template match="/">
    <xsl:call-template name="heading">
      <xsl:with-param name="level" select="1"/>
      <xsl:with-param name="text"><xsl:call-template name="document-title"/></xsl:with-param>
    </xsl:call-template>
    <xsl:apply-templates select="*" mode="document"/>
  </xsl:template>

  <!-- ==== Wrapping ==== -->

  <!-- Writes `s` in lines of which all but the first begin with `indent`. -->
  <xsl:template name="wrap">
    <xsl:param name="s"/>
    <xsl:param name="indent"/>
    <xsl:variable name="text" select="normalize-space($s)"/>
    <xsl:choose>
      <xsl:when test="contains($text, '&#8232;')">
        <xsl:for-each select="str:split($text, '&#8232;')">
          <xsl:if test="position() &gt; 1"><xsl:value-of select="concat('&#10;', $indent)"/></xsl:if>
          <xsl:call-template name="wrap">
            <xsl:with-param name="s" select="."/>
            <xsl:with-param name="indent" select="$indent"/>
          </xsl:call-template>
        </xsl:for-each>
      </xsl:when>
      <xsl:when test="string-length($text) &lt;= $width - string-length($indent)"><xsl:value-of select="$text"/></xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="wrap-lines">
          <xsl:with-param name="text" select="$text"/>
          <xsl:with-param name="indent" select="$indent"/>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The same with the content of the current element. Most have nothing marked in them. -->
  <xsl:template name="wrap-content">
    <xsl:param name="indent"/>
    <xsl:choose>
      <xsl:when test="*">
        <xsl:variable name="content"><xsl:apply-templates/></xsl:variable>
        <xsl:call-template name="wrap">
          <xsl:with-param name="s" select="string($content)"/>
          <xsl:with-param name="indent" select="$indent"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="wrap">
          <xsl:with-param name="s" select="."/>
          <xsl:with-param name="indent" select="$indent"/>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- A line at a time. A text of very many lines is halved first: that keeps the recursion within what
       libxslt allows, and what is copied for each line short. -->
  <xsl:template name="wrap-lines">
    <xsl:param name="text"/>
    <xsl:param name="indent"/>
    <xsl:variable name="room" select="$width - string-length($indent)"/>
    <xsl:variable name="length" select="string-length($text)"/>
    <xsl:choose>
      <xsl:when test="$length &lt;= 250 * $room or $length &lt;= $room">
        <xsl:variable name="bytes" select="str:encode-uri($text, true())"/>
        <xsl:choose>
          <xsl:when test="contains($bytes, '%CC') or contains($bytes, '%C2%AD') or contains($bytes, '%E2%8')
                          and (contains($bytes, '%E2%80%8') or contains($bytes, '%E2%81%A0'))">
            <xsl:call-template name="wrap-combining">
              <xsl:with-param name="text" select="$text"/>
              <xsl:with-param name="columns" select="$room"/>
              <xsl:with-param name="break" select="concat('&#10;', $indent)"/>
            </xsl:call-template>
          </xsl:when>
          <xsl:otherwise>
            <xsl:call-template name="wrap-line">
              <xsl:with-param name="text" select="$text"/>
              <xsl:with-param name="room" select="$room"/>
              <xsl:with-param name="break" select="concat('&#10;', $indent)"/>
            </xsl:call-template>
          </xsl:otherwise>
        </xsl:choose>
      </xsl:when>
      <!-- One word, such as an address. -->
      <xsl:when test="not(contains($text, ' '))"><xsl:value-of select="$text"/></xsl:when>
      <xsl:otherwise>
        <!-- The first half ends with the word its middle stands in, or before it when that is the last. -->
        <xsl:variable name="half" select="floor($length div 2)"/>
        <xsl:variable name="second" select="substring($text, $half + 1)"/>
        <xsl:variable name="end">
          <xsl:choose>
            <xsl:when test="contains($second, ' ')">
              <xsl:value-of select="$half + string-length(substring-before($second, ' '))"/>
            </xsl:when>
            <xsl:otherwise>
              <xsl:value-of select="$length - 1 - string-length(str:tokenize($text, ' ')[last()])"/>
            </xsl:otherwise>
          </xsl:choose>
        </xsl:variable>
        <xsl:call-template name="wrap-lines">
          <xsl:with-param name="text" select="substring($text, 1, $end)"/>
          <xsl:with-param name="indent" select="$indent"/>
        </xsl:call-template>
        <xsl:value-of select="concat('&#10;', $indent)"/>
        <xsl:call-template name="wrap-lines">
          <xsl:with-param name="text" select="substring($text, $end + 2)"/>
          <xsl:with-param name="indent" select="$indent"/>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <!-- Takes the words that fit into `room`, the first in any case, from a text that is longer. This is done for every
       line of a document, so that each instruction counts. -->
  <xsl:template name="wrap-line">
    <xsl:param name="text"/>
    <xsl:param name="room"/>
    <xsl:param name="break"/>
    <!-- The line ends before the last blank among so many characters and the next. Most have one among the last
         sixteen: then no other words are looked at. -->
    <xsl:variable name="near"
        select="$room + 1 - string-length(str:tokenize(concat(substring($text, $room - 14, 16), '.'), ' ')[last()])"/>
    <xsl:variable name="rest" select="substring($text, $near + 2)"/>
    <xsl:choose>
      <xsl:when test="$near &lt;= $room - 16">
        <xsl:call-template name="wrap-long-word">
          <xsl:with-param name="text" select="$text"/>
          <xsl:with-param name="room" select="$room"/>
          <xsl:with-param name="break" select="$break"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:when test="string-length($rest) &lt;= $room">
        <xsl:value-of select="concat(substring($text, 1, $near), $break, $rest)"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="concat(substring($text, 1, $near), $break)"/>
        <xsl:call-template name="wrap-line">
          <xsl:with-param name="text" select="$rest"/>
          <xsl:with-param name="room" select="$room"/>
          <xsl:with-param name="break" select="$break"/>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The same where a long word stands at the end: without a blank before it, it is the line. -->
  <xsl:template name="wrap-long-word">
    <xsl:param name="text"/>
    <xsl:param name="room"/>
    <xsl:param name="break"/>
    <xsl:variable name="window" select="substring($text, 1, $room + 1)"/>
    <xsl:variable name="end"
        select="contains($window, ' ') * ($room + 1 - string-length(str:tokenize(concat($window, '.'), ' ')[last()]))
                + not(contains($window, ' ')) * string-length(substring-before(concat($text, ' '), ' '))"/>
    <xsl:variable name="rest" select="substring($text, $end + 2)"/>
    <xsl:value-of select="substring($text, 1, $end)"/>
    <xsl:choose>
      <xsl:when test="string-length($rest) &gt; $room">
        <xsl:value-of select="$break"/>
        <xsl:call-template name="wrap-line">
          <xsl:with-param name="text" select="$rest"/>
          <xsl:with-param name="room" select="$room"/>
          <xsl:with-param name="break" select="$break"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:when test="$rest"><xsl:value-of select="concat($break, $rest)"/></xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- The same where characters take no room: so many of them let a line be that much longer. A line is the first of
       those that as much text as it can take makes. -->
  <xsl:template name="wrap-combining">
    <xsl:param name="text"/>
    <xsl:param name="columns"/>
    <xsl:param name="break"/>
    <xsl:variable name="window" select="substring($text, 1, $columns + 1)"/>
    <xsl:variable name="room" select="$columns + string-length($window) - string-length(translate($window, $combining, ''))"/>
    <xsl:choose>
      <xsl:when test="string-length($text) &lt;= $room"><xsl:value-of select="$text"/></xsl:when>
      <xsl:otherwise>
        <xsl:variable name="lines">
          <xsl:call-template name="wrap-line">
            <xsl:with-param name="text"
                select="concat(substring($text, 1, $room + 1), substring-before(concat(substring($text, $room + 2), ' '), ' '))"/>
            <xsl:with-param name="room" select="$room"/>
            <xsl:with-param name="break" select="'&#10;'"/>
          </xsl:call-template>
        </xsl:variable>
        <xsl:variable name="line" select="substring-before(concat($lines, '&#10;'), '&#10;')"/>
        <xsl:variable name="rest" select="substring($text, string-length($line) + 2)"/>
        <xsl:value-of select="$line"/>
        <xsl:if test="$rest">
          <xsl:value-of select="$break"/>
          <xsl:call-template name="wrap-combining">
            <xsl:with-param name="text" select="$rest"/>
            <xsl:with-param name="columns" select="$columns"/>
            <xsl:with-param name="break" select="$break"/>
          </xsl:call-template>
        </xsl:if>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Stands in a text where a line ends on purpose. -->
  <xsl:template match="m:radbyte | s:radbyte">&#8232;</xsl:template>

  <!-- Combining accents, soft hyphen, zero-width space and joiners. -->
  <xsl:variable name="combining">&#173;&#8203;&#8204;&#8205;&#8288;&#768;&#769;&#770;&#771;&#772;&#773;&#774;&#775;&#776;&#777;&#778;&#779;&#780;&#781;&#782;&#783;&#784;&#785;&#786;&#787;&#788;&#789;&#790;&#791;&#792;&#793;&#794;&#795;&#796;&#797;&#798;&#799;&#800;&#801;&#802;&#803;&#804;&#805;&#806;&#807;&#808;&#809;&#810;&#811;&#812;&#813;&#814;&#815;&#816;&#817;&#818;&#819;&#820;&#821;&#822;&#823;&#824;</xsl:variable>

  <!-- `s` without characters that take no room. Escaped as a URL a text shows the bytes of its characters, so that
       a few looks tell that it has none of them; translate() looks for each character among them all. -->
  <xsl:template name="seen">
    <xsl:param name="s"/>
    <xsl:variable name="bytes" select="str:encode-uri($s, true())"/>
    <xsl:choose>
      <xsl:when test="contains($bytes, '%CC') or contains($bytes, '%C2%AD') or contains($bytes, '%E2%8')
                      and (contains($bytes, '%E2%80%8') or contains($bytes, '%E2%81%A0'))">
        <xsl:value-of select="translate($s, $combining, '')"/>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="$s"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- ==== What both editions are put together from: each begins with the line end before it ==== -->

  <!-- Underlined as far as its longest line reaches. -->
  <xsl:template name="heading">
    <xsl:param name="level"/>
    <xsl:param name="text"/>
    <xsl:variable name="lines"><xsl:call-template name="wrap"><xsl:with-param name="s" select="$text"/></xsl:call-template></xsl:variable>
    <xsl:if test="$level &gt; 1"><xsl:text>&#10;&#10;</xsl:text></xsl:if>
    <xsl:if test="$level = 2"><xsl:text>&#10;</xsl:text></xsl:if>
    <xsl:value-of select="$lines"/>
    <xsl:if test="string($lines)">
      <xsl:text>&#10;</xsl:text>
      <xsl:variable name="seen"><xsl:call-template name="seen"><xsl:with-param name="s" select="string($lines)"/></xsl:call-template></xsl:variable>
      <xsl:variable name="mark" select="substring('=-~.', $level - ($level - 4) * ($level &gt; 4), 1)"/>
      <xsl:choose>
        <xsl:when test="contains($lines, '&#10;')">
          <xsl:for-each select="str:split($seen, '&#10;')">
            <xsl:sort select="string-length()" data-type="number" order="descending"/>
            <xsl:if test="position() = 1"><xsl:value-of select="str:padding(string-length(), $mark)"/></xsl:if>
          </xsl:for-each>
        </xsl:when>
        <xsl:otherwise><xsl:value-of select="str:padding(string-length($seen), $mark)"/></xsl:otherwise>
      </xsl:choose>
    </xsl:if>
  </xsl:template>

  <xsl:template name="paragraph">
    <xsl:param name="text"/>
    <xsl:text>&#10;&#10;</xsl:text>
    <xsl:call-template name="wrap"><xsl:with-param name="s" select="$text"/></xsl:call-template>
  </xsl:template>

  <xsl:template name="link">
    <xsl:param name="text"/>
    <xsl:param name="url"/>
    <xsl:param name="after"/>
    <xsl:text>&#10;&#10;</xsl:text>
    <xsl:call-template name="wrap"><xsl:with-param name="s" select="concat($text, $after)"/></xsl:call-template>
    <xsl:value-of select="concat('&#10;&lt;', $url, '&gt;')"/>
  </xsl:template>

  <xsl:template name="entry">
    <xsl:param name="label"/>
    <xsl:param name="text"/>
    <xsl:param name="url"/>
    <part>
      <xsl:text>&#10;- </xsl:text>
      <xsl:call-template name="wrap">
        <xsl:with-param name="s" select="concat($label, substring(': ', 1, 2 * boolean(string($label))), $text)"/>
        <xsl:with-param name="indent" select="'  '"/>
      </xsl:call-template>
    </part>
  </xsl:template>

  <!-- ==== Blocks. Each is a `part` of the result, of which only the text is written: libxslt appends to one long
       text by copying it. ==== -->

  <xsl:template match="m:rubrik | s:rubrik">
    <xsl:param name="first" select="3"/>
    <part>
      <xsl:call-template name="heading">
        <xsl:with-param name="level" select="$first + sum(@djup) + (not(@djup) and ../@rubrik)"/>
        <xsl:with-param name="text"><xsl:apply-templates/></xsl:with-param>
      </xsl:call-template>
    </part>
  </xsl:template>

  <xsl:template match="m:stycke | s:stycke">
    <part>
      <xsl:if test="not(@fortsatt and preceding-sibling::*[1]/self::*[not(self::m:rubrik or self::s:rubrik)])">
        <xsl:text>&#10;</xsl:text>
      </xsl:if>
      <xsl:text>&#10;</xsl:text>
      <xsl:call-template name="wrap-content">
        <xsl:with-param name="indent" select="substring('    ', 1, 4 * starts-with(., 'att '))"/>
      </xsl:call-template>
    </part>
  </xsl:template>

  <xsl:template match="m:uppgift | s:uppgift">
    <part>
      <xsl:if test="not(preceding-sibling::*[1]/self::*[self::m:uppgift or self::s:uppgift])"><xsl:text>&#10;</xsl:text></xsl:if>
      <xsl:for-each select="*">
        <xsl:text>&#10;</xsl:text>
        <xsl:call-template name="wrap">
          <xsl:with-param name="s">
            <xsl:for-each select="*">
              <xsl:if test="position() &gt; 1"><xsl:text> </xsl:text></xsl:if>
              <xsl:apply-templates/>
            </xsl:for-each>
          </xsl:with-param>
          <xsl:with-param name="indent" select="'    '"/>
        </xsl:call-template>
      </xsl:for-each>
    </part>
  </xsl:template>

  <!-- Markers as printed; sub-items are set in. -->
  <xsl:template match="m:punkt | s:punkt" priority="2">
    <part>
      <xsl:variable name="marker">
        <xsl:value-of select="str:padding(2 * (@niva - 1) * (@niva &gt; 1 and @niva &lt; 12), ' ')"/>
        <xsl:value-of select="@markor"/>
        <xsl:if test="not(@markor)">-</xsl:if>
        <xsl:text> </xsl:text>
      </xsl:variable>
      <xsl:if test="not(preceding-sibling::*[1]/self::*[self::m:punkt or self::s:punkt])"><xsl:text>&#10;</xsl:text></xsl:if>
      <xsl:value-of select="concat('&#10;', $marker)"/>
      <xsl:call-template name="wrap-content">
        <xsl:with-param name="indent" select="str:padding(string-length($marker), ' ')"/>
      </xsl:call-template>
    </part>
  </xsl:template>

  <xsl:template match="m:fotnot | s:fotnot">
    <part>
      <xsl:if test="not(preceding-sibling::*[1]/self::*[self::m:fotnot or self::s:fotnot])"><xsl:text>&#10;</xsl:text></xsl:if>
      <xsl:value-of select="concat('&#10;[', @markor, '] ')"/>
      <xsl:call-template name="wrap-content">
        <xsl:with-param name="indent" select="str:padding(string-length(@markor) + 3, ' ')"/>
      </xsl:call-template>
    </part>
  </xsl:template>

  <xsl:template match="m:figur | s:figur"/>

  <!-- ==== Inside the text ==== -->

  <xsl:template match="m:lank | s:lank">
    <xsl:variable name="url"><xsl:call-template name="safe-url"/></xsl:variable>
    <xsl:apply-templates/>
    <xsl:if test="string($url) and not(contains(@till, normalize-space()))">
      <xsl:value-of select="concat(' &lt;', $url, '&gt;')"/>
    </xsl:if>
  </xsl:template>

  <xsl:template match="m:notmarke | s:notmarke">
    <xsl:value-of select="concat('[', ., ']')"/>
  </xsl:template>

  <!-- ==== Tables: aligned columns where the width allows, else a paragraph for each row ==== -->

  <xsl:template match="m:tabell | s:tabell">
    <part>
      <xsl:variable name="grid"><xsl:call-template name="grid"/></xsl:variable>
      <xsl:variable name="rows"><xsl:apply-templates select="exsl:node-set($grid)/m:rad" mode="words"/></xsl:variable>
      <!-- So many columns take more than the width whatever they hold. -->
      <xsl:variable name="wide" select="boolean(exsl:node-set($rows)/r[c[1 + $width div 2]])"/>
      <xsl:variable name="columns">
        <xsl:if test="not($wide)"><xsl:apply-templates select="exsl:node-set($rows)" mode="widths"/></xsl:if>
      </xsl:variable>
      <xsl:variable name="needed" select="sum(exsl:node-set($columns)/c/@width) + 2 * (count(exsl:node-set($columns)/c) - 1)"/>
      <xsl:text>&#10;</xsl:text>
      <xsl:choose>
        <xsl:when test="not($wide) and $needed &lt;= $width">
          <xsl:apply-templates select="exsl:node-set($rows)/r" mode="aligned">
            <xsl:with-param name="columns" select="exsl:node-set($columns)/c"/>
          </xsl:apply-templates>
        </xsl:when>
        <xsl:otherwise>
          <xsl:variable name="heads" select="exsl:node-set($rows)/r[1][@head]/c"/>
          <xsl:apply-templates select="exsl:node-set($rows)/r[not($heads) or position() &gt; 1]" mode="listed">
            <xsl:with-param name="heads" select="$heads"/>
          </xsl:apply-templates>
        </xsl:otherwise>
      </xsl:choose>
    </part>
  </xsl:template>

  <!-- Rows as plain words: r with c, and the columns they take. -->
  <xsl:template match="m:rad" mode="words">
    <r>
      <xsl:if test="m:cell/@rubrik and not(m:cell[not(@rubrik)][normalize-space()])">
        <xsl:attribute name="head">1</xsl:attribute>
      </xsl:if>
      <xsl:for-each select="m:cell">
        <xsl:variable name="cell"><xsl:apply-templates/></xsl:variable>
        <xsl:variable name="words" select="normalize-space(translate($cell, '&#8232;', ' '))"/>
        <xsl:variable name="seen"><xsl:call-template name="seen"><xsl:with-param name="s" select="$words"/></xsl:call-template></xsl:variable>
        <c width="{string-length($seen)}"><xsl:value-of select="$words"/></c>
      </xsl:for-each>
    </r>
  </xsl:template>

  <!-- c with the width of the widest cell, for each column of the longest row. -->
  <xsl:template match="/" mode="widths">
    <xsl:variable name="rows" select="r"/>
    <xsl:for-each select="r">
      <xsl:sort select="count(c)" data-type="number" order="descending"/>
      <xsl:if test="position() = 1">
        <xsl:for-each select="c">
          <xsl:variable name="column" select="position()"/>
          <xsl:for-each select="$rows/c[$column]">
            <xsl:sort select="@width" data-type="number" order="descending"/>
            <xsl:if test="position() = 1"><c width="{@width}"/></xsl:if>
          </xsl:for-each>
        </xsl:for-each>
      </xsl:if>
    </xsl:for-each>
  </xsl:template>

  <!-- Figures are set right; a row of headings is underlined. -->
  <xsl:template match="r" mode="aligned">
    <xsl:param name="columns"/>
    <xsl:variable name="last" select="1 + count(c[normalize-space()][last()]/preceding-sibling::c)"/>
    <part>
      <xsl:text>&#10;</xsl:text>
      <xsl:for-each select="c">
        <xsl:variable name="column" select="position()"/>
        <xsl:variable name="blanks"
            select="str:padding($columns[$column]/@width - @width, ' ')"/>
        <xsl:if test="position() &gt; 1 and position() &lt;= $last"><xsl:text>  </xsl:text></xsl:if>
        <xsl:choose>
          <xsl:when test="not(../@head) and string(.) and translate(., '0123456789 &#160;,.–-−+%', '') = ''">
            <xsl:value-of select="concat($blanks, .)"/>
          </xsl:when>
          <xsl:when test="position() &lt; $last"><xsl:value-of select="concat(., $blanks)"/></xsl:when>
          <xsl:otherwise><xsl:value-of select="."/></xsl:otherwise>
        </xsl:choose>
      </xsl:for-each>
      <xsl:if test="@head">
        <xsl:text>&#10;</xsl:text>
        <xsl:for-each select="$columns">
          <xsl:if test="position() &gt; 1"><xsl:text>  </xsl:text></xsl:if>
          <xsl:value-of select="str:padding(@width, '-')"/>
        </xsl:for-each>
      </xsl:if>
    </part>
  </xsl:template>

  <!-- "Heading: cell" a line, those of one row below its first. -->
  <xsl:template match="r" mode="listed">
    <xsl:param name="heads"/>
    <xsl:variable name="first" select="1 + count(c[normalize-space()][1]/preceding-sibling::c)"/>
    <part>
      <xsl:if test="position() &gt; 1 and normalize-space(c[1])"><xsl:text>&#10;</xsl:text></xsl:if>
      <xsl:for-each select="c">
        <xsl:variable name="column" select="position()"/>
        <xsl:if test="normalize-space()">
          <xsl:value-of select="concat('&#10;', substring('-   ', 1 + 2 * ($column &gt; $first), 2))"/>
          <xsl:call-template name="wrap">
            <xsl:with-param name="s">
              <xsl:if test="$heads">
                <xsl:variable name="head" select="$heads[$column]"/>
                <xsl:if test="normalize-space($head)"><xsl:value-of select="concat($head, ': ')"/></xsl:if>
              </xsl:if>
              <xsl:value-of select="."/>
            </xsl:with-param>
            <xsl:with-param name="indent" select="'  '"/>
          </xsl:call-template>
        </xsl:if>
      </xsl:for-each>
    </part>
  </xsl:template>
</xsl:stylesheet>
