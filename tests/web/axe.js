// SPDX-License-Identifier: GPL-3.0-or-later
// Runs axe-core over HTML files in headless Chromium, and measures what it cannot: reflow at 320 px.
//
// usage: NODE_PATH=…/node_modules node axe.js FILE.html...
'use strict';

const fs = require('fs');
const os = require('os');
const path = require('path');
const { pathToFileURL } = require('url');
const { chromium } = require('playwright-core');

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'EN-301-549', 'best-practice'];
const VIEWS = [
  { name: 'desktop light', viewport: { width: 1280, height: 900 }, colorScheme: 'light' },
  { name: 'phone dark', viewport: { width: 320, height: 640 }, colorScheme: 'dark' },
];

async function findings(page) {
  // Closed details hide their content from axe, so it looks at them open.
  await page.evaluate(() => document.querySelectorAll('details').forEach((d) => { d.open = true; }));
  await page.addScriptTag({ path: require.resolve('axe-core/axe.min.js') });
  const result = await page.evaluate((tags) => window.axe.run(document, { runOnly: tags }), TAGS);
  const found = result.violations.map((v) =>
    `${v.id} (${v.tags.filter((t) => /^(wcag\d{3,}|EN-9)/.test(t)).join(' ')}): ${v.nodes[0].html}`);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  if (wide > 0) found.push(`page is ${wide} px wider than the window`);
  return found;
}

async function main(files) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'axe-'));
  const browser = await chromium.launchPersistentContext(folder, {
    executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
    headless: true,
    bypassCSP: true,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
      '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
  let failed = false;
  const page = await browser.newPage();
  for (const file of files) {
    for (const view of VIEWS) {
      await page.setViewportSize(view.viewport);
      await page.emulateMedia({ colorScheme: view.colorScheme });
      await page.goto(pathToFileURL(path.resolve(file)).href);
      const found = await findings(page);
      found.forEach((f) => console.log(`${file}: ${f}`));
      console.log(`${found.length ? 'FAILED' : 'ok'} axe ${view.name} ${file}`);
      failed = failed || found.length > 0;
    }
  }
  await browser.close();
  fs.rmSync(folder, { recursive: true, force: true });
  process.exit(failed ? 1 : 0);
}

main(process.argv.slice(2)).catch((error) => {
  console.log(`FAILED axe: ${error.message}`);
  process.exit(1);
});
