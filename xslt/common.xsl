<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<!-- What every rendering needs to know: title, dates, links to the PDF, tables as grids, and the Swedish words for the
     names in the XML. XSLT 1.0 with EXSLT, as libxslt has it. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:m="urn:sammandrag:sammantrade:1"
    xmlns:s="urn:sammandrag:sammanfattning:1"
    xmlns:exsl="http://exslt.org/common"
    xmlns:str="http://exslt.org/strings"
    exclude-result-prefixes="m s exsl str">

  <!-- The document; a stylesheet for one that holds it overrides where it stands. -->
  <xsl:variable name="meeting" select="/m:sammantrade"/>
  <xsl:variable name="summary" select="/s:sammanfattning"/>

  <!-- Where the PDF is published; without it the file's name, as a relative URL. -->
  <xsl:param name="source"/>

  <xsl:variable name="pdf">
    <xsl:choose>
      <xsl:when test="$source"><xsl:value-of select="$source"/></xsl:when>
      <xsl:when test="$summary"><xsl:value-of select="$summary/@kalla"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="str:encode-uri($meeting/m:kalla/@fil, true())"/></xsl:otherwise>
    </xsl:choose>
  </xsl:variable>

  <!-- What a public edition says of itself. -->
  <xsl:variable name="masked">Personuppgifter har tagits bort ur denna utgåva.</xsl:variable>

  <!-- The heading of a document that is no minutes: its own first one, unless that is numbered. -->
  <xsl:variable name="own-title"
      select="$meeting[@dokumenttyp != 'protokoll']/m:inledning/*[1][self::m:rubrik][not(@nummer)]"/>

  <!-- ==== Title and dates ==== -->

  <xsl:template name="document-title">
    <xsl:choose>
      <xsl:when test="$summary"><xsl:value-of select="$summary/s:titel"/></xsl:when>
      <xsl:when test="$own-title"><xsl:value-of select="$own-title"/></xsl:when>
      <xsl:when test="$meeting/@dokumenttyp = 'protokoll'">
        <xsl:text>Protokoll</xsl:text>
        <xsl:if test="$meeting/m:organ">
          <xsl:text>: </xsl:text>
          <xsl:value-of select="$meeting/m:organ"/>
        </xsl:if>
        <xsl:if test="$meeting/m:datum">
          <xsl:text> </xsl:text>
          <xsl:call-template name="dates-in-words"/>
        </xsl:if>
      </xsl:when>
      <xsl:when test="$meeting/m:kalla/@titel">
        <xsl:value-of select="$meeting/m:kalla/@titel"/>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="$meeting/m:kalla/@fil"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- "14–15 maj 2025" for two days in a row in one month; else each date in full. -->
  <xsl:template name="dates-in-words">
    <xsl:param name="dates" select="$meeting/m:datum"/>
    <xsl:choose>
      <xsl:when test="count($dates) = 2 and substring($dates[1], 1, 7) = substring($dates[2], 1, 7)
                      and substring($dates[1], 9) + 1 = substring($dates[2], 9)">
        <xsl:value-of select="concat(number(substring($dates[1], 9)), '–')"/>
        <xsl:call-template name="date-in-words">
          <xsl:with-param name="date" select="$dates[2]"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise>
        <xsl:for-each select="$dates">
          <xsl:choose>
            <xsl:when test="position() = 1"/>
            <xsl:when test="position() = last()"> och </xsl:when>
            <xsl:otherwise>, </xsl:otherwise>
          </xsl:choose>
          <xsl:call-template name="date-in-words">
            <xsl:with-param name="date" select="."/>
          </xsl:call-template>
        </xsl:for-each>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:variable name="months" select="str:tokenize('januari februari mars april maj juni juli augusti september oktober november december', ' ')"/>

  <xsl:template name="date-in-words">
    <xsl:param name="date"/>
    <xsl:value-of select="concat(number(substring($date, 9)), ' ', $months[number(substring($date, 6, 2))], ' ',
                                 substring($date, 1, 4))"/>
  </xsl:template>

  <!-- ==== Links ==== -->

  <!-- Text of a document becomes a link only to the web or to a mailbox; what
       else it says gives nothing. Characters that no URL may hold are escaped. -->
  <xsl:variable name="no-url"><c>&lt;</c><c>&gt;</c><c>\</c><c>"</c><c>^</c><c>`</c><c>{</c><c>|</c><c>}</c><c><xsl:text> </xsl:text></c></xsl:variable>
  <xsl:variable name="url-escaped"><c>%3C</c><c>%3E</c><c>%5C</c><c>%22</c><c>%5E</c><c>%60</c><c>%7B</c><c>%7C</c><c>%7D</c><c>%20</c></xsl:variable>

  <xsl:template name="safe-url">
    <xsl:param name="url" select="@till"/>
    <xsl:variable name="scheme" select="translate(substring-before($url, ':'), 'HTPSMAILO', 'htpsmailo')"/>
    <xsl:choose>
      <xsl:when test="$scheme = 'http' or $scheme = 'https' or $scheme = 'mailto'">
        <xsl:value-of select="str:replace(normalize-space($url), exsl:node-set($no-url)/c, exsl:node-set($url-escaped)/c)"/>
      </xsl:when>
      <!-- A place in the PDF itself. -->
      <xsl:when test="starts-with($url, '#page=') and number(substring($url, 7)) &gt; 0">
        <xsl:value-of select="concat($pdf, $url)"/>
      </xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- A page of the PDF (RFC 8118). -->
  <xsl:template name="page-url">
    <xsl:param name="page" select="@sida"/>
    <xsl:value-of select="concat($pdf, '#page=', $page)"/>
  </xsl:template>

  <!-- ==== Text ==== -->

  <!-- Text as one line: a serialiser may have indented elements, and a person may have broken lines. -->
  <xsl:template match="text()">
    <xsl:choose>
      <xsl:when test="contains(., '&#10;')"><xsl:call-template name="collapsed"/></xsl:when>
      <xsl:otherwise><xsl:copy/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="collapsed">
    <xsl:choose>
      <xsl:when test="not(contains(., '&#10;'))"><xsl:copy/></xsl:when>
      <xsl:when test="normalize-space()">
        <xsl:if test="preceding-sibling::*[1] and not(normalize-space(substring(., 1, 1)))">
          <xsl:text> </xsl:text>
        </xsl:if>
        <xsl:value-of select="normalize-space()"/>
        <xsl:if test="following-sibling::*[1] and not(normalize-space(substring(., string-length())))">
          <xsl:text> </xsl:text>
        </xsl:if>
      </xsl:when>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="m:sidbyte | s:sidbyte | m:radbyte | s:radbyte"/>

  <!-- "§ 13" for an item that has a number. -->
  <xsl:template name="item-number">
    <xsl:if test="@nr">
      <xsl:value-of select="concat('§ ', @nr)"/>
    </xsl:if>
  </xsl:template>

  <!-- What the printed heading of an item says besides number and title, as a register number on its line.
       The context is a block of the head. -->
  <xsl:template name="head-rest">
    <xsl:variable name="line" select="normalize-space()"/>
    <xsl:variable name="number" select="concat('§ ', ../../@nr)"/>
    <xsl:variable name="title" select="normalize-space(../../m:arenderubrik)"/>
    <xsl:variable name="rest">
      <xsl:choose>
        <xsl:when test="starts-with($line, $number)"><xsl:value-of select="substring-after($line, $number)"/></xsl:when>
        <xsl:otherwise><xsl:value-of select="$line"/></xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:variable name="words">
      <xsl:choose>
        <!-- A title may be broken over several lines. -->
        <xsl:when test="contains($title, normalize-space($rest))"/>
        <xsl:when test="$title and contains($rest, $title)">
          <xsl:value-of select="concat(substring-before($rest, $title), ' ', substring-after($rest, $title))"/>
        </xsl:when>
        <xsl:otherwise><xsl:value-of select="$rest"/></xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:variable name="trimmed" select="normalize-space($words)"/>
    <xsl:choose>
      <xsl:when test="translate($trimmed, ',.:;–- ', '') = ''"/>
      <xsl:when test="contains(',.:;–-', substring($trimmed, 1, 1))">
        <xsl:value-of select="normalize-space(substring($trimmed, 2))"/>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="$trimmed"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- ==== Blocks ==== -->

  <!-- `first` is the heading level of the shallowest heading among them. -->
  <xsl:template name="blocks">
    <xsl:param name="blocks"/>
    <xsl:param name="first" select="3"/>
    <xsl:apply-templates select="$blocks">
      <xsl:with-param name="first" select="$first"/>
    </xsl:apply-templates>
  </xsl:template>

  <!-- ==== Names in the XML, in Swedish ==== -->

  <xsl:template name="motion-kind">
    <xsl:param name="kind" select="@typ"/>
    <xsl:choose>
      <xsl:when test="$kind = 'tillagg'">tillägg</xsl:when>
      <xsl:when test="$kind = 'andring'">ändring</xsl:when>
      <xsl:when test="$kind = 'aterremiss'">återremiss</xsl:when>
      <xsl:when test="$kind = 'bordlaggning'">bordläggning</xsl:when>
      <xsl:otherwise><xsl:value-of select="$kind"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- What became of an item, in Swedish. -->
  <xsl:template match="m:utfall" mode="outcome">
    <xsl:call-template name="outcome"/>
  </xsl:template>

  <xsl:template name="outcome">
    <xsl:param name="kind" select="@typ"/>
    <xsl:choose>
      <xsl:when test="$kind = 'delvis-bifall'">delvis bifall</xsl:when>
      <xsl:when test="$kind = 'aterremiss'">återremiss</xsl:when>
      <xsl:when test="$kind = 'bordlaggning'">bordläggning</xsl:when>
      <xsl:when test="$kind = 'utgar'">utgår</xsl:when>
      <xsl:when test="$kind = 'godkant'">godkänt</xsl:when>
      <xsl:when test="$kind = 'overlamnat'">överlämnat</xsl:when>
      <xsl:otherwise><xsl:value-of select="$kind"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The same for people, who should know that the minutes do not say it; "annat" would tell them nothing. -->
  <xsl:template name="outcome-label">
    <xsl:param name="kind" select="m:utfall/@typ"/>
    <xsl:if test="$kind and $kind != 'annat'">
      <xsl:text> · Utfall (härlett): </xsl:text>
      <xsl:call-template name="outcome"><xsl:with-param name="kind" select="$kind"/></xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template name="attendance-group">
    <xsl:choose>
      <xsl:when test="@grupp = 'ledamot'">Ledamot</xsl:when>
      <xsl:when test="@grupp = 'tjanstgorande_ersattare'">Tjänstgörande ersättare</xsl:when>
      <xsl:when test="@grupp = 'ersattare'">Ersättare</xsl:when>
      <xsl:when test="@grupp = 'tjansteperson'">Tjänsteperson</xsl:when>
      <xsl:when test="@grupp = 'ovrig'">Övrig</xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- "Eva Ström (C)" -->
  <xsl:template name="person">
    <xsl:value-of select="@namn"/>
    <xsl:if test="@parti"><xsl:value-of select="concat(' (', @parti, ')')"/></xsl:if>
  </xsl:template>

  <xsl:template name="persons">
    <xsl:param name="persons"/>
    <xsl:for-each select="$persons">
      <xsl:if test="position() &gt; 1">, </xsl:if>
      <xsl:call-template name="person"/>
    </xsl:for-each>
  </xsl:template>

  <xsl:template name="drop-reason">
    <xsl:choose>
      <xsl:when test="@orsak = 'sidhuvud'">sidhuvud</xsl:when>
      <xsl:when test="@orsak = 'sidfot'">sidfot</xsl:when>
      <xsl:when test="@orsak = 'sidnummer'">sidnummer</xsl:when>
      <xsl:when test="@orsak = 'signaturruta'">ruta för underskrift</xsl:when>
      <xsl:when test="@orsak = 'stampel'">stämpel</xsl:when>
      <xsl:when test="@orsak = 'innehall'">innehållsförteckning</xsl:when>
      <xsl:when test="@orsak = 'bild'">text i bild</xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- What a note means to who reads the minutes; the codes are those of sammandrag(1). -->
  <xsl:template name="note">
    <xsl:choose>
      <xsl:when test="@typ = 'page-without-text'">Sidan innehåller bara bild. Dess text saknas här.</xsl:when>
      <xsl:when test="@typ = 'page-unreadable'">Sidans text går inte att läsa rätt.</xsl:when>
      <xsl:when test="@typ = 'facts-unreadable'">Uppgifter från sidan kan vara fel. Jämför med originalet.</xsl:when>
      <xsl:when test="@typ = 'text-hidden'">Filen har text här som inte syns på sidan. Den är utelämnad.</xsl:when>
      <xsl:when test="@typ = 'character-unknown'">Ett tecken går inte att tyda.</xsl:when>
      <xsl:when test="@typ = 'page-overfull'">Sidan har orimligt många länkar, linjer eller bilder. De är utelämnade.</xsl:when>
      <xsl:when test="@typ = 'text-overlong'">Texten är för lång för att tydas helt. Uppgifter kan saknas.</xsl:when>
      <xsl:when test="@typ = 'structure-damaged'">Filen är skadad och läst så långt det gick.</xsl:when>
      <xsl:when test="@typ = 'table-uneven'">En tabell är ojämn. Tomma celler är tillagda.</xsl:when>
      <xsl:when test="@typ = 'footnote-unmarked'">En fotnot saknar tecken i texten.</xsl:when>
      <xsl:when test="@typ = 'document-unknown'">Dokumentets slag är okänt.</xsl:when>
      <xsl:when test="@typ = 'body-unknown'">Organets namn hittades inte.</xsl:when>
      <xsl:when test="@typ = 'date-unknown'">Sammanträdets datum hittades inte.</xsl:when>
      <xsl:when test="@typ = 'date-differs'">Datum i dokumentet stämmer inte överens.</xsl:when>
      <xsl:when test="@typ = 'attendance-missing'">Närvarolista saknas.</xsl:when>
      <xsl:when test="@typ = 'attendance-unclear'">En rad i närvarolistan är oklar och återges bara som text.</xsl:when>
      <xsl:when test="@typ = 'item-gap'">Paragrafernas nummer följer inte på varandra.</xsl:when>
      <xsl:when test="@typ = 'item-repeated'">Ett paragrafnummer förekommer två gånger.</xsl:when>
      <xsl:when test="@typ = 'items-missing'">Inga paragrafer hittades. Texten återges som den är.</xsl:when>
      <xsl:when test="@typ = 'section-unknown'">Ett avsnitt har en rubrik av okänt slag.</xsl:when>
      <xsl:when test="@typ = 'decision-missing'">Inget beslut hittades i paragrafen.</xsl:when>
      <xsl:when test="@typ = 'motion-unclear'">Ett yrkande är oklart och återges bara som text.</xsl:when>
      <xsl:when test="@typ = 'vote-unclear'">En omröstning är oklar. Läs den i originalet.</xsl:when>
      <xsl:when test="@typ = 'vote-differs'">Antalet röster och uppräknade namn stämmer inte överens.</xsl:when>
      <xsl:when test="@typ = 'person-unknown'">Ett namn finns inte i närvarolistan.</xsl:when>
      <xsl:when test="@typ = 'reservation-unclear'">Det framgår inte vem som reserverar sig.</xsl:when>
      <xsl:when test="@typ = 'others-unnamed'">Fler än de namngivna avses.</xsl:when>
      <xsl:when test="@typ = 'chairs-in-turn'">Även någon annan ledde sammanträdet eller ett ärende.</xsl:when>
      <xsl:when test="@typ = 'participation-unsettled'">Det framgår inte vilka som deltog i alla ärenden.</xsl:when>
      <xsl:when test="@typ = 'conflict-unclear'">Det framgår inte vem ett jäv gäller, eller i vilket ärende.</xsl:when>
      <xsl:when test="@typ = 'statement-unclear'">Det framgår inte vem som lämnar en anteckning eller ett yttrande.</xsl:when>
      <xsl:when test="@typ = 'signature-unclear'">Det framgår inte vilka som har skrivit under. Se texten.</xsl:when>
      <xsl:when test="@typ = 'adjustment-differs'">Dagar för justering eller anslag stämmer inte överens.</xsl:when>
      <xsl:when test="@typ = 'outcome-unsettled'">Det framgår inte hur det gick med förslaget.</xsl:when>
      <xsl:when test="@typ = 'correction-unfit'">En rättelse hittar inte värdet som den gäller.</xsl:when>
      <xsl:when test="@typ = 'words-lost'">Ord i originalet saknas här.</xsl:when>
      <xsl:when test="@typ = 'words-added'">Här finns ord som inte står i originalet.</xsl:when>
      <xsl:otherwise><xsl:value-of select="@typ"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- "§ 26, arenderubrik: ”Budgt” → ”Budget”, rättat av Siri Berg 2025-04-02. Felskrivet." -->
  <xsl:template name="correction">
    <xsl:if test="@paragraf"><xsl:value-of select="concat('§ ', @paragraf, ', ')"/></xsl:if>
    <xsl:value-of select="concat(@uppgift, ': ')"/>
    <xsl:if test="@fran"><xsl:value-of select="concat('”', @fran, '” ')"/></xsl:if>
    <xsl:choose>
      <xsl:when test="@till"><xsl:value-of select="concat('→ ”', @till, '”')"/></xsl:when>
      <xsl:otherwise>borttaget</xsl:otherwise>
    </xsl:choose>
    <xsl:value-of select="concat(', rättat av ', @av, ' ', @datum, '. ', normalize-space())"/>
  </xsl:template>

  <!-- ==== Pages whose text cannot be trusted ==== -->

  <xsl:variable name="unreadable" select="$meeting/m:anmarkningar/m:anmarkning[@typ = 'facts-unreadable']"/>

  <xsl:key name="unreadable" match="m:anmarkning[@typ = 'facts-unreadable']" use="@var"/>

  <xsl:template name="damaged">
    <xsl:param name="notes" select="key('unreadable', concat('§ ', @nr))"/>
    <xsl:if test="$notes">
      <xsl:text>Texten på sid</xsl:text>
      <xsl:choose>
        <xsl:when test="count($notes) = 1">an</xsl:when>
        <xsl:otherwise>orna</xsl:otherwise>
      </xsl:choose>
      <xsl:for-each select="$notes">
        <xsl:choose>
          <xsl:when test="position() = 1"><xsl:text> </xsl:text></xsl:when>
          <xsl:when test="position() = last()"> och </xsl:when>
          <xsl:otherwise>, </xsl:otherwise>
        </xsl:choose>
        <xsl:value-of select="@sida"/>
      </xsl:for-each>
      <xsl:text> går inte att läsa säkert.</xsl:text>
    </xsl:if>
  </xsl:template>

  <xsl:template name="left-out">
    <xsl:value-of select="concat('Texten på sidan ', @olaslig, ' i protokollet går inte att läsa säkert och återges inte här')"/>
  </xsl:template>

  <!-- ==== Facts told in one line: the label, then the words ==== -->

  <xsl:template match="m:paragrafnummer" mode="fact-label">Paragrafer</xsl:template>
  <xsl:template match="m:ajournering" mode="fact-label">Ajournering</xsl:template>
  <xsl:template match="m:justering" mode="fact-label">Justering</xsl:template>
  <xsl:template match="m:anslag" mode="fact-label">Anslag</xsl:template>
  <xsl:template match="m:underskrift" mode="fact-label">Underskrifter</xsl:template>
  <xsl:template match="m:signeringsreferens" mode="fact-label">Elektronisk underskrift</xsl:template>
  <xsl:template match="m:jav" mode="fact-label">Jäv</xsl:template>
  <xsl:template match="m:protokollsanteckning" mode="fact-label">Protokollsanteckning</xsl:template>
  <xsl:template match="m:sarskilt-yttrande" mode="fact-label">Särskilt yttrande</xsl:template>
  <xsl:template match="m:fraga[@typ = 'interpellation']" mode="fact-label">Interpellation</xsl:template>
  <xsl:template match="m:fraga" mode="fact-label">Fråga</xsl:template>
  <xsl:template match="m:bilagehanvisning" mode="fact-label">Bilagor</xsl:template>
  <xsl:template match="m:deltagande" mode="fact-label">Deltog i beslutet</xsl:template>

  <xsl:template match="m:paragrafnummer" mode="fact-text">
    <xsl:value-of select="m:forsta"/>
    <xsl:if test="m:sista != m:forsta"><xsl:value-of select="concat('–', m:sista)"/></xsl:if>
  </xsl:template>
  <xsl:template match="m:justering" mode="fact-text">
    <xsl:call-template name="joined"><xsl:with-param name="nodes" select="m:datum | m:plats"/></xsl:call-template>
  </xsl:template>
  <xsl:template match="m:anslag" mode="fact-text">
    <xsl:for-each select="*">
      <xsl:if test="position() &gt; 1">, </xsl:if>
      <xsl:choose>
        <xsl:when test="self::m:uppsatt">uppsatt </xsl:when>
        <xsl:when test="self::m:nedtas">tas ned </xsl:when>
        <xsl:otherwise>protokollet förvaras: </xsl:otherwise>
      </xsl:choose>
      <xsl:value-of select="."/>
    </xsl:for-each>
  </xsl:template>
  <xsl:template match="m:ajournering | m:signeringsreferens | m:bilagehanvisning" mode="fact-text">
    <xsl:call-template name="joined">
      <xsl:with-param name="nodes" select="../*[name() = name(current())]"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="m:underskrift" mode="fact-text">
    <xsl:for-each select="../m:underskrift">
      <xsl:if test="position() &gt; 1">; </xsl:if>
      <xsl:call-template name="person"/>
      <xsl:if test="@roll"><xsl:value-of select="concat(', ', @roll)"/></xsl:if>
      <xsl:if test="@datum"><xsl:value-of select="concat(', ', @datum)"/></xsl:if>
    </xsl:for-each>
  </xsl:template>
  <xsl:template match="m:jav | m:protokollsanteckning | m:sarskilt-yttrande" mode="fact-text">
    <xsl:call-template name="persons">
      <xsl:with-param name="persons" select="../*[name() = name(current())]"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="m:fraga" mode="fact-text">
    <xsl:choose>
      <xsl:when test="@status = 'stalld'">ställd</xsl:when>
      <xsl:when test="@status = 'besvarad'">besvarad</xsl:when>
      <xsl:otherwise>framgår inte om den är besvarad</xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="m:deltagande" mode="fact-text">
    <xsl:value-of select="concat(count(m:person), ' enligt närvarolistan: ')"/>
    <xsl:call-template name="persons"><xsl:with-param name="persons" select="m:person"/></xsl:call-template>
  </xsl:template>

  <xsl:template name="joined">
    <xsl:param name="nodes"/>
    <xsl:for-each select="$nodes">
      <xsl:if test="position() &gt; 1">, </xsl:if>
      <xsl:value-of select="."/>
    </xsl:for-each>
  </xsl:template>

  <!-- ==== Tables ==== -->

  <!-- The rows of a table with one cell for each column: a place covered by a span gets an empty cell.
       Only row spans need the row above; a table too long for that recursion has them left out. -->
  <xsl:template name="grid">
    <xsl:param name="table" select="."/>
    <xsl:choose>
      <xsl:when test="$table/*/*[@rader &gt; 1] and count($table/*) &lt;= 1000">
        <xsl:call-template name="grid-rows">
          <xsl:with-param name="row" select="$table/*[1]"/>
          <xsl:with-param name="above" select="/.."/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise>
        <xsl:for-each select="$table/*">
          <m:rad>
            <xsl:for-each select="*">
              <xsl:call-template name="grid-cell"/>
            </xsl:for-each>
          </m:rad>
        </xsl:for-each>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The current cell, and an empty one for each further column it spans. -->
  <xsl:template name="grid-cell">
    <xsl:param name="down" select="0"/>
    <m:cell ned="{$down}">
      <xsl:copy-of select="@rubrik | node()"/>
    </m:cell>
    <xsl:if test="@kolumner &gt; 1">
      <xsl:for-each select="str:split(str:padding(@kolumner - 1, '.'), '')">
        <m:cell ned="{$down}"/>
      </xsl:for-each>
    </xsl:if>
  </xsl:template>

  <xsl:template name="grid-rows">
    <xsl:param name="row"/>
    <xsl:param name="above"/>
    <xsl:variable name="made">
      <m:rad>
        <xsl:call-template name="grid-columns">
          <xsl:with-param name="cell" select="$row/*[1]"/>
          <xsl:with-param name="above" select="$above[1]"/>
        </xsl:call-template>
      </m:rad>
    </xsl:variable>
    <xsl:copy-of select="$made"/>
    <xsl:if test="$row/following-sibling::*">
      <xsl:call-template name="grid-rows">
        <xsl:with-param name="row" select="$row/following-sibling::*[1]"/>
        <xsl:with-param name="above" select="exsl:node-set($made)/m:rad/m:cell"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- Fills the columns from left to right: from the cell above while it reaches down, else from the row. -->
  <xsl:template name="grid-columns">
    <xsl:param name="cell"/>
    <xsl:param name="above"/>
    <xsl:choose>
      <xsl:when test="$above/@ned &gt; 0">
        <m:cell ned="{$above/@ned - 1}"/>
        <xsl:call-template name="grid-columns">
          <xsl:with-param name="cell" select="$cell"/>
          <xsl:with-param name="above" select="$above/following-sibling::*[1]"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:when test="$cell">
        <xsl:variable name="wide" select="number(concat('0', $cell/@kolumner))"/>
        <xsl:for-each select="$cell">
          <xsl:call-template name="grid-cell">
            <xsl:with-param name="down" select="number(concat('0', @rader)) - 1"/>
          </xsl:call-template>
        </xsl:for-each>
        <xsl:call-template name="grid-columns">
          <xsl:with-param name="cell" select="$cell/following-sibling::*[1]"/>
          <xsl:with-param name="above"
              select="$above/following-sibling::*[position() = 1 + ($wide - 1) * ($wide &gt; 1)]"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:when test="$above/following-sibling::*[@ned &gt; 0]">
        <m:cell ned="-1"/>
        <xsl:call-template name="grid-columns">
          <xsl:with-param name="cell" select="/.."/>
          <xsl:with-param name="above" select="$above/following-sibling::*[1]"/>
        </xsl:call-template>
      </xsl:when>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
