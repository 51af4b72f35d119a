<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<!-- The look of a site: that of a page of minutes alone, and what stands around many. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="html-style.xsl"/>
  <xsl:variable name="frame-style">
/* The frame: a band with the name of the site, the page, a foot. */
body { max-width: none; min-height: 100vh; padding: 0; display: flex; flex-direction: column; }
.band, .ram, .fot { width: 100%; padding-left: max(1.25rem, 50vw - 35rem); padding-right: max(1.25rem, 50vw - 35rem); }
.band { margin: 0; padding-top: .5rem; padding-bottom: .5rem; background: var(--band); color: var(--on-band); border: solid var(--band); border-width: 5px 0; border-bottom-color: var(--stripe); }
.band .namn { margin: 0; font-weight: 650; line-height: 1.25; }
.band a { display: inline-flex; align-items: center; gap: .75rem; min-height: 2.75rem; color: inherit; text-decoration: none; }
.band a:hover { text-decoration: underline; }
.band img { display: block; height: 2.5rem; width: auto; max-width: 9rem; }
.band :focus-visible { outline-color: currentcolor; }
.ram { flex: 1; padding-top: 1rem; padding-bottom: 5rem; }
.fot { margin: 0; padding-top: 2rem; padding-bottom: 3rem; background: var(--tint); border-top: 1px solid var(--line); }
.fot h2 { margin: 0 0 .5rem; }
.fot p { max-width: 44rem; margin: 0; }
ul.rad { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; list-style: none; padding: 0; margin: 0 0 1.25rem; }
ul.rad a, .fot p a { display: inline-block; padding: .2rem 0; }
mark { padding: 0 .25em; border-radius: .2rem; background: #ffe9a8; color: #1d2327; }
.dold { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }

/* Where one is. */
.brod { margin: 0 0 1.25rem; padding: 0; background: none; font-size: .9rem; }
.brod ol { display: flex; flex-wrap: wrap; list-style: none; margin: 0; padding: 0; }
.brod li { margin: 0; }
.brod li:not(:last-child)::after { content: "›"; padding: 0 .6rem; color: var(--soft); }
.brod a { display: inline-block; padding: .3rem 0; text-decoration: underline; }

/* A page: its heading, the text in a column one can read, and facts beside it where there is room. */
.rubrik { margin: .5rem 0 2.5rem; }
.rubrik > * { max-width: 44rem; }
.rubrik > h1 { max-width: 56rem; }
.rubrik h1.lang { font-size: clamp(1.4rem, 1.2rem + 1vw, 1.7rem); }
.rubrik h1 .nr { display: block; margin-bottom: .3rem; font-size: 1.15rem; letter-spacing: 0; }
.huvudman { font-size: 1rem; }
.ingress { font-size: 1.1rem; line-height: 1.55; }
.vidare { display: flex; flex-wrap: wrap; align-items: center; gap: .5rem 1.5rem; margin-top: 1.25rem; }
.vidare a:not(.knapp) { padding: .5rem 0; }
.knapp { display: inline-block; padding: .6rem 1.25rem; border-radius: .3rem; background: var(--accent); color: var(--paper); font-weight: 600; text-decoration: none; }
.knapp:hover { text-decoration: underline; }
.forst, .sedan, .slag-protokoll > *, .slag-tillganglighet > * { max-width: 44rem; }
.forst > :first-child, .sedan > :first-child, .beslut > :first-child { margin-top: 0; }
.sedan > article:first-child { padding-top: 0; border-top: 0; }
.vid h2 { margin-top: 0; }
aside.vid h2 { font-size: 1.05rem; }
.vid .fakta { display: block; margin: 0; }
.vid .fakta dt { margin-top: .8rem; font-size: .9rem; }
.vid .fakta dd + dd { margin-top: .35rem; }
.spalter > section.vid { margin-top: 3rem; }
aside.vid { margin-bottom: 2.5rem; }
aside.vid { padding: 1.1rem 1.25rem 1.25rem; border: 1px solid var(--line); border-radius: .4rem; font-size: .95rem; }
.spalter > section > h2 { margin: 0; padding-bottom: .6rem; border-bottom: 3px solid var(--line); }
.spalter > section > h2 + .kort { border-top: 0; }
@media (min-width: 64rem) {
  .hit { display: none; }
  .spalter { display: grid; grid-template-columns: minmax(0, 44rem) minmax(15rem, 1fr); grid-template-rows: auto 1fr; column-gap: 4rem; align-items: start; }
  .spalter > section.vid { margin-top: 0; }
  .spalter > aside { grid-column: 2; grid-row: 1 / span 2; }
  .sedan { grid-column: 1; }
}
@media (min-width: 36rem) and (max-width: 63.99rem) {
  aside.vid { max-width: 44rem; }
  aside.vid .fakta { columns: 2; column-gap: 2rem; }
  aside.vid .fakta dt { break-after: avoid; }
  aside.vid .fakta dt:first-child { margin-top: 0; }
}
.innehall { padding: 1rem 1.25rem; margin-bottom: 2.5rem; }
.innehall a { padding-top: .3rem; padding-bottom: .3rem; }
article > h2 > a { color: inherit; text-decoration-color: var(--line); text-decoration-thickness: .08em; }
article > h2 > a:hover { text-decoration-color: currentcolor; }
.plats { font-size: .9rem; white-space: nowrap; }
.marke { display: inline-block; padding: .1rem .5rem; border: 1px solid transparent; border-radius: .25rem; background: var(--tint); color: var(--soft); font-size: .85rem; line-height: 1.45; font-variant-numeric: tabular-nums; }
a.marke { color: var(--accent); border-color: currentcolor; padding: .25rem .7rem; margin: 0 .35rem .35rem 0; text-decoration: none; }
a.marke:hover { text-decoration: underline; }
.marke.rost { color: var(--ink); border-color: var(--line); }
a.marke.rost { color: var(--accent); }
.ojusterat { background: none; color: var(--ink); border: 1px solid var(--warn); border-left-width: 4px; }
.obs { border-left-color: var(--warn); }
.grannar { margin: 3.5rem 0 0; padding: 1.25rem 0 0; background: none; border-top: 1px solid var(--line); border-radius: 0; max-width: 44rem; }
.grannar ul { display: flex; flex-wrap: wrap; justify-content: space-between; gap: .25rem 2rem; }
.grannar li { flex: 1 1 14rem; }
.grannar .nasta { text-align: right; }
.grannar a { text-decoration: underline; padding: .4rem 0; }
.vart { display: block; color: var(--soft); font-size: .9rem; }

/* Lists of meetings. */
.kort { margin: 0; padding: 1.4rem 0; border-top: 1px solid var(--line); }
.slag-organ > section > h2 { padding-bottom: .5rem; border-bottom: 3px solid var(--line); }
.slag-organ > section > h2 + .kort { border-top: 0; padding-top: .6rem; }
.kort > h2, .kort > h3 { margin: 0 0 .2rem; font-size: 1.15rem; }
.kort > h2 > a, .kort > h3 > a { display: inline-block; padding: .1rem 0; color: var(--accent); text-decoration: underline; text-decoration-color: currentcolor; }
.kort .var { margin: 0; }
.tidigare { margin: 1.5rem 0 .5rem; padding-top: 1.4rem; border-top: 1px solid var(--line); }
.lista > li > a { display: inline-block; padding: .25rem 0; }
.arenden { list-style: none; margin: .7rem 0 0; padding: 0; font-size: .95rem; }
.arenden > li { margin: 0; padding: .35rem 0 .35rem 3.4rem; }
.arenden > li > a { text-decoration-thickness: .06em; }
.arenden .nr { display: inline-block; min-width: 3.4rem; margin-left: -3.4rem; }
.marken { display: inline-flex; flex-wrap: wrap; gap: .25rem .4rem; vertical-align: baseline; }
.organlista, .arslista { list-style: none; margin: 0; padding: 0; }
.organlista > li { padding: .6rem 0; border-bottom: 1px solid var(--line); }
.organlista > li > a { display: inline-block; padding: .15rem 0; font-weight: 600; }
.arslista { display: flex; flex-wrap: wrap; gap: .1rem 1.1rem; }
.arslista li { margin: 0; color: var(--soft); }
.arslista a { display: inline-block; min-width: 1.5rem; padding: .25rem 0; }
.rubrik .arslista { margin-top: 1rem; }
.vid h3 { margin: 1.5rem 0 .25rem; color: var(--soft); font-size: .95rem; }
.organlista > li:last-child { border-bottom: 0; }
.andringar { list-style: none; padding: 0; }
.andringar > li { margin: 0 0 1.25rem; }
.andringar p { margin: 0 0 .25rem; white-space: pre-line; }
.fore, .efter { padding-left: 1rem; border-left: 3px solid var(--line); }
.efter { border-color: var(--accent); }
del { color: var(--soft); }
ins { text-decoration: none; font-weight: 650; }
.slag-organ > section, .slag-ar > .kort, .slag-bevakning > .kort { max-width: 46rem; }

/* The way of a case. */
.gang { list-style: none; margin: 0 0 0 .5rem; padding: 0 0 0 2rem; border-left: 3px solid var(--line); max-width: 46rem; }
.gang > li { position: relative; margin: 0; padding: 0 0 2.75rem; }
.gang > li::before { content: ""; position: absolute; left: calc(-2rem - 1.5px - .55rem); top: .35rem; width: 1.1rem; height: 1.1rem; border-radius: 50%; background: var(--paper); border: 4px solid var(--accent); }
.gang > li:last-child { padding-bottom: 0; }
.gang > li:last-child::before { background: var(--accent); }
.gang .nr { display: inline-block; margin-right: .4em; }
.gang .nar { margin: 0; color: var(--soft); font-weight: 600; }
.gang h2 { margin: .1rem 0 .4rem; font-size: 1.2rem; }
.gang .beslut { margin: .75rem 0 0; }

/* Votes. */
.rostning { margin: 1.25rem 0 1.75rem; padding: 1.1rem 1.25rem; border: 1px solid var(--line); border-radius: .4rem; }
.rostning figcaption { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 1rem; margin-bottom: .75rem; }
.rostning p { margin: 0; }
.rostning .rad { margin: 0 0 1rem; }
.rostning .antal { font-size: 1.25rem; font-variant-numeric: tabular-nums; }
.rostning .partier { color: var(--soft); font-size: .9rem; font-variant-numeric: tabular-nums; }
.rostning > p { font-size: .95rem; margin-top: .4rem; }
.rostning details { margin: .5rem 0 0; }
.rostning caption { padding-top: .5rem; }
.stapel { display: block; width: 100%; height: 2.1rem; margin: .35rem 0; overflow: visible; }
.stapel rect { fill: var(--accent); stroke: var(--paper); stroke-width: 2px; }
.stapel text { fill: var(--paper); font-size: .85rem; font-weight: 600; text-anchor: middle; dominant-baseline: central; }
.nej .stapel rect { fill: var(--paper); stroke: var(--ink); stroke-width: 1.5px; }
.nej .stapel rect.streck { fill: revert-layer; }
.stapel pattern path { stroke: var(--soft); stroke-width: 1.5px; opacity: .55; }
.nej .stapel text { fill: var(--ink); paint-order: stroke; stroke: var(--paper); stroke-width: 5px; stroke-linejoin: round; }
.avstar .stapel rect { fill: var(--tint); stroke: var(--soft); stroke-width: 1.5px; stroke-dasharray: 4 3; }
.avstar .stapel text { fill: var(--ink); }
.bred { display: none; }
@media (min-width: 44rem) { .bred { display: inline; } .smal { display: none; } }

@media (max-width: 30rem) {
  .band, .ram, .fot { padding-left: 1rem; padding-right: 1rem; }
  .rostning { padding: 1rem; }
  .gang { margin-left: .4rem; padding-left: 1.5rem; }
  .gang > li::before { left: calc(-1.5rem - 1.5px - .55rem); }
}
@media (forced-colors: active) { .knapp, .marke { border: 1px solid; } }
@media print {
  body { display: block; }
  .band { padding: 0 0 .5rem; background: none; color: #000; border: 0; border-bottom: 2pt solid #000; }
  .band img { height: 1.5rem; }
  .ram { padding: 1rem 0 0; }
  .fot { padding: 1rem 0 0; background: none; }
  .fot ul, .fot h2, .vidare, .grannar { display: none; }
  .rubrik > *, .forst, .sedan, .gang, .slag-protokoll > * { max-width: none; }
  .vid { break-inside: avoid; }
  aside.vid .fakta { columns: 3; }
  aside.vid .fakta dt { break-after: avoid; }
  .rostning, .kort, .gang > li { break-inside: avoid; }
  .stapel, .marke, .gang > li::before { print-color-adjust: exact; }
}
  </xsl:variable>
</xsl:stylesheet>
