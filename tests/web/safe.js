// SPDX-License-Identifier: GPL-3.0-or-later
// Loads HTML made of attacks in headless Chromium beside the same made of harmless words: no script runs, nothing is
// asked for but the style of a site, and the elements are the same with the same attributes.
//
// usage: NODE_PATH=…/node_modules node safe.js WORDS-OF-THE-ATTACK ATTACK.html HARMLESS.html...
'use strict';

const fs = require('fs');
const os = require('os');
const path = require('path');
const { pathToFileURL } = require('url');
const { chromium } = require('playwright-core');

// Each element with the names of its attributes, and the schemes of its links.
function elements() {
  return [...document.querySelectorAll('*')].map((e) => {
    const names = e.getAttributeNames().filter((n) => n !== 'class').sort().join(' ');
    const scheme = e.href ? `${new URL(e.href, document.baseURI).protocol}` : '';
    return `${e.tagName} ${names} ${scheme}`;
  });
}

async function look(browser, file) {
  const page = await browser.newPage();
  const harm = [];
  const url = pathToFileURL(path.resolve(file)).href;
  page.on('request', (r) => { if (r.url() !== url && !/^file:.*\/site\.css$/.test(r.url())) harm.push(`asks for ${r.url()}`); });
  page.on('dialog', (d) => { harm.push(`opens a dialog: ${d.message()}`); d.dismiss(); });
  page.on('pageerror', (e) => harm.push(`runs a script that fails: ${e.message}`));
  page.on('console', (m) => harm.push(`says on the console: ${m.text()}`));
  await page.goto(url);
  await page.evaluate(() => document.querySelectorAll('details').forEach((d) => { d.open = true; }));
  for (const event of ['mouseover', 'click', 'focus', 'load', 'error', 'toggle']) {
    await page.evaluate((name) => document.querySelectorAll('body, body *').forEach((e) => e.dispatchEvent(new Event(name))), event);
  }
  await page.waitForTimeout(200);
  if (await page.evaluate(() => 'harmed' in window)) harm.push('runs a script');
  const seen = { harm, elements: await page.evaluate(elements), text: await page.evaluate(() => `${document.title} ${document.body.textContent}`) };
  await page.close();
  return seen;
}

const times = (text, words) => text.replace(/\s+/g, ' ').split(words).length - 1;

async function main(words, files) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'safe-'));
  const browser = await chromium.launchPersistentContext(folder, {
    executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
    headless: true,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
      '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
  let failed = false;
  for (let i = 0; i + 1 < files.length; i += 2) {
    const attack = await look(browser, files[i]);
    const harmless = await look(browser, files[i + 1]);
    const found = attack.harm;
    const at = attack.elements.findIndex((e, n) => e !== harmless.elements[n]);
    if (at >= 0 || attack.elements.length !== harmless.elements.length) {
      found.push(`element ${at} is ${attack.elements[at]}, not ${harmless.elements[at]}`);
    }
    const expected = times(harmless.text, 'Harmlos');
    if (expected === 0 || times(attack.text, words) !== expected) {
      found.push(`the words stand ${times(attack.text, words)} times, not ${expected}`);
    }
    found.forEach((f) => console.log(`${files[i]}: ${f}`));
    console.log(`${found.length ? 'FAILED' : 'ok'} safe ${path.basename(files[i]) === 'index.html' ? path.relative('.', files[i]) : path.basename(files[i])}`);
    failed = failed || found.length > 0;
  }
  await browser.close();
  fs.rmSync(folder, { recursive: true, force: true });
  process.exit(failed ? 1 : 0);
}

main(process.argv[2], process.argv.slice(3)).catch((error) => {
  console.log(`FAILED safe: ${error.message}`);
  process.exit(1);
});
