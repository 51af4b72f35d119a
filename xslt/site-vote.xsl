<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<!-- A vote as people want to see it: what Ja and Nej meant, a bar for each with a part for every party, and a table of who
     voted how. Bars are measured in per cent, so they fit every screen without a script; each says in words what it
     shows, and outline and hatch tell apart what colours do. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:m="urn:sammandrag:sammantrade:1"
    xmlns:exsl="http://exslt.org/common"
    exclude-result-prefixes="m exsl">

  <!-- The ways to vote, in the order they are shown; a bar is drawn for those who were there. -->
  <xsl:variable name="ballot-kinds">
    <kind val="ja" name="Ja" bar="yes"/>
    <kind val="nej" name="Nej" bar="yes"/>
    <kind val="avstar" name="Avstår" bar="yes"/>
    <kind val="franvarande" name="Frånvarande"/>
  </xsl:variable>

  <!-- How wide the longest bar is on the narrowest screen and on a common one, in px, and what a label takes of it. -->
  <xsl:variable name="narrow-bar" select="240"/>
  <xsl:variable name="common-bar" select="560"/>
  <xsl:variable name="label-character" select="8.5"/>
  <xsl:variable name="label-margin" select="8"/>

  <xsl:key name="ballots" match="m:rost" use="concat(generate-id(..), '/', @val)"/>
  <xsl:key name="party-ballots" match="m:rost" use="concat(generate-id(..), '/', @val, '/', @parti)"/>

  <xsl:template match="m:votering" mode="vote">
    <xsl:variable name="id" select="concat('rostning', 1 + count(preceding-sibling::m:votering))"/>
    <xsl:variable name="vote" select="."/>
    <xsl:variable name="made">
      <xsl:for-each select="exsl:node-set($ballot-kinds)/kind">
        <xsl:variable name="kind" select="."/>
        <xsl:for-each select="$vote">
          <xsl:call-template name="ballot-row"><xsl:with-param name="kind" select="$kind"/></xsl:call-template>
        </xsl:for-each>
      </xsl:for-each>
    </xsl:variable>
    <xsl:variable name="rows" select="exsl:node-set($made)/row"/>
    <xsl:variable name="longest">
      <xsl:for-each select="$rows[@bar]">
        <xsl:sort select="@length" data-type="number" order="descending"/>
        <xsl:if test="position() = 1"><xsl:value-of select="@length"/></xsl:if>
      </xsl:for-each>
    </xsl:variable>
    <figure class="rostning" id="{$id}" aria-labelledby="{$id}-namn">
      <figcaption>
        <b id="{$id}-namn"><xsl:call-template name="vote-name"/></b>
        <xsl:call-template name="place-link"/>
      </figcaption>
      <xsl:for-each select="$rows">
        <xsl:call-template name="ballot-bar">
          <xsl:with-param name="id" select="concat($id, '-', @val)"/>
          <xsl:with-param name="longest" select="$longest"/>
        </xsl:call-template>
      </xsl:for-each>
      <xsl:call-template name="vote-remarks"><xsl:with-param name="rows" select="$rows"/></xsl:call-template>
      <xsl:if test="m:rost"><xsl:call-template name="ballot-table"/></xsl:if>
    </figure>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template name="vote-name">
    <xsl:choose>
      <xsl:when test="@sluten">Sluten omröstning</xsl:when>
      <xsl:otherwise>Omröstning</xsl:otherwise>
    </xsl:choose>
    <xsl:if test="../m:votering[2]"><xsl:value-of select="concat(' ', 1 + count(preceding-sibling::m:votering))"/></xsl:if>
  </xsl:template>

  <!-- ==== One way to vote ==== -->

  <!-- How many voted so, what it meant, and their parties, the largest first. The number is the printed one; where none is
       printed, names are counted. -->
  <xsl:template name="ballot-row">
    <xsl:param name="kind"/>
    <xsl:variable name="val" select="$kind/@val"/>
    <xsl:variable name="printed" select="@*[name() = $val]"/>
    <xsl:variable name="ballots" select="key('ballots', concat(generate-id(), '/', $val))"/>
    <xsl:variable name="names" select="count($ballots)"/>
    <xsl:if test="$printed or $ballots">
      <row printed="{$printed}" names="{$names}" means="{@*[name() = concat($val, '-betyder')]}"
           length="{$names + ($printed &gt; $names) * (concat('0', $printed) - $names)}">
        <xsl:copy-of select="$kind/@*"/>
        <xsl:for-each select="$ballots[generate-id() = generate-id(key('party-ballots', concat(generate-id(..), '/', $val, '/', @parti))[1])]">
          <xsl:sort select="not(@parti)"/>
          <xsl:sort select="count(key('party-ballots', concat(generate-id(..), '/', $val, '/', @parti)))" data-type="number" order="descending"/>
          <xsl:sort select="@parti"/>
          <party name="{@parti}" count="{count(key('party-ballots', concat(generate-id(..), '/', $val, '/', @parti)))}"/>
        </xsl:for-each>
      </row>
    </xsl:if>
  </xsl:template>

  <xsl:template name="ballot-bar">
    <xsl:param name="id"/>
    <xsl:param name="longest"/>
    <div class="rad {@val}">
      <p>
        <b><xsl:value-of select="@name"/></b>
        <xsl:text> </xsl:text>
        <b class="antal"><xsl:call-template name="ballot-count"/></b>
        <xsl:if test="@printed = ''"> (antal namn)</xsl:if>
        <xsl:if test="@means != ''"><xsl:value-of select="concat(': ', @means)"/></xsl:if>
      </p>
      <xsl:if test="@bar and @length &gt; 0">
        <svg class="stapel" role="img" aria-labelledby="{$id}-namn" aria-describedby="{$id}-text">
          <title id="{$id}-namn">
            <xsl:value-of select="concat('Stapel: ', @name, ' ')"/>
            <xsl:call-template name="ballot-count"/>
          </title>
          <desc id="{$id}-text"><xsl:call-template name="parties"/></desc>
          <xsl:if test="@val = 'nej'">
            <defs>
              <pattern id="{$id}-streck" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                <path d="M0 0V7"/>
              </pattern>
            </defs>
          </xsl:if>
          <xsl:call-template name="bar-part">
            <xsl:with-param name="length" select="@length - sum(party/@count)"/>
            <xsl:with-param name="before" select="sum(party/@count)"/>
            <xsl:with-param name="longest" select="$longest"/>
            <xsl:with-param name="id" select="$id"/>
          </xsl:call-template>
          <xsl:for-each select="party">
            <xsl:call-template name="bar-part">
              <xsl:with-param name="name" select="@name"/>
              <xsl:with-param name="length" select="@count"/>
              <xsl:with-param name="before" select="sum(preceding-sibling::party/@count)"/>
              <xsl:with-param name="longest" select="$longest"/>
              <xsl:with-param name="id" select="$id"/>
            </xsl:call-template>
          </xsl:for-each>
        </svg>
      </xsl:if>
      <xsl:if test="party"><p class="partier"><xsl:call-template name="parties"/></p></xsl:if>
    </div>
  </xsl:template>

  <xsl:template name="ballot-count">
    <xsl:choose>
      <xsl:when test="@printed != ''"><xsl:value-of select="@printed"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="@names"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- "S 22, V 13, MP 6, utan parti 1"; those the number has and no name tells. -->
  <xsl:template name="parties">
    <xsl:for-each select="party">
      <xsl:if test="position() &gt; 1">, </xsl:if>
      <xsl:choose>
        <xsl:when test="@name = ''">utan angivet parti</xsl:when>
        <xsl:otherwise><xsl:value-of select="@name"/></xsl:otherwise>
      </xsl:choose>
      <xsl:value-of select="concat('&#160;', @count)"/>
    </xsl:for-each>
    <xsl:if test="@length &gt; @names">
      <xsl:if test="party">, </xsl:if>
      <xsl:value-of select="concat('utan namn i texten&#160;', @length - @names)"/>
    </xsl:if>
  </xsl:template>

  <!-- A part of a bar and its label: with the number where that fits, else the party alone, else neither; on a narrow
       screen and on a wide one. The text below the bar has them all. -->
  <xsl:template name="bar-part">
    <xsl:param name="name"/>
    <xsl:param name="length"/>
    <xsl:param name="before"/>
    <xsl:param name="longest"/>
    <xsl:param name="id"/>
    <xsl:if test="$length &gt; 0">
      <xsl:variable name="x" select="100 * $before div $longest"/>
      <xsl:variable name="width" select="100 * $length div $longest"/>
      <rect x="{format-number($x, '0.##')}%" width="{format-number($width, '0.##')}%" height="100%"/>
      <xsl:if test="contains($id, 'nej')">
        <rect class="streck" x="{format-number($x, '0.##')}%" width="{format-number($width, '0.##')}%" height="100%" fill="url(#{$id}-streck)"/>
      </xsl:if>
      <xsl:if test="$name != ''">
        <xsl:variable name="numbered" select="concat($name, ' ', $length)"/>
        <xsl:variable name="room" select="$width div 100"/>
        <xsl:variable name="needs" select="$label-margin + $label-character * string-length($numbered)"/>
        <xsl:variable name="needs-short" select="$label-margin + $label-character * string-length($name)"/>
        <xsl:variable name="narrow">
          <xsl:choose>
            <xsl:when test="$room * $narrow-bar &gt;= $needs"><xsl:value-of select="$numbered"/></xsl:when>
            <xsl:when test="$room * $narrow-bar &gt;= $needs-short"><xsl:value-of select="$name"/></xsl:when>
          </xsl:choose>
        </xsl:variable>
        <xsl:variable name="wide">
          <xsl:choose>
            <xsl:when test="$room * $common-bar &gt;= $needs"><xsl:value-of select="$numbered"/></xsl:when>
            <xsl:when test="$room * $common-bar &gt;= $needs-short"><xsl:value-of select="$name"/></xsl:when>
          </xsl:choose>
        </xsl:variable>
        <xsl:variable name="middle" select="format-number($x + $width div 2, '0.##')"/>
        <xsl:if test="$narrow != '' and $narrow != $wide"><text class="smal" x="{$middle}%" y="50%"><xsl:value-of select="$narrow"/></text></xsl:if>
        <xsl:if test="$wide != ''">
          <text x="{$middle}%" y="50%">
            <xsl:if test="$narrow != $wide"><xsl:attribute name="class">bred</xsl:attribute></xsl:if>
            <xsl:value-of select="$wide"/>
          </text>
        </xsl:if>
      </xsl:if>
    </xsl:if>
  </xsl:template>

  <!-- ==== What must be said of it ==== -->

  <xsl:template name="vote-remarks">
    <xsl:param name="rows"/>
    <xsl:if test="@avgorande = 'utslagsrost'"><p>Lika röstetal. Ordförandens utslagsröst avgjorde.</p></xsl:if>
    <xsl:if test="@avgorande = 'lottning'"><p>Lika röstetal. Lotten avgjorde.</p></xsl:if>
    <xsl:choose>
      <xsl:when test="@sluten"><p>Hur var och en röstade är hemligt.</p></xsl:when>
      <xsl:when test="not(m:rost)">
        <p>Hur var och en röstade har inte kunnat läsas ur protokollet. Det kan stå i en bilaga till det.</p>
      </xsl:when>
      <xsl:when test="$rows[@printed != ''][@printed != @names]">
        <p class="obs">Antalet röster och uppräknade namn stämmer inte överens. Jämför med protokollet.</p>
      </xsl:when>
    </xsl:choose>
    <xsl:if test="not(@ja-betyder or @nej-betyder)">
      <p>Vad Ja och Nej stod för har inte kunnat läsas ur protokollet.</p>
    </xsl:if>
  </xsl:template>

  <!-- ==== Who voted how, in the order of the minutes ==== -->

  <xsl:template name="ballot-table">
    <xsl:variable name="name"><xsl:call-template name="vote-name"/></xsl:variable>
    <details>
      <summary>Så röstade var och en (<xsl:value-of select="count(m:rost)"/> namn)</summary>
      <section class="tabell" tabindex="0" aria-label="Röster, {$name}">
        <table>
          <caption>
            <xsl:value-of select="concat($name, ', i protokollets ordning')"/>
            <xsl:for-each select="m:rost[not(@sida = preceding-sibling::m:rost[1]/@sida)]">
              <xsl:call-template name="place-link"/>
            </xsl:for-each>
          </caption>
          <thead>
            <tr><th scope="col">Namn</th><th scope="col">Parti</th><th scope="col">Röst</th></tr>
          </thead>
          <tbody>
            <xsl:for-each select="m:rost">
              <tr>
                <th scope="row"><xsl:value-of select="@namn"/></th>
                <td>
                  <xsl:value-of select="@parti"/>
                  <xsl:if test="not(@parti)">inte angivet</xsl:if>
                </td>
                <td class="{@val}"><xsl:value-of select="exsl:node-set($ballot-kinds)/kind[@val = current()/@val]/@name"/></td>
              </tr>
              <xsl:text>&#10;</xsl:text>
            </xsl:for-each>
          </tbody>
        </table>
      </section>
    </details>
  </xsl:template>
</xsl:stylesheet>
