<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<!-- A digest as HTML: one page, what matters first, and all the rest by meeting. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:d="urn:sammandrag:oversikt:1"
    exclude-result-prefixes="d">

  <xsl:import href="html.xsl"/>
  <xsl:import href="digest.xsl"/>
  <xsl:include href="digest-body.xsl"/>
  <xsl:output method="html" encoding="UTF-8" indent="no"/>

  <xsl:variable name="parts" select="/d:oversikt/d:del[d:arende or @typ = 'ovrigt']"/>

  <xsl:template match="/">
    <xsl:text disable-output-escaping="yes">&lt;!DOCTYPE html&gt;&#10;</xsl:text>
    <html lang="sv">
      <head>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <title><xsl:value-of select="d:oversikt/d:titel"/></title>
        <meta name="generator" content="{d:oversikt/@program}"/>
        <style><xsl:value-of select="$style"/><xsl:value-of select="$digest-style"/></style>
      </head>
      <body>
        <a class="hopp" href="#innehall">Hoppa till innehållet</a>
        <header>
          <h1>
            <xsl:value-of select="substring-before(concat(d:oversikt/d:titel, ' '), d:oversikt/@from)"/>
            <span class="dagar"><xsl:value-of select="concat(d:oversikt/@from, substring-after(d:oversikt/d:titel, d:oversikt/@from))"/></span>
          </h1>
          <p>
            <xsl:call-template name="extent"/>
            <xsl:call-template name="limits"/>
            <xsl:value-of select="concat(' ', $about)"/>
          </p>
        </header>
        <nav aria-labelledby="toc">
          <h2 id="toc">Innehåll</h2>
          <ul>
            <xsl:for-each select="$parts">
              <li>
                <a href="#{@typ}"><xsl:call-template name="part-title"/></a>
              </li>
              <xsl:text>&#10;</xsl:text>
            </xsl:for-each>
          </ul>
        </nav>
        <main id="innehall" tabindex="-1">
          <xsl:apply-templates select="d:oversikt" mode="digest"/>
        </main>
        <footer>
          <xsl:apply-templates select="d:oversikt" mode="digest-foot"/>
        </footer>
      </body>
    </html>
  </xsl:template>

  <xsl:variable name="digest-style">
.del h3 { margin-bottom: .2em; }
.plats { color: var(--soft); font-size: .95rem; }
blockquote { margin: 0 0 .6em; padding-left: 1rem; border-left: 3px solid var(--line); }
blockquote p { margin: 0; }
.roster { margin: 0 0 .6em; padding: 0; list-style: none; }
.dagar { display: inline-block; }
nav ul { display: flex; flex-wrap: wrap; gap: 0 1.5rem; }
ul.rader { padding-left: 0; list-style: none; }
ul.rader li { margin: .35em 0; }
@media print { /* what leads on one page, all others after it */
  @page { margin: 1.5cm 2cm; }
  :root { font-size: 9pt; }
  body { font-size: 1rem; line-height: 1.3; }
  h1 { font-size: 1.6rem; }
  .del { margin: 0; padding: 0; border: 0; }
  .del > h2 { margin: 1em 0 0; }
  .del h3 { margin-top: .7em; }
  p, blockquote, .roster { margin-bottom: .3em; }
  .del:last-child { break-before: page; }
}
</xsl:variable>
</xsl:stylesheet>
