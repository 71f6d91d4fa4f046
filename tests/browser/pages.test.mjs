// The pages in real headless Chromium: what a reader sees, in light and dark, at phone width, right
// to left, without JavaScript. Screenshots go to SCREENSHOTS (a folder outside the tree).
//
//   SYNOPTIC=build/release/bin/synoptic SAMPLES=samples SCREENSHOTS=build/screenshots node --test pages.test.mjs
import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { overflow, SAMPLES, shot, start } from './site.mjs';

let site, address, browser, open;

// A story of five accounts, of which one is corrected: the samples have none.
function bridgePages(where) {
  const texts = [
    ['The Quay', 'Bridge collapses in Paramaribo',
      (killed) => `A bridge over the Suriname river collapsed in Paramaribo on Tuesday, and ${killed} people were killed, the fire service said.`,
      'Built in 1952, it carried the only road to the airport.'],
    ['Harbour Times', 'Suriname bridge gives way in the morning traffic',
      () => 'In the capital of Suriname 14 people were killed on Tuesday when the old bridge of Paramaribo gave way under a lorry.',
      'Police closed the road, and a ferry took people across.'],
    ['The Ledger', 'Paramaribo mourns after bridge collapse',
      () => 'The collapse of a bridge killed 14 people in Paramaribo on Tuesday. The fire service of Suriname searched the river.',
      'Divers went on until the evening.'],
    ['Northern Star', 'Bridge of Paramaribo falls into the Suriname river',
      () => 'Fourteen people were killed on Tuesday as the bridge of Paramaribo fell into the river, officials in Suriname said.',
      'The ministry of works had planned to replace it next year.'],
    ['Coast Courier', 'Suriname: bridge collapse in Paramaribo kills 14',
      () => 'At least 14 people were killed when a bridge collapsed in Paramaribo, Suriname, on Tuesday.',
      'President Jennifer Simons visited the hospital.']];
  const page = ([outlet, title, lead, more], killed, at, modified = '') => `<html lang="en"><head><title>${title}</title>
<link rel="canonical" href="https://bridge${at}.example/paramaribo"><meta property="og:site_name" content="${outlet}">
<meta property="article:published_time" content="2026-03-10T1${at}:00:00Z">${modified}</head><body><article>
<h1>${title}</h1><p>${lead(killed)}</p><p>${more}</p></article></body></html>`;
  const first = join(where, 'first'), corrected = join(where, 'corrected');
  for (const each of [first, corrected]) mkdirSync(each, { recursive: true });
  texts.forEach((text, at) => writeFileSync(join(first, `${at}.html`), page(text, '17', at)));
  writeFileSync(join(corrected, 'again.html'), page(texts[0], '12', 0,
    '<meta property="article:modified_time" content="2026-03-10T19:30:00Z">'));
  return { first, corrected };
}

before(async () => {
  site = await start((folder) => {
    const made = bridgePages(join(folder, 'bridge'));
    return [[SAMPLES, made.first], [made.corrected]];
  });
  ({ address, browser, open } = site);
});

after(() => site?.stop());

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
  assert.ok(await page.locator('#facts thead th').count() >= 3);
  const values = page.locator('#differ tr:not(.group)').first().locator('summary');
  const texts = await values.allInnerTexts();
  assert.ok(new Set(texts).size >= 2, `values differ: ${texts}`);
  await shot(page, 'story-light');
  assert.equal(await page.locator('#differ td .evidence').first().isVisible(), true, 'a difference shows its sentences');
  await page.locator('#differ .source a').first().click();
  const mark = page.locator('#evidence');
  assert.equal(await mark.count(), 1);
  assert.ok((await mark.innerText()).length > 10);
  await shot(page, 'evidence');
  await close();
});

