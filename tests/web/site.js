// SPDX-License-Identifier: GPL-3.0-or-later
// Uses a site as people do who see little, or use no mouse: 200 % zoom, text of double size, keyboard alone. Looks each
// link up, and that nothing runs and nothing is fetched from elsewhere. Prints what can be folded away.
//
// usage: NODE_PATH=…/node_modules node site.js FOLDER PAGE.html...     FOLDER is the site, of which the pages are some
'use strict';

const { execFileSync } = require('child_process');
const fs = require('fs');
const os = require('os');
const path = require('path');
const { fileURLToPath, pathToFileURL } = require('url');
const { chromium } = require('playwright-core');

// Widths in CSS px: that of a phone, and 200 % zoom of a common screen; and there text alone of double size.
const VIEWS = [
  { name: 'phone', viewport: { width: 320, height: 640 } },
  { name: 'zoom', viewport: { width: 640, height: 450 } },
  { name: 'large text', viewport: { width: 1280, height: 900 }, size: '200%' },
];
const INTERACTIVE = 'a[href], button, input, select, textarea, summary, [tabindex="0"]';

// What is wider than the window, or cut off by a box that does not scroll.
function overflow() {
  const found = [];
  const wide = document.documentElement.scrollWidth - window.innerWidth;
  if (wide > 0) found.push(`page is ${wide} px wider than the window`);
  for (const e of document.querySelectorAll('main *')) {
    const style = getComputedStyle(e);
    if (style.overflowX === 'hidden' && e.scrollWidth > e.clientWidth + 1 && e.clientWidth > 1) {
      found.push(`cut off: ${e.outerHTML.slice(0, 80)}`);
    }
  }
  return found;
}

async function look(page, url) {
  const found = [];
  for (const view of VIEWS) {
    await page.setViewportSize(view.viewport);
    await page.goto(url);
    await page.evaluate((size) => {
      document.querySelectorAll('details').forEach((d) => { d.open = true; });
      if (size) document.documentElement.style.fontSize = size;
    }, view.size);
    (await page.evaluate(overflow)).forEach((f) => found.push(`${view.name}: ${f}`));
  }
  return found;
}

// Each interactive element gets the focus by Tab, in the order of the page, and shows it.
async function tabThrough(page, url) {
  const found = [];
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto(url);
  const expected = await page.evaluate((selector) => {
    document.querySelectorAll('details').forEach((d) => { d.open = true; });
    const all = [...document.querySelectorAll(selector)].filter((e) => e.checkVisibility());
    all.forEach((e, i) => { e.dataset.order = i; });
    return all.map((e) => e.outerHTML.slice(0, 80));
  }, INTERACTIVE);
  for (let i = 0; i < expected.length; i++) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(() => {
      const e = document.activeElement;
      const style = getComputedStyle(e);
      const box = e.getBoundingClientRect();
      return {
        order: Number(e.dataset.order),
        shown: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
        inside: box.bottom > 0 && box.top < window.innerHeight && box.right > 0 && box.left < window.innerWidth,
      };
    });
    if (at.order !== i) return found.concat(`Tab ${i + 1} leads to element ${at.order}, not to ${expected[i]}`);
    if (!at.shown) found.push(`focus does not show: ${expected[i]}`);
    if (!at.inside) found.push(`focus is outside the window: ${expected[i]}`);
  }
  await page.goto(url);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  if (await page.evaluate(() => document.activeElement.tagName) !== 'MAIN') found.push('the first Tab does not lead past the band');
  return found;
}

// Names that are folded away on the screen stand on paper.
async function print(page, url, folder) {
  await page.goto(url);
  const names = await page.evaluate(() => [...document.querySelectorAll('details:not([open]) th[scope=row]')].map((e) => e.textContent));
  if (names.length === 0) return null;
  const pdf = path.join(folder, 'page.pdf');
  await page.pdf({ path: pdf, format: 'A4' });
  const text = execFileSync('pdftotext', [pdf, '-'], { encoding: 'utf8' }).replace(/\s+/g, ' ');
  return names.filter((name) => text.split(name).length < 2).map((name) => `${name} is not printed`);
}

// Every page of the site: where its links lead, and what it loads.
function links(folder) {
  const files = fs.readdirSync(folder, { recursive: true }).filter((f) => f.endsWith('.html')).map((f) => path.join(folder, f));
  const text = new Map(files.map((f) => [path.resolve(f), fs.readFileSync(f, 'utf8')]));
  const ids = new Map([...text].map(([f, t]) => [f, new Set([...t.matchAll(/ id="([^"]*)"/g)].map((m) => m[1]))]));
  const found = [];
  for (const [file, html] of text) {
    if (/<script(?! type="application\/ld\+json")|<iframe|<object|<embed| on[a-z]+="/.test(html)) found.push(`${file}: runs something`);
    for (const [, attribute, value] of html.matchAll(/<[^>]* (href|src)="([^"]*)"/g)) {
      const target = new URL(value.replace(/&amp;/g, '&'), pathToFileURL(file));
      if (target.protocol !== 'file:') {
        if (attribute === 'src') found.push(`${file}: fetches ${value}`);
        continue;
      }
      const fragment = decodeURIComponent(target.hash.slice(1));
      target.hash = '';
      let led = fileURLToPath(target);
      if (led.endsWith('/')) led += 'index.html';
      if (!fs.existsSync(led)) found.push(`${file}: ${value} leads nowhere`);
      else if (fragment && ids.has(led) && !ids.get(led).has(fragment)) found.push(`${file}: ${value} has no such place`);
    }
  }
  return { found, pages: text.size };
}

async function main(folder, files) {
  let failed = false;
  const verdict = (name, found) => {
    found.slice(0, 10).forEach((f) => console.log(f));
    console.log(`${found.length ? 'FAILED' : 'ok'} ${name}`);
    failed = failed || found.length > 0;
  };
  const { found, pages } = links(folder);
  verdict(`links of ${pages} pages`, pages > 0 ? found : ['no page']);

  const profile = fs.mkdtempSync(path.join(os.tmpdir(), 'site-'));
  const browser = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
    headless: true,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
      '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
  const page = await browser.newPage();
  for (const file of files) {
    const url = pathToFileURL(path.resolve(file)).href;
    verdict(`zoom ${file}`, await look(page, url));
    verdict(`keyboard ${file}`, await tabThrough(page, url));
    const printed = await print(page, url, profile);
    if (printed) verdict(`print ${file}`, printed);
  }
  await browser.close();
  fs.rmSync(profile, { recursive: true, force: true });
  process.exit(failed ? 1 : 0);
}

main(process.argv[2], process.argv.slice(3)).catch((error) => {
  console.log(`FAILED site: ${error.message}`);
  process.exit(1);
});
