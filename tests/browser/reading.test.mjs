// What an analyst reads at a glance: words have their language, labels are plain, long sentences
// do not run into each other; on a phone, too.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { SAMPLES, start } from './site.mjs';

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