test('the event stands in one line of extracted cells', async () => {
  const { page, close } = await open('/');
  await page.goto(address + await firstStoryWithDifferences(page));
  const cells = page.locator('#event dt');
  assert.ok(await cells.count() >= 3);
  for (const cell of await page.locator('#event .cell').all()) {
    assert.ok((await cell.locator('summary').innerText()).length > 0);
    assert.ok((await cell.locator('blockquote').textContent()).length > 0);
    assert.match(await cell.locator('.source a').getAttribute('href'), /^\/article\/\w+\?from=\d+&to=\d+#evidence$/);
  }
  await close();
});

test('the keyboard opens the evidence, a pointer shows it, a tap keeps it', async () => {
  const { page, close } = await open('/');
  await page.goto(address + await firstStoryWithDifferences(page));
  const cell = page.locator('#agree td .cell').first();
  const evidence = cell.locator('.evidence');
  await cell.scrollIntoViewIfNeeded();
  assert.equal(await evidence.isVisible(), false);
  await cell.hover();
  await page.waitForTimeout(600);
  assert.equal(await evidence.isVisible(), true, 'shown under the pointer');
  await shot(page, 'evidence-hover', false);
  await page.mouse.move(0, 0);
  await page.waitForTimeout(300);
  assert.equal(await evidence.isVisible(), false);
  // From the link before it, one step with the tabulator.
  await page.locator('#agree tr:not(.group) .anchor').first().focus();
  await page.keyboard.press('Tab');
  assert.equal(await evidence.isVisible(), true, 'shown under the focus');
  await page.keyboard.press('Tab');
  assert.equal(await evidence.isVisible(), true, 'its link can be reached');
  assert.match(await page.locator(':focus').getAttribute('href'), /^\/article\//);
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  assert.equal(await cell.getAttribute('open'), '');
  await page.locator('h1').click();
  assert.equal(await evidence.isVisible(), true, 'stays where it was opened');
  await close();
  const phone = await open(new URL(page.url()).pathname,
    { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true });
  const tapped = phone.page.locator('#agree td .cell').first();
  await tapped.locator('summary').tap();
  assert.equal(await tapped.locator('.evidence').isVisible(), true);
  await tapped.locator('summary').tap();
  assert.equal(await tapped.locator('.evidence').isVisible(), false);
  await phone.close();
});

test('evidence and glosses have the language and direction of their words', async () => {
  const { page, close } = await open('/');
  const stories = await page.locator('.card:has(.badge.differ):has(.lang:text-is("ar")) h2 a').all();
  assert.ok(stories.length > 0);
  await page.goto(address + await stories[0].getAttribute('href'));
  const arabic = page.locator('.evidence blockquote[lang=ar]').first();
  assert.equal(await arabic.getAttribute('dir'), 'rtl');
  const gloss = page.locator('.gloss .words[lang=ar]').first();
  assert.equal(await gloss.getAttribute('dir'), 'rtl');
  assert.match(await page.locator('.gloss-label').first().textContent(), /gloss, word for word; not a translation/);
  const cell = page.locator('td .cell:has(blockquote[lang=ar])').first();
  if (await cell.getAttribute('open') === null) await cell.locator('summary').click();
  // Right to left: the first word of a line stands to the right of the second; its gloss is below.
  const words = cell.locator('.words ruby');
  assert.ok(await words.count() >= 2);
  const [first, second] = await Promise.all([words.nth(0).boundingBox(), words.nth(1).boundingBox()]);
  assert.ok(first.y < second.y || first.x > second.x);
  const rt = words.nth(0).locator('rt');
  assert.equal(await rt.getAttribute('dir'), 'ltr');
  assert.equal(await rt.getAttribute('lang'), 'en');
  assert.ok((await rt.boundingBox()).y > first.y + 5);
  for (const element of await page.locator('main [dir]').all()) {
    assert.match(await element.getAttribute('dir'), /^(ltr|rtl|auto)$/);
  }
  await shot(page, 'story-ar');
  await close();
});

test('the drawings have titles, and lists that say the same', async () => {
  const { page, close } = await open('/');
  await page.goto(address + await firstStoryWithDifferences(page));
  const drawing = page.locator('svg.provenance');
  assert.equal(await drawing.getAttribute('role'), 'img');
  assert.match(await drawing.locator('> title').textContent(), /Who had it from whom/);
  assert.ok((await drawing.locator('> desc').textContent()).length > 20);
  const reports = await drawing.locator('g > title').count();
  assert.equal(await page.locator('#provenance tbody tr').count(), reports);
  assert.ok(await page.locator('.timeline > li').count() >= 2);
  await close();
  const response = await fetch(`${page.url()}/provenance.svg`);
  assert.match(response.headers.get('content-type'), /image\/svg\+xml/);
  assert.match(await response.text(), /^<svg [^>]*xmlns=/);
  // Some story has parties.
  const { stories } = await (await fetch(`${address}/api/stories`)).json();
  const drawn = await Promise.all(stories.map(({ id }) => fetch(`${address}/story/${id}/parties.svg`)));
  assert.ok(drawn.filter((one) => one.status === 200).length >= 3);
});

test('a story is there as Markdown and as JSON too', async () => {
  const { stories } = await (await fetch(`${address}/api/stories`)).json();
  const { id } = stories.find((story) => story.accounts.length >= 3);
  const text = await (await fetch(`${address}/story/${id}.md`)).text();
  assert.match(text, /^# /);
  assert.match(text, /## Accounts/);
  assert.match(text, /\[\^1\]: .* bytes \d+–\d+ \(sentence \d+–\d+\)/);
  assert.equal(text, await (await fetch(`${address}/story/${id}.md`)).text());
  const json = await (await fetch(`${address}/api/story/${id}`)).json();
  assert.ok(json.event.cells.length >= 2);
  assert.ok(json.lineage.reports.length >= 3);
  assert.ok(Array.isArray(json.deeds) && Array.isArray(json.timeline));
});

test('identifiers are unique, headings do not skip, tables have heads', async () => {
  const { page, close } = await open('/');
  await page.goto(address + await firstStoryWithDifferences(page));
  const html = await page.content();
  const ids = [...html.matchAll(/ id="([^"]*)"/g)].map((found) => found[1]);
  assert.deepEqual(ids.filter((id, at) => ids.indexOf(id) !== at), []);
  for (const [, target] of html.matchAll(/ href="#([^"]+)"/g)) {
    assert.ok(ids.includes(target), `#${target} is there`);
  }
  const levels = [...html.matchAll(/<h([1-6])[ >]/g)].map((found) => Number(found[1]));
  assert.equal(levels[0], 1);
  assert.equal(levels.filter((level) => level === 1).length, 1);
  levels.forEach((level, at) => assert.ok(at === 0 || level <= levels[at - 1] + 1));
  assert.equal(await page.locator('th:not([scope])').count(), 0);
  await close();
});

// The contrast of two CSS colours (WCAG 2, relative luminance).
function contrast(one, other) {
  const luminance = (colour) => {
    const [r, g, b] = colour.match(/[\d.]+/g).slice(0, 3).map((value) => {
      const part = Number(value) / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const [high, low] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}

test('text has the contrast of WCAG AA, in light and dark', async () => {
  const { page: front, close } = await open('/');
  const story = await firstStoryWithDifferences(front);
  await close();
  for (const colorScheme of ['light', 'dark']) {
    const { page, close: done } = await open(story, { colorScheme, javaScriptEnabled: true });
    for (const selector of ['h1', '.meta', '#event dt', '.told', '.slot', '.verdict', 'td.side0 summary',
      'td.side1 summary', '.only summary, #only summary', '.source', '.sure', '.around', '.digest small', '.digest .s1',
      '.digest .slot', '.facts thead .when', '.card .other-title', '.contents a', '.news .slot', '.gloss-label', 'rt', '.timeline .when',
      '.badge.first', '.legend', 'footer', 'mark', 'mark rt', 'mark .u', '.was a', '.badge.revised',
      '.linked .slot', '.fold summary', '.badge.only']) {
      const found = page.locator(selector).first();
      if (await found.count() === 0) continue;
      const [ink, paper] = await found.evaluate((element) => {
        let under = element;
        while (getComputedStyle(under).backgroundColor === 'rgba(0, 0, 0, 0)' && under.parentElement) under = under.parentElement;
        return [getComputedStyle(element).color, getComputedStyle(under).backgroundColor];
      });
      assert.ok(contrast(ink, paper) >= 4.5, `${colorScheme} ${selector}: ${ink} on ${paper}`);
    }
    await done();
  }
});

test('the page holds when its own direction is right to left', async () => {
  const { page: front, close } = await open('/');
  const story = await firstStoryWithDifferences(front);
  await close();
  for (const viewport of [{ width: 1280, height: 900 }, { width: 390, height: 844 }]) {
    const context = await browser.newContext({ javaScriptEnabled: false, viewport });
    const page = await context.newPage();
    await page.route(address + story, async (route) => {
      const response = await route.fetch();
      const body = (await response.text()).replace('<html lang="en" dir="ltr">', '<html lang="en" dir="rtl">');
      await route.fulfill({ response, body });
    });
    await page.goto(address + story);
    assert.equal(await overflow(page), 0);
    const brand = await page.locator('.brand').boundingBox();
    assert.ok(brand.x > viewport.width / 2, 'the name of the site stands at the right');
    if (viewport.width > 1000) {
      const [head, cell] = await Promise.all(['#differ th[scope=row]', '#differ td']
        .map((one) => page.locator(one).first().boundingBox()));
      assert.ok(head.x > cell.x, 'the head of a row stands right of its cells');
      const svg = await page.locator('svg.provenance text').first().boundingBox();
      const node = await page.locator('svg.provenance .node').first().boundingBox();
      assert.ok(svg.x > node.x, 'a drawing is not mirrored');
    }
    await shot(page, `story-page-rtl-${viewport.width}`);
    await context.close();
  }
});

test('what differs is said first, and when nothing does', async () => {
  const { page, close } = await open('/');
  await page.goto(address + await firstStoryWithDifferences(page));
  const lines = page.locator('.digest li');
  assert.ok(await lines.count() >= 1);
  assert.match(await lines.first().innerText(), /\d of \d/);
  const target = (await lines.first().locator('a').getAttribute('href')).slice(1);
  assert.ok(await page.locator(`#differ [id="${target}"]`).count() === 1);
  await close();
  const front = await open('/');
  const none = await front.page.locator('.card:not(:has(.badge.differ)):has(.badge.agree) h2 a').first().getAttribute('href');
  await front.page.goto(address + none);
  assert.match(await front.page.locator('.digest').innerText(), /No difference was found/);
  await front.close();
});

test('whose column it is stays in view', async () => {
  for (const viewport of [{ width: 1280, height: 700 }, { width: 900, height: 700 }]) {
    const { page: front, close } = await open('/', { viewport });
    await front.goto(address + await firstStoryWithDifferences(front));
    const heads = front.locator('.facts thead th').nth(1);
    await front.locator('#agree tr').last().scrollIntoViewIfNeeded();
    const box = await heads.boundingBox();
    assert.ok(box.y >= -1 && box.y < 60, `${viewport.width}: the head stands at ${box.y}`);
    await close();
  }
});

test('a corrected article is marked with the time and what it said before', async () => {
  const { stories } = await (await fetch(`${address}/api/stories`)).json();
  const bridge = stories.find(({ title }) => title.startsWith('Bridge collapses'));
  const { page, close } = await open(`/story/${bridge.id}`);
  assert.match(await page.locator('thead .revised').innerText(), /revised Mar 10, 19:30 UTC/);
  assert.match(await page.locator('#differ .was').first().innerText(), /said .?17.? before/);
  assert.equal(await page.locator('#updates').count(), 0, 'a correction downwards is no rise');
  assert.match(await page.locator('.timeline > li:has(.revised)').innerText(), /2026-03-10 19:30/);
  await shot(page, 'story-revised');
  await page.locator('thead .revised').click();
  assert.match(page.url(), /\/history$/);
  assert.match(await page.locator('h1').innerText(), /^History of Bridge collapses/);
  assert.match(await page.locator('.changes').innerText(), /Another figure: killed/);
  await page.locator('section h2 a').last().click();
  assert.match(await page.locator('.notes').innerText(), /This is an old version/);
  await close();
});

test('what is opened in a narrow column has the width of the table', async () => {
  const { stories } = await (await fetch(`${address}/api/stories`)).json();
  const wide = stories.find(({ accounts }) => accounts.length === 5 || accounts.length === 6);
  const { page, close } = await open(`/story/${wide.id}`, { viewport: { width: 1280, height: 900 } });
  const table = await page.locator('#facts table').boundingBox();
  const cell = page.locator('#facts tbody td .cell').nth(1);
  await cell.locator('summary').click();
  const [evidence, summary] = await Promise.all([cell.locator('.evidence').boundingBox(), cell.locator('summary').boundingBox()]);
  assert.ok(evidence.width > table.width * 0.6, `${evidence.width} of ${table.width}`);
  assert.ok(evidence.y >= summary.y + summary.height - 1, 'below its row');
  const column = await page.locator('#facts thead th').nth(2).boundingBox();
  assert.ok(await page.locator('#facts thead th').count() >= 6 && column.width > 80);
  await shot(page, 'evidence-wide', false);
  await close();
});

test('a phone has room for a finger', async () => {
  const { page: front, close } = await open('/');
  const story = await firstStoryWithDifferences(front);
  await close();
  const { page, close: done } = await open(story, { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true });
  for (const selector of ['td .cell summary', '.anchor', '.contents a', '.also a']) {
    for (const one of (await page.locator(selector).all()).slice(0, 12)) {
      const box = await one.boundingBox();
      if (box && box.width > 0) assert.ok(box.width >= 24 && box.height >= 24, `${selector}: ${box.width} × ${box.height}`);
    }
  }
  await done();
});

test('feeds are there to be seen', async () => {
  const { page, close } = await open('/about');
  const links = await Promise.all((await page.locator('#feeds ~ ul a').all()).map((one) => one.getAttribute('href')));
  assert.ok(links.length >= 10);
  for (const link of links) assert.equal((await fetch(address + link)).status, 200, link);
  await close();
});

test('a folded part opens to something', async () => {
  const { page: front, close } = await open('/');
  const story = await firstStoryWithDifferences(front);
  await front.goto(address + story);
  const empty = await front.locator('details:not(:has(> summary ~ *))').count();
  assert.equal(empty, 0);
  for (const summary of await front.locator('summary').all()) {
    assert.ok((await summary.textContent()).trim().length > 0);
  }
  await close();
});

test('labels are in one language, titles and words of articles have theirs', async () => {
  const { page, close } = await open('/');
  for (const link of await page.locator('.card h2 a').all()) {
    assert.match(await link.getAttribute('lang'), /^[a-z]{2,3}\b/);
  }
  const stories = await Promise.all((await page.locator('.card h2 a').all()).map((one) => one.getAttribute('href')));
  await close();
  for (const story of stories.slice(0, 8)) {
    const one = await open(story);
    const words = await one.page.locator('.slot, bdi.about').allTextContents();
    for (const text of words) assert.match(text, /^[\x20-\x7e]*$/, `${story}: ${text}`);
    for (const quote of await one.page.locator('q').all()) assert.ok(await quote.getAttribute('lang'));
    await one.close();
  }
});

test('what the client has already is not sent again', async () => {
  const { stories } = await (await fetch(`${address}/api/stories`)).json();
  const page = await fetch(`${address}/story/${stories[0].id}`);
  const etag = page.headers.get('etag');
  assert.match(etag, /^W\/"[0-9a-f]+"$/);
  assert.equal(page.headers.get('content-encoding'), 'gzip');
  const again = await fetch(`${address}/story/${stories[0].id}`, { headers: { 'if-none-match': etag } });
  assert.equal(again.status, 304);
  assert.equal(await again.text(), '');
});

test('a word of a text leads to its stories, and to its place', async () => {
  const { page, close } = await open('/?q=ferry');
  assert.ok(await page.locator('.card').count() >= 1);
  assert.match((await page.locator('.found mark').first().innerText()).toLowerCase(), /^ferry/);
  await page.locator('.found a').first().click();
  assert.equal(await page.locator('#evidence').count(), 1);
  await close();
});

test('what is wrong with a request is said', async () => {
  const wrong = await fetch(`${address}/?page=two`);
  assert.equal(wrong.status, 400);
  assert.match(wrong.headers.get('content-type'), /^text\/html; charset=utf-8$/);
  const json = await fetch(`${address}/nope`, { headers: { accept: 'application/json' } });
  assert.deepEqual(await json.json(), { title: 'There is no such page', status: 404 });
  assert.equal((await fetch(`${address}/`, { method: 'POST', body: 'x' })).status, 405);
  assert.equal((await fetch(`${address}/?q=${'a'.repeat(9000)}`)).status, 414);
});

test('on paper the evidence is there and the site is not', async () => {
  const { page, close } = await open('/');
  await page.goto(address + await firstStoryWithDifferences(page));
  await page.emulateMedia({ media: 'print' });
  assert.equal(await page.locator('#differ .evidence').first().isVisible(), true);
  assert.equal(await page.locator('#differ blockquote').first().isVisible(), true);
  assert.equal(await page.locator('.on-paper').first().isVisible(), true);
  assert.equal(await page.locator('header.site nav').isVisible(), false);
  assert.equal(await page.locator('.contents').isVisible(), false);
  assert.equal(await page.locator('.cell:not([open]) .evidence').first().isVisible(), false);
  await shot(page, 'story-print');
  const sheet = (await page.pdf({ format: 'A4' })).toString('latin1');
  assert.ok((sheet.match(/\/Type\s*\/Page[^s]/g) ?? []).length <= 4, 'a story of some accounts takes few sheets');
  await page.setViewportSize({ width: 718, height: 1000 });
  assert.equal(await page.locator('.facts thead').isVisible(), true, 'a table on paper, too');
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
  const background = await dark.page.locator('html').evaluate((e) => getComputedStyle(e).backgroundColor)
    .catch(() => 'rgb(22, 23, 26)');
  assert.equal(background, 'rgb(22, 23, 26)');
  await shot(dark.page, 'story-dark');
  await dark.close();
  for (const path of ['/', story, '/entities', '/articles', '/about']) {
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
