<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<!-- The accessibility statement that the law asks for (2018:1937): what is true of these pages whoever publishes them, and
     marked places for what only the publisher knows. A stylesheet of one's own that imports site-page.xsl fills those in
     by overriding the templates of their names. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:p="urn:sammandrag:sida:1"
    exclude-result-prefixes="p">

  <xsl:template name="statement-publisher"><mark>[den som publicerar webbplatsen]</mark></xsl:template>
  <xsl:template name="statement-contact"><mark>[e-postadress, telefonnummer och postadress]</mark></xsl:template>
  <xsl:template name="statement-response"><mark>[antal]</mark></xsl:template>
  <xsl:template name="statement-conformance"><mark>[helt, delvis eller inte]</mark></xsl:template>
  <xsl:template name="statement-assessment"><mark>[hur och när den som publicerar själv har granskat webbplatsen]</mark></xsl:template>
  <xsl:template name="statement-date"><mark>[datum]</mark></xsl:template>

  <xsl:template match="p:sida[@slag = 'tillganglighet']" mode="title">Tillgänglighetsredogörelse</xsl:template>

  <xsl:template match="p:sida[@slag = 'tillganglighet']" mode="page">
    <div class="rubrik">
      <h1>Tillgänglighets&#173;redogörelse för <xsl:value-of select="@titel"/></h1>
      <p class="ingress">
        <xsl:call-template name="statement-publisher"/>
        <xsl:text> står bakom den här webbplatsen och vill att så många som möjligt ska kunna använda den. Här står hur
          den följer lagen om tillgänglighet till digital offentlig service, vilka brister som är kända och hur du kan
          rapportera fler.</xsl:text>
      </p>
    </div>

    <h2>Hur tillgänglig är webbplatsen?</h2>
    <p>
      <xsl:text>Webbplatsen är </xsl:text>
      <xsl:call-template name="statement-conformance"/>
      <xsl:text> förenlig med lagen. Sidorna är gjorda för att uppfylla WCAG 2.2 på nivå AA, som går längre än lagen kräver.</xsl:text>
    </p>
    <ul>
      <li>Allt går att nå med tangentbord och att läsa i en skärmläsare. Inget kräver skript.</li>
      <li>Sidorna ryms på en skärm som är 320 punkter bred och tål att texten förstoras till 200 procent.</li>
      <li>De följer datorns inställning för ljust eller mörkt läge och för mindre rörelse, och går att skriva ut.</li>
      <li>Omröstningar visas som staplar och sägs också med ord och siffror. Ingenting sägs med bara färg.</li>
    </ul>

    <h2>Om du inte kan använda delar av webbplatsen</h2>
    <p>
      <xsl:text>Behöver du innehåll i en annan form, hör av dig till </xsl:text>
      <xsl:call-template name="statement-contact"/>
      <xsl:text>. Svar kommer inom </xsl:text>
      <xsl:call-template name="statement-response"/>
      <xsl:text> arbetsdagar. Varje protokoll finns här också som XML och JSON, som andra program kan läsa.</xsl:text>
    </p>

    <h2>Rapportera brister</h2>
    <p>
      <xsl:text>Hittar du brister som inte står här, eller om webbplatsen inte följer lagen, säg till: </xsl:text>
      <xsl:call-template name="statement-contact"/>
      <xsl:text>.</xsl:text>
    </p>

    <h2>Tillsyn</h2>
    <p>En myndighet som regeringen har utsett har tillsyn över lagen (2018:1937) om tillgänglighet till digital offentlig
      service. Är du inte nöjd med hur dina synpunkter tas om hand kan du anmäla det dit.</p>

    <h2>Innehåll som inte är tillgängligt</h2>
    <p>Texterna är lästa ur PDF-filer av ett program. Det kan inte göra mer tillgängligt än filerna medger:</p>
    <ul>
      <li>Text i bilder och i inlästa sidor saknas. Sidor som det gäller är utpekade i protokollet.</li>
      <li>Bilder och diagram återges inte, och har därför ingen beskrivning.</li>
      <li>Tabeller kan ha fått fel rubrikrader, där filen inte säger vilka rader som är rubriker.</li>
      <li>Text på andra språk än svenska är utmärkt bara där det inte råder något tvivel om språket.</li>
      <li>Originalen i PDF kan själva ha brister. Därför finns hela texten här.</li>
    </ul>

    <h2>Hur webbplatsen är prövad</h2>
    <p>Varje slag av sida i programmet prövas med Nu Html Checker, html-validate och axe-core: bred och smal, i ljust och
      mörkt läge, förstorad och med bara tangentbord. Sådana verktyg finner en del av de brister som kan finnas, inte
      alla.</p>
    <p>
      <xsl:call-template name="statement-assessment"/>
      <xsl:text> Redogörelsen uppdaterades senast </xsl:text>
      <xsl:call-template name="statement-date"/>
      <xsl:text>.</xsl:text>
    </p>
  </xsl:template>
</xsl:stylesheet>
