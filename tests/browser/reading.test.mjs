// What an analyst reads at a glance: words have their language, labels are plain, long sentences
// do not run into each other; on a phone, too.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { phone, SAMPLES, start } from './site.mjs';

let site, address, open, stories;

before(async () => {
  site = await start(() => [[SAMPLES]]);
  ({ address, open } = site);
  ({ stories } = await (await fetch(`${address}/api/stories`)).json());
});

after(() => site?.stop());

test('words of articles have their language wherever they are shown', async () => {
  const foreignLetters = /\p{Script=Arabic}|\p{Script=Han}|\p{Script=Hangul}|\p{Script=Kana}|\p{Script=Cyrillic}|\p{Script=Devanagari}/u;
  const { page, close } = await open('/');
  const ours = async (where) => {
    for (const one of await page.locator('.told bdi, .digest b bdi, .cell summary bdi, .value bdi, .fold-of summary bdi').all()) {
      const text = await one.textContent();
      if (foreignLetters.test(text)) assert.ok(await one.getAttribute('lang'), `${where}: ${text}`);
    }
  };
  await ours('/');
  for (const { id } of stories) {
    await page.goto(`${address}/story/${id}`);
    await ours(id);
  }
  await close();
});

test('a difference at a glance: doubt is said first, each side stays together', async () => {
  const { page, close } = await open('/');
  let doubts = 0;
  for (const { id } of stories) {
    await page.goto(`${address}/story/${id}`);
    if (await page.locator('section.digest').count() === 0) continue;
    const doubtful = await page.locator('#perhaps').count(), sure = await page.locator('#differ').count();
    assert.equal(/perhaps/.test(await page.locator('.digest h2').innerText()), doubtful > 0 && sure === 0, id);
    for (const line of await page.locator('.digest li').all()) {
      const says = await line.locator('.say').count();
      if (says === 0) continue; // "and 3 more"
      assert.ok(says >= 2, await line.innerText());
      const text = await line.innerText();
      if (/perhaps/.test(text)) assert.match(text, /^perhaps:/);
    }
    doubts += doubtful;
  }
  assert.ok(doubts > 0);
  await close();
});

test('on a phone a sentence has the width of its card, and what is folded shows that it opens', async () => {
  const { page, close } = await open('/', phone);
  let sentences = 0, folds = 0;
  for (const { id } of stories) {
    await page.goto(`${address}/story/${id}`);
    for (const cell of await page.locator('.facts td > .cell:not([open])').all()) {
      const box = await cell.boundingBox();
      if (!box || box.height < 60) continue; // of one line or two
      const card = await cell.locator('xpath=ancestor::tr').boundingBox();
      assert.ok(box.width > card.width * 0.6, `${id}: ${box.width} of ${card.width}`);
      ++sentences;
    }
    const fold = page.locator('.fold-of > summary').first();
    if (await fold.count() > 0) {
      assert.equal(await fold.evaluate((e) => getComputedStyle(e).display), 'list-item');
      ++folds;
    }
    const drawing = page.locator('svg.provenance');
    if (await drawing.count() === 0) continue;
    const { width } = await drawing.boundingBox();
    const letters = 12 * width / Number((await drawing.getAttribute('viewBox')).split(' ')[2]);
    const arcs = await drawing.locator('path.arc').count();
    assert.ok(letters >= (arcs > 0 ? 9 : 11), `${id}: letters of ${letters} px`);
    assert.ok(width <= 320, `${id}: no scrolling sideways`);
  }
  assert.ok(sentences > 0 && folds > 0);
  await close();
});

test('a report stands beside its time, however long that is', async () => {
  const { page, close } = await open('/', { viewport: { width: 1280, height: 900 } });
  for (const { id } of stories) {
    await page.goto(`${address}/story/${id}`);
    for (const moment of await page.locator('.timeline > li:has(.news)').all()) {
      const [head, news] = await Promise.all([moment.locator('> p').nth(1), moment.locator('.news')].map((e) => e.boundingBox()));
      assert.ok(news.y - (head.y + head.height) < 12, `${id}: ${await moment.innerText()}`);
    }
  }
  await close();
});

test('no label says what its value or its heading says already', async () => {
  const { page, close } = await open('/');
  let deeds = 0;
  for (const { id } of stories) {
    await page.goto(`${address}/story/${id}`);
    assert.equal(await page.locator('#perhaps .verdict:text("perhaps")').count(), 0, id);
    for (const single of await page.locator('#only li:has(.about)').all()) {
      const about = await single.locator('.about').first().textContent();
      const values = await single.locator('summary').allTextContents();
      assert.ok(!values.includes(about), `${id}: ${about}`);
      ++deeds;
    }
  }
  assert.ok(deeds > 0);
  await close();
});

test('what scrolls sideways on a phone can be scrolled with the keyboard', async () => {
  const { page, close } = await open('/', phone);
  let wide = 0;
  for (const { id } of stories) {
    await page.goto(`${address}/story/${id}`);
    for (const part of await page.locator('main *').filter({ has: page.locator('svg, table') }).all()) {
      const scrolls = await part.evaluate((e) => e.scrollWidth > e.clientWidth + 1 && /auto|scroll/.test(getComputedStyle(e).overflowX));
      if (!scrolls) continue;
      assert.equal(await part.getAttribute('tabindex'), '0', id);
      await part.focus();
      await page.keyboard.press('ArrowRight');
      await page.waitForTimeout(200);
      assert.ok(await part.evaluate((e) => e.scrollLeft) > 0, id);
      ++wide;
    }
  }
  assert.ok(wide > 0);
  await close();
});
