<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<!-- The calendar (iCalendar, RFC 5545) of a site or of a body: each day a meeting was held, and each day to come that
     minutes speak of, with the sentence that does. A `part` is an element only so that libxslt need not append to one long
     text; what is written is its text. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:p="urn:sammandrag:sida:1"
    xmlns:w="urn:sammandrag:webbplats:1"
    exclude-result-prefixes="p w">

  <xsl:import href="common.xsl"/>
  <xsl:import href="site-words.xsl"/>
  <xsl:import href="ics-lines.xsl"/>
  <xsl:output method="text" encoding="UTF-8"/>

  <xsl:key name="minutes" match="w:sammantrade[@dokumenttyp = 'protokoll']/w:datum" use="concat(../@organ-adress, .)"/>

  <!-- A meeting may have minutes and a summary that the body wrote; a plan is of none. -->
  <xsl:template match="/">
    <xsl:variable name="meetings" select="$site/w:sammantrade[w:datum]"/>
    <xsl:variable name="held"
        select="$meetings[@dokumenttyp != 'plan' and @dokumenttyp != 'okand']/w:datum
                    [../@dokumenttyp = 'protokoll' or not(key('minutes', concat(../@organ-adress, .)))]"/>
    <xsl:text>BEGIN:VCALENDAR&#13;&#10;VERSION:2.0&#13;&#10;PRODID:-//sammandrag//sammandrag//SV&#13;&#10;</xsl:text>
    <xsl:call-template name="text-line">
      <xsl:with-param name="name" select="'X-WR-CALNAME'"/>
      <xsl:with-param name="text">
        <xsl:value-of select="$site/@titel"/>
        <xsl:if test="count($site/w:organ) = 1"><xsl:value-of select="concat(': ', $site/w:organ/@namn)"/></xsl:if>
      </xsl:with-param>
    </xsl:call-template>
    <xsl:call-template name="time-zone"/>
    <xsl:apply-templates select="$held" mode="event"/>
    <xsl:apply-templates select="$meetings/w:arende/w:kommande" mode="event"/>
    <xsl:text>END:VCALENDAR&#13;&#10;</xsl:text>
  </xsl:template>

  <!-- ==== Events ==== -->

  <!-- The hours are those of the only day. -->
  <xsl:template match="w:sammantrade/w:datum" mode="event">
    <xsl:call-template name="event">
      <xsl:with-param name="uid" select="concat(../@adress, '#', .)"/>
      <xsl:with-param name="when">
        <xsl:choose>
          <xsl:when test="count(../w:datum) = 1 and ../w:start and not(starts-with(../w:start, '24'))">
            <xsl:value-of select="concat('DTSTART;TZID=Europe/Stockholm:', translate(., '-', ''), 'T', translate(../w:start, ':', ''), '00&#13;&#10;')"/>
            <xsl:apply-templates select="../w:slut" mode="duration"/>
          </xsl:when>
          <xsl:otherwise><xsl:value-of select="concat('DTSTART;VALUE=DATE:', translate(., '-', ''), '&#13;&#10;')"/></xsl:otherwise>
        </xsl:choose>
      </xsl:with-param>
      <xsl:with-param name="summary">
        <xsl:call-template name="body-in-full">
          <xsl:with-param name="body" select="../w:organ"/>
          <xsl:with-param name="principal" select="../w:huvudman"/>
        </xsl:call-template>
      </xsl:with-param>
      <xsl:with-param name="place" select="../w:plats"/>
      <xsl:with-param name="description">
        <xsl:if test="../@ojusterat"><xsl:value-of select="concat($preliminary-words, ' ')"/></xsl:if>
        <xsl:value-of select="concat('Ärenden: ', count(../w:arende), '.')"/>
      </xsl:with-param>
      <xsl:with-param name="category" select="'Sammanträde'"/>
      <xsl:with-param name="address" select="../@adress"/>
    </xsl:call-template>
  </xsl:template>

  <!-- One that ends after midnight is left without an end, since the minutes do not say the day. -->
  <xsl:template match="w:slut" mode="duration">
    <xsl:variable name="minutes"
        select="60 * (substring(., 1, 2) - substring(../w:start, 1, 2)) + substring(., 4) - substring(../w:start, 4)"/>
    <xsl:if test="$minutes &gt; 0"><xsl:value-of select="concat('DURATION:PT', $minutes, 'M&#13;&#10;')"/></xsl:if>
  </xsl:template>

  <!-- An item may name the same day twice. -->
  <xsl:template match="w:kommande" mode="event">
    <xsl:variable name="day" select="@datum"/>
    <xsl:variable name="before" select="count(preceding-sibling::w:kommande[@datum = $day])"/>
    <xsl:call-template name="event">
      <xsl:with-param name="uid">
        <xsl:value-of select="concat(../@adress, '#', $day)"/>
        <xsl:if test="$before"><xsl:value-of select="concat('-', $before + 1)"/></xsl:if>
      </xsl:with-param>
      <xsl:with-param name="when" select="concat('DTSTART;VALUE=DATE:', translate($day, '-', ''), '&#13;&#10;')"/>
      <xsl:with-param name="summary"><xsl:for-each select=".."><xsl:call-template name="item-name"/></xsl:for-each></xsl:with-param>
      <xsl:with-param name="description">
        <xsl:value-of select="concat('”', normalize-space(), '” ')"/>
        <xsl:call-template name="meeting-name"><xsl:with-param name="of" select="../.."/></xsl:call-template>
        <xsl:for-each select=".."><xsl:if test="@nr">, </xsl:if><xsl:call-template name="item-number"/></xsl:for-each>
        <xsl:value-of select="concat(', sidan ', @sida, ' i protokollet')"/>
      </xsl:with-param>
      <xsl:with-param name="category" select="'Kommande datum'"/>
      <xsl:with-param name="address" select="../@adress"/>
    </xsl:call-template>
  </xsl:template>

  <!-- Minutes take up nobody's time, so a calendar shows it as free. The stamp is a day of the minutes, since the same
       minutes have to give the same calendar. The context is in a meeting. -->
  <xsl:template name="event">
    <xsl:param name="uid"/>
    <xsl:param name="when"/>
    <xsl:param name="summary"/>
    <xsl:param name="place"/>
    <xsl:param name="description"/>
    <xsl:param name="category"/>
    <xsl:param name="address"/>
    <xsl:variable name="stamp">
      <xsl:call-template name="day-of-minutes"><xsl:with-param name="of" select="ancestor::w:sammantrade"/></xsl:call-template>
    </xsl:variable>
    <part>
      <xsl:text>BEGIN:VEVENT&#13;&#10;</xsl:text>
      <xsl:call-template name="line"><xsl:with-param name="line" select="concat('UID:', $identifier, $uid)"/></xsl:call-template>
      <xsl:value-of select="concat('DTSTAMP:', translate($stamp, '-', ''), 'T000000Z&#13;&#10;', $when)"/>
      <xsl:call-template name="text-line">
        <xsl:with-param name="name" select="'SUMMARY'"/>
        <xsl:with-param name="text" select="$summary"/>
      </xsl:call-template>
      <xsl:call-template name="text-line">
        <xsl:with-param name="name" select="'LOCATION'"/>
        <xsl:with-param name="text" select="$place"/>
      </xsl:call-template>
      <xsl:call-template name="text-line">
        <xsl:with-param name="name" select="'DESCRIPTION'"/>
        <xsl:with-param name="text" select="$description"/>
      </xsl:call-template>
      <xsl:call-template name="text-line">
        <xsl:with-param name="name" select="'CATEGORIES'"/>
        <xsl:with-param name="text" select="$category"/>
      </xsl:call-template>
      <!-- A relative address means nothing in a calendar. -->
      <xsl:if test="$base != ''">
        <xsl:call-template name="line"><xsl:with-param name="line" select="concat('URL:', $base, $address)"/></xsl:call-template>
      </xsl:if>
      <xsl:text>TRANSP:TRANSPARENT&#13;&#10;END:VEVENT&#13;&#10;</xsl:text>
    </part>
  </xsl:template>

  <!-- ==== The hours of Sweden since 1980, when summer time came; it ended in September until 1995 ==== -->

  <xsl:template name="time-zone">
    <xsl:text>BEGIN:VTIMEZONE&#13;&#10;TZID:Europe/Stockholm&#13;&#10;</xsl:text>
    <xsl:call-template name="hours">
      <xsl:with-param name="name" select="'DAYLIGHT'"/>
      <xsl:with-param name="from" select="'19800406T020000'"/>
    </xsl:call-template>
    <xsl:call-template name="hours">
      <xsl:with-param name="name" select="'STANDARD'"/>
      <xsl:with-param name="from" select="'19800928T030000'"/>
      <xsl:with-param name="rule" select="'FREQ=YEARLY;BYMONTH=9;BYDAY=-1SU;UNTIL=19950924T010000Z'"/>
    </xsl:call-template>
    <xsl:call-template name="hours">
      <xsl:with-param name="name" select="'DAYLIGHT'"/>
      <xsl:with-param name="from" select="'19810329T020000'"/>
      <xsl:with-param name="rule" select="'FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU'"/>
    </xsl:call-template>
    <xsl:call-template name="hours">
      <xsl:with-param name="name" select="'STANDARD'"/>
      <xsl:with-param name="from" select="'19961027T030000'"/>
      <xsl:with-param name="rule" select="'FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU'"/>
    </xsl:call-template>
    <xsl:text>END:VTIMEZONE&#13;&#10;</xsl:text>
  </xsl:template>

  <xsl:template name="hours">
    <xsl:param name="name"/>
    <xsl:param name="from"/>
    <xsl:param name="rule"/>
    <xsl:value-of select="concat('BEGIN:', $name, '&#13;&#10;DTSTART:', $from, '&#13;&#10;')"/>
    <xsl:choose>
      <xsl:when test="$name = 'DAYLIGHT'">TZOFFSETFROM:+0100&#13;&#10;TZOFFSETTO:+0200&#13;&#10;TZNAME:CEST&#13;&#10;</xsl:when>
      <xsl:otherwise>TZOFFSETFROM:+0200&#13;&#10;TZOFFSETTO:+0100&#13;&#10;TZNAME:CET&#13;&#10;</xsl:otherwise>
    </xsl:choose>
    <xsl:if test="$rule"><xsl:value-of select="concat('RRULE:', $rule, '&#13;&#10;')"/></xsl:if>
    <xsl:value-of select="concat('END:', $name, '&#13;&#10;')"/>
  </xsl:template>
</xsl:stylesheet>
