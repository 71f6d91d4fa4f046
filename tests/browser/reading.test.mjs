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
    const without = await page.locator('.told bdi, .digest b bdi, .cell summary bdi, .value bdi, .fold-of summary bdi')
      .evaluateAll((all) => all.filter((one) => !one.lang).map((one) => one.textContent));
    assert.deepEqual(without.filter((text) => foreignLetters.test(text)), [], where);
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
    const lines = await page.locator('.digest li:has(.say)').evaluateAll((all) => all.map((one) =>
      ({ says: one.querySelectorAll('.say').length, text: one.textContent.trim() })));
    for (const { says, text } of lines) {
      assert.ok(says >= 2, text);
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
    const tall = await page.locator('.facts td > .cell:not([open])').evaluateAll((all) => all.map((cell) =>
      ({ ...cell.getBoundingClientRect().toJSON(), card: cell.closest('tr').getBoundingClientRect().width })).filter(({ height }) => height >= 60));
    for (const { width, card } of tall) assert.ok(width > card * 0.6, `${id}: ${width} of ${card}`);
    sentences += tall.length;
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
    const gaps = await page.locator('.timeline > li:has(.news)').evaluateAll((all) => all.map((moment) =>
      moment.querySelector('.news').getBoundingClientRect().top - moment.querySelectorAll(':scope > p')[1].getBoundingClientRect().bottom));
    for (const gap of gaps) assert.ok(gap < 12, `${id}: ${gap}`);
  }
  await close();
});

test('no label says what its value or its heading says already', async () => {
  const { page, close } = await open('/');
  let deeds = 0;
  for (const { id } of stories) {
    await page.goto(`${address}/story/${id}`);
    assert.equal(await page.locator('#perhaps .verdict:text("perhaps")').count(), 0, id);
    const told = await page.locator('#only li:has(.about)').evaluateAll((all) => all.map((single) =>
      [single.querySelector('.about').textContent, ...[...single.querySelectorAll('summary')].map((one) => one.textContent)]));
    for (const [about, ...values] of told) assert.ok(!values.includes(about), `${id}: ${about}`);
    deeds += told.length;
  }
  assert.ok(deeds > 0);
  await close();
});

test('what scrolls sideways on a phone can be scrolled with the keyboard', async () => {
  const { page, close } = await open('/', phone);
  let wide = 0;
  for (const { id } of stories) {
    await page.goto(`${address}/story/${id}`);
    const marked = await page.locator('main *').evaluateAll((all) => all.filter((e) => e.scrollWidth > e.clientWidth + 1 &&
      e.matches('figure') && /auto|scroll/.test(getComputedStyle(e).overflowX)).map((e) => e.getAttribute('tabindex')));
    assert.deepEqual(marked.filter((index) => index !== '0'), [], id);
    if (marked.length === 0 || wide > 0) { wide += marked.length; continue; }
    const drawings = await page.locator('figure[tabindex="0"]').all();
    const widths = await Promise.all(drawings.map((one) => one.evaluate((e) => e.scrollWidth - e.clientWidth)));
    const part = drawings[widths.findIndex((more) => more > 1)];
    await part.focus();
    // A key that comes before the page is first painted is dropped by the browser, and the scrolling is smooth:
    // press again until the busiest machine has had time for both.
    let moved = 0;
    for (let tries = 0; tries < 60 && moved === 0; ++tries) {
      await page.keyboard.press('ArrowRight');
      await page.waitForTimeout(250);
      moved = await part.evaluate((e) => e.scrollLeft);
    }
    assert.ok(moved > 0, id);
    wide += marked.length;
  }
  assert.ok(wide > 0);
  await close();
});
