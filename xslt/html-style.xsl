<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<!-- The look of the HTML: one measure of text, two colours and their shades, light and dark, and paper. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:variable name="style">
:root {
  color-scheme: light dark;
  --paper: #fff; --ink: #1d2327; --soft: #525c64; --line: #c9d1d6; --tint: #f1f5f7; --accent: #0b5072;
}
@media (prefers-color-scheme: dark) {
  :root { --paper: #14191d; --ink: #e4e8ea; --soft: #a9b4bb; --line: #3c474f; --tint: #1d252b; --accent: #8cc8e8; }
}
* { box-sizing: border-box; }
html { scroll-padding-top: 1rem; }
body {
  margin: 0 auto; padding: 2.5rem 1.25rem 4rem; max-width: 46rem;
  background: var(--paper); color: var(--ink);
  font: 1.0625rem/1.6 system-ui, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", Arial, sans-serif;
  overflow-wrap: break-word; hyphens: manual;
}
a { color: var(--accent); text-underline-offset: .15em; text-decoration-thickness: from-font; }
a:hover { text-decoration-thickness: .12em; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 3px; border-radius: 2px; }
main:focus { outline: none; }
.hopp { position: absolute; left: -999rem; }
.hopp:focus { left: 1rem; top: 1rem; padding: .5rem 1rem; background: var(--paper); z-index: 1; }
h1, h2, h3, h4, h5, h6 { line-height: 1.25; margin: 1.6em 0 .5em; text-wrap: balance; }
h1 { font-size: clamp(1.6rem, 1.2rem + 2vw, 2.25rem); font-weight: 650; letter-spacing: -.01em; margin: 0 0 .75rem; }
h2 { font-size: 1.35rem; font-weight: 650; }
h3 { font-size: 1.05rem; font-weight: 650; }
h4, h5, h6 { font-size: 1rem; font-weight: 600; color: var(--soft); }
h2 + h3, h3 + h4 { margin-top: .8em; }
p, ul, ol, dl { margin: 0 0 .8em; }
p.f, p.uppgift { margin-top: -.7em; }
h2 + p.f, h3 + p.f, h4 + p.f, h2 + p.uppgift, h3 + p.uppgift { margin-top: 0; }
p.att { padding-left: 1.75em; text-indent: -1.75em; }
p.citat { padding-left: 1rem; border-left: 2px solid var(--line); }
p.fet { font-weight: 600; }
p.kursiv { font-style: italic; }
ul, ol { padding-left: 1.75em; }
li { margin: .2em 0; }
li > ul, li > ol { margin: .2em 0; }
ul.markorer { list-style: none; padding-left: 1.75em; }
ul.markorer > li { text-indent: -1.75em; }
ul.markorer > li > * { text-indent: 0; }
sup { line-height: 0; font-size: .75em; }
sup a { padding: .4em .3em; text-decoration: none; }
.huvudman { margin: 0 0 .4rem; color: var(--soft); font-size: .95rem; font-weight: 600; letter-spacing: .01em; }
header { padding-bottom: 1.25rem; border-bottom: 3px solid var(--accent); margin-bottom: 1.75rem; }
header p:last-child, header dl:last-child { margin-bottom: 0; }
dl.fakta { display: grid; grid-template-columns: max-content 1fr; gap: .15rem 1.25rem; }
dl.fakta dt { grid-column: 1; color: var(--soft); }
dl.fakta dd { grid-column: 2; margin: 0; }
nav { margin-bottom: 2rem; padding: 1rem 1.25rem; background: var(--tint); border-radius: .4rem; }
nav h2 { margin: 0 0 .5rem; font-size: 1.05rem; }
nav ul { list-style: none; margin: 0; padding: 0; }
nav li { margin: 0; }
nav a { display: block; padding: .22rem 0; text-decoration: none; }
nav a:hover { text-decoration: underline; }
.nr { color: var(--soft); font-weight: 600; font-variant-numeric: tabular-nums; white-space: nowrap; }
nav .p a { padding-left: 3.6em; text-indent: -3.6em; }
nav .nr { display: inline-block; min-width: 3.4em; text-indent: 0; }
article, .del { margin-top: 2.75rem; padding-top: 1.5rem; border-top: 1px solid var(--line); }
main > article:first-child, main > .del:first-child { margin-top: 0; padding-top: 0; border-top: 0; }
article > h2, .del > h2 { margin-top: 0; }
.var { color: var(--soft); font-size: .9rem; }
.beslut { margin: 1.25rem 0; padding: .9rem 1.25rem; background: var(--tint); border-left: 4px solid var(--accent); border-radius: 0 .4rem .4rem 0; }
.beslut > h3:first-child { margin-top: 0; }
.beslut > :last-child { margin-bottom: 0; }
.tabell { overflow-x: auto; margin: 0 0 1.2em; }
table { border-collapse: collapse; font-size: .92rem; line-height: 1.45; min-width: 50%; font-variant-numeric: tabular-nums; }
caption { text-align: left; color: var(--soft); font-size: .9rem; padding: 0 0 .35rem; }
th, td { padding: .4rem .75rem .4rem 0; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; min-width: 3.5em; hyphens: auto; }
thead th { border-bottom: 2px solid var(--ink); }
th { font-weight: 600; }
td.tal { text-align: right; white-space: nowrap; }
.fotnoter, p.fotnot { font-size: .9rem; color: var(--soft); }
.fotnoter { margin-top: 1.25rem; padding-top: .6rem; border-top: 1px solid var(--line); }
.fotnoter p { margin-bottom: .35em; }
details { margin: 1rem 0; font-size: .95rem; }
summary { cursor: pointer; padding: .25rem 0; color: var(--accent); }
.obs { padding-left: .9rem; border-left: 4px solid #b45309; font-size: .95rem; }
ul.lista { padding-left: 0; list-style: none; }
footer { margin-top: 3.5rem; padding-top: 1.25rem; border-top: 1px solid var(--line); color: var(--soft); font-size: .9rem; }
footer h2 { font-size: 1rem; color: var(--ink); }
@media (max-width: 30rem) {
  body { padding: 1.5rem 1rem 3rem; font-size: 1rem; }
  dl.fakta { grid-template-columns: 1fr; gap: 0; }
  dl.fakta dd { grid-column: 1; margin-bottom: .5rem; }
}
@media print {
  :root { color-scheme: light; --paper: #fff; --ink: #000; --soft: #444; --line: #999; --tint: #f4f4f4; --accent: #000; }
  @page { margin: 2cm 2.2cm; }
  body { max-width: none; padding: 0; font-size: 10.5pt; line-height: 1.45; }
  .hopp, nav { display: none; }
  a { color: inherit; text-decoration: none; }
  article { margin-top: 1.5rem; padding-top: 1rem; }
  h1, h2, h3, h4, h5, h6 { break-after: avoid; }
  .beslut { break-inside: avoid; background: none; }
  .tabell { overflow: visible; }
  thead { display: table-header-group; }
  tr { break-inside: avoid; }
  details::details-content { content-visibility: visible; }
  summary { list-style: none; }
  p { orphans: 3; widows: 3; }
}
</xsl:variable>
</xsl:stylesheet>
