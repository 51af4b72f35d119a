<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<!-- The pages of a meeting: its summary, and one click away the whole minutes. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:p="urn:sammandrag:sida:1"
    xmlns:w="urn:sammandrag:webbplats:1"
    xmlns:m="urn:sammandrag:sammantrade:1"
    xmlns:s="urn:sammandrag:sammanfattning:1"
    xmlns:str="http://exslt.org/strings"
    exclude-result-prefixes="p w m s str">

  <xsl:template match="p:sida[@slag = 'sammantrade' or @slag = 'protokoll']" mode="title">
    <xsl:if test="$meeting[@dokumenttyp != 'protokoll']">Hela handlingen: </xsl:if>
    <xsl:call-template name="document-title"/>
  </xsl:template>

  <!-- ==== Summary first ==== -->

  <xsl:template match="p:sida[@slag = 'sammantrade']" mode="page">
    <xsl:variable name="contents"><xsl:apply-templates select="$summary" mode="contents"/></xsl:variable>
    <div class="rubrik">
      <xsl:call-template name="principal"/>
      <h1><xsl:call-template name="document-title"/></h1>
      <p class="ingress">
        <xsl:choose>
          <xsl:when test="$summary/s:ingress"><xsl:value-of select="$summary/s:ingress"/></xsl:when>
          <xsl:otherwise>Texten är handlingens egen.</xsl:otherwise>
        </xsl:choose>
      </p>
      <p class="vidare">
        <a class="knapp" href="protokoll/"><xsl:call-template name="whole-name"/></a>
        <xsl:call-template name="pdf-link"/>
      </p>
      <xsl:call-template name="reservations"/>
    </div>
    <div class="spalter">
      <div class="forst">
        <xsl:if test="string($contents)">
          <nav class="innehall" aria-labelledby="toc">
            <h2 id="toc">Innehåll</h2>
            <ul><xsl:copy-of select="$contents"/></ul>
          </nav>
        </xsl:if>
      </div>
      <aside class="vid" aria-label="Om sammanträdet">
        <xsl:call-template name="about-meeting"/>
      </aside>
      <div class="sedan">
        <xsl:apply-templates select="$summary" mode="body"/>
        <xsl:call-template name="changes"/>
      </div>
    </div>
    <xsl:call-template name="neighbours"/>
  </xsl:template>

  <!-- ==== The whole minutes ==== -->

  <xsl:template match="p:sida[@slag = 'protokoll']" mode="page">
    <xsl:variable name="contents"><xsl:apply-templates select="$meeting" mode="contents"/></xsl:variable>
    <div class="rubrik">
      <xsl:call-template name="principal"/>
      <h1>
        <xsl:for-each select="$own-title"><xsl:call-template name="heading-id"/></xsl:for-each>
        <xsl:call-template name="document-title"/>
      </h1>
      <p class="ingress">Hela texten, ur PDF-filen, för den som inte kan eller vill läsa den.</p>
      <p class="vidare"><a href="../">Sammanfattning</a><xsl:call-template name="pdf-link"/></p>
      <xsl:call-template name="reservations"/>
      <xsl:apply-templates select="$meeting" mode="lead"/>
    </div>
    <xsl:if test="string($contents)">
      <nav class="innehall" aria-labelledby="toc">
        <h2 id="toc">Innehåll</h2>
        <ul><xsl:copy-of select="$contents"/></ul>
      </nav>
    </xsl:if>
    <xsl:apply-templates select="$meeting" mode="body"/>
    <xsl:call-template name="neighbours"/>
    <div class="del om">
      <xsl:call-template name="other-pages"/>
      <xsl:apply-templates select="$meeting" mode="foot"/>
    </div>
  </xsl:template>

  <!-- Every block can be linked to, and so can the beginning of every page. -->
  <xsl:key name="page-starts" match="m:rubrik[@id] | m:stycke[@id] | m:punkt[@id] | m:uppgift[@id] | m:tabell[@id]" use="@sida"/>

  <xsl:template name="block-id"><xsl:call-template name="heading-id"/></xsl:template>

  <xsl:template name="heading-id">
    <xsl:if test="@id"><xsl:attribute name="id"><xsl:value-of select="@id"/></xsl:attribute></xsl:if>
    <xsl:call-template name="language-attribute"/>
    <xsl:if test="$meeting and generate-id() = generate-id(key('page-starts', @sida)[1])">
      <span id="sida-{@sida}"/>
    </xsl:if>
  </xsl:template>

  <!-- Pages on which no block begins: pictures, and middles of long tables. What was found on them is told here. -->
  <xsl:template name="other-pages">
    <xsl:for-each select="str:split(str:padding($meeting/m:kalla/@sidor, '.'), '')">
      <xsl:variable name="number" select="position()"/>
      <xsl:for-each select="$meeting[not(key('page-starts', $number))]"><span id="sida-{$number}"/></xsl:for-each>
    </xsl:for-each>
  </xsl:template>

  <!-- ==== What they share ==== -->

  <xsl:template name="principal">
    <xsl:if test="$listed/w:huvudman"><p class="huvudman"><xsl:value-of select="$listed/w:huvudman"/></p></xsl:if>
  </xsl:template>

  <xsl:template name="whole-name">
    <xsl:choose>
      <xsl:when test="$listed/@dokumenttyp = 'protokoll'">Hela protokollet</xsl:when>
      <xsl:otherwise>Hela handlingen</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="pdf-link">
    <xsl:if test="$pdf != ''">
      <xsl:text> </xsl:text>
      <a href="{$pdf}">
        <xsl:text>Originalet (PDF</xsl:text>
        <xsl:if test="$listed/@sidor &gt; 0"><xsl:value-of select="concat(', ', $listed/@sidor, ' sidor')"/></xsl:if>
        <xsl:text>)</xsl:text>
      </a>
    </xsl:if>
  </xsl:template>

  <!-- What the reader must know before anything else. -->
  <xsl:template name="reservations">
    <xsl:if test="$listed/@ojusterat">
      <p class="obs">
        <strong>Justering framgår inte.</strong>
        <xsl:text> Av protokollet framgår inte att det är justerat. Är det inte det kan det komma att ändras.</xsl:text>
      </p>
    </xsl:if>
    <xsl:if test="$listed/w:ersatter">
      <p class="obs">
        <xsl:text>Det här </xsl:text>
        <xsl:choose>
          <xsl:when test="$listed/@ojusterat">protokollet</xsl:when>
          <xsl:otherwise>justerade protokollet</xsl:otherwise>
        </xsl:choose>
        <xsl:text> ersätter ett tidigare. </xsl:text>
        <a>
          <xsl:attribute name="href">
            <xsl:call-template name="href"><xsl:with-param name="address" select="concat($listed/@adress, '#andrat')"/></xsl:call-template>
          </xsl:attribute>
          <xsl:text>Vad som har ändrats</xsl:text>
        </a>
      </p>
    </xsl:if>
    <xsl:if test="$listed/@maskerat &gt; 0">
      <p class="obs">
        <xsl:text>Personuppgifter har tagits bort på </xsl:text>
        <xsl:call-template name="count">
          <xsl:with-param name="n" select="$listed/@maskerat"/>
          <xsl:with-param name="one" select="'ställe'"/>
          <xsl:with-param name="many" select="'ställen'"/>
        </xsl:call-template>
        <xsl:text>.</xsl:text>
      </p>
    </xsl:if>
    <xsl:if test="$summary/s:anmarkningar/s:anmarkning[@niva = 'fel']">
      <p class="obs">Delar av originalet har inte kunnat läsas rätt. Jämför med originalet.</p>
    </xsl:if>
  </xsl:template>

  <!-- What the minutes say otherwise than the version they replaced, in the words of both. -->
  <xsl:template name="changes">
    <xsl:if test="$listed/w:ersatter">
      <section class="del" aria-labelledby="andrat">
        <h2 id="andrat">Vad som har ändrats</h2>
        <xsl:for-each select="$listed/w:ersatter">
          <p>
            <xsl:text>Jämfört med </xsl:text>
            <xsl:choose>
              <xsl:when test="@justerat">
                <xsl:text>protokollet som justerades </xsl:text>
                <xsl:call-template name="date-in-words"><xsl:with-param name="date" select="@justerat"/></xsl:call-template>
              </xsl:when>
              <xsl:when test="@ojusterat">en tidigare version, vars justering inte framgår</xsl:when>
              <xsl:otherwise>det tidigare protokollet</xsl:otherwise>
            </xsl:choose>
            <xsl:if test="@fil"><xsl:value-of select="concat(' (', @fil, ')')"/></xsl:if>
            <xsl:if test="not(w:andring)">: ärendena, besluten och rösterna är desamma</xsl:if>
            <xsl:text>. Jämförelsen gäller ärenden, beslut och röster, inte annan text.</xsl:text>
          </p>
          <xsl:if test="w:andring">
            <ul class="andringar"><xsl:apply-templates select="w:andring"/></ul>
          </xsl:if>
        </xsl:for-each>
      </section>
    </xsl:if>
  </xsl:template>

  <xsl:template match="w:andring">
    <li>
      <p>
        <b>
          <xsl:if test="@nr"><xsl:value-of select="concat('§&#160;', @nr, ' ')"/></xsl:if>
          <xsl:value-of select="w:arenderubrik"/>
        </b>
        <xsl:text>: </xsl:text>
        <xsl:choose>
          <xsl:when test="@typ = 'tillkommet'">ärendet har kommit till</xsl:when>
          <xsl:when test="@typ = 'borttaget'">ärendet finns inte längre med</xsl:when>
          <xsl:when test="@typ = 'rubrik'">ny rubrik</xsl:when>
          <xsl:when test="@typ = 'beslut'">beslutet har andra ord</xsl:when>
          <xsl:when test="@typ = 'utfall'">utfallet, härlett ur beslutet, är ett annat</xsl:when>
          <xsl:when test="@typ = 'votering'">omröstningen är återgiven på annat sätt</xsl:when>
          <xsl:otherwise><xsl:value-of select="@typ"/></xsl:otherwise>
        </xsl:choose>
      </p>
      <xsl:if test="w:fore"><p class="fore"><b>Förut:</b><xsl:text> </xsl:text><xsl:apply-templates select="w:fore" mode="change"/></p></xsl:if>
      <xsl:if test="w:efter"><p class="efter"><b>Nu:</b><xsl:text> </xsl:text><xsl:apply-templates select="w:efter" mode="change"/></p></xsl:if>
    </li>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <!-- The words that differ, between those that are the same at the beginning and at the end. -->
  <xsl:template match="w:fore | w:efter" mode="change">
    <xsl:variable name="other" select="string((../w:fore | ../w:efter)[name() != name(current())])"/>
    <xsl:variable name="short" select="string-length(.) + string-length($other) &lt; $compared-at-most"/>
    <xsl:variable name="these" select="str:tokenize(string(.), ' ')"/>
    <xsl:variable name="those" select="str:tokenize(substring($other, 1, string-length($other) * $short), ' ')"/>
    <xsl:variable name="fewer" select="count($these) - (count($these) - count($those)) * (count($those) &lt; count($these))"/>
    <xsl:variable name="heads">
      <xsl:for-each select="$these[position() &lt;= $fewer]">
        <xsl:variable name="n" select="position()"/>
        <xsl:if test="string(.) != string($those[$n])"><xsl:value-of select="concat($n - 1, ' ')"/></xsl:if>
      </xsl:for-each>
      <xsl:value-of select="concat($fewer, ' ')"/>
    </xsl:variable>
    <xsl:variable name="head" select="number(substring-before($heads, ' '))"/>
    <xsl:variable name="tails">
      <xsl:for-each select="$these[position() &lt;= $fewer - $head]">
        <xsl:variable name="n" select="position()"/>
        <xsl:if test="string($these[count($these) + 1 - $n]) != string($those[count($those) + 1 - $n])"><xsl:value-of select="concat($n - 1, ' ')"/></xsl:if>
      </xsl:for-each>
      <xsl:value-of select="concat($fewer - $head, ' ')"/>
    </xsl:variable>
    <xsl:variable name="last" select="count($these) - substring-before($tails, ' ')"/>
    <xsl:for-each select="$these[position() &lt;= $head]"><xsl:value-of select="concat(., ' ')"/></xsl:for-each>
    <xsl:if test="$head &lt; $last">
      <xsl:element name="{substring('delins', 1 + 3 * boolean(self::w:efter), 3)}">
        <xsl:choose>
          <xsl:when test="../@typ = 'utfall'"><xsl:call-template name="outcome"><xsl:with-param name="kind" select="string(.)"/></xsl:call-template></xsl:when>
          <xsl:otherwise>
            <xsl:for-each select="$these[position() &gt; $head and position() &lt;= $last]">
              <xsl:if test="position() &gt; 1"><xsl:text> </xsl:text></xsl:if>
              <xsl:value-of select="."/>
            </xsl:for-each>
          </xsl:otherwise>
        </xsl:choose>
      </xsl:element>
    </xsl:if>
    <xsl:for-each select="$these[position() &gt; $last]"><xsl:value-of select="concat(' ', .)"/></xsl:for-each>
  </xsl:template>

  <!-- Each word is looked for, so very many would take long. -->
  <xsl:variable name="compared-at-most" select="8000"/>

  <xsl:template name="about-meeting">
    <xsl:for-each select="$listed">
      <h2>Om sammanträdet</h2>
      <dl class="fakta">
        <xsl:if test="w:organ">
          <dt>Organ</dt>
          <dd>
            <a>
              <xsl:attribute name="href"><xsl:call-template name="href"><xsl:with-param name="address" select="@organ-adress"/></xsl:call-template></xsl:attribute>
              <xsl:value-of select="w:organ"/>
            </a>
          </dd>
        </xsl:if>
        <xsl:if test="w:datum">
          <dt>Datum</dt>
          <dd><xsl:call-template name="dates-in-words"><xsl:with-param name="dates" select="w:datum"/></xsl:call-template></dd>
        </xsl:if>
        <xsl:if test="w:start">
          <dt>Tid</dt>
          <dd><xsl:value-of select="w:start"/><xsl:if test="w:slut"><xsl:value-of select="concat('–', w:slut)"/></xsl:if></dd>
        </xsl:if>
        <xsl:if test="w:plats"><dt>Plats</dt><dd><xsl:value-of select="w:plats"/></dd></xsl:if>
        <xsl:if test="@dokumenttyp = 'protokoll'">
          <dt>Justerat</dt>
          <dd>
            <xsl:choose>
              <xsl:when test="@justerat"><xsl:call-template name="date-in-words"><xsl:with-param name="date" select="@justerat"/></xsl:call-template></xsl:when>
              <xsl:when test="@ojusterat">framgår inte</xsl:when>
              <xsl:otherwise>undertecknat, dagen framgår inte</xsl:otherwise>
            </xsl:choose>
          </dd>
        </xsl:if>
        <xsl:if test="@uppsatt">
          <dt>Anslag</dt>
          <dd>
            <xsl:call-template name="date-in-words"><xsl:with-param name="date" select="@uppsatt"/></xsl:call-template>
            <xsl:if test="@nedtas">
              <xsl:text> till </xsl:text>
              <xsl:call-template name="date-in-words"><xsl:with-param name="date" select="@nedtas"/></xsl:call-template>
            </xsl:if>
          </dd>
        </xsl:if>
        <xsl:if test="w:arende">
          <dt>Ärenden</dt>
          <dd>
            <xsl:value-of select="count(w:arende)"/>
            <xsl:if test="w:arende/w:votering">
              <xsl:text>, varav </xsl:text>
              <xsl:value-of select="count(w:arende[w:votering])"/>
              <xsl:text> med omröstning</xsl:text>
            </xsl:if>
          </dd>
        </xsl:if>
      </dl>
    </xsl:for-each>
  </xsl:template>

  <xsl:template name="neighbours">
    <xsl:param name="label" select="'Fler sammanträden'"/>
    <xsl:if test="$page/p:foregaende | $page/p:nasta">
      <nav class="grannar" aria-label="{$label}">
        <ul>
          <xsl:for-each select="$page/p:foregaende | $page/p:nasta">
            <li class="{name()}">
              <a rel="next">
                <xsl:if test="self::p:foregaende"><xsl:attribute name="rel">prev</xsl:attribute></xsl:if>
                <xsl:attribute name="href"><xsl:call-template name="href"/></xsl:attribute>
                <span class="vart">
                  <xsl:choose>
                    <xsl:when test="self::p:foregaende">Föregående</xsl:when>
                    <xsl:otherwise>Nästa</xsl:otherwise>
                  </xsl:choose>
                </span>
                <xsl:text> </xsl:text>
                <xsl:choose>
                  <xsl:when test="@nr"><xsl:value-of select="concat('§&#160;', @nr, ' ', .)"/></xsl:when>
                  <xsl:when test="@datum"><xsl:call-template name="date-in-words"><xsl:with-param name="date" select="@datum"/></xsl:call-template></xsl:when>
                  <xsl:otherwise><xsl:call-template name="link-title"/></xsl:otherwise>
                </xsl:choose>
              </a>
            </li>
          </xsl:for-each>
        </ul>
      </nav>
    </xsl:if>
  </xsl:template>

  <!-- ==== Items in them ==== -->

  <!-- The item of the site that an item of the minutes or of the summary is. A number can stand twice, or not at all, and
       a summary has no title that cannot be read. -->
  <xsl:key name="listed-items" match="w:sammantrade/w:arende" use="concat(@nr, '/', @sida, '/', w:arenderubrik)"/>
  <xsl:key name="listed-items" match="w:sammantrade/w:arende[@nr][w:arenderubrik]" use="concat(@nr, '/', @sida, '/')"/>

  <xsl:template name="item-address">
    <xsl:value-of select="key('listed-items', concat(@nr, '/', @sida, '/', m:arenderubrik | s:arenderubrik))/@adress"/>
  </xsl:template>

  <xsl:template name="item-url">
    <xsl:variable name="address"><xsl:call-template name="item-address"/></xsl:variable>
    <xsl:choose>
      <xsl:when test="$address != ''"><xsl:call-template name="href"><xsl:with-param name="address" select="$address"/></xsl:call-template></xsl:when>
      <xsl:otherwise><xsl:call-template name="page-url"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="item-page-url"><xsl:call-template name="page-url"/></xsl:template>

  <xsl:template name="own-heading">
    <xsl:variable name="address"><xsl:call-template name="item-address"/></xsl:variable>
    <!-- What the head says of the item can be linked to here. -->
    <xsl:for-each select="m:huvud/*[@id][self::m:rubrik or @id = ../../m:arenderubrik/@block]">
      <span><xsl:call-template name="heading-id"/></span>
    </xsl:for-each>
    <xsl:choose>
      <xsl:when test="$address != ''">
        <a>
          <xsl:attribute name="href"><xsl:call-template name="href"><xsl:with-param name="address" select="$address"/></xsl:call-template></xsl:attribute>
          <xsl:call-template name="item-heading"/>
        </a>
      </xsl:when>
      <xsl:otherwise><xsl:call-template name="item-heading"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The votes in numbers; the page of the item shows them. -->
  <xsl:template name="item-more">
    <xsl:variable name="address"><xsl:call-template name="item-address"/></xsl:variable>
    <xsl:variable name="votes" select="key('listed-items', concat(@nr, '/', @sida, '/', s:arenderubrik))[1]/w:votering"/>
    <xsl:if test="$votes">
      <p class="var">
        <xsl:for-each select="$votes">
          <a class="marke rost">
            <xsl:attribute name="href">
              <xsl:call-template name="href"><xsl:with-param name="address" select="$address"/></xsl:call-template>
              <xsl:value-of select="concat('#rostning', position())"/>
            </xsl:attribute>
            <xsl:text>Omröstning: </xsl:text>
            <xsl:call-template name="vote-numbers"/>
          </a>
          <xsl:text> </xsl:text>
        </xsl:for-each>
      </p>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
