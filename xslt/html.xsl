<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<!-- HTML for both editions: the page around the text, and every kind of block. One self-contained file
     without script. Ids come from the XML, so that the same document gives the same bytes. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:m="urn:sammandrag:sammantrade:1"
    xmlns:s="urn:sammandrag:sammanfattning:1"
    xmlns:exsl="http://exslt.org/common"
    exclude-result-prefixes="m s exsl">

  <xsl:import href="common.xsl"/>
  <xsl:import href="lists.xsl"/>
  <xsl:import href="html-style.xsl"/>
  <xsl:output method="html" encoding="UTF-8" indent="no"/>

  <!-- ==== The page; each edition fills in the templates "lead", "contents" and "body" ==== -->

  <xsl:template match="/">
    <xsl:variable name="title"><xsl:call-template name="document-title"/></xsl:variable>
    <xsl:text disable-output-escaping="yes">&lt;!DOCTYPE html&gt;&#10;</xsl:text>
    <html lang="sv">
      <head>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <title><xsl:value-of select="$title"/></title>
        <meta name="generator" content="{*/@program}"/>
        <style><xsl:value-of select="$style"/></style>
      </head>
      <body>
        <a class="hopp" href="#innehall">Hoppa till innehållet</a>
        <header>
          <xsl:if test="*/m:huvudman | */s:huvudman">
            <p class="huvudman"><xsl:value-of select="*/m:huvudman | */s:huvudman"/></p>
          </xsl:if>
          <h1><xsl:value-of select="$title"/></h1>
          <xsl:apply-templates select="*" mode="lead"/>
        </header>
        <xsl:call-template name="contents"/>
        <main id="innehall" tabindex="-1">
          <xsl:apply-templates select="*" mode="body"/>
        </main>
        <footer>
          <p>
            <xsl:text>Källa: </xsl:text>
            <a href="{$pdf}"><xsl:value-of select="*/m:kalla/@fil | */@fil"/></a>
            <xsl:text> (PDF). Originalet gäller om något skiljer sig.</xsl:text>
          </p>
          <xsl:if test="*/@maskerat"><p><xsl:value-of select="$masked"/></p></xsl:if>
          <xsl:apply-templates select="*" mode="foot"/>
        </footer>
      </body>
    </html>
  </xsl:template>

  <xsl:template match="*" mode="foot"/>

  <!-- In a template of its own: what is held in a variable takes memory until its template ends. -->
  <xsl:template name="contents">
    <xsl:variable name="contents"><xsl:apply-templates select="*" mode="contents"/></xsl:variable>
    <xsl:if test="string($contents)">
      <nav aria-labelledby="toc">
        <h2 id="toc">Innehåll</h2>
        <ul><xsl:copy-of select="$contents"/></ul>
      </nav>
    </xsl:if>
  </xsl:template>

  <xsl:template name="contents-line">
    <xsl:param name="id"/>
    <xsl:param name="number"/>
    <xsl:param name="text"/>
    <li>
      <xsl:if test="string($number)"><xsl:attribute name="class">p</xsl:attribute></xsl:if>
      <a href="#{$id}">
        <xsl:if test="string($number)"><span class="nr"><xsl:value-of select="$number"/></span><xsl:text> </xsl:text></xsl:if>
        <xsl:value-of select="$text"/>
      </a>
    </li>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <!-- "§ 13" and the title; the number is set apart. -->
  <xsl:template name="item-heading">
    <xsl:if test="@nr">
      <span class="nr"><xsl:call-template name="item-number"/></span>
      <xsl:text> </xsl:text>
    </xsl:if>
    <xsl:value-of select="m:arenderubrik | s:arenderubrik"/>
  </xsl:template>

  <!-- Two items may bear the same number, so ids count the items: the current one is among all of them, which the
       schema puts before other parts. -->
  <xsl:template name="item-id">
    <xsl:value-of select="concat('a', position())"/>
  </xsl:template>

  <!-- ==== Blocks ==== -->

  <!-- Headings have their ids; where facts are linked to the words that state them, every block gets its own here. -->
  <xsl:template name="block-id"/>

  <xsl:template name="heading-id">
    <xsl:if test="@id"><xsl:attribute name="id"><xsl:value-of select="@id"/></xsl:attribute></xsl:if>
  </xsl:template>

  <xsl:template match="m:rubrik | s:rubrik">
    <xsl:param name="first" select="3"/>
    <!-- In a section with a heading of its own, every other heading lies below that one. -->
    <xsl:variable name="level" select="$first + sum(@djup) + (not(@djup) and ../@rubrik)"/>
    <xsl:element name="h{$level - ($level - 6) * ($level &gt; 6)}">
      <xsl:call-template name="heading-id"/>
      <xsl:apply-templates/>
    </xsl:element>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="m:stycke | s:stycke">
    <p>
      <xsl:if test="@fortsatt or @citat or @fet or @kursiv or starts-with(., 'att ')">
        <xsl:variable name="class">
          <xsl:if test="starts-with(., 'att ')"> att</xsl:if>
          <xsl:if test="@fortsatt"> f</xsl:if>
          <xsl:if test="@citat"> citat</xsl:if>
          <xsl:if test="@fet"> fet</xsl:if>
          <xsl:if test="@kursiv"> kursiv</xsl:if>
        </xsl:variable>
        <xsl:attribute name="class"><xsl:value-of select="substring($class, 2)"/></xsl:attribute>
      </xsl:if>
      <xsl:call-template name="block-id"/>
      <xsl:apply-templates/>
    </p>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <!-- A label and its value. -->
  <xsl:template match="m:uppgift | s:uppgift">
    <xsl:for-each select="*">
      <p class="uppgift">
        <xsl:if test="position() = 1"><xsl:for-each select=".."><xsl:call-template name="block-id"/></xsl:for-each></xsl:if>
        <xsl:for-each select="*">
          <xsl:if test="position() &gt; 1"><xsl:text> </xsl:text></xsl:if>
          <xsl:choose>
            <xsl:when test="position() = 1 and last() &gt; 1"><b><xsl:apply-templates/></b></xsl:when>
            <xsl:otherwise><xsl:apply-templates/></xsl:otherwise>
          </xsl:choose>
        </xsl:for-each>
      </p>
      <xsl:text>&#10;</xsl:text>
    </xsl:for-each>
  </xsl:template>

  <!-- A footnote that stands in the text, in documents that have no items. -->
  <xsl:template match="m:fotnot | s:fotnot">
    <p class="fotnot">
      <xsl:call-template name="footnote"/>
    </p>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="m:fotnoter | s:fotnoter">
    <div class="fotnoter">
      <xsl:apply-templates select="*"/>
    </div>
  </xsl:template>

  <xsl:template match="m:figur | s:figur"/>

  <!-- ==== Lists ==== -->

  <xsl:template name="list">
    <xsl:param name="items"/>
    <xsl:variable name="kind">
      <xsl:call-template name="list-kind"><xsl:with-param name="items" select="$items"/></xsl:call-template>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="$kind = 'ol'">
        <ol>
          <xsl:for-each select="$items">
            <li value="{number(translate(@markor, '.)', ''))}">
              <xsl:call-template name="block-id"/>
              <xsl:call-template name="list-item"/>
            </li>
            <xsl:text>&#10;</xsl:text>
          </xsl:for-each>
        </ol>
      </xsl:when>
      <xsl:otherwise>
        <ul>
          <xsl:if test="$kind = 'markers'"><xsl:attribute name="class">markorer</xsl:attribute></xsl:if>
          <xsl:for-each select="$items">
            <li>
              <xsl:call-template name="block-id"/>
              <xsl:if test="$kind = 'markers' and @markor"><xsl:value-of select="concat(@markor, ' ')"/></xsl:if>
              <xsl:call-template name="list-item"/>
            </li>
            <xsl:text>&#10;</xsl:text>
          </xsl:for-each>
        </ul>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template name="list-item">
    <xsl:variable name="below" select="following-sibling::*[1]/self::*[@lista = @id]"/>
    <xsl:apply-templates/>
    <xsl:if test="$below">
      <xsl:text>&#10;</xsl:text>
      <xsl:call-template name="list"><xsl:with-param name="items" select="$below | key('list-items', concat(generate-id(..), $below/@id))"/></xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- ==== Tables: a region that scrolls by itself on a narrow screen, reached with the keyboard ==== -->

  <xsl:template match="m:tabell | s:tabell">
    <xsl:variable name="number"><xsl:call-template name="table-number"/></xsl:variable>
    <xsl:variable name="name">
      <xsl:value-of select="concat('Tabell ', $number)"/>
      <xsl:choose>
        <xsl:when test="ancestor::m:arende/@nr"><xsl:value-of select="concat(' i § ', ancestor::m:arende/@nr)"/></xsl:when>
        <xsl:when test="ancestor::s:arende/@nr"><xsl:value-of select="concat(' i § ', ancestor::s:arende/@nr)"/></xsl:when>
        <xsl:when test="ancestor::m:bilaga/@namn"><xsl:value-of select="concat(', ', ancestor::m:bilaga/@namn)"/></xsl:when>
      </xsl:choose>
      <xsl:if test="@sida"><xsl:value-of select="concat(' (sidan ', @sida, ')')"/></xsl:if>
    </xsl:variable>
    <!-- Header rows come first and may not span into the body. -->
    <xsl:variable name="body" select="*[*[not(@rubrik)]][1]"/>
    <xsl:variable name="head" select="*[not($body)] | $body/preceding-sibling::*"/>
    <xsl:variable name="heads" select="count($head)"/>
    <xsl:variable name="spanning">
      <xsl:for-each select="$head">
        <xsl:variable name="below" select="$heads - position() + 1"/>
        <xsl:if test="*[@rader &gt; $below]">x</xsl:if>
      </xsl:for-each>
    </xsl:variable>
    <xsl:variable name="split" select="$body and $head and $spanning = ''"/>
    <section class="tabell" tabindex="0" aria-label="{$name}">
      <xsl:call-template name="block-id"/>
      <table>
        <caption><xsl:value-of select="$name"/></caption>
        <xsl:choose>
          <xsl:when test="$split">
            <thead><xsl:apply-templates select="$head"/></thead>
            <tbody><xsl:apply-templates select="$body | $body/following-sibling::*"/></tbody>
          </xsl:when>
          <xsl:otherwise><tbody><xsl:apply-templates select="*"/></tbody></xsl:otherwise>
        </xsl:choose>
      </table>
    </section>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <!-- Tables are counted within an item or another part of the text. Where each stands among all of them, and where
       the first of its part does, is worked out once: to count for each would look at all before it. -->
  <xsl:variable name="tables">
    <xsl:for-each select="//m:tabell | //s:tabell">
      <table id="{generate-id()}" at="{position()}">
        <xsl:attribute name="part"><xsl:call-template name="part-id"/></xsl:attribute>
      </table>
    </xsl:for-each>
  </xsl:variable>
  <xsl:variable name="first-tables">
    <xsl:copy-of select="exsl:node-set($tables)/table[not(@part = preceding-sibling::*[1]/@part)]"/>
  </xsl:variable>
  <xsl:key name="tables" match="table" use="@id"/>
  <xsl:key name="tables-of-part" match="table" use="@part"/>

  <xsl:template name="part-id">
    <xsl:value-of select="generate-id((ancestor::m:arende | ancestor::s:arende | ancestor::m:bilaga
                                       | ancestor::m:inledning | ancestor::m:avslutning | ancestor::s:text)[last()])"/>
  </xsl:template>

  <xsl:template name="table-number">
    <xsl:variable name="id" select="generate-id()"/>
    <xsl:for-each select="exsl:node-set($tables)">
      <xsl:variable name="table" select="key('tables', $id)"/>
      <xsl:for-each select="exsl:node-set($first-tables)">
        <xsl:value-of select="$table/@at - key('tables-of-part', $table/@part)/@at + 1"/>
      </xsl:for-each>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="m:rad | s:rad">
    <tr>
      <xsl:apply-templates select="*">
        <xsl:with-param name="scope" select="substring('rowcol', 1 + 3 * not(*[not(@rubrik)]), 3)"/>
      </xsl:apply-templates>
    </tr>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="m:cell | s:cell">
    <xsl:param name="scope"/>
    <xsl:choose>
      <xsl:when test="@rubrik and normalize-space()">
        <th scope="{$scope}">
          <xsl:call-template name="cell"/>
        </th>
      </xsl:when>
      <xsl:otherwise>
        <td><xsl:call-template name="cell"/></td>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Cells that hold nothing but a number are set right. -->
  <xsl:template name="cell">
    <xsl:if test="@kolumner &gt; 1"><xsl:attribute name="colspan"><xsl:value-of select="@kolumner"/></xsl:attribute></xsl:if>
    <xsl:if test="@rader &gt; 1"><xsl:attribute name="rowspan"><xsl:value-of select="@rader"/></xsl:attribute></xsl:if>
    <xsl:if test="not(@rubrik) and translate(., '0123456789', '') != string(.)
                  and translate(., '0123456789 &#160;,.–-−+%', '') = ''">
      <xsl:attribute name="class">tal</xsl:attribute>
    </xsl:if>
    <xsl:apply-templates/>
  </xsl:template>

  <!-- ==== Inside the text ==== -->

  <xsl:template match="m:radbyte | s:radbyte"><br/></xsl:template>

  <xsl:template match="m:lank | s:lank">
    <xsl:variable name="url"><xsl:call-template name="safe-url"/></xsl:variable>
    <xsl:choose>
      <xsl:when test="string($url) and normalize-space()"><a href="{$url}"><xsl:apply-templates/></a></xsl:when>
      <xsl:otherwise><xsl:apply-templates/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Normalised values for programs; nothing that one sees. -->
  <xsl:template match="m:belopp | s:belopp">
    <data value="{@varde}"><xsl:apply-templates/></data>
  </xsl:template>
  <xsl:template match="m:datum[@varde] | s:datum[@varde]">
    <time datetime="{@varde}"><xsl:apply-templates/></time>
  </xsl:template>

  <!-- Footnotes and their marks, by the item or part they stand in, and there by page. -->
  <xsl:key name="footnotes" match="m:fotnot | s:fotnot"
      use="concat(generate-id(ancestor::*[parent::m:sammantrade or parent::s:sammanfattning or self::m:arende][last()]), '/', @markor)"/>
  <xsl:key name="marks" match="m:notmarke | s:notmarke"
      use="concat(generate-id(ancestor::*[parent::m:sammantrade or parent::s:sammanfattning or self::m:arende][last()]), '/', @nr)"/>
  <xsl:key name="footnotes-of-page" match="m:fotnot | s:fotnot"
      use="concat(generate-id(ancestor::*[parent::m:sammantrade or parent::s:sammanfattning or self::m:arende][last()]), '/', @markor, '/', @sida)"/>
  <xsl:key name="marks-of-page" match="m:notmarke | s:notmarke"
      use="concat(generate-id(ancestor::*[parent::m:sammantrade or parent::s:sammanfattning or self::m:arende][last()]), '/', @nr, '/', ancestor::*[@sida][1]/@sida)"/>

  <!-- Where a part has more footnotes of one number, they are looked for on the page of the mark and the next one
       alone: to look at all of them for each would take the square of their number. -->
  <xsl:variable name="few" select="50"/>

  <!-- A mark leads to its footnote, and the footnote back to the first of its marks. -->
  <xsl:template match="m:notmarke | s:notmarke">
    <xsl:variable name="key"
        select="concat(generate-id(ancestor::*[parent::m:sammantrade or parent::s:sammanfattning or self::m:arende][last()]), '/', @nr)"/>
    <xsl:variable name="page" select="ancestor::*[@sida][1]/@sida"/>
    <xsl:variable name="near" select="key('footnotes-of-page', concat($key, '/', $page))
                                      | key('footnotes-of-page', concat($key, '/', $page + 1))"/>
    <xsl:variable name="all" select="substring($key, 1, string-length($key) * (count(key('footnotes', $key)) &lt; $few))"/>
    <xsl:variable name="footnote" select="($near | key('footnotes', $all)[not(@sida &lt; $page)])[@id][1]"/>
    <sup>
      <xsl:choose>
        <xsl:when test="$footnote">
          <xsl:variable name="first"><xsl:apply-templates select="$footnote" mode="first-mark"/></xsl:variable>
          <a href="#not-{$footnote/@id}" aria-label="Fotnot {.}">
            <xsl:if test="$first = generate-id()">
              <xsl:attribute name="id">till-<xsl:value-of select="$footnote/@id"/></xsl:attribute>
            </xsl:if>
            <xsl:apply-templates/>
          </a>
        </xsl:when>
        <xsl:otherwise><xsl:apply-templates/></xsl:otherwise>
      </xsl:choose>
    </sup>
  </xsl:template>

  <xsl:template name="footnote">
    <xsl:variable name="first"><xsl:apply-templates select="." mode="first-mark"/></xsl:variable>
    <xsl:if test="@id"><xsl:attribute name="id">not-<xsl:value-of select="@id"/></xsl:attribute></xsl:if>
    <xsl:if test="@markor"><sup><xsl:value-of select="@markor"/></sup><xsl:text> </xsl:text></xsl:if>
    <xsl:apply-templates/>
    <xsl:if test="string($first) and @id">
      <xsl:text> </xsl:text>
      <a href="#till-{@id}" aria-label="Tillbaka till texten från fotnot {@markor}">↩</a>
    </xsl:if>
  </xsl:template>

  <!-- The first mark that leads to a footnote. Numbers may begin anew on each page, so a mark leads to
       the next footnote of its number. -->
  <xsl:template match="m:fotnot | s:fotnot" mode="first-mark">
    <xsl:variable name="key"
        select="concat(generate-id(ancestor::*[parent::m:sammantrade or parent::s:sammanfattning or self::m:arende][last()]), '/', @markor)"/>
    <xsl:variable name="page" select="@sida"/>
    <xsl:choose>
      <xsl:when test="count(key('footnotes', $key)) + count(key('marks', $key)) &lt; $few">
        <xsl:variable name="before" select="key('footnotes', $key)[@sida &lt; $page][last()]/@sida"/>
        <xsl:value-of select="generate-id(key('marks', $key)[not(ancestor::*[@sida][1]/@sida &gt; $page)]
                                                            [not(ancestor::*[@sida][1]/@sida &lt;= $before)][1])"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:variable name="first" select="$page - not(key('footnotes-of-page', concat($key, '/', $page - 1)))"/>
        <xsl:value-of select="generate-id((key('marks-of-page', concat($key, '/', $first))
                                           | key('marks-of-page', concat($key, '/', $page)))[1])"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
