<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<!-- The order of the whole minutes in Markdown and plain text, which md.xsl and txt.xsl write. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:m="urn:sammandrag:sammantrade:1"
    exclude-result-prefixes="m">

  <xsl:template match="m:sammantrade" mode="document">
    <xsl:apply-templates select="." mode="facts"/>
    <xsl:apply-templates select="m:narvaro | m:inledning" mode="part"/>
    <xsl:apply-templates select="m:arende | m:fler-arenden | m:avslutning | m:bilaga" mode="part"/>
    <xsl:call-template name="heading">
      <xsl:with-param name="level" select="2"/>
      <xsl:with-param name="text" select="'Om texten'"/>
    </xsl:call-template>
    <xsl:call-template name="link">
      <xsl:with-param name="text" select="concat('Källa: ', m:kalla/@fil)"/>
      <xsl:with-param name="url" select="$pdf"/>
      <xsl:with-param name="after"> (PDF). Originalet gäller om något skiljer sig.</xsl:with-param>
    </xsl:call-template>
    <xsl:if test="@maskerat">
      <xsl:call-template name="paragraph"><xsl:with-param name="text" select="string($masked)"/></xsl:call-template>
    </xsl:if>
    <xsl:variable name="doubts" select="m:anmarkningar/m:anmarkning[@niva != 'upplysning']"/>
    <xsl:if test="$doubts">
      <xsl:call-template name="heading">
        <xsl:with-param name="level" select="3"/>
        <xsl:with-param name="text" select="'Att läsa med eftertanke'"/>
      </xsl:call-template>
      <xsl:text>&#10;</xsl:text>
      <xsl:apply-templates select="$doubts" mode="part"/>
    </xsl:if>
    <xsl:if test="m:rattelser/m:rattelse[@antal]">
      <xsl:call-template name="heading">
        <xsl:with-param name="level" select="3"/>
        <xsl:with-param name="text" select="'Rättelser av läsfel'"/>
      </xsl:call-template>
      <xsl:text>&#10;</xsl:text>
      <xsl:for-each select="m:rattelser/m:rattelse[@antal]">
        <xsl:call-template name="entry">
          <xsl:with-param name="text"><xsl:call-template name="correction"/></xsl:with-param>
        </xsl:call-template>
      </xsl:for-each>
    </xsl:if>
    <xsl:variable name="remarks" select="m:anmarkningar/m:anmarkning[@niva = 'upplysning']"/>
    <xsl:if test="$remarks | m:bortfall[m:bortfallen/@orsak != 'dold']">
      <xsl:call-template name="heading">
        <xsl:with-param name="level" select="3"/>
        <xsl:with-param name="text" select="'Om omvandlingen från PDF'"/>
      </xsl:call-template>
      <xsl:if test="$remarks"><xsl:text>&#10;</xsl:text></xsl:if>
      <xsl:apply-templates select="$remarks" mode="part"/>
      <xsl:apply-templates select="m:bortfall[m:bortfallen/@orsak != 'dold']" mode="part"/>
    </xsl:if>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <!-- ==== Facts of the meeting ==== -->

  <xsl:template match="m:sammantrade" mode="facts">
    <xsl:text>&#10;</xsl:text>
    <xsl:for-each select="m:huvudman | m:organ | m:datum[1] | m:tid | m:plats | m:ordforande | m:sekreterare | m:justerare[1]">
      <xsl:call-template name="entry">
        <xsl:with-param name="label">
          <xsl:choose>
            <xsl:when test="self::m:huvudman">Huvudman</xsl:when>
            <xsl:when test="self::m:organ">Organ</xsl:when>
            <xsl:when test="self::m:datum">Datum</xsl:when>
            <xsl:when test="self::m:tid">Tid</xsl:when>
            <xsl:when test="self::m:plats">Plats</xsl:when>
            <xsl:when test="self::m:ordforande">Ordförande</xsl:when>
            <xsl:when test="self::m:sekreterare">Sekreterare</xsl:when>
            <xsl:otherwise>Justerare</xsl:otherwise>
          </xsl:choose>
        </xsl:with-param>
        <xsl:with-param name="text">
          <xsl:choose>
            <xsl:when test="self::m:datum"><xsl:call-template name="dates-in-words"/></xsl:when>
            <xsl:when test="self::m:tid">
              <xsl:value-of select="m:start"/>
              <xsl:if test="m:slut"><xsl:value-of select="concat('–', m:slut)"/></xsl:if>
            </xsl:when>
            <xsl:otherwise>
              <xsl:value-of select="."/>
              <xsl:for-each select="self::m:justerare/following-sibling::m:justerare">
                <xsl:value-of select="concat(', ', .)"/>
              </xsl:for-each>
            </xsl:otherwise>
          </xsl:choose>
        </xsl:with-param>
      </xsl:call-template>
    </xsl:for-each>
    <xsl:for-each select="m:paragrafnummer | m:ajournering[1] | m:justering | m:anslag | m:underskrift[1]
                                | m:signeringsreferens[1]">
      <xsl:call-template name="entry">
        <xsl:with-param name="label"><xsl:apply-templates select="." mode="fact-label"/></xsl:with-param>
        <xsl:with-param name="text"><xsl:apply-templates select="." mode="fact-text"/></xsl:with-param>
      </xsl:call-template>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="m:narvaro" mode="part">
    <xsl:call-template name="heading">
      <xsl:with-param name="level" select="2"/>
      <xsl:with-param name="text" select="'Närvaro'"/>
    </xsl:call-template>
    <xsl:text>&#10;</xsl:text>
    <xsl:for-each select="m:person">
      <xsl:call-template name="entry">
        <xsl:with-param name="text">
          <xsl:call-template name="person"/>
          <xsl:if test="@grupp">
            <xsl:text>, </xsl:text>
            <xsl:variable name="group"><xsl:call-template name="attendance-group"/></xsl:variable>
            <xsl:value-of select="translate($group, 'LTEÖ', 'lteö')"/>
          </xsl:if>
          <xsl:if test="@roll"><xsl:value-of select="concat(', ', @roll)"/></xsl:if>
          <xsl:if test="@ersatter"><xsl:value-of select="concat(', ersätter ', @ersatter)"/></xsl:if>
          <xsl:if test="@anmarkning"><xsl:value-of select="concat(', ', @anmarkning)"/></xsl:if>
        </xsl:with-param>
      </xsl:call-template>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="m:inledning" mode="part">
    <xsl:choose>
      <xsl:when test="../@dokumenttyp = 'protokoll'">
        <xsl:call-template name="heading">
          <xsl:with-param name="level" select="2"/>
          <xsl:with-param name="text" select="'Protokollets inledning'"/>
        </xsl:call-template>
        <xsl:call-template name="damaged-pages">
          <xsl:with-param name="text">
            <xsl:call-template name="damaged">
              <xsl:with-param name="notes" select="$unreadable[not(@var)]"/>
            </xsl:call-template>
          </xsl:with-param>
        </xsl:call-template>
        <xsl:call-template name="blocks"><xsl:with-param name="blocks" select="*"/></xsl:call-template>
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

  <xsl:template match="m:arende" mode="part">
    <xsl:variable name="title" select="m:arenderubrik/@block"/>
    <xsl:call-template name="heading">
      <xsl:with-param name="level" select="2"/>
      <xsl:with-param name="text">
        <xsl:call-template name="item-number"/>
        <xsl:value-of select="concat(' ', m:arenderubrik)"/>
      </xsl:with-param>
    </xsl:call-template>
    <xsl:for-each select="m:huvud/*[self::m:rubrik or @id = $title]">
      <xsl:variable name="rest"><xsl:call-template name="head-rest"/></xsl:variable>
      <xsl:if test="string($rest)">
        <xsl:call-template name="paragraph"><xsl:with-param name="text" select="$rest"/></xsl:call-template>
      </xsl:if>
    </xsl:for-each>
    <xsl:call-template name="blocks"><xsl:with-param name="blocks" select="m:huvud/*[not(self::m:rubrik)][not(@id = $title)]"/></xsl:call-template>
    <xsl:call-template name="link">
      <xsl:with-param name="text" select="concat('Sidan ', @sida, ' i originalet')"/>
      <xsl:with-param name="url"><xsl:call-template name="page-url"/></xsl:with-param>
      <xsl:with-param name="after">
        <xsl:if test="m:omedelbart-justerad"> · Omedelbart justerad</xsl:if>
        <xsl:call-template name="outcome-label"/>
      </xsl:with-param>
    </xsl:call-template>
    <xsl:call-template name="damaged-pages"/>
    <xsl:for-each select="m:avsnitt">
      <xsl:if test="@rubrik">
        <xsl:call-template name="heading">
          <xsl:with-param name="level" select="3"/>
          <xsl:with-param name="text" select="@rubrik"/>
        </xsl:call-template>
      </xsl:if>
      <xsl:call-template name="blocks"><xsl:with-param name="blocks" select="*[position() &gt; 1 or not(../@rubrik)]"/></xsl:call-template>
    </xsl:for-each>
    <xsl:call-template name="blocks"><xsl:with-param name="blocks" select="m:fotnoter/*"/></xsl:call-template>
    <xsl:if test="m:yrkande[1] or m:votering[1] or m:reservation[1] or m:deltar-ej[1] or m:protokollsanteckning[1]
                  or m:sarskilt-yttrande[1] or m:fraga or m:ajournering[1] or m:bilagehanvisning[1] or m:deltagande">
      <xsl:call-template name="heading">
        <xsl:with-param name="level" select="3"/>
        <xsl:with-param name="text" select="'Sammanställning av yrkanden och röster'"/>
      </xsl:call-template>
      <xsl:apply-templates select="." mode="findings"/>
    </xsl:if>
  </xsl:template>

  <xsl:template name="damaged-pages">
    <xsl:param name="text"><xsl:call-template name="damaged"/></xsl:param>
    <xsl:if test="string($text)">
      <xsl:call-template name="paragraph"><xsl:with-param name="text" select="$text"/></xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template match="m:arende" mode="findings">
    <xsl:text>&#10;</xsl:text>
    <xsl:for-each select="m:yrkande">
      <xsl:call-template name="entry">
        <xsl:with-param name="label" select="'Yrkande'"/>
        <xsl:with-param name="text">
          <xsl:call-template name="person"/>
          <xsl:text>, </xsl:text>
          <xsl:call-template name="motion-kind"/>
          <xsl:if test="normalize-space()"><xsl:value-of select="concat(': ', normalize-space())"/></xsl:if>
        </xsl:with-param>
      </xsl:call-template>
    </xsl:for-each>
    <xsl:for-each select="m:votering">
      <xsl:call-template name="entry">
        <xsl:with-param name="text">
          <xsl:text>Omröstning</xsl:text>
          <xsl:if test="last() &gt; 1"><xsl:value-of select="concat(' ', position())"/></xsl:if>
        </xsl:with-param>
      </xsl:call-template>
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
    <xsl:call-template name="ballots">
      <xsl:with-param name="label" select="'Reserverar sig'"/>
      <xsl:with-param name="persons" select="m:reservation"/>
    </xsl:call-template>
    <xsl:call-template name="ballots">
      <xsl:with-param name="label" select="'Deltar inte'"/>
      <xsl:with-param name="persons" select="m:deltar-ej"/>
    </xsl:call-template>
    <xsl:for-each select="m:jav[1] | m:protokollsanteckning[1] | m:sarskilt-yttrande[1] | m:fraga | m:ajournering[1]
                                  | m:bilagehanvisning[1] | m:deltagande">
      <xsl:call-template name="entry">
        <xsl:with-param name="label"><xsl:apply-templates select="." mode="fact-label"/></xsl:with-param>
        <xsl:with-param name="text"><xsl:apply-templates select="." mode="fact-text"/></xsl:with-param>
      </xsl:call-template>
    </xsl:for-each>
  </xsl:template>

  <xsl:template name="ballots">
    <xsl:param name="label"/>
    <xsl:param name="count" select="/.."/>
    <xsl:param name="means" select="/.."/>
    <xsl:param name="persons"/>
    <xsl:if test="$count or $persons">
      <xsl:call-template name="entry">
        <xsl:with-param name="label" select="$label"/>
        <xsl:with-param name="text">
          <xsl:value-of select="$count"/>
          <xsl:if test="$means"><xsl:value-of select="concat(' (', $means, ')')"/></xsl:if>
          <xsl:if test="$persons and ($count or $means)">: </xsl:if>
          <xsl:call-template name="persons"><xsl:with-param name="persons" select="$persons"/></xsl:call-template>
        </xsl:with-param>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- ==== After the items ==== -->

  <xsl:template match="m:fler-arenden" mode="part">
    <xsl:call-template name="heading">
      <xsl:with-param name="level" select="2"/>
      <xsl:with-param name="text" select="'Fler ärenden'"/>
    </xsl:call-template>
    <xsl:call-template name="blocks"><xsl:with-param name="blocks" select="m:arende/*[self::m:huvud or self::m:avsnitt or self::m:fotnoter]/*"/></xsl:call-template>
  </xsl:template>

  <xsl:template match="m:avslutning" mode="part">
    <xsl:call-template name="heading">
      <xsl:with-param name="level" select="2"/>
      <xsl:with-param name="text" select="'Avslutning'"/>
    </xsl:call-template>
    <xsl:call-template name="blocks"><xsl:with-param name="blocks" select="*"/></xsl:call-template>
  </xsl:template>

  <xsl:template match="m:bilaga" mode="part">
    <xsl:call-template name="heading">
      <xsl:with-param name="level" select="2"/>
      <xsl:with-param name="text" select="@namn"/>
    </xsl:call-template>
    <xsl:call-template name="blocks"><xsl:with-param name="blocks" select="*[position() &gt; 1 or normalize-space() != ../@namn]"/></xsl:call-template>
  </xsl:template>

  <!-- ==== About the conversion ==== -->

  <xsl:template match="m:anmarkning" mode="part">
    <xsl:call-template name="entry">
      <xsl:with-param name="text">
        <xsl:if test="@sida"><xsl:value-of select="concat('Sidan ', @sida)"/></xsl:if>
        <xsl:if test="starts-with(@var, '§')"><xsl:value-of select="concat(', ', @var)"/></xsl:if>
        <xsl:if test="@sida">: </xsl:if>
        <xsl:call-template name="note"/>
        <xsl:if test="normalize-space()"><xsl:value-of select="concat(' ”', normalize-space(), '”')"/></xsl:if>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="m:bortfall" mode="part">
    <xsl:call-template name="paragraph">
      <xsl:with-param name="text" select="'Rader på sidorna som inte hör till texten:'"/>
    </xsl:call-template>
    <xsl:text>&#10;</xsl:text>
    <xsl:variable name="page-numbers" select="count(*[@orsak = 'sidnummer'])"/>
    <!-- Of those that can be seen, what repeats on every page is shown once. -->
    <xsl:for-each select="*[not(@upprepad)][@orsak != 'dold']">
      <xsl:call-template name="entry">
        <xsl:with-param name="text">
          <xsl:choose>
            <xsl:when test="@orsak = 'sidnummer'">
              <xsl:value-of select="concat($page-numbers, ' sidnummer')"/>
            </xsl:when>
            <xsl:otherwise>
              <xsl:value-of select="concat(., ' (')"/>
              <xsl:call-template name="drop-reason"/>
              <xsl:text>)</xsl:text>
            </xsl:otherwise>
          </xsl:choose>
        </xsl:with-param>
      </xsl:call-template>
    </xsl:for-each>
  </xsl:template>
</xsl:stylesheet>
