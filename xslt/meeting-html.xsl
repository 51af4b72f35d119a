<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<!-- The whole minutes as HTML: all that the XML of a meeting holds. Imports the summary, so that the program
     compiles one stylesheet for both. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:m="urn:sammandrag:sammantrade:1"
    exclude-result-prefixes="m">

  <xsl:import href="summary-html.xsl"/>

  <xsl:template match="m:sammantrade" mode="lead">
    <xsl:if test="m:organ | m:datum | m:tid | m:plats | m:ordforande | m:sekreterare | m:justerare">
      <dl class="fakta">
        <xsl:apply-templates select="m:organ" mode="fact"/>
        <xsl:if test="m:datum">
          <dt>Datum</dt>
          <dd><xsl:call-template name="dates-in-words"/></dd>
        </xsl:if>
        <xsl:apply-templates select="m:tid | m:plats | m:ordforande | m:sekreterare" mode="fact"/>
        <xsl:if test="m:justerare">
          <dt>Justerare</dt>
          <dd>
            <xsl:for-each select="m:justerare">
              <xsl:if test="position() &gt; 1">, </xsl:if>
              <xsl:value-of select="."/>
            </xsl:for-each>
          </dd>
        </xsl:if>
        <xsl:for-each select="m:paragrafnummer | m:ajournering[1] | m:justering | m:anslag | m:underskrift[1]
                                | m:signeringsreferens[1]">
          <dt><xsl:apply-templates select="." mode="fact-label"/></dt>
          <dd><xsl:apply-templates select="." mode="fact-text"/></dd>
        </xsl:for-each>
      </dl>
    </xsl:if>
  </xsl:template>

  <xsl:template match="*" mode="fact">
    <dt>
      <xsl:choose>
        <xsl:when test="self::m:organ">Organ</xsl:when>
        <xsl:when test="self::m:tid">Tid</xsl:when>
        <xsl:when test="self::m:plats">Plats</xsl:when>
        <xsl:when test="self::m:ordforande">Ordförande</xsl:when>
        <xsl:otherwise>Sekreterare</xsl:otherwise>
      </xsl:choose>
    </dt>
    <dd>
      <xsl:choose>
        <xsl:when test="self::m:tid">
          <xsl:value-of select="m:start"/>
          <xsl:if test="m:slut"><xsl:value-of select="concat('–', m:slut)"/></xsl:if>
        </xsl:when>
        <xsl:otherwise><xsl:value-of select="."/></xsl:otherwise>
      </xsl:choose>
    </dd>
  </xsl:template>

  <xsl:template match="m:sammantrade" mode="contents">
    <xsl:choose>
      <xsl:when test="count(m:arende) + count(m:bilaga) &gt; 4">
        <xsl:for-each select="m:arende">
          <xsl:call-template name="contents-line">
            <xsl:with-param name="id"><xsl:call-template name="item-id"/></xsl:with-param>
            <xsl:with-param name="number"><xsl:call-template name="item-number"/></xsl:with-param>
            <xsl:with-param name="text" select="m:arenderubrik"/>
          </xsl:call-template>
        </xsl:for-each>
        <xsl:for-each select="m:bilaga">
          <xsl:call-template name="contents-line">
            <xsl:with-param name="id" select="concat('bilaga', position())"/>
            <xsl:with-param name="text" select="@namn"/>
          </xsl:call-template>
        </xsl:for-each>
      </xsl:when>
      <xsl:when test="count(m:inledning/m:rubrik) &gt; 4">
        <xsl:for-each select="m:inledning/m:rubrik[@id][not(@niva &gt; 2)][count(. | $own-title) &gt; count($own-title)]">
          <xsl:call-template name="contents-line">
            <xsl:with-param name="id" select="@id"/>
            <xsl:with-param name="text" select="."/>
          </xsl:call-template>
        </xsl:for-each>
      </xsl:when>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="m:sammantrade" mode="body">
    <xsl:apply-templates select="m:narvaro | m:inledning"/>
    <xsl:apply-templates select="m:arende | m:fler-arenden | m:avslutning | m:bilaga"/>
  </xsl:template>

  <!-- ==== Before the items ==== -->

  <xsl:template match="m:narvaro">
    <section class="del" aria-labelledby="narvaro">
      <h2 id="narvaro">Närvaro</h2>
      <section class="tabell" tabindex="0" aria-label="Närvarolista">
        <table>
          <caption>Närvarolista, som programmet läst den</caption>
          <thead>
            <tr>
              <th scope="col">Namn</th>
              <th scope="col">Som</th>
              <th scope="col">Uppgift</th>
            </tr>
          </thead>
          <tbody>
            <xsl:for-each select="m:person">
              <tr>
                <th scope="row"><xsl:call-template name="person"/></th>
                <td><xsl:call-template name="attendance-group"/></td>
                <td>
                  <xsl:value-of select="@roll"/>
                  <xsl:if test="@roll and (@ersatter or @anmarkning)">; </xsl:if>
                  <xsl:if test="@ersatter"><xsl:value-of select="concat('ersätter ', @ersatter)"/></xsl:if>
                  <xsl:if test="@ersatter and @anmarkning">; </xsl:if>
                  <xsl:value-of select="@anmarkning"/>
                </td>
              </tr>
              <xsl:text>&#10;</xsl:text>
            </xsl:for-each>
          </tbody>
        </table>
      </section>
    </section>
  </xsl:template>

  <!-- Minutes: what is printed before the first item. Other documents: all of their text. -->
  <xsl:template match="m:inledning">
    <xsl:choose>
      <xsl:when test="../@dokumenttyp = 'protokoll'">
        <section class="del" aria-labelledby="inledning">
          <h2 id="inledning">Protokollets inledning</h2>
          <xsl:call-template name="damaged-pages">
            <xsl:with-param name="text">
              <xsl:call-template name="damaged">
                <xsl:with-param name="notes" select="$unreadable[not(@var)]"/>
              </xsl:call-template>
            </xsl:with-param>
          </xsl:call-template>
          <xsl:call-template name="blocks"><xsl:with-param name="blocks" select="*"/></xsl:call-template>
        </section>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="blocks">
          <xsl:with-param name="blocks" select="*[count(. | $own-title) &gt; count($own-title)]"/>
          <xsl:with-param name="first" select="2"/>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- ==== Items ==== -->

  <xsl:template match="m:sammantrade/m:arende">
    <article>
      <h2>
        <xsl:attribute name="id"><xsl:call-template name="item-id"/></xsl:attribute>
        <xsl:call-template name="own-heading"/>
      </h2>
      <xsl:call-template name="item-head"/>
      <xsl:call-template name="damaged-pages"/>
      <xsl:apply-templates select="m:avsnitt"/>
      <xsl:apply-templates select="m:fotnoter"/>
      <xsl:call-template name="findings"/>
    </article>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template name="damaged-pages">
    <xsl:param name="text"><xsl:call-template name="damaged"/></xsl:param>
    <xsl:if test="string($text)"><p class="obs"><xsl:value-of select="$text"/></p></xsl:if>
  </xsl:template>

  <!-- The head as printed, without the heading that stands above it already; then where it stands. -->
  <xsl:template name="item-head">
    <xsl:variable name="title" select="m:arenderubrik/@block"/>
    <xsl:for-each select="m:huvud/*[self::m:rubrik or @id = $title]">
      <xsl:variable name="rest"><xsl:call-template name="head-rest"/></xsl:variable>
      <xsl:if test="string($rest)"><p><xsl:value-of select="$rest"/></p></xsl:if>
    </xsl:for-each>
    <xsl:call-template name="blocks">
      <xsl:with-param name="blocks" select="m:huvud/*[not(self::m:rubrik)][not(@id = $title)]"/>
    </xsl:call-template>
    <p class="var">
      <a>
        <xsl:attribute name="href"><xsl:call-template name="page-url"/></xsl:attribute>
        <xsl:value-of select="concat('Sidan ', @sida, ' i originalet')"/>
      </a>
      <xsl:if test="m:omedelbart-justerad"> · Omedelbart justerad</xsl:if>
      <xsl:call-template name="outcome-label"/>
    </p>
  </xsl:template>

  <xsl:template match="m:avsnitt">
    <xsl:param name="level" select="3"/>
    <xsl:choose>
      <xsl:when test="@typ = 'beslut'">
        <div class="beslut">
          <xsl:call-template name="section"><xsl:with-param name="level" select="$level"/></xsl:call-template>
        </div>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="section"><xsl:with-param name="level" select="$level"/></xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- A section's heading is its first block; its colon belongs to the typography of the original. -->
  <xsl:template name="section">
    <xsl:param name="level" select="3"/>
    <xsl:if test="@rubrik">
      <xsl:element name="h{$level}">
        <xsl:for-each select="*[1]"><xsl:call-template name="block-id"/></xsl:for-each>
        <xsl:value-of select="@rubrik"/>
      </xsl:element>
    </xsl:if>
    <xsl:call-template name="blocks">
      <xsl:with-param name="first" select="$level"/>
      <xsl:with-param name="blocks" select="*[position() &gt; 1 or not(../@rubrik)]"/>
    </xsl:call-template>
  </xsl:template>

  <!-- What the program found in the text above: motions, votes, reservations. -->
  <xsl:template name="findings">
    <xsl:param name="votes" select="m:votering"/>
    <xsl:if test="m:yrkande[1] or $votes or m:reservation[1] or m:deltar-ej[1] or m:protokollsanteckning[1]
                  or m:sarskilt-yttrande[1] or m:fraga or m:ajournering[1] or m:bilagehanvisning[1] or m:deltagande">
      <details>
        <summary>
          <xsl:text>Sammanställning av yrkanden och röster</xsl:text>
          <xsl:if test="@nr"><xsl:value-of select="concat(' i § ', @nr)"/></xsl:if>
        </summary>
        <dl class="fakta">
          <xsl:call-template name="finding-rows"><xsl:with-param name="votes" select="$votes"/></xsl:call-template>
        </dl>
      </details>
    </xsl:if>
  </xsl:template>

  <xsl:template name="finding-rows">
    <xsl:param name="votes" select="m:votering"/>
    <xsl:if test="m:yrkande">
      <dt>Yrkanden</dt>
      <xsl:for-each select="m:yrkande">
        <dd>
          <xsl:call-template name="person"/>
          <xsl:text>: </xsl:text>
          <xsl:call-template name="motion-kind"/>
          <xsl:if test="normalize-space()"><xsl:value-of select="concat(', ', normalize-space())"/></xsl:if>
        </dd>
      </xsl:for-each>
    </xsl:if>
    <xsl:for-each select="$votes">
      <dt>
        <xsl:text>Omröstning</xsl:text>
        <xsl:if test="last() &gt; 1"><xsl:value-of select="concat(' ', position())"/></xsl:if>
      </dt>
      <xsl:call-template name="ballots">
        <xsl:with-param name="label" select="'Ja'"/>
        <xsl:with-param name="count" select="@ja"/>
        <xsl:with-param name="means" select="@ja-betyder"/>
        <xsl:with-param name="persons" select="m:rost[@val = 'ja']"/>
      </xsl:call-template>
      <xsl:call-template name="ballots">
        <xsl:with-param name="label" select="'Nej'"/>
        <xsl:with-param name="count" select="@nej"/>
        <xsl:with-param name="means" select="@nej-betyder"/>
        <xsl:with-param name="persons" select="m:rost[@val = 'nej']"/>
      </xsl:call-template>
      <xsl:call-template name="ballots">
        <xsl:with-param name="label" select="'Avstår'"/>
        <xsl:with-param name="count" select="@avstar"/>
        <xsl:with-param name="persons" select="m:rost[@val = 'avstar']"/>
      </xsl:call-template>
      <xsl:call-template name="ballots">
        <xsl:with-param name="label" select="'Frånvarande'"/>
        <xsl:with-param name="persons" select="m:rost[@val = 'franvarande']"/>
      </xsl:call-template>
    </xsl:for-each>
    <xsl:if test="m:reservation">
      <dt>Reserverar sig</dt>
      <dd><xsl:call-template name="persons"><xsl:with-param name="persons" select="m:reservation"/></xsl:call-template></dd>
    </xsl:if>
    <xsl:if test="m:deltar-ej">
      <dt>Deltar inte</dt>
      <dd><xsl:call-template name="persons"><xsl:with-param name="persons" select="m:deltar-ej"/></xsl:call-template></dd>
    </xsl:if>
    <xsl:for-each select="m:jav[1] | m:protokollsanteckning[1] | m:sarskilt-yttrande[1] | m:fraga | m:ajournering[1]
                            | m:bilagehanvisning[1] | m:deltagande">
      <dt><xsl:apply-templates select="." mode="fact-label"/></dt>
      <dd><xsl:apply-templates select="." mode="fact-text"/></dd>
    </xsl:for-each>
  </xsl:template>

  <xsl:template name="ballots">
    <xsl:param name="label"/>
    <xsl:param name="count" select="/.."/>
    <xsl:param name="means" select="/.."/>
    <xsl:param name="persons"/>
    <xsl:if test="$count or $persons">
      <dd>
        <xsl:value-of select="$label"/>
        <xsl:if test="$count"><xsl:value-of select="concat(' ', $count)"/></xsl:if>
        <xsl:if test="$means"><xsl:value-of select="concat(' (', $means, ')')"/></xsl:if>
        <xsl:if test="$persons">
          <xsl:text>: </xsl:text>
          <xsl:call-template name="persons"><xsl:with-param name="persons" select="$persons"/></xsl:call-template>
        </xsl:if>
      </dd>
    </xsl:if>
  </xsl:template>

  <!-- ==== After the items ==== -->

  <xsl:template match="m:fler-arenden">
    <section class="del" aria-labelledby="fler">
      <h2 id="fler">Fler ärenden</h2>
      <xsl:for-each select="m:arende">
        <xsl:call-template name="blocks">
          <xsl:with-param name="blocks" select="*[self::m:huvud or self::m:avsnitt or self::m:fotnoter]/*"/>
        </xsl:call-template>
      </xsl:for-each>
    </section>
  </xsl:template>

  <xsl:template match="m:avslutning">
    <section class="del" aria-labelledby="avslutning">
      <h2 id="avslutning">Avslutning</h2>
      <xsl:call-template name="blocks"><xsl:with-param name="blocks" select="*"/></xsl:call-template>
    </section>
  </xsl:template>

  <!-- A section that is named as another is no landmark that one could tell from it. -->
  <xsl:key name="attachments" match="m:bilaga" use="@namn"/>

  <xsl:template match="m:bilaga">
    <xsl:variable name="number" select="1 + count(preceding-sibling::m:bilaga)"/>
    <section class="del">
      <xsl:if test="not(key('attachments', @namn)[2])">
        <xsl:attribute name="aria-labelledby"><xsl:value-of select="concat('bilaga', $number)"/></xsl:attribute>
      </xsl:if>
      <h2 id="bilaga{$number}"><xsl:value-of select="@namn"/></h2>
      <xsl:call-template name="blocks">
        <xsl:with-param name="blocks" select="*[position() &gt; 1 or normalize-space() != ../@namn]"/>
      </xsl:call-template>
    </section>
  </xsl:template>

  <!-- ==== About the conversion ==== -->

  <xsl:template match="m:sammantrade" mode="foot">
    <xsl:variable name="doubts" select="m:anmarkningar/m:anmarkning[@niva != 'upplysning']"/>
    <xsl:if test="$doubts">
      <h2>Att läsa med eftertanke</h2>
      <ul>
        <xsl:for-each select="$doubts">
          <li><xsl:call-template name="note-line"/></li>
          <xsl:text>&#10;</xsl:text>
        </xsl:for-each>
      </ul>
    </xsl:if>
    <xsl:if test="m:rattelser/m:rattelse[@antal]">
      <h2>Rättelser av läsfel</h2>
      <ul>
        <xsl:for-each select="m:rattelser/m:rattelse[@antal]">
          <li><xsl:call-template name="correction"/></li>
          <xsl:text>&#10;</xsl:text>
        </xsl:for-each>
      </ul>
    </xsl:if>
    <xsl:if test="m:anmarkningar/m:anmarkning[@niva = 'upplysning']
                  | m:bortfall[m:bortfallen/@orsak != 'dold']">
      <details>
        <summary>Om omvandlingen från PDF</summary>
        <xsl:if test="m:anmarkningar/m:anmarkning[@niva = 'upplysning']">
          <ul>
            <xsl:for-each select="m:anmarkningar/m:anmarkning[@niva = 'upplysning']">
              <li><xsl:call-template name="note-line"/></li>
              <xsl:text>&#10;</xsl:text>
            </xsl:for-each>
          </ul>
        </xsl:if>
        <xsl:if test="m:bortfall[m:bortfallen/@orsak != 'dold']">
          <p>Rader på sidorna som inte hör till texten:</p>
          <ul>
            <xsl:variable name="page-numbers" select="count(m:bortfall/m:bortfallen[@orsak = 'sidnummer'])"/>
            <!-- Of those that can be seen, what repeats on every page is shown once. -->
            <xsl:for-each select="m:bortfall/m:bortfallen[not(@upprepad)][@orsak != 'dold']">
              <li>
                <xsl:choose>
                  <xsl:when test="@orsak = 'sidnummer'"><xsl:value-of select="concat($page-numbers, ' sidnummer')"/></xsl:when>
                  <xsl:otherwise><xsl:value-of select="."/> (<xsl:call-template name="drop-reason"/>)</xsl:otherwise>
                </xsl:choose>
              </li>
              <xsl:text>&#10;</xsl:text>
            </xsl:for-each>
          </ul>
        </xsl:if>
      </details>
    </xsl:if>
  </xsl:template>

  <xsl:template name="note-line">
    <xsl:if test="@sida">
      <a>
        <xsl:attribute name="href"><xsl:call-template name="page-url"/></xsl:attribute>
        <xsl:value-of select="concat('Sidan ', @sida)"/>
      </a>
      <xsl:if test="starts-with(@var, '§')"><xsl:value-of select="concat(', ', @var)"/></xsl:if>
      <xsl:text>: </xsl:text>
    </xsl:if>
    <xsl:call-template name="note"/>
    <xsl:if test="normalize-space()"><xsl:value-of select="concat(' ”', normalize-space(), '”')"/></xsl:if>
  </xsl:template>
</xsl:stylesheet>
