<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<!-- What the renderings of a digest share: every fixed phrase of it, filled with facts. All else in a digest is the
     minutes' own: titles, and sentences between quotation marks. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:d="urn:sammandrag:oversikt:1"
    exclude-result-prefixes="d">

  <xsl:import href="common.xsl"/>

  <xsl:key name="meeting" match="d:sammantrade" use="@id"/>
  <xsl:key name="rest" match="d:del[@typ = 'ovrigt']/d:arende" use="@sammantrade"/>

  <xsl:variable name="pdf" select="concat(/d:oversikt/@bas, substring(/d:oversikt/@kalla, 1, 9999 * not(/d:oversikt/@bas)))"/>

  <!-- Before an address it is the name of what stands there, as on a site, wherever that is published. -->
  <xsl:variable name="identifier">urn:sammandrag:adress:</xsl:variable>

  <!-- What another part would have quoted, had it room. -->
  <xsl:key name="aside" match="d:citat[@typ = 'belopp'][../../@typ != 'pengar'] | d:citat[@typ = 'framat'][../../@typ != 'framat']" use="generate-id()"/>

  <xsl:template name="document-title"><xsl:value-of select="/d:oversikt/d:titel"/></xsl:template>

  <!-- What a reader should know first. -->
  <xsl:variable name="about">Rubriker och citat är protokollens egna ord. Protokollen gäller.</xsl:variable>

  <!-- Where all meetings are of one, it is said once. -->
  <xsl:variable name="principals-differ"
      select="/d:oversikt/d:sammantrade[not(@huvudman)] or /d:oversikt/d:sammantrade/@huvudman != /d:oversikt/d:sammantrade[1]/@huvudman"/>

  <!-- "3 sammanträden, 158 ärenden." -->
  <xsl:template name="extent">
    <xsl:variable name="meetings" select="/d:oversikt/d:sammantrade"/>
    <xsl:if test="not($principals-differ)"><xsl:value-of select="concat($meetings/@huvudman, ': ')"/></xsl:if>
    <xsl:value-of select="concat(count($meetings), ' sammanträde')"/>
    <xsl:if test="count($meetings) != 1">n</xsl:if>
    <xsl:value-of select="concat(', ', sum($meetings/@arenden), ' ärenden')"/>
    <xsl:text>.</xsl:text>
  </xsl:template>

  <!-- What it was limited to. -->
  <xsl:template name="limits">
    <xsl:if test="/d:oversikt/d:valt-organ"> Bara: <xsl:call-template name="listed"><xsl:with-param name="nodes" select="/d:oversikt/d:valt-organ"/></xsl:call-template>.</xsl:if>
    <xsl:if test="/d:oversikt/d:valt-parti"> Bara där <xsl:call-template name="listed"><xsl:with-param name="nodes" select="/d:oversikt/d:valt-parti"/></xsl:call-template> yrkade, röstade mot majoriteten eller reserverade sig.</xsl:if>
    <xsl:if test="/d:oversikt/d:bevakat-ord"> Bevakade ord: <xsl:call-template name="listed"><xsl:with-param name="nodes" select="/d:oversikt/d:bevakat-ord"/></xsl:call-template>.</xsl:if>
  </xsl:template>

  <xsl:template name="listed">
    <xsl:param name="nodes"/>
    <xsl:for-each select="$nodes">
      <xsl:if test="position() &gt; 1">, </xsl:if>
      <xsl:value-of select="."/>
    </xsl:for-each>
  </xsl:template>

  <!-- ==== Parts ==== -->

  <xsl:template name="part-title">
    <xsl:choose>
      <xsl:when test="@typ = 'bevakat'">Bevakat</xsl:when>
      <xsl:when test="@typ = 'omstritt'">Omstritt</xsl:when>
      <xsl:when test="@typ = 'pengar'">Pengar</xsl:when>
      <xsl:when test="@typ = 'framat'">Det här händer sedan</xsl:when>
      <xsl:otherwise>Övriga ärenden</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:variable name="accounts">Mer om det som står först</xsl:variable>

  <!-- How much of it stands further down. -->
  <xsl:template name="part-more">
    <xsl:value-of select="concat('Och ', @kvar, ' till bland övriga ärenden.')"/>
  </xsl:template>

  <!-- ==== Meetings ==== -->

  <!-- "Kommunstyrelsen, Göteborgs Stad, 12 mars 2025"; the context is a meeting. -->
  <xsl:template name="meeting">
    <xsl:choose>
      <xsl:when test="@organ"><xsl:value-of select="@organ"/></xsl:when>
      <xsl:otherwise>okänt organ</xsl:otherwise>
    </xsl:choose>
    <xsl:if test="@huvudman and $principals-differ"><xsl:value-of select="concat(', ', @huvudman)"/></xsl:if>
    <xsl:text>, </xsl:text>
    <xsl:choose>
      <xsl:when test="@datum">
        <xsl:call-template name="dates-in-words"><xsl:with-param name="dates" select="@datum | @slutdatum"/></xsl:call-template>
      </xsl:when>
      <xsl:otherwise>okänd dag</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- What its source is worth. -->
  <xsl:template name="meeting-source">
    <xsl:choose>
      <xsl:when test="@dokumenttyp = 'sammanfattning'">Ur en publicerad sammanfattning, inte protokollet.</xsl:when>
      <xsl:when test="@justerat">Justerat <xsl:call-template name="date-in-words"><xsl:with-param name="date" select="@justerat"/></xsl:call-template>.</xsl:when>
      <xsl:otherwise>Justeringsdagen framgår inte.</xsl:otherwise>
    </xsl:choose>
    <xsl:if test="@formella &gt; 0">
      <xsl:value-of select="concat(' ', @formella, ' av ', @arenden, ' ärenden är formalia och står inte här.')"/>
    </xsl:if>
    <xsl:for-each select="d:anmarkningar/d:anmarkning">
      <xsl:text> </xsl:text>
      <xsl:call-template name="note"/>
    </xsl:for-each>
  </xsl:template>

  <!-- ==== Items ==== -->

  <xsl:template name="title">
    <xsl:choose>
      <xsl:when test="@kort"><xsl:value-of select="concat(@kort, ' …')"/></xsl:when>
      <xsl:when test="d:arenderubrik"><xsl:value-of select="d:arenderubrik"/></xsl:when>
      <xsl:otherwise>(utan läsbar rubrik)</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- "§ 221, sidan 33" -->
  <xsl:template name="number-and-page">
    <xsl:call-template name="item-number"/>
    <xsl:if test="@nr and @sida">, </xsl:if>
    <xsl:if test="@sida"><xsl:value-of select="concat('sidan ', @sida)"/></xsl:if>
  </xsl:template>

  <!-- "Kommunstyrelsen, Göteborgs Stad, 12 mars 2025, § 221, sidan 33" -->
  <xsl:template name="place">
    <xsl:for-each select="key('meeting', @sammantrade)"><xsl:call-template name="meeting"/></xsl:for-each>
    <xsl:if test="@nr or @sida">, </xsl:if>
    <xsl:call-template name="number-and-page"/>
  </xsl:template>

  <!-- What became of it, if the minutes settle it; a proposal is never told as a decision. -->
  <xsl:template name="settled">
    <xsl:choose>
      <xsl:when test="@forslag and @utfall and @utfall != 'annat'">
        <xsl:text>Förslag till annat organ, inte slutligt beslut: </xsl:text>
        <xsl:call-template name="outcome"><xsl:with-param name="kind" select="@utfall"/></xsl:call-template>
      </xsl:when>
      <xsl:when test="@forslag">Förslag till annat organ, inte slutligt beslut</xsl:when>
      <xsl:when test="@utfall and @utfall != 'annat'">
        <xsl:text>Utfall (härlett): </xsl:text>
        <xsl:call-template name="outcome"><xsl:with-param name="kind" select="@utfall"/></xsl:call-template>
        <xsl:if test="@till"><xsl:value-of select="concat(', till ', @till)"/></xsl:if>
      </xsl:when>
      <xsl:when test="../@typ = 'omstritt' and not(@utfall)">Utfallet framgår inte säkert; se citatet</xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- The same where the item leads: a quotation of its decision says it, and only needs to be told from one. -->
  <xsl:template name="settled-beside-quotation">
    <xsl:choose>
      <xsl:when test="d:citat[@typ = 'beslut'][not(@ordantal)]"/>
      <xsl:when test="d:citat[@typ = 'belopp' or @typ = 'framat'][not(@ordantal or key('aside', generate-id()))]">
        <xsl:if test="@forslag">Förslag till annat organ</xsl:if>
      </xsl:when>
      <xsl:otherwise><xsl:call-template name="settled"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- "Utfall (härlett): godkänt. Votering: 7 ja, 6 nej": what the place is followed by where the item leads. Among
       what was contested, the vote has a line of its own. -->
  <xsl:template name="standing">
    <xsl:variable name="settled"><xsl:call-template name="settled-beside-quotation"/></xsl:variable>
    <xsl:value-of select="$settled"/>
    <xsl:for-each select="d:votering[1][../../@typ != 'omstritt']">
      <xsl:if test="string($settled)">. </xsl:if>
      <xsl:text>Votering: </xsl:text>
      <xsl:call-template name="vote-numbers"/>
    </xsl:for-each>
  </xsl:template>

  <!-- The words of a quotation, with those that lead in to it; the context is a quotation. -->
  <xsl:template name="quoted">
    <xsl:if test="d:ledtext"><xsl:value-of select="concat('”', d:ledtext, '” ')"/></xsl:if>
    <xsl:text>”</xsl:text>
    <xsl:if test="@borjan-utelamnad">[…] </xsl:if>
    <xsl:value-of select="d:ord"/>
    <xsl:if test="@fortsattning-utelamnad"> […]</xsl:if>
    <xsl:text>”</xsl:text>
  </xsl:template>

  <!-- The same where the item leads: what is too long stands at the end. -->
  <xsl:template name="quoted-in-short">
    <xsl:choose>
      <xsl:when test="@ordantal"><xsl:value-of select="concat('hela meningen, ', @ordantal, ' ord, står sist')"/></xsl:when>
      <xsl:when test="@ledtext-sist">
        <xsl:value-of select="concat('”[…] ', d:ord)"/>
        <xsl:if test="@fortsattning-utelamnad"> […]</xsl:if>
        <xsl:text>”</xsl:text>
      </xsl:when>
      <xsl:otherwise><xsl:call-template name="quoted"/></xsl:otherwise>
    </xsl:choose>
    <xsl:call-template name="quote-page"/>
  </xsl:template>

  <xsl:template name="quote-label">
    <xsl:choose>
      <xsl:when test="@typ = 'beslut'">
        <xsl:choose>
          <xsl:when test="@forslag">Förslag till annat organ</xsl:when>
          <xsl:otherwise>Beslut</xsl:otherwise>
        </xsl:choose>
        <xsl:if test="@efter-votering"> efter votering</xsl:if>
        <xsl:if test="../@beslutspunkter &gt; 1"><xsl:value-of select="concat(', en av ', ../@beslutspunkter, ' punkter')"/></xsl:if>
      </xsl:when>
      <xsl:when test="@typ = 'belopp'"><xsl:value-of select="@belopp"/></xsl:when>
      <xsl:when test="@typ = 'framat' and @datum">
        <xsl:call-template name="date-in-words"><xsl:with-param name="date" select="@datum"/></xsl:call-template>
        <xsl:if test="@till">, uppdrag<xsl:call-template name="for-whom"/></xsl:if>
      </xsl:when>
      <xsl:when test="@typ = 'framat'">Uppdrag<xsl:call-template name="for-whom"/></xsl:when>
      <xsl:when test="@typ = 'bevakat'"><xsl:value-of select="@bevakat"/></xsl:when>
      <xsl:when test="@typ = 'reservation'">Reservation</xsl:when>
      <xsl:when test="@typ = 'yrkande'">Yrkande</xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- Unless the quotation begins with it. -->
  <xsl:template name="for-whom">
    <xsl:if test="../../@typ = 'ovrigt' or not(starts-with(d:ord, @till))"><xsl:value-of select="concat(' till ', @till)"/></xsl:if>
  </xsl:template>

  <!-- Where it stands, when that is another page than the item's. -->
  <xsl:template name="quote-page">
    <xsl:if test="@sida != ../@sida"><xsl:value-of select="concat(' (sidan ', @sida, ')')"/></xsl:if>
  </xsl:template>

  <!-- ==== Votes; the context is a vote ==== -->

  <!-- "7 ja, 6 nej, 1 avstod, avgjord med lottning" -->
  <xsl:template name="vote-numbers">
    <xsl:choose>
      <xsl:when test="@ja and @nej">
        <xsl:value-of select="concat(@ja, ' ja, ', @nej, ' nej')"/>
        <xsl:if test="@avstar &gt; 0"><xsl:value-of select="concat(', ', @avstar, ' avstod')"/></xsl:if>
      </xsl:when>
      <xsl:otherwise>röstetalen framgår inte</xsl:otherwise>
    </xsl:choose>
    <xsl:choose>
      <xsl:when test="@avgorande = 'utslagsrost'">, avgjord med ordförandens utslagsröst</xsl:when>
      <xsl:when test="@avgorande = 'lottning'">, avgjord med lottning</xsl:when>
    </xsl:choose>
    <xsl:if test="@sluten">, sluten</xsl:if>
  </xsl:template>

  <!-- "Ja 7 (S 4, V 2, MP 1): ”bifall till Karin Pleijels yrkande” (”yrkande från MP den 7 februari”). Nej 6 (M 4, L 2):
       ”avslag”. Avgjord med lottning." -->
  <xsl:template name="vote">
    <xsl:call-template name="vote-side">
      <xsl:with-param name="label">Ja</xsl:with-param>
      <xsl:with-param name="number" select="@ja"/>
      <xsl:with-param name="of" select="d:parti/@ja"/>
      <xsl:with-param name="means"><xsl:call-template name="side-means"><xsl:with-param name="means" select="@ja-betyder"/><xsl:with-param name="for" select="@ja-galler"/></xsl:call-template></xsl:with-param>
    </xsl:call-template>
    <xsl:text> </xsl:text>
    <xsl:call-template name="vote-side">
      <xsl:with-param name="label">Nej</xsl:with-param>
      <xsl:with-param name="number" select="@nej"/>
      <xsl:with-param name="of" select="d:parti/@nej"/>
      <xsl:with-param name="means"><xsl:call-template name="side-means"><xsl:with-param name="means" select="@nej-betyder"/><xsl:with-param name="for" select="@nej-galler"/></xsl:call-template></xsl:with-param>
    </xsl:call-template>
    <xsl:if test="@avstar &gt; 0">
      <xsl:text> </xsl:text>
      <xsl:call-template name="vote-side">
        <xsl:with-param name="label">Avstod</xsl:with-param>
        <xsl:with-param name="number" select="@avstar"/>
        <xsl:with-param name="of" select="d:parti/@avstar"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:choose>
      <xsl:when test="@avgorande = 'utslagsrost'"> Avgjord med ordförandens utslagsröst.</xsl:when>
      <xsl:when test="@avgorande = 'lottning'"> Avgjord med lottning.</xsl:when>
    </xsl:choose>
    <xsl:if test="@sluten"> Sluten.</xsl:if>
    <xsl:if test="not(@ja and @nej)"> Röstetalen framgår inte.</xsl:if>
    <xsl:if test="not(@namngivna)"> Hur partierna röstade framgår inte.</xsl:if>
    <xsl:if test="@namngivna and not(@kontrollerad)"> Tryckta röstetal och räknade namn stämmer inte överens.</xsl:if>
  </xsl:template>

  <xsl:template name="vote-side">
    <xsl:param name="label"/>
    <xsl:param name="number"/>
    <xsl:param name="of"/>
    <xsl:param name="means"/>
    <xsl:value-of select="$label"/>
    <xsl:if test="string($number)"><xsl:value-of select="concat(' ', $number)"/></xsl:if>
    <xsl:if test="$of">
      <xsl:text> (</xsl:text>
      <xsl:for-each select="$of">
        <xsl:sort select="." data-type="number" order="descending"/>
        <xsl:if test="position() &gt; 1">, </xsl:if>
        <xsl:choose>
          <xsl:when test="../@namn"><xsl:value-of select="../@namn"/></xsl:when>
          <xsl:otherwise>okänt parti</xsl:otherwise>
        </xsl:choose>
        <xsl:value-of select="concat(' ', .)"/>
      </xsl:for-each>
      <xsl:text>)</xsl:text>
    </xsl:if>
    <xsl:if test="string($means)"><xsl:value-of select="concat(': ', $means)"/></xsl:if>
    <xsl:text>.</xsl:text>
  </xsl:template>

  <xsl:template name="side-means">
    <xsl:param name="means"/>
    <xsl:param name="for"/>
    <xsl:choose>
      <xsl:when test="$means">
        <xsl:value-of select="concat('”', $means, '”')"/>
        <xsl:if test="$for"><xsl:value-of select="concat(' (”', $for, '”)')"/></xsl:if>
      </xsl:when>
      <xsl:otherwise>betydelsen framgår inte</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Those after the first: their numbers stand at the end. -->
  <xsl:template name="more-votes">
    <xsl:choose>
      <xsl:when test="d:votering[3]"><xsl:value-of select="concat(count(d:votering) - 1, ' voteringar till.')"/></xsl:when>
      <xsl:otherwise>En votering till.</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- "M 3, L 1, okänt parti 2" -->
  <xsl:template name="reserved">
    <xsl:for-each select="d:reservation">
      <xsl:if test="position() &gt; 1">, </xsl:if>
      <xsl:choose>
        <xsl:when test="@parti"><xsl:value-of select="@parti"/></xsl:when>
        <xsl:otherwise>okänt parti</xsl:otherwise>
      </xsl:choose>
      <xsl:value-of select="concat(' ', @antal)"/>
    </xsl:for-each>
    <xsl:text>.</xsl:text>
  </xsl:template>

  <!-- ==== Why it stands here ==== -->

  <xsl:template name="points">
    <xsl:value-of select="concat(translate(sum(@poang), '-', '−'), ' poäng')"/>
  </xsl:template>

  <!-- "votering 20, fler partier reserverade sig (2) 4; 24 poäng." What stands by its amount has no points. -->
  <xsl:template name="why">
    <xsl:for-each select="d:signal">
      <xsl:if test="position() &gt; 1">, </xsl:if>
      <xsl:value-of select="."/>
      <xsl:if test="@antal"><xsl:value-of select="concat(' (', @antal, ')')"/></xsl:if>
      <xsl:if test="@poang != 0"><xsl:value-of select="concat(' ', translate(@poang, '-', '−'))"/></xsl:if>
    </xsl:for-each>
    <xsl:if test="@poang"><xsl:text>; </xsl:text><xsl:call-template name="points"/></xsl:if>
    <xsl:text>.</xsl:text>
  </xsl:template>

  <!-- What is said of an item that leads at the end: what it was found by, why it leads, and what was too long. -->
  <xsl:template name="account">
    <xsl:text>Därför först: </xsl:text>
    <xsl:call-template name="why"/>
    <xsl:if test="d:diarienummer"> Diarienummer: <xsl:call-template name="listed"><xsl:with-param name="nodes" select="d:diarienummer"/></xsl:call-template>.</xsl:if>
    <xsl:for-each select="d:votering[1][../../@typ != 'omstritt']">
      <xsl:text> Votering: </xsl:text>
      <xsl:call-template name="vote"/>
    </xsl:for-each>
    <xsl:if test="d:reservation and ../@typ != 'omstritt'"> Reserverade sig: <xsl:call-template name="reserved"/></xsl:if>
    <xsl:if test="d:votering[2]">
      <xsl:text> Ytterligare voteringar: </xsl:text>
      <xsl:for-each select="d:votering[position() &gt; 1]">
        <xsl:if test="position() &gt; 1">; </xsl:if>
        <xsl:call-template name="vote-numbers"/>
      </xsl:for-each>
      <xsl:text>.</xsl:text>
    </xsl:if>
    <xsl:for-each select="d:citat[@ordantal or @ledtext-sist or key('aside', generate-id())]">
      <xsl:text> </xsl:text>
      <xsl:call-template name="quote-label"/>
      <xsl:text>: </xsl:text>
      <xsl:call-template name="quoted"/>
      <xsl:call-template name="quote-page"/>
    </xsl:for-each>
  </xsl:template>

  <!-- What an item says among the rest: its outcome, and what it would have stood higher for. -->
  <xsl:template name="rest-says">
    <xsl:variable name="settled"><xsl:call-template name="settled"/></xsl:variable>
    <xsl:variable name="says">
      <xsl:if test="string($settled)"><xsl:value-of select="concat('. ', $settled)"/></xsl:if>
      <xsl:if test="d:votering">
        <xsl:text>. Votering: </xsl:text>
        <xsl:for-each select="d:votering"><xsl:call-template name="vote-numbers"/></xsl:for-each>
      </xsl:if>
      <xsl:if test="d:signal[@typ = 'reservation']">. Reservation</xsl:if>
      <xsl:for-each select="d:citat">
        <xsl:text>. </xsl:text>
        <xsl:if test="@typ = 'framat' and @datum">Dag: </xsl:if>
        <xsl:call-template name="quote-label"/>
      </xsl:for-each>
    </xsl:variable>
    <!-- A title that is cut ends in points of its own. -->
    <xsl:value-of select="substring($says, 1 + boolean(@kort))"/>
  </xsl:template>

  <!-- One signal in the list at the end: "votering med röster på båda sidor: 20" -->
  <xsl:template name="weighed">
    <xsl:value-of select="concat(@text, ': ', translate(@vikt, '-', '−'))"/>
    <xsl:if test="@hogst"><xsl:value-of select="concat(' för varje, högst ', @hogst)"/></xsl:if>
  </xsl:template>

  <xsl:variable name="how">
    <xsl:text>Omstritt, bevakat och det som händer sedan ordnas efter summan av poängen nedan, pengar efter det största beloppet i varje beslut. Vid lika går det senaste först. Det som händer sedan är dagar efter översiktens sista och uppdrag, och visas efter dag.</xsl:text>
    <xsl:if test="/d:oversikt/@ordgrans"><xsl:value-of select="concat(' Delarna turas om med ett ärende var tills de har ', /d:oversikt/@ordgrans, ' ord.')"/></xsl:if>
    <xsl:if test="/d:oversikt/@citatgrans"><xsl:value-of select="concat(' Citat på mer än ', /d:oversikt/@citatgrans, ' ord står sist.')"/></xsl:if>
  </xsl:variable>

  <!-- ==== What is left out ==== -->

  <xsl:template name="left-out-line">
    <xsl:value-of select="@fil"/>
    <xsl:choose>
      <xsl:when test="@skal = 'ersatt'"><xsl:value-of select="concat(': samma sammanträde står i ', @av)"/></xsl:when>
      <xsl:when test="@skal = 'odaterad'">: dagen är okänd</xsl:when>
      <xsl:otherwise>: varken protokoll eller sammanfattning</xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
