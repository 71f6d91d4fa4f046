// Searching from the front page: words of many scripts, none that is found, long and hostile ones.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { overflow, phone, SAMPLES, shot, start } from './site.mjs';

let site, address, open;
const all = async () => (await (await fetch(`${address}/api/stories`)).json()).stories.length;
const asked = (words, more = '') => `/?q=${encodeURIComponent(words)}${more}`;

before(async () => {
  site = await start(() => [[SAMPLES]]);
  ({ address, open } = site);
});

after(() => site?.stop());

test('a word of any script leads to its stories, with its place in the text', async () => {
  for (const [word, lang, dir] of [['عبارة', 'ar', 'rtl'], ['موزه', 'fa', 'rtl'], ['冰岛', 'zh-Hans', 'ltr'], ['地震', 'ja', 'ltr'],
    ['쌀', 'ko', 'ltr'], ['उपग्रह', 'hi', 'ltr'], ['самарканд', 'ru', 'ltr'], ['İSTANBUL', 'tr', 'ltr'], ['ferry', 'en', 'ltr']]) {
    const { page, response, close } = await open(asked(word));
    assert.equal(response.status(), 200);
    const cards = await page.locator('.card').count();
    assert.ok(cards >= 1 && cards < await all(), `${word}: ${cards} stories`);
    const snippet = page.locator(`.snippet[lang="${lang}"]`).first();
    assert.equal(await snippet.getAttribute('dir'), dir, word);
    assert.ok((await snippet.locator('mark').innerText()).length > 0);
    await page.locator('.found a').first().click();
    assert.equal(await page.locator('#evidence').count(), 1, word);
    await close();
  }
});

test('how many were found is said, and the page is called by what was looked for', async () => {
  const { page, close } = await open(asked('冰岛'));
  const cards = await page.locator('.card').count();
  assert.match(await page.locator('main').innerText(), new RegExp(`${cards} of ${await all()} stories`));
  assert.equal(await page.title(), '“冰岛” — Stories — Synoptic');
  await page.goto(`${address}/articles?q=ferry`);
  assert.equal(await page.title(), '“ferry” — Articles — Synoptic');
  assert.match(await page.locator('main').innerText(), /\d+ of \d+ articles/);
  await page.goto(address);
  assert.equal(await page.title(), 'Stories — Synoptic');
  await close();
});

test('a search is typed and sent with the keyboard alone; Arabic is typed from the right', async () => {
  const { page, close } = await open('/');
  const input = page.locator('input[name=q]');
  for (let i = 0; i < 12 && !await input.evaluate((e) => e === document.activeElement); ++i) await page.keyboard.press('Tab');
  assert.notEqual(await input.evaluate((e) => getComputedStyle(e).outlineStyle), 'none', 'the focus is seen');
  await page.keyboard.type('الإندونيسية');
  assert.equal(await input.evaluate((e) => getComputedStyle(e).direction), 'rtl');
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
  assert.equal(await input.inputValue(), 'الإندونيسية');
  assert.equal(await input.evaluate((e) => getComputedStyle(e).direction), 'rtl');
  assert.ok(await page.locator('.snippet[dir=rtl]').count() >= 1);
  await shot(page, 'search-ar');
  await close();
  const small = await open(asked('地震'), phone);
  assert.equal(await overflow(small.page), 0);
  await shot(small.page, 'search-phone');
  await small.close();
});

test('that nothing was found is said, with a way out', async () => {
  for (const path of [asked('xyzzy'), asked('قاموسمعدوم'), asked('龘龘龘'), asked('ferry', '&lang=ja'), '/articles?q=xyzzy']) {
    const { page, response, close } = await open(path);
    assert.equal(response.status(), 200);
    assert.equal(await page.locator('.card, .rows li').count(), 0, path);
    assert.match(await page.locator('main').innerText(), /Nothing was found for this/);
    await page.locator('main p a').click();
    assert.ok(await page.locator('.card, .rows li').count() > 5);
    await close();
  }
});

test('a very long search is answered, and nothing is wider than a phone', async () => {
  for (const words of ['a'.repeat(7000), 'a b c '.repeat(600), '地'.repeat(800), '"ferry '.repeat(600), 'ferry '.repeat(900)]) {
    const { page, response, close } = await open(asked(words), phone);
    assert.equal(response.status(), 200, `${words.slice(0, 20)}…`);
    assert.equal(await page.locator('input[name=q]').inputValue(), words);
    assert.equal(await overflow(page), 0);
    assert.ok((await page.title()).length < 150);
    await close();
  }
});

test('signs that mean something to HTML or to the index are words like others', async () => {
  for (const words of ['"><script>window.ran = 1</script>', '<img src=x onerror="window.ran = 1">', '\'"&amp;<b>', '</title><h1>x', 'NEAR(a b) OR *',
    '" OR 1=1 --', 'title:ferry ^a -b {c d}', '%00\u0001', '\u202eferry\u202c', '‏ ‎']) {
    // A page that would run what is in it, if it were let through.
    const { page, response, close } = await open(asked(words), { javaScriptEnabled: true, bypassCSP: true });
    assert.equal(response.status(), 200, words);
    assert.equal(await page.evaluate(() => window.ran), undefined, words);
    assert.equal(await page.locator('script, main img, main h1:text-is("x")').count(), 0, words);
    assert.equal(await page.locator('h1').count(), 1, words);
    await close();
  }
});
