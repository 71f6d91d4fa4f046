// The pages in real headless Chromium: what a reader sees, in light and dark, at phone width, right
// to left, without JavaScript. Screenshots go to SCREENSHOTS (a folder outside the tree).
//
//   SYNOPTIC=build/release/bin/synoptic SAMPLES=samples SCREENSHOTS=build/screenshots node --test pages.test.mjs
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { chromium } from 'playwright-core';

const { SYNOPTIC, SAMPLES, SCREENSHOTS } = process.env;
const executablePath = process.env.CHROMIUM ??
  ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);

let folder, server, address, browser;

before(async () => {
  mkdirSync(SCREENSHOTS, { recursive: true });
  folder = mkdtempSync(join(tmpdir(), 'synoptic-pages-'));
  const store = join(folder, 'pages.db');
  const added = spawnSync(SYNOPTIC, ['add', '--store', store, SAMPLES], { encoding: 'utf8' });
  assert.equal(added.status, 0, added.stderr);
  server = spawn(SYNOPTIC, ['serve', '--store', store, '--port', '0'], { stdio: ['ignore', 'ignore', 'pipe'] });
  address = await new Promise((resolve, reject) => {
    let said = '';
    server.stderr.on('data', (bytes) => {
      said += bytes;
      const found = said.match(/http:\/\/[^ \n]+/);
      if (found) resolve(found[0].replace(/\/$/, ''));
    });
    server.on('exit', () => reject(new Error(`the server ended: ${said}`)));
  });
  browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
      '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
});

after(async () => {
  await browser?.close();
  server?.kill('SIGTERM');
  if (folder) rmSync(folder, { recursive: true, force: true });
});

async function open(path, options = {}) {
  const context = await browser.newContext({ javaScriptEnabled: false, ...options });
  const page = await context.newPage();
  const response = await page.goto(address + path);
  return { page, response, close: () => context.close() };
}

const shot = (page, name) => page.screenshot({ path: join(SCREENSHOTS, `${name}.png`), fullPage: true });

// Script in the page would need JavaScript; layout is read from outside instead.
async function overflow(page) {
  const width = page.viewportSize().width;
  const boxes = await Promise.all((await page.locator('main > *').all()).map((e) => e.boundingBox()));
  return boxes.filter((box) => box && box.x + box.width > width + 1).length;
}

async function firstStoryWithDifferences(page) {
  return page.locator('.card:has(.badge.differ) h2 a').first().getAttribute('href');
}

test('the front page lists stories with languages, accounts and differences', async () => {
  const { page, response, close } = await open('/');
  assert.equal(response.status(), 200);
  assert.ok(await page.locator('.card').count() >= 12);
  assert.ok(await page.locator('.card .badge.differ').count() >= 5);
  const first = page.locator('.card:has(.badge.differ)').first();
  assert.match(await first.innerText(), /account/);
  assert.ok(await first.locator('.lang').count() >= 2);
  await shot(page, 'front-light');
  await close();
});

test('a story page lays the accounts side by side and links every cell to its bytes', async () => {
  const { page, close } = await open('/');
  await page.goto(address + await firstStoryWithDifferences(page));
  assert.ok(await page.locator('#differ table thead th').count() >= 3);
  const values = page.locator('#differ tbody tr').first().locator('.value');
  const texts = await values.allInnerTexts();
  assert.ok(new Set(texts).size >= 2, `values differ: ${texts}`);
  await shot(page, 'story-light');
  await page.locator('#differ .source a').first().click();
  const mark = page.locator('#evidence');
  assert.equal(await mark.count(), 1);
  assert.ok((await mark.innerText()).length > 10);
  await shot(page, 'evidence');
  await close();
});

test('an article in Arabic reads from right to left, with its names marked', async () => {
  const { page, close } = await open('/articles');
  const href = await page.locator('.rows a[lang=ar]').first().getAttribute('href');
  await page.goto(address + href);
  const article = page.locator('article');
  assert.equal(await article.getAttribute('dir'), 'rtl');
  assert.ok(await article.locator('a.name').count() >= 2);
  // A short last line of a paragraph ends left of where it began: the title starts at the right.
  const box = await page.locator('article h1').boundingBox();
  const name = await article.locator('a.name').first().boundingBox();
  assert.ok(name.x > box.x, 'names stand towards the right');
  assert.ok(await page.locator('#dates .chosen').count() === 1);
  await shot(page, 'article-ar');
  await page.locator('article a.name').first().click();
  assert.match(page.url(), /\/entity\//);
  assert.ok(await page.locator('.rows li').count() >= 1);
  await shot(page, 'entity');
  await close();
});

test('what was left out is listed with the reason', async () => {
  const { page, close } = await open('/articles');
  let found = false;
  for (const link of await page.locator('.rows a').all()) {
    const other = await open(await link.getAttribute('href'));
    const removed = other.page.locator('#removed li .slot');
    found = await removed.count() > 0 && (await removed.first().textContent()).length > 2;
    await other.close();
    if (found) break;
  }
  assert.ok(found);
  await close();
});

test('dark is dark, and a phone needs no sideways scrolling', async () => {
  const { page, close } = await open('/');
  const story = await firstStoryWithDifferences(page);
  await close();
  const dark = await open(story, { colorScheme: 'dark' });
  await shot(dark.page, 'story-dark');
  await dark.close();
  for (const path of ['/', story, '/entities']) {
    const phone = await open(path, { viewport: { width: 390, height: 844 }, isMobile: true });
    assert.equal(await overflow(phone.page), 0, path);
    await shot(phone.page, `phone-${path === '/' ? 'front' : path.split('/')[1]}`);
    await phone.close();
  }
});

test('what is not there is said so, and nothing from a document runs', async () => {
  const missing = await open('/story/s000000000000');
  assert.equal(missing.response.status(), 404);
  await missing.close();
  const { response, close } = await open('/');
  assert.match(response.headers()['content-security-policy'], /default-src 'none'/);
  await close();
  const api = await fetch(`${address}/api/story/nope`);
  assert.equal(api.status, 404);
  assert.match(api.headers.get('content-type'), /problem\+json/);
  const stories = await (await fetch(`${address}/api/stories`)).json();
  assert.ok(stories.stories.length >= 12);
});
